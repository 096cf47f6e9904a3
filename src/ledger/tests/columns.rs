//! Columns of a table of tasks: money, progress, times.

use super::*;

/// Value, unit and noun of the figures of an entry.
fn figures(entry: &Entry) -> Vec<String> {
    let figure = |figure: &Amount| {
        let value = figure.value.map(|value| value.to_string()).unwrap_or_default();
        let unit = figure.unit.as_deref().unwrap_or_default();
        format!("{value}{unit} {}", figure.of.as_deref().unwrap_or("-"))
    };
    entry.figures.iter().map(figure).collect()
}

fn of(text: &str) -> Ledger {
    ledger_of(vec![("2026-03-16", text.to_owned())])
}

#[test]
fn a_heading_names_the_unit_of_its_numbers_and_what_they_are_of() {
    let rows = "青岩水库扩建\t18,600\t4500\t水利局\t2027年\n云柳大桥\t9600\t—\t交通局\t2026年\n";
    let headed = "项目名称\t总投资（万元）\t2026年计划投资（万元）\t责任单位\t完成时限\n";
    let above = "单位：万元\n项目名称\t总投资\t2026年计划投资\t责任单位\t完成时限\n";
    for heading in
        [headed, above, "柳湾项目表 单位：万元\n项目名称\t总投资\t2026年计划投资\t责任单位\t完成时限\n"]
    {
        let ledger = of(&format!("{heading}{rows}"));
        let water = figures(&ledger.entries[0]);
        assert_eq!(water, ["186000000元 总投资", "45000000元 2026年计划投资"], "{heading}");
        assert_eq!(figures(&ledger.entries[1]), ["96000000元 总投资"], "{heading}");
    }
}

#[test]
fn cells_with_units_are_of_what_their_heading_says() {
    let ledger = of("项目名称\t建设内容\t总投资\t年度投资\t长度（公里）\t占比\t责任单位\t完成时限\n\
         云柳大桥\t修建2座引桥\t4.2亿元\t1.6亿元\t3.5\t7\t交通局\t2026年\n");
    assert_eq!(
        figures(&ledger.entries[0]),
        ["2座 引桥", "420000000元 总投资", "160000000元 年度投资", "3.5公里 长度"]
    );
}

#[test]
fn how_much_of_the_money_is_spent_says_nothing_of_the_work() {
    let ledger = of("项目名称\t年度计划投资（万元）\t完成投资（万元）\t完成率\t形象进度\t责任单位\n\
         云柳大桥\t500\t500\t100%\t桩基施工\t交通局\n青岩码头\t80\t80\t100%\t已建成投用\t渔业局\n");
    let states: Vec<State> = ledger.entries.iter().map(|entry| entry.state).collect();
    assert_eq!(states, [State::UnderWay, State::Delivered]);
    let works = of("工作任务\t完成情况\t完成率\t责任单位\n新建公厕8座\t施工\t100%\t城管局\n");
    assert_eq!(works.entries[0].state, State::Delivered);
}

#[test]
fn a_deadline_may_be_written_as_a_bare_time() {
    for (cell, iso) in
        [("2026", "2026"), ("2026-10", "2026-10"), ("20261031", "2026-10-31"), ("2026-2028", "2026/2028")]
    {
        let ledger = of(&format!("项目名称\t责任单位\t完成时限\n云柳大桥\t交通局\t{cell}\n"));
        let deadline = ledger.entries[0].deadline.as_ref().and_then(|due| due.iso.as_deref());
        assert_eq!(deadline, Some(iso), "{cell}");
    }
}

/// Name, state, who is responsible, deadline and figures of each entry.
fn told(ledger: &Ledger) -> Vec<String> {
    let entries = ledger.entries.iter().map(|entry| {
        let due = entry.deadline.as_ref().and_then(|due| due.iso.as_deref()).unwrap_or("-");
        let responsible = entry.responsible.as_deref().unwrap_or("-");
        format!("{} {} {responsible} {due} {}", entry.name, entry.state.name(), figures(entry).join(","))
    });
    entries.collect()
}

