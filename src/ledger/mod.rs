//! Step 14: the ledger (台账): projects and promises over many documents, each entry with its mentions.
//!
//! | file | question |
//! |---|---|
//! | [`counts`], [`outcome`], [`size`] | does a measure have an entry |
//! | [`sibling`] | which amounts of a list are of a thing that another item names |
//! | [`outturn`] | what is told of a thing before how much of it was done |
//! | [`reader`], [`index`] | what does a document say of an entry, and which records stand where |
//! | [`task`], [`achieved`], [`after_task`] | what does a row of a table of tasks say, how much of it is done, what the words after a task |
//! | [`naming`], [`numbered`], [`wording`], [`opening`], [`lead`] | what is it called |
//! | [`issuer`], [`saying`], [`responsible`] | for whom does the document speak, who says what is promised, who shall do it |
//! | [`amount`], [`noun`], [`edges`] | which figures are its amounts, what do they count |
//! | [`progress`], [`listing`], [`begun`], [`due`], [`ending`] | how far is it, is it only begun, by when |
//! | [`known`] | is it a known work that goes on, or an earlier plan |
//! | [`overdue`] | is a deadline over |
//! | [`halt`], [`standing`] | was it stopped, and how far has an entry come after all its steps |
//! | [`stated`] | what was promised first, and which report answers it |
//! | [`name`], [`same`], [`renamed`] | which names are one project |
//! | [`promise`], [`signs`], [`instalments`], [`kept`], [`term`] | which measures are one promise, by its words, its amount, its report, and when |
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
    /// The documents that were read, in the order of their dates: what is silent is silent in these.
    #[serde(default)]
    pub documents: Vec<LedgerDocument>,
    /// The day on which it is asked what is overdue ([`Ledger::as_of`]); `null` where the last document of each place tells it.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Projects first, then measures; of each kind by place, then in the order in which their names are first mentioned,
    /// those that only an earlier ledger has after the others.
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
    /// All its names, in the order in which they came; of an item of a list with the noun that the list shares:
    /// 青白高铁 of 青白、云柳等高铁.
    pub names: Vec<String>,
    /// The place that the documents speak for; of national ones the province that opens the name.
    pub place: Option<String>,
    /// Who is responsible: who acts, where a document says so or names who is responsible in the bracket after a task, else the speaker
    /// of the first speech with it. Who said it stands with each of the mentions (`speaker`).
    #[serde(alias = "answers")]
    pub responsible: Option<String>,
    /// How that is known; `null` where nobody is, and in ledgers of versions that did not say.
    #[serde(default)]
    pub responsible_by: Option<ResponsibleBy>,
    /// The body for which the speaker of the first document with one reports, else the one that issues that document: the same over
    /// the years, whether or not a byline names who speaks.
    #[serde(default)]
    pub represents: Option<String>,
    /// How far it is: the furthest of the steps in `history`. What was stopped stays so until a later document, or the same
    /// one by what is done, takes it up; what was delivered stays delivered.
    pub state: State,
    /// The date of the last document with it, where later documents of the place are silent.
    pub silent_since: Option<String>,
    /// How it went, in the order of the dates.
    pub history: Vec<Step>,
    /// What is said of its size.
    pub figures: Vec<Amount>,
    /// By when it shall be done, as last said.
    pub deadline: Option<Deadline>,
    /// Whether the deadline was over on the day that was asked for ([`Ledger::as_of`]), else when the last document of the place
    /// with an entry spoke, and it was not delivered in full; `null` without a deadline that has a last day.
    #[serde(default)]
    pub overdue: Option<bool>,
    /// Where it is mentioned: every record that was joined to it, and of later sentences that only repeat its words the
    /// last.
    pub mentions: Vec<Quote>,
    /// Of a promise with an amount, how much of it is reported, so far or in the end, as a share: 0.88 of what was
    /// promised; `null` without such a report.
    #[serde(with = "number", default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub fulfilment: Option<Decimal>,
    /// What was first promised; `null` where the documents only report it.
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
        /// Spoken of, without a word of how far it is.
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

/// What one document says of how far an entry is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// How far it is, or shall come.
    pub state: State,
    /// The stage of a project.
    pub stage: Option<Stage>,
    /// The stage is still to come.
    pub aim: bool,
    /// Where it is said.
    pub evidence: Quote,
}

/// What a document promised or reported, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Stated {
    /// The date of the document.
    pub date: Option<String>,
    /// The amount in full units; `null` of a project, of a ceiling (控制在5个以内), and of a report in another unit than the promise.
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
    /// What is counted or measured.
    pub of: Option<String>,
    /// Where it is said.
    pub evidence: Quote,
}

/// By when something shall be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Deadline {
    /// The words.
    pub text: String,
    /// ISO 8601, where it is resolved.
    pub iso: Option<String>,
    /// Its last day: 2025-08-31 of 2025-08; `null` where `iso` is no stretch of the calendar.
    #[serde(default)]
    pub last_day: Option<String>,
}

impl Extractor {
    /// The ledger of these documents, which this extractor read. A document without its text, or with spans that do not lie
    /// in it, has no entries.
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
    /// The same ledger with how each entry moved since an earlier one. What the earlier one had and this one
    /// has not is kept: as fallen silent, or as the same if it was delivered. Entries are told again by place and name, as
    /// within one ledger; the earlier one may have read other documents.
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

    /// The same ledger with what is overdue on a day of your own, instead of when the last document of each place spoke. A month or
    /// a year counts by its first day.
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
