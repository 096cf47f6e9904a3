//! Names of those who act that open with what looks like a verb or fill clauses of their own, and those who
//! are asked to do something.

use super::lead::{Lead, is_modal};
use super::preposition;
use super::subject::{self, Subject};
use super::word::{Clause, Mark, Word};
use crate::lexicon::{Measures, Preposition};
use crate::record::{Force, MeasureStatus, RecordKind};

/// Most words of a name that opens with what looks like a verb: 审查小组应当….
const MAX_NAME_WORDS: usize = 8;
/// Most words of a name that a clause before 的 describes.
const MAX_DESCRIBED_WORDS: usize = 24;
/// Characters of a saying.
const SAYING_CHARS: usize = 4;
/// Shortest verb that opens a word, in bytes: 选拔.
const MIN_VERB_BYTES: usize = 6;

/// Whether the word at `at`, which looks like a verb, opens a name, or is the noun that it is as often.
pub(super) fn is_name(words: &[Word], at: usize, measures: &Measures) -> bool {
    let is_noun = words[at].deed.is_noun
        && !governs_plainly(words, at)
        && (follows_joint(words, at) || opens_name(words, at, measures));
    is_noun || is_course(words, at)
}

/// Whether the course or the outcome of a deed is meant, and not the deed: 执行|中, 执行|结果为.
fn is_course(words: &[Word], at: usize) -> bool {
    let next = |after: usize| words.get(at + after).map_or("", |word| word.text);
    // 加强|中|俄合作: here 中 is the name of a country.
    matches!(next(1), "中经" | "过程中")
        || next(1) == "中" && matches!(next(2), "" | "经" | "因")
        || next(1) == "结果" && matches!(next(2), "为" | "是" | "显示" | "如下" | "表明")
}

/// Those who are asked to act (党要求|全体党员, 努力…), or the one who decides and so acts (国务院|决定, 从今年起…).
pub(super) fn bidden(words: &[Word], measures: &Measures) -> Option<Subject> {
    match words {
        // 希望大家当好先锋, …: those who are addressed act as well.
        [asks, whom, _, ..] if asks.deed.is_asking && matches!(whom.text, "大家" | "你们") => {
            Some(Subject::Acts(whom.range.clone()))
        }
        [asks, asked @ ..] if asks.deed.is_saying && !asked.is_empty() => subject::alone(asked, measures),
        [first, .., decides] if decides.deed.is_decision && first.is_nominal() => {
            subject::alone(&words[..words.len() - 1], measures)
        }
        [first, ..] if first.is(RecordKind::Bodies) => told_by_saying(words),
        _ => None,
    }
}

/// The bodies that a saying tells of which is not in the dictionary: 县委、县政府|审时度势.
fn told_by_saying(words: &[Word]) -> Option<Subject> {
    let is_name = |word: &Word| word.is(RecordKind::Bodies) || matches!(word.mark, Mark::Comma | Mark::Joint);
    let end = words.iter().position(|word| !is_name(word))?;
    let is_saying = |word: &Word| {
        word.record.is_none() && word.deed.is_nothing() && word.text.chars().count() == SAYING_CHARS
    };
    let closes = words.get(end + 1).is_none_or(|next| next.mark == Mark::Comma);
    let is_told = is_saying(&words[end]) && closes && words[end - 1].is(RecordKind::Bodies);
    is_told.then(|| Subject::Acts(words[0].range.start..words[end - 1].range.end))
}

/// Whether a clause goes on from the one before with what somebody serves as: 以渔会为主导,|渔业合作社为主体.
pub(super) fn also_serves(before: &[Word], words: &[Word]) -> bool {
    let serves = |words: &[Word]| words.iter().position(|word| word.text == "为" && word.record.is_none());
    let opens = before.first().is_some_and(|first| first.text == "以" && first.record.is_none());
    opens
        && serves(before).is_some()
        && serves(words).is_some_and(|at| {
            let names = |word: &Word| word.mark == Mark::Word && word.is_nominal() && word.deed.act.is_none();
            let role = &words[at + 1..];
            at > 0 && !role.is_empty() && words[..at].iter().chain(role).all(names)
        })
}

