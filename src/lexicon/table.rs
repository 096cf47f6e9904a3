//! Reads a dictionary: tab-separated rows under a header of `#` lines.

use rustc_hash::FxHashMap;

use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

/// Fewer bytes than most rows have, to reserve room for them.
const ROW_BYTES: usize = 12;

/// A row of a dictionary: the word and what the columns after it say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<'t> {
    pub(crate) word: &'t str,
    /// What the word does: `suffix`, `name`, `unit`; empty where the file has one column.
    pub(crate) class: &'t str,
    /// The third column, empty where there is none.
    pub(crate) attribute: &'t str,
    pub(crate) line: usize,
}

impl<'t> Row<'t> {
    /// What stands in the third column, word by word.
    pub(crate) fn attributes(&self) -> Attributes<'t> {
        Attributes(self.attribute.split([' ', '-']).filter(|attribute| !attribute.is_empty()).collect())
    }
}

/// The attributes of a row that nobody has taken yet.
#[derive(Debug)]
pub(crate) struct Attributes<'t>(Vec<&'t str>);

impl Attributes<'_> {
    /// Takes an attribute; returns whether the row has it.
    pub(crate) fn take(&mut self, attribute: &str) -> bool {
        let given = self.0.len();
        self.0.retain(|left| *left != attribute);
        self.0.len() < given
    }

    /// Takes all attributes; the class reads the column itself.
    pub(crate) fn take_all(&mut self) {
        self.0.clear();
    }

    /// Whether all attributes were taken, so that none is unknown.
    pub(crate) fn are_taken(&self) -> bool {
        self.0.is_empty()
    }
}

/// A dictionary as it is embedded: its name under `dictionaries/` and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary {
    pub(crate) file: &'static str,
    pub(crate) text: &'static str,
}

impl Dictionary {
    /// The rows; blank lines and lines that start with `#` are none.
    ///
    /// # Errors
    /// A row that has blanks around its word, or more than three columns.
    pub(crate) fn rows(&self) -> Result<Vec<Row<'static>>, Error> {
        let mut rows = Vec::with_capacity(self.text.len() / ROW_BYTES);
        for (index, line) in self.text.lines().enumerate() {
            if !line.starts_with('#') && !line.trim_start().is_empty() {
                rows.push(self.row(index + 1, line)?);
            }
        }
        Ok(rows)
    }

    /// The rows by their class.
    ///
    /// # Errors
    /// Those of [`Dictionary::rows`].
    pub(crate) fn classes(&self) -> Result<Classes, Error> {
        let mut rows: FxHashMap<&'static str, Vec<Row<'static>>> = FxHashMap::default();
        for row in self.rows()? {
            rows.entry(row.class).or_default().push(row);
        }
        Ok(Classes { file: *self, rows })
    }

    fn row(&self, number: usize, line: &'static str) -> Result<Row<'static>, Error> {
        let (word, rest) = first_column(line);
        let (class, rest) = first_column(rest.unwrap_or_default());
        let (attribute, rest) = first_column(rest.unwrap_or_default());
        if rest.is_some() {
            return Err(self.error(number, "a row has at most three columns", "join or drop the rest"));
        }
        if word.is_empty() || word.starts_with(char::is_whitespace) || word.ends_with(char::is_whitespace) {
            return Err(self.error(number, "the word is empty or has blanks around it", "trim it"));
        }
        Ok(Row { word, class, attribute, line: number })
    }

    /// The error of a row whose class the reader of the file does not know.
    pub(crate) fn unknown_class(&self, row: &Row) -> Error {
        self.error(row.line, "unknown class or attribute", "write one of the header's")
    }

    /// An error at a line of this dictionary.
    pub(crate) fn error(&self, line: usize, what: &str, remedy: &str) -> Error {
        Error::Rule {
            file: format!("dictionaries/{}", self.file),
            line,
            what: what.to_owned(),
            remedy: remedy.to_owned(),
        }
    }
}

/// What stands before the first tab, and what after it. Reads bytes: every start reads some fifty thousand
/// rows.
fn first_column(line: &str) -> (&str, Option<&str>) {
    match line.bytes().position(|byte| byte == b'\t') {
        Some(tab) => (&line[..tab], Some(&line[tab + 1..])),
        None => (line, None),
    }
}

/// The rows of a dictionary by class; each class is taken once.
#[derive(Debug)]
pub(crate) struct Classes {
    file: Dictionary,
    rows: FxHashMap<&'static str, Vec<Row<'static>>>,
}

