//! Reads from the words around a figure how they bound its value.

use std::ops::Range;

use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::lexicon::{Cue, Vocabulary};
use crate::numeral::{Form, is_numeric};
use crate::recognise::Scene;
use crate::record::Bound;

/// Longest noun between a figure and 以上, in characters.
const MAX_NOUN_CHARS: usize = 6;

/// The bound of a figure, told by its two ends, else by words before, inside or after it.
pub(super) fn bound(scene: &Scene, quantity: &Quantity) -> Bound {
    if quantity.is_range || quantity.numeral.upper.is_some() {
        return Bound::Range;
    }
    let before = match cue_before(scene, quantity.range.start) {
        Some(Cue::Bound(bound)) => Some(bound),
        _ => None,
    };
    let after = bound_after(scene, quantity);
    match (before, quantity.numeral.exceeded, after) {
        (Some(Bound::About), _, Some(after)) => after,
        (Some(before), _, _) => before,
        (None, _, Some(after)) => after,
        (None, true, None) => Bound::Over,
        (None, false, None) if is_upwards(scene, quantity) => Bound::Over,
        (None, false, None) if quantity.numeral.value.is_none() => Bound::About,
        (None, false, None) => Bound::Exact,
    }
}

/// Whether 上 before a round number without digits of its own means upwards: 上|千万群众; but 网上|百家.
fn is_upwards(scene: &Scene, quantity: &Quantity) -> bool {
    let is_round = scene.slice(&quantity.range).starts_with(['百', '千', '万', '亿']);
    let before = scene.text[..quantity.range.start].strip_suffix('上');
    let is_word = |start: usize| scene.tokens.iter().any(|token| token.range.start == start);
    is_round && before.is_some_and(|before| is_word(before.len()))
}

/// The bound that the words directly before and after a stretch set.
pub(super) fn of_words_around(scene: &Scene, range: &Range<usize>) -> Bound {
    let before = cue_before(scene, range.start);
    let after = bound_at(&scene.lexicon.units.after, &scene.text[range.end..], 0);
    match before {
        Some(Cue::Bound(bound)) => bound,
        _ => after.unwrap_or(Bound::Exact),
    }
}

/// The meaning of the longest known word that ends before byte `at`; 了 and a blank may stand between.
pub(super) fn cue_before(scene: &Scene, at: usize) -> Option<Cue> {
    let before = scene.text[..at].trim_end_matches([' ', '了']);
    scene.lexicon.units.before.longest(before).map(|(_, cue)| *cue)
}

/// The bound that 以上, 左右 or 以内 sets after the figure, or after the noun that it counts: 20张床位以下.
fn bound_after(scene: &Scene, quantity: &Quantity) -> Option<Bound> {
    let rest = &scene.text[quantity.range.end..];
    // A round class of sizes is no exact value: 百亿级, but 25兆瓦级.
    let of_class = quantity.numeral.form == Form::Bare && rest.starts_with('级');
    let rest = rest.strip_prefix('级').unwrap_or(rest);
    let after = &scene.lexicon.units.after;
    if let Some(bound) = bound_at(after, rest, 0) {
        return Some(bound);
    }
    if of_class {
        return Some(Bound::About);
    }
    // A surplus after 倍 or %, or after a number that tells one: 一倍多, 30%多; but 三个多样化, 30%多数.
    let is_relative = scene.slice(&quantity.range).ends_with(['倍', '%']);
    let exceeds = rest.strip_prefix(['多', '余']).is_some_and(|rest| !rest.starts_with(['数', '半', '元']));
    if exceeds && (quantity.numeral.exceeded || is_relative) {
        return Some(Bound::Over);
    }
    if quantity.unit.is_none() || quantity.numeral.scale > Decimal::ONE {
        return None;
    }
    // A number that follows has a bound of its own, which is not this one's: 9个亿元以上项目.
    if rest.starts_with(is_numeric) {
        return None;
    }
    let noun = rest.char_indices().take(MAX_NOUN_CHARS).take_while(|(_, c)| is_counted(*c));
    noun.skip(1).find_map(|(at, _)| bound_at(after, rest, at))
}

/// Whether the character may belong to a noun before 以上. After 级 the rank is bounded: 省级以上园区.
fn is_counted(character: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&character) && character != '级'
}

fn bound_at(after: &Vocabulary<Cue>, rest: &str, at: usize) -> Option<Bound> {
    match after.longest_at(rest, at) {
        Some((_, Cue::Bound(bound))) => Some(*bound),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::with_scene;
    use crate::recognise::{Detail, figure};
    use crate::record::Bound;

    fn bounds(text: &str) -> Vec<Bound> {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            figure::recognise(scene, &mut candidates);
            candidates.sort_by_key(|candidate| candidate.range.start);
            let bound = |detail: &Detail| match detail {
                Detail::Figure(figure) => Some(figure.bound),
                _ => None,
            };
            candidates.iter().filter_map(|candidate| bound(&candidate.detail)).collect()
        })
    }

    #[test]
    fn words_around_and_inside_set_the_bound() {
        for (text, bound) in [
            ("完成投资近80亿元", Bound::About),
            ("增长6%左右", Bound::About),
            ("约有300户", Bound::About),
            ("大约增长9%", Bound::About),
            ("百亿级园区", Bound::About),
            ("突破了9000亿元", Bound::Over),
            ("不少于12个", Bound::Over),
            ("60多万元", Bound::Over),
            ("增加一倍多", Bound::Over),
            ("占40%多。", Bound::Over),
            ("占百分之四十多。", Bound::Over),
            ("千余人", Bound::Over),
            ("上千户人家受益", Bound::Over),
            ("惠及上百万农户", Bound::Over),
            ("比重40%以上", Bound::Over),
            ("30张病床及以上", Bound::Over),
            ("十万吨级以上泊位", Bound::Over),
            ("不到30%", Bound::Under),
            ("控制在3%以内", Bound::Under),
            ("6户职工以下", Bound::Under),
            ("失业率不超过5.5%", Bound::Under),
        ] {
            assert_eq!(bounds(text), [bound], "{text}");
        }
    }

    #[test]
    fn words_that_only_end_like_a_cue_set_none() {
        for text in [
            "签约88个项目",
            "节约70吨",
            "最近3次",
            "通过15项议案",
            "目前5家",
            "网上百家书店",
            "50兆瓦级机组",
            "40%多数是新建的",
            "16家市级以上园区",
        ] {
            assert_eq!(bounds(text), [Bound::Exact], "{text}");
        }
        assert_eq!(bounds("资产3万元以上、职工80人以下"), [Bound::Over, Bound::Under]);
        assert_eq!(bounds("9个6亿元以上项目"), [Bound::Exact, Bound::Over]);
        assert_eq!(bounds("9个亿元以上项目"), [Bound::Exact, Bound::Over]);
    }
}
