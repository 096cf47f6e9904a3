//! `zhengce ledger`: projects and promises over many documents.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use zhengce::{Date, Ledger, Move};

use crate::lang::tr;
use crate::output::sheets;
use crate::survey::{self, Survey, SurveyArgs, Target};
use crate::{args, lang, report};

/// Keeps the ledger (台账): projects and promises over all documents, each with its history, figures and
/// sentences
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce ledger reports/ -o ledger.html
  zhengce ledger reports/ --date-from-name -o 2025.json
  zhengce ledger reports/2024 reports/2025 --against 2024.json -o ledger.xlsx
  zhengce ledger reports/ --as-of 2025-09-01 -o overdue.csv

.csv has a row an entry, .xlsx also the steps and the mentions of each; docs/tables.md describes the columns.
With --against name all reports again, the old ones too: the earlier ledger says what was known then.

Exit codes:
  0 everything was read, 1 something could not be read (the rest is written),
  2 wrong usage, 3 the output could not be written")]
pub(crate) struct LedgerArgs {
    #[command(flatten)]
    survey: SurveyArgs,

    /// Write to FILE (.json, .csv, .xlsx, .html), whole or not at all, instead of JSON on standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// An earlier ledger in JSON: says what is new, advanced, delivered (销号), short of its promise,
    /// stopped, fallen silent
    #[arg(long, value_name = "EARLIER")]
    against: Option<PathBuf>,

    /// Day on which it is asked what is overdue: 2025-09-01; of a month or a year its first day [default: that
    /// of the last document of each place]
    #[arg(long, value_name = "DATE", value_parser = args::date)]
    as_of: Option<Date>,
}

pub(crate) fn run(args: &LedgerArgs) -> Result<ExitCode, clap::Error> {
    let earlier = match args.against.as_deref().map(read).transpose() {
        Ok(earlier) => earlier,
        Err(code) => return Ok(code),
    };
    let target = Target {
        command: "ledger",
        output: args.output.as_deref(),
        beside: args.against.as_deref(),
        endings: &["json", "csv", "xlsx", "html", "htm"],
        most: None,
    };
    let survey = match args.survey.survey(&target)? {
        Ok(survey) => survey,
        Err(code) => return Ok(code),
    };
    if !args.survey.run.quiet {
        survey::warn_of_unplaced(&survey);
        warn_of_nameless_tasks(&survey);
    }
    let mut ledger = survey.extractor.ledger(&survey.extractions);
    let unread = earlier.as_ref().map(|earlier| Unread::of(&ledger, earlier)).unwrap_or_default();
    if unread.is_all() {
        return Ok(report::wrong_usage(&tr!(
            "no document of the earlier ledger is among those read now (place, date and file name tell), so that all it knows \
             would count as silent: name the old documents too",
            "较早台账中的文档无一在本次读取之列（按地方、日期和文件名比对），其中的事项会全部被视为无后续：请连同旧文档一并给出"
        )));
    }
    if let Some(earlier) = &earlier {
        ledger = ledger.against(earlier);
        if !args.survey.run.quiet {
            unread.warn();
            say_moves(&ledger);
        }
    }
    if let Some(day) = args.as_of.clone() {
        ledger = ledger.as_of(day);
    }
    let written = bytes(&ledger, &target).and_then(|bytes| survey::write_whole(target.output, &bytes));
    if !args.survey.run.quiet && written.is_ok() {
        survey::say_found(&survey, ledger.entries.len(), ("entries", "条台账"));
    }
    Ok(match written {
        Ok(()) => survey.report.exit(),
        Err(error) => report::not_written(target.output, &error),
    })
}

