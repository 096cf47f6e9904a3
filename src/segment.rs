//! Step 6: sentence to tokens with tags, by jieba-rs.

use std::cell::Cell;
use std::ops::{Deref, Range};

use jieba_rs::Jieba;

/// A word of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Token<'j> {
    /// Bytes in the sentence.
    pub(crate) range: Range<usize>,
    pub(crate) word: &'j str,
    /// Part of speech in jieba's (ICTCLAS) letters: `n`, `ns`, `v`, `vn`, `m`, `x`.
    pub(crate) tag: &'j str,
    pub(crate) named: Named,
    /// Whether the segmenter's dictionary has the word, and its share, once somebody has asked.
    pub(crate) known: Cell<Option<bool>>,
    pub(crate) share: Cell<Option<f32>>,
}

/// The kind of name that a word is by the segmenter's tag. Kept, because most words are asked more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Nothing,
    Person,
    Place,
    Body,
}

impl Named {
    fn of(tag: &str) -> Self {
        match tag.as_bytes() {
            [b'n', b'r', ..] => Named::Person,
            b"ns" => Named::Place,
            b"nt" => Named::Body,
            _ => Named::Nothing,
        }
    }
}

/// For every how many bytes of a sentence one index is kept.
const STEP_BYTES: usize = 4;

/// The tokens of a sentence, in order, without gaps. The token at a byte is looked up, not searched for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'p> {
    all: &'p [Token<'p>],
    /// For every [`STEP_BYTES`] bytes, the index of the token that covers the first of them.
    places: &'p [u32],
}

impl<'p> Deref for Tokens<'p> {
    type Target = [Token<'p>];

    fn deref(&self) -> &Self::Target {
        self.all
    }
}

impl<'p> Tokens<'p> {
    pub(crate) fn all(self) -> &'p [Token<'p>] {
        self.all
    }

    /// How many tokens end at this byte or before it.
    #[inline]
    pub(crate) fn ended_by(self, byte: usize) -> usize {
        let Some(place) = self.places.get(byte / STEP_BYTES) else { return self.all.len() };
        let mut place = *place as usize;
        while self.all.get(place).is_some_and(|token| token.range.end <= byte) {
            place += 1;
        }
        place
    }

    /// How many tokens end before this byte.
    #[inline]
    pub(crate) fn ended_before(self, byte: usize) -> usize {
        byte.checked_sub(1).map_or(0, |last| self.ended_by(last))
    }

    /// How many tokens start before this byte.
    #[inline]
    pub(crate) fn started_before(self, byte: usize) -> usize {
        byte.checked_sub(1).map_or(0, |last| self.all.len().min(self.ended_by(last) + 1))
    }

    /// The token that covers this byte.
    #[inline]
    pub(crate) fn at(self, byte: usize) -> Option<&'p Token<'p>> {
        self.all.get(self.ended_by(byte))
    }

    /// The index of the token that starts at this byte.
    #[inline]
    pub(crate) fn starting(self, byte: usize) -> Option<usize> {
        let place = self.ended_by(byte);
        self.all.get(place).filter(|token| token.range.start == byte).map(|_| place)
    }

    /// The index of the token that ends at this byte.
    #[inline]
    pub(crate) fn ending(self, byte: usize) -> Option<usize> {
        let place = self.ended_before(byte);
        self.all.get(place).filter(|token| token.range.end == byte).map(|_| place)
    }
}

/// The tokens of a page of sentences, sentence after sentence.
#[derive(Debug, Default)]
pub(crate) struct CutPage<'j> {
    tokens: Vec<Token<'j>>,
    places: Vec<u32>,
    /// Where the tokens and the places of each sentence end.
    ends: Vec<(usize, usize)>,
}

impl<'j> CutPage<'j> {
    /// Room for a page of this many bytes.
    pub(crate) fn for_bytes(bytes: usize) -> Self {
        // Words have five bytes or more, on the whole.
        let places = Vec::with_capacity(bytes / (STEP_BYTES - 1));
        CutPage { tokens: Vec::with_capacity(bytes / 5), places, ..CutPage::default() }
    }

