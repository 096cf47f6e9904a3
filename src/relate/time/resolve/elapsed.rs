//! Stretches that run up to the document's date, and those that run beside one: 2020年以来, 7年来, 去年同期.

use super::{Clock, Memory, Resolver, TERM};
use crate::lexicon::iso::{month_of, year_of};
use crate::recognise::time::{Calendar, Part, Start, Year};

/// So few years are never counted on from a year that was told: 这两年来 are this year and the one before, or the
/// two before.
const PAIR: i16 = 2;

impl Resolver {
    pub(super) fn since(&mut self, start: &Start, memory: &mut Memory) -> Option<String> {
        let clock = self.clock?;
        let (from, to) = match start {
            Start::Event(iso) => ((*iso).to_owned(), clock.to_month()),
            Start::EventIn(year) => (format!("{year:04}"), format!("{:04}", clock.year)),
            // 今年以来 counts months, 1998年以来 years.
            Start::Calendar(Calendar { year: Year::Offset(0), part: Part::Whole }) => match clock.month {
                Some(_) => (format!("{:04}-01", clock.year), clock.to_month()),
                None => return Some(format!("{:04}", clock.year)),
            },
            Start::Calendar(calendar) => {
                let from = self.calendar(calendar, memory)?;
                let to = if calendar.part == Part::Whole {
                    format!("{:04}", clock.year)
                } else {
                    clock.to_month()
                };
                (from.split('/').next()?.to_owned(), to)
            }
        };
        // In spring, years since then are counted up to the last one that is over.
        if let (Some(first), Some(last)) = (year_of(&from), year_of(&to))
            && (from.len() > 4 || matches!(start, Start::EventIn(_)))
            && clock.reviewed() == clock.year
            && !matches!(start, Start::Calendar(Calendar { part: Part::Winter, .. }))
        {
            memory.since.insert((first, last));
        }
        (from[..4] <= to[..4]).then(|| format!("{from}/{to}"))
    }

    /// The time since a year that is over: 2008年以后. `None` for a year to come (2030年以后), because nobody says
    /// up to when.
    pub(super) fn after(&mut self, start: &Calendar, memory: &mut Memory) -> Option<String> {
        let year = self.clock?.year;
        let is_over = matches!(start.year, Year::Given(first) if first < year);
        is_over.then(|| self.since(&Start::Calendar(*start), memory)).flatten()
    }

    /// The years up to the last one that is over: 过去五年, 7年来. `exact`: no more than this many.
    pub(super) fn past_years(&mut self, count: i16, exact: bool, memory: &mut Memory) -> Option<String> {
        let clock = self.clock?;
        let last = clock.reviewed();
        // 1976年以来…过去六年 are the years since then.
        let since = memory.since.iter().copied().find(|(first, last)| last - first == count && !exact);
        // 30年来 beside a 30周年 are the years since the event that is celebrated.
        let begun = !exact
            && (memory.anniversaries.contains(&count)
                || count != TERM && count > PAIR && self.has_begun(last - count, clock, memory));
        let first = last - count + i16::from(!begun);
        let (first, last) = since.unwrap_or((first, last));
        // Only a term has first and last years that are counted.
        let before = memory.stretch;
        let iso = self.stretch(first, last, memory);
        if count != TERM {
            memory.stretch = before;
        }
        iso
    }

    /// Whether the text tells of this year, from which years up to now are counted: 2013年,…。7年来.
    fn has_begun(&self, year: i16, clock: Clock, memory: &Memory) -> bool {
        clock.reviewed() == clock.year && self.year.or_else(|| self.topic_near(memory)) == Some(year)
    }

    pub(super) fn same(&self, year: Option<Year>, memory: &Memory) -> Option<String> {
        let Some(year) = year else { return memory.told.as_ref().map(|(_, iso)| iso.clone()) };
        let (year, _) = self.placed(&Calendar { year, part: Part::Whole }, memory)?;
        // While a year still runs, its like in the year before are the months that are over.
        let running = self.clock.filter(|clock| clock.reviewed() == clock.year && year < clock.year);
        let part = memory.told.as_ref().map_or(Part::Whole, |(part, iso)| {
            let month = running.filter(|clock| year_of(iso) == Some(clock.year) && *part == Part::Whole);
            month.and_then(|clock| clock.month).map_or(*part, |month| Part::Months(1, month))
        });
        part.iso(year)
    }
}

/// The months from one to another of the same year: 一月至九月.
pub(super) fn months(from: &str, to: &str) -> Option<Part> {
    let is_month = |iso: &str| iso.len() == "2024-01".len();
    let same_year = year_of::<i16>(from) == year_of::<i16>(to);
    let part = Part::Months(month_of(from)?, month_of(to)?);
    (same_year && is_month(from) && is_month(to)).then_some(part)
}
