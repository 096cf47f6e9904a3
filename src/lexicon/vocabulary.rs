//! A set of words, each with what is known of it, that finds itself in text in one pass.

use std::ops::Range;

use super::trie::Trie;

/// Words with an entry each. Of words that start at the same place the longest is found.
#[derive(Debug)]
pub(crate) struct Vocabulary<T> {
    trie: Trie,
    entries: Vec<T>,
}

impl<T> Vocabulary<T> {
    /// Builds the tree of words. Of two equal words the first is kept.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let (words, entries): (Vec<W>, Vec<T>) = words.into_iter().unzip();
        let numbered = words.iter().enumerate().map(|(number, word)| (word.as_ref(), number));
        let mut sorted: Vec<(&str, usize)> = numbered.collect();
        sorted.sort_unstable();
        sorted.dedup_by_key(|(word, _)| *word);
        Vocabulary { trie: Trie::new(&sorted), entries }
    }

    /// All words in the text, leftmost first, the longest of those that start together, none overlapping.
    pub(crate) fn find<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(character) = text[at..].chars().next() {
                let start = at;
                if let Some((length, number)) = self.trie.longest(&text[start..]) {
                    at = start + length;
                    return Some((start..at, &self.entries[number]));
                }
                at = start + character.len_utf8();
            }
            None
        })
    }

    /// The longest word that starts at byte `start`.
    pub(crate) fn longest_at(&self, text: &str, start: usize) -> Option<(Range<usize>, &T)> {
        let (length, number) = self.trie.longest(text.get(start..)?)?;
        Some((start..start + length, &self.entries[number]))
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
