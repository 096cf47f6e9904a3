//! Reads from a table's cell of progress how much of the row's task is done, and by when the rest is due.

use rust_decimal::Decimal;

use super::reader::{Reader, Statement};
use super::task::{BY, STEPS, within};
use super::{Amount, Deadline, State};
use crate::document::Task;
use crate::record::{Span, Stage};

impl Reader<'_> {
    /// Sets how much of the amount asked for the cell reports; all of it or more is the end:
    /// 新增泊位500个 | 新增520个.
    pub(super) fn compare(&self, said: &mut Statement, task: &Task) {
        let (Some(cell), Some(asked)) = (&task.reached, said.figures.first()) else { return };
        let figures = within(&self.speech.figures, cell, |figure| figure.span);
        let reached = self.amounts(&figures.collect::<Vec<_>>());
        let is_split = self.tells_parts(&self.read.folded(cell.start, cell.end));
        let counts = |one: &&Amount| {
            one.unit == asked.unit && one.value.is_some() && (!is_split || self.tells_end_of(cell, one))
        };
        let mut alike = reached.iter().filter(counts);
        // Of several amounts none is known to be the whole.
        let (Some(one), None) = (alike.next(), alike.next()) else { return };
        said.fulfilled = super::term::share(one, asked);
        if said.fulfilled.is_some_and(|share| share >= Decimal::ONE) {
            said.step.state = State::Delivered;
            (said.step.aim, said.due) = (false, None);
        }
    }

    /// Whether a text says that some of it has only begun or is left: 4座已建成,2座正在装修.
    fn tells_parts(&self, text: &str) -> bool {
        let cell = &self.lexicon.tasks.cell;
        let mut parts = cell.opening.iter().chain(&cell.going_on).chain(&cell.doubt);
        parts.any(|word| text.contains(word))
    }

    /// Whether the clause of an amount in a cell says only that this much is finished: |4座已建成|,2座正在装修.
    fn tells_end_of(&self, cell: &Span, amount: &Amount) -> bool {
        let at = amount.evidence.span.start;
        let (before, after) = (self.read.folded(cell.start, at), self.read.folded(at, cell.end));
        let opens = before.rsplit(STEPS).next().unwrap_or_default();
        let clause = format!("{opens}{}", after.split(STEPS).next().unwrap_or_default());
        let finished = &self.lexicon.tasks.cell.finished;
        finished.iter().any(|word| clause.contains(word)) && !self.tells_parts(&clause)
    }

    /// The share of a work that is done, by the one thing that both cells count: 新增泊位1200个 | 已建成410个. Its
    /// cost, or all of a part (全长5公里 | 完成路基5公里), says nothing of it.
    pub(super) fn share_of_work(&self, task: &Task) -> Option<Decimal> {
        let cell = task.reached.as_ref()?;
        let counts = |amount: &Amount| {
            amount.value.is_some() && amount.unit.as_deref().is_some_and(|unit| !matches!(unit, "元" | "%"))
        };
        let contents = task.sizes.iter().filter(|size| size.of.is_none());
        let asked: Vec<Amount> =
            contents.clone().flat_map(|size| self.amounts_in(size)).filter(counts).collect();
        let figures = within(&self.speech.figures, cell, |figure| figure.span);
        let reached = self.amounts(&figures.collect::<Vec<_>>());
        let content: String = contents.map(|size| self.read.text(size.cell.start, size.cell.end)).collect();
        let is_split = self.tells_parts(&self.read.folded(cell.start, cell.end));
        let is_own = |amount: &&Amount| {
            amount.of.as_ref().is_none_or(|of| content.contains(of.as_str()))
                && (!is_split || self.tells_end_of(cell, amount))
        };
        let mut pairs = asked.iter().flat_map(|asked| {
            let alike = reached.iter().filter(|one| one.unit == asked.unit && counts(one)).filter(is_own);
            alike.map(move |one| (one, asked))
        });
        let (Some((one, asked)), None) = (pairs.next(), pairs.next()) else { return None };
        super::term::share(one, asked)
    }

    /// The state that a cell tells with a time, and the deadline if the end is still to come: 9月底完工, 10月开工,
    /// 计划10月竣工.
    pub(super) fn course(&self, cell: &Span) -> Option<(State, Option<Deadline>)> {
        let times = &self.speech.times[within(&self.speech.times, cell, |time| time.span)];
        let [time] = times else { return None };
        let (before, after) =
            (self.read.folded(cell.start, time.span.start), self.read.folded(time.span.end, cell.end));
        // 已 may stand between time and stage: 8月20日|已|投用.
        let said = after.trim_start_matches(BY).trim_start_matches('已').trim_end_matches('。');
        let stage = self.stage_of_cell(said).filter(|_| !before.contains(STEPS))?;
        let due = self.due_by(time, true);
        let is_over = due.iso.as_deref().zip(self.read.date()).is_some_and(|(iso, said)| {
            let ends = iso.rsplit('/').next().unwrap_or(iso);
            super::gather::is_before(ends, said)
        });
        let is_planned = self.lexicon.tasks.cell.ahead.iter().any(|word| before.starts_with(word));
        let is_end = super::progress::is_end(Some(stage));
        match (is_end, is_over && !is_planned) {
            (true, true) => Some((State::Delivered, None)),
            (true, false) => Some((State::UnderWay, Some(due))),
            (false, false) if stage <= Stage::Started => Some((State::Promised, None)),
            _ => None,
        }
    }

    /// The stage that makes up the whole cell: 通车, 完成.
    fn stage_of_cell(&self, said: &str) -> Option<Stage> {
        let mark = self.lexicon.stages.marks.get(said).and_then(|mark| mark.stage);
        let ends = || self.lexicon.tasks.cell.finished.contains(&said).then_some(Stage::Completed);
        mark.or_else(ends)
    }
}
