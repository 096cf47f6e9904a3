//! Separates the mentions of one thing by their amounts.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::State;
use super::reader::Statement;
use super::term::{HALF, Term};

/// Most instalments of one amount, or promised for one year, that a mention is compared with.
const MAX_COMPARED: usize = 256;

/// The values and units of a mention's figures.
type Amounts = Vec<(Option<Decimal>, Option<String>)>;
/// The year that an instalment's last promise is for; `None` for one without an amount, which has no single
/// year.
type Promised = Option<i32>;

/// Groups the mentions of one thing by amount: another amount is another instalment, unless it reports on an
/// earlier promise.
pub(super) fn instalments(mentions: Vec<Statement>) -> Vec<Vec<Statement>> {
    let mut found = Instalments::default();
    for mention in mentions {
        let amounts = amounts(&mention);
        let at = found.repeated_by(&mention, &amounts).or_else(|| found.kept_by(&mention));
        found.add(at, mention, amounts);
    }
    found.groups
}

/// The instalments, with indices of those that the next mention may belong to by their last mentions.
#[derive(Default)]
struct Instalments {
    groups: Vec<Vec<Statement>>,
    by_amounts: BTreeMap<Amounts, BTreeSet<usize>>,
    promised: BTreeMap<Promised, BTreeSet<usize>>,
}

impl Instalments {
    /// The index of the latest instalment that says the same.
    fn repeated_by(&self, mention: &Statement, amounts: &Amounts) -> Option<usize> {
        let same = self.by_amounts.get(amounts)?.iter().rev().take(MAX_COMPARED).copied();
        same.into_iter().find(|at| self.last(*at).is_some_and(|last| last.is_repeated_by(mention)))
    }

    /// The index of the first promise that this reports on.
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

    /// Adds a mention to the instalment with index `at`, or as a new one.
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

/// The year of a report on it, if it is a promise.
fn promised(mention: &Statement) -> Option<Promised> {
    let years = mention.years_of_report(Term::Over).filter(|_| mention.step.state == State::Promised)?;
    Some((!mention.figures.is_empty()).then_some(*years.start()))
}
