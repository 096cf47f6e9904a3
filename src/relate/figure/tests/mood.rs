//! Changes, statuses and times.

use super::*;

#[test]
fn a_difference_is_no_level() {
    use Change::{Down, Level, Up};
    assert_changes("工业用电量增长6%,单位能耗下降3%", &[Up, Down]);
    assert_changes("参保人数增加到300万人,比上年增加20万人", &[Level, Up]);
    assert_changes("占比从12%提高到15%", &[Level, Level]);
    assert_changes("就业保持两位数增长", &[Up]);
    assert_changes("林业产值翻一番", &[Up]);
    assert_changes("新建学校5所", &[Level]);
    assert_changes("入学率比上年高3个百分点,失学人数比计划少200人", &[Up, Down]);
    assert_changes("平均海拔高300米", &[Level]);
    assert_changes("山区入学率比平原高3个百分点", &[Level]);
    assert_changes("提升改造公路5公里", &[Level]);
}

#[test]
fn what_is_new_goes_on_through_its_list_and_no_further() {
    use Change::{Level, Up};
    assert_changes("新增床位800张、护士300名,医院总数达到50家", &[Up, Up, Level]);
    assert_changes("新增公路90公里,其中高速公路20公里", &[Up, Up]);
    assert_changes("新增公路90公里,铁路8公里、复线6公里,港口泊位9个", &[Up, Up, Up, Up]);
    assert_changes("新增学位3万个,小学入学率99%", &[Up, Level]);
}

#[test]
fn conditions_are_neither_results_nor_targets() {
    use FigureStatus::{Other, Result, Target};
    assert_statuses("实施亿元以上项目70个", None, &[Other, Result]);
    assert_statuses("30户以上自然村全部通硬化路", None, &[Other]);
    assert_statuses("转化成果80项以上", Some(Mood::Plan), &[Target]);
    assert_statuses("80%以上的村庄通了公路", None, &[Result]);
}

#[test]
fn the_nearest_word_or_the_outlook_says_whether_it_has_happened() {
    use FigureStatus::{Result, Target};
    assert_statuses("力争完成投资60亿元", None, &[Target]);
    assert_statuses("已建成水库6座,拟再建2座", None, &[Result, Target]);
    assert_statuses("新建公园12个", Some(Mood::Plan), &[Target]);
    assert_statuses("农场将增加到9个,面积达到5万亩", Some(Mood::Done), &[Target, Target]);
    assert_statuses("学校将达到9所,比上年增长5%", Some(Mood::Done), &[Target, Target]);
    // In spring the year under review is over, and what was foreseen of it is all but known.
    assert_statuses("预计比上年,棉花增长9%,羊毛增长5%", Some(Mood::Done), &[Result, Result]);
    assert_statuses("预计2026年棉花增长9%", Some(Mood::Done), &[Target]);
    assert_statuses("2020年棉花产量9万担;羊毛增长5%", Some(Mood::Plan), &[Result, Result]);
    assert_statuses("2030年比2020年有如下增长:棉花增长9%", Some(Mood::Done), &[Target]);
    assert_statuses("我们的目标是,棉花增长9%,羊毛增长5%", Some(Mood::Done), &[Target, Target]);
    assert_statuses("投资限额为9万元", Some(Mood::Plan), &[FigureStatus::Other]);
    assert_statuses("年收入超9亿元的企业达12家", Some(Mood::Done), &[FigureStatus::Other, Result]);
    assert_statuses("95%的村收入超过9万元", Some(Mood::Done), &[Result, Result]);
    assert_statuses("五年计划规定棉花增长9%", Some(Mood::Done), &[Target]);
    assert_statuses("将教育摆在首位,建成学校9所", Some(Mood::Done), &[Result]);
    assert_statuses("铁路里程已达9万公里,其中高铁5万公里", Some(Mood::Plan), &[Result, Result]);
    assert_statuses("新建公园12个", Some(Mood::Done), &[Result]);
    assert_statuses("加快4个在建电站施工", Some(Mood::Plan), &[Result]);
    assert_statuses("盘活已划定的9个片区", Some(Mood::Plan), &[Result]);
}

