//! A set of words, each with an entry, that finds its words in a text in one pass.

use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::sweep::{Openers, Place, Swept, SweptWords};
use super::trie::{Hit, Trie};

/// Words with an entry each. Of words that start at the same place, it finds the longest.
#[derive(Debug)]
pub(crate) struct Vocabulary<T> {
    trie: Trie,
    entries: Vec<T>,
    /// Its place among the vocabularies that are swept for.
    place: Option<Place>,
}

impl<T> Vocabulary<T> {
    /// Builds the tree of words. Of two equal words the first is kept.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let (words, entries): (Vec<W>, Vec<T>) = words.into_iter().unzip();
        Vocabulary::numbered(words.iter().enumerate().map(|(number, word)| (word.as_ref(), number)), entries)
    }

    /// The same for many equal entries: each is kept once, so that more of them stay in the cache.
    pub(crate) fn sharing<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self
    where
        T: Copy + Eq + Hash,
    {
        let mut entries = Vec::new();
        let mut numbers: FxHashMap<T, usize> = FxHashMap::default();
        let numbered = words.into_iter().map(|(word, entry)| {
            let number = *numbers.entry(entry).or_insert_with(|| {
                entries.push(entry);
                entries.len() - 1
            });
            (word, number)
        });
        let numbered: Vec<(W, usize)> = numbered.collect();
        Vocabulary::numbered(numbered.iter().map(|(word, number)| (word.as_ref(), *number)), entries)
    }

    /// Words with the numbers of their entries.
    fn numbered<'w>(words: impl Iterator<Item = (&'w str, usize)>, entries: Vec<T>) -> Self {
        let mut sorted: Vec<(&str, usize)> = words.collect();
        sorted.sort_unstable();
        sorted.dedup_by_key(|(word, _)| *word);
        Vocabulary { trie: Trie::new(&sorted), entries, place: None }
    }

    /// All words in the text, from left to right without overlap; of those that start together, the longest.
    pub(crate) fn find<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        self.disjoint(move |from| self.trie.next(text, from))
    }

    /// The word that starts first, at byte `from` of the text or after it; of those that start there, the
    /// longest.
    #[cfg(test)]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<(Range<usize>, &T)> {
        self.trie.next(text, from).map(|hit| self.entry(hit))
    }

    /// [`Vocabulary::find`] in a sentence that was swept.
    pub(crate) fn find_swept<'v>(
        &'v self,
        words: SweptWords<'v>,
        text: &'v str,
    ) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        let mut swept = self.listed(words).map(<[Hit]>::iter);
        self.disjoint(move |from| match &mut swept {
            Some(hits) => hits.find(|hit| hit.start >= from).copied(),
            None => self.trie.next(text, from),
        })
    }

    /// The word that starts first, at byte `from` of a swept sentence or after it; of those that start there,
    /// the longest.
    pub(crate) fn next_swept(
        &self,
        words: SweptWords,
        text: &str,
        from: usize,
    ) -> Option<(Range<usize>, &T)> {
        self.hit_swept(words, text, from).map(|hit| self.entry(hit))
    }

    /// The longest word that starts at byte `start` of a swept sentence.
    #[inline]
    pub(crate) fn at_swept(&self, words: SweptWords, text: &str, start: usize) -> Option<(Range<usize>, &T)> {
        match self.place {
            Some(place) if !words.any_at(place.number, start) => None,
            Some(place) if place.is_listed => self.next_swept(words, text, start),
            _ => self.longest_at(text, start),
        }
    }

    /// Whether at some place of a swept sentence the entry of the longest word is meant.
    pub(crate) fn any_swept(&self, words: SweptWords, text: &str, is_meant: impl Fn(&T) -> bool) -> bool {
        match self.listed(words) {
            Some(hits) => hits.iter().any(|hit| is_meant(self.entry(*hit).1)),
            None => {
                let mut places = text.char_indices();
                places.any(|(at, _)| self.longest_at(text, at).is_some_and(|(_, entry)| is_meant(entry)))
            }
        }
    }

    /// Whether a word starts at byte `start` of a swept sentence.
    #[inline]
    pub(crate) fn opens_swept(&self, words: SweptWords, text: &str, start: usize) -> bool {
        match self.place {
            Some(place) => words.any_at(place.number, start),
            None => self.trie.at(text, start).is_some(),
        }
    }

    /// This vocabulary, to ask where its words start; it must be one of those that are swept for.
    #[inline]
    pub(crate) fn openers(&self) -> Openers {
        debug_assert!(self.place.is_some(), "only what is swept for is known by where it starts");
        Openers(self.place.map_or(0, |place| 1 << place.number))
    }

    /// A walk over the words of a listed vocabulary in a swept sentence, from left to right.
    pub(crate) fn walk_swept<'v>(&'v self, words: SweptWords<'v>) -> Walk<'v, T> {
        debug_assert!(
            self.place.is_some_and(|place| place.is_listed),
            "only what is listed is known by its hits"
        );
        Walk { vocabulary: self, ahead: self.listed(words).unwrap_or_default() }
    }

    fn hit_swept(&self, words: SweptWords, text: &str, from: usize) -> Option<Hit> {
        let Some(hits) = self.listed(words) else { return self.trie.next(text, from) };
        hits.get(hits.partition_point(|hit| hit.start < from)).copied()
    }

    /// The words in a swept sentence, if they are listed.
    fn listed<'w>(&self, words: SweptWords<'w>) -> Option<&'w [Hit]> {
        self.place.filter(|place| place.is_listed).map(|place| words.of(place.number))
    }

    fn disjoint<'v>(
        &'v self,
        mut next: impl FnMut(usize) -> Option<Hit> + 'v,
    ) -> impl Iterator<Item = (Range<usize>, &'v T)> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let hit = next(from)?;
            from = hit.range().end;
            Some(self.entry(hit))
        })
    }

    fn entry(&self, hit: Hit) -> (Range<usize>, &T) {
        (hit.range(), &self.entries[hit.number as usize])
    }

    /// The longest word that starts at byte `start`.
    pub(crate) fn longest_at(&self, text: &str, start: usize) -> Option<(Range<usize>, &T)> {
        self.trie.at(text, start).map(|hit| self.entry(hit))
    }

    /// Whether a word stands somewhere in the text.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.trie.next(text, 0).is_some()
    }

    /// Whether a word opens the text.
    pub(crate) fn opens(&self, text: &str) -> bool {
        self.trie.at(text, 0).is_some()
    }

    /// The entry of this word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.longest_at(word, 0).filter(|(range, _)| range.end == word.len()).map(|(_, entry)| entry)
    }

    /// The text without the words at its head, however many.
    pub(crate) fn trim_start<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((word, _)) = self.longest_at(rest, 0) {
            rest = &rest[word.end..];
        }
        rest
    }

    /// Whether this is one of the words.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The words of a vocabulary in a swept sentence, from some byte on.
