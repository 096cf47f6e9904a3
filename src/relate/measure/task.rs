//! Tasks that an amount names, where the end of the clause or the next one says what is to become, or has
//! become, of them: 20个渔港改造10月底前全部完工; 县渔业局承担的20个渔港改造任务,已完成9个.

use std::ops::Range;

use super::word::{Clause, Mark, Word};
use super::{Reader, lead, time_of};
use crate::lexicon::Mood;
use crate::recognise::{Candidate, Detail, Evidence, Measure};
use crate::record::{Force, MeasureStatus, RecordKind};

/// Most words that name the thing that is counted.
const MAX_THING_WORDS: usize = 8;
/// Most words that name those who are charged with it.
const MAX_ACTOR_WORDS: usize = 6;
/// Words for all of it, before the verb of what is to become of it.
const ALL: [&str; 4] = ["全部", "全面", "均", "都"];
/// Verbs of those who are charged with a task.
const CHARGED: [&str; 3] = ["承担", "负责", "牵头"];

/// A task that an amount names.
struct Task {
    /// The bytes of the name of those who are charged with it.
    actor: Option<Range<usize>>,
    /// The bytes of the amount with the thing; of what is to be done with it (改造), where a noun says this; of
    /// all its name.
    thing: Range<usize>,
    deed: Option<Range<usize>>,
    whole: Range<usize>,
    /// The index of the word after it.
    end: usize,
}

/// Whether a clause opens with an amount, or with those who are charged with it.
pub(super) fn may_name(clause: &Clause) -> bool {
    opening(clause.words).is_some()
}

impl Reader<'_, '_> {
    /// The measure of a clause that names a task by its amount.
    pub(super) fn task(&self, clause: &Clause, next: Option<&Clause>) -> Option<Candidate> {
        let task = named(clause.words)?;
        let rest = clause.words.get(task.end..)?;
        let (whole, verb, deadline) = match rest.last() {
            None if next.is_some_and(tells) => (task.whole.clone(), task.deed.clone()?, None),
            None => return None,
            Some(_) => {
                let (verb, time) = self.end(clause.words, rest)?;
                match task.deed.clone() {
                    Some(deed) => (task.whole.clone(), deed, time),
                    None => (task.whole.start..verb.end, verb, time),
                }
            }
        };
        let inside = super::within(self.candidates, &task.thing, RecordKind::Figures);
        let measure = Measure {
            verb,
            object: task.thing,
            actor: task.actor,
            force: Force::Will,
            status: MeasureStatus::Planned,
            deadline,
            projects: super::within(self.candidates, &whole, RecordKind::Projects),
            figures: inside,
        };
        Some(Candidate::new(whole, "measure.object-first", Evidence::Form, Detail::Measure(measure)))
    }

    /// The verb that says what is to become of all of it, and the time by which: 10月底前全部|完工|. `None` where it
    /// is not still to come.
    fn end(&self, words: &[Word], rest: &[Word]) -> Option<(Range<usize>, Option<usize>)> {
        let (last, before) = rest.split_last()?;
        let is_stage = |word: &Word| {
            let mark = self.scene.lexicon.stages.marks.get(word.text);
            word.record.is_none()
                && (word.deed.act.is_some() || mark.is_some_and(|mark| mark.stage.is_some()))
        };
        // 完成|改造.
        let (first, before) = match before.split_last() {
            Some((finishes, before)) if finishes.text == "完成" => (finishes, before),
            _ => (last, before),
        };
        let passes = |word: &Word| {
            time_of(word).is_some() || ALL.contains(&word.text) || word.is_adverb() || lead::is_modal(word)
        };
        let is_done = before
            .iter()
            .any(|word| word.deed.status == Some(MeasureStatus::Done) || word.text.starts_with('已'));
        if !is_stage(last) || is_done || !before.iter().all(passes) {
            return None;
        }
        let own = before.iter().rev().find_map(time_of);
        let time = own.or_else(|| words.iter().find_map(time_of)).filter(|time| self.is_ahead(*time));
        let is_open = time.is_some() || before.iter().any(lead::is_duty);
        is_open.then_some((first.range.start..last.range.end, time))
    }

    /// Whether a time is still to come, to the day, where the text around does not look back.
    fn is_ahead(&self, time: usize) -> bool {
        let mood =
            self.thread.day().and_then(|day| super::super::figure::mood_of_time(&self.candidates[time], day));
        self.is_to_come(time) && mood != Some(Mood::Done) && self.thread.outlook != Some(Mood::Done)
    }
}

