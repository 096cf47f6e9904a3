//! Words as a tree of characters, whose first step is one look into a table.
//!
//! Most characters of a text open no word of a vocabulary. A [`Filter`] passes over them before anything is
//! decoded; the table of first characters is exact.

use std::ops::Range;

use crate::text::Filter;

/// Characters of a page of the table of first characters.
const PAGE: usize = 64;

/// The most ways on that are tried one by one; more are halved.
const FEW: usize = 6;

/// A tree of words; a word's number is what the caller gave it.
#[derive(Debug, Default)]
pub(super) struct Trie {
    filter: Filter,
    pairs: Pairs,
    nodes: Vec<Node>,
    /// Ways on, those of a node side by side, sorted by character.
    edges: Vec<(char, Id)>,
    /// For each page of characters its place in `pages`; page 0 is empty.
    page_of: Vec<Id>,
    /// The node behind each first character; 0 where no word starts.
    pages: Vec<[Id; PAGE]>,
}

/// Place of a node, an edge or a page; half as wide as a pointer, so that more of a table stays in the cache.
pub(super) type Id = u32;

#[derive(Debug, Clone, Default)]
struct Node {
    /// The word that ends here.
    word: Option<Id>,
    edges: Range<Id>,
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
        let mut nodes = vec![Node::default()];
        let mut edges = Vec::new();
        let mut pending = vec![(0, 0, sorted)];
        while let Some((node, depth, mut words)) = pending.pop() {
            if let Some(((word, number), longer)) = words.split_first()
                && word.len() == depth
            {
                nodes[node].word = Some(*number as Id);
                words = longer;
            }
            let first = edges.len();
            for group in words.chunk_by(|(a, _), (b, _)| next(a, depth) == next(b, depth)) {
                if let Some(character) = next(group[0].0, depth) {
                    edges.push((character, nodes.len() as Id));
                    pending.push((nodes.len(), depth + character.len_utf8(), group));
                    nodes.push(Node::default());
                }
            }
            nodes[node].edges = first as Id..edges.len() as Id;
        }
        let pairs = Pairs::new(sorted);
        let (filter, page_of, pages) = (Filter::default(), Vec::new(), vec![[0; PAGE]]);
        let mut trie = Trie { filter, pairs, nodes, edges, page_of, pages };
        trie.fill_tables();
        trie
    }

    fn fill_tables(&mut self) {
        for (character, node) in &self.edges[..self.nodes[0].edges.end as usize] {
            self.filter.let_in(*character);
            let (page, slot) = (*character as usize / PAGE, *character as usize % PAGE);
            if page >= self.page_of.len() {
                self.page_of.resize(page + 1, 0);
            }
            if self.page_of[page] == 0 {
                self.page_of[page] = self.pages.len() as Id;
                self.pages.push([0; PAGE]);
            }
            self.pages[self.page_of[page] as usize][slot] = *node;
        }
    }

    /// All words with their numbers, sorted.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let mut words = Vec::new();
        let mut path = String::new();
        let mut pending = vec![(0, None, 0)];
        while let Some((above, character, node)) = pending.pop() {
            path.truncate(above);
            path.extend(character);
            let Node { word, edges } = &self.nodes[node as usize];
            words.extend(word.map(|number| (path.clone(), number as usize)));
            let ways = self.edges[edges.start as usize..edges.end as usize].iter().rev();
            pending.extend(ways.map(|(character, node)| (path.len(), Some(*character), *node)));
        }
        words
    }

    /// The first word at byte `from` or behind it, the longest of those that start together.
    #[inline]
    pub(super) fn next(&self, text: &str, from: usize) -> Option<Hit> {
        let mut start = self.filter.next(text, from)?;
        loop {
            let rest = text.get(start..)?;
            if let Some((length, number)) = self.longest(rest.chars()) {
                return Some(Hit { start, length, number });
            }
            start = self.filter.next(text, start + rest.chars().next()?.len_utf8())?;
        }
    }

    /// The longest word at each place that has one, in text order.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(Hit)) {
        let mut start = 0;
        let mut rest = text.chars();
        let mut ahead = rest.next();
        while let Some(first) = ahead {
            let behind = rest.clone();
            ahead = rest.next();
            if let Some(node) = self.behind(first) {
                let longest = match ahead {
                    Some(second) if self.pairs.pass(first, second) => self.longest_from(node, first, behind),
                    _ => node.word.map(|number| (first.len_utf8() as Id, number)),
                };
                if let Some((length, number)) = longest {
                    found(Hit { start, length, number });
                }
            }
            start += first.len_utf8();
        }
    }

    /// The longest word that starts at byte `start`.
    #[inline]
    pub(super) fn at(&self, text: &str, start: usize) -> Option<Hit> {
        if !self.filter.passes_at(text, start) {
            return None;
        }
        let (length, number) = self.longest(text.get(start..)?.chars())?;
        Some(Hit { start, length, number })
    }

    /// The longest word that these characters open: its length in bytes and its number.
    pub(super) fn longest(&self, mut characters: impl Iterator<Item = char>) -> Option<(Id, Id)> {
        let first = characters.next()?;
        self.longest_from(self.behind(first)?, first, characters)
    }

    /// The node behind a first character.
    #[inline]
    fn behind(&self, first: char) -> Option<&Node> {
        let page = *self.page_of.get(first as usize / PAGE)?;
        match self.pages[page as usize][first as usize % PAGE] {
            0 => None,
            node => Some(&self.nodes[node as usize]),
        }
    }

    /// The longest word that opens with `first`, behind which `node` stands, and goes on with these characters.
    #[inline]
    fn longest_from<'t>(
        &'t self,
        mut node: &'t Node,
        first: char,
        mut characters: impl Iterator<Item = char>,
    ) -> Option<(Id, Id)> {
        let mut length = first.len_utf8() as Id;
        let mut longest = node.word.map(|number| (length, number));
        let mut next = characters.next().filter(|second| self.pairs.pass(first, *second));
        while let Some(character) = next {
            let edges = &self.edges[node.edges.start as usize..node.edges.end as usize];
            let Some(after) = after(edges, character) else { break };
            node = &self.nodes[after as usize];
            length += character.len_utf8() as Id;
            longest = node.word.map(|number| (length, number)).or(longest);
            next = if node.edges.is_empty() { None } else { characters.next() };
        }
        longest
    }
}

/// The node behind these edges by this character.
fn after(edges: &[(char, Id)], character: char) -> Option<Id> {
    if edges.len() <= FEW {
        return edges.iter().find(|(by, _)| *by == character).map(|(_, node)| *node);
    }
    edges.binary_search_by_key(&character, |(by, _)| *by).ok().map(|at| edges[at].1)
}

/// Lets all pairs of characters pass that open a word, and one in ten or so of the others: most words
/// that a first character may open are given up at the second, and this needs one look.
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
                let place = pairs.place(first, second);
                pairs.bits[place / 64] |= 1 << (place % 64);
            }
        }
        pairs
    }

    #[inline]
    fn pass(&self, first: char, second: char) -> bool {
        let place = self.place(first, second);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    #[inline]
    fn place(&self, first: char, second: char) -> usize {
        let pair = u64::from(first) << 32 | u64::from(second);
        // Multiplied by the golden ratio, neighbours fall far apart.
        (pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
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
