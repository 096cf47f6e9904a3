//! What a figure counts, when that follows it: 211个项目, 亿元以上项目, 85.2%的任务.

use std::ops::Range;

use super::chart::{Chart, Class};
use super::shared::shared;
use super::{counted, following, occasion, step};
use crate::recognise::Figure;
use crate::record::{Bound, FigureKind};

/// What stands after a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct After {
    /// `None` where the noun does not belong to the figure: 十亿人的粮食安全.
    pub(super) of: Option<Range<usize>>,
    /// The figure is a condition of what is named: 亿元以上项目.
    pub(super) threshold: bool,
    /// What is named is there already: 4个在建项目.
    pub(super) existing: bool,
    /// What is named only holds the figure, so that what stands before it goes first: 减少5万人的任务.
    pub(super) frame: bool,
    /// The figure is no count: 500千伏工程.
    pub(super) size: bool,
}

/// The noun phrase after figure `number`; `next` is what was found for the figure after it.
pub(super) fn read(chart: &Chart, number: usize, figure: &Figure, next: Option<&After>) -> Option<After> {
    let place = chart.figures.get(number)?;
    let (mut at, mut threshold, mut bounded, mut limited) = (place.piece + 1, false, false, false);
    let size = figure.kind != FigureKind::Count;
    // 两大目标: what a measure word counts.
    let counts = figure.kind == FigureKind::Count
        && figure.unit.as_deref().is_some_and(|unit| takes_modifiers(chart, unit));
    while let Some(Class::Bound { threshold: condition, scale }) = chart.class(at)
        && !(scale && counts)
    {
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
    // 跃上9亿斤新台阶: what only holds the figure.
    if size && step::after(chart, place.piece).is_some() {
        return Some(After { of: None, threshold: false, existing: false, frame: true, size });
    }
    // 五省(市)煤炭消费量: provinces that are counted have no noun.
    if chart.class(at) == Some(Class::Aside) && matches!(figure.unit.as_deref(), Some("省" | "市" | "县"))
    {
        return Some(After { of: None, threshold: false, existing: false, frame: true, size });
    }
    // 中央和省两级实行预算制度: what the levels do.
    if figure.unit.as_deref() == Some("级")
        && (matches!(chart.class(at), Some(Class::Verb | Class::Act | Class::Deed))
            || lists_levels(chart, place.piece, at))
    {
        return None;
    }
    // 其中9%是党员: who they are is told.
    if figure.kind == FigureKind::Percent
        && chart.slice(at) == "是"
        && chart.slice_before(place.piece).starts_with("其中")
    {
        let pieces = following::after(chart, at + 1, true)?;
        let of = chart.stretch(pieces.start, following::described(chart, pieces.end));
        return Some(After { of, threshold: false, existing: false, frame: false, size });
    }
    // 3项转为内部审批, 八成投向农村: what a verb with its complement speaks of the counted.
    if is_complemented(chart, at) {
        return None;
    }
    // 90万人“挪穷窝”: what so many persons do may be quoted.
    if figure.unit.as_deref() == Some("人") && chart.class(at) == Some(Class::OpenQuote) {
        return None;
    }
    // 七个是党员, 七个由县管理, 18亿亩这条红线: what follows is not what is counted.
    if chart.lexicon.phrases.uncounted.contains(chart.slice(at)) {
        return None;
    }
    // 5亿元人民币: in which money, unless that is told of a noun (人民币贷款).
    if figure.kind == FigureKind::Money
        && chart.lexicon.units.words.get(chart.slice(at)).is_some()
        && !chart.class(at + 1).is_some_and(Class::is_nominal)
    {
        return None;
    }
    if let Some(shared) = shared(chart, number, at, bounded, figure, next) {
        let frame = bounded && measures_noun(chart, number, figure);
        // 60个以上|亿元级|项目: more than this many are no condition.
        let threshold = figure.kind != FigureKind::Count || threshold && !counts;
        return Some(After { threshold, frame, size, ..shared.clone() });
    }
    let marked = match figure.kind {
        // 9%契税
        FigureKind::Percent | FigureKind::PercentagePoint => {
            bounded
                || is_spent(chart, at)
                || chart.slice(at).ends_with('税')
                || is_part_of_quantity(chart, place.piece, at)
        }
        FigureKind::Multiple => limited,
        _ => true,
    };
    // 提供5亿元|捐款: what the money is given as.
    if figure.kind == FigureKind::Money && is_given(chart, place.piece, at) {
        let of = chart.stretch(at, at + 1);
        return Some(After { of, threshold, existing: false, frame: false, size });
    }
    // 投资5亿元实施项目: what was done with the money.
    let does = !bounded
        && figure.kind != FigureKind::Count
        && matches!(chart.class(at), Some(Class::Act | Class::Pivot));
    // 九成以上进入市场: what this many of them do.
    let is_predicate =
        figure.kind == FigureKind::Percent && !follows_de && chart.class(at) == Some(Class::Verb);
    if !marked || does || is_predicate {
        return None;
    }
    let unit = figure.unit.as_deref().unwrap_or_default();
    let phrase = if occasion::is_occasion(unit) {
        occasion::read(chart, at)
    } else {
        following::after(chart, at, takes_modifiers(chart, unit))
    };
    let pieces = counted::reach(chart, phrase?, figure);
    // 投资9亿元|建设|年产|5万吨: what the money does, and what the next figure measures.
    let is_measured = matches!(chart.class(pieces.end), Some(Class::Figure(_)));
    if size && !bounded && chart.class(at) == Some(Class::Deed) && is_measured {
        return None;
    }
    // 报价9万元|第二候选人|:…: what opens a label is of what follows it.
    if size && !bounded && chart.slice(pieces.end) == ":" {
        return None;
    }
    // 9个县乡村|三级|网络: what is counted stands after its levels.
    let is_before_levels = counts
        && chart.class(pieces.end) == Some(Class::Figure(number + 1))
        && chart.slice(pieces.end).ends_with('级')
        && chart.lexicon.phrases.levels.end(chart.slice(pieces.end - 1));
    let beyond = Some(pieces.end + 1).filter(|_| is_before_levels);
    let pieces = beyond.and_then(|at| following::after(chart, at, true)).unwrap_or(pieces);
    // 百亿元级投资规模的项目: of what the size is.
    let is_scale = size && limited && chart.slice(pieces.end - 1).ends_with("规模");
    let beyond = Some(pieces.end + 1).filter(|_| is_scale && chart.class(pieces.end) == Some(Class::De));
    let pieces = beyond.and_then(|at| following::after(chart, at, true)).unwrap_or(pieces);
    if let Some(of) = beyond_size(chart, number, &pieces, unit, next) {
        return Some(After { of: Some(of), threshold: false, existing: false, frame: false, size });
    }
    // 20张床位及以上的机构: the condition may stand after the noun.
    let bound_after = matches!(chart.class(pieces.end), Some(Class::Bound { threshold: true, .. }));
    let after_of_bound = pieces.end + 1;
    threshold |= bound_after && matches!(chart.class(after_of_bound), Some(Class::De));
    threshold &= figure.kind != FigureKind::Percent
        && (figure.kind != FigureKind::Count
            || bound_after
            || !takes_modifiers(chart, unit) && !counted::are_many(chart, unit, &pieces));
    let existing =
        chart.pieces[pieces.clone()].iter().any(|piece| piece.class == Class::Noun { existing: true });
    let last = chart.slice(pieces.end - 1);
    if follows_de && is_of_persons(figure) && !is_group(chart, last) && !is_frame(chart, last, figure.kind) {
        return Some(After { of: None, threshold, existing, frame: true, size });
    }
    let of_many = figure.kind != FigureKind::Count || matches!(unit, "" | "人" | "户" | "名");
    // 常住人口9万以上|城市: what has this many is a condition's bearer, with 的 or without.
    let is_size_before = bounded
        && threshold
        && matches!(unit, "" | "米" | "千米")
        && chart.slice_before(place.piece).ends_with(['口', '拔']);
    // 年产值5亿元以上|企业, 营收过百亿元|企业: what is measured has the size.
    let is_quantity_before = size
        && !follows_de
        && figure.kind != FigureKind::Percent
        && (threshold
            || figure.kind == FigureKind::Money
                && matches!(chart.slice_before(place.piece), "过" | "超" | "超过"))
        && counted::quantity_before(chart, place.piece).is_some();
    let frame = is_size_before
        || is_quantity_before
        || follows_de
            && (of_many && is_frame(chart, last, figure.kind) || measures_noun(chart, number, figure))
        || unit.is_empty() && fulfils(chart, place.piece, last);
    let whole = pieces.end;
    let pieces = if counts_things(figure) || unit == "大" {
        counted::without_quantity(chart, pieces, unit)
    } else {
        pieces
    };
    let pieces = if size { counted::without_scheme(chart, pieces) } else { pieces };
    let pieces = if size && limited && figure.kind != FigureKind::Percent {
        counted::without_measure(chart, pieces, number)
    } else {
        pieces
    };
    let pieces = counted::without_authority(chart, pieces, unit);
    let is_whole = pieces.end == whole;
    let is_thing = matches!(unit, "公里" | "千米")
        || counts_things(figure)
        || figure.kind == FigureKind::Count && matches!(unit, "" | "条");
    let pieces = if is_thing { counted::without_deed(chart, pieces, unit, is_whole) } else { pieces };
    let pieces = chart.without_aspect(pieces);
    // 百亿级|基地|等|重大工程: what the list is of has no size.
    let etc = pieces.clone().find(|at| size && chart.class(*at) == Some(Class::Etc));
    let pieces = pieces.start..etc.filter(|etc| *etc > pieces.start).unwrap_or(pieces.end);
    // 降低三分之一的办法, 9亿斤的水平: what only holds the figure names nothing by itself.
    let is_empty =
        follows_de && pieces.len() == 1 && matches!(last, "办法" | "水平" | "情况" | "基础" | "前提");
    let of = chart.stretch(pieces.start, pieces.end).filter(|_| !is_empty);
    Some(After { of, threshold, existing, frame: frame || is_empty, size })
}

/// 县乡村|三级|网络: whether a list of levels stands before the figure, and what is after it goes through them; but
/// 市县两级|政府.
fn lists_levels(chart: &Chart, figure: usize, after: usize) -> bool {
    let phrases = &chart.lexicon.phrases;
    let level = chart.slice_before(figure);
    let is_level = |level: char| phrases.levels.end(level.encode_utf8(&mut [0; 4]));
    let is_list = level.chars().count() > 1
        || figure >= 2 && matches!(chart.class(figure - 2), Some(Class::Pause | Class::And));
    let inside = |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || class.is_action());
    let mut phrase = (after..after + MAX_DESCRIPTION_PIECES).take_while(inside);
    !level.is_empty()
        && level.chars().all(is_level)
        && is_list
        && phrase.any(|at| phrases.tiered.end(chart.slice(at)))
}

