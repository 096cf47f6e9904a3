//! What could not be read, where, and what to do about it.

use crate::lang::{said, tr};
use std::fmt;
use std::io;

/// The first bytes of a compound file, such as `.doc` and `.xls`.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Something that could not be read: where, what, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) source: String,
    /// Line or row counted from 1, in files of lines or rows.
    pub(crate) line: Option<usize>,
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let Fault { source, line, what, remedy } = self;
        match line {
            Some(line) => write!(to, "{source}:{line}: {what}; {remedy}"),
            None => write!(to, "{source}: {what}; {remedy}"),
        }
    }
}

/// What is wrong with some bytes, and what to do; a [`Fault`] once its place is known.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl Wrong {
    /// For a file in the older format of Office or WPS, in which they also save what has a password.
    pub(super) fn of_compound(bytes: &[u8], format: &str, [older, wps]: [&str; 2]) -> Option<Self> {
        bytes.starts_with(COMPOUND_FILE).then(|| {
            Wrong::new(
                tr!(
                    "no {format} but a {older} or {wps} file, or one with a password",
                    "不是 {format} 而是 {older} 或 {wps} 文件，或有密码"
                ),
                tr!("save it as {format} without a password", "请另存为没有密码的 {format}"),
            )
        })
    }

    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Wrong { what: what.into(), remedy: remedy.into() }
    }

    /// An error of the file system.
    pub(crate) fn of_read(error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => tr!("check the path", "请检查路径"),
            io::ErrorKind::PermissionDenied => tr!("check its permissions", "请检查权限"),
            _ => {
                tr!("check that the file is whole and its disk in order", "请检查文件是否完整、磁盘是否正常")
            }
        };
        let error = said(error);
        Wrong::new(tr!("cannot be read: {error}", "无法读取：{error}"), remedy)
    }

    /// The fault of a whole file.
    pub(crate) fn of(self, source: impl Into<String>) -> Fault {
        Fault { source: source.into(), line: None, what: self.what, remedy: self.remedy }
    }

    /// The fault of a line or row.
    pub(crate) fn at(self, source: impl Into<String>, line: usize) -> Fault {
        Fault { line: Some(line), ..self.of(source) }
    }
}

/// What may be wrong with a text that was read, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Warning {
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl Warning {
    /// For a workbook with these sheets besides the one that was read.
    pub(super) fn unread_sheets(names: &[String]) -> Self {
        let names = names.join(", ");
        Warning {
            what: tr!("not read of its sheets: {names}", "没有读取工作表：{names}"),
            remedy: tr!("save those that matter as files of their own", "如有需要，请另存为单独的文件"),
        }
    }

    /// For a table whose last row may be several.
    pub(super) fn open_quote() -> Self {
        Warning {
            what: tr!(
                "a quotation mark is not closed: the rows after it are read as this one",
                "引号没有闭合：其后各行都被读作这一行"
            ),
            remedy: tr!("close it, or write it twice", "请闭合引号，或写成两个引号"),
        }
    }

    /// For an input that has no characters but blanks.
    pub(super) fn no_text() -> Self {
        Warning {
            what: tr!("it has no text", "其中没有文本"),
            remedy: tr!("check that it is the right file", "请检查是否为所需文件"),
        }
    }
}
