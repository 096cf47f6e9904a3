//! Recognises a division right after the one that it lies in, where the tagger sees a word across the two: it
//! cuts 海东市|民和县 as 海东|市民|和县.

use std::ops::Range;

use crate::lexicon::lies_in;
use crate::recognise::Scene;

/// The endings of divisions that hold counties.
const HOLDING: [char; 3] = ['市', '州', '盟'];
/// The endings of counties.
const COUNTIES: [char; 4] = ['县', '区', '市', '旗'];
/// Longest full name of a parent, in characters.
const MAX_PARENT_CHARS: usize = 15;

/// Whether a county starts here that lies in a division with one of these codes: 海东市|民和县.
pub(super) fn opens_at(scene: &Scene, start: usize, parents: &str) -> bool {
    let named = scene.lexicon.places.names.longest_at(scene.text, start);
    named.is_some_and(|(range, name)| is_county(scene, range.end) && lies_in_one(name.codes, parents))
}

/// Whether the county with this name and these codes stands right after the full name of its parent.
pub(super) fn follows_parent(scene: &Scene, name: &Range<usize>, codes: &str) -> bool {
    let before = &scene.text[..name.start];
    if !(before.ends_with(HOLDING) && is_county(scene, name.end)) {
        return false;
    }
    let starts = before.char_indices().rev().take(MAX_PARENT_CHARS).map(|(at, _)| at);
    let mut parents = starts.filter_map(|at| scene.lexicon.places.division(&before[at..]));
    parents.any(|parent| lies_in_one(codes, parent.codes))
}

fn is_county(scene: &Scene, end: usize) -> bool {
    scene.text[end..].starts_with(COUNTIES)
}

fn lies_in_one(codes: &str, parents: &str) -> bool {
    codes.split(',').any(|code| parents.split(',').any(|parent| lies_in(code, parent)))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_county_after_its_city_is_read_across_a_word() {
        assert_eq!(standing(recognise, "海东市民和县修渠"), ["海东市", "民和县"]);
        assert_eq!(standing(recognise, "海东市民和政府一起修渠"), ["海东"]);
    }
}
