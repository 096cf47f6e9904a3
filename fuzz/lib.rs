//! What the targets share.

use std::io::Write;

use zhengce::Document;

/// Every span of the document lies in the text, and stands for the characters that its record shows.
pub fn check(text: &str, document: &Document) {
    let characters: Vec<char> = text.chars().collect();
    let value = serde_json::to_value(document).expect("a document is JSON");
    check_value(&characters, &value);
    let back: Document = serde_json::from_value(value).expect("what was written is read");
    assert_eq!(&back, document);
}

fn check_value(characters: &[char], value: &serde_json::Value) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| check_value(characters, item)),
        serde_json::Value::Object(fields) => {
            if let (Some(text), Some(span)) = (fields.get("text").and_then(|text| text.as_str()), fields.get("span")) {
                let at = |end: &str| span[end].as_u64().expect("a span has two ends") as usize;
                let slice: String = characters[at("start")..at("end")].iter().collect();
                let bare = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
                assert_eq!(bare(text), bare(&slice));
            }
            fields.values().for_each(|field| check_value(characters, field));
        }
        _ => {}
    }
}

/// Reads the bytes as a file of this ending, as the command would.
pub fn read_file(ending: &str, bytes: &[u8]) {
    let mut file = tempfile::Builder::new().suffix(ending).tempfile().expect("a folder for temporary files");
    file.write_all(bytes).expect("room for a small file");
    zhengce_cli::read_file(file.path());
}
