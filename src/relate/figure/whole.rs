//! Finds the part of a whole, by its ratio, its share a head or its number, to the left of a phrase's end.

use std::ops::Range;

use super::chart::{Chart, Class};
use super::preceding::{MAX_RATIO_PIECES, before, is_short};
use crate::lexicon::Role;

/// The index of the 在 before the whole whose part is told, if 中 is the piece `last` or the one before:
/// 在总产值中|的.
pub(super) fn whole_of_ratio(chart: &Chart, last: usize, floor: usize) -> Option<usize> {
    let is_within = |at: &usize| matches!(chart.slice(*at), "中" | "里" | "内");
    let last = if chart.class(last) == Some(Class::De) { last.checked_sub(1)? } else { last };
    let within = Some(last).filter(is_within)?;
    let nominal = |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || class == Class::De);
    let first =
        (floor.max(within.saturating_sub(MAX_RATIO_PIECES))..within).rev().take_while(nominal).last()?;
    first.checked_sub(1).filter(|before| *before >= floor && chart.slice(*before) == "在")
}

/// The phrase that stands before the whole, and whose ratio is told; failing that, the ratio alone:
/// 茶叶产值,在总产值中所占的比重.
pub(super) fn beyond_whole(chart: &Chart, phrase: Range<usize>, floor: usize) -> Option<Range<usize>> {
    let opens = phrase.len() > 1 && chart.slice(phrase.start) == "在" && chart.names_ratio(phrase.end - 1);
    if !opens || !phrase.clone().any(|at| chart.class(at) == Some(Class::De)) {
        return None;
    }
    let comma = phrase.start.checked_sub(1).filter(|comma| chart.class(*comma) == Some(Class::Comma));
    let part = comma.filter(|comma| *comma > floor && chart.class_before(*comma).is_some_and(Class::is_head));
    // 合作社|营|和|公私合营的产值: half a word opens no phrase.
    let named = part.map(|comma| before(chart, comma, floor)).filter(|of| !is_short(chart, of.start));
    Some(named.unwrap_or(phrase.end - 1..phrase.end))
}

/// Whether a few things that are known by their number stand inside the phrase, before the noun they count:
/// 渔民|两项|补贴|5亿元.
pub(super) fn counts_inside(chart: &Chart, count: usize, end: usize, floor: usize) -> bool {
    let word = chart.slice(count);
    let number = word.strip_suffix('项').unwrap_or_default();
    let is_few = number.chars().count() == 1 && number.starts_with(['两', '三', '四', '五']);
    is_few
        && count > floor
        && count + 2 == end
        && chart.class_before(count).is_some_and(Class::is_head)
        && chart.lexicon.counted.fits("项", chart.slice(count + 1))
        && matches!(chart.class(end), Some(Class::Figure(_)))
}

/// The index, after a noun, at which the words start that say among whom a quantity is shared out:
/// 渔民|按人口平均|的|存款, 渔民平均每人的存款.
pub(super) fn averaged(chart: &Chart, de: usize, floor: usize) -> Option<usize> {
    let shares = |at: &usize| chart.plays(*at, Role::Averages);
    let first = (floor.max(de.saturating_sub(MAX_RATIO_PIECES))..de).rev().take_while(shares).last()?;
    let is_averaged = (first..de).any(|at| chart.slice(at) == "平均");
    (is_averaged && first > floor && chart.class_before(first).is_some_and(Class::is_nominal))
        .then_some(first)
}
