//! JSON: an array of objects, of which one field holds the text, as `zhengce` and others write them; else JSON lines.

use std::io::{BufRead, BufReader, Read};

use serde_json::Value;

use super::encoding::BYTE_ORDER_MARK;
use super::fault::Wrong;
use super::fields::FieldNames;
use super::file::{MAX_FILE, too_long};
use super::jsonl::{Lines, no_json, of_object, of_value};
use super::{Inputs, Unread, one};

/// The texts of a file.
pub(super) fn rows(source: String, from: impl Read + Send + 'static, fields: FieldNames) -> Inputs {
    let mut from = BufReader::new(from);
    let is_array = from.fill_buf().map(|head| {
        let head = head.strip_prefix(BYTE_ORDER_MARK.to_string().as_bytes()).unwrap_or(head);
        head.trim_ascii_start().starts_with(b"[")
    });
    match is_array {
        Ok(true) => array(source, from, fields),
        Ok(false) => Box::new(Lines::new(source, from, fields).map(Unread::ready)),
        Err(error) => one(Err(Wrong::of_read(&error).of(source))),
    }
}

/// The objects of an array, each with its number in place of a line.
fn array(source: String, from: impl Read, fields: FieldNames) -> Inputs {
    let mut text = String::new();
    let values: Result<Vec<Value>, Wrong> = match from.take(MAX_FILE + 1).read_to_string(&mut text) {
        Err(error) => Err(Wrong::of_read(&error)),
        Ok(_) if text.len() as u64 > MAX_FILE => Err(too_long()),
        Ok(_) => {
            serde_json::from_str(text.trim_start_matches(BYTE_ORDER_MARK)).map_err(|error| no_json(&error))
        }
    };
    match values {
        Err(wrong) => one(Err(wrong.of(source))),
        Ok(values) => Box::new(values.into_iter().enumerate().map(move |(at, value)| {
            let row = of_value(value).and_then(|object| of_object(object, &fields));
            Unread::ready(match row {
                Ok(row) => row.input(&fields, &source, at + 1),
                Err(wrong) => Err(wrong.at(&source, at + 1)),
            })
        })),
    }
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
    }

    #[test]
    fn what_is_wrong_is_told_by_its_number() {
        let wrong = |json| read(json).remove(0).unwrap_err();
        assert!(wrong("[1]").starts_with("a.json:1: a JSON number, not an object"));
        assert!(wrong("[{\"body\": \"甲\"}]").starts_with("a.json:1: no field \"text\""));
        assert!(wrong("[{\"text\": ").starts_with("a.json: no JSON: "));
    }
}