#[test]
fn tables_of_works_may_have_other_headings() {
    for (table, expected) in [
        (
            "项目名称\t建设内容\t投资\t工期\t业主\n云柳大桥\t全长460米\t9600万元\t2026\t交投公司\n",
            "云柳大桥 promised 交投公司 2026 460米 全长,96000000元 投资",
        ),
        (
            "项目名称\t项目法人\t责任单位\t竣工时间\n云柳大桥\t交投公司\t交通局\t2026年12月\n",
            "云柳大桥 promised 交通局 2026-12 ",
        ),
        ("序号\t项目\t状态\t进度\n1\t云柳大桥\t完工\t100%\n", "云柳大桥 delivered - - "),
        ("序号\t项目\t形象进度\n1\t云柳大桥\t桩基施工\n", "云柳大桥 under_way - - "),
        (
            "实事名称\t目标值\t单位\t完成时限\t牵头单位\n新增渔港泊位\t1200\t个\t8月底\t渔业局\n",
            "新增渔港泊位 promised 渔业局 2026-08 1200个 新增渔港泊位",
        ),
    ] {
        assert_eq!(told(&of(table)), [expected], "{table}");
    }
    assert_eq!(told(&of("项目\t进度\n云柳大桥\t45%\n")), [""; 0]);
}

#[test]
fn what_goes_on_is_under_way_and_what_is_prepared_is_not() {
    let ledger = of("项目名称\t建设性质\t责任单位\t完成时限\n云柳大桥\t续建\t交通局\t2026年\n\
         青岩码头\t前期\t渔业局\t2027年\n柳湾水厂\t新建\t水利局\t2026年\n");
    let states: Vec<State> = ledger.entries.iter().map(|entry| entry.state).collect();
    assert_eq!(states, [State::UnderWay, State::Promised, State::Promised]);
    for blanks in ["", "\t\t"] {
        let ledger = of(&format!(
            "项目名称\t责任单位\t完成时限\n一、续建项目（1个）{blanks}\n云柳大桥\t交通局\t2026年\n\
             二、新开工项目（1个）{blanks}\n青岩码头\t渔业局\t2027年\n"
        ));
        let states: Vec<State> = ledger.entries.iter().map(|entry| entry.state).collect();
        assert_eq!(states, [State::UnderWay, State::Promised], "{blanks:?}");
    }
}

#[test]
fn a_column_says_of_works_how_far_they_are_in_numbers_days_and_stages() {
    let states = |table: &str| of(table).entries.iter().map(|entry| entry.state).collect::<Vec<_>>();
    use State::{Delivered, Promised, Stopped, UnderWay};
    let numbers = "项目名称\t形象进度（%）\t责任单位\t备注\n云柳大桥\t100\t交通局\t\n青岩码头\t0\t渔业局\t\n\
                   柳湾水厂\t65\t水利局\t\n白河水厂\t5\t水利局\t暂停施工\n";
    assert_eq!(states(numbers), [Delivered, Promised, UnderWay, Stopped]);
    let days = "项目名称\t建设内容\t计划竣工日期\t实际竣工日期\t备注\n云柳大桥\t桥\t2025-08-30\t2025-08-12\t\n\
                青岩码头\t港\t2026年6月\t\t未开工\n";
    assert_eq!(states(days), [Delivered, Promised]);
    assert_eq!(of(days).entries[1].deadline.as_ref().and_then(|due| due.iso.as_deref()), Some("2026-06"));
    let stages = "项目名称\t进展情况\t责任单位\n云柳大桥\t投资方退出\t交通局\n青岩码头\t计划10月开工\t渔业局\n\
                  柳湾水厂\t洽谈\t水利局\n白河水厂\t正在办理前期手续\t水利局\n云柳公路\t9月底完工\t交通局\n\
                  青岩医院\t已投产达效\t卫健局\n";
    assert_eq!(states(stages), [Stopped, Promised, Promised, Promised, UnderWay, Delivered]);
    assert_eq!(of(stages).entries[4].deadline.as_ref().and_then(|due| due.iso.as_deref()), Some("2026-09"));
    let begun = "项目名称\t总投资\t是否开工\n云柳大桥\t3亿元\t是\n青岩码头\t2亿元\t否\n";
    assert_eq!(states(begun), [UnderWay, Promised]);
}

#[test]
fn the_next_steps_say_by_when() {
    for (years, goal, due) in [
        ("2025-2027", "6月底前竣工", "2026-06"),
        ("2025-2027", "2月底前竣工", "2026-02"),
        ("2025-2027", "3月开工，年底建成投用", "2026-12"),
        ("2025-2027", "建成通车", "2026"),
        ("2025-2027", "3月开工，年底主体完工", "2025/2027"),
        ("2025-2027", "大坝填筑至高程120米", "2025/2027"),
        ("", "12月底前合龙", "2026-12"),
        ("", "6月开工", "-"),
    ] {
        let ledger =
            of(&format!("项目名称\t建设年限\t2026年建设目标\t责任单位\n云柳大桥\t{years}\t{goal}\t交通局\n"));
        assert_eq!(told(&ledger), [format!("云柳大桥 promised 交通局 {due} ")], "{goal}");
    }
}
