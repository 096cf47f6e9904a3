//! The columns of the record kinds, with name, type, meaning and value in one place.

use zhengce::{Body, Citation, Division, Figure, Match, Measure, Person, Place, Post, Project, Term, Time};

use crate::column::ColumnType::{Boolean, Day, Integer, Number, Text};
use crate::column::{Cell, Field};
use crate::days::days;
use crate::row::{Record, listed, name, posts};

pub(crate) const DOCUMENT_ID: &str = "The document: row of `documents`";
pub(crate) const SPEECH_ID: &str = "The speech: row of `speeches`";
pub(crate) const SOURCE: &str = "Path or id of the document, as in `documents`";
pub(crate) const FIRST_DAY: &str = "First day of the time; null where the calendar has none";
pub(crate) const LAST_DAY: &str = "Last day of the time; null where the calendar has none";

/// The columns of a table whose rows are made of `R`.
pub(crate) type Fields<R> = Vec<Field<R>>;

/// The columns of a record kind: ids first, then those of the kind, then where the record stands.
fn record<R: Record>(id: &'static str, text: &'static str, own: Fields<R>) -> Fields<R> {
    let fields: Fields<R> = vec![
        Field::new(id, Integer, "Counts the rows of this table, from 1", |row| row.id.into()),
        Field::new("document_id", Integer, DOCUMENT_ID, |row| row.at.document_id.into()),
        Field::new("speech_id", Integer, SPEECH_ID, |row| row.at.speech_id.into()),
        Field::optional("source", Text, SOURCE, |row| row.at.source.into()),
        Field::new("text", Text, text, |row| row.record.text().into()),
    ];
    let after: Fields<R> = vec![
        Field::new(
            "span_start",
            Integer,
            "First character, in code points of the source text from 0",
            |row| row.record.span().start.into(),
        ),
        Field::new("span_end", Integer, "One past the last character, in code points", |row| {
            row.record.span().end.into()
        }),
        Field::optional(
            "sentence",
            Text,
            "The sentence around it, without line breaks; at most 200 characters before and after, … where it is cut",
            |row| row.at.sentences.around(row.record.span()).into(),
        ),
        Field::new("rule", Text, "Id of the rule that made the record", |row| row.record.rule().into()),
    ];
    fields.into_iter().chain(own).chain(after).collect()
}

pub(crate) fn people() -> Fields<Person> {
    let own: Fields<Person> = vec![
        Field::new("name", Text, "The name without blanks inside: 李明 of 李　明", |row| {
            name(row.record).into()
        }),
        Field::new("speaker", Boolean, "Author of the speech, or source of a quotation", |row| {
            row.record.speaker.into()
        }),
        Field::optional(
            "posts",
            Text,
            "Posts given to the person here, each after its body, with ； between; `person_posts` has them apart",
            |row| posts(&row.record.posts).into(),
        ),
    ];
    record("person_id", "The name, without title", own)
}

pub(crate) fn posts_of_text() -> Fields<Post> {
    record("post_id", "The title or office", Vec::new())
}

pub(crate) fn bodies() -> Fields<Body> {
    let own: Fields<Body> = vec![
        Field::new(
            "kind",
            Text,
            "party, government, congress, cppcc, judicial, military, enterprise, institution, association, media, \
             international, other",
            |row| row.record.kind.name().into(),
        ),
        Field::optional(
            "stands_for",
            Text,
            "What a short name stands for, where the text introduces it",
            |row| row.record.stands_for.as_ref().map(|full| &full.text).into(),
        ),
    ];
    record("body_id", "The name of the organisation", own)
}

