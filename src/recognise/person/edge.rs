//! Trims names that ran on into the next word: 王霜和|教练, 利维的|辞职.

use std::ops::Range;

use super::appointed::leads_to_title;
use super::name::Names;
use super::quote::after_adverbs;
use super::tokens::is_named;
use super::{FULL_NAME_BYTES, HAN_BYTES};
use crate::lexicon::{Beside, NameCue, is_han};
use crate::segment::Token;

/// The lead that a name of three characters needs if it occurs twice in a document.
const TWICE: f32 = 6.0;
/// The same for a name of two characters.
const SHORT_TWICE: f32 = 7.0;
/// How far a name may trail the ordinary word that it reads as.
const ORDINARY: f32 = -4.5;
/// The lead that a name needs if its surname is more often another word: 时, 来.
const BEHIND_WORD: f32 = 3.0;
/// Logarithm of the share of such a surname.
const RATHER_WORD_SURNAME: f32 = -10.0;
/// The last character is a word if it is commoner as one than in given names by this much.
const RATHER_WORD: f32 = 1.4;
/// The same before a deed or a verb of saying.
const SURELY_WORD: f32 = 3.0;
/// The same in transcribed names.
const RATHER_FOREIGN_WORD: f32 = 3.0;
/// Longest remark in brackets after a title, in characters.
const MAX_REMARK_CHARS: usize = 10;

/// The last character of the verbs of taking a post.
const TAKING: char = '任';
/// Stands in place of a given name that is withheld.
const SOMEBODY: char = '某';

impl Names<'_> {
    /// Whether the name ends inside a word of the segmenter's guess, and has three characters or stands
    /// before what is more likely a word of its own: 周晓峰|先, 王霜|从.
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

    /// Whether the supposed given name is an address or a verb of saying: 钟|先生, 时|强调.
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

    /// Whether a word that occurs twice in a document is a name: it leads, and it is neither a place nor a
    /// thing.
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

    /// Whether the segmenter reads one word here that reaches past a public figure's name: 陈云|峰.
    pub(super) fn is_longer_word(self, start: usize, known: usize) -> bool {
        let longer = |token: &Token| token.range.end > known && is_named(token) && self.scene.knows(token);
        self.token_starting(start).is_some_and(longer)
    }

    /// Whether it is a word that the segmenter wrongly takes for a name: 卢布.
    pub(super) fn is_no_person(self, name: &Range<usize>) -> bool {
        self.scene.lexicon.name_cues.is(self.scene.slice(name), NameCue::NoPerson)
    }

    /// Whether an ordinary word stands here, not a name: 书记|祝贺, 部长|来东.
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

    /// The name without a last character that is more likely a word of its own. It stays whole before a mark
    /// or a deed, and if the dictionary has it as a name.
    pub(super) fn without_overrun(self, name: Range<usize>) -> Range<usize> {
        let text = self.scene.slice(&name);
        let Some((last, c)) =
            text.char_indices().next_back().filter(|(last, _)| *last >= FULL_NAME_BYTES - 3)
        else {
            return name;
        };
        // Letters in place of a withheld name are no words: 秦某某.
        if text.contains(SOMEBODY) {
            return name;
        }
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
            Some((_, Beside::Deed | Beside::Verb | Beside::Quoting | Beside::Courtesy | Beside::Befalling))
        );
        if marked || acts && word - names.given_share(c) < SURELY_WORD {
            return name;
        }
        name.start..name.start + last
    }

    /// Whether a public figure's name is only the beginning of a name with one more character, which a mark
    /// or a deed closes: 欧阳修|竹|主持, 丁玲|玉、.
    pub(super) fn is_cut_short(self, start: usize, end: usize) -> bool {
        let given =
            self.scene.surname_at(start).map_or(0, |surname| self.scene.text[surname..end].chars().count());
        let one_more = self.token_starting(end).filter(|token| token.range.len() == '竹'.len_utf8());
        let goes_on = one_more.is_some_and(|token| {
            let is_noun = token.tag.starts_with('n') || token.tag == "x";
            is_noun && self.closes(token.range.end) && self.scene.beside_at(end).is_none()
        });
        given == 1 && (goes_on || self.is_said_in_guess(end)) && self.scene.title_at(end).is_none()
    }

    /// Whether the segmenter guesses a word here of the last character of a name and a verb of saying: 李强|国说.
    fn is_said_in_guess(self, end: usize) -> bool {
        let Some(letter) = self.scene.text[end..].chars().next() else { return false };
        let guess = self
            .token_starting(end)
            .is_some_and(|token| token.range.len() > letter.len_utf8() && !self.scene.knows(token));
        let says = || {
            let said = self.scene.beside_at(end + letter.len_utf8());
            matches!(said, Some((_, Beside::Verb | Beside::Quoting | Beside::Deed)))
        };
        guess && self.scene.beside_at(end).is_none() && self.is_rather_given(end) && says()
    }

    /// Whether an adverb or a verb of saying starts at byte `short`, reaches past byte `long`, and is one
    /// word to the segmenter.
    pub(super) fn opens_adverb(self, short: usize, long: usize) -> bool {
        let reach = self.scene.beside_at(short).filter(|(to, _)| *to > long);
        reach.is_some_and(|(_, class)| matches!(class, Beside::Adverb | Beside::Verb | Beside::Quoting))
            && self.token_starting(short).is_some_and(|token| token.range.end > long)
    }

    /// The name without the words that it ran on into.
    pub(super) fn trimmed(self, name: Range<usize>) -> Range<usize> {
        self.without_joiner(self.without_particle(self.without_taking(self.without_overrun(name))))
    }

    /// The name without the particle that joins it to the title after it: 主任|孙丽|同书记.
    fn without_joiner(self, name: Range<usize>) -> Range<usize> {
        // After a pronoun or an addressed person, the character joins: 我|和|秀兰同志, 孙局长|和|秀兰同志.
        let spoken = || {
            let addressed = |title: &Range<usize>| {
                let surname = title.start.checked_sub(HAN_BYTES).and_then(|at| self.scene.surname_at(at));
                title.end == name.start && surname == Some(title.start)
            };
            self.token_ending(name.start).is_some_and(|token| token.tag == "r")
                || self.scene.titles().any(|(title, _)| addressed(&title))
        };
        if name.len() == FULL_NAME_BYTES && self.scene.slice(&name).starts_with(['和', '与']) && spoken() {
            return name.start + HAN_BYTES..name.end;
        }
        let short = self.scene.slice(&name).strip_suffix(['同', '和', '与', '跟', '向', '对']);
        let Some(short) = short.filter(|short| short.chars().nth(1).is_some()) else { return name };
        let titled = || self.scene.titles().any(|(title, _)| title.end == name.start);
        if name.len() == FULL_NAME_BYTES && self.scene.title_at(name.end).is_some() && titled() {
            return name.start..name.start + short.len();
        }
        name
    }

    /// The name without the verb of taking a post at its end: 周晓|任云柳县副县长.
    pub(super) fn without_taking(self, name: Range<usize>) -> Range<usize> {
        let short = self.scene.slice(&name).strip_suffix(TAKING);
        let Some(short) = short.filter(|short| short.chars().nth(1).is_some()) else { return name };
        // A name before a deed is whole: 吴大任|要求各局局长.
        let acts = || {
            let acts =
                |token: &Token| matches!(token.tag.as_bytes()[..], [b'v' | b'd' | b'p' | b'c' | b'u', ..]);
            self.scene.beside_at(name.end).is_some() || self.token_starting(name.end).is_some_and(acts)
        };
        let takes =
            self.scene.title_at(name.end).is_some() || leads_to_title(self.scene, name.end) && !acts();
        if takes { name.start..name.start + short.len() } else { name }
    }

    /// The name without a particle taken for its surname, before a deed or a verb of saying: 由|栗红接任. Some
    /// particles are also surnames (向华强); of the two readings the one that leads more stands.
    pub(super) fn without_particle(self, name: Range<usize>) -> Range<usize> {
        let text = self.scene.slice(&name);
        let inner = name.start + HAN_BYTES;
        let particle = name.len() == FULL_NAME_BYTES
            && self.scene.lexicon.name_cues.opening(text, NameCue::Glued).is_some();
        if !particle || self.is_known_name(name.start, name.end) {
            return name;
        }
        let Some(surname) = self.scene.surname_at(inner).filter(|surname| *surname < name.end) else {
            return name;
        };
        let deed = after_adverbs(self.scene, name.end);
        let acts =
            matches!(self.scene.beside_at(deed), Some((_, Beside::Deed | Beside::Verb | Beside::Quoting)));
        let other = || self.lead(inner..name.end, surname) > self.lead(name.clone(), inner);
        if acts && other() { inner..name.end } else { name }
    }
}

