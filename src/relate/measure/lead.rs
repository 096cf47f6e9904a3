//! What stands before the verb of a clause: who acts, how firmly, how far, and adverbials to be passed over.

use std::ops::Range;

use super::word::{Mark, Word};
use crate::lexicon::{Measures, Preposition};
use crate::record::{Force, MeasureStatus, RecordKind};

/// How many words a noun phrase or an adverbial before the verb may have.
const LONGEST_PHRASE: usize = 24;
/// How many words a name may have that opens with what looks like a verb: 审查小组应当….
const LONGEST_NAME: usize = 8;
/// How many verbs may share an object.
const LONGEST_LIST: usize = 8;
/// How many words behind a verb are searched for an object.
const REACH: usize = 40;

/// What a clause, or a verb phrase of it, says of force and progress.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) force: Option<Force>,
    pub(super) done: bool,
    pub(super) ongoing: bool,
    pub(super) planned: bool,
}

impl Signs {
    /// Takes in what a word says; of two forces the first counts.
    pub(super) fn add(&mut self, word: &Word) {
        self.force = self.force.or(word.deed.force);
        match word.deed.status {
            Some(MeasureStatus::Done) => self.done = true,
            Some(MeasureStatus::Ongoing) => self.ongoing = true,
            Some(MeasureStatus::Planned) => self.planned = true,
            None => {}
        }
    }

    /// These signs, and where they are silent those of the whole clause.
    pub(super) fn or(self, clause: Signs) -> Signs {
        Signs {
            force: self.force.or(clause.force),
            done: self.done || clause.done,
            ongoing: self.ongoing || clause.ongoing,
            planned: self.planned || clause.planned,
        }
    }
}

/// What stands before the verb.
#[derive(Debug, Default)]
pub(super) struct Lead {
    /// Index of the word with which the verb phrase opens.
    pub(super) at: usize,
    pub(super) actor: Option<Range<usize>>,
    /// What 把 puts before the verb.
    pub(super) object: Option<Range<usize>>,
    pub(super) signs: Signs,
}

/// Reads up to the verb phrase; `None` where the clause tells no measure.
pub(super) fn read(words: &[Word], measures: &Measures) -> Option<Lead> {
    let mut lead = Lead::default();
    while let Some(word) = words.get(lead.at) {
        if word.deed.is_bar || word.mark == Mark::De {
            return None;
        }
        let names = word.deed.is_noun && words.iter().skip(lead.at + 1).take(LONGEST_NAME).any(is_modal);
        let passes = word.is(RecordKind::Times) || word.deed.is_opener || word.tag == "c";
        if word.deed.act.is_some() && lead.object.is_some() {
            return Some(lead);
        }
        if let Some(preposition) = preposition(words, lead.at) {
            lead.at = adverbial(words, preposition, &mut lead)?;
        } else if word.deed.act.is_some() && !names && opens_phrase(words, lead.at, true) {
            return Some(lead);
        } else if word.is_adverb() || is_modal(word) || qualifies(words, lead.at) {
            lead.signs.add(word);
            lead.at += 1;
        } else if passes || matches!(word.mark, Mark::And) {
            lead.at += 1;
        } else {
            lead.at = subject(words, measures, &mut lead)?;
        }
    }
    None
}

/// 要, 必须, 已: says how firmly or how far, and is no verb of doing.
fn is_modal(word: &Word) -> bool {
    word.deed.act.is_none() && (word.deed.force.is_some() || word.deed.status.is_some())
}

/// Whether an object may open with this word: 建成后, 要求要 have none.
fn is_opening(word: &Word) -> bool {
    let is_time = word.deed.is_localiser && word.text.ends_with(['后', '时', '前', '来']);
    let closes = is_time && word.record.is_none();
    !is_modal(word) && !word.deed.is_bar && !closes
}

/// 准确把握: an adjective before a verb.
fn qualifies(words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1).is_some_and(|next| next.is_plain_verb() || next.is_adverb());
    words[at].tag.starts_with('a') && next
}

