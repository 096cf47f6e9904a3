//! Words that say where a project is in its life, and all that bounds a project's name.

use std::collections::BTreeMap;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;
use crate::record::Stage;

const FILE: Dictionary = dictionary!("stages.tsv");
/// Punctuation that no name goes across.
const STOPS: &[&str] = &[
    ",", ";", ":", "。", "!", "?", "(", ")", "“", "”", "‘", "’", "\"", " ", "《", "》", "…", "[", "]", "「",
    "」",
];
/// Words that tie the last item to a list.
const JOINTS: &[&str] = &["和", "及", "与", "以及"];

/// What a word does beside a project's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) stage: Option<Stage>,
    /// A verb that promises what follows: 建设.
    pub(crate) is_bare: bool,
    /// Said of policies too: 实施.
    pub(crate) is_weak: bool,
    /// Brings a project on: 推进.
    pub(crate) is_push: bool,
    /// Still to come: 尽早.
    pub(crate) is_aim: bool,
    /// Has come: 已.
    pub(crate) is_done: bool,
    /// May stand between a name and its stage.
    pub(crate) is_adverb: bool,
    pub(crate) form: Form,
}

/// What a mark is for the reading of lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Form {
    #[default]
    Word,
    Stop,
    /// 、
    Comma,
    /// 和, 及
    Joint,
    /// 等
    Etc,
}

/// The marks, and the words that tell sections that promise from sections that report.
#[derive(Debug)]
pub(crate) struct Stages {
    pub(crate) marks: Vocabulary<Mark>,
    plan_headings: Vec<&'static str>,
    result_headings: Vec<&'static str>,
    attributes: Vec<&'static str>,
}

impl Stages {
    /// Reads the stages; `boundaries` are more words that end a name.
    pub(super) fn load(boundaries: &[&'static str]) -> Result<Self, Error> {
        let mut marks: BTreeMap<&str, Mark> = BTreeMap::new();
        let (mut plan_headings, mut result_headings, mut attributes) = (Vec::new(), Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match row.class {
                "plan-heading" => plan_headings.push(row.word),
                "attribute" => attributes.push(row.word),
                "result-heading" => result_headings.push(row.word),
                _ => fill(marks.entry(row.word).or_default(), &row)?,
            }
        }
        for boundary in boundaries {
            marks.entry(boundary).or_default();
        }
        let forms =
            [(STOPS, Form::Stop), (&["、"], Form::Comma), (JOINTS, Form::Joint), (&["等"], Form::Etc)];
        for (words, form) in forms {
            for word in words {
                marks.entry(word).or_default().form = form;
            }
        }
        Ok(Stages { marks: Vocabulary::new(marks), plan_headings, result_headings, attributes })
    }

    /// Whether the words between a project and a figure say that the figure is the project's.
    pub(crate) fn measures_project(&self, between: &str) -> bool {
        self.attributes.iter().any(|attribute| between.contains(attribute))
    }

    /// Whether this heading opens what is promised (true) or what is reported (false).
    pub(crate) fn promises(&self, heading: &str) -> Option<bool> {
        let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        match (has(&self.plan_headings), has(&self.result_headings)) {
            (_, true) => Some(false),
            (true, false) => Some(true),
            (false, false) => None,
        }
    }
}

/// Adds what a row says of its word.
fn fill(mark: &mut Mark, row: &Row) -> Result<(), Error> {
    match row.class {
        "push" => mark.is_push = true,
        "aim" => mark.is_aim = true,
        "done" => mark.is_done = true,
        "adverb" => mark.is_adverb = true,
        stage => {
            mark.stage = Stage::from_name(stage);
            if mark.stage.is_none() {
                return Err(FILE.error(row.line, "unknown class", "write a stage or a class of the header"));
            }
            mark.is_bare = row.attribute.contains("bare");
            mark.is_weak = row.attribute.contains("weak");
        }
    }
    Ok(())
}
