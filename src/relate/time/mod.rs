//! Works out the dates that depend on the document's: 今年, 上半年, 过去五年, 2020年以来.

mod clock;
mod resolve;
#[cfg(test)]
mod tests;

use crate::lexicon::View;
use crate::recognise::time::Part;
use crate::recognise::{Candidate, Detail, Scene};
use crate::relate::Thread;
use clock::Clock;
use resolve::Resolver;

/// What the document has said of times so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The year spoken of last.
    year: Option<i16>,
    /// First and last year of the stretch spoken of last.
    stretch: Option<(i16, i16)>,
    /// First and last year of the plan in force at the document's date, once the text has named it.
    plan: Option<(i16, i16)>,
    /// The time spoken of last that 同期 can mean: its part of the year, and its ISO date.
    told: Option<(Part, String)>,
}

/// Fills in the ISO dates of the sentence's times.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut [Candidate]) {
    let mut resolver: Option<Resolver> = None;
    for candidate in candidates {
        let range = candidate.range.clone();
        let Detail::Time(time) = &mut candidate.detail else { continue };
        let Some(says) = &time.says else { continue };
        let resolver = resolver.get_or_insert_with(|| Resolver::new(scene, thread));
        resolver.limit = scene.slice(&range).ends_with('前');
        time.iso = resolver.resolve(says, &mut thread.times);
    }
}

/// What the words of a clause or heading look at; a plan's words are the surer.
fn view(text: &str, scene: &Scene) -> Option<View> {
    let mut found = None;
    for (_, view) in scene.lexicon.times.cues.find(text) {
        match view {
            View::Plan => return Some(View::Plan),
            View::Review => found = Some(View::Review),
        }
    }
    found
}

/// The first year that a heading names: 二、2026年重点工作.
fn heading_year(heading: &str) -> Option<i16> {
    let years = heading.match_indices('年').filter_map(|(at, _)| heading.get(at.checked_sub(4)?..at));
    years
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        .find_map(|digits| digits.parse().ok())
}
