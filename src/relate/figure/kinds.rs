//! Lists of the kinds of what is counted.

use super::chart::{Chart, Class, WINDOW_PIECES};

/// Whether an aside lists the kinds that the noun before it stands for: (市、区), (镇).
pub(super) fn is_list_of_kinds(chart: &Chart, aside: &str) -> bool {
    let kinds = &chart.lexicon.phrases.kinds;
    aside.chars().count() <= 8
        && aside.char_indices().all(|(at, character)| {
            matches!(character, '(' | ')' | '、') || kinds.longest_at(aside, at).is_some()
        })
}

/// The index of the noun that closes the list of kinds after the 、 at `pause`: 视力、听力等|残疾儿童.
pub(super) fn named_kinds(chart: &Chart, pause: usize) -> Option<usize> {
    let listed = |at: &usize| match (*at - pause) % 2 {
        0 => matches!(chart.class(*at), Some(Class::Pause | Class::And)),
        _ => chart.class(*at).is_some_and(Class::is_head),
    };
    let etc = pause + (pause..pause + WINDOW_PIECES).take_while(listed).count();
    let closes = chart.class(etc) == Some(Class::Etc) && chart.class(etc + 1).is_some_and(Class::is_nominal);
    closes.then_some(etc + 1)
}

/// The index after the kinds of places that go on after the one before `border`, whatever follows them:
/// 省、自治区、直辖市|工业.
pub(super) fn end_of_kinds(chart: &Chart, border: usize) -> Option<usize> {
    let is_kind = |at: usize| chart.lexicon.phrases.kind_names.contains(chart.slice(at));
    let parts = |at: usize| matches!(chart.class(at), Some(Class::Pause | Class::And));
    let goes_on = |at: &usize| parts(*at) && is_kind(*at + 1);
    let kinds = (border..border + WINDOW_PIECES).step_by(2).take_while(goes_on).count();
    (kinds > 0 && border > 0 && is_kind(border - 1)).then_some(border + 2 * kinds)
}
