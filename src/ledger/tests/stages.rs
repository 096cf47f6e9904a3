//! Tests of how far a project is: its parts, ends that are foreseen, prepared, denied or put off, items of a
//! list.

use super::*;

/// State and deadline of the project that a text of August 2025 tells of.
fn told(text: &str) -> (State, Option<String>) {
    let ledger = ledger(&[("2025-08-18", text)]);
    let entry = ledger.entries.iter().find(|entry| entry.kind == EntryKind::Project);
    let entry = entry.unwrap_or_else(|| panic!("{text}"));
    (entry.state, entry.deadline.as_ref().and_then(|due| due.iso.clone()))
}

#[test]
fn a_part_of_a_work_is_under_way_until_what_is_foreseen() {
    for (text, due) in [
        ("青岩水厂项目总投资3亿元，1-8月完成0.9亿元。", None),
        ("青岩大桥工程完成桥面铺装，预计9月底通车。", Some("2025-09")),
        ("青岩水厂工程，投资3亿，完成70%，计划9月底竣工。", Some("2025-09")),
        ("青岩安置房项目交付90套，其余推迟到2026年3月交付。", Some("2026-03")),
        ("青岩水厂项目主体结构完工，进入装修。", None),
        ("青岩水厂项目竣工手续正在办理。", None),
    ] {
        assert_eq!(told(text), (State::UnderWay, due.map(str::to_owned)), "{text}");
    }
}

#[test]
fn what_was_not_done_or_has_but_a_time_is_promised() {
    for text in [
        "青岩水厂等3个项目不能按期竣工。",
        "青岩水厂项目因手续不全未开工。",
        "青岩水厂项目无法开工。",
        "青岩智能装备产业园、青岩绿色建材、第三水厂扩建等3个项目因手续不全未开工。",
        "青岩水厂项目投产时间不变。",
        "青岩大桥工程：2025年10月1日前通车。",
    ] {
        assert_eq!(told(text).0, State::Promised, "{text}");
    }
}

#[test]
fn a_stop_holds_until_the_work_goes_on_again() {
    let stopped = "青岩医院迁建项目施工单位资金链断裂，4月18日起停工，目前正协调复工。";
    assert_eq!(told(stopped).0, State::Stopped);
    assert_eq!(told("青岩医院迁建项目4月18日起停工，8月1日已复工。").0, State::UnderWay);
}

#[test]
fn what_is_only_rumoured_or_denied_stops_nothing() {
    for text in [
        "有传言称青岩水厂停建，县水利局否认。",
        "网传青岩水厂停建，经核查不属实。",
        "青岩水厂停建的消息不实。",
    ] {
        assert_eq!(told(text).0, State::Mentioned, "{text}");
    }
    assert_eq!(told("青岩水厂停建，县水利局证实。").0, State::Stopped);
}

#[test]
fn what_is_stopped_or_ended_has_an_entry_whatever_its_name() {
    for told in [
        "青岩食品项目因投资方退出终止。",
        "青岩食品项目被终止。",
        "青岩食品项目停工3个月。",
        "青岩智造园二期不再启动。",
        "青岩水厂项目处于停工状态。",
        "青岩水厂项目因征迁停工3个月。",
        "1.青岩食品项目（签约2亿元，开发区），投资方书面函告不再投资；",
        "恒信化工（签约2亿元，开发区），因环保不达标终止；",
    ] {
        assert_eq!(self::told(told).0, State::Stopped, "{told}");
    }
    assert_eq!(told("青岩水库4月起停工，8月1日已复工。").0, State::UnderWay);
}

#[test]
fn an_end_that_moves_is_the_deadline() {
    for (text, due) in [
        ("青岩水库工程计划2025年底建成，由于征地原因，工期顺延至2026年6月。", Some("2026-06")),
        ("青岩水厂扩建工程竣工时间由9月底延至11月底。", Some("2025-11")),
        ("青岩水厂完工时间调整为2026年6月。", Some("2026-06")),
        ("青岩水厂原定2025年9月底竣工，现调整为2026年3月。", Some("2026-03")),
        ("青岩水厂项目因资金紧张，工期延长6个月。", None),
        ("青岩水厂项目，开工时间2025年10月，竣工时间2026年12月。", Some("2026-12")),
    ] {
        assert_eq!(told(text), (State::Promised, due.map(str::to_owned)), "{text}");
    }
    let running = told("青岩水厂工程，建设工期2023年3月至2026年12月。");
    assert_eq!(running, (State::UnderWay, Some("2023-03/2026-12".to_owned())));
}

