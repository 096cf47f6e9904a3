//! Items of a list that stand for themselves because of what they name: 法律和规章, 渔业责任制和审计追究制.

use super::items::{head, lacks};
use super::word::{Mark, Word};
use crate::lexicon::{Act, Measures};
use crate::recognise::Scene;
use crate::record::RecordKind;

/// Most characters of a bare item: 渔具, 现代化.
const MAX_BARE_CHARS: usize = 3;
/// Fewest characters of an item that is a noun and what qualifies it.
const MIN_ITEM_CHARS: usize = 4;
/// Most characters by which an item may be shorter than the one before.
const MAX_GROWTH_CHARS: usize = 2;
/// Most words of the noun after its description.
const MAX_NOUN_WORDS: usize = 3;

/// Whether each item is a thing of its own, by what the items name.
pub(super) fn are_peers(scene: &Scene, items: &[&[Word]], act: Act, verb: &str) -> bool {
    are_bare(items, act)
        || are_names(items)
        || are_alike_described(items)
        || end_alike(items)
        || are_taken(scene, items, verb)
        || are_deeds(items, &scene.lexicon.measures)
}

/// Whether each item is one short word, so that none describes another: 渔具、渔网和渔船; not where the last is the
/// longest, which may hold what all share (捕捞、养殖业). Only light verbs take bare verbs as objects.
fn are_bare(items: &[&[Word]], act: Act) -> bool {
    let length = |item: &&[Word]| item[0].text.chars().count();
    let is_bare = |item: &&[Word]| {
        let [word] = *item else { return false };
        let is_verb = word.record.is_none() && (word.deed.is_noun || word.tag.starts_with('v'));
        let names = word.is_nominal() && !is_verb || is_verb && act.is_light && word.deed.act.is_some();
        names && !word.is_adverb() && !word.deed.is_bar && (2..=MAX_BARE_CHARS).contains(&length(item))
    };
    // 利用卫星、雷达: means are used together.
    let Some((last, before)) = items.split_last().filter(|_| !act.is_means) else { return false };
    items.iter().all(is_bare) && before.iter().any(|item| length(item) >= length(last))
}

/// Whether each item is only a name: 《渔港条例》和《渔船条例》, 滨海渔业集团和青石银行.
fn are_names(items: &[&[Word]]) -> bool {
    let kinds = [RecordKind::Citations, RecordKind::Bodies, RecordKind::Terms, RecordKind::Projects];
    let is_name = |item: &&[Word]| {
        let [word] = *item else { return false };
        let is_long = word.text.chars().count() >= MIN_ITEM_CHARS;
        is_long && (kinds.iter().any(|kind| word.is(*kind)) || word.text.starts_with(['“', '《']))
    };
    items.iter().all(is_name)
}

/// Whether each item says what its own noun is like, or each whose it is: 必要的步骤和灵活的形式, 渔港的秩序和渔村的治安.
fn are_alike_described(items: &[&[Word]]) -> bool {
    let is_quality = |word: &Word| {
        let by_tag = word.tag.starts_with(['a', 'b', 'z', 'i', 'l']);
        word.mark == Mark::Word && word.record.is_none() && !word.is_plain_verb() && by_tag
    };
    let names = |word: &Word| word.mark == Mark::Word && word.is_nominal() && word.deed.act.is_none();
    let described = |item: &[Word]| {
        let of = item.iter().position(|word| word.mark == Mark::De).filter(|of| *of > 0)?;
        let (before, noun) = (&item[..of], &item[of + 1..]);
        let is_noun = noun.len() <= MAX_NOUN_WORDS && noun.iter().all(names) && ends_as_noun(item);
        let is_quality = before.iter().all(is_quality);
        (is_noun && (is_quality || before.iter().all(names))).then_some(is_quality)
    };
    let first = items.first().and_then(|first| described(first));
    first.is_some() && items.iter().all(|item| described(item) == first)
}

/// Whether the last word of each item, which is no verb, ends in the same character: 渔船安全责任制和渔港审计追究制.
fn end_alike(items: &[&[Word]]) -> bool {
    let end = |item: &&[Word]| item.last().and_then(|last| last.text.chars().next_back());
    let Some((first, rest)) = items.split_first() else { return false };
    items.iter().all(|item| end(item) == end(first) && length(item) >= MIN_ITEM_CHARS && ends_as_noun(item))
        && rest.iter().any(|item| head(item) != head(first))
        && rest.iter().all(|item| stands(first, item))
        && !tells(first)
}

/// Whether each item but the last ends in what the verb takes, and the last does so too, or is a noun with
/// its qualifier: 提高渔船抗风能力和船员业务水平.
fn are_taken(scene: &Scene, items: &[&[Word]], verb: &str) -> bool {
    let measures = &scene.lexicon.measures;
    let [first, .., last] = items else { return false };
    let is_whole = |item: &&[Word]| item.len() > 1 && length(item) >= MIN_ITEM_CHARS;
    let takes = |item: &&[Word]| {
        let is_plain = item.last().is_some_and(|last| last.record.is_none());
        is_plain && measures.words.get(head(item)).is_some_and(|noun| noun.is_taken_by(verb))
    };
    // 渔区社会服务体系和奖励机制: a bare item may share the opening of a long one.
    let is_short = |item: &[Word]| length(item) <= MIN_ITEM_CHARS && length(first) >= 2 * MIN_ITEM_CHARS;
    let is_free =
        |item: &&[Word]| stands(first, item) && !is_short(item) && !item.first().is_some_and(opens_deed);
    items[..items.len() - 1].iter().all(takes)
        && items.iter().all(is_whole)
        && items[1..].iter().all(is_free)
        && (takes(last) || ends_as_noun(last) && !tells(last))
        && !tells(first)
}

