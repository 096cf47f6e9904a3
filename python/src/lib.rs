//! The native half of the Python package `zhengce`: classes over the library's extractor and records.
//! It holds no rules: it takes Python's objects, calls `extract`, gives Python's objects.

#![forbid(unsafe_code)]

mod arrow;
mod attribute;
mod document;
mod error;
mod extractor;
mod many;
mod pool;
mod record;
mod rows;
mod survey;
mod table;

use pyo3::prelude::*;

#[pymodule]
mod _zhengce {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::arrow::TableIterator;
    #[pymodule_export]
    use crate::document::{Document, Speech};
    #[pymodule_export]
    use crate::error::RuleError;
    #[pymodule_export]
    use crate::extractor::{Extractor, shared};
    #[pymodule_export]
    use crate::many::DocumentIterator;
    #[pymodule_export]
    use crate::record::{
        Body, Citation, Figure, HeldPost, Match, Measure, Mention, Person, Place, Post, Project, Section,
        Span, Term, Time,
    };
    #[pymodule_export]
    use crate::survey::{Ledger, Targets, ledger};
    #[pymodule_export]
    use crate::table::Table;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("KINDS", crate::extractor::kinds(module.py())?)?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

/// What `pickle` asks for: a callable and its arguments.
type Pickled<'py, Arguments> = PyResult<(Bound<'py, PyAny>, Arguments)>;
