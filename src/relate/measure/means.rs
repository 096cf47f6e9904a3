//! Means, and what is done with them after that: 利用平台促进交流.

use super::after::disposes;
use super::lead::{self, opens_phrase};
use super::word::{Mark, Word};
use crate::lexicon::Act;
use crate::record::RecordKind;

/// Most adverbs between the means and what is done with them.
const MAX_ADVERBS: usize = 3;

/// The index after the object that starts at `start`, and the index at which what is done with it opens.
///
/// 利用平台促进交流: what is done follows the means; not 利用平台促进交流的经验. Money is always means: 增发国债支持重建.
pub(super) fn end(words: &[Word], start: usize, act: Act) -> Option<(usize, Option<usize>)> {
    // 采取委托方式收储: a verb alone ends what stands before it.
    if act.is_means
        && let [.., way, verb] = &words[start..]
        && is_way(way)
        && verb.record.is_none()
        && (verb.deed.act.is_some() || verb.tag == "v")
    {
        return Some((words.len() - 1, None));
    }
    if let Some(end) = before_verb_alone(words, start).filter(|_| act.is_means) {
        // 采取措施坚决改进: bare means are no object, whatever follows.
        return Some((end, Some(end).filter(|end| *end == start + 1)));
    }
    if let Some((at, next)) = before_matter(words, start).filter(|_| act.is_means) {
        return Some((at, Some(next)));
    }
    let goes_on = |at: &usize| !matches!(words[*at].mark, Mark::Stop | Mark::And);
    let verbs = (start + 1..words.len()).take_while(goes_on);
    let (at, noun) = verbs.filter_map(|at| Some((at, means_before(words, start, at, act)?))).next()?;
    // 采取减税等措施促进消费: a word for all of them closes the list.
    let is_list = words[start..=noun].iter().any(|word| !matches!(word.mark, Mark::Word | Mark::De));
    // 运用经济、法律手段|调节渔价.
    let is_closed = is_way(&words[noun])
        || words[noun].deed.is_enacted && words[start..noun].iter().any(|word| word.mark == Mark::Etc);
    let next = Some(noun + 1).filter(|_| words[at].deed.act.is_some_and(|act| !act.is_late));
    (!is_list || is_closed).then_some((noun + 1, next))
}

/// The index after the means, before what something is done to, and that of the verb: 采取过硬措施|对渔港|进行整治,
/// 利用卫星|对渔港|加强监测; not 利用平台对渔港的监测.
fn before_matter(words: &[Word], start: usize) -> Option<(usize, usize)> {
    let opens = |at: &usize| words[*at].text == "对" && words[*at].record.is_none();
    let at = (start + 1..words.len()).find(opens)?;
    let means = &words[at - 1];
    let treats = |act: Act| act.is_treating || act.is_light && !act.is_pivot;
    // What the verb is done to stands before it.
    let acts = |verb: &usize| {
        let word = &words[*verb];
        let before = &words[*verb - 1];
        let ends = before.tag == "v" && before.deed.act.is_none();
        let follows = before.is_nominal() || before.is_adverb() || ends;
        word.record.is_none()
            && word.deed.act.is_some_and(treats)
            && follows
            && !lead::is_of_noun(words, *verb)
            && opens_phrase(words, *verb, true)
    };
    let verb = (at + 2..words.len()).find(acts).filter(|_| means.is_nominal());
    let improves = |word: &Word| word.deed.act.is_some_and(|act| act.is_treating || act.is_peer);
    let is_means = means.text == "措施" || is_way(means);
    let verb = verb.or_else(|| (is_means && words[at..].iter().any(improves)).then_some(at))?;
    Some((at, verb))
}

/// The index after the means, before adverbs and a verb alone: 采取有力措施|坚决改进.
fn before_verb_alone(words: &[Word], start: usize) -> Option<usize> {
    let (last, before) = words.get(start..)?.split_last()?;
    let is_how = |word: &&Word| word.is_adverb() && !disposes(word);
    let adverbs = before.iter().rev().take_while(is_how).count();
    let means = before.iter().rev().nth(adverbs)?;
    let is_verb = last.record.is_none() && (last.deed.act.is_some() || last.tag == "v");
    (adverbs > 0 && is_verb && (means.text == "措施" || is_way(means))).then(|| words.len() - 1 - adverbs)
}

/// Whether a word is a noun for how something is done: 方式, 手段.
fn is_way(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "方式" | "方法" | "办法" | "形式" | "手段")
}

/// Whether the means are too vague to be checked, before what is done with them: 采取措施|增加供给, 采取改革的办法|破解难题.
pub(super) fn is_bare(object: &[Word], act: Act) -> bool {
    act.is_means
        && match object {
            [means] => means.text == "措施" || is_way(means),
            [.., of, way] => of.mark == Mark::De && is_way(way),
            [] => false,
        }
}

