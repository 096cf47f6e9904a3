//! Step 9: overlapping candidates to the ones that stand.
//!
//! The rule, key by key: the user's words first; then the longer; then the more specific kind, in
//! the order of [`specificity`]; then the stronger evidence; then the one that starts first; then
//! the rule whose id sorts first. A candidate stands unless it overlaps one that stands. Two kinds
//! are exempt: a figure may lie inside a project (名扬3.18亿元…生产线), and matches of the user's
//! patterns overlap everything and hinder nothing.

use std::cmp::Reverse;
use std::ops::Range;

use crate::recognise::{Candidate, Detail, Evidence};
use crate::record::{BodyKind, RecordKind};

/// Rank of a candidate's kind among those that cover the same characters; lower is more specific. A project
/// is what a verb acts on (加快建设…博物馆), so it goes before a body, unless a dictionary knows the body and
/// the project is less certain.
fn specificity(candidate: &Candidate) -> u8 {
    match candidate.kind() {
        RecordKind::Citations => 0,
        RecordKind::Times => 1,
        RecordKind::Figures => 2,
        // 欧佩克|主席: a body of nations that a dictionary knows is no person.
        RecordKind::Bodies if is_of_nations(candidate) => 2,
        RecordKind::People => 3,
        RecordKind::Posts => 4,
        RecordKind::Projects if candidate.evidence >= Evidence::Certain => 5,
        RecordKind::Bodies if candidate.evidence >= Evidence::Certain => 6,
        RecordKind::Projects => 7,
        RecordKind::Bodies => 8,
        RecordKind::Places => 9,
        RecordKind::Terms => 10,
        RecordKind::Measures | RecordKind::Matches => 11,
    }
}

fn is_of_nations(candidate: &Candidate) -> bool {
    candidate.detail == Detail::Body(BodyKind::International) && candidate.evidence >= Evidence::Certain
}

/// The candidates that stand, in text order.
#[cfg(test)]
pub(crate) fn resolve(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    take_standing(&mut candidates)
}

/// The candidates that stand, in text order. Empties the list, whose memory serves the next sentence.
pub(crate) fn take_standing(candidates: &mut Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.rule.cmp(&b.rule)));
    let mut standing: Vec<Candidate> = Vec::with_capacity(candidates.len());
    let mut taken = Taken::default();
    for candidate in candidates.drain(..) {
        if candidate.kind() == RecordKind::Matches || taken.take(&candidate) {
            standing.push(candidate);
        }
    }
    standing.sort_by_key(|candidate| (candidate.range.start, Reverse(candidate.range.end), candidate.kind()));
    standing
}

fn order(candidate: &Candidate) -> impl Ord + use<> {
    let by_user = candidate.evidence == Evidence::User;
    let length = candidate.range.len();
    let specificity = specificity(candidate);
    (Reverse(by_user), Reverse(length), specificity, Reverse(candidate.evidence), candidate.range.start)
}

/// Whether no standing candidate covers any of this stretch. Candidates are in text order; matches hinder
/// nothing. A project may hold figures, so the walk back passes over them, up to the first record of another
/// kind.
pub(crate) fn is_free(range: &Range<usize>, standing: &[Candidate]) -> bool {
    let next = standing.partition_point(|candidate| candidate.range.start < range.end);
    let holds = |candidate: &Candidate| candidate.range.end > range.start;
    let mut others =
        standing[..next].iter().rev().filter(|candidate| candidate.kind() != RecordKind::Matches);
    let last = others.find(|candidate| candidate.kind() != RecordKind::Figures || holds(candidate));
    !last.is_some_and(holds)
}

/// The stretches that standing candidates cover, by their starts. Figures and projects are kept apart from
/// the rest, because a figure may lie inside a project.
#[derive(Default)]
struct Taken {
    projects: std::collections::BTreeMap<usize, usize>,
    figures: std::collections::BTreeMap<usize, usize>,
    others: std::collections::BTreeMap<usize, usize>,
}

