//! How the words around a figure bound its value.

use std::ops::Range;

use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::lexicon::{Cue, Vocabulary};
use crate::numeral::Form;
use crate::recognise::Scene;
use crate::record::Bound;

/// Longest word before a figure, in characters, and widest noun between figure and 以上.
const LONGEST_CUE: usize = 6;
const WIDEST_NOUN: usize = 6;

/// The bound of a figure: two ends, then the words before it, those inside, those behind it.
pub(super) fn bound(scene: &Scene, quantity: &Quantity) -> Bound {
    if quantity.is_range || quantity.numeral.upper.is_some() {
        return Bound::Range;
    }
    let before = match cue_before(scene, quantity.range.start) {
        Some(Cue::Bound(bound)) => Some(bound),
        _ => None,
    };
    let behind = bound_behind(scene, quantity);
    match (before, quantity.numeral.exceeded, behind) {
        (Some(Bound::About), _, Some(behind)) => behind,
        (Some(before), _, _) => before,
        (None, _, Some(behind)) => behind,
        (None, true, None) => Bound::Over,
        (None, false, None) if quantity.numeral.value.is_none() => Bound::About,
        (None, false, None) => Bound::Exact,
    }
}

/// The bound that the words directly before and behind a stretch set.
pub(super) fn of_words_around(scene: &Scene, range: &Range<usize>) -> Bound {
    let before = cue_before(scene, range.start);
    let behind = bound_at(&scene.lexicon.units.after, &scene.text[range.end..], 0);
    match before {
        Some(Cue::Bound(bound)) => bound,
        _ => behind.unwrap_or(Bound::Exact),
    }
}

/// What the longest known word that ends before byte `at` says; 了 and a blank may stand between.
pub(super) fn cue_before(scene: &Scene, at: usize) -> Option<Cue> {
    let before = scene.text[..at].trim_end_matches([' ', '了']);
    let starts: Vec<usize> = before.char_indices().rev().take(LONGEST_CUE).map(|(start, _)| start).collect();
    let cue = |start: usize| scene.lexicon.units.before.get(&before[start..]);
    starts.into_iter().rev().find_map(cue).copied()
}

/// 以上, 左右, 以内 behind the figure, or behind the noun that it counts: 20张床位以下.
fn bound_behind(scene: &Scene, quantity: &Quantity) -> Option<Bound> {
    let rest = &scene.text[quantity.range.end..];
    // A round size class is no exact value: 百亿级, but 25兆瓦级.
    let of_class = quantity.numeral.form == Form::Bare && rest.starts_with('级');
    let rest = rest.strip_prefix('级').unwrap_or(rest);
    let after = &scene.lexicon.units.after;
    if let Some(bound) = bound_at(after, rest, 0) {
        return Some(bound);
    }
    if of_class {
        return Some(Bound::About);
    }
    if rest.starts_with(['多', '余']) && quantity.numeral.exceeded {
        return Some(Bound::Over);
    }
    if quantity.unit.is_none() || quantity.numeral.scale > Decimal::ONE {
        return None;
    }
    let noun =
        rest.char_indices().take(WIDEST_NOUN).take_while(|(_, c)| ('\u{4E00}'..='\u{9FFF}').contains(c));
    noun.skip(1).find_map(|(at, _)| bound_at(after, rest, at))
}

fn bound_at(after: &Vocabulary<Cue>, rest: &str, at: usize) -> Option<Bound> {
    match after.longest_at(rest, at) {
        Some((_, Cue::Bound(bound))) => Some(*bound),
        _ => None,
    }
}
