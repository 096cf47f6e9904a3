//! The words that lead from a figure to the noun after it, and how the noun is read by them.

use std::ops::Range;

use super::{
    counts_things, fulfils, is_complemented, is_frame, is_part_of_quantity, is_spent, lists_levels,
    measures_noun, takes_modifiers,
};
use crate::recognise::Figure;
use crate::record::FigureKind;
use crate::relate::figure::chart::{Chart, Class};
use crate::relate::figure::{counted, following, occasion, step};

/// A figure with what leads from it to the noun after it: 亿元|以上|的|项目.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead<'c> {
    chart: &'c Chart<'c>,
    figure: &'c Figure,
    number: usize,
    pub(super) unit: &'c str,
    /// The indices of the figure's piece, and of the first piece after the words that lead on.
    pub(super) piece: usize,
    pub(super) at: usize,
    /// Whether it is no count.
    pub(super) size: bool,
    /// Whether its measure word counts a noun after adjectives too: 两大目标.
    pub(super) counts: bool,
    /// Whether a bound follows it that is a condition (以上), any bound, or a bound or 的.
    pub(super) threshold: bool,
    limited: bool,
    pub(super) bounded: bool,
    pub(super) follows_de: bool,
}

impl<'c> Lead<'c> {
    pub(super) fn read(chart: &'c Chart<'c>, number: usize, figure: &'c Figure) -> Option<Self> {
        let piece = chart.figures.get(number)?.piece;
        let (mut at, mut threshold, mut limited) = (piece + 1, false, false);
        let counts = figure.kind == FigureKind::Count
            && figure.unit.as_deref().is_some_and(|unit| takes_modifiers(chart, unit));
        while let Some(Class::Bound { threshold: condition, scale }) = chart.class(at)
            && !(scale && counts)
        {
            threshold |= condition;
            limited = true;
            at += 1;
        }
        // 左右 and 上下 stand between a figure and its noun too: 5%左右的目标.
        at += usize::from(chart.class(at) == Some(Class::Link) && chart.class(at + 1) == Some(Class::De));
        let follows_de = chart.class(at) == Some(Class::De);
        Some(Lead {
            chart,
            figure,
            number,
            unit: figure.unit.as_deref().unwrap_or_default(),
            piece,
            at: at + usize::from(follows_de),
            size: figure.kind != FigureKind::Count,
            counts,
            threshold,
            limited,
            bounded: limited || follows_de,
            follows_de,
        })
    }

    /// Whether the noun after the figure only holds it.
    pub(super) fn is_held(&self) -> bool {
        // 跃上9亿斤新台阶
        self.size && step::after(self.chart, self.piece).is_some()
            // 五省(市)煤炭消费量: provinces that are counted have no noun.
            || self.chart.class(self.at) == Some(Class::Aside) && matches!(self.unit, "省" | "市" | "县")
    }

    /// Whether it is told after the figure who they are: 其中9%|是|党员.
    pub(super) fn tells_who(&self) -> bool {
        self.figure.kind == FigureKind::Percent
            && self.chart.slice(self.at) == "是"
            && self.chart.slice_before(self.piece).starts_with("其中")
    }

    /// Whether the words after the figure tell something of the counted, and do not name it.
    pub(super) fn tells_other(&self) -> bool {
        let Lead { chart, at, .. } = *self;
        // 中央和省两级实行预算制度: they tell what the levels do.
        let is_of_levels = || {
            self.unit == "级"
                && (matches!(chart.class(at), Some(Class::Verb | Class::Act | Class::Deed))
                    || lists_levels(chart, self.piece, at))
        };
        // 90万人“挪穷窝”: what so many persons do may stand in quotation marks.
        let is_quoted = || self.unit == "人" && chart.class(at) == Some(Class::OpenQuote);
        // 5亿元人民币: the word names the currency, unless it describes a noun (人民币贷款).
        let is_currency = || {
            self.figure.kind == FigureKind::Money
                && chart.lexicon.units.words.get(chart.slice(at)).is_some()
                && !chart.class(at + 1).is_some_and(Class::is_nominal)
        };
        is_of_levels()
            // 3项转为内部审批, 八成投向农村: a verb with its complement tells something of the counted.
            || is_complemented(chart, at)
            || is_quoted()
            // 七个是党员, 七个由县管理, 18亿亩这条红线: what is counted does not follow.
            || chart.lexicon.phrases.uncounted.contains(chart.slice(at))
            || is_currency()
    }

    /// Whether the figure may be of what stands after it; a share may only where something ties it to that.
    pub(super) fn is_marked(&self) -> bool {
        let Lead { chart, at, .. } = *self;
        match self.figure.kind {
            // 9%契税
            FigureKind::Percent | FigureKind::PercentagePoint => {
                self.bounded
                    || is_spent(chart, at)
                    || chart.slice(at).ends_with('税')
                    || is_part_of_quantity(chart, self.piece, at)
            }
            FigureKind::Multiple => self.limited,
            _ => true,
        }
    }

    /// Whether a verb follows that says what is done with the counted, or what they do.
    pub(super) fn is_acted_on(&self) -> bool {
        let class = self.chart.class(self.at);
        // 投资5亿元实施项目: this was done with the money.
        let does = !self.bounded && self.size && matches!(class, Some(Class::Act | Class::Pivot));
        // 九成以上进入市场: so many of them do this.
        let is_predicate =
            self.figure.kind == FigureKind::Percent && !self.follows_de && class == Some(Class::Verb);
        does || is_predicate
    }

