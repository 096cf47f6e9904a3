//! Recognises missions of one place or body at another: 中国|驻|埃及|大使馆, 中国|常驻|联合国|代表团.

use std::ops::Range;

use crate::lexicon::{NameCue, Trigger};
use crate::recognise::naming::Anchors;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// Proposes missions: sender, 驻 or 常驻, seat and the word for the mission, with nothing between them.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    for Range { start: at, end: seat } in scene.wake(Trigger::Mission) {
        let sender = scene.text[..at].strip_suffix('常').map_or(at, str::len);
        let Some(start) = anchors.start_of(sender) else { continue };
        let Some(after) = seat_end(anchors, seat) else { continue };
        if let Some(mission) = scene.lexicon.name_cues.opening(&scene.text[after..], NameCue::Mission) {
            let name = start..after + mission.len();
            // A party's mission is the party's: 中共|驻…|代表团.
            let party = anchors.kind_at(sender).filter(|kind| *kind == BodyKind::Party);
            let detail = Detail::Body(party.unwrap_or(BodyKind::Government));
            candidates.push(Candidate::new(name, "body.posted", Evidence::Context, detail));
        }
    }
}

/// The byte past the place or body that starts at this byte.
fn seat_end(anchors: &Anchors, start: usize) -> Option<usize> {
    let spot = anchors.spots.partition_point(|spot| spot.range.start < start);
    let spot = anchors.spots.get(spot).map(|spot| &spot.range);
    let body = anchors.bodies.partition_point(|(range, _)| range.start < start);
    let body = anchors.bodies.get(body).map(|(range, _)| range);
    [spot, body].into_iter().flatten().find(|range| range.start == start).map(|range| range.end)
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_mission_is_named_by_both_ends() {
        assert_eq!(standing(recognise, "中国驻埃及大使馆举行招待会"), ["中国驻埃及大使馆"]);
        assert_eq!(standing(recognise, "中国常驻联合国代表团发言"), ["中国常驻联合国代表团"]);
        assert_eq!(standing(recognise, "湖南省驻北京办事处"), ["湖南省驻北京办事处"]);
    }

    #[test]
    fn what_is_stationed_is_no_mission() {
        for text in ["部队驻昆明", "中国企业驻埃及人员", "进驻北京代表团驻地"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
