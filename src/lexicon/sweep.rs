//! One pass over a sentence that finds the words of all vocabularies.
//!
//! Some twenty recognisers ask a sentence for the words of a vocabulary each. The words that are asked for in
//! every sentence stand in one more tree; a word of it knows whose word it is, and of whom its beginnings are
//! words. So the longest word at a place tells what every vocabulary has there.

use std::ops::Range;

use super::trie::{Hit, Room, Trie};
use super::ways::Id;

/// How many words of a vocabulary most sentences have at most.
const ROOM: usize = 32;

/// The words of all vocabularies that are asked for in every sentence.
#[derive(Debug, Default)]
pub(crate) struct Sweep {
    trie: Trie,
    /// For each word of the tree what the vocabularies have where it starts.
    shares: Vec<Share>,
    entries: Vec<Entry>,
    /// How many vocabularies are told all their words; those behind them only where they have one.
    listed: usize,
}

/// What the vocabularies have where a word of the tree starts.
#[derive(Debug, Clone)]
struct Share {
    /// A bit for each that has a word there.
    vocabularies: u32,
    /// What the listed ones have.
    entries: Range<Id>,
}

/// The longest word of a vocabulary that opens a word of the tree.
#[derive(Debug, Clone, Copy)]
struct Entry {
    vocabulary: Id,
    length: Id,
    /// The word's number in its vocabulary.
    number: Id,
}

/// The place of a vocabulary among those that are swept for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) number: usize,
    /// Whether its words are listed; else only where they start.
    pub(super) is_listed: bool,
}

/// What can be swept for: a vocabulary of any entries.
pub(super) trait Swept {
    /// Remembers its place among the swept and whether its words are listed, and tells them with their numbers.
    fn join(&mut self, place: Place) -> Vec<(String, usize)>;
}

impl Sweep {
    /// The tree of all words of these vocabularies, of which there are no more than a word has bits. Those that
    /// are never searched for, only asked at places, are marked: nearly every character opens a name.
    pub(super) fn new<'v>(listed: Vec<&'v mut dyn Swept>, marked: Vec<&'v mut dyn Swept>) -> Self {
        let mut words: Vec<(String, Entry)> = Vec::new();
        let count = listed.len();
        for (vocabulary, swept) in listed.into_iter().chain(marked).enumerate() {
            let place = Place { number: vocabulary, is_listed: vocabulary < count };
            let joined = swept.join(place).into_iter();
            words.extend(joined.map(|(word, number)| {
                let length = word.len() as Id;
                (word, Entry { vocabulary: vocabulary as Id, length, number: number as Id })
            }));
        }
        words.sort_by(|(a, _), (b, _)| a.cmp(b));
        let (mut numbered, mut shares, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        // The words that are beginnings of the one at hand, each one of the next.
        let mut beginnings: Vec<&str> = Vec::new();
        let mut share_of_beginning: Vec<(Range<usize>, u32)> = Vec::new();
        for group in words.chunk_by(|(a, _), (b, _)| a == b) {
            let word = group[0].0.as_str();
            while beginnings.last().is_some_and(|beginning| !word.starts_with(beginning)) {
                beginnings.pop();
                share_of_beginning.pop();
            }
            let first = entries.len();
            let own = |entry: &Entry| group.iter().any(|(_, own)| own.vocabulary == entry.vocabulary);
            let (beginning, mut bits) = share_of_beginning.last().cloned().unwrap_or_default();
            for inherited in beginning {
                let entry: Entry = entries[inherited];
                if !own(&entry) {
                    entries.push(entry);
                }
            }
            entries.extend(
                group.iter().map(|(_, entry)| *entry).filter(|entry| (entry.vocabulary as usize) < count),
            );
            bits |= group.iter().fold(0, |bits, (_, entry)| bits | 1 << entry.vocabulary);
            let share = first..entries.len();
            beginnings.push(word);
            share_of_beginning.push((share.clone(), bits));
            numbered.push((word, shares.len()));
            shares.push(Share { vocabularies: bits, entries: share.start as Id..share.end as Id });
        }
        Sweep { trie: Trie::new(&numbered), shares, entries, listed: count }
    }

    /// What all vocabularies have in this sentence.
    #[cfg(test)]
    pub(crate) fn words(&self, text: &str) -> SweptWords {
        let mut words = SweptWords::default();
        self.sweep(text, &mut words);
        words
    }

    /// What all vocabularies have in this sentence, in place of what they had in an earlier one: its room is
    /// used again.
    pub(crate) fn sweep(&self, text: &str, words: &mut SweptWords) {
        let SweptWords { room, hits, starts } = words;
        hits.resize_with(self.listed, || Vec::with_capacity(ROOM));
        hits.iter_mut().for_each(Vec::clear);
        starts.clear();
        starts.resize(text.len(), 0);
        self.trie.each(text, room, |Hit { start, number, .. }| {
            let Share { vocabularies, entries } = &self.shares[number as usize];
            for Entry { vocabulary, length, number } in
                &self.entries[entries.start as usize..entries.end as usize]
            {
                hits[*vocabulary as usize].push(Hit { start, length: *length, number: *number });
            }
            starts[start] = *vocabularies;
        });
    }
}

/// The words of all vocabularies in a sentence.
#[derive(Debug, Default)]
pub(crate) struct SweptWords {
    room: Room,
    /// For each listed vocabulary the longest word at each place that has one, in text order.
    hits: Vec<Vec<Hit>>,
    /// For each byte a bit for every vocabulary that has a word there: most places have none of most.
    starts: Vec<u32>,
}

impl SweptWords {
    /// The longest word of a vocabulary at each place that has one.
    pub(super) fn of(&self, vocabulary: usize) -> &[Hit] {
        &self.hits[vocabulary]
    }

    /// Whether a word of a vocabulary starts at this byte.
    #[inline]
    pub(super) fn any_at(&self, vocabulary: usize, start: usize) -> bool {
        self.starts.get(start).is_some_and(|bits| bits >> vocabulary & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Vocabulary;

    #[test]
    fn each_vocabulary_finds_what_it_finds_by_itself() {
        let mut units = Vocabulary::new([("公里", 1), ("平方公里", 2), ("公", 3), ("里", 4)]);
        let mut places = Vocabulary::new([("平方", 'a'), ("平", 'b'), ("里海", 'c')]);
        let mut signs = Vocabulary::new([("公", ()), ("平方公里", ()), ("海", ())]);
        let sweep = Sweep::new(vec![&mut units, &mut places], vec![&mut signs]);
        for text in ["8000平方公里、5公里", "公里海", "", "平平方", "公路"] {
            let words = sweep.words(text);
            let swept: Vec<_> = units.find_swept(&words, text).collect();
            assert_eq!(swept, units.find(text).collect::<Vec<_>>(), "{text}");
            let swept: Vec<_> = places.find_swept(&words, text).collect();
            assert_eq!(swept, places.find(text).collect::<Vec<_>>(), "{text}");
            for from in text.char_indices().map(|(at, _)| at) {
                assert_eq!(units.next_swept(&words, text, from), units.next(text, from), "{text} {from}");
                assert_eq!(units.at_swept(&words, text, from), units.longest_at(text, from), "{text} {from}");
                assert_eq!(signs.at_swept(&words, text, from), signs.longest_at(text, from), "{text} {from}");
                assert_eq!(signs.next_swept(&words, text, from), signs.next(text, from), "{text} {from}");
                assert_eq!(signs.opens_swept(&words, text, from), signs.longest_at(text, from).is_some());
            }
        }
    }
}
