//! `zhengce completions`: completions for the user's shell.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::args::Cli;
use crate::report;

/// Writes the completions of a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  zhengce completions bash > ~/.local/share/bash-completion/completions/zhengce
  zhengce completions zsh > ~/.zfunc/_zhengce
  zhengce completions fish > ~/.config/fish/completions/zhengce.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(args: &CompletionsArgs) -> Result<ExitCode, clap::Error> {
    // Into memory first: writing to a closed pipe must not end in a panic.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "zhengce", &mut script);
    Ok(report::written(None, io::stdout().lock().write_all(&script)))
}