#[test]
fn a_start_and_a_having_are_results() {
    use FigureStatus::{Result, Target};
    assert_statuses("覆盖率从60%提高到70%", Some(Mood::Plan), &[Result, Target]);
    assert_statuses("明年将由60%提高到70%", Some(Mood::Done), &[Result, Target]);
    assert_statuses("到2030年,粮食产量达到9亿斤;棉花5万担", Some(Mood::Done), &[Target, Target]);
    assert_statuses("棉花产量明年将比1957年的6万担增加1万担", None, &[Result, Target]);
    assert_statuses("我们是有九亿农民的国家", Some(Mood::Plan), &[Result]);
    assert_statuses("全县只有9所学校", Some(Mood::Plan), &[Result]);
    assert_statuses("明年要有9个县脱贫", None, &[Target]);
    assert_statuses("有9个工程开工", Some(Mood::Plan), &[Target]);
}

#[test]
fn the_time_is_that_of_the_quantity() {
    assert_times("湖泊水质20年来首次达标,建成河道9条", &[""]);
    assert_times("湖泊水质20年来提升9%,建成河道6条", &["20年来", "20年来"]);
    assert_times("机船率从2020年的60%提高到2025年的90%,9所学校开学", &["2020年", "2025年", ""]);
    assert_times("从1979年到1983年平均每年递增7%", &["1979年到1983年"]);
    assert_times("从1929年到1942年,十四年合计招生9万人", &["1929年到1942年"]);
    assert_times("建校以后,十四年合计招生9万人", &["十四年"]);
    assert_times("在1953年至1957年的五年中,产值平均每年递增7%", &["1953年至1957年"]);
    assert_times("1987年产值达到9亿元,平均每年递增7%", &["1987年", "每年"]);
    assert_times("2023年建成水库9座;平均每年递增7%", &["2023年", "每年"]);
    assert_times("每年互访6次,建成水库9座", &["每年", ""]);
    assert_times("加快建设“十三五”批复的6个渔港,争取再建9个渔港", &["十三五", ""]);
    assert_times("从1978年到1985年,产值每年要增长7%", &["1978年到1985年"]);
    assert_times("从1978年到1985年,渔业每年要造船9艘", &["每年"]);
    assert_times("粮食产量比1957年的6亿斤增长8%", &["1957年", ""]);
    assert_times("产值是1957年总和的2倍", &[""]);
    assert_times("产值达到1957年的2倍", &[""]);
    assert_times("综合考虑实现2035年远景目标,提出产值年均增长5%", &[""]);
    assert_times("覆盖率从2020年的60%提高到70%", &["2020年", ""]);
    assert_times("五年来,建成水库9座,新增学校6所", &["五年来", "五年来"]);
    assert_times("历时五年建成水库9座,新增学校6所", &["五年", ""]);
    assert_times("2023年粮食产量9亿斤,增长5%", &["2023年", "2023年"]);
    assert_times("补助从2016年的8亿元增加到2020年的9亿元,资助学生6万人", &["2016年", "2020年", ""]);
    assert_times("补助从2016年的8亿元增加到2020年的9亿元,即增长8%", &["2016年", "2020年", "2020年"]);
    assert_times("2020年同2016年相比,茶叶增长8%,黄麻增长9%", &["2020年", "2020年"]);
    assert_times("2020年同2016年相比,茶叶由8吨增加到9吨", &["2016年", "2020年"]);
    assert_times("完成五年计划投资的9%,学前一年免费教育覆盖6万人", &["", ""]);
}