/// The preposition that the word is here: 将 is one only before a noun phrase.
fn preposition(words: &[Word], at: usize) -> Option<Preposition> {
    let word = &words[at];
    let found = word.deed.preposition?;
    let next = words.get(at + 1)?;
    if word.deed.act.is_some() && opens_phrase(words, at, true) {
        return None;
    }
    let is_verbal =
        next.deed.act.is_some() || next.is_adverb() || next.deed.preposition.is_some() || is_modal(next);
    // 坚持推进…, 突出抓好…: before a verb they only qualify it.
    if word.is_adverb() && is_verbal {
        return None;
    }
    (found != Preposition::Object || word.text == "把" || !is_verbal).then_some(found)
}

/// Passes over a preposition and what it opens; the verb follows.
fn adverbial(words: &[Word], preposition: Preposition, lead: &mut Lead) -> Option<usize> {
    let start = lead.at + 1;
    let end = (start + LONGEST_PHRASE).min(words.len());
    let verb = match preposition {
        Preposition::Object => (start..end).find(|at| ends_object(words, start, *at))?,
        _ => match localiser(&words[start..end]) {
            Some(localiser) => start + localiser + 1,
            None => (start..end).find(|at| ends_adverbial(words, start, *at))?,
        },
    };
    let inside = words[start].range.start..words[verb.max(start + 1) - 1].range.end;
    match preposition {
        Preposition::Object if verb > start => lead.object = Some(inside),
        Preposition::Actor if verb > start => lead.actor = Some(inside),
        _ => {}
    }
    Some(verb)
}

/// 在…中: the last word of place or time, which ends the adverbial.
fn localiser(words: &[Word]) -> Option<usize> {
    words.iter().rposition(|word| word.record.is_none() && (word.deed.is_localiser || word.tag == "f"))
}

/// Whether the adverbial that opened at `start` ends before this word: a verb that follows a noun, and is no
/// clause before a noun (纳入规划的项目).
fn ends_adverbial(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let verbal = word.is_plain_verb() && opens_phrase(words, at, true) && !is_of_noun(words, at);
    let behind = || {
        verb_behind(words, at)
            .is_some_and(|verb| words[verb].is_plain_verb() && opens_phrase(words, verb, true))
    };
    at > start && follows_noun(&words[at - 1]) && (verbal || is_modal(word) || word.is_adverb() && behind())
}

/// Whether what 把 puts first ends before this word.
fn ends_object(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let verbal = word.is_plain_verb() && !is_of_noun(words, at);
    at > start
        && follows_noun(&words[at - 1])
        && (verbal || word.is_adverb() && verb_behind(words, at).is_some())
}

fn follows_noun(before: &Word) -> bool {
    let counts = before.is(RecordKind::Figures) || before.is(RecordKind::Times);
    let intransitive = before.tag == "v" && before.deed.act.is_none() && before.record.is_none();
    before.is_nominal() || counts || intransitive || before.tag == "t" || before.mark == Mark::Etc
}

/// Whether 的 follows: what looks like a verb phrase tells what a noun is like.
fn is_of_noun(words: &[Word], at: usize) -> bool {
    words[at..].iter().take(REACH).any(|word| word.mark == Mark::De)
}

/// The verb of doing behind adverbs.
fn verb_behind(words: &[Word], from: usize) -> Option<usize> {
    let at = (from..words.len()).find(|at| !words[*at].is_adverb() || words[*at].deed.act.is_some())?;
    words[at].deed.act.is_some().then_some(at)
}

