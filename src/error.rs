//! Step 2: one error. Each variant says what was wrong, where, and what to do.

use std::path::PathBuf;

/// What can go wrong when an extractor is built, or a document is put together with its text. Extraction itself cannot fail.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A rule file could not be read.
    #[error("{}: cannot read the rule file: {cause}; check the path and its permissions", .file.display())]
    ReadRules {
        /// The rule file.
        file: PathBuf,
        /// What the system said. Part of the message, and so not its [source](std::error::Error::source).
        cause: std::io::Error,
    },

    /// A line of a rule file or a dictionary is wrong.
    #[error("{file}:{line}: {what}; {remedy}")]
    Rule {
        /// The file as it was named.
        file: String,
        /// Line in the file, counted from 1.
        line: usize,
        /// What is wrong there.
        what: String,
        /// How to mend it.
        remedy: String,
    },

    /// The tables that turn traditional characters into simplified ones could not be read.
    #[error("cannot read the built-in tables of traditional characters: {cause}; build the program anew")]
    Script {
        /// What the converter said. Part of the message, and so not its [source](std::error::Error::source).
        cause: Box<dyn std::error::Error + Send + Sync>,
    },

    /// A document is not of the text that it was given with: a span of it, or an index, points at nothing.
    #[error(
        "{record}: {what}; give the text that the document was read from, and the document as it was written"
    )]
    Document {
        /// The record, as its way through the JSON: `speeches[0].figures[3]`.
        record: String,
        /// What is wrong with it.
        what: String,
    },

    /// What was given as a date is none: a document's date to the builder, or the day on which a ledger is
    /// asked.
    #[error("{given:?} is not a date; write 2022-01-08, 2022-01 or 2022")]
    Date {
        /// What was given.
        given: String,
    },
}
