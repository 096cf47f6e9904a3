//! Recognises names that no title presents, by what the person does: 周文远出席.

use std::ops::Range;

use super::FULL_NAME_BYTES;
use super::name::Names;
use super::quote::after_adverbs;
use super::tokens::is_named;
use crate::lexicon::{Beside, is_han};
use crate::numeral::is_numeric;
use crate::recognise::Scene;
use crate::segment::Token;

/// The particle between a verb and the person whom the deed is done to: 会见了周文远.
const DONE: &str = "了";
/// Open a bracket after a name that tells the sex or the place in a picture.
const BRACKETS: [&str; 5] = ["(男", "(女", "(左", "(右", "(前排"];

/// Finds words that the segmenter takes for names where a deed that only people do follows, a bracket
/// describes a person, a verb of deeds done to people stands before, or an occasion bears the name.
pub(super) fn doers(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    // Few sentences mention an occasion.
    let has_occasion = scene.any(&scene.lexicon.people.beside, |class| *class == Beside::Occasion);
    let tokens = scene.tokens.iter().enumerate();
    let tokens = tokens.filter(|(_, token)| has_occasion || may_be_named(token));
    tokens
        .filter_map(|(index, token)| {
            let lent = || lent_to_occasion(scene, names, token);
            doer(scene, names, index).or_else(|| if has_occasion { lent() } else { None })
        })
        .collect()
}

/// The name that this token opens, if the words around it speak of a person.
fn doer(scene: &Scene, names: Names, index: usize) -> Option<Range<usize>> {
    let token = scene.tokens.get(index).filter(|token| may_be_named(token))?;
    let start = token.range.start;
    scene.surname_at(start)?;
    let name = start..names.starting_at(start)?.end;
    let is_person = does(scene, names, name.end) || is_done_to(scene, index);
    let other = scene.lexicon.places.is_place(scene.slice(&name)) || !names.reads_as_name(name.clone());
    (is_person && !other && names.token_ending(name.end).is_some()).then_some(name)
}

/// The speaker at the head of a line of a transcript: 周文远:.
pub(super) fn transcribed_speaker(scene: &Scene, names: Names) -> Option<Range<usize>> {
    let first = scene.tokens.first().filter(|token| may_be_named(token))?;
    let name = 0..first.range.end;
    let whole = scene.text[name.end..].starts_with(':') && names.starting_at(0)?.end == name.end;
    (whole && names.reads_as_name(name.clone())).then_some(name)
}

/// Whether the word has a name's tag, or has the length of a name and is unknown to the segmenter.
fn may_be_named(token: &Token) -> bool {
    is_named(token) || token.range.len() == FULL_NAME_BYTES && token.tag == "x"
}

/// The name that an occasion bears, at the head of a clause or after a mark, if it is neither a word that the
/// segmenter knows nor a numeral: 周深|演唱会 (but 明星演唱会, 万人演唱会).
fn lent_to_occasion(scene: &Scene, names: Names, token: &Token) -> Option<Range<usize>> {
    let start = token.range.start;
    let before = scene.text[..start].chars().next_back();
    let after_surname = scene.surname_at(start).filter(|_| before.is_none_or(|c| !is_han(c)))?;
    let bears = |end: &usize| matches!(scene.beside_at(*end), Some((_, Beside::Occasion)));
    let end = names.given_ends(after_surname).find(bears)?;
    let numeral = scene.text[start..].starts_with(is_numeric);
    let is_word = |token: &Token| token.range.len() > 3 && scene.knows(token);
    let name = start..end;
    (!numeral && !names.tokens_over(&name).any(is_word)).then_some(name)
}

/// Open the name with which a person introduces himself.
const CALLED: [&str; 2] = ["我叫", "我的名字叫"];

/// The names that people tell of themselves: 我叫|周文远.
pub(super) fn introduced(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    let calls =
        CALLED.iter().flat_map(|call| scene.text.match_indices(call).map(|(at, call)| at + call.len()));
    let name = |start: usize| {
        let named = names.starting_at(start).filter(|name| name.closed)?;
        scene.surname_at(start)?;
        names.reads_as_name(start..named.end).then_some(start..named.end)
    };
    calls.filter_map(name).collect()
}

