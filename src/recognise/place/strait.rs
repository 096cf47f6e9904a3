//! Decides whether 两岸 and 大陆 are the sides of the strait, or the banks of a river and any continent.

use std::ops::Range;

use crate::lexicon::NameCue;
use crate::recognise::Scene;

/// The word for both sides, and the one for the mainland.
const TWO_SHORES: &str = "两岸";
const MAINLAND: &str = "大陆";

/// Whether this is one of the two words and means something other than the strait.
pub(super) fn is_elsewhere(scene: &Scene, word: &str, range: &Range<usize>) -> bool {
    word == TWO_SHORES && !is_of_strait(scene, range) || word == MAINLAND && !is_mainland(scene, range)
}

/// Whether the mainland starts here right after 祖国, which the tagger takes for one word.
pub(super) fn follows_homeland(scene: &Scene, word: &str, start: usize) -> bool {
    word == MAINLAND && scene.text[..start].ends_with(HOMELAND)
}

/// Whether the mainland is meant: 祖国|大陆, or the word alone in a sentence about the strait.
fn is_mainland(scene: &Scene, range: &Range<usize>) -> bool {
    let before = &scene.text[..range.start];
    let is_word = scene.tokens.at(range.start).is_some_and(|token| token.range == *range);
    let is_named = [NameCue::Land, NameCue::NoMainland]
        .iter()
        .any(|cue| scene.lexicon.name_cues.closing(before, *cue).is_some());
    follows_homeland(scene, MAINLAND, range.start)
        || is_word && !is_named && STRAIT.iter().any(|word| scene.text.contains(word))
}

/// Whether the sides of the strait are meant: something that only they have follows (两岸|同胞), or the sentence
/// mentions the strait (台湾). No river stands before it (沿江|两岸).
fn is_of_strait(scene: &Scene, range: &Range<usize>) -> bool {
    let cues = &scene.lexicon.name_cues;
    let before = scene.text[..range.start].trim_end_matches('的');
    let follows_water =
        cues.closing(before, NameCue::Land).is_some() || cues.closing(before, NameCue::Water).is_some();
    // Sides of a river: 江口东西|两岸.
    let is_sided = before.ends_with(['东', '西', '南', '北']);
    !follows_water
        && !is_sided
        && (cues.opening(&scene.text[range.end..], NameCue::StraitFollower).is_some()
            || STRAIT.iter().any(|word| scene.text.contains(word)))
}

/// Words of a sentence about the strait.
const STRAIT: [&str; 4] = ["台湾", "台胞", "海峡", HOMELAND];
const HOMELAND: &str = "祖国";

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn both_sides_of_the_strait_are_a_place_and_the_banks_of_a_river_are_none() {
        assert_eq!(standing(recognise, "增进两岸同胞福祉,两岸关系改善"), ["两岸", "两岸"]);
        assert_eq!(standing(recognise, "台湾各界愿意推动两岸的文化往来"), ["台湾", "两岸"]);
        assert_eq!(standing(recognise, "祖国大陆方面欢迎,台湾渔民来大陆"), ["大陆", "台湾", "大陆"]);
        for text in ["发现新大陆的航海家", "中国大陆架宽广", "向大陆深处进发"] {
            assert!(!standing(recognise, text).contains(&"大陆".to_owned()), "{text}");
        }
        for text in ["绿化沿江两岸", "两岸青山如画", "江口东西两岸融合发展", "两岸群众搬进新居"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
