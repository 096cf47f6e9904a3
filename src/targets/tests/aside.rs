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
