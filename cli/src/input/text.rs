//! Plain UTF-8 texts.

use std::io::Read;

use super::{Fault, Input};

/// The character that some editors write before UTF-8 text.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What to do about a text in another encoding.
pub(super) const ENCODING_REMEDY: &str =
    "save it as UTF-8 (if it is in GBK: iconv -f GB18030 -t UTF-8 OLD > NEW)";

/// Reads all of a file as one text.
pub(super) fn read(source: String, mut from: impl Read) -> Result<Input, Fault> {
    let mut bytes = Vec::new();
    if let Err(error) = from.read_to_end(&mut bytes) {
        return Err(Fault::of_read(source, &error));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Input { source, text: without_mark(text), date: None }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Fault::of_file(source, format!("not UTF-8 at byte {at}, counted from 0"), ENCODING_REMEDY))
        }
    }
}

fn without_mark(mut text: String) -> String {
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let input = read("a.txt".to_owned(), "\u{FEFF}今年".as_bytes()).unwrap();
        assert_eq!(input.text, "今年");
    }

    #[test]
    fn the_byte_that_is_not_utf8_is_named() {
        let fault = read("a.txt".to_owned(), &b"\xEF\xBB\xBFabc\xBD\xF1"[..]).unwrap_err();
        assert!(
            fault.to_string().starts_with("a.txt: not UTF-8 at byte 6, counted from 0; save it"),
            "{fault}"
        );
    }
}
