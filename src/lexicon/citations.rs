//! What stands in 《》 besides documents, and what stands before document numbers.

use std::collections::HashSet;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("citations.tsv");

/// Periodicals, kinds of works of art, and the words that lead up to a document number.
#[derive(Debug)]
pub(crate) struct Citations {
    periodicals: HashSet<&'static str>,
    periodical_endings: Vec<&'static str>,
    works: Vec<&'static str>,
    /// Words that are no part of an agency code.
    pub(crate) openers: Vocabulary<()>,
}

impl Citations {
    pub(super) fn load() -> Result<Self, Error> {
        let mut periodicals = HashSet::new();
        let (mut periodical_endings, mut works, mut openers) = (Vec::new(), Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match row.class {
                "periodical" => {
                    periodicals.insert(row.word);
                }
                "periodical-ending" => periodical_endings.push(row.word),
                "work" => works.push(row.word),
                "opener" => openers.push((row.word, ())),
                _ => {
                    let remedy = "write periodical, periodical-ending, work or opener";
                    return Err(FILE.error(row.line, "unknown class", remedy));
                }
            }
        }
        Ok(Citations { periodicals, periodical_endings, works, openers: Vocabulary::new(openers) })
    }

    /// Whether this is the name of a newspaper or journal.
    pub(crate) fn is_periodical(&self, title: &str) -> bool {
        self.periodicals.contains(title) || self.periodical_endings.iter().any(|end| title.ends_with(end))
    }

    /// Whether the text before a title says that it is a work of art: 舞剧, 电影.
    pub(crate) fn announces_work(&self, before: &str) -> bool {
        self.works.iter().any(|work| before.ends_with(work))
    }
}
