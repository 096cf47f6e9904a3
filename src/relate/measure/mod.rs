//! Measures: what is done or promised, read clause by clause off the words and the records that stand.
//!
//! A clause opens with what acts ([`subject`]), how and how firmly ([`lead`]); verb phrases follow ([`phrase`]), each
//! with its objects ([`object`]). What acts and how far it is run along the sentence ([`course`]); clauses that tell
//! something else are put aside ([`statement`]).

mod adverbial;
mod after;
mod amount;
mod course;
mod deadline;
mod effect;
mod fit;
mod goal;
mod items;
mod lead;
mod matter;
mod means;
mod naming;
mod object;
mod others;
mod outcome;
mod phrase;
mod predicate;
mod preposition;
mod quotation;
mod signs;
mod standard;
mod statement;
mod subject;
mod topic;
mod word;

use std::ops::Range;

use smallvec::smallvec;

use super::Thread;
use crate::lexicon::{Mood, Trigger};
use crate::recognise::{Candidate, Detail, Evidence, Measure, Scene};
use crate::record::{Force, MeasureStatus, RecordKind};
use course::Course;
use lead::Lead;
use phrase::Phrase;
use signs::Signs;
use subject::Subject;
use word::Word;

/// The longest object, in bytes: five hundred characters, of which official texts need a fourth. Without stops all that is
/// left of the text would be the object of each verb.
const MAX_OBJECT_BYTES: usize = 1500;

/// Appends the measures of the sentence.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    // A question promises nothing.
    if scene.byline.is_some() || scene.text.ends_with('?') {
        return;
    }
    let measures = &scene.lexicon.measures;
    let cases = scene.wakes(Trigger::Listing).then(|| statement::cases(scene.text)).flatten();
    // (一)擅自建设…: an item of a list of cases.
    if thread.lists_cases && cases.is_none() && scene.text.trim_start().starts_with('(') {
        return;
    }
    thread.lists_cases = cases.is_some();
    // Without a verb of doing nothing is done or promised.
    if !scene.any(&measures.words, |deed| deed.act.is_some()) {
        return;
    }
    let mut words = word::words(scene, candidates);
    amount::part(&mut words);
    let clauses = word::clauses(&words, &scene.lexicon.tasks);
    if word::is_contents(&words, &clauses) {
        return;
    }
    let mut leads: Vec<Lead> = clauses.iter().map(|clause| standard::lead(clause.words, measures)).collect();
    // Most sentences that only tell of something end here.
    if leads.iter().all(|lead| lead.verb.is_none()) {
        return;
    }
    for at in 1..clauses.len() {
        let asks =
            clauses[at].follows_comma() && leads[at].subject.is_none() && lead::asks(clauses[at].words);
        // 所有企业, 特别是国有企业, 都要…: the first names them all.
        let adds = at > 1 && clauses[at - 1].words[0].is_addition();
        let named = if adds { at - 2 } else { at - 1 };
        let is_free = matches!(leads[at - 1].subject, None | Some(Subject::Other));
        if asks && is_free && leads[named].verb.is_none() {
            let name = subject::obliged(clauses[named].words, measures);
            leads[named].subject = name.or_else(|| leads[named].subject.take());
            naming::name_all(&clauses, &mut leads, named, measures);
        }
    }
    let mut tells = statement::tells(&clauses, &leads, measures);
    let brought = outcome::brought(&clauses, &leads, measures);
    tells.iter_mut().zip(brought).for_each(|(tells, brought)| *tells &= !brought);
    let mut course = Course::default();
    let mut reader = Reader { scene, thread, candidates, found: Vec::new(), acted: false };
    for ((clause, lead), tells) in clauses.iter().zip(&leads).zip(tells) {
        course.enter(clause, lead);
        let first = reader.found.len();
        reader.acted &= clause.follows_comma();
        let is_case = cases.zip(clause.words.first()).is_some_and(|(at, word)| word.range.start > at);
        let verb = lead.verb.filter(|_| tells && !is_case);
        let signs = verb.map_or_else(Signs::default, |verb| reader.clause(clause.words, lead, verb, &course));
        course.leave(lead, first..reader.found.len(), signs);
    }
    let mut found = reader.found;
    course.look_back(&mut found);
    found.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
    candidates.extend(found);
}

fn time_of(word: &Word) -> Option<usize> {
    word.record.filter(|(_, kind)| *kind == RecordKind::Times).map(|(index, _)| index)
}

