//! Makes a clause of what is told of an amount after 、: 3亿元、比上年增加1亿元.

use super::items::Items;
use super::phrase::Phrase;
use super::word::{Mark, Word};
use super::{Reader, outcome};
use crate::lexicon::{Act, Measures};
use crate::recognise::Detail;
use crate::record::{FigureKind, MeasureStatus, RecordKind};

/// Most words of the bound and the noun after an amount: 9个|渔港|以上.
const MAX_NOUN_WORDS: usize = 4;
/// Words for what something comes to.
const COMES: [&str; 5] = ["超", "超过", "达", "达到", "突破"];

/// A thing with no more characters may lack the opening of those before it.
const MIN_THING_CHARS: usize = 2;

/// Noun for what is set up for people to work in: 新增就业|岗位.
const POSTS: &str = "岗位";

/// Units in which people are counted.
const PEOPLE: [char; 4] = ['人', '次', '名', '例'];

/// Makes a 、 end its clause, as a comma does, before what an amount is compared with, has grown by or comes
/// to; and the one after that.
pub(super) fn part(words: &mut [Word], measures: &Measures) {
    let mut is_told = false;
    for at in 1..words.len() {
        match words[at].mark {
            Mark::Comma if follows_amount(&words[..at]) => {
                let tells = tells_amount(&words[at + 1..], measures);
                if tells || is_told {
                    words[at].mark = Mark::Stop;
                    words[at].text = ",";
                }
                is_told = tells;
            }
            Mark::Stop | Mark::Comma => is_told = false,
            _ => {}
        }
    }
}

/// Whether an amount stands right before the joint, or before its noun or bound.
fn follows_amount(words: &[Word]) -> bool {
    let item = words.iter().rev().take(MAX_NOUN_WORDS).take_while(|word| word.mark == Mark::Word);
    item.into_iter().any(|word| word.is(RecordKind::Figures))
}

/// Whether the words tell something of an amount: 比上年增加3亿元, 增长8%, 约占国债的9%; not 增加床位9张, which is another deed.
fn tells_amount(words: &[Word], measures: &Measures) -> bool {
    let item = || words.iter().take_while(|word| !matches!(word.mark, Mark::Stop | Mark::Comma));
    let is_how = |word: &&Word| word.is_adverb() || word.deed.is_complement;
    let mut rest = item().skip_while(is_how);
    let Some(first) = rest.next().filter(|first| first.record.is_none()) else { return false };
    let has_amount = || item().any(|word| word.is(RecordKind::Figures));
    match first.text {
        "比" | "较" => item().any(|word| word.is(RecordKind::Times)) && has_amount(),
        text if measures.comparing.contains(text) => has_amount(),
        text => {
            let next = rest.find(|word| !is_how(word));
            let comes_to = matches!(text, "增长" | "下降") || first.deed.is_result;
            // 招收5000人、|培训8000人次.
            let trains = || first.deed.act.zip(next).is_some_and(|(act, next)| is_counted(act, next));
            next.is_some_and(|next| next.is(RecordKind::Figures)) && (comes_to || trains())
        }
    }
}

/// Whether each item has its own figure: 新建学校5所、医院3家; not where only the last has its noun after it
/// (沿河2处、沿海3处风险).
pub(super) fn each_is_counted(items: &[&[Word]]) -> bool {
    let noun_after = |item: &[Word]| {
        let counted = item.iter().rposition(|word| word.is(RecordKind::Figures)).unwrap_or(0);
        item[counted + 1..].iter().any(Word::is_nominal)
    };
    let counted =
        items.iter().all(|item| item.len() > 1 && item.iter().any(|word| word.is(RecordKind::Figures)));
    let Some((last, before)) = items.split_last() else { return false };
    let ends = |item: &[Word], fits: fn(&Word) -> bool| item.last().is_some_and(fits);
    // 3个国家级、8个省级渔港; 2台锅炉、5座窑炉改造: the noun or deed of the last belongs to all.
    let is_open = before.iter().any(|item| ends(item, |word| word.text.ends_with('级')));
    let is_deed = |word: &Word| word.deed.act.is_some();
    let shares_deed = ends(last, is_deed) && !before.iter().any(|item| ends(item, is_deed));
    // 渔船5艘、总投资9亿元: the sum of all is no item.
    let sums = items.iter().skip(1).any(|item| item[0].record.is_none() && item[0].text.starts_with('总'));
    counted
        && !sums
        && !is_open
        && !shares_deed
        && (!noun_after(last) || before.iter().any(|item| noun_after(item)))
}

