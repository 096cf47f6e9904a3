use super::*;
use crate::extract::shared;

const PLACE: &str = "清溪县政府工作报告\n";

/// The ledger of texts of these dates.
fn ledger(texts: &[(&str, &str)]) -> Ledger {
    let extractor = shared().unwrap();
    let texts: Vec<(&str, String)> =
        texts.iter().map(|(date, text)| (*date, format!("{PLACE}各位代表：\n{text}"))).collect();
    let read: Vec<_> =
        texts.iter().map(|(date, text)| extractor.extract_with_sentences(text, Some(date))).collect();
    let sources: Vec<Source> = read
        .iter()
        .zip(&texts)
        .map(|((document, sentences), (_, text))| Source::new(document, text, sentences))
        .collect();
    Ledger::of(&sources)
}

fn find<'l>(ledger: &'l Ledger, name: &str) -> &'l Entry {
    ledger.entries.iter().find(|entry| entry.names.iter().any(|own| own.contains(name))).unwrap()
}

const YEARS: &[(&str, &str)] = &[
    ("2023-02-01", "今年，开工建设总投资3.5亿元的青岩水库工程。谋划建设白河大桥。推进清溪科创园一期建设。"),
    ("2024-02-01", "加快青岩水库建设。清溪科创园一期建成投用，开工建设清溪科创园二期。"),
    ("2025-02-01", "去年，青岩水库工程竣工。2027年底前新建学校5所。"),
];

#[test]
fn a_project_is_one_entry_over_the_years() {
    let ledger = ledger(YEARS);
    let reservoir = find(&ledger, "青岩水库");
    assert_eq!((reservoir.state, reservoir.mentions.len()), (State::Delivered, 3));
    assert_eq!(reservoir.place.as_deref(), Some("清溪县"));
    let dates: Vec<_> = reservoir.history.iter().filter_map(|step| step.evidence.date.as_deref()).collect();
    assert_eq!(dates, ["2023-02-01", "2024-02-01", "2025-02-01"]);
    assert_eq!(reservoir.figures[0].value, Some(350_000_000.into()));
    assert!(reservoir.mentions.iter().all(|mention| mention.sentence.contains("青岩水库")));
}

#[test]
fn phases_have_entries_of_their_own_and_silence_is_dated() {
    let ledger = ledger(YEARS);
    assert_eq!(find(&ledger, "科创园一期").state, State::Delivered);
    let second = find(&ledger, "科创园二期");
    assert_ne!(second.state, State::Delivered);
    assert_eq!(second.silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "白河大桥").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn a_promise_with_a_deadline_is_an_entry() {
    let ledger = ledger(YEARS);
    let schools = find(&ledger, "新建学校");
    assert_eq!((schools.kind, schools.state), (EntryKind::Measure, State::Promised));
    assert_eq!(schools.deadline.as_ref().and_then(|deadline| deadline.iso.as_deref()), Some("2027-12"));
}

#[test]
fn instalments_of_one_thing_are_apart_and_kept_promises_together() {
    let ledger = ledger(&[
        ("2023-02-01", "今年，新建养老院3家。"),
        ("2024-02-01", "去年，新建养老院4家。今年，再新建养老院6家。"),
        ("2025-02-01", "今年，抓好民生、安全两个方面工作。新建、改建村卫生室8家。"),
    ]);
    let named = |name: &str| -> Vec<usize> {
        let entries = ledger.entries.iter().filter(|entry| entry.names.iter().any(|own| own.contains(name)));
        entries.map(|entry| entry.mentions.len()).collect()
    };
    assert_eq!(named("养老院"), [2, 1], "the promise of 3 was kept with 4; 6 more are another");
    assert_eq!(named("两个方面"), [0; 0]);
    assert_eq!(named("新建、改建村卫生室8家"), [1]);
}

#[test]
fn who_speaks_for_a_body_answers_for_it() {
    let extractor = shared().unwrap();
    let text = "政府工作报告\n各位代表：\n现在，我代表国务院，向大会报告工作。\n今年，新建学校5所。";
    let (document, sentences) = extractor.extract_with_sentences(text, Some("2025-03-05"));
    let ledger = Ledger::of(&[Source::new(&document, text, &sentences)]);
    let schools = find(&ledger, "新建学校");
    assert_eq!((schools.place.as_deref(), schools.answers.as_deref()), (Some("全国"), Some("国务院")));
}

#[test]
fn moves_since_an_earlier_ledger_are_told() {
    let earlier = ledger(&YEARS[..2]);
    let now = ledger(YEARS).against(&earlier);
    assert_eq!(find(&now, "青岩水库").moved, Some(Move::Delivered));
    assert_eq!(find(&now, "科创园二期").moved, Some(Move::Silent));
    assert_eq!(find(&now, "白河大桥").moved, Some(Move::Same));
    assert_eq!(find(&now, "新建学校").moved, Some(Move::New));
    let later = ledger(&YEARS[2..]).against(&earlier);
    assert_eq!(find(&later, "白河大桥").moved, Some(Move::Silent));
}

#[test]
fn every_mention_of_every_document_is_in_one_entry() {
    let extractor = shared().unwrap();
    let ledger = ledger(YEARS);
    let projects: usize = YEARS
        .iter()
        .map(|(date, text)| {
            let text = format!("{PLACE}各位代表：\n{text}");
            extractor
                .extract_dated(&text, Some(date))
                .speeches
                .iter()
                .map(|speech| speech.projects.len())
                .sum::<usize>()
        })
        .sum();
    let entries = ledger.entries.iter().filter(|entry| entry.kind == EntryKind::Project);
    assert_eq!(entries.map(|entry| entry.mentions.len()).sum::<usize>(), projects);
}

#[test]
fn headings_that_count_and_prohibitions_are_no_entries() {
    let text = "（二）开展河道整治（8个）\n严禁新建养殖场5个。\n新建学校6所。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let names: Vec<_> = ledger.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["新建学校6所"]);
}

#[test]
fn the_bracket_behind_a_task_tells_who_answers() {
    let text = "2027年底前，建成渔业监测网络。（渔业部门牵头，各乡镇负责）\n2027年底前，新建学校6所（教育局负责）。\n2027年底前，新建医院3家（含分院）。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let answers = |name| find(&ledger, name).answers.clone();
    assert_eq!(answers("监测网络").as_deref(), Some("渔业部门"));
    assert_eq!(answers("学校").as_deref(), Some("教育局"));
    assert_eq!(answers("医院"), None);
}
