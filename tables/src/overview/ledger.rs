//! The tables of a ledger.

use arrow_schema::ArrowError;
use zhengce::{Entry, Ledger, Quote, Stage, State, Step};

use super::{Cited, Filled, Overview, always, cited, field, table};
use crate::column::Cell;
use crate::column::ColumnType::{Boolean, Day, Integer, Number, Text};
use crate::days::days;

const ENTRY_ID: &str = "The entry: row of `ledger`";
const ENTRY_NAME: &str = "The name of the entry";

/// The tables of a ledger: `ledger` has a row for each entry; `ledger_steps`, one for each time that a
/// document says how far an entry is; `ledger_mentions`, one for each mention.
///
/// # Errors
/// Those of Arrow.
///
/// ```
/// let tables = zhengce_tables::of_ledger(&zhengce::Ledger::default())?;
/// assert_eq!(tables.iter().map(|table| table.name).collect::<Vec<_>>(), ["ledger", "ledger_steps", "ledger_mentions"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of_ledger(ledger: &Ledger) -> Result<Vec<Overview>, ArrowError> {
    let entries = ledger.entries.iter().zip(1..);
    let entries: Vec<EntryRow> = entries.map(|(entry, id)| EntryRow { id, entry }).collect();
    let steps = entries.iter().flat_map(|row| row.entry.history.iter().map(|step| StepRow { of: row, step }));
    let mentions = entries
        .iter()
        .flat_map(|row| row.entry.mentions.iter().map(|mention| MentionRow { of: row, mention }));
    Ok(vec![
        table("ledger", &entry_fields(), entries.iter())?,
        table("ledger_steps", &step_fields(), steps.collect::<Vec<_>>().iter())?,
        table("ledger_mentions", &mention_fields(), mentions.collect::<Vec<_>>().iter())?,
    ])
}

pub(super) struct EntryRow<'l> {
    id: i64,
    entry: &'l Entry,
}

pub(super) struct StepRow<'l> {
    of: &'l EntryRow<'l>,
    step: &'l Step,
}

pub(super) struct MentionRow<'l> {
    of: &'l EntryRow<'l>,
    mention: &'l Quote,
}

impl Cited for StepRow<'_> {
    fn quote(&self) -> &Quote {
        &self.step.evidence
    }
}

impl Cited for MentionRow<'_> {
    fn quote(&self) -> &Quote {
        self.mention
    }
}

pub(super) fn entry_fields<'l>() -> Vec<Filled<EntryRow<'l>>> {
    vec![
        always("entry_id", Integer, "Counts the entries, from 1", |row| row.id.into()),
        always("kind", Text, "project, or measure: a promise with a deadline or a figure", |row| {
            row.entry.kind.name().into()
        }),
        always("name", Text, "The longest of its names", |row| (&row.entry.name).into()),
        field("names", Text, "All its names, with ； between", |row| listed(row.entry.names.iter())),
        field("place", Text, "The place that the documents speak for", |row| row.entry.place.as_ref().into()),
        field("place_code", Text, super::PLACE_CODE, |row| super::code_of(row.entry.place.as_deref())),
        field(
            "responsible",
            Text,
            "Who is responsible; where nobody is named, the speaker or the body that the document is of",
            |row| row.entry.responsible.as_ref().into(),
        ),
        field(
            "responsible_by",
            Text,
            "How that is known: named (acts, or stands in a cell, a bracket or a label), speaker (nobody is named: who says \
             it), issuer (nor does anybody speak: the body for which the document reports, or that issues it)",
            |row| row.entry.responsible_by.map(|by| by.name()).into(),
        ),
        field(
            "represents",
            Text,
            "The body for which the speaker reports, or that issues the document",
            |row| row.entry.represents.as_ref().into(),
        ),
        always(
            "state",
            Text,
            "mentioned, stopped (or put off), promised, under_way, short (done, with less than was promised), delivered",
            |row| row.entry.state.name().into(),
        ),
        field(
            "stage",
            Text,
            "The stage that was told last, of a project; reached only where `aim` is false",
            |row| row.stage().map(|(stage, _)| stage.name()).into(),
        ),
        field("aim", Boolean, "True when that stage is still to come; null without a stage", |row| {
            row.stage().map(|(_, aim)| aim).into()
        }),
        field("deadline", Text, "By when it shall be done, as written", |row| {
            row.entry.deadline.as_ref().map(|deadline| &deadline.text).into()
        }),
        field("deadline_iso", Text, "The same in ISO 8601; null where it is not resolved", |row| {
            row.entry.deadline.as_ref().and_then(|deadline| deadline.iso.as_ref()).into()
        }),
        field("deadline_last_day", Day, "The last day of the deadline", |row| {
            due(row.entry).map_or(Cell::Null, Cell::Day)
        }),
        field(
            "overdue",
            Boolean,
            "Whether the deadline was over when the last document of the place with an entry spoke, or on the day of \
             --as-of, and it was not delivered in full; null without a deadline",
            |row| row.entry.overdue.into(),
        ),
        field(
            "fulfilment",
            Number,
            "Of a promise with an amount, how much of it was reported, as a share: 0.88; null without such a report",
            |row| row.entry.fulfilment.into(),
        ),
        field(
            "promised_date",
            Text,
            "Date of the document that promised it first; null where the documents only report it",
            |row| row.entry.promised.as_ref().and_then(|stated| stated.date.as_ref()).into(),
        ),
        field(
            "promised_value",
            Number,
            "The amount then promised, in full units of `unit`; null of projects, whose figures are no promise, and of ceilings \
             (5个以内)",
            |row| row.entry.promised.as_ref().and_then(|stated| stated.value).into(),
        ),
        field(
            "reported_date",
            Text,
            "Date of the document that answers it: of the report that `fulfilment` counts, else of the first that says it is done",
            |row| row.entry.reported.as_ref().and_then(|stated| stated.date.as_ref()).into(),
        ),
        field(
            "reported_value",
            Number,
            "The amount then reported; null where it is not told, or told in another unit than the promise",
            |row| row.entry.reported.as_ref().and_then(|stated| stated.value).into(),
        ),
        field("unit", Text, "The unit of both amounts, without 万 and 亿", |row| row.unit().into()),
        field(
            "silent_since",
            Text,
            "Date of the last document with it, where later ones are silent",
            |row| row.entry.silent_since.as_ref().into(),
        ),
        field(
            "moved",
            Text,
            "Since the earlier ledger: new, advanced, delivered, short, stopped, silent, same",
            |row| row.entry.moved.map(|moved| moved.name()).into(),
        ),
        field("first_date", Text, "Date of the first document with it", |row| row.dates().min().into()),
        field("last_date", Text, "Date of the last document with it", |row| row.dates().max().into()),
        field(
            "history",
            Text,
            "Date and stage or state of each step, → before what is still to come, with ； between; of what was stopped the state",
            |row| listed(row.entry.history.iter().map(step_in_words)),
        ),
        field("figures", Text, "Its amounts, as written, with ； between", |row| {
            listed(row.entry.figures.iter().map(|figure| &figure.evidence.text))
        }),
        always("mention_count", Integer, "How many mentions it has: rows of `ledger_mentions`", |row| {
            row.entry.mentions.len().into()
        }),
        field("sentence", Text, "The sentence of the last mention", |row| {
            row.last().map(|last| &last.sentence).into()
        }),
        field("source", Text, "Path or id of the document of the last mention", |row| {
            row.last().and_then(|last| last.source.as_ref()).into()
        }),
        field(
            "span_start",
            Integer,
            "First character of the last mention, in code points of the text from 0",
            |row| row.last().map(|last| last.span.start).into(),
        ),
        field("span_end", Integer, "One past its last character, in code points", |row| {
            row.last().map(|last| last.span.end).into()
        }),
    ]
}

