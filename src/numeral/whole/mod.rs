//! Reads a whole string as one number, for users of the library.

use rust_decimal::Decimal;

use super::Form;
use super::amount::{self, Amount, MAX_AMOUNT_CHARS};
use super::character::is_excess;
use super::value::{NumeralUnit, NumeralValue};
use super::{discount, ends, exponent, money};
use crate::text::fold;

/// Reads a string that is one written number, and nothing else.
///
/// Full-width characters count as half-width ones. Blanks may stand around the number and between
/// its parts (三千 九百, 百分之五 十); between Arabic digits only groups of three may be parted by one.
///
/// | read | example | value |
/// |---|---|---|
/// | digits, separators, decimals | `27,203`, `27 203`, `.5` | 27203, 27203, 0.5 |
/// | multipliers | `3亿5千万`, `4.5万亿`, `40k`, `2.5M` | 350000000, … |
/// | Chinese, traditional, financial numerals | `二千零三十`, `肆佰陸拾`, `負三萬` | 2030, 460, -30000 |
/// | last multiplier left out | `九万四`, `9万4`, `一千六` | 94000, 94000, 1600 |
/// | decimals | `八点一`, `三百点二五`, `六点五千万` | 8.1, 300.25, 65000000 |
/// | parts of a whole | `三分之二`, `一又二分之一`, `1 1/2`, `一半` | 0.666…, 1.5, 1.5, 0.5 |
/// | dozens | `三打` | 36 |
/// | exponents and powers | `1.2e3`, `2^10`, `2.5^-1` | 1200, 1024, 0.4 |
/// | shares, in percent | `5%`, `百分之五`, `千分之五`, `三成`, `三成五`, `八五折`, `两个百分点` | 5, 5, 0.5, 30, 35, 85, 2 |
/// | neighbouring digits | `二三十` | 20, upper 30 |
/// | ranges | `五至八`, `3—5万`, `6.5%-7%`, `百分之三到五` | 5, upper 8; 30000, upper 50000; … |
/// | open numbers | `十多万`, `几百`, `三成多` | 100000, 100, 30, all open |
/// | sums of money | `三万元`, `5块钱`, `￥300`, `$20`, `EUR 5` | 30000 元, 5 元, 300 元, 20 美元, 5 欧元 |
/// | sums in two parts | `三块五`, `3元5角`, `叁仟元整` | 3.5 元, 3.5 元, 3000 元 |
///
/// Values are exact decimals without trailing zeros; only what no decimal of 28 significant digits can hold
/// (三分之二, a high power) is rounded to them.
///
/// `$` alone is the dollar of the United States, 元 that of China; 角 and 分 are counted in 元.
///
/// Everything else is `None`, and so is:
///
/// | refused | example | reason |
/// |---|---|---|
/// | units other than money | `八千公里`, `十斤` | [`extract`](crate::Extractor::extract) reads figures |
/// | 角 after one numeral | `三角` | a triangle |
/// | small `m` | `5m`, `-2.5 m` | metres; a million is `M` |
/// | other blanks between Arabic digits | `1, 200`, `3 45` | two numbers |
/// | hyphens between bare digits | `2021-2025` | years and codes |
/// | doubled signs | `--5` | no number |
/// | multipliers or digits out of order | `千百万`, `一三`, `五十千` | no number |
/// | leading zeros, years, times of day | `007`, `1.2.3`, `8:30` | codes and dates |
/// | what [`Decimal`] cannot hold | 40 nines | no exact value |
///
/// ```
/// use zhengce::{NumeralUnit, parse_numeral};
///
/// let number = |text| parse_numeral(text).map(|number| number.value.to_string());
/// assert_eq!(number(" 三亿 零五百三十万 ").as_deref(), Some("305300000"));
/// assert_eq!(number("６．５万").as_deref(), Some("65000"));
/// assert_eq!(number("负二又四分之一").as_deref(), Some("-2.25"));
/// assert_eq!(number("八千公里"), None);
/// assert_eq!(number("3e4").as_deref(), Some("30000"));
///
/// let share = parse_numeral("千分之三").unwrap();
/// assert_eq!((share.value.to_string(), share.unit), ("0.3".to_owned(), NumeralUnit::Percent));
/// assert!(parse_numeral("三十多").unwrap().is_open);
/// ```
#[must_use]
pub fn parse_numeral(text: &str) -> Option<NumeralValue> {
    let text = squeezed(text)?;
    let number = single(&text).or_else(|| range(&text, false)).or_else(|| sum(&text))?;
    number.map(|value| Some(value.normalize()))
}

