//! Reads columns of texts into tables of records, batch by batch, without Python objects in between.

use std::collections::BTreeMap;
use std::ffi::CString;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch, RecordBatchReader};
use arrow_cast::cast;
use arrow_pyarrow::FromPyArrow;
use arrow_schema::{ArrowError, DataType, Schema};
use pyo3::exceptions::{PyTypeError, PyUserWarning, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use zhengce::{Date, Extractor, RecordKind};
use zhengce_tables::{About, Tables};

use crate::pool;
use crate::table::Table;

/// Most rows that are read before their tables are given out; it bounds the memory.
const MOST_ROWS: usize = 1024;

/// The columns of the data, by what they hold.
pub(crate) struct Columns {
    text: usize,
    id: Option<usize>,
    date: Option<usize>,
    kept: Vec<usize>,
}

/// The names of the columns, as the caller gives them.
pub(crate) struct ColumnNames {
    text: String,
    id: Option<String>,
    date: Option<String>,
    keep: Vec<String>,
}

/// Reads a stream of texts and gives out tables.
pub(crate) struct Reading {
    data: RecordBatchStreamReader,
    columns: Columns,
    tables: Tables,
    threads: usize,
    /// The unread rows of the last batch.
    rest: Option<RecordBatch>,
    /// Whether ids count within each document, so that they do not depend on what else is read.
    per_document: bool,
    undated: Undated,
}

/// What stood where a date should and was none: how often, and the first of it.
#[derive(Default)]
struct Undated {
    count: usize,
    first: Option<String>,
}

impl ColumnNames {
    pub(crate) fn new(text: &str, id: Option<&str>, date: Option<&str>, keep: Option<Vec<String>>) -> Self {
        ColumnNames {
            text: text.to_owned(),
            id: id.map(str::to_owned),
            date: date.map(str::to_owned),
            keep: keep.unwrap_or_default(),
        }
    }

    /// The indices of these columns. Data without a column `id` have no ids, unless a column of another name is asked for.
    fn find(&self, schema: &Schema) -> PyResult<Columns> {
        let id = self.id.as_ref().filter(|name| *name != "id" || schema.index_of(name).is_ok());
        let find = |parameter: &str, name: &String| {
            schema.index_of(name).map_err(|_| {
                let known: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
                let known = known.join(", ");
                PyValueError::new_err(format!("no column {name:?} for {parameter}; the data has {known}"))
            })
        };
        Ok(Columns {
            text: find("text", &self.text)?,
            id: id.map(|name| find("id", name)).transpose()?,
            date: self.date.as_ref().map(|name| find("date", name)).transpose()?,
            kept: self.keep.iter().map(|name| find("keep", name)).collect::<PyResult<_>>()?,
        })
    }
}

/// The columns of a batch as strings.
struct Texts {
    text: LargeStringArray,
    id: Option<LargeStringArray>,
    date: Option<LargeStringArray>,
    kept: Vec<LargeStringArray>,
}

impl Texts {
    fn of(batch: &RecordBatch, columns: &Columns) -> Result<Self, ArrowError> {
        let string = |index: &usize| strings(batch.column(*index));
        Ok(Texts {
            text: string(&columns.text)?,
            id: columns.id.as_ref().map(string).transpose()?,
            date: columns.date.as_ref().map(string).transpose()?,
            kept: columns.kept.iter().map(string).collect::<Result<_, _>>()?,
        })
    }

    /// A missing text is an empty one, so that every row of the data is a row of `documents`.
    fn text(&self, row: usize) -> &str {
        value(&self.text, row).unwrap_or_default()
    }

    /// The day of a date or of a moment. Anything else counts as missing, so that it does not affect the
    /// other rows.
    fn date(&self, row: usize) -> Option<Date> {
        Date::written(value(self.date.as_ref()?, row)?)
    }

    /// What stands where a date should and is none.
    fn undated(&self) -> impl Iterator<Item = &str> {
        let dates =
            self.date.iter().flat_map(|column| (0..column.len()).filter_map(|row| value(column, row)));
        dates.filter(|given| !given.trim().is_empty() && Date::written(given).is_none())
    }
}

/// A column of any type as strings; those that are strings already are not copied.
fn strings(column: &ArrayRef) -> Result<LargeStringArray, ArrowError> {
    Ok(cast(column, &DataType::LargeUtf8)?.as_string::<i64>().clone())
}

fn value(column: &LargeStringArray, row: usize) -> Option<&str> {
    (!column.is_null(row)).then(|| column.value(row))
}

impl Reading {
    pub(crate) fn new(
        data: &Bound<PyAny>,
        names: &ColumnNames,
        kinds: &[RecordKind],
        threads: usize,
        per_document: bool,
    ) -> PyResult<Self> {
        if !data.hasattr("__arrow_c_stream__")? {
            let class = data.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "{class} is not Arrow data; give a table of pyarrow, Polars, DuckDB or pandas 2.2 or later"
            )));
        }
        let data = RecordBatchStreamReader::from_pyarrow_bound(data)?;
        let columns = names.find(&data.schema())?;
        let tables = Tables::carrying(kinds, &names.keep);
        Ok(Reading { data, columns, tables, threads, rest: None, per_document, undated: Undated::default() })
    }

    /// The tables of the next rows, or `None` at the end.
    pub(crate) fn next(&mut self, extractor: &Extractor) -> Result<Option<Vec<Table>>, ArrowError> {
        let Some(batch) = self.next_rows()? else { return Ok(None) };
        let texts = Texts::of(&batch, &self.columns)?;
        for given in texts.undated() {
            self.undated.count += 1;
            self.undated.first.get_or_insert_with(|| given.to_owned());
        }
        let read = |row| {
            let mut extraction = extractor.extract_with_text(texts.text(row), texts.date(row).as_ref());
            extraction.place = extractor.place(&extraction);
            let place = extraction.place.as_deref();
            let division = place.and_then(|place| extractor.division(&extraction, place));
            (extraction, division)
        };
        let mut pushed = Ok(());
        pool::in_order(batch.num_rows(), self.threads, read, |row, (mut extraction, division)| {
            extraction.document.source = match &texts.id {
                Some(ids) => value(ids, row).map(str::to_owned),
                None => None,
            };
            let carried: Vec<_> =
                texts.kept.iter().map(|column| value(column, row).map(str::to_owned)).collect();
            let place = extraction.place.as_deref();
            let about = About { place, division, carried: &carried, ..About::default() };
            if self.per_document {
                self.tables.continue_after(Default::default());
            }
            if pushed.is_ok() {
                pushed = self.tables.push(&extraction, &about);
            }
        });
        pushed?;
        self.take().map(Some)
    }

    /// All tables, also those without rows, so that a user finds any table by its name.
    fn take(&mut self) -> Result<Vec<Table>, ArrowError> {
        let mut batches: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (table, batch) in self.tables.take()? {
            batches.entry(table).or_default().push(batch);
        }
        let tables = zhengce_tables::Table::ALL.iter().filter_map(|table| {
            let schema = self.tables.schema(*table)?;
            Some(Table::new(table.name(), schema, batches.remove(table).unwrap_or_default()))
        });
        Ok(tables.collect())
    }

    /// The next rows of the data, at most [`MOST_ROWS`].
    fn next_rows(&mut self) -> Result<Option<RecordBatch>, ArrowError> {
        let batch = match self.rest.take() {
            Some(rest) => rest,
            None => match self.data.next().transpose()? {
                Some(batch) => batch,
                None => return Ok(None),
            },
        };
        if batch.num_rows() > MOST_ROWS {
            self.rest = Some(batch.slice(MOST_ROWS, batch.num_rows() - MOST_ROWS));
        }
        Ok(Some(batch.slice(0, batch.num_rows().min(MOST_ROWS))))
    }
}

