//! Step 7: reads written numbers as exact decimals.
//!
//! [`read`] takes the number at one place of folded text: digits with separators, 万 and 亿 mixed with
//! digits, Chinese and financial numerals, 几分之几, ratios. It knows no units and no sentences. A value is
//! exact, except for a part that no decimal can hold, which has four places (三分之二 is 0.6667); open digits
//! (几十) have none. [`parse_numeral`] is for users of the library: it reads a whole string that is one
//! number.

mod amount;
mod character;
mod discount;
mod ends;
mod exponent;
mod fraction;
mod literal;
mod money;
mod value;
mod whole;

use rust_decimal::Decimal;

pub(crate) use character::{is_age, is_excess, is_numeric, needs_company};
pub(crate) use discount::tenths;
pub use value::{NumeralUnit, NumeralValue};
pub use whole::parse_numeral;

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Numeral {
    /// Where it ends, in bytes of the text.
    pub(crate) end: usize,
    /// The number; `None` where its digits are open (几十).
    pub(crate) value: Option<Decimal>,
    /// The upper end where neighbouring digits make a range: 二三十.
    pub(crate) upper: Option<Decimal>,
    /// Whether 多 or 余 inside it says that the number is exceeded: 二十多万.
    pub(crate) exceeded: bool,
    pub(crate) form: Form,
    /// The factor of the 万 and 亿 at its end, 1 without them.
    pub(crate) scale: Decimal,
}

impl Numeral {
    /// A number that consists of two and has no multiplier of its own.
    fn part(end: usize, value: Decimal, form: Form) -> Self {
        Numeral { end, value: Some(value), upper: None, exceeded: false, form, scale: Decimal::ONE }
    }
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Begins with 0–9: 1.28万.
    Digits,
    /// Chinese numerals: 二千零三十.
    Chinese,
    /// A multiplier without a digit before it: 百万, 亿.
    Bare,
    /// 半 by itself.
    Half,
    /// A part of a whole: 三分之二.
    Fraction,
    /// 百分之十二; the value is 12.
    Percent,
    /// 千分之五; the value is 5.
    Permille,
    /// 万分之一; the value is 1.
    Permyriad,
    /// 1.68:1; the value is 1.68.
    Ratio,
}

