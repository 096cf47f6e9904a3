//! The objects of a verb phrase: what it names that can be acted on.

use std::ops::Range;

use smallvec::smallvec;

use super::fit;
use super::items::items;
use super::phrase::Phrase;
use super::word::{Mark, Stretches, Word};
use crate::lexicon::{Act, Preposition, Turn};
use crate::recognise::Scene;
use crate::record::RecordKind;

/// The objects that these words name, as bytes; none where they name nothing that can be acted on.
pub(super) fn objects(scene: &Scene, words: &[Word], phrase: &Phrase) -> Stretches {
    let Some(words) = trimmed(words) else { return Stretches::new() };
    let verb = phrase.verbs.last().map_or("", |verb| scene.slice(verb));
    let words = &words[..fit::before_saying(words, verb)];
    let words = &words[recipient(words, verb)..];
    // 统筹发展和安全: what is weighed against each other is one object.
    let is_list = !phrase.act.is_weighing || words.iter().any(|word| word.mark == Mark::Etc);
    let is_list = is_list && !(phrase.act.is_lending && fit::is_deed(words, &scene.lexicon.measures));
    let items = is_list.then(|| items(scene, words, phrase, verb)).flatten();
    let items = items.unwrap_or_else(|| smallvec![words]);
    // 增加5万元、规模9万元: an amount alone only says what something came to.
    if items.len() > 1 && is_amount(items[0]) {
        return Stretches::new();
    }
    // 提高素质结合起来, 实现目标上来: an item that ends in a direction is a predicate of its own.
    let is_turned = |item: &&[Word]| {
        !phrase.act.is_pivot
            && item.last().is_some_and(|last| {
                last.record.is_none() && (last.text.ends_with("起来") || last.text == "上来")
            })
    };
    let objects = items.into_iter().filter(|item| is_object(scene, item, phrase.act) && !is_turned(item));
    objects.map(stretch).collect()
}

/// How many words name the recipient of something: 给予我们支持.
pub(super) fn recipient(words: &[Word], verb: &str) -> usize {
    let [whom, next, ..] = words else { return 0 };
    let is_pronoun =
        whom.tag == "r" && (whom.text.ends_with('们') || matches!(whom.text, "我" | "他" | "她" | "其"));
    usize::from(is_pronoun && verb.ends_with('予') && next.mark == Mark::Word)
}

/// The bytes that words cover, of which there is at least one.
pub(super) fn stretch(words: &[Word]) -> Range<usize> {
    words[0].range.start..words[words.len() - 1].range.end
}

/// The words without marks and 等 at the ends.
pub(super) fn trimmed<'w, 's>(words: &'w [Word<'s>]) -> Option<&'w [Word<'s>]> {
    let is_edge = |word: &Word| word.mark != Mark::Word || word.text == "了";
    let start = words.iter().position(|word| !is_edge(word))?;
    let end = words.iter().rposition(|word| !is_edge(word))? + 1;
    Some(&words[start..end])
}

/// Whether the words name something: a noun is among them, and no slogan is their head.
fn is_object(scene: &Scene, words: &[Word], act: Act) -> bool {
    let Some(last) = words.last() else { return false };
    // 组建运行: one verb is an object of light verbs alone.
    let is_verb = |word: &Word| word.tag.starts_with('v') || word.deed.is_noun;
    let is_verbal = |word: &Word| is_verb(word) && !word.deed.is_abstract;
    let is_bare = words.len() == 1
        && is_verbal(last)
        && last.record.is_none()
        && (last.tag != "n" || last.is_plain_verb())
        && !act.is_light;
    // 统筹发力, 精准发力 only say how something is done.
    let is_effort = last.text == "发力"
        && words[..words.len() - 1].iter().all(|word| word.tag.starts_with(['a', 'd']) || word.is_adverb());
    // 流域整治(8处): a bracket alone names nothing.
    let is_bare = is_bare || is_effort || words.len() == 1 && last.text.starts_with('(');
    let is_named = |word: &Word| word.is_nominal() || is_verb(word) || word.tag.starts_with('m');
    let names = !is_bare && (act.is_counting || words.iter().any(is_named));
    let is_slogan = last.record.is_none() && scene.lexicon.measures.is_slogan(scene.slice(&stretch(words)));
    // 奋战在一线, 投资于渔民: a place is no object, nor is what something is directed at.
    let opens_well =
        words[0].mark == Mark::Word && !matches!(words[0].tag, "uj" | "y") && words[0].text != "在";
    let is_aim = words[0].record.is_none() && words[0].text.starts_with('于');
    // 争取用三年时间 only says how long it takes.
    let takes = words[0].text == "用" && words.iter().any(|word| word.is(RecordKind::Times));
    // 建设什么样的渔港 is a question.
    let asks = words.iter().any(|word| matches!(word.text, "什么样" | "怎样" | "什么"));
    // 建立由部门牵头, 有利于创新: the words say which thing is meant, without naming it here.
    let first = words[0].deed;
    let is_by = first.preposition == Some(Preposition::Actor) && words.len() > 1 && !last.deed.is_enacted;
    let qualifies = first.is_comment || is_by;
    let is_open = qualifies && words[0].record.is_none() && words.iter().all(|word| word.mark != Mark::De);
    // 以下工作: the tasks come after it.
    let points = words[0].deed.turns(Turn::Point) && !last.deed.is_enacted;
    // 抓住机遇: nothing is told of what the chance is used for.
    let is_chance = words.len() <= 2 && matches!(last.text, "机遇" | "时机" | "有利时机" | "契机" | "机会");
    let is_sum = !act.is_counting && is_amount(words) || is_number_of_tasks(words);
    names
        && !is_aim
        && !asks
        && !takes
        && !points
        && !is_open
        && !is_sum
        && !is_chance
        && opens_well
        && !is_slogan
}

/// Whether the words only count tasks, which come after them: 三件事, 十个方面的工作.
fn is_number_of_tasks(words: &[Word]) -> bool {
    let [count, rest @ ..] = words else { return false };
    let says_nothing = |word: &Word| {
        word.mark == Mark::De || matches!(word.text, "方面" | "重点" | "工作" | "重点工作" | "事")
    };
    count.is(RecordKind::Figures) && !rest.is_empty() && rest.iter().all(says_nothing)
}

/// Whether the words are only figures and times, and what bounds them.
fn is_amount(words: &[Word]) -> bool {
    let bounds = |word: &Word| word.is_adverb() || matches!(word.text, "到" | "至" | "达到");
    words.iter().all(|word| word.is(RecordKind::Figures) || word.is(RecordKind::Times) || bounds(word))
}
