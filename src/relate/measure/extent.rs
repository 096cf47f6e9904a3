//! Finds how far the object of a verb goes.

use super::after::{
    counts_after, counts_next, disposes, ends_in_verb, opens_after, repeats, serves_whom, turns_to,
};
use super::fit::{self, is_row};
use super::lead::{self, opens_phrase};
use super::word::{Mark, Word};
use crate::lexicon::{Act, Measures};
use crate::record::RecordKind;

/// The end of an object.
pub(super) struct End {
    pub(super) at: usize,
    /// The index of the word at which the next verb phrase opens.
    pub(super) next: Option<usize>,
    pub(super) is_clausal: bool,
}

/// The end after the object that 把 puts first: what becomes of it, up to a predicate of its own:
/// 把工作转到提高素质、增加收入上来.
pub(super) fn late_end(words: &[Word], start: usize) -> End {
    let opens = |at: &usize| words[*at].mark == Mark::And && opens_after(words, at + 1);
    let and = (start..words.len()).find(opens);
    End { at: and.unwrap_or(words.len()), next: and.map(|and| and + 1), is_clausal: false }
}

/// The end of the object that starts at word `start`; after a pivot the object may act in turn.
pub(super) fn object_end(words: &[Word], start: usize, verb: &Word, pivot: Option<&Measures>) -> End {
    let mut object = Object::new(words, start, verb, pivot);
    for at in start..words.len() {
        if let Some(end) = object.end_at_mark(at).or_else(|| object.end_at_word(at)) {
            return end;
        }
        if object.acts_from(at) {
            if object.holds_project(at) {
                return object.end(at, None);
            }
            object.is_clausal = true;
        }
        object.inner.pass(words, start, at);
    }
    object.end(words.len(), None)
}

/// An object that is read word by word.
struct Object<'w, 's> {
    words: &'w [Word<'s>],
    start: usize,
    verb: &'w str,
    act: Act,
    /// The words for those who may act in turn; `None` if the verb is no pivot.
    pivot: Option<&'w Measures>,
    /// Whether it opens with verbs and is one thing.
    is_whole: bool,
    is_clausal: bool,
    inner: Inner,
}

impl<'w, 's> Object<'w, 's> {
    fn new(words: &'w [Word<'s>], start: usize, verb: &'w Word, pivot: Option<&'w Measures>) -> Self {
        // 提高分析和解决问题能力: an object that opens with a verb is one thing.
        let qualifies =
            |word: &Word| word.is_adverb() && words.get(start + 1).is_some_and(|next| !next.is_nominal());
        // 做好应对和战胜困难的准备: so is one that opens with a list of verbs.
        let lists = |word: &Word| {
            word.tag == "v"
                && word.deed.act.is_some()
                && lead::is_bare_list(words, start)
                && lead::is_of_noun(words, start)
        };
        let is_whole =
            words.get(start).is_some_and(|word| word.is_plain_verb() || qualifies(word) || lists(word));
        Object {
            words,
            start,
            verb: verb.text,
            act: verb.deed.act.unwrap_or_default(),
            pivot,
            is_whole,
            is_clausal: false,
            inner: Inner::default(),
        }
    }

    fn end(&self, at: usize, next: Option<usize>) -> End {
        End { at, next, is_clausal: self.is_clausal }
    }

    /// The end before a mark, and the next phrase after it, if one opens there.
    fn end_at_mark(&self, at: usize) -> Option<End> {
        let (words, next, is_inside) = (self.words, at + 1, at > self.start);
        let opens = match words[at].mark {
            Mark::And if opens_after(words, next) || counts_after(words, at) => true,
            // 实行目录管理并向社会公开: a predicate of another build opens.
            Mark::And if is_inside && turns_to(words, next) => false,
            Mark::Comma | Mark::Joint if is_inside && self.parts_phrases(at) => true,
            // 保护渔民、保护海洋: the same verb has another object.
            Mark::Comma
                if is_inside
                    && words.get(next).is_some_and(|word| word.text == self.verb)
                    && opens_phrase(words, next, true)
                    && !has_head(&words[next..]) =>
            {
                true
            }
            Mark::Comma if is_inside && counts_next(words, at) => true,
            // 加强薄弱环节、为发展奠定基础: 为 opens a predicate of its own.
            Mark::Comma if is_inside && serves_whom(words, next) => false,
            Mark::Comma if repeats(words, next, self.verb) => true,
            Mark::Comma if fit::is_quoted_row(words, self.start, at) => false,
            _ => return None,
        };
        Some(self.end(at, opens.then_some(next)))
    }

    /// Whether the 、 or joint at `at` parts this verb phrase from the next, and not two members of the
    /// object.
    fn parts_phrases(&self, at: usize) -> bool {
        let (words, start, verb) = (self.words, self.start, self.verb);
        let next = at + 1;
        let is_joint = words[at].mark == Mark::Joint;
        let is_row = || is_row(words, start, at, verb);
        // 修缮码头、畅通航道: each item of such a row opens with a verb.
        let opens = || {
            let opens_row = || words.get(next).is_some_and(|word| word.deed.act.is_some()) && is_row();
            opens_after(words, next) || !is_joint && opens_row()
        };
        let has_actor = || self.pivot.is_some_and(|acts| fit::has_actor(&words[start..at], acts));
        let is_one = || {
            fit::is_ruled(words, start, at, self.act)
                || fit::is_summed_up(words, at)
                || has_head(&words[next..]) && fit::lists_matters(words, start, at, self.act)
        };
        !self.is_whole
            && (self.is_clausal || !fit::is_open(words, start, at, verb))
            && (is_joint || !fit::is_chained(words, start, at, verb))
            && opens()
            && (may_end(&words[at - 1], self.is_clausal, governs(words, next)) || is_row())
            && !(self.inner.has_phrase && has_head(&words[next..]))
            && (governs(words, next) || !has_actor())
            && (self.is_clausal || !is_one())
    }

    /// The end before a word that opens what is no part of the object.
    fn end_at_word(&self, at: usize) -> Option<End> {
        let (words, start, word) = (self.words, self.start, &self.words[at]);
        // 加强合作|而不是制造隔阂: what follows is not done.
        if let Some(bar) = fit::bar(words, start, at) {
            return Some(self.end(bar, None));
        }
        let before = at.checked_sub(1).filter(|_| at > start).map(|before| &words[before])?;
        let is_plain = self.pivot.is_none();
        // 贯彻方针|来进行建设: what follows is the purpose.
        let serves = is_plain && word.text == "来" && words.get(at + 1).is_some_and(Word::is_plain_verb);
        // 抓党建|促振兴: what follows is the effect.
        let comes = self.verb == "抓" && word.text == "促" && before.is_nominal();
        if serves || comes {
            return Some(self.end(at, None));
        }
        // 采取措施|加以解决: the next verb is done to what stands before.
        let disposes = is_plain && before.is_nominal() && disposes(word);
        let is_pair = || is_plain && at == start + 1 && fit::is_pair(words, start, at, self.verb);
        (disposes || is_pair()).then(|| self.end(at, Some(at)))
    }

    /// Whether the object of a pivot begins to act here.
    fn acts_from(&self, at: usize) -> bool {
        let named = || self.holds_project(at);
        let turns = |measures| acts_in_turn(self.words, at, &named) || engages(self.words, at, measures);
        at > self.start && !self.is_clausal && self.pivot.is_some_and(turns)
    }

    fn holds_project(&self, at: usize) -> bool {
        self.words[self.start..at].iter().any(|word| word.is(RecordKind::Projects))
    }
}

