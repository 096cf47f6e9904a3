//! The tables of a tree of words: its ways, its words of one character, and the pairs that open words.

use std::hint::black_box;
use std::num::NonZeroU32;

/// Characters on a page of the table of words of one character.
const PAGE_CHARS: usize = 64;

/// How many bits of a character tell pairs apart.
const BITS: u32 = 12;

/// A factor from the golden ratio: multiplied by it, neighbours fall far apart.
const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;

/// A node, or the place of a page; half as wide as a pointer, so that more of a table stays in the cache.
pub(super) type Id = u32;

/// The node that is no node.
pub(super) const NOWHERE: Id = 0;
/// The first inner node. The nodes below are those of first characters: code points plus one.
pub(super) const INNER: Id = char::MAX as Id + 2;

/// The node of a first character.
pub(super) fn node_of(first: Id) -> Id {
    first + 1
}

/// The number of a word, plus one.
pub(super) type Number = Option<NonZeroU32>;

/// Where a character leads to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Step {
    /// The node from which ways go on; [`NOWHERE`] if none do.
    pub(super) node: Id,
    /// The word that ends here.
    pub(super) word: Number,
}

pub(super) fn number(word: NonZeroU32) -> Id {
    word.get() - 1
}

/// The words of one character, on pages of neighbouring characters.
#[derive(Debug, Default)]
pub(super) struct Singles {
    /// For each page of characters, its place in `pages` plus one; 0 if it has none.
    page_of: Vec<Id>,
    pages: Vec<[Number; PAGE_CHARS]>,
}

impl Singles {
    pub(super) fn enter(&mut self, character: char, word: NonZeroU32) {
        let (page, slot) = (character as usize / PAGE_CHARS, character as usize % PAGE_CHARS);
        if page >= self.page_of.len() {
            self.page_of.resize(page + 1, 0);
        }
        if self.page_of[page] == 0 {
            self.pages.push([None; PAGE_CHARS]);
            self.page_of[page] = self.pages.len() as Id;
        }
        self.pages[self.page_of[page] as usize - 1][slot] = Some(word);
    }

    #[inline]
    pub(super) fn get(&self, code: Id) -> Number {
        let page = self.page_of.get(code as usize / PAGE_CHARS)?.checked_sub(1)?;
        self.pages.get(page as usize)?[code as usize % PAGE_CHARS]
    }

    /// All words with their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = (String, usize)> {
        // Most pages have none.
        let pages =
            (0..).zip(&self.page_of).filter(|(_, place)| **place != 0).map(|(page, _)| page * PAGE_CHARS);
        let characters = pages
            .flat_map(|first| (first..first + PAGE_CHARS).filter_map(|code| char::from_u32(code as u32)));
        characters.filter_map(|one| self.get(one as Id).map(|word| (one.to_string(), number(word) as usize)))
    }
}

/// A way from a node by a character.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Way {
    pub(super) from: Id,
    pub(super) by: char,
    pub(super) step: Step,
}

/// All ways of a tree, each in the first free slot from the place of its hash on. At least half of the slots
/// are free: those lead away from [`NOWHERE`].
#[derive(Debug, Default)]
pub(super) struct Ways {
    slots: Vec<Way>,
    /// How many bits of a hash are cut off to give a place.
    shift: u32,
}

