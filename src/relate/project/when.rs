//! Which times of a sentence are to come or over, and whether one says when a project reaches its stage.

use std::ops::Range;

use super::part::after_name;
use crate::lexicon::Mood;
use crate::lexicon::iso::{ends, year_of};
use crate::recognise::time::FEAST;
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::TimeKind;
use crate::relate::Thread;
use crate::relate::figure::is_elapsed;

/// Times without a year that are to come where the text around does not look back.
const TO_COME: [&str; 4] = ["年底", "年底前", "年末", "年内"];

/// Whether a time without a year is a limit, which is still to come where the text around does not look back:
/// 6月底前, 9月15日前; not 目前, 3个月前.
pub(super) fn is_limit(time: &str) -> bool {
    time.strip_suffix('前').is_some_and(|time| {
        let is_dated = time.contains('月') && !time.contains('个');
        time.ends_with(['底', '末']) || is_dated && time.ends_with(['月', '日'])
    })
}

/// The times of a sentence that are later than the document; for a document without a day, the limits.
pub(super) fn later(scene: &Scene, thread: &Thread, candidates: &[Candidate]) -> Vec<Range<usize>> {
    let Some(day) = thread.day() else {
        let is_ahead = |candidate: &&Candidate| {
            let Detail::Time(time) = &candidate.detail else { return false };
            time.iso.is_none()
                && thread.outlook != Some(Mood::Done)
                && is_limit(scene.slice(&candidate.range))
        };
        return candidates.iter().filter(is_ahead).map(|candidate| candidate.range.clone()).collect();
    };
    let is_later = |candidate: &&Candidate| {
        let Detail::Time(time) = &candidate.detail else { return false };
        let end = time.iso.as_deref().and_then(|iso| iso.rsplit('/').next());
        let is_past = end.is_none_or(|end| {
            let length = end.len().min(day.len());
            end.get(..length) <= day.get(..length)
        });
        let is_bare = || {
            let time = scene.slice(&candidate.range);
            let comes = || candidate.rule == FEAST || TO_COME.contains(&time) || is_limit(time);
            thread.outlook.is_none() && comes()
        };
        matches!(time.kind, TimeKind::Point | TimeKind::Period) && (!is_past || is_bare())
    };
    candidates.iter().filter(is_later).map(|candidate| candidate.range.clone()).collect()
}

/// The byte at which the first time ends that is over and frames what follows: 两年中|新建公路…,其中主要的是云河公路.
pub(super) fn looks_back(scene: &Scene, past: &[Range<usize>], candidates: &[Candidate]) -> Option<usize> {
    let is_over = |candidate: &&Candidate| {
        let Detail::Time(time) = &candidate.detail else { return false };
        let range = &candidate.range;
        // Not 今后两年中: its duration does not open the sentence.
        let is_stretch = time.kind == TimeKind::Duration
            && range.start == 0
            && scene.text[range.end..].starts_with(['中', '间']);
        is_stretch || past.contains(range) || is_elapsed(scene.slice(range))
    };
    candidates.iter().find(is_over).map(|candidate| candidate.range.end)
}

/// The times of a sentence that ended before the year of the document.
pub(super) fn past(thread: &Thread, candidates: &[Candidate]) -> Vec<Range<usize>> {
    let Some(year) = thread.day().and_then(year_of::<i32>) else { return Vec::new() };
    let is_over = |candidate: &&Candidate| {
        let Detail::Time(time) = &candidate.detail else { return false };
        time.iso.as_deref().and_then(|iso| year_of(ends(iso).1)).is_some_and(|end: i32| end < year)
    };
    candidates.iter().filter(is_over).map(|candidate| candidate.range.clone()).collect()
}

/// Longest opening of a clause before a time, in bytes: 力争于.
const MAX_LEAD_BYTES: usize = 9;

/// Whether a time stands in the clause of a name and says when what is told of the name happens: 云河水厂|年底|通水,
/// 年底前云河水厂通水. Clauses that measure the name (总投资3亿元) may stand between them.
pub(super) fn governs(scene: &Scene, time: &Range<usize>, name: &Range<usize>) -> bool {
    let is_clear = |between: &str| !between.contains([',', ';', '。', ':', '的']);
    if let Some(between) = scene.text.get(name.end..time.start) {
        let between = after_name(between);
        let Some((earlier, last)) = between.rsplit_once(',') else { return is_clear(between) };
        let measures =
            |clause: &str| clause.is_empty() || scene.lexicon.stages.measured_at(clause) == Some(0);
        return is_clear(last) && last.len() <= MAX_LEAD_BYTES && earlier.split(',').all(measures);
    }
    let Some(between) = scene.text.get(time.end..name.start) else { return false };
    // 年底, 云河水厂通水: a time that is a clause of its own.
    is_clear(between) || between == "," && time.start == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Stage;

    #[test]
    fn a_limit_without_a_day_is_still_to_come() {
        for limit in ["6月底前", "8月前", "年底前", "9月15日前"] {
            assert!(is_limit(limit), "{limit}");
        }
        for none in ["6月底", "日前", "目前", "3个月前", "三年前", "十天前", "前"] {
            assert!(!is_limit(none), "{none}");
        }
        let aim = |text: &str| {
            let document = crate::shared().unwrap().extract(text);
            let project = &document.speeches[0].projects[0];
            (project.stage, project.aim)
        };
        assert_eq!(aim("青岩水库工程6月底前完工。"), (Some(Stage::Completed), true));
        assert_eq!(aim("1.青岩大桥8月底前通车。"), (Some(Stage::Operating), true));
        assert_eq!(aim("青岩水厂6月底前已通水。"), (Some(Stage::Operating), false));
        assert_eq!(aim("青岩水库工程6月完工。"), (Some(Stage::Completed), false));
    }
}
