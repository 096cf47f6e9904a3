//! Makes entries of documents.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::again::{self, Again};
use super::index::Index;
use super::instalments::instalments;
use super::kept;
use super::parts;
use super::reader::{Reader, Statement};
use super::same;
use super::standing;
use super::stated::Statements;
use super::{Entry, EntryKind, Ledger, LedgerDocument, ResponsibleBy, State};
use crate::document::{Quote, ReadDocument};
use crate::lexicon::Lexicon;
use crate::record::{Measure, Span};

/// What the documents say, by the place that they speak for.
#[derive(Default)]
struct Told {
    /// The date of the last document of each place.
    latest: BTreeMap<Option<String>, String>,
    mentions: BTreeMap<(EntryKind, Option<String>), Vec<Statement>>,
    /// Reports without an entry of their own.
    done: BTreeMap<Option<String>, Vec<Statement>>,
}

impl Told {
    fn take_document(&mut self, read: &ReadDocument, place: &Option<String>, lexicon: &Lexicon) {
        if let Some(date) = read.date() {
            self.latest.insert(place.clone(), date.to_owned());
        }
        let tasks = read.tasks(lexicon);
        for speech in &read.document.speeches {
            let (frames, index) = (read.frames(speech), Index::new(speech));
            self.take_speech(&Reader { read, speech, frames, index, tasks: &tasks, place, lexicon });
        }
    }

    fn take_speech(&mut self, reader: &Reader) {
        let (speech, place) = (reader.speech, reader.place);
        let is_told = |index: &usize| reader.is_in_row(&speech.projects[*index].span);
        let named = (0..speech.projects.len()).filter(|index| !reader.is_locator(*index) && !is_told(index));
        let projects = named.map(|index| reader.project(index));
        // A paper that speaks for no place may tell of what the country's papers tell.
        let spoken_for = place.clone().or_else(|| Some(crate::document::COUNTRY.to_owned()));
        self.mentions.entry((EntryKind::Project, spoken_for.clone())).or_default().extend(projects);
        for (kind, row) in reader.rows() {
            let place = if kind == EntryKind::Project { &spoken_for } else { place };
            self.mentions.entry((kind, place.clone())).or_default().push(row);
        }
        // A report on a task belongs to the task's entry.
        let of_tasks = reader.told_of_tasks();
        let is_part = |span: &Span| {
            let before = of_tasks.partition_point(|told| told.start <= span.start);
            before.checked_sub(1).is_some_and(|at| of_tasks[at].contains(span))
        };
        let clauses = speech.measures.chunk_by(|one, next| one.span == next.span);
        let own =
            clauses.filter(|clause| !reader.is_in_row(&clause[0].span) && !is_part(&clause[0].object.span));
        let measures = own.flat_map(by_object);
        let (counted, others): (Vec<_>, Vec<_>) = measures.partition(|verbs| reader.counts(verbs[0]));
        let siblings: Vec<Measure> = counted.iter().flat_map(|verbs| reader.siblings(verbs[0])).collect();
        let counted = counted.iter().map(|verbs| reader.measure(verbs));
        let counted = counted.chain(siblings.iter().map(|measure| reader.sibling(measure)));
        self.mentions.entry((EntryKind::Measure, place.clone())).or_default().extend(counted);
        let others = others.iter().filter(|verbs| reader.may_report(verbs[0]));
        let is_free = |span: &Span| !reader.is_in_row(span) && !is_part(span);
        let has_entry: BTreeSet<usize> =
            siblings.iter().flat_map(|measure| measure.figures.iter().copied()).collect();
        let outcomes = (0..speech.figures.len())
            .filter(|index| !has_entry.contains(index) && is_free(&speech.figures[*index].span));
        let outcomes = outcomes.filter_map(|index| reader.outcome(index));
        let others = others.map(|verbs| reader.measure(verbs)).chain(outcomes);
        self.done.entry(place.clone()).or_default().extend(others);
    }
}

