//! Titles and offices.

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("posts.tsv");

/// The titles that can be held.
#[derive(Debug)]
pub(crate) struct Posts {
    pub(crate) titles: Vocabulary<()>,
}

impl Posts {
    pub(super) fn load() -> Result<Self, Error> {
        let titles = FILE.rows()?.into_iter().map(|row| (row.word, ()));
        Ok(Posts { titles: Vocabulary::new(titles) })
    }

    /// Whether the text ends with a title: 区政协党组成员、副主席.
    pub(crate) fn ends_with_title(&self, text: &str) -> bool {
        self.titles.find(text).last().is_some_and(|(range, ())| range.end == text.len())
    }
}
