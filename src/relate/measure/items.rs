//! The items of lists, where each is a thing of its own.

use smallvec::{SmallVec, smallvec};

use super::amount;
use super::fit;
use super::object::{stretch, trimmed};
use super::peer;
use super::phrase::Phrase;
use super::word::{Mark, Word};
use crate::recognise::Scene;
use crate::record::RecordKind;

/// Fewest characters of an item that stands for itself: a noun and what qualifies it.
const MIN_ITEM_CHARS: usize = 4;

/// Most characters by which an item may be longer than the one before.
const MAX_GROWTH_CHARS: usize = 2;

/// The items of a list, of which most have few.
pub(super) type Items<'w, 's> = SmallVec<[&'w [Word<'s>]; 4]>;

/// The items of a list, if each is a thing of its own; `None` where the words are one thing.
pub(super) fn items<'w, 's>(
    scene: &Scene,
    words: &'w [Word<'s>],
    phrase: &Phrase,
    verb: &str,
) -> Option<Items<'w, 's>> {
    let (list, tail) = match words.iter().position(|word| word.mark == Mark::Etc) {
        Some(etc) => (&words[..etc], Some(&words[etc + 1..])),
        None => (words, None),
    };
    // 渔业博览会暨海洋论坛: one thing with two names.
    let divides = |word: &Word| matches!(word.mark, Mark::Comma | Mark::Joint) && word.text != "暨";
    let items: Items = list.split(divides).filter_map(trimmed).collect();
    if phrase.is_clausal {
        let splits = || are_balanced(scene, &items) || amount::each_comes_to(&items);
        return (tail.is_none() && items.len() > 1 && splits()).then_some(items);
    }
    if items.len() < 2 {
        return named_in(list, tail);
    }
    if fit::names_again(words) {
        return None;
    }
    let projects = items.iter().filter(|item| item.iter().any(|word| word.is(RecordKind::Projects))).count();
    let splits = match tail {
        _ if projects == items.len() => !shares_deed(&items, tail),
        // 渔港管理、渔船检验等政策: the head after 等 is acted on, and the items only say which; projects and counted
        // items stand for themselves.
        Some(tail) => {
            (projects > 0 || amount::each_is_counted(&items))
                && is_class(tail)
                && items.iter().all(|item| is_complete(item))
                && !is_counted_whole(tail)
                && !are_examples(tail)
        }
        None => {
            amount::each_is_counted(&items)
                || share_head(&items)
                || are_rhymed(scene, &items)
                || are_classes(&items)
                || open_with_names(&items)
                || follows_name(&items)
                || are_changes(&items)
                || are_built_alike(scene, &items)
                || are_done_to(&items)
                || are_balanced(scene, &items)
                || peer::are_peers(scene, &items, phrase.act, verb)
        }
    };
    let by_comma = || {
        let counted = amount::counted_by_comma(list).or_else(|| headed_by_comma(list));
        counted.filter(|_| tail.is_none())
    };
    if splits { Some(items.into_iter().map(named).collect()) } else { by_comma() }
}

/// The items between 、 alone, if these have the same head and contain joints: 渔业加工学校、|渔村和渔港的业余学校.
fn headed_by_comma<'w, 's>(list: &'w [Word<'s>]) -> Option<Items<'w, 's>> {
    list.iter().any(|word| word.mark == Mark::Joint).then_some(())?;
    let items: Items = list.split(|word| word.mark == Mark::Comma).filter_map(trimmed).collect();
    let (first, rest) = items.split_first()?;
    let length = |item: &[Word]| item.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let is_whole =
        |item: &&[Word]| item.len() > 1 && length(item) >= MIN_ITEM_CHARS && head(item) == head(first);
    let stands = |item: &&[Word]| peer::stands(first, item);
    let splits = !rest.is_empty() && items.iter().all(is_whole) && rest.iter().all(stands);
    (splits && !peer::tells(first)).then_some(items)
}

/// The name of the project, if an item names one: 花都项目竣工投产.
fn named<'w, 's>(item: &'w [Word<'s>]) -> &'w [Word<'s>] {
    match item.iter().position(|word| word.is(RecordKind::Projects)) {
        Some(at) => &item[at..=at],
        None => item,
    }
}

/// The one named project before 等, which is itself the object: A等项目…; not where what 等 closes is counted
/// (A等水库58座).
fn named_in<'w, 's>(list: &'w [Word<'s>], tail: Option<&[Word]>) -> Option<Items<'w, 's>> {
    tail.filter(|tail| !tail.iter().any(|word| word.is(RecordKind::Figures)))?;
    if tail.is_some_and(ends_in_deed) {
        return None;
    }
    matches!(list, [only] if only.is(RecordKind::Projects)).then(|| smallvec![list])
}

