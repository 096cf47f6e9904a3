//! Numbers that consist of two: parts of a whole (三分之二, 百分之十二) and ratios (1.68:1).

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::{Form, Numeral};

/// Decimal places of a part that has no finite decimal, and significant digits of a small one: 三分之二 is
/// 0.6667.
const DIGITS: u32 = 4;
/// Decimal places of a part that has a finite decimal; more are not kept.
const PLACES: u32 = 15;

/// The number that starts at byte `at`: one amount, or two that belong together.
pub(super) fn read(text: &str, at: usize) -> Option<Numeral> {
    let first = amount::read(text, at)?;
    let rest = &text[first.end..];
    if rest.starts_with("分之") {
        return part(text, at, &first);
    }
    if let Some(mixed) = mixed(text, &first) {
        return Some(mixed);
    }
    ratio(text, &first)
        .or_else(|| slashed(text, &first))
        .or_else(|| half(text, at, &first))
        .or_else(|| Some(first.into_numeral()))
}

/// One number divided by another: exact where a decimal can hold it, else to four decimal places, or four
/// significant digits of a small part (1/3000 is 0.0003333).
fn divided(share: Decimal, whole: Decimal) -> Option<Decimal> {
    let value = share.checked_div(whole)?.normalize();
    if value.scale() <= PLACES {
        return Some(value);
    }
    let places = if value.abs() < Decimal::new(1, 2) { value.round_sf(DIGITS)?.scale() } else { DIGITS };
    Some(value.round_dp(places))
}

/// A分之B: hundredths, thousandths and ten-thousandths keep B as their value, other parts are divided.
fn part(text: &str, at: usize, whole: &Amount) -> Option<Numeral> {
    let after = whole.end + "分之".len();
    let share = amount::read(text, after + usize::from(text[after..].starts_with(' ')))?;
    let form = match &text[at..whole.end] {
        "百" | "一百" | "壹佰" => Form::Percent,
        "千" | "一千" => Form::Permille,
        "万" | "萬" | "一万" => Form::Permyriad,
        _ => Form::Fraction,
    };
    let counted = |value: Option<Decimal>| match form {
        Form::Fraction => divided(value?, whole.value?),
        _ => value,
    };
    let mut numeral = share.into_numeral();
    numeral.value = counted(numeral.value);
    numeral.upper = counted(numeral.upper);
    numeral.form = form;
    Some(numeral)
}

/// A whole number and a part of one: 一又二分之一.
fn mixed(text: &str, whole: &Amount) -> Option<Numeral> {
    let at = whole.end + text[whole.end..].strip_prefix('又').map(|_| '又'.len_utf8())?;
    let denominator = amount::read(text, at)?;
    if !text[denominator.end..].starts_with("分之") {
        return None;
    }
    let share = part(text, at, &denominator).filter(|share| share.form == Form::Fraction)?;
    let value = whole.value?.checked_add(share.value?)?;
    Some(Numeral::part(share.end, value, Form::Fraction))
}

/// 一半, which is 0.5.
fn half(text: &str, at: usize, first: &Amount) -> Option<Numeral> {
    let is_half = &text[at..first.end] == "一" && text[first.end..].starts_with('半');
    is_half.then(|| Numeral::part(first.end + '半'.len_utf8(), Decimal::new(5, 1), Form::Fraction))
}

/// A/B, where A is below ten and below B (1/3; not 2020/21 or 1/2/3), or where B is a round number with 万:
/// 8.5/10万.
fn slashed(text: &str, first: &Amount) -> Option<Numeral> {
    let second = text[first.end..].strip_prefix('/').and_then(|_| amount::read(text, first.end + 1))?;
    let (share, whole) = (first.value?, second.value?);
    let are_digits = first.form == Form::Digits && matches!(second.form, Form::Digits | Form::Chinese);
    let goes_on = text[second.end..]
        .starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, '/' | '-' | '.'));
    let is_part = share.scale() == 0 && whole.scale() == 0 && share < Decimal::TEN && share >= Decimal::ONE;
    // 8.5/10万: a round number that 万 writes.
    let tens = [10_000, 100_000, 1_000_000].map(Decimal::from);
    let is_round = text[..second.end].ends_with('万') && tens.contains(&whole);
    let fits = is_part && second.form == Form::Digits || is_round && first.is_unscaled();
    let value = divided(share, whole)?;
    (are_digits && fits && share < whole && !goes_on)
        .then(|| Numeral::part(second.end, value, Form::Fraction))
}

/// A:1. Two other whole numbers could be a time of day or a score.
fn ratio(text: &str, first: &Amount) -> Option<Numeral> {
    let second = text[first.end..].strip_prefix(':').and_then(|_| amount::read(text, first.end + 1))?;
    let written = &text[first.end + 1..second.end];
    // 8:1:1 has more parts.
    let goes_on = text[second.end..].starts_with(':');
    let is_ratio = first.form == Form::Digits && written == "1" && !goes_on;
    let value = first.value.filter(|_| is_ratio)?;
    Some(Numeral::part(second.end, value, Form::Ratio))
}
