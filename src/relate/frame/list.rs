//! A list, and the time of the sentence that announces it: 今年要做好以下工作:.

use super::{Frame, SentenceView};
use crate::layout::is_numbered;
use crate::numeral::is_numeric;
use crate::relate::figure::is_item;

/// Words that announce what follows, each with 下.
const FOLLOWS: [&str; 3] = ["如下", "以下", "下列"];
/// Verbs before what the text aims at or goes by, whose time is not that of the list: 为实现2035年远景目标,重点抓好:.
const AIMS: [&str; 5] = ["实现", "围绕", "完成", "对照", "按照"];

/// How the items of a list are numbered or marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A number: 一是, (一), 第一,. An item may have several paragraphs.
    Number,
    /// A sign: ——, 粮食:, …;. An item is one paragraph.
    Sign,
}

#[derive(Debug)]
pub(super) struct List {
    pub(super) frame: Frame,
    mark: Option<Mark>,
    /// The outermost rank of its items' headings.
    rank: u8,
}

impl List {
    /// A list that a section of this rank announces.
    pub(super) fn new(frame: Frame, within: u8) -> Self {
        List { frame, mark: None, rank: within + 1 }
    }

    /// Whether a paragraph with this time can belong to the list.
    pub(super) fn holds(&self, frame: &Frame) -> bool {
        self.frame.stretch.zip(frame.stretch).is_none_or(|(list, own)| list.holds(own))
    }

    /// The list, unless it ends before the paragraph that opens with this sentence, and with a heading of
    /// this rank, if any.
    pub(super) fn goes_on(mut self, told: &str, opened: Option<u8>) -> Option<Self> {
        let mark = mark(told);
        if told.starts_with("各位") || told.starts_with("同志们") {
            return None;
        }
        let Some(known) = self.mark else {
            self.mark = Some(mark?);
            self.rank = opened.unwrap_or(self.rank);
            return Some(self);
        };
        let is_outer = opened.is_some_and(|opened| opened < self.rank);
        let is_after = known == Mark::Sign && mark != Some(Mark::Sign);
        (!is_outer && !is_after).then_some(self)
    }
}

fn mark(told: &str) -> Option<Mark> {
    let told = told.trim_start();
    let number = told.trim_start_matches('第');
    let rest = number.trim_start_matches(is_numeric);
    let is_ordinal = rest.len() < number.len() && rest.starts_with(['是', ',']);
    if is_ordinal || is_numbered(told) || told.starts_with("首先") {
        Some(Mark::Number)
    } else {
        (told.starts_with("—") || told.ends_with(';') || is_item(told)).then_some(Mark::Sign)
    }
}

/// Whether a sentence that ends its paragraph announces a list: by its own words, or by the number that opens
/// the next paragraph.
pub(super) fn announces(told: &SentenceView, next: &str) -> bool {
    told.lexicon.phrases.firsts.longest_at(next.trim_start(), 0).is_some() || says_what_follows(told.text)
}

fn says_what_follows(told: &str) -> bool {
    told.ends_with(':') || told.contains('下') && FOLLOWS.iter().any(|follows| told.contains(follows))
}

/// The time of the sentence that announces a list: the only time in it, if it says what follows; else that of
/// its paragraph.
pub(super) fn frame(told: &SentenceView, paragraph: Option<&Frame>) -> Option<Frame> {
    let times = || told.times.iter().filter(|time| !told.is_base(time));
    let only = || {
        let time = times().next().filter(|_| times().count() == 1)?;
        let before = &told.text[..time.range.start];
        // 报告了2025年的任务以后,谈了以下问题: this time is that of what was told before.
        let is_aim = AIMS.iter().any(|aim| before.ends_with(aim)) || before.ends_with('了');
        Frame::read(told, time).filter(|frame| !is_aim && frame.stretch.is_some())
    };
    let named = if says_what_follows(told.text) { only() } else { None };
    named.or_else(|| paragraph.cloned())
}
