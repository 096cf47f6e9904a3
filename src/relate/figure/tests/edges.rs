//! Where what a figure is of begins and ends, and what bounds, dates and settles it from afar.

use super::{assert_changes, assert_ofs, assert_statuses, assert_times};
use crate::lexicon::Mood;
use crate::record::Change;
use crate::record::FigureStatus::{Other, Result, Target};

#[test]
fn no_edge_cuts_a_word_or_a_phrase() {
    assert_ofs("科创、金融等服务机构超90家", &[("90家", "服务机构")]);
    assert_ofs("建设9座中低浓度废水处理站", &[("9座", "中低浓度废水处理站")]);
    assert_ofs(
        "2030年中、高等渔业学校学员分别达到9万人和8万人",
        &[("9万人", "中、高等渔业学校学员"), ("8万人", "高等渔业学校学员")],
    );
    assert_ofs("来华旅游入境总人数达到9万人次", &[("9万人次", "来华旅游入境总人数")]);
    assert_ofs("以钢的产量来说,合计将达到9万吨", &[("9万吨", "钢的产量")]);
    assert_ofs("就地转化率达9%", &[("9%", "就地转化率")]);
    assert_ofs("在全国占比超过9%", &[("9%", "在全国占比")]);
    assert_ofs(
        "设立渔业法庭的沿海城市,由9个增加到90个",
        &[("9个", "设立渔业法庭的沿海城市"), ("90个", "设立渔业法庭的沿海城市")],
    );
    assert_ofs("这四大举措内容包括", &[("四大", "举措")]);
}

#[test]
fn members_of_a_row_share_the_quantity_at_its_end() {
    assert_ofs(
        "绵羊、肉鸭年存栏量分别稳定在9万头、8万只",
        &[("9万头", "绵羊、肉鸭年存栏量"), ("8万只", "肉鸭年存栏量")],
    );
    assert_ofs(
        "第二、第三产业用电量分别增长6%、9%",
        &[("6%", "第二、第三产业用电量"), ("9%", "第三产业用电量")],
    );
    assert_ofs(
        "财政用于渔业、牧业和林业的支出分别为6亿元、7亿元、9亿元",
        &[
            ("6亿元", "财政用于渔业、牧业和林业的支出"),
            ("7亿元", "牧业和林业的支出"),
            ("9亿元", "林业的支出"),
        ],
    );
    assert_ofs("进口、出口查验时间分别压减6%、9%", &[("6%", "进口、出口查验时间"), ("9%", "出口查验时间")]);
    assert_ofs(
        "渔业、涉诈、涉毒案件分别下降6%、7%、9%",
        &[("6%", "渔业、涉诈、涉毒案件"), ("7%", "涉诈、涉毒案件"), ("9%", "涉毒案件")],
    );
    // What names a quantity, or who has a number, stands by itself.
    assert_ofs("渔业产值、牧业用电量分别增长6%、9%", &[("6%", "渔业产值"), ("9%", "牧业用电量")]);
    assert_ofs("新增渔业企业、网具销售额分别增长6%、9%", &[("6%", "新增渔业企业"), ("9%", "网具销售额")]);
    assert_ofs("收入、支出分别增长6%、9%", &[("6%", "收入"), ("9%", "支出")]);
}

#[test]
fn growth_and_share_are_those_of_the_new() {
    assert_ofs("新设渔业企业9家,同比增长6%", &[("9家", "渔业企业"), ("6%", "新设渔业企业")]);
    assert_ofs("新增装机超过全国一半", &[("一半", "新增装机")]);
    assert_ofs("新增泊位9个、总量达90个", &[("9个", "泊位"), ("90个", "泊位")]);
    assert_ofs("建设泊位9个,占全国6%", &[("9个", "泊位"), ("6%", "泊位")]);
}

#[test]
fn a_predicate_is_no_part_of_what_is_counted() {
    assert_ofs("市属园区调整优化为9个", &[("9个", "市属园区")]);
    assert_ofs("取消和调整审批事项9项", &[("9项", "审批事项")]);
    assert_ofs("第二个五年计划规定水产总值增长9%", &[("9%", "水产总值")]);
    assert_ofs("年应纳税所得额达到9万元", &[("9万元", "年应纳税所得额")]);
    assert_ofs(
        "急难型、普惠型救助标准分别提高6元、9元",
        &[("6元", "急难型、普惠型救助标准"), ("9元", "普惠型救助标准")],
    );
}

#[test]
fn what_tells_the_counted_from_others_belongs_to_it() {
    assert_ofs("新增全国重点实验室9家", &[("9家", "全国重点实验室")]);
    assert_ofs("1999年,全国重点企业9家", &[("9家", "重点企业")]);
    assert_ofs("未脱贫村还有9个", &[("9个", "未脱贫村")]);
    assert_ofs("扶持对象达9万人", &[("9万人", "扶持对象")]);
    assert_ofs("省对市县转移支付增长9%", &[("9%", "省对市县转移支付")]);
    assert_ofs("6个一类新药获批上市", &[("6个", "一类新药")]);
    assert_ofs("90个新投产项目获批", &[("90个", "新投产项目")]);
    assert_ofs("关于渔业的两个决定,已经公布", &[("两个", "决定")]);
}

