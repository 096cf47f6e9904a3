//! Who acts: the noun phrase before the verb of a clause.

use std::ops::Range;

use super::naming::{ends_with_deed, opens_with_deed};
use super::word::{Mark, Word};
use super::{lead, preposition};
use crate::lexicon::Measures;
use crate::record::RecordKind;

/// How many words a noun phrase before the verb may have.
const MAX_SUBJECT_WORDS: usize = 24;
/// How many words may stand between 以 and 为…的.
const MAX_ROLE_WORDS: usize = 12;

/// Of whom or what a clause speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// Who acts.
    Acts(Range<usize>),
    /// 我们, 全省: the speaker acts.
    Speaker,
    /// 农村, 流域: of where it speaks.
    Area(Range<usize>),
    /// What does not act: 收入稳步增长.
    Other,
}

/// A noun phrase before a verb.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Index of the word after it.
    pub(super) end: usize,
    /// `None` where it only says where or when.
    pub(super) subject: Option<Subject>,
    /// A verb that the dictionary knows, or what may stand before one, follows.
    pub(super) precedes_deed: bool,
}

/// The noun phrase that opens at `start`.
pub(super) fn read(words: &[Word], start: usize, measures: &Measures) -> Option<Found> {
    let noun = start + role(&words[start..]).unwrap_or(0);
    let limit = (noun + MAX_SUBJECT_WORDS).min(words.len());
    let is_whole = |end: usize| end > noun && words[noun..end].iter().all(is_part);
    let strict = (noun..limit).find(|at| ends(words, noun, *at)).filter(|end| is_whole(*end));
    let acts = |end: usize| matches!(kind(&words[start..end], measures), Some(Subject::Acts(_)));
    // 党委总揽全局: an idiom says what somebody does.
    let is_idiom = |at: usize| words[at].tag.starts_with(['i', 'l']) && at > noun && acts(at);
    let verbal = |at: &usize| is_verb(&words[*at]) && governs(words, *at) || is_idiom(*at);
    let loose = || (noun..limit).find(verbal).filter(|end| is_whole(*end));
    // 各部门、各单位,都要…: a name alone.
    let alone =
        || Some(words.len()).filter(|end| *end <= limit && is_list(&words[start..*end]) && acts(*end));
    let end = strict.or_else(loose).or_else(alone)?;
    // 学校、医院等要…: 等 is no part of the name.
    let is_open = words[end - 1].mark == Mark::Etc && words.get(end).is_some_and(lead::is_duty);
    let last = if is_open { end - 1 } else { end };
    // 渔民日报记者 陈海/摄: nobody acts there.
    if words.get(end).is_some_and(|after| after.text.starts_with('/')) {
        return None;
    }
    // 联合有关部门出台: with whom, not who.
    let is_companion = start > 0 && matches!(words[start - 1].text, "联合" | "会同");
    let is_done_by = follows_office(words, start, end - 1, measures);
    let end = if is_done_by { end - 1 } else { end };
    let last = last.min(end);
    let subject = match named_before(&words[start..last], measures)
        .or_else(|| kind(&words[start..last], measures))
    {
        // 城市要改善住房: an area that has duties acts.
        Some(Subject::Area(area)) if words.get(end).is_some_and(lead::is_duty) => Some(Subject::Acts(area)),
        _ if is_companion => None,
        other => other,
    };
    Some(Found { end, subject, precedes_deed: strict.is_some() || is_done_by })
}

/// 县政府今年, 县委两次: who acts, before what only says when or how often.
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

/// 县水利局|组织联合检查: whether the word at `at`, which may be a noun too, is what an office does of which the name opened
/// at `start`.
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

/// 各类渔业学校, 要…: a name that is a clause of its own before what is asked; nobody whom the speaker addresses.
pub(super) fn alone(words: &[Word], measures: &Measures) -> Option<Subject> {
    let subject = words.iter().all(is_name).then(|| kind(words, measures)).flatten();
    subject.filter(|subject| is_named(words) && matches!(subject, Subject::Acts(_)))
}

