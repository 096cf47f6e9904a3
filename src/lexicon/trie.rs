//! Words as a tree of characters, whose first step is one look into a table.
//!
//! Most characters of a text open no word of a vocabulary. A [`Filter`] passes over them before anything is
//! decoded; the table of first characters is exact. Every later step is one look into a table of all ways by
//! the node that they leave and their character.

use std::hint::black_box;
use std::num::NonZeroU32;
use std::ops::Range;

use crate::text::{Filter, key};

/// Characters of a page of the table of first characters.
const PAGE: usize = 64;

/// How many bits of a character tell pairs apart.
const BITS: u32 = 12;

/// Multiplied by the golden ratio, neighbours fall far apart.
const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;

/// A tree of words; a word's number is what the caller gave it.
#[derive(Debug, Default)]
pub(super) struct Trie {
    openers: Box<Openers>,
    pairs: Pairs,
    ways: Ways,
    /// For each page of characters its place in `pages`; page 0 is empty.
    page_of: Vec<Id>,
    /// The steps by each first character.
    pages: Vec<[Step; PAGE]>,
}

/// The characters that open words, and those that are words.
#[derive(Debug, Default)]
struct Openers {
    any: Filter,
    alone: Filter,
}

/// Place of a node or a page; half as wide as a pointer, so that more of a table stays in the cache.
pub(super) type Id = u32;

/// The node that is no node.
const NOWHERE: Id = 0;
/// The node from which all words start.
const ROOT: Id = 1;

/// Where a character leads to.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    /// The node from which ways go on; [`NOWHERE`] if none do.
    node: Id,
    /// The number of the word that ends here, and one more.
    word: Option<NonZeroU32>,
}

impl Step {
    fn leads(self) -> bool {
        self.node != NOWHERE || self.word.is_some()
    }

    fn number(self) -> Option<Id> {
        self.word.map(|word| word.get() - 1)
    }
}

/// Room for what is known of a text while it is searched, used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// The characters, with the bytes where they start: read over and over on the way.
    characters: Vec<(Id, char)>,
    openings: Vec<Opening>,
}

/// The step by a character that opens a word, and the place of the one behind it among the characters.
#[derive(Debug, Clone, Copy, Default)]
struct Opening {
    behind: Id,
    step: Step,
}

/// A word in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) length: Id,
    pub(super) number: Id,
}

impl Hit {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.length as usize
    }
}

impl Trie {
    /// The tree of these words, sorted and without duplicates.
    pub(super) fn new(sorted: &[(&str, usize)]) -> Self {
        let mut ways = Vec::new();
        let mut nodes = ROOT;
        let mut pending = vec![(ROOT, 0, sorted)];
        while let Some((node, depth, words)) = pending.pop() {
            for group in words.chunk_by(|(a, _), (b, _)| next(a, depth) == next(b, depth)) {
                // The word that ends at the node itself has no next character.
                let Some(by) = next(group[0].0, depth) else { continue };
                let depth = depth + by.len_utf8();
                let ends = group.first().filter(|(word, _)| word.len() == depth);
                let word = ends.and_then(|(_, number)| NonZeroU32::new(*number as Id + 1));
                let goes_on = group.len() > usize::from(word.is_some());
                let mut step = Step { node: NOWHERE, word };
                if goes_on {
                    nodes += 1;
                    step.node = nodes;
                    pending.push((nodes, depth, group));
                }
                ways.push(Way { from: node, by, step });
            }
        }
        let mut trie = Trie {
            openers: Box::default(),
            pairs: Pairs::new(sorted),
            ways: Ways::new(&ways),
            page_of: Vec::new(),
            pages: vec![[Step::default(); PAGE]],
        };
        ways.iter().filter(|way| way.from == ROOT).for_each(|way| trie.open_with(way));
        trie
    }

    /// Enters a way that leaves the root into the tables of first characters.
    fn open_with(&mut self, Way { by, step, .. }: &Way) {
        self.openers.any.let_in(*by);
        if step.word.is_some() {
            self.openers.alone.let_in(*by);
        }
        let (page, slot) = (*by as usize / PAGE, *by as usize % PAGE);
        if page >= self.page_of.len() {
            self.page_of.resize(page + 1, 0);
        }
        if self.page_of[page] == 0 {
            self.page_of[page] = self.pages.len() as Id;
            self.pages.push([Step::default(); PAGE]);
        }
        self.pages[self.page_of[page] as usize][slot] = *step;
    }

