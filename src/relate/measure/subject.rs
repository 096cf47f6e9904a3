//! Who acts: the noun phrase before the verb of a clause.

use std::ops::Range;

use super::actor::{self, kind};
use super::word::{Mark, Word};
use super::{lead, preposition};
use crate::lexicon::Measures;
use crate::record::RecordKind;

/// Most words of a noun phrase before the verb.
const MAX_SUBJECT_WORDS: usize = 24;
/// Most words between a verb and the end of the amount of its object.
const MAX_COUNTED_WORDS: usize = 6;
/// Most words between 以 and 为…的.
const MAX_ROLE_WORDS: usize = 12;

/// What a clause speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// Somebody who acts.
    Acts(Range<usize>),
    /// The speaker, who acts: 我们, 全省.
    Speaker,
    /// An area: 农村, 流域.
    Area(Range<usize>),
    /// Something that does not act: 收入稳步增长.
    Other,
}

/// A noun phrase before a verb.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Index of the word after it.
    pub(super) end: usize,
    /// `None` where it only says where or when.
    pub(super) subject: Option<Subject>,
    /// Whether a verb of the dictionary follows, or what may stand before one.
    pub(super) precedes_deed: bool,
}

/// The noun phrase that opens at `start`.
pub(super) fn read(words: &[Word], start: usize, measures: &Measures) -> Option<Found> {
    let noun = start + role(&words[start..]).unwrap_or(0);
    let limit = (noun + MAX_SUBJECT_WORDS).min(words.len());
    let is_whole = |end: usize| end > noun && words[noun..end].iter().all(is_part);
    let strict = (noun..limit).find(|at| ends(words, noun, *at, measures)).filter(|end| is_whole(*end));
    let acts = |end: usize| matches!(kind(&words[start..end], measures), Some(Subject::Acts(_)));
    // 党委总揽全局: the idiom says what somebody does.
    let is_idiom = |at: usize| words[at].tag.starts_with(['i', 'l']) && at > noun && acts(at);
    let verbal = |at: &usize| is_verb(&words[*at]) && governs(words, *at) || is_idiom(*at);
    let loose = || (noun..limit).find(verbal).filter(|end| is_whole(*end));
    // 各部门、各单位,都要…: the name stands alone.
    let alone =
        || Some(words.len()).filter(|end| *end <= limit && is_list(&words[start..*end]) && acts(*end));
    let end = strict.or_else(loose).or_else(alone)?;
    // 学校、医院等要…: 等 is no part of the name.
    let is_open = words[end - 1].mark == Mark::Etc && words.get(end).is_some_and(lead::is_duty);
    let last = if is_open { end - 1 } else { end };
    // 渔民日报记者 陈海/摄: nobody acts here.
    if words.get(end).is_some_and(|after| after.text.starts_with('/')) {
        return None;
    }
    // 渔会所持股份的转让: nor does the owner of what is spoken of act.
    if is_relative(&words[end..]) {
        return Some(Found { end, subject: Some(Subject::Other), precedes_deed: false });
    }
    // 联合有关部门出台: these are partners, not those who act.
    let is_companion = start > 0 && matches!(words[start - 1].text, "联合" | "会同");
    let is_done_by = follows_office(words, start, end - 1, measures);
    let end = if is_done_by { end - 1 } else { end };
    let last = last.min(end);
    let subject = match named_before(&words[start..last], measures)
        .or_else(|| kind(&words[start..last], measures))
    {
        // 城市要改善住房: an area that has a duty acts.
        Some(Subject::Area(area)) if words.get(end).is_some_and(lead::is_duty) => Some(Subject::Acts(area)),
        _ if is_companion => None,
        other => other,
    };
    // 县委高度重视|发展渔业工作: the saying has told what they do.
    let is_told = actor::tells(&words[end - 1]);
    Some(Found { end, subject, precedes_deed: strict.is_some() && !is_told || is_done_by })
}

