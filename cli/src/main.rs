//! The command `zhengce`: reading ([`input`]), working on all cores ([`pipeline`]), writing ([`output`]), and
//! telling the user what went wrong ([`report`]).

#![forbid(unsafe_code)]

mod args;
mod commands;
mod input;
mod lang;
mod output;
mod pipeline;
mod progress;
mod report;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    lang::speak(cli.lang);
    let done = match cli.command {
        Command::Extract(args) => commands::extract::run(*args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Stats(args) => commands::stats::run(*args),
        Command::Score(args) => commands::score::run(&args),
        Command::Schema(args) => commands::schema::run(&args),
        Command::Completions(args) => commands::completions::run(&args),
        Command::Man(args) => commands::man::run(&args),
    };
    done.unwrap_or_else(|wrong| wrong.exit())
}