    /// All words with their numbers, sorted.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let mut ways: Vec<Way> = self.ways.slots.iter().filter(|way| way.from != NOWHERE).copied().collect();
        ways.sort_unstable_by_key(|way| (way.from, way.by));
        let behind = |node: Id| {
            let first = ways.partition_point(|way| way.from < node);
            let count = ways[first..].iter().take_while(|way| way.from == node).count();
            ways[first..first + count].iter().rev()
        };
        let mut words = Vec::new();
        let mut path = String::new();
        let mut pending: Vec<(usize, &Way)> = behind(ROOT).map(|way| (0, way)).collect();
        while let Some((above, Way { by, step, .. })) = pending.pop() {
            path.truncate(above);
            path.push(*by);
            words.extend(step.number().map(|number| (path.clone(), number as usize)));
            if step.node != NOWHERE {
                pending.extend(behind(step.node).map(|way| (path.len(), way)));
            }
        }
        words
    }

    /// The first word at byte `from` or behind it, the longest of those that start together.
    #[inline]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<Hit> {
        let mut start = from;
        loop {
            start = self.openers.any.next(text, start)?;
            let (first, width) = key(text.as_bytes(), start)?;
            if self.may_open(first, text, start + width)
                && let Some((length, number)) = self.longest(text.get(start..)?.chars())
            {
                return Some(Hit { start, length, number });
            }
            start += width;
        }
    }

    /// Whether a word may open with a character that ends in these bits and what stands at byte `behind`: told
    /// without decoding.
    #[inline]
    fn may_open(&self, first: usize, text: &str, behind: usize) -> bool {
        self.openers.alone.passes_key(first)
            || key(text.as_bytes(), behind).is_some_and(|(second, _)| self.pairs.pass(first, second))
    }

    /// The longest word at each place that has one, in text order.
    ///
    /// The first round has no branch that the processor could guess wrong, and touches what the second will look at, so
    /// that it waits for memory once a text and not at every word.
    #[inline]
    pub(super) fn each(&self, text: &str, room: &mut Room, mut found: impl FnMut(Hit)) {
        let Room { characters, openings } = room;
        // Written into room that is there, which costs less than pushing.
        characters.resize(text.len(), (0, '\0'));
        openings.resize(text.len() + 1, Opening::default());
        let (mut read, mut opened) = (0, 0);
        let (mut first, mut step) = ('\0', Step::default());
        for (place, (start, second)) in characters.iter_mut().zip(text.char_indices()) {
            *place = (start as Id, second);
            let goes_on = (step.node != NOWHERE) & self.pairs.pass(first as usize, second as usize);
            step.node = if goes_on { step.node } else { NOWHERE };
            self.ways.touch(step.node, second);
            openings[opened] = Opening { behind: read, step };
            opened += usize::from(step.leads());
            (first, step) = (second, self.opening(second));
            read += 1;
        }
        openings[opened] = Opening { behind: read, step: Step { node: NOWHERE, ..step } };
        opened += usize::from(step.word.is_some());
        let characters = &characters[..read as usize];
        for Opening { behind, step } in &openings[..opened] {
            let behind = *behind as usize;
            let (start, first) = characters[behind - 1];
            let rest = characters[behind..].iter().map(|(_, next)| *next);
            if let Some((length, number)) = self.walk(*step, first, rest) {
                found(Hit { start: start as usize, length, number });
            }
        }
    }

    /// The longest word that starts at byte `start`.
    #[inline]
    pub(super) fn at(&self, text: &str, start: usize) -> Option<Hit> {
        let (first, width) = key(text.as_bytes(), start)?;
        if !self.openers.any.passes_key(first) || !self.may_open(first, text, start + width) {
            return None;
        }
        let (length, number) = self.longest(text.get(start..)?.chars())?;
        Some(Hit { start, length, number })
    }

    /// The longest word that these characters open: its length in bytes and its number.
    #[inline]
    pub(super) fn longest(&self, mut characters: impl Iterator<Item = char> + Clone) -> Option<(Id, Id)> {
        let first = characters.next()?;
        self.longest_behind(first, characters)
    }

    /// The longest word that opens with `first` and goes on with the characters behind it.
    #[inline]
    fn longest_behind(&self, first: char, behind: impl Iterator<Item = char> + Clone) -> Option<(Id, Id)> {
        let step = self.opening(first);
        if step.node != NOWHERE
            && let Some(second) = behind.clone().next()
            && self.pairs.pass(first as usize, second as usize)
        {
            return self.walk(step, first, behind);
        }
        step.number().map(|number| (first.len_utf8() as Id, number))
    }

    /// The step by a first character; one that leads nowhere if it opens no word.
    #[inline]
    fn opening(&self, first: char) -> Step {
        let page = self.page_of.get(first as usize / PAGE).copied().unwrap_or_default();
        self.pages.get(page as usize).map(|page| page[first as usize % PAGE]).unwrap_or_default()
    }

    /// The longest word that opens with `first`, by which this step leads, and goes on with these characters.
    fn walk(&self, mut step: Step, first: char, behind: impl Iterator<Item = char>) -> Option<(Id, Id)> {
        let mut length = first.len_utf8() as Id;
        let mut longest = step.number().map(|number| (length, number));
        for by in behind {
            if step.node == NOWHERE {
                break;
            }
            let Some(next) = self.ways.get(step.node, by) else { break };
            step = next;
            length += by.len_utf8() as Id;
            longest = step.number().map(|number| (length, number)).or(longest);
        }
        longest
    }
}

/// A way from a node by a character.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    from: Id,
    by: char,
    step: Step,
}

/// All ways of a tree, each at the first free slot from where its hash points to. Half of the slots at least are
/// free: they lead away from [`NOWHERE`].
#[derive(Debug, Default)]
struct Ways {
    slots: Vec<Way>,
    /// Of the hash of a way so many bits are no part of its place.
    shift: u32,
}

