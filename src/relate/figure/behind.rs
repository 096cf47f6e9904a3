//! What a figure measures, when that stands before it: 生产总值突破3万亿元, 高新技术企业1.28万家.

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW, is_comparison};

/// What stands before a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Behind {
    /// A noun phrase, as pieces; `respectively`: 分别 ties its members to the figures.
    Phrase {
        pieces: Range<usize>,
        respectively: bool,
    },
    /// Nothing but what another figure measures: 企业162.5万户、增长1.1倍.
    SameAs {
        number: usize,
        respectively: bool,
    },
    Nothing,
}

/// How far before a noun phrase its 比 stands: 比上年核定的预算.
const COMPARISON: usize = 5;
const RESPECTIVELY: &str = "分别";

/// Walks from the figure to the noun phrase on its left.
pub(super) fn read(chart: &Chart, number: usize, is_count: bool) -> Behind {
    let Some(place) = chart.figures.get(number) else { return Behind::Nothing };
    let floor = place.piece.saturating_sub(WINDOW);
    let (mut at, mut respectively) = (place.piece, false);
    while at > floor {
        let piece = at - 1;
        match chart.pieces[piece].class {
            Class::Modifier | Class::Share => {}
            Class::De if matches!(chart.class_before(piece), Some(Class::Time(_))) => {}
            class if class.is_nominal() => {
                let pieces = phrase(chart, at, floor);
                match comparison(chart, &pieces, floor) {
                    Some(comparison) => at = comparison + 1,
                    None => return Behind::Phrase { pieces, respectively },
                }
            }
            class if class.is_passed() => respectively |= chart.slice(piece).starts_with(RESPECTIVELY),
            Class::Verb if chart.class(at) == Some(Class::Arrive) => {}
            // 在2001年是5亿元: the preposition of a time is no part of the clause's frame.
            Class::Other if matches!(chart.class(at), Some(Class::Time(_))) => {}
            // A verb of one character names no quantity: 处5万元以下罚款.
            Class::Verb if !is_count && !is_short(chart, piece) => {
                return Behind::Phrase { pieces: phrase(chart, at, floor), respectively };
            }
            Class::Figure(other) => return Behind::SameAs { number: other, respectively },
            Class::Comma | Class::Pause | Class::And => {
                return of_clause_before(chart, piece, floor, respectively);
            }
            _ => return Behind::Nothing,
        }
        at -= 1;
    }
    Behind::Nothing
}

/// The word that compares with this phrase: what a quantity is compared with is not what is measured
/// (比“八五”时期, 超过原定的计划, 高于全国平均水平).
fn comparison(chart: &Chart, pieces: &Range<usize>, floor: usize) -> Option<usize> {
    let mut at = pieces.start;
    while at > floor.max(pieces.start.saturating_sub(COMPARISON)) {
        at -= 1;
        if is_comparison(chart.slice(at)) {
            return Some(at);
        }
        let describes = chart.class(at + 1) == Some(Class::De);
        match chart.class(at)? {
            Class::Time(_) | Class::De | Class::Attribute | Class::Link => {}
            class if class.is_nominal() => {}
            Class::Verb | Class::Act if describes => {}
            _ => return None,
        }
    }
    None
}

/// A clause without a noun of its own goes on about the figure of the clause before it, else about
/// the noun phrase at that clause's end or, when it ends otherwise, at its head.
fn of_clause_before(chart: &Chart, border: usize, floor: usize, respectively: bool) -> Behind {
    let mut start = border;
    while start > floor && !matches!(chart.pieces[start - 1].class, Class::Comma | Class::Stop) {
        start -= 1;
        if let Class::Figure(number) = chart.pieces[start].class {
            return Behind::SameAs { number, respectively };
        }
    }
    let ends_in_noun = chart.class_before(border).is_some_and(Class::is_nominal);
    let pieces = if ends_in_noun { phrase(chart, border, floor) } else { subject(chart, start, border) };
    if pieces.is_empty() { Behind::Nothing } else { Behind::Phrase { pieces, respectively } }
}

