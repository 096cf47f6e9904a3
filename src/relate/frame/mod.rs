//! The time that what stands above a figure tells, where its own sentence tells none.
//!
//! One rule: the nearest of these governs. The time that opens the paragraph (五年来,经济稳步发展。茶叶产量增长9%。); that
//! of the sentence which announces the list around ([`list`]); that of the headings above, innermost first ([`above`]).

mod above;
mod list;
mod opening;

use std::ops::Range;

use rust_decimal::Decimal;

use super::figure::{is_elapsed, mood_of_time};
use super::time;
use crate::layout::{Role, Sentence, SpeechLayout};
use crate::lexicon::{Lexicon, Mood};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail, Figure};
use crate::record::{Change, FigureKind, FigureStatus, TimeKind};
use above::Above;
use list::List;
use opening::{Opening, rivals};

/// How long a month is as ISO writes it.
const MONTH: usize = "2024-01".len();
/// How ISO writes a year's length: 一年来.
const ONE_YEAR: &str = "P1Y";

/// A time that governs what stands behind it.
#[derive(Debug, Clone)]
struct Frame {
    /// Where it stands in the mended text.
    time: Range<usize>,
    /// `None` for how long something lasted: 这是快速发展的五年.
    stretch: Option<Stretch>,
    /// So many years it has.
    years: Option<i32>,
    /// Whether it is past or to come.
    mood: Option<Mood>,
    /// Whether it looks back from the text's own day: 五年来, 刚刚过去的2025年.
    elapsed: bool,
    /// Whether it counts from an event: 改革开放以来.
    since: bool,
    /// Whether it has a place in the calendar of its own: not 一年来.
    dated: bool,
}

/// First and last month of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    first: i32,
    last: i32,
}

impl Stretch {
    fn read(iso: &str) -> Option<Self> {
        let (from, to) = iso.split_once('/').unwrap_or((iso, iso));
        let month = |date: &str, otherwise: i32| {
            let year: i32 = date.get(..4)?.parse().ok()?;
            let month = date.get(5..7).map_or(Some(otherwise), |month| month.parse().ok())?;
            Some(year * 12 + month)
        };
        Some(Stretch { first: month(from, 1)?, last: month(to, 12)? })
    }

    fn holds(self, other: Stretch) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether one is part of the other.
    fn nests(self, other: Stretch) -> bool {
        self.holds(other) || other.holds(self)
    }

    /// Whether one is a part of the other and not all of it.
    fn is_within(self, other: Stretch) -> bool {
        other.holds(self) && self != other
    }

    fn years(self) -> i32 {
        (self.last - self.first) / 12 + 1
    }
}

impl Frame {
    /// The frame that a time of a sentence makes, which starts there in the mended text: a year, a stretch of months or
    /// the year up to now (一年来). What happened on a day or in a month is over in the next sentence.
    fn read(told: &str, start: usize, candidate: &Candidate, day: Option<&str>) -> Option<Self> {
        let Detail::Time(time) = &candidate.detail else { return None };
        let iso = time.iso.as_deref()?;
        let before = &told[..candidate.range.start];
        let elapsed = is_elapsed(&told[candidate.range.clone()]) || before.ends_with("过去的");
        let stretch = match time.kind {
            TimeKind::Point | TimeKind::Period if is_long(iso) => Stretch::read(iso),
            TimeKind::Duration if iso == ONE_YEAR && elapsed => {
                Stretch::read(&format!("{:04}", time::reviewed(day?)?))
            }
            TimeKind::Duration => None,
            _ => return None,
        };
        let years = stretch.map(Stretch::years).or_else(|| time::years_of(iso));
        let mood = if elapsed { Some(Mood::Done) } else { day.and_then(|day| mood_of_time(candidate, day)) };
        let time = start + candidate.range.start..start + candidate.range.end;
        let since = told[candidate.range.clone()].ends_with("以来");
        Some(Frame { time, stretch, years, mood, elapsed, since, dated: !iso.starts_with('P') })
    }

    /// “十四五”时期…,5年提高9%: whether a time of the sentence is as many years and nothing more.
    fn lasts_as_long(&self, sentence: &str, own: Option<&Candidate>) -> bool {
        own.is_some_and(|own| {
            let is_count = sentence[own.range.clone()].starts_with(is_numeric);
            let years = if let Detail::Time(time) = &own.detail {
                time.iso.as_deref().and_then(time::years_of)
            } else {
                None
            };
            self.dated && is_count && years.is_some() && years == self.years
        })
    }

    /// Whether it is of more than one year.
    fn is_long(&self) -> bool {
        self.years.is_none_or(|years| years > 1)
    }
}

