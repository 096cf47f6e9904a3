//! Tables of tasks, and labels after a task.

use super::*;

const TABLE: &str = "清溪县2025年重点任务分解表\n\
    序号\t项目名称\t建设内容及规模\t责任单位（部门）\t完成时限\t备注\n\
    1\t江滨路改造工程\t改造道路3.5公里，总投资2亿元\t县住建局、县交通局\t2025年6月底\t省级\n\
    2\t北门体育馆\t新建体育馆1座\t县文旅局\t年底前\t\n\
    3\t青岩水库扩建\t扩建水库1座\t\t长期\t\n";

/// Name, who is responsible, by when and state of each entry.
fn told(ledger: &Ledger) -> Vec<String> {
    let entries = ledger.entries.iter().map(|entry| {
        let deadline = entry.deadline.as_ref();
        let due = deadline.map(|due| format!("{} {}", due.text, due.iso.as_deref().unwrap_or("-")));
        let responsible = entry.responsible.as_deref().unwrap_or("-");
        format!("{} {responsible} {} {}", entry.name, due.as_deref().unwrap_or("-"), entry.state.name())
    });
    entries.collect()
}

fn of(date: &str, text: &str) -> Ledger {
    ledger_of(vec![(date, text.to_owned())])
}

#[test]
fn a_row_is_one_task_with_who_and_by_when() {
    let ledger = of("2025-01-20", TABLE);
    assert_eq!(
        told(&ledger),
        [
            "江滨路改造工程 县住建局、县交通局 2025年6月底 2025-06 promised",
            "北门体育馆 县文旅局 年底前 2025-12 promised",
            "青岩水库扩建 - 长期 - promised",
        ]
    );
    let first = &ledger.entries[0];
    assert_eq!((first.kind, first.place.as_deref()), (EntryKind::Project, Some("清溪县")));
    let units: Vec<_> = first.figures.iter().filter_map(|figure| figure.unit.as_deref()).collect();
    assert_eq!(units, ["公里", "元"]);
    assert_eq!(first.mentions.len(), 1);
    let mention = &first.mentions[0];
    assert!(mention.sentence.starts_with("1\t江滨路改造工程\t改造道路") && mention.text == "江滨路改造工程");
}

#[test]
fn rows_are_joined_with_what_reports_say() {
    let texts = vec![
        ("2025-01-20", TABLE.to_owned()),
        ("2026-01-20", "各位代表：\n去年，江滨路改造工程竣工。".to_owned()),
    ];
    let ledger = ledger_of(texts);
    let road = find(&ledger, "江滨路改造工程");
    assert_eq!((road.state, road.mentions.len()), (State::Delivered, 2));
    assert_eq!(road.responsible.as_deref(), Some("县住建局、县交通局"));
}

#[test]
fn a_task_may_be_what_shall_be_done_and_say_how_far_it_is() {
    let ledger = of(
        "2025-06-20",
        "任务\t牵头单位\t完成时间\t进展情况\n改造旧居15户\t住建局\t11月底\t完成投资的70%\n\
         新建公厕8座，改建公厕3座。\t城管局\t9月\t已完成\n加强渔港巡查\t〃\t全年\t\n",
    );
    assert_eq!(
        told(&ledger),
        [
            "改造旧居15户 住建局 11月底 2025-11 under_way",
            "新建公厕8座，改建公厕3座 城管局 9月 2025-09 delivered",
            "加强渔港巡查 城管局 全年 2025 promised",
        ]
    );
}

#[test]
fn rows_that_share_a_name_are_told_apart_by_their_content() {
    let ledger = of(
        "2025-01-20",
        "重点工作\t具体任务\t责任单位\n渔港建设\t新建渔港3座\t渔业局\n〃\t改建码头2座\t交通局\n",
    );
    assert_eq!(told(&ledger), ["新建渔港3座 渔业局 - promised", "改建码头2座 交通局 - promised"]);
}

