//! Joins promises with later reports on them in other words.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::State;
use super::reader::Statement;
use super::term::{HALF, NEARLY, SMALL, Term, Words};

/// Indices of groups of mentions, by what they have in common with a promise, and by year.
type Reports = BTreeMap<String, BTreeMap<i32, Vec<usize>>>;

/// Most reports of a year with the same mark that a promise is compared with.
const MAX_COMPARED: usize = 256;

/// How many last characters of a counted thing its report must share, and the longest verb before the thing.
const MAX_TAIL_CHARS: usize = 4;
/// A thing after a verb of its own needs only this many characters: 新增|停车位.
const MIN_THING_CHARS: usize = 3;
/// The length of a deed in characters: 培训.
const DEED_CHARS: usize = 2;
const MAX_VERB_CHARS: usize = 4;
/// The length of a word that a clause and a promise share, and the greatest of a clause that only says when
/// (过去的一年), in characters.
const WORD_CHARS: usize = 2;
const MAX_WHEN_CHARS: usize = 5;

/// Joins each promise with the later reports on it, in the same words, in others, or without an attribute.
/// Statements that are only `told` get no group of their own.
pub(super) fn joined(groups: Vec<Vec<Statement>>, told: Vec<Statement>) -> Vec<Vec<Statement>> {
    let own = groups.len();
    let mut groups: Vec<Option<Vec<Statement>>> =
        groups.into_iter().chain(told.into_iter().map(|said| vec![said])).map(Some).collect();
    join(&mut groups, own, Statement::same_words, |promise, report, term| match term {
        Term::Running => promise.is_kept_meanwhile_by(report, Words::Same),
        Term::Over => promise.is_kept_by(report, HALF),
    });
    join(&mut groups, own, Statement::own_signs, |promise, report, term| match term {
        Term::Running => promise.is_kept_meanwhile_by(report, Words::Same),
        Term::Over => promise.is_told_by(report, term),
    });
    join(&mut groups, own, Statement::tail, Statement::is_told_with_more_or_less_by);
    join_lone(&mut groups, own);
    // After the year a small share suffices, too, if nothing reports more.
    let marks: [fn(&Statement) -> Option<String>; 2] = [Statement::same_words, Statement::own_signs];
    for mark in marks {
        join(&mut groups, own, mark, |promise, report, term| {
            term == Term::Over && promise.is_of_its_year() && promise.is_reported_by(report, SMALL)
        });
    }
    groups.truncate(own);
    groups.into_iter().flatten().collect()
}

/// Joins a promise and the report of the next year that end with the same deed and unit, if each is the only
/// one, and the report names only the deed and its sentence nobody else: 开展技能培训500人次, 培训523人次.
fn join_lone(groups: &mut [Option<Vec<Statement>>], own: usize) {
    let mut reports: BTreeMap<(String, i32), Vec<usize>> = BTreeMap::new();
    let mut promises: BTreeMap<(String, i32), Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let Some((first, last)) = group.as_ref().and_then(|group| group.first().zip(group.last())) else {
            continue;
        };
        if let Some((mark, year)) = first.deed().zip(first.year()).filter(|_| first.is_told()) {
            reports.entry((mark, year)).or_default().push(at);
        }
        let is_open = at < own && last.step.state == State::Promised;
        if let Some((mark, year)) = last.deed().zip(last.year()).filter(|_| is_open) {
            promises.entry((mark, year + 1)).or_default().push(at);
        }
    }
    for (mark, of_year) in promises {
        let Some(([at], [report])) =
            reports.get(&mark).map(|reports| (of_year.as_slice(), reports.as_slice()))
        else {
            continue;
        };
        let promise = groups[*at].as_deref().and_then(<[Statement]>::last);
        let told = groups[*report].as_deref().and_then(<[Statement]>::first);
        let is_it =
            promise.zip(told).is_some_and(|(promise, told)| promise.is_told_by_deed(told, Term::Over));
        if is_it && at != report {
            let told = groups[*report].take().unwrap_or_default();
            groups[*at].get_or_insert_default().extend(told);
        }
    }
}

