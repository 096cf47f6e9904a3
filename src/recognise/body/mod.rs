//! Bodies: names that stand for themselves, names that a head builds, lists of firms.

mod built;
mod listed;
mod standing;

use super::naming::Anchors;
use super::{Candidate, Scene, place};

/// Every organisation that the sentence names.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let spots = place::spots(scene);
    let names = standing::names(scene);
    let anchors = Anchors { spots: &spots, bodies: &names };
    standing::recognise(scene, &anchors, candidates);
    built::recognise(scene, &anchors, candidates);
    listed::recognise(scene, candidates);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::standing;

    #[test]
    fn organs_open_with_a_place_a_tier_or_the_realm() {
        let cases: &[(&str, &[&str])] = &[
            ("报浙江省人民政府批准", &["浙江省人民政府"]),
            ("由市发展和改革委员会牵头", &["市发展和改革委员会"]),
            ("县委、县政府高度重视", &["县委", "县政府"]),
            ("国务院有关部门负责", &["国务院"]),
            ("商务部、海关总署联合印发", &["商务部", "海关总署"]),
            ("江苏省第十四届人民代表大会第三次会议", &["江苏省第十四届人民代表大会"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn houses_open_with_a_proper_name_too() {
        let cases: &[(&str, &[&str])] = &[
            ("浙江大学与宁波银行签约", &["浙江大学", "宁波银行"]),
            ("比亚迪、华为等一批龙头企业", &["比亚迪", "华为"]),
            ("培育了超融能、新捷智领等一批行业领军企业", &["超融能", "新捷智领"]),
            ("翠苑街道党工委书记", &["翠苑街道"]),
            ("中国—中亚农业合作中心落户西安", &["中国—中亚农业合作中心"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn groups_are_no_bodies() {
        for text in [
            "政府和企业共同努力",
            "各级党委要加强领导",
            "中央财政安排资金",
            "有关部门和单位",
            "各省、自治区、直辖市人民政府",
            "人大代表、劳动模范",
            "优化产业布局",
            "钢铁、汽车等企业",
            "高等院校、医院、社区",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