/// Whether an object may end with this word before a joint and another verb phrase. A verb without an object
/// may not (发现、预防机制), unless a verb that governs others follows, and it is in no list of verbs (人人关心、支持的事业).
fn may_end(last: &Word, is_clausal: bool, governs: bool) -> bool {
    if is_clausal { governs } else { !ends_in_verb(last) || governs && !last.is_plain_verb() }
}

/// Whether a verb phrase stands inside an object: 军队应对威胁, 保障改革.
#[derive(Debug, Default)]
struct Inner {
    has_verb: bool,
    has_phrase: bool,
}

impl Inner {
    /// Takes in a word. Verbs that are as often nouns count if an object opens with them, or an amount
    /// follows.
    fn pass(&mut self, words: &[Word], start: usize, at: usize) {
        let word = &words[at];
        self.has_phrase |= self.has_verb && word.is_nominal() && word.deed.act.is_none();
        let opens = at == start || words[at - 1].is_addition();
        let takes = || words.get(at + 1).is_some_and(|next| next.tag.starts_with(['m', 'q']));
        // 规避招标: a verb that is not in the dictionary.
        let is_other =
            at > start && word.tag == "v" && word.deed.is_nothing() && word.text.chars().nth(1).is_some();
        let acts = word.is_plain_verb() || is_other || word.deed.act.is_some() && (opens || takes());
        self.has_verb |= word.record.is_none() && acts;
    }
}

/// Whether a noun that all items share ends the list: …的能力, …等作用.
fn has_head(rest: &[Word]) -> bool {
    let item = || rest.iter().take_while(|word| word.mark != Mark::Stop);
    let of = item().position(|word| matches!(word.mark, Mark::De | Mark::Etc));
    let names = |word: &Word| word.is_nominal() || word.deed.is_abstract || word.deed.is_class;
    of.is_some_and(|of| rest.get(of + 1).is_some_and(names))
}

/// Whether the verb after a joint governs others, as the one before does: 支持A做强、推动B.
fn governs(words: &[Word], at: usize) -> bool {
    let verb = words.get(at..).unwrap_or_default().iter().find(|word| word.deed.act.is_some());
    verb.and_then(|verb| verb.deed.act).is_some_and(|act| act.is_pivot)
}

/// Whether somebody who acts, a verb that is as often a noun, and its object stand here: 企业参与市场竞争, 香港发展经济.
fn engages(words: &[Word], at: usize, measures: &Measures) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let is_named = before.is(RecordKind::Places) || before.is(RecordKind::Bodies);
    let is_actor = is_named || before.is_nominal() && before.record.is_none() && measures.acts(before.text);
    let takes = |next: &Word| {
        let heads = next.deed.is_class || next.deed.is_enacted || next.deed.is_abstract || next.deed.is_noun;
        next.is_nominal() && (word.deed.is_second || is_named && !heads)
    };
    let is_closed = || word.deed.is_second || words.get(at + 2).is_none_or(|after| after.mark != Mark::Word);
    let is_verb = word.record.is_none() && word.deed.act.is_some() && word.deed.is_noun;
    is_verb && is_actor && words.get(at + 1).is_some_and(takes) && is_closed()
}

/// Whether the object of a pivot begins to act here: 企业参加…. Of a project this may also be 开工, which is as
/// often a noun.
fn acts_in_turn(words: &[Word], at: usize, named: &dyn Fn() -> bool) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let follows_noun = before.is_nominal() || before.mark == Mark::Etc;
    let second = word.deed.is_second && (!word.deed.is_noun || named());
    let by = word.deed.preposition.is_some() && word.mark == Mark::Word;
    let verbal = second || word.is_plain_verb() || word.tag == "v" || by;
    follows_noun && word.record.is_none() && !word.is_nominal() && verbal
}
