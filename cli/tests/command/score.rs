//! `zhengce score`: figures against figures.

use crate::support::{Folder, zhengce};

const GOLD: &str = "{\"id\": \"a\", \"text\": \"新建桥梁5座，道路3条。\", \"spans\": [\
    {\"start\": 4, \"end\": 6, \"type\": \"FIGURE\"}, {\"start\": 9, \"end\": 11, \"type\": \"FIGURE\"}]}\n";

#[test]
fn without_predictions_the_program_reads_the_texts_itself() {
    let folder = Folder::with(&[("gold.jsonl", GOLD)]);
    let run = zhengce(&folder, &["score", "gold.jsonl"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.lines().nth(1).unwrap().ends_with("1.000   1.000   1.000       1.000"),
        "{}",
        run.stdout
    );
}

#[test]
fn predictions_are_spans_or_our_own_documents() {
    let pred = "{\"id\": \"a\", \"spans\": [{\"start\": 4, \"end\": 6, \"type\": \"FIGURE\"}, \
                {\"start\": 8, \"end\": 11, \"type\": \"FIGURE\"}, {\"start\": 0, \"end\": 1, \"type\": \"TERM\"}]}";
    let folder = Folder::with(&[("gold.jsonl", GOLD), ("pred.jsonl", pred)]);
    let run = zhengce(&folder, &["score", "gold.jsonl", "pred.jsonl", "--json"]);
    let scores: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(scores["figures"]["f1"], 0.5);
    assert_eq!(scores["figures"]["overlap_f1"], 1.0);
    assert!(scores.get("terms").is_none(), "GOLD has none");
    let run = zhengce(&folder, &["score", "gold.jsonl", "pred.jsonl", "--json", "--kinds", "terms"]);
    let scores: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(scores["terms"]["precision"], 0.0);

    let args = ["extract", "gold.jsonl", "--format", "jsonl", "-o", "ours.jsonl"];
    assert_eq!(zhengce(&folder, &args).code, 0);
    let run = zhengce(&folder, &["score", "gold.jsonl", "ours.jsonl", "--kinds", "figures", "--json"]);
    let scores: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(scores["figures"]["f1"], 1.0);
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let long = GOLD.replace("\"end\": 11", "\"end\": 500");
    let folder = Folder::with(&[
        ("gold.jsonl", GOLD),
        ("empty.jsonl", ""),
        ("bad.jsonl", "{\"id\": 1}\n"),
        ("long.jsonl", &long),
    ]);
    let run = zhengce(&folder, &["score", "long.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("line 1: a span ends at 500"), "{}", run.stderr);
    let run = zhengce(&folder, &["score", "gold.jsonl", "empty.jsonl"]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("1 of 1 documents are not in PRED"), "{}", run.stderr);
    let run = zhengce(&folder, &["score", "gold.jsonl", "bad.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.starts_with("bad.jsonl: line 1: no \"spans\""), "{}", run.stderr);
}
