//! Finds how far a noun phrase reaches to the left of its end.

mod leftward;

use std::ops::Range;

use super::chart::{Chart, Class};
use super::describing::{goes_to, has_predicate, size_before};
use super::whole::beyond_whole;
use crate::lexicon::Role;
use crate::numeral::is_numeric;

/// Longest clause before 的 that may describe a noun, in characters.
const MAX_CLAUSE_CHARS: usize = 24;
/// Most pieces of the second member of a ratio.
pub(super) const MAX_RATIO_PIECES: usize = 8;
/// Most nouns between a verb and the verb that governs it.
pub(super) const MAX_GOVERNED_NOUNS: usize = 10;

/// The pieces of the noun phrase that ends before piece `end`. A verb may be its last word
/// (减税降费 446亿元), never its first.
///
/// It goes left over nouns, 的 and 和 between nouns, verbs that describe, and over 、 as long as the clause
/// has no other figure: what stands before such a figure belongs to that one.
pub(super) fn before(chart: &Chart, end: usize, floor: usize) -> Range<usize> {
    let start = leftward::leftmost(chart, end, floor);
    if let Some(phrase) = beyond_whole(chart, start..end, floor) {
        return phrase;
    }
    let start = past_what_opens_none(chart, start..end, floor);
    // 急难|型: such a suffix does not describe by itself.
    let is_rest = matches!(chart.slice(start), "型" | "性" | "式") && start + 1 < end;
    let start = start - usize::from(is_rest && start > floor && !parts(chart.class_before(start)));
    if let Some(size) = size_before(chart, start..end, floor) {
        return size..end;
    }
    // 其他|企业: the rest is not the whole.
    let is_rest = |at: usize| at >= floor && matches!(chart.slice(at), "其他" | "其它");
    match start.checked_sub(1).filter(|at| start < end && is_rest(*at)) {
        Some(rest) => rest..end,
        None => trimmed(chart, start..end),
    }
}

/// The index at which a phrase starts after the pieces at its head that are no part of it.
fn past_what_opens_none(chart: &Chart, phrase: Range<usize>, floor: usize) -> usize {
    let Range { mut start, end } = phrase;
    // (二)支出: the number of an item is no part of the phrase after it.
    let is_outside = |start: usize| match chart.class(start) {
        Some(Class::De | Class::Pause | Class::And) => true,
        // 五省(市)|消费量: the aside belongs to what the number before it counts.
        Some(Class::Aside) => {
            chart.follows_figure(start) || chart.slice(start).trim_start_matches('(').starts_with(is_numeric)
        }
        _ => false,
    };
    // 四年|中, 已有: words that only say when, or that there is something.
    let is_no_part = |start: usize| chart.plays(start, Role::Outside);
    // 水利等|方面|的|支出: the respects stand before 方面, outside the phrase.
    let is_respect = |start: usize| chart.slice(start) == "方面" && start + 1 < end;
    // 取消和|调整|事项9项: a deed joined to a verb is a verb too.
    let is_verb = |start: usize| {
        start > floor + 1
            && start + 1 < end
            && chart.pieces[start].names_deed
            && chart.class_before(start) == Some(Class::And)
            && chart.class(start - 2).is_some_and(Class::is_action)
            && chart.slice(start + 1) != "方面"
    };
    while start < end && (is_outside(start) || is_no_part(start) || is_respect(start) || is_verb(start)) {
        start += 1;
    }
    start
}

/// Whether 规定 here lays something down, after a plan or at the head of the clause: 计划|规定|产值, 规定|产值.
fn lays_down(chart: &Chart, at: usize) -> bool {
    let before = at.checked_sub(1);
    let is_plan = before.is_some_and(|plan| chart.slice(plan).ends_with(['划', '算', '案']));
    chart.slice(at) == "规定" && (is_plan || starts_clause(chart, at))
}

/// Whether a word says which of several something is, or that it is the only one: 首个, 第4个, 唯一.
fn is_first(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    let counts = chart.lexicon.phrases.classifiers.end(word);
    let measure = word.char_indices().next_back().map_or(0, |(measure, _)| measure);
    let lead = chart.pieces.get(at).map_or("", |piece| &chart.text[..piece.range.start + measure]);
    let is_ranked = lead.ends_with(is_numeric) && lead.trim_end_matches(is_numeric).ends_with('第');
    counts && (is_ranked || word.starts_with('首') && word.chars().count() == 2) || word == "唯一"
}

