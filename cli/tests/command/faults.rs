//! What cannot be read is named with what to do about it; the rest is read.

use std::fs;

use crate::support::{Folder, zhengce};

/// Made-up text with a figure that everybody reads alike.
const TEXT: &str = "今年，全县新建桥梁5座。\n";

#[test]
fn an_unreadable_file_is_named_and_the_others_are_written() {
    let folder = Folder::with(&[("good.txt", TEXT), ("paper.doc", "")]);
    fs::write(folder.path("data.txt"), b"\x00\x01\x02\x03\xFF\x05".repeat(100)).unwrap();
    fs::write(folder.path("page.txt"), b"%PDF-1.7\n").unwrap();
    let run = zhengce(&folder, &["extract", "data.txt", "missing.txt", "good.txt", "paper.doc", "page.txt"]);
    assert_eq!((run.code, run.sources()), (1, vec!["good.txt".to_owned()]));
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(lines[0].starts_with("data.txt: holds no text but binary data; "), "{lines:?}");
    assert!(lines[1].starts_with("missing.txt: cannot be read: "), "{lines:?}");
    assert!(lines[1].ends_with("; check the path"), "{lines:?}");
    assert!(lines[2].starts_with("paper.doc: .doc files cannot be read; save it as "), "{lines:?}");
    assert!(lines[3].starts_with("page.txt: no plain text but a PDF file; "), "{lines:?}");
    assert_eq!(lines[4..], ["zhengce: 1 read, 4 could not be read"]);
}

#[test]
fn an_empty_file_is_told_as_such() {
    let names = ["a.csv", "a.docx", "a.html", "a.json", "a.parquet", "a.pdf", "a.xlsx"];
    let folder = Folder::with(&names.map(|name| (name, "")));
    let run = zhengce(&folder, &[&["extract"][..], &names].concat());
    let told: Vec<String> = names.iter().map(|name| format!("{name}: the file is empty; ")).collect();
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(told.iter().zip(&lines).all(|(told, line)| line.starts_with(told)), "{lines:?}");
    assert_eq!((run.code, lines.len()), (1, names.len() + 1));
}

#[test]
fn binary_data_under_the_name_of_a_table_is_one_fault() {
    let folder = Folder::with(&[]);
    for name in ["a.csv", "a.jsonl"] {
        fs::write(folder.path(name), b"\x00\x01\n\x02\x03,\xFF\x05\n".repeat(100)).unwrap();
        let run = zhengce(&folder, &["extract", name]);
        assert_eq!((run.code, run.stderr.lines().count()), (1, 2), "{}", run.stderr);
        assert!(run.stderr.contains("holds no text but binary data"), "{}", run.stderr);
    }
}

#[test]
fn a_table_with_semicolons_or_tabs_is_read() {
    for mark in [";", "\t"] {
        let table = format!("date{mark}text\n2030{mark}今年新建桥梁5座，路6条。\n");
        let folder = Folder::with(&[("a.csv", &table)]);
        let run = zhengce(&folder, &["extract", "a.csv"]);
        assert_eq!((run.code, run.sources()), (0, vec!["a.csv:2".to_owned()]), "{}", run.stderr);
    }
}

#[test]
fn a_missing_column_is_told_with_the_option_that_names_it() {
    let folder = Folder::with(&[("a.csv", "id,text\n1,今年新建桥梁5座。\n")]);
    let options = ["--text-field", "--id-field", "--date-field", "--keep", "--place-field"];
    for option in options {
        let command = if option == "--place-field" { "ledger" } else { "extract" };
        let run = zhengce(&folder, &[command, "a.csv", option, "nope"]);
        let told = format!("a.csv: no column \"nope\"; name one of these with {option}: id, text\n");
        assert!(run.code == 1 && run.stderr.starts_with(&told), "{}", run.stderr);
    }
}

