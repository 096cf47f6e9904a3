//! What opens after a joint or an object: a verb phrase, a predicate of another build, or more of the object.

use super::lead::{self, opens_phrase};
use super::word::{Mark, Word};
use crate::lexicon::Act;
use crate::record::RecordKind;

/// Most words of a subject after a comma.
const MAX_SUBJECT_WORDS: usize = 8;

/// Whether a preposition with a verb opens after 并, or a verb that the dictionary does not know: 并向社会公开,
/// 并报送省厅.
pub(super) fn turns_to(words: &[Word], at: usize) -> bool {
    let opens = words
        .get(at)
        .is_some_and(|word| word.record.is_none() && (word.deed.preposition.is_some() || disposes(word)));
    let is_verb = |word: &Word| word.record.is_none() && (word.deed.act.is_some() || word.tag == "v");
    let first = words[at..].iter().find(|word| !word.is_adverb());
    let is_unknown = |word: &Word| {
        word.record.is_none()
            && word.tag == "v"
            && word.deed.is_nothing()
            && word.text.chars().nth(1).is_some()
    };
    words[at - 1].text.starts_with('并') && first.is_some_and(is_unknown) && !lead::is_of_noun(words, at)
        || opens && (words.get(at).is_some_and(disposes) || words[at + 1..].iter().any(is_verb))
}

/// Whether 为 opens after a joint, with a verb and its object after it: 为发展奠定基础; not 为民服务的队伍.
pub(super) fn serves_whom(words: &[Word], at: usize) -> bool {
    // 以科技支撑渔业: nor do the means of what follows belong to what stands before.
    let opens = words
        .get(at)
        .is_some_and(|word| matches!(word.text, "为" | "以" | "用" | "靠") && word.record.is_none());
    let acts = |verb: usize| {
        words[verb - 1].is_nominal() && words[verb].is_plain_verb() && opens_phrase(words, verb, true)
    };
    opens && !lead::is_of_noun(words, at) && (at + 2..words.len()).any(acts)
}

/// Whether a verb phrase opens after a joint: with a verb, or with adverbs before one.
pub(super) fn opens_after(words: &[Word], at: usize) -> bool {
    let is_joined = at > 0 && words[at - 1].text == "和";
    // 和协调推进: before a full verb, a word that is as often an adverb is one.
    let qualifies = |how: usize| {
        words[how].deed.is_adverb
            && words.get(how + 1).is_some_and(|next| next.is_plain_verb() && next.record.is_none())
    };
    let leads = |how: usize| {
        let word = &words[how];
        let is_free = word.is_adverb() || word.deed.force.is_some();
        if word.deed.act.is_some() { is_joined && word.record.is_none() && qualifies(how) } else { is_free }
    };
    let adverbs = (at..words.len()).take_while(|how| leads(*how)).count();
    // 消费升级和有效投资: before a word that is as often a noun, an adjective makes no verb of it.
    let is_adjective = |word: &Word| word.tag.starts_with('a');
    let is_named =
        at > 0 && words[at - 1].mark == Mark::Joint && words[at..at + adverbs].iter().any(is_adjective);
    // 防控能力、综合救治能力: the same noun as before names another sort of it.
    let same = |one: &str, other: &str| one.ends_with(other) || other.ends_with(one);
    let is_sort = || {
        let item = words[at..].iter().take_while(|word| word.mark == Mark::Word);
        at > 1
            && words[at - 1].mark == Mark::Comma
            && item.last().is_some_and(|last| same(last.text, words[at - 2].text))
    };
    let is_named = is_named || adverbs > 0 && is_sort();
    if names_alike(words, at) || names_deeds(words, at, at + adverbs) {
        return false;
    }
    // 和妥善地处置: words on how something is done open a phrase.
    let by_manner = words.get(at).is_some_and(|word| word.deed.act.is_none()) && lead::is_manner(words, at);
    by_manner && opens_phrase(words, at + 2, true)
        || !names_rule(words, at)
            && !names_general(words, at, at + adverbs)
            && opens_phrase(words, at + adverbs, adverbs > 0 && !is_named)
}

/// Whether the last item is a name, after a row of names of the same build, each of two words:
/// 调整周期、调整因素和|启动条件.
fn names_alike(words: &[Word], at: usize) -> bool {
    let is_closed = words.get(at + 2).is_none_or(|next| next.mark != Mark::Word);
    if at < 4 || at >= words.len() || !is_closed || !matches!(words[at - 4].mark, Mark::Comma | Mark::De) {
        return false;
    }
    let joins = match words[at - 1].mark {
        Mark::Joint => true,
        Mark::Comma => words[at].text == words[at - 3].text,
        _ => false,
    };
    let is_full = |word: &Word| word.mark == Mark::Word && word.text.chars().count() == 2;
    let names = |noun: &Word| noun.record.is_none() && noun.is_nominal() && noun.deed.act.is_none();
    let is_name = |at: usize| {
        let verb = &words[at];
        let is_verb = verb.deed.act.is_some() || verb.tag.starts_with('v');
        is_full(verb) && is_verb && words.get(at + 1).is_some_and(|noun| is_full(noun) && names(noun))
    };
    joins && is_name(at) && is_name(at - 3)
}

