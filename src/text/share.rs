//! Shares as a text writes them: 完成工程量的85%.

use rust_decimal::Decimal;

/// The byte where the number before a final `%` starts, and the number; a bound after the `%` (85%以上) is
/// passed over.
pub(crate) fn percent_at_end(text: &str) -> Option<(usize, Decimal)> {
    let text = text.trim_end_matches("以上").trim_end_matches("左右").strip_suffix('%')?;
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    Some((start, text[start..].parse().ok()?))
}

/// Whether this percentage is the whole or more: 100%, 105%.
pub(crate) fn is_whole(percent: Decimal) -> bool {
    percent >= Decimal::ONE_HUNDRED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_the_whole_from_a_hundred_percent_on() {
        let whole = |text: &str| percent_at_end(text).map(|(_, percent)| is_whole(percent));
        for text in ["完工率达100%", "完工率达100.0%", "完成任务的105%", "完成100%以上"] {
            assert_eq!(whole(text), Some(true), "{text}");
        }
        for text in ["完工98%", "完工率达99.9%", "完成9%左右"] {
            assert_eq!(whole(text), Some(false), "{text}");
        }
        for text in ["完工", "完成%", "完成1.2.3%", ""] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert_eq!(percent_at_end("完工98%").map(|(start, _)| start), Some("完工".len()));
    }
}
