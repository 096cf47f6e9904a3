//! Reads rows of tables of tasks (责任分解表): each is one entry, with its responsible bodies and its deadline.

use std::ops::Range;

use rust_decimal::Decimal;

use super::name::Name;
use super::reader::{Reader, Statement};
use super::sought::Sought;
use super::{Amount, Deadline, EntryKind, State, Step};
use crate::document::{Goal, Quote, Size, Task};
use crate::lexicon::TaskState;
use crate::numeral::Form;
use crate::record::{Measure, Span, Time};
use crate::relate::responsibility;

/// Most characters between the sentence of a project and its label.
const MAX_NEAR_CHARS: usize = 60;
/// The marks between the steps of a cell.
pub(super) const STEPS: [char; 4] = [',', ';', '。', '、'];
/// Characters after a time that make a deadline of it: 年底|前.
pub(super) const BY: [char; 5] = ['底', '末', '前', '以', '之'];
/// The marks that end the first sentence of a cell.
const STOPS: &[char] = &['。', '；', ';'];

impl Reader<'_> {
    /// Whether a record stands in a row, whose entry then tells it.
    pub(super) fn is_in_row(&self, span: &Span) -> bool {
        let before = self.tasks.partition_point(|task| task.row.start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.tasks[at].row.contains(span))
    }

    /// The statements of the speech's rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = (EntryKind, Statement)> {
        let own = self.tasks.iter().filter(|task| self.speech.span.contains(&task.cell));
        own.map(|task| self.row(task))
    }

    fn row(&self, task: &Task) -> (EntryKind, Statement) {
        let project = self.project_in(&task.name);
        let measures = self.measures_in(&task.name);
        let (kind, mut said) = match (project, measures.as_slice()) {
            (Some(index), _) => (EntryKind::Project, self.project(index)),
            (None, [first, ..]) if !task.is_work => {
                let verbs: Vec<&Measure> =
                    measures.iter().filter(|next| next.object == first.object).copied().collect();
                (EntryKind::Measure, self.measure(&verbs))
            }
            _ if task.is_work => (EntryKind::Project, self.named(task)),
            _ => (EntryKind::Measure, self.named(task)),
        };
        // A cell may name several things: 改造旧居15户、新建公厕8座.
        let is_whole = measures.iter().all(|measure| measure.object == measures[0].object);
        if task.is_work || kind == EntryKind::Measure && !is_whole {
            said.called = self.first_sentence(&task.name);
        }
        // The apparent verb and object end a name: 青河|综合治理工程.
        let cell = self.first_sentence(&task.name);
        let is_named = kind == EntryKind::Measure
            && said.figures.is_empty()
            && cell.strip_suffix(said.called.as_str()).is_some_and(|opens| self.opens_name(opens));
        if is_named {
            said = Statement {
                name: Name::of_words(&crate::document::plain(&cell)),
                called: cell,
                signs: None,
                ..said
            };
        }
        if task.is_work {
            said.name = Name::of(&said.called);
            said.sought = Sought::project(&Name::as_written(&said.called), self.lexicon);
        }
        if kind == EntryKind::Project || said.figures.is_empty() {
            said.figures = task.sizes.iter().flat_map(|size| self.amounts_in(size)).collect();
        }
        self.settle(&mut said, task);
        match kind {
            EntryKind::Measure => self.compare(&mut said, task),
            EntryKind::Project => said.fulfilled = self.share_of_work(task),
        }
        (kind, said)
    }

    /// Adds to a statement what the other cells say of the task.
    fn settle(&self, said: &mut Statement, task: &Task) {
        let told = match task.state {
            Some(TaskState::Done) => State::Delivered,
            Some(TaskState::Begun) => State::UnderWay,
            Some(TaskState::Idle) => State::Promised,
            Some(TaskState::Stopped) => State::Stopped,
            None if said.step.state == State::UnderWay => State::UnderWay,
            None => State::Promised,
        };
        said.step.aim = told == State::Promised;
        said.step.state = told;
        said.step.evidence = self.evidence_of(task);
        said.responsible = task.responsible.clone().or(said.responsible.take());
        if let Some(due) = &task.due {
            said.deadline = Some(self.due_of(due, task.is_tracked));
            said.due = said.deadline.as_ref().and_then(|due| due.iso.as_deref()).and_then(year);
        }
        if let Some(due) = task.goal.as_ref().and_then(|goal| self.due_of_goal(goal, task)) {
            said.due = due.iso.as_deref().and_then(year);
            said.deadline = Some(due);
        }
        if let Some((state, due)) = task.course.as_ref().and_then(|cell| self.course(cell)) {
            said.step.state = state;
            said.step.aim = state == State::Promised;
            if let Some(due) = due.filter(|_| task.due.is_none()) {
                said.due = due.iso.as_deref().and_then(year);
                said.deadline = Some(due);
            }
        }
        if said.step.state == State::Delivered {
            said.due = None;
        }
    }

    /// The deadline in a cell of next steps: when they bring the task to its end; if nothing else tells a
    /// deadline, that of the last step: 3月开工,年底建成.
    fn due_of_goal(&self, goal: &Goal, task: &Task) -> Option<Deadline> {
        let words = &self.lexicon.tasks;
        let times = &self.speech.times[within(&self.speech.times, &goal.cell, |time| time.span)];
        let called = self.read.folded(task.name.start, task.name.end);
        let ends = |told: &str| crate::document::is_done(told.trim_start_matches(BY), &called, words);
        let step = |from: usize| {
            let rest = self.read.folded(from, goal.cell.end);
            rest.split(STEPS).next().unwrap_or_default().to_owned()
        };
        // The year is that of the heading: 2026年建设目标 | 6月底前竣工.
        let due = |time: &Time| {
            let mut due = self.due_by(time, task.is_tracked);
            let names_year = time.text.trim_start_matches('年').contains('年');
            let to = goal.year.as_deref().and_then(year).filter(|_| !names_year);
            if let Some((to, iso)) = to.zip(due.iso.as_deref())
                && let Some(from) = year(iso)
            {
                due.iso = Some(moved(iso, to - from));
            }
            due
        };
        if let Some(time) = times.iter().rev().find(|time| ends(&step(time.span.end))) {
            return Some(due(time));
        }
        let is_step = |time: &&Time| {
            let told = step(time.span.end);
            !told.is_empty() && !words.cell.opening.iter().any(|word| told.contains(word))
        };
        if let Some(time) = times.iter().rev().find(is_step).filter(|_| task.due.is_none()) {
            return Some(due(time));
        }
        // The heading alone tells the year: 2026年建设目标 | 建成通车.
        let text = self.read.text(goal.cell.start, goal.cell.end);
        let is_end = times.is_empty() && ends(&self.read.folded(goal.cell.start, goal.cell.end));
        goal.year.clone().filter(|_| is_end).map(|year| Deadline { text, iso: Some(year), last_day: None })
    }

    /// The statement of a task without a record.
    fn named(&self, task: &Task) -> Statement {
        let called = self.first_sentence(&task.name);
        let name = Name { core: crate::document::plain(&called), phase: None };
        Statement {
            speaks_for: self.place.clone(),
            place: self.place.clone(),
            sought: Sought::project(&name, self.lexicon),
            name,
            called,
            former: None,
            responsible: None,
            speaks: self.speaker(),
            represents: self.represents(),
            step: Step {
                state: State::Promised,
                stage: None,
                aim: true,
                evidence: self.read.quote("", &task.name),
            },
            figures: Vec::new(),
            deadline: None,
            due: None,
            when: None,
            restates: None,
            signs: None,
            deed_verb: None,
            fulfilled: None,
            is_so_far: false,
            is_begun: false,
        }
    }

    /// The quote of the cell in its row.
    fn evidence_of(&self, task: &Task) -> Quote {
        let text = self.read.text(task.cell.start, task.cell.end);
        let sentence = self.read.text(task.row.start, task.row.end);
        Quote { sentence, sentence_span: task.row, ..self.read.quote(&text, &task.cell) }
    }

    fn first_sentence(&self, cell: &Span) -> String {
        let text = self.read.text(cell.start, cell.end);
        text.split(STOPS).find(|sentence| !sentence.trim().is_empty()).unwrap_or(&text).trim().to_owned()
    }

    fn due_of(&self, cell: &Span, is_tracked: bool) -> Deadline {
        let times = &self.speech.times[within(&self.speech.times, cell, |time| time.span)];
        let text = self.read.text(cell.start, cell.end);
        let iso = times.last().and_then(|time| self.due_by(time, is_tracked).iso);
        Deadline { iso: iso.or_else(|| with_points(&text)), text, last_day: None }
    }

    fn project_in(&self, cell: &Span) -> Option<usize> {
        let found = within(&self.speech.projects, cell, |project| project.span);
        (!found.is_empty()).then_some(found.start)
    }

    fn measures_in(&self, cell: &Span) -> Vec<&Measure> {
        self.speech.measures[within(&self.speech.measures, cell, |measure| measure.span)].iter().collect()
    }

    /// The figures of a cell (5.5亿元, or 55000 below 总投资(万元)), with the noun of its heading if the cell has
    /// none.
    pub(super) fn amounts_in(&self, size: &Size) -> Vec<Amount> {
        let indices: Vec<usize> = within(&self.speech.figures, &size.cell, |figure| figure.span).collect();
        let mut amounts = self.amounts(&indices);
        if let Some(amount) = size.unit.as_deref().and_then(|unit| self.bare(size, unit)) {
            amounts = vec![amount];
        }
        for amount in &mut amounts {
            // A noun that only calls the amount a task's is dropped: 年度任务|12座.
            let names_task = |of: &String| self.lexicon.tasks.column(of).is_some();
            amount.of = amount.of.take().filter(|of| !names_task(of)).or_else(|| size.of.clone());
        }
        amounts
    }

    /// The amount of a bare number, in the unit of its column.
    fn bare(&self, size: &Size, unit: &str) -> Option<Amount> {
        let cell = self.read.folded(size.cell.start, size.cell.end);
        let unit: String = unit.chars().map(crate::text::fold).filter(|c| !c.is_whitespace()).collect();
        let number = crate::numeral::read(&cell, 0).filter(|number| number.end == cell.len())?;
        let scale = crate::numeral::read(&unit, 0).filter(|scale| scale.form == Form::Bare);
        let (end, scale) = scale.map_or((0, Decimal::ONE), |scale| (scale.end, scale.scale));
        let unit = unit.get(end..)?;
        let (known, _) = self.lexicon.units.words.longest_at(unit, 0)?;
        (known.end == unit.len()).then_some(())?;
        Some(Amount {
            value: Some(number.value?.checked_mul(scale)?.normalize()),
            unit: Some(unit.to_owned()),
            of: None,
            evidence: self.read.quote(&self.read.text(size.cell.start, size.cell.end), &size.cell),
        })
    }

    /// A time as the deadline of a task. A month or day without a year is the next one; if the table tracks
    /// progress, it is in the table's year.
    pub(super) fn due_by(&self, time: &Time, is_tracked: bool) -> Deadline {
        let mut due = self.told(time);
        // A paper without a date takes the year of its title: 2025年民生实事任务分解表 | 11月.
        let is_undated = self.read.document.date.is_none() && !time.text.contains('年');
        let titled = crate::document::titled_year(self.read.document).filter(|_| is_undated);
        if let Some((to, iso)) = titled.zip(due.iso.as_deref())
            && let Some(from) = year(iso)
        {
            due.iso = Some(moved(iso, to - from));
            return due;
        }
        let is_over = |iso: &str| self.read.date().is_some_and(|said| super::gather::is_before(iso, said));
        let said = self.read.date().and_then(year).filter(|_| !time.text.contains('年'));
        let next = due.iso.as_deref().zip(said).and_then(|(iso, said)| {
            let end = iso
                .rsplit('/')
                .next()
                .filter(|end| end.get(4..).is_some_and(|rest| rest.starts_with('-')))?;
            let from = is_over(end).then(|| year(end)).flatten()?;
            let years = if is_tracked { said..=said } else { said..=said + 1 };
            years
                .map(|to| moved(iso, to - from))
                .find(|due| is_tracked || !due.rsplit('/').next().is_some_and(is_over))
        });
        due.iso = next.or(due.iso);
        due
    }

    /// The body that a label after a project names: 青岩水库年底通水（责任单位：水利局）.
    pub(super) fn labelled_responsible(&self, span: &Span) -> Option<String> {
        let (_, end) = self.read.bounds(span);
        let near = self.read.folded(span.end, end + MAX_NEAR_CHARS);
        // A label ends with a colon, which few sentences have.
        let near = near.split('\n').next().filter(|near| near.contains(':'))?;
        responsibility::labelled(near, &self.lexicon.tasks).next().map(|name| near[name].to_owned())
    }

    /// The deadline that a label after a task tells: 建设渔港3座。(责任单位:渔业局;完成时限:11月底).
    pub(super) fn labelled_deadline(&self, span: &Span) -> Option<Deadline> {
        let labels = self.index.due_labels.get_or_init(|| self.read.due_labels(self.speech, self.lexicon));
        let label = self.read.due_label(span.end, labels, self.lexicon)?;
        self.speech.times.get(label.time).map(|time| self.due_by(time, false))
    }
}

