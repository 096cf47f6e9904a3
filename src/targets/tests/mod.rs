mod aside;
mod grid;
mod old;
mod owner;

use super::*;
use crate::extract::shared;

/// `indicator aspect year target|result value bound` of a text of this date.
fn read(text: &str, date: &str) -> Vec<String> {
    let extractor = shared().unwrap();
    let extraction = extractor.extract_with_text(text, Some(&date.parse().unwrap()));
    let targets = extractor.targets(&[extraction]);
    let mut lines = Vec::new();
    for series in &targets.series {
        for year in &series.years {
            for (name, claims) in [("target", &year.targets), ("result", &year.results)] {
                for claim in claims {
                    let value = claim.value.map(|value| value.to_string()).unwrap_or_default();
                    let head = format!("{} {} {}", series.indicator, series.aspect, year.year);
                    lines.push(format!("{head} {name} {value} {}", claim.bound.name()));
                }
            }
        }
    }
    lines
}

#[test]
fn targets_of_the_year_have_their_bounds() {
    let text = "今年发展主要预期目标是：地区生产总值增长7%—8%；城镇新增就业2万人以上，城镇登记失业率控制在4.5%以内；\
                居民消费价格涨幅3%左右；单位国内生产总值能耗下降3.4%以上；粮食产量50万吨以上。";
    assert_eq!(
        read(text, "2031-02"),
        [
            "单位国内生产总值能耗 growth 2031 target 3.4 over",
            "国内生产总值 growth 2031 target 7 range",
            "城镇新增就业 count 2031 target 20000 over",
            "城镇登记失业率 rate 2031 target 4.5 under",
            "居民消费价格 rate 2031 target 3 about",
            "粮食产量 mass 2031 target 500000 over",
        ]
    );
}

#[test]
fn results_are_of_the_year_that_is_reported() {
    assert_eq!(
        read("一、过去一年工作回顾\n去年，全县生产总值达到85.2亿元，增长6.3%。", "2031-02"),
        ["国内生产总值 growth 2030 result 6.3 exact", "国内生产总值 money 2030 result 8520000000 exact"]
    );
    assert_eq!(
        read("一、2030年工作回顾\n经济稳定发展。城镇新增就业3.1万人，超过预期目标。", "2031-02"),
        ["城镇新增就业 count 2030 result 31000 exact"]
    );
    assert_eq!(
        read("一、2030年工作回顾\n就业稳，投资高于上年。粮食产量达到50万吨。", "2031-02"),
        ["粮食产量 mass 2030 result 500000 exact"]
    );
}

#[test]
fn a_period_is_no_year_and_a_part_of_a_year_is_none() {
    assert_eq!(
        read("2026—2030年，地区生产总值年均增长6.1%。", "2031-02"),
        ["国内生产总值 growth 2026/2030 result 6.1 exact"]
    );
    assert_eq!(read("2030年一季度，地区生产总值增长6.1%。", "2030-05"), [""; 0]);
}

#[test]
fn headings_set_targets_and_times_that_are_over_set_none() {
    assert_eq!(
        read("二、“十四五”时期主要目标\n扩大就业，城镇调查失业率控制在6%以内。", "2021-02"),
        ["城镇调查失业率 rate 2021/2025 target 6 under"]
    );
    assert_eq!(read("去年没有实现单位生产总值能耗降低4%的目标。", "2021-02"), [""; 0]);
}

#[test]
fn of_two_figures_each_is_of_the_indicator_in_its_place() {
    let text = |tie| format!("去年，城镇居民人均可支配收入和农村居民人均可支配收入{tie}增长9%和10%。");
    assert_eq!(
        read(&text("分别"), "2021-02"),
        [
            "农村居民人均可支配收入 growth 2020 result 10 exact",
            "城镇居民人均可支配收入 growth 2020 result 9 exact"
        ]
    );
    assert_eq!(read(&text(""), "2021-02"), read(&text("分别"), "2021-02"));
    let sums = "去年，城镇居民人均可支配收入900元，农村居民人均可支配收入400元，实际增长9%和10%。";
    assert_eq!(
        read(sums, "2021-02"),
        [
            "农村居民人均可支配收入 growth 2020 result 10 exact",
            "农村居民人均可支配收入 money 2020 result 400 exact",
            "城镇居民人均可支配收入 growth 2020 result 9 exact",
            "城镇居民人均可支配收入 money 2020 result 900 exact"
        ]
    );
    assert_eq!(read("去年，财政收入增长9%和10%。", "2021-02"), [""; 0]);
    assert_eq!(
        read("去年，渔业、林业产值分别增长9%、8%，带动财政收入增长5%。", "2021-02"),
        ["财政收入 growth 2020 result 5 exact"]
    );
}

