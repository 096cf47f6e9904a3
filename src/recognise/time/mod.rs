//! Recognises points, periods, durations and recurrences of time.
//!
//! [`recognise`] wakes where a word or digit of `dictionaries/times.tsv` stands and reads the longest
//! expression from there: a date of the calendar ([`calendar`]), a plan or decade ([`plan`]), a length
//! or run of years ([`stretch`]). What an expression says ([`TimeExpression`]) becomes an ISO date in
//! [`crate::relate`], which knows the document's date.

mod calendar;
mod expression;
mod plan;
mod reader;
mod stretch;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{Candidate, Detail, Evidence, Scene, Time};
use crate::lexicon::{TimeUnit, TimeWord, Times};
use crate::record::TimeKind;
use crate::text::CharSet;
use reader::Reader;

pub(crate) use calendar::Found;
pub(crate) use expression::{Calendar, Part, Start, TimeExpression, Year};

/// Marks that join the two ends of a stretch.
const TO: &[char] = &['至', '到', '-', '—', '~', '–'];
/// Characters that may follow the number of a date, a decade or a part of a year, or join it to another
/// number.
static UNITS_AND_TIES: CharSet = CharSet::new(&[
    '年', '季', '个', '月', '日', '号', '世', '和', '、', '至', '到', '-', '—', '~', '–', '/', '.', ' ',
]);
/// Longest description between a year and 以来, in characters: 今年入汛以来.
const MAX_GAP_CHARS: usize = 6;
/// Longest event before 以来, in characters.
const MAX_EVENT_CHARS: usize = 14;

/// The rule id of feasts and seasons that limit a deed: 国庆节前.
pub(crate) const FEAST: &str = "time.feast";

/// A time expression of a sentence.
#[derive(Debug, PartialEq)]
struct Expression {
    range: Range<usize>,
    rule: &'static str,
    kind: TimeKind,
    iso: Option<String>,
    says: Option<TimeExpression>,
}

/// An expression whose date `relate` works out.
fn dated(range: Range<usize>, rule: &'static str, kind: TimeKind, says: TimeExpression) -> Expression {
    Expression { range, rule, kind, iso: None, says: Some(says) }
}

/// An expression that means the same in every document.
fn fixed(range: Range<usize>, rule: &'static str, kind: TimeKind, iso: Option<String>) -> Expression {
    Expression { range, rule, kind, iso, says: None }
}

/// Proposes the time expressions of the sentence; none overlap.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let reader = Reader::new(scene.text, &scene.lexicon.times);
    let mut from = 0;
    while let Some((Range { start: at, end }, word)) = scene.next(&reader.times.openers, from) {
        match reader.expression(at, end, *word) {
            Some(found) => {
                from = found.range.end.max(end);
                let detail = Detail::Time(Time { kind: found.kind, iso: found.iso, says: found.says });
                candidates.push(Candidate::new(found.range, found.rule, Evidence::Context, detail));
            }
            None => from = reader.past_failure(at, end, *word),
        }
    }
}

/// Reads the calendar date that starts at this byte, for datelines.
pub(crate) fn calendar_at(text: &str, at: usize, times: &Times) -> Option<Found> {
    Reader::new(text, times).calendar(at)
}

/// The first year of the first five-year plan that a text names, and the byte where its name ends.
pub(crate) fn plan_in(text: &str, times: &Times) -> Option<(i16, usize)> {
    let reader = Reader::new(text, times);
    let named = |at: usize, character: char| match character {
        '第' => reader.numbered_plan(at, at + character.len_utf8()),
        _ => reader.plan(at),
    };
    let opens = |(_, c): &(usize, char)| *c == '第' || crate::text::is_chinese_digit(*c);
    text.char_indices().filter(opens).find_map(|(at, character)| {
        let plan = named(at, character)?;
        match plan.says {
            Some(TimeExpression::Years(first, _)) => Some((first, plan.range.end)),
            _ => None,
        }
    })
}

/// How many years the text opens with, counted in this unit: 30周年.
pub(crate) fn years_counted(text: &str, unit: &str, times: &Times) -> Option<i16> {
    let number = Reader::new(text, times).number(0).filter(|number| !number.is_loose())?;
    text[number.end..].starts_with(unit).then_some(number.value)
}

