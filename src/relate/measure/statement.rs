//! What looks like a measure and tells something else: what a thing is, what it serves, how it came out.

use std::ops::Range;

use super::lead::{self, Lead};
use super::others;
use super::reach::Reach;
use super::signs::Signs;
use super::topic;
use super::word::{Clause, Mark, PerClause, Word};
use crate::lexicon::{Deed, Measures, Preposition, Turn};
use crate::record::{MeasureStatus, RecordKind};

/// Most clauses after one that opens with 为 that are searched for what is done.
const MAX_AIM_CLAUSES: usize = 4;

/// For each clause, whether it may tell measures; one without a verb phrase tells none.
pub(super) fn tells(clauses: &[Clause], leads: &[Lead], measures: &Measures) -> PerClause<bool> {
    let may_tell = |(clause, lead): (&Clause, &Lead)| lead.verb.is_some() && !is_condition(clause.words);
    let mut tells: PerClause<bool> = clauses.iter().zip(leads).map(may_tell).collect();
    let mut reach = Reach::Open;
    // After the last clause with a verb phrase, it no longer matters what the clauses before make of the
    // others.
    let last = leads.iter().rposition(|lead| lead.verb.is_some()).map_or(0, |last| last + 1);
    for (at, (clause, lead)) in clauses.iter().zip(leads).enumerate().take(last) {
        reach = reach.into(clause, lead);
        // 原因是: A; B: the clauses after the colon account for what has been said before.
        if at > 0 && clause.after == Some(":") && topic::accounts(clauses[at - 1].words) {
            reach = Reach::Account;
        }
        if others::are_strangers(clause, lead, measures) {
            reach = Reach::Strangers;
        }
        if at > 0 && defines(&clauses[at - 1], &leads[at - 1], clause) {
            reach = Reach::Predicate;
        }
        tells[at] &= reach == Reach::Open;
        reach = reach.after(clause.words, lead);
        tells[at] &= reach != Reach::Consequence;
    }
    for (at, clause) in clauses.iter().enumerate() {
        tells[at] = tells[at] && stands(clauses, leads, at);
        tells[plot(clauses, at)].fill(false);
        tells[circumstance(clauses, at)].fill(false);
        tells[predicate(clauses, leads, at)].fill(false);
        let opening = clause.words.iter().find(|word| {
            word.deed.is_copula
                || word.deed.is_comment
                || !word.is_adverb()
                    && word.deed.status != Some(MeasureStatus::Done)
                    && !matches!(word.text, "不仅" | "不但")
        });
        let Some(opening) = opening else { continue };
        // 发行债券3亿元, 占总额的5%: a share of an amount says nothing of the deed.
        let is_share = at > 0
            && opening.text == "占"
            && clauses[at - 1].words.last().is_some_and(|last| last.is(RecordKind::Figures));
        if is_share {
            continue;
        }
        if opening.deed.is_copula || opening.deed.is_comment || is_valued(clause.words) {
            let topic = topic(clauses, leads, at);
            tells[topic..at].fill(false);
        } else if at > 0 && tells_of_before(clauses, leads, at) {
            tells[at - 1] = false;
        } else if let Some(frame) = frame(clauses, leads, at, opening) {
            tells[frame..=at].fill(false);
        }
    }
    (0..clauses.len()).for_each(|at| tells[aims(clauses, leads, at)].fill(false));
    tells
}

/// Whether a clause only says what the one before it needs, asks or weighs.
fn tells_of_before(clauses: &[Clause], leads: &[Lead], at: usize) -> bool {
    let (clause, before) = (&clauses[at], &leads[at - 1]);
    let is_needed = || demands(clause.words) && names_case(&clauses[at - 1], before);
    let opens = at == 1 || points(clause.words) && leads[..at - 1].iter().all(|lead| lead.verb.is_none());
    let is_asked = || opens && asks(clause.words) && before.is_bare();
    clause.follows_comma() && (is_needed() || is_asked()) || before.is_bare() && topic::weighs(clause)
}

