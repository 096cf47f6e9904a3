//! Looks up full names of divisions in their file as it stands: its rows are sorted, and to load all 34,000
//! would take longer than to load everything else.

use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::table::{Dictionary, dictionary};

const FILE: Dictionary = dictionary!("divisions.tsv");

/// The divisions down to the township.
#[derive(Debug)]
pub(super) struct Divisions {
    /// For each character, the part of the file whose rows open with it.
    opening: FxHashMap<char, Range<usize>>,
    /// A bit at the hash of each name: one look rules out most other words.
    bits: Vec<u64>,
}

/// Bits in all; a power of two, some fifteen for each name.
const BITS: usize = 1 << 19;

impl Divisions {
    pub(super) fn load() -> Self {
        let mut opening: FxHashMap<char, Range<usize>> = FxHashMap::default();
        let mut bits = vec![0; BITS / 64];
        let mut last: Option<(char, usize)> = None;
        let mut start = 0;
        for row in FILE.text.split_inclusive('\n') {
            let first = row.chars().next().filter(|first| *first != '#');
            if let Some(first) = first.filter(|first| last.is_none_or(|(last, _)| last != *first)) {
                last = Some((first, start));
            }
            start += row.len();
            if let Some((first, from)) = last {
                opening.entry(first).or_insert(from..start).end = start;
            }
            let place = place(row.split('\t').next().unwrap_or(row));
            bits[place / 64] |= 1 << (place % 64);
        }
        Divisions { opening, bits }
    }

    /// The codes of the division of this name, joined by commas.
    pub(super) fn codes(&self, name: &str) -> Option<&'static str> {
        let place = place(name);
        if self.bits[place / 64] >> (place % 64) & 1 == 0 {
            return None;
        }
        let mut range = self.opening.get(&name.chars().next()?)?.clone();
        while !range.is_empty() {
            let middle = range.start + range.len() / 2;
            let before = FILE.text.as_bytes()[range.start..middle].iter().rposition(|byte| *byte == b'\n');
            let start = before.map_or(range.start, |at| range.start + at + 1);
            let row = FILE.text.get(start..range.end)?;
            let row = &row[..row.bytes().position(|byte| byte == b'\n').unwrap_or(row.len())];
            let tab = row.bytes().position(|byte| byte == b'\t')?;
            match name.cmp(&row[..tab]) {
                Ordering::Less => range.end = start,
                Ordering::Equal => return Some(&row[tab + 1..]),
                Ordering::Greater => range.start = (start + row.len() + 1).min(range.end),
            }
        }
        None
    }
}

fn place(name: &str) -> usize {
    FxBuildHasher.hash_one(name) as usize % BITS
}

/// Divisions of GB/T 2260 that the national table leaves out.
const BEYOND: [(&str, &str); 3] =
    [("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")];

/// The names and codes of all divisions, for those who ask for more than a few.
static ROWS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = FILE.text.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

static NAMES: LazyLock<FxHashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let coded = ROWS.iter().flat_map(|(name, codes)| codes.split(',').map(move |code| (code, (code, *name))));
    coded.chain(BEYOND.map(|(code, name)| (code, (code, name)))).collect()
});

/// The code and the name of the division of a code.
pub(crate) fn division_name(code: &str) -> Option<(&'static str, &'static str)> {
    NAMES.get(code).copied()
}

/// The codes of the divisions of a full name, joined by commas.
pub(crate) fn division_codes(name: &str) -> Option<&'static str> {
    let at = ROWS.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(ROWS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        let divisions = Divisions::load();
        for row in FILE.rows().unwrap() {
            assert_eq!(divisions.codes(row.word), Some(row.class));
            assert!(row.attribute.is_empty(), "line {}: two columns", row.line);
        }
        for other in ["", "#", "杭州", "杭州省", "一", "一元街道办", "龘龘县", "430121004"] {
            assert_eq!(divisions.codes(other), None, "{other}");
        }
    }

    #[test]
    fn rows_are_sorted_and_single() {
        let rows = FILE.rows().unwrap();
        assert!(rows.windows(2).all(|pair| pair[0].word < pair[1].word));
    }
}
