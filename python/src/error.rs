//! Turns the library's errors into Python's exceptions, with the library's messages.

use std::io;

use pyo3::create_exception;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use zhengce::Error;

create_exception!(
    zhengce,
    RuleError,
    PyValueError,
    "A rule file is wrong: the message names file, line, what is wrong and how to mend it."
);

/// A missing rule file is a `FileNotFoundError`, a wrong one a `RuleError`, a wrong date a `ValueError`.
pub(crate) fn exception(error: &Error) -> PyErr {
    let message = error.to_string();
    match error {
        Error::ReadRules { cause, .. } => io::Error::new(cause.kind(), message).into(),
        Error::Rule { .. } => RuleError::new_err(message),
        Error::Date { .. } | Error::Document { .. } => PyValueError::new_err(message),
        _ => PyRuntimeError::new_err(message),
    }
}
