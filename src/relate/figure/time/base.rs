//! The times that a figure is not of: its quantity is compared with them, starts from them or is described by
//! them.

use super::super::chart::{Chart, Class, WINDOW_PIECES};
use super::{is_averaged, parts};
use crate::lexicon::Role;
use crate::relate::frame;

/// Whether the figure does not speak of the time at piece `at`.
pub(super) fn is_base(chart: &Chart, at: usize, figure: usize) -> bool {
    compares(chart, at, figure)
        || is_apart(chart, at, figure)
        || dates_object(chart, at)
        || starts(chart, at, figure)
        || is_of_another(chart, at, figure)
        || is_of_first(chart, at, figure)
        || is_over(chart, at, figure)
        || begins(chart, at, figure)
        || is_drawn_on(chart, at, figure)
        || is_shift(chart, at)
        || ends_stretch(chart, at, figure)
        || names_plan(chart, at)
        || is_of_goal(chart, at, figure)
        || names_prices(chart, at)
        || is_of_aim_beside(chart, at, figure)
        || is_in_aside(chart, at, figure)
        || is_of_set(chart, at, figure)
}

/// Whether the figure is compared with the quantity of the time: 比1957年增长5%, 是1957年总和的2倍. A figure right
/// after the time is of that time: 比1957年的5亿元.
pub(super) fn compares(chart: &Chart, time: usize, figure: usize) -> bool {
    let Some(before) = time.checked_sub(1) else { return false };
    // 较|“|十三五
    let before = before - usize::from(before > 0 && chart.class(before) == Some(Class::OpenQuote));
    let is_multiple = chart.slice(figure).ends_with(['倍', '半']);
    let follows_de = figure > 0 && chart.class(figure - 1) == Some(Class::De);
    let equates = matches!(chart.slice(before), "是" | "为" | "相当于" | "等于")
        || is_multiple && chart.slice(before) == "达到";
    // 为1955年的98%
    let is_ratio = equates && is_percent(chart.slice(figure));
    let own = chart.class(time + 1) == Some(Class::De) && time + 2 == figure && !is_multiple && !is_ratio;
    // 同1978年相比,增长5%; but in 同1978年相比,由5万吨增加到 the start is of that year.
    let is_start = figure > 0 && chart.slice(figure - 1).ends_with(['从', '由']);
    // 同1978年相比, 与解放前最高水平相比, 与去年大体持平, 与2020年|45微克|的目标相比
    let describes = |at: &usize| {
        chart.class(*at).is_some_and(|class| {
            class.is_nominal() || matches!(class, Class::De | Class::Link | Class::Figure(_))
        }) && !measures(chart.slice(*at))
    };
    let beside = time + 1 + (time + 1..time + MAX_BESIDE_PIECES).take_while(describes).count();
    let beside = !is_start
        && matches!(chart.slice(before), "同" | "来同" | "与" | "和")
        && measures(chart.slice(beside));
    // 等于1949年的二点五倍;原煤: the year has a ratio of its own; 是1951年到1990年40年的|总和.
    let is_when = |at: &usize| matches!(chart.class(*at), Some(Class::Time(_) | Class::De));
    let sum = time + 1 + (time + 1..time + MAX_BESIDE_PIECES).take_while(is_when).count();
    let is_total = equates && matches!(chart.slice(sum), "总和" | "总量" | "总数");
    let is_ratio_of = |at: usize| {
        let ratio = chart.slice(at);
        ratio.ends_with(['倍', '半']) || is_percent(ratio)
    };
    let has_ratio = equates
        && chart.class(time + 1) == Some(Class::De)
        && time + 2 < figure
        && matches!(chart.class(time + 2), Some(Class::Figure(_)))
        && is_ratio_of(time + 2);
    // 12月的增长额占|全年增长额的8%: a whole of which another time has a part.
    let is_whole = follows_de
        && chart.class(before) == Some(Class::Share)
        && (figure.saturating_sub(WINDOW_PIECES)..before)
            .rev()
            .take_while(|at| !parts(chart.pieces[*at].class))
            .any(|at| matches!(chart.class(at), Some(Class::Time(_))));
    !own && (chart.compares(before)
        || beside
        || is_whole
        || is_total
        || has_ratio
        || follows_de && equates
        || lays_base(chart, time, figure))
}

