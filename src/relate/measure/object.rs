//! Objects: trimmed, and split where each item of a list is a thing of its own.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::phrase::Phrase;
use super::word::{Mark, Stretches, Word};
use super::{amount, fit};
use crate::lexicon::{Act, Preposition, Turn};
use crate::recognise::Scene;
use crate::record::RecordKind;

/// How many characters an item has at least that stands for itself: a noun and what qualifies it.
const MIN_ITEM_CHARS: usize = 4;

/// How many characters an item of a list may be longer than the one before.
const MAX_GROWTH_CHARS: usize = 2;

/// The items of a list, of which most have few.
pub(super) type Items<'w, 's> = SmallVec<[&'w [Word<'s>]; 4]>;

/// The objects that these words name, as bytes; none where they name nothing that can be acted on.
pub(super) fn objects(scene: &Scene, words: &[Word], phrase: &Phrase) -> Stretches {
    let Some(words) = trimmed(words) else { return Stretches::new() };
    let verb = phrase.verbs.last().map_or("", |verb| scene.slice(verb));
    let words = &words[..fit::before_saying(words, verb)];
    let words = &words[recipient(words, verb)..];
    // 统筹发展和安全: what is weighed is one object.
    let is_list = !phrase.act.is_weighing || words.iter().any(|word| word.mark == Mark::Etc);
    let is_list = is_list && !(phrase.act.is_lending && fit::is_deed(words));
    let items = is_list.then(|| items(scene, words, phrase.is_clausal)).flatten();
    let items = items.unwrap_or_else(|| smallvec![words]);
    // 增加5万元、规模9万元: an amount alone is what something came to.
    if items.len() > 1 && is_amount(items[0]) {
        return Stretches::new();
    }
    // 提高素质结合起来, 实现目标上来: what a direction ends is a predicate of its own.
    let is_turned = |item: &&[Word]| {
        !phrase.act.is_pivot
            && item.last().is_some_and(|last| {
                last.record.is_none() && (last.text.ends_with("起来") || last.text == "上来")
            })
    };
    let objects = items.into_iter().filter(|item| is_object(scene, item, phrase.act) && !is_turned(item));
    objects.map(stretch).collect()
}

/// 给予我们支持: how many words name to whom something is given.
fn recipient(words: &[Word], verb: &str) -> usize {
    let [whom, next, ..] = words else { return 0 };
    let is_pronoun =
        whom.tag == "r" && (whom.text.ends_with('们') || matches!(whom.text, "我" | "他" | "她" | "其"));
    usize::from(is_pronoun && verb.ends_with('予') && next.mark == Mark::Word)
}

/// The stretch of the sentence that words cover, of which there is one at least.
fn stretch(words: &[Word]) -> Range<usize> {
    words[0].range.start..words[words.len() - 1].range.end
}

/// Without marks and 等 at the ends.
fn trimmed<'w, 's>(words: &'w [Word<'s>]) -> Option<&'w [Word<'s>]> {
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
    let is_named = |word: &Word| word.is_nominal() || is_verb(word) || word.tag.starts_with('m');
    let names = !is_bare && (act.is_counting || words.iter().any(is_named));
    let is_slogan = last.record.is_none() && scene.lexicon.measures.is_slogan(scene.slice(&stretch(words)));
    // 奋战在一线: where something is done is no object.
    let opens_well =
        words[0].mark == Mark::Word && !matches!(words[0].tag, "uj" | "y") && words[0].text != "在";
    // 争取用三年时间: what it takes.
    let takes = words[0].text == "用" && words.iter().any(|word| word.is(RecordKind::Times));
    // 建设什么样的渔港: a question.
    let asks = words.iter().any(|word| matches!(word.text, "什么样" | "怎样" | "什么"));
    // 建立由部门牵头, 有利于创新: what says which thing is meant, which is not named here.
    let first = words[0].deed;
    let is_by = first.preposition == Some(Preposition::Actor) && words.len() > 1 && !last.deed.is_enacted;
    let qualifies = first.is_comment || is_by;
    let is_open = qualifies && words[0].record.is_none() && words.iter().all(|word| word.mark != Mark::De);
    // 以下工作: the tasks stand after it.
    let points = words[0].deed.turns(Turn::Point) && !last.deed.is_enacted;
    let is_sum = !act.is_counting && is_amount(words);
    names && !asks && !takes && !points && !is_open && !is_sum && opens_well && !is_slogan
}

/// Figures and times and what bounds them.
fn is_amount(words: &[Word]) -> bool {
    let bounds = |word: &Word| word.is_adverb() || matches!(word.text, "到" | "至" | "达到");
    words.iter().all(|word| word.is(RecordKind::Figures) || word.is(RecordKind::Times) || bounds(word))
}

