//! Step 8: sentence to candidates, one file a record kind.
//!
//! A recogniser is a function from a [`Scene`] to candidates. It may propose too much: overlaps are
//! settled by [`crate::resolve`], and what ties records together is found by [`crate::relate`].
//! To add a kind, write its file and add its line to [`RECOGNISERS`].

mod body;
mod citation;
mod figure;
mod naming;
mod pattern;
mod person;
mod place;
mod post;
pub(crate) mod project;
mod scene;
mod term;
pub(crate) mod time;
mod word;

pub(crate) use person::{
    CLAUSE_MARKS, COURTESY, MAX_BRACKET_CHARS, after_adverbs, again, likely, presents_author,
};
pub(crate) use scene::Scene;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::record::{
    BodyKind, Bound, Change, CitationKind, FigureKind, FigureStatus, Force, MeasureStatus, RecordKind, Stage,
    TimeKind,
};

/// Every recogniser. Order does not matter: resolution has its own rule.
pub(crate) const RECOGNISERS: &[fn(&Scene, &mut Vec<Candidate>)] = &[
    body::recognise,
    citation::recognise,
    figure::recognise,
    pattern::recognise,
    person::recognise,
    place::recognise,
    post::recognise,
    project::recognise,
    term::recognise,
    time::recognise,
    word::recognise,
];

/// A possible record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    /// Bytes of the scene's text; never empty.
    pub(crate) range: Range<usize>,
    /// Stable id of the rule that proposes it: `figure.range`.
    pub(crate) rule: Cow<'static, str>,
    pub(crate) evidence: Evidence,
    pub(crate) detail: Detail,
    /// Bytes of the mended text with the full name that this one abbreviates; found by [`crate::relate`].
    pub(crate) stands_for: Option<Range<usize>>,
}

/// How sure a rule is, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Evidence {
    /// The form alone allows it.
    Form,
    /// Form and surroundings speak for it.
    Context,
    /// A dictionary or an unmistakable form names it.
    Certain,
    /// The user's rule file names it.
    User,
}

/// What a candidate is, with the fields that its record will carry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Detail {
    Person(Person),
    Post,
    Body(BodyKind),
    Place {
        code: Option<String>,
    },
    Project(Project),
    Figure(Figure),
    Time(Time),
    Term,
    Citation(CitationKind),
    /// Added by [`crate::relate`], which derives it from the others.
    Measure(Measure),
    Match {
        pattern: String,
        fields: BTreeMap<String, Range<usize>>,
    },
}

/// A person; `posts` are ranges of title and body.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Person {
    pub(crate) speaker: bool,
    pub(crate) posts: Vec<(Range<usize>, Option<Range<usize>>)>,
}

/// A project; `figures` are indices into the scene's standing candidates.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Project {
    pub(crate) stage: Option<Stage>,
    pub(crate) aim: bool,
    pub(crate) figures: Vec<usize>,
}

/// A figure; `of`, `change`, `status` and `time` are filled in by [`crate::relate`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    pub(crate) value: Option<Decimal>,
    pub(crate) upper: Option<Decimal>,
    pub(crate) unit: Option<String>,
    pub(crate) kind: FigureKind,
    pub(crate) of: Option<Range<usize>>,
    pub(crate) bound: Bound,
    pub(crate) change: Change,
    pub(crate) status: FigureStatus,
    /// Index into the scene's standing candidates.
    pub(crate) time: Option<usize>,
    /// Bytes of the mended text with the time that governs from above, if there is one.
    pub(crate) frame: Option<Range<usize>>,
}

impl Figure {
    /// A figure with only what it says itself.
    pub(crate) fn of(value: Option<Decimal>, unit: Option<String>, kind: FigureKind) -> Self {
        Figure {
            value,
            upper: None,
            unit,
            kind,
            of: None,
            bound: Bound::Exact,
            change: Change::Level,
            status: FigureStatus::Other,
            time: None,
            frame: None,
        }
    }
}