/// 从事捕捞的企业, 应当…; 渔港除在建码头外, 应当…: the same before what is asked, where a clause before 的 may tell which are
/// meant, and after the name may stand what is excepted.
pub(super) fn obliged(words: &[Word], measures: &Measures) -> Option<Subject> {
    let words = &words[..without_exception(words)];
    let of = words.iter().rposition(|word| word.mark == Mark::De).filter(|of| of + 1 < words.len());
    let Some(of) = of else { return alone(words, measures) };
    let first = words.first()?;
    let opens = first.record.is_none()
        && first.tag.starts_with(['p', 'c', 't', 'd', 'f', 'r'])
        && !first.deed.is_whole
        || first.deed.preposition.is_some()
        || first.is_addition()
        || first.text.starts_with('对')
        || first.is(RecordKind::Times);
    let tells = |word: &Word| !word.deed.is_bar && !lead::is_modal(word);
    let is_clause = !opens && words[..of].iter().all(tells) && words[of + 1..].iter().all(is_name);
    let subject = is_clause.then(|| kind(words, measures)).flatten();
    let subject = subject.filter(|subject| is_named(words) && matches!(subject, Subject::Acts(_)));
    subject.or_else(|| alone(words, measures))
}

fn is_named(words: &[Word]) -> bool {
    words.len() <= MAX_SUBJECT_WORDS && words.first().is_some_and(|first| first.text != "各位")
}

fn is_name(word: &Word) -> bool {
    is_part(word) && !word.is(RecordKind::Times) && !word.is_plain_verb()
}

/// 渔港除在建码头外: how many words stand before what is excepted, with which the words end; 渔民不论在什么岗位上: or before
/// what makes no difference.
fn without_exception(words: &[Word]) -> usize {
    let ignores = |word: &Word| word.record.is_none() && matches!(word.text, "不论" | "无论" | "不管");
    if let Some(at) = words.iter().position(ignores).filter(|at| *at > 0) {
        return at;
    }
    let ends = words.last().is_some_and(|last| matches!(last.text, "外" | "以外" | "之外"));
    let excepts = |word: &Word| word.record.is_none() && word.text == "除";
    words.iter().position(excepts).filter(|at| ends && *at > 0).unwrap_or(words.len())
}

/// 改革|的深化: whether the words, of which the first are `noun`, name what does not act.
pub(super) fn is_thing(noun: &[Word], words: &[Word], measures: &Measures) -> bool {
    words.len() <= MAX_SUBJECT_WORDS
        && noun.iter().all(is_part)
        && kind(words, measures) == Some(Subject::Other)
}

/// 以某人为核心的…: what says whom somebody gathers around belongs to the name of who acts.
pub(super) fn role(words: &[Word]) -> Option<usize> {
    let becomes = becomes(words)?;
    let near = &words[becomes..words.len().min(MAX_ROLE_WORDS)];
    let of = near.iter().position(|word| word.mark == Mark::De)?;
    Some(becomes + of + 1)
}

/// 以甲为乙: where 为 stands, before which is no verb.
pub(super) fn becomes(words: &[Word]) -> Option<usize> {
    words.first().filter(|word| word.text == "以")?;
    words.iter().take(MAX_ROLE_WORDS).position(|word| word.text == "为" || word.text == "发展为")
}

