//! Walks to the right over the pieces of a noun phrase.

use std::ops::Range;

use super::{
    coordinate, counts_last, describes_the_last, ends_clause, ends_phrase, has_quality, is_open_list,
    only_describes, tells_of_the_last,
};
use crate::lexicon::Role;
use crate::relate::figure::chart::{Chart, Class, WINDOW_PIECES};
use crate::relate::figure::describing::degree;
use crate::relate::figure::inside::{
    becomes, clause_goes_on, has_object, is_attributive, is_counted_deed, is_deed_inside, is_manner,
    is_new_deed,
};
use crate::relate::figure::kinds::{end_of_kinds, is_list_of_kinds, named_kinds};

/// How a walk goes on after a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    /// The walk has already moved.
    Stay,
    End,
}

/// A walk over the phrase that starts at `from`.
pub(super) struct Walk<'c, 's> {
    chart: &'c Chart<'s>,
    from: usize,
    takes_modifiers: bool,
    start: usize,
    at: usize,
    /// The index after the last noun.
    head: Option<usize>,
    opened_by_verb: bool,
    described: bool,
    /// The index after the last word that only describes.
    descriptive: Option<usize>,
}

impl<'c, 's> Walk<'c, 's> {
    pub(super) fn new(chart: &'c Chart<'s>, from: usize, takes_modifiers: bool) -> Self {
        Walk {
            chart,
            from,
            takes_modifiers,
            start: from,
            at: from,
            head: None,
            opened_by_verb: false,
            described: false,
            descriptive: None,
        }
    }

    /// The pieces of the phrase.
    pub(super) fn read(mut self) -> Option<Range<usize>> {
        while self.at < self.from + WINDOW_PIECES {
            let Some(class) = self.chart.class(self.at) else { break };
            match self.step(class) {
                Step::Next => self.at += 1,
                Step::Stay => {}
                Step::End => break,
            }
        }
        let descriptive = self.descriptive.filter(|end| !self.chart.slice(end - 1).ends_with('级'));
        self.head.or(descriptive).map(|end| self.start..end).filter(|phrase| !phrase.is_empty())
    }

    fn step(&mut self, class: Class) -> Step {
        self.told(class)
            .or_else(|| self.noun(class))
            .or_else(|| self.deed(class))
            .or_else(|| self.limit(class))
            .or_else(|| self.description(class))
            .unwrap_or_else(|| self.border(class))
    }

    fn next_is_nominal(&self) -> bool {
        self.chart.class(self.at + 1).is_some_and(Class::is_nominal)
    }

    /// Whether the piece tells something of the counted, and so ends the phrase.
    fn told(&mut self, class: Class) -> Option<Step> {
        let (chart, at) = (self.chart, self.at);
        let follows_head = self.head == Some(at);
        match class {
            // 30个已经开工, 7种没有完成: what is done to the counted is not part of their name.
            _ if (at == self.start || tells_of_the_last(chart, at)) && chart.plays(at, Role::Predicate) => {
                Some(Step::End)
            }
            // 事项|“全区通办”: what is done with the counted may stand in quotation marks.
            Class::OpenQuote if follows_head && counts_last(chart, self.from, at) => Some(Step::End),
            // 实力|比较|雄厚|的|基地, 经济|较|发达|县: a degree of what the counted has describes it.
            _ if follows_head && degree(chart, at).is_some() => {
                let end = degree(chart, at).unwrap_or(at);
                if chart.class(end) == Some(Class::De) {
                    (self.start, self.head) = (end + 1, None);
                    self.at = end;
                } else {
                    self.at = end - 1;
                }
                Some(Step::Next)
            }
            // 5项审批|改为|备案: this tells what becomes of the counted deed.
            _ if self.head.is_none() && becomes(chart, at, self.start) => {
                self.head = Some(at);
                Some(Step::End)
            }
            // 70%以上的|支出|投入|渔业领域: this tells what becomes of it.
            _ if follows_head
                && chart.slice(at) == "投入"
                && chart.class(self.from - 1) == Some(Class::De)
                && self.next_is_nominal() =>
            {
                Some(Step::End)
            }
            // 城市|未达标
            _ if follows_head && chart.slice(at).starts_with('未') => Some(Step::End),
            Class::Abstract if self.head.is_some() && !chart.class(at + 1).is_some_and(Class::is_head) => {
                Some(Step::End)
            }
            // 五项正义要求,
            _ if follows_head && chart.slice(at) == "要求" && ends_clause(chart, at + 1) => self.heads(),
            // 四个方面关系全局的任务.
            _ if at > self.from && chart.slice(at - 1) == "方面" && !ends_clause(chart, at + 1) => {
                Some(Step::End)
            }
            _ => None,
        }
    }

