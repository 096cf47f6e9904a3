//! Indexes the records of a speech by position, and the measures by their records, so that no lookup walks
//! over all.

use std::cell::OnceCell;

use super::reader::Reader;
use crate::document::DueLabel;
use crate::record::{Measure, Speech};

/// The measures by their objects, figures and projects.
pub(super) struct Index {
    /// Indices of the measures, in the order of their objects.
    by_object: Vec<usize>,
    /// For each figure, the measures that have it.
    of_figure: Vec<Vec<usize>>,
    /// For each project, the first measure about it.
    of_project: Vec<Option<usize>>,
    /// The body that the speech reports for, once asked for.
    pub(super) represents: OnceCell<Option<String>>,
    /// The labels that tell a deadline, once asked for.
    pub(super) due_labels: OnceCell<Vec<DueLabel>>,
}

impl Index {
    pub(super) fn new(speech: &Speech) -> Self {
        let mut of_figure = vec![Vec::new(); speech.figures.len()];
        let mut of_project = vec![None; speech.projects.len()];
        for (at, measure) in speech.measures.iter().enumerate() {
            for figure in &measure.figures {
                of_figure.get_mut(*figure).into_iter().for_each(|of| of.push(at));
            }
            for project in &measure.projects {
                of_project.get_mut(*project).into_iter().for_each(|of| *of = of.or(Some(at)));
            }
        }
        let mut by_object: Vec<usize> = (0..speech.measures.len()).collect();
        by_object.sort_by_key(|at| speech.measures[*at].object.span.start);
        Index { by_object, of_figure, of_project, represents: OnceCell::new(), due_labels: OnceCell::new() }
    }
}

impl Reader<'_> {
    /// The first measure about a project.
    pub(super) fn measure_about(&self, project: usize) -> Option<&Measure> {
        let at = self.index.of_project.get(project).copied().flatten()?;
        self.speech.measures.get(at)
    }

    /// The measures that have a figure.
    pub(super) fn measures_with(&self, figure: usize) -> impl Iterator<Item = &Measure> {
        let having = self.index.of_figure.get(figure).into_iter().flatten();
        having.filter_map(|at| self.speech.measures.get(*at))
    }

    /// The measures whose objects start between two code points, in text order.
    pub(super) fn objects_from(&self, from: usize, to: usize) -> impl Iterator<Item = &Measure> {
        let start = |at: &usize| self.speech.measures[*at].object.span.start;
        let first = self.index.by_object.partition_point(|at| start(at) < from);
        let objects = self.index.by_object[first..].iter().copied();
        let mut found: Vec<usize> = objects.take_while(|at| start(at) < to).collect();
        found.sort_unstable();
        found.into_iter().map(|at| &self.speech.measures[at])
    }

    /// The measures of the same clause, the given one included.
    pub(super) fn of_clause<'m>(&'m self, measure: &'m Measure) -> impl Iterator<Item = &'m Measure> {
        let measures = &self.speech.measures;
        let first = measures.partition_point(|other| other.span.start < measure.span.start);
        let near = measures[first..].iter().take_while(|other| other.span.start == measure.span.start);
        near.filter(|other| other.span == measure.span)
    }
}
