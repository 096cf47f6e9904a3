//! What the READMEs show is what the command prints.

use std::fs;

use crate::support::{Folder, zhengce};

/// A command of a `console` block, and what stands below it.
fn shown(readme: &str) -> Vec<(String, String)> {
    let mut shown: Vec<(String, String)> = Vec::new();
    let mut is_console = false;
    for line in readme.lines() {
        match (is_console, line.strip_prefix("$ ")) {
            (false, _) => is_console = line == "```console",
            (true, _) if line == "```" => is_console = false,
            (true, Some(command)) => shown.push((command.to_owned(), String::new())),
            (true, None) => {
                if let Some((_, output)) = shown.last_mut() {
                    *output += line;
                    *output += "\n";
                }
            }
        }
    }
    shown
}

/// The arguments of `zhengce`, of which some stand in double quotation marks.
fn arguments(command: &str) -> Vec<&str> {
    let parts = command.strip_prefix("zhengce ").expect("a run of zhengce").split('"').enumerate();
    parts
        .flat_map(|(at, part)| if at % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .collect()
}

#[test]
fn the_console_blocks_of_both_readmes_are_what_is_printed() {
    for readme in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(format!("{}/../{readme}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let shown = shown(&text);
        assert!(!shown.is_empty(), "{readme}");
        for (command, output) in shown {
            assert_eq!(
                zhengce(&Folder::with(&[]), &arguments(&command)).stdout,
                output,
                "{readme}: {command}"
            );
        }
    }
}
