//! What a verb phrase does to what: the measures that it makes, one for each verb with each object.

use std::ops::Range;

use smallvec::smallvec;

use super::lead::Lead;
use super::phrase::Phrase;
use super::subject::Subject;
use super::word::{Stretches, Word};
use super::{Reader, goal, matter, object, others, predicate, statement, within};
use crate::recognise::{Candidate, Detail, Evidence, Measure};
use crate::record::{Force, MeasureStatus, RecordKind};

/// Longest object, in bytes: five hundred characters, four times what official texts need. Without this
/// limit, all the rest of a text without stops would be the object of each verb.
const MAX_OBJECT_BYTES: usize = 1500;

/// What all measures of a phrase share.
pub(super) struct Shared {
    pub(super) status: MeasureStatus,
    pub(super) force: Force,
    pub(super) deadline: Option<usize>,
    pub(super) actor: Option<Range<usize>>,
    /// Whether 应当 or 必须 binds, so that nothing is only tried out.
    pub(super) binds: bool,
}

/// The verbs of a phrase, and what they act on.
struct Deeds {
    verbs: Stretches,
    objects: Stretches,
    /// Whether what is acted on stands before the verb, or before what becomes of it.
    is_object_first: bool,
    /// Whether those before the verb are acted on: 渔民|纳入保障范围.
    is_passive: bool,
}

impl Reader<'_, '_> {
    /// The measures of a verb phrase: each verb with each object.
    pub(super) fn phrase(
        &mut self,
        words: &[Word],
        lead: &Lead,
        acted_on: Option<&Range<usize>>,
        phrase: &Phrase,
        told: &Shared,
    ) {
        if self.tells_no_deed(words, lead, acted_on, phrase, told.status) {
            return;
        }
        let Some((first, last)) = words[phrase.words.clone()].first().zip(words[phrase.words.clone()].last())
        else {
            return;
        };
        let whole = first.range.start..last.range.end;
        let deeds = self.deeds(words, lead, acted_on, phrase);
        let rule = rule(deeds.is_object_first, phrase.verbs.len() > 1, deeds.objects.len() > 1);
        // 为200名渔民提供A: their number belongs to what is done for them.
        let served = lead.benefit.clone().filter(|benefit| benefit.start >= whole.start);
        let served =
            served.map(|range| within(self.candidates, &range, RecordKind::Figures)).unwrap_or_default();
        let actor = phrase.actor.clone().or_else(|| told.actor.clone()).filter(|_| !deeds.is_passive);
        let reach = reach(words, phrase);
        let measures = &self.scene.lexicon.measures;
        for (at, verb) in deeds.verbs.iter().enumerate() {
            // 打下坚实基础: nothing that can be checked comes of such verbs.
            if measures.is_slogan(self.scene.slice(verb)) {
                continue;
            }
            let force = self.force(verb, at == 0, phrase, told);
            // 树立正确的观念: nor is an attitude a deed.
            let deed = self.scene.word(&measures.words, verb);
            let is_stance = deed.and_then(|deed| deed.act).is_some_and(|act| act.is_stance);
            let is_done =
                |object: &&Range<usize>| !is_stance || !measures.is_attitude(self.scene.slice(object));
            let is_bounded = |object: &&Range<usize>| object.len() <= MAX_OBJECT_BYTES;
            for object in deeds.objects.iter().filter(is_bounded).filter(is_done) {
                let is_one_of_many = deeds.objects.len() > 1;
                let reach =
                    if is_one_of_many { object.clone() } else { reach.start.min(object.start)..reach.end };
                let mut figures = served.clone();
                figures.extend(within(self.candidates, &reach, RecordKind::Figures));
                let measure = Measure {
                    verb: verb.clone(),
                    object: object.clone(),
                    actor: actor.clone(),
                    force,
                    status: told.status,
                    deadline: told.deadline.filter(|_| told.status != MeasureStatus::Done),
                    projects: within(self.candidates, &reach, RecordKind::Projects),
                    figures,
                };
                let detail = Detail::Measure(measure);
                self.found.push(Candidate::new(whole.clone(), rule, Evidence::Form, detail));
            }
        }
    }

