//! Dates as web pages and tables write them.

use zhengce::Date;

/// The day, month or year of a date, without a clock time after it: `2022-01-08`, `2022/1/8 10:30`,
/// `2022年1月8日`, `20220108`, `2022-01-08T10:30:00+08:00`.
pub(crate) fn parse(given: &str) -> Option<Date> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(parse(given).unwrap().as_str(), "2022-01-08", "{given}");
        }
        assert_eq!(parse("2022年1月").unwrap().as_str(), "2022-01");
        assert_eq!(parse("2022").unwrap().as_str(), "2022");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for given in
            ["", "去年", "2022-13-01", "10:30", "1-8", "2022-02-30", "20221301", "2022-01-08-09", "1.2"]
        {
            assert_eq!(parse(given), None, "{given}");
        }
    }
}
