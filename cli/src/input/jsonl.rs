//! JSON lines: one object a line, of which one field holds the text.

use std::io::BufRead;

use serde_json::{Map, Value};
use zhengce::Extractor;

use super::text::{BYTE_ORDER_MARK, ENCODING_REMEDY};
use super::{Fault, Input};
use crate::args::FieldNames;

/// The texts of a file of JSON lines, one line in memory at a time. Blank lines are none.
pub(super) struct Lines<R> {
    source: String,
    from: R,
    fields: FieldNames,
    line: usize,
    /// Bytes before the line.
    offset: usize,
    failed: bool,
}

/// What is wrong with a line, and what to do.
struct Wrong {
    what: String,
    remedy: String,
}

impl Wrong {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Wrong { what: what.into(), remedy: remedy.into() }
    }
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(source: String, from: R, fields: FieldNames) -> Self {
        Lines { source, from, fields, line: 0, offset: 0, failed: false }
    }

    fn input(&self, bytes: &[u8]) -> Option<Result<Input, Fault>> {
        let line = match std::str::from_utf8(bytes) {
            Ok(line) => line.trim_start_matches(BYTE_ORDER_MARK).trim(),
            Err(error) => {
                let at = self.offset + error.valid_up_to();
                let what = format!("not UTF-8 at byte {at} of the file, counted from 0");
                return Some(Err(self.fault(Wrong::new(what, ENCODING_REMEDY))));
            }
        };
        (!line.is_empty()).then(|| self.read(line).map_err(|wrong| self.fault(wrong)))
    }

    fn fault(&self, wrong: Wrong) -> Fault {
        let Wrong { what, remedy } = wrong;
        Fault { source: self.source.clone(), line: Some(self.line), what, remedy }
    }

    fn read(&self, line: &str) -> Result<Input, Wrong> {
        let mut object = object(line)?;
        let text = text(&mut object, &self.fields.text)?;
        let date = date(&object, &self.fields.date)?;
        let id = object.get(&self.fields.id).and_then(plain);
        let source = id.unwrap_or_else(|| format!("{}:{}", self.source, self.line));
        Ok(Input { source, text, date })
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        while !self.failed {
            bytes.clear();
            match self.from.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => self.line += 1,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(Fault::of_read(self.source.clone(), &error)));
                }
            }
            let input = self.input(&bytes);
            self.offset += bytes.len();
            if input.is_some() {
                return input;
            }
        }
        None
    }
}

fn object(line: &str) -> Result<Map<String, Value>, Wrong> {
    let remedy = "write one JSON object a line";
    match serde_json::from_str(line) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => Err(Wrong::new(format!("a JSON {}, not an object", type_name(&other)), remedy)),
        Err(error) => {
            let message = error.to_string();
            let what = message.split(" at line ").next().unwrap_or_default();
            Err(Wrong::new(format!("no JSON: {what} at column {}", error.column()), remedy))
        }
    }
}

fn text(object: &mut Map<String, Value>, name: &str) -> Result<String, Wrong> {
    match object.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => {
            let what = format!("the field {name:?} holds a JSON {}, not a text", type_name(&other));
            Err(Wrong::new(what, "name the field of the text with --text-field"))
        }
        None => {
            let names: Vec<&str> = object.keys().map(String::as_str).collect();
            let remedy =
                format!("name the field of the text with --text-field; the line has {}", names.join(", "));
            Err(Wrong::new(format!("no field {name:?}"), remedy))
        }
    }
}

/// The date of a line; a field that is not there, null or blank says nothing.
fn date(object: &Map<String, Value>, name: &str) -> Result<Option<String>, Wrong> {
    let given = match object.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => plain(value).unwrap_or_else(|| value.to_string()),
    };
    if given.trim().is_empty() {
        return Ok(None);
    }
    Extractor::valid_date(&given)
        .map(Some)
        .map_err(|error| Wrong::new(format!("in the field {name:?}: {error}"), "or null"))
}

/// A string, or a number as written.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
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
        let fields = FieldNames { text: "text".to_owned(), id: "id".to_owned(), date: "date".to_owned() };
        let lines = Lines::new("a.jsonl".to_owned(), lines, fields);
        lines.map(|input| input.map_err(|fault| fault.to_string())).collect()
    }

    fn input(source: &str, text: &str, date: Option<&str>) -> Result<Input, String> {
        Ok(Input { source: source.to_owned(), text: text.to_owned(), date: date.map(str::to_owned) })
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
        let cases: [(&[u8], &str); 8] = [
            (b"{\"text\": ", "a.jsonl:1: no JSON: EOF while parsing a value at column 8;"),
            (b"[1]", "a.jsonl:1: a JSON array, not an object;"),
            (
                b"{\"body\": \"a\", \"url\": 1}",
                "a.jsonl:1: no field \"text\"; name the field of the text with --text-field; the line has body, url",
            ),
            (b"{\"text\": null}", "a.jsonl:1: the field \"text\" holds a JSON null, not a text;"),
            (b"{\"text\": \"\\ud800\"}", "a.jsonl:1: no JSON: "),
            (b"{\"text\": \"\xBD\xF1\"}", "a.jsonl:1: not UTF-8 at byte 10 of the file"),
            (
                b"{\"text\": \"a\", \"date\": \"2022-13\"}",
                "a.jsonl:1: in the field \"date\": \"2022-13\" is no date; write 2022-01-08,",
            ),
            (
                b"{\"text\": \"a\", \"date\": [2022]}",
                "a.jsonl:1: in the field \"date\": \"[2022]\" is no date;",
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
    fn bytes_count_from_the_start_of_the_file() {
        let read = read(b"{\"text\": \"a\"}\n\xFF\n");
        assert!(read[1].as_ref().unwrap_err().starts_with("a.jsonl:2: not UTF-8 at byte 14 "));
    }
}
