//! How the page of a ledger draws states.

use serde::Serialize;
use zhengce::State;

use super::words::{Words, called};

/// How a state is shown.
pub(super) struct Shown {
    pub(super) state: State,
    /// Whether its column is shown even if it is empty.
    pub(super) is_standing: bool,
    /// The line beside its entries; its pattern shows the state without the colour.
    edge: &'static str,
    /// What it means, in both languages.
    means: Words<'static>,
}

const fn shown(state: State, is_standing: bool, edge: &'static str, means: Words<'static>) -> Shown {
    Shown { state, is_standing, edge, means }
}

/// The states, in the order of their columns.
pub(super) const STATES: &[Shown] = &[
    shown(
        State::Promised,
        true,
        "dotted #b8860b",
        ("planned, or still to come", "已计划或承诺，尚未动工、未完成"),
    ),
    shown(
        State::UnderWay,
        true,
        "double #1f78b4",
        (
            "signed, on its land, started or being built; of an amount, part of it is reported",
            "已签约、供地、开工或在建；有数额的已完成一部分",
        ),
    ),
    shown(
        State::Stopped,
        false,
        "ridge #b22222",
        ("stopped, ended or put off, and not taken up again since", "停工、终止或推迟，此后未恢复"),
    ),
    shown(
        State::Short,
        false,
        "dashed #8a5a00",
        ("reported as done, with less than was promised", "报告为已完成，但少于承诺的数额"),
    ),
    shown(
        State::Delivered,
        true,
        "solid #33a02c",
        (
            "completed, in use, or reported as done, whether or not it was promised before",
            "已竣工、投用或报告为已完成，不论此前是否承诺",
        ),
    ),
    shown(
        State::Mentioned,
        false,
        "solid var(--line)",
        ("spoken of, without a word of how far it is", "被提到，但未说明进展"),
    ),
];

/// How a state is drawn, for the page's style.
#[derive(Serialize)]
pub(super) struct Edge {
    state: &'static str,
    edge: &'static str,
}

pub(super) fn edges() -> Vec<Edge> {
    STATES.iter().map(|shown| Edge { state: shown.state.name(), edge: shown.edge }).collect()
}

/// What a word on the page means.
#[derive(Serialize)]
pub(super) struct Meaning {
    en: &'static str,
    zh: &'static str,
    means_en: &'static str,
    means_zh: &'static str,
}

/// What is said of entries beside their state.
const SAID: [(Words, Words); 2] = [
    (
        ("silent since", "无后续"),
        (
            "the last document with it; later documents of the place that were read do not speak of it, which says nothing of what \
             was done",
            "所读的同一地区此后的文档不再提及；不等于没有做",
        ),
    ),
    (
        ("overdue", "逾期"),
        (
            "the deadline was over when the last document of the place spoke, or on the day asked for, and it was not delivered in full",
            "同一地区最后一篇文档之时（或指定之日）期限已过，而未足额完成",
        ),
    ),
];

pub(super) fn meanings() -> Vec<Meaning> {
    let states = STATES.iter().map(|shown| (called("State", shown.state.name()), shown.means));
    let all = states.chain(SAID);
    all.map(|((en, zh), (means_en, means_zh))| Meaning { en, zh, means_en, means_zh }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_line_of_its_own() {
        assert!(State::ALL.iter().all(|state| STATES.iter().any(|shown| shown.state == *state)));
        let pattern = |shown: &Shown| shown.edge.split(' ').next().unwrap_or_default();
        let told: std::collections::BTreeSet<_> =
            STATES.iter().filter(|shown| shown.state != State::Mentioned).map(pattern).collect();
        assert_eq!(told.len(), STATES.len() - 1, "{told:?}");
    }
}
