//! Marks before, inside and after names: numbers of items, quotations, counts.

use super::found;
use crate::recognise::testing::standing;

#[test]
fn the_number_of_an_item_is_no_part_of_a_name() {
    for number in ["", "1.", "2、", "(3)", "(四)", "5)", "⑥", "七、"] {
        assert_eq!(found(&format!("{number}青口大桥8月底前通车")), ["青口大桥"], "{number}");
    }
    assert_eq!(found("108国道青口大桥8月底前通车"), ["108国道青口大桥"]);
}

#[test]
fn one_verb_holds_for_lists_that_are_each_counted() {
    let text = "加快青永、铜云等6条高铁,云港石和沪柳扩容、张柳等17条高速公路,以及青山灌区等重大水利工程建设";
    assert_eq!(found(text), ["青永", "铜云", "云港石", "沪柳扩容", "张柳", "青山灌区"]);
    assert_eq!(found("建成地铁3号线一期及延伸线"), ["地铁3号线一期及延伸线"]);
}

#[test]
fn words_in_quotation_marks_inside_a_name_are_part_of_it() {
    assert_eq!(
        found("建成徐州“一网通”供热工程、石溪谷“水光互补”一体化项目"),
        ["徐州“一网通”供热工程", "石溪谷“水光互补”一体化项目"]
    );
    assert_eq!(found("加快推进徐州地区清洁供暖“一张图”工程"), ["徐州地区清洁供暖“一张图”工程"]);
    assert_eq!(found("完成青川博物馆与云河公园“馆园一体”工程"), ["青川博物馆与云河公园“馆园一体”工程"]);
    assert_eq!(found("推进青溪门“四站一场”、云柳等地铁建设"), ["青溪门“四站一场”", "云柳"]);
    // A programme has a motto, too, and the quotation may be the name.
    assert_eq!(found("深入实施青能“三入”工程"), [""; 0]);
    assert_eq!(found("统筹推动重振“云江好风光”工程"), [""; 0]);
    assert_eq!(found("国家“西电东送”工程全线开工"), ["西电东送"]);
}

#[test]
fn a_project_may_have_a_number_for_a_name() {
    assert_eq!(
        standing(super::super::recognise, "推动“203项目”核心区、云溪冷链交易中心、恒信创新药等建设"),
        ["“203项目”核心区", "云溪冷链交易中心", "恒信创新药"]
    );
}

#[test]
fn what_closes_a_list_with_a_count_tells_what_its_members_are() {
    let text = "推进交通“一体联动”工程、水利融合工程等“十大水利项目”建设";
    assert_eq!(found(text), ["交通“一体联动”工程", "水利融合工程"]);
    assert_eq!(found("推进交通融合工程、水利融合工程等十大工程建设"), [""; 0]);
    assert_eq!(found("推进恒信新一代电池材料等10个绿电产业园建设"), ["恒信新一代电池材料"]);
    assert_eq!(found("推进河北、山西等10个绿电产业园建设"), [""; 0]);
    assert_eq!(found("黄河青石峡等水利枢纽工程投入运行"), ["黄河青石峡"]);
}

#[test]
fn what_is_built_for_research_in_one_field_is_one() {
    assert_eq!(
        found("建设深海探测实验室,完成等离子实验装置园区主体工程"),
        ["深海探测实验室", "等离子实验装置园区主体工程"]
    );
    assert_eq!(found("建设光量子芯片研发平台"), ["光量子芯片研发平台"]);
    for text in ["建设国家实验室", "建设联合实验室", "建设高水平研发平台", "完成主体工程"]
    {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_plan_that_is_called_by_what_is_built_builds_nothing() {
    assert_eq!(found("实施我省共建云江国际科技创新中心建设方案"), [""; 0]);
    assert_eq!(found("落实青川水库建设规划"), [""; 0]);
    assert_eq!(found("落实青川水库建设"), ["青川水库"]);
}
