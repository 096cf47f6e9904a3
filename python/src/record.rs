//! The records as Python classes: frozen, with typed attributes, equality, a repr that reads well.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use rust_decimal::Decimal;

use crate::attribute::{Attribute, Readable, quoted};

/// Defines a class over a record of the library. `shows` are the attributes that a repr names.
macro_rules! record_class {
    (
        $(#[$meta:meta])* $name:ident { $($(#[$attribute_meta:meta])* $attribute:ident: $type:ty,)+ }
        repr: |$it:ident, $py:ident| $repr:expr
    ) => {
        $(#[$meta])*
        #[pyclass(frozen, eq, skip_from_py_object, module = "zhengce")]
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name(pub(crate) zhengce::$name);

        #[pymethods]
        impl $name {
            $(
                $(#[$attribute_meta])*
                #[getter]
                fn $attribute(&self) -> <$type as Attribute>::Python { self.0.$attribute.python() }
            )+

            /// The record as it stands in JSON: dictionaries, lists, strings, numbers.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(pythonize::pythonize(py, &self.0)?)
            }

            fn __repr__(&self, $py: Python) -> PyResult<String> {
                let $it = &self.0;
                $repr
            }

            fn __hash__(&self, py: Python) -> PyResult<u64> {
                let mut hasher = DefaultHasher::new();
                self.__repr__(py)?.hash(&mut hasher);
                Ok(hasher.finish())
            }
        }

        impl Attribute for zhengce::$name {
            type Python = $name;
            fn python(&self) -> $name { $name(self.clone()) }
        }

        impl From<&zhengce::$name> for $name {
            fn from(record: &zhengce::$name) -> Self { $name(record.clone()) }
        }
    };
}

/// Defines the class of a record that stands in a list of a speech: text, span and rule come first.
macro_rules! listed_class {
    ($(#[$meta:meta])* $name:ident { $($(#[$attribute_meta:meta])* $attribute:ident: $type:ty,)* }) => {
        record_class! {
            $(#[$meta])*
            $name {
                /// The words as they stand, line breaks removed.
                text: String,
                /// Where they stand, in code points of the text: what `text[start:end]` slices.
                span: zhengce::Span,
                /// Id of the rule that made the record, such as `figure.range`.
                rule: Cow<'static, str>,
                $($(#[$attribute_meta])* $attribute: $type,)*
            }
            repr: |it, py| {
                let fields: &[(&str, Option<String>)] = &[
                    $((stringify!($attribute), it.$attribute.readable(py)?),)*
                ];
                repr(py, stringify!($name), &it.text, &it.span, fields)
            }
        }
    };
}

/// The repr of a record: `Figure('211个', 1924:1928, value=211, unit='个')`.
fn repr(
    py: Python,
    class: &str,
    text: &str,
    span: &zhengce::Span,
    fields: &[(&str, Option<String>)],
) -> PyResult<String> {
    let mut repr = format!("{class}({}, {}:{}", quoted(py, text)?, span.start, span.end);
    for (name, value) in fields {
        if let Some(value) = value {
            repr.push_str(&format!(", {name}={value}"));
        }
    }
    repr.push(')');
    Ok(repr)
}

record_class! {
    /// A half-open stretch of the text, counted in code points, as Python slices strings.
    Span {
        /// First code point, counted from 0.
        start: usize,
        /// One past the last code point.
        end: usize,
    }
    repr: |it, _py| Ok(format!("Span(start={}, end={})", it.start, it.end))
}

record_class! {
    /// A piece of the text and where it stands.
    Mention {
        /// The piece, line breaks inside it removed.
        text: String,
        /// Where it stands.
        span: zhengce::Span,
    }
    repr: |it, py| repr(py, "Mention", &it.text, &it.span, &[])
}

record_class! {
    /// A title that a person holds.
    HeldPost {
        /// The title as written: 副主席.
        title: String,
        /// The body that it belongs to as written, or `None`: 区政协.
        body: Option<String>,
    }
    repr: |it, py| match it.body.readable(py)? {
        Some(body) => Ok(format!("HeldPost({}, body={body})", quoted(py, &it.title)?)),
        None => Ok(format!("HeldPost({})", quoted(py, &it.title)?)),
    }
}

record_class! {
    /// A heading and the stretch of text below it.
    Section {
        /// The heading.
        heading: zhengce::Mention,
        /// Heading and text below it, up to the next heading of its rank or above.
        span: zhengce::Span,
    }
    repr: |it, py| repr(py, "Section", &it.heading.text, &it.span, &[])
}

impl Readable for zhengce::Mention {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        quoted(py, &self.text).map(Some)
    }
}

impl Readable for zhengce::HeldPost {
    fn readable(&self, py: Python) -> PyResult<Option<String>> {
        HeldPost(self.clone()).__repr__(py).map(Some)
    }
}

listed_class! {
    /// A person's name, without title.
    Person {
        /// Whether the person is author of the speech or source of a quotation.
        speaker: bool,
        /// Titles given to the person at this mention.
        posts: Vec<zhengce::HeldPost>,
    }
}

listed_class! {
    /// A title or office.
    Post {}
}

listed_class! {
    /// A definite organisation.
    Body {
        /// party, government, congress, cppcc, judicial, military, enterprise, institution, association,
        /// media, international or other.
        kind: zhengce::BodyKind,
        /// What this short name stands for, where the text introduces it, or `None`.
        stands_for: Option<zhengce::Mention>,
    }
}

listed_class! {
    /// A named place.
    Place {
        /// GB/T 2260 code of the division where the name is one and the text leaves no doubt, or `None`.
        code: Option<String>,
        /// What this short name stands for, where the text introduces it, or `None`.
        stands_for: Option<zhengce::Mention>,
    }
}

listed_class! {
    /// A named undertaking: something built, invested in or engineered.
    Project {
        /// planned, signed, land, started, building, completed, operating, or `None`.
        stage: Option<zhengce::Stage>,
        /// Whether the stage is still to come.
        aim: bool,
        /// Indices into the speech's `figures` of what is said of this project.
        figures: Vec<usize>,
        /// What this short name stands for, where the text introduces it, or `None`.
        stands_for: Option<zhengce::Mention>,
    }
}

listed_class! {
    /// A quantity.
    Figure {
        /// The value in full units (3.18亿元 is 318000000), exact; lower end of a range; `None` when vague.
        value: Option<Decimal>,
        /// Upper end of a range, or `None`.
        upper: Option<Decimal>,
        /// Unit or measure word without 万 or 亿: 元, 家, %, 公里.
        unit: Option<String>,
        /// money, count, percent, percentage_point, multiple, length, area, mass, volume, energy, power,
        /// rate, age or other.
        kind: zhengce::FigureKind,
        /// What is counted or measured, or `None`.
        of: Option<zhengce::Mention>,
        /// exact, about, over, under or range.
        bound: zhengce::Bound,
        /// level, up or down.
        change: zhengce::Change,
        /// result, target or other.
        status: zhengce::FigureStatus,
        /// Index into the speech's `times` of the time that the figure speaks of, or `None`.
        time: Option<usize>,
    }
}

listed_class! {
    /// A point, period, duration or recurrence.
    Time {
        /// point, period, duration or set.
        kind: zhengce::TimeKind,
        /// ISO 8601: 2022, 2022-01-08, 2021/2025, P9Y, R/P1W; `None` when unresolved.
        iso: Option<String>,
    }
}

listed_class! {
    /// A coined policy phrase (提法).
    Term {}
}

listed_class! {
    /// A named document.
    Citation {
        /// title or number.
        kind: zhengce::CitationKind,
        /// What this short name stands for, where the text introduces it, or `None`.
        stands_for: Option<zhengce::Mention>,
    }
}

listed_class! {
    /// What is done or promised.
    Measure {
        /// The governing verb.
        verb: String,
        /// What is acted on.
        object: zhengce::Mention,
        /// Who acts, where named, or `None`: there it is the speaker, also as 我们.
        actor: Option<zhengce::Mention>,
        /// must, will, strive or explore.
        force: zhengce::Force,
        /// done, ongoing or planned.
        status: zhengce::MeasureStatus,
        /// Index into the speech's `times`, or `None`.
        deadline: Option<usize>,
        /// Indices into the speech's `projects`.
        projects: Vec<usize>,
        /// Indices into the speech's `figures`.
        figures: Vec<usize>,
    }
}

listed_class! {
    /// A hit of one of your own patterns.
    Match {
        /// The pattern's name.
        pattern: String,
        /// The named groups that took part in the hit.
        fields: BTreeMap<String, zhengce::Mention>,
    }
}