/// 转为, 投向, 分到: a verb that leads on to something else, and with it describes nothing unless 的 follows.
fn is_complemented(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    let leads = word.chars().count() == 2 && chart.lexicon.phrases.complements.end(word);
    let is_verb = chart.class(at).is_some_and(Class::is_action);
    let mut clause = (at + 1..at + MAX_DESCRIPTION_PIECES).map_while(|at| chart.class(at));
    leads && is_verb && !clause.any(|class| class == Class::De)
}

/// 70%左右|支出|用于: a share of what stands before what becomes of it.
fn is_spent(chart: &Chart, about: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let first = about + 1;
    let nouns = (first..first + MAX_DEEDS).take_while(nominal).count();
    chart.slice(about) == "左右" && nouns > 0 && matches!(chart.slice(first + nouns), "用于" | "来自")
}

/// 覆盖医院|97%|门诊量|,: a share of the quantity that ends the clause, where nothing before says what is this high.
fn is_part_of_quantity(chart: &Chart, figure: usize, at: usize) -> bool {
    let ends = matches!(chart.class(at + 1), None | Some(Class::Comma | Class::Stop));
    let before = figure.checked_sub(1);
    let follows_thing = before.is_some_and(|before| {
        matches!(chart.class(before), Some(Class::Noun { .. } | Class::Act | Class::Verb))
            && !chart.names_measure(before)
            && !chart.names_ratio(before)
    });
    ends && chart.names_quantity(at) && follows_thing
}

