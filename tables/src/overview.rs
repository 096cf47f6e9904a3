//! The ledger and the targets as tables: columns as those of the records, rows that need no document around them.

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use zhengce::{Change, Claim, Entry, Evidence, IndicatorYear, Ledger, Series, Step, Targets};

use crate::column::ColumnType::{Boolean, Day, Integer, Number, Text};
use crate::column::{self, Cell, Column, ColumnType};
use crate::days::days;
use crate::grow::Growing;

/// A table of what is read over many documents.
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

/// The tables of a ledger: `ledger`, a row an entry; `ledger_steps`, a row for each time that a document says how far
/// one is; `ledger_mentions`, a row a mention.
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
    let latest = |place: &Option<String>| {
        let of_place = ledger.entries.iter().filter(|entry| entry.place == *place);
        of_place.flat_map(|entry| &entry.mentions).filter_map(|mention| mention.date.as_deref()).max()
    };
    let mut last: Vec<(&Option<String>, Option<&str>)> = Vec::new();
    let mut entries = Vec::new();
    for (entry, id) in ledger.entries.iter().zip(1..) {
        let known = last.iter().find(|(place, _)| *place == &entry.place).map(|(_, date)| *date);
        let spoken = known.unwrap_or_else(|| {
            let date = latest(&entry.place);
            last.push((&entry.place, date));
            date
        });
        entries.push(EntryRow { id, entry, spoken });
    }
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

/// The tables of targets: `target_claims`, a row a figure that a document gives; `target_years`, a row an indicator in a
/// year with its first target and its first result.
///
/// # Errors
/// Those of Arrow.
///
/// ```
/// let tables = zhengce_tables::of_targets(&zhengce::Targets::default())?;
/// assert_eq!(tables.iter().map(|table| table.name).collect::<Vec<_>>(), ["target_claims", "target_years"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of_targets(targets: &Targets) -> Result<Vec<Overview>, ArrowError> {
    let years = targets.series.iter().flat_map(|series| series.years.iter().map(move |year| (series, year)));
    let years: Vec<YearRow> = years.map(|(series, year)| YearRow { series, year }).collect();
    let claims = years.iter().flat_map(|row| {
        let targets = row.year.targets.iter().map(|claim| ("target", claim));
        let results = row.year.results.iter().map(|claim| ("result", claim));
        targets.chain(results).map(move |(said, claim)| ClaimRow { of: row, said, claim })
    });
    Ok(vec![
        table("target_claims", &claim_fields(), claims.collect::<Vec<_>>().iter())?,
        table("target_years", &year_fields(), years.iter())?,
    ])
}

/// The names of these tables and what a row of each is, with their columns.
pub fn overviews() -> Vec<(&'static str, &'static str, Vec<Column>)> {
    vec![
        ("ledger", "A row an entry of the ledger.", columns(&entry_fields())),
        (
            "ledger_steps",
            "A row for each time that a document says how far an entry is.",
            columns(&step_fields()),
        ),
        ("ledger_mentions", "A row a mention of an entry.", columns(&mention_fields())),
        ("target_claims", "A row a figure that a document gives for an indicator.", columns(&claim_fields())),
        (
            "target_years",
            "A row an indicator in a year, with the first target and the first result.",
            columns(&year_fields()),
        ),
    ]
}

struct EntryRow<'l> {
    id: i64,
    entry: &'l Entry,
    /// The date of the last document of its place with an entry.
    spoken: Option<&'l str>,
}

struct StepRow<'l> {
    of: &'l EntryRow<'l>,
    step: &'l Step,
}

struct MentionRow<'l> {
    of: &'l EntryRow<'l>,
    mention: &'l Evidence,
}

struct YearRow<'t> {
    series: &'t Series,
    year: &'t IndicatorYear,
}

struct ClaimRow<'t> {
    of: &'t YearRow<'t>,
    said: &'static str,
    claim: &'t Claim,
}

/// A column, and how a row of type `R` fills it.
struct Filled<R> {
    column: Column,
    value: for<'a> fn(&'a R) -> Cell<'a>,
}

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
    Filled { column: Column { name, kind, nullable: false, meaning }, value }
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

const ENTRY_ID: &str = "The entry: row of `ledger`";
const ENTRY_NAME: &str = "The name of the entry";
const PLACE: &str = "The place that the documents speak for; null where they do not say";
const INDICATOR: &str = "The name of the indicator in the dictionary";
const ASPECT: &str = "growth (a change in percent), rate, money, count or mass";
const YEAR: &str = "2016, or 2011/2015 for a period";
const UNIT: &str = "The unit, without 万 and 亿";
const BOUND: &str = "exact, about, over (the value or more), under (the value or less), range";
const CHANGE: &str = "up, down, level";

