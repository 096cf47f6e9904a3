//! The seed's records, reviewed by eye. After a change that is meant, look at
//! `git diff tests/golden` once `ZHENGCE_BLESS=1 cargo test --test golden` has rewritten it.

use std::fs;
use std::path::Path;

use zhengce::Document;

const GOLDEN: &str = "tests/golden/seeds.json";

/// Lines shown before a difference.
const LINES_BEFORE: usize = 6;

#[test]
fn the_seed_gives_the_reviewed_records() {
    let found = seeds_as_json();
    if std::env::var_os("ZHENGCE_BLESS").is_some() {
        fs::create_dir_all(Path::new(GOLDEN).parent().unwrap()).unwrap();
        fs::write(GOLDEN, &found).unwrap();
    }
    let golden = fs::read_to_string(GOLDEN).unwrap_or_else(|error| {
        panic!("{GOLDEN}: {error}; ZHENGCE_BLESS=1 cargo test --test golden writes it")
    });
    if let Some(difference) = first_difference(&golden, &found) {
        panic!(
            "{difference}\nIf this is meant: ZHENGCE_BLESS=1 cargo test --test golden, then review git diff"
        );
    }
}

fn seeds_as_json() -> String {
    let mut paths: Vec<_> = fs::read_dir("seeds").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let documents: Vec<Document> = paths
        .iter()
        .map(|path| {
            let mut document = zhengce::shared().unwrap().extract(&fs::read_to_string(path).unwrap());
            document.source = Some(format!("seeds/{}", path.file_name().unwrap().display()));
            document
        })
        .collect();
    serde_json::to_string_pretty(&documents).unwrap() + "\n"
}

/// The first line that differs, with the lines before it, so that one sees in which record it is.
fn first_difference(golden: &str, found: &str) -> Option<String> {
    let (golden, found): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), found.lines().collect());
    let common = golden.iter().zip(&found).take_while(|(golden, found)| golden == found).count();
    if common == golden.len() && common == found.len() {
        return None;
    }
    let before = golden[common.saturating_sub(LINES_BEFORE)..common].join("\n");
    let line = |lines: &[&str]| lines.get(common).map_or("(end of file)", |line| *line).to_owned();
    let (golden, found, number) = (line(&golden), line(&found), common + 1);
    Some(format!("{GOLDEN}:{number}: first difference\n{before}\n- {golden}\n+ {found}"))
}

#[test]
fn a_difference_is_shown_where_it_is() {
    assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    let difference = first_difference("a\nb\nc\n", "a\nx\nc\n").unwrap();
    assert!(difference.ends_with("seeds.json:2: first difference\na\n- b\n+ x"), "{difference}");
    assert!(first_difference("a\n", "a\nb\n").unwrap().ends_with("- (end of file)\n+ b"));
}
