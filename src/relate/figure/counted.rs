//! Finds the end of the noun that a measure word counts: 12家企业|技术改造, 2所职业|本科大学.

use std::ops::Range;

use super::chart::{Chart, Class};
use crate::lexicon::Role;
use crate::recognise::Figure;
use crate::record::FigureKind;

/// Most pieces from the first noun of what is built to its end.
const MAX_BUILT_PIECES: usize = 6;
/// Most pieces from the first noun to the one that is counted.
const MAX_REACH_PIECES: usize = 12;

/// The phrase up to the noun that the measure word counts, where the phrase itself ends with another:
/// 职业|本科大学, 年产5万吨|的|工厂. After words that only a clause can hold, 的 must follow.
pub(super) fn reach(chart: &Chart, phrase: Range<usize>, figure: &Figure) -> Range<usize> {
    let unit = figure.unit.as_deref().unwrap_or_default();
    let fits = |at: usize| chart.class(at).is_some_and(Class::is_head) && fits(chart, unit, at);
    let counts = figure.kind == FigureKind::Count && !unit.is_empty();
    // 5个股东以上的公司: a condition of its own; but 限额以上的公司.
    let is_limit = matches!(chart.class(phrase.end), Some(Class::Bound { .. }))
        && !chart.slice(phrase.end - 1).ends_with(['级', '额', '模']);
    if !counts || is_limit {
        return phrase;
    }
    if phrase.clone().any(fits) {
        return phrase.start..built(chart, &phrase, fits).unwrap_or(phrase.end);
    }
    if let Some(deeds) = deeds_counted(chart, phrase.end, unit) {
        return phrase.start..phrase.end + deeds;
    }
    let existing = |at: usize| chart.class(at) == Some(Class::Noun { existing: true });
    let (mut start, mut at) = (phrase.start, phrase.end);
    let (mut is_clause, mut tells) =
        (false, chart.lexicon.phrases.named_all.contains(unit) || existing(phrase.end - 1));
    while at < phrase.end + MAX_REACH_PIECES {
        let Some(class) = chart.class(at) else { break };
        match class {
            Class::De if tells => (start, is_clause) = (at + 1, false),
            Class::Comma | Class::Stop | Class::Pause | Class::Etc | Class::Time(_) | Class::De => break,
            _ if fits(at) && !is_clause => return start..end_of_run(chart, at, fits),
            _ if class.is_nominal() => {}
            // 2个医院改革|与|高质量|发展|示范|项目: the noun serves two deeds.
            Class::And if at == phrase.end && chart.pieces[at - 1].names_deed => {}
            Class::Verb | Class::Deed | Class::Attribute => tells = true,
            _ => (tells, is_clause) = (true, true),
        }
        at += 1;
    }
    phrase
}

/// The end of what is built or begun, as the index after its last piece, if it takes up the clause and the
/// measure word counts its last noun too: 建设6个|学科|拔尖|学生|培养|基地; not 完成6个镇土地延包任务, 支持6个|园区|建设|平台.
fn built(chart: &Chart, phrase: &Range<usize>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let passed =
        |at: &usize| matches!(chart.class(*at), Some(Class::Figure(_) | Class::Bound { .. } | Class::Link));
    let verb = (phrase.start.saturating_sub(MAX_BUILT_PIECES)..phrase.start).rev().find(|at| !passed(at))?;
    let is_deed = |class: Class| matches!(class, Class::Verb | Class::Act | Class::Deed | Class::Attribute);
    let builds = chart.plays(verb, Role::Builds);
    if !builds || !chart.class(phrase.end).is_some_and(is_deed) {
        return None;
    }
    let inside = |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || is_deed(class));
    let end = phrase.end + (phrase.end..phrase.end + MAX_BUILT_PIECES).take_while(inside).count();
    let ends_clause = matches!(chart.class(end), None | Some(Class::Comma | Class::Stop | Class::Pause));
    let is_task = |at: usize| chart.lexicon.phrases.tasks.contains(chart.slice(at));
    (ends_clause && fits(end - 1) && !is_task(end - 1)).then_some(end)
}

