//! Puts lines of pages together as paragraphs: what the edge of the page broke is joined again.

use std::collections::HashMap;

use super::line::Line;
use crate::input::INDENT;

/// The text, with a line for each paragraph; page numbers and running heads are left out.
pub(super) fn text(mut pages: Vec<Vec<Line>>) -> String {
    remove_furniture(&mut pages);
    let mut text = String::new();
    // The line before, and the margins of its page.
    let mut before: Option<(Line, Margins)> = None;
    for page in pages {
        let (margins, pitch) = (Margins::of(&page), pitch(&page));
        for (index, line) in page.into_iter().enumerate() {
            let is_apart = |last: &Line| index > 0 && last.y - line.y > APART * pitch;
            match &before {
                Some((last, its)) if !is_apart(last) && goes_on(last, its, &line, &margins) => {
                    join(&mut text, &line.text);
                }
                last => {
                    text.push_str(if last.is_some() { "\n" } else { "" });
                    text.push_str(if margins.indents(&line) { INDENT } else { "" });
                    text.push_str(line.text.trim());
                }
            }
            before = Some((line, margins));
        }
    }
    text.push('\n');
    text
}

/// How far apart two paragraphs are at least, in common distances of lines: a blank line or half of one
/// stands between.
const APART: f64 = 1.45;

/// The common distance of a line from the one above it.
fn pitch(lines: &[Line]) -> f64 {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let mut falls: Vec<f64> =
        pairs.map(|(above, below)| above.y - below.y).filter(|fall| *fall > 0.0).collect();
    falls.sort_by(f64::total_cmp);
    // Where every paragraph is one line, most distances are those between paragraphs.
    falls.get(falls.len() / 4).copied().unwrap_or(f64::INFINITY)
}

/// Where the lines of a page begin and end.
#[derive(Debug, Clone, Copy)]
struct Margins {
    left: f64,
    right: f64,
}

impl Margins {
    /// The commonest beginning of long lines, and the end that most of them do not pass.
    fn of(lines: &[Line]) -> Self {
        let longest = lines.iter().map(|line| line.end - line.start).fold(0.0, f64::max);
        let long = || lines.iter().filter(|line| line.end - line.start > 0.6 * longest);
        let mut starts: Vec<f64> = long().map(|line| line.start).collect();
        let mut ends: Vec<f64> = long().map(|line| line.end).collect();
        starts.sort_by(f64::total_cmp);
        ends.sort_by(f64::total_cmp);
        // Paragraphs of one line are indented: the left margin is where the outermost lines begin.
        let left = starts.get(starts.len() / 20).copied().unwrap_or_default();
        let right = ends.get(ends.len().saturating_sub(1) - ends.len() / 20).copied().unwrap_or_default();
        Margins { left, right }
    }

    /// Whether a line begins two characters to the right, as a Chinese paragraph does.
    fn indents(&self, line: &Line) -> bool {
        let by = (line.start - self.left) / line.size;
        (1.5..2.5).contains(&by)
    }
}

/// Marks that end a sentence, or open a list.
const ENDS: &[char] = &['。', '！', '？', '；', '：', '”', '）'];

/// Whether a line opens with the number of a heading: 一、, （二）, ——, 第三条.
fn is_labelled(line: &str) -> bool {
    let numeral = |char: char| "一二三四五六七八九十百".contains(char);
    let opens = |before: &str, after: &[char]| {
        let number = line.strip_prefix(before).map(|rest| rest.trim_start_matches(numeral));
        number.is_some_and(|rest| rest.starts_with(after) && rest.len() + before.len() < line.len())
    };
    line.starts_with("——") || opens("", &['、']) || opens("（", &['）']) || opens("第", &['章', '条', '节'])
}

/// Whether a line goes on with the paragraph of the line before: that line is full, and this one is not
/// indented and has the same size.
fn goes_on(last: &Line, of_last: &Margins, line: &Line, margins: &Margins) -> bool {
    let size = last.size.max(line.size);
    // A line ends early before a word or a mark that must not be cut.
    let room = if last.text.trim_end().ends_with(ENDS) { 1.6 } else { 5.0 };
    if last.text.trim_end().ends_with(['。', '！', '？']) && is_labelled(line.text.trim_start()) {
        return false;
    }
    let is_full = last.end > of_last.right - room * size;
    let is_flush = line.start < margins.left + 0.8 * size;
    is_full && is_flush && (last.size - line.size).abs() < 0.15 * size && !line.text.contains('\t')
}

/// Appends the rest of a paragraph; a blank is put only between two words of letters.
fn join(text: &mut String, rest: &str) {
    text.truncate(text.trim_end().len());
    let is_word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphabetic() || char == ',');
    let begins_word = rest.chars().next().is_some_and(|char| char.is_ascii_alphabetic());
    if is_word(text.chars().last()) && begins_word {
        text.push(' ');
    }
    text.push_str(rest.trim_end());
}

