//! Spans and mentions: how a record points back to the text it came from.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open stretch of the source text, counted in Unicode code points.
///
/// Code points are what Python, R and SQL count when they slice a string, so they are the unit of the JSON. A
/// span that came out of [`Extractor::extract`](crate::Extractor::extract) also knows its bytes; a span read
/// back from JSON does not, and [`Span::slice`] then counts its way through the text. Two spans are equal
/// when `start` and `end` are. Do not change `start` or `end` of a span that knows its bytes: these would
/// still be the bytes of the old stretch. Make a new one from a range instead: `Span::from(2..4)`.
///
/// ```
/// let document = zhengce::shared()?.extract("新建5座桥。");
/// let figure = &document.speeches[0].figures[0];
/// assert_eq!((figure.span.start, figure.span.end), (2, 4));
/// assert_eq!(figure.span.byte_range(), Some(6..10));
/// assert_eq!(figure.span.slice("新建5座桥。"), Some("5座"));
/// assert_eq!(figure.span, zhengce::Span::from(2..4));
/// # Ok::<(), zhengce::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First code point of the stretch, counted from 0.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    #[serde(skip)]
    bytes: Option<(usize, usize)>,
}

impl Span {
    pub(crate) fn new(chars: Range<usize>, bytes: Range<usize>) -> Self {
        Span { start: chars.start, end: chars.end, bytes: Some((bytes.start, bytes.end)) }
    }

    /// The same stretch in UTF-8 bytes of the source text, or `None` for a span read from JSON.
    pub fn byte_range(&self) -> Option<Range<usize>> {
        self.bytes.map(|(start, end)| start..end)
    }

    /// The stretch of `source`, line breaks included, or `None` when the span reaches beyond it.
    ///
    /// `source` must be the text that was extracted from.
    pub fn slice<'t>(&self, source: &'t str) -> Option<&'t str> {
        let bytes = match self.bytes {
            Some((start, end)) => start..end,
            None => byte_of(source, self.start)?..byte_of(source, self.end)?,
        };
        source.get(bytes)
    }

    /// Whether the other span lies wholly inside this one.
    pub fn contains(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

fn byte_of(text: &str, code_point: usize) -> Option<usize> {
    let boundaries = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    boundaries.into_iter().nth(code_point)
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

impl Eq for Span {}

/// A stretch of which only the code points are known.
impl From<Range<usize>> for Span {
    fn from(code_points: Range<usize>) -> Self {
        Span { start: code_points.start, end: code_points.end, bytes: None }
    }
}

impl Hash for Span {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}

/// A piece of the source text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The source slice with the line breaks inside it removed.
    pub text: String,
    /// Where the slice stands in the source text.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_read_from_json_still_finds_its_slice() {
        let span = Span::new(1..3, 3..9);
        let read: Span = serde_json::from_str(&serde_json::to_string(&span).unwrap()).unwrap();
        assert_eq!(read, span);
        assert_eq!(read.byte_range(), None);
        assert_eq!(read.slice("二七新区"), Some("七新"));
        assert_eq!(read.slice("二"), None, "a shorter text has no such stretch");
    }
}
