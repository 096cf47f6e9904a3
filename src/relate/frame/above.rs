//! The time that the headings above name.

use super::{Dated, Frame, SentenceView};
use crate::layout::{SectionLayout, TOPIC, opened};
use crate::lexicon::Mood;
use crate::numeral::is_numeric;
use crate::relate::fronting::fronts;
use crate::relate::time;

/// Longest line without a stop that names what stands below it, in characters.
const MAX_LINE_CHARS: usize = 24;
/// Endings of the name of a list of tasks.
const TASKS: [&str; 3] = ["实事", "任务", "工作"];
/// Most characters in the number of an annex: 附件12.
const MAX_ANNEX_NUMBER_CHARS: usize = 3;
/// Most years of a stretch that the first sentence of a section makes its own: a term of office.
const TERM: i32 = 5;

/// The sections that are open at the sentence being read, outermost first.
#[derive(Debug)]
pub(super) struct Above<'l> {
    later: &'l [SectionLayout],
    open: Vec<Section>,
    /// Whether the line before opened an annex.
    follows_annex: bool,
}

#[derive(Debug)]
struct Section {
    rank: u8,
    tells: Tells,
    /// Whether nothing has been said below the heading yet.
    is_fresh: bool,
}

/// What a section says of its time.
#[derive(Debug)]
enum Tells {
    Nothing,
    /// One time, in the heading (三、2026年重点工作), or in a first sentence that looks back (一、工作回顾, 五年来,…).
    /// `spoken` is the time that governs now.
    One {
        frame: Frame,
        spoken: Option<Frame>,
    },
    /// Several times: 一、2025年和“十四五”时期工作回顾. The last paragraph that opens with one of them tells which
    /// governs.
    Several {
        named: Vec<Frame>,
        spoken: Option<Frame>,
    },
}

impl Section {
    /// The year whose plan goes on in the chapters after the one that names it: 二、2026年工作总体部署, 三、扩大开放.
    fn year_planned(&self) -> Option<&Frame> {
        match &self.tells {
            Tells::One { frame, .. } => {
                let is_plan = frame.mood == Some(Mood::Plan) && frame.years == Some(1);
                Some(frame).filter(|_| is_plan && self.rank == 1)
            }
            _ => None,
        }
    }
}

impl<'l> Above<'l> {
    pub(super) fn new(sections: &'l [SectionLayout]) -> Self {
        Above { later: sections, open: Vec::new(), follows_annex: false }
    }

    /// Moves on to a sentence; returns the rank of the section that it opens.
    pub(super) fn enter(&mut self, told: &SentenceView) -> Option<u8> {
        let mut rank = None;
        let opened = opened(&mut self.later, told.start).iter();
        // Times of topic sentences are read as those of the paragraph that they open.
        for section in opened.filter(|section| section.rank < TOPIC) {
            let end = section.heading.end;
            let times = told.times.iter().filter(|time| time.place.end <= end && !told.is_base(time));
            let frames =
                times.filter_map(|time| Frame::read(told, time)).filter(|frame| frame.stretch.is_some());
            let frames: Vec<Frame> = frames.collect();
            let before = self.open.iter().find(|before| before.rank == section.rank);
            let goes_on =
                before.and_then(Section::year_planned).filter(|_| frames.is_empty()).map(Tells::one);
            self.open.retain(|outer| outer.rank < section.rank);
            self.settle();
            self.open.push(Section {
                rank: section.rank,
                tells: goes_on.unwrap_or_else(|| Tells::of(frames)),
                is_fresh: true,
            });
            rank = Some(section.rank);
        }
        rank
    }

    /// Whether a line that opens a paragraph ends what stood above: an annex, the name of one (2026年民生实事), or
    /// notes.
    pub(super) fn turns(&mut self, told: &SentenceView) -> bool {
        let line = told.text.trim().trim_end_matches(':');
        if line.chars().count() > MAX_LINE_CHARS || line.ends_with(['。', ';', ',', '!']) {
            self.follows_annex = false;
            return false;
        }
        let number =
            line.strip_prefix("附件").filter(|number| number.chars().count() <= MAX_ANNEX_NUMBER_CHARS);
        let is_annex = number.is_some_and(|number| number.chars().all(is_numeric));
        let follows_annex = std::mem::replace(&mut self.follows_annex, is_annex);
        let names = follows_annex
            || !line.contains(',')
                && TASKS.iter().any(|tasks| line.ends_with(tasks))
                && self.later_is_inside();
        let tells = if names { named(told) } else { Tells::Nothing };
        let is_named = !matches!(tells, Tells::Nothing);
        let turns = is_annex || follows_annex || told.lexicon.phrases.notes.contains(line) || is_named;
        if turns {
            self.open.clear();
            self.open.push(Section { rank: 0, tells, is_fresh: false });
        }
        turns
    }

    /// Whether text already stands below the innermost heading, so that the line is not part of that.
    fn later_is_inside(&self) -> bool {
        self.open.last().is_none_or(|section| !section.is_fresh)
    }

