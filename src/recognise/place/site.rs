//! Sites of antiquity by their bare names: 云墩遗址.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, Trigger, is_han};
use crate::recognise::Scene;

/// What such sites end with.
const SITES: [&str; 2] = ["遗址", "墓群"];
/// The longest name of a site, in characters.
const LONGEST: usize = 5;

/// Sites whose name is all that stands between a mark and 遗址: ,云墩遗址; 工业遗址 is a kind, 保护遗址 a deed.
pub(super) fn spots(scene: &Scene) -> Vec<Spot> {
    if !scene.wakes(Trigger::Site) {
        return Vec::new();
    }
    let hits = SITES.iter().flat_map(|site| scene.text.match_indices(site));
    hits.filter_map(|(at, site)| name(scene, at, at + site.len())).collect()
}

fn name(scene: &Scene, head: usize, end: usize) -> Option<Spot> {
    let text = &scene.text[..head];
    let name = text.char_indices().rev().take(LONGEST + 1).take_while(|(_, c)| is_han(*c));
    let (start, _) = name.last()?;
    let opens = text[..start].chars().next_back().is_none_or(|c| matches!(c, ',' | '、' | '。' | ';' | ':'));
    let range = start..head;
    let fits = opens && (2..=LONGEST).contains(&text[start..].chars().count()) && is_own(scene, &range);
    let goes_on = scene.text[end..].starts_with(['公', '群', '保', '博']);
    let spot = Spot { range: start..end, class: PlaceClass::Spot, codes: "", sure: true, opens: true };
    (fits && !goes_on).then_some(spot)
}

/// Whether no word stands in the name that tells a kind or a deed: 工业, 古, 保护.
fn is_own(scene: &Scene, name: &Range<usize>) -> bool {
    let from = scene.tokens.partition_point(|token| token.range.end <= name.start);
    let mut tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < name.end);
    tokens.all(|token| {
        let word = scene.slice(&token.range);
        let is_plain = word.len() > '大'.len_utf8() && scene.lexicon.projects.is_generic(word);
        let is_kind = is_plain || scene.lexicon.places.site_kinds.contains(word);
        let is_other =
            matches!(token.tag.as_bytes().first(), Some(b'v' | b'r' | b'm' | b'p' | b'u' | b'c' | b'd'));
        let is_word = is_other && scene.knows(token);
        !is_kind && !is_word
    })
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn sites_go_by_their_bare_names() {
        assert_eq!(standing(recognise, "云墩遗址入选名录,棠沟遗址开放"), ["云墩遗址", "棠沟遗址"]);
        assert_eq!(standing(recognise, "黄柏坡墓群开放"), ["黄柏坡墓群"]);
        for text in ["工业遗址焕发新生", "保护遗址、古墓群", "加强考古遗址保护", "重要遗址得到保护"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
