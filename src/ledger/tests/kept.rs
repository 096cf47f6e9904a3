//! Promises and what the next report speaks of them.

use super::*;

/// The state and number of mentions of the first entry, of a promise of 2024 and a later report.
fn kept(promise: &str, date: &str, report: &str) -> (State, usize) {
    let extractor = shared().unwrap();
    let texts = [("2024-02-01", promise), (date, report)];
    let texts =
        texts.map(|(date, text)| (date, format!("清溪县政府工作报告\n各位代表：\n{text}新建渔港25座。")));
    let ledger = extractor
        .ledger(&texts.map(|(date, text)| extractor.extract_with_text(text, Some(&date.parse().unwrap()))));
    let open = |entry: &&crate::Entry| {
        !entry.name.contains("渔港") && entry.mentions[0].date.as_deref() == Some("2024-02-01")
    };
    let entry = ledger.entries.iter().find(open).unwrap();
    (entry.state, entry.mentions.len())
}

#[test]
fn the_next_report_keeps_a_promise_in_other_words() {
    let delivered = (State::Delivered, 2);
    let told = |promise, report| kept(promise, "2025-02-01", report);
    assert_eq!(told("今年，增加5万渔光用户。", "去年，新增5.1万渔光用户。"), delivered);

    assert_eq!(
        told("今年，再解决30万渔村居民的安全用冰问题。", "去年，解决40多万渔村居民的用冰安全问题。"),
        delivered
    );
    assert_eq!(told("2024年底前完成渔网回收专项整治工作。", "去年，完成渔网回收专项整治。"), delivered);
}

#[test]
fn what_came_to_be_less_or_was_done_keeps_a_promise() {
    let delivered = (State::Delivered, 2);
    let told = |promise, report| kept(promise, "2025-02-01", report);
    assert_eq!(told("今年，再减少渔村贫困人口1000人以上。", "去年，渔村贫困人口减少1150人。"), delivered);
    assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁280户。"), delivered);
    assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁90户。"), (State::UnderWay, 2));
    assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁9户。").0, State::Promised);
    assert_eq!(told("今年，淘汰老旧渔船600艘。", "去年，淘汰老旧渔船指标超额完成。"), delivered);
    assert_eq!(told("2024年底前启动渔民技能提升计划。", "渔民技能提升计划开始实施。"), delivered);
    assert_eq!(told("今年，淘汰老旧渔船600艘。", "今年，淘汰老旧渔船指标要尽快完成。").0, State::Promised);
}

