//! Recognises people who are named by a surname alone: 李校长, 周先生, 老张, 王某.

use std::ops::Range;

use super::HAN_BYTES;
use super::name::{Names, is_plausible};
use super::tokens::{is_function, is_named};
use crate::lexicon::{Beside, NameCue, Title, Trigger, is_han};
use crate::recognise::Scene;

/// Logarithm of the share of a surname that one person in two hundred bears.
const COMMON_SURNAME: f32 = -5.4;
/// Stand before the surname of somebody whom the speaker knows well.
pub(super) const FAMILIAR: [char; 2] = ['老', '小'];
/// Stands after the surname of an old person of rank.
const OLD: char = '老';
/// Logarithm of the share of a surname that is more often another word.
const RARE_SURNAME: f32 = -9.0;
/// Stands in place of a given name that is withheld.
const SOMEBODY: char = '某';
/// Tell a person's sex after the name.
const SEXES: [char; 2] = ['男', '女'];
/// Precede a person who is called upon by surname and office.
const CALLS: [&str; 5] = ["谢谢", "感谢", "有请", "请", "欢迎"];

/// The surnames before an office or an address, and those with 某 in place of a given name.
pub(super) fn addressed(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    let offices = scene.titles().filter(|(_, kind)| !kind.is_profession() && *kind != Title::Plain);
    let courtesies =
        scene.find(&scene.lexicon.people.beside).filter(|(_, class)| **class == Beside::Courtesy);
    let ends = offices.map(|(title, _)| title.start).chain(courtesies.map(|(word, _)| word.start));
    let mut found: Vec<_> = ends.filter_map(|end| surname_before(scene, names, end)).collect();
    found.extend(somebody(scene, names));
    found
}

/// The common surname right before this byte, if it opens a word there or one that reaches over it: 李|校长,
/// 李校长.
fn surname_before(scene: &Scene, names: Names, end: usize) -> Option<Range<usize>> {
    let (start, _) = scene.text[..end].char_indices().next_back()?;
    let surname = &scene.text[start..end];
    let share = scene.lexicon.names.surname_share(surname)?;
    let token = names.token_starting(start)?;
    let is_word = scene.lexicon.name_cues.is(surname, NameCue::Particle)
        || token.range.end == end && is_function(token)
        || token.range.end > end && scene.knows(token) && !is_named(token)
        || scene.beside_at(start).is_some_and(|(to, _)| to == end);
    // After a lone character it belongs to a longer word: 前|任|校长, 各|高|校长.
    let before = names.token_ending(start);
    let free = before.is_none_or(|before| {
        let alone = before.range.len() == 3 && !is_function(before) && !before.tag.starts_with('v');
        // The segmenter takes some doubled verbs for names: 谢谢|王局长.
        let named = is_named(before) && is_plausible(scene, scene.slice(&before.range));
        !scene.text[..start].ends_with(is_han) || !alone && !named && scene.knows(before)
    });
    let called = before.is_some_and(|before| CALLS.contains(&scene.slice(&before.range)));
    let least = if called { RARE_SURNAME } else { COMMON_SURNAME };
    (share >= least && !is_word && free).then_some(start..end)
}

/// Surnames with 某 or 某某 in place of the given name: 王某, 李某某.
fn somebody<'a>(scene: &'a Scene<'_>, names: Names<'a>) -> impl Iterator<Item = Range<usize>> + 'a {
    let text = scene.text;
    scene.wake(Trigger::Somebody).filter_map(move |Range { start: at, .. }| {
        let (start, _) = text[..at].char_indices().next_back()?;
        let surname = &text[start..at];
        scene.lexicon.names.surname_share(surname)?;
        let end = at + text[at..].len() - text[at..].trim_start_matches(SOMEBODY).len();
        let many = scene.lexicon.name_cues.opening(&text[end..], NameCue::OneOfMany).is_some();
        let word = scene.lexicon.name_cues.is(surname, NameCue::Particle)
            || scene.beside_at(start).is_some()
            || names.token_starting(start).is_none();
        (!many && !word).then(|| start..given_after(names, end))
    })
}

