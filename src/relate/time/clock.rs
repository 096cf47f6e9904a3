//! The day from which relative times count.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::recognise::time::Part;

/// Last month in which a report reviews the year before.
const LAST_REPORT_MONTH: i8 = 6;
/// The month in which the winter of a year begins, counted from its January as 0, and the last month of a
/// winter.
const NEXT_WINTER: i16 = 11;
const LAST_WINTER_MONTH: i8 = 2;
/// Ending of a year of which the text only tells that its first half is over.
pub(crate) const LATE: &str = "-H2";

/// The document's date as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clock {
    pub(super) year: i16,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    /// Whether the year is in its second half, where no month is known.
    late: bool,
}

impl Clock {
    /// Reads `2022`, `2022-01` or `2022-01-08`, or `2022-H2` for the second half of a year.
    pub(super) fn read(date: &str) -> Option<Self> {
        let mut parts = date.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().and_then(|month| month.parse().ok());
        let day = parts.next().and_then(|day| day.parse().ok());
        Some(Clock { year, month, day, late: date.ends_with(LATE) })
    }

    /// The last year that is over, or nearly: a report in the first half of a year reviews the year before, a
    /// text of the second half the current one.
    pub(super) fn reviewed(&self) -> i16 {
        match self.month {
            Some(month) if month > LAST_REPORT_MONTH => self.year,
            None if self.late => self.year,
            _ => self.year - 1,
        }
    }

    /// The first year of what is to come.
    pub(super) fn coming(&self) -> i16 {
        self.reviewed() + 1
    }

    /// ISO date down to the month.
    pub(super) fn to_month(self) -> String {
        match self.month {
            Some(month) => format!("{:04}-{month:02}", self.year),
            None => format!("{:04}", self.year),
        }
    }

    /// The year in which this day or month was last seen.
    pub(super) fn last_seen(&self, month: i8, day: Option<i8>) -> Option<i16> {
        let now = (self.month?, self.day.unwrap_or(31));
        Some(if (month, day.unwrap_or(1)) <= now { self.year } else { self.year - 1 })
    }

    /// The year in which a month or day comes next.
    pub(super) fn next(&self, part: Part) -> Option<i16> {
        let (month, day) = match part {
            Part::Month(month) => (month, None),
            Part::Day(month, day) | Part::Days(month, _, day) => (month, Some(day)),
            _ => return None,
        };
        let now = (self.month?, self.day.unwrap_or(1));
        Some(if (month, day.unwrap_or(31)) >= now { self.year } else { self.year + 1 })
    }

    /// The month in which this day of the month was last seen.
    pub(super) fn month_of_day(&self, day: i8) -> Option<(i16, i8)> {
        let date = match self.day {
            Some(today) if day > today => self.shifted((-1).months())?,
            _ => Date::new(self.year, self.month?, 1).ok()?,
        };
        Some((date.year(), date.month()))
    }

    fn shifted(&self, by: Span) -> Option<Date> {
        Date::new(self.year, self.month?, 1).ok()?.checked_add(by).ok()
    }

    /// ISO date of a part of the calendar that counts from today.
    pub(super) fn counted(&self, part: Part) -> Option<String> {
        match part {
            Part::MonthOffset(months) => {
                let date = self.shifted(i64::from(months).months())?;
                Some(format!("{:04}-{:02}", date.year(), date.month()))
            }
            Part::DayOffset(days) => Some(self.date()?.checked_add(i64::from(days).days()).ok()?.to_string()),
            Part::WeekOffset(weeks) => {
                let today = self.date()?;
                let back = i64::from(today.weekday().to_monday_zero_offset());
                let monday = today.checked_add((i64::from(weeks) * 7 - back).days()).ok()?;
                Some(format!("{monday}/{}", monday.checked_add(6.days()).ok()?))
            }
            _ => None,
        }
    }

    /// The years from `first` to `last`, counted from this one.
    pub(super) fn years_from(&self, first: i16, last: i16) -> Option<String> {
        (self.year + first > 0).then(|| format!("{:04}/{:04}", self.year + first, self.year + last))
    }

    /// The months from `first` to `last`, counted from the January of this year as 0. `None` for 今冬 said in
    /// the first months of a year, which may be the present winter or the one to come.
    pub(super) fn months_from(&self, first: i16, last: i16) -> Option<String> {
        let is_unsaid = first == NEXT_WINTER && self.month.is_none_or(|month| month <= LAST_WINTER_MONTH);
        let january = Date::new(self.year, 1, 1).ok().filter(|_| !is_unsaid)?;
        let month = |month: i16| {
            let date = january.checked_add(i64::from(month).months()).ok()?;
            Some(format!("{:04}-{:02}", date.year(), date.month()))
        };
        Some(format!("{}/{}", month(first)?, month(last)?))
    }

    /// The stretch from this many months ago to this one.
    pub(super) fn past_months(&self, count: i16) -> Option<String> {
        let first = self.shifted((-i64::from(count)).months())?;
        Some(format!("{:04}-{:02}/{}", first.year(), first.month(), self.to_month()))
    }

    /// The same day this many years ago.
    pub(super) fn years_ago(&self, count: i16) -> Option<String> {
        Some(self.date()?.checked_sub(i64::from(count).years()).ok()?.to_string())
    }

    fn date(&self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weeks_keep_to_the_calendar() {
        let clock = Clock::read("2022-01-31").unwrap();
        assert_eq!(clock.counted(Part::MonthOffset(-1)).as_deref(), Some("2021-12"));
        assert_eq!(clock.counted(Part::DayOffset(1)).as_deref(), Some("2022-02-01"));
        assert_eq!(clock.counted(Part::WeekOffset(0)).as_deref(), Some("2022-01-31/2022-02-06"));
        assert_eq!(Clock::read("2022-01").unwrap().counted(Part::DayOffset(0)), None);
    }

    #[test]
    fn seasons_count_from_the_january_of_the_year() {
        let clock = Clock::read("2022-10-31").unwrap();
        assert_eq!(clock.months_from(-1, 4).as_deref(), Some("2021-12/2022-05"));
        assert_eq!(clock.months_from(11, 16).as_deref(), Some("2022-12/2023-05"));
        assert_eq!(Clock::read("2022-01").unwrap().months_from(11, 13), None);
        assert_eq!(Clock::read("2022").unwrap().months_from(11, 13), None);
    }

    #[test]
    fn a_report_of_spring_reviews_the_year_before() {
        assert_eq!(Clock::read("2026-02").unwrap().reviewed(), 2025);
        assert_eq!(Clock::read("2022-10-16").unwrap().reviewed(), 2022);
        assert_eq!(Clock::read("2022-H2").unwrap().reviewed(), 2022);
        assert_eq!(Clock::read("2022-H2").unwrap().to_month(), "2022");
        assert_eq!(Clock::read("2026-02").unwrap().last_seen(12, None), Some(2025));
        assert_eq!(Clock::read("2026-02").unwrap().next(Part::Month(2)), Some(2026));
        assert_eq!(Clock::read("2026-02-09").unwrap().next(Part::Day(2, 8)), Some(2027));
    }
}
