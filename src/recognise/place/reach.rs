//! Recognises the stretch of a water in a place, named by both (黄河干流宁夏段, 长江池州段), and main streams.

use super::Spot;
use super::sign::is_sign;
use crate::lexicon::{PlaceClass, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// The words that may stand between the water and the place.
const STREAMS: [&str; 5] = ["", "干流", "支流", "流域", "大堤"];
/// The word for a river's main stream.
const MAIN: &str = "干流";
/// The last character of a stretch's name.
const STRETCH: &str = "段";
/// The length of a stretch's name that no dictionary holds, in characters.
const LOCAL: std::ops::RangeInclusive<usize> = 2..=4;

/// Finds waters together with the place that names a stretch of them.
pub(super) fn spots(scene: &Scene, spots: &[Spot]) -> Vec<Spot> {
    let closed = |pair: &&[Spot]| scene.text[pair[1].range.end..].starts_with(STRETCH);
    let stretches = spots.windows(2).filter(closed).filter_map(|pair| {
        let between = &scene.text[pair[0].range.end..pair[1].range.start];
        let range = pair[0].range.start..pair[1].range.end + STRETCH.len();
        (is_water(&pair[0]) && STREAMS.contains(&between)).then_some(range)
    });
    let spot = |range| Spot { range, class: PlaceClass::Area, codes: "", sure: true, opens: true };
    let waters = spots.iter().filter(|spot| is_water(spot));
    let local =
        waters.clone().filter_map(|water| Some(water.range.start..local_end(scene, water.range.end)?));
    let main = waters.filter_map(|water| Some(water.range.start..main_end(scene, water.range.end)?));
    stretches.chain(local).chain(main).map(spot).collect()
}

fn is_water(spot: &Spot) -> bool {
    matches!(spot.class, PlaceClass::Nature | PlaceClass::Area)
}

/// The byte past the main stream of the river that ends here: 湘江|干流.
fn main_end(scene: &Scene, river: usize) -> Option<usize> {
    let is_main = scene.text[river..].starts_with(MAIN) && scene.text[..river].ends_with(['江', '河']);
    is_main.then_some(river + MAIN.len())
}

/// The byte past a stretch that is named by the signs of its provinces (黄河流域|甘陕|段) or by a village that no
/// dictionary has (巢湖大堤|李家疃|段).
fn local_end(scene: &Scene, water: usize) -> Option<usize> {
    let rest = &scene.text[water..];
    let stream = STREAMS.iter().rev().find(|stream| rest.starts_with(**stream))?;
    let start = water + stream.len();
    let name = scene.text[start..].char_indices().take(LOCAL.end() + 1);
    let (length, _) =
        name.take_while(|(_, c)| is_han(*c)).find(|(at, _)| scene.text[start + at..].starts_with(STRETCH))?;
    let name = start..start + length;
    let characters = scene.slice(&name).chars();
    let fits = LOCAL.contains(&characters.clone().count());
    let are_signs = || characters.clone().all(|sign| is_sign(scene, sign));
    (fits && (are_signs() || is_strange(scene, &name))).then_some(name.end + STRETCH.len())
}

/// Whether the words of a stretch are names, unknown, or of one character that is no particle.
fn is_strange(scene: &Scene, name: &std::ops::Range<usize>) -> bool {
    let first = scene.tokens.ended_by(name.start);
    let opens = scene.tokens.at(name.start).is_some_and(|token| token.range.start == name.start);
    let mut tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < name.end);
    let is_single = |token: &Token| token.range.len() == '疃'.len_utf8() && token.tag.starts_with(['n', 'g']);
    let is_plain = |token: &Token| scene.lexicon.bodies.generic.contains(token.word);
    opens
        && tokens.all(|token| {
            let is_name =
                (token.tag.starts_with("nr") || matches!(token.tag, "ns" | "nz")) && !is_plain(token);
            is_name || is_single(token) || !scene.knows(token)
        })
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_stretch_of_a_water_is_called_by_the_place_it_lies_in() {
        assert_eq!(standing(recognise, "黄河干流甘肃段水质保持稳定"), ["黄河干流甘肃段"]);
        assert_eq!(standing(recognise, "建设淮河信阳段绿道"), ["淮河信阳段"]);
        assert_eq!(standing(recognise, "巩固黄河流域甘陕段保护成果"), ["黄河流域甘陕段"]);
        assert_eq!(standing(recognise, "察看巢湖大堤李家疃段"), ["巢湖大堤李家疃段"]);
        assert_eq!(standing(recognise, "湘江干流水质稳定,各大江河干流"), ["湘江干流"]);
        assert_eq!(standing(recognise, "长江航运段、淮河分段治理"), ["长江", "淮河"]);
        assert_eq!(standing(recognise, "黄河甘肃、宁夏两段"), ["黄河", "甘肃", "宁夏"]);
        assert_eq!(standing(recognise, "长江在宜昌段涨水"), ["长江", "宜昌"]);
    }
}
