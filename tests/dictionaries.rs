//! The files of `dictionaries/` keep the form that CONTRIBUTING.md states.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::PathBuf;

/// Largest dictionary folder, in bytes: the budget is for compressed ones, and this holds without compressing.
const MAX_BYTES: usize = 3 << 20;

/// Name and text of each dictionary.
fn dictionaries() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap())).collect()
}

fn rows(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn each_opens_with_a_header_that_says_what_it_is() {
    for (file, text) in dictionaries() {
        assert!(text.starts_with("# "), "{file} has no header");
        let below = text.lines().skip_while(|line| line.starts_with('#'));
        assert!(below.clone().all(|line| !line.starts_with('#')), "{file} has comments between its rows");
    }
}

#[test]
fn rows_are_sorted_and_none_stands_twice() {
    for (file, text) in dictionaries() {
        let rows = rows(&text);
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{file}: {:?} must stand before {:?}", pair[1], pair[0]);
        }
        let columns = rows.iter().map(|row| row.split('\t').take(2).collect::<Vec<_>>());
        let distinct: HashSet<_> = columns.collect();
        assert_eq!(distinct.len(), rows.len(), "{file} says two things of one word in one class");
    }
}

#[test]
fn a_header_tells_each_class() {
    for (file, text) in dictionaries().into_iter().filter(|(file, _)| !has_values(file)) {
        let header: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        let told: HashSet<&str> = header.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        let classes: BTreeSet<&str> = rows(&text).iter().filter_map(|row| row.split('\t').nth(1)).collect();
        let untold: Vec<_> = classes.into_iter().filter(|class| !told.contains(class)).collect();
        assert!(untold.is_empty(), "{file}: the header tells nothing of {untold:?}");
    }
}

/// Whether the second column of a dictionary is no class, but what is known of the word.
fn has_values(file: &str) -> bool {
    const OF_VALUES: [&str; 8] = [
        "counted",
        "divisions",
        "given_names",
        "indicators",
        "surnames",
        "transliteration",
        "unit_parts",
        "units",
    ];
    OF_VALUES.iter().any(|name| file.ends_with(&format!("/{name}.tsv")))
}

#[test]
fn they_stay_small() {
    let bytes: usize = dictionaries().iter().map(|(_, text)| text.len()).sum();
    assert!(bytes <= MAX_BYTES, "{bytes} bytes");
}
