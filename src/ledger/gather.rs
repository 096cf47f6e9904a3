//! Documents to entries.

use std::collections::BTreeMap;

use super::name::{self, Name};
use super::{Amount, Deadline, Entry, EntryKind, Ledger, State, Step};
use crate::record::{Figure, Measure, MeasureStatus, Project, Speech, Stage, Time};
use crate::source::Source;

/// Objects of fewer characters than this are one thing only under the same verb.
const TELLING: usize = 6;
/// Verbs of building and carrying out: what is promised with one is delivered with another.
const CARRIED_OUT: &[&str] = &["建设", "建成", "新建", "完成", "实施", "推进"];

/// What one record says of an entry.
struct Mention {
    place: Option<String>,
    /// As it is compared, and as it is written.
    name: Name,
    written: String,
    answers: Option<String>,
    step: Step,
    figures: Vec<Amount>,
    deadline: Option<Deadline>,
}

/// The ledger of these documents, which are read in the order of their dates.
pub(super) fn ledger(sources: &[Source]) -> Ledger {
    let mut sources: Vec<(&Source, Option<String>)> =
        sources.iter().map(|source| (source, source.place())).collect();
    sources.sort_by_key(|(source, _)| source.document.date.as_deref());
    let mut latest: BTreeMap<Option<String>, String> = BTreeMap::new();
    let mut mentions: BTreeMap<(EntryKind, Option<String>), Vec<Mention>> = BTreeMap::new();
    for (source, place) in sources {
        if let Some(date) = &source.document.date {
            latest.insert(place.clone(), date.clone());
        }
        for speech in &source.document.speeches {
            let reader = Reader { source, speech, place: &place };
            let projects = (0..speech.projects.len()).map(|index| reader.project(index));
            mentions.entry((EntryKind::Project, place.clone())).or_default().extend(projects);
            let measures = speech.measures.iter().filter(|measure| counts(measure));
            let measures = measures.map(|measure| reader.measure(measure));
            mentions.entry((EntryKind::Measure, place.clone())).or_default().extend(measures);
        }
    }
    let entries = mentions.into_iter().flat_map(|((kind, _), mentions)| grouped(kind, mentions));
    let entries = entries.map(|(kind, group)| entry(kind, group, &latest));
    Ledger { entries: entries.collect() }
}

/// A measure has an entry of its own when it has a deadline or a figure and no project, whose entry tells it.
fn counts(measure: &Measure) -> bool {
    measure.projects.is_empty() && (measure.deadline.is_some() || !measure.figures.is_empty())
}

struct Reader<'r> {
    source: &'r Source<'r>,
    speech: &'r Speech,
    place: &'r Option<String>,
}

