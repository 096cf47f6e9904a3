//! The class `Extractor`.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};
use zhengce::{Date, RecordKind};

use crate::Pickled;
use crate::arrow::{ColumnNames, Reading, TableIterator};
use crate::document::Document;
use crate::error::exception;
use crate::many::{DocumentIterator, thread_count};
use crate::survey::{self, Asked, Documents, Ledger, Places, Targets};

/// Reads policy texts. Built once, immutable, shared by threads.
#[pyclass(frozen, module = "zhengce")]
#[derive(Debug)]
pub(crate) struct Extractor {
    pub(crate) inner: Arc<zhengce::Extractor>,
    /// For pickling.
    recipe: Recipe,
}

/// What an extractor is built from: rules as name and text, because the files may have moved; date; kinds.
type Recipe = (Vec<(String, String)>, Option<String>, Option<Vec<String>>);

/// A rule file's path, or several.
#[derive(FromPyObject)]
pub(crate) enum RuleFiles {
    One(PathBuf),
    Many(Vec<PathBuf>),
}

/// A date as a string, or as a `datetime.date`.
pub(crate) struct GivenDate(pub(crate) Date);

impl<'py> FromPyObject<'_, 'py> for GivenDate {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let given = match object.cast::<PyString>() {
            Ok(text) => text.to_string(),
            // The day of a date, a datetime or a pandas Timestamp.
            Err(_) if object.hasattr("strftime")? => {
                object.call_method1("strftime", ("%Y-%m-%d",))?.extract()?
            }
            Err(_) => {
                let class = object.get_type().name()?;
                let what = format!("a date is a string such as '2022-01-08' or a datetime.date, not {class}");
                return Err(PyTypeError::new_err(what));
            }
        };
        match Date::written(&given) {
            Some(date) => Ok(GivenDate(date)),
            None => given.parse().map(GivenDate).map_err(|error| exception(&error)),
        }
    }
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (*, rules=None, date=None, kinds=None))]
    fn new(
        py: Python,
        rules: Option<RuleFiles>,
        date: Option<GivenDate>,
        kinds: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let files = match rules {
            None => Vec::new(),
            Some(RuleFiles::One(file)) => vec![file],
            Some(RuleFiles::Many(files)) => files,
        };
        let read = |file: &PathBuf| match std::fs::read_to_string(file) {
            Ok(text) => Ok((file.display().to_string(), text)),
            Err(cause) => Err(exception(&zhengce::Error::ReadRules { file: file.clone(), cause })),
        };
        let rules = files.iter().map(read).collect::<PyResult<_>>()?;
        Self::build(py, rules, date.map(|date| date.0), kinds)
    }

    /// Reads one text. Never fails, whatever the text; the GIL is released meanwhile.
    #[pyo3(signature = (text, *, date=None, source=None))]
    fn extract(
        &self,
        text: Bound<PyString>,
        date: Option<GivenDate>,
        source: Option<String>,
    ) -> PyResult<Document> {
        let given = text.to_cow()?;
        let date = date.map(|date| date.0);
        let mut extraction = text.py().detach(|| self.inner.extract_with_text(given, date.as_ref()));
        extraction.document.source = source;
        Ok(Document::new(extraction, Some(text.unbind())))
    }

    /// Reads texts with several threads; an iterator of documents in the order of the texts.
    #[pyo3(signature = (texts, *, dates=None, sources=None, threads=None))]
    fn extract_many(
        &self,
        texts: &Bound<PyAny>,
        dates: Option<&Bound<PyAny>>,
        sources: Option<&Bound<PyAny>>,
        threads: Option<usize>,
    ) -> PyResult<DocumentIterator> {
        DocumentIterator::new(self.inner.clone(), texts, dates, sources, threads)
    }

    /// Reads a column of texts; the tables of all records by name, as the command writes them.
    ///
    /// A value in the column of dates that is no date counts as missing.
    #[pyo3(
        signature = (data, text="text", id=Some("id"), date=None, *, keep=None, threads=None),
        text_signature = "($self, data, text='text', id='id', date=None, *, keep=None, threads=None)"
    )]
    #[allow(clippy::too_many_arguments)] // Python's keywords.
    fn extract_arrow<'py>(
        &self,
        py: Python<'py>,
        data: &Bound<'py, PyAny>,
        text: &str,
        id: Option<&str>,
        date: Option<&str>,
        keep: Option<Vec<String>>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyDict>> {
        self.tables(data, ColumnNames::new(text, id, date, keep), threads, false)?.collect(py)
    }

    /// As `extract_arrow`, some rows at a time: an iterator of tables by name, for data beyond memory.
    ///
    /// Ids count on over the whole stream. With `ids_per_document` they count within each document, and
    /// together with `source` they name a row however the data is cut.
    #[pyo3(
        signature = (
            data, text="text", id=Some("id"), date=None, *, keep=None, threads=None, ids_per_document=false
        ),
        text_signature = "($self, data, text='text', id='id', date=None, *, keep=None, threads=None, \
                          ids_per_document=False)"
    )]
    #[allow(clippy::too_many_arguments)] // Python's keywords.
    fn extract_arrow_batches(
        &self,
        data: &Bound<PyAny>,
        text: &str,
        id: Option<&str>,
        date: Option<&str>,
        keep: Option<Vec<String>>,
        threads: Option<usize>,
        ids_per_document: bool,
    ) -> PyResult<TableIterator> {
        self.tables(data, ColumnNames::new(text, id, date, keep), threads, ids_per_document)
    }

    /// The ledger of these documents, which this extractor read. With `against`, an earlier ledger, each
    /// entry says how it moved since. `place` is the place that all documents speak for, or a list with that
    /// of each; `as_of` the day on which it is asked what is overdue.
    #[pyo3(signature = (documents, *, against=None, place=None, as_of=None))]
    fn ledger(
        &self,
        py: Python,
        documents: Documents,
        against: Option<Py<Ledger>>,
        place: Option<Places>,
        as_of: Option<GivenDate>,
    ) -> PyResult<Ledger> {
        survey::ledger_by(py, &self.inner, &documents.0, Asked { against, place, as_of })
    }

    /// Indicators by year over these documents, which this extractor read; rule files add indicators. `place`
    /// is that of all documents, or a list with that of each.
    #[pyo3(signature = (documents, *, place=None))]
    fn targets(&self, py: Python, documents: Documents, place: Option<Places>) -> PyResult<Targets> {
        survey::targets(py, &self.inner, &documents.0, place)
    }

    /// How a text is read: the tokens of each sentence, what each rule proposes, and which proposals stand.
    fn explain(&self, text: &str) -> String {
        self.inner.explain(text).to_string()
    }

    #[classmethod]
    fn _from_rule_texts(
        class: &Bound<PyType>,
        rules: Vec<(String, String)>,
        date: Option<String>,
        kinds: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let date = date.map(|date| date.parse()).transpose().map_err(|error| exception(&error))?;
        Self::build(class.py(), rules, date, kinds)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> Pickled<'py, Recipe> {
        let rebuild = slf.get_type().getattr("_from_rule_texts")?;
        Ok((rebuild, slf.get().recipe.clone()))
    }

    fn __repr__(&self, py: Python) -> PyResult<String> {
        let (rules, date, kinds) = &self.recipe;
        let mut parts = Vec::new();
        if !rules.is_empty() {
            let names: Vec<_> = rules.iter().map(|(name, _)| name).collect();
            parts.push(format!("rules={}", names.into_pyobject(py)?.repr()?));
        }
        if let Some(date) = date {
            parts.push(format!("date={}", crate::attribute::quoted(py, date)?));
        }
        if let Some(kinds) = kinds {
            parts.push(format!("kinds={}", kinds.into_pyobject(py)?.repr()?));
        }
        Ok(format!("Extractor({})", parts.join(", ")))
    }
}

