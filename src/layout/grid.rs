//! Headings of tables of indicators: 指标 | 单位 | 2025年基期值 | 2030年目标值.

use std::ops::Range;

use crate::lexicon::IndicatorTables;
use crate::record::FigureStatus;
use crate::text::fold;

const YEAR_DIGITS: usize = 4;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Unit,
    Year(String, Option<FigureStatus>),
    /// The average yearly change from the base year to the target year.
    Yearly,
}

/// Whether a line heads the columns of a table of indicators.
pub(crate) fn heads(line: &str, words: &IndicatorTables) -> bool {
    let characters: Vec<char> = line.chars().collect();
    columns(&characters, &cells(&characters, 0..characters.len()), words).is_some()
}

/// The ranges of the cells of a line in code points, without the blanks around them; tabs or the bars of
/// Markdown part them.
pub(crate) fn cells(characters: &[char], line: Range<usize>) -> Vec<Range<usize>> {
    let Some(written) = characters.get(line.clone()) else { return Vec::new() };
    let is_blank = |c: &char| *c != '\t' && c.is_whitespace();
    let lead = written.iter().take_while(|c| is_blank(c)).count();
    let tail = written[lead..].iter().rev().take_while(|c| is_blank(c)).count();
    let (mut from, mut to) = (line.start + lead, line.end - tail);
    let separator = if written.contains(&'\t') {
        '\t'
    } else if to - from > 1 && characters[from] == '|' && characters[to - 1] == '|' {
        (from, to) = (from + 1, to - 1);
        '|'
    } else {
        return Vec::new();
    };
    let mut cells = Vec::new();
    for cell in characters[from..to].split(|c| *c == separator) {
        let lead = cell.iter().take_while(|c| c.is_whitespace()).count();
        let tail = cell[lead..].iter().rev().take_while(|c| c.is_whitespace()).count();
        cells.push(from + lead..from + cell.len() - tail);
        from += cell.len() + 1;
    }
    cells
}

/// The text of a cell, folded and without blanks.
pub(crate) fn plain(characters: &[char], cell: &Range<usize>) -> String {
    characters[cell.clone()].iter().map(|c| fold(*c)).filter(|c| !c.is_whitespace()).collect()
}

/// What each column holds, by the cells that head them; `None` unless one holds names and one a year.
pub(crate) fn columns(
    characters: &[char],
    cells: &[Range<usize>],
    words: &IndicatorTables,
) -> Option<Vec<Option<Column>>> {
    let columns: Vec<_> = cells.iter().map(|cell| column(&plain(characters, cell), words)).collect();
    let has_name = columns.contains(&Some(Column::Name));
    let has_year = columns.iter().any(|column| matches!(column, Some(Column::Year(..))));
    (has_name && has_year).then_some(columns)
}

fn column(heading: &str, words: &IndicatorTables) -> Option<Column> {
    let bare = heading.split('(').next().unwrap_or_default();
    if words.heads_names(bare) {
        Some(Column::Name)
    } else if words.heads_units(bare) {
        Some(Column::Unit)
    } else if words.heads_rates(heading) {
        Some(Column::Yearly)
    } else {
        let (year, after) = heading.split_at_checked(YEAR_DIGITS)?;
        let is_year = year.bytes().all(|byte| byte.is_ascii_digit()) && year.starts_with(['1', '2']);
        // 2025年1-6月 is no year.
        let is_whole = !after.starts_with(|c: char| c.is_ascii_digit())
            && !after.contains(['月', '季'])
            && !heading.contains('半');
        (is_year && is_whole).then(|| Column::Year(year.to_owned(), words.status(heading)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_name_and_a_year_head_a_table() {
        let words = &Lexicon::for_tests().indicators.tables;
        for line in [
            "类别\t指标\t单位\t2025年（基期值）\t2030年（目标值）\t年均增速[累计]\t属性",
            "| 指标名称 | 2025年实际 | 2026年目标 |",
            "主要指标\t2030年",
        ] {
            assert!(heads(line, words), "{line}");
        }
        for line in [
            "指标\t单位\t全年目标\t一季度",
            "项目\t2025年\t2030年",
            "指标\t2025年1-6月",
            "指标，2025年，2030年",
            "指标\t数值\t20250年",
            "|",
            "",
        ] {
            assert!(!heads(line, words), "{line}");
        }
    }
}
