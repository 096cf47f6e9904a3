//! Digits as they are written: 27,203,319,000 and 65.30.

use rust_decimal::Decimal;

use super::amount::LONGEST;

/// Length and value of digits with separators and decimals; no value where they are too many.
pub(super) fn literal(text: &str) -> Option<(usize, Option<Decimal>)> {
    let bytes = text.as_bytes();
    let run =
        |from: usize| bytes.iter().skip(from).take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = run(0);
    if end > 1 && bytes[0] == b'0' {
        return None;
    }
    if end <= 3 {
        while bytes.get(end) == Some(&b',') && run(end + 1) == 3 && end < LONGEST {
            end += 4;
        }
    }
    if bytes.get(end) == Some(&b'.') && run(end + 1) > 0 {
        end += 1 + run(end + 1);
        if bytes.get(end) == Some(&b'.') && run(end + 1) > 0 {
            return None;
        }
    }
    let digits: String = text[..end].chars().filter(|character| *character != ',').collect();
    Some((end, digits.parse().ok().filter(|value: &Decimal| value.scale() <= 12)))
}
