//! The meaning of time expressions, before the document's date is known.

/// A time that depends on the document's date or on what was said before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TimeExpression {
    /// A day, month, part of a year, or year.
    Calendar(Calendar),
    /// From one calendar expression to another: 8月25日至26日.
    Range(Calendar, Calendar),
    /// First and last year, of a plan or a decade.
    Years(i16, i16),
    /// From a start up to the document's date: 2020年以来.
    Since(Start),
    /// From then on; if it is in the past, up to the document's date: 2008年以后.
    After(Calendar),
    /// This many years, the last of which is the last full year: 过去五年.
    PastYears(i16),
    /// No more than this many of the last years, even if what is told began before: 近两年.
    RecentYears(i16),
    /// First and last year, counted from the document's: 今明两年.
    YearsFrom(i16, i16),
    /// First and last month, counted from January of the document's year, which is 0: 去冬今春.
    MonthsFrom(i16, i16),
    /// This many months, the last of which is the document's: 过去8个多月.
    PastMonths(i16),
    /// The years of the plan in force, if they are this many: 在五年内.
    InPlan(i16),
    /// This many years that begin with the document's plan: 今后五年.
    ComingYears(i16),
    /// The first years of the stretch spoken of: 前三年.
    FirstYears(i16),
    /// The last years of the stretch spoken of: 后三年.
    LastYears(i16),
    /// A year of the plan spoken of: 第七个五年计划的|第二年.
    NthYear(i16),
    /// The years of a term: the finished one (五年新增), or with 内 more likely the one spoken of.
    Term { years: i16, inside: bool },
    /// This many years before the document: 十年前.
    YearsAgo(i16),
    /// This many years before the last full one: 比五年前.
    YearsBefore(i16),
    /// The document's day of this many years ago: 75年前的今天.
    DayYearsAgo(i16),
    /// This many years since an event, with the event's year if it is known: 建校30年来.
    YearsSince { count: i16, event: Option<i16> },
    /// The year that was spoken of, or the year that a description names: 这一年, 建成的这一年.
    ThatYear { described: bool },
    /// The stretch of as many years before the last full ones: 比前五年.
    TermBefore(i16),
    /// A century, counted from the document's; the inner years count from its first year as 0.
    Century(i16, Box<TimeExpression>),
    /// The time that was spoken of, or the same part of another year: 同期, 去年同期.
    Same(Option<Year>),
    /// A time that cannot be resolved: 今年入汛以来.
    Open,
}

/// The start that 以来 counts from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Start {
    Calendar(Calendar),
    /// An event of history, as ISO year or month.
    Event(&'static str),
    /// An event in this year: 1998年特大洪水以来.
    EventIn(i16),
}

/// A stretch of the calendar within one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Calendar {
    pub(crate) year: Year,
    pub(crate) part: Part,
}

/// The year that an expression means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Year {
    Given(i16),
    /// Years from the document's year: 去年 is -1.
    Offset(i16),
    /// The year before the one that was spoken of: 上年.
    Previous,
    /// Years from the one that was spoken of: 同年 is 0.
    Spoken(i16),
    /// The year that the heading names, or else the document's: 本年.
    Headed,
    Unstated,
}

/// The part of the year that an expression means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Whole,
    /// First and last month.
    Months(i8, i8),
    Month(i8),
    Day(i8, i8),
    /// First and last day of a month.
    Days(i8, i8, i8),
    /// A day of the month that was spoken of: 4日.
    DayOfMonth(i8),
    /// The winter that begins in the year.
    Winter,
    /// Months from the document's month.
    MonthOffset(i16),
    /// Weeks from the document's week.
    WeekOffset(i16),
    /// Days from the document's day.
    DayOffset(i16),
}

impl Calendar {
    pub(crate) fn year(year: i16) -> Self {
        Calendar { year: Year::Given(year), part: Part::Whole }
    }

    /// The ISO date, if it is the same whatever the document's date.
    pub(crate) fn fixed(&self) -> Option<String> {
        match self.year {
            Year::Given(year) => self.part.iso(year),
            _ => None,
        }
    }
}

impl Part {
    /// The ISO date or interval of this part of a year; `None` where the part depends on another date.
    pub(crate) fn iso(&self, year: i16) -> Option<String> {
        Some(match *self {
            Part::Whole => format!("{year:04}"),
            Part::Months(first, last) => format!("{year:04}-{first:02}/{year:04}-{last:02}"),
            Part::Month(month) => format!("{year:04}-{month:02}"),
            Part::Day(month, day) => jiff::civil::Date::new(year, month, day).ok()?.to_string(),
            Part::Days(month, first, last) => {
                let end = jiff::civil::Date::new(year, month, 1).ok()?.last_of_month().day().min(last);
                if first > end {
                    return None;
                }
                format!("{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{end:02}")
            }
            Part::Winter => format!("{year:04}-12/{:04}-02", year + 1),
            Part::DayOfMonth(_) | Part::MonthOffset(_) | Part::WeekOffset(_) | Part::DayOffset(_) => {
                return None;
            }
        })
    }
}
