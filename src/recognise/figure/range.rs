//! Reads two numbers that make one figure: 3%—5%, 5至8家, 五、六倍.

use rust_decimal::Decimal;

use super::quantity::{Quantity, read_one, take_scale};
use crate::numeral::{self, Form, Numeral, is_numeric};
use crate::recognise::Scene;

/// The words and marks that join the ends of a range.
const JOINTS: [&str; 8] = ["至", "到", "——", "—", "–", "-", "~", "～"];

/// Words before or after the upper end of a range whose lower end has 以上.
const BELOW: [&str; 2] = ["不满", "不足"];
const CEILINGS: [&str; 2] = ["以下", "以内"];

/// Reads two quantities of one unit that a joint connects: 3%—5%, 5至8家, 500元至1万元.
pub(super) fn read_ends<'s>(scene: &Scene<'s>, first: &Quantity<'s>) -> Option<Quantity<'s>> {
    let text = scene.text;
    let rest = &text[first.range.end..];
    let Some(joint) = JOINTS.into_iter().find(|joint| rest.starts_with(joint)) else {
        return read_floor_and_ceiling(scene, first);
    };
    let second = read_one(scene, first.range.end + joint.len())?;
    let second = below_zero(scene, first, percent_like(scene, first, second));
    // 从5%到7% tells two levels; without 从 it is one range.
    let from = text[..first.range.start].chars().next_back();
    if matches!(joint, "到" | "至") && matches!(from, Some('从' | '由' | '自')) {
        return None;
    }
    ascending(first, second)
}

/// Makes the second end negative, too, if the first has 零下 and no unit: 零下5至8度.
fn below_zero<'s>(scene: &Scene<'s>, first: &Quantity<'s>, mut second: Quantity<'s>) -> Quantity<'s> {
    let holds = first.is_below_zero(scene) && first.unit.is_none() && !second.is_below_zero(scene);
    if holds {
        second.numeral.value = second.numeral.value.map(|value| -value);
    }
    second
}

/// Makes a bare number after the joint a percentage, too: 百分之八到九.
fn percent_like<'s>(scene: &Scene<'s>, first: &Quantity<'s>, second: Quantity<'s>) -> Quantity<'s> {
    let shares = first.numeral.form == Form::Percent
        && scene.slice(&first.number).starts_with("百分之")
        && second.is_plain()
        && !scene.text[second.range.end..].starts_with(['年', '月', '日', '天', '号']);
    match shares {
        true => Quantity { numeral: Numeral { form: Form::Percent, ..second.numeral }, ..second },
        false => second,
    }
}

/// Reads a range as laws write it: 2万元以上10万元以下, 3人以上不满10人.
fn read_floor_and_ceiling<'s>(scene: &Scene<'s>, first: &Quantity<'s>) -> Option<Quantity<'s>> {
    let text = scene.text;
    let floor = first.range.end + "以上".len();
    let rest = text[first.range.end..].strip_prefix("以上")?;
    let gap = rest.starts_with(['、', ',']).then(|| rest.chars().next()).flatten().map_or(0, char::len_utf8);
    let below = BELOW.into_iter().find(|word| rest[gap..].starts_with(word)).map_or(0, str::len);
    let second = read_one(scene, floor + gap + below)?;
    let closed = below > 0 || CEILINGS.iter().any(|word| text[second.range.end..].starts_with(word));
    if closed { ascending(first, second) } else { None }
}

/// Joins two ends in ascending order; negative ones are written by their size: 零下5至零下8度.
fn ascending<'s>(first: &Quantity<'s>, mut second: Quantity<'s>) -> Option<Quantity<'s>> {
    let mut lower = lower_end(first, &second)?;
    if lower.value < Some(Decimal::ZERO) && second.numeral.value < lower.value {
        std::mem::swap(&mut lower.value, &mut second.numeral.value);
    }
    let ascends = lower.value.zip(second.numeral.value).is_some_and(|(lower, upper)| lower < upper);
    ascends.then_some(joined(first, second, lower))
}

/// The lower end with the multiplier that it shares; `None` where units or forms differ.
fn lower_end(first: &Quantity, second: &Quantity) -> Option<Numeral> {
    let mut lower = first.numeral.clone();
    let same = match (&first.unit, &second.unit) {
        (Some(first), Some(second)) => first.written == second.written,
        (Some(_), None) => false,
        (None, Some(_)) => true,
        // Neither has a unit: 百分之八至百分之九, 200万—300万.
        (None, None) => {
            let percent = matches!(lower.form, Form::Percent);
            lower.form == second.numeral.form && (percent || second.numeral.scale > Decimal::ONE)
        }
    };
    let shares = first.unit.is_none() && lower.scale == Decimal::ONE;
    if shares && lower.value < second.coefficient() {
        take_scale(&mut lower, &second.numeral);
    }
    same.then_some(lower)
}

/// Makes one figure from the start of the first to the end of the second.
fn joined<'s>(first: &Quantity<'s>, second: Quantity<'s>, lower: Numeral) -> Quantity<'s> {
    Quantity {
        range: first.range.start..second.range.end,
        number: first.number.start..second.number.end,
        numeral: Numeral { upper: second.numeral.value, ..lower },
        unit: second.unit,
        next: second.next,
        is_range: true,
    }
}

/// Reads neighbouring Chinese digits with 、 between: 五、六倍, 二、三百亿度.
pub(super) fn read_neighbours<'s>(scene: &Scene<'s>, first: &Quantity<'s>) -> Option<Quantity<'s>> {
    let text = scene.text;
    text[first.range.end..].strip_prefix('、')?;
    let lower = chinese_digit(&text[first.number.clone()])?;
    let second = read_one(scene, first.range.end + '、'.len_utf8())?;
    let upper = text[second.number.clone()]
        .chars()
        .next()
        .and_then(|digit| chinese_digit(digit.encode_utf8(&mut [0; 4])))?;
    let step = second.numeral.value?.checked_div(upper)?;
    let value = lower.checked_mul(step)?;
    let joins = first.unit.is_none() && second.unit.is_some() && upper == lower + Decimal::ONE;
    if !joins || !step.fract().is_zero() {
        return None;
    }
    let lower = Numeral { value: Some(value), ..second.numeral.clone() };
    Some(joined(first, second, lower))
}

/// The value of a number that is one Chinese digit.
fn chinese_digit(number: &str) -> Option<Decimal> {
    let is_digit = number.chars().count() == 1 && number.chars().all(is_numeric);
    let read = if is_digit { numeral::read(number, 0) } else { None };
    read.filter(|digit| digit.form == Form::Chinese)
        .and_then(|digit| digit.value)
        .filter(|value| *value < Decimal::TEN)
}
