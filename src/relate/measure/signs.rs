//! What words say of how firmly something is promised, and how far it is.

use super::lead::is_duty;
use super::word::Word;
use crate::lexicon::Mood;
use crate::record::{Force, MeasureStatus};

/// What a clause, or a verb phrase of it, says of force and progress.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) force: Option<Force>,
    pub(super) done: bool,
    pub(super) ongoing: bool,
    /// Whether it goes on, if somebody is named who does it; of nobody it is asked: 继续, 加快.
    pub(super) continues: bool,
    pub(super) planned: bool,
    /// Whether somebody has to do it, as long as the row of clauses goes on: 必须.
    pub(super) binds: bool,
    /// Whether it is being done as the text speaks, whatever the text around speaks of: 正在.
    pub(super) now: bool,
    /// Whether it adds to what has been asked, as firmly: 既要, 也要.
    pub(super) goes_on: bool,
}

impl Signs {
    /// Takes in what a word says. The first of two forces counts, unless the second says more: 要坚决, 要努力.
    pub(super) fn add(&mut self, word: &Word) {
        self.force = match (self.force, word.deed.force) {
            (Some(Force::Will), own @ Some(Force::Must | Force::Strive)) => own,
            (first, own) => first.or(own),
        };
        self.binds |= is_duty(word) && word.deed.force == Some(Force::Must);
        self.now |= matches!(word.text, "正" | "正在");
        self.goes_on |= matches!(word.text, "既要" | "也要" | "又要");
        match word.deed.status {
            Some(MeasureStatus::Done) => self.done = true,
            Some(MeasureStatus::Ongoing) => {
                let runs = matches!(word.text, "正" | "正在" | "着" | "仍在" | "开始");
                self.ongoing |= runs;
                self.continues |= !runs;
            }
            Some(MeasureStatus::Planned) => self.planned = true,
            None => self.planned |= word.text == "需要",
        }
    }

    /// These signs, with how far the clauses before were; what is done does not reach into a plan.
    pub(super) fn carrying(self, before: Signs, mood: Option<Mood>) -> Signs {
        let done = before.done && mood != Some(Mood::Plan);
        Signs { done, planned: before.planned && !done, ..self }
    }

    /// These signs, completed by those of the whole clause.
    pub(super) fn or(self, clause: Signs) -> Signs {
        Signs {
            force: self.force.or(clause.force),
            done: self.done || clause.done,
            ongoing: self.ongoing || clause.ongoing,
            continues: self.continues || clause.continues,
            planned: self.planned || clause.planned,
            binds: self.binds || clause.binds,
            now: self.now || clause.now,
            goes_on: self.goes_on || clause.goes_on,
        }
    }
}