#[test]
fn a_report_may_leave_out_an_attribute() {
    let told = |promise, report| kept(promise, "2025-02-01", report);
    let delivered = (State::Delivered, 2);
    assert_eq!(told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网45.6公里。"), delivered);
    assert_eq!(told("今年，建设渔村公共停车位150个。", "去年，建成公共停车位160个。"), delivered);
    assert_eq!(told("今年，改造渔村老旧输水管网45公里。", "去年，改造输电线路45公里。").0, State::Promised);
    assert_eq!(told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网9公里。").0, State::Promised);
}

#[test]
fn what_came_to_be_more_tells_what_was_to_be_built_or_raised() {
    let told = |promise, report| kept(promise, "2025-02-01", report);
    let delivered = (State::Delivered, 2);
    assert_eq!(told("今年，建设渔船停靠位150个。", "去年，新增渔船停靠位162个。"), delivered);
    assert_eq!(told("今年，要新增泊位150个。", "去年，新增泊位162个。"), delivered);
    assert_eq!(told("今年，培育渔业龙头企业10家。", "去年，新增渔业龙头企业11家。"), delivered);
    assert_eq!(told("今年，要新增渔船航线3条。", "去年，开通渔船航线3条。"), delivered);
    assert_eq!(
        told("今年，完成一期标准冷库12万平方米。", "去年，清溪渔业园一期12万平方米标准冷库全面建成。"),
        delivered
    );
    assert_eq!(told("今年，要新增泊位150个。", "去年，新增泊位60个。"), (State::UnderWay, 2));
    assert_eq!(told("今年，要新增泊位150个。", "去年，新增泊位6个。").0, State::Promised);
    assert_eq!(told("今年，要新增泊位150个。", "去年，现有泊位162个。").0, State::Promised);
}

#[test]
fn a_deed_that_is_counted_by_times_is_told_by_the_deed_alone() {
    let told = |promise, report| kept(promise, "2025-02-01", report).0;
    let once = "今年，开展渔民技能培训5000人次。";
    assert_eq!(told(once, "去年，培训5230人次。"), State::Delivered);
    assert_eq!(told(once, "去年，培训2300人次。"), State::Promised);
    let teachers = "今年，开展教师技能培训5000人次。";
    assert_eq!(told(teachers, "去年，培训5230人次。"), State::Delivered);
    assert_eq!(told(teachers, "去年，举办教师讲座，培训5230人次。"), State::Delivered);
    assert_eq!(told(teachers, "去年，组织渔民参加活动，培训5230人次。"), State::Promised);
    let free = "今年，为全县65岁以上渔民免费体检3万人次。";
    assert_eq!(told(free, "去年，免费体检3.2万人次。"), State::Delivered);
    let women = "今年，为全县渔家妇女免费“两病”筛查1.2万人。";
    assert_eq!(told(women, "去年，完成渔家妇女“两病”免费筛查1.26万人。"), State::Delivered);
    let two = "今年，开展渔民技能培训5000人次。开展船员安全培训5100人次。";
    assert_eq!(told(two, "去年，培训5230人次。"), State::Promised);
}

#[test]
fn a_report_may_add_what_else_is_built_or_an_attribute() {
    let told = |promise, report| kept(promise, "2025-02-01", report).0;
    assert_eq!(told("今年，改建渔村公路20公里。", "去年，新建改建渔村公路23公里。"), State::Delivered);
    let rate = "今年，将渔业企业加计扣除比例提高到90%。";
    assert_eq!(told(rate, "去年，将渔业企业研发费用加计扣除比例提高到90%。"), State::Delivered);
    assert_eq!(told(rate, "去年，将渔业企业研发费用加计扣除比例提高到95%。"), State::Promised);
    assert_eq!(told(rate, "去年，将林业企业研发费用加计扣除比例提高到90%。"), State::Promised);
    assert_eq!(told("今年，完成渔村住房改造600套。", "去年，渔村住房改造620多套。"), State::Delivered);
}

#[test]
fn a_sum_that_is_spent_is_called_so_or_otherwise() {
    let told = |report| kept("今年，安排“三渔”支出56亿元。", "2025-02-01", report).0;
    assert_eq!(told("去年，县财政用于“三渔”的投入59亿元。"), State::Delivered);
    assert_eq!(told("去年，县财政用于林业的投入59亿元。"), State::Promised);
}

#[test]
fn a_plan_that_was_drawn_up_years_later_is_delivered() {
    let told = |promise, report| kept(promise, "2026-02-01", report).0;
    let plan = "今年，研究制定全县中长期渔业改革和发展规划纲要。";
    assert_eq!(
        told(plan, "五年来，我们制定和实施全县中长期渔业改革和发展规划纲要，渔民受益。"),
        State::Delivered
    );
    assert_eq!(
        told("今年，完成全县中长期渔业发展规划的编制。", "去年，制定了《全县中长期渔业发展规划纲要》。"),
        State::Delivered
    );
    assert_eq!(told(plan, "今年，制定和实施全县中长期渔业改革和发展规划纲要。"), State::Promised);
    assert_eq!(told(plan, "去年，落实全县中长期渔业改革和发展规划纲要。"), State::Promised);
}

#[test]
fn a_report_may_name_the_thing_first() {
    let told = |promise, report| kept(promise, "2025-02-01", report).0;
    for (promise, report) in [
        ("今年，新建口袋码头6座。", "去年，口袋码头新建6座。"),
        ("今年，建设码头9座。", "去年，9座码头建成投用。"),
        ("今年，新增养老床位40个。", "去年，养老床位新增41个。"),
        ("今年，改造危桥9座。", "去年，9座危桥全部完成改造。"),
        ("今年，改造老旧渔村28个。", "去年，28个老旧渔村改造全面完工。"),
        ("今年，关停煤矿3家。", "去年，3家煤矿依法关停。"),
        ("今年，实施养殖项目42个。", "去年，42个养殖项目全部实施。"),
        ("今年，打通渔村公路6条。", "去年，渔村公路打通6条。"),
    ] {
        assert_eq!(told(promise, report), State::Delivered, "{promise} {report}");
    }
    for (promise, report) in [
        ("今年，建设码头9座。", "去年，9座船坞建成投用。"),
        ("今年，打通渔村公路6条。", "去年，渔村公路养护6条。"),
        ("今年，建设码头9座。", "去年，码头达到9座。"),
        ("今年，改造危桥9座。", "去年，9座危桥有待改造。"),
        ("今年，新增养老床位40个。", "去年，养老床位达到410个。"),
    ] {
        assert_eq!(told(promise, report), State::Promised, "{promise} {report}");
    }
}

#[test]
fn a_report_may_have_an_attribute_more_or_less() {
    let told = |promise, report| kept(promise, "2025-02-01", report).0;
    for (promise, report) in [
        ("今年，改造老旧渔村28个。", "去年，改造城镇老旧渔村28个。"),
        ("今年，发放捕捞券1000万元。", "去年，发放各类捕捞券1050万元。"),
        ("今年，新建渔村公厕300座。", "去年，新建渔村公厕近300座。"),
        ("今年，举办大型渔业会12场。", "去年，举办渔业会15场。"),
    ] {
        assert_eq!(told(promise, report), State::Delivered, "{promise} {report}");
    }
    assert_eq!(told("今年，改造老旧渔村28个。", "去年，改造老旧渔船28个。"), State::Promised);
    assert_eq!(told("今年，举办大型渔业会12场。", "去年，举办渔业会5场。"), State::Promised);
}

#[test]
fn half_of_a_promise_in_its_own_words_tells_of_it() {
    let told = |report| kept("今年，新建渔村冷库4座。", "2025-02-01", report);
    assert_eq!(told("去年，建成渔村冷库3座。"), (State::Short, 2));
    assert_eq!(told("去年，建成渔村冷库1座。"), (State::UnderWay, 2));
    assert_eq!(told("去年，建成渔港冷库1座。").0, State::Promised);
}

#[test]
fn one_sort_of_dash_is_as_good_as_another() {
    let told = |promise, report| kept(promise, "2025-02-01", report);
    let promise = "2024年底前建成清溪－白石渔业合作机制。";
    assert_eq!(told(promise, "去年，建成清溪—白石渔业合作机制。"), (State::Delivered, 2));
}

#[test]
fn without_an_amount_it_may_be_kept_early() {
    let kept = |date, report| kept("2027年底前取消渔业税。", date, report);
    assert_eq!(kept("2026-02-01", "去年，全部取消了渔业税和渔港税。"), (State::Delivered, 2));
    assert_eq!(kept("2026-02-01", "去年，全部取消了渔具税。").0, State::Promised);
}

#[test]
fn less_or_something_else_or_another_year_does_not() {
    let kept = |promise, date, report| kept(promise, date, report).0;
    let open = State::Promised;
    assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增2万渔光用户。"), State::UnderWay);
    assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增2000渔光用户。"), open);
    assert_eq!(kept("今年，增加5万渔光用户。", "2027-02-01", "去年，新增5.1万渔光用户。"), open);
    assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增5.1万渔船用户。"), open);
    assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "五年来，新增9万渔光用户。"), open);
}