impl Ways {
    pub(super) fn new(given: &[Way]) -> Self {
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

    /// The ways by the nodes that they leave and their characters. Nodes are numbers without great gaps, so
    /// they are counted, not compared.
    pub(super) fn in_order(&self) -> WaysInOrder {
        let taken = || self.slots.iter().filter(|way| way.from != NOWHERE);
        let end = |ids: &mut dyn Iterator<Item = Id>| ids.max().map_or(0, |last| last + 1);
        let first_inner = end(&mut taken().map(|way| way.from).filter(|from| *from < INNER));
        let inner = end(&mut taken().filter(|way| way.from >= INNER).map(|way| way.from - INNER));
        let mut order = WaysInOrder { first_inner, ways: Vec::new(), ends: Vec::new() };
        order.ends.resize((first_inner + inner) as usize + 1, 0);
        for way in taken() {
            let place = order.place(way.from);
            order.ends[place + 1] += 1;
        }
        let mut after = 0;
        for end in &mut order.ends {
            after += *end;
            *end = after;
        }
        // An end starts as the begin of its node's ways, and moves on as each way takes its place.
        order.ways.resize(after as usize, Way::default());
        for way in taken() {
            let place = order.place(way.from);
            order.ways[order.ends[place] as usize] = *way;
            order.ends[place] += 1;
        }
        let nodes = order.ways.chunk_by_mut(|a, b| a.from == b.from);
        nodes.for_each(|ways| ways.sort_unstable_by_key(|way| way.by));
        order
    }

    /// The step from an inner node by a character.
    #[inline]
    pub(super) fn get(&self, from: Id, by: Id) -> Option<Step> {
        self.step(self.place_inside(from, by), from, by)
    }

    /// The step from a first character by a second one.
    #[inline]
    pub(super) fn get_pair(&self, pair: Pair, first: Id, second: Id) -> Option<Step> {
        self.step(self.place_of(pair), node_of(first), second)
    }

    /// The step from a node by a character. Its slot is this place, or follows it after full slots only.
    #[inline]
    fn step(&self, place: usize, from: Id, by: Id) -> Option<Step> {
        // The slots are a power of two: the mask spares a division.
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = place;
        loop {
            let way = self.slots.get(at)?;
            if way.from == from && way.by as Id == by {
                return Some(way.step);
            }
            if way.from == NOWHERE {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Reads the slot of this pair, if it is meant, so that the step from it is in the cache when it is asked
    /// for.
    #[inline]
    pub(super) fn touch(&self, is_meant: bool, pair: Pair) {
        let place = if is_meant { self.place_of(pair) } else { 0 };
        black_box(self.slots.get(place).map_or(NOWHERE, |way| way.from));
    }

    fn place(&self, from: Id, by: char) -> usize {
        if from < INNER {
            self.place_of(Pair::of(from as usize - 1, by as usize))
        } else {
            self.place_inside(from, by as Id)
        }
    }

    #[inline]
    fn place_inside(&self, from: Id, by: Id) -> usize {
        let way = u64::from(from) << 32 | u64::from(by);
        (way.wrapping_mul(GOLDEN_RATIO) >> self.shift) as usize
    }

    #[inline]
    fn place_of(&self, Pair(hash): Pair) -> usize {
        (hash >> self.shift) as usize
    }
}

/// All ways of a tree, sorted by the nodes that they leave and their characters.
pub(super) struct WaysInOrder {
    ways: Vec<Way>,
    /// For each node, where its ways end; nodes of first characters go before inner ones.
    ends: Vec<Id>,
    /// How many places the nodes of first characters take: the place of the first inner node.
    first_inner: Id,
}

impl WaysInOrder {
    fn place(&self, node: Id) -> usize {
        if node < INNER { node as usize } else { (node - INNER + self.first_inner) as usize }
    }

    /// The ways that leave a node.
    pub(super) fn from(&self, node: Id) -> &[Way] {
        let place = self.place(node);
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.ways[start..self.ends[place] as usize]
    }

    /// The ways that leave each first character.
    pub(super) fn of_first_characters(&self) -> impl Iterator<Item = &[Way]> {
        let nodes = self.ways.chunk_by(|a, b| a.from == b.from);
        nodes.take_while(|ways| ways[0].from < INNER)
    }
}

/// The hash of two characters, by the last twelve bits of their code points, as a [`crate::text::Filter`]
/// knows them. It says whether the two may open a word, and where the step from the one by the other stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair(u64);

impl Pair {
    #[inline]
    pub(super) fn of(first: usize, second: usize) -> Self {
        let pair = (first << BITS | second & ((1 << BITS) - 1)) as u64 & ((1 << (2 * BITS)) - 1);
        Pair(pair.wrapping_mul(GOLDEN_RATIO))
    }
}

/// Passes all pairs of characters that open a word, and about one in ten of the others: most words that a
/// first character may open are ruled out at the second, by one look.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    bits: Vec<u64>,
    /// How many bits of a hash are cut off to give a place.
    shift: u32,
}

impl Pairs {
    /// Bits for each word of a large tree.
    const SPARSE: usize = 8;
    /// How many words a tree may have to get twice as many bits for each; these are few enough for the cache.
    const FEW_WORDS: usize = 1 << 12;

    pub(super) fn new(words: &[(&str, usize)]) -> Self {
        let sparse = if words.len() <= Self::FEW_WORDS { 2 * Self::SPARSE } else { Self::SPARSE };
        let bits = (words.len() * sparse).next_power_of_two().max(64);
        let mut pairs = Pairs { bits: vec![0; bits / 64], shift: u64::BITS - bits.ilog2() };
        for (word, _) in words {
            let mut characters = word.chars();
            if let (Some(first), Some(second)) = (characters.next(), characters.next()) {
                let place = pairs.place(Pair::of(first as usize, second as usize));
                pairs.bits[place / 64] |= 1 << (place % 64);
            }
        }
        pairs
    }

    #[inline]
    pub(super) fn pass(&self, pair: Pair) -> bool {
        let place = self.place(pair);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    #[inline]
    fn place(&self, Pair(hash): Pair) -> usize {
        (hash >> self.shift) as usize
    }
}
