//! `zhengce check`: rule files, and what they change.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;
use zhengce::{Date, Document, Extractor, RecordKind};

use crate::lang::{told, tr};
use crate::{input, report};

/// Validates rule files, and shows what they change in the records of a text
///
/// Each file is checked by itself, then all together. With --text or --file the records that the rules bring
/// (+) or take away (-) are shown.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce check my.toml
  zhengce check my.toml more.toml --text '责任单位：县交通局。推进万人助万企。'
  zhengce check my.toml --file report.docx --date 2026-01
  zhengce check --example > my.toml

Exit codes:
  0 all rules are valid, 1 the text could not be read, 2 some rules are not valid, or wrong usage,
  3 the output could not be written")]
pub(crate) struct CheckArgs {
    /// The rule files
    #[arg(required_unless_present = "example", value_name = "RULES")]
    rules: Vec<PathBuf>,

    /// A text to try the rules on
    #[arg(long, conflicts_with = "file")]
    text: Option<String>,

    /// A file to try the rules on; - for standard input
    #[arg(long, value_name = "PATH")]
    file: Option<PathBuf>,

    /// When the text was given or published: 2022-01-08, 2022-01 or 2022 [default: what it says]
    #[arg(long, value_parser = crate::args::date)]
    date: Option<Date>,

    /// Write an example of a rule file with every table and key
    #[arg(long, conflicts_with_all = ["rules", "text", "file", "date"])]
    example: bool,
}

pub(crate) fn run(args: &CheckArgs) -> Result<ExitCode, clap::Error> {
    if args.example {
        let example = Extractor::example_rules().as_bytes();
        return Ok(report::written(None, io::stdout().lock().write_all(example)));
    }
    let wrong: Vec<_> =
        args.rules.iter().filter_map(|file| Extractor::builder().rule_file(file).build().err()).collect();
    if !wrong.is_empty() {
        wrong.iter().map(told::error).for_each(report::say);
        let (wrong, all) = (wrong.len(), args.rules.len());
        return Ok(report::wrong_usage(&tr!(
            "wrong rule files: {wrong} of {all}",
            "{all} 个规则文件中有 {wrong} 个有误"
        )));
    }
    let builder = args.rules.iter().fold(Extractor::builder(), |builder, file| builder.rule_file(file));
    let (with, without) = match (builder.build(), Extractor::new()) {
        (Ok(with), Ok(without)) => (with, without),
        (Err(error), _) | (_, Err(error)) => return Ok(report::wrong_rules(&error)),
    };
    let files = args.rules.len();
    let mut told = tr!("rule files: {files}, all valid\n", "{files} 个规则文件，全部有效\n");
    let text = match &args.file {
        Some(path) => match input::text(path) {
            Ok(input) => Some(input.text),
            Err(fault) => return Ok(report::fault(&fault)),
        },
        None => args.text.clone(),
    };
    if let Some(text) = &text {
        let read = |extractor: &Extractor| extractor.extract_dated(text, args.date.as_ref());
        told.push_str(&changes(&read(&without), &read(&with)));
    }
    Ok(report::written(None, io::stdout().lock().write_all(told.as_bytes())))
}

/// The fields that hold indices of other records, and the list that each of them indexes.
const POINTERS: [(&str, &str); 4] =
    [("time", "times"), ("deadline", "times"), ("figures", "figures"), ("projects", "projects")];

/// The records that only one of two documents has, or that one has more often.
fn changes(before: &Document, after: &Document) -> String {
    let (before, after) = (records(before), records(after));
    let only = |these: &[Record], others: &[Record]| {
        let mut left: HashMap<String, usize> = HashMap::new();
        others.iter().for_each(|other| *left.entry(other.compared()).or_default() += 1);
        let is_new = |record: &&Record| match left.get_mut(&record.compared()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        these.iter().filter(is_new).cloned().collect::<Vec<Record>>()
    };
    let gone = only(&before, &after).into_iter().map(|record| ('-', record));
    let come = only(&after, &before).into_iter().map(|record| ('+', record));
    let mut told = String::new();
    for (sign, Record { kind, record }) in gone.chain(come) {
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

/// A record with its kind; the spans of other records replace their indices.
#[derive(Clone)]
struct Record {
    kind: &'static str,
    record: Value,
}

impl Record {
    fn compared(&self) -> String {
        format!("{} {}", self.kind, self.record)
    }
}

/// All records with their kind.
fn records(document: &Document) -> Vec<Record> {
    let document = serde_json::to_value(document).unwrap_or_default();
    let speeches = document["speeches"].as_array().into_iter().flatten();
    let of_kind = |speech: &Value, kind: RecordKind| {
        let list = speech[kind.name()].as_array().into_iter().flatten().cloned();
        let list = list.map(|record| Record { kind: kind.name(), record: pointing(record, speech) });
        list.collect::<Vec<_>>()
    };
    speeches.flat_map(|speech| RecordKind::ALL.iter().flat_map(|kind| of_kind(speech, *kind))).collect()
}

/// A record with the spans of the records that it points to in place of their indices.
fn pointing(mut record: Value, speech: &Value) -> Value {
    for (field, list) in POINTERS {
        let span = |number: &Value| {
            let at = number.as_u64().and_then(|number| usize::try_from(number).ok());
            at.map_or(Value::Null, |at| speech[list][at]["span"].clone())
        };
        match record.get_mut(field) {
            Some(Value::Array(numbers)) => numbers.iter_mut().for_each(|number| *number = span(number)),
            Some(number @ Value::Number(_)) => *number = span(number),
            _ => {}
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_the_same_whatever_their_numbers() {
        let text = "今年，新建桥梁5座，完成投资3亿元。";
        let with = Extractor::builder()
            .rule_text("a.toml", "[[add]]\nkind = 'figures'\nwords = ['座桥']\n")
            .build()
            .unwrap();
        let without = Extractor::new().unwrap();
        let text = format!("建成3座桥。{text}");
        let told = changes(&without.extract(&text), &with.extract(&text));
        assert!(!told.contains("3亿元") && !told.contains("今年"), "{told}");
    }
}
