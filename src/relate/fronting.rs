//! What may stand before the time that opens a sentence.

use crate::lexicon::Lexicon;
use crate::numeral::is_numeric;

/// The longest name of a field before the time, with 在, in characters.
const FIELD: usize = 8;

/// Whether what stands before a time leaves it at the opening of its sentence: 各位代表!刚刚过去的|2025年, (二)在|2025年, ——|五年来,
/// 在经济领域,|五年来.
pub(super) fn fronts(before: &str, lexicon: &Lexicon) -> bool {
    let mut rest = without_number(before);
    if let Some(end) =
        rest.find(',').filter(|end| rest.starts_with('在') && rest[..*end].chars().count() <= FIELD)
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

/// (二), 1., 第一,, 一是: the text behind the number of an item.
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