/// Whether a clause opens that says, before 的, whose something is: 所|持股份的, 所持|股份的.
fn is_relative(rest: &[Word]) -> bool {
    let opens = rest.first().is_some_and(|first| {
        first.record.is_none() && first.text.starts_with('所') && !first.text.starts_with("所有")
    });
    opens && rest.iter().take(MAX_SUBJECT_WORDS).any(|word| word.mark == Mark::De)
}

/// The one who acts, named before words that only say when or how often: 县政府今年, 县委两次.
fn named_before(phrase: &[Word], measures: &Measures) -> Option<Subject> {
    let says_when = |word: &Word| {
        word.is(RecordKind::Times)
            || word.is(RecordKind::Figures) && word.text.ends_with('次')
            || word.record.is_none() && word.is_adverb() && word.text != "所"
    };
    let after = phrase.iter().rev().take_while(|word| says_when(word)).count();
    let name = &phrase[..phrase.len() - after];
    let subject = (after > 0 && !name.is_empty()).then(|| kind(name, measures)).flatten();
    subject.filter(|subject| matches!(subject, Subject::Acts(_) | Subject::Speaker))
}

/// Whether the word at `at`, which may be a noun too, is what an office does whose name opened at `start`:
/// 县水利局|组织联合检查.
pub(super) fn follows_office(words: &[Word], start: usize, at: usize, measures: &Measures) -> bool {
    let word = &words[at];
    let is_deed = word.record.is_none()
        && word.mark == Mark::Word
        && word.tag == "v"
        && (word.deed.act.is_some() || word.deed.is_nothing());
    let is_full = word.text.chars().count() == 2;
    let Some(before) =
        words[start..at].last().filter(|before| is_deed && is_full && before.mark == Mark::Word)
    else {
        return false;
    };
    let takes = |next: &Word| next.mark == Mark::Word && (next.is_nominal() || next.text == "了");
    words.get(at + 1).is_some_and(takes)
        && (before.is(RecordKind::Bodies) || measures.is_office(before.text) && before.record.is_none())
}

/// The one who acts, if the words are only a name before what is asked: 各类渔业学校, 要…; nobody whom the speaker
/// addresses.
pub(super) fn alone(words: &[Word], measures: &Measures) -> Option<Subject> {
    let subject = words.iter().all(is_name).then(|| kind(words, measures)).flatten();
    subject.filter(|subject| is_named(words) && matches!(subject, Subject::Acts(_)))
}

/// The same where a clause before 的 may tell which are meant, and an exception may follow the name: 从事捕捞的企业,
/// 应当…; 渔港除在建码头外, 应当….
pub(super) fn obliged(words: &[Word], measures: &Measures) -> Option<Subject> {
    // 渔政部门对新建的渔港, 应当…: what it is done to follows the name.
    let to = words.iter().position(|word| word.record.is_none() && matches!(word.text, "对" | "对于"));
    if let Some(subject) = to.filter(|to| *to > 0).and_then(|to| alone(&words[..to], measures)) {
        return Some(subject);
    }
    let words = &words[..without_exception(words)];
    let of = words.iter().rposition(|word| word.mark == Mark::De).filter(|of| of + 1 < words.len());
    let Some(of) = of else { return alone(words, measures) };
    // 目前尚不能出海的船队: what they cannot do tells which are meant.
    let denies = |word: &Word| word.deed.is_bar && word.text.starts_with(['不', '没', '未']);
    let first = words.first()?;
    let opens = first.record.is_none()
        && first.tag.starts_with(if words[..of].iter().any(denies) {
            &['p', 'c', 'f', 'r'][..]
        } else {
            &['p', 'c', 't', 'd', 'f', 'r']
        })
        && !first.deed.is_whole
        || first.deed.preposition.is_some()
        || first.is_addition()
        || first.text.starts_with('对')
        || first.is(RecordKind::Times);
    let tells = |word: &Word| denies(word) || !word.deed.is_bar && !lead::is_modal(word);
    let is_clause = !opens && words[..of].iter().all(tells) && words[of + 1..].iter().all(is_name);
    let subject = is_clause.then(|| kind(words, measures)).flatten();
    let subject = subject.filter(|subject| is_named(words) && matches!(subject, Subject::Acts(_)));
    subject.or_else(|| alone(words, measures))
}

