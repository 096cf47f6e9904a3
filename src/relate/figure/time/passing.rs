//! The times that a sentence names in passing, beside the one that opens it.

use super::super::chart::{Chart, Class};
use super::{MAX_OPENING_PIECES, dated, parts};
use crate::lexicon::Mood;
use crate::lexicon::iso::year_of;
use crate::recognise::{Candidate, Detail};

/// Most pieces of a clause that tells something in passing.
const MAX_PASSING_PIECES: usize = 10;
/// Most pieces of the parenthesis that says that a figure is a sum.
const MAX_ASIDE_PIECES: usize = 5;

/// Whether the time at piece `time` stands in a clause told in passing, and the figure after it.
pub(super) fn is_in_passing(chart: &Chart, candidates: &[Candidate], time: usize, figure: usize) -> bool {
    let border = (time + 1..figure.min(time + MAX_PASSING_PIECES)).find(|at| parts(chart.pieces[*at].class));
    let start = border.and_then(|border| clause_in_passing(chart, candidates, border, figure));
    start.is_some_and(|start| start <= time)
}

/// The index at which the clause starts that ends at the semicolon `border`, if it is told in passing. It
/// only tells what the quantity of the clause before came to in a year before the one that opens the sentence
/// (2025年,收入8亿元,|2020年为5亿元|;粮食9万吨), or is to come to in a later one (|2027年力争突破9亿元|;), or it tells that of a
/// part (|其中3所2026年投用|;). A quantity with a name of its own after it is of the year that opens the sentence.
pub(in crate::relate::figure) fn clause_in_passing(
    chart: &Chart,
    candidates: &[Candidate],
    border: usize,
    figure: usize,
) -> Option<usize> {
    if chart.slice(border) != ";" {
        return None;
    }
    let near = (border.saturating_sub(MAX_PASSING_PIECES)..border).rev();
    let comma = near.into_iter().find(|at| parts(chart.pieces[*at].class))?;
    if chart.class(comma) != Some(Class::Comma) || !chart.follows_figure(comma) {
        return None;
    }
    let (start, opening) = (comma + 1, opening_year(chart, candidates, comma)?);
    let time = (start..border).find(|at| dated(chart, candidates, *at).is_some())?;
    let year = year_at(chart, candidates, time)?;
    // 2027年,…: a time that stands alone opens what follows.
    let stands_alone = chart.class(time + 1) == Some(Class::Comma);
    let has_figure = |range: std::ops::Range<usize>| {
        range.into_iter().any(|at| matches!(chart.class(at), Some(Class::Figure(_))))
    };
    let is_of_part = chart.slice(start) == "其中" && has_figure(start..border);
    // 投资8亿元,|2026年计划投资9亿元|;…: a name told in the clause before is nothing new.
    let told = || chart.stretch(comma.saturating_sub(MAX_PASSING_PIECES), comma);
    let is_told = |at: usize| told().is_some_and(|told| chart.text[told].contains(chart.slice(at)));
    let names = |at: usize| chart.pieces[at].class.is_head() && !aims(chart, at) && !is_told(at);
    let is_bare = has_figure(time..border) && !(start..border).any(names);
    let looks_ahead = || {
        let plans = |at: usize| chart.pieces[at].mood == Some(Mood::Plan) || aims(chart, at);
        (start..border).any(plans) || chart.slice_before(time) == "到"
    };
    let is_aside = is_of_part || is_bare && (year < opening || year > opening && looks_ahead());
    let mut next = (border + 1..figure).take_while(|at| !parts(chart.pieces[*at].class));
    let names_other = next.any(|at| chart.pieces[at].class.is_head());
    (is_aside && !stands_alone && names_other).then_some(start)
}

/// The year that opens the sentence (2025年,…), if no other opens a part of it before `end`. 到2025年 is only
/// the first step of a plan.
fn opening_year(chart: &Chart, candidates: &[Candidate], end: usize) -> Option<i32> {
    let opening = (0..MAX_OPENING_PIECES.min(end)).find(|at| dated(chart, candidates, *at).is_some())?;
    let opens =
        opening == 0 || opening == 1 && (chart.slice(0) == "在" || chart.class(0) == Some(Class::OpenQuote));
    let reopens =
        |at: &usize| chart.class_before(*at) == Some(Class::Stop) && dated(chart, candidates, *at).is_some();
    let first = end.saturating_sub(super::WINDOW_PIECES).max(opening + 1);
    let is_only = opens && !(first..end).any(|at| reopens(&at));
    is_only.then(|| year_at(chart, candidates, opening)).flatten()
}

fn year_at(chart: &Chart, candidates: &[Candidate], at: usize) -> Option<i32> {
    let candidate = candidates.get(dated(chart, candidates, at)?)?;
    let Detail::Time(time) = &candidate.detail else { return None };
    let iso = time.iso.as_deref().filter(|iso| iso.starts_with(|c: char| c.is_ascii_digit()))?;
    year_of(iso)
}

fn aims(chart: &Chart, at: usize) -> bool {
    ["目标", "规划", "计划"].iter().any(|aim| chart.slice(at).ends_with(aim))
}

/// Whether ground is laid for something at the time, which does not reach beyond its clause:
/// 为|2030年|突破9亿元奠定基础,….
pub(in crate::relate::figure) fn lays_ground(chart: &Chart, time: usize, figure: usize) -> bool {
    let border =
        || (time + 1..figure.min(time + MAX_PASSING_PIECES)).find(|at| parts(chart.pieces[*at].class));
    chart.slice_before(time) == "为"
        && border().is_some_and(|border| chart.slice_before(border).ends_with("基础"))
}

/// Whether the time only says over how many years of a plan with a limit something is summed, and so does not
/// reach beyond its clause: 到2030年,…;能耗|五年|累计降低9%;入园率9成.
pub(super) fn sums_up(chart: &Chart, time: usize, figure: usize) -> bool {
    let is_limit =
        |at: usize| matches!(chart.class(at), Some(Class::Time(_))) && chart.slice_before(at) == "到";
    chart.slice(time + 1).starts_with("累计")
        && (1..MAX_OPENING_PIECES.min(time)).any(is_limit)
        && chart.pieces[time..figure].iter().any(|piece| parts(piece.class))
}

/// Whether a figure is a sum: |累计|新增9万人, 新增9万人(五年|累计|).
pub(in crate::relate::figure) fn is_summed(chart: &Chart, figure: usize) -> bool {
    let sums = |at: usize| chart.slice(at).trim_start_matches('(').starts_with("累计");
    let clause = (figure.saturating_sub(super::WINDOW_PIECES)..figure).rev();
    let mut clause = clause.take_while(|at| !parts(chart.pieces[*at].class));
    let aside = (figure + 1..figure + MAX_ASIDE_PIECES).take_while(|at| chart.slice(*at) != ")");
    let is_beside = || chart.slice(figure + 1).starts_with('(') && aside.into_iter().any(sums);
    clause.any(sums) || is_beside()
}
