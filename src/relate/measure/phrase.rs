//! Verb phrases: the verbs that govern, and how far their object goes.

use std::ops::Range;

use super::after::{
    counts_after, counts_next, disposes, ends_in_verb, opens_after, repeats, serves_whom, turns_to,
};
use super::fit::{self, is_row};
use super::lead::{self, after_verb, opens_phrase};
use super::means;
use super::signs::Signs;
use super::subject::{self, Subject};
use super::word::{Mark, Stretches, Word};
use crate::lexicon::{Act, Measures};
use crate::record::{Force, RecordKind};

/// How many phrases of a clause are read.
const MAX_PHRASES: usize = 24;

/// Verbs that share an object.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Phrase {
    pub(super) verbs: Stretches,
    /// Indices of the object's words; empty where nothing follows the verb.
    pub(super) object: Range<usize>,
    /// Indices of all its words, of the first phrase from the clause's first on.
    pub(super) words: Range<usize>,
    /// Who acts, where a phrase after the first has its own subject.
    pub(super) actor: Option<Range<usize>>,
    /// Index of the last verb, and what it takes as its object.
    pub(super) last: usize,
    pub(super) act: Act,
    /// 支持企业参加展会: the object is a whole clause.
    pub(super) is_clausal: bool,
    pub(super) signs: Signs,
    /// 鼓励和推动: of verbs that share an object the first alone only tries out.
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
        // 教育引导渔民增强信心: of two verbs that are one the last says what the object may do.
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