/// How many deeds end the phrase, where the measure word counts what is done and none of the nouns: 六项|污染|治理,
/// 九千户|地质灾害|避险|搬迁.
fn deeds_counted(chart: &Chart, first: usize, unit: &str) -> Option<usize> {
    let is_deed = |at: &usize| chart.class(*at) == Some(Class::Deed);
    let deeds = (first..first + MAX_REACH_PIECES).take_while(is_deed).count();
    let goes_on = chart.class(first + deeds).is_some_and(|class| class.is_nominal() || class.is_action())
        || chart.class(first + deeds) == Some(Class::De);
    let counts = match unit {
        "项" | "次" | "场" | "大" => deeds == 1,
        "户" => deeds > 0,
        _ => false,
    };
    (counts && !goes_on).then_some(deeds)
}

/// Whether a measure word counts a noun; 大 counts what others count with 个 or 项: 三大|领域.
fn fits(chart: &Chart, unit: &str, noun: usize) -> bool {
    let names = |unit: &str| chart.lexicon.counted.fits(unit, chart.slice(noun));
    if unit == "大" { names("个") || names("项") } else { names(unit) }
}

/// The end, as the index after it, of the last noun that fits in the run from `first` on.
fn end_of_run(chart: &Chart, first: usize, fits: impl Fn(usize) -> bool) -> usize {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    (first..first + MAX_REACH_PIECES).take_while(nominal).filter(|at| fits(*at)).last().unwrap_or(first) + 1
}

/// The phrase without the deed that is done to the counted, after a noun that the measure word counts:
/// 12家企业|技术改造, 5个领域|改革. 个 counts so much that this does not hold after any noun; 5个园区|规划|推进 has two deeds.
pub(super) fn without_deed(chart: &Chart, pieces: Range<usize>, unit: &str, is_whole: bool) -> Range<usize> {
    let fits = |at: usize| {
        chart.class(at).is_some_and(Class::is_head) && chart.lexicon.counted.fits(unit, chart.slice(at))
    };
    let last = pieces.end - 1;
    // 完成9个行政村污水|治理: what is done is the last word.
    let has_object = chart.class(pieces.end) == Some(Class::Deed)
        && matches!(chart.class(pieces.end + 1), None | Some(Class::Comma | Class::Stop));
    // 6个|城市|空气质量: the things that have such conditions are counted, and not the conditions.
    let holds = |at: usize| chart.lexicon.phrases.holders.end(chart.slice(at)) && fits(at);
    let names_thing =
        || is_whole && !has_object && !chart.pieces[last].names_deed && !(pieces.start..last).any(holds);
    if fits(last) || !chart.class(last).is_some_and(Class::is_head) || unit == "个" && names_thing() {
        return pieces;
    }
    if let Some(counted) = (pieces.start..last).rev().find(|at| fits(*at)) {
        // 十亿人口|大国, 企业和机构
        let goes_on = counted + 1 == last && chart.slice(last).ends_with(['国', '县'])
            || matches!(chart.class(counted + 1), Some(Class::De | Class::And | Class::Pause));
        return if goes_on { pieces } else { pieces.start..counted + 1 };
    }
    let is_deed = chart.pieces[last].names_deed && chart.class(pieces.end).is_some_and(Class::is_action);
    let has_head = pieces.start < last && chart.class(last - 1).is_some_and(Class::is_head);
    pieces.start..if is_deed && has_head { last } else { pieces.end }
}

/// The phrase without the quantity that the counted has, nor what that quantity is of: 五种污染物排放量,
/// 6个断面|水质|优良|比例, 9个城市|细颗粒物|(PM2.5)平均浓度.
pub(super) fn without_quantity(chart: &Chart, pieces: Range<usize>, unit: &str) -> Range<usize> {
    let last = pieces.end - 1;
    let head = |at: &usize| chart.class(*at).is_some_and(Class::is_head);
    let has_other = (pieces.start..last).any(|at| head(&at));
    // 8个产业|规模|超千亿元
    let is_told = chart.slice(last) == "规模" && chart.is_level(pieces.end);
    let is_counted = matches!(chart.slice(last), "周期" | "标准" | "目标" | "规模") && !is_told;
    let names_quantity = chart.names_quantity(last) || chart.names_ratio(last) || chart.slice(last) == "投资";
    let is_quantity = has_other && !is_counted && names_quantity;
    let counted = (pieces.start..last).rev().find(|at| fits(chart, unit, *at) && head(at));
    // 县|(市)|生产总值
    let end = |counted: usize| counted + 1 + usize::from(chart.class(counted + 1) == Some(Class::Aside));
    match counted {
        Some(counted) if is_quantity => pieces.start..end(counted),
        Some(counted) if has_quantity(chart, pieces.end) => pieces.start..counted + 1,
        None if is_quantity && unit != "大" && head(&(last - 1)) => pieces.start..last,
        _ => pieces,
    }
}

