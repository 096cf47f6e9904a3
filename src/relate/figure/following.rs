//! How far a noun phrase reaches to the right of where it starts.

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::describing::degree;
use super::inside::{
    becomes, clause_goes_on, has_object, is_attributive, is_counted_deed, is_deed_inside, is_manner,
    is_new_deed,
};
use super::kinds::{end_of_kinds, is_list_of_kinds, named_kinds};
use super::preceding::{MAX_GOVERNED_NOUNS, is_short_noun};
use crate::lexicon::Role;
use crate::numeral::is_numeric;

/// The pieces of the noun phrase that starts at `from`.
///
/// Verbs may open it and belong to it only as long as no noun has come; after a verb, 的 says that
/// all before it describes the noun that comes (3个具有影响力的品牌).
pub(super) fn after(chart: &Chart, from: usize, takes_modifiers: bool) -> Option<Range<usize>> {
    let (mut start, mut at) = (from, from);
    let (mut head, mut opened_by_verb, mut described) = (None, false, false);
    let mut descriptive = None;
    while at < from + WINDOW_PIECES {
        let Some(class) = chart.class(at) else { break };
        let is_border = matches!(class, Class::Pause | Class::And) && head.is_some();
        let kinds = is_border.then(|| end_of_kinds(chart, at)).flatten();
        match class {
            // 30个已经开工, 7种没有完成: what is done to the counted is not the counted.
            _ if (at == start || tells_of_the_last(chart, at)) && chart.plays(at, Role::Predicate) => break,
            // 事项|“全区通办”: what is done with the counted may be quoted.
            Class::OpenQuote if head == Some(at) && counts_last(chart, from, at) => break,
            // 实力|比较|雄厚|的|基地, 经济|较|发达|县: what the counted has in what degree describes it.
            _ if head == Some(at) && degree(chart, at).is_some() => {
                let end = degree(chart, at).unwrap_or(at);
                if chart.class(end) == Some(Class::De) {
                    (start, head) = (end + 1, None);
                    at = end;
                } else {
                    at = end - 1;
                }
            }
            // 5项审批|改为|备案: what becomes of the counted deed.
            _ if head.is_none() && becomes(chart, at, start) => {
                head = Some(at);
                break;
            }
            // 城市|未达标
            _ if head == Some(at) && chart.slice(at).starts_with('未') => break,
            Class::Abstract if head.is_some() && !chart.class(at + 1).is_some_and(Class::is_head) => break,
            // 五项正义要求,
            _ if head == Some(at) && chart.slice(at) == "要求" && ends_clause(chart, at + 1) => {
                head = Some(at + 1)
            }
            // 四个方面关系全局的任务.
            _ if at > from && chart.slice(at - 1) == "方面" && !ends_clause(chart, at + 1) => break,
            // 市级|疏堵|工程: what describes is counted only where nothing else comes (两大核心).
            Class::Descriptive if head.is_none() => descriptive = Some(at + 1),
            // 省级以上|园区
            Class::Bound { .. } if head.is_none() && descriptive == Some(at) => {
                (start, descriptive) = (at + 1, None);
            }
            // 乡镇现代化|改造: how it is done.
            _ if class.is_head() && head.is_some() && is_manner(chart, at) => break,
            _ if class.is_head() => head = Some(at + 1),
            Class::CloseQuote if head == Some(at) => head = Some(at + 1),
            Class::Aside if head == Some(at) && is_list_of_kinds(chart, chart.slice(at)) => {
                head = Some(at + 1)
            }
            // “9公里”生活圈: the quotation ends with the figure.
            Class::CloseQuote if at == start => start = at + 1,
            // 9条(个)|河湖: another measure word.
            Class::Aside if at == start && at == from => start = at + 1,
            Class::Modifier | Class::OpenQuote | Class::CloseQuote | Class::Aside => {}
            // 15个部分构成: parts that are counted.
            _ if at == from
                && chart.slice(at) == "部分"
                && chart.slice_before(at).ends_with('个')
                && !chart.class(at + 1).is_some_and(Class::is_nominal) =>
            {
                head = Some(at + 1);
            }
            // 两个组织各有: a verb without an object is a noun here.
            _ if at == from
                && chart.slice(at) == "组织"
                && !chart.class(at + 1).is_some_and(Class::is_nominal) =>
            {
                head = Some(at + 1)
            }
            Class::Attribute if head.is_none() && chart.class(at + 1) == Some(Class::De) => {}
            Class::Attribute if head.is_none() && chart.class(at + 1).is_some_and(Class::is_nominal) => {}
            Class::Attribute if descriptive == Some(at) => {}
            // 新|投产|项目
            Class::Attribute if takes_modifiers && head.is_none() && is_new_deed(chart, at) => {}
            // 两个|决定,: a deed that the measure word counts.
            _ if (at == from || (from..at).all(|at| chart.class(at) == Some(Class::Modifier)))
                && class.is_action()
                && ends_clause(chart, at + 1)
                && takes_modifiers
                && is_counted_deed(chart, from, at) =>
            {
                head = Some(at + 1);
            }
            // 考古|新|发现,
            _ if class.is_action()
                && at > from
                && chart.slice(at - 1) == "新"
                && ends_phrase(chart, at + 1) =>
            {
                head = Some(at + 1);
            }
            Class::Attribute
                if chart.slice(at) == "新"
                    && head == Some(at)
                    && chart.class(at + 1).is_some_and(Class::is_action)
                    && ends_phrase(chart, at + 2) => {}
            Class::Verb if is_attributive(chart, at) => {}
            _ if class.is_action() && head.is_none() && takes_modifiers => {
                opened_by_verb |= at == start && (class == Class::Verb || has_object(chart, at));
            }
            _ if (class.is_action() || class == Class::Attribute) && is_deed_inside(chart, at) => {}
            _ if head == Some(at) && is_open_list(chart, at) => {}
            Class::Attribute if describes_the_last(chart, at) => {}
            // 产业链核心|支撑|企业
            Class::Verb | Class::Deed
                if only_describes(chart, at - 1) && chart.class(at + 1).is_some_and(Class::is_nominal) => {}
            // 大的改革
            Class::Bound { scale: true, .. } if at == from && chart.class(at + 1) == Some(Class::De) => {}
            Class::Bound { scale: true, .. } if at == from => head = Some(at + 1),
            // 二级以上|医院, 中型以上|水库
            Class::Link | Class::Bound { .. }
                if head.is_none()
                    && at > start
                    && chart.slice(at) == "以上"
                    && chart.class_before(at) == Some(Class::Modifier) =>
            {
                start = at + 1;
            }
            // 自治区|级|学院
            Class::Bound { .. }
                if chart.slice(at) == "级"
                    && (head == Some(at)
                        || at > start && chart.class_before(at) == Some(Class::Modifier)) =>
            {
                head = None;
            }
            // 无证车辆: what the counted lacks describes it.
            Class::Link | Class::Other if at == start && matches!(chart.slice(at), "无" | "未") => {}
            // 全国|文明城市: of the title of what is counted.
            Class::Link
                if at == from
                    && takes_modifiers
                    && chart.slice(at) == "全国"
                    && chart.class(at + 1).is_some_and(Class::is_nominal) => {}
            // 具有|全国|影响力|的|园区
            Class::Link
                if head.is_none()
                    && chart.slice(at).starts_with('全')
                    && chart.class_before(at).is_some_and(Class::is_action)
                    && chart.class(at + 1).is_some_and(Class::is_nominal) => {}
            Class::Link if at == start => start = at + 1,
            _ if class.is_action() && described && chart.class(at + 1) == Some(Class::De) => {}
            Class::De if head.is_some_and(|head| is_sort(chart.slice(head - 1))) => {
                (start, head) = (at + 1, None)
            }
            // 规模|较大|的|水库
            Class::De
                if opened_by_verb
                    || described
                    || head.is_none()
                    || head.is_some_and(|head| has_quality(chart, head, at)) =>
            {
                (start, head, opened_by_verb) = (at + 1, None, false);
            }
            // 大型的、群众参加的市场: a further description.
            Class::Pause if at == start && chart.class_before(at) == Some(Class::De) => {
                (start, described) = (at + 1, true);
            }
            Class::Pause | Class::And if head.is_none() && at > start => {}
            Class::Pause | Class::And if head.is_none() => break,
            Class::Pause | Class::And if kinds.is_some() => {
                head = kinds;
                break;
            }
            // 900名视力、听力等残疾儿童: of what kinds.
            Class::Pause if at == start + 1 && named_kinds(chart, at).is_some() => {
                at = named_kinds(chart, at).unwrap_or(at);
                (start, head) = (at, None);
                continue;
            }
            Class::Pause | Class::And if opened_by_verb && clause_goes_on(chart, at).is_some() => {
                at = clause_goes_on(chart, at).unwrap_or(at);
                (start, head, opened_by_verb) = (at + 1, None, false);
            }
            Class::Pause | Class::And => match coordinate(chart, at, from) {
                Some(end) => {
                    (head, at) = (Some(end), end);
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        at += 1;
    }
    let descriptive = descriptive.filter(|end| !chart.slice(end - 1).ends_with('级'));
    head.or(descriptive).map(|end| start..end).filter(|phrase| !phrase.is_empty())
}

/// 规模|较大|的: whether the noun before `noun_end` is only said to be of what quality, before 的 and the counted.
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

/// 法律系|的|学生: where the phrase that ends before `end` and only describes goes on to.
pub(super) fn described(chart: &Chart, end: usize) -> usize {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let nouns = (end + 1..end + MAX_GOVERNED_NOUNS).take_while(nominal).count();
    if chart.class(end) == Some(Class::De) && nouns > 0 { end + 1 + nouns } else { end }
}

/// 核心, 首创性, 应用型: whether the noun describes the one after it.
fn only_describes(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    let is_long = word.chars().count() > 2 || chart.class_before(at).is_some_and(Class::is_nominal);
    let is_form = is_long && word.ends_with(['型', '性']);
    chart.class(at) == Some(Class::Descriptive) || chart.class(at).is_some_and(Class::is_head) && is_form
}

/// 行业高质量数据集, 医院新院区: whether the attribute belongs to nouns that end the phrase and can be counted.
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

/// 公路|全线贯通, 成员|齐聚一堂: a predicate of more than a word, which no noun holds.
fn tells_of_the_last(chart: &Chart, at: usize) -> bool {
    let is_long = chart.slice(at).chars().count() >= 4;
    is_long || chart.class_before(at).is_some_and(Class::is_head) && chart.slice(at) == "成型"
}

/// 两类不同性质的矛盾: what sort, not what.
fn is_sort(word: &str) -> bool {
    matches!(word, "性质" | "类型" | "形式" | "层次" | "等级" | "新式" | "旧式" | "老式")
}

/// 行政审批等事项: whether 等 and a noun close the list at `at`, perhaps after the deed there.
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

/// The end of the list that goes on after the 、 or 和 at `border`: 国家和地区, 市、县和区. Where a figure
/// follows, the next noun belongs to that one; after 、 the list must be the end of the clause.
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
            // 饮料和其他|食品标准: the rest of its kind.
            Some(Class::Link) if end != Some(at) && matches!(chart.slice(at), "其他" | "其它") => {}
            Some(class) if class.is_action() && end == Some(at) && is_deed_inside(chart, at) => {}
            // 职业资格许可和认定|事项: a deed beside a deed.
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
    // 医院与学校合作: with whom something is done.
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

/// 为9家医院、学校配备: whether for whom something is done is counted from `from` on.
fn is_for(chart: &Chart, from: usize) -> bool {
    let passed = |at: &usize| matches!(chart.class(*at), Some(Class::Figure(_) | Class::Bound { .. }));
    let lead = (from.saturating_sub(MAX_GOVERNED_NOUNS)..from).rev().find(|at| !passed(at));
    lead.is_some_and(|lead| matches!(chart.slice(lead), "为" | "对" | "给" | "向"))
}
