//! Verbs before a noun that describe it, so that they are part of its phrase: 参保|率, 成果|转化|项目.

use super::chart::{Chart, Class, is_comparison};
use super::preceding::{GOVERNED, RATIO, is_dependent, is_short, is_short_noun, joins_deeds};
use crate::lexicon::Role;

/// Whether the verb `at`, before nouns of the phrase that ends before `end`, describes them.
pub(super) fn describes(chart: &Chart, at: usize, end: usize, floor: usize) -> bool {
    // 预算规定支出为5亿元: what follows is what the text said of it. 服务项目惠及儿童9万人: whom it reached.
    let is_told = chart.slice(at) == "规定" && at + 1 < end || chart.slice(at) == "惠及";
    if is_comparison(chart.slice(at)) || is_told {
        return false;
    }
    let follows_noun = at > floor && chart.class_before(at).is_some_and(Class::is_nominal);
    if at + 1 == end {
        let names_change = follows_noun && chart.is_predicate(end);
        return chart.class(at) == Some(Class::Deed) && (names_change || is_governed(chart, at, floor));
    }
    let is_modifier = |class: Class| class.is_nominal() || class == Class::Attribute;
    let after_noun = at > floor && chart.class_before(at).is_some_and(is_modifier);
    let names_quantity = chart.names_quantity(end - 1);
    // 取暖|保障|投诉|下降: deeds in a row before a change have one name.
    let names_deeds = (at + 1..end).all(|at| chart.class(at) == Some(Class::Verb));
    if follows_noun && names_deeds && at + 1 < end && chart.class(end).is_some_and(Class::is_change) {
        return true;
    }
    if follows_noun && joins_deeds(chart, at + 1, end) {
        return true;
    }
    // 危房|改造|安置|住房: a deed behind what it is done to describes a further deed.
    let is_done_to = |deed: usize| {
        chart.class(deed) == Some(Class::Deed)
            && deed > floor
            && chart.class_before(deed).is_some_and(Class::is_head)
    };
    let precedes_deed = chart.class(at + 1).is_some_and(|class| class == Class::Verb || class == Class::Act);
    if at > floor && at + 2 == end && chart.class(at) != Some(Class::Deed) && is_done_to(at - 1)
        || precedes_deed && at + 3 == end && is_done_to(at)
    {
        return true;
    }
    let is_plain = matches!(
        chart.class(at),
        Some(Class::Verb | Class::Deed | Class::Change { takes_object: false, .. })
    );
    // 减少幅度: a change too may have a name.
    if chart.class(at).is_some_and(Class::is_change) && at + 2 == end && names_degree(chart.slice(at + 1)) {
        return true;
    }
    // 参保|率: a noun of one character needs the verb before it.
    is_plain && at + 2 == end && is_short_noun(chart, at + 1)
        // 覆盖|率, 资助|面
        || is_long_act(chart, at) && at + 2 == end && is_short_quantity(chart, at + 1)
        // 改造安置|房, 安置|房|交付: beside another verb.
        || is_long_act(chart, at) && at + 2 == end && is_short_noun(chart, at + 1)
            && (chart.class(end).is_some_and(Class::is_action)
                || at > floor && chart.class_before(at) == Some(Class::Deed))
        // 飞行|规模
        || chart.class(at) == Some(Class::Verb) && at + 2 == end && !after_noun
            && matches!(chart.slice(at + 1), "规模" | "水平") && !is_short(chart, at)
        // 物资|储备|部门 达到: a clause with another predicate.
        || is_plain && follows_noun && chart.class(at + 1).is_some_and(Class::is_nominal)
            && has_predicate(chart, end)
        // 400个、土壤|辐射|监测点: a further member of a list of nouns.
        || is_plain && follows_noun && chart.class(at + 1).is_some_and(Class::is_nominal)
            && lists_behind_figure(chart, at, floor)
        // 死亡|人数: so does a noun that says nothing by itself.
        || (chart.class(at) == Some(Class::Verb) || chart.class(at) == Some(Class::Deed) && follows_noun)
            && is_dependent(chart, at + 1, end)
        // 班列|开行|数量|增长
        || chart.class(at) == Some(Class::Act) && follows_noun
            && is_dependent(chart, at + 1, end) && has_predicate(chart, end)
        || chart.class(at) == Some(Class::Deed) && at + 2 == end
            && (names_quantity || chart.slice(at + 1) == "投资" || follows_noun && chart.names_measure(at + 1))
        || at + 2 == end && bears_deed(chart, at) && is_done_to(at)
        // 湿地|保护|修复|工程
        || at + 2 == end && bears_deed(chart, at) && at > floor && chart.class(at) == Some(Class::Deed) && is_done_to(at - 1)
        || at + 3 == end && is_done_to(at) && chart.class(at + 1) == Some(Class::Deed) && bears_deed(chart, at + 1)
        // 服务|机器人|产量 增长
        || chart.class(at) == Some(Class::Deed) && names_quantity && has_predicate(chart, end)
        // 经费补助标准: between a noun and the name of a quantity no verb governs.
        || is_plain && after_noun && names_quantity
        // 基层的管理人员: behind 的 nothing governs.
        || (is_plain || chart.class(at).is_some_and(Class::is_act))
            && chart.class_before(at) == Some(Class::De)
        // 建成社区托管机构: a clause has one governing verb.
        || chart.class(at + 1).is_some_and(|class| class.is_nominal() || class == Class::Deed && at + 2 < end)
            && is_governed(chart, at, floor)
}

