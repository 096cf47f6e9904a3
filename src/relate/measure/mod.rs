//! Measures: what is done or promised, read clause by clause off the words and the records that stand.
//!
//! | file | question |
//! |---|---|
//! | [`word`], [`mark`], [`quotation`] | which words make up a clause, and what marks do in it |
//! | [`signs`], [`lead`], [`adverbial`], [`preposition`] | how firmly and how far, and what stands before the verb |
//! | [`subject`], [`actor`], [`naming`] | who acts |
//! | [`phrase`], [`after`], [`extent`] | which verbs govern, and how far their object goes |
//! | [`object`], [`fit`], [`matter`], [`means`], [`items`], [`standard`] | what is acted on |
//! | [`deeds`] | the measures that a phrase makes, one for each verb with each object |
//! | [`course`], [`demand`] | who acts, how far it is and by when, from clause to clause and from sentence to sentence |
//! | [`statement`], [`reach`], [`topic`], [`others`], [`outcome`], [`effect`], [`amount`], [`predicate`] | what looks like a measure and tells something else |
//! | [`task`], [`goal`] | tasks and goals that an amount names |
//! | [`deadline`] | by when |

mod actor;
mod adverbial;
mod after;
mod amount;
mod course;
mod deadline;
mod deeds;
mod demand;
mod effect;
mod extent;
mod fit;
mod goal;
mod items;
mod label;
mod lead;
mod manner;
mod mark;
mod matter;
mod means;
mod naming;
mod object;
mod others;
mod outcome;
mod peer;
mod phrase;
mod predicate;
mod preposition;
mod quotation;
mod reach;
mod signs;
mod standard;
mod statement;
mod subject;
mod task;
mod topic;
mod word;

use std::ops::Range;

use super::Thread;
use crate::lexicon::iso::year_of;
use crate::lexicon::{Mood, Trigger};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::{FigureStatus, Force, MeasureStatus, RecordKind};
use crate::text::clause_after;
use course::Course;
use deeds::Shared;
pub(crate) use demand::Demand;
use lead::Lead;
use phrase::Phrase;
use signs::Signs;
use subject::Subject;
use word::Word;

/// Word that opens a clause on what all amounts come to, with those of other years.
const SUM: &str = "累计";

/// Appends the measures of the sentence.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    let asked = thread.demand.enter(scene.text, thread.opens_paragraph);
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
        thread.demand.pass(asked && scene.any(&measures.words, demand::obliges));
        return;
    }
    let mut words = word::words(scene, candidates);
    amount::part(&mut words, measures);
    let clauses = word::clauses(&words, &scene.lexicon.tasks);
    if label::is_contents(&words, &clauses) {
        return;
    }
    let mut leads: Vec<Lead> = clauses.iter().map(|clause| standard::lead(clause.words, measures)).collect();
    // Most sentences without a measure end here.
    let names_task = clauses.iter().any(task::may_name);
    if !names_task && leads.iter().all(|lead| lead.verb.is_none()) {
        thread.demand.leave(scene.text, &clauses, false);
        return;
    }
    for at in 1..clauses.len() {
        if naming::also_serves(clauses[at - 1].words, clauses[at].words) {
            leads[at].subject = None;
        }
        let asks =
            clauses[at].follows_comma() && leads[at].subject.is_none() && lead::asks(clauses[at].words);
        // 所有企业, 特别是国有企业, 都要…: the first clause names them all.
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
    tells[..label::title(&clauses)].fill(false);
    let brought = outcome::brought(&clauses, &leads, measures);
    tells.iter_mut().zip(brought).for_each(|(tells, brought)| *tells &= !brought);
    let mut course = Course::default();
    // What is told of a task later does not concern what it asks for.
    let mut tasks = Vec::new();
    let asked = asked && demand::goes_on(&leads[0]);
    let around = thread.outlook.map(|mood| if asked { Mood::Plan } else { mood });
    let mut reader =
        Reader { scene, thread, candidates, around, found: Vec::new(), acted: false, allots: false };
    for (at, ((clause, lead), tells)) in clauses.iter().zip(&mut leads).zip(tells).enumerate() {
        course.enter(clause, lead);
        lead.signs.done |= reader.tells_outturn(clause.words, lead, &course);
        let first = reader.found.len();
        reader.acted &= clause.follows_comma();
        reader.allots &= clause.follows_comma() && lead.subject.is_none();
        let is_case = cases.zip(clause.words.first()).is_some_and(|(at, word)| word.range.start > at);
        let verb = lead.verb.filter(|_| tells && !is_case);
        let signs = verb.map_or_else(Signs::default, |verb| reader.clause(clause.words, lead, verb, &course));
        reader.allots |= effect::allots(clause.words);
        if names_task && reader.found.len() == first && !is_case {
            tasks.extend(reader.task(clause, clauses.get(at + 1)));
        }
        // ,累计达9座: the sum of all does not say that the clauses before were done.
        let is_sum = clause.words.first().is_some_and(|word| word.record.is_none() && word.text == SUM);
        let is_sum = is_sum && reader.found.len() == first;
        lead.signs = if is_sum { Signs::default() } else { lead.signs };
        course.leave(lead, first..reader.found.len(), if is_sum { Signs::default() } else { signs });
    }
    let mut found = reader.found;
    course.look_back(&mut found);
    found.extend(tasks);
    found.sort_by_key(|candidate| (candidate.range.start, candidate.range.end));
    candidates.extend(found);
    thread.demand.leave(scene.text, &clauses, asked);
}

