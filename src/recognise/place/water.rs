//! Recognises rivers and lakes that no dictionary can hold, by the words beside them.

use std::ops::Range;

use super::Spot;
use super::list::opens_with_verb;
use crate::lexicon::{NameCue, PlaceClass, is_han};
use crate::recognise::Scene;
use crate::text::is_chinese_digit;

/// Most members of a list.
const MAX_MEMBERS: usize = 20;
/// Parts of a river that may stand between its name and the city: 通惠河|下段|北京市.
const REACHES: [&str; 5] = ["上段", "中段", "下段", "上游", "下游"];
/// The longest name of a river before 河, in characters: 招苏台.
const MAX_WATER_CHARS: usize = 4;
/// Characters before the first of a list of rivers: 支流有|石溪河、柳什河.
const OPENERS: [char; 4] = ['、', '有', '是', '为'];
/// The endings of rivers.
const RIVERS: [char; 3] = ['江', '河', '溪'];

/// Finds the water that opens a clause right before the full name of a division: 石溪河|南京市, 柳林渠|徐州市.
pub(super) fn before_division(scene: &Scene, division: &Spot, found: &mut Vec<Spot>) {
    let reach = REACHES.iter().find_map(|reach| scene.text[..division.range.start].strip_suffix(reach));
    let before = reach.unwrap_or(&scene.text[..division.range.start]);
    // The division may stand in a bracket: 石溪河|(徐州市|段).
    let section = before.strip_suffix('(').filter(|_| scene.text[division.range.end..].starts_with("段)"));
    let before = section.unwrap_or(before);
    let is_full = division.class == PlaceClass::Division && division.sure;
    if !is_full || scene.lexicon.name_cues.closing(before, NameCue::Stream).is_none() {
        return;
    }
    let name = before.char_indices().rev().take(MAX_WATER_CHARS + 2).take_while(|(_, c)| is_han(*c));
    let Some((start, _)) = name.last().filter(|(start, _)| before.len() - start > '河'.len_utf8()) else {
        return;
    };
    let opens = before[..start]
        .chars()
        .next_back()
        .is_none_or(|c| matches!(c, '。' | ';' | ',' | '、' | ':' | ')' | '(' | '\n' | ' '));
    let name = &before[start..];
    // A number of miles counts no rivers: 十五里河.
    let is_verb = opens_with_verb(scene, start) && !name.starts_with(is_chinese_digit);
    let is_common = scene.lexicon.projects.is_generic(name) || name.starts_with(['沿', '各', '全', '跨']);
    if opens && !is_common && !is_verb {
        let range = start..before.len();
        found.push(Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true });
    }
}

/// Finds the river right after the place that it flows through, where a list or a bracket goes on: 湖南|石溪江、.
pub(super) fn after_place(scene: &Scene, spots: &[Spot], place: &Spot, found: &mut Vec<Spot>) {
    let start = place.range.end;
    let name = scene.text[start..].char_indices().take(MAX_WATER_CHARS + 1).take_while(|(_, c)| is_han(*c));
    let Some((at, sign)) = name.into_iter().find(|(at, c)| *at > 0 && RIVERS.contains(c)) else { return };
    let range = start..start + at + sign.len_utf8();
    let is_listed = scene.text[range.end..].starts_with(['、', '等', '(']);
    if is_listed && is_free(spots, &range) && is_river_of(scene, place, &range) {
        found.push(Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true });
    }
}

/// The byte where the river of this basin starts, right after the place that it flows through: 徐州市|石溪河|流域.
pub(super) fn before_basin(scene: &Scene, named: &[Spot], head: &Range<usize>) -> Option<usize> {
    let basin = scene.slice(head).starts_with("流域") && scene.text[..head.start].ends_with(RIVERS);
    let above =
        named.partition_point(|spot| spot.range.end <= head.start).checked_sub(1).filter(|_| basin)?;
    let river = named[above].range.end..head.start;
    let is_short = (2..=MAX_WATER_CHARS + 1).contains(&scene.slice(&river).chars().count());
    (is_short && is_river_of(scene, &named[above], &river)).then_some(river.start)
}