/// Warns of a table that says who is responsible and by when, but names no task under a known heading: its
/// rows are read as running text.
fn warn_of_nameless_tasks(survey: &Survey) {
    let heading = |text: &str| {
        let mut lines = text.lines().filter(|line| survey.extractor.lacks_task(line));
        lines.next().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mut headed = survey.extractions.iter().filter_map(|read| Some((read, heading(&read.text)?)));
    if let Some((first, heading)) = headed.next() {
        let (first, count) = (first.document.source.as_deref().unwrap_or_default(), 1 + headed.count());
        report::say(tr!(
            "zhengce: {count} texts have a table of which no column is known to name a task, so that it is read as text (the \
             first: {first}: {heading}); head that column 任务",
            "zhengce：{count} 篇文本的表格没有可识别的任务列，按普通文本读取（如 {first}：{heading}）；请将该列表头改为“任务”"
        ));
    }
}

fn read(path: &Path) -> Result<Ledger, ExitCode> {
    let name = path.display();
    let text = std::fs::read(path).map_err(|error| {
        let error = lang::said(&error);
        report::wrong_usage(&tr!(
            "{name}: cannot be read: {error}; check the path",
            "{name}：无法读取：{error}；请检查路径"
        ))
    })?;
    serde_json::from_slice(&text).map_err(|error| {
        let error = lang::said(&error);
        report::wrong_usage(&tr!(
            "{name}: not a ledger in JSON: {error}; give what 'zhengce ledger … -o ledger.json' wrote",
            "{name}：不是 JSON 台账：{error}；请给出 'zhengce ledger … -o ledger.json' 写出的文件"
        ))
    })
}

/// The documents of an earlier ledger that are not read now: entries that only they mention would fall
/// silent.
#[derive(Default)]
struct Unread {
    missing: Vec<String>,
    /// How many documents of the earlier ledger are read now.
    read: usize,
}

impl Unread {
    fn of(ledger: &Ledger, earlier: &Ledger) -> Self {
        let read = documents(ledger);
        let mut by_name = BTreeMap::<&str, Vec<&Known>>::new();
        for document in &read {
            by_name.entry(document.name()).or_default().push(document);
        }
        let known = documents(earlier);
        let (found, missing): (Vec<_>, Vec<_>) = known.into_iter().partition(|known| {
            by_name.get(known.name()).into_iter().flatten().any(|document| known.is(document))
        });
        let missing = missing.into_iter().map(|known| known.source.to_owned()).collect();
        Unread { missing, read: found.len() }
    }

    fn is_all(&self) -> bool {
        self.read == 0 && !self.missing.is_empty()
    }

    fn warn(&self) {
        let Some(first) = self.missing.first() else { return };
        let count = self.missing.len();
        report::say(tr!(
            "zhengce: documents of the earlier ledger that are not among those read now: {count} (the first: {first}; place, date and \
             file name tell); what they alone tell counts as silent: name them too",
            "zhengce：较早台账中的 {count} 篇文档不在本次读取之列（如 {first}；按地方、日期和文件名比对）；\
             仅见于其中的事项会被视为无后续：请一并给出"
        ));
    }
}

/// What identifies a document across two ledgers. Folders do not: the command may run from anywhere.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Known<'l> {
    source: &'l str,
    date: Option<&'l str>,
    place: Option<&'l str>,
}

impl Known<'_> {
    fn name(&self) -> &str {
        Path::new(self.source).file_name().and_then(OsStr::to_str).unwrap_or(self.source)
    }

    /// Whether both are the same document. A place or date that only one of them has makes no difference, nor
    /// does 2025 beside 2025-01-15.
    fn is(&self, other: &Known) -> bool {
        let of_one_date = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
        self.name() == other.name()
            && self.place.zip(other.place).is_none_or(|(one, other)| one == other)
            && self.date.zip(other.date).is_none_or(|(one, other)| of_one_date(one, other))
    }
}

/// The documents that a ledger lists; of a ledger that lists none, those that its entries are mentioned in.
fn documents(ledger: &Ledger) -> BTreeSet<Known<'_>> {
    let listed = ledger.documents.iter().filter_map(|document| {
        let source = document.source.as_deref()?;
        Some(Known { source, date: document.date.as_deref(), place: document.place.as_deref() })
    });
    let mentions = ledger.entries.iter().flat_map(|entry| &entry.mentions);
    let mentioned = mentions.filter_map(|mention| {
        Some(Known { source: mention.source.as_deref()?, date: mention.date.as_deref(), place: None })
    });
    if ledger.documents.is_empty() { mentioned.collect() } else { listed.collect() }
}

fn say_moves(ledger: &Ledger) {
    let count = |moved| ledger.entries.iter().filter(|entry| entry.moved == Some(moved)).count();
    let (new, advanced, silent, same) =
        (count(Move::New), count(Move::Advanced), count(Move::Silent), count(Move::Same));
    let (delivered, short, stopped) = (count(Move::Delivered), count(Move::Short), count(Move::Stopped));
    report::say(tr!(
        "zhengce: {new} new, {advanced} advanced, {delivered} delivered, {short} short, {stopped} stopped, {silent} silent, \
         {same} the same",
        "zhengce：新增 {new}，有进展 {advanced}，销号 {delivered}，未足额 {short}，停缓 {stopped}，无后续 {silent}，无变化 {same}"
    ));
}

/// The ledger, in the format that the output's name asks for.
fn bytes(ledger: &Ledger, target: &Target) -> io::Result<Vec<u8>> {
    let tables = || zhengce_tables::of_ledger(ledger).map_err(io::Error::other);
    match target.ending().as_deref() {
        Some("html" | "htm") => zhengce_pages::ledger(ledger, lang::of_pages()).map(String::into_bytes),
        Some("csv") => sheets::csv(&tables()?),
        Some("xlsx") => sheets::workbook(&tables()?),
        _ => Ok(serde_json::to_vec_pretty(ledger)?.into_iter().chain(*b"\n").collect()),
    }
}
