//! Headings of workbooks for people, and the words of closed sets in them, in Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

const CHINESE: &str = include_str!("columns.zh.tsv");

/// The rows: a name, its Chinese, and for a column of a closed set the type of the set; `steps` for a column
/// whose values list dates, each with a stage or state.
static WORDS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let rows = CHINESE.lines().filter_map(|line| {
        let (name, rest) = line.split_once('\t')?;
        let (chinese, mark) = rest.split_once('\t').unwrap_or((rest, ""));
        Some((name, (chinese, mark)))
    });
    rows.collect()
});

/// The Chinese name of a sheet, a column or a value; the name itself if it has none.
pub(crate) fn in_chinese(name: &str) -> &str {
    WORDS.get(name).map_or(name, |(chinese, _)| *chinese)
}

/// How the values of a column are put into Chinese; `None` where they are names.
pub(crate) fn telling(column: &str) -> Option<impl Fn(&str) -> String> {
    let set = WORDS.get(column)?.1;
    (!set.is_empty()).then_some(move |value: &str| match set {
        "steps" => steps_in_chinese(value),
        set => chinese_of(&[set], value),
    })
}

/// The Chinese word for a value of one of these sets; the value itself if it has none.
fn chinese_of(sets: &[&str], value: &str) -> String {
    let word = sets.iter().find_map(|set| zhengce_pages::words(set, value));
    word.map_or(value, |(_, chinese)| chinese).to_owned()
}

/// The steps with the word at the end of each in Chinese: 2031-01-16 →started；2032-01-18 completed.
fn steps_in_chinese(steps: &str) -> String {
    let step = |step: &str| {
        let date = step.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        format!("{date}{}", chinese_of(&["Stage", "State"], &step[date.len()..]))
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
        let told = |column: &str, value: &str| telling(column).map(|told| told(value));
        assert_eq!(told("state", "delivered").as_deref(), Some("已完成"));
        assert_eq!(told("moved", "delivered").as_deref(), Some("销号"));
        assert_eq!(told("target_bound", "about").as_deref(), Some("约数"));
        assert!(telling("state").is_some() && telling("name").is_none() && in_chinese("state") == "状态");
        let history =
            telling("history").map(|told| told("2031-01-16 →under_way；2032-01-18 delivered；promised"));
        assert_eq!(history.as_deref(), Some("2031-01-16 →推进中；2032-01-18 已完成；已承诺"));
    }
}
