//! Finds amounts in a list that have only a verb, and whose thing another item names: 新建渔园3个、|提升5个;
//! |新建3所|、改扩建5所渔校; 建成渔道4条、|在建8条.

use super::reader::{OBJECT_FIRST, Reader, Statement};
use crate::record::{Figure, FigureKind, Measure, MeasureStatus, Mention};

/// Most amounts after the one that names their thing.
const MAX_SIBLINGS: usize = 3;
/// The longest stretch between two amounts, in characters: 、力争基本建成.
const MAX_BETWEEN_CHARS: usize = 16;
/// The longest verb, in characters.
const MAX_VERB_CHARS: usize = 4;
/// Counts those that are still being built.
pub(super) const BEING_BUILT: &str = "在建";
/// Marks after an amount that has no noun of its own.
const ENDS: [char; 6] = ['、', ',', ';', '。', '(', ')'];
/// The marks between the items of a list.
const MARKS: [char; 2] = ['、', ','];

/// The words before a lone amount: its verb, and its deadline.
struct Told {
    verb: String,
    deadline: Option<usize>,
}

impl Reader<'_> {
    /// The measures of amounts with only a verb, made with the thing that this measure names.
    pub(super) fn siblings(&self, measure: &Measure) -> Vec<Measure> {
        let Some((first, noun)) = self.counted_thing(measure) else { return Vec::new() };
        let mut found: Vec<Measure> = self.before_it(measure, first, noun).into_iter().collect();
        let mut at = measure.object.span.end.max(first.span.end);
        while found.len() < MAX_SIBLINGS
            && let Some((index, told)) = self.amount_after(at, first)
        {
            let figure = &self.speech.figures[index];
            let object = format!("{noun}{}", figure.text);
            found.push(sibling(measure, (index, figure), &told, object));
            at = figure.span.end;
        }
        found
    }

    /// Whether the thing of a measure's amount stands with another amount.
    pub(super) fn is_lone(&self, measure: &Measure) -> bool {
        let figure = self.first_figure(measure).filter(|figure| figure.span == measure.object.span);
        figure.is_some_and(|figure| figure.text != measure.object.text)
    }

    /// The statement of such a measure.
    pub(super) fn sibling(&self, measure: &Measure) -> Statement {
        let mut said = self.measure(&[measure]);
        for amount in &mut said.figures {
            amount.of = Some(measure.object.text.replacen(&amount.evidence.text, "", 1));
        }
        said
    }

    /// The figure and noun of the things that a measure names, unless the words after it tell how much is
    /// done: 新建|渔园|3个.
    fn counted_thing<'m>(&'m self, measure: &'m Measure) -> Option<(&'m Figure, &'m str)> {
        let first = self.first_figure(measure)?;
        let of = first.of.as_ref()?;
        let is_thing = matches!(first.kind, FigureKind::Count | FigureKind::Length | FigureKind::Area);
        let is_named = measure.object.span.contains(&of.span) && measure.object.span.contains(&first.span);
        let is_plain = measure.rule != OBJECT_FIRST && measure.figures.len() == 1;
        (is_thing && is_named && is_plain && self.told_after(measure).is_none())
            .then_some((first, of.text.as_str()))
    }

    /// The next amount of the same unit from this code point on, if only its verb stands before it and
    /// nothing after: 渔园3个|、提升|5个.
    fn amount_after(&self, at: usize, first: &Figure) -> Option<(usize, Told)> {
        let index = self.speech.figures.partition_point(|figure| figure.span.start < at);
        let figure = self.speech.figures.get(index).filter(|figure| is_alike(figure, first))?;
        let start = figure.span.start;
        if start - at > MAX_BETWEEN_CHARS || !self.is_alone(index) {
            return None;
        }
        let between = self.read.folded(at, start);
        let told = between.strip_prefix(MARKS).filter(|told| !told.contains(MARKS))?;
        let time = self.speech.times.partition_point(|time| time.span.start < at);
        let opens = self.speech.times.get(time).filter(|time| time.span.start == at + 1);
        let from = opens.filter(|time| time.span.end < start).map_or(at + 1, |time| time.span.end);
        let opening = told.char_indices().nth(from - at - 1).map_or("", |(byte, _)| &told[byte..]);
        let verb = self.lone_verb(opening.trim_start_matches(['前', '底']))?;
        Some((index, Told { verb, deadline: opens.map(|_| time) }))
    }

    /// The measure of an amount right before one whose thing stands after its own amount: |新建3所|、改扩建5所渔校.
    fn before_it(&self, measure: &Measure, first: &Figure, noun: &str) -> Option<Measure> {
        let preceding = self.text_before(measure);
        let verb = self.verb_in(&preceding, measure)?;
        let before = preceding[..verb.start].strip_suffix('、')?;
        let end = measure.object.span.start - preceding[before.len()..].chars().count();
        let index = self.speech.figures.partition_point(|figure| figure.span.end < end);
        let figure = self.speech.figures.get(index).filter(|figure| figure.span.end == end)?;
        let counts_first = first.span.start == measure.object.span.start && figure.of.is_none();
        let opens = before.strip_suffix(&figure.text)?;
        let clause = opens.rsplit([',', ';', ':', '。', '、', '\n']).next()?;
        if !counts_first || !is_alike(figure, first) || self.measures_with(index).next().is_some() {
            return None;
        }
        let told = Told { verb: self.lone_verb(clause)?, deadline: None };
        let object = format!("{}{noun}", figure.text);
        Some(sibling(measure, (index, figure), &told, object))
    }

    /// The verb, if it is all that stands before an amount: |提升|, 基本|建成|.
    fn lone_verb(&self, told: &str) -> Option<String> {
        let words = self.words();
        let is_one = |verb: &str| {
            verb == BEING_BUILT
                || [&words.finishing, &words.carried].iter().any(|verbs| verbs.contains(verb))
                || self.is_deed(verb)
        };
        // Two verbs may stand together: 改造|提升.
        let are_two = |verb: &str| {
            let half = verb.char_indices().nth(MAX_VERB_CHARS / 2).map(|(half, _)| verb.split_at(half));
            half.is_some_and(|(one, other)| is_one(one) && is_one(other))
        };
        let is_verb = |verb: &str| is_one(verb) || are_two(verb);
        let adds = |lead: &str| {
            lead.is_empty()
                || words.force.contains(lead)
                || words.without_adverbs(lead).is_empty()
                || words.weakening.get(lead).is_some()
        };
        let starts = told.char_indices().rev().take(MAX_VERB_CHARS).map(|(at, _)| told.split_at(at));
        let found = starts.filter(|(lead, verb)| is_verb(verb) && adds(lead)).last();
        found.map(|(_, verb)| verb.to_owned())
    }

    /// Whether no thing follows an amount, and only a measure that takes 在建 for its thing has it.
    fn is_alone(&self, index: usize) -> bool {
        let figure = &self.speech.figures[index];
        let after = self.read.folded(figure.span.end, figure.span.end + 1);
        let is_open = |measure: &Measure| !measure.object.text.starts_with(BEING_BUILT);
        let ends = after.trim_start().chars().all(|mark| ENDS.contains(&mark));
        ends && !self.measures_with(index).any(is_open)
    }
}

/// Whether two amounts count the same kind of thing.
fn is_alike(one: &Figure, other: &Figure) -> bool {
    one.kind == other.kind && one.unit == other.unit && one.value.is_some()
}

/// The measure of an amount with its own verb and another one's thing.
fn sibling(measure: &Measure, (index, figure): (usize, &Figure), told: &Told, object: String) -> Measure {
    let status = if told.verb == BEING_BUILT { MeasureStatus::Ongoing } else { measure.status };
    Measure {
        text: format!("{}{object}", told.verb),
        span: figure.span,
        verb: told.verb.clone(),
        object: Mention { text: object, span: figure.span },
        status,
        deadline: told.deadline.or(measure.deadline),
        projects: Vec::new(),
        figures: vec![index],
        ..measure.clone()
    }
}
