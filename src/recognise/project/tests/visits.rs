//! Tests of works that somebody visits, that are counted, or that their form tells.

use super::found;

#[test]
fn what_somebody_goes_to_see_has_no_verb_in_its_name() {
    for (text, names) in [
        ("察看青溪河综合治理工程、柳林大道建设情况", vec!["青溪河综合治理工程", "柳林大道"]),
        ("县长一行调研白石源水库建设情况", vec!["白石源水库"]),
        (
            "现场观摩了恒丰食品加工、青溪酒庄、金山康养产业园3个项目",
            vec!["恒丰食品加工", "青溪酒庄", "金山康养产业园"],
        ),
        ("听取了白马泉大桥、柳溪水厂等重点项目", vec!["白马泉大桥", "柳溪水厂"]),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    for text in ["察看农村公路、水利设施建设情况", "调研基层治理工作", "走访困难群众等20户"]
    {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_common_word_calls_the_work_to_which_something_is_done() {
    for (text, names) in [
        ("红旗水库除险加固工程6月底完工", vec!["红旗水库除险加固工程"]),
        ("推进东风大桥维修改造工程", vec!["东风大桥维修改造工程"]),
        ("实施青溪路拓宽改造、白马路西延工程", vec!["青溪路拓宽改造", "白马路西延工程"]),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    for text in [
        "推进小型水库除险加固工程",
        "推进病险水库除险加固",
        "实施纪念设施提质改造工程",
        "实施重点企业升级改造",
        "完成新一轮农村电网升级改造",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_list_of_counted_projects_names_projects() {
    let text = "集中开工项目共12项,其中产业类项目6项,具体为:青溪文化园、晶华纳米钙、万源风电二期等";
    assert_eq!(found(text), ["青溪文化园", "晶华纳米钙", "万源风电二期"]);
    let text = "开工的9个产业项目中,还有白马小学改扩建、青溪健身中心";
    assert_eq!(found(text), ["白马小学改扩建", "青溪健身中心"]);
    for text in ["设备共12项,具体为:青溪文化园、晶华纳米钙", "产业类项目向好,具体为:青溪文化园"]
    {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn names_say_themselves_that_they_are_projects() {
    for (text, names) in [
        ("云溯水产食品项目、青润农机生产项目3项计划参会", vec!["云溯水产食品项目", "青润农机生产项目"]),
        ("33个重点工程中青溪大道、柳林大桥等21个项目开工", vec!["青溪大道", "柳林大桥"]),
        ("柳家庄路项目东起青溪路", vec!["柳家庄路"]),
        ("实地察看青口桥、柳林路、青溪路北延等项目建设情况", vec!["青口桥", "柳林路", "青溪路北延"]),
        ("南京机场二期扩建工程新航站楼屋面贯通", vec!["南京机场二期扩建工程"]),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    for text in [
        "完成“保交房”项目625个、“保回迁”项目217个",
        "增资扩产项目、招商引资项目",
        "饮水安全工程、农村道路等项目开工不足",
        "南京防洪工程管理局揭牌",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_way_with_a_name_is_one_where_works_are_told_of() {
    for (text, names) in [
        ("连石铁路路基填筑基本完成", vec!["连石铁路"]),
        ("连石铁路青溪段全长43公里,计划明年通车", vec!["连石铁路青溪段"]),
        ("云溪水库扩建工程已完成85%", vec!["云溪水库扩建工程"]),
        ("连石铁路目前也在加紧建设", vec!["连石铁路"]),
        ("连石铁路大桥项目开工", vec!["连石铁路大桥"]),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    for text in ["全省铁路建设提速", "沿海高速公路建设加快", "固定资产投资已完成85%"]
    {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn what_stands_before_项目_is_built_there() {
    for (text, names) in [
        ("云湖花海度假区项目已完成投资3亿元", vec!["云湖花海度假区"]),
        ("云湖茶旅融合示范园一期投资8000万元", vec!["云湖茶旅融合示范园"]),
        ("柳林大道河东段项目正式开工", vec!["柳林大道河东段"]),
        ("启动南京市体育中心建设", vec!["南京市体育中心"]),
    ] {
        assert_eq!(found(text), names, "{text}");
    }
    for text in ["云湖花海度假区开门迎客", "推进南京市文化中心建设"] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn lands_of_which_one_is_a_clip_share_the_base_that_closes_the_list() {
    assert_eq!(found("推动云上、藏东、溪上风光一体化基地建设"), ["云上", "藏东", "溪上风光一体化基地"]);
    assert_eq!(found("推动南京、徐州粮食生产基地建设"), ["徐州粮食生产基地"]);
}
