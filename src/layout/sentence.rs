//! Paragraphs to sentences.

use std::ops::Range;

use super::{Paragraph, Role, Sentence, number_length};
use crate::lexicon::Lexicon;
use crate::text::{CharSet, clause_after, floor_boundary};

/// Marks that end a sentence.
static STOPS: CharSet = CharSet::new(&['。', '!', '?', '…']);
/// Marks that close what the sentence opened and so still belong to it.
const CLOSERS: &[char] = &['”', '’', '」', '》', ')', '】', '"'];

/// A `?` after one of these marks ends no sentence: it stands for a character that was lost in conversion.
const OPENERS: &[char] = &['、', '“', '‘', '「', '《', '(', '【'];

/// Marks at which a sentence that is too long is cut.
const PAUSES: &[char] = &['、', ',', ';', ':', ' '];
/// Longest piece, in bytes; nobody writes sentences that long. Text without a stop for longer is read in
/// pieces, so that time and memory grow with the text alone.
const MAX_PIECE_BYTES: usize = 16 << 10;

/// Stops that a name may have inside: “你好!柳溪”推介会.
const CALLS: [char; 2] = ['!', '?'];
/// Longest half, in characters, of a name between quotation marks that has such a stop inside.
const MAX_NAME_CHARS: usize = 16;

/// Nouns that end the name of an undertaking in the heading of an item, and the longest such name, in
/// characters.
const UNDERTAKINGS: [&str; 2] = ["项目", "工程"];
const MAX_HEADING_CHARS: usize = 30;

/// The sentences of these paragraphs. Bylines and datelines are one sentence each.
pub(crate) fn sentences(text: &str, paragraphs: &[Paragraph], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs {
        let mut opens_paragraph = true;
        for range in split(text, paragraph, lexicon) {
            sentences.push(Sentence { range, role: paragraph.role, opens_paragraph });
            opens_paragraph = false;
        }
    }
    sentences
}

fn split(text: &str, paragraph: &Paragraph, lexicon: &Lexicon) -> Vec<Range<usize>> {
    if !matches!(paragraph.role, Role::Text | Role::Cell) {
        return vec![paragraph.range.clone()];
    }
    let line = &text[paragraph.range.clone()];
    let mut ranges = Vec::new();
    let mut close = |range: Range<usize>| pieces(line, range, &mut ranges);
    let (mut start, mut read) = (0, 0);
    while let Some((stop, mark)) = STOPS.next(line, read) {
        if mark == '?' && line[start..stop].ends_with(OPENERS) {
            read = stop + mark.len_utf8();
            continue;
        }
        if CALLS.contains(&mark) && is_in_name(&line[start..stop], &line[stop + mark.len_utf8()..]) {
            read = stop + mark.len_utf8();
            continue;
        }
        let rest = &line[stop..];
        let closers = |c: char| STOPS.contains(c) || CLOSERS.contains(&c);
        let end = stop + rest.find(|c| !closers(c)).unwrap_or(rest.len());
        if start == 0 && heads_item(&line[..stop], &line[end..], lexicon) {
            read = end;
            continue;
        }
        close(start..end);
        (start, read) = (end, end);
    }
    close(start..line.len());
    let shift = paragraph.range.start;
    let trimmed = ranges.into_iter().map(|range| trim(line, range)).filter(|range| !range.is_empty());
    trimmed.map(|range| shift + range.start..shift + range.end).collect()
}

/// “你好!|柳溪”推介会: whether a stop stands in a short name between quotation marks, which goes on after it; not “好!|快走。”, nor
/// what somebody says after a colon.
fn is_in_name(before: &str, after: &str) -> bool {
    let parts = |one: &char| PAUSES.contains(one) || STOPS.contains(*one);
    let inside = |one: &char| *one != '“' && *one != '”' && !parts(one);
    let opening = before.chars().rev().take(MAX_NAME_CHARS).skip_while(inside).take(2);
    let mut opening = opening.into_iter();
    let opens = opening.next() == Some('“') && opening.next().is_some_and(|one| !parts(&one) && one != '”');
    let inside_after = after.chars().take(MAX_NAME_CHARS).take_while(inside);
    let length: usize = inside_after.map(char::len_utf8).sum();
    let mut rest = after.get(length..).unwrap_or_default().chars();
    opens && length > 0 && rest.next() == Some('”') && rest.next().is_some_and(|next| !STOPS.contains(next))
}