    /// Makes the piece the last noun so far.
    fn heads(&mut self) -> Option<Step> {
        self.head = Some(self.at + 1);
        Some(Step::Next)
    }

    /// Makes the phrase start after the piece.
    fn passes(&mut self) -> Option<Step> {
        self.start = self.at + 1;
        Some(Step::Next)
    }

    /// Reads nouns, and what stands around them.
    fn noun(&mut self, class: Class) -> Option<Step> {
        let (chart, at) = (self.chart, self.at);
        match class {
            // 市级|疏堵|工程: a word that describes is counted only where nothing else comes (两大核心).
            Class::Descriptive if self.head.is_none() => {
                self.descriptive = Some(at + 1);
                Some(Step::Next)
            }
            // 省级以上|园区
            Class::Bound { .. } if self.head.is_none() && self.descriptive == Some(at) => {
                self.descriptive = None;
                self.passes()
            }
            // 乡镇现代化|改造: the noun says how something is done.
            _ if class.is_head() && self.head.is_some() && is_manner(chart, at) => Some(Step::End),
            _ if class.is_head() => self.heads(),
            Class::CloseQuote if self.head == Some(at) => self.heads(),
            Class::Aside if self.head == Some(at) && is_list_of_kinds(chart, chart.slice(at)) => self.heads(),
            // “9公里”生活圈: the quotation ends with the figure.
            Class::CloseQuote if at == self.start => self.passes(),
            // 9条(个)|河湖: the aside is another measure word.
            Class::Aside if at == self.start && at == self.from => self.passes(),
            Class::Modifier | Class::OpenQuote | Class::CloseQuote | Class::Aside => Some(Step::Next),
            // 15个部分构成: here the parts are counted.
            _ if at == self.from
                && chart.slice(at) == "部分"
                && chart.slice_before(at).ends_with('个')
                && !self.next_is_nominal() =>
            {
                self.heads()
            }
            // 两个组织各有: a verb without an object is a noun here.
            _ if at == self.from && chart.slice(at) == "组织" && !self.next_is_nominal() => self.heads(),
            _ => None,
        }
    }

    /// Reads attributes and verbs that belong to the phrase.
    fn deed(&mut self, class: Class) -> Option<Step> {
        let (chart, at) = (self.chart, self.at);
        match class {
            Class::Attribute if self.head.is_none() && chart.class(at + 1) == Some(Class::De) => {}
            Class::Attribute if self.head.is_none() && self.next_is_nominal() => {}
            Class::Attribute if self.descriptive == Some(at) => {}
            // 新|投产|项目
            Class::Attribute if self.takes_modifiers && self.head.is_none() && is_new_deed(chart, at) => {}
            // 两个|决定,: the measure word counts the deed.
            _ if (at == self.from || (self.from..at).all(|at| chart.class(at) == Some(Class::Modifier)))
                && class.is_action()
                && ends_clause(chart, at + 1)
                && self.takes_modifiers
                && is_counted_deed(chart, self.from, at) =>
            {
                return self.heads();
            }
            // 考古|新|发现,
            _ if class.is_action()
                && at > self.from
                && chart.slice(at - 1) == "新"
                && ends_phrase(chart, at + 1) =>
            {
                return self.heads();
            }
            Class::Attribute
                if chart.slice(at) == "新"
                    && self.head == Some(at)
                    && chart.class(at + 1).is_some_and(Class::is_action)
                    && ends_phrase(chart, at + 2) => {}
            Class::Verb if is_attributive(chart, at) => {}
            _ if class.is_action() && self.head.is_none() && self.takes_modifiers => {
                self.opened_by_verb |= at == self.start && (class == Class::Verb || has_object(chart, at));
            }
            _ if (class.is_action() || class == Class::Attribute) && is_deed_inside(chart, at) => {}
            _ if self.head == Some(at) && is_open_list(chart, at) => {}
            Class::Attribute if describes_the_last(chart, at) => {}
            // 产业链核心|支撑|企业
            Class::Verb | Class::Deed if only_describes(chart, at - 1) && self.next_is_nominal() => {}
            _ => return None,
        }
        Some(Step::Next)
    }

