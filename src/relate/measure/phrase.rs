//! Verb phrases: the verbs that govern, and how far their object goes.

use std::ops::Range;

use super::lead::{self, Lead, Signs, after_verb, opens_phrase};
use super::word::{Mark, Word};
use crate::lexicon::Measures;
use crate::record::RecordKind;

/// How many phrases of a clause are read.
const MOST_PHRASES: usize = 24;
/// How many words a subject behind a comma may have.
const LONGEST_SUBJECT: usize = 8;

/// Verbs that share an object.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Phrase {
    pub(super) verbs: Vec<Range<usize>>,
    /// Indices of the object's words; empty where nothing follows the verb.
    pub(super) object: Range<usize>,
    /// Who acts, where a phrase behind the first has its own subject.
    pub(super) actor: Option<Range<usize>>,
    /// The object may be a verb used as a noun.
    pub(super) is_light: bool,
    pub(super) signs: Signs,
}

/// The verb phrases of a clause from the word at `at` on: A作用、推进B, 并完成C.
pub(super) fn read(words: &[Word], at: usize, measures: &Measures) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut next = Some(at);
    while let Some(at) = next.filter(|_| phrases.len() < MOST_PHRASES) {
        let mut phrase = Phrase::default();
        let mut opening = Lead { at, ..Lead::default() };
        let own = words[at].is_nominal() && !phrases.is_empty();
        let at = if own { lead::subject(words, measures, &mut opening).unwrap_or(at) } else { at };
        phrase.actor = opening.actor;
        let Some((start, verb)) = verbs(words, at, &mut phrase) else { break };
        let act = words[verb].deed.act.unwrap_or_default();
        phrase.is_light = act.is_light;
        let end;
        (end, next) = object_end(words, start, words[verb].text, act.is_pivot);
        phrase.object = start..end;
        phrases.push(phrase);
    }
    phrases
}

/// Reads adverbs and verbs; where the object starts, and the last verb.
fn verbs(words: &[Word], at: usize, phrase: &mut Phrase) -> Option<(usize, usize)> {
    let mut at = at;
    loop {
        while words.get(at).is_some_and(|word| word.deed.act.is_none()) {
            phrase.signs.add(words.get(at)?);
            at += 1;
        }
        let word = words.get(at)?;
        if let Some(verb) = governed(words, at) {
            phrase.signs.add(word);
            at = verb;
            continue;
        }
        let own = word.deed.act.is_some_and(|act| act.is_modifier);
        if own || word.deed.status.is_some() && word.deed.force.is_none() {
            phrase.signs.add(word);
        }
        phrase.signs.force = phrase.signs.force.or(word.deed.force);
        let end = compound(words, at);
        let tail = words.get(end..after_verb(words, end)).unwrap_or_default();
        let aspects = tail.iter().filter(|word| word.deed.status.is_some());
        aspects.clone().for_each(|aspect| phrase.signs.add(aspect));
        let last = &words[end + tail.len() - aspects.count() - 1];
        phrase.verbs.push(word.range.start..last.range.end);
        let after = after_verb(words, end);
        if !lead::is_bare_list(words, at) {
            return Some((after, at));
        }
        at += 2;
        if words[at].deed.act.is_none() {
            // A verb that the dictionary does not know, in a list of verbs that it does.
            phrase.verbs.push(words[at].range.clone());
            if !lead::is_bare_list(words, at) {
                return Some((after_verb(words, at + 1), at));
            }
            at += 2;
        }
    }
}

/// The verb that one governs: 加快建设, 推进落实. What it governs has an object of its own.
fn governed(words: &[Word], at: usize) -> Option<usize> {
    let act = words[at].deed.act.filter(|act| act.is_modifier)?;
    let behind = &words[at + 1..];
    let adverbs = behind.iter().take_while(|word| word.is_adverb() && word.deed.act.is_none()).count();
    let verb = at + 1 + adverbs;
    let next = words.get(verb)?;
    let fits = next.is_plain_verb() || act.is_adverbial && next.deed.is_governed;
    let follows = words.get(after_verb(words, verb + 1)).is_some_and(|word| word.mark == Mark::Word);
    let nominal = words.get(verb + 1).is_some_and(|word| word.deed.is_noun) && next.deed.is_noun;
    (fits && !nominal && (opens_phrase(words, verb, true) && follows || lead::is_bare_list(words, verb)))
        .then_some(verb)
}

/// Where the words end that are one verb: 贯彻落实, 修订完善.
fn compound(words: &[Word], at: usize) -> usize {
    let end = at + 1;
    let first = words[at].deed.act.is_some_and(|act| !act.is_light && !act.is_modifier);
    let Some(next) = words.get(end) else { return end };
    let second = next.is_plain_verb()
        && (first || next.deed.act.is_some_and(|act| act.is_modifier && !act.is_adverbial));
    if second && opens_phrase(words, end, true) { end + 1 } else { end }
}

/// Where the object ends that starts at `start`, and where the next verb phrase opens.
fn object_end(words: &[Word], start: usize, verb: &str, pivots: bool) -> (usize, Option<usize>) {
    // 提高分析和解决问题能力: an object that opens with a verb is one thing.
    let is_whole = words.get(start).is_some_and(|word| word.is_plain_verb() || word.is_adverb());
    for at in start..words.len() {
        let word = &words[at];
        let next = at + 1;
        match word.mark {
            Mark::And if opens_behind(words, next) => return (at, Some(next)),
            Mark::Comma | Mark::Joint
                if !is_whole && at > start && opens_behind(words, next) && !ends_in_verb(&words[at - 1]) =>
            {
                return (at, Some(next));
            }
            Mark::Comma if repeats(words, next, verb) => return (at, Some(next)),
            _ => {}
        }
        if pivots && at > start && acts_in_turn(words, start, at) {
            return (at, None);
        }
    }
    (words.len(), None)
}

/// Whether a verb phrase opens behind a joint: with a verb, or with adverbs before one.
fn opens_behind(words: &[Word], at: usize) -> bool {
    let adverbs = words.get(at..).unwrap_or_default().iter().take_while(|word| {
        word.is_adverb() && word.deed.act.is_none() || word.deed.act.is_none() && word.deed.force.is_some()
    });
    let adverbs = adverbs.count();
    opens_phrase(words, at + adverbs, adverbs > 0)
}

/// 发现、预防、处置机制: the item before the joint is a verb without object, so the next is no phrase either.
fn ends_in_verb(last: &Word) -> bool {
    last.record.is_none() && !last.deed.is_noun && (last.deed.act.is_some() || last.tag == "v")
}

/// 甲选派A、乙选派B: the same verb behind another subject.
fn repeats(words: &[Word], at: usize, verb: &str) -> bool {
    let item = words.get(at..).unwrap_or_default().iter().take(LONGEST_SUBJECT);
    let mut item = item.take_while(|word| word.mark == Mark::Word);
    item.next().is_some_and(Word::is_nominal) && item.any(|word| word.text == verb)
}

/// Whether the object of a pivot begins to act here: 企业参加…, 项目尽早….
fn acts_in_turn(words: &[Word], start: usize, at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let follows_noun = before.is_nominal() || before.mark == Mark::Etc;
    let named = words[start..at].iter().any(|word| word.is(RecordKind::Projects));
    let turns = word.deed.is_second && word.record.is_none() && !word.is_nominal();
    follows_noun && turns && (named || !word.deed.is_noun)
}
