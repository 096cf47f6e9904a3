//! Discounts: 折 counts tenths of a price.

use rust_decimal::Decimal;

use super::Form;
use super::character::{Worth, worth};

/// How many tenths of the price a discount leaves: 8 for 八折, 8.5 for 8.5折 and 85折, 5 for 半折. Beyond the
/// whole price it has no value.
pub(crate) fn tenths(value: Decimal, form: Form) -> Option<Decimal> {
    let tenths = match form {
        Form::Half => value.checked_mul(Decimal::TEN)?,
        Form::Digits if value > Decimal::TEN => value.checked_div(Decimal::TEN)?,
        _ => value,
    };
    (tenths <= Decimal::TEN).then_some(tenths)
}

/// The percentage of a discount whose two digits a blank parts: 75 of 7 5折.
pub(super) fn parted(text: &str) -> Option<Decimal> {
    let (first, second) = text.strip_suffix('折')?.split_once(' ')?;
    let digit = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() == 1);
    Some(Decimal::from(digit(first)? * 10 + digit(second)?))
}

/// The tenths that 成 or 折 and a digit after it add, and the word itself: 三成|五 is 35%, 两成|半 25%.
pub(super) fn tail(rest: &str) -> Option<(Decimal, &str)> {
    let (word, tail) = rest.split_at_checked('成'.len_utf8())?;
    let mut tail = tail.chars();
    let tenths = match tail.next()? {
        '半' => 5,
        digit => match worth(digit)? {
            Worth::Digit(tenths @ 1..) => tenths,
            _ => return None,
        },
    };
    let ends = matches!(word, "成" | "折") && tail.next().is_none();
    ends.then(|| (Decimal::new(tenths.into(), 1), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_arabic_digits_count_hundredths() {
        for (value, form, expected) in [
            ("8", Form::Chinese, Some("8")),
            ("8.5", Form::Digits, Some("8.5")),
            ("10", Form::Digits, Some("10")),
            ("85", Form::Digits, Some("8.5")),
            ("0.5", Form::Half, Some("5")),
            ("85", Form::Chinese, None),
            ("120", Form::Digits, None),
        ] {
            let tenths = tenths(value.parse().unwrap(), form).map(|tenths| tenths.normalize().to_string());
            assert_eq!(tenths.as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_digit_after_counts_tenths() {
        assert_eq!(tail("成五"), Some((Decimal::new(5, 1), "成")));
        assert_eq!(tail("折半"), Some((Decimal::new(5, 1), "折")));
        for rest in ["成", "成零", "成五五", "斤五", ""] {
            assert_eq!(tail(rest), None, "{rest}");
        }
    }

    #[test]
    fn a_blank_parts_two_digits_of_one_discount_only() {
        assert_eq!(parted("7 5折"), Some(75.into()));
        for text in ["7 5", "17 5折", "7 +折", "7折"] {
            assert_eq!(parted(text), None, "{text}");
        }
    }
}
