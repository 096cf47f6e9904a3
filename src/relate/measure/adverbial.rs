//! Adverbials before the verb: how a preposition opens them, and where they end.

use std::ops::Range;

use super::after::disposes;
use super::lead::{Lead, is_duty, is_modal, is_of_noun, opens_phrase, verb_after};
use super::preposition::{preposition, treats};
use super::subject::{self, Subject};
use super::word::{Mark, Word};
use crate::lexicon::{Measures, Preposition};
use crate::record::RecordKind;

/// Most words of an adverbial.
const MAX_ADVERBIAL_WORDS: usize = 24;

/// Passes over a preposition and what it opens; returns the index of the verb that follows.
pub(super) fn adverbial(
    words: &[Word],
    preposition: Preposition,
    lead: &mut Lead,
    measures: &Measures,
) -> Option<usize> {
    let start = lead.at + 1 + subject::becomes(&words[lead.at..]).unwrap_or(0);
    let end = (start + MAX_ADVERBIAL_WORDS).min(words.len());
    let within = start..end;
    let verb = match preposition {
        Preposition::Object => {
            let ends = |at: &usize| ends_object(words, start, *at);
            let sure = within.clone().find(|at| ends(at) && directs(words, *at, measures));
            // 把编制、管理职责划转…: a verb in a list is part of the name.
            let is_listed = |at: &usize| words.get(at + 1).is_some_and(|next| next.mark != Mark::Word);
            sure.or_else(|| within.clone().find(|at| ends(at) && !is_listed(at)))?
        }
        Preposition::Actor if changes(&words[within.clone()]) || turns(words, start, measures) => {
            return None;
        }
        Preposition::Actor => within.clone().find(|at| ends_actor(words, start, *at, measures))?,
        Preposition::Benefit => benefit(words, within.clone())?,
        Preposition::Companion => within.clone().find(|at| ends_adverbial(words, start, *at))?,
        Preposition::Other => {
            // 从长远要求出发,…: this word ends what 从 opens.
            if let Some(end) = set_out(&words[lead.at..end]) {
                let after = lead.at + end + 1;
                return Some(after).filter(|after| *after < words.len());
            }
            let ends = || within.clone().find(|at| ends_adverbial(words, start, *at));
            let localiser = localiser(&words[start..end]).map(|at| start + at + 1);
            // 对渔港周边村庄, 围绕渔业发展中的问题: a localiser does not end what is spoken of if a noun goes on.
            let spoken = is_spoken_of(&words[lead.at]);
            // 锚定渔业实现新突破的目标: the aim ends the clause.
            if aims(&words[lead.at]) && words.last().is_some_and(is_aim) {
                return None;
            }
            if spoken && words[lead.at].text != "对" && words.last().is_some_and(is_case) {
                return None;
            }
            let is_noun = |next: &Word| next.is_nominal() && next.deed.act.is_none() || next.mark == Mark::De;
            let localiser = localiser.filter(|at| !spoken || !words.get(*at).is_some_and(is_noun));
            // 依托实验室开展渔业领域试点: here the localiser belongs to the object.
            let ends_first = spoken || words[lead.at].text == "依托";
            let first = if ends_first { ends().or(localiser) } else { localiser.or_else(ends) };
            treats(words, lead.at).or(first)?
        }
    };
    // 将标准由5元提高到8元: the level at which a change starts is no part of the object.
    // 把精力从生产转到销售: nor is it here.
    let opens = |word: &Word| word.deed.preposition == Some(Preposition::Actor) || word.text == "从";
    let from = words[start..verb].iter().position(opens);
    let last = from.filter(|from| *from > 0).map_or(verb, |from| start + from);
    let last = if preposition == Preposition::Actor { without_duty(words, start, last) } else { last };
    let inside = words[start].range.start..words[last.max(start + 1) - 1].range.end;
    match preposition {
        // 将同时加以提高: here 将 opens nothing.
        // 将尽力办好实事: nor does it before words on how something is done, if the verb has an object of its own.
        Preposition::Object if tells_how(words, lead.at, verb) => lead.signs.add(&words[lead.at]),
        Preposition::Object if verb > start && words[start..verb].iter().any(is_thing) => {
            lead.object = Some(inside)
        }
        Preposition::Benefit if verb > start => lead.benefit = Some(inside),
        Preposition::Other => {
            asked(&words[start..verb]).into_iter().for_each(|duty| lead.signs.add(duty));
            if opens_matter(&words[lead.at]) {
                lead.matter = matter(&words[start..verb]);
            }
        }
        Preposition::Actor if verb > start => {
            // 方案由财政部门负责起草: what stands before 由 is acted on, if nothing stands after the verb.
            lead.subject = Some(Subject::Acts(inside));
            // 预处理后由园区集中处理: the time when it is done is not acted on.
            let ends_case = |topic: &Range<usize>| {
                words.iter().any(|word| word.range.end == topic.end && word.deed.is_localiser)
            };
            lead.passive = lead.topic.take().filter(|topic| !ends_case(topic));
        }
        _ => {}
    }
    Some(verb)
}

