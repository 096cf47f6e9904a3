//! Recognises places abroad that no dictionary holds, right after a verb of going or being there (抵达|莫里萨卡) or
//! a noun for a place (小镇|塔里托).

use std::ops::Range;

use super::Spot;
use super::abroad::{is_foreign, is_word};
use crate::lexicon::PlaceClass;
use crate::recognise::Scene;
use crate::segment::Token;

/// The length of such a name, in characters.
const CHARS: std::ops::RangeInclusive<usize> = 3..=8;

/// The names in the characters of transcription there, up to the first word of the language.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let is_named = |start: &usize| named.binary_search_by_key(start, |spot| spot.range.start).is_ok();
    let heads = scene.find(&scene.lexicon.places.arrivals).map(|(head, ())| head.end);
    let heads = heads.filter(|start| !is_named(start));
    let spot = |range| Spot { range, class: PlaceClass::Region, codes: "", sure: true, opens: true };
    heads.filter_map(|start| name_at(scene, start)).map(spot).collect()
}

fn name_at(scene: &Scene, start: usize) -> Option<Range<usize>> {
    let names = &scene.lexicon.names;
    let opens = scene.tokens.at(start).is_some_and(|token| token.range.start == start);
    if !opens {
        return None;
    }
    let inside = |token: &&Token| {
        scene.slice(&token.range).chars().all(|c| names.transcribes(c)) && !is_word(scene, token)
    };
    let first = scene.tokens.started_before(start);
    let end = scene.tokens[first..].iter().take_while(inside).last()?.range.end;
    let name = &scene.text[start..end];
    let fits = CHARS.contains(&name.chars().count()) && is_foreign(scene, name);
    // It is part of a person's name: 抵达|布莱尔·….
    (fits && !scene.text[end..].starts_with('·')).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn names_of_transcription_after_words_of_going_and_being_are_places() {
        for (text, place) in [
            ("代表团抵达莫里萨卡访问", "莫里萨卡"),
            ("他来到海滨小镇塔里托度假", "塔里托"),
            ("法国港口城市洛塞尼亚的居民", "洛塞尼亚"),
        ] {
            assert!(standing(recognise, text).contains(&place.to_owned()), "{text}");
        }
        for text in ["来到科技馆参观", "前往各地调研", "建设城市公园", "抵达现场", "首都经济圈"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
