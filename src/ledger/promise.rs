//! Gives the words by which two measures are compared as one promise, and searched for in later documents.

use super::lead::plain_joint;
use super::reader::Reader;
use super::sought::Sought;
use crate::lexicon::iso::{ends, year_of, years_of};
use crate::record::{Measure, Span, Time};

/// An object of fewer characters is one thing only with the same verb.
pub(super) const MIN_TELLING_CHARS: usize = 6;
/// Fewest characters of an object that is built or carried out by the number: 学校5所.
const MIN_COUNTED_CHARS: usize = 2;
/// Stands in for all verbs of keeping.
const KEEPING: &str = "守住";
/// Nouns at the end of an object that only call it a promise.
pub(super) const CLOSING: &[&str] = &["等各项任务", "目标任务", "目标", "任务", "指标"];
/// Characters around a deadline that belong to it: 到|2030年|前.
pub(super) const BEFORE_DEADLINE: [char; 5] = ['到', '在', '于', '至', '用'];
pub(super) const BEHIND_DEADLINE: [char; 5] = ['前', '底', '末', ',', '，'];

impl Reader<'_> {
    /// Verb and object as they are compared, without words of striving (力争), the deadline, the figures, and
    /// 目标 or 任务 at the end. If something is built or carried out and the object tells enough, only the
    /// object.
    pub(super) fn key(&self, opens: &str, verb: &str, measure: &Measure) -> String {
        let object = self.with_purpose(measure);
        let carried = &self.words().carried;
        // All verbs of keeping are one: 严守红线 is 守住红线.
        let verb = if self.words().keeping.contains(verb) { KEEPING } else { verb };
        let shortest = if measure.figures.is_empty() { MIN_TELLING_CHARS } else { MIN_COUNTED_CHARS };
        let tells = |object: &str| object.chars().count() >= shortest;
        if tells(&object) && carried.contains(verb) {
            return object;
        }
        let opens = plain_joint(opens, &self.words().finishing);
        // The first item's verb is shared: 力争新增企业8家、|新增|工厂9家.
        let shared = self.gapped(measure, &measure.object.text).unwrap_or_default();
        let whole = format!("{opens}{verb}{shared}{object}");
        let plain = self.without_force(&whole);
        let forced = plain.len() < whole.len();
        let inner = carried.longest_at(plain, 0).map(|(range, ())| &plain[range.end..]);
        inner.filter(|object| forced && tells(object)).unwrap_or(plain).to_owned()
    }

    /// The search pattern for finding a promise in later documents; one with an amount is the same only if a
    /// report says so.
    pub(super) fn sought(&self, verb: &str, key: &str, measure: &Measure) -> Option<Sought> {
        let object = &measure.object.span;
        let due = self.due(measure);
        if measure.figures.is_empty() {
            Sought::promise(verb, &self.plain_object(measure), key, due, self.words())
        } else {
            let whole = without_closing(&self.read.folded(object.start, object.end));
            let figures = measure.figures.iter().filter_map(|index| self.speech.figures.get(*index));
            let amounts = figures.map(|figure| crate::document::plain(&figure.text)).collect();
            let thing = self.plain_object(measure);
            Sought::amount((verb, &whole), (&thing, amounts), due, self.words())
        }
    }

    /// The year in which a promise is due: that of its deadline (三年内 is this many years from now), else that
    /// of its document.
    pub(super) fn due(&self, measure: &Measure) -> Option<i32> {
        let said = self.read.date().and_then(year_of);
        let deadline = measure.deadline.and_then(|index| self.speech.times.get(index)?.iso.as_deref());
        let Some(deadline) = deadline else { return said };
        match years_of(deadline) {
            Some(years) => said.map(|said| said + years),
            None => year_of(ends(deadline).1).or(said),
        }
    }

    /// The ISO time that the first figure of a measure is told of; `None` for a promise if that is over (全年
    /// without a year).
    pub(super) fn when(&self, measure: &Measure, is_promised: bool) -> Option<String> {
        let time = self.first_figure(measure)?.time?;
        let iso = self.speech.times.get(time)?.iso.as_ref()?;
        let is_over = || year_of::<i32>(ends(iso).1) < self.read.date().and_then(year_of);
        (!is_promised || !is_over()).then(|| iso.clone())
    }

    /// The words of a promise that tells more than an amount of a thing, and names no year of its own:
    /// 引导1万人|在山区就业.
    pub(super) fn restates(&self, measure: &Measure) -> Option<String> {
        let figure = self.first_figure(measure)?;
        let object = &measure.object.span;
        let after = self.read.folded(figure.span.end, object.end.max(figure.span.end));
        let keeps = self.words().keeping.contains(&measure.verb);
        let tells = keeps || object.contains(&figure.span) && after.chars().count() >= MIN_TELLING_CHARS;
        let preceding = self.text_before(measure).replace("今后", "");
        let is_open = measure.deadline.is_none() && !preceding.contains(['今', '再']);
        (tells && is_open).then(|| crate::document::plain(&self.read.folded(object.start, object.end)))
    }

    /// The plain object, with the purpose of a sum whose noun tells nothing: 建设资金|用于渔港.
    pub(super) fn with_purpose(&self, measure: &Measure) -> String {
        let object = self.plain_object(measure);
        let is_bare = object.chars().count() < MIN_TELLING_CHARS;
        let purpose = self.purpose(measure).filter(|_| is_bare).unwrap_or_default();
        format!("{object}{purpose}")
    }

    /// The object without its figures, its deadline and its closing noun, because 新建学校5所 may be kept by
    /// 新建学校6所.
    fn plain_object(&self, measure: &Measure) -> String {
        let span = &measure.object.span;
        // A size is no amount of them: 引进|亿元以上|项目5个.
        let counted = self.counted(measure).into_iter();
        let figures = counted.filter_map(|index| self.speech.figures.get(index));
        // 今年 means another year in each document.
        let is_own = |time: &&Time| !self.words().own_times.opens(&time.text);
        let deadline = measure.deadline.and_then(|index| self.speech.times.get(index)).filter(is_own);
        let deadline = deadline.map(|time| self.around_deadline(&time.span, span));
        let begun = self.begun_part(measure).filter(|_| self.tells_begun(measure));
        let mut left_out: Vec<Span> =
            figures.map(|figure| figure.span).chain(deadline).chain(begun).collect();
        left_out.retain(|part| span.contains(part));
        left_out.sort_by_key(|part| part.start);
        let mut rest = String::new();
        let mut at = span.start;
        for part in left_out.into_iter().filter(|part| part.end > span.start) {
            // Words for a bound go with the figure: 新建渔港|近|3000座.
            rest.push_str(self.words().without_bound(&self.read.folded(at, part.start.max(at))));
            at = part.end.max(at);
        }
        rest.push_str(&self.read.folded(at, span.end.max(at)));
        // Another item names the thing: 新建渔园3个、提升|5个.
        if let Some(figure) = self.first_figure(measure).filter(|_| self.is_lone(measure)) {
            rest = measure.object.text.replacen(&figure.text, "", 1);
        }
        // The body responsible is no part of it: 新建渔港5座(牵头单位:渔业局).
        let rest = rest.split_once("(牵头").map_or(rest.as_str(), |(rest, _)| rest);
        let rest = self.read.without_responsible(rest);
        let rest: String = rest.chars().filter(|c| !crate::text::is_line_break(*c)).collect();
        without_closing(&rest)
    }

    /// The span of a deadline with the words that tie it into its clause: 到|2030年|前.
    fn around_deadline(&self, time: &Span, object: &Span) -> Span {
        let before = self.read.folded(time.start.saturating_sub(1).max(object.start), time.start);
        let after = self.read.folded(time.end, (time.end + 1).min(object.end));
        let start = time.start - usize::from(before.starts_with(BEFORE_DEADLINE));
        Span::from(start..time.end + usize::from(after.starts_with(BEHIND_DEADLINE)))
    }

    /// A promise without words of striving: 力争|建成.
    fn without_force<'t>(&self, promise: &'t str) -> &'t str {
        let force = |text: &str| self.words().force.longest_at(text, 0).map(|(range, ())| range.end);
        let mut rest = promise;
        while let Some(end) = force(rest).filter(|end| *end < rest.len()) {
            rest = &rest[end..];
        }
        rest
    }
}

/// An object without the noun that only calls it a promise: 水库改造|任务.
fn without_closing(object: &str) -> String {
    let open = CLOSING.iter().find_map(|closing| object.strip_suffix(closing));
    let open = open.map(|open| open.trim_end_matches('的'));
    open.filter(|open| open.chars().count() >= MIN_TELLING_CHARS).unwrap_or(object).to_owned()
}
