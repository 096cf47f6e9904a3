//! `zhengce check`: rule files, and what they change.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;
use zhengce::{Document, Extractor, RecordKind};

use crate::lang::tr;
use crate::report;

/// Validates rule files, and shows what they change in the records of a text
///
/// Each file is checked by itself, then all together. With --text the records that the rules bring (+) or take
/// away (-) are shown.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce check my.toml
  zhengce check my.toml more.toml --text '责任单位：县交通局。推进万人助万企。'
  zhengce check my.toml --text \"$(cat report.txt)\"

Exit codes:
  0 all rules are valid, 2 some are not")]
pub(crate) struct CheckArgs {
    /// The rule files
    #[arg(required = true, value_name = "RULES")]
    rules: Vec<PathBuf>,

    /// A text to try the rules on
    #[arg(long)]
    text: Option<String>,
}

pub(crate) fn run(args: &CheckArgs) -> Result<ExitCode, clap::Error> {
    let wrong: Vec<_> =
        args.rules.iter().filter_map(|file| Extractor::builder().rule_file(file).build().err()).collect();
    if !wrong.is_empty() {
        wrong.iter().for_each(report::say);
        let (wrong, all) = (wrong.len(), args.rules.len());
        return Ok(report::wrong_usage(&tr!(
            "{wrong} of {all} rule files wrong",
            "{all} 个规则文件中有 {wrong} 个有误"
        )));
    }
    let builder = args.rules.iter().fold(Extractor::builder(), |builder, file| builder.rule_file(file));
    let (with, without) = match (builder.build(), Extractor::new()) {
        (Ok(with), Ok(without)) => (with, without),
        (Err(error), _) | (_, Err(error)) => return Ok(report::wrong_usage(&error)),
    };
    let files = args.rules.len();
    let mut told = tr!("{files} rule files, all valid\n", "{files} 个规则文件，全部有效\n");
    if let Some(text) = &args.text {
        told.push_str(&changes(&without.extract(text), &with.extract(text)));
    }
    Ok(report::written(None, io::stdout().lock().write_all(told.as_bytes())))
}

/// The records that only one of two documents has.
fn changes(before: &Document, after: &Document) -> String {
    let (before, after) = (records(before), records(after));
    let mut told = String::new();
    let gone = before.iter().filter(|record| !after.contains(record)).map(|record| ('-', record));
    let come = after.iter().filter(|record| !before.contains(record)).map(|record| ('+', record));
    for (sign, (kind, record)) in gone.chain(come) {
        let field = |name: &str| record[name].as_str().unwrap_or_default();
        let _ = writeln!(told, "  {sign} {kind:<10} {}  {}", field("text"), field("rule"));
        for (name, value) in record["fields"].as_object().into_iter().flatten() {
            let _ = writeln!(told, "      {name} = {}", value["text"].as_str().unwrap_or_default());
        }
    }
    match told.is_empty() {
        true => tr!("  no record is another with these rules\n", "  这些规则没有改变任何记录\n"),
        false => told,
    }
}

/// All records with their kind.
fn records(document: &Document) -> Vec<(&'static str, Value)> {
    let document = serde_json::to_value(document).unwrap_or_default();
    let speeches = document["speeches"].as_array().into_iter().flatten();
    let lists = speeches.flat_map(|speech| {
        RecordKind::ALL.iter().map(|kind| (kind.name(), speech[kind.name()].as_array().cloned()))
    });
    lists.flat_map(|(kind, list)| list.into_iter().flatten().map(move |record| (kind, record))).collect()
}
