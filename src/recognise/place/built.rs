//! Places that a head builds: 合肥滨湖科学城, 淮河流域, 昆明长水国际机场.

use super::Spot;
use crate::lexicon::PlaceHead;
use crate::recognise::naming::{self, Anchors, Opened, Opening, token_at};
use crate::recognise::{Candidate, Detail, Evidence, Scene};

/// How many bytes a name may have between what opens it and its head.
const LONGEST_CORE: usize = 30;

/// Names that end with a head of [`PlaceHead`] and open with a place or a proper name.
pub(super) fn recognise(scene: &Scene, spots: &[Spot], candidates: &mut Vec<Candidate>) {
    let anchors = Anchors { spots, bodies: &[] };
    for (range, head) in scene.lexicon.places.heads.find(scene.text) {
        if !token_at(scene.tokens, range.end - 1).is_some_and(|token| token.range.end == range.end) {
            continue;
        }
        let Some(opened) = naming::open(scene, &anchors, range.start, false) else { continue };
        if opens_place(scene, *head, &opened, range.start) {
            let (rule, evidence) = match head {
                PlaceHead::Zone => ("place.zone", Evidence::Context),
                PlaceHead::Area => ("place.area", Evidence::Context),
                PlaceHead::Spot => ("place.spot", Evidence::Form),
            };
            candidates.push(Candidate::new(
                opened.start..range.end,
                rule,
                evidence,
                Detail::Place { code: None },
            ));
        }
    }
}

/// Whether what opens the name is enough for this head.
fn opens_place(scene: &Scene, head: PlaceHead, opened: &Opened, head_start: usize) -> bool {
    let core = head_start - opened.core;
    let named = match opened.opening {
        Opening::Place => core <= LONGEST_CORE,
        Opening::Proper => core <= LONGEST_CORE && scene.text.is_char_boundary(opened.start),
        Opening::Body | Opening::Tier | Opening::Realm => false,
    };
    // A single character ends many ordinary words: it must follow the proper name at once.
    let loose = head == PlaceHead::Spot && opened.opening == Opening::Proper;
    named && !(loose && core > 9)
}