fn kind(phrase: &[Word], measures: &Measures) -> Option<Subject> {
    let (first, last) = (phrase.first()?, phrase.last()?);
    // 中方: the segmenter takes some who act for a side.
    let is_side = last.tag == "f" && !(last.text.ends_with('方') && measures.acts(last.text));
    if last.record.is_none() && (last.deed.is_localiser || is_side) {
        return None;
    }
    // 在工作上同渔会…: what opens with a preposition says where or with whom.
    let by = |word: &Word| {
        let text = word.text;
        word.deed.is_circumstance || text.starts_with('在') && text.ends_with('上')
    };
    if first.record.is_none() && by(first) {
        return None;
    }
    // 县长心系群众: after somebody's name begins what he does, unless more names follow.
    let person = phrase.iter().rposition(|word| word.is(RecordKind::People) || word.is(RecordKind::Posts));
    if let Some(person) = person.filter(|at| {
        first.text != "以"
            && first.deed.act.is_none()
            && first.tag != "v"
            && phrase.get(at + 1).is_some_and(|next| next.mark == Mark::Word)
    }) {
        // 渔报记者 陈海/摄第二: nor does he act who took the picture.
        let next = phrase.get(person + 1).filter(|next| !next.text.starts_with('/'));
        return next.map(|_| Subject::Acts(first.range.start..phrase[person].range.end));
    }
    // 隆重庆祝|渔会成立9周年: nobody is named there.
    if first.record.is_none() && first.text.starts_with("隆重") {
        return None;
    }
    // 1980年的5万元跃升至…: an amount does not act.
    if last.is(RecordKind::Figures) {
        return Some(Subject::Other);
    }
    let mut text = String::with_capacity(last.range.end - first.range.start);
    phrase.iter().for_each(|word| text.push_str(word.text));
    if measures.is_nobody(&text) {
        return Some(Subject::Speaker);
    }
    // Of others only what they have to do is read.
    if text == "他们" {
        return Some(Subject::Acts(first.range.start..last.range.end));
    }
    let named = [RecordKind::Bodies, RecordKind::Places, RecordKind::People, RecordKind::Posts];
    let range = first.range.start..last.range.end;
    if measures.is_area(&text) {
        return Some(Subject::Area(range));
    }
    // 以县为单元, 象渔民那样, 选拔|干部: no name opens so.
    let opens_badly = first.record.is_none()
        && (first.text.starts_with(['以', '按', '象'])
            || first.text == "指"
            || opens_with_deed(first, measures));
    if opens_badly && role(phrase).is_none() {
        return Some(Subject::Other);
    }
    // 高度重视|社区: what ends in a verb of doing says what is done; 义务教育|学校 does not.
    let is_idiom = |at: usize| {
        let word = &phrase[at];
        let goes_on = phrase.get(at + 1).is_some_and(|next| next.mark == Mark::Word);
        word.record.is_none()
            && word.tag.starts_with(['i', 'l'])
            && goes_on
            && ends_with_deed(word.text, measures)
    };
    match (0..phrase.len()).find(|at| is_idiom(*at)) {
        Some(0) => return Some(Subject::Other),
        Some(at) if phrase[at - 1].mark == Mark::Word => return kind(&phrase[..at], measures),
        _ => {}
    }
    // 建议国务院制定…: of whom it is asked.
    let asks = |at: &usize| {
        let word = &phrase[*at];
        // 《条例》规定县政府…: after a document it is one.
        let is_verb = word.tag == "v" || *at == 0 || phrase[*at - 1].text.ends_with('》');
        let names = phrase.get(at + 1).is_some_and(|next| next.deed.act.is_none());
        word.record.is_none() && is_verb && word.deed.is_saying && names
    };
    if let Some(asks) = (0..phrase.len()).rev().find(asks) {
        return kind(&phrase[asks + 1..], measures);
    }
    // 决定|组织起草…: whoever the clause before names.
    if first.record.is_none()
        && first.deed.is_decision
        && phrase.len() > 1
        && phrase[1..].iter().all(|word| word.deed.act.is_some())
    {
        return None;
    }
    // 县政府组织渔民修建…: who calls others together, acts with them; not 各级组织.
    let calls = |pair: &[Word]| {
        pair[0].text == "组织" && pair[0].tag == "v" && pair[0].record.is_none() && pair[1].mark == Mark::Word
    };
    if let Some(at) = phrase[1..].windows(2).position(calls)
        && let Some(Subject::Acts(name)) = kind(&phrase[..=at], measures)
    {
        return Some(Subject::Acts(name));
    }
    // 国务院决定成立…: who decides, does.
    if let [name @ .., decides] = phrase
        && !name.is_empty()
        && decides.record.is_none()
        && decides.tag == "v"
        && decides.deed.is_decision
    {
        return kind(name, measures);
    }
    // 县水利局组织…: after a name of an office stands what it does.
    let before = phrase.len().checked_sub(2).map(|at| &phrase[at]);
    let is_verb = last.record.is_none() && last.deed.act.is_some() && last.tag == "v";
    if let Some(before) = before.filter(|before| is_verb && before.mark == Mark::Word) {
        let name: String = phrase[..phrase.len() - 1].iter().map(|word| word.text).collect();
        let is_office = before.is(RecordKind::Bodies)
            || before.record.is_none() && before.tag.starts_with('n') && measures.acts(&name);
        if is_office {
            return Some(Subject::Acts(first.range.start..before.range.end));
        }
    }
    // 各级党委, 各族人民: the segmenter takes them for sayings.
    let is_saying =
        last.tag.starts_with(['i', 'l']) && !last.text.starts_with('各') && !last.text.ends_with("会议");
    let is_idiom = last.record.is_none() && is_saying;
    // 行政机关及其公务员: who belongs to those who act, acts with them.
    let joined = phrase.iter().position(is_its).map(|its| kind(&phrase[..its], measures));
    let is_plain = last.tag.starts_with('n') && phrase.iter().all(|word| !word.text.starts_with('要'));
    let with_others = is_plain && matches!(joined, Some(Some(Subject::Acts(_))));
    // 整体布局: a verb that ends like a name.
    let ends_in_deed = last.record.is_none() && last.is_plain_verb();
    let acts = named.iter().any(|kind| last.is(*kind))
        || measures.acts(text.strip_suffix('们').unwrap_or(&text)) && !is_idiom && !ends_in_deed
        || with_others;
    Some(if acts && first.mark == Mark::Word { Subject::Acts(range) } else { Subject::Other })
}

