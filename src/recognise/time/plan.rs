//! Reads five-year plans, decades and centuries: “十四五”时期, 第七个五年计划, 九十年代, 本世纪中叶.

use std::ops::Range;

use super::expression::{Start, TimeExpression};
use super::reader::{Form, Number, Reader, is_digit};
use super::{Calendar, Expression, dated};
use crate::lexicon::{Edge, TimeWord};
use crate::record::TimeKind;

/// The numbers of the plans that are read.
const PLANS: Range<i16> = 1..31;
const OPENING_QUOTES: &[char] = &['“', '‘', '"', '「', '”'];
const CLOSING_QUOTES: &[char] = &['”', '’', '"', '」', '“'];

/// The endings of a plan's name before 的 and a year of it.
const PLAN_ENDS: [&str; 4] = ["五年计划", "”计划", "”规划", "”时期"];
/// Law education has five-year plans of its own; their number means other years.
const LAW: &str = "普法";

/// The first and last year of the n-th five-year plan. Three years of adjustment followed the second.
fn plan_years(plan: i16) -> (i16, i16) {
    let first = if plan < 3 { 1953 + (plan - 1) * 5 } else { 1966 + (plan - 3) * 5 };
    (first, first + 4)
}

impl Reader<'_> {
    /// Reads a plan by its short name: “十四五”时期, “五五”末期, 十四五.
    pub(super) fn plan(&self, at: usize) -> Option<Expression> {
        let run =
            self.text[at..].chars().take(5).take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + run;
        let plan =
            self.text[at..end].strip_suffix('五').and_then(plan_number).filter(|n| PLANS.contains(n))?;
        let closed = self.any(end, CLOSING_QUOTES);
        let years = match self.literal(closed.unwrap_or(end), LAW) {
            Some(_) => (1981 + plan * 5, 1985 + plan * 5),
            None => plan_years(plan),
        };
        // Skips a blank that a page left inside the quotation marks: “ 五五”时期.
        let inner = self.text[..at].trim_end_matches(' ').len();
        let opening = self.before(inner).filter(|c| OPENING_QUOTES.contains(c));
        if let (Some(opening), Some(closed)) = (opening, closed) {
            return Some(match self.plan_part(closed, years) {
                Some((end, kind, says)) => dated(inner - opening.len_utf8()..end, "time.plan", kind, says),
                None => plain(at..end, years),
            });
        }
        if self.before(at).is_some_and(|c| is_digit(c) || c == '第') {
            return None;
        }
        // Without quotation marks, 七五 may be any number; 十四五 is none, nor is 七五 before 期间 or 计划.
        let named = ["计划", "规划", "計劃", LAW].iter().any(|plan| self.literal(end, plan).is_some());
        let part = self.plan_part(end, years);
        let counts = self.after(end).is_some_and(|c| self.times.beside.after_count.contains(&c));
        match part {
            Some((end, kind, says)) => Some(dated(at..end, "time.plan", kind, says)),
            None => (named || (11..20).contains(&plan) && !counts).then(|| plain(at..end, years)),
        }
    }

    /// Reads a plan by its full name: 第十四个五年|规划, 第一个五年合计, 第七个五年计划期间. A name that ends with 计划 names the
    /// document.
    pub(super) fn numbered_plan(&self, at: usize, word_end: usize) -> Option<Expression> {
        let number = self.number(word_end).filter(|number| PLANS.contains(&number.value))?;
        let end = self.literal(number.end, "个五年").or_else(|| self.literal(number.end, "五年"))?;
        let years = plan_years(number.value);
        let is_plan = ["计划", "計划", "計劃"].iter().any(|plan| self.literal(end, plan).is_some());
        // After 的 it is no plan, and its years are not told: 新征程的第一个五年.
        if !is_plan && self.before(at) == Some('的') {
            return Some(dated(at..end, "time.window", TimeKind::Period, TimeExpression::Open));
        }
        Some(match self.plan_part(end, years) {
            Some((end, kind, says)) => dated(at..self.inside(end).unwrap_or(end), "time.plan", kind, says),
            None => plain(at..self.inside(end).unwrap_or(end), years),
        })
    }

    /// Reads a year of the plan that is named right before it: 第七个五年计划的|第二年, “十五五”规划的|第三年.
    pub(super) fn year_of_plan(&self, at: usize) -> Option<Expression> {
        let plan = self.text[..at].strip_suffix('的')?;
        let is_plan = PLAN_ENDS.iter().any(|end| plan.ends_with(end));
        let (end, nth) = self.nth_year(at).filter(|_| is_plan)?;
        Some(dated(at..end, "time.plan", TimeKind::Point, TimeExpression::NthYear(nth)))
    }

    /// The byte past 第二年, and its number.
    fn nth_year(&self, at: usize) -> Option<(usize, i16)> {
        self.literal(at, "第")?;
        self.times.nth_years.longest_at(self.text, at).map(|(range, nth)| (range.end, *nth))
    }

    /// Reads what follows the name of a plan: 时期, 末期, 计划期间, 以来.
    fn plan_part(&self, at: usize, (first, last): (i16, i16)) -> Option<(usize, TimeKind, TimeExpression)> {
        let after = self.literal(at, "计划").or_else(|| self.literal(at, "规划")).unwrap_or(at);
        let year = |year| TimeExpression::Calendar(Calendar::year(year));
        let short = |end: usize| self.text[..end].ends_with(['初', '末', '底']);
        // A single year of the plan: “十五五”第一年.
        if let Some((end, nth)) = self.nth_year(after) {
            return Some((end, TimeKind::Point, year(first + nth - 1)));
        }
        Some(match self.word(after)? {
            (end, TimeWord::Span | TimeWord::Same) => {
                (end, TimeKind::Period, TimeExpression::Years(first, last))
            }
            (end, TimeWord::Since) => {
                (end, TimeKind::Period, TimeExpression::Since(Start::Calendar(Calendar::year(first))))
            }
            (end, TimeWord::Edge(Edge::Start)) if short(end) => (end, TimeKind::Point, year(first)),
            (end, TimeWord::Edge(Edge::End)) if short(end) => (end, TimeKind::Point, year(last)),
            (end, TimeWord::Edge(Edge::Start)) => {
                (end, TimeKind::Period, TimeExpression::Years(first, first + 1))
            }
            (end, TimeWord::Edge(Edge::End)) => {
                (end, TimeKind::Period, TimeExpression::Years(last - 1, last))
            }
            (end, TimeWord::Edge(Edge::Middle)) => (end, TimeKind::Period, TimeExpression::Open),
            _ => return None,
        })
    }

    /// Reads a decade or a century: 九十年代, 20世纪90年代, 二十一世纪中叶.
    pub(super) fn decade_or_century(&self, at: usize) -> Option<Expression> {
        let number = self.number(at)?;
        if let Some(end) = self.literal(number.end, "年代") {
            // 二十年代 may be of this century or the last.
            let known = (30..=90).contains(&number.value) && number.value % 10 == 0;
            let decade = known.then(|| 1900 + number.value);
            let full = (1600..2100).contains(&number.value) && number.value % 10 == 0;
            return Some(self.decade(at, end, decade.or(full.then_some(number.value))));
        }
        if let Some(decades) = self.two_decades(at, number) {
            return Some(decades);
        }
        let end = self.literal(number.end, "世纪").filter(|_| (15..=22).contains(&number.value))?;
        Some(self.within_century(at, end, Some((number.value - 1) * 100)))
    }

    /// Reads two decades that share their 年代: 在八、九十年代. A 八、 that opens a clause numbers it.
    fn two_decades(&self, at: usize, first: Number) -> Option<Expression> {
        let last = self.number(self.literal(first.end, "、")?)?;
        let end = self.literal(last.end, "年代")?;
        let follows = (3..=8).contains(&first.value) && last.value == (first.value + 1) * 10;
        let years = TimeExpression::Years(1900 + first.value * 10, 1909 + last.value);
        (follows && !self.opens_clause(at)).then(|| dated(at..end, "time.decade", TimeKind::Period, years))
    }

    /// Reads a century that is named from the document's date: 本世纪中叶, 上世纪九十年代.
    pub(super) fn century(&self, at: usize, end: usize, offset: i16) -> Expression {
        let mut expression = self.within_century(at, end, Some(0));
        expression.says = expression.says.map(|says| TimeExpression::Century(offset, Box::new(says)));
        expression
    }

    /// Reads what follows a century that starts with the year `first`.
    fn within_century(&self, at: usize, end: usize, first: Option<i16>) -> Expression {
        let decade = self
            .number(end)
            .filter(|number| number.form == Form::Positional || number.form == Form::Arabic(2));
        if let Some(number) = decade
            && let Some(end) = self.literal(number.end, "年代")
        {
            let decade = (10..=90).contains(&number.value).then_some(number.value);
            return self.decade(at, end, first.zip(decade).map(|(first, decade)| first + decade));
        }
        // The first years of the century: 本世纪头二十年.
        if let Some(count) = self.any(end, &['头', '前']).and_then(|next| self.number(next))
            && let (Some(end), Some(first)) = (self.literal(count.end, "年"), first)
        {
            let years = TimeExpression::Years(first + 1, first + count.value.min(100));
            return dated(at..end, "time.century", TimeKind::Period, years);
        }
        // Half of the century: 上世纪前半叶.
        if let Some(half) = self.any(end, &['前', '上', '后', '下'])
            && let Some(closed) = self.literal(half, "半叶")
        {
            let later = if self.text[end..half].starts_with(['后', '下']) { 50 } else { 0 };
            let years = first.map_or(TimeExpression::Open, |first| {
                TimeExpression::Years(first + later + 1, first + later + 50)
            });
            return dated(at..closed, "time.century", TimeKind::Period, years);
        }
        let (kind, end, says) = match self.word(end) {
            Some((end, TimeWord::Edge(Edge::Middle))) => {
                (TimeKind::Point, end, first.map(|first| Calendar::year(first + 50)))
            }
            Some((end, TimeWord::Edge(Edge::End))) => {
                (TimeKind::Point, end, first.map(|first| Calendar::year(first + 100)))
            }
            Some((end, TimeWord::Edge(Edge::Start))) => (TimeKind::Period, end, None),
            _ => {
                let years =
                    first.map_or(TimeExpression::Open, |first| TimeExpression::Years(first + 1, first + 100));
                return dated(at..end, "time.century", TimeKind::Period, years);
            }
        };
        dated(at..end, "time.century", kind, says.map_or(TimeExpression::Open, TimeExpression::Calendar))
    }

    fn decade(&self, at: usize, end: usize, first: Option<i16>) -> Expression {
        let edge = match self.word(end) {
            Some((end, TimeWord::Edge(_))) => Some(end),
            _ => None,
        };
        let since = self.literal(edge.unwrap_or(end), "以来");
        let says = match first {
            Some(first) if since.is_some() => TimeExpression::Since(Start::Calendar(Calendar::year(first))),
            Some(first) if edge.is_none() => TimeExpression::Years(first, first + 9),
            _ => TimeExpression::Open,
        };
        dated(at..since.or(edge).unwrap_or(end), "time.decade", TimeKind::Period, says)
    }
}

fn plain(range: Range<usize>, (first, last): (i16, i16)) -> Expression {
    dated(range, "time.plan", TimeKind::Period, TimeExpression::Years(first, last))
}

/// The number before 五 in the name of a plan: 十四.
fn plan_number(digits: &str) -> Option<i16> {
    let unit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|i| i as i16 + 1);
    let mut characters = digits.chars();
    match (characters.next()?, characters.next(), characters.next(), characters.next()) {
        ('十', None, ..) => Some(10),
        ('十', Some(last), None, _) => unit(last).map(|n| 10 + n),
        (only, None, ..) => unit(only),
        ('二', Some('十'), None, _) => Some(20),
        ('二', Some('十'), Some(last), None) => unit(last).map(|n| 20 + n),
        _ => None,
    }
}
