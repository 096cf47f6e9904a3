//! Words that a text quotes as another's, and does not use as its own: what is mocked, shouted,
//! alleged, or named as a theme.

use std::ops::Range;

use crate::lexicon::Terms;

/// Which quotations, by the ranges between their marks, are reported: a word before or after them
/// says so (鼓吹“…”, “…”的谬论), or they stand in a list with one that is.
pub(super) fn reported(text: &str, terms: &Terms, quotations: &[Range<usize>]) -> Vec<bool> {
    let before = |at: usize| &text[..without_mark(text, quotations[at].start)];
    let after = |at: usize| after_mark(text, quotations[at].end);
    let mut reported: Vec<bool> = (0..quotations.len())
        .map(|at| terms.reports_before(before(at)) || terms.reports_after(&text[after(at)..]))
        .collect();
    let ties = |left: usize| {
        left + 1 < quotations.len() && text.get(after(left)..before(left + 1).len()).is_some_and(is_tie)
    };
    for right in 1..quotations.len() {
        reported[right] |= reported[right - 1] && ties(right - 1);
    }
    let mut closes = false;
    for at in (0..quotations.len()).rev() {
        closes = terms.reports_after(&text[after(at)..]) || closes && ties(at);
        reported[at] |= closes;
    }
    reported
}

/// What stands between two quotations of one list.
fn is_tie(between: &str) -> bool {
    matches!(between, "" | "、" | "," | "和" | "与" | "或")
}

/// Where the mark stands that opens a quotation.
fn without_mark(text: &str, start: usize) -> usize {
    text[..start].char_indices().next_back().map_or(0, |(at, _)| at)
}

/// Where the text goes on after the mark that closes a quotation.
fn after_mark(text: &str, end: usize) -> usize {
    end + text[end..].chars().next().map_or(0, char::len_utf8)
}
