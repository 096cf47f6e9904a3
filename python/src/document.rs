//! An extracted text as Python classes; records are made when they are first asked for.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple, PyType};
use serde::de::DeserializeOwned;
use zhengce::{Extraction, RecordKind, Span};
use zhengce_pages::Language;

use crate::error::exception;
use crate::{Pickled, attribute, record};

/// All that was read from one text.
#[pyclass(frozen, eq, module = "zhengce")]
pub(crate) struct Document {
    inner: Arc<Extraction>,
    /// The text as it was given; `None` for a document read from JSON without it.
    text: Option<Py<PyString>>,
    speeches: PyOnceLock<Py<PyTuple>>,
}

/// The text under one byline, and the records found in it, each kind a tuple in text order.
#[pyclass(frozen, eq, module = "zhengce")]
pub(crate) struct Speech {
    extraction: Arc<Extraction>,
    index: usize,
    lists: [PyOnceLock<Py<PyTuple>>; RecordKind::ALL.len()],
}

impl Document {
    /// `text` is the text of the extraction as a Python string.
    pub(crate) fn new(extraction: Extraction, text: Option<Py<PyString>>) -> Self {
        Document { inner: Arc::new(extraction), text, speeches: PyOnceLock::new() }
    }

    /// The document that `to_json` wrote, with its text where that is at hand; `sentences` finds those of the text.
    fn read_back(
        py: Python,
        json: &str,
        text: Option<Py<PyString>>,
        sentences: impl FnOnce(&str) -> PyResult<Vec<Span>>,
    ) -> PyResult<Self> {
        let document: zhengce::Document = parsed(json)?;
        let Some(given) = &text else {
            return Ok(Document::new(document.into(), text));
        };
        let given = given.bind(py).to_cow()?.into_owned();
        let sentences = sentences(&given)?;
        let extraction = Extraction::new(document, given, sentences).map_err(|error| exception(&error))?;
        Ok(Document::new(extraction, text))
    }

    fn document(&self) -> &zhengce::Document {
        &self.inner.document
    }

    /// The extraction; an error if the document has no text.
    pub(crate) fn extraction(&self) -> PyResult<&Extraction> {
        match &self.text {
            Some(_) => Ok(&self.inner),
            None => Err(PyValueError::new_err("the document has no text: give it to Document.from_json")),
        }
    }
}

#[pymethods]
impl Document {
    /// Path or id of the text as it was given to `extract`, or `None`.
    #[getter]
    fn source(&self) -> Option<&str> {
        self.document().source.as_deref()
    }

    /// The text as it was given; `None` for a document read back from JSON.
    #[getter]
    fn text(&self, py: Python) -> Option<Py<PyString>> {
        self.text.as_ref().map(|text| text.clone_ref(py))
    }

    /// Title of the whole text, or `None`.
    #[getter]
    fn title(&self) -> Option<record::Mention> {
        self.document().title.as_ref().map(record::Mention::from)
    }

