//! What the fuzzer found worth keeping (`fuzz/kept`) is read or named, file by file, without a panic.

use std::fs;
use std::path::Path;

use crate::support::{Folder, Run, zhengce};

/// The ending that a target gives to its input, and what it writes to the file.
type Ending = fn(&[u8]) -> (&'static str, &[u8]);

/// The files that were kept for a target, with the endings that the target gives them.
fn kept(target: &str, ending: Ending) -> Vec<(String, Vec<u8>)> {
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

/// What a run over the kept files says, and their paths.
fn read(target: &str, ending: Ending) -> (Run, Vec<String>) {
    let files = kept(target, ending);
    assert!(!files.is_empty(), "{target}");
    let bytes: Vec<_> = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let run = zhengce(&Folder::with_bytes(&bytes), &["extract", "in"]);
    assert!([0, 1].contains(&run.code) && !run.stderr.contains("panicked"), "{target}: {}", run.stderr);
    run.documents();
    (run, files.into_iter().map(|(path, _)| path).collect())
}

#[test]
fn a_file_that_is_one_text_is_read_or_named() {
    let targets: [(&str, Ending); 5] = [
        ("text_file", |bytes| ("txt", bytes)),
        ("html_file", |bytes| ("html", bytes)),
        ("docx_file", |bytes| ("docx", bytes)),
        ("xlsx_file", |bytes| ("xlsx", bytes)),
        ("pdf_file", |bytes| ("pdf", bytes)),
    ];
    for (target, ending) in targets {
        let (run, paths) = read(target, ending);
        let sources = run.sources();
        for path in paths {
            let named = sources.contains(&path) || run.stderr.contains(&path);
            assert!(named, "{path} is neither read nor named\n{}", run.stderr);
        }
    }
}

#[test]
fn a_parquet_table_whose_parts_contradict_each_other_is_named() {
    let (run, _) = read("parquet_file", |bytes| ("parquet", bytes));
    let what = "in/dictionary-cut-short.parquet:1: not a Parquet file that can be read";
    assert!(run.stderr.contains(what), "{}", run.stderr);
}

/// As the target does: the first byte chooses.
#[test]
fn tables_in_text_are_read_or_have_faults() {
    read("table_file", |bytes| match bytes.split_first() {
        Some((choice, rest)) => (["csv", "tsv", "jsonl"][usize::from(choice % 3)], rest),
        None => ("csv", bytes),
    });
}
