//! Rows of tables of tasks (责任分解表), and the labels after a task: 完成时限:年底.

use super::ReadDocument;
use crate::layout::table;
use crate::lexicon::{Lexicon, TaskColumn, TaskState};
use crate::record::{Span, Speech};
use crate::relate::answer;
use crate::text::is_line_break;

/// How far after a task, in characters, its label stands at most.
const MAX_REACH_CHARS: usize = 240;
/// Characters of the longest label.
const MAX_LABEL_CHARS: usize = 8;

/// A row of a table of tasks.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) row: Span,
    /// The cell that names it.
    pub(crate) name: Span,
    /// The name is that of a work, and not what shall be done.
    pub(crate) is_work: bool,
    pub(crate) responsible: Option<String>,
    pub(crate) due: Option<Span>,
    pub(crate) state: Option<TaskState>,
    /// The cells in which its figures stand.
    pub(crate) sizes: Vec<Span>,
}

/// A label that says by when: where it stands, and the time after it by its number.
#[derive(Debug)]
pub(crate) struct DueLabel {
    start: usize,
    pub(crate) time: usize,
}

impl ReadDocument<'_> {
    /// The rows of the tables of tasks.
    pub(crate) fn tasks(&self, lexicon: &Lexicon) -> Vec<Task> {
        if !self.characters.contains(&'\t') {
            return Vec::new();
        }
        let text: String = self.characters.iter().collect();
        let simplified = lexicon.scripts.is_traditional(&text).then(|| lexicon.scripts.simplify(&text));
        let rows = table::rows(simplified.as_deref().unwrap_or(&text), &lexicon.tasks);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let span = |bytes: &std::ops::Range<usize>| {
            let place = |byte: usize| starts.partition_point(|start| *start < byte);
            Span::from(place(bytes.start)..place(bytes.end))
        };
        let mut above: Option<String> = None;
        let mut tasks = Vec::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_heading) {
            let is_ditto = |cell: &std::ops::Range<usize>| lexicon.tasks.is_ditto(&text[cell.clone()]);
            let shares = |row: Option<&table::Row>| {
                let named = row.and_then(|row| row.cell(TaskColumn::Project).or(row.cell(TaskColumn::Task)));
                named.is_some_and(is_ditto)
            };
            // Rows that share a name are told apart by what they are in detail.
            let own = (!shares(Some(row)) && !shares(rows.get(at + 1))).then_some(());
            let work = own.and_then(|()| row.cell(TaskColumn::Project));
            let name = work.or_else(|| own.and_then(|()| row.cell(TaskColumn::Task)));
            let name = name.or_else(|| row.cell(TaskColumn::Content));
            let answers = row.cell(TaskColumn::Responsible).or_else(|| row.cell(TaskColumn::Person));
            let responsible = match answers {
                Some(cell) if is_ditto(cell) => above.clone(),
                cell => cell.map(|cell| text[cell.clone()].to_owned()),
            };
            above.clone_from(&responsible);
            let Some(name) = name else { continue };
            let sizes = row.cells.iter().filter(|(_, column)| {
                matches!(column, None | Some(TaskColumn::Project | TaskColumn::Task | TaskColumn::Content))
            });
            let progress = row.cell(TaskColumn::Progress);
            tasks.push(Task {
                row: span(&row.range),
                name: span(name),
                is_work: work.is_some(),
                responsible,
                due: row.cell(TaskColumn::Due).map(span),
                state: progress.and_then(|cell| lexicon.tasks.state(&text[cell.clone()])),
                sizes: sizes.map(|(cell, _)| span(cell)).collect(),
            });
        }
        tasks
    }

    /// The labels of a speech that say by when a task shall be done.
    pub(crate) fn due_labels(&self, speech: &Speech, lexicon: &Lexicon) -> Vec<DueLabel> {
        let end = speech.span.end.min(self.characters.len());
        let colons =
            (speech.span.start.min(end)..end).filter(|at| matches!(self.characters[*at], ':' | '：'));
        let labels = colons.filter_map(|colon| {
            let before = self.folded(colon.saturating_sub(MAX_LABEL_CHARS + 1), colon);
            let (label, column) = lexicon.tasks.label(&before)?;
            let first = speech.times.partition_point(|time| time.span.start <= colon);
            let time = speech.times.get(first)?;
            let between = self.folded(colon + 1, time.span.start);
            let is_near =
                between.chars().count() <= MAX_LABEL_CHARS && !between.contains([';', ',', '。', ')', ':']);
            let start = colon - before[label..].chars().count();
            (column == TaskColumn::Due && is_near).then_some(DueLabel { start, time: first })
        });
        labels.collect()
    }

    /// The label that closes what ends here: in its paragraph or in those below it that a label opens, and not after
    /// another task's.
    pub(crate) fn due_label<'l>(
        &self,
        end: usize,
        labels: &'l [DueLabel],
        lexicon: &Lexicon,
    ) -> Option<&'l DueLabel> {
        let label = labels.get(labels.partition_point(|label| label.start < end))?;
        if label.start - end > MAX_REACH_CHARS {
            return None;
        }
        let mut lines = self.characters[end..label.start].split(|c| is_line_break(*c));
        let folded = |line: &[char]| line.iter().map(|c| crate::text::fold(*c)).collect::<String>();
        let first = folded(lines.next().unwrap_or_default());
        let below: Vec<String> = lines.map(folded).filter(|line| !line.trim().is_empty()).collect();
        let goes_on = below.iter().all(|line| answer::opens_with_label(line, &lexicon.tasks));
        // (责任单位:甲)修建航道(责任单位:乙;完成时限:年底): of another task.
        let outer = first.rsplit_once('(').filter(|(_, inside)| !inside.contains(')'));
        let closed = outer.map_or(first.as_str(), |(before, _)| before);
        let closes = |text: &str| answer::named(text, &lexicon.tasks).is_some();
        let is_other = if outer.is_some() { closes(closed) } else { closed.contains(')') && closes(closed) };
        (goes_on && !is_other).then_some(label)
    }
}
