//! Reads what happened so often: 16次调度, 3次赴江北考察.

use std::ops::Range;

use super::chart::{Chart, Class};
use super::following;
use crate::lexicon::Role;

/// Most deeds in a row, or nouns between them, that name what happened.
const MAX_DEEDS: usize = 3;

/// Whether a unit counts happenings: 16次调度.
pub(super) fn is_occasion(unit: &str) -> bool {
    matches!(unit, "次" | "回" | "轮" | "遍" | "趟")
}

/// The pieces of what happened: the verb itself, or the name of the event.
pub(super) fn read(chart: &Chart, at: usize) -> Option<Range<usize>> {
    let at = at + usize::from(chart.class(at) == Some(Class::Link));
    // 大的|流行
    let describes = matches!(chart.class(at), Some(Class::Modifier | Class::Bound { scale: true, .. }));
    let is_described = describes && chart.class(at + 1) == Some(Class::De);
    let at = if is_described { at + 2 } else { at };
    match chart.class(at)? {
        // 那两次相比
        _ if chart.plays(at, Role::Predicate) => None,
        class if class.is_action() => {
            Some(at..with_object(chart, end_of_pair(chart, end_of_deeds(chart, at))))
        }
        // 历史性|飞跃
        Class::Descriptive if chart.class(at + 1).is_some_and(Class::is_action) => Some(at..at + 2),
        class if class.is_head() && chart.slice(at).ends_with('会') || chart.slice(at).ends_with("会议") =>
        {
            // 常委会|会议
            Some(at..at + 1 + usize::from(chart.slice(at + 1) == "会议"))
        }
        class if class.is_nominal() => following::after(chart, at, false),
        _ => None,
    }
}

/// The end of what the deed that ends at piece `end` is done to: 两次上调|贷款利率.
fn with_object(chart: &Chart, end: usize) -> usize {
    let is_object = chart.class(end).is_some_and(Class::is_nominal);
    let object = if is_object { following::after(chart, end, false) } else { None };
    let end = object.filter(|object| object.start == end).map_or(end, |object| object.end);
    // 亲临江北|视察|指导: the deeds done there belong to it.
    let deeds =
        (end..end + MAX_DEEDS).take_while(|at| chart.class(*at).is_some_and(Class::is_action)).count();
    let stops = matches!(chart.class(end + deeds), None | Some(Class::Comma | Class::Stop));
    if stops { end + deeds } else { end }
}

/// The end of the last deed, where only its place stands before it; else of the first: 3次赴江北考察.
fn end_of_deeds(chart: &Chart, at: usize) -> usize {
    let is_deed = |at: &usize| chart.class(*at).is_some_and(Class::is_action);
    let place =
        (at + 1..at + 1 + MAX_DEEDS).take_while(|at| chart.class(*at).is_some_and(Class::is_nominal)).count();
    let deeds = (at + 1 + place..at + 1 + place + MAX_DEEDS).take_while(is_deed).count();
    let end = at + 1 + place + deeds;
    let stops = matches!(chart.class(end), None | Some(Class::Comma | Class::Pause | Class::Stop));
    // 6次|集中|研读: deeds side by side are one.
    let pair = usize::from(place == 0 && is_deed(&(at + 1)));
    if place > 0 && deeds > 0 && stops { end } else { at + 1 + pair }
}

/// The end of the deed that is joined to the one ending at piece `end`: 两轮|清理和调整.
fn end_of_pair(chart: &Chart, end: usize) -> usize {
    let is_deed = chart.class(end + 1).is_some_and(Class::is_action)
        || chart.pieces.get(end + 1).is_some_and(|piece| piece.names_deed);
    if chart.class(end) == Some(Class::And) && is_deed { end + 2 } else { end }
}
