//! The command `zhengce`: reading ([`input`]), extracting, writing ([`output`]), and telling the user
//! what went wrong ([`report`]).

#![forbid(unsafe_code)]

mod args;
mod input;
mod output;
mod report;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use zhengce::{Document, Error, Extractor, RecordKind};

use args::{Cli, Command, ExplainArgs, ExtractArgs};
use input::{Input, Reading};
use output::Output;
use report::Report;

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Extract(args) => extract(args).unwrap_or_else(|wrong| wrong.exit()),
        Command::Explain(args) => explain(&args),
    }
}

fn extract(args: ExtractArgs) -> Result<ExitCode, clap::Error> {
    let reading =
        args.input.reading().map_err(|error| args::usage(ErrorKind::ValueValidation, &error.to_string()))?;
    if args.input.paths.is_empty() && io::stdin().is_terminal() {
        let what = "nothing to read: name files or folders, or pipe a text in";
        return Err(args::usage(ErrorKind::MissingRequiredArgument, what));
    }
    let extractor = match extractor(&args.rules, args.date.as_deref(), &args.kinds) {
        Ok(extractor) => extractor,
        Err(error) => return Ok(report::wrong_usage(&error)),
    };
    let mut report = Report::default();
    Ok(match write(&args, reading, &extractor, &mut report) {
        Ok(()) => report.exit(),
        Err(error) => report::not_written(args.output.as_deref(), &error),
    })
}

/// Reads, extracts and writes document by document.
fn write(args: &ExtractArgs, reading: Reading, extractor: &Extractor, report: &mut Report) -> io::Result<()> {
    let mut output = Output::open(args.output.as_deref())?;
    let documents = reading.inputs(args.input.paths.clone()).filter_map(|input| match input.read() {
        Ok(input) => {
            report.read(&input);
            Some(document(extractor, input))
        }
        Err(fault) => {
            report.fault(&fault);
            None
        }
    });
    output.write(documents, args.format)?;
    if let Some(file) = &args.output
        && report.is_all_failed()
    {
        // An earlier output is worth more than an empty one.
        report::say(format_args!("zhengce: {}: left as it was, for nothing could be read", file.display()));
        return Ok(());
    }
    output.finish()
}

fn explain(args: &ExplainArgs) -> ExitCode {
    let extractor = match extractor(&args.rules, args.date.as_deref(), &[]) {
        Ok(extractor) => extractor,
        Err(error) => return report::wrong_usage(&error),
    };
    let explanation = extractor.explain(&args.text);
    match write!(io::stdout().lock(), "{explanation}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report::not_written(None, &error),
    }
}

/// The extractor that the user asks for; no kinds are all kinds.
fn extractor(rules: &[PathBuf], date: Option<&str>, kinds: &[RecordKind]) -> Result<Extractor, Error> {
    let mut builder = rules.iter().fold(Extractor::builder(), |builder, file| builder.rule_file(file));
    if let Some(date) = date {
        builder = builder.date(date);
    }
    if !kinds.is_empty() {
        builder = builder.kinds(kinds.iter().copied());
    }
    builder.build()
}

fn document(extractor: &Extractor, input: Input) -> Document {
    let mut document = extractor.extract_dated(&input.text, input.date.as_deref());
    document.source = Some(input.source);
    document
}
