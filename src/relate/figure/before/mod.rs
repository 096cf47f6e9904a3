//! What a figure measures, if that stands before it: 生产总值突破3万亿元, 高新技术企业1.28万家.

mod clause;
mod reckoned;

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::list::RESPECTIVELY;
use super::{party, preceding};
use crate::lexicon::Role;
use crate::recognise::Figure;
use crate::record::FigureKind;
use clause::harms;
use reckoned::{equates, is_already};
use rust_decimal::Decimal;

/// What stands before a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Before {
    /// A noun phrase, as pieces; `respectively`: 分别 ties its members to the figures.
    Phrase {
        pieces: Range<usize>,
        respectively: bool,
    },
    /// Only what another figure measures: 企业162.5万户、增长1.1倍.
    SameAs {
        number: usize,
        respectively: bool,
    },
    /// Only a description of what the figure before it with the same unit counts: 其中续建的30个.
    SameUnit {
        /// The phrase where there is no such figure.
        otherwise: Option<Range<usize>>,
    },
    Nothing,
}

/// Most pieces between a noun phrase and the 比 before it: 比上年核定的预算.
const MAX_COMPARISON_PIECES: usize = 5;
/// Most pieces between 的 and the verb before it that ties a share to its whole.
const MAX_REFERENCE_PIECES: usize = 15;
/// Length of a word of two characters, in bytes.
const TWO_CHARS_BYTES: usize = 2 * '某'.len_utf8();

/// A walk from a figure to the left.
struct Walk<'c, 's> {
    chart: &'c Chart<'s>,
    floor: usize,
    respectively: bool,
    /// Whether a verb has been passed that is no cue.
    passed_verb: bool,
    /// Whether a word has been passed that says that the clause goes on about what stands before it.
    becomes: bool,
    unit: &'c str,
    is_count: bool,
    is_share: bool,
    /// Whether it counts so few that all of them may be named.
    is_few: bool,
    is_money: bool,
    /// Whether it counts how often something happens.
    is_happening: bool,
    /// Whether it counts persons, who are seldom those counted before.
    is_person: bool,
}

/// Walks from the figure to the noun phrase on its left.
pub(super) fn read<'c>(chart: &'c Chart, number: usize, figure: &'c Figure) -> Before {
    let Some(place) = chart.figures.get(number) else { return Before::Nothing };
    let is_count = figure.kind == FigureKind::Count;
    let is_share = matches!(figure.kind, FigureKind::Percent | FigureKind::Multiple | FigureKind::Other);
    let is_few = is_count && figure.value.is_none_or(|value| value < Decimal::TEN);
    let floor = place.piece.saturating_sub(WINDOW_PIECES);
    let is_person = matches!(figure.unit.as_deref(), Some("人" | "名" | "位" | "户" | "人次"));
    let mut walk = Walk {
        is_few,
        is_money: figure.unit.as_deref().is_some_and(|unit| unit.ends_with('元')),
        chart,
        floor,
        respectively: false,
        passed_verb: false,
        becomes: false,
        unit: figure.unit.as_deref().unwrap_or_default(),
        is_count,
        is_share,
        is_person,
        is_happening: matches!(figure.unit.as_deref(), Some("人次" | "次" | "场" | "场次" | "件次")),
    };
    walk.from(place.piece)
}

