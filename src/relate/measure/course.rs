//! What runs on from clause to clause of a sentence: who acts, how far things are, by when.

use std::ops::Range;

use super::lead::{self, Lead};
use super::others;
use super::signs::Signs;
use super::subject::Subject;
use super::time_of;
use super::word::{Clause, Mark, PerClause, Word};
use crate::lexicon::Turn;
use crate::recognise::{Candidate, Detail};
use crate::record::{MeasureStatus, RecordKind};
use crate::relate::figure;

/// What the clauses so far have said.
#[derive(Debug, Default)]
pub(super) struct Course {
    pub(super) when: When,
    /// Who acts; a subject holds until another is named.
    pub(super) actor: Option<Range<usize>>,
    /// Whether anybody who acts has been named, the speaker included.
    pub(super) is_named: bool,
    /// How far the deeds of the last clause are: 要A, B; 已A, B.
    pub(super) state: Signs,
    /// Whether what follows has been done: 改革以来, A, B.
    pub(super) looks_back: bool,
    /// Whether what follows was counted up to a time: 截至6月底, A, B.
    pub(super) counted: bool,
    /// Words for a verb that is still to come: 应当根据职责, 制定A.
    pub(super) waiting: Signs,
    /// Whether somebody asks for what is told: 希望A, B.
    pub(super) asks: bool,
    /// Who acted before an aside: 其中省政府出资A, 建设B.
    aside: Option<Option<Range<usize>>>,
    /// Whether the last clause ended with a word of saying, after which others act.
    has_said: bool,
    told: PerClause<ClauseMeasures>,
}

/// The measures of a clause, and what ties it to those around it.
#[derive(Debug)]
struct ClauseMeasures {
    measures: Range<usize>,
    signs: Signs,
    has_subject: bool,
}

impl Course {
    /// Takes note of how a clause opens.
    pub(super) fn enter(&mut self, clause: &Clause, lead: &Lead) {
        self.when.pass_to(clause, lead);
        if let Some(actor) = self.aside.take() {
            self.actor = actor;
        }
        let is_aside = clause.words.first().is_some_and(|first| first.text == "其中");
        self.aside = is_aside.then(|| self.actor.clone());
        // 希望A, 提出B: the one who asks says this, too.
        let says_more = lead.verb.is_some_and(|verb| clause.words[verb].deed.is_saying);
        let goes_on = matches!(clause.after, Some("," | ":"));
        self.asks &= goes_on && lead.subject.is_none() && !says_more;
        self.asks |= others::ask(clause.words);
        if clause.after == Some(";") {
            self.waiting = Signs::default();
        }
        if clause.after == Some(":") || self.has_said {
            self.actor = None;
        }
        // 应当按照规划的要求, 建设A: inside an adverbial the word says nothing.
        // 落实改革要求: nor where a verb takes it.
        let verb = lead.verb.map(|verb| clause.words[verb].text);
        // 把握时代要求: after a verb, a word that is as often a noun is one.
        let is_object = |last: &Word| {
            let names = last.deed.is_task || last.deed.is_enacted;
            names && lead.verb.is_some_and(|verb| verb + 1 < clause.words.len())
        };
        let is_taken = || {
            verb.zip(clause.words.last())
                .is_some_and(|(verb, last)| last.deed.is_taken_by(verb) || is_object(last))
        };
        self.has_said = lead.open.is_none() && says(clause.words) && !is_taken();
        self.is_named |= matches!(lead.subject, Some(Subject::Acts(_) | Subject::Speaker));
        match &lead.subject {
            Some(Subject::Acts(actor)) => self.actor = Some(actor.clone()),
            Some(_) => self.actor = None,
            None => {}
        }
        if lead.subject.is_some() {
            self.state = Signs::default();
        }
        let goes_on = self.goes_on(clause, lead);
        self.looks_back = goes_on && self.looks_back || looks_back(clause.words, lead);
        self.counted = goes_on && self.counted || counts(clause.words);
        // 必须A, B; 还要C: another word of duty, or another sentence, has a force of its own.
        self.state.binds &= clause.follows_comma() && (!lead.signs.planned || lead.signs.goes_on);
    }

    /// Whether what the clauses before look back on reaches this clause: 一年来, A; B; not 一年来, A; 明年, B.
    fn goes_on(&self, clause: &Clause, lead: &Lead) -> bool {
        let is_dated = || clause.words.iter().any(|word| time_of(word).is_some());
        let follows = clause.follows_comma() || clause.after == Some(";") && !is_dated();
        follows && !lead.signs.planned
    }

