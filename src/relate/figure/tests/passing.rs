//! Years and quantities told in passing, after which a sentence goes on about what it opened with.

use super::*;

use FigureStatus::{Result, Target};

#[test]
fn a_year_in_passing_takes_nothing_after_the_semicolon() {
    assert_times("2025年,渔港8座,2020年为5座;码头9座", &["2025年", "2020年", "2025年"]);
    assert_times("2025年,渔港8座,2027年力争突破9座;码头9座", &["2025年", "2027年", "2025年"]);
    assert_times("2025年目标:产值增长8%左右,2027年力争突破9亿元;码头9座", &["2025年", "2027年", "2025年"]);
    assert_times("2025年,渔港8座,到2028年达到9座;码头9座", &["2025年", "2028年", "2025年"]);
    assert_times("2025年,渔港8座,为2030年突破9座奠定基础;码头9座", &["2025年", "2030年", "2025年"]);
    assert_times("2025年,渔业投资8亿元,2026年计划投资9亿元;码头9座", &["2025年", "2026年", "2025年"]);
    // What stands alone, opens a part of the sentence, names its own or goes on in time holds for what
    // follows.
    assert_times("2025年,渔港8座,2027年,力争9座;码头9座", &["2025年", "2027年", "2027年"]);
    assert_times("2025年,渔港8座;2027年,渔港9座;码头9座", &["2025年", "2027年", "2027年"]);
    assert_times("2025年,渔港8座,2026年将建设桥梁9座;码头9座", &["2025年", "2026年", "2026年"]);
    assert_times("1952年渔港8座,1957年达到9座;码头9座", &["1952年", "1957年", "1957年"]);
}

#[test]
fn what_is_planned_in_passing_plans_nothing_after_it() {
    let text = "2023年,渔港8座,2026年力争9座;码头9座";
    assert_statuses(text, None, &[Result, Target, Result]);
    let text = "2023年,渔港8座,其中3座将于2026年9月投用;码头9座";
    assert_statuses(text, None, &[Result, Result, Result]);
    // The text is of February 2024.
    assert_statuses("2024年,渔港8座,到2028年达到9座;码头9座", None, &[Target, Target, Target]);
}

#[test]
fn a_sum_is_of_the_stretch_that_opens_the_sentence() {
    let text = "2016—2020年,2020年渔港达到9座;累计新增码头5座";
    assert_times(text, &["2020年", "2016—2020年"]);
    let text = "2016—2020年,2020年渔港达到9座;新增码头5座(五年累计)";
    assert_times(text, &["2020年", "2016—2020年"]);
    assert_times("2020年渔港达到9座;累计新增码头5座", &["2020年", "2020年"]);
    let text = "到2030年,产值达到9亿元;能耗五年累计下降9%;入园率达到9成";
    assert_times(text, &["2030年", "五年", "2030年"]);
    let text = "五年累计投入9亿元,渔民就业9万人";
    assert_times(text, &["五年", "五年"]);
}

#[test]
fn a_sum_of_a_time_to_come_is_aimed_at() {
    let text = "2026—2030年主要目标:入园率达到65%;渔业能耗累计下降9%";
    assert_statuses(text, Some(Mood::Done), &[Target, Target]);
    assert_statuses("2020年,渔业能耗累计下降9%", None, &[Result]);
}

#[test]
fn a_parenthesis_after_a_quantity_is_not_gone_on_about() {
    let text = "渔业收入9亿元(其中税收5亿元),增长2%";
    assert_ofs(text, &[("9亿元", "渔业收入"), ("5亿元", "税收"), ("2%", "渔业收入")]);
    let text = "渔业收入9亿元(税收占比65%)、增长2%";
    assert_ofs(text, &[("9亿元", "渔业收入"), ("65%", "税收占比"), ("2%", "渔业收入")]);
}

#[test]
fn an_aim_that_measures_is_of_what_it_measures() {
    for clause in
        ["低于年初6%的目标", "未达到6%的年初预期", "没有达到6%的目标", "好于6%的预期", "控制在6%的目标之内"]
    {
        let text = format!("渔业产值增长5%,{clause}。");
        assert_ofs(&text, &[("5%", "渔业产值"), ("6%", "渔业产值")]);
        assert_statuses(&text, None, &[Result, Target]);
        assert_changes(&text, &[Change::Up, Change::Level]);
    }
    let text = "渔业产值增长5%,比6%的预期目标低1个百分点。";
    assert_statuses(text, None, &[Result, Target, Result]);
    // A figure that something is only compared with is no aim.
    assert_statuses("渔业产值增长5%,低于6%的平均水平。", None, &[Result, Result]);
}

#[test]
fn where_a_quantity_started_was_before_the_time_of_what_it_came_to() {
    assert_times("2025年,入园率由8%提高到9%", &["", "2025年"]);
    assert_times("入园率由2024年的8%提高1个百分点", &["2024年", ""]);
    // But a start has a time in a stretch of years, or like the quantity before it.
    assert_times("2020年至2025年,入园率由8%提高到9%", &["2020年至2025年", "2020年至2025年"]);
    assert_times(
        "入园率从2020年的8%升到2025年的9%,升学率从5%升到6%",
        &["2020年", "2025年", "2020年", "2025年"],
    );
}

#[test]
fn what_only_says_how_something_is_reckoned_or_goes_is_not_measured() {
    assert_ofs("渔业收入9亿元,剔除退货退税因素后增长2%", &[("9亿元", "渔业收入"), ("2%", "渔业收入")]);
    assert_ofs("渔业投资扭转下降局面,增长2%", &[("2%", "渔业投资")]);
    assert_ofs("固投增长6%,社零增长2%", &[("6%", "固投"), ("2%", "社零")]);
    assert_ofs("渔业产值+5%", &[("5%", "渔业产值")]);
    assert_changes("渔业产值+5%", &[Change::Up]);
    assert_ofs("R&D经费投入强度达到2%", &[("2%", "R&D经费投入强度")]);
    assert_changes("新增渔田9万亩、累计达90万亩", &[Change::Up, Change::Level]);
}

#[test]
fn what_circumstances_something_was_in_is_stepped_over() {
    assert_ofs("渔业产值在休渔期延长的情况下增长9%", &[("9%", "渔业产值")]);
    assert_ofs("渔民收入在上年较快增长的基础上增长6%", &[("6%", "渔民收入")]);
    assert_ofs("渔业发展条件达标率9%", &[("9%", "渔业发展条件达标率")]);
    assert_ofs("在建渔港基础设施9个", &[("9个", "在建渔港基础设施")]);
}
