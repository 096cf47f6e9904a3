//! `zhengce man`: the manual page.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory};

use crate::args::Cli;
use crate::report;

/// Writes the manual: one page, or a page for each subcommand into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce man | man -l -
  zhengce man --folder ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// Write zhengce.1, zhengce-extract.1 … here
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub(crate) fn run(args: &ManArgs) -> Result<ExitCode, clap::Error> {
    let written = match &args.folder {
        None => page().and_then(|page| io::stdout().lock().write_all(&page)),
        Some(folder) => {
            fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::command(), folder))
        }
    };
    Ok(report::written(args.folder.as_deref(), written))
}

fn page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    Ok(page)
}