#[test]
fn items_that_are_a_name_and_how_far_it_is_have_an_entry() {
    let text = "1、青岩大桥。已开工。\n2、青岩水库。已竣工。\n3、云溪医院项目\n未开工。\n4、白河中学项目\n完成投资3亿元。";
    let ledger = ledger(&[("2025-08-18", text)]);
    let state = |name| find(&ledger, name).state;
    assert_eq!(["大桥", "水库", "医院"].map(state), [State::UnderWay, State::Delivered, State::Promised]);
}

#[test]
fn below_the_title_of_a_plan_what_has_a_month_is_promised() {
    let state = |title: &str, told: &str, name| {
        let extractor = shared().unwrap();
        let date = "2025-02-10".parse().unwrap();
        let plan = extractor.extract_with_text(format!("{title}\n\n{told}"), Some(&date));
        find(&extractor.ledger(&[plan]), name).state
    };
    let plan = "云河县2025年重点项目建设计划";
    assert_eq!(state(plan, "青岩大桥10月通车。", "青岩大桥"), State::Promised);
    let tasks = "一季度完成选址，三季度建成渔港2座，全年改造渔船40艘。";
    assert_eq!(state(plan, tasks, "渔港"), State::Promised);
    assert_eq!(state(plan, tasks, "渔船"), State::Promised);
    assert_eq!(state("云河县2024年工作总结", "青岩大桥10月通车。", "青岩大桥"), State::Delivered);
}

#[test]
fn what_an_aim_is_compared_with_says_nothing_of_the_promises_beside_it() {
    let state = |text: &str| find(&ledger(&[("2025-02-15", text)]), "渔港").state;
    for aim in ["比上年增长6.8%", "比2024年增长6.8%", "增长6.8%"] {
        let text = format!("今年的主要目标是：生产总值达到250亿元，{aim}；新建渔港3座。");
        assert_eq!(state(&text), State::Promised, "{text}");
    }
    assert_eq!(state("2024年，生产总值达到250亿元，比上年增长6.8%；新建渔港3座。"), State::Delivered);
    assert_eq!(state("我们保证新建渔港2座。"), State::Promised);
}

#[test]
fn the_name_of_an_item_goes_on_with_what_is_told_of_it() {
    let text = "1.青岩水厂建设项目。总投资3亿元，2024年3月开工，计划2026年6月竣工。\n2.青岩大桥工程：2024年9月20日正式通车。";
    let ledger = ledger(&[("2025-08-18", text)]);
    let plant = find(&ledger, "水厂");
    assert_eq!((plant.state, plant.figures.len()), (State::UnderWay, 1));
    assert_eq!(plant.deadline.as_ref().and_then(|due| due.iso.as_deref()), Some("2026-06"));
    assert_eq!(find(&ledger, "大桥").state, State::Delivered);
}

#[test]
fn the_heading_of_a_list_of_works_tells_their_stage() {
    let state = |text: &str, name: &str| {
        let ledger = ledger_of(vec![("2025-03-01", text.to_owned())]);
        find(&ledger, name).state
    };
    let list = |heading: &str| format!("{heading}\n1.青岩水厂工程，总投资3亿元\n2.云柳大桥，总投资2亿元");
    for (heading, told) in [
        ("一、集中开工项目名单", State::UnderWay),
        ("一、续建项目", State::UnderWay),
        ("一、竣工项目（2个）", State::Delivered),
        ("一、拟开工项目清单", State::Promised),
        ("一、计划新开工重大项目", State::Promised),
        ("一、储备项目", State::Mentioned),
    ] {
        assert_eq!(state(&list(heading), "青岩水厂"), told, "{heading}");
        assert_eq!(state(&list(heading), "云柳大桥"), told, "{heading}");
    }
}

#[test]
fn the_next_sentence_may_say_how_large_the_one_work_is() {
    let sizes = |text: &str, name: &str| {
        let ledger = ledger(&[("2025-03-01", text)]);
        let figures = find(&ledger, name).figures.iter();
        let sizes =
            figures.map(|amount| (amount.of.clone().unwrap_or_default(), amount.evidence.text.clone()));
        sizes.collect::<Vec<_>>()
    };
    let own = |of: &str, text: &str| (of.to_owned(), text.to_owned());
    let text = "青岩水厂项目开工。该项目总投资3亿元，占地90亩，县长出席。";
    assert_eq!(sizes(text, "青岩水厂"), [own("总投资", "3亿元"), own("占地", "90亩")]);
    assert!(sizes("青岩水厂、云柳大桥开工。项目总投资3亿元。", "青岩水厂").is_empty());
    assert!(sizes("青岩水厂开工。全县总投资3亿元。", "青岩水厂").is_empty());
}