/// The number that starts at byte `at` of folded text.
///
/// The caller sees to it that no numeral stands directly before `at`.
pub(crate) fn read(text: &str, at: usize) -> Option<Numeral> {
    let rest = text.get(at..)?;
    let (start, negative) = match rest.chars().next()? {
        '负' | '負' => (at + '负'.len_utf8(), true),
        '-' => (at + 1, true),
        // 零下|5度: where degrees are counted, as the caller knows.
        '零' if rest.starts_with("零下") => (at + "零下".len(), true),
        _ => (at, false),
    };
    let mut numeral = fraction::read(text, start)?;
    if negative {
        numeral.value = numeral.value.map(|value| -value);
        numeral.upper = numeral.upper.map(|value| -value);
    }
    Some(numeral)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use proptest::prelude::*;

    use super::*;

    /// Value, upper value and length in characters of what is read at the start.
    fn value(text: &str) -> Option<(Option<String>, Option<String>, usize)> {
        let numeral = read(text, 0)?;
        let written = |value: Option<Decimal>| value.map(|value| value.normalize().to_string());
        Some((written(numeral.value), written(numeral.upper), text[..numeral.end].chars().count()))
    }

    fn assert_reads(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            let expected = Some((Some((*expected).to_owned()), None, text.chars().count()));
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn digits_with_separators_and_multipliers() {
        assert_reads(&[
            ("0", "0"),
            ("65.30", "65.3"),
            ("27,203,319,000", "27203319000"),
            ("1.28万", "12800"),
            ("3.18亿", "318000000"),
            ("7 亿", "700000000"),
            ("1.2 万 亿", "1200000000000"),
            ("6 543 210", "6543210"),
            ("4万3", "43000"),
            ("6百2", "620"),
            ("1.5个亿", "150000000"),
            ("3个亿", "300000000"),
            ("4.5万亿", "4500000000000"),
            ("3亿5千万", "350000000"),
            ("3万4000", "34000"),
            ("10.36百亿亿", "10360000000000000000"),
            ("5千", "5000"),
            ("-4.66", "-4.66"),
            ("负0.2", "-0.2"),
        ]);
    }

    #[test]
    fn chinese_and_financial_numerals() {
        assert_reads(&[
            ("十", "10"),
            ("廿三", "23"),
            ("一百廿三", "123"),
            ("六点五千万", "65000000"),
            ("零下七", "-7"),
            ("二十一", "21"),
            ("两百五", "250"),
            ("九万四", "94000"),
            ("一百零五", "105"),
            ("二千零三十", "2030"),
            ("二〇三五", "2035"),
            ("三亿零五百三十万", "305300000"),
            ("六亿二千万", "620000000"),
            ("四萬五千六百二十二", "45622"),
            ("壹仟贰佰", "1200"),
            ("八点一", "8.1"),
            ("一点二万", "12000"),
            ("负三十二", "-32"),
        ]);
    }

    #[test]
    fn parts_of_a_whole_and_ratios() {
        assert_reads(&[
            ("三分之二", "0.6667"),
            ("二分之一", "0.5"),
            ("百分之十二", "12"),
            ("百分之三点五", "3.5"),
            ("百分之百", "100"),
            ("百分之22", "22"),
            ("千分之五", "5"),
            ("一百分之2", "2"),
            ("一又二分之一", "1.5"),
            ("1.68:1", "1.68"),
            ("1/3", "0.3333"),
            ("1/6000", "0.0001667"),
            ("百万分之三", "0.000003"),
            ("一百六十分之一", "0.00625"),
            ("十万分之七点五", "0.000075"),
            ("7.5/10万", "0.000075"),
            ("百分之 六", "6"),
            ("一半", "0.5"),
        ]);
    }

    #[test]
    fn neighbouring_digits_are_a_range() {
        for (text, lower, upper) in
            [("二三十", "20", "30"), ("五六", "5", "6"), ("两三万", "20000", "30000"), ("十七八", "17", "18")]
        {
            let expected = (Some(lower.to_owned()), Some(upper.to_owned()), text.chars().count());
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn open_digits_have_no_value_and_an_excess_is_known() {
        for text in ["几十", "数百", "十几万", "百分之几十", "30几", "30几万", "三百零几"]
        {
            assert_eq!(value(text), Some((None, None, text.chars().count())), "{text}");
        }
        let numeral = read("二十多万", 0).unwrap();
        assert_eq!((numeral.value, numeral.exceeded), (Some(200_000.into()), true));
        assert!(!read("二十万", 0).unwrap().exceeded);
    }

    #[test]
    fn a_number_ends_where_its_unit_begins() {
        for (text, length) in [
            ("5千瓦", 1),
            ("3.5亿千瓦", 4),
            ("2个百分点", 1),
            ("25兆瓦", 2),
            ("30多个", 2),
            ("8点一刻", 1),
            ("六百两", 2),
            ("4千卡", 1),
            ("3个亿元企业", 1),
            ("3个亿级园区", 1),
            ("四个多亿", 4),
        ] {
            assert_eq!(value(text).map(|(_, _, length)| length), Some(length), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "个",
            "点五",
            "1.2.3",
            "007",
            "千百万",
            "三百三百",
            "万一",
            "万5",
            "1.5万2",
            "三三两两",
            "亿万",
            "几个",
            "数字",
            "一三",
            "陆",
            "多万",
            "-",
            "负",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(read("十", 1), None, "inside a character");
        assert_eq!(read("十", 9), None, "after the text");
    }

    #[test]
    fn a_value_beyond_a_decimal_is_none() {
        assert_eq!(read(&"9".repeat(40), 0).and_then(|numeral| numeral.value), None);
        assert_eq!(read(&"亿".repeat(40), 0).and_then(|numeral| numeral.value), None);
    }

    /// Writes a number below 10^16 in Chinese numerals.
    fn in_chinese(number: u64, digits: [char; 10], scales: [&str; 3]) -> String {
        let group = |group: u64, lead: bool| {
            let mut written = String::new();
            let mut gap = lead && group < 1000;
            for (power, scale) in [(1000, scales[2]), (100, scales[1]), (10, scales[0]), (1, "")] {
                match (group / power % 10) as usize {
                    0 => gap |= !written.is_empty(),
                    digit => {
                        if std::mem::take(&mut gap) {
                            written.push(digits[0]);
                        }
                        written.push(digits[digit]);
                        written.push_str(scale);
                    }
                }
            }
            written
        };
        let mut written = String::new();
        for (power, scale) in [(1_000_000_000_000, "万"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
            let part = number / power % 10_000;
            if part > 0 {
                written += &group(part, !written.is_empty());
                written += scale;
            }
            if power == 100_000_000 && part == 0 && number >= 1_000_000_000_000 {
                written += scale;
            }
        }
        written
    }

    proptest! {
        #[test]
        fn a_number_written_in_any_form_is_read_back(number in 1u64..10_000_000_000_000_000, tail in 0u32..10_000) {
            let expected = Some(Decimal::from(number));
            let plain = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
            let financial = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
            let grouped = {
                let digits = number.to_string();
                let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
                groups.join(",")
            };
            for text in [
                number.to_string(),
                grouped,
                in_chinese(number, plain, ["十", "百", "千"]),
                in_chinese(number, financial, ["拾", "佰", "仟"]) + "元",
            ] {
                prop_assert_eq!(read(&text, 0).and_then(|numeral| numeral.value), expected, "{}", text);
            }
            let decimal = Decimal::from_str(&format!("{number}.{tail:04}")).unwrap();
            for (scale, factor) in [("万", 10_000u64), ("亿", 100_000_000)] {
                let read = read(&format!("{decimal}{scale}户"), 0).and_then(|numeral| numeral.value);
                prop_assert_eq!(read, Some(decimal * Decimal::from(factor)));
            }
        }

        #[test]
        fn shares_and_parts_written_in_any_form_are_read_back(
            whole in 2u64..10_000, share in 1u64..10_000, tenth in 0u32..10, negative: bool,
        ) {
            let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
            let chinese = |number| in_chinese(number, digits, ["十", "百", "千"]);
            let sign = if negative { "负" } else { "" };
            let signed = |value: Decimal| if negative { -value } else { value };
            let (share_chinese, tenth_chinese) = (chinese(share), digits[tenth as usize]);
            let decimal = Decimal::from_str(&format!("{share}.{tenth}")).unwrap();
            let exact = |value: Decimal| value.normalize().scale() <= 15;
            // A part that no decimal can hold has four places; a small one, four digits.
            let rounded = |value: Decimal| match value {
                value if exact(value) => value,
                value if value < Decimal::new(1, 2) => value.round_sf(4).unwrap(),
                value => value.round_dp(4),
            };
            let fraction = rounded(Decimal::from(share) / Decimal::from(whole));
            let mut forms = vec![
                (format!("{sign}{share}.{tenth}"), decimal, Form::Digits),
                (format!("{sign}{share_chinese}点{tenth_chinese}"), decimal, Form::Chinese),
                (format!("{sign}百分之{share_chinese}点{tenth_chinese}"), decimal, Form::Percent),
                (format!("{sign}百分之{share}.{tenth}"), decimal, Form::Percent),
                (format!("{sign}千分之{share_chinese}"), share.into(), Form::Permille),
                (format!("{sign}万分之{share_chinese}"), share.into(), Form::Permyriad),
                (format!("{sign}{share}.{tenth}:1"), decimal, Form::Ratio),
            ];
            if !matches!(whole, 100 | 1_000 | 10_000) {
                forms.push((format!("{sign}{}分之{share_chinese}", chinese(whole)), fraction, Form::Fraction));
                let mixed = Decimal::from(share) + rounded(Decimal::ONE / Decimal::from(whole));
                forms.push((format!("{sign}{share_chinese}又{}分之一", chinese(whole)), mixed, Form::Fraction));
            }
            for (text, value, form) in forms {
                let numeral = read(&text, 0);
                let found = numeral.map(|numeral| (numeral.value, numeral.form, numeral.end));
                prop_assert_eq!(found, Some((Some(signed(value)), form, text.len())), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in "[0-9,.:一二十百千万亿点半零几数多余分之负 个-]{0,24}") {
            for at in 0..=text.len() {
                let end = read(&text, at).map_or(text.len(), |numeral| numeral.end);
                prop_assert!(at <= end && text.is_char_boundary(end));
            }
        }
    }
}
