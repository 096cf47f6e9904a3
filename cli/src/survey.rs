//! What `ledger` and `targets` share: reading all documents with their texts, and where the result goes.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use clap::Args;
use clap::error::ErrorKind;
use zhengce::{Document, Extractor, Source, Span};

use crate::args::{self, ExtractorArgs};
use crate::input::{InputArgs, Unread};
use crate::lang::tr;
use crate::output;
use crate::pipeline;
use crate::report::{self, Report};

/// Options of commands that read over many documents.
#[derive(Debug, Args)]
pub(crate) struct SurveyArgs {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    extractor: ExtractorArgs,

    /// A text that does not say its date takes the year in its file's name: reports/2016.txt
    #[arg(long)]
    date_from_name: bool,
}

/// A document with its text and its sentences.
pub(crate) struct Read {
    pub(crate) document: Document,
    pub(crate) text: String,
    pub(crate) sentences: Vec<Span>,
}

/// The documents that could be read.
pub(crate) struct Survey {
    pub(crate) extractor: Arc<Extractor>,
    pub(crate) documents: Vec<Read>,
    pub(crate) report: Report,
}

impl SurveyArgs {
    /// Reads and extracts everything, on all cores; the exit code says why nothing could begin.
    pub(crate) fn survey(&self, command: &str) -> Result<Result<Survey, ExitCode>, clap::Error> {
        let usage = |kind, what: &str| args::usage(command, kind, what);
        let reading =
            self.input.reading().map_err(|error| usage(ErrorKind::ValueValidation, &error.to_string()))?;
        if self.input.paths.is_empty() && io::stdin().is_terminal() {
            let what = tr!("nothing to read: name files or folders", "没有可读的内容：请给出文件或文件夹");
            return Err(usage(ErrorKind::MissingRequiredArgument, &what));
        }
        let extractor = match self.extractor.extractor(&[]) {
            Ok(extractor) => Arc::new(extractor),
            Err(error) => return Ok(Err(report::wrong_usage(&error))),
        };
        let (mut documents, mut report) = (Vec::new(), Report::default());
        let (reader, by_name) = (Arc::clone(&extractor), self.date_from_name);
        let work = move |unread: Unread| {
            unread.read().map(|mut input| {
                let warnings = std::mem::take(&mut input.warnings);
                (warnings, document(&reader, input.source, input.text, input.date.as_deref(), by_name))
            })
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let inputs = reading.inputs(self.input.paths.clone());
        let read = pipeline::ordered(
            inputs,
            threads,
            |unread| unread.weight,
            work,
            |read| {
                match read {
                    Ok((warnings, read)) => {
                        report.read(read.document.source.as_deref().unwrap_or_default(), warnings, None)?;
                        documents.push(read);
                    }
                    Err(fault) => report.fault(fault, None)?,
                }
                Ok(())
            },
        );
        report.summary(false);
        Ok(match read {
            Ok(()) => Ok(Survey { extractor, documents, report }),
            Err(error) => Err(report::not_written(None, &error)),
        })
    }
}

fn document(extractor: &Extractor, source: String, text: String, date: Option<&str>, by_name: bool) -> Read {
    let (mut document, mut sentences) = extractor.extract_with_sentences(&text, date);
    if by_name
        && document.date.is_none()
        && let Some(year) = year_in_name(&source)
    {
        (document, sentences) = extractor.extract_with_sentences(&text, Some(&year));
    }
    document.source = Some(source);
    Read { document, text, sentences }
}

impl Survey {
    pub(crate) fn sources(&self) -> Vec<Source<'_>> {
        let documents = self.documents.iter();
        documents.map(|read| Source::new(&read.document, &read.text, &read.sentences)).collect()
    }
}

/// Writes to a file, whole or not at all, or to standard output.
pub(crate) fn write_whole(path: Option<&Path>, bytes: &[u8]) -> io::Result<()> {
    let Some(path) = path else { return io::stdout().lock().write_all(bytes) };
    // A link stays a link, a device a device.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|data| !data.is_file()) {
        return fs::write(&path, bytes);
    }
    let mut new = output::beside(&path)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist(&path)?;
    Ok(())
}

/// The first year, from 1900 to 2099, that stands by itself in a file's name.
fn year_in_name(source: &str) -> Option<String> {
    let name = Path::new(source).file_name().and_then(OsStr::to_str)?;
    let digits = name.split(|c: char| !c.is_ascii_digit());
    let year = digits.filter(|run| matches!(run.len(), 4 | 6 | 8)).map(|run| &run[..4]);
    year.filter(|year| year.starts_with("19") || year.starts_with("20")).map(str::to_owned).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_a_year_when_one_stands_in_it() {
        assert_eq!(year_in_name("reports/2016.txt").as_deref(), Some("2016"));
        assert_eq!(year_in_name("a/qingxi-20240203.html").as_deref(), Some("2024"));
        assert_eq!(year_in_name("2016/report.txt"), None);
        assert_eq!(year_in_name("item-3300.txt"), None);
    }
}
