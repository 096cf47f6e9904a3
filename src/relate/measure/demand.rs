//! What earlier sentences ask for; later ones go on with it, whatever the text around looks back on.

use super::lead::{self, Lead};
use super::word::{Clause, Word};
use crate::lexicon::Deed;
use crate::record::{Force, MeasureStatus};
use crate::relate::figure;

/// Whether what is told here has been asked for.
#[derive(Debug, Default)]
pub(crate) struct Demand {
    /// By an earlier sentence of the paragraph: 必须发展A。改善B。
    is_open: bool,
    /// By the sentence that announces the list around this one: 要做好几件事:一、发展A;.
    is_list: bool,
}

impl Demand {
    /// Moves on to a sentence; returns whether it may go on with what is asked for. One that opens a
    /// paragraph may do so only as an item of the list; one that tells no deed ends it.
    pub(super) fn enter(&mut self, sentence: &str, opens_paragraph: bool) -> bool {
        if opens_paragraph {
            self.is_list = self.is_list && figure::is_item(sentence);
            self.is_open = self.is_list;
        }
        std::mem::take(&mut self.is_open)
    }

    /// Passes a sentence without a deed: 各地要互相帮助。
    pub(super) fn pass(&mut self, asks: bool) {
        self.is_open = asks;
    }

    /// Takes note of what a sentence asks for. A sentence that opens with anything but a deed, or tells what
    /// has been done, does not go on with an earlier demand.
    pub(super) fn leave(&mut self, sentence: &str, clauses: &[Clause], goes_on: bool) {
        let mut asked = false;
        for word in clauses.iter().flat_map(|clause| clause.words) {
            match word.deed.status {
                Some(MeasureStatus::Done) if word.record.is_none() => {
                    *self = Demand::default();
                    return;
                }
                Some(MeasureStatus::Planned) if word.record.is_none() => asked = asked || asks(word),
                _ => {}
            }
        }
        self.is_open = asked || goes_on;
        self.is_list |= asked && sentence.ends_with(':');
    }
}

/// Whether a sentence opens with what is to be done, and names nobody: 改善B.
pub(super) fn goes_on(opening: &Lead) -> bool {
    opening.subject.is_none() && opening.verb.is_some()
}

/// Whether a word says that something is still to be: 要, 应当.
pub(super) fn obliges(deed: &Deed) -> bool {
    deed.act.is_none() && deed.force.is_some() && deed.status == Some(MeasureStatus::Planned)
}

/// Whether a word asks for something: 要, 必须; not 将, which only tells what will be.
fn asks(word: &Word) -> bool {
    (word.text == "要" || word.deed.force == Some(Force::Must)) && lead::is_duty(word)
}
