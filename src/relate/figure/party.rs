//! Noun phrases before a figure that only say when something was so, or who gave and who gained.

use std::ops::Range;

use super::chart::{Chart, Class};
use crate::lexicon::Role;

/// The index of the preposition before a stretch of time, or before places that are counted; neither is a
/// quantity: 在调整初期, 在全国三类地区分别达到.
pub(super) fn adverbial(chart: &Chart, pieces: &Range<usize>) -> Option<usize> {
    let last = chart.slice(pieces.end.checked_sub(1)?);
    if let Some(frame) = circumstance(chart, pieces.end) {
        return Some(frame);
    }
    let before = pieces.start.checked_sub(1)?;
    if matches!(chart.class(before), Some(Class::Figure(_))) {
        let is_region =
            chart.lexicon.phrases.regions.end(last) && chart.slice(pieces.end).starts_with("分别");
        let mut near = before.saturating_sub(2)..before;
        return near.find(|at| is_region && chart.slice(*at) == "在");
    }
    let is_stretch = chart.lexicon.phrases.stretches.end(last);
    Some(before).filter(|before| is_stretch && chart.slice(*before) == "在")
}

/// 收入|在|需求下降3成的情况|下增长5%, 收入|在|上年增长的基础|上增长5%: the preposition of the circumstances that end before `end`,
/// which say under what something was so and name no quantity.
fn circumstance(chart: &Chart, end: usize) -> Option<usize> {
    let last = chart.slice(end.checked_sub(1)?);
    let (noun, side) = match last.strip_suffix(['下', '上']) {
        Some(noun) => (noun, last),
        None => (last, chart.slice(end)),
    };
    let names = |nouns: &[&str]| nouns.iter().any(|name| noun.ends_with(name));
    let is_circumstance =
        side.ends_with('下') && names(&CONDITIONS) || side.ends_with('上') && names(&GROUNDS);
    let inside = |at: &usize| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop));
    let mut near = (end.saturating_sub(MAX_CIRCUMSTANCE_PIECES)..end).rev().take_while(inside);
    near.find(|at| is_circumstance && chart.slice(*at) == "在")
}

/// Under what something is so (…下), and on what it builds (…上).
const CONDITIONS: [&str; 7] = ["情况", "条件", "背景", "前提", "形势", "压力", "环境"];
const GROUNDS: [&str; 1] = ["基础"];
/// How many pieces describe the circumstances at most, with their preposition.
const MAX_CIRCUMSTANCE_PIECES: usize = 20;

/// Whether the phrase before the money at `figure` names who gives or gains it: 财政安排5亿元, 为国家节约5亿元, 向国家上缴5亿元.
pub(super) fn gives_or_gains(chart: &Chart, pieces: &Range<usize>, figure: usize) -> bool {
    let verb = (pieces.end..figure)
        .find(|at| !matches!(chart.class(*at), Some(Class::Link | Class::Time(_) | Class::Attribute)));
    let gives = verb.is_some_and(|at| chart.plays(at, Role::Gives))
        && chart.lexicon.phrases.payers.end(chart.slice(pieces.end.saturating_sub(1)));
    let for_whom = pieces.start.checked_sub(1).map_or("", |before| chart.slice(before));
    let acts = verb.is_some_and(|at| chart.class(at).is_some_and(Class::is_action));
    gives || acts && matches!(for_whom, "为" | "给" | "替" | "向")
}
