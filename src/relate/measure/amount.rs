//! What is told of an amount after 、 is a clause of its own: 3亿元、比上年增加1亿元.

use super::phrase::Phrase;
use super::word::{Mark, Word};
use super::{Reader, outcome};
use crate::lexicon::Act;
use crate::recognise::Detail;
use crate::record::{FigureKind, MeasureStatus, RecordKind};

/// How many words after an amount its bound and its noun have: 9个|渔港|以上.
const MAX_NOUN_WORDS: usize = 4;
/// What an amount does, or is compared with, that no dictionary of deeds says.
const TELLS: [&str; 8] = ["增长", "下降", "占", "同比", "环比", "高于", "快于", "低于"];

/// What numbers of people are counted by.
const PEOPLE: [char; 4] = ['人', '次', '名', '例'];

/// Makes the 、 before what an amount is compared with, has grown by or comes to end its clause, as a comma does, and the
/// one after it.
pub(super) fn part(words: &mut [Word]) {
    let mut is_told = false;
    for at in 1..words.len() {
        match words[at].mark {
            Mark::Comma if follows_amount(&words[..at]) => {
                let tells = tells_amount(&words[at + 1..]);
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

/// 比上年增加3亿元, 增长8%, 约占国债的9%: not 增加床位9张, which is another deed.
fn tells_amount(words: &[Word]) -> bool {
    let item = || words.iter().take_while(|word| !matches!(word.mark, Mark::Stop | Mark::Comma));
    let is_how = |word: &&Word| word.is_adverb() || word.deed.is_complement;
    let mut rest = item().skip_while(is_how);
    let Some(first) = rest.next().filter(|first| first.record.is_none()) else { return false };
    let has_amount = || item().any(|word| word.is(RecordKind::Figures));
    match first.text {
        "比" | "较" => item().any(|word| word.is(RecordKind::Times)) && has_amount(),
        "占" | "同比" | "环比" | "高于" | "快于" | "低于" => has_amount(),
        text => {
            let comes_to = TELLS.contains(&text) || first.deed.is_result;
            comes_to && rest.find(|word| !is_how(word)).is_some_and(|next| next.is(RecordKind::Figures))
        }
    }
}

/// 培训5000人次: this many people are themselves what the verb does it to.
pub(super) fn is_counted(act: Act, first: &Word) -> bool {
    act.is_counting && first.is(RecordKind::Figures) && first.text.ends_with(PEOPLE)
}

impl Reader<'_, '_> {
    /// Whether a phrase says what came of something, and nothing that somebody did or shall do.
    pub(super) fn only_came_about(&self, words: &[Word], phrase: &Phrase, status: MeasureStatus) -> bool {
        let (object, verb) = (&words[phrase.object.clone()], &words[phrase.last]);
        outcome::is_outcome(object, verb, status, &self.scene.lexicon.measures)
            || self.only_grew(words, phrase, status)
    }

    /// 新增就业5万人, 去年新增床位9张: what came to be more is a deed only where somebody is to build or found it, one by
    /// one, or has done so with other deeds of a list, and no indicator is told of.
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
            let is_indicator = indicator.is_some_and(|(name, _)| name.end > verb.range.end);
            let is_deed = status == MeasureStatus::Planned || is_listed;
            // 新增渔民就业9万人.
            let is_indicator = is_indicator || object.iter().any(|word| word.text.ends_with("就业"));
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
    fn what_is_to_be_added_is_promised_and_what_grew_is_told() {
        for (text, expected) in [
            ("今年要新增渔业泊位90个。", &["新增 | 渔业泊位90个"][..]),
            ("今年要建设渔港5座、新增泊位90个。", &["建设 | 渔港5座", "新增 | 泊位90个"]),
            ("今年将新增就业9万人。", &[]),
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
