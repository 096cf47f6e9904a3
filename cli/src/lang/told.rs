//! Messages of the argument parser and of other libraries, in Chinese.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use zhengce::Error;

use super::{Language, spoken, tr};

const CHINESE: &str = include_str!("errors.zh.tsv");

/// The openings of rows whose changing parts are types.
const NAMES_TYPES: [&str; 4] = ["invalid type", "invalid length", "invalid {}", "EOF while parsing"];

/// Headings and remarks of the parser's help, with their Chinese.
const HELP: [(&str, &str); 24] = [
    ("[possible values: ", "[可选值："),
    ("[default: ", "[默认："),
    ("Possible values:", "可选值："),
    ("Print help (see a summary with '-h')", "显示帮助（-h 只显示摘要）"),
    ("Print help (see more with '--help')", "显示帮助（--help 更详细）"),
    ("Print help", "显示帮助"),
    ("Print version", "显示版本"),
    ("Print this message or the help of the given subcommand(s)", "显示帮助，或给出的子命令的帮助"),
    ("Usage: ", "用法："),
    ("[OPTIONS]", "[选项]"),
    ("<COMMAND>", "<子命令>"),
    ("[COMMAND]", "[子命令]"),
    ("Commands:", "子命令："),
    ("子命令:", "子命令："),
    ("Options:", "选项："),
    ("Arguments:", "参数："),
    ("Reading:", "读取："),
    ("Writing:", "写出："),
    ("error: ", "错误："),
    ("A pretty JSON array of documents", "带缩进的 JSON 数组，每个元素一篇文档"),
    ("JSON lines: a document a line", "JSON lines：一行一篇文档"),
    ("A folder of CSV files, one per kind of record", "文件夹，每类记录一个 CSV 文件"),
    ("A folder of Parquet files, one per kind of record", "文件夹，每类记录一个 Parquet 文件"),
    ("An Excel workbook, a sheet per kind of record", "Excel 工作簿，每类记录一张工作表"),
];

/// Headings and remarks of a manual page.
const MANUAL: [(&str, &str); 12] = [
    (" (see a summary with \\*(Aq\\-h\\*(Aq)", "（\\-h 只显示摘要）"),
    (" (see more with \\*(Aq\\-\\-help\\*(Aq)", "（\\-\\-help 更详细）"),
    (".SH NAME", ".SH 名称"),
    (".SH SYNOPSIS", ".SH 用法"),
    (".SH DESCRIPTION", ".SH 说明"),
    (".SH OPTIONS", ".SH 选项"),
    (".SH ARGUMENTS", ".SH 参数"),
    (".SH READING", ".SH 读取"),
    (".SH WRITING", ".SH 写出"),
    (".SH SUBCOMMANDS", ".SH 子命令"),
    (".SH EXTRA", ".SH 示例"),
    (".SH VERSION", ".SH 版本"),
];

/// A message of a library, in Chinese if its words are known and Chinese is spoken.
pub(crate) fn said(error: &impl std::fmt::Display) -> String {
    let english = error.to_string();
    match spoken() {
        Language::En => english,
        Language::Zh => in_chinese(&english),
    }
}

/// An error of the library, with each of its parts translated by itself.
pub(crate) fn error(error: &Error) -> String {
    match error {
        Error::Rule { file, line, what, remedy } => {
            let (what, remedy) = (said(what), said(remedy));
            tr!("{file}:{line}: {what}; {remedy}", "{file}:{line}：{what}；{remedy}")
        }
        Error::ReadRules { file, cause } => {
            let (file, cause) = (file.display(), said(cause));
            tr!(
                "{file}: cannot read the rule file: {cause}; check the path and its permissions",
                "{file}：无法读取规则文件：{cause}；请检查路径和权限"
            )
        }
        other => said(other),
    }
}

fn in_chinese(english: &str) -> String {
    row_that_fits(english).unwrap_or_else(|| english.to_owned())
}

