//! Rule files: TOML in which a user adds words, takes words away and defines patterns.
//!
//! `examples/rules.toml` shows every form. A mistake is an error that names file, line, what is
//! wrong and how to mend it; nothing of a wrong file is used.

use std::collections::{BTreeMap, HashSet};

use regex::{Regex, RegexBuilder};
use serde::Deserialize;
use toml::Spanned;

use super::indicators::Indicator;
use super::iso;
use super::user::{NamedPattern, UserRules, WordAttributes};
use crate::error::Error;
use crate::record::{Aspect, BodyKind, CitationKind, FigureKind, RecordKind, Stage, TimeKind};
use crate::text::fold;

/// Largest compiled pattern, so that a rule file cannot eat the machine.
const MAX_PATTERN_BYTES: usize = 1 << 20;
/// What to write for a code and for a time.
const CODE: &str = "write the six or nine digits of the division";
const ISO: &str = "write 2022, 2022-01-08, 2021/2025, P9Y or R/P1W";

/// A rule file that has been read: its name for messages, and its text.
#[derive(Debug, Clone)]
pub(crate) struct RuleText {
    pub(crate) file: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    add: Vec<AddedWords>,
    #[serde(default)]
    remove: Vec<RemovedWords>,
    #[serde(default)]
    pattern: Vec<PatternRule>,
    #[serde(default)]
    indicator: Vec<IndicatorRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddedWords {
    kind: Spanned<String>,
    words: Vec<Spanned<String>>,
    #[serde(default)]
    attributes: BTreeMap<String, Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemovedWords {
    kind: Spanned<String>,
    words: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternRule {
    name: Spanned<String>,
    regex: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorRule {
    name: Spanned<String>,
    words: Vec<Spanned<String>>,
    aspects: Vec<Spanned<String>>,
}

/// Reads rule files in order; of a word added twice, the first counts.
pub(super) fn read_all(rule_texts: &[RuleText]) -> Result<UserRules, Error> {
    let mut words = Vec::new();
    let mut removed = HashSet::new();
    let mut patterns: Vec<NamedPattern> = Vec::new();
    let mut indicators = Vec::new();
    for rule_text in rule_texts {
        let rules = rule_text.parse()?;
        for added in &rules.add {
            let attributes = rule_text.attributes(added)?;
            rule_text.some(&added.kind, &added.words, "word")?;
            for word in &added.words {
                words.push((rule_text.word(word)?, attributes.clone()));
            }
        }
        for taken in &rules.remove {
            let kind = rule_text.kind(&taken.kind)?;
            rule_text.some(&taken.kind, &taken.words, "word")?;
            for word in &taken.words {
                removed.insert((kind, rule_text.word(word)?));
            }
        }
        for rule in &rules.pattern {
            let pattern = rule_text.pattern(rule)?;
            if patterns.iter().any(|earlier| earlier.name == pattern.name) {
                let what = format!("the pattern name {:?} is taken", pattern.name);
                return Err(rule_text.error(&rule.name, what, "give each pattern a name of its own"));
            }
            patterns.push(pattern);
        }
        for rule in &rules.indicator {
            let indicator = rule_text.indicator(rule)?;
            rule_text.some(&rule.name, &rule.words, "word")?;
            for word in &rule.words {
                indicators.push((rule_text.word(word)?, indicator.clone()));
            }
        }
    }
    Ok(UserRules::new(words, removed, patterns, indicators))
}

impl RuleText {
    fn parse(&self) -> Result<RuleFile, Error> {
        toml::from_str(&self.text).map_err(|error| Error::Rule {
            file: self.file.clone(),
            line: self.line(error.span().map_or(0, |span| span.start)),
            what: error.message().trim().replace('\n', "; "),
            remedy: "the tables are [[add]], [[remove]], [[pattern]], [[indicator]]; 'zhengce check --example' (in Rust Extractor::example_rules) shows every key".to_owned(),
        })
    }

    fn line(&self, byte: usize) -> usize {
        let before = self.text.as_bytes().iter().take(byte);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    fn error<T>(&self, at: &Spanned<T>, what: String, remedy: &str) -> Error {
        let line = self.line(at.span().start);
        Error::Rule { file: self.file.clone(), line, what, remedy: remedy.to_owned() }
    }

    /// Checks that a list has something in it; a table with an empty one does nothing.
    fn some<T, N>(&self, at: &Spanned<N>, list: &[T], of: &str) -> Result<(), Error> {
        let error = || self.error(at, format!("no {of}"), "write at least one or drop the table");
        if list.is_empty() { Err(error()) } else { Ok(()) }
    }

    /// A word as recognisers see it: folded, without blanks around it.
    fn word(&self, word: &Spanned<String>) -> Result<String, Error> {
        let folded: String = word.get_ref().chars().map(fold).collect();
        match folded.trim() {
            "" => Err(self.error(word, "an empty word".to_owned(), "write the word or drop it")),
            trimmed => Ok(trimmed.to_owned()),
        }
    }

    fn kind(&self, kind: &Spanned<String>) -> Result<RecordKind, Error> {
        self.name(kind, kind.get_ref(), RecordKind::ALL, RecordKind::name)
    }

    /// The value of a closed set with this name.
    fn name<T: Copy, S>(
        &self,
        at: &Spanned<S>,
        name: &str,
        all: &[T],
        name_of: impl Fn(T) -> &'static str,
    ) -> Result<T, Error> {
        let found = all.iter().copied().find(|value| name_of(*value) == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|value| name_of(*value)).collect();
            let remedy = format!("write one of {}", names.join(", "));
            self.error(at, format!("{name:?} is not known here"), &remedy)
        })
    }

    /// What one `[[add]]` says of its words.
    fn attributes(&self, added: &AddedWords) -> Result<WordAttributes, Error> {
        let mut given = GivenAttributes { rule_text: self, added, known: Vec::new() };
        let attributes = match self.kind(&added.kind)? {
            RecordKind::People => WordAttributes::Person,
            RecordKind::Posts => WordAttributes::Post,
            RecordKind::Terms => WordAttributes::Term,
            RecordKind::Bodies => WordAttributes::Body {
                kind: given.name("kind", BodyKind::ALL, BodyKind::name)?.unwrap_or(BodyKind::Other),
            },
            RecordKind::Places => WordAttributes::Place { code: given.fit("code", is_code, CODE)? },
            RecordKind::Projects => WordAttributes::Project {
                stage: given.name("stage", Stage::ALL, Stage::name)?,
                aim: given.flag("aim")?,
            },
            RecordKind::Figures => WordAttributes::Unit {
                kind: given.name("kind", FigureKind::ALL, FigureKind::name)?.unwrap_or(FigureKind::Count),
            },
            RecordKind::Times => WordAttributes::Time {
                kind: given.name("kind", TimeKind::ALL, TimeKind::name)?.unwrap_or(TimeKind::Period),
                iso: given.fit("iso", iso::is_time, ISO)?,
            },
            RecordKind::Citations => WordAttributes::Citation {
                kind: given
                    .name("kind", CitationKind::ALL, CitationKind::name)?
                    .unwrap_or(CitationKind::Title),
            },
            RecordKind::Measures | RecordKind::Matches => {
                let what = format!("words cannot be added to {}", added.kind.get_ref());
                return Err(self.error(&added.kind, what, "use [[pattern]] for matches"));
            }
        };
        given.refuse_others()?;
        Ok(attributes)
    }

    fn indicator(&self, rule: &IndicatorRule) -> Result<Indicator, Error> {
        let known = |aspect: &Spanned<String>| {
            let name = aspect.get_ref().as_str();
            Aspect::from_name(name).ok_or_else(|| {
                let all: Vec<_> = Aspect::ALL.iter().map(|aspect| aspect.name()).collect();
                let remedy = format!("write one of {}", all.join(", "));
                self.error(aspect, format!("{name:?} is not known here"), &remedy)
            })
        };
        self.some(&rule.name, &rule.aspects, "aspect")?;
        let aspects = rule.aspects.iter().map(known).collect::<Result<_, _>>()?;
        Ok(Indicator { name: self.word(&rule.name)?, aspects })
    }

    fn pattern(&self, rule: &PatternRule) -> Result<NamedPattern, Error> {
        let name = rule.name.get_ref().clone();
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(fits) {
            let what = format!("{name:?} is no name for a pattern");
            return Err(self.error(&rule.name, what, "use letters, digits, - and _"));
        }
        let regex = self.regex(&rule.regex)?;
        if regex.is_match("") {
            let what = format!("the pattern {name:?} matches empty text");
            return Err(self.error(&rule.regex, what, "make one part of it required"));
        }
        Ok(NamedPattern { name, regex })
    }

    fn regex(&self, rule: &Spanned<String>) -> Result<Regex, Error> {
        let built = RegexBuilder::new(rule.get_ref()).size_limit(MAX_PATTERN_BYTES).build();
        built.map_err(|error| {
            let lines = error.to_string();
            let what = lines.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            self.error(rule, what, "mend the regex; its syntax is that of the regex crate")
        })
    }
}

/// The attributes of one `[[add]]`: each is asked for by name and checked; one that nobody asked for is a
/// mistake.
struct GivenAttributes<'r> {
    rule_text: &'r RuleText,
    added: &'r AddedWords,
    known: Vec<&'static str>,
}

impl<'r> GivenAttributes<'r> {
    fn take(&mut self, attribute: &'static str) -> Option<&'r Spanned<toml::Value>> {
        self.known.push(attribute);
        self.added.attributes.get(attribute)
    }

    fn wrong_type(&self, value: &Spanned<toml::Value>, remedy: &str) -> Error {
        let what = format!("{} is of the wrong type", value.get_ref());
        self.rule_text.error(value, what, remedy)
    }

    /// An attribute whose text must fit.
    fn fit(
        &mut self,
        attribute: &'static str,
        fits: impl Fn(&str) -> bool,
        remedy: &str,
    ) -> Result<Option<String>, Error> {
        let Some(value) = self.take(attribute) else { return Ok(None) };
        match value.get_ref().as_str() {
            Some(text) if fits(text) => Ok(Some(text.to_owned())),
            Some(text) => Err(self.rule_text.error(value, format!("{text:?} is no {attribute}"), remedy)),
            None => Err(self.wrong_type(value, "write it in quotes")),
        }
    }

    /// An attribute that names a value of a closed set.
    fn name<T: Copy>(
        &mut self,
        attribute: &'static str,
        all: &[T],
        name_of: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, Error> {
        let Some(value) = self.take(attribute) else { return Ok(None) };
        match value.get_ref().as_str() {
            Some(name) => self.rule_text.name(value, name, all, name_of).map(Some),
            None => Err(self.wrong_type(value, "write one of its names in quotes")),
        }
    }

    fn flag(&mut self, attribute: &'static str) -> Result<bool, Error> {
        let Some(value) = self.take(attribute) else { return Ok(false) };
        let flag = value.get_ref().as_bool();
        flag.ok_or_else(|| self.wrong_type(value, "write true or false, without quotes"))
    }

    fn refuse_others(&self) -> Result<(), Error> {
        let mut attributes = self.added.attributes.iter();
        let Some((name, value)) = attributes.find(|(name, _)| !self.known.contains(&name.as_str())) else {
            return Ok(());
        };
        let what = format!("{} have no attribute {name:?}", self.added.kind.get_ref());
        let remedy = match self.known[..] {
            [] => "drop it".to_owned(),
            _ => format!("write one of {}", self.known.join(", ")),
        };
        Err(self.rule_text.error(value, what, &remedy))
    }
}

/// Whether this is the code of a division, down to the county (6) or the township (9).
fn is_code(code: &str) -> bool {
    matches!(code.len(), 6 | 9) && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
