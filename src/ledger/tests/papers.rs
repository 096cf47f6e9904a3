//! Papers of a county that say by their title what they are: lists of promises and reports of completion.

use super::*;

/// The ledger of papers of these dates, which open with their titles.
fn papers(texts: &[(&str, &str)]) -> Ledger {
    let extractor = shared().unwrap();
    let read = |(date, text): &(&str, &str)| extractor.extract_with_text(*text, Some(&date.parse().unwrap()));
    let extractions: Vec<_> = texts.iter().map(read).collect();
    extractor.ledger(&extractions)
}

fn states(ledger: &Ledger) -> Vec<(&str, State)> {
    ledger.entries.iter().map(|entry| (entry.name.as_str(), entry.state)).collect()
}

const PROMISES: &str = "青岩县2025年渔业实事清单\n一、改造渔港12座，10月底前完成。\n二、安装航标灯500盏。\n三、建设栈道9公里。\n四、免费为2万名渔民体检。";

#[test]
fn a_list_of_promises_promises_all_that_stands_on_it() {
    let ledger = papers(&[("2025-02-10", PROMISES)]);
    assert!(ledger.entries.len() > 2);
    assert!(ledger.entries.iter().all(|entry| entry.state == State::Promised), "{:?}", states(&ledger));
}

#[test]
fn a_report_of_completion_delivers_what_it_names() {
    for title in ["青岩县2025年渔业实事完成情况（公示）", "青岩县渔业重点任务落实情况的报告"]
    {
        let report = format!("{title}\n一、改造渔港12座。\n二、改建码头9座。\n下一步，要新建灯塔7座。");
        let ledger = papers(&[("2026-01-06", &report)]);
        let [harbours, piers, beacons] = ["渔港", "码头", "灯塔"].map(|name| find(&ledger, name).state);
        assert_eq!(
            (harbours, piers, beacons),
            (State::Delivered, State::Delivered, State::Promised),
            "{title}"
        );
    }
    let both = "青岩县2025年工作总结和2026年工作安排\n改造渔港12座。";
    assert_eq!(states(&papers(&[("2026-01-06", both)])), [("改造渔港12座", State::Promised)]);
}

#[test]
fn the_report_of_a_list_tells_what_became_of_its_promises() {
    let report =
        "青岩县2025年渔业实事完成情况\n一、改造渔港11座，另有1座调整至2026年实施。\n二、安装航标灯500盏。";
    let ledger = papers(&[("2025-02-10", PROMISES), ("2026-01-06", report)]);
    assert_eq!(find(&ledger, "改造渔港12座").state, State::Short);
    assert_eq!(find(&ledger, "安装航标灯").state, State::Delivered);
}

const PRESSED: &str = "关于青岩县重点工作进展缓慢事项的督办通知\n\
    1.渔港改造。年度任务32座，目前仅开工21座、完工9座，要求10月15日前全部开工、12月20日前全部完工。责任单位：县渔业局；责任人：胡四海。\n\
    2.青溪至白石航道改建工程。应于8月底完成疏浚工程，实际仅完成62%，须于10月31日前完成。责任单位：县交通运输局。\n\
    3.旧码头整治。至今未办理施工许可证，未开工。请白石镇人民政府9月30日前书面说明原因。\n\
    4.青岩渔市项目。原定6月底竣工，现已逾期。责任单位：县商务局。\n\
    5.加强渔政执法。目前已检查渔船300艘。\n\
    6.灯塔安装：任务12座，已全部完工。责任单位：县海事局。";

#[test]
fn an_item_that_is_a_head_and_what_is_told_of_it_is_a_task() {
    let ledger = papers(&[("2025-09-22", PRESSED)]);
    let told = |name: &str| {
        let entry = find(&ledger, name);
        let due = entry.deadline.as_ref().and_then(|due| due.last_day.as_deref());
        (entry.state, due, entry.responsible.as_deref())
    };
    assert_eq!(told("渔港改造"), (State::UnderWay, Some("2025-12-20"), Some("县渔业局")));
    assert_eq!(told("航道改建"), (State::UnderWay, Some("2025-10-31"), Some("县交通运输局")));
    assert_eq!(told("旧码头整治"), (State::Promised, None, Some("白石镇人民政府")));
    assert_eq!(told("青岩渔市"), (State::Promised, Some("2025-06-30"), Some("县商务局")));
    assert_eq!(told("灯塔安装"), (State::Delivered, None, Some("县海事局")));
    assert_eq!(find(&ledger, "青岩渔市").overdue, Some(true));
    let harbours = find(&ledger, "渔港改造");
    assert_eq!(harbours.fulfilment.map(|share| share.to_string()).as_deref(), Some("0.281"));
    assert!(!ledger.entries.iter().any(|entry| entry.name.contains("渔政")));
}

#[test]
fn a_work_that_missed_its_end_is_still_to_come() {
    let ledger = papers(&[("2025-09-22", "青岩县督查通报\n白石大桥改造工程未按期完工。")]);
    assert_eq!(find(&ledger, "白石大桥").state, State::Promised);
}

/// A day that is told of the whole of a work is not that of the part which ends before it; a sentence that says nothing but
/// the end tells it of the promise before; from when something is done is no day by which it is.
#[test]
fn a_deadline_is_that_of_its_own_task() {
    let text = "青岩县2025年渔业实事清单\n一、汛期前完成水闸加固，10月底前全面完工。\n二、改造渔港12座。12月底前完成。\n三、安装航标灯500盏。年底前全部亮灯。\n四、修缮栈道30处，暑假前完工。\n五、改造旧网3处。渔民十分关心。10月底前完成报告。\n六、年内完成9座码头改造，10月底前全面完工。\n七、2026年春季学期起，选派30名教师到海岛任教。";
    let ledger = papers(&[("2025-02-10", text)]);
    let due = |name: &str| find(&ledger, name).deadline.as_ref().map(|due| due.text.as_str());
    assert_eq!(due("水闸"), Some("汛期前"));
    assert_eq!(due("渔港"), Some("12月底前"));
    assert_eq!(due("航标灯"), Some("年底前"));
    assert_eq!(due("栈道"), Some("暑假前"));
    assert_eq!(due("教师"), None);
    assert_eq!(due("旧网"), None);
    assert_eq!(due("码头"), Some("10月底前"));
}
