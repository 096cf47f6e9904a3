//! Finds who says what stands in a document.

use super::ReadDocument;
use crate::record::Span;

impl ReadDocument<'_> {
    /// The name of whoever gives the speech around a span.
    pub(super) fn speaker(&self, span: &Span) -> Option<String> {
        let speeches = &self.document.speeches;
        let after = speeches.partition_point(|speech| speech.span.start <= span.start);
        let speech = speeches.get(after.checked_sub(1)?).filter(|speech| speech.span.contains(span))?;
        // 李 明: a name of two characters is printed with a blank.
        let name = speech.speaker.as_ref()?.text.chars();
        Some(name.filter(|c| !c.is_whitespace()).collect())
    }
}