fn time_of(word: &Word) -> Option<usize> {
    word.record.filter(|(_, kind)| *kind == RecordKind::Times).map(|(index, _)| index)
}

/// Reads the measures of a sentence.
struct Reader<'r, 's> {
    scene: &'r Scene<'s>,
    thread: &'r Thread,
    candidates: &'r [Candidate],
    /// Whether the text around the sentence is review or plan.
    around: Option<Mood>,
    found: Vec<Candidate>,
    /// Whether the row of clauses has told an act, so that later clauses may tell what it is for.
    acted: bool,
    /// Whether the row of clauses has set money apart, so that later clauses may tell what it is for.
    allots: bool,
}

impl Reader<'_, '_> {
    /// Reads the measures of a clause; returns what they say of force and progress.
    fn clause(&mut self, words: &[Word], lead: &Lead, verb: usize, course: &Course) -> Signs {
        // 对明年渔政提出建议: the time of what is spoken of is not that of the deed.
        let is_matter = |at: usize| at > 0 && adverbial::is_matter(&words[at - 1]);
        let before = (0..verb).rev().filter(|at| !is_matter(*at)).find_map(|at| time_of(&words[at]));
        let mood = self.mood(before, course).or_else(|| self.tells_life(&words[verb], before));
        let is_told = mood.is_none() && !course.state.planned && self.is_division(course.actor.as_ref());
        let mood = mood.or(is_told.then_some(Mood::Done));
        let (mut all, mut only_effects) = (Signs::default(), true);
        let (phrases, own) = self.phrases(words, lead, verb);
        let last = phrases.len().saturating_sub(1);
        for (at, phrase) in phrases.iter().enumerate() {
            if at < last && means::is_bare(&words[phrase.object.clone()], phrase.act) {
                continue;
            }
            // 把甲列入预算并增加投入: only the first verb acts on what 把 puts first, or the verb of where it is put.
            let object = words[phrase.object.clone()].first();
            let is_free = at > 0 && !phrase.act.is_late && object.is_some_and(Word::is_nominal);
            let first = lead.object.as_ref().filter(|_| !is_free);
            let signs = phrase.signs.or(own).or(course.waiting);
            // 我们支持A: a stand is still taken, unless the text is a plan.
            let stands = mood != Some(Mood::Plan)
                && at == 0
                && predicate::is_position(&words[..verb], &words[phrase.last]);
            let carried = carried(signs, course, mood, stands);
            all = all.or(carried);
            // 加强培训, 提高渔民素质: the effect of the acts before is no act.
            // 改造渔港、提高效益: in the same clause as an act, it is one.
            only_effects &= effect::is_effect(self.scene, words, lead, phrase);
            if only_effects && self.acted || self.allots && effect::is_use(words, phrase) {
                continue;
            }
            let found = self.found.len();
            let limit = self.limit(&words[phrase.object.clone()]);
            let by = limit.or(before).or(course.when.frame).filter(|time| self.is_to_come(*time));
            let plain = if course.state.binds { Force::Must } else { Force::Will };
            let told = Shared {
                status: status(&carried, mood),
                // 应当建设A, 鼓励B: the duty holds for B as well.
                force: signs
                    .force
                    .filter(|force| !course.state.binds || !(signs.goes_on || *force == Force::Explore))
                    .unwrap_or(plain),
                deadline: by,
                actor: course.actor.clone(),
                binds: course.state.binds,
            };
            self.phrase(words, lead, first, phrase, &told);
            self.acted |= !only_effects && self.found.len() > found;
            self.allots &= self.found.len() == found;
        }
        all
    }

    /// Whether a clause says how much of a plan has been reached, where nothing is still to come:
    /// 培训5000人次,|完成年度任务的72.5%|; 新建渔港3座,|超额完成任务|.
    fn tells_outturn(&self, words: &[Word], lead: &Lead, course: &Course) -> bool {
        let is_open = course.state.planned || lead.signs.planned || lead.signs.force.is_some();
        !is_open
            && outcome::is_outturn(words, &self.scene.lexicon.measures)
            && self.mood(None, course) != Some(Mood::Plan)
    }

