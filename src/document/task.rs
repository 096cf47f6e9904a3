//! Rows of tables of tasks (责任分解表), and the labels after a task: 完成时限:年底.

use std::ops::Range;

use super::ReadDocument;
use crate::layout::table;
use crate::lexicon::{Lexicon, MAX_LABEL_CHARS, TaskColumn, TaskState};
use crate::record::{Span, Speech};
use crate::relate::responsibility;
use crate::text::is_line_break;

/// How far after a task, in characters, its label stands at most.
const MAX_REACH_CHARS: usize = 240;
/// Who is responsible for the rows of one name is joined up to so many bytes.
const MAX_JOINED_BYTES: usize = 400;

/// A row of a table of tasks.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) row: Span,
    /// The cell that names it: one above, where it says the same.
    pub(crate) name: Span,
    /// The cell of its own row that names it.
    pub(crate) cell: Span,
    /// The name is that of a work, and not what shall be done.
    pub(crate) is_work: bool,
    pub(crate) responsible: Option<String>,
    pub(crate) due: Option<Span>,
    pub(crate) state: Option<TaskState>,
    /// Its table has a column for how far the tasks are.
    pub(crate) is_tracked: bool,
    /// The cells in which its figures stand.
    pub(crate) sizes: Vec<Span>,
}

/// A label that says by when: where it stands, and the time after it by its number.
#[derive(Debug)]
pub(crate) struct DueLabel {
    start: usize,
    pub(crate) time: usize,
}

/// The cells in the rows above that those below may repeat.
#[derive(Default)]
struct Above {
    title: Option<(Range<usize>, TaskColumn)>,
    responsible: Option<Range<usize>>,
    due: Option<Range<usize>>,
    progress: Option<Range<usize>>,
}

/// Puts a cell in the place of the one above, unless it says the same.
fn carry(
    above: &mut Option<Range<usize>>,
    cell: Option<Range<usize>>,
    is_ditto: impl Fn(&Range<usize>) -> bool,
) {
    if !cell.as_ref().is_some_and(is_ditto) {
        *above = cell;
    }
}

impl ReadDocument<'_> {
    /// The rows of the tables of tasks.
    pub(crate) fn tasks(&self, lexicon: &Lexicon) -> Vec<Task> {
        if !self.characters.contains(&'\t') {
            return Vec::new();
        }
        let text: String = self.characters.iter().collect();
        let simplified = lexicon.scripts.is_traditional(&text).then(|| lexicon.scripts.simplify(&text));
        let words = simplified.as_deref().unwrap_or(&text);
        let rows = table::rows(words, &lexicon.tasks);
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let span = |bytes: &Range<usize>| {
            let place = |byte: usize| starts.partition_point(|start| *start < byte);
            Span::from(place(bytes.start)..place(bytes.end))
        };
        let is_ditto = |cell: &Range<usize>| lexicon.tasks.is_ditto(&words[cell.clone()]);
        // What the cells above say, for those that say the same, and the column of the name.
        let mut above = Above::default();
        let mut is_tracked = false;
        // The first of the rows that have one name, which says who is responsible for all.
        let mut first: Option<usize> = None;
        let mut tasks = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            if row.is_heading {
                is_tracked = row.cell(TaskColumn::Progress).is_some();
                above = Above::default();
                continue;
            }
            if row.cells.first().is_some_and(|(cell, _)| lexicon.tasks.is_no_task(&words[cell.clone()])) {
                continue;
            }
            let titled = |row: &table::Row| {
                let column = [TaskColumn::Project, TaskColumn::Task].into_iter();
                column.into_iter().find_map(|column| Some((row.cell(column)?.clone(), column)))
            };
            let title = titled(row);
            let is_above = title.as_ref().is_some_and(|(cell, _)| is_ditto(cell));
            let is_below = rows.get(at + 1).filter(|row| !row.is_heading).and_then(titled);
            let is_shared = is_above || is_below.is_some_and(|(cell, _)| is_ditto(&cell));
            if !is_above {
                above.title.clone_from(&title);
            }
            // Rows that share a name are told apart by what they are in detail.
            let detail = |column| row.cell(column).filter(|cell| !is_ditto(cell));
            let details = if is_shared || title.is_none() {
                let named = title.as_ref().map(|(_, column)| *column);
                let task = (named == Some(TaskColumn::Project)).then_some(TaskColumn::Task);
                detail(TaskColumn::Content).or_else(|| task.and_then(detail))
            } else {
                None
            };
            let named = match (details, &title) {
                (Some(cell), _) => Some((cell.clone(), cell.clone(), false)),
                (None, Some((cell, _))) => above
                    .title
                    .as_ref()
                    .map(|(name, column)| (name.clone(), cell.clone(), *column == TaskColumn::Project)),
                (None, None) => None,
            };
            let responsible = row.cell(TaskColumn::Responsible).or_else(|| row.cell(TaskColumn::Person));
            let [responsible, due, progress] =
                [responsible, row.cell(TaskColumn::Due), row.cell(TaskColumn::Progress)]
                    .map(Option::<&_>::cloned);
            carry(&mut above.responsible, responsible, is_ditto);
            carry(&mut above.due, due, is_ditto);
            carry(&mut above.progress, progress, is_ditto);
            let Some((name, cell, is_work)) = named else { continue };
            first = first.filter(|_| name != cell);
            let responsible = above.responsible.clone().map(|cell| text[cell].to_owned());
            let whole = first
                .and_then(|at: usize| tasks.get_mut(at))
                .and_then(|task: &mut Task| task.responsible.as_mut());
            if let (Some(whole), Some(own)) = (whole, &responsible)
                && whole.len() < MAX_JOINED_BYTES
                && !whole.split('、').any(|one| one == own)
            {
                whole.push('、');
                whole.push_str(own);
            }
            first = first.or(Some(tasks.len()));
            let sizes = row.cells.iter().filter(|(_, column)| {
                matches!(column, None | Some(TaskColumn::Project | TaskColumn::Task | TaskColumn::Content))
            });
            tasks.push(Task {
                row: span(&row.range),
                name: span(&name),
                cell: span(&cell),
                is_work,
                responsible,
                due: above.due.as_ref().map(span),
                state: above.progress.clone().and_then(|cell| lexicon.tasks.state(&words[cell])),
                is_tracked,
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
        let goes_on = below.iter().all(|line| responsibility::opens_with_label(line, &lexicon.tasks));
        // (责任单位:甲)修建航道(责任单位:乙;完成时限:年底): of another task.
        let outer = first.rsplit_once('(').filter(|(_, inside)| !inside.contains(')'));
        let closed = outer.map_or(first.as_str(), |(before, _)| before);
        let closes = |text: &str| responsibility::named(text, &lexicon.tasks).is_some();
        let is_other = if outer.is_some() { closes(closed) } else { closed.contains(')') && closes(closed) };
        (goes_on && !is_other).then_some(label)
    }
}