/// Removes page numbers, and what stands at the head or foot of most pages.
fn remove_furniture(pages: &mut [Vec<Line>]) {
    let mut edges = HashMap::<String, usize>::new();
    for page in pages.iter() {
        for index in edge_lines(page) {
            *edges.entry(bare(&page[index].text)).or_default() += 1;
        }
    }
    let count = pages.len();
    for page in pages {
        let mut furniture: Vec<usize> = edge_lines(page)
            .into_iter()
            .filter(|index| {
                let text = &page[*index].text;
                is_page_number(text) || count >= 3 && edges.get(&bare(text)).is_some_and(|on| on * 2 > count)
            })
            .collect();
        furniture.sort_unstable();
        furniture.into_iter().rev().for_each(|index| drop(page.remove(index)));
    }
}

/// The highest and the lowest line.
fn edge_lines(page: &[Line]) -> Vec<usize> {
    let by_height = |one: &usize, other: &usize| page[*one].y.total_cmp(&page[*other].y);
    let mut edges: Vec<usize> = (0..page.len()).max_by(by_height).into_iter().collect();
    edges.extend((0..page.len()).min_by(by_height));
    edges.dedup();
    edges
}

/// A text without the numbers that count the pages.
fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_ascii_digit() && !char.is_whitespace()).collect()
}

/// Whether a line is the number of a page: 3, — 3 —, -3-, 第3页, 第 3 页 共 9 页, 3/9.
fn is_page_number(text: &str) -> bool {
    let digits = text.chars().filter(|char| char.is_ascii_digit()).count();
    let others = |char: char| "—–-－―·./第页共 \u{3000}\t".contains(char) || char.is_ascii_digit();
    (1..=8).contains(&digits) && text.chars().all(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, start: f64, y: f64) -> Line {
        let width = text.chars().count() as f64 * 10.0;
        Line { text: text.to_owned(), start, end: start + width, y, size: 10.0 }
    }

    fn page(number: usize) -> Vec<Line> {
        vec![
            line("青溪县公报", 20.0, 120.0),
            line("今年全县新建桥", 20.0, 100.0),
            line("梁5座，完工", 0.0, 80.0),
            line("另起一段很长很", 20.0, 60.0),
            line("长很长很长很长很长", 0.0, 40.0),
            line(&format!("— {number} —"), 40.0, 0.0),
        ]
    }

    #[test]
    fn paragraphs_are_joined_over_lines_and_pages() {
        assert_eq!(
            text(vec![
                page(1),
                vec![
                    line("接上页", 0.0, 100.0),
                    line("完了", 20.0, 80.0),
                    line("长很长很长很长很长", 0.0, 60.0)
                ]
            ]),
            "　　青溪县公报\n　　今年全县新建桥梁5座，完工\n　　另起一段很长很长很长很长很长很长接上页\n　　完了\n长很长很长很长很长\n"
        );
    }

    #[test]
    fn blank_lines_and_labels_part_paragraphs() {
        let flush =
            |texts: &[(&str, f64)]| text(vec![texts.iter().map(|(text, y)| line(text, 0.0, *y)).collect()]);
        let parted = flush(&[
            ("全县建桥五座，", 100.0),
            ("新修了水渠三条。", 90.0),
            ("二〇二六年工作", 72.0),
            ("要抓紧抓实抓好。", 62.0),
        ]);
        assert_eq!(parted, "全县建桥五座，新修了水渠三条。\n二〇二六年工作要抓紧抓实抓好。\n");
        let labelled =
            flush(&[("新修了水渠三条。", 90.0), ("二、建设的任务有", 80.0), ("三、四座桥梁等。", 70.0)]);
        assert_eq!(labelled, "新修了水渠三条。\n二、建设的任务有三、四座桥梁等。\n");
        for (opening, labels) in [
            ("（十二）抓好", true),
            ("第三条", true),
            ("一个", false),
            ("（见表）", false),
            ("第三产业", false),
            ("——", true),
        ] {
            assert_eq!(is_labelled(opening), labels, "{opening}");
        }
    }

    #[test]
    fn running_heads_and_numbers_of_pages_are_left_out() {
        let pages = text((1..=4).map(page).collect());
        assert!(!pages.contains("公报") && !pages.contains('—'), "{pages}");
        for (text, number) in
            [("— 12 —", true), ("第3页 共9页", true), ("2024年", false), ("一", false), ("3/9", true)]
        {
            assert_eq!(is_page_number(text), number, "{text}");
        }
    }
}
