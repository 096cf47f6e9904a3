//! Words for what stands in 《》 besides documents, and words before document numbers.

use rustc_hash::FxHashSet as HashSet;

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("citations.tsv");
/// How many characters after 等 are read for what the list is one of.
const MAX_KIND_CHARS: usize = 20;

/// Periodicals, books, kinds of works of art, and the words that lead up to a document number.
#[derive(Debug)]
pub(crate) struct Citations {
    periodicals: HashSet<&'static str>,
    periodical_endings: Endings<()>,
    books: HashSet<&'static str>,
    book_endings: Endings<()>,
    /// Words before and after the title of a work of art.
    works: Endings<()>,
    works_after: Vocabulary<()>,
    /// Words for works at the end of a list: 等精品剧目.
    work_lists: Vocabulary<()>,
    /// Words before a document's number that are no part of its agency code.
    pub(crate) openers: Vocabulary<()>,
}

impl Citations {
    pub(super) fn load() -> Result<Self, Error> {
        let mut rows = FILE.classes()?;
        let citations = Citations {
            periodicals: rows.words("periodical"),
            periodical_endings: rows.endings("periodical-ending"),
            books: rows.words("book"),
            book_endings: rows.endings("book-ending"),
            works: rows.endings("work"),
            works_after: rows.vocabulary("work-after"),
            work_lists: rows.vocabulary("work-list"),
            openers: rows.vocabulary("opener"),
        };
        rows.end().map(|()| citations)
    }

    /// Whether this is the name of a newspaper or journal.
    pub(crate) fn is_periodical(&self, title: &str) -> bool {
        self.periodicals.contains(title)
    }

    /// Whether a title ends as the names of periodicals do: 江淮|晚报.
    pub(crate) fn ends_as_periodical(&self, title: &str) -> bool {
        !self.periodicals.contains(title) && self.periodical_endings.end(title)
    }

    /// Whether this is the title of a classic, of collected works or of a book of reference.
    pub(crate) fn is_book(&self, title: &str) -> bool {
        self.books.contains(title) || self.book_endings.end(title)
    }

    /// Whether the text after a title says that it is a work of art: 热播, 上演.
    pub(crate) fn follows_work(&self, after: &str) -> bool {
        self.works_after.opens(after)
    }

    /// Whether the text after the last title of a list says that they are works: 等精品剧目.
    pub(crate) fn closes_works(&self, after: &str) -> bool {
        let Some(kind) = after.strip_prefix('等') else { return false };
        let end = kind.char_indices().nth(MAX_KIND_CHARS).map_or(kind.len(), |(at, _)| at);
        let kind = kind[..end].split([',', ';', '。', '、']).next().unwrap_or_default();
        self.work_lists.find(kind).next().is_some()
    }

    /// Whether the text before a title says that it is a work of art: 舞剧, 电影.
    pub(crate) fn announces_work(&self, before: &str) -> bool {
        self.works.end(before)
    }
}
