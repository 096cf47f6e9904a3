//! What each piece to the left of a noun phrase does for it.

use std::ops::Range;

use super::{
    clause_before_de, compares_within, has_share, is_dependent, is_each, is_first, is_limit, is_place_of,
    joins_deeds, joins_named_deed, joins_noun, lays_down, parts, relates, sums,
};
use crate::relate::figure::chart::{Chart, Class};
use crate::relate::figure::describing::{describes, has_own, has_predicate, relates_whole, spends};
use crate::relate::figure::list::list_before;
use crate::relate::figure::whole::{averaged, counts_inside, whole_of_ratio};

/// What a piece does for the noun phrase that it stands before.
enum Step {
    /// It is part of the phrase.
    Part,
    /// So are all pieces from this index on.
    From(usize),
    /// The phrase starts at this index.
    Starts(usize),
}

/// The index at which the phrase that ends before `end` starts, by what each piece before it does.
pub(super) fn leftmost(chart: &Chart, end: usize, floor: usize) -> usize {
    let mut start = end;
    let mut before_pause = None;
    while start > floor && chart.class_before(start) == Some(Class::Verb) {
        start -= 1;
    }
    while start > floor {
        match step(chart, start..end, floor, &mut before_pause) {
            Step::Part => start -= 1,
            Step::From(first) => start = first,
            Step::Starts(first) => return first,
        }
    }
    start
}

/// What the piece before a phrase does for it. `before_pause` is the start of the phrase to the right of the
/// first 、 that it goes over.
fn step(chart: &Chart, phrase: Range<usize>, floor: usize, before_pause: &mut Option<usize>) -> Step {
    let Range { start, end } = phrase.clone();
    let at = start - 1;
    let class = chart.pieces[at].class;
    let follows_nominal = at > floor && chart.class_before(at).is_some_and(Class::is_nominal);
    if start < end && ends_before(chart, at) {
        return Step::Starts(start);
    }
    if names_part(chart, phrase.clone(), floor) || relates_part(chart, phrase.clone(), floor) {
        return Step::Part;
    }
    match class {
        Class::De if averaged(chart, at, floor).is_some() => {
            Step::From(averaged(chart, at, floor).unwrap_or(at))
        }
        _ if ties_noun(chart, at, end, follows_nominal) => Step::Part,
        Class::De | Class::Link if is_whole_of_ratio(chart, at, end, floor) => {
            let within = whole_of_ratio(chart, at, floor).unwrap_or(at);
            if within == floor || !chart.class_before(within).is_some_and(Class::is_nominal) {
                return Step::Starts(within + 1);
            }
            Step::From(within)
        }
        // 预算支出(扣除补助的部分): the parenthesis only explains.
        Class::Other if start < end && chart.opening(at).is_some_and(|open| open > floor) => {
            Step::From(chart.opening(at).unwrap_or(at))
        }
        Class::Pause | Class::And if joins_deeds(chart, at, end) => Step::Part,
        // 规模以上企业, 限额以下的企业: the limit that describes has no figure.
        Class::Bound { .. } if follows_nominal && !chart.follows_figure(at) => Step::Part,
        Class::And if follows_nominal => Step::Part,
        // 顺差同生产总值的比率.
        Class::Other if follows_nominal && chart.slice(at) == "同" && chart.names_ratio(end - 1) => {
            Step::Part
        }
        Class::Link if is_each(chart.slice(at)) && parts(chart.class_before(at)) => Step::Part,
        Class::Pause if follows_nominal => {
            before_pause.get_or_insert(start);
            Step::Part
        }
        Class::Figure(_) if start < end && counts_inside(chart, at, end, floor) => Step::Part,
        Class::Figure(_) | Class::Bound { .. } => Step::Starts(before_pause.unwrap_or(start)),
        _ => {
            let clause = clause_before_de(chart, start..end, floor);
            Step::Starts(clause.map_or(start, |clause| list_before(chart, clause, floor)))
        }
    }
}

/// Whether no noun phrase goes over the piece.
fn ends_before(chart: &Chart, at: usize) -> bool {
    // 西部首个|渔业产值超过3亿元的城市: what is the first stands after it.
    is_first(chart, at)
        // 公司|现有|员工: the phrase names what there is, not who has it.
        || has_own(chart, at)
        // 五年计划|规定|产值增长5%: the plan is no part of what it lays down.
        || chart.pieces[at].class.is_nominal() && lays_down(chart, at)
}

