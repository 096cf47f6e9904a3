//! Turns documents into record batches.

use std::collections::BTreeMap;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};
use zhengce::{
    Body, Citation, Division, Document, Extraction, Figure, Match, Measure, Person, Place, Post, Project,
    RecordKind, Section, Speech, Term, Time,
};

use crate::column::{self, Cell};
use crate::fields::{self, Fields};
use crate::grow::Growing;
use crate::row::{At, FirstIds, Link, Row};
use crate::sentence::Sentences;
use crate::table::Table;
use crate::{links, texts};

/// What is known of a document beside its records and its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// Title that the page states; it takes precedence over the one in the text.
    pub title: Option<&'a str>,
    /// Who published the page first.
    pub publisher: Option<&'a str>,
    /// The site of the page.
    pub site: Option<&'a str>,
    /// Section of the site that the page stands in.
    pub channel: Option<&'a str>,
    /// The place that the document speaks for.
    pub place: Option<&'a str>,
    /// The administrative division that it is.
    pub division: Option<Division>,
    /// Values of the columns that [`Tables::carrying`] names, in their order.
    pub carried: &'a [Option<String>],
}

/// Tables that grow by one document at a time, and give out their rows when asked.
///
/// Ids count on over all documents, also after [`Tables::take`].
pub struct Tables {
    columns: Columns,
    rows: Rows,
}

impl Tables {
    /// The tables of these record kinds, and documents, speeches and sections.
    pub fn new(kinds: &[RecordKind]) -> Self {
        Tables::carrying(kinds, &[])
    }

    /// As [`Tables::new`], but `documents` has these further columns; each document brings their values in
    /// [`About::carried`]. One with the name of another column is called `NAME_2`.
    pub fn carrying(kinds: &[RecordKind], carried: &[String]) -> Self {
        let tables = Table::of_kinds(kinds).into_iter().map(|table| {
            let columns = table.columns();
            let carried = if table == Table::Documents { carried } else { &[] };
            (table, Growing::new(column::schema(&columns, carried)))
        });
        Tables {
            columns: Columns::default(),
            rows: Rows { growing: tables.collect(), last: BTreeMap::new() },
        }
    }

    /// The schema of a table, with the carried columns; `None` for a table that is not filled.
    pub fn schema(&self, table: Table) -> Option<SchemaRef> {
        self.rows.growing.get(&table).map(Growing::schema)
    }

    /// The last id that was given in each table: [`Tables::continue_after`] goes on from there.
    pub fn last_ids(&self) -> BTreeMap<Table, i64> {
        self.rows.last.clone()
    }

    /// Goes on with the ids where other tables ended.
    pub fn continue_after(&mut self, last: BTreeMap<Table, i64>) {
        self.rows.last = last;
    }

    /// Adds the rows of a document; without its sentences the column `sentence` is null.
    ///
    /// # Errors
    /// None, unless a column does not have the type that it states.
    pub fn push(&mut self, extraction: &Extraction, about: &About) -> Result<(), ArrowError> {
        let document = &extraction.document;
        let Tables { columns, rows } = self;
        let mut at = At {
            document_id: rows.next(Table::Documents),
            source: document.source.as_deref(),
            speech_id: 0,
            speech: None,
            about,
            sentences: Sentences { text: &extraction.text, spans: &extraction.sentences },
            first: FirstIds::default(),
        };
        rows.push_all(Table::Documents, &columns.documents, std::slice::from_ref(document), &at)?;
        for speech in &document.speeches {
            at.speech_id = rows.next(Table::Speeches);
            at.speech = Some(speech);
            at.first = rows.first_ids();
            rows.push_all(Table::Speeches, &columns.speeches, std::slice::from_ref(speech), &at)?;
            columns.push_speech(speech, rows, &at)?;
        }
        Ok(())
    }

    /// The rows since the last call, in the order of the tables; tables without new rows are left out.
    ///
    /// # Errors
    /// None, unless a column does not have the type that it states.
    pub fn take(&mut self) -> Result<Vec<(Table, RecordBatch)>, ArrowError> {
        let mut taken = Vec::new();
        for (table, growing) in &mut self.rows.growing {
            taken.extend(growing.take()?.into_iter().map(|batch| (*table, batch)));
        }
        Ok(taken)
    }
}

/// The rows that are not taken yet, and the last id in each table.
struct Rows {
    growing: BTreeMap<Table, Growing>,
    last: BTreeMap<Table, i64>,
}

impl Rows {
    /// The id of the next row.
    fn next(&self, table: Table) -> i64 {
        self.last.get(&table).copied().unwrap_or_default() + 1
    }

    fn first_ids(&self) -> FirstIds {
        FirstIds {
            people: self.next(Table::People),
            projects: self.next(Table::Projects),
            figures: self.next(Table::Figures),
            times: self.next(Table::Times),
            measures: self.next(Table::Measures),
            matches: self.next(Table::Matches),
        }
    }

