//! The ledger and the targets as tables: their columns are like those of records, but their rows need no
//! document around them.

mod ledger;
mod targets;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use zhengce::{Division, Quote};

use crate::column::ColumnType::{Integer, Text};
use crate::column::{self, Cell, Column, ColumnType};
use crate::grow::Growing;
pub use ledger::of_ledger;
pub use targets::of_targets;

/// A table that is read over many documents.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The name of its sheet.
    pub name: &'static str,
    /// What its columns are.
    pub columns: Vec<Column>,
    /// Its columns as Arrow knows them.
    pub schema: SchemaRef,
    /// Its rows.
    pub batches: Vec<RecordBatch>,
}

/// The names of these tables, what a row of each is, and their columns.
pub fn overviews() -> Vec<(&'static str, &'static str, Vec<Column>)> {
    vec![
        ("ledger", "One row per entry of the ledger.", columns(&ledger::entry_fields())),
        (
            "ledger_steps",
            "One row for each time that a document says how far an entry is.",
            columns(&ledger::step_fields()),
        ),
        ("ledger_mentions", "One row per mention of an entry.", columns(&ledger::mention_fields())),
        (
            "target_claims",
            "One row per figure that a document gives for an indicator.",
            columns(&targets::claim_fields()),
        ),
        (
            "target_years",
            "One row per indicator and year, with the first target and the first result.",
            columns(&targets::year_fields()),
        ),
    ]
}

/// A column, and how a row of type `R` fills it.
struct Filled<R> {
    column: Column,
    value: for<'a> fn(&'a R) -> Cell<'a>,
}

/// A column that a row may leave empty.
fn field<R>(
    name: &'static str,
    kind: ColumnType,
    meaning: &'static str,
    value: for<'a> fn(&'a R) -> Cell<'a>,
) -> Filled<R> {
    Filled { column: Column { name, kind, nullable: true, meaning }, value }
}

/// A column that every row fills.
fn always<R>(
    name: &'static str,
    kind: ColumnType,
    meaning: &'static str,
    value: for<'a> fn(&'a R) -> Cell<'a>,
) -> Filled<R> {
    let Filled { column, value } = field(name, kind, meaning, value);
    Filled { column: Column { nullable: false, ..column }, value }
}

const PLACE_CODE: &str =
    "Code of that division, by its full name; null where several have the name, or it is no division (全国)";

/// The code of the division of a full name.
fn code_of<'a>(place: Option<&str>) -> Cell<'a> {
    place.and_then(Division::of_name).map(|division| division.code).into()
}

fn columns<R>(fields: &[Filled<R>]) -> Vec<Column> {
    fields.iter().map(|field| field.column).collect()
}

fn table<'r, R: 'r>(
    name: &'static str,
    fields: &[Filled<R>],
    rows: impl Iterator<Item = &'r R>,
) -> Result<Overview, ArrowError> {
    let columns = columns(fields);
    let schema = column::schema(&columns, &[]);
    let mut growing = Growing::new(schema.clone());
    for row in rows {
        growing.push(fields.iter().map(|field| (field.value)(row)))?;
    }
    Ok(Overview { name, columns, schema, batches: growing.take()? })
}

/// A row that points to where something was said.
trait Cited {
    fn quote(&self) -> &Quote;
}

/// The columns for where it was said.
fn cited<R: Cited>() -> Vec<Filled<R>> {
    vec![
        field("date", Text, "Date of the document", |row| row.quote().date.as_ref().into()),
        always("text", Text, "The words", |row| (&row.quote().text).into()),
        field("source", Text, "Path or id of the document", |row| row.quote().source.as_ref().into()),
        always("span_start", Integer, "First character, in code points of the source text from 0", |row| {
            row.quote().span.start.into()
        }),
        always("span_end", Integer, "One past the last character, in code points", |row| {
            row.quote().span.end.into()
        }),
        always(
            "sentence",
            Text,
            "The sentence around them, at most 500 characters before and after",
            |row| (&row.quote().sentence).into(),
        ),
    ]
}
