//! Reads durations, recurrences and runs of years: 连续9年, 每周五, 过去五年, 五年来.

use super::expression::TimeExpression;
use super::reader::{Form, Number, Reader, is_digit};
use super::{Calendar, Expression, Part, Year, dated, fixed, is_clause_mark};
use crate::lexicon::{TimeUnit, TimeWord};
use crate::record::TimeKind;
use crate::text::is_weekday;

/// The years of a term of office, which 五年 alone may mean.
const TERM: i16 = 5;
/// From this many years on, 十多年来 says only how long something lasted.
const LONG: i16 = 10;
/// How many characters may stand between 这三年 and its 要.
const MAX_CHARS_TO_AUXILIARY: usize = 6;
/// How many characters may stand between 天数 and its count of days.
const MAX_CHARS_BEFORE_DAYS: usize = 20;
/// Longest decimal number of years, in characters: 10.23.
const MAX_DECIMAL_CHARS: usize = 5;
impl Reader<'_> {
    /// Reads a number of years with a word that places it in time: 过去五年, 今后三年, 这五年, 后三年.
    pub(super) fn window(&self, at: usize, word_end: usize, word: TimeWord) -> Option<Expression> {
        if self.before(at).is_some_and(|c| self.times.beside.before_no_run.contains(&c)) {
            return None;
        }
        let number = self.number(self.past_blank(word_end))?;
        // After 这, 年 counts years even if it seems to open another word: 这五年|生态.
        let years = || self.literal(number.end, "年").map(|end| (end, TimeUnit::Year));
        // So it does after the name of a plan: “十四五”|前四年|生产.
        let of_plan = word == TimeWord::First && self.before(at) == Some('”');
        let these = || years().filter(|_| (word == TimeWord::These || of_plan) && number.value > 1);
        let (end, unit) = self.unit(number.end).or_else(these)?;
        let clause = self.opens_clause(at)
            || self.before(at).is_some_and(|c| self.times.beside.before_run.contains(&c));
        // The years are summed up: 产量前三年共增加.
        let summed = ["共", "平均", "累计", "合计", "总"].iter().any(|sum| self.literal(end, sum).is_some());
        let clause = clause || summed && self.before(at) != Some('提');
        let years = number.value;
        // A surplus after the unit: 这一年多来.
        let surplus =
            self.literal(end, "多").filter(|end| !self.text[*end..].starts_with(['个', '种', '项']));
        let end = surplus.unwrap_or(end);
        let says = match word {
            // Months up to the document's: 过去8个多月.
            TimeWord::Past if unit == TimeUnit::Month && number.form != Form::Vague => {
                TimeExpression::PastMonths(years)
            }
            _ if unit != TimeUnit::Year => {
                let placed = matches!(word, TimeWord::Past | TimeWord::Future) && unit != TimeUnit::Minute;
                placed.then_some(TimeExpression::Open)?
            }
            _ if number.is_loose() || surplus.is_some() => TimeExpression::Open,
            _ if !(1..=100).contains(&years) => return None,
            TimeWord::These if years == 1 => {
                TimeExpression::ThatYear { described: self.before(at) == Some('的') }
            }
            // The deed is still to come: 这三年要提高.
            TimeWord::These if self.looks_ahead(end) => TimeExpression::ComingYears(years),
            TimeWord::Past if self.text[at..word_end].contains('近') => TimeExpression::RecentYears(years),
            TimeWord::Past | TimeWord::These => TimeExpression::PastYears(years),
            TimeWord::Future => TimeExpression::ComingYears(years),
            TimeWord::First if years == TERM && matches!(self.before(at), Some('比' | '较')) => {
                TimeExpression::TermBefore(years)
            }
            TimeWord::First if clause && years == TERM => TimeExpression::PastYears(years),
            // 后一年 may be the second of any two years.
            TimeWord::First | TimeWord::Last if clause && years == 1 => TimeExpression::Open,
            TimeWord::First if clause => TimeExpression::FirstYears(years),
            TimeWord::Last if clause => TimeExpression::LastYears(years),
            _ => return None,
        };
        let end =
            self.inside(end).or(self.literal(end, "以来")).or(self.any(end, &['来', '间'])).unwrap_or(end);
        Some(dated(at..end, "time.window", TimeKind::Period, says))
    }

    /// Whether 要 or 将 follows soon: 这五年里,我们要; but 这五年主要.
    fn looks_ahead(&self, end: usize) -> bool {
        let rest = self.text[end..].trim_start_matches(['内', '里', '中', '间', ',']);
        let near = rest.char_indices().take(MAX_CHARS_TO_AUXILIARY).take_while(|(_, c)| !is_clause_mark(*c));
        near.filter(|(_, c)| matches!(c, '要' | '将'))
            .any(|(at, c)| !self.times.no_auxiliary.end(&rest[..at + c.len_utf8()]))
    }

    /// Reads the length of an unbroken run: 连续9年, 连续16个季度, 连续3—5年. A range of lengths has no value.
    pub(super) fn run(&self, at: usize, word_end: usize) -> Option<Expression> {
        let mut number = self.number(self.past_blank(word_end))?;
        if let Some(upper) = self.upper(number) {
            number = Number { form: Form::Vague, ..upper };
        }
        let (end, unit) = self.unit(number.end)?;
        Some(fixed(at..end, "time.run", TimeKind::Duration, length(number, unit)))
    }

    /// The upper end of a range of lengths: 3—5年, 两至三年.
    fn upper(&self, lower: Number) -> Option<Number> {
        let mark = self.any(lower.end, &['-', '—', '~', '–', '至', '到'])?;
        self.written_number(mark).filter(|upper| upper.value > lower.value && self.unit(upper.end).is_some())
    }

    /// Reads a recurrence: 每年, 每周五, 每两年.
    pub(super) fn recurrence(&self, at: usize, word_end: usize, word: TimeWord) -> Option<Expression> {
        let (end, every) = match word {
            TimeWord::Every(every) => (self.recurring(word_end, every), Some(every.to_owned())),
            _ => {
                let number = self.number(self.past_blank(word_end))?;
                let (end, unit) = self.unit(number.end)?;
                // 每小时 and 每分钟 state a rate.
                let counted = matches!(unit, TimeUnit::Hour | TimeUnit::Minute) && number.value == 1;
                (end, length(number, unit).filter(|_| !counted))
            }
        };
        Some(fixed(at..end, "time.recurrence", TimeKind::Set, every.map(|every| format!("R/{every}"))))
    }

    /// The byte past the part of each period that recurs: 每年年底, 每周五.
    fn recurring(&self, end: usize, every: &str) -> usize {
        match self.word(end) {
            Some((after, TimeWord::Part(..))) if every == "P1Y" && !self.is_trap(end) => after,
            _ => self.weekday(end, every),
        }
    }

    fn weekday(&self, end: usize, every: &str) -> usize {
        let day = self.after(end).filter(|day| is_weekday(*day) || *day == '末');
        let day = day.map(|day| end + day.len_utf8());
        // Here 五 counts days: 每周五天.
        day.filter(|day| every == "P1W" && self.unit(*day).is_none()).unwrap_or(end)
    }

    /// Reads a number with a unit: the finished term (五年新增), 五年来, 五年内, 十年前, 三年.
    pub(super) fn length(&self, at: usize) -> Option<Expression> {
        let number = self.number(at)?;
        if let Some(days) = self.days_of_notice(at, number) {
            return Some(days);
        }
        let (end, unit) = self.unit(number.end)?;
        if let Some((end, iso)) = self.compound(number, unit, end) {
            return Some(fixed(at..end, "time.duration", TimeKind::Duration, Some(iso)));
        }
        let (number, end) = match self.surplus(end).filter(|_| unit == TimeUnit::Year && !number.is_loose()) {
            Some(end) => (Number { form: Form::Surplus, ..number }, end),
            None => (number, end),
        };
        if number.value == 0 || self.is_name(at, number, end, unit) {
            return None;
        }
        if let Some(ago) = self.ago(at, number, end, unit) {
            return Some(ago);
        }
        if unit == TimeUnit::Year
            && !self.text[..end].ends_with("周年")
            && let Some(years) = self.placed_years(at, number, end)
        {
            return Some(years);
        }
        let one_and_a_half = self.literal(end, "半").filter(|_| unit == TimeUnit::Year);
        let iso = match one_and_a_half {
            Some(_) => Some(format!("P{}M", i32::from(number.value) * 12 + 6)),
            None => length(number, unit),
        };
        let end = one_and_a_half.unwrap_or(end);
        let closed = self.inside(end).unwrap_or(end);
        // A goal to strive for counts from now on, whatever plan is in force: 争取在五年内.
        let is_plans = (closed > end || self.is_the_plan(at, end))
            && unit == TimeUnit::Year
            && number.value == TERM
            && !number.is_loose()
            && !self.text[..at].trim_end_matches('在').ends_with('取');
        let says = is_plans.then_some(TimeExpression::InPlan(TERM));
        Some(Expression { says, ..fixed(at..closed, "time.duration", TimeKind::Duration, iso) })
    }

    /// Whether 五年 is the plan in force: 完成|五年|计划; not 增收|五年|计划, nor a plan that is counted.
    fn is_the_plan(&self, at: usize, end: usize) -> bool {
        let is_meant = |before: char| {
            matches!(before, ',' | '。' | ';') || self.times.beside.before_plan.contains(&before)
        };
        self.literal(end, "计划").is_some() && self.before(at).is_none_or(is_meant)
    }

    /// The byte past 多 after a unit: 两年|多时间, 一年|多来; not 一年多次.
    fn surplus(&self, end: usize) -> Option<usize> {
        let more = self.literal(end, "多")?;
        let closes = self.after(more).is_none_or(is_clause_mark);
        (closes || self.any(more, &['来', '以', '的', '时', '前']).is_some()).then_some(more)
    }

    /// Reads a number of weeks, days or months before the document, which opens a clause: 两周前.
    fn ago(&self, at: usize, number: Number, end: usize, unit: TimeUnit) -> Option<Expression> {
        let part = match unit {
            TimeUnit::Week => Part::DayOffset(number.value.checked_mul(-7)?),
            TimeUnit::Day => Part::DayOffset(-number.value),
            TimeUnit::Month => Part::MonthOffset(-number.value),
            _ => return None,
        };
        let closed = self.literal(end, "前").filter(|_| self.opens_clause(at) && !number.is_loose())?;
        self.any(closed, &[',', '的'])?;
        let says = TimeExpression::Calendar(Calendar { year: Year::Unstated, part });
        Some(dated(at..closed, "time.ago", TimeKind::Point, says))
    }

    /// Reads a length with a fraction, such as an average: 9.6年; not 2.5年均.
    pub(super) fn decimal_years(&self, at: usize) -> Option<Expression> {
        let decimal = self.text[at..].char_indices().take_while(|(_, c)| c.is_ascii_digit() || *c == '.');
        let length = decimal.take(MAX_DECIMAL_CHARS + 1).map(|(offset, _)| offset + 1).last()?;
        let number = &self.text[at..at + length];
        let (whole, fraction) = number.split_once('.')?;
        let digits =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let alone = self.before(at).is_none_or(|c| !c.is_ascii_alphanumeric() && c != '.');
        let end = self.literal(at + length, "年")?;
        let goes_on = self.after(end).is_some_and(|c| self.times.beside.after_decimal.contains(&c));
        (digits(whole) && digits(fraction) && alone && !goes_on && !self.is_trap(at + length))
            .then(|| fixed(at..end, "time.duration", TimeKind::Duration, Some(format!("P{number}Y"))))
    }

    /// The byte past 内 that closes a length; not the 内 of 内乱 or 内部.
    pub(super) fn inside(&self, end: usize) -> Option<usize> {
        self.literal(end, "内").filter(|_| !self.is_trap(end))
    }

    /// Reads a length in two units, the smaller count less than one of the larger: 两年零9个月, 3小时20分钟.
    fn compound(&self, number: Number, unit: TimeUnit, end: usize) -> Option<(usize, String)> {
        let smaller = self.written_number(self.any(end, &['零', '又']).unwrap_or(end))?;
        let (end, smaller_unit) = self.unit(smaller.end)?;
        let exact = !number.is_loose() && !smaller.is_loose();
        let (large, small) = (number.value, smaller.value);
        let iso = match (unit, smaller_unit) {
            (TimeUnit::Year, TimeUnit::Month) if small < 12 => format!("P{large}Y{small}M"),
            (TimeUnit::Hour, TimeUnit::Minute) if small < 60 => format!("PT{large}H{small}M"),
            _ => return None,
        };
        exact.then_some((end, iso))
    }

    /// Reads days of notice, although 30日 without 内 would be a date: 30日内.
    fn days_of_notice(&self, at: usize, number: Number) -> Option<Expression> {
        let end = self.literal(self.past_blank(number.end), "日内")?;
        Some(fixed(at..end, "time.duration", TimeKind::Duration, length(number, TimeUnit::Day)))
    }

    /// Whether the number names and does not count: 一年 of any year, 一天 of any day, a ring such as “2小时生活圈”.
    fn is_name(&self, at: usize, number: Number, end: usize, unit: TimeUnit) -> bool {
        let one = number.value == 1 && number.form == Form::Positional;
        let before = self.before(at);
        let any_year = one && before.is_some_and(|c| self.times.beside.before_any.contains(&c));
        let any_day = one && unit == TimeUnit::Day && before != Some('前');
        let short = matches!(unit, TimeUnit::Hour | TimeUnit::Minute);
        let ring = self.text[end..].chars().take(8).any(|c| c == '圈');
        let quoted = matches!(before, Some('“' | '‘' | '"' | '「'));
        // A description tells what year it was, not how many: 不平凡的一年.
        let described = one && self.is_described(at) && self.ends_clause(end);
        let tens = self.after(at).is_some_and(|c| matches!(c, '十' | '百' | '千' | '万'));
        let several = tens && before.is_some_and(|c| matches!(c, '几' | '数' | '多'));
        if described || several {
            return true;
        }
        let name = matches!(self.after(end), Some('”' | '’' | '」')) || before == Some('个');
        let counted = unit == TimeUnit::Day && self.counts_days(at);
        name || counted || before == Some('第') || any_year || any_day || short && (ring || quoted)
    }

    /// Whether words before byte `at` describe the stretch, so that it is not counted: 不平凡的|五年, 最关键|五年.
    fn is_described(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let described = before.strip_suffix("关键").or_else(|| before.strip_suffix("重要")).unwrap_or(before);
        described.ends_with('的') || described.len() < at && described.ends_with('最')
    }

    fn ends_clause(&self, end: usize) -> bool {
        self.after(end).is_none_or(|c| matches!(c, ',' | '。' | ';' | '!' | ':'))
    }

    /// Whether the days are a figure, because a noun counts them: 优良天数325天.
    fn counts_days(&self, at: usize) -> bool {
        let clause = self.text[..at]
            .char_indices()
            .rev()
            .take(MAX_CHARS_BEFORE_DAYS)
            .take_while(|(_, c)| *c != ',')
            .last();
        clause.is_some_and(|(start, _)| self.text[start..at].contains("天数"))
    }

    fn placed_years(&self, at: usize, number: Number, end: usize) -> Option<Expression> {
        let years = number.value;
        let vague = number.is_loose();
        let past = if vague { TimeExpression::Open } else { TimeExpression::PastYears(years) };
        let opens = self.opens_clause(at);
        if let Some(end) = self.literal(end, "以来").or(self.literal(end, "来")) {
            let event = self.times.onsets.longest(&self.text[..at]).filter(|_| !vague);
            let says =
                event.map_or(past, |(_, event)| TimeExpression::YearsSince { count: years, event: *event });
            return Some(match years {
                // 30多年来 says how long, not since when; 五年多来 is a stretch of years, as 五年来 is.
                _ if number.form == Form::Surplus && !(2..LONG).contains(&years) => {
                    fixed(at..end, "time.duration", TimeKind::Duration, length(number, TimeUnit::Year))
                }
                1 => fixed(at..end, "time.duration", TimeKind::Duration, length(number, TimeUnit::Year)),
                _ => dated(at..end, "time.window", TimeKind::Period, says),
            });
        }
        if let Some(today) = self.literal(end, "前的今天").filter(|_| !vague) {
            return Some(dated(at..today, "time.ago", TimeKind::Point, TimeExpression::DayYearsAgo(years)));
        }
        if let Some(ago) = self
            .literal(end, "前")
            .filter(|_| !matches!(self.word(end), Some((_, TimeWord::Other | TimeWord::Edge(_)))))
        {
            let compared = self.before(at).is_some_and(|c| matches!(c, '比' | '较'));
            let says = match vague {
                true => TimeExpression::Open,
                false if compared => TimeExpression::YearsBefore(years),
                false => TimeExpression::YearsAgo(years),
            };
            return Some(dated(at..ago, "time.ago", TimeKind::Point, says));
        }
        // A described 五年 that closes a clause is the term, not a length: 不平凡的五年.
        let described = self.is_described(at) && !self.text[..at].ends_with("以来的");
        if described && self.ends_clause(end) && years == TERM && !vague {
            let says = TimeExpression::Term { years, inside: false };
            return Some(dated(at..end, "time.term", TimeKind::Period, says));
        }
        // A 五年 that opens a clause and governs a finished deed is the term that is over.
        let in_list = self.text[..at].ends_with("年、");
        // A sum over five years is the term's, wherever it stands: 支出五年累计9亿元, 收入五年增长9%; but 农房五年提升行动.
        let summing = self.times.summing.longest_at(self.text, end).map(|(range, ())| range.end);
        let is_program = |end: usize| self.times.programs.longest_at(self.text, end).is_some();
        let counted = self.before(at).is_some_and(|c| self.times.beside.before_any.contains(&c) || c == '第');
        // So is a total: 投资总额五年为9亿元.
        let totals = || self.literal(end, "为").and_then(|end| self.after(end)).is_some_and(is_digit);
        let summed = !counted && (summing.is_some_and(|end| !is_program(end)) || totals());
        let term = (opens || summed) && !in_list && years == TERM && !vague;
        let inside = self.inside(end).unwrap_or(end);
        let length = is_program(inside) || inside == self.text.len();
        let says = TimeExpression::Term { years, inside: inside > end };
        // 间 belongs to it: 五年间,新建….
        let inside = self.literal(inside, "间").unwrap_or(inside);
        (term && !length).then(|| dated(at..inside, "time.term", TimeKind::Period, says))
    }
}

/// The ISO duration of this many units; `None` for a vague number. 30多年 has thirty.
fn length(number: Number, unit: TimeUnit) -> Option<String> {
    let count = i32::from(number.value);
    if number.form == Form::Vague {
        return None;
    }
    Some(match unit {
        TimeUnit::Year => format!("P{count}Y"),
        TimeUnit::Month => format!("P{count}M"),
        TimeUnit::Quarter => format!("P{}M", count * 3),
        TimeUnit::Week => format!("P{count}W"),
        TimeUnit::Day => format!("P{count}D"),
        TimeUnit::Hour => format!("PT{count}H"),
        TimeUnit::Minute => format!("PT{count}M"),
    })
}