/// The ledger of these documents; they are read in the order of their dates.
pub(super) fn ledger(documents: &[ReadDocument], lexicon: &Lexicon) -> Ledger {
    let mut documents: Vec<(&ReadDocument, Option<String>)> =
        documents.iter().map(|read| (read, read.place())).collect();
    documents.sort_by_key(|(read, _)| read.date());
    let mut told = Told::default();
    for (read, place) in &documents {
        told.take_document(read, place, lexicon);
    }
    let Told { latest, mentions, mut done } = told;
    let groups = mentions.into_iter().flat_map(|((kind, place), mentions)| {
        let mut groups = grouped(kind, mentions, lexicon);
        let groups = match kind {
            EntryKind::Project => {
                parts::tell_wholes(&mut groups, &lexicon.ledger);
                groups
            }
            EntryKind::Measure => kept::joined(groups, done.remove(&place).unwrap_or_default()),
        };
        groups.into_iter().map(move |group| (kind, group))
    });
    let mut groups: Vec<_> = groups.collect();
    let fulfilments = groups.iter_mut().map(|(kind, group)| match kind {
        EntryKind::Measure => standing::fulfil(group),
        EntryKind::Project => standing::last_share(group),
    });
    let fulfilments: Vec<_> = fulfilments.collect();
    let again = again::find(&groups, &documents, lexicon);
    let entries = groups.into_iter().zip(fulfilments).zip(again);
    let entries = entries
        .map(|(((kind, group), fulfilment), again)| entry((kind, group), fulfilment, again, &latest))
        .collect();
    let documents = documents.iter().map(|(read, place)| LedgerDocument {
        source: read.document.source.clone(),
        date: read.date().map(str::to_owned),
        place: place.clone(),
    });
    let documents = documents.collect();
    Ledger {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        documents,
        as_of: None,
        entries: in_order(entries),
    }
}

/// Sorts entries by kind, projects first, and then by place; otherwise they keep their order.
pub(super) fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by(|one, other| (one.kind, &one.place).cmp(&(other.kind, &other.place)));
    entries
}

/// The verbs of a clause, grouped by object: 改造和新建学校5所、医院3家 are two promises.
fn by_object(clause: &[Measure]) -> Vec<Vec<&Measure>> {
    let mut objects: Vec<Vec<&Measure>> = Vec::new();
    for measure in clause {
        match objects.iter_mut().find(|verbs| verbs[0].object == measure.object) {
            Some(verbs) => verbs.push(measure),
            None => objects.push(vec![measure]),
        }
    }
    objects
}

/// The mentions, grouped by entry, in the order of first mention.
fn grouped(kind: EntryKind, mentions: Vec<Statement>, lexicon: &Lexicon) -> Vec<Vec<Statement>> {
    let names: Vec<_> = mentions.iter().map(|mention| mention.name.clone()).collect();
    let roots = match kind {
        EntryKind::Project => {
            let former = mentions.iter().enumerate();
            let former = former.filter_map(|(at, mention)| Some((at, mention.former.clone()?)));
            same::with_former(&names, &former.collect::<Vec<_>>(), lexicon)
        }
        EntryKind::Measure => same::equal(&names),
    };
    let mut groups: BTreeMap<usize, Vec<Statement>> = BTreeMap::new();
    for (root, mention) in roots.into_iter().zip(mentions) {
        groups.entry(root).or_default().push(mention);
    }
    let groups = groups.into_values().flat_map(|group| match kind {
        EntryKind::Project => vec![group],
        EntryKind::Measure => instalments(group),
    });
    groups.collect()
}

