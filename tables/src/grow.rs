//! A table while it grows: rows go in, record batches come out.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, SchemaRef};

use crate::column::Cell;

/// Most rows of a batch, and most bytes of its text (apart from one row): Arrow counts them in 31 bits.
const MAX_ROWS: usize = 1 << 16;
const MAX_BYTES: usize = 64 << 20;

/// The rows of a table that were not taken yet.
pub(crate) struct Growing {
    schema: SchemaRef,
    columns: Vec<GrowingColumn>,
    rows: usize,
    bytes: usize,
    full: Vec<RecordBatch>,
}

impl Growing {
    pub(crate) fn new(schema: SchemaRef) -> Self {
        let columns = schema.fields().iter().map(|field| GrowingColumn::new(field.data_type())).collect();
        Growing { schema, columns, rows: 0, bytes: 0, full: Vec::new() }
    }

    pub(crate) fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// Adds a row, with a value for each column; values missing at the end are null.
    pub(crate) fn push<'a>(&mut self, row: impl Iterator<Item = Cell<'a>>) -> Result<(), ArrowError> {
        let row = row.chain(std::iter::repeat_with(|| Cell::Null));
        for (column, cell) in self.columns.iter_mut().zip(row) {
            self.bytes += column.push(cell);
        }
        self.rows += 1;
        if self.rows >= MAX_ROWS || self.bytes >= MAX_BYTES {
            self.fill()?;
        }
        Ok(())
    }

    /// The rows since the last call.
    pub(crate) fn take(&mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        if self.rows > 0 {
            self.fill()?;
        }
        Ok(std::mem::take(&mut self.full))
    }

    fn fill(&mut self) -> Result<(), ArrowError> {
        let columns = self.columns.iter_mut().map(GrowingColumn::finish).collect();
        (self.rows, self.bytes) = (0, 0);
        self.full.push(RecordBatch::try_new(Arc::clone(&self.schema), columns)?);
        Ok(())
    }
}

enum GrowingColumn {
    Text(StringBuilder),
    Integer(Int64Builder),
    Number(Float64Builder),
    Boolean(BooleanBuilder),
    Day(Date32Builder),
}

impl GrowingColumn {
    /// A column of one of the types that columns have.
    fn new(kind: &DataType) -> Self {
        match kind {
            DataType::Int64 => GrowingColumn::Integer(Int64Builder::new()),
            DataType::Float64 => GrowingColumn::Number(Float64Builder::new()),
            DataType::Boolean => GrowingColumn::Boolean(BooleanBuilder::new()),
            DataType::Date32 => GrowingColumn::Day(Date32Builder::new()),
            _ => GrowingColumn::Text(StringBuilder::new()),
        }
    }

    /// Appends a value, or null if it is of another type; returns how many bytes of text it takes.
    fn push(&mut self, cell: Cell) -> usize {
        match (&mut *self, cell) {
            (GrowingColumn::Text(column), Cell::Text(text)) => {
                column.append_value(&text);
                return text.len();
            }
            (GrowingColumn::Integer(column), Cell::Integer(number)) => column.append_value(number),
            (GrowingColumn::Number(column), Cell::Number(number)) => column.append_value(number),
            (GrowingColumn::Boolean(column), Cell::Boolean(holds)) => column.append_value(holds),
            (GrowingColumn::Day(column), Cell::Day(day)) => column.append_value(day),
            (column, _) => column.push_null(),
        }
        8
    }

    fn push_null(&mut self) {
        match self {
            GrowingColumn::Text(column) => column.append_null(),
            GrowingColumn::Integer(column) => column.append_null(),
            GrowingColumn::Number(column) => column.append_null(),
            GrowingColumn::Boolean(column) => column.append_null(),
            GrowingColumn::Day(column) => column.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            GrowingColumn::Text(column) => Arc::new(column.finish()),
            GrowingColumn::Integer(column) => Arc::new(column.finish()),
            GrowingColumn::Number(column) => Arc::new(column.finish()),
            GrowingColumn::Boolean(column) => Arc::new(column.finish()),
            GrowingColumn::Day(column) => Arc::new(column.finish()),
        }
    }
}
