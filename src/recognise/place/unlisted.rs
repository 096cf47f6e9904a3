//! Recognises counties, districts, cities and streets that no table has, where the tagger guesses a place
//! before their level: 云陵县, 桃溪|区, 柳岸|街道.

use std::ops::{Range, RangeInclusive};

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, Trigger, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// The levels, as words of their own or as endings of words.
const LEVELS: [&str; 4] = ["县", "区", "市", "街道"];
/// The length of such a name before its level, in characters.
const CHARS: RangeInclusive<usize> = 2..=3;
/// Characters that lead to a place and open no place's name: 从|云陵县, 任|云陵县, 原|云陵县.
const LEADING: &str = "经由被向对在从到任赴往据原我该本全各每与和同及按将把是";

/// The divisions of a sentence that are not known yet.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let levels = scene.wake(Trigger::Division);
    let found = levels.filter_map(|level| {
        let token = scene.tokens.at(level.start).filter(|token| token.range.end == level.end)?;
        division(scene, token)
    });
    let is_new = |range: &Range<usize>| {
        let at = named.partition_point(|spot| spot.range.end < range.end);
        named
            .get(at)
            .is_none_or(|spot| spot.range.start > range.start || spot.range.end > range.end && !spot.sure)
    };
    let spot = |range| Spot { range, class: PlaceClass::Division, codes: "", sure: true, opens: true };
    found.filter(is_new).map(spot).collect()
}

/// The division that this token is, or whose level it is.
fn division(scene: &Scene, token: &Token) -> Option<Range<usize>> {
    let level = LEVELS.iter().find(|level| token.word.ends_with(**level))?;
    let start = if token.word.len() > level.len() {
        (token.tag == "ns" && !scene.knows(token)).then_some(token.range.start)?
    } else {
        let name = token
            .range
            .start
            .checked_sub(1)
            .and_then(|at| scene.tokens.at(at))
            .filter(|name| name.range.end == token.range.start)?;
        // Before 区 and 市, a word that the tagger takes for a person is seldom a place.
        let is_named = name.tag == "ns" || name.tag == "nr" && matches!(*level, "县" | "街道");
        let is_place = is_named || name.tag == "nz" && !scene.knows(name);
        is_place.then_some(name.range.start)?
    };
    let name = start..token.range.end - level.len();
    // A district needs an edge before it; this is none: 极地|海冰区.
    let stands = *level != "区" || has_edge(scene, start);
    (stands && is_name(scene, &name, token.range.end)).then_some(start..token.range.end)
}

/// Whether an edge is here: a clause, a member of a list or the object of a preposition may begin, or a
/// higher division ends.
fn has_edge(scene: &Scene, start: usize) -> bool {
    let before = &scene.text[..start];
    let word = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    before.ends_with(['市', '省', '州'])
        || !before.ends_with(is_han)
        || word.is_some_and(|token| {
            matches!(token.tag, "p" | "c") || scene.lexicon.places.movers.contains(token.word)
        })
}

/// Whether these characters name one division: none of them leads to it, they are no word, and no word ends
/// with its level.
fn is_name(scene: &Scene, name: &Range<usize>, end: usize) -> bool {
    let text = scene.slice(name);
    let lexicon = scene.lexicon;
    let last = text.char_indices().next_back().map_or(0, |(at, _)| name.start + at);
    let ends_as_word = lexicon.knows(&scene.text[last..end]);
    let opens = text.chars().next();
    CHARS.contains(&text.chars().count())
        && text.chars().all(is_han)
        && !ends_as_word
        && !lexicon.places.is_place(text)
        && !lexicon.projects.is_generic(text)
        && !lexicon.places.ordinary.contains(text)
        && lexicon.name_cues.closing(text, NameCue::Glued).is_none()
        && !opens.is_some_and(|c| LEADING.contains(c) || lexicon.name_cues.has(c, NameCue::NoVillage))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_division_that_no_table_has_is_told_by_its_level() {
        assert_eq!(standing(recognise, "临塘县召开会议"), ["临塘县"]);
        assert_eq!(
            standing(recognise, "桃溪区、临塘县、白鹭洲街道先行试点"),
            ["桃溪区", "临塘县", "白鹭洲街道"]
        );
        for text in [
            "各县市区要配合",
            "改造老城区",
            "支持全县教育",
            "执行中经县人大批准",
            "建设新城区、示范区",
            "美化大街道",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
