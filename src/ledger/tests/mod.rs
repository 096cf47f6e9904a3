mod after_task;
mod amounts;
mod columns;
mod due;
mod kept;
mod lead;
mod papers;
mod siblings;
mod stages;
mod stated;
mod task;
mod term;
mod told;
mod wording;

use super::*;
use crate::extract::shared;

const PLACE: &str = "清溪县政府工作报告\n";

/// The ledger of texts of these dates.
fn ledger(texts: &[(&str, &str)]) -> Ledger {
    let opened = texts.iter().map(|(date, text)| (*date, format!("各位代表：\n{text}")));
    ledger_of(opened.collect())
}

/// The ledger of texts of these dates, opened as they are.
fn ledger_of(texts: Vec<(&str, String)>) -> Ledger {
    let extractor = shared().unwrap();
    let texts = texts.into_iter().map(|(date, text)| (date, format!("{PLACE}{text}")));
    let extractions: Vec<_> =
        texts.map(|(date, text)| extractor.extract_with_text(text, Some(&date.parse().unwrap()))).collect();
    extractor.ledger(&extractions)
}

fn find<'l>(ledger: &'l Ledger, name: &str) -> &'l Entry {
    ledger.entries.iter().find(|entry| entry.names.iter().any(|own| own.contains(name))).unwrap()
}

const YEARS: &[(&str, &str)] = &[
    ("2023-02-01", "今年，开工建设总投资3.5亿元的青岩水库工程。谋划建设白河大桥。推进清溪科创园一期建设。"),
    ("2024-02-01", "加快青岩水库建设。清溪科创园一期建成投用，开工建设清溪科创园二期。"),
    ("2025-02-01", "去年，青岩水库工程竣工。2027年底前新建学校5所。"),
];

#[test]
fn a_project_is_one_entry_over_the_years() {
    let ledger = ledger(YEARS);
    let reservoir = find(&ledger, "青岩水库");
    assert_eq!((reservoir.state, reservoir.mentions.len()), (State::Delivered, 3));
    assert_eq!(reservoir.place.as_deref(), Some("清溪县"));
    let dates: Vec<_> = reservoir.history.iter().filter_map(|step| step.evidence.date.as_deref()).collect();
    assert_eq!(dates, ["2023-02-01", "2024-02-01", "2025-02-01"]);
    assert_eq!(reservoir.figures[0].value, Some(350_000_000.into()));
    assert!(reservoir.mentions.iter().all(|mention| mention.sentence.contains("青岩水库")));
}

#[test]
fn phases_have_entries_of_their_own_and_silence_is_dated() {
    let ledger = ledger(YEARS);
    assert_eq!(find(&ledger, "科创园一期").state, State::Delivered);
    let second = find(&ledger, "科创园二期");
    assert_ne!(second.state, State::Delivered);
    assert_eq!(second.silent_since.as_deref(), Some("2024-02-01"));
    assert_eq!(find(&ledger, "白河大桥").silent_since.as_deref(), Some("2023-02-01"));
}

#[test]
fn a_promise_with_a_deadline_is_an_entry() {
    let ledger = ledger(YEARS);
    let schools = find(&ledger, "新建学校");
    assert_eq!((schools.kind, schools.state), (EntryKind::Measure, State::Promised));
    assert_eq!(schools.deadline.as_ref().and_then(|deadline| deadline.iso.as_deref()), Some("2027-12"));
}

#[test]
fn instalments_of_one_thing_are_apart_and_kept_promises_together() {
    let ledger = ledger(&[
        ("2023-02-01", "今年，新建养老院3家。"),
        ("2024-02-01", "去年，新建养老院4家。今年，再新建养老院6家。"),
        ("2025-02-01", "今年，抓好民生、安全两个方面工作。新建、改建村卫生室8家。"),
    ]);
    let named = |name: &str| -> Vec<usize> {
        let entries = ledger.entries.iter().filter(|entry| entry.names.iter().any(|own| own.contains(name)));
        entries.map(|entry| entry.mentions.len()).collect()
    };
    assert_eq!(named("养老院"), [2, 1], "the promise of 3 was kept with 4; 6 more are another");
    assert_eq!(named("两个方面"), [0; 0]);
    assert_eq!(named("新建、改建村卫生室8家"), [1]);
}

