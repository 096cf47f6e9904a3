//! Made-up sentences and the dates that they speak of.

use crate::recognise::testing::with_scene;
use crate::recognise::{self, Detail};
use crate::relate::{Thread, relate};
use crate::resolve;

/// The ISO dates of a text's times, sentence by sentence, under this date and heading.
fn under(date: Option<&str>, heading: &str, sentences: &[&str]) -> Vec<Option<String>> {
    let headings = [heading.to_owned()].into();
    let mut thread = Thread { date: date.map(str::to_owned), headings, ..Thread::default() };
    let read = |text: &&str| {
        with_scene(text, |scene| {
            let mut standing = resolve::resolve(recognise::recognise(scene));
            relate(scene, &mut thread, &mut standing);
            standing
        })
    };
    let standing: Vec<_> = sentences.iter().flat_map(read).collect();
    let times = standing.into_iter().filter_map(|candidate| match candidate.detail {
        Detail::Time(time) => Some(time.iso),
        _ => None,
    });
    times.collect()
}

#[track_caller]
fn check(date: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found = under(Some(date), "", &[text]);
        let found: Vec<&str> = found.iter().map(|iso| iso.as_deref().unwrap_or("-")).collect();
        assert_eq!(found.join(" "), *expected, "{text}");
    }
}

#[test]
fn a_feast_is_a_limit_that_is_still_to_come() {
    check(
        "2025-01-16",
        &[
            ("国庆节前完成渔港改造。", "2025-10-01"),
            ("“五一”之前完成渔港改造。", "2025-05-01"),
            ("元旦前完成渔港改造。", "2026-01-01"),
            ("汛期前加固堤防。", "-"),
            ("国庆节举办渔业展。", ""),
            ("春节期间前往渔港。", "-"),
        ],
    );
}

#[test]
fn seasons_of_this_year_and_the_last_have_months() {
    check(
        "2025-10-16",
        &[
            ("去冬今春修渠9条。", "2024-12/2025-05"),
            ("今冬明春修渠9条。", "2025-12/2026-05"),
            ("去春开港。", "2024-03/2024-05"),
            ("2.28日开港,1998.03至2002.11任港长。", "2025-02-28 1998-03/2002-11"),
        ],
    );
    check("2025-01-16", &[("今冬明春修渠9条。", "-")]);
}

#[test]
fn a_quarter_is_of_the_year_of_which_the_text_has_told_it() {
    let read = |date: &str, sentences: &[&str]| {
        let found = under(Some(date), "", sentences);
        found.iter().map(|iso| iso.as_deref().unwrap_or("-").to_owned()).collect::<Vec<_>>().join(" ")
    };
    let quarter = "2025-01/2025-03";
    assert_eq!(read("2025-03-28", &["2025年一季度渔业情况", "一季度,渔获增加。"]), [quarter; 2].join(" "));
    assert_eq!(read("2025-05", &["今年一季度,渔获增加。1-3月,产值9亿元。"]), [quarter; 2].join(" "));
    assert_eq!(read("2025-05", &["一季度,渔获增加。"]), quarter);
    assert_eq!(read("2025-02", &["一季度,渔获增加。"]), "2024-01/2024-03");
    assert_eq!(read("2025-05", &["上半年,渔获增加。"]), "2024-01/2024-06");
    assert_eq!(
        read("2025-02", &["2024年上半年,渔获增加。", "力争上半年建成渔港。"]),
        "2024-01/2024-06 2025-01/2025-06"
    );
}

#[test]
fn the_first_years_of_a_plan_are_its_own() {
    check("2025-01", &[("“十四五”前四年生产渔船9艘", "2021/2025 2021/2024")]);
}

#[test]
fn five_years_beside_the_name_of_a_plan_are_its_own() {
    check(
        "2026-01",
        &[("“十五五”时期,五年新增渔船9艘", "2026/2030 2026/2030"), ("五年新增渔船9艘", "2021/2025")],
    );
}

#[test]
fn what_is_foreseen_dates_no_text_that_has_no_date() {
    let months = under(None, "", &["预计2027年6月建成渔港。", "一季度,渔获增加。"]);
    assert_eq!(months, [Some("2027-06".to_owned()), None]);
    let months = under(None, "", &["2024年,渔获增加。", "一季度,渔获增加。"]);
    assert_eq!(months[1].as_deref(), Some("2024-01/2024-03"));
}

