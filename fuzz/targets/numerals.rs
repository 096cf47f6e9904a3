//! Any string as a numeral: a value or none, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(numeral) = zhengce::parse_numeral(text) {
        assert!(numeral.upper.is_none_or(|upper| numeral.value <= upper));
    }
});
