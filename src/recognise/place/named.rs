//! Finds in a sentence the places that a dictionary names.

use std::ops::Range;

use smallvec::SmallVec;

use super::backed::{has_park, is_backed, is_helped, is_shaken};
use super::{child, event, strait, trust};
use crate::lexicon::{NameCue, PlaceClass, PlaceName, Title, Trigger};
use crate::recognise::Scene;
use crate::segment::{Named, Token};

/// A place name in the sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    pub(crate) range: Range<usize>,
    pub(crate) class: PlaceClass,
    /// The codes that it may have, separated by commas.
    pub(crate) codes: &'static str,
    /// Whether the name alone is evidence enough.
    pub(crate) sure: bool,
    /// Whether a longer name may open with it.
    pub(crate) opens: bool,
}

/// Longest full name of a division, in characters.
const MAX_DIVISION_CHARS: usize = 15;

/// The place names of a sentence, in order, disjoint; of those that overlap, the longest. The refused words
/// are among them, neither sure nor opening a longer name.
pub(super) fn spots(scene: &Scene) -> Vec<Spot> {
    let found: Vec<Spot> = short_names(scene).chain(divisions(scene)).chain(known_features(scene)).collect();
    let mut spots = longest(found);
    trust::judge(scene, &mut spots);
    spots
}

/// The spots in order, the longest of those that overlap; of two as long, the sure one.
pub(super) fn longest(mut found: Vec<Spot>) -> Vec<Spot> {
    found.sort_by_key(|spot| (spot.range.start, std::cmp::Reverse(spot.range.end)));
    let mut spots: Vec<Spot> = Vec::with_capacity(found.len());
    for spot in found {
        match spots.last_mut() {
            Some(last) if last.range.end > spot.range.start => {
                let more = (spot.range.len(), spot.sure) > (last.range.len(), last.sure);
                if more && last.class != PlaceClass::Refused {
                    *last = spot;
                }
            }
            _ => spots.push(spot),
        }
    }
    spots
}

/// Finds short names, countries, regions and rivers: words of the vocabulary on token edges.
fn short_names<'s>(scene: &'s Scene) -> impl Iterator<Item = Spot> + 's {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some((range, name)) = scene.next(&scene.lexicon.places.names, from) {
            let start = range.start;
            from = range.end;
            match short_name(scene, range, name) {
                Some(spot) => {
                    // A doubtful place may hide one that starts inside it: 新|宁夏.
                    if !spot.sure && spot.class != PlaceClass::Refused {
                        from = start + scene.text[start..].chars().next().map_or(1, char::len_utf8);
                    }
                    return Some(spot);
                }
                // A name across two words may hide one that starts inside it: 扎根|河北.
                None => from = start + scene.text[start..].chars().next().map_or(1, char::len_utf8),
            }
        }
        None
    })
}