/// Whether a clause is not a mere setting, consequence, tenet or aim.
fn stands(clauses: &[Clause], leads: &[Lead], at: usize) -> bool {
    let (clause, lead) = (&clauses[at], &leads[at]);
    let is_consequence = || at > 0 && supposes(clauses[at - 1].words) && follows(clause.words);
    !is_setting(clause, lead, clauses.get(at + 1))
        && !is_counted_out(clause.words, clauses.get(at + 1))
        && !names_matters(clause.words)
        && !serves_better(clause, lead)
        && !is_consequence()
        && !is_tenet(clause.words, lead)
        && !is_aim(clause.words)
        && !topic::serves_end(clause.words, lead)
}

/// Whether the next clause counts out a thing that this one names, so that the verb only tells which:
/// 改善渔港的主要内容, 包括….
fn is_counted_out(clause: &[Word], next: Option<&Clause>) -> bool {
    let [.., last] = clause else { return false };
    let opens =
        |next: &Clause| next.words.iter().find(|word| !word.is_adverb()).is_some_and(|w| w.text == "包括");
    let is_matter = last.text.ends_with("内容");
    is_matter && clause.iter().any(|word| word.mark == Mark::De) && next.is_some_and(opens)
}

/// Whether a clause only names the matter on which the next says what is done: 就改造渔港、发展养殖等问题,|作出决定.
fn names_matters(clause: &[Word]) -> bool {
    let Some(last) = clause.last() else { return false };
    clause.iter().take(2).any(|word| word.deed.is_matter)
        && last.record.is_none()
        && matches!(last.text, "问题" | "事项" | "事宜" | "议题")
        && clause.iter().any(|word| word.mark == Mark::Etc)
}

/// Whether a clause tells what the clauses before serve: 改善渔港环境, 更好地满足需求.
fn serves_better(clause: &Clause, lead: &Lead) -> bool {
    let is_better = clause.words.first().is_some_and(|first| first.text.starts_with("更好"));
    let act = lead.verb.and_then(|verb| clause.words[verb].deed.act);
    is_better && clause.follows_comma() && act.is_some_and(|act| act.is_bringing || act.is_serving)
}

/// The clauses on what an enemy does, and what for: 煽动罢渔, 妄图破坏生产.
fn plot(clauses: &[Clause], at: usize) -> Range<usize> {
    let is_plot = clauses[at].words.iter().take(2).any(|word| word.deed.turns(Turn::Plot));
    let start = if clauses[at].follows_comma() { at.saturating_sub(1) } else { at };
    if is_plot { start..at + 1 } else { 0..0 }
}

/// 是落实A, 履行B的重要举措: the clauses that go on with what something is, up to the noun that 是 waits for. 是发展A的举措, 建设B: not
/// where it has its noun, nor where the clause says itself how firmly, or who acts.
fn predicate(clauses: &[Clause], leads: &[Lead], at: usize) -> Range<usize> {
    let first = clauses[at].words.iter().position(|word| !word.is_adverb() && !word.deed.is_opener);
    let is_open = first.is_some_and(|first| {
        let rest = &clauses[at].words[first + 1..];
        let verb = rest.iter().find(|word| !word.is_adverb());
        let is = &clauses[at].words[first];
        is.text.ends_with('是')
            && is.text != "而是"
            && !is.deed.is_bar
            && verb.is_some_and(|verb| verb.deed.act.is_some())
            && rest
                .iter()
                .rposition(|word| word.mark == Mark::De)
                .is_none_or(|of| !is_verdict(&rest[of + 1..]))
    });
    let rest = at + 1..clauses.len().min(at + 1 + MAX_AIM_CLAUSES);
    let says_itself =
        |lead: &Lead| lead.subject.is_some() || lead.signs.force.is_some() || lead.signs.planned;
    let mut rest = rest.take_while(|at| is_open && clauses[*at].follows_comma() && !says_itself(&leads[*at]));
    let end = rest.find(|at| {
        let words = clauses[*at].words;
        let of = words.iter().rposition(|word| word.mark == Mark::De);
        of.is_some_and(|of| is_verdict(&words[of + 1..])) && words.iter().all(|word| word.text != "了")
    });
    end.map_or(0..0, |end| at..end + 1)
}

