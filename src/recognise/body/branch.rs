//! Recognises branches that are named by their place and what they do: 国家种质检测|徐州|中心, 省农科院|洛阳|创新基地.

use std::collections::HashMap;
use std::ops::Range;

use super::planned::is_to_be_built;
use crate::lexicon::PlaceClass;
use crate::recognise::place::Spot;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// Opens the name of a house of the state.
const REALM: &str = "国家";
/// Most tokens before the place of such a house that say what it does.
const MAX_TASK_TOKENS: usize = 4;
/// Most tokens after the place of a branch that say what is done there.
const MAX_USE_TOKENS: usize = 2;

/// Proposes each house of the state or of an institution whose place stands inside its name.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let is_seat =
        |spot: &&Spot| matches!(spot.class, PlaceClass::Province | PlaceClass::City | PlaceClass::Division);
    let seats = scene.spots().iter().filter(is_seat);
    let seats: Vec<(&Spot, usize)> =
        seats.filter_map(|spot| Some((spot, branch_end(scene, spot)?))).collect();
    if seats.is_empty() {
        return;
    }
    let trunks = candidates.iter().filter(|body| is_institution(body));
    let trunks: HashMap<usize, usize> = trunks.map(|body| (body.range.end, body.range.start)).collect();
    for (spot, end) in seats {
        let start = trunks.get(&spot.range.start).copied().or_else(|| state_start(scene, spot));
        let Some(name) = start.map(|start| start..end) else { continue };
        if !is_to_be_built(scene, &name) {
            let detail = Detail::Body(BodyKind::Institution);
            candidates.push(Candidate::new(name, "body.branch", Evidence::Context, detail));
        }
    }
}

fn is_institution(body: &Candidate) -> bool {
    body.detail == Detail::Body(BodyKind::Institution)
}

/// The byte past a name that goes on after its place with 中心 or 基地, with at most a few words of purpose
/// between.
fn branch_end(scene: &Scene, spot: &Spot) -> Option<usize> {
    let first = scene.tokens.started_before(spot.range.end);
    let mut words = scene.tokens[first..]
        .iter()
        .take(MAX_USE_TOKENS + 1)
        .take_while(|token| is_task(scene, token.tag, &token.range));
    let end = words.find(|token| ["中心", "基地"].iter().any(|head| token.word.ends_with(head)))?;
    let is_next = scene.tokens.get(first).is_some_and(|token| token.range.start == spot.range.end);
    is_next.then_some(end.range.end)
}

/// The byte where the name of a house of the state starts whose place stands here: 国家|种质|检测|徐州…. The name
/// must say what it does: 国家|徐州|中心 is none.
fn state_start(scene: &Scene, spot: &Spot) -> Option<usize> {
    let last = scene.tokens.ended_by(spot.range.start);
    let mut before = scene.tokens[..last].iter().rev().take(MAX_TASK_TOKENS + 1).enumerate();
    let (count, realm) =
        before.find(|(_, token)| !is_task(scene, token.tag, &token.range) || token.word == REALM)?;
    let reaches = scene.tokens.at(spot.range.start.checked_sub(1)?)?.range.end == spot.range.start;
    (count > 0 && reaches && scene.slice(&realm.range) == REALM).then_some(realm.range.start)
}

/// Whether a word may say what is done: a noun, or a verb that may stand inside names.
fn is_task(scene: &Scene, tag: &str, range: &Range<usize>) -> bool {
    let word = scene.slice(range);
    matches!(tag.as_bytes().first(), Some(b'n' | b'b' | b'j'))
        || tag == "vn"
        || tag == "v"
            && (scene.lexicon.bodies.inside.contains(word) || scene.lexicon.projects.is_generic(word))
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_place_inside_tells_which_branch() {
        let cases: &[(&str, &[&str])] = &[
            ("完善国家技术推广徐州中心体系", &["国家技术推广徐州中心"]),
            ("中国农科院浙江创新基地挂牌", &["中国农科院浙江创新基地"]),
            ("新建国家技术推广徐州中心", &[]),
            ("国家徐州中心", &[]),
            ("支持徐州中心发展", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
