//! `zhengce explain`: the way of a text to its records.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::args::ExtractorArgs;
use crate::{input, report};

/// Shows how a text is read: its tokens, what each rule proposes (+ it stands, - it does not)
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce explain '今年，全县新建桥梁5座。'
  zhengce explain report.txt --date 2026-01
  zhengce explain --rules my.toml '责任单位：县交通局'")]
pub(crate) struct ExplainArgs {
    /// The text itself, a few sentences of which are easiest to follow; the name of a file, or - for standard input
    text: String,

    #[command(flatten)]
    extractor: ExtractorArgs,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode, clap::Error> {
    let extractor = match args.extractor.extractor(&[]) {
        Ok(extractor) => extractor,
        Err(error) => return Ok(report::wrong_rules(&error)),
    };
    let path = Path::new(&args.text);
    let text = if args.text == "-" || path.is_file() {
        match input::text(path) {
            Ok(input) => input.text,
            Err(fault) => return Ok(report::fault(&fault)),
        }
    } else {
        args.text.clone()
    };
    let explanation = extractor.explain(&text);
    Ok(report::written(None, write!(io::stdout().lock(), "{explanation}")))
}
