//! `zhengce score`: how well predicted mentions agree with annotated ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::error::ErrorKind;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;
use zhengce::{Extractor, RecordKind};

use super::stats::{kind_name, padded};
use crate::args::{self, ExtractorArgs};
use crate::input::{Fault, Wrong, no_json};
use crate::lang::tr;
use crate::report;

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

/// Start and end of mentions, by kind.
type Mentions = BTreeMap<RecordKind, BTreeSet<(u64, u64)>>;

/// A document of either file.
struct Annotated {
    text: Option<String>,
    date: Option<String>,
    mentions: Mentions,
}

/// The documents of a file by their ids.
fn read(path: &Path) -> Result<BTreeMap<String, Annotated>, Fault> {
    let name = path.display().to_string();
    let unread = |error: &io::Error| Wrong::of_read(error).of(&name);
    let file = File::open(path).map_err(|error| unread(&error))?;
    let mut documents = BTreeMap::new();
    for (line, number) in BufReader::new(file).lines().zip(1..) {
        let line = line.map_err(|error| unread(&error))?;
        let line = line.trim_start_matches('\u{FEFF}');
        if line.trim().is_empty() {
            continue;
        }
        let (id, document) = document(line).map_err(|wrong| wrong.at(&name, number))?;
        if documents.insert(id.clone(), document).is_some() {
            let what = tr!("a second document {id:?}", "文档 {id:?} 重复");
            return Err(Wrong::new(what, ids()).at(name, number));
        }
    }
    Ok(documents)
}

fn document(line: &str) -> Result<(String, Annotated), Wrong> {
    let value: Value = serde_json::from_str(line).map_err(|error| no_json(&error))?;
    let id = ["id", "source"].iter().find_map(|key| match &value[key] {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    });
    let no_id = || Wrong::new(tr!("no \"id\" and no \"source\"", "没有 \"id\" 也没有 \"source\""), ids());
    let id = id.ok_or_else(no_id)?;
    let mentions = match (&value["spans"], &value["speeches"]) {
        (Value::Array(spans), _) => of_spans(spans)?,
        (_, Value::Array(speeches)) => of_speeches(speeches)?,
        _ => {
            return Err(Wrong::new(
                tr!("no \"spans\" and no \"speeches\"", "没有 \"spans\" 也没有 \"speeches\""),
                tr!(
                    "write the spans as 'zhengce score --help' shows, or give what 'zhengce extract --format jsonl' wrote",
                    "请按 'zhengce score --help' 所示写出 spans，或给出 'zhengce extract --format jsonl' 写出的文件"
                ),
            ));
        }
    };
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let length = value["text"].as_str().map(|text| text.chars().count() as u64);
    let last = mentions.values().flatten().map(|(_, end)| *end).max();
    if let (Some(length), Some(last)) =
        (length, last.filter(|last| length.is_some_and(|length| *last > length)))
    {
        let what = tr!(
            "a span ends at {last}, and the text has {length} characters",
            "片段止于 {last}，而文本只有 {length} 个字符"
        );
        return Err(Wrong::new(what, offsets()));
    }
    Ok((id, Annotated { text: text("text"), date: text("date"), mentions }))
}

fn ids() -> String {
    tr!("give each document an \"id\" of its own", "请给每篇文档各自的 \"id\"")
}

fn offsets() -> String {
    tr!(
        "count Unicode code points from 0; the end is one past the last",
        "按 Unicode 码位从 0 计数，end 为最后一个字符之后"
    )
}

fn of_spans(spans: &[Value]) -> Result<Mentions, Wrong> {
    let mut mentions = Mentions::new();
    for span in spans {
        let kind = span["type"].as_str().unwrap_or_default();
        let Some(kind) = kind_of(kind) else {
            let types = TYPES.map(|(name, _)| name).join(", ");
            return Err(Wrong::new(
                tr!("{kind:?} is no type of mentions", "{kind:?} 不是标注类型"),
                tr!(
                    "write one of {types}, or the name of a kind of record",
                    "请写 {types} 之一，或记录种类的名称"
                ),
            ));
        };
        mentions.entry(kind).or_default().insert(ends(span)?);
    }
    Ok(mentions)
}

fn of_speeches(speeches: &[Value]) -> Result<Mentions, Wrong> {
    let mut mentions = Mentions::new();
    for speech in speeches {
        for kind in RecordKind::ALL {
            for record in speech[kind.name()].as_array().into_iter().flatten() {
                mentions.entry(*kind).or_default().insert(ends(&record["span"])?);
            }
        }
    }
    Ok(mentions)
}

fn ends(span: &Value) -> Result<(u64, u64), Wrong> {
    match (span["start"].as_u64(), span["end"].as_u64()) {
        (Some(start), Some(end)) if start < end => Ok((start, end)),
        _ => {
            let what = tr!("a span without start and end: {span}", "缺少 start 和 end 的片段：{span}");
            Err(Wrong::new(what, offsets()))
        }
    }
}

