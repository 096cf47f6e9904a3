//! Words between a quantity and its figure that are no part of its name: how it is reckoned (按可比价格计算, 平均每斤),
//! what became of it (调整优化为), examples of it (有甲线、乙线等).

use std::ops::Range;

use super::{Before, MAX_COMPARISON_PIECES, Walk};
use crate::lexicon::{Role, Sense};
use crate::record::FigureKind;
use crate::relate::figure::chart::{Chart, Class};
use crate::relate::figure::preceding;

impl Walk<'_, '_> {
    /// The index of the word after which it is told by what the quantity is reckoned: 以货币|计算, 按可比价格|计算.
    pub(super) fn reckoned_by(&self, verb: usize) -> Option<usize> {
        let chart = self.chart;
        let near = self.floor.max(verb.saturating_sub(MAX_COMPARISON_PIECES))..verb;
        let mut near = near.rev().take_while(|at| {
            chart.class(*at).is_some_and(|class| class.is_nominal() || class == Class::De)
                || matches!(chart.slice(*at), "按" | "以" | "用")
        });
        let is_reckoning = matches!(chart.slice(verb), "计算" | "折算" | "计");
        near.find(|at| is_reckoning && matches!(chart.slice(*at), "按" | "以" | "用"))
    }

    /// Whether the noun for a deed stands beside a verb, and says with it what became of something:
    /// 机构|调整|优化为|5个.
    pub(super) fn is_double_verb(&self, piece: usize) -> bool {
        let chart = self.chart;
        let verb = chart.slice(piece + 1).trim_end_matches(['为', '至', '到', '成']);
        let reforms = matches!(verb, "优化" | "调整" | "整合" | "合并" | "重组");
        reforms && chart.class(piece + 1) == Some(Class::Arrive) && chart.pieces[piece].names_deed
    }

    /// Whether what something is reckoned by describes, with 的, what is measured: 按货币计算的|工资.
    pub(super) fn describes_by(&self, basis: usize, pieces: &Range<usize>) -> bool {
        let chart = self.chart;
        let is_de = |at: usize| chart.class(at) == Some(Class::De);
        let is_reckoned = |at: usize| is_de(at) && matches!(chart.slice(at - 1), "计算" | "折算");
        (basis..pieces.start).any(is_de) || (pieces.start + 1..pieces.end).any(is_reckoned)
    }

    /// The noun before the examples that the measure word counts, or else the examples: 在建线路有|甲线、乙线|等9条.
    pub(super) fn examples(&self, etc: usize) -> Before {
        let chart = self.chart;
        let examples = preceding::before(chart, etc, self.floor);
        let verb = examples.start.checked_sub(1).filter(|verb| *verb > self.floor);
        let leads = |verb: &usize| matches!(chart.slice(*verb), "有" | "包括" | "即" | "为" | "是");
        let is_counted = |verb: &usize| chart.lexicon.counted.fits(self.unit, chart.slice(*verb - 1));
        match verb.filter(leads).filter(is_counted) {
            Some(verb) => self.phrase(verb),
            None => self.found(examples),
        }
    }

    /// The index at which the words start that only say for how much the quantity before them holds:
    /// 收购价|平均|每|斤|提高.
    pub(super) fn per_unit(&self, end: usize) -> Option<usize> {
        let chart = self.chart;
        let last = end.checked_sub(1)?;
        let each = if chart.slice(last).starts_with('每') { last } else { last.checked_sub(1)? };
        let per = chart.stretch(each, end).map_or("", |range| &chart.text[range]);
        let unit = per.strip_prefix('每')?;
        let averaged = usize::from(matches!(chart.slice_before(each), "平均" | "均"));
        let start = each.checked_sub(averaged).filter(|start| *start > self.floor)?;
        let is_unit = chart
            .lexicon
            .units
            .words
            .get(unit)
            .is_some_and(|unit| matches!(unit.sense, Sense::Measure(kind) if kind != FigureKind::Count));
        (is_unit && chart.class_before(start).is_some_and(Class::is_nominal)).then_some(start)
    }
}

/// Whether the word after a noun says how many there are: 已有, 现有.
pub(super) fn is_already(chart: &Chart, piece: usize) -> bool {
    let follows_noun = chart.class_before(piece).is_some_and(Class::is_nominal);
    let is_among = piece > 0 && chart.slice(piece - 1) == "中";
    matches!(chart.slice(piece), "已有" | "现有") && (follows_noun || is_among)
}

/// Whether the word ties a share to what it is a share of: 相当于全国的1.5倍, 完成计划的90%, 不少于总数的一半.
pub(super) fn equates(chart: &Chart, piece: usize) -> bool {
    chart.slice(piece).ends_with('于') || chart.plays(piece, Role::Equates)
}
