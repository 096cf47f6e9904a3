//! The language of messages: English, or Chinese by `--lang` or the locale.

pub(crate) mod columns;
pub(crate) mod help;
pub(crate) mod told;

use std::ffi::OsString;
use std::sync::OnceLock;

use clap::ValueEnum;

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    En,
    Zh,
}

static SPOKEN: OnceLock<Language> = OnceLock::new();

/// Sets the language once, before the first message: that of `--lang`, otherwise that of the locale. Reads
/// the arguments before they are parsed, because faults in them are reported in it too.
pub(crate) fn speak(args: impl Iterator<Item = OsString>) {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let named = args.iter().enumerate().find_map(|(at, arg)| match arg.strip_prefix("--lang") {
        Some("") => args.get(at + 1).map(String::as_str),
        Some(given) => given.strip_prefix('='),
        None => None,
    });
    let language = named.and_then(|name| Language::from_str(name, true).ok());
    let _ = SPOKEN.set(language.unwrap_or_else(of_locale));
}

/// The language in which messages are written now; English before [`speak`].
pub(crate) fn spoken() -> Language {
    SPOKEN.get().copied().unwrap_or(Language::En)
}

/// The language in which pages open.
pub(crate) fn of_pages() -> zhengce_pages::Language {
    match spoken() {
        Language::En => zhengce_pages::Language::En,
        Language::Zh => zhengce_pages::Language::Zh,
    }
}

/// Chinese if the user's locale is Chinese, otherwise English.
pub(crate) fn of_locale() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    if locale.to_lowercase().starts_with("zh") { Language::Zh } else { Language::En }
}

/// A message in both languages, side by side; only that in the language of messages is made. Both see the
/// same variables: `tr!("{count} read", "读取 {count} 篇")`.
macro_rules! tr {
    ($english:literal, $chinese:literal $(,)?) => {
        match $crate::lang::spoken() {
            $crate::lang::Language::En => format!($english),
            $crate::lang::Language::Zh => format!($chinese),
        }
    };
}

pub(crate) use told::said;
pub(crate) use tr;