    /// Takes note of what a clause told: these measures, with these signs.
    pub(super) fn leave(&mut self, lead: &Lead, measures: Range<usize>, signs: Signs) {
        // 必须在A基础上, 从今年起, 做好B: another adverbial may stand between.
        let is_mute = lead.verb.is_none() && lead.subject.is_none() && lead.signs == Signs::default();
        self.waiting = match lead.open {
            Some(_) => lead.signs.or(self.waiting),
            None if is_mute => self.waiting,
            None => Signs::default(),
        };
        let signs = signs.or(lead.signs);
        if signs.done || signs.planned {
            let binds = self.state.binds || signs.binds;
            self.state = Signs { done: signs.done, planned: signs.planned, binds, ..Signs::default() };
        }
        self.told.push(ClauseMeasures { measures, signs, has_subject: lead.subject.is_some() });
    }

    /// Makes a whole row of deeds done if 了 follows its last verb: A, B, 完成了C.
    pub(super) fn look_back(&self, found: &mut [Candidate]) {
        let mut is_done = false;
        for told in self.told.iter().rev() {
            if is_done && !told.signs.planned {
                found[told.measures.clone()].iter_mut().for_each(deliver);
            }
            is_done = (is_done || told.signs.done) && !told.signs.planned && !told.has_subject;
        }
    }
}

/// Whether a clause ends with what has passed, or has it before its verb: 一年来, |; 今年以来|新建渔港3座; not 今年以来|的渔港.
fn looks_back(words: &[Word], lead: &Lead) -> bool {
    let is_elapsed = |word: &Word| word.is(RecordKind::Times) && figure::is_elapsed(word.text);
    let is_past =
        |word: &Word| word.text.ends_with("以来") || word.deed.turns(Turn::Lately) || is_elapsed(word);
    // 早在1983年, …: the words after it tell what was.
    if let [early, next, ..] = words
        && (early.text == "早在" || early.text == "早" && next.text == "在")
    {
        return true;
    }
    let (Some(verb), Some(last)) = (lead.verb, words.last()) else {
        return words.last().is_some_and(is_past);
    };
    let before = words.get(..verb).unwrap_or_default();
    is_past(last) || before.iter().any(is_past) && before.iter().all(|word| word.mark != Mark::De)
}

/// Whether a clause opens with the time up to which something was counted: 截至6月底, 截至目前.
fn counts(words: &[Word]) -> bool {
    words.first().is_some_and(|first| first.record.is_none() && first.deed.turns(Turn::Until))
}

/// Whether a clause ends in a word of saying: 县长指出; not in the noun (作出重要决定).
fn says(words: &[Word]) -> bool {
    let says = |word: &Word| word.deed.is_saying && !word.deed.is_decision;
    let [.., before, last] = words else { return words.last().is_some_and(says) };
    let qualifies = before.mark == Mark::De || before.tag.starts_with(['a', 'b']);
    says(last) && !qualifies
}

fn deliver(candidate: &mut Candidate) {
    if let Detail::Measure(measure) = &mut candidate.detail
        && measure.status == MeasureStatus::Planned
    {
        measure.status = MeasureStatus::Done;
        measure.deadline = None;
    }
}

/// The times of a sentence, as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct When {
    /// The first time of the last clause that named one.
    pub(super) last: Option<usize>,
    /// The same before the last clause: 过去一年, 完成全年任务.
    pub(super) earlier: Option<usize>,
    /// The time at the head of a clause, which holds for those after it too: 到明年底,…; 今年要….
    pub(super) frame: Option<usize>,
    /// Whether the clause of that time speaks of others, so that it does not hold for the speaker: 明年渔会将成立,
    /// 我们要….
    is_anothers: bool,
    /// The time for all items of a list after a colon: 今年要办好:A;B.
    listed: Option<usize>,
}

