//! Reads what belongs to the figure after its number or unit: 二斤|半, 三成|五, 3元|5角, 百分之三十|多.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::quantity::{Quantity, UnitAt, token_at, unit_at};
use crate::lexicon::{Sense, UnitPart};
use crate::numeral::{self, Form, is_excess, is_numeric};
use crate::recognise::Scene;
use crate::record::FigureKind;

const HALF: &str = "半";
/// Units whose parts are always named: 三元五角, never 三元五.
const UNSHORTENED: [&str; 5] = ["元", "圆", "亩", "角", "毛"];
/// The most digits after a unit, of a length or a price: 一米七五.
const MAX_LAST_DIGITS: u32 = 2;

/// Reads what follows a share: a surplus (百分之三十|多), or 倍 after a fraction (一又四分之三|倍).
pub(super) fn of_share<'s>(scene: &Scene<'s>, quantity: &mut Quantity<'s>) {
    let end = quantity.range.end;
    let rest = &scene.text[end..];
    if rest.starts_with(is_excess) && token_at(scene, end).is_some_and(|token| token.end == end + "多".len())
    {
        quantity.numeral.exceeded = true;
        quantity.extend_to(end + "多".len());
    } else if quantity.numeral.form == Form::Fraction
        && let Some(unit) =
            unit_at(scene, end).filter(|unit| unit.sense == Sense::Measure(FigureKind::Multiple))
    {
        quantity.extend_to(unit.range.end);
        quantity.unit = Some(unit);
    }
}

/// Reads what follows the unit.
pub(super) fn of_unit(scene: &Scene, quantity: &mut Quantity) {
    let Some(unit) = quantity.unit.clone() else { return };
    if unit.sense == Sense::Tenth && scene.slice(&unit.range) == "折" {
        let tenths = |value: Option<Decimal>| numeral::tenths(value?, quantity.numeral.form);
        (quantity.numeral.value, quantity.numeral.upper) =
            (tenths(quantity.numeral.value), tenths(quantity.numeral.upper));
    }
    if quantity.numeral.upper.is_some() || quantity.numeral.exceeded {
        return;
    }
    let end = unit.range.end;
    let is_unscaled = quantity.numeral.scale == Decimal::ONE;
    let short = || half(scene, quantity, &unit).or_else(|| last_digits(scene, quantity, &unit));
    let more = parts(scene, quantity, &unit).or_else(|| if is_unscaled { short() } else { None });
    let Some((more, length)) = more else { return };
    let away_from_zero =
        |value: Decimal| value.checked_add(if value.is_sign_negative() { -more } else { more });
    quantity.numeral.value = quantity.numeral.value.and_then(away_from_zero);
    quantity.extend_to(end + length);
    // 块 counts pieces, but before 毛 or a last digit it is money.
    if unit.written == "块" && scene.text[end..end + length] != *HALF {
        let sense = Sense::Measure(FigureKind::Money);
        quantity.unit = Some(UnitAt { written: Cow::Borrowed("元"), sense, ..unit });
    }
}

/// Reads half a unit after the unit: 二斤|半, 三倍|半; but 5英寸|半导体, 一个|半小时.
fn half(scene: &Scene, quantity: &Quantity, unit: &UnitAt) -> Option<(Decimal, usize)> {
    let end = unit.range.end;
    let counts = matches!(unit.sense, Sense::Measure(_) | Sense::Tenth) && unit.written != "个";
    // The segmenter may see a word in 成半, which is none.
    let is_word = unit.sense == Sense::Tenth && !scene.text[end..].starts_with("半导")
        || token_at(scene, end).is_some_and(|token| token == (end..end + HALF.len()));
    let is_half =
        quantity.numeral.form == Form::Chinese && counts && scene.text[end..].starts_with(HALF) && is_word;
    is_half.then(|| (Decimal::new(5, 1), HALF.len()))
}

/// Reads parts of the unit, fewer than make one of it: 3元|5角, 十二元|八角五分, 一斤|三两.
fn parts(scene: &Scene, quantity: &Quantity, unit: &UnitAt) -> Option<(Decimal, usize)> {
    if quantity.numeral.value.is_some_and(|value| value.scale() > 0) {
        return None;
    }
    let written = scene.slice(&unit.range);
    let (mut sum, mut end, mut last) = (Decimal::ZERO, unit.range.end, Decimal::ONE);
    while let Some((count, part, after)) = part_at(scene, written, end)
        && part.count > last
        && count < part.count
    {
        sum = sum.checked_add(count.checked_div(part.count)?)?;
        (end, last) = (after, part.count);
    }
    (end > unit.range.end).then(|| (sum, end - unit.range.end))
}

