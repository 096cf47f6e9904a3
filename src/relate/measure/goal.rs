//! What is to be reached, after a word of force: an amount or a stage.

use std::ops::Range;

use super::word::{Mark, Word};
use crate::record::{Force, RecordKind};

/// The verb that opens a row of stages: 建成投产.
const BUILT: &str = "建成";

/// The verb and the object of a goal after a word of force: what is to come of what. 力争外贸企业突破9000家.
pub(super) fn goal(object: &[Word], verb: &Word) -> Option<(Range<usize>, Range<usize>)> {
    verb.deed.force.filter(|_| verb.deed.act.is_some_and(|act| act.is_pivot))?;
    let at = object.iter().position(|word| word.deed.is_result && word.record.is_none())?;
    let amount = object[at + 1..].iter().position(|word| word.is(RecordKind::Figures))?;
    let between = &object[at + 1..at + 1 + amount];
    let reaches = |word: &Word| word.is_adverb() || word.deed.is_complement || word.text == "到";
    let subject = &object[..at];
    let from = subject.iter().position(|word| !word.is(RecordKind::Times) && !word.is_adverb())?;
    let to = subject.iter().rposition(|word| !word.is_adverb())?;
    let is_one = subject.iter().all(|word| word.mark != Mark::Comma && word.mark != Mark::Joint);
    let ends = object[at + 2 + amount..].iter().all(|word| !word.is_nominal() && word.mark == Mark::Word);
    let fits = is_one && ends && between.iter().all(reaches);
    let last = between.iter().take_while(|word| !word.is_adverb()).last().unwrap_or(&object[at]);
    fits.then(|| {
        let verb = object[at].range.start..last.range.end;
        (verb, subject[from].range.start..subject[to].range.end)
    })
}

/// The index of the first word of the stage that ends the object, after a word of force and what is to reach
/// it: 力争渔港、码头等项目开工.
pub(super) fn stage(object: &[Word], verb: &Word) -> Option<usize> {
    verb.deed.force.filter(|force| matches!(force, Force::Strive | Force::Must))?;
    // 建成通车: the last verb names a stage, and is as often a noun.
    let ends = |word: &Word| word.deed.is_noun && word.deed.act.is_none();
    let built = |word: &Word| word.text.starts_with(BUILT);
    let runs = |word: &Word| word.record.is_none() && word.deed.is_second && (ends(word) || built(word));
    object.last().filter(|last| runs(last) && last.text != BUILT)?;
    let at = object.iter().rposition(|word| !runs(word))? + 1;
    let before = &object[at - 1];
    let is_plain = object[..at].iter().all(|word| word.deed.preposition.is_none() && !word.is_plain_verb());
    (is_plain && (before.is_nominal() || before.mark == Mark::Etc)).then_some(at)
}
