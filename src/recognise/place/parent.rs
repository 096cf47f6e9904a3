//! The division before its own township, wherever the tagger cuts: 安定|区内|官营镇.

use super::Spot;
use crate::lexicon::{PlaceClass, is_han, lies_in};
use crate::recognise::Scene;

/// The fewest and most characters of such a division's name.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=10;
/// How many digits the code of a township has at least.
const MIN_TOWNSHIP_DIGITS: usize = 7;

/// The divisions that end right where a township begins that lies in them.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let is_township = |spot: &&Spot| {
        spot.class == PlaceClass::Division
            && spot.codes.split(',').any(|code| code.len() >= MIN_TOWNSHIP_DIGITS)
    };
    named.iter().filter(is_township).filter_map(|township| parent(scene, township)).collect()
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
}