impl Walk<'_, '_> {
    fn from(&mut self, figure: usize) -> Before {
        let chart = self.chart;
        // 中央认为,这八条: they have been told before.
        let before = chart.slice_before(figure);
        let is_known = matches!(before, "这" | "那" | "上述" | "以上");
        if self.is_count && is_known && !chart.follows_figure(figure - 1) {
            return Before::Nothing;
        }
        // 从五方面提出: these are the respects in which something is done.
        if self.unit == "方面" && matches!(before, "从" | "在" | "就" | "由") {
            return Before::Nothing;
        }
        let mut at = figure;
        while at > self.floor {
            let piece = at - 1;
            if let Some(start) = self.per_unit(at) {
                at = start;
                continue;
            }
            match chart.pieces[piece].class {
                Class::Modifier | Class::Share => {}
                _ if self.is_double_verb(piece) => {}
                Class::De if matches!(chart.class_before(piece), Some(Class::Time(_) | Class::Link)) => {}
                // 赞成的占60%: this means whoever does so.
                Class::De if at < figure && self.ties(at) => return self.same_unit(piece),
                // 火灾造成2人死亡: the harm is not what the figure counts.
                _ if self.is_person && harms(chart.slice(piece)) => return Before::Nothing,
                Class::De if self.own_plan(piece).is_some() => {
                    return self.found(self.own_plan(piece).unwrap_or(at..at));
                }
                Class::De => match self.reference(piece).or_else(|| self.origin(piece)) {
                    Some(governor) => {
                        at = governor;
                        continue;
                    }
                    None if self.is_share => return self.phrase(piece),
                    None => return self.same_unit(piece),
                },
                _ if chart.class(at) == Some(Class::Share) && self.named_by_clause(at).is_some() => {
                    return self.found(self.named_by_clause(at).unwrap_or(at..at));
                }
                // 参加劳动保险的职工已有|9万人: the word only says that there are so many.
                class if at == figure && class.is_nominal() && is_already(chart, piece) => {
                    self.becomes |= self.continues(piece, figure);
                }
                class if class.is_nominal() => match self.measured(at) {
                    Ok(pieces) if self.is_money && party::gives_or_gains(chart, &pieces, figure) => {
                        return self.outlay_before(pieces.start);
                    }
                    Ok(pieces) => return self.owner(&pieces).unwrap_or_else(|| self.found(pieces)),
                    Err(before) => {
                        at = before;
                        continue;
                    }
                },
                Class::Verb if self.is_share && self.is_named_deeds(piece) => return self.phrase(at),
                Class::Deed if self.names_deed(piece, figure) => {
                    let object = self.first_deed(piece);
                    // 适老化|改造: the word that describes the deed is part of its name.
                    let object = object - usize::from(chart.class_before(object) == Some(Class::Attribute));
                    let start = preceding::before(chart, object, self.floor).start;
                    return self.found(start..at);
                }
                Class::Verb if self.reckoned_by(piece).is_some() => {
                    at = self.reckoned_by(piece).unwrap_or(piece);
                    continue;
                }
                class if class.is_passed() => {
                    self.becomes |= self.continues(piece, figure);
                    self.respectively |= chart.slice(piece).starts_with(RESPECTIVELY);
                }
                Class::Verb if chart.class(at) == Some(Class::Arrive) => {}
                Class::Other if chart.plays(piece, Role::Joins) => {}
                // 达到|或者|超过
                Class::Other | Class::And if self.joins_levels(piece) => {}
                // 支出(扣除补助的部分)为5亿元
                Class::Other if chart.opening(piece).is_some_and(|open| open > self.floor) => {
                    at = chart.opening(piece).unwrap_or(piece);
                    continue;
                }
                // 在2001年是5亿元: the preposition of a time is no part of the clause's frame.
                Class::Other if matches!(chart.class(at), Some(Class::Time(_))) => {}
                // 增速在5%以上: the preposition only leads to the level.
                Class::Other if at == figure && chart.slice(piece) == "在" => {}
                Class::Verb if self.is_count || self.is_predicate(piece) => self.passed_verb = true,
                // A verb of one character names no quantity: 处5万元以下罚款.
                Class::Verb if !preceding::is_short(chart, piece) => {
                    let pieces = preceding::before(chart, at, self.floor);
                    if self.names_something(&pieces) || chart.class(at) == Some(Class::Share) {
                        return self.found(pieces);
                    }
                    self.passed_verb = true;
                }
                // 法规、规章等100件: no noun counts a few things that are all named.
                Class::Etc if !self.is_few => return self.examples(piece),
                Class::Figure(other) => {
                    return Before::SameAs { number: other, respectively: self.respectively };
                }
                Class::Comma | Class::Pause | Class::And => return self.of_clause_before(piece),
                Class::Stop => return self.beyond_stop(piece),
                _ => return Before::Nothing,
            }
            at -= 1;
        }
        Before::Nothing
    }

    fn found(&self, pieces: Range<usize>) -> Before {
        // 县级|配套5亿元: the level on which money is given is not what it is.
        let is_level = pieces.len() == 1 && self.chart.slice(pieces.start).ends_with('级');
        if pieces.is_empty() || self.is_money && is_level {
            return Before::Nothing;
        }
        let pieces = self.chart.without_aspect(pieces);
        Before::Phrase { pieces, respectively: self.respectively }
    }