/// Whether a stretch right after a place may name a river of its own.
fn is_river_of(scene: &Scene, place: &Spot, river: &Range<usize>) -> bool {
    use PlaceClass::{City, County, Division, Province};
    let is_land = place.sure && matches!(place.class, Division | Province | City | County);
    is_land
        && scene.slice(river).chars().all(is_han)
        && !opens_with_verb(scene, river.start)
        && is_water(scene, river)
}

/// Finds rivers and lakes in one list with a known one: 汾河、|石溪河, 改善|柳林河|、汾河.
pub(super) fn beside(scene: &Scene, spots: &[Spot], known: &Spot, found: &mut Vec<Spot>) {
    if scene.lexicon.name_cues.closing(scene.slice(&known.range), NameCue::Water).is_none() {
        return;
    }
    let mut add = |range| {
        found.push(Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true });
    };
    let mut end = known.range.end;
    for _ in 0..MAX_MEMBERS {
        let Some(next) = water_after(scene, end).filter(|next| is_free(spots, next)) else { break };
        end = next.end;
        add(next);
    }
    let mut start = known.range.start;
    for _ in 0..MAX_MEMBERS {
        let Some(before) = water_before(scene, start).filter(|before| is_free(spots, before)) else { break };
        start = before.start;
        add(before);
    }
}

/// Whether the stretch holds no sure place; one that does is no longer name of it: 激战|长津湖.
fn is_free(spots: &[Spot], range: &Range<usize>) -> bool {
    let at = spots.partition_point(|spot| spot.range.end <= range.start);
    spots.get(at).is_none_or(|spot| spot.range.start >= range.end || !spot.sure)
}

/// Whether the text ends as names of rivers and lakes do.
fn ends_as_water(scene: &Scene, text: &str) -> bool {
    scene.lexicon.name_cues.closing(text, NameCue::Water).is_some() || text.ends_with(BROOK)
}

/// The ending of brooks, which names of rivers may hold, too: 石溪河.
const BROOK: char = '溪';

/// Whether a character is the last of a brook's name: a list goes on or ends after it.
fn ends_brook(scene: &Scene, at: usize, character: char) -> bool {
    character == BROOK && !scene.text[at + character.len_utf8()..].starts_with(|c| is_han(c) && c != '等')
}

fn is_water_sign(scene: &Scene, character: char) -> bool {
    scene.lexicon.name_cues.has(character, NameCue::Water)
}

/// Finds three or more rivers in one list, even if none is known: 石溪河、柳什河、北桥河.
pub(super) fn lists(scene: &Scene, found: &mut Vec<Spot>) {
    let mut from = 0;
    for (at, _) in scene.text.match_indices('、') {
        if at < from || !ends_as_water(scene, &scene.text[..at]) {
            continue;
        }
        let mut end = at;
        let members = std::iter::from_fn(|| {
            let next = water_after(scene, end)?;
            end = next.end;
            Some(next)
        });
        let mut members: Vec<Range<usize>> = members.take(MAX_MEMBERS).collect();
        from = end;
        members.extend(water_before(scene, at + '、'.len_utf8()));
        if members.len() > 2 {
            let spot = |range| Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true };
            found.extend(members.into_iter().map(spot));
        }
    }
}

/// Fewest rivers in a list that names each by one character.
const MIN_CLIPPED: usize = 3;

/// Finds rivers named by one character each, in a list that 等河 or 诸河 closes: 沂、沭、泗|等河流域; not the parts of a
/// river (上、中、下) or kinds of water (江、河、湖).
pub(super) fn clipped(scene: &Scene, found: &mut Vec<Spot>) {
    let mut from = 0;
    for (at, mark) in scene.text.match_indices('、') {
        let Some((start, _)) = scene.text[..at].char_indices().next_back().filter(|_| at >= from) else {
            continue;
        };
        let mut members = Vec::new();
        let mut end = at;
        while let Some(range) = character_after(scene, end) {
            end = range.end;
            members.push(range);
        }
        from = end + mark.len();
        members.push(start..at);
        let fits = members.len() >= MIN_CLIPPED
            && closes_rivers(scene, end)
            && opens_list(scene, start)
            && members.iter().all(|range| is_clipped_river(scene, range));
        if fits {
            let spot = |range| Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true };
            found.extend(members.into_iter().map(spot));
        }
    }
}

