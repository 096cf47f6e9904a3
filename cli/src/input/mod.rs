//! Reading, apart from extracting and writing: paths to texts and faults.
//!
//! A new file format is one more [`Format`] and one more module, from bytes to one text or from a stream to
//! rows.

mod args;
mod csv;
mod docx;
mod encoding;
mod fault;
mod fields;
mod file;
mod format;
mod guard;
mod html;
mod json;
mod jsonl;
mod mojibake;
mod parquet;
mod pdf;
mod text;
mod walk;
mod xlsx;

use std::io::{self, Cursor, Read};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use zhengce::Date;

pub(crate) use args::{InputArgs, PlaceArgs};
pub(crate) use fault::{Fault, Warning, Wrong};
pub(crate) use html::line_of_title;
pub(crate) use jsonl::no_json;

use crate::lang::tr;
use fields::FieldNames;
pub(crate) use file::Meter;
use file::Opened;
use format::{Format, Named};
use walk::Selection;

/// The path that stands for standard input, and the source of its text.
const STDIN: &str = "-";

/// The text of a cell that is merged with the one above it.
const DITTO: &str = "〃";
/// The indent of a Chinese paragraph, also put where a file shows by other means that a paragraph begins.
const INDENT: &str = "\u{3000}\u{3000}";

/// A text to extract from.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Input {
    /// The path as given, or the id of the row; `Document.source`.
    pub(crate) source: String,
    pub(crate) text: String,
    pub(crate) date: Option<Date>,
    /// The place that it speaks for, if the user gave one.
    pub(crate) place: Option<String>,
    /// What the web page says of itself.
    pub(crate) page: Page,
    /// Values of the fields that the user carries through, in the order of their names.
    pub(crate) kept: Vec<Option<String>>,
    /// What may be wrong with the text, though it was read.
    pub(crate) warnings: Vec<Warning>,
}

impl Input {
    fn of_text(text: String) -> Self {
        Input { text, ..Input::default() }
    }
}

/// What a web page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    /// Whether a meta tag states the title, which is surer than what the text looks like.
    pub(crate) is_title_given: bool,
    pub(crate) publisher: Option<String>,
    pub(crate) site: Option<String>,
    pub(crate) channel: Option<String>,
}

/// A text that is still to be read, by any thread; only rows are in memory already.
pub(crate) struct Unread {
    /// Its source, or where its fault is; it identifies the input before it is read.
    pub(crate) label: String,
    /// About how many bytes of memory it takes.
    pub(crate) weight: u64,
    read: Box<dyn FnOnce() -> Result<Input, Fault> + Send>,
}

impl Unread {
    fn ready(input: Result<Input, Fault>) -> Self {
        let (label, weight) = match &input {
            Ok(input) => (format!("{} {}", input.source, input.text.len()), input.text.len()),
            Err(fault) => (format!("{} {:?}", fault.source, fault.line), fault.what.len()),
        };
        Unread { label, weight: weight as u64, read: Box::new(|| input) }
    }

    /// Reads it for the fuzzer, which must see a panic of a library.
    #[cfg(fuzzing)]
    pub(crate) fn read(self) -> Result<Input, Fault> {
        (self.read)()
    }

    /// Reads it and works on it. Libraries that read files meet files that their authors did not think of: a
    /// panic ends the work on this input only.
    pub(crate) fn worked<T>(self, work: impl FnOnce(Input) -> T) -> Result<T, Fault> {
        let mut source = self.label;
        let worked = panic::catch_unwind(AssertUnwindSafe(|| {
            let input = (self.read)()?;
            source.clone_from(&input.source);
            Ok(work(input))
        }));
        worked.unwrap_or_else(|_| {
            let what = tr!("the program failed on it", "程序处理它时出错");
            let remedy =
                tr!("please report it, and leave it out with --exclude", "请反馈给我们，并用 --exclude 略过");
            Err(Fault { source, line: None, what, remedy })
        })
    }
}

/// Texts in input order, one by one.
pub(crate) type Inputs = Box<dyn Iterator<Item = Unread> + Send>;

/// How to read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    /// The format of all files; without it, their names tell.
    format: Option<Format>,
    selection: Selection,
    encoding: Option<&'static Encoding>,
    fields: FieldNames,
    meter: Meter,
}

