//! Resolves an expression to its ISO date.

mod elapsed;

use elapsed::months;

use super::{Clock, Memory, View, view};
use crate::lexicon::Mood;
use crate::recognise::Scene;
use crate::recognise::time::{Calendar, Part, TimeExpression, Year};
use crate::relate::Thread;

/// How many years ago a stretch may have ended whose parts the text still counts.
const RECENT: i16 = 6;

/// Years of a term of office, and of a plan.
const TERM: i16 = 5;
/// Farthest that 这一年 may stand after the sentence on the year that the text is about, in bytes.
const MAX_NEAR_BYTES: usize = 900;

/// What a sentence's times are worked out from.
#[derive(Debug)]
pub(super) struct Resolver {
    pub(super) clock: Option<Clock>,
    view: Option<View>,
    heading_view: Option<View>,
    heading_year: Option<i16>,
    /// Whether the text has no date of its own.
    told: bool,
    /// The plan that a heading names.
    heading_plan: Option<(i16, i16)>,
    /// Which way the text around looks.
    outlook: Option<View>,
    /// Year and month of the sentence's last date.
    year: Option<i16>,
    month: Option<i8>,
    /// Whether the expression is a limit: 年底前.
    pub(super) limit: bool,
    /// Whether something is compared with the expression or reckoned by it: 比2020年, (按2020年价格).
    pub(super) is_compared: bool,
    /// Whether the expression opens its clause, and so says what the clause is about.
    pub(super) opens: bool,
    /// Whether the expression stands right after another time: 从1953年到1960年|这八年.
    pub(super) follows_time: bool,
    /// Whether the expression names a month or day: 3月, not 年初.
    pub(super) is_day: bool,
    pub(super) is_foreseen: bool,
    /// Whether the text has no date, and the expression says only when something is foreseen: 预计2027年投产.
    pub(super) is_passing: bool,
    /// The byte of the mended text at which the sentence starts.
    start: usize,
}

impl Resolver {
    pub(super) fn new(scene: &Scene, thread: &mut Thread) -> Self {
        let headed = thread.times.headed(&thread.headings, scene);
        let heading_view = headed.view.or(thread.is_plan.then_some(View::Plan));
        Resolver {
            clock: thread.day().and_then(Clock::read),
            view: view(scene.text, scene, heading_view),
            heading_view,
            heading_year: headed.year,
            heading_plan: headed.plan,
            told: thread.date.is_none(),
            outlook: thread.outlook.map(|mood| match mood {
                Mood::Plan => View::Plan,
                Mood::Done => View::Review,
            }),
            year: None,
            month: None,
            limit: false,
            is_compared: false,
            opens: false,
            is_day: false,
            is_foreseen: false,
            is_passing: false,
            follows_time: false,
            start: thread.start,
        }
    }

