//! Sums of money: a sign before a number, a currency after it or around it, 元 with 角 and 分.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::character::is_numeric;
use super::{Form, amount};
use crate::lexicon::{currencies, currency_signs};

/// Words and how records write them, the longest first.
type Names = Vec<(&'static str, &'static str)>;

static SIGNS: Lazy<Names> = Lazy::new(currency_signs);
static CURRENCIES: Lazy<Names> = Lazy::new(currencies);

/// The currency of a sum that names no other: 300元, ￥300元, 港币300元.
pub(super) const YUAN: &str = "元";
/// Tenths and hundredths of 元, which are read as parts of a sum.
const PARTS: [&str; 2] = ["角", "分"];

/// The number of a sum, and its currency as figures write it: ￥300, 三万元, USD 300万, 港币50元.
pub(super) fn split(text: &str) -> Option<(&str, &'static str)> {
    let before = |words: &Names| {
        words.iter().find_map(|(word, name)| {
            let number = text.strip_prefix(word)?;
            let opens = |first| is_numeric(first) || matches!(first, '-' | '负' | '半');
            number.starts_with(opens).then_some((number, *name))
        })
    };
    let around = |(number, name)| {
        let (number, other) = after(number)?;
        (other == name || other == YUAN).then_some((number, name))
    };
    match before(&SIGNS) {
        Some((number, name)) if after(number).is_none() => Some((number, name)),
        Some(sum) => around(sum),
        // 人民币5元, but no 美元5.
        None => before(&CURRENCIES).and_then(around).or_else(|| after(text)),
    }
}

/// The number before a currency, and the currency; 整 ends the sums of cheques.
fn after(text: &str) -> Option<(&str, &'static str)> {
    let whole = text.strip_suffix(['整', '正']).filter(|sum| sum.ends_with(['元', '圆', '圓']));
    let text = whole.unwrap_or(text);
    // 300元人民币 names its currency twice.
    let doubled = text.strip_suffix("人民币").or_else(|| text.strip_suffix("人民幣"));
    let text = doubled.filter(|sum| sum.ends_with(YUAN)).unwrap_or(text);
    let (number, name) =
        CURRENCIES.iter().find_map(|(word, name)| Some((text.strip_suffix(word)?, *name)))?;
    (!PARTS.contains(&name)).then_some((number, name))
}

/// The value in 元 of a sum in 元 or 块, 角 or 毛, and 分: 3元5角, 十二元八角五分, 三块五, 五毛, 五分钱. 三块
/// may be pieces elsewhere, but is a sum in a string of its own; 三角 is a triangle, and 五分 alone are
/// minutes or points.
pub(super) fn in_parts(text: &str) -> Option<Decimal> {
    let spoken = text.strip_suffix(['钱', '錢']);
    let mut rest = spoken.unwrap_or(text);
    let (mut sum, mut last) = (Decimal::ZERO, None);
    while !rest.is_empty() {
        let number = amount::read_numeral(rest, 0)?;
        let is_one = number.upper.is_none() && !number.exceeded && number.form != Form::Bare;
        let value = number.value.filter(|_| is_one)?;
        let after = &rest[number.end..];
        let unit = after.chars().next();
        let share = match (unit.map(share), last) {
            (Some(share), _) => share?,
            // 三块五, 五毛三: a last digit counts tenths.
            (None, Some(last)) if value < Decimal::TEN && value.scale() == 0 => last / Decimal::TEN,
            (None, _) => return None,
        };
        if last.is_some_and(|last| share >= last || value >= Decimal::ONE_HUNDRED) {
            return None;
        }
        sum = sum.checked_add(value.checked_mul(share)?)?;
        rest = &after[unit.map_or(0, char::len_utf8)..];
        last = Some(share);
    }
    let is_other = text == "三角" || text.ends_with('分') && sum < Decimal::new(1, 1);
    (last.is_some() && !is_other).then_some(sum)
}

/// How much of a 元 this unit is.
fn share(unit: char) -> Option<Decimal> {
    match unit {
        '元' | '圆' | '圓' | '块' | '塊' => Some(Decimal::ONE),
        '角' | '毛' => Some(Decimal::new(1, 1)),
        '分' => Some(Decimal::new(1, 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_currency_counts() {
        for (text, number, currency) in [
            ("八美元", "八", "美元"),
            ("八元", "八", "元"),
            ("八圆整", "八", "元"),
            ("￥8", "8", "元"),
            ("HK$8", "8", "港元"),
            ("八块钱", "八", "元"),
            ("8万俄罗斯卢布", "8万", "俄罗斯卢布"),
            ("8万韩币", "8万", "韩元"),
            ("8万歐元", "8万", "欧元"),
            ("EUR8万", "8万", "欧元"),
            ("8万EUR", "8万", "欧元"),
            ("人民币8万元", "8万", "元"),
            ("8万元人民币", "8万", "元"),
            ("港币8万元", "8万", "港元"),
        ] {
            assert_eq!(split(text), Some((number, currency)), "{text}");
        }
        for text in ["八", "八斤", "三角", "八元店", "美元8"] {
            assert_eq!(split(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_sum_are_one_sum() {
        for (text, value) in [
            ("4元5角", "4.5"),
            ("二十元三角五分", "20.35"),
            ("四块六", "4.6"),
            ("四块", "4"),
            ("4角", "0.4"),
            ("四毛五", "0.45"),
            ("五分钱", "0.05"),
        ] {
            assert_eq!(
                in_parts(text).map(|value| value.normalize().to_string()).as_deref(),
                Some(value),
                "{text}"
            );
        }
        for text in ["三角", "五分", "四块石头", "5角4元", "四块六十", "四斤六", "四元一百分", "百分", ""]
        {
            assert_eq!(in_parts(text), None, "{text}");
        }
    }
}
