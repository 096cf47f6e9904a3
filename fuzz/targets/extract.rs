//! Any text: no panic, and every record points at its characters.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let extractor = zhengce::shared().expect("the built-in dictionaries are right");
    zhengce_fuzz::check(text, &extractor.extract(text));
});
