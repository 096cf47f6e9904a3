//! Places that the document has named: their bare names later, and which of several namesakes is meant.
//!
//! Runs before the relations that refer to candidates by index: it adds candidates.

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use super::Thread;
use crate::lexicon::{PlaceClass, certain_code, is_han, lies_in};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::resolve::is_free;

/// How many sentences at the start of a document tell which division it is of.
const OPENING_SENTENCES: usize = 3;
/// Most bare names kept of a document.
const MAX_NAMES: usize = 256;
/// Most places before a name in its sentence that may be the one it lies in.
const MAX_PLACES_BACK: usize = 3;
/// Most records before a name that are searched for them.
const MAX_RECORDS_BACK: usize = 40;

/// Longest part of a list between two of its places, in characters.
const MAX_STEP_CHARS: usize = 20;
/// Openings of the codes of lands whose counties have no known code: 台湾, 香港, 澳门.
const BEYOND: [&str; 3] = ["71", "81", "82"];

/// What a document has said of places.
#[derive(Debug, Default)]
pub(crate) struct Gazetteer {
    /// The code of the division that its first sentences name first.
    home: Option<String>,
    sentences: usize,
    /// Bare names of the divisions and zones that it has named in full, with the code where it is known.
    bare: HashMap<&'static str, Option<String>>,
}

/// Tells namesakes apart, adds the bare names that stand again, and remembers what this sentence names.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    let gazetteer = &mut thread.gazetteer;
    if !gazetteer.bare.is_empty() {
        add_bare_names(scene, gazetteer, candidates);
    }
    tell_apart(scene, gazetteer, candidates);
    rule_out(scene, candidates);
    if gazetteer.sentences < OPENING_SENTENCES {
        gazetteer.sentences += 1;
        let home = || candidates.iter().find_map(|candidate| home_code(scene, candidate));
        gazetteer.home = gazetteer.home.take().or_else(|| home().map(str::to_owned));
    }
    remember(scene, gazetteer, candidates);
}

fn code(candidate: &Candidate) -> Option<&str> {
    match &candidate.detail {
        Detail::Place { code } => code.as_deref(),
        _ => None,
    }
}

/// The code of a place, or of the place that a body's name opens with: 南昌|市政府.
fn home_code<'c>(scene: &Scene<'c>, candidate: &'c Candidate) -> Option<&'c str> {
    match candidate.detail {
        Detail::Body(_) => {
            let (_, name) = scene.lexicon.places.names.longest_at(scene.text, candidate.range.start)?;
            certain_code(name.codes)
        }
        _ => code(candidate),
    }
}

/// Gives a name that several divisions share the code of the only one that lies in a place named
/// shortly before it in the sentence, else in the document's own division.
fn tell_apart(scene: &Scene, gazetteer: &Gazetteer, candidates: &mut [Candidate]) {
    for index in 0..candidates.len() {
        if !matches!(candidates[index].detail, Detail::Place { code: None }) {
            continue;
        }
        let codes = scene.lexicon.places.codes(scene.slice(&candidates[index].range));
        if codes.is_empty() {
            continue;
        }
        let near = candidates[..index].iter().rev().take(MAX_RECORDS_BACK);
        let parents = near.filter_map(code).take(MAX_PLACES_BACK);
        let found = parents.chain(gazetteer.home.as_deref()).find_map(|parent| only_within(codes, parent));
        candidates[index].detail = Detail::Place { code: found.map(str::to_owned) };
    }
}

/// How a place is related to the lands whose counties have no known code.
#[derive(Clone, Copy, PartialEq)]
enum Beyond {
    No,
    /// One of them, or a city there.
    Land,
    /// A place that is named as lying in one.
    Inside,
}

/// Takes the code from a county that is named right after a city or land whose counties have no known code,
/// and from those that follow it in a list: 台北市|中山区、|大安区 do not lie on the mainland. A place listed with the
/// land itself keeps its code: 台湾、|金门.
fn rule_out(scene: &Scene, candidates: &mut [Candidate]) {
    let mut last = (0, Beyond::No);
    for candidate in candidates {
        let range = candidate.range.clone();
        let Detail::Place { code } = &mut candidate.detail else { continue };
        let lies_beyond = match (last, scene.text.get(last.0..range.start)) {
            ((_, Beyond::No), _) | (_, None) => false,
            (_, Some("")) => true,
            ((_, beyond), Some(between)) => beyond == Beyond::Inside && is_list_step(between),
        };
        // A province or a prefecture is no district of a city.
        if lies_beyond && code.as_ref().is_none_or(|code| !code.ends_with("00")) {
            *code = None;
        }
        let is_land = match code {
            Some(code) => BEYOND.iter().any(|land| code.starts_with(land)),
            None => !lies_beyond && is_uncoded_city(scene, &range),
        };
        let inside = if lies_beyond && code.is_none() { Beyond::Inside } else { Beyond::No };
        last = (range.end, if is_land { Beyond::Land } else { inside });
    }
}

