//! Rows of a table as dictionaries, with the columns of the command's tables.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use zhengce_tables::{Column, ColumnType, Overview};

/// The day on which `datetime.date.toordinal` is 1970-01-01.
const EPOCH: i32 = 719_163;

/// The rows of the table of this name.
pub(crate) fn of<'py>(py: Python<'py>, tables: &[Overview], name: &str) -> PyResult<Bound<'py, PyList>> {
    let Some(table) = tables.iter().find(|table| table.name == name) else {
        let known: Vec<_> = tables.iter().map(|table| table.name).collect();
        return Err(PyValueError::new_err(format!(
            "{name:?} is not a table; there are {}",
            known.join(", ")
        )));
    };
    let rows = PyList::empty(py);
    for batch in &table.batches {
        append(&rows, &table.columns, batch)?;
    }
    Ok(rows)
}

fn append(rows: &Bound<PyList>, columns: &[Column], batch: &RecordBatch) -> PyResult<()> {
    let py = rows.py();
    let date = py.import("datetime")?.getattr("date")?;
    let names: Vec<_> = columns.iter().map(|column| PyString::new(py, column.name)).collect();
    for at in 0..batch.num_rows() {
        let row = PyDict::new(py);
        for ((name, column), values) in names.iter().zip(columns).zip(batch.columns()) {
            row.set_item(name, value(&date, column.kind, values, at)?)?;
        }
        rows.append(row)?;
    }
    Ok(())
}

fn value<'py>(
    date: &Bound<'py, PyAny>,
    kind: ColumnType,
    values: &dyn Array,
    at: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let py = date.py();
    if values.is_null(at) {
        return Ok(py.None().into_bound(py));
    }
    match kind {
        ColumnType::Text => values.as_string::<i32>().value(at).into_bound_py_any(py),
        ColumnType::Integer => values.as_primitive::<Int64Type>().value(at).into_bound_py_any(py),
        ColumnType::Number => values.as_primitive::<Float64Type>().value(at).into_bound_py_any(py),
        ColumnType::Boolean => values.as_boolean().value(at).into_bound_py_any(py),
        ColumnType::Day => {
            date.call_method1("fromordinal", (EPOCH + values.as_primitive::<Date32Type>().value(at),))
        }
    }
}