    /// Makes room for another page.
    pub(crate) fn clear(&mut self) {
        self.tokens.clear();
        self.places.clear();
        self.ends.clear();
    }

    /// Adds a sentence.
    pub(crate) fn cut(&mut self, jieba: &'j Jieba, sentence: &'j str) {
        let (mut start, mut next) = (0, 0);
        let tags = jieba.tag(sentence, true);
        self.places.reserve(sentence.len() / STEP_BYTES + 1);
        let places = &mut self.places;
        self.tokens.extend(tags.iter().enumerate().map(|(place, tagged)| {
            let range = start..start + tagged.word.len();
            start = range.end;
            while next < range.end {
                places.push(place as u32);
                next += STEP_BYTES;
            }
            let (tag, named) = (tagged.tag, Named::of(tagged.tag));
            Token { range, word: tagged.word, tag, named, known: Cell::new(None), share: Cell::new(None) }
        }));
        self.ends.push((self.tokens.len(), self.places.len()));
    }

    /// The tokens of each sentence.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Tokens<'_>> {
        let mut start = (0, 0);
        self.ends.iter().map(move |end| {
            let (first, place) = std::mem::replace(&mut start, *end);
            Tokens { all: &self.tokens[first..end.0], places: &self.places[place..end.1] }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(jieba: &Jieba, sentence: &str) -> Vec<String> {
        let page = cut(jieba, sentence);
        let tokens = page.sentences().next().unwrap();
        tokens.iter().map(|token| sentence[token.range.clone()].to_owned()).collect()
    }

    fn cut<'j>(jieba: &'j Jieba, sentence: &'j str) -> CutPage<'j> {
        let mut page = CutPage::default();
        page.cut(jieba, sentence);
        page
    }

    #[test]
    fn the_token_at_a_byte_is_the_one_that_a_search_finds() {
        let jieba = Jieba::new();
        let mut page = CutPage::default();
        let sentences = ["", "推进5G智能化生产线 建设,ＡＢＣ𠮷。", "渔政"];
        sentences.iter().for_each(|sentence| page.cut(&jieba, sentence));
        assert_eq!(page.sentences().count(), sentences.len());
        for (tokens, sentence) in page.sentences().zip(sentences) {
            for byte in 0..sentence.len() + 3 {
                assert_eq!(tokens.ended_by(byte), tokens.partition_point(|token| token.range.end <= byte));
                assert_eq!(tokens.ended_before(byte), tokens.partition_point(|token| token.range.end < byte));
                let started = tokens.partition_point(|token| token.range.start < byte);
                assert_eq!(tokens.started_before(byte), started);
                assert_eq!(tokens.starting(byte), tokens.iter().position(|token| token.range.start == byte));
                assert_eq!(tokens.ending(byte), tokens.iter().position(|token| token.range.end == byte));
            }
        }
    }

    /// What the rest of the library relies on; an upgrade of jieba-rs that changes it shows here.
    #[test]
    fn tokens_cover_the_sentence_without_gaps() {
        let jieba = Jieba::new();
        let sentence = "推进5G智能化生产线 建设,ＡＢＣ𠮷。";
        assert_eq!(words(&jieba, sentence).concat(), sentence);
    }

    #[test]
    fn a_known_word_keeps_its_old_tag() {
        let mut jieba = Jieba::new();
        jieba.add_word("项目", Some(100_000), Some("zzz"));
        assert_eq!(cut(&jieba, "项目").tokens[0].tag, "n");
    }

    #[test]
    fn a_dictionary_row_without_frequency_loses_to_any_other_cut() {
        let mut jieba = Jieba::new();
        jieba.load_dict(&mut "大力发展楼\n".as_bytes()).unwrap();
        assert_ne!(words(&jieba, "大力发展楼宇经济")[0], "大力发展楼");
        jieba.add_word("大力发展楼", Some(1_000_000), None);
        assert_eq!(words(&jieba, "大力发展楼宇经济")[0], "大力发展楼");
    }
}
