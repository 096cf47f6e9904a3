use super::*;
use crate::recognise::testing::{figure, with_scene};
use crate::recognise::{Evidence, Project, Time};
use crate::record::TimeKind;

/// What is read of the project that `name` names in the sentence, under these headings.
fn read(text: &str, name: &str, headings: &[&str]) -> (Option<Stage>, bool) {
    with_scene(text, |scene| {
        let start = text.find(name).unwrap();
        let detail = Detail::Project(Project::default());
        let mut candidates =
            vec![Candidate::new(start..start + name.len(), "made.up", Evidence::Certain, detail)];
        let mut thread =
            Thread { headings: headings.iter().map(|h| h.to_string()).collect(), ..Thread::default() };
        relate(scene, &mut thread, &mut candidates);
        let Detail::Project(project) = &candidates[0].detail else { unreachable!() };
        (project.stage, project.aim)
    })
}

#[test]
fn the_words_around_a_name_say_its_stage() {
    for (text, name, stage, aim) in [
        ("青川铁路建成通车", "青川铁路", Stage::Operating, false),
        ("云河水库开工建设", "云河水库", Stage::Started, false),
        ("实现云河药业园、大江美术馆等项目尽早开工建设", "大江美术馆", Stage::Started, true),
        ("推进远景总部、华阳广场等项目尽早完成供地", "远景总部", Stage::Land, true),
        ("尽快签约大江监测中心等新项目", "大江监测中心", Stage::Signed, true),
        ("加快远景大厦建设", "远景大厦", Stage::Building, false),
        ("谋划建设远景大厦", "远景大厦", Stage::Planned, false),
        ("推进青川铁路前期工作", "青川铁路", Stage::Planned, false),
        ("加快远景、华阳项目竣工投产", "华阳", Stage::Operating, true),
        ("云河水库完成投资3亿元", "云河水库", Stage::Building, false),
        ("青川铁路完成前期工作", "青川铁路", Stage::Planned, false),
        ("云河水库完成建设", "云河水库", Stage::Completed, false),
        ("云河铁路进行准备工作", "云河铁路", Stage::Planned, false),
        ("云河工程实现全线通水", "云河工程", Stage::Operating, false),
        ("将提前于年内开工建设云河水库", "云河水库", Stage::Started, true),
        ("确保云河水库如期建成", "云河水库", Stage::Completed, true),
        ("将要新建云河水库", "云河水库", Stage::Building, true),
        ("云河公路将要修建", "云河公路", Stage::Building, true),
        ("云河公路将加快建设", "云河公路", Stage::Building, false),
        ("五年内已通车的云河公路", "云河公路", Stage::Operating, false),
        ("云河博物馆、大江书院建成开放", "云河博物馆", Stage::Operating, false),
        ("做好云河工程(含青川水库)前期工作", "云河工程", Stage::Planned, false),
        ("青川铁路、云河高速开工或通车", "云河高速", Stage::Started, false),
        ("新建公路五千公里,其中主要的是云河公路", "云河公路", Stage::Building, false),
        ("云河水库投入使用或加快建设", "云河水库", Stage::Building, false),
        ("他亲自推动的云河水库开工建设", "云河水库", Stage::Started, false),
        ("推动云河水库开工建设", "云河水库", Stage::Started, true),
        ("统筹推进三项试点,开工青川铁路", "青川铁路", Stage::Started, false),
        ("推动东山水厂竣工,云河水厂开工", "云河水厂", Stage::Started, true),
        ("确保东山大桥竣工、云河隧道开工", "云河隧道", Stage::Started, true),
        ("力争东山水厂年底竣工,云河水厂上半年开工", "云河水厂", Stage::Started, true),
        ("东山水厂即将竣工,云河水厂开工", "云河水厂", Stage::Started, false),
        ("推进东山新城建设,云河水厂开工", "云河水厂", Stage::Started, false),
        ("东山产业园投产、云河产业园在建", "云河产业园", Stage::Building, false),
        ("云河水厂计划总投资3亿元,去年开工", "云河水厂", Stage::Started, false),
        ("云河水厂总投资3亿元,建成后日供水5万吨,预计今年12月底投产", "云河水厂", Stage::Operating, true),
        ("云河水厂总投资3亿元,项目建成后可供20万人用水,计划6月竣工", "云河水厂", Stage::Completed, true),
        ("云河大桥全长3公里,通车后可缩短行程20分钟,计划6月通车", "云河大桥", Stage::Operating, true),
        ("云河水厂,日供水5万吨,预计12月底投产", "云河水厂", Stage::Operating, true),
        ("云河水厂总投资3亿元,由云河水务公司建设,预计12月底投产", "云河水厂", Stage::Operating, true),
        ("云河水厂总投资3亿元,主要建设厂房2座、管网8公里,计划12月底投产", "云河水厂", Stage::Operating, true),
        ("云河水厂总投资3亿元,设取水口2处,计划12月底投产", "云河水厂", Stage::Operating, true),
        ("云河水厂总投资3亿元,项目建成后,可满足9万人用水,计划12月底投产", "云河水厂", Stage::Operating, true),
        ("批复新建云河水库工程", "云河水库工程", Stage::Planned, false),
        ("云河水厂总投资3亿元,建成投产", "云河水厂", Stage::Operating, false),
        ("已经设立青川学院", "青川学院", Stage::Completed, false),
        ("贯通青川隧道", "青川隧道", Stage::Completed, false),
        ("计划总投资8亿元的云河水厂启动建设", "云河水厂", Stage::Started, false),
        ("青川机场选址报告获批", "青川机场", Stage::Planned, false),
        ("青川船闸试通航", "青川船闸", Stage::Operating, false),
        ("青川风电场完成备案", "青川风电场", Stage::Planned, false),
        ("青川铁路完成铺轨", "青川铁路", Stage::Building, false),
        ("云河水电站全部机组投产发电", "云河水电站", Stage::Operating, false),
    ] {
        assert_eq!(read(text, name, &[]), (Some(stage), aim), "{text}");
    }
    assert_eq!(read("青川铁路全长300公里", "青川铁路", &[]), (None, false));
    assert_eq!(read("支持云河机场创建国际卫生机场", "云河机场", &[]), (None, false));
}

