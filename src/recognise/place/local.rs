//! Recognises townships and villages that no table has: after the division that they lie in (石桥乡|柳坞村,
//! 该县|石桥乡), after a word of coming or staying (来到|柳坞村), or where the tagger guesses a place.

use std::ops::{Range, RangeInclusive};

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, Trigger, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// The length of such a name before its last character, in characters.
const CHARS: RangeInclusive<usize> = 2..=4;
/// The same where only the tagger's guess speaks for it.
const GUESSED_CHARS: RangeInclusive<usize> = 2..=3;
/// The longest common word with such an ending, in bytes: 农村.
const SHORT_WORD_BYTES: usize = 2 * '村'.len_utf8();
/// Most words of such a name, without its last character.
const MAX_WORDS: usize = 2;
/// Point to the division that a local name lies in: 该|县.
const SPEAKING: [&str; 4] = ["该", "这个", "我", "本"];

/// The townships and villages of a sentence that are not known yet.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let mut found: Vec<Spot> = Vec::new();
    for head in scene.wake(Trigger::Local) {
        if let Some(start) = name_start(scene, named, &found, &head) {
            let range = start..head.end;
            found.push(Spot { range, class: PlaceClass::Division, codes: "", sure: true, opens: true });
        }
    }
    found
}

/// The byte where the name starts that ends with this character, if there is one.
fn name_start(scene: &Scene, named: &[Spot], found: &[Spot], head: &Range<usize>) -> Option<usize> {
    let last = scene.tokens.at(head.start)?;
    let is_guess = !scene.knows(last);
    let is_alone = last.range.start == head.start;
    // Most of these characters end common words, which is the cheaper test: 农村, 乡镇.
    let is_long = last.range.len() > SHORT_WORD_BYTES && last.tag.starts_with('n');
    if !(is_alone || is_guess || is_long) || !ends_here(scene, last, head) {
        return None;
    }
    let covering = named.get(named.partition_point(|spot| spot.range.end < head.end));
    if covering.is_some_and(|spot| spot.range.start <= head.start) {
        return None;
    }
    let mut at = scene.tokens.ended_by(head.start);
    let mut start = last.range.start;
    for word in 0..=MAX_WORDS {
        let core = start..head.start;
        let length = scene.slice(&core).chars().count();
        if length > *CHARS.end() {
            return None;
        }
        let is_village = scene.says(head, "村") && stands_after_division(named, found, start);
        if length >= *CHARS.start() && is_free(scene, &core, is_village) {
            let is_told = word == 0 && last.tag == "ns" && GUESSED_CHARS.contains(&length);
            if is_told && !ends_as_word(scene, head) && !repeats(scene.slice(&core))
                || is_presented(scene, named, found, start)
            {
                return Some(start);
            }
        }
        at = at.checked_sub(1)?;
        start = scene.tokens.get(at).filter(|token| token.range.end == start)?.range.start;
    }
    None
}

/// Whether a name can end with this character of the word: at the word's end, or before another word
/// (柳坞|村农民).
fn ends_here(scene: &Scene, last: &Token, head: &Range<usize>) -> bool {
    let rest = scene.slice(&(head.end..last.range.end.max(head.end)));
    let is_word = last.range.start == head.start && rest.len() > '民'.len_utf8() && scene.lexicon.knows(rest);
    rest.is_empty() || is_word
}

/// Whether the last two characters are a word: 西南|重镇, 江南|水乡.
fn ends_as_word(scene: &Scene, head: &Range<usize>) -> bool {
    let before = scene.text[..head.start].char_indices().next_back();
    let word = before.map(|(at, _)| &scene.text[at..head.end]);
    word.is_some_and(|word| scene.lexicon.knows(word) && !scene.lexicon.places.is_place(word))
}

fn is_place(token: &Token) -> bool {
    token.tag.starts_with("nr") || matches!(token.tag, "ns" | "nz")
}

/// Whether a character occurs twice in the name, as in phrases: 治城治乡.
fn repeats(name: &str) -> bool {
    name.char_indices().any(|(at, c)| name[at + c.len_utf8()..].contains(c))
}

