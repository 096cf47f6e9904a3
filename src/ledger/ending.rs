//! Reads by when a project comes to its end, from a time after its name.

use super::reader::Reader;
use crate::record::{Measure, Project, Stage, Time};
use crate::text::clause_after;

/// Most characters between a time and the verb of the end: 力争, 全面.
const MAX_BETWEEN_CHARS: usize = 4;
/// What may stand between the name of a work and the mark that makes a heading of it.
const HEADINGS: [&str; 5] = ["", "项目", "工程", "建设项目", "建设工程"];
/// Most words before a time that say that it is foreseen: 计划|力争.
const MAX_PLANS: usize = 2;
/// Say after a time that all of a promise is done.
const DONE: [&str; 3] = ["完成", "全部完成", "全面完成"];
/// The marks that end a clause.
const STOPS: [char; 4] = [',', ';', '。', '、'];
/// Most clauses after the name's own that are searched.
const MAX_CLAUSES: usize = 3;

impl Reader<'_> {
    /// The time by which a project comes to its end, in its own clause or at the start of a later clause that
    /// tells the end: 青岩水库|2030年底前|建成, 青岩水厂开工，|6月底前|建成.
    pub(super) fn end_time(&self, project: &Project, is_aimed_at: bool) -> Option<&Time> {
        let (_, end) = self.read.bounds(&project.span);
        let first = self.speech.times.partition_point(|time| time.span.start < project.span.end);
        let times = self.speech.times[first..].iter().take_while(|time| time.span.end <= end);
        let mut found = None;
        for time in times {
            let between = self.read.folded(project.span.end, time.span.start);
            // A heading separates nothing: 青岩水厂建设项目。|6月底前建成.
            let heading = between.split_once([':', '。']).filter(|(noun, _)| HEADINGS.contains(noun));
            let between = heading.map_or(between.as_str(), |(_, told)| told);
            let after = self.read.folded(time.span.end, end);
            let own = is_aimed_at && !between.contains([',', ';', '。', ':', '、', '的']);
            let next = || self.closes_clauses(between) && self.opens_with_end(&after);
            // The end was put off: 原定去年建成,|现推迟至|今年6月.
            let is_of_work = !between.contains(['。', ';']);
            let put_off = is_of_work && (self.puts_off(between) || self.names_end(between));
            // The new time is still to come, even without a year: 由9月底延至|11月底.
            let is_dated =
                || time.iso.as_deref().is_some_and(|iso| iso.starts_with(|c: char| c.is_ascii_digit()));
            let is_next = || put_off && !time.text.contains('年') && is_dated();
            // The end of another work: ,6月底前|白河水厂|投产.
            let is_of_other = !between.is_empty() && self.names_work_at(time.span.end);
            if self.words().no_end.opens(&after) || is_of_other || !(self.is_date_ahead(time) || is_next()) {
                continue;
            }
            // If the end was put off, the later time counts.
            if put_off || found.is_none() && (own || next()) {
                found = Some(time);
            }
        }
        found.or_else(|| self.time_before(project).filter(|_| is_aimed_at))
    }

    /// Whether the name of a work starts at this code point, or right after the last character of a time.
    fn names_work_at(&self, at: usize) -> bool {
        let first = self.speech.projects.partition_point(|project| project.span.start < at);
        self.speech.projects.get(first).is_some_and(|project| project.span.start <= at + 1)
    }

    /// The time right before a name, which belongs to that work: |6月底前|青岩水厂通水.
    fn time_before(&self, project: &Project) -> Option<&Time> {
        let before = self.speech.times.partition_point(|time| time.span.end <= project.span.start);
        let time = self.speech.times[..before].last()?;
        (time.span.end + 1 >= project.span.start
            && matches!(self.read.folded(time.span.end, project.span.start).as_str(), "" | "前")
            && self.is_date_ahead(time))
        .then_some(time)
    }

    /// Whether the text ends with words of putting off that mean the work before (推迟到, 原定去年建成,|现推迟至), not
    /// another one that opens the clause (,白河大桥|推迟至).
    fn puts_off(&self, between: &str) -> bool {
        let Some((at, ())) = self.words().putting_off.longest(between) else { return false };
        let own = between[..at].rsplit_once(',');
        own.is_none_or(|(_, opens)| crate::recognise::project::halted::goes_on_with(opens, self.lexicon))
    }

    /// Whether the last clause names the next time as that of the end: 因征地,|工期顺延至, ,开工时间2025年10月,|竣工时间.
    fn names_end(&self, between: &str) -> bool {
        let clause = between.rsplit([',', '、']).next().unwrap_or_default();
        let noun = HEADINGS.iter().rev().find_map(|noun| clause.strip_prefix(noun)).unwrap_or(clause);
        self.lexicon.stages.after_end_time(noun).is_some()
    }

    /// The last time that opens a clause telling the end after a promise, if the clauses between only tell
    /// progress: 改造小区9个，5月底前全部开工，|11月底前|完工. Otherwise that of a later sentence which tells only the end.
    pub(super) fn end_after(&self, measure: &Measure) -> Option<&Time> {
        let from = measure.span.end;
        // With two ends, the first is of a part and the second of the whole: 汛期前完成溢洪道施工，|10月底前全面完工|.
        let own = measure.deadline.and_then(|own| self.speech.times.get(own));
        let own = own.filter(|_| self.words().finishing.contains(&measure.verb));
        let is_of_whole = |time: &Time| {
            let is_within = |own: &Time| {
                own.iso.as_deref().zip(time.iso.as_deref()).is_some_and(|(own, iso)| iso.starts_with(own))
            };
            own.is_some_and(|own| !is_within(own))
        };
        let (_, end) = self.read.bounds(&measure.span);
        let first = self.speech.times.partition_point(|time| time.span.start < from);
        let times = self.speech.times[first..].iter().take_while(|time| time.span.end <= end);
        let ends = |time: &&Time| {
            let between = self.read.folded(from, time.span.start);
            let told = between.strip_prefix(',').is_some_and(|told| {
                let told = self.without_plan(told).trim_end_matches(',');
                told.is_empty() || told.split(',').all(|clause| self.ends_with_stage(clause))
            });
            let after = self.read.folded(time.span.end, end);
            let after = without_label(&after);
            let is_whole = || self.ends_all(clause_after(after).trim_start_matches('前'));
            told && !is_of_whole(time)
                && self.closes_clauses(&between)
                && self.is_date_ahead(time)
                && (is_whole() || self.opens_with_end(after))
        };
        times.filter(ends).last().or_else(|| self.end_in_next_sentence(end).filter(|_| own.is_none()))
    }

    /// The time of the next sentence in the paragraph, if it tells only the end: 新建渔港9座。|12月底前|完成。.
    fn end_in_next_sentence(&self, from: usize) -> Option<&Time> {
        let first = self.speech.times.partition_point(|time| time.span.start < from);
        let time = self.speech.times.get(first)?;
        let (start, end) = self.read.bounds(&time.span);
        let opens = self.read.folded(from, time.span.start);
        let is_next = start <= from + 1 && self.without_plan(opens.trim_start()).is_empty();
        let after = self.read.folded(time.span.end, end);
        let says = without_label(&after).trim_end_matches(['。', ';']).trim_start_matches('前');
        let is_end = !says.contains(STOPS) && (self.ends_all(says) || self.opens_with_end(says));
        (is_next && is_end && self.is_date_ahead(time)).then_some(time)
    }

    /// Whether a clause says that all of a promise is done: 完成, 全部完成, 全部亮灯.
    fn ends_all(&self, clause: &str) -> bool {
        let begins = || self.lexicon.tasks.cell.opening.iter().any(|word| clause.contains(word));
        let all = || {
            clause
                .strip_prefix("全部")
                .is_some_and(|done| (1..=MAX_BETWEEN_CHARS).contains(&done.chars().count()))
        };
        DONE.contains(&clause) || all() && !begins()
    }

    /// Whether at most [`MAX_CLAUSES`] clauses without a list end here: 已完成六成,计划|, 年内开工、|.
    fn closes_clauses(&self, text: &str) -> bool {
        let told = self.without_plan(text);
        let listed = || told.strip_suffix('、').filter(|told| self.ends_with_stage(told));
        let clauses = told.strip_suffix(',').or_else(listed);
        clauses.is_some_and(|told| {
            told.matches(',').count() < MAX_CLAUSES && !told.contains([';', '。', ':', '、'])
        })
    }

    /// The text without words that say that the next time is still to come: 已开工,|计划于|.
    fn without_plan<'t>(&self, text: &'t str) -> &'t str {
        let (words, foreseen) = (self.words(), &self.lexicon.times.foreseen);
        let mut rest = text.strip_suffix('于').unwrap_or(text);
        for _ in 0..MAX_PLANS {
            let starts = rest.char_indices().rev().take(MAX_BETWEEN_CHARS).map(|(at, _)| at);
            let is_plan = |at: &usize| {
                let word = &rest[*at..];
                foreseen.contains(word) || words.force.contains(word) || words.ahead.contains(word)
            };
            let Some(at) = starts.into_iter().find(is_plan) else { break };
            rest = &rest[..at];
        }
        rest
    }

    fn ends_with_stage(&self, text: &str) -> bool {
        let last = self.lexicon.stages.marks.find(text).last();
        last.is_some_and(|(range, mark)| range.end == text.len() && mark.stage.is_some())
    }

    /// Whether a time is a calendar time that was not over when it was said, or a limit without a date (暑假前).
    fn is_date_ahead(&self, time: &Time) -> bool {
        let is_date = time.iso.as_deref().is_some_and(|iso| iso.starts_with(|c: char| c.is_ascii_digit()));
        let is_limit = time.iso.is_none() && time.text.ends_with('前');
        (is_date || is_limit) && !self.is_over(time)
    }

    /// Whether a clause is only words for the end of a work: 建成通水, 力争完工.
    fn opens_with_end(&self, clause: &str) -> bool {
        let clause = clause.split(STOPS).next().unwrap_or_default();
        let is_end = |stage: Option<Stage>| matches!(stage, Some(Stage::Completed | Stage::Operating));
        let mut rest = clause;
        let mut ends = false;
        while let Some((range, mark)) = next_mark(self, rest, ends) {
            ends |= is_end(mark);
            rest = &rest[range..];
        }
        ends && rest.is_empty()
    }
}

/// The text without the bracket after the report: 12月底前全部完工|(牵头单位:渔业局)。.
fn without_label(told: &str) -> &str {
    told.split_once('(').map_or(told, |(told, _)| told)
}

/// The byte past the next word for a stage, and the stage; before the first one, some characters may stand.
fn next_mark(reader: &Reader, rest: &str, has_end: bool) -> Option<(usize, Option<Stage>)> {
    let starts = rest.char_indices().take(if has_end { 1 } else { MAX_BETWEEN_CHARS + 1 });
    let marks = &reader.lexicon.stages.marks;
    starts.into_iter().find_map(|(at, _)| {
        let (range, mark) = marks.longest_at(rest, at)?;
        mark.stage.is_some().then_some((range.end, mark.stage))
    })
}