    fn phrase(&self, end: usize) -> Before {
        self.found(preceding::before(self.chart, end, self.floor))
    }

    /// What has the description that ends with the 的 at `de`: 其中续建的30个.
    fn same_unit(&self, de: usize) -> Before {
        let mut before = (self.floor..de).rev();
        let comma = before.find(|at| matches!(self.chart.class(*at), Some(Class::Comma | Class::Stop)));
        let topic = comma.filter(|comma| self.chart.class(*comma) == Some(Class::Comma));
        let otherwise = match topic.map(|comma| self.of_clause_before(comma)) {
            Some(Before::Phrase { pieces, .. }) => Some(pieces),
            _ => None,
        };
        Before::SameUnit { otherwise }
    }

    /// Whether the word says that the clause goes on about what stands before it: 学生,去年有9万人; 人数,由2万人扩大到.
    fn continues(&self, word: usize, figure: usize) -> bool {
        let chart = self.chart;
        let stops = (figure + 1..figure + 3)
            .find(|at| !matches!(chart.class(*at), Some(Class::Bound { .. })))
            .is_none_or(|at| {
                matches!(chart.class(at), None | Some(Class::Comma | Class::Pause | Class::Stop))
            });
        chart.is_predicate(word)
            || chart.class(word) == Some(Class::Gain)
            || matches!(chart.slice(word), "由" | "从")
            || chart.slice(word).starts_with("其中")
            || stops && equates(chart, word)
            || stops && matches!(chart.slice(word), "共有" | "已有")
    }

    fn follows_noun(&self, piece: usize) -> bool {
        self.chart.class_before(piece).is_some_and(Class::is_nominal)
    }

    /// Whether deeds in a row after a noun are what changes: 取暖|保障|投诉|下降.
    fn is_named_deeds(&self, last: usize) -> bool {
        self.chart.class(last + 1).is_some_and(Class::is_change)
            && self.chart.class_before(last) == Some(Class::Deed)
            && self.follows_noun(last - 1)
    }

    /// Whether a deed after what it is done to makes a name with it (沙化土地|治理|10万亩, 小区|改造|下降5%); not where the
    /// measure word counts the latter (危桥改造100座).
    fn names_deed(&self, last: usize, figure: usize) -> bool {
        let chart = self.chart;
        let object = self.first_deed(last);
        let told = (last + 1..figure).find(|at| {
            !chart.is_level(*at)
                && !matches!(chart.class(*at), Some(Class::Link | Class::Bound { .. } | Class::Time(_)))
                && !matches!(chart.slice(*at), "比" | "较" | "惠及" | "覆盖")
        });
        let is_told = match told.and_then(|at| chart.class(at)) {
            None => true,
            Some(Class::Change { .. }) => self.is_share,
            Some(class) => class == Class::Share,
        };
        let counts_object = self.is_count
            && !self.is_happening
            && object > 0
            && !chart.follows_figure(object - 1)
            && chart.lexicon.counted.fits(self.unit, chart.slice(object - 1));
        let is_named = self.follows_noun(object) || chart.class_before(object) == Some(Class::Attribute);
        is_told && !counts_object && is_named
    }

    /// The index of the first of the deeds in a row that end with `last`: 修复|治理.
    fn first_deed(&self, last: usize) -> usize {
        let is_deed = |at: &usize| matches!(self.chart.class(*at), Some(Class::Deed));
        (self.floor..last).rev().take_while(is_deed).last().unwrap_or(last)
    }

    /// Whether a phrase names something. Verbs alone do if they are more than one word: 减税降费5亿元; not 少收5亿元.
    fn names_something(&self, pieces: &Range<usize>) -> bool {
        let has_head = pieces.clone().any(|at| self.chart.class(at).is_some_and(Class::is_head));
        has_head
            || self.chart.stretch(pieces.start, pieces.end).is_some_and(|range| range.len() > TWO_CHARS_BYTES)
    }

    /// Whether a verb has 了 after it, and so is no name: 改良了5万亩.
    fn is_predicate(&self, verb: usize) -> bool {
        self.chart.slice(verb + 1) == "了"
    }