fn entry(
    (kind, group): (EntryKind, Vec<Statement>),
    fulfilment: Option<Decimal>,
    again: Again,
    latest: &BTreeMap<Option<String>, String>,
) -> Entry {
    let latest = group.first().and_then(|mention| latest.get(&mention.speaks_for));
    // All of it is done, but nobody says how much that is: 码头全部建成.
    let is_done = again.reports.iter().any(|report| report.state == State::Delivered);
    let fulfilment = fulfilment.filter(|share| !is_done || *share >= Decimal::ONE);
    let statements = Statements { kind, group: &group, reports: &again.reports, fulfilment };
    let (promised, reported) = (statements.promised(), statements.reported());
    let (responsible, responsible_by) = responsible(&group).unzip();
    let mut entry = Entry {
        kind,
        name: String::new(),
        names: Vec::new(),
        place: place(&group),
        responsible,
        responsible_by,
        represents: represents(&group),
        state: State::Mentioned,
        silent_since: None,
        history: Vec::new(),
        figures: Vec::new(),
        deadline: group.iter().rev().find_map(|mention| mention.deadline.clone()),
        overdue: None,
        mentions: Vec::new(),
        fulfilment,
        promised,
        reported,
        moved: None,
    };
    let (mut names, mut amounts) = (BTreeSet::new(), BTreeSet::new());
    for mention in group {
        if names.insert(mention.called.clone()) {
            entry.names.push(mention.called);
        }
        entry.mentions.push(mention.step.evidence.clone());
        if mention.step.state > State::Mentioned {
            entry.history.push(mention.step);
        }
        for amount in mention.figures {
            // An amount that several documents repeat is one amount.
            if amounts.insert((amount.value, amount.unit.clone(), amount.of.clone())) {
                entry.figures.push(amount);
            }
        }
    }
    // A table's row already has the words that it is searched for by.
    let is_known = |last: &Quote| {
        let is_row = |row: &&Quote| row.sentence != last.sentence && row.sentence.contains(&last.sentence);
        let mut rows = entry.mentions.iter().filter(is_row);
        rows.any(|row| row.source == last.source && row.date == last.date && row.span.contains(&last.span))
    };
    let last = again.last.filter(|last| again.reports.is_empty() && !is_known(last));
    entry.mentions.extend(last);
    for report in again.reports {
        entry.mentions.push(report.evidence.clone());
        entry.history.push(report);
    }
    entry.state = standing::state_after(&entry.history);
    let name = match kind {
        EntryKind::Project => entry.names.iter().rev().max_by_key(|name| name.chars().count()),
        EntryKind::Measure => entry.names.first(),
    };
    entry.name = name.cloned().unwrap_or_default();
    let last = entry.mentions.iter().filter_map(|mention| mention.date.as_ref()).max();
    let is_silent = last.zip(latest).is_some_and(|(last, latest)| is_before(last, latest));
    entry.silent_since = last.filter(|_| is_silent && entry.state < State::Short).cloned();
    entry
}

/// Who acts or is named in one of the documents, else who speaks, else the body that a document reports for.
fn responsible(group: &[Statement]) -> Option<(String, ResponsibleBy)> {
    let named = group.iter().find_map(|mention| mention.responsible.clone());
    let speaks = || Some((group.iter().find_map(|mention| mention.speaks.clone())?, ResponsibleBy::Speaker));
    let issues = || Some((represents(group)?, ResponsibleBy::Issuer));
    named.map(|name| (name, ResponsibleBy::Named)).or_else(speaks).or_else(issues)
}

/// The body that one of the documents reports for.
fn represents(group: &[Statement]) -> Option<String> {
    group.iter().find_map(|mention| mention.represents.clone())
}

/// The province that opens one of the names, else the place that the documents speak for.
fn place(group: &[Statement]) -> Option<String> {
    let own = group.iter().find(|mention| mention.place != mention.speaks_for);
    let said = || group.iter().find_map(|mention| mention.place.clone());
    own.and_then(|mention| mention.place.clone()).or_else(said)
}

/// Whether one date is before another, as far as both are told: 2023 is not before 2023-03.
pub(super) fn is_before(one: &str, other: &str) -> bool {
    let length = one.len().min(other.len());
    one.get(..length) < other.get(..length)
}
