//! A table as CSV that Excel decodes correctly and that cannot run anything.

use std::borrow::Cow;
use std::io::{self, Write};

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};
use csv::{Terminator, WriterBuilder};

/// Without it, Excel reads the system's old encoding.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Characters that make a formula of a text in Excel, WPS and LibreOffice.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes the first line.
pub(crate) fn write_header(to: &mut impl Write, schema: &Schema) -> io::Result<()> {
    to.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    rows.write_record(schema.fields().iter().map(|field| harmless(field.name()).into_owned()))?;
    rows.flush()
}

/// Writes the rows of a batch; null is an empty cell.
pub(crate) fn write_rows(to: &mut impl Write, batch: &RecordBatch) -> io::Result<()> {
    let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
    for row in 0..batch.num_rows() {
        for column in batch.columns() {
            rows.write_field(cell(column, row).as_bytes())?;
        }
        rows.write_record(None::<&[u8]>)?;
    }
    rows.flush()
}

/// A value as CSV writes it.
fn cell(column: &dyn Array, row: usize) -> Cow<'_, str> {
    if column.is_null(row) {
        return Cow::Borrowed("");
    }
    match column.data_type() {
        DataType::Int64 => Cow::Owned(column.as_primitive::<Int64Type>().value(row).to_string()),
        DataType::Float64 => Cow::Owned(column.as_primitive::<Float64Type>().value(row).to_string()),
        DataType::Boolean if column.as_boolean().value(row) => Cow::Borrowed("true"),
        DataType::Boolean => Cow::Borrowed("false"),
        DataType::Date32 => {
            let day = column.as_primitive::<Date32Type>().value_as_date(row);
            Cow::Owned(day.map(|day| day.to_string()).unwrap_or_default())
        }
        DataType::Utf8 => harmless(column.as_string::<i32>().value(row)),
        _ => Cow::Borrowed(""),
    }
}

/// The text, changed so that no spreadsheet takes it for a formula.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{BooleanArray, Date32Array, Float64Array, StringArray};

    use super::*;

    #[test]
    fn numbers_stay_numbers_and_texts_run_no_formula() {
        let columns: Vec<(&str, Arc<dyn Array>)> = vec![
            ("a", Arc::new(StringArray::from(vec![Some("=1+1"), None, Some("甲,\"乙\"\n丙")]))),
            ("b", Arc::new(Float64Array::from(vec![Some(-3.5), Some(3.18e8), None]))),
            ("c", Arc::new(BooleanArray::from(vec![true, false, true]))),
            ("d", Arc::new(Date32Array::from(vec![Some(0), Some(-1), None]))),
        ];
        let batch = RecordBatch::try_from_iter_with_nullable(
            columns.into_iter().map(|(name, column)| (name, column, true)),
        )
        .unwrap();
        let mut written = Vec::new();
        write_header(&mut written, &batch.schema()).unwrap();
        write_rows(&mut written, &batch).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            "\u{FEFF}a,b,c,d\r\n'=1+1,-3.5,true,1970-01-01\r\n,318000000,false,1969-12-31\r\n\
             \"甲,\"\"乙\"\"\n丙\",,true,\r\n"
        );
    }
}