#[test]
fn the_body_for_which_one_speaks_is_responsible() {
    let extractor = shared().unwrap();
    let text = "政府工作报告\n各位代表：\n现在，我代表国务院，向大会报告工作。\n今年，新建学校5所。";
    let extraction = extractor.extract_with_text(text, Some(&"2025-03-05".parse().unwrap()));
    let ledger = extractor.ledger(&[extraction]);
    let schools = find(&ledger, "新建学校");
    assert_eq!((schools.place.as_deref(), schools.responsible.as_deref()), (Some("全国"), Some("国务院")));
}

#[test]
fn moves_since_an_earlier_ledger_are_told() {
    let earlier = ledger(&YEARS[..2]);
    let now = ledger(YEARS).against(&earlier);
    assert_eq!(find(&now, "青岩水库").moved, Some(Move::Delivered));
    assert_eq!(find(&now, "科创园二期").moved, Some(Move::Silent));
    assert_eq!(find(&now, "白河大桥").moved, Some(Move::Same));
    assert_eq!(find(&now, "新建学校").moved, Some(Move::New));
    let later = ledger(&YEARS[2..]).against(&earlier);
    assert_eq!(find(&later, "白河大桥").moved, Some(Move::Silent));
}

#[test]
fn every_mention_of_every_document_is_in_one_entry() {
    let extractor = shared().unwrap();
    let ledger = ledger(YEARS);
    let mut projects: Vec<(String, usize)> = Vec::new();
    for (date, text) in YEARS {
        let document =
            extractor.extract_dated(&format!("{PLACE}各位代表：\n{text}"), Some(&date.parse().unwrap()));
        let spans = document.speeches.iter().flat_map(|speech| &speech.projects).map(|project| project.span);
        projects.extend(spans.map(|span| ((*date).to_owned(), span.start)));
    }
    let entries = ledger.entries.iter().filter(|entry| entry.kind == EntryKind::Project);
    let mentions = entries.flat_map(|entry| &entry.mentions);
    let mut mentions: Vec<_> =
        mentions.map(|said| (said.date.clone().unwrap_or_default(), said.span.start)).collect();
    projects.sort();
    mentions.sort();
    assert_eq!(mentions, projects);
}

#[test]
fn headings_that_count_and_prohibitions_are_no_entries() {
    let text = "（二）开展河道整治（8个）\n严禁新建养殖场5个。\n新建学校6所。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let names: Vec<_> = ledger.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["新建学校6所"]);
}

#[test]
fn the_bracket_after_a_task_tells_who_is_responsible() {
    let text = "2027年底前，建成渔业监测网络。（渔业部门牵头，各乡镇负责）\n2027年底前，新建学校6所（教育局负责）。\n2027年底前，新建医院3家（含分院）。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let responsible = |name| find(&ledger, name).responsible.clone();
    assert_eq!(responsible("监测网络").as_deref(), Some("渔业部门"));
    assert_eq!(responsible("学校").as_deref(), Some("教育局"));
    assert_eq!(responsible("医院"), None);
}

fn names(texts: &[(&str, &str)]) -> Vec<String> {
    ledger(texts).entries.into_iter().map(|entry| entry.name).collect()
}

#[test]
fn what_has_no_end_and_no_amount_is_no_entry() {
    let text = "到2030年，进一步加强基础教育。到2030年，实现良好开局。到2030年，建成智慧农业体系。2027年底前，确保受灾群众住进新房。";
    assert_eq!(names(&[("2024-02-01", text)]), ["建成智慧农业体系", "确保受灾群众住进新房"]);
}

#[test]
fn numbers_that_label_or_explain_are_no_amounts() {
    let text = "打造“五公里”就业圈。宣布9项举措。召开会议9次。打造千亿级产业链。开展老旧管网（使用20年以上的管网）专项整治。建成百亿级开发区3个。";
    assert_eq!(names(&[("2024-02-01", text)]), ["建成百亿级开发区3个"]);
}

