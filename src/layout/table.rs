//! Tables of tasks (责任分解表): lines of cells below a line that heads the columns. Tabs, the bars of
//! Markdown or runs of blanks part the cells.

use std::ops::Range;

use super::blanks::{fills, is_parted_by_blanks, parted_by_blanks};
use super::line::raw_lines;
use crate::lexicon::{TaskColumn, TaskWords};
use crate::text::is_within;

/// Longest line without tabs that heads the rows below it, in characters.
const MAX_GROUP_CHARS: usize = 40;
/// Fewest cells of a row that lacks its last one, below a line without cells: shorter rows belong to another
/// table.
pub(super) const MIN_SHORT_ROW: usize = 3;
/// Fewest columns with known headings of a table that only says how far works are.
const MIN_TRACKED: usize = 3;
/// Words in the headings of sums of money.
const MONEY: [&str; 4] = ["投资", "资金", "支出", "概算"];
/// The word before the unit of a table, and the longest unit, in bytes.
const UNIT: &str = "单位";
const MAX_UNIT_BYTES: usize = 18;

/// A line of a table. Ranges are bytes of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) range: Range<usize>,
    /// Its cells, without the blanks around them.
    pub(crate) cells: Vec<Cell>,
    /// It heads the columns.
    pub(crate) is_heading: bool,
    /// The unit that a line above the table names: 单位:万元.
    pub(crate) unit: Option<Range<usize>>,
    /// The line without cells, or with one, that heads this row and others: 一、续建项目(3个).
    pub(crate) group: Option<Range<usize>>,
}

/// A cell of a row, what its column tells, and where the heading of that column stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) range: Range<usize>,
    pub(crate) column: Option<TaskColumn>,
    pub(crate) heading: Option<Range<usize>>,
}

impl Row {
    /// The first cell of a column.
    pub(crate) fn cell(&self, column: TaskColumn) -> Option<&Range<usize>> {
        self.all(column).next().map(|cell| &cell.range)
    }

    /// The cells of a column.
    pub(crate) fn all(&self, column: TaskColumn) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.column == Some(column))
    }
}

/// The heading of a column: what the column tells, and where the heading stands.
type Head = (Option<TaskColumn>, Range<usize>);

/// The lines of all tables of tasks in a text.
pub(crate) fn rows(source: &str, words: &TaskWords) -> Vec<Row> {
    let mut rows = Vec::new();
    if !may_hold_rows(source) {
        return rows;
    }
    let mut columns: Vec<Head> = Vec::new();
    let (mut unit, mut unit_above, mut group) = (None, None, None);
    let mut above = Above::default();
    // Whether the line before heads a group of rows, and whether it is blank.
    let (mut in_group, mut is_after_blank) = (false, false);
    // Whether blanks part the cells of the table.
    let mut by_blanks = false;
    for (start, line) in raw_lines(source) {
        unit_above = unit_of(line).map(|unit| start + unit.start..start + unit.end).or(unit_above);
        let is_headed = || heads(line, words).is_some();
        let is_blank_row =
            is_parted_by_blanks(line) && if columns.is_empty() { is_headed() } else { by_blanks };
        if is_blank_row && !columns.is_empty() && !is_headed() && !fills(line, columns.len()) {
            continue;
        }
        if row_of(line).is_none() && !is_blank_row {
            let is_group = is_within(line, MAX_GROUP_CHARS) && !line.contains('。');
            let is_blank = line.trim().is_empty();
            // A blank line and a heading, or 附表2: another table follows.
            if !is_blank && (in_group || !is_group || is_after_blank || words.is_annex(line)) {
                columns.clear();
            }
            if !is_blank {
                group = Some(start..start + line.len());
            }
            (in_group, is_after_blank) = (!is_blank, is_blank);
            continue;
        }
        if !columns.is_empty() && is_rule(line) {
            rows.push(Row {
                range: start..start + line.len(),
                cells: Vec::new(),
                is_heading: false,
                unit: None,
                group: None,
            });
            continue;
        }
        let headed = heads(line, words);
        let is_heading = headed.is_some();
        if !is_heading && !fits(line, columns.len(), in_group) {
            columns.clear();
        }
        (in_group, is_after_blank) = (false, false);
        if let Some(headed) = headed {
            let places = cells(line).map(|cell| start + cell.start..start + cell.end);
            columns = headed.into_iter().zip(places).collect();
            by_blanks = is_blank_row;
            (unit, group) = (unit_above.take(), None);
        }
        if columns.is_empty() && above.goes_on(line, words) {
            columns.clone_from(&above.columns);
        }
        if !columns.is_empty() {
            above.take(line, &columns);
            let said = cells(line).enumerate().filter(|(_, cell)| !words.is_nothing(&line[cell.clone()]));
            let cells = said.map(|(at, cell)| Cell {
                range: start + cell.start..start + cell.end,
                column: columns.get(at).and_then(|(column, _)| *column),
                heading: columns.get(at).map(|(_, heading)| heading.clone()),
            });
            let cells: Vec<Cell> = cells.collect();
            let range = start..start + line.len();
            if let ([only], true) = (&cells[..], columns.len() > 1) {
                group = Some(only.range.clone());
            }
            rows.push(Row { range, cells, is_heading, unit: unit.clone(), group: group.clone() });
        }
    }
    rows
}

