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
fn members_of_a_row_are_named_by_their_own_words() {
    assert_ofs("绵羊、肉鸭年存栏量分别稳定在9万头、8万只", &[("9万头", "绵羊"), ("8万只", "肉鸭年存栏量")]);
    assert_ofs(
        "第二、第三产业用电量分别增长6%、9%",
        &[("6%", "第二、第三产业用电量"), ("9%", "第三产业用电量")],
    );
}

#[test]
fn a_base_is_no_time_of_the_figure() {
    assert_times("2001年以1999年为基数,产量要增长9%", &["2001年"]);
    assert_times("2001年在1999年的基数上,产量增长9%", &["2001年"]);
    assert_times("2001年实现年初确定的目标,产值增长9%", &["2001年"]);
    assert_times("棉花产量连续4年占六成、就地转化率达9%", &["连续4年", ""]);
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
