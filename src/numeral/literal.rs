//! Digits as they are written: 27,203,319,000, 1 234 567 and 65.30.

use rust_decimal::Decimal;

use super::amount::MAX_AMOUNT_CHARS;

/// Length in bytes and value of the digits at byte `at`, with separators and decimals; without a value where
/// they are too many.
pub(super) fn literal(text: &str, at: usize) -> Option<(usize, Option<Decimal>)> {
    let bytes = text.get(at..)?.as_bytes();
    let run = |from: usize| {
        bytes.iter().skip(from).take(MAX_AMOUNT_CHARS).take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = run(0);
    let has_decimals = |end: usize| bytes.get(end) == Some(&b'.') && run(end + 1) > 0;
    // 00.5 is sloppy, 007 a code.
    if end > 1 && bytes[0] == b'0' && !(has_decimals(end) && bytes[..end].iter().all(|byte| *byte == b'0')) {
        return None;
    }
    if end <= 3 && bytes.first() != Some(&b'0') {
        let separator = bytes.get(end).filter(|byte| matches!(byte, b',' | b' '));
        while separator.is_some()
            && bytes.get(end) == separator
            && run(end + 1) == 3
            && end < MAX_AMOUNT_CHARS
        {
            end += 4;
        }
    }
    if has_decimals(end) {
        end += 1 + run(end + 1);
        if has_decimals(end) {
            return None;
        }
    } else if is_loose_point(text, at, at + end) {
        end += 2 + run(end + 2);
    } else if let Some(decimals) = after_raised_point(text, at + end) {
        end += '·'.len_utf8() + decimals;
    }
    let digits: String = text[at..at + end]
        .chars()
        .filter(|character| !matches!(character, ',' | ' '))
        .map(|character| if character == '·' { '.' } else { character })
        .collect();
    Some((end, digits.parse().ok().filter(|value: &Decimal| value.scale() <= 12)))
}

/// Whether the point of a number has a blank after it, inside a clause: 增长5. 5%. At the start of a clause
/// the point ends the number of a list entry: 5. 5个县.
fn is_loose_point(text: &str, start: usize, point: usize) -> bool {
    let is_inside = text[..start].trim_end_matches(' ').ends_with(|before: char| before.is_alphabetic());
    is_inside
        && text[point..].strip_prefix(". ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// How many decimals stand after a raised point: 增长5·5%. Only a percentage has one: 5·12 is a day.
fn after_raised_point(text: &str, point: usize) -> Option<usize> {
    let rest = text[point..].strip_prefix('·')?;
    let decimals = rest.find(|c: char| !c.is_ascii_digit()).filter(|decimals| *decimals > 0)?;
    rest[decimals..].starts_with(['%', '‰']).then_some(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_three_are_one_number_whatever_parts_them() {
        for (text, length) in [
            ("4,321,098", 9),
            ("4 321 098", 9),
            ("54 321.5", 8),
            ("00.5", 4),
            ("4 32", 1),
            ("4321 098", 4),
            ("4,321 098", 5),
            ("4 3210", 1),
            ("5 200", 5),
            ("0 200", 1),
        ] {
            assert_eq!(literal(text, 0).map(|(end, _)| end), Some(length), "{text}");
        }
        assert_eq!(literal("降低6. 4%", 6).map(|(end, _)| end), Some(4));
        assert_eq!(literal("如下:6. 4个县", 7).map(|(end, _)| end), Some(1), "a list entry");
        assert_eq!(literal("5·25%", 0), Some((5, "5.25".parse().ok())), "a raised point");
        assert_eq!(literal("5·12地震", 0).map(|(end, _)| end), Some(1), "a day");
        for text in ["007", "00", "1.2.3", "01.5"] {
            assert_eq!(literal(text, 0), None, "{text}");
        }
    }
}