/// Length in bytes of the blank, closing quotation mark or remark between a title and the name: 副县长(挂职).
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

    /// The part of the name that is left, in the text.
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

    /// The part of the name that is left without the words around it.
    fn bare(text: &str, name: &str) -> String {
        with_scene(text, |scene| {
            let at = text.find(name).unwrap_or_default();
            let names = Names::new(scene);
            let left = names.without_particle(names.without_taking(at..at + name.len()));
            scene.slice(&left).to_owned()
        })
    }

    #[test]
    fn the_verb_of_taking_a_post_is_no_part_of_a_name() {
        assert_eq!(bare("周晓任云柳县副县长。", "周晓任"), "周晓");
        assert_eq!(bare("周晓任县水利局局长。", "周晓任"), "周晓");
        assert_eq!(bare("周大任要求各局局长到会。", "周大任"), "周大任");
        assert_eq!(bare("周大任,云柳县县长。", "周大任"), "周大任");
    }

    #[test]
    fn a_particle_is_no_surname_before_what_people_do() {
        assert_eq!(bare("由栗红接任。", "由栗红"), "栗红");
        assert_eq!(bare("经李明介绍,水渠已通。", "经李明"), "李明");
        assert_eq!(bare("向华强出席。", "向华强"), "向华强");
        assert_eq!(bare("向世明出席。", "向世明"), "向世明");
    }

    #[test]
    fn the_particle_between_two_titles_belongs_to_neither() {
        let trimmed = |text: &str, name: &str| {
            with_scene(text, |scene| {
                let at = text.find(name).unwrap_or_default();
                scene.slice(&Names::new(scene).trimmed(at..at + name.len())).to_owned()
            })
        };
        assert_eq!(trimmed("主任水玉同书记谈话。", "水玉同"), "水玉");
        assert_eq!(trimmed("请李大同书记讲话。", "李大同"), "李大同");
        assert_eq!(trimmed("我和秀兰同志谈话。", "和秀兰"), "秀兰");
        assert_eq!(trimmed("孙局长和秀兰同志谈话。", "和秀兰"), "秀兰");
    }

    #[test]
    fn what_a_mark_follows_stays_whole() {
        assert_eq!(cut("水玉和、王霜出席", "水玉和"), "水玉和");
        assert_eq!(cut("周晓峰走进水渠", "周晓峰"), "周晓峰");
    }
}