/// The spot for a name of the vocabulary, if it stands on token edges.
fn short_name(scene: &Scene, range: Range<usize>, name: &PlaceName) -> Option<Spot> {
    let first = scene.tokens.at(range.start)?;
    let last = scene.tokens.at(range.end - 1)?;
    let closes = last.range.end == range.end;
    let opens = first.range.start == range.start
        || closes && ends_guess(scene, &first.range, name)
        || follows_realm(scene, &first.range, range.start)
        || child::follows_parent(scene, &range, name.codes)
        || !name.common && follows_particle(scene, first, range.start)
        || closes
            && (follows_place(scene, &first.range, range.start)
                || follows_rank(scene, first, range.start)
                || strait::follows_homeland(scene, name.word, range.start));
    let long = range.len() > 6;
    if name.class == PlaceClass::Refused {
        return Some(Spot { range, class: name.class, codes: "", sure: false, opens: false });
    }
    if !(opens || long) || strait::is_elsewhere(scene, name.word, &range) {
        return None;
    }
    // A ship is no place: 清溪|舰.
    if event::is_ship(&scene.text[range.end..]) {
        return Some(Spot { range, class: PlaceClass::Refused, codes: "", sure: false, opens: false });
    }
    // A fish is no place: 滇池|金线鲃.
    if let Some((species, ())) = scene.lexicon.places.species.longest_at(scene.text, range.end) {
        let range = range.start..species.end;
        return Some(Spot { range, class: PlaceClass::Refused, codes: "", sure: false, opens: false });
    }
    let sure = match name.class {
        // An ordinary word, too, may be the county that is backed or has a park: 支持|云梦|创建…, ,富平|园区.
        _ if name.common => {
            let is_told = is_helped(scene, &range) || has_park(scene, &range);
            name.class == PlaceClass::County && opens && closes && is_told
        }
        // It suffices that the tagger takes the two characters of a county for a place.
        PlaceClass::County => {
            let told = first.tag.starts_with("ns")
                || scene.lexicon.places.telling.contains(name.word)
                || follows_mover(scene, range.start)
                || is_backed(scene, &range);
            opens && closes && (long || told || is_shaken(scene, range.end))
        }
        _ if closes || long => opens,
        // The tagger may cut elsewhere (滇|中稀), or glue on what follows (台湾|同胞, 巴渝|和美); but 苏|东西部 and 年中|国家
        // cut a word.
        _ if last.range.start > range.start => opens && !cuts_word(scene, range.end, last),
        _ => opens && is_glued(scene, &range, &last.range),
    };
    // The suffix opens a title: 台北|市长.
    let suffix = name.word.char_indices().next_back().map_or(0, |(at, _)| at);
    if suffix > 3
        && matches!(&name.word[suffix..], "市" | "县" | "州")
        && opens_title(scene, range.start + suffix)
    {
        let range = range.start..range.start + suffix;
        return Some(Spot { range, class: name.class, codes: name.codes, sure, opens: sure || !name.common });
    }
    if opens && let Some(spot) = extended(scene, &range, name, sure) {
        return Some(spot);
    }
    Some(Spot { range, class: name.class, codes: name.codes, sure, opens: sure || !name.common })
}

/// The place that a name makes with the word after it: 匈牙利|人民共和国, 横断山|区, 多伦|湖, 秀山|县.
fn extended(scene: &Scene, range: &Range<usize>, name: &PlaceName, sure: bool) -> Option<Spot> {
    if name.class == PlaceClass::Country {
        let range = range.start..range.end + state(scene, &scene.text[range.end..]);
        return Some(Spot { range, class: name.class, codes: name.codes, sure, opens: sure });
    }
    if name.class == PlaceClass::Nature
        && let Some(end) = highland_end(scene, range.end)
    {
        let range = range.start..end;
        return Some(Spot { range, class: PlaceClass::Region, codes: "", sure, opens: sure });
    }
    if matches!(name.class, PlaceClass::City | PlaceClass::County)
        && let Some(end) = lake_end(scene, range.end)
    {
        let range = range.start..end;
        return Some(Spot { range, class: PlaceClass::Nature, codes: "", sure: true, opens: true });
    }
    let end = division_end(scene, range, name.class);
    let keeps = matches!(name.class, PlaceClass::County | PlaceClass::Province);
    let codes = if keeps { name.codes } else { "" };
    let spot = Spot { range: range.start..end, class: PlaceClass::Division, codes, sure: true, opens: true };
    (end > range.end).then_some(spot)
}

/// Length in bytes of the form of state after a country's name: 匈牙利|人民共和国.
fn state(scene: &Scene, rest: &str) -> usize {
    let mut end = 0;
    while let Some(form) = scene.lexicon.name_cues.opening(&rest[end..], NameCue::StateForm) {
        end += form.len();
    }
    let kind =
        ["共和国", "王国", "酋长国", "公国", "合众国"].iter().find(|kind| rest[end..].starts_with(**kind));
    kind.map_or(0, |kind| end + kind.len())
}

/// The byte past the region named after a mountain: 横断山|区.
fn highland_end(scene: &Scene, name: usize) -> Option<usize> {
    let end = name + '区'.len_utf8();
    let is_region = scene.text[..name].ends_with('山') && scene.text[name..].starts_with('区');
    let token = scene.tokens.at(name).filter(|_| is_region)?;
    (token.range.end == end).then_some(end)
}

