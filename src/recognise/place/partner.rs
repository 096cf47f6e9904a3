//! Recognises one-character signs of countries and continents as partners of another (对华, 援非), and finds
//! relations between provinces.

use std::ops::Range;

use super::event;
use crate::lexicon::{NameCue, Trigger};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::segment::Token;

/// Most tokens between a pair and the noun for its relation.
const MAX_PHRASE_TOKENS: usize = 4;

/// Whether the few words from byte `at` on end with a relation between two provinces, and no name goes on
/// there: 全方位|合作, not 合作|协定.
pub(super) fn leads_to_relation(scene: &Scene, at: usize) -> bool {
    let first = scene.tokens.started_before(at);
    for (count, token) in scene.tokens[first..].iter().take(MAX_PHRASE_TOKENS).enumerate() {
        let word = token.word;
        if scene.lexicon.places.joint.end(word) {
            return false;
        }
        // The relation may be the end of a word: 团结合作.
        if scene.lexicon.places.relations.find(word).next().is_some() {
            return scene.tokens.get(first + count + 1).is_none_or(|token| !goes_on(scene, token));
        }
        match token.tag.as_bytes().first() {
            Some(b'n' | b'v' | b'a' | b'b' | b'j' | b'l' | b'f') => {}
            _ if word == "全方位" => {}
            _ => return false,
        }
    }
    false
}

/// Whether the sign of a partner opens few other words.
fn is_clear(scene: &Scene, sign: &str) -> bool {
    scene.lexicon.name_cues.is(sign, NameCue::ClearSign)
}

/// Whether it is the sign of a part of the country, or of the country itself.
fn is_dealt_with(scene: &Scene, sign: &str) -> bool {
    scene.lexicon.name_cues.is(sign, NameCue::DealtSign)
}

/// Whether a name goes on after the relation: 合作|协定, 合作|与|发展论坛.
fn goes_on(scene: &Scene, token: &Token) -> bool {
    let is_joined = token.tag.starts_with(['c', 'p']) && event::is_inside(scene, &token.range);
    is_joined || scene.lexicon.places.joint.end(token.word)
}

/// Proposes a place of one character after a word of dealing: 对华|贷款, 涉疆, 援非, 访美.
pub(super) fn dealings(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { start: at, end: start } in scene.wake(Trigger::Dealing) {
        let Some(sign) = scene.text[start..].chars().next() else { continue };
        let end = start + sign.len_utf8();
        let (word, sign) = (&scene.text[at..start], &scene.text[start..end]);
        let rest = &scene.text[end..];
        let deals = match word {
            "对" => {
                let is_home = sign != "疆" && sign != "藏" && is_dealt_with(scene, sign);
                (is_clear(scene, sign) || is_home)
                    && (rest.starts_with('、') || scene.lexicon.places.affairs.longest_at(rest, 0).is_some())
            }
            // 涉 may stand before any province that has a part in it: 涉陕|成果.
            "涉" => is_dealt_with(scene, sign) || scene.lexicon.places.signs.contains_key(sign),
            // After other words only a clear sign counts: 驻日.
            _ => is_clear(scene, sign),
        };
        let opens = scene.tokens.at(at).is_some_and(|token| token.range.start == at);
        let closes = scene.tokens.at(start).is_some_and(|token| token.range.end == end);
        if deals && opens && closes && !event::is_inside(scene, &(start..end)) {
            let code = scene.lexicon.places.signs.get(sign).filter(|code| !code.is_empty());
            let detail = Detail::Place { code: code.map(|code| (*code).to_owned()) };
            candidates.push(Candidate::new(start..end, "place.sign", Evidence::Context, detail));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_place_in_one_character_follows_a_word_of_dealing() {
        assert_eq!(standing(recognise, "做好侨务、对台、外事工作"), ["台"]);
        assert_eq!(standing(recognise, "免除对华贷款"), ["华"]);
        assert_eq!(standing(recognise, "妥善处理涉疆问题"), ["疆"]);
        assert_eq!(standing(recognise, "落实论坛涉鄂成果,办好对台事务"), ["鄂", "台"]);
        assert_eq!(standing(recognise, "开展援非医疗"), ["非"]);
        for text in [
            "对非公有制经济一视同仁",
            "对美好生活的向往",
            "对日常工作",
            "对台风的预报",
            "干涉内政",
            "打击涉黑犯罪",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
