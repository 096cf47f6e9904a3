//! Works out the dates that depend on the document's: 今年, 上半年, 过去五年, 2020年以来.

mod clock;
mod resolve;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use crate::lexicon::iso::years_of;
use crate::lexicon::{PlaceClass, ViewCue};
use crate::recognise::time::{self, Part, Start, TimeExpression};
use crate::recognise::{CLAUSE_MARKS, Candidate, Detail, Scene, Time};
use crate::record::TimeKind;
use crate::relate::Thread;
use clock::Clock;
pub(super) use clock::LATE;
use resolve::Resolver;

/// Characters before a time that opens its clause.
const OPENING: [char; 8] = [',', '。', ';', ':', '!', ' ', '在', '而'];

/// Farthest before a month that a word may say that it is expected, in characters.
const MAX_FORESEEN_CHARS: usize = 12;
/// Longest name of a country, in characters.
const MAX_COUNTRY_CHARS: usize = 8;
const CHINA: [&str; 2] = ["中国", "中华人民共和国"];

/// What the document has said of times so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The year spoken of last.
    year: Option<i16>,
    /// First and last year of the stretch spoken of last.
    stretch: Option<(i16, i16)>,
    /// The byte of the mended text at which the sentence starts that named it.
    stretch_at: Option<usize>,
    /// The stretches of months whose year the text has said, each with the last year said.
    parts: Vec<(Part, i16)>,
    /// The year that the text is about, which is the last one that opened a clause, and the start of its
    /// sentence.
    topic: Option<(i16, usize)>,
    /// Year and month of the day that was told of last, and the start of its sentence.
    day: Option<(i16, i8, usize)>,
    /// First and last years of the stretches since an event that the text has spoken of.
    since: BTreeSet<(i16, i16)>,
    /// The anniversaries that the text has spoken of, in years.
    anniversaries: BTreeSet<i16>,
    /// First and last year of the plan in force at the document's date, once the text has named it.
    plan: Option<(i16, i16)>,
    /// A stretch that no words name: the term before or after the document's date.
    reckoned: Option<(i16, i16)>,
    /// The time spoken of last that 同期 can mean: its part of the year, and its ISO date.
    told: Option<(Part, String)>,
    /// What the headings above the last sentence say, and those headings.
    headed: Option<(Rc<[String]>, Headed)>,
}

/// What the headings above a sentence say of its times, each by the nearest one that says it.
#[derive(Debug, Clone, Copy)]
struct Headed {
    view: Option<View>,
    year: Option<i16>,
    plan: Option<(i16, i16)>,
}

impl Memory {
    /// What these headings say, which is read once for all sentences below them.
    fn headed(&mut self, headings: &Rc<[String]>, scene: &Scene) -> Headed {
        if let Some((_, headed)) = self.headed.as_ref().filter(|(above, _)| Rc::ptr_eq(above, headings)) {
            return *headed;
        }
        let nearest = || headings.iter().rev();
        let headed = Headed {
            view: nearest().find_map(|heading| view(heading, scene, None)),
            year: nearest().find_map(|heading| heading_year(heading)),
            plan: nearest().find_map(|heading| heading_plan(heading, scene)),
        };
        self.headed = Some((Rc::clone(headings), headed));
        headed
    }
}

/// The last year that is over at this date.
pub(super) fn reviewed(day: &str) -> Option<i16> {
    Some(Clock::read(day)?.reviewed())
}

/// Whether a text of this date reviews the year before.
pub(crate) fn reviews_last_year(day: &str) -> bool {
    Clock::read(day).is_some_and(|clock| clock.reviewed() < clock.year)
}