/// What words name that are only a name.
pub(super) fn kind_of(words: &[Word], measures: &Measures) -> Option<Subject> {
    words.iter().all(is_part).then(|| kind(words, measures)).flatten()
}

fn is_named(words: &[Word]) -> bool {
    words.len() <= MAX_SUBJECT_WORDS && words.first().is_some_and(|first| first.text != "各位")
}

fn is_name(word: &Word) -> bool {
    is_part(word) && !word.is(RecordKind::Times) && !word.is_plain_verb()
}

/// How many words stand before an exception that ends them (渔港除在建码头外), or before what makes no difference
/// (渔民不论在什么岗位上).
fn without_exception(words: &[Word]) -> usize {
    let ignores = |word: &Word| word.record.is_none() && matches!(word.text, "不论" | "无论" | "不管");
    if let Some(at) = words.iter().position(ignores).filter(|at| *at > 0) {
        return at;
    }
    let ends = words.last().is_some_and(|last| matches!(last.text, "外" | "以外" | "之外"));
    let excepts = |word: &Word| word.record.is_none() && word.text == "除";
    words.iter().position(excepts).filter(|at| ends && *at > 0).unwrap_or(words.len())
}

/// Whether the words name something that does not act; `noun` holds the first of them: 改革|的深化.
pub(super) fn is_thing(noun: &[Word], words: &[Word], measures: &Measures) -> bool {
    words.len() <= MAX_SUBJECT_WORDS
        && noun.iter().all(is_part)
        && kind(words, measures) == Some(Subject::Other)
}

/// The index after 的, if words on whom somebody gathers around open the name of those who act: 以某人为核心的….
pub(super) fn role(words: &[Word]) -> Option<usize> {
    let becomes = becomes(words)?;
    let near = &words[becomes..words.len().min(MAX_ROLE_WORDS)];
    let of = near.iter().position(|word| word.mark == Mark::De)?;
    Some(becomes + of + 1)
}

/// The index of the 为 that belongs to 以: 以甲为乙.
pub(super) fn becomes(words: &[Word]) -> Option<usize> {
    words.first().filter(|word| word.text == "以")?;
    words.iter().take(MAX_ROLE_WORDS).position(|word| word.text == "为" || word.text == "发展为")
}

/// Whether the noun phrase that opened at `start` ends before this word.
fn ends(words: &[Word], start: usize, at: usize, measures: &Measures) -> bool {
    let word = &words[at];
    let after = at > start;
    // 国务院组织力量…: after a body, what the segmenter calls a verb is one.
    let by_body = after && words[at - 1].is(RecordKind::Bodies) && word.tag == "v";
    let is_listed = at > start + 1 && matches!(words[at - 2].mark, Mark::Comma | Mark::Joint);
    let takes = |next: &Word| next.is_nominal() && !next.is(RecordKind::Bodies) || next.text == "一系列";
    let by_body = by_body && !is_listed && words.get(at + 1).is_some_and(takes);
    // 县渔业局今年|改造渔港8座: after an actor and a time, a word that may be a noun too is the verb of an amount.
    // 全县|改造渔港8座: so it is after all those for whom the speaker answers; not 全县试点渔港8座.
    let is_whole =
        |before: &Word| at == start + 1 && word.deed.is_governed && measures.is_nobody(before.text);
    let follows = |before: &Word| before.is(RecordKind::Times) || is_whole(before);
    let by_time = after && follows(&words[at - 1]) && is_counted(words, at);
    let is_free = word.deed.act.is_none() || word.is_plain_verb() || by_body || by_time;
    let joins = |mark: Mark| matches!(mark, Mark::Comma | Mark::Joint | Mark::De);
    let joined =
        after && (joins(words[at - 1].mark) || words[at - 1].is_addition() || is_its(&words[at - 1]));
    // 重点园区, 卫生健康部门: what the segmenter calls a noun or a quality tells which.
    let tells = (word.tag == "n" || matches!(word.tag, "a" | "an") && word.text.chars().nth(1).is_some())
        && words.get(at + 1).is_some_and(|next| next.tag == "n" && next.deed.act.is_none());
    let opens = || {
        word.is_adverb() && !tells
        || lead::is_modal(word)
        || word.is_plain_verb()
        || by_body
        || by_time
        || hails(words, at)
        // 县政府|对本|地区: the segmenter's cut.
        || after && word.text == "对本"
        || word.deed.is_opener
        || word.tag == "c" && word.mark == Mark::Word && !is_its(word)
        // 甲和乙: both of them act.
        || word.mark != Mark::Joint && preposition::preposition(words, at).is_some()
    };
    word.deed.is_bar || after && is_free && !joined && opens() && !word.is_addition()
}

