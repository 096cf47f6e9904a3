//! The text of a page: a line for each block, and a line for each row of a table.

use dom_query::NodeRef;

use super::super::{DITTO, INDENT, file};
use super::grid::Grid;

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// Elements that hold no text to read.
const SILENT: &[&str] =
    &["script", "style", "noscript", "template", "iframe", "textarea", "select", "button", "head"];

/// Longest cell that is one, in characters: a longer one lays out a page, and its text is read as if there
/// were no table.
const MAX_CELL_CHARS: usize = 300;
/// How many nodes of a cell are looked at to tell.
const MAX_CELL_NODES: usize = 400;

/// Longest link of the navigation, in characters.
const MAX_LINK_CHARS: usize = 8;
/// How many nodes of a block are looked at to tell whether it is navigation.
const MAX_NAVIGATION_NODES: usize = 200;
/// Marks between the links of the navigation.
const LINK_MARKS: [char; 6] = ['>', '|', '·', '»', '/', '›'];

/// The text below a node, with a line for each block, and with blanks as a browser shows them.
pub(super) fn text_of(node: &NodeRef) -> String {
    let mut page = Words::default();
    let mut open: Vec<(NodeRef, bool)> = vec![(*node, false)];
    // A stack of our own: pages may be nested deeper than that of the program.
    while let Some((node, is_end)) = open.pop() {
        let name = node.node_name().unwrap_or_default().to_lowercase();
        if is_end {
            page.close(&name);
            continue;
        }
        if SILENT.contains(&&*name) || BLOCKS.contains(&&*name) && is_navigation(&node) {
            continue;
        }
        if node.is_text() {
            page.push(&node.text());
            continue;
        }
        page.open(&name, &node);
        open.push((node, true));
        open.extend(node.children().into_iter().rev().map(|child| (child, false)));
    }
    page.text
}

/// The text read so far, and the open tables.
#[derive(Default)]
struct Words {
    text: String,
    grids: Vec<Grid>,
    /// Whether a cell is open whose paragraphs are one line.
    in_cell: bool,
}

impl Words {
    fn open(&mut self, name: &str, node: &NodeRef) {
        match name {
            "table" => self.grids.push(Grid::default()),
            "tr" => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.open_row();
                }
            }
            "td" | "th" => self.open_cell(node),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn open_cell(&mut self, node: &NodeRef) {
        let span = |name: &str| node.attr(name).and_then(|given| given.trim().parse().ok()).unwrap_or(1);
        let Some(grid) = self.grids.last_mut() else { return };
        let above = grid.above();
        self.repeat(above);
        if let Some(grid) = self.grids.last_mut() {
            grid.open_cell(span("rowspan"), span("colspan"));
        }
        self.in_cell = is_one_line(node);
    }

