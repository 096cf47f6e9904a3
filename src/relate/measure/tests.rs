use super::*;
use crate::recognise::recognise;
use crate::recognise::testing::with_scene;
use crate::resolve::resolve;

/// What is read in the last of these sentences: `actor: verb | object, force, status`.
fn measures(thread: &mut Thread, text: &str) -> Vec<String> {
    with_scene(text, |scene| {
        let mut candidates = resolve(recognise(scene));
        super::super::time::relate(scene, thread, &mut candidates);
        relate(scene, thread, &mut candidates);
        let written = candidates.iter().filter_map(|candidate| match &candidate.detail {
            Detail::Measure(measure) => Some(write(scene, measure)),
            _ => None,
        });
        written.collect()
    })
}

fn write(scene: &Scene, measure: &Measure) -> String {
    let actor = measure.actor.as_ref().map_or(String::new(), |actor| format!("{}: ", scene.slice(actor)));
    let (verb, object) = (scene.slice(&measure.verb), scene.slice(&measure.object));
    format!("{actor}{verb} | {object}, {}, {}", measure.force.name(), measure.status.name())
}

fn plain(text: &str) -> Vec<String> {
    measures(&mut Thread::default(), text)
}

/// Verb and object alone.
fn pairs(text: &str) -> Vec<String> {
    plain(text).iter().map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_clause_has_a_verb_and_an_object() {
    for (text, expected) in [
        ("大力发展海洋渔业。", &["发展 | 海洋渔业"][..]),
        ("进一步优化窗口服务流程。", &["优化 | 窗口服务流程"]),
        ("加快建设智慧渔港。", &["建设 | 智慧渔港"]),
        ("加快旧粮仓改造进程。", &["加快 | 旧粮仓改造进程"]),
        ("广泛开展调查研究。", &["开展 | 调查研究"]),
        ("在灾后重建中切实保障困难群众生活。", &["保障 | 困难群众生活"]),
        ("为渔民增收扫清障碍。", &["扫清 | 障碍"]),
        ("围绕水产课题开展技术攻关。", &["开展 | 技术攻关"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn coordinated_verbs_and_objects_are_a_measure_each() {
    for (text, expected) in [
        (
            "加快推进青川铁路、远景大厦等项目,完成港区规划。",
            &["推进 | 青川铁路", "推进 | 远景大厦", "完成 | 港区规划"][..],
        ),
        ("保护和修复古城墙。", &["保护 | 古城墙", "修复 | 古城墙"]),
        ("大力发展茶叶经济、林下经济。", &["发展 | 茶叶经济", "发展 | 林下经济"]),
        ("新建学校5所、医院3家。", &["新建 | 学校5所", "新建 | 医院3家"]),
        (
            "统筹产业发展,补齐设施短板、提升服务质量。",
            &["统筹 | 产业发展", "补齐 | 设施短板", "提升 | 服务质量"],
        ),
        ("完善资金管理制度并推动成果转化。", &["完善 | 资金管理制度", "推动 | 成果转化"]),
        ("社区选派联络员、企业选派协管员。", &["社区: 选派 | 联络员", "企业: 选派 | 协管员"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_is_one_thing_stays_one() {
    for (text, expected) in [
        ("促进城乡教育、医疗资源均衡配置。", &["促进 | 城乡教育、医疗资源均衡配置"][..]),
        ("完善线索的发现、移送和反馈机制。", &["完善 | 线索的发现、移送和反馈机制"]),
        ("抓好渔区规划编制、建设手续办理等工作。", &["抓好 | 渔区规划编制、建设手续办理等工作"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn the_object_of_a_pivot_ends_where_it_acts() {
    assert_eq!(pairs("支持渔业企业参加国际展会。"), ["支持 | 渔业企业"]);
    assert_eq!(pairs("推动一批新船坞尽早开工建设。"), ["推动 | 一批新船坞"]);
    assert_eq!(pairs("推动能源结构优化升级。"), ["推动 | 能源结构优化升级"]);
}

#[test]
fn what_ba_puts_first_is_the_object() {
    assert_eq!(pairs("把渔港维修项目优先纳入年度投资计划。"), ["纳入 | 渔港维修项目"]);
    assert_eq!(pairs("将水产加工作为突破口。"), ["作为 | 水产加工"]);
    assert_eq!(pairs("将加快建设渔港。"), ["建设 | 渔港"]);
}

#[test]
fn slogans_conditions_and_negations_are_none() {
    for text in [
        "攻坚克难、奋勇争先。",
        "努力开创工作新局面。",
        "聚焦重点领域。",
        "不得建设高耗能工厂。",
        "对需要建设渔港的,",
        "如果扩大规模,",
        "是推动渔业发展的重要力量。",
        "渔业产量增长5.3%。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
}

#[test]
fn who_acts_is_read_where_it_stands() {
    assert_eq!(plain("区政府将建立协调机制。"), ["区政府: 建立 | 协调机制, will, planned"]);
    assert_eq!(plain("各有关部门要完善配套措施。"), ["各有关部门: 完善 | 配套措施, will, planned"]);
    assert_eq!(plain("由交通部门牵头制定改造方案。"), ["交通部门: 制定 | 改造方案, will, planned"]);
    assert_eq!(plain("我们要完善配套措施。"), ["完善 | 配套措施, will, planned"]);
}

#[test]
fn words_tell_force_and_status() {
    for (text, expected) in [
        ("必须守住安全底线。", "守住 | 安全底线, must, planned"),
        ("坚决淘汰落后产能。", "淘汰 | 落后产能, must, planned"),
        ("确保完成救灾任务。", "完成 | 救灾任务, must, planned"),
        ("力争引进龙头企业。", "引进 | 龙头企业, strive, planned"),
        ("探索建立信用制度。", "建立 | 信用制度, explore, planned"),
        ("鼓励企业参加展会。", "鼓励 | 企业, explore, planned"),
        ("已建成渔港。", "建成 | 渔港, will, done"),
        ("完成了渔港改造。", "完成 | 渔港改造, will, done"),
        ("正在建设渔港。", "建设 | 渔港, will, ongoing"),
        ("持续优化服务流程。", "优化 | 服务流程, will, ongoing"),
        ("将持续优化服务流程。", "优化 | 服务流程, will, planned"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
}

#[test]
fn the_text_around_tells_the_status_where_words_do_not() {
    let thread = |outlook| Thread { outlook, ..Thread::default() };
    let status = |outlook| measures(&mut thread(outlook), "加快建设渔港。");
    assert_eq!(status(Some(Mood::Done)), ["建设 | 渔港, will, done"]);
    assert_eq!(status(Some(Mood::Plan)), ["建设 | 渔港, will, planned"]);
    assert_eq!(status(None), ["建设 | 渔港, will, ongoing"]);
}

#[test]
fn a_deadline_is_the_time_by_which_it_shall_be_done() {
    let deadline = |text: &str| {
        with_scene(text, |scene| {
            let mut candidates = resolve(recognise(scene));
            let mut thread = Thread { date: Some("2026-01".to_owned()), ..Thread::default() };
            super::super::time::relate(scene, &mut thread, &mut candidates);
            relate(scene, &mut thread, &mut candidates);
            let measure = candidates.iter().find_map(|candidate| match &candidate.detail {
                Detail::Measure(measure) => Some(measure),
                _ => None,
            })?;
            measure.deadline.map(|time| scene.slice(&candidates[time].range).to_owned())
        })
    };
    assert_eq!(deadline("2027年底前建成渔港。").as_deref(), Some("2027年底前"));
    assert_eq!(deadline("到2027年,全面完成渔港改造。").as_deref(), Some("2027年"));
    assert_eq!(deadline("自2027年起实施新标准。"), None);
    assert_eq!(deadline("2025年已建成渔港。"), None);
}
