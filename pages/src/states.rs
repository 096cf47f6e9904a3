//! How the page of a ledger draws states.

use serde::Serialize;
use zhengce::State;

/// How a state is shown.
pub(super) struct Shown {
    pub(super) state: State,
    /// Whether its column is shown even if it is empty.
    pub(super) is_standing: bool,
    /// The line beside its entries; its pattern shows the state without the colour.
    edge: &'static str,
}

const fn shown(state: State, is_standing: bool, edge: &'static str) -> Shown {
    Shown { state, is_standing, edge }
}

/// The states, in the order of their columns.
pub(super) const STATES: &[Shown] = &[
    shown(State::Promised, true, "dotted #b8860b"),
    shown(State::UnderWay, true, "double #1f78b4"),
    shown(State::Stopped, false, "ridge #b22222"),
    shown(State::Short, false, "dashed #8a5a00"),
    shown(State::Delivered, true, "solid #33a02c"),
    shown(State::Mentioned, false, "solid var(--line)"),
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
