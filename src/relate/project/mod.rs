//! Ties a project to its stage and its figures.

mod dated;
mod part;
mod when;

use std::ops::Range;

use super::reached::{self, Outcome};
use super::{Thread, sizes};
use crate::lexicon::{Heading, Mood};
use crate::recognise::project;
use crate::recognise::project::list;
use crate::recognise::project::piece::Piece;
use crate::recognise::project::stage::Reading;
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::{RecordKind, Stage};
use dated::{Dated, by_dates};
pub(super) use part::after_name;
use part::completes_part;
use when::{governs, is_limit, later, looks_back, past};

/// Fills in stage, aim and figures of the sentence's projects.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut [Candidate]) {
    if !candidates.iter().any(|candidate| candidate.kind() == RecordKind::Projects) {
        return;
    }
    let (pieces, lists) = (scene.pieces(), scene.lists());
    let outlook = outlook(scene, thread, pieces);
    // In a plan, whatever reaches its stage will do so: 青川机场|投入使用.
    let is_planned = thread.outlook == Some(Mood::Plan);
    let figures: Vec<(usize, Range<usize>)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.kind() == RecordKind::Figures)
        .map(|(index, candidate)| (index, candidate.range.clone()))
        .collect();
    let later = later(scene, thread, candidates);
    let dated = dates(candidates, &later, thread.day());
    let past = past(thread, candidates);
    let back = looks_back(scene, &past, candidates);
    let is_reviewed = is_reviewed(scene, thread);
    let names: Vec<usize> = candidates
        .iter()
        .filter(|candidate| candidate.kind() == RecordKind::Projects)
        .map(|candidate| candidate.range.start)
        .collect();
    for candidate in candidates.iter_mut() {
        let range = candidate.range.clone();
        let is_scheme = candidate.rule == project::KNOWN;
        let Detail::Project(project) = &mut candidate.detail else { continue };
        // By the end of the name: a quoted shape may start it before its list begins.
        let at = lists.partition_point(|list| pieces[list.last].range.end < range.end);
        if let Some(list) = lists.get(at).filter(|_| project.stage.is_none()) {
            let reading = list.reading(scene, pieces);
            // 推进南水北调工程水源区保护: it is not the scheme that is pushed on.
            if !(is_scheme && list::modifies(scene, pieces, list, &range)) {
                // 两年中新建公路九千公里,其中主要的是云河公路: a sentence that opens with a time that is over reports.
                let reports = outlook == Outlook::Unsaid
                    && reading.is_made
                    && back.is_some_and(|end| end <= range.start);
                let outlook = if reports { Outlook::Reports } else { outlook };
                (project.stage, project.aim) = stage_of(&reading, outlook, is_planned);
                let is_event =
                    matches!(project.stage, Some(Stage::Started | Stage::Completed | Stage::Operating));
                let is_open = is_event && !reading.is_done;
                // 9月底前完工: a limit ahead counts even where the text reports, unless a heading says that it
                // does.
                let is_told = |time: &Range<usize>| {
                    outlook != Outlook::Reports || !is_reviewed && is_limit(scene.slice(time))
                };
                project.aim |=
                    is_open && later.iter().any(|time| is_told(time) && governs(scene, time, &range));
                if is_ended(project.stage) && !reading.leads && completes_part(scene, &range) {
                    (project.stage, project.aim) = (Some(Stage::Building), false);
                }
                // ,投资3亿元,2027年10月投产: a single date ahead tells that this stage is still to come.
                let ahead = || {
                    let told = by_dates(scene, &dated, range.end, true);
                    told.filter(|(stage, is_later)| *is_later && project.stage == Some(*stage))
                };
                if !reading.is_done
                    && !is_reviewed
                    && let Some(told) =
                        by_dates(scene, &dated, range.end, project.stage.is_none()).or_else(ahead)
                {
                    (project.stage, project.aim) = (Some(told.0), told.1);
                }
                if let Some(stage) = project.stage.filter(|stage| *stage != Stage::Planned && !project.aim) {
                    let is_past = || past.iter().any(|time| governs(scene, time, &range));
                    // 云河水厂、青川水厂等2个项目|未开工: what is said of a list stands after all of it.
                    let told = pieces[list.last].range.end.max(range.end);
                    match reached::outcome(scene, &(range.start..told), stage, is_past) {
                        Outcome::Reached => {}
                        Outcome::Part => project.stage = Some(Stage::Building),
                        Outcome::Ahead => project.aim = true,
                        Outcome::Open => project.stage = None,
                    }
                }
            }
        }
        if is_scheme && project.stage.is_none() {
            project.stage = scene.lexicon.stages.told_of_scheme(clauses_after(scene, range.end));
        }
        project.figures = sizes::said_of(scene, &range, &figures, &names);
    }
}

