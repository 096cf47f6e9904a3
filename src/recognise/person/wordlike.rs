//! Recognises names that are also ordinary words, between an office and a deed or a verb of saying: 县长|白云|出席,
//! 局长|田野|表示.

use super::name::{Names, is_plausible};
use super::quote::after_adverbs;
use super::tokens::{is_function, is_named};
use super::{Found, Reader};
use crate::lexicon::{Beside, Title, is_han};
use crate::recognise::{Evidence, Scene};

/// Logarithm of the share of a character that is one in five thousand of given names.
const GIVEN: f32 = -8.5;
/// Logarithm of the share of a surname that is more often another word.
const RARE_SURNAME: f32 = -9.0;
/// How many characters may stand between 作 or 发表 and the end of the noun for a speech.
const MAX_SPEECH_CHARS: usize = 12;
/// Verbs of giving a speech.
const GIVING: [&str; 3] = ["作", "做", "发表"];

impl Reader<'_> {
    /// Takes the word between an office and a deed of people for the holder of the office, whatever word it
    /// is.
    pub(super) fn words_as_names(&mut self) {
        let scene = self.scene;
        for (title, kind) in scene.titles() {
            let is_office = matches!(kind, Title::Office | Title::Front | Title::Region);
            let Some(end) = self.names.word_at(title.end).filter(|_| is_office) else { continue };
            let range = title.end..end;
            self.found.retain(|found| found.range.end <= range.start || range.end <= found.range.start);
            self.found.push(Found {
                range,
                rule: "person.word",
                evidence: Evidence::Context,
                speaker: false,
            });
        }
    }
}

impl Names<'_> {
    /// The byte past the word that starts here and may be a name, if a deed or a verb of saying follows.
    fn word_at(self, start: usize) -> Option<usize> {
        let scene = self.scene;
        let token = self.token_starting(start).filter(|token| scene.knows(token))?;
        let surname = scene.surname_at(start)?;
        let word = token.word;
        let lexicon = scene.lexicon;
        let given = scene.text.get(surname..token.range.end)?;
        let of_names = lexicon.names.surname_share(&scene.text[start..surname])? >= RARE_SURNAME
            && given.chars().all(|c| lexicon.names.given_share(c) >= GIVEN);
        let whole = self.given_ends(surname).any(|end| end == token.range.end);
        // What befalls only people needs no noun: 局长|吉祥|被开除公职.
        let befallen = befalls(scene, token.range.end) && !is_function(token);
        let is_noun = is_named(token) || token.tag.starts_with('n') || befallen;
        let acts = || lexicon.measures.words.get(word).is_some_and(|deed| deed.act.is_some());
        // Words for what a person said are no people: 总书记|贺信|指出.
        let other = || {
            scene.beside_at(start).is_some()
                || lexicon.people.is_words(word)
                || acts()
                || self.holds_title(start..token.range.end)
        };
        (whole
            && of_names
            && is_noun
            && !other()
            && is_plausible(scene, word)
            && (befallen || does(scene, self, token.range.end)))
        .then_some(token.range.end)
    }

    /// Whether a known word stands before the verb of saying that would end the name: 方向|说.
    pub(super) fn is_word_that_says(self, start: usize, short: usize) -> bool {
        let word = self.token_starting(start).filter(|token| token.range.end == short);
        let says = matches!(self.scene.beside_at(short), Some((_, Beside::Verb)));
        says && self.token_starting(short).is_some() && word.is_some_and(|word| self.scene.knows(word))
    }
}

/// Whether a deed, a verb of saying or the giving of a speech stands here: 作了…讲话.
fn does(scene: &Scene, names: Names, end: usize) -> bool {
    let deed = after_adverbs(scene, end);
    let starts = names.token_starting(deed).is_some();
    let class = scene.beside_at(deed).map(|(_, class)| class);
    starts
        && (matches!(class, Some(Beside::Deed | Beside::Verb | Beside::Quoting)) || gives_speech(scene, deed))
}

/// Whether something that befalls people, and seldom bodies, stands here: 严重违纪, 被开除党籍.
fn befalls(scene: &Scene, end: usize) -> bool {
    matches!(scene.beside_at(after_adverbs(scene, end)), Some((_, Beside::Befalling)))
}

fn gives_speech(scene: &Scene, at: usize) -> bool {
    let rest = &scene.text[at..];
    let Some(verb) = GIVING.iter().find(|verb| rest.starts_with(**verb)) else { return false };
    let run = rest[verb.len()..].char_indices().take(MAX_SPEECH_CHARS).take_while(|(_, c)| is_han(*c));
    let mut nouns = run.map(|(from, _)| &rest[verb.len() + from..]);
    nouns.any(|from| scene.lexicon.people.words.longest_at(from, 0).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn words_are_names_between_an_office_and_a_deed() {
        for (text, name) in [
            ("清溪县水利局局长杨柳介绍,水渠通了。", "杨柳"),
            ("县长白云出席。", "白云"),
            ("教育局局长田野表示,学校够用。", "田野"),
            ("县委书记江河作了讲话。", "江河"),
            ("民政局局长方向说,要把好事办好。", "方向"),
            ("董事长石林发表重要讲话。", "石林"),
            ("副局长温泉带队检查水渠。", "温泉"),
            ("主任金山在会上指出,水渠要修。", "金山"),
        ] {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
    }

    #[test]
    fn words_that_open_no_deed_of_a_holder_are_no_names() {
        for text in [
            "部长会议召开。",
            "局长高度重视。",
            "书记带头表示支持。",
            "县长方面表示,可以修渠。",
            "书记任职以来,水渠通了。",
            "主任办公会听取汇报。",
            "副市长马上主持召开会议。",
            "主席贺信指出,要修渠。",
            "局长明确表示支持。",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
