//! Figures in a row that share the noun after the last: 12个百亿元、70个30亿元以上项目.

use super::after::{After, MAX_DESCRIPTION_PIECES};
use super::chart::{Chart, Class};
use crate::recognise::Figure;
use crate::record::FigureKind;

/// The noun after the next figure, if this one shares it: 12个百亿元、70个30亿元以上项目. A count takes it from the size
/// that follows it, a size without a noun of its own from the next figure.
pub(super) fn shared<'a>(
    chart: &Chart,
    number: usize,
    at: usize,
    bounded: bool,
    figure: &Figure,
    next: Option<&'a After>,
) -> Option<&'a After> {
    let counts = figure.kind == FigureKind::Count;
    // 12类45件实事: the same things are counted by sorts and by pieces.
    if counts && chart.class(at) == Some(Class::Figure(number + 1)) && is_sort(chart, figure) {
        return next;
    }
    // 4个一类创新药: the next figure is the sort of what is counted.
    if counts && sort_after(chart, at, number) {
        return next;
    }
    // 1万元以上5万元以下罚款: two limits of one quantity. 两批共5万元援助: a count and its sum.
    let at = if counts && is_sum(chart.slice(at)) { at + 1 } else { at };
    if chart.class(at) == Some(Class::Figure(number + 1))
        && (bounded && !counts || is_sum(chart.slice(at - 1)))
    {
        return next;
    }
    let joined = matches!(chart.class(at), Some(Class::Pause | Class::And));
    // 20个500千伏工程, 4个过千亿产业: the size of what is counted stands directly before it.
    let after = chart.figures.get(number)?.piece + 1;
    let after = after + usize::from(matches!(chart.slice(after), "过" | "超"));
    let sized = counts
        && chart.class(after) == Some(Class::Figure(number + 1))
        && next.is_some_and(|next| next.size && next.of.is_some());
    if sized {
        return next;
    }
    // 百亿元级、千亿元级产业: sizes in a row.
    let is_level = chart.slice(at.saturating_sub(1)) == "级" && joined;
    if is_level
        && chart.class(at + 1) == Some(Class::Figure(number + 1))
        && next.is_some_and(|next| next.threshold)
    {
        return next;
    }
    let size_of_counted = number > 0
        && chart.figures[number - 1].piece + 1 == sized_from(chart, chart.figures[number].piece)
        && joined
        && !counts;
    // 4个过五千亿、|茶叶等|4个过千亿|产业: this figure does not share the examples of the next.
    let examples = |at: &usize| {
        chart.class(*at).is_some_and(|class| {
            class.is_nominal() || class.is_action() || matches!(class, Class::Pause | Class::And | Class::Etc)
        })
    };
    let next_count = at + (at..at + MAX_DESCRIPTION_PIECES).take_while(examples).count();
    let next_place = chart.figures.get(number + 1).map_or(0, |place| place.piece);
    let next_size = chart.figures.get(number + 2).map_or(0, |place| sized_from(chart, place.piece));
    let exceeds = sized_from(chart, chart.figures[number].piece) < chart.figures[number].piece;
    let place = match size_of_counted {
        true if exceeds && next_count == next_place && next_size == next_place + 1 => next_count,
        true => at + 1,
        false => at,
    };
    let next = next.filter(|_| chart.class(place) == Some(Class::Figure(number + 1)))?;
    (size_of_counted || counts && next.threshold).then_some(next)
}

/// The index at which the words for a size start: 过|千亿.
fn sized_from(chart: &Chart, size: usize) -> usize {
    size - usize::from(matches!(chart.slice_before(size), "过" | "超"))
}

/// Whether figure `number + 1` at `at` is the sort of what the figure before it counts: 一类, Ⅲ级.
fn sort_after(chart: &Chart, at: usize, number: usize) -> bool {
    let is_sort = |unit: char| chart.lexicon.phrases.sort_units.contains(unit.encode_utf8(&mut [0; 4]));
    chart.class(at) == Some(Class::Figure(number + 1))
        && chart.slice(at).chars().next_back().is_some_and(is_sort)
}

fn is_sort(chart: &Chart, figure: &Figure) -> bool {
    figure.unit.as_deref().is_some_and(|unit| chart.lexicon.phrases.sort_units.contains(unit))
}

fn is_sum(word: &str) -> bool {
    matches!(word, "共" | "共计" | "合计" | "总计")
}
