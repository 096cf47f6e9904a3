//! `zhengce targets`: indicators by year.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::lang::tr;
use crate::output::sheets;
use crate::survey::{self, Survey, SurveyArgs, Target};
use crate::{lang, report};

/// Follows indicators over the years: the target of each year, the result reported later, and their sentences
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce targets reports/ --date-from-name -o targets.html
  zhengce targets 2024.txt 2025.txt --rules my-indicators.toml -o targets.xlsx

.csv has a row a figure, .xlsx also a row an indicator in a year, target beside result; docs/tables.md describes the columns.

Exit codes:
  0 everything was read, 1 something could not be read (the rest is written),
  2 wrong usage, 3 the output could not be written")]
pub(crate) struct TargetsArgs {
    #[command(flatten)]
    survey: SurveyArgs,

    /// Write to FILE (.json, .csv, .xlsx, .html), whole or not at all, instead of JSON on standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(args: &TargetsArgs) -> Result<ExitCode, clap::Error> {
    let target = Target {
        command: "targets",
        output: args.output.as_deref(),
        beside: None,
        endings: &["json", "csv", "xlsx", "html", "htm"],
        most: None,
    };
    let survey = match args.survey.survey(&target)? {
        Ok(survey) => survey,
        Err(code) => return Ok(code),
    };
    if !args.survey.run.quiet {
        warn_of_undated(&survey);
        survey::warn_of_unplaced(&survey);
    }
    let targets = survey.extractor.targets(&survey.extractions);
    let written = bytes(&targets, &target).and_then(|bytes| survey::write_whole(target.output, &bytes));
    if !args.survey.run.quiet && written.is_ok() {
        survey::say_found(&survey, targets.series.len(), ("series of indicators", "个指标序列"));
        if targets.series.is_empty() {
            report::say(tr!(
                "zhengce: [[indicator]] in a file for --rules adds indicators of your own",
                "zhengce：可在 --rules 的文件中用 [[indicator]] 加入自己的指标"
            ));
        }
    }
    Ok(match written {
        Ok(()) => survey.report.exit(),
        Err(error) => report::not_written(target.output, &error),
    })
}

/// Warns of texts without a date: without a year, no target can be read in them.
fn warn_of_undated(survey: &Survey) {
    let mut undated = survey.extractions.iter().filter(|read| read.document.date.is_none());
    if let Some(first) = undated.next() {
        let (first, count) = (first.document.source.as_deref().unwrap_or_default(), 1 + undated.count());
        report::say(tr!(
            "zhengce: texts that do not say their date: {count} (the first: {first}); --date-from-name or --date tells it",
            "zhengce：{count} 篇文本没有写明日期（如 {first}）；可用 --date-from-name 或 --date 指定"
        ));
    }
}

/// The targets, in the format that the output's name asks for.
fn bytes(targets: &zhengce::Targets, target: &Target) -> io::Result<Vec<u8>> {
    let tables = || zhengce_tables::of_targets(targets).map_err(io::Error::other);
    match target.ending().as_deref() {
        Some("html" | "htm") => zhengce_pages::targets(targets, lang::of_pages()).map(String::into_bytes),
        Some("csv") => sheets::csv(&tables()?),
        Some("xlsx") => sheets::workbook(&tables()?),
        _ => Ok(serde_json::to_vec_pretty(targets)?.into_iter().chain(*b"\n").collect()),
    }
}
