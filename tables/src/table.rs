//! The tables and their names.

use arrow_schema::SchemaRef;
use zhengce::RecordKind;

use crate::column::{self, Column};
use crate::fields::{self, Fields};
use crate::{links, texts};

/// Defines the tables: name, columns, the record kind that each belongs to, and what a row is.
macro_rules! tables {
    ($(#[doc = $row:literal] $table:ident = $name:literal, $columns:path, $kind:expr;)+) => {
        /// A table, in the order in which they are documented.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Table {
            $(#[doc = $row] $table,)+
        }

        impl Table {
            /// Every table.
            pub const ALL: &'static [Table] = &[$(Table::$table,)+];

            /// The name of its file or sheet.
            pub fn name(self) -> &'static str {
                match self { $(Table::$table => $name,)+ }
            }

            /// What a row of it is.
            pub fn row(self) -> &'static str {
                match self { $(Table::$table => $row.trim_ascii(),)+ }
            }

            /// The record kind whose table it is, or whose lists it holds; `None` for documents, speeches and
            /// sections, which are always there.
            pub fn kind(self) -> Option<RecordKind> {
                match self { $(Table::$table => $kind,)+ }
            }

            /// What its columns are, in their order.
            pub fn columns(self) -> Vec<Column> {
                match self { $(Table::$table => columns(&$columns()),)+ }
            }
        }
    };
}

tables! {
    /// One row per text.
    Documents = "documents", texts::documents, None;
    /// One row per byline's text; a text without bylines is one speech.
    Speeches = "speeches", texts::speeches, None;
    /// One row per heading.
    Sections = "sections", texts::sections, None;
    /// One row per mention of a person.
    People = "people", fields::people, Some(RecordKind::People);
    /// One row per post that is given to a person.
    PersonPosts = "person_posts", links::person_posts, Some(RecordKind::People);
    /// One row per mention of a title or office.
    Posts = "posts", fields::posts_of_text, Some(RecordKind::Posts);
    /// One row per mention of an organisation.
    Bodies = "bodies", fields::bodies, Some(RecordKind::Bodies);
    /// One row per mention of a place.
    Places = "places", fields::places, Some(RecordKind::Places);
    /// One row per mention of a project.
    Projects = "projects", fields::projects, Some(RecordKind::Projects);
    /// One row per figure that is said of a project.
    ProjectFigures = "project_figures", links::project_figures, Some(RecordKind::Projects);
    /// One row per quantity.
    Figures = "figures", fields::figures, Some(RecordKind::Figures);
    /// One row per time.
    Times = "times", fields::times, Some(RecordKind::Times);
    /// One row per policy phrase: a coinage in quotation marks, or shorthand (三农, 双碳); ordinary words (高质量发展) are none.
    Terms = "terms", fields::terms, Some(RecordKind::Terms);
    /// One row per named document.
    Citations = "citations", fields::citations, Some(RecordKind::Citations);
    /// One row per thing that is done or promised, and what it is done to, so that a clause may have several; what an act is for (加强培训, 提高素质) has none.
    Measures = "measures", fields::measures, Some(RecordKind::Measures);
    /// One row per project in a measure.
    MeasureProjects = "measure_projects", links::measure_projects, Some(RecordKind::Measures);
    /// One row per figure in a measure.
    MeasureFigures = "measure_figures", links::measure_figures, Some(RecordKind::Measures);
    /// One row per hit of a pattern of the user's.
    Matches = "matches", fields::matches, Some(RecordKind::Matches);
    /// One row per named group of a hit.
    MatchFields = "match_fields", links::match_fields, Some(RecordKind::Matches);
}

impl Table {
    /// The tables of these record kinds, and those that are always there.
    pub fn of_kinds(kinds: &[RecordKind]) -> Vec<Table> {
        let wanted = |table: &Table| table.kind().is_none_or(|kind| kinds.contains(&kind));
        Table::ALL.iter().copied().filter(wanted).collect()
    }

    /// Its columns as Arrow has them, each with its meaning as metadata.
    pub fn schema(self) -> SchemaRef {
        column::schema(&self.columns(), &[])
    }
}

fn columns<R>(fields: &Fields<R>) -> Vec<Column> {
    fields.iter().map(|field| field.column).collect()
}
