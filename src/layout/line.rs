//! Lines of the source, without page furniture.

use std::ops::Range;

use super::table;
use crate::lexicon::{Lexicon, TaskColumn};
use crate::text::{Mended, fold, is_line_break, next_break};

/// A line with something on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Bytes of the source, without blanks at both ends.
    pub(crate) source: Range<usize>,
    /// The line as recognisers would see it.
    pub(crate) text: Mended,
    /// Whether the mark of a footnote stood above it: [1].
    pub(crate) after_note: bool,
    /// Whether it is a cell of a table of tasks, which neither goes on with what is before it nor in what is
    /// after it.
    pub(crate) is_cell: bool,
}

impl Line {
    pub(crate) fn text(&self) -> &str {
        self.text.as_str()
    }
}

/// The mark between the steps of a page's path: 首页 > 政务公开.
const PATH_MARK: &str = ">";
/// Longest number of a line, in bytes: 12., (3).
const MAX_NUMBER_BYTES: usize = 5;
/// Longest title under the name of a column, in characters.
const MAX_TITLE_CHARS: usize = 40;

/// The lines that carry text: blank lines and page furniture (下载, 打印, 【字号：…】) are left out, and so
/// is the path's last step where the page repeats it as the name of its column.
pub(crate) fn lines(source: &str, lexicon: &Lexicon) -> Vec<Line> {
    let rows = table::rows(source, &lexicon.tasks);
    let mut rows = rows.iter().peekable();
    let mut lines = Vec::new();
    let mut after_path_mark = false;
    let mut last_step = String::new();
    let mut note = Note::None;
    for (start, raw) in raw_lines(source) {
        if let Some(row) = rows.next_if(|row| row.range.start == start) {
            lines.extend(cells(source, row));
            continue;
        }
        let (lead, content) = content(raw);
        let whole = start + lead..start + lead + content.len();
        let text =
            if content.contains('\t') { columns(source, &whole) } else { Mended::of(source, whole.clone()) };
        let line = Line { source: whole, text, after_note: note == Note::Closed, is_cell: false };
        if lexicon.furniture.opens_tail(line.text()) {
            break;
        }
        if !line.text().is_empty() {
            let path_step = std::mem::replace(&mut after_path_mark, line.text() == PATH_MARK);
            let column = line.text() == last_step && title_follows(&source[line.source.end..], lexicon);
            // A blank line of a quote is no step of a path.
            if path_step && !raw.trim_start().starts_with(PATH_MARK) {
                line.text().clone_into(&mut last_step);
            } else if note.past(line.text()) != Note::None {
                note = note.past(line.text());
            } else if !column && !lexicon.furniture.is_furniture(line.text()) {
                note = Note::None;
                lines.push(line);
            }
        }
    }
    lines
}

/// The cells of a row, each as a line of its own. The heading row and the column of row numbers are left out.
fn cells(source: &str, row: &table::Row) -> impl Iterator<Item = Line> {
    let cells = row.cells.iter().filter(|cell| !row.is_heading && cell.column != Some(TaskColumn::Number));
    cells.map(|cell| Line {
        source: cell.range.clone(),
        text: Mended::of(source, cell.range.clone()),
        after_note: false,
        is_cell: true,
    })
}

/// Mends a line with tabs. A bar takes the place of the tab after a cell that is only a number, so that the
/// number does not run into the next cell; but not after a short first cell, which may number the line.
fn columns(source: &str, line: &Range<usize>) -> Mended {
    let mut mended = Mended::default();
    let (mut from, mut cell) = (line.start, line.start);
    for (at, _) in source[line.clone()].match_indices('\t') {
        let tab = line.start + at;
        let numbers = cell == line.start && tab - cell <= MAX_NUMBER_BYTES;
        if !numbers && is_number(&source[cell..tab]) {
            mended.push(source, from..tab);
            mended.push_instead(tab, '|');
            from = tab + 1;
        }
        cell = tab + 1;
    }
    mended.push(source, from..line.end);
    mended
}

/// Whether a cell is only a number: 258.7, [5.6], 1,200.
fn is_number(cell: &str) -> bool {
    let mut signs = cell.trim().chars().map(fold);
    cell.contains(|c: char| fold(c).is_ascii_digit())
        && signs.all(|c| c.is_ascii_digit() || "-+.,%[]()<>~".contains(c))
}

/// The lines of the source as [`str::split`] gives them, and where each starts.
pub(super) fn raw_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = Some(source);
    std::iter::from_fn(move || {
        let text = rest?;
        let start = source.len() - text.len();
        let Some((end, line_break)) = next_break(text) else { return rest.take().map(|last| (start, last)) };
        rest = Some(&text[end + line_break.len_utf8()..]);
        Some((start, &text[..end]))
    })
}