/// How many characters may stand between the year and the word for birth: 1946年5月|生.
const MAX_BIRTHDAY_CHARS: usize = 9;

/// Tell after a date that a person was born then; 出生人口 are many.
const BIRTHS: [&str; 5] = ["出生于", "出生在", "出生,", "生于", "生,"];

/// Whether the text opens with a date of birth: 1946年5月生于.
fn is_birth(rest: &str) -> bool {
    let year = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(after) = year.strip_prefix('年').filter(|_| rest.len() - year.len() == "1946".len()) else {
        return false;
    };
    let mut day = after.char_indices().take(MAX_BIRTHDAY_CHARS);
    let birth = day.find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '月' | '日')));
    birth.is_some_and(|(at, _)| BIRTHS.iter().any(|born| after[at..].starts_with(born)))
}

/// Whether a deed that starts with a word, a birth or a bracket follows the name.
fn does(scene: &Scene, names: Names, end: usize) -> bool {
    let rest = &scene.text[end..];
    let deed = after_adverbs(scene, end);
    let class = scene.beside_at(deed).map(|(_, class)| class);
    BRACKETS.iter().any(|bracket| rest.starts_with(bracket))
        || is_birth(rest)
        || class == Some(Beside::Deed) && names.token_starting(deed).is_some()
}

/// Whether a verb of deeds done to people stands before the token, with or without 了.
fn is_done_to(scene: &Scene, index: usize) -> bool {
    let mut before = scene.tokens[..index].iter().rev().map(|token| token.word).take(2);
    let verb = before.next().and_then(|word| if word == DONE { before.next() } else { Some(word) });
    let class = verb.and_then(|verb| scene.lexicon.people.beside.get(verb));
    matches!(class, Some(Beside::Object))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn found(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let names = doers(scene, Names::new(scene));
            names.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn a_deed_of_people_presents_a_name() {
        for (text, name) in [
            ("陈建华出席会议。", "陈建华"),
            ("昨天,王志强当选为新一届会长。", "王志强"),
            ("王丽华荣获一等奖。", "王丽华"),
            ("李建军日前抵达杭州。", "李建军"),
            ("王志强(女,38岁)住在镇上。", "王志强"),
            ("大会决定免去王志强的职务。", "王志强"),
            ("灯会、苏越演唱会等场场爆满。", "苏越"),
            ("上午,丁沅独唱音乐会售罄。", "丁沅"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
    }

    #[test]
    fn who_says_his_name_or_is_born_is_a_person() {
        let said = |text: &str| {
            with_scene(text, |scene| {
                let names = introduced(scene, Names::new(scene));
                names.iter().map(|name| scene.slice(name).to_owned()).collect::<Vec<_>>()
            })
        };
        assert_eq!(said("我叫周文远,是一名教师。"), ["周文远"]);
        assert_eq!(said("我叫同学们回来。"), [""; 0]);
        assert_eq!(found("周文远1946年5月生于徐州。"), ["周文远"]);
        assert_eq!(found("周庄1946年建成。"), [""; 0]);
        assert_eq!(found("周庄1946年出生人口90人。"), [""; 0]);
    }

    #[test]
    fn what_bodies_and_places_do_presents_nobody() {
        for text in [
            "各方出席会议。",
            "高校荣获一等奖。",
            "方案获批。",
            "金华荣获称号。",
            "王志强的经验值得推广。",
            "全面调研情况。",
            "和平访问各国。",
            "精心组织演唱会。",
            "各类音乐节、演唱会场场爆满。",
            "明星演唱会、万人演唱会接连举行。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_transcript_opens_with_its_speaker() {
        let speaker = |text: &str| with_scene(text, |scene| transcribed_speaker(scene, Names::new(scene)));
        assert_eq!(speaker("王志强:欢迎各位。"), Some(0..9));
        for text in ["方法:先易后难。", "问:怎样申请?", "王志强同意:可行。", "成都:加快建设。"]
        {
            assert_eq!(speaker(text), None, "{text}");
        }
    }
}
