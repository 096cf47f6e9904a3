//! A document together with the text that it was read from.

use crate::record::{Document, Span};

/// A document, the text that it was read from, and the sentences of the text.
///
/// [`Extractor::extract_with_text`](crate::Extractor::extract_with_text) returns it, and
/// [`Extractor::ledger`](crate::Extractor::ledger) and [`Extractor::targets`](crate::Extractor::targets) read
/// it. It has no serde, since whoever stores it mostly has the text already: store
/// [`document`](Extraction::document) as JSON and [`sentences`](Extraction::sentences) beside it, and put
/// them together again with [`Extraction::new`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Extraction {
    /// The records that were read.
    pub document: Document,
    /// The text as it was given; all spans count its code points.
    pub text: String,
    /// The sentences in text order.
    pub sentences: Vec<Span>,
    /// The place that the document speaks for, if whoever gave the text knows it; otherwise the text or its
    /// source tells.
    pub place: Option<String>,
}

impl Extraction {
    /// Puts a document together with its text and the sentences of that. Without sentences each record stands
    /// alone.
    pub fn new(document: Document, text: impl Into<String>, sentences: Vec<Span>) -> Self {
        Extraction { document, text: text.into(), sentences, place: None }
    }

    /// The sentence that contains a span, line breaks included: what a reader needs to judge a record.
    pub fn sentence_around(&self, span: &Span) -> Option<&str> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        self.sentences.get(at).filter(|sentence| sentence.contains(span))?.slice(&self.text)
    }
}