/// Joins each promise among the first `own` groups with the reports on it that have the same `mark`: until it
/// is due, with one of each document; after that, with the first.
fn join(
    groups: &mut [Option<Vec<Statement>>],
    own: usize,
    mark: fn(&Statement) -> Option<String>,
    is_told: fn(&Statement, &Statement, Term) -> bool,
) {
    let mut reports = reports_by(groups, mark);
    for term in [Term::Running, Term::Over] {
        for at in 0..own {
            let Some(promise) = groups[at].as_deref().and_then(promise) else { continue };
            let Some((mark, years)) = mark(promise).zip(promise.years_of_report(term)) else { continue };
            let Some(of_years) = reports.get_mut(&mark).filter(|_| !years.is_empty()) else { continue };
            let candidates =
                of_years.range(years.clone()).flat_map(|(_, of_year)| of_year.iter().take(MAX_COMPARED));
            let tells = |report: &usize| {
                let report = groups[*report].as_deref().and_then(<[Statement]>::first);
                report.is_some_and(|report| is_told(promise, report, term))
            };
            let found: Vec<usize> =
                candidates.copied().filter(|report| *report != at && tells(report)).collect();
            let found = unreported(groups, at, found, term);
            of_years
                .range_mut(years)
                .for_each(|(_, of_year)| of_year.retain(|report| !found.contains(report)));
            for report in found {
                let report = groups[report].take().unwrap_or_default();
                groups[at].get_or_insert_default().extend(report);
            }
            if let Some(group) = &mut groups[at] {
                group.sort_by(|one, other| one.step.evidence.date.cmp(&other.step.evidence.date));
            }
        }
    }
}

/// The groups that only report, by what they have in common with their promise.
fn reports_by(groups: &[Option<Vec<Statement>>], mark: fn(&Statement) -> Option<String>) -> Reports {
    let mut reports: Reports = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let group =
            group.as_deref().filter(|group| group.iter().all(|said| said.step.state > State::Promised));
        let first = group.and_then(<[Statement]>::first).filter(|first| first.is_told());
        if let Some((mark, year)) = first.and_then(|first| mark(first).zip(first.year())) {
            reports.entry(mark).or_default().entry(year).or_default().push(at);
        }
    }
    reports
}

/// One of each document among these reports on a group's promise, if the document has not reported it yet;
/// after its due year only the first report, and only if there was none.
fn unreported(groups: &[Option<Vec<Statement>>], at: usize, mut found: Vec<usize>, term: Term) -> Vec<usize> {
    let first = |report: usize| groups[report].as_deref().and_then(<[Statement]>::first);
    let document = |said: &Statement| (said.step.evidence.date.clone(), said.step.evidence.source.clone());
    let group = groups[at].as_deref().unwrap_or_default();
    let due =
        promise(group).and_then(|promise| promise.years_of_report(Term::Over)).map(|years| *years.start());
    let told = group.iter().filter(|said| said.step.state > State::Promised);
    let mut known: BTreeSet<_> = told.clone().map(document).collect();
    if term == Term::Over && told.clone().any(|said| said.year() >= due) {
        return Vec::new();
    }
    found.sort_by_key(|report| first(*report).map(document));
    found.retain(|report| first(*report).is_some_and(|said| known.insert(document(said))));
    if term == Term::Over {
        found.truncate(1);
    }
    found
}

/// The last promise of a group.
fn promise(group: &[Statement]) -> Option<&Statement> {
    group.iter().rev().find(|said| said.step.state == State::Promised)
}

impl Statement {
    /// The words as they are compared.
    fn same_words(&self) -> Option<String> {
        self.figures.first()?;
        Some(self.name.core.clone())
    }

    /// The signs that a report in other words shares.
    fn own_signs(&self) -> Option<String> {
        self.signs.clone()
    }

    /// Whether the other, with the same or similar signs, reports on this promise.
    fn is_told_by(&self, report: &Statement, term: Term) -> bool {
        match term {
            Term::Running => self.is_kept_meanwhile_by(report, Words::Like),
            Term::Over => self.is_reported_by(report, NEARLY),
        }
    }

    /// Whether the other, in the year after, reports at least this share of the promise, in the same unit and
    /// for one year.
    fn is_reported_by(&self, report: &Statement, least: Decimal) -> bool {
        let unit = |said: &Statement| said.figures.first().map(|amount| amount.unit.clone());
        let is_of_one_year = report.when.as_deref().is_none_or(|when| {
            when.split_once('/').is_none_or(|(start, end)| start.get(..4) == end.get(..4))
        });
        self.is_kept_by(report, least) && unit(self) == unit(report) && is_of_one_year
    }

    /// Whether it tells what was done or begun, or how much of a task is.
    fn is_told(&self) -> bool {
        self.step.state == State::Delivered || self.fulfilled.is_some() || self.is_begun
    }

    /// The deed and unit of a thing that is counted by times: 技能|培训 人次.
    fn deed(&self) -> Option<String> {
        let unit = self.figures.first()?.unit.as_deref().filter(|unit| unit.ends_with('次'))?;
        let (at, _) = self.name.core.char_indices().rev().nth(DEED_CHARS - 1)?;
        Some(format!("{} {unit}", &self.name.core[at..]))
    }

