//! `zhengce extract`: what is read, what comes out, what is reported.

use crate::support::{Folder, start, zhengce, zhengce_with_input};
use serde_json::Value;

/// Made-up text with a figure that everybody reads alike.
const TEXT: &str = "今年，全县新建桥梁5座。\n";

fn end_of_speech(document: &Value) -> u64 {
    document["speeches"][0]["span"]["end"].as_u64().unwrap()
}

#[test]
fn files_come_out_as_one_array_in_the_order_given() {
    let folder = Folder::with(&[("b.txt", TEXT), ("a.md", TEXT)]);
    let run = zhengce(&folder, &["extract", "b.txt", "a.md"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("[\n  {\n    \"source\": \"b.txt\","), "{}", run.stdout);
    assert!(run.stdout.ends_with("\n]\n"));
    assert_eq!(run.sources(), ["b.txt", "a.md"]);
}

#[test]
fn json_lines_hold_one_document_a_line() {
    let folder = Folder::with(&[("a.txt", TEXT), ("b.txt", TEXT)]);
    let run = zhengce(&folder, &["extract", "--format", "jsonl", "a.txt", "b.txt"]);
    let sources: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["source"].clone())
        .collect();
    assert_eq!(sources, ["a.txt", "b.txt"]);
}

#[test]
fn a_folder_is_read_at_any_depth_in_the_order_of_names() {
    let folder = Folder::with(&[
        ("texts/b/2.txt", TEXT),
        ("texts/b/1.MD", TEXT),
        ("texts/a.txt", TEXT),
        ("texts/c.TXT", TEXT),
        ("texts/style.css", ""),
        ("texts/~$a.docx", ""),
    ]);
    let run = zhengce(&folder, &["extract", "texts"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.sources(), ["texts/a.txt", "texts/b/1.MD", "texts/b/2.txt", "texts/c.TXT"]);
}

#[cfg(unix)]
#[test]
fn links_to_files_are_read_and_links_to_folders_are_no_loop() {
    let folder = Folder::with(&[("texts/a.txt", TEXT), ("other/o.txt", TEXT)]);
    std::os::unix::fs::symlink("..", folder.path("texts/loop")).unwrap();
    std::os::unix::fs::symlink("../other/o.txt", folder.path("texts/link.txt")).unwrap();
    std::os::unix::fs::symlink("texts", folder.path("named")).unwrap();
    let run = zhengce(&folder, &["extract", "texts"]);
    assert_eq!((run.code, run.sources()), (0, vec!["texts/a.txt".to_owned(), "texts/link.txt".to_owned()]));
    let run = zhengce(&folder, &["extract", "named"]);
    assert_eq!(run.sources(), ["named/a.txt", "named/link.txt"], "a link that the user names is followed");
}

#[test]
fn standard_input_is_read_for_a_dash_and_without_a_path() {
    let folder = Folder::with(&[]);
    for args in [&["extract", "-"][..], &["extract"][..]] {
        let run = zhengce_with_input(&folder, args, TEXT.as_bytes());
        assert_eq!((run.code, run.sources()), (0, vec!["-".to_owned()]));
    }
}

#[test]
fn a_byte_order_mark_does_not_shift_spans() {
    let folder = Folder::with(&[("plain.txt", TEXT), ("marked.txt", &format!("\u{FEFF}{TEXT}"))]);
    let documents = zhengce(&folder, &["extract", "plain.txt", "marked.txt"]).documents();
    assert_eq!(documents[0]["speeches"], documents[1]["speeches"]);
    assert_eq!(end_of_speech(&documents[1]), 12);
}

#[test]
fn fields_of_json_lines_are_read_by_name() {
    let lines = "{\"url\": \"u1\", \"body\": \"去年建成。\", \"day\": \"1986-03\"}\n\n{\"url\": 2, \"body\": \"甲\", \"day\": null}\n{\"body\": \"乙\"}\n";
    let folder = Folder::with(&[("in.jsonl", lines)]);
    let fields = ["--text-field", "body", "--id-field", "url", "--date-field", "day"];
    let args = [&["extract", "in.jsonl", "--input-format", "jsonl"][..], &fields].concat();
    let run = zhengce(&folder, &args);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.sources(), ["u1", "2", "in.jsonl:4"]);
    let dates: Vec<Value> = run.documents().iter().map(|document| document["date"].clone()).collect();
    assert_eq!(dates, [Value::from("1986-03"), Value::Null, Value::Null]);
}