/// The columns of the last table, and the number and cells of its last row.
#[derive(Default)]
struct Above {
    columns: Vec<Head>,
    number: Option<u32>,
    cells: usize,
}

impl Above {
    fn take(&mut self, row: &str, columns: &[Head]) {
        if self.columns != columns {
            self.columns = columns.to_vec();
        }
        self.number = number(row);
        self.cells = cells(row).count();
    }

    /// Whether a table without a heading of its own goes on where the last one ended: its first row has the
    /// next number and as many cells.
    fn goes_on(&self, row: &str, words: &TaskWords) -> bool {
        let next = self.number.and_then(|number| number.checked_add(1));
        next.is_some()
            && number(row) == next
            && cells(row).count() == self.cells
            && heads(row, words).is_none()
    }
}

/// The number in the first cell of a row.
fn number(row: &str) -> Option<u32> {
    row[cells(row).next()?].trim_end_matches(['.', '、']).parse().ok()
}

/// Whether a row may belong to a table of so many columns: it has no more cells, and below a line without
/// cells no fewer, except that an empty last one may be missing.
fn fits(row: &str, columns: usize, is_below_line: bool) -> bool {
    let count = cells(row).count();
    let said = cells(row).enumerate().filter(|(_, cell)| !cell.is_empty()).last().map_or(0, |(at, _)| at + 1);
    said <= columns && (!is_below_line || count >= columns || count + 1 == columns && count >= MIN_SHORT_ROW)
}

/// The columns that tell what a task is.
const NAMING: [TaskColumn; 3] = [TaskColumn::Project, TaskColumn::Task, TaskColumn::Content];

/// What each column tells, by the line that heads them; `None` where the heading is not known.
fn columns(line: &str, words: &TaskWords) -> Vec<Option<TaskColumn>> {
    let headings: Vec<&str> = cells(line).map(|cell| &line[cell]).collect();
    let mut columns: Vec<_> = headings.iter().map(|heading| words.column(heading)).collect();
    // 完成投资 | 完成率: how much of the money is spent, not of the work.
    for (column, pair) in columns.iter_mut().skip(1).zip(headings.windows(2)) {
        if *column == Some(TaskColumn::Closed) && is_rate(pair[1]) && is_of_money(pair[0]) {
            *column = None;
        }
    }
    columns
}

fn has(columns: &[Option<TaskColumn>], any: &[TaskColumn]) -> bool {
    columns.iter().flatten().any(|column| any.contains(column))
}

/// Whether a line would head a table of tasks if one of its columns were known to name the task: at least two
/// other columns say who is responsible, by when, or how far it is.
pub(crate) fn lacks_task(line: &str, words: &TaskWords) -> bool {
    if row_of(line).is_none() {
        return false;
    }
    let columns = columns(line, words);
    let told = [
        has(&columns, &[TaskColumn::Responsible, TaskColumn::Person]),
        has(&columns, &[TaskColumn::Due]),
        has(&columns, &[TaskColumn::Progress, TaskColumn::Month, TaskColumn::Closed]),
    ];
    !has(&columns, &NAMING) && told.iter().filter(|told| **told).count() > 1
}

