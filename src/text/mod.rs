//! Step 3: from source text to the text that recognisers see, and back.
//!
//! Recognisers see *mended* text: full-width letters, digits and punctuation are half-width, every
//! kind of blank is a plain one, and line breaks that cut a sentence in two are gone. Each byte of
//! it knows the source byte that it came from, so every span still points into the source.

mod char_set;
mod clause;
mod document_number;
mod numerals;
mod share;

use std::cell::Cell;
use std::ops::Range;

use crate::record::{Mention, Span};

pub(crate) use char_set::{CharSet, Filter, code_points, has_byte, key};
pub(crate) use clause::{clause_after, clause_before};
pub(crate) use document_number::before_document_number;
pub(crate) use numerals::{NUMERAL_OPENERS, is_chinese_digit, is_digit, is_of_date, is_weekday};
pub(crate) use share::{is_whole, percent_at_end};

/// Text as recognisers see it, with the way back to the source.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Mended {
    text: String,
    /// The stretches that stand in the source as they stand here, in order.
    stretches: Vec<Stretch>,
}

/// Where a stretch of text begins, here and in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    mended: usize,
    source: usize,
}

impl Stretch {
    /// The source byte of a byte of the mended text, which must lie in this stretch.
    fn origin(self, byte: usize) -> usize {
        self.source + (byte - self.mended)
    }
}

impl Mended {
    /// The characters of `source[range]`, folded.
    pub(crate) fn of(source: &str, range: Range<usize>) -> Self {
        let mut mended = Mended { text: String::with_capacity(range.len()), stretches: Vec::new() };
        mended.push(source, range);
        mended
    }

    /// Appends another text of the same source.
    pub(crate) fn append(&mut self, other: &Mended) {
        let start = self.text.len();
        other.stretches.iter().for_each(|stretch| self.mark_at(start + stretch.mended, stretch.source));
        self.text.push_str(&other.text);
    }

    /// Appends the characters of `source[range]`, folded.
    pub(crate) fn push(&mut self, source: &str, range: Range<usize>) {
        let mut from = range.start;
        while let Some((at, character)) = next_to_fold(&source[..range.end], from) {
            self.copy(source, from..at);
            self.push_instead(at, fold(character));
            from = at + character.len_utf8();
        }
        self.copy(source, from..range.end);
    }

    /// Appends a character that stands for the one at this byte of the source.
    pub(crate) fn push_instead(&mut self, at: usize, character: char) {
        self.mark(at);
        self.text.push(character);
    }

    fn copy(&mut self, source: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.mark(range.start);
            self.text.push_str(&source[range]);
        }
    }

    /// Notes that the text goes on with this byte of the source.
    fn mark(&mut self, source: usize) {
        self.mark_at(self.text.len(), source);
    }

    fn mark_at(&mut self, mended: usize, source: usize) {
        if self.stretches.last().is_none_or(|last| last.source + (mended - last.mended) != source) {
            self.stretches.push(Stretch { mended, source });
        }
    }

    /// The byte of the source where the character starts that starts at this byte of the mended text.
    fn origin(&self, byte: usize) -> usize {
        self.stretch_at(byte).map_or(byte, |stretch| self.stretches[stretch].origin(byte))
    }

    /// As [`Mended::stretch_at`], but tries the stretch `near` and the few after it first.
    fn stretch_near(&self, byte: usize, near: usize) -> Option<usize> {
        const MAX_STRETCHES_ON: usize = 8;
        let ahead = self.stretches.get(near..).unwrap_or_default().iter().take(MAX_STRETCHES_ON);
        match ahead.take_while(|stretch| stretch.mended <= byte).count() {
            0 | MAX_STRETCHES_ON => self.stretch_at(byte),
            passed => Some(near + passed - 1),
        }
    }

    /// Index of the stretch that holds this byte of the mended text.
    fn stretch_at(&self, byte: usize) -> Option<usize> {
        self.stretches.partition_point(|stretch| stretch.mended <= byte).checked_sub(1)
    }

    /// The mended text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Bytes of the source that a non-empty stretch of mended bytes came from.
    #[cfg(test)]
    fn source_range(&self, source: &str, range: &Range<usize>) -> Range<usize> {
        self.source_range_near(source, range, &Cell::new(0))
    }

    /// The same, searched from the stretch `near` on, which is set to the stretch found.
    fn source_range_near(&self, source: &str, range: &Range<usize>, near: &Cell<usize>) -> Range<usize> {
        debug_assert!(range.start < range.end, "a mention is never empty");
        let last = self.text[..range.end].char_indices().next_back().map_or(0, |(at, _)| at);
        let Some(first) = self.stretch_near(range.start, near.get()) else { return range.clone() };
        near.set(first);
        // Most mentions end in the stretch in which they start.
        let ends_after = self.stretches.get(first + 1).is_some_and(|next| next.mended <= last);
        let end = if ends_after { self.origin(last) } else { self.stretches[first].origin(last) };
        let last_len = source[end..].chars().next().map_or(0, char::len_utf8);
        self.stretches[first].origin(range.start)..end + last_len
    }
}

