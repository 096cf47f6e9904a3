//! Tables: what stands where, and what is carried through.

use std::fs;

use crate::support::{Folder, zhengce};

const TEXT: &str = "=今年，全县新建桥梁5座。\n";

fn lines(folder: &Folder, file: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.path(file)).unwrap();
    text.trim_start_matches('\u{FEFF}').lines().map(str::to_owned).collect()
}

#[test]
fn csv_is_a_folder_with_a_file_for_each_kind() {
    let folder = Folder::with(&[("a.txt", TEXT), ("out/old.txt", ""), ("out/terms.csv", "old")]);
    let run =
        zhengce(&folder, &["extract", "a.txt", "--format", "csv", "-o", "out", "--kinds", "figures,times"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let mut names: Vec<_> =
        fs::read_dir(folder.path("out")).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        ["documents.csv", "figures.csv", "old.txt", "sections.csv", "speeches.csv", "times.csv"]
    );
    assert!(
        fs::read(folder.path("out/figures.csv")).unwrap().starts_with(b"\xEF\xBB\xBFfigure_id,document_id,")
    );
    let figures = lines(&folder, "out/figures.csv");
    assert!(figures[1].starts_with("1,1,1,a.txt,5座,5,,座,count,桥梁,exact,"), "{figures:?}");
    assert!(figures[1].contains("'=今年，全县新建桥梁5座。"), "{figures:?}");
}

#[test]
fn fields_are_carried_through_to_tables_and_json() {
    let table = "id,text,url,n\na,甲。,http://a,1\nb,乙。,,2\n";
    let folder = Folder::with(&[("in.csv", table)]);
    let keep = ["extract", "in.csv", "--keep", "url,n"];
    let run = zhengce(&folder, &keep);
    assert_eq!(run.documents()[0]["fields"], serde_json::json!({"url": "http://a", "n": "1"}));
    assert_eq!(run.documents()[1]["source"], "b");
    assert_eq!(zhengce(&folder, &[&keep[..], &["--format", "csv", "-o", "out"]].concat()).code, 0);
    let documents = lines(&folder, "out/documents.csv");
    assert!(documents[0].ends_with(",url,n") && documents[1].ends_with(",http://a,1"), "{documents:?}");
    let run = zhengce(&folder, &["extract", "in.csv", "--keep", "uri"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no column \"uri\"; name one of these with --keep: "), "{}", run.stderr);
}

#[test]
fn what_a_page_says_of_itself_stands_in_documents() {
    let page = "<meta name=ArticleTitle content=青溪简报><meta name=ContentSource content=县政府办>\
                <meta name=SiteName content=青溪县人民政府><meta name=ColumnName content=要闻>\
                <meta name=author content=王小明><p>新建桥梁5座。</p>";
    let folder = Folder::with(&[("a.html", page), ("b.txt", "无")]);
    let args = ["extract", "a.html", "b.txt", "--format", "csv", "-o", "out", "--keep", "author"];
    assert_eq!(zhengce(&folder, &args).code, 0);
    let documents = lines(&folder, "out/documents.csv");
    assert!(
        documents[1].contains(",青溪简报,") && documents[1].contains(",县政府办,青溪县人民政府,要闻,"),
        "{documents:?}"
    );
    assert!(documents[1].ends_with(",王小明") && documents[2].ends_with(','), "{documents:?}");
}

#[test]
fn parquet_and_workbooks_are_written_by_their_name() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    assert_eq!(zhengce(&folder, &["extract", "a.txt", "--format", "parquet", "-o", "out"]).code, 0);
    assert!(fs::read(folder.path("out/figures.parquet")).unwrap().starts_with(b"PAR1"));
    assert_eq!(zhengce(&folder, &["extract", "a.txt", "-o", "out.xlsx"]).code, 0);
    assert!(fs::read(folder.path("out.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let texts: String =
        (0..300).map(|n| format!("{{\"text\": \"今年，新建桥梁{n}座，增长{n}%。\"}}\n")).collect();
    let folder = Folder::with(&[("in.jsonl", &texts)]);
    for format in ["json", "jsonl", "xlsx"] {
        let outs = ["1", "2", "5"].map(|threads| {
            let out = format!("{threads}.{format}");
            let run = zhengce(&folder, &["extract", "in.jsonl", "-o", &out, "--threads", threads]);
            assert_eq!(run.code, 0, "{}", run.stderr);
            fs::read(folder.path(&out)).unwrap()
        });
        assert!(outs[0] == outs[1] && outs[1] == outs[2], "{format}");
    }
}

#[test]
fn tables_without_a_place_are_wrong_usage() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    for args in [&["--format", "csv"][..], &["--format", "csv", "-o", "a.csv"], &["--resume"]] {
        let run = zhengce(&folder, &[&["extract", "a.txt"], args].concat());
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
    }
}

#[test]
fn an_earlier_output_in_the_folder_is_no_input() {
    for args in [&["--format", "csv", "-o", "in/tables"][..], &["-o", "in/out.jsonl"]] {
        let folder = Folder::with(&[("in/a.txt", TEXT)]);
        for _ in 0..2 {
            let run = zhengce(&folder, &[&["extract", "in"], args].concat());
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
        }
        let output = if args.len() == 4 { "in/tables/documents.csv" } else { "in/out.jsonl" };
        let header = if args.len() == 4 { 1 } else { 0 };
        assert_eq!(lines(&folder, output).len() - header, 1);
    }
}

#[test]
fn figures_say_their_time_whatever_kinds_are_written() {
    let folder = Folder::with(&[("a.txt", "2030年，全县新建桥梁5座。\n")]);
    let run = zhengce(&folder, &["extract", "a.txt", "--format", "csv", "-o", "out", "--kinds", "figures"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(!folder.path("out/times.csv").exists());
    let figures = lines(&folder, "out/figures.csv");
    assert!(figures[1].contains(",2030年,2030,2030-01-01,2030-12-31,"), "{figures:?}");
}

#[test]
fn tables_of_an_earlier_run_are_no_texts() {
    let folder = Folder::with(&[("in/a.txt", TEXT), ("in/.t.zhengce/b.txt", TEXT)]);
    let extract = |args: &[&str]| zhengce(&folder, &[&["extract", "in"][..], args].concat());
    assert_eq!(extract(&["--format", "csv", "-o", "in/out"]).code, 0);
    let run = extract(&[]);
    assert_eq!((run.code, run.documents().len()), (1, 1));
    assert!(run.stderr.contains("figures.csv: what zhengce wrote, no source"), "{}", run.stderr);
}

#[test]
fn a_folder_as_output_needs_a_format() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    for command in ["extract", "ledger"] {
        let run = zhengce(&folder, &[command, "a.txt", "-o", "tables/"]);
        assert!(run.code == 2 && run.stderr.contains("tables/: a folder; "), "{}", run.stderr);
        assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 1);
    }
}

#[test]
fn documents_have_the_place_that_is_given_or_told() {
    let table = "id,text,of\na,甲。,二七区\nb,乙。,\n";
    let folder = Folder::with(&[("in.csv", table), ("郏县政府工作报告.txt", "各位代表：今年增长5%。\n")]);
    let options = ["--place", "河南省", "--place-field", "of", "--format", "csv", "-o", "out"];
    assert_eq!(zhengce(&folder, &[&["extract", "in.csv"], &options[..]].concat()).code, 0);
    let documents = lines(&folder, "out/documents.csv");
    assert!(documents[0].contains(",place,place_code,province,"), "{documents:?}");
    assert!(documents[1].contains(",二七区,410103,河南省,"), "{documents:?}");
    assert!(documents[2].contains(",河南省,410000,河南省,"), "{documents:?}");
    let told = ["extract", "郏县政府工作报告.txt", "--format", "csv", "-o", "told"];
    assert_eq!(zhengce(&folder, &told).code, 0);
    assert!(lines(&folder, "told/documents.csv")[1].contains(",郏县,410425,河南省,"));
}