/// Makes those who are asked the subject, and returns the index after their name: 县委要求各船队加强训练.
pub(super) fn demanded(words: &[Word], lead: &mut Lead, measures: &Measures) -> Option<usize> {
    let asks = words.get(lead.at).filter(|word| word.text == "要求" && word.tag == "v")?;
    lead.subject.as_ref()?;
    let Some(found) = subject::read(words, lead.at + 1, measures).filter(|found| found.precedes_deed) else {
        // 县委要求全体船员, 努力…: the name stands alone.
        if let Some(asked) = subject::alone(&words[lead.at + 1..], measures) {
            lead.subject = Some(asked);
            lead.signs.planned = true;
        }
        return None;
    };
    let acts = asks.deed.is_saying && matches!(found.subject, Some(Subject::Acts(_)));
    acts.then(|| {
        lead.subject = found.subject;
        lead.signs.planned = true;
        found.end
    })
}

/// Makes the names of a row act together: 一切船长,一切船员,都要….
pub(super) fn name_all(clauses: &[Clause], leads: &mut [Lead], last: usize, measures: &Measures) {
    let Some(Subject::Acts(name)) = &leads[last].subject else { return };
    let end = name.end;
    let is_name = |at: &usize| {
        clauses[*at + 1].follows_comma()
            && leads[*at].verb.is_none()
            && subject::alone(clauses[*at].words, measures).is_some()
    };
    let row = (0..last).rev().take_while(is_name);
    if let Some(first) = row.last().and_then(|first| clauses[first].words.first()) {
        leads[last].subject = Some(Subject::Acts(first.range.start..end));
    }
}

/// Whether a name opens with what looks like a verb, and what it does or has to do follows: 审查小组应当…, 建设单位编制…;
/// not 引导企业持续投入, where 持续 says how it is done.
fn opens_name(words: &[Word], at: usize, measures: &Measures) -> bool {
    if let [verb, head, next, ..] = &words[at..]
        && verb.deed.act.is_some_and(|act| !act.is_pivot)
        && head.record.is_none()
        && head.is_nominal()
        && (measures.is_named_by_deed(head.text) || head.text == "事业")
        && (next.is_plain_verb()
            || matches!(next.tag, "d" | "p" | "v" | "ad" | "a") && next.mark == Mark::Word)
    {
        return true;
    }
    let mut rest = words[at + 1..].iter().take(MAX_NAME_WORDS);
    rest.find(|word| is_modal(word) || word.is_plain_verb()).is_some_and(|word| {
        is_modal(word) && !(word.is_adverb() && word.deed.status == Some(MeasureStatus::Ongoing))
    })
}

/// The index after a name that a clause before 的 describes, before what it has to do, may do or goes by:
/// 修建码头的单位应当…, 修建码头的单位根据规划,…; not 培养年轻的干部必须…, where the verb takes the name.
pub(super) fn described(words: &[Word], at: usize, measures: &Measures) -> Option<usize> {
    let opens = |verb: &Word| verb.record.is_none() && (verb.deed.act.is_some() || verb.tag == "v");
    let near = &words[at..words.len().min(at + MAX_DESCRIBED_WORDS)];
    // 鼓励渔民和其他的船员根据…: what others are to do does not open a name.
    let governs = |first: &Word| first.deed.act.is_some_and(|act| act.is_pivot) && !first.deed.is_noun;
    near.first().filter(|first| opens(first) && !is_modal(first) && !first.deed.is_bar && !governs(first))?;
    let of = near.iter().position(|word| word.mark == Mark::De)?;
    let has_thing = near[1..of].iter().any(|word| word.is_nominal() || word.tag.starts_with('v'));
    let is_plain = near[..of].iter().all(|word| !is_modal(word) && !word.deed.is_bar);
    let binds = |word: &Word| {
        word.record.is_none() && (word.deed.is_able || is_modal(word) && word.deed.force == Some(Force::Must))
    };
    let goes_by = |word: &Word| matches!(word.text, "根据" | "按照" | "依照" | "依据");
    let end = of + 1 + near[of + 1..].iter().position(|word| binds(word) || goes_by(word))?;
    let is_open = goes_by(&near[end])
        && near.len() == words.len() - at
        && near[end..].iter().all(|word| !word.is_plain_verb());
    let acts = || matches!(subject::kind_of(&near[of + 1..end], measures), Some(Subject::Acts(_)));
    (has_thing && is_plain && (binds(&near[end]) || is_open) && acts()).then_some(at + end)
}