#[test]
fn joined_indicators_share_one_figure() {
    assert_eq!(
        read("今后五年的目标是：城镇居民人均可支配收入和农村居民人均可支配收入年均增长超过7%。", "2021-02"),
        [
            "农村居民人均可支配收入 growth 2021/2025 target 7 over",
            "城镇居民人均可支配收入 growth 2021/2025 target 7 over"
        ]
    );
    assert_eq!(read("去年，财政收入平稳，进出口增长5%。", "2021-02"), ["进出口 growth 2020 result 5 exact"]);
}

#[test]
fn what_is_only_compared_with_is_no_indicator() {
    assert_eq!(read("去年，研发投入占国内生产总值的2.5%。", "2031-02"), [""; 0]);
    assert_eq!(read("去年，生产总值和税收分别增长5%。农机销量增长9%。", "2031-02"), [""; 0]);
    assert_eq!(read("去年，进出口企业新增300家。", "2031-02"), [""; 0]);
    assert_eq!(read("去年，对海云等国进出口增长9%。", "2031-02"), [""; 0]);
    assert_eq!(read("去年，对外贸易扩大，进出口增长9%。", "2031-02"), ["进出口 growth 2030 result 9 exact"]);
}

#[test]
fn what_an_amount_came_to_is_of_the_last_year_and_a_sum_of_all() {
    let text = "一、2030年和五年来的工作回顾\n五年来，地区生产总值从61亿元增加到85.2亿元，五年年均增长6%，十年年均增长7%。进出口总额累计达到9亿元。";
    assert_eq!(
        read(text, "2031-02"),
        [
            "国内生产总值 growth 2026/2030 result 6 exact",
            "国内生产总值 money 2030 result 8520000000 exact",
            "进出口 money 2026/2030 result 900000000 exact",
        ]
    );
}

#[test]
fn what_a_plan_comes_to_is_of_its_last_year_and_a_yearly_count_is_no_sum() {
    let text = "今后五年的目标是：常住人口城镇化率提高到61%，城镇新增就业达到9万人。";
    assert_eq!(
        read(text, "2031-02"),
        ["城镇新增就业 count 2031/2035 target 90000 exact", "常住人口城镇化率 rate 2035 target 61 exact"]
    );
    assert_eq!(read("过去五年，城镇新增就业年均2万人。", "2031-02"), [""; 0]);
    assert_eq!(
        read("过去五年，地区生产总值从不到61亿元增加到超过85亿元。", "2031-02"),
        ["国内生产总值 money 2030 result 8500000000 over"]
    );
}

#[test]
fn items_are_of_the_period_that_introduces_them() {
    let text = "一、过去一年和五年工作回顾\n　　过去五年很不平凡。我们迎难而上。\n　　——经济发展。全县上下同心协力，\n百业兴旺。\n\n　　——环境改善。\
                单位生产总值能耗下降8%。居民人均可支配收入年均增长5%，进出口总额突破9亿元。";
    assert_eq!(
        read(text, "2031-02"),
        [
            "单位国内生产总值能耗 growth 2026/2030 result 8 exact",
            "居民人均可支配收入 growth 2026/2030 result 5 exact",
            "进出口 money 2030 result 900000000 over",
        ]
    );
    let no_item = "一、2030年工作回顾\n过去五年很不平凡。\n环境改善。单位生产总值能耗下降8%。";
    assert_eq!(read(no_item, "2031-02"), ["单位国内生产总值能耗 growth 2030 result 8 exact"]);
}

#[test]
fn a_subscript_on_its_own_line_and_an_aim_that_was_met() {
    assert_eq!(
        read("去年政策稳健。广义货币M\n2\n增长9.4%，低于10%左右的目标。", "2031-02"),
        ["广义货币供应量 growth 2030 target 10 about", "广义货币供应量 growth 2030 result 9.4 exact"]
    );
}

