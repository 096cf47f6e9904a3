//! `zhengce stats`: what a folder of texts holds, at a glance.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use clap::error::ErrorKind;
use unicode_width::UnicodeWidthStr;
use zhengce::{Document, Extraction, RecordKind};

use crate::args::{self, ExtractorArgs, RunArgs};
use crate::dated;
use crate::input::{InputArgs, Unread};
use crate::lang::{self, tr};
use crate::pipeline;
use crate::progress::Progress;
use crate::report;

/// Counts the records of texts: how many of each kind; the commonest bodies, terms, projects, people, places
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce stats reports/
  zhengce stats reports/ --include '2024*' --top 30
  zhengce stats --text-field body pages.jsonl

Exit codes:
  0 everything was read, 1 something could not be read (the rest is counted),
  2 wrong usage, 3 the output could not be written")]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    input: InputArgs,

    #[command(flatten)]
    extractor: ExtractorArgs,

    /// This many of the commonest names are shown
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,

    #[command(flatten)]
    run: RunArgs,
}

pub(crate) fn run(args: StatsArgs) -> Result<ExitCode, clap::Error> {
    let usage = |kind, what: &str| args::usage("stats", kind, what);
    let reading =
        args.input.reading().map_err(|error| usage(ErrorKind::ValueValidation, &lang::said(&error)))?;
    if args.input.paths.is_empty() && io::stdin().is_terminal() {
        let what = tr!("nothing to read: name files or folders", "没有可读的内容：请给出文件或文件夹");
        return Err(usage(ErrorKind::MissingRequiredArgument, &what));
    }
    let extractor = match args.extractor.extractor(&[]) {
        Ok(extractor) => Arc::new(extractor),
        Err(error) => return Ok(report::wrong_rules(&error)),
    };
    let mut report = match args.run.report() {
        Ok(report) => report,
        Err(code) => return Ok(code),
    };
    let reading = reading.without(args.run.errors.iter().map(PathBuf::as_path));
    let progress = Progress::start(&reading, &args.input.paths, !args.run.quiet);
    let by_name = args.input.date_from_name;
    let work = move |unread: Unread| {
        unread.worked(|mut input| {
            let Extraction { document, text, .. } = dated::extract(&extractor, &mut input, by_name);
            (input.source, input.warnings, text.chars().count(), document)
        })
    };
    let mut counts = Counts::default();
    let inputs = reading.inputs(args.input.paths.clone());
    let counted = pipeline::ordered(
        inputs,
        args.run.threads(),
        |unread| unread.weight,
        work,
        |read| {
            match read {
                Ok((source, warnings, characters, document)) => {
                    counts.add(&document, characters);
                    report.read(&source, warnings, None)?;
                }
                Err(fault) => report.fault(fault, None)?,
            }
            progress.documents(counts.documents as u64);
            Ok(())
        },
    );
    drop(progress);
    let counted = counted.and_then(|()| report.write_errors());
    report.summary(false);
    let written = counted.and_then(|()| io::stdout().lock().write_all(counts.table(args.top).as_bytes()));
    Ok(match written {
        Ok(()) => report.exit(),
        Err(error) => report::not_written(None, &error),
    })
}

/// The kinds whose names are listed, by how often they occur.
const LISTED: &[RecordKind] =
    &[RecordKind::Bodies, RecordKind::Terms, RecordKind::Projects, RecordKind::People, RecordKind::Places];

#[derive(Default)]
struct Counts {
    documents: usize,
    speeches: usize,
    characters: usize,
    records: BTreeMap<RecordKind, usize>,
    /// How often each name occurs.
    names: HashMap<RecordKind, HashMap<String, usize>>,
}

impl Counts {
    fn add(&mut self, document: &Document, characters: usize) {
        self.documents += 1;
        self.speeches += document.speeches.len();
        self.characters += characters;
        for speech in &document.speeches {
            self.add_names(RecordKind::People, speech.people.iter().map(|record| &record.text));
            self.add_names(RecordKind::Posts, speech.posts.iter().map(|record| &record.text));
            self.add_names(RecordKind::Bodies, speech.bodies.iter().map(|record| &record.text));
            self.add_names(RecordKind::Places, speech.places.iter().map(|record| &record.text));
            self.add_names(RecordKind::Projects, speech.projects.iter().map(|record| &record.text));
            self.add_names(RecordKind::Figures, speech.figures.iter().map(|record| &record.text));
            self.add_names(RecordKind::Times, speech.times.iter().map(|record| &record.text));
            self.add_names(RecordKind::Terms, speech.terms.iter().map(|record| &record.text));
            self.add_names(RecordKind::Citations, speech.citations.iter().map(|record| &record.text));
            self.add_names(RecordKind::Measures, speech.measures.iter().map(|record| &record.text));
            self.add_names(RecordKind::Matches, speech.matches.iter().map(|record| &record.text));
        }
    }

    fn add_names<'n>(&mut self, kind: RecordKind, names: impl ExactSizeIterator<Item = &'n String>) {
        *self.records.entry(kind).or_default() += names.len();
        if LISTED.contains(&kind) {
            let counts = self.names.entry(kind).or_default();
            names.for_each(|name| *counts.entry(name.clone()).or_default() += 1);
        }
    }

    fn table(&self, top: usize) -> String {
        let per_text = |count: usize| count as f64 / self.documents.max(1) as f64;
        let mut rows = vec![
            (tr!("documents", "篇数"), self.documents, None),
            (tr!("speeches", "讲话"), self.speeches, None),
            (tr!("characters", "字数"), self.characters, None),
        ];
        let records =
            RecordKind::ALL.iter().map(|kind| (*kind, self.records.get(kind).copied().unwrap_or_default()));
        rows.extend(records.map(|(kind, count)| (kind_name(kind), count, Some(per_text(count)))));
        let mut told = String::new();
        for (name, count, per_text) in rows {
            let per_text =
                per_text.map(|per| tr!("  {per:.1} a text", "  每篇 {per:.1}")).unwrap_or_default();
            let _ = writeln!(told, "{}{count:>12}{per_text}", padded(&name, 12));
        }
        for kind in LISTED {
            let commonest = self.commonest(*kind, top);
            if commonest.is_empty() {
                continue;
            }
            let _ = writeln!(told, "\n{}", kind_name(*kind));
            for (name, count) in commonest {
                let _ = writeln!(told, "{count:>8}  {name}");
            }
        }
        told
    }

    /// The commonest names; among equally common ones, those that sort first.
    fn commonest(&self, kind: RecordKind, top: usize) -> Vec<(&str, usize)> {
        let counts = self.names.get(&kind).into_iter().flatten();
        let mut names: Vec<_> = counts.map(|(name, count)| (name.as_str(), *count)).collect();
        names.sort_by(|(name, count), (other, others)| others.cmp(count).then(name.cmp(other)));
        names.truncate(top);
        names
    }
}

pub(crate) fn kind_name(kind: RecordKind) -> String {
    let (english, chinese) =
        zhengce_pages::words("RecordKind", kind.name()).unwrap_or((kind.name(), kind.name()));
    tr!("{english}", "{chinese}")
}

/// The text padded to this many columns of a terminal; a Chinese character takes two.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
