//! Rows of tables of tasks (责任分解表), and labels after a task: 完成时限:年底.

use std::ops::Range;

use super::ReadDocument;
use crate::layout::{self, table};
use crate::lexicon::{Lexicon, MAX_LABEL_CHARS, TaskColumn, TaskState, TaskWords};
use crate::record::{Span, Speech};
use crate::relate::responsibility;
use crate::text::{fold, is_line_break};

/// How far after a task its label may stand, in characters.
const MAX_REACH_CHARS: usize = 240;
/// The responsible of rows with one name are joined while they take fewer bytes than this.
const MAX_JOINED_BYTES: usize = 400;
/// The rank of 1., which numbers a row; 一、 and (一) rank before it and head rows.
const TASK_RANK: u8 = 3;
const WORKS: &str = "项目";
const FAULT: &str = "问题";
const MAX_HEAD_CHARS: usize = 20;
/// Characters in the heading of a column of those who answer for a task.
const ANSWERING: [char; 2] = ['责', '牵'];
/// The word before a unit in the bracket of a heading.
const UNIT: &str = "单位";
/// The columns that say how far tasks are.
const TRACKING: [TaskColumn; 5] =
    [TaskColumn::Progress, TaskColumn::Month, TaskColumn::Closed, TaskColumn::Opened, TaskColumn::Ended];
/// Longest bracket, in characters.
const MAX_BRACKET_CHARS: usize = 120;
/// Brackets that may hold who is responsible; full-width ones are folded.
const OPENING: [char; 3] = ['(', '[', '【'];
const CLOSING: [char; 3] = [')', ']', '】'];

/// A row of a table of tasks.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) row: Span,
    /// The cell that names it; where its own says the same as one above, that one.
    pub(crate) name: Span,
    /// The cell of its own row that names it.
    pub(crate) cell: Span,
    /// Whether the name is that of a work, not of something to be done.
    pub(crate) is_work: bool,
    pub(crate) responsible: Option<String>,
    pub(crate) due: Option<Span>,
    pub(crate) state: Option<TaskState>,
    /// What shall be next, and the year that heads that.
    pub(crate) goal: Option<Goal>,
    /// The cell that says how far it is, where its amounts may be what was done.
    pub(crate) reached: Option<Span>,
    /// The cell that says how far a work is, if that is neither done nor stopped: its times may say when the
    /// work ends.
    pub(crate) course: Option<Span>,
    /// Whether its table has a column for how far the tasks are.
    pub(crate) is_tracked: bool,
    /// The cells in which its figures stand.
    pub(crate) sizes: Vec<Size>,
}

/// A cell with figures of a task.
#[derive(Debug)]
pub(crate) struct Size {
    pub(crate) cell: Span,
    /// What is measured, by the heading of a column for nothing else: 总投资.
    pub(crate) of: Option<String>,
    /// The unit of a bare number, by the heading or by a line for the whole table: 万元.
    pub(crate) unit: Option<String>,
}

/// A cell that says what shall be reached next (12月底前建成), and the year in the heading of its column.
#[derive(Debug)]
pub(crate) struct Goal {
    pub(crate) cell: Span,
    pub(crate) year: Option<String>,
}

/// A label that says by when: the code point at which it starts, and the index of the time after it.
#[derive(Debug)]
pub(crate) struct DueLabel {
    start: usize,
    pub(crate) time: usize,
}

/// The cells of the rows above, which the rows below may repeat.
#[derive(Default)]
pub(super) struct Above {
    title: Option<Title>,
    responsible: Option<Range<usize>>,
    due: Option<Range<usize>>,
    pub(super) progress: Option<Range<usize>>,
}

/// The cell of a row that names it, and what its column holds.
type Title = (Range<usize>, TaskColumn);

/// The cells that name a row.
pub(super) struct Named {
    name: Range<usize>,
    pub(super) cell: Range<usize>,
    pub(super) is_work: bool,
}

/// The tables of tasks of one text, read row by row.
pub(super) struct Tables<'t> {
    text: &'t str,
    /// The text in simplified characters, of the same length.
    pub(super) words: &'t str,
    pub(super) lexicon: &'t TaskWords,
    pub(super) all: &'t Lexicon,
    /// Where the characters start, in bytes.
    starts: Vec<usize>,
    pub(super) above: Above,
    is_tracked: bool,
    /// The index of the first row of those with one name; its task takes the responsible of all.
    first: Option<usize>,
    tasks: Vec<Task>,
}

