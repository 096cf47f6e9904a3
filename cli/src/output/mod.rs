//! Writing, apart from reading and extracting.
//!
//! An output that is a file or a folder grows in a folder beside it ([`partial`]) and takes its place by
//! rename. Standard output, a pipe or a device is written to directly.

mod csv;
mod json;
mod parquet;
pub(crate) mod partial;
mod place;
pub(crate) mod sheets;
mod tables;
mod xlsx;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use zhengce::{Division, Extraction, Extractor, RecordKind};

use crate::input::Input;
use json::Json;
use partial::{Checkpoint, Partial, Refusal, Start};
use tables::TableFiles;

/// What the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// A pretty JSON array of documents
    Json,
    /// JSON lines: a document a line
    Jsonl,
    /// A folder of CSV files, one per kind of record
    Csv,
    /// A folder of Parquet files, one per kind of record
    Parquet,
    /// An Excel workbook, a sheet per kind of record
    Xlsx,
}

impl OutputFormat {
    /// The format that the name of an output asks for; JSON if it asks for none.
    pub(crate) fn of_name(output: Option<&Path>) -> Self {
        match output.and_then(ending).as_deref() {
            Some("jsonl" | "ndjson") => OutputFormat::Jsonl,
            Some("xlsx") => OutputFormat::Xlsx,
            _ => OutputFormat::Json,
        }
    }

    /// Whether documents are written as they are, not as rows of tables.
    pub(crate) fn json(self) -> Option<Json> {
        match self {
            OutputFormat::Json => Some(Json::Array),
            OutputFormat::Jsonl => Some(Json::Lines),
            OutputFormat::Csv | OutputFormat::Parquet | OutputFormat::Xlsx => None,
        }
    }

    pub(crate) fn is_folder(self) -> bool {
        matches!(self, OutputFormat::Csv | OutputFormat::Parquet)
    }
}

/// The ending of a name, in lower case.
pub(crate) fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// Whether this is the name of a folder: `tables/`.
pub(crate) fn names_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}

/// A document in the form in which it waits to be written.
pub(crate) enum Product {
    /// As it stands in the output.
    Json(Vec<u8>),
    /// Still to become rows; their ids depend on the documents before it.
    Rows(Box<Extracted>),
}

/// A document and what it was made from.
pub(crate) struct Extracted {
    pub(crate) extraction: Extraction,
    /// Without its text, which the extraction holds.
    pub(crate) input: Input,
    /// The division of the place that it speaks for, which the extraction holds; found for tables alone.
    pub(crate) division: Option<Division>,
}

/// What is written, and how.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) format: OutputFormat,
    pub(crate) kinds: Vec<RecordKind>,
    /// Names of the fields that are carried through.
    pub(crate) keep: Vec<String>,
}

impl Wanted {
    /// Turns a document into what is written of it.
    pub(crate) fn product(&self, mut extracted: Extracted, extractor: &Extractor) -> io::Result<Product> {
        Ok(match self.format.json() {
            Some(json) => {
                let Extracted { extraction, input, .. } = extracted;
                Product::Json(json.document(&extraction.document, &self.keep, &input.kept)?)
            }
            None => {
                let place = extractor.place(&extracted.extraction);
                extracted.division =
                    place.as_deref().and_then(|place| extractor.division(&extracted.extraction, place));
                extracted.extraction.place = place;
                Product::Rows(Box::new(extracted))
            }
        })
    }
}

/// Where the documents go.
pub(crate) enum Output {
    /// Standard output, a pipe or a device, which cannot be replaced.
    Stream { json: Json, to: Box<dyn Write>, is_empty: bool },
    /// A file of JSON.
    File { json: Json, partial: Partial, target: PathBuf },
    /// Tables.
    Tables { files: Box<TableFiles>, partial: Partial, target: PathBuf },
}

/// The name of the file of JSON while it grows.
const DOCUMENTS: &str = "documents";
/// The name of the file or folder that is ready to be put in its place.
const READY: &str = "ready";