/// What each column tells, if this line heads a table of tasks: columns name the task and say who is
/// responsible or by when. Names beside only those who are responsible are a list of addresses, unless
/// another column says what shall be done.
pub(crate) fn heads(line: &str, words: &TaskWords) -> Option<Vec<Option<TaskColumn>>> {
    let columns = columns(line, words);
    let has = |any: &[TaskColumn]| has(&columns, any);
    let names = has(&NAMING);
    let asks = has(&[TaskColumn::Responsible, TaskColumn::Person, TaskColumn::Due]);
    let tells = has(&[
        TaskColumn::Content,
        TaskColumn::Due,
        TaskColumn::Progress,
        TaskColumn::Month,
        TaskColumn::Goal,
        TaskColumn::Ended,
    ]) || has(&[TaskColumn::Task]) && has(&[TaskColumn::Responsible]);
    // 序号 | 项目名称 | 形象进度: how far works are, whoever is responsible for them.
    let tells_course = has(&[TaskColumn::Progress, TaskColumn::Opened, TaskColumn::Ended]);
    // 项目名称 | 总投资 | 是否开工: columns of works by their names.
    let names_works =
        || cells(line).any(|cell| words.names_works(&line[cell])) && columns.len() >= MIN_TRACKED;
    let is_tracked = has(&[TaskColumn::Project])
        && tells_course
        && (columns.iter().flatten().count() >= MIN_TRACKED || names_works());
    (names && asks && tells || is_tracked).then_some(columns)
}

/// 总投资, 到位资金: whether the amounts below a heading are sums of money.
pub(crate) fn is_of_money(heading: &str) -> bool {
    MONEY.iter().any(|money| heading.contains(money))
}

/// Whether a heading is that of a share: 完成率, 完成比例（%）.
fn is_rate(heading: &str) -> bool {
    let bare = heading.split(['(', '（']).next().unwrap_or_default();
    bare.trim_end().ends_with(['率', '例'])
}

/// The bytes of the unit in a line above a table: 单位:万元.
fn unit_of(line: &str) -> Option<Range<usize>> {
    let (before, after) = line.split_once(UNIT)?;
    let named = after.trim_start().strip_prefix([':', '：'])?.trim_start();
    let length = named.find(|c: char| !c.is_alphanumeric() && c != '/').unwrap_or(named.len());
    let is_short = before.chars().count() <= MAX_GROUP_CHARS && (1..=MAX_UNIT_BYTES).contains(&length);
    let start = line.len() - named.len();
    is_short.then_some(start..start + length)
}

/// Whether a text may have rows at all: it has a tab, a bar or two blanks in a row.
pub(crate) fn may_hold_rows(source: &str) -> bool {
    source.contains('\t') || source.contains('|') || source.contains("  ")
}

/// A line of cells: the byte where the cells begin, all of them, and what parts them: a tab, or the bar of
/// Markdown, which also opens and closes the line.
pub(super) fn row_of(line: &str) -> Option<(usize, &str, char)> {
    if line.contains('\t') {
        return Some((0, line, '\t'));
    }
    let start = line.len() - line.trim_start().len() + 1;
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    inside.contains('|').then_some((start, inside, '|'))
}

/// Whether a line parts the heading from the rows, as in Markdown: |---|:-:|.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