    /// The ISO date of an expression, or `None` where nothing tells it.
    pub(super) fn resolve(&mut self, says: &TimeExpression, memory: &mut Memory) -> Option<String> {
        match says {
            // 从1953年到1960年这八年: the stretch right before has as many years.
            TimeExpression::PastYears(count)
            | TimeExpression::RecentYears(count)
            | TimeExpression::ComingYears(count)
                if self.follows_time && memory.stretch.is_some_and(|stretch| counts(stretch, *count)) =>
            {
                memory.stretch.and_then(|(first, last)| years(first, last))
            }
            TimeExpression::Calendar(calendar) => self.calendar(calendar, memory),
            TimeExpression::Range(first, last) => self.range(first, last, memory),
            TimeExpression::Years(first, last) => {
                // A plan has parts that are counted (后三年); a decade has none.
                if last - first < 9 {
                    memory.stretch = Some((*first, *last));
                    memory.stretch_at = Some(self.start);
                    memory.reckoned = None;
                    if self.opens {
                        memory.told = years(*first, *last).map(|iso| (Part::Whole, iso));
                    }
                }
                if last - first + 1 == TERM
                    && self.clock.is_some_and(|clock| (*first..=*last).contains(&clock.year))
                {
                    memory.plan = Some((*first, *last));
                }
                years(*first, *last)
            }
            TimeExpression::Since(start) => self.since(start, memory),
            TimeExpression::After(start) => self.after(start, memory),
            TimeExpression::PastYears(count) => self.past_years(*count, false, memory),
            TimeExpression::RecentYears(count) => self.past_years(*count, true, memory),
            TimeExpression::ComingYears(count) => {
                let clock = self.clock?;
                // 今后五年 beside a plan that is to begin is that plan.
                let begins = |first: &i16| (clock.year..=clock.year + 1).contains(first);
                let plan = memory.stretch.filter(|stretch| counts(*stretch, *count) && begins(&stretch.0));
                let first = plan.map_or(clock.coming(), |(first, _)| first);
                self.stretch(first, first + count - 1, memory)
            }
            TimeExpression::FirstYears(count) => {
                let (first, last) = self.parted(*count, memory)?;
                years(first, (first + count - 1).min(last))
            }
            TimeExpression::LastYears(count) => {
                let (first, last) = self.parted(*count, memory)?;
                years((last - count + 1).max(first), last)
            }
            TimeExpression::NthYear(nth) => {
                let (first, last) = memory.stretch.filter(|stretch| counts(*stretch, TERM))?;
                let year = first + nth - 1;
                years(year, year).filter(|_| year <= last)
            }
            TimeExpression::Term { years: count, inside } => self.term(*count, *inside, memory),
            TimeExpression::YearsFrom(first, last) => self.clock?.years_from(*first, *last),
            TimeExpression::MonthsFrom(first, last) => self.clock?.months_from(*first, *last),
            TimeExpression::PastMonths(count) => self.clock?.past_months(*count),
            TimeExpression::InPlan(count) => {
                memory.plan.filter(|plan| counts(*plan, *count)).and_then(|(first, last)| years(first, last))
            }
            TimeExpression::YearsAgo(count) => {
                let year = self.clock?.year - count;
                years(year, year)
            }
            TimeExpression::YearsBefore(count) => {
                let year = self.clock?.reviewed() - count;
                years(year, year)
            }
            TimeExpression::DayYearsAgo(count) => self.clock?.years_ago(*count),
            TimeExpression::YearsSince { count, event } => {
                let clock = self.clock?;
                let last = event.map_or(clock.reviewed(), |event| match event + count {
                    last if last == clock.reviewed() => last,
                    _ => clock.year,
                });
                self.stretch(event.unwrap_or(last - count), last, memory)
            }
            TimeExpression::ThatYear { described: true } => years(self.year?, self.year?),
            TimeExpression::ThatYear { described: false } => {
                let year = self.topic_near(memory).or_else(|| Some(self.clock?.reviewed()))?;
                years(year, year)
            }
            TimeExpression::TermBefore(count) => {
                let last = self.clock?.reviewed() - count;
                years(last - count + 1, last)
            }
            TimeExpression::Century(offset, within) => self.century(*offset, within),
            TimeExpression::Same(year) => self.same(*year, memory),
            TimeExpression::Open => None,
        }
    }

    /// The stretch whose first or last years are meant: longer than they are, and not long over at the
    /// document's date.
    fn parted(&self, count: i16, memory: &Memory) -> Option<(i16, i16)> {
        let recent = |last: i16| self.clock.is_none_or(|clock| last + RECENT >= clock.year);
        memory.stretch.filter(|(first, last)| last - first >= count && recent(*last))
    }

    /// The stretch that a count of years means, by the first that fits: the stretch that the sentence itself
    /// names, the plan in a heading, the stretch spoken of last, the plan in force; else the years to come
    /// (五年内 in a text that looks ahead), or the term that is over.
    fn term(&self, count: i16, inside: bool, memory: &mut Memory) -> Option<String> {
        let fits = |stretch: &(i16, i16)| counts(*stretch, count);
        // “十五五”时期,五年新增: the five years of the plan that the sentence names.
        let named = memory
            .stretch
            .filter(|stretch| memory.stretch_at == Some(self.start) && self.opens && fits(stretch));
        if let Some((first, last)) = named {
            return years(first, last);
        }
        let around = self.heading_view.or(self.outlook);
        let planned = self.view.filter(|_| inside).or(around) == Some(View::Plan);
        let in_force = memory.plan.filter(|plan| fits(plan) && (inside || planned));
        // Beside the plan in force a later one is only looked ahead to.
        let later = |stretch: &(i16, i16)| in_force.is_some_and(|plan| stretch.0 > plan.1);
        let running = |stretch: &(i16, i16)| {
            self.clock.is_some_and(|clock| (stretch.0..=stretch.1).contains(&clock.year))
        };
        // A term that was only reckoned as over is no match for the plan in force.
        let reckoned = memory.reckoned.filter(|_| in_force.is_some());
        let spoken_of = memory
            .stretch
            .filter(|stretch| reckoned != Some(*stretch))
            .filter(|stretch| fits(stretch) && (inside && !later(stretch) || planned && running(stretch)));
        if let Some((first, last)) = self.heading_plan.filter(fits).or(spoken_of).or(in_force) {
            return years(first, last);
        }
        let first = if planned && inside { self.clock?.coming() } else { self.clock?.coming() - count };
        memory.reckoned = Some((first, first + count - 1));
        self.stretch(first, first + count - 1, memory)
    }

