//! The body that issues a document.

use super::ReadDocument;
use crate::record::{Body, Speech};
use crate::text::is_of_date;

/// Longest date and note after a signature, in characters.
const MAX_DATE_CHARS: usize = 120;

impl ReadDocument<'_> {
    /// The body before 关于 at the head of the document (国务院办公厅|关于…的通知), or the body that signs
    /// it.
    pub(crate) fn issuer(&self, speech: &Speech) -> Option<String> {
        let bodies = &speech.bodies;
        let entitles = |body: &&Body| {
            let after = self.folded(body.span.end, body.span.end + 2);
            after == "关于" && self.folded(0, body.span.start).trim().is_empty()
        };
        let issues =
            bodies.first().filter(entitles).or_else(|| bodies.last().filter(|body| self.signs_off(body)));
        issues.map(|body| body.text.clone())
    }

    /// Whether a body stands alone before nothing but a date and a note: 国务院办公厅 2014年5月16日
    /// (此件公开发布).
    fn signs_off(&self, body: &Body) -> bool {
        let (start, end) = (body.span.start, body.span.end);
        let is_alone = self.folded(start.saturating_sub(1), start).chars().all(char::is_whitespace);
        let after = self.folded(end, end + MAX_DATE_CHARS + 1);
        let (date, note) = after.split_once('日').unwrap_or_default();
        let is_note = note.trim().is_empty() || note.trim().starts_with('(');
        is_alone
            && !date.is_empty()
            && date.chars().all(is_of_date)
            && is_note
            && after.chars().count() <= MAX_DATE_CHARS
    }
}