/// Fills in the ISO dates of the sentence's times.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut [Candidate]) {
    let mut resolver: Option<Resolver> = None;
    let mut last_end = 0;
    for candidate in candidates {
        let range = candidate.range.clone();
        let Detail::Time(time) = &mut candidate.detail else { continue };
        let follows_time = std::mem::replace(&mut last_end, range.end) == range.start && range.start > 0;
        thread.times.anniversaries.extend(anniversary(scene.slice(&range), time));
        let Some(says) = &time.says else { continue };
        let resolver = resolver.get_or_insert_with(|| Resolver::new(scene, thread));
        resolver.is_day = scene.slice(&range).contains(['月', '日']);
        let is_foreseen = (resolver.is_day || resolver.clock.is_none()) && is_foreseen(scene, &range);
        resolver.is_foreseen = resolver.is_day && is_foreseen;
        resolver.is_passing = resolver.clock.is_none() && is_foreseen;
        resolver.follows_time = follows_time;
        resolver.limit = scene.slice(&range).ends_with('前');
        let before = scene.text[..range.start].chars().next_back();
        // 由|前年|的9亿元增加到: nor does the sentence go on about the time at which something started.
        let starts = matches!(before, Some('由' | '从')) && scene.text[range.end..].starts_with('的');
        resolver.is_compared = starts || matches!(before, Some('比' | '较' | '按' | '('));
        resolver.opens = before.is_none_or(|c| OPENING.contains(&c));
        let own = ["time.plan", "time.since"].contains(&&*candidate.rule);
        let foreign = own && !starts_with_year(says) && is_foreign(scene, range.start);
        let resolved = if foreign { None } else { resolver.resolve(says, &mut thread.times) };
        // 在五年内 is a length, unless it means the plan in force.
        let is_length = time.kind == TimeKind::Duration;
        if !is_length {
            time.iso = resolved;
        } else if resolved.is_some() {
            (time.kind, time.iso) = (TimeKind::Period, resolved);
        }
    }
}

/// Whether the clause says that this time is expected or planned: 预计|5月|核准、|8月|开工, |4月份|拟招聘; not that a plan
/// was followed (按计划, 原计划).
fn is_foreseen(scene: &Scene, time: &Range<usize>) -> bool {
    let words = &scene.lexicon.times.foreseen;
    let before = scene.text[..time.start].char_indices().rev().take(MAX_FORESEEN_CHARS);
    let mut starts = before.take_while(|(_, c)| !CLAUSE_MARKS.contains(c)).map(|(at, _)| at);
    let earlier = starts.any(|at| {
        let word = words.longest_at(scene.text, at).filter(|(word, ())| word.end <= time.start);
        word.is_some() && !scene.text[..at].ends_with(['按', '照', '原', '的', '《'])
    });
    earlier || words.longest_at(scene.text, time.end).is_some()
}

/// The years of an anniversary: 30周年.
fn anniversary(text: &str, time: &Time) -> Option<i16> {
    let years = time.iso.as_deref().filter(|_| text.ends_with("周年"))?;
    years_of(years)?.try_into().ok()
}

/// Whether the words themselves tell from which year they count: 2020年以来, not 建国以来.
fn starts_with_year(says: &TimeExpression) -> bool {
    matches!(says, TimeExpression::Since(Start::Calendar(_) | Start::EventIn(_)))
}

/// Whether a plan or event belongs to another country, which stands before it: 苏联第一个五年计划, 苏联建国以来.
fn is_foreign(scene: &Scene, plan: usize) -> bool {
    let before = &scene.text[..plan];
    let before = before.strip_suffix('的').unwrap_or(before);
    before.char_indices().rev().take(MAX_COUNTRY_CHARS).any(|(start, _)| {
        let place = scene.at(&scene.lexicon.places.names, start);
        place.is_some_and(|(range, place)| {
            range.end == before.len() && place.class == PlaceClass::Country && !CHINA.contains(&place.word)
        })
    })
}

/// Which way a clause or a heading looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// Ahead, at what is to come.
    Plan,
    /// Back, at what was.
    Review,
}

/// Which way the words of a clause or heading look. Those of a plan are surest. A goal that was reached is
/// none any more, nor is one that a review speaks of: 全年主要目标任务较好完成 below 去年工作回顾.
fn view(text: &str, scene: &Scene, above: Option<View>) -> Option<View> {
    let (mut goal, mut review, mut done) = (false, false, false);
    for (_, cue) in scene.lexicon.times.cues.find(text) {
        match cue {
            ViewCue::Plan => return Some(View::Plan),
            ViewCue::Goal => goal = true,
            ViewCue::Review => review = true,
            ViewCue::Done => done = true,
        }
    }
    match goal && !done {
        true => above.or(Some(View::Plan)),
        false => (review || done).then_some(View::Review),
    }
}

/// The first year that a heading names: 二、2026年重点工作.
fn heading_year(heading: &str) -> Option<i16> {
    let years = heading.match_indices('年').filter_map(|(at, _)| heading.get(at.checked_sub(4)?..at));
    years
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        .find_map(|digits| digits.parse().ok())
}

/// First and last year of the plan that a heading names: 一、“十四五”时期工作回顾.
fn heading_plan(heading: &str, scene: &Scene) -> Option<(i16, i16)> {
    let (first, _) = time::plan_in(heading, &scene.lexicon.times)?;
    Some((first, first + 4))
}