impl Reader<'_> {
    /// Reads the expression that opens with this word.
    fn expression(&self, at: usize, end: usize, word: TimeWord) -> Option<Expression> {
        match word {
            TimeWord::Digit => self.plan(at).or_else(|| self.numbered(at)),
            TimeWord::Ordinal => {
                self.numbered_plan(at, end).or_else(|| self.dates(at)).or_else(|| self.year_of_plan(at))
            }
            TimeWord::First => self.dates(at).or_else(|| self.window(at, end, word)),
            TimeWord::Past | TimeWord::Future | TimeWord::These | TimeWord::Last => {
                self.window(at, end, word)
            }
            TimeWord::Run => self.run(at, end),
            TimeWord::Every(_) | TimeWord::EveryFew => self.recurrence(at, end, word),
            TimeWord::Century(offset) => Some(self.century(at, end, offset)),
            TimeWord::Length(iso) => {
                let iso = Some(iso).filter(|iso| !iso.is_empty()).map(str::to_owned);
                Some(fixed(at..end, "time.duration", TimeKind::Duration, iso))
            }
            TimeWord::Same => Some(dated(at..end, "time.same", TimeKind::Period, TimeExpression::Same(None))),
            // An era or season up to the document's date: 去冬以来.
            TimeWord::Era("") | TimeWord::Months(..) if let Some(since) = self.literal(end, "以来") => {
                Some(dated(at..since, "time.since", TimeKind::Period, TimeExpression::Open))
            }
            // From an event on, with the years since: 解放后八年来.
            TimeWord::Era(iso) if let Some(start) = iso.strip_suffix('/') => {
                Some(since_then(at..self.years_on(end), Start::Event(start)))
            }
            TimeWord::Feast(day) => self.before_feast(at, end, day),
            TimeWord::Years(first, last) => {
                let says = TimeExpression::YearsFrom(first.into(), last.into());
                Some(dated(at..end, "time.range", TimeKind::Period, says))
            }
            TimeWord::Months(first, last) => {
                let says = TimeExpression::MonthsFrom(first.into(), last.into());
                Some(dated(at..end, "time.range", TimeKind::Period, says))
            }
            TimeWord::Era(iso) => {
                let iso = Some(iso).filter(|iso| !iso.is_empty()).map(str::to_owned);
                Some(fixed(at..end, "time.era", TimeKind::Period, iso))
            }
            TimeWord::Anchor(iso) => {
                let since = self.literal(end, "以来")?;
                // Begins before the Party's name rather than inside it: 中国共产|党十一届三中全会以来.
                let whole = self.text[..at].strip_suffix("中国共产").filter(|_| self.after(at) == Some('党'));
                Some(since_then(whole.map_or(at, str::len)..since, Start::Event(iso)))
            }
            TimeWord::Since => self.since_event(at, end),
            _ => self.dates(at),
        }
    }

    /// Reads the expression that opens with this number and is no plan.
    fn numbered(&self, at: usize) -> Option<Expression> {
        if !self.may_count_time(at) {
            return None;
        }
        self.decade_or_century(at)
            .or_else(|| self.years(at))
            .or_else(|| self.months_in_figures(at))
            .or_else(|| self.dates(at))
            .or_else(|| self.length(at))
            .or_else(|| self.decimal_years(at))
    }

    /// Whether the characters after a number may belong to a time (not 12家, 一批); asked before each form of
    /// time is tried.
    fn may_count_time(&self, at: usize) -> bool {
        let Some(number) = self.number(at) else { return true };
        self.after(number.end).is_some_and(|c| UNITS_AND_TIES.contains(c))
            || self.times.units.longest_at(self.text, number.end).is_some()
    }

    /// The byte where reading goes on when no expression opens with this word.
    fn past_failure(&self, at: usize, end: usize, word: TimeWord) -> usize {
        match word {
            // Skips the whole number: no digit of 第十一次 or 12345 opens an expression.
            TimeWord::Digit | TimeWord::Ordinal => {
                let digits = self.text[end..].chars().take_while(|c| reader::is_digit(*c));
                end + digits.map(char::len_utf8).sum::<usize>()
            }
            TimeWord::Other => end,
            _ => at + self.after(at).map_or(1, char::len_utf8),
        }
    }

    /// Reads years whose 年 comes last: 2006—2020年, 一九七九和一九八〇两年.
    fn years(&self, at: usize) -> Option<Expression> {
        let first = self.year_number(at)?;
        let range = |end, last| {
            let says = TimeExpression::Range(Calendar::year(first.value), Calendar::year(last));
            Some(dated(at..end, "time.range", TimeKind::Period, says))
        };
        if let Some(next) = self.to(first.end) {
            let last = self.calendar(next)?;
            return match last.calendar {
                Calendar { year: Year::Given(year), part: Part::Whole } if year > first.value => {
                    range(last.end, year)
                }
                _ => None,
            };
        }
        let next = self.any(first.end, &['和', '、'])?;
        let last = self.year_number(next).filter(|last| last.value == first.value + 1)?;
        let end = self.literal(last.end, "年").or_else(|| self.literal(last.end, "两年"))?;
        range(end, last.value)
    }

    /// Reads a stretch between two months in figures, as careers have it: 1998.03—2002.11.
    fn months_in_figures(&self, at: usize) -> Option<Expression> {
        let first = self.month_in_figures(at)?;
        let last = self.month_in_figures(self.to(first.end)?)?;
        let says = TimeExpression::Range(first.calendar, last.calendar);
        Some(dated(at..last.end, "time.range", TimeKind::Period, says))
    }

    /// The byte past the mark between the two ends of a stretch: 至, —, ——.
    fn to(&self, at: usize) -> Option<usize> {
        let next = self.any(self.past_blank(at), TO)?;
        Some(self.past_blank(self.literal(next, "—").unwrap_or(next)))
    }

    /// Reads a calendar date together with the end of a stretch, 以来, 前 or 同期 after it.
    fn dates(&self, at: usize) -> Option<Expression> {
        let first = self.calendar(at)?;
        let (calendar, end) = (first.calendar, first.end);
        if let Some(since) = self.literal(end, "以来").or_else(|| self.literal(end, "至今")) {
            return Some(since_then(at..since, Start::Calendar(calendar)));
        }
        if let Some(same) = self.literal(end, "同期").filter(|_| calendar.part == Part::Whole) {
            let says = TimeExpression::Same(Some(calendar.year));
            return Some(dated(at..same, "time.same", TimeKind::Period, says));
        }
        if let Some(range) = self.range(at, &first) {
            return Some(range);
        }
        if calendar.part == Part::Whole
            && first.kind == TimeKind::Point
            && let Some(since) = self.since_in_year(end)
        {
            // The text does not say when in this year the event was.
            return Some(match calendar.year {
                Year::Given(year) => since_then(at..since, Start::EventIn(year)),
                _ => dated(at..since, "time.since", TimeKind::Period, TimeExpression::Open),
            });
        }
        if let Some(after) = self.set_in(end).filter(|_| calendar.part == Part::Whole) {
            return Some(dated(at..after, "time.since", TimeKind::Period, TimeExpression::Open));
        }
        let then = self.before_then(end);
        if then > end
            && calendar.part == Part::Whole
            && let Some(stretch) = self.stretch_before(then)
        {
            return Some(dated(at..stretch, "time.range", TimeKind::Period, TimeExpression::Open));
        }
        if then == end
            && let Some(after) = self.after_then(end)
        {
            let says = match calendar.year {
                Year::Given(_) => TimeExpression::After(calendar),
                _ => TimeExpression::Open,
            };
            return Some(dated(at..after, "time.since", TimeKind::Period, says));
        }
        let end = if then == end { self.inside(end).unwrap_or(end) } else { then };
        Some(dated(at..end, "time.calendar", first.kind, TimeExpression::Calendar(calendar)))
    }

    /// Reads a stretch whose second end may leave out what the first says: 8月25日至26日.
    fn range(&self, at: usize, first: &Found) -> Option<Expression> {
        let last = self.calendar(self.to(first.end)?)?;
        let says = TimeExpression::Range(first.calendar, last.calendar);
        Some(dated(at..last.end, "time.range", TimeKind::Period, says))
    }

    /// The byte past 前, 之前 or 以前, or `end` if none follows: 年底前.
    fn before_then(&self, end: usize) -> usize {
        if matches!(self.word(end), Some((_, TimeWord::Other | TimeWord::Edge(_)))) {
            return end;
        }
        let limits = ["前", "之前", "以前"];
        limits.iter().find_map(|limit| self.literal(end, limit)).unwrap_or(end)
    }

    /// Reads a limit by something that the year has once: 国庆节|前, 汛期|之前.
    fn before_feast(&self, at: usize, end: usize, day: Option<(i8, i8)>) -> Option<Expression> {
        let then = Some(self.before_then(end)).filter(|then| *then > end)?;
        let Some((month, day)) = day else { return Some(fixed(at..then, FEAST, TimeKind::Point, None)) };
        // Before New Year's Day means that of the next year.
        let year = if (month, day) == (1, 1) { Year::Offset(1) } else { Year::Unstated };
        let calendar = Calendar { year, part: Part::Day(month, day) };
        Some(dated(at..then, FEAST, TimeKind::Point, TimeExpression::Calendar(calendar)))
    }

    /// The byte past 后 or 以后 after a calendar date: 9月份以后; not 后续, 后期.
    fn after_then(&self, end: usize) -> Option<usize> {
        let follows = self.literal(end, "以后").or_else(|| self.literal(end, "之后"));
        let bare = || self.literal(end, "后").filter(|after| self.any(*after, &[',', '的']).is_some());
        follows.or_else(bare)
    }

    /// The byte past a season's setting in; the text does not say when in the year it did: 今年入秋以后.
    fn set_in(&self, end: usize) -> Option<usize> {
        let entered = self.literal(end, "入")?;
        let season = self.after(entered).filter(|season| self.times.beside.setting_in.contains(season))?;
        let season = entered + season.len_utf8();
        self.literal(season, "以后")
            .or_else(|| self.literal(season, "后"))
            .or_else(|| self.literal(season, "以来"))
    }

    /// The byte past a stretch of years that ends with the year before it: 1978年以前的二十六年.
    fn stretch_before(&self, at: usize) -> Option<usize> {
        let number = self.number(self.literal(at, "的").unwrap_or(at))?;
        let (end, unit) = self.unit(number.end)?;
        (unit == TimeUnit::Year).then_some(end)
    }

    /// The byte past a short description of what happened in the year and 以来: 今年入汛以来.
    fn since_in_year(&self, end: usize) -> Option<usize> {
        let gap = self.text[end..].chars().take(MAX_GAP_CHARS + 2);
        let gap: usize = gap.take_while(|c| *c != '来').map(char::len_utf8).sum();
        let event = self.text[end..end + gap].strip_suffix('以')?;
        self.literal(end + gap, "来")?;
        let plain = !event.contains(|c: char| c.is_ascii_punctuation() || "是的有为在创,、。“”".contains(c));
        plain.then(|| end + gap + '来'.len_utf8())
    }

    /// The byte past the number of years since the event, or `end` if none follows: 解放后|八年来.
    fn years_on(&self, end: usize) -> usize {
        let years = || {
            let year = self.literal(self.number(end)?.end, "年")?;
            self.literal(year, "以来").or_else(|| self.literal(year, "来"))
        };
        years().unwrap_or(end)
    }

    /// Reads an event that opens the clause and 以来, whether its date is known or not: 疫情发生以来.
    fn since_event(&self, at: usize, end: usize) -> Option<Expression> {
        self.any(end, &[','])?;
        let event = self.text[..at].char_indices().rev().take(MAX_EVENT_CHARS + 1);
        let start = event.take_while(|(_, c)| !is_clause_mark(*c)).last()?.0;
        let start = ["自从", "自", "从", "特别是", "尤其是"]
            .iter()
            .find_map(|lead| self.literal(start, lead))
            .unwrap_or(start);
        // The words before 从 are not part of the event: 我们党从成立以来.
        let from = self.text[start..at].rfind('从').map(|from| start + from + '从'.len_utf8());
        // Nor are the words before 自 and its verb: 工商联自|成立以来.
        let own = self.times.own_starts.find(&self.text[start..at]).last();
        let own = own.map(|(own, ())| start + own.start + '自'.len_utf8());
        let start = from.or(own).unwrap_or(start);
        let event = &self.text[start..at];
        let length = event.chars().count();
        let vague = self
            .times
            .words
            .find(event)
            .any(|(range, word)| *word == TimeWord::Vague && range.end == event.len());
        let opens = self.before(start).is_none_or(is_clause_mark)
            || start > 0 && self.text[..start].ends_with(['自', '从', '是']);
        // An event has no pronoun of the persons who are spoken to: 听说你们到任以来.
        let told = event.contains(['是', '们']);
        // The event's year is named: 2008年某地发生地震以来.
        let year = self.given_year(start).filter(|(_, named)| *named < at);
        let says = year.map_or(TimeExpression::Open, |(year, _)| TimeExpression::Since(Start::EventIn(year)));
        ((3..MAX_EVENT_CHARS).contains(&length) && opens && !vague && !told)
            .then(|| dated(start..end, "time.since", TimeKind::Period, says))
    }
}

fn since_then(range: Range<usize>, start: Start) -> Expression {
    dated(range, "time.since", TimeKind::Period, TimeExpression::Since(start))
}

fn is_clause_mark(character: char) -> bool {
    matches!(character, ',' | '。' | ';' | ':' | '!' | '?' | ' ' | '、' | '(' | ')')
}
