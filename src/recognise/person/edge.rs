//! Right edges of names that ran on into the next word: 王霜和|教练, 利维的|辞职.

use std::ops::Range;

use super::FULL_NAME_BYTES;
use super::name::Names;
use super::tokens::is_named;
use crate::lexicon::{Beside, NameCue, is_han};
use crate::segment::Token;

/// The lead of a name of three characters that stands twice in a document.
const TWICE: f32 = 6.0;
/// The same, of a name of two.
const SHORT_TWICE: f32 = 7.0;
/// By how much a name trails an ordinary word that it reads as.
const ORDINARY: f32 = -4.5;
/// The lead of a name whose surname is rather another word: 时, 来.
const BEHIND_WORD: f32 = 3.0;
/// Logarithm of the share of such a surname.
const RATHER_WORD_SURNAME: f32 = -10.0;
/// By how much the last character is commoner as a word than in given names, for it to be a word.
const RATHER_WORD: f32 = 1.4;
/// The same before what people do or say.
const SURELY_WORD: f32 = 3.0;
/// The same of transcribed names.
const RATHER_FOREIGN_WORD: f32 = 3.0;
/// Longest remark in brackets after a title, in characters.
const MAX_REMARK_CHARS: usize = 10;

impl Names<'_> {
    /// Whether the name ends inside a word that the segmenter guesses, three characters or before what is rather a word
    /// of its own: 周晓峰|先, 王霜|从.
    pub(super) fn ends_inside_guess(self, name: &Range<usize>) -> bool {
        let inside = self.tokens_over(&(name.end - 1..name.end)).next();
        let guessed = inside.is_some_and(|token| !self.scene.knows(token));
        let next = self.scene.text[name.end..].chars().next();
        let is_word = || {
            next.is_some_and(|c| {
                let word = self.scene.lexicon.share(&self.scene.text[name.end..name.end + c.len_utf8()]);
                word - self.scene.lexicon.names.given_share(c) >= 0.0
            })
        };
        guessed && (name.len() >= FULL_NAME_BYTES || is_word())
    }

    /// Whether what would be the given name is an address or a verb of saying: 钟|先生, 时|强调.
    pub(super) fn is_word_after(self, after_surname: usize, end: usize) -> bool {
        self.scene.beside_at(after_surname).is_some_and(|(to, class)| {
            to == end
                && end - after_surname > 3
                && matches!(class, Beside::Courtesy | Beside::Verb | Beside::Quoting)
        })
    }

    /// Whether the character at this byte is commoner in given names than as a word: 正, not 从.
    pub(super) fn is_rather_given(self, at: usize) -> bool {
        let character = self.scene.text[at..].chars().next();
        character.is_some_and(|c| {
            let word = &self.scene.text[at..at + c.len_utf8()];
            self.scene.lexicon.names.given_share(c) > self.scene.lexicon.share(word)
        })
    }

    /// Whether this word is a name if it stands twice in a document: it leads, and is no place and no thing.
    pub(super) fn may_stand_twice(self, name: &Range<usize>) -> bool {
        let Some(surname) = self.scene.surname_at(name.start).filter(|surname| *surname < name.end) else {
            return false;
        };
        let given = surname..name.end;
        let whole = self.given_ends(surname).any(|end| end == name.end);
        let least = if name.len() >= FULL_NAME_BYTES { TWICE } else { SHORT_TWICE };
        let text = self.scene.slice(name);
        let lexicon = self.scene.lexicon;
        whole
            && !self.is_no_person(name)
            && !self.holds_rare(given)
            && self.lead(name.clone(), surname) >= least
            && self.is_plausible(name)
            && lexicon.name_cues.closing(text, NameCue::Land).is_none()
            && !lexicon.places.is_place(text)
            && !lexicon.bodies.names.contains(text)
    }

    /// Whether the segmenter's dictionary has this stretch as one personal name.
    pub(super) fn is_known_name(self, start: usize, end: usize) -> bool {
        let token = self.token_starting(start).filter(|token| token.range.end == end);
        token.is_some_and(|token| is_named(token) && self.scene.knows(token))
    }

    /// Whether the segmenter reads one word from here beyond a public figure's name: 陈云|峰.
    pub(super) fn is_longer_word(self, start: usize, known: usize) -> bool {
        let longer = |token: &Token| token.range.end > known && is_named(token) && self.scene.knows(token);
        self.token_starting(start).is_some_and(longer)
    }

    /// Whether this is a word that the segmenter takes for a name: 卢布.
    pub(super) fn is_no_person(self, name: &Range<usize>) -> bool {
        self.scene.lexicon.name_cues.is(self.scene.slice(name), NameCue::NoPerson)
    }

    /// Whether an ordinary word stands here rather than a name: 书记|祝贺, 部长|来东.
    pub(super) fn is_ordinary(self, name: &Range<usize>) -> bool {
        let lexicon = self.scene.lexicon;
        let text = self.scene.slice(name);
        let surname = lexicon.names.surname(text).filter(|surname| *surname < text.len());
        let foreign = text.chars().all(|c| c == '·' || lexicon.names.transcribes(c));
        let Some(surname) = surname.filter(|_| !foreign && lexicon.people.known.get(text).is_none()) else {
            return false;
        };
        let token = self.token_starting(name.start);
        let lead = || self.lead(name.clone(), name.start + surname);
        let share = lexicon.names.surname_share(&text[..surname]);
        let word = token.is_some_and(|token| token.range.end >= name.end && self.scene.knows(token));
        let named = token.is_some_and(|token| is_named(token) && token.range.end == name.end);
        word && !named && lead() < ORDINARY
            || !named && share.is_some_and(|share| share < RATHER_WORD_SURNAME) && lead() < BEHIND_WORD
    }

    /// The name without a last character that is rather a word of its own. What a mark or a deed follows, and what the
    /// dictionary has as a name, stays whole.
    pub(super) fn without_overrun(self, name: Range<usize>) -> Range<usize> {
        let text = self.scene.slice(&name);
        let Some((last, c)) =
            text.char_indices().next_back().filter(|(last, _)| *last >= FULL_NAME_BYTES - 3)
        else {
            return name;
        };
        let names = &self.scene.lexicon.names;
        let dotted = text.contains('·');
        let surnamed =
            text.len() == FULL_NAME_BYTES && names.surname(text).is_some_and(|surname| surname < last);
        let word = self.scene.lexicon.share(&text[last..]);
        let is_word = if surnamed {
            let particle = self.scene.lexicon.name_cues.has(c, NameCue::Particle);
            word - names.given_share(c) >= if particle { 0.0 } else { RATHER_WORD }
        } else if dotted || text.len() > FULL_NAME_BYTES {
            names.transcribed_share(c).is_some_and(|share| word - share >= RATHER_FOREIGN_WORD)
        } else {
            false
        };
        let known = |token: &Token| token.range.end == name.end && is_named(token) && self.scene.knows(token);
        if !is_word || self.token_starting(name.start).is_some_and(known) && !dotted {
            return name;
        }
        let next = self.scene.text[name.end..].chars().next();
        let marked = next.is_none_or(|c| !is_han(c) && !c.is_ascii_digit() && c != '“');
        let acts = matches!(
            self.scene.beside_at(name.end),
            Some((_, Beside::Deed | Beside::Verb | Beside::Quoting | Beside::Courtesy))
        );
        if marked || acts && word - names.given_share(c) < SURELY_WORD {
            return name;
        }
        name.start..name.start + last
    }
}