    /// The phrase that ends before `end`, if it is what is measured. Otherwise, as `Err`, the piece before
    /// which the walk goes on: the quantity is compared with the phrase (比“八五”时期), reckoned by it (扣除价格因素) or
    /// a share of it (占全国5%).
    fn measured(&self, end: usize) -> Result<Range<usize>, usize> {
        let chart = self.chart;
        let pieces = preceding::before(chart, end, self.floor);
        if let Some(basis) = self.basis(&pieces).filter(|_| !self.is_compared(end)) {
            return Err(basis);
        }
        if let Some(when) = party::adverbial(chart, &pieces) {
            return Err(when);
        }
        if let Some(verb) = self.parts_or_fulfils(&pieces) {
            return Err(verb);
        }
        if !pieces
            .clone()
            .any(|at| chart.class(at).is_some_and(|class| class.is_head() || class == Class::Verb))
        {
            return Ok(end..end);
        }
        let share = pieces.clone().find(|at| chart.class(*at) == Some(Class::Share));
        match share.filter(|_| !chart.names_ratio(end - 1)) {
            Some(share) if share == pieces.start => Err(share),
            Some(share) => Ok(pieces.start..share),
            None => Ok(pieces),
        }
    }

    /// Whether the figure right after what something is compared with belongs to that: 比预算数5亿元少2亿元.
    fn is_compared(&self, end: usize) -> bool {
        let chart = self.chart;
        let is_figure = matches!(chart.class(end), Some(Class::Figure(_))) && !self.is_share;
        is_figure
            && (chart.class(end + 1).is_some_and(Class::is_change)
                || matches!(chart.slice(end + 1), "少" | "多" | "高" | "低"))
    }

    /// Whether only years are compared, so that the phrase after them is measured: 1954年|比|1952年|病床|增长5%.
    fn is_compared_time(&self, comparison: usize, pieces: &Range<usize>) -> bool {
        let chart = self.chart;
        let is_time = |at: usize| matches!(chart.class(at), Some(Class::Time(_)));
        is_time(comparison + 1)
            && comparison.checked_sub(1).is_some_and(is_time)
            && pieces.start == comparison + 2
            && chart.class(pieces.end).is_some_and(Class::is_change)
    }

    /// The index of the word that compares something with this phrase, which is then not measured: 比“八五”时期.
    fn basis(&self, pieces: &Range<usize>) -> Option<usize> {
        let chart = self.chart;
        let mut at = pieces.start;
        while at > self.floor.max(pieces.start.saturating_sub(MAX_COMPARISON_PIECES)) {
            at -= 1;
            // 扣除自然因素影响后|优良率
            if chart.slice(at) == "后" {
                return None;
            }
            if chart.compares(at) {
                return (!self.is_compared_time(at, pieces)).then_some(at);
            }
            // 按货币计算的工资 is no basis.
            if chart.class(at) == Some(Class::Basis) {
                return (!self.describes_by(at, pieces)).then_some(at);
            }
            let describes = chart.class(at + 1) == Some(Class::De);
            match chart.class(at)? {
                Class::Time(_) | Class::De | Class::Attribute | Class::Link => {}
                class if class.is_nominal() => {}
                class if class.is_action() && describes => {}
                // 剔除|留抵|退税因素|后: a deed may name what is left out.
                class
                    if !matches!(class, Class::Comma | Class::Stop)
                        && chart.slice(pieces.end - 1).ends_with("因素") => {}
                _ => return None,
            }
        }
        None
    }

    /// The index of the word that makes the figure a share of the phrase before 的: 产量完成计划的90%, 人数占总人口的一半.
    fn reference(&self, de: usize) -> Option<usize> {
        if !self.is_share {
            return None;
        }
        let chart = self.chart;
        let end = if chart.follows_figure(de) { de - 1 } else { de };
        (self.floor.max(de.saturating_sub(MAX_REFERENCE_PIECES))..end)
            .rev()
            .take_while(|at| {
                !matches!(chart.pieces[*at].class, Class::Comma | Class::Stop | Class::Figure(_))
                    && !matches!(chart.slice(*at), "从" | "由")
            })
            .find(|at| self.ties(*at))
    }

    fn ties(&self, at: usize) -> bool {
        self.chart.class(at) == Some(Class::Share) || equates(self.chart, at)
    }

    /// The index of the word before the level from which a quantity started: 从开办初期的2亿元.
    fn origin(&self, de: usize) -> Option<usize> {
        let near = self.floor.max(de.saturating_sub(MAX_COMPARISON_PIECES))..de;
        near.rev().find(|at| matches!(self.chart.slice(*at), "从" | "由"))
    }
}
