//! PDF files with a text layer: what is drawn ([`page`]) becomes lines ([`line`]), lines become paragraphs
//! ([`paragraph`]).

mod font;
mod line;
mod page;
mod paragraph;

use lopdf::{Document, Error, LoadOptions};

use super::fault::Wrong;
use super::file::{self, MAX_FILE};
use super::guard::guarded;
use crate::lang::tr;

/// Longest part of a file once unpacked; a bomb is longer.
const MAX_UNPACKED: usize = 64 << 20;
/// Longest instructions of a page; they take many times their length in memory.
const MAX_PAGE: usize = 16 << 20;
/// Longest instructions in all, counting what is drawn again and again.
const MAX_DRAWN: usize = 64 << 20;

pub(super) fn read(bytes: &[u8]) -> Result<String, Wrong> {
    guarded(|| text(bytes))
        .unwrap_or_else(|| Err(broken(&tr!("its parts contradict each other", "内部结构自相矛盾"))))
}

fn text(bytes: &[u8]) -> Result<String, Wrong> {
    let options = LoadOptions::with_max_decompressed_size(MAX_UNPACKED);
    let mut document = Document::load_mem_with_options(bytes, options).map_err(wrong)?;
    // A file that anyone may read but not change opens with an empty password.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Wrong::new(
            tr!("a PDF with a password", "有密码的 PDF"),
            tr!("save it without the password", "请去掉密码后另存"),
        ));
    }
    let (mut pages, mut length) = (Vec::new(), 0);
    for page in document.page_iter() {
        let lines = page::lines(&document, page).map_err(wrong)?;
        length += lines.iter().map(|line| line.text.len()).sum::<usize>();
        if length as u64 > MAX_FILE {
            return Err(file::too_long());
        }
        pages.push(lines);
    }
    let count = pages.len();
    let text = paragraph::text(pages);
    match text.chars().filter(|char| !char.is_whitespace()).count() {
        0 => {
            Err(no_text(&tr!("no text in its {count} pages: it is a scan", "{count} 页中没有文字：是扫描件")))
        }
        all if text.matches(char::REPLACEMENT_CHARACTER).count() * 2 > all => Err(no_text(&tr!(
            "its fonts do not say which characters they draw",
            "其字体没有说明画的是哪些字"
        ))),
        _ => Ok(text),
    }
}

fn no_text(what: &str) -> Wrong {
    Wrong::new(
        what,
        tr!(
            "recognise its text (OCR, such as ocrmypdf -l chi_sim) and read that",
            "请先做文字识别（OCR，如 ocrmypdf -l chi_sim）"
        ),
    )
}

fn broken(what: &str) -> Wrong {
    Wrong::new(
        tr!("not a PDF that can be read: {what}", "无法读取的 PDF：{what}"),
        tr!("print it to a new PDF, or save it as .txt", "请重新打印为 PDF，或另存为 .txt"),
    )
}

fn wrong(error: Error) -> Wrong {
    match error {
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            let most = MAX_PAGE >> 20;
            Wrong::new(
                tr!("a part of it unpacks to more than {most} MiB", "其中一部分解压后超过 {most} MiB"),
                tr!("leave it out: it is not a document but a bomb", "请略过：它不是文档而是压缩炸弹"),
            )
        }
        other => broken(&other.to_string()),
    }
}