/// Whether an amount soon follows, of what a verb of doing acts on: |改造|老旧渔港8座.
pub(super) fn is_counted(words: &[Word], at: usize) -> bool {
    let verb = &words[at];
    let mut rest = words[at + 1..].iter().take(MAX_COUNTED_WORDS).take_while(|word| word.mark == Mark::Word);
    verb.record.is_none() && verb.deed.act.is_some() && rest.any(|word| word.is(RecordKind::Figures))
}

/// Whether a word says how something is done, which the segmenter takes for a noun: 县委|胜利|召开大会.
pub(super) fn hails(words: &[Word], at: usize) -> bool {
    words[at].record.is_none()
        && matches!(words[at].text, "胜利" | "隆重")
        && words.get(at + 1).is_some_and(|next| matches!(next.text, "召开" | "举行" | "举办"))
}

/// Whether a word joins to a name what belongs to it: 县政府及其有关部门.
pub(super) fn is_its(word: &Word) -> bool {
    word.text == "及其" && word.record.is_none()
}

/// Whether the words are only names of those who act.
fn is_list(words: &[Word]) -> bool {
    let joins = |word: &Word| matches!(word.mark, Mark::Comma | Mark::Joint);
    words.iter().any(joins) && words.iter().all(|word| joins(word) || word.is_nominal() || word.tag == "r")
}

/// Whether a word is a verb that no noun phrase has inside, in the dictionary or not.
fn is_verb(word: &Word) -> bool {
    matches!(word.tag, "v" | "vg")
        && word.record.is_none()
        && !word.is_nominal()
        && word.deed.preposition.is_none()
}

/// Whether the words after the verb can be its object: not in 群众收入稳步增长; nor is the 起来 of 组织起来 a verb of its
/// own.
fn governs(words: &[Word], at: usize) -> bool {
    let rises = at > 0 && words[at - 1].deed.act.is_some() && words[at].deed.is_complement;
    let takes = |next: &Word| {
        let counts = next.is(RecordKind::Figures) || next.tag.starts_with(['m', 'a', 'r', 'u']);
        next.is_nominal() || counts || next.deed.is_complement
    };
    !rises && words.get(at + 1).is_some_and(takes)
}

/// Whether a word may be part of a noun phrase that acts.
fn is_part(word: &Word) -> bool {
    let by_tag = || {
        let first = word.tag.bytes().next().unwrap_or_default();
        b"abmqrufsjlixhk".contains(&first)
    };
    let joins = matches!(word.mark, Mark::Comma | Mark::Joint | Mark::De | Mark::Etc);
    // 相关单位: the segmenter takes the qualifier for a verb.
    // 云溪|县: the segmenter has no other tag for it.
    let is_rank = || word.record.is_none() && word.text == "县";
    let by_word = || {
        joins
            || is_rank()
            || word.is_addition()
            || word.deed.is_decision
            || is_its(word)
            || word.text == "相关"
    };
    let is_verbal =
        word.record.is_none() && (word.deed.is_rank || word.deed.act.is_some() && !word.deed.is_noun);
    word.record.is_some() || !is_verbal && (word.is_nominal() || by_tag() || by_word())
}
