//! A set of words, each with what is known of it, that finds itself in text in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// Words with an entry each. Of words that start at the same place the longest is found.
#[derive(Debug)]
pub(crate) struct Vocabulary<T> {
    automaton: AhoCorasick,
    entries: Vec<T>,
}

impl<T> Vocabulary<T> {
    /// Builds the automaton. Of two equal words the first is kept.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let (words, entries): (Vec<W>, Vec<T>) = words.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Both)
            .build(words.iter().map(AsRef::as_ref))
            .expect("a dictionary is far smaller than the automaton's limit of 2^31 states");
        Vocabulary { automaton, entries }
    }

    /// All words in the text, leftmost first, the longest of those that start together, none overlapping.
    pub(crate) fn find<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        self.automaton.find_iter(text).map(|hit| (hit.range(), &self.entries[hit.pattern().as_usize()]))
    }

    /// The longest word that starts at byte `start`.
    pub(crate) fn longest_at(&self, text: &str, start: usize) -> Option<(Range<usize>, &T)> {
        let input = Input::new(text).range(start..).anchored(Anchored::Yes);
        let hit = self.automaton.find(input)?;
        Some((hit.range(), &self.entries[hit.pattern().as_usize()]))
    }

    /// What is known of this word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.longest_at(word, 0).filter(|(range, _)| range.end == word.len()).map(|(_, entry)| entry)
    }

    /// Whether this is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found() {
        let units = Vocabulary::new([("公里", 1), ("平方公里", 2), ("公", 3)]);
        let found: Vec<_> = units.find("8000平方公里、5公里").map(|(range, n)| (range.start, *n)).collect();
        assert_eq!(found, [(4, 2), (20, 1)]);
        assert_eq!(units.longest_at("平方公里", 6), Some((6..12, &1)));
        assert_eq!(units.longest_at("平方公里", 3), None);
    }

    #[test]
    fn a_word_is_known_as_a_whole_only() {
        let units = Vocabulary::new([("公里", ()), ("亩", ())]);
        assert!(units.contains("亩") && !units.contains("亩地") && !units.contains("公"));
    }
}
