//! Reads a dictionary: tab-separated rows under a header of `#` lines.

use crate::error::Error;

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

/// A dictionary as it is embedded: its name under `dictionaries/` and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary {
    pub(crate) file: &'static str,
    pub(crate) text: &'static str,
}

impl Dictionary {
    /// The rows; lines that are blank or start with `#` are none.
    ///
    /// # Errors
    /// A row that has blanks around its word, or more than three columns.
    pub(crate) fn rows(&self) -> Result<Vec<Row<'static>>, Error> {
        let lines = self.text.lines().enumerate();
        lines
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(index, line)| self.row(index + 1, line))
            .collect()
    }

    fn row(&self, number: usize, line: &'static str) -> Result<Row<'static>, Error> {
        let mut columns = line.split('\t');
        let [word, class, attribute] = [(); 3].map(|()| columns.next().unwrap_or_default());
        if columns.next().is_some() {
            return Err(self.error(number, "a row has at most three columns", "join or drop the rest"));
        }
        if word.is_empty() || word.trim() != word {
            return Err(self.error(number, "the word is empty or has blanks around it", "trim it"));
        }
        Ok(Row { word, class, attribute, line: number })
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
    fn a_wrong_row_is_named_by_file_and_line() {
        let error = rows("亩\n 个\n").unwrap_err().to_string();
        assert!(error.starts_with("dictionaries/made-up.tsv:2: "), "{error}");
        assert!(rows("亩\ta\tb\tc\n").is_err());
    }
}
