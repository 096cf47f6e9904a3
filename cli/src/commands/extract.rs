//! `zhengce extract`: texts in, records out.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use clap::error::ErrorKind;
use zhengce::{Date, Extractor, RecordKind};

use crate::args::{self, ExtractorArgs, RunArgs};
use crate::dated;
use crate::input::{Fault, InputArgs, Inputs, PlaceArgs, Reading, Unread, Warning};
use crate::lang::{self, tr};
use crate::output::partial::{self, Checkpoint, Refusal, Start};
use crate::output::{self, Extracted, Output, OutputFormat, Product, Wanted};
use crate::pipeline;
use crate::progress::Progress;
use crate::report::{self, Report};

/// A checkpoint is written when this many bytes of text, or this many inputs, have come since the last one.
/// The row groups of Parquet depend on it, so it must not depend on a clock.
const CHECKPOINT_BYTES: u64 = 16 << 20;
const CHECKPOINT_INPUTS: u64 = 4096;

/// Writes the records of texts: people, posts, bodies, places, projects, figures, times, terms, citations,
/// measures
///
/// One document comes out for each text, in the order of the paths; the files of a folder in the order
/// of their names. Spans count the Unicode code points of the text, a byte order mark left out.
/// Texts may be in UTF-8, UTF-16, GB18030, GBK or Big5. The output is the same for any number of threads.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    #[command(flatten)]
    place: PlaceArgs,

    #[command(flatten)]
    pub(crate) extractor: ExtractorArgs,

    /// Columns, fields or meta tags of pages to carry through to the output, with commas between
    #[arg(long, value_name = "NAMES", value_delimiter = ',', help_heading = "Reading")]
    keep: Vec<String>,

    /// Record kinds to write, with commas between; the lists of other kinds stay empty [default: all]
    #[arg(long, value_delimiter = ',', value_parser = args::record_kind())]
    pub(crate) kinds: Vec<RecordKind>,

    /// What to write [default: what the name of the output says, else json]
    #[arg(long, value_enum, help_heading = "Writing")]
    format: Option<OutputFormat>,

    /// Write here, whole or not at all: a file, or a folder for csv and parquet [default: standard output]
    #[arg(short, long, value_name = "PATH", help_heading = "Writing")]
    output: Option<PathBuf>,

    /// Go on with the unfinished run of the same command, after a crash or a kill
    #[arg(long, requires = "output", conflicts_with = "restart", help_heading = "Writing")]
    resume: bool,

    /// Throw the unfinished run of this output away and start anew
    #[arg(long, requires = "output", help_heading = "Writing")]
    restart: bool,

    #[command(flatten)]
    run: RunArgs,
}

const AFTER_HELP: &str = "\
Examples:
  zhengce extract speech.txt
  zhengce extract reports/ -o records.xlsx
  zhengce extract reports/ --format parquet -o tables/ --errors errors.jsonl
  zhengce extract reports/ --format parquet -o tables/ --errors errors.jsonl --resume
  zhengce extract --text-field body --id-field url --keep site,author pages.jsonl pages.csv -o records.jsonl
  zhengce extract collected/ --include '*.txt' --exclude drafts --encoding gb18030
  pdftotext report.pdf - | zhengce extract --date 2026-01 --kinds figures,times

The date of a document is that of --date-field, else --date, else the text's own, else (with
--date-from-name) that of its file's name. --place and --place-field fill the column place of the table
documents alone. The columns of csv, parquet and xlsx are described in docs/tables.md.

Exit codes:
  0 everything was read, 1 something could not be read (the rest is written),
  2 wrong usage, 3 the output could not be written";

pub(crate) fn run(args: ExtractArgs) -> Result<ExitCode, clap::Error> {
    let usage = |kind, what: &str| args::usage("extract", kind, what);
    let reading =
        args.input.reading().map_err(|error| usage(ErrorKind::ValueValidation, &lang::said(&error)))?;
    if args.input.paths.is_empty() && io::stdin().is_terminal() {
        let what = tr!(
            "nothing to read: name files or folders, or pipe a text in",
            "没有可读的内容：请给出文件或文件夹，或通过管道输入文本"
        );
        return Err(usage(ErrorKind::MissingRequiredArgument, &what));
    }
    let reading = args.place.placing(reading.keeping(args.keep.clone()));
    let wanted = wanted(&args, &reading);
    if let Some(what) = misplaced(&args, &wanted) {
        return Err(usage(ErrorKind::ValueValidation, &what));
    }
    let extractor = match args.extractor.extractor(&read_kinds(&args.kinds, &wanted)) {
        Ok(extractor) => extractor,
        Err(error) => return Ok(report::wrong_rules(&error)),
    };
    let report = match args.run.report() {
        Ok(report) => report,
        Err(code) => return Ok(code),
    };
    let reading = reading.without(args.output.iter().chain(&args.run.errors).map(PathBuf::as_path));
    Ok(match extract(&args, reading, wanted, extractor, report) {
        Ok(code) => code,
        Err(Refusal::Usage(what)) => report::wrong_usage(&what),
        Err(Refusal::Io(error)) => {
            let code = report::not_written(args.output.as_deref(), &error);
            if args.output.as_deref().is_some_and(partial::is_unfinished) {
                report::say(tr!(
                    "zhengce: what was done is kept: go on with --resume once this is mended",
                    "zhengce：已完成的部分已保留：解决后用 --resume 继续"
                ));
            }
            code
        }
    })
}