impl Ways {
    fn new(given: &[Way]) -> Self {
        let slots = (2 * given.len()).next_power_of_two().max(2);
        let mut ways = Ways { slots: vec![Way::default(); slots], shift: u64::BITS - slots.ilog2() };
        for way in given {
            let mut at = ways.place(way.from, way.by);
            while ways.slots[at].from != NOWHERE {
                at = (at + 1) % slots;
            }
            ways.slots[at] = *way;
        }
        ways
    }

    /// The step from a node by a character.
    #[inline]
    fn get(&self, from: Id, by: char) -> Option<Step> {
        // The slots are a power of two: the mask spares a division.
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.place(from, by);
        loop {
            let way = self.slots.get(at)?;
            if way.from == from && way.by == by {
                return Some(way.step);
            }
            if way.from == NOWHERE {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Looks at where the step from a node by a character would stand, so that it is at hand when it is asked for.
    #[inline]
    fn touch(&self, from: Id, by: char) {
        let place = if from == NOWHERE { 0 } else { self.place(from, by) };
        black_box(self.slots.get(place).map(|way| way.from));
    }

    #[inline]
    fn place(&self, from: Id, by: char) -> usize {
        let way = u64::from(from) << 32 | u64::from(by);
        (way.wrapping_mul(GOLDEN_RATIO) >> self.shift) as usize
    }
}

/// Lets all pairs of characters pass that open a word, and one in ten or so of the others: most words
/// that a first character may open are given up at the second, and this needs one look. It looks at the last twelve
/// bits of their code points, as a [`Filter`] does.
#[derive(Debug, Default)]
struct Pairs {
    bits: Vec<u64>,
    /// Of the hash of a pair so many bits are no part of its place.
    shift: u32,
}

impl Pairs {
    /// Bits for each word.
    const SPARSE: usize = 8;

    fn new(words: &[(&str, usize)]) -> Self {
        let bits = (words.len() * Self::SPARSE).next_power_of_two().max(64);
        let mut pairs = Pairs { bits: vec![0; bits / 64], shift: u64::BITS - bits.ilog2() };
        for (word, _) in words {
            let mut characters = word.chars();
            if let (Some(first), Some(second)) = (characters.next(), characters.next()) {
                let place = pairs.place(first as usize, second as usize);
                pairs.bits[place / 64] |= 1 << (place % 64);
            }
        }
        pairs
    }

    #[inline]
    fn pass(&self, first: usize, second: usize) -> bool {
        let place = self.place(first, second);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    #[inline]
    fn place(&self, first: usize, second: usize) -> usize {
        let pair = (first << BITS | second & ((1 << BITS) - 1)) as u64 & ((1 << (2 * BITS)) - 1);
        (pair.wrapping_mul(GOLDEN_RATIO) >> self.shift) as usize
    }
}

/// The character at byte `at` of a word.
fn next(word: &str, at: usize) -> Option<char> {
    word[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(trie: &Trie, text: &str, start: usize) -> Option<(usize, usize)> {
        trie.at(text, start).map(|hit| (hit.range().end, hit.number as usize))
    }

    #[test]
    fn the_longest_word_that_starts_there_is_found() {
        let trie = Trie::new(&[("¥", 5), ("公", 2), ("公里", 0), ("公里数字", 7), ("𠮷", 4)]);
        assert_eq!(at(&trie, "公里数", 0), Some((6, 0)));
        assert_eq!(at(&trie, "公亩", 0), Some((3, 2)));
        assert_eq!(at(&trie, "a¥𠮷", 1), Some((3, 5)));
        assert_eq!(at(&trie, "a¥𠮷", 3), Some((7, 4)));
    }

    #[test]
    fn what_opens_no_word_finds_none() {
        let trie = Trie::new(&[("公里", 0)]);
        for text in ["", "里公里", "公", "a公里", "𠮷公里"] {
            assert_eq!(trie.at(text, 0), None, "{text}");
        }
        assert_eq!(Trie::new(&[]).at("公里", 0), None);
        assert_eq!(trie.words(), [("公里".to_owned(), 0)]);
        assert_eq!(trie.at("公里", 9), None);
    }

    #[test]
    fn the_next_word_is_found_behind_characters_of_any_width() {
        let trie = Trie::new(&[("a", 1), ("é", 2), ("公里", 0), ("𠮷", 3)]);
        let text = "b·公𠀋里é公里a𠮷";
        let mut from = 0;
        let mut found = Vec::new();
        while let Some(hit) = trie.next(text, from) {
            found.push((&text[hit.range()], hit.number));
            from = hit.range().end;
        }
        assert_eq!(found, [("é", 2), ("公里", 0), ("a", 1), ("𠮷", 3)]);
    }

    #[test]
    fn characters_that_the_filter_confuses_are_told_apart() {
        // They end in the same twelve bits.
        let trie = Trie::new(&[("\u{516C}", 0)]);
        assert!(trie.at("\u{516C}", 0).is_some() && trie.at("\u{616C}", 0).is_none());
    }
}