/// Whether a deed that is done to all the named stands at the end: 青川铁路、远景大厦等工程建设, 青川铁路和远景大厦建设.
fn shares_deed(items: &[&[Word]], tail: Option<&[Word]>) -> bool {
    let goes_on = |item: &&[Word]| !item.last().is_some_and(|last| last.is(RecordKind::Projects));
    match (tail, items.split_last()) {
        (Some(tail), _) => ends_in_deed(tail),
        (None, Some((last, before))) => goes_on(last) && !before.iter().any(goes_on) && ends_in_deed(last),
        (None, None) => false,
    }
}

/// Whether the words end in a deed, in one word or two: 工程建设, 前期工作.
fn ends_in_deed(words: &[Word]) -> bool {
    words.last().is_some_and(|last| {
        last.record.is_none() && ["建设", "改造", "工作", "进度"].iter().any(|deed| last.text.ends_with(deed))
    })
}

/// Whether what is drawn up is counted, so that the items only tell what it is about: 养老、医疗等八项行动.
fn is_counted_whole(tail: &[Word]) -> bool {
    let is_drawn_up = tail.last().is_some_and(|last| last.deed.is_enacted);
    is_drawn_up && tail.iter().any(|word| word.is(RecordKind::Figures))
}

/// Whether the names are some of many, which are all acted on: 甲、乙等一批渔业企业.
fn are_examples(tail: &[Word]) -> bool {
    tail.first().is_some_and(|first| first.record.is_none() && first.text.starts_with("一批"))
        || matches!(tail, [one, many, ..] if one.text == "一" && many.tag == "q")
}

/// Whether the last of the words is a class: 等重点项目.
fn is_class(tail: &[Word]) -> bool {
    let plain = tail.iter().all(|word| word.mark == Mark::Word);
    // 渔民等群体就业工作: the work is done for all of them.
    let is_work = tail.len() > 1 && tail.last().is_some_and(|last| last.text == "工作");
    !is_work && plain && tail.last().is_some_and(|last| last.deed.is_class)
}

/// Whether an item is a noun of more than one word or two characters, or a name.
fn is_complete(item: &[Word]) -> bool {
    let last = item.last().is_some_and(Word::is_nominal);
    last && (item.len() > 1 || item[0].record.is_some() || item[0].text.chars().count() > 2)
}

/// Whether each item has the same last word: 楼宇经济、平台经济.
fn share_head(items: &[&[Word]]) -> bool {
    let first = items.first().map(|item| head(item));
    let whole = |item: &&[Word]| item.len() > 1 || item[0].text.chars().count() > 3;
    // 人民满意的甲政府、乙政府: the qualifier of the first qualifies the others too.
    let qualified = items.iter().filter(|item| item.iter().any(|word| word.mark == Mark::De)).count();
    let alike = items.iter().all(|item| whole(item) && Some(head(item)) == first);
    let is_open = items.first().is_some_and(|first| items[1..].iter().any(|item| lacks(first, item)));
    alike && !is_open && (qualified == 0 || qualified == items.len())
}

/// Whether the opening of the first item qualifies the bare one after it too: 渔港设备安全、消防安全.
pub(super) fn lacks(long: &[Word], bare: &[Word]) -> bool {
    let length = |item: &[Word]| item.iter().map(|word| word.text.chars().count()).sum::<usize>();
    long.len() > bare.len() + 1 && length(bare) <= MIN_ITEM_CHARS && length(long) >= 2 * MIN_ITEM_CHARS
}

/// Whether each item opens with the same character and is as long as the others: 新产品、新品牌.
fn are_built_alike(scene: &Scene, items: &[&[Word]]) -> bool {
    let built = |item: &&[Word]| {
        let text = scene.slice(&stretch(item));
        (text.chars().next(), text.chars().count())
    };
    let first = items.first().map(built);
    items.iter().all(|item| is_complete(item) && Some(built(item)) == first)
}

/// Whether these are three items or more, equally long and all ending in the same character: 科技兴渔、人才兴渔、依法治渔.
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