/// The duty that ends the words passed over up to the verb: 对于渔船我们|应该; not 对应该改造的渔船.
fn asked<'w, 's>(passed: &'w [Word<'s>]) -> Option<&'w Word<'s>> {
    let duty = passed.iter().rposition(is_duty).filter(|duty| !is_planned_thing(passed, *duty))?;
    passed[duty + 1..].iter().all(|word| word.is_adverb() || word.text == "地").then_some(&passed[duty])
}

/// The index of the verb after those for whom something is done (为渔民修建码头), or after 而 (为建设渔港而努力).
fn benefit(words: &[Word], within: Range<usize>) -> Option<usize> {
    let start = within.start;
    if let Some(links) = words[within.clone()].iter().position(|word| word.text == "而") {
        return Some(start + links + 1);
    }
    let names = |end: usize| words[start..end].iter().any(Word::is_nominal);
    let mut ends = within.clone().filter(|at| ends_adverbial(words, start, *at) && names(*at));
    let first = ends.next()?;
    let last = ends.next_back().unwrap_or(first);
    // 为渔民提供便捷的纠纷|解决|途径: the second verb tells which thing is given.
    let is_given = words[first].text == "提供" && !words.last().is_some_and(is_vague);
    Some(if is_given { first } else { last })
}

/// Whether nobody can tell what is given: 提供强大|动力.
fn is_vague(given: &Word) -> bool {
    matches!(given.text, "保障" | "保证" | "动力" | "支撑" | "支持")
}

/// Whether 由 opens the level from which something changes to another: 由五座增加到八座, 由三档并至两档, 由十个整合为八个.
fn changes(words: &[Word]) -> bool {
    let clause = words.iter().take_while(|word| !matches!(word.mark, Mark::Comma | Mark::De));
    let mut clause = clause.skip(1).skip_while(|word| word.is_nominal() || word.is(RecordKind::Figures));
    let verb = clause.next();
    let to = |word: &Word| {
        word.record.is_none()
            && (word.text.ends_with(['到', '至', '向']) && word.text != "向"
                || matches!(word.text, "为" | "成"))
    };
    verb.is_some_and(to)
        || verb.is_some_and(|verb| verb.tag.starts_with('v')) && clause.next().is_some_and(to)
}

/// The index at which the name after 由 ends, before words on how it acts: 由渔政部门来掌握, 由渔政部门责令停止捕捞.
fn without_duty(words: &[Word], start: usize, end: usize) -> usize {
    let says_how =
        |word: &&Word| word.record.is_none() && matches!(word.text, "来" | "责令" | "协商" | "自己");
    end - words[start..end].iter().rev().take_while(says_how).count()
}

/// Whether 由 opens what turns into something else: 由修船向造船转变; not 由县财政向银行借款.
fn turns(words: &[Word], start: usize, measures: &Measures) -> bool {
    let towards = |word: &Word| word.text.starts_with('向') && word.record.is_none();
    let changes = |last: &Word| measures.is_state(last.text) || last.text == "延伸";
    words.last().is_some_and(|last| last.record.is_none() && changes(last))
        && words[start..].iter().take(MAX_ADVERBIAL_WORDS).any(towards)
}

/// Whether the name that 由 opens ends before this word. In 由粗放经营向集约经营转变 it opens no name; in 由县财政向银行 it does.
fn ends_actor(words: &[Word], start: usize, at: usize, measures: &Measures) -> bool {
    let word = &words[at];
    if at > start && subject::follows_office(words, start, at, measures) {
        return true;
    }
    let acts = || words[start..at].last().is_some_and(|last| measures.acts(last.text));
    let is_change = word.deed.preposition.is_some() && matches!(word.text, "向" | "到") && !acts();
    let ends = word.is_plain_verb() || word.is_adverb() || is_modal(word) || preposition(words, at).is_some();
    at > start && follows_noun(&words[at - 1]) && ends && word.mark != Mark::Joint && !is_change
}

/// Whether only words on how, where or when it is done stand between 将 and the verb: 将大量培养船员, 将按程序进行调整.
fn tells_how(words: &[Word], at: usize, verb: usize) -> bool {
    let inside = &words[at + 1..verb];
    let Some(first) = inside.first().filter(|_| words[at].text == "将") else { return false };
    let is_how = |word: &Word| {
        word.is(RecordKind::Times)
            || word.record.is_none()
                && (word.tag.starts_with(['i', 'l', 'd', 'm', 'z'])
                    || word.is_adverb()
                    || word.text == "设法")
    };
    let opens = first.record.is_none() && first.deed.preposition.is_some_and(|own| own != Preposition::Actor);
    (opens || inside.iter().all(is_how)) && opens_phrase(words, verb, true)
}