#[test]
fn what_announces_tasks_or_comes_of_something_is_no_entry() {
    let text = "今后，推进十个方面重点任务。\n一是办好教育。坚持下去，就能团结九成以上的群众。如果增收，就需要增加5万斤粮食的供应。今年，新建公园6个。";
    assert_eq!(names(&[("2024-02-01", text)]), ["新建公园6个"]);
}

#[test]
fn what_before_the_verb_belongs_to_a_promise_is_in_its_name() {
    let text = "去年，农村新建住房5万平方米。";
    let plan = "到2030年基本完成水库改造任务。";
    let names = names(&[("2024-02-01", text), ("2024-03-01", plan)]);
    assert!(names.iter().any(|name| name == "农村新建住房5万平方米"), "{names:?}");
    assert!(names.iter().any(|name| name == "基本完成水库改造任务"), "{names:?}");
}

#[test]
fn an_item_of_a_list_is_called_and_joined_by_the_noun_of_the_list() {
    let ledger = ledger(&[
        ("2023-02-01", "今年，加快青白、云柳等高铁建设。"),
        ("2025-02-01", "去年，青白高铁建成通车。"),
    ]);
    let railway = find(&ledger, "青白");
    assert_eq!((railway.name.as_str(), railway.state), ("青白高铁", State::Delivered));
    assert_eq!(railway.mentions[0].text, "青白");
}

#[test]
fn sizes_in_a_name_are_no_figures_of_a_project() {
    let ledger = ledger(&[("2024-02-01", "去年，总投资5亿元的青岩12英寸晶圆生产线建成投产。")]);
    let units: Vec<_> =
        find(&ledger, "青岩").figures.iter().filter_map(|figure| figure.unit.as_deref()).collect();
    assert_eq!(units, ["元"]);
}

#[test]
fn of_two_stages_the_nearer_is_reached_and_without_one_nothing_is_promised() {
    let text = "去年，青岩水库、白河水库投入使用或加快建设。云溪水利枢纽工程发挥效益。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let reservoir = find(&ledger, "青岩水库");
    assert_eq!((reservoir.state, reservoir.history.len()), (State::UnderWay, 1));
    assert_eq!(find(&ledger, "云溪水利枢纽").state, State::Delivered);
}

#[test]
fn groups_and_amounts_are_responsible_for_nothing() {
    let text = "县长 李　明\n去年，企业新建厂房5座。县教育局新建学校6所。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "厂房").responsible.as_deref(), Some("李明"));
    assert_eq!(find(&ledger, "学校").responsible.as_deref(), Some("县教育局"));
}

#[test]
fn a_document_without_a_date_stands_in_the_year_of_its_words() {
    let extractor = shared().unwrap();
    let texts = [
        "各位代表：\n一、2018年工作回顾\n去年，新建养老院4家。",
        "各位代表：\n一、2017年工作回顾\n去年，农业丰收。\n二、2018年工作安排\n今年，新建养老院3家。",
    ];
    let ledger = extractor.ledger(&texts.map(|text| extractor.extract_with_text(text, None)));
    let homes = find(&ledger, "养老院3家");
    let dates: Vec<_> = homes.mentions.iter().filter_map(|mention| mention.date.as_deref()).collect();
    assert_eq!((homes.state, dates), (State::Delivered, vec!["2018", "2019"]));
}

#[test]
fn verbs_joined_before_a_list_go_with_each_of_its_objects() {
    let names = names(&[("2024-02-01", "去年，改造和新建学校23所、医院5家。")]);
    assert_eq!(names, ["改造和新建学校23所", "改造和新建医院5家"]);
}

#[test]
fn what_groups_do_is_told_with_them_and_what_stands_there_is_no_deed() {
    let text = "2027年底前，其他城市建成监测网络。去年，工业企业实现利润50亿元。去年，参加保障的劳动者达5万人。\
        青河白县控制单元等5个单元水质改善。";
    assert_eq!(names(&[("2024-02-01", text)]), ["其他城市建成监测网络"]);
}