    /// The phrase that may name what is counted.
    pub(super) fn phrase(&self) -> Option<Range<usize>> {
        let Lead { chart, at, .. } = *self;
        let phrase = if occasion::is_occasion(self.unit) {
            occasion::read(chart, at)
        } else {
            following::after(chart, at, takes_modifiers(chart, self.unit))
        };
        let pieces = counted::reach(chart, phrase?, self.figure);
        // 投资9亿元|建设|年产|5万吨: this tells what the money does, and what the next figure measures.
        let is_measured = matches!(chart.class(pieces.end), Some(Class::Figure(_)));
        let is_deed = is_measured && chart.class(at) == Some(Class::Deed);
        // 报价9万元|第二候选人|:…: a label belongs to what follows it.
        if self.size && !self.bounded && (is_deed || chart.slice(pieces.end) == ":") {
            return None;
        }
        // 9个县乡村|三级|网络: what is counted stands after its levels.
        let is_before_levels = self.counts
            && chart.class(pieces.end) == Some(Class::Figure(self.number + 1))
            && chart.slice(pieces.end).ends_with('级')
            && chart.lexicon.phrases.levels.end(chart.slice(pieces.end - 1));
        let pieces = self.beyond(pieces, is_before_levels);
        // 百亿元级投资规模的项目: the project stands after the quantity that the size is of.
        let is_scale = self.size && self.limited && chart.slice(pieces.end - 1).ends_with("规模");
        let is_scale = is_scale && chart.class(pieces.end) == Some(Class::De);
        Some(self.beyond(pieces, is_scale))
    }

    /// The phrase from the second piece after this one on, if `goes_on` and there is one; else this one.
    fn beyond(&self, pieces: Range<usize>, goes_on: bool) -> Range<usize> {
        let next = goes_on.then(|| following::after(self.chart, pieces.end + 1, true)).flatten();
        next.unwrap_or(pieces)
    }

    /// Whether the figure is a condition of what is named.
    pub(super) fn is_threshold(&self, pieces: &Range<usize>) -> bool {
        let chart = self.chart;
        // 20张床位及以上的机构: the condition may stand after the noun.
        let bound_after = matches!(chart.class(pieces.end), Some(Class::Bound { threshold: true, .. }));
        let is_condition =
            self.threshold || bound_after && matches!(chart.class(pieces.end + 1), Some(Class::De));
        is_condition
            && self.figure.kind != FigureKind::Percent
            && (self.size
                || bound_after
                || !takes_modifiers(chart, self.unit) && !counted::are_many(chart, self.unit, pieces))
    }

    /// Whether what is named, which ends with `last`, only holds the figure.
    pub(super) fn holds(&self, last: &str, threshold: bool) -> bool {
        let Lead { chart, figure, unit, .. } = *self;
        let before = chart.slice_before(self.piece);
        let of_many = self.size || matches!(unit, "" | "人" | "户" | "名");
        // 常住人口9万以上|城市: something with so many is only described by that, with 的 or without.
        let is_size_before =
            self.bounded && threshold && matches!(unit, "" | "米" | "千米") && before.ends_with(['口', '拔']);
        // 年产值5亿元以上|企业, 营收过百亿元|企业: the quantity has the size.
        let is_quantity_before = self.size
            && !self.follows_de
            && figure.kind != FigureKind::Percent
            && (threshold || figure.kind == FigureKind::Money && matches!(before, "过" | "超" | "超过"))
            && counted::quantity_before(chart, self.piece).is_some();
        is_size_before
            || is_quantity_before
            || self.follows_de
                && (of_many && is_frame(chart, last, figure.kind)
                    || measures_noun(chart, self.number, figure))
            || unit.is_empty() && fulfils(chart, self.piece, last)
    }

    /// The phrase of what is counted, without what is only said of it.
    pub(super) fn trimmed(&self, pieces: Range<usize>) -> Range<usize> {
        let Lead { chart, figure, unit, size, .. } = *self;
        let whole = pieces.end;
        let mut pieces = pieces;
        if counts_things(figure) || unit == "大" {
            pieces = counted::without_quantity(chart, pieces, unit);
        }
        if size {
            pieces = counted::without_scheme(chart, pieces);
        }
        if size && self.limited && figure.kind != FigureKind::Percent {
            pieces = counted::without_measure(chart, pieces, self.number);
        }
        pieces = counted::without_authority(chart, pieces, unit);
        let is_whole = pieces.end == whole;
        let is_thing =
            matches!(unit, "公里" | "千米") || counts_things(figure) || !size && matches!(unit, "" | "条");
        if is_thing {
            pieces = counted::without_deed(chart, pieces, unit, is_whole);
        }
        let pieces = chart.without_aspect(pieces);
        // 百亿级|基地|等|重大工程: the noun that the list is of does not have the size.
        let etc = pieces.clone().find(|at| size && chart.class(*at) == Some(Class::Etc));
        pieces.start..etc.filter(|etc| *etc > pieces.start).unwrap_or(pieces.end)
    }
}