impl Extractor {
    fn tables(
        &self,
        data: &Bound<PyAny>,
        names: ColumnNames,
        threads: Option<usize>,
        per_document: bool,
    ) -> PyResult<TableIterator> {
        let kinds = named_kinds(self.recipe.2.clone())?;
        let reading = Reading::new(data, &names, &kinds, thread_count(threads)?, per_document)?;
        Ok(TableIterator::new(self.inner.clone(), reading))
    }

    fn build(
        py: Python,
        rules: Vec<(String, String)>,
        date: Option<Date>,
        kinds: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let mut builder = rules.iter().fold(zhengce::Extractor::builder(), |builder, (name, text)| {
            builder.rule_text(name.clone(), text.clone())
        });
        if let Some(date) = &date {
            builder = builder.date(date.clone());
        }
        if let Some(kinds) = &kinds {
            builder = builder.kinds(named_kinds(Some(kinds.clone()))?);
        }
        let inner = py.detach(|| builder.build()).map_err(|error| exception(&error))?;
        Ok(Extractor { inner: Arc::new(inner), recipe: (rules, date.map(String::from), kinds) })
    }
}

/// The extractor that the program shares: built at the first call, the same at every later one.
#[pyfunction]
pub(crate) fn shared(py: Python) -> PyResult<Py<Extractor>> {
    static SHARED: PyOnceLock<Py<Extractor>> = PyOnceLock::new();
    let built = || Py::new(py, Extractor::build(py, Vec::new(), None, None)?);
    Ok(SHARED.get_or_try_init(py, built)?.clone_ref(py))
}

/// The kinds with these names; without names, all kinds.
pub(crate) fn named_kinds(names: Option<Vec<String>>) -> PyResult<Vec<RecordKind>> {
    let Some(names) = names else { return Ok(RecordKind::ALL.to_vec()) };
    let kind = |name: String| {
        RecordKind::from_name(&name).ok_or_else(|| {
            let known: Vec<_> = RecordKind::ALL.iter().map(|kind| kind.name()).collect();
            PyValueError::new_err(format!("{name:?} is not a kind of record; there are {}", known.join(", ")))
        })
    };
    names.into_iter().map(kind).collect()
}

/// The names of all kinds of records.
pub(crate) fn kinds(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, RecordKind::ALL.iter().map(|kind| kind.name()))
}
