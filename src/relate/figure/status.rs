//! Whether a figure tells of what is, of what shall be, or of neither.

use super::ahead::Ahead;
use super::chart::{Chart, Class, Place, WINDOW, figure};
use crate::lexicon::{Mood, Role};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::{Bound, FigureKind, FigureStatus};
use crate::relate::Thread;

/// The status of figure `number`: a condition is neither; what is there already is a result; else
/// the nearest word or time before it decides, else the outlook of the text around.
pub(super) fn read(
    scene: &Scene,
    thread: &Thread,
    chart: &Chart,
    candidates: &[Candidate],
    number: usize,
    ahead: Option<&Ahead>,
    announced: Option<Mood>,
) -> FigureStatus {
    let Some(place) = chart.figures.get(number) else { return FigureStatus::Other };
    let describes = ahead
        .is_some_and(|ahead| ahead.threshold || ahead.of.is_some() && is_age(candidates, place.candidate));
    let is_measured_off = ahead.is_some_and(|ahead| is_extent(scene, ahead));
    if describes
        || is_measured_off
        || is_denominator(chart, place.piece)
        || is_supposed(chart, place.piece)
        || is_defined(chart, candidates, *place)
    {
        return FigureStatus::Other;
    }
    if ahead.is_some_and(|ahead| ahead.existing || is_definite(scene, chart, place.piece)) {
        return FigureStatus::Result;
    }
    if ahead.is_some_and(|ahead| is_made_up(chart, place.piece, ahead)) {
        return FigureStatus::Result;
    }
    if is_known_share(chart, place.piece) {
        return FigureStatus::Result;
    }
    // 从5万担增加到, 比1957年的5万担增加: where a quantity starts from has been reached.
    if is_start(chart, place.piece) || is_base(chart, place.piece) {
        return FigureStatus::Result;
    }
    if is_demanded(chart, place.piece) {
        return FigureStatus::Target;
    }
    let mood = before(thread, chart, candidates, place.piece);
    // 我国有九亿农民: what one has is there, whatever the text around speaks of.
    let mood = if has(chart, place.piece, ahead) { mood } else { mood.or(announced).or(thread.outlook) };
    if mood == Some(Mood::Plan) { FigureStatus::Target } else { FigureStatus::Result }
}

/// 由9个部分构成, 在9亿人民中: of what something is made up, or among whom something is so.
fn is_made_up(chart: &Chart, figure: usize, ahead: &Ahead) -> bool {
    let end = ahead.of.as_ref().map_or(0, |of| of.end);
    let near = chart.pieces.iter().enumerate().skip(figure + 1).take(WINDOW);
    let behind = near.map(|(at, piece)| (at, piece.range.start)).find(|(_, start)| *start >= end);
    let (before, behind) =
        (chart.slice(figure.wrapping_sub(1)), behind.map_or("", |(at, _)| chart.slice(at)));
    before == "由" && matches!(behind, "构成" | "组成") || before == "在" && matches!(behind, "中" | "之中")
}

/// 80岁老人: an age describes whom it stands before.
fn is_age(candidates: &[Candidate], candidate: usize) -> bool {
    candidates.get(candidate).and_then(figure).is_some_and(|figure| figure.kind == FigureKind::Age)
}

/// 周边500米范围内: what only says how far something holds.
fn is_extent(scene: &Scene, ahead: &Ahead) -> bool {
    ahead.of.as_ref().is_some_and(|of| scene.slice(of).ends_with("范围"))
}

/// 每10万人拥有, 每百斤油料: what something else is reckoned by.
pub(super) fn is_denominator(chart: &Chart, figure: usize) -> bool {
    figure.checked_sub(1).is_some_and(|before| chart.slice(before) == "每")
}

/// What the words before the colon at the end of the sentence say.
pub(super) fn last(thread: &Thread, chart: &Chart, candidates: &[Candidate]) -> Option<Mood> {
    before(thread, chart, candidates, chart.pieces.len().saturating_sub(1))
}

/// 粮食:达到…, (一)…: whether the sentence is an item of a list.
pub(super) fn is_item(sentence: &str) -> bool {
    let sentence = sentence.trim_start();
    let opening = || sentence.char_indices().map_while(|(at, character)| (at < LABEL).then_some(character));
    sentence.starts_with('(')
        || opening().any(|character| character == ':')
        || sentence.starts_with(is_numeric) && opening().any(|character| matches!(character, '、' | '.'))
}

