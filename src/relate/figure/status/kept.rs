//! What was aimed at and what really came, told side by side.

use std::ops::Range;

use super::super::chart::{Chart, Class, WINDOW_PIECES};

/// What opens the clause that tells what came: 实际完成6万人, 目前就业率8成.
pub(super) const OUTCOMES: [&str; 3] = ["实际", "目前", "现在"];

/// 新增就业目标5万人,|实际完成6万人|: whether the clause of a figure tells what came of what the one before was aimed at.
pub(super) fn keeps_aim(chart: &Chart, figure: usize) -> bool {
    let start = clause_start(chart, figure);
    OUTCOMES.contains(&chart.slice(start))
        && start.checked_sub(1).is_some_and(|comma| {
            chart.class(comma) == Some(Class::Comma) && aims(chart, clause_start(chart, comma)..comma)
        })
}

/// |新增就业目标5万人|,实际完成6万人: whether the next clause tells what came of what its own was aimed at.
pub(super) fn is_kept(chart: &Chart, figure: usize) -> bool {
    let comma = (figure + 1..figure + WINDOW_PIECES).find(|at| chart.class(*at) == Some(Class::Comma));
    comma.is_some_and(|comma| {
        OUTCOMES.contains(&chart.slice(comma + 1)) && aims(chart, clause_start(chart, figure)..comma)
    })
}

/// Where the clause of a piece starts, as far as is looked back.
fn clause_start(chart: &Chart, at: usize) -> usize {
    let near = (at.saturating_sub(WINDOW_PIECES)..at).rev();
    let border = near.into_iter().find(|at| matches!(chart.class(*at), Some(Class::Comma | Class::Stop)));
    border.map_or(at.saturating_sub(WINDOW_PIECES), |border| border + 1)
}

/// 原定产值增长5%的目标: whether a stretch with a figure says what is aimed at.
fn aims(chart: &Chart, mut clause: Range<usize>) -> bool {
    clause.clone().any(|at| matches!(chart.class(at), Some(Class::Figure(_))))
        && clause.any(|at| {
            let word = chart.slice(at);
            word.ends_with("目标") || matches!(word, "原定" | "计划" | "应" | "应该")
        })
}
