//! Reads by when something is to be done: from its own words, or those that open its sentence, paragraph or
//! section.

use super::Deadline;
use super::reader::Reader;
use crate::lexicon::iso::{month_of, year_of, years_of};
use crate::record::{Bound, Measure, MeasureStatus, Project, Span, Time, TimeKind};
use crate::text::clause_after;

/// The length in bytes of an ISO year.
const ISO_YEAR: usize = 4;
/// Most years of a deadline that is told as a number of years.
const MAX_YEARS: i32 = 10;
/// The last month in which 两年内 counts the current year as the first: plans of a year come out up to April.
const LAST_PLANNING_MONTH: u8 = 4;
/// Longest text that a past time describes, in characters: ”批复的.
const MAX_DESCRIBED_CHARS: usize = 6;
/// How many characters after a stretch are read for the word that makes a name of it: 三年|行动.
const NAMED_CHARS: usize = 2;
/// Most characters before the time that opens a sentence or paragraph: （1）, 到.
const MAX_NUMBER_CHARS: usize = 4;

impl Reader<'_> {
    /// The deadline of a measure, from its own words, or else from those that open its sentence, paragraph or
    /// section.
    pub(super) fn deadline(&self, measure: &Measure) -> Option<Deadline> {
        if self.goes_on_with_known(measure) {
            return None;
        }
        let is_ahead = measure.status == MeasureStatus::Planned || self.is_sum_ahead(measure);
        let is_open = is_ahead && measure.deadline.is_none() && !self.is_begun(measure);
        let shared =
            || self.shared_time(&measure.object.span).filter(|_| is_open).map(|time| self.told(time));
        let end = self.end_after(measure).filter(|_| is_ahead && !self.is_begun(measure));
        end.map(|time| self.told(time)).or_else(|| self.own_deadline(measure)).or_else(shared)
    }

    /// Whether the measure is a sum that is to be reached by the year in the heading: 二、2026年工作安排 …
    /// 累计引进|150家以上企业.
    pub(super) fn is_sum_ahead(&self, measure: &Measure) -> bool {
        let is_least = self.first_figure(measure).is_some_and(|figure| figure.bound == Bound::Over);
        if !is_least {
            return false;
        }
        let preceding = self.text_before(measure);
        let before = self.verb_in(&preceding, measure).map_or("", |verb| &preceding[..verb.start]);
        before.ends_with("累计") && self.shared_time(&measure.object.span).is_some()
    }

    pub(super) fn own_deadline(&self, measure: &Measure) -> Option<Deadline> {
        let is_open = measure.status != MeasureStatus::Done;
        let label = || self.labelled_deadline(&measure.span).filter(|_| is_open);
        self.due_time(measure).map(|time| self.told(time)).or_else(label)
    }

    /// The deadline of a project, from the words that open its sentence, paragraph or section:
    /// 今年，甲港建成，|乙港将投用|.
    pub(super) fn deadline_of(&self, project: &Project) -> Option<Deadline> {
        let time = self.respective_time(&project.span).or_else(|| self.shared_time(&project.span))?;
        Some(self.told(time))
    }

    /// The time that corresponds to a project, of as many times as projects: 2027年、|2028年|分别建成甲港、|乙港|.
    fn respective_time(&self, span: &Span) -> Option<&Time> {
        let (start, _) = self.read.bounds(span);
        let before = self.speech.times.partition_point(|time| time.span.end <= span.start);
        let first = self.speech.times[..before].partition_point(|time| time.span.start < start);
        let times = &self.speech.times[first..before];
        let last = times.last()?.span.end;
        if self.read.folded(last, last + 2) != "分别" {
            return None;
        }
        let joins = |pair: &&[Time]| {
            matches!(self.read.folded(pair[0].span.end, pair[1].span.start).as_str(), "、" | "和" | "与")
        };
        let listed = times.windows(2).rev().take_while(joins).count() + 1;
        let after = self.read.folded(last, span.start);
        let named = self
            .speech
            .projects
            .iter()
            .filter(|project| project.span.start >= last && project.span.start <= span.start);
        let place = named.count().checked_sub(1).filter(|_| !after.contains([',', ';', '。']))?;
        times[times.len() - listed..].get(place).filter(|_| listed > 1)
    }

    /// The time by which a measure is to be done. It is none of these: the days that a rule sets for each
    /// case (15个工作日内), a time that was over when it was said, the year in a paper's name (制定2030年前行动方案).
    pub(super) fn due_time(&self, measure: &Measure) -> Option<&Time> {
        let time = match measure.deadline {
            Some(deadline) => self.speech.times.get(deadline)?,
            None => self.opening_time(measure).or_else(|| self.time_spent(measure))?,
        };
        let time = self.end_of_spent(time).unwrap_or(time);
        let iso = time.iso.as_deref();
        let is_rule = iso.is_some_and(|iso| iso.starts_with('P') && iso.ends_with('D'));
        let due = iso.map(|iso| iso.rsplit('/').next().unwrap_or(iso)).filter(|due| !due.starts_with('P'));
        let is_over =
            due.zip(self.read.date()).is_some_and(|(due, said)| super::gather::is_before(due, said));
        let object = &measure.object;
        let names_paper = object.span.start == time.span.start && self.words().papers.end(&object.text);
        (!is_rule && !is_over && !names_paper && !self.is_past(time) && !self.is_begun(measure))
            .then_some(time)
    }

    /// The time that opens the object of striving: 争取|1997年|粮食产量达到5万吨.
    fn opening_time(&self, measure: &Measure) -> Option<&Time> {
        let words = self.words();
        let strives = |word: &str| words.force.contains(word) || words.letting.contains(word);
        let (clause, object) = (measure.span, measure.object.span);
        let opens = |time: &&Time| {
            let is_day = time.iso.as_deref().is_some_and(|iso| iso.starts_with(|c: char| c.is_ascii_digit()));
            // A preposition may stand between: 保证|到|1997年.
            let is_next = (object.start..=object.start + 1).contains(&time.span.start);
            let opens_object = is_next
                && matches!(
                    self.read.folded(object.start, time.span.start).as_str(),
                    "" | "到" | "在" | "于"
                )
                && strives(&measure.verb);
            let opens_clause = time.span.end == object.start && {
                let before = self.read.folded(clause.start, time.span.start.max(clause.start));
                strives(before.trim_end_matches(['到', '在', '于']))
            };
            is_day && (opens_object || opens_clause)
        };
        let is_amount = measure.status == MeasureStatus::Planned && !measure.figures.is_empty();
        if !is_amount {
            return None;
        }
        let first = self.speech.times.partition_point(|time| time.span.end < object.start);
        self.speech.times[first..].iter().take_while(|time| time.span.start <= object.start + 1).find(opens)
    }

    /// The time that is spent on what follows: 争取用|三年|时间，解决住房问题.
    fn time_spent(&self, measure: &Measure) -> Option<&Time> {
        let object = measure.object.span.start;
        let (start, _) = self.read.bounds(&measure.object.span);
        let spent = |time: &&Time| {
            let is_short = time.iso.as_deref().is_some_and(|iso| years(iso).is_some());
            is_short && self.is_spent(time) && {
                let after = self.read.folded(time.span.end + 2, object.max(time.span.end + 2));
                !after.trim_start_matches(',').contains([',', ';'])
            }
        };
        if measure.status != MeasureStatus::Planned {
            return None;
        }
        let first = self.speech.times.partition_point(|time| time.span.start < start);
        let mut times = self.speech.times[first..].iter().take_while(|time| time.span.end <= object);
        times.find(|time| time.kind == TimeKind::Duration && spent(time))
    }

    /// The year in which the time spent ends, if the text tells it right before: 到2035年，用|11年|时间.
    fn end_of_spent<'t>(&'t self, time: &Time) -> Option<&'t Time> {
        if time.kind != TimeKind::Duration || !self.is_spent(time) {
            return None;
        }
        let before = self.speech.times.partition_point(|other| other.span.start < time.span.start);
        let last = self.speech.times[..before].last()?;
        let between = self.read.folded(last.span.end, time.span.start);
        (last.kind != TimeKind::Duration && matches!(between.as_str(), "用" | ",用")).then_some(last)
    }

    /// Whether it is a time spent: 用|两年|时间.
    fn is_spent(&self, time: &Time) -> bool {
        let (start, end) = (time.span.start, time.span.end);
        self.read.folded(start.saturating_sub(1), start) == "用" && self.read.folded(end, end + 2) == "时间"
    }

    /// Whether a time tells how something that is there came about: 三年内|建设并已通车的公路.
    fn is_past(&self, time: &Time) -> bool {
        let (_, end) = self.read.bounds(&time.span);
        let after = self.read.folded(time.span.end, end);
        let clause = clause_after(&after);
        let Some((between, done)) = clause.split_once('已') else { return false };
        (between.is_empty() || between.ends_with('并')) && done.contains('的')
    }

    /// The year that opens the sentence, its paragraph or a heading, and so governs the promise unless
    /// another time stands with it: 今年，新建学校5所，|改建医院3家|.
    fn shared_time(&self, span: &Span) -> Option<&Time> {
        let (start, end) = self.read.bounds(span);
        let sentence = Span::from(start..end);
        let after = self.read.folded(span.end, end);
        let clause = span.end + after.chars().take_while(|c| !matches!(c, ',' | ';' | '。')).count();
        let first = self.speech.times.partition_point(|time| time.span.start < start);
        // The time belongs to a later clause: 新建渔港3座，|2030年|建成码头.
        let times = self.speech.times[first..].iter().take_while(|time| time.span.start < clause);
        let times = times.filter(|time| sentence.contains(&time.span));
        // The time tells which are meant: “十四五”批复的渔港.
        let own =
            times.filter(|time| self.is_date(time) && !self.read.is_base(time) && !self.describes(time));
        // The day of another item does not bar the year that holds it: 改造旧港9座，6月底前完工；|新建渔港3座.
        let (others, own): (Vec<_>, Vec<_>) = own.partition(|time| self.is_of_other_item(time, span, start));
        let holds_others = |time: &&Time| {
            let year = time.iso.as_deref().unwrap_or_default();
            others.iter().all(|other| other.iso.as_deref().is_some_and(|day| day.starts_with(year)))
        };
        let mut own = own.into_iter();
        let found = match own.next() {
            Some(first) => {
                // A time in the sentence governs the rest of its clause: 用好渔业机制，确保|全年|新建渔港3座、完成投资5亿元.
                let between = self.read.folded(first.span.end, span.start.max(first.span.end));
                let leads = self.opens(first, start) || !between.contains([',', ';', '。']);
                let governs = leads && first.span.end <= span.start && self.is_to_come(first);
                // Two years exclude each other: 今年建成甲港，2030年建成乙港.
                (governs && own.all(|time| time.iso == first.iso)).then_some(first)
            }
            None => {
                let mut governing = self.frames.at(self.read, span);
                let found = governing.find(|time| !self.is_over(time));
                found.filter(|time| self.is_to_come(time) || self.is_term(time))
            }
        };
        found.filter(holds_others)
    }

    /// Whether a time stands in an earlier item than this stretch, and does not open their sentence.
    fn is_of_other_item(&self, time: &Time, span: &Span, start: usize) -> bool {
        // Only a year governs the next item: 3月底前改造旧港；|新建渔港3座.
        let is_year = time.iso.as_deref().is_some_and(|iso| iso.len() == ISO_YEAR || iso.contains('/'));
        time.span.end <= span.start
            && !(is_year && self.opens(time, start))
            && self.read.folded(time.span.end, span.start).contains(';')
    }

    /// Whether a time is on the calendar, or is a stretch within which something is done (三年内, 用三年时间; not
    /// 三年行动).
    fn is_date(&self, time: &Time) -> bool {
        let names = || {
            let after = self.read.folded(time.span.end, time.span.end + NAMED_CHARS);
            ["行动", "攻坚", "计划"].iter().any(|plan| after.starts_with(plan))
        };
        match time.kind {
            TimeKind::Point | TimeKind::Period => true,
            TimeKind::Duration => !names(),
            _ => false,
        }
    }

    /// A time as a deadline; 两年内 ends this many years from now, the current year included if it is young.
    pub(super) fn told(&self, time: &Time) -> Deadline {
        let end = time.iso.as_deref().and_then(years).zip(self.read.date()).and_then(|(years, said)| {
            let is_young = month_of(said).is_none_or(|month: u8| month <= LAST_PLANNING_MONTH);
            Some(year_of::<i32>(said)? + years - i32::from(is_young))
        });
        let iso = end.map(|end| end.to_string()).or_else(|| time.iso.clone());
        let spent = self.is_spent(time).then(|| self.read.text(time.span.start - 1, time.span.end + 2));
        Deadline { text: spent.unwrap_or_else(|| time.text.clone()), iso, last_day: None }
    }

    /// Whether a time opens the sentence or paragraph that starts at this code point.
    fn opens(&self, time: &Time, start: usize) -> bool {
        let before = self.read.folded(start, time.span.start);
        before.chars().count() <= MAX_NUMBER_CHARS
            && before.chars().all(|c| !c.is_alphabetic() || matches!(c, '到' | '在' | '至'))
    }

    /// Whether a time that is over only tells which are meant: “十四五”|批复的渔港.
    fn describes(&self, time: &Time) -> bool {
        let after = self.read.folded(time.span.end, time.span.end + MAX_DESCRIBED_CHARS);
        let clause = after.trim_start_matches('”').split([',', ';', '。', '、']).next().unwrap_or_default();
        self.is_over(time) && clause.contains('的')
    }

    /// Whether a time is of whole calendar years that are not over: “十五五”时期.
    fn is_term(&self, time: &Time) -> bool {
        let years = time.iso.as_deref().and_then(|iso| iso.split_once('/'));
        let is_whole = years.is_some_and(|(first, last)| first.len() == ISO_YEAR && last.len() == ISO_YEAR);
        time.kind == TimeKind::Period && is_whole && !self.is_over(time) && !time.text.ends_with('来')
    }

    /// Whether a time was over when it was said: 过去五年.
    pub(super) fn is_over(&self, time: &Time) -> bool {
        let ends = time.iso.as_deref().and_then(|iso| iso.rsplit('/').next());
        ends.zip(self.read.date()).is_some_and(|(ends, said)| super::gather::is_before(ends, said))
    }

    /// Whether a time is a year that was not over when it was said.
    fn is_to_come(&self, time: &Time) -> bool {
        let said = self.read.date().and_then(year_of::<i32>);
        let told = time.iso.as_deref().filter(|iso| iso.len() == ISO_YEAR).and_then(year_of::<i32>);
        told.zip(said).is_some_and(|(told, said)| told >= said)
    }
}

/// The number of years in an ISO duration such as P3Y, if it is at most [`MAX_YEARS`].
fn years(iso: &str) -> Option<i32> {
    let years = years_of(iso)?;
    (years <= MAX_YEARS).then_some(years)
}
