//! Whether a figure tells what is, what shall be, or neither.

mod along;
mod disowned;
mod foreseen;
mod kept;
mod known;
mod plan;
mod told;

use std::ops::ControlFlow;

use super::after::After;
use super::chart::{Chart, Class, WINDOW_PIECES};
use crate::lexicon::iso::{ends, month_of, year_of};
use crate::lexicon::{Mood, Role};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::FigureStatus;
use crate::relate::{Thread, fronting};
pub(super) use along::Preceding;
use foreseen::{is_of_past, opens_report, sums_to_come};
pub(super) use kept::measures;
pub(super) use known::{is_denominator, is_start};
pub(super) use plan::lays_down;
use plan::{follows_base, foresees, is_base_plan, takes_object};

/// A sentence whose figures are read, and what stands around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a, 's> {
    pub(super) scene: &'a Scene<'s>,
    pub(super) thread: &'a Thread,
    pub(super) chart: &'a Chart<'s>,
    pub(super) candidates: &'a [Candidate],
    /// The mood of the sentence that announces the list around it.
    pub(super) announced: Option<Mood>,
    /// Whether a plan told of earlier in the paragraph holds where nothing else is said.
    pub(super) laid_down: bool,
}

/// The status of figure `number`, by the first of these that says it: the words of the figure itself
/// ([`known::settled`]); the nearest word or time before it in its clause, then in its sentence; what
/// announces it; its time, if that is of another year than the text; a time that is over and opened its
/// paragraph; a plan that holds for the paragraph; the outlook of the sentences around, of the headings above
/// and of the chapter before ([`crate::relate::outlook`]). Failing all these, a text tells what is.
pub(super) fn read(
    sentence: &Sentence,
    number: usize,
    after: Option<&After>,
    time: Option<usize>,
    told: Preceding,
) -> FigureStatus {
    let Sentence { scene, thread, chart, candidates, announced, laid_down } = *sentence;
    let Some(place) = chart.figures.get(number) else { return FigureStatus::Other };
    if let Some(status) = known::settled(scene, chart, candidates, *place, after) {
        return status;
    }
    let own_time = time.and_then(|time| candidates.get(time));
    if along::changes_planned(chart, number, told) || sums_to_come(thread, chart, own_time, place.piece) {
        return FigureStatus::Target;
    }
    let mood = before(thread, chart, candidates, place.piece);
    // 我国有九亿农民: what one has exists, whatever the text around speaks of.
    let has = known::has(chart, place.piece, after);
    let around = || {
        let own = own_time.and_then(|time| of_other_year(time, thread.day()?));
        let is_near = thread.looks_back.is_some_and(|at| thread.start <= at + MAX_PARAGRAPH_BYTES);
        // 1954年预计产量如下:茶叶9吨;…: the words before the colon announce it.
        let colon = announced.is_none().then(|| chart.colon_before(place.piece)).flatten();
        announced
            .or_else(|| before(thread, chart, candidates, colon?))
            .or(own)
            .or(is_near.then_some(Mood::Done))
            .or(laid_down.then_some(Mood::Plan))
            .or(thread.outlook)
    };
    let mood = if has { mood } else { mood.or_else(around) };
    if mood == Some(Mood::Plan) { FigureStatus::Target } else { FigureStatus::Result }
}

/// Whether a plan ends with this sentence, which tells something as done, or a year that is over.
pub(super) fn ends_plan(sentence: &Sentence) -> bool {
    let Sentence { thread, chart, candidates, .. } = *sentence;
    let is_done = |figure: usize| {
        before(thread, chart, candidates, figure) == Some(Mood::Done)
            && !is_start(chart, figure)
            && !known::is_base(chart, figure)
    };
    let is_over = |at: usize| match chart.class(at) {
        Some(Class::Time(time)) if !is_compared(chart, at) => {
            candidates.get(time).and_then(|time| of_time(time, thread.day()?)) == Some(Mood::Done)
        }
        _ => false,
    };
    (0..chart.pieces.len()).any(is_over) || chart.figures.iter().any(|place| is_done(place.piece))
}

