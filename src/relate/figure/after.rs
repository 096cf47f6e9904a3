//! What a figure counts, if that stands after the figure: 211个项目, 亿元以上项目, 85.2%的任务.

mod lead;

use std::ops::Range;

use super::chart::{Chart, Class};
use super::following;
use super::shared::shared;
use crate::recognise::Figure;
use crate::record::{Bound, FigureKind};
use lead::Lead;

/// What stands after a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct After {
    /// The bytes of what it counts; `None` where the noun does not belong to the figure: 十亿人的粮食安全.
    pub(super) of: Option<Range<usize>>,
    /// Whether the figure is a condition of what is named: 亿元以上项目.
    pub(super) threshold: bool,
    /// Whether what is named exists already: 4个在建项目.
    pub(super) existing: bool,
    /// Whether what is named only holds the figure, so that what stands before the figure goes first:
    /// 减少5万人的任务.
    pub(super) frame: bool,
    /// Whether the figure is a size and no count: 500千伏工程.
    pub(super) size: bool,
}

impl After {
    /// A noun that only holds the figure, so that nothing after the figure is counted.
    fn holder(size: bool) -> Self {
        After { of: None, threshold: false, existing: false, frame: true, size }
    }

    /// What the figure counts, with nothing more known of it.
    fn plain(of: Option<Range<usize>>, size: bool) -> Self {
        After { of, threshold: false, existing: false, frame: false, size }
    }
}

/// The noun phrase after figure `number`; `next` is what was found for the figure after it.
pub(super) fn read(chart: &Chart, number: usize, figure: &Figure, next: Option<&After>) -> Option<After> {
    let lead = Lead::read(chart, number, figure)?;
    let Lead { at, size, bounded, counts, .. } = lead;
    if lead.is_held() {
        return Some(After::holder(size));
    }
    // 其中9%是党员: the sentence tells who they are.
    if lead.tells_who() {
        let pieces = following::after(chart, at + 1, true)?;
        return Some(After::plain(
            chart.stretch(pieces.start, following::described(chart, pieces.end)),
            size,
        ));
    }
    if lead.tells_other() {
        return None;
    }
    if let Some(shared) = shared(chart, number, at, bounded, figure, next) {
        let frame = bounded && measures_noun(chart, number, figure);
        // 60个以上|亿元级|项目: to be more than so many is no condition.
        let threshold = figure.kind != FigureKind::Count || lead.threshold && !counts;
        return Some(After { threshold, frame, size, ..shared.clone() });
    }
    let is_marked = lead.is_marked();
    // 提供5亿元|捐款: the word says as what the money is given.
    if figure.kind == FigureKind::Money && is_given(chart, lead.piece, at) {
        let of = chart.stretch(at, at + 1);
        return Some(After { threshold: lead.threshold, ..After::plain(of, size) });
    }
    if !is_marked || lead.is_acted_on() {
        return None;
    }
    let pieces = lead.phrase()?;
    if let Some(of) = beyond_size(chart, number, &pieces, lead.unit, next) {
        return Some(After::plain(Some(of), size));
    }
    let threshold = lead.is_threshold(&pieces);
    let existing =
        chart.pieces[pieces.clone()].iter().any(|piece| piece.class == Class::Noun { existing: true });
    let last = chart.slice(pieces.end - 1);
    if lead.follows_de
        && is_of_persons(figure)
        && !is_group(chart, last)
        && !is_frame(chart, last, figure.kind)
    {
        return Some(After { threshold, existing, ..After::holder(size) });
    }
    let frame = lead.holds(last, threshold);
    let pieces = lead.trimmed(pieces);
    // 降低三分之一的办法, 9亿斤的水平: a noun that only holds the figure names nothing by itself.
    let is_empty =
        lead.follows_de && pieces.len() == 1 && matches!(last, "办法" | "水平" | "情况" | "基础" | "前提");
    let of = chart.stretch(pieces.start, pieces.end).filter(|_| !is_empty);
    Some(After { of, threshold, existing, frame: frame || is_empty, size })
}

/// Whether a list of levels stands before the figure, and what stands after it goes through all of them:
/// 县乡村|三级|网络; not 市县两级|政府.
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

