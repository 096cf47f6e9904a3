//! Step 14: the ledger (台账): projects and promises over many documents, each entry with its mentions.
//!
//! | file | question |
//! |---|---|
//! | [`counts`], [`outcome`], [`size`] | does a measure have an entry |
//! | [`sibling`] | which amounts of a list are of a thing that another item names |
//! | [`outturn`] | what is told of a thing before how much of it was done |
//! | [`reader`], [`index`] | what does a document say of an entry, and which records stand where |
//! | [`task`], [`achieved`], [`after_task`] | what do a table of tasks and the words after a task say |
//! | [`naming`], [`numbered`], [`wording`], [`opening`], [`lead`] | what is it called |
//! | [`issuer`], [`saying`], [`responsible`] | which body reports, who says it, who is responsible |
//! | [`amount`], [`noun`], [`edges`] | which figures are its amounts, what do they count |
//! | [`progress`], [`listing`], [`begun`], [`due`], [`ending`] | how far is it, is it only begun, by when |
//! | [`known`] | is it a known work that goes on, or an earlier plan |
//! | [`overdue`] | is a deadline over |
//! | [`halt`], [`standing`] | was it stopped, and how far has an entry come after all its steps |
//! | [`stated`] | what was promised first, and which report answers it |
//! | [`name`], [`same`], [`renamed`] | which names are one project |
//! | [`promise`], [`signs`], [`instalments`], [`kept`], [`term`] | which measures are one promise |
//! | [`gather`] | from documents to entries |
//! | [`again`], [`sought`], [`mentioned`], [`report`] | what later documents say of it without a record |
//! | [`against`] | how two ledgers compare |

mod achieved;
mod after_task;
mod again;
mod against;
mod amount;
mod begun;
mod counts;
mod due;
mod edges;
mod ending;
mod gather;
mod halt;
mod index;
mod instalments;
mod issuer;
mod kept;
mod known;
mod lead;
mod listing;
mod mentioned;
mod name;
mod naming;
mod noun;
mod numbered;
mod opening;
mod outcome;
mod outturn;
mod overdue;
mod parts;
mod progress;
mod promise;
mod reader;
mod renamed;
mod report;
mod responsible;
mod same;
mod saying;
mod sibling;
mod signs;
mod size;
mod sought;
mod standing;
mod stated;
mod task;
mod term;
mod wording;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::document::{Quote, ReadDocument};
use crate::extract::{Date, Extraction, Extractor};
use crate::record::{Stage, named_enum, number};

/// Projects and promises of many documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ledger {
    /// The version of zhengce that made it.
    #[serde(default)]
    pub version: String,
    /// The documents that were read, in the order of their dates; an entry that is silent is silent in these.
    #[serde(default)]
    pub documents: Vec<LedgerDocument>,
    /// The day for which overdue entries are marked ([`Ledger::as_of`]); `null` if the last document of each
    /// place sets it.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Projects first, then measures; of each kind by place, then in the order of their first mention. Those
    /// that only an earlier ledger has come last.
    pub entries: Vec<Entry>,
}

/// A document that a ledger was made of.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LedgerDocument {
    /// Path or caller's id of the document.
    pub source: Option<String>,
    /// Its date; where it has none, an estimate from its own words, as in [`Quote::date`].
    pub date: Option<String>,
    /// The place that it speaks for.
    pub place: Option<String>,
}

/// A project, or a measure with a deadline or a figure, with all that the documents say of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry {
    /// What the entry is of.
    pub kind: EntryKind,
    /// The longest of its names; for a measure the first one: its verb and object, and what precedes the
    /// verb if it is part of the promise (农村新建住房5万平方米).
    pub name: String,
    /// All its names, in the order in which they came. An item of a list has the noun that the list shares:
    /// 青白高铁 in 青白、云柳等高铁.
    pub names: Vec<String>,
    /// The place that the documents speak for; if that is the country, the province that opens the name.
    pub place: Option<String>,
    /// Who is responsible: the actor or whoever a document names as responsible, for instance in a bracket
    /// after the task; else the speaker of the first speech with it. The speaker of each mention stands there
    /// (`speaker`).
    #[serde(alias = "answers")]
    pub responsible: Option<String>,
    /// How it is known who is responsible; `null` if nobody is, and in ledgers of versions that did not say.
    #[serde(default)]
    pub responsible_by: Option<ResponsibleBy>,
    /// The body that the speaker of the first document with one reports for, else the one that issues that
    /// document. It stays the same over the years, whether or not a byline names a speaker.
    #[serde(default)]
    pub represents: Option<String>,
    /// How far it is: the furthest of the steps in `history`. After a stop it stays stopped until a later
    /// document takes it up, or the same one tells what was done; what was delivered stays delivered.
    pub state: State,
    /// The date of the last document with it, if later documents of the place are silent.
    pub silent_since: Option<String>,
    /// How far it came, document by document, in the order of the dates.
    pub history: Vec<Step>,
    /// The figures that tell its amounts or size.
    pub figures: Vec<Amount>,
    /// The deadline, as last said.
    pub deadline: Option<Deadline>,
    /// Whether the deadline was over, and the promise not delivered in full, on the day asked for
    /// ([`Ledger::as_of`]), else when the last document of the place with an entry spoke. `null` without a
    /// deadline that has a last day.
    #[serde(default)]
    pub overdue: Option<bool>,
    /// The quotes that mention it: every record that was joined to it, and the last of the later sentences
    /// that only repeat its words.
    pub mentions: Vec<Quote>,
    /// The share of a promise's amount that is reported, so far or in the end: 0.88 of what was promised;
    /// `null` without such a report.
    #[serde(with = "number", default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub fulfilment: Option<Decimal>,
    /// The first promise; `null` if the documents only report on it.
    #[serde(default)]
    pub promised: Option<Stated>,
    /// The report that `fulfilment` counts, else the first that says it is done; `null` without one.
    #[serde(default)]
    pub reported: Option<Stated>,
    /// How it moved since an earlier ledger; `null` without one.
    pub moved: Option<Move>,
}

