//! Reads what later documents say of an entry without a record of it: where its words occur it is not silent,
//! and 目标实现 after them reports that a promise was kept.

use std::collections::BTreeMap;
use std::ops::Range;

use super::halt::{self, Turn};
use super::mentioned::{Mentioned, Promised};
use super::reader::Statement;
use super::report::{is_all_done, is_drafted, is_in_use, reports};
use super::sought::{Sought, YEARS_EXACT, YEARS_LOOSE};
use super::{EntryKind, State, Step};
use crate::document::{Plain, Quote, ReadDocument};
use crate::lexicon::{Lexicon, Vocabulary};

/// Words of at least this many characters mean the same even years later.
const MIN_AGAIN_CHARS: usize = 8;
/// At most this many groups share the same search words; those due last are kept.
const MAX_SEEKERS: usize = 64;

/// The groups of mentions that search for the same words, by index.
type Seekers<'s> = Vec<(usize, &'s Sought)>;

/// What later documents say of an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Again {
    /// The quote of the last document with its words.
    pub(super) last: Option<Quote>,
    /// Reports that the promise was kept.
    pub(super) reports: Vec<Step>,
}

/// The words that are searched for, by place.
type Known<'s> = BTreeMap<Option<&'s str>, Vocabulary<Seekers<'s>>>;

/// The words that are searched for, for those of these groups that are open.
fn known<'s>(
    groups: &'s [(EntryKind, Vec<Statement>)],
    words: impl Fn(&'s Sought) -> Option<&'s str>,
) -> Known<'s> {
    let mut known: BTreeMap<Option<&str>, BTreeMap<&str, Seekers>> = BTreeMap::new();
    for (index, (kind, group)) in groups.iter().enumerate() {
        // After a promise was kept, its words mean another one.
        let is_open =
            *kind == EntryKind::Project || group.iter().all(|mention| mention.step.state < State::Short);
        for mention in group.iter().filter(|_| is_open) {
            let Some(sought) = &mention.sought else { continue };
            let Some(words) = words(sought) else { continue };
            let of_place = known.entry(mention.speaks_for.as_deref()).or_default();
            let sought_for = of_place.entry(words).or_default();
            if sought_for.last() != Some(&(index, sought)) {
                sought_for.push((index, sought));
            }
        }
    }
    for seekers in known.values_mut().flat_map(BTreeMap::values_mut) {
        if seekers.len() > MAX_SEEKERS {
            seekers.sort_by_key(|(_, sought)| sought.until);
            seekers.drain(..seekers.len() - MAX_SEEKERS);
        }
    }
    known.into_iter().map(|(place, words)| (place, Vocabulary::new(words))).collect()
}

/// For each group of mentions, what the documents after its last mention say of it, and its own document in
/// other wording.
pub(super) fn find(
    groups: &[(EntryKind, Vec<Statement>)],
    documents: &[(&ReadDocument, Option<String>)],
    lexicon: &Lexicon,
) -> Vec<Again> {
    let exactly = known(groups, |sought| Some(sought.words.as_str()).filter(|words| !words.is_empty()));
    let loosely = known(groups, |sought| sought.loose.as_deref());
    let things = known(groups, |sought| sought.thing.as_deref());
    let again = vec![Again::default(); groups.len()];
    let mentioned = groups.iter().map(|(_, group)| Mentioned::by(group)).collect();
    let mut search = Search { groups, mentioned, lexicon, promised: Promised::by(groups), again };
    for (read, place) in documents {
        let Some(date) = read.date() else { continue };
        let (exact, loose) = (exactly.get(&place.as_deref()), loosely.get(&place.as_deref()));
        let things = things.get(&place.as_deref());
        for sentence in read.plain_sentences() {
            if let Some(words) = exact {
                search.exactly(read, date, &sentence, words);
            }
            if let Some(words) = loose {
                search.loosely(read, date, &sentence, words);
            }
            if let Some(words) = things.filter(|_| halt::may_turn(&sentence.text, lexicon)) {
                search.turned(read, date, &sentence, words);
            }
        }
    }
    search.again
}

/// The search for the words of all groups, sentence by sentence.
struct Search<'s> {
    groups: &'s [(EntryKind, Vec<Statement>)],
    mentioned: Vec<Mentioned<'s>>,
    lexicon: &'s Lexicon,
    promised: Promised<'s>,
    again: Vec<Again>,
}

