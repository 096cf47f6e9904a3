//! Skips the words between a name and what the person says.

use crate::lexicon::Beside;
use crate::recognise::Scene;

/// Most adverbs between a name and a verb of saying.
const MAX_ADVERBS: usize = 3;
/// Marks between clauses, after which a quoted person's name can start.
pub(crate) const CLAUSE_MARKS: &[char] =
    &[',', '。', ';', ':', '!', '?', '”', '“', '(', ')', ' ', '—', '…', '》'];

/// The byte past the adverbs that start at this byte.
pub(crate) fn after_adverbs(scene: &Scene, start: usize) -> usize {
    let mut end = start;
    for _ in 0..MAX_ADVERBS {
        match scene.beside_at(end) {
            Some((next, Beside::Adverb)) => end = next,
            _ => break,
        }
    }
    end
}
