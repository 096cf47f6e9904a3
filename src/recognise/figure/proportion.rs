//! Recognises the shares of three or more parts in a whole of a hundred: 三次产业结构为8.5:41.5:50.

use rust_decimal::Decimal;

use crate::lexicon::Trigger;
use crate::recognise::{Candidate, Detail, Evidence, Figure, Scene};
use crate::record::FigureKind;

/// The least and the largest number of parts.
const MIN_PARTS: usize = 3;
const MAX_PARTS: usize = 6;
/// Longest part, in characters: 100.25.
const MAX_PART_CHARS: usize = 6;

/// Proposes every row of parts in the sentence, without a value, because no single part is the row's.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    if !scene.wakes(Trigger::Numeral) || !scene.text.contains(':') {
        return;
    }
    let mut from = 0;
    for opener in scene.wake(Trigger::Numeral) {
        if opener.start < from {
            continue;
        }
        if let Some(end) = end_of_parts(scene.text, opener.start) {
            let detail = Detail::Figure(Figure::of(None, None, FigureKind::Other));
            candidates.push(Candidate::new(opener.start..end, "figure.bare", Evidence::Certain, detail));
            from = end;
        }
    }
}

/// The byte past the row that starts here: numbers separated by colons that add up to a hundred, give or take
/// rounding.
fn end_of_parts(text: &str, start: usize) -> Option<usize> {
    let opens = !text[..start].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':'));
    let (mut at, mut parts, mut sum) = (start, 0, Decimal::ZERO);
    while opens && parts < MAX_PARTS {
        let rest = &text[at..];
        let length = rest
            .bytes()
            .take(MAX_PART_CHARS)
            .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
            .count();
        sum += rest[..length].parse::<Decimal>().ok()?;
        (at, parts) = (at + length, parts + 1);
        match text[at..].strip_prefix(':') {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => at += 1,
            _ => break,
        }
    }
    let ends = !text[at..].starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '%'));
    // Parts of ten count where the words call them shares: 按|8:1:1|比例.
    let are_shares =
        || text[..start].ends_with(['按', '照']) || text[at..].trim_start_matches('的').starts_with("比例");
    let is_whole = (sum - Decimal::ONE_HUNDRED).abs() <= Decimal::ONE || sum == Decimal::TEN && are_shares();
    (parts >= MIN_PARTS && ends && is_whole).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::recognise;
    use crate::recognise::testing::proposed;

    #[test]
    fn parts_make_up_a_hundred() {
        let text = "三次产业结构由8.7:41.2:50.1调整为7.4:39.6:53。";
        assert_eq!(proposed(recognise, text), ["8.7:41.2:50.1", "7.4:39.6:53"]);
        assert_eq!(proposed(recognise, "比例为20:30:50,"), ["20:30:50"]);
        for text in ["用时10:30:45", "收入比为2.2:1", "比分3:2", "地址为fe80:12:88", "1:100000"] {
            assert!(proposed(recognise, text).is_empty(), "{text}");
        }
    }
}
