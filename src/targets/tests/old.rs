//! Indicators of older plans and reports, and texts in traditional characters.

use super::*;

#[test]
fn what_older_plans_measured_stands_apart() {
    assert_eq!(
        read(
            "一九八五年，工农业总产值达到9亿元，比上年增长8%；社会总产值12亿元，国民收入5亿元。",
            "1986-03-10"
        ),
        [
            "国民收入 money 1985 result 500000000 exact",
            "工农业总产值 growth 1985 result 8 exact",
            "工农业总产值 money 1985 result 900000000 exact",
            "社会总产值 money 1985 result 1200000000 exact",
        ]
    );
    assert_eq!(
        read("到2000年，人均国民生产总值达到800美元。", "1991-03-10"),
        ["人均国民生产总值 money 2000 target 800 exact"]
    );
    assert!(read("一九八五年，重工业总产值增长9%。", "1986-03-10").is_empty());
}

#[test]
fn what_a_plan_asks_for_is_a_target() {
    assert_eq!(
        read("一九五五年，粮食总产量要求达到9亿斤。", "1954-12-10"),
        ["粮食产量 mass 1955 target 900000000 exact"]
    );
}

#[test]
fn traditional_characters_say_the_same() {
    assert_eq!(
        read("去年，全縣生產總值達到318億元，增長6.2%。今年生產總值預期增長6%左右。", "2031-02-10"),
        [
            "国内生产总值 growth 2030 result 6.2 exact",
            "国内生产总值 growth 2031 target 6 about",
            "国内生产总值 money 2030 result 31800000000 exact",
        ]
    );
}

#[test]
fn a_young_year_has_no_results_but_by_its_own_time() {
    let text = "森林覆盖率42%，规划2031年43%；进出口9亿元。";
    assert_eq!(
        read(text, "2031-02-10"),
        [
            "森林覆盖率 rate 2030 result 42 exact",
            "森林覆盖率 rate 2031 target 43 exact",
            "进出口 money 2030 result 900000000 exact",
        ]
    );
}

#[test]
fn a_plan_in_its_last_year_tells_as_often_as_it_aims() {
    assert_eq!(
        read("“十四五”期间，进出口由5亿元增加到9亿元。", "2025-02-10"),
        ["进出口 money 2025 result 900000000 exact"]
    );
    let text = "“十五五”期间，进出口由5亿元增加到9亿元。";
    assert_eq!(read(text, "2025-12-10"), ["进出口 money 2026/2030 target 900000000 exact"]);
}
