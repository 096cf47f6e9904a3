//! Recognises streets named by a place (汕头|路, 长江|中路), and counted lists of streets (青竹路、柳溪路|等4条).

use std::ops::Range;

use super::Spot;
use crate::lexicon::{NameCue, NameCues, PlaceClass, Trigger, is_han};
use crate::recognise::Scene;

/// Characters that may stand between the place and 路.
const SIDES: [char; 5] = ['东', '西', '南', '北', '中'];
/// Bytes of one character.
const SIDE_LEN: usize = '东'.len_utf8();
/// The endings of streets in a list that 条 counts.
const ENDS: [&str; 5] = ["大道", "大街", "路", "街", "巷"];
/// Nouns for streets together.
const KINDS: [&str; 4] = ["道路", "街道", "路段", "街巷"];
/// Longest member, in characters, and most members of a list.
const MAX_CHARS: usize = 7;
const MAX_MEMBERS: usize = 8;
/// The length of a street's name after its city, without its last character, in characters.
const OWN_CHARS: std::ops::RangeInclusive<usize> = 2..=4;
/// The longest such name, in bytes.
const MAX_OWN_BYTES: usize = 4 * '路'.len_utf8();

/// Finds the streets of a sentence.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let mut found = Vec::new();
    for Range { start, end } in scene.wake(Trigger::Street) {
        let token = scene.tokens.at(start);
        if token.is_none_or(|token| token.range.end != end) {
            continue;
        }
        if let Some(start) = place_before(scene, named, start).or_else(|| own_name(scene, named, start..end))
        {
            found.push(spot(start..end));
        }
        let cues = &scene.lexicon.name_cues;
        let after = &scene.text[end..];
        // Something lies on one side of it: 柳溪路|以东.
        if is_counted(after) || cues.opening(after, NameCue::StreetSide).is_some() {
            members(scene, named, end, &mut found);
        } else if let Some(start) = reached_start(&scene.text[..end], cues) {
            found.push(spot(start..end));
        }
    }
    found
}

fn spot(range: Range<usize>) -> Spot {
    Spot { range, class: PlaceClass::Spot, codes: "", sure: true, opens: true }
}

/// The byte where the place starts that names the street.
fn place_before(scene: &Scene, named: &[Spot], head: usize) -> Option<usize> {
    let core = scene.text[..head].strip_suffix(SIDES).map_or(head, str::len);
    let ends_at =
        |at: usize| named.binary_search_by_key(&at, |spot| spot.range.end).ok().map(|at| &named[at]);
    let place = ends_at(head).or_else(|| ends_at(core))?;
    let names_streets = matches!(
        place.class,
        PlaceClass::Province | PlaceClass::City | PlaceClass::County | PlaceClass::Nature
    );
    let opens =
        scene.tokens.at(place.range.start).is_some_and(|token| token.range.start == place.range.start);
    (names_streets && place.opens && opens).then_some(place.range.start)
}

/// The byte where a street's name starts right after its city or county: 青川市|柳溪路; but not 青川市|产业路, 青川市|公路.
fn own_name(scene: &Scene, named: &[Spot], head: Range<usize>) -> Option<usize> {
    let city = &named[named.partition_point(|spot| spot.range.end <= head.start).checked_sub(1)?];
    let start = city.range.end;
    if head.start - start > MAX_OWN_BYTES {
        return None;
    }
    let name = scene.slice(&(start..head.start));
    let is_city = city.sure && matches!(city.class, PlaceClass::Division | PlaceClass::City);
    if !is_city || !OWN_CHARS.contains(&name.chars().count()) || !name.chars().all(is_han) {
        return None;
    }
    let is_kind = scene.lexicon.projects.is_generic(name) || scene.lexicon.places.ordinary.contains(name);
    let mut tokens = scene.tokens[scene.tokens.ended_by(start)..].iter();
    let first = tokens.next().filter(|token| token.range.start == start)?;
    let is_noun = first.tag.starts_with('n') || matches!(first.tag, "m" | "x");
    let is_name = if first.range.end == head.end {
        matches!(first.tag, "ns" | "nz" | "nr" | "nrt") || !scene.knows(first)
    } else {
        is_noun && first.range.end == head.start && tokens.next().is_some_and(|token| token.range == head)
    };
    (is_name && !is_kind).then_some(start)
}

