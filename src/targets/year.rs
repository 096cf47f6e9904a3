//! Which year a figure speaks of.

use super::reading::Page;
use crate::document::ReadDocument;
use crate::lexicon::iso::{ends, month_of, year_of, years_of};
use crate::record::{Figure, FigureStatus, Span, Speech, Time, TimeKind};
use crate::relate::reviews_last_year;
use crate::text::is_chinese_digit;

/// Most times before a figure that are looked at.
const MAX_TIMES_BACK: usize = 12;
const PLAN_YEARS: i32 = 5;
/// The month from which on a year is nearly over.
const FIRST_ENDING_MONTH: u8 = 11;
/// The length of a month as ISO writes it, in bytes.
const MONTH: usize = "2024-01".len();
/// The end of a time that goes on up to the document.
const SINCE: &str = "以来";

/// The year (`2016`) or the period of years (`2011/2015`) that a figure speaks of, by the first of these that
/// says one: its own time, the nearest time before it in its sentence, what governs the sentence. Failing
/// these, a target is for the document's year, and a result of that year, or of the year before while the
/// document's is young. `None` for parts of years, and for a result that names no year in the middle of one.
pub(super) fn of(page: &Page, figure: &Figure, status: FigureStatus) -> Option<String> {
    let Page { read, speech, .. } = page;
    let own = read.year()?;
    let (sentence, _) = read.bounds(&figure.span);
    let known = figure.time.and_then(|time| speech.times.get(time)).filter(|time| !read.is_base(time));
    let years = |time: &Time| stretch(time).map(|years| years.map(|years| reviewed(years, time, read)));
    let known = known.into_iter().filter_map(years);
    // In spring the year has no results yet, unless a figure's own time says so.
    let is_young = status == FigureStatus::Result && read.date().is_some_and(reviews_last_year);
    let is_over = |year: &String| !is_young || last_of(year) != Some(own);
    let earlier = before(read, speech, figure.span.start, sentence).filter_map(years);
    let earlier = earlier.filter(|year| year.as_ref().is_none_or(is_over));
    let mut near = known.chain(earlier);
    if let Some(found) = near.find(|year| year.as_ref().is_none_or(|year| fits(year, status, own))) {
        return found;
    }
    let mut governing = page.frames.at(read, &figure.span).filter_map(stretch);
    // 前三季度,…。就业新增9万人。: the result of a part of a year is not that of the year.
    let governs = |year: &Option<String>| match year {
        Some(year) => fits(year, status, own),
        None => status == FigureStatus::Result,
    };
    match governing.find(governs) {
        Some(year) => year,
        None if status == FigureStatus::Target => Some(own.to_string()),
        // In July nobody has the result of the year yet.
        None if page.is_of_part || is_under_way(read) => None,
        None => Some(reported(read, own).to_string()),
    }
}

/// Whether the title says that the document tells of a part of a year: 上半年经济运行情况, 10月份产值.
pub(super) fn is_of_part(read: &ReadDocument, speech: &Speech) -> bool {
    let Some(title) = read.document.title.as_ref().map(|title| title.span) else { return false };
    let titled = speech.times.iter().filter(|time| title.contains(&time.span));
    let mut parts = titled.filter(|time| stretch(time) == Some(None));
    parts.any(|time| {
        let iso = time.iso.as_deref().unwrap_or_default();
        let after = read.folded(time.span.end, title.end);
        // 2025年9月会议上的讲话: when it was held; 2025年9月, alone: when it came out.
        let is_topic = || !after.trim().is_empty() && !after.contains('会') && !after.contains("讲话");
        iso.contains('/') || iso.len() == MONTH && is_topic()
    })
}

/// The year that a figure is compared with, where the nearest time between code point `from` and the figure
/// names one: 比2002年增长65.5%.
pub(super) fn base(read: &ReadDocument, speech: &Speech, from: usize, figure: &Figure) -> Option<i32> {
    let end = speech.times.partition_point(|time| time.span.start < figure.span.start);
    let times = speech.times[..end].iter().rev().take_while(|time| time.span.start >= from);
    let times = times.filter(|time| !read.is_standard(time));
    // 比一九八〇年, but not 比上年.
    let named = |time: &Time| time.text.starts_with(|c: char| c.is_numeric() || is_chinese_digit(c));
    let mut times = times.filter(|time| !read.is_base(time) || named(time));
    let nearest = times.next().filter(|time| read.is_base(time))?;
    year_of(nearest.iso.as_deref()?)
}

/// The sections whose heading names targets of a time that is not over (“十五五”时期主要目标): the code point at which
/// each starts, and the last one at which it or an earlier section ends.
pub(super) struct Aims(Vec<(usize, usize)>);

impl Aims {
    pub(super) fn of(read: &ReadDocument, speech: &Speech) -> Self {
        let names_aims = |heading: &Span| {
            let own = read.year();
            let mut times = before(read, speech, heading.end, heading.start).filter_map(stretch).flatten();
            let to_come = times.any(|year| last_of(&year).zip(own).is_some_and(|(last, own)| last >= own));
            to_come && names_aims(&read.folded(heading.start, heading.end))
        };
        let aims = speech.sections.iter().filter(|section| names_aims(&section.heading.span));
        let mut aims: Vec<_> = aims.map(|section| (section.span.start, section.span.end)).collect();
        aims.sort_unstable();
        let mut last = 0;
        for (_, end) in &mut aims {
            last = last.max(*end);
            *end = last;
        }
        Aims(aims)
    }