#[test]
fn a_time_later_than_the_document_makes_a_stage_an_aim() {
    let aim = |text: &str, time: &str, iso: &str| {
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            let says = Time { kind: TimeKind::Point, iso: Some(iso.to_owned()), says: None };
            let project = Detail::Project(Project::default());
            let mut candidates = vec![
                Candidate::new(at("云河水厂"), "made.up", Evidence::Certain, project),
                Candidate::new(at(time), "made.up", Evidence::Certain, Detail::Time(says)),
            ];
            let mut thread = Thread { date: Some("2025-01-15".to_owned()), ..Thread::default() };
            relate(scene, &mut thread, &mut candidates);
            let Detail::Project(project) = &candidates[0].detail else { unreachable!() };
            project.aim
        })
    };
    assert!(aim("云河水厂2025年9月通水", "2025年9月", "2025-09"));
    assert!(aim("云河水厂年底通水", "年底", "2024-12"));
    assert!(aim("国庆节前,云河水厂通水", "国庆节前", "2025-10-01"));
    assert!(aim("云河水厂,总投资3亿元,2025年9月通水", "2025年9月", "2025-09"));
    assert!(!aim("云河水厂,青川水厂大门2025年9月通水", "2025年9月", "2025-09"));
    assert!(!aim("云河水厂通水,青川水厂2025年9月开工", "2025年9月", "2025-09"));
    assert!(!aim("云河水厂2024年9月通水", "2024年9月", "2024-09"));
    assert!(!aim("云河水厂已通水,2025年9月扩建", "2025年9月", "2025-09"));
}