/// Length in bytes of the blank, the closing quotation mark or the remark (副县长(挂职)) between a title and
/// the name.
pub(super) fn opening_of(rest: &str) -> usize {
    let remark = rest.char_indices().take(MAX_REMARK_CHARS).find(|(_, c)| *c == ')');
    let remark = remark.filter(|_| rest.starts_with('(')).map_or(0, |(at, _)| at + 1);
    let mark = rest[remark..].chars().next().filter(|c| matches!(c, ' ' | '”'));
    remark + mark.map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    /// What is left of the name that stands in the text.
    fn cut(text: &str, name: &str) -> String {
        with_scene(text, |scene| {
            let at = text.find(name).unwrap_or_default();
            let left = Names::new(scene).without_overrun(at..at + name.len());
            scene.slice(&left).to_owned()
        })
    }

    #[test]
    fn a_word_after_a_name_is_no_part_of_it() {
        assert_eq!(cut("水玉和教练从驻地赶来", "水玉和"), "水玉");
        assert_eq!(cut("记者水玉从县里获悉", "水玉从"), "水玉");
        assert_eq!(cut("作家卡洛斯·布里安曾把这里写进书", "卡洛斯·布里安曾"), "卡洛斯·布里安");
    }

    #[test]
    fn what_a_mark_follows_stays_whole() {
        assert_eq!(cut("水玉和、王霜出席", "水玉和"), "水玉和");
        assert_eq!(cut("周晓峰走进水渠", "周晓峰"), "周晓峰");
    }
}
