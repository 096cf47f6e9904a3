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
    nodes: Vec<Node>,
    /// Ways on, those of a node side by side, sorted by character.
    edges: Vec<(char, Id)>,
    /// For each page of characters its place in `pages`; page 0 is empty.
    page_of: Vec<Id>,
    /// The node behind each first character; 0 where no word starts.
    pages: Vec<[Id; PAGE]>,
}

/// Place of a node, an edge or a page; half as wide as a pointer, so that more of a table stays in the cache.
type Id = u32;

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
    pub(super) end: usize,
    pub(super) number: usize,
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
        let (filter, page_of, pages) = (Filter::default(), Vec::new(), vec![[0; PAGE]]);
        let mut trie = Trie { filter, nodes, edges, page_of, pages };
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

    /// All words with their numbers.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let mut words = Vec::new();
        let mut pending = vec![(0, String::new())];
        while let Some((node, word)) = pending.pop() {
            let Node { word: number, edges } = &self.nodes[node as usize];
            let ways = &self.edges[edges.start as usize..edges.end as usize];
            pending.extend(ways.iter().map(|(character, node)| (*node, format!("{word}{character}"))));
            words.extend(number.map(|number| (word, number as usize)));
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
                return Some(Hit { start, end: start + length, number });
            }
            start = self.filter.next(text, start + rest.chars().next()?.len_utf8())?;
        }
    }

    /// The longest word that starts at byte `start`.
    #[inline]
    pub(super) fn at(&self, text: &str, start: usize) -> Option<Hit> {
        if !self.filter.passes_at(text, start) {
            return None;
        }
        let (length, number) = self.longest(text.get(start..)?.chars())?;
        Some(Hit { start, end: start + length, number })
    }

    /// The longest word that these characters open: its length in bytes and its number.
    pub(super) fn longest(&self, mut characters: impl Iterator<Item = char>) -> Option<(usize, usize)> {
        let first = characters.next()?;
        let page = *self.page_of.get(first as usize / PAGE)?;
        let mut node = self.pages[page as usize][first as usize % PAGE];
        let mut length = first.len_utf8();
        let mut longest = None;
        while node != 0 {
            let Node { word, edges } = &self.nodes[node as usize];
            longest = word.map(|number| (length, number as usize)).or(longest);
            let edges = &self.edges[edges.start as usize..edges.end as usize];
            if edges.is_empty() {
                break;
            }
            let Some(character) = characters.next() else { break };
            node = after(edges, character);
            length += character.len_utf8();
        }
        longest
    }
}

/// The node behind these edges by this character; 0 where there is none.
fn after(edges: &[(char, Id)], character: char) -> Id {
    if edges.len() <= FEW {
        return edges.iter().find(|(by, _)| *by == character).map_or(0, |(_, node)| *node);
    }
    edges.binary_search_by_key(&character, |(by, _)| *by).map_or(0, |at| edges[at].1)
}

/// The character at byte `at` of a word.
fn next(word: &str, at: usize) -> Option<char> {
    word[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(trie: &Trie, text: &str, start: usize) -> Option<(usize, usize)> {
        trie.at(text, start).map(|hit| (hit.end, hit.number))
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
            found.push((&text[hit.start..hit.end], hit.number));
            from = hit.end;
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