/// The byte where the street starts that ends the text, after a word for its reach: 东起|柳溪路.
fn reached_start(text: &str, cues: &NameCues) -> Option<usize> {
    let name = text.char_indices().rev().skip(2).take(MAX_CHARS - 1).map(|(at, _)| at);
    let mut name = name.take_while(|at| text[*at..].starts_with(is_han));
    name.find(|at| cues.closing(&text[..*at], NameCue::StreetReach).is_some())
}

/// Whether a count of streets follows: 等4条, 等道路4条.
fn is_counted(after: &str) -> bool {
    let Some(number) = after.strip_prefix('等') else { return false };
    let number = KINDS.iter().find_map(|kind| number.strip_prefix(kind)).unwrap_or(number);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < number.len() && rest.starts_with('条')
}

/// Finds the members of a list of streets that ends here, back to the first that is none.
fn members(scene: &Scene, named: &[Spot], end: usize, found: &mut Vec<Spot>) {
    let mut end = end;
    for _ in 0..MAX_MEMBERS {
        let head = ["路", "街", "巷"].iter().find_map(|head| scene.text[..end].strip_suffix(head));
        // The place that names a street is its whole name: 改植|汕头路.
        let place = head.and_then(|head| place_before(scene, named, head.len()));
        let Some(start) = place.or_else(|| member_start(scene, end)) else { return };
        found.push(spot(start..end));
        let Some(before) = scene.text[..start].strip_suffix(['、', '和']) else { return };
        end = before.len();
    }
}

/// The byte where the member of a list starts that ends here as streets do: after the mark or the verb before
/// it.
fn member_start(scene: &Scene, end: usize) -> Option<usize> {
    let text = &scene.text[..end];
    let name = ENDS.iter().find_map(|ending| text.strip_suffix(ending))?.len();
    let run = text.char_indices().rev().take(MAX_CHARS + 1).take_while(|(_, c)| is_han(*c) && *c != '和');
    let mut start = run.last()?.0;
    let last = scene.tokens.ended_by(name);
    for token in scene.tokens[..last].iter().rev().take_while(|token| token.range.start >= start) {
        // One character before another is part of the name: 复|康路.
        let is_own = token.range.len() == SIDE_LEN && name - token.range.end <= SIDE_LEN;
        if matches!(token.tag.as_bytes().first(), Some(b'v' | b'p' | b'u' | b'c' | b'd' | b'l'))
            && scene.knows(token)
            && !is_own
        {
            start = token.range.end;
            break;
        }
    }
    let length = scene.text[start..name.max(start)].chars().count();
    let is_word = scene.lexicon.knows(&scene.text[start..end])
        && scene.tokens.at(start).is_none_or(|token| token.tag != "ns");
    ((1..MAX_CHARS - 1).contains(&length) && !is_word).then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_street_is_called_by_a_place() {
        assert_eq!(standing(recognise, "汕头路改造完成,长江中路拓宽"), ["汕头路", "长江中路"]);
        assert_eq!(standing(recognise, "修整江苏路沿街建筑"), ["江苏路"]);
        assert_eq!(standing(recognise, "江苏公路建设,浙江路网加密,去成都路上"), ["江苏", "浙江", "成都"]);
    }

    #[test]
    fn a_street_stands_after_its_city() {
        assert_eq!(standing(recognise, "家住徐州市柳泉路的村民"), ["徐州市", "柳泉路"]);
        for text in ["徐州市公路建设", "徐州市高速公路", "徐州市城市道路", "徐州市产业路", "徐州市铁路枢纽"]
        {
            assert_eq!(standing(recognise, text), ["徐州市"], "{text}");
        }
    }

    #[test]
    fn a_street_bounds_a_site() {
        assert_eq!(standing(recognise, "位于柳溪路以东、青竹街以南"), ["柳溪路", "青竹街"]);
        assert_eq!(standing(recognise, "项目东起柳桥路,西至青竹街"), ["柳桥路", "青竹街"]);
        assert_eq!(standing(recognise, "位于道路以东、公路以南"), [""; 0]);
    }

    #[test]
    fn streets_are_counted_by_their_list() {
        let text = "改造青竹路、柳溪北路等34条城市道路";
        assert_eq!(standing(recognise, text), ["青竹路", "柳溪北路"]);
        assert_eq!(standing(recognise, "新植、改植汕头路等4条路"), ["汕头路"]);
        assert_eq!(standing(recognise, "更新改造青竹路等道路34条、桥梁2座"), ["青竹路"]);
        assert_eq!(standing(recognise, "改造复竹路等道路34条"), ["复竹路"]);
        assert_eq!(standing(recognise, "建设铁路等4条线路"), [""; 0]);
    }
}
