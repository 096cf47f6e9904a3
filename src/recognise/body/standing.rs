//! Bodies whose names stand for themselves: 国务院, 省委, 联合国.

use std::ops::Range;

use crate::recognise::naming::{Anchors, Opened, Opening, is_counted, is_made_many, token_at};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// The names of the dictionary where they stand as words, in order, disjoint.
pub(super) fn names(scene: &Scene) -> Vec<(Range<usize>, BodyKind)> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some((range, kind)) = scene.lexicon.bodies.names.find(&scene.text[from..]).next() {
        let range = from + range.start..from + range.end;
        match kind.filter(|_| stands_as_word(scene, &range)) {
            Some(kind) => {
                from = range.end;
                names.push((range, kind));
            }
            // 联合国|家: what is refused may hide a name that starts inside it.
            None => from = range.start + scene.text[range.start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    names
}

/// Each of these names, with the places that it opens with: 河南|省委, 美国|财政部.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    for (range, kind) in anchors.bodies {
        let start = opening(scene, anchors, range);
        let tier = tier_len(scene, range);
        let one_of_many = is_made_many(scene, start) || tier > 0 && is_counted(scene, start);
        let cut = token_at(scene.tokens, start).is_some_and(|token| token.range.start != start);
        if start == range.start && (one_of_many && range.len() <= 12 || cut && tier > 0) {
            continue;
        }
        let detail = Detail::Body(*kind);
        candidates.push(Candidate::new(start..range.end, "body.name", Evidence::Certain, detail));
    }
}

/// Where the name starts, the division counted in whose tier it opens with.
fn opening(scene: &Scene, anchors: &Anchors, range: &Range<usize>) -> usize {
    let tier = tier_len(scene, range);
    let edge = range.start + tier;
    let spot = anchors.spots.partition_point(|spot| spot.range.end <= edge).checked_sub(1);
    let spot = spot.map(|index| &anchors.spots[index]).filter(|spot| spot.range.end >= range.start);
    match spot {
        Some(spot) if tier > 0 && spot.range.start < range.start => {
            let opened = Opened { start: spot.range.start, opening: Opening::Place, core: range.start };
            anchors.chained(scene.text, opened).start
        }
        _ => range.start,
    }
}

/// Length in bytes of the tier that opens this name.
fn tier_len(scene: &Scene, range: &Range<usize>) -> usize {
    let name = scene.slice(range);
    let lengths = name.char_indices().map(|(at, character)| at + character.len_utf8()).take(3);
    lengths.filter(|length| scene.lexicon.bodies.tiers.contains(&name[..*length])).max().unwrap_or(0)
}

/// Whether a name lies on token edges, or is too long to be there by chance; a title may follow
/// inside the same token (省委|书记).
fn stands_as_word(scene: &Scene, range: &Range<usize>) -> bool {
    let Some(first) = token_at(scene.tokens, range.start) else { return false };
    let Some(last) = token_at(scene.tokens, range.end - 1) else { return false };
    let long = range.len() > 9;
    // 河南省|政府: the tier may be the end of the place.
    let opens = first.range.start == range.start || tier_len(scene, range) > 0;
    let rest = scene.slice(&(range.end..last.range.end));
    let closes = rest.is_empty() || scene.lexicon.posts.get(rest).is_some();
    (opens && closes) || long
}
