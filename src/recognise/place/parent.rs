//! Recognises divisions and townships side by side: the division before its own township, wherever the tagger
//! cuts (安定|区内|官营镇), and a former township after its county (肥西县|石岭镇).

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, is_han, lies_in};
use crate::recognise::Scene;
use crate::segment::Token;

/// The length of such a division's name, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=10;
/// Fewest digits in the code of a township.
const MIN_TOWNSHIP_DIGITS: usize = 7;

/// The divisions that end right where a township starts that lies in them.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let is_township = |spot: &&Spot| {
        spot.class == PlaceClass::Division
            && spot.codes.split(',').any(|code| code.len() >= MIN_TOWNSHIP_DIGITS)
    };
    named.iter().filter(is_township).filter_map(|township| parent(scene, township)).collect()
}

/// The length of a township's name before 镇 or 乡, in characters.
const TOWNSHIP_CHARS: std::ops::RangeInclusive<usize> = 2..=3;

/// The townships that tables no longer have, each right after its county.
pub(super) fn townships(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let is_county = |spot: &&Spot| {
        let is_above = spot.codes.split(',').any(|code| code.len() < MIN_TOWNSHIP_DIGITS);
        spot.class == PlaceClass::Division && spot.sure && is_above
    };
    named.iter().filter(is_county).filter_map(|county| township_after(scene, county.range.end)).collect()
}

fn township_after(scene: &Scene, start: usize) -> Option<Spot> {
    let mut characters = scene.text[start..].char_indices().take(TOWNSHIP_CHARS.end() + 1);
    let (length, _) = characters.find(|(_, c)| matches!(c, '镇' | '乡') || !is_han(*c))?;
    let name = start..start + length;
    let end = name.end + '镇'.len_utf8();
    let suits = TOWNSHIP_CHARS.contains(&scene.slice(&name).chars().count())
        && scene.text[name.end..].starts_with(['镇', '乡'])
        && scene.tokens.at(name.end).is_some_and(|token| token.range.end == end)
        && is_free_name(scene, &(start..end));
    suits.then_some(Spot {
        range: start..end,
        class: PlaceClass::Division,
        codes: "",
        sure: true,
        opens: true,
    })
}

/// Whether the name of a township holds no common word: not 特色|镇, 中心|镇.
fn is_free_name(scene: &Scene, name: &Range<usize>) -> bool {
    let is_place = |token: &Token| matches!(token.tag, "ns" | "nr" | "nrt" | "nz");
    let first = scene.tokens.ended_by(name.start);
    let mut tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < name.end);
    tokens.all(|token| {
        let is_single = token.range.len() == '镇'.len_utf8();
        let is_word = !is_single && scene.knows(token) && !is_place(token);
        !is_word
            && !matches!(token.tag.as_bytes().first(), Some(b'm' | b'q' | b'u' | b'c' | b'p' | b'r' | b'd'))
    })
}

fn parent(scene: &Scene, township: &Spot) -> Option<Spot> {
    let end = township.range.start;
    let starts = scene.text[..end].char_indices().rev().take(*LENGTHS.end()).take_while(|(_, c)| is_han(*c));
    let mut starts = starts.map(|(at, _)| at).skip(LENGTHS.start() - 1);
    starts.find_map(|start| {
        let division = scene.lexicon.places.division(&scene.text[start..end])?;
        let holds = |code: &str| township.codes.split(',').any(|town| lies_in(town, code));
        let spot =
            |codes| Spot { range: start..end, class: PlaceClass::Division, codes, sure: true, opens: true };
        division.codes.split(',').any(holds).then_some(spot(division.codes))
    })
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_division_stands_before_its_township() {
        assert_eq!(standing(recognise, "来到安定区内官营镇调研"), ["安定区", "内官营镇"]);
        assert_eq!(standing(recognise, "市区内官营镇"), ["内官营镇"]);
    }

    #[test]
    fn a_township_stands_after_its_county() {
        assert_eq!(standing(recognise, "肥西县石岭镇开会"), ["肥西县", "石岭镇"]);
        assert_eq!(
            standing(recognise, "山西省上高县柳界埠乡石港村"),
            ["山西省", "上高县", "柳界埠乡", "石港村"]
        );
        for text in ["肥西县特色镇建设", "肥西县各乡镇", "肥西县示范镇", "肥西县农业强镇"]
        {
            assert_eq!(standing(recognise, text), ["肥西县"], "{text}");
        }
    }
}
