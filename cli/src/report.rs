//! What the user is told on standard error, and the exit code.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::input::{Fault, Input};

/// Something could not be read.
const SOME_FAILED: u8 = 1;
/// Wrong usage: options, rule files.
const WRONG_USAGE: u8 = 2;
/// The output could not be written.
const NOT_WRITTEN: u8 = 3;

/// Counts what was read and names what was not.
#[derive(Debug, Default)]
pub(crate) struct Report {
    read: usize,
    failed: usize,
}

impl Report {
    /// One more text was read.
    pub(crate) fn read(&mut self, input: &Input) {
        self.read += 1;
        for warning in &input.warnings {
            say(format_args!("{}: warning: {warning}", input.source));
        }
    }

    /// One could not be.
    pub(crate) fn fault(&mut self, fault: &Fault) {
        self.failed += 1;
        say(fault);
    }

    /// Whether there were inputs and none could be read.
    pub(crate) fn is_all_failed(&self) -> bool {
        self.read == 0 && self.failed > 0
    }

    /// The exit code after a run that wrote its output, and a last line if anything failed.
    pub(crate) fn exit(&self) -> ExitCode {
        if self.failed == 0 {
            return ExitCode::SUCCESS;
        }
        say(format_args!("zhengce: {} read, {} could not be read", self.read, self.failed));
        ExitCode::from(SOME_FAILED)
    }
}

/// The exit code after wrong rules.
pub(crate) fn wrong_usage(error: &zhengce::Error) -> ExitCode {
    say(format_args!("zhengce: {error}"));
    ExitCode::from(WRONG_USAGE)
}

/// The exit code after an output that could not be written. That the reader of a pipe has left, as
/// `head` does, is not worth a word.
pub(crate) fn not_written(output: Option<&Path>, error: &io::Error) -> ExitCode {
    if error.kind() != io::ErrorKind::BrokenPipe {
        let target = output.map_or("standard output".into(), |file| file.display().to_string());
        say(format_args!("zhengce: {target}: cannot be written: {error}"));
    }
    ExitCode::from(NOT_WRITTEN)
}

/// A line on standard error; a program without one runs on.
pub(crate) fn say(line: impl std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{line}");
}
