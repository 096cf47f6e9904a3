//! Finds the time of a sentence that tells none, by what stands around it: one reading for figures
//! ([`fill`]), and for what is read off records later (`ReadDocument::frames`): deadlines of promises, years
//! of targets.
//!
//! One rule: the nearest governs. First the record's own clause and sentence, which the callers read; then,
//! here, the time that opens the paragraph (五年来,经济稳步发展。茶叶产量增长9%。); that of the sentence which announces the
//! list around ([`list`]); that of the headings and lines above, innermost first ([`above`]). The document's
//! own year is last, and the callers know what it means. A time that something is only compared with
//! ([`is_base`]) governs nothing.

mod above;
mod fill;
mod list;
mod opening;

use std::ops::Range;

use super::figure::{is_elapsed, mood_of_iso};
use super::time;
use crate::layout::SectionLayout;
use crate::lexicon::iso::{ends, year_of, years_of};
use crate::lexicon::{Lexicon, Mood};
use crate::record::TimeKind;
use above::Above;
pub(crate) use fill::relate;
use list::List;

pub(crate) use opening::{MAX_BASE_CHARS, is_base, is_standard, names_prices};
use opening::{Opening, begins_anew, rivals};

/// The length of a month as ISO writes it, in bytes.
const MONTH: usize = "2024-01".len();
/// How ISO writes a year's length: 一年来.
const ONE_YEAR: &str = "P1Y";
/// Openings of a sentence that tells what is so now.
const NOW: [&str; 4] = ["目前", "现在", "当前", "如今"];
/// Months in a year.
const YEAR: i32 = 12;

/// A sentence, where it starts in the text, and what it is read by. Places are those of the text in which the
/// sections are told; ranges are bytes of the sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SentenceView<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
    pub(crate) opens_paragraph: bool,
    /// Whether something in it may take the time that governs it.
    pub(crate) waits: bool,
    pub(crate) times: &'t [Dated<'t>],
    pub(crate) lexicon: &'t Lexicon,
    pub(crate) day: Option<&'t str>,
}

/// A time of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Dated<'t> {
    pub(crate) range: Range<usize>,
    pub(crate) place: Range<usize>,
    pub(crate) kind: TimeKind,
    pub(crate) iso: Option<&'t str>,
}

impl SentenceView<'_> {
    /// Whether something is only compared with a time.
    fn is_base(&self, time: &Dated) -> bool {
        is_base(&self.text[..time.range.start], &self.text[time.range.end..], self.lexicon)
    }
}

/// A time that governs what stands after it.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// Where it stands in the text.
    pub(crate) place: Range<usize>,
    /// `None` for a mere length: 这是快速发展的五年.
    stretch: Option<Stretch>,
    /// How many years it has.
    years: Option<i32>,
    /// Whether it is past or to come.
    mood: Option<Mood>,
    /// Whether it looks back from the text's own day: 五年来, 刚刚过去的2025年.
    elapsed: bool,
    /// Whether it counts from an event: 改革开放以来.
    since: bool,
    /// Whether it has a place of its own in the calendar: not 一年来.
    dated: bool,
}

/// First and last month of a time, each as 12 times its year plus the number of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    first: i32,
    last: i32,
}

impl Stretch {
    fn read(iso: &str) -> Option<Self> {
        let (from, to) = ends(iso);
        let month = |date: &str, otherwise: i32| {
            let year: i32 = year_of(date)?;
            let month = date.get(5..7).map_or(Some(otherwise), |month| month.parse().ok())?;
            Some(year * YEAR + month)
        };
        Some(Stretch { first: month(from, 1)?, last: month(to, YEAR)? })
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
        (self.last - self.first) / YEAR + 1
    }
}

