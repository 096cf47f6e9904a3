//! The words that say what is planned, and words for plans that say nothing.

use super::super::chart::{Chart, Class};
use super::{MAX_START_PIECES, is_compared};

/// Whether the word follows a time that something is compared with: 比1980年|预计, 比1980年的|预计|数.
pub(super) fn follows_base(chart: &Chart, at: usize) -> bool {
    let of = usize::from(chart.class_before(at) == Some(Class::De));
    let time = at.checked_sub(1 + of);
    time.is_some_and(|time| matches!(chart.class(time), Some(Class::Time(_))) && is_compared(chart, time))
}

/// Whether something is only measured by the plan: 完成年计划的90%, 完成计划90%, 比原计划多5%, 等于计划规定的投资的三分之一.
pub(super) fn is_base_plan(chart: &Chart, at: usize) -> bool {
    let is_plan = chart.slice(at).ends_with("计划") || chart.slice(at) == "原定";
    let follows = |words: &[&str]| at > 0 && words.contains(&chart.slice(at - 1));
    let describes = matches!(chart.class(at + 1), Some(Class::De | Class::Comma));
    // Most words are found to be no plans before anything around them is looked at.
    let lays_down = describes && chart.slice(at).ends_with("规定");
    if !(is_plan || lays_down) {
        return false;
    }
    if is_plan && (describes || follows(&["年", "年度", "完成", "总"])) {
        return true;
    }
    let within = |at: &usize| {
        matches!(chart.class(*at), Some(Class::Time(_) | Class::De | Class::Link)) && !chart.compares(*at)
            || chart.class(*at).is_some_and(Class::is_nominal)
    };
    let first = (at.saturating_sub(MAX_START_PIECES)..at).rev().take_while(within).last().unwrap_or(at);
    let before = first.checked_sub(1).map_or("", |before| chart.slice(before));
    first > 0
        && (chart.compares(first - 1) || before.ends_with('于') || matches!(before, "完成" | "超额完成"))
}

/// Whether 将 stands, as 把 does, before what something is done to, and says nothing: 将9个单位合并, 将标准提高到.
pub(super) fn takes_object(chart: &Chart, at: usize) -> bool {
    let is_object = |class: Class| class.is_head() || matches!(class, Class::Figure(_) | Class::OpenQuote);
    chart.slice(at) == "将" && chart.class(at + 1).is_some_and(is_object)
}

/// Whether the word tells that a plan lays something down, which holds for all that its sentence lists:
/// 产量计划达到9万吨;棉花6万担; 五年计划规定,…; not where it describes something (比计划规定的多).
pub(in crate::relate::figure) fn lays_down(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    // Most words are found to be none of these before anything around them is looked at.
    if !word.ends_with(['划', '定', '求', '为']) {
        return false;
    }
    match word {
        _ if chart.class(at + 1) == Some(Class::De) || is_base_plan(chart, at) => false,
        "计划" => chart.is_predicate(at + 1) || chart.slice(at + 1) == "为",
        "规定" => (at.saturating_sub(2)..at)
            .any(|at| ["计划", "草案", "纲要"].iter().any(|plan| chart.slice(at).ends_with(plan))),
        "拟定为" => true,
        word => chart.lexicon.phrases.laid_down.end(word),
    }
}

/// Whether the word foresees something, which goes on through the sentence, even in a review: 预计比上年,…,
/// 将增加到9万台,棉花达到. 将 that opens no quantity stands for 把.
pub(super) fn foresees(chart: &Chart, at: usize) -> bool {
    match chart.slice(at) {
        "预计" | "力争" | "争取" => true,
        // 计划规定产值增长5%,达到9亿元
        word if word.ends_with("规定") => chart.class(at + 1) != Some(Class::De),
        "将" | "预期" => chart.is_predicate(at + 1),
        _ => false,
    }
}