fn entry_fields<'l>() -> Vec<Filled<EntryRow<'l>>> {
    vec![
        always("entry_id", Integer, "Counts the entries, from 1", |row| row.id.into()),
        always("kind", Text, "project, or measure: a promise with a deadline or a figure", |row| {
            row.entry.kind.name().into()
        }),
        always("name", Text, "The longest of its names", |row| (&row.entry.name).into()),
        field("names", Text, "All its names, with ； between", |row| listed(row.entry.names.iter())),
        field("place", Text, "The place that the documents speak for", |row| row.entry.place.as_ref().into()),
        field("answers", Text, "Who answers for it", |row| row.entry.answers.as_ref().into()),
        always("state", Text, "mentioned, promised, under_way, delivered", |row| {
            row.entry.state.name().into()
        }),
        field("stage", Text, "The stage that was told last, of a project", |row| {
            row.entry.history.last().and_then(|step| step.stage).map(|stage| stage.name()).into()
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
            "Whether the deadline was over when the last document of the place with an entry spoke, and it was not \
             delivered; null without a deadline",
            |row| row.is_overdue().into(),
        ),
        field(
            "fulfilment",
            Number,
            "Of a promise with an amount, how much of it was reported, as a share: 0.88; null without such a report",
            |row| row.entry.fulfilment.into(),
        ),
        field(
            "silent_since",
            Text,
            "Date of the last document with it, where later ones are silent",
            |row| row.entry.silent_since.as_ref().into(),
        ),
        field("moved", Text, "Since the earlier ledger: new, advanced, delivered, silent, same", |row| {
            row.entry.moved.map(|moved| moved.name()).into()
        }),
        field("first_date", Text, "Date of the first document with it", |row| row.dates().min().into()),
        field("last_date", Text, "Date of the last document with it", |row| row.dates().max().into()),
        field(
            "history",
            Text,
            "Date and stage or state of each step, → before what is still to come, with ； between",
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

    fn last(&self) -> Option<&'l Evidence> {
        self.entry.mentions.last()
    }

    fn is_overdue(&self) -> Option<bool> {
        let due = due(self.entry)?;
        let (spoken, _) = days(self.spoken?)?;
        Some(due < spoken && self.entry.state != zhengce::State::Delivered)
    }
}

/// The last day of an entry's deadline.
fn due(entry: &Entry) -> Option<i32> {
    days(entry.deadline.as_ref()?.iso.as_deref()?).map(|(_, last)| last)
}

fn step_in_words(step: &Step) -> String {
    let stage = step.stage.map_or(step.state.name(), |stage| stage.name());
    let aim = if step.aim { "→" } else { "" };
    match &step.evidence.date {
        Some(date) => format!("{date} {aim}{stage}"),
        None => format!("{aim}{stage}"),
    }
}

fn listed<'a>(values: impl Iterator<Item = impl AsRef<str>>) -> Cell<'a> {
    crate::row::listed(values.map(|value| value.as_ref().to_owned().into())).into()
}

/// What points to where something was said.
trait Cited {
    fn evidence(&self) -> &Evidence;
}

impl Cited for StepRow<'_> {
    fn evidence(&self) -> &Evidence {
        &self.step.evidence
    }
}

impl Cited for MentionRow<'_> {
    fn evidence(&self) -> &Evidence {
        self.mention
    }
}

impl Cited for ClaimRow<'_> {
    fn evidence(&self) -> &Evidence {
        &self.claim.evidence
    }
}

/// The columns that tell where it was said.
fn cited<R: Cited>() -> Vec<Filled<R>> {
    vec![
        field("date", Text, "Date of the document", |row| row.evidence().date.as_ref().into()),
        always("text", Text, "The words", |row| (&row.evidence().text).into()),
        field("source", Text, "Path or id of the document", |row| row.evidence().source.as_ref().into()),
        always("span_start", Integer, "First character, in code points of the source text from 0", |row| {
            row.evidence().span.start.into()
        }),
        always("span_end", Integer, "One past the last character, in code points", |row| {
            row.evidence().span.end.into()
        }),
        always("sentence", Text, "The sentence around them", |row| (&row.evidence().sentence).into()),
    ]
}

