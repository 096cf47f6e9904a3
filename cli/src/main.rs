//! The command `zhengce`; all of it is in the library beside.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhengce_cli::run()
}