#[test]
fn no_quantity_is_promised_of_what_is_there() {
    use FigureStatus::{Result, Target};
    assert_statuses("依托3个园区招商引资", Some(Mood::Plan), &[Result]);
    assert_statuses("支持东岭泵站、西岭泵站等4个项目实施", Some(Mood::Plan), &[Result]);
    assert_statuses("新建东岭泵站、西岭泵站等4个项目", Some(Mood::Plan), &[Target]);
    assert_statuses("支持4家企业上市", Some(Mood::Plan), &[Target]);
    assert_changes("城镇新增就业12万人", &[Change::Up]);
}

#[test]
fn a_list_has_the_mood_of_what_announces_it() {
    use FigureStatus::{Result, Target};
    let statuses = |sentences: &[&str]| {
        let mut thread = Thread { outlook: Some(Mood::Done), ..Thread::default() };
        let mut last = Vec::new();
        for text in sentences {
            last = with_scene(text, |scene| {
                let mut candidates = resolve::resolve(recognise::recognise(scene));
                crate::relate::relate(scene, &mut thread, &mut candidates);
                candidates.iter().filter_map(figure).map(|figure| figure.status).collect()
            });
        }
        last
    };
    assert_eq!(statuses(&["计划产量如下:", "粮食:达到9亿斤。", "棉花:达到5万担。"]), [Target]);
    assert_eq!(statuses(&["计划产量如下:", "粮食:达到9亿斤。", "群众得到5万担棉花。"]), [Result]);
    assert_eq!(statuses(&["已经完成的产量如下:", "粮食:达到9亿斤。"]), [Result]);
}

#[test]
fn what_is_supposed_or_put_in_other_words_is_neither() {
    use FigureStatus::{Other, Result, Target};
    assert_statuses("如果每户节约5斤,全县就有9万斤", None, &[Other, Other]);
    assert_statuses("只要每户节约5斤,全县就可以节约9万斤", None, &[Other, Other]);
    assert_statuses("只要双方遵循3个原则,就能合作", None, &[Result]);
    assert_statuses("这批机器相当于9万人", None, &[Other]);
    assert_statuses("如果按可比价格计算,产值增长9%", None, &[Result]);
    assert_statuses("学校数明年比现在增加2倍", None, &[Target]);
    assert_statuses("产值相当于上年的3倍", None, &[Result]);
    assert_statuses("结果达到9万斤", None, &[Result]);
    assert_statuses("努力实现产值9亿元", None, &[Target]);
}

#[test]
fn what_is_so_now_stays_so_in_a_plan() {
    use FigureStatus::{Result, Target};
    assert_statuses("目前全县建有学校9所,要加强管理", Some(Mood::Plan), &[Result]);
    assert_statuses("现在必须建学校9所", None, &[Target]);
    assert_statuses("覆盖率由目前的60%提高到70%", Some(Mood::Plan), &[Result, Target]);
    assert_statuses("五年来,新建学校9所", Some(Mood::Plan), &[Result]);
    assert_statuses("据统计,全县学校9所", Some(Mood::Plan), &[Result]);
    assert_statuses("关心占人口60%的农民", Some(Mood::Plan), &[Result]);
    assert_statuses("实现占人口60%的目标", Some(Mood::Plan), &[Target]);
    assert_statuses("针对3个难题制定办法", Some(Mood::Plan), &[Result]);
}

#[test]
fn a_sum_may_be_planned() {
    use FigureStatus::{Result, Target};
    assert_statuses("到2030年,学校累计达到90所", None, &[Target]);
    assert_statuses("学校累计达到90所", None, &[Result]);
    assert_statuses("新建学校6所,累计达到90所", Some(Mood::Plan), &[Target, Target]);
    assert_statuses("已累计建成学校90所", Some(Mood::Plan), &[Result]);
}

