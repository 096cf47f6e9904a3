//! Which noun after a verb is its proper object: 发挥 takes 作用, 守住 takes 底线.

use super::lead;
use super::word::{Mark, Word};
use crate::lexicon::{Act, Measures};
use crate::record::RecordKind;

/// Most words around a joint that are looked at.
const WINDOW_WORDS: usize = 120;
/// Most opening words of an object among which the actor may stand.
const MAX_ACTOR_WORDS: usize = 24;

/// Whether the object that started at `start` is still open after the joint at `at`: 加强对渔船、渔港的管理,
/// 回应渔民对加油、泊船等需求.
pub(super) fn is_open(words: &[Word], start: usize, at: usize, verb: &str) -> bool {
    let closes = |word: &Word| matches!(word.mark, Mark::De | Mark::Etc);
    let opens = |word: &Word| matches!(word.text, "对" | "对于") && word.record.is_none();
    let from = start.max(at.saturating_sub(WINDOW_WORDS));
    let opened = words[from..at].iter().rposition(opens).map(|opens| from + opens);
    let waits =
        opened.is_some_and(|opened| !words[opened..at].iter().any(closes) && words[at..].iter().any(closes));
    // 拆除非法或布局不当的码头: the words only say which thing is meant.
    let is_which = at == start + 1
        && words[start].record.is_none()
        && words[start].tag.starts_with(['a', 'b', 'd', 'z'])
        && words[start].deed.act.is_none();
    let qualifies = || is_which && words[at..].iter().any(|word| word.mark == Mark::De);
    waits || awaits_noun(words, start, at, verb) || qualifies()
}

/// Whether others are to do what the verb at `second` says: 支持建设渔港; not two verbs of one sort (鼓励支持发展渔业),
/// nor what has been done (支持建设了).
pub(super) fn lends(words: &[Word], at: usize, second: usize) -> bool {
    let is_lending = |word: &Word| word.deed.act.is_some_and(|act| act.is_lending);
    let takes = |after: &Word| after.mark == Mark::Word && after.text != "了";
    is_lending(&words[at])
        && words.get(second).is_some_and(|next| next.deed.act.is_some() && !is_lending(next))
        && words.get(second + 1).is_some_and(takes)
}

/// Whether an object is a deed of others, with all that they do it to: 支持|建设A、B, 支持|渔民购买A、B.
pub(super) fn is_deed(object: &[Word], measures: &Measures) -> bool {
    let does = |first: &Word, second: &Word| {
        first.record.is_none() && first.tag.starts_with('v') && second.mark == Mark::Word
    };
    match object {
        [who, first, second, ..] if who.record.is_none() && measures.acts(who.text) => {
            first.tag == "v" && does(first, second)
        }
        [first, second, ..] => first.deed.act.is_some() && does(first, second),
        _ => false,
    }
}

/// Whether the word at `at`, which may be a verb, says which sort the noun after it is: 加快建设|教育强区.
pub(super) fn is_named_by(words: &[Word], at: usize) -> bool {
    let names = |word: &Word| word.mark == Mark::Word && word.is_nominal() && word.deed.act.is_none();
    let ends = words.get(at + 2).is_none_or(|after| matches!(after.mark, Mark::Comma | Mark::Joint));
    ends && words[at].tag.starts_with(['v', 'n']) && words.get(at + 1).is_some_and(names)
}

/// Whether a name opens after the verb at `at` with what looks like another verb: 创新监管|方式.
pub(super) fn is_way(words: &[Word], at: usize) -> bool {
    if words[at].text != "创新" {
        return false;
    }
    let item = words[at + 1..].iter().take_while(|word| word.mark == Mark::Word);
    let names = |noun: &Word| noun.deed.is_class || noun.deed.is_enacted;
    item.clone().any(|word| word.deed.act.is_some())
        && item.clone().all(Word::is_nominal)
        && item.last().is_some_and(names)
}