    /// Whether the other reports on the promise by its deed alone.
    fn is_told_by_deed(&self, report: &Statement, term: Term) -> bool {
        report.name.core.chars().count() == DEED_CHARS
            && self.is_told_by(report, term)
            && self.is_meant_in(report)
    }

    /// Whether the sentence of a report names before the deed only what the promise names:
    /// 组织渔民参加活动,|培训5230人次.
    fn is_meant_in(&self, report: &Statement) -> bool {
        let said = &report.step.evidence;
        let clauses = said.sentence.split_once(&said.text).map_or("", |(before, _)| before);
        let before = clauses.rsplit(['。', '；', ';', '：', ':']).next().unwrap_or_default();
        let names = |clause: &str| {
            let told = clause.chars().count();
            let core: Vec<char> = self.name.core.chars().collect();
            let shares = |pair: &[char]| clause.contains(&String::from_iter(pair));
            told > MAX_WHEN_CHARS && !core.windows(WORD_CHARS).any(shares)
        };
        !before.split(['，', ',']).any(names)
    }

    /// The last characters of a counted thing.
    fn tail(&self) -> Option<String> {
        self.figures.first()?;
        let characters: Vec<char> = self.name.core.chars().collect();
        let tail = &characters[characters.len().checked_sub(MIN_THING_CHARS)?..];
        Some(tail.iter().collect())
    }

    /// Whether the other reports on the promise with one attribute fewer or more.
    fn is_told_with_more_or_less_by(&self, report: &Statement, term: Term) -> bool {
        self.is_told_in_short_by(report, term) || self.is_told_in_full_by(report, term)
    }

    /// Whether the other reports on the promise with more words: with what else is built (改建公路9公里,
    /// 新建改建公路10公里), or with one attribute more of exactly this amount (甲企业扣除比例提高到5%, 甲企业研发费用扣除比例提高到5%).
    fn is_told_in_full_by(&self, report: &Statement, term: Term) -> bool {
        let (short, whole) = (&self.name.core, &report.name.core);
        let more = whole.strip_suffix(short.as_str());
        let builds = more
            .is_some_and(|more| more.chars().count() <= MAX_VERB_CHARS && more.ends_with(['建', '造', '、']));
        let is_other = report.has_deed_beside(self);
        let (head, tail): (Vec<char>, Vec<char>) = (short.chars().collect(), whole.chars().collect());
        let is_inside = || {
            let mut rest = tail.iter();
            head.len() > 2 * MAX_TAIL_CHARS
                && head[..MAX_TAIL_CHARS] == tail[..MAX_TAIL_CHARS]
                && head.iter().all(|sign| rest.any(|c| c == sign))
        };
        // The report opens with more words: 建成渔市2所, 公办渔市2所均已投用.
        let is_tail = || head.len() >= MIN_THING_CHARS && whole.ends_with(short.as_str());
        let adds = || self.has_same_amounts(report) && (is_inside() || is_tail());
        tail.len() > head.len()
            && !is_other
            && (builds || leaves_out(whole, short) || adds())
            && self.is_told_by(report, term)
    }

    /// Whether the other reports on the promise without an attribute: 改造城区老旧管网45公里, 改造管网45.6公里.
    fn is_told_in_short_by(&self, report: &Statement, term: Term) -> bool {
        let (whole, short) = (&self.name.core, &report.name.core);
        whole.len() > short.len()
            && !self.has_deed_beside(report)
            && leaves_out(whole, short)
            && self.is_told_by(report, term)
    }

    /// Whether it opens with a deed that the shorter wording lacks: |改造|渔村码头 beside 渔村码头.
    fn has_deed_beside(&self, short: &Statement) -> bool {
        let opens = |deed: &String| self.name.core.starts_with(deed) && !short.name.core.starts_with(deed);
        self.deed_verb.as_ref().is_some_and(opens)
    }
}

/// Whether one wording is the other without the words between the verb, if there is one, and the thing:
/// 改造城区老旧管网, 改造老旧管网; 举办大型招聘会, 举办招聘会.
fn leaves_out(whole: &str, short: &str) -> bool {
    let thing = |verb: usize| short.char_indices().nth(verb).map(|(at, _)| short.split_at(at));
    let is_left = |(verb, thing): (&str, &str)| {
        let shortest = if verb.chars().count() < DEED_CHARS { MAX_TAIL_CHARS } else { MIN_THING_CHARS };
        thing.chars().count() >= shortest && whole.starts_with(verb) && whole.ends_with(thing)
    };
    (0..=MAX_VERB_CHARS).filter_map(thing).any(is_left)
}