/// The tables of a stream of texts, some rows at a time.
#[pyclass(frozen, module = "zhengce")]
pub(crate) struct TableIterator {
    extractor: Arc<Extractor>,
    reading: Mutex<Reading>,
}

impl TableIterator {
    pub(crate) fn new(extractor: Arc<Extractor>, reading: Reading) -> Self {
        TableIterator { extractor, reading: Mutex::new(reading) }
    }

    /// The tables of all the rest, each in one piece.
    pub(crate) fn collect(self, py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
        let mut whole = self.lock().take().map_err(exception)?;
        while let Some(tables) = py.detach(|| self.lock().next(&self.extractor)).map_err(exception)? {
            whole.iter_mut().zip(tables).for_each(|(whole, more)| whole.append(more));
        }
        self.warn(py)?;
        by_name(py, whole)
    }

    /// Warns of what was no date since the last warning.
    fn warn(&self, py: Python) -> PyResult<()> {
        let Undated { count, first: Some(first) } = std::mem::take(&mut self.lock().undated) else {
            return Ok(());
        };
        let said = format!("{count} of the dates cannot be read and count as missing, the first: {first:?}");
        PyErr::warn(py, &py.get_type::<PyUserWarning>(), &CString::new(said)?, 1)
    }

    /// The state after an earlier panic may be used: a reading that failed is given up anyway.
    fn lock(&self) -> MutexGuard<'_, Reading> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl TableIterator {
    fn __iter__(slf: PyRef<Self>) -> PyRef<Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let tables = py.detach(|| self.lock().next(&self.extractor)).map_err(exception)?;
        self.warn(py)?;
        tables.map(|tables| by_name(py, tables)).transpose()
    }
}

/// Tables by their names, as Python has them.
fn by_name(py: Python<'_>, tables: Vec<Table>) -> PyResult<Bound<'_, PyDict>> {
    let dict = PyDict::new(py);
    for table in tables {
        dict.set_item(table.name(), table)?;
    }
    Ok(dict)
}

fn exception(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
