//! A workbook: an archive with XML.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    zhengce_fuzz::read_file(".xlsx", bytes);
});