/// Whether the plan that the sentence lays down goes on after it; an outline is told of with what came of it.
pub(super) fn opens_plan(chart: &Chart) -> bool {
    chart.laid_down.is_some_and(|plan| !chart.slice(plan).contains("纲要"))
}

/// Keeps, for the paragraph, whether the time that opens a sentence is over: 五年来,….
pub(super) fn follow_paragraph(scene: &Scene, thread: &mut Thread, candidates: &[Candidate]) {
    if thread.opens_paragraph {
        thread.looks_back = None;
    }
    let Some(time) = fronting::opening(scene.text, candidates, scene.lexicon) else { return };
    let is_over = || thread.day().and_then(|day| of_other_year(time, day)) == Some(Mood::Done);
    let looks_back = is_elapsed(scene.slice(&time.range)) || is_over();
    thread.looks_back = looks_back.then_some(thread.start);
}

/// The mood of a time of another year than the document's: a result before that, a plan after it.
fn of_other_year(candidate: &Candidate, date: &str) -> Option<Mood> {
    let Detail::Time(time) = &candidate.detail else { return None };
    let iso = time.iso.as_deref().filter(|iso| iso.starts_with(|c: char| c.is_ascii_digit()))?;
    let own: i32 = year_of(date)?;
    let (first, last) = ends(iso);
    let (first, last): (i32, i32) = (year_of(first)?, year_of(last)?);
    if last < own { Some(Mood::Done) } else { (first > own).then_some(Mood::Plan) }
}

/// The mood that the words before the colon at the end of the sentence tell.
pub(super) fn last(thread: &Thread, chart: &Chart, candidates: &[Candidate]) -> Option<Mood> {
    before(thread, chart, candidates, chart.pieces.len().saturating_sub(1))
}

/// Whether the sentence is an item of a list: 粮食:达到…, (一)…, ——粮食达到….
pub(in crate::relate) fn is_item(sentence: &str) -> bool {
    let sentence = sentence.trim_start();
    let opening =
        || sentence.char_indices().map_while(|(at, character)| (at < MAX_LABEL_BYTES).then_some(character));
    sentence.starts_with('(')
        || sentence.starts_with("——")
        || opening().any(|character| character == ':')
        || sentence.starts_with(is_numeric) && opening().any(|character| matches!(character, '、' | '.'))
}

/// How far back from a figure the search for its mood has gone, and what it has met.
struct Back {
    figure: usize,
    same_clause: bool,
    same_sentence: bool,
    /// Whether 累计 was met, which tells a result where no plan is announced.
    summed: bool,
    /// Whether the figure is compared with a plan, and so has come: 超过|计划成本4%.
    is_measured: bool,
    /// Pieces from here on are passed: what is only planned beside another quantity says nothing of the next:
    /// 入园率9成,规划2027年95%;就业率8成.
    aside: usize,
}

