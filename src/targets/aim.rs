//! The target that a result is told beside: 增长5%,低于|6%|的预期目标.

use crate::lexicon::{IndicatorTables, TargetCues};
use crate::record::{Bound, Figure, Speech};

/// How far after a figure it is said that it is the aim that another one met, in characters.
pub(super) const MAX_AIM_CHARS: usize = 12;
/// How far after it the noun stands that says so.
const MAX_NAME_CHARS: usize = 9;

/// The result that figure `at` is the aim of: the one right before it in its part of the sentence, which starts there,
/// where the clause of the figure says that the aim was met or missed, or how far off it is.
pub(super) fn result<'s>(
    speech: &'s Speech,
    at: usize,
    from: usize,
    (before, after): (&str, &str),
    cues: &TargetCues,
) -> Option<&'s Figure> {
    let clause = before.rsplit(',').next().unwrap_or_default();
    let aim = aim(after)?;
    let compares =
        cues.compares(clause) || clause.starts_with(['与', '同', '离', '距']) && aim.contains("差距");
    let result = at.checked_sub(1).and_then(|result| speech.figures.get(result))?;
    (compares && before.contains(',') && result.span.start >= from).then_some(result)
}

/// Whether what stands after a figure says that it is aimed at: 左右|的年度目标.
pub(super) fn is_named(after: &str) -> bool {
    aim(after).is_some()
}

/// What stands after a figure in its clause, where that names an aim near it.
fn aim(after: &str) -> Option<&str> {
    let clause = after.split([',', ';', '。']).next().unwrap_or_default();
    let near = clause.char_indices().nth(MAX_NAME_CHARS).map_or(clause.len(), |(end, _)| end);
    clause[..near].contains("目标").then_some(clause)
}

/// How an aim bounds what is aimed at: 低于3%|左右|的目标 says by its verb how far the result came, and not this.
pub(super) fn bound(after: &str, words: &IndicatorTables) -> Bound {
    let described = after.split('的').next().unwrap_or_default();
    words.bound_after(described).map_or(Bound::Exact, |(_, bound)| bound)
}
