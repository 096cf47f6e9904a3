//! What the noun phrases beside a figure open and end with.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;

const FILE: Dictionary = dictionary!("phrases.tsv");

/// The classes of `dictionaries/phrases.tsv`.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// Opens a bracket that says what is reckoned in: 扣除.
    pub(crate) glosses: Vocabulary<()>,
    /// Ends such a bracket: 下同.
    pub(crate) gloss_ends: Endings<()>,
    /// What is done with a thing by quantity: 用|棉量.
    pub(crate) quantified: Vocabulary<()>,
    /// Stands after a size: 百亿|级.
    pub(crate) size_classes: Vocabulary<()>,
    /// Ends the name of a ratio: 比重.
    pub(crate) ratios: Endings<()>,
    /// Ends what persons make up: 队伍.
    pub(crate) groups: Endings<()>,
    /// Ends who gives money: 厅.
    pub(crate) payers: Endings<()>,
    /// Ends a stretch of time: 初期.
    pub(crate) stretches: Endings<()>,
    /// Ends a part of the country: 流域.
    pub(crate) regions: Endings<()>,
    /// Measure words whose nouns are few enough for the dictionary to name them all: 家.
    pub(crate) named_all: Vocabulary<()>,
    /// Ends a level of the state, of an enterprise or a household: 乡.
    pub(crate) levels: Endings<()>,
    /// What goes through the levels of the state: 网络, 体系.
    pub(crate) tiered: Endings<()>,
    /// Characters of the kinds of places in a bracket: 县(市、区).
    pub(crate) kinds: Vocabulary<()>,
    /// Such kinds: 自治区.
    pub(crate) kind_names: Vocabulary<()>,
    /// Predicates that the segmenter takes into a noun it guesses: 营收|超.
    pub(crate) predicates: Endings<()>,
    /// Quantities of one character: 率.
    pub(crate) suffixes: Vocabulary<()>,
    /// What only holds a figure: 计划.
    pub(crate) frames: Vocabulary<()>,
    /// What only holds a figure that is no share: 任务.
    pub(crate) tasks: Vocabulary<()>,
    /// Ends a verb that leads on to something else: 转|为.
    pub(crate) complements: Endings<()>,
    /// Ends what money is given as: 投入.
    pub(crate) outlays: Endings<()>,
    /// Ends the name of a people or a large part of it: 同胞.
    pub(crate) peoples: Endings<()>,
    /// What is reached and does not make up anything: 水平.
    pub(crate) goals: Vocabulary<()>,
    /// Ends what grows or shrinks and is never counted: 力度.
    pub(crate) degrees: Endings<()>,
    /// Opens a title that is given in the whole country: 全国|文明.
    pub(crate) titles: Vocabulary<()>,
    /// Ends what has a government of its own: 行政区.
    pub(crate) territories: Endings<()>,
    /// Ends what has parts and conditions of its own: 城市.
    pub(crate) holders: Endings<()>,
    /// Measure words for sorts: 类.
    pub(crate) sort_units: Vocabulary<()>,
    /// Measure words for who or what acts: 人.
    pub(crate) doer_units: Vocabulary<()>,
    /// What opens no noun: 的.
    pub(crate) no_nouns: Vocabulary<()>,
    /// What may stand before the time that opens a sentence: 各位代表.
    pub(crate) frontings: Vocabulary<()>,
    /// Lines that open the notes of a text: 名词解释.
    pub(crate) notes: Vocabulary<()>,
    /// Ends what a text counts to arrange itself: 三个|方面.
    pub(crate) aspects: Endings<()>,
    /// Stands after a figure and is not what it counts: 七个|是….
    pub(crate) uncounted: Vocabulary<()>,
    /// Opens the first item of a list: 一是.
    pub(crate) firsts: Vocabulary<()>,
    /// Stands before 于 where it compares: 高.
    pub(crate) compared: Endings<()>,
    /// A plan with its verb, which the segmenter takes for one word: 计划规定.
    pub(crate) laid_down: Endings<()>,
}

impl Phrases {
    pub(super) fn load() -> Result<Self, Error> {
        let mut classes = FILE.classes()?;
        let phrases = Phrases {
            glosses: classes.vocabulary("gloss"),
            gloss_ends: classes.endings("gloss-end"),
            quantified: classes.vocabulary("quantified"),
            size_classes: classes.vocabulary("size-class"),
            ratios: classes.endings("ratio"),
            groups: classes.endings("group"),
            payers: classes.endings("payer"),
            stretches: classes.endings("stretch"),
            regions: classes.endings("region"),
            named_all: classes.vocabulary("named-all"),
            levels: classes.endings("level"),
            tiered: classes.endings("tiered"),
            kinds: classes.vocabulary("kind"),
            kind_names: classes.vocabulary("kind-name"),
            predicates: classes.endings("predicate"),
            suffixes: classes.vocabulary("suffix"),
            frames: classes.vocabulary("frame"),
            tasks: classes.vocabulary("task"),
            no_nouns: classes.vocabulary("no-noun"),
            complements: classes.endings("complement"),
            outlays: classes.endings("outlay"),
            peoples: classes.endings("people"),
            goals: classes.vocabulary("goal"),
            degrees: classes.endings("degree"),
            titles: classes.vocabulary("title"),
            territories: classes.endings("territory"),
            holders: classes.endings("holder"),
            sort_units: classes.vocabulary("sort-unit"),
            doer_units: classes.vocabulary("doer-unit"),
            frontings: classes.vocabulary("fronting"),
            notes: classes.vocabulary("notes"),
            aspects: classes.endings("aspect"),
            uncounted: classes.vocabulary("uncounted"),
            firsts: classes.vocabulary("first"),
            compared: classes.endings("compared"),
            laid_down: classes.endings("laid-down"),
        };
        classes.end()?;
        Ok(phrases)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_words() {
        let phrases = Phrases::load().unwrap();
        assert!(phrases.glosses.longest_at("扣除运费", 0).is_some());
        assert!(phrases.ratios.end("人口比重") && !phrases.ratios.end("人口"));
        assert!(phrases.kinds.contains("县") && !phrases.kinds.contains("人"));
    }
}