#[test]
fn what_is_there_is_no_plan() {
    use FigureStatus::{Result, Target};
    assert_statuses("全县面临两大难题", Some(Mood::Plan), &[Result]);
    assert_statuses("企业存在着三个缺点", Some(Mood::Plan), &[Result]);
    assert_statuses("合作社分为两类", Some(Mood::Plan), &[Result]);
    assert_statuses("养猪和种菜是两个重要方面", Some(Mood::Plan), &[Result]);
    assert_statuses("全国5亿人民的生活", Some(Mood::Plan), &[Result]);
    assert_statuses("解决5万农民的饮水问题", Some(Mood::Plan), &[Target]);
    assert_statuses("覆盖农村3000万人口", Some(Mood::Plan), &[Target]);
    assert_statuses("努力实现以下的五项任务", Some(Mood::Plan), &[Target]);
    assert_statuses("实施上述的五项措施", Some(Mood::Plan), &[Result]);
    assert_statuses("补助由人均20元提高到30元", Some(Mood::Plan), &[Result, Target]);
}

/// Figures after 将 for 把, of a plan that something is measured by, and foreseen of a year that is over.
#[test]
fn words_of_plan_may_tell_of_no_plan() {
    use FigureStatus::{Result, Target};
    assert_statuses("将税率降到9%", Some(Mood::Done), &[Result]);
    assert_statuses("将税率降到9%", Some(Mood::Plan), &[Target]);
    assert_statuses("税率将降到9%", Some(Mood::Done), &[Target]);
    assert_statuses("将9个单位合并为2个", Some(Mood::Done), &[Result, Result]);
    assert_statuses("出口额比去年计划超过9%", Some(Mood::Plan), &[Target]);
    assert_statuses("出口额比去年计划超过9%", Some(Mood::Done), &[Result]);
    assert_statuses("完成了捕捞额,等于五年计划规定的总额的四分之一", Some(Mood::Done), &[Result]);
    assert_statuses(
        "五年计划规定总额为9亿元,比1952年的5亿元增加4亿元",
        Some(Mood::Done),
        &[Target, Result, Target],
    );
}

#[test]
fn a_year_that_is_over_holds_for_what_follows() {
    let statuses = |text: &str| -> Vec<_> {
        let document = crate::shared().unwrap().extract_dated(text, Some(&"1960".parse().unwrap()));
        document.speeches[0].figures.iter().map(|figure| figure.status).collect()
    };
    use FigureStatus::{Result, Target};
    assert_eq!(statuses("1958年产值预计比1955年增长9%。"), [Result]);
    assert_eq!(statuses("1960年产值预计比1958年增长9%。"), [Target]);
    assert_eq!(statuses("努力增产,力争多收。1958年稻谷产量达到8万吨,棉花产量达到6万吨。"), [Result, Result]);
    assert_eq!(statuses("今年新增公路90公里。"), [Target]);
    assert_eq!(statuses("1961年水产计划主要指标安排如下。\n水产总值，比1960年预计增长9%。"), [Target]);
    assert_eq!(statuses("1958年水产总值，比1957年增长9%。"), [Result]);
}

#[test]
fn what_describes_or_is_reckoned_by_is_neither_told_nor_promised() {
    use FigureStatus::{Other, Result};
    assert_statuses("每9万人拥有诊所6家", None, &[Other, Result]);
    assert_statuses(
        "今后三年内建成水库9座,扩建码头6座",
        Some(Mood::Done),
        &[FigureStatus::Target, FigureStatus::Target],
    );
    assert_statuses("近三年建成水库9座,扩建码头6座", Some(Mood::Done), &[Result, Result]);
    assert_statuses(
        "规划要求:茶叶产量分别达到6万吨和9万吨",
        None,
        &[FigureStatus::Target, FigureStatus::Target],
    );
    assert_statuses("纲要要求:茶叶产量达到9万吨", None, &[FigureStatus::Target]);
    assert_statuses("纲要的要求,茶叶产量达到9万吨", None, &[Result]);
    assert_statuses("大型牧场,是指牲畜900头以上的牧场", None, &[Other]);
    assert_statuses("大型牧场,是指这9个牧场", None, &[Result]);
    assert_statuses("招收3—4岁幼儿", Some(Mood::Plan), &[Other]);
    assert_statuses("禁止在苗圃周边60米范围内取土", Some(Mood::Plan), &[Other]);
    assert_statuses("比现有的9个减少4个", Some(Mood::Plan), &[Result, FigureStatus::Target]);
    assert_statuses("计划规定产值增长6%,达到9亿元", None, &[FigureStatus::Target, FigureStatus::Target]);
    assert_statuses("过去三年,新增学位6万个", Some(Mood::Plan), &[Result]);
    assert_statuses("我省已向6个县拨付资金", Some(Mood::Plan), &[Result]);
}

