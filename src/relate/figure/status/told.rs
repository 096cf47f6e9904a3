//! Figures that are told, whatever the text around looks at: what was pointed at, judged or had, and what
//! only explains a word.

use super::super::chart::{Chart, Class, Place, WINDOW_PIECES, figure};
use super::MAX_START_PIECES;
use crate::lexicon::{Mood, Role};
use crate::recognise::Candidate;
use crate::record::Bound;

/// Whether the figure counts what has been told of: 以上|十条,构成…; 与那|两次相比.
pub(super) fn is_pointed_at(chart: &Chart, figure: usize) -> bool {
    matches!(chart.slice_before(figure), "以上" | "上述" | "这" | "那" | "前述")
        && !chart.follows_figure(figure - 1)
}

/// Whether the figure is a limit in a parenthesis that says what the word before it means: 停车场(1公里内),
/// 规上企业(年收入9万元以上).
pub(super) fn is_gloss(chart: &Chart, candidates: &[Candidate], place: Place) -> bool {
    let near = (place.piece.saturating_sub(MAX_GLOSS_PIECES)..place.piece).rev();
    let open = near.take_while(|at| chart.slice(*at) != ")").find(|at| chart.slice(*at) == "(");
    let Some(open) = open.filter(|open| *open > 0) else { return false };
    let bound = candidates.get(place.candidate).and_then(figure).map(|figure| figure.bound);
    let is_limit = matches!(bound, Some(Bound::Over | Bound::Under))
        || matches!(chart.slice(place.piece + 1), "内" | "范围" | "半径");
    let tells = |at: usize| {
        let piece = &chart.pieces[at];
        piece.mood.is_some()
            || chart.compares(at)
            || matches!(
                piece.class,
                Class::Time(_) | Class::Change { .. } | Class::Arrive | Class::Comma | Class::Figure(_)
            )
    };
    let closes = (place.piece + 1..place.piece + MAX_START_PIECES).any(|at| chart.slice(at) == ")");
    is_limit
        && closes
        && chart.class_before(open).is_some_and(Class::is_head)
        && !(open + 1..place.piece).any(tells)
}

/// Whether the figure belongs to what a court or an office has pronounced or judges: 被告人退缴赃款|5万元, 并处罚金|5万元.
pub(super) fn is_judged(chart: &Chart, figure: usize) -> bool {
    let clause = || {
        (figure.saturating_sub(WINDOW_PIECES)..figure)
            .rev()
            .take_while(|at| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop)))
    };
    let judges = |at: usize| chart.plays(at, Role::Judges) && chart.slice(at + 1) != "收入";
    clause().any(judges) && !clause().any(|at| chart.pieces[at].mood == Some(Mood::Plan))
}

/// Whether the figure is a further member of what one has: 我国有十亿农民、|九亿亩耕地.
pub(super) fn follows_had(chart: &Chart, figure: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let pause = figure.checked_sub(1).filter(|pause| chart.class(*pause) == Some(Class::Pause));
    let first =
        pause.and_then(|pause| (pause.saturating_sub(MAX_START_PIECES)..pause).rev().find(|at| !nominal(at)));
    first.is_some_and(|first| {
        let verb = first.checked_sub(1).filter(|_| matches!(chart.class(first), Some(Class::Figure(_))));
        verb.is_some_and(|verb| chart.plays(verb, Role::Has))
    })
}

/// Most pieces of a gloss before its limit.
const MAX_GLOSS_PIECES: usize = 8;
