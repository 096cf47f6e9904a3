//! Tests of deadlines that a promise does not tell itself.

use super::*;

/// The deadlines of entries that are called so in a text of 2024.
fn due(text: &str, names: &[&str]) -> Vec<Option<String>> {
    let ledger = ledger(&[("2024-02-01", text)]);
    names
        .iter()
        .map(|name| find(&ledger, name).deadline.as_ref().and_then(|deadline| deadline.iso.clone()))
        .collect()
}

fn year(year: &str) -> Option<String> {
    Some(year.to_owned())
}

#[test]
fn a_year_that_opens_a_sentence_or_paragraph_governs_it() {
    let text = "今年，改造渔村5个，新建渔港3座。新建码头7座。\n新建灯塔9座。";
    assert_eq!(
        due(text, &["渔村", "渔港", "码头", "灯塔"]),
        [year("2024"), year("2024"), year("2024"), None]
    );
    let text = "今年，要办好渔业实事。新建渔港3座。到2030年，新建码头7座。新建灯塔9座。";
    assert_eq!(due(text, &["渔港", "码头", "灯塔"]), [year("2024"), year("2030"), year("2030")]);
    let text = "今年，新建渔港3座。从今年起，实行渔业保险，新建码头7座。今后，新建灯塔9座。";
    assert_eq!(due(text, &["渔港", "码头", "灯塔"]), [year("2024"), None, None]);
    assert_eq!(due("去年，渔业丰收。新建渔港3座。", &["渔港"]), [None]);
}

#[test]
fn a_year_in_the_heading_governs_what_is_below() {
    let text = "一、2023年工作回顾\n新建渔村5个。\n二、2024年重点工作\n（一）发展渔业。新建渔港3座。到2030年新建码头7座。青岩水库建成投用。加快建设白河大桥。";
    let found = due(text, &["渔港", "码头", "青岩水库", "白河大桥"]);
    assert_eq!(found, [year("2024"), year("2030"), year("2024"), None]);
}

#[test]
fn a_line_that_announces_tasks_governs_them_and_a_title_does_not() {
    let text = "2024年渔业民生实事\n一、提高渔民待遇。\n新建渔港3座。实施渔业三年行动，新建码头7座。三年内新建灯塔9座。";
    assert_eq!(due(text, &["渔港", "码头"]), [year("2024"), year("2024")]);
    assert_ne!(due(text, &["灯塔"]), [year("2024")]);
    assert_eq!(due("2024年渔业报告\n新建渔港3座。", &["渔港"]), [None]);
}

#[test]
fn a_time_that_is_compared_or_lasts_after_does_not_bar_the_heading() {
    let text = "二、2024年主要任务\n拟安排渔业资金5亿元，比上年增加2亿元。新建渔港3座，试行三十年承包。";
    assert_eq!(due(text, &["渔业资金", "渔港"]), [year("2024"), year("2024")]);
    let later = "二、2024年主要任务\n今后一个时期，改造渔村51个。";
    assert_eq!(due(later, &["渔村"]), [None]);
}

#[test]
fn a_year_in_its_clause_governs_a_list() {
    let text = "用好渔业机制，确保全年改造渔村51个、新建渔港8座，建成码头7座。";
    assert_eq!(due(text, &["渔村", "渔港", "码头"]), [year("2024"), year("2024"), None]);
}

#[test]
fn how_long_it_takes_is_a_year() {
    assert_eq!(due("两年内建成渔业加工体系。", &["加工体系"]), [year("2025")]);
    assert_eq!(due("争取用三年时间，解决5万户渔民的住房问题。", &["住房"]), [year("2026")]);
}

#[test]
fn the_last_year_of_a_line_governs_the_sections_after_it() {
    let text =
        "远景目标和2024年重点工作\n今后要建设渔业强县。新建码头7座。改进作风。\n一、发展渔业\n新建渔港3座。";
    assert_eq!(due(text, &["渔港", "码头"]), [year("2024"), None]);
}

#[test]
fn a_plan_period_in_the_heading_is_a_deadline_and_a_past_one_that_describes_bars_none() {
    let text =
        "二、“十五五”时期主要任务\n力争新建渔港3座。\n三、2024年重点工作\n加快改造“十三五”批复的渔村5个。";
    let found = due(text, &["渔港", "渔村"]);
    assert_eq!(found, [Some("2026/2030".to_owned()), year("2024")]);
}

#[test]
fn each_of_several_works_has_the_year_in_its_place() {
    let text = "三、2024年重点工作\n确保2027年、2028年分别建成青岩水库、白河大桥。";
    assert_eq!(due(text, &["青岩水库", "白河大桥"]), [year("2027"), year("2028")]);
}

#[test]
fn what_goes_on_towards_an_end_has_none_by_the_day_of_another_clause() {
    let named = |text: &str| {
        ledger(&[("2024-02-01", text)]).entries.iter().any(|entry| entry.name.contains("渔业制度"))
    };
    assert!(named("今年6月底前，建立渔业制度。"));
    assert!(named("今年6月底前清理渔网，建立渔业制度。"));
    assert!(!named("今年6月底前清理渔网，逐步建立渔业制度。"));
}

#[test]
fn the_time_between_a_project_and_its_end_is_its_deadline() {
    let month = |month: &str| Some(month.to_owned());
    let text =
        "青岩水库2026年底前建成投用。青白公路确保2025年底建成通车。云柳水厂开工建设，2025年6月底前建成供水。";
    assert_eq!(
        due(text, &["青岩水库", "青白公路", "云柳水厂"]),
        [month("2026-12"), month("2025-12"), month("2025-06")]
    );
    assert_eq!(due("青岩水库2023年底建成投用。", &["青岩水库"]), [None]);
}

