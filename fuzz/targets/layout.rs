//! Layout alone: titles, speeches, sections, sentences, without recognisers.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use zhengce::Extractor;

static BARE: OnceLock<Extractor> = OnceLock::new();

fuzz_target!(|text: &str| {
    let extractor = BARE.get_or_init(|| Extractor::builder().kinds([]).build().expect("no kind is a choice"));
    let extraction = extractor.extract_with_text(text, None);
    zhengce_fuzz::check(text, &extraction.document);
    let disjoint = extraction.sentences.windows(2).all(|pair| pair[0].end <= pair[1].start);
    assert!(disjoint, "sentences in order and disjoint");
});