    /// Reads limits, ranks and words of extent before the noun.
    fn limit(&mut self, class: Class) -> Option<Step> {
        let (chart, at) = (self.chart, self.at);
        match class {
            // 大的改革
            Class::Bound { scale: true, .. } if at == self.from && chart.class(at + 1) == Some(Class::De) => {
            }
            Class::Bound { scale: true, .. } if at == self.from => return self.heads(),
            // 二级以上|医院, 中型以上|水库
            Class::Link | Class::Bound { .. }
                if self.head.is_none()
                    && at > self.start
                    && chart.slice(at) == "以上"
                    && chart.class_before(at) == Some(Class::Modifier) =>
            {
                return self.passes();
            }
            // 自治区|级|学院
            Class::Bound { .. }
                if chart.slice(at) == "级"
                    && (self.head == Some(at)
                        || at > self.start && chart.class_before(at) == Some(Class::Modifier)) =>
            {
                self.head = None;
            }
            // 无证车辆: what the counted lacks describes it.
            Class::Link | Class::Other if at == self.start && matches!(chart.slice(at), "无" | "未") => {}
            // 全国|文明城市: the word is part of a title of the counted.
            Class::Link
                if at == self.from
                    && self.takes_modifiers
                    && chart.slice(at) == "全国"
                    && self.next_is_nominal() => {}
            // 具有|全国|影响力|的|园区
            Class::Link
                if self.head.is_none()
                    && chart.slice(at).starts_with('全')
                    && chart.class_before(at).is_some_and(Class::is_action)
                    && self.next_is_nominal() => {}
            Class::Link if at == self.start => return self.passes(),
            _ => return None,
        }
        Some(Step::Next)
    }

    /// Reads the 的 after what describes the noun, which is still to come.
    fn description(&mut self, class: Class) -> Option<Step> {
        let (chart, at, head) = (self.chart, self.at, self.head);
        match class {
            _ if class.is_action() && self.described && chart.class(at + 1) == Some(Class::De) => {}
            // 两类不同性质的矛盾: the noun before 的 says of what sort they are.
            Class::De
                if head.is_some_and(|head| chart.lexicon.phrases.sorts.contains(chart.slice(head - 1))) =>
            {
                (self.start, self.head) = (at + 1, None);
            }
            // 规模|较大|的|水库
            Class::De
                if self.opened_by_verb
                    || self.described
                    || head.is_none()
                    || head.is_some_and(|head| has_quality(chart, head, at)) =>
            {
                (self.start, self.head, self.opened_by_verb) = (at + 1, None, false);
            }
            // 大型的、群众参加的市场: a further description follows.
            Class::Pause if at == self.start && chart.class_before(at) == Some(Class::De) => {
                (self.start, self.described) = (at + 1, true);
            }
            _ => return None,
        }
        Some(Step::Next)
    }

    /// Reads a 、 or 和, after which the list may go on.
    fn border(&mut self, class: Class) -> Step {
        let (chart, at) = (self.chart, self.at);
        if !matches!(class, Class::Pause | Class::And) {
            return Step::End;
        }
        if self.head.is_none() {
            return if at > self.start { Step::Next } else { Step::End };
        }
        let kinds = end_of_kinds(chart, at);
        if kinds.is_some() {
            self.head = kinds;
            return Step::End;
        }
        // 900名视力、听力等残疾儿童: the list tells their kinds.
        let is_second = class == Class::Pause && at == self.start + 1;
        if let Some(named) = is_second.then(|| named_kinds(chart, at)).flatten() {
            (self.start, self.head, self.at) = (named, None, named);
            return Step::Stay;
        }
        if let Some(de) = self.opened_by_verb.then(|| clause_goes_on(chart, at)).flatten() {
            (self.start, self.head, self.opened_by_verb) = (de + 1, None, false);
            self.at = de;
            return Step::Next;
        }
        match coordinate(chart, at, self.from) {
            Some(end) => {
                (self.head, self.at) = (Some(end), end);
                Step::Stay
            }
            None => Step::End,
        }
    }
}
