//! Keeps where and when groups of mentions occur, which is asked wherever their words are found again.

use std::collections::{BTreeMap, BTreeSet};

use super::EntryKind;
use super::gather::is_before;
use super::reader::Statement;
use crate::document::Quote;
use crate::record::Span;

/// A document's name and date.
type Document<'s> = (Option<&'s str>, Option<&'s str>);

/// The promises of a document: their spans in text order, each with its group.
#[derive(Default)]
struct Promises {
    spans: Vec<(Span, usize)>,
    longest: usize,
}

/// The promises of each document.
pub(super) struct Promised<'s>(BTreeMap<Document<'s>, Promises>);

impl<'s> Promised<'s> {
    pub(super) fn by(groups: &'s [(EntryKind, Vec<Statement>)]) -> Self {
        let mut promised: BTreeMap<Document, Promises> = BTreeMap::new();
        for (index, (_, group)) in groups.iter().enumerate() {
            for step in group.iter().map(|mention| &mention.step).filter(|step| step.aim) {
                let promises = promised.entry(document(&step.evidence)).or_default();
                let span = step.evidence.span;
                promises.spans.push((span, index));
                promises.longest = promises.longest.max(span.end.saturating_sub(span.start));
            }
        }
        promised.values_mut().for_each(|promises| promises.spans.sort_by_key(|(span, _)| span.start));
        Promised(promised)
    }

    /// Whether another group promises something here, the next instalment, which has an entry of its own:
    /// 今年再减贫1000万人.
    pub(super) fn holds_another(&self, group: usize, evidence: &Quote) -> bool {
        let Some(promises) = self.0.get(&document(evidence)) else { return false };
        let (start, end) = (evidence.span.start, evidence.span.end);
        let before = promises.spans.partition_point(|(span, _)| span.start < end);
        let near = promises.spans[..before].iter().rev();
        let mut near = near.take_while(|(span, _)| start < span.start + promises.longest);
        near.any(|(span, other)| *other != group && start < span.end)
    }
}

fn document(evidence: &Quote) -> Document<'_> {
    (evidence.source.as_deref(), evidence.date.as_deref())
}

/// Where and when a group is mentioned, kept so that its mentions are not walked each time its words occur.
pub(super) struct Mentioned<'s> {
    /// The last date of each length (a year, a month, a day); `None` where a mention has no date.
    latest: Option<BTreeMap<usize, &'s str>>,
    /// The document of all mentions if there is only one, their sentences, and the code point where the last
    /// mention ends.
    document: Option<Document<'s>>,
    sentences: BTreeSet<&'s str>,
    end: usize,
}

impl<'s> Mentioned<'s> {
    pub(super) fn by(group: &'s [Statement]) -> Self {
        let said = || group.iter().map(|mention| &mention.step.evidence);
        let dates: Option<Vec<&str>> = said().map(|said| said.date.as_deref()).collect();
        let latest = dates.map(|dates| {
            let mut latest: BTreeMap<usize, &str> = BTreeMap::new();
            for date in dates {
                let last = latest.entry(date.len()).or_insert(date);
                *last = date.max(*last);
            }
            latest
        });
        let first = said().next().map(document);
        Mentioned {
            latest,
            document: first.filter(|first| said().all(|said| document(said) == *first)),
            sentences: said().map(|said| said.sentence.as_str()).collect(),
            end: said().map(|said| said.span.end).max().unwrap_or_default(),
        }
    }

    /// Whether a document of this date comes after all mentions.
    pub(super) fn is_before(&self, date: &str) -> bool {
        self.latest.as_ref().is_some_and(|latest| latest.values().all(|said| is_before(said, date)))
    }

    /// Whether all mentions stand in other sentences of the same document.
    pub(super) fn stands_apart_from(&self, evidence: &Quote) -> bool {
        self.document == Some(document(evidence)) && !self.sentences.contains(evidence.sentence.as_str())
    }

    /// Whether all mentions stand before this quote in its document, in other sentences.
    pub(super) fn is_followed_by(&self, evidence: &Quote) -> bool {
        self.end <= evidence.span.start && self.stands_apart_from(evidence)
    }
}
