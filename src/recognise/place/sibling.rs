//! Places that no dictionary holds, by the list in which they stand: 柳巷街、石井古渡、石门山等.
//!
//! A list is read from a place that is a whole member of it, to both sides. If another member can be no place, the
//! list is one of something else, and none is taken.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, is_han};
use crate::recognise::Scene;
use crate::recognise::naming::token_at;
use crate::segment::Token;

/// How many characters such a name has.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=7;
/// How many members are read to each side of a place.
const MOST_MEMBERS: usize = 20;
/// What a list stands between.
const MARKS: [char; 5] = [',', '。', ';', ':', '\n'];

/// What the members of a list are, read to one side of a place.
#[derive(Default)]
struct Side {
    found: Vec<Range<usize>>,
    /// Members that are known for places.
    known: usize,
}

/// Members of lists that hold a place, which are none that is known yet.
pub(super) fn spots(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut from = 0;
    for (index, spot) in known.iter().enumerate() {
        if spot.range.start < from || !spot.sure || !is_listed(scene, &spot.range) {
            continue;
        }
        let Some((end, behind)) = behind(scene, known, index) else { continue };
        from = end;
        let Some(before) = before(scene, known, index) else { continue };
        let enough = match spot.class {
            PlaceClass::Spot | PlaceClass::Zone | PlaceClass::Area | PlaceClass::Nature => 0,
            _ => 1,
        };
        if before.known + behind.known >= enough {
            let ranges = before.found.into_iter().chain(behind.found);
            found.extend(ranges.map(|range| Spot {
                range,
                class: PlaceClass::Spot,
                codes: "",
                sure: true,
                opens: true,
            }));
        }
    }
    found
}

/// Whether a 、 stands before or behind.
fn is_listed(scene: &Scene, range: &Range<usize>) -> bool {
    scene.text[range.end..].starts_with('、') || scene.text[..range.start].ends_with('、')
}

/// The members behind a place, and where the list ends; nothing if one can be no place.
fn behind(scene: &Scene, known: &[Spot], index: usize) -> Option<(usize, Side)> {
    let mut side = Side::default();
    let mut end = known[index].range.end;
    for _ in 0..MOST_MEMBERS {
        let Some(rest) = scene.text[end..].strip_prefix(['、', '和']) else { break };
        let start = scene.text.len() - rest.len();
        if let Some(place) = place_at(known, start) {
            side.known += 1;
            end = place.range.end;
            continue;
        }
        let length = rest.find(|c| matches!(c, '、' | '等') || MARKS.contains(&c)).unwrap_or(rest.len());
        let range = start..start + length;
        if !is_name(scene, known, &range) {
            return None;
        }
        end = range.end;
        side.found.push(range);
    }
    closes(scene, end).then_some((end, side))
}

/// The members before a place; the first of the list may hide behind a verb and is not judged then.
fn before(scene: &Scene, known: &[Spot], index: usize) -> Option<Side> {
    let mut side = Side::default();
    let mut start = known[index].range.start;
    for _ in 0..MOST_MEMBERS {
        let Some(end) = scene.text[..start].strip_suffix('、').map(str::len) else { break };
        if let Some(place) = place_before(known, end) {
            side.known += 1;
            start = place.range.start;
            continue;
        }
        let edge = scene.text[..end].char_indices().rev().take(*LENGTHS.end() + 1);
        let edge = edge.into_iter().find(|(_, c)| *c == '、' || MARKS.contains(c));
        let (first, is_first) = match edge {
            Some((at, mark)) => (at + mark.len_utf8(), mark != '、'),
            None if scene.text[..end].chars().count() <= *LENGTHS.end() => (0, true),
            None => break,
        };
        let range = first..end;
        // 深化|石岭: a verb opens no name.
        if !is_name(scene, known, &range) || is_first && !opens_with_noun(scene, first) {
            return is_first.then_some(side);
        }
        start = range.start;
        side.found.push(range);
        if is_first {
            break;
        }
    }
    Some(side)
}

fn opens_with_noun(scene: &Scene, at: usize) -> bool {
    token_at(scene.tokens, at).is_some_and(|token| token.tag.starts_with('n'))
}

fn place_at(known: &[Spot], start: usize) -> Option<&Spot> {
    let next = known.get(known.partition_point(|spot| spot.range.start < start));
    next.filter(|spot| spot.range.start == start && spot.sure)
}