fn wanted(args: &ExtractArgs, reading: &Reading) -> Wanted {
    let kinds = if args.kinds.is_empty() { RecordKind::ALL.to_vec() } else { args.kinds.clone() };
    let format = args.format.unwrap_or_else(|| OutputFormat::of_name(args.output.as_deref()));
    Wanted { format, kinds, keep: reading.keep().to_vec() }
}

/// The kinds to read: rows of figures and measures name their time, even if times are not written.
fn read_kinds(kinds: &[RecordKind], wanted: &Wanted) -> Vec<RecordKind> {
    let mut read = kinds.to_vec();
    let say_times = [RecordKind::Figures, RecordKind::Measures].iter().any(|kind| kinds.contains(kind));
    if wanted.format.json().is_none() && say_times && !kinds.contains(&RecordKind::Times) {
        read.push(RecordKind::Times);
    }
    read
}

/// What is wrong with the place of the output, or `None`.
fn misplaced(args: &ExtractArgs, wanted: &Wanted) -> Option<String> {
    let Some(output) = &args.output else {
        return wanted.format.json().is_none().then(|| {
            tr!(
                "csv, parquet and xlsx need an output: -o FOLDER, or -o FILE.xlsx",
                "csv、parquet、xlsx 需要输出位置：请用 -o 文件夹，或 -o 文件名.xlsx"
            )
        });
    };
    if !wanted.format.is_folder() && output::names_folder(output) {
        let name = output.display();
        return Some(tr!(
            "{name}: a folder; add --format csv or --format parquet, or name a file",
            "{name}：是文件夹；请加 --format csv 或 --format parquet，或给出文件名"
        ));
    }
    let ending = output::ending(output)?;
    match ending.as_str() {
        "csv" | "parquet" if wanted.format.is_folder() || args.format.is_none() => Some(tr!(
            "csv and parquet are a file for each kind of record: name a folder with -o, and --format {ending}",
            "csv 和 parquet 每类记录一个文件：请用 -o 指定文件夹，并加 --format {ending}"
        )),
        "json" | "jsonl" | "xlsx" if wanted.format.is_folder() => Some(tr!(
            "csv and parquet are a file for each kind of record: name a folder with -o",
            "csv 和 parquet 每类记录一个文件：请用 -o 指定文件夹"
        )),
        "json" | "jsonl" | "ndjson" | "xlsx" => None,
        _ => args.format.is_none().then(|| {
            let name = output.display();
            tr!(
                "{name}: nothing is written as .{ending}; write .json, .jsonl or .xlsx, or choose with --format",
                "{name}：不能写成 .{ending}；可用 .json、.jsonl、.xlsx，或用 --format 指定"
            )
        }),
    }
}

/// Reads, extracts and writes document by document.
fn extract(
    args: &ExtractArgs,
    reading: Reading,
    wanted: Wanted,
    extractor: Extractor,
    mut report: Report,
) -> Result<ExitCode, Refusal> {
    let start = match (args.resume, args.restart) {
        (true, _) => Start::Resume,
        (_, true) => Start::Restart,
        _ => Start::New,
    };
    let settings = settings(args, &wanted)?;
    let mut output = Output::open(args.output.as_deref(), &wanted, settings, start)?;
    let progress = Progress::start(&reading, &args.input.paths, !args.run.quiet);
    let mut inputs = reading.inputs(args.input.paths.clone());
    let mut run = Run::default();
    if let Some(partial) = output.partial() {
        run.checkpoint = partial.checkpoint.clone();
        skip(&mut inputs, &run.checkpoint)?;
        if run.checkpoint.inputs > 0 {
            report.go_on(partial)?;
        }
    }
    let (extractor, wanted) = (Arc::new(extractor), Arc::new(wanted));
    let by_name = args.input.date_from_name;
    let work = move |unread| Done::of(unread, &extractor, &wanted, by_name);
    pipeline::ordered(
        inputs,
        args.run.threads(),
        |unread| unread.weight,
        work,
        |done| {
            run.take(done, &mut output, &mut report)?;
            progress.documents(run.checkpoint.inputs);
            Ok(())
        },
    )?;
    drop(progress);
    report.write_errors()?;
    if report.is_all_failed() && args.output.is_some() {
        // An earlier output is worth more than an empty one.
        output.abandon();
        report.summary(!args.run.quiet);
        report.left(args.output.as_deref());
        return Ok(report.exit());
    }
    run.save(&mut output, &report)?;
    output.finish()?;
    report.summary(!args.run.quiet && io::stderr().is_terminal());
    Ok(report.exit())
}