/// Reads the measures of a sentence.
struct Reader<'r, 's> {
    scene: &'r Scene<'s>,
    thread: &'r Thread,
    candidates: &'r [Candidate],
    found: Vec<Candidate>,
    /// Whether the row of clauses has told an act, so that others may tell what it is for.
    acted: bool,
}

impl Reader<'_, '_> {
    /// Reads the measures of a clause; what they say of force and progress.
    fn clause(&mut self, words: &[Word], lead: &Lead, verb: usize, course: &Course) -> Signs {
        // 对明年渔政提出建议: what is spoken of is no time of the deed.
        let is_matter = |at: usize| at > 0 && adverbial::is_matter(&words[at - 1]);
        let before = (0..verb).rev().filter(|at| !is_matter(*at)).find_map(|at| time_of(&words[at]));
        // 五年内: a limit ahead is one of a plan.
        let is_ahead =
            before.or(course.when.last).is_some_and(|time| self.is_limit(time) && self.is_to_come(time));
        let by_time = is_ahead.then_some(Mood::Plan).or(course.looks_back.then_some(Mood::Done));
        let by_time = by_time.or_else(|| {
            before
                .or(course.when.earlier)
                .or(course.when.last)
                .and_then(|time| super::figure::mood_of_time(&self.candidates[time], self.thread.day()?))
        });
        let mood = by_time.or(self.thread.outlook);
        let is_told = mood.is_none() && !course.state.planned && self.is_division(course.actor.as_ref());
        let mood = mood.or(is_told.then_some(Mood::Done));
        let (mut all, mut only_effects) = (Signs::default(), true);
        let (phrases, own) = self.phrases(words, lead, verb);
        let last = phrases.len().saturating_sub(1);
        for (at, phrase) in phrases.into_iter().enumerate() {
            if at < last && means::is_bare(&words[phrase.object.clone()], phrase.act) {
                continue;
            }
            // 把甲列入预算并增加投入: what 把 puts first is acted on by the first verb, or by where it comes to.
            let object = words[phrase.object.clone()].first();
            let is_free = at > 0 && !phrase.act.is_late && object.is_some_and(Word::is_nominal);
            let first = lead.object.as_ref().filter(|_| !is_free);
            let signs = phrase.signs.or(own).or(course.waiting);
            let carried = if signs.done || signs.planned || signs.now {
                signs
            } else {
                signs.carrying(course.state, mood)
            };
            // 我们支持A: a stand is taken still, whatever the text looks back on.
            let stands = mood == Some(Mood::Done)
                && at == 0
                && predicate::is_position(&words[..verb], &words[phrase.last]);
            let runs = carried.ongoing || carried.continues && course.is_named;
            let carried = Signs { now: carried.now || stands, ongoing: runs, ..carried };
            // 县长希望渔民做到A: it is still to be done.
            let carried = match course.asks && !signs.done {
                true => Signs { planned: true, done: false, ..carried },
                false => carried,
            };
            all = all.or(carried);
            // 加强培训, 提高渔民素质: what the acts before it come to is not one.
            // 改造渔港、提高效益: what shares its clause with an act is one as well.
            only_effects &= effect::is_effect(self.scene, words, lead, &phrase);
            if only_effects && self.acted {
                continue;
            }
            let found = self.found.len();
            let limit = self.limit(&words[phrase.object.clone()]);
            let by = limit.or(before).or(course.when.frame).filter(|time| self.is_to_come(*time));
            let plain = if course.state.binds { Force::Must } else { Force::Will };
            let told = Told {
                status: status(&carried, mood),
                // 应当建设A, 鼓励B: who has to do it, has to do that as well.
                force: signs
                    .force
                    .filter(|force| !course.state.binds || !(signs.goes_on || *force == Force::Explore))
                    .unwrap_or(plain),
                deadline: by,
                actor: course.actor.clone(),
                binds: course.state.binds,
            };
            self.phrase(words, lead, first, &phrase, &told);
            self.acted |= !only_effects && self.found.len() > found;
        }
        all
    }

