//! Paragraphs to sentences.

use std::ops::Range;

use super::{Paragraph, Role, Sentence};
use crate::text::CharSet;

/// Marks that end a sentence.
static STOPS: CharSet = CharSet::new(&['。', '!', '?', '…']);
/// Marks that close what the sentence opened and so still belong to it.
const CLOSERS: &[char] = &['”', '’', '」', '》', ')', '】', '"'];

/// The sentences of these paragraphs. Bylines and datelines are one sentence each.
pub(crate) fn sentences(text: &str, paragraphs: &[Paragraph]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs {
        let mut opens_paragraph = true;
        for range in split(text, paragraph) {
            sentences.push(Sentence { range, role: paragraph.role, opens_paragraph });
            opens_paragraph = false;
        }
    }
    sentences
}

fn split(text: &str, paragraph: &Paragraph) -> Vec<Range<usize>> {
    if paragraph.role != Role::Text {
        return vec![paragraph.range.clone()];
    }
    let line = &text[paragraph.range.clone()];
    let mut ranges = Vec::new();
    let mut start = 0;
    while let Some((stop, _)) = STOPS.next(line, start) {
        let rest = &line[stop..];
        let closers = |c: char| STOPS.contains(c) || CLOSERS.contains(&c);
        let end = stop + rest.find(|c| !closers(c)).unwrap_or(rest.len());
        ranges.push(start..end);
        start = end;
    }
    ranges.push(start..line.len());
    let shift = paragraph.range.start;
    let trimmed = ranges.into_iter().map(|range| trim(line, range)).filter(|range| !range.is_empty());
    trimmed.map(|range| shift + range.start..shift + range.end).collect()
}

fn trim(line: &str, range: Range<usize>) -> Range<usize> {
    let piece = &line[range.clone()];
    let lead = piece.len() - piece.trim_start().len();
    range.start + lead..range.start + lead + piece.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Vec<String> {
        let paragraph = Paragraph { range: 0..line.len(), role: Role::Text, byline: None };
        super::split(line, &paragraph).into_iter().map(|range| line[range].to_owned()).collect()
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_that_they_close() {
        assert_eq!(split("他说:“好。”会议结束!"), ["他说:“好。”", "会议结束!"]);
        assert_eq!(split("第一…… 第二"), ["第一……", "第二"]);
    }

    #[test]
    fn decimals_do_not_end_a_sentence() {
        assert_eq!(split("增长5.5%,下降3.2%"), ["增长5.5%,下降3.2%"]);
    }
}