/// The mood that the nearest word or time before the figure tells. A word for a result does not reach across
/// a comma into a plan, nor a word for a plan into a review.
fn before(thread: &Thread, chart: &Chart, candidates: &[Candidate], figure: usize) -> Option<Mood> {
    let mut back = Back {
        figure,
        same_clause: true,
        same_sentence: true,
        summed: false,
        is_measured: false,
        aside: figure,
    };
    let (mut passes_time, mut passes_deed) = (false, false);
    for at in (figure.saturating_sub(WINDOW_PIECES)..figure).rev() {
        if back.aside < figure && at >= back.aside {
            continue;
        }
        // 入园率9成(计划2027年95%),就业率8成: nor does a parenthesis with a figure of its own.
        back.aside = aside_that_closes(chart, at).unwrap_or(back.aside);
        let is_time = matches!(chart.pieces[at].class, Class::Time(_)) && !is_compared(chart, at);
        let is_first_back = is_time && !std::mem::replace(&mut passes_time, true);
        let mood = match mood_at(thread, chart, candidates, at, &mut back) {
            ControlFlow::Break(mood) => return Some(mood),
            ControlFlow::Continue(mood) => mood,
        };
        if back.summed && mood == Some(Mood::Done) {
            return mood;
        }
        let reaches = |mood: &Mood| {
            let agrees = thread.outlook.is_none_or(|outlook| outlook == *mood);
            // 1952年棉花增长9%;羊毛增长5%: a year that is over holds for the rest, if it is the only year there.
            let is_over = *mood == Mood::Done && is_first_back;
            // 2026年,产值增长9%;羊毛增长5%: so does a year to come that stands alone, if nothing is told as done.
            let is_headed =
                is_first_back && !passes_deed && at <= 1 && chart.class(at + 1) == Some(Class::Comma);
            let dates = || (back.same_sentence || is_over || is_headed) && is_topic(chart, at);
            back.same_clause
                || agrees
                || back.same_sentence && foresees(chart, at)
                || along::strives(chart, at)
                || lays_down(chart, at)
                || dates()
        };
        // 计划规定产值达到9万吨,比1980年的8万吨增加1万吨: another clause does not undo the plan.
        let is_laid_down =
            mood == Some(Mood::Done) && !back.same_clause && chart.laid_down.is_some_and(|plan| plan < at);
        if let Some(mood) = mood.filter(reaches).filter(|_| !is_laid_down) {
            return Some(mood);
        }
        passes_deed |= mood == Some(Mood::Done);
    }
    if back.is_measured || back.summed && thread.outlook != Some(Mood::Plan) {
        return Some(Mood::Done);
    }
    // A list that a plan lays down may be longer than the window.
    chart.laid_down.filter(|plan| *plan < figure).map(|_| Mood::Plan)
}

