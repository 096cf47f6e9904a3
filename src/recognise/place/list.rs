//! Recognises places by their list: 甲、乙两县, 甲、乙县, 甲路、乙路, 从甲到乙.

use std::ops::Range;

use super::trust::same_province;
use super::{Spot, water};
use crate::lexicon::{NameCue, PlaceClass, Trigger, is_han};
use crate::numeral::parse_numeral;
use crate::recognise::Scene;

/// Longest member of a list, in characters: 三穗, 景东彝族自治.
const MAX_MEMBER_CHARS: usize = 8;
/// Most members of a counted list.
const MAX_MEMBERS: usize = 20;
/// The words and marks between two members.
const SEPARATORS: [&str; 5] = ["、", "以及", "和", "与", "及"];
/// The ending that the sites of a list share.
const SITE: &str = "遗址";
/// The longest name of a site, in characters.
const MAX_SITE_CHARS: usize = 4;
/// Finds the members of counted lists and of lists that share a suffix.
pub(super) fn members(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let mut found = counted(scene);
    for spot in named.iter().filter(|spot| spot.class == PlaceClass::Division && spot.sure) {
        share_suffix(scene, spot, &mut found);
    }
    found
}

/// Finds the members of lists that end in their count: 和平、河西、南开三区; 石桥、柳林两个村.
fn counted(scene: &Scene) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut signs = scene.wake(Trigger::Count).peekable();
    while let Some(Range { start: at, end: mut digits }) = signs.next() {
        while let Some(next) = signs.next_if(|next| next.start == digits) {
            digits = next.end;
        }
        let after = scene.text[digits..].trim_start_matches('个');
        let cues = &scene.lexicon.name_cues;
        let known = cues.opening(after, NameCue::KnownLevel);
        let level = known.or_else(|| cues.opening(after, NameCue::LocalLevel));
        // Most numbers count something else, which is cheaper to test than their value.
        let Some(level) = level else { continue };
        let Some(count) = count(&scene.text[at..digits]) else { continue };
        found.extend(counted_before(scene, at, count, level).unwrap_or_default());
    }
    found
}

fn count(digits: &str) -> Option<usize> {
    let count = usize::try_from(parse_numeral(digits)?.value).ok()?;
    (2..=MAX_MEMBERS).contains(&count).then_some(count)
}

/// As many members as were counted, right before byte `end`, if each fits the level.
fn counted_before(scene: &Scene, end: usize, count: usize, level: &str) -> Option<Vec<Spot>> {
    let mut members = Vec::new();
    let mut end = end;
    for index in (0..count).rev() {
        let range = if index == 0 { first_member(scene, end, level)? } else { member(scene, end)? };
        members.push(fit(scene, range.clone(), level)?);
        end = range.start;
        if index > 0 {
            let separator = SEPARATORS.iter().find(|separator| scene.text[..end].ends_with(**separator))?;
            end -= separator.len();
        }
    }
    Some(members)
}

/// The characters from the separator before to byte `end`.
fn member(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    for (at, character) in scene.text[..end].char_indices().rev().take(MAX_MEMBER_CHARS) {
        if SEPARATORS.iter().any(|separator| scene.text[..start].ends_with(separator)) && start < end {
            return Some(start..end);
        }
        if !is_han(character) {
            break;
        }
        start = at;
    }
    (start < end && SEPARATORS.iter().any(|separator| scene.text[..start].ends_with(separator)))
        .then_some(start..end)
}

/// The first member: the longest that starts with a token and fits the level.
fn first_member(scene: &Scene, end: usize, level: &str) -> Option<Range<usize>> {
    let starts = scene.text[..end].char_indices().rev().take(MAX_MEMBER_CHARS);
    let starts: Vec<usize> = starts.take_while(|(_, c)| is_han(*c)).map(|(at, _)| at).collect();
    let fits = |start: &usize| opens_token(scene, *start) && fit(scene, *start..end, level).is_some();
    starts.into_iter().rev().find(fits).map(|start| start..end)
}

fn opens_token(scene: &Scene, at: usize) -> bool {
    scene.tokens.at(at).is_some_and(|token| token.range.start == at)
}

/// The spot for a member of this level, if it can be one.
fn fit(scene: &Scene, range: Range<usize>, level: &str) -> Option<Spot> {
    let name = scene.slice(&range);
    let places = &scene.lexicon.places;
    let short = places.names.get(name).filter(|name| !name.codes.is_empty());
    let full = places.division(&format!("{name}{level}"));
    let codes = full.map(|division| division.codes).or(short.map(|short| short.codes));
    let codes = codes.or_else(|| places.division(name).map(|division| division.codes));
    let signs = || if level == "省" || level == "地" { places.signs.get(name).copied() } else { None };
    let class = short.map_or(PlaceClass::Division, |short| short.class);
    match codes.or_else(signs) {
        Some(codes) => Some(Spot { range, class, codes, sure: true, opens: true }),
        None if scene.lexicon.name_cues.is(level, NameCue::LocalLevel) && is_local_name(scene, &range) => {
            Some(Spot { range, class: PlaceClass::Spot, codes: "", sure: true, opens: true })
        }
        None => None,
    }
}