#[test]
fn the_day_of_another_item_bars_no_year_that_it_lies_in() {
    let text = "二、2024年主要任务\n改造渔村51个；新建渔港3座，6月底前完工；新建码头7座。";
    assert_eq!(due(text, &["渔村", "码头"]), [year("2024"), year("2024")]);
    let opened = "二、2024年主要任务\n3月底前改造渔村51个；新建码头7座。";
    assert_eq!(due(opened, &["渔村", "码头"]), [year("2024-03"), year("2024")]);
    let list = "今年要办好渔业实事：新建渔港3座；6月底前改造渔村51个；新建码头7座。";
    assert_eq!(due(list, &["渔港", "渔村", "码头"]), [year("2024"), year("2024-06"), year("2024")]);
}

#[test]
fn the_year_in_which_a_stretch_ends_is_the_deadline() {
    let text = "渔业兴旺。到二〇三五年，用11年时间基本建成渔业强县。";
    assert_eq!(due(text, &["渔业强县"]), [year("2035")]);
}

#[test]
fn what_is_put_off_is_due_later() {
    let text = "青岩水厂由2023年底推迟到2024年6月底建成。白河水厂原计划2023年底建成，现推迟至2024年9月。";
    let found = due(text, &["青岩水厂", "白河水厂"]);
    assert_eq!(found, [Some("2024-06".to_owned()), Some("2024-09".to_owned())]);
    assert_eq!(due("青岩水厂推迟到2023年6月底建成。", &["青岩水厂"]), [None]);
}

#[test]
fn the_last_end_that_the_clauses_after_tell_is_the_deadline() {
    let text = "今年，改造渔村9个，5月底前全部开工，11月底前完工。新建码头7座，9月底前完成，新建渔港3座。";
    let due_in = |month: &str| Some(format!("2024-{month}"));
    assert_eq!(due(text, &["渔村", "码头"]), [due_in("11"), due_in("09")]);
    assert_eq!(due("今年，改造渔村9个，6月底前新建码头7座。", &["渔村"]), [year("2024")]);
    let railway = "青岩至白河高铁年内开工、2029年通车。云溪大道南延工程已完成工程量的65%，计划10月底前通车。";
    assert_eq!(due(railway, &["青岩至白河", "云溪大道"]), [year("2029"), due_in("10")]);
    assert_eq!(due("青岩水库、2029年通车的白河大桥开工。", &["青岩水库"]), [None]);
}

#[test]
fn a_promise_without_an_amount_has_an_entry_where_the_next_clause_says_when_it_ends() {
    let due = |text: &str, name: &str| {
        let ledger = ledger(&[("2025-03-10", text)]);
        let entry = ledger.entries.iter().find(|entry| entry.name.contains(name));
        entry.map(|entry| entry.deadline.as_ref().map(|due| due.text.clone()).unwrap_or_default())
    };
    assert_eq!(due("加快渔村改造，确保9月底前全部完工。", "渔村改造").as_deref(), Some("9月底前"));
    assert_eq!(due("加快渔村改造，确保渔民满意。", "渔村改造"), None);
    assert_eq!(due("实行渔船管理，力争9月底前全部完成。", "渔船管理"), None);
    // A deed with a day of its own is not due when the whole comes into use.
    let text = "8月底前完成渔港管网12公里铺设，10月底前通水。";
    assert_eq!(due(text, "管网").as_deref(), Some("8月底前"));
    assert_eq!(due("20个渔港改造10月底前全部完工。", "渔港改造").as_deref(), Some("10月底前"));
}

#[test]
fn to_build_well_under_a_year_is_to_end() {
    let plan = "三、2026年重点工作\n（一）渔业。建好白石水库，建设云水水库。";
    assert_eq!(due(plan, &["白石水库", "云水水库"]), [year("2026"), None]);
    assert_eq!(due("渔业。建好白石水库。", &["白石水库"]), [None]);
}

#[test]
fn what_goes_on_with_works_that_are_known_has_no_deadline() {
    let plan = |text: &str| format!("三、2026年重点工作\n（一）渔业。{text}");
    assert_eq!(due(&plan("加快建设“十四五”批复的6座渔港及航道。"), &["6座渔港"]), [None]);
    assert_eq!(due(&plan("加快建设6座渔港。"), &["6座渔港"]), [year("2026")]);
}

#[test]
fn what_another_work_is_put_off_to_is_no_deadline_of_the_one_before() {
    assert_eq!(due("青岩水厂正在装修，云柳大桥推迟至2024年9月通车。", &["青岩水厂"]), [None]);
    assert_eq!(due("青岩水厂正在装修，城北的海洋小镇推迟至2024年9月开业。", &["青岩水厂"]), [None]);
    let month = |month: &str| Some(format!("2024-{month}"));
    assert_eq!(due("青岩水厂正在装修，现推迟至2024年9月完工。", &["青岩水厂"]), [month("09")]);
    assert_eq!(due("青岩水厂正在装修，因征地推迟至2024年9月完工。", &["青岩水厂"]), [month("09")]);
    let both = "6月底前云柳大桥建成通车，9月底前青岩水厂投产。";
    assert_eq!(due(both, &["云柳大桥", "青岩水厂"]), [month("06"), month("09")]);
}

#[test]
fn a_bracket_after_the_end_hides_no_deadline() {
    let text = "改造渔村9个，11月底前全部完工（牵头单位：渔业局）。";
    assert_eq!(due(text, &["渔村"]), [Some("2024-11".to_owned())]);
    assert_eq!(due("确保10月底前青岩快速路全线通车。", &["青岩快速路"]), [Some("2024-10".to_owned())]);
}
