//! Word documents: paragraphs as lines, rows of tables as lines with tabs between their cells. A cell that is
//! merged with the one above it becomes 〃, so that a table of tasks can be read row by row.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::Wrong;
use super::{DITTO, encoding};
use crate::lang::tr;

/// The part of a document that holds its text.
const TEXT_PART: &str = "word/document.xml";

/// Longest text once unpacked; a zip bomb is longer.
const MAX_UNPACKED: u64 = 256 << 20;
/// Longest piece between two tags once unpacked.
const MAX_PIECE: u64 = 16 << 20;

/// Most columns of one cell.
const MAX_COLUMNS: usize = 64;

pub(super) fn read(bytes: Vec<u8>) -> Result<String, Wrong> {
    if let Some(wrong) = Wrong::of_compound(&bytes, ".docx", [".doc", ".wps"]) {
        return Err(wrong);
    }
    let broken = |error: ZipError| broken(&error);
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let part = parts.by_name(TEXT_PART).map_err(broken)?;
    let since_tag = Rc::new(Cell::new(0));
    let part = Limited { from: part, read: 0, since_tag: Rc::clone(&since_tag) };
    // Never whole in memory, so that many files at once are no danger.
    let part = encoding::decoded(part, None).map_err(wrong_xml)?;
    lines(BufReader::new(part), &since_tag)
}

/// A reader that ends with an error at either limit.
struct Limited<R> {
    from: R,
    read: u64,
    /// Bytes since the last tag.
    since_tag: Rc<Cell<u64>>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.read += read as u64;
        self.since_tag.set(self.since_tag.get() + read as u64);
        let is_bomb = self.read > MAX_UNPACKED || self.since_tag.get() > MAX_PIECE;
        if is_bomb { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}

/// The text of the body, without text that was deleted or moved away under track changes.
fn lines(xml: impl BufRead, since_tag: &Cell<u64>) -> Result<String, Wrong> {
    let mut reader = Reader::from_reader(xml);
    let (mut text, mut buffer, mut open) = (Text::default(), Vec::new(), 0_usize);
    loop {
        buffer.clear();
        since_tag.set(0);
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) if is_left_out(&tag) => {
                let end = tag.to_end().into_owned();
                reader.read_to_end_into(end.name(), &mut Vec::new()).map_err(wrong_xml)?;
            }
            Ok(Event::Start(tag)) => {
                open += 1;
                text.merge(&tag);
                text.open(tag.local_name().as_ref());
            }
            Ok(Event::Empty(tag)) => {
                text.merge(&tag);
                text.open(tag.local_name().as_ref());
                text.close(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => {
                open = open.saturating_sub(1);
                text.close(tag.local_name().as_ref());
            }
            Ok(Event::Text(words)) => text.push(&words.xml10_content()),
            Ok(Event::GeneralRef(name)) => text.push_reference(&name),
            Ok(Event::Eof) if open > 0 => return Err(broken(&tr!("its text breaks off", "正文没有写完"))),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(wrong_xml(error)),
        }
    }
    Ok(text.finish())
}

/// Whether a tag holds deleted or moved text, or the second of two ways to show the same drawing.
fn is_left_out(tag: &BytesStart) -> bool {
    matches!(tag.local_name().as_ref(), "del" | "moveFrom" | "Fallback")
}

fn broken(error: &dyn std::fmt::Display) -> Wrong {
    Wrong::new(
        tr!("not a whole .docx file: {error}", "不完整的 .docx 文件：{error}"),
        tr!(
            "open it in Word, WPS or LibreOffice and save it as .docx anew",
            "请用 Word、WPS 或 LibreOffice 打开并重新存为 .docx"
        ),
    )
}

fn wrong_xml(error: impl Into<quick_xml::Error>) -> Wrong {
    match error.into() {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let most = MAX_UNPACKED >> 20;
            Wrong::new(
                tr!("its text unpacks to more than {most} MiB", "其文本解压后超过 {most} MiB"),
                tr!("leave it out: it is not a document but a zip bomb", "请略过：它不是文档而是压缩炸弹"),
            )
        }
        error => broken(&error),
    }
}

/// The text read so far.
#[derive(Default)]
struct Text {
    /// Lines of the body.
    lines: Vec<String>,
    /// The open tables: finished rows, and the cells and paragraphs of the open one.
    tables: Vec<Vec<String>>,
    /// Open paragraphs: one in a text box stands within another.
    paragraphs: Vec<String>,
    /// Whether the reader is inside the words of a run; blanks between elements are no words.
    in_words: bool,
    /// Whether the open cell is merged with the one above it, and how many columns it has.
    goes_on: bool,
    columns: usize,
}

