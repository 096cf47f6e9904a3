//! A sentence as recognisers look at it.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::place::{self, Spot};
use super::project::list::{self, List};
use super::project::piece::{self, Piece};
use crate::layout::Byline;
use crate::lexicon::{Beside, Lexicon, Openers, SweptWords, Title, Trigger, Triggers, Vocabulary, Walk};
use crate::segment::{Token, Tokens};

/// A sentence and everything that a recogniser may look at. All ranges are bytes of `text`.
#[derive(Debug)]
pub(crate) struct Scene<'s> {
    pub(crate) text: &'s str,
    pub(crate) tokens: Tokens<'s>,
    /// The byline, when the sentence is one.
    pub(crate) byline: Option<Byline>,
    pub(crate) lexicon: &'s Lexicon,
    /// Computed once, for places and for the bodies that open with them.
    spots: OnceCell<Vec<Spot>>,
    /// Computed once, for projects and for what is told of them.
    pieces: OnceCell<Vec<Piece>>,
    lists: OnceCell<Vec<List>>,
    /// The words of all vocabularies, found in one pass.
    words: SweptWords<'s>,
    /// The characters that wake recognisers, and which ones do so somewhere.
    signs: Walk<'s, Triggers>,
    awake: Triggers,
}

impl<'s> Scene<'s> {
    pub(crate) fn new(
        text: &'s str,
        tokens: Tokens<'s>,
        byline: Option<Byline>,
        lexicon: &'s Lexicon,
        words: SweptWords<'s>,
    ) -> Self {
        let signs = lexicon.triggers.walk_swept(words);
        let awake = signs.fold(Triggers::default(), |all, (_, triggers)| all.or(*triggers));
        let (spots, pieces, lists) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Scene { text, tokens, byline, lexicon, spots, pieces, lists, words, signs, awake }
    }

