//! What is read over many documents: the ledger, and targets by year.

use pyo3::prelude::*;
use pyo3::types::PyType;
use serde::Serialize;
use zhengce::{Bound as Bounding, Claim, Extraction};

use crate::document::{Document, framed, page_language, parsed, written};
use crate::error::exception;

/// Projects and promises of many documents (台账): an entry each, with its history and every mention.
#[pyclass(frozen, eq, module = "zhengce")]
#[derive(PartialEq)]
pub(crate) struct Ledger(zhengce::Ledger);

/// Indicators by year: what was aimed at, and what was reported later.
#[pyclass(frozen, eq, module = "zhengce")]
#[derive(PartialEq)]
pub(crate) struct Targets(zhengce::Targets);

/// An entry of the ledger as a row of a table.
#[derive(Serialize)]
struct LedgerRow<'l> {
    kind: zhengce::EntryKind,
    name: &'l str,
    place: Option<&'l str>,
    responsible: Option<&'l str>,
    state: zhengce::State,
    stage: Option<zhengce::Stage>,
    silent_since: Option<&'l str>,
    deadline: Option<&'l str>,
    deadline_iso: Option<&'l str>,
    first_date: Option<&'l str>,
    last_date: Option<&'l str>,
    mention_count: usize,
    moved: Option<zhengce::Move>,
    sentence: Option<&'l str>,
}

/// An indicator in a year as a row of a table; of several claims the first.
#[derive(Serialize)]
struct TargetRow<'t> {
    place: Option<&'t str>,
    indicator: &'t str,
    aspect: zhengce::Aspect,
    year: &'t str,
    unit: Option<&'t str>,
    target: Option<f64>,
    target_upper: Option<f64>,
    target_bound: Option<Bounding>,
    target_sentence: Option<&'t str>,
    result: Option<f64>,
    result_sentence: Option<&'t str>,
}

/// The ledger of these documents, which the shared extractor read. With `against`, an earlier ledger, each entry says how it moved since.
#[pyfunction]
#[pyo3(signature = (documents, *, against=None))]
pub(crate) fn ledger(
    py: Python,
    documents: Vec<Py<Document>>,
    against: Option<Py<Ledger>>,
) -> PyResult<Ledger> {
    let extractor = zhengce::shared().map_err(|error| exception(&error))?;
    ledger_by(py, extractor, &documents, against)
}

/// The ledger of documents that this extractor read.
pub(crate) fn ledger_by(
    py: Python,
    extractor: &zhengce::Extractor,
    documents: &[Py<Document>],
    against: Option<Py<Ledger>>,
) -> PyResult<Ledger> {
    with_extractions(py, documents, |extractions| {
        let ledger = extractor.ledger(extractions);
        Ledger(match &against {
            Some(earlier) => ledger.against(&earlier.get().0),
            None => ledger,
        })
    })
}

/// The targets and results of these documents, with the indicators that the extractor knows.
pub(crate) fn targets(
    py: Python,
    extractor: &zhengce::Extractor,
    documents: &[Py<Document>],
) -> PyResult<Targets> {
    with_extractions(py, documents, |extractions| Targets(extractor.targets(extractions)))
}

/// Does `work` with what the documents were read from, without the GIL.
fn with_extractions<T: Send>(
    py: Python,
    documents: &[Py<Document>],
    work: impl FnOnce(Vec<&Extraction>) -> T + Send,
) -> PyResult<T> {
    let documents = documents.iter().map(|document| document.get().extraction());
    let extractions = documents.collect::<PyResult<Vec<_>>>()?;
    Ok(py.detach(|| work(extractions)))
}

#[pymethods]
impl Ledger {
    /// A dictionary an entry, for a data frame: `pandas.DataFrame(ledger.to_rows())`.
    fn to_rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dates = |entry: &'_ zhengce::Entry| {
            let mut dates: Vec<_> =
                entry.mentions.iter().filter_map(|mention| mention.date.clone()).collect();
            dates.sort();
            dates
        };
        let dated: Vec<_> = self.0.entries.iter().map(|entry| (entry, dates(entry))).collect();
        let rows = dated.iter().map(|(entry, dates)| LedgerRow {
            kind: entry.kind,
            name: &entry.name,
            place: entry.place.as_deref(),
            responsible: entry.responsible.as_deref(),
            state: entry.state,
            stage: entry.history.last().and_then(|step| step.stage),
            silent_since: entry.silent_since.as_deref(),
            deadline: entry.deadline.as_ref().map(|deadline| deadline.text.as_str()),
            deadline_iso: entry.deadline.as_ref().and_then(|deadline| deadline.iso.as_deref()),
            first_date: dates.first().map(String::as_str),
            last_date: dates.last().map(String::as_str),
            mention_count: entry.mentions.len(),
            moved: entry.moved,
            sentence: entry.mentions.last().map(|mention| mention.sentence.as_str()),
        });
        Ok(pythonize::pythonize(py, &rows.collect::<Vec<_>>())?)
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
    /// A dictionary an indicator and year, for a data frame: `pandas.DataFrame(targets.to_rows())`.
    fn to_rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows = self.0.series.iter().flat_map(|series| {
            series.years.iter().map(|year| {
                let (target, result) = (year.targets.first(), year.results.first());
                let unit = target.or(result).and_then(|claim| claim.unit.as_deref());
                TargetRow {
                    place: series.place.as_deref(),
                    indicator: &series.indicator,
                    aspect: series.aspect,
                    year: &year.year,
                    unit,
                    target: target.and_then(value),
                    target_upper: target.and_then(|claim| claim.upper?.try_into().ok()),
                    target_bound: target.map(|claim| claim.bound),
                    target_sentence: target.map(|claim| claim.evidence.sentence.as_str()),
                    result: result.and_then(value),
                    result_sentence: result.map(|claim| claim.evidence.sentence.as_str()),
                }
            })
        });
        Ok(pythonize::pythonize(py, &rows.collect::<Vec<_>>())?)
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

fn value(claim: &Claim) -> Option<f64> {
    claim.value?.try_into().ok()
}