    fn stretch(&self, first: i16, last: i16, memory: &mut Memory) -> Option<String> {
        let iso = years(first, last)?;
        if first < last {
            memory.stretch = Some((first, last));
        } else {
            memory.topic = Some((first, self.start));
        }
        memory.told = Some((Part::Whole, iso.clone()));
        Some(iso)
    }

    fn calendar(&mut self, calendar: &Calendar, memory: &mut Memory) -> Option<String> {
        // 7月份,…较|上月: the month before the one that is spoken of.
        if let (Part::MonthOffset(-1), true, Some(year), Some(month)) =
            (calendar.part, self.is_compared, self.year, self.month)
        {
            let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
            return Part::Month(month).iso(year);
        }
        if let Part::MonthOffset(_) | Part::WeekOffset(_) | Part::DayOffset(_) = calendar.part {
            return self.clock?.counted(calendar.part);
        }
        let (year, part) = self.placed(calendar, memory)?;
        // 一九六七年冬季 has no months, and still says the year.
        if calendar.year != Year::Previous {
            // The sentence does not go on about a year that something is only compared with.
            if self.year.is_none() || !self.is_compared {
                self.year = Some(year);
                let known = memory.year.filter(|_| self.is_compared || self.is_passing);
                memory.year = known.or(Some(year).filter(|_| !self.is_passing));
            }
            if matches!(part, Part::Months(..)) && calendar.year != Year::Unstated && !self.is_compared {
                memory.parts.retain(|(known, _)| *known != part);
                memory.parts.push((part, year));
            }
            if part == Part::Whole && self.opens {
                memory.topic = Some((year, self.start));
            }
        }
        let iso = part.iso(year)?;
        self.month = month(part).or(self.month);
        if let Some(month) = self.month.filter(|_| matches!(part, Part::Day(..) | Part::Days(..))) {
            memory.day = Some((year, month, self.start));
        }
        // 年初 is a point that nothing runs beside.
        if calendar.year != Year::Previous && (self.is_day || !matches!(part, Part::Month(_))) {
            memory.told = Some((part, iso.clone()));
        }
        Some(iso)
    }

    /// The year that is meant, and the part of it, with what the expression leaves out.
    fn placed(&self, calendar: &Calendar, memory: &Memory) -> Option<(i16, Part)> {
        if let Part::DayOfMonth(day) = calendar.part {
            let (year, month) = match (self.year, self.month) {
                (Some(year), Some(month)) => (year, month),
                _ => self.month_told(memory).or_else(|| self.clock?.month_of_day(day))?,
            };
            return Some((year, Part::Day(month, day)));
        }
        let year = match calendar.year {
            Year::Given(year) => year,
            Year::Offset(offset) => self.clock?.year + offset,
            Year::Previous => {
                // In the review of a year that is over, an earlier 今年 only looked ahead.
                let reviewed = self.clock.filter(|_| self.heading_view == Some(View::Review));
                let headed = self.heading_year.or(reviewed.map(|clock| clock.reviewed()));
                let now = memory.year.filter(|year| self.clock.is_some_and(|clock| clock.year == *year));
                let headed = headed.filter(|headed| now.is_some_and(|now| *headed < now));
                let spoken = || self.spoken_of(Part::Whole, memory);
                let told = self.topic_near(memory).or(memory.year);
                self.year.or(headed).or(told).or(self.heading_year).or_else(spoken)? - 1
            }
            // 本年, where a year that opened a clause is told of, is that year.
            Year::Headed => {
                let told = || self.year.or_else(|| self.topic_near(memory));
                self.heading_year.or_else(told).or_else(|| Some(self.clock?.year))?
            }
            Year::Spoken(offset) => self.year.or(memory.year)? + offset,
            Year::Unstated => self.spoken_of(calendar.part, memory)?,
        };
        Some((year, calendar.part))
    }