    /// Adds a row for each record. Records are counted even if their table is not wanted, because other
    /// tables link to them.
    fn push_all<R>(
        &mut self,
        table: Table,
        fields: &Fields<R>,
        records: &[R],
        at: &At,
    ) -> Result<(), ArrowError> {
        let last = self.last.entry(table).or_default();
        let first = *last + 1;
        *last += records.len() as i64;
        let Some(growing) = self.growing.get_mut(&table) else { return Ok(()) };
        let carried = if table == Table::Documents { at.about.carried } else { &[] };
        for (record, id) in records.iter().zip(first..) {
            let row = Row { record, id, at };
            let carried = carried.iter().map(|value| Cell::from(value.as_ref()));
            growing.push(fields.iter().map(|field| (field.value)(&row)).chain(carried))?;
        }
        Ok(())
    }
}

/// The pairs of a record's index and an index in its list.
fn links<'r, R: 'r>(records: impl IntoIterator<Item = &'r R>, list: impl Fn(&R) -> Vec<usize>) -> Vec<Link> {
    let lists = records.into_iter().map(list).enumerate();
    lists.flat_map(|(owner, items)| items.into_iter().map(move |item| Link { owner, item })).collect()
}

/// How the rows of each table are made.
struct Columns {
    documents: Fields<Document>,
    speeches: Fields<Speech>,
    sections: Fields<Section>,
    people: Fields<Person>,
    person_posts: Fields<Link>,
    posts: Fields<Post>,
    bodies: Fields<Body>,
    places: Fields<Place>,
    projects: Fields<Project>,
    project_figures: Fields<Link>,
    figures: Fields<Figure>,
    times: Fields<Time>,
    terms: Fields<Term>,
    citations: Fields<Citation>,
    measures: Fields<Measure>,
    measure_projects: Fields<Link>,
    measure_figures: Fields<Link>,
    matches: Fields<Match>,
    match_fields: Fields<Link>,
}

impl Default for Columns {
    fn default() -> Self {
        Columns {
            documents: texts::documents(),
            speeches: texts::speeches(),
            sections: texts::sections(),
            people: fields::people(),
            person_posts: links::person_posts(),
            posts: fields::posts_of_text(),
            bodies: fields::bodies(),
            places: fields::places(),
            projects: fields::projects(),
            project_figures: links::project_figures(),
            figures: fields::figures(),
            times: fields::times(),
            terms: fields::terms(),
            citations: fields::citations(),
            measures: fields::measures(),
            measure_projects: links::measure_projects(),
            measure_figures: links::measure_figures(),
            matches: fields::matches(),
            match_fields: links::match_fields(),
        }
    }
}

impl Columns {
    /// Adds the rows of what a speech holds.
    fn push_speech(&self, speech: &Speech, rows: &mut Rows, at: &At) -> Result<(), ArrowError> {
        let held = links(&speech.people, |person| (0..person.posts.len()).collect());
        let of_projects = links(&speech.projects, |project| project.figures.clone());
        let in_measures = links(&speech.measures, |measure| measure.projects.clone());
        let of_measures = links(&speech.measures, |measure| measure.figures.clone());
        let groups = links(&speech.matches, |hit| (0..hit.fields.len()).collect());
        rows.push_all(Table::Sections, &self.sections, &speech.sections, at)?;
        rows.push_all(Table::People, &self.people, &speech.people, at)?;
        rows.push_all(Table::PersonPosts, &self.person_posts, &held, at)?;
        rows.push_all(Table::Posts, &self.posts, &speech.posts, at)?;
        rows.push_all(Table::Bodies, &self.bodies, &speech.bodies, at)?;
        rows.push_all(Table::Places, &self.places, &speech.places, at)?;
        rows.push_all(Table::Projects, &self.projects, &speech.projects, at)?;
        rows.push_all(Table::ProjectFigures, &self.project_figures, &of_projects, at)?;
        rows.push_all(Table::Figures, &self.figures, &speech.figures, at)?;
        rows.push_all(Table::Times, &self.times, &speech.times, at)?;
        rows.push_all(Table::Terms, &self.terms, &speech.terms, at)?;
        rows.push_all(Table::Citations, &self.citations, &speech.citations, at)?;
        rows.push_all(Table::Measures, &self.measures, &speech.measures, at)?;
        rows.push_all(Table::MeasureProjects, &self.measure_projects, &in_measures, at)?;
        rows.push_all(Table::MeasureFigures, &self.measure_figures, &of_measures, at)?;
        rows.push_all(Table::Matches, &self.matches, &speech.matches, at)?;
        rows.push_all(Table::MatchFields, &self.match_fields, &groups, at)
    }
}
