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
/// assert_eq!(error.to_string(), r#""2022-02-30" is no date; write 2022-01-08, 2022-01 or 2022"#);
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
}