/// The single character between the 、 at byte `at` and the next 、 or the end of the list.
fn character_after(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let mut characters = scene.text[at..].strip_prefix('、')?.chars();
    let character = characters.next().filter(|c| is_han(*c))?;
    let start = at + '、'.len_utf8();
    let is_member = matches!(characters.next(), Some('、' | '等' | '诸'));
    is_member.then_some(start..start + character.len_utf8())
}

/// Whether 等 or 诸 and 河 close a list at byte `at`, where 河 opens no longer word except 河流: not 等河段.
fn closes_rivers(scene: &Scene, at: usize) -> bool {
    let Some(rest) = scene.text[at..].strip_prefix(['等', '诸']) else { return false };
    let river = scene.text.len() - rest.len();
    let ends = |token: &crate::segment::Token| token.range.end == river + '河'.len_utf8();
    rest.starts_with("河流") || rest.starts_with('河') && scene.tokens.at(river).is_some_and(ends)
}

/// Whether a list may start at byte `start`: at a mark, or after a whole word.
fn opens_list(scene: &Scene, start: usize) -> bool {
    let before = &scene.text[..start];
    !before.ends_with(is_han)
        || scene.tokens.at(before.len() - 1).is_some_and(|token| {
            let is_word = token.range.len() > '河'.len_utf8() || token.tag.starts_with(['v', 'p']);
            token.range.end == start && is_word
        })
}

/// Whether one character may name a river: it tells no part, kind, side or number.
fn is_clipped_river(scene: &Scene, range: &Range<usize>) -> bool {
    let cues = &scene.lexicon.name_cues;
    let character = scene.slice(range);
    let is_told = [NameCue::Stream, NameCue::Where, NameCue::NoVillage, NameCue::School]
        .iter()
        .any(|cue| cues.is(character, *cue));
    let is_side = scene
        .tokens
        .at(range.start)
        .is_some_and(|token| matches!(token.tag.as_bytes().first(), Some(b'f' | b'm' | b'r' | b'u' | b'c')));
    character.starts_with(is_han) && !is_told && !is_side && !character.starts_with(is_chinese_digit)
}

/// The river after the 、 at byte `at`.
fn water_after(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let start = at + scene.text[at..].strip_prefix('、').map(|_| '、'.len_utf8())?;
    let mut name = scene.text[start..].char_indices().take(MAX_WATER_CHARS + 1);
    let (length, last) = name.find(|(at, c)| {
        *at > 0 && (is_water_sign(scene, *c) || ends_brook(scene, start + at, *c)) || !is_han(*c)
    })?;
    let range = start..start + length + last.len_utf8();
    // A verb of two characters opens no name: 鏖战|石溪河.
    let is_verb =
        scene.tokens.at(start).is_some_and(|token| token.range.len() >= 6) && opens_with_verb(scene, start);
    ((is_water_sign(scene, last) || last == BROOK) && !is_verb && is_water(scene, &range)).then_some(range)
}

/// The river before the 、 that ends at byte `at`: everything since the separator or verb before it.
fn water_before(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let end = scene.text[..at].strip_suffix('、')?.len();
    if !ends_as_water(scene, &scene.text[..end]) {
        return None;
    }
    let starts = scene.text[..end].char_indices().rev().skip(1).take(MAX_WATER_CHARS);
    let mut starts = starts.take_while(|(_, c)| is_han(*c)).map(|(start, _)| start);
    let start = starts.find(|start| {
        scene.text[..*start].ends_with(OPENERS)
            || token_before(scene, *start).is_some_and(|at| opens_with_verb(scene, at))
    })?;
    Some(start..end).filter(|range| is_water(scene, range))
}