/// The index of the piece that names the quantity, right before its size: 年产值|5亿元以上, 营收|过|百亿元.
pub(super) fn quantity_before(chart: &Chart, figure: usize) -> Option<usize> {
    let last = figure.checked_sub(1)?;
    let passed = chart.is_level(last) || matches!(chart.slice(last), "过" | "在");
    let noun = if passed { last.checked_sub(1)? } else { last };
    let is_whole = chart.slice(noun) != "规模" && chart.names_quantity(noun);
    Some(noun).filter(|_| is_whole)
}

/// The phrase of what has the size, without the quantity that the next figure measures: 90千伏及以上|线路|总长|达9万公里.
pub(super) fn without_measure(chart: &Chart, pieces: Range<usize>, number: usize) -> Range<usize> {
    let last = pieces.end - 1;
    let has_head = pieces.start < last && chart.class(last - 1).is_some_and(Class::is_head);
    let is_measure = chart.names_measure(last) || chart.slice(last).starts_with('总');
    let tells = |at: &usize| chart.is_predicate(*at) || chart.class(*at) == Some(Class::Link);
    let told = (pieces.end..pieces.end + MAX_REACH_PIECES).find(|at| !tells(at));
    let is_told =
        told.is_some_and(|at| at > pieces.end && chart.class(at) == Some(Class::Figure(number + 1)));
    if has_head && is_measure && is_told { pieces.start..last } else { pieces }
}

/// The phrase of the thing whose size is told, without what is undertaken for it: 千亿斤|粮食|产能|提升|行动.
pub(super) fn without_scheme(chart: &Chart, pieces: Range<usize>) -> Range<usize> {
    let last = pieces.end - 1;
    let is_scheme = matches!(chart.slice(last), "工程" | "行动" | "计划" | "方案");
    let is_deed = |at: &usize| chart.class(*at).is_some_and(Class::is_action) || chart.pieces[*at].names_deed;
    let deeds = (pieces.start..last).rev().take_while(is_deed).count();
    let end = last - deeds;
    let names_thing =
        is_scheme && deeds > 0 && end > pieces.start && chart.class(end - 1).is_some_and(Class::is_head);
    if names_thing { pieces.start..end } else { pieces }
}

/// The phrase up to the territory that is counted, without those who govern it: 两个|特别行政区|行政长官和政府.
pub(super) fn without_authority(chart: &Chart, pieces: Range<usize>, unit: &str) -> Range<usize> {
    let is_territory = |at: &usize| chart.lexicon.phrases.territories.end(chart.slice(*at));
    let territory = pieces.clone().find(is_territory).filter(|_| matches!(unit, "个" | "级"));
    territory.map_or(pieces.clone(), |territory| pieces.start..territory + 1)
}

/// Whether an aside or an attribute and the name of a quantity follow: (PM2.5)|平均|浓度, 年均|浓度.
fn has_quantity(chart: &Chart, aside: usize) -> bool {
    let describes =
        |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || class == Class::Attribute);
    let first = aside + 1;
    let length = (first..first + MAX_REACH_PIECES).take_while(describes).count();
    let describes_it = matches!(chart.class(aside), Some(Class::Aside | Class::Attribute));
    describes_it && length > 0 && chart.names_quantity(first + length - 1)
}

/// Whether the figure tells how many there are: 90万以上|群众, 900人次以上的|培训, 30户以上|工厂; 30户以上|村庄 is a condition.
pub(super) fn are_many(chart: &Chart, unit: &str, pieces: &Range<usize>) -> bool {
    let last = pieces.end - 1;
    let names = |unit: &str| chart.lexicon.counted.fits(unit, chart.slice(last));
    match unit {
        "" | "人" => names("") || names("名"),
        "户" => names("家"),
        "人次" => true,
        _ => false,
    }
}
