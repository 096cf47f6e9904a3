//! Amounts of a thing that another item of the list names, and amounts that only say how large a work is.

use super::*;

/// Name, state and deadline of the measures of a text of 2024.
fn measures(text: &str) -> Vec<(String, State, Option<String>)> {
    let ledger = ledger(&[("2024-02-01", text)]);
    let measures = ledger.entries.into_iter().filter(|entry| entry.kind == EntryKind::Measure);
    measures.map(|entry| (entry.name, entry.state, entry.deadline.and_then(|due| due.iso))).collect()
}

fn names(text: &str) -> Vec<String> {
    measures(text).into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn a_verb_with_an_amount_alone_has_the_thing_of_the_item_beside_it() {
    assert_eq!(names("今年，新建渔园3个、提升5个。"), ["新建渔园3个", "提升渔园5个"]);
    assert_eq!(
        names("今年，建设海水渔场12万亩、改造提升4万亩。"),
        ["建设海水渔场12万亩", "改造提升海水渔场4万亩"]
    );
    assert_eq!(names("今年，新建3所、改扩建5所渔校。"), ["改扩建5所渔校", "新建3所渔校"]);
    let due = |iso: &str| Some(iso.to_owned());
    assert_eq!(
        measures("今年，新增渔船泊位5000个，6月底前投用2000个。"),
        [
            ("新增渔船泊位5000个".to_owned(), State::Promised, due("2024")),
            ("投用渔船泊位2000个".to_owned(), State::Promised, due("2024-06")),
        ]
    );
    let ledger = ledger(&[("2024-02-01", "今年，新建渔园3个、提升5个。")]);
    assert_eq!(find(&ledger, "提升渔园").figures[0].of.as_deref(), Some("渔园"));
}

#[test]
fn how_many_are_still_being_built_is_no_object() {
    let found = measures("去年，建成渔道4条、在建8条。");
    assert!(found.contains(&("在建渔道8条".to_owned(), State::UnderWay, None)), "{found:?}");
    assert_eq!(found.len(), 2);
}

#[test]
fn an_amount_of_another_unit_or_with_a_thing_of_its_own_is_not_shared() {
    assert_eq!(names("今年，新建渔园3个、提升5个渔市。").len(), 2);
    assert!(!names("今年，新建渔园3个、提升5个渔市。").iter().any(|name| name.contains("提升渔园")));
    assert_eq!(names("今年，新建渔园3个、提升5%。"), ["新建渔园3个"]);
    assert_eq!(names("今年，新建渔园3个，占全县的5个。"), ["新建渔园3个"]);
}

#[test]
fn a_design_size_and_what_a_work_consists_of_are_no_promises() {
    assert!(names("青岩渔校，设计床位90张，总投资3亿元。").is_empty());
    assert!(names("青岩渔校，规划班级48个，规划学位2160个。").is_empty());
    assert!(names("县里批复了青岩铁路。项目正线全长19公里，新建车站5座。").is_empty());
    assert_eq!(names("今年，完成渔业投资5亿元。"), ["完成渔业投资5亿元"]);
    assert_eq!(names("今年，渔业公路全长19公里，新建渔站5座。"), ["新建渔站5座"]);
    assert_eq!(names("项目总投资9亿元，2024年新建渔站5座。"), ["新建渔站5座"]);
}
