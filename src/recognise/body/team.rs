//! Recognises teams that a place sends: 古巴|队, 上海|申花|队, 中国|女子|排球|队.

use std::ops::Range;

use crate::lexicon::{NameCue, PlaceClass};
use crate::recognise::place::Spot;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::segment::{Named, Token};

/// Most bytes between the place and the head of the name.
const MAX_CORE_BYTES: usize = 18;

/// Longest sponsor of a club, in characters.
const MAX_SPONSOR_CHARS: usize = 5;

/// Opens the name of a national team, and how many tokens back from the head it is sought.
const STATE: &str = "国家";
const MAX_SPORT_TOKENS: usize = 3;

/// Proposes a head of teams after a place, with words of sports or one name between them.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    known(scene, candidates);
    clubs(scene, candidates);
    for (head, ()) in scene.find(&scene.lexicon.bodies.teams) {
        // The end of a verb is no head: 率|队.
        let ends_verb = |token: &Token| token.range.start < head.start && token.tag.starts_with('v');
        if scene.tokens.at(head.start).is_some_and(ends_verb) {
            continue;
        }
        let spots = scene.spots();
        let before = &spots[..spots.partition_point(|spot| spot.range.end <= head.start)];
        // A county right before a team needs no other evidence: 平利|女足.
        let is_county = |spot: &Spot| {
            spot.class == PlaceClass::County && spot.opens && spot.range.end == head.start && head.len() > 3
        };
        let tells = |spot: &&Spot| spot.sure || spot.class == PlaceClass::Country || is_county(spot);
        // A club's name may also be a county's: 浙江|华龙|队.
        let place = before.iter().rev().take(2).find(tells);
        let sends = |place: &&Spot| {
            let core = place.range.end..head.start;
            core.len() <= MAX_CORE_BYTES && is_team_core(scene, &core)
        };
        let start = place.filter(sends).map(|place| place.range.start);
        // The place above belongs to the name: 上海|豫园|队.
        let above = start.and_then(|start| spots.binary_search_by_key(&start, |spot| spot.range.end).ok());
        let start = above.filter(|at| spots[*at].sure).map_or(start, |at| Some(spots[at].range.start));
        let Some(start) = start.or_else(|| state_before(scene, head.start)) else { continue };
        if closes(scene, head.end) {
            let detail = Detail::Body(BodyKind::Other);
            candidates.push(Candidate::new(start..head.end, "body.team", Evidence::Context, detail));
        }
    }
}

/// Proposes teams that the tagger knows as one word: 广东队.
fn known(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for token in scene.tokens.iter().filter(|token| token.named == Named::Body) {
        let word = token.word;
        let place = word.strip_suffix('队').is_some_and(|place| scene.lexicon.places.is_place(place));
        if place {
            let detail = Detail::Body(BodyKind::Other);
            candidates.push(Candidate::new(token.range.clone(), "body.team", Evidence::Context, detail));
        }
    }
}

/// Widens a club of the dictionary by the city that it plays for (清溪|公牛队) and by 队 after its name (曼联|队).
fn clubs(scene: &Scene, candidates: &mut [Candidate]) {
    let clubs = candidates.iter_mut().filter(|club| club.detail == Detail::Body(BodyKind::Other));
    for club in clubs.filter(|club| club.rule == "body.name") {
        let end = club.range.end;
        if scene.text[end..].starts_with('队') && closes(scene, end + '队'.len_utf8()) {
            club.range.end = end + '队'.len_utf8();
        }
        if scene.text[..club.range.end].ends_with('队') {
            let spots = scene.spots();
            let city = spots.binary_search_by_key(&club.range.start, |spot| spot.range.end);
            club.range.start = city.map_or(club.range.start, |city| spots[city].range.start);
        }
    }
}

/// The byte of the 国家 that opens a national team's name, with only words of sports after it: 国家|男篮, 国家|体操|队.
fn state_before(scene: &Scene, head: usize) -> Option<usize> {
    let last = scene.tokens.ended_by(head);
    let mut words = scene.tokens[..last].iter().rev().take(MAX_SPORT_TOKENS);
    let state = words.find(|token| token.word == STATE)?;
    let is_sport = |word: &str| scene.lexicon.bodies.sports.contains(word);
    let core = &scene.text[state.range.end..head];
    let tells = is_sport(core) || core.is_empty() && scene.text[head..].starts_with(['男', '女']);
    tells.then_some(state.range.start)
}

/// Whether the head ends here; 队|员 and 队|伍 are other words.
fn closes(scene: &Scene, end: usize) -> bool {
    scene.lexicon.name_cues.opening(&scene.text[end..], NameCue::NoTeam).is_none()
}

/// Whether the core is empty, words of sports, or one name of two characters.
fn is_team_core(scene: &Scene, core: &Range<usize>) -> bool {
    let sports = &scene.lexicon.bodies.sports;
    let mut rest = scene.slice(core);
    while !rest.is_empty() {
        let longest = rest.char_indices().map(|(at, character)| at + character.len_utf8()).take(4);
        match longest.filter(|length| sports.contains(&rest[..*length])).max() {
            Some(length) => rest = &rest[length..],
            None => break,
        }
    }
    let named = || {
        let token = scene.tokens.at(core.start);
        let known = token.is_some_and(|token| {
            token.range.start == core.start
                && scene.knows(token)
                && !matches!(token.tag, "nr" | "nz" | "ns" | "nt")
        });
        !known && rest.chars().count() == 2 && rest.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
    };
    rest.is_empty() || rest.len() == core.len() && (named() || is_sponsored(scene, core))
}

/// Whether the core is the nouns of a sponsor, before a head that says which sport: 徐州|青石|卓越|女足.
fn is_sponsored(scene: &Scene, core: &Range<usize>) -> bool {
    let sport = scene.tokens.at(core.end);
    let is_sport = sport.is_some_and(|token| scene.lexicon.bodies.clubs.end(token.word));
    let from = scene.tokens.ended_by(core.start);
    let mut words = scene.tokens[from..].iter().take_while(|token| token.range.start < core.end);
    is_sport
        && scene.slice(core).chars().count() <= MAX_SPONSOR_CHARS
        && words.all(|token| {
            let is_name = token.tag.starts_with('n') || token.tag == "x" || !scene.knows(token);
            is_name && !scene.lexicon.bodies.generic.contains(token.word)
        })
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_place_sends_a_team() {
        let cases: &[(&str, &[&str])] = &[
            ("韩国队战胜泰国队", &["韩国队", "泰国队"]),
            ("巴西女子足球队抵达", &["巴西女子足球队"]),
            ("天津泰达队主场作战", &["天津泰达队"]),
            ("古巴女排夺冠", &["古巴女排"]),
            ("广东华龙队获胜,上海豫园队失利", &["广东华龙队", "上海豫园队"]),
            ("国家男篮集训,国家体操队夺冠", &["国家男篮", "国家体操队"]),
            ("芝加哥公牛队主场获胜", &["芝加哥公牛队"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn other_troops_are_none() {
        for text in [
            "湖南干部队伍建设",
            "派往非洲的医疗队",
            "上海工作队进村",
            "浙江运动员队列整齐",
            "国家医疗队",
            "国家救援队",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
