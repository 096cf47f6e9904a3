//! The time that a figure speaks of.

use super::chart::{Chart, Class, WINDOW};

/// The nearest time before figure `number`, else the one that opens the sentence.
pub(super) fn read(chart: &Chart, number: usize) -> Option<usize> {
    let place = chart.figures.get(number)?;
    let time = |at: usize| match chart.class(at)? {
        Class::Time(candidate) if !chart.slice(at.checked_sub(1).unwrap_or(at)).starts_with(COMPARED) => {
            Some(candidate)
        }
        _ => None,
    };
    let near = (place.piece.saturating_sub(WINDOW)..place.piece).rev().find_map(time);
    near.or_else(|| (0..place.piece.min(OPENING)).find_map(time))
}

/// How many pieces count as the opening of a sentence: 在2023年, 到2030年.
const OPENING: usize = 3;
/// 比上年, 较2020年: the time is what the figure is compared with.
const COMPARED: [char; 2] = ['比', '较'];