/// What is done or promised; `deadline`, `projects` and `figures` are indices into the scene's standing
/// candidates.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measure {
    pub(crate) verb: Range<usize>,
    pub(crate) object: Range<usize>,
    pub(crate) actor: Option<Range<usize>>,
    pub(crate) force: Force,
    pub(crate) status: MeasureStatus,
    pub(crate) deadline: Option<usize>,
    pub(crate) projects: Vec<usize>,
    pub(crate) figures: Vec<usize>,
}

/// A time; `iso` is filled in by [`crate::relate`] where it depends on another date.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Time {
    pub(crate) kind: TimeKind,
    pub(crate) iso: Option<String>,
    /// What the words say; `None` where `iso` is the same whatever the document's date.
    pub(crate) says: Option<time::TimeExpression>,
}

impl Candidate {
    /// A candidate of a built-in rule.
    pub(crate) fn new(range: Range<usize>, rule: &'static str, evidence: Evidence, detail: Detail) -> Self {
        Candidate { range, rule: Cow::Borrowed(rule), evidence, detail, stands_for: None }
    }

    pub(crate) fn kind(&self) -> RecordKind {
        match self.detail {
            Detail::Person(_) => RecordKind::People,
            Detail::Post => RecordKind::Posts,
            Detail::Body(_) => RecordKind::Bodies,
            Detail::Place { .. } => RecordKind::Places,
            Detail::Project(_) => RecordKind::Projects,
            Detail::Figure(_) => RecordKind::Figures,
            Detail::Time(_) => RecordKind::Times,
            Detail::Term => RecordKind::Terms,
            Detail::Citation(_) => RecordKind::Citations,
            Detail::Measure(_) => RecordKind::Measures,
            Detail::Match { .. } => RecordKind::Matches,
        }
    }
}

/// Adds the candidates of these sentences to `candidates`. Each recogniser reads all sentences before the
/// next does.
pub(crate) fn recognise_all<'a, 's: 'a>(
    scenes: impl Iterator<Item = &'a Scene<'s>> + Clone,
    candidates: &mut [Vec<Candidate>],
) {
    for recogniser in RECOGNISERS {
        scenes.clone().zip(&mut *candidates).for_each(|(scene, candidates)| recogniser(scene, candidates));
    }
    for (scene, candidates) in scenes.zip(candidates) {
        candidates
            .retain(|candidate| !scene.lexicon.is_removed(candidate.kind(), scene.slice(&candidate.range)));
    }
}

/// All candidates of a sentence.
#[cfg(test)]
pub(crate) fn recognise(scene: &Scene) -> Vec<Candidate> {
    let mut candidates = [Vec::new()];
    recognise_all(std::iter::once(scene), &mut candidates);
    let [candidates] = candidates;
    candidates
}

#[cfg(test)]
pub(crate) mod testing {
    //! Runs one recogniser on one made-up sentence.

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::segment::CutPage;

    /// What `read` returns for the scene of this sentence.
    pub(crate) fn with_scene<T>(text: &str, read: impl FnOnce(&Scene) -> T) -> T {
        let lexicon = Lexicon::for_tests();
        let mut cut = CutPage::default();
        cut.cut(&lexicon.jieba, text);
        let tokens = cut.sentences().next().expect("the page has a sentence");
        let page = lexicon.sweep.page(text);
        let words = page.sentences().next().expect("the page has a sentence");
        read(&Scene::new(text, tokens, None, lexicon, words))
    }

    /// A figure with nothing known.
    pub(crate) fn figure() -> Figure {
        Figure::of(None, None, FigureKind::Other)
    }

    /// The texts of a recogniser's standing proposals, in text order.
    pub(crate) fn standing(recogniser: fn(&Scene, &mut Vec<Candidate>), text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            recogniser(scene, &mut candidates);
            let standing = crate::resolve::resolve(candidates);
            standing.iter().map(|candidate| scene.slice(&candidate.range).to_owned()).collect()
        })
    }

    /// The texts that a recogniser proposes, in text order.
    pub(crate) fn proposed(recogniser: fn(&Scene, &mut Vec<Candidate>), text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            recogniser(scene, &mut candidates);
            candidates.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
            candidates.iter().map(|candidate| scene.slice(&candidate.range).to_owned()).collect()
        })
    }
}
