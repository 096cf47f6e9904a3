//! Days, months, parts of years and years: 去年5月底, 2021年1月, 上半年, 4日.

use super::expression::{Calendar, Part, Year};
use super::is_clause_mark;
use super::reader::{Form, Number, Reader};
use crate::lexicon::{Edge, TimeWord};
use crate::record::TimeKind;

/// The years that a text can speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;
/// How many characters before and after 今天 the event that happens on the day may be named.
const MAX_CHARS_BEFORE_DAY: usize = 4;
const MAX_CHARS_AFTER_DAY: usize = 24;
/// The last hour of a day, and the characters that may follow an hour.
const LAST_HOUR: i16 = 24;
const AFTER_HOUR: [char; 7] = ['前', '起', '至', '整', '许', '在', '—'];
/// The marks that separate the parts of a date in figures: 2026-02-03.
const DATE_MARKS: &[char] = &['-', '/', '.'];

/// A calendar expression, and the byte of the sentence where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) calendar: Calendar,
    pub(crate) kind: TimeKind,
    pub(crate) end: usize,
}

impl Reader<'_> {
    /// Reads the calendar expression that starts at byte `at`, as long as it goes.
    pub(super) fn calendar(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.figures(at) {
            return Some(found);
        }
        let (end, word) = self.word(at)?;
        match word {
            TimeWord::Digit => match self.given_year(at) {
                Some((year, end)) => Some(self.within_year(Year::Given(year), end)),
                None => self.part(Year::Unstated, at),
            },
            // Does not count as a year what is yielded in each year after or before a deed: 建成|后|年处理,
            // 退休|前|年收入.
            TimeWord::Year(2 | -2) if self.times.once.longest(&self.text[..at]).is_some() => None,
            TimeWord::Year(offset) => Some(self.within_year(Year::Offset(offset), end)),
            TimeWord::Reign(before) => {
                let (year, end) = self.year_of_reign(before, end)?;
                Some(self.within_year(Year::Given(year), end))
            }
            TimeWord::Previous => Some(self.within_year(Year::Previous, end)),
            TimeWord::Headed => Some(self.within_year(Year::Headed, end)),
            TimeWord::Spoken(offset) => Some(self.within_year(Year::Spoken(offset), end)),
            TimeWord::Month(offset) => {
                Some(self.days(Year::Unstated, Part::MonthOffset(offset), end, TimeKind::Point))
            }
            TimeWord::Week(offset) => {
                Some(found(Year::Unstated, Part::WeekOffset(offset), TimeKind::Period, end))
            }
            TimeWord::Day(_) if !self.is_day(at, end) => None,
            TimeWord::NewYear => Some(found(Year::Offset(0), Part::Whole, TimeKind::Point, end)),
            TimeWord::Day(offset) => {
                let end = self.day_part(end);
                Some(found(Year::Unstated, Part::DayOffset(offset), TimeKind::Point, end))
            }
            _ => self.part(Year::Unstated, at),
        }
    }

    /// Whether 今天 or 明日 names a day, because something that happens on a day stands beside it; else it means
    /// the present age or the future.
    fn is_day(&self, at: usize, end: usize) -> bool {
        let before = &self.text[..at];
        let window = before.char_indices().rev().nth(MAX_CHARS_BEFORE_DAY - 1).map_or(0, |(start, _)| start);
        let after = self.text[end..].trim_start_matches(',').char_indices().take(MAX_CHARS_AFTER_DAY);
        let clause =
            after.take_while(|(_, c)| !is_clause_mark(*c)).last().map_or(0, |(at, c)| at + c.len_utf8());
        let after = &self.text[end..].trim_start_matches(',')[..clause];
        let happens = |text: &str| self.times.occasions.find(text).next().is_some();
        let word = &self.text[at..end];
        let is_loose = word.ends_with(['天', '日']) && word.starts_with(['今', '明']);
        !is_loose
            || self.day_part(end) > end
            || happens(after)
            || happens(&before[window..])
            || before.ends_with(['从', '自', '至'])
    }

    /// Reads a month whose year and month are both in figures: 1998.03.
    pub(super) fn month_in_figures(&self, at: usize) -> Option<Found> {
        let year = self.plain(at, 4).filter(|year| YEARS.contains(&year.value))?;
        let month = self.plain(self.literal(year.end, ".")?, 2)?;
        let is_whole = month.form == Form::Arabic(2) && !matches!(self.after(month.end), Some('.' | '%'));
        let alone = !self.before(at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
        let part = Part::Month(i8::try_from(month.value).ok().filter(|month| (1..=12).contains(month))?);
        (is_whole && alone).then(|| found(Year::Given(year.value), part, TimeKind::Point, month.end))
    }

    /// Reads month and day in figures: 3.15号, 12.31日.
    fn day_in_figures(&self, at: usize) -> Option<Found> {
        let month = self.plain(at, 2)?;
        let day = self.plain(self.literal(month.end, ".")?, 2)?;
        let end = self.any(day.end, &['号', '日']).filter(|_| !self.is_trap(day.end))?;
        let (month, day) = (i8::try_from(month.value).ok()?, i8::try_from(day.value).ok()?);
        let alone = !self.before(at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && alone;
        let part = Part::Day(month, day);
        fits.then(|| found(Year::Unstated, part, TimeKind::Point, self.day_part(end)))
    }

    /// Reads a date in figures: 2026-02-03, or 3.15号.
    fn figures(&self, at: usize) -> Option<Found> {
        if let Some(day) = self.day_in_figures(at) {
            return Some(day);
        }
        let year = self.plain(at, 4)?;
        let mark = self.after(year.end).filter(|mark| DATE_MARKS.contains(mark))?;
        let month = self.plain(year.end + 1, 2)?;
        let day_at = month.end + usize::from(self.after(month.end) == Some(mark));
        let day = self.plain(day_at, 2).filter(|_| day_at > month.end)?;
        let date = jiff::civil::Date::new(year.value, month.value as i8, day.value as i8).ok()?;
        let part = Part::Day(date.month(), date.day());
        YEARS.contains(&year.value).then(|| found(Year::Given(year.value), part, TimeKind::Point, day.end))
    }

    /// Reads an Arabic number of at most this many digits, whatever stands before it.
    fn plain(&self, at: usize, digits: usize) -> Option<Number> {
        let bytes = self.text.as_bytes()[at..].iter().take(digits + 1);
        let length = bytes.take_while(|byte| byte.is_ascii_digit()).count();
        let fits = (1..=digits).contains(&length);
        let value = self.text[at..at + length].parse().ok().filter(|_| fits)?;
        Some(Number { value, form: Form::Arabic(length), end: at + length })
    }

    /// Reads a number that is a year, with or without 年: all four digits are written.
    pub(super) fn year_number(&self, at: usize) -> Option<Number> {
        let number = self.number(at)?;
        let four = matches!(number.form, Form::Arabic(4) | Form::Spelled(4));
        (four && YEARS.contains(&number.value)).then_some(number)
    }

    /// The year that is written here with 年, and the byte where 年 ends.
    pub(super) fn given_year(&self, at: usize) -> Option<(i16, usize)> {
        let number = self.number(at)?;
        let unit = self.past_blank(number.end);
        let end = self.literal(unit, "年")?;
        match number.form {
            // Four digits are a year, even where 年 and the next character look like a word: 1956年|生产.
            Form::Arabic(4) | Form::Spelled(4) if YEARS.contains(&number.value) => Some((number.value, end)),
            Form::Arabic(2) | Form::Spelled(2)
                if !self.is_trap(unit) && self.is_short_year(at, number, end) =>
            {
                Some((1900 + number.value, end))
            }
            _ => None,
        }
    }

    /// The year of a reign, and the byte where it ends: 民国|三十年, 民国|元年. The reign's first year follows
    /// `before`.
    fn year_of_reign(&self, before: i16, at: usize) -> Option<(i16, usize)> {
        if let Some(end) = self.literal(at, "元年") {
            return Some((before + 1, end));
        }
        let number = self.number(self.past_blank(at)).filter(|number| !number.is_loose())?;
        let end = self.literal(self.past_blank(number.end), "年")?;
        let year = before.checked_add(number.value).filter(|year| *year > before && YEARS.contains(year))?;
        Some((year, end))
    }

    /// Whether 78年 is a year, not 78 years: it goes on as a date, or follows a word such as 从 or 至.
    fn is_short_year(&self, at: usize, number: Number, end: usize) -> bool {
        let dated = self.month(end).is_some() || self.literal(end, "以来").is_some();
        let bounded = self.before(at).is_some_and(|c| matches!(c, '从' | '自' | '到' | '至' | '比'));
        (49..=99).contains(&number.value) && (dated || bounded && number.form == Form::Arabic(2))
    }

    /// Reads the part of the year that follows it, if there is one: the quarter, the month, the season.
    fn within_year(&self, year: Year, end: usize) -> Found {
        let end = match self.literal(end, "度") {
            Some(after) if matches!(year, Year::Given(_)) => after,
            _ => end,
        };
        let next = self.past_blank(end);
        let shared = next - usize::from(self.text[..next].ends_with('年')) * '年'.len_utf8();
        // The part is described: 2019年的第三季度.
        let described = || {
            let ordinal = self.literal(end, "的第").filter(|_| matches!(year, Year::Given(_)))?;
            self.quarter(year, end + "的".len(), ordinal)
        };
        if let Some(part) = self.part(year, next).or_else(|| self.season(year, next)).or_else(described) {
            return part;
        }
        // One 年 serves both the year and its edge: 2022年底, 今年初.
        match self.word(shared).filter(|(after, _)| next == end && *after > next) {
            Some((after, TimeWord::Part(first, last)))
                if first == last && !self.is_trap(next) && !self.opens_list(after) =>
            {
                found(year, Part::Month(first), TimeKind::Point, after)
            }
            _ => found(year, Part::Whole, TimeKind::Point, end),
        }
    }

    /// Whether 中 opens a list and is no part of the year: 2019年|中、小学; but 2019年中、2020年底.
    fn opens_list(&self, end: usize) -> bool {
        let member = self.literal(end, "、").filter(|_| self.text[..end].ends_with('中'));
        member.is_some_and(|member| self.after(member).is_some_and(|c| matches!(c, '高' | '小')))
    }

    /// Reads a season of one character after its year: 一九五五年冬. 春夏之交 is of two seasons and says the year
    /// alone.
    fn season(&self, year: Year, at: usize) -> Option<Found> {
        if !self.text[..at].ends_with('年') {
            return None;
        }
        let beside = &self.times.beside;
        if let Some(end) = beside.season_turns.iter().find_map(|turn| self.literal(at, turn)) {
            return Some(found(year, Part::Whole, TimeKind::Point, end));
        }
        let season = self.after(at)?;
        let months = beside.season_signs.get(&season)?;
        let end = at + season.len_utf8();
        // Here the character opens another word: 2022年冬|奥会, 春|耕.
        let ends = !self.after(end).is_some_and(|c| beside.after_season.contains(&c));
        let part = months.map_or(Part::Winter, |(first, last)| Part::Months(first, last));
        ends.then(|| found(year, part, TimeKind::Period, end))
    }

    /// Reads a part of a year: 上半年, 前三季度, 5月底, 全年.
    fn part(&self, year: Year, at: usize) -> Option<Found> {
        // Quarters or months from the first on: 前三季度, 首三季.
        if let Some(end) = self.any(at, &['第', '前', '首']) {
            return self.quarter(year, at, end).or_else(|| self.first_months(year, at));
        }
        match self.word(at)? {
            // Without a year, 年中 must open a clause; it does not in 青少年中, 几年中.
            (_, TimeWord::Part(6, 6))
                if year == Year::Unstated
                    && !self.opens_clause(at)
                    && !self.before(at).is_some_and(|c| matches!(c, '在' | '到' | '果' | '于')) =>
            {
                None
            }
            (end, TimeWord::Part(first, last)) => {
                let (part, kind) = match first == last {
                    true => (Part::Month(first), TimeKind::Point),
                    false => (Part::Months(first, last), TimeKind::Period),
                };
                Some(found(year, part, kind, end))
            }
            // 冬季 without a year may be any winter.
            (end, TimeWord::Season(months)) if year != Year::Unstated => {
                let part = months.map_or(Part::Winter, |(first, last)| Part::Months(first, last));
                Some(found(year, part, TimeKind::Period, end))
            }
            (end, TimeWord::Whole) => Some(found(year, Part::Whole, TimeKind::Period, end)),
            (end, TimeWord::Within)
                if year == Year::Unstated && (self.opens_clause(at) || self.before(at) == Some('“')) =>
            {
                Some(found(Year::Offset(0), Part::Whole, TimeKind::Period, end))
            }
            (_, TimeWord::Digit) => self
                .quarter(year, at, at)
                .or_else(|| self.months(year, at))
                .or_else(|| {
                    self.month(at)
                        .map(|(month, end)| self.days(year, Part::Month(month), end, TimeKind::Point))
                })
                .or_else(|| self.day_of_month(year, at)),
            _ => None,
        }
    }

    /// Reads quarters: 一季度, 第一季度, 前三季度, 一至三季度, 第三、四季度.
    fn quarter(&self, year: Year, at: usize, number_at: usize) -> Option<Found> {
        let first = self.number(number_at)?;
        let last = match self.any(first.end, &['至', '到', '-', '—', '~']) {
            Some(next) => self.number(next)?,
            // Neighbouring quarters are one stretch: 第三、四季度.
            None => {
                let second = self.literal(first.end, "、").filter(|_| number_at > at);
                let second = second.and_then(|next| self.number(next));
                second.filter(|second| second.value == first.value + 1).unwrap_or(first)
            }
        };
        let from_first = self.text[at..].starts_with(['前', '首']);
        let end = self.literal(last.end, "季度").or_else(|| {
            let clipped = |end: &usize| from_first && last.value > 1 && self.after(*end) != Some('节');
            self.literal(last.end, "季").filter(clipped)
        });
        let end = end.or_else(|| {
            let counted = self.text[at..].starts_with(['前', '第', '首']);
            self.literal(last.end, "个季度").filter(|_| counted)
        })?;
        let quarters = 1..=4;
        if !quarters.contains(&first.value) || !quarters.contains(&last.value) {
            return None;
        }
        let start = if from_first { 1 } else { first.value as i8 * 3 - 2 };
        let part = Part::Months(start, last.value as i8 * 3);
        Some(found(year, part, TimeKind::Period, end))
    }

    /// Reads months from the first of the year on: 今年|前两个月, 前5个月,. Without a year 前三个月 may be any three.
    fn first_months(&self, year: Year, at: usize) -> Option<Found> {
        let number = self.number_in(self.literal(at, "前")?, 12)?;
        let is_placed = year != Year::Unstated
            || self.opens_clause(at) && matches!(number.form, Form::Arabic(_)) && number.value > 1;
        let end = self.literal(number.end, "个月").filter(|_| is_placed)?;
        Some(found(year, Part::Months(1, number.value as i8), TimeKind::Period, end))
    }

    /// Reads months whose 月 comes last: 1-9月.
    fn months(&self, year: Year, at: usize) -> Option<Found> {
        let first = self.number_in(at, 12)?;
        let (last, end) = self.month(self.to(first.end)?)?;
        let part = Part::Months(first.value as i8, last);
        (last > first.value as i8).then(|| found(year, part, TimeKind::Period, end))
    }

    /// The month that is written here, and the byte where it ends.
    fn month(&self, at: usize) -> Option<(i8, usize)> {
        let number = self.number_in(at, 12)?;
        let unit = self.past_blank(number.end);
        let end = self.literal(unit, "月").filter(|_| !self.is_trap(unit) && !self.is_trap(at))?;
        Some((number.value as i8, self.literal(end, "份").unwrap_or(end)))
    }

    /// Reads a number of one or two digits up to `most`, whatever stands before it.
    fn number_in(&self, at: usize, most: i16) -> Option<Number> {
        let number = self.number(at)?;
        let short = matches!(number.form, Form::Arabic(1 | 2) | Form::Positional);
        (short && (1..=most).contains(&number.value)).then_some(number)
    }

    /// Reads what follows a month: a day, a ten-day part, its edge, or nothing.
    fn days(&self, year: Year, part: Part, end: usize, kind: TimeKind) -> Found {
        let Part::Month(month) = part else {
            return match self.word(end) {
                Some((after, TimeWord::Edge(Edge::Start | Edge::End))) => found(year, part, kind, after),
                _ => found(year, part, kind, end),
            };
        };
        let next = self.past_blank(end);
        // Days whose 日 comes last: 25-26日.
        if let Some(first) = self.number_in(next, 31)
            && let Some((last, after)) = self.to(first.end).and_then(|to| self.day(to))
        {
            let part = Part::Days(month, first.value as i8, last);
            return found(year, part, TimeKind::Period, after);
        }
        if let Some((day, after)) = self.day(next) {
            return found(year, Part::Day(month, day), TimeKind::Point, self.day_part(after));
        }
        match self.word(end) {
            Some((after, TimeWord::TenDays(first, last))) => {
                found(year, Part::Days(month, first, last), TimeKind::Period, after)
            }
            Some((after, TimeWord::Edge(Edge::Start | Edge::End))) => found(year, part, kind, after),
            _ => found(year, part, kind, end),
        }
    }

    fn day(&self, at: usize) -> Option<(i8, usize)> {
        let number = self.number_in(at, 31)?;
        let unit = self.past_blank(number.end);
        let end = self.any(unit, &['日', '号']).filter(|_| !self.is_trap(unit))?;
        Some((number.value as i8, end))
    }

    /// Reads a day without month, in figures: 4日. A length of days is none: 10日内, 之日起30日.
    fn day_of_month(&self, year: Year, at: usize) -> Option<Found> {
        let figures = self.after(at).is_some_and(|c| c.is_ascii_digit());
        let (day, end) = self.day(at).filter(|_| figures)?;
        let is_length = matches!(self.after(end), Some('内' | '以' | '前' | '后' | '之'))
            || self.before(at).is_some_and(|c| self.times.beside.before_count.contains(&c));
        let day_sign = self.text[..end].ends_with('日');
        (day_sign && !is_length)
            .then(|| found(year, Part::DayOfMonth(day), TimeKind::Point, self.day_part(end)))
    }

    /// The byte past a part of the day and a time of day: 上午, 晚, 下午2:30, 14时30分.
    fn day_part(&self, end: usize) -> usize {
        let part = match self.word(end) {
            Some((after, TimeWord::DayPart)) => after,
            _ => end,
        };
        let Some(clock) = self.clock(self.past_blank(part)) else { return part };
        // From one time to another: 9:00—11:30.
        self.to(clock).and_then(|next| self.clock(next)).unwrap_or(clock)
    }

    /// The byte past an hour and its minutes: 14:30, 3时, 2点30分; not 3时期.
    fn clock(&self, at: usize) -> Option<usize> {
        let hour = self.plain(at, 2).filter(|hour| hour.value <= LAST_HOUR)?;
        if let Some(mark) = self.literal(hour.end, ":") {
            let minute = self.plain(mark, 2).filter(|minute| minute.form == Form::Arabic(2))?;
            let second = self.literal(minute.end, ":").and_then(|mark| self.plain(mark, 2));
            return Some(second.map_or(minute.end, |second| second.end));
        }
        let sign = self.any(hour.end, &['时', '点'])?;
        let minute = self.plain(sign, 2).and_then(|minute| self.literal(minute.end, "分"));
        let closes = self.after(sign).is_none_or(|next| is_clause_mark(next) || AFTER_HOUR.contains(&next));
        minute.or_else(|| closes.then_some(sign))
    }
}

fn found(year: Year, part: Part, kind: TimeKind, end: usize) -> Found {
    Found { calendar: Calendar { year, part }, kind, end }
}
