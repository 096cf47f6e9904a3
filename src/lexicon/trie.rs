//! Words as a tree of characters, whose first step is one look into a table.
//!
//! Most characters of a text open no word of a vocabulary; the table says so without a search.

use std::ops::Range;

/// Characters of a page of the table of first characters.
const PAGE: usize = 64;

/// A tree of words; a word's number is what the caller gave it.
#[derive(Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// Ways on, those of a node side by side, sorted by character.
    edges: Vec<(char, NodeId)>,
    /// For each page of characters its place in `pages`; page 0 is empty.
    page_of: Vec<usize>,
    /// The node behind each first character; 0 where no word starts.
    pages: Vec<[NodeId; PAGE]>,
}

/// Place of a node in `nodes`; half as wide as a pointer, so that more of a table stays in the cache.
type NodeId = u32;

#[derive(Debug, Clone, Default)]
struct Node {
    /// The word that ends here.
    word: Option<usize>,
    edges: Range<usize>,
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
                nodes[node].word = Some(*number);
                words = longer;
            }
            let first = edges.len();
            for group in words.chunk_by(|(a, _), (b, _)| next(a, depth) == next(b, depth)) {
                if let Some(character) = next(group[0].0, depth) {
                    edges.push((character, nodes.len() as NodeId));
                    pending.push((nodes.len(), depth + character.len_utf8(), group));
                    nodes.push(Node::default());
                }
            }
            nodes[node].edges = first..edges.len();
        }
        let mut trie = Trie { nodes, edges, page_of: Vec::new(), pages: vec![[0; PAGE]] };
        trie.fill_pages();
        trie
    }

    fn fill_pages(&mut self) {
        for (character, node) in &self.edges[self.nodes[0].edges.clone()] {
            let (page, slot) = (*character as usize / PAGE, *character as usize % PAGE);
            if page >= self.page_of.len() {
                self.page_of.resize(page + 1, 0);
            }
            if self.page_of[page] == 0 {
                self.page_of[page] = self.pages.len();
                self.pages.push([0; PAGE]);
            }
            self.pages[self.page_of[page]][slot] = *node;
        }
    }

    /// The longest word that opens the text: its length in bytes and its number.
    pub(super) fn longest(&self, text: &str) -> Option<(usize, usize)> {
        let mut characters = text.chars();
        let first = characters.next()?;
        let page = *self.page_of.get(first as usize / PAGE)?;
        let mut node = self.pages[page][first as usize % PAGE] as usize;
        let mut length = first.len_utf8();
        let mut longest = None;
        while node != 0 {
            longest = self.nodes[node].word.map(|number| (length, number)).or(longest);
            let Some(character) = characters.next() else { break };
            node = self.after(node, character);
            length += character.len_utf8();
        }
        longest
    }

    /// The node behind this one by this character; 0 where there is none.
    fn after(&self, node: usize, character: char) -> usize {
        let edges = &self.edges[self.nodes[node].edges.clone()];
        edges.binary_search_by_key(&character, |(by, _)| *by).map_or(0, |at| edges[at].1 as usize)
    }
}

/// The character at byte `at` of a word.
fn next(word: &str, at: usize) -> Option<char> {
    word[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_that_opens_the_text_is_found() {
        let trie = Trie::new(&[("公", 2), ("公里", 0), ("公里数字", 7), ("𠮷", 4)]);
        assert_eq!(trie.longest("公里数"), Some((6, 0)));
        assert_eq!(trie.longest("公亩"), Some((3, 2)));
        assert_eq!(trie.longest("𠮷"), Some((4, 4)));
    }

    #[test]
    fn what_opens_no_word_finds_none() {
        let trie = Trie::new(&[("公里", 0)]);
        for text in ["", "里公里", "公", "a公里", "𠮷公里"] {
            assert_eq!(trie.longest(text), None, "{text}");
        }
        assert_eq!(Trie::new(&[]).longest("公里"), None);
    }
}