/// The byte of the raw line at which its text starts, and the text: without blanks at both ends, and without
/// the mark of a Markdown heading or quote.
fn content(raw: &str) -> (usize, &str) {
    let blank = |character: char| fold(character) == ' ';
    let trimmed = raw.trim_matches(blank);
    let unmarked = trimmed.trim_start_matches('#');
    let text = if unmarked.starts_with(' ') { unmarked.trim_start_matches(blank) } else { trimmed };
    // The mark of a quote: > 建成码头。
    let text = text.strip_prefix("> ").map_or(text, |quoted| quoted.trim_start_matches(blank));
    let lead = raw.len() - raw.trim_start_matches(blank).len() + trimmed.len() - text.len();
    (lead, text)
}

/// How much of the mark of a footnote stood above a line: its brackets and number may have lines of
/// their own.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Note {
    None,
    Open,
    Numbered,
    Closed,
}

impl Note {
    /// The note with this line, which is `None` where the line belongs to no mark.
    fn past(self, line: &str) -> Note {
        let number =
            |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let whole = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        match self {
            _ if line == "[" => Note::Open,
            _ if whole.is_some_and(number) => Note::Closed,
            Note::Open if number(line) => Note::Numbered,
            Note::Numbered if line == "]" => Note::Closed,
            _ => Note::None,
        }
    }
}

/// Whether the next line that is not empty can be a title: it is short, and has no sign of running text, a
/// dateline or a byline.
fn title_follows(rest: &str, lexicon: &Lexicon) -> bool {
    let next = rest
        .split(is_line_break)
        .map(|raw| raw.trim_matches(|c| fold(c) == ' '))
        .find(|line| !line.is_empty());
    let next: String = next.unwrap_or_default().chars().take(MAX_TITLE_CHARS + 1).map(fold).collect();
    (1..=MAX_TITLE_CHARS).contains(&next.chars().count())
        && !next.starts_with(['—', '(', '【'])
        && !next.contains([':', '。', ' '])
        && !lexicon.furniture.opens_dateline(&next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        lines(source, Lexicon::for_tests()).into_iter().map(|line| line.text().to_owned()).collect()
    }

    #[test]
    fn furniture_of_web_pages_is_left_out() {
        let page = "下载\n打印\n【字号：\n加大\n】\n政府工作报告\r\n　　各位代表：\n【字号：大 中 小】 打印 关闭\n分享到：";
        assert_eq!(texts(page), ["政府工作报告", "各位代表:"]);
    }

    #[test]
    fn the_path_of_a_page_and_the_licence_below_it_are_left_out() {
        let page = "首页\n>\n本地要闻\n本地要闻\n政府工作报告\n各位代表：\n\n本作品是中华人民共和国的\n法律\n，属于公有领域。";
        assert_eq!(texts(page), ["政府工作报告", "各位代表:"]);
        for licence in ["本作品来自1949年以后的文件。", "这部作品在1930年以前发表，属于", "Public domain"]
        {
            let page = format!("政府工作报告\n谢谢大家。\n\n{licence}\n公有领域\n。\n[ 1 ]\n注释");
            assert_eq!(texts(&page), ["政府工作报告", "谢谢大家。"], "{licence}");
        }
        assert_eq!(texts("展出的作品来自9个国家。\n作品在馆内展出。").len(), 2);
    }

    #[test]
    fn a_title_that_the_path_names_stays() {
        let page = "首页\n>\n工作报告\n工作报告\n来源：甲报\n各位代表：";
        assert_eq!(texts(page), ["工作报告", "来源:甲报", "各位代表:"]);
    }

    #[test]
    fn a_sentence_that_starts_like_furniture_is_text() {
        let page = "打印行业发展迅速。\n下载量突破1亿次，\n收藏";
        assert_eq!(texts(page), ["打印行业发展迅速。", "下载量突破1亿次,"]);
    }

    #[test]
    fn the_mark_of_a_markdown_heading_is_no_text() {
        assert_eq!(texts("## 工作回顾\n #项目日# 活动\n###"), ["工作回顾", "#项目日# 活动", "###"]);
        assert_eq!(texts("> 专栏一\n>\n> 建成码头。\n>5米"), ["专栏一", "建成码头。", ">5米"]);
    }

    #[test]
    fn a_number_ends_with_its_cell() {
        assert_eq!(texts("渔获量\t31.2\t万吨\t5"), ["渔获量 31.2|万吨 5"]);
        assert_eq!(texts("1\t万吨巨轮\t增长5\t年"), ["1 万吨巨轮 增长5 年"]);
        assert_eq!(texts("渔获量 31.2 万吨"), ["渔获量 31.2 万吨"]);
    }

    #[test]
    fn ranges_point_at_the_trimmed_line() {
        let source = "\u{FEFF}一\r\n\u{2028}　二　";
        let lines = lines(source, Lexicon::for_tests());
        assert_eq!(&source[lines[0].source.clone()], "一");
        assert_eq!(&source[lines[1].source.clone()], "二");
    }
}