/// The ISO time of a cell in a form that only cells have: 2025, 2025.8, 2025-08, 20250831, 2024.3-2025.8,
/// 2024-2025.
fn with_points(cell: &str) -> Option<String> {
    let plain: String = cell.chars().map(crate::text::fold).filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches('前').trim_end_matches('底');
    if let Some(iso) = undivided(plain) {
        return Some(iso);
    }
    let (from, to) =
        plain.split_once(['-', '—', '~', '至']).map_or((None, plain), |(from, to)| (Some(from), to));
    let to = month(to)?;
    match from {
        Some(from) => month(from).filter(|from| *from <= to).map(|from| format!("{from}/{to}")),
        None => Some(to),
    }
}

/// The ISO time of a single date: 20250831, 2025-08, 2025-08-31.
fn undivided(plain: &str) -> Option<String> {
    if let (8, Some((year, day))) = (plain.len(), plain.split_at_checked(4)) {
        let (of_month, of_day) = day.split_at_checked(2)?;
        return month(&format!("{year}.{of_month}.{of_day}"));
    }
    let (_, after) = plain.split_once('-')?;
    let is_month = after.split('-').all(|part| part.len() <= 2);
    is_month.then(|| month(&plain.replace('-', "."))).flatten()
}

/// The ISO time of a date with points: 2025.8.31, 2025.08, 2025.
fn month(written: &str) -> Option<String> {
    let mut parts = written.split(['.', '/']);
    let number = |part: &str, most: u32| {
        let is_short = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|number| is_short && (1..=most).contains(number))
    };
    let year = parts.next().filter(|year| year.len() == 4 && year.starts_with(['1', '2']))?;
    year.bytes().all(|b| b.is_ascii_digit()).then_some(())?;
    let mut iso = year.to_owned();
    for most in [12, 31] {
        let Some(part) = parts.next() else { break };
        iso.push_str(&format!("-{:02}", number(part, most)?));
    }
    let is_day = iso.len() < 10 || crate::lexicon::is_date(&iso);
    (parts.next().is_none() && is_day).then_some(iso)
}

