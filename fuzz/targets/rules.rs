//! Any rule file: an extractor or an error, and the extractor reads a text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use zhengce::Extractor;

const TEXT: &str = "清溪县县长 陈雨桐\n今年，县发改委新建学校5所，牵头单位：桥改办。";

fuzz_target!(|text: &str| {
    if let Ok(extractor) = Extractor::builder().rule_text("rules.toml", text).build() {
        zhengce_fuzz::check(TEXT, &extractor.extract(TEXT));
    }
});
