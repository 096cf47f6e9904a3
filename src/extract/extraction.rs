//! A document together with what it was read from.

use crate::record::{Document, Span};

/// A document, the text that it was read from, and the sentences of the text.
///
/// What [`Extractor::extract_with_text`](crate::Extractor::extract_with_text) returns, and what
/// [`Extractor::ledger`](crate::Extractor::ledger) and [`Extractor::targets`](crate::Extractor::targets) read. It is no serde
/// type, since whoever keeps it mostly has the text already: keep [`document`](Extraction::document) as JSON and
/// [`sentences`](Extraction::sentences) beside it, and put them together again with [`Extraction::new`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Extraction {
    /// What was read.
    pub document: Document,
    /// The text as it was given: what all spans count in.
    pub text: String,
    /// The sentences in text order.
    pub sentences: Vec<Span>,
    /// The place that the document speaks for, where whoever gives the text knows it; else the text tells, or its source.
    pub place: Option<String>,
}

impl Extraction {
    /// A document with the text that it was read from, and the text's sentences. Without sentences each record stands alone.
    pub fn new(document: Document, text: impl Into<String>, sentences: Vec<Span>) -> Self {
        Extraction { document, text: text.into(), sentences, place: None }
    }

    /// The sentence that contains a span, line breaks included: what a reader needs to judge a record.
    pub fn sentence_around(&self, span: &Span) -> Option<&str> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.contains(span))?.slice(&self.text)
    }
}