/// The items between 、 alone, if each ends with its own figure, and none tells what the others come to
/// (总投资9亿元): 改造冷库和码头5座、|渔船3艘.
pub(super) fn counted_by_comma<'w, 's>(list: &'w [Word<'s>]) -> Option<Items<'w, 's>> {
    let is_comma = |word: &Word| word.mark == Mark::Comma;
    list.iter().any(is_comma).then_some(())?;
    let items: Items = list.split(is_comma).filter(|item| !item.is_empty()).collect();
    let ends = |item: &&[Word]| {
        let counted = item.iter().rposition(|word| word.is(RecordKind::Figures));
        counted.is_some_and(|at| at + 2 >= item.len()) && !item[0].text.starts_with('总')
    };
    (items.len() > 1 && items.iter().all(ends) && each_is_counted(&items)).then_some(items)
}

/// Whether each item of a list says what comes to which amount: 力争普及率保持在90%以上、|供水率提高到95%; a bare amount does
/// not.
pub(super) fn each_comes_to(items: &[&[Word]]) -> bool {
    let comes = |item: &&[Word]| {
        let amount = item.iter().position(|word| word.is(RecordKind::Figures));
        let told = item[..amount.unwrap_or_default()].iter().rfind(|word| !word.is_adverb());
        let is_told = |word: &Word| {
            let adds = word.deed.act.is_some_and(|act| act.is_adding);
            let comes = word.text.ends_with(['到', '在', '至']) || COMES.contains(&word.text);
            word.record.is_none() && (word.deed.is_result || adds || comes)
        };
        // 渔业产量达5万吨、|产值|达9亿元: a short name may share the opening of the first.
        let is_whole = || {
            let named = item.iter().take_while(|word| word.is_nominal() && !word.is(RecordKind::Figures));
            named.map(|word| word.text.chars().count()).sum::<usize>() > MIN_THING_CHARS
        };
        item.first().is_some_and(Word::is_nominal) && told.is_some_and(is_told) && is_whole()
    };
    items.split_first().is_some_and(|(first, rest)| {
        first.iter().any(|word| word.is(RecordKind::Figures)) && rest.iter().all(comes)
    })
}

/// Whether the verb is done to the people who are counted: 培训5000人次.
pub(super) fn is_counted(act: Act, first: &Word) -> bool {
    act.is_counting && first.is(RecordKind::Figures) && first.text.ends_with(PEOPLE)
}

impl Reader<'_, '_> {
    /// Whether a phrase only says what came of something, and nothing that somebody did or is to do.
    pub(super) fn only_came_about(&self, words: &[Word], phrase: &Phrase, status: MeasureStatus) -> bool {
        let (object, verb) = (&words[phrase.object.clone()], &words[phrase.last]);
        outcome::is_outcome(object, verb, status, &self.scene.lexicon.measures)
            || self.only_grew(words, phrase, status)
    }

