//! Words as a tree of characters, entered by its first two at once.
//!
//! Most characters of a text open no word of a vocabulary, and most pairs of characters that may open one do
//! not. A [`Filter`] and [`Pairs`] pass over them before anything is decoded. Every further step is one look
//! into a table of all ways, by the node that they leave and their character. The node of a first character
//! is its code point, so that the first look is for the second one; words of one character have a table of
//! their own.

use std::num::NonZeroU32;
use std::ops::Range;

use super::ways::{INNER, Id, NOWHERE, Number, Pair, Pairs, Singles, Step, Way, Ways, node_of, number};
use crate::text::{Filter, code_points, key};

/// A tree of words; a word's number is what the caller gave it.
#[derive(Debug, Default)]
pub(super) struct Trie {
    openers: Box<Openers>,
    pairs: Pairs,
    ways: Ways,
    singles: Singles,
}

/// The characters that open words, and those that are words.
#[derive(Debug, Default)]
struct Openers {
    any: Filter,
    alone: Filter,
}

/// Memory for the search of a text, used again for the next text.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// The code points, each with the byte where it starts: the search reads them many times.
    characters: Vec<(Id, Id)>,
    openings: Vec<Opening>,
}

/// The index of the character after one that opens a word, and whether the two may open a longer one.
#[derive(Debug, Clone, Copy, Default)]
struct Opening {
    after: Id,
    goes_on: bool,
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
        let mut trie = Trie { pairs: Pairs::new(sorted), ..Trie::default() };
        let mut ways = Vec::new();
        let mut nodes = INNER;
        let mut pending = Vec::new();
        for group in sorted.chunk_by(|(a, _), (b, _)| next(a, 0) == next(b, 0)) {
            let Some(first) = next(group[0].0, 0) else { continue };
            trie.openers.any.let_in(first);
            if let Some(word) = number_at(group, first.len_utf8()) {
                trie.openers.alone.let_in(first);
                trie.singles.enter(first, word);
            }
            pending.push((node_of(first as Id), first.len_utf8(), group));
        }
        while let Some((node, depth, words)) = pending.pop() {
            for group in words.chunk_by(|(a, _), (b, _)| next(a, depth) == next(b, depth)) {
                // The word that ends at the node itself has no next character.
                let Some(by) = next(group[0].0, depth) else { continue };
                let depth = depth + by.len_utf8();
                let word = number_at(group, depth);
                let goes_on = group.len() > usize::from(word.is_some());
                let mut step = Step { node: NOWHERE, word };
                if goes_on {
                    step.node = nodes;
                    nodes += 1;
                    pending.push((step.node, depth, group));
                }
                ways.push(Way { from: node, by, step });
            }
        }
        trie.ways = Ways::new(&ways);
        trie
    }

    /// All words with their numbers: those of one character, sorted, then the others, sorted, so that the
    /// whole is soon sorted.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let ways = self.ways.in_order();
        let mut words: Vec<(String, usize)> = self.singles.words().collect();
        let (mut path, mut pending) = (String::new(), Vec::new());
        for opening in ways.of_first_characters() {
            let Some(first) = char::from_u32(opening[0].from - 1) else { continue };
            path.clear();
            path.push(first);
            pending.extend(opening.iter().rev().map(|way| (path.len(), way)));
            while let Some((above, Way { by, step, .. })) = pending.pop() {
                path.truncate(above);
                path.push(*by);
                words.extend(step.word.map(|word| (path.clone(), number(word) as usize)));
                if step.node != NOWHERE {
                    pending.extend(ways.from(step.node).iter().rev().map(|way| (path.len(), way)));
                }
            }
        }
        words
    }

    /// The first word at byte `from` or after it, the longest of those that start together.
    #[inline]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<Hit> {
        let bytes = text.as_bytes();
        let mut start = from;
        let (mut first, mut width) = key(bytes, start)?;
        loop {
            // Each character is looked at once, as the one after the last and as the one that may open a
            // word.
            let after = key(bytes, start + width);
            if self.openers.any.passes_key(first) {
                let goes_on = after.is_some_and(|(second, _)| self.pairs.pass(Pair::of(first, second)));
                if (goes_on || self.openers.alone.passes_key(first))
                    && let Some((length, number)) = self.decoded_at(text, start, goes_on)
                {
                    return Some(Hit { start, length, number });
                }
            }
            start += width;
            (first, width) = after?;
        }
    }

    /// The longest word that starts at byte `start`.
    #[inline]
    pub(super) fn at(&self, text: &str, start: usize) -> Option<Hit> {
        let (first, width) = key(text.as_bytes(), start)?;
        if !self.openers.any.passes_key(first) {
            return None;
        }
        let goes_on = key(text.as_bytes(), start + width)
            .is_some_and(|(second, _)| self.pairs.pass(Pair::of(first, second)));
        if !goes_on && !self.openers.alone.passes_key(first) {
            return None;
        }
        let (length, number) = self.decoded_at(text, start, goes_on)?;
        Some(Hit { start, length, number })
    }

    /// The longest word that starts at byte `start`, as length in bytes and number. `goes_on`: its first two
    /// characters may open a word; otherwise only a word of one character is looked for.
    fn decoded_at(&self, text: &str, start: usize, goes_on: bool) -> Option<(Id, Id)> {
        let mut characters = text.get(start..)?.chars();
        let first = characters.next()? as Id;
        let longest = if goes_on { self.walk(first, characters.map(|next| next as Id)) } else { None };
        longest.or_else(|| self.alone(first))
    }

    /// The longest word at each place that has one, in text order.
    ///
    /// The first round has no branch that the processor could guess wrong, and touches what the second will
    /// look at, so that it waits for memory once a text and not at every word.
    #[inline]
    pub(super) fn each(&self, text: &str, room: &mut Room, mut found: impl FnMut(Hit)) {
        let Room { characters, openings } = room;
        // Written into room that is there, which costs less than pushing.
        if openings.len() <= text.len() {
            characters.resize(text.len(), (0, 0));
            openings.resize(text.len() + 1, Opening::default());
        }
        let (mut read, mut opened) = (0, 0);
        let (mut first, mut is_word) = (0, false);
        for (place, (start, second)) in characters.iter_mut().zip(code_points(text)) {
            *place = (start as Id, second);
            let pair = Pair::of(first as usize, second as usize);
            let goes_on = self.pairs.pass(pair) & (read > 0);
            self.ways.touch(goes_on, pair);
            openings[opened] = Opening { after: read, goes_on };
            opened += usize::from(goes_on | is_word);
            (first, is_word) = (second, self.openers.alone.passes_key(second as usize));
            read += 1;
        }
        openings[opened] = Opening { after: read, goes_on: false };
        opened += usize::from(is_word);
        let characters = &characters[..read as usize];
        for Opening { after, goes_on } in &openings[..opened] {
            let after = *after as usize;
            let (start, first) = characters[after - 1];
            let rest = characters[after..].iter().map(|(_, next)| *next);
            let longest = if *goes_on { self.walk(first, rest) } else { None };
            if let Some((length, number)) = longest.or_else(|| self.alone(first)) {
                found(Hit { start: start as usize, length, number });
            }
        }
    }

    /// The longest word that these characters open: its length in bytes and its number.
    #[inline]
    pub(super) fn longest(&self, mut characters: impl Iterator<Item = char> + Clone) -> Option<(Id, Id)> {
        let first = characters.next()? as Id;
        if !self.openers.any.passes_key(first as usize) {
            return None;
        }
        let characters = characters.map(|next| next as Id);
        let second = characters.clone().next();
        let goes_on = second.is_some_and(|second| self.pairs.pass(Pair::of(first as usize, second as usize)));
        let longest = if goes_on { self.walk(first, characters) } else { None };
        longest.or_else(|| self.alone(first))
    }

    /// The word that this character is.
    #[inline]
    fn alone(&self, code: Id) -> Option<(Id, Id)> {
        let is_one = self.openers.alone.passes_key(code as usize);
        let word = if is_one { self.singles.get(code) } else { None };
        word.map(|word| (width(code), number(word)))
    }

    /// The longest word of two characters or more that opens with `first` and goes on with these code points.
    #[inline]
    fn walk(&self, first: Id, mut after: impl Iterator<Item = Id>) -> Option<(Id, Id)> {
        let second = after.next()?;
        let pair = Pair::of(first as usize, second as usize);
        let mut step = self.ways.get_pair(pair, first, second)?;
        let mut length = width(first) + width(second);
        let mut longest = step.word.map(|word| (length, number(word)));
        while step.node != NOWHERE
            && let Some(by) = after.next()
            && let Some(next) = self.ways.get(step.node, by)
        {
            step = next;
            length += width(by);
            longest = step.word.map(|word| (length, number(word))).or(longest);
        }
        longest
    }
}

/// How many bytes a code point has in a text.
fn width(code: Id) -> Id {
    1 + Id::from(code >= 0x80) + Id::from(code >= 0x800) + Id::from(code >= 0x1_0000)
}

/// The number of the word of a sorted group that ends at byte `depth`.
fn number_at(group: &[(&str, usize)], depth: usize) -> Number {
    let ends = group.first().filter(|(word, _)| word.len() == depth);
    ends.and_then(|(_, number)| NonZeroU32::new(*number as Id + 1))
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
        let words = [("\0", 3), ("a", 2), ("公", 4), ("公里", 0), ("公里数", 1)];
        let mut told = Trie::new(&words).words();
        told.sort_unstable();
        assert!(told.iter().map(|(word, number)| (word.as_str(), *number)).eq(words));
        assert_eq!(trie.at("公里", 9), None);
    }

    #[test]
    fn the_next_word_is_found_after_characters_of_any_width() {
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