#[test]
fn a_spring_report_looks_back_at_the_years_before() {
    check(
        "2026-02",
        &[
            ("过去五年投资翻番", "2021/2025"),
            ("五年来,一年来", "2021/2025 P1Y"),
            ("过去一年", "2025"),
            ("全年接待游客9万人", "2025"),
            ("力争全年新增就业", "2026"),
            ("全年主要目标任务圆满完成", "2025"),
            ("完成了全年渔业主要目标", "2025"),
            ("全年主要目标是渔业增产", "2026"),
            ("确保圆满完成全年目标任务", "2026"),
            ("新的一年里,要抓好落实", "2026"),
            ("今后五年,近两年", "2026/2030 2024/2025"),
            ("2024年产值9亿元,比上年增长", "2024 2023"),
            ("建国以来,2020年以来", "1949/2026-02 2020/2026"),
            ("去年12月,年底前", "2025-12 2026-12"),
            ("2025年库存到年末比年初增加,收购超过上年同期", "2025 2025-12 2025-01 2024"),
            ("2025年1月比上年同期增加", "2025-01 2024-01"),
            ("2024年贷款比2020年增加,其中12月最多,比上年增加", "2024 2020 2024-12 2023"),
            ("“十五五”规划描绘今后五年", "2026/2030 2026/2030"),
            ("每46小时投产一个项目", "R/PT46H"),
            ("“十五五”时期", "2026/2030"),
            ("支出五年累计9亿元", "2021/2025"),
            ("从1953年到1960年这八年时间", "1953/1960 1953/1960"),
            ("从1953年到1960年,这八年时间", "1953/1960 2018/2025"),
            ("年内建成", "2026"),
            ("这五年,我们要加快改革", "2026/2030"),
            ("这五年,主要办成三件事", "2021/2025"),
            ("“九五”普法,“九五”期间", "2026/2030 1996/2000"),
            ("苏联建国以来,苏联1922年以来", "- 1922/2026"),
            ("“二五”时期和“三五”时期", "1958/1962 1966/1970"),
            ("本世纪中叶", "2050"),
            ("比五年前增加,五年前开工", "2020 2021"),
            ("建校30年来,改革开放48年来,30年来", "1995/2025 1978/2026 1996/2025"),
            ("西藏自治区成立60年来", "1965/2025"),
            ("庆祝建校20周年,20年来", "P20Y 2005/2025"),
            ("在计划期内,后一年可能高于前一年", "- -"),
            ("五年来投资9亿元,比前五年翻番", "2021/2025 2016/2020"),
            ("2022年10月以来投资翻番,过去四年", "2022-10/2026-02 2022/2025"),
            ("在园区建成的这一年,在2022年即园区建成的这一年", "- 2022 2022"),
            ("苏联第一个五年计划期间,我国的第一个五年计划期间", "- 1953/1957"),
            ("2024年产量超过2020年,比2019年翻番。这一年", "2024 2020 2019 2024"),
        ],
    );
}

#[test]
fn a_day_of_autumn_counts_from_itself() {
    check(
        "2020-09-20",
        &[
            ("今年以来", "2020-01/2020-09"),
            ("9月8日,下个月,今天开会", "2020-09-08 2020-10 2020-09-20"),
            ("12月5日", "2019-12-05"),
            ("8月25日至26日", "2020-08-25/2020-08-26"),
            ("去年二季度", "2019-04/2019-06"),
            ("每周五,连续16个季度", "R/P1W P48M"),
            ("今年入汛以来", "-"),
            ("1998年特大洪水以来,这22年来", "1998/2020 1998/2020"),
            ("三十多年来,1个多月,十几年", "P30Y P1M -"),
            ("第六个五年计划的第二年,“十三五”规划的第四年", "1981/1985 1982 2016/2020 2019"),
            ("两周前,代表团来访。三个月前,代表团来访。会议召开10天前", "2020-09-06 2020-06 P10D"),
            ("2008年甲县洪涝灾害发生以来,治理加快", "2008/2020"),
            ("2019年3月3日至5日,代表团来访。4日签约", "2019-03-03/2019-03-05 2019-03-04"),
            ("2014年产值(按2010年价格计算)增长,比上年多", "2014 2010 2013"),
            ("2018年9月试点,同年十月推开", "2018-09 2018-10"),
            ("2018年春季开工,6月建成", "2018-03/2018-05 2018-06"),
            ("2018年冬季开工,6月建成", "2018-12/2019-02 2018-06"),
            ("过去8个多月,过去的三个月", "2020-01/2020-09 2020-06/2020-09"),
            ("解放后,建国以后三十年来,今明两年", "1949/2020-09 1949/2020-09 2020/2021"),
            ("去年超过上年。今明两年增产。比上年增加", "2019 2018 2020/2021 2018"),
            ("在五年内增产,第十三个五年计划要求五年内增产", "P5Y 2016/2020 2016/2020"),
            ("第十三个五年计划,争取在五年内增产", "2016/2020 P5Y"),
            ("两年零9个月", "P2Y9M"),
            ("前5个月,今年前两个月,去年前11个月", "2020-01/2020-05 2020-01/2020-02 2019-01/2019-11"),
            ("试用期前三个月,今年前", "P3M 2020"),
            ("15年前的今天,我们在这里集会", "2005-09-20"),
            ("2014年10月以来投资翻番,过去六年", "2014-10/2020-09 2014/2020"),
            ("近八年来投资翻番,前两年较快", "2013/2020 -"),
        ],
    );
}