fn is_ended(stage: Option<Stage>) -> bool {
    matches!(stage, Some(Stage::Completed | Stage::Operating))
}

/// The times of a sentence whose dates are known; `later` holds those that are later than the document, which
/// is of this day.
fn dates(candidates: &[Candidate], later: &[Range<usize>], day: Option<&str>) -> Vec<Dated> {
    let dated = candidates.iter().filter_map(|candidate| {
        let Detail::Time(time) = &candidate.detail else { return None };
        let iso = time.iso.as_deref()?;
        let begins = iso.split_once('/').map(|(begins, _)| begins);
        let has_begun = |(begins, day): (&str, &str)| {
            let length = begins.len().min(day.len());
            begins.get(..length) <= day.get(..length)
        };
        Some(Dated {
            time: candidate.range.clone(),
            is_later: later.contains(&candidate.range),
            is_date: iso.starts_with(|c: char| c.is_ascii_digit()),
            is_running: begins.zip(day).is_some_and(has_begun),
        })
    });
    dated.collect()
}

/// Whether a heading above says that what follows was done, whatever times that names.
fn is_reviewed(scene: &Scene, thread: &Thread) -> bool {
    let lexicon = scene.lexicon;
    thread.headings.iter().any(|heading| {
        lexicon.stages.promises(heading) == Some(false)
            || lexicon.outlook.of_heading(heading) == Some(Heading::Tells(Mood::Done))
    })
}

/// The stage that a reading says, and whether it is still to come; `is_planned` where the text around is a
/// plan.
fn stage_of(reading: &Reading, outlook: Outlook, is_planned: bool) -> (Option<Stage>, bool) {
    let stage = match outlook {
        Outlook::Reports if reading.is_made => Some(Stage::Completed),
        _ => reading.stage,
    };
    let aim = match stage {
        None => false,
        Some(_) if reading.is_done => false,
        // 推动云河铁路纳入规划: what others grant is still sought; 推进前期工作: this stage is going on.
        Some(Stage::Planned) => reading.is_granted && reading.is_pushed,
        Some(_) => {
            reading.is_pushed
                || (reading.leads || reading.is_event && is_planned) && outlook == Outlook::Promises
        }
    };
    (stage, aim)
}

/// Whether a sentence speaks of what shall be or of what is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outlook {
    Promises,
    Reports,
    Unsaid,
}

/// What the sentence speaks of: by its headings, else by its words, else by the text around it.
fn outlook(scene: &Scene, thread: &Thread, pieces: &[Piece]) -> Outlook {
    let headings = thread.headings.iter().rev();
    if let Some(promises) = headings.filter_map(|heading| scene.lexicon.stages.promises(heading)).next() {
        return if promises { Outlook::Promises } else { Outlook::Reports };
    }
    let marks = pieces.iter().filter_map(|piece| piece.mark);
    // 推进 stands in reviews as well, and promises something only in a plan.
    let is_plan = thread.outlook == Some(Mood::Plan);
    let aims = marks.clone().filter(|mark| mark.is_aim || mark.is_push && is_plan).count();
    let done = marks.filter(|mark| mark.is_done).count();
    match thread.outlook {
        _ if aims > done => Outlook::Promises,
        Some(Mood::Plan) if done == 0 => Outlook::Promises,
        Some(Mood::Done) if aims == 0 => Outlook::Reports,
        _ => Outlook::Unsaid,
    }
}

/// Longest text after the name of a scheme that tells of it, in bytes.
const MAX_TOLD_BYTES: usize = 48;

/// The text after a name, up to the end of its sentence or the next member of a list.
fn clauses_after<'s>(scene: &Scene<'s>, end: usize) -> &'s str {
    let rest =
        scene.text[end..].trim_start_matches('”').trim_start_matches("工程").trim_start_matches("三大");
    let told = rest.char_indices().find(|(at, c)| *at >= MAX_TOLD_BYTES || matches!(c, '。' | ';' | '、'));
    told.map_or(rest, |(at, _)| &rest[..at])
}

#[cfg(test)]
mod tests;
