//! Step 1: the public types. Plain data with serde; field names are the JSON contract.
//!
//! A field that is not known is `null`, never left out; fields are written in the order of their declaration
//! here. Lists are in text order.

mod kinds;
pub(crate) mod number;
mod span;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub(crate) use kinds::named_enum;
pub use kinds::{
    Aspect, BodyKind, Bound, Change, CitationKind, FigureKind, FigureStatus, Force, MeasureStatus,
    RecordKind, Stage, TimeKind,
};
pub use span::{Mention, Span};

/// Defines record types: serde both ways, JSON Schema on request, fields may be added later.
macro_rules! records {
    ($($(#[$meta:meta])* $name:ident { $($fields:tt)* })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
            #[non_exhaustive]
            pub struct $name { $($fields)* }
        )+
    };
}

records! {
    /// All that was read from one text.
    Document {
        /// Path or caller's id of the text; `null` from [`Extractor::extract`](crate::Extractor::extract).
        pub source: Option<String>,
        /// Title of the whole text, where it has one apart from the speeches' headlines.
        pub title: Option<Mention>,
        /// ISO 8601 day, month or year on which the text was given or published: from the caller, else found
        /// in the text, else `null`. Relative times resolve against it.
        pub date: Option<String>,
        /// The speeches in text order; a text without bylines is one speech. Only a text of nothing but
        /// blanks and page furniture (下载, 打印) has none.
        pub speeches: Vec<Speech>,
    }

    /// The text under one byline, and the records found in it.
    Speech {
        /// Headline above the byline.
        pub headline: Option<Mention>,
        /// Who speaks; the same record stands in `people`, unless that kind is left out.
        pub speaker: Option<Person>,
        /// The whole speech, headline and byline included. Every record's span lies inside it.
        pub span: Span,
        /// Sections by their headings, in text order.
        pub sections: Vec<Section>,
        /// Persons' names.
        pub people: Vec<Person>,
        /// Titles as they stand in the text.
        pub posts: Vec<Post>,
        /// Organisations.
        pub bodies: Vec<Body>,
        /// Named places.
        pub places: Vec<Place>,
        /// Named undertakings.
        pub projects: Vec<Project>,
        /// Quantities.
        pub figures: Vec<Figure>,
        /// Points, periods, durations and recurrences.
        pub times: Vec<Time>,
        /// Coined policy phrases.
        pub terms: Vec<Term>,
        /// Named documents.
        pub citations: Vec<Citation>,
        /// What is done or promised.
        pub measures: Vec<Measure>,
        /// Hits of the user's own patterns.
        pub matches: Vec<Match>,
    }

    /// A heading and the stretch of text that it governs, up to the next heading of its rank or above.
    Section {
        /// The heading.
        pub heading: Mention,
        /// Heading and text below it.
        pub span: Span,
    }

    /// A person's name, without title.
    Person {
        /// The name as it stands, line breaks removed.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// Author of the speech, who is [`Speech::speaker`] too, or source of a quotation in it.
        pub speaker: bool,
        /// Titles given to the person at this mention.
        pub posts: Vec<HeldPost>,
    }

    /// A title that a person holds.
    HeldPost {
        /// The title as written: 副主席.
        pub title: String,
        /// The body it belongs to as written, or `null`: 区政协.
        pub body: Option<String>,
    }

    /// A title or office that stands in the text.
    Post {
        /// The title.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
    }

    /// A definite organisation.
    Body {
        /// The name.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// What sort of organisation it is.
        pub kind: BodyKind,
        /// What this short name stands for, where the text introduces it: 清溪县公安局（以下简称“县局”）.
        pub stands_for: Option<Mention>,
    }

    /// A named place.
    Place {
        /// The name.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// Code of the division, where the name is that of a division and the text leaves no doubt which: the
        /// six digits of GB/T 2260 for counties and above, the nine of the statistical divisions for
        /// townships.
        pub code: Option<String>,
        /// What this short name stands for, where the text introduces it: 长江三角洲（长三角）.
        pub stands_for: Option<Mention>,
    }

    /// A named undertaking: something built, invested in or engineered.
    Project {
        /// The name.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// The stage that the project has reached or shall reach, by what the text says here.
        pub stage: Option<Stage>,
        /// True where `stage` is intended and not reached yet.
        pub aim: bool,
        /// Indices into [`Speech::figures`] of the figures that belong to this project.
        pub figures: Vec<usize>,
        /// What this short name stands for, where the text introduces it: 平陵河治理工程（以下简称“平陵工程”）.
        pub stands_for: Option<Mention>,
    }

    /// A quantity.
    Figure {
        /// Number, multiplier and unit as written.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// The value in full units (3.18亿元 is 318000000); of a range, its lower end; `null` when vague.
        /// Exact, except for a fraction that no decimal can hold, which has four places: 三分之二 is 0.6667.
        #[serde(with = "number")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
        pub value: Option<Decimal>,
        /// Upper end of a range.
        #[serde(with = "number")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
        pub upper: Option<Decimal>,
        /// Unit or measure word without 万 or 亿: 元, 家, %, 公里.
        pub unit: Option<String>,
        /// What sort of quantity it is.
        pub kind: FigureKind,
        /// What is counted or measured.
        pub of: Option<Mention>,
        /// How the value bounds the quantity.
        pub bound: Bound,
        /// Level or difference.
        pub change: Change,
        /// Result or target.
        pub status: FigureStatus,
        /// Index into [`Speech::times`] of the time for which the figure holds. That time may stand further
        /// up: at the opening of the paragraph, in the sentence that announces the list, or in a heading.
        pub time: Option<usize>,
    }

    /// A point, period, duration or recurrence.
    Time {
        /// The words.
        pub text: String,
        /// Where they stand.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// Which of the four it is.
        pub kind: TimeKind,
        /// ISO 8601: `2022`, `2022-01-08`, `2021/2025`, `P9Y`, `R/P1W`; `null` when unresolved.
        pub iso: Option<String>,
    }

    /// A coined policy phrase (提法): one in quotation marks, or a shorthand of numbers or clipped words with
    /// or without them (三农, 双碳). A phrase in ordinary words (高质量发展) is none.
    Term {
        /// The phrase, without quotation marks.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
    }

    /// A named document.
    Citation {
        /// Title without 《》, or number.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// Title or number.
        pub kind: CitationKind,
        /// What this short name stands for, where the text introduces it: …，以下简称《条例》.
        pub stands_for: Option<Mention>,
    }

    /// What is done or promised. Each pair of verb and object is a measure: 新建学校和医院 gives two,
    /// 新建、改建学校 gives two. A verb of result that says what an act before it in the sentence is for
    /// (加强培训, 提高素质) makes no measure, unless it has a duty, an actor, an amount, a time or a project
    /// of its own.
    Measure {
        /// The verb phrase with what stands before it in its clause.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record.
        pub rule: Cow<'static, str>,
        /// The governing verb.
        pub verb: String,
        /// What is acted on.
        pub object: Mention,
        /// Who acts, where the sentence says so: in this clause, in one before it, or in the bracket after
        /// the task; `null` where the speaker acts, also as 我们.
        pub actor: Option<Mention>,
        /// How binding it is.
        pub force: Force,
        /// Whether it is done.
        pub status: MeasureStatus,
        /// Index into [`Speech::times`] of the time by which it shall be done.
        pub deadline: Option<usize>,
        /// Indices into [`Speech::projects`] of the projects that it concerns.
        pub projects: Vec<usize>,
        /// Indices into [`Speech::figures`] of the figures that it names.
        pub figures: Vec<usize>,
    }

    /// A hit of a pattern from a rule file.
    Match {
        /// The whole hit.
        pub text: String,
        /// Where it stands.
        pub span: Span,
        /// Id of the rule that made the record: `pattern.` and the pattern's name.
        pub rule: Cow<'static, str>,
        /// The pattern's name.
        pub pattern: String,
        /// The named groups that took part in the hit.
        pub fields: BTreeMap<String, Mention>,
    }
}
