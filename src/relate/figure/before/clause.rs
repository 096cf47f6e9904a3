//! What a figure measures, if an earlier clause says it: 蔬菜产量稳步提升,达到70万吨.

use std::ops::Range;

use super::{Before, Walk};
use crate::relate::figure::chart::{Chart, Class};
use crate::relate::figure::status::is_denominator;

/// Most clauses back in which a figure finds what it measures.
const MAX_CLAUSES: usize = 3;
/// Most pieces of a label before a colon.
const MAX_LABEL_PIECES: usize = 6;

impl Walk<'_, '_> {
    /// The index of the verb before the parts into which something is divided, or before the plan that it is
    /// a share of or goes beyond: 资格分为初级和高级|两类, 投资完成年度计划|90%, 收入完成年初预算|90%.
    pub(super) fn parts_or_fulfils(&self, pieces: &Range<usize>) -> Option<usize> {
        let chart = self.chart;
        let last = pieces.start.checked_sub(1)?;
        // 完成|年初|预算
        let dated = matches!(chart.class(last), Some(Class::Time(_)));
        let verb = last.checked_sub(usize::from(dated)).filter(|verb| *verb > self.floor)?;
        let parts = matches!(chart.slice(verb), "分为" | "分成" | "划分为");
        let sets = |at: usize| ["计划", "预算", "任务"].iter().any(|plan| chart.slice(at).ends_with(plan));
        let fulfils = self.is_share
            && matches!(chart.slice(verb), "完成" | "超额完成")
            && (sets(pieces.end) || sets(pieces.end - 1))
            && chart.class_before(verb).is_some_and(Class::is_nominal);
        // 投资超|目标|5亿元
        let exceeds = chart.slice(verb) == "超"
            && ["目标", "计划", "预期"].iter().any(|plan| chart.slice(pieces.end - 1).ends_with(plan));
        (parts || fulfils || exceeds).then_some(verb)
    }

    /// The plan whose name says what the share is of, if a body fulfils it: 江北厂完成|利润计划|的9%.
    pub(super) fn own_plan(&self, de: usize) -> Option<Range<usize>> {
        let chart = self.chart;
        let plan = de.checked_sub(1).filter(|plan| self.is_share && chart.slice(*plan).ends_with("计划"))?;
        let quantity = plan.checked_sub(1).filter(|quantity| chart.names_measure(*quantity))?;
        let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
        let first = (self.floor..=quantity).rev().take_while(nominal).last()?;
        let skipped = |at: &usize| matches!(chart.slice(*at), "了" | "竟" | "就" | "只" | "已");
        let verb = (self.floor..first).rev().find(|at| !skipped(at))?;
        let doer =
            (self.floor..verb).rev().find(|at| !skipped(at) && chart.class(*at) != Some(Class::Link))?;
        let is_body = chart.pieces[doer].is_name || chart.lexicon.phrases.doers.end(chart.slice(doer));
        (is_body && matches!(chart.slice(verb), "完成" | "超额完成")).then_some(first..plan + 1)
    }

    /// The nouns and deeds that fill the clause before the 占 at `share`, and have the share: 灾后|恢复|重建|占5%,
    /// 结构调整、节能|减排|占5%.
    pub(super) fn named_by_clause(&self, share: usize) -> Option<Range<usize>> {
        let chart = self.chart;
        let inside = |at: &usize| match chart.class(*at) {
            Some(Class::Verb | Class::Deed | Class::Attribute | Class::And | Class::Pause) => true,
            Some(Class::Link) => *at + 2 < share && !chart.class(at + 1).is_some_and(Class::is_passed),
            class => class.is_some_and(Class::is_nominal),
        };
        let first = (self.floor..share).rev().take_while(inside).last()?;
        let opens = matches!(chart.class_before(first), None | Some(Class::Comma | Class::Stop));
        let lists = (first..share).any(|at| chart.class(at) == Some(Class::Pause));
        let ends_in_deed = chart.class_before(share).is_some_and(Class::is_action);
        (opens && first + 1 < share && (lists || ends_in_deed)).then_some(first..share)
    }