#[test]
fn what_was_before_or_is_over_is_no_target() {
    assert_eq!(
        read("2030年，单位地区生产总值能耗由前两年分别上升4%、3%，转为下降1.5%。", "2031-02"),
        ["单位国内生产总值能耗 growth 2030 result 1.5 exact"]
    );
    let text = "稳定物价是主要目标。去年居民消费价格涨幅回落到2.6%，今年居民消费价格涨幅要控制在3%左右。";
    assert_eq!(
        read(text, "2031-02"),
        ["居民消费价格 rate 2030 result 2.6 exact", "居民消费价格 rate 2031 target 3 about"]
    );
    assert_eq!(
        read("2030年，固定资产投资增幅由上年的9.5%回落到6.5%。", "2031-02"),
        ["固定资产投资 growth 2030 result 6.5 exact"]
    );
    let bases = "这是在经济总量超过85亿元的高基数上取得的，实现了经济总量百亿级跃升。";
    assert!(read(bases, "2031-02").is_empty());
}

#[test]
fn on_what_condition_and_since_when_stand_between() {
    assert_eq!(
        read("今后五年，经济增长预期目标是在优化结构的基础上年均增长7%。", "2031-02"),
        ["国内生产总值 growth 2031/2035 target 7 exact"]
    );
    assert_eq!(
        read("2030年，地区生产总值达到85.2亿元，比2025年增长34%，年均增长6.1%。", "2031-02"),
        ["国内生产总值 growth 2026/2030 result 6.1 exact", "国内生产总值 money 2030 result 8520000000 exact"]
    );
}

/// The claims of a report of spring 2031, targets before results.
fn claims(text: &str) -> Vec<Claim> {
    let extraction = shared().unwrap().extract_with_text(text, Some(&"2031-02".parse().unwrap()));
    let targets = shared().unwrap().targets(&[extraction]);
    let years = targets.series.into_iter().flat_map(|series| series.years);
    years.flat_map(|year| [year.targets, year.results].concat()).collect()
}

#[test]
fn what_a_noun_of_change_names_is_more_or_less() {
    let changes = |text| claims(text).into_iter().map(|claim| claim.change).collect::<Vec<_>>();
    assert_eq!(changes("今年经济增长预期目标为6%左右。"), [Change::Up]);
    assert_eq!(changes("去年居民消费价格涨幅回落到2.6%。"), [Change::Up]);
    assert_eq!(changes("去年，单位地区生产总值能耗降幅达到4%。"), [Change::Down]);
    assert_eq!(changes("去年，城镇登记失业率控制在4%。"), [Change::Level]);
}

#[test]
fn a_number_without_a_unit_has_that_of_its_series() {
    let units = |text| claims(text).into_iter().map(|claim| claim.unit).collect::<Vec<_>>();
    let persons = Some("人".to_owned());
    let text = "2030年，农村贫困人口减少3万人。2029年，农村贫困人口减少1.5万。";
    assert_eq!(units(text), [persons.clone(), persons]);
    assert_eq!(units("2029年，农村贫困人口减少1.5万。"), [None]);
}

#[test]
fn what_held_for_years_on_end_is_of_all_of_them() {
    assert_eq!(
        read("去年，粮食产量连续4年稳定在5万吨以上。", "2031-02"),
        ["粮食产量 mass 2027/2030 result 50000 over"]
    );
    assert_eq!(
        read("去年，粮食产量连续4年增长，达到5万吨。", "2031-02"),
        ["粮食产量 mass 2030 result 50000 exact"]
    );
    let text = "五年来居民消费价格涨幅稳定在3%左右。";
    assert_eq!(read(text, "2031-02"), ["居民消费价格 rate 2026/2030 result 3 about"]);
}

#[test]
fn a_document_without_a_date_is_of_the_year_that_it_tells() {
    let extractor = shared().unwrap();
    let text = "一、2017年工作回顾\n去年，国内生产总值增长5%。";
    let extraction = extractor.extract_with_text(text, None);
    assert_eq!(extraction.document.date, None);
    let targets = extractor.targets(&[extraction]);
    let series = &targets.series[0];
    assert_eq!((series.indicator.as_str(), series.years[0].year.as_str()), ("国内生产总值", "2017"));
    assert_eq!(series.years[0].results[0].value, Some(5.into()));
}