/// The first noun phrase of the clause `start..end`.
fn subject(chart: &Chart, start: usize, end: usize) -> Range<usize> {
    let is_nominal = |at: usize| chart.class(at).is_some_and(Class::is_nominal);
    let joins = |at: usize| matches!(chart.class(at), Some(Class::Pause | Class::And)) && is_nominal(at + 1);
    let first = (start..end).find(|at| is_nominal(*at)).unwrap_or(end);
    let last = (first..end).find(|at| !is_nominal(*at) && !joins(*at)).unwrap_or(end);
    first..last
}

/// The pieces of the noun phrase that ends before piece `end`. A verb may be its last word
/// (减税降费 446亿元), never its first.
///
/// It goes left over nouns, 的 and 和 between nouns, and over 、 as long as the clause has no other
/// figure: what stands before such a figure belongs to that one.
fn phrase(chart: &Chart, end: usize, floor: usize) -> Range<usize> {
    let mut start = end;
    let mut before_pause = None;
    while start > floor && chart.class_before(start) == Some(Class::Verb) {
        start -= 1;
    }
    while start > floor {
        let class = chart.pieces[start - 1].class;
        let follows_nominal = start >= 2 && chart.pieces[start - 2].class.is_nominal();
        match class {
            _ if class.is_nominal() => {}
            Class::Share => {}
            Class::Attribute if start < end => {}
            Class::Verb | Class::Link if is_dependent(chart, start, end) => {}
            // 参保|率: a noun of one character needs the verb before it.
            Class::Verb if is_short_noun(chart, start) => {}
            Class::Verb | Class::Act if start < end && names_what_is_new(chart, start - 1, floor) => {}
            Class::De | Class::And if follows_nominal => {}
            Class::Pause if follows_nominal => before_pause = before_pause.or(Some(start)),
            Class::Figure(_) | Class::Bound { .. } => {
                start = before_pause.unwrap_or(start);
                break;
            }
            _ => break,
        }
        start -= 1;
    }
    trimmed(chart, start..end)
}

/// 新增智能养护设备, 建成社区托管机构: what comes into being is one noun phrase, whose verb between nouns
/// describes it.
fn names_what_is_new(chart: &Chart, verb: usize, floor: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let first = (floor..verb).rev().take_while(nominal).last();
    let governor = first.and_then(|first| first.checked_sub(1));
    nominal(&(verb + 1))
        && governor.is_some_and(|at| match chart.class(at) {
            Some(Class::Gain) => true,
            Some(Class::Act) => chart.slice(at).starts_with(['新', '建']),
            _ => false,
        })
}

/// 死亡|人数, 审批|时限: a noun that says nothing by itself takes the verb or adverb of two characters or
/// more before it.
fn is_dependent(chart: &Chart, start: usize, end: usize) -> bool {
    start + 1 == end && chart.class(start) == Some(Class::Dependent) && !is_short(chart, start - 1)
}

fn is_short_noun(chart: &Chart, piece: usize) -> bool {
    chart.class(piece).is_some_and(Class::is_head) && is_short(chart, piece)
}

fn is_short(chart: &Chart, piece: usize) -> bool {
    chart.slice(piece).chars().nth(1).is_none()
}

/// Without quotation marks whose other half is outside.
fn trimmed(chart: &Chart, mut pieces: Range<usize>) -> Range<usize> {
    let has = |pieces: &Range<usize>, class: Class| pieces.clone().any(|at| chart.class(at) == Some(class));
    if chart.class(pieces.start) == Some(Class::CloseQuote) || !has(&pieces, Class::OpenQuote) {
        let close = pieces.clone().find(|at| chart.class(*at) == Some(Class::CloseQuote));
        if let Some(close) = close.filter(|close| close + 1 < pieces.end) {
            pieces.start = close + 1;
        }
    }
    pieces
}
