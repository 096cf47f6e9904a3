//! The time that opens a sentence.

use std::ops::Range;

use super::{Frame, Stretch, Told};
use crate::recognise::{Candidate, Detail};
use crate::record::TimeKind;
use crate::relate::fronting::fronts;

/// What behind a time makes the name of a plan of it: “十五五”规划.
const PLANS: [&str; 4] = ["计划", "规划", "纲要", "行动"];

/// What the time that opens a sentence does.
#[derive(Debug)]
pub(super) enum Opening {
    /// None opens it, or one that is over with the sentence.
    None,
    /// 三年|新建学校: how long something lasts holds for its sentence alone.
    Lasting,
    /// 2025年开工,2027年建成: others contend with it.
    Mixed,
    /// `alone`: nothing is said of the time itself, as in 2025年,… and 2025年是….
    Frame { frame: Frame, alone: bool },
}

pub(super) fn read(told: &Told, candidates: &[Candidate]) -> Opening {
    let text = told.text;
    let times = || candidates.iter().filter(|one| matches!(one.detail, Detail::Time(_)));
    let closes = |time: &Candidate| text[time.range.end..].trim_end_matches('。').is_empty();
    // 这是快速发展的五年。
    if text.starts_with("这是")
        && let Some(frame) = times().next_back().filter(|time| closes(time)).and_then(|time| told.frame(time))
    {
        return Opening::Frame { frame, alone: true };
    }
    let Some(first) = times().next() else { return Opening::None };
    if !fronts(&text[..first.range.start], told.lexicon) {
        return Opening::None;
    }
    let behind = &text[first.range.end..];
    if behind.starts_with('的')
        || text[first.range.clone()].ends_with(['初', '末', '底'])
        || names_plan(behind)
    {
        return Opening::None;
    }
    match told.frame(first) {
        Some(frame) if frame.stretch.is_none() => Opening::Lasting,
        Some(frame) if rivals(text, candidates, frame.stretch).next().is_some() => Opening::Mixed,
        Some(frame) => {
            Opening::Frame { frame, alone: behind.starts_with([',', '是', ':', '比', '同', '与']) }
        }
        None => Opening::None,
    }
}

/// “十五五”|规划: whether a time names a plan.
fn names_plan(behind: &str) -> bool {
    let behind = behind.trim_start_matches('”');
    PLANS.iter().any(|plan| behind.starts_with(plan))
}

/// Where the times stand that open a clause and are no part of the stretch, nor it of them.
pub(super) fn rivals(
    told: &str,
    candidates: &[Candidate],
    stretch: Option<Stretch>,
) -> impl Iterator<Item = usize> {
    candidates.iter().filter_map(move |one| {
        let Detail::Time(time) = &one.detail else { return None };
        let is_dated = matches!(time.kind, TimeKind::Point | TimeKind::Period);
        let own = Stretch::read(time.iso.as_deref().filter(|_| is_dated)?)?;
        if names_plan(&told[one.range.end..]) {
            return None;
        }
        let nests = stretch.is_some_and(|stretch| stretch.nests(own));
        (!nests && opens_clause(&told[..one.range.start])).then_some(one.range.start)
    })
}

fn opens_clause(before: &str) -> bool {
    let before = before.trim_end_matches(['在', '到', '至', ' ', '“']);
    before.is_empty() || before.ends_with([',', ';', ':', '。', '(', '、', '—'])
}

/// 比2023年增长, 同2023年相比: whether the time is only what something is compared with.
pub(super) fn is_base(sentence: &str, time: &Range<usize>) -> bool {
    sentence[..time.start].ends_with(['比', '较', '同', '与', '由', '从', '于'])
}