#[test]
fn a_step_has_a_height() {
    assert_ofs("总产值跨越两个千亿元台阶", &[("两个", "台阶"), ("千亿元", "台阶")]);
    assert_ofs(
        "总产值跨越两个千亿元台阶,达到2000亿元",
        &[("两个", "台阶"), ("千亿元", "台阶"), ("2000亿元", "总产值")],
    );
    assert_ofs("水产总量跃上9亿斤新台阶", &[("9亿斤", "水产总量")]);
}

#[test]
fn what_follows_a_figure_is_not_always_counted() {
    assert_ofs("渔场90户由银行扶持", &[("90户", "渔场")]);
    assert_ofs("收入超过90元这个水平", &[("90元", "收入")]);
    assert_ofs("在90个小区设置回收机", &[("90个", "小区")]);
    assert_ofs("9个产业规模超千亿元", &[("9个", "产业"), ("千亿元", "产业规模")]);
    assert_ofs("对外商9%契税减半征收", &[("9%", "契税")]);
    assert_ofs("发生6次大的流行", &[("6次", "流行")]);
    assert_ofs("发现6种江北新记录、9种江南新记录", &[("6种", "江北新记录"), ("9种", "江南新记录")]);
}

#[test]
fn what_an_earlier_clause_says_must_be_what_is_measured() {
    assert_ofs("加大保障力度,今年新开工9万套", &[("9万套", "")]);
    assert_ofs("保障性住房加快建设,今年新开工9万套", &[("9万套", "保障性住房")]);
    assert_ofs("每百元渔业资产提供的税收,2001年为9元", &[("百元", "渔业资产"), ("9元", "税收")]);
    assert_ofs("在渔业总产值方面:2001年比2000年增长9%", &[("9%", "渔业总产值")]);
    assert_ofs("在建线路有江北线、江南线等19条", &[("19条", "在建线路")]);
    assert_ofs("治理江北线、江南线等19条", &[("19条", "江北线、江南线")]);
    assert_ofs("货物周转量,由于运输减少的原因,只增长9%", &[("9%", "货物周转量")]);
    assert_ofs("水产总值,包括新建渔场的在内,预计达到9亿元", &[("9亿元", "水产总值")]);
    assert_ofs("渔场就业率达到96%,比上年增加9万人", &[("96%", "渔场就业率"), ("9万人", "")]);
    assert_ofs("渔场产值达到9亿元,比上年增长6%", &[("9亿元", "渔场产值"), ("6%", "渔场产值")]);
    assert_ofs("按货币计算的平均工资增长9%", &[("9%", "货币计算的平均工资")]);
    assert_ofs("银行分别发放贷款6亿元、9亿元", &[("6亿元", "贷款"), ("9亿元", "贷款")]);
    assert_ofs("6次集中研读渔业法规", &[("6次", "集中研读渔业法规")]);
}

#[test]
fn a_base_is_no_time_of_the_figure() {
    assert_times("2001年以1999年为基数,产量要增长9%", &["2001年"]);
    assert_times("2001年在1999年的基数上,产量增长9%", &["2001年"]);
    assert_times("2001年实现年初确定的目标,产值增长9%", &["2001年"]);
    assert_times("棉花产量连续4年占六成、就地转化率达9%", &["连续4年", ""]);
    assert_times("各位代表,刚刚过去的2001年,渔业发展,产值增长9%", &["2001年"]);
    assert_times("新增电站12座,是1950年到1960年的总和;新增公路6公里", &["", ""]);
    assert_times("棉花产量与1990年大体持平,粮价涨幅为6%", &[""]);
    assert_times("从1999年起扩大招生,入学率达到9%", &[""]);
    assert_times("从1999年起,入学率达到9%", &["1999年"]);
    assert_times("收入较“十三五”增长9%", &[""]);
    assert_times("钢产量等于1949年的3倍;原煤产量达到9万吨", &["", ""]);
    assert_times("两年国营工业产值提高9%,成本降低6%", &["两年", "两年"]);
}

#[test]
fn limits_plans_and_capacities() {
    assert_statuses("占比超过9%的有6种", None, &[Other, Result]);
    assert_statuses("成本超过计划成本9%", Some(Mood::Plan), &[Result]);
    assert_statuses("开工江北9兆瓦储能电站", Some(Mood::Plan), &[Target]);
    assert_statuses("利用城乡两个市场", Some(Mood::Plan), &[Result]);
}

#[test]
fn a_change_reaches_what_it_governs() {
    assert_changes("每年可以节约能源9%", &[Change::Down]);
    assert_changes("全年新增外商企业9家,外商投资6亿元", &[Change::Up, Change::Level]);
}
