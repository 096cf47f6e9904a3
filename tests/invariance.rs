//! What must not change what is read: where a document is cut, a line of page furniture, the width of characters.

use proptest::prelude::*;
use serde_json::Value;
use zhengce::{Document, RecordKind, Speech};

const SEED: &str = include_str!("../seeds/000_50258b5993b927a1.txt");

/// Speeches of a made-up document: byline and sentences; bylines stand alone in their line.
const BYLINES: &[&str] =
    &["副县长 陈雨桐", "县政协副主席、二级调研员 吴远山", "县发改委主任 江若海", "青溪镇党委书记 何明月"];
const SENTENCES: &[&str] = &[
    "今年，新建学校5所，完成投资3.18亿元，增长5.5%。",
    "推进青溪大桥、清溪医院等项目尽早开工建设。",
    "去年，全县生产总值达到318.5亿元，同比增长6.2%。",
    "落实《青溪县绿色建筑管理办法》，发挥13家“专精特新”企业示范引领作用。",
    "省发展改革委、交通运输部支持清溪港建设。",
    "力争年底前建成通车，惠及群众2万多人。",
    "到2028年，建成标准化厂房30万平方米。",
    "5月底前，完成投资2亿元。",
    "全年完成投资2亿元。",
];
const HEADINGS: &[&str] = &["一、过去一年工作回顾", "二、2027年目标任务", "（一）抓好重点项目"];
/// Lines that a web page puts around a text.
const FURNITURE: &[&str] = &["【字号：大 中 小】", "下载", "打印本页", "分享到：", "字号：大 中 小"];

fn read(text: &str) -> Document {
    static SHARED: std::sync::LazyLock<zhengce::Extractor> = std::sync::LazyLock::new(|| {
        let extractor = zhengce::Extractor::builder().date("2026-01-20").build();
        extractor.expect("the built-in dictionaries are right")
    });
    SHARED.extract(text)
}

/// The records of each speech, in words and without where they stand. A headline is not one: the first may be the title.
fn all(document: &Document) -> Vec<Vec<String>> {
    document.speeches.iter().map(records).collect()
}

fn records(speech: &Speech) -> Vec<String> {
    let Ok(Value::Object(lists)) = serde_json::to_value(speech) else { return Vec::new() };
    let lists =
        lists.into_iter().filter(|(name, _)| !["span", "headline", "sections"].contains(&name.as_str()));
    lists
        .flat_map(|(name, list)| {
            items(list).into_iter().map(move |item| format!("{name}: {}", without_spans(item)))
        })
        .collect()
}

fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        single => vec![single],
    }
}

fn without_spans(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(name, _)| name != "span");
            Value::Object(kept.map(|(name, value)| (name, without_spans(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(without_spans).collect(),
        value => value,
    }
}

/// The first record in which two readings differ.
fn difference(left: &[Vec<String>], right: &[Vec<String>]) -> Option<(Option<String>, Option<String>)> {
    let (mut left, mut right) = (left.iter().flatten(), right.iter().flatten());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (one, other) if one == other => {}
            (one, other) => return Some((one.cloned(), other.cloned())),
        }
    }
}

/// Each cut between two speeches gives documents with the records that the whole has there.
fn check_cuts(text: &str) -> Result<(), TestCaseError> {
    let whole = read(text);
    let records = all(&whole);
    for (index, speech) in whole.speeches.iter().enumerate().skip(1) {
        let cut = speech.span.byte_range().expect("a span from extract knows its bytes").start;
        prop_assert_eq!(difference(&all(&read(&text[..cut])), &records[..index]), None);
        prop_assert_eq!(difference(&all(&read(&text[cut..])), &records[index..]), None);
    }
    Ok(())
}

fn speech() -> impl Strategy<Value = String> {
    let sentences = prop::collection::vec(prop::sample::select(SENTENCES), 1..4);
    let heading = prop::option::of(prop::sample::select(HEADINGS));
    let paragraph = (heading, sentences).prop_map(|(heading, sentences)| {
        heading.map(|heading| format!("{heading}\n\n")).unwrap_or_default() + &sentences.concat()
    });
    let paragraphs = prop::collection::vec(paragraph, 1..4);
    (prop::sample::select(BYLINES), paragraphs)
        .prop_map(|(byline, paragraphs)| format!("{byline}\n\n{}\n\n", paragraphs.join("\n\n")))
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(speech(), 1..5).prop_map(|speeches| speeches.concat())
}

/// Printable ASCII as full-width characters.
fn widened(text: &str) -> String {
    let wide = |character: char| match character {
        '!'..='~' => char::from_u32(u32::from(character) + 0xFEE0).unwrap_or(character),
        _ => character,
    };
    text.chars().map(wide).collect()
}

/// Full-width twins of printable ASCII as ASCII.
fn narrowed(text: &str) -> String {
    let narrow = |character: char| match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    };
    text.chars().map(narrow).collect()
}