    /// The year of a part whose year the text leaves out: the sentence's own; then the one meant by words of
    /// plan or review; then the heading's; then the last one in which the part was over.
    fn spoken_of(&self, part: Part, memory: &Memory) -> Option<i16> {
        let Some(clock) = self.clock else { return self.year.or(self.heading_year).or(memory.year) };
        // A limit is still to come.
        if let Some(year) = self.year.filter(|year| !self.limit || *year >= clock.year) {
            return Some(year);
        }
        let by_view = |view: Option<View>| match view? {
            View::Plan => Some(clock.year),
            View::Review => Some(clock.reviewed()),
        };
        let limit = self.limit.then_some(clock.year);
        // In a text without a date, days follow the year that it named.
        let told = memory.year.filter(|year| *year <= clock.year);
        let told = self.heading_year.or(told).filter(|_| self.told && self.is_day);
        let outlook = by_view(self.outlook).filter(|_| !self.is_day);
        let around = self.heading_year.or(by_view(self.heading_view)).or(outlook);
        let coming = || if self.is_foreseen { clock.next(part) } else { None };
        // 2025年一季度…。一季度: the same months are those of the same year, where nothing looks ahead.
        let looks_ahead = [self.view, self.heading_view, self.outlook].contains(&Some(View::Plan));
        let is_silent = !looks_ahead && self.heading_year.is_none();
        let known = memory.parts.iter().find(|(known, _)| *known == part && is_silent).map(|(_, year)| *year);
        let said = limit.or(told).or_else(coming).or(known);
        said.or(by_view(self.view)).or(around).or_else(|| match part {
            Part::Month(month) | Part::Days(month, ..) => clock.last_seen(month, None),
            // 1—2月 from March on and 一季度 from April on are of the current year, though that is reviewed only
            // in its second half.
            Part::Months(_, last) if last < 3 => clock.last_seen(last, None),
            Part::Months(1, 3) if clock.month.is_some_and(|month| month > 3) => clock.last_seen(3, None),
            Part::Day(month, day) => clock.last_seen(month, Some(day)),
            _ => Some(clock.reviewed()),
        })
    }

    /// Year and month of the day that was told of last, if it stands near: 9月3日至5日…。4日上午….
    fn month_told(&self, memory: &Memory) -> Option<(i16, i8)> {
        let (year, month, start) = memory.day?;
        (start + MAX_NEAR_BYTES >= self.start).then_some((year, month))
    }

    /// The year that opened a clause last, if it stands near.
    fn topic_near(&self, memory: &Memory) -> Option<i16> {
        let (year, start) = memory.topic?;
        (start + MAX_NEAR_BYTES >= self.start).then_some(year)
    }

    fn range(&mut self, first: &Calendar, last: &Calendar, memory: &mut Memory) -> Option<String> {
        let from = self.calendar(first, memory)?;
        let to = self.calendar(last, memory)?;
        let (from, to) = (from.split('/').next()?, to.rsplit('/').next()?);
        let iso = format!("{from}/{to}");
        if let (Part::Whole, Part::Whole, Year::Given(first), Year::Given(last)) =
            (first.part, last.part, first.year, last.year)
        {
            memory.stretch = Some((first, last));
        }
        memory.told = Some((months(from, to).unwrap_or(Part::Whole), iso.clone()));
        (from <= to).then_some(iso)
    }

    fn century(&self, offset: i16, within: &TimeExpression) -> Option<String> {
        // The year 2000 ends the twentieth century.
        let first = ((self.clock?.year - 1) / 100 + offset) * 100;
        match within {
            TimeExpression::Years(from, to) => years(first + from, first + to),
            TimeExpression::Calendar(Calendar { year: Year::Given(year), .. }) => {
                years(first + year, first + year)
            }
            _ => None,
        }
    }
}

fn month(part: Part) -> Option<i8> {
    match part {
        Part::Month(month) | Part::Day(month, _) | Part::Days(month, ..) => Some(month),
        _ => None,
    }
}

/// Whether a stretch has this many years.
fn counts((first, last): (i16, i16), count: i16) -> bool {
    last - first + 1 == count
}

fn years(first: i16, last: i16) -> Option<String> {
    let known = first <= last && first > 0;
    let iso = if first == last { format!("{first:04}") } else { format!("{first:04}/{last:04}") };
    known.then_some(iso)
}
