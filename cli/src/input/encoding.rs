//! Decodes bytes to text: finds their encoding, and what was lost on the way.

use std::io::{self, Cursor, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::fault::{Warning, Wrong};
use super::mojibake;
use crate::lang::tr;

/// The character that some editors write before UTF-8 text.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// How much of a stream is searched for its encoding.
const HEAD: usize = 64 << 10;

/// A whole text, without byte order mark.
pub(super) fn decode(bytes: Vec<u8>, given: Option<&'static Encoding>) -> Result<String, Wrong> {
    let encoding = given.unwrap_or_else(|| detect(&bytes));
    let text = match encoding == UTF_8 {
        // The usual case, without a copy.
        true => String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        false => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
    };
    if is_binary(&text) {
        return Err(binary());
    }
    Ok(without_mark(text))
}

fn binary() -> Wrong {
    Wrong::new(
        tr!("holds no text but binary data", "不是文本而是二进制数据"),
        tr!("name it by what it is, or leave it out", "请改成正确的文件名，或略过"),
    )
}

/// A stream as UTF-8, its encoding found out from its head; what cannot be read becomes U+FFFD.
pub(super) fn decoded<R: Read>(
    mut from: R,
    given: Option<&'static Encoding>,
) -> io::Result<DecodeReaderBytes<impl Read, Vec<u8>>> {
    let head = head(&mut from)?;
    let encoding = given.unwrap_or_else(|| detect(whole_lines(&head)));
    Ok(decoder(head, from, encoding))
}

/// The same for a file of rows or lines, whose head shows whether it is text at all.
pub(super) fn decoded_text<R: Read>(
    mut from: R,
    given: Option<&'static Encoding>,
) -> Result<DecodeReaderBytes<impl Read, Vec<u8>>, Wrong> {
    let head = head(&mut from).map_err(|error| Wrong::of_read(&error))?;
    let encoding = given.unwrap_or_else(|| detect(whole_lines(&head)));
    if is_binary(&encoding.decode_without_bom_handling(&head).0) {
        return Err(binary());
    }
    Ok(decoder(head, from, encoding))
}

/// The first bytes of a stream, by one read: a pipe may give its next lines only after the first are out.
fn head(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; HEAD];
    let read = from.read(&mut head)?;
    head.truncate(read);
    Ok(head)
}

/// The head of a stream up to its last line break, if it has one.
fn whole_lines(head: &[u8]) -> &[u8] {
    head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..=end])
}

fn decoder<R: Read>(
    head: Vec<u8>,
    from: R,
    encoding: &'static Encoding,
) -> DecodeReaderBytes<impl Read + use<R>, Vec<u8>> {
    let whole = Cursor::new(head).chain(from);
    let mut builder = DecodeReaderBytesBuilder::new();
    builder.encoding(Some(encoding)).strip_bom(true).bom_sniffing(false).build(whole)
}

/// What the user should know of a text: characters were lost, or read in a wrong encoding.
pub(super) fn warnings(text: &str) -> Vec<Warning> {
    let replaced = text.chars().filter(|char| *char == char::REPLACEMENT_CHARACTER).count();
    let mut warnings = Vec::new();
    if replaced > 0 {
        warnings.push(Warning {
            what: tr!(
                "{replaced} characters could not be read and are U+FFFD",
                "{replaced} 个字符无法读取，已换为 U+FFFD"
            ),
            remedy: tr!(
                "if there are many, name the encoding with --encoding",
                "如果很多，请用 --encoding 指定编码"
            ),
        });
    }
    if let Some(mixed_up) = mojibake::find(text) {
        warnings.push(Warning {
            what: tr!("looks like {mixed_up}", "看起来是{mixed_up}"),
            remedy: tr!(
                "save it anew from its origin, or name its encoding with --encoding",
                "请从原处重新保存，或用 --encoding 指定编码"
            ),
        });
    }
    warnings
}

