//! Words around a figure that say whether it is a target, what it came to, and which years it is of.

use super::table::word_classes;
use super::vocabulary::{Endings, Vocabulary};

/// How many characters before a word of target are searched for one of having met it.
const MAX_MET_CHARS: usize = 6;

word_classes! {
    /// The classes of `dictionaries/target_cues.tsv`.
    pub(crate) struct TargetCues from "target_cues.tsv" {
        targets: Vocabulary<()> = "target",
        met: Vocabulary<()> = "met",
        missed: Vocabulary<()> = "missed",
        reached: Vocabulary<()> = "reached",
        yearly: Vocabulary<()> = "yearly",
        sums: Vocabulary<()> = "sum",
        added: Vocabulary<()> = "added",
        changes: Vocabulary<()> = "change",
        rises: Vocabulary<()> = "rise",
        falls: Vocabulary<()> = "fall",
        parts: Endings<()> = "part",
        wholes: Endings<()> = "whole",
        measured: Endings<()> = "measured",
        moved: Vocabulary<()> = "moved",
        ranks: Endings<&'static str> = "rank",
    }
}

impl TargetCues {
    /// Whether these words say that what follows was not reached: 没有实现….
    pub(crate) fn misses(&self, before: &str) -> bool {
        has(&self.missed, before)
    }

    /// Whether these words end with one of having met a target: 高于.
    pub(crate) fn is_met_at_end(&self, before: &str) -> bool {
        ends_with_one(&self.met, before)
    }

    /// Whether a clause says that a target was met or missed, or is measured by one: 超额完成, 低于, 未完成.
    pub(crate) fn compares(&self, clause: &str) -> bool {
        has(&self.met, clause) || has(&self.missed, clause)
    }

    /// Whether these words end with one that says what an amount has come to: 增加到, 突破.
    pub(crate) fn is_reached_at_end(&self, before: &str) -> bool {
        ends_with_one(&self.reached, before)
    }

    /// Whether a sentence sets targets: 主要预期目标是…, but not 超过预期目标.
    pub(crate) fn sets_target(&self, sentence: &str) -> bool {
        let mut targets = self.targets.find(sentence);
        targets.any(|(range, ())| {
            let before = &sentence[..range.start];
            let near = before.char_indices().rev().take(MAX_MET_CHARS).map(|(at, _)| at).last().unwrap_or(0);
            !has(&self.met, &before[near..])
        })
    }

    /// Whether a figure after these words is of each year of a period: 年均.
    pub(crate) fn is_yearly(&self, gap: &str) -> bool {
        has(&self.yearly, gap)
    }

    /// Whether a figure is the sum of all years: a word before its indicator (累计) or between the two (总额)
    /// says so.
    pub(crate) fn is_sum(&self, clause: &str, gap: &str) -> bool {
        has(&self.added, clause) || has(&self.sums, gap)
    }

    /// Whether these words are of a change in percent: 增长.
    pub(crate) fn changes(&self, gap: &str) -> bool {
        has(&self.changes, gap)
    }

    /// Whether these words name a rise: 涨幅.
    pub(crate) fn names_rise(&self, before: &str) -> bool {
        has(&self.rises, before)
    }

    /// Whether these words end with a name for only a part of a place, or of those in it: 城市副中心.
    pub(crate) fn names_part_at_end(&self, before: &str) -> bool {
        let start = |words: &Endings<()>| words.longest(before).map(|(start, ())| start);
        // The longer of 区 and 全区.
        start(&self.parts).is_some_and(|part| start(&self.wholes).is_none_or(|whole| part < whole))
    }

    /// Whether these words end with one after which a target is what something is measured by: 比|计划.
    pub(crate) fn measures_by_aim(&self, before: &str) -> bool {
        self.measured.end(before)
    }

    /// Whether these words say that a change went on from where it began: 由2.8%提高|到.
    pub(crate) fn moves_on(&self, after: &str) -> bool {
        has(&self.moved, after)
    }

    /// The rank of the division that a name ends as; wider divisions have lower ranks: 清溪|县.
    pub(crate) fn rank(&self, name: &str) -> Option<&'static str> {
        self.ranks.longest(name).map(|(_, rank)| *rank)
    }

    /// Whether these words name a fall: 降幅.
    pub(crate) fn names_fall(&self, before: &str) -> bool {
        has(&self.falls, before)
    }
}

fn has(words: &Vocabulary<()>, text: &str) -> bool {
    words.find(text).next().is_some()
}

fn ends_with_one(words: &Vocabulary<()>, text: &str) -> bool {
    words.find(text).any(|(range, ())| range.end == text.len())
}