    /// Adds the cells that continue from the rows above.
    fn repeat(&mut self, above: usize) {
        for _ in 0..above {
            if self.text.len() as u64 <= file::MAX_FILE {
                self.text.push_str(DITTO);
                self.text.push('\t');
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => {
                self.in_cell = false;
                self.text.truncate(self.text.trim_end_matches(' ').len());
                let columns = self.grids.last().map_or(1, Grid::columns_of_cell);
                self.text.extend(std::iter::repeat_n('\t', columns));
            }
            "tr" => {
                let above = self.grids.last_mut().map_or(0, Grid::above);
                self.repeat(above);
            }
            "table" => {
                self.grids.pop();
            }
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        let text = &mut self.text;
        if self.in_cell {
            if !text.is_empty() && !text.ends_with([' ', '\t', '\n']) {
                text.push(' ');
            }
            return;
        }
        text.truncate(text.trim_end_matches([' ', '\t']).len());
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }

    /// Appends text. A run of blanks becomes one; at the beginning of a line it is dropped, unless it indents
    /// a paragraph.
    fn push(&mut self, mut words: &str) {
        let text = &mut self.text;
        if text.is_empty() || text.ends_with('\n') {
            words = words.trim_ascii_start();
            if ["\u{A0}\u{A0}", "\u{2003}\u{2003}"].iter().any(|blanks| words.starts_with(blanks)) {
                words = words.trim_start();
                text.push_str(INDENT);
            }
        }
        for char in words.chars() {
            match char.is_ascii_whitespace() || char == '\u{A0}' {
                true if text.is_empty() || text.ends_with([' ', '\n', '\t']) => {}
                true => text.push(' '),
                false => text.push(char),
            }
        }
    }
}

/// Whether a block is only several short links and the marks between them: 首页 > 政务公开.
fn is_navigation(block: &NodeRef) -> bool {
    let (mut open, mut nodes, mut links) = (vec![*block], 0, 0);
    while let Some(node) = open.pop() {
        nodes += 1;
        let name = node.node_name().unwrap_or_default();
        if nodes > MAX_NAVIGATION_NODES {
            return false;
        }
        if name.eq_ignore_ascii_case("a") {
            let text = node.text();
            if text.trim().chars().take(MAX_LINK_CHARS + 1).count() > MAX_LINK_CHARS {
                return false;
            }
            links += usize::from(!text.trim().is_empty());
        } else if node.is_text() {
            if !node.text().chars().all(|c| c.is_whitespace() || LINK_MARKS.contains(&c)) {
                return false;
            }
        } else {
            open.extend(node.children().into_iter().take(MAX_NAVIGATION_NODES + 1));
        }
    }
    links > 1
}

/// Whether the paragraphs of a cell are one line: it is short, stands beside others, and holds no table.
fn is_one_line(cell: &NodeRef) -> bool {
    let is_beside = cell.prev_element_sibling().is_some() || cell.next_element_sibling().is_some();
    if !is_beside {
        return false;
    }
    let (mut open, mut nodes, mut length) = (vec![*cell], 0, 0);
    while let Some(node) = open.pop() {
        nodes += 1;
        length += if node.is_text() { node.text().chars().take(MAX_CELL_CHARS + 1).count() } else { 0 };
        let is_table = node.node_name().is_some_and(|name| &*name == "table");
        if is_table || nodes > MAX_CELL_NODES || length > MAX_CELL_CHARS {
            return false;
        }
        open.extend(node.children().into_iter().take(MAX_CELL_NODES + 1));
    }
    true
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn lines(table: &str) -> Vec<String> {
        let page = Document::from(format!("<table>{table}</table>"));
        text_of(&page.root()).lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_cell_over_several_rows_or_columns_stands_in_each() {
        let head = "<tr><th colspan=3>青溪县任务表<tr><td>任务<td>单位<td>时限";
        let rows = "<tr><td>建码头<td rowspan=' 2'>渔业局<td rowspan=2>6月<tr><td>修航道<tr><td>种树<td>林业局<td>9月";
        let expected = [
            "青溪县任务表",
            "任务\t单位\t时限",
            "建码头\t渔业局\t6月",
            "修航道\t〃\t〃",
            "种树\t林业局\t9月",
        ];
        assert_eq!(lines(&format!("{head}{rows}")), expected);
        assert_eq!(lines("<tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙"), ["甲\t\t乙", "〃\t〃\t丙"]);
        assert_eq!(lines("<tr><td rowspan=9>甲<td>乙"), ["甲\t乙"]);
        assert_eq!(lines("<tr><td rowspan=x>甲<td>乙<tr><td>丙<td>丁"), ["甲\t乙", "丙\t丁"]);
        assert_eq!(lines("<tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁"), ["甲\t乙", "〃\t丙", "〃\t丁"]);
    }

    #[test]
    fn blocks_of_short_links_are_navigation() {
        let text = |body: &str| text_of(&Document::from(body).root()).trim().to_owned();
        for links in [
            "<div class=nav><a>首页</a> <a>政务公开</a></div>",
            "<ul><li><a>首页</a></li><li><a><b>政务公开</b></a></li></ul>",
            "<p><a>首页</a> &gt; <a>政务公开</a> &gt; <a></a></p>",
        ] {
            assert_eq!(text(&format!("<div>{links}<p>新建桥梁。</p></div>")), "新建桥梁。", "{links}");
        }
        for links in [
            "<p><a>青溪县</a>、<a>云柳县</a></p>",
            "<p><a>首页</a></p>",
            "<p><a>附件1：任务分解表.docx</a> <a>附件2：项目表.docx</a></p>",
            "<p>您在：<a>首页</a> <a>政务公开</a></p>",
        ] {
            assert_ne!(text(&format!("<div>{links}<p>新建桥梁。</p></div>")), "新建桥梁。", "{links}");
        }
    }

    #[test]
    fn paragraphs_of_a_cell_are_one_line_unless_it_lays_out_a_page() {
        assert_eq!(lines("<tr><td><p>建 </p><p>码头</p><td><p>渔业局<br>等</p>"), ["建 码头\t渔业局 等"]);
        assert_eq!(lines("<tr><td><p>甲</p><p>乙</p>"), ["甲", "乙"]);
        assert_eq!(
            lines("<tr><td><p>甲</p><p>乙</p><table><tr><td>丙</table><td>丁"),
            ["甲", "乙", "丙", "\t丁"]
        );
        let long = "<p>新建桥梁五座。</p>".repeat(60);
        assert_eq!(lines(&format!("<tr><td>{long}<td>目录")).len(), 61);
    }
}