    /// Whether a phrase only says that something has become more: 新增就业5万人, 去年新增床位9张. It is a deed only where
    /// somebody is to build or found things one by one, or has done so with the other deeds of a list, and
    /// not of an indicator.
    fn only_grew(&self, words: &[Word], phrase: &Phrase, status: MeasureStatus) -> bool {
        let (object, verb) = (&words[phrase.object.clone()], &words[phrase.last]);
        let is_listed = phrase.words.start > 0;
        verb.deed.act.is_some_and(|act| act.is_adding) && {
            let is_thing = |kind| matches!(kind, FigureKind::Count | FigureKind::Length | FigureKind::Area);
            let counts = |word: &Word| {
                let figure = word.record.map(|(index, _)| &self.candidates[index].detail);
                matches!(figure, Some(Detail::Figure(figure)) if is_thing(figure.kind))
            };
            let signs = &self.scene.lexicon.indicators.signs;
            let indicator = signs.longest_at(self.scene.text, verb.range.start);
            // 新增就业|岗位9个: posts that are set up are not the indicator.
            let is_indicator = indicator.is_some_and(|(name, _)| {
                name.end > verb.range.end && !self.scene.text[name.end..].starts_with(POSTS)
            });
            let is_deed = status == MeasureStatus::Planned || is_listed;
            // 新增渔民就业9万人.
            let is_post = |next: Option<&Word>| next.is_some_and(|next| next.text.starts_with(POSTS));
            let mut words = object.iter().enumerate();
            let is_indicator = is_indicator
                || words.any(|(at, word)| word.text.ends_with("就业") && !is_post(object.get(at + 1)));
            !is_deed || !object.iter().any(counts) || is_indicator || !object.iter().any(Word::is_nominal)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_is_told_of_an_amount_after_a_joint_ends_the_clause() {
        for (text, expected) in [
            ("拟安排渔业债券3亿元、比上年增加1亿元。", &["安排 | 渔业债券3亿元"][..]),
            ("今年新建渔港8座、比上年多2座。", &["新建 | 渔港8座"]),
            ("今年发行渔业债券9亿元、占债券总额的12%。", &["发行 | 渔业债券9亿元"]),
            ("今年完成渔业投资9亿元、增长8%、新建码头5座。", &["完成 | 渔业投资9亿元", "新建 | 码头5座"]),
            ("今年新建码头5座、增加泊位9个。", &["新建 | 码头5座", "增加 | 泊位9个"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn items_with_their_own_figures_are_things_of_their_own() {
        for (text, expected) in [
            ("今年改造冷库和码头5座、渔船3艘。", &["改造 | 冷库和码头5座", "改造 | 渔船3艘"][..]),
            ("今年建设40个渔场和6条渔道。", &["建设 | 40个渔场", "建设 | 6条渔道"]),
            ("今年引进冷库和码头5座、总投资9亿元。", &["引进 | 冷库和码头5座、总投资9亿元"]),
            ("今年改造渔船5艘、总投资近9亿元。", &["改造 | 渔船5艘、总投资近9亿元"]),
            ("今年改造冷库、码头和渔船8处。", &["改造 | 冷库、码头和渔船8处"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn goals_that_say_what_each_amount_is_of_are_two() {
        for (text, expected) in [
            (
                "力争渔港覆盖率保持在90%以上、渔村供水率提高到95%。",
                &["力争 | 渔港覆盖率保持在90%以上", "力争 | 渔村供水率提高到95%"][..],
            ),
            ("力争渔港、渔村供水率提高到95%。", &["力争 | 渔港、渔村供水率提高到95%"]),
            ("推动远洋渔业面积达90万亩、产值达9亿元。", &["推动 | 远洋渔业面积达90万亩、产值达9亿元"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_to_be_added_is_promised_and_what_grew_is_told() {
        for (text, expected) in [
            ("今年要新增渔业泊位90个。", &["新增 | 渔业泊位90个"][..]),
            ("今年要建设渔港5座、新增泊位90个。", &["建设 | 渔港5座", "新增 | 泊位90个"]),
            ("今年将新增就业9万人。", &[]),
            ("今年将新增就业岗位9个。", &["新增 | 就业岗位9个"]),
            ("今年要安装充电桩9个。", &["安装 | 充电桩9个"]),
            ("全县改造渔港9座。", &["改造 | 渔港9座"]),
            ("目前,全县试点渔港9座。", &[]),
            ("要打通渔道9条,新增灯塔8座、累计达90座。", &["打通 | 渔道9条", "新增 | 灯塔8座"]),
            ("今年将新增退役渔民就业9万人。", &[]),
            ("已新增渔业泊位90个。", &[]),
            ("渔业产值新增5亿元。", &[]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }

    #[test]
    fn so_many_people_may_be_what_something_is_done_to() {
        assert_eq!(pairs("今年培训9000人次。"), ["培训 | 9000人次"]);
        assert_eq!(pairs("今年为老年渔民免费体检3万人次。"), ["体检 | 3万人次"]);
        assert_eq!(pairs("今年为老年渔民开展眼病筛查。"), ["开展 | 眼病筛查"]);
    }
}