/// The items of a list of which each is a thing of its own; `None` where the words are one thing.
fn items<'w, 's>(scene: &Scene, words: &'w [Word<'s>], is_clausal: bool) -> Option<Items<'w, 's>> {
    let (list, tail) = match words.iter().position(|word| word.mark == Mark::Etc) {
        Some(etc) => (&words[..etc], Some(&words[etc + 1..])),
        None => (words, None),
    };
    // 渔业博览会暨海洋论坛: one thing of two names.
    let divides = |word: &Word| matches!(word.mark, Mark::Comma | Mark::Joint) && word.text != "暨";
    let items: Items = list.split(divides).filter_map(trimmed).collect();
    if is_clausal {
        let splits = || are_balanced(scene, &items) || amount::each_comes_to(&items);
        return (tail.is_none() && items.len() > 1 && splits()).then_some(items);
    }
    if items.len() < 2 {
        return named_in(list, tail);
    }
    let projects = items.iter().filter(|item| item.iter().any(|word| word.is(RecordKind::Projects))).count();
    let splits = match tail {
        _ if projects == items.len() => true,
        Some(tail) => {
            is_class(tail)
                && !are_matters(&items, tail)
                && items.iter().all(|item| is_complete(item))
                && !ends_alone(scene, &items)
                && !are_deeds(&items, tail)
                && !is_counted_whole(tail)
                && !are_examples(tail)
        }
        None => {
            amount::each_is_counted(&items)
                || share_head(&items)
                || are_rhymed(scene, &items)
                || are_classes(&items)
                || are_changes(&items)
                || are_built_alike(scene, &items)
                || are_done_to(&items)
                || are_balanced(scene, &items)
        }
    };
    let by_comma = || amount::counted_by_comma(list).filter(|_| tail.is_none());
    if splits { Some(items.into_iter().map(named).collect()) } else { by_comma() }
}

/// Of an item that names a project, the name: 花都项目竣工投产.
fn named<'w, 's>(item: &'w [Word<'s>]) -> &'w [Word<'s>] {
    match item.iter().position(|word| word.is(RecordKind::Projects)) {
        Some(at) => &item[at..=at],
        None => item,
    }
}

/// A等项目…: one named project before 等 is the object itself; not where what 等 closes is counted (A等水库58座).
fn named_in<'w, 's>(list: &'w [Word<'s>], tail: Option<&[Word]>) -> Option<Items<'w, 's>> {
    tail.filter(|tail| !tail.iter().any(|word| word.is(RecordKind::Figures)))?;
    matches!(list, [only] if only.is(RecordKind::Projects)).then(|| smallvec![list])
}

/// 促进消费、稳定外贸等措施: what the measures do.
fn are_deeds(items: &[&[Word]], tail: &[Word]) -> bool {
    tail.last().is_some_and(|last| last.deed.is_enacted) && items.iter().any(|item| item[0].is_plain_verb())
}

/// 养老、医疗等八项行动: what is drawn up is counted, of which the items only tell what it is about.
fn is_counted_whole(tail: &[Word]) -> bool {
    let is_drawn_up = tail.last().is_some_and(|last| last.deed.is_enacted);
    is_drawn_up && tail.iter().any(|word| word.is(RecordKind::Figures))
}

/// 民族宗教、安全生产等工作: what is worked on; 渔港改造、航道疏浚等工作 names deeds.
fn are_matters(items: &[&[Word]], tail: &[Word]) -> bool {
    let is_deed = |last: &Word| last.deed.is_noun || last.deed.act.is_some() || last.tag.starts_with('v');
    let acts = |item: &&[Word]| item.last().is_some_and(|last| last.record.is_none() && is_deed(last));
    matches!(tail, [work] if work.text == "工作") && !items.iter().all(acts)
}

/// 甲、乙等一批渔业企业: with the names some are told of many, which are what is acted on.
fn are_examples(tail: &[Word]) -> bool {
    tail.first().is_some_and(|first| first.record.is_none() && first.text.starts_with("一批"))
        || matches!(tail, [one, many, ..] if one.text == "一" && many.tag == "q")
}

/// 渔民、船工养老保险等问题: of those named the last alone has what is meant.
fn ends_alone(scene: &Scene, items: &[&[Word]]) -> bool {
    let Some((last, before)) = items.split_last() else { return false };
    let acts = |item: &&[Word]| scene.lexicon.measures.acts(scene.slice(&stretch(item)));
    before.iter().all(acts) && !acts(last)
}

