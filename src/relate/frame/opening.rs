//! The time that opens a sentence.

use std::ops::Range;

use super::{Frame, Stretch, Told};
use crate::recognise::{Candidate, Detail};
use crate::record::TimeKind;
use crate::relate::fronting::{self, names_plan};

/// What the time that opens a sentence does.
#[derive(Debug)]
pub(super) enum Opening {
    /// None opens it, or one that is over with the sentence.
    None,
    /// 三年|新建学校: how many years something lasts holds for its sentence alone.
    Lasting(Option<i32>),
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
    let Some(first) = fronting::opening(text, candidates, told.lexicon) else { return Opening::None };
    let behind = &text[first.range.end..];
    match told.frame(first) {
        Some(frame) if frame.stretch.is_none() => Opening::Lasting(frame.years),
        Some(frame) if rivals(text, candidates, frame.stretch).next().is_some() => Opening::Mixed,
        Some(frame) => {
            Opening::Frame { frame, alone: behind.starts_with([',', '是', ':', '比', '同', '与']) }
        }
        None => Opening::None,
    }
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
        let behind = &told[one.range.end..];
        // 在上年增长9%的基础上: what a change starts from contends with nothing.
        let lays_base = || behind.split(',').next().is_some_and(|clause| clause.contains("基础上"));
        if names_plan(behind) || lays_base() {
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