/// Whether 累计 parts what is gained at `gain` from the noun before: 城镇|累计|新增就业.
fn sums(chart: &Chart, gain: usize, floor: usize) -> bool {
    chart.class(gain) == Some(Class::Gain)
        && gain >= floor + 2
        && chart.slice(gain - 1) == "累计"
        && chart.class_before(gain - 1).is_some_and(Class::is_nominal)
}

/// Whether deeds on both sides of a border share the name of a quantity: 工程承包|和|劳务合作|营业额, 商标变更|、|续展业务|办理时限.
pub(super) fn joins_deeds(chart: &Chart, border: usize, end: usize) -> bool {
    let is_deed = |at: usize| {
        chart.class(at).is_some_and(|class| class == Class::Verb || class == Class::Deed)
            || chart.pieces.get(at).is_some_and(|piece| piece.names_deed)
    };
    border >= 2
        && chart.names_quantity(end - 1)
        && is_deed(border - 1)
        && chart.class(border - 2).is_some_and(Class::is_nominal)
        && is_deed(border + 1)
        && border + 2 < end
}

/// Whether the 对 at `at` belongs to what the clause tells something of: 对地方转移支付|增长, 对东盟出口|5亿元.
fn relates(chart: &Chart, at: usize, end: usize) -> bool {
    let is_passed = |class: Class| class.is_passed() || class == Class::Share;
    // 由2001年的5亿元
    let of_time = |at: usize| {
        chart.class(at) == Some(Class::De) && matches!(chart.class_before(at), Some(Class::Time(_)))
    };
    let told =
        (end..end + MAX_RATIO_PIECES).find(|at| !chart.class(*at).is_some_and(is_passed) && !of_time(*at));
    let is_told = told.is_some_and(|at| matches!(chart.class(at), Some(Class::Figure(_))));
    let is_relation = chart.names_measure(end - 1)
        || chart.names_ratio(end - 1)
        || chart.pieces[end - 1].names_deed
        || matches!(chart.class(end - 1), Some(Class::Deed));
    // 对|含量大于5%的废气, 对|所得额9万元以下部分: the quantity describes whom or what something is done to.
    let after = told.map_or(end, |told| told + 1);
    let after =
        (after..after + MAX_RATIO_PIECES).find(|at| !matches!(chart.class(*at), Some(Class::Bound { .. })));
    let describes = after
        .is_some_and(|at| chart.class(at) == Some(Class::De) || matches!(chart.slice(at), "部分" | "且"));
    chart.slice(at) == "对" && is_told && is_relation && !describes
}

/// Whether the piece compares what is counted with a degree: 好于, 达到或优于.
fn compares_within(chart: &Chart, at: usize) -> bool {
    let is_degree = |at: usize| chart.compares(at) && chart.slice(at).ends_with('于');
    is_degree(at)
        || chart.slice(at) == "或" && is_degree(at + 1)
        || chart.slice(at) == "达到" && chart.slice(at + 1) == "或" && is_degree(at + 2)
}

/// Whether a preposition of place at `at` stands before a noun of one character.
fn is_place_of(chart: &Chart, at: usize) -> bool {
    is_short_noun(chart, at + 1)
        && chart.class(at + 2).is_some_and(Class::is_head)
        && chart.plays(at, Role::Place)
}

/// Whether the deed at `at` stands beside a noun that no verb governs: 货物和服务进出口.
fn joins_noun(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let is_joined = at >= 2 && chart.class_before(at) == Some(Class::And) && nominal(&(at - 2));
    let first = (floor..at.saturating_sub(1)).rev().take_while(nominal).last();
    let governor = first.and_then(|first| chart.class_before(first));
    is_joined && !governor.is_some_and(Class::is_action)
}

/// Whether the deed at `at` that describes 事项 stands beside a noun that another describes.
fn joins_named_deed(chart: &Chart, at: usize, floor: usize) -> bool {
    let nominal = |at: usize| chart.class(at).is_some_and(Class::is_nominal);
    at >= floor + 3
        && chart.slice(at + 1) == "事项"
        && chart.class_before(at) == Some(Class::And)
        && nominal(at - 2)
        && nominal(at - 3)
}

/// Whether 占 stands before piece `at` in its clause.
fn has_share(chart: &Chart, at: usize, floor: usize) -> bool {
    let ends = |class: Class| matches!(class, Class::Comma | Class::Stop | Class::Pause | Class::Figure(_));
    let near = (floor.max(at.saturating_sub(MAX_RATIO_PIECES))..at).rev();
    near.map_while(|at| chart.class(at).filter(|class| !ends(*class))).any(|class| class == Class::Share)
}

/// Whether a word is 各 or the like, which is part of the list member after it.
fn is_each(word: &str) -> bool {
    matches!(word, "各" | "各类" | "各种" | "各项")
}

