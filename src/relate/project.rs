//! A project to its stage and its figures.

use std::ops::Range;

use super::Thread;
use crate::recognise::project::piece::{self, Piece};
use crate::recognise::project::{self, List, stage};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::{RecordKind, Stage};

/// Fills in stage, aim and figures of the sentence's projects.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    if !candidates.iter().any(|candidate| candidate.kind() == RecordKind::Projects) {
        return;
    }
    let pieces = piece::pieces(scene);
    let lists = project::lists(scene, &pieces);
    let promises = promises(scene, thread, &pieces);
    let figures: Vec<(usize, Range<usize>)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.kind() == RecordKind::Figures)
        .map(|(index, candidate)| (index, candidate.range.clone()))
        .collect();
    for candidate in candidates.iter_mut() {
        let range = candidate.range.clone();
        let Detail::Project(project) = &mut candidate.detail else { continue };
        if project.stage.is_none() {
            (project.stage, project.aim) = stage_of(&pieces, &lists, &range, promises);
        }
        project.figures = said_of(scene, &range, &figures);
    }
}

/// The stage that the words around the name tell of, and whether it is still to come.
fn stage_of(pieces: &[Piece], lists: &[List], name: &Range<usize>, promises: bool) -> (Option<Stage>, bool) {
    let at = lists.partition_point(|list| pieces[list.last].range.end <= name.start);
    let Some(list) = lists.get(at) else { return (None, false) };
    let reading = stage::read(pieces, list.first, list.last);
    let aim = match reading.stage {
        None | Some(Stage::Planned) => false,
        Some(_) if reading.is_done => false,
        Some(_) => reading.is_pushed || reading.leads && promises,
    };
    (reading.stage, aim)
}

/// Whether the sentence speaks of what shall be: by its headings, else by its words.
fn promises(scene: &Scene, thread: &Thread, pieces: &[Piece]) -> bool {
    let headings = thread.headings.iter().rev();
    if let Some(promises) = headings.filter_map(|heading| scene.lexicon.stages.promises(heading)).next() {
        return promises;
    }
    let marks = pieces.iter().filter_map(|piece| piece.mark);
    let aims = marks.clone().filter(|mark| mark.is_aim || mark.is_push).count();
    let done = marks.filter(|mark| mark.is_done).count();
    aims > done
}

/// How far, in bytes, a figure may stand behind the name that it describes.
const NEAR: usize = 36;

/// Figures inside the name, and those that an attribute ties to it in its clause: 总投资3亿元.
fn said_of(scene: &Scene, name: &Range<usize>, figures: &[(usize, Range<usize>)]) -> Vec<usize> {
    let from = figures.partition_point(|(_, figure)| figure.start < name.start);
    let belongs = |figure: &Range<usize>| {
        if figure.start < name.end {
            return figure.end <= name.end;
        }
        let between = &scene.text[name.end..figure.start];
        scene.lexicon.stages.measures_project(between) && !between.contains(['、', ';', '。'])
    };
    figures[from..]
        .iter()
        .take_while(|(_, figure)| figure.start < name.end + NEAR)
        .filter(|(_, figure)| belongs(figure))
        .map(|(index, _)| *index)
        .collect()
}
