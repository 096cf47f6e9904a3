//! Tables as an Excel workbook: a sheet for each table, numbers as numbers, days as days.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Most rows of a sheet below its header; a longer table continues on another sheet.
const MAX_ROWS: u32 = 1_048_575;
/// Most UTF-16 units of a cell.
const MAX_UNITS: usize = 32_767;
/// The first day on which Excel counts as the calendar does, 1900-03-01, in days since 1970-01-01; and its
/// number in Excel.
const FIRST_DAY: i32 = -25_508;
const FIRST_SERIAL: i32 = 61;

/// A workbook that keeps no rows in memory.
pub(crate) struct Book {
    book: Workbook,
    header: Format,
    day: Format,
}

impl Book {
    /// `folder` is where the rows wait until the workbook is written.
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(wrong)?;
        // The time of writing would make two outputs of the same input differ.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(wrong)?;
        // The comment marks the workbook, so that it is never read as a text.
        let properties = DocProperties::new().set_creation_datetime(&created).set_comment("zhengce");
        book.set_properties(&properties);
        let header = Format::new().set_bold().set_background_color("DDE6EE");
        Ok(Book { book, header, day: Format::new().set_num_format("yyyy-mm-dd") })
    }

    /// Adds a table, on one sheet or on several if it is too long for one.
    pub(crate) fn push(
        &mut self,
        name: &str,
        schema: &Schema,
        batches: impl Iterator<Item = io::Result<RecordBatch>>,
    ) -> io::Result<()> {
        let Book { book, header, day } = self;
        let mut sheet = book.add_worksheet_with_constant_memory().map_err(wrong)?;
        open(sheet, name, schema, header)?;
        let (mut sheets, mut rows) = (1, 0);
        for batch in batches {
            let batch = batch?;
            for row in 0..batch.num_rows() {
                if rows == MAX_ROWS {
                    close(sheet, schema, rows)?;
                    sheets += 1;
                    sheet = book.add_worksheet_with_constant_memory().map_err(wrong)?;
                    open(sheet, &format!("{name}_{sheets}"), schema, header)?;
                    rows = 0;
                }
                rows += 1;
                for (column, at) in batch.columns().iter().zip(0..) {
                    write(sheet, (rows, at), column, row, day).map_err(wrong)?;
                }
            }
        }
        close(sheet, schema, rows)
    }

    /// The bytes of the workbook's file.
    pub(crate) fn into_bytes(mut self) -> io::Result<Vec<u8>> {
        self.book.save_to_buffer().map_err(wrong)
    }

    pub(crate) fn save(mut self, path: &Path) -> io::Result<()> {
        let file = File::create(path)?;
        self.book.save_to_writer(&file).map_err(wrong)?;
        file.sync_all()
    }
}

/// Writes the header of a sheet, which stays in sight.
fn open(sheet: &mut Worksheet, name: &str, schema: &Schema, header: &Format) -> io::Result<()> {
    let mut open = || -> Result<(), XlsxError> {
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (field, at) in schema.fields().iter().zip(0..) {
            sheet.set_column_width(at, width(field.name(), field.data_type()))?;
            sheet.write_string_with_format(0, at, field.name(), header)?;
        }
        Ok(())
    };
    open().map_err(wrong)
}

/// Puts filters over the whole table.
fn close(sheet: &mut Worksheet, schema: &Schema, rows: u32) -> io::Result<()> {
    let last = u16::try_from(schema.fields().len().saturating_sub(1)).unwrap_or_default();
    sheet.autofilter(0, 0, rows, last).map(drop).map_err(wrong)
}

fn width(name: &str, kind: &DataType) -> f64 {
    match (name, kind) {
        ("sentence" | "target_sentence" | "result_sentence" | "句子" | "目标句" | "结果句", _) => {
            60.0
        }
        ("text" | "source" | "title" | "headline" | "heading" | "posts" | "of" | "name" | "事项", _) => {
            26.0
        }
        (_, DataType::Utf8) => 16.0,
        _ => 12.0,
    }
}

fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: &dyn Array,
    index: usize,
    day: &Format,
) -> Result<(), XlsxError> {
    if column.is_null(index) {
        return Ok(());
    }
    match column.data_type() {
        DataType::Int64 => {
            sheet.write_number(row, at, column.as_primitive::<Int64Type>().value(index) as f64)?
        }
        DataType::Float64 => {
            sheet.write_number(row, at, column.as_primitive::<Float64Type>().value(index))?
        }
        DataType::Boolean => sheet.write_boolean(row, at, column.as_boolean().value(index))?,
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>();
            match days.value(index) {
                number if number >= FIRST_DAY => {
                    let serial = f64::from(number - FIRST_DAY + FIRST_SERIAL);
                    let date = ExcelDateTime::from_serial_datetime(serial)?;
                    sheet.write_datetime_with_format(row, at, date, day)?
                }
                _ => {
                    let text = days.value_as_date(index).map(|day| day.to_string()).unwrap_or_default();
                    sheet.write_string(row, at, text)?
                }
            }
        }
        DataType::Utf8 => sheet.write_string(row, at, fitting(column.as_string::<i32>().value(index)))?,
        _ => sheet,
    };
    Ok(())
}

/// The text, cut to what a cell holds.
fn fitting(text: &str) -> Cow<'_, str> {
    // A text never has fewer bytes than UTF-16 units.
    if text.len() <= MAX_UNITS {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, char)| {
        units += char.len_utf16();
        units >= MAX_UNITS
    });
    match end {
        Some((end, char)) if end + char.len_utf8() < text.len() => Cow::Owned(format!("{}…", &text[..end])),
        _ => Cow::Borrowed(text),
    }
}

fn wrong(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_what_a_cell_holds() {
        let fits = "甲".repeat(MAX_UNITS);
        assert_eq!(fitting(&fits), fits);
        let cut = fitting(&"甲".repeat(MAX_UNITS + 1)).into_owned();
        assert_eq!((cut.chars().count(), cut.ends_with('…')), (MAX_UNITS, true));
        let pairs = fitting(&"𠮷".repeat(MAX_UNITS)).into_owned();
        assert!(pairs.encode_utf16().count() <= MAX_UNITS);
    }
}