#[test]
fn synonyms_of_a_verb_or_thing_keep_a_promise() {
    let told = |promise, report| kept(promise, "2025-02-01", report);
    let delivered = (State::Delivered, 2);
    assert_eq!(
        told("今年计划在渔业单位安排七万多人就业。", "2024年全县在城镇安置了9.3万人就业。"),
        delivered
    );
    assert_eq!(told("今年，新增停车位500个。", "去年，新增停车泊位520个。"), delivered);
    assert_eq!(told("今年，新建幼儿园5所。", "去年，建好幼儿园5所。"), delivered);
    assert_eq!(told("今年，关停小渔场50家。", "去年，关闭小渔场52家。"), delivered);
    assert_eq!(told("今年计划安排七万多人就业。", "2024年安置了9.3万人住宿。").0, State::Promised);
    assert_eq!(told("今年，新增停车位500个。", "去年，新增候车位520个。").0, State::Promised);
}

#[test]
fn the_own_purse_that_spends_a_sum_goes_without_saying() {
    let told = |promise, report| kept(promise, "2025-02-01", report);
    let promise = "今年县财政将安排渔业支出1134万元。";
    assert_eq!(told(promise, "县财政渔业投入1163万元，增长16.4%。"), (State::Delivered, 2));
    assert_eq!(told(promise, "全国财政渔业投入1163万元，增长16.4%。").0, State::Promised);
}

