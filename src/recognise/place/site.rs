//! Recognises ancient sites by their bare names (云墩遗址), and monuments by what is done to them (青岩城楼|修缮).

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, Trigger, is_han};
use crate::recognise::Scene;
use crate::text::is_chinese_digit;

/// The endings of such sites.
const SITES: [&str; 2] = ["遗址", "墓群"];
/// The word after the number of a tomb.
const TOMB: &str = "号墓";
/// The length of the name of a point on a river, in characters.
const POINT_CHARS: Range<usize> = 2..8;
/// The longest name of a site, in characters.
const MAX_NAME_CHARS: usize = 5;

/// Finds sites whose name fills the space between a mark and 遗址: ,云墩遗址. 工业遗址 is a kind, 保护遗址 a deed.
pub(super) fn spots(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    if !scene.wakes(Trigger::Site) {
        return Vec::new();
    }
    let hits = SITES.iter().flat_map(|site| scene.text.match_indices(site));
    let sites = hits.filter_map(|(at, site)| name(scene, known, at, at + site.len()));
    // A numbered tomb: 石墩|一号墓.
    let tombs = scene.text.match_indices(TOMB).filter_map(|(at, tomb)| {
        let named =
            scene.text[..at].trim_end_matches(|c: char| is_chinese_digit(c) || c.is_ascii_digit()).len();
        name(scene, known, named, at + tomb.len()).filter(|_| named < at)
    });
    sites.chain(tombs).collect()
}

/// Most words of a monument's name before its head.
const MAX_WORDS: usize = 3;

/// Finds monuments right before a deed that is done only to monuments: 推进|青岩城楼|修缮.
pub(super) fn monuments(scene: &Scene) -> Vec<Spot> {
    let places = &scene.lexicon.places;
    let restored = |end: usize| places.restoring.longest_at(scene.text, end).is_some();
    let heads = scene.find(&places.monuments).map(|(head, ())| head).filter(|head| restored(head.end));
    let names = heads.filter_map(|head| Some(monument_start(scene, head.start)?..head.end));
    let names = names.filter(|name| !scene.lexicon.knows(scene.slice(name)));
    let spot = |range| Spot { range, class: PlaceClass::Spot, codes: "", sure: true, opens: true };
    names.map(spot).collect()
}

/// The byte where the nouns start that name a monument, after a verb or a mark.
fn monument_start(scene: &Scene, head: usize) -> Option<usize> {
    let mut start = head;
    for _ in 0..MAX_WORDS {
        let Some(token) = start.checked_sub(1).and_then(|byte| scene.tokens.at(byte)) else { break };
        let is_noun = token.tag.starts_with('n') || token.range.len() == '寺'.len_utf8() && token.tag != "p";
        if !is_noun || token.tag.starts_with(['v', 'u', 'c', 'x']) || !token.word.chars().all(is_han) {
            break;
        }
        start = token.range.start;
    }
    let opens = |before: char| matches!(before, ',' | '、' | '。' | ';' | ':');
    let verb = || start.checked_sub(1).and_then(|byte| scene.tokens.at(byte));
    let is_edge = scene.text[..start].chars().next_back().is_none_or(opens)
        || verb().is_some_and(|token| token.tag.starts_with('v') && token.range.len() > '修'.len_utf8());
    let name = start..head;
    let fits = (2..=MAX_NAME_CHARS).contains(&scene.slice(&name).chars().count());
    (is_edge && fits && is_own(scene, &name)).then_some(start)
}

fn name(scene: &Scene, known: &[Spot], head: usize, end: usize) -> Option<Spot> {
    let text = &scene.text[..head];
    let name = text.char_indices().rev().take(MAX_NAME_CHARS + 1).take_while(|(_, c)| is_han(*c));
    let (start, _) = name.last()?;
    // The county that it lies in may stand before it: 石溪|云墩遗址.
    let above = known[..known.partition_point(|spot| spot.range.end < head)].last();
    let above = above.filter(|spot| spot.sure && spot.range.end > start).map(|spot| spot.range.end);
    let opens = above.is_some()
        || text[..start].chars().next_back().is_none_or(|c| matches!(c, ',' | '、' | '。' | ';' | ':'));
    let start = above.unwrap_or(start);
    let range = start..head;
    let fits =
        opens && (2..=MAX_NAME_CHARS).contains(&text[start..].chars().count()) && is_own(scene, &range);
    let goes_on = scene.text[end..].starts_with(['公', '群', '保', '博']);
    let spot = Spot { range: start..end, class: PlaceClass::Spot, codes: "", sure: true, opens: true };
    (fits && !goes_on).then_some(spot)
}

/// Whether the name holds no word for a kind or a deed: 工业, 古, 保护.
fn is_own(scene: &Scene, name: &Range<usize>) -> bool {
    let from = scene.tokens.ended_by(name.start);
    let mut tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < name.end);
    tokens.all(|token| {
        let word = token.word;
        let is_plain = word.len() > '大'.len_utf8() && scene.lexicon.projects.is_generic(word);
        let is_kind = is_plain || scene.lexicon.places.site_kinds.contains(word);
        let is_other =
            matches!(token.tag.as_bytes().first(), Some(b'v' | b'r' | b'm' | b'p' | b'u' | b'c' | b'd'));
        let is_word = is_other && scene.knows(token);
        !is_kind && !is_word
    })
}

/// Finds points on rivers after the division that they lie in: 亳州市|石岭大桥|控制单元.
pub(super) fn points(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    let hits = scene.find(&scene.lexicon.places.units);
    let name = |(unit, ()): (Range<usize>, &())| {
        // A doubtful place may be part of the name: 茂名市|江口门.
        let before = &known[..known.partition_point(|spot| spot.range.end < unit.start)];
        let above = before.iter().rev().find(|spot| spot.sure)?;
        let range = above.range.end..unit.start;
        let is_point = above.sure && above.class == PlaceClass::Division;
        let name = scene.slice(&range);
        let is_name = POINT_CHARS.contains(&name.chars().count()) && name.chars().all(is_han);
        let spot = Spot { range, class: PlaceClass::Spot, codes: "", sure: true, opens: true };
        (is_point && is_name).then_some(spot)
    };
    hits.filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn monuments_are_told_by_what_is_done_to_them() {
        let text = "推进青岩门城楼开放、柳泉寺修缮,提高石岭古道保护水平";
        assert_eq!(standing(recognise, text), ["青岩门城楼", "柳泉寺", "石岭古道"]);
        for text in ["推进古城保护", "加强文物旧址保护", "完成铁塔加固", "历史文化名城保护", "推动政府开放"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn points_on_rivers_stand_before_their_units() {
        let found = standing(recognise, "涡河亳州市石岭大桥控制单元达标");
        assert_eq!(found, ["涡河", "亳州市", "石岭大桥"]);
    }

    #[test]
    fn sites_go_by_their_bare_names() {
        assert_eq!(standing(recognise, "云墩遗址入选名录,棠沟遗址开放"), ["云墩遗址", "棠沟遗址"]);
        assert_eq!(standing(recognise, "平利县云墩坪遗址入选"), ["平利县", "云墩坪遗址"]);
        assert_eq!(standing(recognise, "黄柏坡墓群开放,石墩一号墓入选"), ["黄柏坡墓群", "石墩一号墓"]);
        for text in ["工业遗址焕发新生", "保护遗址、古墓群", "加强考古遗址保护", "重要遗址得到保护"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