/// Whether two verbs alone after a deed and a joint name another deed; the first must not govern others:
/// 风险评价和|跟踪监测.
fn names_deeds(words: &[Word], from: usize, at: usize) -> bool {
    let names = |word: &Word| {
        word.record.is_none() && word.deed.is_noun
            || word.tag == "vn"
            || word.tag == "v" && word.deed.act.is_some()
    };
    let is_other = |act: Act| !(act.is_light || act.is_modifier || act.is_pivot || act.is_peer);
    let follows_deed = from > 1 && words[from - 1].mark == Mark::Joint && names(&words[from - 2]);
    follows_deed
        && words.get(at).and_then(|verb| verb.deed.act).is_some_and(is_other)
        && words.get(at + 1).is_some_and(|next| names(next) && next.mark == Mark::Word)
        && words.get(at + 2).is_none_or(|after| after.mark != Mark::Word && after.mark != Mark::De)
}

/// Whether a verb only says which rule is meant: it follows a noun for rules, stands before another such noun
/// alone and says nothing of rules itself: 价格机制和|收储制度.
fn names_rule(words: &[Word], at: usize) -> bool {
    let rules = |word: &Word| word.record.is_none() && (word.deed.is_enacted || word.deed.is_abstract);
    let is_other = |act: Act| {
        !(act.is_enacting
            || act.is_peer
            || act.is_bringing
            || act.is_modifier
            || act.is_pivot
            || act.is_light)
    };
    let is_last = words.get(at + 2).is_none_or(|after| after.mark != Mark::Word);
    let joins = at > 1 && words[at - 1].mark == Mark::Joint;
    let [verb, noun, ..] = &words[at..] else { return false };
    let Some(act) = verb.deed.act.filter(|_| joins && is_last && rules(noun)) else { return false };
    // 规划体系和|实施机制: other verbs take this noun.
    let is_anothers = !noun.deed.taken_by.is_empty() && !noun.deed.is_taken_by(verb.text);
    // 监测、分析和|发布制度: the verbs before it share the noun.
    let before = &words[at - 2];
    let shares = before.record.is_none() && (before.deed.is_noun || before.tag.starts_with('v'));
    let is_how = act.is_modifier && verb.is_adverb();
    rules(before) && (is_other(act) || act.is_enacting && is_anothers)
        || shares && noun.deed.is_enacted && is_anothers && (act.is_enacting || is_other(act) || is_how)
}

/// Whether a verb only says which thing is meant: it follows a noun and a joint, and stands alone before a
/// noun for a rule or for a property, which it does not take: 渔业科研和|退出机制, 渔船管理和|常态化更新机制.
fn names_general(words: &[Word], from: usize, at: usize) -> bool {
    let joins = from > 1 && words[from - 1].mark == Mark::Joint;
    let Some([verb, noun, rest @ ..]) = words.get(at..).filter(|_| joins) else { return false };
    let is_general = noun.deed.is_enacted || noun.deed.is_abstract || noun.text == "措施";
    let is_last = rest.first().is_none_or(|after| after.mark != Mark::Word && after.mark != Mark::De);
    let before = &words[from - 2];
    let names = before.is_nominal() || before.record.is_some() || before.deed.is_noun;
    let takes = |act: Act| {
        act.is_enacting && !act.is_pivot
            || act.is_peer
            || act.is_light
            || act.is_serving && !act.is_pivot
            || act.is_bringing && !verb.deed.is_noun && !act.is_pivot
            || act.is_means
            || act.is_raising
            || noun.deed.is_taken_by(verb.text)
    };
    is_general
        && noun.record.is_none()
        && is_last
        && names
        && verb.record.is_none()
        && verb.deed.act.is_some_and(|act| !takes(act))
}

/// Whether a word after 并 is a verb, though as often a noun, because an amount follows: 并建设一批渔港.
pub(super) fn counts_after(words: &[Word], at: usize) -> bool {
    let counts = |word: &Word| word.tag.starts_with('m') || word.is(RecordKind::Figures);
    words[at].text == "并" && opens_phrase(words, at + 1, true) && words.get(at + 2).is_some_and(counts)
}

/// Whether a verb whose object is counted too follows an amount and 、: 修建码头3座、改造航道5公里, …、惠及渔民3万人.
pub(super) fn counts_next(words: &[Word], at: usize) -> bool {
    let [before, joint, verb, next, ..] = &words[at - 1..] else { return false };
    let item = words[at + 2..].iter().take_while(|word| word.mark == Mark::Word);
    before.is(RecordKind::Figures)
        && joint.mark == Mark::Comma
        && verb.record.is_none()
        && (verb.tag == "v" && verb.deed.act.is_some() || verb.deed.is_result)
        && next.mark == Mark::Word
        && item.last().is_some_and(|last| last.is(RecordKind::Figures))
}

/// Whether a word is a light word before a verb whose object stands before it: 加以解决.
pub(super) fn disposes(word: &Word) -> bool {
    word.record.is_none() && matches!(word.text, "加以" | "予以")
}

/// Whether a verb without an object stands before the joint, so that no phrase opens after it either.
pub(super) fn ends_in_verb(last: &Word) -> bool {
    last.record.is_none() && !last.deed.is_noun && (last.deed.act.is_some() || last.tag == "v")
}

/// Whether the same verb follows after another subject: 甲选派A、乙选派B.
pub(super) fn repeats(words: &[Word], at: usize, verb: &str) -> bool {
    let item = words.get(at..).unwrap_or_default().iter().take(MAX_SUBJECT_WORDS);
    let mut item = item.take_while(|word| word.mark == Mark::Word);
    // 建设渔场、渔业建设基地: a word that is as often a noun belongs to a name.
    item.next().is_some_and(Word::is_nominal) && item.any(|word| word.text == verb && word.is_plain_verb())
}