/// Whether the piece before a phrase names what it is of, or describes it.
fn names_part(chart: &Chart, phrase: Range<usize>, floor: usize) -> bool {
    let Range { start, end } = phrase;
    let at = start - 1;
    let class = chart.pieces[at].class;
    let is_inside = start < end;
    match class {
        Class::Share => true,
        Class::Attribute if is_inside => true,
        Class::Link if is_dependent(chart, start, end) => true,
        // 在|鄂|企业, 在|学|人数: a noun of one character needs the preposition before it.
        Class::Other | Class::Link if is_inside && is_place_of(chart, at) => true,
        Class::Other => is_inside && spends(chart, at, end),
        // 货物|和|服务|进出口: a deed joined to a noun is a noun.
        Class::Deed if is_inside && joins_noun(chart, at, floor) => true,
        _ => {
            class.is_nominal()
                || class.is_action()
                    && (describes(chart, at, end, floor)
                        // 资格许可|和|认定|事项: nor does a deed joined to the name of a deed govern.
                        || is_inside && joins_named_deed(chart, at, floor))
        }
    }
}

/// Whether the piece before a phrase says to what that stands in a ratio or relation, or that more of it
/// came.
fn relates_part(chart: &Chart, phrase: Range<usize>, floor: usize) -> bool {
    let Range { start, end } = phrase;
    let at = start - 1;
    let class = chart.pieces[at].class;
    let is_inside = start < end;
    let follows_nominal = at > floor && chart.class_before(at).is_some_and(Class::is_nominal);
    let is_ratio = || chart.names_ratio(end - 1);
    // 面积占新建建筑比重: a ratio has two members.
    if (class.is_act() || class == Class::Link) && is_ratio() && has_share(chart, at, floor) {
        return true;
    }
    let relates = match class {
        // 甲、乙、丙合计产值; 专业与|全市|产业|匹配度.
        Class::Link => {
            let sums_up =
                chart.slice(at) == "合计" || chart.slice(at) == "累计" && chart.names_quantity(start);
            follows_nominal && start + 1 == end && sums_up
                || is_inside && follows_nominal && sums(chart, at + 1, floor)
                || is_inside && relates_whole(chart, at, end)
        }
        // 服务业|对|经济增长|贡献率: a relation has two sides; 在|全国|占比.
        Class::Other => is_inside && (relates(chart, at, end) || chart.slice(at) == "在" && is_ratio()),
        // 残疾人|新增|就业
        Class::Gain => {
            (follows_nominal || sums(chart, at, floor)) && at + 2 == end && chart.names_measure(at + 1)
        }
        _ => false,
    };
    // 覆盖|人口|比例: the ratio of what is done to a part has two members as well.
    let covers = || {
        class.is_action() && !class.is_change() && follows_nominal && is_ratio() && has_predicate(chart, end)
    };
    // 断面|达到|或|优于|三类|水体|比例: the words say how good the counted is.
    let compares =
        || is_ratio() && (has_predicate(chart, end) || chart.compares(end)) && compares_within(chart, at);
    relates || is_inside && (covers() || compares())
}

/// Whether 的 or 所 ties what stands before it to the phrase.
fn ties_noun(chart: &Chart, at: usize, end: usize, follows_nominal: bool) -> bool {
    let before = chart.class_before(at);
    match chart.pieces[at].class {
        Class::De => {
            follows_nominal
                || is_limit(chart, at)
                // 新增|的|固定资产: what has come is not all there is.
                || before == Some(Class::Gain)
                || before.is_some_and(Class::is_action)
                // 工业所占的比重, 产值在总产值中的比重
                || chart.names_ratio(end - 1) && before == Some(Class::Share)
        }
        Class::Gain => chart.class(at + 1) == Some(Class::De),
        Class::Other => chart.slice(at) == "所" && chart.class(at + 1) == Some(Class::Share),
        _ => false,
    }
}

/// Whether 的 or a link leads from a ratio to the whole that it is of.
fn is_whole_of_ratio(chart: &Chart, at: usize, end: usize, floor: usize) -> bool {
    let leads = || {
        chart.class(at) == Some(Class::De)
            || at + 2 == end
            || matches!(chart.slice(at + 1), "所" | "占" | "所占")
    };
    chart.names_ratio(end - 1) && leads() && whole_of_ratio(chart, at, floor).is_some()
}
