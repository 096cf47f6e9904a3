//! The Python values of attributes of records, and how they read in a repr.

use std::borrow::Cow;
use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::PyString;
use rust_decimal::Decimal;

/// The Python value of an attribute.
pub(crate) trait Attribute {
    type Python;
    fn python(&self) -> Self::Python;
}

/// The text of an attribute in a repr; `None` where it has no value.
pub(crate) trait Readable {
    fn readable(&self, py: Python) -> PyResult<Option<String>>;
}

macro_rules! plain_attributes {
    ($($type:ty),+) => { $(
        impl Attribute for $type {
            type Python = $type;
            fn python(&self) -> $type { self.clone() }
        }
    )+ };
}
plain_attributes!(String, Cow<'static, str>, bool, usize, Decimal);

impl<T: Attribute> Attribute for Option<T> {
    type Python = Option<T::Python>;
    fn python(&self) -> Self::Python {
        self.as_ref().map(T::python)
    }
}

impl<T: Attribute> Attribute for Vec<T> {
    type Python = Vec<T::Python>;
    fn python(&self) -> Self::Python {
        self.iter().map(T::python).collect()
    }
}

impl<T: Attribute> Attribute for BTreeMap<String, T> {
    type Python = BTreeMap<String, T::Python>;
    fn python(&self) -> Self::Python {
        self.iter().map(|(name, value)| (name.clone(), value.python())).collect()
    }
}

impl Readable for String {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        quoted(py, self).map(Some)
    }
}

impl Readable for bool {
    fn readable(&self, _: Python) -> PyResult<Option<String>> {
        Ok(self.then(|| "True".to_owned()))
    }
}

impl Readable for usize {
    fn readable(&self, _: Python) -> PyResult<Option<String>> {
        Ok(Some(self.to_string()))
    }
}

impl Readable for Decimal {
    fn readable(&self, _: Python) -> PyResult<Option<String>> {
        Ok(Some(self.to_string()))
    }
}

impl<T: Readable> Readable for Option<T> {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        self.as_ref().map_or(Ok(None), |value| value.readable(py))
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        let items: Vec<_> = self.iter().map(|item| item.readable(py)).collect::<PyResult<_>>()?;
        let items: Vec<_> = items.into_iter().flatten().collect();
        Ok((!items.is_empty()).then(|| format!("[{}]", items.join(", "))))
    }
}

impl<T: Readable> Readable for BTreeMap<String, T> {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        let mut items = Vec::new();
        for (name, value) in self {
            let value = value.readable(py)?.unwrap_or_else(|| "None".to_owned());
            items.push(format!("{}: {value}", quoted(py, name)?));
        }
        Ok((!items.is_empty()).then(|| format!("{{{}}}", items.join(", "))))
    }
}

/// A string as Python writes it.
pub(crate) fn quoted(py: Python, text: &str) -> PyResult<String> {
    Ok(PyString::new(py, text).repr()?.to_string())
}

/// Enums are the strings that stand in JSON.
macro_rules! named {
    ($($name:ident),+) => { $(
        impl Attribute for zhengce::$name {
            type Python = &'static str;
            fn python(&self) -> &'static str { self.name() }
        }

        impl Readable for zhengce::$name {
            fn readable(&self, py: Python) -> PyResult<Option<String>> {
                quoted(py, self.name()).map(Some)
            }
        }
    )+ };
}
named!(
    BodyKind,
    Bound,
    Change,
    CitationKind,
    FigureKind,
    FigureStatus,
    Force,
    MeasureStatus,
    Stage,
    TimeKind
);
