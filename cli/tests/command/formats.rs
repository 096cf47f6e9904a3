//! What kinds of files are read: the same text gives the same records in all of them.

use encoding_rs::{BIG5, GB18030};
use serde_json::Value;

use crate::support::{Folder, zhengce, zhengce_with_input};

/// Made-up text with a figure that everybody reads alike.
const TEXT: &str = "今年，全县新建桥梁5座。\n";

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn the_encoding_makes_no_difference() {
    let files = [
        ("utf8.txt", TEXT.as_bytes().to_vec()),
        ("marked.txt", format!("\u{FEFF}{TEXT}").into_bytes()),
        ("gbk.txt", GB18030.encode(TEXT).0.into_owned()),
        ("little.txt", utf16(TEXT, u16::to_le_bytes)),
        ("big.txt", utf16(TEXT, u16::to_be_bytes)),
    ];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, &bytes[..])).collect();
    let run = zhengce(&Folder::with_bytes(&files), &["extract", "."]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let documents = run.documents();
    assert_eq!(documents.len(), 5);
    assert!(documents.iter().all(|document| document["speeches"] == documents[0]["speeches"]));
}

#[test]
fn a_named_encoding_goes_before_the_one_found_out() {
    let folder = Folder::with_bytes(&[("a.txt", &BIG5.encode("台北市新建橋樑5座。").0)]);
    let run = zhengce(&folder, &["extract", "a.txt", "--encoding", "big5"]);
    let figures = &run.documents()[0]["speeches"][0]["figures"];
    assert_eq!(figures[0]["text"], "5座");
}

#[test]
fn tables_of_every_kind_hold_a_text_a_row() {
    let folder = Folder::with(&[
        ("a.csv", "\u{FEFF}id,text,date\r\n甲,\"今年，全县新建桥梁5座。\n\",2022/1/8\r\n"),
        ("b.tsv", "id\ttext\tdate\n甲\t今年，全县新建桥梁5座。\t2022-01-08\n"),
        ("c.jsonl", "{\"id\": \"甲\", \"text\": \"今年，全县新建桥梁5座。\\n\", \"date\": \"2022-01-08\"}\n"),
    ]);
    let run = zhengce(&folder, &["extract", "."]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let documents = run.documents();
    assert_eq!(documents.len(), 3);
    for document in &documents {
        assert_eq!((&document["source"], &document["date"]), (&"甲".into(), &"2022-01-08".into()));
        assert_eq!(document["speeches"][0]["figures"], documents[0]["speeches"][0]["figures"]);
    }
}

#[test]
fn tables_in_gbk_are_read_too() {
    let table = GB18030.encode("编号,正文\n一,今年新建桥梁5座。\n").0.into_owned();
    let folder = Folder::with_bytes(&[("a.csv", &table)]);
    let run = zhengce(&folder, &["extract", "a.csv", "--text-field", "正文", "--id-field", "编号"]);
    assert_eq!((run.code, run.sources()), (0, vec!["一".to_owned()]));
    assert_eq!(run.documents()[0]["speeches"][0]["figures"][0]["value"], Value::from(5));
}

#[test]
fn standard_input_is_what_the_user_says() {
    let run = zhengce_with_input(
        &Folder::with(&[]),
        &["extract", "-", "--input-format", "csv"],
        "text\n甲\n乙\n".as_bytes(),
    );
    assert_eq!(run.sources(), ["-:2", "-:3"]);
}

#[test]
fn globs_select_files_and_leave_out_folders() {
    let folder = Folder::with(&[
        ("in/2023/a.txt", TEXT),
        ("in/2024/b.txt", TEXT),
        ("in/2024/c.md", TEXT),
        ("in/drafts/d.txt", TEXT),
        ("in/2024/e.page", TEXT),
    ]);
    let sources = |args: &[&str]| {
        let run = zhengce(&folder, &[&["extract", "in"][..], args].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.sources()
    };
    assert_eq!(
        sources(&["--exclude", "drafts", "--exclude", "2024/*.md"]),
        ["in/2023/a.txt", "in/2024/b.txt"]
    );
    assert_eq!(sources(&["--include", "2024/**"]), ["in/2024/b.txt", "in/2024/c.md", "in/2024/e.page"]);
    assert_eq!(sources(&["--include", "*.page", "--include", "*.MD"]), ["in/2024/c.md", "in/2024/e.page"]);
}