/// The Chinese of the first row that fits.
fn row_that_fits(english: &str) -> Option<String> {
    let mut rows =
        CHINESE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.find_map(|(pattern, chinese)| filled(pattern, chinese, english))
}

/// The Chinese for what was found or expected, by the rows for types: struct Ledger.
fn type_in_chinese(english: &str) -> String {
    row_that_fits(&format!("type {english}")).unwrap_or_else(|| english.to_owned())
}

/// The Chinese pattern, filled with what stands at each {} of the English one; `None` where that does not
/// fit.
fn filled(pattern: &str, chinese: &str, english: &str) -> Option<String> {
    let mut parts = pattern.split("{}");
    let mut rest = english.strip_prefix(parts.next()?)?;
    let mut filled = Vec::new();
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let end = if is_last { rest.strip_suffix(part)?.len() } else { rest.find(part)? };
        filled.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    if !rest.is_empty() {
        return None;
    }
    let names_types = NAMES_TYPES.iter().any(|opening| pattern.starts_with(opening));
    let mut told = String::new();
    for (at, words) in chinese.split("{}").enumerate() {
        if at > 0 {
            let piece = filled.get(at - 1)?;
            told.push_str(&if names_types { type_in_chinese(piece) } else { (*piece).to_owned() });
        }
        told.push_str(words);
    }
    Some(told)
}

/// The help of the parser with Chinese headings.
pub(crate) fn help(english: &str) -> String {
    HELP.iter().fold(english.to_owned(), |told, (english, chinese)| told.replace(english, chinese))
}

/// A manual page with Chinese headings.
pub(crate) fn manual(page: &str) -> String {
    let told = help(&page.replace("\\-", "-")).replace('-', "\\-");
    MANUAL.iter().fold(told, |told, (english, chinese)| told.replace(english, chinese))
}

/// Prints what the parser found wrong, or the help that was asked for, and ends the program.
pub(crate) fn exit(error: &clap::Error) -> ! {
    if spoken() == Language::En {
        error.exit();
    }
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if is_help {
        print!("{}", help(&error.render().to_string()));
    } else {
        eprint!("{}", usage_error(error));
    }
    std::process::exit(error.exit_code());
}

