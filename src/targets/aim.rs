//! The target that a result is told beside: 增长5%,低于|6%|的预期目标.

use super::tie::is_linked;
use crate::lexicon::{IndicatorTables, Indicators, TargetCues};
use crate::record::{Bound, Change, Figure, FigureKind, FigureStatus, Speech};

/// Longest text after a figure that can call it the aim which another figure met, in characters.
pub(super) const MAX_AIM_CHARS: usize = 12;
/// Longest text between a figure and the noun that calls it an aim, with that noun, in characters.
const MAX_NAME_CHARS: usize = 9;

/// Words before a figure that call it an aim.
const AIMS: [&str; 5] = ["目标", "计划", "预期", "预算", "原定"];
/// Words after a figure that call it an aim.
const AIMED_AT: [&str; 2] = ["目标", "预期"];
/// Words for how far a result is from its aim: 比6%的目标|低.
const DIFFERENCES: [char; 5] = ['差', '低', '高', '少', '多'];
/// Verb that keeps a quantity below its aim.
const KEPT: &str = "控制在";

/// Whether the clause of a figure says that it was aimed at (产值|目标增长8%|,实际增长5%; 增长5%(|计划8%|)), and not how
/// the aim was kept (完成计划9万吨).
pub(super) fn is_told(before: &str, indicators: &Indicators) -> bool {
    let clause = before.rsplit([',', '(']).next().unwrap_or_default();
    let last = AIMS.iter().filter_map(|aim| Some((clause.rfind(aim)?, aim.len()))).max();
    last.is_some_and(|(at, length)| {
        let led = &clause[..at];
        is_linked(&clause[at + length..], indicators)
            && !indicators.cues.measures_by_aim(led)
            && !indicators.cues.compares(led)
    })
}

/// Whether a figure only says the bound that the result right before it kept: 失业率3.2%,|控制在5.5%以内|.
pub(super) fn only_bounds(speech: &Speech, at: usize, from: usize, before: &str) -> bool {
    let result = at.checked_sub(1).and_then(|result| speech.figures.get(result));
    let figure = speech.figures.get(at);
    let is_like = result.zip(figure).is_some_and(|(result, figure)| {
        result.span.start >= from && result.kind == figure.kind && result.bound == Bound::Exact
    });
    is_like && before.rsplit_once(',').is_some_and(|(_, clause)| clause == KEPT)
}

/// The result that figure `at` is the aim of: the figure right before it in its part of the sentence, which
/// starts at code point `from`, if the clause of the aim says that it was met or missed, or how far off it
/// is.
pub(super) fn result<'s>(
    speech: &'s Speech,
    at: usize,
    from: usize,
    (before, after): (&str, &str),
    cues: &TargetCues,
) -> Option<&'s Figure> {
    let clause = before.rsplit(',').next().unwrap_or_default();
    let aim = aim(after)?;
    let compares = cues.compares(clause)
        || clause == KEPT
        || clause.starts_with(['离', '距']) && aim.contains("差距")
        || clause.starts_with(['与', '同', '比', '较']) && aim.contains(DIFFERENCES);
    let result = at.checked_sub(1).and_then(|result| speech.figures.get(result))?;
    (compares && before.contains(',') && result.span.start >= from).then_some(result)
}

/// Whether the clause of a figure only tells by how much one aim differs from another: 比上年目标|增加9000人.
pub(super) fn differs(clause: &str, figure: &Figure) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Other);
    let compares = clause.starts_with(['比', '较']) && AIMS.iter().any(|aim| clause.contains(aim));
    counts && figure.change != Change::Level && compares
}

/// Whether a figure is an aim that was handed down: 省里下达我市|产量9万吨|,实际8万吨.
pub(super) fn is_handed_down(clause: &str, figure: &Figure) -> bool {
    figure.status == FigureStatus::Target && clause.contains("下达")
}

/// Whether what stands after a figure says that it is aimed at: 左右|的年度目标.
pub(super) fn is_named(after: &str) -> bool {
    aim(after).is_some()
}

/// The rest of a figure's clause, if it names an aim near the figure.
fn aim(after: &str) -> Option<&str> {
    let clause = after.split([',', ';', '。']).next().unwrap_or_default();
    let near = clause.char_indices().nth(MAX_NAME_CHARS).map_or(clause.len(), |(end, _)| end);
    AIMED_AT.iter().any(|named| clause[..near].contains(named)).then_some(clause)
}

/// How an aim bounds what is aimed at, by the words up to 的: 低于3%|左右|的目标. The verb 低于 says how far the result
/// came, and bounds no aim.
pub(super) fn bound(after: &str, words: &IndicatorTables) -> Bound {
    let described = after.split('的').next().unwrap_or_default();
    words.bound_after(described).map_or(Bound::Exact, |(_, bound)| bound)
}