impl Tables<'_> {
    fn span(&self, bytes: &Range<usize>) -> Span {
        let place = |byte: usize| self.starts.partition_point(|start| *start < byte);
        Span::from(place(bytes.start)..place(bytes.end))
    }

    /// Whether a cell says that it is the same as the one above it: 同上.
    fn is_ditto(&self, cell: &Range<usize>) -> bool {
        self.lexicon.is_ditto(&self.words[cell.clone()])
    }

    fn open_table(&mut self, heading: &table::Row) {
        let tracks = |column| heading.cell(column).is_some();
        self.is_tracked = TRACKING.into_iter().any(tracks);
        self.above = Above::default();
    }

    fn read(&mut self, row: &table::Row, below: Option<&table::Row>) {
        // 10 | 合计: a running number may stand before the sum.
        let says_no_task = |cell: &Range<usize>| self.lexicon.is_no_task(&self.words[cell.clone()]);
        let opening = row.cells.first().map(|cell| &cell.range);
        if opening.is_some_and(says_no_task) || self.title(row).is_some_and(|(cell, _)| says_no_task(&cell)) {
            return;
        }
        // A line of the table that only heads others.
        if matches!(&row.cells[..], [only] if self.heads_rows(&self.words[only.range.clone()])) {
            return;
        }
        let named = self.named(row, below);
        self.carry(row);
        let Some(named) = named else { return };
        let responsible = self.above.responsible.clone().map(|cell| self.text[cell].to_owned());
        if named.name == named.cell {
            self.first = None;
        }
        self.join(responsible.as_deref());
        self.first = self.first.or(Some(self.tasks.len()));
        let task = self.task(row, &named, responsible);
        self.tasks.push(task);
    }

    /// The cell that names a row, if the table has a column for names; of a fault and its remedy (问题 |
    /// 整改措施), the remedy.
    fn title(&self, row: &table::Row) -> Option<Title> {
        if let Some(project) = row.cell(TaskColumn::Project) {
            return Some((project.clone(), TaskColumn::Project));
        }
        let names_fault = |cell: &&table::Cell| {
            cell.heading.clone().is_some_and(|heading| self.words[heading].contains(FAULT))
        };
        let remedy = row.all(TaskColumn::Task).find(|cell| !names_fault(cell));
        let task = remedy.or_else(|| row.all(TaskColumn::Task).next())?;
        Some((task.range.clone(), TaskColumn::Task))
    }

    /// Whether the only cell of a row heads those below it: 二、新开工项目, 续建项目(3个).
    fn heads_rows(&self, cell: &str) -> bool {
        let plain: String = cell.chars().map(fold).collect();
        let is_short = plain.chars().count() <= MAX_HEAD_CHARS;
        let is_section = layout::rank(&plain) < TASK_RANK;
        is_short && plain.contains(WORKS) && (is_section || self.lexicon.nature(cell).is_some())
    }

    /// The cells that name a row. Rows that share a name are told apart by their details.
    fn named(&mut self, row: &table::Row, below: Option<&table::Row>) -> Option<Named> {
        let title = self.title(row);
        let repeats = |title: &Option<Title>| title.as_ref().is_some_and(|(cell, _)| self.is_ditto(cell));
        let is_above = repeats(&title);
        let is_shared = is_above || repeats(&below.and_then(|below| self.title(below)));
        let details = if is_shared || title.is_none() { self.details(row, title.as_ref()) } else { None };
        if !is_above {
            self.above.title.clone_from(&title);
        }
        if let Some(cell) = details {
            return Some(Named { name: cell.clone(), cell, is_work: false });
        }
        let (cell, _) = title?;
        let (name, column) = self.above.title.clone()?;
        Some(Named { name, cell, is_work: column == TaskColumn::Project })
    }

    fn details(&self, row: &table::Row, title: Option<&Title>) -> Option<Range<usize>> {
        let own = |column| row.cell(column).filter(|cell| !self.is_ditto(cell));
        let is_of_project = title.is_some_and(|(_, column)| *column == TaskColumn::Project);
        let task = || is_of_project.then(|| own(TaskColumn::Task)).flatten();
        own(TaskColumn::Content).or_else(task).cloned()
    }

    fn carry(&mut self, row: &table::Row) {
        // 业主 | 责任单位: the one who answers for it is meant, not the owner.
        let answers = |cell: &&table::Cell| {
            cell.heading.clone().is_some_and(|heading| self.words[heading].contains(ANSWERING))
        };
        let answering = row.all(TaskColumn::Responsible).find(answers).map(|cell| &cell.range);
        let responsible =
            answering.or_else(|| row.cell(TaskColumn::Responsible)).or_else(|| row.cell(TaskColumn::Person));
        self.above.responsible = self.carried(&self.above.responsible, responsible);
        self.above.due = self.carried(&self.above.due, row.cell(TaskColumn::Due));
        let progress = row.cell(TaskColumn::Progress).or_else(|| row.cell(TaskColumn::Month));
        self.above.progress = self.carried(&self.above.progress, progress);
    }

    /// The cell, or the one above it where it says the same.
    fn carried(&self, above: &Option<Range<usize>>, cell: Option<&Range<usize>>) -> Option<Range<usize>> {
        if cell.is_some_and(|cell| self.is_ditto(cell)) { above.clone() } else { cell.cloned() }
    }

    /// Adds those who are responsible for a further row of one name to those of the first.
    fn join(&mut self, responsible: Option<&str>) {
        let first = self.first.and_then(|at| self.tasks.get_mut(at));
        let whole = first.and_then(|task| task.responsible.as_mut());
        if let (Some(whole), Some(own)) = (whole, responsible)
            && whole.len() < MAX_JOINED_BYTES
            && !whole.split('、').any(|one| one == own)
        {
            whole.push('、');
            whole.push_str(own);
        }
    }

    fn task(&self, row: &table::Row, named: &Named, responsible: Option<String>) -> Task {
        let sizes = row.cells.iter().filter(|cell| {
            use TaskColumn::{Amount, Content, Project, Task};
            matches!(cell.column, None | Some(Project | Task | Content | Amount))
        });
        let (state, reached) = self.state(row, named);
        let is_open = state == Some(TaskState::Begun);
        let course = self.above.progress.as_ref().filter(|_| is_open).map(|cell| self.span(cell));
        Task {
            row: self.span(&row.range),
            name: self.span(&named.name),
            cell: self.span(&named.cell),
            is_work: named.is_work,
            responsible,
            due: self.above.due.as_ref().map(|cell| self.span(cell)),
            state,
            reached: reached.map(|cell| self.span(&cell)),
            course,
            is_tracked: self.is_tracked,
            goal: row.all(TaskColumn::Goal).next().map(|cell| self.goal(cell)),
            sizes: sizes.map(|cell| self.size(cell, row)).collect(),
        }
    }

    /// What the figures of a cell measure, and their unit, by the heading or a line above the table:
    /// 总投资(万元).
    fn size(&self, cell: &table::Cell, row: &table::Row) -> Size {
        if cell.column == Some(TaskColumn::Amount) {
            let heading = cell.heading.clone().map(|heading| &self.text[heading]);
            let own = heading.and_then(|heading| with_unit(heading).1);
            let unit = own.or_else(|| row.cell(TaskColumn::Unit).map(|unit| &self.text[unit.clone()]));
            let of = self.title(row).map(|(cell, _)| self.text[cell].to_owned());
            return Size { cell: self.span(&cell.range), of, unit: unit.map(str::to_owned) };
        }
        let heading = cell.heading.clone().filter(|_| cell.column.is_none());
        let heading = heading.map(|heading| &self.text[heading]).filter(|heading| !heading.is_empty());
        let (of, own) = heading.map_or((None, None), with_unit);
        let of_all = || {
            let is_money = of.is_some_and(table::is_of_money);
            row.unit.clone().filter(|_| is_money).map(|unit| &self.text[unit])
        };
        let unit = own.or_else(of_all).map(str::to_owned);
        Size { cell: self.span(&cell.range), of: of.map(str::to_owned), unit }
    }

    fn goal(&self, cell: &table::Cell) -> Goal {
        let heading = cell.heading.clone().map(|heading| &self.words[heading]);
        let year = heading.and_then(|heading| heading.split_once('年')).map(|(before, _)| before);
        let year = year.filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
        Goal { cell: self.span(&cell.range), year: year.map(str::to_owned) }
    }
}

