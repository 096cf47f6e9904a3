//! What a figure counts, when that follows it: 211个项目, 亿元以上项目, 85.2%的任务.

use std::ops::Range;

use super::chart::{Chart, Class};
use super::phrase;
use crate::recognise::Figure;
use crate::record::FigureKind;

/// What stands behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ahead {
    pub(super) of: Range<usize>,
    /// The figure is a condition of what is named: 亿元以上项目.
    pub(super) threshold: bool,
    /// What is named is there already: 4个在建项目.
    pub(super) existing: bool,
    /// What is named only holds the figure, so that what stands before it goes first: 减少5万人的任务.
    pub(super) frame: bool,
}

/// The noun phrase behind figure `number`; `next` is what was found for the figure behind it.
pub(super) fn read(chart: &Chart, number: usize, figure: &Figure, next: Option<&Ahead>) -> Option<Ahead> {
    let place = chart.figures.get(number)?;
    let (mut at, mut threshold, mut bounded, mut limited) = (place.piece + 1, false, false, false);
    while let Some(Class::Bound { threshold: condition, .. }) = chart.class(at) {
        threshold |= condition;
        (bounded, limited) = (true, true);
        at += 1;
    }
    // 左右 and 上下 stand between a figure and its noun too: 5%左右的目标.
    if chart.class(at) == Some(Class::Link) && chart.class(at + 1) == Some(Class::De) {
        at += 1;
    }
    let follows_de = chart.class(at) == Some(Class::De);
    if follows_de {
        bounded = true;
        at += 1;
    }
    // 七个是党员, 18亿亩这条红线: what follows is not what is counted.
    if matches!(chart.slice(at), "是" | "这" | "那" | "该" | "内") {
        return None;
    }
    if let Some(shared) = shared(chart, number, at, bounded, figure, next) {
        return Some(Ahead { threshold: threshold || figure.kind != FigureKind::Count, ..shared.clone() });
    }
    let marked = match figure.kind {
        FigureKind::Percent | FigureKind::PercentagePoint => bounded,
        FigureKind::Multiple => limited,
        _ => true,
    };
    if !marked {
        return None;
    }
    let unit = figure.unit.as_deref().unwrap_or_default();
    let phrase =
        if is_occasion(unit) { occasion(chart, at) } else { phrase::after(chart, at, takes_modifiers(unit)) };
    let pieces = phrase?;
    // 20张床位及以上的机构: the condition may stand behind the noun.
    let bound_behind = matches!(chart.class(pieces.end), Some(Class::Bound { threshold: true, .. }));
    let behind_of_bound = pieces.end + 1;
    threshold |= bound_behind && matches!(chart.class(behind_of_bound), Some(Class::De));
    threshold &= figure.kind != FigureKind::Percent
        && (figure.kind != FigureKind::Count || bound_behind || !takes_modifiers(unit));
    let existing =
        chart.pieces[pieces.clone()].iter().any(|piece| piece.class == Class::Noun { existing: true });
    let of_many = figure.kind != FigureKind::Count || matches!(unit, "" | "人" | "户" | "名");
    let frame = follows_de && of_many && is_frame(chart.slice(pieces.end - 1), figure.kind);
    let pieces = if counts_things(figure) { without_quantity(chart, pieces) } else { pieces };
    Some(Ahead { of: chart.stretch(pieces.start, pieces.end)?, threshold, existing, frame })
}

/// Figures in a row share the noun behind the last: 12个百亿元、70个30亿元以上项目. A count takes it from
/// the size that follows it, a size without a noun of its own from the next figure.
fn shared<'a>(
    chart: &Chart,
    number: usize,
    at: usize,
    bounded: bool,
    figure: &Figure,
    next: Option<&'a Ahead>,
) -> Option<&'a Ahead> {
    let counts = figure.kind == FigureKind::Count;
    // 1万元以上5万元以下罚款: two limits of one quantity. 两批共5万元援助: a count and its sum.
    let at = if counts && is_sum(chart.slice(at)) { at + 1 } else { at };
    if chart.class(at) == Some(Class::Figure(number + 1))
        && (bounded && !counts || is_sum(chart.slice(at - 1)))
    {
        return next;
    }
    let joined = matches!(chart.class(at), Some(Class::Pause | Class::And));
    let size_of_counted =
        number > 0 && chart.figures[number - 1].piece + 1 == chart.figures[number].piece && joined && !counts;
    let place = at + usize::from(size_of_counted);
    let next = next.filter(|_| chart.class(place) == Some(Class::Figure(number + 1)))?;
    (size_of_counted || counts && next.threshold).then_some(next)
}

fn is_sum(word: &str) -> bool {
    matches!(word, "共" | "共计" | "合计" | "总计")
}

/// Whether the figure counts what has quantities itself: 14个产业, 65岁老人, but not 8项标准.
fn counts_things(figure: &Figure) -> bool {
    let counts_quantities = matches!(figure.unit.as_deref(), None | Some("项" | "条" | "大" | "方面" | "次"));
    figure.kind == FigureKind::Age || figure.kind == FigureKind::Count && !counts_quantities
}

/// 五种污染物排放量: what is counted has the quantity.
fn without_quantity(chart: &Chart, pieces: Range<usize>) -> Range<usize> {
    let last = pieces.end - 1;
    let has_other = pieces.start < last && chart.class(last - 1).is_some_and(Class::is_head);
    let is_counted = matches!(chart.slice(last), "周期" | "标准" | "目标" | "规模");
    if has_other && !is_counted && chart.names_quantity(last) { pieces.start..last } else { pieces }
}

/// 的任务, 的基础上; a task may be done by so many per cent.
fn is_frame(word: &str, kind: FigureKind) -> bool {
    matches!(word, "目标" | "计划" | "基础" | "水平" | "前提" | "速度" | "幅度" | "比例")
        || kind != FigureKind::Percent && matches!(word, "任务" | "要求" | "规定" | "成绩" | "情况")
}

/// Whether a unit counts happenings: 16次调度.
fn is_occasion(unit: &str) -> bool {
    matches!(unit, "次" | "回" | "轮" | "遍" | "趟")
}

/// Whether a verb may open the noun phrase behind this unit: 8个续建项目, but 5万人参加培训, 三方签署的协议.
fn takes_modifiers(unit: &str) -> bool {
    !matches!(unit, "人" | "人次" | "方" | "户" | "户次" | "辆" | "台" | "")
}

/// What happened: the verb itself, or the name of the event.
fn occasion(chart: &Chart, at: usize) -> Option<Range<usize>> {
    let at = at + usize::from(chart.class(at) == Some(Class::Link));
    match chart.class(at)? {
        class if class.is_action() => Some(at..at + 1),
        class if class.is_head() && chart.slice(at).ends_with('会') || chart.slice(at).ends_with("会议") => {
            Some(at..at + 1)
        }
        class if class.is_head() => phrase::after(chart, at, false),
        _ => None,
    }
}
