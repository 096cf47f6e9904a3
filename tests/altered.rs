//! Documents come back from JSON, and JSON can be changed: whatever its spans, indices, dates and text then say, the ledger
//! and the targets are read without a panic.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use zhengce::{Document, Extraction, Ledger, Span};

const REPORTS: [(&str, &str); 2] = [
    ("2023-01-12", include_str!("../python/notebooks/reports/2023.txt")),
    ("2024-01-15", include_str!("../python/notebooks/reports/2024.txt")),
];

/// Rows of a list of tasks, whose cells the ledger reads beside the records.
const TASKS: &str = "清溪县2024年重点工作台账（截至2024年6月30日）\n序号\t工作任务\t责任单位\t完成时限\t进展情况\n\
    1\t新建学校5所\t县教育局\t12月底前\t已建成2所\n2\t清溪大桥工程\t县交通局\t2025年6月\t正在施工\n\n\
    3.改造老旧小区38个，12月底前全部完工。（牵头单位：县住建局）\n4.清溪水库项目，总投资3亿元，预计年底开工。\n";

/// What is read of a text, as whoever keeps it as JSON has it: the document and the sentences.
type Kept = (Value, Vec<Span>);

static KEPT: LazyLock<Vec<(String, Kept)>> = LazyLock::new(|| {
    let extractor = zhengce::shared().expect("the built-in dictionaries are right");
    let texts = REPORTS.iter().copied().chain([("2024-06-30", TASKS)]);
    let kept = texts.map(|(date, text)| {
        let extraction = extractor.extract_with_text(text, Some(&date.parse().unwrap()));
        let json = serde_json::to_value(&extraction.document).unwrap();
        (text.to_owned(), (json, extraction.sentences))
    });
    kept.collect()
});

/// What a number or a string of the JSON is replaced by.
#[derive(Debug, Clone)]
enum Wrong {
    Number(u64),
    Near(i8),
    Text(&'static str),
    Null,
}

fn wrong() -> impl Strategy<Value = Wrong> {
    let numbers = prop::sample::select(vec![0, 1, 7, 40, 3000, u32::MAX.into(), i64::MAX as u64, u64::MAX]);
    let texts = vec!["", "2024", "2024-13-40", "/", "2023/", "2024-02-30/2023", "P3Y", "年", "😀", "2024-06"];
    prop_oneof![
        numbers.prop_map(Wrong::Number),
        any::<i8>().prop_map(Wrong::Near),
        prop::sample::select(texts).prop_map(Wrong::Text),
        Just(Wrong::Null),
    ]
}

/// The numbers and strings of a JSON value.
fn leaves<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Value>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| leaves(item, found)),
        Value::Object(fields) => fields.values_mut().for_each(|field| leaves(field, found)),
        Value::Number(_) | Value::String(_) | Value::Null => found.push(value),
        Value::Bool(_) => {}
    }
}

/// A record with leaves of its JSON replaced by what is wrong, as far as it can still be read then.
fn altered<T: serde::de::DeserializeOwned>(mut json: Value, changes: &[(Index, Wrong)]) -> T {
    for (place, wrong) in changes {
        let changed = replaced(&json, place, wrong);
        if serde_json::from_value::<T>(changed.clone()).is_ok() {
            json = changed;
        }
    }
    serde_json::from_value(json).unwrap()
}

fn replaced(json: &Value, place: &Index, wrong: &Wrong) -> Value {
    let mut changed = json.clone();
    let mut found = Vec::new();
    leaves(&mut changed, &mut found);
    let at = place.index(found.len());
    let leaf = &mut *found[at];
    *leaf = match (wrong, leaf.as_u64()) {
        (Wrong::Number(number), _) => (*number).into(),
        (Wrong::Near(by), Some(number)) => number.saturating_add_signed((*by).into()).into(),
        (Wrong::Text(text), _) => (*text).into(),
        (Wrong::Near(_), None) | (Wrong::Null, _) => Value::Null,
    };
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn altered_documents_are_read(
        changes in [(); 3].map(|()| prop::collection::vec((any::<Index>(), wrong()), 0..12)),
        cut in prop::option::of(any::<Index>()),
        spans in prop::collection::vec((any::<Index>(), 0..5000usize, 0..5000usize), 0..4),
        of_ledger in prop::collection::vec((any::<Index>(), wrong()), 0..20),
    ) {
        let mut kept = KEPT.clone();
        for (place, start, end) in spans {
            let sentences = &mut kept[0].1.1;
            let at = place.index(sentences.len());
            sentences[at] = Span::from(start..end);
        }
        let cut = cut.map(|cut| cut.index(kept[0].0.chars().count()));
        if let Some(cut) = cut {
            kept[0].0 = kept[0].0.chars().take(cut).collect();
        }
        let extractions = kept.into_iter().zip(&changes).map(|((text, (json, sentences)), changes)| {
            let mut extraction = Extraction::from(altered::<Document>(json, changes));
            (extraction.text, extraction.sentences) = (text, sentences);
            extraction
        });
        let extractions: Vec<Extraction> = extractions.collect();
        let extractor = zhengce::shared().unwrap();
        let ledger = extractor.ledger(&extractions);
        let _ = extractor.targets(&extractions);
        let earlier: Ledger = altered(serde_json::to_value(&ledger).unwrap(), &of_ledger);
        let _ = earlier.clone().against(&ledger);
        let _ = ledger.against(&earlier);
    }
}

#[test]
fn a_document_with_another_text_is_refused() {
    let extractor = zhengce::shared().unwrap();
    let extraction = extractor.extract_with_text("今年，新建学校5所。", None);
    let refused = |change: fn(&mut Document), text: &str| {
        let mut document = extraction.document.clone();
        change(&mut document);
        Extraction::new(document, text, Vec::new()).unwrap_err().to_string()
    };
    assert!(
        refused(|_| (), "今年，新建。")
            .starts_with("speeches[0].span: 0..10 is no stretch of a text of 6 characters")
    );
    let reversed = |document: &mut Document| document.speeches[0].figures[0].span.start = 12;
    assert!(refused(reversed, &extraction.text).starts_with("speeches[0].figures[0]: 12..9 is no stretch"));
    let lost = |document: &mut Document| document.speeches[0].figures[0].time = Some(1);
    assert!(refused(lost, &extraction.text).starts_with("speeches[0].figures[0]: there is no record 1"));
    let (document, text) = (extraction.document.clone(), extraction.text.clone());
    assert_eq!(Extraction::new(document, text, extractor.sentences(&extraction.text)).unwrap(), extraction);
}

#[test]
fn a_document_without_its_text_has_neither_entries_nor_targets() {
    let extractor = zhengce::shared().unwrap();
    let extraction = extractor.extract_with_text("今年，地区生产总值增长5%，8月前建成渔港5座。", None);
    let bare = Extraction::from(extraction.document.clone());
    assert!(!extractor.ledger([&extraction]).entries.is_empty());
    assert!(extractor.ledger([&bare]).entries.is_empty() && extractor.targets([&bare]).series.is_empty());
}
