//! Numbers that are no quantities: names, ranks, idioms, times, articles.

use rust_decimal::Decimal;

use super::bound::{cue_before, of_words_around};
use super::quantity::{Quantity, token_at};
use crate::lexicon::{Cue, Sense};
use crate::numeral::{Form, is_numeric};
use crate::recognise::Scene;
use crate::record::{Bound, FigureKind};

/// How far back a clause is searched for the noun that makes days a count.
const CLAUSE: usize = 20;

/// Longest quoted term that begins with or holds a number, in characters.
const QUOTED_TERM: usize = 12;

/// Whether this number is no figure.
pub(super) fn is_trap(scene: &Scene, quantity: &Quantity) -> bool {
    is_unmeasured(scene, quantity)
        || is_time(scene, quantity)
        || is_known_trap(scene, quantity)
        || is_rank_or_article(scene, quantity)
        || is_part_of_word(scene, quantity)
        || is_quoted_term(scene, quantity)
        || is_congress(quantity, scene)
}

/// A number needs a unit, a part of a whole, or a multiplier that only counts have: 696万.
fn is_unmeasured(scene: &Scene, quantity: &Quantity) -> bool {
    if let Some(unit) = &quantity.unit {
        let counts = unit.sense == Sense::Measure(FigureKind::Count);
        let single = quantity.number.len() <= '百'.len_utf8() && quantity.numeral.form == Form::Bare;
        // 百家, 万人 are idioms and names more often than counts unless a bound is told.
        return match quantity.numeral.form {
            Form::Half => counts,
            Form::Bare => counts && single && !quantity.numeral.exceeded && is_unbounded(scene, quantity),
            _ => false,
        };
    }
    let rest = &scene.text[quantity.range.end..];
    match quantity.numeral.form {
        Form::Percent | Form::Permille | Form::Permyriad | Form::Fraction | Form::Ratio => false,
        Form::Half => true,
        Form::Bare => {
            let large = quantity.numeral.scale > Decimal::ONE && quantity.number.len() > '万'.len_utf8()
                || quantity.numeral.scale > Decimal::from(10_000);
            !(large && (rest.starts_with('级') || !is_unbounded(scene, quantity)))
        }
        Form::Digits | Form::Chinese => {
            let scaled = quantity.numeral.scale > Decimal::ONE;
            let excess =
                quantity.numeral.exceeded && scene.text[quantity.number.end..].chars().nth(1).is_some();
            let is_index = quantity.numeral.value.is_some_and(|value| value.scale() > 0)
                && follows_level(scene, quantity);
            !(scaled || excess || is_index)
        }
    }
}

fn is_unbounded(scene: &Scene, quantity: &Quantity) -> bool {
    of_words_around(scene, &quantity.range) == Bound::Exact
        && !scene.text[..quantity.range.start].ends_with(['上', '成', '数'])
}

/// A decimal without unit is an index value after a verb of level: 系数为0.46.
fn follows_level(scene: &Scene, quantity: &Quantity) -> bool {
    let before = &scene.text[..quantity.range.start];
    let rest = scene.text[quantity.range.end..].chars().next();
    let ends = rest.is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, '.' | '/' | '-'));
    ends && before.ends_with(['为', '达', '到', '至', '由', '从', '于'])
}

/// Years, days and hours are times, except days that a noun counts: 优良天数达到325天.
fn is_time(scene: &Scene, quantity: &Quantity) -> bool {
    if quantity.unit.as_ref().is_none_or(|unit| unit.sense != Sense::Duration) {
        return false;
    }
    let before = &scene.text[..quantity.range.start];
    let start = before.char_indices().rev().take(CLAUSE).last().map_or(quantity.range.start, |(at, _)| at);
    let clause = before[start..].rsplit([',', ';', '。', '、']).next().unwrap_or_default();
    !(clause.contains("天数") || clause.contains("日数"))
}

/// A word of the dictionary of traps that reaches behind the number.
fn is_known_trap(scene: &Scene, quantity: &Quantity) -> bool {
    let trap = scene.lexicon.units.traps.longest_at(scene.text, quantity.range.start);
    trap.is_some_and(|(range, ())| range.end > quantity.number.end && range.end >= quantity.range.end)
}

/// 第3位, 前10名; and 一 is an article unless a verb before it counts: 新增一家.
fn is_rank_or_article(scene: &Scene, quantity: &Quantity) -> bool {
    let cue = cue_before(scene, quantity.range.start);
    let counts = quantity.unit.as_ref().is_some_and(|unit| unit.sense == Sense::Measure(FigureKind::Count));
    let article = counts && matches!(&scene.text[quantity.number.clone()], "一");
    cue == Some(Cue::Ordinal) || article && cue != Some(Cue::Counting)
}

/// A number inside a longer word is none: 统一, 三角洲, 百花齐放.
fn is_part_of_word(scene: &Scene, quantity: &Quantity) -> bool {
    let range = &quantity.range;
    let is_count_word = |word: &str| word.chars().any(is_numeric) && word.ends_with(|c: char| is_numeric(c));
    let Some(first) = token_at(scene, range.start) else { return false };
    let starts_inside = first.start < range.start && {
        let lead = &scene.text[first.start..range.start];
        !lead.is_ascii()
            && scene.lexicon.units.before.get(lead).is_none()
            && !lead.ends_with(['上', '近', '达'])
    };
    let ends_behind = first.end > range.end && !is_count_word(&scene.text[first.clone()]);
    starts_inside || ends_behind
}

/// A short quoted phrase around a small count is a coined term: “三张牌”, “一桥24隧”.
fn is_quoted_term(scene: &Scene, quantity: &Quantity) -> bool {
    let counts = match &quantity.unit {
        Some(unit) => unit.sense == Sense::Measure(FigureKind::Count),
        None => true,
    };
    if !counts || quantity.numeral.value.is_some_and(|value| value >= Decimal::from(10_000)) {
        return false;
    }
    let before = scene.text[..quantity.range.start].chars().rev().take(QUOTED_TERM);
    let behind = scene.text[quantity.range.end..].chars().take(QUOTED_TERM);
    let Some(left) = before.clone().position(|c| matches!(c, '“' | '”')) else { return false };
    let Some(right) = behind.clone().position(|c| matches!(c, '“' | '”')) else { return false };
    let inside = before.clone().nth(left) == Some('“') && behind.clone().nth(right) == Some('”');
    inside && left + right <= QUOTED_TERM
}

/// 十八大, 二十大 are congresses: nothing but a congress counts 大 beyond ten in Chinese numerals.
fn is_congress(quantity: &Quantity, scene: &Scene) -> bool {
    let great = quantity.unit.as_ref().is_some_and(|unit| unit.written == "大");
    let chinese = scene.text[quantity.number.clone()].chars().count() > 1;
    great && chinese && quantity.numeral.form == Form::Chinese
}
