//! What time expressions say, before it is known when they are said.

/// A time that depends on the document's date or on what was said before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TimeExpression {
    /// A day, month, part of a year, or year.
    Calendar(Calendar),
    /// From one to another: 8月25日至26日.
    Range(Calendar, Calendar),
    /// First and last year: a plan's, a decade's.
    Years(i16, i16),
    /// From then to the document's date: 2020年以来.
    Since(Start),
    /// From then on, where that is over up to the document's date: 2008年以后.
    After(Calendar),
    /// This many years that end with the last one over: 过去五年.
    PastYears(i16),
    /// No more than this many of them, whatever began before: 近两年.
    RecentYears(i16),
    /// First and last year, counted from the document's: 今明两年.
    YearsFrom(i16, i16),
    /// First and last month, counted from the January of the document's year, which is 0: 去冬今春.
    MonthsFrom(i16, i16),
    /// This many months that end with the document's: 过去8个多月.
    PastMonths(i16),
    /// This many years inside a plan, if one is in force: 在五年内.
    InPlan(i16),
    /// This many years that begin with the document's plan: 今后五年.
    ComingYears(i16),
    /// The first years of the stretch spoken of: 前三年.
    FirstYears(i16),
    /// The last years of the stretch spoken of: 后三年.
    LastYears(i16),
    /// A year of the plan spoken of: 第七个五年计划的|第二年.
    NthYear(i16),
    /// The years of a term: the finished one (五年新增), with 内 rather the one spoken of.
    Term { years: i16, inside: bool },
    /// This many years before the document: 十年前.
    YearsAgo(i16),
    /// This many years before the last one over: 比五年前.
    YearsBefore(i16),
    /// The document's day, this many years before: 75年前的今天.
    DayYearsAgo(i16),
    /// This many years since an event, whose year may be known: 建校30年来.
    YearsSince { count: i16, event: Option<i16> },
    /// The year that was spoken of, or that is described: 这一年, 建成的这一年.
    ThatYear { described: bool },
    /// As many years as the last ones over, before them: 比前五年.
    TermBefore(i16),
    /// Years of a century, counted from the document's, that the inner one counts from 0.
    Century(i16, Box<TimeExpression>),
    /// The same time as the one spoken of: 同期; of another year: 去年同期.
    Same(Option<Year>),
    /// A time that nothing resolves: 今年入汛以来.
    Open,
}

/// Where 以来 counts from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Start {
    Calendar(Calendar),
    /// An event of history, as ISO year or month.
    Event(&'static str),
    /// An event of this year: 1998年特大洪水以来.
    EventIn(i16),
}

/// A stretch of the calendar within one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Calendar {
    pub(crate) year: Year,
    pub(crate) part: Part,
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Year {
    Given(i16),
    /// Years from the document's: 去年 is -1.
    Offset(i16),
    /// The year before the one spoken of: 上年.
    Previous,
    /// Years from the one spoken of: 同年 is 0.
    Spoken(i16),
    /// The year that the heading names, else the document's: 本年.
    Headed,
    Unstated,
}

/// Which part of the year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Whole,
    /// First and last month.
    Months(i8, i8),
    Month(i8),
    Day(i8, i8),
    /// First and last day of a month.
    Days(i8, i8, i8),
    /// A day of the month spoken of: 4日.
    DayOfMonth(i8),
    /// The winter that begins in the year.
    Winter,
    /// Months from the document's.
    MonthOffset(i16),
    /// Weeks from the document's.
    WeekOffset(i16),
    /// Days from the document's.
    DayOffset(i16),
}

impl Calendar {
    pub(crate) fn year(year: i16) -> Self {
        Calendar { year: Year::Given(year), part: Part::Whole }
    }

    /// The ISO date that holds whatever the document's.
    pub(crate) fn fixed(&self) -> Option<String> {
        match self.year {
            Year::Given(year) => self.part.iso(year),
            _ => None,
        }
    }
}

impl Part {
    /// ISO date or interval of this part of a year; `None` where the part needs a date beside it.
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
