//! `zhengce explain`: the way of a text to its records.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use crate::args::ExtractorArgs;
use crate::report;

/// Shows how a text is read: its tokens, what each rule proposes (+ it stands, - it does not)
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce explain '今年，全县新建桥梁5座。'
  zhengce explain --rules my.toml '责任单位：县交通局'")]
pub(crate) struct ExplainArgs {
    /// The text itself; a few sentences are easiest to follow
    text: String,

    #[command(flatten)]
    extractor: ExtractorArgs,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<ExitCode, clap::Error> {
    let extractor = match args.extractor.extractor(&[]) {
        Ok(extractor) => extractor,
        Err(error) => return Ok(report::wrong_usage(&error)),
    };
    let explanation = extractor.explain(&args.text);
    Ok(report::written(None, write!(io::stdout().lock(), "{explanation}")))
}