fn place_before(known: &[Spot], end: usize) -> Option<&Spot> {
    let last = known[..known.partition_point(|spot| spot.range.end <= end)].last();
    last.filter(|spot| spot.range.end == end && spot.sure)
}

/// Whether a list of places ends here: 等, a mark, or what happens to its members.
fn closes(scene: &Scene, end: usize) -> bool {
    let rest = &scene.text[end..];
    if rest.starts_with('等') {
        return !is_of_others(scene, end + '等'.len_utf8());
    }
    rest.is_empty()
        || rest.starts_with(MARKS)
        || token_at(scene.tokens, end).is_some_and(|token| {
            token.range.start == end && token.tag.starts_with(['v', 'u', 'd']) && token.tag != "vn"
        })
}

/// How many words stand at most between 等 and what the members of the list are.
const MOST_WORDS_BEHIND: usize = 5;

/// Whether what the list is one of are no places: 等6个|重点|项目, 等|企业.
fn is_of_others(scene: &Scene, at: usize) -> bool {
    let first = scene.tokens.partition_point(|token| token.range.end <= at);
    let words = scene.tokens[first..].iter().take(MOST_WORDS_BEHIND);
    let words = words.take_while(|token| !token.tag.starts_with('x') && token.tag != "v");
    words.into_iter().any(|token| scene.lexicon.places.no_list.end(scene.slice(&token.range)))
}

/// Whether a member is shaped like a name: Chinese characters, a word among them that no dictionary has or that the
/// tagger takes for a name, and none that is a particle, a number, a verb or a kind of place.
fn is_name(scene: &Scene, known: &[Spot], range: &Range<usize>) -> bool {
    let name = scene.slice(range);
    let lexicon = scene.lexicon;
    let next = known.partition_point(|spot| spot.range.end <= range.start);
    let is_free = known.get(next).is_none_or(|spot| spot.range.start >= range.end || !spot.sure);
    let first = scene.tokens.partition_point(|token| token.range.end <= range.start);
    let tokens = || scene.tokens[first..].iter().take_while(|token| token.range.start < range.end);
    let opens = tokens().next().is_some_and(|token| token.range.start == range.start);
    let closes = tokens().last().is_some_and(|token| token.range.end == range.end);
    is_free
        && opens
        && closes
        && LENGTHS.contains(&name.chars().count())
        && name.chars().all(is_han)
        && !lexicon.projects.is_generic(name)
        && !lexicon.places.ordinary.contains(name)
        && !lexicon.bodies.names.contains(name)
        && tokens().all(|token| !is_no_part(scene, token))
        && (is_local(scene, range)
            || tokens().any(|token| {
                token.range.len() >= 6 && (!scene.knows(token) || matches!(token.tag, "ns" | "nr" | "nrt"))
            }))
}

/// Whether a member ends as names of villages and streets do, and is no word: 团结|村, not 农村.
fn is_local(scene: &Scene, range: &Range<usize>) -> bool {
    let name = scene.slice(range);
    let ending = scene.lexicon.name_cues.closing(name, NameCue::LocalEnding);
    ending.is_some_and(|ending| name.len() - ending.len() >= 6) && !scene.lexicon.knows(name)
}

/// Whether a word is no part of a bare name: a particle, a number, a verb, a realm, what tells a kind of place.
fn is_no_part(scene: &Scene, token: &Token) -> bool {
    let word = scene.slice(&token.range);
    let lexicon = scene.lexicon;
    matches!(token.tag.as_bytes().first(), Some(b'r' | b'm' | b'u' | b'p' | b'c' | b'd' | b'v'))
        || lexicon.places.ordinary.contains(word)
        || lexicon.bodies.realms.contains(word)
        || lexicon.places.no_list.end(word)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_list_with_a_sight_is_one_of_sights() {
        let cases: &[(&str, &[&str])] = &[
            ("津湾广场、石井古渡、下浩里等人气攀升", &["津湾广场", "石井古渡", "下浩里"]),
            ("民主村、津湾广场、下浩里等成为打卡点", &["民主村", "津湾广场", "下浩里"]),
            ("建成用好长城、长征等载体", &["长城"]),
            ("建成石门山景区、柳巷智算等8个项目", &["石门山景区"]),
            ("创建长岛国家公园、国际零碳岛,推动", &["长岛国家公园"]),
            ("加强民族、宗教、侨务、港澳工作", &["港澳"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