    /// The verb phrases of a clause, and what stands before them; of 增加收入必须调整结构 those after the topic.
    fn phrases(&self, words: &[Word], lead: &Lead, verb: usize) -> (Vec<Phrase>, Signs) {
        let measures = &self.scene.lexicon.measures;
        let phrases = phrase::read(words, verb, measures);
        let topic = |phrase: &Phrase| {
            predicate::asks_more(&words[phrase.object.clone()], &words[phrase.last])
                .map(|at| phrase.object.start + at)
        };
        // 改造渔港、优化航道取得进展: so is all that is listed before it.
        if let [_, .., last] = &phrases[..]
            && lead.object.is_none()
            && predicate::has_achieved(&words[last.object.clone()], &words[last.last], last.act)
        {
            return (Vec::new(), lead.signs);
        }
        let Some(modal) = phrases.iter().rev().find_map(topic).filter(|_| lead.object.is_none()) else {
            return (phrases, lead.signs);
        };
        let mut signs = lead.signs;
        signs.add(&words[modal]);
        let is_duty = lead::is_duty(&words[modal]);
        let after = lead::read(&words[modal + 1..], measures);
        let is_plain = is_duty && after.subject.is_none() && after.object.is_none();
        let main = after.verb.filter(|_| is_plain).map(|at| phrase::read(words, modal + 1 + at, measures));
        (main.unwrap_or_default(), signs)
    }

    /// The measures of a verb phrase: each verb with each object.
    fn phrase(
        &mut self,
        words: &[Word],
        lead: &Lead,
        acted_on: Option<&Range<usize>>,
        phrase: &Phrase,
        told: &Told,
    ) {
        let own = &words[phrase.object.clone()];
        let is_told = predicate::is_result(own, &words[phrase.last], phrase.act);
        if acted_on.is_none() && (is_told || predicate::is_relative(words, phrase.last)) {
            return;
        }
        let measures = &self.scene.lexicon.measures;
        let leads = acted_on.is_none() && lead.topic.is_none() && predicate::leads_somewhere(words, phrase);
        if leads || predicate::is_centred(own, phrase.act) {
            return;
        }
        let is_outcome = self.only_came_about(words, phrase, told.status)
            || others::has_come(lead, phrase, &words[phrase.last], told.status)
            || others::is_so(lead, phrase, self.scene, own)
            || others::is_misdeed(own, &words[phrase.last], measures);
        if is_outcome || phrase.act.is_pivot && statement::hangs(own) {
            return;
        }
        let goal = goal::goal(own, &words[phrase.last]);
        let rest = &words[phrase.object.start..phrase.words.end.max(phrase.object.end)];
        let stage = goal::stage(rest, &words[phrase.last]).filter(|_| acted_on.is_none() && goal.is_none());
        // 计划将胜利完成: what stands before the verb may be how it is done.
        if acted_on.is_some_and(|object| measures.is_slogan(self.scene.slice(object))) {
            return;
        }
        // 渔民纳入保障范围: what stands before is acted on.
        let is_whole = phrase.act.is_absorbing && acted_on.is_none() && phrase.words.start == 0;
        let patient = lead.topic.as_ref().filter(|_| is_whole);
        let is_passive = patient.is_some();
        let acted_on = acted_on.or(patient);
        let treated = lead.matter.as_ref().filter(|_| acted_on.is_none() && phrase.words.start == 0);
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
        let Some((first, last)) = words[phrase.words.clone()].first().zip(words[phrase.words.clone()].last())
        else {
            return;
        };
        let whole = first.range.start..last.range.end;
        let reach = reach(words, phrase);
        let is_first = acted_on.is_some() || goal.is_some() || stage.is_some() || treated.is_some();
        // 为200名渔民提供A: how many they are belongs to what is done for them.
        let served = lead.benefit.clone().filter(|benefit| benefit.start >= whole.start);
        let served =
            served.map(|range| within(self.candidates, &range, RecordKind::Figures)).unwrap_or_default();
        let rule = rule(is_first, phrase.verbs.len() > 1, objects.len() > 1);
        let taken = acted_on.and_then(|_| taken_up(own));
        let comes =
            taken.or_else(|| stage.zip(rest.last()).map(|(at, last)| rest[at].range.start..last.range.end));
        let one = goal.map(|(verb, _)| verb).or(comes).map(|verb| smallvec![verb]);
        let verbs = one.or(treated.map(|(_, deeds)| deeds)).unwrap_or_else(|| phrase.verbs.clone());
        // 打下坚实基础: nothing that can be checked comes of such verbs.
        let counts = |verb: &Range<usize>| !measures.is_slogan(self.scene.slice(verb));
        for (at, verb) in verbs.iter().enumerate().filter(|(_, verb)| counts(verb)) {
            // 允许和鼓励: both try out.
            let deed = measures.words.get(self.scene.slice(verb));
            let tries = at == 0 || deed.is_some_and(|deed| deed.force == Some(Force::Explore));
            // 支持和保证, 支持和鼓励: the second says by itself how firmly.
            let says = |force: &Force| at > 0 && matches!(force, Force::Must | Force::Explore);
            let own = deed.and_then(|deed| deed.force).filter(says);
            let own = own.unwrap_or(told.force);
            let force = if phrase.tries && tries && !told.binds { Force::Explore } else { own };
            // 树立正确的观念: nor is how somebody is a deed.
            let is_stance = deed.and_then(|deed| deed.act).is_some_and(|act| act.is_stance);
            let is_done =
                |object: &&Range<usize>| !is_stance || !measures.is_attitude(self.scene.slice(object));
            let is_bounded = |object: &&Range<usize>| object.len() <= MAX_OBJECT_BYTES;
            for object in objects.iter().filter(is_bounded).filter(is_done) {
                let reach =
                    if objects.len() > 1 { object.clone() } else { reach.start.min(object.start)..reach.end };
                let mut figures = served.clone();
                figures.extend(within(self.candidates, &reach, RecordKind::Figures));
                let measure = Measure {
                    verb: verb.clone(),
                    object: object.clone(),
                    actor: phrase.actor.clone().or_else(|| told.actor.clone()).filter(|_| !is_passive),
                    force,
                    status: told.status,
                    deadline: told.deadline.filter(|_| told.status != MeasureStatus::Done),
                    projects: within(self.candidates, &reach, RecordKind::Projects),
                    figures,
                };
                self.found.push(Candidate::new(
                    whole.clone(),
                    rule,
                    Evidence::Form,
                    Detail::Measure(measure),
                ));
            }
        }
    }

