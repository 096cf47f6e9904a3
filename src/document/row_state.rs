//! How far a task is, by its row in a table.

use std::ops::Range;

use rust_decimal::Decimal;

use super::progress;
use super::task::{Named, Tables};
use crate::layout::table;
use crate::lexicon::{TaskColumn, TaskState};

/// Opening and characters of headings whose bare numbers are shares of a whole: 形象进度, 进度(%).
const SHARES: &str = "形象进度";
const PERCENT: [char; 2] = ['%', '％'];

impl Tables<'_> {
    /// The state of a task, and the cell whose amounts may say so. A task that is struck off or has the day
    /// of its end is done, whatever else the row tells.
    pub(super) fn state(&self, row: &table::Row, named: &Named) -> (Option<TaskState>, Option<Range<usize>>) {
        let words = |cell: &Range<usize>| &self.words[cell.clone()];
        let progress = self.above.progress.as_ref();
        let told = progress.map(|cell| self.share(cell, row).unwrap_or_else(|| words(cell).to_owned()));
        let task = words(&named.cell);
        let said = told.as_deref().and_then(|told| match progress::of_work(told, self.all) {
            Some(state) if named.is_work => Some(progress::Said { state, tells_amount: false }),
            _ => progress::of_cell(told, task, self.lexicon),
        });
        let reached = progress.filter(|_| said.is_some_and(|said| said.tells_amount)).cloned();
        let is_closed = row.cell(TaskColumn::Closed).is_some_and(|cell| self.lexicon.is_closed(words(cell)));
        let has_ended = row
            .cell(TaskColumn::Ended)
            .is_some_and(|cell| words(cell).contains(|c: char| c.is_ascii_digit()));
        let opened = || row.cell(TaskColumn::Opened).and_then(|cell| self.lexicon.begun(words(cell)));
        // 续建, in the row or in the line that heads it.
        let nature = |called: Range<usize>| self.lexicon.nature(&self.words[called]);
        let own = row.cell(TaskColumn::Nature).cloned().and_then(nature);
        let called = || own.or_else(|| row.group.clone().and_then(nature));
        let said = said.map(|said| said.state);
        let remark = || self.remark(row).filter(|_| said != Some(TaskState::Done));
        let state = if is_closed || has_ended {
            Some(TaskState::Done)
        } else {
            remark().or(said).or_else(opened).or_else(called)
        };
        (state, reached)
    }

    /// A bare number that is a share of the whole, with `%` added: 形象进度(%) | 65.
    fn share(&self, cell: &Range<usize>, row: &table::Row) -> Option<String> {
        let column = row.all(TaskColumn::Progress).find(|own| own.range == *cell)?;
        let heading = &self.words[column.heading.clone()?];
        let is_share = heading.starts_with(SHARES) || heading.contains(PERCENT);
        let number: Decimal = self.words[cell.clone()].trim().parse().ok()?;
        is_share.then(|| format!("{}%", number.normalize()))
    }

    /// The state that a remark of the row tells: 备注 | 未开工.
    fn remark(&self, row: &table::Row) -> Option<TaskState> {
        let words = |range: &Range<usize>| &self.words[range.clone()];
        row.cells
            .iter()
            .find_map(|cell| self.lexicon.remark(words(cell.heading.as_ref()?), words(&cell.range)))
    }
}
