//! By when something is to be done: which times of a clause are limits, and which have not passed.

use super::word::{Mark, Word};
use super::{Reader, time_of};
use crate::lexicon::Measures;
use crate::lexicon::iso::{ends, year_of};
use crate::numeral::is_numeric;
use crate::recognise::Detail;
use crate::record::{RecordKind, TimeKind};

/// Length of a day as ISO writes it, in bytes: 2026-01-08.
const ISO_DAY: usize = 10;
/// Longest name of a part of a year, in characters.
const MAX_TERM_CHARS: usize = 6;
/// Most characters of a plan's name after the years that it runs.
const MAX_PLAN_CHARS: usize = 8;

impl Reader<'_, '_> {
    /// The limit that an object names for all of it: 渔港年底前建成; not in 到2030年达到的水平.
    pub(super) fn limit(&self, object: &[Word]) -> Option<usize> {
        let own = object.iter().rposition(|word| word.mark == Mark::De).map_or(object, |of| &object[of..]);
        // 力争今年产量达到5万吨: the year of an amount; 完成今年任务 has no other end than the year.
        // 提出今年增长目标为5%: the year of a target that has been set is no limit.
        let is_set = object.iter().any(|word| word.record.is_none() && word.text == "为");
        let is_amount = object.iter().any(|word| word.is(RecordKind::Figures)) && !is_set;
        let is_year = |time: &usize| {
            matches!(self.scene.slice(&self.candidates[*time].range), "今年" | "本年" | "明年" | "全年")
        };
        let first = object.first().and_then(time_of).filter(|time| is_amount && is_year(time));
        first.or_else(|| own.iter().filter_map(time_of).find(|time| self.is_limit(*time)))
    }

    /// Whether its words make a time a limit: 年底前, 到2027年.
    pub(super) fn is_limit(&self, time: usize) -> bool {
        let range = &self.candidates[time].range;
        self.scene.slice(range).ends_with(['前', '底', '末', '内'])
            || self.scene.text[..range.start].ends_with(['到', '至'])
    }

    /// Whether a time is one by which something is to be done: a date or a period that has not passed.
    pub(super) fn is_to_come(&self, time: usize) -> bool {
        let Detail::Time(own) = &self.candidates[time].detail else { return false };
        let text = self.scene.slice(&self.candidates[time].range);
        let after = &self.scene.text[self.candidates[time].range.end..];
        // 在新的一年里: the time during which, not by which.
        let is_frame = text.ends_with('里') || after.starts_with('里') && !after.starts_with("里程");
        let opens = text.ends_with(['起', '后', '来'])
            || is_frame
            || after.starts_with(['起', '后'])
            || opens_term(after, &self.scene.lexicon.measures)
            || after.starts_with("以来")
            || after.starts_with("开始");
        let ends = own.iso.as_deref().and_then(|iso| year_of::<i32>(ends(iso).1));
        // 第二个五年计划规定…: a plan is a time only where it runs.
        let is_plan = text.ends_with("计划") && !after.starts_with('期')
            || own.kind == TimeKind::Period && text.starts_with(is_numeric) && names_plan(after);
        // A single day tells what was: 1月8日, 发布….
        let is_day = own.iso.as_deref().is_some_and(|iso| iso.len() == ISO_DAY) && !self.is_limit(time);
        let is_due = match ends.zip(self.thread.day().and_then(year_of)) {
            Some((end, today)) => end >= today,
            None => self.is_limit(time),
        };
        // 两年内: a length that is a limit.
        let is_stretch = own.kind == TimeKind::Duration && text.ends_with('内');
        let is_span = own.kind == TimeKind::Duration && self.is_taken(time);
        (is_stretch || is_span || matches!(own.kind, TimeKind::Point | TimeKind::Period))
            && !opens
            && !is_day
            && !is_plan
            && (is_due || is_span)
    }

    /// Whether a time tells how long something is to take: 用两年时间.
    fn is_taken(&self, time: usize) -> bool {
        let range = &self.candidates[time].range;
        self.scene.text[..range.start].ends_with(['用', '花', '以'])
            && self.scene.text[range.end..]
                .trim_start_matches("左右")
                .trim_start_matches('的')
                .starts_with("时间")
    }
}

/// Whether the part of a year goes on from which on something is done: 2026年|春季学期起.
fn opens_term(after: &str, measures: &Measures) -> bool {
    let before = after.split_once('起').map_or("", |(before, _)| before);
    measures.terms.end(before) && before.chars().count() <= MAX_TERM_CHARS
}

/// Whether a name that ends in a plan goes on: 五年|渔港建设计划.
fn names_plan(after: &str) -> bool {
    let name = after.chars().take(MAX_PLAN_CHARS).take_while(|one| one.is_alphanumeric() && *one != '的');
    name.collect::<String>().contains("计划")
}