    /// ISO 8601 day, month or year on which the text was given or published, or `None`.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.document().date.as_deref()
    }

    /// The speeches in text order; a text without bylines is one speech.
    #[getter]
    fn speeches(&self, py: Python) -> PyResult<Py<PyTuple>> {
        let tuple = self.speeches.get_or_try_init(py, || {
            let speeches =
                (0..self.document().speeches.len()).map(|index| Speech::new(self.inner.clone(), index));
            PyTuple::new(py, speeches.collect::<Vec<_>>()).map(Bound::unbind)
        })?;
        Ok(tuple.clone_ref(py))
    }

    /// The sentences in text order; none for a document read back from JSON.
    #[getter]
    fn sentences(&self, py: Python) -> PyResult<Py<PyTuple>> {
        let sentences = self.inner.sentences.iter().map(record::Span::from);
        PyTuple::new(py, sentences.collect::<Vec<_>>()).map(Bound::unbind)
    }

    /// Every record as `(start, end, label)`, in text order: what spaCy's `char_span` and annotation tools
    /// take. Labels are the kinds' names: `people`, `figures`.
    #[pyo3(signature = (kinds=None))]
    fn spans(&self, kinds: Option<Vec<String>>) -> PyResult<Vec<(usize, usize, &'static str)>> {
        let kinds = crate::extractor::named_kinds(kinds)?;
        let mut spans = Vec::new();
        for speech in &self.document().speeches {
            for kind in &kinds {
                spans.extend(
                    spans_of(speech, *kind).into_iter().map(|(start, end)| (start, end, kind.name())),
                );
            }
        }
        spans.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        Ok(spans)
    }

    /// The document as it stands in JSON: dictionaries, lists, strings, numbers.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(pythonize::pythonize(py, self.document())?)
    }

    /// The document as JSON, as the command writes it. `indent=True` writes it over many lines.
    #[pyo3(signature = (*, indent=false))]
    fn to_json(&self, indent: bool) -> PyResult<String> {
        if indent {
            written(serde_json::to_string_pretty(self.document()))
        } else {
            written(serde_json::to_string(self.document()))
        }
    }

    /// The document that `to_json` wrote; its `text` is `None` unless you give it. `ledger`, `targets`, pages and tables
    /// need the text. Raises ValueError where it is not the text that the document was read from.
    #[classmethod]
    #[pyo3(signature = (json, text=None))]
    fn from_json(class: &Bound<PyType>, json: &str, text: Option<Py<PyString>>) -> PyResult<Self> {
        Document::read_back(class.py(), json, text, |text| {
            let extractor = zhengce::shared().map_err(|error| exception(&error))?;
            Ok(extractor.sentences(text))
        })
    }

    #[classmethod]
    fn _unpickle(
        class: &Bound<PyType>,
        json: &str,
        text: Option<Py<PyString>>,
        sentences: &str,
    ) -> PyResult<Self> {
        Document::read_back(class.py(), json, text, |_| parsed(sentences))
    }

    /// The document as a page of its own: its records coloured in the text and listed beside it.
    #[pyo3(signature = (*, lang="en"))]
    fn to_html(&self, lang: &str) -> PyResult<String> {
        let extraction = self.extraction()?;
        Ok(zhengce_pages::view(&extraction.document, &extraction.text, page_language(lang)?)?)
    }

    /// The page in a frame, for notebooks; `None` without the text, so that they show the repr.
    fn _repr_html_(&self) -> PyResult<Option<String>> {
        if self.text.is_none() {
            return Ok(None);
        }
        self.to_html("en").map(|page| Some(framed(&page)))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> Pickled<'py, (String, Option<Py<PyString>>, String)> {
        let (unpickle, document) = (slf.get_type().getattr("_unpickle")?, slf.get());
        let sentences = written(serde_json::to_string(&document.inner.sentences))?;
        Ok((unpickle, (document.to_json(false)?, document.text(slf.py()), sentences)))
    }

    fn __repr__(&self, py: Python) -> PyResult<String> {
        let mut parts = Vec::new();
        for (name, value) in [
            ("source", self.document().source.as_deref()),
            ("title", self.document().title.as_ref().map(|title| title.text.as_str())),
            ("date", self.document().date.as_deref()),
        ] {
            if let Some(value) = value {
                parts.push(format!("{name}={}", attribute::quoted(py, value)?));
            }
        }
        parts.push(format!("speeches={}", self.document().speeches.len()));
        parts.extend(counts(&self.document().speeches));
        Ok(format!("Document({})", parts.join(", ")))
    }
}