/// Whether each item has a head of its own that names a class: 省级示范区、海洋产业基地.
fn are_classes(items: &[&[Word]]) -> bool {
    let is_whole = |item: &&[Word]| {
        (item.len() > 1 || item[0].deed.is_compound) && item.iter().all(|word| word.mark == Mark::Word)
    };
    // 重点渔场和领域整治工作: the work is done for all of them.
    let is_work = |item: &[Word]| item.last().is_some_and(|last| last.text == "工作");
    let works = items.iter().filter(|item| is_work(item)).count();
    // 回收体系和处理园区: what is drawn up stands for itself if the items after it are as long.
    let length = |item: &[Word]| item.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let is_drawn_up = |last: &Word| last.deed.is_enacted || last.text == "战略";
    let ends = |item: &[Word], fits: &dyn Fn(&Word) -> bool| {
        item.last().is_some_and(|last| last.record.is_none() && fits(last))
    };
    let is_long = |pair: &[&[Word]]| {
        length(pair[1]) > MIN_ITEM_CHARS && length(pair[1]) + MAX_GROWTH_CHARS >= length(pair[0])
    };
    let are_alike = || {
        ends(items[0], &is_drawn_up)
            && items.iter().all(|item| ends(item, &|last| last.deed.is_class || is_drawn_up(last)))
            && items.windows(2).all(is_long)
            && !items.iter().flat_map(|item| item.iter()).any(|word| word.is(RecordKind::Figures))
    };
    (works == 0 || works == items.len())
        && items.iter().all(is_whole)
        && (items.iter().all(|item| ends(item, &|last| last.deed.is_class)) || are_alike())
}

/// Whether each item opens with a name in quotation marks that qualifies a noun of its own:
/// “蓝海”渔业集群和“满舱”捕捞行动.
fn open_with_names(items: &[&[Word]]) -> bool {
    let is_named = |item: &&[Word]| {
        let [first, .., last] = *item else { return false };
        first.text.starts_with('“')
            && last.is_nominal()
            && (last.deed.is_class || last.deed.is_enacted || last.deed.act.is_none())
    };
    items.iter().all(is_named)
}

/// Whether the items are a name in quotation marks with its noun, and words that neither lack nor lend a
/// head: “渔港共建”实践和海洋保护大业; not “蓝海”服务和保障能力.
fn follows_name(items: &[&[Word]]) -> bool {
    let [[name, noun], other] = items else { return false };
    let length = other.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let is_plain = |word: &Word| word.mark == Mark::Word && word.record.is_none();
    let names = |word: &Word| word.deed.act.is_none() && !word.deed.is_noun && !word.is_adverb();
    let is_whole =
        |word: &Word| names(word) && word.is_nominal() && !word.deed.is_abstract && !word.deed.is_class;
    name.text.starts_with('“')
        && is_plain(noun)
        && names(noun)
        && noun.tag.starts_with(['n', 'v'])
        && length > MIN_ITEM_CHARS
        && other.len() > 2
        && other.iter().all(is_plain)
        && other.last().is_some_and(is_whole)
}

/// Whether each item says what is to change, and into what: 世界多极化、国际关系民主化.
fn are_changes(items: &[&[Word]]) -> bool {
    let is_whole = |item: &&[Word]| {
        (item.len() > 1 || item[0].deed.is_compound) && item.iter().all(|word| word.mark == Mark::Word)
    };
    let changes = |last: &Word| last.text.ends_with('化') && last.text.chars().count() > 2;
    items.iter().all(|item| is_whole(item) && item.last().is_some_and(changes))
}

/// Whether the items have the same build, and none lacks what another has: 战略对接、务实合作; not where the last ends
/// in another sort of word, which all may share (社会救助和慈善制度). An item of as many words may be longer than the
/// one before (污染治理和生态修复保护); a shorter one may share the opening of that.
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
    // 能源生产和消费革命: verbs on both sides of the joint share the words around them.
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
            // 公共服务和社会进步: words that stand for themselves may end in anything.
            (true, true) => is_general(first) == is_general(next),
            // 国家能源、粮食安全: an item that ends in a plain noun may lack what the other has.
            (true, false) | (false, true) => first.tail == next.tail && first.tail != Tail::Noun,
            (false, false) => first.tail == next.tail,
        };
        // 爱国主义、集体主义精神: nor is the longer item a word by itself.
        fits && (first.length == next.length || grows && !first.is_fixed && !next.is_fixed)
    };
    builds.len() == items.len() && builds.windows(2).all(is_alike)
}

/// How an item is built.
struct Build {
    /// Its length in characters.
    length: usize,
    words: usize,
    /// Whether it is one word of the language, with the qualifier of its noun inside: 公共服务.
    is_fixed: bool,
    tail: Tail,
}

/// What the second half is, of an item that is one word of four characters: 公共服务.
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

/// Whether these are two deeds, each with what is acted on before 的: 对渔场的治理和码头的建设.
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

/// The sort of word that an item ends in.
#[derive(PartialEq, Eq)]
enum Tail {
    /// A thing that other things have: 制度, 能力.
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
pub(super) fn head<'s>(item: &[Word<'s>]) -> &'s str {
    let word = item.last().map_or("", |word| word.text);
    word.char_indices().rev().nth(1).map_or(word, |(at, _)| &word[at..])
}
