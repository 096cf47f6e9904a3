//! What others do, have come to or are asked for, and nobody here promises: adversaries, those who are
//! blamed, those to whom something happens.

use super::lead::{self, Lead};
use super::phrase::Phrase;
use super::subject::Subject;
use super::word::{Clause, Mark, Word};
use crate::lexicon::Measures;
use crate::recognise::Scene;
use crate::record::{MeasureStatus, RecordKind};

/// Whether a clause speaks of adversaries, of those who do badly, or of others who are asked for nothing:
/// 敌对势力, 有的地方, 他们.
pub(super) fn are_strangers(clause: &Clause, lead: &Lead, measures: &Measures) -> bool {
    let Some(topic) = &lead.topic else { return false };
    // 我们要批判敌人的…: what is done to them is done by somebody else.
    let opens = |word: &&Word| {
        word.is_adverb() || word.deed.is_opener || word.is(RecordKind::Times) || word.tag == "c"
    };
    if !clause.words.iter().take_while(|word| word.range.start < topic.start).all(|word| opens(&word)) {
        return false;
    }
    let inside = |word: &&Word| topic.start <= word.range.start && word.range.end <= topic.end;
    let mut words = clause.words.iter().filter(inside);
    let first = words.next();
    let last = words.next_back().or(first);
    let are_others = |first: &Word| matches!(first.text, "他们" | "它们") && !lead.signs.planned;
    first.is_some_and(are_others)
        || first.is_some_and(|first| matches!(first.text, "有的" | "有些" | "个别"))
        || last.is_some_and(|last| measures.is_foe(last.text))
}

/// Whether a deed is one that only an adversary does: 发动政变, 搞破坏活动.
pub(super) fn is_misdeed(object: &[Word], verb: &Word, measures: &Measures) -> bool {
    let does = verb.deed.act.is_some_and(|act| act.is_treating)
        || matches!(verb.text, "搞" | "发动" | "制造" | "推行" | "实行");
    // 开展打击破坏活动: here another verb takes it.
    let is_taken = object.iter().any(Word::is_plain_verb);
    does && !is_taken
        && object.last().is_some_and(|last| last.record.is_none() && measures.is_misdeed(last.text))
}

/// Whether a phrase tells what a thing or somebody named has come to: 渔业产值实现新增长, 渔业研究院落户滨海; not what they
/// have to come to.
pub(super) fn has_come(lead: &Lead, phrase: &Phrase, verb: &Word, status: MeasureStatus) -> bool {
    if verb.deed.is_event && lead.subject == Some(Subject::Other) {
        return true;
    }
    let is_own = phrase.words.start == 0 && lead.object.is_none() && phrase.act.is_resulting;
    is_own
        && match lead.subject {
            Some(Subject::Other) => !lead.signs.planned,
            Some(Subject::Acts(_) | Subject::Area(_)) => {
                phrase.act.is_yielding && status == MeasureStatus::Done
            }
            _ => false,
        }
}

/// Whether a phrase tells how somebody named fares, without bringing it about: 渔区大局保持稳定; not 要保持稳定.
pub(super) fn is_so(lead: &Lead, phrase: &Phrase, scene: &Scene, object: &[Word]) -> bool {
    let (Some(first), Some(last)) = (object.first(), object.last()) else { return false };
    let is_named = matches!(lead.subject, Some(Subject::Acts(_) | Subject::Area(_)));
    let goes = || {
        let state = scene.slice(&(first.range.start..last.range.end));
        scene.lexicon.measures.is_state(state)
    };
    let is_own = phrase.words.start == 0 && lead.object.is_none() && phrase.act.is_stance;
    is_own && phrase.act.is_resulting && is_named && !lead.signs.planned && goes()
}

/// Whether a clause asks for what follows, or gives somebody's word for it: 渔民希望, 县长承诺; not 按照要求, 响应政府的号召.
pub(super) fn ask(words: &[Word]) -> bool {
    // 渔业的主要任务就是, …: a task asks for it as well.
    let is_task = |last: &Word| last.record.is_none() && matches!(last.text, "任务" | "目标");
    if let [.., task, is] = words
        && matches!(is.text, "是" | "就是")
        && is_task(task)
    {
        return true;
    }
    let asks = |word: &Word| {
        let is_verb = || word.tag.starts_with('v') || word.deed.is_decision;
        word.deed.is_asking && word.record.is_none() && is_verb()
    };
    let is_of = |at: usize| words.get(at).is_some_and(|word| word.mark == Mark::De);
    // 在县委的要求下, 承诺事项, 信守承诺: here it is a noun.
    let is_taken = |at: usize| {
        let (before, next) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at + 1));
        let is_vow = words[at].deed.is_decision;
        let names = |next: &Word| is_vow && next.deed.act.is_none() && next.is_nominal();
        let is_inside = |next: &Word| next.deed.is_localiser && at + 2 == words.len();
        next.is_some_and(|next| is_inside(next) || names(next))
            || is_vow && before.is_some_and(|before| words[at].deed.is_taken_by(before.text))
    };
    let is_noun = |at: usize| is_of(at + 1) || at > 0 && is_of(at - 1) || is_taken(at);
    let at = words.iter().position(asks).filter(|at| !is_noun(*at));
    at.is_some_and(|at| only_presents(&words[..at]))
}

/// Whether words only say who asks, where and whom: 李明在报告中向代表们|承诺; not 按照县委|要求, 兑现|承诺.
fn only_presents(words: &[Word]) -> bool {
    let closes = |word: &Word| word.record.is_none() && (word.deed.is_localiser || word.tag == "f");
    let place = words.iter().position(|word| word.text == "在").zip(words.iter().rposition(closes));
    let is_inside = |at: usize| place.is_some_and(|(opens, closes)| (opens..=closes).contains(&at));
    let is_plain = |word: &Word| {
        let is_free = word.deed.preposition.is_none() || matches!(word.text, "向" | "对");
        is_free && word.deed.act.is_none()
    };
    words.iter().enumerate().all(|(at, word)| is_plain(word) || is_inside(at))
}

