//! Reading, apart from extracting and writing: paths to an iterator of texts and faults.
//!
//! A new file format is one more module that gives [`Inputs`] for an open file.

mod jsonl;
mod text;
mod walk;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use crate::args::{FieldNames, InputFormat};

/// The path that stands for standard input, and the source of its text.
const STDIN: &str = "-";

/// A text to extract from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The path as given, or the id of the line; `Document.source`.
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) date: Option<String>,
}

/// Something that could not be read: where, what, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) source: String,
    /// Line counted from 1, in files of lines.
    pub(crate) line: Option<usize>,
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl Fault {
    fn of_file(source: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Fault { source: source.into(), line: None, what: what.into(), remedy: remedy.into() }
    }

    fn of_read(source: impl Into<String>, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "check its permissions",
            _ => "check that the file is whole and its disk in order",
        };
        Fault::of_file(source, format!("cannot be read: {error}"), remedy)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let Fault { source, line, what, remedy } = self;
        match line {
            Some(line) => write!(to, "{source}:{line}: {what}; {remedy}"),
            None => write!(to, "{source}: {what}; {remedy}"),
        }
    }
}

/// Texts and faults in input order, read one by one.
pub(crate) type Inputs = Box<dyn Iterator<Item = Result<Input, Fault>>>;

/// How to read.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) format: InputFormat,
    pub(crate) fields: FieldNames,
}

impl Reading {
    /// The texts of these paths: files, folders, `-`; of standard input when there is no path.
    pub(crate) fn inputs(self, mut paths: Vec<PathBuf>) -> Inputs {
        if paths.is_empty() {
            paths.push(STDIN.into());
        }
        Box::new(paths.into_iter().flat_map(move |path| self.path(&path)))
    }

    fn path(&self, path: &Path) -> Inputs {
        if path == Path::new(STDIN) {
            return self.stdin();
        }
        if !path.is_dir() {
            return match refusal(path, self.format) {
                Some(fault) => one(Err(fault)),
                None => self.file(path),
            };
        }
        let reading = self.clone();
        let files = walk::files(path, extensions(self.format));
        Box::new(files.flat_map(move |file| match file {
            Ok(file) => reading.file(&file),
            Err(fault) => one(Err(fault)),
        }))
    }

    fn file(&self, path: &Path) -> Inputs {
        let source = path.display().to_string();
        match (self.format, File::open(path)) {
            (_, Err(error)) => one(Err(Fault::of_read(source, &error))),
            (InputFormat::Text, Ok(file)) => one(text::read(source, file)),
            (InputFormat::Jsonl, Ok(file)) => {
                Box::new(jsonl::Lines::new(source, BufReader::new(file), self.fields.clone()))
            }
        }
    }

    fn stdin(&self) -> Inputs {
        let stdin = io::stdin().lock();
        match self.format {
            InputFormat::Text => one(text::read(STDIN.to_owned(), stdin)),
            InputFormat::Jsonl => Box::new(jsonl::Lines::new(STDIN.to_owned(), stdin, self.fields.clone())),
        }
    }
}

fn one(input: Result<Input, Fault>) -> Inputs {
    Box::new(std::iter::once(input))
}

/// The names of files that are read in folders.
fn extensions(format: InputFormat) -> &'static [&'static str] {
    match format {
        InputFormat::Text => &["txt", "md"],
        InputFormat::Jsonl => &["jsonl", "ndjson"],
    }
}

/// Formats that would pass for text, or fail as bad UTF-8, when their files are named one by one.
const OTHER_FORMATS: &[&str] = &[
    "csv", "doc", "docx", "htm", "html", "json", "ofd", "parquet", "pdf", "rtf", "tsv", "wps", "xls", "xlsx",
    "xml",
];

/// Why a file named by the user is not read as a text, if so. Names without a known ending are.
fn refusal(path: &Path, format: InputFormat) -> Option<Fault> {
    if format != InputFormat::Text {
        return None;
    }
    let source = path.display().to_string();
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    if extensions(InputFormat::Jsonl).contains(&extension.as_str()) {
        let remedy = "pass --input-format jsonl, and --text-field with the name of the field of the text";
        return Some(Fault::of_file(source, "JSON lines are no plain text", remedy));
    }
    let what = format!(".{extension} files cannot be read");
    OTHER_FORMATS
        .contains(&extension.as_str())
        .then(|| Fault::of_file(source, what, "save it as UTF-8 text, .txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_formats_are_refused_by_name_and_unknown_names_are_not() {
        for name in ["a.html", "a.DOCX", "a.jsonl"] {
            assert!(refusal(Path::new(name), InputFormat::Text).is_some(), "{name}");
        }
        for name in ["a.txt", "a.MD", "report", "2024.01 报告", "/dev/fd/63"] {
            assert_eq!(refusal(Path::new(name), InputFormat::Text), None, "{name}");
        }
        assert_eq!(refusal(Path::new("a.json"), InputFormat::Jsonl), None);
    }
}