fn parts(class: Option<Class>) -> bool {
    matches!(class, Some(Class::And | Class::Pause))
}

fn is_limit(chart: &Chart, de: usize) -> bool {
    matches!(chart.class_before(de), Some(Class::Bound { .. }))
        && de >= 2
        && chart.class(de - 2).is_some_and(Class::is_nominal)
}

/// The index at which the clause before 的 starts that describes a noun. The noun takes the whole clause
/// (政府采购工程面向农户的份额), unless the verb that opens the clause governs the noun (提高企业的利润).
fn clause_before_de(chart: &Chart, phrase: Range<usize>, floor: usize) -> Option<usize> {
    let de = phrase.clone().find(|at| chart.class(*at) == Some(Class::De))?;
    let mut start = phrase.start;
    while start > floor {
        match chart.pieces[start - 1].class {
            _ if chart.slice(start - 1).starts_with(is_numeric) => break,
            // 财政出现较大的赤字: no clause describes what there is.
            _ if matches!(chart.slice(start - 1), "出现" | "发生" | "存在") && is_degree(chart, de) => {
                break;
            }
            class if class.is_nominal() || class.is_action() => {}
            Class::And if start - 1 > floor => {}
            // 产值平均每年递增的速度
            Class::Time(_) | Class::Attribute => {}
            Class::Other | Class::Link | Class::Arrive if chart.plays(start - 1, Role::Inside) => {}
            Class::Arrive if goes_to(chart, start - 1) && start > floor + 1 => {}
            Class::Bound { .. } if !chart.follows_figure(start - 1) => {}
            _ => break,
        }
        start -= 1;
    }
    let is_when = |at: usize| {
        matches!(chart.class(at), Some(Class::Time(_)))
            || chart.slice(at) == "在" && matches!(chart.class(at + 1), Some(Class::Time(_)))
    };
    while start < de && (chart.class(start) == Some(Class::And) || is_when(start)) {
        start += 1;
    }
    // 通过预算的投资: 通过 is no act here.
    let is_act = |class: Class| class.is_act() || class.is_change();
    let opens_with_act = chart.slice(start) != "通过" && chart.class(start).is_some_and(is_act);
    let is_near =
        chart.stretch(start, de).is_some_and(|range| chart.text[range].chars().count() <= MAX_CLAUSE_CHARS);
    // 组建银行的|大中城市|,由9个增加到: the next clause goes on about the noun, so the verb describes it.
    let is_topic = chart.class(phrase.end) == Some(Class::Comma)
        && matches!(
            chart.class(start).filter(|_| starts_clause(chart, start)),
            Some(Class::Act | Class::Verb)
        )
        && has_predicate(chart, phrase.end + 1);
    (start < phrase.start && (!opens_with_act || is_topic) && is_near && !chart.follows_figure(start))
        .then_some(start)
}

fn starts_clause(chart: &Chart, at: usize) -> bool {
    matches!(chart.class_before(at), None | Some(Class::Comma | Class::Stop))
}

/// Whether only an adjective stands before 的: 较大的, 严重的.
fn is_degree(chart: &Chart, de: usize) -> bool {
    chart.class_before(de) == Some(Class::Modifier)
}

/// Whether the only noun says nothing by itself, and so takes the verb or adverb of two characters or more
/// before it: 死亡|人数, 审批|时限.
pub(super) fn is_dependent(chart: &Chart, start: usize, end: usize) -> bool {
    start + 1 == end
        && matches!(chart.class(start), Some(Class::Dependent | Class::Quantity))
        && !is_short(chart, start - 1)
}

pub(super) fn is_short_noun(chart: &Chart, piece: usize) -> bool {
    chart.class(piece).is_some_and(Class::is_head) && is_short(chart, piece)
}

pub(super) fn is_short(chart: &Chart, piece: usize) -> bool {
    chart.slice(piece).chars().nth(1).is_none()
}

/// The phrase without quotation marks whose other half is outside.
fn trimmed(chart: &Chart, mut pieces: Range<usize>) -> Range<usize> {
    let has = |pieces: &Range<usize>, class: Class| pieces.clone().any(|at| chart.class(at) == Some(class));
    if chart.class(pieces.start) == Some(Class::CloseQuote) || !has(&pieces, Class::OpenQuote) {
        let close = pieces.clone().find(|at| chart.class(*at) == Some(Class::CloseQuote));
        if let Some(close) = close.filter(|close| close + 1 < pieces.end) {
            pieces.start = close + 1;
        }
    }
    pieces
}
