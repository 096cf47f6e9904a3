//! Wordings that look alike and tell different things.

use super::*;

#[test]
fn a_verb_that_tells_what_a_measure_is_for_belongs_to_it() {
    for (text, expected) in [
        ("出台促进渔业发展若干措施。", &["出台 | 促进渔业发展若干措施"][..]),
        ("制定支持青年返乡政策。", &["制定 | 支持青年返乡政策"]),
        ("制定实施海岛振兴方案。", &["制定实施 | 海岛振兴方案"]),
        ("贯彻落实海岛振兴方案。", &["贯彻落实 | 海岛振兴方案"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_stops_is_a_verb_of_its_own() {
    assert_eq!(pairs("暂停审批近海养殖项目。"), ["暂停 | 审批近海养殖项目"]);
    assert_eq!(pairs("停止使用旧渔船。"), ["停止 | 使用旧渔船"]);
}

#[test]
fn the_verb_stands_after_what_ba_puts_first() {
    for (text, expected) in [
        ("开始把竞争机制引进渔业。", &["引进 | 竞争机制"][..]),
        ("把渔民的积极性引导到发展深海养殖的轨道上来。", &["引导 | 渔民的积极性"]),
        ("把渔船检修情况作为考核的内容。", &["作为 | 渔船检修情况"]),
        ("把扩大投资作为拉动渔业的抓手。", &[]),
        ("开始建设智慧渔港。", &["建设 | 智慧渔港"]),
    ] {
        let found = pairs(text);
        assert_eq!(found.first(), expected.first().map(|e| e.to_string()).as_ref(), "{text}");
    }
}

#[test]
fn resolve_binds_more_than_shall() {
    assert_eq!(plain("要坚决清理非法渔网。"), ["清理 | 非法渔网, must, planned"]);
    assert_eq!(plain("要清理非法渔网。"), ["清理 | 非法渔网, will, planned"]);
}

#[test]
fn cases_of_a_list_are_no_promises() {
    let mut thread = Thread::default();
    assert!(measures(&mut thread, "有下列情形之一的,处以罚款:").is_empty());
    assert!(measures(&mut thread, "(一)擅自建设养殖设施;").is_empty());
    assert!(!measures(&mut thread, "大力建设渔业监测站。").is_empty());
    assert!(!measures(&mut thread, "(一)建设养殖设施。").is_empty(), "another list");
    assert_eq!(pairs("有下列行为的,责令改正:(一)破坏围栏;(二)修建码头。").len(), 0);
    assert!(!pairs("采取下列措施:(一)修建码头。").is_empty());
}

#[test]
fn how_something_is_done_is_no_verb() {
    for (text, expected) in [
        ("协同推进渔港建设和海岛环境治理。", &["推进 | 渔港建设和海岛环境治理"][..]),
        ("接续实施渔港振兴工程。", &["实施 | 渔港振兴工程"]),
        ("集中整治渔区突出隐患。", &["整治 | 渔区突出隐患"]),
        ("集中渔业资源。", &["集中 | 渔业资源"]),
        ("长期稳定支持一批渔业团队。", &["支持 | 一批渔业团队"]),
        ("稳定渔业生产。", &["稳定 | 渔业生产"]),
        ("严厉打击走私活动。", &["打击 | 走私活动"]),
        ("注重培养海洋人才。", &["培养 | 海洋人才"]),
        ("注重海洋人才。", &["注重 | 海洋人才"]),
        ("节约集约利用海域。", &["利用 | 海域"]),
        ("必须协同地工作。", &[]),
        ("以高质量发展为首要任务,推动渔港升级。", &["推动 | 渔港升级"]),
        ("以创新发展为动力推进渔港建设。", &["推进 | 渔港建设"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_a_built_thing_does_is_no_verb_of_the_clause() {
    for (text, expected) in [
        ("健全促进海岛发展的金融体系。", &["健全 | 促进海岛发展的金融体系"][..]),
        ("建立防范海损事故长效机制。", &["建立 | 防范海损事故长效机制"]),
        ("培养担当渔业振兴重任的人才。", &["培养 | 担当渔业振兴重任的人才"]),
        ("构建清洁低碳的海洋能源体系。", &["构建 | 清洁低碳的海洋能源体系"]),
        ("解决影响渔民生活的突出问题。", &["解决 | 影响渔民生活的突出问题"]),
        ("建立完善渔港管理制度。", &["建立完善 | 渔港管理制度"]),
        ("制定公布海域使用标准。", &["制定公布 | 海域使用标准"]),
        ("培育壮大海洋产业。", &["培育壮大 | 海洋产业"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_is_served_or_judged_is_no_measure() {
    assert_eq!(pairs("扩大水产出口,以便换取外汇,增加设备进口。"), ["扩大 | 水产出口"]);
    assert_eq!(pairs("扩大水产出口,以便换取外汇,还要加强渔港管理。"), ["扩大 | 水产出口", "加强 | 渔港管理"]);
    assert_eq!(pairs("做好渔港工作意义重大。"), [""; 0]);
}

#[test]
fn a_deadline_holds_to_the_semicolon() {
    let deadlines = |text: &str| {
        with_scene(text, |scene| {
            let mut candidates = resolve(recognise(scene));
            let mut thread = Thread { date: Some("2026-01".to_owned()), ..Thread::default() };
            crate::relate::time::relate(scene, &mut thread, &mut candidates);
            relate(scene, &mut thread, &mut candidates);
            let measures = candidates.iter().filter_map(|candidate| match &candidate.detail {
                Detail::Measure(measure) => Some(measure.deadline.is_some()),
                _ => None,
            });
            measures.collect::<Vec<_>>()
        })
    };
    assert_eq!(deadlines("2028年底前要建成渔港,其中修建码头;加强管理。"), [true, true, false]);
    assert_eq!(deadlines("今年,要建成渔港;加强管理。"), [true, true], "a clause of its own holds for all");
    assert_eq!(deadlines("明年县政府将建成渔港,我们将加强管理。"), [true, false]);
    assert_eq!(deadlines("用三年时间建成渔港。"), [true]);
    assert_eq!(deadlines("用三年时间建成了渔港。"), [false]);
    assert_eq!(deadlines("到2028年,建成渔港,改善环境。"), [true, true]);
    assert_eq!(deadlines("今年我们将办好实事:建成渔港3座;改造码头2处。"), [true, true, true]);
    assert_eq!(deadlines("两年内实现渔港通电。"), [true]);
    assert_eq!(deadlines("三年内全省新建渔港3座,改造码头2处。"), [true, true]);
    assert_eq!(deadlines("完成今年渔业任务。"), [false]);
    assert_eq!(deadlines("力争今年渔业产量达到5万吨。"), [true]);
    assert_eq!(deadlines("总结近三年渔业经验。"), [false]);
}

#[test]
fn what_a_clause_answers_to_is_no_measure() {
    assert_eq!(pairs("适应航运新形势,调整航线布局。"), ["调整 | 航线布局"]);
    assert_eq!(pairs("要适应航运新形势,调整航线布局。"), ["调整 | 航线布局"]);
    assert_eq!(pairs("可以扩大捕捞规模,增加渔民收入。"), [""; 0]);
    assert_eq!(pairs("稳定鼓励出口的各项政策。"), ["稳定 | 鼓励出口的各项政策"]);
}

#[test]
fn who_acts_is_neither_partner_nor_lost_after_an_addition() {
    for (text, expected) in [
        ("与沿线国家加强渔业合作。", &["加强"][..]),
        (
            "渔业干部首先是领导干部要遵守规章,接受监督。",
            &["渔业干部首先是领导干部: 遵守", "渔业干部首先是领导干部: 接受"],
        ),
    ] {
        assert_eq!(actors(text), expected, "{text}");
    }
}

#[test]
fn what_has_been_since_is_done() {
    let status = |text: &str| plain(text).iter().map(|line| line.ends_with("done")).collect::<Vec<_>>();
    assert_eq!(status("改革开放以来,我们总结渔业经验,建立市场体系。"), [true, true]);
    assert_eq!(status("改革开放以来,我们总结渔业经验,今后要建立市场体系。"), [true, false]);
}

#[test]
fn what_for_is_no_measure() {
    assert_eq!(pairs("为了表扬先进,发扬渔业传统,今年要召开表彰大会。"), ["召开 | 表彰大会"]);
    assert_eq!(pairs("为促进渔业发展,加强海岛建设,制定本规划。"), ["制定 | 本规划"]);
    assert_eq!(pairs("为了渔民增收,加强海岛建设,完善渔港设施。"), ["加强 | 海岛建设", "完善 | 渔港设施"]);
    assert_eq!(pairs("发展深海养殖,推动渔业升级,都需要海洋科技。"), [""; 0]);
}

#[test]
fn twins_are_one_verb() {
    assert_eq!(pairs("用好用足渔业贷款。"), ["用好用足 | 渔业贷款"]);
    assert_eq!(
        pairs("鼓励渔民企业扩大投资、参与国有渔港改革。"),
        ["鼓励 | 渔民企业扩大投资、参与国有渔港改革"]
    );
}

#[test]
fn a_goal_has_the_verb_that_tells_it() {
    for (text, expected) in [
        ("力争渔业企业突破9000家。", &["突破 | 渔业企业"][..]),
        ("确保2027年渔业产值年均增长6%以上。", &["增长 | 渔业产值"]),
        ("力争建成渔港3座。", &["建成 | 渔港3座"]),
        ("力争渔业企业、加工企业达到90家。", &["力争 | 渔业企业、加工企业达到90家"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_a_frame_holds_is_no_phrase() {
    assert_eq!(
        pairs("建设集养殖、加工、培训渔民于一体的渔业基地。"),
        ["建设 | 集养殖、加工、培训渔民于一体的渔业基地"]
    );
    assert_eq!(pairs("集中渔业资源,推进海陆一体化。"), ["集中 | 渔业资源", "推进 | 海陆一体化"]);
    assert_eq!(pairs("形成人人关心、支持渔业发展的氛围。"), ["形成 | 人人关心、支持渔业发展的氛围"]);
    assert_eq!(pairs("丰富渔业实践和推进海岛开发。"), ["丰富 | 渔业实践", "推进 | 海岛开发"]);
    assert_eq!(pairs("推动渔业升级和有效投资。"), ["推动 | 渔业升级和有效投资"]);
}

#[test]
fn a_verb_with_the_ending_of_a_sort_is_none() {
    assert_eq!(pairs("转化一批标志性、引领性渔业成果。"), ["转化 | 一批标志性、引领性渔业成果"]);
    assert_eq!(pairs("引领渔业转型。"), ["引领 | 渔业转型"]);
    let text = "发挥其带动渔民就业、拓展消费市场等作用。";
    assert_eq!(pairs(text), ["发挥 | 其带动渔民就业、拓展消费市场等作用"]);
    assert_eq!(actors("全体公民都要保护海洋,爱护渔港。"), ["全体公民: 保护", "全体公民: 爱护"]);
}

#[test]
fn an_object_goes_on_to_the_noun_that_its_verb_takes() {
    for (text, expected) in [
        ("发挥渔港对扩大就业、促进增长的重要作用。", &["发挥 | 渔港对扩大就业、促进增长的重要作用"][..]),
        ("发挥渔港作用、促进就业增长。", &["发挥 | 渔港作用", "促进 | 就业增长"]),
        ("提高服务质量、增强渔区防灾能力。", &["提高 | 服务质量", "增强 | 渔区防灾能力"]),
        ("调动渔民保护和改善海域环境的积极性。", &["调动 | 渔民保护和改善海域环境的积极性"]),
        ("建成渔港3座、解决渔民住房问题。", &["建成 | 渔港3座", "解决 | 渔民住房问题"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn what_would_come_of_it_is_no_measure() {
    assert_eq!(pairs("这样做有利于引导渔民转产,提升治理能力。"), [""; 0]);
    assert_eq!(pairs("有利于引导渔民转产,我们要提升治理能力。"), ["提升 | 治理能力"]);
    assert_eq!(pairs("必将进一步增强渔业实力,改善渔区面貌。"), [""; 0]);
    assert_eq!(
        pairs("支持能够带动就业的企业,改善渔区面貌。"),
        ["支持 | 能够带动就业的企业", "改善 | 渔区面貌"]
    );
    assert_eq!(pairs("要维护渔区安全,就必须加强港口巡查。"), ["加强 | 港口巡查"]);
}

#[test]
fn verbs_of_one_sort_share_their_object() {
    for (text, expected) in [
        ("巩固深化渔业合作。", &["巩固深化 | 渔业合作"][..]),
        ("完善提升县域渔业体系。", &["完善 | 提升县域渔业体系"]),
        ("提升优化环境水平。", &["提升 | 优化环境水平"]),
        ("抓紧研究建立休渔制度。", &["建立 | 休渔制度"]),
        ("加强对渔船建造、运输和使用的管理。", &["加强 | 对渔船建造、运输和使用的管理"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
    let text = "在50个地级以上城市进行渔港改革,改善群众住房。";
    assert_eq!(actors(text), ["进行", "改善"]);
}

#[test]
fn sayings_in_a_row_are_no_object() {
    for (text, expected) in [
        ("提振需求、优化供给。", &["提振 | 需求", "优化 | 供给"][..]),
        ("改进作风、奋发图强。", &["改进 | 作风"]),
        ("发展渔业、体育事业。", &["发展 | 渔业、体育事业"]),
        ("支持渔业企业参与国际竞争、承担科研任务。", &["支持 | 渔业企业参与国际竞争、承担科研任务"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
    assert_eq!(actors("各级各类渔业学校,都要提高教学质量。"), ["各级各类渔业学校: 提高"]);
    assert_eq!(actors("各位代表,要提高教学质量。"), ["提高"]);
}

#[test]
fn what_a_topic_takes_is_no_object() {
    for (text, expected) in [
        ("推进渔港改革还需要付出努力。", &[][..]),
        ("推动渔业发展都要坚持这个立场。", &[]),
        ("实现这个目标,需要长期努力。", &[]),
        ("为建设渔港、完成规划而努力。", &[]),
        ("教育渔民事业全面发展。", &[]),
        ("推动渔民事业全面发展。", &["推动 | 渔民事业全面发展"]),
        ("为深入贯彻渔业规划,提高渔民生活水平,现提出以下意见。", &["提出 | 以下意见"]),
        ("做好渔民、船工等重点群体就业工作。", &["做好 | 渔民、船工等重点群体就业工作"]),
        ("提出推动渔业升级的意见。", &["提出 | 推动渔业升级的意见"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
    assert_eq!(actors("所有渔业企业,特别是国有渔业企业,都要提高产品质量。"), ["所有渔业企业: 提高"]);
}

#[test]
fn what_has_come_of_it_is_no_measure() {
    for (text, expected) in [
        ("扩大渔业消费成效明显。", &[][..]),
        ("整顿渔业秩序取得阶段性成果。", &[]),
        ("健全捕捞权有偿取得和使用制度。", &["健全 | 捕捞权有偿取得和使用制度"]),
        ("带领渔民取得丰收成果。", &["带领 | 渔民取得丰收成果"]),
        ("全面建设渔业现代化国家,必须发挥渔民作用。", &["发挥 | 渔民作用"]),
        ("解决渔民、船工养老保险等问题。", &["解决 | 渔民、船工养老保险等问题"]),
        ("适当控制产量,有利于协调加工业的关系,改善渔区环境。", &[]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn numbers_after_a_colon_count_the_items() {
    assert_eq!(pairs("具体措施:1.及时总结渔业经验;2.实行休渔制度。"), ["总结 | 渔业经验", "实行 | 休渔制度"]);
    assert_eq!(pairs("实行目录管理并向社会公开。"), ["实行 | 目录管理"]);
    assert_eq!(pairs("实行休渔制度以后,推动了渔业发展。"), ["推动 | 渔业发展"]);
    assert_eq!(pairs("严格依照休渔制度进行管理。"), ["进行 | 管理"]);
    assert_eq!(pairs("严格渔港风险管理。"), ["严格 | 渔港风险管理"]);
    assert_eq!(pairs("严格执行休渔制度。"), ["执行 | 休渔制度"]);
    assert!(pairs("严格规范公正文明执法。").is_empty(), "all of it tells how");
    assert_eq!(actors("渔业院校、培训机构等要将海洋教育纳入教学内容。"), ["渔业院校、培训机构: 纳入"]);
}

#[test]
fn means_and_what_is_done_with_them_are_two() {
    for (text, expected) in [
        ("利用网络平台促进渔业交流。", &["利用 | 网络平台", "促进 | 渔业交流"][..]),
        ("采取有力措施进行渔业调控。", &["采取 | 有力措施", "进行 | 渔业调控"]),
        ("采取促进渔业发展的措施。", &["采取 | 促进渔业发展的措施"]),
        ("推进渔业发展还有很多工作要做。", &[]),
        ("创造更加公平、更有活力的渔业环境。", &["创造 | 更加公平、更有活力的渔业环境"]),
        ("采取必要的补充手段。", &["采取 | 必要的补充手段"]),
        ("力争到2030年,", &[]),
        ("出台促进渔业消费、稳定水产外贸等措施。", &["出台 | 促进渔业消费、稳定水产外贸等措施"]),
        ("推动渔业规模化、捕捞作业标准化。", &["推动 | 渔业规模化", "推动 | 捕捞作业标准化"]),
        ("打造复苏之路、增长之路。", &["打造 | 复苏之路", "打造 | 增长之路"]),
        ("增强渔港防控能力、综合救治能力。", &["增强 | 渔港防控能力", "增强 | 综合救治能力"]),
        ("切实保障改善渔民生活。", &["保障改善 | 渔民生活"]),
        ("总结了有效应对风险、保持增长的重要经验。", &["总结 | 有效应对风险、保持增长的重要经验"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn after_a_topic_stands_what_shall_be_done() {
    for (text, expected) in [
        ("增加渔民收入必须加快渔业结构调整。", &["加快 | 渔业结构调整"][..]),
        ("巩固现有成果、夺取渔业丰收必须继续努力。", &[]),
        ("实现这个目标需要付出努力。", &[]),
        ("力争青川铁路、远景大厦等重大项目开工。", &["开工 | 青川铁路", "开工 | 远景大厦"]),
        ("力争青川铁路建成通车。", &["建成通车 | 青川铁路"]),
        ("发展渔区工业,就能够更快地改变渔区面貌。", &[]),
        ("争取用三年时间,建成渔港。", &["建成 | 渔港"]),
        ("改进渔港管理,对于发展渔业具有重要意义。", &[]),
        ("高举反对走私、维护安全的旗帜,推进渔港改革。", &["推进 | 渔港改革"]),
        ("压减时间,降低渔业税率。", &["压减 | 时间", "降低 | 渔业税率"]),
        ("参与渔业治理挑战难。", &[]),
        ("明确渔民必须完成的任务。", &["明确 | 渔民必须完成的任务"]),
        ("鼓励社会参与。", &["鼓励 | 社会参与"]),
        ("争取渔业资金支持。", &["争取 | 渔业资金支持"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
    assert_eq!(plain("增加渔民收入必须加快渔业结构调整。"), ["加快 | 渔业结构调整, must, planned"]);
}

#[test]
fn what_somebody_stands_for_is_no_deed() {
    for text in [
        "牢固树立渔业安全意识。",
        "树立和践行正确政绩观。",
        "坚守渔家本色。",
        "坚定渔业信心。",
        "尊重渔民意愿。",
        "反对铺张浪费。",
        "不断增强大局意识。",
        "始终保持渔家本色。",
    ] {
        assert!(pairs(text).is_empty(), "{text}");
    }
    assert_eq!(pairs("树立渔业品牌。"), ["树立 | 渔业品牌"]);
    assert_eq!(pairs("保持渔业稳定。"), ["保持 | 渔业稳定"]);
    assert_eq!(pairs("支持和尊重渔民创造。"), ["支持 | 渔民创造"]);
}

#[test]
fn nor_is_what_it_is_done_for() {
    for (text, expected) in [
        ("还要作长期努力,来实现渔业规划的要求。", &[][..]),
        ("贯彻渔业方针来进行建设。", &["贯彻 | 渔业方针"]),
        ("完成渔港投资5万元。", &["完成 | 渔港投资5万元"]),
        ("渔业正如大海,汇聚了百川。", &[]),
        ("都将有利于发展渔业。", &[]),
        ("明年将庆祝渔港成立五十周年,改善渔港环境。", &["改善 | 渔港环境"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}

#[test]
fn a_list_keeps_what_its_first_item_opens_with() {
    for (text, expected) in [
        ("确保全县渔港设备安全、消防安全。", &["确保 | 全县渔港设备安全、消防安全"][..]),
        ("发展远洋渔业经济、海岛旅游经济。", &["发展 | 远洋渔业经济", "发展 | 海岛旅游经济"]),
        ("集聚东海渔业、远港船厂等一批渔业企业。", &["集聚 | 东海渔业、远港船厂等一批渔业企业"]),
        ("赋予他们更大的经营权。", &["赋予 | 更大的经营权"]),
        ("赋予渔民更大的经营权。", &["赋予 | 渔民更大的经营权"]),
    ] {
        assert_eq!(pairs(text), expected, "{text}");
    }
}