/// Whether a noun for the outcome of the verb before it follows: 公布检查|结果.
pub(super) fn names_fruit(after: &[Word]) -> bool {
    let ends = after.get(1).is_none_or(|next| next.mark != Mark::Word);
    ends && after.first().is_some_and(|noun| matches!(noun.text, "结果" | "情况" | "进展" | "信息" | "名单"))
}

/// Whether two verbs of one sort share what follows: 巩固深化合作; not 提升优化环境水平, where the second says of what.
pub(super) fn are_peers(words: &[Word], at: usize) -> bool {
    let is_peer = |word: &Word| word.deed.act.is_some_and(|act| act.is_peer);
    let rest = &words[at + 2..];
    let item = rest.iter().take_while(|word| !matches!(word.mark, Mark::Comma | Mark::Joint | Mark::And));
    let of = rest.iter().any(|word| word.mark == Mark::De);
    // 优化完善渔业政策, 完善提升20个渔业网络: a verb that draws up nothing takes no such purpose, nor does a counted object.
    let draws_up = words[at].deed.act.is_some_and(|act| act.is_enacting);
    let counts = rest.first().is_some_and(|first| first.is(RecordKind::Figures));
    let heads =
        |word: &Word| word.deed.is_abstract || draws_up && (word.deed.is_class || word.deed.is_enacted);
    let is_shared = item.clone().last().is_some_and(|last| counts || !heads(last));
    // 落实完善|渔民安置政策: 完善 takes rules itself, which no purpose does.
    let betters = draws_up && matches!(words[at + 1].text, "完善" | "健全") && item.count() > 1;
    is_peer(&words[at]) && is_peer(&words[at + 1]) && (betters || !of && is_shared)
}

/// Whether the second verb says what the object is for, which is drawn up or built: 出台促进就业若干措施, 建立适应形势的制度;
/// not a verb of the same kind, which makes one with the first: 制定实施方案.
pub(super) fn is_purpose(words: &[Word], at: usize) -> bool {
    let Some([next, rest @ ..]) = words.get(at + 1..) else { return false };
    let act = |word: &Word| word.deed.act.unwrap_or_default();
    let item = || rest.iter().take_while(|word| !matches!(word.mark, Mark::Stop | Mark::And));
    // 开展扩大捕捞行动: the object may be a campaign as well.
    let runs = matches!(words[at].text, "开展" | "组织开展");
    let is_run = |word: &Word| runs && matches!(word.text, "行动" | "活动");
    let is_paper = |word: &Word| word.record.is_none() && word.text == "文件";
    let names_what_rules =
        || item().last().is_some_and(|last| last.deed.is_enacted || is_run(last) || is_paper(last));
    // 出台构建渔港体系实施意见: the name of a document may open with a verb of any sort.
    let drafts = matches!(words[at].text, "出台" | "印发" | "发布" | "起草" | "审议");
    let drafts = drafts && !matches!(next.text, "实施" | "执行" | "落实" | "推行")
        || words[at].text.ends_with("制定") && next.text.starts_with("建立");
    let is_named = drafts || runs || act(&words[at]).is_enacting && !act(next).is_enacting;
    let is_enacted = is_named && names_what_rules();
    is_enacted || act(next).is_serving && item().any(|word| word.mark == Mark::De)
}

/// Whether the object that started at `start` goes on after the joint at `at`, because the noun that the verb
/// takes is still to come, and no verb between takes it: 发挥它扩大就业、促进增长的作用.
fn awaits_noun(words: &[Word], start: usize, at: usize, verb: &str) -> bool {
    let takes = |word: &Word| word.record.is_none() && word.deed.is_taken_by(verb);
    let Some((last, before)) = words[start..at].split_last() else { return false };
    // 建立专班、优化机制: some nouns belong to earlier words only after 的.
    let fits = |noun: usize| {
        !words[noun].deed.is_described || words[at..noun].iter().any(|word| word.mark == Mark::De)
    };
    // A record or an amount is an object by itself.
    let is_whole =
        takes(last) || last.record.is_some() || before.iter().any(|word| word.is(RecordKind::Figures));
    let noun = (at + 1..words.len()).find(|at| takes(&words[*at]) && ends_item(words, *at));
    let Some(noun) = noun.filter(|noun| !is_whole && fits(*noun)) else { return false };
    let between = &words[at + 1..noun];
    let is_taken =
        between.iter().any(|word| word.deed.act.is_some() && words[noun].deed.is_taken_by(word.text));
    !is_taken && between.iter().all(|word| word.mark != Mark::And)
}