#[test]
fn what_is_done_to_a_project_without_a_stage_says_how_far_it_is() {
    let text = "去年，继续实施“三北”防护林工程。";
    assert_eq!(find(&ledger(&[("2024-02-01", text)]), "防护林").state, State::UnderWay);
}

#[test]
fn how_hard_and_by_when_are_no_part_of_a_promise() {
    let ledger = ledger(&[
        ("2017-02-01", "力争到2035年基本实现水利现代化。努力在2030年前建成智慧渔业体系。"),
        ("2022-02-01", "确保到2035年基本实现水利现代化。确保2030年前建成智慧渔业体系。"),
        ("2024-02-01", "农业丰收。"),
    ]);
    for name in ["水利现代化", "智慧渔业"] {
        let promise = find(&ledger, name);
        assert_eq!(
            (promise.mentions.len(), promise.silent_since.as_deref()),
            (2, Some("2022-02-01")),
            "{name}"
        );
    }
    assert_eq!(ledger.entries.len(), 2);
}

#[test]
fn that_an_aim_was_reached_reports_its_promise() {
    let promised = (
        "2016-02-01",
        "到2020年，建立农村渔业保险制度。到2020年，建立渔业监测网络。到2020年，实现5万左右农业转移人口在城镇落户。到2020年，完成全县危旧校舍改造。",
    );
    let kept = (
        "2021-02-01",
        "农村渔业保险制度全面建立。确保渔业监测网络如期建立。5万农业转移人口在城镇落户目标顺利实现。全县危旧校舍改造任务接近完成。",
    );
    let ledger = ledger(&[promised, kept]);
    let settled = find(&ledger, "落户");
    assert_eq!(settled.state, State::Delivered);
    let report = settled.mentions.last().map(|mention| (mention.text.as_str(), mention.date.as_deref()));
    assert_eq!(report, Some(("5万农业转移人口在城镇落户", Some("2021-02-01"))));
    assert_ne!(find(&ledger, "校舍").state, State::Delivered);
    assert_eq!(find(&ledger, "渔业保险").state, State::Delivered);
    assert_ne!(find(&ledger, "监测网络").state, State::Delivered);
}

#[test]
fn what_later_documents_still_name_is_not_silent() {
    let ledger = ledger(&[
        ("2019-02-01", "加快黄河上游岸坡绿化工程建设。加快长江上游沙丘绿化工程建设。"),
        ("2023-02-01", "抓好黄河上中游的岸坡绿化。支持乡村沙丘绿化。"),
    ]);
    let slope = find(&ledger, "岸坡绿化");
    assert_eq!(slope.silent_since, None);
    assert_eq!(slope.mentions.last().map(|mention| mention.text.as_str()), Some("岸坡绿化"));
    assert_eq!(find(&ledger, "沙丘绿化").silent_since.as_deref(), Some("2019-02-01"));
}

#[test]
fn what_is_stopped_withstood_used_or_summed_up_is_no_entry() {
    let text = "今年，停止审批养猪场。评审组中专家人数不得少于5人。应对3轮强降雨。今年，用好两个市场。\
        打好瓦斯治理和水质整治两个攻坚战。培育一批营收过百亿元企业。2027年底前，停止使用高毒农药。\
        培育营收过十亿元企业5家。改造和新建两个水库。释放十几亿人口的消费潜力。解决5万人的用水问题。";
    let names = names(&[("2024-02-01", text)]);
    assert_eq!(
        names,
        ["停止使用高毒农药", "培育营收过十亿元企业5家", "改造和新建两个水库", "解决5万人的用水问题"]
    );
}

#[test]
fn what_is_nearly_done_is_under_way() {
    let ledger = ledger(&[("2024-02-01", "精简整编、减少编制三百个的任务接近完成。去年，减少公车五百辆。")]);
    assert_eq!(find(&ledger, "编制").state, State::UnderWay);
    assert_eq!(find(&ledger, "公车").state, State::Delivered);
    let text = "青岩水库即将建成。云柳高铁通车在即。柳林大桥建成通车，农业丰收在即。";
    let ledger = self::ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "青岩水库").state, State::UnderWay);
    assert_eq!(find(&ledger, "云柳高铁").state, State::UnderWay);
    assert_eq!(find(&ledger, "柳林大桥").state, State::Delivered);
}

