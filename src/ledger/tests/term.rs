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

/// The state and share of what is promised for this year and told in one paper.
fn told_in(promise: &str, date: &str, report: &str) -> (State, Option<String>) {
    let ledger = ledger(&[
        ("2031-01-15", &format!("二、2031年工作安排\n今年，{promise}。")),
        (date, &format!("{report}。")),
    ]);
    let entry = ledger.entries.iter().find(|entry| entry.kind == EntryKind::Measure).unwrap();
    (entry.state, entry.fulfilment.map(|share| share.normalize().to_string()))
}

#[test]
fn a_thing_may_stand_before_how_much_of_it_is_done() {
    for (promise, report, share) in [
        ("新建口袋码头8个", "口袋码头已建成5个，在建3个", "0.625"),
        ("打通断头渔道4条", "4条断头渔道目前只打通了2条", "0.5"),
        ("改造老旧渔村20个", "县渔业局承担的20个老旧渔村改造任务，已完成13个", "0.65"),
        ("改造老旧渔村20个", "20个老旧渔村改造已完工4个", "0.2"),
        ("改造老旧渔村20个", "老旧渔村改造完成17个，剩余3个预计11月完工", "0.85"),
        ("开展渔民培训6000人次", "渔民培训已开展2400人次", "0.4"),
        ("完成征地1860亩", "征地1860亩任务仅完成930亩，未按期完成", "0.5"),
        ("改造提升渔村公路120公里", "渔村公路改造提升仅完成24公里", "0.2"),
        ("新增停车泊位1200个", "目前已建成停车泊位720个", "0.6"),
    ] {
        let under_way = (State::UnderWay, Some(share.to_owned()));
        assert_eq!(told_in(promise, "2031-09-28", report), under_way, "{promise} {report}");
    }
    for (promise, report) in [
        ("新建口袋码头8个", "口袋公园已建成5个"),
        ("新建口袋码头8个", "口袋码头已改造5个"),
        ("打通断头渔道4条", "4条断头渔道目前均未开工"),
        ("改造老旧渔村20个", "老旧渔村已改造5公里"),
        ("改造老旧渔村20个", "老旧渔村占5个"),
    ] {
        assert_eq!(told_in(promise, "2031-09-28", report).0, State::Promised, "{promise} {report}");
    }
}

#[test]
fn all_of_a_number_is_told_without_it() {
    let told = |report| told_in("建成渔村互助点30个", "2031-10-14", report).0;
    assert_eq!(told("渔村互助点全部建成投用"), State::Delivered);
    assert_eq!(told("渔村互助点已全部建成"), State::Delivered);
    for report in
        ["确保渔村互助点全部建成", "渔村互助点将全部建成", "3个渔村互助点全部建成", "渔村互助点全部建成后"]
    {
        assert_ne!(told(report), State::Delivered, "{report}");
    }
}

#[test]
fn verbs_that_say_the_same_of_an_amount_are_one() {
    for (promise, report) in [
        ("创建省级渔村8个", "创成省级渔村8个"),
        ("引进渔业项目20个", "签约渔业项目23个"),
        ("改造提升渔村公路120公里", "新改建渔村公路126公里"),
        ("完成输水管网改造35公里", "更新改造输水管网36公里"),
    ] {
        let report = format!("一、2031年工作回顾\n一年来，{report}");
        assert_eq!(told_in(promise, "2032-01-20", &report).0, State::Delivered, "{promise} {report}");
    }
    for (promise, report) in [
        ("创建省级渔村8个", "改造省级渔村8个"),
        ("引进渔业项目20个", "竣工渔业项目23个"),
        ("改造渔村公路120公里", "养护渔村公路126公里"),
    ] {
        let report = format!("一、2031年工作回顾\n一年来，{report}");
        assert_ne!(told_in(promise, "2032-01-20", &report).0, State::Delivered, "{promise} {report}");
    }
}

#[test]
fn a_promise_that_a_later_paper_hands_on_is_one() {
    let report = "二、2031年工作安排\n全年实施渔港项目92个。力争新增渔业企业12家、渔业合作社5家。";
    let notice = "1.全年实施渔港项目92个。（牵头单位：县渔业局；完成时限：12月底前）\n\
        2.新增渔业企业12家、渔业合作社5家。（牵头单位：县工业局；完成时限：2031年11月底）";
    let ledger = ledger(&[("2031-01-15", report), ("2031-02-10", notice)]);
    let told: Vec<_> = ledger
        .entries
        .iter()
        .map(|entry| {
            let due = entry.deadline.as_ref().map_or("", |due| due.text.as_str());
            (entry.name.as_str(), entry.mentions.len(), due, entry.responsible.as_deref().unwrap_or_default())
        })
        .collect();
    let expected = [
        ("实施渔港项目92个", 2, "12月底前", "县渔业局"),
        ("力争新增渔业企业12家", 2, "2031年11月底", "县工业局"),
        ("力争新增渔业合作社5家", 2, "2031年11月底", "县工业局"),
    ];
    assert_eq!(told, expected);
}
