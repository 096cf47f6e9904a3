//! Finds text that was decoded wrongly before it reached the program, and is text no more.

use encoding_rs::{Encoding, GB18030, WINDOWS_1252};

use crate::lang::tr;

/// How much of a text is looked at, in characters.
const LOOKED_AT: usize = 20_000;

/// Fewest characters that prove anything.
const LEAST: usize = 8;

/// What the text looks like, if it is mojibake.
pub(super) fn find(text: &str) -> Option<String> {
    let head: String = text.chars().take(LOOKED_AT).collect();
    // Traces of U+FFFD read as GBK, and of memory that was never written to.
    if ["锟斤拷", "烫烫烫", "屯屯屯"].iter().any(|trace| head.matches(trace).count() >= 2) {
        return Some(tr!(
            "text that an editor could not read and saved all the same (锟斤拷)",
            "编辑器读错后又保存的文本（锟斤拷）"
        ));
    }
    if reads_as_utf8(&head, GB18030) {
        return Some(tr!("UTF-8 that was read as GBK (mojibake)", "按 GBK 误读的 UTF-8（乱码）"));
    }
    if reads_as_utf8(&head, WINDOWS_1252) {
        return Some(tr!("UTF-8 that was read as Latin-1 (mojibake)", "按 Latin-1 误读的 UTF-8（乱码）"));
    }
    is_latin(&head).then(|| {
        tr!("GBK or Big5 that was read as Latin-1 (mojibake)", "按 Latin-1 误读的 GBK 或 Big5（乱码）")
    })
}

/// Whether most of the bytes of a text in this encoding are Chinese characters in UTF-8.
fn reads_as_utf8(text: &str, wrong: &'static Encoding) -> bool {
    let bytes = wrong.encode(text).0;
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let read: usize = bytes
        .utf8_chunks()
        .flat_map(|chunk| chunk.valid().chars())
        .filter(|char| matches!(char, '\u{3000}'..'\u{A000}' | '\u{FF00}'..'\u{FFF0}'))
        .map(char::len_utf8)
        .sum();
    read >= 3 * LEAST && read * 10 >= foreign * 6
}

/// Whether letters with accents and Latin signs outnumber all other characters beyond ASCII.
fn is_latin(text: &str) -> bool {
    let foreign = text.chars().filter(|char| !char.is_ascii()).count();
    let latin = text.chars().filter(|char| matches!(char, '\u{80}'..'\u{180}')).count();
    latin >= LEAST && latin * 2 > foreign
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "今年，全县新建桥梁5座，完成投资3.2亿元。群众满意度提高，经济社会发展。";

    #[test]
    fn wrong_readings_are_found() {
        let gbk = GB18030.encode(TEXT).0;
        for (bytes, read_as, found) in [
            (TEXT.as_bytes(), GB18030, "UTF-8 that was read as GBK"),
            (TEXT.as_bytes(), WINDOWS_1252, "UTF-8 that was read as Latin-1"),
            (&*gbk, WINDOWS_1252, "GBK or Big5 that was read as Latin-1"),
        ] {
            let wrong = read_as.decode_without_bom_handling(bytes).0;
            assert!(
                find(&wrong).is_some_and(|looks| looks.starts_with(found)),
                "{wrong}: {:?}",
                find(&wrong)
            );
        }
        assert!(find("今年锟斤拷锟斤拷新建").is_some());
    }

    #[test]
    fn sound_texts_are_not() {
        for text in [TEXT, "", "2024年", "Café à Paris 会议", "今年，全縣新建橋樑5座。", "锟斤拷是什么"]
        {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
