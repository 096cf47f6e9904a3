//! Tables in text: the first byte chooses between commas, tabs and JSON lines.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some((choice, rest)) = bytes.split_first() {
        zhengce_fuzz::read_file([".csv", ".tsv", ".jsonl"][usize::from(choice % 3)], rest);
    }
});
