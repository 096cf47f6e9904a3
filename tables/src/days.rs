//! First and last days of ISO times.

use jiff::civil::Date;

/// The first and the last day of an ISO day, month, year or period of these (`2022-03`, `2021/2025`), as days
/// since 1970-01-01; `None` for durations, recurrences and anything else.
///
/// ```
/// assert_eq!(zhengce_tables::days("1970-01"), Some((0, 30)));
/// assert_eq!(zhengce_tables::days("P9Y"), None);
/// ```
pub fn days(iso: &str) -> Option<(i32, i32)> {
    let (from, to) = iso.split_once('/').unwrap_or((iso, iso));
    let ((first, _), (_, last)) = (point(from)?, point(to)?);
    Some((since_epoch(first)?, since_epoch(last)?))
}

/// First and last day of a day, month or year.
fn point(iso: &str) -> Option<(Date, Date)> {
    let mut parts = iso.split('-').map(|part| part.parse::<i16>().ok());
    let year = parts.next()??;
    let (month, day) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => (None, None),
        (Some(month), None, _) => (Some(i8::try_from(month?).ok()?), None),
        (Some(month), Some(day), None) => (Some(i8::try_from(month?).ok()?), Some(i8::try_from(day?).ok()?)),
        _ => return None,
    };
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, _) => first.last_of_year(),
    };
    Some((first, last))
}

fn since_epoch(date: Date) -> Option<i32> {
    let epoch = Date::new(1970, 1, 1).ok()?;
    Some(date.since((jiff::Unit::Day, epoch)).ok()?.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_years_and_periods_have_first_and_last_days() {
        for (iso, days_of) in [
            ("1970-01-02", Some((1, 1))),
            ("1970-02", Some((31, 58))),
            ("1970", Some((0, 364))),
            ("1969/1970", Some((-365, 364))),
            ("1970-01-02/1970-02", Some((1, 58))),
            ("1972-02", Some((761, 789))),
        ] {
            assert_eq!(days(iso), days_of, "{iso}");
        }
    }

    #[test]
    fn what_is_no_stretch_of_the_calendar_has_none() {
        for iso in
            ["", "P9Y", "R/P1W", "PT24H", "1970-13", "1970-02-30", "1970-01-01-01", "99999", "/", "1970/"]
        {
            assert_eq!(days(iso), None, "{iso}");
        }
    }
}