/// 重要举措, 具体体现: what something is said to be; the quality tells that it is judged.
fn is_verdict(noun: &[Word]) -> bool {
    let is_quality = |word: &Word| word.record.is_none() && word.tag.starts_with(['a', 'b']);
    match noun {
        [quality @ .., last] => {
            (last.is_nominal() || last.text == "体现")
                && quality.iter().all(is_quality)
                && (!quality.is_empty() || matches!(last.text, "体现" | "举措" | "需要" | "要求"))
        }
        [] => false,
    }
}

/// The clauses from a preposition up to the word that closes what it opens: 在支持生产, 保障供应中.
fn circumstance(clauses: &[Clause], at: usize) -> Range<usize> {
    let closes = |word: &Word| word.record.is_none() && (word.deed.is_localiser || word.tag == "f");
    let words = clauses[at].words;
    let Some(opens) = words.iter().rposition(|word| word.deed.preposition.is_some() && word.text == "在")
    else {
        return 0..0;
    };
    let after = &words[opens + 1..];
    let is_open = after.first().is_some_and(|first| first.deed.act.is_some()) && !after.iter().any(closes);
    let rest = at + 1..clauses.len().min(at + 1 + MAX_AIM_CLAUSES);
    let mut rest = rest.take_while(|at| is_open && clauses[*at].follows_comma());
    let end = rest.find(|at| clauses[*at].words.iter().any(closes));
    end.map_or(0..0, |end| at..end + 1)
}

/// The clauses, after one that opens with 为, that still tell what for: 为了A, B, 县政府要C; 为A, B, 制定本条例.
fn aims(clauses: &[Clause], leads: &[Lead], at: usize) -> Range<usize> {
    if leads[at].verb.is_some() || !opens_with_aim(clauses[at].words) {
        return 0..0;
    }
    let says_itself = |lead: &Lead| lead.subject.is_some() || lead.signs != Signs::default();
    let is_done = |words: &[Word]| words.iter().any(|word| word.deed.status == Some(MeasureStatus::Done));
    let goes_on = |at: &usize| {
        clauses[*at].follows_comma() && !says_itself(&leads[*at]) && !is_done(clauses[*at].words)
    };
    // 现提出意见, 制定本条例: this is done now.
    let rules = |at: &usize| clauses[*at].words.iter().any(|word| word.deed.turns(Turn::Now));
    let mut rest = at + 1..clauses.len().min(at + 1 + MAX_AIM_CLAUSES);
    let main = rest.find(|at| !goes_on(at) || rules(at));
    let main = main.filter(|main| clauses[*main].follows_comma());
    main.map_or(0..0, |main| at + 1..main)
}

/// Whether a clause opens with what something is for: 为了表扬先进, 为加快建设; not 为群众提供服务.
fn opens_with_aim(words: &[Word]) -> bool {
    let [first, next, ..] = words else { return false };
    let is_for = first.deed.preposition == Some(Preposition::Benefit);
    is_for && (first.text != "为" || next.deed.act.is_some() || next.is_adverb())
}

/// The byte at which a list opens whose items are cases, not promises: 有下列情形之一的, 处以罚款:(一)…, 禁止下列行为:(一)…; not
/// 采取下列措施.
pub(super) fn cases(text: &str) -> Option<usize> {
    let (at, listed) = text.match_indices("下列").find(|(at, _)| {
        let head = text[*at..].split([':', '。', '(']).next().unwrap_or_default();
        ["情形", "行为", "情况"].iter().any(|case| head.contains(case))
    })?;
    let from = at + listed.len();
    text[from..].find([':', '(']).map(|opens| from + opens)
}

/// Whether a clause says what the thing named before it is, with all that goes on from there: 渔政的宗旨, 就是….
/// After 今年的任务 stands what is to be done.
fn defines(before: &Clause, lead: &Lead, clause: &Clause) -> bool {
    let is_thing = |last: &Word| last.is_nominal() && !last.deed.is_task && !last.is(RecordKind::Times);
    let is_named = lead.verb.is_none() && lead.signs == Signs::default() && lead.open.is_none();
    let opens = |first: &Word| first.deed.is_copula || first.text == "也就是";
    clause.follows_comma()
        && is_named
        && before.words.last().is_some_and(is_thing)
        && clause.words.first().is_some_and(opens)
}

