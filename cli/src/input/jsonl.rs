//! JSON lines: one object in each line, with a field that holds the text.

use std::io::{self, BufRead, BufReader, Read};

use serde_json::{Map, Value};

use super::Input;
use super::encoding::BYTE_ORDER_MARK;
use super::fault::{Fault, Wrong};
use super::fields::{FieldNames, Row, no_text};
use crate::lang::tr;

/// Longest line, in bytes; a longer one would fill the memory.
pub(super) const MAX_LINE: u64 = 16 << 20;

/// The texts of a file of JSON lines, with one line in memory at a time. Blank lines are skipped.
pub(super) struct Lines<R> {
    source: String,
    from: BufReader<R>,
    fields: FieldNames,
    line: usize,
    failed: bool,
}

impl<R: Read> Lines<R> {
    /// Reads UTF-8; what is not UTF-8 is U+FFFD already.
    pub(super) fn new(source: String, from: R, fields: FieldNames) -> Self {
        Lines { source, from: BufReader::new(from), fields, line: 0, failed: false }
    }

    fn input(&self, bytes: &[u8]) -> Option<Result<Input, Fault>> {
        let line = String::from_utf8_lossy(bytes);
        let line = line.trim_start_matches(BYTE_ORDER_MARK).trim();
        if line.is_empty() {
            return None;
        }
        Some(match row(line, &self.fields) {
            Ok(row) => row.input(&self.fields, &self.source, self.line),
            Err(wrong) => Err(wrong.at(&self.source, self.line)),
        })
    }

    /// Reads the next line into `bytes`; `None` at the end. A line that is too long is skipped, with an
    /// error.
    fn read_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<Option<Result<(), Wrong>>> {
        bytes.clear();
        if self.from.by_ref().take(MAX_LINE).read_until(b'\n', bytes)? == 0 {
            return Ok(None);
        }
        self.line += 1;
        if (bytes.len() as u64) < MAX_LINE || bytes.ends_with(b"\n") {
            return Ok(Some(Ok(())));
        }
        bytes.clear();
        self.from.skip_until(b'\n')?;
        let most = MAX_LINE >> 20;
        Ok(Some(Err(Wrong::new(
            tr!("a line longer than {most} MiB", "一行超过 {most} MiB"),
            tr!(
                "write one object a line, and cut its text into documents",
                "请一行写一个对象，并把文本拆成多篇"
            ),
        ))))
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        while !self.failed {
            match self.read_line(&mut bytes) {
                Ok(None) => return None,
                Ok(Some(Err(wrong))) => return Some(Err(wrong.at(&self.source, self.line))),
                Ok(Some(Ok(()))) => {
                    let input = self.input(&bytes);
                    if input.is_some() {
                        return input;
                    }
                }
                Err(error) => {
                    self.failed = true;
                    return Some(Err(Wrong::of_read(&error).of(&self.source)));
                }
            }
        }
        None
    }
}

fn row(line: &str, fields: &FieldNames) -> Result<Row, Wrong> {
    of_object(object(line)?, fields)
}

/// The fields of an object that matter.
pub(super) fn of_object(mut object: Map<String, Value>, fields: &FieldNames) -> Result<Row, Wrong> {
    let kept = |name: &String| object.get(name).filter(|value| !value.is_null()).map(written);
    Ok(Row {
        kept: fields.keep.iter().map(kept).collect(),
        text: text(&mut object, fields.text())?,
        id: object.get(fields.id()).and_then(plain),
        place: fields.place.as_ref().and_then(|name| object.get(name)).and_then(plain),
        date: object.get(fields.date()).filter(|date| !date.is_null()).map(written),
    })
}

fn object(line: &str) -> Result<Map<String, Value>, Wrong> {
    match serde_json::from_str(line) {
        Ok(value) => of_value(value),
        Err(error) => Err(no_json(&error)),
    }
}

/// The value as an object; an error for other values.
pub(super) fn of_value(value: Value) -> Result<Map<String, Value>, Wrong> {
    match value {
        Value::Object(object) => Ok(object),
        other => {
            let kind = type_name(&other);
            Err(Wrong::new(tr!("a JSON {kind}, not an object", "是 JSON {kind}，不是对象"), one_a_line()))
        }
    }
}

pub(crate) fn no_json(error: &serde_json::Error) -> Wrong {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    let (line, column) = (error.line(), error.column());
    let what = match line {
        0 | 1 => tr!("not JSON: {what} at column {column}", "不是 JSON：第 {column} 列 {what}"),
        _ => {
            tr!(
                "not JSON: {what} at line {line} column {column}",
                "不是 JSON：第 {line} 行第 {column} 列 {what}"
            )
        }
    };
    Wrong::new(what, one_a_line())
}