/// The byte past a name of which only the last character is told: 付某|强. That character suits a given name
/// better than a word, and a mark or a deed follows it.
fn given_after(names: Names, end: usize) -> usize {
    let text = names.scene.text;
    let Some(last) = text[end..].chars().next().filter(|c| is_han(*c) && !SEXES.contains(c)) else {
        return end;
    };
    let after = end + last.len_utf8();
    let single = !text[..end].ends_with("某某");
    let longer = names.token_starting(end).is_some_and(|token| token.range.end > after);
    let told = single
        && !longer
        && names.scene.beside_at(end).is_none()
        && names.is_rather_given(end)
        && names.closes(after);
    if told { after } else { end }
}

/// The byte past 老 or 小 with a common surname, or past a surname with 老, before a mark or a deed: 老张|说, 侯老|的.
pub(super) fn familiar_at(scene: &Scene, names: Names, start: usize) -> Option<usize> {
    let rest = &scene.text[start..];
    // Tests bytes first, because most words are neither.
    let second = rest.as_bytes().get(HAN_BYTES..2 * HAN_BYTES);
    if second != Some("老".as_bytes()) && !rest.starts_with(FAMILIAR) {
        return None;
    }
    let mut pair = rest.chars();
    let (first, second) = (pair.next()?, pair.next()?);
    let old = second == OLD;
    let surname = if old { first } else { second };
    if !is_han(surname) {
        return None;
    }
    let end = start + first.len_utf8() + second.len_utf8();
    let share = scene.lexicon.names.surname_share(surname.encode_utf8(&mut [0; 4]))?;
    let word = names.token_starting(start).is_some_and(|token| {
        let known = scene.knows(token);
        known && token.range.end > end || known && token.range.end == end && old && !is_named(token)
    });
    let particle = scene.lexicon.name_cues.has(surname, NameCue::Particle);
    let before = scene.text[..start].chars().next_back();
    let verb = || names.token_ending(start).is_some_and(|token| token.tag.starts_with(['v', 'p']));
    let open = before.is_none_or(|c| !is_han(c)) || verb();
    let goes_on = scene.text[end..].starts_with(['的', '家', '呀']) || names.goes_on(end);
    let least = if old { RARE_SURNAME } else { COMMON_SURNAME };
    let whole = names.token_ending(end).is_some() && share >= least;
    (whole && open && !word && !particle && goes_on).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn found(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let names = addressed(scene, Names::new(scene));
            names.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn a_surname_before_an_office_is_a_person() {
        assert_eq!(found("谈起水渠,李校长十分自豪。"), ["李"]);
        assert_eq!(found("周先生在清溪开店。"), ["周"]);
        assert_eq!(found("法院判决王某赔偿,李某某上诉。"), ["王某", "李某某"]);
        assert_eq!(found("付某强被捕,王某家属到场,李某称不知情。"), ["付某强", "王某", "李某"]);
        assert_eq!(found("谢谢王局长,有请牛县长。"), ["王", "牛"]);
    }

    #[test]
    fn other_words_before_an_office_are_none() {
        for text in [
            "全体高校长期坚持。",
            "前任校长退休。",
            "在某地调研。",
            "对某一部门负责。",
            "各位先生们,女士们。",
            "和校长一起座谈。",
            "党委书记讲话。",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn old_and_young_stand_before_a_surname() {
        let familiar = |text: &str| with_scene(text, |scene| familiar_at(scene, Names::new(scene), 0));
        assert_eq!(familiar("老张说,水来了。"), Some(6));
        assert_eq!(familiar("小王在村里开店。"), Some(6));
        assert_eq!(familiar("侯老的夫人也来了。"), Some(6));
        for text in ["高老师来了。", "小于三成", "老路线不走了。", "小康社会", "老区人民", "小高层住宅"]
        {
            assert_eq!(familiar(text), None, "{text}");
        }
    }
}
