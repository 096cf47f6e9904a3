//! Recognises cities of one province by their first characters, before a word that ties them: 郑焦|产业带,
//! 深化郑洛、郑许|协同发展.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, is_han};
use crate::recognise::Scene;

/// The number of cities in such a name.
const CITIES: std::ops::RangeInclusive<usize> = 2..=4;
/// Most members of a list.
const MAX_MEMBERS: usize = 10;
/// Opens the name of a park of two cities.
const PARTNERS: &str = "合作";
/// Join the members of a list.
const JOINERS: [char; 3] = ['、', '和', '与'];

/// Finds the clipped names right before a word that ties cities, and those before them in the list.
pub(super) fn spots(scene: &Scene) -> Vec<Spot> {
    let mut found = Vec::new();
    for (head, ()) in scene.find(&scene.lexicon.places.corridors) {
        let etc = scene.text[..head.start].strip_suffix('等').map(str::len);
        let mut end = etc.unwrap_or(head.start);
        // The word for a zone belongs to its name: 杭绍甬|都市圈.
        let is_zone = etc.is_none() && scene.lexicon.places.heads.contains(scene.slice(&head));
        let mut whole = is_zone.then_some(head.end);
        for _ in 0..MAX_MEMBERS {
            // The partners of a park may lie in two provinces: 深儋|合作产业园.
            let partners = whole.is_some() && scene.slice(&head).starts_with(PARTNERS);
            let Some(range) = clipped_before(scene, end, partners) else { break };
            end = scene.text[..range.start].trim_end_matches(JOINERS).len();
            let is_last = end == range.start;
            let range = range.start..whole.take().unwrap_or(range.end);
            found.push(Spot { range, class: PlaceClass::Region, codes: "", sure: true, opens: true });
            if is_last {
                break;
            }
        }
    }
    found
}

/// The longest such name that ends here: each character is a city's (two may begin alike), the whole is no
/// word, and a word's edge or a mark stands before it. Partners may lie in two provinces.
fn clipped_before(scene: &Scene, end: usize, partners: bool) -> Option<Range<usize>> {
    let starts: Vec<usize> =
        scene.text[..end].char_indices().rev().take(*CITIES.end()).map(|(at, _)| at).collect();
    let is_clipped = |start: &usize| {
        let name = &scene.text[*start..end];
        let opens = !scene.text[..*start].ends_with(is_han)
            || scene.tokens.at(*start).is_some_and(|token| token.range.start == *start);
        let places = &scene.lexicon.places;
        (places.are_cities(name) || partners && name.chars().count() == 2 && places.open_cities(name))
            && !scene.lexicon.knows(name)
            && !scene.lexicon.places.is_place(name)
            && (opens || scene.text[..*start].ends_with(JOINERS))
    };
    starts.into_iter().skip(1).rev().find(is_clipped).map(|start| start..end)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn cities_are_clipped_before_what_ties_them() {
        assert_eq!(standing(recognise, "推进徐连、徐盐等产业带建设"), ["徐连", "徐盐"]);
        assert_eq!(standing(recognise, "深化杭绍协同发展"), ["杭绍"]);
        assert_eq!(standing(recognise, "推进徐连盐盐同城化"), ["徐连盐盐"]);
        assert_eq!(standing(recognise, "壮大徐宿淮城市群"), ["徐宿淮城市群"]);
        assert_eq!(standing(recognise, "加快杭绍甬一体化发展"), ["杭绍甬"]);
        assert_eq!(standing(recognise, "推动徐杭合作产业园扩容"), ["徐杭合作产业园"]);
        for text in ["城乡一体化发展", "南北协同发展", "推动内外贸一体化", "军地融合发展"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
