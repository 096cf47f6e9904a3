//! What the reports of counties and cities say: plans beaten, products in a row, sizes of what is counted.

use super::{
    Thread, assert_changes, assert_ofs, assert_statuses, assert_times, figure, recognise, resolve, with_scene,
};
use crate::lexicon::Mood;
use crate::record::Change::{Down, Level, Up};
use crate::record::FigureStatus::{Result, Target};

#[test]
fn a_name_beside_what_is_counted_is_not_counted() {
    assert_ofs("同9个国家和北京市开展合作", &[("9个", "国家")]);
    assert_ofs("9名河北省和北京市医务人员到达", &[("9名", "河北省和北京市医务人员")]);
    assert_ofs("同9个国家和地区开展合作", &[("9个", "国家和地区")]);
}

#[test]
fn products_and_enrolments_name_themselves() {
    assert_ofs("原煤9吨,洗煤6吨,铜材5吨", &[("9吨", "原煤"), ("6吨", "洗煤"), ("5吨", "铜材")]);
    assert_ofs(
        "技工学校9所,招生600人,毕业500人",
        &[("9所", "技工学校"), ("600人", "招生"), ("500人", "毕业")],
    );
    assert_ofs("毕业学生600人", &[("600人", "毕业学生")]);
}

#[test]
fn what_a_quantity_goes_on_about_is_no_rate_step_or_aim() {
    assert_ofs(
        "预算收入3亿元,自然增幅2%,同口径完成4亿元",
        &[("3亿元", "预算收入"), ("2%", "自然增幅"), ("4亿元", "预算收入")],
    );
    assert_ofs(
        "总产值突破9亿元,跨越3个百亿台阶,年均增长7%",
        &[("9亿元", "总产值"), ("3个", "百亿台阶"), ("7%", "总产值")],
    );
    assert_ofs("渔业投资超目标2亿元", &[("2亿元", "渔业投资")]);
    assert_ofs("存贷比76%,不良贷款率1%", &[("76%", "存贷比"), ("1%", "不良贷款率")]);
    assert_ofs("首批确定9个镇,第二批再确定6个", &[("9个", "镇"), ("6个", "镇")]);
    assert_ofs("服务业占比首次过半,达到51%", &[("51%", "服务业占比")]);
}

#[test]
fn a_size_is_of_what_is_measured_and_counts_what_has_it() {
    assert_ofs("培育年产值9亿元以上渔业企业5家", &[("9亿元", "年产值"), ("5家", "年产值9亿元以上渔业企业")]);
    assert_ofs("培育营收过百亿元渔业企业", &[("百亿元", "营收")]);
    assert_ofs("实施百亿斤粮食产能提升行动", &[("百亿斤", "粮食产能")]);
    assert_ofs("建设9亿元渔港工程", &[("9亿元", "渔港工程")]);
}

#[test]
fn edges_hold_no_beneficiary_and_no_quoted_change() {
    assert_ofs("为渔民和企业发放贷款6亿元", &[("6亿元", "贷款")]);
    assert_ofs("为9万户渔民延期缴税6亿元", &[("9万户", "渔民"), ("6亿元", "延期缴税")]);
    assert_ofs("9万人“挪穷窝”", &[("9万人", "")]);
    assert_ofs("10个涉税事项一次办结", &[("10个", "涉税事项")]);
    assert_ofs(
        "渔业事故起数和死亡人数“双下降”,分别下降6%、9%",
        &[("6%", "渔业事故起数"), ("9%", "死亡人数")],
    );
    assert_ofs("有的县工业占比不到9%", &[("9%", "工业占比")]);
    assert_ofs("预计年内突破9亿元的渔业产值", &[("9亿元", "渔业产值")]);
    assert_ofs("建成3个具有全国影响力的产业园区", &[("3个", "产业园区")]);
    assert_ofs("支持9个条件较好、带动力强的特色小镇", &[("9个", "特色小镇")]);
    assert_ofs("健全省、市两级联动的制度", &[("两级", "省、市")]);
    assert_ofs("健全国家、省、市三级联动的制度", &[("三级", "国家、省、市")]);
    assert_ofs("完善9个县乡村三级养老网络", &[("9个", "养老网络"), ("三级", "县乡村")]);
    assert_ofs("市县两级政府负责落实", &[("两级", "政府")]);
    assert_ofs("健全农村三级渔业网络", &[("三级", "渔业网络")]);
    assert_ofs("实施9个国家级医院改革与高质量发展示范项目", &[("9个", "国家级医院改革与高质量发展示范项目")]);
    assert_ofs("完成自建房整治9万栋", &[("9万栋", "自建房")]);
    assert_ofs("总产值每增长1个百分点的增量", &[("1个百分点", "总产值")]);
    assert_ofs("9个镇中有6个仅渔业一项超标", &[("9个", "镇"), ("6个", "镇")]);
    assert_ofs("作出两项重大决定", &[("两项", "重大决定")]);
    assert_ofs("配额累计成交量9吨", &[("9吨", "配额累计成交量")]);
    assert_ofs("9名记者采访报道", &[("9名", "记者")]);
    assert_ofs(
        "三次产业结构由9:41:50调整为7:40:53",
        &[("9:41:50", "三次产业结构"), ("7:40:53", "三次产业结构")],
    );
    assert_ofs("安排经费9亿元,县级配套6亿元", &[("9亿元", "经费"), ("6亿元", "")]);
    assert_ofs("为群众减负9亿元", &[("9亿元", "减负")]);
    assert_ofs("公司现有员工9万人", &[("9万人", "员工")]);
    assert_ofs("同9个国家和地区设有6处基地", &[("9个", "国家和地区"), ("6处", "基地")]);
}

