//! What the fuzzer found worth keeping (`fuzz/kept`) is read or named, file by file, without a panic.

use std::fs;
use std::path::Path;

use crate::support::{Folder, zhengce};

/// The files that were kept for a target, with the endings that the target gives them.
fn kept(target: &str, ending: fn(&[u8]) -> (&'static str, &[u8])) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/kept").join(target);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files = paths.iter().map(|path| {
        let bytes = fs::read(path).unwrap();
        let (ending, content) = ending(&bytes);
        (format!("in/{}.{ending}", path.file_name().unwrap().display()), content.to_owned())
    });
    files.collect()
}

fn check(target: &str, ending: fn(&[u8]) -> (&'static str, &[u8])) {
    let files = kept(target, ending);
    assert!(!files.is_empty(), "{target}");
    let files: Vec<_> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let run = zhengce(&Folder::with_bytes(&files), &["extract", "in"]);
    assert!([0, 1].contains(&run.code) && !run.stderr.contains("panicked"), "{target}: {}", run.stderr);
    let (sources, faults) = (run.sources(), run.stderr);
    for (path, _) in files {
        let named = sources.iter().any(|source| source.starts_with(path)) || faults.contains(path);
        assert!(named, "{path} is neither read nor named\n{faults}");
    }
}

#[test]
fn text_files() {
    check("text_file", |bytes| ("txt", bytes));
}

#[test]
fn web_pages() {
    check("html_file", |bytes| ("html", bytes));
}

#[test]
fn word_files() {
    check("docx_file", |bytes| ("docx", bytes));
}

#[test]
fn pdf_files() {
    check("pdf_file", |bytes| ("pdf", bytes));
}

#[test]
fn parquet_tables() {
    check("parquet_file", |bytes| ("parquet", bytes));
}

/// As the target does: the first byte chooses.
#[test]
fn tables_in_text() {
    check("table_file", |bytes| match bytes.split_first() {
        Some((choice, rest)) => (["csv", "tsv", "jsonl"][usize::from(choice % 3)], rest),
        None => ("csv", bytes),
    });
}
