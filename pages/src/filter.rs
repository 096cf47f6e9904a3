//! Filters of the entries on a page: a list of choices for each property.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::Words;

/// The value for entries that say nothing.
const NONE: &str = "—";

/// A list of choices. Its name is that of the attribute of entries that it filters by.
#[derive(Serialize)]
pub(crate) struct Filter<'p> {
    name: &'static str,
    en: &'static str,
    zh: &'static str,
    choices: Vec<Choice<'p>>,
}

#[derive(Serialize)]
struct Choice<'p> {
    value: &'p str,
    en: &'p str,
    zh: &'p str,
}

/// The value by which an entry is filtered.
pub(crate) fn value(said: Option<&str>) -> &str {
    said.filter(|said| !said.is_empty()).unwrap_or(NONE)
}

impl<'p> Filter<'p> {
    /// The list of these values, in their order; `None` where there is nothing to choose.
    pub(crate) fn new(
        name: &'static str,
        (en, zh): Words<'static>,
        values: impl Iterator<Item = Option<&'p str>>,
    ) -> Option<Self> {
        Filter::told(name, (en, zh), values.map(|said| (value(said), (value(said), value(said)))))
    }

    /// The same, where the words differ from the values.
    pub(crate) fn told(
        name: &'static str,
        (en, zh): Words<'static>,
        values: impl Iterator<Item = (&'p str, Words<'p>)>,
    ) -> Option<Self> {
        let values: BTreeMap<&str, Words> = values.collect();
        let choices = values.into_iter().map(|(value, (en, zh))| Choice { value, en, zh });
        let choices: Vec<Choice> = choices.collect();
        (choices.len() > 1).then_some(Filter { name, en, zh, choices })
    }
}
