//! Verb phrases: the verbs that govern, and how far their object goes.

use std::ops::Range;

use super::extent::{End, late_end, object_end};
use super::fit;
use super::lead::{self, after_verb, opens_phrase};
use super::means;
use super::signs::Signs;
use super::subject::{self, Subject};
use super::word::{Mark, Stretches, Word};
use crate::lexicon::{Act, Measures};
use crate::record::Force;

/// Most phrases of a clause that are read.
const MAX_PHRASES: usize = 24;

/// Verbs that share an object.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Phrase {
    pub(super) verbs: Stretches,
    /// Indices of the object's words; empty where nothing follows the verb.
    pub(super) object: Range<usize>,
    /// Indices of all its words; the first phrase starts with the clause's first word.
    pub(super) words: Range<usize>,
    /// Who acts, if a phrase after the first has its own subject.
    pub(super) actor: Option<Range<usize>>,
    /// Index of the last verb, and what sort of act it is.
    pub(super) last: usize,
    pub(super) act: Act,
    /// Whether the object is a whole clause: 支持企业参加展会.
    pub(super) is_clausal: bool,
    pub(super) signs: Signs,
    /// Whether the first of verbs that share an object only tries out: 鼓励和推动.
    pub(super) tries: bool,
}

/// The verb phrases of a clause from the word at `at` on: A作用、推进B, 并完成C.
pub(super) fn read(words: &[Word], at: usize, measures: &Measures) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut next = Some(at);
    while let Some(at) = next.filter(|_| phrases.len() < MAX_PHRASES) {
        let mut phrase = Phrase::default();
        let from = if phrases.is_empty() { 0 } else { at };
        let own = words[at].is_nominal() && words[at].deed.act.is_none() && !phrases.is_empty();
        let own = own.then(|| subject::read(words, at, measures)).flatten().filter(|own| own.precedes_deed);
        let at = own.as_ref().map_or(at, |own| own.end);
        if let Some(Subject::Acts(actor)) = own.and_then(|own| own.subject) {
            phrase.actor = Some(actor);
        }
        let Some((start, verb)) = verbs(words, at, &mut phrase) else { break };
        phrase.last = verb;
        phrase.act = words[verb].deed.act.unwrap_or_default();
        // 教育引导渔民增强信心: if two verbs are one, the last says what the object may do.
        let tail = words[verb + 1..start].iter().filter_map(|word| word.deed.act).next_back();
        phrase.act.is_pivot |= tail.is_some_and(|act| act.is_pivot);
        let pivot = phrase.act.is_pivot.then_some(measures);
        let end = means::end(words, start, phrase.act)
            .map(|(at, next)| End { at, next, is_clausal: false })
            .or_else(|| phrase.act.is_late.then(|| late_end(words, start)))
            .unwrap_or_else(|| object_end(words, start, &words[verb], pivot));
        next = end.next;
        phrase.is_clausal = end.is_clausal;
        phrase.object = start..end.at;
        phrase.words = from..if next.is_some() { end.at } else { words.len() };
        phrases.push(phrase);
    }
    phrases
}

/// Reads adverbs and verbs; returns the index at which the object starts, and that of the last verb.
fn verbs(words: &[Word], at: usize, phrase: &mut Phrase) -> Option<(usize, usize)> {
    let mut at = at;
    loop {
        while words.get(at).is_some_and(|word| word.deed.act.is_none()) {
            phrase.signs.add(words.get(at)?);
            at += 1;
        }
        let word = words.get(at)?;
        // 鼓励和支持发展渔业: the verb that tries out and the other share what they govern.
        if let Some(verb) = governed(words, at).filter(|_| !phrase.tries) {
            phrase.signs.add(word);
            at = verb;
            continue;
        }
        // 鼓励和推动: trying out holds for this verb alone, not for those that share its object.
        phrase.tries |= phrase.verbs.is_empty()
            && word.deed.force == Some(Force::Explore)
            && lead::is_bare_list(words, at);
        let own = word.deed.act.is_some_and(|act| act.is_modifier) && !phrase.tries;
        // 支持和保证: the second of verbs that share an object does not bind the first.
        let binds = word.deed.force.is_some() && !phrase.verbs.is_empty();
        // 经常研究市场变化: 研究建立A tries something out, but 研究 before a thing does not.
        let governs = |next: &Word| next.deed.act.is_some() || next.tag.starts_with('v');
        let is_plain = !(word.deed.is_noun && word.deed.act.is_some_and(|act| act.is_modifier))
            || word.deed.force != Some(Force::Explore)
            || words.get(at + 1).is_some_and(governs);
        if !binds && is_plain && (own || word.deed.status.is_some() && word.deed.force.is_none()) {
            phrase.signs.add(word);
        }
        // 关心、支持: the first of verbs that share an object says how firmly.
        let own = word.deed.force.filter(|_| phrase.verbs.is_empty() && !phrase.tries && is_plain);
        phrase.signs.force = phrase.signs.force.or(own);
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
        at = lead::next_of_list(words, at)?;
        if words[at].deed.act.is_none() {
            // A verb that the dictionary does not know, in a list of verbs that it does.
            phrase.verbs.push(words[at].range.clone());
            if !lead::is_bare_list(words, at) {
                return Some((after_verb(words, at + 1), at));
            }
            at = lead::next_of_list(words, at)?;
        }
    }
}

