//! Headings: numbered ones, and the topic sentences that open a paragraph.

use std::ops::Range;

use super::{Paragraph, Role, SectionLayout};
use crate::lexicon::Lexicon;
use crate::text::{CharSet, is_chinese_digit, is_digit, is_within};

/// Longest heading, in characters; a longer first sentence is text.
const MAX_HEADING_CHARS: usize = 40;
/// The rank of topic sentences.
pub(crate) const TOPIC: u8 = 4;
/// Longest topic sentence, in characters.
const MAX_TOPIC_CHARS: usize = 30;

/// Rank and length in bytes of the number that opens a line: 一、 is 1, （一） 2, 1. and 第一、 3.
fn number(line: &str) -> Option<(u8, usize)> {
    let digits = |text: &str| text.find(|c: char| !is_chinese_digit(c)).unwrap_or(text.len());
    if let Some(inside) = line.strip_prefix('(') {
        let length = digits(inside);
        return (length > 0 && inside[length..].starts_with(')')).then_some((2, length + 2));
    }
    if let Some(ordinal) = line.strip_prefix('第') {
        let length = digits(ordinal);
        let width = '第'.len_utf8() + length + '、'.len_utf8();
        return (length > 0 && ordinal[length..].starts_with('、')).then_some((3, width));
    }
    let length = digits(line);
    if length > 0 {
        return line[length..].starts_with('、').then_some((1, length + '、'.len_utf8()));
    }
    let length = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let rest = &line[length..];
    let point = rest.starts_with('、')
        || rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let width = rest.chars().next().map_or(0, char::len_utf8);
    ((1..=2).contains(&length) && point).then_some((3, length + width))
}

/// Length in bytes of the number before a heading or an item of a list: 一、, (2), 3., 4), ①; 0 where the
/// text goes on with what looks like one: 一、二产业, 1、2号机组.
pub(crate) fn number_length(line: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let closed =
        |text: &str| Some(digits(text)).filter(|end| (1..=2).contains(end) && text[*end..].starts_with(')'));
    let length = match line.chars().next() {
        Some(circled @ '①'..='⑳') => circled.len_utf8(),
        Some('(') => closed(&line[1..])
            .map(|end| end + 2)
            .or_else(|| number(line).map(|(_, width)| width))
            .unwrap_or(0),
        Some(first) if is_digit(first) => {
            let width = number(line).map(|(_, width)| width);
            width.or_else(|| closed(line).map(|end| end + 1)).unwrap_or(0)
        }
        _ => 0,
    };
    let goes_on = line[length..].starts_with(is_digit);
    if goes_on { 0 } else { length }
}

/// The rank of a heading.
pub(crate) fn rank(heading: &str) -> u8 {
    number(heading).map_or(TOPIC, |(rank, _)| rank)
}

/// Whether the line opens with the number of a heading or of a list entry.
pub(crate) fn is_numbered(line: &str) -> bool {
    number(line).is_some()
}

/// Whether the line is a numbered heading and nothing else.
pub(crate) fn is_numbered_heading(line: &str) -> bool {
    is_numbered(line) && line.chars().count() <= MAX_HEADING_CHARS && !line.contains('。')
}

/// The sections of a speech, each up to the next heading of its rank or above.
pub(crate) fn sections(
    text: &str,
    paragraphs: &[Paragraph],
    end: usize,
    lexicon: &Lexicon,
) -> Vec<SectionLayout> {
    let headings = paragraphs.iter().filter(|paragraph| paragraph.role == Role::Text);
    let mut sections: Vec<SectionLayout> = headings
        .filter_map(|paragraph| heading(text, &paragraph.range, lexicon))
        .map(|(rank, heading)| SectionLayout { range: heading.start..end, heading, rank })
        .collect();
    // The stack holds the sections that are still open, ranks rising.
    let mut open: Vec<usize> = Vec::new();
    for index in 0..sections.len() {
        let (rank, start) = (sections[index].rank, sections[index].heading.start);
        while let Some(last) = open.pop_if(|last| sections[*last].rank >= rank) {
            let trimmed = text[..start].trim_end().len();
            sections[last].range.end = trimmed.max(sections[last].heading.end);
        }
        open.push(index);
    }
    sections
}

/// What ends a sentence.
static STOPS: CharSet = CharSet::new(&['。', '!', '?']);

