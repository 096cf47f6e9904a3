//! Words that open and end the noun phrases beside a figure.

use super::table::word_classes;
use super::vocabulary::{Endings, Vocabulary};

word_classes! {
    /// The classes of `dictionaries/phrases.tsv`.
    pub(crate) struct Phrases from "phrases.tsv" {
        /// Openers of a bracket that says what is counted in or left out: 扣除.
        pub(crate) glosses: Vocabulary<()> = "gloss",
        /// Ends such a bracket: 下同.
        pub(crate) gloss_ends: Endings<()> = "gloss-end",
        /// What is done with a thing, before its quantity: 用|棉量.
        pub(crate) quantified: Vocabulary<()> = "quantified",
        /// Stands after a size: 百亿|级.
        pub(crate) size_classes: Vocabulary<()> = "size-class",
        /// Ends the name of a ratio: 比重.
        pub(crate) ratios: Endings<()> = "ratio",
        /// Ends what persons make up: 队伍.
        pub(crate) groups: Endings<()> = "group",
        /// Ends of names of those who give money: 厅.
        pub(crate) payers: Endings<()> = "payer",
        /// Ends of stretches of time: 初期.
        pub(crate) stretches: Endings<()> = "stretch",
        /// Ends of parts of the country: 流域.
        pub(crate) regions: Endings<()> = "region",
        /// Measure words whose nouns are few enough for the dictionary to name them all: 家.
        pub(crate) named_all: Vocabulary<()> = "named-all",
        /// Ends of levels of the state, of an enterprise or a household: 乡.
        pub(crate) levels: Endings<()> = "level",
        /// What goes through the levels of the state: 网络, 体系.
        pub(crate) tiered: Endings<()> = "tiered",
        /// Characters of the kinds of places in a bracket: 县(市、区).
        pub(crate) kinds: Vocabulary<()> = "kind",
        /// Such kinds: 自治区.
        pub(crate) kind_names: Vocabulary<()> = "kind-name",
        /// Predicates that the segmenter takes into a noun it guesses: 营收|超.
        pub(crate) predicates: Endings<()> = "predicate",
        /// Quantities of one character: 率.
        pub(crate) suffixes: Vocabulary<()> = "suffix",
        /// Nouns that only hold a figure: 计划.
        pub(crate) frames: Vocabulary<()> = "frame",
        /// Nouns that only hold a figure, unless it is a share: 任务.
        pub(crate) tasks: Vocabulary<()> = "task",
        /// Ends a verb that leads on to something else: 转|为.
        pub(crate) complements: Endings<()> = "complement",
        /// Ends of nouns for money that is given: 投入.
        pub(crate) outlays: Endings<()> = "outlay",
        /// Ends the name of a people or a large part of it: 同胞.
        pub(crate) peoples: Endings<()> = "people",
        /// Nouns for what is reached and makes up nothing: 水平.
        pub(crate) goals: Vocabulary<()> = "goal",
        /// Ends of nouns for what grows or shrinks and is never counted: 力度.
        pub(crate) degrees: Endings<()> = "degree",
        /// Ends of nouns for the course that a quantity takes: 下降|局面.
        pub(crate) courses: Endings<()> = "course",
        /// What is called an aim after these is what something is measured by: 低于|6%的目标.
        pub(crate) gauges: Endings<()> = "gauge",
        /// So is it after these, where a difference follows: 比|6%的目标低.
        pub(crate) gauge_openings: Endings<()> = "gauge-opening",
        /// What says that there is such a difference: 低.
        pub(crate) differences: Vocabulary<()> = "difference",
        /// Openers of a title that is given in the whole country: 全国|文明.
        pub(crate) titles: Vocabulary<()> = "title",
        /// Ends of what has a government of its own: 行政区.
        pub(crate) territories: Endings<()> = "territory",
        /// Ends of what has parts and conditions of its own: 城市.
        pub(crate) holders: Endings<()> = "holder",
        /// Measure words of sorts: 类.
        pub(crate) sort_units: Vocabulary<()> = "sort-unit",
        /// Measure words of those who act: 人.
        pub(crate) doer_units: Vocabulary<()> = "doer-unit",
        /// Words that open no noun: 的.
        pub(crate) no_nouns: Vocabulary<()> = "no-noun",
        /// What may stand before the time that opens a sentence: 各位代表.
        pub(crate) frontings: Vocabulary<()> = "fronting",
        /// Lines that open the notes of a text: 名词解释.
        pub(crate) notes: Vocabulary<()> = "notes",
        /// Ends of what a text counts only to arrange itself: 三个|方面.
        pub(crate) aspects: Endings<()> = "aspect",
        /// Words that stand after a figure and are not what it counts: 七个|是….
        pub(crate) uncounted: Vocabulary<()> = "uncounted",
        /// Opens the first item of a list: 一是.
        pub(crate) firsts: Vocabulary<()> = "first",
        /// Words before 于 that make it compare: 高.
        pub(crate) compared: Endings<()> = "compared",
        /// A plan with its verb, which the segmenter takes for one word: 计划规定.
        pub(crate) laid_down: Endings<()> = "laid-down",
        /// Ends of the source of a finding: 据有关部门|估算.
        pub(crate) reports: Endings<()> = "report",
        /// Verbs that make something later, longer or shorter by a length of time: 延后.
        pub(crate) shifts: Vocabulary<()> = "shift",
        /// Ends of names of those that fulfil a plan: 厂.
        pub(crate) doers: Endings<()> = "doer",
        /// Words that compare; `up` where they say more, `down` where they say less: 快于.
        pub(crate) than: Vocabulary<&'static str> = "than",
        /// Nouns for the sort of a thing, not the thing: 性质.
        pub(crate) sorts: Vocabulary<()> = "sort",
        /// Measure words of things of any sort: 项.
        pub(crate) vague_units: Vocabulary<()> = "vague-unit",
        /// Ends of what counts the first of its kind (首|座), and of what counts one thing (一|台).
        pub(crate) classifiers: Endings<()> = "classifier",
        pub(crate) ones: Endings<()> = "one",
        /// Words that say that a proposal is followed: 采纳|建议.
        pub(crate) heeding: Vocabulary<()> = "heeding",
        /// Verbs between an index and its decimal (系数|缩小|0.05), and other words that lead to one: 为.
        pub(crate) index_changes: Endings<()> = "index-change",
        pub(crate) index_levels: Endings<()> = "index-level",
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
