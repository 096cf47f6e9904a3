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

/// The rule of measures whose object stands before the verb, so that they are named as a whole.
const OBJECT_FIRST: &str = "measure.object-first";
/// Up to how many things are enumerated.
const MOST_ENUMERATED: u32 = 10;
/// Units of kinds and respects: counting them promises no amount.
const KINDS: &[&str] = &["类", "大类", "种", "方面", "个方面", "大", "重点", "关系", "环节", "问题", "关键"];

/// What forbids: to keep off something is no promise that can be delivered.
const FORBIDS: &[&str] = &["禁止", "严禁", "不得", "不准"];

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
            let measures =
                speech.measures.chunk_by(|one, next| one.object == next.object && one.span == next.span);
            let measures =
                measures.filter(|verbs| reader.counts(&verbs[0])).map(|verbs| reader.measure(verbs));
            mentions.entry((EntryKind::Measure, place.clone())).or_default().extend(measures);
        }
    }
    let entries = mentions.into_iter().flat_map(|((kind, _), mentions)| grouped(kind, mentions));
    let entries = entries.map(|(kind, group)| entry(kind, group, &latest));
    Ledger { entries: entries.collect() }
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

    /// A measure has an entry of its own when it has a deadline or a figure and no project, whose entry tells it.
    fn counts(&self, measure: &Measure) -> bool {
        let mut figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
        let is_counted = figures.any(|figure| !enumerates(figure, measure));
        let is_promise = !FORBIDS.contains(&measure.verb.as_str()) && !self.sums_up(measure);
        is_promise && measure.projects.is_empty() && (measure.deadline.is_some() || is_counted)
    }

    /// 河道整治(8个), 民生改善方面4项: — headings that count what is listed below them.
    fn sums_up(&self, measure: &Measure) -> bool {
        let (_, end) = self.source.bounds(&measure.span);
        let rest = self.source.folded(measure.span.start, end);
        let rest = rest.trim_end();
        let in_bracket = rest.strip_suffix(['个', ')']).and(rest.rsplit_once('(')).map(|(_, count)| count);
        let is_count = |count: &str| {
            let unit = count.trim_end_matches(')');
            let number = unit.strip_suffix(['个', '项']);
            number.is_some_and(|number| !number.is_empty() && number.chars().all(char::is_numeric))
        };
        let summed = rest.strip_suffix(':').and_then(|rest| rest.rsplit_once("方面")).map(|(_, count)| count);
        in_bracket.or(summed).is_some_and(is_count)
    }

    /// What verbs that share an object say: 新建、改建学校5所 is one promise.
    fn measure(&self, verbs: &[Measure]) -> Mention {
        let measure = &verbs[0];
        let verb = verbs.iter().map(|measure| measure.verb.as_str()).collect::<Vec<_>>().join("、");
        let object = self.without_figures(measure);
        let tells = object.chars().count() >= TELLING && CARRIED_OUT.contains(&verb.as_str());
        let key = if tells { object } else { format!("{verb}{object}") };
        Mention {
            place: self.place.clone(),
            name: Name { core: key, phase: None },
            written: match measure.rule == OBJECT_FIRST {
                true => measure.text.clone(),
                false => format!("{verb}{}", measure.object.text),
            },
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

    /// The object without its figures: 新建学校5所 may be kept by 新建学校6所.
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
        let named = || measure.and_then(|measure| self.source.responsible(measure.span.start));
        let speaker = || self.speech.speaker.as_ref().map(|speaker| speaker.text.clone());
        actor.or_else(named).or_else(speaker).or_else(|| self.source.represented())
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

/// 甲和乙两个手段, 四类村庄: a small count in words that only sums up what is named, or says of how many kinds.
fn enumerates(figure: &Figure, measure: &Measure) -> bool {
    let object = &measure.object.span;
    let behind = measure.object.text.split_once(&figure.text).map_or("", |(_, behind)| behind);
    let is_respect = KINDS.iter().any(|kind| behind.starts_with(kind));
    let is_inside = figure.span.start > object.start && figure.span.end < object.end;
    let is_kind = figure.unit.as_deref().is_some_and(|unit| KINDS.contains(&unit));
    let is_small = figure.value.is_some_and(|value| value <= MOST_ENUMERATED.into());
    let in_words = figure.text.starts_with(|c: char| !c.is_numeric() && !c.is_ascii());
    in_words && is_small && (is_inside || is_kind || is_respect)
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
    let groups = groups.into_values().flat_map(|group| match kind {
        EntryKind::Project => vec![group],
        EntryKind::Measure => instalments(group),
    });
    groups.map(|group| (kind, group)).collect()
}

/// Mentions of one thing, those of each amount apart: another amount is another instalment, unless it is what
/// came of an earlier promise.
fn instalments(mentions: Vec<Mention>) -> Vec<Vec<Mention>> {
    let mut groups: Vec<Vec<Mention>> = Vec::new();
    for mention in mentions {
        let same =
            groups.iter().rposition(|group| group.last().is_some_and(|last| last.is_repeated_by(&mention)));
        let kept =
            || groups.iter().position(|group| group.last().is_some_and(|last| last.is_kept_by(&mention)));
        match same.or_else(kept) {
            Some(at) => groups[at].push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups
}

impl Mention {
    /// Whether the other says the same again: of the same amount, and not as the promise or report of another year.
    fn is_repeated_by(&self, other: &Mention) -> bool {
        let goes_on = self.year() == other.year()
            || self.step.state < other.step.state
            || self.deadline.is_some() && self.deadline == other.deadline;
        self.has_same_amounts(other) && (self.figures.is_empty() || goes_on)
    }

    fn year(&self) -> Option<i32> {
        self.step.evidence.date.as_deref()?.get(..4)?.parse().ok()
    }

    fn has_same_amounts(&self, other: &Mention) -> bool {
        let amounts = |mention: &Mention| -> Vec<_> {
            mention.figures.iter().map(|amount| (amount.value, amount.unit.clone())).collect()
        };
        amounts(self) == amounts(other)
    }

    /// Whether this is a promise, and the other the next report of what came of it.
    fn is_kept_by(&self, report: &Mention) -> bool {
        let next =
            self.year().zip(report.year()).is_some_and(|(promised, reported)| reported - promised == 1);
        next && self.step.state == State::Promised && report.step.state > State::Promised
    }
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