/// Whether a verb leads on to something else, with which it describes nothing unless 的 follows: 转为, 投向, 分到.
fn is_complemented(chart: &Chart, at: usize) -> bool {
    let word = chart.slice(at);
    let leads = word.chars().count() == 2 && chart.lexicon.phrases.complements.end(word);
    let is_verb = chart.class(at).is_some_and(Class::is_action);
    let mut clause = (at + 1..at + MAX_DESCRIPTION_PIECES).map_while(|at| chart.class(at));
    leads && is_verb && !clause.any(|class| class == Class::De)
}

/// Whether the figure is a share of the noun after it, whose use or source is told next: 70%左右|支出|用于.
fn is_spent(chart: &Chart, about: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let first = about + 1;
    let nouns = (first..first + MAX_DEEDS).take_while(nominal).count();
    chart.slice(about) == "左右" && nouns > 0 && matches!(chart.slice(first + nouns), "用于" | "来自")
}

/// Whether the figure is a share of the quantity that ends the clause, where nothing before it says what is
/// so high: 覆盖医院|97%|门诊量|,.
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

/// The bytes of what is counted, where that stands after its size: 9个产值5亿元以上的园区.
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

/// Whether the figure counts those who have what the noun names: 十亿人的粮食安全.
fn is_of_persons(figure: &Figure) -> bool {
    matches!(figure.unit.as_deref(), Some("人" | "户"))
}

/// Whether the figure counts what has quantities itself: 14个产业, 65岁老人; not 8项标准.
fn counts_things(figure: &Figure) -> bool {
    let counts_quantities = matches!(figure.unit.as_deref(), None | Some("项" | "条" | "大" | "方面" | "次"));
    figure.kind == FigureKind::Age || figure.kind == FigureKind::Count && !counts_quantities
}

/// Whether the figure measures the noun right before it: 收入2亿元以上的企业, 造成损失1亿元以上的事故.
fn measures_noun(chart: &Chart, number: usize, figure: &Figure) -> bool {
    let before = chart.figures.get(number).and_then(|place| place.piece.checked_sub(1));
    let ends = |at: usize, ends: &[&str]| ends.iter().any(|end| chart.slice(at).ends_with(end));
    let is_measured = |at: usize| match figure.kind {
        // 常住人口9万以上的城市
        FigureKind::Count if figure.unit.is_none() && chart.slice(at).ends_with("人口") => true,
        // 吞吐量超千万人次的码头
        FigureKind::Count => figure.bound == Bound::Over && chart.names_quantity(at),
        FigureKind::Age => false,
        FigureKind::Percent => {
            chart.lexicon.phrases.ratios.end(chart.slice(at)) || ends(at, &["率", "含量", "浓度"])
        }
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

/// Whether the noun names a task that is this many of the noun before the figure: 裁减员额20万任务.
fn fulfils(chart: &Chart, figure: usize, last: &str) -> bool {
    chart.class_before(figure).is_some_and(Class::is_head) && matches!(last, "任务" | "目标")
}

/// Whether a noun names what persons or households make up: 百万人的队伍.
fn is_group(chart: &Chart, word: &str) -> bool {
    chart.lexicon.phrases.groups.end(word)
}

/// Whether a noun only holds the figure: 的任务, 的基础上. A task holds no percentage, because so much of it may be
/// done.
fn is_frame(chart: &Chart, word: &str, kind: FigureKind) -> bool {
    let phrases = &chart.lexicon.phrases;
    phrases.frames.contains(word)
        || word.ends_with("目标")
        || kind == FigureKind::PercentagePoint && word == "增量"
        || kind != FigureKind::Percent && phrases.tasks.contains(word)
}

/// Whether a verb may open the noun phrase after this unit: 8个续建项目; not 5万人参加培训, 三方签署的协议.
fn takes_modifiers(chart: &Chart, unit: &str) -> bool {
    !unit.is_empty() && !chart.lexicon.phrases.doer_units.contains(unit)
}

/// Whether the money at `figure` is given, and the word at `at`, which ends the clause, says as what.
fn is_given(chart: &Chart, figure: usize, at: usize) -> bool {
    let gives = figure.checked_sub(1).is_some_and(|verb| matches!(chart.slice(verb), "提供" | "给予"));
    let names = chart.class(at).is_some_and(Class::is_action) && chart.slice(at).chars().count() == 2;
    let ends = matches!(chart.class(at + 1), None | Some(Class::Comma | Class::Stop | Class::Pause));
    gives && names && ends
}

/// Most pieces of a description before 的.
pub(super) const MAX_DESCRIPTION_PIECES: usize = 10;
/// Most deeds in a row, or nouns between them, that name what happened.
const MAX_DEEDS: usize = 3;
