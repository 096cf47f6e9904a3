//! Plain texts.

use encoding_rs::Encoding;

use super::encoding;
use super::fault::Wrong;
use crate::lang::tr;

/// The first bytes of files that are no texts, and what such files are.
const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF file", "PDF 文件"),
    (b"PK\x03\x04", "a .docx, .xlsx, .ofd or zip file", " .docx、.xlsx、.ofd 或 zip 文件"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a .doc, .wps or .xls file", " .doc、.wps 或 .xls 文件"),
    (b"{\\rtf", "an RTF file", " RTF 文件"),
    (b"\x89PNG", "a picture", "图片"),
    (b"\xFF\xD8\xFF", "a picture", "图片"),
    (b"GIF8", "a picture", "图片"),
    (b"PAR1", "a Parquet file", " Parquet 文件"),
    (b"\x1F\x8B", "a gzip file", " gzip 文件"),
];

pub(super) fn read(bytes: Vec<u8>, given: Option<&'static Encoding>) -> Result<String, Wrong> {
    match MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        Some((_, what, zh)) => Err(Wrong::new(
            tr!("no plain text but {what}", "不是纯文本而是{zh}"),
            tr!("give it the ending of what it is", "请改成相应的扩展名"),
        )),
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