impl Search<'_> {
    /// Whether a document says that the thing with these words was drawn up; the words are long enough to
    /// mean the same years later.
    fn is_drafted(&self, read: &ReadDocument, date: &str, said: &Quote, sought: &Sought) -> bool {
        let words = &self.lexicon.ledger;
        // The object may hold the deed: 完成渔业计划的|编制.
        let by_object = || words.drafting.longest(&sought.words).map(|(at, ())| &sought.words[at..]);
        let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
        let verb =
            verb.map(|verb| if words.carried.contains(verb) { by_object().unwrap_or(verb) } else { verb });
        verb.is_some_and(|verb| {
            said.text.chars().count() >= MIN_AGAIN_CHARS
                && sought.is_meant_on(date, YEARS_EXACT)
                && is_drafted(read, said, verb, words)
        })
    }

    /// Reads what a sentence says in exactly the words of an entry.
    fn exactly(&mut self, read: &ReadDocument, date: &str, sentence: &Plain, words: &Vocabulary<Seekers>) {
        for (range, is_report, index, sought) in sought_in(&sentence.text, words, self.lexicon) {
            let (kind, mentioned) = (self.groups[index].0, &self.mentioned[index]);
            // No record tells the stage of such a work: 青岩水厂如期供水.
            let serves = kind == EntryKind::Project
                && mentioned.is_before(date)
                && is_in_use(&sentence.text[..range.start], &sentence.text[range.end..], self.lexicon);
            let evidence = quote(read, sentence, range);
            let is_again = mentioned.is_before(date)
                || kind == EntryKind::Project && mentioned.stands_apart_from(&evidence);
            let years =
                if sought.words.chars().count() >= MIN_AGAIN_CHARS { YEARS_EXACT } else { YEARS_LOOSE };
            if !is_again {
                continue;
            }
            let is_report = is_report || self.is_drafted(read, date, &evidence, sought);
            if kind == EntryKind::Measure && is_report || serves {
                let step = Step { state: State::Delivered, stage: None, aim: false, evidence };
                self.again[index].reports.push(step);
            } else if sought.is_meant_on(date, years) {
                self.again[index].last = Some(evidence);
            }
        }
    }

    /// Reads what a sentence says in words that omit or add only what carries no meaning.
    fn loosely(&mut self, read: &ReadDocument, date: &str, sentence: &Plain, words: &Vocabulary<Seekers>) {
        let bare = sentence.without(&self.lexicon.ledger.filling);
        for (range, seekers) in words.find(&bare.text) {
            let evidence = quote(read, &bare, range.clone());
            let tells = evidence.text.chars().count() >= MIN_AGAIN_CHARS;
            let (before, after) = (&bare.text[..range.start], &bare.text[range.end..]);
            for (index, sought) in seekers {
                let mentioned = &self.mentioned[*index];
                let is_later = mentioned.is_before(date);
                // The promised deed was done: 淘汰老旧渔船指标超额完成, 制定了渔业计划纲要.
                let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
                let is_report = is_later
                    && self.again[*index].reports.iter().all(|step| step.state != State::Delivered)
                    && ((reports(before, after, verb, &self.lexicon.ledger)
                        || sought.only_reports
                            && is_all_done(before, after, sought.verb.as_deref(), self.lexicon))
                        && sought.is_meant_on(date, YEARS_LOOSE)
                        || self.is_drafted(read, date, &evidence, sought));
                if is_report {
                    let evidence = evidence.clone();
                    let step = Step { state: State::Delivered, stage: None, aim: false, evidence };
                    self.again[*index].reports.push(step);
                    continue;
                }
                let is_later = is_later
                    && sought.is_loosely_meant(date, &bare.text, &range, &self.lexicon.ledger)
                    && !self.promised.holds_another(*index, &evidence);
                if is_later || tells && !sought.only_reports && mentioned.is_followed_by(&evidence) {
                    self.again[*index].last = Some(evidence.clone());
                }
            }
        }
    }

    /// Reads from a sentence that an entry was stopped or not done: 青岩水厂|停工, 断头路|任务未完成.
    fn turned(&mut self, read: &ReadDocument, date: &str, sentence: &Plain, words: &Vocabulary<Seekers>) {
        for (range, seekers) in words.find(&sentence.text) {
            let (before, after) = (&sentence.text[..range.start], &sentence.text[range.end..]);
            let Some(turn) = halt::turned(before, after, self.lexicon) else { continue };
            let state = if turn == Turn::Stopped { State::Stopped } else { State::Promised };
            for (index, sought) in seekers {
                let is_open = self.groups[*index].1.iter().all(|said| said.step.state < State::Short);
                let is_there = sought.place.as_ref().is_none_or(|place| before.contains(place.as_str()));
                if is_open
                    && is_there
                    && self.mentioned[*index].is_before(date)
                    && sought.is_meant_on(date, YEARS_LOOSE)
                {
                    let evidence = quote(read, sentence, range.clone());
                    let step = Step { state, stage: None, aim: turn == Turn::Open, evidence };
                    self.again[*index].reports.push(step);
                }
            }
        }
    }
}

/// The search words in a sentence: their bytes, whether they are reported as done, and the group that they
/// belong to.
fn sought_in<'s>(
    sentence: &'s str,
    words: &'s Vocabulary<Seekers>,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = (Range<usize>, bool, usize, &'s Sought)> {
    let found = sentence.char_indices().filter_map(move |(at, _)| words.longest_at(sentence, at));
    found.flat_map(move |(range, entries)| {
        let (before, after) = (&sentence[..range.start], &sentence[range.end..]);
        entries.iter().filter_map(move |(index, sought)| {
            let verb = sought.verb.as_deref().filter(|_| !sought.only_reports);
            let is_report = reports(before, after, verb, &lexicon.ledger);
            let is_there = sought.place.as_ref().is_none_or(|place| before.contains(place.as_str()));
            let is_meant = is_there && (is_report || !sought.only_reports);
            // The place right before the words belongs to them: 黄河上游|岸坡治理.
            let place = sought.place.as_deref().filter(|place| before.ends_with(place)).map_or(0, str::len);
            is_meant.then(|| (range.start - place..range.end, is_report, *index, *sought))
        })
    })
}

/// The quote of words in a sentence.
fn quote(read: &ReadDocument, sentence: &Plain, words: Range<usize>) -> Quote {
    let span = sentence.span(words);
    read.quote(&read.text(span.start, span.end), &span)
}