#[test]
fn when_something_came_about_is_no_deadline() {
    let text = "今年，扩建三年内继续建设并已在去年通车的青白公路。三年内建成云柳铁路。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(
        find(&ledger, "青白公路").deadline.as_ref().map(|deadline| deadline.text.as_str()),
        Some("今年")
    );
    assert!(find(&ledger, "云柳铁路").deadline.is_some());
}

#[test]
fn a_named_speaker_of_any_document_is_responsible_before_who_is_represented() {
    let represented = "各位代表：\n现在，我代表县人民政府，向大会报告工作。\n今年，建设青岩水库。";
    let named = "县长 李明\n各位代表：\n今年，建设青岩水库。";
    let ledger = ledger_of(vec![("2023-03-05", represented.to_owned()), ("2024-03-05", named.to_owned())]);
    assert_eq!(find(&ledger, "青岩水库").responsible.as_deref(), Some("李明"));
}

#[test]
fn the_whole_country_may_stand_in_the_object() {
    let extractor = shared().unwrap();
    let text = "渔业方案\n2027年底前，完成全国鱼塘普查。2027年底前，完成鱼苗登记。";
    let extraction = extractor.extract_with_text(text, Some(&"2025-03-05".parse().unwrap()));
    let ledger = extractor.ledger(&[extraction]);
    assert_eq!(find(&ledger, "鱼塘普查").place.as_deref(), Some("全国"));
    assert_eq!(find(&ledger, "鱼苗登记").place, None);
}

#[test]
fn how_large_those_are_that_are_counted_is_no_amount() {
    let text = "实施亿元以上技改项目200项。引进投资2000万元以上的企业30家。安排5亿元以上资金支持企业40家。";
    let ledger = ledger(&[("2024-02-01", text)]);
    let figures = |name| -> Vec<_> {
        find(&ledger, name).figures.iter().map(|amount| amount.evidence.text.as_str()).collect()
    };
    assert_eq!(figures("技改项目"), ["200项"]);
    assert_eq!(figures("30家"), ["30家"]);
    assert_eq!(figures("5亿元"), ["5亿元"]);
    assert_eq!(figures("40家"), ["40家"]);
}

#[test]
fn what_only_says_or_points_back_is_no_entry() {
    let text = "提出四项渔业指标。提出渔港法规草案3件。参加渔业合作社的农户5万户。参加培训的渔民比例不高，把这个比例提高到5%。\
        推动一二三次产业融合发展。布局若干30万千瓦以上渔光基地。修建水坝几十座。带动渔业投资增长5%。新建渔港20座。";
    assert_eq!(names(&[("2024-02-01", text)]), ["提出渔港法规草案3件", "新建渔港20座"]);
    let age = "今年，力争渔民预期寿命达到80岁。支持渔村幼儿园招收3岁以下幼儿。";
    assert_eq!(names(&[("2024-02-01", age)]), ["力争渔民预期寿命达到80岁"]);
}

#[test]
fn a_list_tells_the_stage_of_its_items() {
    let text = "去年，有二十一个新的水利工程开工，如白河沿岸的柳林水库、云溪蓄洪工程。去年，“青电外送”第三通道、云溪铁路投运。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "云溪蓄洪").state, State::UnderWay);
    assert_eq!(find(&ledger, "青电外送").state, State::Delivered);
    let plan = "今年，开工建设青岩储能电站等项目，云柳储能电站等项目投产达效，新建变电站5座。";
    assert_eq!(find(&self::ledger(&[("2024-02-01", plan)]), "云柳储能").state, State::Promised);
}

#[test]
fn who_only_settled_somewhere_is_responsible_for_nothing() {
    let text = "县长 李明\n去年，青岩渔业大学落户清溪，新建渔业实验室3个。";
    let ledger = ledger(&[("2024-02-01", text)]);
    assert_eq!(find(&ledger, "实验室3个").responsible.as_deref(), Some("李明"));
}
