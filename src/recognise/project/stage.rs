//! Where the words around a project's name say that it is in its life.

use super::piece::Piece;
use crate::lexicon::{Form, Mark};
use crate::record::Stage;

/// How many pieces before and after a name are read.
const WINDOW: usize = 12;
/// The longest text, in bytes, that may stand between a name and its stage.
const LONGEST_GAP: usize = 18;

/// What is said of a name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) stage: Option<Stage>,
    /// Verbs or adverbs say that the stage is still to come.
    pub(crate) is_pushed: bool,
    /// The verb comes first, as in a plan: 开工…, 建设….
    pub(crate) leads: bool,
    /// 已, 相继: the stage has come.
    pub(crate) is_done: bool,
    /// The verb is said of policies too.
    pub(crate) is_weak: bool,
}

/// Marks of one direction, read together.
#[derive(Debug, Default)]
struct Chain {
    stages: Vec<Mark>,
    push: bool,
    aim: bool,
    done: bool,
}

impl Chain {
    fn add(&mut self, mark: &Mark) {
        if mark.stage.is_some() {
            self.stages.push(*mark);
        }
        self.push |= mark.is_push;
        self.aim |= mark.is_aim;
        self.done |= mark.is_done;
    }

    /// The furthest stage; building counts only alone, for 开工建设 is started and 谋划建设 planned.
    fn stage(&self) -> Option<Stage> {
        let stages = self.stages.iter().filter_map(|mark| mark.stage);
        stages.clone().filter(|stage| *stage != Stage::Building).max().or(stages.max())
    }

    fn is_bare(&self) -> bool {
        self.stages.iter().all(|mark| mark.is_bare)
    }

    /// Whether the marks of the stage that counts are said of policies too.
    fn is_weak(&self) -> bool {
        let stage = self.stage();
        self.stages.iter().filter(|mark| mark.stage == stage).all(|mark| mark.is_weak)
    }
}

/// Reads what is said of the names in `pieces[first..=last]`.
pub(crate) fn read(pieces: &[Piece], first: usize, last: usize) -> Reading {
    let after = after(pieces, last);
    let before = before(pieces, first);
    let is_done = after.done || before.done;
    match (after.stage(), before.stage()) {
        // What follows says the stage: A建成通车; 推进A尽早供地.
        (Some(stage), _) if stage != Stage::Building => {
            let is_pushed = before.push || before.aim || after.push || after.aim;
            Reading { stage: Some(stage), is_pushed, leads: false, is_done, is_weak: after.is_weak() }
        }
        // The verb before says the stage: 开工A; 谋划建设A; 启动A建设.
        (_, Some(stage)) if stage != Stage::Building => {
            let is_pushed = before.push || before.aim;
            Reading { stage: Some(stage), is_pushed, leads: true, is_done, is_weak: before.is_weak() }
        }
        (Some(stage), _) => Reading { stage: Some(stage), is_weak: after.is_weak(), ..Reading::default() },
        (None, Some(stage)) => {
            let leads = before.is_bare() && !before.push;
            Reading { stage: Some(stage), is_pushed: false, leads, is_done, is_weak: before.is_weak() }
        }
        (None, None) => {
            // 推动青川机场联动发展: what is pushed on is what follows, not the building.
            let stage = (before.push && !goes_on(pieces, last)).then_some(Stage::Building);
            Reading { stage, is_pushed: false, leads: false, is_done, is_weak: true }
        }
    }
}

/// Whether a predicate follows the names at once.
fn goes_on(pieces: &[Piece], last: usize) -> bool {
    pieces.get(last + 1).is_some_and(|next| {
        next.mark.is_none() || next.mark.is_some_and(|mark| mark.form == Form::Word && mark.stage.is_none())
    })
}

/// The marks after a name, up to the end of the clause or the next name.
fn after(pieces: &[Piece], last: usize) -> Chain {
    let mut chain = Chain::default();
    let mut gap = 0;
    for (offset, piece) in pieces[last + 1..].iter().take(WINDOW).enumerate() {
        let follows_list =
            offset > 0 && [Form::Comma, Form::Joint].iter().any(|form| pieces[last + offset].has_form(*form));
        match &piece.mark {
            Some(mark) if mark.form == Form::Stop => break,
            // A verb after 、 opens the next phrase: A建设、开工B.
            Some(mark) if mark.stage.is_some() && follows_list && chain.stages.is_empty() => break,
            Some(mark) => chain.add(mark),
            None if !chain.stages.is_empty() || gap + piece.range.len() > LONGEST_GAP => break,
            None => gap += piece.range.len(),
        }
    }
    chain
}

/// The verbs before a name: the nearest ones in the clause that do not belong to an earlier name.
fn before(pieces: &[Piece], first: usize) -> Chain {
    let mut chain = Chain::default();
    let mut closed = false;
    for piece in pieces[..first].iter().rev().take(WINDOW) {
        match &piece.mark {
            Some(mark) if mark.form == Form::Stop => break,
            // Further back only what pushes the whole clause on counts.
            Some(mark) if closed => {
                chain.push |= mark.is_push;
                chain.aim |= mark.is_aim;
            }
            Some(mark) => chain.add(mark),
            None => closed |= !chain.stages.is_empty() || chain.push,
        }
    }
    chain
}
