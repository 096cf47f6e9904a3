//! Reads what the words after a task say has become of it, in running text as in a table's cell:
//! 改造旧居20套,已完工9套; 新购渔船6艘。进展情况:…; 1.打通航道3条。目前均未开工。

use rust_decimal::Decimal;

use super::State;
use super::reader::{OBJECT_FIRST, Reader};
use crate::lexicon::{TaskColumn, TaskState};
use crate::record::{Figure, FigureKind, Measure, MeasureStatus, Span};
use crate::text::{clause_after, clause_before, is_digit};

/// The marks that end a report on a task, and those that separate its clauses.
const ENDS: [char; 2] = ['。', ';'];
const MARKS: [char; 4] = [',', ';', '。', ':'];
/// Words that open a clause saying until when something is told, and its greatest length, in characters.
const UNTIL: [&str; 2] = ["截至", "截止"];
const MAX_UNTIL_CHARS: usize = 14;
/// The first characters of a clause that tells what is done by now.
const DONE_BY_NOW: [char; 3] = ['已', '均', '都'];
/// A reported amount more than this many times the one asked for is the sum of several years.
const TOO_MUCH: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

/// What is told of a task, with its place in the document.
pub(super) struct TaskReport {
    pub(super) state: State,
    pub(super) fulfilled: Option<Decimal>,
    pub(super) span: Span,
}

/// A clause of a report, without the words that mark it as one.
struct Clause<'t> {
    /// The clause as written, and without those words.
    whole: &'t str,
    rest: &'t str,
    /// It opens with a word of counting: 累计, 仅.
    is_counted: bool,
}