/// Whether the verb after the joint at `at`, like the words before it, only says which thing is meant:
/// 推出扩大内需、促进增长的措施; not where the verb takes the noun after 的: 发展渔业、加强渔船的管理, 扩大捕捞、保持增长的势头.
pub(super) fn is_chained(words: &[Word], start: usize, at: usize, verb: &str) -> bool {
    let is_of = |word: &Word| word.mark == Mark::De;
    let is_whole = |word: &Word| is_of(word) || word.is(RecordKind::Figures);
    let rest = &words[at + 1..];
    if rest.len() > WINDOW_WORDS || at - start > WINDOW_WORDS {
        return false;
    }
    let (Some(deed), Some(of)) =
        (rest.iter().position(|word| word.deed.act.is_some()), rest.iter().rposition(is_of))
    else {
        return false;
    };
    let tail = &rest[of + 1..];
    let names = |word: &Word| word.mark == Mark::Word && !word.is_plain_verb();
    let Some(noun) = tail.last().filter(|_| tail.iter().all(names)) else { return false };
    let is_deed = tail.len() == 1 && noun.deed.is_noun;
    let deed_takes = noun.deed.is_taken_by(rest[deed].text) || is_deed;
    deed + 1 < of && !deed_takes && rest[deed].text != verb && !words[start..at].iter().any(is_whole)
}

/// Whether what is drawn up stands at the end, and the verb after the joint at `at`, like the one that opens
/// the object, says what it is for: 出台稳定渔业生产、支持加工企业举措, 签订发展友谊和加强联系的协定.
pub(super) fn is_ruled(words: &[Word], start: usize, at: usize, act: Act) -> bool {
    let mut item = words[start..at].iter().skip_while(|word| word.tag.starts_with(['m', 'q']));
    let opens = item.next().is_some_and(|first| first.deed.act.is_some() && first.record.is_none());
    let rest = words[at + 1..].iter().take(WINDOW_WORDS).take_while(|word| word.mark != Mark::And);
    let verb = words[at + 1..].iter().find(|word| word.deed.act.is_some());
    let takes = verb.and_then(|verb| verb.deed.act).is_none_or(|act| act.is_enacting || act.is_peer);
    let ends = |word: &Word| word.deed.is_enacted && word.record.is_none();
    // 开展学习文化、培养人才活动.
    let runs = |word: &Word| word.record.is_none() && matches!(word.text, "活动" | "运动" | "行动");
    let ends = |word: &Word| act.is_enacting && ends(word) || act.is_treating && runs(word);
    opens && !takes && !ends(&words[at - 1]) && rest.last().is_some_and(ends)
}

/// Whether nothing that is drawn up stands before the joint at `at`, while it does after 等, and the verb
/// after the joint tells a matter: 编制渔港管理、|缓解拥堵等领域清单.
pub(super) fn lists_matters(words: &[Word], start: usize, at: usize, act: Act) -> bool {
    let rest = &words[at + 1..];
    let etc = rest.iter().take(WINDOW_WORDS).position(|word| word.mark == Mark::Etc);
    let is_matter =
        |act: Act| !(act.is_enacting || act.is_modifier || act.is_pivot || act.is_light || act.is_peer);
    let drawn_up = |word: &Word| word.deed.is_enacted || word.deed.is_class || word.record.is_some();
    act.is_enacting
        && etc.is_some_and(|etc| etc + 1 < rest.len())
        && !drawn_up(&words[at - 1])
        && words[start..at].iter().rev().take(WINDOW_WORDS).all(|word| word.mark != Mark::De)
        && rest[0].deed.act.is_some_and(is_matter)
}

