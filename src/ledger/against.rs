//! Compares two ledgers and tells what moved.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::in_order;
use super::name::Name;
use super::standing::state_of;
use super::{Entry, EntryKind, Ledger, Move, State};
use crate::document::Quote;
use crate::record::Stage;

/// What identifies an entry in both ledgers.
type Key = (EntryKind, Option<String>, Name);

/// Fills in `moved`, and adds the entries that only the earlier ledger has.
pub(super) fn compare(mut ledger: Ledger, earlier: &Ledger) -> Ledger {
    let mut known: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, entry) in earlier.entries.iter().enumerate() {
        for key in keys(entry) {
            known.entry(key).or_default().push(at);
        }
    }
    let mut met = BTreeSet::new();
    for entry in &mut ledger.entries {
        let named: BTreeSet<usize> =
            keys(entry).filter_map(|key| known.get(&key)).flatten().copied().collect();
        // Of instalments with one name, only those that the same sentence tells of.
        let told = |at: &usize| is_told_with(entry, &earlier.entries[*at]);
        let before: BTreeSet<usize> = named.iter().copied().filter(told).collect();
        let before = if before.is_empty() { named } else { before };
        let before_entries = before.iter().map(|at| &earlier.entries[*at]);
        entry.moved = Some(moved(entry, before_entries));
        met.extend(before);
    }
    let unmentioned = earlier.entries.iter().enumerate().filter(|(at, _)| !met.contains(at));
    let unmentioned = unmentioned.map(|(_, entry)| {
        let last = entry.mentions.iter().filter_map(|mention| mention.date.clone()).max();
        let is_open = entry.state < State::Short;
        let moved = if is_open { Move::Silent } else { Move::Same };
        Entry {
            silent_since: last.filter(|_| is_open),
            state: state_of(entry),
            moved: Some(moved),
            ..entry.clone()
        }
    });
    ledger.entries.extend(unmentioned);
    Ledger { entries: in_order(ledger.entries), ..ledger }
}

/// Whether one sentence speaks of both entries.
fn is_told_with(entry: &Entry, earlier: &Entry) -> bool {
    let place = |said: &Quote| (said.date.clone(), said.text.clone(), said.sentence.clone());
    let told: BTreeSet<_> = earlier.mentions.iter().map(place).collect();
    entry.mentions.iter().any(|said| told.contains(&place(said)))
}

fn keys(entry: &Entry) -> impl Iterator<Item = Key> {
    let name = |written: &String| match entry.kind {
        EntryKind::Project => Name::of(written),
        EntryKind::Measure => Name { core: written.clone(), phase: None },
    };
    entry.names.iter().map(move |written| (entry.kind, entry.place.clone(), name(written)))
}

fn moved<'e>(entry: &Entry, before: impl Iterator<Item = &'e Entry> + Clone) -> Move {
    let Some(state) = before.clone().map(state_of).max() else { return Move::New };
    let reached = before.clone().filter_map(reached).max();
    let was_silent = before.clone().all(|earlier| earlier.silent_since.is_some());
    // The answer to a promise is a move of its own.
    let answered = match entry.state {
        State::Delivered => Some(Move::Delivered),
        State::Short => Some(Move::Short),
        State::Stopped => Some(Move::Stopped),
        _ => None,
    };
    if let Some(answer) = answered.filter(|_| entry.state != state) {
        answer
    } else if entry.state > state || self::reached(entry) > reached {
        Move::Advanced
    } else if entry.silent_since.is_some() && !was_silent {
        Move::Silent
    } else {
        Move::Same
    }
}

/// The furthest stage that an entry has reached.
fn reached(entry: &Entry) -> Option<Stage> {
    entry.history.iter().filter(|step| !step.aim).filter_map(|step| step.stage).max()
}