impl Frame {
    /// The frame that a time of a sentence makes: a year, a stretch of months or the year up to now (一年来).
    /// `None` for a day or a single month, because what happened then is over in the next sentence.
    fn read(told: &SentenceView, time: &Dated) -> Option<Self> {
        // 解放后, …: this says from when on, not up to when.
        let iso = time.iso.filter(|_| !told.text[time.range.clone()].ends_with('后'))?;
        let before = &told.text[..time.range.start];
        let elapsed = is_elapsed(&told.text[time.range.clone()]) || before.ends_with("过去的");
        let stretch = match time.kind {
            TimeKind::Point | TimeKind::Period if is_long(iso) => Stretch::read(iso),
            TimeKind::Duration if iso == ONE_YEAR && elapsed => {
                Stretch::read(&format!("{:04}", time::reviewed(told.day?)?))
            }
            TimeKind::Duration => None,
            _ => return None,
        };
        let years = stretch.map(Stretch::years).or_else(|| years_of(iso));
        let mood = if elapsed { Some(Mood::Done) } else { told.day.and_then(|day| mood_of_iso(iso, day)) };
        let since = told.text[time.range.clone()].ends_with("以来");
        Some(Frame {
            place: time.place.clone(),
            stretch,
            years,
            mood,
            elapsed,
            since,
            dated: !iso.starts_with('P'),
        })
    }

    /// Whether it has more than one year, or nobody knows how many.
    fn is_long(&self) -> bool {
        self.years.is_none_or(|years| years > 1)
    }
}

/// Whether a sentence compares with the year before, and so is of one year: 产值比上年增长9%.
fn is_yearly(sentence: &str) -> bool {
    ["上年", "上一年", "同比"].iter().any(|base| sentence.contains(base))
}

/// Whether an ISO date is a year, or a stretch of years or months.
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

/// The times that govern a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Governing {
    pub(crate) nearest: Frame,
    /// The time above a paragraph that says its own: a figure that cannot be of the nearest may be of this
    /// one.
    pub(crate) outer: Option<Frame>,
    /// The byte of the sentence at which the clause starts that says another time.
    pub(crate) rival: Option<usize>,
}

impl Governing {
    /// The governing times, the nearest first.
    pub(crate) fn frames(&self) -> impl Iterator<Item = &Frame> {
        std::iter::once(&self.nearest).chain(&self.outer)
    }
}

/// What governs the sentences of a speech, kept as they are read one by one.
#[derive(Debug)]
pub(crate) struct Reading<'l> {
    above: Above<'l>,
    list: Option<List>,
    paragraph: Paragraph,
    /// The year that a sentence of the paragraph opened with; only sentences that are of one year go on with
    /// it.
    passing: Option<Frame>,
    day: Option<&'l str>,
}

impl<'l> Reading<'l> {
    pub(crate) fn new(sections: &'l [SectionLayout], day: Option<&'l str>) -> Self {
        let above = Above::new(sections);
        Reading { above, list: None, paragraph: Paragraph::Silent, passing: None, day }
    }

    /// Moves on to a sentence; returns what governs it, unless a time of its own opens it. `next` is the
    /// start of the next paragraph, where the sentence ends its own.
    pub(crate) fn enter(&mut self, told: &SentenceView, next: Option<&str>) -> Option<Governing> {
        let governing = self.read(told);
        if let Some(next) = next {
            self.announce(told, next);
        }
        governing
    }

    fn read(&mut self, told: &SentenceView) -> Option<Governing> {
        if opening::is_note(told) {
            return None;
        }
        let opens_paragraph = told.opens_paragraph;
        let opened = self.above.enter(told);
        // 问:…。答:…: the next speaker turns to something else, even in one paragraph.
        let text = told.text.trim_start();
        let turns = ["问:", "答:"].iter().any(|turn| text.starts_with(turn));
        if opens_paragraph || turns {
            (self.paragraph, self.passing) = (Paragraph::Silent, None);
        }
        if opens_paragraph {
            if self.above.turns(told) {
                self.list = None;
            }
            self.list = self.list.take().and_then(|list| list.goes_on(told.text, opened));
        }
        let governing = match opening::read(told) {
            Opening::Lasting(years) => self
                .governing()
                .filter(|frame| frame.years == years)
                .map(|frame| Governing { nearest: frame.clone(), outer: None, rival: None }),
            Opening::Mixed => {
                self.paragraph = Paragraph::Mixed;
                None
            }
            // 到2030年建成: a limit holds for its sentence alone.
            Opening::Frame { frame, alone: false }
                if told.text[..told.times[0].range.start].ends_with('到')
                    && frame.mood == Some(Mood::Plan) =>
            {
                None
            }
            // 今年…。明年将免征: a look ahead beyond the year of the plan is said in passing.
            Opening::Frame { frame, alone: false } if !opens_paragraph && self.is_beyond(&frame) => None,
            Opening::Frame { frame, alone } => {
                self.speak(frame, alone, opens_paragraph && opened.is_none());
                None
            }
            Opening::None => self.goes_on(told),
        };
        self.above.goes_on(opened, opens_paragraph);
        governing
    }