/// The mood that a piece before a figure tells; `Break` if it holds whatever stands between.
fn mood_at(
    thread: &Thread,
    chart: &Chart,
    candidates: &[Candidate],
    at: usize,
    back: &mut Back,
) -> ControlFlow<Mood, Option<Mood>> {
    let piece = &chart.pieces[at];
    ControlFlow::Continue(match piece.class {
        // 里程已达9万公里,其中高铁3万公里: the parts that 其中 opens have the mood of the whole.
        Class::Comma if chart.slice(at + 1) == "其中" => None,
        Class::Comma | Class::Stop => {
            back.same_clause = false;
            back.same_sentence &= piece.class == Class::Comma;
            let beside = super::time::aim_beside(chart, at, back.figure);
            let passing = || super::time::clause_in_passing(chart, candidates, at, back.figure);
            back.aside = beside.or_else(passing).unwrap_or(back.figure);
            None
        }
        // 到五月份|为止: this was counted up to then.
        Class::Time(_) if chart.slice(at + 1) == "为止" => return ControlFlow::Break(Mood::Done),
        // 按1957年价格计算, (1957年价)
        Class::Time(_) if super::time::is_reckoned_by(chart, at) => None,
        // 建设“十四五”批复的港口,争取再建9座: the time tells which ports.
        Class::Time(_) if !back.same_clause && super::time::tells_which(chart, at) => None,
        Class::Time(_) if super::time::dates_object(chart, at) => None,
        Class::Time(_) if super::time::lays_ground(chart, at, back.figure) => None,
        Class::Time(index) if !is_compared(chart, at) => {
            let dated = candidates.get(index).and_then(|time| of_time(time, thread.day()?));
            // 五年来,…: the years up to now have brought it, whatever the text around speaks of.
            if is_elapsed(chart.slice(at)) {
                return ControlFlow::Break(Mood::Done);
            }
            // 到2020年,…: a date to come that stands alone holds for all that follows.
            if dated == Some(Mood::Plan) && is_frame(chart, at) {
                return ControlFlow::Break(Mood::Plan);
            }
            // 到2020年: without a date of the document, a limit belongs to a plan, unless the text reviews.
            let is_limit = at > 0 && chart.slice(at - 1) == "到" && thread.outlook != Some(Mood::Done);
            let limit = (thread.day().is_none() && is_limit).then_some(Mood::Plan);
            dated.or(piece.mood).or(limit)
        }
        Class::Time(_) => None,
        _ if back.same_clause && chart.compares(at) && chart.slice(at + 1).starts_with("计划") => {
            back.is_measured = true;
            None
        }
        // 由目前的5%提高到, 比现在增加: the time of the start is not that of what is to be reached.
        _ if at > 0 && starts_or_compares(chart.slice(at - 1)) => None,
        // 到2030年,累计建成5座: a sum tells what has been done only where no plan is announced.
        _ if piece.mood == Some(Mood::Done) && chart.slice(at).starts_with("累计") => {
            back.summed |= back.same_clause;
            None
        }
        _ if is_base_plan(chart, at) || takes_object(chart, at) => None,
        _ if piece.mood == Some(Mood::Plan) && kept::names_measure(chart, at) => None,
        // 比1980年预计增长5%: what is compared with a year that is not over must be a plan.
        _ if chart.slice(at) == "预计" && follows_base(chart, at) => Some(Mood::Plan),
        // 1974年产值预计比1964年增长, 预计全年增长 in a review: of a year that is over nothing is foreseen any more.
        _ if chart.slice(at) == "预计" && is_of_past(thread, chart, candidates, at) => {
            return ControlFlow::Break(Mood::Done);
        }
        // 仍|需下降5%;渔港9座: what one quantity falls short by says nothing of the next.
        _ if !back.same_sentence
            && chart.slice(at) == "需"
            && matches!(chart.slice_before(at), "仍" | "还" | "尚") =>
        {
            None
        }
        // 计划为3%,实际达到4%: this is what came of the plan.
        _ if back.same_clause && chart.slice(at) == "实际" && chart.is_level(at + 1)
            || back.same_sentence && chart.slice(at) == "实际" && chart.slice(at + 1) == "完成" =>
        {
            return ControlFlow::Break(Mood::Done);
        }
        // 我们的目标是,产值翻一番: this is what one aims at.
        _ if chart.slice(at).ends_with("目标")
            && matches!(chart.slice(at + 1), "是" | "为")
            && chart.class(at + 2) == Some(Class::Comma) =>
        {
            return ControlFlow::Break(Mood::Plan);
        }
        // 据介绍,…: a report.
        _ if chart.plays(at, Role::Reports) || opens_report(chart, at) => {
            return ControlFlow::Break(Mood::Done);
        }
        _ => piece.mood,
    })
}

/// Whether a time opens its clause, and so holds for the next ones: 1952年产量达到; 在1952年的产量; 目前,; 近年来,.
fn is_topic(chart: &Chart, at: usize) -> bool {
    let opens = |at: usize| matches!(chart.class_before(at), None | Some(Class::Comma | Class::Stop));
    let is_in = at > 0 && chart.slice(at - 1) == "在" && opens(at - 1);
    let is_time = matches!(chart.class(at), Some(Class::Time(_)));
    is_time && (opens(at) || is_in)
        || chart.class(at) == Some(Class::Link)
            && chart.pieces[at].mood == Some(Mood::Done)
            && opens(at)
            && chart.class(at + 1) == Some(Class::Comma)
}

/// The index of the piece that opens the parenthesis closed at this piece, if it holds a figure.
fn aside_that_closes(chart: &Chart, close: usize) -> Option<usize> {
    let open = (chart.slice(close) == ")").then(|| chart.opening(close))??;
    (open..close).any(|at| matches!(chart.class(at), Some(Class::Figure(_)))).then_some(open)
}

fn starts_or_compares(word: &str) -> bool {
    word.ends_with(['从', '由']) || matches!(word, "比" | "较")
}

