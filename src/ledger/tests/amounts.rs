//! Tests of what the amounts of an entry count, and which of them count nothing to be done.

use super::*;

#[test]
fn few_things_that_are_to_grow_are_there_already() {
    let text =
        "建成5人制球场。壮大8个渔业集群。壮大300家渔业企业。2026年底前壮大7家渔具企业。培育9个渔业集群。";
    assert_eq!(names(&[("2024-02-01", text)]), ["壮大300家渔业企业", "壮大7家渔具企业", "培育9个渔业集群"]);
}

#[test]
fn amounts_are_shared_out_and_a_second_unit_is_no_thing() {
    let text =
        "今年，力争渔具、渔饵、渔船产业规模分别达3.2万亿、1.5万亿、700亿元。推动建设超90条（个）平安渔河。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let of = |name| -> Vec<_> {
        let figures = find(&ledger, name).figures.iter();
        figures
            .map(|figure| (figure.of.as_deref().unwrap_or(""), figure.unit.as_deref().unwrap_or("")))
            .collect()
    };
    assert_eq!(of("产业规模"), [("渔具产业规模", "元"), ("渔饵产业规模", "元"), ("渔船产业规模", "元")]);
    assert_eq!(of("平安渔河")[0].0, "平安渔河");
}

#[test]
fn the_country_that_only_says_which_are_meant_is_no_place() {
    let extractor = shared().unwrap();
    let text = "渔业部门要引入全国2.4万名渔业医生资源。";
    let extraction = extractor.extract_with_text(text, None);
    let ledger = extractor.ledger(&[extraction]);
    assert_eq!(find(&ledger, "医生").place, None);
}

#[test]
fn a_task_is_not_what_is_counted() {
    let text = "今年，完成7万个渔村的航道综合整治任务。完成30期渔民技能培训任务。完成25项渔业重点任务。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let of = |name| find(&ledger, name).figures[0].of.clone().unwrap_or_default();
    assert_eq!([of("渔村"), of("技能"), of("25项")], ["渔村", "渔民技能培训", "渔业重点任务"]);
}

#[test]
fn a_goal_that_was_resolved_is_no_work() {
    let text = "去年，渔业大会确定分三步走实现渔业产值翻三番的目标。去年，实现渔船减少30万艘的目标。";
    let names = names(&[("2024-02-01", text)]);
    assert!(names.iter().all(|name| !name.contains("三步")), "{names:?}");
}

#[test]
fn figures_in_a_row_count_what_stands_after_the_last() {
    let text =
        "去年，渔业服务水平提高，建成3个国家级、5个县级渔业服务中心。渔港建设稳步推进，实施4批12项渔业举措。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let of = |name| -> Vec<_> {
        find(&ledger, name).figures.iter().map(|figure| figure.of.clone().unwrap_or_default()).collect()
    };
    assert_eq!(of("服务中心"), ["国家级渔业服务中心", "县级渔业服务中心"]);
    assert_eq!(of("举措"), ["渔业举措", "渔业举措"]);
}

#[test]
fn a_noun_goes_on_to_what_is_set_up_or_listed() {
    let text = "去年，启动68项渔具、渔饵和渔网利用等渔业项目。去年，取消43项渔业资格许可和认定事项。\
        去年，设立10亿元渔业发展纵向补偿基金。去年，完成40个渔村污水治理。去年，改造危旧渔房2.6万套（户）、渔港码头31座。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let of = |name| find(&ledger, name).figures[0].of.clone().unwrap_or_default();
    assert_eq!(of("渔饵"), "渔业项目");
    assert_eq!(of("资格"), "渔业资格许可和认定事项");
    assert_eq!(of("基金"), "渔业发展纵向补偿基金");
    assert_eq!(of("污水"), "渔村");
    assert_eq!(of("渔房"), "危旧渔房");
}

#[test]
fn amounts_in_a_row_and_a_joined_head_are_read_whole() {
    let text = "今年，改造老旧渔港、码头、渔道80公里、60公里、30公里。去年，实施青岩、白河2个渔业医院改革与高质量发展示范项目，渔民受益。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let of = |name| -> Vec<_> {
        find(&ledger, name).figures.iter().map(|figure| figure.of.clone().unwrap_or_default()).collect()
    };
    assert_eq!(of("老旧渔港"), ["老旧渔港", "码头", "渔道"]);
    assert_eq!(of("示范项目"), ["渔业医院改革与高质量发展示范项目"]);
    let text = "今年，改造老旧供水、供冰、排水管网80公里、60公里、30公里。引进亿元以上渔业项目26个。引进远洋渔业项目26个。";
    let ledger = ledger_of_one(text);
    let of = |name| -> Vec<_> {
        find(&ledger, name).figures.iter().map(|figure| figure.of.clone().unwrap_or_default()).collect()
    };
    assert_eq!(of("排水"), ["老旧供水管网", "供冰管网", "排水管网"]);
    assert_eq!(of("亿元"), ["亿元以上渔业项目"]);
    assert_eq!(of("远洋"), ["远洋渔业项目"]);
    let text = "今年，中央财政安排用于“两港”和渔村的补助资金9亿元。将青斑、白鳃等15种可以通过接种预防的渔病纳入防疫规划。";
    let ledger = ledger_of_one(text);
    let of = |name| find(&ledger, name).figures[0].of.clone().unwrap_or_default();
    let text = "去年，处置批而未用渔场9万亩。发放渔民两项补贴3亿元。完成渔业文件合法性审查97件。安排9亿元灾后重建资金。\
        开展9类问题排查和治理。新建码头9座。建设9个县级渔港。完成9个渔村改造和提升。";
    let edges = ledger_of_one(text);
    let whole = |name| find(&edges, name).figures[0].of.clone().unwrap_or_default();
    assert_eq!(
        ["批而", "两项", "合法", "灾后", "排查", "码头", "县级", "渔村"].map(whole),
        [
            "批而未用渔场",
            "渔民两项补贴",
            "渔业文件合法性审查",
            "灾后重建资金",
            "问题",
            "码头",
            "县级渔港",
            "渔村"
        ]
    );
    assert_eq!([of("补助"), of("青斑")], ["用于“两港”和渔村的补助资金", "渔病"]);
}

