//! The same in other words.

use super::*;

#[test]
fn another_wording_of_a_promise_is_no_silence() {
    let ledger = ledger(&[
        ("2023-02-01", "2026年底前建成一个独立的、完整的渔业加工体系。2026年底前建成渔民技能鉴定考核制度。"),
        ("2024-02-01", "在建成独立完整的渔业加工体系的基础上，发展旅游。"),
        ("2025-02-01", "加强管理。"),
    ]);
    assert_eq!(find(&ledger, "渔业加工体系").silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "渔民技能鉴定").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn another_amount_of_the_same_is_no_silence() {
    let ledger = ledger(&[
        ("2023-02-01", "完成渔民上岸安置340户。新建码头5座。"),
        ("2024-02-01", "五年来，渔民上岸安置830户。"),
        ("2025-02-01", "加强管理。"),
    ]);
    assert_eq!(find(&ledger, "340户").silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "码头5座").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn what_a_document_says_again_is_mentioned_again() {
    let texts = [(
        "2023-02-01",
        "2026年底前建成独立完整的渔业加工体系。渔业兴县，离不开独立的、完整的渔业加工体系。",
    )];
    assert_eq!(find(&ledger(&texts), "渔业加工体系").mentions.len(), 2);
}

#[test]
fn gauges_and_indicators_are_no_promises() {
    let texts = [("2023-02-01", "今年实施时速120公里以上线路改造。吸纳技术合同成交额年均增长51%。")];
    assert!(names(&texts).is_empty(), "{:?}", names(&texts));
    let fallen = [("2023-02-01", "每吨鱼的煤耗由5吨降低到3吨。")];
    assert!(names(&fallen).is_empty(), "{:?}", names(&fallen));
    let vague = [("2023-02-01", "2026年底前改建铁路。在执行中争取达到5%。")];
    assert!(names(&vague).is_empty(), "{:?}", names(&vague));
    let kept = [("2023-02-01", "推动技术合同成交额年均增长51%。改造线路120公里。")];
    assert_eq!(names(&kept).len(), 2, "{:?}", names(&kept));
}

#[test]
fn an_amount_is_meant_by_later_words_for_a_while_only() {
    let ledger = ledger(&[
        ("2013-02-01", "今年要再减少渔村贫困户1000户。今年要开工建设城市地下渔道20公里。"),
        ("2014-02-01", "去年，渔村贫困户减少300户。继续推进城市地下渔道建设。"),
        ("2020-02-01", "八年来，渔村贫困户减少9000户。"),
    ]);
    assert_eq!(find(&ledger, "1000户").silent_since.as_deref(), Some("2014-02-01"));
    assert_eq!(find(&ledger, "地下渔道").silent_since.as_deref(), Some("2013-02-01"), "no word of how much");
}

#[test]
fn the_very_words_of_a_promise_are_one_entry_over_the_years() {
    let ledger = ledger(&[
        ("2014-02-01", "引导约1万人在山区渔港就近就业。新建渔村道路20公里。"),
        ("2016-02-01", "引导约1万人在山区渔港就近就业。新建渔村道路20公里。"),
    ]);
    assert_eq!(find(&ledger, "1万人").mentions.len(), 2);
    assert_eq!(find(&ledger, "渔村道路").mentions.len(), 1, "each year has its own");
}

#[test]
fn amounts_of_other_years_are_other_entries() {
    let ledger =
        ledger(&[("2013-02-01", "今年，新建渔村码头20座。"), ("2014-02-01", "五年来，新建渔村码头120座。")]);
    assert_eq!(find(&ledger, "码头20座").figures.len(), 1);
}

#[test]
fn what_the_items_of_a_list_share_is_in_their_names() {
    let text = "今年，力争新增渔业企业800家、渔具工厂90家。完成16处河道和20处渔港加固工程。\
        去年，开通航线3条、新增里程30公里。去年，培训渔民3万人次、渔民花费2亿元。";
    let names = names(&[("2024-02-01", text)]);
    for name in ["力争新增渔具工厂90家", "完成16处河道加固工程", "新增里程30公里", "培训渔民3万人次"]
    {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[test]
fn an_amount_counts_what_stands_before_it() {
    let text = "去年，修复退化渔场31万亩，治理海湾淤积7万亩。去年，创建“两湾”渔业示范基地3个。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "海湾淤积").figures[0].of.as_deref(), Some("海湾淤积"));
    assert_eq!(find(&ledger, "两湾").figures[0].of.as_deref(), Some("“两湾”渔业示范基地"));
}

#[test]
fn what_is_due_is_a_day_to_come() {
    let text = "争取2027年粮食产量达到4.7万吨。从2012年到2019年9月青岩、云溪成立渔民委员会。渔业局应当在9个工作日内核发渔船文书。\
        今年，兴建一批渔业设施。制定2030年前渔业行动方案。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let due: Vec<_> = ledger
        .entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.deadline.as_ref().map(|due| due.text.as_str())))
        .collect();
    assert_eq!(due, [("争取粮食产量达到4.7万吨", Some("2027年"))]);
}

#[test]
fn a_joint_before_a_stop_is_the_end_of_a_word() {
    let text = "争取2041年前实现渔业气候中和，为山区造福。";
    assert_eq!(names(&[("2024-02-01", text)]), ["争取实现渔业气候中和"]);
}

#[test]
fn what_is_done_amid_plans_is_planned() {
    let text = "今年要做好渔民的事，有：完成渔村改造61个；打造渔民综合体5座；累计建成渔民驿站7个；\
        实施渔村供水工程50处；建成渔港工作站10个。";
    assert_eq!(find(&ledger(&[("2024-02-01", text)]), "驿站7个").state, State::Promised);
}

#[test]
fn what_a_place_does_in_a_paper_of_none_is_done() {
    let extractor = shared().unwrap();
    let text = "浙江合并渔业、港务等3个机构47个窗口。渔业部门要合并15个窗口。江苏开展渔业便利化行动，将渔船供电容量由90千瓦提升到140千瓦。";
    let extraction = extractor.extract_with_text(text, None);
    let ledger = extractor.ledger(&[extraction]);
    assert_eq!(find(&ledger, "47个").state, State::Delivered);
    assert_eq!(find(&ledger, "140千瓦").state, State::Delivered);
    assert_eq!(find(&ledger, "15个窗口").state, State::Promised);
}

#[test]
fn an_amount_said_again_is_one_and_counts_all_before_it() {
    let again = "今年，新建渔船试航、渔具试用平台10个。抓好渔船试航、渔具试用平台10个的新建。";
    let ledger = ledger(&[("2024-02-01", again), ("2024-03-01", "今年，新建渔船试航、渔具试用平台10个。")]);
    let platforms = find(&ledger, "平台10个");
    assert_eq!(platforms.figures.len(), 1);
    assert_eq!(platforms.figures[0].of.as_deref(), Some("渔船试航、渔具试用平台"));
}

#[test]
fn for_how_many_something_is_done_belongs_to_its_name() {
    let text = "今年，为不少于3000名困难渔民免费提供渔具。去年，对清溪县2万名渔家学生免除学费。\
        去年，为渔业企业和渔民提供服务6.5万项。";
    let names = names(&[("2024-02-01", text)]);
    for name in ["为不少于3000名困难渔民免费提供渔具", "为渔业企业和渔民提供服务6.5万项"]
    {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[test]
fn who_or_where_it_was_and_the_first_of_a_pair_belong_to_a_name() {
    let text = "去年，外来职工在川接受培训4.2万人次，接受体检3.1万人次。去年，我们推进渔港重建，重灾区已完成投资65亿元。\
        去年，创建渔业生态示范区和“两湾”渔业基地23个。五年淘汰落后炼铁产能3万吨、落后炼钢产能5万吨，今年力争分别淘汰6000吨和8000吨。";
    let names = names(&[("2024-02-01", text)]);
    for name in [
        "外来职工在川接受培训4.2万人次",
        "外来职工接受体检3.1万人次",
        "重灾区完成投资65亿元",
        "创建渔业生态示范区和“两湾”渔业基地23个",
        "力争淘汰落后炼铁产能6000吨、落后炼钢产能8000吨",
    ] {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[test]
fn a_sum_is_named_with_what_it_is_for() {
    let text = "今年，中央财政安排3亿元专项资金，用于渔港建设。中央财政安排3亿元专项资金支持渔具改造。中央财政安排渔民上岸安置救助资金4亿元，支持渔具改造。";
    let mut names = names(&[("2024-02-01", text)]);
    names.sort_unstable();
    assert_eq!(
        names,
        ["安排3亿元专项资金支持渔具改造", "安排3亿元专项资金用于渔港建设", "安排渔民上岸安置救助资金4亿元"]
    );
}

#[test]
fn the_verb_before_a_verb_belongs_to_its_name() {
    let text = "去年，国家安排资金改造和新建31所渔业学校、4所渔业医院。去年，启动改造19个渔港。2027年底前，80%以上的渔业机构要配备便携式执法终端。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "改造和新建31所渔业学校").state, State::Delivered);
    assert_eq!(find(&ledger, "启动改造19个渔港").state, State::UnderWay);
    assert_eq!(
        find(&ledger, "80%以上的渔业机构").deadline.as_ref().map(|due| due.text.as_str()),
        Some("2027年底前")
    );
}

#[test]
fn what_came_of_something_and_where_something_is_have_no_entry() {
    let text =
        "去年，发放渔具补贴3亿元、带动渔业消费20亿元。提升青白铁路沿线城镇功能。今年，带动渔业消费30亿元。";
    let names = names(&[("2024-02-01", text)]);
    assert!(names.iter().all(|name| !name.contains("20亿元") && !name.contains("铁路")), "{names:?}");
}

#[test]
fn the_state_acts_for_the_whole_country() {
    let extractor = shared().unwrap();
    let text = "中国将建立12个渔业合作中心机制。";
    let extraction = extractor.extract_with_text(text, None);
    let ledger = extractor.ledger(&[extraction]);
    let entry = find(&ledger, "12个");
    assert_eq!((entry.place.as_deref(), entry.responsible.as_deref()), (Some("全国"), Some("中国")));
}

#[test]
fn instalments_of_one_name_are_compared_each_with_itself() {
    let texts = [
        ("2014-02-01", "今年，新建渔村道路20公里。"),
        ("2015-02-01", "去年，新建渔村道路23公里。今年，新建渔村道路20公里。"),
        ("2016-02-01", "加强管理。"),
    ];
    let now = ledger(&texts).against(&ledger(&texts));
    assert_eq!(now.entries.len(), 2);
    let moved: Vec<_> = now.entries.iter().map(|entry| entry.moved).collect();
    assert_eq!(moved, [Some(Move::Same); 2]);
}

#[test]
fn another_wording_after_its_verb_reports_a_promise() {
    let promise = ("2023-02-01", "2024年底前制定清溪县的渔业发展长远规划。");
    let state = |report| find(&ledger(&[promise, ("2024-02-01", report)]), "长远规划").state;
    assert_eq!(state("制定了清溪县渔业发展长远规划纲要。"), State::Delivered);
    assert_eq!(state("加强清溪县渔业发展长远规划研究。"), State::Promised);
}

#[test]
fn what_only_an_earlier_ledger_has_stands_with_its_kind() {
    let earlier = ledger(&[("2024-02-01", "加快青岩水库建设。今年，新建渔港5座。")]);
    let later = ledger(&[("2025-02-01", "加快云溪水库建设。今年，新建码头7座。")]);
    let now = later.against(&earlier);
    let names: Vec<_> = now.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["云溪水库", "青岩水库", "新建码头7座", "新建渔港5座"]);
}

#[test]
fn what_leads_to_a_work_or_tells_that_it_has_come_is_no_part_of_its_name() {
    let ledger = ledger(&[("2024-02-01", "青白高铁、云柳铁路已获批复。至此青岩水厂建成投产。")]);
    let names: Vec<_> = ledger.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["青白高铁", "云柳铁路", "青岩水厂"]);
}