impl Output {
    /// Opens the output; what stands at `path` is not touched before [`Output::finish`]. Without a path, or
    /// for a pipe or a device, an unfinished run cannot be continued.
    pub(crate) fn open(
        path: Option<&Path>,
        wanted: &Wanted,
        settings: Vec<String>,
        start: Start,
    ) -> Result<Self, Refusal> {
        let Some(path) = path else { return Ok(Output::stream(wanted, io::stdout().lock())?) };
        let target = place::target(path);
        if let Some(device) = place::special(&target)? {
            return Ok(Output::stream(wanted, device)?);
        }
        place::check(&target, wanted.format.is_folder())?;
        let partial = Partial::open(&target, settings, start)?;
        Ok(match wanted.format.json() {
            Some(json) => Output::File { json, partial, target },
            None => {
                let files = Box::new(TableFiles::new(wanted, &partial.checkpoint));
                Output::Tables { files, partial, target }
            }
        })
    }

    fn stream(wanted: &Wanted, to: impl Write + 'static) -> io::Result<Self> {
        let Some(json) = wanted.format.json() else { return Err(io::ErrorKind::Unsupported.into()) };
        Ok(Output::Stream { json, to: Box::new(BufWriter::new(to)), is_empty: true })
    }

    /// The folder in which the output grows, if it does.
    pub(crate) fn partial(&mut self) -> Option<&mut Partial> {
        match self {
            Output::Stream { .. } => None,
            Output::File { partial, .. } | Output::Tables { partial, .. } => Some(partial),
        }
    }

    /// Writes a document.
    pub(crate) fn write(&mut self, product: Product) -> io::Result<()> {
        match (self, product) {
            (Output::Stream { json, to, is_empty }, Product::Json(document)) => {
                json.append(to, &document, std::mem::take(is_empty))
            }
            (Output::File { json, partial, .. }, Product::Json(document)) => {
                let file = partial.file(DOCUMENTS)?;
                let is_first = file.is_empty();
                json.append(file, &document, is_first)
            }
            (Output::Tables { files, partial, .. }, Product::Rows(extracted)) => {
                files.push(&extracted, partial)
            }
            // The format is the same in both.
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Makes what was written so far the point from which a later run continues.
    pub(crate) fn save(&mut self, mut checkpoint: Checkpoint) -> io::Result<()> {
        if let Output::Tables { files, partial, .. } = self {
            files.flush(partial)?;
            checkpoint.ids = files.ids();
        }
        self.partial().map_or(Ok(()), |partial| partial.save(checkpoint))
    }

    /// Puts the output in its place. A run that is killed meanwhile can continue from the last checkpoint.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Output::Stream { json, mut to, is_empty } => {
                json.end(&mut to, is_empty)?;
                to.flush()
            }
            Output::File { json, mut partial, target } => {
                let file = partial.file(DOCUMENTS)?;
                let is_empty = file.is_empty();
                json.end(file, is_empty)?;
                partial.close_files()?;
                let ready = partial.path(READY);
                place::name_also(&partial.path(DOCUMENTS), &ready)?;
                place::put_file(&ready, &target)?;
                partial.remove();
                Ok(())
            }
            Output::Tables { files, partial, target } => files.finish(partial, &target),
        }
    }

    /// Throws away what was written; an earlier output stays as it was.
    pub(crate) fn abandon(self) {
        match self {
            Output::Stream { .. } => {}
            Output::File { partial, .. } | Output::Tables { partial, .. } => partial.remove(),
        }
    }
}

/// A new file beside another; it takes the other's place by [`tempfile::NamedTempFile::persist`], or is
/// removed. Its permissions are those of any new file, not the narrow ones of temporary files.
pub(crate) fn beside(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let create = |path: &Path| File::options().read(true).write(true).create_new(true).open(path);
    tempfile::Builder::new().prefix(".zhengce-").suffix(".tmp").make_in(folder, create)
}
