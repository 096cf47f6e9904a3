//! Step 10: what ties records together, sentence by sentence.
//!
//! Each relation is a function over the standing candidates of one sentence and the [`Thread`] that
//! runs through the document. To add one, write its file and add its line to [`RELATIONS`].

mod figure;
pub(crate) mod outlook;

use crate::lexicon::Mood;
use crate::recognise::{Candidate, Scene};

/// Every relation, in order: later ones read what earlier ones filled in.
pub(crate) const RELATIONS: &[fn(&Scene, &mut Thread, &mut Vec<Candidate>)] = &[figure::relate];

/// What the document has said so far.
#[derive(Debug, Default)]
pub(crate) struct Thread {
    /// The document's date, `2022`, `2022-01` or `2022-01-08`.
    pub(crate) date: Option<String>,
    /// Headings above the sentence, outermost first, as folded text.
    pub(crate) headings: Vec<String>,
    /// Whether the text around the sentence is review or plan.
    pub(crate) outlook: Option<Mood>,
}

/// Runs every relation over the candidates of a sentence.
pub(crate) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    for relation in RELATIONS {
        relation(scene, thread, candidates);
    }
}