/// 9个产值5亿元以上的园区: what is counted stands after its size.
fn beyond_size(
    chart: &Chart,
    number: usize,
    pieces: &Range<usize>,
    unit: &str,
    next: Option<&After>,
) -> Option<Range<usize>> {
    let size = (pieces.end..pieces.end + 2).find(|at| !chart.is_level(*at))?;
    let is_size = chart.class(size) == Some(Class::Figure(number + 1));
    let is_counted = chart.lexicon.counted.fits(unit, chart.slice(pieces.end - 1));
    next.filter(|next| is_size && !is_counted && next.threshold)?.of.clone()
}

/// 十亿人的粮食安全: who has it is counted, and by no noun.
fn is_of_persons(figure: &Figure) -> bool {
    matches!(figure.unit.as_deref(), Some("人" | "户"))
}

/// Whether the figure counts what has quantities itself: 14个产业, 65岁老人, but not 8项标准.
fn counts_things(figure: &Figure) -> bool {
    let counts_quantities = matches!(figure.unit.as_deref(), None | Some("项" | "条" | "大" | "方面" | "次"));
    figure.kind == FigureKind::Age || figure.kind == FigureKind::Count && !counts_quantities
}

/// 收入2亿元以上的企业, 造成损失1亿元以上的事故: a noun directly before a figure that is no count is measured.
fn measures_noun(chart: &Chart, number: usize, figure: &Figure) -> bool {
    let before = chart.figures.get(number).and_then(|place| place.piece.checked_sub(1));
    let ends = |at: usize, ends: &[&str]| ends.iter().any(|end| chart.slice(at).ends_with(end));
    let is_measured = |at: usize| match figure.kind {
        // 常住人口9万以上的城市
        FigureKind::Count if figure.unit.is_none() && chart.slice(at).ends_with("人口") => true,
        // 吞吐量超千万人次的码头
        FigureKind::Count => figure.bound == Bound::Over && chart.names_quantity(at),
        FigureKind::Age => false,
        FigureKind::Percent => ends(at, &["率", "比重", "占比", "比例", "含量", "浓度"]),
        // 规模 says nothing by itself.
        _ if ends(at, &["规模"]) => false,
        _ => {
            // 投资|在9亿元以上的项目
            let is_told = chart.slice(at + 1) == "在" || ends(at, &["损失", "总投资", "资金"]);
            chart.names_quantity(at) || chart.class(at).is_some_and(Class::is_head) && is_told
        }
    };
    // 效率不低于60%的设施
    let skipped =
        |at: &usize| chart.is_level(*at) || chart.class(*at) == Some(Class::Link) || chart.slice(*at) == "在";
    let before = before.and_then(|last| (last.saturating_sub(2)..=last).rev().find(|at| !skipped(at)));
    before.is_some_and(is_measured)
}

