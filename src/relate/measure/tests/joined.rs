//! What is joined: verbs that share an object, objects that stand for themselves, and what is said of a verb
//! phrase.

use super::*;

#[test]
fn what_tries_out_speaks_for_itself_alone() {
    let forces = |text: &str| -> Vec<String> {
        plain(text).iter().filter_map(|line| line.rsplit(", ").nth(1).map(str::to_owned)).collect()
    };
    assert_eq!(forces("我们鼓励和推动两岸渔民往来。"), ["explore", "will"]);
    assert_eq!(forces("各部门应当研究和采用先进渔具。"), ["explore", "must"]);
    assert_eq!(forces("允许和鼓励渔民转产。"), ["explore", "explore"]);
    assert_eq!(forces("鼓励采用先进渔具。"), ["explore"], "one that governs lends it");
    assert_eq!(forces("鼓励企业采用先进渔具。"), ["explore"]);
}

#[test]
fn whole_nouns_on_both_sides_of_a_joint_are_two_objects() {
    for (text, expected) in [
        ("抓好对重点渔场的治理和示范码头的建设。", &["抓好 | 对重点渔场的治理", "抓好 | 示范码头的建设"][..]),
        ("推动渔业生产和消费革命。", &["推动 | 渔业生产和消费革命"]),
        ("加强环境保护和渔业建设。", &["加强 | 环境保护", "加强 | 渔业建设"]),
        ("提倡爱国主义、集体主义精神。", &["提倡 | 爱国主义、集体主义精神"]),
        ("加强公共服务和监测能力。", &["加强 | 公共服务和监测能力"]),
        ("丰富“渔港共建”实践和海洋保护大业。", &["丰富 | “渔港共建”实践", "丰富 | 海洋保护大业"]),
        ("提升“蓝海”服务和保障能力。", &["提升 | “蓝海”服务和保障能力"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_a_verb_phrase_has_become_is_no_measure() {
    for text in ["维护渔业安全成为许多国家的紧迫课题。", "吸引渔工的重点要放在远洋船队上。"]
    {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("推动渔业企业成为创新的主体。"), ["推动 | 渔业企业成为创新的主体"]);
}

#[test]
fn what_is_done_with_means_ends_them() {
    assert_eq!(pairs("尽快采取有力措施加以疏通。"), ["采取 | 有力措施"]);
    assert_eq!(pairs("坚持把渔港安全作为头等大事来抓。"), ["抓 | 渔港安全"]);
    assert_eq!(pairs("同舟共济修建渔港。"), ["修建 | 渔港"]);
}

#[test]
fn how_many_are_served_belongs_to_the_measure() {
    let figures = |text: &str| {
        with_scene(text, |scene| {
            let mut candidates = resolve(recognise(scene));
            relate(scene, &mut Thread::default(), &mut candidates);
            let measure = candidates.iter().find_map(|candidate| match &candidate.detail {
                Detail::Measure(measure) => Some(measure.figures.clone()),
                _ => None,
            });
            let text = |index: usize| scene.slice(&candidates[index].range).to_owned();
            measure.unwrap_or_default().into_iter().map(text).collect::<Vec<_>>()
        })
    };
    assert_eq!(figures("为200名渔民修建码头。"), ["200名"]);
    assert_eq!(figures("为渔民修建3座码头。"), ["3座"]);
}

#[test]
fn what_is_done_to_all_that_are_named_stands_at_the_end() {
    for (text, expected) in [
        ("推进青川铁路、远景大厦等重点工程建设。", &["推进 | 青川铁路、远景大厦等重点工程建设"][..]),
        ("加快青川铁路、远景大厦建设。", &["加快 | 青川铁路、远景大厦建设"]),
        ("加快青川铁路等前期工作。", &["加快 | 青川铁路等前期工作"]),
        ("加快青川铁路、远景大厦等项目。", &["加快 | 青川铁路", "加快 | 远景大厦"]),
        ("完善渔民养老、渔村医疗等制度。", &["完善 | 渔民养老、渔村医疗等制度"]),
        ("完善渔船登记制、渔获公示制等制度。", &["完善 | 渔船登记制、渔获公示制等制度"]),
        ("实施兰州、西宁等渔港提升工程。", &["实施 | 兰州、西宁等渔港提升工程"]),
        ("全面推进惩治和预防走私体系建设。", &["推进 | 惩治和预防走私体系建设"]),
        ("加快落实和完善促进渔港建设的措施。", &["落实 | 促进渔港建设的措施", "完善 | 促进渔港建设的措施"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn items_with_heads_of_their_own_are_two_objects() {
    for (text, expected) in [
        ("实施渔港提升战略和渔船更新行动。", &["实施 | 渔港提升战略", "实施 | 渔船更新行动"][..]),
        ("优化“蓝海”养殖体系和“满舱”捕捞布局。", &["优化 | “蓝海”养殖体系", "优化 | “满舱”捕捞布局"]),
        ("优化“蓝海”和“满舱”捕捞布局。", &["优化 | “蓝海”和“满舱”捕捞布局"]),
        ("健全渔区服务体系和风险干预机制。", &["健全 | 渔区服务体系", "健全 | 风险干预机制"]),
        ("健全渔区社会服务体系和奖励机制。", &["健全 | 渔区社会服务体系和奖励机制"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn all_that_others_are_to_do_belongs_to_the_object() {
    for (text, expected) in [
        ("支持渔业企业对外投资和建设码头。", &["支持 | 渔业企业对外投资和建设码头"][..]),
        ("支持渔业企业改革和推进渔港建设。", &["支持 | 渔业企业改革", "推进 | 渔港建设"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn deeds_named_side_by_side_are_one_object() {
    for (text, expected) in [
        ("加强渔业风险预警和化解处置。", &["加强 | 渔业风险预警和化解处置"][..]),
        ("加强渔业监管和修建码头。", &["加强 | 渔业监管", "修建 | 码头"]),
        ("增加渔业、教育投入。", &["增加 | 渔业、教育投入"]),
        ("提振需求、优化供给。", &["提振 | 需求", "优化 | 供给"]),
        ("建设渔业加工基地、渔村设施建设先行试点。", &["建设 | 渔业加工基地", "建设 | 渔村设施建设先行试点"]),
        ("鼓励渔民购买渔船和加工设备。", &["鼓励 | 渔民购买渔船和加工设备"]),
        ("取消渔船补贴资格并予以公告。", &["取消 | 渔船补贴资格"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_a_document_is_for_belongs_to_it() {
    for (text, expected) in [
        ("研究制定建立健全渔业评估制度的指导意见。", &["研究制定 | 建立健全渔业评估制度的指导意见"][..]),
        ("组织开展扩大捕捞专项行动。", &["组织开展 | 扩大捕捞专项行动"]),
        ("制定完善渔业标准。", &["制定完善 | 渔业标准"]),
        ("制定出台渔业管理办法。", &["制定出台 | 渔业管理办法"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn money_and_means_end_before_what_is_done_with_them() {
    for (text, expected) in [
        ("投资30万元铺设了从码头到渔村的渔道。", &["铺设 | 从码头到渔村的渔道"][..]),
        ("安排500亿元设立渔业发展基金。", &["设立 | 渔业发展基金"]),
        ("安排30亿元渔业建设资金。", &["安排 | 30亿元渔业建设资金"]),
        ("采取过硬措施对渔港进行集中整治。", &["采取 | 过硬措施", "进行 | 集中整治"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_is_drawn_up_goes_on_over_the_matters_it_is_about() {
    for (text, expected) in [
        ("编制渔港管理、缓解泊位紧张等重点领域清单。", &["编制 | 渔港管理、缓解泊位紧张等重点领域清单"][..]),
        ("编制渔港规划、推进码头建设等工作。", &["编制 | 渔港规划", "推进 | 码头建设等工作"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn after_a_joint_a_verb_may_tell_which_rule_is_meant() {
    for (text, expected) in [
        ("优化渔业重组和置换办法。", &["优化 | 渔业重组和置换办法"][..]),
        ("健全渔船清单管理和常态化推进机制。", &["健全 | 渔船清单管理和常态化推进机制"]),
        ("增加渔业投入和完善政策。", &["增加 | 渔业投入", "完善 | 政策"]),
        ("发展渔业和改善环境。", &["发展 | 渔业", "改善 | 环境"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_names_all_of_a_list_again_keeps_it_whole() {
    for (text, expected) in [
        ("贯彻休渔制度和加强海洋保护这两项政策。", &["贯彻 | 休渔制度和加强海洋保护这两项政策"][..]),
        ("严格区别和正确处理这两类渔船。", &["区别", "处理 | 这两类渔船"][1..]),
    ] {
        assert!(
            expected.iter().all(|one| pairs(text).contains(&(*one).to_owned())),
            "{text}: {:?}",
            pairs(text)
        );
    }
}

#[test]
fn a_verb_that_governs_takes_what_stands_at_the_end() {
    for (text, expected) in [
        ("推动进一步深化渔业改革各项任务落地。", &["推动 | 进一步深化渔业改革各项任务落地"][..]),
        ("加快全面建设渔业强县进程。", &["加快 | 全面建设渔业强县进程"]),
        ("推动扩大渔业开放。", &["扩大 | 渔业开放"]),
        ("优化完善渔业发展政策。", &["优化完善 | 渔业发展政策"]),
        ("完善提升20个渔业服务网络。", &["完善提升 | 20个渔业服务网络"]),
        ("部署加快做好渔港有关工作。", &["部署 | 加快做好渔港有关工作"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}