    /// Whether such a section holds a span.
    pub(super) fn hold(&self, span: &Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start <= span.start);
        before > 0 && span.end <= self.0[before - 1].1
    }
}

/// Whether a heading names aims: “十五五”时期主要目标, 2026年计划(草案).
fn names_aims(heading: &str) -> bool {
    let name = heading.trim_end().trim_end_matches(')');
    let name = name.strip_suffix("草案").unwrap_or(name).trim_end_matches('(');
    heading.contains("目标") || name.ends_with("计划")
}

/// Whether the nearest time before a figure, in its sentence or else its paragraph, is over: 五年来,….
pub(super) fn is_over(read: &ReadDocument, speech: &Speech, figure: &Figure) -> bool {
    let paragraph = read.paragraph(read.bounds(&figure.span).0);
    is_past(read, before(read, speech, figure.span.start, paragraph))
}

/// Whether the nearest time before a figure in its sentence is over: 去年物价涨幅回落到3%.
pub(super) fn is_over_here(read: &ReadDocument, speech: &Speech, figure: &Figure) -> bool {
    let (sentence, _) = read.bounds(&figure.span);
    is_past(read, before(read, speech, figure.span.start, sentence))
}

fn is_past<'s>(read: &ReadDocument, times: impl Iterator<Item = &'s Time>) -> bool {
    let nearest = times.filter_map(stretch).flatten().next().and_then(|year| last_of(&year));
    nearest.zip(read.year()).is_some_and(|(last, own)| last < own)
}

/// How many years the nearest time between code point `from` and a figure lasts: 十年年均增长6%.
pub(super) fn lasting(speech: &Speech, from: usize, figure: &Figure) -> Option<i32> {
    let end = speech.times.partition_point(|time| time.span.start < figure.span.start);
    let nearest = speech.times[..end].last().filter(|time| time.span.start >= from)?;
    years_of(nearest.iso.as_deref()?)
}

/// The number of years in a period.
pub(super) fn length(period: &str) -> Option<i32> {
    let (first, last) = period.split_once('/')?;
    Some(last.parse::<i32>().ok()? - first.parse::<i32>().ok()? + 1)
}

/// The years of the five-year plan that ends in this year, and is in force or comes next.
pub(super) fn plan_to(year: &str, own: i32) -> Option<String> {
    let last: i32 = year.parse().ok().filter(|last| last % PLAN_YEARS == 0)?;
    let before = last - PLAN_YEARS;
    (before..last).contains(&own).then(|| format!("{}/{last}", before + 1))
}

/// The year that a document reports on where it names none.
fn reported(read: &ReadDocument, own: i32) -> i32 {
    if read.date().is_none_or(reviews_last_year) { own - 1 } else { own }
}

/// Whether a document comes from the middle of a year, when last year's results have been told and its own
/// not yet.
fn is_under_way(read: &ReadDocument) -> bool {
    read.date().is_some_and(|date| {
        let month: Option<u8> = month_of(date);
        !reviews_last_year(date) && month.is_some_and(|month| month < FIRST_ENDING_MONTH)
    })
}

/// The times between two code points, the last first, without those that something is only compared with.
fn before<'s>(
    read: &'s ReadDocument,
    speech: &'s Speech,
    to: usize,
    from: usize,
) -> impl Iterator<Item = &'s Time> + use<'s> {
    let end = speech.times.partition_point(|time| time.span.start < to);
    let times =
        speech.times[..end].iter().rev().take(MAX_TIMES_BACK).take_while(move |time| time.span.start >= from);
    times.filter(|time| !read.is_base(time))
}

/// The year or years of a time: `None` where it says none, `Some(None)` where it is part of a year.
fn stretch(time: &Time) -> Option<Option<String>> {
    let iso = time.iso.as_deref().filter(|_| matches!(time.kind, TimeKind::Point | TimeKind::Period))?;
    // 年初确定的目标: the time when something was set, not the year that it is for.
    if time.text.ends_with('初') {
        return None;
    }
    let (start, end) = ends(iso);
    let (first, last) = (start.get(..4)?, end.get(..4)?);
    let whole = start.len() == 4 && end.len() == 4;
    Some(match (first == last, whole) {
        (true, true) => Some(first.to_owned()),
        // 年底: what holds then holds for the year.
        (true, false) if start == end && end.get(5..7) == Some("12") => Some(first.to_owned()),
        (true, false) => None,
        (false, _) => Some(format!("{first}/{last}")),
    })
}

/// The years of a time; one up to now ends, in the report of a young year, with the year that it reviews:
/// “十四五”以来.
fn reviewed(years: String, time: &Time, read: &ReadDocument) -> String {
    let Some((first, last)) = years.split_once('/').filter(|_| time.text.ends_with(SINCE)) else {
        return years;
    };
    let own = read.year().filter(|own| last.parse() == Ok(*own));
    match own.map(|own| reported(read, own)) {
        Some(last) if first.parse::<i32>().is_ok_and(|first| first < last) => format!("{first}/{last}"),
        _ => years,
    }
}

/// Whether a figure of this status can be of a year: a target of none that is over, a result of none to come.
fn fits(year: &str, status: FigureStatus, own: i32) -> bool {
    last_of(year).is_some_and(|last| if status == FigureStatus::Target { last >= own } else { last <= own })
}

/// The last year of a year or a period.
pub(super) fn last_of(year: &str) -> Option<i32> {
    year.rsplit('/').next()?.parse().ok()
}
