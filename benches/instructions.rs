//! Reads a fixed text so that instructions can be counted: time on a shared machine is noise, instructions
//! are not. `.ci/instructions` counts; other texts can be named to see where their instructions go:
//! `valgrind --tool=callgrind --toggle-collect='*extraction*' PROGRAM FILE…`, with the program that
//! `cargo bench --bench instructions --no-run` names.

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
    let extractor = start_up();
    // What is built at first use is no part of the count.
    extractor.extract(SEED);
    extraction(&extractor, &texts);
}

#[inline(never)]
fn start_up() -> Extractor {
    Extractor::new().expect("built-in dictionaries")
}

#[inline(never)]
fn extraction(extractor: &Extractor, texts: &[&str]) {
    texts.iter().for_each(|text| drop(black_box(extractor.extract(text))));
}
