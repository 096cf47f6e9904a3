//! What a noun phrase before a verb names: somebody who acts, the speaker, an area, or something that does
//! not act.

use std::ops::Range;

use super::naming::{ends_with_deed, opens_with_deed};
use super::subject::{self, Subject};
use super::word::{Mark, Word};
use crate::lexicon::Measures;
use crate::record::RecordKind;

/// Kinds of records whose names act.
const NAMED: [RecordKind; 4] =
    [RecordKind::Bodies, RecordKind::Places, RecordKind::People, RecordKind::Posts];

/// What the phrase names; `None` where it only says where or when, or names nobody.
pub(super) fn kind(phrase: &[Word], measures: &Measures) -> Option<Subject> {
    let (first, last) = (phrase.first()?, phrase.last()?);
    // 渔民日报1月8日电县长陈海: the source of the news is no part of the name.
    let wired = |pair: &[Word]| pair[0].is(RecordKind::Times) && pair[1].text == "电";
    if let Some(at) = phrase.windows(2).rposition(wired).filter(|at| at + 2 < phrase.len()) {
        return kind(&phrase[at + 2..], measures);
    }
    // 渔业联席会议(简称联席会议): a bracket after a name is no part of it.
    if last.text.starts_with('(') && phrase.len() > 1 {
        return kind(&phrase[..phrase.len() - 1], measures);
    }
    // 各方面 means all who are concerned.
    let are_all = first.text == "各" && last.text == "方面" && phrase.len() == 2;
    if !are_all && says_where(first, last, measures) {
        return None;
    }
    if let Some(person) = somebody(phrase) {
        // 渔报记者 陈海/摄第二: nor does the photographer act.
        let next = phrase.get(person + 1).filter(|next| !next.text.starts_with('/'));
        return next.map(|_| Subject::Acts(first.range.start..phrase[person].range.end));
    }
    // 隆重庆祝|渔会成立9周年 names nobody.
    if first.record.is_none() && first.text.starts_with("隆重") {
        return None;
    }
    // 1980年的5万元跃升至…: an amount does not act.
    if last.is(RecordKind::Figures) {
        return Some(Subject::Other);
    }
    // 由省: the segmenter takes this for one word.
    let is_by = first.record.is_none() && first.text.starts_with('由') && first.text != "由";
    let opens = if is_by { '由'.len_utf8() } else { 0 };
    let range = first.range.start + opens..last.range.end;
    let mut text = String::with_capacity(range.len());
    phrase.iter().for_each(|word| text.push_str(word.text));
    if measures.is_nobody(&text) {
        return Some(Subject::Speaker);
    }
    // 他们: only what others have to do is read of them.
    if text == "他们" {
        return Some(Subject::Acts(range));
    }
    if measures.is_area(&text) {
        return Some(Subject::Area(range));
    }
    if opens_no_name(phrase, measures) {
        return Some(Subject::Other);
    }
    match idiom(phrase, measures) {
        Some(0) => return Some(Subject::Other),
        Some(at) if phrase[at - 1].mark == Mark::Word => return kind(&phrase[..at], measures),
        _ => {}
    }
    if let Some(asks) = asking(phrase) {
        return kind(&phrase[asks + 1..], measures);
    }
    if is_left_open(phrase) {
        return None;
    }
    if let Some(name) = caller(phrase, measures) {
        return Some(Subject::Acts(name));
    }
    if let Some(name) = decider(phrase) {
        return kind(name, measures);
    }
    if let Some(office) = office(phrase, measures) {
        return Some(Subject::Acts(office));
    }
    if let Some(name) = before_saying(phrase, measures) {
        return Some(Subject::Acts(name));
    }
    let acts = first.mark == Mark::Word && ends_as_actor(phrase, &text, measures);
    Some(if acts { Subject::Acts(range) } else { Subject::Other })
}

/// Whether a phrase opens or ends like one that says where or with whom: 在工作上同渔会…, 全县中.
fn says_where(first: &Word, last: &Word, measures: &Measures) -> bool {
    // 中方: the segmenter takes some names of sides for words of place.
    let is_side = last.tag == "f" && !(last.text.ends_with('方') && measures.acts(last.text));
    let by = first.deed.is_circumstance || first.text.starts_with('在') && first.text.ends_with('上');
    last.record.is_none() && (last.deed.is_localiser || is_side) || first.record.is_none() && by
}

/// The index of the word that names a person, if words on what the person does follow, and not more names:
/// 县长|心系群众.
fn somebody(phrase: &[Word]) -> Option<usize> {
    let first = phrase.first()?;
    let is_person = |word: &Word| word.is(RecordKind::People) || word.is(RecordKind::Posts);
    let person = phrase.iter().rposition(is_person)?;
    let begins = first.text != "以" && first.deed.act.is_none() && first.tag != "v";
    let goes_on = phrase.get(person + 1).is_some_and(|next| next.mark == Mark::Word);
    (begins && goes_on).then_some(person)
}

/// Whether a phrase opens as no name does: 以县为单元, 象渔民那样, 选拔|干部.
fn opens_no_name(phrase: &[Word], measures: &Measures) -> bool {
    phrase.first().is_some_and(|first| {
        first.record.is_none()
            && (first.text.starts_with(['以', '按', '象'])
                || matches!(first.text, "指" | "责令")
                || opens_with_deed(first, measures))
    }) && subject::role(phrase).is_none()
}

