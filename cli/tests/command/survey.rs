//! `ledger` and `targets`: what is written where, and what is never lost.

use std::fs;

use crate::support::{Folder, zhengce};

const FIRST: &str = "今年，全县新建桥梁5座，2030年底前建成青岩水库。\n";
const SECOND: &str = "去年，全县新建桥梁5座。今年，地区生产总值增长6%左右。\n";

fn reports() -> Folder {
    Folder::with(&[("reports/2030.txt", FIRST), ("reports/2031.txt", SECOND), ("=1+1.txt", FIRST)])
}

#[test]
fn the_table_of_a_ledger_opens_right_and_runs_nothing() {
    let folder = reports();
    let run = zhengce(&folder, &["ledger", "=1+1.txt", "--date", "2030", "-o", "l.csv"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let table = fs::read_to_string(folder.path("l.csv")).unwrap();
    assert!(table.starts_with("\u{FEFF}entry_id,kind,name,"), "{table}");
    assert!(table.contains(",'=1+1.txt,"), "{table}");
    assert!(table.contains("2030-12-31"), "{table}");
}

#[test]
fn workbooks_of_both_are_whole() {
    let folder = reports();
    for command in ["ledger", "targets"] {
        let run = zhengce(&folder, &["--lang", "zh", command, "reports", "--date-from-name", "-o", "t.xlsx"]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert!(fs::read(folder.path("t.xlsx")).unwrap().starts_with(b"PK"));
    }
}

#[test]
fn the_table_of_targets_has_a_row_a_figure() {
    let folder = reports();
    let run = zhengce(&folder, &["targets", "reports", "--date-from-name", "-o", "t.csv"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let table = fs::read_to_string(folder.path("t.csv")).unwrap();
    assert!(table.contains(",国内生产总值,growth,2031,target,6,,%,about,up,2031,"), "{table}");
}

#[test]
fn texts_without_a_date_are_told_where_the_year_matters() {
    let folder = Folder::with(&[("a.txt", "地区生产总值增长6%。\n")]);
    let run = zhengce(&folder, &["targets", "a.txt"]);
    assert!(run.stderr.contains("texts that do not say their date: 1 (the first: a.txt)"), "{}", run.stderr);
    assert_eq!(zhengce(&folder, &["targets", "-q", "a.txt"]).stderr, "");
}

#[test]
fn a_name_that_says_another_format_is_refused() {
    let folder = reports();
    for args in [
        ["ledger", "reports", "-o", "l.pdf"],
        ["targets", "reports", "-o", "t.parquet"],
        ["view", "reports/2030.txt", "-o", "v.txt"],
        ["extract", "reports", "-o", "out.txt"],
        ["extract", "reports", "-o", "out.csv"],
    ] {
        let run = zhengce(&folder, &args);
        assert_eq!(run.code, 2, "{args:?} {}", run.stderr);
        assert!(!folder.path(args[3]).exists());
    }
}

#[test]
fn what_was_written_before_outlives_a_run_that_reads_nothing() {
    let folder = Folder::with(&[("old.json", "old"), ("a.html", FIRST)]);
    let run = zhengce(&folder, &["ledger", "missing.txt", "-o", "old.json"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("old.json: left as it was"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path("old.json")).unwrap(), "old");
    let run = zhengce(&folder, &["view", "a.html", "-o", "a.html"]);
    assert_eq!(run.code, 2);
    assert_eq!(fs::read_to_string(folder.path("a.html")).unwrap(), FIRST);
}

#[test]
fn a_page_of_ours_is_no_report() {
    let folder = reports();
    let args = ["ledger", "reports", "--date-from-name", "-o", "reports/ledger.html"];
    assert_eq!(zhengce(&folder, &args).code, 0);
    let first = fs::read(folder.path("reports/ledger.html")).unwrap();
    assert_eq!(zhengce(&folder, &args).code, 0);
    assert!(fs::read(folder.path("reports/ledger.html")).unwrap() == first);
    let run = zhengce(&folder, &["targets", "reports", "--date-from-name"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("a page that zhengce wrote"), "{}", run.stderr);
}

#[test]
fn an_earlier_ledger_is_compared_with_and_its_faults_are_named() {
    let folder = reports();
    let first = ["ledger", "reports/2030.txt", "--date-from-name", "-o", "2030.json"];
    assert_eq!(zhengce(&folder, &first).code, 0);
    let against =
        |earlier, path| zhengce(&folder, &["ledger", path, "--date-from-name", "--against", earlier]);
    let run = against("2030.json", "reports");
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("1 delivered"), "{}", run.stderr);
    let run = against("2030.json", "reports/2031.txt");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("no document of the earlier ledger is among those"), "{}", run.stderr);
    assert_eq!(zhengce(&folder, &["ledger", "reports", "--date-from-name", "-o", "both.json"]).code, 0);
    let run = against("both.json", "reports/2031.txt");
    assert!(
        run.stderr
            .contains("documents of the earlier ledger that are not among those read now: 1 (the first: "),
        "{}",
        run.stderr
    );
    let run = against("reports/2030.txt", "reports");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("reports/2030.txt: not a ledger in JSON"), "{}", run.stderr);
}

#[test]
fn documents_of_one_file_name_are_told_apart_by_place_and_date() {
    let folder = Folder::with(&[
        ("p/清溪县/2030.txt", FIRST),
        ("p/云柳县/2030.txt", FIRST),
        ("清溪县/2030.txt", FIRST),
        ("q/清溪县/report.txt", FIRST),
        ("q/清溪县/later/report.txt", SECOND),
    ]);
    let run = |args: &[&str]| zhengce(&folder, &[&["ledger"], args].concat());
    assert_eq!(run(&["p/清溪县", "--date-from-name", "-o", "old.json"]).code, 0);
    // Another county's report of the same name is no document of this ledger.
    let other = run(&["p/云柳县", "--date-from-name", "--against", "old.json"]);
    assert_eq!(other.code, 2, "{}", other.stderr);
    assert!(other.stderr.contains("no document of the earlier ledger"), "{}", other.stderr);
    // The same report from another folder is, and so it is when its day is told besides.
    for args in [
        &["p", "--date-from-name"][..],
        &["清溪县/2030.txt", "--date-from-name"],
        &["清溪县/2030.txt", "--date", "2030-01-15"],
    ] {
        let same = run(&[args, &["--against", "old.json"]].concat());
        assert_eq!(
            (same.code, same.stderr.contains("earlier ledger")),
            (0, false),
            "{args:?} {}",
            same.stderr
        );
    }
    // A file that another year's report replaced is not the one of then.
    assert_eq!(run(&["q/清溪县/report.txt", "--date", "2030", "-o", "old.json"]).code, 0);
    let later =
        run(&["q/清溪县/later/report.txt", "--place", "清溪县", "--date", "2031", "--against", "old.json"]);
    assert_eq!(later.code, 2, "{}", later.stderr);
}

#[test]
fn a_file_without_text_is_told() {
    let folder = Folder::with(&[("a.txt", " \n")]);
    let run = zhengce(&folder, &["extract", "a.txt"]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("a.txt: warning: it has no text"), "{}", run.stderr);
}

#[test]
fn records_too_take_their_year_from_the_name() {
    let folder = reports();
    let run = zhengce(&folder, &["extract", "reports/2031.txt", "--date-from-name"]);
    assert_eq!(run.documents()[0]["date"], "2031");
}

#[test]
fn the_sheets_of_tasks_are_read_and_the_others_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "本表一式两份").unwrap();
    let sheet = book.add_worksheet().set_name("任务").unwrap();
    for (cell, column) in ["任务", "责任单位", "进展情况"].into_iter().zip(0..) {
        sheet.write(0, column, cell).unwrap();
    }
    sheet.write(1, 0, "新建渔港3座").unwrap();
    sheet.write(1, 1, "渔业局").unwrap();
    sheet.write_with_format(1, 2, 1, &rust_xlsxwriter::Format::new().set_num_format("0%")).unwrap();
    book.add_worksheet().set_name("数据").unwrap().write(0, 0, "5").unwrap();
    let more = book.add_worksheet().set_name("任务二").unwrap();
    for (cell, column) in ["序号", "项目名称", "责任单位", "完成时限"].into_iter().zip(0..) {
        more.write(0, column, cell).unwrap();
    }
    for (cell, column) in ["1", "江滨路改造工程", "住建局", "2025年6月底"].into_iter().zip(0..) {
        more.write(1, column, cell).unwrap();
    }
    let folder = Folder::with_bytes(&[("b.xlsx", &book.save_to_buffer().unwrap())]);
    let run = zhengce(&folder, &["ledger", "b.xlsx", "--date", "2025-01-15"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("not read of its sheets: 说明, 数据"), "{}", run.stderr);
    let ledger: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let entries = ledger["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(
        (&entries[0]["name"], &entries[0]["responsible"]),
        (&"江滨路改造工程".into(), &"住建局".into())
    );
    assert_eq!(entries[1]["state"], "delivered");
}

/// A table of tasks: its rows are entries.
const TASKS: &str =
    "清溪县2025年重点任务,,,\n序号,项目名称,责任单位,完成时限\n1,江滨路改造工程,县住建局,2025年6月底\n";

#[test]
fn a_table_of_tasks_is_read_from_csv_and_workbooks() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in TASKS.lines().zip(0..) {
        for (cell, column) in line.split(',').zip(0..) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let title = TASKS.lines().next().unwrap().trim_end_matches(',');
    sheet.merge_range(0, 0, 0, 3, title, &rust_xlsxwriter::Format::new()).unwrap();
    let book = book.save_to_buffer().unwrap();
    let folder = Folder::with_bytes(&[("a.csv", TASKS.as_bytes()), ("b.xlsx", &book)]);
    for file in ["a.csv", "b.xlsx"] {
        let run = zhengce(&folder, &["ledger", file, "--date", "2025-01-15"]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{file}");
        let ledger: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let entries = ledger["entries"].as_array().unwrap();
        assert_eq!(entries.len(), 1, "{file}");
        assert_eq!(entries[0]["name"], "江滨路改造工程");
        assert_eq!(
            (&entries[0]["responsible"], &entries[0]["deadline"]["iso"]),
            (&"县住建局".into(), &"2025-06".into())
        );
    }
    // A workbook of our own is none.
    zhengce(&folder, &["ledger", "a.csv", "--date", "2025-01-15", "-o", "own.xlsx"]);
    let run = zhengce(&folder, &["ledger", "own.xlsx"]);
    assert!(run.code == 1 && run.stderr.contains("zhengce wrote"), "{}", run.stderr);
}

#[test]
fn equal_texts_count_once_and_are_told() {
    let folder =
        Folder::with(&[("a.txt", FIRST), ("b.md", &FIRST.replace('，', "，\n")), ("empty.txt", " \n")]);
    let run = zhengce(&folder, &["ledger", ".", "--date", "2030", "--errors", "errors.jsonl"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let ledger: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let documents = ledger["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 2, "{documents:?}");
    assert_eq!(
        (&documents[0]["date"], &ledger["version"]),
        (&"2030".into(), &env!("CARGO_PKG_VERSION").into())
    );
    assert!(run.stderr.contains("the same text as ./a.txt, counted once"), "{}", run.stderr);
    assert!(run.stderr.contains("empty.txt: warning: it has no text"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path("errors.jsonl")).unwrap().lines().count(), 2);
    let run = zhengce(&folder, &["view", "a.txt", "b.md", "-o", "a.html"]);
    assert!(run.code == 2 && run.stderr.contains("zhengce view"), "{}", run.stderr);
}

/// Place and indicator or name of each series or entry.
fn places(run: &crate::support::Run, list: &str) -> Vec<String> {
    let read: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let places =
        read[list].as_array().unwrap().iter().map(|one| one["place"].as_str().unwrap_or("-").to_owned());
    places.collect()
}

#[test]
fn texts_of_two_places_are_told_apart() {
    let text = "今年，全县地区生产总值增长6%。";
    let rows = format!("text,date,地区\n{text},2030,青溪县\n{text},2030,云柳县\n");
    let folder = Folder::with(&[("a.csv", &rows), ("青溪县2030.txt", text), ("云柳县/2030.txt", text)]);
    let run = zhengce(&folder, &["targets", "a.csv", "--place-field", "地区"]);
    assert_eq!(
        (run.stderr.as_str(), places(&run, "series")),
        ("", vec!["云柳县".to_owned(), "青溪县".to_owned()])
    );
    let run = zhengce(&folder, &["targets", "--date-from-name", "青溪县2030.txt", "云柳县/2030.txt"]);
    assert_eq!(
        (run.stderr.as_str(), places(&run, "series")),
        ("", vec!["云柳县".to_owned(), "青溪县".to_owned()])
    );
    let run = zhengce(&folder, &["targets", "a.csv", "--place", "石门县"]);
    assert_eq!(places(&run, "series"), ["石门县"]);
    assert!(run.stderr.contains("the same text as a.csv:2, counted once"), "{}", run.stderr);
    let run = zhengce(&folder, &["targets", "a.csv", "青溪县2030.txt"]);
    assert!(
        run.stderr.contains("texts that do not say for which place they speak: 1 (the first: a.csv:2)"),
        "{}",
        run.stderr
    );
    assert!(
        zhengce(&folder, &["ledger", "a.csv", "--place-field", "县"]).stderr.contains("no column \"县\"")
    );
}