#[test]
fn a_part_that_is_done_is_no_end() {
    assert_eq!(read("云河铁路完成总工程量的70%", "云河铁路", &[]), (Some(Stage::Building), false));
    assert_eq!(read("云河铁路整体进度已完成90%", "云河铁路", &[]), (Some(Stage::Building), false));
    let long = "云河铁路全长5.2公里,目前已完成工程量的85%,计划春节前通车";
    assert_eq!(read(long, "云河铁路", &[]), (Some(Stage::Building), false));
    assert_eq!(read("云河铁路全长5.2公里,已完成建设", "云河铁路", &[]).0, Some(Stage::Completed));
    assert_eq!(read("云河铁路完成路基施工", "云河铁路", &[]), (Some(Stage::Building), false));
    assert_eq!(read("云河铁路完成建设任务的100%", "云河铁路", &[]).0, Some(Stage::Completed));
}

#[test]
fn a_leading_verb_promises_in_a_plan_and_reports_in_a_review() {
    assert_eq!(read("开工云河水库", "云河水库", &["三、2026年工作安排"]), (Some(Stage::Started), true));
    assert_eq!(read("开工云河水库", "云河水库", &["一、过去五年工作回顾"]), (Some(Stage::Started), false));
    let (review, plan) = (["一、过去五年工作回顾"], ["三、2026年工作安排"]);
    assert_eq!(read("新建云河水库", "云河水库", &review), (Some(Stage::Completed), false));
    assert_eq!(read("新建云河水库", "云河水库", &plan), (Some(Stage::Building), true));
    assert_eq!(read("推动设立云河大学", "云河大学", &plan), (Some(Stage::Building), true));
    assert_eq!(read("设立云河大学", "云河大学", &review), (Some(Stage::Completed), false));
    assert_eq!(read("推动设立云河大学", "云河大学", &review), (Some(Stage::Building), false));
    assert_eq!(read("推动建设云河大学", "云河大学", &plan), (Some(Stage::Building), false));
    assert_eq!(read("实现云河水库蓄水", "云河水库", &review), (Some(Stage::Completed), false));
    assert_eq!(read("实现云河水库蓄水", "云河水库", &plan), (Some(Stage::Completed), true));
}

#[test]
fn what_is_done_to_another_noun_is_not_done_to_the_scheme_before_it() {
    let read = |text: &str| {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            crate::recognise::project::recognise(scene, &mut candidates);
            candidates.retain(|candidate| candidate.rule == project::KNOWN);
            relate(scene, &mut Thread::default(), &mut candidates);
            let Detail::Project(project) = &candidates[0].detail else { unreachable!() };
            project.stage
        })
    };
    assert_eq!(read("推进南水北调工程水源区保护"), None);
    assert_eq!(read("圆满完成西电东送保障任务"), None);
    assert_eq!(read("推进南水北调工程建设"), Some(Stage::Building));
    assert_eq!(read("南水北调工程年底通水"), Some(Stage::Operating));
    // What a scheme carries says that it runs, a fight for it that it is built.
    assert_eq!(read("中老铁路超出预期,累计发送旅客5万人次"), Some(Stage::Operating));
    assert_eq!(read("“西电东送”累计送电量超9亿千瓦时"), Some(Stage::Operating));
    assert_eq!(read("打好“三北”工程攻坚战"), Some(Stage::Building));
    assert_eq!(read("中老铁路延长线治理;机场运送旅客5万人次"), None);
}

#[test]
fn figures_inside_the_name_and_of_its_investment_are_said_of_it() {
    let text = "远景3亿元生产线总投资5亿元,产值9亿元";
    with_scene(text, |scene| {
        let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
        let candidate = |word: &str, detail| Candidate::new(at(word), "made.up", Evidence::Certain, detail);
        let mut candidates = vec![
            candidate("远景3亿元生产线", Detail::Project(Project::default())),
            candidate("3亿元", Detail::Figure(figure())),
            candidate("5亿元", Detail::Figure(figure())),
            candidate("9亿元", Detail::Figure(figure())),
        ];
        relate(scene, &mut Thread::default(), &mut candidates);
        let Detail::Project(project) = &candidates[0].detail else { unreachable!() };
        assert_eq!(project.figures, [1, 2]);
    });
    let text = "远景产业园(总投资5亿元,占地30亩)";
    with_scene(text, |scene| {
        let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
        let figures = [(1, at("5亿元")), (2, at("30亩"))];
        assert_eq!(sizes::said_of(scene, &at("远景产业园"), &figures, &[]), [1, 2]);
    });
}

