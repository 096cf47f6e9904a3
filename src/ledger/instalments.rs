//! Mentions of one thing, those of each amount apart.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::State;
use super::reader::Statement;
use super::term::{HALF, Term};

/// Among this many instalments of one amount, or promised for one year, the one that a mention goes on is looked for.
const MAX_COMPARED: usize = 256;

/// The values and units of a mention.
type Amounts = Vec<(Option<Decimal>, Option<String>)>;
/// For which year the last of an instalment is a promise; none for one without an amount, which has no single year.
type Promised = Option<i32>;

/// Mentions of one thing, those of each amount apart: another amount is another instalment, unless it is what
/// came of an earlier promise.
pub(super) fn instalments(mentions: Vec<Statement>) -> Vec<Vec<Statement>> {
    let mut found = Instalments::default();
    for mention in mentions {
        let amounts = amounts(&mention);
        let at = found.repeated_by(&mention, &amounts).or_else(|| found.kept_by(&mention));
        found.add(at, mention, amounts);
    }
    found.groups
}

/// The instalments, and those to which the next mention may belong by the last of each.
#[derive(Default)]
struct Instalments {
    groups: Vec<Vec<Statement>>,
    by_amounts: BTreeMap<Amounts, BTreeSet<usize>>,
    promised: BTreeMap<Promised, BTreeSet<usize>>,
}

impl Instalments {
    /// The latest that says the same.
    fn repeated_by(&self, mention: &Statement, amounts: &Amounts) -> Option<usize> {
        let same = self.by_amounts.get(amounts)?.iter().rev().take(MAX_COMPARED).copied();
        same.into_iter().find(|at| self.last(*at).is_some_and(|last| last.is_repeated_by(mention)))
    }

    /// The first promise of which it is what came.
    fn kept_by(&self, report: &Statement) -> Option<usize> {
        let kept = |promised: Promised| {
            let open = self.promised.get(&promised)?.iter().take(MAX_COMPARED).copied();
            open.into_iter().find(|at| self.last(*at).is_some_and(|last| last.is_kept_by(report, HALF)))
        };
        let year = report.year().filter(|_| report.step.state > State::Promised)?;
        [kept(Some(year)), kept(None)].into_iter().flatten().min()
    }

    fn last(&self, at: usize) -> Option<&Statement> {
        self.groups.get(at)?.last()
    }

    /// Adds a mention to an instalment, or as one of its own.
    fn add(&mut self, at: Option<usize>, mention: Statement, amounts: Amounts) {
        let at = at.unwrap_or_else(|| {
            self.groups.push(Vec::new());
            self.groups.len() - 1
        });
        if let Some(last) = self.groups[at].last() {
            if let Some(same) = self.by_amounts.get_mut(&self::amounts(last)) {
                same.remove(&at);
            }
            if let Some(open) = promised(last).and_then(|year| self.promised.get_mut(&year)) {
                open.remove(&at);
            }
        }
        if let Some(year) = promised(&mention) {
            self.promised.entry(year).or_default().insert(at);
        }
        self.by_amounts.entry(amounts).or_default().insert(at);
        self.groups[at].push(mention);
    }
}

fn amounts(mention: &Statement) -> Amounts {
    mention.amounts().map(|(value, unit)| (value, unit.map(str::to_owned))).collect()
}

/// The year of a report of it, where it is a promise.
fn promised(mention: &Statement) -> Option<Promised> {
    let years = mention.years_of_report(Term::Over).filter(|_| mention.step.state == State::Promised)?;
    Some((!mention.figures.is_empty()).then_some(*years.start()))
}
