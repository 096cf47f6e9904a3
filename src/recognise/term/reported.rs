//! Recognises words that a text quotes as another's and does not use itself: it mocks, shouts or alleges
//! them, or names them as a theme.

use std::ops::Range;

use crate::lexicon::Terms;

/// For each quotation, given by the range between its marks, whether it is reported: a word before or after
/// it says so (鼓吹“…”, “…”的谬论), or it stands in a list with one that is.
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

/// Whether two quotations with this text between them are of one list.
fn is_tie(between: &str) -> bool {
    matches!(between, "" | "、" | "," | "和" | "与" | "或")
}

/// The byte where the mark stands that opens a quotation.
fn without_mark(text: &str, start: usize) -> usize {
    text[..start].char_indices().next_back().map_or(0, |(at, _)| at)
}

/// The byte past the mark that closes a quotation.
fn after_mark(text: &str, end: usize) -> usize {
    end + text[end..].chars().next().map_or(0, char::len_utf8)
}
