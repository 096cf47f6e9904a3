//! Quantities: a number with its unit or measure word, its bound read from the words around it.
//!
//! [`quantity`] reads number and unit, [`trap`] refuses numbers that are names, ranks, idioms or
//! times, [`bound`] reads 超过, 左右, 以下. `of`, `change`, `status` and `time` are found by
//! [`crate::relate`].

mod bound;
mod doubling;
mod quantity;
mod trap;

use super::{Candidate, Detail, Evidence, Figure, Scene};
use crate::lexicon::Sense;
use crate::numeral::{Form, is_numeric};
use crate::record::number::is_exact_in_json;
use crate::record::{Bound, Change, FigureKind, FigureStatus};
use quantity::Quantity;
use rust_decimal::Decimal;

/// Every figure of the sentence.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let mut quantities = read_all(scene);
    share_units(scene, &mut quantities);
    for quantity in &quantities {
        if !trap::is_trap(scene, quantity) {
            candidates.push(candidate(scene, quantity));
        }
    }
    doubling::recognise(scene, candidates);
}

/// Every number of the sentence with what follows it, in text order.
fn read_all<'s>(scene: &Scene<'s>) -> Vec<Quantity<'s>> {
    let text = scene.text;
    let mut quantities = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        match quantity::read(scene, start) {
            Some(quantity) => {
                at = quantity.range.end.max(quantity.next);
                quantities.push(quantity);
            }
            None => at = numeric_end(text, start),
        }
    }
    quantities
}

/// Where the next number may begin.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let opens =
        |character: char| is_numeric(character) || matches!(character, '半' | '几' | '数' | '负' | '-');
    text[from..].find(opens).map(|offset| from + offset)
}

/// The end of a run that is no number.
fn numeric_end(text: &str, start: usize) -> usize {
    let first = text[start..].chars().next().map_or(1, char::len_utf8);
    let rest = &text[start + first..];
    let run =
        if text[start..].starts_with(is_numeric) { rest.find(|c: char| !is_numeric(c)) } else { Some(0) };
    run.map_or(text.len(), |length| start + first + length)
}

/// A unit at the end of a list holds for the numbers before it: 15、22个百分点.
fn share_units(scene: &Scene, quantities: &mut [Quantity]) {
    for index in (1..quantities.len()).rev() {
        let (before, after) = quantities.split_at_mut(index);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else { continue };
        let between = scene.text.get(left.range.end..right.range.start).unwrap_or_default();
        let opens_sentence = scene.text[..left.range.start].trim().is_empty();
        if left.is_plain() && matches!(between, "、" | "和" | "与" | "及" | "或") && !opens_sentence {
            left.take_unit_of(right);
        }
    }
}

fn candidate(scene: &Scene, quantity: &Quantity) -> Candidate {
    let tenth = quantity.unit.as_ref().is_some_and(|unit| unit.sense == Sense::Tenth);
    let scaled = |value: Decimal| if tenth { value.checked_mul(Decimal::TEN) } else { Some(value) };
    let exact = |value: Option<Decimal>| {
        value.and_then(scaled).map(|value| value.normalize()).filter(|value| is_exact_in_json(*value))
    };
    let value = exact(quantity.numeral.value);
    let figure = Figure {
        value,
        upper: exact(quantity.numeral.upper).filter(|_| value.is_some()),
        unit: written_unit(scene, quantity),
        kind: kind(scene, quantity),
        of: None,
        bound: bound::bound(scene, quantity),
        change: Change::Level,
        status: FigureStatus::Other,
        time: None,
    };
    let rule = match (figure.bound, &quantity.unit) {
        (Bound::Range, _) => "figure.range",
        (_, Some(_)) => "figure.unit",
        (_, None) => "figure.bare",
    };
    Candidate::new(quantity.range.clone(), rule, Evidence::Certain, Detail::Figure(figure))
}

/// A size class in 亿 without unit is one of money: 百亿级项目.
fn is_money_class(scene: &Scene, quantity: &Quantity) -> bool {
    let large = quantity.numeral.scale >= Decimal::from(100_000_000);
    quantity.unit.is_none() && large && scene.text[quantity.range.end..].starts_with('级')
}

fn written_unit(scene: &Scene, quantity: &Quantity) -> Option<String> {
    if is_money_class(scene, quantity) { Some("元".to_owned()) } else { quantity.written_unit() }
}

fn kind(scene: &Scene, quantity: &Quantity) -> FigureKind {
    match (&quantity.unit, quantity.numeral.form) {
        (None, _) if is_money_class(scene, quantity) => FigureKind::Money,
        // A few 方 are parties and a few 度 degrees; gas and current come in 万 and 亿.
        (Some(unit), _) if unit.written == "方" && quantity.numeral.scale == Decimal::ONE => {
            FigureKind::Count
        }
        (Some(unit), _) if unit.written == "度" && quantity.numeral.scale == Decimal::ONE => {
            FigureKind::Other
        }
        (Some(unit), _) => match unit.sense {
            Sense::Measure(kind) => kind,
            Sense::Tenth => FigureKind::Percent,
            Sense::Duration => FigureKind::Count,
        },
        (None, Form::Percent | Form::Permille | Form::Permyriad) => FigureKind::Percent,
        (None, Form::Fraction | Form::Ratio | Form::Half) => FigureKind::Other,
        (None, Form::Digits | Form::Chinese | Form::Bare) if quantity.numeral.scale > Decimal::ONE => {
            FigureKind::Count
        }
        (None, _) => FigureKind::Other,
    }
}