/// Whether a stretch of two to four characters may name a village: it holds no pronoun, number or particle.
fn is_local_name(scene: &Scene, range: &Range<usize>) -> bool {
    let characters = scene.slice(range).chars().count();
    let from = scene.tokens.ended_by(range.start);
    let mut tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < range.end);
    let is_word = |tag: &str| {
        !matches!(tag.as_bytes().first(), Some(b'r' | b'm' | b'q' | b'u' | b'p' | b'c' | b'x' | b'd'))
    };
    (2..=4).contains(&characters)
        && !scene.lexicon.projects.is_generic(scene.slice(range))
        && !scene.lexicon.places.ordinary.contains(scene.slice(range))
        && tokens.all(|token| is_word(token.tag))
}

/// Finds members before a full name that lack its suffix: 大名、魏县.
fn share_suffix(scene: &Scene, last: &Spot, found: &mut Vec<Spot>) {
    let Some((at, _)) = scene.slice(&last.range).char_indices().next_back() else { return };
    let suffix = &scene.text[last.range.start + at..last.range.end];
    let mut start = last.range.start;
    for _ in 0..MAX_MEMBERS {
        let before = &scene.text[..start];
        let Some(separator) = SEPARATORS.iter().find(|separator| before.ends_with(**separator)) else {
            return;
        };
        let end = start - separator.len();
        let starts = scene.text[..end].char_indices().rev().take(MAX_MEMBER_CHARS);
        let starts: Vec<usize> = starts.take_while(|(_, c)| is_han(*c)).map(|(at, _)| at).collect();
        let fits = |start: &usize| {
            let name = &scene.text[*start..end];
            let full = scene.lexicon.places.division(&format!("{name}{suffix}"))?;
            let is_near = same_province(full.codes, last.codes);
            (is_near && name.chars().nth(1).is_some() && opens_token(scene, *start))
                .then_some((*start, full.codes))
        };
        let Some((first, codes)) = starts.iter().rev().find_map(fits) else { return };
        found.push(Spot { range: first..end, class: PlaceClass::Division, codes, sure: true, opens: true });
        start = first;
    }
}

/// Finds the neighbours of a local name that end as it does: 衡山路、复兴西路; 大田垌、上闫垌.
pub(super) fn local_neighbours(scene: &Scene, spots: &[Spot]) -> Vec<Spot> {
    let mut found = Vec::new();
    if scene.wakes(Trigger::Water) {
        water::lists(scene, &mut found);
        water::clipped(scene, &mut found);
    }
    for spot in spots.iter().filter(|spot| spot.sure) {
        sites_before(scene, spot, &mut found);
        water::beside(scene, spots, spot, &mut found);
        water::before_division(scene, spot, &mut found);
        water::after_place(scene, spots, spot, &mut found);
        let ending = scene.lexicon.name_cues.closing(scene.slice(&spot.range), NameCue::LocalEnding);
        let Some(ending) = ending else { continue };
        let mut start = spot.range.start;
        while let Some(previous) = previous_with(scene, start, ending) {
            start = previous.start;
            found.push(Spot { range: previous, class: PlaceClass::Spot, codes: "", sure: true, opens: true });
        }
        let mut end = spot.range.end;
        while let Some(next) = next_with(scene, end, ending) {
            end = next.end;
            found.push(Spot { range: next, class: PlaceClass::Spot, codes: "", sure: true, opens: true });
        }
    }
    found
}

/// Finds names that share 遗址 with the last one: 石岭、东坪遗址. The first must open its clause, so that it is whole.
fn sites_before(scene: &Scene, last: &Spot, found: &mut Vec<Spot>) {
    if !scene.slice(&last.range).ends_with(SITE) {
        return;
    }
    let mut start = last.range.start;
    for _ in 0..MAX_MEMBERS {
        let Some(end) = scene.text[..start].strip_suffix('、').map(str::len) else { return };
        let name = scene.text[..end].char_indices().rev().take(MAX_SITE_CHARS + 1);
        let Some((first, _)) = name.take_while(|(_, c)| is_han(*c)).last() else { return };
        let opens =
            matches!(scene.text[..first].chars().next_back(), None | Some('、' | ',' | '。' | ';' | ':'));
        if !opens || !is_local_name(scene, &(first..end)) || opens_with_verb(scene, first) {
            return;
        }
        found.push(Spot { range: first..end, class: PlaceClass::Spot, codes: "", sure: true, opens: true });
        start = first;
    }
}

