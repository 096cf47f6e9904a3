//! Finds how far a noun phrase reaches to the right of its start.

mod walk;

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::inside::is_deed_inside;
use super::preceding::{MAX_GOVERNED_NOUNS, is_short_noun};
use crate::numeral::is_numeric;
use walk::Walk;

/// The pieces of the noun phrase that starts at `from`.
///
/// Verbs may open it and belong to it only as long as no noun has come; after a verb, 的 says that
/// all before it describes the noun that comes (3个具有影响力的品牌).
pub(super) fn after(chart: &Chart, from: usize, takes_modifiers: bool) -> Option<Range<usize>> {
    Walk::new(chart, from, takes_modifiers).read()
}

/// Whether only a quality of the noun before `noun_end` is told before 的 and the counted: 规模|较大|的.
fn has_quality(chart: &Chart, noun_end: usize, de: usize) -> bool {
    let is_quality = |at: usize| chart.class(at) == Some(Class::Modifier);
    noun_end < de && (noun_end..de).all(is_quality) && chart.class(de + 1).is_some_and(Class::is_nominal)
}

/// Whether the measure word before `from` counts what the noun before `end` names.
fn counts_last(chart: &Chart, from: usize, end: usize) -> bool {
    let figure = from.checked_sub(1).map_or("", |figure| chart.slice(figure));
    let unit = figure.char_indices().next_back().map_or("", |(at, _)| &figure[at..]);
    chart.lexicon.counted.fits(unit, chart.slice(end - 1))
}

/// The index at which the noun ends that is described by the phrase before `end`: 法律系|的|学生.
pub(super) fn described(chart: &Chart, end: usize) -> usize {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let nouns = (end + 1..end + MAX_GOVERNED_NOUNS).take_while(nominal).count();
    if chart.class(end) == Some(Class::De) && nouns > 0 { end + 1 + nouns } else { end }
}

/// Whether the noun describes the one after it: 核心, 首创性, 应用型.
fn only_describes(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    let is_long = word.chars().count() > 2 || chart.class_before(at).is_some_and(Class::is_nominal);
    let is_form = is_long && word.ends_with(['型', '性']);
    chart.class(at) == Some(Class::Descriptive) || chart.class(at).is_some_and(Class::is_head) && is_form
}

/// Whether the attribute belongs to nouns that end the phrase and can be counted: 行业高质量数据集, 医院新院区.
fn describes_the_last(chart: &Chart, attribute: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let last = (attribute + 1..attribute + MAX_GOVERNED_NOUNS).take_while(nominal).last();
    matches!(chart.slice(attribute), "新" | "高质量")
        && last.is_some_and(|last| {
            matches!(chart.class(last), Some(Class::Noun { .. }))
                && !chart.names_quantity(last)
                && ends_phrase(chart, last + 1)
        })
}

/// Whether the piece is a predicate of more than a word, which no noun holds: 公路|全线贯通, 成员|齐聚一堂.
fn tells_of_the_last(chart: &Chart, at: usize) -> bool {
    let is_long = chart.slice(at).chars().count() >= 4;
    is_long || chart.class_before(at).is_some_and(Class::is_head) && chart.slice(at) == "成型"
}

/// Whether 等 and a noun close the list at `at`, perhaps after a deed there: 行政审批等事项.
fn is_open_list(chart: &Chart, at: usize) -> bool {
    let etc = at + usize::from(chart.class(at) == Some(Class::Deed));
    chart.class(etc) == Some(Class::Etc) && chart.class(etc + 1).is_some_and(Class::is_head)
}

fn ends_phrase(chart: &Chart, at: usize) -> bool {
    ends_clause(chart, at) || matches!(chart.class(at), Some(Class::Pause | Class::And | Class::De))
}

fn ends_clause(chart: &Chart, at: usize) -> bool {
    matches!(chart.class(at), None | Some(Class::Comma | Class::Stop))
}

/// The end of the list that goes on after the 、 or 和 at `border`: 国家和地区, 市、县和区. `None` where a figure
/// follows, because the next noun belongs to that; after 、 the list must end the clause.
fn coordinate(chart: &Chart, border: usize, from: usize) -> Option<usize> {
    let (mut at, mut end) = (border, None);
    while at < border + WINDOW_PIECES {
        match chart.class(at) {
            Some(Class::Pause) if end == Some(at) || at == border => {}
            Some(Class::And) if end == Some(at) || at == border => {}
            Some(_) if chart.slice(at).contains(is_numeric) => return None,
            // 9个国家和|江北港: a name is not counted.
            Some(_)
                if chart.pieces[at].is_name
                    && chart.class_before(at) == Some(Class::And)
                    && at.checked_sub(2).is_none_or(|noun| !chart.pieces[noun].is_name) =>
            {
                return None;
            }
            Some(class) if class.is_head() => end = Some(at + 1),
            Some(Class::CloseQuote) if end == Some(at) => end = Some(at + 1),
            Some(class) if class.is_nominal() => {}
            // 饮料和其他|食品标准: 其他 means the rest of its kind.
            Some(Class::Link) if end != Some(at) && matches!(chart.slice(at), "其他" | "其它") => {}
            Some(class) if class.is_action() && end == Some(at) && is_deed_inside(chart, at) => {}
            // 职业资格许可和认定|事项: a deed is joined to a deed.
            Some(class)
                if class.is_action()
                    && at == border + 1
                    && chart.class(border) == Some(Class::And)
                    && chart.pieces[border - 1].names_deed
                    && chart.class(at + 1).is_some_and(Class::is_head) => {}
            // 选矿厂和烧结|厂
            Some(Class::Verb) if end != Some(at) && is_short_noun(chart, at + 1) => {}
            _ => break,
        }
        at += 1;
    }
    let stops = matches!(chart.class(at), None | Some(Class::Comma | Class::Stop | Class::De));
    let belongs = matches!(chart.class(at), Some(Class::Figure(_) | Class::Bound { .. } | Class::Etc));
    let leads_to_figure = (at..at + 3)
        .take_while(|at| chart.class(*at).is_some_and(Class::is_passed))
        .any(|at| matches!(chart.class(at + 1), Some(Class::Figure(_))));
    // 医院与学校合作: 与 tells with whom something is done.
    let does = chart.class(at).is_some_and(Class::is_action)
        || chart.pieces[border..at].last().is_some_and(|last| last.names_deed);
    let with_whom = chart.slice(border) == "与" && does;
    end.filter(|end| {
        *end == at
            && !with_whom
            && !belongs
            && !leads_to_figure
            && (stops
                || chart.class(border) == Some(Class::And)
                || chart.class(at).is_some_and(Class::is_action) && is_for(chart, from))
    })
}

/// Whether those for whom something is done are counted from `from` on: 为9家医院、学校配备.
fn is_for(chart: &Chart, from: usize) -> bool {
    let passed = |at: &usize| matches!(chart.class(*at), Some(Class::Figure(_) | Class::Bound { .. }));
    let lead = (from.saturating_sub(MAX_GOVERNED_NOUNS)..from).rev().find(|at| !passed(at));
    lead.is_some_and(|lead| matches!(chart.slice(lead), "为" | "对" | "给" | "向"))
}
