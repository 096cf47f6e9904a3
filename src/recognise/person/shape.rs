//! Weighs names by their shape: how much likelier a stretch is a personal name than the words read in it.
//!
//! Both readings are weighed as products of shares: of the surname and of each character of the given
//! name (or of each character of a transcribed name) against the shares of the segmenter's words. The
//! difference of their logarithms is the *lead* of the name: 张琳艳 leads by 15, 高度重 trails by 17.

use std::ops::Range;

use super::FULL_NAME_BYTES;
use super::name::Names;
use super::tokens::is_named;
use crate::segment::{Named, Token};

/// What a given name of one character loses, because most have two.
const SHORT_GIVEN: f32 = 1.2;
/// The lead at which a name needs no help.
pub(super) const SURE: f32 = 8.0;
/// Logarithm of the share of a character that few given names hold.
const RARE_GIVEN: f32 = -9.3;
/// What a name loses if no verb, particle or mark follows.
const INTERRUPTED: f32 = 3.0;
/// Longest title that cuts a word, in characters.
const MAX_TITLE_CHARS: usize = 4;
/// What a name loses if it ends inside a word of the segmenter's guess.
const BROKEN: f32 = 5.0;

/// Whether a word of this tag can follow a name directly: a verb, a place, a time, a manner.
fn may_follow(tag: &str) -> bool {
    matches!(tag, "v" | "p" | "c" | "d" | "u" | "t" | "ul" | "uj" | "r" | "ad" | "y" | "vi")
}

/// A name by its shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shaped {
    pub(super) end: usize,
    pub(super) lead: f32,
}