#[test]
fn a_task_is_promised_again_until_it_is_due_and_told_to_be_done() {
    let texts = [
        ("2024-02", "确保完成2025年前裁减渔船员额20万等各项任务。"),
        ("2025-02", "圆满完成裁减渔船员额20万的任务。"),
        ("2026-02", "裁减渔船员额二十万任务顺利完成。"),
    ];
    let ledger = super::ledger(&texts);
    let found: Vec<_> = ledger.entries.iter().map(|entry| (entry.state, entry.history.len())).collect();
    assert_eq!(found, [(State::Delivered, 3)]);
}

#[test]
fn what_is_only_begun_was_not_built() {
    let told = |promise, report| kept(promise, "2024-07-10", report).0;
    for report in [
        "6所渔校全部开工。",
        "渔校6所均已开工建设。",
        "6所渔校已于3月开工。",
        "新建渔校6所已全部开工。",
        "上半年，新建渔校开工6所。",
    ] {
        assert_eq!(told("今年，新建渔校6所。", report), State::UnderWay, "{report}");
    }
    assert_eq!(told("今年，新建渔校6所。", "6所渔校全部建成。"), State::Delivered);
    assert_eq!(told("今年，开工改造渔村旧居50套。", "50套渔村旧居全部开工。"), State::Delivered);
}

#[test]
fn a_bar_of_those_meant_is_no_amount_and_no_ceiling() {
    let told = |promise, report| kept(promise, "2024-07-10", report).0;
    for (promise, report) in [
        ("今年，新增3岁以下渔童学位1500个。", "上半年，新增3岁以下渔童学位870个。"),
        ("今年，新建500人以上渔村公路38公里。", "上半年，新建500人以上渔村公路12公里。"),
        ("今年，培训50人以上渔企管理人员300人。", "上半年，培训50人以上渔企管理人员100人。"),
    ] {
        assert_eq!(told(promise, report), State::UnderWay, "{promise}");
    }
}

#[test]
fn at_least_an_amount_is_promised_in_the_same_words() {
    let told = |promise, report| kept(promise, "2024-07-10", report);
    for promise in ["今年，办理渔业案件不少于2600件。", "今年，办理渔业案件至少2600件。"]
    {
        assert_eq!(told(promise, "上半年，办理渔业案件1422件。"), (State::UnderWay, 2), "{promise}");
        assert_eq!(told(promise, "上半年，办理渔业案件2610件。"), (State::Delivered, 2), "{promise}");
    }
}

#[test]
fn an_item_of_a_list_has_the_verb_that_opens_it_in_a_report_too() {
    let ledger = ledger(&[
        ("2024-01-10", "今年，新增渔企40户、渔业商户60户。"),
        ("2024-07-10", "上半年，新增渔企18户、渔业商户41户。"),
    ]);
    let shares =
        ["渔企40户", "商户60户"].map(|name| find(&ledger, name).fulfilment.map(|share| share.to_string()));
    assert_eq!(shares, [Some("0.45".to_owned()), Some("0.683".to_owned())]);
}

#[test]
fn what_begins_once_more_is_reported_as_newly_begun() {
    let ledger = ledger(&[
        ("2024-01-10", "今年，再开工20项渔港防波工程。"),
        ("2025-01-10", "去年，新开工渔港防波工程21项。"),
    ]);
    assert_eq!(find(&ledger, "再开工").state, State::Delivered);
}
