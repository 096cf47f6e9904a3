//! Recognises houses of a township by its short name: 石门|卫生院 where there is a 石门镇.

use std::ops::Range;

use crate::lexicon::NameCue;
use crate::recognise::Scene;
use crate::recognise::naming::{Opened, Opening};

/// The endings of townships' full names.
const LEVELS: [char; 2] = ['镇', '乡'];

/// The township that opens the name of the house with this head, if the table of divisions has its full name.
pub(super) fn before(scene: &Scene, head: &Range<usize>) -> Option<Opened> {
    let name = head.start.checked_sub(1).and_then(|at| scene.tokens.at(at))?;
    let word = scene.slice(&name.range);
    let cues = &scene.lexicon.name_cues;
    let is_house = cues.closing(scene.slice(head), NameCue::TownshipHouse).is_some();
    let is_whole = name.range.end == head.start && name.tag.starts_with('n') && word.chars().count() == 2;
    let lexicon = &scene.lexicon;
    if !(is_house && is_whole) || lexicon.projects.is_generic(word) || lexicon.bodies.generic.contains(word) {
        return None;
    }
    let is_edge = !scene.text[..name.range.start].ends_with(crate::lexicon::is_han);
    let is_township = |level: &char| lexicon.places.division(&format!("{word}{level}")).is_some();
    let opened = Opened { start: name.range.start, opening: Opening::Place, core: head.start };
    (is_edge && LEVELS.iter().any(is_township)).then_some(opened)
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn houses_are_called_by_the_short_name_of_their_township() {
        assert_eq!(standing(recognise, "石门中心小学、石门卫生院要配合"), ["石门中心小学", "石门卫生院"]);
        for text in ["乡村小学、农村中学", "希望小学开学", "建设标准卫生院"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