#[test]
fn what_heads_the_columns_is_no_measure() {
    let document = shared().unwrap().extract(TABLE);
    let measures = document.speeches.iter().flat_map(|speech| &speech.measures);
    let objects: Vec<_> = measures.map(|measure| measure.object.text.as_str()).collect();
    assert_eq!(objects, ["道路3.5公里", "体育馆1座", "水库1座"]);
    assert_eq!(document.title.map(|title| title.text).as_deref(), Some("清溪县2025年重点任务分解表"));
}

#[test]
fn labels_after_a_task_say_who_and_by_when() {
    let ledger = of(
        "2025-01-20",
        "各位代表：\n1. 建成县文化中心。（责任单位：县文旅局；完成时限：2025年10月底）\n\
         2. 改造旧居15户。（牵头单位：县住建局；完成时限：11月底）\n\
         3. 新建学校5所。责任单位：县教育局。完成时限：2025年8月底。\n\
         4. 新建公厕8座。\n责任单位：县城管局\n完成时限：9月底前\n\
         5. 新建渔港2座。（责任单位：县渔业局）\n6. 新建码头3座。（完成时限：7月底）",
    );
    assert_eq!(
        told(&ledger),
        [
            "县文化中心 县文旅局 2025年10月底 2025-10 promised",
            "改造旧居15户 县住建局 11月底 2025-11 promised",
            "新建学校5所 县教育局 2025年8月底 2025-08 promised",
            "新建公厕8座 县城管局 9月底前 2025-09 promised",
            "新建渔港2座 县渔业局 - promised",
            "新建码头3座 - 7月底 2025-07 promised",
        ]
    );
}

#[test]
fn rows_that_share_a_name_and_have_no_content_are_called_by_it() {
    let ledger =
        of("2025-01-20", "项目名称\t责任单位\t完成时限\n石门码头\t渔业局\t6月底\n〃\t交通局\t7月底\n");
    assert_eq!(told(&ledger), ["石门码头 渔业局、交通局 7月底 2025-07 promised"]);
    let quoted: Vec<_> = ledger.entries[0].mentions.iter().map(|mention| mention.text.as_str()).collect();
    assert_eq!(quoted, ["石门码头", "〃"]);
}

#[test]
fn a_period_is_moved_on_as_a_whole() {
    let ledger = of("2025-09-10", "任务\t责任单位\t完成时限\n改造旧居15户\t住建局\t3月至6月\n");
    assert_eq!(told(&ledger), ["改造旧居15户 住建局 3月至6月 2026-03/2026-06 promised"]);
}

#[test]
fn what_a_table_of_progress_asked_for_earlier_in_its_year_is_overdue() {
    let ledger = of(
        "2025-09-10",
        "任务\t责任单位\t完成时限\t进展情况\n改造旧居15户\t住建局\t6月底\t未完成\n\
         新建公厕8座\t城管局\t〃\t已完成\n新建渔港3座\t渔业局\t10月底\t—\n",
    );
    assert_eq!(
        told(&ledger),
        [
            "改造旧居15户 住建局 6月底 2025-06 promised",
            "新建公厕8座 城管局 6月底 2025-06 delivered",
            "新建渔港3座 渔业局 10月底 2025-10 promised",
        ]
    );
}

#[test]
fn rows_that_sum_up_or_stand_below_are_no_tasks() {
    let ledger = of(
        "2025-01-20",
        "序号\t项目名称\t总投资\t责任单位\t完成时限\n1\t石门码头\t3亿元\t—\t/\n\
         合计\t\t3亿元\t\t\n2\t总计\t3亿元\t\t\n填表人：李明\t\t审核人：王强\t\t\n备注：本表\t一式两份\t\t\t\n",
    );
    assert_eq!(told(&ledger), ["石门码头 - - promised"]);
}

