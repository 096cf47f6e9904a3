//! Recognises waters whose names the tagger cuts (白|沙河, 西|洞庭湖), and those after a word for what they are
//! (支流|柳溪).

use std::ops::Range;

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, Trigger, is_han};
use crate::recognise::Scene;

/// Characters before a water's name that tell it from a namesake.
const TELLING: &str = "白黑红黄青清小大金银石东西南北";
/// The longest such name without that character, in bytes.
const MAX_NAME_BYTES: usize = 3 * '河'.len_utf8();
/// The word for a river's basin, after its name.
const BASIN: &str = "流域";
/// Calls a river the tributary of a greater one, right before its name.
const TRIBUTARY: &str = "支流";
/// The length of a tributary's name, in characters.
const TRIBUTARY_CHARS: std::ops::RangeInclusive<usize> = 2..=4;

/// Finds the waters of a sentence with their whole names.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let whole = named.iter().filter(|spot| spot.sure).filter_map(|spot| whole(scene, &spot.range));
    let spot = |range| Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true };
    whole.chain(tributaries(scene)).map(spot).collect()
}

/// Widens the basins that a head has built from only part of the water's name: 白|沙河流域.
pub(super) fn basins(scene: &Scene, built: &mut [Spot]) {
    for spot in built {
        spot.range = whole(scene, &spot.range).unwrap_or_else(|| spot.range.clone());
    }
}

/// The whole name of a water or a basin, if it reaches beyond `place`.
fn whole(scene: &Scene, place: &Range<usize>) -> Option<Range<usize>> {
    let name = scene.slice(place);
    let water = name.strip_suffix(BASIN).unwrap_or(name);
    scene.lexicon.name_cues.closing(water, NameCue::Water)?;
    let told = told(scene, &(place.start..place.start + water.len()))?;
    Some(told.start..place.end)
}

/// The name with the character that tells it from its namesakes, if a clause, a member of a list or the
/// object of a verb starts with it.
fn told(scene: &Scene, name: &Range<usize>) -> Option<Range<usize>> {
    let before = &scene.text[..name.start];
    let (start, _) = before.char_indices().next_back().filter(|(_, c)| TELLING.contains(*c))?;
    let own = scene.tokens.at(start)?;
    let is_whole = own.range.start == start && own.range.end == name.start;
    let word = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    let opens =
        !before[..start].ends_with(is_han) || word.is_some_and(|token| token.tag.starts_with(['v', 'p']));
    let has_namesakes =
        name.len() <= MAX_NAME_BYTES && !scene.lexicon.name_cues.is(scene.slice(name), NameCue::NoNamesake);
    (is_whole && opens && has_namesakes).then_some(start..name.end)
}

/// The rivers that the word right before them calls tributaries.
fn tributaries<'s>(scene: &'s Scene) -> impl Iterator<Item = Range<usize>> + 's {
    let text = if scene.wakes(Trigger::Water) { scene.text } else { "" };
    text.match_indices(TRIBUTARY).filter_map(|(at, word)| {
        let start = at + word.len();
        let token = scene.tokens.at(start).filter(|token| token.range.start == start)?;
        let fits = TRIBUTARY_CHARS.contains(&token.word.chars().count()) && token.word.chars().all(is_han);
        let is_water = token.word.ends_with(['河', '溪', '江', '水', '沟']);
        let is_name = token.tag.starts_with("nr") || matches!(token.tag, "ns" | "nz") || !scene.knows(token);
        (fits && is_water && is_name).then(|| token.range.clone())
    })
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn what_tells_a_water_from_its_namesakes_belongs_to_its_name() {
        assert_eq!(standing(recognise, "治理西洞庭湖"), ["西洞庭湖"]);
        assert_eq!(
            standing(recognise, "石岭镇、白沙河流域受灾").last().map(String::as_str),
            Some("白沙河流域")
        );
        assert_eq!(standing(recognise, "守护大黄河"), ["黄河"]);
        assert_eq!(standing(recognise, "青龙河支流柳溪发生山洪").last().map(String::as_str), Some("柳溪"));
        assert_eq!(standing(recognise, "治理支流河道"), [""; 0]);
    }
}