#[test]
fn deeds_are_counted_or_describe_what_is() {
    assert_ofs("将5项审批改为备案", &[("5项", "审批")]);
    assert_ofs("审批事项由9项减至6项", &[("9项", "审批事项"), ("6项", "审批事项")]);
    assert_ofs("改造水库由9座增加到12座", &[("9座", "改造水库"), ("12座", "改造水库")]);
    assert_ofs("培育5家研究渔业或拥有专利的企业", &[("5家", "企业")]);
}

#[test]
fn what_is_named_after_its_count_does_not_change() {
    assert_changes("出台降低企业成本9条措施", &[Level]);
    assert_changes("增加渔业投资9亿元", &[Up]);
    assert_changes("品牌销量仅增2%", &[Up]);
    assert_changes("减少企业税费9亿元、房租6亿元", &[Down, Down]);
    assert_changes("渔业产值增加9亿元、利润6亿元", &[Up, Level]);
    assert_changes("采购节约率6%", &[Level]);
    assert_changes("渔业价格涨幅2%左右,涨幅提高3个百分点", &[Level, Up]);
    assert_changes("新增渔业床位9张,渔民住房改造6户", &[Up, Level]);
}

#[test]
fn long_members_of_a_list_say_enough() {
    assert_ofs(
        "高技术制造业、装备制造业增加值分别增长6%、9%",
        &[("6%", "高技术制造业"), ("9%", "装备制造业增加值")],
    );
    assert_ofs(
        "稻谷产量9吨,棉花6吨,比上年分别增加3吨和减少2吨",
        &[("9吨", "稻谷产量"), ("6吨", "棉花"), ("3吨", "稻谷产量"), ("2吨", "棉花")],
    );
    assert_ofs(
        "亿元以上项目9个,其中百亿元以上6个",
        &[("亿元", "项目"), ("9个", "亿元以上项目"), ("百亿元", "亿元以上项目"), ("6个", "亿元以上项目")],
    );
    assert_ofs("蔬菜、水果产量分别增长6%、9%", &[("6%", "蔬菜、水果产量"), ("9%", "水果产量")]);
}

#[test]
fn what_a_colon_announces_has_the_time_and_the_mood_before_it() {
    let listed = "拿2024年预计产量来同1949年产量比较一下,可以看到以下的数字:茶叶9万吨;生丝5万吨";
    assert_times(listed, &["2024年", "2024年"]);
    assert_statuses(listed, Some(Mood::Done), &[Target, Target]);
    assert_statuses("2023年产量如下:茶叶9万吨;生丝5万吨", Some(Mood::Plan), &[Result, Result]);
}

#[test]
fn an_edge_of_the_year_and_a_start_hold_no_further() {
    assert_times("2001年全年养鱼5万条,年底存栏3万条;全县9万户", &["2001年全年", "年底", "2001年全年"]);
    assert_times("到年底,养鱼5万条;渔港9座", &["年底", "年底"]);
    assert_times("明年计划从今年预计的5吨改为6吨,可以节约煤9吨", &["今年", "明年", "明年"]);
    assert_times("2001年产值比1991年增长9%,年均增长5%", &["2001年", ""]);
}

#[test]
fn the_new_money_of_1955_is_no_dollar_of_singapore() {
    let unit = |date: &str| {
        with_scene("渔港投资折合新币九亿元。", |scene| {
            let mut thread = Thread { date: Some(date.to_owned()), ..Thread::default() };
            let mut candidates = resolve::resolve(recognise::recognise(scene));
            crate::relate::relate(scene, &mut thread, &mut candidates);
            candidates.iter().find_map(figure).and_then(|figure| figure.unit.clone())
        })
    };
    assert_eq!(unit("1955-12-01").as_deref(), Some("元"));
    assert_eq!(unit("2025-12-01").as_deref(), Some("新加坡元"));
}

#[test]
fn the_year_of_prices_and_the_year_before_a_plan_are_no_years_of_the_figure() {
    assert_times("2030年，渔业产值5亿元(1990年价)，渔获9万吨。", &["2030年", "2030年"]);
    assert_times("2029年渔获8万吨;2030年计划:渔获9万吨。", &["2029年", "2030年"]);
}