#[test]
fn a_table_of_progress_says_what_is_done_in_its_own_words() {
    let ledger = of(
        "2025-06-20",
        "工作任务\t责任单位\t完成时限\t6月进展\n建立渔港巡查机制\t渔业局\t2025.3\t机制已建立\n\
         新建公厕8座\t城管局\t5月底\t8座全部建成\n新增泊位500个\t交通局\t5月底\t新增520个\n\
         修复堤防8公里\t水利局\t5月底\t修复5公里\n改造旧居15户\t住建局\t5月底\t15户全部开工\n\
         新建码头4座\t渔业局\t5月底\t计划新建4座\n",
    );
    assert_eq!(
        told(&ledger),
        [
            "建立渔港巡查机制 渔业局 2025.3 2025-03 delivered",
            "新建公厕8座 城管局 5月底 2025-05 delivered",
            "新增泊位500个 交通局 5月底 2025-05 delivered",
            "修复堤防8公里 水利局 5月底 2025-05 under_way",
            "改造旧居15户 住建局 5月底 2025-05 under_way",
            "新建码头4座 渔业局 5月底 2025-05 under_way",
        ]
    );
    let shares = ledger.entries.iter().map(|entry| entry.fulfilment.map(|share| share.to_string()));
    let shares: Vec<_> = shares.map(Option::unwrap_or_default).collect();
    assert_eq!(shares, ["", "1", "1.04", "0.625", "", ""]);
}

#[test]
fn what_is_struck_off_is_done() {
    let ledger = of(
        "2025-06-20",
        "存在问题\t整改责任单位\t整改时限\t整改情况\t是否销号\n渔港污水直排\t渔业局\t3月底\t管网已接通\t是\n\
         路灯不亮\t住建局\t3月底\t正在更换\t否\n",
    );
    assert_eq!(
        told(&ledger),
        ["渔港污水直排 渔业局 3月底 2025-03 delivered", "路灯不亮 住建局 3月底 2025-03 under_way"]
    );
}

#[test]
fn a_table_may_head_its_tasks_by_other_words() {
    for heading in ["议定事项\t责任单位", "建设任务\t办理单位", "改造措施\t养护部门"]
    {
        let rows = format!("{heading}\t完成时限\t落实情况\n修复堤防8公里\t水利局\t5月底\t修复5公里\n");
        assert_eq!(
            told(&of("2025-06-20", &rows)),
            ["修复堤防8公里 水利局 5月底 2025-05 under_way"],
            "{heading}"
        );
    }
    let faults = "存在问题\t整改措施\t牵头单位\t整改时限\t整改情况\n渔港污水直排\t接通管网3公里\t渔业局\t5月底\t停工\n";
    assert_eq!(told(&of("2025-06-20", faults)), ["接通管网3公里 渔业局 5月底 2025-05 stopped"]);
}

#[test]
fn what_was_done_so_far_counts_before_what_was_done_in_a_month() {
    let ledger = of(
        "2025-09-10",
        "工作任务\t责任单位\t完成时限\t8月完成情况\t累计完成\t完成率\n新建公厕8座\t城管局\t年底\t1座\t6座\t75%\n\
         修复堤防8公里\t水利局\t年底\t2公里\t8公里\t100%\n",
    );
    assert_eq!(
        told(&ledger),
        ["新建公厕8座 城管局 年底 2025-12 under_way", "修复堤防8公里 水利局 年底 2025-12 delivered"]
    );
    assert_eq!(ledger.entries[0].fulfilment.map(|share| share.to_string()).as_deref(), Some("0.75"));
}

#[test]
fn a_bracket_says_who_and_by_when() {
    let ledger = of(
        "2025-01-20",
        "各位代表：\n1. 改造旧居15户。（住建局牵头，6月底前完成）\n2. 新建公厕8座。[城管局负责，9月底前]\n\
         3. 新建学校5所。（教育局牵头）\n4. 新建渔港2座。（2024年底前建成1座）",
    );
    assert_eq!(
        told(&ledger),
        [
            "改造旧居15户 住建局 6月底前 2025-06 promised",
            "新建公厕8座 城管局 9月底前 2025-09 promised",
            "新建学校5所 教育局 - promised",
            "新建渔港2座 - - promised",
        ]
    );
}

#[test]
fn a_cell_that_is_a_name_is_called_by_all_of_it() {
    let table = "序号\t工作任务\t责任单位\n1\t白水河综合治理工程\t水利局\n2\t力争改造渔港\t渔业局\n3\t6月底前完成渔港改造\t渔业局\n";
    let names: Vec<_> = of("2025-01-20", table).entries.into_iter().map(|entry| entry.name).collect();
    assert!(names.contains(&"白水河综合治理工程".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("6月")), "{names:?}");
}