impl Classes {
    /// The rows of a class, in the order of the file.
    pub(crate) fn rows(&mut self, class: &str) -> Vec<Row<'static>> {
        self.rows.remove(class).unwrap_or_default()
    }

    /// The words of a class.
    pub(crate) fn words<C: FromIterator<&'static str>>(&mut self, class: &str) -> C {
        self.rows(class).into_iter().map(|row| row.word).collect()
    }

    /// The words of a class, each with the same entry.
    pub(crate) fn entries<T: Copy>(&mut self, class: &str, entry: T) -> Vec<(&'static str, T)> {
        self.rows(class).into_iter().map(|row| (row.word, entry)).collect()
    }

    /// The words of a class as a vocabulary.
    pub(crate) fn vocabulary(&mut self, class: &str) -> Vocabulary<()> {
        Vocabulary::new(self.entries(class, ()))
    }

    /// The words of a class as endings.
    pub(crate) fn endings(&mut self, class: &str) -> Endings<()> {
        Endings::new(self.entries(class, ()))
    }

    /// Checks that all classes were taken.
    ///
    /// # Errors
    /// The first row of a class that nobody has taken.
    pub(crate) fn end(self) -> Result<(), Error> {
        match self.rows.values().flatten().min_by_key(|row| row.line) {
            Some(row) => Err(self.file.unknown_class(row)),
            None => Ok(()),
        }
    }
}

/// Embeds a file of `dictionaries/`.
macro_rules! dictionary {
    ($file:literal) => {
        $crate::lexicon::table::Dictionary {
            file: $file,
            text: include_str!(concat!("../../dictionaries/", $file)),
        }
    };
}
pub(crate) use dictionary;

/// What a class of a dictionary can be kept as.
pub(crate) trait OfClass {
    /// Makes it from the rows of the class, in the order of the file.
    fn of_class(rows: Vec<Row<'static>>) -> Self;
}

impl OfClass for Vocabulary<()> {
    fn of_class(rows: Vec<Row<'static>>) -> Self {
        Vocabulary::new(rows.into_iter().map(|row| (row.word, ())))
    }
}

impl OfClass for Endings<()> {
    fn of_class(rows: Vec<Row<'static>>) -> Self {
        Endings::new(rows.into_iter().map(|row| (row.word, ())))
    }
}

/// Each word with the third column.
impl OfClass for Vocabulary<&'static str> {
    fn of_class(rows: Vec<Row<'static>>) -> Self {
        Vocabulary::new(rows.into_iter().map(|row| (row.word, row.attribute)))
    }
}

/// Each word with the third column.
impl OfClass for Endings<&'static str> {
    fn of_class(rows: Vec<Row<'static>>) -> Self {
        Endings::new(rows.into_iter().map(|row| (row.word, row.attribute)))
    }
}

/// Each word with the third column, the longest first.
impl OfClass for Vec<(&'static str, &'static str)> {
    fn of_class(rows: Vec<Row<'static>>) -> Self {
        let mut words: Self = rows.into_iter().map(|row| (row.word, row.attribute)).collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        words
    }
}

/// Defines a dictionary with a field for each class: its meaning, the type that keeps it, and its name in the
/// file.
macro_rules! word_classes {
    (
        $(#[$about:meta])*
        $vis:vis struct $name:ident from $file:literal {
            $($(#[$meaning:meta])* $field_vis:vis $field:ident: $kept:ty = $class:literal,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Debug)]
        $vis struct $name {
            $($(#[$meaning])* $field_vis $field: $kept,)*
        }

        impl $name {
            pub(super) fn load() -> Result<Self, $crate::error::Error> {
                let mut classes = $crate::lexicon::table::dictionary!($file).classes()?;
                let words = $name {
                    $($field: $crate::lexicon::table::OfClass::of_class(classes.rows($class)),)*
                };
                classes.end()?;
                Ok(words)
            }
        }
    };
}
pub(crate) use word_classes;

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &'static str) -> Result<Vec<Row<'static>>, Error> {
        Dictionary { file: "made-up.tsv", text }.rows()
    }

    #[test]
    fn comments_and_blank_lines_are_no_rows() {
        let rows = rows("# head\n\n亩\tunit\tarea\n个\n").unwrap();
        assert_eq!(rows[0], Row { word: "亩", class: "unit", attribute: "area", line: 3 });
        assert_eq!(rows[1].word, "个");
    }

    #[test]
    fn a_class_that_nobody_takes_is_an_error() {
        let file = Dictionary { file: "made-up.tsv", text: "亩\tunit\n个\tcount\n吨\tunit\n" };
        let mut classes = file.classes().unwrap();
        assert_eq!(classes.words::<Vec<_>>("unit"), ["亩", "吨"]);
        assert!(classes.words::<Vec<_>>("unit").is_empty());
        assert!(classes.end().unwrap_err().to_string().starts_with("dictionaries/made-up.tsv:2: "));
        let mut classes = file.classes().unwrap();
        assert!(classes.vocabulary("count").contains("个") && classes.endings("unit").end("公吨"));
        assert!(classes.end().is_ok());
    }

    #[test]
    fn a_wrong_row_is_named_by_file_and_line() {
        let error = rows("亩\n 个\n").unwrap_err().to_string();
        assert!(error.starts_with("dictionaries/made-up.tsv:2: "), "{error}");
        assert!(rows("亩\ta\tb\tc\n").is_err());
    }
}