#[test]
fn headings_and_earlier_sentences_tell_the_year() {
    let year = |heading: &str, text: &str| under(Some("2026-02"), heading, &[text]);
    assert_eq!(year("二、2026年重点工作", "全年新增就业9万人"), [Some("2026".to_owned())]);
    assert_eq!(year("一、2025年工作回顾", "全年新增就业9万人"), [Some("2025".to_owned())]);
    assert_eq!(year("一、2024年决算", "本年收入9亿元"), [Some("2024".to_owned())]);
    assert_eq!(year("一、工作回顾", "本年收入9亿元"), [Some("2026".to_owned())]);
    let previous = |heading: &str| under(Some("2026-02"), heading, &["为今年开好局。", "产值比上年增长。"]);
    assert_eq!(previous("一、2025年工作回顾")[1].as_deref(), Some("2024"));
    assert_eq!(previous("二、2026年重点工作")[1].as_deref(), Some("2025"));
    let told = under(Some("2026-02"), "", &["2024年决算收入9亿元。", "用于水利的占本年支出的9%。"]);
    assert_eq!(told[1].as_deref(), Some("2024"));
    let day = under(Some("2026-02-20"), "", &["2024年9月3日至5日,代表团来访。", "这是4日下午。"]);
    assert_eq!(day[1].as_deref(), Some("2024-09-04"));
    assert_eq!(year("三、“十三五”时期的回顾", "五年新建公路9公里"), [Some("2016/2020".to_owned())]);
    let found = under(
        Some("1982-H2"),
        "二、主要任务",
        &["第六个五年计划规定任务。", "五年新增产能9万吨，确保完成任务。"],
    );
    assert_eq!(found[1].as_deref(), Some("1981/1985"));
    let found = under(Some("1990-03"), "", &["过去的五年很好。", "后三年更好。"]);
    assert_eq!(found[1].as_deref(), Some("1987/1989"));
}

#[test]
fn without_a_date_only_what_the_text_states_is_known() {
    assert_eq!(under(None, "", &["去年新增4户。"]), [None]);
    assert_eq!(under(None, "", &["2021年印发。", "3月修订。"])[1].as_deref(), Some("2021-03"));
    let headed = under(None, "一、2021年工作回顾", &["编制2035年远景目标。", "全年新增就业9人。"]);
    assert_eq!(headed[1].as_deref(), Some("2021"));
    assert_eq!(under(None, "", &["过去五年,4日,2020年以来"]), [None, None, None]);
}

#[test]
fn a_goal_that_a_review_speaks_of_was_reached() {
    let goals = ["全年渔业主要目标任务较好完成。", "全年主要目标是渔业增产。", "力争全年渔业增产。"];
    let of_goals =
        |heading| under(Some("2026-02"), heading, &goals).into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(of_goals("一、2025年工作回顾"), ["2025", "2025", "2026"]);
    assert_eq!(of_goals("二、2026年总体要求"), ["2026", "2026", "2026"]);
}

