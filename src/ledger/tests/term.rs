//! Promises of an amount and what the papers of their own year tell of them.

use super::*;

/// What three reports promise and tell, and the notices between them: all made up.
const PAPERS: &[(&str, &str)] = &[
    (
        "2031-01-15",
        "二、2031年工作安排\n今年，新建渔村码头8座。打通断头渔道3条。新增公共停车泊位1200个。改造老旧渔港20座。完成渔港管网改造35公里。\
            开展渔民技能培训6000人次。改建渔村公路12公里。2033年底前新建渔村冷库30座。",
    ),
    (
        "2031-07-10",
        "截至6月底，已新建渔村码头5座。改造老旧渔港20座，已完工9座，在建11座。渔港管网改造35公里，累计完成22公里。\
            渔民技能培训累计4350人次。",
    ),
    (
        "2031-10-14",
        "8座渔村码头全部建成开放。新增停车泊位1216个，超额完成年度任务。目前，已新建渔村冷库9座。",
    ),
    (
        "2032-01-20",
        "一、2031年工作回顾\n一年来，新建渔村码头8座，改造老旧渔港20座，打通断头渔道1条，改建渔村公路12.5公里。\n\
            二、2032年工作安排\n今年，新建渔村码头6座。打通断头渔道2条。",
    ),
    ("2032-08-10", "截至7月底，已新建渔村码头3座。"),
    ("2033-01-20", "一、2032年工作回顾\n一年来，新建渔村码头7座，打通断头渔道2条。"),
];

/// The state, share and mentions of the entry whose first name is this.
fn entry(ledger: &Ledger, name: &str) -> (State, Option<String>, usize) {
    let entry = ledger.entries.iter().find(|entry| entry.name == name).unwrap();
    (entry.state, entry.fulfilment.map(|share| share.normalize().to_string()), entry.mentions.len())
}

#[test]
fn the_papers_of_its_own_year_tell_of_a_promise() {
    let ledger = ledger(PAPERS);
    let told = |name| entry(&ledger, name);
    let share = |share: &str| Some(share.to_owned());
    assert_eq!(told("新建渔村码头8座"), (State::Delivered, share("1"), 4));
    assert_eq!(told("新建渔村码头6座"), (State::Delivered, share("1.167"), 3));
    assert_eq!(told("新增公共停车泊位1200个"), (State::Delivered, share("1.013"), 2));
    assert_eq!(told("改造老旧渔港20座"), (State::Delivered, share("1"), 3));
    assert_eq!(told("完成渔港管网改造35公里"), (State::UnderWay, share("0.629"), 2));
    assert_eq!(told("改建渔村公路12公里"), (State::Delivered, share("1.042"), 2));
    assert_eq!(told("打通断头渔道3条"), (State::UnderWay, share("0.333"), 2));
    assert_eq!(told("打通断头渔道2条"), (State::Delivered, share("1"), 2));
    assert_eq!(told("新建渔村冷库30座"), (State::UnderWay, share("0.3"), 2));
    let names: Vec<_> = ledger.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert!(!names.contains(&"新建渔村码头5座") && !names.contains(&"打通断头渔道1条"), "{names:?}");
}

#[test]
fn how_far_a_promise_came_stands_in_its_history() {
    let ledger = ledger(PAPERS);
    let quays = find(&ledger, "新建渔村码头8座");
    let steps: Vec<_> = quays
        .history
        .iter()
        .map(|step| (step.evidence.date.as_deref().unwrap_or_default(), step.state))
        .collect();
    let delivered = State::Delivered;
    let expected = [
        ("2031-01-15", State::Promised),
        ("2031-07-10", State::UnderWay),
        ("2031-10-14", delivered),
        ("2032-01-20", delivered),
    ];
    assert_eq!(steps, expected);
}

/// The state of what is promised in January and told later, and how many entries both make.
fn told(promise: &str, date: &str, report: &str) -> (State, usize) {
    let ledger = ledger(&[("2031-01-15", promise), (date, report)]);
    (ledger.entries[0].state, ledger.entries.len())
}

#[test]
fn what_another_year_or_undertaking_brought_is_no_part_of_a_promise() {
    let quays = "今年，新建渔村码头8座。";
    for report in [
        "2030年，新建渔村码头6座。",
        "近三年来，新建渔村码头12座。",
        "已新建渔村冷库6座。",
        "已改造渔村码头6座。",
        "已新建渔村码头6公里。",
        "全县已有渔村码头9座。",
        "您在来信中建议新建渔村码头6座。",
    ] {
        assert_eq!(told(quays, "2031-07-10", report).0, State::Promised, "{report}");
    }
    // Before it was promised.
    let ledger = ledger(&[("2031-01-15", "已新建渔村码头6座。"), ("2031-03-15", "今年，新建渔村码头8座。")]);
    assert_eq!(find(&ledger, "渔村码头8座").state, State::Promised);
}

#[test]
fn of_what_is_due_years_later_one_year_is_no_part() {
    let stores = "2033年底前新建渔村冷库30座。";
    assert_eq!(told(stores, "2032-01-20", "去年，新建渔村冷库9座。"), (State::Promised, 2));
    assert_eq!(told(stores, "2032-01-20", "目前，累计新建渔村冷库9座。"), (State::UnderWay, 1));
    assert_eq!(told(stores, "2034-01-20", "累计新建渔村冷库31座。"), (State::Delivered, 1));
    assert_eq!(told(stores, "2034-01-20", "去年，新建渔村冷库9座。"), (State::Promised, 2));
}
