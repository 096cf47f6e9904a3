//! Items of a list that state what the rows of a table state:
//! 1.码头改造。年度任务12座,目前仅完工5座,须于10月底前全部完工。责任单位:渔业局。

use std::ops::Range;

use super::task::{Size, Task};
use super::{ReadDocument, progress};
use crate::layout::number_length;
use crate::lexicon::{Head, Lexicon, TaskColumn, TaskState};
use crate::record::{Span, Speech, Time};
use crate::relate::responsibility;
use crate::text::fold;

/// Longest head of an item, and longest item, in characters.
const MAX_HEAD_CHARS: usize = 30;
const MAX_ITEM_CHARS: usize = 400;
/// Marks between a head and what is told of it, and marks between clauses.
const HEAD_ENDS: [char; 3] = ['。', ':', '\n'];
const MARKS: [char; 4] = [',', ';', '。', '、'];
/// Ends of a head that names a work.
const WORKS: [&str; 2] = ["项目", "工程"];
/// The opening of a head that only names a subject: 关于码头改造。
const MATTER: &str = "关于";
/// Characters between a time and what is done by then.
const BY: [char; 4] = ['底', '末', '前', '之'];

/// An item, folded, character by character as in the text.
struct Item<'t> {
    characters: &'t [char],
    /// Where it starts in the text.
    start: usize,
    head: Range<usize>,
}

/// A clause of an item, and the code point of the text at which it starts.
struct Clause {
    at: usize,
    text: String,
}

impl Clause {
    fn span(&self) -> Span {
        Span::from(self.at..self.at + self.text.chars().count())
    }
}