/// Nothing, or words of which the last is a class: 等, 等重点项目.
fn is_class(tail: &[Word]) -> bool {
    let plain = tail.iter().all(|word| word.mark == Mark::Word);
    // 渔民等群体就业工作: what is done for all of them.
    let is_work = tail.len() > 1 && tail.last().is_some_and(|last| last.text == "工作");
    !is_work && tail.last().is_none_or(|last| plain && last.deed.is_class)
}

/// More than one word, or a name.
fn is_complete(item: &[Word]) -> bool {
    let last = item.last().is_some_and(Word::is_nominal);
    last && (item.len() > 1 || item[0].record.is_some() || item[0].text.chars().count() > 2)
}

/// 楼宇经济、平台经济: each item has the same last word.
fn share_head(items: &[&[Word]]) -> bool {
    let first = items.first().map(|item| head(item));
    let whole = |item: &&[Word]| item.len() > 1 || item[0].text.chars().count() > 3;
    // 人民满意的甲政府、乙政府: what qualifies the first qualifies the others.
    let qualified = items.iter().filter(|item| item.iter().any(|word| word.mark == Mark::De)).count();
    let alike = items.iter().all(|item| whole(item) && Some(head(item)) == first);
    // 渔港设备安全、消防安全: what the first opens with qualifies the bare one after it too.
    let length = |item: &[Word]| item.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let lacks = |long: &[Word], bare: &[Word]| {
        long.len() > bare.len() + 1 && length(bare) <= MIN_ITEM_CHARS && length(long) >= 2 * MIN_ITEM_CHARS
    };
    let is_open = items.first().is_some_and(|first| items[1..].iter().any(|item| lacks(first, item)));
    alike && !is_open && (qualified == 0 || qualified == items.len())
}

/// 新产品、新品牌: each item opens with the same character and is as long as the others.
fn are_built_alike(scene: &Scene, items: &[&[Word]]) -> bool {
    let built = |item: &&[Word]| {
        let text = scene.slice(&stretch(item));
        (text.chars().next(), text.chars().count())
    };
    let first = items.first().map(built);
    items.iter().all(|item| is_complete(item) && Some(built(item)) == first)
}

/// 科技兴渔、人才兴渔、依法治渔: three items or more, as long as each other, of which each ends in the same character.
fn are_rhymed(scene: &Scene, items: &[&[Word]]) -> bool {
    let build = |item: &&[Word]| {
        let text = scene.slice(&stretch(item));
        (text.chars().count(), text.chars().next_back())
    };
    let first = items.first().map(build);
    items.len() > 2
        && first.is_some_and(|(length, _)| length >= MIN_ITEM_CHARS)
        && items
            .iter()
            .all(|item| item.iter().all(|word| word.mark == Mark::Word) && Some(build(item)) == first)
}

/// 省级示范区、海洋产业基地: each item has a head of its own that names a class.
fn are_classes(items: &[&[Word]]) -> bool {
    let is_whole = |item: &&[Word]| {
        (item.len() > 1 || item[0].deed.is_compound) && item.iter().all(|word| word.mark == Mark::Word)
    };
    // 重点渔场和领域整治工作: what is done for all of them.
    let is_work = |item: &[Word]| item.last().is_some_and(|last| last.text == "工作");
    let works = items.iter().filter(|item| is_work(item)).count();
    (works == 0 || works == items.len())
        && items.iter().all(|item| is_whole(item) && item.last().is_some_and(|last| last.deed.is_class))
}

/// 世界多极化、国际关系民主化: each item says what shall change, and to what.
fn are_changes(items: &[&[Word]]) -> bool {
    let is_whole = |item: &&[Word]| {
        (item.len() > 1 || item[0].deed.is_compound) && item.iter().all(|word| word.mark == Mark::Word)
    };
    let changes = |last: &Word| last.text.ends_with('化') && last.text.chars().count() > 2;
    items.iter().all(|item| is_whole(item) && item.last().is_some_and(changes))
}