#[test]
fn a_text_without_stops_is_told_in_part_with_each_of_its_records() {
    for text in ["新建渔港5座，".repeat(500), "加快建设青岩水库工程，".repeat(500)] {
        let ledger = ledger_of_one(&text);
        let mentions = ledger.entries.iter().flat_map(|entry| &entry.mentions);
        let longest = mentions.map(|quote| quote.sentence.chars().count()).max().unwrap();
        assert!((500..1_100).contains(&longest), "{longest}");
    }
    assert!(ledger_of_one(&"今年振兴120亿元".repeat(500)).entries.is_empty());
}

fn ledger_of_one(text: &str) -> Ledger {
    ledger(&[("2024-02-01", text)])
}

#[test]
fn how_large_those_are_that_are_counted_is_no_amount() {
    let text = "今年，建成5个百万亩渔场。发挥清溪等3个渔业试点作用。实施200个以上节能渔船改造和渔具更新项目。实施25度以上坡地退耕。处置6.4级地震。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let farms = &find(&ledger, "渔场").figures;
    assert_eq!((farms.len(), farms[0].of.as_deref()), (1, Some("渔场")));
    let more = ledger_of_one("拓展渔业的广度，今后五年实现翻两番的目标。去年，抓好8个方面渔业问题整治。");
    assert!(more.entries.iter().all(|entry| !entry.name.contains("方面")));
    assert_eq!(find(&more, "翻两番").figures[0].of, None);
    for name in ["试点作用", "坡地", "地震"] {
        assert!(ledger.entries.iter().all(|entry| !entry.name.contains(name)), "{name}");
    }
}

#[test]
fn what_those_that_are_meant_have_reached_is_no_amount() {
    let figures = |text: &str| {
        let ledger = ledger(&[("2024-02-01", text)]);
        ledger.entries.first().map_or(0, |entry| entry.figures.len())
    };
    assert_eq!(figures("今年，对渔货量达1000单以上的渔户进行补助。"), 0);
    assert_eq!(figures("今年，确保渔货产量达到5万吨以上。"), 1);
    assert_eq!(figures("去年，改造渔村旧居870套、惠及2万余户。"), 2);
}

#[test]
fn a_sum_in_a_plan_is_promised() {
    let state = |text: &str| {
        let ledger = ledger(&[("2024-02-01", text)]);
        let entry = find(&ledger, "渔业企业");
        (entry.state, entry.deadline.as_ref().and_then(|due| due.iso.clone()))
    };
    let plan = "三、2024年工作安排\n发展渔业。累计引进150家以上渔业企业。";
    assert_eq!(state(plan), (State::Promised, Some("2024".to_owned())));
    let review = "一、2023年工作回顾\n渔业兴旺。累计引进150家以上渔业企业。";
    assert_eq!(state(review).0, State::Delivered);
    let told = "三、2024年工作安排\n渔业兴旺。去年累计引进150家以上渔业企业。";
    assert_eq!(state(told).0, State::Delivered);
}

#[test]
fn a_share_that_names_a_policy_is_no_amount() {
    assert!(ledger_of_one("今年，延续执行渔业费用扣除75%政策。").entries.is_empty());
    let raised = ledger_of_one("今年，将渔业费用扣除比例提高到75%。");
    assert_eq!(raised.entries[0].figures.len(), 1);
}

#[test]
fn a_noun_before_an_amount_is_counted_and_not_those_whom_it_is_for() {
    let served = ledger_of_one("去年，为服务包渔场和服务热线拨打渔场提供服务64.8万项、增长107.2%。");
    let of: Vec<_> = served.entries[0].figures.iter().map(|figure| figure.of.as_deref()).collect();
    assert_eq!(of, [Some("服务"), Some("服务")]);
    let built = ledger_of_one("去年，建好渔港5座。");
    assert_eq!(built.entries[0].figures[0].of.as_deref(), Some("渔港"));
}

#[test]
fn a_share_that_tells_which_are_meant_is_no_amount() {
    let text = "新建渔场要安装效率不低于60%的增氧设备。配备除尘率达到99%以上的锅炉。确保95%以上的渔民都能在新校舍学习。";
    assert_eq!(names(&[("2024-02-01", text)]), ["确保95%以上的渔民都能在新校舍学习"]);
}

#[test]
fn what_is_tended_or_made_to_take_effect_is_there_already() {
    let text = "加强青岩湖等25个渔业保护区的保护和管理。推动渔业改革12条举措落地见效。推动渔业改革12条举措。推动8个渔港开工。";
    assert_eq!(names(&[("2024-02-01", text)]), ["推动渔业改革12条举措", "推动8个渔港开工"]);
}
