//! The JSON Schema of the feature `schema` says what a document, a ledger and targets look like.

#![cfg(feature = "schema")]

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;
use zhengce::{Document, Ledger, Targets};

#[test]
fn the_schema_has_the_keys_of_a_document() {
    let text = "副区长 刘奎志\n一、主要工作\n今年，加快清溪大桥等5个项目建设，完成投资3.18亿元。";
    has_the_keys_of_its_schema::<Document>(&zhengce::shared().unwrap().extract(text), "document");
}

#[test]
fn the_schema_has_the_keys_of_a_ledger_and_of_targets() {
    let extractor = zhengce::shared().unwrap();
    let text = "今年，开工建设清溪大桥，完成投资3.18亿元，12月底前建成。今年主要预期目标是：国内生产总值增长5%左右。";
    let extractions = [extractor.extract_with_text(text, Some(&"2024-02-03".parse().unwrap()))];
    let ledger = extractor.ledger(&extractions);
    let entry = &ledger.entries[0];
    assert!(!entry.history.is_empty() && !entry.figures.is_empty() && entry.deadline.is_some());
    assert_eq!(entry.mentions[0].speaker, None);
    has_the_keys_of_its_schema::<Ledger>(&ledger, "ledger");
    let targets = extractor.targets(&extractions);
    assert!(!targets.series[0].years[0].targets.is_empty());
    has_the_keys_of_its_schema::<Targets>(&targets, "targets");
}

fn has_the_keys_of_its_schema<T: JsonSchema + Serialize>(told: &T, at: &str) {
    let generator = SchemaSettings::default().for_serialize().into_generator();
    let schema = Value::from(generator.into_root_schema_for::<T>());
    compare(&schema, &schema, &serde_json::to_value(told).unwrap(), at);
}

/// The keys of every object are the properties of its schema, and all of them are required: a field
/// that is not known is null, never left out.
fn compare(root: &Value, schema: &Value, value: &Value, at: &str) {
    let schema = resolved(root, schema);
    match value {
        Value::Object(object) => {
            let properties = schema["properties"].as_object().unwrap();
            assert_eq!(sorted(properties.keys()), sorted(object.keys()), "{at}");
            let required = schema["required"].as_array().unwrap();
            assert_eq!(sorted(required.iter().flat_map(Value::as_str)), sorted(object.keys()), "{at}");
            for (key, value) in object {
                compare(root, &properties[key], value, &format!("{at}.{key}"));
            }
        }
        Value::Array(items) => {
            items.iter().for_each(|item| compare(root, &schema["items"], item, &format!("{at}[]")));
        }
        _ => {}
    }
}

/// The schema itself, after `$ref` and after "this or null".
fn resolved<'r>(root: &'r Value, schema: &'r Value) -> &'r Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#'));
        return resolved(root, target.unwrap_or_else(|| panic!("{reference} leads nowhere")));
    }
    match schema["anyOf"].as_array() {
        Some(options) => resolved(root, options.iter().find(|option| option["type"] != "null").unwrap()),
        None => schema,
    }
}

fn sorted<'k>(keys: impl Iterator<Item = impl AsRef<str> + 'k>) -> Vec<String> {
    let mut keys: Vec<String> = keys.map(|key| key.as_ref().to_owned()).collect();
    keys.sort();
    keys
}