/// Rank and range of the heading that opens a paragraph.
fn heading(text: &str, paragraph: &Range<usize>, lexicon: &Lexicon) -> Option<(u8, Range<usize>)> {
    let line = &text[paragraph.clone()];
    let first_end = STOPS.next(line, 0).map_or(line.len(), |(at, _)| at);
    let first = &line[..first_end];
    let alone = first_end == line.len();
    let rank = match number(line) {
        // An entry that ends with a semicolon is one of a list.
        Some((rank, number))
            if is_within(first, MAX_HEADING_CHARS) && first_end > number && !first.ends_with(';') =>
        {
            rank
        }
        Some(_) => return None,
        // 聚焦核心板块,加快项目落地建设。 A verb phrase that the paragraph then spells out.
        None if !alone
            && is_within(first, MAX_TOPIC_CHARS)
            && is_topic(first, lexicon)
            && followed_by_text(&line[first_end..]) =>
        {
            TOPIC
        }
        None => return None,
    };
    let first = first.strip_suffix(':').unwrap_or(first);
    Some((rank, paragraph.start..paragraph.start + first.len()))
}

/// A topic names what the paragraph is about: it has no numbers, speaks to nobody and says nothing
/// of itself (我们, 这是, 了), which are words of running text.
fn is_topic(first: &str, lexicon: &Lexicon) -> bool {
    let number = |c: char| c.is_ascii_digit();
    !first.is_empty()
        && !first.contains(number)
        && !first.contains(':')
        && lexicon.running_words.find(first).next().is_none()
}

/// Whether at least one more sentence follows the stop.
fn followed_by_text(from_stop: &str) -> bool {
    from_stop.chars().skip(1).take(8).count() == 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(lines: &[&str]) -> Vec<(u8, String)> {
        let text = lines.join("\n");
        let mut start = 0;
        let paragraphs: Vec<Paragraph> = lines
            .iter()
            .map(|line| {
                let range = start..start + line.len();
                start = range.end + 1;
                Paragraph { range, role: Role::Text, byline: None }
            })
            .collect();
        let sections = sections(&text, &paragraphs, text.len(), Lexicon::for_tests());
        sections.iter().map(|s| (s.rank, text[s.range.clone()].to_owned())).collect()
    }

    #[test]
    fn numbered_headings_have_ranks() {
        let found = headings(&["一、工作回顾", "(一)扩大内需。重大项目加快建设,成效显著。", "二、今年任务"]);
        assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [1, 2, 1]);
        assert_eq!(
            headings(&["第一、扩大内需", "第二、深化改革"]).iter().map(|f| f.0).collect::<Vec<_>>(),
            [3, 3]
        );
        assert_eq!(found[0].1, "一、工作回顾\n(一)扩大内需。重大项目加快建设,成效显著。");
    }

    #[test]
    fn the_number_of_an_item_is_measured() {
        for (line, number) in [
            ("1.青岩水库完工", "1."),
            ("2、青岩水库完工", "2、"),
            ("(3)青岩水库完工", "(3)"),
            ("(四)青岩水库完工", "(四)"),
            ("5)青岩水库完工", "5)"),
            ("⑥青岩水库完工", "⑥"),
            ("十一、青岩水库完工", "十一、"),
            ("1.5公里水渠完工", ""),
            ("108国道完工", ""),
            ("十里渠完工", ""),
            ("一、二产业增长", ""),
            ("1、2号机组投产", ""),
            ("第二、第三产业增长", ""),
            ("(青岩)水库完工", ""),
            ("", ""),
        ] {
            assert_eq!(&line[..number_length(line)], number, "{line}");
        }
    }

    #[test]
    fn a_short_first_sentence_is_a_topic() {
        let found = headings(&["聚焦核心板块,加快项目落地建设。以健康产业为重点,统筹办理手续。"]);
        assert_eq!(found[0].0, 4);
        assert_eq!(headings(&["——综合实力稳步提升。生产总值再上新台阶,财政收入增加。"]).len(), 1);
    }

    #[test]
    fn dates_decimals_and_plain_lines_are_no_headings() {
        for line in [
            "2.5亿元投资到位",
            "2022年,全区经济增长",
            "三个方面发力,推动辖区发展",
            "一是抓项目",
            "第一次会议、第二次会议",
            "第一,扩大内需",
            "第一、总额要有控制;",
            "各位代表!过去一年极不寻常,成绩来之不易。",
            "过去五年是极不平凡的五年。我们团结一心,奋力拼搏。",
            "这次会议十分重要。会议将总结去年以来的工作。",
            "!这一行以叹号开头的话没有主题。",
        ] {
            assert_eq!(headings(&[line]), [], "{line}");
        }
    }
}
