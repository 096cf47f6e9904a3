//! Tables over many documents in one file: the first of them as CSV, or all as a workbook.

use std::env;
use std::io;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use zhengce_tables::Overview;

use super::{csv, xlsx};
use crate::lang::{self, Language, columns};

/// The first table as CSV. Its columns have the names for programs, whatever the language of messages.
pub(crate) fn csv(tables: &[Overview]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(table) = tables.first() {
        csv::write_header(&mut bytes, &table.schema)?;
        table.batches.iter().try_for_each(|batch| csv::write_rows(&mut bytes, batch))?;
    }
    Ok(bytes)
}

/// A workbook with a sheet for each table; where messages are Chinese, so are its headings and words.
pub(crate) fn workbook(tables: &[Overview]) -> io::Result<Vec<u8>> {
    let mut book = xlsx::Book::new(&env::temp_dir())?;
    for table in tables {
        let batches = table.batches.iter().cloned();
        match lang::spoken() {
            Language::En => book.push(table.name, &table.schema, batches.map(Ok))?,
            Language::Zh => book.push(
                columns::in_chinese(table.name),
                &schema_in_chinese(&table.schema),
                batches.map(|batch| batch_in_chinese(&batch)),
            )?,
        }
    }
    book.into_bytes()
}

fn schema_in_chinese(schema: &Schema) -> Schema {
    let fields = schema.fields().iter().map(|field| {
        Field::new(columns::in_chinese(field.name()), field.data_type().clone(), field.is_nullable())
    });
    Schema::new(fields.collect::<Vec<_>>())
}

fn batch_in_chinese(batch: &RecordBatch) -> io::Result<RecordBatch> {
    let fields = batch.schema();
    let values = fields.fields().iter().zip(batch.columns()).map(|(field, column)| {
        let told = columns::telling(field.name()).filter(|_| *column.data_type() == DataType::Utf8);
        let Some(told) = told else { return Arc::clone(column) };
        let values = column.as_string::<i32>().iter();
        Arc::new(StringArray::from_iter(values.map(|value| value.map(&told)))) as ArrayRef
    });
    let schema = Arc::new(schema_in_chinese(&fields));
    RecordBatch::try_new(schema, values.collect()).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_closed_sets_are_told_in_chinese_and_others_stay() {
        let column = |values: &[&str]| Arc::new(StringArray::from(values.to_vec())) as ArrayRef;
        let batch =
            RecordBatch::try_from_iter([("state", column(&["promised"])), ("name", column(&["promised"]))]);
        let chinese = batch_in_chinese(&batch.unwrap()).unwrap();
        assert_eq!(chinese.schema().field(0).name(), "状态");
        assert_eq!(chinese.column(0).as_string::<i32>().value(0), "已承诺");
        assert_eq!(chinese.column(1).as_string::<i32>().value(0), "promised");
    }
}