/// Whether a known word that is no noun starts here: 深化|石岭.
pub(super) fn opens_with_verb(scene: &Scene, at: usize) -> bool {
    scene.tokens.at(at).is_some_and(|token| !token.tag.starts_with(['n', 'g']) && scene.knows(token))
}

/// The member after the separator at byte `at`, if it has this ending and the list or the clause goes on
/// after it.
fn next_with(scene: &Scene, at: usize, ending: &str) -> Option<Range<usize>> {
    let separator = SEPARATORS.iter().find(|separator| scene.text[at..].starts_with(**separator))?;
    let start = at + separator.len();
    let rest = &scene.text[start..];
    let limit = rest.char_indices().nth(MAX_MEMBER_CHARS).map_or(rest.len(), |(at, _)| at);
    let (length, _) = rest[..limit].match_indices(ending).find(|(at, _)| *at > 0)?;
    let name = start..start + length;
    let end = name.end + ending.len();
    // The segmenter joins the ending with the next characters: 村民|房, 村要.
    let closes = scene.tokens.at(end - 1).is_some_and(|token| {
        let joined = token.range.start + ending.len() == end && (!scene.knows(token) || token.word == "村民");
        token.range.end == end || joined
    });
    (closes && rest[..length].chars().all(is_han) && is_local_name(scene, &name)).then_some(start..end)
}

/// The member before the separator that ends at byte `at`, if it has this ending and opens a list or a
/// clause.
fn previous_with(scene: &Scene, at: usize, ending: &str) -> Option<Range<usize>> {
    let before = &scene.text[..at];
    let end = SEPARATORS.iter().find_map(|separator| before.strip_suffix(separator))?.len();
    let name = scene.text[..end].strip_suffix(ending)?;
    let run = name.char_indices().rev().take(MAX_MEMBER_CHARS).take_while(|(_, c)| is_han(*c));
    let (start, _) = run.last()?;
    let opens = scene.text[..start].chars().next_back().is_none_or(|c| "、,。;:(".contains(c));
    (opens && is_local_name(scene, &(start..name.len())) && !opens_with_verb(scene, start))
        .then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn members_of_a_counted_list_are_places() {
        let cases: &[(&str, &[&str])] = &[
            ("鼓楼、玄武、栖霞三区率先完成", &["鼓楼", "玄武", "栖霞"]),
            ("在和平和南开两区开工", &["和平", "南开"]),
            ("把石桥、双庙、柳林三个村的土地流转", &["石桥", "双庙", "柳林"]),
            ("大连、营口两市", &["大连", "营口"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
        for text in ["和平、发展两大主题", "创新、开放三个方面", "老人、儿童两村民", "教育、医疗两区"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn members_may_share_the_suffix_of_the_last() {
        assert_eq!(standing(recognise, "大名、魏县、临漳县受旱"), ["大名", "魏县", "临漳县"]);
        assert_eq!(standing(recognise, "和平、南开区"), ["和平", "南开区"]);
        assert_eq!(standing(recognise, "促进和平、南开区受益").first().map(String::as_str), Some("和平"));
        assert_eq!(standing(recognise, "加强文化、南开区率先"), ["南开区"]);
    }

    #[test]
    fn local_names_vouch_for_neighbours_that_end_alike() {
        assert_eq!(standing(recognise, "衡山路、复兴西路和桃江路"), ["衡山路", "复兴西路", "桃江路"]);
        assert_eq!(standing(recognise, "治理长安街、背街小巷"), ["长安街"]);
        assert_eq!(standing(recognise, "坳顶村、石岭村、牛角湾村要排查"), ["坳顶村", "石岭村", "牛角湾村"]);
        assert_eq!(standing(recognise, "石岭子、东坪遗址列入名录"), ["石岭子", "东坪遗址"]);
        assert_eq!(standing(recognise, "保护文物、东坪遗址"), ["东坪遗址"]);
        assert_eq!(standing(recognise, "深化石岭、东坪遗址保护"), ["东坪遗址"]);
    }

    #[test]
    fn the_ends_of_a_way_and_compatriots_vouch_for_each_other() {
        assert_eq!(standing(recognise, "从霍尔果斯到凭祥"), ["霍尔果斯", "凭祥"]);
        assert_eq!(standing(recognise, "枣阳、汉川、天门等地"), ["枣阳", "汉川", "天门"]);
        assert_eq!(standing(recognise, "一条通往正定的路"), ["正定"]);
    }
}
