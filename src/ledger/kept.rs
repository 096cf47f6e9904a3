//! Promises and what the next report speaks of them in other words.

use std::collections::BTreeMap;

use super::State;
use super::reader::Statement;

/// Groups of mentions by what they have in common with a report, and by its year.
type Reports = BTreeMap<String, BTreeMap<i32, Vec<usize>>>;

/// Among this many reports of a year that have it in common that of a promise is looked for.
const MAX_COMPARED: usize = 256;

/// The end of a counted thing that its report has too, in characters, and the longest verb before the thing.
const MAX_TAIL_CHARS: usize = 4;
const MAX_VERB_CHARS: usize = 4;

/// Groups of mentions, the promises joined with the report of the next year that says the same in other words, or without an
/// attribute; what is only `told` has no group of its own.
pub(super) fn joined(groups: Vec<Vec<Statement>>, told: Vec<Statement>) -> Vec<Vec<Statement>> {
    let own = groups.len();
    let mut groups: Vec<Option<Vec<Statement>>> =
        groups.into_iter().chain(told.into_iter().map(|said| vec![said])).map(Some).collect();
    join(&mut groups, own, |said| said.signs.clone(), Statement::is_told_by);
    groups.truncate(own);
    join(&mut groups, own, Statement::tail, Statement::is_told_in_short_by);
    groups.into_iter().flatten().collect()
}

/// Joins each of the first promises with the first report of it among those that have the same `mark`.
fn join(
    groups: &mut [Option<Vec<Statement>>],
    own: usize,
    mark: fn(&Statement) -> Option<String>,
    is_told: fn(&Statement, &Statement) -> bool,
) {
    let mut reports: Reports = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let first = group.as_deref().and_then(<[Statement]>::first);
        let first = first.filter(|first| first.step.state == State::Delivered);
        if let Some((mark, year)) = first.and_then(|first| mark(first).zip(first.year())) {
            reports.entry(mark).or_default().entry(year).or_default().push(at);
        }
    }
    for at in 0..own {
        let Some(promise) = groups[at].as_deref().and_then(<[Statement]>::last) else { continue };
        let Some((mark, years)) = mark(promise).zip(promise.years_of_report()) else { continue };
        let keeps = |report: &usize| {
            let report = groups[*report].as_deref().and_then(<[Statement]>::first);
            report.is_some_and(|report| is_told(promise, report))
        };
        let Some(of_years) = reports.get_mut(&mark).filter(|_| !years.is_empty()) else { continue };
        let found = of_years.range_mut(years).find_map(|(_, candidates)| {
            let found = candidates.iter().take(MAX_COMPARED).position(keeps);
            found.map(|found| candidates.remove(found))
        });
        let Some(report) = found.filter(|report| *report != at) else { continue };
        let report = groups[report].take().unwrap_or_default();
        groups[at].get_or_insert_default().extend(report);
    }
}

impl Statement {
    /// Whether the other, of the same signs, is the report of this promise: of the same units, and of one year.
    fn is_told_by(&self, report: &Statement) -> bool {
        let unit = |said: &Statement| said.figures.first().map(|amount| amount.unit.clone());
        let is_of_one_year = report.when.as_deref().is_none_or(|when| {
            when.split_once('/').is_none_or(|(start, end)| start.get(..4) == end.get(..4))
        });
        self.is_kept_by(report) && (unit(self) == unit(report)) && is_of_one_year
    }

    /// What a counted thing ends with.
    fn tail(&self) -> Option<String> {
        self.figures.first()?;
        let characters: Vec<char> = self.name.core.chars().collect();
        let tail = &characters[characters.len().checked_sub(MAX_TAIL_CHARS)?..];
        Some(tail.iter().collect())
    }

