//! JSON: an object with a field that holds the text, or an array of such objects, as `zhengce` and others
//! write them. A file whose first line is an object by itself holds JSON lines.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use serde_json::{Map, Value};

use super::encoding::BYTE_ORDER_MARK;
use super::fault::Wrong;
use super::fields::{FieldNames, written_by_zhengce};
use super::file;
use super::jsonl::{Lines, MAX_LINE, no_json, of_object, of_value};
use super::{Inputs, Unread, one};

/// Fields of the objects that zhengce wrote: a document, a ledger, targets.
const OWN_FIELDS: [&str; 3] = ["speeches", "entries", "series"];

/// The texts of a file.
pub(super) fn rows(source: String, from: impl Read + Send + 'static, fields: FieldNames) -> Inputs {
    let mut from = BufReader::new(from);
    let (head, line) = match head(&mut from) {
        Ok(head) => head,
        Err(error) => return one(Err(Wrong::of_read(&error).of(source))),
    };
    let is_lines = serde_json::from_str::<Map<String, Value>>(unmarked(&line)).is_ok();
    let from = Cursor::new(head).chain(from);
    if is_lines {
        return Box::new(Lines::new(source, from, fields).map(Unread::ready));
    }
    match values(from, &fields) {
        Ok(values) => of_values(values, source, fields),
        Err(wrong) => one(Err(wrong.of(source))),
    }
}

/// The file up to the end of its first line that is not blank, and that line, up to the longest that a line
/// may be.
fn head(from: &mut impl BufRead) -> io::Result<(Vec<u8>, String)> {
    let mut head = Vec::new();
    loop {
        let start = head.len();
        let read = from.by_ref().take(MAX_LINE).read_until(b'\n', &mut head)?;
        let line = String::from_utf8_lossy(&head[start..]);
        if read == 0 || !unmarked(&line).trim().is_empty() {
            let line = line.into_owned();
            return Ok((head, line));
        }
    }
}

fn unmarked(text: &str) -> &str {
    text.trim_start_matches(BYTE_ORDER_MARK)
}

/// The values of the array in a file, or the only value of the file.
fn values(from: impl Read, fields: &FieldNames) -> Result<Vec<Value>, Wrong> {
    let bytes = file::read(from)?;
    let text = String::from_utf8_lossy(&bytes);
    let values = match serde_json::from_str(unmarked(&text)).map_err(|error| no_json(&error))? {
        Value::Array(values) => values,
        value => vec![value],
    };
    let is_own = |value: &Value| OWN_FIELDS.iter().any(|name| value.get(name).is_some_and(Value::is_array));
    if fields.text.is_none() && values.first().is_some_and(is_own) {
        Err(written_by_zhengce())
    } else {
        Ok(values)
    }
}

/// The texts of these values; the number of a value takes the place of a line.
fn of_values(values: Vec<Value>, source: String, fields: FieldNames) -> Inputs {
    Box::new(values.into_iter().enumerate().map(move |(at, value)| {
        let row = of_value(value).and_then(|object| of_object(object, &fields));
        Unread::ready(match row {
            Ok(row) => row.input(&fields, &source, at + 1),
            Err(wrong) => Err(wrong.at(&source, at + 1)),
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &'static str) -> Vec<Result<(String, String), String>> {
        let inputs = rows("a.json".to_owned(), json.as_bytes(), FieldNames::default());
        let read = inputs.map(|unread| unread.worked(|input| (input.source, input.text)));
        read.map(|read| read.map_err(|fault| fault.to_string())).collect()
    }

    #[test]
    fn an_array_holds_an_object_for_each_text() {
        let named = |source: &str, text: &str| Ok((source.to_owned(), text.to_owned()));
        let two = [named("甲", "一"), named("a.json:2", "二")];
        assert_eq!(read(" [\n{\"id\": \"甲\", \"text\": \"一\"},\n{\"text\": \"二\"}\n]"), two);
        assert_eq!(read("{\"id\": \"甲\", \"text\": \"一\"}\n{\"text\": \"二\"}\n"), two);
        assert_eq!(read("[]"), []);
        assert_eq!(read("{\n  \"id\": \"甲\",\n  \"text\": \"一\"\n}\n"), two[..1]);
        assert_eq!(read("\u{FEFF}\n\n{\"id\": \"甲\", \"text\": \"一\"}\n{\"text\": 5}\n").len(), 2);
    }

    #[test]
    fn what_is_wrong_is_told_by_its_number() {
        let wrong = |json| read(json).remove(0).unwrap_err();
        assert!(wrong("[1]").starts_with("a.json:1: a JSON number, not an object"));
        assert!(wrong("[{\"body\": \"甲\"}]").starts_with("a.json:1: no field \"text\""));
        assert!(wrong("[{\"text\": ").starts_with("a.json: not JSON: "));
        assert!(wrong("").starts_with("a.json: not JSON: "));
        assert!(wrong("[\n1,\n]").contains("at line 3 column 1"));
    }

    #[test]
    fn what_zhengce_wrote_is_one_fault() {
        for json in
            ["[{\"speeches\": []}, {\"speeches\": []}]", "{\n\"entries\": [\n{}\n]\n}", "{\n\"series\": []}"]
        {
            let read = read(json);
            assert!(matches!(&read[..], [Err(wrong)] if wrong.contains("zhengce wrote")), "{read:?}");
        }
    }
}