#[test]
fn a_wrong_json_line_is_named_and_the_others_are_written() {
    let lines = "{\"id\": \"a\", \"text\": \"甲\"}\n{\"id\": \n{\"id\": \"c\"}\n{\"text\": \"丁\", \"date\": \"去年\"}\n{\"id\": \"e\", \"text\": \"戊\"}\n";
    let run = zhengce_with_input(
        &Folder::with(&[]),
        &["extract", "--input-format", "jsonl", "--format", "jsonl"],
        lines.as_bytes(),
    );
    assert_eq!((run.code, run.stdout.lines().count()), (1, 2));
    let reported: Vec<&str> = run.stderr.lines().collect();
    assert!(reported[0].starts_with("-:2: not JSON: "), "{reported:?}");
    assert!(reported[1].starts_with("-:3: no field \"text\"; "), "{reported:?}");
    assert!(reported[2].starts_with("-:4: in the field \"date\": \"去年\" is not a date; "), "{reported:?}");
    assert_eq!(reported[3..], ["zhengce: 2 read, 3 could not be read"]);
}

#[test]
fn json_lines_come_out_before_the_input_ends() {
    let folder = Folder::with(&[]);
    let mut running = start(&folder, &["extract", "--input-format", "jsonl", "--format", "jsonl"]);
    // More documents than any buffer on the way holds, while the input stays open.
    running.send("{\"text\": \"新建桥梁5座。\"}\n".repeat(2_000));
    assert!(running.receive_line().starts_with("{\"source\":\"-:1\""));
    assert_eq!(running.finish(), 0);
}

#[test]
fn the_date_of_the_line_goes_before_that_of_the_command() {
    let lines = "{\"text\": \"甲\", \"date\": \"2020\"}\n{\"text\": \"乙\"}\n";
    let folder = Folder::with(&[("in.jsonl", lines)]);
    let args = ["extract", "in.jsonl", "--input-format", "jsonl", "--date", "2022-01"];
    let dates: Vec<Value> =
        zhengce(&folder, &args).documents().iter().map(|document| document["date"].clone()).collect();
    assert_eq!(dates, ["2020", "2022-01"]);
}

#[test]
fn rule_files_add_up_and_kinds_select() {
    let first = "[[add]]\nkind = 'terms'\nwords = ['万人助万企']\n";
    let second = "[[add]]\nkind = 'bodies'\nwords = ['青溪桥办']\n";
    let folder =
        Folder::with(&[("a.txt", "青溪桥办推进万人助万企。"), ("1.toml", first), ("2.toml", second)]);
    let rules = ["extract", "a.txt", "--rules", "1.toml", "--rules", "2.toml"];
    let count = |args: &[&str], list: &str| {
        zhengce(&folder, args).documents()[0]["speeches"][0][list].as_array().unwrap().len()
    };
    assert_eq!((count(&rules, "terms"), count(&rules, "bodies")), (1, 1));
    let selected = [&rules[..], &["--kinds", "terms,times"]].concat();
    assert_eq!((count(&selected, "terms"), count(&selected, "bodies")), (1, 0));
}

#[test]
fn wrong_usage_is_exit_code_2_with_a_reason() {
    let folder = Folder::with(&[("a.txt", TEXT), ("bad.toml", "[[add]]\nkind = 'body'\nwords = ['甲']\n")]);
    let cases: [(&[&str], &str); 8] = [
        (&["extract", "--kinds", "figure", "a.txt"], "invalid value 'figure'"),
        (&["extract", "--date", "2022-13", "a.txt"], "\"2022-13\" is not a date"),
        (
            &["extract", "--rules", "bad.toml", "a.txt"],
            "bad.toml:2: \"body\" is not known here; write one of",
        ),
        (&["extract", "--rules", "no.toml", "a.txt"], "no.toml: cannot read the rule file"),
        (&["extract", "--encoding", "utf-7", "a.txt"], "write utf-8, gb18030,"),
        (&["extract", "--include", "[", "a.txt"], "invalid value '['"),
        (&["extract", "--format", "xml", "a.txt"], "invalid value 'xml'"),
        (&["extract", "--colour"], "unexpected argument '--colour'"),
    ];
    for (args, reason) in cases {
        let run = zhengce(&folder, args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(reason), "{args:?} gave {}", run.stderr);
    }
}
