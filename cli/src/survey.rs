//! What `ledger`, `targets` and `view` share: reading all documents with their texts, and where the result goes.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use clap::Args;
use clap::error::ErrorKind;
use zhengce::{Extraction, Extractor};

use crate::args::{self, ExtractorArgs};
use crate::dated;
use crate::input::{InputArgs, Reading, Unread};
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

    /// Threads to work with [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,

    /// No warnings and no summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Where a command writes, and the endings of names that tell it how.
pub(crate) struct Target<'a> {
    pub(crate) command: &'static str,
    pub(crate) output: Option<&'a Path>,
    /// Another file of the command's that is no text to read.
    pub(crate) beside: Option<&'a Path>,
    pub(crate) endings: &'static [&'static str],
}

/// The documents that could be read.
pub(crate) struct Survey {
    pub(crate) extractor: Arc<Extractor>,
    pub(crate) extractions: Vec<Extraction>,
    pub(crate) report: Report,
}

impl SurveyArgs {
    /// Reads and extracts everything, on all cores; the exit code says why nothing could begin, or that nothing could
    /// be read: then an earlier output stays as it is.
    pub(crate) fn survey(&self, target: &Target) -> Result<Result<Survey, ExitCode>, clap::Error> {
        let usage = |kind, what: &str| args::usage(target.command, kind, what);
        let reading =
            self.input.reading().map_err(|error| usage(ErrorKind::ValueValidation, &error.to_string()))?;
        if self.input.paths.is_empty() && io::stdin().is_terminal() {
            let what = tr!("nothing to read: name files or folders", "没有可读的内容：请给出文件或文件夹");
            return Err(usage(ErrorKind::MissingRequiredArgument, &what));
        }
        if let Some(what) = target.misplaced(&self.input.paths) {
            return Err(usage(ErrorKind::ValueValidation, &what));
        }
        let extractor = match self.extractor.extractor(&[]) {
            Ok(extractor) => Arc::new(extractor),
            Err(error) => return Ok(Err(report::wrong_usage(&error))),
        };
        let report = match Report::new(self.quiet, None) {
            Ok(report) => report,
            Err(error) => return Ok(Err(report::not_written(None, &error))),
        };
        let reading = reading.without(target.output.into_iter().chain(target.beside));
        Ok(match self.read(reading, extractor, report) {
            Ok(survey) if survey.report.is_all_failed() => {
                survey.report.left(target.output);
                Err(survey.report.exit())
            }
            Ok(survey) => Ok(survey),
            Err(error) => Err(report::not_written(None, &error)),
        })
    }

    fn read(&self, reading: Reading, extractor: Arc<Extractor>, mut report: Report) -> io::Result<Survey> {
        let mut extractions = Vec::new();
        let (reader, by_name) = (Arc::clone(&extractor), self.input.date_from_name);
        let work = move |unread: Unread| {
            unread.worked(|mut input| {
                let warnings = std::mem::take(&mut input.warnings);
                (warnings, dated::extract(&reader, &mut input, by_name))
            })
        };
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        pipeline::ordered(
            reading.inputs(self.input.paths.clone()),
            threads,
            |unread| unread.weight,
            work,
            |read| match read {
                Ok((warnings, read)) => {
                    report.read(read.document.source.as_deref().unwrap_or_default(), warnings, None)?;
                    extractions.push(read);
                    Ok(())
                }
                Err(fault) => report.fault(fault, None),
            },
        )?;
        report.summary(false);
        Ok(Survey { extractor, extractions, report })
    }
}

impl Target<'_> {
    /// The ending of the output's name that says what is written, in small letters.
    pub(crate) fn ending(&self) -> Option<String> {
        self.output.and_then(output::ending)
    }

    /// What is wrong with the place of the output, if it is.
    fn misplaced(&self, inputs: &[PathBuf]) -> Option<String> {
        let output = self.output?;
        let name = output.display();
        if output.canonicalize().is_ok_and(|output| {
            output.is_file()
                && inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == output))
        }) {
            return Some(tr!(
                "{name}: it is to be read and written; name another file with -o",
                "{name}：该文件既要读取又要写入；请用 -o 另行指定"
            ));
        }
        let ending = self.ending()?;
        let known = self.endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
        (!self.endings.contains(&ending.as_str())).then(|| {
            tr!(
                "{name}: nothing is written as .{ending}; write one of {known}",
                "{name}：不能写成 .{ending}；可用 {known}"
            )
        })
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
