//! What the page of a ledger calls states, moves and stages in both languages, and how it draws a state.

use serde::Serialize;
use zhengce::{Move, Stage, State, Step};

use super::filter::Words;

/// How a state is shown.
pub(super) struct Shown {
    pub(super) state: State,
    /// Above its column and in the list to choose from.
    pub(super) heading: Words<'static>,
    /// What a step without a stage is called.
    step: Words<'static>,
    /// Its column stands though nothing is in it.
    pub(super) is_standing: bool,
    /// The line beside its entries: the pattern tells it without the colour.
    pub(super) edge: &'static str,
}

/// The states, in the order of their columns.
pub(super) const STATES: &[Shown] = &[
    Shown {
        state: State::Promised,
        heading: ("Promised", "已承诺"),
        step: ("promised", "承诺"),
        is_standing: true,
        edge: "dotted #b8860b",
    },
    Shown {
        state: State::UnderWay,
        heading: ("Under way", "推进中"),
        step: ("under way", "推进中"),
        is_standing: true,
        edge: "double #1f78b4",
    },
    Shown {
        state: State::Stopped,
        heading: ("Stopped or put off", "停缓"),
        step: ("stopped or put off", "停缓"),
        is_standing: false,
        edge: "ridge #b22222",
    },
    Shown {
        state: State::Short,
        heading: ("Short of it", "未足额"),
        step: ("done, short of it", "未足额"),
        is_standing: false,
        edge: "dashed #8a5a00",
    },
    Shown {
        state: State::Delivered,
        heading: ("Delivered", "已完成"),
        step: ("done", "已完成"),
        is_standing: true,
        edge: "solid #33a02c",
    },
    Shown {
        state: State::Mentioned,
        heading: ("Only mentioned", "仅提及"),
        step: ("mentioned", "提及"),
        is_standing: false,
        edge: "solid var(--line)",
    },
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

/// What a state is called; by its name where the table has none.
pub(super) fn state_words(state: State) -> Words<'static> {
    shown(state).map_or((state.name(), state.name()), |shown| shown.heading)
}

fn shown(state: State) -> Option<&'static Shown> {
    STATES.iter().find(|shown| shown.state == state)
}

pub(super) fn move_words(moved: Move) -> Words<'static> {
    match moved {
        Move::New => ("new", "新增"),
        Move::Advanced => ("advanced", "有进展"),
        Move::Delivered => ("delivered since", "销号"),
        Move::Short => ("short of it since", "未足额"),
        Move::Stopped => ("stopped or put off since", "停缓"),
        Move::Silent => ("fallen silent", "无后续"),
        _ => ("unchanged", "无变化"),
    }
}

/// What a step says: its stage, else its state; what was put off is not told by what it shall come to.
pub(super) fn step_words(step: &Step) -> Words<'static> {
    let stage = step.stage.filter(|_| step.state > State::Stopped);
    stage.and_then(|stage| stage_words(stage, step.aim)).unwrap_or_else(|| {
        shown(step.state).map_or((step.state.name(), step.state.name()), |shown| shown.step)
    })
}

/// A stage, reached or still to come.
fn stage_words(stage: Stage, aim: bool) -> Option<Words<'static>> {
    Some(match (stage, aim) {
        (Stage::Planned, _) => ("planned", "谋划"),
        (Stage::Signed, false) => ("signed", "签约"),
        (Stage::Signed, true) => ("to be signed", "拟签约"),
        (Stage::Land, false) => ("land", "供地"),
        (Stage::Land, true) => ("land to come", "拟供地"),
        (Stage::Started, false) => ("started", "开工"),
        (Stage::Started, true) => ("to start", "拟开工"),
        (Stage::Building, false) => ("building", "在建"),
        (Stage::Building, true) => ("to be built", "拟建"),
        (Stage::Completed, false) => ("completed", "竣工"),
        (Stage::Completed, true) => ("to be completed", "拟竣工"),
        (Stage::Operating, false) => ("operating", "投用"),
        (Stage::Operating, true) => ("to operate", "拟投用"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_words_and_a_line_of_its_own() {
        assert!(State::ALL.iter().all(|state| shown(*state).is_some()));
        let pattern = |shown: &Shown| shown.edge.split(' ').next().unwrap_or_default();
        let told: std::collections::BTreeSet<_> =
            STATES.iter().filter(|shown| shown.state != State::Mentioned).map(pattern).collect();
        assert_eq!(told.len(), STATES.len() - 1, "{told:?}");
    }
}
