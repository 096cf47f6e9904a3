//! `zhengce man`: the manual page.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command, CommandFactory};

use crate::args::Cli;
use crate::lang::{self, Language, help, told};
use crate::report;

/// Writes the manual: one page, or a page for each subcommand into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce man | man -l -
  zhengce man -o ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// Write zhengce.1, zhengce-extract.1 … here
    #[arg(short = 'o', long = "output", alias = "folder", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub(crate) fn run(args: &ManArgs) -> Result<ExitCode, clap::Error> {
    let written = match &args.folder {
        None => page().and_then(|page| io::stdout().lock().write_all(&page)),
        Some(folder) => fs::create_dir_all(folder).and_then(|()| pages(folder)),
    };
    Ok(report::written(args.folder.as_deref(), written))
}

fn command() -> Command {
    match lang::spoken() {
        Language::En => Cli::command(),
        Language::Zh => help::in_chinese(Cli::command()),
    }
}

fn page() -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command()).render(&mut page)?;
    Ok(told(page))
}

/// A page for the command and one for each subcommand.
fn pages(folder: &Path) -> io::Result<()> {
    let made = tempfile::tempdir_in(folder)?;
    clap_mangen::generate_to(command(), made.path())?;
    for page in fs::read_dir(made.path())? {
        let page = page?;
        fs::write(folder.join(page.file_name()), told(fs::read(page.path())?))?;
    }
    Ok(())
}

/// The page, with its headings in the language of messages.
fn told(page: Vec<u8>) -> Vec<u8> {
    match lang::spoken() {
        Language::En => page,
        Language::Zh => told::manual(&String::from_utf8_lossy(&page)).into_bytes(),
    }
}