/// The index of a saying that ends in a verb of doing, and so tells what is done: 高度重视|社区; not 义务教育|学校.
fn idiom(phrase: &[Word], measures: &Measures) -> Option<usize> {
    let goes_on = |at: usize| phrase.get(at + 1).is_some_and(|next| next.mark == Mark::Word);
    (0..phrase.len()).find(|at| {
        let word = &phrase[*at];
        word.record.is_none()
            && word.tag.starts_with(['i', 'l'])
            && goes_on(*at)
            && ends_with_deed(word.text, measures)
    })
}

/// The index of the last word that asks something of those named after it: 建议|国务院制定….
fn asking(phrase: &[Word]) -> Option<usize> {
    let asks = |at: &usize| {
        let word = &phrase[*at];
        // 《条例》规定县政府…: after a document the word is a verb.
        let is_verb = word.tag == "v" || *at == 0 || phrase[*at - 1].text.ends_with('》');
        let names = phrase.get(at + 1).is_some_and(|next| next.deed.act.is_none());
        word.record.is_none() && is_verb && word.deed.is_saying && names
    };
    (0..phrase.len()).rev().find(asks)
}

/// Whether the phrase leaves open who acts, so that it is whoever the clause before names: 决定|组织起草….
fn is_left_open(phrase: &[Word]) -> bool {
    phrase.split_first().is_some_and(|(first, rest)| {
        first.record.is_none()
            && first.deed.is_decision
            && !rest.is_empty()
            && rest.iter().all(|word| word.deed.act.is_some())
    })
}

/// The name of somebody who calls others together and so acts with them: 县政府|组织渔民修建…; not 各级组织.
fn caller(phrase: &[Word], measures: &Measures) -> Option<Range<usize>> {
    let calls = |pair: &[Word]| {
        pair[0].text == "组织" && pair[0].tag == "v" && pair[0].record.is_none() && pair[1].mark == Mark::Word
    };
    let at = phrase.get(1..)?.windows(2).position(calls)?;
    match kind(&phrase[..=at], measures) {
        Some(Subject::Acts(name)) => Some(name),
        _ => None,
    }
}

/// The name of somebody who decides, and so acts: 国务院|决定成立….
fn decider<'p, 't>(phrase: &'p [Word<'t>]) -> Option<&'p [Word<'t>]> {
    let (decides, name) = phrase.split_last()?;
    let is_decision = decides.record.is_none() && decides.tag == "v" && decides.deed.is_decision;
    (is_decision && !name.is_empty()).then_some(name)
}

/// Whether a word is a saying that ends in a verb of regard, which takes what follows: 高度重视.
pub(super) fn tells(word: &Word) -> bool {
    word.record.is_none() && word.tag.starts_with(['i', 'l']) && word.text.ends_with("重视")
}

/// The name of somebody who acts, before a saying that tells what is done: 县委高度重视.
fn before_saying(phrase: &[Word], measures: &Measures) -> Option<Range<usize>> {
    let (last, name) = phrase.split_last()?;
    name.last().filter(|before| tells(last) && before.mark == Mark::Word)?;
    match kind(name, measures) {
        Some(Subject::Acts(name)) => Some(name),
        _ => None,
    }
}

/// The name of an office before a verb: 县水利局|组织….
fn office(phrase: &[Word], measures: &Measures) -> Option<Range<usize>> {
    let (last, name) = phrase.split_last()?;
    let (first, before) = (name.first()?, name.last()?);
    let is_verb = last.record.is_none() && last.deed.act.is_some() && last.tag == "v";
    if !is_verb || before.mark != Mark::Word {
        return None;
    }
    let acts = || measures.acts(&name.iter().map(|word| word.text).collect::<String>());
    let is_office =
        before.is(RecordKind::Bodies) || before.record.is_none() && before.tag.starts_with('n') && acts();
    is_office.then_some(first.range.start..before.range.end)
}

/// Whether a phrase ends with the name of somebody who acts, or of those who belong to such.
fn ends_as_actor(phrase: &[Word], text: &str, measures: &Measures) -> bool {
    let Some(last) = phrase.last() else { return false };
    // 各级党委, 各族人民: the segmenter takes them for sayings.
    let is_saying =
        last.tag.starts_with(['i', 'l']) && !last.text.starts_with('各') && !last.text.ends_with("会议");
    // 整体布局: a verb that ends as names do.
    let is_other = last.record.is_none() && (is_saying || last.is_plain_verb());
    // 行政机关及其公务员: those who belong to somebody who acts, act as well.
    let with_others = || {
        let joined = phrase.iter().position(subject::is_its).map(|its| kind(&phrase[..its], measures));
        last.tag.starts_with('n')
            && phrase.iter().all(|word| !word.text.starts_with('要'))
            && matches!(joined, Some(Some(Subject::Acts(_))))
    };
    NAMED.iter().any(|kind| last.is(*kind))
        || measures.acts(text.strip_suffix('们').unwrap_or(text)) && !is_other
        || with_others()
}