impl Reader<'_> {
    fn project(&self, index: usize) -> Mention {
        let project = &self.speech.projects[index];
        let measure = self.speech.measures.iter().find(|measure| measure.projects.contains(&index));
        Mention {
            place: self.place.clone(),
            name: Name::of(&project.text),
            written: project.text.clone(),
            answers: self.answers(measure),
            step: Step {
                state: state_of(project),
                stage: project.stage,
                aim: project.aim,
                evidence: self.source.evidence(&project.text, &project.span),
            },
            figures: self.amounts(&project.figures),
            deadline: measure.and_then(|measure| self.deadline(measure)),
        }
    }

    fn measure(&self, measure: &Measure) -> Mention {
        let object = self.without_figures(measure);
        let tells = object.chars().count() >= TELLING && CARRIED_OUT.contains(&measure.verb.as_str());
        let key = if tells { object } else { format!("{}{object}", measure.verb) };
        Mention {
            place: self.place.clone(),
            name: Name { core: key, phase: None },
            written: format!("{}{}", measure.verb, measure.object.text),
            answers: self.answers(Some(measure)),
            step: Step {
                state: match measure.status {
                    MeasureStatus::Done => State::Delivered,
                    MeasureStatus::Ongoing => State::UnderWay,
                    _ => State::Promised,
                },
                stage: None,
                aim: measure.status == MeasureStatus::Planned,
                evidence: self.source.evidence(&measure.object.text, &measure.object.span),
            },
            figures: self.amounts(&measure.figures),
            deadline: self.deadline(measure),
        }
    }

    /// The object without its figures: 新建学校5所 and 新建学校8所 are one promise over the years.
    fn without_figures(&self, measure: &Measure) -> String {
        let span = &measure.object.span;
        let mut rest = String::new();
        let mut at = span.start;
        let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        for figure in figures.filter(|figure| span.contains(&figure.span)) {
            rest.push_str(&self.source.folded(at, figure.span.start));
            at = figure.span.end.max(at);
        }
        rest.push_str(&self.source.folded(at, span.end));
        rest.chars().filter(|c| !crate::text::is_line_break(*c)).collect()
    }

    fn answers(&self, measure: Option<&Measure>) -> Option<String> {
        let actor = measure.and_then(|measure| measure.actor.as_ref()).map(|actor| actor.text.clone());
        actor.or_else(|| self.speech.speaker.as_ref().map(|speaker| speaker.text.clone()))
    }

    fn amounts(&self, indices: &[usize]) -> Vec<Amount> {
        let figures = indices.iter().filter_map(|index| self.speech.figures.get(*index));
        let amount = |figure: &Figure| Amount {
            value: figure.value,
            unit: figure.unit.clone(),
            of: figure.of.as_ref().map(|of| of.text.clone()),
            evidence: self.source.evidence(&figure.text, &figure.span),
        };
        figures.map(amount).collect()
    }

    fn deadline(&self, measure: &Measure) -> Option<Deadline> {
        let Time { text, iso, .. } = self.speech.times.get(measure.deadline?)?;
        Some(Deadline { text: text.clone(), iso: iso.clone() })
    }
}

fn state_of(project: &Project) -> State {
    match project.stage {
        Some(Stage::Completed | Stage::Operating) if !project.aim => State::Delivered,
        None | Some(Stage::Planned) => State::Promised,
        Some(_) if project.aim => State::Promised,
        Some(_) => State::UnderWay,
    }
}

/// The mentions of each entry together, the first mentioned first.
fn grouped(kind: EntryKind, mentions: Vec<Mention>) -> Vec<(EntryKind, Vec<Mention>)> {
    let names: Vec<Name> = mentions.iter().map(|mention| mention.name.clone()).collect();
    let roots = match kind {
        EntryKind::Project => name::joined(&names),
        EntryKind::Measure => name::equal(&names),
    };
    let mut groups: BTreeMap<usize, Vec<Mention>> = BTreeMap::new();
    for (root, mention) in roots.into_iter().zip(mentions) {
        groups.entry(root).or_default().push(mention);
    }
    groups.into_values().map(|group| (kind, group)).collect()
}

fn entry(kind: EntryKind, group: Vec<Mention>, latest: &BTreeMap<Option<String>, String>) -> Entry {
    let mut entry = Entry {
        kind,
        name: String::new(),
        names: Vec::new(),
        place: group.first().and_then(|mention| mention.place.clone()),
        answers: group.iter().find_map(|mention| mention.answers.clone()),
        state: State::Promised,
        silent_since: None,
        history: Vec::new(),
        figures: Vec::new(),
        deadline: group.iter().rev().find_map(|mention| mention.deadline.clone()),
        mentions: Vec::new(),
        moved: None,
    };
    for mention in group {
        if !entry.names.contains(&mention.written) {
            entry.names.push(mention.written);
        }
        // What was reached stays reached, whatever else is planned.
        entry.state = entry.state.max(mention.step.state);
        entry.mentions.push(mention.step.evidence.clone());
        if kind == EntryKind::Measure || mention.step.stage.is_some() {
            entry.history.push(mention.step);
        }
        entry.figures.extend(mention.figures);
    }
    let longest = entry.names.iter().rev().max_by_key(|name| name.chars().count());
    entry.name = longest.cloned().unwrap_or_default();
    let last = entry.mentions.iter().filter_map(|mention| mention.date.as_ref()).max();
    let is_silent = last.zip(latest.get(&entry.place)).is_some_and(|(last, latest)| last < latest);
    entry.silent_since = last.filter(|_| is_silent && entry.state != State::Delivered).cloned();
    entry
}