/// The index of the verb that this one governs, which has an object of its own: 加快建设, 推进落实.
fn governed(words: &[Word], at: usize) -> Option<usize> {
    let act = words[at].deed.act.filter(|act| act.is_modifier)?;
    let after = &words[at + 1..];
    let qualifies = |word: &&Word| word.deed.act.is_none() && (word.is_adverb() || word.text == "基本");
    let verb = at + 1 + after.iter().take_while(qualifies).count();
    let next = words.get(verb)?;
    // 抓紧研究建立制度: a verb that is as often a noun governs too, if a verb follows.
    let chains = || next.deed.act.is_some_and(|act| act.is_modifier) && is_plain(words, verb + 1);
    // 统一出具证明, 集中公开信息: the word says how it is done, before a verb with its object.
    let is_full = |word: &Word| word.text.chars().nth(1).is_some();
    let takes = |word: &Word| {
        let names = word.is_nominal() || word.deed.is_nothing() && word.tag == "v";
        word.mark == Mark::Word && names && word.deed.act.is_none() && is_full(word)
    };
    let qualifies = || {
        act.is_adverbial
            && words[at].deed.is_adverb
            && next.tag == "v"
            && next.deed.act.is_some()
            && words.get(verb + 1).is_some_and(takes)
    };
    let fits = next.is_plain_verb() || qualifies() || act.is_adverbial && (next.deed.is_governed || chains());
    let follows = words.get(after_verb(words, verb + 1)).is_some_and(|word| word.mark == Mark::Word);
    let nominal = words.get(verb + 1).is_some_and(|word| word.deed.is_noun) && next.deed.is_noun;
    let nominal = nominal && !(next.deed.is_governed && fit::is_named_by(words, verb + 1));
    let is_last = verb + 1 == words.len();
    // 鼓励投资、促进消费: before a comma the word is the object of the governing verb.
    let is_object =
        next.deed.is_noun && act.is_pivot && words.get(verb + 1).is_some_and(|w| w.mark == Mark::Comma);
    let lists = || !is_object && lead::is_bare_list(words, verb) && !fit::tells_what_is_built(&words[verb..]);
    let opens = || opens_phrase(words, verb, true) && follows || lists();
    // 稳定|鼓励出口的政策: here the second verb belongs to the object.
    let serves = !act.is_pivot && verb == at + 1 && fit::is_purpose(words, at);
    let tells_which = || next.deed.act.is_some_and(|next| fit::takes_end(act, next, &words[verb + 1..]));
    // 支持创新要素向企业集聚: the word belongs to the name of what acts in turn.
    let turns = |word: &Word| {
        word.record.is_none()
            && (word.is_plain_verb() || word.deed.preposition.is_some())
            && word.mark == Mark::Word
    };
    let item = || words[verb + 1..].iter().take_while(|word| !matches!(word.mark, Mark::Comma | Mark::De));
    let is_name = next.deed.is_noun && act.is_pivot && item().skip(1).any(turns);
    (fits
        && !nominal
        && !fit::is_way(words, at)
        && !serves
        && !is_name
        && !tells_which()
        && !fit::lends(words, at, verb)
        && (is_last || opens()))
    .then_some(verb)
}

fn is_plain(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(Word::is_plain_verb)
}

/// The index after the words that make up one verb: 贯彻落实, 修订完善.
fn compound(words: &[Word], at: usize) -> usize {
    let end = at + 1;
    let first = words[at].deed.act.is_some_and(|act| !act.is_light && !act.is_modifier && !act.is_late);
    let Some(next) = words.get(end) else { return end };
    // 支持推进渔港建设: nor do they where others are to do the second.
    let is_light = words[at].deed.act.is_some_and(|act| act.is_light) || fit::lends(words, at, end);
    let governs = || next.deed.act.is_some_and(|act| act.is_modifier && !act.is_adverbial) && !is_light;
    // 实施扶持渔业的措施: here the second verb belongs to the object.
    if fit::is_way(words, at) || fit::is_purpose(words, at) || fit::names_fruit(&words[end + 1..]) {
        return end;
    }
    // 用好用足: two such verbs are one.
    let initial = |word: &Word| word.text.chars().next().filter(|_| word.text.chars().count() == 2);
    let is_twin = next.is_plain_verb() && initial(next).is_some() && initial(next) == initial(&words[at]);
    if is_twin && opens_phrase(words, end, true) {
        return end + 1;
    }
    // 部署加快建设渔港: nor does a verb that only says how the one after it is done.
    if next.deed.act.is_some_and(|act| act.is_modifier && act.is_adverbial) && is_plain(words, end + 1) {
        return end;
    }
    // 下放核准权限: what the segmenter takes for a noun is one before a single other noun.
    let is_noun =
        next.tag.starts_with('n') && words.get(end + 2).is_none_or(|after| after.mark != Mark::Word);
    let second = next.is_plain_verb()
        && !is_noun
        && (first || governs() || fit::are_peers(words, at))
        && !(governs() && lead::is_of_noun(words, end));
    if second && opens_phrase(words, end, true) { end + 1 } else { end }
}
