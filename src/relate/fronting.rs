//! The time that opens a sentence, and what may stand before it.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail};

/// Words after a time that make it part of the name of a plan: “十五五”规划.
const PLANS: [&str; 4] = ["计划", "规划", "纲要", "行动"];

/// Longest field named before the time, with 在, in characters.
const MAX_FIELD_CHARS: usize = 8;

/// The time that opens a sentence; not one that describes something (2024年的计划), is only the edge of a stretch
/// (年初) or names a plan.
pub(super) fn opening<'c>(
    text: &str,
    candidates: &'c [Candidate],
    lexicon: &Lexicon,
) -> Option<&'c Candidate> {
    let first = candidates.iter().find(|one| matches!(one.detail, Detail::Time(_)))?;
    is_opening(text, &first.range, lexicon).then_some(first)
}

/// Whether the first time of a sentence opens it.
pub(super) fn is_opening(text: &str, first: &Range<usize>, lexicon: &Lexicon) -> bool {
    let after = &text[first.end..];
    !after.starts_with('的')
        && fronts(&text[..first.start], lexicon)
        && !is_edge(&text[first.clone()])
        && !names_plan(after)
}

/// Whether a time is only the edge of a stretch: 年底.
pub(super) fn is_edge(time: &str) -> bool {
    time.ends_with(['初', '末', '底'])
}

/// Whether a time names a plan, by the words after it: “十五五”|规划.
pub(super) fn names_plan(after: &str) -> bool {
    let after = after.trim_start_matches('”');
    PLANS.iter().any(|plan| after.starts_with(plan))
}

/// Whether a time opens its sentence in spite of what stands before it: 各位代表!刚刚过去的|2025年, (二)在|2025年, ——|五年来,
/// 在经济领域,|五年来.
pub(super) fn fronts(before: &str, lexicon: &Lexicon) -> bool {
    let mut rest = without_number(before);
    if let Some(end) =
        rest.find(',').filter(|end| rest.starts_with('在') && rest[..*end].chars().count() <= MAX_FIELD_CHARS)
    {
        rest = &rest[end..];
    }
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        match lexicon.phrases.frontings.longest_at(rest, 0) {
            Some((word, ())) => rest = &rest[word.end..],
            None => return rest.is_empty(),
        }
    }
}

/// The text after the number of an item: (二), 1., 第一,, 一是.
fn without_number(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let number = text.strip_prefix('第').unwrap_or(text);
    let rest = number.trim_start_matches(is_numeric);
    if rest.len() < number.len() && rest.starts_with(['是', '、', '.', ')', ',']) {
        rest.trim_start_matches(['是', '、', '.', ')', ','])
    } else {
        text
    }
}
