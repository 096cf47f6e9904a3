//! `zhengce ledger`: projects and promises over many documents.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use zhengce::{Entry, Ledger};

use crate::survey::{self, SurveyArgs};
use crate::{lang, report};

/// Keeps the ledger (台账): projects and promises over all documents, each with its history, figures and sentences
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce ledger reports/ -o ledger.html
  zhengce ledger reports/ --date-from-name -o 2025.json
  zhengce ledger reports/ --against 2024.json -o ledger.xlsx")]
pub(crate) struct LedgerArgs {
    #[command(flatten)]
    survey: SurveyArgs,

    /// Write to FILE (.json, .csv, .xlsx, .html), whole or not at all, instead of JSON on standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// An earlier ledger in JSON: tells what is new, advanced, delivered (销号), fallen silent
    #[arg(long, value_name = "EARLIER")]
    against: Option<PathBuf>,
}

pub(crate) fn run(args: &LedgerArgs) -> Result<ExitCode, clap::Error> {
    let earlier = match args.against.as_deref().map(read).transpose() {
        Ok(earlier) => earlier,
        Err(code) => return Ok(code),
    };
    let survey = match args.survey.survey("ledger")? {
        Ok(survey) => survey,
        Err(code) => return Ok(code),
    };
    let mut ledger = survey.extractor.ledger(&survey.sources());
    if let Some(earlier) = &earlier {
        ledger = ledger.against(earlier);
    }
    let output = args.output.as_deref();
    let written = bytes(&ledger, output).and_then(|bytes| survey::write_whole(output, &bytes));
    Ok(match written {
        Ok(()) => survey.report.exit(),
        Err(error) => report::not_written(output, &error),
    })
}

fn read(path: &Path) -> Result<Ledger, ExitCode> {
    let text = std::fs::read_to_string(path).map_err(|error| report::not_read(path, &error))?;
    serde_json::from_str(&text).map_err(|error| report::not_read(path, &error))
}

/// The ledger in the format that the output's name says.
fn bytes(ledger: &Ledger, output: Option<&Path>) -> io::Result<Vec<u8>> {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => zhengce_pages::ledger(ledger, lang::of_pages()).map(String::into_bytes),
        Some("csv") => csv(ledger),
        Some("xlsx") => xlsx(ledger),
        _ => Ok(serde_json::to_vec_pretty(ledger)?.into_iter().chain(*b"\n").collect()),
    }
}

const COLUMNS: &[&str] = &[
    "kind",
    "name",
    "names",
    "place",
    "answers",
    "state",
    "silent_since",
    "moved",
    "deadline",
    "deadline_iso",
    "first_date",
    "last_date",
    "history",
    "figures",
    "mentions",
    "sentence",
    "source",
    "start",
    "end",
];

/// An entry as a row: lists are joined, the sentence is that of the last mention.
fn row(entry: &Entry) -> Vec<String> {
    let dates = || entry.mentions.iter().filter_map(|mention| mention.date.clone());
    let history = entry.history.iter().map(|step| {
        let stage = step.stage.map_or_else(|| name(step.state), |stage| stage.name().to_owned());
        let aim = if step.aim { "→" } else { "" };
        format!("{} {aim}{stage}", step.evidence.date.as_deref().unwrap_or("?"))
    });
    let figures = entry.figures.iter().map(|figure| figure.evidence.text.clone());
    let last = entry.mentions.last();
    let of_last = |read: fn(&zhengce::Evidence) -> String| last.map(read).unwrap_or_default();
    vec![
        name(entry.kind),
        entry.name.clone(),
        entry.names.join("; "),
        entry.place.clone().unwrap_or_default(),
        entry.answers.clone().unwrap_or_default(),
        name(entry.state),
        entry.silent_since.clone().unwrap_or_default(),
        entry.moved.map(name).unwrap_or_default(),
        entry.deadline.as_ref().map(|deadline| deadline.text.clone()).unwrap_or_default(),
        entry.deadline.as_ref().and_then(|deadline| deadline.iso.clone()).unwrap_or_default(),
        dates().min().unwrap_or_default(),
        dates().max().unwrap_or_default(),
        history.collect::<Vec<_>>().join("; "),
        figures.collect::<Vec<_>>().join("; "),
        entry.mentions.len().to_string(),
        of_last(|mention| mention.sentence.clone()),
        of_last(|mention| mention.source.clone().unwrap_or_default()),
        of_last(|mention| mention.span.start.to_string()),
        of_last(|mention| mention.span.end.to_string()),
    ]
}

/// The name that a value has in JSON.
fn name(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn csv(ledger: &Ledger) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for entry in &ledger.entries {
        writer.write_record(row(entry))?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

fn xlsx(ledger: &Ledger) -> io::Result<Vec<u8>> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut write = || -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name("ledger")?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, at) in COLUMNS.iter().zip(0..) {
            sheet.write_string(0, at, *column)?;
        }
        for (entry, number) in ledger.entries.iter().zip(1..) {
            for (value, at) in row(entry).iter().zip(0..) {
                sheet.write_string(number, at, value.chars().take(MAX_CELL).collect::<String>())?;
            }
        }
        book.save_to_buffer()
    };
    write().map_err(io::Error::other)
}

/// What a cell of a workbook holds, in characters.
const MAX_CELL: usize = 32_767;