impl Taken {
    /// Covers the candidate's stretch unless it is taken; returns whether it was free.
    fn take(&mut self, candidate: &Candidate) -> bool {
        let range = &candidate.range;
        let free = match candidate.kind() {
            RecordKind::Figures => {
                let inside = covering(&self.projects, range).is_none_or(|project| contains(&project, range));
                inside && covering(&self.figures, range).or(covering(&self.others, range)).is_none()
            }
            _ => {
                [&self.projects, &self.others, &self.figures].iter().all(|map| covering(map, range).is_none())
            }
        };
        if free {
            let map = match candidate.kind() {
                RecordKind::Projects => &mut self.projects,
                RecordKind::Figures => &mut self.figures,
                _ => &mut self.others,
            };
            map.insert(range.start, range.end);
        }
        free
    }
}

/// A taken stretch that shares a byte with this one. Taken stretches of one map are disjoint, so
/// the last that starts before the end decides.
fn covering(taken: &std::collections::BTreeMap<usize, usize>, range: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = taken.range(..range.end).next_back()?;
    (*end > range.start).then_some(*start..*end)
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::Project;

    fn candidate(range: Range<usize>, detail: Detail, evidence: Evidence) -> Candidate {
        Candidate::new(range, "made.up", evidence, detail)
    }

    fn body(range: Range<usize>) -> Candidate {
        candidate(range, Detail::Body(BodyKind::Other), Evidence::Form)
    }

    fn place(range: Range<usize>, evidence: Evidence) -> Candidate {
        candidate(range, Detail::Place { code: None }, evidence)
    }

    #[test]
    fn the_longer_stands_then_the_more_specific_then_the_surer() {
        let cases = [
            (vec![place(0..6, Evidence::Certain), body(0..12)], vec![body(0..12)]),
            (vec![place(0..6, Evidence::Certain), body(0..6)], vec![body(0..6)]),
            (
                vec![place(0..6, Evidence::Form), place(0..6, Evidence::Certain)],
                vec![place(0..6, Evidence::Certain)],
            ),
            (vec![place(0..6, Evidence::User), body(0..12)], vec![place(0..6, Evidence::User)]),
            (vec![body(3..9), body(0..6)], vec![body(0..6)]),
            (vec![body(6..9), body(0..6)], vec![body(0..6), body(6..9)]),
        ];
        for (given, expected) in cases {
            assert_eq!(resolve(given.clone()), expected);
            assert_eq!(resolve(given.into_iter().rev().collect()), expected, "whatever the order");
        }
    }

    #[test]
    fn a_figure_may_lie_inside_a_project_but_not_across_its_edge() {
        use crate::recognise::testing::figure;
        let project = candidate(0..12, Detail::Project(Project::default()), Evidence::Form);
        let inside = candidate(3..6, Detail::Figure(figure()), Evidence::Certain);
        let across = candidate(9..15, Detail::Figure(figure()), Evidence::Certain);
        assert_eq!(resolve(vec![inside.clone(), project.clone(), across]), [project, inside]);
    }

    #[test]
    fn a_stretch_is_free_beside_records_and_under_matches() {
        let fields = Default::default();
        let hit = Detail::Match { pattern: "p".to_owned(), fields };
        let standing = [body(0..6), candidate(6..30, hit, Evidence::User), body(12..18)];
        assert!(is_free(&(6..12), &standing) && is_free(&(18..24), &standing));
        assert!(!is_free(&(3..9), &standing) && !is_free(&(15..24), &standing));
    }

    #[test]
    fn a_project_is_not_free_after_the_figures_that_it_holds() {
        use crate::recognise::testing::figure;
        let amount = |range| candidate(range, Detail::Figure(figure()), Evidence::Certain);
        let project = candidate(0..30, Detail::Project(Project::default()), Evidence::Form);
        let standing = [project, amount(0..6), amount(9..15), amount(36..39)];
        assert!(!is_free(&(18..24), &standing) && !is_free(&(27..33), &standing));
        assert!(is_free(&(30..36), &standing) && is_free(&(39..42), &standing));
    }
}
