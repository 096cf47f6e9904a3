//! `check`, `stats`, `schema`, `completions`, `man`, and the language of messages.

use crate::support::{Folder, zhengce};

const TEXT: &str = "青溪桥办推进万人助万企，新建桥梁5座。";

#[test]
fn check_names_every_wrong_file_and_shows_what_rules_change() {
    let good = "[[add]]\nkind = 'terms'\nwords = ['万人助万企']\n[[pattern]]\nname = 'office'\nregex = '(?P<who>青溪桥办)'\n";
    let folder =
        Folder::with(&[("good.toml", good), ("bad.toml", "[[add]]\nkind = 'x'\n"), ("worse.toml", "[")]);
    let run = zhengce(&folder, &["check", "good.toml", "--text", TEXT]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("rule files: 1, all valid\n"), "{}", run.stdout);
    assert!(run.stdout.contains("+ terms      万人助万企"), "{}", run.stdout);
    assert!(run.stdout.contains("who = 青溪桥办"), "{}", run.stdout);
    let run = zhengce(&folder, &["check", "bad.toml", "good.toml", "worse.toml"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("bad.toml:1: ") && run.stderr.contains("worse.toml:1: "), "{}", run.stderr);
    assert!(run.stderr.ends_with("wrong rule files: 2 of 3\n"), "{}", run.stderr);
}

#[test]
fn stats_counts_kinds_and_names_the_commonest() {
    let folder =
        Folder::with(&[("a.txt", "国务院要求。"), ("b.txt", "国务院指出，新建桥梁5座。"), ("c.doc", "")]);
    let run = zhengce(&folder, &["stats", "a.txt", "b.txt", "c.doc"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.starts_with("c.doc: .doc files cannot be read; "), "{}", run.stderr);
    assert!(run.stdout.starts_with("documents              2\n"), "{}", run.stdout);
    assert!(run.stdout.contains("\nbodies\n       2  国务院\n"), "{}", run.stdout);
}

#[test]
fn schema_completions_and_manual_are_written() {
    let folder = Folder::with(&[]);
    let schema: serde_json::Value = serde_json::from_str(&zhengce(&folder, &["schema"]).stdout).unwrap();
    assert!(schema["properties"]["speeches"].is_object());
    for (of, property) in [("ledger", "entries"), ("targets", "series")] {
        let schema: serde_json::Value =
            serde_json::from_str(&zhengce(&folder, &["schema", of]).stdout).unwrap();
        assert!(schema["properties"][property].is_object(), "{of}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(zhengce(&folder, &["completions", shell]).stdout.contains("text-field"), "{shell}");
    }
    assert!(zhengce(&folder, &["man"]).stdout.contains(".TH zhengce 1"));
    assert_eq!(zhengce(&folder, &["man", "-o", "man1"]).code, 0);
    assert!(folder.path("man1/zhengce-extract.1").exists());
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    let folder = Folder::with(&[("a.txt", TEXT)]);
    let run = zhengce(&folder, &["--lang", "zh", "extract", "a.txt", "missing.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.ends_with("；请检查路径\nzhengce：读取 1 篇，1 篇无法读取\n"), "{}", run.stderr);
    let help = zhengce(&folder, &["extract", "--help", "--lang=zh"]).stdout;
    assert!(help.starts_with("从文本中提取记录") && help.contains("线程数 [默认：每个核一个]"), "{help}");
}

#[test]
fn every_subcommand_shows_examples() {
    let folder = Folder::with(&[]);
    for subcommand in ["extract", "explain", "check", "stats", "score", "schema", "completions", "man"] {
        let run = zhengce(&folder, &[subcommand, "--help"]);
        assert_eq!(run.code, 0);
        assert!(run.stdout.contains("Examples:\n  zhengce "), "{subcommand}: {}", run.stdout);
    }
}

#[test]
fn explain_and_check_read_files() {
    let rules = "[[add]]\nkind = 'terms'\nwords = ['万人助万企']\n";
    let folder = Folder::with(&[("a.txt", TEXT), ("a.toml", rules)]);
    let run = zhengce(&folder, &["explain", "a.txt"]);
    assert!(run.code == 0 && run.stdout.contains("+ figures    5座"), "{}", run.stdout);
    let run = zhengce(&folder, &["check", "a.toml", "--file", "a.txt", "--date", "2024-01"]);
    assert!(run.code == 0 && run.stdout.contains("+ terms      万人助万企"), "{}", run.stdout);
    let run = zhengce(&folder, &["check", "a.toml", "--file", "missing.txt"]);
    assert!(run.code == 1 && run.stderr.starts_with("missing.txt: "), "{}", run.stderr);
    let example = zhengce(&folder, &["check", "--example"]).stdout;
    let folder = Folder::with(&[("example.toml", &example)]);
    assert_eq!(zhengce(&folder, &["check", "example.toml"]).code, 0);
}

#[test]
fn all_that_is_said_is_in_chinese_where_it_is_asked_for() {
    let folder = Folder::with(&[("bad.toml", "[[add]]\nkind = 'x'\nwords = ['甲']\n"), ("a.txt", TEXT)]);
    let said = |args: &[&str]| {
        let args: Vec<&str> = ["--lang", "zh"].iter().chain(args).copied().collect();
        let run = zhengce(&folder, &args);
        run.stdout + &run.stderr
    };
    for subcommand in
        ["extract", "explain", "check", "stats", "ledger", "targets", "view", "score", "man", "help"]
    {
        let help = said(&[subcommand, "--help"]);
        assert!(help.contains("用法：") && !help.contains("Usage") && !help.contains("Print"), "{help}");
    }
    assert!(said(&["extract", "--nope"]).starts_with("错误：不认识的参数 '--nope'"));
    assert!(said(&["check", "bad.toml"]).starts_with("bad.toml:2：这里不认识 \"x\"；请写其中之一："));
    assert!(said(&["extract", "missing.txt"]).contains("没有这个文件或文件夹"));
    assert!(said(&["view", "a.txt", "a.txt"]).contains("错误：一个页面只显示一篇文本"));
    let manual = said(&["man"]);
    assert!(
        manual.contains(".SH 名称")
            && !manual.contains(".SH NAME")
            && !manual.contains("Print")
            && !manual.contains("(see"),
        "{manual}"
    );
}
