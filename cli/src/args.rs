//! What the user asks for.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use zhengce::{Error, Extractor, RecordKind};

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

/// Writes the records of texts: people, posts, bodies, places, projects, figures, times, terms, citations
///
/// One document comes out for each text, in the order of the paths; the files of a folder in the order
/// of their names. Spans count the Unicode code points of the text, a byte order mark left out.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExtractArgs {
    /// Files, folders (their .txt and .md files at any depth; links to folders are not followed), or -
    /// for standard input, which is also read when no path is given
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What the files hold: one text each, or a JSON object a line (.jsonl and .ndjson in folders)
    #[arg(long, value_enum, default_value_t = InputFormat::Text)]
    pub(crate) input_format: InputFormat,

    /// Field of a JSON line that holds the text [default: text]
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,

    /// Field of a JSON line that becomes the document's source; without it FILE:LINE does [default: id]
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,

    /// Field of a JSON line that holds the document's date; it goes before --date [default: date]
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,

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
  zhengce extract --input-format jsonl --text-field body --id-field url pages.jsonl
  pdftotext report.pdf - | zhengce extract --date 2026-01 --kinds figures,times

Exit codes:
  0 everything was read, 1 something could not be read (the rest is written),
  2 wrong usage, 3 the output could not be written";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    Text,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    Json,
    Jsonl,
}

/// Names of the fields of a JSON line.
#[derive(Debug, Clone)]
pub(crate) struct FieldNames {
    pub(crate) text: String,
    pub(crate) id: String,
    pub(crate) date: String,
}

impl ExtractArgs {
    /// The fields of JSON lines; naming one for plain texts is wrong usage.
    pub(crate) fn fields(&self) -> Result<FieldNames, clap::Error> {
        let named = [&self.text_field, &self.id_field, &self.date_field];
        if self.input_format == InputFormat::Text && named.iter().any(|name| name.is_some()) {
            let what = "--text-field, --id-field and --date-field need --input-format jsonl";
            return Err(usage(ErrorKind::MissingRequiredArgument, what));
        }
        let or = |name: &Option<String>, default: &str| name.clone().unwrap_or_else(|| default.to_owned());
        Ok(FieldNames {
            text: or(&self.text_field, "text"),
            id: or(&self.id_field, "id"),
            date: or(&self.date_field, "date"),
        })
    }
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