/// The indices of those records that stand in a cell; they are in text order.
pub(super) fn within<T>(records: &[T], cell: &Span, span: impl Fn(&T) -> Span) -> Range<usize> {
    let first = records.partition_point(|record| span(record).start < cell.start);
    first..first + records[first..].partition_point(|record| span(record).start < cell.end)
}

/// The ISO time, or both ends of a period, moved on by this many years.
fn moved(iso: &str, years: i32) -> String {
    let on = |time: &str| match year(time) {
        Some(year) => format!("{:04}{}", year + years, &time[4..]),
        None => time.to_owned(),
    };
    iso.split('/').map(on).collect::<Vec<_>>().join("/")
}

/// The year in which a time ends.
fn year(iso: &str) -> Option<i32> {
    iso.rsplit('/').next()?.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::with_points;

    #[test]
    fn cells_write_times_with_points() {
        for (cell, iso) in [
            ("2025.8", Some("2025-08")),
            ("2025.10底前", Some("2025-10")),
            ("2025．12．31", Some("2025-12-31")),
            ("2024.3—2025.8", Some("2024-03/2025-08")),
            ("2024-2025", Some("2024/2025")),
            ("2025.13", None),
            ("2025.2.30", None),
            ("2025", Some("2025")),
            ("20250831", Some("2025-08-31")),
            ("2025-08", Some("2025-08")),
            ("2025-8-31", Some("2025-08-31")),
            ("2025-13", None),
            ("20251301", None),
            ("202508", None),
            ("2025-202", None),
            ("3.5", None),
            ("2025.8-2024", None),
            ("长期", None),
        ] {
            assert_eq!(with_points(cell).as_deref(), iso, "{cell}");
        }
    }
}
