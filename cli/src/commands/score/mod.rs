//! `zhengce score`: how well predicted mentions agree with annotated ones.

mod annotated;
mod tally;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::error::ErrorKind;
use unicode_width::UnicodeWidthStr;
use zhengce::{Extractor, RecordKind};

use super::stats::{kind_name, padded};
use crate::args::{self, ExtractorArgs};
use crate::lang::tr;
use crate::report;
use annotated::{Annotated, of_speeches, read};
use tally::{Tally, tallies, total};

/// Scores predicted mentions against annotated ones: precision, recall, F1 for each kind of record
///
/// Both files are JSON lines, a document a line, in either of two shapes:
///
///   {"id": "a", "text": "…", "spans": [{"start": 3, "end": 5, "type": "BODY"}, …]}
///   a document of `zhengce extract --format jsonl`, whose "source" is the id
///
/// Offsets count Unicode code points of the text. Types are PERSON, POST, BODY, PLACE, PROJECT, FIGURE, TIME,
/// TERM, DOC, MEASURE, or the names of the record kinds (people, posts, bodies …). A mention is found when kind,
/// start and end agree; in the column "overlap", when the kind agrees and the two share a character, each paired
/// once. Documents of PRED that GOLD does not have are left out; those that PRED lacks count as missed.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  zhengce score sample.jsonl
  zhengce score sample.jsonl --rules my.toml
  zhengce extract --id-field id sample.jsonl --format jsonl -o read.jsonl; zhengce score sample.jsonl read.jsonl
  zhengce score sample.jsonl read.jsonl --kinds figures,projects --json

Exit codes:
  0 it was scored, 1 a file could not be read, 2 wrong usage, 3 the output could not be written"
)]
pub(crate) struct ScoreArgs {
    /// What people annotated
    gold: PathBuf,

    /// What was predicted [default: what this program reads in the texts of GOLD]
    pred: Option<PathBuf>,

    /// Kinds to score, with commas between [default: those that GOLD has]
    #[arg(long, value_delimiter = ',', value_parser = crate::args::record_kind())]
    kinds: Vec<RecordKind>,

    #[command(flatten)]
    extractor: ExtractorArgs,

    /// Write a JSON object instead of a table
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &ScoreArgs) -> Result<ExitCode, clap::Error> {
    if args.pred.is_some() && !args.extractor.is_default() {
        let what = tr!(
            "--rules and --date say how this program reads, and PRED says what was read: leave one of them out",
            "--rules 和 --date 用于本程序的读取，而 PRED 已给出结果：请去掉其一"
        );
        return Err(args::usage("score", ErrorKind::ArgumentConflict, &what));
    }
    let gold = match read(&args.gold) {
        Ok(gold) => gold,
        Err(fault) => return Ok(report::fault(&fault)),
    };
    let pred = match &args.pred {
        Some(pred) => match read(pred) {
            Ok(pred) => pred,
            Err(fault) => return Ok(report::fault(&fault)),
        },
        None => match args.extractor.extractor(&[]) {
            Ok(extractor) => match extracted(&gold, &extractor) {
                Ok(pred) => pred,
                Err(error) => return Ok(report::wrong_usage(&error)),
            },
            Err(error) => return Ok(report::wrong_rules(&error)),
        },
    };
    let missing = gold.keys().filter(|id| !pred.contains_key(*id)).count();
    if missing > 0 {
        let all = gold.len();
        report::say(tr!(
            "zhengce: documents that are not in PRED, and count as missed: {missing} of {all}",
            "zhengce：{all} 篇中有 {missing} 篇不在 PRED 中，按遗漏计"
        ));
    }
    let mut tallies = tallies(&gold, &pred);
    let annotated: BTreeSet<RecordKind> = match &args.kinds[..] {
        [] => gold.values().flat_map(|gold| gold.mentions.keys().copied()).collect(),
        kinds => kinds.iter().copied().collect(),
    };
    tallies.retain(|kind, _| annotated.contains(kind));
    let told = if args.json { json(&tallies) } else { table(&tallies) };
    Ok(report::written(None, io::stdout().lock().write_all(told.as_bytes())))
}

/// What this program reads in the texts.
fn extracted(
    gold: &BTreeMap<String, Annotated>,
    extractor: &Extractor,
) -> Result<BTreeMap<String, Annotated>, String> {
    let read = |(id, gold): (&String, &Annotated)| {
        let text = gold.text.as_deref().ok_or_else(|| {
            tr!(
                "{id}: no \"text\" in GOLD: name a file of predictions",
                "{id}：GOLD 中没有 \"text\"：请给出预测文件"
            )
        })?;
        let document = extractor.extract_dated(text, gold.date.as_ref());
        let value = serde_json::to_value(&document).map_err(|error| error.to_string())?;
        let mentions = of_speeches(value["speeches"].as_array().map_or(&[], Vec::as_slice));
        let mentions = mentions.map_err(|wrong| wrong.what)?;
        Ok((id.clone(), Annotated { text: None, date: None, mentions }))
    };
    gold.iter().map(read).collect()
}

fn table(tallies: &BTreeMap<RecordKind, Tally>) -> String {
    let heads = [
        tr!("gold", "标注"),
        tr!("pred", "预测"),
        tr!("precision", "精确率"),
        tr!("recall", "召回率"),
        "F1".to_owned(),
        tr!("overlap F1", "重叠 F1"),
    ];
    let heads = heads.iter().zip([7, 7, 10, 7, 7, 11]);
    // A Chinese character takes two columns.
    let heads = heads.map(|(head, columns): (&String, usize)| {
        format!(" {}{head}", " ".repeat(columns.saturating_sub(head.width())))
    });
    let mut told = format!("{}{}\n", padded(&tr!("kind", "类别"), 10), heads.collect::<String>());
    let rows = tallies.iter().map(|(kind, tally)| (kind_name(*kind), *tally));
    for (name, tally) in rows.chain([(tr!("all", "合计"), total(tallies))]) {
        let _ = writeln!(
            told,
            "{} {:>7} {:>7} {:>10.3} {:>7.3} {:>7.3} {:>11.3}",
            padded(&name, 10),
            tally.gold,
            tally.pred,
            tally.precision(),
            tally.recall(),
            tally.f1(),
            tally.overlap_f1()
        );
    }
    told
}

fn json(tallies: &BTreeMap<RecordKind, Tally>) -> String {
    let object = |tally: &Tally| {
        serde_json::json!({
            "gold": tally.gold, "pred": tally.pred, "exact": tally.exact, "precision": tally.precision(),
            "recall": tally.recall(), "f1": tally.f1(), "overlap_f1": tally.overlap_f1(),
        })
    };
    let mut told: BTreeMap<_, _> = tallies.iter().map(|(kind, tally)| (kind.name(), object(tally))).collect();
    told.insert("all", object(&total(tallies)));
    format!("{}\n", serde_json::json!(told))
}