/// Whether the place here is a city without a code under any name.
fn is_uncoded_city(scene: &Scene, range: &Range<usize>) -> bool {
    scene.slice(range).ends_with('市') && scene.lexicon.places.codes(scene.slice(range)).is_empty()
}

/// Whether only other members of a list stand between two places.
fn is_list_step(between: &str) -> bool {
    let is_step = between.starts_with('、') && between.ends_with('、');
    let is_short = || between.chars().nth(MAX_STEP_CHARS).is_none();
    is_step && is_short() && between.chars().all(|c| c == '、' || is_han(c))
}

/// The only one of these codes that lies in the division of `parent`.
fn only_within(codes: &'static str, parent: &str) -> Option<&'static str> {
    let mut within = codes.split(',').filter(|code| *code == parent || lies_in(code, parent));
    within.next().filter(|_| within.next().is_none())
}

/// Keeps the bare names with which this sentence's divisions and zones open: 二七|新区.
fn remember(scene: &Scene, gazetteer: &mut Gazetteer, candidates: &[Candidate]) {
    for place in
        candidates.iter().filter(|candidate| matches!(&*candidate.rule, "place.division" | "place.zone"))
    {
        let Some((bare, full)) = scene.lexicon.places.bare(scene.slice(&place.range)) else { continue };
        let code = if full { code(place).map(str::to_owned) } else { None };
        if let Some(known) = gazetteer.bare.get_mut(bare) {
            *known = known.take().or(code);
        } else if gazetteer.bare.len() < MAX_NAMES {
            gazetteer.bare.insert(bare, code);
        }
    }
}

/// Adds the places whose bare names stand on token edges where nothing else stands. An ordinary word
/// needs what shows the place after it as well: 二七|高质量发展.
fn add_bare_names(scene: &Scene, gazetteer: &Gazetteer, candidates: &mut Vec<Candidate>) {
    let places = &scene.lexicon.places;
    let found: Vec<Candidate> = scene
        .find(&places.names)
        .filter(|(_, name)| matches!(name.class, PlaceClass::County | PlaceClass::City))
        .filter_map(|(range, name)| {
            let code = gazetteer.bare.get(scene.slice(&range))?;
            let follows = || places.followers.longest_at(scene.text, range.end).is_some();
            let on_edges =
                scene.tokens.starting(range.start).is_some() && scene.tokens.ending(range.end).is_some();
            let stands = on_edges && (!name.common || follows()) && is_free(&range, candidates);
            let detail = Detail::Place { code: code.clone() };
            stands.then(|| Candidate::new(range, "place.again", Evidence::Context, detail))
        })
        .collect();
    if !found.is_empty() {
        candidates.extend(found);
        candidates.sort_by_key(|candidate| candidate.range.start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relate::testing::in_last;

    /// The places of the last of these sentences with their codes.
    fn places(sentences: &[&str]) -> Vec<(String, Option<String>)> {
        in_last(sentences, relate, |scene, standing| {
            let places = standing.iter().filter(|found| matches!(found.detail, Detail::Place { .. }));
            places
                .map(|found| (scene.slice(&found.range).to_owned(), code(found).map(str::to_owned)))
                .collect()
        })
    }

    fn place(text: &str, code: Option<&str>) -> (String, Option<String>) {
        (text.to_owned(), code.map(str::to_owned))
    }

    #[test]
    fn a_bare_name_is_a_place_once_the_full_one_was_named() {
        let found = places(&["天津市和平区召开大会。", "推动和平高质量发展。"]);
        assert_eq!(found, [place("和平", Some("120101"))]);
    }

    #[test]
    fn an_ordinary_word_stays_one() {
        assert_eq!(places(&["天津市和平区召开大会。", "坚持和平发展道路。"]), []);
        assert_eq!(places(&["推动和平高质量发展。"]), []);
    }

    #[test]
    fn namesakes_are_told_apart_by_the_place_that_they_lie_in() {
        assert_eq!(places(&["杭州市西湖区"])[1], place("西湖区", Some("330106")));
        assert_eq!(
            places(&["江西省南昌市政府工作报告", "支持西湖区发展"]),
            [place("西湖区", Some("360103"))]
        );
        assert_eq!(places(&["支持西湖区发展"]), [place("西湖区", None)]);
        assert_eq!(places(&["北京市政府工作报告", "支持西湖区发展"]), [place("西湖区", None)]);
    }

    #[test]
    fn a_district_of_a_city_without_codes_has_none() {
        let one = |text: &str| places(&[text]).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
        let coded = |code: &str| Some(code.to_owned());
        assert_eq!(one("高雄市中山区、大安区修渠"), [None, None, None]);
        assert_eq!(one("香港湾仔、大埔修渠"), [coded("810000"), None, None]);
        assert_eq!(one("大连市中山区修渠"), [coded("210200"), coded("210202")]);
        assert_eq!(one("香港、中山区修渠").last(), Some(&coded("210202")));
    }
}