/// The byte ranges of the cells of a line, without the blanks around them.
pub(super) fn cells(line: &str) -> impl Iterator<Item = Range<usize>> {
    let blanks = is_parted_by_blanks(line).then(|| parted_by_blanks(line));
    let (mut start, row, separator) = row_of(line).unwrap_or((0, line, '\t'));
    let marked = blanks.is_none().then(|| {
        row.split(separator).map(move |cell| {
            let own = start + cell.len() - cell.trim_start().len();
            let range = own..own + cell.trim().len();
            start += cell.len() + separator.len_utf8();
            range
        })
    });
    blanks.into_iter().flatten().chain(marked.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// Each row with its cells; the cells of unknown columns stand in brackets.
    fn read(source: &str) -> Vec<String> {
        let rows = rows(source, &Lexicon::for_tests().tasks);
        let cell = |cell: &Cell| match cell.column {
            Some(_) => source[cell.range.clone()].to_owned(),
            None => format!("[{}]", &source[cell.range.clone()]),
        };
        let rows = rows.iter().filter(|row| !row.is_heading);
        rows.map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn rows_stand_below_a_line_that_says_who_and_by_when() {
        let table = "任务分解\n序号\t项目名称\t责任单位\t完成时限\t备注\n1\t青岩码头\t渔业局\t6月底\t省级\n\
                     二、民生\n2\t云柳大桥\t \t年底\n\n到此为止。\n3\t不是\t表格";
        assert_eq!(read(table), ["1|青岩码头|渔业局|6月底|[省级]", "2|云柳大桥|年底"]);
    }

    #[test]
    fn another_table_ends_it() {
        let table = "项目\t责任单位\t完成时限\n码头\t渔业局\t6月底\n";
        for other in [
            "附表2 经济指标\n指标\t数值\n产值\t5亿元",
            "\n经济指标\n指标\t数值\t单位\n产值\t5\t亿元",
            "经济指标\n指标\t数值\n产值\t5亿元",
            "指标\t一季\t二季\t三季\n产值\t5\t6\t7",
        ] {
            assert_eq!(read(&format!("{table}{other}")), ["码头|渔业局|6月底"], "{other}");
        }
        assert_eq!(read(&format!("{table}二、民生\n大桥\t—\t年底")), ["码头|渔业局|6月底", "大桥|年底"]);
    }

    #[test]
    fn a_table_that_goes_on_with_the_numbers_needs_no_heading() {
        let table = "序号\t项目\t责任单位\t完成时限\n1\t码头\t渔业局\t6月底\n\n二、民生实事\n";
        let two = ["1|码头|渔业局|6月底", "2|大桥|交通局|年底"];
        assert_eq!(read(&format!("{table}2\t大桥\t交通局\t年底")), two);
        assert_eq!(read(&format!("{table}1\t产值\t亿元\t5")), two[..1]);
        assert_eq!(read(&format!("{table}2\t产值\t5")), two[..1]);
    }

    #[test]
    fn bars_of_markdown_part_cells() {
        let table = "# 任务\n| 序号 | 项目名称 | 责任单位 | 完成时限 |\n|---|:--|:-:|---:|\n| 1 | 青岩码头 | 渔业局 | 6月底 |\n\
                     | 2 | 云柳大桥 |  | 年底 |\n\n到此为止。\n| 5 | 不是 | 表格 | 年底 |";
        assert_eq!(read(table), [String::new().as_str(), "1|青岩码头|渔业局|6月底", "2|云柳大桥|年底"]);
        for text in
            ["| 项目 | 投资 |\n|---|---|\n| 桥 | 5亿元 |", "|项目|责任单位|完成时限", "||", "|", "|项目|"]
        {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn works_by_their_names_with_how_far_they_are_are_a_table() {
        let row = ["桥|[3亿元]|竣工"];
        assert_eq!(read("项目名称\t总投资\t当前阶段\n桥\t3亿元\t竣工"), row);
        assert_eq!(read("项目名称\t总投资\t是否开工\n桥\t3亿元\t竣工"), row);
        assert_eq!(read("项目名称\t总投资\t实际竣工日期\n桥\t3亿元\t竣工"), row);
        assert_eq!(read("项目\t总投资\t当前阶段\n桥\t3亿元\t竣工"), [""; 0]);
    }

    #[test]
    fn a_table_without_a_known_column_of_tasks_is_told() {
        let words = &Lexicon::for_tests().tasks;
        for line in
            ["渔港\t责任单位\t完成时限", "| 渔港 | 责任单位 | 进展情况 |", "渔港\t负责人\t完成时限\t备注"]
        {
            assert!(lacks_task(line, words), "{line}");
        }
        for line in
            ["任务\t责任单位\t完成时限", "渔港\t责任单位\t电话", "渔港\t产值", "责任单位和完成时限", ""]
        {
            assert!(!lacks_task(line, words), "{line}");
        }
    }

    #[test]
    fn other_tables_are_none() {
        for text in [
            "项目\t投资\n桥\t5亿元",
            "责任单位\t电话\n渔业局\t5555",
            "建设内容：码头。",
            "项目\t责任人\t电话\n码头\t李明\t5555",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
