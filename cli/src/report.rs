//! The messages on standard error, and the exit code.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::input::{Fault, Warning};
use crate::lang::{self, said, tr};
use crate::output;
use crate::output::partial::Partial;

/// An input could not be read.
const SOME_FAILED: u8 = 1;
/// The usage was wrong: options, rule files.
const WRONG_USAGE: u8 = 2;
/// The output could not be written.
const NOT_WRITTEN: u8 = 3;

/// Most lines of a summary; a person reads no more.
const MAX_SHOWN: usize = 1000;

/// The file of faults of an unfinished run.
const FAULTS: &str = "faults";

/// Something wrong with an input, as the file of `--errors` states it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    /// `error` if the input was not read, `warning` if it was.
    severity: Severity,
    /// The file, or the id of the row.
    path: String,
    /// Line or row in the file, counted from 1.
    line: Option<usize>,
    what: String,
    remedy: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warning,
}

/// Counts what was read and keeps what was not.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) read: u64,
    pub(crate) failed: u64,
    pub(crate) warnings: u64,
    shown: Vec<String>,
    quiet: bool,
    /// The file where the user wants all of them, and the one where they wait until the end.
    errors: Option<PathBuf>,
    log: Option<BufWriter<NamedTempFile>>,
}

impl Report {
    /// A new report; warnings are not shown when `quiet`.
    ///
    /// # Errors
    /// The file for `--errors` cannot be written.
    pub(crate) fn new(quiet: bool, errors: Option<&Path>) -> io::Result<Self> {
        let log = errors.map(output::beside).transpose()?.map(BufWriter::new);
        Ok(Report { quiet, errors: errors.map(Path::to_owned), log, ..Report::default() })
    }

    /// Continues with the counts and faults of an unfinished run.
    pub(crate) fn go_on(&mut self, partial: &mut Partial) -> io::Result<()> {
        let checkpoint = &partial.checkpoint;
        (self.read, self.failed, self.warnings) = (checkpoint.read, checkpoint.failed, checkpoint.warnings);
        // Opening the file cuts off what came after the checkpoint.
        partial.file(FAULTS)?;
        for line in BufReader::new(File::open(partial.path(FAULTS))?).lines() {
            let entry: Entry = serde_json::from_str(&line?)?;
            self.show(&entry);
            self.keep(&entry)?;
        }
        Ok(())
    }

    /// Notes that a text was read.
    pub(crate) fn read(
        &mut self,
        source: &str,
        warnings: Vec<Warning>,
        partial: Option<&mut Partial>,
    ) -> io::Result<()> {
        self.read += 1;
        self.warnings += warnings.len() as u64;
        let entries = warnings.into_iter().map(|Warning { what, remedy }| Entry {
            severity: Severity::Warning,
            path: source.to_owned(),
            line: None,
            what,
            remedy,
        });
        self.add(entries.collect(), partial)
    }

    /// Notes that a text could not be read.
    pub(crate) fn fault(&mut self, fault: Fault, partial: Option<&mut Partial>) -> io::Result<()> {
        self.failed += 1;
        let Fault { source: path, line, what, remedy } = fault;
        self.add(vec![Entry { severity: Severity::Error, path, line, what, remedy }], partial)
    }

    fn add(&mut self, entries: Vec<Entry>, mut partial: Option<&mut Partial>) -> io::Result<()> {
        for entry in entries {
            if let Some(partial) = &mut partial {
                let file = partial.file(FAULTS)?;
                serde_json::to_writer(&mut *file, &entry)?;
                file.write_all(b"\n")?;
            }
            self.keep(&entry)?;
            self.show(&entry);
        }
        Ok(())
    }

    fn keep(&mut self, entry: &Entry) -> io::Result<()> {
        let Some(log) = &mut self.log else { return Ok(()) };
        serde_json::to_writer(&mut *log, entry)?;
        log.write_all(b"\n")
    }

    fn show(&mut self, entry: &Entry) {
        if self.shown.len() < MAX_SHOWN && !(self.quiet && entry.severity == Severity::Warning) {
            self.shown.push(entry.line());
        }
    }

    /// Whether there were inputs and none could be read.
    pub(crate) fn is_all_failed(&self) -> bool {
        self.read == 0 && self.failed > 0
    }

    /// Puts the file of `--errors` in its place.
    pub(crate) fn write_errors(&mut self) -> io::Result<()> {
        if let (Some(log), Some(errors)) = (self.log.take(), &self.errors) {
            let file = log.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.as_file().sync_all()?;
            file.persist(errors)?;
        }
        Ok(())
    }

