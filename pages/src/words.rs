//! English and Chinese words for the values of closed sets: one table for pages and workbooks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use zhengce::{Stage, State, Step};

/// A word in English and Chinese.
pub(crate) type Words<'p> = (&'p str, &'p str);

/// The words, by the set and by the name of the value.
pub(crate) type Sets = BTreeMap<&'static str, BTreeMap<&'static str, Words<'static>>>;

/// The rows: the type of a closed set, the name of a value (after → one that is still to come), English,
/// Chinese.
pub(crate) static SETS: LazyLock<Sets> = LazyLock::new(|| {
    let mut sets = Sets::new();
    for row in include_str!("words.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(set), Some(name), Some(en), Some(zh)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        sets.entry(set).or_default().insert(name, (en, zh));
    }
    sets
});

/// The English and the Chinese word for a value of a closed set, by the type of the set and the value's name;
/// `None` where it has none.
///
/// ```
/// assert_eq!(zhengce_pages::words("State", "delivered"), Some(("delivered", "已完成")));
/// assert_eq!(zhengce_pages::words("Move", "delivered"), Some(("delivered since", "销号")));
/// assert_eq!(zhengce_pages::words("State", "lost"), None);
/// ```
pub fn words(set: &str, name: &str) -> Option<(&'static str, &'static str)> {
    SETS.get(set)?.get(name).copied()
}

/// The same, but the name itself where it has no words.
pub(crate) fn called(set: &str, name: &'static str) -> Words<'static> {
    words(set, name).unwrap_or((name, name))
}

/// The words of a step: its stage, otherwise its state. A step that is stopped shows its state, not the stage
/// that it shall come to.
pub(crate) fn step_words(step: &Step) -> Words<'static> {
    let stage = step.stage.filter(|_| step.state > State::Stopped);
    stage.map_or_else(|| called("State", step.state.name()), |stage| stage_words(stage, step.aim))
}

/// A stage, reached or still to come.
fn stage_words(stage: Stage, aim: bool) -> Words<'static> {
    let to_come = aim.then(|| words("Stage", &format!("→{}", stage.name()))).flatten();
    to_come.unwrap_or_else(|| called("Stage", stage.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_words_and_no_row_is_of_none() {
        macro_rules! names {
            ($($set:ident),+) => { [$((stringify!($set), zhengce::$set::ALL.iter().map(|one| one.name()).collect::<Vec<_>>())),+] };
        }
        let sets = names!(
            RecordKind,
            EntryKind,
            ResponsibleBy,
            State,
            Move,
            Stage,
            Aspect,
            Bound,
            Change,
            FigureStatus,
            BodyKind,
            CitationKind,
            Force,
            MeasureStatus
        );
        for (set, names) in &sets {
            let told: Vec<&str> = SETS[set].keys().filter(|name| !name.starts_with('→')).copied().collect();
            assert_eq!(told.len(), names.len(), "{set}");
            assert!(names.iter().all(|name| words(set, name).is_some()), "{set}");
        }
        assert_eq!(SETS.len(), sets.len());
        assert_eq!(
            include_str!("words.tsv").lines().count(),
            SETS.values().map(BTreeMap::len).sum::<usize>()
        );
    }

    #[test]
    fn a_stage_still_to_come_is_told_as_such() {
        assert_eq!(stage_words(Stage::Started, true), ("to start", "拟开工"));
        assert_eq!(stage_words(Stage::Started, false), ("started", "开工"));
        assert_eq!(stage_words(Stage::Planned, true), ("planned", "谋划"));
    }
}