/// The byte past the lake named by the word before it: 多伦|湖.
fn lake_end(scene: &Scene, name: usize) -> Option<usize> {
    let end = name + '湖'.len_utf8();
    let is_lake = scene.text[name..].starts_with('湖');
    let token = scene.tokens.at(name).filter(|_| is_lake)?;
    // The tagger makes a word of 湖等.
    let rest = scene.slice(&(end..token.range.end.max(end)));
    (token.range.start == name && matches!(rest, "" | "等")).then_some(end)
}

/// The byte past the division that this short name makes with 县: 无锡|县 in earlier years, 秀山|县 for the
/// autonomous one. 县长, 县城 and 县域 are other words.
fn division_end(scene: &Scene, name: &Range<usize>, class: PlaceClass) -> usize {
    // A region may be named without its people: 宁夏|自治区.
    let region = "自治区";
    if class == PlaceClass::Province && scene.text[name.end..].starts_with(region) {
        return name.end + region.len();
    }
    if !matches!(class, PlaceClass::City | PlaceClass::County) {
        return name.end;
    }
    match scene.text[name.end..].strip_prefix('县') {
        Some(rest) if scene.lexicon.name_cues.opening(rest, NameCue::NoCounty).is_none() => {
            name.end + '县'.len_utf8()
        }
        _ => name.end,
    }
}

/// Whether a word of coming, going or staying stands right before: 通往|正定.
fn follows_mover(scene: &Scene, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    before.is_some_and(|token| scene.lexicon.places.movers.contains(token.word))
}

/// Whether the part of the token before the place is the realm of its organ: 中共|北京|市委.
fn follows_realm(scene: &Scene, token: &Range<usize>, place: usize) -> bool {
    token.start < place && scene.lexicon.bodies.realms.contains(scene.slice(&(token.start..place)))
}

/// Whether the part of the token before the place is another place: 上海|浦东.
fn follows_place(scene: &Scene, token: &Range<usize>, place: usize) -> bool {
    token.start < place && scene.lexicon.places.is_place(scene.slice(&(token.start..place)))
}

/// Whether the part of the token before the place is a particle: 同|亚非.
fn follows_particle(scene: &Scene, token: &Token, place: usize) -> bool {
    let before = scene.slice(&(token.range.start.min(place)..place));
    // The tagger has some such tokens as places in its dictionary: 同亚.
    let is_glued = || token.tag == "ns" || !scene.knows(token);
    !before.is_empty() && scene.lexicon.name_cues.is(before, NameCue::BeforePlace) && is_glued()
}

/// Whether the part of the token before the place tells its rank: 首都|北京.
fn follows_rank(scene: &Scene, token: &Token, place: usize) -> bool {
    let rank = scene.slice(&(token.range.start.min(place)..place));
    token.tag == "ns" && rank.chars().nth(1).is_some() && scene.lexicon.name_cues.is(rank, NameCue::PlaceRank)
}

/// Finds rivers, mountains and streets that the tagger knows as places: its word ends as such names do and is
/// longer than an ordinary word (大河, 深海).
fn known_features<'s>(scene: &'s Scene) -> impl Iterator<Item = Spot> + 's {
    let endings = &scene.lexicon.places.endings;
    let ends = |word: &str| {
        let edges = word.char_indices().rev().map(|(at, _)| at).take(2);
        word.chars().count() > 2 && edges.into_iter().any(|at| endings.contains(&word[at..]))
    };
    let places = scene.tokens.iter().filter(|token| token.named == Named::Place);
    let features = places.filter(move |token| {
        let word = token.word;
        let joined = word.strip_prefix(['和', '与', '及', '同']);
        let is_joined = joined.is_some_and(|place| scene.lexicon.places.is_place(place));
        ends(word) && !is_joined && scene.lexicon.knows(word)
    });
    features.map(|token| Spot {
        range: token.range.clone(),
        class: PlaceClass::Nature,
        codes: "",
        sure: true,
        opens: true,
    })
}

/// Whether a name, neither common nor a county's, ends a token that is only the tagger's guess: 强雄安.
fn ends_guess(scene: &Scene, token: &Range<usize>, name: &PlaceName) -> bool {
    !name.common && name.class != PlaceClass::County && !scene.lexicon.knows(scene.slice(token))
}

