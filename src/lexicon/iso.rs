//! Reads times in ISO 8601, as [`Time::iso`](crate::record::Time) and a document's date hold them.

use std::str::FromStr;

use jiff::civil;

/// Most years of a length: a rule file may name any number, and years are added to it.
const MAX_YEARS: i32 = 999;

/// The year of a date.
pub(crate) fn year_of<Y: FromStr>(date: &str) -> Option<Y> {
    date.get(..4)?.parse().ok()
}

/// The month of a date that has one.
pub(crate) fn month_of<M: FromStr>(date: &str) -> Option<M> {
    date.get(5..7)?.parse().ok()
}

/// The dates at which a time starts and ends: both of 2021/2025; twice the one of a single date.
pub(crate) fn ends(time: &str) -> (&str, &str) {
    time.split_once('/').unwrap_or((time, time))
}

/// The first day of a day, month or year.
pub(crate) fn first_day(date: &str) -> Option<String> {
    let day = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        10 => date.to_owned(),
        _ => return None,
    };
    day.parse::<civil::Date>().is_ok().then_some(day)
}

/// The last day of a day, month or year, or of a stretch of such: 2025-12-31 for 2021/2025.
pub(crate) fn last_day(time: &str) -> Option<String> {
    let (start, end) = ends(time);
    first_day(start)?;
    let first: civil::Date = first_day(end)?.parse().ok()?;
    let last = match end.len() {
        4 => first.last_of_year(),
        7 => first.last_of_month(),
        _ => first,
    };
    Some(last.to_string())
}

/// The number of years in a length of whole years (P5Y); `None` above [`MAX_YEARS`].
pub(crate) fn years_of(length: &str) -> Option<i32> {
    let years = length.strip_prefix('P')?.strip_suffix('Y')?.parse().ok()?;
    (0..=MAX_YEARS).contains(&years).then_some(years)
}

/// Whether this is a day, a month or a year of the calendar: 2022-01-08, 2022-01, 2022.
pub(crate) fn is_date(given: &str) -> bool {
    first_day(given).is_some()
}

/// Whether this is a date, a stretch from one to another (2021/2025), a length (P9Y) or a recurrence (R/P1W).
pub(super) fn is_time(given: &str) -> bool {
    match given.split_once('/') {
        None => is_date(given) || is_length(given),
        Some(("R", often)) => is_length(often),
        Some((from, to)) => is_date(from) && is_date(to),
    }
}

/// Whether this is a length: P9Y, P1Y6M, P1.5Y, PT2H.
fn is_length(given: &str) -> bool {
    let Some(parts) = given.strip_prefix('P') else { return false };
    let (days, clock) = parts.split_once('T').map_or((parts, None), |(days, clock)| (days, Some(clock)));
    let is_day_part = are_parts(days, "YMWD") || days.is_empty() && clock.is_some();
    is_day_part && clock.is_none_or(|clock| are_parts(clock, "HMS"))
}

/// Whether these are one or more numbers, each followed by one of these units, the units in their order.
fn are_parts(given: &str, units: &str) -> bool {
    let (mut rest, mut left) = (given, units);
    while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (number, unit) = (&rest[..end], &rest[end..end + 1]);
        let Some(at) = left.find(unit).filter(|_| is_number(number)) else { return false };
        (rest, left) = (&rest[end + 1..], &left[at + 1..]);
    }
    rest.is_empty() && !given.is_empty()
}

/// Whether this is a decimal number: 9, 1.5.
fn is_number(given: &str) -> bool {
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    given.split_once('.').map_or(are_digits(given), |(whole, part)| are_digits(whole) && are_digits(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_the_calendar_have_a_last_day() {
        let last = [
            ("2025", "2025-12-31"),
            ("2024-02", "2024-02-29"),
            ("2021/2025-06", "2025-06-30"),
            ("2025-08-31", "2025-08-31"),
        ];
        for (time, day) in last {
            assert_eq!(last_day(time).as_deref(), Some(day), "{time}");
        }
        for other in ["", "P3Y", "R/P1W", "2025-13", "2025-02-30", "2025/", "/2025"] {
            assert_eq!(last_day(other), None, "{other}");
        }
    }

    #[test]
    fn times_are_dates_stretches_lengths_and_recurrences() {
        let times = [
            "2022",
            "2022-01",
            "2022-01-08",
            "2021/2025",
            "2024-01/2024-06-30",
            "P9Y",
            "P1Y6M",
            "P1.5Y",
            "P2W",
            "PT2H",
            "P1DT12H",
            "R/P1W",
        ];
        for time in times {
            assert!(is_time(time), "{time}");
        }
        let others = [
            "",
            "nonsense",
            "22",
            "2022-13",
            "2022/",
            "/2022",
            "2022/2023/2024",
            "2022/P1Y",
            "P",
            "PT",
            "P1YT",
            "P9",
            "PY",
            "P1M2Y",
            "P1Y1Y",
            "P1H",
            "P.5Y",
            "P９Y",
            "R/",
            "R/2022",
            "R3/P1W",
            "去年",
        ];
        for other in others {
            assert!(!is_time(other), "{other}");
        }
    }
}
