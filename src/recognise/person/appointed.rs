//! Recognises names by a post: those who are appointed (任命周文远为县财政局局长, 周文远任县长), and those whose post follows
//! in brackets (周文远(县长)).

use std::ops::Range;

use super::name::{Names, is_plausible};
use super::tokens::is_function;
use crate::lexicon::is_han;
use crate::recognise::Scene;
use crate::text::is_within;

/// How many characters the body of a post may have between the verb and the title.
const MAX_BODY_CHARS: usize = 20;
/// Longest post in brackets, in characters.
pub(crate) const MAX_BRACKET_CHARS: usize = 24;
/// Longest name, in characters.
const MAX_NAME_CHARS: usize = 4;
/// Stands between a name and what that person becomes.
pub(crate) const COURTESY: &str = "同志";
/// The last character of each verb of taking a post.
const TAKING: char = '任';

pub(super) fn appointed(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    // A post has a title, and a verb or a bracket gives it.
    let text = scene.text;
    if scene.titles().next().is_none() || !(text.contains(TAKING) || text.contains('(')) {
        return Vec::new();
    }
    let giving = scene.lexicon.posts.giving.iter().flat_map(|verb| text.match_indices(verb));
    let given = giving.filter_map(|(at, verb)| given(scene, names, at + verb.len()));
    let taken = text.match_indices(TAKING).filter_map(|(at, _)| taken(scene, names, at + TAKING.len_utf8()));
    let bracketed = scene.titles().filter_map(|(title, _)| bracketed(scene, names, &title));
    given.chain(taken).chain(bracketed).collect()
}

/// The name whose bearer is given a post: 任命|周文远为县财政局局长, 决定任命:|周文远为县财政局局长.
fn given(scene: &Scene, names: Names, verb: usize) -> Option<Range<usize>> {
    let text = scene.text;
    let start = verb + text[verb..].len() - text[verb..].trim_start_matches(':').len();
    let becomes = |end: usize| {
        let rest = &text[end..];
        rest.strip_prefix(COURTESY).unwrap_or(rest).strip_prefix('为').map(|rest| text.len() - rest.len())
    };
    let ends = names.given_ends(scene.surname_at(start)?);
    let (end, post) = ends.filter_map(|end| Some((end, becomes(end)?))).last()?;
    let place = scene.lexicon.places.is_place(&text[start..end]);
    (leads_to_title(scene, post) && !place && is_name(scene, names, start..end)).then_some(start..end)
}

/// The name whose bearer takes a post; it opens its clause: 周文远|任县长, 周文远同志|任县长.
fn taken(scene: &Scene, names: Names, verb_end: usize) -> Option<Range<usize>> {
    let text = scene.text;
    if !opens_post(scene, names, verb_end) || !leads_to_title(scene, verb_end) {
        return None;
    }
    let posts = &scene.lexicon.posts;
    let verbs = posts.taking.iter().chain(&posts.telling);
    let before =
        verbs.filter_map(|verb| text[..verb_end].strip_suffix(verb)).min_by_key(|rest| rest.len())?;
    // A place takes no post: 马龙|兼任董事长.
    let name = name_ending(scene, names, before.strip_suffix(COURTESY).unwrap_or(before).len())?;
    is_name(scene, names, name.clone()).then_some(name)
}

/// Whether a word starts after the verb, or the segmenter joins the verb with the tier of a body: 任县|水利局.
fn opens_post(scene: &Scene, names: Names, verb_end: usize) -> bool {
    let joined = || {
        let token = names.token_starting(verb_end - TAKING.len_utf8())?;
        scene.text.get(verb_end..token.range.end)
    };
    // The segmenter guesses a name that opens with the verb: 任云陵|大学.
    let guessed = || {
        let guess = names.token_starting(verb_end - TAKING.len_utf8());
        guess.is_some_and(|guess| guess.range.len() > 2 * TAKING.len_utf8() && !scene.knows(guess))
    };
    names.token_starting(verb_end).is_some()
        || joined().is_some_and(|tier| scene.lexicon.bodies.tiers.contains(tier))
        || guessed()
}

/// The name whose post follows in brackets: 周文远|(县长).
fn bracketed(scene: &Scene, names: Names, title: &Range<usize>) -> Option<Range<usize>> {
    let text = scene.text;
    text[title.end..].strip_prefix(')')?;
    let mut inside = text[..title.start].char_indices().rev().take(MAX_BRACKET_CHARS);
    let (open, _) = inside.find(|(_, mark)| *mark == '(')?;
    let name = name_ending(scene, names, open)?;
    (is_name(scene, names, name.clone()) && !scene.lexicon.places.is_place(scene.slice(&name)))
        .then_some(name)
}

/// The name that ends at this byte and fills the space from the mark before it.
pub(super) fn name_ending(scene: &Scene, names: Names, end: usize) -> Option<Range<usize>> {
    let before = scene.text[..end].char_indices().rev().take(MAX_NAME_CHARS + 1);
    let start = before.take_while(|(_, c)| is_han(*c)).last()?.0;
    let given = scene.surname_at(start)?;
    names.given_ends(given).any(|given| given == end).then_some(start..end)
}

/// Whether a body and its title start here.
pub(super) fn leads_to_title(scene: &Scene, start: usize) -> bool {
    let Some((title, _)) = scene.titles().find(|(title, _)| title.start >= start) else { return false };
    let body = &scene.text[start..title.start];
    is_within(body, MAX_BODY_CHARS) && body.chars().all(is_han)
}

fn is_name(scene: &Scene, names: Names, range: Range<usize>) -> bool {
    let text = scene.slice(&range);
    // A run of particles is no name: 曾与|现任局长会面.
    let is_particles = names.tokens_in(range.start, range.end).all(is_function);
    !is_particles && is_plausible(scene, text) && names.reads_as_name(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn found(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let names = appointed(scene, Names::new(scene));
            names.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn who_is_given_or_takes_a_post_is_a_person() {
        assert_eq!(found("任命李勇为云柳县副县长,免去其云柳县公安局局长职务。"), ["李勇"]);
        assert_eq!(found("决定任命:王磊为县教育局局长。"), ["王磊"]);
        assert_eq!(found("任命陈志强同志为县渔业局局长。"), ["陈志强"]);
        assert_eq!(found("欧阳明任县长。"), ["欧阳明"]);
        assert_eq!(found("段海任云陵大学校长。"), ["段海"]);
        assert_eq!(found("王海任县水利局党组书记、局长。"), ["王海"]);
        assert_eq!(found("马龙兼任云柳县城投公司董事长。"), ["马龙"]);
        assert_eq!(found("会议决定,周启明同志担任云柳县人民政府县长。"), ["周启明"]);
        for text in [
            "任命新一任局长为时尚早。",
            "高校任教授。",
            "王磊任务繁重,县长也来了。",
            "选举他为县长。",
            "任命决定为局长所知。",
            "任县长期间修了水渠。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn whose_post_stands_in_brackets_is_a_person() {
        assert_eq!(found("周启明(县长)、李勇(常务副县长)出席。"), ["周启明", "李勇"]);
        assert_eq!(found("出席的有:王磊(县教育局局长)。"), ["王磊"]);
        for text in ["牵头单位(局长)负责。", "由教育局(局长)负责。", "高中(校长)负责。", "(县长)"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