    /// Whether a year comes after the one whose plan governs.
    fn is_beyond(&self, frame: &Frame) -> bool {
        let planned = self.governing().filter(|outer| outer.mood == Some(Mood::Plan) && !outer.is_long());
        let ends = planned.and_then(|outer| outer.stretch).zip(frame.stretch);
        !frame.is_long() && ends.is_some_and(|(planned, own)| own.first > planned.last)
    }

    /// What governs a sentence that no time opens.
    fn goes_on(&mut self, told: &SentenceView) -> Option<Governing> {
        let is_now = || NOW.iter().any(|now| told.text.trim_start().starts_with(now));
        // 五年来,…。目前,渔港有9座: what is so now is not of a year that is over.
        let holds = |frame: &&Frame| {
            !(frame.is_long() && is_yearly(told.text) || frame.mood == Some(Mood::Done) && is_now())
        };
        let frame = self.governing().filter(holds);
        let frame = frame.or(self.passing.as_ref().filter(|_| is_yearly(told.text)))?;
        let rival = rivals(told, frame.stretch).next();
        let place = self.above.dated(frame).unwrap_or(frame).place.clone();
        let nearest = Frame { place, ..frame.clone() };
        let speaks = matches!(self.paragraph, Paragraph::Speaks(_));
        let outer = if speaks { self.around().cloned() } else { None };
        // The time of the headings holds on after a sentence with several times.
        if speaks && rival.is_some_and(|rival| rival.mixes) {
            self.paragraph = Paragraph::Mixed;
        }
        let begins = if told.waits { begins_anew(told.text) } else { None };
        let rival = rival.map(|rival| rival.start).into_iter().chain(begins).min();
        Some(Governing { nearest, outer, rival })
    }

    /// Takes note that a sentence opens with a time.
    fn speak(&mut self, frame: Frame, alone: bool, opens_paragraph: bool) {
        let outer = self.governing();
        let stretches = outer.and_then(|outer| outer.stretch).zip(frame.stretch);
        let is_part = stretches.is_some_and(|(outer, own)| own.is_within(outer));
        if opens_paragraph {
            self.above.speaks_of(&frame, self.day);
            self.list = self.list.take().filter(|list| list.holds(&frame));
        }
        // 五年来,…。2023年产值…: a year within the time spoken of holds for its sentence alone, unless it stands
        // alone. So does the time since an event within what a term of office has brought (过去五年,…。改革开放以来,…).
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
            Paragraph::Silent => self.around(),
            Paragraph::Mixed => None,
        }
    }

    /// What governs the paragraph.
    fn around(&self) -> Option<&Frame> {
        self.list.as_ref().map(|list| &list.frame).or_else(|| self.above.frame())
    }

    /// Takes note that a sentence ends its paragraph, before `next`.
    fn announce(&mut self, told: &SentenceView, next: &str) {
        if !list::announces(told, next) {
            return;
        }
        let spoken = if let Paragraph::Speaks(frame) = &self.paragraph { Some(frame) } else { None };
        if let Some(frame) = list::frame(told, spoken) {
            self.list = Some(List::new(frame, self.above.rank()));
        }
    }
}

#[cfg(test)]
mod tests;
