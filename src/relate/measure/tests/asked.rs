//! What one sentence asks for, and the next goes on with.

use super::*;

/// What is read of the last sentence, after the others, in a text that looks back.
fn last(sentences: &[(&str, bool)]) -> Vec<String> {
    let mut thread = Thread { outlook: Some(Mood::Done), ..Thread::default() };
    let mut told = Vec::new();
    for (text, opens_paragraph) in sentences {
        thread.opens_paragraph = *opens_paragraph;
        told = measures(&mut thread, text);
    }
    told
}

#[test]
fn what_follows_on_what_is_asked_for_is_still_to_be_done() {
    let planned = ["修建 | 码头, will, planned"];
    assert_eq!(last(&[("必须发展渔业。", true), ("修建码头。", false)]), planned);
    assert_eq!(last(&[("要发展渔业。", true), ("改造渔船。", false), ("修建码头。", false)]), planned);
    assert_eq!(last(&[("要发展渔业。", true), ("各村要互相帮助。", false), ("修建码头。", false)]), planned);
    assert_eq!(
        last(&[("要做好以下几件事:", true), ("一、改造渔船;", true), ("二、修建码头。", true)]),
        planned
    );
}

#[test]
fn what_has_been_done_or_opens_anew_is_not_asked_for() {
    let done = ["修建 | 码头, will, done"];
    assert_eq!(last(&[("修建码头。", true)]), done);
    assert_eq!(last(&[("必须发展渔业。", true), ("修建码头。", true)]), done, "another paragraph");
    assert_eq!(last(&[("必须发展渔业。", true), ("改造了渔船。", false), ("修建码头。", false)]), done);
    assert_eq!(last(&[("必须发展渔业。", true), ("渔业稳步增长。", false), ("修建码头。", false)]), done);
    let told = last(&[("必须发展渔业。", true), ("县政府修建码头。", false)]);
    assert_eq!(told, ["县政府: 修建 | 码头, will, done"]);
}

#[test]
fn who_has_to_act_is_a_word_of_his_own() {
    for (text, expected) in [
        ("党要改善渔港环境,必须加强渔政建设。", &["党: 改善", "党: 加强"][..]),
        ("今后,我们党要改造渔港。", &["我们党: 改造"]),
        ("坚持党要管党,改造渔港。", &["改造"]),
    ] {
        let told: Vec<_> =
            plain(text).iter().map(|line| line.split(" |").next().unwrap().to_owned()).collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn what_a_plan_is_about_belongs_to_it() {
    for (text, expected) in [
        ("县政府应该对自己的渔港建设计划进行调整。", "县政府: 调整 | 自己的渔港建设计划, must, planned"),
        ("对老旧渔船计划进行改造。", "改造 | 老旧渔船, will, planned"),
        ("对渔船的设计进行某些必要的调整。", "调整 | 渔船的设计, will, planned"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
}

#[test]
fn what_something_is_goes_on_up_to_its_noun() {
    for text in [
        "县里出台办法,是落实渔业规划,切实履行渔港监管职责的重要举措。",
        "这是解决渔民困难,促进渔村发展的重大举措。",
    ] {
        assert!(!plain(text).iter().any(|line| line.contains("履行") || line.contains("促进")), "{text}");
    }
    for text in ["是落实渔业规划的重要举措,改造渔港。", "实行休渔,而是改善管理,解决了渔村的重大问题。"]
    {
        assert!(!plain(text).is_empty(), "{text}");
    }
}
