//! By when something shall be done: by its own words, or by those that open its sentence, paragraph or section.

use super::Deadline;
use super::reader::Reader;
use crate::record::{Measure, MeasureStatus, Project, Span, Time, TimeKind};

/// The length of 2026.
const ISO_YEAR: usize = 4;
/// The longest line that announces tasks, in characters.
const LONGEST_LINE: usize = 20;
/// The characters behind a stretch that make a name of it: 三年|行动.
const NAMED: usize = 2;
/// How many characters stand before the time that opens a sentence or paragraph at most: （1）, 到.
const NUMBER: usize = 4;

impl Reader<'_> {
    /// By when a measure shall be done, by its own words, else by what opens its sentence, paragraph or section.
    pub(super) fn deadline(&self, measure: &Measure) -> Option<Deadline> {
        let is_open =
            measure.status == MeasureStatus::Planned && measure.deadline.is_none() && !self.is_begun(measure);
        let shared = || self.shared_time(&measure.object.span).filter(|_| is_open).map(told);
        self.own_deadline(measure).or_else(shared)
    }

    pub(super) fn own_deadline(&self, measure: &Measure) -> Option<Deadline> {
        self.due_time(measure).map(told)
    }

    /// 今年，甲港建成，|乙港将投用|: by when a project shall be at its end, by what opens its sentence, paragraph or section.
    pub(super) fn deadline_of(&self, project: &Project) -> Option<Deadline> {
        self.shared_time(&project.span).map(told)
    }

    /// By when a measure shall be done. None are the days that a rule gives for each case (15个工作日内), what was over
    /// when it was said, and a year in the name of a paper (制定2030年前行动方案).
    pub(super) fn due_time(&self, measure: &Measure) -> Option<&Time> {
        let time = match measure.deadline {
            Some(deadline) => self.speech.times.get(deadline)?,
            None => self.opening_time(measure)?,
        };
        let iso = time.iso.as_deref();
        let is_rule = iso.is_some_and(|iso| iso.starts_with('P') && iso.ends_with('D'));
        let due = iso.map(|iso| iso.rsplit('/').next().unwrap_or(iso)).filter(|due| !due.starts_with('P'));
        let is_over =
            due.zip(self.source.date()).is_some_and(|(due, said)| super::gather::is_before(due, said));
        let object = &measure.object;
        let names_paper = object.span.start == time.span.start && self.words().papers.end(&object.text);
        (!is_rule && !is_over && !names_paper && !self.is_past(time) && !self.is_begun(measure))
            .then_some(time)
    }

    /// 争取|1997年|粮食产量达到5万吨: the time that opens what is striven for.
    fn opening_time(&self, measure: &Measure) -> Option<&Time> {
        let words = self.words();
        let strives = |word: &str| words.force.contains(word) || words.letting.contains(word);
        let (clause, object) = (measure.span, measure.object.span);
        let opens = |time: &&Time| {
            let is_day = time.iso.as_deref().is_some_and(|iso| iso.starts_with(|c: char| c.is_ascii_digit()));
            let opens_object = time.span.start == object.start && strives(&measure.verb);
            let opens_clause = time.span.end == object.start
                && strives(&self.source.folded(clause.start, time.span.start.max(clause.start)));
            is_day && (opens_object || opens_clause)
        };
        let is_amount = measure.status == MeasureStatus::Planned && !measure.figures.is_empty();
        self.speech.times.iter().find(opens).filter(|_| is_amount)
    }

    /// 三年内|建设并已通车的公路: whether a time tells how something came about that is there.
    fn is_past(&self, time: &Time) -> bool {
        let (_, end) = self.source.bounds(&time.span);
        let behind = self.source.folded(time.span.end, end);
        let clause = behind.split([',', ';', '。']).next().unwrap_or_default();
        let Some((between, done)) = clause.split_once('已') else { return false };
        (between.is_empty() || between.ends_with('并')) && done.contains('的')
    }

    /// 今年，新建学校5所，|改建医院3家|: the year that opens a sentence, its paragraph or in a heading governs what is promised there,
    /// unless another time stands with it.
    fn shared_time(&self, span: &Span) -> Option<&Time> {
        let (start, end) = self.source.bounds(span);
        let sentence = Span::of_chars(start..end);
        let mut own = self
            .speech
            .times
            .iter()
            .filter(|time| sentence.contains(&time.span))
            .filter(|time| self.is_date(time));
        match own.next() {
            Some(first) => {
                let governs =
                    self.opens(first, start) && first.span.end <= span.start && self.is_to_come(first);
                // 今年建成甲港，2030年建成乙港.
                (governs && own.all(|time| time.iso == first.iso)).then_some(first)
            }
            None => {
                let above = || self.time_of_heading(span).or_else(|| self.time_of_line(start));
                self.time_of_paragraph(start).or_else(above)
            }
        }
    }

    /// 今年再办好5件实事。一是…: the year that opens the paragraph, where no other time stands between.
    fn time_of_paragraph(&self, sentence: usize) -> Option<&Time> {
        let paragraph = self.source.paragraph(sentence);
        let mut between =
            self.speech.times.iter().filter(|time| {
                self.is_date(time) && time.span.start >= paragraph && time.span.end <= sentence
            });
        let first = between.next()?;
        let governs = self.opens(first, paragraph) && self.is_to_come(first);
        (governs && between.all(|time| time.iso == first.iso)).then_some(first)
    }

    /// 三、2026年重点工作: the year that the innermost heading with one names, if it names no other.
    fn time_of_heading(&self, span: &Span) -> Option<&Time> {
        let above = self.speech.sections.iter().filter(|section| section.span.contains(span));
        let mut dated = above.rev().filter_map(|section| {
            let inside = |time: &&Time| section.heading.span.contains(&time.span) && self.is_date(time);
            let mut times = self.speech.times.iter().filter(inside);
            times.next().map(|first| (first, times.next().is_none()))
        });
        let (time, is_one) = dated.next()?;
        (is_one && self.is_to_come(time)).then_some(time)
    }

    /// 2026年民生实事: the year that opens the last line with one above a sentence that announces tasks.
    fn time_of_line(&self, sentence: usize) -> Option<&Time> {
        let heads = |time: &&Time| {
            let start = time.span.start;
            let text = self.source.folded(start, start + LONGEST_LINE);
            let line = text.split(crate::text::is_line_break).next().filter(|line| line.len() < text.len());
            self.source.paragraph(start) == start
                && line.is_some_and(|line| ["实事", "工作", "任务"].iter().any(|tasks| line.ends_with(tasks)))
        };
        let mut above = self.speech.times.iter().rev();
        let time = above.find(|time| time.span.end <= sentence && self.is_date(time) && heads(time))?;
        self.is_to_come(time).then_some(time)
    }

    /// Whether a time has a place in the calendar, or is a stretch in which something is done (三年内, 用三年时间; not 三年行动).
    fn is_date(&self, time: &Time) -> bool {
        let names = || {
            let behind = self.source.folded(time.span.end, time.span.end + NAMED);
            ["行动", "攻坚", "计划"].iter().any(|plan| behind.starts_with(plan))
        };
        match time.kind {
            TimeKind::Point | TimeKind::Period => true,
            TimeKind::Duration => !names(),
            _ => false,
        }
    }

    /// Whether a time opens what starts there.
    fn opens(&self, time: &Time, start: usize) -> bool {
        let before = self.source.folded(start, time.span.start);
        before.chars().count() <= NUMBER
            && before.chars().all(|c| !c.is_alphabetic() || matches!(c, '到' | '在' | '至'))
    }

    /// Whether a time is a year that was not over when it was spoken of.
    fn is_to_come(&self, time: &Time) -> bool {
        let year = |date: &str| date.get(..ISO_YEAR)?.parse::<i32>().ok();
        let said = self.source.date().and_then(year);
        let told = time.iso.as_deref().filter(|iso| iso.len() == ISO_YEAR).and_then(year);
        told.zip(said).is_some_and(|(told, said)| told >= said)
    }
}

fn told(time: &Time) -> Deadline {
    Deadline { text: time.text.clone(), iso: time.iso.clone() }
}
