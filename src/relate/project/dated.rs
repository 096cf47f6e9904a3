//! How far a project is, by clauses after its name that hold only a time and a stage:
//! 云河水库,|2023年8月开工,|2026年6月竣工.

use std::ops::Range;

use super::part::after_name;
use crate::recognise::Scene;
use crate::recognise::project::measured;
use crate::record::Stage;

/// Longest opening of a clause before its time, in bytes: 计划于.
const MAX_LEAD_BYTES: usize = 9;
/// Most clauses that are read.
const MAX_CLAUSES: usize = 8;

/// A time of a sentence whose date is known.
pub(super) struct Dated {
    pub(super) time: Range<usize>,
    /// Whether it is later than the document.
    pub(super) is_later: bool,
    /// Whether it has a place in the calendar, and is no length: 2026年6月, not 6个月.
    pub(super) is_date: bool,
    /// Whether it is a stretch that had begun by the document's day: 2023年3月至2026年12月.
    pub(super) is_running: bool,
}

/// The stage that a clause tells with its time.
struct Told {
    stage: Stage,
    is_later: bool,
    /// Whether the clause names the time as that of the end: 竣工时间2026年6月, 工期顺延至2026年6月.
    is_of_end: bool,
}

/// The stage of a work by dated clauses after its name, and whether it is still to come: the furthest of the
/// stages whose time has come, else the nearest of those to come. A single clause counts only if it names the
/// time of the end, or if nothing else says the stage (`is_open`).
pub(super) fn by_dates(scene: &Scene, times: &[Dated], end: usize, is_open: bool) -> Option<(Stage, bool)> {
    if times.is_empty() {
        return None;
    }
    let rest = after_name(&scene.text[end..]);
    let mut start = scene.text.len() - rest.len();
    let told = rest.split([';', '。', ':', '!', '?']).next().unwrap_or_default();
    let mut stages: Vec<Told> = Vec::new();
    for clause in told.split(',').take(MAX_CLAUSES) {
        let range = start..start + clause.len();
        start = range.end + ','.len_utf8();
        match dated(scene, times, &range) {
            Some(stage) => stages.push(stage),
            None if tells_otherwise(scene, clause) || stages.is_empty() && opens_reason(clause) => {}
            None => break,
        }
    }
    if stages.len() < 2 && !is_open && !stages.iter().any(|told| told.is_of_end) {
        return None;
    }
    let reached = stages.iter().filter(|told| !told.is_later).map(|told| told.stage).max();
    let ahead = || stages.iter().map(|told| told.stage).min().map(|stage| (stage, true));
    reached.map(|stage| (stage, false)).or_else(ahead)
}

/// Whether a clause among them says how large the work is, or describes it: |总投资3亿元, |由县水利局负责.
fn tells_otherwise(scene: &Scene, clause: &str) -> bool {
    let stages = &scene.lexicon.stages;
    clause.is_empty() || stages.measured_at(clause) == Some(0) || measured::describes(stages, clause)
}

/// Whether a clause only says why: 由于征地原因.
fn opens_reason(clause: &str) -> bool {
    ["因", "由于", "受"].iter().any(|because| clause.starts_with(because))
}

/// The stage of a clause that is a time and a stage after it (计划于2026年6月竣工), or a stage and its time
/// (竣工时间2026年6月).
fn dated(scene: &Scene, times: &[Dated], clause: &Range<usize>) -> Option<Told> {
    let first = times.partition_point(|dated| dated.time.start < clause.start);
    let own = &times[first..];
    let own = &own[..own.partition_point(|dated| dated.time.end <= clause.end)];
    if let Some(told) = end_of(scene, own, clause) {
        return Some(told);
    }
    let Dated { time, is_later, .. } = own.first()?;
    let (lead, rest) = (&scene.text[clause.start..time.start], &scene.text[time.end..clause.end]);
    let rest = rest.trim_start_matches(['前', '底', '末']);
    if let Some((stage, timing)) = stage_of(scene, lead)
        && rest.is_empty()
        && scene.lexicon.stages.timing.longest_at(timing, 0).is_some()
    {
        return Some(Told { stage, is_later: *is_later, is_of_end: false });
    }
    let (stage, after) = stage_of(scene, rest)?;
    let is_told = after.is_empty() && lead.len() <= MAX_LEAD_BYTES;
    is_told.then_some(Told { stage, is_later: *is_later, is_of_end: false })
}

