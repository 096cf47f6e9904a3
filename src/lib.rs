//! Reads Chinese policy text (speeches, work reports, notices) and returns records, each traceable
//! to its characters: who speaks, which bodies act, which projects are where in their life, which
//! figures are claimed or promised, by when.
//!
//! ```
//! let text = "二七区区长 王波\n今年，加快东方医院等8个项目建设，力争完成投资3.18亿元。";
//! let document = zhengce::shared()?.extract(text);
//! let speech = &document.speeches[0];
//!
//! assert_eq!(speech.speaker.as_ref().map(|person| person.text.as_str()), Some("王波"));
//! let investment = &speech.figures[1];
//! assert_eq!(investment.text, "3.18亿元");
//! assert_eq!(investment.value, Some(318_000_000.into()));
//! // Spans count code points, as Python does; Rust also gets bytes.
//! assert_eq!((investment.span.start, investment.span.end), (32, 38));
//! assert_eq!(&text[investment.span.byte_range().unwrap()], "3.18亿元");
//! # Ok::<(), zhengce::Error>(())
//! ```
//!
//! [`Extractor::ledger`] gathers what was promised over many documents, and what became of it;
//! [`Extractor::targets`] gives indicators by year, and [`Extractor::explain`] why a record is there.
//! `ARCHITECTURE.md` describes the way that a text takes, and the rooms of the code.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod document;
mod error;
mod extract;
mod layout;
mod ledger;
mod lexicon;
mod numeral;
mod recognise;
mod record;
mod relate;
mod resolve;
mod segment;
mod targets;
mod text;

pub use document::Quote;
pub use error::Error;
pub use extract::{
    Date, Division, DivisionLevel, ExplainedSentence, Explanation, Extraction, Extractor, ExtractorBuilder,
    Proposal, shared,
};
pub use ledger::{
    Amount, Deadline, Entry, EntryKind, Ledger, LedgerDocument, Move, ResponsibleBy, State, Stated, Step,
};
pub use numeral::{NumeralUnit, NumeralValue, parse_numeral};
pub use record::{
    Aspect, Body, BodyKind, Bound, Change, Citation, CitationKind, Document, Figure, FigureKind,
    FigureStatus, Force, HeldPost, Match, Measure, MeasureStatus, Mention, Person, Place, Post, Project,
    RecordKind, Section, Span, Speech, Stage, Term, Time, TimeKind,
};
/// The type of values: exact decimals of the crate `rust_decimal`, whose major version is part of this
/// crate's interface.
pub use rust_decimal::Decimal;
pub use targets::{Claim, IndicatorYear, Series, Targets};

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.zh.md")]
struct Readme;