/// Whether a figure is in points or ranks: 1个百分点.
fn is_points(figure: &str) -> bool {
    figure.ends_with("百分点") || figure.ends_with("位")
}

/// Whether a figure is a percentage: 5%, 百分之五.
pub(super) fn is_percent(figure: &str) -> bool {
    figure.ends_with('%') || figure.starts_with("百分之")
}

/// Whether the word ends a comparison: 相比, 大体持平.
pub(super) fn measures(word: &str) -> bool {
    matches!(word, "相比" | "比较" | "相比较" | "比") || word.ends_with("持平") || word.ends_with("相当")
}

/// Whether a change starts from the time: 以1954年为基数, 在1954年快速增长的基础上.
fn lays_base(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_base = |at: usize| chart.slice(at).starts_with("基数") || chart.slice(at).starts_with("基础");
    match time.checked_sub(1).map(|before| chart.slice(before)) {
        Some("以") => chart.slice(time + 1) == "为" && is_base(time + 2),
        Some("在") => {
            let clause = time + 1..figure.min(time + MAX_BESIDE_PIECES);
            clause.take_while(|at| chart.class(*at) != Some(Class::Comma)).any(is_base)
        }
        _ => false,
    }
}

/// Whether the time is that of a start, and not of what was reached: 从2020年的5%提高到7%.
pub(super) fn starts(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_from = time.checked_sub(1).is_some_and(|before| chart.slice(before).ends_with(['从', '由']));
    let has_figure = chart.pieces[time + 1..figure].iter().take(3).any(|piece| {
        matches!(piece.class, Class::Figure(_)) || piece.text.starts_with(|c: char| c.is_ascii_digit())
    });
    // 由上年下降5%转为增长7%
    let arrives = |at: usize| {
        chart.class(at) == Some(Class::Arrive) || matches!(chart.slice(at), "转为" | "变为" | "改为" | "转")
    };
    // 由上年的4%|提高|1个百分点: nor is it the time of the points by which something moved on.
    let moves = || chart.class_before(figure).is_some_and(Class::is_change) && is_points(chart.slice(figure));
    is_from && has_figure && ((time..figure).any(arrives) || moves())
}

/// Whether the time is the end of a change, and not that of what holds for each year:
/// 从2001年的5亿元增加到2009年的8亿元,年均增长6%.
fn ends_stretch(chart: &Chart, time: usize, figure: usize) -> bool {
    let arrives = time.checked_sub(1).is_some_and(|before| chart.class(before) == Some(Class::Arrive));
    let has_own = matches!(chart.class(time + 2), Some(Class::Figure(_))) && time + 2 < figure;
    let clause = (time..figure).rev().take_while(|at| !parts(chart.pieces[*at].class));
    arrives
        && has_own
        && chart.class(time + 1) == Some(Class::De)
        && clause.into_iter().any(|at| chart.slice(at).starts_with("年均") || is_averaged(chart, at))
}

/// Whether the time ends a change and has a figure of its own: 从2006年的8亿元增加到2010年的9亿元,资助5万人.
fn is_of_another(chart: &Chart, time: usize, figure: usize) -> bool {
    let arrives = time.checked_sub(1).is_some_and(|before| chart.class(before) == Some(Class::Arrive));
    let has_own = chart.class(time + 1) == Some(Class::De)
        && matches!(chart.class(time + 2), Some(Class::Figure(_)))
        && time + 2 < figure;
    // 增加到2010年的9亿元,即增长5%: a clause that names nothing new is of the same year.
    let after = (time..figure).find(|at| parts(chart.pieces[*at].class));
    let names_other = after.is_some_and(|comma| {
        chart.pieces[comma..figure].iter().any(|piece| piece.class.is_nominal())
            || comma + 1 == figure && chart.class(figure + 1).is_some_and(Class::is_nominal)
    });
    arrives && has_own && names_other
}