/// Whether words that sum up the whole row stand at its end: 稳增长、抓改革各项工作.
pub(super) fn is_summed_up(words: &[Word], at: usize) -> bool {
    let rest = words[at + 1..].iter().take(WINDOW_WORDS).take_while(|word| word.mark != Mark::And);
    let sums = |how: &Word| matches!(how.text, "各项" | "各方面" | "各环节");
    let mut before: Option<&Word> = None;
    let (mut summed, mut length) = (false, 0);
    for word in rest {
        summed = before.is_some_and(sums) && word.is_nominal();
        before = Some(word);
        length += 1;
    }
    summed || names_again(&words[at + 1..at + 1 + length])
}

/// Whether a count of all of a row names it again: 休渔和保护海洋这两项政策; not 处理这两项政策.
pub(super) fn names_again(words: &[Word]) -> bool {
    let again = |four: &[Word]| {
        let [before, noun, this, count] = four else { return false };
        let counts = count.is(RecordKind::Figures) || count.tag.starts_with('m');
        let is_thing = noun.is_nominal() && (noun.deed.act.is_none() || before.is_nominal());
        this.text == "这" && counts && is_thing
    };
    words.windows(4).any(again)
}

/// The index of the word that opens what is not done (加强合作而不是制造隔阂); not a noun that is not so (圈而不用的码头).
pub(super) fn bar(words: &[Word], start: usize, at: usize) -> Option<usize> {
    let bar = &words[at];
    if !bar.deed.is_bar || bar.record.is_some() {
        return None;
    }
    let opens = if bar.text.starts_with('而') { Some(at) } else { at.checked_sub(1) };
    let opens = opens.filter(|opens| *opens > start && words[*opens].text.starts_with('而'));
    opens.filter(|_| !lead::is_of_noun(words, at))
}

/// Whether a verb and a noun of two characters each stand here, and the same again after the joint at `at`:
/// 提振需求、优化供给.
pub(super) fn is_row(words: &[Word], start: usize, at: usize, verb: &str) -> bool {
    let next = &words[at + 1..];
    let is_pair = |word: &Word| word.mark == Mark::Word && word.text.chars().count() == 2;
    let is_closed = next.get(2).is_none_or(|word| word.mark != Mark::Word);
    // 增加科技、教育投入: two words that are as often nouns name a matter.
    let names = |word: &Word| word.deed.is_noun && word.record.is_none();
    let is_matter = next.iter().take(2).filter(|word| names(word)).count() == 2;
    start + 1 == at
        && !is_matter
        && verb.chars().count() == 2
        && is_pair(&words[start])
        && is_closed
        && next.iter().take(2).filter(|word| is_pair(word)).count() == 2
}

/// Whether a verb and a noun of two characters each stand here, and at once the same again and nothing else:
/// 深化改革|扩大开放.
pub(super) fn is_pair(words: &[Word], start: usize, at: usize, verb: &str) -> bool {
    let is_two = |text: &str| text.chars().count() == 2;
    let [next, noun, rest @ ..] = &words[at..] else { return false };
    let is_full = next.deed.act.is_some_and(|act| act.is_peer || act.is_bringing) && next.is_plain_verb();
    let is_last = rest.first().is_none_or(|after| after.mark != Mark::Word && after.mark != Mark::De);
    let governs = |act: Act| act.is_light || act.is_pivot;
    let is_whole = |noun: &Word| {
        noun.record.is_none()
            && noun.is_nominal()
            && !noun.is_adverb()
            && !noun.deed.is_class
            && !noun.deed.act.is_some_and(governs)
    };
    is_full
        && is_last
        && [verb, words[start].text, next.text, noun.text].iter().all(|text| is_two(text))
        && is_whole(&words[start])
        && is_whole(noun)
        && !noun.deed.is_enacted
        && !noun.deed.is_abstract
        && !awaits_noun(words, start, at + 1, verb)
}