    /// 改造城区老旧管网45公里, 改造管网45.6公里: whether the other speaks of the promise without an attribute.
    fn is_told_in_short_by(&self, report: &Statement) -> bool {
        let (whole, short) = (&self.name.core, &report.name.core);
        let thing = |verb: usize| short.char_indices().nth(verb).map(|(at, _)| short.split_at(at));
        let leaves_out = |(verb, thing): (&str, &str)| {
            thing.chars().count() >= MAX_TAIL_CHARS && whole.starts_with(verb) && whole.ends_with(thing)
        };
        whole.len() > short.len()
            && (0..=MAX_VERB_CHARS).filter_map(thing).any(leaves_out)
            && self.is_told_by(report)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    /// The state and number of mentions of the first entry of what is promised in 2024 and told later.
    fn kept(promise: &str, date: &str, report: &str) -> (State, usize) {
        let extractor = shared().unwrap();
        let texts = [("2024-02-01", promise), (date, report)];
        let texts =
            texts.map(|(date, text)| (date, format!("清溪县政府工作报告\n各位代表：\n{text}新建渔港25座。")));
        let ledger =
            extractor.ledger(&texts.map(|(date, text)| extractor.extract_with_text(text, Some(date))));
        let open = |entry: &&crate::Entry| {
            !entry.name.contains("渔港") && entry.mentions[0].date.as_deref() == Some("2024-02-01")
        };
        let entry = ledger.entries.iter().find(open).unwrap();
        (entry.state, entry.mentions.len())
    }

    #[test]
    fn the_next_report_keeps_a_promise_in_other_words() {
        let delivered = (State::Delivered, 2);
        let told = |promise, report| kept(promise, "2025-02-01", report);
        assert_eq!(told("今年，增加5万渔光用户。", "去年，新增5.1万渔光用户。"), delivered);

        assert_eq!(
            told("今年，再解决30万渔村居民的安全用冰问题。", "去年，解决40多万渔村居民的用冰安全问题。"),
            delivered
        );
        assert_eq!(told("2024年底前完成渔网回收专项整治工作。", "去年，完成渔网回收专项整治。"), delivered);
    }

    #[test]
    fn what_came_to_be_less_or_was_done_keeps_a_promise() {
        let delivered = (State::Delivered, 2);
        let told = |promise, report| kept(promise, "2025-02-01", report);
        assert_eq!(told("今年，再减少渔村贫困人口1000人以上。", "去年，渔村贫困人口减少1150人。"), delivered);
        assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁280户。"), delivered);
        assert_eq!(told("今年，完成渔村避险搬迁280户。", "去年，渔村避险搬迁90户。").0, State::Promised);
        assert_eq!(told("今年，淘汰老旧渔船600艘。", "去年，淘汰老旧渔船指标超额完成。"), delivered);
        assert_eq!(told("2024年底前启动渔民技能提升计划。", "渔民技能提升计划开始实施。"), delivered);
        assert_eq!(
            told("今年，淘汰老旧渔船600艘。", "今年，淘汰老旧渔船指标要尽快完成。").0,
            State::Promised
        );
    }

    #[test]
    fn a_report_may_leave_out_an_attribute() {
        let told = |promise, report| kept(promise, "2025-02-01", report);
        let delivered = (State::Delivered, 2);
        assert_eq!(told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网45.6公里。"), delivered);
        assert_eq!(told("今年，建设渔村公共停车位150个。", "去年，建成公共停车位160个。"), delivered);
        assert_eq!(
            told("今年，改造渔村老旧输水管网45公里。", "去年，改造输电线路45公里。").0,
            State::Promised
        );
        assert_eq!(
            told("今年，改造渔村老旧输水管网45公里。", "去年，改造输水管网9公里。").0,
            State::Promised
        );
    }

    #[test]
    fn without_an_amount_it_may_be_kept_early() {
        let kept = |date, report| kept("2027年底前取消渔业税。", date, report);
        assert_eq!(kept("2026-02-01", "去年，全部取消了渔业税和渔港税。"), (State::Delivered, 2));
        assert_eq!(kept("2026-02-01", "去年，全部取消了渔具税。").0, State::Promised);
    }

    #[test]
    fn less_or_something_else_or_another_year_does_not() {
        let kept = |promise, date, report| kept(promise, date, report).0;
        let open = State::Promised;
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增2万渔光用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2027-02-01", "去年，新增5.1万渔光用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "去年，新增5.1万渔船用户。"), open);
        assert_eq!(kept("今年，增加5万渔光用户。", "2025-02-01", "五年来，新增9万渔光用户。"), open);
    }
}