/// The settings that a later run must have too, to go on with this one.
fn settings(args: &ExtractArgs, wanted: &Wanted) -> io::Result<Vec<String>> {
    let mut settings = vec![
        concat!("zhengce ", env!("CARGO_PKG_VERSION")).to_owned(),
        format!("--format {:?}", wanted.format).to_lowercase(),
        format!("--kinds {}", wanted.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(",")),
        format!("--date {}", args.extractor.date.as_ref().map_or("", Date::as_str)),
    ];
    for file in &args.extractor.rules {
        settings.push(format!("--rules {} {:016x}", file.display(), hash(0, &fs::read(file)?)));
    }
    settings.extend(args.input.settings());
    settings.extend(args.place.settings());
    settings.extend(args.keep.iter().map(|name| format!("--keep {name}")));
    Ok(settings)
}

/// Leaves out the inputs that are done; they must be the same ones as in the earlier run.
fn skip(inputs: &mut Inputs, done: &Checkpoint) -> Result<(), Refusal> {
    let mut trail = 0;
    for unread in inputs.take(usize::try_from(done.inputs).unwrap_or(usize::MAX)) {
        trail = hash(trail, unread.label.as_bytes());
    }
    if trail == done.trail {
        return Ok(());
    }
    Err(Refusal::Usage(tr!(
        "the inputs are no longer those of the unfinished run (files came, went or changed); start anew with --restart",
        "输入与未完成的运行已不相同（文件有增减或改动）；请用 --restart 重新开始"
    )))
}

/// The FNV-1a hash of the hash so far and these bytes. Checkpoints keep it, so no compiler or library may
/// change it.
fn hash(before: u64, bytes: &[u8]) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let all = before.to_le_bytes().into_iter().chain(bytes.iter().copied());
    all.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// An input that was worked on.
struct Done {
    label: String,
    bytes: u64,
    outcome: Result<Read, Fault>,
}

/// What was made of a text.
struct Read {
    source: String,
    warnings: Vec<Warning>,
    product: io::Result<Product>,
}

impl Done {
    fn of(unread: Unread, extractor: &Extractor, wanted: &Wanted, by_name: bool) -> Self {
        let label = unread.label.clone();
        let worked = unread.worked(|mut input| {
            let (bytes, source) = (input.text.len() as u64, input.source.clone());
            let warnings = std::mem::take(&mut input.warnings);
            let extraction = dated::extract(extractor, &mut input, by_name);
            let product = wanted.product(Extracted { extraction, input, division: None }, extractor);
            (bytes, Read { source, warnings, product })
        });
        match worked {
            Ok((bytes, read)) => Done { label, bytes, outcome: Ok(read) },
            Err(fault) => Done { label, bytes: 0, outcome: Err(fault) },
        }
    }
}

/// How far the run has come.
#[derive(Default)]
struct Run {
    checkpoint: Checkpoint,
    /// Since the last checkpoint.
    bytes: u64,
    inputs: u64,
}

impl Run {
    /// Writes the result of the next input.
    fn take(&mut self, done: Done, output: &mut Output, report: &mut Report) -> io::Result<()> {
        match done.outcome {
            Ok(Read { source, warnings, product }) => {
                output.write(product?)?;
                report.read(&source, warnings, output.partial())?;
            }
            Err(fault) => report.fault(fault, output.partial())?,
        }
        self.checkpoint.trail = hash(self.checkpoint.trail, done.label.as_bytes());
        self.checkpoint.inputs += 1;
        self.inputs += 1;
        self.bytes += done.bytes;
        if self.bytes >= CHECKPOINT_BYTES || self.inputs >= CHECKPOINT_INPUTS {
            self.save(output, report)?;
        }
        Ok(())
    }

    fn save(&mut self, output: &mut Output, report: &Report) -> io::Result<()> {
        (self.bytes, self.inputs) = (0, 0);
        let checkpoint = &mut self.checkpoint;
        (checkpoint.read, checkpoint.failed, checkpoint.warnings) =
            (report.read, report.failed, report.warnings);
        output.save(checkpoint.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_checkpoints_never_changes() {
        assert_eq!(hash(0, b""), 0xa8c7_f832_281a_39c5);
        assert_ne!(hash(0, b"a"), hash(1, b"a"));
    }
}
