//! What a figure counts, when that follows it: 211个项目, 亿元以上项目, 85.2%的任务.

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW};
use crate::recognise::Figure;
use crate::record::FigureKind;

/// What stands behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ahead {
    pub(super) of: Range<usize>,
    /// The figure is a condition of what is named: 亿元以上项目.
    pub(super) threshold: bool,
    /// What is named is there already: 4个在建项目.
    pub(super) existing: bool,
}

/// The noun phrase behind figure `number`; `next` is what was found for the figure behind it.
pub(super) fn read(chart: &Chart, number: usize, figure: &Figure, next: Option<&Ahead>) -> Option<Ahead> {
    let place = chart.figures.get(number)?;
    let (mut at, mut threshold, mut bounded) = (place.piece + 1, false, false);
    while let Some(Class::Bound { threshold: condition, .. }) = chart.class(at) {
        threshold |= condition;
        bounded = true;
        at += 1;
    }
    // 左右 and 上下 stand between a figure and its noun too: 5%左右的目标.
    if chart.class(at) == Some(Class::Link) && chart.class(at + 1) == Some(Class::De) {
        at += 1;
    }
    if chart.class(at) == Some(Class::De) {
        bounded = true;
        at += 1;
    }
    if let Some(shared) = shared(chart, number, at, figure, next) {
        return Some(Ahead { threshold: threshold || figure.kind != FigureKind::Count, ..shared.clone() });
    }
    let needs_mark = matches!(figure.kind, FigureKind::Percent | FigureKind::PercentagePoint);
    if figure.kind == FigureKind::Multiple || needs_mark && !bounded {
        return None;
    }
    let unit = figure.unit.as_deref().unwrap_or_default();
    let phrase =
        if is_occasion(unit) { occasion(chart, at) } else { phrase(chart, at, takes_modifiers(unit)) };
    let pieces = phrase?;
    // 20张床位及以上的机构: the condition may stand behind the noun.
    let bound_behind = matches!(chart.class(pieces.end), Some(Class::Bound { threshold: true, .. }));
    let behind_of_bound = pieces.end + 1;
    threshold |= bound_behind && matches!(chart.class(behind_of_bound), Some(Class::De));
    threshold &= figure.kind != FigureKind::Percent
        && (figure.kind != FigureKind::Count || bound_behind || !takes_modifiers(unit));
    let existing =
        chart.pieces[pieces.clone()].iter().any(|piece| piece.class == Class::Noun { existing: true });
    Some(Ahead { of: chart.stretch(pieces.start, pieces.end)?, threshold, existing })
}

/// Figures in a row share the noun behind the last: 12个百亿元、70个30亿元以上项目. A count takes it from
/// the size that follows it, a size without a noun of its own from the next figure.
fn shared<'a>(
    chart: &Chart,
    number: usize,
    at: usize,
    figure: &Figure,
    next: Option<&'a Ahead>,
) -> Option<&'a Ahead> {
    let counts = figure.kind == FigureKind::Count;
    let joined = matches!(chart.class(at), Some(Class::Pause | Class::And));
    let size_of_counted =
        number > 0 && chart.figures[number - 1].piece + 1 == chart.figures[number].piece && joined && !counts;
    let place = at + usize::from(size_of_counted);
    let next = next.filter(|_| chart.class(place) == Some(Class::Figure(number + 1)))?;
    (size_of_counted || counts && next.threshold).then_some(next)
}

/// Whether a unit counts happenings: 16次调度.
fn is_occasion(unit: &str) -> bool {
    matches!(unit, "次" | "回" | "轮" | "遍" | "趟")
}

/// Whether a verb may open the noun phrase behind this unit: 8个续建项目, but 5万人参加培训, 三方签署的协议.
fn takes_modifiers(unit: &str) -> bool {
    !matches!(unit, "人" | "人次" | "方" | "户" | "户次" | "辆" | "台" | "")
}

/// What happened: the verb itself.
fn occasion(chart: &Chart, at: usize) -> Option<Range<usize>> {
    let happens = matches!(chart.class(at)?, Class::Verb | Class::Act | Class::Noun { .. });
    happens.then_some(at..at + 1)
}

/// 天敌|繁育|基地: a verb between a noun and a noun that says nothing by itself describes the latter.
fn is_attributive(chart: &Chart, verb: usize) -> bool {
    chart.class(verb + 1) == Some(Class::Dependent)
        && chart.class(verb.wrapping_sub(1)).is_some_and(Class::is_head)
}

/// The pieces of the noun phrase that starts at `from`.
///
/// Verbs may open it and belong to it only as long as no noun has come; behind a verb, 的 says that
/// all before it describes the noun that comes (3个具有影响力的品牌).
fn phrase(chart: &Chart, from: usize, takes_modifiers: bool) -> Option<Range<usize>> {
    let (mut start, mut at) = (from, from);
    let (mut head, mut opened_by_verb) = (None, false);
    while at < from + WINDOW {
        let Some(class) = chart.class(at) else { break };
        match class {
            _ if class.is_head() => head = Some(at + 1),
            Class::CloseQuote if head == Some(at) => head = Some(at + 1),
            Class::Modifier | Class::OpenQuote | Class::CloseQuote | Class::Aside => {}
            Class::Attribute if chart.class(at + 1).is_some_and(Class::is_head) => {}
            Class::Verb if is_attributive(chart, at) => {}
            Class::Verb | Class::Act | Class::Change { .. } if head.is_none() && takes_modifiers => {
                opened_by_verb |= at == start && class == Class::Verb;
            }
            Class::Link if at == start => start = at + 1,
            Class::De if opened_by_verb || head.is_none() => {
                (start, head, opened_by_verb) = (at + 1, None, false)
            }
            Class::Pause | Class::And if head.is_none() && at > start => {}
            _ => break,
        }
        at += 1;
    }
    head.map(|end| start..end)
}
