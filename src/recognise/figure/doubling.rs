//! Recognises halves and doublings that no number states: 对折 is half, each 翻番 a factor of two.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::{Candidate, Detail, Evidence, Figure, Scene};
use crate::lexicon::Trigger;
use crate::numeral;
use crate::record::{Bound, FigureKind};

/// Characters that make another word of 半: 半年.
const HALF_WORDS: [char; 4] = ['年', '天', '导', '成'];

/// Proposes doublings as multiples, of 2, 2 and 4 here: 翻番, 翻一番, 翻了两番. 翻一番半 has no value: its reading is
/// disputed.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { start, end } in scene.wake(Trigger::Doubling) {
        // A counted 翻番 names doublings and measures none: 四个翻番.
        if scene.text[..start].ends_with('个') {
            continue;
        }
        let after = &scene.text[end..];
        let after = after.strip_prefix('了').unwrap_or(after);
        // A word before the number says that it came near: 翻了|近|一番.
        let whole = ["将近", "近", "约"].iter().find_map(|near| after.strip_prefix(near));
        let (after, is_near) = (whole.unwrap_or(after), whole.is_some());
        let at = scene.text.len() - after.len();
        let (times, end) = match numeral::read(scene.text, at) {
            Some(numeral) => (numeral.value, numeral.end),
            None => (Some(Decimal::ONE), at),
        };
        if !scene.text[end..].starts_with('番') {
            continue;
        }
        let end = end + '番'.len_utf8();
        let half = scene.text[end..].strip_prefix('半').filter(|rest| !rest.starts_with(HALF_WORDS));
        let range = start..half.map_or(end, |rest| scene.text.len() - rest.len());
        let value = times.filter(|times| half.is_none() && times.fract().is_zero()).and_then(power_of_two);
        let mut figure = figure(scene, &range, value, "倍", FigureKind::Multiple);
        if is_near {
            figure.bound = Bound::About;
        }
        candidates.push(Candidate::new(range, "figure.doubling", Evidence::Certain, Detail::Figure(figure)));
    }
}

/// Proposes half of a price: 打对折; but 对折叠床.
pub(super) fn recognise_half_price(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { start, end } in scene.wake(Trigger::Discount) {
        let verb =
            scene.text[..start].strip_suffix(['对', '對']).filter(|verb| verb.ends_with(['打', '按', '价']));
        let Some(verb) = verb else { continue };
        if scene.text[end..].starts_with(['叠', '射', '旧', '线', '页']) {
            continue;
        }
        let range = verb.len()..end;
        let figure = figure(scene, &range, Some(Decimal::from(50)), "%", FigureKind::Percent);
        candidates.push(Candidate::new(
            range,
            "figure.half-price",
            Evidence::Certain,
            Detail::Figure(figure),
        ));
    }
}

fn figure(
    scene: &Scene,
    range: &Range<usize>,
    value: Option<Decimal>,
    unit: &str,
    kind: FigureKind,
) -> Figure {
    Figure {
        bound: super::bound::of_words_around(scene, range),
        ..Figure::of(value, Some(unit.to_owned()), kind)
    }
}

/// Two to the power of `times`; `None` for more than twenty, which no text means.
fn power_of_two(times: Decimal) -> Option<Decimal> {
    let times = u32::try_from(times).ok().filter(|times| *times <= 20)?;
    Some(Decimal::from(1u64 << times))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use crate::recognise::testing::{proposed, with_scene};
    use crate::recognise::{Detail, figure};
    use crate::record::Bound;

    /// The value and bound of the first figure of a text.
    fn first(text: &str) -> (Option<Decimal>, Bound) {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            figure::recognise(scene, &mut candidates);
            let Detail::Figure(figure) = &candidates[0].detail else { panic!("{text}") };
            (figure.value, figure.bound)
        })
    }

    #[test]
    fn each_doubling_is_a_factor_of_two() {
        for (text, word, value) in [
            ("产值翻番", "翻番", 2),
            ("收入翻了一番", "翻了一番", 2),
            ("产值翻了近一番", "翻了近一番", 2),
            ("总量翻两番,", "翻两番", 4),
        ] {
            assert_eq!(proposed(figure::recognise, text), [word]);
            assert_eq!(first(text).0, Some(value.into()));
        }
    }

    #[test]
    fn half_a_doubling_has_no_value_and_a_near_one_is_about() {
        for (text, word, value, bound) in [
            ("产值翻一番半。", "翻一番半", None, Bound::Exact),
            ("渔获量翻了两番半,", "翻了两番半", None, Bound::Exact),
            ("产值翻一番半年完成", "翻一番", Some(2), Bound::Exact),
            ("产值翻近两番", "翻近两番", Some(4), Bound::About),
        ] {
            assert_eq!(proposed(figure::recognise, text), [word]);
            assert_eq!(first(text), (value.map(Into::into), bound), "{text}");
        }
    }

    #[test]
    fn half_price_is_told_without_a_number() {
        assert_eq!(proposed(figure::recognise, "门票打对折"), ["对折"]);
        for text in ["打对折叠床", "面对折旧", "对折现的规定"] {
            assert_eq!(proposed(figure::recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn turning_over_is_no_doubling() {
        for text in ["翻开新的一页", "老旧房屋翻建", "翻山越岭", "三番五次", "翻"] {
            assert_eq!(proposed(figure::recognise, text), [""; 0], "{text}");
        }
    }
}
