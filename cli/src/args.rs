//! What the user asks for.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use zhengce::{Error, Extractor, RecordKind};

use crate::input::InputArgs;

/// Reads Chinese policy texts and writes their records as JSON.
#[derive(Debug, Parser)]
#[command(name = "zhengce", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(ExtractArgs),
    Explain(ExplainArgs),
}

/// Shows how a text is read: its tokens, what each rule proposes (+ it stands, - it does not)
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The text itself; a few sentences are easiest to follow
    pub(crate) text: String,

    /// When the text was given or published: 2022-01-08, 2022-01 or 2022
    #[arg(long, value_parser = date)]
    pub(crate) date: Option<String>,

    /// Rule file that adds words, takes words away, defines patterns; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
}

/// Writes the records of texts: people, posts, bodies, places, projects, figures, times, terms, citations,
/// measures
///
/// One document comes out for each text, in the order of the paths; the files of a folder in the order
/// of their names. Spans count the Unicode code points of the text, a byte order mark left out.
/// Texts may be in UTF-8, UTF-16, GB18030, GBK or Big5.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExtractArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// A pretty JSON array, or one document a line
    #[arg(long, value_enum, default_value_t = OutputFormat::Json)]
    pub(crate) format: OutputFormat,

    /// Write to FILE, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// When the texts were given or published: 2022-01-08, 2022-01 or 2022 [default: what each says]
    #[arg(long, value_parser = date)]
    pub(crate) date: Option<String>,

    /// Rule file that adds words, takes words away, defines patterns; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// Record kinds to write, with commas between; the lists of other kinds stay empty [default: all]
    #[arg(long, value_delimiter = ',', value_parser = record_kind())]
    pub(crate) kinds: Vec<RecordKind>,
}

const AFTER_HELP: &str = "\
Examples:
  zhengce extract speech.txt
  zhengce extract reports/ --format jsonl -o records.jsonl
  zhengce extract --text-field body --id-field url pages.jsonl tables/pages.csv
  zhengce extract collected/ --include '*.txt' --exclude drafts --encoding gb18030
  pdftotext report.pdf - | zhengce extract --date 2026-01 --kinds figures,times

Exit codes:
  0 everything was read, 1 something could not be read (the rest is written),
  2 wrong usage, 3 the output could not be written";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    Json,
    Jsonl,
}

/// An error that ends the command as clap's own do: usage shown, exit code 2.
pub(crate) fn usage(kind: ErrorKind, what: &str) -> clap::Error {
    let mut command = Cli::command();
    command.build();
    match command.find_subcommand_mut("extract") {
        Some(extract) => extract.error(kind, what),
        None => command.error(kind, what),
    }
}

fn date(given: &str) -> Result<String, Error> {
    Extractor::valid_date(given)
}

fn record_kind() -> impl TypedValueParser<Value = RecordKind> {
    let names = PossibleValuesParser::new(RecordKind::ALL.iter().map(|kind| kind.name()));
    names.try_map(|name| RecordKind::from_name(&name).ok_or("unknown kind"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
