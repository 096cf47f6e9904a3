//! Counts how many mentions agree.

use std::collections::{BTreeMap, BTreeSet};

use zhengce::RecordKind;

use super::annotated::{Annotated, Mentions};

/// Numbers of mentions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) gold: usize,
    pub(super) pred: usize,
    pub(super) exact: usize,
    overlap: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.gold += other.gold;
        self.pred += other.pred;
        self.exact += other.exact;
        self.overlap += other.overlap;
    }

    pub(super) fn precision(&self) -> f64 {
        ratio(self.exact, self.pred)
    }

    pub(super) fn recall(&self) -> f64 {
        ratio(self.exact, self.gold)
    }

    pub(super) fn f1(&self) -> f64 {
        ratio(2 * self.exact, self.gold + self.pred)
    }

    pub(super) fn overlap_f1(&self) -> f64 {
        ratio(2 * self.overlap, self.gold + self.pred)
    }
}

/// The share of `part` in `whole`; of nothing it is 0, which is no fault.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

pub(super) fn tallies(
    gold: &BTreeMap<String, Annotated>,
    pred: &BTreeMap<String, Annotated>,
) -> BTreeMap<RecordKind, Tally> {
    let mut tallies = BTreeMap::<RecordKind, Tally>::new();
    let none = Mentions::new();
    for (id, gold) in gold {
        let pred = pred.get(id).map_or(&none, |pred| &pred.mentions);
        let kinds: BTreeSet<_> = gold.mentions.keys().chain(pred.keys()).copied().collect();
        for kind in kinds {
            let empty = BTreeSet::new();
            let (gold, pred) =
                (gold.mentions.get(&kind).unwrap_or(&empty), pred.get(&kind).unwrap_or(&empty));
            tallies.entry(kind).or_default().add(tally(gold, pred));
        }
    }
    tallies
}

/// Counts the mentions of one kind in one document. What agrees is paired first, then what overlaps.
fn tally(gold: &BTreeSet<(u64, u64)>, pred: &BTreeSet<(u64, u64)>) -> Tally {
    let exact = gold.intersection(pred).count();
    let mut free: Vec<_> = pred.difference(gold).collect();
    let mut overlap = exact;
    for (start, end) in gold.difference(pred) {
        if let Some(at) = free.iter().position(|(from, to)| from < end && start < to) {
            // Mentions that end before this one starts cannot overlap later ones, which start later still.
            free.drain(..=at);
            overlap += 1;
        }
    }
    Tally { gold: gold.len(), pred: pred.len(), exact, overlap }
}

/// The sum over all kinds.
pub(super) fn total(tallies: &BTreeMap<RecordKind, Tally>) -> Tally {
    let mut all = Tally::default();
    tallies.values().for_each(|tally| all.add(*tally));
    all
}

#[cfg(test)]
mod tests {
    fn tally(gold: &[(u64, u64)], pred: &[(u64, u64)]) -> (usize, usize) {
        let tally = super::tally(&gold.iter().copied().collect(), &pred.iter().copied().collect());
        (tally.exact, tally.overlap)
    }

    #[test]
    fn mentions_are_paired_once_and_those_that_agree_first() {
        assert_eq!(tally(&[(0, 2), (5, 9)], &[(0, 2), (5, 9)]), (2, 2));
        assert_eq!(tally(&[(0, 9)], &[(0, 2), (5, 9)]), (0, 1));
        assert_eq!(tally(&[(0, 4), (2, 6)], &[(0, 4)]), (1, 1));
        assert_eq!(tally(&[(0, 2), (4, 6), (8, 9)], &[(1, 5), (4, 7)]), (0, 2));
        assert_eq!(tally(&[(0, 2)], &[(2, 4)]), (0, 0));
    }
}