impl ReadDocument<'_> {
    /// The rows of the tables of tasks, and the items of lists that state the same, in text order.
    pub(crate) fn tasks(&self, lexicon: &Lexicon) -> Vec<Task> {
        let mut tasks = self.rows(lexicon);
        tasks.extend(self.items(lexicon));
        tasks.sort_by_key(|task| task.row.start);
        tasks
    }

    /// The items of the text, in text order.
    fn items(&self, lexicon: &Lexicon) -> Vec<Task> {
        let folded: Vec<char> = self.characters.iter().map(|c| fold(*c)).collect();
        let mut items = Vec::new();
        let mut start = 0;
        let mut lines = folded.split_inclusive(|c| *c == '\n').peekable();
        while let Some(line) = lines.next() {
            let next = lines.peek().map_or(0, |next| if goes_on(next) { next.len() } else { 0 });
            // 2.青岩水库项目⏎未开工: the line below tells of a head that fills its own line.
            let whole = &folded[start..start + line.len() + next];
            let item = item(line, start).or_else(|| item(whole, start));
            items.extend(item.and_then(|item| self.task_of(&item, lexicon)));
            start += line.len();
        }
        items
    }

    /// The row that an item amounts to: the item says at least two of what is asked for, how far the task is,
    /// by when and by whom; for a work, how far it is suffices.
    fn task_of(&self, item: &Item, lexicon: &Lexicon) -> Option<Task> {
        let words = &lexicon.tasks;
        let head: String = item.characters[item.head.clone()].iter().collect();
        let is_matter = head.starts_with(MATTER);
        let names_deed = lexicon.ledger.deeds.end(&head) || lexicon.ledger.building.end(&head);
        let is_headed = matches!(lexicon.projects.head(&head), Some((1.., Head::Works | Head::Facility)));
        let is_work = WORKS.iter().any(|work| head.ends_with(work)) || is_headed && !names_deed;
        (!is_matter && (names_deed || is_work)).then_some(())?;
        let end = item.start + item.characters.len();
        let speech = self.document.speeches.iter().find(|speech| speech.span.end >= end)?;
        let rest: String = item.characters[item.head.end..].iter().collect();
        let clauses = clauses(&item.characters[item.head.end..], item.start + item.head.end, lexicon);
        let asked = clauses.iter().find(|clause| lexicon.ledger.asked.opens(&clause.text));
        let told: Vec<&Clause> = told_in(&clauses, lexicon);
        let due = self.due_in(speech, item.start + item.head.end, end, &head, lexicon);
        let labelled = responsibility::named(&rest, words).map(|name| rest[name].to_owned());
        let responsible = labelled.or_else(|| self.requested(speech, item.start, end));
        let said = usize::from(asked.is_some())
            + usize::from(!told.is_empty())
            + usize::from(due.is_some())
            + usize::from(responsible.is_some());
        let state = state(&told, &head, lexicon);
        // 青岩水库。已竣工: a work not called 项目 or 工程 must be followed at once by how far it is.
        let is_first = || told.first().zip(clauses.first()).is_some_and(|(told, first)| told.at == first.at);
        let is_named = WORKS.iter().any(|work| head.ends_with(work));
        let is_of_two_lines = item.characters.contains(&'\n');
        let tells = said > 1 && !(told.is_empty() && asked.is_none()) && !is_of_two_lines
            || is_work && state.is_some() && (is_named || is_first());
        tells.then_some(())?;
        let name = Span::from(item.start + item.head.start..item.start + item.head.end);
        // 总投资9亿元,已完工: the clauses before the one that says how far a work is.
        let before =
            clauses.iter().take_while(|clause| told.first().is_none_or(|first| clause.at < first.at));
        let contents =
            before.filter(|_| is_work).map(|clause| Size { cell: clause.span(), of: None, unit: None });
        let sizes = asked.filter(|_| !is_work).map(|clause| Size {
            cell: clause.span(),
            of: Some(self.text(name.start, name.end)),
            unit: None,
        });
        Some(Task {
            row: Span::from(item.start + item.head.start..end),
            name,
            cell: name,
            is_work,
            responsible,
            due: due.map(|time| time.span),
            state,
            goal: None,
            reached: reached(&told, lexicon).map(Clause::span),
            course: None,
            is_tracked: true,
            sizes: contents.chain(sizes).collect(),
        })
    }

    /// The last time by which the whole comes to its end: 须于|10月底前|全部完工, 原定|6月底|竣工.
    fn due_in<'s>(
        &self,
        speech: &'s Speech,
        from: usize,
        to: usize,
        head: &str,
        lexicon: &Lexicon,
    ) -> Option<&'s Time> {
        let first = speech.times.partition_point(|time| time.span.start < from);
        let times = speech.times[first..].iter().take_while(|time| time.span.end <= to);
        let ends = |time: &&Time| {
            let after = self.folded(time.span.end, to);
            let clause = after.split(MARKS).next().unwrap_or_default();
            let before = self.folded(time.span.start.saturating_sub(2), time.span.start);
            let is_past = before.contains('已') || clause.contains('已');
            !is_past && progress::is_done(clause.trim_start_matches(BY), head, &lexicon.tasks)
        };
        times.filter(ends).last()
    }

    /// The body that is asked to see to the item: 请|青岩镇人民政府|说明原因, |县教育局|要加快进度.
    fn requested(&self, speech: &Speech, from: usize, to: usize) -> Option<String> {
        let first = speech.bodies.partition_point(|body| body.span.start < from);
        let mut bodies = speech.bodies[first..].iter().take_while(|body| body.span.end <= to);
        let is_asked = |at: usize| matches!(self.folded(at.saturating_sub(1), at).as_str(), "请" | "由");
        let must = |end: usize| matches!(self.folded(end, end + 1).as_str(), "要" | "须" | "应");
        bodies.find(|body| is_asked(body.span.start) || must(body.span.end)).map(|body| body.text.clone())
    }
}

/// Whether a line below a head may tell of it: it is not blank, and has neither a number nor a tab.
fn goes_on(line: &[char]) -> bool {
    let opening: String = line.iter().skip_while(|c| c.is_whitespace()).take(MAX_HEAD_CHARS).collect();
    !opening.is_empty() && number_length(&opening) == 0 && !line.contains(&'\t')
}

/// The item in a numbered line whose first sentence is only a head.
fn item(line: &[char], start: usize) -> Option<Item<'_>> {
    let blank = line.iter().take_while(|c| c.is_whitespace()).count();
    let opening: String = line.get(blank..)?.iter().take(MAX_HEAD_CHARS).collect();
    let number = opening.get(..number_length(&opening))?.chars().count();
    let end = line.len() - line.iter().rev().take_while(|c| c.is_whitespace()).count();
    let from = blank + number;
    let head = line.get(from..end)?.iter().position(|c| MARKS.contains(c) || HEAD_ENDS.contains(c))?;
    let is_head = number > 0
        && (3..=MAX_HEAD_CHARS).contains(&head)
        && HEAD_ENDS.contains(&line[from + head])
        && !line.contains(&'\t')
        && !line[from..from + head].iter().any(char::is_ascii_digit)
        && end <= MAX_ITEM_CHARS;
    is_head.then_some(Item { characters: &line[..end], start, head: from..from + head })
}