/// The message for wrong arguments.
fn usage_error(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(told).unwrap_or_default();
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识的参数 '{argument}'"),
        ErrorKind::InvalidSubcommand => format!("没有子命令 '{}'", context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() && !argument.is_empty() => {
            format!("'{argument}' 需要一个值")
        }
        ErrorKind::InvalidValue if !argument.is_empty() => format!("'{argument}' 的值 '{value}' 无效"),
        ErrorKind::ValueValidation if !argument.is_empty() => {
            let source = std::error::Error::source(error)
                .map(|source| format!("：{}", in_chinese(&source.to_string())));
            format!("'{argument}' 的值 '{value}' 无效{}", source.unwrap_or_default())
        }
        ErrorKind::MissingRequiredArgument if !argument.is_empty() => {
            format!("缺少必需的参数：\n  {argument}")
        }
        ErrorKind::ArgumentConflict if !argument.is_empty() => {
            format!("'{argument}' 不能与 '{}' 同时使用", context(ContextKind::PriorArg))
        }
        _ => return help(&error.render().to_string()).replace(FOR_MORE, FOR_MORE_ZH),
    };
    let mut said = format!("错误：{what}\n");
    let valid = context(ContextKind::ValidValue);
    if !valid.is_empty() {
        said += &format!("  [可选值：{valid}]\n");
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    for near in near.map(context).iter().filter(|near| !near.is_empty()) {
        said += &format!("\n  提示：相近的有 '{near}'\n");
    }
    let usage = help(&context(ContextKind::Usage));
    if !usage.is_empty() {
        said += &format!("\n{usage}\n");
    }
    said + "\n" + FOR_MORE_ZH + "\n"
}

const FOR_MORE: &str = "For more information, try '--help'.";
const FOR_MORE_ZH: &str = "更多说明请用 '--help'。";

/// A value in the message for wrong arguments, in words.
fn told(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(strings) => strings.join(", "),
        ContextValue::StyledStr(styled) => styled.to_string(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Cli;
    use clap::CommandFactory;

    #[test]
    fn what_libraries_say_is_told_with_what_changes() {
        assert_eq!(in_chinese("expected value at line 1 column 3"), "第 1 行第 3 列不是 JSON");
        assert_eq!(
            in_chinese("unknown field `word`, expected one of `kind`, `words`"),
            "不认识的字段 word，应为 `kind`, `words` 之一"
        );
        assert_eq!(in_chinese("\"done\" is not known here"), "这里不认识 \"done\"");
        assert_eq!(in_chinese("something else"), "something else");
        assert_eq!(in_chinese("key with no value, expected `=`"), "键没有值，缺少 `=`");
        assert_eq!(
            in_chinese("invalid type: integer `3`, expected struct Ledger at line 1 column 2"),
            "类型不对：这里是 整数 3，应为 台账（第 1 行第 2 列）"
        );
        // A field may have the name of a type.
        assert_eq!(in_chinese("missing field `map`"), "缺少字段 map");
    }

    #[test]
    fn every_row_has_as_many_places_in_both_languages() {
        for line in CHINESE.lines().filter(|line| !line.starts_with('#')) {
            let (english, chinese) = line.split_once('\t').unwrap();
            assert!(english.matches("{}").count() >= chinese.matches("{}").count(), "{line}");
        }
    }

    #[test]
    fn wrong_arguments_are_told_in_chinese() {
        let told = |args: &[&str]| {
            let args = std::iter::once("zhengce").chain(args.iter().copied());
            usage_error(
                &super::super::help::in_chinese(Cli::command()).try_get_matches_from(args).unwrap_err(),
            )
        };
        assert!(told(&["extract", "--nope"]).starts_with("错误：不认识的参数 '--nope'\n"));
        assert!(told(&["extract", "--threads", "0"]).contains("无效：不能为 0\n"));
        assert!(told(&["extract", "--format", "x"]).contains("[可选值：json, jsonl"));
        assert!(told(&["extract", "--date", "2025-13"]).contains("不是日期；请写成"));
        assert!(told(&["score"]).contains("缺少必需的参数：\n  <GOLD>\n\n用法："));
        for args in
            [&["nope"][..], &["extract", "--output"], &["extract", "--resume", "--restart", "-o", "x"]]
        {
            let told = told(args);
            let english = ["error", "Usage", "For more", "tip", "found", "required"];
            assert!(english.iter().all(|word| !told.contains(word)), "{told}");
        }
    }

    /// Lines of help that have letters and no Chinese character, except examples, names of options and JSON.
    fn english_lines(page: &str) -> Vec<&str> {
        let mut is_example = false;
        let lines = page.lines().filter(|line| {
            is_example = line.starts_with("示例：") || is_example && !line.is_empty();
            let line = line.trim_start();
            let is_name =
                line.starts_with(['<', '[', '{']) || line.starts_with('-') && !line.starts_with("- ");
            !is_example && !is_name && line.contains(|c: char| c.is_ascii_alphabetic())
        });
        let is_han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        lines.filter(|line| !line.contains(is_han)).collect()
    }

    #[test]
    fn the_help_is_in_chinese() {
        let mut command = super::super::help::in_chinese(Cli::command());
        command.build();
        let mut pages = vec![help(&command.render_long_help().to_string())];
        for subcommand in command.get_subcommands_mut() {
            pages.push(help(&subcommand.render_long_help().to_string()));
            pages.push(help(&subcommand.render_help().to_string()));
        }
        for page in pages {
            assert_eq!(english_lines(&page), Vec::<&str>::new(), "{page}");
        }
        let english = "示例：\n  zhengce man\n\n  --lang <LANG>\n  - csv: A folder";
        assert_eq!(english_lines(english), ["  - csv: A folder"]);
    }
}