impl<'l> EntryRow<'l> {
    fn dates(&self) -> impl Iterator<Item = &'l str> + use<'l> {
        self.entry.mentions.iter().filter_map(|mention| mention.date.as_deref())
    }

    fn last(&self) -> Option<&'l Quote> {
        self.entry.mentions.last()
    }

    /// The stage told last, and whether it is still to come.
    fn stage(&self) -> Option<(Stage, bool)> {
        let step = self.entry.history.last()?;
        step.stage.map(|stage| (stage, step.aim))
    }

    fn unit(&self) -> Option<&'l String> {
        let mut stated = self.entry.promised.iter().chain(&self.entry.reported);
        stated.find_map(|stated| stated.unit.as_ref())
    }
}

/// The last day of an entry's deadline.
fn due(entry: &Entry) -> Option<i32> {
    days(entry.deadline.as_ref()?.last_day.as_deref()?).map(|(_, last)| last)
}

fn step_in_words(step: &Step) -> String {
    let stage = step.stage.filter(|_| step.state > State::Stopped);
    let stage = stage.map_or(step.state.name(), |stage| stage.name());
    let aim = if step.aim { "→" } else { "" };
    match &step.evidence.date {
        Some(date) => format!("{date} {aim}{stage}"),
        None => format!("{aim}{stage}"),
    }
}

fn listed<'a>(values: impl Iterator<Item = impl AsRef<str>>) -> Cell<'a> {
    crate::row::listed(values.map(|value| value.as_ref().to_owned().into())).into()
}

pub(super) fn step_fields<'l>() -> Vec<Filled<StepRow<'l>>> {
    let mut fields: Vec<Filled<StepRow>> = vec![
        always("entry_id", Integer, ENTRY_ID, |row| row.of.id.into()),
        always("name", Text, ENTRY_NAME, |row| (&row.of.entry.name).into()),
        always("state", Text, "How far it is, or shall come", |row| row.step.state.name().into()),
        field("stage", Text, "The stage of a project", |row| row.step.stage.map(|stage| stage.name()).into()),
        always("aim", Boolean, "True when the stage is still to come", |row| row.step.aim.into()),
    ];
    fields.extend(cited());
    fields
}

pub(super) fn mention_fields<'l>() -> Vec<Filled<MentionRow<'l>>> {
    let mut fields: Vec<Filled<MentionRow>> = vec![
        always("entry_id", Integer, ENTRY_ID, |row| row.of.id.into()),
        always("name", Text, ENTRY_NAME, |row| (&row.of.entry.name).into()),
    ];
    fields.extend(cited());
    fields.push(field("speaker", Text, "Who says it", |row| row.mention.speaker.as_ref().into()));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_name_all_words_of_their_sets() {
        let fields = entry_fields();
        let meaning = |name| fields.iter().find(|field| field.column.name == name).unwrap().column.meaning;
        assert!(State::ALL.iter().all(|state| meaning("state").contains(state.name())));
        assert!(zhengce::Move::ALL.iter().all(|moved| meaning("moved").contains(moved.name())));
        assert!(zhengce::ResponsibleBy::ALL.iter().all(|by| meaning("responsible_by").contains(by.name())));
    }
}