/// 产值比上年增长9%: whether a sentence compares with the year before, and so is of one year.
fn is_yearly(sentence: &str) -> bool {
    ["上年", "上一年", "同比"].iter().any(|base| sentence.contains(base))
}

/// A year or a stretch of months.
fn is_long(iso: &str) -> bool {
    iso.len() == MONTH - 3 || iso.contains('/') && iso.split('/').all(|end| end.len() <= MONTH)
}

/// What a paragraph has told of its time so far.
#[derive(Debug)]
enum Paragraph {
    /// Nothing: what stands above governs.
    Silent,
    Speaks(Frame),
    /// Times that contend.
    Mixed,
}

/// Fills in `frame` of the figures that have no time of their own. `day` is the document's date.
pub(crate) fn relate(
    text: &str,
    speech: &SpeechLayout,
    sentences: &mut [(&Sentence, Vec<Candidate>)],
    lexicon: &Lexicon,
    day: Option<&str>,
) {
    let above = Above::new(&speech.sections);
    let mut reading = Reading { above, list: None, paragraph: Paragraph::Silent, passing: None, day };
    for at in 0..sentences.len() {
        let next = sentences.get(at + 1).filter(|(next, _)| next.opens_paragraph);
        let next = next.map(|(next, _)| &text[next.range.clone()]);
        let (sentence, candidates) = &mut sentences[at];
        if sentence.role == Role::Text {
            let told =
                Told { text: &text[sentence.range.clone()], start: sentence.range.start, lexicon, day };
            reading.enter(&told, candidates, sentence.opens_paragraph);
            if let Some(next) = next {
                reading.announce(&told, candidates, next);
            }
        }
    }
}

/// What governs where the reading stands.
#[derive(Debug)]
struct Reading<'l> {
    above: Above<'l>,
    list: Option<List>,
    paragraph: Paragraph,
    /// The year that a sentence of the paragraph opened with, which only such sentences go on with as are of one year.
    passing: Option<Frame>,
    day: Option<&'l str>,
}

impl Reading<'_> {
    /// Comes to a sentence, and gives its figures their time.
    fn enter(&mut self, told: &Told, candidates: &mut [Candidate], opens_paragraph: bool) {
        let opened = self.above.enter(told, candidates);
        // 问:…。答:…: who speaks turns to something else, in one paragraph too.
        let turns = ["问:", "答:"].iter().any(|turn| told.text.trim_start().starts_with(turn));
        if opens_paragraph || turns {
            (self.paragraph, self.passing) = (Paragraph::Silent, None);
        }
        if opens_paragraph {
            if self.above.turns(told, candidates) {
                self.list = None;
            }
            self.list = self.list.take().and_then(|list| list.goes_on(told.text, opened));
        }
        match opening::read(told, candidates) {
            Opening::Lasting(years) => {
                if let Some(frame) = self.governing().filter(|frame| frame.years == years) {
                    fill(told, candidates, frame, &frame.time, None);
                }
            }
            Opening::Mixed => self.paragraph = Paragraph::Mixed,
            Opening::Frame { frame, alone } => self.speak(frame, alone, opens_paragraph && opened.is_none()),
            Opening::None => {
                let frame = self.governing().filter(|frame| !(frame.is_long() && is_yearly(told.text)));
                if let Some(frame) = frame.or(self.passing.as_ref().filter(|_| is_yearly(told.text))) {
                    let rival = rivals(told.text, candidates, frame.stretch).next();
                    let time = self.above.dated(frame).unwrap_or(frame).time.clone();
                    fill(told, candidates, frame, &time, rival);
                    if rival.is_some() {
                        self.paragraph = Paragraph::Mixed;
                    }
                }
            }
        }
        self.above.goes_on(opened, opens_paragraph);
    }

    /// A sentence opens with a time.
    fn speak(&mut self, frame: Frame, alone: bool, opens_paragraph: bool) {
        let outer = self.governing();
        let stretches = outer.and_then(|outer| outer.stretch).zip(frame.stretch);
        let is_part = stretches.is_some_and(|(outer, own)| own.is_within(outer));
        if opens_paragraph {
            self.above.speaks_of(&frame, self.day);
            self.list = self.list.take().filter(|list| list.holds(&frame));
        }
        // 五年来,…。2023年产值…: a year of those spoken of holds for its sentence alone, unless it stands alone; so does
        // what is told since an event, among what a term of office has brought (过去五年,…。改革开放以来,…).
        let in_term =
            matches!(&self.paragraph, Paragraph::Speaks(frame) if above::is_recent(frame, self.day));
        let is_passing = !alone && is_part || frame.since && in_term;
        if is_passing {
            self.passing = Some(frame).filter(|frame| !frame.is_long());
        } else if frame.stretch.is_some() {
            self.paragraph = Paragraph::Speaks(frame);
        }
    }

    /// The nearest time that governs a sentence without one.
    fn governing(&self) -> Option<&Frame> {
        match &self.paragraph {
            Paragraph::Speaks(frame) => Some(frame),
            Paragraph::Silent => self.list.as_ref().map(|list| &list.frame).or_else(|| self.above.frame()),
            Paragraph::Mixed => None,
        }
    }

    /// A sentence ends its paragraph, before `next`.
    fn announce(&mut self, told: &Told, candidates: &[Candidate], next: &str) {
        if !list::announces(told, next) {
            return;
        }
        let spoken = if let Paragraph::Speaks(frame) = &self.paragraph { Some(frame) } else { None };
        if let Some(frame) = list::frame(told, candidates, spoken) {
            self.list = Some(List::new(frame, self.above.rank()));
        }
    }
}

