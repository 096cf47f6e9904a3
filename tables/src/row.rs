//! What a row is made from: a record and its surroundings.

use std::borrow::Cow;

use zhengce::{
    Body, Citation, Figure, HeldPost, Match, Measure, Mention, Person, Place, Post, Project, Span, Speech,
    Term, Time,
};

use crate::builder::About;
use crate::sentence::Sentences;

/// A record and where it stands.
pub(crate) struct Row<'a, R> {
    pub(crate) record: &'a R,
    pub(crate) id: i64,
    pub(crate) at: &'a At<'a>,
}

/// The document and the speech of a row.
pub(crate) struct At<'a> {
    pub(crate) document_id: i64,
    pub(crate) source: Option<&'a str>,
    pub(crate) speech_id: i64,
    /// `None` in the table of documents.
    pub(crate) speech: Option<&'a Speech>,
    pub(crate) about: &'a About<'a>,
    pub(crate) sentences: Sentences<'a>,
    /// Ids of the first records of the speech.
    pub(crate) first: FirstIds,
}

/// The ids of the first people, projects … of a speech; an index into a list of the speech is added to them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct FirstIds {
    pub(crate) people: i64,
    pub(crate) projects: i64,
    pub(crate) figures: i64,
    pub(crate) times: i64,
    pub(crate) measures: i64,
    pub(crate) matches: i64,
}

impl<'a> At<'a> {
    pub(crate) fn time(&self, index: Option<usize>) -> Option<&'a Time> {
        self.speech?.times.get(index?)
    }

    pub(crate) fn figure(&self, index: usize) -> Option<&'a Figure> {
        self.speech?.figures.get(index)
    }

    pub(crate) fn project(&self, index: usize) -> Option<&'a Project> {
        self.speech?.projects.get(index)
    }

    pub(crate) fn person(&self, index: usize) -> Option<&'a Person> {
        self.speech?.people.get(index)
    }

    /// The texts of these figures, for one cell.
    pub(crate) fn figures(&self, indices: &[usize]) -> Option<String> {
        listed(
            indices.iter().filter_map(|index| self.figure(*index)).map(|figure| figure.text.as_str().into()),
        )
    }

    /// The names of these projects, for one cell.
    pub(crate) fn projects(&self, indices: &[usize]) -> Option<String> {
        listed(
            indices
                .iter()
                .filter_map(|index| self.project(*index))
                .map(|project| project.text.as_str().into()),
        )
    }
}

/// Several values for one cell.
pub(crate) fn listed<'a>(values: impl Iterator<Item = Cow<'a, str>>) -> Option<String> {
    let values: Vec<_> = values.collect();
    (!values.is_empty()).then(|| values.join("；"))
}

/// A name to tell people apart by, without the blank that a name of two characters is printed with (李 明).
pub(crate) fn name(person: &Person) -> Cow<'_, str> {
    match person.text.contains(char::is_whitespace) {
        true => person.text.chars().filter(|c| !c.is_whitespace()).collect::<String>().into(),
        false => person.text.as_str().into(),
    }
}

/// Titles after their bodies, as they are read: 区政协副主席.
pub(crate) fn posts(posts: &[HeldPost]) -> Option<String> {
    listed(posts.iter().map(|post| match &post.body {
        Some(body) => Cow::Owned(format!("{body}{}", post.title)),
        None => Cow::Borrowed(post.title.as_str()),
    }))
}

/// A row of a table that links two lists of a speech, or a record to the values in it, by their indices.
pub(crate) struct Link {
    pub(crate) owner: usize,
    pub(crate) item: usize,
}

impl<'a> Row<'a, Link> {
    pub(crate) fn held_post(&self) -> Option<&'a HeldPost> {
        self.at.person(self.record.owner)?.posts.get(self.record.item)
    }

    pub(crate) fn measure(&self) -> Option<&'a Measure> {
        self.at.speech?.measures.get(self.record.owner)
    }

    pub(crate) fn matched(&self) -> Option<&'a Match> {
        self.at.speech?.matches.get(self.record.owner)
    }

    pub(crate) fn match_field(&self) -> Option<(&'a String, &'a Mention)> {
        self.matched()?.fields.iter().nth(self.record.item)
    }

    /// The id of a record by its index.
    pub(crate) fn id_from(&self, first: i64, index: usize) -> i64 {
        first + index as i64
    }
}

/// What all records have.
pub(crate) trait Record {
    fn text(&self) -> &str;
    fn span(&self) -> &Span;
    fn rule(&self) -> &str;
}

macro_rules! records {
    ($($name:ident),+) => {
        $(impl Record for $name {
            fn text(&self) -> &str {
                &self.text
            }

            fn span(&self) -> &Span {
                &self.span
            }

            fn rule(&self) -> &str {
                &self.rule
            }
        })+
    };
}

records!(Person, Post, Body, Place, Project, Figure, Time, Term, Citation, Measure, Match);
