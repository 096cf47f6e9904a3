//! Tests of words that belong only to a measure's name, and of measures without an entry because they only
//! say something.

use super::*;

/// The names of the entries of a text of 2024.
fn called(text: &str) -> Vec<String> {
    ledger(&[("2024-02-01", text)]).entries.into_iter().map(|entry| entry.name).collect()
}

#[test]
fn how_often_where_and_how_hard_belongs_to_the_name() {
    assert_eq!(called("每年培训渔民3万人次。"), ["每年培训渔民3万人次"]);
    assert_eq!(called("推动出台渔业条例5件。"), ["推动出台渔业条例5件"]);
    assert_eq!(called("今年力争新建渔港5座。"), ["力争新建渔港5座"]);
    let shared = called("力争全年完成渔业投资23亿元、林业投资21亿元。");
    assert_eq!(shared, ["力争完成渔业投资23亿元", "力争完成林业投资21亿元"]);
    let rates = called("力争渔网覆盖率达到95%、渔具普及率90%。");
    assert!(rates.iter().all(|name| !name.contains("覆盖渔具")), "{rates:?}");
    assert_eq!(called("在周边国家实施渔业项目9个。"), ["在周边国家实施渔业项目9个"]);
    assert_eq!(called("在渔具、渔网等重点领域实施渔业专项9项。"), ["在渔具、渔网等重点领域实施渔业专项9项"]);
    assert_eq!(called("在9个渔业大市率先实施渔业专项5项。"), ["在9个渔业大市率先实施渔业专项5项"]);
    assert_eq!(called("在渔业方面新建渔港5座。"), ["新建渔港5座"]);
}

#[test]
fn the_level_of_the_first_holds_for_the_next_of_its_sort() {
    let text = "去年，建成县级以上绿色渔港5座、绿色渔村9个、民宿7家。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let names: Vec<_> = ledger.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["建成县级以上绿色渔港5座", "建成县级以上绿色渔村9个", "建成民宿7家"]);
    assert_eq!(find(&ledger, "渔村").figures[0].of.as_deref(), Some("县级以上绿色渔村"));
}

#[test]
fn whom_it_is_for_and_that_it_is_only_looked_into_belong_to_the_name() {
    assert_eq!(called("今年要为渔业企业减轻费用3亿元。"), ["为渔业企业减轻费用3亿元"]);
    assert_eq!(called("其中为海岛渔港选调干部300名。"), ["为海岛渔港选调干部300名"]);
    assert_eq!(called("2026年底前研究建立渔民职业保险制度。"), ["研究建立渔民职业保险制度"]);
}

#[test]
fn goals_with_predicates_of_their_own_are_entries_of_their_own() {
    let rates = called("力争渔港覆盖率保持在90%以上、渔村供水率提高到95%。");
    assert_eq!(rates, ["力争渔港覆盖率保持在90%以上", "力争渔村供水率提高到95%"]);
    assert_eq!(called("去年，累计招收渔民3万人、培训船员5万人次。").len(), 2);
}

#[test]
fn what_others_do_by_it_and_what_it_came_to_are_no_entries() {
    let text = "2027年在渔村普遍实行免费，使渔民的孩子都能上学，完成渔业教育。";
    assert!(called(text).iter().all(|name| !name.contains("教育")), "{:?}", called(text));
    for text in [
        "去年，渔业进出口总额突破40亿元。",
        "去年，渔业进出口总额年均增长8%，突破40亿元并连续多年居全国首位。",
        "去年，每年资助金额近1000亿元。",
        "去年，推出服务9项，平均压减材料52%。",
        "去年，生产渔船760艘。",
        "抓好629个渔港项目。",
        "抓好6条续建渔道建设。",
        "今年，将落实好两年建设5座渔港的承诺。",
        "去年，安排9个部分。",
        "抓实渔业9条渔道。",
    ] {
        assert!(called(text).iter().all(|name| name.contains("推出")), "{:?}", called(text));
    }
    assert_eq!(called("今年，生产渔船760艘。").len(), 1);
    assert_eq!(called("抓好9000名渔民培训。").len(), 1);
    assert_eq!(called("今年，建设渔业服务点20个，覆盖渔村300个。"), ["建设渔业服务点20个"]);
    assert_eq!(called("去年，新建渔业服务网，覆盖渔村300个、渔港20个。"), Vec::<String>::new());
    assert_eq!(called("今年，覆盖渔村300个。").len(), 1);
}

#[test]
fn verbs_that_share_an_object_stand_as_they_are_written() {
    assert_eq!(called("改造和新建渔港8座。"), ["改造和新建渔港8座"]);
    assert_eq!(called("修订并颁布渔业条例8件。"), ["修订并颁布渔业条例8件"]);
    assert_eq!(called("新建、改建渔港8座。"), ["新建、改建渔港8座"]);
    let told =
        ledger(&[("2023-02-01", "今年，改造和新建渔港8座。"), ("2024-02-01", "去年，改造、新建渔港8座。")]);
    assert_eq!(told.entries.len(), 1, "one promise, however its verbs are tied");
}

#[test]
fn the_other_of_two_belongs_to_the_first() {
    assert_eq!(called("今年，建成25个渔村码头或海岛渔港。"), ["建成25个渔村码头或海岛渔港"]);
    let either = ledger(&[("2024-02-01", "今年，建成25个渔村码头或海岛渔港。")]);
    assert_eq!(either.entries[0].figures[0].of.as_deref(), Some("渔村码头或海岛渔港"));
    assert_eq!(called("到2030年，争取全县大部分渔村普及或基本普及渔业教育。").len(), 1);
}