/// A heading without its bracket, and the unit in the bracket: 总投资(万元).
fn with_unit(heading: &str) -> (Option<&str>, Option<&str>) {
    let Some((of, bracket)) = heading.split_once(['(', '（']) else { return (Some(heading), None) };
    let unit = bracket.trim_end().strip_suffix([')', '）']).map(str::trim);
    let unit = unit.map(|unit| unit.trim_start_matches(UNIT).trim_start_matches([':', '：']));
    (Some(of.trim()).filter(|of| !of.is_empty()), unit)
}

impl ReadDocument<'_> {
    /// The rows of the tables of tasks.
    pub(super) fn rows(&self, lexicon: &Lexicon) -> Vec<Task> {
        let text: String = self.characters.iter().collect();
        if !table::may_hold_rows(&text) {
            return Vec::new();
        }
        let simplified = lexicon.scripts.is_traditional(&text).then(|| lexicon.scripts.simplify(&text));
        let mut tables = Tables {
            text: &text,
            words: simplified.as_deref().unwrap_or(&text),
            lexicon: &lexicon.tasks,
            all: lexicon,
            starts: text.char_indices().map(|(at, _)| at).collect(),
            above: Above::default(),
            is_tracked: false,
            first: None,
            tasks: Vec::new(),
        };
        let rows = table::rows(tables.words, &lexicon.tasks);
        for (at, row) in rows.iter().enumerate() {
            if row.is_heading {
                tables.open_table(row);
            } else {
                tables.read(row, rows.get(at + 1).filter(|below| !below.is_heading));
            }
        }
        tables.tasks
    }

    /// The labels of a speech that say by when a task shall be done, in text order.
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
        let mut labels: Vec<DueLabel> = labels.chain(self.due_brackets(speech, lexicon)).collect();
        labels.sort_by_key(|label| label.start);
        labels
    }

    /// The brackets that say who is responsible and by when: (渔业局牵头,6月底前完成).
    fn due_brackets<'r>(
        &'r self,
        speech: &'r Speech,
        lexicon: &'r Lexicon,
    ) -> impl Iterator<Item = DueLabel> + 'r {
        let end = speech.span.end.min(self.characters.len());
        let opens =
            (speech.span.start.min(end)..end).filter(|at| OPENING.contains(&fold(self.characters[*at])));
        opens.filter_map(move |open| {
            let most = end.min(open + 1 + MAX_BRACKET_CHARS);
            let length = self.characters[open + 1..most].iter().position(|c| CLOSING.contains(&fold(*c)))?;
            let close = open + 1 + length;
            let first = speech.times.partition_point(|time| time.span.start <= open);
            let time = speech.times.get(first).filter(|time| time.span.end <= close)?;
            let inside = self.folded(open + 1, close);
            responsibility::in_bracket(&inside, &lexicon.tasks)?;
            let rest = self.folded(time.span.start, close);
            responsibility::says_by_when(&rest).then_some(DueLabel { start: open, time: first })
        })
    }

    /// The label that closes the task that ends at this code point: it stands in the same paragraph, or in
    /// one below that a label opens, and does not close another task.
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
        let folded = |line: &[char]| line.iter().map(|c| fold(*c)).collect::<String>();
        let first = folded(lines.next().unwrap_or_default());
        let below: Vec<String> = lines.map(folded).filter(|line| !line.trim().is_empty()).collect();
        let goes_on = below.iter().all(|line| responsibility::opens_with_label(line, &lexicon.tasks));
        // (责任单位:甲)修建航道(责任单位:乙;完成时限:年底): the label is another task's.
        let outer = first.rsplit_once('(').filter(|(_, inside)| !inside.contains(')'));
        let closed = outer.map_or(first.as_str(), |(before, _)| before);
        let closes = |text: &str| responsibility::named(text, &lexicon.tasks).is_some();
        let is_other = if outer.is_some() { closes(closed) } else { closed.contains(')') && closes(closed) };
        (goes_on && !is_other).then_some(label)
    }
}