/// Passes over the noun phrase before the verb, which acts, or says where.
pub(super) fn subject(words: &[Word], measures: &Measures, lead: &mut Lead) -> Option<usize> {
    let start = lead.at;
    let limit = (start + LONGEST_PHRASE).min(words.len());
    let end = (start..limit).find(|at| ends_subject(words, start, *at))?;
    if end == start || !words[start..end].iter().all(is_of_subject) {
        return None;
    }
    let last = &words[end - 1];
    let phrase = words[start].range.start..last.range.end;
    if last.record.is_none() && (last.deed.is_localiser || last.tag == "f") {
        return Some(end);
    }
    let text: String = words[start..end].iter().map(|word| word.text).collect();
    if measures.is_nobody(&text) {
        return Some(end);
    }
    let acts = last.is(RecordKind::Bodies) || last.is(RecordKind::Places) || measures.acts(&text);
    if acts && lead.actor.is_none() {
        lead.actor = Some(phrase);
    }
    acts.then_some(end)
}

fn ends_subject(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let after = at > start;
    let is_free = word.deed.act.is_none() || word.is_plain_verb();
    let joined = after && matches!(words[at - 1].mark, Mark::Comma | Mark::Joint | Mark::De);
    after
        && !joined
        && is_free
        && (word.is_adverb() || is_modal(word) || word.is_plain_verb() || preposition(words, at).is_some())
        || word.deed.is_bar
}

/// Whether a word may be part of a noun phrase that acts.
fn is_of_subject(word: &Word) -> bool {
    let by_tag = word.tag.starts_with(['a', 'b', 'm', 'q', 'r', 'u', 'f', 's', 'j', 'l', 'i', 'x', 'h', 'k']);
    let joins = matches!(word.mark, Mark::Comma | Mark::Joint | Mark::De | Mark::Etc);
    word.record.is_some() || word.is_nominal() || joins || by_tag && word.deed.act.is_none()
}

/// Whether a verb phrase opens with the verb of doing at `at`: something follows that can be its object. Behind
/// a comma of a list (`is_first` false) a verb that is as often a noun opens none.
pub(super) fn opens_phrase(words: &[Word], at: usize, is_first: bool) -> bool {
    let Some(act) = words.get(at).and_then(|word| word.deed.act).filter(|act| !act.is_late) else {
        return false;
    };
    if words[at].deed.is_noun && !is_first {
        return false;
    }
    let next = after_verb(words, at + 1);
    let Some(first) = words.get(next).filter(|first| is_opening(first)) else {
        return false;
    };
    if first.mark != Mark::Word {
        return is_bare_list(words, at);
    }
    let rest = &words[next..(next + REACH).min(words.len())];
    // 落后产能: the segmenter takes some nouns for verbs.
    let described = first.tag.starts_with('a') && rest.len() > 1;
    described
        || rest.iter().any(Word::is_nominal)
        || act.is_light && rest.iter().any(|word| word.tag.starts_with('v'))
}

/// 谋划、包装、梳理…: verbs that share the object behind the last of them.
pub(super) fn is_bare_list(words: &[Word], at: usize) -> bool {
    let joins = |at: usize| {
        words.get(at).is_some_and(|word| matches!(word.mark, Mark::Comma | Mark::Joint | Mark::And))
    };
    let mut verbs =
        (at..words.len()).step_by(2).take(LONGEST_LIST).take_while(|at| joins(at + 1)).map(|at| at + 2);
    verbs.by_ref().take_while(|at| words.get(*at).is_some_and(is_verb)).any(|at| opens_phrase_now(words, at))
}

fn opens_phrase_now(words: &[Word], at: usize) -> bool {
    let next = after_verb(words, at + 1);
    let rest = words.get(next..(next + REACH).min(words.len())).unwrap_or_default();
    rest.first().is_some_and(|first| first.mark == Mark::Word) && rest.iter().any(Word::is_nominal)
}

fn is_verb(word: &Word) -> bool {
    word.record.is_none() && (word.is_plain_verb() || word.tag == "v" && word.deed.preposition.is_none())
}

/// Where the words of the verb end: complements, 了 and 着 belong to it.
pub(super) fn after_verb(words: &[Word], from: usize) -> usize {
    let belongs = |word: &&Word| (word.deed.is_complement) && word.record.is_none();
    from + words.get(from..).unwrap_or_default().iter().take(2).take_while(belongs).count()
}
