//! Finds what an entry promised first, and the report that answers it, with their dates and amounts.

use rust_decimal::Decimal;

use super::reader::Statement;
use super::standing::{is_ceiling, rounded};
use super::term::share;
use super::{Amount, EntryKind, State, Stated, Step};

/// Reads the statements of a group of mentions, and of steps without a record of their own.
pub(super) struct Statements<'s> {
    pub(super) kind: EntryKind,
    pub(super) group: &'s [Statement],
    pub(super) reports: &'s [Step],
    /// The share of the promised amount that is reported.
    pub(super) fulfilment: Option<Decimal>,
}

impl Statements<'_> {
    /// The first promise; a ceiling (控制在5个以内) is no amount that a report may fall short of.
    pub(super) fn promised(&self) -> Option<Stated> {
        let promise = self.promise()?;
        let amount = Some(promise).filter(|promise| self.counts() && !is_ceiling(promise));
        Some(stated(&promise.step, amount.and_then(|promise| promise.figures.first())))
    }

    /// The report that `fulfilment` counts, else the first that says it is done; one before the promise only
    /// if none follows.
    pub(super) fn reported(&self) -> Option<Stated> {
        let amounts = self.group.iter().map(|said| (&said.step, Some(said)));
        let told: Vec<_> = amounts.chain(self.reports.iter().map(|step| (step, None))).collect();
        let counted = told.iter().rev().find(|(step, said)| {
            step.state > State::Promised && said.is_some_and(|said| self.tells_fulfilment(said))
        });
        let is_done = |step: &Step| step.state >= State::Short;
        let promised = self.promise().map(|promise| &promise.step.evidence.date);
        let follows = |step: &Step| promised.is_none_or(|date| step.evidence.date > *date);
        let answers = || told.iter().find(|(step, _)| is_done(step) && follows(step));
        let any = || told.iter().find(|(step, _)| is_done(step));
        let (step, said) = counted.or_else(answers).or_else(any)?;
        Some(stated(step, said.and_then(|said| self.answer(said))))
    }

    fn promise(&self) -> Option<&Statement> {
        self.group.iter().find(|said| said.step.state == State::Promised)
    }

    /// Whether its amounts count; the size of a project is no promised amount.
    fn counts(&self) -> bool {
        self.kind == EntryKind::Measure
    }

    fn tells_fulfilment(&self, said: &Statement) -> bool {
        let promised = self.promise().and_then(|promise| promise.figures.first());
        let of_amounts = || share(self.answer(said)?, promised?);
        let told = said.fulfilled.or_else(of_amounts).map(rounded);
        self.fulfilment.is_some() && told == self.fulfilment
    }

    /// The amount of a report, if it is in the unit of the promise.
    fn answer<'a>(&self, said: &'a Statement) -> Option<&'a Amount> {
        let first = said.figures.first().filter(|_| self.counts())?;
        let promised = self.promise().and_then(|promise| promise.figures.first());
        promised.is_none_or(|promised| promised.unit == first.unit).then_some(first)
    }
}

fn stated(step: &Step, amount: Option<&Amount>) -> Stated {
    Stated {
        date: step.evidence.date.clone(),
        value: amount.and_then(|amount| amount.value),
        unit: amount.and_then(|amount| amount.unit.clone()),
    }
}