#[test]
fn a_quiet_run_names_what_it_could_not_read_and_says_no_more() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    for command in ["extract", "stats", "ledger", "targets"] {
        let run = zhengce(&folder, &[command, "-q", "a.txt", "nope", "--errors", "errors.jsonl"]);
        assert_eq!(run.code, 1);
        assert!(
            run.stderr.starts_with("nope: cannot be read: ") && run.stderr.lines().count() == 1,
            "{}",
            run.stderr
        );
        let errors = fs::read_to_string(folder.path("errors.jsonl")).unwrap();
        assert!(errors.starts_with("{\"severity\":\"error\",\"path\":\"nope\","), "{command}: {errors}");
        fs::remove_file(folder.path("errors.jsonl")).unwrap();
        let run = zhengce(&folder, &[command, "a.txt", "nope"]);
        assert!(run.stderr.contains("\nzhengce: 1 read, 1 could not be read\n"), "{}", run.stderr);
    }
}

#[test]
fn names_of_columns_are_shown_in_part() {
    let folder = Folder::with(&[("a.csv", &TEXT.repeat(40).replace('\n', ""))]);
    let run = zhengce(&folder, &["extract", "a.csv"]);
    assert!(run.stderr.contains('…') && run.stderr.chars().count() < 400, "{}", run.stderr);
}

#[test]
fn a_folder_without_texts_is_reported() {
    let folder = Folder::with(&[("texts/a.css", "")]);
    let run = zhengce(&folder, &["extract", "texts"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, "[]\n"));
    assert!(run.stderr.starts_with("texts: no file to read in this folder; "), "{}", run.stderr);
}

#[test]
fn documents_in_a_folder_that_cannot_be_read_are_reported_not_skipped() {
    let folder = Folder::with(&[("in/a.txt", TEXT), ("in/b.wps", ""), ("in/c.jpg", ""), ("in/d.ofd", "")]);
    let run = zhengce(&folder, &["extract", "in"]);
    assert_eq!((run.code, run.sources()), (1, vec!["in/a.txt".to_owned()]));
    for (line, remedy) in
        run.stderr.lines().zip(["save it as .docx or .txt", "OCR", "save it as .pdf or .txt"])
    {
        assert!(line.contains(remedy), "{line}");
    }
}

#[test]
fn lost_characters_and_mojibake_are_warnings() {
    let wrong = encoding_rs::GB18030.decode(TEXT.repeat(4).as_bytes()).0.into_owned();
    let lossy = TEXT.replace("座", "\u{FFFD}");
    let folder = Folder::with(&[("lossy.txt", &lossy), ("wrong.txt", &wrong), ("good.txt", TEXT)]);
    let run = zhengce(&folder, &["extract", "lossy.txt", "wrong.txt", "good.txt"]);
    assert_eq!((run.code, run.documents().len()), (0, 3));
    assert!(run.stderr.contains("lossy.txt: warning: 1 characters could not be read"), "{}", run.stderr);
    assert!(
        run.stderr.contains("wrong.txt: warning: looks like UTF-8 that was read as GBK"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("good.txt"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let folder = Folder::with(&[("in/a.txt", TEXT)]);
    let made = std::process::Command::new("mkfifo").arg(folder.path("in/b.txt")).status().unwrap();
    assert!(made.success());
    let run = zhengce(&folder, &["extract", "in"]);
    assert_eq!((run.code, run.sources()), (1, vec!["in/a.txt".to_owned()]));
    assert!(run.stderr.starts_with("in/b.txt: not a file but a pipe"), "{}", run.stderr);
}

#[test]
fn a_file_too_long_for_one_text_is_refused() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    // Sparse: takes no room on the disk.
    fs::File::create(folder.path("huge.txt")).unwrap().set_len(10 << 30).unwrap();
    let run = zhengce(&folder, &["extract", "huge.txt", "a.txt"]);
    assert_eq!((run.code, run.sources()), (1, vec!["a.txt".to_owned()]));
    assert!(run.stderr.starts_with("huge.txt: longer than 32 MiB"), "{}", run.stderr);
}

#[test]
fn what_a_document_holds_does_not_steer_the_terminal() {
    let folder = Folder::with(&[("a.csv", &format!("\u{1b}]0;owned\u{7},b\n{}", "1,2\n".repeat(1000)))]);
    let run = zhengce(&folder, &["extract", "a.csv"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("--text-field: \u{FFFD}]0;owned\u{FFFD}, b"), "{}", run.stderr);
}