impl Reading {
    /// Skips these files and folders where they stand in a folder that is read: an earlier output there is
    /// not an input.
    pub(crate) fn without<'p>(mut self, outputs: impl Iterator<Item = &'p Path>) -> Self {
        self.selection.outputs = outputs.filter_map(|path| path.canonicalize().ok()).collect();
        self
    }

    /// Carries these columns, fields or meta tags through.
    pub(crate) fn keeping(mut self, names: Vec<String>) -> Self {
        self.fields.keep = names;
        self
    }

    /// Takes the places that texts speak for from this field, and this place for all texts without one.
    pub(crate) fn placing(mut self, field: Option<String>, place: Option<String>) -> Self {
        (self.fields.place, self.fields.place_of_all) = (field, place);
        self
    }

    /// Counts the bytes that are read.
    pub(crate) fn meter(&self) -> Meter {
        self.meter.clone()
    }

    /// How many bytes these paths hold, as far as that can be told.
    pub(crate) fn bytes(&self, paths: &[PathBuf]) -> u64 {
        let folders = paths.iter().filter(|path| path.is_dir());
        let in_folders = folders.flat_map(|path| walk::files(path, self.selection.clone()).flatten());
        let given = paths.iter().filter(|path| !path.is_dir()).cloned();
        given.chain(in_folders).filter_map(|path| path.metadata().ok()).map(|data| data.len()).sum()
    }

    /// Names of the fields that the user carries through.
    pub(crate) fn keep(&self) -> &[String] {
        &self.fields.keep
    }

    /// The texts of these paths: files, folders, `-`; without a path, those of standard input.
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
            return self.file(path);
        }
        let reading = self.clone();
        let files = walk::files(path, self.selection.clone());
        Box::new(files.flat_map(move |file| match file {
            Ok(file) => reading.file(&file),
            Err(fault) => one(Err(fault)),
        }))
    }

    fn file(&self, path: &Path) -> Inputs {
        let source = path.display().to_string();
        let format = match (self.format, Named::of(path)) {
            (Some(format), _) | (None, Named::As(format)) => format,
            (None, Named::Refused(wrong)) if path.exists() => return one(Err(wrong.of(source))),
            (None, Named::Refused(_) | Named::Unknown) => Format::Text,
        };
        // An empty file is a text without words, or no JSON lines at all; in all other formats it is a fault.
        if !matches!(format, Format::Text | Format::Jsonl) && file::is_empty(path) {
            return one(Err(file::empty().of(source)));
        }
        let (path, reading) = (path.to_owned(), self.clone());
        match format {
            Format::Text | Format::Html | Format::Docx | Format::Pdf => {
                let length = path.metadata().map_or(0, |data| data.len());
                let weight = format.weight(length);
                let label = source.clone();
                let read = move || {
                    let bytes = Opened::open(&path, &reading.meter).and_then(Opened::read);
                    reading.whole(format, source, bytes)
                };
                Box::new(std::iter::once(Unread { label, weight, read: Box::new(read) }))
            }
            Format::Xlsx => self.workbook(source, Opened::open(&path, &self.meter).and_then(Opened::read)),
            Format::Csv | Format::Tsv | Format::Json | Format::Jsonl | Format::Parquet => {
                match Opened::open(&path, &self.meter) {
                    Ok(opened) => self.rows(format, source, opened),
                    Err(wrong) => one(Err(wrong.of(source))),
                }
            }
        }
    }

    fn stdin(&self) -> Inputs {
        let source = STDIN.to_owned();
        match self.format.unwrap_or(Format::Text) {
            rows @ (Format::Csv | Format::Tsv | Format::Json | Format::Jsonl) => {
                self.table(rows, source, self.meter.count(io::stdin()))
            }
            Format::Xlsx => self.workbook(source, file::read(self.meter.count(io::stdin().lock()))),
            Format::Parquet => {
                let what = tr!("Parquet cannot be read from a pipe", "Parquet 不能从管道读取");
                one(Err(Wrong::new(what, tr!("name the file", "请给出文件名")).of(source)))
            }
            whole => one(self.whole(whole, source, file::read(self.meter.count(io::stdin().lock())))),
        }
    }

    /// A file that is one text.
    fn whole(&self, format: Format, source: String, bytes: Result<Vec<u8>, Wrong>) -> Result<Input, Fault> {
        let read = bytes.and_then(|bytes| match format {
            Format::Html => html::read(bytes, self.encoding, &self.fields.keep),
            Format::Docx => docx::read(bytes).map(Input::of_text),
            Format::Pdf => pdf::read(&bytes).map(Input::of_text),
            _ => text::read(bytes, self.encoding).map(Input::of_text),
        });
        match read {
            Ok(input) if input.text.len() as u64 > file::MAX_FILE => Err(file::too_long().of(source)),
            Ok(input) => {
                let mut warnings = encoding::warnings(&input.text);
                warnings.extend(input.text.trim().is_empty().then(Warning::no_text));
                Ok(Input { source, warnings, place: self.fields.place_of_all.clone(), ..input })
            }
            Err(wrong) => Err(wrong.of(source)),
        }
    }

    /// The rows of a file, and a fault at the end if it changed meanwhile.
    fn rows(&self, format: Format, source: String, opened: Opened) -> Inputs {
        let rows = match opened.file.try_clone() {
            Ok(file) if format == Format::Parquet => self.parquet(source.clone(), file),
            Ok(file) => self.table(format, source.clone(), self.meter.count(file)),
            Err(error) => return one(Err(Wrong::of_read(&error).of(source))),
        };
        let changed = std::iter::once_with(move || opened.unchanged().err());
        let fault = changed.flatten().map(move |wrong| Unread::ready(Err(wrong.of(&source))));
        Box::new(rows.chain(fault))
    }

    /// The texts of a workbook: of the first sheet that has texts, or of all that have tasks. The first text
    /// warns of the other sheets.
    fn workbook(&self, source: String, bytes: Result<Vec<u8>, Wrong>) -> Inputs {
        let holds = |table: &[u8]| csv::Rows::new(String::new(), table, b',', self.fields.clone()).holds();
        let (table, others) = match bytes.and_then(|bytes| xlsx::csv(bytes, holds)) {
            Ok(read) => read,
            Err(wrong) => return one(Err(wrong.of(source))),
        };
        let mut warning = (!others.is_empty()).then(|| Warning::unread_sheets(&others));
        let rows = csv::Rows::new(source, Cursor::new(table), b',', self.fields.clone());
        Box::new(rows.map(move |mut input| {
            if let Ok(input) = &mut input {
                input.warnings.extend(warning.take());
            }
            Unread::ready(input)
        }))
    }

    fn parquet(&self, source: String, file: std::fs::File) -> Inputs {
        match parquet::Rows::open(source, file, self.fields.clone(), self.meter.clone()) {
            Ok(rows) => Box::new(rows.map(Unread::ready)),
            Err(fault) => one(Err(fault)),
        }
    }

    fn table(&self, format: Format, source: String, from: impl Read + Send + 'static) -> Inputs {
        let fields = self.fields.clone();
        let from = match encoding::decoded_text(from, self.encoding) {
            Ok(from) => from,
            Err(wrong) => return one(Err(wrong.of(source))),
        };
        match format {
            Format::Csv => match csv::separator(from) {
                Ok((separator, from)) => {
                    Box::new(csv::Rows::new(source, from, separator, fields).map(Unread::ready))
                }
                Err(error) => one(Err(Wrong::of_read(&error).of(source))),
            },
            Format::Tsv => Box::new(csv::Rows::new(source, from, b'\t', fields).map(Unread::ready)),
            Format::Json => json::rows(source, from, fields),
            _ => Box::new(jsonl::Lines::new(source, from, fields).map(Unread::ready)),
        }
    }
}

/// Whether the name is that of a document, even of one that cannot be read.
pub(crate) fn names_document(path: &Path) -> bool {
    Named::of(path) != Named::Unknown
}

/// The first text of a path, or of standard input.
pub(crate) fn text(path: &Path) -> Result<Input, Fault> {
    let mut texts = Reading::default().inputs(vec![path.to_owned()]);
    let none = || Fault {
        source: path.display().to_string(),
        line: None,
        what: tr!("it has no text", "其中没有文本"),
        remedy: tr!("check that it is the right file", "请检查是否为所需文件"),
    };
    texts.next().ok_or_else(none)?.worked(|input| input)
}

fn one(input: Result<Input, Fault>) -> Inputs {
    Box::new(std::iter::once(Unread::ready(input)))
}