#[test]
fn a_name_has_no_deadline() {
    assert_eq!(called("确保2026年底前渔民全部住进新房。"), ["确保渔民全部住进新房"]);
    assert_eq!(called("今年要把渔民补助标准提高到120元。"), ["把渔民补助标准提高到120元"]);
    assert_eq!(called("用两年时间将渔民补助标准由50元提高到120元。"), ["将渔民补助标准由50元提高到120元"]);
    assert_eq!(called("改造渔桥81座（含渡口改桥工程）。"), ["改造渔桥81座"]);
    assert_eq!(called("改造渔桥81座（处）。"), ["改造渔桥81座（处）"]);
    let compared = called("确保2026年底前渔业产值比2020年增长51%。");
    assert_eq!(compared, ["确保渔业产值比2020年增长51%"]);
}

#[test]
fn what_others_did_and_what_an_indicator_came_to_has_no_entry() {
    assert!(called("去年，新设渔业企业5万户。").is_empty());
    assert_eq!(called("去年，新设渔业学校5所。"), ["新设渔业学校5所"]);
    assert!(called("去年，实现渔业增加值5亿元。").is_empty());
    assert!(called("去年，国有渔业企业实现利润5亿元。").is_empty());
    assert_eq!(called("今年，力争渔业增加值达到5亿元。").len(), 1);
}

#[test]
fn occasions_guidance_and_sums_have_none() {
    assert!(called("以明年举办渔业论坛3次为契机，深化合作。").is_empty());
    assert!(called("2030年的指导思想是：坚持以渔为本，到2030年建成渔业加工体系。").is_empty());
    assert!(called("构建渔业、林业、牧业3个体系。").is_empty());
    assert_eq!(called("建设渔业、林业、牧业3个体系。").len(), 1);
    assert!(called("推进5个渔业中心高效运行。").is_empty());
    assert_eq!(called("推进5个渔业中心建设。").len(), 1);
}

#[test]
fn a_short_head_and_a_missing_size_are_the_same_work() {
    let states = |texts: &[(&str, &str)]| {
        ledger(texts).entries.iter().map(|entry| entry.mentions.len()).collect::<Vec<_>>()
    };
    assert_eq!(
        states(&[("2023-02-01", "开工建设青白高速铁路。"), ("2025-02-01", "青白高铁建成通车。")]),
        [2]
    );
    assert_eq!(
        states(&[
            ("2023-02-01", "开工建设华阳青岩400万吨煤制油项目。"),
            ("2025-02-01", "华阳青岩煤制油项目建成投产。")
        ]),
        [2]
    );
    assert_eq!(
        states(&[("2023-02-01", "开工建设青白高速铁路。"), ("2025-02-01", "青白高速公路建成通车。")]),
        [1, 1]
    );
}

#[test]
fn what_is_kept_is_one_promise_in_any_year_and_by_any_verb() {
    let kept = ledger(&[("2021-02-01", "严守18万亩渔场红线。"), ("2023-02-01", "坚决守住18万亩渔场红线。")]);
    assert_eq!(kept.entries[0].mentions.len(), 2, "{:?}", kept.entries);
}

#[test]
fn who_issues_a_document_is_responsible() {
    let extractor = shared().unwrap();
    let responsible = |text: &str| {
        let extraction = extractor.extract_with_text(text, Some(&"2024-05".parse().unwrap()));
        let ledger = extractor.ledger(&[extraction]);
        ledger.entries[0].responsible.clone()
    };
    let text =
        "国务院办公厅关于加强渔业工作的通知\n各省、自治区、直辖市人民政府：\n到2026年基本完成渔港改造任务。";
    assert_eq!(responsible(text).as_deref(), Some("国务院办公厅"));
    let signed = "各省、自治区、直辖市人民政府：\n到2026年基本完成渔港改造任务。\n　　　　国务院办公厅\n　　　　2024年5月16日\n（此件公开发布）";
    assert_eq!(responsible(signed).as_deref(), Some("国务院办公厅"));
    assert_eq!(responsible("到2026年基本完成渔港改造任务。国务院办公厅要加强检查。"), None);
}

#[test]
fn who_is_named_anywhere_is_responsible_before_who_speaks() {
    let text = "清溪县长 张守渔\n各位代表：\n今年，培训渔民4000人次。\n附件\n1.培训渔民4000人次（牵头单位：渔业局）。";
    let ledger = ledger_of(vec![("2024-02-01", text.to_owned())]);
    assert_eq!(find(&ledger, "4000").responsible.as_deref(), Some("渔业局"));
    let charged = "我受中共中央和国务院的委托，报告工作。去年，新建渔港30座。";
    let ledger = ledger_of(vec![("2024-02-01", charged.to_owned())]);
    assert_eq!(find(&ledger, "30座").responsible.as_deref(), Some("中共中央和国务院"));
}

#[test]
fn those_for_whom_it_is_done_may_have_a_sign_of_it_in_their_name() {
    let ledger = ledger(&[("2024-02-01", "中国将向国际渔业应对计划再提供5000万元支持。")]);
    assert_eq!(ledger.entries[0].name, "向国际渔业应对计划提供5000万元支持");
}

#[test]
fn what_is_praised_or_visited_has_no_entry() {
    for text in [
        "促进渔业创业、渔具便利化、大渔港体系建设等100多项改革经验受到肯定和推广。",
        "五年来，我县领导人访问了46个国家。",
        "开设远程渔医门诊，累计服务渔民43万人次。",
    ] {
        assert_eq!(called(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(called("今年，争取建设渔港5座。").len(), 1);
}

#[test]
fn the_work_by_which_something_is_done_belongs_to_its_name() {
    assert_eq!(called("去年，新建住房9万套，棚户区改造解决住房7万套。")[1], "棚户区改造解决住房7万套");
    assert_eq!(called("去年，通过棚户区改造，解决住房7万套。"), ["解决住房7万套"]);
}
