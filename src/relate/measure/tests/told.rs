//! What is no measure though a verb stands in it, and whose deed it is where others are named before.

use super::{pairs, plain};

#[test]
fn what_a_noun_or_a_topic_is_told_by_is_no_measure() {
    for (text, expected) in [
        ("建立渔船检查、监测分析和发布制度。", &["建立 | 渔船检查、监测分析和发布制度"][..]),
        ("完善渔港规划体系和实施机制。", &["完善 | 渔港规划体系和实施机制"]),
        ("完善渔港规划体系和建立合作机制。", &["完善 | 渔港规划体系", "建立 | 合作机制"]),
        ("阻挡风浪、保护渔村的堤坝更加巩固。", &[]),
        ("构建更加巩固的渔村防线。", &["构建 | 更加巩固的渔村防线"]),
        ("振兴远洋渔业,科技是关键。", &[]),
        ("振兴远洋渔业,重点是改造渔船。", &["振兴 | 远洋渔业", "改造 | 渔船"]),
        ("完成渔业合同的结果,渔民增加了收入。", &[]),
        ("公布渔业评比的结果。", &["公布 | 渔业评比的结果"]),
        ("这不是要削减渔业补贴,而是要改造渔船。", &["改造 | 渔船"]),
        ("渔业学校的成立,曾经轰动全县,增强了渔民的信心。", &[]),
        ("这些活动促进了渔业发展,又弘扬了渔村传统。", &[]),
        ("渔民纷纷要求修建码头,增加渔船。", &[]),
        ("坚持渔港建设与航道建设协调发展。", &[]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn an_object_keeps_what_its_items_share() {
    for (text, expected) in [
        ("开展学习渔业知识、培养船员活动。", &["开展 | 学习渔业知识、培养船员活动"][..]),
        ("开展渔业宣传、培养船员。", &["开展 | 渔业宣传", "培养 | 船员"]),
        ("全面清理非法或设置不合理的码头。", &["清理 | 非法或设置不合理的码头"]),
        ("办好渔业博览会暨海洋论坛、开渔节等活动。", &["办好 | 渔业博览会暨海洋论坛", "办好 | 开渔节"]),
        ("集中攻关深海养殖技术。", &["集中攻关 | 深海养殖技术"]),
        ("力求提早完成渔港改造任务。", &["完成 | 渔港改造任务"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn who_acts_is_who_was_asked_or_named() {
    for (text, expected) in [
        (
            "县委要求渔业部门加强渔船监管,修建码头。",
            &["渔业部门: 加强 | 渔船监管, will, planned", "渔业部门: 修建 | 码头, will, planned"][..],
        ),
        ("所有渔业企业,全体职工,都要加强管理。", &["所有渔业企业,全体职工: 加强 | 管理, will, planned"]),
        ("负有监管职责的部门,每年要公布渔船名录。", &["负有监管职责的部门: 公布 | 渔船名录, will, planned"]),
        (
            "各渔业部门要落实改革要求,修建码头。",
            &["各渔业部门: 落实 | 改革要求, will, planned", "各渔业部门: 修建 | 码头, will, planned"],
        ),
        ("渔政管理司组织了检查工作,已形成整改方案。", &["渔政管理司: 形成 | 整改方案, will, done"]),
    ] {
        assert_eq!(plain(text), expected, "{text}");
    }
}

#[test]
fn a_duty_binds_what_is_only_encouraged_behind_it() {
    for (text, expected) in [
        ("县政府应当修建码头,鼓励渔民参加培训。", &["修建 | 码头, must", "鼓励 | 渔民参加培训, must"][..]),
        ("修建码头,鼓励渔民参加培训。", &["修建 | 码头, will", "鼓励 | 渔民参加培训, explore"]),
        ("必须在巩固渔港的基础上,从今年起,建设码头。", &["建设 | 码头, must"]),
    ] {
        let told: Vec<String> = plain(text)
            .iter()
            .map(|line| {
                line.split(": ")
                    .last()
                    .and_then(|line| line.rsplit_once(", "))
                    .map_or("", |(own, _)| own)
                    .to_owned()
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }
}
