//! Tells when reports tell the outcome of a promise, and how much of it they tell.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::gather::is_before;
use super::reader::Statement;
use super::{Amount, State};
use crate::lexicon::iso::{ends, year_of};

/// The least share of a promise that a result in the same words reports, and the least for one in other
/// words.
pub(super) const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
pub(super) const NEARLY: Decimal = Decimal::from_parts(8, 0, 0, false, 1);
/// The least share told after the due in exactly the words, less being of something smaller; and the largest,
/// above which it is a sum of several years.
pub(super) const SMALL: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
const TOO_MUCH: Decimal = Decimal::from_parts(2, 0, 0, false, 0);
/// Marks an amount of several years: 近|年来.
const YEARS: &str = "年来";

/// How near the words of a report are to those of its promise.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Words {
    /// They are the same.
    Same,
    /// They say the same in other words.
    Like,
}

/// When a report is made: before the promise is due, or in the year after.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Term {
    Running,
    Over,
}

impl Statement {
    /// Whether the other repeats this: it has the same amount and is not the promise or report of another
    /// year.
    pub(super) fn is_repeated_by(&self, other: &Statement) -> bool {
        let goes_on = self.year() == other.year()
            || self.step.state < other.step.state
            || self.deadline.is_some() && self.deadline == other.deadline
            || self.is_told_again_before_due(other)
            || self.is_restated_by(other);
        // Exactly the same words are the same in any year.
        let is_of_one_time = self.is_restated_by(other) || !self.is_of_other_time(other);
        self.has_same_amounts(other) && is_of_one_time && (self.figures.is_empty() || goes_on)
    }

    /// Whether the other promises it again, no later than in the year of its due: 2025年前新建5所, 2025: 新建5所.
    fn is_told_again_before_due(&self, other: &Statement) -> bool {
        let is_promised = |said: &Statement| said.step.state == State::Promised && !said.figures.is_empty();
        let years = self.due.zip(self.year()).zip(other.year());
        is_promised(self)
            && is_promised(other)
            && years.is_some_and(|((due, own), again)| own < again && again <= due)
            && other.due <= self.due
    }

    /// Whether the two amounts are told of times without a common year: 五年来新建5所, 2014年新建6所.
    fn is_of_other_time(&self, other: &Statement) -> bool {
        let times = self.years_told().zip(other.years_told());
        times.is_some_and(|(one, two)| one.end() < two.start() || two.end() < one.start())
    }

    /// The years that its amount is told of.
    fn years_told(&self) -> Option<RangeInclusive<i32>> {
        let (start, end) = ends(self.when.as_deref()?);
        Some(year_of(start)?..=year_of(end)?)
    }

    /// Whether the next report promises it in exactly the same words, which tell more than an amount of a
    /// thing and name no year: 引导1万人在山区就业.
    fn is_restated_by(&self, other: &Statement) -> bool {
        self.restates.is_some() && self.restates == other.restates && self.step.aim && other.step.aim
    }

    pub(super) fn year(&self) -> Option<i32> {
        year_of(self.step.evidence.date.as_deref()?)
    }

    /// The years in which a document may report the outcome: with an amount, until it is due or in the year
    /// after; without one only from the next year on, because exactly its words are one entry at any time.
    pub(super) fn years_of_report(&self, term: Term) -> Option<RangeInclusive<i32>> {
        let own = self.year()?;
        let due = self.due.map_or(own, |due| due.max(own));
        match (term, self.figures.is_empty()) {
            (Term::Running, false) => Some(own..=due),
            (Term::Running, true) => None,
            (Term::Over, false) => Some(due + 1..=due + 1),
            (Term::Over, true) => Some(own + 1..=due + 1),
        }
    }

    pub(super) fn has_same_amounts(&self, other: &Statement) -> bool {
        self.amounts().eq(other.amounts())
    }

    /// The values and units of its figures.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (Option<Decimal>, Option<&str>)> {
        self.figures.iter().map(|amount| (amount.value, amount.unit.as_deref()))
    }

    /// Whether this is a promise and the other, after its due, reports at least the share `least` of it; if
    /// it was due in a later year, nearly all, because the report may tell only one year's part. One without
    /// an amount may be done early.
    pub(super) fn is_kept_by(&self, report: &Statement, least: Decimal) -> bool {
        let years = self.years_of_report(Term::Over);
        let is_in_time = years.zip(report.year()).is_some_and(|(years, year)| years.contains(&year));
        let is_of_years = !self.figures.is_empty() && !self.is_of_its_year();
        let least = if is_of_years { least.max(NEARLY) } else { least };
        is_in_time
            && !self.is_of_other_time(report)
            && self.is_told_of_by(report)
            && report.comes_up_to(self, least)
    }

    /// Whether the other tells, between this promise of an amount and its due, how much of it is done. If it
    /// is due in a later year, only nearly all counts, or what is told as done so far, because a report may
    /// tell only one year's part.
    pub(super) fn is_kept_meanwhile_by(&self, report: &Statement, words: Words) -> bool {
        let (said, told) = (self.step.evidence.date.as_deref(), report.step.evidence.date.as_deref());
        let is_later = said.zip(told).is_some_and(|(said, told)| is_before(said, told));
        let is_due = self.due.zip(report.year()).is_none_or(|(due, told)| due <= told);
        let is_part = report.is_so_far || words == Words::Same && self.is_of_its_year();
        let least = if is_part { Decimal::ZERO } else { NEARLY };
        is_later
            && !self.figures.is_empty()
            && (is_due || report.is_so_far)
            && self.is_told_of_by(report)
            && self.spans_time_of(report)
            && report.comes_up_to(self, least)
    }

    /// Whether it is due in its own year.
    pub(super) fn is_of_its_year(&self) -> bool {
        self.due <= self.year()
    }

    fn is_told_of_by(&self, report: &Statement) -> bool {
        self.step.state == State::Promised && report.step.state > State::Promised
    }

    /// Whether the amount of the other lies between this promise and its due, and sums up no other years.
    fn spans_time_of(&self, report: &Statement) -> bool {
        let Some(own) = self.year() else { return false };
        let due = self.due.map_or(own, |due| due.max(own));
        let said = &report.step.evidence;
        let before = said.sentence.split_once(&said.text).map_or("", |(before, _)| before);
        let sums_up = before.match_indices(YEARS).any(|(at, _)| !before[..at].ends_with(['一', '今']));
        !sums_up && report.years_told().is_none_or(|told| own <= *told.start() && *told.end() <= due)
    }

    /// Whether the first amount is at least the share `least` of the promised one, but no sum of several
    /// years.
    fn comes_up_to(&self, promise: &Statement, least: Decimal) -> bool {
        let (Some(reported), Some(promised)) = (self.figures.first(), promise.figures.first()) else {
            return true;
        };
        let is_one_unit = reported.unit == promised.unit;
        let is_said = reported.value.is_some() && promised.value.is_some();
        let is_about = || share(reported, promised).is_some_and(|share| (least..=TOO_MUCH).contains(&share));
        is_one_unit && (!is_said || reported.value == promised.value || is_about())
    }
}

/// The share of the promise that is reported; `None` if one of the two has no value, or nothing was promised.
pub(super) fn share(reported: &Amount, promised: &Amount) -> Option<Decimal> {
    // Division, because either may be as large as a decimal can be.
    reported.value?.checked_div(promised.value?)
}
