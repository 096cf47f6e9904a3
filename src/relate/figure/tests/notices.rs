//! What notices, tenders and monthly figures say: bids, harm, labels, shares without 的.

use super::{assert_changes, assert_ofs, assert_statuses, assert_times};
use crate::record::Change::{Down, Level, Up};
use crate::record::FigureStatus::{Other, Result, Target};

#[test]
fn a_label_names_what_stands_after_its_colon() {
    assert_ofs("最高限价:9万元", &[("9万元", "最高限价")]);
    assert_ofs("采购预算:9万元", &[("9万元", "采购预算")]);
    assert_ofs("丙渔业公司,投标报价:9万元", &[("9万元", "投标报价")]);
    assert_ofs("报价9万元 第三候选人:丙渔业公司", &[("9万元", "报价")]);
    assert_ofs("中标价9万元", &[("9万元", "中标价")]);
    // A deed that ends in no noun is no label.
    assert_ofs("要求加快发展:5亿元", &[("5亿元", "")]);
}

#[test]
fn what_did_harm_or_is_counted_already_is_not_counted() {
    assert_ofs("火灾造成9人死亡、5人轻伤。", &[("9人", ""), ("5人", "")]);
    assert_ofs("9个乡镇5万人受灾。", &[("9个", "乡镇"), ("5万人", "")]);
    assert_ofs("9所学校、5万名学生。", &[("9所", "学校"), ("5万名", "学生")]);
    assert_ofs("死亡9人系谣言", &[("9人", "")]);
    assert_ofs("其中5人经抢救无效死亡", &[("5人", "")]);
}

#[test]
fn a_share_may_stand_before_its_quantity_without_a_particle() {
    assert_ofs("互认覆盖渔区医院9%门诊量。", &[("9%", "门诊量")]);
    assert_ofs("捕捞量增长9%", &[("9%", "捕捞量")]);
    assert_ofs("通时速9公里铁路", &[("9公里", "时速")]);
}

#[test]
fn who_fulfils_a_plan_is_not_what_is_planned() {
    assert_ofs("江北渔具厂完成利润计划的百分之九十。", &[("百分之九十", "利润计划")]);
    assert_ofs("原煤完成产量计划的百分之九十。", &[("百分之九十", "原煤")]);
}

#[test]
fn where_something_was_is_not_what_was_measured() {
    assert_ofs("最大降雨量出现在江北县,达9毫米。", &[("9毫米", "最大降雨量")]);
    assert_ofs("价格同比持平,环比上涨9%。", &[("9%", "价格")]);
    assert_ofs("失业率由6%微升至9%。", &[("6%", "失业率"), ("9%", "失业率")]);
    assert_ofs("将贷款额度提高到9万元的建议", &[("9万元", "贷款额度")]);
    assert_ofs("渔区居民收入比为1.9。", &[("1.9", "渔区居民收入比")]);
}

#[test]
fn how_much_more_may_be_told_without_a_verb_of_change() {
    assert_changes("收入比2023年多了9亿元", &[Up]);
    assert_changes("贷款同比少增9亿元", &[Down]);
    assert_changes("渔区收入比缩小0.09", &[Down]);
    assert_changes("来的人多了9个", &[Level]);
}

#[test]
fn a_report_told_by_whom_tells_what_is() {
    let plan = Some(crate::lexicon::Mood::Plan);
    assert_statuses("据有关部门初步估算,渔企一年多耗电9度。", plan, &[Result]);
    assert_statuses("若新增渔船9艘,每年需增加补贴6万元。", None, &[Other, Other]);
    assert_statuses("拟将票价由6元调整为9元。", None, &[Result, Target]);
    assert_statuses("余额低于限额9亿元。", None, &[Result]);
}

#[test]
fn what_is_drawn_on_or_put_off_dates_no_figure() {
    assert_times("2025年从2024年结余中安排9亿元。", &["2025年"]);
    assert_times("将末班车延后1小时、新开线路9条。", &[""]);
    assert_times("对2024年的灾区,政府拨付9亿元。", &[""]);
}

#[test]
fn what_was_approved_or_is_of_a_class_is_no_result() {
    assert_statuses("大会批准的收入预算为9亿元,实际完成6亿元。", None, &[Target, Result]);
    assert_statuses("发病率超过9%的县有6个。", None, &[Other, Result]);
    assert_ofs("发现渔船隐患9处,立案5起。", &[("9处", "渔船隐患"), ("5起", "")]);
    assert_ofs("新建渔船9艘,改造5艘。", &[("9艘", "渔船"), ("5艘", "渔船")]);
}