/// Whether these characters can only be a name: they hold no common word (贫困|村), number or particle. After
/// its division a village may be named by any noun: 石桥乡|大石头村.
fn is_free(scene: &Scene, core: &Range<usize>, is_village: bool) -> bool {
    let name = scene.slice(core);
    let lexicon = &scene.lexicon;
    let is_word = |word: &str| word.len() > 3 && lexicon.knows(word) && !lexicon.places.is_place(word);
    let first = scene.tokens.ended_by(core.start);
    let tokens = || scene.tokens[first..].iter().take_while(|token| token.range.start < core.end);
    // The tagger may take it for a person: 富裕|村.
    let is_name = tokens().next().is_some_and(|t| matches!(t.tag, "ns" | "nz") && t.range.end >= core.end);
    let is_noun = |token: &Token| is_village && token.tag.starts_with('n') && token.range.end <= core.end;
    let is_kind = !is_name && lexicon.projects.is_generic(name) || lexicon.places.ordinary.contains(name);
    let is_split = name.char_indices().skip(1).any(|(at, c)| {
        // It is two levels, or a place opens the name: 乡到|村.
        matches!(c, '乡' | '镇' | '村') || lexicon.places.is_place(&name[..at]) && at > 3
    });
    name.chars().all(is_han)
        && !is_kind
        && !is_split
        && !name.starts_with(['乡', '镇', '村'])
        && (is_name || is_village || !is_word(name))
        && !name.chars().next().is_some_and(|c| lexicon.name_cues.has(c, NameCue::NoVillage))
        && tokens().all(|token| {
            let is_particle =
                matches!(token.tag.as_bytes().first(), Some(b'm' | b'u' | b'c' | b'p' | b'r' | b'd' | b'x'));
            let is_single = token.range.len() == '村'.len_utf8();
            let word = scene.slice(&(token.range.start..token.range.end.min(core.end)));
            if is_single {
                return !is_particle;
            }
            is_place(token) && (is_name || token.range.end <= core.end) || is_noun(token) || !is_word(word)
        })
}

/// Whether a known division, or a township found before, ends at this byte.
fn stands_after_division(named: &[Spot], found: &[Spot], start: usize) -> bool {
    let is_above = |spot: &Spot| spot.range.end == start && spot.class == PlaceClass::Division && spot.sure;
    let named = named.binary_search_by_key(&start, |spot| spot.range.end).ok().map(|at| &named[at]);
    named.is_some_and(is_above) || found.last().is_some_and(is_above)
}

/// Whether the words before show that a place begins here.
fn is_presented(scene: &Scene, named: &[Spot], found: &[Spot], start: usize) -> bool {
    if stands_after_division(named, found, start) {
        return true;
    }
    let before = scene.text[..start].strip_suffix('的').unwrap_or(&scene.text[..start]);
    let rank = scene.lexicon.name_cues.closing(before, NameCue::Rank);
    let division = rank.and_then(|rank| before.strip_suffix(rank));
    let is_spoken_of = division.is_some_and(|division| SPEAKING.iter().any(|own| division.ends_with(own)));
    let word =
        start.checked_sub(1).and_then(|at| scene.tokens.at(at)).filter(|token| token.range.end == start);
    is_spoken_of || word.is_some_and(|token| scene.lexicon.places.movers.contains(token.word))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn townships_and_villages_stand_after_what_they_lie_in() {
        let cases: &[(&str, &[&str])] = &[
            ("肥西县碗石乡大柳坞村的学童", &["肥西县", "碗石乡", "大柳坞村"]),
            ("该县石泽乡农民来信", &["石泽乡"]),
            ("这个县的石泽乡以农业为主", &["石泽乡"]),
            ("来到柳墟村看望群众", &["柳墟村"]),
            ("肥西县碗石乡柳坞村农民", &["肥西县", "碗石乡", "柳坞村"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn kinds_of_villages_are_none() {
        assert_eq!(standing(recognise, "深入西南重镇调研"), ["西南"]);
        for text in [
            "建设小康村、文明村",
            "来到贫困村调研",
            "深入各乡镇和每个村",
            "该县乡镇企业发展",
            "来到农村,走进乡村",
            "回到家乡,背井离乡",
            "全县32个镇",
            "治城治乡",
            "该县特色镇建设",
            "人口转移到城镇",
            "包村到乡到村",
            "生活在异国他乡",
            "来到小康村",
            "该县后进村转化",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
