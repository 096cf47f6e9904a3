//! What `ledger`, `targets` and `view` share: they read all documents with their texts, and write one result.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use clap::error::ErrorKind;
use zhengce::{Extraction, Extractor};

use crate::args::{self, ExtractorArgs, RunArgs};
use crate::dated;
use crate::input::{InputArgs, PlaceArgs, Reading, Unread, Warning};
use crate::lang::{self, tr};
use crate::output;
use crate::pipeline;
use crate::progress::Progress;
use crate::report::{self, Report};

/// Options of commands that read over many documents.
#[derive(Debug, Args)]
pub(crate) struct SurveyArgs {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    extractor: ExtractorArgs,

    #[command(flatten)]
    place: PlaceArgs,

    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// Where a command writes, and the endings of names that choose the format.
pub(crate) struct Target<'a> {
    pub(crate) command: &'static str,
    pub(crate) output: Option<&'a Path>,
    /// Another file of the command that is not a text to read.
    pub(crate) beside: Option<&'a Path>,
    pub(crate) endings: &'static [&'static str],
    /// Most texts that are read.
    pub(crate) most: Option<usize>,
}

/// The documents that could be read.
pub(crate) struct Survey {
    pub(crate) extractor: Arc<Extractor>,
    pub(crate) extractions: Vec<Extraction>,
    pub(crate) report: Report,
}

impl SurveyArgs {
    /// Reads and extracts everything, on all cores. The exit code says that nothing could begin, or that
    /// nothing could be read; an earlier output then stays as it is.
    pub(crate) fn survey(&self, target: &Target) -> Result<Result<Survey, ExitCode>, clap::Error> {
        let usage = |kind, what: &str| args::usage(target.command, kind, what);
        let reading =
            self.input.reading().map_err(|error| usage(ErrorKind::ValueValidation, &lang::said(&error)))?;
        let reading = self.place.placing(reading);
        if self.input.paths.is_empty() && io::stdin().is_terminal() {
            let what = tr!("nothing to read: name files or folders", "没有可读的内容：请给出文件或文件夹");
            return Err(usage(ErrorKind::MissingRequiredArgument, &what));
        }
        if let Some(what) = target.misplaced(&self.input.paths) {
            return Err(usage(ErrorKind::ValueValidation, &what));
        }
        let extractor = match self.extractor.extractor(&[]) {
            Ok(extractor) => Arc::new(extractor),
            Err(error) => return Ok(Err(report::wrong_rules(&error))),
        };
        let report = match self.run.report() {
            Ok(report) => report,
            Err(code) => return Ok(Err(code)),
        };
        let errors = self.run.errors.as_deref();
        let reading = reading.without(target.output.into_iter().chain(target.beside).chain(errors));
        Ok(match self.read(reading, extractor, report, target.most) {
            Ok(survey) if survey.report.is_all_failed() => {
                survey.report.left(target.output);
                Err(survey.report.exit())
            }
            Ok(survey) => Ok(survey),
            Err(error) => Err(report::not_written(None, &error)),
        })
    }

    fn read(
        &self,
        reading: Reading,
        extractor: Arc<Extractor>,
        mut report: Report,
        most: Option<usize>,
    ) -> io::Result<Survey> {
        let (mut extractions, mut known) = (Vec::new(), Known::default());
        let progress = Progress::start(&reading, &self.input.paths, !self.run.quiet);
        let placed = Arc::clone(&extractor);
        let (reader, by_name) = (Arc::clone(&extractor), self.input.date_from_name);
        let work = move |unread: Unread| {
            unread.worked(|mut input| {
                let warnings = std::mem::take(&mut input.warnings);
                (warnings, dated::extract(&reader, &mut input, by_name))
            })
        };
        let inputs = reading.inputs(self.input.paths.clone()).take(most.unwrap_or(usize::MAX));
        pipeline::ordered(
            inputs,
            self.run.threads(),
            |unread| unread.weight,
            work,
            |read| match read {
                Ok((mut warnings, read)) => {
                    let twin = known.twin(&read, &extractions, &placed);
                    warnings.extend(twin.map(|at| of_twin(&extractions[at])));
                    report.read(read.document.source.as_deref().unwrap_or_default(), warnings, None)?;
                    extractions.extend(twin.is_none().then_some(read));
                    progress.documents(extractions.len() as u64);
                    Ok(())
                }
                Err(fault) => report.fault(fault, None),
            },
        )?;
        drop(progress);
        report.write_errors()?;
        report.summary(false);
        Ok(Survey { extractor, extractions, report })
    }
}

/// Says on a terminal how much was read and found, and everywhere that nothing was found.
pub(crate) fn say_found(survey: &Survey, found: usize, (en, zh): (&str, &str)) {
    if found == 0 || io::stderr().is_terminal() {
        let read = survey.report.read;
        report::say(tr!("zhengce: {read} read; {found} {en}", "zhengce：读取 {read} 篇；{found} {zh}"));
    }
}

/// The texts that were read, by a number that equal texts share.
#[derive(Default)]
struct Known(HashMap<u64, Vec<usize>>);

impl Known {
    /// The index of the document of the same date and place that has the same text apart from blanks and line
    /// breaks: a report that exists as .docx and as .pdf.
    fn twin(
        &mut self,
        read: &Extraction,
        extractions: &[Extraction],
        extractor: &Extractor,
    ) -> Option<usize> {
        let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let own = signs(&read.text);
        if own.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        own.hash(&mut hasher);
        let alike = self.0.entry(hasher.finish()).or_default();
        let is_twin = |at: &usize| {
            let other = &extractions[*at];
            other.document.date == read.document.date
                && signs(&other.text) == own
                && extractor.place(other) == extractor.place(read)
        };
        let twin = alike.iter().copied().find(is_twin);
        if twin.is_none() {
            alike.push(extractions.len());
        }
        twin
    }
}

/// Warns of texts without a place: they count as texts of one place, which is wrong where others have one.
pub(crate) fn warn_of_unplaced(survey: &Survey) {
    let is_placed = |read: &&Extraction| survey.extractor.place(read).is_some();
    let (placed, unplaced): (Vec<_>, Vec<_>) = survey.extractions.iter().partition(is_placed);
    if let (Some(first), false) = (unplaced.first(), placed.is_empty()) {
        let (first, count) = (first.document.source.as_deref().unwrap_or_default(), unplaced.len());
        report::say(tr!(
            "zhengce: texts that do not say for which place they speak: {count} (the first: {first}); --place or --place-field tells it",
            "zhengce：{count} 篇文本看不出属于哪个地方（如 {first}）；可用 --place 或 --place-field 指定"
        ));
    }
}

/// The warning that a text was read before under another name.
fn of_twin(other: &Extraction) -> Warning {
    let other = other.document.source.as_deref().unwrap_or_default();
    Warning {
        what: tr!("the same text as {other}, counted once", "与 {other} 文本相同，只计一次"),
        remedy: tr!("leave one of them out with --exclude", "请用 --exclude 略过其中之一"),
    }
}

impl Target<'_> {
    /// The ending of the output's name in lower case, which chooses the format.
    pub(crate) fn ending(&self) -> Option<String> {
        self.output.and_then(output::ending)
    }

    /// What is wrong with the place of the output, or `None`.
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
        if output::names_folder(output) {
            return Some(tr!(
                "{name}: a folder; name a file with -o",
                "{name}：是文件夹；请用 -o 给出文件名"
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
