//! Extracts a fixed text so that its instructions can be counted: time on a shared machine is noise,
//! instructions are not. `cargo bench --bench instructions --no-run` names the program to run:
//! `valgrind --tool=callgrind --toggle-collect='*extract_all*' PROGRAM [FILE…]`.

use std::fs;
use std::hint::black_box;

use zhengce::Extractor;

const SEED: &str = include_str!("../seeds/000_50258b5993b927a1.txt");

fn main() {
    let files: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let read = |file: &String| fs::read_to_string(file).expect("a text in UTF-8");
    let given: Vec<String> = files.iter().map(read).collect();
    let texts: Vec<&str> =
        if given.is_empty() { vec![SEED] } else { given.iter().map(String::as_str).collect() };
    let extractor = Extractor::new().expect("built-in dictionaries");
    // Tables that are built at first use are no part of the count.
    extractor.extract(SEED);
    extract_all(&extractor, &texts);
}

/// What is counted.
#[inline(never)]
fn extract_all(extractor: &Extractor, texts: &[&str]) {
    texts.iter().for_each(|text| drop(black_box(extractor.extract(text))));
}
