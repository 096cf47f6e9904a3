//! One pass over a sentence that finds the words of all vocabularies.
//!
//! Some twenty recognisers ask a sentence for the words of a vocabulary each. The words that are asked for in
//! every sentence stand in one more tree; each word of it records which vocabularies contain it, and which
//! contain one of its prefixes. So the longest word at a place says what every vocabulary has there.

use std::ops::Range;

use super::trie::{Hit, Room, Trie};
use super::ways::Id;

/// The words of all vocabularies that are asked for in every sentence.
#[derive(Debug, Default)]
pub(crate) struct Sweep {
    trie: Trie,
    /// For each word of the tree, what the vocabularies have where it starts.
    shares: Vec<Share>,
    entries: Vec<Entry>,
    /// How many vocabularies have their words listed; of the others only the places are kept where words
    /// start.
    listed: usize,
}

/// What the vocabularies have where a word of the tree starts.
#[derive(Debug, Clone)]
struct Share {
    /// A bit for each vocabulary that has a word there.
    vocabularies: u32,
    /// The words of the listed vocabularies there.
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
    /// Stores its place and whether its words are listed, and returns the words with their numbers.
    fn join(&mut self, place: Place) -> Vec<(String, usize)>;
}

impl Sweep {
    /// The tree of all words of these vocabularies, at most as many as `u32` has bits. Those that are never
    /// searched for, only asked at places, are marked and not listed: nearly every character opens a name.
    pub(super) fn new<'v>(listed: Vec<&'v mut dyn Swept>, marked: Vec<&'v mut dyn Swept>) -> Self {
        let mut words: Vec<(String, Entry)> = Vec::new();
        let count = listed.len();
        assert!(count + marked.len() <= Openers::MOST, "each vocabulary has a bit of {}", Openers::MOST);
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
        // The words that are beginnings of the current one, each a beginning of the next.
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

    /// A page of what all vocabularies have in this one sentence.
    #[cfg(test)]
    pub(crate) fn page(&self, text: &str) -> SweptPage {
        let mut page = SweptPage::default();
        self.sweep(text, &mut page);
        page
    }

    /// Adds what all vocabularies have in this sentence to its page.
    pub(crate) fn sweep(&self, text: &str, page: &mut SweptPage) {
        let SweptPage { room, found, hits, bounds, starts, sentences } = page;
        let sentence = Bounds { hits: bounds.len(), starts: starts.len() };
        bounds.resize(sentence.hits + self.listed + 1, 0);
        starts.resize(sentence.starts + text.len(), 0);
        let (bounds, starts) = (&mut bounds[sentence.hits..], &mut starts[sentence.starts..]);
        found.clear();
        let entries_of =
            |share: &Share| &self.entries[share.entries.start as usize..share.entries.end as usize];
        self.trie.each(text, room, |Hit { start, number, .. }| {
            let share = &self.shares[number as usize];
            starts[start] = share.vocabularies;
            let entries = entries_of(share);
            if !entries.is_empty() {
                found.push((start, number));
                entries.iter().for_each(|entry| bounds[entry.vocabulary as usize + 1] += 1);
            }
        });
        // Sorted by counting: a bound first says where the hits of a vocabulary begin; as these take their
        // places, it comes to say where they end.
        let mut after = hits.len();
        bounds[0] = after;
        bounds[1..].iter_mut().for_each(|bound| (*bound, after) = (after, after + *bound));
        hits.resize(after, Hit::default());
        for (start, share) in &*found {
            for Entry { vocabulary, length, number } in entries_of(&self.shares[*share as usize]) {
                let end = &mut bounds[*vocabulary as usize + 1];
                hits[*end] = Hit { start: *start, length: *length, number: *number };
                *end += 1;
            }
        }
        sentences.push(sentence);
    }
}

