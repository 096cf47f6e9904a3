//! Times of which nothing is foreseen any more, and what is reported.

use super::super::chart::{Chart, Class, WINDOW_PIECES};
use super::super::time::is_summed;
use super::{YEAR, is_compared, of_time};
use crate::lexicon::Mood;
use crate::lexicon::iso::{ends, month_of, year_of};
use crate::recognise::{Candidate, Detail};
use crate::relate::Thread;

/// The month from which on a year is nearly over.
const FIRST_ENDING_MONTH: u8 = 11;

/// Whether the last time before piece `at` in its sentence is past; without one, whether the text around
/// reviews.
pub(super) fn is_of_past(thread: &Thread, chart: &Chart, candidates: &[Candidate], at: usize) -> bool {
    let near = (at.saturating_sub(WINDOW_PIECES)..at).rev();
    let time =
        near.take_while(|at| chart.class(*at) != Some(Class::Stop)).find_map(|at| match chart.class(at) {
            // 按1957年价格计算
            Some(Class::Time(time))
                if !is_compared(chart, at) && chart.class_before(at) != Some(Class::Basis) =>
            {
                candidates.get(time)
            }
            _ => None,
        });
    let told = |time: &Candidate| thread.day().and_then(|day| of_time(time, day));
    // In spring the year that is reviewed is over.
    let is_over = || thread.day().is_some_and(crate::relate::time::reviews_last_year);
    // 12月, 今年|预计: nothing is foreseen of a year at its end.
    let ends = || time.zip(thread.day()).is_some_and(|(time, day)| is_ending(time, day));
    time.map_or_else(|| thread.outlook.filter(|_| is_over()), told) == Some(Mood::Done) || ends()
}

/// Whether a time is the year of a day that lies in the year's last months.
fn is_ending(time: &Candidate, day: &str) -> bool {
    let Detail::Time(time) = &time.detail else { return false };
    let is_late = month_of::<u8>(day).is_some_and(|month| month >= FIRST_ENDING_MONTH);
    is_late && time.iso.as_deref().is_some_and(|iso| iso.len() == YEAR && day.starts_with(iso))
}

/// Whether a figure is a sum over a time that ends after the text's year, and so is still to come:
/// “十五五”时期,…;能耗|累计|下降9%. In a text that reviews, the time must not have begun.
pub(super) fn sums_to_come(thread: &Thread, chart: &Chart, time: Option<&Candidate>, figure: usize) -> bool {
    let Some(Candidate { detail: Detail::Time(known), rule, .. }) = time else { return false };
    let own = || thread.day().and_then(year_of::<i32>);
    let Some((iso, own)) = known.iso.as_deref().zip(own()) else { return false };
    let (first, last) = ends(iso);
    let is_to_come = year_of::<i32>(last).is_some_and(|last| last > own) && *rule != "time.since";
    let has_begun = year_of::<i32>(first).is_none_or(|first| first < own);
    is_to_come && (!has_begun || thread.outlook != Some(Mood::Done)) && is_summed(chart, figure)
}

/// Whether the piece opens a clause that says by whom something is reported: 据|有关部门|初步|估算|,….
pub(super) fn opens_report(chart: &Chart, at: usize) -> bool {
    let Some(comma) = (chart.slice(at) == "据")
        .then(|| (at + 1..at + MAX_REPORT_PIECES).find(|at| chart.class(*at) == Some(Class::Comma)))
        .flatten()
    else {
        return false;
    };
    chart.lexicon.phrases.reports.end(chart.slice(comma - 1))
}

/// Most pieces that name who reports what follows.
const MAX_REPORT_PIECES: usize = 8;