/// 分别达到: whether only links stand before what became of the quantity.
pub(super) fn has_predicate(chart: &Chart, end: usize) -> bool {
    let verb = (end..end + RATIO).find(|at| chart.class(*at) != Some(Class::Link) || chart.is_predicate(*at));
    verb.is_some_and(|at| chart.is_predicate(at))
        // 从5元提高到6元
        || matches!(chart.slice(end), "从" | "由")
}

fn is_long_act(chart: &Chart, at: usize) -> bool {
    chart.class(at).is_some_and(Class::is_act) && !is_short(chart, at)
}

fn is_short_quantity(chart: &Chart, at: usize) -> bool {
    matches!(chart.slice(at), "率" | "面" | "量" | "额" | "值" | "数" | "费" | "价")
}

/// Whether only nouns part the piece `at` from a 、 with a figure before it.
fn lists_behind_figure(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let first = (floor.max(at.saturating_sub(GOVERNED))..at).rev().take_while(nominal).last();
    first
        .and_then(|first| first.checked_sub(1))
        .is_some_and(|pause| chart.class(pause) == Some(Class::Pause) && chart.follows_figure(pause))
}

fn names_degree(word: &str) -> bool {
    matches!(word, "幅度" | "速度" | "比例" | "比率")
}

/// Whether only nouns part the verb `at` from one before it that governs what is counted: 建成国家级和省级科技|创新|平台.
fn is_governed(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal =
        |at: usize| chart.class(at).is_some_and(|class| class.is_nominal() || class == Class::Attribute);
    let inside = |at: &usize| match chart.class(*at) {
        Some(Class::Link) => chart.slice(*at) == "全国",
        Some(Class::Bound { .. }) => !chart.follows_figure(*at),
        Some(Class::And) => *at > floor && nominal(*at - 1) && nominal(*at + 1),
        // 实施对口|支援|协作|项目
        Some(Class::Verb) => *at > floor && nominal(*at - 1) && !is_short(chart, *at),
        _ => nominal(*at),
    };
    let first = (floor.max(at.saturating_sub(GOVERNED))..at).rev().take_while(inside).last();
    let governor = first.and_then(|first| first.checked_sub(1));
    governor.is_some_and(|at| {
        matches!(chart.class(at), Some(Class::Gain | Class::Act | Class::Deed))
            && !chart.plays(at, Role::Draws)
    })
}

/// 成果|转化|项目, 污染|防治|项目: whether the noun behind the deed at `deed` is one that deeds describe. Whom one serves
/// or fosters is not described by that (平台|服务|企业).
fn bears_deed(chart: &Chart, deed: usize) -> bool {
    let is_bearer = matches!(
        chart.slice(deed + 1),
        "项目"
            | "工程"
            | "示范区"
            | "试点"
            | "主体"
            | "断面"
            | "专项资金"
            | "集聚区"
            | "许可证"
            | "活动"
            | "中心"
            | "研究院"
            | "合作社"
    );
    is_bearer
        || chart.slice(deed + 1) == "企业" && matches!(chart.slice(deed), "转化" | "生产" | "加工" | "建设")
}