#[test]
fn days_that_the_calendar_lacks_are_null() {
    check("2022-03", &[("2022年2月30日", "-"), ("2022年2月下旬", "2022-02-21/2022-02-28")]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_calendar_panic(
        text in "[0-9一二三四五六七八九十百千万两年月日周天个季度世纪代过去近前后来内以本上末底初第每逐同期“” —至-]{0,24}",
        date in proptest::option::of("(0001|1999|2026|9999)(-0[1-9])?"),
    ) {
        under(date.as_deref(), "", &[&text]);
    }
}

#[test]
fn within_five_years_is_the_plan_in_force_not_a_term_that_was_only_reckoned() {
    let iso = |sentences: &[&str]| under(Some("1982-11"), "", sentences);
    let found = iso(&["第六个五年计划规定任务。", "五年扩建码头9座。", "五年内新建水库6座。"]);
    assert_eq!(found.last(), Some(&Some("1981/1985".to_owned())));
    // But a stretch that the text names is the one it speaks of.
    let found = iso(&["第六个五年计划规定任务。", "第五个五年计划已经完成。", "五年内新建水库6座。"]);
    assert_eq!(found.last(), Some(&Some("1976/1980".to_owned())));
}

#[test]
fn what_is_foreseen_comes_next() {
    check(
        "2025-03-13",
        &[
            ("渔港预计5月核准、8月开工", "2025-05 2025-08"),
            ("渔港将于2月建成", "2026-02"),
            ("4月份拟招聘渔民90人", "2025-04"),
            ("定于3月14日举办渔业节,3月12日举办", "2025-03-14 2025-03-12"),
            ("预计3月建成", "2025-03"),
            ("按计划5月核准,渔港5月开工", "2024-05 2024-05"),
            ("预计很多,5月核准", "2024-05"),
        ],
    );
}

#[test]
fn from_a_year_on_is_up_to_the_text_or_to_nobody_knows_when() {
    check(
        "2012-11",
        &[
            ("2008年以后,渔业稳步发展", "2008/2012"),
            ("2008年后,渔业稳步发展", "2008/2012"),
            ("2020年以后建成渔港", "-"),
            ("2012年以后建成渔港", "-"),
            ("5月以后建成渔港", "-"),
        ],
    );
}

#[test]
fn a_year_that_is_told_of_opens_the_years_since() {
    let iso = |sentences: &[&str]| under(Some("2020-11"), "", sentences).pop().flatten();
    assert_eq!(iso(&["2013年,渔港开工。", "7年来,渔业稳步发展。"]).as_deref(), Some("2013/2020"));
    assert_eq!(iso(&["2015年,渔港开工。", "7年来,渔业稳步发展。"]).as_deref(), Some("2014/2020"));
    assert_eq!(iso(&["2018年,渔港开工。", "这两年来,渔业稳步发展。"]).as_deref(), Some("2019/2020"));
    // 近七年 is no more than seven years; the years of a term are counted.
    assert_eq!(iso(&["2013年,渔港开工。", "近七年渔业稳步发展。"]).as_deref(), Some("2014/2020"));
    assert_eq!(iso(&["2015年,渔港开工。", "五年来,渔业稳步发展。"]).as_deref(), Some("2016/2020"));
}

#[test]
fn the_same_period_has_as_many_months() {
    check(
        "2020-11-19",
        &[
            ("今年一月至九月产量比去年同期增长9%", "2020-01/2020-09 2019-01/2019-09"),
            ("今年渔业稳步发展,产量恢复到去年同期水平", "2020 2019-01/2019-11"),
        ],
    );
    check("2020-02", &[("去年产量增长9%,比上年同期快", "2019 2018")]);
    check("1986-03", &[("“七五”时期产量增长9%,与同期收入同步", "1986/1990 1986/1990")]);
}

#[test]
fn a_length_and_more_is_one_and_a_vague_age_is_none() {
    check(
        "2020-11",
        &[
            ("还有两年多时间", "P2Y"),
            ("一年多来,渔业稳步发展", "P1Y"),
            ("一年多次检查", "P1Y"),
            ("几十年来,渔业稳步发展", ""),
            ("奋斗几十年", "-"),
        ],
    );
}

#[test]
fn the_month_before_is_that_before_the_one_spoken_of() {
    check(
        "2025-08-19",
        &[
            ("7月份,渔产价格下降,降幅较上月扩大", "2025-07 2025-06"),
            ("1月份,渔产价格下降,降幅较上月扩大", "2025-01 2024-12"),
            ("上月渔产价格下降", "2025-07"),
            ("达产后年产值9亿元", ""),
            ("后年渔港建成", "2027"),
        ],
    );
}

#[test]
fn a_five_year_plan_without_a_number_is_the_one_in_force() {
    check("1955-07-05", &[("第一个五年计划执行得很好,要提前完成五年计划", "1953/1957 1953/1957")]);
    check("1955-07-05", &[("第一个五年计划执行得很好,编制渔民增收五年计划", "1953/1957 P5Y")]);
}

#[test]
fn the_year_before_is_not_that_before_where_something_started() {
    let document = crate::shared().unwrap().extract_dated(
        "去年,产值由前年的7亿元增加到8亿元,产量由上年的20吨增加到21吨。",
        Some(&"2026-01-20".parse().unwrap()),
    );
    let times: Vec<_> = document.speeches[0].times.iter().map(|time| time.iso.as_deref()).collect();
    assert_eq!(times, [Some("2025"), Some("2024"), Some("2024")]);
}
