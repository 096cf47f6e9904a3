//! Two numbers that make one figure: 3%—5%, 5至8家, 五、六倍.

use rust_decimal::Decimal;

use super::quantity::{Quantity, read_one, take_scale};
use crate::numeral::{self, Form, Numeral, is_numeric};
use crate::recognise::Scene;

/// What joins the ends of a range.
const JOINTS: [&str; 8] = ["至", "到", "——", "—", "–", "-", "~", "～"];

/// Two quantities of one unit with a joint between: 3%—5%, 5至8家, 500元至1万元.
pub(super) fn read_ends<'s>(scene: &Scene<'s>, first: &Quantity<'s>) -> Option<Quantity<'s>> {
    let text = scene.text;
    let rest = &text[first.range.end..];
    let joint = JOINTS.into_iter().find(|joint| rest.starts_with(joint))?;
    let second = read_one(scene, first.range.end + joint.len())?;
    // 从5%到7% tells two levels, 5%到7% one range.
    let from = text[..first.range.start].chars().next_back();
    if matches!(joint, "到" | "至") && matches!(from, Some('从' | '由' | '自')) {
        return None;
    }
    let lower = lower_end(first, &second)?;
    let ascends = lower.value.zip(second.numeral.value).is_some_and(|(lower, upper)| lower < upper);
    ascends.then_some(joined(first, second, lower))
}

/// The lower end with the multiplier that it shares; none where the units or forms differ.
fn lower_end(first: &Quantity, second: &Quantity) -> Option<Numeral> {
    let mut lower = first.numeral.clone();
    let same = match (&first.unit, &second.unit) {
        (Some(first), Some(second)) => first.written == second.written,
        (Some(_), None) => false,
        (None, Some(_)) => true,
        // Without units: 百分之八至百分之九, 200万—300万.
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

/// One figure from the start of the first to the end of the second.
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

/// Neighbouring Chinese digits with 、 between: 五、六倍, 二、三百亿度.
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