/// Whether a word may name something that is acted on.
fn is_thing(word: &Word) -> bool {
    word.record.is_some()
        || word.mark == Mark::Word && (word.is_nominal() || word.tag.starts_with(['r', 'm', 'v', 'a']))
}

/// Whether a word opens what something is done to: 对.
fn opens_matter(word: &Word) -> bool {
    matches!(word.text, "对" | "对于")
}

/// The bytes of what something is done to, without how often or how firmly: 渔船每两年.
fn matter(words: &[Word]) -> Option<Range<usize>> {
    let names = |at: &usize| {
        let word = &words[*at];
        !word.is(RecordKind::Times) && !word.is_adverb() && (!is_modal(word) || is_planned_thing(words, *at))
    };
    let last = (0..words.len()).rfind(names)?;
    Some(words[0].range.start..words[last].range.end)
}

/// 对渔港的建设|计划进行调整: what may say that something is to be done ends a noun phrase here, as 的 before it tells.
fn is_planned_thing(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let follows =
        at.checked_sub(1).is_some_and(|before| words[before].is_nominal() || words[before].mark == Mark::De);
    word.deed.is_enacted && follows && words[..at].iter().any(|word| word.mark == Mark::De)
}

/// Whether what the word opens ends where something is done about it: 对, 围绕.
fn is_spoken_of(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "对" | "对于" | "围绕" | "针对")
}

/// The index of the word that ends what 从 opens: 从…出发.
fn set_out(words: &[Word]) -> Option<usize> {
    words.first().filter(|first| first.text == "从")?;
    words.iter().position(|word| word.text == "出发" && word.record.is_none())
}

/// Whether a word opens what somebody aims at: 锚定, 紧扣.
fn aims(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "锚定" | "瞄准" | "聚焦" | "紧扣" | "对标")
}

/// Whether a word is a noun for an aim: 目标, 主题.
fn is_aim(last: &Word) -> bool {
    last.record.is_none() && matches!(last.text, "目标" | "主题" | "定位" | "方向" | "任务")
}

/// Whether a word is a noun that ends what a clause speaks of: 针对渔业中的问题,.
fn is_case(last: &Word) -> bool {
    last.record.is_none() && matches!(last.text, "问题" | "形势" | "情况" | "矛盾" | "挑战")
}

/// Whether a word opens what is spoken of: 对, 就.
pub(super) fn is_matter(word: &Word) -> bool {
    word.record.is_none() && word.deed.is_matter
}

/// The index of the last word of place or time, which ends the adverbial: 在…中.
fn localiser(words: &[Word]) -> Option<usize> {
    let ends = |word: &Word| word.record.is_none() && (word.deed.is_localiser || word.tag == "f");
    // 在地级以上城市: here they qualify a noun.
    let qualifies = |at: usize| {
        matches!(words[at].text, "以上" | "以下") && words.get(at + 1).is_some_and(Word::is_nominal)
    };
    let mut found = (0..words.len()).filter(|at| ends(&words[*at]) && !qualifies(*at));
    // 在甲的基础上同世界上…: another adverbial follows, so the first has ended.
    let goes_on =
        |at: usize| words.get(at + 1).is_some_and(|next| matches!(next.text, "同" | "与" | "把" | "对"));
    let first = found.next()?;
    if goes_on(first) { Some(first) } else { found.next_back().or(Some(first)) }
}

