//! Tests of the words after a task that say what has become of it.

use super::*;

/// The state of the one entry, and how much of it is done, in percent.
fn told(text: &str) -> (State, Option<String>) {
    let ledger = ledger(&[("2024-07-01", text)]);
    assert_eq!(ledger.entries.len(), 1, "{text}: {:?}", names(&[("2024-07-01", text)]));
    let entry = &ledger.entries[0];
    (entry.state, entry.fulfilment.map(|share| share.normalize().to_string()))
}

#[test]
fn a_part_of_a_task_is_under_way() {
    for (text, share) in [
        ("改造老旧渔港20座，已完工9座。", Some("0.45")),
        ("改造老旧渔港20座，已完工9座，在建11座。", Some("0.45")),
        ("改造老旧渔港20座，已全部开工。", None),
        ("新建渔村公园8个，已建成5个，在建3个。", Some("0.625")),
        ("新建渔村公园8个，已开工3个。", None),
        ("新建渔村公园8个，已完成前期工作。", None),
        ("新建渔村公园8个，已完成选址。", None),
        ("新建渔村公园8个，目前正在招标。", None),
        ("计划新建渔村公园8个，已建成5个。", Some("0.625")),
        ("新建渔村公园8个。目前已建成5个。", Some("0.625")),
        ("新增渔船泊位1200个，截至6月底已完成740个。", Some("0.617")),
        ("开展渔民技能培训6000人次，累计培训4350人次，完成72.5%。", Some("0.725")),
        ("今年打通渔区断头路4条，目前只打通了2条。", Some("0.5")),
        ("县渔业局承担的20个渔港改造任务，已完成9个。", Some("0.45")),
        ("20个渔港改造任务，已完成9个。", Some("0.45")),
    ] {
        assert_eq!(told(text), (State::UnderWay, share.map(str::to_owned)), "{text}");
    }
}

#[test]
fn all_of_a_task_is_delivered() {
    for (text, share) in [
        ("新建渔村公园8个，已全部建成。", None),
        ("新建渔村公园8个，已建成8个。", Some("1")),
        ("新建渔村公园8个，9个已建成。", Some("1.125")),
        ("五、开展渔民免费筛查5000人。进展情况：完成筛查5126人。（责任单位：县渔业局）", Some("1.025")),
        ("改造老旧渔港20座，已惠及渔民3000户。", None),
        ("计划建成渔港18座，实际建成20座。", Some("1.111")),
        ("去年，已建成渔村公园8个，已开放5个。", None),
    ] {
        assert_eq!(told(text), (State::Delivered, share.map(str::to_owned)), "{text}");
    }
}

#[test]
fn a_numbered_task_is_told_of_in_its_paragraph() {
    let review = "一、2023年工作回顾\n";
    let state = |text: &str| find(&ledger(&[("2024-07-01", &format!("{review}{text}"))]), "航道").state;
    assert_eq!(state("1.打通渔区航道3条。受台风影响，目前均未开工。"), State::Promised);
    assert_eq!(state("1.打通渔区航道3条。县里多次协调，目前已开工2条。"), State::UnderWay);
    assert_eq!(state("1.打通渔区航道3条。渔民出行更加方便。"), State::Delivered);
}

#[test]
fn what_is_still_to_come_tells_nothing_of_a_task() {
    for text in ["今年新建渔村公园8个，预计9月底前全部建成。", "今年新建渔村公园8个，争取建成5个。"]
    {
        assert_eq!(
            find(&ledger(&[("2024-07-01", text)]), "新建渔村公园8个").state,
            State::Promised,
            "{text}"
        );
    }
}

#[test]
fn what_is_told_of_something_else_is_an_entry_of_its_own() {
    let names = names(&[(
        "2024-07-01",
        "新建渔村公园80个，累计与39个县结好，建成渔港3座。完成渔村改造61个；累计建成渔民驿站7个。",
    )]);
    assert!(
        ["公园80个", "渔港3座", "改造61个", "驿站7个"]
            .iter()
            .all(|own| names.iter().any(|name| name.contains(own))),
        "{names:?}"
    );
}