/// Whether a verb and a quotation stand here, and the same again after the joint at `at`: 坚定“三个信念”、做到“三个坚持”.
pub(super) fn is_quoted_row(words: &[Word], start: usize, at: usize) -> bool {
    let is_quoted = |word: &Word| word.text.starts_with('“') || word.is(RecordKind::Terms);
    let goes_on = || {
        let mut after = words[at + 1..].iter().skip_while(|word| word.is_adverb());
        after.next().zip(after.next()).is_some_and(|(verb, object)| {
            verb.record.is_none() && verb.tag == "v" && !is_quoted(verb) && is_quoted(object)
        })
    };
    start + 1 == at && is_quoted(&words[start]) && goes_on()
}

/// Whether the object of the first of two verbs stands at the end, so that the second only says which thing
/// is meant: 推动|深化改革各项任务落地, 加快|全面建设强县进程.
pub(super) fn takes_end(first: Act, second: Act, rest: &[Word]) -> bool {
    if second.is_pivot || second.is_modifier {
        return false;
    }
    let last = rest.iter().take_while(|word| word.mark == Mark::Word).skip(1).last();
    let comes = |last: &Word| {
        let is_verbal = last.tag.starts_with(['v', 'n']) && last.deed.act.is_none();
        first.is_pivot && is_verbal && last.deed.is_second
    };
    let goes = |last: &Word| last.text == "进程" || last.text == "工作" && !second.is_light;
    last.is_some_and(|last| last.record.is_none() && (comes(last) || goes(last)))
}

/// How many words the object has, if the rest of the row are sayings of four characters: 坚定信心、同心同德.
pub(super) fn before_saying(object: &[Word], verb: &str) -> usize {
    let is_saying = |item: &[Word]| match item {
        [only] => only.tag.starts_with(['i', 'l']) && only.text.chars().count() == 4,
        [first, second] => {
            // 坚定信心、顽强奋斗.
            (first.tag == "v" || first.tag == "a" && second.tag == "v")
                && !first.deed.is_noun
                && !second.deed.is_noun
                && [first, second].iter().all(|word| word.text.chars().count() == 2)
        }
        _ => false,
    };
    match object {
        [first, joint, rest @ ..]
            if joint.mark == Mark::Comma
                && [first.text, verb].iter().all(|text| text.chars().count() == 2)
                && rest.split(|word| word.mark == Mark::Comma).all(is_saying) =>
        {
            1
        }
        _ => object.len(),
    }
}

/// Whether a noun ends an item of a list, and is no part of a longer name: 作用机制.
fn ends_item(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_none_or(|next| !next.is_nominal() && next.mark != Mark::De || lead::is_modal(next))
}

/// Whether 建设 stands after a list of verbs, which then only say what is built: 推进|惩治和预防走私体系建设.
pub(super) fn tells_what_is_built(words: &[Word]) -> bool {
    let item = || words.iter().take(WINDOW_WORDS).take_while(|word| word.mark != Mark::And);
    let is_built = |last: &Word| last.record.is_none() && last.text == "建设";
    !words[0].deed.act.is_some_and(|act| act.is_modifier)
        && item().last().is_some_and(is_built)
        && item().all(|word| !matches!(word.mark, Mark::De | Mark::Etc))
}

/// Whether those who are to act open the object, before what they are to do: 鼓励企业对外投资和建设码头.
pub(super) fn has_actor(object: &[Word], measures: &Measures) -> bool {
    let acts = |word: &Word| word.record.is_none() && word.is_nominal() && measures.acts(word.text);
    let does = |next: &Word| next.mark == Mark::Word && next.tag.starts_with(['v', 'a', 'l', 'd']);
    object.windows(2).take(MAX_ACTOR_WORDS).any(|pair| acts(&pair[0]) && does(&pair[1]))
}