    /// Takes note that a paragraph opens with this time. In a section of five years, the last one may be a
    /// part of its own (刚刚过去的2025年,…). In a section of one year, nobody knows whether text after a wider time
    /// is of that or of the year.
    pub(super) fn speaks_of(&mut self, frame: &Frame, day: Option<&str>) {
        for section in self.open.iter_mut().rev() {
            match &mut section.tells {
                Tells::Several { named, spoken } => {
                    let is_named = |named: &&Frame| match frame.stretch {
                        Some(own) => named.stretch == Some(own),
                        None => named.years == frame.years,
                    };
                    *spoken = named.iter().find(is_named).cloned().or(spoken.take());
                }
                Tells::One { frame: known, spoken } => {
                    if let Some((own, stretch)) = frame.stretch.zip(known.stretch).filter(|_| !frame.since) {
                        let is_last = own.years() == 1 && own.last == stretch.last && frame.elapsed;
                        if own == stretch {
                            *spoken = Some(known.clone());
                        } else if stretch.is_within(own) {
                            *spoken = None;
                        } else if own.is_within(stretch) && is_last {
                            *spoken = Some(frame.clone());
                        }
                    }
                }
                Tells::Nothing if section.is_fresh && is_recent(frame, day) => {
                    section.tells = Tells::one(frame);
                }
                Tells::Nothing => {}
            }
        }
    }

    /// The time above that is the same as the frame's and has a place of its own in the calendar: 2025年工作回顾
    /// above 一年来,….
    pub(super) fn dated(&self, frame: &Frame) -> Option<&Frame> {
        let mut sections = self.open.iter().rev().filter(|_| !frame.dated);
        sections.find_map(|section| match &section.tells {
            Tells::Nothing => None,
            Tells::One { frame: known, .. } => Some(known).filter(|known| known.stretch == frame.stretch),
            Tells::Several { named, .. } => named.iter().find(|known| known.stretch == frame.stretch),
        })
    }

    /// Takes note that a section opens: what the headings above name governs again. If they name the aims of
    /// a stretch and the tasks of a year (“十五五”目标和|2026年|工作), the year governs.
    fn settle(&mut self) {
        for section in &mut self.open {
            match &mut section.tells {
                Tells::Nothing => {}
                Tells::One { frame, spoken } => *spoken = Some(frame.clone()),
                Tells::Several { named, spoken } => {
                    let last =
                        named.last().filter(|last| last.years == Some(1) && last.mood == Some(Mood::Plan));
                    *spoken = last.cloned().or(spoken.take());
                }
            }
        }
    }

    /// Takes note that a sentence has been read. If it opens a paragraph and no section, the open sections
    /// now have text.
    pub(super) fn goes_on(&mut self, opened: Option<u8>, opens_paragraph: bool) {
        if opened.is_none() && opens_paragraph {
            self.open.iter_mut().for_each(|section| section.is_fresh = false);
        }
    }

    /// The time that governs here.
    pub(super) fn frame(&self) -> Option<&Frame> {
        self.open.iter().rev().find_map(|section| match &section.tells {
            Tells::Nothing => None,
            Tells::One { spoken, .. } | Tells::Several { spoken, .. } => Some(spoken.as_ref()),
        })?
    }

    /// The rank of the innermost section.
    pub(super) fn rank(&self) -> u8 {
        self.open.last().map_or(0, |section| section.rank)
    }
}

/// What the name of a list of tasks says of their time: 2026年民生实事. 远景目标和|2026年|工作 says it for the sections
/// after it.
fn named(told: &SentenceView) -> Tells {
    let Some(first) = told.times.first() else { return Tells::Nothing };
    let before = |time: &Dated| &told.text[..time.range.start];
    let opens = fronts(before(first), told.lexicon);
    let ties = told.times.last().is_some_and(|last| before(last).ends_with(['和', '及', '与', '、']));
    let named: Vec<Frame> = told.times.iter().filter_map(|time| Frame::read(told, time)).collect();
    match named.is_empty() {
        false if opens => Tells::of(named),
        false if ties => Tells::Several { named, spoken: None },
        _ => Tells::Nothing,
    }
}

/// Whether a time is one that a section reviews: a year or a term of office, up to the last year that is
/// over.
pub(super) fn is_recent(frame: &Frame, day: Option<&str>) -> bool {
    let last = frame.stretch.map(|stretch| (stretch.last - 1) / 12);
    let reviewed = day.and_then(time::reviewed).map(i32::from);
    frame.years.is_some_and(|years| years <= TERM) && last.is_some() && last == reviewed
}

impl Tells {
    fn one(frame: &Frame) -> Self {
        Tells::One { frame: frame.clone(), spoken: Some(frame.clone()) }
    }

    /// What a heading says that names these times.
    fn of(named: Vec<Frame>) -> Self {
        let is_one = named.iter().all(|frame| frame.stretch == named[0].stretch);
        match named.first() {
            None => Tells::Nothing,
            Some(frame) if is_one => Tells::one(frame),
            Some(_) => Tells::Several { named, spoken: None },
        }
    }
}
