//! What stands beside a result: the share that it is, the goal of its year, what it was foreseen to be.

use super::*;

#[test]
fn a_clause_that_only_says_what_share_something_is_stands_apart() {
    for aside in ["，为预算的98.6%，", "，完成年初预算的98.6%，同比", "（占财政总收入的70.5%），"]
    {
        let text = format!("2030年，一般公共预算收入完成5亿元{aside}增长3.2%。");
        let expected = [
            "一般公共预算收入 growth 2030 result 3.2 exact",
            "一般公共预算收入 money 2030 result 500000000 exact",
        ];
        assert_eq!(read(&text, "2031-01-10"), expected, "{text}");
    }
    let other = read("2030年，渔业税收入5亿元，占一般公共预算收入的70.5%，增长3.2%。", "2031-01-10");
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn a_parenthesis_after_a_result_stands_apart() {
    for aside in ["（其中税收4亿元）", "（全省第3位）", "（税收占比70%，全省第3位）"]
    {
        let found = read(&format!("2030年，财政收入5亿元{aside}，增长3.2%。"), "2031-01-10");
        let has = |words: &str| found.iter().any(|line| line.starts_with(words));
        let is_whole = has("财政收入 growth 2030 result 3.2") && has("财政收入 money 2030 result 500000000");
        assert!(is_whole && found.len() == 2, "{aside}: {found:?}");
    }
    let each = read("2030年，地区生产总值85亿元（人均5.9万元）。", "2031-01-10");
    assert_eq!(each, ["国内生产总值 money 2030 result 8500000000 exact"]);
}

#[test]
fn what_all_years_came_to_or_aims_differ_by_is_of_no_year() {
    let summed = read("2030年，城镇新增就业9000人，累计达9万人。", "2031-01-10");
    assert_eq!(summed, ["城镇新增就业 count 2030 result 9000 exact"]);
    let differs = read("今年，城镇新增就业目标9000人，比上年目标增加500人。", "2031-01-10");
    assert_eq!(differs, ["城镇新增就业 count 2031 target 9000 exact"]);
    let yearly = read("“十五五”时期，进出口年均增长8%，其中2030年增长6.8%。", "2031-01-10");
    assert!(yearly.contains(&"进出口 growth 2030 result 6.8 exact".to_owned()), "{yearly:?}");
}

#[test]
fn half_a_year_with_the_goal_of_the_year_is_half_a_year() {
    let text = "上半年，地区生产总值增长5.2%，离全年6%左右的目标还有差距；固定资产投资下降1.3%。";
    assert!(read(text, "2031-08-05").is_empty());
    let text = "上半年，渔业稳步发展；全年地区生产总值增长目标6%左右。";
    assert_eq!(read(text, "2031-08-05"), ["国内生产总值 growth 2031 target 6 about"]);
}

#[test]
fn what_really_came_stands_beside_what_was_aimed_at() {
    for (text, target, result) in [
        ("城镇新增就业目标4000人，实际完成4236人。", "count 2031 target 4000", "count 2031 result 4236"),
        ("原定地区生产总值增长6%的目标，实际增长5.6%。", "growth 2031 target 6", "growth 2031 result 5.6"),
        ("计划城镇新增就业4000人，实际新增4236人。", "count 2031 target 4000", "count 2031 result 4236"),
    ] {
        let found = read(text, "2031-12-28");
        let has = |words: &str| found.iter().any(|line| line.contains(words));
        assert!(has(target) && has(result) && found.len() == 2, "{text}: {found:?}");
    }
    let found = read("今年地区生产总值预计增长6.2%。", "2031-12-28");
    assert_eq!(found, ["国内生产总值 growth 2031 result 6.2 exact"]);
    let found = read("今年地区生产总值预计增长6.2%。", "2031-02");
    assert_eq!(found, ["国内生产总值 growth 2031 target 6.2 exact"]);
}

#[test]
fn the_goal_that_a_result_is_measured_by_is_of_its_year() {
    let head = "一、2030年工作回顾\n";
    for (text, result, target) in [
        ("居民消费价格上涨0.3%，低于3%左右的预期目标。", "rate 2030 result 0.3", "rate 2030 target 3 about"),
        (
            "城镇新增就业4386人，超额完成4000人的目标任务。",
            "count 2030 result 4386",
            "count 2030 target 4000",
        ),
        (
            "固定资产投资同比下降7.2%，与年初确定的增长8%的目标差距较大。",
            "growth 2030 result 7.2",
            "growth 2030 target 8",
        ),
        ("地区生产总值增长5.4%，未达到6%的年初预期。", "growth 2030 result 5.4", "growth 2030 target 6"),
        ("地区生产总值增长6.4%，好于6%的预期。", "growth 2030 result 6.4", "growth 2030 target 6"),
        ("地区生产总值增长5.4%，不及6%的预期。", "growth 2030 result 5.4", "growth 2030 target 6"),
        ("地区生产总值增长5.4%，比6%的目标低0.6个百分点。", "growth 2030 result 5.4", "growth 2030 target 6"),
        (
            "地区生产总值增长5.4%，与6%的目标相差0.6个百分点。",
            "growth 2030 result 5.4",
            "growth 2030 target 6",
        ),
        ("去年，上级下达我县粮食产量6万吨，实际8万吨。", "mass 2030 result 80000", "mass 2030 target 60000"),
    ] {
        let found = read(&format!("{head}{text}"), "2031-01-15");
        let has = |words: &str| found.iter().any(|line| line.contains(words));
        assert!(has(result) && has(target) && found.len() == 2, "{text}: {found:?}");
    }
    let text = format!("{head}居民消费价格上涨0.3%，低于3%的预期目标。城镇新增就业4390人。");
    let found = read(&text, "2031-01-15");
    assert!(found.contains(&"城镇新增就业 count 2030 result 4390 exact".to_owned()), "{found:?}");
}

#[test]
fn what_a_part_of_a_year_came_to_is_no_result_of_the_year() {
    for text in [
        "青溪县2031年上半年经济运行分析\n全县渔业稳步发展。城镇新增就业3100人。",
        "青溪县2031年7月份经济运行情况\n全县渔业稳步发展。城镇新增就业3100人。",
    ] {
        let found = read(text, "2031-08-05");
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    let later = "前三季度，青溪县渔业稳步发展。\n城镇新增就业3100人。";
    assert!(read(later, "2031-10-20").is_empty());
    assert_eq!(read(later, "2031-12-28"), ["城镇新增就业 count 2031 result 3100 exact"]);
    let whole = "青溪县2030年经济运行分析\n全县渔业稳步发展。城镇新增就业3100人。";
    assert_eq!(read(whole, "2031-01-20"), ["城镇新增就业 count 2030 result 3100 exact"]);
}

#[test]
fn by_which_prices_growth_is_reckoned_stands_between_a_level_and_its_growth() {
    let text = "2030年，地区生产总值412.6亿元，按不变价格计算，比上年增长5.4%。";
    let expected =
        ["国内生产总值 growth 2030 result 5.4 exact", "国内生产总值 money 2030 result 41260000000 exact"];
    assert_eq!(read(text, "2031-03-10"), expected);
}

#[test]
fn an_aim_told_beside_its_result_is_a_target_of_the_same_year() {
    for text in [
        "2030年，地区生产总值目标增长8%，实际增长5%。",
        "2030年，地区生产总值增长5%，年初目标是8%。",
        "2030年，地区生产总值增长5%（计划8%）。",
        "2030年，地区生产总值计划增长8%，实际完成5%。",
    ] {
        let found = read(text, "2031-01-10");
        let has = |words: &str| found.iter().any(|line| line.contains(words));
        let (target, result) = ("growth 2030 target 8", "growth 2030 result 5");
        assert!(has(target) && has(result) && found.len() == 2, "{text}: {found:?}");
    }
    let found = read("2030年，城镇登记失业率3.2%，控制在4.5%的目标以内。", "2031-01-10");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|line| line.contains("target 4.5")), "{found:?}");
    let found = read("2030年，城镇登记失业率3.2%，控制在4.5%以内。", "2031-01-10");
    assert!(found.len() == 1 && found[0].contains("result 3.2"), "{found:?}");
    let found = read("2030年，城镇登记失业率控制在4.5%以内。", "2031-01-10");
    assert!(found.len() == 1 && found[0].contains("result 4.5"), "{found:?}");
}

