//! Plain texts.

use encoding_rs::Encoding;

use super::encoding;
use super::fault::Wrong;

/// Beginnings of files that are no texts, and what they are.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a .docx, .xlsx, .ofd or zip file"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a .doc, .wps or .xls file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"\x1F\x8B", "a gzip file"),
];

pub(super) fn read(bytes: Vec<u8>, given: Option<&'static Encoding>) -> Result<String, Wrong> {
    match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, what)) => {
            Err(Wrong::new(format!("no plain text but {what}"), "give it the ending of what it is"))
        }
        None => encoding::decode(bytes, given),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_a_wrong_name_are_told_apart() {
        for (bytes, what) in [(&b"%PDF-1.7\n"[..], "PDF"), (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", ".doc")] {
            assert!(read(bytes.to_vec(), None).unwrap_err().what.contains(what));
        }
        assert_eq!(read("PK 赛".into(), None).unwrap(), "PK 赛");
    }
}
