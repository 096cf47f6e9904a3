//! What is read over many documents: the ledger, and targets by year.

use std::borrow::Cow;
use std::iter;

use arrow_schema::ArrowError;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyType};
use zhengce::Extraction;

use crate::document::{Document, framed, page_language, parsed, written};
use crate::error::exception;
use crate::extractor::GivenDate;
use crate::rows;

/// Projects and promises of many documents (台账): an entry each, with its history and every mention.
#[pyclass(frozen, eq, module = "zhengce")]
#[derive(PartialEq)]
pub(crate) struct Ledger(zhengce::Ledger);

/// Indicators by year: what was aimed at, and what was reported later.
#[pyclass(frozen, eq, module = "zhengce")]
#[derive(PartialEq)]
pub(crate) struct Targets(zhengce::Targets);

/// One place that all documents speak for, or the place of each.
#[derive(FromPyObject)]
pub(crate) enum Places {
    OfAll(String),
    OfEach(Vec<Option<String>>),
}

/// The options of a ledger.
pub(crate) struct Asked {
    /// An earlier ledger, to say what has moved since.
    pub(crate) against: Option<Py<Ledger>>,
    pub(crate) place: Option<Places>,
    /// The day for which it is asked what is overdue.
    pub(crate) as_of: Option<GivenDate>,
}

/// Documents of any iterable: a list, or the iterator that `extract_many` gives.
pub(crate) struct Documents(pub(crate) Vec<Py<Document>>);

impl<'py> FromPyObject<'_, 'py> for Documents {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let documents = object.try_iter()?.map(|document| Ok(document?.cast_into::<Document>()?.unbind()));
        documents.collect::<PyResult<_>>().map(Documents)
    }
}

/// The ledger of these documents, which the shared extractor read. With `against`, an earlier ledger, each
/// entry says how it moved since. `place` is the place that all documents speak for, or a list with that of
/// each; `as_of` the day on which it is asked what is overdue.
#[pyfunction]
#[pyo3(signature = (documents, *, against=None, place=None, as_of=None))]
pub(crate) fn ledger(
    py: Python,
    documents: Documents,
    against: Option<Py<Ledger>>,
    place: Option<Places>,
    as_of: Option<GivenDate>,
) -> PyResult<Ledger> {
    let extractor = zhengce::shared().map_err(|error| exception(&error))?;
    ledger_by(py, extractor, &documents.0, Asked { against, place, as_of })
}

/// The ledger of documents that this extractor read.
pub(crate) fn ledger_by(
    py: Python,
    extractor: &zhengce::Extractor,
    documents: &[Py<Document>],
    asked: Asked,
) -> PyResult<Ledger> {
    let Asked { against, place, as_of } = asked;
    let ledger = with_extractions(py, documents, place, |extractions| {
        let ledger = extractor.ledger(extractions);
        match &against {
            Some(earlier) => ledger.against(&earlier.get().0),
            None => ledger,
        }
    })?;
    Ok(Ledger(match as_of {
        Some(GivenDate(day)) => ledger.as_of(day),
        None => ledger,
    }))
}

/// The targets and results in these documents, with the indicators that the extractor knows.
pub(crate) fn targets(
    py: Python,
    extractor: &zhengce::Extractor,
    documents: &[Py<Document>],
    place: Option<Places>,
) -> PyResult<Targets> {
    with_extractions(py, documents, place, |extractions| Targets(extractor.targets(extractions)))
}

