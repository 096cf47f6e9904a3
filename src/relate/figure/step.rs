//! Steps that a quantity has climbed: 跨越两个千亿元台阶.

use std::ops::Range;

use super::chart::{Chart, Class};
use crate::recognise::Figure;
use crate::record::FigureKind;

/// Nouns for the steps that a quantity climbs.
const STEPS: [&str; 3] = ["台阶", "大关", "关口"];

/// The bytes of the step that count `number` counts, before its height.
pub(super) fn counted(chart: &Chart, number: usize, figure: &Figure) -> Option<Range<usize>> {
    let height = chart.figures.get(number)?.piece + 1;
    let is_height = figure.kind == FigureKind::Count && matches!(chart.class(height), Some(Class::Figure(_)));
    let step = after(chart, height).filter(|_| is_height)?;
    chart.stretch(step, step + 1)
}

/// The bytes of the step whose height figure `number` is, where steps are counted.
pub(super) fn of_height(chart: &Chart, number: usize) -> Option<Range<usize>> {
    let height = chart.figures.get(number)?.piece;
    let is_counted = matches!(chart.class_before(height), Some(Class::Figure(_)));
    let step = after(chart, height).filter(|_| is_counted)?;
    chart.stretch(step, step + 1)
}

/// The index of the step whose height is at `height`: 千亿元|台阶, 千亿|级|新|台阶.
pub(super) fn after(chart: &Chart, height: usize) -> Option<usize> {
    let skipped = |at: &usize| matches!(chart.slice(*at), "级" | "新");
    let step = (height + 1..height + 4).find(|at| !skipped(at))?;
    Some(step).filter(|step| STEPS.contains(&chart.slice(*step).trim_start_matches('新')))
}

/// Whether a figure counts steps: 百亿台阶.
pub(super) fn is_step(of: &str) -> bool {
    STEPS.iter().any(|step| of.ends_with(step))
}
