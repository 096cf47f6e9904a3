//! `zhengce view`: a text and its records as a page.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::error::ErrorKind;

use crate::lang::tr;
use crate::survey::{self, SurveyArgs, Target};
use crate::{args, lang, report};

/// Makes a page of a text: its records coloured in it and listed beside it; one file, nothing loaded from
/// elsewhere
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce view report.txt -o report.html
  zhengce --lang zh view report.docx --date 2026-01-26 -o report.html

Exit codes:
  0 the text was read, 1 it could not be read, 2 wrong usage, 3 the output could not be written")]
pub(crate) struct ViewArgs {
    #[command(flatten)]
    survey: SurveyArgs,

    /// Write to FILE, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &ViewArgs) -> Result<ExitCode, clap::Error> {
    // Two texts are read at most, to see whether there is more than one.
    let target = Target {
        command: "view",
        output: args.output.as_deref(),
        beside: None,
        endings: &["html", "htm"],
        most: Some(2),
    };
    let survey = match args.survey.survey(&target)? {
        Ok(survey) => survey,
        Err(code) => return Ok(code),
    };
    let ([read], 1) = (&survey.extractions[..], survey.report.read + survey.report.failed) else {
        if survey.extractions.is_empty() {
            return Ok(survey.report.exit());
        }
        let what = tr!("a page shows one text; name one file", "一个页面只显示一篇文本：请只给出一个文件");
        return Err(args::usage("view", ErrorKind::TooManyValues, &what));
    };
    let page = zhengce_pages::view(&read.document, &read.text, lang::of_pages());
    let written = page.and_then(|page| survey::write_whole(args.output.as_deref(), page.as_bytes()));
    Ok(match written {
        Ok(()) => survey.report.exit(),
        Err(error) => report::not_written(args.output.as_deref(), &error),
    })
}