/// Defines the lists of a speech, an attribute for each, and what all of them share.
macro_rules! lists {
    ($($(#[$meta:meta])* $list:ident: $class:ident = $kind:ident,)+ { $($rest:tt)* }) => {
        #[pymethods]
        impl Speech {
            $(
                $(#[$meta])*
                #[getter]
                fn $list(&self, py: Python) -> PyResult<Py<PyTuple>> {
                    let list = self.lists[RecordKind::$kind as usize].get_or_try_init(py, || {
                        let records = self.speech().$list.iter().map(record::$class::from);
                        PyTuple::new(py, records.collect::<Vec<_>>()).map(Bound::unbind)
                    })?;
                    Ok(list.clone_ref(py))
                }
            )+

            $($rest)*
        }

        /// Start and end of every record of this kind.
        fn spans_of(speech: &zhengce::Speech, kind: RecordKind) -> Vec<(usize, usize)> {
            match kind {
                $(RecordKind::$kind => {
                    speech.$list.iter().map(|record| (record.span.start, record.span.end)).collect()
                })+
                _ => Vec::new(),
            }
        }
    };
}

lists! {
    /// Persons' names.
    people: Person = People,
    /// Titles as they stand in the text.
    posts: Post = Posts,
    /// Organisations.
    bodies: Body = Bodies,
    /// Named places.
    places: Place = Places,
    /// Named undertakings.
    projects: Project = Projects,
    /// Quantities.
    figures: Figure = Figures,
    /// Points, periods, durations and recurrences.
    times: Time = Times,
    /// Coined policy phrases.
    terms: Term = Terms,
    /// Named documents.
    citations: Citation = Citations,
    /// What is done or promised.
    measures: Measure = Measures,
    /// Hits of your own patterns.
    matches: Match = Matches,
    {
        /// Headline above the byline, or `None`.
        #[getter]
        fn headline(&self) -> Option<record::Mention> {
            self.speech().headline.as_ref().map(record::Mention::from)
        }

        /// Who speaks, or `None`; the same record stands in `people`.
        #[getter]
        fn speaker(&self) -> Option<record::Person> {
            self.speech().speaker.as_ref().map(record::Person::from)
        }

        /// The whole speech, headline and byline included.
        #[getter]
        fn span(&self) -> record::Span {
            record::Span::from(&self.speech().span)
        }

        /// Sections by their headings, in text order.
        #[getter]
        fn sections(&self, py: Python) -> PyResult<Py<PyTuple>> {
            let sections = self.speech().sections.iter().map(record::Section::from);
            PyTuple::new(py, sections.collect::<Vec<_>>()).map(Bound::unbind)
        }

        /// The speech as it stands in JSON: dictionaries, lists, strings, numbers.
        fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            Ok(pythonize::pythonize(py, self.speech())?)
        }

        fn __repr__(&self, py: Python) -> PyResult<String> {
            let speech = self.speech();
            let mut parts = vec![format!("{}:{}", speech.span.start, speech.span.end)];
            if let Some(headline) = &speech.headline {
                parts.push(format!("headline={}", attribute::quoted(py, &headline.text)?));
            }
            if let Some(speaker) = &speech.speaker {
                parts.push(format!("speaker={}", attribute::quoted(py, &speaker.text)?));
            }
            parts.extend(counts(std::slice::from_ref(speech)));
            Ok(format!("Speech({})", parts.join(", ")))
        }
    }
}

impl Speech {
    fn new(extraction: Arc<Extraction>, index: usize) -> Self {
        Speech { extraction, index, lists: std::array::from_fn(|_| PyOnceLock::new()) }
    }

    fn speech(&self) -> &zhengce::Speech {
        &self.extraction.document.speeches[self.index]
    }
}

/// A page in a frame of its own, for notebooks: nothing in it reaches the page around it.
pub(crate) fn framed(page: &str) -> String {
    let page = page.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        r#"<iframe sandbox="allow-scripts" style="width:100%;height:30em;border:0" srcdoc="{page}"></iframe>"#
    )
}

pub(crate) fn page_language(name: &str) -> PyResult<Language> {
    match name {
        "en" => Ok(Language::En),
        "zh" => Ok(Language::Zh),
        _ => Err(PyValueError::new_err(format!("{name:?} is not a language of pages; say en or zh"))),
    }
}

pub(crate) fn parsed<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json)
        .map_err(|error| PyValueError::new_err(format!("not the JSON that to_json writes: {error}")))
}

pub(crate) fn written(json: serde_json::Result<String>) -> PyResult<String> {
    json.map_err(|error| PyValueError::new_err(error.to_string()))
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.document() == other.document()
    }
}

impl PartialEq for Speech {
    fn eq(&self, other: &Self) -> bool {
        self.speech() == other.speech()
    }
}

/// How many records there are of each kind that occurs: `figures=17`.
fn counts(speeches: &[zhengce::Speech]) -> Vec<String> {
    let count =
        |kind: &RecordKind| speeches.iter().map(|speech| spans_of(speech, *kind).len()).sum::<usize>();
    let counted = RecordKind::ALL.iter().map(|kind| (kind.name(), count(kind)));
    counted.filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name}={count}")).collect()
}
