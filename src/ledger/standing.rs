//! Tells how far an entry has come after all its steps, and how much of its amount was reported.

use rust_decimal::Decimal;

use super::reader::Statement;
use super::term::{HALF, Term, share};
use super::{Entry, State, Step};

/// Words after or before an amount that something is to stay below, so that it never falls short.
const BELOW: [&str; 2] = ["以内", "以下"];
const NOT_ABOVE: [&str; 2] = ["不超过", "不高于"];
/// The word in a promise for something that is only to be begun.
const BEGINNING: &str = "开工";
/// The digits after the point of a share.
const SHARE_DIGITS: u32 = 3;

/// The furthest of the steps. After one that stops it, only what a later document says counts, or what the
/// same one tells as begun; what was delivered stays delivered.
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

/// The state of an entry in an earlier ledger; one that knew no shortfall called it delivered.
pub(super) fn state_of(earlier: &Entry) -> State {
    let is_short = earlier.fulfilment.is_some_and(|share| share < Decimal::ONE);
    if is_short && earlier.state == State::Delivered { State::Short } else { earlier.state }
}

/// The reported share of a promise's amount: the larger of what the last progress report tells and the most
/// that a report of it as done tells. Steps that report less than all of it as done become short.
pub(super) fn fulfil(group: &mut [Statement]) -> Option<Decimal> {
    let promise = group.iter().position(|said| said.step.state == State::Promised);
    let promise = promise.filter(|at| !is_ceiling(&group[*at]));
    let promised = promise.and_then(|at| Some((at, group[at].figures.first()?.clone())));
    let due = promise.and_then(|at| group[at].years_of_report(Term::Running)).map(|years| *years.end());
    let (mut so_far, mut most) = (None, None);
    for at in 0..group.len() {
        // All that was promised is begun: 开工改造旧居50套, later 50套全部开工.
        let is_kept = group[at].is_begun
            && promised.as_ref().is_some_and(|(first, _)| group[*first].called.contains(BEGINNING));
        if is_kept {
            group[at].step.state = State::Delivered;
        }
        let is_told = group[at].step.state == State::Delivered;
        if let Some(share) = group[at].fulfilled {
            fall_short(&mut group[at].step, share, State::Short);
            so_far = Some(share);
            continue;
        }
        let Some((first, promised)) = promised.as_ref().filter(|(first, _)| *first < at && is_told) else {
            continue;
        };
        if group[at].step.evidence.date <= group[*first].step.evidence.date {
            continue;
        }
        let reported = group[at].figures.first().filter(|reported| reported.unit == promised.unit);
        let Some(share) = reported.and_then(|reported| share(reported, promised)) else {
            // All of it is done, but nobody says how much that is.
            so_far = None;
            continue;
        };
        // Before its due a share is partial; after it, a small share does not end it.
        let is_part = group[at].year() <= due || share < HALF;
        fall_short(&mut group[at].step, share, if is_part { State::UnderWay } else { State::Short });
        if group[at].step.state == State::UnderWay {
            so_far = Some(share);
        } else {
            most = most.max(Some(share));
        }
    }
    most.max(so_far).map(rounded)
}

/// The share of a work's content that the last table reports as done.
pub(super) fn last_share(group: &[Statement]) -> Option<Decimal> {
    let share = group.iter().rev().find_map(|said| said.fulfilled);
    share.map(rounded)
}

/// A share as it is written.
pub(super) fn rounded(share: Decimal) -> Decimal {
    share.round_dp(SHARE_DIGITS)
}

/// Whether a promise is a ceiling: 控制在5个以内; not 新增3岁以下渔童学位5个, whose bound tells which are meant.
pub(super) fn is_ceiling(promise: &Statement) -> bool {
    let amount = promise.figures.first().map(|amount| amount.evidence.text.as_str());
    let around = amount.and_then(|amount| promise.called.split_once(amount));
    around.is_some_and(|(before, after)| {
        BELOW.iter().any(|bound| after.trim_start_matches("左右").starts_with(bound))
            || NOT_ABOVE.iter().any(|bound| before.ends_with(bound))
    })
}

fn fall_short(step: &mut Step, share: Decimal, to: State) {
    if step.state == State::Delivered && share < Decimal::ONE {
        step.state = to;
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