#[test]
fn a_level_after_a_change_is_none() {
    use Change::{Level, Up};
    assert_changes("茶农收入增长6%、达到3万元", &[Up, Level]);
    assert_changes("涨幅从9%降到5%", &[Level, Level]);
    assert_changes("收入增幅等5项指标居首", &[Level]);
    assert_changes("新增床位6张,9个县通过评估", &[Up, Level]);
    assert_changes("新增床位6张、学校9所", &[Up, Up]);
    assert_changes("提升改造6公里乡道", &[Level]);
    assert_changes("粮价增速快于上年2个百分点、快于全省3个百分点", &[Up, Level]);
}

#[test]
fn what_a_plan_lays_down_holds_for_all_that_it_lists() {
    use FigureStatus::{Result as Done, Target as Planned};
    let done = Some(Mood::Done);
    assert_statuses("茶叶产量计划达到9万吨;蔬菜6万担,增长3%", done, &[Planned, Planned, Planned]);
    assert_statuses("五年计划规定,渔业产值增加6亿元,增长9%", done, &[Planned, Planned]);
    assert_statuses("茶叶产量计划为9万吨,实际达到6万吨", done, &[Planned, Done]);
    assert_statuses("完成年计划的90%,增长3%", done, &[Done, Done]);
    assert_statuses("茶叶的指标是6万担", done, &[Planned]);
    assert_statuses("完成了茶叶产量6万担的指标", done, &[Done]);
}

#[test]
fn what_something_is_made_up_of_is_there() {
    use FigureStatus::{Result as Done, Target as Planned};
    let plan = Some(Mood::Plan);
    assert_statuses("报告由9个部分构成,", plan, &[Done]);
    assert_statuses("用好国内国际两个市场、两种资源", plan, &[Done, Done]);
    assert_statuses("建成9个部分,", plan, &[Planned]);
    assert_times("茶税收入占本年收入的6%,为1955年的98%", &["本年", "本年"]);
    assert_changes("新增就业9万人,约占全国1/10", &[Change::Up, Change::Level]);
}

#[test]
fn a_list_of_what_is_new_ends_where_others_act() {
    use Change::{Level, Up};
    assert_changes("新增上市公司6家,总数90家、居全省第三", &[Up, Level]);
    assert_changes("新增学位9万个,省外6所大学帮扶本县学校", &[Up, Level]);
    assert_changes("新增学位9万个,床位6张", &[Up, Up]);
}

#[test]
fn what_a_ratio_is_reckoned_from_is_no_result() {
    let planned = FigureStatus::Target;
    assert_statuses("茶税收入将为1923年的3倍", Some(Mood::Plan), &[planned]);
}

#[test]
fn from_where_a_quantity_goes_on_is_a_level() {
    use Change::{Level, Up};
    assert_changes("运费涨幅由前年的9%回落到6%", &[Level, Level]);
    assert_changes("产值增长5%、迈上9万亿元台阶", &[Up, Level]);
    assert_changes("推动渔村风貌提升9万户", &[Level]);
    assert_changes("整体提升90所学校", &[Level]);
    assert_changes("湖泊水质提升2个等级", &[Up]);
    assert_changes("港口吞吐能力提升9万人次", &[Up]);
}

