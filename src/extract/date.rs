//! The date that a text is read with.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;
use crate::lexicon::is_date;

/// The day, month or year on which a text was given or published: `2022-01-08`, `2022-01` or `2022`. A year
/// sorts before its months, a month before its days.
///
/// ```
/// use zhengce::Date;
///
/// let month: Date = " 2022-03 ".parse()?;
/// assert_eq!(month.as_str(), "2022-03");
/// let error = "2022-02-30".parse::<Date>().unwrap_err();
/// assert_eq!(error.to_string(), r#""2022-02-30" is not a date; write 2022-01-08, 2022-01 or 2022"#);
/// # Ok::<(), zhengce::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

impl Date {
    /// The date in ISO 8601, as exact as it was given.
    ///
    /// ```
    /// assert_eq!("2022".parse::<zhengce::Date>()?.as_str(), "2022");
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a day, month or year as web pages and tables write it, also with a clock time behind it: `2022-01-08`,
    /// `2022/1/8 10:30`, `2022年1月8日`, `20220108`, `2022-01-08T10:30:00+08:00`. `None` for anything else.
    ///
    /// ```
    /// use zhengce::Date;
    ///
    /// let written = |date| Date::written(date).map(String::from);
    /// assert_eq!(written("2022/1/8 10:30").as_deref(), Some("2022-01-08"));
    /// assert_eq!(written("2022年1月").as_deref(), Some("2022-01"));
    /// assert_eq!(written("去年"), None);
    /// ```
    pub fn written(given: &str) -> Option<Date> {
        let given = given.trim();
        if let Ok(date) = given.parse() {
            return Some(date);
        }
        let day = given.split(['T', ' ', '\u{3000}', '\t', '日']).next()?;
        let parts: Vec<&str> = match day.len() {
            8 if day.bytes().all(|byte| byte.is_ascii_digit()) => vec![&day[..4], &day[4..6], &day[6..]],
            _ => day.split(['-', '/', '.', '年', '月']).filter(|part| !part.is_empty()).collect(),
        };
        let numbers: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
        numbers.join("-").parse().ok()
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads a day, month or year of the calendar; blanks around it are ignored.
    ///
    /// # Errors
    /// [`Error::Date`] for anything else.
    fn from_str(given: &str) -> Result<Self, Error> {
        let date = given.trim();
        if is_date(date) { Ok(Date(date.to_owned())) } else { Err(Error::Date { given: given.to_owned() }) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_months_or_years() {
        for date in ["2022-01-08", "2022-01", "2022", " 2022-02-28 "] {
            assert_eq!(date.parse::<Date>().unwrap().as_str(), date.trim());
        }
        for other in ["", "2022-02-30", "2022-13", "22", "2022/01/08", "二〇二二", "昨天昨天"] {
            assert!(other.parse::<Date>().is_err(), "{other}");
        }
    }

    #[test]
    fn dates_are_read_in_the_ways_they_are_written() {
        for given in [
            "2022-01-08",
            "2022/1/8",
            "2022.01.08",
            "2022年1月8日",
            "20220108",
            "2022-01-08 10:30",
            "2022-01-08T10:30:00+08:00",
            "2022年1月8日 10:30",
            " 2022-1-8 ",
        ] {
            assert_eq!(Date::written(given).unwrap().as_str(), "2022-01-08", "{given}");
        }
        assert_eq!(Date::written("2022年1月").unwrap().as_str(), "2022-01");
        assert_eq!(Date::written("2022").unwrap().as_str(), "2022");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for given in
            ["", "去年", "2022-13-01", "10:30", "1-8", "2022-02-30", "20221301", "2022-01-08-09", "1.2"]
        {
            assert_eq!(Date::written(given), None, "{given}");
        }
    }
}
