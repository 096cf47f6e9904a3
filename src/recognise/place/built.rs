//! Places that a head builds: 合肥滨湖科学城, 淮河流域, 昆明长水国际机场.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, PlaceHead};
use crate::recognise::Scene;
use crate::recognise::naming::{self, Anchors, Opened, Opening, token_at};

/// How many bytes a name may have between what opens it and its head.
const LONGEST_CORE: usize = 30;
/// The same for areas: 皖北|地区, not a clause that ends with 地区.
const LONGEST_AREA_CORE: usize = 6;

/// Names that end with a head of [`PlaceHead`] and open with a place or a proper name.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let anchors = Anchors { spots: named, bodies: &[] };
    let heads = scene.lexicon.places.heads.find(scene.text);
    heads
        .filter(|(range, _)| {
            token_at(scene.tokens, range.end - 1).is_some_and(|token| token.range.end == range.end)
        })
        .filter_map(|(range, head)| {
            let opened = naming::open(scene, &anchors, range.start, false)?;
            if range.len() <= 3 && is_end_of_word(scene, &range) {
                return None;
            }
            let class = match head {
                PlaceHead::Zone => PlaceClass::Zone,
                PlaceHead::Area => PlaceClass::Area,
                PlaceHead::Spot => PlaceClass::Spot,
            };
            let spot = Spot { range: opened.start..range.end, class, codes: "", sure: true, opens: true };
            opens_place(scene, *head, &opened, range.start).then_some(spot)
        })
        .collect()
}

/// Whether what opens the name is enough for this head.
fn opens_place(scene: &Scene, head: PlaceHead, opened: &Opened, head_start: usize) -> bool {
    let core = head_start - opened.core;
    let named = match opened.opening {
        Opening::Place if head == PlaceHead::Area => core <= LONGEST_AREA_CORE,
        Opening::Place => core <= LONGEST_CORE,
        Opening::Proper if head == PlaceHead::Area => false,
        Opening::Proper => core <= LONGEST_CORE && is_tagged_name(scene, opened.start),
        Opening::Body | Opening::Tier | Opening::Realm | Opening::Phrase => false,
    };
    // A single character ends many ordinary words: it must follow the proper name at once.
    let loose = head == PlaceHead::Spot && opened.opening == Opening::Proper;
    named && !(loose && core > 9)
}

/// Whether the tagger takes the token that starts here for a name; that no dictionary knows it is
/// not enough for a place.
fn is_tagged_name(scene: &Scene, start: usize) -> bool {
    token_at(scene.tokens, start).is_some_and(|token| matches!(token.tag, "nr" | "nrt" | "ns" | "nt" | "nz"))
}

/// Whether a one-character head is the end of an ordinary word: 农|村, not 翁丁|村.
fn is_end_of_word(scene: &Scene, head: &Range<usize>) -> bool {
    let Some(token) = token_at(scene.tokens, head.start) else { return false };
    token.range.start < head.start && !matches!(token.tag, "ns" | "nr")
}