/// Where the first speech leaves a chapter open that settles what the same sentences mean.
/// Which kinds are asked for changes no record of theirs but the places in other lists that it refers to.
#[test]
fn a_kind_alone_has_the_records_that_it_has_among_all() {
    let whole = serde_json::to_value(read(SEED)).unwrap();
    for kind in RecordKind::ALL {
        let extractor = zhengce::Extractor::builder().date("2026-01-20").kinds([*kind]).build().unwrap();
        let alone = serde_json::to_value(extractor.extract(SEED)).unwrap();
        for (speech, among_all) in
            items(alone["speeches"].clone()).iter().zip(items(whole["speeches"].clone()))
        {
            let lists = |other: &&RecordKind| !items(speech[other.name()].clone()).is_empty();
            assert!(
                RecordKind::ALL.iter().filter(lists).all(|other| other == kind),
                "{kind:?} alone: {speech}"
            );
            let [alone, among_all] = [speech, &among_all].map(|speech| {
                items(speech[kind.name()].clone()).into_iter().map(without_references).collect::<Vec<_>>()
            });
            assert_eq!(alone, among_all, "{kind:?}");
        }
    }
}

/// A record without its places in the lists of other kinds.
fn without_references(mut record: Value) -> Value {
    let fields = record.as_object_mut().unwrap();
    fields.retain(|name, _| !["time", "deadline", "projects", "figures"].contains(&name.as_str()));
    record
}

#[test]
fn no_chapter_reaches_over_a_cut() {
    for heading in HEADINGS {
        for sentence in SENTENCES {
            let text =
                format!("{}\n\n{heading}\n\n{sentence}\n\n{}\n\n{sentence}\n\n", BYLINES[0], BYLINES[1]);
            assert_eq!(read(&text).speeches.len(), 2, "{text}");
            check_cuts(&text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        }
    }
}

#[test]
fn a_line_of_furniture_between_paragraphs_of_the_seed_changes_no_record() {
    let expected = all(&read(SEED));
    // A record that a column break cuts in two would have the furniture in its slice of the source.
    let ends = SEED.match_indices("\n\n").filter(|(at, _)| SEED[..*at].ends_with('。'));
    for (furniture, (at, _)) in FURNITURE.iter().cycle().zip(ends) {
        let text = format!("{}\n\n{furniture}{}", &SEED[..at], &SEED[at..]);
        assert_eq!(difference(&all(&read(&text)), &expected), None, "{furniture} at byte {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_between_speeches_changes_no_record(text in document()) {
        check_cuts(&text)?;
    }

    #[test]
    fn a_line_of_furniture_changes_no_record(text in document(), furniture in prop::sample::select(FURNITURE), place in any::<prop::sample::Index>()) {
        let breaks: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).collect();
        let at = *place.get(&breaks);
        let with = format!("{}\n\n{furniture}{}", &text[..at], &text[at..]);
        prop_assert_eq!(difference(&all(&read(&with)), &all(&read(&text))), None);
    }

    /// In the middle of a sentence, where a line that was read as text would part what belongs together. A record
    /// that reaches over the break has the furniture in its slice of the source.
    #[test]
    fn a_line_of_furniture_within_a_sentence_changes_no_record(text in document(), furniture in prop::sample::select(FURNITURE), place in any::<prop::sample::Index>()) {
        let commas: Vec<usize> = text.match_indices('，').map(|(at, comma)| at + comma.len()).collect();
        prop_assume!(!commas.is_empty());
        let (before, after) = text.split_at(*place.get(&commas));
        let mut found = all(&read(&format!("{before}\n\n{furniture}\n\n{after}")));
        for record in found.iter_mut().flatten() {
            *record = record.replace(furniture, "");
        }
        prop_assert_eq!(difference(&found, &all(&read(&format!("{before}\n\n{after}")))), None);
    }

    /// Every record stands at the same characters with the same values; its text is as wide as the source.
    #[test]
    fn the_width_of_characters_changes_no_record(text in document()) {
        let spans = |document: &Document| -> Vec<_> {
            let times = |speech: &Speech| speech.times.iter().map(|time| time.span).collect::<Vec<_>>();
            let figures = |speech: &Speech| speech.figures.iter().map(|figure| figure.span).collect::<Vec<_>>();
            document.speeches.iter().map(|speech| (times(speech), figures(speech))).collect()
        };
        let in_narrow = |document: &Document| -> Vec<Vec<String>> {
            all(document).iter().map(|records| records.iter().map(|record| narrowed(record)).collect()).collect()
        };
        let as_written = read(&text);
        for other in [read(&widened(&text)), read(&narrowed(&text))] {
            prop_assert_eq!(difference(&in_narrow(&as_written), &in_narrow(&other)), None);
            prop_assert_eq!(spans(&as_written), spans(&other));
        }
    }
}