/// The index of the last word of the means, or the money, with which the verb at `at` does something.
fn means_before(words: &[Word], start: usize, at: usize, taking: Act) -> Option<usize> {
    let act = words[at].deed.act.filter(|_| words[at].record.is_none())?;
    let adverbs =
        words[start + 1..at].iter().rev().take(MAX_ADVERBS).take_while(|word| word.is_adverb()).count();
    let noun = (at - adverbs).checked_sub(1).filter(|noun| *noun >= start)?;
    // 安排5亿元支持重建, 投资9万元铺设了渔道.
    let is_sum = words[noun].is(RecordKind::Figures) && words[noun].text.ends_with('元');
    if !words[noun].is_nominal() && !is_sum {
        return None;
    }
    // 采取措施保障供应: after what is drawn up, or an adverb, a word that is as often a noun is a verb.
    let has_done = is_sum && words.get(at + 1).is_some_and(|next| next.text == "了");
    let is_told = words[noun].deed.is_enacted || adverbs > 0 || has_done;
    // 运用高新技术创新渔业方式: so is one that the segmenter calls a verb, before a full noun.
    let takes =
        |next: &Word| next.is_nominal() && next.deed.act.is_none() && next.text.chars().nth(1).is_some();
    let governs = words[at].tag == "v" && words.get(at + 1).is_some_and(takes);
    let is_verb = words[at].is_plain_verb() || is_told || words[noun].deed.is_class || governs;
    let by_means = taking.is_means && is_verb && !is_named_so(&words[at + 1..], false);
    let by_money = (words[noun].deed.is_funds || is_sum)
        && !taking.is_pivot
        && (act.is_pivot || act.is_late || is_sum && noun == start && words[at].is_plain_verb())
        && !is_named_so(&words[at + 1..], true);
    let by_lead = leads_on(act, taking, &words[at + 1..]) && words[at].is_plain_verb();
    // 用于 tells what for, and is no deed of its own.
    let opens = || opens_phrase(words, at, true) && (is_told || !lead::is_of_noun(words, at));
    // 政策激励、加强监管: this is an item of a list.
    let is_item = words.get(at + 1).is_none_or(|next| !matches!(next.mark, Mark::Word | Mark::Joint));
    (!is_item && (by_means || by_money || by_lead) && (act.is_late || opens())).then_some(noun)
}

/// Whether a verb leads on after the object of another: 强化监管|推动渔船更新; not where it belongs to a name:
/// 完善合作社带动渔民的机制, 外贸促进机制.
fn leads_on(act: Act, taking: Act, after: &[Word]) -> bool {
    let rest = after.iter().take_while(|word| !matches!(word.mark, Mark::Stop | Mark::And));
    let names = |last: &Word| {
        last.deed.is_class || last.deed.is_enacted || last.deed.is_abstract || !last.deed.taken_by.is_empty()
    };
    act.is_leading && act.is_pivot && act.is_modifier && !taking.is_pivot && !rest.last().is_none_or(names)
}

/// Whether these words end a name that the verb before them belongs to: 采取补充手段, 加大资金支持力度.
fn is_named_so(after: &[Word], of_money: bool) -> bool {
    let is_head = |noun: &Word| {
        noun.deed.is_class
            || noun.deed.is_enacted
            || of_money && (noun.deed.is_abstract || noun.deed.is_funds)
    };
    match after {
        [noun] => is_head(noun),
        [noun, next, ..] => is_head(noun) && next.mark != Mark::Word,
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_is_done_with_the_means_is_a_measure_of_its_own() {
        for (text, expected) in [
            ("采取措施保障渔船供油。", &["保障 | 渔船供油"][..]),
            ("采取改革的办法破解渔民增收的难题。", &["破解 | 渔民增收的难题"]),
            ("采取有力措施保障渔船供油。", &["采取 | 有力措施", "保障 | 渔船供油"]),
            ("采取减税等措施促进渔业消费。", &["采取 | 减税等措施", "促进 | 渔业消费"]),
            ("运用税收杠杆合理调节渔民的收入。", &["运用 | 税收杠杆", "调节 | 渔民的收入"]),
            ("增发渔业国债支持渔港重建。", &["增发 | 渔业国债", "支持 | 渔港重建"]),
            ("统筹整合涉渔资金用于渔港建设。", &["整合 | 涉渔资金"]),
            ("采取补充手段。", &["采取 | 补充手段"]),
            ("加大渔业资金支持力度。", &["加大 | 渔业资金支持力度"]),
            ("创新思路推动渔业现代化。", &["创新 | 思路", "推动 | 渔业现代化"]),
            ("完善合作社带动渔民的机制。", &["完善 | 合作社带动渔民的机制"]),
            ("提高资金使用效率。", &["提高 | 资金使用效率"]),
            ("利用平台促进交流的经验。", &["利用 | 平台促进交流的经验"]),
            ("对此将采取有力措施坚决改进。", &["采取 | 有力措施"]),
            ("对此将采取措施坚决改进。", &[]),
            ("运用信息化手段对渔船出海加强监管。", &["运用 | 信息化手段", "加强 | 监管"]),
            ("利用卫星、雷达对渔港开展监测。", &["利用 | 卫星、雷达", "开展 | 监测"]),
            ("利用平台对渔港的监测数据。", &["利用 | 平台对渔港的监测数据"]),
            ("采取法律、经济等手段解决渔业难题。", &["采取 | 法律、经济等手段", "解决 | 渔业难题"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }
}