/// Whether a time runs up to now: 五年来, 改革开放以来, 过去五年.
pub(in crate::relate) fn is_elapsed(time: &str) -> bool {
    time.ends_with('来') && !time.ends_with("未来") && !time.ends_with("将来") || time.starts_with("过去")
}

/// Whether a limit stands alone (到2030年,…), or a term opens the sentence (五年内建成9座,扩建6座).
fn is_frame(chart: &Chart, time: usize) -> bool {
    let is_limit = time.checked_sub(1).is_some_and(|before| chart.slice(before) == "到");
    is_limit && chart.class(time + 1) == Some(Class::Comma)
        || time == 0 && chart.slice(time).ends_with("年内")
}

/// Whether the figure is compared with the time: 比上年, 较2020年.
fn is_compared(chart: &Chart, time: usize) -> bool {
    let before = time.checked_sub(1).map_or("", |before| chart.slice(before));
    // 为1955年的98%
    let is_ratio = matches!(before, "为" | "是" | "相当于" | "等于")
        && chart.class(time + 1) == Some(Class::De)
        && matches!(chart.class(time + 2), Some(Class::Figure(_)))
        && (chart.slice(time + 2).ends_with(['%', '倍', '半'])
            || chart.slice(time + 2).starts_with("百分之"));
    is_ratio
        || time > 0 && chart.compares(time - 1)
        || matches!(before, "与" | "同" | "来同" | "自")
        || before.ends_with(['从', '由'])
}

/// The mood of a time: a result before the document's year, a plan after it. In the document's year, the
/// whole of a young year is a plan; a month or day is a result once it is past.
pub(in crate::relate) fn of_time(candidate: &Candidate, date: &str) -> Option<Mood> {
    let Detail::Time(time) = &candidate.detail else { return None };
    let iso = time.iso.as_deref()?;
    // 2008年以后, 解放以后: this has run up to the text.
    let runs_up = candidate.rule == "time.since" && iso.contains('/');
    if runs_up { Some(Mood::Done) } else { of_iso(iso, date) }
}

/// The same for a time in ISO.
pub(in crate::relate) fn of_iso(iso: &str, date: &str) -> Option<Mood> {
    let end = iso.rsplit('/').next()?;
    let (year, document_year): (i32, i32) = (year_of(end)?, year_of(date)?);
    match year.cmp(&document_year) {
        std::cmp::Ordering::Less => Some(Mood::Done),
        std::cmp::Ordering::Greater => Some(Mood::Plan),
        // A report without a month comes early in the year.
        std::cmp::Ordering::Equal if date.len() == YEAR => (end.len() == YEAR).then_some(Mood::Plan),
        std::cmp::Ordering::Equal => {
            let month: u8 = month_of(date)?;
            let same = end.len().min(date.len());
            match end.get(..same)?.cmp(date.get(..same)?) {
                // “十四五”期间,… in its last year: this is told as often as planned.
                _ if end.len() == YEAR
                    && iso.len() > YEAR
                    && year_of::<i32>(iso).is_some_and(|first| first < year) =>
                {
                    None
                }
                _ if end.len() == YEAR => (month <= LAST_FORWARD_MONTH).then_some(Mood::Plan),
                std::cmp::Ordering::Less => Some(Mood::Done),
                std::cmp::Ordering::Greater => Some(Mood::Plan),
                std::cmp::Ordering::Equal => None,
            }
        }
    }
}

/// Farthest that the time which opens a paragraph holds in it, in bytes.
const MAX_PARAGRAPH_BYTES: usize = 1500;
/// Longest label of an item, in bytes.
const MAX_LABEL_BYTES: usize = 40;
/// Most pieces between 从 and its figure, or between a figure and its 增加到.
const MAX_START_PIECES: usize = 4;

const YEAR: usize = "2024".len();
/// The last month in which a text speaks of the whole year as to come; from April on it may report a quarter.
const LAST_FORWARD_MONTH: u8 = 3;
