//! Whether a word is a preposition where it stands, or a verb or an adverb.

use super::lead::{is_modal, opens_phrase};
use super::word::{Mark, Word};
use crate::lexicon::Preposition;

/// Most words after a preposition that are searched for what becomes of what it opens.
const MAX_REACH_WORDS: usize = 40;

/// The preposition that the word is here; 将 is one only before a noun phrase.
pub(super) fn preposition(words: &[Word], at: usize) -> Option<Preposition> {
    let word = &words[at];
    let found = word.deed.preposition?;
    let next = words.get(at + 1)?;
    if treats(words, at).is_some() {
        return Some(found);
    }
    if word.deed.act.is_some() && opens_phrase(words, at, true) {
        return None;
    }
    let is_manner = words.get(at + 2).is_some_and(|after| after.text == "地");
    let is_verbal = is_manner
        || next.deed.act.is_some()
        || next.is_adverb()
        || next.deed.is_bar
        || next.deed.preposition.is_some()
        || is_modal(next);
    let puts_first = found == Preposition::Object && disposes(words, at);
    // 坚持推进…, 突出抓好…: before a verb, such words only qualify it.
    if word.is_adverb() && is_verbal && !puts_first {
        return None;
    }
    let opens_predicate = is_verbal || is_plain_predicate(&words[at + 1..]);
    (found != Preposition::Object || word.text == "把" || !opens_predicate || puts_first).then_some(found)
}

/// Whether a verb that is not in the dictionary opens, before a noun: 将|庆祝渔港落成, 将|有利于增收; not 将|排污控制指标.
fn is_plain_predicate(words: &[Word]) -> bool {
    let [verb, next, ..] = words else { return false };
    let is_verb = verb.record.is_none() && verb.mark == Mark::Word && verb.tag == "v" && !verb.is_nominal();
    let takes = next.is_nominal() && next.deed.act.is_none();
    is_verb && (verb.deed.is_comment || verb.text == "有" || takes && !verb.deed.is_class)
}

/// The index at which what is done about a matter opens: 就深化改革、推进发展等问题|作出决定.
pub(super) fn treats(words: &[Word], at: usize) -> Option<usize> {
    if words[at].text != "就" {
        return None;
    }
    let is_matter =
        |word: &Word| word.record.is_none() && matches!(word.text, "问题" | "事项" | "事宜" | "议题");
    let end = words.len().min(at + MAX_REACH_WORDS);
    let acts = |word: &Word| word.deed.act.is_some() || word.is_adverb() || word.tag == "v";
    (at + 2..end).find(|verb| acts(&words[*verb]) && is_matter(&words[*verb - 1]))
}

/// Whether 将 before a verb puts an object first, because what becomes of it stands after it: 将改善水质作为重点.
fn disposes(words: &[Word], at: usize) -> bool {
    let goes_on = |word: &&Word| word.mark != Mark::Comma && word.text != "把";
    let clause = words[at + 1..].iter().take(MAX_REACH_WORDS).take_while(goes_on);
    let mut before: Option<&Word> = None;
    for word in clause {
        if word.record.is_none() && word.deed.act.is_some_and(|act| act.is_late) {
            return before.is_some_and(Word::is_nominal);
        }
        before = Some(word);
    }
    false
}