/// Does `work` with the extractions of the documents, without the GIL.
fn with_extractions<T: Send>(
    py: Python,
    documents: &[Py<Document>],
    place: Option<Places>,
    work: impl FnOnce(Vec<&Extraction>) -> T + Send,
) -> PyResult<T> {
    let extractions = documents.iter().map(|document| document.get().extraction());
    let extractions = extractions.collect::<PyResult<Vec<_>>>()?;
    let places = place.map(|place| place.of(documents.len())).transpose()?.unwrap_or_default();
    Ok(py.detach(|| {
        let places = places.into_iter().chain(iter::repeat(None));
        let placed = extractions.into_iter().zip(places).map(|(read, place)| match place {
            Some(place) => {
                let mut read = read.clone();
                read.place = Some(place);
                Cow::Owned(read)
            }
            None => Cow::Borrowed(read),
        });
        let placed: Vec<Cow<Extraction>> = placed.collect();
        work(placed.iter().map(|read| &**read).collect())
    }))
}

impl Places {
    /// The place of each document; an error if there are not as many places as documents.
    fn of(self, documents: usize) -> PyResult<Vec<Option<String>>> {
        match self {
            Places::OfAll(place) => Ok(vec![Some(place); documents]),
            Places::OfEach(places) if places.len() == documents => Ok(places),
            Places::OfEach(places) => Err(PyValueError::new_err(format!(
                "{} places for {documents} documents; give one for each, or one string for all",
                places.len()
            ))),
        }
    }
}

#[pymethods]
impl Ledger {
    /// A dictionary an entry, with the columns of the command's CSV, for a data frame:
    /// `pandas.DataFrame(ledger.to_rows())`. `table="ledger_steps"` and `"ledger_mentions"` give the other
    /// sheets of its workbook.
    #[pyo3(signature = (table="ledger"))]
    fn to_rows<'py>(&self, py: Python<'py>, table: &str) -> PyResult<Bound<'py, PyList>> {
        rows::of(py, &zhengce_tables::of_ledger(&self.0).map_err(told)?, table)
    }

    /// The ledger as it stands in JSON: dictionaries, lists, strings, numbers.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize::pythonize(py, &self.0)?)
    }

    /// The ledger as JSON, as the command writes it.
    fn to_json(&self) -> PyResult<String> {
        written(serde_json::to_string(&self.0))
    }

    /// The ledger that `to_json` or `zhengce ledger -o ledger.json` wrote.
    #[classmethod]
    fn from_json(_: &Bound<PyType>, json: &str) -> PyResult<Self> {
        parsed(json).map(Ledger)
    }

    /// The ledger as a page of its own: a board, a timeline, every entry with its sentences.
    #[pyo3(signature = (*, lang="en"))]
    fn to_html(&self, lang: &str) -> PyResult<String> {
        Ok(zhengce_pages::ledger(&self.0, page_language(lang)?)?)
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(framed(&self.to_html("en")?))
    }

    /// The number of entries.
    fn __len__(&self) -> usize {
        self.0.entries.len()
    }

    fn __repr__(&self) -> String {
        format!("Ledger({} entries)", self.0.entries.len())
    }
}

#[pymethods]
impl Targets {
    /// A dictionary an indicator and year, target beside result, for a data frame:
    /// `pandas.DataFrame(targets.to_rows())`. `table="target_claims"` gives a dictionary a figure, with the
    /// columns of the command's CSV.
    #[pyo3(signature = (table="target_years"))]
    fn to_rows<'py>(&self, py: Python<'py>, table: &str) -> PyResult<Bound<'py, PyList>> {
        rows::of(py, &zhengce_tables::of_targets(&self.0).map_err(told)?, table)
    }

    /// The targets as they stand in JSON: dictionaries, lists, strings, numbers.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize::pythonize(py, &self.0)?)
    }

    /// The targets as a page of its own: charts and tables, every figure with its sentence.
    #[pyo3(signature = (*, lang="en"))]
    fn to_html(&self, lang: &str) -> PyResult<String> {
        Ok(zhengce_pages::targets(&self.0, page_language(lang)?)?)
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(framed(&self.to_html("en")?))
    }

    /// The number of series: an indicator of a place.
    fn __len__(&self) -> usize {
        self.0.series.len()
    }

    fn __repr__(&self) -> String {
        format!("Targets({} series)", self.0.series.len())
    }
}

fn told(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