/// The count of a part of this unit at byte `at`, the part, and the byte where it ends; the 5分 of 5分|钟 is
/// none.
fn part_at<'s>(scene: &Scene<'s>, unit: &str, at: usize) -> Option<(Decimal, &'s UnitPart, usize)> {
    // After most units no number follows.
    scene.text.get(at..)?.starts_with(is_numeric).then_some(())?;
    let mut parts = scene.lexicon.units.parts.iter().filter(|part| part.unit == unit).peekable();
    parts.peek()?;
    let (count, end) = count_at(scene.text, at)?;
    let word = unit_at(scene, end)?;
    let word = scene.slice(&word.range).trim_end_matches('钱');
    let part = parts.find(|part| part.word == word)?;
    Some((count, part, end + word.len()))
}

/// A whole count and the byte where it ends; before 两 it has one digit, because 三两 is read as two digits
/// elsewhere.
fn count_at(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let first = text.get(at..)?.chars().next().filter(|first| is_numeric(*first))?;
    let digit_end = at + first.len_utf8();
    let end_and_value = |end: usize, value: Option<Decimal>| Some((value?, end));
    if text[digit_end..].starts_with('两') {
        return end_and_value(digit_end, numeral::read(&text[at..digit_end], 0)?.value);
    }
    let numeral = numeral::read(text, at)?;
    let is_count = matches!(numeral.form, Form::Digits | Form::Chinese) && numeral.upper.is_none();
    end_and_value(numeral.end, numeral.value.filter(|value| is_count && value.scale() == 0))
}

/// Reads last digits as decimals, if they have no unit and open no word: 三成|五, 三块|五, 一米|七五.
fn last_digits(scene: &Scene, quantity: &Quantity, unit: &UnitAt) -> Option<(Decimal, usize)> {
    if !scene.text[unit.range.end..].starts_with(is_numeric) {
        return None;
    }
    let written = scene.slice(&unit.range);
    let has_tenths =
        || scene.lexicon.units.parts.iter().any(|part| part.unit == written && part.count == Decimal::TEN);
    let takes_digits = written == "成" || !UNSHORTENED.contains(&written) && has_tenths();
    let is_whole = quantity.numeral.value.is_some_and(|value| value.scale() == 0);
    let rest = &scene.text[unit.range.end..];
    let in_one_script =
        quantity.numeral.form == Form::Chinese || rest.starts_with(|c: char| c.is_ascii_digit());
    if !takes_digits || !is_whole || !in_one_script {
        return None;
    }
    let (mut decimals, mut length) = (Decimal::ZERO, 0);
    for (place, character) in (1..).zip(rest.chars().take_while(|next| is_numeric(*next))) {
        let digit = numeral::read(character.encode_utf8(&mut [0; 4]), 0)?.value?;
        if digit >= Decimal::TEN || place > MAX_LAST_DIGITS {
            return None;
        }
        decimals = decimals.checked_add(digit.checked_mul(Decimal::new(1, place))?)?;
        length += character.len_utf8();
    }
    let after = unit.range.end + length;
    let goes_on = scene.text[after..]
        .starts_with(|next: char| is_excess(next) || matches!(next, '.' | '%' | '/' | '-' | '个'));
    let is_in_word = token_at(scene, unit.range.end).is_some_and(|token| token.end > after);
    let measures = goes_on || is_in_word || unit_at(scene, after).is_some();
    (length > 0 && !measures).then_some((decimals, length))
}

/// Sets the unit of a number that else has none: 兆 of bandwidth or storage (1000兆), 级 of an earthquake
/// (6.5级).
pub(super) fn of_unmeasured(scene: &Scene, quantity: &mut Quantity) {
    let end = quantity.number.end;
    let is_mega = scene.text[..end].ends_with('兆') && quantity.numeral.form == Form::Digits;
    let is_strength = scene.text[end..].starts_with('级')
        && quantity.numeral.scale == Decimal::ONE
        && quantity.numeral.value.is_some_and(|value| value.scale() > 0);
    let range = match (is_mega, is_strength) {
        (true, _) => end - '兆'.len_utf8()..end,
        (_, true) => end..end + '级'.len_utf8(),
        _ => return,
    };
    if is_mega {
        quantity.numeral.value = quantity.coefficient();
        quantity.numeral.scale = Decimal::ONE;
        quantity.number.end = range.start;
    }
    quantity.extend_to(range.end);
    let written = Cow::Owned(scene.slice(&range).to_owned());
    quantity.unit = Some(UnitAt { range, written, sense: Sense::Measure(FigureKind::Other) });
}
