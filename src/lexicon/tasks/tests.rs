use super::*;

#[test]
fn headings_may_say_more_in_brackets_and_before() {
    let words = TaskWords::load().unwrap();
    assert_eq!(words.column("责任单位（部门）"), Some(TaskColumn::Responsible));
    assert_eq!(words.column("完成 时限"), Some(TaskColumn::Due));
    assert_eq!(words.column("2025年度建设内容"), Some(TaskColumn::Content));
    for (heading, column) in [
        ("6月进展", TaskColumn::Month),
        ("6月份工作进展", TaskColumn::Month),
        ("当月完成", TaskColumn::Month),
        ("8月完成情况", TaskColumn::Month),
        ("累计完成", TaskColumn::Progress),
        ("截至8月完成情况", TaskColumn::Progress),
        ("1-8月完成情况", TaskColumn::Progress),
        ("议定事项", TaskColumn::Task),
        ("交办事项", TaskColumn::Task),
        ("建设任务", TaskColumn::Task),
        ("改造措施", TaskColumn::Task),
        ("建议内容", TaskColumn::Content),
        ("办理单位", TaskColumn::Responsible),
        ("养护部门", TaskColumn::Responsible),
        ("督办领导", TaskColumn::Person),
        ("完成率", TaskColumn::Closed),
        ("整改进展", TaskColumn::Progress),
        ("整改落实情况", TaskColumn::Progress),
        ("完成情况及存在问题", TaskColumn::Progress),
        ("进展情况说明", TaskColumn::Progress),
        ("建设起止年限", TaskColumn::Due),
        ("整改完成时限", TaskColumn::Due),
        ("是否销号", TaskColumn::Closed),
        ("销号情况", TaskColumn::Closed),
        ("存在问题", TaskColumn::Content),
        ("整改措施", TaskColumn::Task),
        ("业主", TaskColumn::Responsible),
        ("项目法人（业主）", TaskColumn::Responsible),
        ("工期", TaskColumn::Due),
        ("建设周期", TaskColumn::Due),
        ("实事名称", TaskColumn::Task),
        ("2031年建设目标", TaskColumn::Goal),
        ("下一步计划", TaskColumn::Goal),
        ("建设性质", TaskColumn::Nature),
        ("目标值", TaskColumn::Amount),
        ("计量单位", TaskColumn::Unit),
    ] {
        assert_eq!(words.column(heading), Some(column), "{heading}");
    }
    for none in [
        "进展缓慢原因",
        "使用年限",
        "质保期限",
        "联系情况",
        "情况说明",
        "",
        "备注",
        "责任单位要按时完成各项任务并报送进展情况说明",
        "新项目",
    ] {
        assert_eq!(words.column(none), None, "{none}");
    }
}

#[test]
fn cells_may_say_nothing_or_sum_up() {
    let words = TaskWords::load().unwrap();
    assert!(["", " — ", "-", "/"].iter().all(|cell| words.is_nothing(cell)));
    assert!(["合 计", "小计：", "填表人：李明", "备注：本表"].iter().all(|cell| words.is_no_task(cell)));
    assert!(!["合计广场", "备注系统", "说明书"].iter().any(|cell| words.is_no_task(cell)));
}

#[test]
fn what_goes_on_or_is_prepared_is_called_so() {
    let words = TaskWords::load().unwrap();
    for (called, state) in [
        ("续建", Some(TaskState::Begun)),
        ("一、在建项目（3个）", Some(TaskState::Begun)),
        ("前期", Some(TaskState::Idle)),
        ("三、谋划储备项目", Some(TaskState::Idle)),
        ("新建", None),
        ("续建及新开工项目", None),
        ("续建和前期项目", None),
        ("扩建", None),
    ] {
        assert_eq!(words.nature(called), state, "{called}");
    }
}

#[test]
fn a_label_opens_what_it_stands_in() {
    let words = TaskWords::load().unwrap();
    assert_eq!(words.label("。责任单位"), Some(("。".len(), TaskColumn::Responsible)));
    assert_eq!(words.label("完成时限"), Some((0, TaskColumn::Due)));
    assert_eq!(words.label("落实责任单位"), None);
    assert_eq!(words.label("说"), None);
}

#[test]
fn cells_say_how_far_a_task_is() {
    let words = TaskWords::load().unwrap();
    assert_eq!(words.state("已完成。"), Some(TaskState::Done));
    assert_eq!(words.state("完成投资的70%"), Some(TaskState::Begun));
    assert_eq!(words.state("尚未开工"), Some(TaskState::Idle));
    assert_eq!(words.state("因资金问题暂缓，另行安排"), Some(TaskState::Stopped));
    assert_eq!(words.state(" "), None);
    for (cell, state) in [
        ("已完成80%，尚未验收", TaskState::Begun),
        ("已完工，暂未发现质量问题", TaskState::Begun),
        ("已完成80%", TaskState::Begun),
        ("√", TaskState::Done),
        ("提前完成", TaskState::Done),
        ("进度滞后", TaskState::Begun),
        ("目前尚未开工", TaskState::Idle),
    ] {
        assert_eq!(words.state(cell), Some(state), "{cell}");
    }
    assert!(["是", "√", "已销号。", "已完成", "100%"].iter().all(|cell| words.is_closed(cell)));
    assert!(!["否", "未销号", "", "是否", "85%"].iter().any(|cell| words.is_closed(cell)));
    assert!(words.is_ditto(" 同上 ") && !words.is_ditto("渔业局"));
}