/// Writes spans and mentions of one document: knows the code point of every source byte.
pub(crate) struct Locator<'d> {
    source: &'d str,
    mended: &'d Mended,
    /// Code points before each block of [`BLOCK_BYTES`] bytes.
    blocks: Vec<u32>,
    /// The stretch of the last mention: the next one stands near it.
    near: Cell<usize>,
}

/// How many bytes are counted at once.
const BLOCK_BYTES: usize = 8;

impl<'d> Locator<'d> {
    pub(crate) fn new(source: &'d str, mended: &'d Mended) -> Self {
        let mut blocks = Vec::with_capacity(source.len() / BLOCK_BYTES + 1);
        let mut count = 0;
        for block in source.as_bytes().chunks(BLOCK_BYTES) {
            blocks.push(count);
            count += block.len() as u32 - going_on(bits(block));
        }
        blocks.push(count);
        Locator { source, mended, blocks, near: Cell::new(0) }
    }

    fn code_point(&self, byte: usize) -> usize {
        let (block, within) = (byte / BLOCK_BYTES, byte % BLOCK_BYTES);
        let before = bits(&self.source.as_bytes()[block * BLOCK_BYTES..]) & ((1 << (8 * within)) - 1);
        self.blocks[block] as usize + within - going_on(before) as usize
    }

    /// The span of a non-empty stretch of mended bytes.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        self.source_span(self.mended.source_range_near(self.source, range, &self.near))
    }

    fn source_span(&self, bytes: Range<usize>) -> Span {
        Span::new(self.code_point(bytes.start)..self.code_point(bytes.end), bytes)
    }

    /// The source text of a non-empty stretch of mended bytes, without line breaks.
    pub(crate) fn quote(&self, range: &Range<usize>) -> String {
        without_breaks(&self.source[self.mended.source_range_near(self.source, range, &self.near)])
    }

    /// The mention of a non-empty stretch of mended bytes.
    pub(crate) fn mention(&self, range: &Range<usize>) -> Mention {
        let bytes = self.mended.source_range_near(self.source, range, &self.near);
        Mention { text: without_breaks(&self.source[bytes.clone()]), span: self.source_span(bytes) }
    }
}

/// The bits of a block; a block that is cut short is filled up with zeros.
fn bits(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut block = [0; BLOCK_BYTES];
        block[..bytes.len()].copy_from_slice(bytes);
        block
    }))
}

/// How many bytes of a block continue a character, that is, begin with the bits 10. All are looked at
/// together.
fn going_on(bits: u64) -> u32 {
    let each = u64::from_le_bytes([1; BLOCK_BYTES]);
    let going_on = (bits & !(bits << 1)) >> 7 & each;
    // They are summed in the highest byte.
    (going_on.wrapping_mul(each) >> (u64::BITS - 8)) as u32
}

fn without_breaks(slice: &str) -> String {
    if !may_break(slice.as_bytes()) || LINE_BREAKS.next(slice, 0).is_none() {
        return slice.to_owned();
    }
    slice.chars().filter(|character| !is_line_break(*character)).collect()
}

/// Whether a text has at most so many characters; a much longer one is told by its bytes alone.
pub(crate) fn is_within(text: &str, most: usize) -> bool {
    text.len() <= '\u{10FFFF}'.len_utf8() * most && text.chars().count() <= most
}

/// Whether a character that ends a line may start in these bytes.
fn may_break(bytes: &[u8]) -> bool {
    has_byte(bytes, opens_break)
}

/// Whether it is the first byte of a character that ends a line, or of some others.
fn opens_break(byte: u8) -> bool {
    matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2)
}

/// The first character that ends a line, and the byte where it starts.
pub(crate) fn next_break(text: &str) -> Option<(usize, char)> {
    /// How many bytes are passed over at once.
    const STEP_BYTES: usize = 32;
    let steps = text.as_bytes().chunks(STEP_BYTES).enumerate().filter(|(_, bytes)| may_break(bytes));
    let places = steps.flat_map(|(step, bytes)| {
        bytes
            .iter()
            .enumerate()
            .filter(|(_, byte)| opens_break(**byte))
            .map(move |(at, _)| step * STEP_BYTES + at)
    });
    let mut characters = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    characters.find(|(_, character)| is_line_break(*character))
}

/// The characters that end a line.
pub(crate) static LINE_BREAKS: CharSet =
    CharSet::new(&['\n', '\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}']);

