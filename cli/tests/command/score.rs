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
    assert_eq!(scores["all"]["gold"], 2);
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
    let dated = GOLD.replacen('{', "{\"date\": \"2022-02-30\", ", 1);
    let folder = Folder::with(&[
        ("gold.jsonl", GOLD),
        ("empty.jsonl", ""),
        ("bad.jsonl", "{\"id\": 1}\n"),
        ("dated.jsonl", &dated),
        ("long.jsonl", &long),
    ]);
    let run = zhengce(&folder, &["score", "long.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr
            .starts_with("long.jsonl:1: a span ends at 500, and the text has 12 characters; count Unicode"),
        "{}",
        run.stderr
    );
    let run = zhengce(&folder, &["score", "dated.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.starts_with("dated.jsonl:1: \"2022-02-30\" is not a date; write"), "{}", run.stderr);
    let run = zhengce(&folder, &["score", "gold.jsonl", "empty.jsonl"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("documents that are not in PRED, and count as missed: 1 of 1"),
        "{}",
        run.stderr
    );
    let run = zhengce(&folder, &["score", "gold.jsonl", "bad.jsonl"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.starts_with("bad.jsonl:1: no \"spans\" and no \"speeches\"; write the spans as"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_line_and_what_to_do() {
    let typo = GOLD.replacen("FIGURE", "FIGUR", 1);
    let folder =
        Folder::with(&[("report.txt", "\n今年新建桥梁5座。\n"), ("typo.jsonl", &typo), ("gold.jsonl", GOLD)]);
    for (file, told) in [
        ("report.txt", "report.txt:2: not JSON: expected value at column 1; write one JSON object a line\n"),
        (
            "typo.jsonl",
            "typo.jsonl:1: \"FIGUR\" is not a type of mentions; write one of PERSON, POST, BODY, ",
        ),
        ("nosuch", "nosuch: cannot be read: No such file or directory (os error 2); check the path\n"),
    ] {
        for args in [&["score", file][..], &["score", "gold.jsonl", file]] {
            let run = zhengce(&folder, args);
            assert!(run.code == 1 && run.stderr.starts_with(told), "{}", run.stderr);
        }
    }
}

#[test]
fn rule_files_take_part_where_the_program_reads() {
    let rules = "[[add]]\nkind = 'terms'\nwords = ['新建桥梁']\n";
    let folder = Folder::with(&[("gold.jsonl", GOLD), ("my.toml", rules)]);
    let args = ["score", "gold.jsonl", "--rules", "my.toml", "--kinds", "terms", "--json"];
    let run = zhengce(&folder, &args);
    let scores: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(scores["terms"]["pred"], 1);
    let run = zhengce(&folder, &["score", "gold.jsonl", "gold.jsonl", "--rules", "my.toml"]);
    assert!(run.code == 2 && run.stderr.contains("leave one of them out"), "{}", run.stderr);
    assert_eq!(zhengce(&folder, &["score", "gold.jsonl", "--rules", "no.toml"]).code, 2);
}
