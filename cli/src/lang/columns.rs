//! Headings of workbooks for people, and the words of closed sets in them, in Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

const CHINESE: &str = include_str!("columns.zh.tsv");

/// Its rows: a name, the Chinese for it, and `closed` for a column whose values are of a closed set, `steps` for one
/// whose values list dates each with such a word.
static WORDS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let rows = CHINESE.lines().filter_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        let (chinese, mark) = rest.split_once('\t').unwrap_or((rest, ""));
        Some((name, (chinese, mark)))
    });
    rows.collect()
});

/// The name of a sheet, a column or a value in Chinese; itself where it has none.
pub(crate) fn in_chinese(name: &str) -> &str {
    WORDS.get(name).map_or(name, |(chinese, _)| *chinese)
}

/// How the values of a column are told in Chinese, unless they are names.
pub(crate) fn telling(column: &str) -> Option<fn(&str) -> String> {
    match WORDS.get(column)?.1 {
        "closed" => Some(|value| in_chinese(value).to_owned()),
        "steps" => Some(steps_in_chinese),
        _ => None,
    }
}

/// 2031-01-16 →started；2032-01-18 completed: the word that ends each step in Chinese.
fn steps_in_chinese(steps: &str) -> String {
    let step = |step: &str| {
        let date = step.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        format!("{date}{}", in_chinese(&step[date.len()..]))
    };
    steps.split('；').map(step).collect::<Vec<_>>().join("；")
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
        assert!(telling("state").is_some() && telling("name").is_none() && in_chinese("state") == "状态");
        let history =
            telling("history").map(|told| told("2031-01-16 →under_way；2032-01-18 delivered；promised"));
        assert_eq!(history.as_deref(), Some("2031-01-16 →推进中；2032-01-18 已完成；已承诺"));
    }
}