    /// 青海省建立台账: whether a province or a city acts, of which is told what it does where nothing says how far it is.
    fn is_division(&self, actor: Option<&Range<usize>>) -> bool {
        let Some(actor) = actor else { return false };
        let last = within(self.candidates, actor, RecordKind::Places).last().copied();
        last.map(|last| &self.candidates[last]).is_some_and(|place| {
            place.range.end == actor.end && matches!(place.detail, Detail::Place { code: Some(_) })
        })
    }
}

/// What all measures of a phrase share.
struct Told {
    status: MeasureStatus,
    force: Force,
    deadline: Option<usize>,
    actor: Option<Range<usize>>,
    /// 应当, 必须: nothing is only tried out.
    binds: bool,
}

fn rule(is_object_first: bool, shares_object: bool, is_list: bool) -> &'static str {
    match (is_object_first, shares_object, is_list) {
        (true, _, _) => "measure.object-first",
        (false, true, _) => "measure.verbs",
        (false, false, true) => "measure.objects",
        (false, false, false) => "measure.clause",
    }
}

/// 把渔港作为大事来抓: the verb after 来 says what is done.
fn taken_up(after: &[Word]) -> Option<Range<usize>> {
    let [.., how, verb] = after else { return None };
    let is_verb = verb.deed.act.is_some() || verb.tag.starts_with('v');
    (how.text == "来" && verb.record.is_none() && is_verb).then(|| verb.range.clone())
}

/// How far: by the words of the clause, else by the time it speaks of or the text around.
fn status(signs: &Signs, mood: Option<Mood>) -> MeasureStatus {
    match signs {
        Signs { now: true, done: false, .. } => MeasureStatus::Ongoing,
        Signs { planned: true, done: false, .. } => MeasureStatus::Planned,
        Signs { done: true, .. } => MeasureStatus::Done,
        _ if mood == Some(Mood::Done) => MeasureStatus::Done,
        _ if mood == Some(Mood::Plan) => MeasureStatus::Planned,
        Signs { ongoing: true, .. } => MeasureStatus::Ongoing,
        _ => MeasureStatus::Planned,
    }
}

/// From the first verb of a phrase to the end of what follows it.
fn reach(words: &[Word], phrase: &Phrase) -> Range<usize> {
    let start = phrase.verbs.first().map_or(0, |verb| verb.start);
    let end = words[..phrase.object.end].last().map_or(start, |word| word.range.end);
    start..end.max(start)
}

/// The candidates of a kind that stand inside a stretch.
fn within(candidates: &[Candidate], stretch: &Range<usize>, kind: RecordKind) -> Vec<usize> {
    let from = candidates.partition_point(|candidate| candidate.range.start < stretch.start);
    let inside = candidates.iter().enumerate().skip(from).take_while(|(_, c)| c.range.start < stretch.end);
    inside.filter(|(_, c)| c.kind() == kind && c.range.end <= stretch.end).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests;