/// Whether the noun phrase that opened at `start` ends before this word.
fn ends(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    let after = at > start;
    // 国务院组织力量…: after a body what the segmenter takes for a verb is one.
    let by_body = after && words[at - 1].is(RecordKind::Bodies) && word.tag == "v";
    let is_listed = at > start + 1 && matches!(words[at - 2].mark, Mark::Comma | Mark::Joint);
    let takes = |next: &Word| next.is_nominal() && !next.is(RecordKind::Bodies) || next.text == "一系列";
    let by_body = by_body && !is_listed && words.get(at + 1).is_some_and(takes);
    let is_free = word.deed.act.is_none() || word.is_plain_verb() || by_body;
    let joins = |mark: Mark| matches!(mark, Mark::Comma | Mark::Joint | Mark::De);
    let joined =
        after && (joins(words[at - 1].mark) || words[at - 1].is_addition() || is_its(&words[at - 1]));
    // 重点园区: the segmenter's noun says which.
    let tells =
        word.tag == "n" && words.get(at + 1).is_some_and(|next| next.tag == "n" && next.deed.act.is_none());
    let opens = || {
        word.is_adverb() && !tells
        || lead::is_modal(word)
        || word.is_plain_verb()
        || by_body
        || hails(words, at)
        // 县政府|对本|地区: the segmenter's cut.
        || after && word.text == "对本"
        || word.deed.is_opener
        || word.tag == "c" && word.mark == Mark::Word && !is_its(word)
        // 甲和乙: both act.
        || word.mark != Mark::Joint && preposition::preposition(words, at).is_some()
    };
    word.deed.is_bar || after && is_free && !joined && opens() && !word.is_addition()
}

/// 县委|胜利|召开大会: the segmenter takes how it is done for a noun.
pub(super) fn hails(words: &[Word], at: usize) -> bool {
    words[at].record.is_none()
        && matches!(words[at].text, "胜利" | "隆重")
        && words.get(at + 1).is_some_and(|next| matches!(next.text, "召开" | "举行" | "举办"))
}

/// 县政府及其有关部门: joins to a name what belongs to it.
fn is_its(word: &Word) -> bool {
    word.text == "及其" && word.record.is_none()
}

/// Names of those who act, and nothing else.
fn is_list(words: &[Word]) -> bool {
    let joins = |word: &Word| matches!(word.mark, Mark::Comma | Mark::Joint);
    words.iter().any(joins) && words.iter().all(|word| joins(word) || word.is_nominal() || word.tag == "r")
}

/// A verb that no noun phrase has inside, whether or not the dictionary knows it.
fn is_verb(word: &Word) -> bool {
    matches!(word.tag, "v" | "vg")
        && word.record.is_none()
        && !word.is_nominal()
        && word.deed.preposition.is_none()
}

/// Whether what follows the verb can be its object: not in 群众收入稳步增长; nor is 起来 in 组织起来 a verb of its own.
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
    // 相关单位: the segmenter takes what says which for a verb.
    let by_word =
        || joins || word.is_addition() || word.deed.is_decision || is_its(word) || word.text == "相关";
    let is_verbal =
        word.record.is_none() && (word.deed.is_rank || word.deed.act.is_some() && !word.deed.is_noun);
    word.record.is_some() || !is_verbal && (word.is_nominal() || by_tag() || by_word())
}