/// Whether a word gives somebody's word for the rest of the clause: 年初|承诺|新建渔港3座.
pub(super) fn vows(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let goes_on = |next: &Word| next.deed.act.is_some() || next.is(RecordKind::Times) || next.is_adverb();
    let is_vow = word.deed.is_decision && word.deed.is_asking;
    is_vow && word.record.is_none() && words.get(at + 1).is_some_and(goes_on)
}

/// Whether something happens to what looks like an actor: 渔业研究院落户滨海.
pub(super) fn befalls(words: &[Word], lead: &Lead) -> bool {
    let Some(Subject::Acts(actor)) = &lead.subject else { return false };
    let after = words.iter().filter(|word| word.range.start >= actor.end);
    let mut after = after.skip_while(|word| word.is_adverb());
    after.next().is_some_and(|word| word.record.is_none() && word.deed.is_event)
}

/// Whether the actor stands inside words that tell which thing is spoken of, and so does not act after them:
/// 政府主导的体系是必要的.
pub(super) fn tells_which(words: &[Word], lead: &Lead) -> bool {
    let Some(Subject::Acts(actor)) = &lead.subject else { return false };
    let from = words.partition_point(|word| word.range.start < actor.end);
    let of = words[from..].iter().position(|word| word.mark == Mark::De).unwrap_or(0);
    let is_copula = |word: &Word| word.text == "是" || word.deed.is_copula;
    of > 0
        && !words[from..from + of].iter().any(|word| is_copula(word) || lead::is_modal(word))
        && words[from + of..].iter().any(is_copula)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{pairs, plain};

    #[test]
    fn what_adversaries_do_is_no_measure() {
        for text in [
            "敌对势力破坏渔港,制造渔业谣言。",
            "有些地方搞形式主义,修建豪华码头。",
            "他们要发动反革命政变。",
            "他们修建码头,控制渔港。",
        ] {
            assert!(pairs(text).is_empty(), "{text}");
        }
        for text in [
            "我们要打击敌对势力,保护渔港。",
            "敌对势力破坏渔港,我们要保护渔港。",
            "知识分子要学习渔业技术。",
            "他们应当学习渔业技术。",
            "他们不论在什么岗位上,都应当学习渔业技术。",
            "开展打击破坏活动行动。",
        ] {
            assert!(!pairs(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn nor_is_what_somebody_has_come_to() {
        for text in [
            "渔业产值实现新增长。",
            "2019年,渔民实现安居乐业。",
            "渔业研究院落户滨海。",
            "滨海渔业集团落户青石县,新建码头3座。",
        ] {
            assert!(!plain(text).iter().any(|line| line.contains("落户") || line.contains("实现")), "{text}");
        }
        assert_eq!(plain("滨海渔业集团落户青石县,新建码头3座。"), ["新建 | 码头3座, will, planned"]);
    }

    #[test]
    fn what_is_asked_for_is_still_to_be_done() {
        for (text, expected) in [
            ("改革以来,县长希望渔民遵守规定,保护海洋。", "保护 | 海洋, will, planned"),
            ("改革以来,根据县委要求,保护海洋。", "保护 | 海洋, will, done"),
            ("改革以来,渔民响应政府的号召,保护海洋。", "保护 | 海洋, will, done"),
            ("改革以来,在县委要求下,保护海洋。", "保护 | 海洋, will, done"),
            ("改革以来,县政府在报告中承诺,保护海洋。", "保护 | 海洋, will, planned"),
            ("改革以来,县长向渔民郑重承诺,修建码头,保护海洋。", "保护 | 海洋, will, planned"),
            ("改革以来,年初说好今年保护海洋。", "保护 | 海洋, will, planned"),
            ("改革以来,原定保护海洋。", "保护 | 海洋, will, planned"),
            ("改革以来,信守承诺,保护海洋。", "保护 | 海洋, will, done"),
            ("改革以来,承诺事项全部完成,保护海洋。", "保护 | 海洋, will, done"),
        ] {
            assert!(plain(text).iter().any(|line| line.ends_with(expected)), "{text}: {:?}", plain(text));
        }
    }

    #[test]
    fn those_who_are_addressed_act() {
        assert_eq!(
            plain("希望大家当好先锋,保护海洋,修建码头。"),
            ["大家: 保护 | 海洋, will, planned", "大家: 修建 | 码头, will, planned"]
        );
        assert_eq!(plain("我们修建码头。"), ["修建 | 码头, will, planned"]);
    }

    #[test]
    fn who_is_moved_or_who_all_are_is_read() {
        for (text, expected) in [
            ("指导地方将渔港纳入规划。", "指导 | 地方将渔港纳入规划, will, planned"),
            ("监督部门将修建码头。", "监督部门: 修建 | 码头, will, planned"),
            ("各方面积极修建码头。", "各方面: 修建 | 码头, will, planned"),
            ("集中财力修建码头。", "修建 | 码头, will, planned"),
        ] {
            assert_eq!(plain(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_taken_in_is_acted_on() {
        for (text, expected) in [
            ("符合条件的困难居民已纳入保障范围。", "纳入 | 符合条件的困难居民, will, done"),
            ("县政府把渔港纳入规划。", "县政府: 纳入 | 渔港, will, planned"),
        ] {
            assert_eq!(plain(text), [expected], "{text}");
        }
    }
}
