//! The sentence around a record.

use zhengce::Span;

/// Most characters shown before and after a record, and of a record itself: otherwise a text without full
/// stops would stand whole beside each of its records.
const MAX_AROUND: usize = 200;
const MAX_RECORD: usize = 400;

/// The sentences of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentences<'a> {
    pub(crate) text: &'a str,
    /// In text order.
    pub(crate) spans: &'a [Span],
}

impl Sentences<'_> {
    /// The sentence around a record, without line breaks; `…` where a long one is cut.
    pub(crate) fn around(&self, record: &Span) -> Option<String> {
        let next = self.spans.partition_point(|sentence| sentence.start <= record.start);
        let sentence = self.spans.get(next.checked_sub(1)?)?.byte_range()?;
        let record = record.byte_range()?;
        // A record that crosses the edge of its sentence is shown whole.
        let before = self.text.get(sentence.start.min(record.start)..record.start)?;
        let after = self.text.get(record.end..sentence.end.max(record.end))?;
        let start = before.char_indices().rev().take(MAX_AROUND).last().map_or(before.len(), |(at, _)| at);
        let mut shown = String::from(if start > 0 { "…" } else { "" });
        shown.push_str(&before[start..]);
        push_start(&mut shown, self.text.get(record)?, MAX_RECORD);
        push_start(&mut shown, after, MAX_AROUND);
        shown.retain(|char| !is_line_break(char));
        Some(shown)
    }
}

/// Appends at most this many characters of a text.
fn push_start(shown: &mut String, text: &str, most: usize) {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            shown.push_str(&text[..end]);
            shown.push('…');
        }
        None => shown.push_str(text),
    }
}

/// Whether this character is a line break, as in the `text` of records.
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
