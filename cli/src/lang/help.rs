//! The help in Chinese.

use clap::Command;

const CHINESE: &str = include_str!("help.zh.tsv");

/// Subcommand, argument and text of each line.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    CHINESE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.splitn(3, '\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

/// The same command with Chinese help.
pub(crate) fn in_chinese(command: Command) -> Command {
    lines().fold(command.subcommand_help_heading("子命令"), |command, (subcommand, argument, text)| {
        if subcommand.is_empty() {
            return told(command, argument, text);
        }
        let is_known = command.find_subcommand(subcommand).is_some();
        if !is_known {
            return command;
        }
        command.mut_subcommand(subcommand, |subcommand| told(subcommand, argument, text))
    })
}

fn told(command: Command, argument: &str, text: &'static str) -> Command {
    if argument.is_empty() {
        return command.about(text).long_about(text);
    }
    let is_known = command.get_arguments().any(|known| known.get_id() == argument);
    if is_known { command.mut_arg(argument, |known| known.help(text).long_help(text)) } else { command }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Cli;

    #[test]
    fn every_line_is_the_help_of_something() {
        let command = Cli::command();
        for (subcommand, argument, text) in lines() {
            let of = match subcommand {
                "" => Some(&command),
                name => command.find_subcommand(name),
            };
            let of = of.unwrap_or_else(|| panic!("no subcommand {subcommand}"));
            let known = argument.is_empty() || of.get_arguments().any(|known| known.get_id() == argument);
            assert!(known && !text.is_empty(), "{subcommand} {argument}");
        }
        in_chinese(Cli::command()).debug_assert();
    }
}
