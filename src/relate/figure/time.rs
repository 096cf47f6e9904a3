//! The time that a figure speaks of.

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::list;
use crate::lexicon::Role;
use crate::recognise::{Candidate, Detail};
use crate::record::TimeKind;
use crate::relate::fronting;

/// The nearest time before figure `number`, else the one that opens the sentence.
///
/// How long and how often hold in their clause alone, and only where it says nothing else: in 2021—2025年每年增长5%
/// the years count.
pub(super) fn read(chart: &Chart, candidates: &[Candidate], number: usize) -> Option<usize> {
    let figure = chart.figures.get(number)?.piece;
    let floor = figure.saturating_sub(WINDOW_PIECES);
    let is_base = |at: usize| {
        compares(chart, at, figure)
            || is_apart(chart, at, figure)
            || dates_object(chart, at)
            || starts(chart, at, figure)
            || is_of_another(chart, at, figure)
            || is_of_first(chart, at, figure)
            || is_over(chart, at, figure)
            || begins(chart, at, figure)
            || ends_stretch(chart, at, figure)
            || names_plan(chart, at)
            || names_prices(chart, at)
    };
    let in_clause = |at: &usize| !chart.pieces[*at..figure].iter().any(|piece| parts(piece.class));
    // Few pieces are times, and what is asked of a piece is dear.
    let times = (floor..figure).rev().filter(|at| time(chart, *at).is_some());
    let times: Vec<usize> = times.filter(|at| !is_base(*at)).collect();
    if let Some(own) = dealt_out(chart, number, &times) {
        return time(chart, own);
    }
    let dated = times.iter().find_map(|at| dated(chart, candidates, *at));
    let clause = &times[..times.iter().take_while(|at| in_clause(at)).count()];
    let within = || clause.iter().copied();
    let grows = |at: usize| chart.slice(at) == "每年" && is_percent(chart.slice(figure));
    let averaged = || within().any(|at| is_averaged(chart, at) || grows(at));
    let spanned = || {
        let near = (floor..figure).rev().filter(|at| !is_base(*at));
        let mut sentence = near.take_while(|at| chart.class(*at) != Some(Class::Stop));
        sentence
            .find_map(|at| self::dated(chart, candidates, at))
            .filter(|time| is_stretch(candidates, *time))
    };
    // 从2001年到2009年,九年合计: how long that was.
    let measured_out = || within().find_map(|at| stretch_before(chart, candidates, at));
    within()
        .find_map(|at| self::dated(chart, candidates, at))
        .or_else(measured_out)
        .or_else(|| averaged().then(spanned).flatten())
        .or_else(|| within().filter(|at| !is_of_member(chart, *at, figure)).find_map(|at| time(chart, at)))
        .or_else(|| like_pair_before(chart, number))
        .or(dated)
        .or_else(|| opening(chart, candidates, figure))
}

/// 2024年、2025年|分别完成5亿元、6亿元: the time in the place of the figure, of a row of as many before 分别; `times` are those
/// before the figure, the last first.
fn dealt_out(chart: &Chart, number: usize, times: &[usize]) -> Option<usize> {
    let joined = |pair: &&[usize]| pair[0] == pair[1] + 2 && list::joins(chart, pair[0] - 1);
    let length = 1 + times.windows(2).take_while(joined).count();
    if length == 1 {
        return None;
    }
    let row = list::members(chart, number);
    let first = chart.figures.get(row.start)?.piece;
    let is_dealt = (times[0] + 1..first).any(|at| chart.slice(at).starts_with(list::RESPECTIVELY));
    let is_row = is_dealt && row.len() == length;
    times.get(row.end.checked_sub(number + 1)?).copied().filter(|_| is_row)
}

fn time(chart: &Chart, at: usize) -> Option<usize> {
    match chart.class(at)? {
        Class::Time(candidate) => Some(candidate),
        _ => None,
    }
}

fn is_stretch(candidates: &[Candidate], time: usize) -> bool {
    candidates
        .get(time)
        .is_some_and(|time| matches!(&time.detail, Detail::Time(time) if time.kind == TimeKind::Period))
}

/// A time that is a point or a stretch of the calendar.
fn dated(chart: &Chart, candidates: &[Candidate], at: usize) -> Option<usize> {
    let candidate = time(chart, at)?;
    let is_dated = match &candidates.get(candidate)?.detail {
        Detail::Time(time) => matches!(time.kind, TimeKind::Point | TimeKind::Period),
        _ => false,
    };
    is_dated.then_some(candidate)
}