/// Whether a verb opens that moves others, who are named and act in turn, though it is as often a noun:
/// 教育全体党员带头…, 激励和约束企业主动…, 指导地方将…; not 教育部门要….
pub(super) fn moves(words: &[Word], at: usize, measures: &Measures) -> bool {
    let governs = |word: &Word| word.record.is_none() && word.deed.act.is_some_and(|act| act.is_pivot);
    let is_moving = |word: &Word| governs(word) || word.record.is_none() && word.text == "教育";
    let near = &words[at..words.len().min(at + MAX_NAME_WORDS)];
    let name = match near {
        // 指导地方将甲纳入乙: those who are moved stand before what they put first; not 监督部门将检查渔港.
        [first, whom, _, ..]
            if governs(first) && preposition::preposition(words, at + 2) == Some(Preposition::Object) =>
        {
            return whom.record.is_none() && whom.is_nominal() && measures.acts(whom.text);
        }
        [first, joint, second, ..] if governs(first) && joint.mark == Mark::Joint && governs(second) => 2,
        [first, whom, ..]
            if is_moving(first)
                && first.tag.starts_with('v')
                && whom.record.is_none()
                && whom.text.starts_with(['全', '广', '各', '每']) =>
        {
            0
        }
        _ => return false,
    };
    let acts = |word: &Word| word.is_plain_verb() || word.is_adverb() && word.deed.act.is_none();
    let whom = &near[name + 1..];
    let end = whom.iter().position(acts);
    end.is_some_and(|end| matches!(subject::kind_of(&whom[..end], measures), Some(Subject::Acts(_))))
}

/// Whether a verb governs the one after it, which 了 shows to be a verb, and so is no noun: 组织编制了规划.
fn governs_plainly(words: &[Word], at: usize) -> bool {
    words[at].deed.act.is_some_and(|act| act.is_modifier)
        && !words[at].is_adverb()
        && matches!(&words[at + 1..], [verb, aspect, ..] if verb.is_plain_verb() && aspect.text == "了")
}

/// Whether a joint ties the word to the nouns of the clause before, so that it is the noun that it is as
/// often: 以及规划草案的建议.
fn follows_joint(words: &[Word], at: usize) -> bool {
    at == 1 && words[0].mark == Mark::Joint
}

/// Whether the last two of four characters are a verb of doing: 紧紧|抓住.
pub(super) fn ends_with_deed(text: &str, measures: &Measures) -> bool {
    let verb = text.char_indices().nth(2).map(|(at, _)| &text[at..]).filter(|verb| verb.chars().count() == 2);
    let deed = verb.and_then(|verb| measures.words.get(verb));
    deed.is_some_and(|deed| deed.act.is_some() && !deed.is_noun)
}

/// Whether a word of the segmenter opens with a verb of doing: 选拔|干部.
pub(super) fn opens_with_deed(first: &Word, measures: &Measures) -> bool {
    let verb = measures.words.longest_at(first.text, 0);
    first.deed.act.is_none()
        && verb.is_some_and(|(range, deed)| {
            range.end < first.text.len()
                && range.end >= MIN_VERB_BYTES
                && deed.act.is_some()
                && !deed.is_noun
                && measures.acts(&first.text[range.end..])
        })
}
