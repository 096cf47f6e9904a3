//! Tests of amounts without an entry, of words that belong to a name, and of how far something is.

use super::*;

#[test]
fn what_came_of_something_else_is_no_entry() {
    let text = "去年，取消渔港收费5项，减轻渔民负担3亿元。取得渔业成果5000项。渔业税收到3亿元，完成预算数的98%。锚定2030年实现渔业翻番目标，坚持改革。组织专家与50家渔场视频连线。";
    assert_eq!(names(&[("2024-02-01", text)]), ["取消渔港收费5项"]);
    let text = "今年，减轻渔民负担3亿元。举办渔业推进会5次。2030年实现渔业翻番目标。";
    assert_eq!(
        names(&[("2024-02-01", text)]),
        ["减轻渔民负担3亿元", "举办渔业推进会5次", "实现渔业翻番目标"]
    );
}

#[test]
fn sizes_in_names_and_few_things_that_are_there_are_no_amounts() {
    let text = "释放白石120万吨渔饵升级项目新产能。深化渔船消防等9个链条治理。建设30万千瓦渔光项目。";
    assert_eq!(names(&[("2024-02-01", text)]), ["建设30万千瓦渔光项目"]);
}

#[test]
fn how_far_a_thing_is_and_what_others_do_is_no_entry() {
    for text in [
        "青岩水库完成征地80%。",
        "完成渔港总工程量的83%。",
        "去年，完成渔港改造任务的60%。",
        "集中开工的11个渔港中，4个竣工、6个在建。",
        "去年，渔业旅游快速发展，接待游客323万人次。",
        "预计渔民新建住宅5万平方米。",
        "会议研究5个议题。",
        "一些渔民建议，今年新建码头5座。",
        "有的部门建议明年新建码头5座。",
    ] {
        let names = names(&[("2024-02-01", text)]);
        assert!(names.iter().all(|name| name == "青岩水库"), "{text}: {names:?}");
    }
    assert_eq!(names(&[("2024-02-01", "今年6月底前完成征地80%。")]), ["完成征地80%"]);
    assert_eq!(names(&[("2024-02-01", "根据一些渔民的建议，今年新建码头5座。")]), ["新建码头5座"]);
}

#[test]
fn what_is_renamed_is_one_entry() {
    let texts = [
        ("2024-02-01", "开工建设青岩医院迁建项目。"),
        ("2024-08-01", "青岩医院迁建项目更名为云溪医院，已开工建设。"),
        ("2025-02-01", "云溪医院建成投用。"),
    ];
    let ledger = ledger(&texts);
    let hospital = find(&ledger, "云溪医院");
    assert_eq!((ledger.entries.len(), hospital.state), (1, State::Delivered));
    assert_eq!(hospital.names[0], "青岩医院迁建项目");
}

