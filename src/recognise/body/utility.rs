//! Recognises firms that serve a province or city and go by it and their trade: 江苏|移动, 徐州|城投, 市|交投.

use std::ops::Range;

use super::brand;
use crate::lexicon::PlaceClass;
use crate::recognise::naming;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// The firm whose trade is this word, right after the place or the tier that it serves, if the words after it
/// are about the firm: 江苏|移动|发布, not 江苏|移动|支付.
pub(super) fn firm(scene: &Scene, trade: &Range<usize>) -> Option<Candidate> {
    let word = scene.tokens.at(trade.start)?.range.start;
    let serves =
        |class: PlaceClass| matches!(class, PlaceClass::Province | PlaceClass::City | PlaceClass::County);
    let spots = scene.spots();
    let before = spots.partition_point(|spot| spot.range.end <= trade.start).checked_sub(1);
    let place = before.map(|index| &spots[index]);
    let place = place.filter(|spot| spot.sure && serves(spot.class) && spot.range.end == trade.start);
    let place = place.map(|spot| spot.range.start);
    let place = place.filter(|place| [*place, trade.start].contains(&word));
    // A tier has one: 省|交投.
    let is_single = scene.lexicon.bodies.single.contains(scene.slice(trade));
    let tier = || naming::tier_before(scene, trade.start).filter(|_| is_single);
    let start = place.or_else(tier).filter(|_| brand::goes_on(scene, trade.end))?;
    let detail = Detail::Body(BodyKind::Enterprise);
    Some(Candidate::new(start..trade.end, "body.utility", Evidence::Form, detail))
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_utility_goes_by_its_place() {
        let cases: &[(&str, &[&str])] = &[
            ("江苏移动、浙江电信、四川联通", &["江苏移动", "浙江电信", "四川联通"]),
            ("省交投、市城投参股", &["省交投", "市城投"]),
            ("浙江交投负责建设", &["浙江交投"]),
            ("江苏移动支付普及", &[]),
            ("浙江电信业务", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