    /// Whether a clause plans or reports: by its own time, by those of the clauses before, or by the text
    /// around.
    fn mood(&self, before: Option<usize>, course: &Course) -> Option<Mood> {
        let of_time = |time: usize| super::figure::mood_of_time(&self.candidates[time], self.thread.day()?);
        // 截至6月底: what was counted up to then is done, unless the day is to come.
        if course.counted && before.or(course.when.last).and_then(of_time) != Some(Mood::Plan) {
            return Some(Mood::Done);
        }
        // 五年内: a limit ahead belongs to a plan.
        let is_ahead =
            before.or(course.when.last).is_some_and(|time| self.is_limit(time) && self.is_to_come(time));
        let by_time = is_ahead.then_some(Mood::Plan).or(course.looks_back.then_some(Mood::Done));
        let told = |time: usize| if self.compares_aim(time) { Some(Mood::Plan) } else { of_time(time) };
        let by_time = by_time.or_else(|| told(before.or(course.when.earlier).or(course.when.last)?));
        by_time.or(self.around)
    }

    /// Whether an aim, or what a plan tells, is only compared with a time: 生产总值达到9亿元,比|上年|增长6%.
    fn compares_aim(&self, time: usize) -> bool {
        let range = &self.candidates[time].range;
        let is_base = self.scene.text[..range.start].ends_with(['比', '较', '同']);
        let end = range.end + clause_after(&self.scene.text[range.end..]).len();
        let first = self.candidates.partition_point(|candidate| candidate.range.start < range.end);
        let compared = self.candidates[first..].iter().take_while(|candidate| candidate.range.end <= end);
        let is_aim = |candidate: &Candidate| matches!(&candidate.detail, Detail::Figure(figure) if figure.status == FigureStatus::Target);
        is_base && (self.thread.outlook == Some(Mood::Plan) || compared.into_iter().any(is_aim))
    }

    /// The mood of what somebody joined and in which year, in a text without a date, which tells a life:
    /// 1952年加入渔会.
    fn tells_life(&self, verb: &Word, time: Option<usize>) -> Option<Mood> {
        let joins = matches!(verb.text, "加入" | "参加") && self.thread.day().is_none();
        let time = time.filter(|time| joins && !self.is_limit(*time))?;
        let Detail::Time(own) = &self.candidates[time].detail else { return None };
        let is_year = self.scene.slice(&self.candidates[time].range).contains('年')
            && own.iso.as_deref().and_then(year_of::<i32>).is_some();
        is_year.then_some(Mood::Done)
    }

    /// The verb phrases of a clause, and the signs before them. If the clause has a topic, those after it:
    /// 增加收入必须调整结构.
    fn phrases(&self, words: &[Word], lead: &Lead, verb: usize) -> (Vec<Phrase>, Signs) {
        let measures = &self.scene.lexicon.measures;
        let phrases = phrase::read(words, verb, measures);
        let topic = |phrase: &Phrase| {
            predicate::asks_more(&words[phrase.object.clone()], &words[phrase.last], measures)
                .map(|at| phrase.object.start + at)
        };
        // 改造渔港、优化航道取得进展: all that is listed before it is a topic as well.
        if let [_, .., last] = &phrases[..]
            && lead.object.is_none()
            && predicate::has_achieved(&words[last.object.clone()], &words[last.last], last.act, measures)
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

    /// Whether a province or a city acts: the text reports on it where nothing says how far something is.
    /// 青海省建立台账.
    fn is_division(&self, actor: Option<&Range<usize>>) -> bool {
        let Some(actor) = actor else { return false };
        let last = within(self.candidates, actor, RecordKind::Places).last().copied();
        last.map(|last| &self.candidates[last]).is_some_and(|place| {
            place.range.end == actor.end && matches!(place.detail, Detail::Place { code: Some(_) })
        })
    }
}

/// What a phrase says of force and progress, completed by what the clauses before say.
fn carried(own: Signs, course: &Course, mood: Option<Mood>, stands: bool) -> Signs {
    let is_own = own.done || own.planned || own.now;
    let signs = if is_own { own } else { own.carrying(course.state, mood) };
    let runs = signs.ongoing || signs.continues && course.is_named;
    let signs = Signs { now: signs.now || stands, ongoing: runs, ..signs };
    // 县长希望渔民做到A: this is still to be done.
    if course.asks && !own.done { Signs { planned: true, done: false, ..signs } } else { signs }
}

/// How far a measure is: by the words of the clause, else by the time it speaks of or the text around.
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

/// The indices of the candidates of a kind that stand inside these bytes.
fn within(candidates: &[Candidate], stretch: &Range<usize>, kind: RecordKind) -> Vec<usize> {
    let from = candidates.partition_point(|candidate| candidate.range.start < stretch.start);
    let inside = candidates.iter().enumerate().skip(from).take_while(|(_, c)| c.range.start < stretch.end);
    inside.filter(|(_, c)| c.kind() == kind && c.range.end <= stretch.end).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests;