pub(crate) fn places() -> Fields<Place> {
    let own: Fields<Place> = vec![
        Field::optional(
            "code",
            Text,
            "Code of the division: six digits of GB/T 2260, nine for townships; null where the text leaves doubt",
            |row| row.record.code.as_ref().into(),
        ),
        Field::optional(
            "name",
            Text,
            "Official name of the division of that code; null without one",
            |row| division(row.record).map(|division| division.name).into(),
        ),
        Field::optional("level", Text, "Its level: province, prefecture, county, township", |row| {
            division(row.record).map(|division| division.level.name()).into()
        }),
        Field::optional("province", Text, "Official name of the province that it lies in, or is", |row| {
            division(row.record).and_then(|division| division.province).into()
        }),
        Field::optional(
            "stands_for",
            Text,
            "What a short name stands for, where the text introduces it",
            |row| row.record.stands_for.as_ref().map(|full| &full.text).into(),
        ),
    ];
    record("place_id", "The name of the place", own)
}

fn division(place: &Place) -> Option<Division> {
    Division::of_code(place.code.as_deref()?)
}

pub(crate) fn projects() -> Fields<Project> {
    let own: Fields<Project> = vec![
        Field::optional(
            "stage",
            Text,
            "How far it is, or shall come: planned, signed, land, started, building, completed, operating",
            |row| row.record.stage.map(|stage| stage.name()).into(),
        ),
        Field::new("aim", Boolean, "True when the stage is still to come", |row| row.record.aim.into()),
        Field::optional(
            "figures",
            Text,
            "Figures said of the project, as written, with ； between; `project_figures` links them",
            |row| row.at.figures(&row.record.figures).into(),
        ),
        Field::optional(
            "stands_for",
            Text,
            "What a short name stands for, where the text introduces it",
            |row| row.record.stands_for.as_ref().map(|full| &full.text).into(),
        ),
    ];
    record("project_id", "The name of the project", own)
}

pub(crate) fn figures() -> Fields<Figure> {
    let own: Fields<Figure> = vec![
        Field::optional(
            "value",
            Number,
            "The value in full units of `unit` (3.18亿元 is 318000000); lower end of a range; null when vague. A \
             64-bit float whose shortest writing is the exact value",
            |row| row.record.value.into(),
        ),
        Field::optional("upper", Number, "Upper end of a range, in `unit`", |row| row.record.upper.into()),
        Field::optional(
            "unit",
            Text,
            "Unit or measure word, without 万 and 亿: 元, 家, %, 公里",
            |row| row.record.unit.as_ref().into(),
        ),
        Field::new(
            "kind",
            Text,
            "money, count, percent, percentage_point, multiple, length, area, mass, volume, energy, power, rate, \
             age, other",
            |row| row.record.kind.name().into(),
        ),
        Field::optional("of", Text, "What is counted or measured", |row| {
            row.record.of.as_ref().map(|of| &of.text).into()
        }),
        Field::new(
            "bound",
            Text,
            "How the value bounds the quantity: exact, about, over, under, range",
            |row| row.record.bound.name().into(),
        ),
        Field::new(
            "change",
            Text,
            "level, or a difference from an earlier level: up, down (the value is positive in both)",
            |row| row.record.change.name().into(),
        ),
        Field::new("status", Text, "result (is or was so), target (shall be so), other", |row| {
            row.record.status.name().into()
        }),
        Field::optional(
            "time_id",
            Integer,
            "The time that it speaks of: row of `times`, where that is written",
            |row| row.record.time.map(|index| row.at.first.times + index as i64).into(),
        ),
        Field::optional("time", Text, "That time as written", |row| {
            row.at.time(row.record.time).map(|time| &time.text).into()
        }),
        Field::optional("time_iso", Text, "That time in ISO 8601", |row| {
            row.at.time(row.record.time).and_then(|time| time.iso.as_ref()).into()
        }),
        Field::optional("time_first_day", Day, FIRST_DAY, |row| first_day(row.at.time(row.record.time))),
        Field::optional("time_last_day", Day, LAST_DAY, |row| last_day(row.at.time(row.record.time))),
    ];
    record("figure_id", "Number, multiplier and unit as written", own)
}

