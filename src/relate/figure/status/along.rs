//! What goes on from figure to figure, where a figure's own words say nothing.

use std::ops::Range;

use super::super::chart::{Chart, Class, WINDOW_PIECES};
use super::{is_compared, known};
use crate::lexicon::Mood;
use crate::record::FigureStatus;

/// What the figures before one are of, and whether they are told or promised.
#[derive(Debug, Clone, Copy)]
pub(in crate::relate::figure) struct Preceding<'a> {
    pub(in crate::relate::figure) ofs: &'a [Option<Range<usize>>],
    pub(in crate::relate::figure) statuses: &'a [FigureStatus],
}

/// Whether a figure is by how much a quantity changes that is still to come: 拟定为9亿元,比上年增加1亿元. 了 alone does
/// not speak against it: 比上年增加了1亿元.
pub(super) fn changes_planned(chart: &Chart, number: usize, told: Preceding) -> bool {
    let Some(place) = chart.figures.get(number) else { return false };
    let passed = |at: &usize| matches!(chart.class(*at), Some(Class::Link | Class::Bound { .. }));
    let last = (place.piece.saturating_sub(MAX_BESIDE_PIECES)..place.piece).rev().find(|at| !passed(at));
    let changes = last.is_some_and(|at| chart.class(at).is_some_and(Class::is_change));
    if !changes {
        return false;
    }
    let Some(planned) = quantity_before(chart, number, told) else { return false };
    let between = chart.figures[planned].piece + 1..place.piece;
    let is_done = |at: usize| {
        chart.pieces[at].mood == Some(Mood::Done)
            && chart.slice(at) != "了"
            && !(at > 0 && super::starts_or_compares(chart.slice(at - 1)))
    };
    let parts = between.clone().any(|at| chart.class(at) == Some(Class::Comma));
    let dated = |at: usize| matches!(chart.class(at), Some(Class::Time(_))) && !is_compared(chart, at);
    parts && !between.clone().any(|at| is_done(at) || dated(at) || chart.slice(at).starts_with("实际"))
}

/// The number of the planned figure before this one that is of the same, with only what the two are compared
/// with between them.
fn quantity_before(chart: &Chart, number: usize, told: Preceding) -> Option<usize> {
    let of = told.ofs.get(number)?.as_ref()?;
    let is_base = |at: usize| known::is_start(chart, at) || known::is_base(chart, at);
    let earlier = (number.saturating_sub(MAX_FIGURES_BACK)..number).rev();
    let mut earlier = earlier.skip_while(|other| is_base(chart.figures[*other].piece));
    let other = earlier.next()?;
    let is_same = told.ofs[other].as_ref() == Some(of) && told.statuses[other] == FigureStatus::Target;
    let between = &chart.pieces[chart.figures[other].piece..chart.figures[number].piece];
    (is_same && between.len() <= WINDOW_PIECES && !between.iter().any(|piece| piece.class == Class::Stop))
        .then_some(other)
}

/// Whether the piece opens a sentence that strives for something, which goes on through all that the sentence
/// lists: 2025年,力争产值增长5%;新建渔港9座.
pub(super) fn strives(chart: &Chart, at: usize) -> bool {
    matches!(chart.slice(at), "力争" | "争取" | "确保" | "力求") && at <= MAX_STRIVING_PIECES
}

/// Most pieces between a change and its figure.
const MAX_BESIDE_PIECES: usize = 4;
/// Most figures back at which the quantity stands that changes.
const MAX_FIGURES_BACK: usize = 3;
/// Most pieces before the word that opens a sentence which strives.
const MAX_STRIVING_PIECES: usize = 3;
