//! Groups names that mean the same project.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::name::Name;
use crate::lexicon::Lexicon;

/// For each name the index of the one that stands for its group. Equal names are one; a short form goes with
/// the longer name that holds it, but alone if several do; a proper part goes with all that say that the same
/// is built.
pub(super) fn joined(names: &[Name], lexicon: &Lexicon) -> Vec<usize> {
    let first = equal(names);
    let distinct: Vec<usize> = (0..names.len()).filter(|at| first[*at] == *at).collect();
    let others = longer(names, &distinct, lexicon);
    let mut group = first;
    for (at, others) in distinct.iter().zip(&others) {
        let name = &names[*at];
        let mut longer = others.iter().filter(|other| name.is_short_for(&names[**other], &lexicon.ledger));
        // The longest of several forms of one name is meant; several names leave it alone.
        let longest = longer.clone().max_by_key(|other| (names[**other].core.len(), &names[**other]));
        if let Some(longest) = longest
            && longer.all(|other| {
                other == longest || names[*other].is_short_for(&names[*longest], &lexicon.ledger)
            })
        {
            join(&mut group, *at, *longest);
        }
        let whole = others.iter().filter_map(|other| Some((*other, name.kind_in(&names[*other], lexicon)?)));
        let whole: Vec<(usize, &str)> = whole.collect();
        let kinds: BTreeSet<&str> =
            whole.iter().map(|(_, kind)| *kind).filter(|kind| !kind.is_empty()).collect();
        if kinds.len() < 2 {
            whole.iter().for_each(|(other, _)| join(&mut group, *at, *other));
        }
    }
    (0..names.len()).map(|at| root(&mut group, at)).collect()
}

/// The same, if some works had former names: 青岩医院迁建项目|更名为|云溪医院.
pub(super) fn with_former(names: &[Name], former: &[(usize, Name)], lexicon: &Lexicon) -> Vec<usize> {
    let earlier = former.iter().map(|(_, name)| name);
    let all: Vec<Name> = names.iter().chain(earlier).cloned().collect();
    let mut group = joined(&all, lexicon);
    for (place, (at, _)) in former.iter().enumerate() {
        join(&mut group, *at, names.len() + place);
    }
    (0..names.len()).map(|at| root(&mut group, at)).collect()
}

/// For each of these names, in order, the others that may be longer forms: they hold it, tell more of the
/// river, or tell the size of the work.
fn longer(names: &[Name], distinct: &[usize], lexicon: &Lexicon) -> Vec<BTreeSet<usize>> {
    let mut by_core: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, at) in distinct.iter().enumerate() {
        by_core.entry(&names[*at].core).or_default().push(place);
    }
    let lengths: BTreeSet<usize> = by_core.keys().map(|core| core.len()).collect();
    let named = |core: &str| by_core.get(core).into_iter().flatten().copied();
    let mut longer = vec![BTreeSet::new(); distinct.len()];
    for (place, at) in distinct.iter().enumerate() {
        let name = &names[*at];
        let inside = name.core.char_indices().flat_map(|(start, _)| {
            let lengths = lengths.range(..=name.core.len() - start);
            lengths.filter_map(move |length| name.core.get(start..start + length))
        });
        let unsized_core = name.unsized_core(&lexicon.ledger);
        for short in inside.chain(unsized_core.as_deref()).flat_map(named).filter(|short| *short != place) {
            longer[short].insert(*at);
        }
        let reaches: Vec<usize> = name.reaches(&lexicon.ledger).flat_map(|core| named(&core)).collect();
        longer[place].extend(reaches.into_iter().map(|other| distinct[other]));
    }
    longer
}

/// Joins two groups under the name with the lower index.
fn join(group: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(group, one), root(group, other));
    group[one.max(other)] = one.min(other);
}

/// For each name, the index of the first equal one.
pub(super) fn equal(names: &[Name]) -> Vec<usize> {
    let mut first: BTreeMap<&Name, usize> = BTreeMap::new();
    names.iter().enumerate().map(|(at, name)| *first.entry(name).or_insert(at)).collect()
}

/// The root of a chain of joined names, which is shortened for the next lookup.
fn root(group: &mut [usize], mut at: usize) -> usize {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}