/// Whether the adverbial that opened at `start` ends before this word: a verb that follows a noun, and makes
/// no clause before a noun (纳入规划的项目).
fn ends_adverbial(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    // 在年底前完成|20个渔港的改造: nor does a verb whose object opens with an amount.
    let is_counted = || {
        words[start].is(RecordKind::Times)
            && words.get(at + 1).is_some_and(|next| next.is(RecordKind::Figures))
    };
    let tells_which = is_of_noun(words, at) && !qualifies_object(words, at) && !is_counted();
    // 在城区|建设渔港9座: after a place, a word that may also be a noun is the verb of an amount.
    let builds = || words[start - 1].text == "在" && subject::is_counted(words, at) && !is_of_noun(words, at);
    let verbal = word.is_plain_verb() && opens_phrase(words, at, true) && !tells_which;
    let after = || {
        verb_after(words, at)
            .is_some_and(|verb| words[verb].is_plain_verb() && opens_phrase(words, verb, true))
    };
    // 对渔港建设|给予支持: before a verb that treats it, a word that is as often a noun is one.
    let treats = |word: &Word| word.deed.act.is_some_and(|act| act.is_treating);
    // 为渔民开展渔业|培训: so is a word for what is done to people, after a noun and without their number.
    let acts = |word: &Word| word.deed.act.is_some_and(|act| !act.is_counting);
    let is_last = || words[at..].iter().all(acts) && !words[at + 1..].iter().any(treats);
    let counts = || {
        word.deed.act.zip(words.get(at + 1)).is_some_and(|(act, next)| super::amount::is_counted(act, next))
    };
    // 以重点突破带动全局: after 以, the first of two verbs that do not make one is a noun.
    let is_means = words[start - 1].text == "以"
        && word.deed.act.is_some_and(|act| !act.is_modifier)
        && words.get(at + 1).is_some_and(|next| next.deed.act.is_some_and(|act| act.is_leading));
    let is_matter = || opens_matter(&words[start - 1]) && is_planned_thing(&words[start..], at - start);
    // 对|全面|建成渔港进行评估: an adverb that opens the adverbial names nothing.
    // 以污水为重点|加强治理, 根据需要|建立: one that may also be a noun does.
    let opens = || {
        at == start + 1
            && words[start].is_adverb()
            && matches!(words[start - 1].text, "对" | "对于" | "围绕" | "与" | "同")
    };
    at > start
        && follows_noun(&words[at - 1])
        && !opens()
        && !is_means
        && (verbal
            || counts()
            || builds()
            || is_modal(word) && !is_matter()
            || disposes(word)
            || word.is_adverb() && after()
            || is_last())
}

/// Whether only words on what the object is like stand between the verb and 的, so that the verb makes no
/// clause of it: 取得更大的效果.
fn qualifies_object(words: &[Word], at: usize) -> bool {
    let is_quality = |word: &&Word| {
        word.record.is_none()
            && (word.tag.starts_with(['a', 'd', 'z', 'b']) || word.is_adverb() || word.mark == Mark::Comma)
            || matches!(word.text, "某些" | "一些" | "各种" | "其他")
    };
    let count = words[at + 1..].iter().take_while(is_quality).count();
    count > 0 && words.get(at + 1 + count).is_some_and(|of| of.mark == Mark::De)
}

/// Whether the object that 把 puts first ends before this word.
fn ends_object(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    // 把甲引导到乙的轨道, 把甲作为乙的内容: a 的 after where it goes or what it becomes makes no clause of it.
    // 把推进某事作为…: an object that opens with a deed of its own is only esteemed.
    let is_put = word.deed.act.is_some_and(|act| act.is_late);
    let is_late = is_put && words[start].deed.act.is_none();
    let leads_to = word.deed.act.is_some() && words.get(at + 1).is_some_and(|next| next.text == "到");
    // 将任务完成情况报省政府: the outcome of a deed is put first.
    if words.get(at + 1).is_some_and(|next| matches!(next.text, "情况" | "结果" | "进展")) {
        return false;
    }
    let verbal = leads_to || word.is_plain_verb() && (is_late || !is_of_noun(words, at));
    // 把全面建成渔港的使命…: an adverb alone cannot be acted on.
    let is_named = || words[start..at].iter().any(|word| is_thing(word) && !word.is_adverb());
    // 把保障渔民健康放在…: right before the verb of putting, a quality that is as often a noun is one.
    let is_noun = matches!(word.tag, "a" | "an")
        && words.get(at + 1).and_then(|next| next.deed.act).is_some_and(|act| act.is_late);
    let follows = |before: &Word| follows_noun(before) || matches!(before.tag, "a" | "an") && is_put;
    at > start
        && follows(&words[at - 1])
        && (verbal || !is_noun && word.is_adverb() && verb_after(words, at).is_some())
        && is_named()
}

/// Whether an adverb before the verb, or the goal after it, tells it from a verb inside a name: 把指标控制数逐级分解到….
fn directs(words: &[Word], at: usize, measures: &Measures) -> bool {
    let word = &words[at];
    let after = words
        .get(at + 1)
        .is_some_and(|next| next.text.chars().nth(1).is_none() && measures.leads_to(next.text));
    // 将自主|创新区推广到全县: here the adverb belongs to a name.
    let is_how = || verb_after(words, at).is_some_and(|verb| words[verb].is_plain_verb());
    word.deed.act.is_none() && is_how() || after || measures.leads_to(word.text)
}

fn follows_noun(before: &Word) -> bool {
    let counts = before.is(RecordKind::Figures) || before.is(RecordKind::Times);
    let intransitive = before.tag == "v" && before.deed.act.is_none() && before.record.is_none();
    before.is_nominal() || counts || intransitive || before.tag == "t" || before.mark == Mark::Etc
}