/// Reads adverbs and verbs; where the object starts, and the last verb.
fn verbs(words: &[Word], at: usize, phrase: &mut Phrase) -> Option<(usize, usize)> {
    let mut at = at;
    loop {
        while words.get(at).is_some_and(|word| word.deed.act.is_none()) {
            phrase.signs.add(words.get(at)?);
            at += 1;
        }
        let word = words.get(at)?;
        // 鼓励和支持发展渔业: what tries out and what does share what they govern.
        if let Some(verb) = governed(words, at).filter(|_| !phrase.tries) {
            phrase.signs.add(word);
            at = verb;
            continue;
        }
        // 鼓励和推动: what only tries out speaks for itself, not for the verbs that share its object.
        phrase.tries |= phrase.verbs.is_empty()
            && word.deed.force == Some(Force::Explore)
            && lead::is_bare_list(words, at);
        let own = word.deed.act.is_some_and(|act| act.is_modifier) && !phrase.tries;
        // 支持和保证: the second of verbs that share an object does not bind the first.
        let binds = word.deed.force.is_some() && !phrase.verbs.is_empty();
        // 经常研究市场变化: 研究建立A tries out, but not where a thing follows.
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

/// The verb that one governs: 加快建设, 推进落实. What it governs has an object of its own.
fn governed(words: &[Word], at: usize) -> Option<usize> {
    let act = words[at].deed.act.filter(|act| act.is_modifier)?;
    let after = &words[at + 1..];
    let qualifies = |word: &&Word| word.deed.act.is_none() && (word.is_adverb() || word.text == "基本");
    let verb = at + 1 + after.iter().take_while(qualifies).count();
    let next = words.get(verb)?;
    // 抓紧研究建立制度: what is as often a noun governs too, where a verb follows.
    let chains = || next.deed.act.is_some_and(|act| act.is_modifier) && is_plain(words, verb + 1);
    // 统一出具证明, 集中公开信息: how it is done, before a verb with its object.
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
    // 鼓励投资、促进消费: before a comma it is the object of what governs others.
    let is_object =
        next.deed.is_noun && act.is_pivot && words.get(verb + 1).is_some_and(|w| w.mark == Mark::Comma);
    let lists = || !is_object && lead::is_bare_list(words, verb) && !fit::tells_what_is_built(&words[verb..]);
    let opens = || opens_phrase(words, verb, true) && follows || lists();
    // 稳定|鼓励出口的政策: there the second belongs to the object.
    let serves = !act.is_pivot && verb == at + 1 && fit::is_purpose(words, at);
    // 支持创新要素向企业集聚: before what acts in turn it belongs to the name of it.
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
        && !fit::lends(words, at, verb)
        && (is_last || opens()))
    .then_some(verb)
}

fn is_plain(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(Word::is_plain_verb)
}

/// Where the words end that are one verb: 贯彻落实, 修订完善.
fn compound(words: &[Word], at: usize) -> usize {
    let end = at + 1;
    let first = words[at].deed.act.is_some_and(|act| !act.is_light && !act.is_modifier && !act.is_late);
    let Some(next) = words.get(end) else { return end };
    // 支持推进渔港建设: nor where others are to do the second.
    let is_light = words[at].deed.act.is_some_and(|act| act.is_light) || fit::lends(words, at, end);
    let governs = || next.deed.act.is_some_and(|act| act.is_modifier && !act.is_adverbial) && !is_light;
    // 实施扶持渔业的措施: there the second belongs to the object.
    if fit::is_way(words, at) || fit::is_purpose(words, at) || fit::names_fruit(&words[end + 1..]) {
        return end;
    }
    // 用好用足: twins are one verb.
    let initial = |word: &Word| word.text.chars().next().filter(|_| word.text.chars().count() == 2);
    let is_twin = next.is_plain_verb() && initial(next).is_some() && initial(next) == initial(&words[at]);
    if is_twin && opens_phrase(words, end, true) {
        return end + 1;
    }
    // 下放核准权限: what the segmenter takes for a noun is one before a single other.
    let is_noun =
        next.tag.starts_with('n') && words.get(end + 2).is_none_or(|after| after.mark != Mark::Word);
    let second = next.is_plain_verb()
        && !is_noun
        && (first || governs() || fit::are_peers(words, at))
        && !(governs() && lead::is_of_noun(words, end));
    if second && opens_phrase(words, end, true) { end + 1 } else { end }
}

/// Where an object ends.
struct End {
    at: usize,
    /// Where the next verb phrase opens.
    next: Option<usize>,
    is_clausal: bool,
}

/// 把工作转到提高素质、增加收入上来: after what 把 puts first stands what becomes of it, up to a predicate of its own.
fn late_end(words: &[Word], start: usize) -> End {
    let opens = |at: &usize| words[*at].mark == Mark::And && opens_after(words, at + 1);
    let and = (start..words.len()).find(opens);
    End { at: and.unwrap_or(words.len()), next: and.map(|and| and + 1), is_clausal: false }
}

/// Where the object ends that starts at `start`.
fn object_end(words: &[Word], start: usize, verb: &Word, pivot: Option<&Measures>) -> End {
    let (verb, act) = (verb.text, verb.deed.act.unwrap_or_default());
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
    let mut inner = Inner::default();
    let mut is_clausal = false;
    for at in start..words.len() {
        let word = &words[at];
        let next = at + 1;
        let ends = |is_clausal| End { at, next: Some(next), is_clausal };
        match word.mark {
            Mark::And if opens_after(words, next) || counts_after(words, at) => return ends(is_clausal),
            // 实行目录管理并向社会公开: a predicate of its own.
            Mark::And if at > start && turns_to(words, next) => return End { at, next: None, is_clausal },
            Mark::Comma | Mark::Joint
                if !is_whole
                    && at > start
                    && (is_clausal || !fit::is_open(words, start, at, verb))
                    && (word.mark == Mark::Joint || !fit::is_chained(words, start, at, verb))
                    && (opens_after(words, next)
                        // 修缮码头、畅通航道: of such a row each opens with a verb.
                        || word.mark == Mark::Comma
                            && words.get(next).is_some_and(|word| word.deed.act.is_some())
                            && is_row(words, start, at, verb))
                    && (may_end(&words[at - 1], is_clausal, governs(words, next))
                        || is_row(words, start, at, verb))
                    && !(inner.has_phrase && has_head(&words[next..]))
                    && (governs(words, next)
                        || !pivot.is_some_and(|acts| fit::has_actor(&words[start..at], acts)))
                    && (is_clausal
                        || !(fit::is_ruled(words, start, at, act)
                            || fit::is_summed_up(words, at)
                            || has_head(&words[next..]) && fit::lists_matters(words, start, at, act))) =>
            {
                return ends(is_clausal);
            }
            // 保护渔民、保护海洋: the same verb with its own object.
            Mark::Comma
                if at > start
                    && words.get(next).is_some_and(|word| word.text == verb)
                    && opens_phrase(words, next, true)
                    && !has_head(&words[next..]) =>
            {
                return ends(is_clausal);
            }
            Mark::Comma if at > start && counts_next(words, at) => return ends(is_clausal),
            // 加强薄弱环节、为发展奠定基础: what it is done for opens a predicate of its own.
            Mark::Comma if at > start && serves_whom(words, next) => {
                return End { at, next: None, is_clausal };
            }
            Mark::Comma if repeats(words, next, verb) => return ends(is_clausal),
            Mark::Comma if fit::is_quoted_row(words, start, at) => return End { at, next: None, is_clausal },
            _ => {}
        }
        // 加强合作|而不是制造隔阂: what is not done.
        if let Some(bar) = fit::bar(words, start, at) {
            return End { at: bar, next: None, is_clausal };
        }
        // 贯彻方针|来进行建设: what it is done for is no part of the object.
        if pivot.is_none()
            && at > start
            && word.text == "来"
            && words.get(next).is_some_and(Word::is_plain_verb)
        {
            return End { at, next: None, is_clausal };
        }
        // 抓党建|促振兴: what comes of it is no part of what is seen to.
        if verb == "抓" && at > start && word.text == "促" && words[at - 1].is_nominal() {
            return End { at, next: None, is_clausal: false };
        }
        // 采取措施|加以解决: what is done about it is no part of what is taken.
        if pivot.is_none() && at > start && words[at - 1].is_nominal() && disposes(word) {
            return End { at, next: Some(at), is_clausal };
        }
        if pivot.is_none() && at == start + 1 && fit::is_pair(words, start, at, verb) {
            return End { at, next: Some(at), is_clausal };
        }
        let named = || words[start..at].iter().any(|word| word.is(RecordKind::Projects));
        let turns = |measures| acts_in_turn(words, at, &named) || engages(words, at, measures);
        if at > start && !is_clausal && pivot.is_some_and(turns) {
            if named() {
                return End { at, next: None, is_clausal };
            }
            is_clausal = true;
        }
        inner.pass(words, start, at);
    }
    End { at: words.len(), next: None, is_clausal }
}

/// Whether an object may end with this word before a joint and another verb phrase. 发现、预防机制: no verb without object
/// does, unless one that governs others follows, and that is no list of verbs: 人人关心、支持的事业.
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
    /// Verbs that are as often nouns count where an object opens with them, or where an amount follows.
    fn pass(&mut self, words: &[Word], start: usize, at: usize) {
        let word = &words[at];
        self.has_phrase |= self.has_verb && word.is_nominal() && word.deed.act.is_none();
        let opens = at == start || words[at - 1].is_addition();
        let takes = || words.get(at + 1).is_some_and(|next| next.tag.starts_with(['m', 'q']));
        // 规避招标: a verb that the dictionary does not know.
        let is_other =
            at > start && word.tag == "v" && word.deed.is_nothing() && word.text.chars().nth(1).is_some();
        let acts = word.is_plain_verb() || is_other || word.deed.act.is_some() && (opens || takes());
        self.has_verb |= word.record.is_none() && acts;
    }
}

