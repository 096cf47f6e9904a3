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
