//! What a file holds, by the ending of its name.

use std::path::Path;

use clap::ValueEnum;

use super::fault::Wrong;
use crate::lang::tr;

/// A way to read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Html,
    Docx,
    Pdf,
    Csv,
    Tsv,
    Json,
    Jsonl,
    Parquet,
    Xlsx,
}

impl Format {
    /// About how many bytes of memory the text of a file of this length takes while it is read.
    pub(super) fn weight(self, length: u64) -> u64 {
        let times = match self {
            Format::Docx | Format::Xlsx => 16,
            Format::Html | Format::Pdf => 8,
            _ => 1,
        };
        length.saturating_mul(times)
    }
}

/// The endings of each format's names.
const ENDINGS: &[(Format, &[&str])] = &[
    (Format::Text, &["txt", "text", "md", "markdown"]),
    (Format::Html, &["html", "htm", "shtml", "xhtml"]),
    (Format::Docx, &["docx", "docm"]),
    (Format::Pdf, &["pdf"]),
    (Format::Csv, &["csv"]),
    (Format::Tsv, &["tsv", "tab"]),
    (Format::Json, &["json"]),
    (Format::Jsonl, &["jsonl", "ndjson"]),
    (Format::Parquet, &["parquet"]),
    (Format::Xlsx, &["xlsx", "xlsm"]),
];

/// Endings of documents that cannot be read, and what to do about them.
const CONVERTED: &[(&[&str], &str, &str)] = &[
    (
        &["doc", "wps", "dot", "wpt", "rtf", "odt", "uot"],
        "save it as .docx or .txt in Word, WPS or LibreOffice (soffice --headless --convert-to docx FILE)",
        "请用 Word、WPS 或 LibreOffice 另存为 .docx 或 .txt（soffice --headless --convert-to docx 文件）",
    ),
    (
        &["ofd"],
        "save it as .pdf or .txt in an OFD reader (Suwell, Foxit, WPS)",
        "请用 OFD 阅读器（数科、福昕、WPS）另存为 .pdf 或 .txt",
    ),
    (
        &["jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic"],
        "recognise its text (OCR, such as tesseract -l chi_sim) and save it as .txt, or leave such files out \
         with --exclude",
        "请先做文字识别（OCR，如 tesseract -l chi_sim）并存为 .txt，或用 --exclude 略过",
    ),
    (
        &["xls", "et", "ods"],
        "save the sheet as .xlsx or CSV, and name the column of the text with --text-field",
        "请把工作表存为 .xlsx 或 CSV，并用 --text-field 指定文本列",
    ),
    (&["ppt", "pptx", "dps", "odp"], "save it as .txt", "请另存为 .txt"),
    (
        &["xml"],
        "save the text as .txt, or its records as CSV or JSON lines",
        "请把文本另存为 .txt，或把记录存为 CSV 或 JSON lines",
    ),
    (&["mht", "mhtml"], "save the page as .txt", "请把网页另存为 .txt"),
    (&["zip", "rar", "7z", "gz", "tgz", "tar", "xz", "bz2", "zst"], "unpack it", "请先解压"),
];

/// What the name of a file says of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// It names a format that can be read.
    As(Format),
    /// It names a document that cannot be read.
    Refused(Wrong),
    /// It says nothing.
    Unknown,
}

impl Named {
    pub(super) fn of(path: &Path) -> Self {
        let Some(ending) = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()) else {
            return Named::Unknown;
        };
        let has = |endings: &[&str]| endings.contains(&ending.as_str());
        if let Some((format, _)) = ENDINGS.iter().find(|(_, endings)| has(endings)) {
            return Named::As(*format);
        }
        match CONVERTED.iter().find(|(endings, ..)| has(endings)) {
            Some((_, remedy, zh)) => Named::Refused(Wrong::new(
                tr!(".{ending} files cannot be read", "不能读取 .{ending} 文件"),
                tr!("{remedy}", "{zh}"),
            )),
            None => Named::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_cannot_be_read_are_refused_and_unknown_names_are_not() {
        for name in ["a.DOC", "报告.wps", "a.ofd", "a.tiff", "a.xls"] {
            assert!(matches!(Named::of(Path::new(name)), Named::Refused(_)), "{name}");
        }
        for name in ["report", "2024.01 报告", "/dev/fd/63", "a.css", "a."] {
            assert_eq!(Named::of(Path::new(name)), Named::Unknown, "{name}");
        }
        assert_eq!(Named::of(Path::new("a.MD")), Named::As(Format::Text));
    }
}