impl Text {
    fn open(&mut self, name: &str) {
        match name {
            "p" => self.paragraphs.push(String::new()),
            "tr" => self.tables.push(Vec::new()),
            "tc" => {
                self.tables.push(Vec::new());
                (self.goes_on, self.columns) = (false, 1);
            }
            "t" => self.in_words = true,
            "tab" if !self.paragraphs.is_empty() => self.append("\t"),
            "br" | "cr" => self.append("\n"),
            "noBreakHyphen" => self.append("-"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let whole = match name {
            "t" => {
                self.in_words = false;
                None
            }
            "p" => self.paragraphs.pop(),
            "tc" => self.tables.pop().map(|paragraphs| {
                let words = filled(paragraphs).join(" ").replace('\n', " ");
                let words = if self.goes_on && words.is_empty() { DITTO.to_owned() } else { words };
                let others = std::mem::replace(&mut self.columns, 1).saturating_sub(1);
                words + &"\t".repeat(others)
            }),
            "tr" => self.tables.pop().map(|cells| cells.join("\t")),
            _ => None,
        };
        if let Some(whole) = whole {
            self.tables.last_mut().unwrap_or(&mut self.lines).push(whole);
        }
    }

    /// Reads the size of a cell: whether it is merged with the one above it, and how many columns it has.
    fn merge(&mut self, tag: &BytesStart) {
        let value = || tag.attributes().flatten().find(|own| own.key.local_name().as_ref() == "val");
        let value = || value().map(|own| own.value.into_owned()).unwrap_or_default();
        match tag.local_name().as_ref() {
            "vMerge" => self.goes_on = value() != "restart",
            "gridSpan" => self.columns = value().parse().unwrap_or(1).clamp(1, MAX_COLUMNS),
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        if self.in_words {
            self.append(words);
        }
    }

    /// Appends the character of a reference such as `&amp;`.
    fn push_reference(&mut self, name: &str) {
        let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
        match (number.and_then(char::from_u32), quick_xml::escape::resolve_predefined_entity(name)) {
            (Some(char), _) => self.push(char.encode_utf8(&mut [0; 4])),
            (None, Some(entity)) => self.push(entity),
            (None, None) => {}
        }
    }

    fn append(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(words);
        }
    }

    fn finish(self) -> String {
        let mut text = self.lines.join("\n");
        text.push('\n');
        text
    }
}

fn filled(paragraphs: Vec<String>) -> Vec<String> {
    paragraphs.into_iter().filter(|paragraph| !paragraph.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(xml: &str) -> String {
        let xml = format!("<w:document xmlns:w=\"w\"><w:body>{xml}</w:body></w:document>");
        lines(xml.as_bytes(), &Cell::default()).unwrap()
    }

    #[test]
    fn paragraphs_are_lines_and_runs_are_joined() {
        let xml = "<w:p>\n <w:r><w:t>今年，</w:t></w:r>\n <w:r><w:t>建桥&amp;路&#x35;座</w:t></w:r></w:p><w:p/>\
                   <w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r></w:p>";
        assert_eq!(body(xml), "今年，建桥&路5座\n\n一\n二\t三\n");
    }

    #[test]
    fn a_text_that_breaks_off_is_a_fault() {
        for cut in ["<w:document><w:body><w:p><w:r><w:t>建桥", "<w:document><w:body><w:p></w:p>"] {
            assert!(
                lines(cut.as_bytes(), &Cell::default()).unwrap_err().what.contains("breaks off"),
                "{cut}"
            );
        }
    }

    #[test]
    fn rows_of_tables_are_lines_with_tabs() {
        let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let rows = format!(
            "<w:tr>{}{}</w:tr><w:tr>{}{}</w:tr>",
            cell("项目"),
            cell("投资"),
            cell("桥"),
            cell("5亿元")
        );
        assert_eq!(body(&format!("<w:tbl>{rows}</w:tbl>")), "项目\t投资\n桥\t5亿元\n");
    }

    #[test]
    fn cells_that_are_one_keep_their_columns() {
        let cell = |size: &str, text: &str| {
            format!("<w:tc><w:tcPr>{size}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let rows = [
            [cell("<w:vMerge w:val=\"restart\"/>", "渔业局"), cell("", "年底")],
            [cell("<w:vMerge/>", ""), cell("", "6月底")],
            [cell("<w:gridSpan w:val=\"2\"/>", "二、民生"), String::new()],
        ];
        let rows = rows.map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).concat();
        assert_eq!(body(&format!("<w:tbl>{rows}</w:tbl>")), "渔业局\t年底\n〃\t6月底\n二、民生\t\n");
    }

    #[test]
    fn what_was_deleted_or_is_said_twice_is_no_text() {
        let xml = "<w:p><w:del><w:r><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>\
                   <w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom>\
                   <mc:Fallback xmlns:mc=\"m\"><w:t>又</w:t></mc:Fallback></w:p>";
        assert_eq!(body(xml), "新\n");
    }

    #[test]
    fn broken_files_are_faults() {
        for bytes in [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"text"] {
            assert!(read(bytes.to_vec()).is_err());
        }
        assert!(lines(&b"<w:p><w:t>a</w:p>"[..], &Cell::default()).is_err());
    }
}