/// One number with its sign.
fn single(text: &str) -> Option<NumeralValue> {
    let (negative, unsigned) = signed(text);
    let calculated = || exponent::calculated(unsigned).map(NumeralValue::ones);
    let number = named(unsigned).or_else(calculated).or_else(|| marked(unsigned))?;
    Some(if negative { number.negated() } else { number })
}

/// A range between two ends. What only the second end has, holds for both: 5-8%, 三至五万.
fn range(text: &str, are_counts: bool) -> Option<NumeralValue> {
    let (lower, upper) = ends::split(text, are_counts)?;
    between(lower, upper)
}

/// The range between two ends.
fn between(lower: &str, upper: &str) -> Option<NumeralValue> {
    let shared = ['%', '‰', '成', '折', '万', '萬', '亿', '億', '个', '個'];
    let tail = &upper[upper.find(shared).unwrap_or(upper.len())..];
    let is_bare = !tail.is_empty() && !lower.ends_with(tail);
    let shared = || single(&format!("{lower}{tail}")).filter(|_| is_bare);
    // 百分之三到五: what the first end is a part of holds for both.
    let whole = lower.find("分之").filter(|_| !upper.contains("分之")).map(|at| &lower[..at + "分之".len()]);
    let upper = match whole {
        Some(whole) => single(&format!("{whole}{upper}"))?,
        None => single(upper)?,
    };
    let lower = [shared(), single(lower)].into_iter().flatten().find(|lower| {
        let closed = lower.upper.is_none() && upper.upper.is_none() && !lower.is_open && !upper.is_open;
        closed && lower.unit == upper.unit && lower.value < upper.value
    })?;
    Some(NumeralValue { upper: Some(upper.value), ..lower })
}

/// A number with its currency, which a range may name twice: 100元至200元.
fn sum(text: &str) -> Option<NumeralValue> {
    let money = |number: NumeralValue, currency| {
        let number = Some(number).filter(|number| number.unit == NumeralUnit::One)?;
        Some(NumeralValue { unit: NumeralUnit::Money(currency), ..number })
    };
    let (negative, unsigned) = signed(text);
    if let Some(value) = money::in_parts(unsigned) {
        let number = NumeralValue::ones(value);
        return money(if negative { number.negated() } else { number }, money::YUAN);
    }
    let (number, currency) = money::split(text)?;
    let ends = || {
        let (lower, upper) = ends::split(number, true)?;
        between(money::split(lower).filter(|(_, other)| *other == currency)?.0, upper)
    };
    money(single(number).or_else(|| range(number, true)).or_else(ends)?, currency)
}

/// The folded text without blanks, and with a digit before a leading point. One blank stays between Arabic
/// digits, where it parts two numbers.
fn squeezed(text: &str) -> Option<String> {
    let is_arabic = |character: char| character.is_ascii_digit() || matches!(character, ',' | '.');
    let mut squeezed = String::new();
    let mut after_blank = false;
    // 参 of 参加 is a three on cheques; in a string that is one number it is no part of another word.
    let plain = |character: char| if character == '参' { '叁' } else { fold(character) };
    for character in text.trim().chars().take(MAX_AMOUNT_CHARS * 8).map(plain) {
        if character.is_whitespace() {
            after_blank = true;
            continue;
        }
        if after_blank && is_arabic(character) && squeezed.ends_with(is_arabic) {
            squeezed.push(' ');
        }
        if character == '.' && signed(&squeezed).1.is_empty() {
            squeezed.push('0');
        }
        squeezed.push(character);
        after_blank = false;
    }
    let is_cut = text.trim().chars().nth(MAX_AMOUNT_CHARS * 8).is_some();
    (!is_cut).then_some(squeezed)
}

/// Whether a minus opens the text, and the number without it.
fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix(['负', '負', '-']) {
        Some(unsigned) => (true, unsigned),
        None => (false, text),
    }
}

/// The value of a word that names a half, or of a discount in two digits.
fn named(text: &str) -> Option<NumeralValue> {
    match text {
        "一半" => Some(NumeralValue::ones(Decimal::new(5, 1))),
        "对折" | "對折" | "半折" => Some(NumeralValue::ones(50.into()).percent()),
        _ => discount::parted(text).map(|share| NumeralValue::ones(share).percent()),
    }
}

