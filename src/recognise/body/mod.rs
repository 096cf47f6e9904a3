//! Recognises bodies: names that stand for themselves, names that a head builds, lists of firms.
//!
//! | file | question |
//! |---|---|
//! | [`standing`], [`centre`] | names that the dictionary holds; 中央 |
//! | [`built`], [`core`], [`numbered`], [`posted`], [`team`], [`township`] | names that a head builds |
//! | [`branch`], [`limb`], [`utility`], [`brand`], [`chief`] | firms, academies and their branches |
//! | [`listed`], [`shared`], [`sibling`], [`beside`] | what the members of a list share |
//! | [`joined`] | names joined with what belongs to them |
//! | [`outlet`], [`spaced`] | papers, and names under documents |
//! | [`planned`] | houses that are still projects |

mod beside;
mod branch;
mod brand;
mod built;
mod centre;
mod chief;
mod core;
mod joined;
mod limb;
mod listed;
mod numbered;
mod outlet;
mod planned;
mod posted;
mod shared;
mod sibling;
mod spaced;
mod standing;
mod team;
mod township;
mod utility;

pub(super) use planned::is_partner;
pub(super) use standing::is_addressed;

use super::naming::Anchors;
use super::{Candidate, Detail, Scene};
use crate::record::BodyKind;

/// Proposes every organisation that the sentence names.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let spots = scene.spots();
    let names = standing::names(scene);
    let anchors = Anchors { spots, bodies: &names };
    standing::recognise(scene, &anchors, candidates);
    let opened = standing::opened(scene, &anchors);
    let anchors = Anchors { spots, bodies: &opened };
    built::recognise(scene, &anchors, candidates);
    add_seats(scene, candidates);
    joined::join_branches(scene, candidates);
    joined::add_branches(scene, candidates);
    limb::join(scene, candidates);
    branch::recognise(scene, candidates);
    joined::add_committees(scene, candidates);
    team::recognise(scene, candidates);
    numbered::recognise(scene, &anchors, candidates);
    posted::recognise(scene, &anchors, candidates);
    listed::recognise(scene, candidates);
    shared::recognise(scene, candidates);
    sibling::recognise(scene, candidates);
    beside::recognise(scene, candidates);
    spaced::recognise(scene, candidates);
    chief::recognise(scene, candidates);
    outlet::widen(scene, candidates);
}

/// Houses whose seat tells them from others of the same name.
const SCHOOLS: [&str; 4] = ["大学", "学院", "中学", "学校"];
const FIRMS: [&str; 2] = ["集团", "公司"];
/// Longest such seat, in characters.
const MAX_SEAT_CHARS: usize = 4;

