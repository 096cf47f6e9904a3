//! Words of tables of indicators: 指标, 目标值, 以上.

use super::table::{Dictionary, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::record::{Bound, Change, FigureStatus};

const FILE: Dictionary = dictionary!("indicator_tables.tsv");

/// The classes of `dictionaries/indicator_tables.tsv`.
#[derive(Debug)]
pub(crate) struct IndicatorTables {
    names: Vocabulary<()>,
    units: Vocabulary<()>,
    aimed: Vocabulary<()>,
    reached: Vocabulary<()>,
    yearly: Vocabulary<()>,
    changes: Endings<Change>,
    before: Vocabulary<Bound>,
    after: Endings<Bound>,
}

impl IndicatorTables {
    pub(super) fn load() -> Result<Self, Error> {
        let mut classes = FILE.classes()?;
        let mut entries = |entries: &[(&str, Bound)]| -> Vec<(&'static str, Bound)> {
            entries.iter().flat_map(|(class, bound)| classes.entries(class, *bound)).collect()
        };
        let before = entries(&[("over", Bound::Over), ("under", Bound::Under), ("about", Bound::About)]);
        let after = entries(&[
            ("over-after", Bound::Over),
            ("under-after", Bound::Under),
            ("about-after", Bound::About),
        ]);
        let mut changes = classes.entries("rise", Change::Up);
        changes.extend(classes.entries("fall", Change::Down));
        let words = IndicatorTables {
            names: classes.vocabulary("name"),
            units: classes.vocabulary("unit"),
            aimed: classes.vocabulary("aimed"),
            reached: classes.vocabulary("reached"),
            yearly: classes.vocabulary("yearly"),
            changes: Endings::new(changes),
            before: Vocabulary::new(before),
            after: Endings::new(after),
        };
        classes.end()?;
        Ok(words)
    }

    /// Whether a heading, without its brackets, is that of the column of names.
    pub(crate) fn heads_names(&self, heading: &str) -> bool {
        self.names.contains(heading)
    }

    /// Whether a heading, without its brackets, is that of the column of units.
    pub(crate) fn heads_units(&self, heading: &str) -> bool {
        self.units.contains(heading)
    }

    /// Whether a heading is that of a yearly rate of change over the years between: 年均增速.
    pub(crate) fn heads_rates(&self, heading: &str) -> bool {
        self.yearly.stands_in(heading)
    }

    /// Whether the heading of a year calls its numbers targets (2030年目标值) or results (2025年实际); `None`
    /// where it says both or neither.
    pub(crate) fn status(&self, heading: &str) -> Option<FigureStatus> {
        match (self.aimed.stands_in(heading), self.reached.stands_in(heading)) {
            (true, false) => Some(FigureStatus::Target),
            (false, true) => Some(FigureStatus::Result),
            _ => None,
        }
    }

    /// The indicator whose change a name states, and the direction of the change: 地区生产总值|增长.
    pub(crate) fn changed<'n>(&self, name: &'n str) -> Option<(&'n str, Change)> {
        self.changes.longest(name).map(|(start, change)| (&name[..start], *change))
    }

    /// A cell without the bound before its number, and that bound: ≥|85.
    pub(crate) fn bound_before<'c>(&self, cell: &'c str) -> Option<(&'c str, Bound)> {
        self.before.longest_at(cell, 0).map(|(sign, bound)| (&cell[sign.end..], *bound))
    }

    /// A cell without the bound after its number, and that bound: 6|左右.
    pub(crate) fn bound_after<'c>(&self, cell: &'c str) -> Option<(&'c str, Bound)> {
        self.after.longest(cell).map(|(start, bound)| (&cell[..start], *bound))
    }
}
