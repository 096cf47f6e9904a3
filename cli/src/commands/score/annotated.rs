//! The two files of `zhengce score`: documents with mentions, in either of two shapes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde_json::Value;
use zhengce::{Date, RecordKind};

use crate::input::{Fault, Wrong, no_json};
use crate::lang::tr;

/// Start and end of mentions, by kind.
pub(super) type Mentions = BTreeMap<RecordKind, BTreeSet<(u64, u64)>>;

/// A document of either file.
pub(super) struct Annotated {
    pub(super) text: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) mentions: Mentions,
}

/// The documents of a file by their ids.
pub(super) fn read(path: &Path) -> Result<BTreeMap<String, Annotated>, Fault> {
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
    let date = text("date").map(|given| given.parse().map_err(|_| no_date(&given))).transpose()?;
    Ok((id, Annotated { text: text("text"), date, mentions }))
}

fn ids() -> String {
    tr!("give each document an \"id\" of its own", "请给每篇文档各自的 \"id\"")
}

fn no_date(given: &str) -> Wrong {
    Wrong::new(
        tr!("{given:?} is not a date", "{given:?} 不是日期"),
        tr!("write 2022-01-08, 2022-01 or 2022", "请写成 2022-01-08、2022-01 或 2022"),
    )
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
                tr!("{kind:?} is not a type of mentions", "{kind:?} 不是标注类型"),
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

pub(super) fn of_speeches(speeches: &[Value]) -> Result<Mentions, Wrong> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