/// The end of the work, at the last time of a clause that tells when it ends: 竣工时间由9月底延至|11月底,
/// 工期|2023年3月至2026年12月. Within such a stretch the work is being built.
fn end_of(scene: &Scene, own: &[Dated], clause: &Range<usize>) -> Option<Told> {
    let told = scene.slice(clause);
    scene.lexicon.stages.after_end_time(told)?;
    let last = own.last().filter(|last| last.is_date)?;
    let rest = scene.text[last.time.end..clause.end].trim_start_matches(['前', '底', '末']);
    let named = stage_of(scene, told).map(|(stage, _)| stage);
    let stage = named.filter(|stage| *stage >= Stage::Completed).unwrap_or(Stage::Completed);
    let is_building = last.is_running && last.is_later;
    let (stage, is_later) = if is_building { (Stage::Building, false) } else { (stage, last.is_later) };
    rest.is_empty().then_some(Told { stage, is_later, is_of_end: true })
}

/// The furthest stage told by the words that open a text, and the text after them.
fn stage_of<'t>(scene: &Scene, text: &'t str) -> Option<(Stage, &'t str)> {
    let (mut stage, mut rest) = (None, text);
    while let Some((range, mark)) = scene.lexicon.stages.marks.longest_at(rest, 0)
        && (mark.stage.is_some() || mark.is_adverb || mark.is_done)
    {
        stage = stage.max(mark.stage);
        rest = &rest[range.end..];
    }
    stage.map(|stage| (stage, rest))
}

#[cfg(test)]
mod tests {
    use crate::record::Stage::{self, Building, Completed, Operating, Started};

    fn told(text: &str) -> (Option<Stage>, bool) {
        let date = "2025-01-20".parse().unwrap();
        let document = crate::shared().unwrap().extract_dated(text, Some(&date));
        let project = document.speeches[0].projects.first().unwrap_or_else(|| panic!("{text}"));
        (project.stage, project.aim)
    }

    #[test]
    fn of_dated_stages_that_counts_whose_time_has_come() {
        for (clauses, stage, aim) in [
            (",2023年8月开工,2026年6月竣工", Started, false),
            (",2025年3月开工,2026年12月竣工", Started, true),
            ("总投资5亿元,2026年6月竣工,2025年3月开工", Started, true),
            (",2021年8月开工,2024年6月建成通水", Operating, false),
            ("总投资5亿元,开工时间2023年8月,竣工时间2026年6月", Started, false),
            ("总投资3亿元,由县水利局负责,2027年建成", Completed, true),
            (",投资3亿元,2025年10月投产", Operating, true),
            ("总投资3亿元,建成后日供水5万吨,2025年12月底投产", Operating, true),
            ("总投资3亿元,2024年10月投产", Operating, false),
            (",2023年8月开工,计划于2026年6月竣工", Started, false),
            (",开工时间2025年10月,竣工时间2026年12月", Started, true),
            (",由于征地原因,工期顺延至2026年6月", Completed, true),
            ("竣工时间由2025年9月底延至11月底", Completed, true),
            ("完工时间调整为2026年6月", Completed, true),
            (",总投资3亿元,建设周期2023-2026年", Building, false),
            (",建设工期2025年3月至2026年12月", Completed, true),
        ] {
            assert_eq!(told(&format!("青岩水库工程{clauses}。")), (Some(stage), aim), "{clauses}");
        }
    }
}