/// The byte where the word starts that ends at byte `at`.
fn token_before(scene: &Scene, at: usize) -> Option<usize> {
    let token = scene.tokens.at(at.checked_sub(1)?)?;
    (token.range.end == at && token.range.len() >= 6).then_some(token.range.start)
}

/// Whether a stretch is the name of one river, and no common word: 石溪河, not 内河, 各河 or 江河.
fn is_water(scene: &Scene, range: &Range<usize>) -> bool {
    let from = scene.tokens.ended_by(range.start);
    let mut tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < range.end);
    let closes = scene.tokens.at(range.end - 1).is_some_and(|token| token.range.end == range.end);
    let name = scene.slice(range);
    closes
        && name.chars().filter(|c| is_water_sign(scene, *c)).count() == usize::from(!name.ends_with(BROOK))
        && (!scene.lexicon.knows(name) || tokens.clone().all(|token| token.tag == "ns"))
        && !scene.lexicon.projects.is_generic(name)
        && tokens.all(|token| {
            !matches!(token.tag.as_bytes().first(), Some(b'r' | b'm' | b'u' | b'p' | b'c' | b'd'))
        })
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn rivers_vouch_for_rivers_of_their_list() {
        assert_eq!(standing(recognise, "汾河、石溪河、云什江等支流"), ["汾河", "石溪河", "云什江"]);
        assert_eq!(standing(recognise, "持续改善柳什河、涡河水质"), ["柳什河", "涡河"]);
        assert_eq!(standing(recognise, "整治长江、内河、各河"), ["长江"]);
        assert_eq!(standing(recognise, "初战汾河、鏖战洞庭湖"), ["汾河", "洞庭湖"]);
        assert_eq!(standing(recognise, "保护农田、汾河"), ["汾河"]);
        assert_eq!(standing(recognise, "守好江河、汾河"), ["汾河"]);
        assert_eq!(
            standing(recognise, "持续改善石溪河、柳什河、云什江、汝什河等"),
            ["石溪河", "柳什河", "云什江", "汝什河"]
        );
        assert_eq!(standing(recognise, "整治大江、大河、大湖"), [""; 0]);
        assert_eq!(
            standing(recognise, "主要支流有柳桐河、石榴溪、桐木河、云什溪。"),
            ["柳桐河", "石榴溪", "桐木河", "云什溪"]
        );
    }

    #[test]
    fn rivers_stand_by_one_character_in_a_list_of_rivers() {
        assert_eq!(standing(recognise, "治理沂、沭、颍等河流域的水患"), ["沂", "沭", "颍"]);
        assert_eq!(standing(recognise, "还有:涡、濉、沱、浍诸河的水闸"), ["涡", "濉", "沱", "浍"]);
        assert_eq!(standing(recognise, "黄、淮、汴等河连年泛滥"), ["黄", "淮", "汴"]);
        for text in [
            "整治江、河、湖等河流",
            "上、中、下等河段",
            "东、西、北等河流",
            "沂、沭等河流域",
            "大、中、小等河流",
            "桃、李、杏等果树",
            "涡、濉、沱等河道",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_city_vouches_for_the_water_before_it() {
        assert_eq!(standing(recognise, "石什河南京市控制单元"), ["石什河", "南京市"]);
        assert_eq!(standing(recognise, "水质变好;共青渠徐州市控制单元"), ["共青渠", "徐州市"]);
        assert_eq!(standing(recognise, "水质变好;十八里河徐州市控制单元"), ["十八里河", "徐州市"]);
        assert_eq!(standing(recognise, "石什河下段南京市控制单元"), ["石什河", "南京市"]);
        assert_eq!(standing(recognise, "石什河(南京市段)入选"), ["石什河", "南京市"]);
        assert_eq!(
            standing(recognise, "在安徽江苏石什河、湖南云家江等试点"),
            ["安徽", "江苏", "石什河", "湖南", "云家江"]
        );
        for text in ["治理内河徐州市率先", "沿江徐州市", "徐州市大河、小溪"] {
            assert_eq!(standing(recognise, text), ["徐州市"], "{text}");
        }
    }
}
