//! Documents as JSON: one array, or one document a line.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;
use zhengce::Document;

/// How documents are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Json {
    /// A pretty array.
    Array,
    /// A document a line.
    Lines,
}

/// A document with the fields that the user carries through.
#[derive(Serialize)]
struct WithFields<'a> {
    #[serde(flatten)]
    document: &'a Document,
    fields: BTreeMap<&'a str, Option<&'a str>>,
}

impl Json {
    /// A document as it stands in the output, without what stands between documents.
    pub(crate) fn document(
        self,
        document: &Document,
        names: &[String],
        values: &[Option<String>],
    ) -> serde_json::Result<Vec<u8>> {
        if names.is_empty() {
            return self.written(document);
        }
        let values = values.iter().map(Option::as_deref).chain(std::iter::repeat(None));
        let fields = names.iter().map(String::as_str).zip(values).collect();
        self.written(&WithFields { document, fields })
    }

    fn written(self, document: &impl Serialize) -> serde_json::Result<Vec<u8>> {
        match self {
            Json::Lines => serde_json::to_vec(document),
            Json::Array => {
                let pretty = serde_json::to_vec_pretty(document)?;
                let mut indented = Vec::with_capacity(pretty.len() + pretty.len() / 4);
                // JSON escapes the line breaks in texts.
                for line in pretty.split_inclusive(|byte| *byte == b'\n') {
                    indented.extend_from_slice(b"  ");
                    indented.extend_from_slice(line);
                }
                Ok(indented)
            }
        }
    }

    /// Appends a document, with what separates it from the one before.
    pub(crate) fn append(self, to: &mut impl Write, document: &[u8], is_first: bool) -> io::Result<()> {
        match (self, is_first) {
            (Json::Array, true) => to.write_all(b"[\n")?,
            (Json::Array, false) => to.write_all(b",\n")?,
            (Json::Lines, _) => {}
        }
        to.write_all(document)?;
        if self == Json::Lines { to.write_all(b"\n") } else { Ok(()) }
    }

    /// Appends what stands after the last document.
    pub(crate) fn end(self, to: &mut impl Write, is_empty: bool) -> io::Result<()> {
        match (self, is_empty) {
            (Json::Array, true) => to.write_all(b"[]\n"),
            (Json::Array, false) => to.write_all(b"\n]\n"),
            (Json::Lines, _) => Ok(()),
        }
    }
}
