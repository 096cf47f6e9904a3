//! Reads clauses after a name that measure it or tell what it will do; like a bracket, they do not separate
//! it from its stage.

use std::ops::Range;

use super::piece::Piece;
use crate::lexicon::{Form, Mark, Stages, Trigger};
use crate::recognise::Scene;
use crate::record::Stage;

/// Most clauses in a row that describe a work.
const MAX_DESCRIBING_CLAUSES: usize = 3;
/// Longest verb for a change of size, in characters, without its last: 调整|为.
const MAX_CHANGE_CHARS: usize = 2;

/// The mark of a piece that measures the name before it.
pub(super) fn aside_mark() -> Mark {
    Mark { form: Form::Aside, ..Mark::default() }
}

/// Adds the name that starts at `end`, and the stretch that measures it.
pub(super) fn push_measured(pieces: &mut Vec<Piece>, end: usize, measured: Range<usize>) {
    if end < measured.start {
        pieces.push(Piece { range: end..measured.start, mark: None });
    }
    pieces.push(Piece { range: measured, mark: Some(aside_mark()) });
}

/// The byte past the clause that this comma opens, if it measures the name before: 龙泉水库|,总投资12亿元,|年内开工.
pub(super) fn measured_after(scene: &Scene, comma: &Range<usize>) -> Option<usize> {
    let after = scene.text[comma.start..].strip_prefix(',')?;
    let length = after.find([',', ';', '。', '、']).unwrap_or(after.len());
    let (clause, rest) = after.split_at(length);
    let is_measured = scene.lexicon.stages.measured_at(clause) == Some(0);
    let end = comma.start + ','.len_utf8() + length;
    match rest.chars().next() {
        Some(',') => is_measured.then_some(end + ','.len_utf8()),
        Some('、') => None,
        // At the end of a listed item: ,总投资12亿元; not ,总投资12亿元的龙泉水库.
        _ => (is_measured && !clause.contains('的')).then_some(end),
    }
}

/// The byte past the clauses that start here and only describe a work: 总投资3亿元,|建成后日供水5万吨,|预计今年投产.
pub(super) fn describing_clauses(scene: &Scene, start: usize) -> Option<usize> {
    if !scene.text[..start].ends_with(',') {
        return None;
    }
    let ends = std::iter::successors(describing_clause(scene, start), |end| describing_clause(scene, *end));
    ends.take(MAX_DESCRIBING_CLAUSES).last()
}

/// The byte past the clause that starts here and describes a work, its comma included.
fn describing_clause(scene: &Scene, start: usize) -> Option<usize> {
    let text = scene.text;
    let length = text[start..].find([',', ';', '。'])?;
    let (clause, after) = text[start..].split_at(length);
    (after.starts_with(',') && describes(&scene.lexicon.stages, clause))
        .then_some(start + length + ','.len_utf8())
}

/// Whether a clause tells what a work will do once it stands (建成后日供水5万吨, 可供20万人用水), who builds it
/// (由云柳水务公司建设), what it consists of (主要建设厂房2座) or what it has, by number (设取水口2处).
pub(crate) fn describes(stages: &Stages, clause: &str) -> bool {
    let told = clause.strip_prefix("项目").unwrap_or(clause);
    let is_counted = || clause.contains(|c: char| c.is_ascii_digit());
    let is_charged = told.starts_with('由') && stages.charges.end(told);
    let is_once_done = || {
        stages.marks.longest_at(told, 0).is_some_and(|(word, mark)| {
            mark.stage.is_some_and(|stage| stage >= Stage::Completed) && told[word.end..].starts_with('后')
        })
    };
    is_charged || stages.contents.opens(told) || is_counted() && stages.holding.opens(told) || is_once_done()
}

/// The byte where a clause starts that ends with a stop at `close` and measures the name before it; like a
/// bracket, it does not separate the name from its stage: 龙泉水库|计划总投资12亿元,|占地90亩,|去年开工. A planned cost is no
/// plan.
pub(super) fn measured_clause(
    scene: &Scene,
    pieces: &mut Vec<Piece>,
    end: usize,
    close: usize,
) -> Option<usize> {
    if end >= close || !scene.wakes(Trigger::Numeral) {
        return None;
    }
    let at = scene.lexicon.stages.measured_at(&scene.text[end..close])?;
    if at > 0 {
        return Some(end + at);
    }
    let follows = |pieces: &[Piece], is: fn(&Piece) -> bool| pieces.last().is_some_and(is);
    if follows(pieces, |piece| piece.has_form(Form::Aside)) {
        return Some(end);
    }
    let is_planned = follows(pieces, |piece| piece.mark.is_some_and(|mark| mark.is_aim));
    let is_of_name =
        pieces.iter().rev().nth(1).is_some_and(|piece| piece.is_text() || piece.has_form(Form::Aside));
    if is_planned && is_of_name { pieces.pop().map(|piece| piece.range.start) } else { None }
}

/// Whether a mark stands between an old size and the new one, and so separates nothing: 总投资由2亿元|增加|到3亿元.
pub(super) fn changes_size(scene: &Scene, start: usize, mark: &Range<usize>) -> bool {
    let before = scene.text.get(start..mark.start).unwrap_or_default();
    let size = before.rfind(['元', '亩', '里', '米', '吨']);
    // The verb of the change may be two marks: 由2亿元|调整|为.
    let verb = size.and_then(|at| {
        before[at..].char_indices().nth(1).map_or(Some(""), |(end, _)| before.get(at + end..))
    });
    before.contains(['由', '从'])
        && verb.is_some_and(|verb| verb.chars().count() <= MAX_CHANGE_CHARS)
        && scene.text[mark.end..].chars().take(MAX_CHANGE_CHARS).any(|c| c.is_ascii_digit())
        && scene.lexicon.stages.measured_at(before).is_some()
}
