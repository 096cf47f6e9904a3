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

/// The day of a whole work is not that of the part that ends before it. A sentence that tells only the end
/// tells that of the promise before it. The day on which something begins is no deadline.
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

#[test]
fn a_report_in_another_order_is_known_again() {
    let told = |promise: &str, report: &str| {
        let promise = format!("青岩县2025年渔业实事清单\n{promise}");
        let report = format!("青岩县2025年渔业实事完成情况通报\n{report}");
        let ledger = papers(&[("2025-02-10", &promise), ("2026-01-06", &report)]);
        ledger.entries.first().map(|entry| entry.state)
    };
    for (promise, report, state) in [
        ("建成渔市2所。", "2所渔市均已于9月1日投用。", State::Delivered),
        ("新建养老院2所，8月底前投入使用。", "养老院2所全部投入使用。", State::Delivered),
        ("建成养老院2所。", "公办养老院2所均已于9月1日投用。", State::Delivered),
        ("建设滨海栈道12公里。", "滨海栈道完成12公里，全面完工。", State::Delivered),
        ("改造渔港40座。", "渔港改造任务40座，实际完成38座。", State::Short),
        ("新建、改造渔区公路110公里。", "新建、改造渔区公路仅完成88公里。", State::Short),
        ("改造渔港40座。", "渔港改造取消。", State::Stopped),
        ("建成养老院2所。", "2所小学均已于9月1日投用。", State::Promised),
        ("建设滨海栈道12公里。", "山间步道完成12公里。", State::Promised),
    ] {
        assert_eq!(told(promise, report), Some(state), "{promise} | {report}");
    }
}

#[test]
fn the_course_and_the_outcome_of_a_deed_are_no_deed() {
    for text in ["执行中经县人大常委会批准调整为9亿元。", "预算执行结果为9亿元。"]
    {
        let ledger = papers(&[("2026-01-06", &format!("青岩县2025年预算执行情况\n{text}"))]);
        assert!(ledger.entries.is_empty(), "{text}: {:?}", states(&ledger));
    }
}

/// In a paper without a date, a month without a year is in the year of the title. The content of a work is
/// compared with what is done of it, but not its cost or a part of it.
#[test]
fn a_table_of_works_tells_how_much_is_done() {
    let table = "青岩县2025年渔业实事任务分解表\n序号\t项目名称\t建设内容\t总投资（万元）\t完成时限\t进展情况\n\
                 1\t泊位扩容\t新增泊位1200个\t860\t2026年6月\t已建成410个\n\
                 2\t管网改造\t改造管网86公里，惠及9000户\t5400\t11月\t完成35公里，占40.7%\n\
                 3\t环岛公路\t全长5公里\t900\t9月底\t完成路基5公里\n";
    let extraction = shared().unwrap().extract_with_text(table, None);
    let ledger = shared().unwrap().ledger([&extraction]);
    let told = |name: &str| {
        let entry = find(&ledger, name);
        let due = entry.deadline.as_ref().and_then(|due| due.last_day.as_deref());
        (entry.fulfilment.map(|share| share.to_string()), due)
    };
    assert_eq!(told("泊位扩容"), (Some("0.342".to_owned()), Some("2026-06-30")));
    assert_eq!(told("管网改造"), (Some("0.407".to_owned()), Some("2025-11-30")));
    assert_eq!(told("环岛公路"), (None, Some("2025-09-30")));
}

#[test]
fn the_items_of_reports_by_the_month_are_works() {
    let text = "白水县2025年重点项目进度月报\n1.智慧渔业园项目。总投资12亿元，累计完成投资3亿元。1#厂房主体已完工，预计12月底投产。\n\
                2.城南冷库二期工程：总投资1.8亿元，已竣工验收。\n3.渔业文化中心项目：因规划调整，暂缓建设。\n\
                4.青溪河道整治。计划治理河道14公里，目前完成5公里。县水利局要加快进度。";
    let ledger = papers(&[("2025-09-30", text)]);
    let told = |name: &str| {
        let entry = find(&ledger, name);
        (entry.state, entry.fulfilment.map(|share| share.to_string()), entry.responsible.as_deref())
    };
    assert_eq!(told("智慧渔业园").0, State::UnderWay);
    assert_eq!(find(&ledger, "智慧渔业园").figures.len(), 1);
    assert_eq!(told("冷库二期").0, State::Delivered);
    assert_eq!(told("文化中心").0, State::Stopped);
    assert_eq!(told("河道整治"), (State::UnderWay, Some("0.357".to_owned()), Some("县水利局")));
}

#[test]
fn what_minutes_speak_of_is_no_task() {
    let text = "青岩县人民政府专题会议纪要\n一、关于码头建设。会议议定，暂停南门码头建设，由县渔业局12月底前建成渔市1处。";
    let ledger = papers(&[("2025-05-20", text)]);
    assert!(!ledger.entries.iter().any(|entry| entry.name.starts_with("关于")), "{:?}", states(&ledger));
    assert_eq!(find(&ledger, "南门码头").state, State::Stopped);
}

#[test]
fn a_list_of_faults_is_called_by_the_remedies_and_a_reason_may_stand_before_a_stop() {
    let table = "序号\t问题\t整改措施\t责任单位\t整改进展\n1\t渔港污水外溢\t新建收集池2座\t县渔业局\t因资金未到位，暂停施工\n";
    let ledger = papers(&[("2025-05-20", table)]);
    assert_eq!(states(&ledger), [("新建收集池2座", State::Stopped)]);
}

/// A list of promises without a date is of the year of its title, so that a later paper reports on it.
#[test]
fn a_list_without_a_date_is_of_the_year_of_its_title() {
    let extractor = shared().unwrap();
    let promise = extractor.extract_with_text("青岩县2025年渔业实事清单\n改造渔港12座。", None);
    let report = "青岩县2025年渔业实事完成情况\n改造渔港12座。";
    let report = extractor.extract_with_text(report, Some(&"2026-01-06".parse().unwrap()));
    let ledger = extractor.ledger([&promise, &report]);
    assert_eq!(states(&ledger), [("改造渔港12座", State::Delivered)]);
}
