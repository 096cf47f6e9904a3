//! Lines of web pages that are not part of the text: buttons, font sizes, sharing, licences.

use rustc_hash::FxHashSet as HashSet;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;
use crate::text::CharSet;

const FILE: Dictionary = dictionary!("furniture.tsv");

/// What stands around the buttons in a row of them.
static BUTTON_EDGES: CharSet = CharSet::new(&[' ', '|', '[', ']', '【', '】']);

/// What page furniture looks like, and the labels of datelines.
#[derive(Debug)]
pub(crate) struct Furniture {
    /// Whole lines, and the parts that a line of buttons consists of.
    lines: HashSet<&'static str>,
    /// Characters of the longest of `lines`.
    longest: usize,
    prefixes: Vocabulary<()>,
    tails: Vocabulary<()>,
    labels: Vocabulary<()>,
    counters: Vocabulary<()>,
}

impl Furniture {
    pub(super) fn load() -> Result<Self, Error> {
        let mut lines = HashSet::default();
        let (mut prefixes, mut tails) = (Vec::new(), Vec::new());
        let (mut labels, mut counters) = (Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match row.class {
                "line" => _ = lines.insert(row.word),
                "prefix" => prefixes.push((row.word, ())),
                "tail" => tails.push((row.word, ())),
                "dateline" => labels.push((row.word, ())),
                "counter" => counters.push((row.word, ())),
                _ => {
                    return Err(FILE.unknown_class(&row));
                }
            }
        }
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let [prefixes, tails, labels, counters] = [prefixes, tails, labels, counters].map(Vocabulary::new);
        Ok(Furniture { lines, longest, prefixes, tails, labels, counters })
    }

    /// Whether a line is page furniture: a known line, a known opening, or a row of buttons.
    pub(crate) fn is_furniture(&self, line: &str) -> bool {
        self.lines.contains(line) || self.prefixes.opens(line) || self.is_row_of_buttons(line)
    }

    fn is_row_of_buttons(&self, line: &str) -> bool {
        let mut rest = line;
        loop {
            // Nothing longer than the longest button is one, so a paragraph is not read to its end.
            let reach = rest.char_indices().nth(self.longest).map_or(rest.len(), |(at, c)| at + c.len_utf8());
            let (end, mark) = BUTTON_EDGES.next(&rest[..reach], 0).unwrap_or((reach, '\0'));
            let button = &rest[..end];
            if !button.is_empty() && !self.lines.contains(button) {
                return false;
            }
            if end == rest.len() {
                return true;
            }
            rest = &rest[end + mark.len_utf8()..];
        }
    }

    /// Whether this line and all below it are furniture: licences, notes on the edition.
    pub(crate) fn opens_tail(&self, line: &str) -> bool {
        self.tails.opens(line)
    }

    /// Whether a line is a label of a dateline and nothing else; what it labels is on the next line.
    pub(crate) fn is_dateline_label(&self, line: &str) -> bool {
        self.labels.contains(line)
    }

    /// Whether several labels on a line say where and when the text came out, by whom, and how often it was
    /// read: `来源:… 作者:… 发布时间:…`.
    pub(crate) fn is_credits(&self, line: &str) -> bool {
        let labelled =
            |text: &str| self.labels.opens(text) || self.counters.opens(text) || self.prefixes.opens(text);
        self.labels.opens(line) && line.match_indices(' ').any(|(at, _)| labelled(&line[at + 1..]))
    }

    /// Whether a line opens with the label of a dateline: `来源:`, `时间:`.
    pub(crate) fn opens_dateline(&self, line: &str) -> bool {
        self.labels.opens(line)
    }
}
