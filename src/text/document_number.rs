//! The number under which a document was issued: 青政发〔2025〕8号.

use std::ops::RangeInclusive;

use super::is_digit;

/// What stands before the year and number of a document that end a text without its 号: 青政发|〔2025〕8.
pub(crate) fn before_document_number(text: &str) -> Option<&str> {
    let rest = strip_digits(text.trim_end_matches(' '), 1..=5)?.trim_end_matches(' ');
    let rest = rest.strip_suffix('第').unwrap_or(rest).trim_end_matches(' ');
    let rest = rest.strip_suffix(['〕', ']', ')', '】', '﹞', '〗', '>'])?;
    let rest = strip_digits(rest.strip_suffix('年').unwrap_or(rest), 2..=4)?;
    Some(rest.strip_suffix(['〔', '[', '(', '【', '﹝', '〖', '<'])?.trim_end_matches(' '))
}

/// `text` without the Arabic or Chinese digits that end it, if their count is allowed.
fn strip_digits(text: &str, allowed: RangeInclusive<usize>) -> Option<&str> {
    let digits = text.chars().rev().take(allowed.end() + 1).take_while(|c| is_digit(*c));
    let (count, bytes) = digits.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    allowed.contains(&count).then(|| &text[..text.len() - bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_year_in_brackets() {
        for text in ["青政发〔2025〕8", "青政发[2025年] 第12", "青政发(八五)一"] {
            assert_eq!(before_document_number(text), Some("青政发"), "{text}");
        }
        for text in ["青政发第12", "青政发〔2025〕", "青政发〔2025年第8", "〔20256〕8", ""] {
            assert_eq!(before_document_number(text), None, "{text}");
        }
    }
}
