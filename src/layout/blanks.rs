//! Rows of tables whose cells only blanks part, as in text that was copied from a page.

use std::ops::Range;

use super::table::{MIN_SHORT_ROW, cells, row_of};
use crate::text::is_within;

/// The longest line whose cells blanks part, in characters.
const MAX_CHARS: usize = 200;

/// Whether blanks, at least two each time, part the line into as many cells as a table has at least.
pub(super) fn is_parted_by_blanks(line: &str) -> bool {
    line.trim().contains("  ")
        && row_of(line).is_none()
        && is_within(line, MAX_CHARS)
        && parted_by_blanks(line).nth(MIN_SHORT_ROW - 1).is_some()
}

/// Whether a line parted by blanks has as many cells as the table has columns, or one fewer: an empty last
/// cell leaves no trace.
pub(super) fn fills(line: &str, columns: usize) -> bool {
    (columns.saturating_sub(1)..=columns).contains(&cells(line).count())
}

/// The byte ranges of the cells of a line that blanks part.
pub(super) fn parted_by_blanks(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + line[rest..].find(|c: char| !c.is_whitespace())?;
        let end = line[start..].find("  ").map_or(line.trim_end().len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::table::rows;
    use crate::lexicon::Lexicon;

    /// The cells of each row that is no heading.
    fn read(source: &str) -> Vec<String> {
        let rows = rows(source, &Lexicon::for_tests().tasks);
        let rows = rows.iter().filter(|row| !row.is_heading);
        let cell = |range: &std::ops::Range<usize>| source[range.clone()].to_owned();
        rows.map(|row| row.cells.iter().map(|own| cell(&own.range)).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn blanks_part_cells_below_a_line_that_heads_them() {
        let table = "序号  项目名称      总投资    进展情况\n1    青岩码头      3亿元     已竣工\n2    云柳大桥    \n\
                     3    白河水厂      2亿元     未开工\n到此为止。\n4    不是      表格    了";
        assert_eq!(read(table), ["1|青岩码头|3亿元|已竣工", "3|白河水厂|2亿元|未开工"]);
        for text in [
            "    渔港  码头\n    建设  渔港",
            "项目名称  责任单位\n渔港  渔业局",
            "　　 渔港。  建设。  码头。",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
