mod asked;
mod joined;
mod named;
mod reach;
mod told;
mod wording;

use super::*;
use crate::recognise::testing::with_scene;
use crate::recognise::{Measure, recognise};
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

pub(super) fn plain(text: &str) -> Vec<String> {
    measures(&mut Thread::default(), text)
}

/// Verb and object alone.
pub(super) fn pairs(text: &str) -> Vec<String> {
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
        ("加强战略对接、务实合作。", &["加强 | 战略对接", "加强 | 务实合作"]),
        ("保护一批渔业遗址、海岛民居。", &["保护 | 一批渔业遗址", "保护 | 海岛民居"]),
        ("建设省级养殖基地和渔业加工园区。", &["建设 | 省级养殖基地", "建设 | 渔业加工园区"]),
        ("推动渔港有序经营、养殖集群发展。", &["推动 | 渔港有序经营", "推动 | 养殖集群发展"]),
        ("严密防范和依法打击走私活动。", &["防范 | 走私活动", "打击 | 走私活动"]),
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
        ("优化渔民救助和海岛制度。", &["优化 | 渔民救助和海岛制度"]),
        ("推进海域管理体制和渔港机构改革。", &["推进 | 海域管理体制和渔港机构改革"]),
        ("完善线索的发现、移送和反馈机制。", &["完善 | 线索的发现、移送和反馈机制"]),
        ("抓好渔区规划编制、建设手续办理等工作。", &["抓好 | 渔区规划编制、建设手续办理等工作"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_the_object_of_a_pivot_does_belongs_to_it() {
    assert_eq!(pairs("支持渔业企业参加国际展会。"), ["支持 | 渔业企业参加国际展会"]);
    assert_eq!(pairs("推动一批新船坞尽早开工建设。"), ["推动 | 一批新船坞尽早开工建设"]);
    assert_eq!(pairs("推动水产加工向县城梯度转移。"), ["推动 | 水产加工向县城梯度转移"]);
    assert_eq!(pairs("支持旧船坞自主更新、拆旧建新。"), ["支持 | 旧船坞自主更新、拆旧建新"]);
    assert_eq!(pairs("支持企业做大做强、推动产业升级。"), ["支持 | 企业做大做强", "推动 | 产业升级"]);
    assert_eq!(pairs("鼓励到海岛就业。"), ["鼓励 | 到海岛就业"]);
    assert_eq!(pairs("支持中港、远洋等渔业企业发展。"), ["支持 | 中港、远洋等渔业企业发展"]);
    let text = "支持国企通过出让股份、增资扩股引入资本。";
    assert_eq!(pairs(text), ["支持 | 国企通过出让股份、增资扩股引入资本"]);
    assert_eq!(pairs("精心指导好海岛建设。"), ["指导好 | 海岛建设"]);
    assert_eq!(pairs("创造有利于渔业发展的环境。"), ["创造 | 有利于渔业发展的环境"]);
    assert_eq!(pairs("建立青川—白河航线。"), ["建立 | 青川—白河航线"]);
    assert_eq!(pairs("推动能源结构优化升级。"), ["推动 | 能源结构优化升级"]);
}

#[test]
fn what_ba_puts_first_is_the_object() {
    assert_eq!(pairs("把渔港维修项目优先纳入年度投资计划。"), ["纳入 | 渔港维修项目"]);
    assert_eq!(pairs("将水产加工作为突破口。"), ["作为 | 水产加工"]);
    assert_eq!(pairs("将渔民医保标准由5元提高到8元。"), ["提高到 | 渔民医保标准"]);
    assert_eq!(pairs("把规划编制、港口管理职责划转交通部门。"), ["划转 | 规划编制、港口管理职责"]);
    assert_eq!(pairs("将排污控制指标逐级分解到渔区。"), ["分解到 | 排污控制指标"]);
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

/// Actor and verb of each measure.
fn actors(text: &str) -> Vec<String> {
    plain(text).iter().map(|line| line.split(" |").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn who_acts_holds_until_another_subject_is_named() {
    for (text, expected) in [
        ("各级政府都要重视渔业工作,疏通城乡市场。", &["各级政府: 重视", "各级政府: 疏通"][..]),
        ("渔业部门要严格管控排污,应对贸易壁垒。", &["渔业部门: 应对"]),
        ("党中央统揽全局,开展了扶贫运动。", &["党中央: 开展"]),
        ("环保部门应当根据职责,制定实施办法。", &["环保部门: 制定"]),
        ("县政府要建立台账,我们要加强督导。", &["县政府: 建立", "加强"]),
        ("县政府建立台账,群众收入稳步增长,修建了三座码头。", &["县政府: 建立", "修建"]),
        ("县政府强调,要完善渔港设施。", &["完善"]),
        ("县委和县政府及时采取措施。", &["县委和县政府: 采取"]),
        ("各级党组织和广大党员、干部积极解决难题。", &["各级党组织和广大党员、干部: 解决"]),
        ("全县干部特别是领导干部要提高能力。", &["全县干部特别是领导干部: 提高"]),
        (
            "以老书记为核心的领导集体带领群众,确立了新规划。",
            &["以老书记为核心的领导集体: 带领", "以老书记为核心的领导集体: 确立"],
        ),
        ("县水利局组织编制了《港区规划》。", &["县水利局: 编制"]),
        ("党的各级组织都要加强团结。", &["党的各级组织: 加强"]),
        ("财政补助由每人420元提高到450元,同步提高缴费标准。", &["提高"]),
        ("以渔村为单元,建立管理格局。", &["建立"]),
        ("选拔干部,必须坚持标准,注重实绩。", &["注重"]),
        ("义务教育学校实施绩效工资。", &["义务教育学校: 实施"]),
        ("各级生态环境部门要加强协作。", &["各级生态环境部门: 加强"]),
        ("高度重视社区党的建设,构建工作格局。", &["构建"]),
        ("县水利局会同有关部门制定办法。", &["县水利局: 制定"]),
        ("渔业重点园区要挑大梁,发挥主战场作用。", &["渔业重点园区: 发挥"]),
        ("农村新建住房三万平方米。", &["新建"]),
        ("山区要发展林业,改善环境。", &["山区: 发展", "山区: 改善"]),
        ("渔业企业既要坚持标准,提高产品质量。", &["渔业企业: 提高"]),
        ("各部门、各单位,都要完善制度。", &["各部门、各单位: 完善"]),
        ("港区方案将由财政部门依照规定负责起草。", &["财政部门: 起草"]),
        ("(二)保障海岛供水。", &["保障"]),
        ("推动渔业由粗放经营向增加附加值转变。", &["推动"]),
    ] {
        assert_eq!(actors(text), expected, "{text}");
    }
}

#[test]
fn what_a_thing_is_or_how_it_came_out_is_no_measure() {
    for text in [
        "建设智慧渔港,是前所未有的创举。",
        "发展渔业、保护海洋,是不可阻挡的趋势。",
        "要把发展渔业,增加渔民收入,作为首要任务。",
        "对于调动渔民的积极性,增加市场观念,改善经营管理,起了很大作用。",
        "登记企业增长24.5%。",
        "改造任务并不容易。",
        "治理海湾成效居全国前列。",
        "已经参加合作社的渔民达到9万人。",
        "可以新建渔港三座。",
        "做好渔业工作也有许多有利条件。",
        "继续进行建设的青川水库。",
        "研发投入强度提升至1.8%。",
        "服务贸易年均增速5%左右。",
        "其中完成培训计划的将达28万人。",
        "发展中不协调的问题依然突出。",
        "能否更多供应渔民的需要?",
        "投资仅及渔港的一半水平。",
        "列入全省计划的渔港项目共四十多项。",
        "为渔业长远发展打下坚实基础。",
        "只有保持增长,才能增加渔民收入,防范风险。",
        "控制单元等4个单元由Ⅴ类升为Ⅳ类。",
        "使用面积还不到百分之五十。",
        "护理保险覆盖5600万人。",
        "改革的目的是提高效率,树立良好政风。",
        "建设智慧渔港,就是要互利合作。",
        "奋战在防汛一线。",
    ] {
        assert_eq!(plain(text), [""; 0], "{text}");
    }
    assert_eq!(pairs("要采用先进技术,必须培养技术骨干。"), ["培养 | 技术骨干"]);
    assert_eq!(pairs("处置油污使用的药剂,应当符合标准。"), [""; 0]);
    assert_eq!(pairs("树立科学是第一动力的思想,推进技术创新。"), ["推进 | 技术创新"]);
    assert_eq!(pairs("坚定维护渔民权益。"), ["维护 | 渔民权益"]);
    assert_eq!(pairs("坚定地执行渔业政策。"), ["执行 | 渔业政策"]);
    assert_eq!(pairs("擦亮“渔业品牌”。"), ["擦亮 | “渔业品牌”"]);
    assert_eq!(pairs("建立渔民收入正常增长机制。"), ["建立 | 渔民收入正常增长机制"]);
    assert_eq!(pairs("实现渔业产值增长8%。"), ["实现 | 渔业产值增长8%"]);
    assert_eq!(pairs("守住不发生污染的底线。"), ["守住 | 不发生污染的底线"]);
}

#[test]
fn a_head_after_the_last_item_belongs_to_all() {
    for (text, expected) in [
        ("提高渔民应对多种风险、完成复杂任务的能力。", &["提高 | 渔民应对多种风险、完成复杂任务的能力"][..]),
        ("制订保障渔民权益、规范市场行为的法规。", &["制订 | 保障渔民权益、规范市场行为的法规"]),
        ("消除海堤6万处、河堤14万处各类隐患。", &["消除 | 海堤6万处、河堤14万处各类隐患"]),
        ("新建6个国家级、20个省级临床专科。", &["新建 | 6个国家级、20个省级临床专科"]),
        ("完成2座窑炉、5台锅炉改造。", &["完成 | 2座窑炉、5台锅炉改造"]),
        ("建立确保渔民工资支付的机制。", &["建立 | 确保渔民工资支付的机制"]),
        ("清理整治违规收费。", &["清理整治 | 违规收费"]),
        ("实施扶持渔业发展的措施。", &["实施 | 扶持渔业发展的措施"]),
        ("推进渔港建设、完成规划的编制。", &["推进 | 渔港建设", "完成 | 规划的编制"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn how_far_reaches_along_the_row() {
    let status = |text: &str| -> Vec<String> {
        let last = |line: &String| line.rsplit(", ").next().unwrap_or_default().to_owned();
        plain(text).iter().map(last).collect()
    };
    assert_eq!(status("要完善设施,加快建设渔港。"), ["planned", "planned"]);
    assert_eq!(status("解决渔民难题,强化了服务意识。"), ["done", "done"]);
    assert_eq!(status("确立了规划,推进渔港建设。"), ["done", "done"]);
    assert_eq!(status("要解决渔民难题,县政府建成了渔港。"), ["planned", "done"]);
}

#[test]
fn words_tell_force_and_status() {
    for (text, expected) in [
        ("必须守住安全底线。", "守住 | 安全底线, must, planned"),
        ("坚决淘汰落后产能。", "淘汰 | 落后产能, must, planned"),
        ("确保完成救灾任务。", "完成 | 救灾任务, must, planned"),
        ("力争引进龙头企业。", "引进 | 龙头企业, strive, planned"),
        ("探索建立信用制度。", "建立 | 信用制度, explore, planned"),
        ("支持渔业发展。", "支持 | 渔业发展, will, planned"),
        ("支持村委会的工作。", "支持 | 村委会的工作, will, planned"),
        ("着力办好职业教育。", "办好 | 职业教育, will, planned"),
        ("鼓励企业参加展会。", "鼓励 | 企业参加展会, explore, planned"),
        ("已建成渔港。", "建成 | 渔港, will, done"),
        ("完成了渔港改造。", "完成 | 渔港改造, will, done"),
        ("正在建设渔港。", "建设 | 渔港, will, ongoing"),
        ("持续优化服务流程。", "优化 | 服务流程, will, planned"),
        ("县政府持续优化服务流程。", "县政府: 优化 | 服务流程, will, ongoing"),
        ("将持续优化服务流程。", "优化 | 服务流程, will, planned"),
    ] {
        assert_eq!(plain(text), [expected], "{text}");
    }
}

#[test]
fn a_duty_holds_along_the_row() {
    let force = |text: &str| -> Vec<String> {
        let last = |line: &String| line.rsplit(", ").nth(1).unwrap_or_default().to_owned();
        plain(text).iter().map(last).collect()
    };
    assert_eq!(force("必须守住底线,完善渔港设施,支持渔民转产。"), ["must", "must", "must"]);
    assert_eq!(force("县政府应当修建码头,加强巡查。"), ["must", "must"]);
    assert_eq!(force("必须守住底线,还要完善渔港设施。"), ["must", "will"]);
    assert_eq!(force("必须守住底线,力争完善渔港设施。"), ["must", "strive"]);
    assert_eq!(force("必须守住底线;完善渔港设施。"), ["must", "will"]);
    assert_eq!(force("坚决守住底线,完善渔港设施。"), ["must", "will"], "resolve is no duty");
}

#[test]
fn what_counts_the_items_of_a_list_is_no_part_of_them() {
    let text = |text: &str| {
        with_scene(text, |scene| {
            let mut candidates = resolve(recognise(scene));
            relate(scene, &mut Thread::default(), &mut candidates);
            let mut found = candidates.iter().filter(|one| matches!(one.detail, Detail::Measure(_)));
            found.next().map(|found| scene.slice(&found.range).to_owned())
        })
    };
    for label in ["(二)", "三是", "二要", "四、", "(12)", "4.", "(渔业局牵头)4."] {
        assert_eq!(text(&format!("{label}加强渔港建设。")).as_deref(), Some("加强渔港建设"), "{label}");
    }
}

#[test]
fn the_text_around_tells_the_status_where_words_do_not() {
    let thread = |outlook| Thread { outlook, ..Thread::default() };
    let status = |outlook| measures(&mut thread(outlook), "加快建设渔港。");
    let stand = |text| measures(&mut thread(Some(Mood::Done)), text);
    assert_eq!(stand("我们坚决支持渔民的正义主张。"), ["支持 | 渔民的正义主张, must, ongoing"]);
    assert_eq!(stand("我们支持了渔民的正义主张。"), ["支持 | 渔民的正义主张, will, done"]);
    assert_eq!(stand("我们全力支持渔港建设。"), ["支持 | 渔港建设, will, done"]);
    assert_eq!(stand("需要改造老旧渔船。"), ["改造 | 老旧渔船, will, planned"]);
    assert_eq!(stand("对于远洋渔船我们应该尽快地实行年度检验。"), ["实行 | 年度检验, must, planned"]);
    assert_eq!(stand("根据渔民的需要,改造老旧渔船。"), ["改造 | 老旧渔船, will, done"]);
    assert_eq!(status(Some(Mood::Done)), ["建设 | 渔港, will, done"]);
    assert_eq!(status(Some(Mood::Plan)), ["建设 | 渔港, will, planned"]);
    assert_eq!(status(None), ["建设 | 渔港, will, planned"]);
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
    assert_eq!(deadline("3.2027年底前建成渔港。").as_deref(), Some("2027年底前"));
    assert_eq!(deadline("自2027年起实施新标准。"), None);
    assert_eq!(deadline("2025年已建成渔港。"), None);
    assert_eq!(deadline("2028年5月6日公布方案。"), None, "a day is told of an event");
    assert_eq!(deadline("今年要建成渔港。").as_deref(), Some("今年"));
    assert_eq!(deadline("我们要在2027年底前,改善渔民住房。").as_deref(), Some("2027年底前"));
    assert_eq!(deadline("今年的渔业目标是修建渔港,争取更好结果。"), None, "of what is spoken");
    assert_eq!(deadline("“十五五”期间还将修建渔港。").as_deref(), Some("“十五五”期间"));
    assert_eq!(deadline("达到2030年底前规划的水平。"), None, "inside what qualifies the object");
    assert_eq!(deadline("在新的一年里,我们要建成渔港。"), None, "during which");
    assert_eq!(deadline("2028年建成渔港。").as_deref(), Some("2028年"));
}