    /// Whether the piece joins two words that a level follows: 达到|或者|超过, 达到|或|略|高于.
    pub(super) fn joins_levels(&self, piece: usize) -> bool {
        let chart = self.chart;
        let is_level = |at: usize| chart.is_level(at) || chart.compares(at);
        let next = piece + 1 + usize::from(chart.class(piece + 1) == Some(Class::Link));
        matches!(chart.slice(piece), "或" | "或者" | "和")
            && piece > 0
            && is_level(piece - 1)
            && (is_level(next) || is_level(piece + 1))
    }

    /// What the clause before measures, where this phrase says nothing alone: 企业新增300家,总数达到900家.
    pub(super) fn owner(&mut self, pieces: &Range<usize>) -> Option<Before> {
        let chart = self.chart;
        let is_region = self.is_share && self.is_region(pieces);
        let is_bare = pieces.len() == 1 && chart.names_relation(pieces.start) && !self.respectively;
        let skipped = |at: &usize| matches!(chart.class(*at), Some(Class::Link | Class::Time(_)));
        let passed = (self.floor..pieces.start).rev().take_while(skipped).count();
        // 。|总量接近9万户: another sentence tells what it is of.
        if is_bare
            && (pieces.start == passed || chart.class_before(pieces.start - passed) == Some(Class::Stop))
        {
            return Some(Before::Nothing);
        }
        let border = pieces.start.checked_sub(passed + 1).filter(|border| *border > self.floor)?;
        if is_region && chart.class(border) == Some(Class::Comma) {
            return Some(self.of_clause_before(border)).filter(|found| self.is_share_of(found));
        }
        if !is_bare || !matches!(chart.class(border), Some(Class::Comma | Class::Pause)) {
            return None;
        }
        self.becomes = true;
        Some(self.of_clause_before(border)).filter(|found| !matches!(found, Before::Nothing))
    }

    /// Whether the phrase is only a region, which has the rate of the clause before: 绿化率达到5%,沿江地区达到7%. It has
    /// a share of its own (沿江地区占7%).
    fn is_region(&self, pieces: &Range<usize>) -> bool {
        let chart = self.chart;
        let last = chart.slice(pieces.end - 1);
        let is_told = chart.is_level(pieces.end) || matches!(chart.slice(pieces.end), "由" | "从" | "为");
        is_told && chart.lexicon.phrases.regions.end(last)
            || is_told && last.ends_with('市') && !last.ends_with("城市")
    }

    /// What the clause before gives more of, if it ends so, for what a payer gives: 增加社会保障投入,财政安排5亿元.
    pub(super) fn outlay_before(&self, payer: usize) -> Before {
        let chart = self.chart;
        let comma = payer.checked_sub(1).filter(|comma| chart.class(*comma) == Some(Class::Comma));
        let Some(comma) = comma else { return Before::Nothing };
        let names_outlay = comma > self.floor && chart.lexicon.phrases.outlays.end(chart.slice(comma - 1));
        if names_outlay { self.phrase(comma) } else { Before::Nothing }
    }

    /// Whether what was found in the clause before is a rate or names one.
    fn is_share_of(&self, found: &Before) -> bool {
        let chart = self.chart;
        match found {
            Before::SameAs { number, .. } => chart.figures.get(*number).is_some_and(|place| {
                let share = chart.slice(place.piece);
                share.ends_with('%') || share.starts_with("百分之") || share.starts_with("千分之")
            }),
            Before::Phrase { pieces, .. } => chart.slice(pieces.end - 1).ends_with('率'),
            _ => false,
        }
    }

