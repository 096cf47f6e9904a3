//! Step 10: what ties records together, sentence by sentence.
//!
//! Each relation is a function over the standing candidates of one sentence and the [`Thread`] that runs
//! through the document. It reads a whole batch of sentences before the next relation does, so what it
//! remembers in the thread is its own. To add one, write its file and add its line to [`TYING`]; if it adds
//! or removes candidates, to [`SETTLING`]; if it makes records of the others, to [`READING`]. What a later
//! sentence says of an earlier one ([`echo`], [`frame`], [`responsibility`]) is read once all sentences of
//! the speech are.

mod alias;
pub(crate) mod credits;
pub(crate) mod dating;
pub(crate) mod echo;
mod figure;
pub(crate) mod frame;
mod fronting;
mod measure;
mod namesake;
pub(crate) mod outlook;
mod place;
mod post;
mod project;
mod reached;
pub(crate) mod responsibility;
mod sizes;
mod speaker;
mod time;

use std::rc::Rc;

use crate::lexicon::Mood;
use crate::recognise::{Candidate, Scene};
use crate::record::RecordKind;
pub(crate) use time::reviews_last_year;

type Relation = fn(&Scene, &mut Thread, &mut Vec<Candidate>);

/// Relations that add and remove candidates. They run first: indices count what stays.
const SETTLING: &[Relation] = &[
    |scene, thread, standing| namesake::remember(scene, thread, standing),
    namesake::relate,
    place::relate,
    alias::relate,
    post::relate,
];

/// Relations that fill in the standing candidates, in order: later ones read what earlier ones found.
const TYING: &[fn(&Scene, &mut Thread, &mut [Candidate])] =
    &[speaker::relate, time::relate, figure::relate, project::relate];

/// Relations that derive records of one kind from the others, if that kind is asked for. They run last and
/// append, so that indices hold.
const READING: &[(RecordKind, Relation)] = &[(RecordKind::Measures, measure::relate)];

/// What the document has said so far.
#[derive(Debug, Default)]
pub(crate) struct Thread {
    /// The document's date, `2022`, `2022-01` or `2022-01-08`.
    pub(crate) date: Option<String>,
    /// Headings above the sentence, outermost first, as folded text.
    pub(crate) headings: Rc<[String]>,
    /// The year, half-year (`2020-H2`) or month that a document without a date says it is of; relative times
    /// count from it.
    pub(crate) told: Option<String>,
    /// Whether the text is called a plan: 2026年重点工作计划.
    pub(crate) is_plan: bool,
    /// The byte of the mended text at which the sentence starts.
    pub(crate) start: usize,
    pub(crate) times: time::Memory,
    /// The short names that the document has introduced.
    pub(crate) aliases: alias::Aliases,
    /// The people whom the document has presented.
    pub(crate) namesakes: namesake::Namesakes,
    /// The places that the document has named.
    pub(crate) gazetteer: place::Gazetteer,
    /// Whether the text around the sentence is review or plan.
    pub(crate) outlook: Option<Mood>,
    /// Whether the sentence is the first of its paragraph.
    pub(crate) opens_paragraph: bool,
    /// Start of the sentence that last opened with a time in this paragraph, if that time is past.
    pub(crate) looks_back: Option<usize>,
    /// The mood of the list around the sentence, by the sentence that announces it: 计划产量如下.
    pub(crate) announced: Option<Mood>,
    /// Whether the sentence before says what a plan lays down.
    pub(crate) laid_down: bool,
    /// Whether the list around the sentence is one of cases: 有下列情形之一.
    pub(crate) lists_cases: bool,
    /// What the sentences before ask for.
    pub(crate) demand: measure::Demand,
}

/// Where a sentence stands, for all relations alike.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) start: usize,
    pub(crate) headings: Rc<[String]>,
    pub(crate) outlook: Option<Mood>,
    pub(crate) opens_paragraph: bool,
}

impl Thread {
    /// Moves on to a sentence.
    fn enter(&mut self, setting: &Setting) {
        self.start = setting.start;
        self.headings = Rc::clone(&setting.headings);
        self.outlook = setting.outlook;
        self.opens_paragraph = setting.opens_paragraph;
    }

    /// The document's date, else the year, half-year or month that it says.
    pub(crate) fn day(&self) -> Option<&str> {
        self.date.as_deref().or(self.told.as_deref())
    }
}

/// Runs every relation over the candidates of these sentences; derives only records of these kinds.
pub(crate) fn relate_all<'a, 's: 'a>(
    scenes: impl Iterator<Item = (&'a Scene<'s>, &'a Setting)> + Clone,
    kinds: &[RecordKind],
    thread: &mut Thread,
    standing: &mut [Vec<Candidate>],
) {
    let mut each = |relation: &dyn Fn(&Scene, &mut Thread, &mut Vec<Candidate>)| {
        for ((scene, setting), candidates) in scenes.clone().zip(&mut *standing) {
            thread.enter(setting);
            relation(scene, thread, candidates);
        }
    };
    SETTLING.iter().for_each(|relation| each(relation));
    for relation in TYING {
        each(&|scene, thread, candidates| relation(scene, thread, candidates));
    }
    let asked = READING.iter().filter(|(kind, _)| kinds.contains(kind));
    asked.for_each(|(_, relation)| each(relation));
}

/// Runs every relation over the candidates of a sentence, which stands where the thread says.
#[cfg(test)]
pub(crate) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    let Thread { start, ref headings, outlook, opens_paragraph, .. } = *thread;
    let setting = Setting { start, headings: Rc::clone(headings), outlook, opens_paragraph };
    relate_all(std::iter::once((scene, &setting)), RecordKind::ALL, thread, std::slice::from_mut(candidates));
}

#[cfg(test)]
mod testing {
    //! Runs one relation through the sentences of a made-up document.

    use super::*;
    use crate::recognise::recognise;
    use crate::recognise::testing::with_scene;
    use crate::resolve::resolve;

    /// What `read` makes of the standing candidates of the last of these sentences.
    pub(super) fn in_last<T: Default>(
        sentences: &[&str],
        relation: fn(&Scene, &mut Thread, &mut Vec<Candidate>),
        read: impl Fn(&Scene, &[Candidate]) -> T,
    ) -> T {
        let mut thread = Thread::default();
        let mut last = T::default();
        for text in sentences {
            last = with_scene(text, |scene| {
                let mut standing = resolve(recognise(scene));
                relation(scene, &mut thread, &mut standing);
                read(scene, &standing)
            });
        }
        last
    }
}