#[test]
fn what_is_told_one_by_one_is_of_the_member_in_its_place() {
    let towns = [
        "农村居民人均可支配收入 growth 2030 result 6.2 exact",
        "城镇居民人均可支配收入 growth 2030 result 4.1 exact",
    ];
    for list in [
        "城镇、农村居民人均可支配收入",
        "全县城镇和农村居民人均可支配收入",
        "城镇居民、农村居民人均可支配收入",
        "城乡居民人均可支配收入",
    ] {
        assert_eq!(read(&format!("去年，{list}分别增长4.1%、6.2%。"), "2031-02"), towns, "{list}");
        let sums = read(&format!("去年，{list}分别达到900元、400元，同比分别增长4.1%、6.2%。"), "2031-02");
        assert_eq!((&sums[0], &sums[2]), (&towns[0].to_owned(), &towns[1].to_owned()), "{list}");
        assert_eq!(sums[3], "城镇居民人均可支配收入 money 2030 result 900 exact", "{list}");
    }
    let before = read("去年，财政收入增长2.7%，城镇、农村居民人均可支配收入分别增长4.1%、6.2%。", "2031-02");
    assert_eq!(before[..2], towns);
    assert_eq!(before[2..], ["财政收入 growth 2030 result 2.7 exact"]);
    assert_eq!(
        read("去年，进出口增长3%，渔船、渔网产量分别增长4.1%、6.2%。", "2031-02"),
        ["进出口 growth 2030 result 3 exact"]
    );
    assert_eq!(
        read("去年，财政收入、渔业税收分别增长4.1%、下降6.2%。", "2031-02"),
        ["财政收入 growth 2030 result 4.1 exact"]
    );
    for parts in ["清溪区、临河区财政收入", "渔业、林业进出口"] {
        assert_eq!(read(&format!("去年，{parts}分别增长4.1%、6.2%。"), "2031-02"), [""; 0], "{parts}");
    }
    assert_eq!(
        read("今年，固定资产投资、进出口、财政收入增长7%、8%、6%以上。", "2031-02"),
        [
            "固定资产投资 growth 2031 target 7 exact",
            "财政收入 growth 2031 target 6 over",
            "进出口 growth 2031 target 8 exact"
        ]
    );
}

#[test]
fn a_remark_on_the_rank_parts_no_figure_from_its_indicator() {
    let both =
        ["国内生产总值 growth 2030 result 5.8 exact", "国内生产总值 money 2030 result 21000000000 exact"];
    for remark in ["、稳居全市前三、", "，居全省第二位，", "，总量跃居全市首位，同比"]
    {
        assert_eq!(read(&format!("去年，全县生产总值达到210亿元{remark}增长5.8%。"), "2031-02"), both);
    }
    assert_eq!(read("去年，全县生产总值达到210亿元，渔业增长5.8%。", "2031-02"), both[1..]);
    assert_eq!(read("去年，全县生产总值达到210亿元，居民用电增长5.8%。", "2031-02"), both[1..]);
}

#[test]
fn a_yearly_growth_up_to_a_year_is_of_its_plan() {
    let both =
        ["国内生产总值 growth 2031/2035 target 6 exact", "国内生产总值 money 2035 target 32000000000 exact"];
    for text in [
        "到2035年，地区生产总值达到320亿元，年均增长6%。",
        "2031—2035年，地区生产总值年均增长6%，到2035年达到320亿元。",
    ] {
        let read = read(text, "2031-02");
        assert!(both.iter().all(|line| read.iter().any(|read| read == line)), "{read:?}");
    }
    assert_eq!(read("2029年，地区生产总值年均增长6%。", "2031-02"), [""; 0]);
}

#[test]
fn where_a_change_began_is_of_its_year() {
    let text = "去年，地区生产总值由2027年的180亿元增加到212亿元。";
    assert_eq!(
        read(text, "2031-02"),
        [
            "国内生产总值 money 2027 result 18000000000 exact",
            "国内生产总值 money 2030 result 21200000000 exact"
        ]
    );
    assert_eq!(
        read("去年，地区生产总值由上年的180亿元增加到212亿元。", "2031-02"),
        ["国内生产总值 money 2030 result 21200000000 exact"]
    );
}