/// Whether the heading of an item is only the name of an undertaking, and what follows measures it or says
/// how far it is: 1.云河水厂建设项目。|总投资3亿元,…. Then both are one sentence.
fn heads_item(heading: &str, rest: &str, lexicon: &Lexicon) -> bool {
    let name = &heading[number_length(heading)..];
    let told = clause_after(rest.trim_start());
    let told = UNDERTAKINGS.iter().find_map(|noun| told.strip_prefix(noun)).unwrap_or(told);
    let stages = &lexicon.stages;
    let is_told = || told.starts_with('已') || stages.measured_at(told) == Some(0);
    UNDERTAKINGS.iter().any(|noun| name.ends_with(noun))
        && name.chars().count() <= MAX_HEADING_CHARS
        && !name.contains(PAUSES)
        && is_told()
}

/// Adds the sentence, in pieces where it is longer than [`MAX_PIECE_BYTES`].
fn pieces(line: &str, mut range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    while range.len() > MAX_PIECE_BYTES {
        let end = floor_boundary(line, range.start + MAX_PIECE_BYTES);
        let pause = line[range.start..end].char_indices().rfind(|(_, mark)| PAUSES.contains(mark));
        let cut = pause.map_or(end, |(at, mark)| range.start + at + mark.len_utf8());
        pieces.push(range.start..cut);
        range.start = cut;
    }
    pieces.push(range);
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
        let lexicon = crate::shared().unwrap().lexicon();
        super::split(line, &paragraph, lexicon).into_iter().map(|range| line[range].to_owned()).collect()
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_that_they_close() {
        assert_eq!(split("他说:“好。”会议结束!"), ["他说:“好。”", "会议结束!"]);
        assert_eq!(split("第一…… 第二"), ["第一……", "第二"]);
    }

    #[test]
    fn a_lost_character_does_not_end_a_sentence() {
        assert_eq!(split("建成柳溪水库、?江灌区。全部通水"), ["建成柳溪水库、?江灌区。", "全部通水"]);
        assert_eq!(split("为什么?因为缺水"), ["为什么?", "因为缺水"]);
        assert_eq!(split("他问:“谁去?”我去"), ["他问:“谁去?”", "我去"]);
        assert_eq!(split("、?"), ["、?"]);
    }

    #[test]
    fn a_stop_inside_a_name_ends_no_sentence() {
        for whole in ["开展“你好!柳溪”推介。", "举办“在哪里?柳溪”“看柳溪”等活动。"]
        {
            assert_eq!(split(whole), [whole]);
        }
        for two in
            ["他说:“好!快走。”", "他说:“你好!柳溪”,会议结束。", "“好!快走!”他说", "通水了!“柳溪”号开航。"]
        {
            assert_ne!(split(two).len(), 1, "{two}");
        }
    }

    #[test]
    fn a_sentence_without_end_is_read_in_pieces() {
        let endless = format!("{}。", "建成桥梁5座、".repeat(3000));
        let pieces = split(&endless);
        assert_eq!(pieces.concat(), endless);
        assert!(pieces.iter().all(|piece| piece.len() <= MAX_PIECE_BYTES && piece.ends_with(['、', '。'])));
        assert_eq!(split(&"一".repeat(20_000)).concat().chars().count(), 20_000);
        assert_eq!(split(&"建成桥梁5座、".repeat(500)).len(), 1);
    }

    #[test]
    fn the_name_of_an_undertaking_goes_on_with_what_measures_it() {
        for whole in ["1.云河水厂建设项目。总投资3亿元,2024年3月开工。", "云河大桥工程。已竣工。"]
        {
            assert_eq!(split(whole).len(), 1, "{whole}");
        }
        for two in [
            "1.实施安居工程。改造住房30套。",
            "会议研究了项目。总投资3亿元。总投资",
            "推进,水厂项目。总投资3亿元。",
        ] {
            assert_ne!(split(two).len(), 1, "{two}");
        }
    }

    #[test]
    fn decimals_do_not_end_a_sentence() {
        assert_eq!(split("增长5.5%,下降3.2%"), ["增长5.5%,下降3.2%"]);
    }
}