impl When {
    fn pass_to(&mut self, clause: &Clause, lead: &Lead) {
        // 21世纪海上丝绸之路: a century does not say when.
        // 启动面向2030年的项目: nor does the time that a thing is made for.
        let is_scope = |at: usize| {
            at > 0
                && matches!(clause.words[at - 1].text, "面向" | "到" | "至" | "对")
                && clause.words.get(at + 1).is_some_and(|next| next.mark == Mark::De)
        };
        // 改造2000年底前建成的渔港: nor does the time when what is acted on came to be.
        let is_of_object = |at: usize| {
            let made = clause.words.get(at + 1).is_some_and(|made| made.tag.starts_with('v'));
            let describes = clause.words.get(at + 2).is_some_and(|of| of.mark == Mark::De);
            made && describes && lead.verb.is_some_and(|verb| verb + 1 == at)
        };
        let dates = |(at, word): (usize, &Word)| {
            time_of(word).filter(|_| !word.text.ends_with("世纪") && !is_scope(at) && !is_of_object(at))
        };
        self.earlier = self.last;
        self.last = clause.words.iter().enumerate().find_map(dates).or(self.last);
        match clause.after {
            Some(":") => self.listed = self.frame,
            Some(";") => self.frame = self.listed,
            _ => {}
        }
        let head = clause.words.iter().position(|word| !opens(word) || time_of(word).is_some());
        // 五年内全省修建A: 内 makes the time a limit.
        let is_limit = |at: usize| clause.words[at].text.ends_with(['内', '前', '底', '末']);
        let holds = |at: &usize| is_limit(*at) || frames(&clause.words[at + 1..]);
        // 今年毕业生将达9万人, 要…: a time in a clause that tells no deeds holds for that clause alone.
        let is_told = lead.subject == Some(Subject::Other) && lead.verb.is_none();
        let to = |at: usize| at > 0 && matches!(clause.words[at - 1].text, "到" | "至");
        let holds =
            |at: &usize| holds(at) && (!is_told || is_limit(*at) || to(*at) || *at + 1 == clause.words.len());
        let head = head.filter(holds).filter(|at| time_of(&clause.words[*at]).is_some());
        if self.is_anothers && head.is_none() && lead.subject == Some(Subject::Speaker) {
            self.frame = None;
        }
        if let Some(at) = head {
            self.frame = time_of(&clause.words[at]);
            self.is_anothers = matches!(lead.subject, Some(Subject::Acts(_))) && !is_limit(at);
            // 今年, A; B: the time is a clause of its own.
            if clause.after.is_none() && at + 1 == clause.words.len() {
                self.listed = self.frame;
            }
        }
    }
}

/// Whether the time at the head says when something is done (今年要…), and not what is spoken of (今年的目标是…).
fn frames(rest: &[Word]) -> bool {
    let Some(next) = rest.first() else { return true };
    // 今年是开局之年: the clause tells what the year is.
    if next.text == "是" || next.deed.is_copula {
        return false;
    }
    // 明年我县发展的指导思想是: nor does the time of what is thought.
    if let [.., thing, is] = rest
        && matches!(is.text, "是" | "就是")
    {
        return thing.deed.is_task;
    }
    let is_topic = || rest.iter().any(|word| word.deed.is_copula || word.mark == Mark::De);
    !next.is_nominal() && next.mark != Mark::De || rest.iter().any(lead::is_modal) && !is_topic()
}

/// Whether a word may stand before the time at the head of a clause: 我们要在….
fn opens(word: &Word) -> bool {
    let binds = word.deed.preposition.is_some() || word.deed.is_opener || lead::is_modal(word);
    let is_free = word.record.is_none() && word.deed.act.is_none();
    is_free && (binds || word.is_adverb() || word.tag == "r")
}

#[cfg(test)]
mod tests {
    use super::super::tests::plain;

    #[test]
    fn what_has_passed_and_until_when_it_was_counted_say_that_it_is_done() {
        for text in [
            "一年来,新建渔港3座。",
            "一年来新建渔港3座。",
            "今年以来新建渔港3座。",
            "今年以来,渔业稳步发展;新建渔港3座。",
            "截至6月底,新建渔港3座。",
            "截至目前,渔业稳步发展,新建渔港3座。",
            "早在1983年,新建渔港3座。",
        ] {
            assert_eq!(plain(text), ["新建 | 渔港3座, will, done"], "{text}");
        }
        for text in [
            "今年以来,渔业稳步发展;下半年,新建渔港3座。",
            "一年来,渔业稳步发展,要新建渔港3座。",
            "未来,新建渔港3座。",
            "新建渔港3座。",
        ] {
            assert_eq!(plain(text), ["新建 | 渔港3座, will, planned"], "{text}");
        }
    }
}