/// What annotators call the kinds of records.
const TYPES: [(&str, RecordKind); 10] = [
    ("PERSON", RecordKind::People),
    ("POST", RecordKind::Posts),
    ("BODY", RecordKind::Bodies),
    ("PLACE", RecordKind::Places),
    ("PROJECT", RecordKind::Projects),
    ("FIGURE", RecordKind::Figures),
    ("TIME", RecordKind::Times),
    ("TERM", RecordKind::Terms),
    ("DOC", RecordKind::Citations),
    ("MEASURE", RecordKind::Measures),
];

fn kind_of(name: &str) -> Option<RecordKind> {
    let told = TYPES.iter().find(|(told, _)| *told == name).map(|(_, kind)| *kind);
    told.or_else(|| RecordKind::from_name(name))
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
        let document = extractor.extract_dated(text, gold.date.as_deref());
        let value = serde_json::to_value(&document).map_err(|error| error.to_string())?;
        let mentions = of_speeches(value["speeches"].as_array().map_or(&[], Vec::as_slice));
        let mentions = mentions.map_err(|wrong| wrong.what)?;
        Ok((id.clone(), Annotated { text: None, date: None, mentions }))
    };
    gold.iter().map(read).collect()
}

/// Numbers of mentions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    gold: usize,
    pred: usize,
    exact: usize,
    overlap: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.gold += other.gold;
        self.pred += other.pred;
        self.exact += other.exact;
        self.overlap += other.overlap;
    }

    fn precision(&self) -> f64 {
        ratio(self.exact, self.pred)
    }

    fn recall(&self) -> f64 {
        ratio(self.exact, self.gold)
    }

    fn f1(&self) -> f64 {
        ratio(2 * self.exact, self.gold + self.pred)
    }

    fn overlap_f1(&self) -> f64 {
        ratio(2 * self.overlap, self.gold + self.pred)
    }
}

/// Of nothing, all and none were found: that is no fault.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn tallies(
    gold: &BTreeMap<String, Annotated>,
    pred: &BTreeMap<String, Annotated>,
) -> BTreeMap<RecordKind, Tally> {
    let mut tallies = BTreeMap::<RecordKind, Tally>::new();
    let none = Mentions::new();
    for (id, gold) in gold {
        let pred = pred.get(id).map_or(&none, |pred| &pred.mentions);
        let kinds: BTreeSet<_> = gold.mentions.keys().chain(pred.keys()).copied().collect();
        for kind in kinds {
            let empty = BTreeSet::new();
            let (gold, pred) =
                (gold.mentions.get(&kind).unwrap_or(&empty), pred.get(&kind).unwrap_or(&empty));
            tallies.entry(kind).or_default().add(tally(gold, pred));
        }
    }
    tallies
}

/// Counts the mentions of one kind in one document. What agrees is paired first, then what overlaps.
fn tally(gold: &BTreeSet<(u64, u64)>, pred: &BTreeSet<(u64, u64)>) -> Tally {
    let exact = gold.intersection(pred).count();
    let mut free: Vec<_> = pred.difference(gold).collect();
    let mut overlap = exact;
    for (start, end) in gold.difference(pred) {
        if let Some(at) = free.iter().position(|(from, to)| from < end && start < to) {
            // What ends before this one starts is of no use to later ones, which start later still.
            free.drain(..=at);
            overlap += 1;
        }
    }
    Tally { gold: gold.len(), pred: pred.len(), exact, overlap }
}

/// Of all kinds together.
fn total(tallies: &BTreeMap<RecordKind, Tally>) -> Tally {
    let mut all = Tally::default();
    tallies.values().for_each(|tally| all.add(*tally));
    all
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

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(gold: &[(u64, u64)], pred: &[(u64, u64)]) -> (usize, usize) {
        let tally = super::tally(&gold.iter().copied().collect(), &pred.iter().copied().collect());
        (tally.exact, tally.overlap)
    }

    #[test]
    fn mentions_are_paired_once_and_those_that_agree_first() {
        assert_eq!(tally(&[(0, 2), (5, 9)], &[(0, 2), (5, 9)]), (2, 2));
        assert_eq!(tally(&[(0, 9)], &[(0, 2), (5, 9)]), (0, 1));
        assert_eq!(tally(&[(0, 4), (2, 6)], &[(0, 4)]), (1, 1));
        assert_eq!(tally(&[(0, 2), (4, 6), (8, 9)], &[(1, 5), (4, 7)]), (0, 2));
        assert_eq!(tally(&[(0, 2)], &[(2, 4)]), (0, 0));
    }

    #[test]
    fn both_shapes_are_read() {
        let spans = r#"{"id": 1, "text": "ab", "spans": [{"start": 0, "end": 2, "type": "DOC"}, {"start": 1, "end": 2, "type": "people"}]}"#;
        let (id, read) = document(spans).unwrap();
        assert_eq!((id.as_str(), read.mentions[&RecordKind::Citations].len()), ("1", 1));
        let ours = r#"{"source": "a", "speeches": [{"figures": [{"span": {"start": 0, "end": 2}}]}]}"#;
        assert_eq!(document(ours).unwrap().1.mentions[&RecordKind::Figures].first(), Some(&(0, 2)));
        for wrong in ["{", "{}", r#"{"id": "a"}"#, r#"{"id": "a", "spans": [{"type": "X"}]}"#] {
            assert!(document(wrong).is_err(), "{wrong}");
        }
    }
}
