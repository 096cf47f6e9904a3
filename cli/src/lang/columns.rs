//! Headings of workbooks for people, and the words of closed sets in them, in Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

const CHINESE: &str = include_str!("columns.zh.tsv");

/// Its rows: a name, the Chinese for it, and `closed` for a column whose values are of a closed set.
static WORDS: LazyLock<HashMap<&str, (&str, bool)>> = LazyLock::new(|| {
    let rows = CHINESE.lines().filter_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        let (chinese, mark) = rest.split_once('\t').unwrap_or((rest, ""));
        Some((name, (chinese, mark == "closed")))
    });
    rows.collect()
});

/// The name of a sheet, a column or a value in Chinese; itself where it has none.
pub(crate) fn in_chinese(name: &str) -> &str {
    WORDS.get(name).map_or(name, |(chinese, _)| *chinese)
}

/// Whether the values of a column are words to be told in Chinese, not names.
pub(crate) fn is_closed(column: &str) -> bool {
    WORDS.get(column).is_some_and(|(_, is_closed)| *is_closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_an_overview_has_a_chinese_name() {
        for (name, _, columns) in zhengce_tables::overviews() {
            let columns = columns.iter().map(|column| column.name);
            for name in columns.chain([name]) {
                assert_ne!(in_chinese(name), name, "columns.zh.tsv lacks {name}");
            }
        }
        let states = [zhengce::State::ALL.iter().map(|state| state.name()).collect::<Vec<_>>()].concat();
        let moves: Vec<_> = zhengce::Move::ALL.iter().map(|moved| moved.name()).collect();
        let stages: Vec<_> = zhengce::Stage::ALL.iter().map(|stage| stage.name()).collect();
        for value in [states, moves, stages].concat() {
            assert_ne!(in_chinese(value), value, "columns.zh.tsv lacks {value}");
        }
        assert!(is_closed("state") && !is_closed("name") && in_chinese("state") == "状态");
    }
}