/// 裁减员额20万任务: a task that is this many of the noun before.
fn fulfils(chart: &Chart, figure: usize, last: &str) -> bool {
    chart.class_before(figure).is_some_and(Class::is_head) && matches!(last, "任务" | "目标")
}

/// 百万人的队伍: what persons or households make up.
fn is_group(chart: &Chart, word: &str) -> bool {
    chart.lexicon.phrases.groups.end(word)
}

/// 的任务, 的基础上; a task may be done by this many per cent.
fn is_frame(chart: &Chart, word: &str, kind: FigureKind) -> bool {
    let phrases = &chart.lexicon.phrases;
    phrases.frames.contains(word)
        || word.ends_with("目标")
        || kind == FigureKind::PercentagePoint && word == "增量"
        || kind != FigureKind::Percent && phrases.tasks.contains(word)
}

/// Whether a verb may open the noun phrase after this unit: 8个续建项目, but 5万人参加培训, 三方签署的协议.
fn takes_modifiers(chart: &Chart, unit: &str) -> bool {
    !unit.is_empty() && !chart.lexicon.phrases.doer_units.contains(unit)
}

/// Whether the money at `figure` is given, and the word at `at` that ends the clause says as what.
fn is_given(chart: &Chart, figure: usize, at: usize) -> bool {
    let gives = figure.checked_sub(1).is_some_and(|verb| matches!(chart.slice(verb), "提供" | "给予"));
    let names = chart.class(at).is_some_and(Class::is_action) && chart.slice(at).chars().count() == 2;
    let ends = matches!(chart.class(at + 1), None | Some(Class::Comma | Class::Stop | Class::Pause));
    gives && names && ends
}

/// How many pieces a description before 的 has at most.
pub(super) const MAX_DESCRIPTION_PIECES: usize = 10;
/// How many deeds in a row, or nouns between them, name what happened.
const MAX_DEEDS: usize = 3;