/// Whether a clause says what something is: 目的是建设A; not 树立科学是动力的思想, nor 重点是, which tasks follow.
pub(super) fn equates(clause: &[Word]) -> bool {
    let at = clause.iter().position(|word| word.text == "是").filter(|at| at + 1 < clause.len());
    at.and_then(|at| at.checked_sub(1)).is_some_and(|before| !clause[before].deed.is_task)
}

/// Whether a clause names a case (…的, …时, …以后), says what something is or judges it, and so promises nothing.
fn is_condition(words: &[Word]) -> bool {
    let closes = |word: &Word| word.mark == Mark::De || word.deed.is_verdict;
    words.last().is_some_and(|word| closes(word) || word.record.is_none() && word.deed.turns(Turn::When))
        || words.iter().any(|word| word.deed.is_copula)
}

/// Whether the object of a pivot ends in an adverbial that is not closed here, so that what it does is not
/// told: 鼓励企业按照互利的原则; 支持渔会在保护渔民.
pub(super) fn hangs(object: &[Word]) -> bool {
    let opens = |word: &Word| word.deed.preposition == Some(Preposition::Other) && word.deed.act.is_none();
    let Some(at) = object.iter().rposition(opens).filter(|at| *at > 0) else { return false };
    let after = &object[at + 1..];
    let closes = |word: &Word| word.record.is_none() && (word.deed.is_localiser || word.tag == "f");
    let acts_at_once = after.first().is_some_and(|first| first.deed.act.is_some());
    let is_open = object[at].text == "在" && acts_at_once && !after.iter().any(closes);
    let rules = |deed: &Deed| deed.is_enacted || deed.turns(Turn::Tenet);
    let is_rule = after.last().is_some_and(|last| last.record.is_none() && rules(last.deed));
    let follows = matches!(object[at].text, "按照" | "根据" | "依照" | "本着");
    is_open || follows && is_rule
}

/// Whether a clause tells what the next one answers to, or what something is to be fit for: 适应新形势, 调整A.
fn is_setting(clause: &Clause, lead: &Lead, next: Option<&Clause>) -> bool {
    let verb = lead.verb.and_then(|verb| clause.words[verb].deed.act);
    let answers = verb.is_some_and(|act| act.is_setting);
    let meets = |last: &Word| {
        last.record.is_none() && matches!(last.text, "需要" | "要求" | "变化" | "形势" | "情况")
    };
    answers && (next.is_some_and(Clause::follows_comma) || clause.words.last().is_some_and(meets))
}

/// Whether a clause only supposes a case: 如果渔获减少.
fn supposes(clause: &[Word]) -> bool {
    clause.iter().take(2).any(|word| word.deed.turns(Turn::Suppose))
}

/// Whether a clause tells what would follow: 就增加了供应; not 就要, 就应当, which tell what is to be done then.
fn follows(clause: &[Word]) -> bool {
    clause.first().is_some_and(|first| first.deed.turns(Turn::Follow)) && !clause.iter().any(lead::is_duty)
}

/// Whether a clause says which tenet is held to (坚持扩大生产的方针), and not what is done with it (坚持贯彻…的方针).
fn is_tenet(clause: &[Word], lead: &Lead) -> bool {
    let (Some(verb), Some(last)) = (lead.verb, clause.last()) else { return false };
    let holds = clause[..verb].iter().any(|word| word.deed.turns(Turn::Hold));
    let names_tenet = last.deed.turns(Turn::Tenet);
    let follows = clause[verb].deed.turns(Turn::Observe);
    holds && names_tenet && !follows && clause[verb..].iter().any(|word| word.mark == Mark::De)
}

/// Whether a clause of its own says what for: 为了顺利完成任务; in 为了任务而努力 the deed follows.
fn is_aim(clause: &[Word]) -> bool {
    let first = clause.iter().find(|word| !word.deed.is_opener && !word.is_adverb());
    // 为从全县控制住…: 为 before another preposition says what for.
    let is_for = matches!(clause, [first, next, ..] if first.text == "为" && next.deed.preposition.is_some());
    let opens = is_for || first.is_some_and(|first| first.deed.turns(Turn::Aim));
    opens && !clause.iter().any(|word| word.text == "而" || lead::is_duty(word))
}

