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