/// 如果每人节约5斤,就有5亿斤: in a condition and in what follows from it nothing is told or promised. 相当于5吨,
/// 折合5万元: nor where a quantity is only put in other words.
fn is_supposed(chart: &Chart, figure: usize) -> bool {
    let reckons =
        figure.checked_sub(1).is_some_and(|before| matches!(chart.slice(before), "相当于" | "折合"));
    let sentence = (figure.saturating_sub(WINDOW)..figure)
        .rev()
        .take_while(|at| chart.class(*at) != Some(Class::Stop))
        .map(|at| chart.slice(at));
    // 如果按可比价格计算,增长5%; 如果不受灾,将达到5亿斤: what is reckoned is told, what will be is promised.
    let told = |word: &str| {
        matches!(word, "计算" | "比较" | "检查" | "实际" | "将" | "将要") || word.ends_with('看')
    };
    let mut open = sentence.take_while(|word| !told(word));
    // 只要遵循三个原则, 只要努力,就能完成增产5%的计划: what is agreed upon or planned is not supposed.
    let is_known =
        chart.slice(figure).ends_with(['个', '项', '条']) || chart.class(figure + 1) == Some(Class::De);
    reckons
        || open.any(|word| {
            matches!(word, "如果" | "假如" | "假使" | "倘若" | "假定") || word == "只要" && !is_known
        })
}

/// 重大事故,是指损失5万元以上: the limits of a definition are neither told nor promised.
fn is_defined(chart: &Chart, candidates: &[Candidate], place: Place) -> bool {
    let is_limit = candidates
        .get(place.candidate)
        .and_then(figure)
        .is_some_and(|figure| matches!(figure.bound, Bound::Over | Bound::Under | Bound::Range));
    let mut sentence = (place.piece.saturating_sub(WINDOW)..place.piece)
        .rev()
        .take_while(|at| !matches!(chart.slice(*at), ";" | "。"));
    is_limit
        && sentence.any(|at| {
            chart.slice(at) == "是指" || at > 0 && chart.slice(at) == "指" && chart.slice(at - 1) == "是"
        })
}

/// 规划要求:产量达到5万吨: what is demanded is still to be reached.
fn is_demanded(chart: &Chart, figure: usize) -> bool {
    let mut near = (figure.saturating_sub(WINDOW)..figure).rev();
    let stop = near.find(|at| chart.class(*at) == Some(Class::Stop));
    stop.is_some_and(|stop| chart.slice(stop) == ":" && stop > 0 && chart.slice(stop - 1).ends_with("要求"))
}

/// 占人口一半的农民, but 占一半的目标: a share that describes whom it is about is known.
fn is_known_share(chart: &Chart, figure: usize) -> bool {
    let mut clause = (figure.saturating_sub(WINDOW)..figure)
        .rev()
        .take_while(|at| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop | Class::Figure(_))));
    let has_share = clause.any(|at| chart.class(at) == Some(Class::Share));
    let de = (figure + 1..figure + START).find(|at| !matches!(chart.class(*at), Some(Class::Bound { .. })));
    let described = de.filter(|de| chart.class(*de) == Some(Class::De)).map(|de| de + 1);
    has_share
        && described.is_some_and(|noun| {
            chart.class(noun).is_some_and(Class::is_nominal)
                && !matches!(chart.slice(noun), "目标" | "任务" | "要求" | "比例" | "比重" | "水平" | "速度")
        })
}

/// Whether 从 or 由 stands before the figure, perhaps with a time: 由2020年的5%提高到.
fn is_start(chart: &Chart, figure: usize) -> bool {
    let is_when = |at: usize| {
        matches!(chart.class(at), Some(Class::Time(_) | Class::De | Class::Bound { .. }))
            || matches!(chart.slice(at), "目前" | "现在")
    };
    let from = (figure.saturating_sub(START)..figure).rev().find(|at| !is_when(*at));
    let is_from = from.is_some_and(|at| chart.slice(at).ends_with(['从', '由']));
    let arrives = chart.pieces[figure..].iter().take(START).any(|piece| piece.class == Class::Arrive);
    is_from && arrives
}

/// 比1957年的5万担, 比现有的9个: whether the figure is that of the time that it is compared with.
fn is_base(chart: &Chart, figure: usize) -> bool {
    let time = figure.checked_sub(2).filter(|_| chart.class_before(figure) == Some(Class::De));
    time.is_some_and(|time| {
        matches!(chart.slice(time), "现有" | "原有" | "目前")
            || matches!(chart.class(time), Some(Class::Time(_)))
                && starts_or_compares(chart.slice(time.saturating_sub(1)))
    })
}

/// 我国有九亿农民, but 争取有3个, 有3个工程开工: whether it is told what one has.
fn has(chart: &Chart, figure: usize, ahead: Option<&Ahead>) -> bool {
    let Some(verb) = figure.checked_sub(1) else { return false };
    let counted = ahead.and_then(|ahead| ahead.of.as_ref());
    let behind =
        |end: usize| chart.pieces[figure..].iter().take(WINDOW).find(move |piece| piece.range.start >= end);
    let happens = counted.and_then(|of| behind(of.end)).is_some_and(|next| next.class.is_action());
    matches!(chart.slice(verb), "有" | "现有" | "拥有" | "只有" | "还有")
        && !happens
        && !verb.checked_sub(1).is_some_and(|before| matches!(chart.slice(before), "其中" | "争取" | "力争"))
}