/// Whether this character ends a line.
pub(crate) fn is_line_break(character: char) -> bool {
    LINE_BREAKS.contains(character)
}

/// The first character at byte `from` or after it that may have to be folded, and the byte where it starts.
/// Printable ASCII and Chinese characters, which are most of a text, are passed over by their first byte.
fn next_to_fold(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += match *bytes.get(at)? {
            0x20..0x80 => 1,
            0xE4..=0xE9 => 3,
            _ => {
                let character = text.get(at..)?.chars().next()?;
                if fold(character) != character {
                    return Some((at, character));
                }
                character.len_utf8()
            }
        };
    }
}

/// The character that recognisers see for this one: the half-width twin of full-width letters,
/// digits and punctuation (Unicode block FF00–FFEF), a plain blank for every blank.
pub(crate) fn fold(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        '\u{FF61}' => '。',
        '\u{FF62}' => '「',
        '\u{FF63}' => '」',
        '\u{FF64}' => '、',
        '∶' | '︰' => ':',
        '•' | '・' | '‧' | '･' | '∙' | '⋅' => '·',
        '―' | '─' => '—',
        '\u{FFE0}' => '¢',
        '\u{FFE1}' => '£',
        '\u{FFE5}' => '¥',
        '−' => '-',
        '○' | '◯' | '〇' => '〇',
        '\t'
        | '\u{A0}'
        | '\u{3000}'
        | '\u{2000}'..='\u{200F}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{2060}'
        | '\u{FEFF}' => ' ',
        other => other,
    }
}

/// The last boundary of a character at or before this byte.
pub(crate) fn floor_boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(source: &str) -> Mended {
        let mut mended = Mended::default();
        mended.push(source, 0..source.len());
        mended
    }

    fn joined(source: &str, parts: [Range<usize>; 2]) -> Mended {
        let mut mended = Mended::default();
        parts.into_iter().for_each(|part| mended.push(source, part));
        mended
    }

    #[test]
    fn a_text_is_appended_as_if_it_were_pushed() {
        let source = "增长５．５％，下降\n　12，３。";
        let (first, second) = (0..27, 28..source.len());
        let mut appended = Mended::of(source, first.clone());
        appended.append(&Mended::of(source, second.clone()));
        assert_eq!(appended, joined(source, [first, second]));
        let mut whole = Mended::of(source, 0..6);
        whole.append(&Mended::of(source, 6..source.len()));
        assert_eq!(whole, Mended::of(source, 0..source.len()));
    }

    #[test]
    fn full_width_digits_are_read_as_half_width_and_quoted_as_written() {
        let source = "增长５．５％。";
        let mended = whole(source);
        assert_eq!(mended.as_str(), "增长5.5%。");
        let mention = Locator::new(source, &mended).mention(&(6..10));
        assert_eq!(mention.text, "５．５％");
        assert_eq!((mention.span.start, mention.span.end), (2, 6));
    }

    #[test]
    fn a_mended_break_is_inside_the_span_and_not_in_the_text() {
        let source = "大力发\n\n展楼宇经济";
        let mended = joined(source, [0..9, 11..source.len()]);
        assert_eq!(mended.as_str(), "大力发展楼宇经济");
        let mention = Locator::new(source, &mended).mention(&(6..12));
        assert_eq!(mention.text, "发展");
        assert_eq!(mention.span.byte_range(), Some(6..14));
        assert_eq!((mention.span.start, mention.span.end), (2, 6));
    }

    #[test]
    fn every_character_is_folded_as_it_would_be_alone() {
        let all: String = ('\0'..=char::MAX).collect();
        assert!(whole(&all).as_str().chars().eq(all.chars().map(fold)));
    }

    #[test]
    fn each_character_knows_where_it_came_from() {
        let source = "５％ 增长５．５％，\u{3000}a\u{A0}𠮷·•。";
        let mended = whole(source);
        let mut folded = mended.as_str().char_indices();
        for (at, character) in source.char_indices() {
            let (start, twin) = folded.next().unwrap();
            assert_eq!(twin, fold(character));
            let origin = mended.source_range(source, &(start..start + twin.len_utf8()));
            assert_eq!(origin, at..at + character.len_utf8());
        }
    }

    #[test]
    fn every_line_break_is_found() {
        for character in '\0'..=char::MAX {
            let text = format!("一行{}“{character}二行\n", "字".repeat(character as usize % 20));
            let first = text.char_indices().find(|(_, one)| is_line_break(*one));
            assert_eq!(next_break(&text), first);
        }
        assert_eq!(next_break("“没有”"), None);
    }

    #[test]
    fn code_points_are_counted_over_many_blocks() {
        let source = "中a".repeat(500);
        let mended = whole(&source);
        let locator = Locator::new(&source, &mended);
        assert_eq!(locator.span(&(1600..1603)).start, 800);
    }
}