/// An amount, a part of a whole, or both, and the text after it.
fn unmarked(text: &str) -> Option<(NumeralValue, &str)> {
    let (first, rest) = read(text)?;
    let whole = NumeralValue::amount(&first)?;
    if let Some(rest) = rest.strip_prefix("分之") {
        return part(&first, rest);
    }
    if let Some(rest) = rest.strip_prefix('/') {
        return divided(whole, rest);
    }
    let Some(rest) = rest.strip_prefix(['又', ' ']) else { return thousands(whole, rest) };
    let (second, rest) = read(rest)?;
    let (share, rest) = match rest.strip_prefix("分之") {
        Some(rest) => part(&second, rest)?,
        None => divided(NumeralValue::amount(&second)?, rest.strip_prefix('/')?)?,
    };
    let value = whole.value.checked_add(share.value)?;
    (share.unit == NumeralUnit::One).then_some((NumeralValue { value, ..whole }, rest))
}

/// The amount at the start, and the text after it. A numeral of cheques may stand alone here, and a decimal
/// point may lead.
fn read(text: &str) -> Option<(Amount, &str)> {
    let amount = amount::read_numeral(text, 0)?;
    let rest = text.get(amount.end..)?;
    Some((amount, rest))
}

/// A分之B. A multiplier A without a digit before it makes a percentage: 千分之五, but 一千分之五.
fn part<'t>(whole: &Amount, rest: &'t str) -> Option<(NumeralValue, &'t str)> {
    let (negative, unsigned) = signed(rest);
    let (share, rest) = read(unsigned)?;
    let share = NumeralValue::amount(&share)?;
    let share = if negative { share.negated() } else { share };
    let (share, rest) = thousands(share, rest)?;
    let whole_value = whole.value?;
    let divided = |share: Decimal| share.checked_div(whole_value);
    if whole.form == Form::Bare {
        let percent = share.times(Decimal::ONE_HUNDRED)?.map(divided)?.percent();
        return Some((percent, rest));
    }
    Some((share.map(divided)?, rest))
}

/// A/B, where both are whole numbers in Arabic digits.
fn divided(share: NumeralValue, rest: &str) -> Option<(NumeralValue, &str)> {
    let (whole, rest) = read(rest)?;
    let by = whole.value.filter(|whole| whole.scale() == 0 && share.value.scale() == 0)?;
    let divided = share.map(|share| share.checked_div(by))?;
    (whole.form == Form::Digits).then_some((divided, rest))
}

/// Applies the Latin multipliers: 40k, 2.5M.
fn thousands(number: NumeralValue, rest: &str) -> Option<(NumeralValue, &str)> {
    if let Some(rest) = rest.strip_prefix(['k', 'K']) {
        return Some((number.times(Decimal::ONE_THOUSAND)?, rest));
    }
    match rest.strip_prefix('M') {
        Some(rest) => Some((number.times(Decimal::from(1_000_000))?, rest)),
        None => Some((number, rest)),
    }
}

/// A number with a mark that may follow it at the end of the string.
fn marked(text: &str) -> Option<NumeralValue> {
    let (mut number, rest) = unmarked(text)?;
    let unexceeded = rest.strip_prefix(is_excess).or_else(|| rest.strip_suffix(is_excess));
    number.is_open |= unexceeded.is_some();
    let rest = unexceeded.unwrap_or(rest);
    if rest.is_empty() {
        return Some(number);
    }
    if number.unit == NumeralUnit::Percent {
        return None;
    }
    match discount::tail(rest) {
        Some((tenths, word)) => marked_by(number.map(|value| value.checked_add(tenths))?, word, text),
        None => marked_by(number, rest, text),
    }
}

/// The number counted by the word that ends the string: 5|%, 八|折, 六|打.
fn marked_by(number: NumeralValue, word: &str, text: &str) -> Option<NumeralValue> {
    let factor = match word {
        "%" | "个百分点" | "個百分點" | "个百分點" | "個百分点" => Decimal::ONE,
        "‰" => Decimal::new(1, 1),
        "成" => Decimal::TEN,
        "折" => {
            let is_arabic = text.starts_with(|first: char| first.is_ascii_digit());
            let form = if is_arabic { Form::Digits } else { Form::Chinese };
            return Some(number.map(|value| discount::tenths(value, form))?.times(Decimal::TEN)?.percent());
        }
        "打" => return number.times(Decimal::from(12)),
        _ => return None,
    };
    Some(number.times(factor)?.percent())
}

#[cfg(test)]
mod tests;
