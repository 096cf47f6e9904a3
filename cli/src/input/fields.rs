//! Makes texts of rows of tables and lines of JSON: which field is what.

use zhengce::Date;

use super::fault::{Fault, Wrong};
use super::{Input, encoding};
use crate::lang::columns::in_chinese;
use crate::lang::tr;

/// Longest list of names of columns in a message, in characters.
const MAX_SHOWN_CHARS: usize = 200;

const TEXT_FIELD: &str = "--text-field";
const ID_FIELD: &str = "--id-field";
const DATE_FIELD: &str = "--date-field";
const PLACE_FIELD: &str = "--place-field";
const KEEP: &str = "--keep";

/// Names of fields, as far as the user gave them.
#[derive(Debug, Clone, Default)]
pub(crate) struct FieldNames {
    pub(crate) text: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) place: Option<String>,
    /// The place of all texts whose fields say none.
    pub(crate) place_of_all: Option<String>,
    /// Fields that are carried through.
    pub(crate) keep: Vec<String>,
}

impl FieldNames {
    pub(super) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or("text")
    }

    pub(super) fn id(&self) -> &str {
        self.id.as_deref().unwrap_or("id")
    }

    pub(super) fn date(&self) -> &str {
        self.date.as_deref().unwrap_or("date")
    }

    /// What is wrong with a table of these columns: zhengce wrote it; a column that the user named, or that
    /// of the text, is missing; or two columns have the name of one that is read.
    pub(super) fn missing(&self, columns: &[String]) -> Option<Wrong> {
        if self.text.is_none() && is_own(columns) {
            return Some(written_by_zhengce());
        }
        let text = std::iter::once((TEXT_FIELD, self.text()));
        let place = self.place.iter().map(|name| (PLACE_FIELD, name.as_str()));
        missing_of(text.chain(self.told()).chain(place), columns).or_else(|| self.twice(columns))
    }

    /// The fault where a field that is read heads two columns: neither may be dropped without a word.
    fn twice(&self, columns: &[String]) -> Option<Wrong> {
        let read = [self.text(), self.id(), self.date()].into_iter();
        let mut read = read.chain(self.keep.iter().chain(&self.place).map(String::as_str));
        let name = read.find(|name| columns.iter().filter(|has| has == name).nth(1).is_some())?;
        let what = tr!("two columns {name:?}", "有两列 {name:?}");
        Some(Wrong::new(what, tr!("give one of them another name", "请给其中一列改名")))
    }

    /// The options of a table of tasks that name fields, each with the name that the user gave.
    pub(super) fn told(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let id = self.id.iter().map(|name| (ID_FIELD, name));
        let date = self.date.iter().map(|name| (DATE_FIELD, name));
        let keep = self.keep.iter().map(|name| (KEEP, name));
        id.chain(date).chain(keep).map(|(option, name)| (option, name.as_str()))
    }
}

/// The fault where a table lacks one of these columns, for the first that it lacks; each comes with its
/// option.
pub(super) fn missing_of<'n>(
    mut named: impl Iterator<Item = (&'static str, &'n str)>,
    columns: &[String],
) -> Option<Wrong> {
    let (option, name) = named.find(|(_, name)| !columns.iter().any(|has| has == name))?;
    let what = tr!("no column {name:?}", "没有列 {name:?}");
    Some(Wrong::new(what, one_of(option, columns)))
}

/// The fault of an input that an earlier run wrote.
pub(super) fn written_by_zhengce() -> Wrong {
    Wrong::new(
        tr!("what zhengce wrote, no source", "由 zhengce 写出，不是原始文本"),
        tr!(
            "leave it out with --exclude, or name the field of the text with --text-field",
            "请用 --exclude 略过，或用 --text-field 指定文本字段"
        ),
    )
}

/// Whether these are columns of records, or of a ledger, that an earlier run wrote.
pub(super) fn is_own(columns: &[String]) -> bool {
    let has = |name: &str| columns.iter().any(|has| has == name || has == in_chinese(name));
    has("document_id") && has("source") && has("span_start") || has("entry_id") && has("mention_count")
}

/// The fault where the field of the text is missing, with the fields that there are.
pub(super) fn no_text(name: &str, has: &[String]) -> Wrong {
    Wrong::new(tr!("no field {name:?}", "没有字段 {name:?}"), one_of(TEXT_FIELD, has))
}

/// The advice that an option should name one of these.
fn one_of(option: &str, has: &[String]) -> String {
    let has = shown(has);
    tr!("name one of these with {option}: {has}", "请用 {option} 指定其中之一：{has}")
}

/// Names for a message; a cell that heads no column may be long.
fn shown(names: &[String]) -> String {
    if names.iter().all(String::is_empty) {
        return tr!("there are none", "一个也没有");
    }
    let names = names.join(", ");
    let mut line: String = names.chars().take(MAX_SHOWN_CHARS).collect();
    if line.len() < names.len() {
        line.push('…');
    }
    line
}

/// The fields of a row that matter; blank ids and dates count as missing.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) id: Option<String>,
    pub(super) date: Option<String>,
    pub(super) place: Option<String>,
    pub(super) kept: Vec<Option<String>>,
}

impl Row {
    /// The input of a row that stands at this line of this file.
    pub(super) fn input(self, names: &FieldNames, file: &str, line: usize) -> Result<Input, Fault> {
        let date = match self.date.filter(|date| !date.trim().is_empty()) {
            None => None,
            Some(given) => match Date::written(&given) {
                Some(date) => Some(date),
                None => return Err(no_date(&given, names.date()).at(file, line)),
            },
        };
        let id = self.id.filter(|id| !id.trim().is_empty());
        let source = id.unwrap_or_else(|| format!("{file}:{line}"));
        let warnings = encoding::warnings(&self.text);
        let place = self.place.map(|place| place.trim().to_owned()).filter(|place| !place.is_empty());
        let place = place.or_else(|| names.place_of_all.clone());
        Ok(Input { source, text: self.text, date, place, kept: self.kept, warnings, ..Input::default() })
    }
}

pub(super) fn no_date(given: &str, field: &str) -> Wrong {
    Wrong::new(
        tr!("in the field {field:?}: {given:?} is not a date", "字段 {field:?} 中的 {given:?} 不是日期"),
        tr!(
            "write 2022-01-08, 2022-01 or 2022, leave it empty, or name another with --date-field",
            "请写成 2022-01-08、2022-01 或 2022，或留空，或用 --date-field 指定别的字段"
        ),
    )
}
