//! The help in Chinese.

use clap::Command;

const CHINESE: &str = include_str!("help.zh.tsv");
/// The entry for all subcommands that have an argument.
const ALL: &str = "*";
/// The entry for the text after the options.
const AFTER: &str = "after_help";

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
        match subcommand {
            "" => told(command, argument, text),
            ALL => {
                let having = command.get_subcommands().filter(|subcommand| has(subcommand, argument));
                let names: Vec<String> = having.map(|subcommand| subcommand.get_name().to_owned()).collect();
                names.into_iter().fold(command, |command, name| {
                    command.mut_subcommand(name, |subcommand| told(subcommand, argument, text))
                })
            }
            _ if command.find_subcommand(subcommand).is_none() => command,
            _ => command.mut_subcommand(subcommand, |subcommand| told(subcommand, argument, text)),
        }
    })
}

fn has(command: &Command, argument: &str) -> bool {
    command.get_arguments().any(|known| known.get_id() == argument)
}

fn told(command: Command, argument: &str, text: &'static str) -> Command {
    let text = text.replace("\\n", "\n");
    match argument {
        "" => {
            let about = text.split('\n').next().unwrap_or_default().to_owned();
            command.about(about).long_about(text)
        }
        AFTER => command.after_help(text),
        _ if has(&command, argument) => {
            command.mut_arg(argument, |known| known.help(text).long_help(None::<&str>))
        }
        _ => command,
    }
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
            let is_known = |of: &Command| argument.is_empty() || argument == AFTER || has(of, argument);
            let known = match subcommand {
                "" => is_known(&command),
                ALL => command.get_subcommands().any(is_known),
                name => command.find_subcommand(name).is_some_and(is_known),
            };
            assert!(known && !text.is_empty(), "{subcommand} {argument}");
        }
        in_chinese(Cli::command()).debug_assert();
    }

    #[test]
    fn every_argument_has_a_line() {
        let command = in_chinese(Cli::command());
        for subcommand in command.get_subcommands() {
            let english =
                |help: Option<&clap::builder::StyledStr>| help.is_none_or(|help| help.to_string().is_ascii());
            assert!(
                !english(subcommand.get_about()) && !english(subcommand.get_after_help()),
                "{}",
                subcommand.get_name()
            );
            for argument in subcommand.get_arguments() {
                assert!(!english(argument.get_help()), "{} {}", subcommand.get_name(), argument.get_id());
            }
        }
    }
}