#[test]
fn what_stands_before_a_verb_belongs_to_its_name() {
    let text = "今年，新培育渔业企业5家。创新培育渔业品牌6个。向渔民发放补贴3亿元。实施重点渔港90个、完成投资5亿元。";
    let names = names(&[("2024-02-01", text)]);
    for name in ["新培育渔业企业5家", "培育渔业品牌6个", "向渔民发放补贴3亿元", "重点渔港完成投资5亿元"]
    {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[test]
fn what_is_begun_or_built_well_or_told_of_a_list_has_its_state() {
    let state = |text: &str, name| find(&ledger(&[("2024-02-01", text)]), name).state;
    assert_eq!(state("去年，启动2万户渔民避险搬迁。", "搬迁"), State::UnderWay);
    assert_eq!(state("去年，启动渔业项目20个。", "渔业项目"), State::Delivered);
    assert_eq!(state("青岩水库、白河大桥等重大项目，将在本年开始兴建。", "白河大桥"), State::Promised);
    let ledger = ledger(&[("2024-02-01", "今年，建好青岩水库、白河大桥。抓好云溪水库建设。")]);
    assert_eq!(find(&ledger, "白河大桥").history[0].stage, Some(crate::Stage::Completed));
    let open = self::ledger(&[("2024-02-01", "去年，渔业丰收。建好青岩水库、白河大桥。")]);
    assert_eq!(find(&open, "白河大桥").history[0].stage, Some(crate::Stage::Building), "by no time");
    let list = "渔业兴旺。2024年建设的结果，全县将有8个重大建设单位，包括青岩水库、云溪水电站、白河大桥等，将要完成建设，开始运行。";
    let listed = self::ledger(&[("2024-02-01", list)]);
    assert_eq!(find(&listed, "白河大桥").deadline.as_ref().map(|due| due.text.as_str()), Some("2024年"));
    assert_ne!(find(&ledger, "云溪水库").history[0].stage, Some(crate::Stage::Completed));
}

#[test]
fn a_promise_is_told_by_its_verb_before_its_words() {
    let state = |report: &str| {
        let texts = [("2024-02-01", "今年，研究制定渔业发展第五个计划。"), ("2025-02-01", report)];
        find(&ledger(&texts), "计划").state
    };
    assert_eq!(
        state("县政府认真听取意见，制定了《清溪县渔业发展第五个计划纲要（草案）》。"),
        State::Delivered
    );
    assert_eq!(state("县政府认真听取对渔业发展第五个计划的意见。"), State::Promised);
}

#[test]
fn what_took_part_is_no_part_of_a_name_and_what_things_come_to_is_a_figure() {
    let ledger = ledger(&[(
        "2024-02-01",
        "去年，举办8届渔业节、超过5万人次参与。推介渔港25个、总投资5亿元，渔业增长。",
    )]);
    assert_eq!(find(&ledger, "渔业节").name, "举办8届渔业节");
    let harbours = &find(&ledger, "推介渔港25个").figures;
    let of: Vec<_> = harbours.iter().filter_map(|figure| figure.of.as_deref()).collect();
    assert_eq!(of, ["渔港", "总投资"]);
}

#[test]
fn the_place_of_a_practice_opens_its_paragraph_and_a_line_belongs_to_none() {
    let extractor = shared().unwrap();
    let text = "四川建设渔业服务网。开通渔具业务15类。\n新建渔港7座。新建四川经青岩至云溪铁路。";
    let extraction = extractor.extract_with_text(text, None);
    let ledger = extractor.ledger(&[extraction]);
    let place = |name| find(&ledger, name).place.clone();
    assert_eq!((place("15类").as_deref(), place("渔港")), (Some("四川省"), None));
    let responsible = "最近四川省渔业部门帮助3000名渔民参加培训。";
    let extraction = extractor.extract_with_text(responsible, Some(&"2024-02-01".parse().unwrap()));
    let ledger = extractor.ledger(&[extraction]);
    assert_eq!(find(&ledger, "渔民").responsible.as_deref(), Some("四川省渔业部门"));
}

#[test]
fn amounts_as_large_as_a_decimal_can_be_are_compared() {
    let zeros = |count| "0".repeat(count);
    let promise = format!("今年，新建渔港1{}座。", zeros(28));
    for (report, state) in [
        (format!("去年，新建渔港79{}座。", zeros(27)), State::Promised),
        (format!("去年，新建渔港12{}座。", zeros(27)), State::Delivered),
        ("去年，新建渔港1座。".to_owned(), State::Promised),
    ] {
        let ledger = ledger(&[("2024-02-01", &promise), ("2025-02-01", &report)]);
        assert_eq!(find(&ledger, &zeros(28)).state, state, "{report}");
    }
}

#[test]
fn lengths_of_any_number_of_years_are_read() {
    for years in ["999", "9999", "2147483647", "9999999999"] {
        let text = format!(
            "未来{years}年，建成渔港制度。{years}年内完成渔港改造任务5个，过去{years}年新建渔港7座。"
        );
        ledger(&[("2024-02-01", &text)]);
    }
}

#[test]
fn what_is_tended_is_there_already() {
    let text =
        "今年，守护330处渔港遗址。提高9万渔业教师待遇。巩固提升80万亩渔场。提高渔业产量9万吨。新建渔港3座。";
    assert_eq!(names(&[("2024-02-01", text)]), ["提高渔业产量9万吨", "新建渔港3座"]);
}

#[test]
fn lists_share_an_attribute_and_how_often() {
    let text = "去年，淘汰老旧的渔船5艘、渔网9万张。每年补贴渔民近3亿元，培训渔民近5万人次。每年培训渔民3万人，建成渔港5座。";
    let names = names(&[("2024-02-01", text)]);
    for name in ["淘汰老旧的渔网9万张", "每年培训渔民近5万人次", "建成渔港5座"] {
        assert!(names.iter().any(|own| own == name), "{name}: {names:?}");
    }
}

#[test]
fn a_number_that_is_promised_with_one_verb_is_reported_with_another() {
    for (promise, report) in [
        ("新建渔村码头8个", "建成渔村码头8个"),
        ("建设码头8座", "建成码头9座"),
        ("开展渔民培训5000人次", "完成渔民培训5230人次"),
        ("改造渔民旧居15户", "完成渔民旧居改造15户"),
    ] {
        let texts = [("2030-02", format!("今年，{promise}。")), ("2031-02", format!("去年，{report}。"))];
        let texts: Vec<_> = texts.iter().map(|(date, text)| (*date, text.as_str())).collect();
        let ledger = ledger(&texts);
        assert_eq!(ledger.entries.len(), 1, "{promise} {report}");
        assert_eq!(ledger.entries[0].state, State::Delivered, "{promise}");
    }
    // Another unit is another thing.
    for (promise, report) in [("建设码头8座", "建成码头8公里"), ("建设码头30座", "建成码头2座")]
    {
        let texts = [("2030-02", format!("今年，{promise}。")), ("2031-02", format!("去年，{report}。"))];
        let texts: Vec<_> = texts.iter().map(|(date, text)| (*date, text.as_str())).collect();
        assert_eq!(ledger(&texts).entries.len(), 2, "{promise} {report}");
    }
}

#[test]
fn how_much_of_a_promise_was_reported_is_told() {
    let share = |report: &str| {
        let report = format!("去年，{report}。");
        let ledger = ledger(&[("2030-02", "今年，新建渔村码头8个。"), ("2031-02", &report)]);
        ledger.entries[0].fulfilment.map(|share| share.to_string())
    };
    assert_eq!(share("建成渔村码头7个").as_deref(), Some("0.875"));
    assert_eq!(share("建成渔村码头10个").as_deref(), Some("1.25"));
    assert_eq!(share("渔业增产"), None);
}

#[test]
fn a_work_that_is_told_to_be_in_use_is_delivered() {
    let told = |report| {
        let texts = [("2024-02-01", "今年，开工建设青岩水厂扩建工程。"), ("2025-02-01", report)];
        find(&ledger(&texts), "青岩水厂").state
    };
    assert_eq!(told("去年，培训渔民5万人；青岩水厂扩建工程如期供水。"), State::Delivered);
    assert_eq!(told("去年，培训渔民5万人；青岩水厂扩建工程如期通水。"), State::Delivered);
    for other in [
        "今年，培训渔民5万人；确保青岩水厂扩建工程如期供水。",
        "去年，培训渔民5万人；为青岩水厂扩建工程如期供水创造条件。",
        "去年，培训渔民5万人；青岩水厂扩建工程如期供水难度较大。",
        "去年，培训渔民5万人；青岩水厂扩建工程如期供水面临困难，工程停工。",
        "去年，培训渔民5万人；落实资金让青岩水厂扩建工程如期供水。",
    ] {
        assert_ne!(told(other), State::Delivered, "{other}");
    }
}

#[test]
fn a_shell_that_stands_is_not_the_end_of_a_work_that_goes_on() {
    let told = |report: &str| find(&ledger(&[("2025-02-01", report)]), "青岩").state;
    assert_eq!(told("去年，青岩医院主体封顶，预计明年投用。"), State::UnderWay);
    assert_eq!(told("去年，青岩隧道贯通，正在铺轨。"), State::UnderWay);
    assert_eq!(told("去年，青岩隧道贯通，渔民出行更便捷。"), State::Delivered);
}

#[test]
fn what_is_kept_off_is_no_promise() {
    for text in ["今年，避免重复建设码头5座。", "今年，防止污染设施建成5座。", "今年，避免新增债务5亿元。"]
    {
        assert!(ledger(&[("2025-02-01", text)]).entries.is_empty(), "{text}");
    }
}

#[test]
fn a_milestone_is_no_end() {
    let state = |text: &str, name| find(&ledger(&[("2024-02-01", text)]), name).state;
    assert_eq!(state("去年，青岩大桥合龙。", "青岩大桥"), State::UnderWay);
    assert_eq!(state("去年，清溪体育馆主体封顶，青岩水库下闸蓄水。", "青岩水库"), State::UnderWay);
    assert_eq!(state("去年，青岩隧道贯通。", "青岩隧道"), State::UnderWay);
    assert_eq!(state("去年，白河大桥全线贯通。", "白河大桥"), State::UnderWay);
    assert_eq!(state("去年，青岩高速全线贯通。", "青岩高速"), State::Delivered);
    assert_eq!(state("去年，青岩大桥合龙并建成通车。", "青岩大桥"), State::Delivered);
}

#[test]
fn a_part_that_is_begun_moves_the_whole() {
    let told = |report: &str| {
        let ledger =
            ledger(&[("2024-02-01", "今年，推进青岩抽水蓄能电站前期工作。"), ("2025-02-01", report)]);
        let whole = ledger.entries.iter().find(|entry| entry.name == "青岩抽水蓄能电站").unwrap();
        (whole.state, whole.mentions.len(), whole.silent_since.is_some())
    };
    let planned = (State::Promised, 1, true);
    assert_eq!(told("去年，青岩抽水蓄能电站主体工程开工建设。"), (State::UnderWay, 2, false));
    assert_eq!(told("去年，青岩抽水蓄能电站主体工程竣工。").0, State::UnderWay, "the rest may be open");
    assert_eq!(told("今年，力争青岩抽水蓄能电站主体工程开工建设。").0, State::Promised);
    assert_eq!(told("去年，白河抽水蓄能电站主体工程开工建设。"), planned);
}

#[test]
fn what_is_told_the_other_way_round_reports_a_promise() {
    let told = |promise: &str, report: &str| {
        let ledger = ledger(&[("2024-02-01", promise), ("2025-02-01", report)]);
        let entry = ledger.entries.first().unwrap();
        (entry.state, entry.mentions.len())
    };
    let done = (State::Delivered, 2);
    assert_eq!(told("今年，新建街心公园8个。", "去年，渔业兴旺，街心公园建成8个。"), done);
    assert_eq!(told("今年，完成渔业学校改造15所。", "去年，15所渔业学校改造全部完成。"), done);
    assert_eq!(told("今年，完成渔业学校改造15所。", "去年，15所渔业学校改造有序推进。").0, State::Promised);
}

#[test]
fn what_is_invested_in_the_work_of_the_clause_before_has_its_name() {
    let text = "今年，加快青岩铁路建设，力争完成投资10亿元。";
    assert!(
        names(&[("2024-02-01", text)]).contains(&"青岩铁路完成投资10亿元".to_owned()),
        "{:?}",
        names(&[("2024-02-01", text)])
    );
}

#[test]
fn what_is_denied_is_neither_delivered_nor_silent() {
    for report in ["去年，青岩水厂没有如期建成。", "去年，青岩水厂未能建成。", "什么时候建成青岩水厂？"]
    {
        let texts = [("2024-02-01", "今年，确保建成青岩水厂。"), ("2025-02-01", report)];
        let ledger = ledger(&texts);
        let plant = find(&ledger, "青岩水厂");
        assert_eq!((plant.state, &plant.silent_since), (State::Promised, &None), "{report}");
    }
    let texts = [("2024-02-01", "今年，新建青岩水厂。"), ("2025-02-01", "去年，青岩水厂建成通水。")];
    assert_eq!(find(&ledger(&texts), "青岩水厂").state, State::Delivered);
    let texts = [("2025-02-01", "青岩水厂主体完工，正在装修。")];
    assert_eq!(find(&ledger(&texts), "青岩水厂").state, State::UnderWay);
}

/// The state, the number of steps and the date of silence of a promise of 2024, after the report of 2025.
fn after(promise: &str, report: &str, name: &str) -> (State, usize, Option<String>) {
    let ledger = ledger(&[("2024-02-01", promise), ("2025-02-01", report)]);
    let entry = find(&ledger, name);
    (entry.state, entry.history.len(), entry.silent_since.clone())
}

#[test]
fn what_was_stopped_or_put_off_says_so() {
    let state = |text: &str| find(&ledger(&[("2025-02-01", text)]), "水厂").state;
    assert_eq!(state("青岩水厂停工。"), State::Stopped);
    assert_eq!(state("青岩水厂因资金问题停工。"), State::Stopped);
    assert_eq!(state("青岩水厂终止建设。"), State::Stopped);
    assert_eq!(state("青岩水厂由2024年底推迟到2025年6月底建成。"), State::Stopped);
    assert_eq!(state("青岩水厂停工半年后复工建设。"), State::UnderWay);
    let promise = "今年，新建青岩水厂。";
    assert_eq!(after(promise, "青岩水厂停工。", "水厂"), (State::Stopped, 2, None));
    assert_eq!(after(promise, "青岩水厂终止实施。今年，新建渔港。", "水厂"), (State::Stopped, 2, None));
    let put_off = ledger(&[("2024-02-01", promise), ("2025-02-01", "青岩水厂推迟到2026年6月底建成。")]);
    let due = find(&put_off, "水厂").deadline.as_ref().and_then(|due| due.iso.as_deref());
    assert_eq!(due, Some("2026-06"));
}

#[test]
fn what_was_not_done_is_not_silent() {
    let home = "今年，新建渔民之家。";
    for report in ["渔民之家尚未建成。", "渔民之家未能如期建成。"] {
        assert_eq!(after(home, report, "渔民之家"), (State::Promised, 2, None), "{report}");
    }
    assert_eq!(after(home, "渔民之家停建。", "渔民之家"), (State::Stopped, 2, None));
    assert_eq!(after(home, "白石镇尚未建成码头。", "渔民之家").2.as_deref(), Some("2024-02-01"));
    let roads = "今年，打通断头路5条。";
    assert_eq!(after(roads, "断头路任务未完成，仅打通2条。", "断头路"), (State::Promised, 2, None));
}

#[test]
fn what_was_answered_short_of_it_is_short() {
    let roads = "今年，打通断头路5条。";
    assert_eq!(after(roads, "去年，打通断头路3条。", "断头路"), (State::Short, 2, None));
    assert_eq!(after(roads, "去年，打通断头路5条。", "断头路").0, State::Delivered);
    assert_eq!(after(roads, "去年，打通断头路6条。", "断头路").0, State::Delivered);
    let texts = [("2024-02-01", roads), ("2025-02-01", "去年，打通断头路3条。")];
    let (earlier, now) = (ledger(&texts[..1]), ledger(&texts));
    assert_eq!(find(&now.clone().against(&earlier), "断头路").moved, Some(Move::Short));
    // A ledger that knew no shortfall called it delivered.
    let mut old = now.clone();
    old.entries.iter_mut().for_each(|entry| entry.state = State::Delivered);
    assert_eq!(find(&now.against(&old), "断头路").moved, Some(Move::Same));
}

#[test]
fn an_earlier_plan_that_was_surpassed_is_delivered() {
    let surpassed = ledger(&[("2024-03", "原定去年增加渔场面积40万亩，但是到10月已经完成90万亩。")]);
    assert_eq!(find(&surpassed, "渔场面积").state, State::Delivered);
    let planned = ledger(&[("2024-03", "原定今年增加渔场面积40万亩，但是还要增加投入。")]);
    assert_eq!(find(&planned, "渔场面积").state, State::Promised);
}

#[test]
fn a_work_that_may_begin_is_under_way() {
    let text =
        "今年，获批设立青岩职业技术大学。云岭抽水蓄能电站核准建设。青川铁路可研获批。争取白河水库获批建设。";
    let ledger = shared().unwrap().ledger(&[shared().unwrap().extract_with_text(text, None)]);
    let state = |name: &str| {
        ledger.entries.iter().find(|entry| entry.name.contains(name)).map(|entry| entry.state).unwrap()
    };
    assert_eq!(state("青岩"), State::UnderWay);
    assert_eq!(state("云岭"), State::UnderWay);
    assert_eq!(state("青川"), State::Promised);
    assert_eq!(state("白河"), State::Promised);
}