fn step_fields<'l>() -> Vec<Filled<StepRow<'l>>> {
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

fn mention_fields<'l>() -> Vec<Filled<MentionRow<'l>>> {
    let mut fields: Vec<Filled<MentionRow>> = vec![
        always("entry_id", Integer, ENTRY_ID, |row| row.of.id.into()),
        always("name", Text, ENTRY_NAME, |row| (&row.of.entry.name).into()),
    ];
    fields.extend(cited());
    fields
}

fn year_fields<'t>() -> Vec<Filled<YearRow<'t>>> {
    let mut fields = indicator_fields();
    fields.extend([
        field("unit", Text, UNIT, |row: &YearRow| row.first().and_then(|claim| claim.unit.as_ref()).into()),
        field("target", Number, "The first target; lower end of a range; null where none was set", |row| {
            row.target().and_then(|claim| claim.value).into()
        }),
        field("target_upper", Number, "Upper end of its range", |row| {
            row.target().and_then(|claim| claim.upper).into()
        }),
        field("target_bound", Text, BOUND, |row| row.target().map(|claim| claim.bound.name()).into()),
        field("target_change", Text, CHANGE, |row| row.target().map(|claim| claim.change.name()).into()),
        field("target_sentence", Text, "The sentence of the target", |row| {
            row.target().map(|claim| &claim.evidence.sentence).into()
        }),
        field("target_source", Text, "Path or id of its document", |row| {
            row.target().and_then(|claim| claim.evidence.source.as_ref()).into()
        }),
        field(
            "result",
            Number,
            "The result reported first, by the report of the next year if there is one",
            |row| row.result().and_then(|claim| claim.value).into(),
        ),
        field("result_bound", Text, BOUND, |row| row.result().map(|claim| claim.bound.name()).into()),
        field("result_change", Text, CHANGE, |row| row.result().map(|claim| claim.change.name()).into()),
        field(
            "difference",
            Number,
            "Result less target, where both have one value in the same unit",
            |row| row.difference().into(),
        ),
        field("result_sentence", Text, "The sentence of the result", |row| {
            row.result().map(|claim| &claim.evidence.sentence).into()
        }),
        field("result_source", Text, "Path or id of its document", |row| {
            row.result().and_then(|claim| claim.evidence.source.as_ref()).into()
        }),
    ]);
    fields
}

fn claim_fields<'t>() -> Vec<Filled<ClaimRow<'t>>> {
    let mut fields: Vec<Filled<ClaimRow>> = vec![
        field("place", Text, PLACE, |row| row.of.series.place.as_ref().into()),
        always("indicator", Text, INDICATOR, |row| (&row.of.series.indicator).into()),
        always("aspect", Text, ASPECT, |row| (&row.of.series.aspect).into()),
        always("year", Text, YEAR, |row| (&row.of.year.year).into()),
        always("said", Text, "target or result", |row| row.said.into()),
        field("value", Number, "The value in full units of `unit`; lower end of a range", |row| {
            row.claim.value.into()
        }),
        field("upper", Number, "Upper end of a range", |row| row.claim.upper.into()),
        field("unit", Text, UNIT, |row| row.claim.unit.as_ref().into()),
        always("bound", Text, BOUND, |row| row.claim.bound.name().into()),
        always("change", Text, CHANGE, |row| row.claim.change.name().into()),
    ];
    fields.extend(cited());
    fields
}

fn indicator_fields<'t>() -> Vec<Filled<YearRow<'t>>> {
    vec![
        field("place", Text, PLACE, |row| row.series.place.as_ref().into()),
        always("indicator", Text, INDICATOR, |row| (&row.series.indicator).into()),
        always("aspect", Text, ASPECT, |row| (&row.series.aspect).into()),
        always("year", Text, YEAR, |row| (&row.year.year).into()),
        field("first_year", Integer, "The year, or the first of a period", |row| {
            row.years().map(|(first, _)| first).into()
        }),
        field("last_year", Integer, "The year, or the last of a period", |row| {
            row.years().map(|(_, last)| last).into()
        }),
    ]
}

impl<'t> YearRow<'t> {
    fn target(&self) -> Option<&'t Claim> {
        self.year.targets.first()
    }

    fn result(&self) -> Option<&'t Claim> {
        self.year.results.first()
    }

    fn first(&self) -> Option<&'t Claim> {
        self.target().or(self.result())
    }

    fn years(&self) -> Option<(i64, i64)> {
        let (first, last) = self.year.year.split_once('/').unwrap_or((&self.year.year, &self.year.year));
        Some((first.parse().ok()?, last.parse().ok()?))
    }

    fn difference(&self) -> Option<rust_decimal::Decimal> {
        let (target, result) = (self.target()?, self.result()?);
        let is_one = target.upper.is_none() && result.upper.is_none() && target.unit == result.unit;
        let signed = |claim: &Claim| match claim.change {
            Change::Down => claim.value.map(|value| -value),
            _ => claim.value,
        };
        signed(result)?.checked_sub(signed(target)?).filter(|_| is_one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_that_is_over_is_overdue_unless_delivered() {
        let entry = |state: &str, last: &str| -> Entry {
            let evidence = |date: &str| serde_json::json!({"source": null, "date": date, "text": "", "span": {"start": 0, "end": 0}, "sentence": ""});
            serde_json::from_value(serde_json::json!({
                "kind": "measure", "name": "新建渔港5座", "names": [], "place": null, "answers": null, "state": state,
                "silent_since": null, "history": [], "figures": [], "deadline": {"text": "年底前", "iso": "2030"},
                "mentions": [evidence("2030-01"), evidence(last)], "moved": null, "fulfilment": null
            }))
            .unwrap()
        };
        let overdue = |entry: &Entry, spoken| EntryRow { id: 1, entry, spoken: Some(spoken) }.is_overdue();
        assert_eq!(overdue(&entry("promised", "2030-06"), "2031-01"), Some(true));
        assert_eq!(overdue(&entry("promised", "2030-06"), "2030-12"), Some(false));
        assert_eq!(overdue(&entry("delivered", "2031-01"), "2031-01"), Some(false));
    }
}
