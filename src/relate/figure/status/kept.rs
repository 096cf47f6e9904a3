//! What was aimed at and what really came of it, told side by side.

use std::ops::Range;

use super::super::chart::{Chart, Class, WINDOW_PIECES};

/// Most pieces after a figure that call it an aim, or say how far off it is.
const MAX_AIM_PIECES: usize = 6;
/// Most pieces before a figure that say that something is measured by it: 没有|达到.
const MAX_GAUGE_PIECES: usize = 3;

/// Openings of the clause that tells what came of an aim: 实际完成6万人, 目前就业率8成.
pub(super) const OUTCOMES: [&str; 3] = ["实际", "目前", "现在"];

/// Whether the clause of a figure tells what came of the aim in the clause before: 新增就业目标5万人,|实际完成6万人|.
pub(super) fn keeps_aim(chart: &Chart, figure: usize) -> bool {
    let start = clause_start(chart, figure);
    OUTCOMES.contains(&chart.slice(start))
        && start.checked_sub(1).is_some_and(|comma| {
            chart.class(comma) == Some(Class::Comma) && aims(chart, clause_start(chart, comma)..comma)
        })
}

/// Whether the clause after a figure tells what came of the aim in its own: |新增就业目标5万人|,实际完成6万人.
pub(super) fn is_kept(chart: &Chart, figure: usize) -> bool {
    let comma = (figure + 1..figure + WINDOW_PIECES).find(|at| chart.class(*at) == Some(Class::Comma));
    comma.is_some_and(|comma| {
        OUTCOMES.contains(&chart.slice(comma + 1)) && aims(chart, clause_start(chart, figure)..comma)
    })
}

/// Whether a figure is called an aim, by which its clause measures what has come: 低于|年初|6%左右的|目标|, 未达到6%的预期,
/// 与6%的目标相差1个百分点.
pub(in crate::relate::figure) fn measures(chart: &Chart, figure: usize) -> bool {
    let words = &chart.lexicon.phrases;
    let Some(aim) = aim_after(chart, figure) else { return false };
    let mut start = figure;
    while matches!(start.checked_sub(1).and_then(|before| chart.class(before)), Some(Class::Time(_))) {
        start -= 1;
    }
    let first = start.saturating_sub(MAX_GAUGE_PIECES);
    let before = chart.stretch(first, start).map_or("", |range| &chart.text[range]);
    let differs = || {
        let mut after =
            (aim + 1..aim + MAX_AIM_PIECES).take_while(|at| chart.class(*at) != Some(Class::Comma));
        after.any(|at| words.differences.contains(chart.slice(at)))
    };
    words.gauges.end(before) || words.gauge_openings.end(before) && differs()
}

/// The index of the noun after a figure that calls it an aim: 6%左右的|年初|预期|.
fn aim_after(chart: &Chart, figure: usize) -> Option<usize> {
    let bound = |at: &usize| {
        matches!(chart.class(*at), Some(Class::Bound { .. })) || matches!(chart.slice(*at), "左右" | "上下")
    };
    let de = (figure + 1..figure + MAX_AIM_PIECES).find(|at| !bound(at))?;
    let inside = |at: &usize| {
        let class = chart.class(*at);
        class.is_some_and(Class::is_nominal) || matches!(class, Some(Class::Attribute | Class::Time(_)))
    };
    let is_aim = |at: &usize| ["目标", "预期"].iter().any(|aim| chart.slice(*at).ends_with(aim));
    let named = (de + 1..de + MAX_AIM_PIECES).take_while(inside).filter(is_aim).last();
    named.filter(|_| chart.class(de) == Some(Class::De))
}

/// Whether a word is part of what calls the figure before it an aim that something is measured by:
/// 比6%的|预期|目标低.
pub(super) fn names_measure(chart: &Chart, at: usize) -> bool {
    let near = (at.saturating_sub(MAX_AIM_PIECES)..at).rev();
    let mut figures = near.filter(|at| matches!(chart.class(*at), Some(Class::Figure(_))));
    figures.next().is_some_and(|figure| {
        measures(chart, figure) && aim_after(chart, figure).is_some_and(|aim| at <= aim)
    })
}

/// The index at which the clause of a piece starts, at most [`WINDOW_PIECES`] back.
fn clause_start(chart: &Chart, at: usize) -> usize {
    let near = (at.saturating_sub(WINDOW_PIECES)..at).rev();
    let border = near.into_iter().find(|at| matches!(chart.class(*at), Some(Class::Comma | Class::Stop)));
    border.map_or(at.saturating_sub(WINDOW_PIECES), |border| border + 1)
}

/// Whether pieces with a figure say what is aimed at: 原定产值增长5%的目标.
fn aims(chart: &Chart, mut clause: Range<usize>) -> bool {
    clause.clone().any(|at| matches!(chart.class(at), Some(Class::Figure(_))))
        && clause.any(|at| {
            let word = chart.slice(at);
            word.ends_with("目标") || matches!(word, "原定" | "计划" | "应" | "应该" | "下达")
        })
}
