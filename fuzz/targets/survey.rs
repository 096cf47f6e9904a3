//! Two texts a year apart: the ledger and the targets are read, point at their characters, and have not moved since themselves.

#![no_main]

use libfuzzer_sys::fuzz_target;
use zhengce::{Ledger, Move, Targets};

const DATES: [&str; 2] = ["2024-02-01", "2025-02-01"];

fuzz_target!(|text: &str| {
    let (first, second) = text.split_once('\0').unwrap_or((text, ""));
    let texts = [first, second];
    let extractor = zhengce::shared().expect("the built-in dictionaries are right");
    let extractions = [0, 1].map(|at| extractor.extract_with_text(texts[at], Some(&DATES[at].parse().unwrap())));
    let ledger = extractor.ledger(&extractions);
    let mentions = ledger.entries.iter().flat_map(|entry| &entry.mentions);
    for said in mentions {
        let at = usize::from(said.date.as_deref() == Some(DATES[1]));
        assert!(said.span.slice(texts[at]).is_some() && said.sentence_span.slice(texts[at]).is_some());
    }
    assert!(ledger.entries.iter().all(|entry| entry.history.iter().all(|step| step.state <= entry.state)));
    let now = ledger.clone().against(&ledger);
    assert_eq!(now.entries.len(), ledger.entries.len());
    assert!(now.entries.iter().all(|entry| entry.moved == Some(Move::Same)));
    let told = (now, extractor.targets(&extractions));
    let json = serde_json::to_string(&told).expect("what was read is JSON");
    assert_eq!(serde_json::from_str::<(Ledger, Targets)>(&json).expect("what was written is read"), told);
});