#[test]
fn a_planned_quantity_changes_in_the_plan() {
    use FigureStatus::{Result, Target};
    let done = Some(Mood::Done);
    assert_statuses("茶园的投资,拟定为9亿元,比2021年的预计数增加了3亿元,增长6%", done, &[Target; 3]);
    assert_statuses("茶叶的指标是6万担,比上年增长9%", done, &[Target, Target]);
    // But the outcome is told, and so is the figure of another noun or time.
    assert_statuses("茶叶的指标是6万担,实际增长9%", done, &[Target, Result]);
    assert_statuses("茶叶的指标是6万担,牲畜增长9%", done, &[Target, Result]);
    assert_statuses("茶叶产量达到6万担,比上年增长9%", done, &[Result, Result]);
    assert_statuses("产值为9亿元(按1957年价格计算),增长6%", Some(Mood::Plan), &[Target, Target]);
}

#[test]
fn a_plan_goes_on_in_its_paragraph() {
    use FigureStatus::{Result, Target};
    let statuses = |sentences: &[&str]| {
        let mut thread = Thread { outlook: Some(Mood::Done), ..Thread::default() };
        let mut all = Vec::new();
        for text in sentences {
            all.extend(with_scene(text, |scene| {
                let mut candidates = resolve::resolve(recognise::recognise(scene));
                crate::relate::relate(scene, &mut thread, &mut candidates);
                candidates.iter().filter_map(figure).map(|figure| figure.status).collect::<Vec<_>>()
            }));
        }
        all
    };
    let plan = "今年计划要求,茶叶产量增长9%。";
    assert_eq!(statuses(&[plan, "养殖要量力而行。", "渔业产值增长6%。"]), [Target, Target]);
    assert_eq!(statuses(&[plan, "渔业产值已经增长6%。", "羊毛产量9万担。"]), [Target, Result, Result]);
    assert_eq!(statuses(&["茶业纲要要求产量增长9%。", "羊毛产量6万担。"]), [Target, Result]);
}

#[test]
fn so_many_are_no_condition() {
    use FigureStatus::{Other, Result, Target};
    assert_statuses("有9万以上的干部下乡", None, &[Result]);
    assert_statuses("新培育30户以上工厂", Some(Mood::Plan), &[Target]);
    assert_statuses("30户以上自然村通了公路", Some(Mood::Plan), &[Other]);
    assert_statuses("完成9万人次以上的培训", Some(Mood::Plan), &[Target]);
    assert_statuses("20万以上人口县通了公路", None, &[Other]);
    assert_statuses("对农户所得额不到9万元的部分,再减半征税", Some(Mood::Plan), &[Other]);
    assert_statuses("围绕“宜居宜业”三大目标推进改革", Some(Mood::Plan), &[Result]);
    assert_statuses("推进“宜居宜业”三大工程", Some(Mood::Plan), &[Target]);
}

#[test]
fn a_pair_of_years_holds_for_the_next_quantity() {
    assert_times(
        "入园率从2007年的60%提高到2012年的90%,升学率由50%提高到70%",
        &["2007年", "2012年", "2007年", "2012年"],
    );
    assert_times("入园率从60%提高到90%,升学率由50%提高到70%", &["", "", "", ""]);
    assert_times("产值从2007年的6亿元增加到2012年的9亿元,年均增长8%", &["2007年", "2012年", ""]);
    assert_times("2016年茶厂利润由上年下降6%转为增长9%", &["上年", "2016年"]);
    assert_times("与1949年相比,在1953年年底,学生增长9%", &["1953年年底"]);
}

#[test]
fn what_is_fixed_is_still_to_come() {
    use FigureStatus::{Result, Target};
    assert_statuses("全年的投资额,拟定为9亿元", None, &[Target]);
    assert_statuses("增长速度的目标,定为9%", None, &[Target]);
    assert_statuses("八成以上的收入来自城市", Some(Mood::Plan), &[Result]);
    assert_statuses("近年来,通关时间压缩9%", Some(Mood::Plan), &[Result]);
}

#[test]
fn what_is_so_now_is_not_of_the_time_before() {
    assert_times("五年间产值增加2倍,现已吸纳农民9万人", &["五年间", ""]);
    assert_times("2001年有茶农9万户,目前已有10万户", &["2001年", ""]);
}