/// The clauses of what is told, up to the first label that says who is responsible or by when.
fn clauses(told: &[char], start: usize, lexicon: &Lexicon) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut at = start;
    for part in told.split(|c| MARKS.contains(c) || *c == ':') {
        let blank = part.iter().take_while(|c| c.is_whitespace()).count();
        let text: String = part[blank..].iter().collect();
        let label = lexicon.tasks.label(&text).is_some_and(|(label, _)| label == 0);
        let closes = label && told.get(at - start + part.len()) == Some(&':');
        // 进展情况:已完工5座.
        let is_of_progress =
            matches!(lexicon.tasks.label(&text), Some((0, TaskColumn::Progress | TaskColumn::Content)));
        if closes && !is_of_progress {
            break;
        }
        if !text.is_empty() {
            clauses.push(Clause { at: at + blank, text });
        }
        at += part.len() + 1;
    }
    clauses
}

/// The clauses from the first that says how far the task is up to what is asked for next:
/// 目前|仅开工9个、完工5个,|要求….
fn told_in<'c>(clauses: &'c [Clause], lexicon: &Lexicon) -> Vec<&'c Clause> {
    let cell = &lexicon.tasks.cell;
    let opens = |clause: &str| {
        let mut words = cell.now.iter().chain(&cell.telling);
        lexicon.ledger.course.opens(clause)
            || words.any(|word| clause.starts_with(word))
            || lexicon
                .tasks
                .state(clause)
                .is_some_and(|state| matches!(state, TaskState::Idle | TaskState::Stopped | TaskState::Done))
    };
    let asks = |clause: &str| {
        cell.ahead.iter().any(|word| clause.starts_with(word))
            || lexicon.ledger.requesting.opens(clause)
            || clause.contains(':')
    };
    let from = clauses.iter().skip_while(|clause| !opens(&clause.text));
    from.take_while(|clause| !asks(&clause.text)).collect()
}

/// How far the task is, by all these clauses: stopped if one says so; else begun if any part was; else not
/// begun; else done.
fn state(told: &[&Clause], head: &str, lexicon: &Lexicon) -> Option<TaskState> {
    let tasks = &lexicon.tasks;
    let cell = &tasks.cell;
    let tells = |clause: &str| {
        let mut words = cell.finished.iter().chain(&cell.opening).chain(&cell.going_on);
        words.any(|word| clause.contains(word)) || clause.contains(|c: char| c.is_ascii_digit())
    };
    let states = told.iter().filter_map(|clause| {
        // 至今未|办理: 至今 is a word for now, but here part of saying that nothing was done.
        let is_idle = tasks.state(&clause.text) == Some(TaskState::Idle);
        // 目前|仅完工5个: what follows the word for now.
        let bare = progress::opening(&clause.text, &cell.now).filter(|_| !is_idle);
        let clause = bare.unwrap_or(&clause.text);
        let state = progress::of_cell(clause, head, tasks)?.state;
        (state != TaskState::Begun || tells(clause)).then_some(state)
    });
    let states: Vec<TaskState> = states.collect();
    let order = [TaskState::Stopped, TaskState::Begun, TaskState::Idle, TaskState::Done];
    order.into_iter().find(|state| states.contains(state))
}

/// The last clause with an amount that has come to its end: 开工9个、|完工5个|.
fn reached<'c>(told: &[&'c Clause], lexicon: &Lexicon) -> Option<&'c Clause> {
    let cell = &lexicon.tasks.cell;
    let says = |clause: &&&Clause| {
        let has = |words: &[&str]| words.iter().any(|word| clause.text.contains(word));
        has(&cell.finished)
            && clause.text.contains(|c: char| c.is_ascii_digit())
            && !clause.text.contains('%')
    };
    told.iter().rev().find(says).copied()
}
