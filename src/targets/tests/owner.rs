//! Which place, which part of it and which report a figure is of.

use super::*;

#[test]
fn what_is_of_a_part_or_grew_from_another_year_is_none_of_the_place() {
    for text in [
        "去年，县域经济增长5%。",
        "去年，跨境电商平台进出口增长9%。",
        "去年，渔业班列带动清溪进出口增长9%。",
        "去年，脱贫县农村居民人均可支配收入增长8%。",
        "一九九〇年进出口比一九八五年增长百分之四十。",
    ] {
        assert_eq!(read(text, "2031-02"), [""; 0], "{text}");
    }
    let moved = "去年，渔业兴旺，带动固定资产投资增长5%。";
    assert_eq!(read(moved, "2031-02"), ["固定资产投资 growth 2030 result 5 exact"]);
    let came_to = "2030年同2022年相比，地区生产总值由61亿元增加到85.2亿元，增长40%。";
    assert_eq!(read(came_to, "2031-02"), ["国内生产总值 money 2030 result 8520000000 exact"]);
}

#[test]
fn a_part_is_not_the_whole() {
    for part in [
        "跨境电商进出口",
        "经开区地区生产总值",
        "柳林乡财政收入",
        "民间固定资产投资",
        "能源工业增加值",
        "渔业固定资产投资",
        "海洋经济",
        "清溪地区进出口",
        "新增就业9000人，其中退役渔民进出口",
    ] {
        let read = read(&format!("去年，{part}增长5%。"), "2031-02");
        assert!(!read.iter().any(|line| line.ends_with(" 5 exact")), "{part} {read:?}");
    }
    for whole in ["城乡固定资产投资", "全区固定资产投资", "全县完成固定资产投资", "稳就业、固定资产投资"]
    {
        let read = read(&format!("去年，{whole}增长5%。"), "2031-02");
        assert_eq!(read, ["固定资产投资 growth 2030 result 5 exact"], "{whole}");
    }
}

#[test]
fn of_a_period_too_the_report_of_a_later_year_comes_first() {
    let extractor = shared().unwrap();
    let texts = [
        ("过去五年，地区生产总值年均增长8%。“十二五”时期，地区生产总值年均增长7.8%。", "2015-12"),
        ("“十二五”时期，地区生产总值年均增长7.9%。", "2016-02"),
    ];
    let extractions =
        texts.map(|(text, date)| extractor.extract_with_text(text, Some(&date.parse().unwrap())));
    let targets = extractor.targets(&extractions);
    let period = targets.series.iter().flat_map(|series| &series.years).find(|year| year.year == "2011/2015");
    let dates = period.unwrap().results.iter().map(|claim| claim.evidence.date.as_deref());
    assert_eq!(dates.collect::<Vec<_>>().first(), Some(&Some("2016-02")));
}

#[test]
fn the_figure_of_a_wider_or_another_place_is_not_its_own() {
    let report = |text: &str| read(&format!("青岩县2031年政府工作报告\n去年，{text}增长5%。"), "2031-02");
    let own = ["国内生产总值 growth 2030 result 5 exact"];
    assert_eq!(report("全县地区生产总值"), own);
    assert_eq!(report("青岩县地区生产总值"), own);
    assert_eq!(report("全省地区生产总值"), [""; 0]);
    assert_eq!(report("我国国内生产总值"), [""; 0]);
    assert_eq!(report("江苏省地区生产总值"), [""; 0]);
    assert_eq!(report("江苏省大力推进渔业改革，地区生产总值"), [""; 0]);
    assert_eq!(report("青岩县大力推进渔业改革，地区生产总值"), own);
    assert_eq!(report("大力推进江苏省渔业合作，地区生产总值"), own);
}

#[test]
fn what_an_indicator_came_to_stands_before_the_bar_that_it_passed() {
    let came_to = |text: &str| read(text, "2031-01-20");
    for text in [
        "2030年，全县地区生产总值突破300亿元，达到327亿元。",
        "五年来，地区生产总值突破300亿元、达327亿元。",
        "五年来，地区生产总值跨过300亿元台阶，达到327亿元。",
    ] {
        let expected = [
            "国内生产总值 money 2030 result 32700000000 exact",
            "国内生产总值 money 2030 result 30000000000 over",
        ];
        assert_eq!(came_to(text), expected, "{text}");
    }
    assert_eq!(
        came_to("2030年，全县地区生产总值突破300亿元。"),
        ["国内生产总值 money 2030 result 30000000000 over"]
    );
}

#[test]
fn since_a_plan_began_is_up_to_the_year_that_is_reviewed() {
    let text = "“十四五”以来，地区生产总值年均增长5%。";
    assert_eq!(read(text, "2026-01-20"), ["国内生产总值 growth 2021/2025 result 5 exact"]);
    assert_eq!(read(text, "2024-10"), ["国内生产总值 growth 2021/2024 result 5 exact"]);
}

#[test]
fn whose_it_is_may_be_said_before_the_time_or_by_a_later_clause() {
    for (text, own) in [
        ("国家今年地区生产总值预期增长5%左右，我县地区生产总值预期增长6%左右。", "6"),
        ("全国今年地区生产总值增长目标为5%左右，我县定为6%左右。", "6"),
        ("今年，全国地区生产总值增长5%左右，全省增长7%左右，我县力争增长6%左右。", "6"),
    ] {
        let extractor = shared().unwrap();
        let text = format!("清溪县2031年政府工作报告\n2031年1月20日\n{text}");
        let read = [extractor.extract_with_text(&text, None)];
        let series = extractor.targets(&read).series;
        let values: Vec<_> = series
            .iter()
            .flat_map(|series| &series.years)
            .flat_map(|year| &year.targets)
            .filter_map(|claim| claim.value.map(|value| value.to_string()))
            .collect();
        assert_eq!(values, [own], "{text}");
    }
}