    /// What a clause without a noun of its own goes on about: the figure of the clause before it; without
    /// one, the noun phrase at that clause's end or, where the end is no noun, at its head. Clauses that only
    /// say by what something is reckoned are passed.
    pub(super) fn of_clause_before(&self, mut border: usize) -> Before {
        let chart = self.chart;
        // 改造小区9个、惠及3万户: persons who are only counted are not what was measured before.
        let in_row = matches!(chart.class(border + 1), Some(Class::Figure(_)))
            && chart.class(border) != Some(Class::Comma)
            && chart.follows_figure(border);
        if self.is_person && !self.becomes && !in_row {
            return Before::SameUnit { otherwise: None };
        }
        // 清理90件,废止5件: a clause with a verb of its own takes the noun of the same unit.
        if self.passed_verb && self.is_count && chart.class(border) == Some(Class::Comma) {
            return if self.is_person { Before::Nothing } else { Before::SameUnit { otherwise: None } };
        }
        if let Some(product) = self.product(border) {
            return self.found(product);
        }
        // 收入9亿元(其中税收5亿元),增长2%: a clause does not go on about a parenthesis after a quantity.
        let close = border.checked_sub(1).and_then(|close| chart.opening(close));
        border = close.filter(|open| *open > self.floor && chart.follows_figure(*open)).unwrap_or(border);
        for _ in 0..MAX_CLAUSES {
            let ends = |at: &usize| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop));
            let start = (self.floor..border).rev().take_while(ends).last().unwrap_or(border);
            if !self.is_adjunct(start..border) {
                let figure = (start..border).rev().find_map(|at| match chart.class(at) {
                    Some(Class::Figure(number)) if at + 1 == border || !is_denominator(chart, at) => {
                        Some(number)
                    }
                    _ => None,
                });
                return match figure {
                    Some(number) => Before::SameAs { number, respectively: self.respectively },
                    None => self.topic(start, border),
                };
            }
            match start.checked_sub(1).filter(|comma| chart.class(*comma) == Some(Class::Comma)) {
                Some(comma) => border = comma,
                None => return Before::Nothing,
            }
        }
        Before::Nothing
    }

    /// The verb that alone names a product, in a list of things with their quantities: 原煤9吨,|洗煤|6吨.
    fn product(&self, border: usize) -> Option<Range<usize>> {
        let chart = self.chart;
        let measures = !(self.is_count || self.is_share || self.is_money || self.is_person);
        let verb = border + 1;
        let is_lone = measures
            && chart.class(verb) == Some(Class::Verb)
            && matches!(chart.class(verb + 1), Some(Class::Figure(_)));
        let names = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
        let thing = border.checked_sub(2).filter(|_| is_lone && chart.follows_figure(border))?;
        let nouns = (self.floor..=thing).rev().take_while(names).count();
        let opens = (thing + 1).checked_sub(nouns).and_then(|first| chart.class_before(first));
        (nouns > 0 && matches!(opens, None | Some(Class::Comma | Class::Stop | Class::Pause)))
            .then_some(verb..verb + 1)
    }

    fn topic(&self, start: usize, border: usize) -> Before {
        // 推行新制度,又有5万人落户: those who act are not named, and what is acted on is not counted.
        let first = (start..border).find(|at| self.chart.class(*at) != Some(Class::Link));
        let opens_with_verb = first.and_then(|at| self.chart.class(at)).is_some_and(Class::is_action);
        // 由各地介绍就业的,就有5万人: this means whoever does so.
        if self.is_person && (opens_with_verb || self.chart.class_before(border) == Some(Class::De)) {
            return Before::Nothing;
        }
        let ends_in_noun = self.chart.class_before(border).is_some_and(Class::is_nominal);
        if !ends_in_noun {
            return self.found(self.up_to_counted(subject(self.chart, start, border)));
        }
        match self.measured(border) {
            // 加大保障力度,新开工9万套: a degree is never counted.
            Ok(pieces) if self.is_degree(pieces.end - 1) || self.is_role(&pieces) => Before::Nothing,
            // 资金用于渔业建设,累计整合9亿元
            Ok(pieces) if self.is_money && pieces.start > start && is_for(self.chart, pieces.start - 1) => {
                self.phrase(pieces.start - 1)
            }
            // 投资扭转下降|局面|,增长1%: the course that a quantity takes is no quantity.
            Ok(pieces)
                if self.is_share
                    && self.chart.lexicon.phrases.courses.end(self.chart.slice(pieces.end - 1)) =>
            {
                self.found(self.up_to_counted(subject(self.chart, start, border)))
            }
            // 最大风速出现|在|江北县,达: the place where something was is not what was measured.
            Ok(pieces) if pieces.start > start + 1 && is_where(self.chart, &pieces) => {
                self.found(self.up_to_counted(subject(self.chart, start, border)))
            }
            Ok(pieces) => self.found(pieces),
            Err(_) => Before::Nothing,
        }
    }

    /// The subject up to the noun that the measure word counts: 病险水库|除险加固|推进,完成9座.
    fn up_to_counted(&self, subject: Range<usize>) -> Range<usize> {
        let fits = |at: &usize| {
            self.chart.class(*at).is_some_and(Class::is_head)
                && self.chart.lexicon.counted.fits(self.unit, self.chart.slice(*at))
        };
        let is_exact = self.is_count && !self.is_person && !matches!(self.unit, "" | "个" | "项");
        let counted = subject.clone().rev().find(fits).filter(|_| is_exact);
        counted.map_or(subject.clone(), |counted| subject.start..counted + 1)
    }

    fn is_degree(&self, noun: usize) -> bool {
        let noun = self.chart.slice(noun);
        let counts =
            self.is_count && !self.unit.is_empty() && !self.chart.lexicon.counted.fits(self.unit, noun);
        (counts || self.is_money && !noun.ends_with("水平")) && self.chart.lexicon.phrases.degrees.end(noun)
    }

    /// Whether the phrase says what something is taken for: 以扩大开放|作为|最大机遇.
    fn is_role(&self, pieces: &Range<usize>) -> bool {
        pieces.start.checked_sub(1).is_some_and(|verb| matches!(self.chart.slice(verb), "作为" | "当作"))
    }

    /// Whether a clause names nothing that is measured: 扣除物价因素, 按可比价格计算, 在城市, 到2020年.
    fn is_adjunct(&self, clause: Range<usize>) -> bool {
        let chart = self.chart;
        let last = clause.end.saturating_sub(1);
        let holds_figure = clause.clone().any(|at| matches!(chart.class(at), Some(Class::Figure(_))));
        let frame =
            |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || class == Class::Basis);
        let opening = clause.start..clause.clone().find(frame).unwrap_or(clause.start);
        let opened = opening.clone().find(|at| matches!(chart.slice(*at), "在" | "据"));
        let clause = opened.unwrap_or(clause.start)..clause.end;
        let mut pieces = clause.filter(|at| !matches!(chart.class(*at), Some(Class::Time(_) | Class::Link)));
        // 就全国范围来说 only says for whom it holds.
        let is_scope =
            matches!(chart.slice(last), "来说" | "来看") && chart.slice(last.saturating_sub(1)) == "范围";
        match pieces.next() {
            _ if is_scope => true,
            // 在45种产品中, 有3种: the figure is a part of these.
            Some(first) if chart.slice(first) == "据" => true,
            Some(first) if gives_reason(chart.slice(first)) => !holds_figure,
            // 发行国债,专项用于渔业建设,今年发行9亿元: it only says what the money is for.
            Some(first)
                if self.is_money
                    && (is_for(chart, first) || chart.slice(first) == "专项" && is_for(chart, first + 1)) =>
            {
                !holds_figure
            }
            // 投资总额,通过预算的部分,拟定为9亿元: it only says which part is meant.
            Some(first) if chart.slice(first) == "通过" && chart.slice(last) == "部分" => true,
            // 包括新建企业的在内: it only says what is reckoned in.
            Some(_) if chart.slice(last) == "在内" => true,
            Some(first) if chart.slice(first) == "在" => {
                let ends_in_place =
                    chart.class(last).is_some_and(|class| class.is_nominal() || class == Class::Link);
                ends_in_place && chart.slice(last) != "中" && !chart.names_quantity(last)
            }
            Some(first) => chart.class(first) == Some(Class::Basis) && !holds_figure,
            None => !holds_figure,
        }
    }

    /// The quantity that the sentence is about, before 方面 and a stop: 在|工业总产值|方面:2001年增长5%.
    fn aspect(&self, stop: usize) -> Before {
        let chart = self.chart;
        let aspect = stop.checked_sub(1).filter(|aspect| chart.slice(*aspect) == "方面");
        let inside =
            |at: &usize| chart.class(*at).is_some_and(|class| class.is_nominal() || class == Class::De);
        let first = aspect.and_then(|aspect| (self.floor..aspect).rev().take_while(inside).last());
        match (first, aspect) {
            (Some(first), Some(aspect))
                if first > 0 && chart.slice(first - 1) == "在" && chart.names_quantity(aspect - 1) =>
            {
                self.found(first..aspect)
            }
            _ => Before::Nothing,
        }
    }

    /// The noun phrase that fills its clause up to the colon at `stop`: 茶叶:9吨, 丙公司,|投标报价|:9万元.
    fn label(&self, stop: usize) -> Option<Range<usize>> {
        let chart = self.chart;
        let inside = |at: &usize| is_label(chart.pieces[*at].class);
        let first = (self.floor..stop).rev().take_while(inside).last()?;
        let opens = matches!(chart.class_before(first), None | Some(Class::Comma | Class::Stop));
        let last = &chart.pieces[stop - 1];
        let is_name = last.class.is_nominal() && !last.is_person && stop - first <= MAX_LABEL_PIECES;
        (opens && is_name).then_some(first..stop)
    }

    /// What stands beyond a stop: a label before a colon (煤炭:从5亿吨), but no speaker (李明:去年是5亿吨); after a
    /// semicolon, what the same unit measured.
    pub(super) fn beyond_stop(&self, stop: usize) -> Before {
        let chart = self.chart;
        match chart.slice(stop) {
            ":" => match self.label(stop) {
                Some(label) => self.found(label),
                None if self.is_share => self.aspect(stop),
                None => Before::Nothing,
            },
            ";" if !self.passed_verb => Before::SameUnit { otherwise: None },
            _ => Before::Nothing,
        }
    }
}

