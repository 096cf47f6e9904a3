//! Decodes the bytes that are drawn in a font to characters and widths.

use std::collections::HashMap;

use encoding_rs::{BIG5, GB18030, UTF_16BE};
use lopdf::{Dictionary, Document, Encoding, Object, Result};

use super::MAX_UNPACKED;

/// A font, as far as reading needs it.
pub(super) struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Whether codes have two bytes.
    is_wide: bool,
    /// Widths of codes in thousandths of the font's size.
    widths: HashMap<u32, f64>,
    default_width: f64,
}

/// The dictionary by which a font is read, where its own table of characters takes precedence over the
/// encoding.
pub(super) fn readable(font: &Dictionary) -> Dictionary {
    let mut font = font.clone();
    if font.has(b"ToUnicode")
        && font.get(b"Encoding").and_then(Object::as_name).map_or(true, |name| !name.starts_with(b"Identity"))
    {
        font.remove(b"Encoding");
    }
    font
}

impl<'d> Font<'d> {
    pub(super) fn new(font: &'d Dictionary, document: &'d Document) -> Result<Self> {
        let is_wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let encoding_name = font.get(b"Encoding").and_then(Object::as_name);
        // Without a table, numbers of glyphs say nothing.
        let says_nothing = is_wide
            && !font.has(b"ToUnicode")
            && encoding_name.map_or(true, |name| name.starts_with(b"Identity"));
        let encoding = match says_nothing {
            true => None,
            false => Some(font.get_font_encoding_with_limit(document, MAX_UNPACKED)?),
        };
        let (widths, default_width) =
            if is_wide { wide_widths(font, document) } else { widths(font, document) };
        Ok(Font { encoding, is_wide, widths, default_width })
    }

    /// The characters of a string; those that cannot be decoded are U+FFFD.
    pub(super) fn text(&self, bytes: &[u8]) -> String {
        let unknown = || "\u{FFFD}".repeat(bytes.len().div_ceil(if self.is_wide { 2 } else { 1 }));
        match &self.encoding {
            None => unknown(),
            Some(Encoding::SimpleEncoding(name)) => match of_name(name) {
                Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
                None => unknown(),
            },
            Some(encoding) => encoding.bytes_to_string(bytes).unwrap_or_else(|_| unknown()),
        }
    }

    /// The width of a string, in thousandths of the font's size, and the number of its codes.
    pub(super) fn width(&self, bytes: &[u8]) -> (f64, usize) {
        let width = |code: u32| self.widths.get(&code).copied().unwrap_or(self.default_width);
        match self.is_wide {
            true => {
                let codes = bytes.chunks(2).map(|pair| match pair {
                    [high, low] => u32::from(*high) << 8 | u32::from(*low),
                    rest => rest.first().copied().map_or(0, u32::from),
                });
                (codes.map(width).sum(), bytes.len().div_ceil(2))
            }
            false => (bytes.iter().map(|byte| width(u32::from(*byte))).sum(), bytes.len()),
        }
    }
}

/// Encodings of Chinese fonts that are not defined in the file.
fn of_name(name: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let name = String::from_utf8_lossy(name);
    let is = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if is(&["UCS2", "UTF16"]) {
        Some(UTF_16BE)
    } else if is(&["GBK", "GB-EUC", "GBpc", "GBKp", "GBK2K"]) {
        Some(GB18030)
    } else if is(&["B5", "ETen", "HKscs"]) {
        Some(BIG5)
    } else {
        None
    }
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

/// The widths of a font whose codes have one byte.
fn widths(font: &Dictionary, document: &Document) -> (HashMap<u32, f64>, f64) {
    let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or_default();
    let first = u32::try_from(first).unwrap_or_default();
    let list = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let widths =
        list.map(Vec::as_slice).unwrap_or_default().iter().take(256).map(|width| {
            document.dereference(width).ok().and_then(|(_, width)| number(width)).unwrap_or(500.0)
        });
    ((first..).zip(widths).collect(), 500.0)
}

/// The widths of a font whose codes have more bytes: `[code [width width …] from to width …]`.
fn wide_widths(font: &Dictionary, document: &Document) -> (HashMap<u32, f64>, f64) {
    let mut widths = HashMap::new();
    let below = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
    let below = below.and_then(|below| document.dereference(below.first()?).ok());
    let Some(Ok(below)) = below.map(|(_, below)| below.as_dict()) else { return (widths, 1000.0) };
    let default = below.get_deref(b"DW", document).ok().and_then(number).unwrap_or(1000.0);
    let list = below.get_deref(b"W", document).and_then(Object::as_array);
    let mut list = list.map(Vec::as_slice).unwrap_or_default().iter();
    while let Some(first) = list.next().and_then(number) {
        let first = first as u32;
        let Some(next) = list.next().and_then(|next| document.dereference(next).ok()) else { break };
        match next.1 {
            Object::Array(each) => {
                widths.extend((first..).zip(each.iter().filter_map(number)));
            }
            last => {
                let (Some(last), Some(width)) = (number(last), list.next().and_then(number)) else { break };
                // Codes have two bytes.
                widths.extend((first..=(last as u32).min(0xFFFF)).map(|code| (code, width)));
            }
        }
    }
    (widths, default)
}
