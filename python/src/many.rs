//! Reads many texts with several threads; gives documents in the order of the texts, as they are asked for.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use zhengce::{Date, Extraction, Extractor};

use crate::document::Document;
use crate::extractor::GivenDate;

/// How many texts are read or wait for each thread: enough that no thread is idle while Python works.
const AHEAD: usize = 4;

/// The documents of an iterable of texts, in its order.
#[pyclass(module = "zhengce")]
pub(crate) struct DocumentIterator {
    texts: Py<PyIterator>,
    dates: Option<Py<PyIterator>>,
    sources: Option<Py<PyIterator>>,
    jobs: Sender<Job>,
    /// Texts that are being read, in order.
    pending: VecDeque<Pending>,
    most_pending: usize,
    /// Set once the texts have ended, or have broken off with this error.
    end: Option<Option<PyErr>>,
}

struct Job {
    text: String,
    date: Option<Date>,
    done: Sender<Extraction>,
}

struct Pending {
    text: Py<PyString>,
    source: Option<String>,
    done: Receiver<Extraction>,
}

impl DocumentIterator {
    pub(crate) fn new(
        extractor: Arc<Extractor>,
        texts: &Bound<PyAny>,
        dates: Option<&Bound<PyAny>>,
        sources: Option<&Bound<PyAny>>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        if texts.is_instance_of::<PyString>() {
            return Err(PyValueError::new_err("texts is one string; give a list of texts, or call extract"));
        }
        let threads = thread_count(threads)?;
        let iterator = |items: &Bound<PyAny>| PyResult::Ok(items.try_iter()?.unbind());
        let (jobs, taken) = crossbeam_channel::unbounded::<Job>();
        for _ in 0..threads {
            let (extractor, taken) = (extractor.clone(), taken.clone());
            // The threads end when the iterator is dropped, and the jobs with it.
            thread::spawn(move || {
                for job in taken {
                    // Nobody waits any more when the iterator was dropped half-way.
                    let read = extractor.extract_with_text(job.text, job.date.as_ref());
                    let _ = job.done.send(read);
                }
            });
        }
        Ok(DocumentIterator {
            texts: iterator(texts)?,
            dates: dates.map(iterator).transpose()?,
            sources: sources.map(iterator).transpose()?,
            jobs,
            pending: VecDeque::new(),
            most_pending: threads.saturating_mul(AHEAD),
            end: None,
        })
    }

    /// Takes texts until enough are being read.
    fn take(&mut self, py: Python) {
        while self.end.is_none() && self.pending.len() < self.most_pending {
            match self.take_one(py) {
                Ok(true) => {}
                Ok(false) => self.end = Some(None),
                Err(error) => self.end = Some(Some(error)),
            }
        }
    }

    /// Takes the next text; false at the end.
    fn take_one(&mut self, py: Python) -> PyResult<bool> {
        let Some(text) = self.texts.bind(py).clone().next().transpose()? else { return Ok(false) };
        let text = text.cast_into::<PyString>()?;
        let date: Option<GivenDate> = beside(py, self.dates.as_ref(), "dates")?;
        let source: Option<Source> = beside(py, self.sources.as_ref(), "sources")?;
        let (done, waits) = crossbeam_channel::bounded(1);
        let job = Job { text: text.to_cow()?.into_owned(), date: date.map(|date| date.0), done };
        self.jobs.send(job).map_err(|_| PyRuntimeError::new_err("the threads that read have ended"))?;
        let source = source.map(|source| source.0);
        self.pending.push_back(Pending { text: text.unbind(), source, done: waits });
        Ok(true)
    }
}

#[pymethods]
impl DocumentIterator {
    fn __iter__(slf: PyRef<Self>) -> PyRef<Self> {
        slf
    }

    fn __next__(&mut self, py: Python) -> PyResult<Option<Document>> {
        self.take(py);
        let Some(next) = self.pending.pop_front() else {
            // An error is raised once, where its text would have stood.
            return match self.end.replace(None).flatten() {
                Some(error) => Err(error),
                None => Ok(None),
            };
        };
        let read = py.detach(move || {
            let document = next.done.recv();
            (document, next.text, next.source)
        });
        let (Ok(mut extraction), text, source) = read else {
            return Err(PyRuntimeError::new_err("a thread that read has ended"));
        };
        extraction.document.source = source;
        Ok(Some(Document::new(extraction, Some(text))))
    }
}

/// The id of a text: a string, or a number, as in tables.
struct Source(String);

impl<'py> FromPyObject<'_, 'py> for Source {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Source(object.str()?.to_string()))
    }
}

/// The item that belongs to the text, if it is not missing; an iterable that is too short is an error.
fn beside<T>(py: Python, items: Option<&Py<PyIterator>>, name: &str) -> PyResult<Option<T>>
where
    T: for<'a, 'py> FromPyObject<'a, 'py, Error = PyErr>,
{
    let Some(items) = items else { return Ok(None) };
    let Some(item) = items.bind(py).clone().next().transpose()? else {
        return Err(PyValueError::new_err(format!("{name} has fewer items than texts")));
    };
    // None, or a value that does not equal itself: the NaN and NaT of data frames.
    if item.is_none() || item.ne(&item)? { Ok(None) } else { item.extract().map(Some) }
}

/// The number of threads that was asked for, otherwise that of the cores.
pub(crate) fn thread_count(asked: Option<usize>) -> PyResult<usize> {
    match asked {
        Some(0) => Err(PyValueError::new_err("threads must be at least 1")),
        Some(asked) => Ok(asked),
        None => Ok(thread::available_parallelism().map_or(1, NonZeroUsize::get)),
    }
}