    /// Whether a verb phrase tells what came about, what is so or how something is done, and no deed.
    fn tells_no_deed(
        &self,
        words: &[Word],
        lead: &Lead,
        acted_on: Option<&Range<usize>>,
        phrase: &Phrase,
        status: MeasureStatus,
    ) -> bool {
        let measures = &self.scene.lexicon.measures;
        let (own, verb) = (&words[phrase.object.clone()], &words[phrase.last]);
        let is_free = acted_on.is_none();
        if is_free
            && (predicate::is_result(own, verb, phrase.act, &self.scene.lexicon.measures)
                || predicate::is_relative(words, phrase.last))
        {
            return true;
        }
        let leads = is_free && lead.topic.is_none() && predicate::leads_somewhere(words, phrase);
        leads
            || predicate::is_centred(own, phrase.act)
            || self.only_came_about(words, phrase, status)
            // 渔民的信任给予我们鼓舞: this is what others have given us.
            || lead.subject == Some(Subject::Other) && object::recipient(own, verb.text) > 0
            || others::has_come(lead, phrase, verb, status)
            || others::is_so(lead, phrase, self.scene, own)
            || others::is_misdeed(own, verb, measures)
            || phrase.act.is_pivot && statement::hangs(own)
            // 计划将胜利完成: the words before the verb may say how it is done.
            || acted_on.is_some_and(|object| measures.is_slogan(self.scene.slice(object)))
    }

    /// The verbs and objects of a phrase, depending on where what is acted on stands.
    fn deeds(&self, words: &[Word], lead: &Lead, acted_on: Option<&Range<usize>>, phrase: &Phrase) -> Deeds {
        let (own, verb) = (&words[phrase.object.clone()], &words[phrase.last]);
        let goal = goal::goal(own, verb);
        let rest = &words[phrase.object.start..phrase.words.end.max(phrase.object.end)];
        let stage = goal::stage(rest, verb).filter(|_| acted_on.is_none() && goal.is_none());
        let opens = phrase.words.start == 0;
        // 渔民纳入保障范围: those before the verb are acted on.
        let is_whole = phrase.act.is_absorbing && acted_on.is_none() && opens;
        let patient = lead.topic.as_ref().filter(|_| is_whole);
        let acted_on = acted_on.or(patient);
        let treated = lead.matter.as_ref().filter(|_| acted_on.is_none() && opens);
        let treated = treated.and_then(|matter| Some((matter, matter::deeds(own, phrase.act)?)));
        let objects = match (acted_on.or(treated.as_ref().map(|(matter, _)| *matter)), &goal, stage) {
            (Some(object), _, _) => smallvec![object.clone()],
            (None, Some((_, object)), _) => smallvec![object.clone()],
            (None, None, Some(at)) => {
                let named = Phrase { is_clausal: false, ..Phrase::default() };
                object::objects(self.scene, &rest[..at], &named)
            }
            (None, None, None) => object::objects(self.scene, own, phrase),
        };
        let is_object_first = acted_on.is_some() || goal.is_some() || stage.is_some() || treated.is_some();
        let comes = acted_on
            .and_then(|_| taken_up(own))
            .or_else(|| stage.zip(rest.last()).map(|(at, last)| rest[at].range.start..last.range.end));
        let one = goal.map(|(verb, _)| verb).or(comes).map(|verb| smallvec![verb]);
        let verbs = one.or(treated.map(|(_, deeds)| deeds)).unwrap_or_else(|| phrase.verbs.clone());
        Deeds { verbs, objects, is_object_first, is_passive: patient.is_some() }
    }

    /// How firmly a verb of the phrase is meant.
    fn force(&self, verb: &Range<usize>, is_first: bool, phrase: &Phrase, told: &Shared) -> Force {
        let tries = phrase.tries && !told.binds;
        if is_first {
            return if tries { Force::Explore } else { told.force };
        }
        let deed = self.scene.lexicon.measures.words.get(self.scene.slice(verb));
        match deed.and_then(|deed| deed.force) {
            // 允许和鼓励: both try out.
            Some(Force::Explore) if tries => Force::Explore,
            // 支持和保证, 支持和鼓励: the second verb says by itself how firmly.
            Some(own @ (Force::Must | Force::Explore)) => own,
            _ => told.force,
        }
    }
}

fn rule(is_object_first: bool, shares_object: bool, is_list: bool) -> &'static str {
    match (is_object_first, shares_object, is_list) {
        (true, _, _) => "measure.object-first",
        (false, true, _) => "measure.verbs",
        (false, false, true) => "measure.objects",
        (false, false, false) => "measure.clause",
    }
}

/// The bytes of the verb after 来, which says what is done: 把渔港作为大事来抓.
fn taken_up(after: &[Word]) -> Option<Range<usize>> {
    let [.., how, verb] = after else { return None };
    let is_verb = verb.deed.act.is_some() || verb.tag.starts_with('v');
    (how.text == "来" && verb.record.is_none() && is_verb).then(|| verb.range.clone())
}

/// The bytes from the first verb of a phrase to the end of its object.
fn reach(words: &[Word], phrase: &Phrase) -> Range<usize> {
    let start = phrase.verbs.first().map_or(0, |verb| verb.start);
    let end = words[..phrase.object.end].last().map_or(start, |word| word.range.end);
    start..end.max(start)
}
