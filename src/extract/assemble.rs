//! Turns standing candidates into records: bytes of the mended text become spans of the source, and indices
//! into a sentence's candidates become indices into the speech's lists.

use std::ops::Range;

use crate::layout::{Sentence, SpeechLayout};
use crate::recognise::{self, Candidate, Detail};
use crate::record::{
    Body, Citation, Figure, HeldPost, Match, Measure, Mention, Person, Place, Post, Project, RecordKind,
    Section, Speech, Term, Time,
};
use crate::text::Locator;

/// The speech with the records of its sentences, but only of these kinds.
pub(super) fn speech(
    locator: &Locator,
    layout: &SpeechLayout,
    standing: Vec<(&Sentence, Vec<Candidate>)>,
    kinds: &[RecordKind],
) -> Speech {
    let mut counts = [0; RecordKind::ALL.len()];
    standing.iter().flat_map(|(_, candidates)| candidates).for_each(|one| counts[one.kind() as usize] += 1);
    let room = |kind: RecordKind| if kinds.contains(&kind) { counts[kind as usize] } else { 0 };
    let mut speech = Speech {
        headline: layout.headline.as_ref().map(|range| locator.mention(range)),
        speaker: None,
        span: locator.span(&layout.range),
        sections: sections(locator, layout),
        people: Vec::with_capacity(room(RecordKind::People)),
        posts: Vec::with_capacity(room(RecordKind::Posts)),
        bodies: Vec::with_capacity(room(RecordKind::Bodies)),
        places: Vec::with_capacity(room(RecordKind::Places)),
        projects: Vec::with_capacity(room(RecordKind::Projects)),
        figures: Vec::with_capacity(room(RecordKind::Figures)),
        times: Vec::with_capacity(room(RecordKind::Times)),
        terms: Vec::with_capacity(room(RecordKind::Terms)),
        citations: Vec::with_capacity(room(RecordKind::Citations)),
        measures: Vec::with_capacity(room(RecordKind::Measures)),
        matches: Vec::with_capacity(room(RecordKind::Matches)),
    };
    let mut writer = Writer { locator, start: 0, indices: Vec::new() };
    for (sentence, candidates) in standing {
        fill_indices(&mut writer.indices, &speech, &candidates, kinds);
        writer.start = sentence.range.start;
        for candidate in candidates {
            let of_byline = layout.byline.as_ref().is_some_and(|byline| byline.range == sentence.range);
            let author = of_byline || speech.speaker.is_none() && recognise::presents_author(&candidate);
            if author
                && let Detail::Person(person) = &candidate.detail
                && person.speaker
            {
                speech.speaker = Some(writer.person(&candidate, person));
            }
            if kinds.contains(&candidate.kind()) {
                writer.write(candidate, &mut speech);
            }
        }
    }
    speech
}

fn sections(locator: &Locator, layout: &SpeechLayout) -> Vec<Section> {
    let sections = layout.sections.iter();
    sections
        .map(|section| Section {
            heading: locator.mention(&section.heading),
            span: locator.span(&section.range),
        })
        .collect()
}

/// Stores for each candidate of a sentence the index that its record will have in the speech's list.
fn fill_indices(
    indices: &mut Vec<Option<usize>>,
    speech: &Speech,
    candidates: &[Candidate],
    kinds: &[RecordKind],
) {
    let mut figures = speech.figures.len()..;
    let mut times = speech.times.len()..;
    let mut projects = speech.projects.len()..;
    indices.clear();
    indices.extend(candidates.iter().map(|candidate| match candidate.kind() {
        kind if !kinds.contains(&kind) => None,
        RecordKind::Figures => figures.next(),
        RecordKind::Times => times.next(),
        RecordKind::Projects => projects.next(),
        _ => None,
    }));
}

/// Writes the records of one sentence.
struct Writer<'w> {
    locator: &'w Locator<'w>,
    /// Byte of the mended text at which the sentence starts.
    start: usize,
    indices: Vec<Option<usize>>,
}

impl Writer<'_> {
    fn mention(&self, range: &Range<usize>) -> Mention {
        self.locator.mention(&(self.start + range.start..self.start + range.end))
    }

    fn quote(&self, range: &Range<usize>) -> String {
        self.locator.quote(&(self.start + range.start..self.start + range.end))
    }

    /// The indices of these candidates in the speech's lists.
    fn of(&self, candidates: &[usize]) -> Vec<usize> {
        candidates.iter().filter_map(|index| self.indices[*index]).collect()
    }

    fn person(&self, candidate: &Candidate, person: &recognise::Person) -> Person {
        let Mention { text, span } = self.mention(&candidate.range);
        let held = |(title, body): &(Range<usize>, Option<Range<usize>>)| HeldPost {
            title: self.quote(title),
            body: body.as_ref().map(|body| self.quote(body)),
        };
        let posts = person.posts.iter().map(held).collect();
        Person { text, span, rule: candidate.rule.clone(), speaker: person.speaker, posts }
    }

    /// The index of the time that stands at this range of the mended text.
    fn time_at(&self, times: &[Time], range: &Range<usize>) -> Option<usize> {
        let start = self.locator.span(range).start;
        times.binary_search_by_key(&start, |time| time.span.start).ok()
    }

    fn write(&self, candidate: Candidate, speech: &mut Speech) {
        let Mention { text, span } = self.mention(&candidate.range);
        if let Detail::Person(person) = &candidate.detail {
            speech.people.push(self.person(&candidate, person));
            return;
        }
        let rule = candidate.rule;
        let stands_for = candidate.stands_for.map(|full| self.locator.mention(&full));
        match candidate.detail {
            Detail::Person(_) => {}
            Detail::Post => speech.posts.push(Post { text, span, rule }),
            Detail::Body(kind) => speech.bodies.push(Body { text, span, rule, kind, stands_for }),
            Detail::Place { code } => speech.places.push(Place { text, span, rule, code, stands_for }),
            Detail::Project(project) => {
                let figures = self.of(&project.figures);
                let (stage, aim) = (project.stage, project.aim);
                speech.projects.push(Project { text, span, rule, stage, aim, figures, stands_for });
            }
            Detail::Figure(figure) => {
                let frame = figure.frame.and_then(|frame| self.time_at(&speech.times, &frame));
                speech.figures.push(Figure {
                    text,
                    span,
                    rule,
                    value: figure.value,
                    upper: figure.upper,
                    unit: figure.unit,
                    kind: figure.kind,
                    of: figure.of.map(|of| self.mention(&of)),
                    bound: figure.bound,
                    change: figure.change,
                    status: figure.status,
                    time: figure.time.and_then(|index| self.indices[index]).or(frame),
                })
            }
            Detail::Time(time) => {
                speech.times.push(Time { text, span, rule, kind: time.kind, iso: time.iso });
            }
            Detail::Term => speech.terms.push(Term { text, span, rule }),
            Detail::Citation(kind) => speech.citations.push(Citation { text, span, rule, kind, stands_for }),
            Detail::Measure(measure) => speech.measures.push(Measure {
                text,
                span,
                rule,
                verb: self.quote(&measure.verb),
                object: self.mention(&measure.object),
                actor: measure.actor.map(|actor| self.mention(&actor)),
                force: measure.force,
                status: measure.status,
                deadline: measure.deadline.and_then(|index| self.indices[index]),
                projects: self.of(&measure.projects),
                figures: self.of(&measure.figures),
            }),
            Detail::Match { pattern, fields } => {
                let fields = fields.into_iter().map(|(name, range)| (name, self.mention(&range))).collect();
                speech.matches.push(Match { text, span, rule, pattern, fields });
            }
        }
    }
}
