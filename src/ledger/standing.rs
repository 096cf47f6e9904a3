//! How far an entry has come after all its steps, and what was reported of its amount.

use rust_decimal::Decimal;

use super::gather::share;
use super::reader::Statement;
use super::{Entry, State, Step};

/// What is to stay below an amount falls short of nothing.
const CEILINGS: [&str; 4] = ["以内", "以下", "不超过", "不高于"];
/// A share is told to this many digits after the point.
const SHARE_DIGITS: u32 = 3;

/// The furthest of the steps. After one that stops it only what a later document says counts, or what the same one
/// tells as begun; what was delivered stays delivered.
pub(super) fn state_after(history: &[Step]) -> State {
    let furthest = |steps: &[Step]| steps.iter().map(|step| step.state).max();
    let reached = furthest(history).unwrap_or(State::Mentioned);
    let stop = history.iter().rposition(|step| step.state == State::Stopped);
    let Some((stop, after)) = stop.filter(|_| reached < State::Short).map(|at| history.split_at(at + 1))
    else {
        return reached;
    };
    let date = stop.last().and_then(|step| step.evidence.date.as_deref());
    let takes_up = |step: &&Step| step.state > State::Promised || step.evidence.date.as_deref() > date;
    after.iter().filter(takes_up).map(|step| step.state).max().unwrap_or(State::Stopped)
}

/// The state that an earlier ledger says of an entry; one that knew no shortfall called it delivered.
pub(super) fn state_of(earlier: &Entry) -> State {
    let is_short = earlier.fulfilment.is_some_and(|share| share < Decimal::ONE);
    if is_short && earlier.state == State::Delivered { State::Short } else { earlier.state }
}

/// Of a promise with an amount, how much of it was reported, as a share: the most that a later year tells, which makes the
/// steps short that tell less than all of it.
pub(super) fn fulfil(group: &mut [Statement]) -> Option<Decimal> {
    // A row of a table tells both.
    if let Some(said) = group.iter_mut().rev().find(|said| said.fulfilled.is_some()) {
        let share = said.fulfilled;
        fall_short(&mut said.step, share);
        return share.map(|share| share.round_dp(SHARE_DIGITS));
    }
    let promise = group.iter().position(|said| said.step.state == State::Promised)?;
    if CEILINGS.iter().any(|bound| group[promise].called.contains(bound)) {
        return None;
    }
    let (year, promised) = (group[promise].year(), group[promise].figures.first()?.clone());
    let mut most = None;
    for said in group.iter_mut().filter(|said| said.step.state == State::Delivered && said.year() > year) {
        let reported = said.figures.first().filter(|reported| reported.unit == promised.unit);
        let told = reported.and_then(|reported| share(reported, &promised));
        fall_short(&mut said.step, told);
        most = most.max(told);
    }
    most.map(|share| share.round_dp(SHARE_DIGITS))
}

fn fall_short(step: &mut Step, share: Option<Decimal>) {
    if step.state == State::Delivered && share.is_some_and(|share| share < Decimal::ONE) {
        step.state = State::Short;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Quote;
    use crate::record::Span;

    fn after(steps: &[(&str, State)]) -> State {
        let quote = |date: &str| Quote {
            source: None,
            date: Some(date.to_owned()),
            text: String::new(),
            span: Span::from(0..0),
            sentence: String::new(),
            sentence_span: Span::from(0..0),
            speaker: None,
        };
        let step =
            |&(date, state): &(&str, State)| Step { state, stage: None, aim: false, evidence: quote(date) };
        state_after(&steps.iter().map(step).collect::<Vec<_>>())
    }

    #[test]
    fn a_stop_holds_until_a_later_document_takes_it_up() {
        use State::{Delivered, Mentioned, Promised, Stopped, UnderWay};
        assert_eq!(after(&[]), Mentioned);
        assert_eq!(after(&[("2024", UnderWay), ("2025", Promised)]), UnderWay);
        assert_eq!(after(&[("2024", UnderWay), ("2025", Stopped)]), Stopped);
        assert_eq!(after(&[("2024", Stopped), ("2024", Promised)]), Stopped);
        assert_eq!(after(&[("2024", Stopped), ("2024", UnderWay)]), UnderWay);
        assert_eq!(after(&[("2024", UnderWay), ("2024", Stopped), ("2025", Promised)]), Promised);
        assert_eq!(after(&[("2024", Delivered), ("2025", Stopped)]), Delivered);
    }
}