named_enum! {
    /// What an entry is of.
    EntryKind {
        /// A named undertaking.
        Project = "project",
        /// A measure with a deadline or a figure.
        Measure = "measure",
    }
}

named_enum! {
    /// How it is known who is responsible.
    ResponsibleBy {
        /// A document says who acts, or names who is responsible in a cell, a bracket or a label.
        Named = "named",
        /// Nobody is named: who says it.
        Speaker = "speaker",
        /// Nor does anybody speak: the body for which the document reports, or that issues it.
        Issuer = "issuer",
    }
}

named_enum! {
    /// How far an entry is.
    State {
        /// It is mentioned, without a word of how far it is.
        Mentioned = "mentioned",
        /// Stopped, ended or put off (停工, 终止, 暂缓, 推迟), and not taken up again since.
        Stopped = "stopped",
        /// Planned, or still to come.
        Promised = "promised",
        /// Signed, on its land, started or being built.
        UnderWay = "under_way",
        /// Reported as done, with less than was promised (未足额): [`Entry::fulfilment`] is below 1.
        Short = "short",
        /// Completed or operating, or reported as done.
        Delivered = "delivered",
    }
}

named_enum! {
    /// How an entry moved since an earlier ledger.
    Move {
        /// It was not there.
        New = "new",
        /// It has come further.
        Advanced = "advanced",
        /// It was delivered since (销号).
        Delivered = "delivered",
        /// It was reported since, with less than was promised (未足额).
        Short = "short",
        /// It was stopped, ended or put off since.
        Stopped = "stopped",
        /// Nothing has been said of it since.
        Silent = "silent",
        /// It is where it was.
        Same = "same",
    }
}

/// What one document says about how far an entry is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// How far it is, or is to come.
    pub state: State,
    /// The stage of a project.
    pub stage: Option<Stage>,
    /// The stage is still to come.
    pub aim: bool,
    /// The quote that says it.
    pub evidence: Quote,
}

/// What a document promised or reported, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Stated {
    /// The date of the document.
    pub date: Option<String>,
    /// The amount in full units; `null` for a project, for a ceiling (控制在5个以内), and for a report in another
    /// unit than the promise.
    #[serde(with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
}

/// A figure of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Amount {
    /// The value in full units.
    #[serde(with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<Decimal>,
    /// The unit.
    pub unit: Option<String>,
    /// The noun of what is counted or measured.
    pub of: Option<String>,
    /// The quote that says it.
    pub evidence: Quote,
}

/// The time by which something is to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Deadline {
    /// The words of the document.
    pub text: String,
    /// The time in ISO 8601, if it is resolved.
    pub iso: Option<String>,
    /// The last day of `iso`: 2025-08-31 for 2025-08; `null` if `iso` is no stretch of the calendar.
    #[serde(default)]
    pub last_day: Option<String>,
}

impl Extractor {
    /// The ledger of these documents, which this extractor has read. A document without its text, or with
    /// spans outside it, has no entries.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let texts = [("2023-02", "开工建设青岩水库工程。"), ("2025-02", "青岩水库建成投用。")];
    /// let extractions = texts.map(|(date, text)| extractor.extract_with_text(text, Some(&date.parse().unwrap())));
    /// let ledger = extractor.ledger(&extractions);
    /// assert_eq!(ledger.entries[0].state, zhengce::State::Delivered);
    /// assert_eq!(ledger.entries[0].mentions.len(), 2);
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn ledger<'e>(&self, extractions: impl IntoIterator<Item = &'e Extraction>) -> Ledger {
        let read = |extraction| ReadDocument::new(extraction, self.lexicon());
        let whole = extractions.into_iter().filter(|extraction| extraction.is_whole());
        let documents: Vec<ReadDocument> = whole.map(read).collect();
        overdue::mark(gather::ledger(&documents, self.lexicon()))
    }
}

impl Ledger {
    /// The same ledger, with how each entry moved since an earlier one. Entries that only the earlier one has
    /// are kept: as fallen silent, or as the same if they were delivered. Entries are matched by place and
    /// name, as within one ledger; the earlier one may have read other documents.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let read = |date: &str, text: &str| extractor.extract_with_text(text, Some(&date.parse().unwrap()));
    /// let documents = [read("2024-01", "开工建设青岩水库工程。"), read("2025-01", "青岩水库建成投用。")];
    /// let moved = extractor.ledger(&documents).against(&extractor.ledger(&documents[..1]));
    /// assert_eq!(moved.entries[0].moved, Some(zhengce::Move::Delivered));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    #[must_use]
    pub fn against(self, earlier: &Ledger) -> Self {
        overdue::mark(against::compare(self, earlier))
    }

    /// The same ledger, with what is overdue on this day, instead of when the last document of each place
    /// spoke. A month or a year counts by its first day.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let extraction = extractor.extract_with_text("8月31日前建成渔港5座。", Some(&"2025-01-15".parse()?));
    /// let ledger = extractor.ledger([&extraction]);
    /// assert_eq!(ledger.entries[0].overdue, Some(false));
    /// assert_eq!(ledger.as_of("2025-09-01".parse()?).entries[0].overdue, Some(true));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    #[must_use]
    pub fn as_of(self, day: Date) -> Self {
        overdue::mark(Ledger { as_of: Some(day.into()), ..self })
    }
}

#[cfg(test)]
mod tests;
