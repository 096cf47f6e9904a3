//! The command line: one file of [`crate::commands`] for each subcommand.

use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};
use zhengce::{Date, Error, Extractor, RecordKind};

use crate::commands::{
    check, completions, explain, extract, ledger, man, schema, score, stats, targets, view,
};
use crate::lang::Language;
use crate::report::{self, Report};

/// Reads Chinese policy texts and writes their records: people, posts, bodies, places, projects, figures …
#[derive(Debug, Parser)]
#[command(name = "zhengce", version)]
pub(crate) struct Cli {
    /// Language of messages and help [default: that of the locale]
    #[arg(long, value_enum, global = true)]
    pub(crate) lang: Option<Language>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Box<extract::ExtractArgs>),
    Explain(explain::ExplainArgs),
    Check(check::CheckArgs),
    Stats(Box<stats::StatsArgs>),
    Ledger(Box<ledger::LedgerArgs>),
    Targets(Box<targets::TargetsArgs>),
    View(Box<view::ViewArgs>),
    Score(score::ScoreArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// How texts are read into records, the same for all subcommands that do.
#[derive(Debug, Args)]
pub(crate) struct ExtractorArgs {
    /// When the texts were given or published: 2022-01-08, 2022-01 or 2022; it overrides what they say
    /// [default: what each says]
    #[arg(long, value_parser = date)]
    pub(crate) date: Option<Date>,

    /// Rule file that adds words, takes words away, defines patterns; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
}

impl ExtractorArgs {
    /// Whether none of the options is given.
    pub(crate) fn is_default(&self) -> bool {
        self.date.is_none() && self.rules.is_empty()
    }

    /// The extractor that these options ask for; an empty list of kinds means all kinds.
    pub(crate) fn extractor(&self, kinds: &[RecordKind]) -> Result<Extractor, Error> {
        let mut builder =
            self.rules.iter().fold(Extractor::builder(), |builder, file| builder.rule_file(file));
        if let Some(date) = &self.date {
            builder = builder.date(date.clone());
        }
        if !kinds.is_empty() {
            builder = builder.kinds(kinds.iter().copied());
        }
        builder.build()
    }
}

/// How a run over many texts goes, the same for all subcommands that read them.
#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    /// Threads to work with [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,

    /// No progress bar, no warnings, no summary; what could not be read is still named
    #[arg(short, long)]
    pub(crate) quiet: bool,

    /// Write what could not be read (error), and what may be wrong (warning), as JSON lines: severity, path,
    /// line, what, remedy
    #[arg(long, value_name = "FILE", help_heading = "Writing")]
    pub(crate) errors: Option<PathBuf>,
}

impl RunArgs {
    pub(crate) fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
    }

    /// The report of the run, or the exit code where what failed cannot be written.
    pub(crate) fn report(&self) -> Result<Report, ExitCode> {
        let errors = self.errors.as_deref();
        Report::new(self.quiet, errors).map_err(|error| report::not_written(errors, &error))
    }
}

/// An error that ends the command as clap's own errors do: with the usage of the subcommand, and exit code 2.
pub(crate) fn usage(subcommand: &str, kind: ErrorKind, what: &str) -> clap::Error {
    let mut command = Cli::command();
    command.build();
    match command.find_subcommand_mut(subcommand) {
        Some(subcommand) => subcommand.error(kind, what),
        None => command.error(kind, what),
    }
}

/// A date as people write it: 2025-01-15, 2025年1月, 20250115.
pub(crate) fn date(given: &str) -> Result<Date, Error> {
    Date::written(given).map_or_else(|| given.parse(), Ok)
}

pub(crate) fn record_kind() -> impl TypedValueParser<Value = RecordKind> {
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