#[test]
fn the_year_of_prices_is_no_year_of_the_figure() {
    for prices in ["按2025年不变价计算，", "按2025年的可比价格计算，"] {
        let found = read(&format!("2030年，{prices}地区生产总值达到5亿元，增长6%。"), "2031-01-10");
        assert!(
            found.len() == 2 && found.iter().all(|line| line.contains(" 2030 result")),
            "{prices}: {found:?}"
        );
    }
    let found = read("2030年，地区生产总值5亿元（按2025年可比价计算），固定资产投资6亿元。", "2031-01-10");
    assert!(found.len() == 2 && found.iter().all(|line| line.contains("money 2030 result")), "{found:?}");
    let found = read("2035年按2030年价格计算的地区生产总值达到5亿元。", "2031-01-10");
    assert!(found.len() == 1 && found[0].contains("money 2035 target"), "{found:?}");
}

#[test]
fn how_far_a_plan_came_is_no_growth() {
    for share in ["完成年度计划的101.3%", "完成计划98%"] {
        let found = read(&format!("2030年，固定资产投资比上年增长6.2%，{share}。"), "2031-01-10");
        assert!(found.len() == 1 && found[0].contains("growth 2030 result 6.2"), "{share}: {found:?}");
    }
}

#[test]
fn what_stands_below_the_heading_of_a_plan_is_aimed_at() {
    let text = "计划报告\n一、2030年计划执行情况\n地区生产总值增长7%。\n二、2031年计划（草案）\n地区生产总值增长8%。";
    let found = read(text, "2031-01-10");
    let has = |words: &str| found.iter().any(|line| line.contains(words));
    assert!(has("growth 2031 target 8") && has("growth 2030 result 7"), "{found:?}");
}
