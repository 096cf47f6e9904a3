//! The command `zhengce`: reading (`input`), working on all cores (`pipeline`), writing (`output`), and
//! telling the user what went wrong (`report`).

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod args;
mod commands;
mod dated;
mod input;
mod lang;
mod output;
mod pipeline;
mod progress;
mod report;
mod survey;

use std::env;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use args::{Cli, Command};
use lang::{Language, help};

/// Does what the arguments of the process ask for, and returns its exit code.
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     zhengce_cli::run()
/// }
/// ```
pub fn run() -> ExitCode {
    lang::speak(env::args_os());
    let command = match lang::spoken() {
        Language::En => Cli::command(),
        Language::Zh => help::in_chinese(Cli::command()),
    };
    let matches = command.try_get_matches();
    let cli = matches.and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = cli.unwrap_or_else(|wrong| lang::told::exit(&wrong));
    debug_assert!(cli.lang.is_none_or(|lang| lang == lang::spoken()), "both look at the same arguments");
    let done = match cli.command {
        Command::Extract(args) => commands::extract::run(*args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Stats(args) => commands::stats::run(*args),
        Command::Ledger(args) => commands::ledger::run(&args),
        Command::View(args) => commands::view::run(&args),
        Command::Targets(args) => commands::targets::run(&args),
        Command::Score(args) => commands::score::run(&args),
        Command::Schema(args) => commands::schema::run(&args),
        Command::Completions(args) => commands::completions::run(&args),
        Command::Man(args) => commands::man::run(&args),
    };
    done.unwrap_or_else(|wrong| lang::told::exit(&wrong))
}

/// For the fuzzer: reads a file as the command would; returns how many texts and faults it held.
#[cfg(fuzzing)]
pub fn read_file(path: &std::path::Path) -> (usize, usize) {
    let reading = input::Reading::default();
    let texts = reading.inputs(vec![path.to_owned()]).map(input::Unread::read);
    texts.fold((0, 0), |(read, failed), text| match text {
        Ok(_) => (read + 1, failed),
        Err(_) => (read, failed + 1),
    })
}