/// The index of the amount that opens a clause, and the name of those who are charged with it: 今年|20个渔港,
/// 县渔业局承担的|20个渔港.
fn opening(words: &[Word]) -> Option<(usize, Option<Range<usize>>)> {
    let passes = |word: &Word| time_of(word).is_some() || word.deed.is_opener;
    let first = words.iter().position(|word| !passes(word))?;
    let is_amount = |word: &Word| word.is(RecordKind::Figures) && !word.text.ends_with(['%', '元', '点']);
    if words.get(first).is_some_and(is_amount) {
        return Some((first, None));
    }
    // Most clauses have no figure, which is faster to see than who is charged.
    let reach = words.len().min(first + MAX_ACTOR_WORDS + 2);
    words.get(first..reach)?.iter().find(|word| is_amount(word))?;
    let near = words.get(first..words.len().min(first + MAX_ACTOR_WORDS))?;
    let charged = first + near.iter().position(|word| CHARGED.contains(&word.text))?;
    let (of, amount) = (words.get(charged + 1)?, words.get(charged + 2)?);
    let (opens, closes) = (words.get(first)?, words.get(charged.checked_sub(1)?)?);
    let is_named = charged > first && words[first..charged].iter().all(|word| word.mark == Mark::Word);
    // 由|县渔业局.
    let start = if opens.text == "由" { opens.range.end } else { opens.range.start };
    let is_charged = is_named && of.mark == Mark::De && is_amount(amount);
    is_charged.then(|| (charged + 2, Some(start..closes.range.end)))
}

/// The task that a clause opens with.
fn named(words: &[Word]) -> Option<Task> {
    let (at, actor) = opening(words)?;
    let is_part = |word: &Word| {
        let names = word.tag.starts_with(['n', 'a', 'b', 'v', 'j', 'l', 's', 'i']);
        word.mark == Mark::Word
            && names
            && !matches!(word.record, Some((_, RecordKind::Times | RecordKind::Figures)))
            && !ALL.contains(&word.text)
            && !lead::is_modal(word)
            && word.deed.preposition.is_none()
    };
    let after = words.get(at + 1..)?;
    let count = after.iter().take(MAX_THING_WORDS).take_while(|word| is_part(word)).count();
    let thing = after.get(..count)?;
    let without_task = match thing {
        [before @ .., task] if matches!(task.text, "任务" | "工程" | "项目") => before,
        all => all,
    };
    let is_deed = |word: &Word| word.record.is_none() && word.deed.act.is_some();
    let (deed, noun) = match without_task {
        [noun @ .., deed] if is_deed(deed) => (Some(deed.range.clone()), noun),
        noun => (None, noun),
    };
    let is_thing = |word: &Word| !is_deed(word) || word.deed.is_noun;
    let last = noun.last().filter(|last| last.is_nominal() && noun.iter().all(is_thing))?;
    let (start, end) = (words[at].range.start, thing.last()?.range.end);
    Some(Task { actor, thing: start..last.range.end, deed, whole: start..end, end: at + 1 + count })
}

/// Whether a clause tells what has become of a task: 已完成9个.
fn tells(clause: &Clause) -> bool {
    clause.follows_comma() && clause.words.first().is_some_and(|first| first.deed.is_telling)
}

#[cfg(test)]
mod tests {
    use super::super::tests::plain;

    #[test]
    fn an_amount_names_a_task_of_which_the_end_is_to_come() {
        for (text, expected) in [
            ("20个渔港改造10月底前全部完工。", "改造 | 20个渔港, will, planned"),
            ("今年20个渔港改造任务10月底前全部完工。", "改造 | 20个渔港, will, planned"),
            ("4条航道年底前全部打通。", "打通 | 4条航道, will, planned"),
            ("9座危桥年底前完成改造。", "完成改造 | 9座危桥, will, planned"),
            ("20个渔港改造任务,已完成9个。", "改造 | 20个渔港, will, planned"),
            ("县渔业局承担的20个渔港改造任务,已完成9个。", "县渔业局: 改造 | 20个渔港, will, planned"),
        ] {
            assert_eq!(plain(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_done_or_only_named_is_no_task() {
        for text in [
            "20个渔港改造全部完工。",
            "20个渔港改造已于10月底前全部完工。",
            "4条航道全部打通。",
            "20个渔港改造任务,渔民十分关心。",
            "20个渔港改造。",
            "5%的渔港年底前全部改造。",
        ] {
            assert!(plain(text).is_empty(), "{text}: {:?}", plain(text));
        }
    }
}