fn one_a_line() -> String {
    tr!("write one JSON object a line", "请一行写一个 JSON 对象")
}

fn text(object: &mut Map<String, Value>, name: &str) -> Result<String, Wrong> {
    match object.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => {
            let kind = type_name(&other);
            Err(Wrong::new(
                tr!(
                    "the field {name:?} holds a JSON {kind}, not a text",
                    "字段 {name:?} 是 JSON {kind}，不是文本"
                ),
                tr!("name the field of the text with --text-field", "请用 --text-field 指定文本字段"),
            ))
        }
        None => Err(no_text(name, &object.keys().cloned().collect::<Vec<_>>())),
    }
}

/// A string, or a number as written.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The value of a field as it is written.
fn written(value: &Value) -> String {
    plain(value).unwrap_or_else(|| value.to_string())
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[u8]) -> Vec<Result<Input, String>> {
        let lines = Lines::new("a.jsonl".to_owned(), lines, FieldNames::default());
        lines.map(|input| input.map_err(|fault| fault.to_string())).collect()
    }

    fn input(source: &str, text: &str, date: Option<&str>) -> Result<Input, String> {
        Ok(Input {
            source: source.to_owned(),
            text: text.to_owned(),
            date: date.map(|date| date.parse().unwrap()),
            ..Input::default()
        })
    }

    #[test]
    fn ids_are_strings_or_numbers_or_the_line() {
        let lines = "\u{FEFF}{\"id\": \"甲\", \"text\": \"一\"}\r\n\n{\"id\": 7, \"text\": \"二\"}\n{\"text\": \"三\"}";
        let expected = [input("甲", "一", None), input("7", "二", None), input("a.jsonl:4", "三", None)];
        assert_eq!(read(lines.as_bytes()), expected);
    }

    #[test]
    fn dates_are_days_months_years_or_nothing() {
        for (given, expected) in
            [("null", None), ("\"\"", None), ("\"1986-03\"", Some("1986-03")), ("1986", Some("1986"))]
        {
            let line = format!("{{\"id\": \"a\", \"date\": {given}, \"text\": \"一\"}}");
            assert_eq!(read(line.as_bytes()), [input("a", "一", expected)], "{given}");
        }
    }

    #[test]
    fn a_wrong_line_is_named_and_the_next_is_read() {
        let cases: [(&[u8], &str); 7] = [
            (b"{\"text\": ", "a.jsonl:1: not JSON: EOF while parsing a value at column 8;"),
            (b"[1]", "a.jsonl:1: a JSON array, not an object;"),
            (
                b"{\"body\": \"a\", \"url\": 1}",
                "a.jsonl:1: no field \"text\"; name one of these with --text-field: body, url",
            ),
            (b"{\"text\": null}", "a.jsonl:1: the field \"text\" holds a JSON null, not a text;"),
            (b"{\"text\": \"\\ud800\"}", "a.jsonl:1: not JSON: "),
            (
                b"{\"text\": \"a\", \"date\": \"2022-13\"}",
                "a.jsonl:1: in the field \"date\": \"2022-13\" is not a date; write 2022-01-08,",
            ),
            (
                b"{\"text\": \"a\", \"date\": [2022]}",
                "a.jsonl:1: in the field \"date\": \"[2022]\" is not a date;",
            ),
        ];
        for (line, expected) in cases {
            let lines = [line, b"\n{\"text\": \"ok\"}\n"].concat();
            let read = read(&lines);
            let error = read[0].as_ref().unwrap_err();
            assert!(error.starts_with(expected), "{error}");
            assert_eq!(read[1..], [input("a.jsonl:2", "ok", None)]);
        }
    }

    #[test]
    fn a_line_without_end_is_skipped_and_the_next_is_read() {
        let long = std::io::repeat(b'x').take(MAX_LINE + 10).chain(&b"\n{\"text\": \"ok\"}\n"[..]);
        let mut lines = Lines::new("a.jsonl".to_owned(), long, FieldNames::default());
        let fault = lines.next().unwrap().unwrap_err();
        assert!(fault.to_string().starts_with("a.jsonl:1: a line longer than 16 MiB; "), "{fault}");
        assert_eq!(lines.next().unwrap().unwrap().source, "a.jsonl:2");
    }

    #[test]
    fn lost_characters_are_a_warning_of_their_line() {
        let read = read("{\"text\": \"a\u{FFFD}\"}".as_bytes());
        assert_eq!(read[0].as_ref().unwrap().warnings.len(), 1);
    }
}
