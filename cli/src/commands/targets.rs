//! `zhengce targets`: indicators by year.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::survey::{self, SurveyArgs};
use crate::{lang, report};

/// Follows indicators over the years: the target of each year, the result reported later, and their sentences
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce targets reports/ --date-from-name -o targets.html
  zhengce targets 2024.txt 2025.txt --rules my-indicators.toml")]
pub(crate) struct TargetsArgs {
    #[command(flatten)]
    survey: SurveyArgs,

    /// Write to FILE (.json, .html), whole or not at all, instead of JSON on standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &TargetsArgs) -> Result<ExitCode, clap::Error> {
    let survey = match args.survey.survey("targets")? {
        Ok(survey) => survey,
        Err(code) => return Ok(code),
    };
    let targets = survey.extractor.targets(&survey.sources());
    let output = args.output.as_deref();
    let is_page = output.and_then(Path::extension).is_some_and(|ending| ending == "html" || ending == "htm");
    let page = if is_page {
        zhengce_pages::targets(&targets, lang::of_pages())
    } else {
        serde_json::to_string_pretty(&targets).map(|json| json + "\n").map_err(io::Error::from)
    };
    let written = page.and_then(|page| survey::write_whole(output, page.as_bytes()));
    Ok(match written {
        Ok(()) => survey.report.exit(),
        Err(error) => report::not_written(output, &error),
    })
}