/// 国内国际两个市场, 纳入规划的5个项目, 这三条: what is counted is named or described as known.
fn is_definite(scene: &Scene, chart: &Chart, figure: usize) -> bool {
    let Some(before) = figure.checked_sub(1) else { return false };
    match chart.pieces[before].class {
        Class::De => true,
        Class::Noun { .. } => !scene.lexicon.cues.words.contains(chart.slice(before)),
        Class::Link => matches!(chart.slice(before), "这" | "那" | "该" | "以上" | "上述" | "此" | "其他"),
        Class::Etc => follows_care(chart, before),
        // 国内国际两个市场、两种资源: so is the further member of a list whose first is known.
        Class::Pause | Class::And => {
            let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
            let first = (before.saturating_sub(START)..before).rev().find(|at| !nominal(at));
            first.is_some_and(|first| {
                matches!(chart.class(first), Some(Class::Figure(_))) && is_definite(scene, chart, first)
            })
        }
        // 用|好两个市场
        Class::Modifier => chart.slice(before) == "好" && before > 0 && chart.slice(before - 1) == "用",
        // 依托3个园区: one draws on what is there; no new quantity is promised.
        _ => chart.plays(before, Role::Draws),
    }
}

/// 支持甲、乙等3个项目: whom one supports or looks after is there, when some of them are named.
fn follows_care(chart: &Chart, etc: usize) -> bool {
    let clause = (etc.saturating_sub(WINDOW)..etc)
        .rev()
        .take_while(|at| !matches!(chart.pieces[*at].class, Class::Comma | Class::Stop | Class::Figure(_)));
    clause.into_iter().any(|at| matches!(chart.slice(at), "支持" | "做好") || chart.plays(at, Role::Draws))
}

/// What the nearest word or time before the figure says. A word of result does not reach across a
/// comma into a plan, nor a word of plan into a review.
fn before(thread: &Thread, chart: &Chart, candidates: &[Candidate], figure: usize) -> Option<Mood> {
    let (mut same_clause, mut same_sentence, mut summed) = (true, true, false);
    for at in (figure.saturating_sub(WINDOW)..figure).rev() {
        let piece = &chart.pieces[at];
        let mood = match piece.class {
            // 里程已达9万公里,其中高铁3万公里: what 其中 divides is of one mood.
            Class::Comma if chart.slice(at + 1) == "其中" => None,
            Class::Comma | Class::Stop => {
                same_clause = false;
                same_sentence &= piece.class == Class::Comma;
                None
            }
            Class::Time(index) if !is_compared(chart, at) => {
                let dated = candidates.get(index).and_then(|time| of_time(time, thread.day()?));
                // 五年来,…: what the years up to now have brought, whatever the text around speaks of.
                if is_elapsed(chart.slice(at)) {
                    return Some(Mood::Done);
                }
                // 到2020年: without a date of the document, a limit is one of a plan, unless the text reviews.
                // 到2020年,…: a date to come that stands alone holds for all that follows.
                if dated == Some(Mood::Plan) && is_frame(chart, at) {
                    return dated;
                }
                let is_limit = at > 0 && chart.slice(at - 1) == "到" && thread.outlook != Some(Mood::Done);
                let limit = (thread.day().is_none() && is_limit).then_some(Mood::Plan);
                dated.or(piece.mood).or(limit)
            }
            Class::Time(_) => None,
            // 由目前的5%提高到, 比现在增加: the time of the start is not that of what shall be reached.
            _ if at > 0 && starts_or_compares(chart.slice(at - 1)) => None,
            // 到2030年,累计建成5座: a sum is one of what has been done where no plan is announced.
            _ if piece.mood == Some(Mood::Done) && chart.slice(at).starts_with("累计") => {
                summed |= same_clause;
                None
            }
            // 完成年计划的90%, 完成计划90%: a plan, and nothing is planned.
            _ if chart.slice(at) == "计划"
                && (matches!(chart.class(at + 1), Some(Class::De | Class::Comma))
                    || at > 0 && matches!(chart.slice(at - 1), "年" | "年度" | "完成" | "总")) =>
            {
                None
            }
            // 计划为3%,实际达到4%: what came of the plan.
            _ if same_clause && chart.slice(at) == "实际" && chart.is_level(at + 1) => {
                return Some(Mood::Done);
            }
            // 据介绍,…: a report.
            _ if chart.plays(at, Role::Reports) => return Some(Mood::Done),
            _ => piece.mood,
        };
        if summed && mood == Some(Mood::Done) {
            return mood;
        }
        let reaches = |mood: &Mood| {
            let agrees = thread.outlook.is_none_or(|outlook| outlook == *mood);
            same_clause || agrees || same_sentence && foresees(chart, at) || lays_down(chart, at)
        };
        if let Some(mood) = mood.filter(reaches) {
            return Some(mood);
        }
    }
    if summed {
        return Some(Mood::Done);
    }
    // A list that a plan lays down may be longer than the window.
    chart.laid_down.filter(|plan| *plan < figure).map(|_| Mood::Plan)
}