/// 战略对接、务实合作: items of the same build, neither of which lacks what the other has. 社会救助和慈善制度: not where
/// the last ends in another sort of word, which all may share. An item of as many words may be
/// longer than the one before: 污染治理和生态修复保护; a shorter one may share what that opens with.
fn are_balanced(scene: &Scene, items: &[&[Word]]) -> bool {
    let build = |item: &[Word]| {
        let counts = item.iter().take_while(|word| word.tag.starts_with(['m', 'q', 'r'])).count();
        let rest = &item[counts..];
        let names = |word: &Word| {
            word.mark == Mark::Word && (word.deed.preposition.is_none() || word.deed.act.is_some())
        };
        let acts = |first: &Word| first.is_plain_verb() || first.deed.is_adverb || first.deed.is_second;
        let opens = rest.first().is_some_and(|first| !acts(first));
        let fixed = fixed(scene, rest);
        let is_whole = (rest.len() > 1 || fixed.is_some()) && opens && rest.iter().all(names);
        let length = is_whole.then(|| scene.slice(&stretch(rest)).chars().count());
        let length = length.filter(|length| *length >= MIN_ITEM_CHARS)?;
        let words = if fixed.is_some() { 2 } else { rest.len() };
        Some(Build { length, words, is_fixed: fixed.is_some(), tail: fixed.or(rest.last().map(Tail::of))? })
    };
    // 能源生产和消费革命: verbs that meet at the joint share what stands around them.
    let is_deed = |word: Option<&Word>| word.is_some_and(|word| word.record.is_none() && word.deed.is_noun);
    let ends_in_deed = |item: &[Word]| is_deed(item.last()) || fixed(scene, item) == Some(Tail::Verb);
    let meets =
        |pair: &[&[Word]]| ends_in_deed(pair[0]) && is_deed(pair[1].first()) && !is_deed(pair[1].last());
    if items.windows(2).any(meets) {
        return false;
    }
    let builds: SmallVec<[Build; 4]> = items.iter().map_while(|item| build(item)).collect();
    let is_alike = |pair: &[Build]| {
        let (first, next) = (&pair[0], &pair[1]);
        let grows = first.words == next.words
            && (first.length..=first.length + MAX_GROWTH_CHARS).contains(&next.length);
        let is_general = |build: &Build| build.tail == Tail::General;
        let fits = match (first.is_fixed, next.is_fixed) {
            // 公共服务和社会进步: words that stand for themselves may end in what they like.
            (true, true) => is_general(first) == is_general(next),
            // 国家能源、粮食安全: what ends in a plain noun may lack what the other has.
            (true, false) | (false, true) => first.tail == next.tail && first.tail != Tail::Noun,
            (false, false) => first.tail == next.tail,
        };
        // 爱国主义、集体主义精神: nor is the longer one of those a word by itself.
        fits && (first.length == next.length || grows && !first.is_fixed && !next.is_fixed)
    };
    builds.len() == items.len() && builds.windows(2).all(is_alike)
}

/// How an item is built.
struct Build {
    /// In characters.
    length: usize,
    words: usize,
    /// 公共服务: it is one word of the language, with what qualifies its noun inside.
    is_fixed: bool,
    tail: Tail,
}

/// 公共服务: of an item that is one word of four characters, what the second half is.
fn fixed(scene: &Scene, item: &[Word]) -> Option<Tail> {
    let [word] = item else { return None };
    let half = word.text.char_indices().nth(2).map(|(at, _)| &word.text[at..]);
    let half = half.filter(|half| half.chars().count() == 2 && word.record.is_none() && word.is_nominal())?;
    let deed = scene.lexicon.measures.words.get(half);
    Some(match deed {
        Some(deed) if deed.act.is_some() || deed.is_noun => Tail::Verb,
        Some(deed) if deed.is_class || deed.is_enacted || deed.is_abstract => Tail::General,
        _ => Tail::Noun,
    })
}

/// 对渔场的治理和码头的建设: two deeds, each with what is acted on before 的.
fn are_done_to(items: &[&[Word]]) -> bool {
    let is_deed = |item: &&[Word]| {
        let [thing @ .., of, deed] = *item else { return false };
        let is_plain = |word: &Word| word.mark == Mark::Word && !word.is_plain_verb();
        of.mark == Mark::De
            && deed.record.is_none()
            && deed.deed.is_noun
            && !deed.deed.is_abstract
            && thing.len() > 1
            && thing.iter().all(is_plain)
            && thing.last().is_some_and(Word::is_nominal)
    };
    items.len() == 2 && items.iter().all(is_deed)
}

/// What sort of word an item ends in.
#[derive(PartialEq, Eq)]
enum Tail {
    /// 制度, 能力: what other things have.
    General,
    Verb,
    Idiom,
    Noun,
}

impl Tail {
    fn of(word: &Word) -> Self {
        match word {
            Word { record: Some(_), .. } => Tail::Noun,
            word if word.deed.is_class || word.deed.is_enacted || word.deed.is_abstract => Tail::General,
            word if word.deed.act.is_some() || word.deed.is_noun || word.tag.starts_with('v') => Tail::Verb,
            word if word.tag.starts_with(['i', 'l']) => Tail::Idiom,
            _ => Tail::Noun,
        }
    }
}

/// The last two characters of an item's last word.
fn head<'s>(item: &[Word<'s>]) -> &'s str {
    let word = item.last().map_or("", |word| word.text);
    word.char_indices().rev().nth(1).map_or(word, |(at, _)| &word[at..])
}
