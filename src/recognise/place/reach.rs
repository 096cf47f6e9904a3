//! The stretch of a water that lies in a place, called by both: 黄河干流宁夏段, 长江池州段.

use super::Spot;
use crate::lexicon::PlaceClass;
use crate::recognise::Scene;

/// What may stand between the water and the place.
const STREAMS: [&str; 3] = ["", "干流", "支流"];
/// What closes the name of a stretch.
const STRETCH: &str = "段";

/// Waters with the places after them that a stretch is called by.
pub(super) fn spots(scene: &Scene, spots: &[Spot]) -> Vec<Spot> {
    let closed = |pair: &&[Spot]| scene.text[pair[1].range.end..].starts_with(STRETCH);
    let stretches = spots.windows(2).filter(closed).filter_map(|pair| {
        let between = &scene.text[pair[0].range.end..pair[1].range.start];
        let is_water = matches!(pair[0].class, PlaceClass::Nature | PlaceClass::Area);
        let range = pair[0].range.start..pair[1].range.end + STRETCH.len();
        (is_water && STREAMS.contains(&between)).then_some(range)
    });
    let spot = |range| Spot { range, class: PlaceClass::Area, codes: "", sure: true, opens: true };
    stretches.map(spot).collect()
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_stretch_of_a_water_is_called_by_the_place_it_lies_in() {
        assert_eq!(standing(recognise, "黄河干流甘肃段水质保持稳定"), ["黄河干流甘肃段"]);
        assert_eq!(standing(recognise, "建设淮河信阳段绿道"), ["淮河信阳段"]);
        assert_eq!(standing(recognise, "黄河甘肃、宁夏两段"), ["黄河", "甘肃", "宁夏"]);
        assert_eq!(standing(recognise, "长江在宜昌段涨水"), ["长江", "宜昌"]);
    }
}