/// 产量计划达到9万吨;棉花6万担; 五年计划规定,…: what a plan lays down holds for all that its sentence lists.
pub(super) fn lays_down(chart: &Chart, at: usize) -> bool {
    match chart.slice(at) {
        "计划" => chart.is_predicate(at + 1) || chart.slice(at + 1) == "为",
        "规定" => (at.saturating_sub(2)..at).any(|at| matches!(chart.slice(at), "计划" | "草案" | "纲要")),
        word => word.ends_with("计划规定"),
    }
}

/// 预计比上年,…, 将增加到9万台,棉花达到: what is foreseen goes on through the sentence, in a review too. 将 that opens
/// no quantity is 把.
fn foresees(chart: &Chart, at: usize) -> bool {
    match chart.slice(at) {
        "预计" | "力争" | "争取" => true,
        // 计划规定产值增长5%,达到9亿元
        word if word.ends_with("规定") => chart.class(at + 1) != Some(Class::De),
        "将" | "预期" => chart.is_predicate(at + 1),
        _ => false,
    }
}

fn starts_or_compares(word: &str) -> bool {
    word.ends_with(['从', '由']) || matches!(word, "比" | "较")
}

/// 五年来, 改革开放以来, 过去五年.
fn is_elapsed(time: &str) -> bool {
    time.ends_with('来') && !time.ends_with("未来") && !time.ends_with("将来") || time.starts_with("过去")
}

/// 到2030年,…: the limit stands alone; 五年内建成9座,扩建6座: the term opens the sentence.
fn is_frame(chart: &Chart, time: usize) -> bool {
    let is_limit = time.checked_sub(1).is_some_and(|before| chart.slice(before) == "到");
    is_limit && chart.class(time + 1) == Some(Class::Comma)
        || time == 0 && chart.slice(time).ends_with("年内")
}

/// 比上年, 较2020年: the time is what the figure is compared with.
fn is_compared(chart: &Chart, time: usize) -> bool {
    let before = time.checked_sub(1).map_or("", |before| chart.slice(before));
    // 为1955年的98%
    let is_ratio = matches!(before, "为" | "是" | "相当于" | "等于")
        && chart.class(time + 1) == Some(Class::De)
        && matches!(chart.class(time + 2), Some(Class::Figure(_)))
        && (chart.slice(time + 2).ends_with(['%', '倍']) || chart.slice(time + 2).starts_with("百分之"));
    is_ratio
        || time > 0 && chart.compares(time - 1)
        || matches!(before, "与" | "同" | "自")
        || before.ends_with(['从', '由'])
}

/// Before the document's year a result, after it a plan; in its year a plan as long as the year is young, a month or
/// a day whether it is past.
pub(in crate::relate) fn of_time(candidate: &Candidate, date: &str) -> Option<Mood> {
    let Detail::Time(time) = &candidate.detail else { return None };
    let iso = time.iso.as_deref()?;
    let end = iso.rsplit('/').next()?;
    let year: i32 = end.get(..4)?.parse().ok()?;
    let document_year: i32 = date.get(..4)?.parse().ok()?;
    match year.cmp(&document_year) {
        std::cmp::Ordering::Less => Some(Mood::Done),
        std::cmp::Ordering::Greater => Some(Mood::Plan),
        std::cmp::Ordering::Equal => {
            let month: u8 = date.get(5..7)?.parse().ok()?;
            let same = end.len().min(date.len());
            match end.get(..same)?.cmp(date.get(..same)?) {
                _ if end.len() == YEAR => (month <= YOUNG).then_some(Mood::Plan),
                std::cmp::Ordering::Less => Some(Mood::Done),
                std::cmp::Ordering::Greater => Some(Mood::Plan),
                std::cmp::Ordering::Equal => None,
            }
        }
    }
}

/// How many bytes the label of an item has at most.
const LABEL: usize = 40;
/// How many pieces stand between 从 and its figure, or a figure and its 增加到, at most.
const START: usize = 4;

/// How long a year is as ISO writes it.
const YEAR: usize = 4;
/// The last month in which a report speaks of the whole year as of the future.
const YOUNG: u8 = 3;