pub(crate) fn times() -> Fields<Time> {
    let own: Fields<Time> = vec![
        Field::new("kind", Text, "point, period, duration, set (a recurrence)", |row| {
            row.record.kind.name().into()
        }),
        Field::optional(
            "iso",
            Text,
            "ISO 8601: 2022, 2022-01-08, 2021/2025, P9Y (40多年: P40Y, at least so long), R/P1W; null when unresolved",
            |row| row.record.iso.as_ref().into(),
        ),
        Field::optional("first_day", Day, FIRST_DAY, |row| first_day(Some(row.record))),
        Field::optional("last_day", Day, LAST_DAY, |row| last_day(Some(row.record))),
    ];
    record("time_id", "The words", own)
}

pub(crate) fn terms() -> Fields<Term> {
    record("term_id", "The phrase, without quotation marks", Vec::new())
}

pub(crate) fn citations() -> Fields<Citation> {
    let own: Fields<Citation> = vec![
        Field::new("kind", Text, "title, number", |row| row.record.kind.name().into()),
        Field::optional(
            "stands_for",
            Text,
            "What a short title stands for, where the text introduces it",
            |row| row.record.stands_for.as_ref().map(|full| &full.text).into(),
        ),
    ];
    record("citation_id", "Title without 《》, or number of the document", own)
}

pub(crate) fn measures() -> Fields<Measure> {
    let own: Fields<Measure> = vec![
        Field::new("verb", Text, "The governing verb", |row| (&row.record.verb).into()),
        Field::new("object", Text, "What is acted on", |row| (&row.record.object.text).into()),
        Field::optional(
            "actor",
            Text,
            "Who acts, where named; null where it is the speaker, also as 我们",
            |row| row.record.actor.as_ref().map(|actor| &actor.text).into(),
        ),
        Field::new("force", Text, "How binding it is: must, will, strive, explore", |row| {
            row.record.force.name().into()
        }),
        Field::new("status", Text, "done, ongoing, planned", |row| row.record.status.name().into()),
        Field::optional("deadline_id", Integer, "By when: row of `times`, where that is written", |row| {
            row.record.deadline.map(|index| row.at.first.times + index as i64).into()
        }),
        Field::optional("deadline", Text, "By when, as written", |row| {
            row.at.time(row.record.deadline).map(|time| &time.text).into()
        }),
        Field::optional("deadline_iso", Text, "By when, in ISO 8601", |row| {
            row.at.time(row.record.deadline).and_then(|time| time.iso.as_ref()).into()
        }),
        Field::optional("deadline_last_day", Day, LAST_DAY, |row| last_day(row.at.time(row.record.deadline))),
        Field::optional(
            "projects",
            Text,
            "Projects, with ； between; `measure_projects` links them",
            |row| row.at.projects(&row.record.projects).into(),
        ),
        Field::optional(
            "figures",
            Text,
            "Figures as written, with ； between; `measure_figures` links them",
            |row| row.at.figures(&row.record.figures).into(),
        ),
    ];
    record("measure_id", "The verb phrase with what stands before it", own)
}

pub(crate) fn matches() -> Fields<Match> {
    let own: Fields<Match> = vec![
        Field::new("pattern", Text, "Name of the pattern in the rule file", |row| {
            (&row.record.pattern).into()
        }),
        Field::optional(
            "fields",
            Text,
            "Named groups as name=text, with ； between; `match_fields` has them apart",
            |row| {
                let fields = row.record.fields.iter();
                listed(fields.map(|(name, field)| format!("{name}={}", field.text).into())).into()
            },
        ),
    ];
    record("match_id", "The whole hit", own)
}

fn first_day<'a>(time: Option<&Time>) -> Cell<'a> {
    time.and_then(|time| days(time.iso.as_deref()?)).map_or(Cell::Null, |(first, _)| Cell::Day(first))
}

fn last_day<'a>(time: Option<&Time>) -> Cell<'a> {
    time.and_then(|time| days(time.iso.as_deref()?)).map_or(Cell::Null, |(_, last)| Cell::Day(last))
}
