//! Columns, and the values that stand in them.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_schema::{DataType, Field as ArrowField, Schema, SchemaRef};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::row::Row;

/// The type of the values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Arrow `Utf8`.
    Text,
    /// Arrow `Int64`.
    Integer,
    /// Arrow `Float64`.
    Number,
    /// Arrow `Boolean`.
    Boolean,
    /// Arrow `Date32`.
    Day,
}

impl ColumnType {
    /// The type as Arrow has it.
    pub fn arrow(self) -> DataType {
        match self {
            ColumnType::Text => DataType::Utf8,
            ColumnType::Integer => DataType::Int64,
            ColumnType::Number => DataType::Float64,
            ColumnType::Boolean => DataType::Boolean,
            ColumnType::Day => DataType::Date32,
        }
    }

    /// The name of the type in the documentation.
    pub fn name(self) -> &'static str {
        match self {
            ColumnType::Text => "text",
            ColumnType::Integer => "integer",
            ColumnType::Number => "number",
            ColumnType::Boolean => "true or false",
            ColumnType::Day => "date",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in every format.
    pub name: &'static str,
    /// What its values are.
    pub kind: ColumnType,
    /// Whether a row may lack a value.
    pub nullable: bool,
    /// What a value means, with its unit.
    pub meaning: &'static str,
}

/// The schema of these columns, with their meanings as metadata.
pub(crate) fn schema(columns: &[Column], carried: &[String]) -> SchemaRef {
    let known = columns.iter().map(|column| {
        let meaning = [("meaning".to_owned(), column.meaning.to_owned())];
        ArrowField::new(column.name, column.kind.arrow(), column.nullable).with_metadata(meaning)
    });
    let taken = |name: &str| columns.iter().any(|column| column.name == name);
    let carried = carried.iter().map(|name| match taken(name) {
        true => ArrowField::new(format!("{name}_2"), DataType::Utf8, true),
        false => ArrowField::new(name, DataType::Utf8, true),
    });
    Arc::new(Schema::new(known.chain(carried).collect::<Vec<_>>()))
}

/// A column, and how a record of type `R` fills it.
pub(crate) struct Field<R> {
    pub(crate) column: Column,
    pub(crate) value: for<'a> fn(&Row<'a, R>) -> Cell<'a>,
}

impl<R> Field<R> {
    /// A column that every row fills.
    pub(crate) fn new(
        name: &'static str,
        kind: ColumnType,
        meaning: &'static str,
        value: for<'a> fn(&Row<'a, R>) -> Cell<'a>,
    ) -> Self {
        Field { column: Column { name, kind, nullable: false, meaning }, value }
    }

    /// A column that a row may leave empty.
    pub(crate) fn optional(
        name: &'static str,
        kind: ColumnType,
        meaning: &'static str,
        value: for<'a> fn(&Row<'a, R>) -> Cell<'a>,
    ) -> Self {
        Field { column: Column { name, kind, nullable: true, meaning }, value }
    }
}

/// A value of a row.
#[derive(Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    /// Days since 1970-01-01.
    Day(i32),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Cell::Text(text)
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Cell::Integer(number)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Cell::Null, Cell::Integer)
    }
}

impl From<bool> for Cell<'_> {
    fn from(holds: bool) -> Self {
        Cell::Boolean(holds)
    }
}

impl From<Decimal> for Cell<'_> {
    /// The nearest float: its shortest form is the value itself, because the library gives no other values.
    fn from(value: Decimal) -> Self {
        value.to_f64().map_or(Cell::Null, Cell::Number)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Null, T::into)
    }
}
