//! Verbs inside the noun phrase after a figure: what they are done to, and what they describe.

use super::chart::{Chart, Class};
use super::preceding::{MAX_GOVERNED_NOUNS, is_short, is_short_noun};
use crate::lexicon::Role;

/// Most verbs in a row that may describe a noun: 托育托管服务点.
const MAX_DEEDS: usize = 4;

/// Whether the deed acts on the nouns after it, and describes with them what follows 的: 优化|营商环境|的; 改造|项目|的 is
/// a noun.
pub(super) fn has_object(chart: &Chart, deed: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let nouns = (deed + 1..deed + MAX_GOVERNED_NOUNS).take_while(nominal).count();
    let last = deed + nouns;
    nouns > 0
        && chart.class(last + 1) == Some(Class::De)
        && !chart.plays(last, Role::Bears)
        && !matches!(chart.class(last), Some(Class::Dependent | Class::Quantity))
        && chart.class(last + 2).is_some_and(Class::is_nominal)
}

/// Whether 新 and a deed describe the noun after them: 新|投产|项目.
pub(super) fn is_new_deed(chart: &Chart, new: usize) -> bool {
    chart.slice(new) == "新"
        && chart.class(new + 1).is_some_and(Class::is_action)
        && chart.class(new + 2).is_some_and(Class::is_nominal)
}

/// Whether the measure word before piece `from` counts what the verb names: 两个决定, 三项重大规定.
pub(super) fn is_counted_deed(chart: &Chart, from: usize, verb: usize) -> bool {
    let figure = from.checked_sub(1).map_or("", |figure| chart.slice(figure));
    let unit = figure.char_indices().next_back().map_or("", |(at, _)| &figure[at..]);
    chart.lexicon.counted.fits(unit, chart.slice(verb))
}

/// Whether a verb describes the noun after it, because that says nothing by itself and a noun stands before
/// the verb: 天敌|繁育|基地, 产业|加速|园.
pub(super) fn is_attributive(chart: &Chart, verb: usize) -> bool {
    // 许可|认定|事项: or because deeds describe that noun.
    let is_end =
        (is_short_noun(chart, verb + 1) || chart.slice(verb + 1) == "事项") && !is_short(chart, verb);
    let is_short_end = is_end && !chart.class(verb + 2).is_some_and(Class::is_nominal);
    (is_short_end || matches!(chart.class(verb + 1), Some(Class::Dependent | Class::Quantity)))
        && chart.class_before(verb).is_some_and(Class::is_head)
}

/// Whether a deed between two nouns describes the second, which can be counted: 经济|建设|方针. A noun that is
/// never counted is no part of the phrase (企业示范作用), and a verb after a place acts (范围内修建公路).
pub(super) fn is_deed_inside(chart: &Chart, verb: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let is_verb = |class: Class| class.is_action() || class == Class::Attribute;
    let Some(first) = (verb..verb + MAX_DEEDS).find(|at| !chart.class(*at).is_some_and(is_verb)) else {
        return false;
    };
    let names_deed = (verb..first)
        .any(|at| matches!(chart.class(at), Some(Class::Deed | Class::Change { .. })))
        || chart.pieces[verb - 1].names_deed;
    let nominals = (first..first + MAX_GOVERNED_NOUNS).take_while(nominal);
    let last = nominals.filter(|at| chart.class(*at).is_some_and(Class::is_head)).last();
    let is_counted = matches!(
        last.and_then(|last| chart.class(last)),
        Some(Class::Noun { .. } | Class::Dependent | Class::Descriptive)
    );
    let in_place = chart.slice_before(verb).ends_with(['内', '中', '上'])
        || (verb..first).any(|at| chart.slice(at) == "内");
    // 8个山区县|建设|基地: those who govern a place act.
    let before = chart.slice_before(verb);
    let acts = before.ends_with('县') || matches!(before, "市" | "省" | "镇" | "乡" | "村");
    names_deed && is_counted && !in_place && !acts
}

/// Whether a noun in 化 says how the verb after it is done: 现代化|改造, 数字化|转型.
pub(super) fn is_manner(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    word.ends_with('化')
        && word.chars().count() > 2
        && (chart.class(at + 1).is_some_and(Class::is_action)
            || chart.pieces.get(at + 1).is_some_and(|next| next.names_deed))
}

/// The index of the 的 that ends a clause which goes on with a verb after the piece at `border`:
/// 站在高处|和|看得远|的|人.
pub(super) fn clause_goes_on(chart: &Chart, border: usize) -> Option<usize> {
    let inside = |at: &usize| {
        chart.class(*at).is_some_and(|class| {
            class.is_nominal()
                || class.is_action()
                || matches!(class, Class::Attribute | Class::Pause | Class::And)
        })
    };
    let de = border + (border..border + MAX_GOVERNED_NOUNS).take_while(inside).count();
    let goes_on = chart.class(border + 1).is_some_and(Class::is_action) && chart.class(de) == Some(Class::De);
    Some(de).filter(|de| goes_on && chart.class(de + 1).is_some_and(Class::is_nominal))
}

/// Whether a verb leads on to something else, and so tells what becomes of the deed that was counted: 审批|改为.
pub(super) fn becomes(chart: &Chart, at: usize, start: usize) -> bool {
    at > start
        && chart.class(at).is_some_and(Class::is_action)
        && chart.lexicon.phrases.complements.end(chart.slice(at))
        && (start..at).all(|deed| chart.class(deed) == Some(Class::Deed))
}