    /// The words of a vocabulary in the sentence, leftmost and then longest first, none overlapping.
    pub(crate) fn find<'v, T>(
        &'v self,
        vocabulary: &'v Vocabulary<T>,
    ) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        vocabulary.find_swept(self.words, self.text)
    }

    /// The first word of a vocabulary at byte `from` or after it, the longest that starts there.
    pub(crate) fn next<'v, T>(
        &self,
        vocabulary: &'v Vocabulary<T>,
        from: usize,
    ) -> Option<(Range<usize>, &'v T)> {
        vocabulary.next_swept(self.words, self.text, from)
    }

    /// The longest word of a vocabulary that starts at byte `start`.
    #[inline]
    pub(crate) fn at<'v, T>(
        &self,
        vocabulary: &'v Vocabulary<T>,
        start: usize,
    ) -> Option<(Range<usize>, &'v T)> {
        vocabulary.at_swept(self.words, self.text, start)
    }

    /// The entry of the vocabulary for exactly this stretch.
    pub(crate) fn word<'v, T>(&self, vocabulary: &'v Vocabulary<T>, range: &Range<usize>) -> Option<&'v T> {
        match self.at(vocabulary, range.start) {
            Some((word, entry)) if word.end == range.end => Some(entry),
            // A longer word may contain it.
            Some((word, _)) if word.end > range.end => vocabulary.get(self.slice(range)),
            _ => None,
        }
    }

    /// A walk over the words of a listed vocabulary, to be asked from left to right.
    pub(crate) fn walk<T>(&self, vocabulary: &'s Vocabulary<T>) -> Walk<'s, T> {
        vocabulary.walk_swept(self.words)
    }

    /// Whether the sentence holds a word of this vocabulary whose entry is meant; at each byte only the
    /// longest counts.
    pub(crate) fn any<T>(&self, vocabulary: &Vocabulary<T>, is_meant: impl Fn(&T) -> bool) -> bool {
        vocabulary.any_swept(self.words, self.text, is_meant)
    }

    /// Whether a word of a vocabulary starts at byte `start`.
    #[inline]
    pub(crate) fn opens<T>(&self, vocabulary: &Vocabulary<T>, start: usize) -> bool {
        vocabulary.opens_swept(self.words, self.text, start)
    }

    /// Whether a word of one of these vocabularies starts at byte `start`.
    #[inline]
    pub(crate) fn opens_one_of(&self, vocabularies: Openers, start: usize) -> bool {
        self.words.one_of_at(vocabularies, start)
    }

    /// The class of the word beside a name that starts at this byte, and the byte where it ends.
    pub(crate) fn beside_at(&self, start: usize) -> Option<(usize, Beside)> {
        self.at(&self.lexicon.people.beside, start).map(|(range, class)| (range.end, *class))
    }

    /// The longest title that starts at this byte.
    pub(crate) fn title_at(&self, start: usize) -> Option<(Range<usize>, Title)> {
        let (range, title) = self.at(&self.lexicon.posts.titles, start)?;
        (*title != Title::Other).then_some((range, *title))
    }

    /// The byte past the longest surname that starts at this byte; compound ones win.
    pub(crate) fn surname_at(&self, start: usize) -> Option<usize> {
        self.at(&self.lexicon.names.surnames, start).map(|(range, _)| range.end)
    }

    /// Whether a character of the sentence wakes this trigger.
    pub(crate) fn wakes(&self, trigger: Trigger) -> bool {
        self.awake.has(trigger)
    }

    /// The characters that wake this trigger, in order.
    pub(crate) fn wake(&self, trigger: Trigger) -> impl Iterator<Item = Range<usize>> {
        // Most triggers are asleep in most sentences.
        let signs = if self.wakes(trigger) { self.signs } else { self.signs.at_end() };
        signs.filter(move |(_, triggers)| triggers.has(trigger)).map(|(range, _)| range)
    }

    /// The titles and professions of the sentence, leftmost first.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (Range<usize>, Title)> {
        let titles = self.find(&self.lexicon.posts.titles).map(|(range, title)| (range, *title));
        titles.filter(|(_, title)| *title != Title::Other)
    }

    /// The places of the sentence, named and built, in order, disjoint.
    pub(crate) fn spots(&self) -> &[Spot] {
        self.spots.get_or_init(|| place::spots(self))
    }

    /// The sentence as names and the marks between them.
    pub(crate) fn pieces(&self) -> &[Piece] {
        self.pieces.get_or_init(|| piece::pieces(self))
    }

    /// The lists of names among its pieces.
    pub(crate) fn lists(&self) -> &[List] {
        self.lists.get_or_init(|| list::lists(self, self.pieces()))
    }

    /// Whether the segmenter's dictionary has the token's word; otherwise the word is its guess.
    pub(crate) fn knows(&self, token: &Token) -> bool {
        remembered(&token.known, || self.lexicon.knows(token.word))
    }

    /// Natural logarithm of the share of the token's word.
    pub(crate) fn share(&self, token: &Token) -> f32 {
        remembered(&token.share, || self.lexicon.share(token.word))
    }

    /// Whether this stretch of the sentence is exactly `word`.
    #[inline]
    pub(crate) fn says(&self, range: &Range<usize>, word: &str) -> bool {
        self.text.as_bytes().get(range.clone()) == Some(word.as_bytes())
    }

    /// The text of a stretch of the sentence.
    pub(crate) fn slice(&self, range: &Range<usize>) -> &str {
        &self.text[range.clone()]
    }
}

/// The value that a cell keeps; computed the first time.
fn remembered<T: Copy>(cell: &Cell<Option<T>>, work_out: impl FnOnce() -> T) -> T {
    cell.get().unwrap_or_else(|| {
        let value = work_out();
        cell.set(Some(value));
        value
    })
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::with_scene;

    #[test]
    fn a_stretch_is_a_word_as_a_whole_only() {
        for text in ["加快推进渔港建设", "支持企业改造提升设备", "建设成"] {
            with_scene(text, |scene| {
                let deeds = &scene.lexicon.measures.words;
                let bounds = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
                for (start, end) in bounds().flat_map(|start| bounds().map(move |end| (start, end))) {
                    let Some(word) = text.get(start..end) else { continue };
                    assert_eq!(scene.word(deeds, &(start..end)).is_some(), deeds.contains(word), "{word}");
                }
            });
        }
    }
}