/// Whether a clause tells what the clauses before mean for something: 对于改善生活具有重要意义.
fn is_valued(clause: &[Word]) -> bool {
    let opens = clause.first().is_some_and(|first| matches!(first.text, "对" | "对于"));
    let means = clause.last().is_some_and(|last| last.deed.turns(Turn::Weight));
    opens && means && clause.iter().any(|word| word.deed.is_copula)
}

/// Whether a clause opens with what has to be (必须…, 都必须…, 也只能…), or tells what would come of it (就能够…).
fn demands(words: &[Word]) -> bool {
    let follows = words.first().is_some_and(|first| first.text.starts_with(['就', '则']));
    let first = words.iter().find(|word| !word.deed.is_filler);
    first.is_some_and(|word| word.deed.is_demand || follows && word.deed.is_able)
}

/// Whether a clause opens with what the case takes that opened the sentence, or with what comes of it: 要注意…,
/// 首先要…, 这将节约….
fn asks(words: &[Word]) -> bool {
    let first = words.iter().find(|word| !matches!(word.text, "首先" | "当然" | "都" | "也" | "更"));
    let wants = |word: &Word| matches!(word.text, "要" | "要求" | "必将" | "将会" | "必然");
    first.is_some_and(|word| wants(word) || points(std::slice::from_ref(word)))
}

/// Whether a clause points to what stands before it: 这也将节约….
fn points(words: &[Word]) -> bool {
    words.first().is_some_and(|word| word.text.starts_with('这') && word.tag.starts_with('r'))
}

/// Whether a clause names the case before what it asks for: 要采用新技术,必须…; 处置污染的药剂,应当….
fn names_case(clause: &Clause, lead: &Lead) -> bool {
    let wants = clause.words.first().is_some_and(|word| word.text == "要");
    // 继续发展渔业,必须…: 继续 is no sign of a task.
    let goes_on = |word: &Word| word.text == "继续";
    // 需要承担费用的船舶,应当…: nor is a need.
    let needs = |word: &Word| word.text == "需要";
    let is_needed = Signs { planned: false, ..lead.signs } == Signs::default();
    let is_plain = lead.signs == Signs::default()
        || clause.words.iter().any(goes_on)
        || is_needed && clause.words.iter().any(needs);
    lead.subject.is_none() && (wants || is_plain)
}

/// The index of the first of the clauses of which the clause at `at` says what they are: 建设A, 发展B, 是….
fn topic(clauses: &[Clause], leads: &[Lead], at: usize) -> usize {
    let mut start = at;
    while start > 0 && clauses[start].follows_comma() {
        start -= 1;
        let lead = &leads[start];
        // 我们正在建设A, 需要…: this clause tells a deed of its own.
        if lead.subject.is_some() && (lead.signs.done || lead.signs.ongoing || lead.signs.continues) {
            return start + 1;
        }
        if lead.subject.is_some() || lead.signs != Signs::default() {
            break;
        }
    }
    start
}

/// The index of the first of the clauses that a preposition opened and the clause at `at` closes: 把推进A, 发展B,
/// 作为…; 对于推进A, 发展B, 起了作用.
fn frame(clauses: &[Clause], leads: &[Lead], at: usize, opening: &Word) -> Option<usize> {
    let disposes = opening.deed.act.is_some_and(|act| act.is_late);
    if !disposes && !opening.deed.is_effect {
        return None;
    }
    let mut before = (0..at).rev().take_while(|before| clauses[before + 1].follows_comma());
    let open = before.find(|before| leads[*before].subject.is_some() || leads[*before].open.is_some())?;
    let preposition = clauses[open].words[leads[open].open?].text;
    let has_done = |word: &Word| word.deed.status == Some(MeasureStatus::Done);
    let fits = match preposition {
        "把" | "将" => disposes,
        "对" | "对于" => !disposes,
        // 渔会为保护海洋, 支持生产, 发挥了作用.
        "为" => !disposes && clauses[at].words.iter().any(has_done),
        _ => false,
    };
    fits.then_some(open)
}
