//! Measures: what is done or promised, read clause by clause off the words and the records that stand.
//!
//! A clause opens with what acts, how and how firmly ([`lead`]); verb phrases follow ([`phrase`]), each with
//! its objects ([`object`]).

mod lead;
mod object;
mod phrase;
mod word;

use std::ops::Range;

use super::Thread;
use crate::lexicon::Mood;
use crate::recognise::{Candidate, Detail, Evidence, Measure, Scene};
use crate::record::{Force, MeasureStatus, RecordKind, TimeKind};
use lead::{Lead, Signs};
use word::Word;

/// Appends the measures of the sentence.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    if scene.byline.is_some() {
        return;
    }
    let mut found = Vec::new();
    let mut when = When::default();
    let words = word::words(scene, candidates);
    for clause in word::clauses(&words) {
        when.pass_to(clause);
        read(scene, thread, candidates, clause, &when, &mut found);
    }
    found.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
    candidates.extend(found);
}

/// The times of a sentence, as far as it has been read.
#[derive(Debug, Default)]
struct When {
    /// The last that a clause named first.
    last: Option<usize>,
    /// That of a clause which names nothing else: 到明年底,….
    frame: Option<usize>,
}

impl When {
    fn pass_to(&mut self, clause: &[Word]) {
        self.last = clause.iter().find_map(time_of).or(self.last);
        if clause.iter().all(|word| time_of(word).is_some() || word.deed.preposition.is_some()) {
            self.frame = clause.iter().rev().find_map(time_of).or(self.frame);
        }
    }
}

fn time_of(word: &Word) -> Option<usize> {
    word.record.filter(|(_, kind)| *kind == RecordKind::Times).map(|(index, _)| index)
}

/// The measures of a clause.
fn read(
    scene: &Scene,
    thread: &Thread,
    candidates: &[Candidate],
    words: &[Word],
    when: &When,
    found: &mut Vec<Candidate>,
) {
    let measures = &scene.lexicon.measures;
    let Some(lead) = lead::read(words, measures).filter(|_| !is_condition(words)) else { return };
    let clause = words[0].range.start..words[words.len() - 1].range.end;
    let before = words[..lead.at].iter().rev().find_map(time_of);
    let date = thread.date.as_deref();
    let mood = before.or(when.last).and_then(|time| super::figure::mood_of_time(&candidates[time], date?));
    for phrase in phrase::read(words, lead.at, measures) {
        let object = &words[phrase.object.clone()];
        let objects = match &lead.object {
            Some(object) => vec![object.clone()],
            None => object::objects(object, phrase.is_light, measures),
        };
        let signs = phrase.signs.or(lead.signs);
        let status = status(&signs, mood, thread.outlook);
        let inside = object.iter().filter_map(time_of).find(|time| is_limit(scene, candidates, *time));
        let by = inside.or(before).or(when.frame).filter(|time| is_to_come(scene, thread, candidates, *time));
        let whole = reach(words, &phrase);
        let rule = rule(&lead, phrase.verbs.len() > 1, objects.len() > 1);
        for verb in &phrase.verbs {
            for object in &objects {
                let reach =
                    if objects.len() > 1 { object.clone() } else { whole.start.min(object.start)..whole.end };
                let measure = Measure {
                    verb: verb.clone(),
                    object: object.clone(),
                    actor: phrase.actor.clone().or_else(|| lead.actor.clone()),
                    force: signs.force.unwrap_or(Force::Will),
                    status,
                    deadline: by.filter(|_| status != MeasureStatus::Done),
                    projects: within(candidates, &reach, RecordKind::Projects),
                    figures: within(candidates, &reach, RecordKind::Figures),
                };
                found.push(Candidate::new(clause.clone(), rule, Evidence::Form, Detail::Measure(measure)));
            }
        }
    }
}

/// …的, …时: a clause that names a case, or tells what something is, promises nothing.
fn is_condition(words: &[Word]) -> bool {
    words.last().is_some_and(|word| word.mark == word::Mark::De || word.text == "时")
        || words.iter().any(|word| word.deed.is_copula)
}

fn rule(lead: &Lead, shares_object: bool, is_list: bool) -> &'static str {
    match (&lead.object, shares_object, is_list) {
        (Some(_), _, _) => "measure.object-first",
        (None, true, _) => "measure.verbs",
        (None, false, true) => "measure.objects",
        (None, false, false) => "measure.clause",
    }
}

/// How far: by the words of the clause, else by the time it speaks of, else by the text around.
fn status(signs: &Signs, year: Option<Mood>, outlook: Option<Mood>) -> MeasureStatus {
    let mood = year.or(outlook);
    match signs {
        Signs { planned: true, done: false, .. } => MeasureStatus::Planned,
        Signs { done: true, .. } => MeasureStatus::Done,
        _ if mood == Some(Mood::Done) => MeasureStatus::Done,
        _ if mood == Some(Mood::Plan) => MeasureStatus::Planned,
        Signs { ongoing: true, .. } => MeasureStatus::Ongoing,
        _ => MeasureStatus::Planned,
    }
}

/// From the first verb of a phrase to the end of what follows it.
fn reach(words: &[Word], phrase: &phrase::Phrase) -> Range<usize> {
    let start = phrase.verbs.first().map_or(0, |verb| verb.start);
    let end = words[..phrase.object.end].last().map_or(start, |word| word.range.end);
    start..end.max(start)
}

/// 年底前, 2027年底: the words say that it is a limit.
fn is_limit(scene: &Scene, candidates: &[Candidate], time: usize) -> bool {
    scene.slice(&candidates[time].range).ends_with(['前', '底', '末'])
}

/// Whether a time is one by which something shall be done: a date or a period that has not passed.
fn is_to_come(scene: &Scene, thread: &Thread, candidates: &[Candidate], time: usize) -> bool {
    let Detail::Time(own) = &candidates[time].detail else { return false };
    let text = scene.slice(&candidates[time].range);
    let behind = &scene.text[candidates[time].range.end..];
    let opens =
        text.ends_with(['起', '后', '来']) || behind.starts_with(['起', '后']) || behind.starts_with("以来");
    let year = |date: &str| date.get(..4)?.parse::<i32>().ok();
    let ends = own.iso.as_deref().and_then(|iso| year(iso.rsplit('/').next()?));
    let to_come = ends.zip(thread.date.as_deref().and_then(year)).is_none_or(|(end, today)| end >= today);
    matches!(own.kind, TimeKind::Point | TimeKind::Period) && !opens && to_come
}

/// The candidates of a kind that stand inside a stretch.
fn within(candidates: &[Candidate], stretch: &Range<usize>, kind: RecordKind) -> Vec<usize> {
    let from = candidates.partition_point(|candidate| candidate.range.start < stretch.start);
    let inside = candidates.iter().enumerate().skip(from).take_while(|(_, c)| c.range.start < stretch.end);
    inside.filter(|(_, c)| c.kind() == kind && c.range.end <= stretch.end).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests;
