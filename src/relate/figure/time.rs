//! The time that a figure speaks of.

use super::chart::{Chart, Class, WINDOW, is_comparison};

/// The nearest time before figure `number`, else the one that opens the sentence.
pub(super) fn read(chart: &Chart, number: usize) -> Option<usize> {
    let place = chart.figures.get(number)?;
    let time = |at: usize| match chart.class(at)? {
        Class::Time(candidate)
            if !at.checked_sub(1).is_some_and(|before| is_comparison(chart.slice(before))) =>
        {
            Some(candidate)
        }
        _ => None,
    };
    let near = (place.piece.saturating_sub(WINDOW)..place.piece).rev().find_map(time);
    near.or_else(|| (0..place.piece.min(OPENING)).find_map(time))
}

/// How many pieces count as the opening of a sentence: 在2023年, 到2030年.
const OPENING: usize = 3;