#[test]
fn an_attribute_before_the_name_is_said_of_it() {
    for (text, tied) in [
        ("总投资5亿元的云河药业园开工", true),
        ("投资约5亿元建设云河药业园", true),
        ("产值5亿元的云河药业园开工", false),
        ("总投资5亿元,云河药业园开工", false),
    ] {
        with_scene(text, |scene| {
            let at = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
            let mut candidates = vec![
                Candidate::new(at("5亿元"), "made.up", Evidence::Certain, Detail::Figure(figure())),
                Candidate::new(
                    at("云河药业园"),
                    "made.up",
                    Evidence::Certain,
                    Detail::Project(Project::default()),
                ),
            ];
            relate(scene, &mut Thread::default(), &mut candidates);
            let Detail::Project(project) = &candidates[1].detail else { unreachable!() };
            assert_eq!(!project.figures.is_empty(), tied, "{text}");
        });
    }
}

#[test]
fn what_others_grant_is_sought_until_it_is_granted() {
    let planned = |text: &str, name: &str| {
        let (stage, aim) = read(text, name, &[]);
        assert_eq!(stage, Some(Stage::Planned), "{text}");
        aim
    };
    for text in ["推动青川铁路纳规", "争取青川铁路获批", "推动青川铁路纳入国家规划", "力争青川铁路获得核准"]
    {
        assert!(planned(text, "青川铁路"), "{text}");
    }
    for text in ["青川铁路已获批", "青川铁路获批", "推动青川铁路前期工作", "青川铁路纳入规划"]
    {
        assert!(!planned(text, "青川铁路"), "{text}");
    }
}

#[test]
fn a_clause_that_is_nothing_but_a_stage_goes_on_with_what_is_told() {
    assert_eq!(read("云河水厂将要完成建设,投入生产", "云河水厂", &[]), (Some(Stage::Operating), true));
    assert_eq!(
        read("包括青川水厂、云河水厂等,将要完成建设,投入生产", "云河水厂", &[]).0,
        Some(Stage::Operating)
    );
    assert_eq!(read("云河水厂完成建设,投产青川水厂", "云河水厂", &[]).0, Some(Stage::Completed));
    assert_eq!(read("云河水厂完成建设,青川水厂投产", "云河水厂", &[]).0, Some(Stage::Completed));
}

#[test]
fn a_stage_before_the_noun_that_closes_a_list_is_that_of_its_members() {
    for (text, stage, aim) in [
        ("抓好云溯纤维、远景轴承等90个拟竣工投产项目", Stage::Operating, true),
        ("推进云溯纤维、远景轴承等9个新开工项目", Stage::Started, false),
        ("支持云溯纤维、远景轴承等已建成项目", Stage::Completed, false),
        ("推进云溯纤维、远景轴承等在建项目", Stage::Building, false),
        ("推进云溯纤维、远景轴承等在建项目竣工", Stage::Completed, true),
        ("推进云溯纤维、远景轴承等重点建设项目", Stage::Building, false),
    ] {
        assert_eq!(read(text, "远景轴承", &[]), (Some(stage), aim), "{text}");
    }
}

#[test]
fn what_was_newly_built_in_a_time_that_is_over_is_complete() {
    let stage = |text: &str| {
        let document = crate::shared().unwrap().extract(text);
        document.speeches[0].projects[0].stage
    };
    assert_eq!(stage("两年中,新建公路九千公里,其中主要的是云河公路和青川公路。"), Some(Stage::Completed));
    assert_eq!(stage("五年来新建云河公路。"), Some(Stage::Completed));
    assert_eq!(stage("今后两年中新建云河公路。"), Some(Stage::Building));
}