/// …的能力, …等作用: a noun that all items before it share.
fn has_head(rest: &[Word]) -> bool {
    let item = || rest.iter().take_while(|word| word.mark != Mark::Stop);
    let of = item().position(|word| matches!(word.mark, Mark::De | Mark::Etc));
    let names = |word: &Word| word.is_nominal() || word.deed.is_abstract || word.deed.is_class;
    of.is_some_and(|of| rest.get(of + 1).is_some_and(names))
}

/// Whether the verb after a joint governs others, as the one before: 支持A做强、推动B.
fn governs(words: &[Word], at: usize) -> bool {
    let verb = words.get(at..).unwrap_or_default().iter().find(|word| word.deed.act.is_some());
    verb.and_then(|verb| verb.deed.act).is_some_and(|act| act.is_pivot)
}

/// 企业参与市场竞争, 香港发展经济: who acts, a verb that is as often a noun, and what it acts on.
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

/// Whether the object of a pivot begins to act here: 企业参加…; of a project also 开工, which is as often a noun.
fn acts_in_turn(words: &[Word], at: usize, named: &dyn Fn() -> bool) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    let follows_noun = before.is_nominal() || before.mark == Mark::Etc;
    let second = word.deed.is_second && (!word.deed.is_noun || named());
    let by = word.deed.preposition.is_some() && word.mark == Mark::Word;
    let verbal = second || word.is_plain_verb() || word.tag == "v" || by;
    follows_noun && word.record.is_none() && !word.is_nominal() && verbal
}