/// Adds to a school or a firm the place in brackets after it: 中国地质大学|(武汉), 青石集团|(中国).
fn add_seats(scene: &Scene, candidates: &mut [Candidate]) {
    for school in candidates.iter_mut() {
        let end = school.range.end;
        let heads = match school.detail {
            Detail::Body(BodyKind::Institution) => &SCHOOLS[..],
            Detail::Body(BodyKind::Enterprise) => &FIRMS[..],
            _ => continue,
        };
        let is_school = heads.iter().any(|head| scene.text[..end].ends_with(head));
        let Some(inside) = scene.text[end..].strip_prefix('(').filter(|_| is_school) else { continue };
        let mut seat = inside.char_indices().take(MAX_SEAT_CHARS + 1);
        let Some((length, _)) = seat.find(|(_, character)| *character == ')') else { continue };
        let start = end + '('.len_utf8();
        let spots = scene.spots();
        let place = spots.get(spots.partition_point(|spot| spot.range.start < start));
        if place.is_some_and(|place| {
            place.sure && place.range.start == start && place.range.end <= start + length
        }) {
            school.range.end = start + length + ')'.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::standing;

    #[test]
    fn short_names_of_departments_stand_after_a_tier() {
        let found = |text: &str| standing(recognise, text);
        assert_eq!(found("市人社局开展培训"), ["市人社局"]);
        assert_eq!(found("责任单位:市住建局、市文旅局、县工信局"), ["市住建局", "市文旅局", "县工信局"]);
        assert_eq!(found("团省委组织植树,央行下调利率"), ["团省委", "央行"]);
        assert_eq!(found("各市住建局、省市县人社局要配合"), [""; 0]);
    }

    #[test]
    fn institutes_may_have_links_and_common_words_in_their_names() {
        let cases: &[(&str, &[&str])] = &[
            ("组建郑州河湖与水库研究院", &["郑州河湖与水库研究院"]),
            ("挂牌郑州通用机械研究院", &["郑州通用机械研究院"]),
            ("依托省渔业技术研究院", &["省渔业技术研究院"]),
            ("省渔业技术研究院共建联合创新平台", &["省渔业技术研究院"]),
            ("省渔业技术研究院参与港区建设", &["省渔业技术研究院"]),
            ("组建省物流集团", &["省物流集团"]),
            ("建立省市县博物馆联动机制", &[]),
            ("县委政策研究室主任", &["县委政策研究室"]),
            ("郑州河湖研究院研究室主任", &["郑州河湖研究院"]),
            ("郑州河湖和水库研究院", &[]),
            ("建设省重点实验室", &[]),
            ("广西壮族自治区党委书记", &["广西壮族自治区党委"]),
            ("郑州市清溪社区党委书记", &[]),
            ("推进郑州大学、河南大学“双一流”建设", &["郑州大学", "河南大学"]),
            ("中共十二届三中全会通过", &[]),
            ("中国共产党人不忘初心", &[]),
            ("中国—东盟教育交流周开幕", &[]),
            ("全市中国有研究人员5万人", &[]),
            ("在北京城建设新城区", &[]),
            ("省国防科委托办理", &[]),
            ("北京城建中标", &["北京城建"]),
            ("新增2个河南实验室", &[]),
            ("才有一个洛阳钢铁厂", &["洛阳钢铁厂"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn the_committee_of_an_association_is_the_associations() {
        let kinds = |text: &str| {
            crate::recognise::testing::with_scene(text, |scene| {
                let mut candidates = Vec::new();
                recognise(scene, &mut candidates);
                let standing = crate::resolve::resolve(candidates);
                let kinds =
                    standing.iter().map(|found| (scene.slice(&found.range).to_owned(), found.detail.clone()));
                kinds.collect::<Vec<_>>()
            })
        };
        let body = |text: &str, kind| vec![(text.to_owned(), Detail::Body(kind))];
        let name = "河南省青年联合会第十届委员会";
        assert_eq!(kinds(&format!("{name}开会")), body(name, BodyKind::Association));
        let name = "全国青联十二届委员会常务委员会";
        assert_eq!(kinds(&format!("{name}作报告")), body(name, BodyKind::Association));
        let name = "十二届全国青联";
        assert_eq!(kinds(&format!("{name}主席")), body(name, BodyKind::Association));
        let name = "世界自然基金会郑州办事处";
        assert_eq!(kinds(&format!("{name}负责")), body(name, BodyKind::International));
        let name = "武警河南总队";
        assert_eq!(kinds(&format!("{name}负责")), body(name, BodyKind::Military));
        let name = "中央城乡建设领导小组";
        assert_eq!(kinds(&format!("{name}负责")), body(name, BodyKind::Party));
        let name = "河南省发展和改革委员会";
        assert_eq!(kinds(&format!("{name}负责")), body(name, BodyKind::Government));
        assert_eq!(kinds("中国共产党第十二次全国代表大会召开"), []);
    }

    #[test]
    fn organs_open_with_a_place_a_tier_or_the_realm() {
        let cases: &[(&str, &[&str])] = &[
            ("报浙江省人民政府批准", &["浙江省人民政府"]),
            ("由市发展和改革委员会牵头", &["市发展和改革委员会"]),
            ("县委、县政府高度重视", &["县委", "县政府"]),
            ("国务院有关部门负责", &["国务院"]),
            ("商务部、海关总署联合印发", &["商务部", "海关总署"]),
            ("(责任单位:教育厅、信访局、省财政厅)", &["教育厅", "信访局", "省财政厅"]),
            ("由农村供水保障工作部际协调小组负责", &["农村供水保障工作部际协调小组"]),
            ("江苏省第十四届人民代表大会第三次会议", &["江苏省第十四届人民代表大会"]),
            ("由中央与地方共同承担,发挥中央和地方两个积极性", &[]),
            ("由中央承担支出责任,调动中央、地方和企业的积极性,从中央到基层", &[]),
            ("扣除上解中央的部分", &[]),
            ("中央决定承担责任,上报中央", &["中央", "中央"]),
            ("各级人大、政协和工商联支持,省人大、省政协支持", &["省人大", "省政协"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn houses_open_with_a_proper_name_too() {
        let cases: &[(&str, &[&str])] = &[
            ("浙江大学与宁波银行签约", &["浙江大学", "宁波银行"]),
            ("兰州大学榆中校区启用", &["兰州大学榆中校区"]),
            ("比亚迪集团(中国)落户", &["比亚迪集团(中国)"]),
            ("肥西县公安局袁市派出所破案", &["肥西县公安局袁市派出所"]),
            ("中国地质大学(武汉)招生", &["中国地质大学(武汉)"]),
            ("中国石油大学(北京)克拉玛依校区招生", &["中国石油大学(北京)克拉玛依校区"]),
            ("比亚迪、华为等一批龙头企业", &["比亚迪", "华为"]),
            ("支持远创智达、越凌、长虹、平高等领军企业", &["远创智达", "越凌", "长虹", "平高"]),
            ("引来沙洲智造、海辰储能等多家骨干企业落户", &["沙洲智造", "海辰储能"]),
            ("翠苑街道党工委书记", &["翠苑街道"]),
            ("设在昆明的中国—老挝气象监测中心", &["中国—老挝气象监测中心"]),
            ("青岛大学附属威海医院", &["青岛大学附属威海医院"]),
            ("怀柔实验室山西研究院揭牌", &["怀柔实验室山西研究院"]),
            ("石溪设计业总商会徐州代表处", &["石溪设计业总商会徐州代表处"]),
            ("世界银行国际气候公司", &["世界银行国际气候公司"]),
            ("组建南京河湖与水库研究院、南京通用机械研究院", &["南京河湖与水库研究院", "南京通用机械研究院"]),
            ("云账册、桔数科等平台经济企业增收", &["云账册", "桔数科"]),
            ("引入华为、云账册等央企新业务", &["华为", "云账册"]),
            ("支持比亚迪、华为和云账册等企业", &["比亚迪", "华为", "云账册"]),
            ("南京青石肥料厂、徐州八一钢铁厂、徐州的滚珠轴承厂", &["南京青石肥料厂", "徐州八一钢铁厂"]),
            ("小化工、小土焦等乡镇企业关停", &[]),
            ("支持华为、比亚迪、长虹、曙光等龙头企业", &["华为", "比亚迪", "长虹", "曙光"]),
            ("云溯清科、海川信息、远瀚信息等快速成长", &["云溯清科", "海川信息", "远瀚信息"]),
            ("八届全国人大和十二届全国青联", &["八届全国人大", "十二届全国青联"]),
            ("由衡阳719所承担", &["衡阳719所"]),
            ("建在江门的徐州大气观测站", &["徐州大气观测站"]),
            ("西藏自治区筹备委员会成立", &["西藏自治区筹备委员会"]),
            ("中央应对疫情工作领导小组开会", &["中央应对疫情工作领导小组"]),
            ("南京市第一中学和武汉市第六医院", &["南京市第一中学", "武汉市第六医院"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn a_committee_takes_the_whole_chain_of_places_and_its_department() {
        let cases: &[(&str, &[&str])] = &[
            ("杭州市西湖区委宣传部印发", &["杭州市西湖区委宣传部"]),
            ("四川省委组织部负责", &["四川省委组织部"]),
            ("佛山市南海区委书记", &["佛山市南海区委"]),
            ("第八届全国人大常委会任期内", &["第八届全国人大常委会"]),
            ("十九届中央政治局成员", &["十九届中央政治局"]),
            ("本届全国人民代表大会", &["全国人民代表大会"]),
            ("请省政协委员提出意见", &["省政协"]),
            ("并请省政协委员讨论", &["省政协"]),
            ("向各位人大代表、政协委员报告", &["人大", "政协"]),
            ("各级人大代表", &[]),
            ("支持工会、共青团、妇联", &["工会", "共青团", "妇联"]),
            ("当时的国家计划委员会", &["国家计划委员会"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn the_level_of_a_division_that_no_table_knows_belongs_to_its_organ() {
        let cases: &[(&str, &[&str])] = &[
            ("岚山县统计局发布公报", &["岚山县统计局"]),
            ("中共清浦区委印发通知", &["中共清浦区委"]),
            ("岚山县财政局局长到会", &["岚山县财政局"]),
            ("执行中经县人大常委会批准", &["县人大常委会"]),
            ("全县财政局长会议,报县财政局", &["县财政局"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn common_words_that_firms_are_called_by_need_a_firm_beside_them() {
        assert_eq!(standing(recognise, "华为、小米加大投入"), ["华为", "小米"]);
        for text in ["种植小米、高粱", "创业浪潮涌动", "各级工会要关心职工"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_firm_opens_with_its_city_and_a_foreign_organ_with_its_country() {
        let cases: &[(&str, &[&str])] = &[
            ("长沙中联重科投产", &["长沙中联重科"]),
            ("祁连山国家公园管理局挂牌", &["祁连山国家公园管理局"]),
            ("接受省人大和省政协监督", &["省人大", "省政协"]),
            ("县人大监督和县政协监督", &["县人大", "县政协"]),
            ("日本大藏省宣布", &["日本大藏省"]),
            ("英国保守党落败", &["英国保守党"]),
            ("中共杭州市委书记", &["中共杭州市委"]),
            ("青岛市公安局市南分局侦办", &["青岛市公安局市南分局"]),
            ("长春电影制片厂摄制", &["长春电影制片厂"]),
            ("他在长沙、中联重科调研", &["中联重科"]),
            ("甘肃省委、国务院", &["甘肃省委", "国务院"]),
            ("中办国办发出通知", &["中办", "国办"]),
            ("地质部党组开会,水利部党组研究", &["地质部", "水利部"]),
            ("冶金部、煤炭部会同国家体委", &["冶金部", "煤炭部", "国家体委"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn a_short_name_takes_the_tier_before_it() {
        let cases: &[(&str, &[&str])] = &[
            ("昨天,市气象局发布预警", &["市气象局"]),
            ("各省、自治区和中央各部门", &["中央"]),
            ("安理会常任理事国一致同意", &["安理会"]),
            ("办理省人大代表建议9件、省政协提案3件", &["省人大", "省政协"]),
            ("水利部河湖与水库研究中心发布报告", &["水利部河湖与水库研究中心"]),
            ("建设稳步推进,江西医学院更名", &["江西医学院"]),
            ("把老人送到了县人民医院", &["县人民医院"]),
            ("武警浙江总队官兵", &["武警浙江总队"]),
            ("监管部门对康盛药业股份有限公司立案", &["康盛药业股份有限公司"]),
            ("黎巴嫩真主党和伊朗伊斯兰革命卫队", &["黎巴嫩真主党", "伊朗伊斯兰革命卫队"]),
            ("工信部副部长到会,市卫健委副主任介绍", &["工信部", "市卫健委"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
        for text in ["首批63个省重点实验室", "改造534所县人民医院", "各市气象局"] {
            assert!(
                standing(recognise, text).iter().all(|name| !name.starts_with(['省', '县', '市'])),
                "{text}"
            );
        }
    }

    #[test]
    fn groups_are_no_bodies() {
        for text in [
            "政府和企业共同努力",
            "对在华外资企业和外国商会的调研",
            "建成中央绿轴和中央广场",
            "五年间,比赛中共获得三枚奖牌",
            "各级党委要加强领导",
            "中央财政安排资金",
            "有关部门和单位",
            "各省、自治区、直辖市人民政府",
            "人大代表、劳动模范",
            "优化产业布局",
            "钢铁、汽车等企业",
            "高等院校、医院、社区",
            "运用贴息、降费等措施激励企业",
            "国家级开发区和上市公司",
            "中国大学排名",
            "夺得中国足协杯冠军",
            "靠这个国家共产党的路线",
            "列入国家三大医学研究中心",
            "增长速度总会有快有慢",
            "完善特色国有企业现代公司治理",
            "吸引卫星研发制造、火箭总装测试等企业集聚",
            "上海建设科技创新中心",
            "严肃查处银行、证券机构",
            "深化农村供销社改革",
            "组建一批区域性农村合作组织联合会",
            "中国—东盟博览会开幕",
            "电力工业部门、轻工业部门",
            "蒋介石集团",
            "建设世界一流大学",
            "引进模具总装测试等企业",
            "新建中小学校608所",
            "培育云岭养老服务中心100家",
            "过去四年中共增加一千亿斤",
            "人民法院、公安机关依法办案",
            "政协委员建言献策",
            "人大代表建议办理",
            "省、市、县政府部门",
            "完成省市县政府机构改革",
            "县和乡政府的机构",
            "南京考古博物馆投入使用",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
