//! What is told beside what is aimed at, and what is told whatever the text around looks at.

use super::*;

use FigureStatus::{Other, Result, Target};

#[test]
fn an_aim_told_beside_a_quantity_is_none_of_the_next() {
    let aims = "入园率58%,规划2030年60%;就业率42%,规划2030年43%";
    assert_times(aims, &["", "2030年", "", "2030年"]);
    assert_statuses(aims, None, &[Result, Target, Result, Target]);
    assert_times("入园率58%,2030年目标60%,渔港6座", &["", "2030年", ""]);
    assert_times("入园率58%,到2030年达到60%;就业率42%", &["", "2030年", ""]);
    assert_times("2020年渔港6座,2030年目标9座;码头5座", &["2020年", "2030年", "2020年"]);
    assert_times("入园率58%(规划2030年60%),就业率42%", &["", "2030年", ""]);
    assert_statuses("入园率58%(计划2030年60%),就业率42%", None, &[Result, Target, Result]);
    // A year that opens its clause holds for what follows.
    assert_times("渔港建设加快,2030年入园率60%,就业率42%", &["2030年", "2030年"]);
    assert_times("2030年,入园率60%;就业率42%", &["2030年", "2030年"]);
    assert_times("与2020年45微克的目标相比下降9%;床位5张", &["", "", ""]);
}

#[test]
fn what_is_short_of_an_aim_says_nothing_of_the_next() {
    assert_statuses("废气仍需下降9%;床位5张", None, &[Target, Result]);
    assert_statuses("2020年的目标是就业率42%,目前就业率40%", None, &[Target, Result]);
    assert_statuses("规划要求入园率提高5个百分点", None, &[Target]);
}

#[test]
fn what_a_court_or_an_office_judges_has_happened() {
    let judged = "法院判处罚金5万元";
    assert_statuses(judged, Some(Mood::Plan), &[Result]);
    assert_statuses("被告人退缴赃款6万元,责令退还9万元", Some(Mood::Plan), &[Result, Result]);
    assert_statuses("力争追缴9万元", None, &[Target]);
    assert_statuses("罚款收入9万元", Some(Mood::Plan), &[Target]);
    assert_statuses("大会应到代表9名,实到代表8名", None, &[Result, Result]);
    assert_statuses("应增加代表9名", None, &[Target]);
}

#[test]
fn what_is_pointed_at_or_had_is_told() {
    assert_statuses("以上九条,构成基本方略", Some(Mood::Plan), &[Result]);
    assert_statuses("我国有13亿人口、9亿劳动力", Some(Mood::Plan), &[Result, Result]);
    assert_statuses("根据两次会议的协议解决问题", Some(Mood::Plan), &[Result]);
    assert_statuses("应当指出三个问题,新建渔港9座", None, &[Result, Result]);
    assert_statuses("应当新建渔港9座", None, &[Target]);
}

#[test]
fn what_a_meeting_demands_is_aimed_at() {
    assert_statuses("会议要求,入园率提高9%", Some(Mood::Done), &[Target]);
    assert_statuses("会议认为,渔港管理得好,现有渔港9座", None, &[Result]);
    assert_times("“一五”的9项工程中,6项已竣工,修建铁路5公里", &["一五", "", ""]);
    assert_times("2024年的工作中,建成渔港6座", &["2024年"]);
}

#[test]
fn a_limit_in_a_parenthesis_is_a_definition() {
    assert_statuses("新建停车场(1公里内)9处", Some(Mood::Plan), &[Other, Target]);
    assert_statuses("培育规上企业(年收入9万元以上)6家", Some(Mood::Plan), &[Other, Target]);
    assert_statuses("入园率58%(2030年达到60%以上)", None, &[Result, Target]);
}

#[test]
fn names_of_counts_hold_no_verbs_dashes_or_currencies() {
    assert_ofs("——渔业收入由2亿元增加到3亿元", &[("2亿元", "渔业收入"), ("3亿元", "渔业收入")]);
    assert_ofs("渔业产值完成年度计划102%", &[("102%", "渔业产值")]);
    assert_ofs("收入完成年初预算102%,增长6%", &[("102%", "收入"), ("6%", "收入")]);
    assert_ofs("借款日元300亿", &[("300亿", "借款")]);
    assert_ofs("日元300亿", &[("300亿", "")]);
    assert_ofs("住房封顶9套", &[("9套", "住房")]);
    assert_ofs("确诊5人,治愈出院9人,死亡3人", &[("5人", "确诊"), ("9人", "治愈出院"), ("3人", "死亡")]);
    assert_ofs("民工最多时三千多人", &[("三千多人", "民工")]);
}