/// Whether each item ends in a deed of its own, after what that is done to: 渔港生态修复和远洋渔场保护; not where the last
/// deed is one that many share: 渔业生产和消费方式变革.
fn are_deeds(items: &[&[Word]], measures: &Measures) -> bool {
    let is_other =
        |item: &&[Word]| item.last().map(|last| last.text) != items[0].last().map(|last| last.text);
    let is_whole = |item: &&[Word]| {
        let [before @ .., last] = *item else { return false };
        let names = |word: &Word| word.mark == Mark::Word && word.tag != "r" && !opens_deed(word);
        let is_deed = last.deed.act.is_some() || last.deed.is_noun || last.tag.starts_with('v');
        let is_made = last.deed.is_enacted || last.deed.is_outcome;
        let is_general = last.deed.is_class || is_made || last.deed.is_abstract;
        let acts = is_deed && !is_general && last.record.is_none() && last.mark == Mark::Word;
        let length = length(item);
        acts && !measures.is_lent(last.text)
            && !before.is_empty()
            && length >= MIN_ITEM_CHARS
            && before.iter().all(names)
    };
    let opens_with_noun = |item: &[Word]| {
        let first = &item[0];
        first.deed.act.is_none() && !first.deed.is_noun && !first.tag.starts_with(['v', 'd'])
    };
    let follows = |pair: &[&[Word]]| {
        stands(pair[0], pair[1])
            && opens_with_noun(pair[1])
            && length(pair[1]) + MAX_GROWTH_CHARS >= length(pair[0])
    };
    let Some(last) = items.last() else { return false };
    items.iter().all(is_whole)
        && !last.last().is_some_and(|last| measures.is_common(last.text))
        && items.iter().any(is_other)
        && items.windows(2).all(follows)
}

/// The length of an item in characters.
fn length(item: &[Word]) -> usize {
    item.iter().map(|word| word.text.chars().count()).sum()
}

/// Whether an item contains a clause, whose verb may take the next item too: 渔民安装|新设备.
pub(super) fn tells(item: &[Word]) -> bool {
    let of = item.iter().rposition(|word| word.mark == Mark::De).map_or(0, |of| of + 1);
    item[of..].iter().any(opens_deed)
}

/// Whether a word is a verb where it stands, and no noun.
fn opens_deed(word: &Word) -> bool {
    let is_verb = word.is_plain_verb() || word.tag.starts_with('v') && !word.is_nominal();
    word.record.is_none() && (is_verb || word.deed.preposition.is_some() && word.deed.act.is_none())
}

/// Whether the next item lacks nothing that the first has.
pub(super) fn stands(first: &[Word], next: &[Word]) -> bool {
    let is_of = |item: &[Word]| item.iter().any(|word| word.mark == Mark::De);
    // 渔民的收入水平和生活条件: the owner of the first item is that of the next one too.
    !lacks(first, next) && (!is_of(first) || is_of(next))
}

/// Whether an item ends in a noun that is no verb too, and no saying.
fn ends_as_noun(item: &[Word]) -> bool {
    item.last().is_some_and(|last| {
        let is_verb = last.deed.act.is_some() || last.deed.is_noun || last.tag.starts_with(['v', 'i', 'l']);
        let is_general = last.deed.is_class || last.deed.is_enacted || last.deed.is_abstract;
        let is_amount = last.is(RecordKind::Figures) || last.is(RecordKind::Times);
        last.is_nominal() && !is_amount && (last.record.is_some() || is_general || !is_verb)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_stands_for_itself_in_a_list_is_an_object_of_its_own() {
        for (text, expected) in [
            ("精简会议和文件。", &["精简 | 会议", "精简 | 文件"][..]),
            ("发展畜牧业、水产业和林业。", &["发展 | 畜牧业", "发展 | 水产业", "发展 | 林业"]),
            ("给予渔民优惠、扶持。", &["给予 | 渔民优惠、扶持"]),
            ("修订《渔港条例》和《渔船条例》。", &["修订 | 《渔港条例》", "修订 | 《渔船条例》"]),
            ("采取适当的步骤和灵活的形式。", &["采取 | 适当的步骤", "采取 | 灵活的形式"]),
            ("维护渔港的秩序和渔村的治安。", &["维护 | 渔港的秩序", "维护 | 渔村的治安"]),
            ("实行渔船安全责任制和渔港审计追究制。", &["实行 | 渔船安全责任制", "实行 | 渔港审计追究制"]),
            ("提高渔船抗风能力和船员业务水平。", &["提高 | 渔船抗风能力", "提高 | 船员业务水平"]),
            ("健全渔港保护体系和渔民奖励措施。", &["健全 | 渔港保护体系", "健全 | 渔民奖励措施"]),
            ("加强渔港生态修复和远洋渔场保护。", &["加强 | 渔港生态修复", "加强 | 远洋渔场保护"]),
            ("发展业余学校、渔村和渔港的半日制学校。", &["发展 | 业余学校", "发展 | 渔村和渔港的半日制学校"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn what_lends_or_lacks_a_part_is_none() {
        for text in [
            "发展捕捞、养殖业。",
            "提高服务能力和水平。",
            "提高渔民的收入水平和生活条件。",
            "加强渔港建设和管理。",
            "推动渔业生产和消费方式变革。",
            "确保渔船安装新设备和新网具。",
            "健全渔船登记和检验制度。",
            "改进现有的渔港和渔船的设计文件。",
        ] {
            assert_eq!(pairs(text).len(), 1, "{text}: {:?}", pairs(text));
        }
    }
}