#[derive(Debug)]
pub(crate) struct Walk<'v, T> {
    vocabulary: &'v Vocabulary<T>,
    ahead: &'v [Hit],
}

impl<T> Clone for Walk<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Walk<'_, T> {}

/// Gives each word, also one that is part of another.
impl<'v, T> Iterator for Walk<'v, T> {
    type Item = (Range<usize>, &'v T);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (first, ahead) = self.ahead.split_first()?;
        self.ahead = ahead;
        Some(self.vocabulary.entry(*first))
    }
}

impl<'v, T> Walk<'v, T> {
    /// The walk at its end, with no words ahead.
    pub(crate) fn at_end(self) -> Self {
        Walk { ahead: &[], ..self }
    }

    /// The longest word that starts at this byte, as the byte where it ends and its entry. Leaves the words
    /// before it behind.
    #[inline]
    pub(crate) fn at(&mut self, start: usize) -> Option<(usize, &'v T)> {
        while let [first, ahead @ ..] = self.ahead
            && first.start < start
        {
            self.ahead = ahead;
        }
        let first = self.ahead.first().filter(|first| first.start == start)?;
        let (range, entry) = self.vocabulary.entry(*first);
        Some((range.end, entry))
    }
}

impl<T> Swept for Vocabulary<T> {
    fn join(&mut self, place: Place) -> Vec<(String, usize)> {
        self.place = Some(place);
        self.trie.words()
    }
}

/// Words with an entry each, to find the one that ends a text.
#[derive(Debug)]
pub(crate) struct Endings<T>(Vocabulary<T>);

impl<T> Endings<T> {
    /// Builds the tree of words, read backwards. Of two equal words the first is kept.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let mirrored = |word: W| word.as_ref().chars().rev().collect::<String>();
        Endings(Vocabulary::new(words.into_iter().map(|(word, entry)| (mirrored(word), entry))))
    }

    /// The byte at which the longest word that ends the text starts, and its entry.
    pub(crate) fn longest(&self, text: &str) -> Option<(usize, &T)> {
        let Endings(Vocabulary { trie, entries, .. }) = self;
        let (length, number) = trie.longest(text.chars().rev())?;
        Some((text.len() - length as usize, &entries[number as usize]))
    }

    /// The entry of this word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.longest(word).filter(|(start, _)| *start == 0).map(|(_, entry)| entry)
    }

    /// The text without the words at its end, however many.
    pub(crate) fn trim_end<'t>(&self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((start, _)) = self.longest(rest) {
            rest = &rest[..start];
        }
        rest
    }

    /// Whether one of the words ends the text.
    pub(crate) fn end(&self, text: &str) -> bool {
        self.longest(text).is_some()
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

    #[test]
    fn the_longest_ending_is_found() {
        let heads = Endings::new([("铁路", 1), ("高速铁路", 2), ("路", 3)]);
        assert_eq!(heads.longest("京沪高速铁路"), Some((6, &2)));
        assert_eq!(heads.longest("公路"), Some((3, &3)));
        assert!(!heads.end("铁路桥") && !heads.end(""));
    }
}
