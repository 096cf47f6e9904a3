//! Numbers written in every supported form are read back as they were.

use proptest::prelude::*;
use rust_decimal::Decimal;
use zhengce::{NumeralUnit, parse_numeral};

const PLAIN: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const FINANCIAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const GROUPS: [&str; 4] = ["", "万", "亿", "万亿"];

/// How a Chinese numeral is written.
#[derive(Debug, Clone, Copy)]
struct Style {
    digits: [&'static str; 10],
    scales: [&'static str; 4],
}

const STYLES: [Style; 3] = [
    Style { digits: PLAIN, scales: ["", "十", "百", "千"] },
    Style { digits: FINANCIAL, scales: ["", "拾", "佰", "仟"] },
    Style {
        digits: ["〇", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"],
        scales: ["", "十", "百", "千"],
    },
];

/// A number below 10000 with its 千, 百 and 十.
fn group(number: u64, style: Style) -> String {
    let mut written = String::new();
    let mut gap = false;
    for place in (0..4).rev() {
        let digit = number / 10_u64.pow(place) % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push_str(style.digits[0]);
            gap = false;
        }
        written.push_str(style.digits[digit as usize]);
        written.push_str(style.scales[place as usize]);
    }
    written
}

/// A number below 一亿亿 in groups of four digits.
fn chinese(number: u64, style: Style) -> String {
    if number == 0 {
        return style.digits[0].to_owned();
    }
    // 万亿 is written with one 亿 for both groups: 三万零五亿.
    if number >= 100_000_000 {
        let (high, low) = (number / 100_000_000, number % 100_000_000);
        let zero = if low > 0 && low < 10_000_000 { style.digits[0] } else { "" };
        let low = if low == 0 { String::new() } else { chinese(low, style) };
        return format!("{}亿{zero}{low}", chinese(high, style));
    }
    if number >= 10_000 {
        let (high, low) = (number / 10_000, number % 10_000);
        let zero = if low > 0 && low < 1_000 { style.digits[0] } else { "" };
        return format!("{}万{zero}{}", group(high, style), group(low, style));
    }
    group(number, style)
}

fn separated(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

fn full_width(text: &str) -> String {
    let widen = |character: char| match character {
        '!'..='~' => char::from_u32(character as u32 + 0xFEE0).unwrap_or(character),
        other => other,
    };
    text.chars().map(widen).collect()
}

fn assert_reads(text: &str, value: Decimal, unit: NumeralUnit) -> Result<(), TestCaseError> {
    let number = parse_numeral(text);
    let read = number.as_ref().map(|number| (number.value, number.unit, number.upper, number.is_open));
    prop_assert_eq!(read, Some((value.normalize(), unit, None, false)), "{}", text);
    Ok(())
}

fn assert_ends(text: &str, lower: Decimal, upper: Decimal) -> Result<(), TestCaseError> {
    let number = parse_numeral(text);
    let read = number.map(|number| (number.value, number.upper));
    prop_assert_eq!(read, Some((lower.normalize(), Some(upper.normalize()))), "{}", text);
    Ok(())
}

fn style() -> impl Strategy<Value = Style> {
    prop::sample::select(&STYLES[..])
}

/// Numbers of every length.
fn whole() -> impl Strategy<Value = u64> {
    (1..=15_u32).prop_flat_map(|length| 0..10_u64.pow(length))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn digits(number in whole()) {
        let text = separated(number, ',');
        for text in [number.to_string(), full_width(&text), separated(number, '，'), separated(number, ' '), text] {
            assert_reads(&text, number.into(), NumeralUnit::One)?;
            assert_reads(&format!(" 负{text}"), -Decimal::from(number), NumeralUnit::One)?;
            assert_reads(&format!("{text}%"), number.into(), NumeralUnit::Percent)?;
            assert_reads(&format!("百分之{text}"), number.into(), NumeralUnit::Percent)?;
            assert_reads(&format!("￥{text}"), number.into(), NumeralUnit::Money("元"))?;
            for sum in [format!("{text}美元"), format!("USD{text}"), format!("{text}USD"), format!("美金{text}元")] {
                assert_reads(&sum, number.into(), NumeralUnit::Money("美元"))?;
            }
            assert_reads(&format!("{text}元人民币"), number.into(), NumeralUnit::Money("元"))?;
        }
    }

    #[test]
    fn chinese_numerals(number in whole(), style in style()) {
        let text = chinese(number, style);
        assert_reads(&text, number.into(), NumeralUnit::One)?;
        assert_reads(&format!("负{text}"), -Decimal::from(number), NumeralUnit::One)?;
        let blanks: Vec<String> = text.chars().map(String::from).collect();
        assert_reads(&blanks.join(" "), number.into(), NumeralUnit::One)?;
        assert_reads(&format!("{text}个百分点"), number.into(), NumeralUnit::Percent)?;
        assert_reads(&format!("百分之{text}"), number.into(), NumeralUnit::Percent)?;
    }

    #[test]
    fn decimals(number in 0..1_000_000_u64, decimals in 1..1_000_u32, style in style()) {
        let decimals = format!("{decimals:03}");
        let value: Decimal = format!("{number}.{decimals}").parse().unwrap();
        let spoken: String = decimals.bytes().map(|digit| style.digits[usize::from(digit - b'0')]).collect();
        assert_reads(&value.to_string(), value, NumeralUnit::One)?;
        assert_reads(&full_width(&value.to_string()), value, NumeralUnit::One)?;
        assert_reads(&format!("{}点{spoken}", chinese(number, style)), value, NumeralUnit::One)?;
        assert_reads(&format!("{value}‰"), value / Decimal::TEN, NumeralUnit::Percent)?;
    }

    #[test]
    fn multipliers(number in 1..10_000_u64, decimals in 0..100_u32, group in 1..4_usize) {
        let value: Decimal = format!("{number}.{decimals:02}").parse().unwrap();
        let factor = Decimal::from(10_000_u64.pow(u32::try_from(group).unwrap()));
        for text in [format!("{value}{}", GROUPS[group]), format!("{value} {}", GROUPS[group])] {
            assert_reads(&text, value * factor, NumeralUnit::One)?;
        }
    }

    #[test]
    fn parts_and_tenths(share in 1..100_u64, whole in 2..100_u64, digit in 1..10_usize) {
        let value = Decimal::from(share) / Decimal::from(whole);
        let plain = STYLES[0];
        let text = format!("{}分之{}", chinese(whole, plain), chinese(share, plain));
        assert_reads(&text, value, NumeralUnit::One)?;
        assert_reads(&format!("{share}/{whole}"), value, NumeralUnit::One)?;
        assert_reads(&format!("三又{text}"), value + Decimal::from(3), NumeralUnit::One)?;
        assert_reads(&format!("{}成", PLAIN[digit]), (digit * 10).into(), NumeralUnit::Percent)?;
        assert_reads(&format!("{}折", PLAIN[digit]), (digit * 10).into(), NumeralUnit::Percent)?;
        assert_reads(&format!("千分之{}", PLAIN[digit]), Decimal::new(digit as i64, 1), NumeralUnit::Percent)?;
    }

    #[test]
    fn last_digits(before in 1..10_usize, last in 1..10_usize, scale in prop::sample::select(vec![('百', 100), ('千', 1000), ('万', 10_000), ('亿', 100_000_000)])) {
        let (word, factor) = scale;
        let value = Decimal::from(before * factor + last * factor / 10);
        assert_reads(&format!("{before}{word}{last}"), value, NumeralUnit::One)?;
        assert_reads(&format!("{}{word}{}", PLAIN[before], PLAIN[last]), value, NumeralUnit::One)?;
        let tenths = Decimal::from(before * 10 + last);
        assert_reads(&format!("{}成{}", PLAIN[before], PLAIN[last]), tenths, NumeralUnit::Percent)?;
        assert_reads(&format!("{before}{last}折"), tenths, NumeralUnit::Percent)?;
        let money = tenths / Decimal::TEN;
        for text in [format!("{}块{}", PLAIN[before], PLAIN[last]), format!("{before}元{last}角"), format!("{before}元{last}0分")] {
            assert_reads(&text, money, NumeralUnit::Money("元"))?;
        }
    }

    #[test]
    fn ranges(lower in 1..500_u64, more in 1..500_u64, joint in prop::sample::select(vec!["至", "到", "—", "——", "~"])) {
        let upper = lower + more;
        let plain = STYLES[0];
        assert_ends(&format!("{}{joint}{}", chinese(lower, plain), chinese(upper, plain)), lower.into(), upper.into())?;
        assert_ends(&format!("{lower}%{joint}{upper}%"), lower.into(), upper.into())?;
        assert_ends(&format!("{lower}-{upper}%"), lower.into(), upper.into())?;
        assert_ends(&format!("{lower}元{joint}{upper}元"), lower.into(), upper.into())?;
        assert_ends(&format!("百分之{lower}{joint}{upper}"), lower.into(), upper.into())?;
        assert_ends(&format!("{lower}{joint}{upper}个百分点"), lower.into(), upper.into())?;
        let scaled = |number: u64| Decimal::from(number * 10_000);
        assert_ends(&format!("{lower}{joint}{upper}万"), scaled(lower), scaled(upper))?;
    }

    #[test]
    fn what_is_no_number_is_refused(number in whole(), style in style()) {
        let text = chinese(number, style);
        for text in [format!("第{text}"), format!("{text}公里"), format!("{text}的"), format!("{number}G"), format!("{text}，")] {
            prop_assert_eq!(parse_numeral(&text), None, "{}", text);
        }
    }
}

/// Strings that led the fuzzer to a part of the code of its own: a value or none, and a range is not upside down.
#[test]
fn what_the_fuzzer_kept_has_a_value_or_none() {
    for entry in std::fs::read_dir("fuzz/kept/numerals").unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        if let Some(numeral) = parse_numeral(&String::from_utf8_lossy(&bytes)) {
            assert!(numeral.upper.is_none_or(|upper| numeral.value <= upper), "{numeral:?}");
        }
    }
}