fn is_where(chart: &Chart, pieces: &Range<usize>) -> bool {
    chart.slice_before(pieces.start).ends_with(['在', '于']) && chart.pieces[pieces.end - 1].is_name
}

pub(super) fn harms(verb: &str) -> bool {
    matches!(verb, "造成" | "导致" | "致" | "致使" | "酿成")
}

fn is_for(chart: &Chart, verb: usize) -> bool {
    matches!(chart.slice(verb), "用于" | "投向" | "支援")
}

/// Whether a word opens a clause on how or why something came about: 经过努力, 由于这些原因, 为了增产.
fn gives_reason(word: &str) -> bool {
    matches!(word, "经过" | "随着" | "由于" | "因为" | "为了")
}

fn is_label(class: Class) -> bool {
    class.is_nominal() || matches!(class, Class::Pause | Class::And | Class::Attribute | Class::Deed)
}

/// The first noun phrase of the clause `start..end`.
fn subject(chart: &Chart, start: usize, end: usize) -> Range<usize> {
    let is_nominal = |at: usize| chart.class(at).is_some_and(Class::is_nominal);
    let joins = |at: usize| {
        matches!(chart.class(at), Some(Class::Pause | Class::And | Class::De)) && is_nominal(at + 1)
    };
    // 专项用于: a noun that only describes is no subject.
    let describes = |at: usize| chart.class(at) == Some(Class::Descriptive) && !is_nominal(at + 1);
    let first = (start..end).find(|at| is_nominal(*at) && !describes(*at)).unwrap_or(end);
    // 企业|退休|人员
    let inside = |at: usize| {
        matches!(chart.class(at), Some(Class::Attribute | Class::Deed)) && at > first && is_nominal(at + 1)
    };
    let last = (first..end).find(|at| !is_nominal(*at) && !joins(*at) && !inside(*at)).unwrap_or(end);
    first..last
}