    /// Prints the summary: a line for each input that failed, and a last line if any did and the run is not
    /// quiet, or if `always`.
    pub(crate) fn summary(&self, always: bool) {
        self.shown.iter().for_each(say);
        let entries = self.failed + if self.quiet { 0 } else { self.warnings };
        let more = entries.saturating_sub(self.shown.len() as u64);
        if more > 0 {
            say(tr!(
                "zhengce: … and {more} more; --errors FILE writes all of them",
                "zhengce：……另有 {more} 条；用 --errors FILE 可全部写出"
            ));
        }
        if self.failed > 0 && !self.quiet || always {
            let (read, failed) = (self.read, self.failed);
            say(tr!(
                "zhengce: {read} read, {failed} could not be read",
                "zhengce：读取 {read} 篇，{failed} 篇无法读取"
            ));
        }
    }

    /// Says that an output stays as it was because nothing could be read.
    pub(crate) fn left(&self, output: Option<&Path>) {
        let Some(output) = output.map(Path::display) else { return };
        say(tr!(
            "zhengce: {output}: left as it was, for nothing could be read",
            "zhengce：{output}：保持原样，因为没有可读的内容"
        ));
    }

    /// The exit code after a run that wrote its output.
    pub(crate) fn exit(&self) -> ExitCode {
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(SOME_FAILED) }
    }
}

impl Entry {
    fn line(&self) -> String {
        let Entry { severity, path, line, what, remedy } = self;
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        match severity {
            Severity::Error => tr!("{path}{line}: {what}; {remedy}", "{path}{line}：{what}；{remedy}"),
            Severity::Warning => {
                tr!("{path}{line}: warning: {what}; {remedy}", "{path}{line}：注意：{what}；{remedy}")
            }
        }
    }
}

/// Reports wrong rule files; returns the exit code.
pub(crate) fn wrong_rules(error: &zhengce::Error) -> ExitCode {
    wrong_usage(&lang::told::error(error))
}

/// Reports wrong arguments; returns the exit code.
pub(crate) fn wrong_usage(error: &impl std::fmt::Display) -> ExitCode {
    say(tr!("zhengce: {error}", "zhengce：{error}"));
    ExitCode::from(WRONG_USAGE)
}

/// Reports that the only text of a command could not be read; returns the exit code.
pub(crate) fn fault(fault: &Fault) -> ExitCode {
    say(fault);
    ExitCode::from(SOME_FAILED)
}

/// The exit code after writing to this output, or to standard output.
pub(crate) fn written(output: Option<&Path>, written: io::Result<()>) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => not_written(output, &error),
    }
}

/// Reports an output that could not be written; returns the exit code. It is no failure that the reader of a
/// pipe has left, as `head` does once it has what it wants.
pub(crate) fn not_written(output: Option<&Path>, error: &io::Error) -> ExitCode {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return ExitCode::SUCCESS;
    }
    let target = match output {
        Some(file) => file.display().to_string(),
        None => tr!("standard output", "标准输出"),
    };
    let (what, remedy) = (said(error), remedy(output, error.kind()));
    say(tr!(
        "zhengce: {target}: cannot be written: {what}; {remedy}",
        "zhengce：{target}：无法写入：{what}；{remedy}"
    ));
    ExitCode::from(NOT_WRITTEN)
}

/// What to do about an output that cannot be written.
fn remedy(output: Option<&Path>, error: io::ErrorKind) -> String {
    let folder = output.and_then(Path::parent).filter(|folder| *folder != Path::new("") && !folder.exists());
    match (error, folder.map(Path::display)) {
        (io::ErrorKind::NotFound, Some(folder)) => tr!("make the folder {folder}", "请先建立文件夹 {folder}"),
        (io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem, _) => {
            tr!("check the permissions, or write elsewhere", "请检查权限，或写到别处")
        }
        (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => {
            tr!("make room on the disk, or write elsewhere", "请腾出磁盘空间，或写到别处")
        }
        (io::ErrorKind::IsADirectory, _) => tr!("it is a folder: name a file", "这是文件夹：请给出文件名"),
        (io::ErrorKind::NotADirectory, _) => {
            tr!(
                "a file stands where a folder should: name another place",
                "该处是文件而不是文件夹：请换一个位置"
            )
        }
        _ => tr!("check the place, or write elsewhere", "请检查该位置，或写到别处"),
    }
}

/// Prints a line on standard error; a program without one runs on. Names and columns come from anyone and
/// must not steer the terminal, so control characters are replaced.
pub(crate) fn say(line: impl std::fmt::Display) {
    let steers = |character: char| character.is_control() && !['\n', '\t'].contains(&character);
    let line = line.to_string().replace(steers, "\u{FFFD}");
    let _ = writeln!(io::stderr(), "{line}");
}
