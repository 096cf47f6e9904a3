//! Decides by the words around a promise whether they say that it was kept.

use super::promise::CLOSING;
use crate::document::{Quote, ReadDocument};
use crate::lexicon::{LedgerWords, Lexicon};
use crate::record::{Measure, MeasureStatus, Stage};
use crate::text::clause_before;

/// After the name of something to be launched, say that it was.
const BEGUN: &[&str] = &["开始实施", "全面实施", "启动实施"];
/// Say that all of it is done.
const ALL: [&str; 3] = ["全部", "全面", "提前"];
/// Say after the verb that it is done and in use.
const IN_USE: [&str; 5] = ["投用", "投入", "开放", "运营", "并"];
/// How many last characters of a verb tell it, and the longest owner of a plan, in characters: 中华人民共和国.
const VERB_CHARS: usize = 2;
const MAX_OWNER_CHARS: usize = 8;
/// Most measures before some words that are searched for the one whose object they are.
const MAX_MEASURES: usize = 8;
/// Most characters between 目标 and 实现: 顺利.
pub(super) const MAX_MANNER_CHARS: usize = 4;

/// Whether the words around a promise say that it was kept: 目标顺利实现, 的任务已经完成, 全面建立.
pub(super) fn reports(before: &str, after: &str, verb: Option<&str>, words: &LedgerWords) -> bool {
    let clause = clause_before(before);
    let open = after.strip_prefix('的').unwrap_or(after);
    let closed = CLOSING.iter().find_map(|named| open.strip_prefix(named));
    let ends = closed.is_some_and(|after| ["实现", "完成"].iter().any(|verb| is_done(after, verb, words)));
    let is_done = verb.is_some_and(|verb| is_done(after, verb, words) || is_told(clause, verb));
    // A plan that was to be launched has begun: 启动甲计划, later 甲计划开始实施.
    let has_begun = verb.is_some_and(|verb| words.starting.longest(verb).is_some())
        && BEGUN.iter().any(|begun| after.starts_with(begun));
    (ends || is_done || has_begun) && words.ahead.find(clause).next().is_none()
}

/// Whether the words around a counted thing say that all of it is done: 码头|全部建成投用, 旧居|改造已全部完成.
pub(super) fn is_all_done(before: &str, after: &str, verb: Option<&str>, lexicon: &Lexicon) -> bool {
    let words = &lexicon.ledger;
    let rest = verb.and_then(|verb| after.strip_prefix(verb)).unwrap_or(after);
    let rest = rest.trim_start_matches(['已', '均', '都']);
    let Some(told) = ALL.iter().find_map(|all| rest.strip_prefix(all)) else { return false };
    let clause = clause_before(before);
    let ends = lexicon.tasks.cell.finished.iter().copied().chain(verb);
    let closes = |rest: &str| {
        rest.is_empty()
            || rest.starts_with([',', ';', '。', '、', '!', '了'])
            || IN_USE.iter().any(|word| rest.starts_with(word))
    };
    // With a number they mean only that many: 3座|码头全部建成.
    let counted = clause.rfind(|c: char| c.is_ascii_digit()).map(|at| &clause[at + 1..]);
    let is_counted = counted.is_some_and(|after| !after.starts_with(['.', '、', ')']));
    !is_counted
        && ends.into_iter().any(|end| told.strip_prefix(end).is_some_and(closes))
        && words.ahead.find(clause).next().is_none()
        && !is_striven_for(clause, words)
}

/// Whether the words right after a work's name say that it is in use, and nobody only strives for it:
/// 青岩水厂|工程如期供水.
pub(super) fn is_in_use(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    let words = &lexicon.ledger;
    let clause = before.rsplit([',', ';', ':', '。']).next().unwrap_or_default();
    let named = ["工程", "项目"].iter().find_map(|work| after.strip_prefix(work)).unwrap_or(after);
    let serves = words.serving.longest_at(named, 0).is_some() || runs_on_time(named, lexicon);
    serves && !is_striven_for(clause, words)
}

/// Whether a clause holds a word of purpose or striving: 为|青岩水厂如期供水|创造条件, 确保|青岩水厂如期供水.
pub(super) fn is_striven_for(clause: &str, words: &LedgerWords) -> bool {
    clause.contains(['为', '使', '让']) || words.force.find(clause).next().is_some()
}

/// Whether a clause says only that a work has run since the set day: 如期|供水.
pub(super) fn runs_on_time(clause: &str, lexicon: &Lexicon) -> bool {
    let Some(told) = clause.strip_prefix("如期") else { return false };
    let supplies = lexicon.ledger.supplying.longest_at(told, 0).map(|(verb, ())| verb.end);
    let operates = || {
        let (verb, mark) = lexicon.stages.marks.longest_at(told, 0)?;
        (mark.stage == Some(Stage::Operating)).then_some(verb.end)
    };
    let after = supplies.or_else(operates).map(|end| &told[end..]);
    after.is_some_and(|after| after.is_empty() || after.starts_with([',', ';', '。', '、', '!', '了']))
}

/// Whether a document says at these words that something was drawn up, by this verb or as 完成计划的编制:
/// 制定和实施|渔业计划纲要.
pub(super) fn is_drafted(read: &ReadDocument, said: &Quote, verb: &str, words: &LedgerWords) -> bool {
    if !words.drafting.end(verb) {
        return false;
    }
    let after = |measure: &Measure| said.span.start.checked_sub(measure.object.span.start);
    let speaks = |measure: &Measure| {
        measure.status == MeasureStatus::Done
            && words.drafting.end(&measure.verb)
            && measure.object.span.end >= said.span.end
            && after(measure).is_some_and(|owner| owner <= MAX_OWNER_CHARS)
    };
    let speech = read.document.speeches.iter().find(|speech| speech.span.contains(&said.span));
    speech.is_some_and(|speech| {
        let end = speech.measures.partition_point(|measure| measure.span.start <= said.span.start);
        speech.measures[end.saturating_sub(MAX_MEASURES)..end].iter().any(speaks)
    })
}

/// Whether a clause tells before the words of a promise, by its verb, that it was done: |制定了清溪县|渔业计划.
fn is_told(clause: &str, verb: &str) -> bool {
    // Only the end of the verb need agree: 研究|制定.
    let verb = verb.char_indices().rev().nth(VERB_CHARS - 1).map_or(verb, |(at, _)| &verb[at..]);
    let told = clause.rsplit_once(verb).and_then(|(_, after)| after.strip_prefix('了'));
    told.is_some_and(|owner| owner.chars().count() <= MAX_OWNER_CHARS && !owner.contains(['、', '的']))
}

/// Whether the text opens with this verb as something done, after at most its manner: 已经|完成.
fn is_done(text: &str, verb: &str, words: &LedgerWords) -> bool {
    let Some((manner, rest)) = text.split_once(verb) else { return false };
    let is_manner = |c: char| !c.is_ascii_punctuation() && !matches!(c, '。' | '、' | '的');
    let closes = rest.chars().next().is_none_or(|c| matches!(c, '。' | ',' | ';' | '、' | '了' | '!'))
        || IN_USE.iter().any(|word| rest.starts_with(word));
    closes
        && manner.chars().count() <= MAX_MANNER_CHARS
        && manner.chars().all(is_manner)
        && words.pending.find(manner).next().is_none()
}
