//! Endings of names of quantities, and nouns that name one only together with what it is of.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("quantities.tsv");

/// The classes of `dictionaries/quantities.tsv`.
#[derive(Debug)]
pub(crate) struct Quantities {
    /// Ends of names of quantities of something: 入学|率.
    pub(crate) of_something: Endings<()>,
    /// Ends of words that name something measurable by themselves: 出口, 能耗.
    pub(crate) measurable: Endings<()>,
    /// Nouns that by themselves do not say what they measure: 总额, 比重.
    pub(crate) relations: Vocabulary<()>,
}

impl Quantities {
    pub(super) fn load() -> Result<Self, Error> {
        let rows = FILE.rows()?;
        if let Some(row) = rows.iter().find(|row| !["of", "measurable", "relation"].contains(&row.class)) {
            return Err(FILE.unknown_class(row));
        }
        let words =
            |class: &'static str| rows.iter().filter(move |row| row.class == class).map(|row| (row.word, ()));
        Ok(Quantities {
            of_something: Endings::new(words("of")),
            measurable: Endings::new(words("measurable")),
            relations: Vocabulary::new(words("relation")),
        })
    }
}
