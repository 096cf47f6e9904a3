//! What rule files define: words with attributes, words that are taken away, named patterns.

use std::collections::{HashMap, HashSet};

use regex::Regex;

use super::indicators::Indicator;
use super::vocabulary::Vocabulary;
use crate::record::{BodyKind, CitationKind, FigureKind, RecordKind, Stage, TimeKind};

/// What a user says of a word: its record kind and the attributes that such records have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordAttributes {
    Person,
    Post,
    Body {
        kind: BodyKind,
    },
    Place {
        code: Option<String>,
    },
    Project {
        stage: Option<Stage>,
        aim: bool,
    },
    /// A unit or measure word.
    Unit {
        kind: FigureKind,
    },
    Time {
        kind: TimeKind,
        iso: Option<String>,
    },
    Term,
    Citation {
        kind: CitationKind,
    },
}

/// A pattern whose hits come out as matches.
#[derive(Debug)]
pub(crate) struct NamedPattern {
    pub(crate) name: String,
    pub(crate) regex: Regex,
}

/// All rule files together.
#[derive(Debug)]
pub(crate) struct UserRules {
    /// Words of every kind but units.
    pub(crate) vocabulary: Vocabulary<WordAttributes>,
    pub(crate) units: HashMap<String, FigureKind>,
    pub(crate) patterns: Vec<NamedPattern>,
    /// Indicators by their words; the lexicon takes them over.
    pub(super) indicators: Vec<(String, Indicator)>,
    words: Vec<String>,
    removed: HashSet<(RecordKind, String)>,
}

impl UserRules {
    pub(super) fn new(
        words: Vec<(String, WordAttributes)>,
        removed: HashSet<(RecordKind, String)>,
        patterns: Vec<NamedPattern>,
        indicators: Vec<(String, Indicator)>,
    ) -> Self {
        let mut units = HashMap::new();
        let mut others = Vec::new();
        for (word, attributes) in words {
            match attributes {
                WordAttributes::Unit { kind } => {
                    units.entry(word).or_insert(kind);
                }
                _ => others.push((word, attributes)),
            }
        }
        let words = others.iter().map(|(word, _)| word.clone()).collect();
        UserRules { vocabulary: Vocabulary::new(others), units, patterns, indicators, words, removed }
    }

    /// The added words that the segmenter should not cut.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    pub(super) fn is_removed(&self, kind: RecordKind, text: &str) -> bool {
        !self.removed.is_empty() && self.removed.contains(&(kind, text.to_owned()))
    }
}
