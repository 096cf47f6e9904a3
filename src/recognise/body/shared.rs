//! Laboratories that share their last word: 紫溪山、东湖实验室, 紫溪山、东湖等实验室.

use std::ops::Range;

use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// The head that they share.
const HEAD: &str = "实验室";
/// How many members a list has at most.
const MAX_MEMBERS: usize = 20;

/// The members of every list of places that ends in the head.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let heads = scene.find(&scene.lexicon.bodies.heads).map(|(head, _)| head);
    for Range { start: at, .. } in heads.filter(|head| scene.slice(head) == HEAD) {
        let etc = scene.text[..at].strip_suffix('等').map(str::len);
        let mut members = Vec::new();
        let mut end = etc.unwrap_or(at);
        while members.len() < MAX_MEMBERS {
            let Some(member) = place_ending_at(scene, end) else { break };
            end = member.start;
            members.push(member);
            let Some(before) = scene.text[..end].strip_suffix('、') else { break };
            end = before.len();
        }
        // The last one has its head without 等, and is found with it.
        let shared = if etc.is_some() { 0 } else { 1 };
        if members.len() < 2 {
            continue;
        }
        candidates.extend(members.into_iter().skip(shared).map(|member| {
            Candidate::new(member, "body.shared", Evidence::Context, Detail::Body(BodyKind::Institution))
        }));
    }
}

/// The place that ends here, opening with a token.
fn place_ending_at(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.end < end))?;
    let opens = scene.tokens.at(spot.range.start).is_some_and(|token| token.range.start == spot.range.start);
    (spot.range.end == end && opens).then(|| spot.range.clone())
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn places_before_the_head_of_the_last_are_laboratories() {
        assert_eq!(standing(recognise, "支持太行山、鄂尔多斯实验室做强"), ["太行山", "鄂尔多斯实验室"]);
        assert_eq!(standing(recognise, "紫金山、太湖等实验室加快建设"), ["紫金山", "太湖"]);
        for text in ["在南京、徐州的实验室", "太湖等地的实验室"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