/// Whether the time only says since when something is the first, which does not reach beyond its clause:
/// 水质30年来首次达标,建成河道9条.
pub(super) fn is_of_first(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_first = chart.slice(time + 1).starts_with('首');
    is_first && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// Whether a word for now follows the time, after which it no longer holds: 五年间产值增加,现已|吸纳9万人.
pub(super) fn is_over(chart: &Chart, time: usize, figure: usize) -> bool {
    let opens =
        |at: usize| chart.pieces[at - 1].class == Class::Comma || chart.pieces[at - 1].class == Class::Stop;
    (time + 1..figure).any(|at| chart.plays(at, Role::Now) && opens(at))
}

/// Whether the time only says since when something is done, which does not reach beyond its clause:
/// 从1999年起|扩大招生,录取率; not 从1999年起,….
pub(super) fn begins(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_from = time.checked_sub(1).is_some_and(|before| matches!(chart.slice(before), "从" | "自"));
    is_from
        && matches!(chart.slice(time + 1), "起" | "开始")
        && chart.class(time + 2) != Some(Class::Comma)
        && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// Whether the time is that of what something is taken from: 今年从|去年|结余中|安排9亿元.
fn is_drawn_on(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_from = time.checked_sub(1).is_some_and(|before| chart.slice(before).ends_with('从'));
    let inside = |at: &usize| {
        chart.class(*at).is_some_and(|class| class.is_nominal() || class.is_action() || class == Class::De)
    };
    let end = time + 1 + (time + 1..figure).take_while(inside).count();
    is_from && end > time + 1 && matches!(chart.slice(end), "中" | "里")
}

/// Whether the time is that of a goal that something is compared with, which does not reach beyond its
/// clause: 上半年产值增长5%,离|全年|6%的目标还有差距,投资下降1%.
fn is_of_goal(chart: &Chart, time: usize, figure: usize) -> bool {
    let compares = |at: usize| {
        chart.plays(at, Role::Compares) || matches!(chart.slice(at), "对照" | "离" | "距" | "距离")
    };
    if !time.checked_sub(1).is_some_and(compares) {
        return false;
    }
    let mut clause = (time + 1..figure).take_while(|at| !parts(chart.pieces[*at].class));
    let is_goal =
        clause.any(|at| ["目标", "计划", "任务"].iter().any(|goal| chart.slice(at).ends_with(goal)));
    is_goal && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// Whether something is carried over from the year, which is part of its name: 上年|结转9亿元,收入总计.
pub(super) fn is_carried_over(chart: &Chart, time: usize) -> bool {
    chart.slice(time + 1).starts_with("结转")
}

/// Whether the time is how much later or longer something is made: 将末班车|延后|1小时、新开线路6条.
fn is_shift(chart: &Chart, time: usize) -> bool {
    let shifts = |verb: usize| chart.lexicon.phrases.shifts.contains(chart.slice(verb));
    time.checked_sub(1).is_some_and(|verb| {
        shifts(verb) || matches!(chart.slice(verb), "到" | "至" | "了") && verb > 0 && shifts(verb - 1)
    })
}

/// Whether the time is part of a name, as a length (五年计划, 学前一年; not 明年计划|从5吨改为6吨, 明年计划:) or as the day when a
/// plan was made (年初|预算).
fn names_plan(chart: &Chart, time: usize) -> bool {
    matches!(chart.class(time), Some(Class::Time(_)))
        && (matches!(chart.slice(time + 1), "计划" | "规划" | "行动计划" | "义务教育")
            && !matches!(chart.slice(time + 2), "从" | "由" | ":")
            && !plans_deed(chart, time)
            || chart.slice(time) == "年初"
                && matches!(chart.slice(time + 1), "预算" | "目标" | "预期" | "预算数")
            || is_carried_over(chart, time)
            || time.checked_sub(1).is_some_and(|before| chart.slice(before) == "学前"))
}

/// Whether something is planned for the time that opens the clause: ,2027年|计划|投资|9亿元.
fn plans_deed(chart: &Chart, time: usize) -> bool {
    matches!(chart.class_before(time), Some(Class::Comma | Class::Stop))
        && chart.slice(time + 1) == "计划"
        && matches!(chart.class(time + 3), Some(Class::Figure(_)))
        && (chart.class(time + 2).is_some_and(Class::is_action) || chart.slice(time + 2) == "投资")
}

/// Whether something is reckoned by a time: 按|1957年|计算, (|1957年|价).
pub(in crate::relate::figure) fn is_reckoned_by(chart: &Chart, time: usize) -> bool {
    chart.class_before(time) == Some(Class::Basis) || names_prices(chart, time)
}

/// Whether the time is the year of the prices: 按1957年的不变价格计算, (1957年价).
fn names_prices(chart: &Chart, time: usize) -> bool {
    let near = time + 1..time + 1 + MAX_PRICES_PIECES;
    let sides = || {
        let range = &chart.pieces.get(time)?.range;
        Some((chart.text.get(..range.start)?, chart.text.get(range.end..)?))
    };
    chart.class_before(time) == Some(Class::Basis)
        && near.into_iter().any(|at| chart.slice(at).ends_with("价格"))
        || sides().is_some_and(|(before, after)| frame::names_prices(before, after))
}

/// Whether the time describes the object of a verb, and so does not reach beyond its clause:
/// 实现2035年远景目标,提出年均增长5%.
fn is_apart(chart: &Chart, time: usize, figure: usize) -> bool {
    tells_which(chart, time) && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// Whether the time describes what something is done for, and so does not reach beyond its clause:
/// 对2024年的灾区,政府拨付9亿元.
pub(super) fn is_of_receiver(chart: &Chart, time: usize, figure: usize) -> bool {
    matches!(time.checked_sub(1).map(|before| chart.slice(before)), Some("对" | "针对"))
        && is_apart(chart, time, figure)
}

/// Whether a time describes the object of a verb: 实现|2035年|远景目标, 建设|“十四五”|批复的港口.
pub(in crate::relate::figure) fn tells_which(chart: &Chart, time: usize) -> bool {
    let governs = |before: usize| {
        chart.class(before).is_some_and(Class::is_action)
            || matches!(chart.slice(before), "实现" | "对" | "针对")
            || chart.slice(before).ends_with("完成")
    };
    // 明确|了|今后五年的目标
    let passed = |at: usize| chart.slice(at) == "了" || chart.class(at) == Some(Class::OpenQuote);
    let verb = time.checked_sub(1).map(|before| before - usize::from(before > 0 && passed(before)));
    let is_object = verb.is_some_and(governs);
    // 年初|确定|的目标
    let next = time + 1 + usize::from(chart.class(time + 1) == Some(Class::CloseQuote));
    let de = next + usize::from(chart.class(next).is_some_and(Class::is_action));
    // 批复的|6个
    let is_named = |class: Class| class.is_nominal() || de > next && matches!(class, Class::Figure(_));
    // 年初|预定|目标
    let is_aim = de > next && matches!(chart.slice(de), "目标" | "任务" | "计划");
    let describes = is_aim
        || chart.class(next).is_some_and(Class::is_nominal)
        || chart.class(de) == Some(Class::De) && chart.class(de + 1).is_some_and(is_named);
    is_object && describes
}

/// Whether a time only says when the object of a verb came to be: 改造|2000年底前|建成的|小区.
pub(in crate::relate::figure) fn dates_object(chart: &Chart, time: usize) -> bool {
    let is_action = |at: usize| chart.class(at).is_some_and(Class::is_action);
    let is_thing = |class: Class| class.is_nominal() || matches!(class, Class::Figure(_));
    time.checked_sub(1).is_some_and(is_action)
        && is_action(time + 1)
        && chart.class(time + 2) == Some(Class::De)
        && chart.class(time + 3).is_some_and(is_thing)
}

/// Whether the time is the year in which a quantity is to come to more, and so of no other quantity named
/// after it: 入园率9成,|规划2027年|95%|;就业率8成.
fn is_of_aim_beside(chart: &Chart, time: usize, figure: usize) -> bool {
    let border = (time + 1..figure).find(|at| parts(chart.pieces[*at].class));
    border.and_then(|border| aim_beside(chart, border, figure)).is_some_and(|start| start <= time)
}

/// The index at which the clause starts that ends at the comma or semicolon `border`, if it only tells what
/// the quantity of the clause before is to come to, and a quantity with a name of its own follows.
pub(in crate::relate::figure) fn aim_beside(chart: &Chart, border: usize, figure: usize) -> Option<usize> {
    if !chart.follows_figure(border) {
        return None;
    }
    let comma =
        (border.saturating_sub(MAX_AIM_PIECES)..border).rev().find(|at| parts(chart.pieces[*at].class))?;
    let start = comma + 1;
    if chart.class(comma) != Some(Class::Comma) || !chart.follows_figure(comma) {
        return None;
    }
    let aims = |at: usize| ["目标", "规划", "计划"].iter().any(|aim| chart.slice(at).ends_with(aim));
    let time = (start..border).find(|at| matches!(chart.class(*at), Some(Class::Time(_))))?;
    let is_bare = !(start..border).any(|at| chart.pieces[at].class.is_head() && !aims(at));
    let is_dated = |at: usize| matches!(chart.class(at), Some(Class::Time(_)));
    let first = comma.saturating_sub(WINDOW_PIECES);
    // 入园率9成,|到2027年达到95%;就业率8成: without a word for an aim, only where nothing else is dated.
    let is_limit = chart.slice_before(time) == "到"
        && chart.class(border) == Some(Class::Stop)
        && !(first..comma).any(is_dated);
    let names_other = (border + 1..figure)
        .take_while(|at| !parts(chart.pieces[*at].class))
        .any(|at| chart.pieces[at].class.is_head());
    (is_bare && names_other && (is_limit || (start..border).any(aims))).then_some(start)
}

/// Whether the time stands with a figure of its own in a parenthesis, which it does not reach beyond:
/// 入园率9成(规划2027年95%),就业率8成.
fn is_in_aside(chart: &Chart, time: usize, figure: usize) -> bool {
    let close = (time + 1..figure.min(time + MAX_AIM_PIECES)).find(|at| chart.slice(*at) == ")");
    let Some(close) = close else { return false };
    let has_own = (time + 1..close).any(|at| matches!(chart.class(at), Some(Class::Figure(_))));
    has_own && chart.opening(close).is_some_and(|open| open < time)
}

/// Whether the time is that of those among whom something is so, and does not reach beyond its clause:
/// “一五”的|9项工程中|,6项已竣工.
pub(super) fn is_of_set(chart: &Chart, time: usize, figure: usize) -> bool {
    let next = time + 1 + usize::from(chart.class(time + 1) == Some(Class::CloseQuote));
    let counts =
        chart.class(next) == Some(Class::De) && matches!(chart.class(next + 1), Some(Class::Figure(_)));
    let comma = || (next..figure).find(|at| parts(chart.pieces[*at].class));
    let is_among = |comma: usize| matches!(chart.slice_before(comma), "中" | "之中" | "当中" | "里");
    counts && comma().is_some_and(is_among)
}

/// Most pieces of a clause that only tells an aim.
const MAX_AIM_PIECES: usize = 8;
/// Most pieces from a year to the end of the word for its prices: 1957年|的|不变|价格.
const MAX_PRICES_PIECES: usize = 4;
/// Most pieces from a time to the word that makes a base of it.
const MAX_BESIDE_PIECES: usize = 7;