impl Names<'_> {
    /// The likeliest Chinese name that starts at this byte and ends at a word's edge. It loses some of its
    /// lead if a sentence cannot go on right after it (周文远有期徒刑…).
    pub(super) fn shaped_at(self, start: usize) -> Option<Shaped> {
        let after_surname = self.scene.surname_at(start)?;
        let (mut best, mut shorter): (Option<Shaped>, Option<usize>) = (None, None);
        for end in self.given_ends(after_surname) {
            // The deed is no part of the name: 王凯|说.
            if shorter.replace(end).is_some_and(|short| self.is_cut(start, short, end)) {
                break;
            }
            let Some(loss) = self.loss_at(end).filter(|_| self.is_plausible(&(start..end))) else { continue };
            let loss = if self.is_word_to(start, end) { loss / 2.0 } else { loss };
            if self.is_word_after(after_surname, end) {
                continue;
            }
            let lead = self.lead(start..end, after_surname) - loss;
            if best.is_none_or(|best| best.lead < lead) {
                best = Some(Shaped { end, lead });
            }
        }
        best
    }

    /// What a name that ends at this byte loses of its lead; `None` if it cannot end there.
    pub(super) fn loss_at(self, end: usize) -> Option<f32> {
        if self.goes_on(end) {
            return Some(0.0);
        }
        let guessed = || {
            let token = self.tokens_over(&(end - 1..end)).next()?;
            (!self.scene.knows(token)).then_some(BROKEN)
        };
        self.token_ending(end).map(|_| INTERRUPTED).or_else(guessed)
    }

    /// Whether this stretch is a name by its shape, without help from the words beside it.
    pub(super) fn is_sure(self, name: Range<usize>) -> bool {
        let shaped = [self.shaped_at(name.start), self.transcribed_shape_at(name.start)];
        shaped.into_iter().flatten().any(|shaped| shaped.end == name.end && shaped.lead >= SURE)
    }

    /// Whether this stretch leads enough for a Chinese name that needs no help.
    pub(super) fn leads(self, name: Range<usize>) -> bool {
        let surname = self.scene.lexicon.names.surname(self.scene.slice(&name));
        surname.is_some_and(|surname| self.lead(name.clone(), name.start + surname) >= SURE)
    }

    /// How far a Chinese name with these edges leads the words read in it.
    pub(super) fn lead(self, name: Range<usize>, after_surname: usize) -> f32 {
        let Some(surname) =
            self.scene.lexicon.names.surname_share(&self.scene.text[name.start..after_surname])
        else {
            return f32::NEG_INFINITY;
        };
        let given = &self.scene.text[after_surname..name.end];
        let short = if given.chars().count() == 1 { SHORT_GIVEN } else { 0.0 };
        let given: f32 = given.chars().map(|c| self.scene.lexicon.names.given_share(c)).sum();
        surname + given - short - self.share_as_words(name)
    }

    /// Logarithm of the share of this stretch as ordinary words. A known word counts whole, less its
    /// characters outside the stretch; names and words of the segmenter's guess count by their characters.
    pub(super) fn share_as_words(self, stretch: Range<usize>) -> f32 {
        let (text, lexicon) = (self.scene.text, self.scene.lexicon);
        let characters = |range: Range<usize>| -> f32 {
            let part = &text[range];
            part.char_indices().map(|(at, c)| lexicon.share(&part[at..at + c.len_utf8()])).sum()
        };
        let words = self.tokens_over(&stretch);
        words
            .map(|token| {
                let inside = token.range.start.max(stretch.start)..token.range.end.min(stretch.end);
                if is_named(token) || !self.scene.knows(token) || self.hides_name(token) {
                    return self.share_as_pieces(&text[inside]);
                }
                // A word across the edge of a title is none: 市|长江|澜.
                if token.range.start < stretch.start && self.ends_title(token.range.start, stretch.start) {
                    return self.share_as_pieces(&text[inside]);
                }
                let outside =
                    characters(token.range.start..inside.start) + characters(inside.end..token.range.end);
                self.scene.share(token) - outside
            })
            .sum()
    }

    /// Whether a title that starts before byte `inside` ends at byte `end`: 市|长|.
    fn ends_title(self, inside: usize, end: usize) -> bool {
        let before = self.scene.text[..inside].char_indices().rev().take(MAX_TITLE_CHARS);
        before.into_iter().any(|(at, _)| self.scene.title_at(at).is_some_and(|(title, _)| title.end == end))
    }

    /// Whether one of these characters is rare in given names.
    pub(super) fn holds_rare(self, given: Range<usize>) -> bool {
        self.scene.slice(&given).chars().any(|c| self.scene.lexicon.names.given_share(c) <= RARE_GIVEN)
    }

    /// Whether this word of the dictionary is a name although no tag says so: a surname and two characters,
    /// no two of which are a word.
    pub(super) fn hides_name(self, token: &Token) -> bool {
        if token.range.len() != FULL_NAME_BYTES || is_named(token) || token.named != Named::Nothing {
            return false;
        }
        let word = token.word;
        let edges = [&word[..6], &word[3..]];
        self.scene.surname_at(token.range.start) == Some(token.range.start + 3)
            && !self.holds_rare(token.range.start + 3..token.range.end)
            && !edges.iter().any(|pair| self.scene.lexicon.knows(pair))
    }

    /// Logarithm of the share of these characters, singly or with two as a known word: 惠|民生.
    fn share_as_pieces(self, text: &str) -> f32 {
        let lexicon = self.scene.lexicon;
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut best = vec![0.0_f32];
        for (number, pair) in edges.windows(2).enumerate() {
            let single = best[number] + lexicon.share(&text[pair[0]..pair[1]]);
            let double = number.checked_sub(1).map(|before| (&text[edges[before]..pair[1]], best[before]));
            let double = double.filter(|(word, _)| lexicon.knows(word) && word.len() < text.len());
            best.push(double.map_or(single, |(word, share)| single.max(share + lexicon.share(word))));
        }
        best.last().copied().unwrap_or_default()
    }

    /// Whether a sentence can go on from a name that ends here: something closes it, or a verb, a
    /// preposition, an adverb or a time follows.
    pub(super) fn goes_on(self, end: usize) -> bool {
        self.closes(end) || self.token_starting(end).is_some_and(|token| may_follow(token.tag))
    }

    /// Whether these characters may be a person's name and hold no title.
    pub(super) fn is_plausible(self, name: &Range<usize>) -> bool {
        super::name::is_plausible(self.scene, self.scene.slice(name)) && !self.holds_title(name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    /// The name by its shape that starts after `|`, and its lead.
    fn shaped(marked: &str) -> Option<(String, f32)> {
        let start = marked.find('|')?;
        let text = marked.replace('|', "");
        with_scene(&text, |scene| {
            let shaped = Names::new(scene).shaped_at(start)?;
            Some((text[start..shaped.end].to_owned(), shaped.lead))
        })
    }

    #[test]
    fn names_lead_the_words_read_in_them() {
        for (marked, name) in [
            ("|孙德明作出决定", "孙德明"),
            ("宣布|向世明当选", "向世明"),
            ("主帅|水玉霞公布名单", "水玉霞"),
            ("书记|何雷鸣出席", "何雷鸣"),
            ("|王凯说他来。", "王凯"),
        ] {
            let (found, lead) = shaped(marked).unwrap_or_default();
            assert!(found == name && lead > 5.0, "{marked}: {found} {lead}");
        }
    }

    #[test]
    fn words_lead_the_names_read_in_them() {
        for marked in ["|高度重视安全", "|和平发展是主题", "|方方面面都好", "|成立三年", "|应当看到"]
        {
            let lead = shaped(marked).map_or(f32::NEG_INFINITY, |(_, lead)| lead);
            assert!(lead < 3.0, "{marked}: {lead}");
        }
    }
}
