//! `zhengce explain`: how a text becomes records.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::args::ExtractorArgs;
use crate::input::{self, Fault};
use crate::lang::tr;
use crate::report;

/// Shows how a text is read: its tokens, what each rule proposes (+ it stands, - it does not)
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce explain '今年，全县新建桥梁5座。'
  zhengce explain report.txt --date 2026-01
  zhengce explain --rules my.toml '责任单位：县交通局'

Exit codes:
  0 the text was read, 1 it could not be read, 2 wrong usage, 3 the output could not be written")]
pub(crate) struct ExplainArgs {
    /// The name of a file, or - for standard input; or the text itself, a few sentences of which are easiest
    /// to follow
    #[arg(value_name = "TEXT", required_unless_present = "text")]
    given: Option<String>,

    /// The text itself, whatever it looks like
    #[arg(long, conflicts_with = "given")]
    text: Option<String>,

    #[command(flatten)]
    extractor: ExtractorArgs,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode, clap::Error> {
    let extractor = match args.extractor.extractor(&[]) {
        Ok(extractor) => extractor,
        Err(error) => return Ok(report::wrong_rules(&error)),
    };
    let text = match (&args.text, args.given.as_deref().unwrap_or_default()) {
        (Some(text), _) => Ok(text.clone()),
        (None, given) => text(given),
    };
    Ok(match text {
        Ok(text) => report::written(None, write!(io::stdout().lock(), "{}", extractor.explain(&text))),
        Err(fault) => report::fault(&fault),
    })
}

/// The text of the named file or of standard input; if what is given does not look like the name of a file,
/// it is itself the text.
fn text(given: &str) -> Result<String, Fault> {
    let path = Path::new(given);
    if given == "-" || path.is_file() {
        return Ok(input::text(path)?.text);
    }
    let what = match path.is_dir() {
        true => tr!("a folder, and one text can be explained", "是文件夹，只能逐篇查看"),
        false if names_file(given) => tr!("there is no such file", "没有这个文件"),
        false => return Ok(given.to_owned()),
    };
    let remedy =
        tr!("name a file, or give a text in words with --text", "请给出文件名，或用 --text 直接给出文本");
    Err(Fault { source: given.to_owned(), line: None, what, remedy })
}

/// Whether a text that names no file was meant to: it ends like the name of a document, lies in a folder that
/// exists, or has no Chinese character and looks like a path.
fn names_file(given: &str) -> bool {
    let path = Path::new(given);
    let is_path = || {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        given.contains(['/', '\\']) || ending.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let is_in_folder = || path.parent().is_some_and(|folder| folder != Path::new("") && folder.is_dir());
    input::names_document(path) || is_in_folder() || given.is_ascii() && is_path()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_told_from_texts() {
        for name in ["report.txt", "报告.docx", "notes.tx", "a/b", "nosuch/", "../清溪县", "c:\\b", "a.doc"]
        {
            assert!(names_file(name), "{name}");
        }
        for text in [
            "今年，全县新建桥梁5座。",
            "单价3元/吨",
            "增长5.5%",
            "5.5",
            "GDP",
            "电价0.5元/度。",
            "据v2.0版",
            "",
        ] {
            assert!(!names_file(text), "{text}");
        }
    }
}