/// A sentence, where it starts in the mended text, and what it is read by.
#[derive(Debug, Clone, Copy)]
struct Told<'t> {
    text: &'t str,
    start: usize,
    lexicon: &'t Lexicon,
    day: Option<&'t str>,
}

impl Told<'_> {
    /// The frame that one of its times makes.
    fn frame(&self, time: &Candidate) -> Option<Frame> {
        Frame::read(self.text, self.start, time, self.day)
    }
}

/// Gives the time of a frame to the figures of a sentence up to the one that tells another.
fn fill(told: &Told, candidates: &mut [Candidate], frame: &Frame, time: &Range<usize>, rival: Option<usize>) {
    let is_long = frame.is_long();
    for at in 0..candidates.len() {
        let Detail::Figure(Figure { time: own, .. }) = &candidates[at].detail else { continue };
        let yields = |own| {
            is_average(told.text, candidates, own) || frame.lasts_as_long(told.text, candidates.get(own))
        };
        if !own.is_none_or(|own| is_long && yields(own)) {
            continue;
        }
        let range = candidates[at].range.clone();
        if rival.is_some_and(|rival| rival < range.start) {
            return;
        }
        if let Detail::Figure(figure) = &mut candidates[at].detail
            && holds(frame, figure)
            && !is_start(told.text, &range)
            && !is_size(&range, figure)
            && !arranges(told.text, &range, figure, told.lexicon)
        {
            figure.frame = Some(time.clone());
            figure.time = None;
        }
    }
}

/// 平均|每年增长9%: whether a time tells how often on the average, which holds for all of the stretch; but 两年|平均每年 has
/// its own.
fn is_average(sentence: &str, candidates: &[Candidate], at: usize) -> bool {
    let kind = |one: &Candidate| match &one.detail {
        Detail::Time(time) => Some(time.kind),
        _ => None,
    };
    let lasts = |one: &Candidate| matches!(kind(one), Some(TimeKind::Period | TimeKind::Duration));
    candidates.get(at).is_some_and(|time| {
        kind(time) == Some(TimeKind::Set)
            && sentence[..time.range.start].ends_with("平均")
            && !candidates[..at].iter().any(lasts)
    })
}

/// 由9%提高到: where a quantity started was before the time.
fn is_start(sentence: &str, figure: &Range<usize>) -> bool {
    sentence[..figure.start].ends_with(['由', '从'])
}

/// 9兆瓦|电站, 9级|地震: the size of a thing is of no time.
fn is_size(range: &Range<usize>, figure: &Figure) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Money);
    !counts && figure.of.as_ref().is_some_and(|of| of.start == range.end)
}

/// 三项任务, 5个方面: a few things that are named, and what the text arranges itself by, are of no time.
fn arranges(sentence: &str, range: &Range<usize>, figure: &Figure, lexicon: &Lexicon) -> bool {
    let counts = figure.kind == FigureKind::Count && figure.change == Change::Level;
    let is_few = || figure.value.is_none_or(|value| value < Decimal::TEN);
    let is_written = || sentence[range.clone()].starts_with(|c: char| is_numeric(c) && !c.is_ascii_digit());
    let is_aspect =
        || figure.of.as_ref().is_some_and(|of| lexicon.phrases.aspects.end(&sentence[of.clone()]));
    let is_handful = || figure.value.is_none_or(|value| value < Decimal::ONE_HUNDRED);
    counts && is_handful() && (is_few() && (is_written() || figure.of.is_none()) || is_aspect())
}

/// Whether what the figure tells can be of this time: what was done of a past one, what is planned of one to come.
fn holds(frame: &Frame, figure: &Figure) -> bool {
    match (frame.mood, figure.status) {
        (_, FigureStatus::Other) => false,
        (Some(Mood::Done), status) => status == FigureStatus::Result,
        (Some(Mood::Plan), status) => status == FigureStatus::Target,
        (None, _) => true,
    }
}

#[cfg(test)]
mod tests;