/// The stretch that ends the clause before the duration at `at`, which opens its own.
fn stretch_before(chart: &Chart, candidates: &[Candidate], at: usize) -> Option<usize> {
    time(chart, at).filter(|_| dated(chart, candidates, at).is_none())?;
    let comma = at.checked_sub(1).filter(|comma| chart.class(*comma) == Some(Class::Comma))?;
    dated(chart, candidates, comma.checked_sub(1)?).filter(|time| is_stretch(candidates, *time))
}

fn parts(class: Class) -> bool {
    matches!(class, Class::Comma | Class::Stop)
}

/// 在1953年至1957年间,产值平均每年增长5%: whether a time is how often something is on the average, which, like the
/// growth of 每年, holds for the stretch that the sentence names.
fn is_averaged(chart: &Chart, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| chart.slice(before).ends_with("平均"))
}

/// Whether the quantity of the time is what the figure is compared with: 比1957年增长5%, 是1957年总和的2倍. The
/// figure that follows the time itself is of that time: 比1957年的5亿元.
fn compares(chart: &Chart, time: usize, figure: usize) -> bool {
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
    // 同1978年相比,增长5%; but 同1978年相比,由5万吨增加到: the start is of that year.
    let is_start = figure > 0 && chart.slice(figure - 1).ends_with(['从', '由']);
    // 同1978年相比, 与解放前最高水平相比, 与去年大体持平
    let describes = |at: &usize| {
        chart.class(*at).is_some_and(|class| class.is_nominal() || matches!(class, Class::De | Class::Link))
            && !measures(chart.slice(*at))
    };
    let beside = time + 1 + (time + 1..time + MAX_BESIDE_PIECES).take_while(describes).count();
    let beside =
        !is_start && matches!(chart.slice(before), "同" | "与" | "和") && measures(chart.slice(beside));
    // 等于1949年的二点五倍;原煤: a year with a ratio of its own; 是1951年到1990年40年的|总和.
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
    // 12月的增长额占|全年增长额的8%: a whole that another time has a part of.
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

/// 5%, 百分之五
fn is_percent(figure: &str) -> bool {
    figure.ends_with('%') || figure.starts_with("百分之")
}

/// 相比, 大体持平: what ends a comparison.
fn measures(word: &str) -> bool {
    matches!(word, "相比" | "比较" | "相比较" | "比") || word.ends_with("持平") || word.ends_with("相当")
}

/// 以1954年为基数, 在1954年快速增长的基础上: whether the time is that of what a change starts from.
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

/// 产量连续4年占九成、自给率达5%: whether how long something lasts is of a member of the list that has a figure before.
fn is_of_member(chart: &Chart, time: usize, figure: usize) -> bool {
    let ends_member = |at: usize| {
        chart.class(at) == Some(Class::Pause)
            && chart.follows_figure(at)
            && chart.class(at + 1).is_some_and(|class| class.is_nominal() || class == Class::Attribute)
    };
    chart.class_before(time).is_some_and(Class::is_nominal) && (time..figure).any(ends_member)
}

/// 从2020年的5%提高到7%: the time of the start is not that of what was reached.
fn starts(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_from = time.checked_sub(1).is_some_and(|before| chart.slice(before).ends_with(['从', '由']));
    let has_figure =
        chart.pieces[time..figure].iter().take(4).any(|piece| matches!(piece.class, Class::Figure(_)));
    // 由上年下降5%转为增长7%
    let arrives = |at: usize| {
        chart.class(at) == Some(Class::Arrive) || matches!(chart.slice(at), "转为" | "变为" | "转")
    };
    is_from && has_figure && (time..figure).any(arrives)
}

/// 从2001年的5亿元增加到2009年的8亿元,年均增长6%: the end is not the time of what holds for each year.
fn ends_stretch(chart: &Chart, time: usize, figure: usize) -> bool {
    let arrives = time.checked_sub(1).is_some_and(|before| chart.class(before) == Some(Class::Arrive));
    let has_own = matches!(chart.class(time + 2), Some(Class::Figure(_))) && time + 2 < figure;
    let clause = (time..figure).rev().take_while(|at| !parts(chart.pieces[*at].class));
    arrives
        && has_own
        && chart.class(time + 1) == Some(Class::De)
        && clause.into_iter().any(|at| chart.slice(at).starts_with("年均") || is_averaged(chart, at))
}

/// 入园率从2007年的8%升到2009年的9%,升学率由5%升到6%: a quantity without years of its own starts and ends when the one
/// before it does.
fn like_pair_before(chart: &Chart, number: usize) -> Option<usize> {
    let piece = |number: usize| chart.figures.get(number).map(|place| place.piece);
    let is_from = |at: usize| at > 0 && chart.slice(at - 1).ends_with(['从', '由']);
    let arrives = |at: usize| at > 0 && chart.class(at - 1) == Some(Class::Arrive);
    let is_bare_pair =
        |start: usize| Some(is_from(piece(start)?) && arrives(piece(start + 1)?)).filter(|bare| *bare);
    let starts = is_bare_pair(number).is_some();
    let ends = !starts && number.checked_sub(1).and_then(is_bare_pair).is_some();
    // The year that describes a figure: 2007年|的|8%.
    let own = |number: usize| {
        let year = piece(number)?.checked_sub(2).filter(|year| chart.class(year + 1) == Some(Class::De))?;
        Some((year, time(chart, year)?))
    };
    let first = if starts { number } else { number.checked_sub(1).filter(|_| ends)? };
    (0..first.checked_sub(1)?).rev().take(MAX_FIGURES_BACK).find_map(|start| {
        let ((from, begun), (to, ended)) = (own(start)?, own(start + 1)?);
        (is_from(from) && arrives(to)).then_some(if starts { begun } else { ended })
    })
}

/// 从2006年的8亿元增加到2010年的9亿元,资助5万人: a year with a figure of its own at the end of a change.
fn is_of_another(chart: &Chart, time: usize, figure: usize) -> bool {
    let arrives = time.checked_sub(1).is_some_and(|before| chart.class(before) == Some(Class::Arrive));
    let has_own = chart.class(time + 1) == Some(Class::De)
        && matches!(chart.class(time + 2), Some(Class::Figure(_)))
        && time + 2 < figure;
    // 增加到2010年的9亿元,即增长5%: what names nothing new is of the same year.
    let after = (time..figure).find(|at| parts(chart.pieces[*at].class));
    let names_other = after.is_some_and(|comma| {
        chart.pieces[comma..figure].iter().any(|piece| piece.class.is_nominal())
            || comma + 1 == figure && chart.class(figure + 1).is_some_and(Class::is_nominal)
    });
    arrives && has_own && names_other
}

/// 水质30年来首次达标,建成河道9条: since when something is the first does not reach beyond its clause.
fn is_of_first(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_first = chart.slice(time + 1).starts_with('首');
    is_first && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// 五年间产值增加,现已|吸纳9万人: what is so now is not of the time before.
fn is_over(chart: &Chart, time: usize, figure: usize) -> bool {
    let opens =
        |at: usize| chart.pieces[at - 1].class == Class::Comma || chart.pieces[at - 1].class == Class::Stop;
    (time + 1..figure).any(|at| chart.plays(at, Role::Now) && opens(at))
}

/// 从1999年起|扩大招生,录取率: since when something is done does not reach beyond its clause; but 从1999年起,….
fn begins(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_from = time.checked_sub(1).is_some_and(|before| matches!(chart.slice(before), "从" | "自"));
    is_from
        && matches!(chart.slice(time + 1), "起" | "开始")
        && chart.class(time + 2) != Some(Class::Comma)
        && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// 五年计划, 学前一年: the length is part of a name. 年初|预算: so is the day that a plan was made.
fn names_plan(chart: &Chart, time: usize) -> bool {
    matches!(chart.class(time), Some(Class::Time(_)))
        && (matches!(chart.slice(time + 1), "计划" | "规划" | "行动计划" | "义务教育")
            || chart.slice(time) == "年初"
                && matches!(chart.slice(time + 1), "预算" | "目标" | "预期" | "预算数")
            || time.checked_sub(1).is_some_and(|before| chart.slice(before) == "学前"))
}

/// 按1957年的不变价格计算: the year of the prices.
fn names_prices(chart: &Chart, time: usize) -> bool {
    let near = time + 1..time + 1 + MAX_PRICES_PIECES;
    chart.class_before(time) == Some(Class::Basis)
        && near.into_iter().any(|at| chart.slice(at).ends_with("价格"))
}

/// 实现2035年远景目标,提出年均增长5%: a time that describes the object of a verb does not reach beyond its clause.
fn is_apart(chart: &Chart, time: usize, figure: usize) -> bool {
    tells_which(chart, time) && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// 实现|2035年|远景目标, 建设|“十四五”|批复的港口: whether a time describes the object of a verb.
pub(super) fn tells_which(chart: &Chart, time: usize) -> bool {
    let governs = |before: usize| {
        chart.class(before).is_some_and(Class::is_action)
            || chart.slice(before) == "实现"
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

/// 改造|2000年底前|建成的|小区: whether a time says of the object of a verb only when that came to be.
pub(super) fn dates_object(chart: &Chart, time: usize) -> bool {
    let is_action = |at: usize| chart.class(at).is_some_and(Class::is_action);
    let is_thing = |class: Class| class.is_nominal() || matches!(class, Class::Figure(_));
    time.checked_sub(1).is_some_and(is_action)
        && is_action(time + 1)
        && chart.class(time + 2) == Some(Class::De)
        && chart.class(time + 3).is_some_and(is_thing)
}

/// The time that opens the sentence; how long holds for all of it only as a clause of its own (在七年间,).
fn opening(chart: &Chart, candidates: &[Candidate], figure: usize) -> Option<usize> {
    let front = fronted(chart, figure).unwrap_or(0..figure.min(MAX_OPENING_PIECES));
    let mut times = front.clone().filter_map(|at| Some((dated(chart, candidates, at)?, at)));
    let dated = times.find(|(_, at)| {
        !compares(chart, *at, figure)
            && !starts(chart, *at, figure)
            && !is_of_first(chart, *at, figure)
            && !is_over(chart, *at, figure)
            && !begins(chart, *at, figure)
            && !dates_object(chart, *at)
    });
    let dated = dated.map(|(time, _)| time);
    let stands_alone = || {
        let clause =
            chart.pieces.iter().take(figure.min(MAX_ALONE_PIECES)).take_while(|piece| !parts(piece.class));
        let classes: Vec<Class> = clause.map(|piece| piece.class).collect();
        classes.len() < figure.min(MAX_ALONE_PIECES)
            && !classes.iter().any(|class| class.is_nominal() || class.is_action())
    };
    dated.or_else(|| {
        let lasts = |at: usize| {
            time(chart, at).filter(|_| !compares(chart, at, figure)).filter(|time| {
                match &candidates[*time].detail {
                    Detail::Time(time) => time.kind == TimeKind::Duration,
                    _ => false,
                }
            })
        };
        // 两年|工业产值提高5%,成本降低9%: what opens the sentence bare.
        let opens_bare = chart.slice(0).ends_with('年')
            && chart.class(1).is_some_and(Class::is_head)
            && !(1..3).any(|at| chart.slice(at).ends_with("计划") || chart.slice(at).ends_with("规划"));
        (stands_alone() || opens_bare).then(|| front.clone().find_map(lasts)).flatten()
    })
}

/// 各位代表,刚刚过去的|2025年: the first time of a long opening that says nothing else; 与1978年相比,|2009年: or that only
/// compares.
fn fronted(chart: &Chart, figure: usize) -> Option<Range<usize>> {
    let compares = matches!(chart.slice(0), "与" | "同" | "和");
    let comma = (1..figure.min(MAX_FRONTING_PIECES)).find(|at| compares && parts(chart.pieces[*at].class));
    if let Some(comma) = comma.filter(|comma| measures(chart.slice(comma - 1))) {
        return Some(comma + 1..figure.min(comma + 1 + MAX_OPENING_PIECES));
    }
    let first = (0..figure.min(MAX_FRONTING_PIECES))
        .find(|at| time(chart, *at).is_some())
        .filter(|at| *at >= MAX_OPENING_PIECES)?;
    let before = &chart.text[..chart.pieces.get(first)?.range.start];
    fronting::fronts(before, chart.lexicon).then_some(first..first + 1)
}

/// How many pieces after a year the prices of it end at most: 1957年|的|不变|价格.
const MAX_PRICES_PIECES: usize = 4;
/// How many figures back a pair that starts and ends in years of its own begins at most.
const MAX_FIGURES_BACK: usize = 8;
/// How many pieces a clause that only says how long has at most: 在短短的七年中间.
const MAX_ALONE_PIECES: usize = 8;
/// How many pieces after a time what makes a base of it stands at most.
const MAX_BESIDE_PIECES: usize = 7;
/// How many pieces count as the opening of a sentence: 在2023年, 到2030年.
const MAX_OPENING_PIECES: usize = 3;
/// How many pieces a longer opening has at most.
const MAX_FRONTING_PIECES: usize = 10;