impl Reader<'_> {
    /// The spans of the reports on tasks, which have no entries of their own.
    pub(super) fn told_of_tasks(&self) -> Vec<Span> {
        let own = self.speech.measures.iter().filter(|measure| self.counts(measure));
        let told = own.filter_map(|measure| self.told_after(measure));
        let mut spans: Vec<Span> = told.map(|told| told.span).collect();
        spans.sort_by_key(|span| span.start);
        spans
    }

    /// Whether the words before an amount say that it is what is done by now: 截至6月底,已新建|5座; 累计培训|300人次.
    pub(super) fn tells_so_far(&self, at: usize) -> bool {
        let (start, _) = self.read.bounds(&Span::from(at..at));
        let before = self.read.folded(start, at);
        let cell = &self.lexicon.tasks.cell;
        let clause = clause_before(&before);
        let is_until = cell.now.iter().chain(&UNTIL).any(|word| before.contains(word));
        is_until || clause.contains('已') || cell.telling.iter().any(|word| clause.contains(word))
    }

    /// What the words right after a task with an amount say has become of it.
    pub(super) fn told_after(&self, measure: &Measure) -> Option<TaskReport> {
        let asked = self.first_figure(measure).filter(|figure| is_amount(figure))?;
        if !measure.object.span.contains(&asked.span) || self.is_told_itself(measure) {
            return None;
        }
        let whole = Span::from(measure.span.start..measure.object.span.end.max(measure.span.end));
        // In such a task the report follows the thing counted: 20个渔港|改造任务|,已完成9个.
        let is_first = measure.rule == OBJECT_FIRST && measure.span.start == measure.object.span.start;
        let end = if is_first { whole.end } else { measure.object.span.end };
        self.told_after_words((&whole, end), asked)
    }

    /// The same after words that are no measure: 渔港管网改造35公里,累计完成22公里.
    pub(super) fn told_after_outcome(&self, words: &Span, asked: &Figure) -> Option<TaskReport> {
        if !is_amount(asked) || self.tells_so_far(asked.span.start) {
            return None;
        }
        self.told_after_words((words, words.end), asked)
    }

    /// What is told right after a task, given by its span and the code point where it ends.
    fn told_after_words(&self, task: (&Span, usize), asked: &Figure) -> Option<TaskReport> {
        let (start, text, is_labelled) = self.text_told(task)?;
        let tasks = &self.lexicon.tasks;
        let frame = self.frame(&text);
        let opens = frame.map_or(text.as_str(), |end| &text[end..]);
        let first = clause_after(opens);
        if tasks.cell.ahead.iter().any(|word| first.contains(word)) {
            return None;
        }
        let from = start + text[..text.len() - opens.len()].chars().count();
        let counted = Span::from(from..from + first.chars().count());
        let clause = self.clause(first, frame.is_some() || is_labelled, &counted, asked)?;
        let (state, fulfilled) = self.told_by(&clause, &counted, opens, (task.0, asked))?;
        let end = self.end_of_told(from, opens);
        Some(TaskReport { state, fulfilled, span: Span::from(start..end) })
    }

    /// Whether a task itself says that it is done: 已建成公园8个,已投用5个.
    fn is_told_itself(&self, measure: &Measure) -> bool {
        let preceding = self.text_before(measure);
        let clause = clause_before(&preceding);
        clause.contains('已') || clause.contains("累计") || measure.status == MeasureStatus::Ongoing
    }

    /// The text after a task, the code point where it starts, and whether a label presents it: the rest of
    /// the sentence behind a bracket, or the next one in the paragraph if it says that it reports.
    fn text_told(&self, (task, task_end): (&Span, usize)) -> Option<(usize, String, bool)> {
        let (sentence, end) = self.read.bounds(task);
        let paragraph = self.read.paragraph_end(end);
        let after = self.read.folded(task_end, paragraph.max(task_end));
        let inside = end.saturating_sub(task_end);
        let rest = after.trim_start_matches("任务");
        let rest =
            rest.strip_prefix('(').and_then(|open| open.split_once(')')).map_or(rest, |(_, rest)| rest);
        let mark = rest.chars().next().filter(|mark| MARKS.contains(mark))?;
        let rest = rest[mark.len_utf8()..].trim_start();
        let (rest, is_labelled) = self.without_label(rest);
        let skipped = after[..after.len() - rest.len()].chars().count();
        let is_next = skipped >= inside;
        // A numbered task that is a sentence is a heading: 1.打通航道3条。受台风影响,目前均未开工.
        let rest =
            if is_next && !is_labelled && self.frame(rest).is_none() && self.is_numbered(sentence, task) {
                &rest[self.first_told(rest)?..]
            } else {
                rest
            };
        let goes_on = !is_next && mark != ';';
        let is_told = goes_on || is_labelled || self.frame(rest).is_some() || rest.starts_with(DONE_BY_NOW);
        let at = task_end + after[..after.len() - rest.len()].chars().count();
        is_told.then(|| (at, rest.to_owned(), is_labelled))
    }

    /// The text without the label that presents it, and whether there is one: 进展情况:|已建成5座.
    fn without_label<'t>(&self, text: &'t str) -> (&'t str, bool) {
        let label = text
            .split_once(':')
            .filter(|(label, _)| self.lexicon.tasks.label(label) == Some((0, TaskColumn::Progress)));
        label.map_or((text, false), |(_, rest)| (rest.trim_start(), true))
    }

    /// The byte past the words that say until when something is told: 截至6月底,|; 目前|.
    fn frame(&self, text: &str) -> Option<usize> {
        let now = longest(&self.lexicon.tasks.cell.now, text);
        let until = || {
            let opens = UNTIL.iter().any(|until| text.starts_with(until));
            let marks = DONE_BY_NOW.iter().filter_map(|mark| text.find(*mark));
            let end = text.find(',').into_iter().chain(marks).chain(text.find("累计")).min()?;
            (opens && text[..end].chars().count() <= MAX_UNTIL_CHARS).then_some(end)
        };
        let end = now.or_else(until)?;
        Some(if text[end..].starts_with(',') { end + 1 } else { end })
    }

    /// Whether a task is the numbered sentence that opens its line: 1.打通航道3条。.
    fn is_numbered(&self, sentence: usize, task: &Span) -> bool {
        let number = self.read.folded(self.read.paragraph(sentence), task.start);
        let number = number.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '、' | '(' | ')'));
        !number.is_empty() && number.chars().all(is_digit)
    }

    /// The byte in the text after a heading where a clause starts that tells what has become of it.
    fn first_told(&self, text: &str) -> Option<usize> {
        let starts = text.match_indices(MARKS).map(|(at, mark)| at + mark.len());
        let cell = &self.lexicon.tasks.cell;
        std::iter::once(0).chain(starts).find(|at| {
            let clause = &text[*at..];
            self.frame(clause).is_some()
                || clause.starts_with(DONE_BY_NOW)
                || self.lexicon.tasks.state(clause) == Some(TaskState::Idle)
                || cell.telling.iter().any(|word| clause.starts_with(word))
        })
    }

    /// The clause, if it says how much of a task is done: 已完工9座, 累计培训300人次, 9座已完工; after 目前 or a label any
    /// clause.
    fn clause<'t>(&self, whole: &'t str, is_framed: bool, span: &Span, asked: &Figure) -> Option<Clause<'t>> {
        let cell = &self.lexicon.tasks.cell;
        let (mut rest, mut is_counted) = (whole, false);
        loop {
            let (marker, telling) = (longest(&cell.marker, rest), longest(&cell.telling, rest));
            is_counted |= telling.is_some();
            let Some(end) = marker.max(telling) else { break };
            rest = &rest[end..];
        }
        let is_marked = is_counted || whole.starts_with(DONE_BY_NOW);
        let is_idle = || self.lexicon.tasks.state(whole) == Some(TaskState::Idle);
        let opens_with_amount = || {
            let first = self.figures_in(span).next().filter(|first| first.unit == asked.unit);
            first.is_some_and(|first| first.span.start == span.start)
                && DONE_BY_NOW.iter().any(|mark| whole.contains(*mark))
        };
        (is_framed || is_marked || is_idle() || opens_with_amount()).then_some(Clause {
            whole,
            rest,
            is_counted,
        })
    }

    fn figures_in<'s>(&'s self, span: &Span) -> impl Iterator<Item = &'s Figure> + use<'s> {
        let (start, end) = (span.start, span.end);
        let first = self.speech.figures.partition_point(|figure| figure.span.start < start);
        self.speech.figures[first..].iter().take_while(move |figure| figure.span.start < end)
    }

    /// What a clause says of a task: its state, and the share that is done.
    fn told_by(
        &self,
        clause: &Clause,
        span: &Span,
        cell: &str,
        (task, asked): (&Span, &Figure),
    ) -> Option<(State, Option<Decimal>)> {
        let tasks = &self.lexicon.tasks;
        let cell = cell.split(ENDS).next().unwrap_or_default();
        if tasks.state(clause.whole) == Some(TaskState::Idle) || clause.rest.starts_with('未') {
            return Some((State::Promised, None));
        }
        let is_begun =
            tasks.cell.opening.iter().chain(&tasks.cell.going_on).any(|word| clause.whole.contains(word));
        let task = self.read.folded(task.start, task.end);
        let ends = tasks.cell.finished.iter().any(|word| clause.whole.contains(word));
        let is_own = || {
            let verb =
                clause.rest.split(|c: char| c == '了' || c.is_ascii_digit()).next().unwrap_or_default();
            verb.chars().count() > 1 && (task.contains(verb) || self.words().finishing.contains(verb))
        };
        let alike = self.figures_in(span).find(|figure| figure.unit == asked.unit && figure.value.is_some());
        if let Some(done) = alike {
            let bare = clause.rest.starts_with(|c: char| c.is_ascii_digit());
            let is_end = (ends || bare || is_own()) && self.counts_task(clause.whole, done, &task);
            let share = self.share_of(done, asked).filter(|_| is_end && !is_begun);
            return match share {
                Some(share) if share > TOO_MUCH => None,
                Some(share) if share >= Decimal::ONE => Some((State::Delivered, Some(share))),
                Some(share) => Some((State::UnderWay, Some(share))),
                None => is_begun.then_some((State::UnderWay, None)),
            };
        }
        if let Some(share) = self.percent_in(span, clause.rest) {
            let state = if share >= Decimal::ONE { State::Delivered } else { State::UnderWay };
            return Some((state, Some(share)));
        }
        // The sum of something else: 累计完成投资5亿元.
        if clause.is_counted && !is_begun {
            return None;
        }
        let is_done = |cell: &str| crate::document::is_done(cell, &task, tasks);
        if is_done(clause.whole) && is_done(cell) {
            return Some((State::Delivered, None));
        }
        let opens = tasks.cell.finished.iter().any(|word| clause.rest.starts_with(word));
        (is_begun || opens).then_some((State::UnderWay, None))
    }

    /// Whether only words that the task also has, or words of progress, follow the amount: 已建成5座, 5座已建成; not
    /// 累计与5个国家结好.
    fn counts_task(&self, clause: &str, done: &Figure, task: &str) -> bool {
        let cell = &self.lexicon.tasks.cell;
        let after = clause.split_once(&done.text).map_or("", |(_, after)| after);
        let mut telling = cell.marker.iter().chain(&cell.finished).chain(&cell.opening);
        task.contains(after) || telling.any(|word| after.contains(*word))
    }

    fn share_of(&self, done: &Figure, asked: &Figure) -> Option<Decimal> {
        done.value?.checked_div(asked.value?)
    }

    /// The share of the task itself, as a fraction of one: 完成|72.5%; not 完成投资的70%.
    fn percent_in(&self, span: &Span, rest: &str) -> Option<Decimal> {
        let figure = self.figures_in(span).find(|figure| figure.kind == FigureKind::Percent)?;
        let bare = rest.strip_prefix("完成")?.starts_with(&figure.text);
        figure.value.filter(|_| bare)?.checked_div(Decimal::ONE_HUNDRED)
    }

    /// The code point where the report ends: before the next measure that does something else.
    fn end_of_told(&self, from: usize, text: &str) -> usize {
        let told = text.split(ENDS).next().unwrap_or_default();
        let end = from + told.chars().count();
        let first = from + clause_after(told).chars().count();
        let is_other = |measure: &&Measure| {
            let preceding = self.text_before(measure);
            let clause = clause_before(&preceding);
            let cell = &self.lexicon.tasks.cell;
            !measure.figures.is_empty()
                && !clause.starts_with(DONE_BY_NOW)
                && !cell.telling.iter().any(|word| clause.starts_with(word))
        };
        let next = self.objects_from(first, end).find(is_other);
        next.map_or(end, |next| next.span.start.clamp(first, end))
    }
}

/// The length in bytes of the longest of these words that opens the text.
fn longest(words: &[&str], text: &str) -> Option<usize> {
    words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}

/// Whether a figure is an amount of things.
fn is_amount(figure: &Figure) -> bool {
    figure.kind != FigureKind::Percent
        && figure.value.is_some_and(|value| value > Decimal::ZERO)
        && figure.unit.is_some()
}