/// The encoding of a text, or of its head; UTF-8 where it cannot be told.
fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let has_nul = bytes.contains(&0);
    if !has_nul && is_mostly_utf8(bytes) {
        return UTF_8;
    }
    if let Some(encoding) = [UTF_16LE, UTF_16BE].into_iter().find(|encoding| is_utf16(bytes, encoding)) {
        return encoding;
    }
    if has_nul {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // Texts are Chinese, so a guess of another script means one of these two; GBK is by far the commoner.
    let is_big5 = guess == BIG5 || (!is_clean(bytes, GB18030) && is_clean(bytes, BIG5));
    if is_big5 { BIG5 } else { GB18030 }
}

/// Whether bytes are UTF-8 with at most one fault in twenty characters beyond ASCII: cut off or damaged, but
/// in no other encoding. Text in GBK is hardly ever UTF-8 for two characters in a row.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut read, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        read += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    faults == 0 || read >= 20 * faults
}

/// Whether nearly all units are Chinese characters, their punctuation or ASCII.
fn is_utf16(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let units = bytes.chunks_exact(2).map(|pair| match encoding == UTF_16LE {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    });
    let total = bytes.len() / 2;
    let usual = units.filter(|unit| {
        matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..0x7F | 0x2010..0x2040 | 0x3000..0x3020 | 0x4E00..0xA000 | 0xFF00..0xFFF0)
    });
    total > 0 && usual.count() * 10 >= total * 9
}

fn is_clean(bytes: &[u8], encoding: &'static Encoding) -> bool {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

/// Whether control characters that no text holds are more than one in a thousand bytes of a text.
fn is_binary(text: &str) -> bool {
    let controls = text.chars().filter(|char| matches!(char, '\0'..'\t' | '\u{0E}'..'\u{1B}')).count();
    controls * 1000 > text.len()
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

    const TEXT: &str = "今年，全县新建桥梁5座，完成投资3.2亿元。\n群众满意度提高。\n";
    const TRADITIONAL: &str = "今年，全縣新建橋樑5座，完成投資3.2億元。\n民眾滿意度提高，經濟發展。\n";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn encodings_are_found_out() {
        let gbk = GB18030.encode(TEXT).0.into_owned();
        let big5 = BIG5.encode(TRADITIONAL).0.into_owned();
        let cases = [
            (TEXT.as_bytes().to_vec(), TEXT),
            ([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), TEXT),
            (gbk, TEXT),
            (big5, TRADITIONAL),
            (utf16(TEXT, u16::to_le_bytes), TEXT),
            (utf16(TEXT, u16::to_be_bytes), TEXT),
            (utf16(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes), TEXT),
            (utf16(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes), TEXT),
            (b"5 bridges\n".to_vec(), "5 bridges\n"),
            (Vec::new(), ""),
        ];
        for (bytes, expected) in cases {
            let mut streamed = String::new();
            decoded(&bytes[..], None).unwrap().read_to_string(&mut streamed).unwrap();
            assert_eq!(streamed, expected);
            assert_eq!(decode(bytes, None).unwrap(), expected);
        }
    }

    #[test]
    fn a_short_text_in_gbk_is_gbk() {
        for text in ["甲", "2024年", "会议", "县", "王小明"] {
            assert_eq!(decode(GB18030.encode(text).0.into_owned(), None).unwrap(), text);
        }
    }

    #[test]
    fn the_encoding_that_the_user_names_goes_before_what_is_found_out() {
        let gbk = GB18030.encode("镕").0.into_owned();
        assert_eq!(decode(gbk.clone(), Some(GB18030)).unwrap(), "镕");
        assert_ne!(decode(gbk, Some(BIG5)).unwrap(), "镕");
    }

    #[test]
    fn damaged_utf8_stays_utf8_with_a_warning() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.truncate(bytes.len() - 2);
        let text = decode(bytes, None).unwrap();
        assert!(text.starts_with(TEXT) && text.ends_with('\u{FFFD}'), "{text}");
        assert!(warnings(&text)[0].what.starts_with("1 characters could not be read"));
        assert_eq!(warnings(TEXT), []);
    }

    #[test]
    fn binary_data_is_no_text() {
        let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert!(decode(bytes.clone(), None).unwrap_err().what.contains("binary"));
        assert!(decoded_text(&bytes[..], None).is_err_and(|wrong| wrong.what.contains("binary")));
        assert!(decoded_text(&utf16(TEXT, u16::to_le_bytes)[..], None).is_ok());
    }
}
