//! Recognises places that no dictionary holds by the list in which they stand: 柳巷街、石井古渡、石门山等.
//!
//! A list is read to both sides from a place that is a whole member of it. If another member cannot be a
//! place, the list is of something else, and nothing is taken from it.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, PlaceHead, Trigger, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// The length of such a name, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=7;
/// Most members that are read to each side of a place.
const MAX_MEMBERS: usize = 20;
/// Longest last member before the head of all members, in characters.
const MAX_LAST_CHARS: usize = 4;
/// Stand before a list of places in a province.
const OWNERS: [&str; 2] = ["省的", "自治区的"];
/// The mark between both ends of a stretch.
const DASH: char = '—';
/// The marks around a list.
const MARKS: [char; 5] = [',', '。', ';', ':', '\n'];

/// The members of a list to one side of a place.
#[derive(Default)]
struct Side {
    found: Vec<Range<usize>>,
    /// How many members are known as places.
    known: usize,
}

/// Finds members of lists with a place that are not known yet.
pub(super) fn spots(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut from = 0;
    for (index, spot) in known.iter().enumerate() {
        if spot.range.start < from || !spot.sure || !is_listed(scene, &spot.range) {
            continue;
        }
        let Some((end, after)) = after(scene, known, index) else { continue };
        from = end;
        let Some(before) = before(scene, known, index) else { continue };
        let start = before.found.last().map_or(spot.range.start, |first| first.start.min(spot.range.start));
        let enough = match spot.class {
            PlaceClass::Spot | PlaceClass::Zone | PlaceClass::Area | PlaceClass::Nature => 0,
            // The owner is a province: 福建省的|龙溪、长乐.
            _ if OWNERS.iter().any(|owner| scene.text[..start].ends_with(owner)) => 0,
            _ => 1,
        };
        if before.known + after.known >= enough {
            let ranges = before.found.into_iter().chain(after.found);
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

/// Whether 、 stands before or after.
fn is_listed(scene: &Scene, range: &Range<usize>) -> bool {
    scene.text[range.end..].starts_with('、') || scene.text[..range.start].ends_with('、')
}

/// The byte past the list and the members after a place; `None` if one cannot be a place.
fn after(scene: &Scene, known: &[Spot], index: usize) -> Option<(usize, Side)> {
    let mut side = Side::default();
    let mut end = known[index].range.end;
    for _ in 0..MAX_MEMBERS {
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

/// The members before a place; the first of the list may hide after a verb and is then not judged.
fn before(scene: &Scene, known: &[Spot], index: usize) -> Option<Side> {
    let mut side = Side::default();
    let mut start = known[index].range.start;
    for _ in 0..MAX_MEMBERS {
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
        if is_first {
            side.found.extend(first_name(scene, known, first..end));
            break;
        }
        if !is_name(scene, known, &range) {
            return None;
        }
        start = range.start;
        side.found.push(range);
    }
    Some(side)
}

/// Most words of the first name of a list.
const MAX_FIRST_WORDS: usize = 3;

/// The name at the end of the stretch that opens a list, after the verb that may stand there: 深化|石岭.
fn first_name(scene: &Scene, known: &[Spot], stretch: Range<usize>) -> Option<Range<usize>> {
    let mut start = stretch.end;
    for _ in 0..MAX_FIRST_WORDS {
        let Some(token) = start.checked_sub(1).and_then(|at| scene.tokens.at(at)) else { break };
        if token.range.end != start || token.range.start < stretch.start || is_no_part(scene, token) {
            break;
        }
        start = token.range.start;
    }
    // A kind of place may stand before the name: 古城|石岭.
    let first = scene.tokens.started_before(start);
    let mut words = scene.tokens[first..].iter().take_while(|token| token.range.end <= stretch.end);
    let name = words.find(|token| is_told(scene, token)).map_or(start, |token| token.range.start);
    let opens = name == stretch.start
        || scene.tokens.at(name - 1).is_some_and(|token| token.tag.starts_with(['v', 'p', 'n']));
    Some(name..stretch.end).filter(|name| opens && is_name(scene, known, name))
}

/// Finds members of lists that 等 and a kind of place close, even if none is known: 石岭、东坪等|景区.
pub(super) fn of_kind(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    let mut found = Vec::new();
    for mark in scene.wake(Trigger::List).filter(|mark| scene.slice(mark) == "等") {
        if is_of_places(scene, mark.end) {
            found.extend(members_of_kind(scene, known, mark.start).into_iter().flatten());
        }
    }
    let spot = |range| Spot { range, class: PlaceClass::Spot, codes: "", sure: true, opens: true };
    found.into_iter().map(spot).collect()
}

/// Finds members of lists whose head stands after the last of three or more: 关墩、莫尔根、扎木图|保护区.
pub(super) fn headed(scene: &Scene, known: &[Spot]) -> Vec<Spot> {
    let heads = scene.find(&scene.lexicon.places.heads).filter(|(_, kind)| **kind == PlaceHead::Zone);
    let mut found = Vec::new();
    for (head, _) in heads {
        let name = scene.text[..head.start].char_indices().rev().take(MAX_LAST_CHARS + 1);
        let Some((mark, _)) = name.into_iter().find(|(_, c)| *c == '、') else { continue };
        let last = mark + '、'.len_utf8()..head.start;
        let closes = scene.tokens.at(head.end - 1).is_some_and(|token| token.range.end == head.end);
        if !closes || !is_name(scene, known, &last) {
            continue;
        }
        let members = members_before(scene, known, mark).filter(|members| !members.is_empty());
        let whole = members.is_some().then_some(last.start..head.end);
        found.extend(members.into_iter().flatten().chain(whole));
    }
    let spot = |range| Spot { range, class: PlaceClass::Zone, codes: "", sure: true, opens: true };
    found.into_iter().map(spot).collect()
}

/// Whether a kind of place follows 等, with only a few words between that count, rank or describe: 等5个|重点|景区,
/// 等|宜居|片区.
fn is_of_places(scene: &Scene, at: usize) -> bool {
    let kinds = &scene.lexicon.places.list_kinds;
    let is_rank = |token: &&Token| {
        let word = token.word;
        matches!(token.tag.as_bytes().first(), Some(b'm' | b'q' | b'b' | b'a'))
            || scene.lexicon.projects.is_generic(word) && !kinds.end(word)
            || token.tag.starts_with('n') && !kinds.end(word) && !scene.lexicon.places.no_list.end(word)
    };
    let first = scene.tokens.ended_by(at);
    let mut words = scene.tokens[first..].iter().take(MAX_WORDS_AFTER);
    words.find(|token| !is_rank(token)).is_some_and(|token| {
        // The kind is only the first word of another noun: 湿地|公园体系.
        let next = scene.tokens.at(token.range.end);
        let goes_on = next.is_some_and(|next| matches!(next.tag, "n" | "nz"));
        !goes_on && kinds.end(token.word)
    })
}

/// The members of a list that its kind closes, if most of them are told: those, the others that are no words
/// (水什), and both ends of a stretch (西苑—南站).
fn members_of_kind(scene: &Scene, known: &[Spot], end: usize) -> Option<Vec<Range<usize>>> {
    let (mut end, mut told, mut strange) = (end, Vec::new(), Vec::new());
    let (mut count_told, mut untold) = (0, 0);
    for count in 0..MAX_MEMBERS {
        let place = place_before(known, end).map(|place| place.range.clone());
        let run = scene.text[..end].char_indices().rev().take(*LENGTHS.end() + 1);
        let start = run.take_while(|(_, c)| is_han(*c) || *c == DASH).last().map_or(end, |(at, _)| at);
        let is_first = !scene.text[..start].ends_with('、');
        let range = match &place {
            Some(place) => place.clone(),
            None if is_first => match first_name(scene, known, start..end) {
                Some(first) => first,
                None => break,
            },
            None => start..end,
        };
        if place.is_none() && !is_name(scene, known, &range) {
            untold += 1;
            let is_strange = is_like_name(scene, known, &range) && !scene.lexicon.knows(scene.slice(&range));
            strange.extend(is_strange.then(|| range.clone()));
        } else {
            told.extend(place.is_none().then(|| range.clone()));
            count_told += 1;
        }
        match scene.text[..range.start].strip_suffix('、') {
            Some(rest) => end = rest.len(),
            None if count == 0 => return None,
            None => break,
        }
    }
    told.extend(strange);
    (count_told > untold).then_some(told)
}

/// The unknown members of a list that ends at byte `end`; `None` if one cannot be a place, or it is no list.
fn members_before(scene: &Scene, known: &[Spot], end: usize) -> Option<Vec<Range<usize>>> {
    let (mut end, mut found) = (end, Vec::new());
    for count in 0..MAX_MEMBERS {
        if let Some(place) = place_before(known, end) {
            end = place.range.start;
        } else {
            let edge = scene.text[..end].char_indices().rev().take(*LENGTHS.end() + 1);
            let edge = edge.into_iter().find(|(_, c)| *c == '、' || MARKS.contains(c));
            let Some((at, '、')) = edge else {
                let first = edge.map_or(0, |(at, mark)| at + mark.len_utf8());
                found.extend((count > 0).then(|| first_name(scene, known, first..end)).flatten());
                return (count > 0).then_some(found);
            };
            let range = at + '、'.len_utf8()..end;
            if !is_name(scene, known, &range) {
                return None;
            }
            end = range.start;
            found.push(range);
        }
        match scene.text[..end].strip_suffix('、') {
            Some(rest) => end = rest.len(),
            None => return (count > 0).then_some(found),
        }
    }
    None
}

fn place_at(known: &[Spot], start: usize) -> Option<&Spot> {
    let next = known.get(known.partition_point(|spot| spot.range.start < start));
    next.filter(|spot| spot.range.start == start && spot.sure)
}

fn place_before(known: &[Spot], end: usize) -> Option<&Spot> {
    let last = known[..known.partition_point(|spot| spot.range.end <= end)].last();
    last.filter(|spot| spot.range.end == end && spot.sure)
}

/// Whether a list of places ends here: 等, a mark, or a verb about its members follows.
fn closes(scene: &Scene, end: usize) -> bool {
    let rest = &scene.text[end..];
    if rest.starts_with('等') {
        return !is_of_others(scene, end + '等'.len_utf8());
    }
    rest.is_empty()
        || rest.starts_with(MARKS)
        || scene.tokens.at(end).is_some_and(|token| {
            token.range.start == end && token.tag.starts_with(['v', 'u', 'd']) && token.tag != "vn"
        })
}

/// Most words between 等 and the noun for the members.
const MAX_WORDS_AFTER: usize = 5;

/// Whether the members of the list are something other than places: 等6个|重点|项目, 等|企业.
fn is_of_others(scene: &Scene, at: usize) -> bool {
    let first = scene.tokens.ended_by(at);
    let words = scene.tokens[first..].iter().take(MAX_WORDS_AFTER);
    let words = words.take_while(|token| !token.tag.starts_with('x') && token.tag != "v");
    words.into_iter().any(|token| scene.lexicon.places.no_list.end(token.word))
}

/// Whether a member has the shape of a name: Chinese characters, at least one word that no dictionary has or
/// that the tagger takes for a name, and no particle, number, verb or kind of place.
fn is_name(scene: &Scene, known: &[Spot], range: &Range<usize>) -> bool {
    let first = scene.tokens.ended_by(range.start);
    let mut tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < range.end);
    is_like_name(scene, known, range) && (is_local(scene, range) || tokens.any(|token| is_told(scene, token)))
}

/// The same, except that no word need be told.
fn is_like_name(scene: &Scene, known: &[Spot], range: &Range<usize>) -> bool {
    let name = scene.slice(range);
    let lexicon = scene.lexicon;
    let next = known.partition_point(|spot| spot.range.end <= range.start);
    let is_free = known.get(next).is_none_or(|spot| spot.range.start >= range.end || !spot.sure);
    let first = scene.tokens.ended_by(range.start);
    let tokens = || scene.tokens[first..].iter().take_while(|token| token.range.start < range.end);
    let opens = tokens().next().is_some_and(|token| token.range.start == range.start);
    let closes = tokens().last().is_some_and(|token| token.range.end == range.end);
    is_free
        && opens
        && closes
        && LENGTHS.contains(&name.chars().count())
        && name.trim_matches(DASH).chars().all(|c| is_han(c) || c == DASH)
        && !lexicon.projects.is_generic(name)
        && !lexicon.places.ordinary.contains(name)
        && !lexicon.bodies.names.contains(name)
        && !lexicon.places.heads.contains(name)
        && tokens().all(|token| !is_no_part(scene, token))
}

/// Whether a word can only be a name: the tagger takes it for one, or no dictionary has it.
fn is_told(scene: &Scene, token: &Token) -> bool {
    let is_unknown = || token.tag.starts_with('n') && !scene.knows(token);
    token.range.len() >= 6 && (matches!(token.tag, "ns" | "nr" | "nrt") || is_unknown())
}

/// Whether a member ends as names of villages and streets do, and is no word: 团结|村, not 农村.
fn is_local(scene: &Scene, range: &Range<usize>) -> bool {
    let name = scene.slice(range);
    let ending = scene.lexicon.name_cues.closing(name, NameCue::LocalEnding);
    ending.is_some_and(|ending| name.len() - ending.len() >= 6) && !scene.lexicon.knows(name)
}

/// Whether a word is no part of a bare name: a particle, a number, a verb, a realm, a kind of place.
fn is_no_part(scene: &Scene, token: &Token) -> bool {
    let word = token.word;
    let lexicon = scene.lexicon;
    matches!(token.tag.as_bytes().first(), Some(b'r' | b'm' | b'u' | b'p' | b'c' | b'd' | b'v'))
        || lexicon.places.ordinary.contains(word)
        || lexicon.bodies.realms.contains(word)
        || lexicon.places.no_list.end(word)
        || word == "村民"
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
            ("建好神农架国家公园、国际低碳岛,改善", &["神农架国家公园"]),
            ("加强侨务、外联、港澳工作", &["港澳"]),
            ("福建省的云溪、海什、长乐,亩产最高", &["福建省", "云溪", "海什", "长乐"]),
        ];
        for (text, expected) in [
            ("做好石岭、丁村等遗迹考古", &["石岭", "丁村"][..]),
            ("推动关墩、乌盖湾等景区升级", &["关墩", "乌盖湾"]),
            ("建设津苑—南站、新梅江、水什、石岭等宜居片区", &["津苑—南站", "新梅江", "水什", "石岭"]),
            ("建设森林、湿地等宜居片区", &[]),
            ("加强森林、湿地等保护区建设", &[]),
            ("启动关墩、莫尔根、扎木图保护区修复", &["关墩", "莫尔根", "扎木图保护区"]),
            ("建设水源、森林、湿地保护区", &[]),
            ("扩大自贸试验区、福建自由贸易港等权限", &["福建自由贸易港"]),
        ] {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
