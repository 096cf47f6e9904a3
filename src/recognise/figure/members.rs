//! Recognises counts of members that are named right before them: 县乡村三级, 福建、江西两省.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::{Candidate, Detail, Evidence, Figure, Scene};
use crate::lexicon::{Lexicon, Trigger, Vocabulary};
use crate::record::FigureKind;

/// The unit of levels, and the units of places.
const LEVEL: &str = "级";
/// Longest name of a thing that has levels, in characters.
const MAX_SPANNING_CHARS: usize = 14;
const PLACES: [&str; 4] = ["省", "地", "市", "县"];
/// The numbers of members that are read.
const DIGITS: [&str; 4] = ["两", "三", "四", "五"];

/// Proposes a small number right after the members that it counts, with its unit.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for number in scene.wake(Trigger::Count) {
        let Some(value) = value(scene.slice(&number)) else { continue };
        let after = &scene.text[number.end..];
        let has_levels = || {
            lists_levels(scene.lexicon, &scene.text[..number.start]) || reaches_levels(scene.lexicon, after)
        };
        let unit = if after.starts_with(LEVEL) && has_levels() {
            LEVEL
        } else {
            match PLACES.iter().find(|unit| after.starts_with(**unit)) {
                Some(unit) if names_places(scene, number.start) => unit,
                _ => continue,
            }
        };
        candidates.push(figure(number.start..number.end + unit.len(), value, unit));
    }
}

fn value(digit: &str) -> Option<Decimal> {
    DIGITS.iter().position(|known| *known == digit).map(|index| Decimal::from(index + 2))
}

/// Whether something follows that has this many levels: 五级|服务网络, 四级|联动; but a 三级医院 is of the third.
fn reaches_levels(lexicon: &Lexicon, after: &str) -> bool {
    let thing = after.strip_prefix(LEVEL).unwrap_or_default();
    let clause = thing.split([',', '、', ';', '。', '的', '和']).next().unwrap_or_default();
    let units = &lexicon.units;
    let opens = |words: &Vocabulary<()>| words.longest_at(thing, 0).is_some();
    clause.chars().count() <= MAX_SPANNING_CHARS
        && !opens(&units.grades)
        && units.spans.find(clause).next().is_some()
        || opens(&units.tiered)
}

/// Whether two levels of the state at least end here: 县乡村, 盟市与旗县, 省、市; 县|三级公路 has one.
fn lists_levels(lexicon: &Lexicon, before: &str) -> bool {
    let levels = &lexicon.phrases.levels;
    let Some((last, _)) = levels.longest(before) else { return false };
    levels.end(before[..last].trim_end_matches(['、', '和', '与']))
}

/// Whether two or more places in a row end at byte `end`.
fn names_places(scene: &Scene, end: usize) -> bool {
    let spots = scene.spots();
    let Some(last) = spots.partition_point(|spot| spot.range.end <= end).checked_sub(1) else { return false };
    let joined = |left: &Range<usize>, right: &Range<usize>| {
        matches!(&scene.text[left.end..right.start], "" | "、" | "和" | "与")
    };
    spots[last].range.end == end
        && last.checked_sub(1).is_some_and(|before| joined(&spots[before].range, &spots[last].range))
}

fn figure(range: Range<usize>, value: Decimal, unit: &str) -> Candidate {
    let figure = Figure::of(Some(value), Some(unit.to_owned()), FigureKind::Count);
    Candidate::new(range, "figure.members", Evidence::Context, Detail::Figure(figure))
}

#[cfg(test)]
mod tests {
    use crate::recognise::figure;
    use crate::recognise::testing::proposed;

    #[test]
    fn members_that_stand_before_are_counted() {
        for (text, count) in [
            ("健全县乡村三级服务网络", "三级"),
            ("市、区两级政府", "两级"),
            ("理顺盟市与旗县两级事权", "两级"),
            ("湖北、湖南两省", "两省"),
            ("完善五级养老服务网络", "五级"),
            ("省和市、自治区两级政府机构", "两级"),
        ] {
            assert_eq!(proposed(figure::recognise, text), [count], "{text}");
        }
    }

    #[test]
    fn grades_and_known_groups_are_not() {
        for text in [
            "建成三级医院",
            "全县三级公路",
            "三级甲等医院体系",
            "启动四级应急响应",
            "东北三省",
            "我们两省",
            "省三级调研员",
        ] {
            assert_eq!(proposed(figure::recognise, text), [""; 0], "{text}");
        }
    }
}
