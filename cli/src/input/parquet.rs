//! Parquet: a text a row, by column name.

use std::fs::File;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row as Record};
use parquet::schema::types::Type;

use super::Input;
use super::fault::{Fault, Wrong};
use super::fields::{FieldNames, Row};

/// The texts of a table, a page of each column that is read in memory at a time.
pub(super) struct Rows {
    source: String,
    rows: RowIter<'static>,
    fields: FieldNames,
    row: usize,
    ended: bool,
}

impl Rows {
    pub(super) fn open(source: String, file: File, fields: FieldNames) -> Result<Self, Fault> {
        let opened = SerializedFileReader::new(file).map_err(wrong).and_then(|reader| {
            let columns = reader.metadata().file_metadata().schema().get_fields().to_vec();
            let names: Vec<String> = columns.iter().map(|column| column.name().to_owned()).collect();
            if let Some(missing) = fields.missing(&names) {
                return Err(missing);
            }
            let wanted = [fields.text(), fields.id(), fields.date()];
            let read = columns.into_iter().filter(|column| wanted.contains(&column.name())).collect();
            let schema = Type::group_type_builder("schema").with_fields(read).build().map_err(wrong)?;
            RowIter::from_file_into(Box::new(reader)).project(Some(schema)).map_err(wrong)
        });
        match opened {
            Ok(rows) => Ok(Rows { source, rows, fields, row: 0, ended: false }),
            Err(wrong) => Err(wrong.of(source)),
        }
    }

    fn input(&self, record: &Record) -> Result<Input, Fault> {
        let mut row = Row::default();
        for (name, value) in record.get_column_iter() {
            if name == self.fields.text() {
                match value {
                    Field::Str(text) => row.text = text.clone(),
                    other => return Err(no_text(name, other).at(&self.source, self.row)),
                }
            }
            if name == self.fields.id() {
                row.id = plain(value);
            }
            if name == self.fields.date() {
                row.date = plain(value);
            }
        }
        row.input(&self.fields, &self.source, self.row)
    }
}

impl Iterator for Rows {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let record = self.rows.next()?;
        self.row += 1;
        Some(match record {
            Ok(record) => self.input(&record),
            Err(error) => {
                self.ended = true;
                Err(wrong(error).at(&self.source, self.row))
            }
        })
    }
}

/// A value as text; null is none.
fn plain(value: &Field) -> Option<String> {
    match value {
        Field::Null => None,
        Field::Str(text) => Some(text.clone()),
        // Times come as "2022-01-08 00:00:00 +00:00".
        other => Some(other.to_string()),
    }
}

fn no_text(name: &str, value: &Field) -> Wrong {
    let what = match value {
        Field::Null => format!("the column {name:?} is empty"),
        _ => format!("the column {name:?} holds no text"),
    };
    Wrong::new(what, "name the column of the text with --text-field, or leave such rows out")
}

fn wrong(error: ParquetError) -> Wrong {
    Wrong::new(format!("no Parquet file that can be read: {error}"), "write it anew, or save it as CSV")
}