/// Whether a name ends inside a word of directions, or inside a known word before its last character.
fn cuts_word(scene: &Scene, end: usize, word: &Token) -> bool {
    let rest = scene.slice(&(end.min(word.range.end)..word.range.end));
    scene.knows(word) && (word.tag == "f" || rest.chars().count() == 1)
}

/// Whether a token is a place with a word of its own after it (台湾|同胞) or its people (山东|人), or is no known
/// word; 东北虎 is another name.
fn is_glued(scene: &Scene, place: &Range<usize>, token: &Range<usize>) -> bool {
    let rest = scene.slice(&(place.end..token.end));
    rest == "人"
        || !scene.lexicon.knows(scene.slice(token))
        || rest.chars().nth(1).is_some() && scene.lexicon.knows(rest)
}

/// Finds divisions by their full names, which are looked up where a suffix stands.
fn divisions<'s>(scene: &'s Scene) -> impl Iterator<Item = Spot> + 's {
    let suffixes = scene.wake(Trigger::Division);
    suffixes.filter_map(|suffix| division_ending_at(scene, suffix.start, suffix.end))
}

/// The longest division that ends here and starts with a token.
fn division_ending_at(scene: &Scene, suffix: usize, end: usize) -> Option<Spot> {
    let is_glued = opens_longer_word(scene, suffix, end) && !opens_title(scene, suffix);
    let place_end = if opens_title(scene, suffix) { suffix } else { end };
    let before = scene.text[..suffix].char_indices().rev();
    let starts: SmallVec<[usize; MAX_DIVISION_CHARS]> = before
        .take(MAX_DIVISION_CHARS)
        .take_while(|(_, character)| matches!(character, '\u{4E00}'..='\u{9FFF}'))
        .map(|(start, _)| start)
        .collect();
    starts.into_iter().rev().find_map(|start| {
        let division = scene.lexicon.places.division(&scene.text[start..end])?;
        if is_glued && !child::opens_at(scene, end, division.codes) {
            return None;
        }
        // Right after another division, no token need start there: 太康县|马厂镇.
        let opens = scene
            .tokens
            .at(start)
            .is_some_and(|token| token.range.start == start || follows_realm(scene, &token.range, start))
            || scene.lexicon.name_cues.closing(&scene.text[..start], NameCue::Rank).is_some();
        let long = end - start > 9;
        // 城镇 is no name: 向|城镇转移, 占|城镇.
        let is_towns =
            scene.text[start..end].ends_with("城镇") && scene.tokens.starting(end - "城镇".len()).is_some();
        (!is_towns && (opens || long)).then_some(Spot {
            range: start..place_end,
            class: PlaceClass::Division,
            codes: division.codes,
            sure: !division.common && (opens || long),
            opens: true,
        })
    })
}

/// Whether the suffix opens a longer word (郑州市场, 郑州市长) that names no organ of the division (河南省委).
fn opens_longer_word(scene: &Scene, suffix: usize, end: usize) -> bool {
    let Some(token) = scene.tokens.at(suffix) else { return false };
    let word = token.word;
    // The tagger glues together what it does not know: 林芝|市嘎拉村.
    let is_word = scene.lexicon.knows(word)
        || word.char_indices().nth(2).is_some_and(|(at, _)| scene.lexicon.knows(&word[..at]));
    token.range.start == suffix && token.range.end > end && is_word && !names_organ(scene, word)
}

/// Whether the suffix opens the title of the region's head: 肥西|县长; but 肥西县|长期.
fn opens_title(scene: &Scene, suffix: usize) -> bool {
    let title = scene.title_at(suffix);
    title.is_some_and(|(title, kind)| {
        let last = scene.tokens.at(title.end - 1);
        kind == Title::Region && last.is_some_and(|token| token.range.end == title.end)
    })
}

/// Whether a word is an organ, or an organ with a title: 区委, 区委|书记.
fn names_organ(scene: &Scene, word: &str) -> bool {
    let organ = scene.lexicon.bodies.names.longest_at(word, 0);
    organ.is_some_and(|(organ, kind)| {
        let title = &word[organ.end..];
        kind.is_some() && (title.is_empty() || scene.lexicon.posts.get(title).is_some())
    })
}