/// The words of all vocabularies in the sentences of a page, sentence after sentence.
#[derive(Debug, Default)]
pub(crate) struct SweptPage {
    room: Room,
    /// For the last sentence: the bytes where words of the tree start, and the numbers of the words, in text
    /// order.
    found: Vec<(usize, Id)>,
    hits: Vec<Hit>,
    /// For each sentence, where the hits of the first vocabulary begin, and where those of each vocabulary
    /// end.
    bounds: Vec<usize>,
    /// For each byte, a bit for every vocabulary that has a word there: most have none at most places.
    starts: Vec<u32>,
    sentences: Vec<Bounds>,
}

/// Where the entries of a sentence begin.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    hits: usize,
    starts: usize,
}

impl SweptPage {
    /// Room for a page of this many bytes.
    pub(crate) fn for_bytes(bytes: usize) -> Self {
        // A hit for four bytes is seldom too few.
        SweptPage {
            hits: Vec::with_capacity(bytes / 4),
            starts: Vec::with_capacity(bytes),
            ..SweptPage::default()
        }
    }

    /// Makes room for another page.
    pub(crate) fn clear(&mut self) {
        let SweptPage { hits, bounds, starts, sentences, .. } = self;
        hits.clear();
        bounds.clear();
        starts.clear();
        sentences.clear();
    }

    /// The words of each sentence.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = SweptWords<'_>> {
        let end = Bounds { hits: self.bounds.len(), starts: self.starts.len() };
        let ends = self.sentences.iter().skip(1).chain(std::iter::once(&end)).copied().collect::<Vec<_>>();
        self.sentences.iter().zip(ends).map(|(start, end)| SweptWords {
            hits: &self.hits,
            bounds: &self.bounds[start.hits..end.hits],
            starts: &self.starts[start.starts..end.starts],
        })
    }
}

/// The words of all vocabularies in a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SweptWords<'p> {
    hits: &'p [Hit],
    bounds: &'p [usize],
    starts: &'p [u32],
}

impl<'p> SweptWords<'p> {
    /// The longest word of a listed vocabulary at each place that has one, in text order.
    pub(super) fn of(self, vocabulary: usize) -> &'p [Hit] {
        &self.hits[self.bounds[vocabulary]..self.bounds[vocabulary + 1]]
    }

    /// Whether a word of a vocabulary starts at this byte.
    #[inline]
    pub(super) fn any_at(self, vocabulary: usize, start: usize) -> bool {
        self.one_of_at(Openers(1 << vocabulary), start)
    }

    /// Whether a word of one of these vocabularies starts at this byte.
    #[inline]
    pub(crate) fn one_of_at(self, Openers(bits): Openers, start: usize) -> bool {
        self.starts.get(start).is_some_and(|own| own & bits != 0)
    }
}

/// Some vocabularies, a bit for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Openers(pub(super) u32);

impl Openers {
    /// As many vocabularies as there are bits.
    pub(super) const MOST: usize = u32::BITS as usize;
}

impl std::ops::BitOr for Openers {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Openers(self.0 | other.0)
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
            let page = sweep.page(text);
            let words = page.sentences().next().expect("the page has a sentence");
            let swept: Vec<_> = units.find_swept(words, text).collect();
            assert_eq!(swept, units.find(text).collect::<Vec<_>>(), "{text}");
            let swept: Vec<_> = places.find_swept(words, text).collect();
            assert_eq!(swept, places.find(text).collect::<Vec<_>>(), "{text}");
            for from in text.char_indices().map(|(at, _)| at) {
                assert_eq!(units.next_swept(words, text, from), units.next(text, from), "{text} {from}");
                assert_eq!(units.at_swept(words, text, from), units.longest_at(text, from), "{text} {from}");
                assert_eq!(signs.at_swept(words, text, from), signs.longest_at(text, from), "{text} {from}");
                assert_eq!(signs.next_swept(words, text, from), signs.next(text, from), "{text} {from}");
                assert_eq!(signs.opens_swept(words, text, from), signs.longest_at(text, from).is_some());
            }
        }
    }
}
