//! What can be chosen when an extractor is built.

use std::path::{Path, PathBuf};

use super::Extractor;
use crate::error::Error;
use crate::lexicon::{Lexicon, RuleText};
use crate::record::RecordKind;

/// Builds an [`Extractor`].
///
/// ```
/// use zhengce::{Extractor, RecordKind};
/// let extractor = Extractor::builder()
///     .rule_text("rules", "[[add]]\nkind = 'terms'\nwords = ['万人助万企']\n")
///     .date("2022-01-08")
///     .kinds([RecordKind::Terms, RecordKind::Times])
///     .build()?;
/// let document = extractor.extract("今年继续开展万人助万企活动，服务13家企业。");
/// let speech = &document.speeches[0];
/// assert_eq!(speech.terms[0].text, "万人助万企");
/// assert_eq!(speech.times[0].iso.as_deref(), Some("2022"));
/// assert!(speech.figures.is_empty());
/// # Ok::<(), zhengce::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ExtractorBuilder {
    rules: Vec<Rules>,
    date: Option<String>,
    kinds: Option<Vec<RecordKind>>,
}

#[derive(Debug, Clone)]
enum Rules {
    File(PathBuf),
    Text(RuleText),
}

impl ExtractorBuilder {
    /// Adds a rule file. Default: none. Files count in the order in which they are added; of a word
    /// added twice the first counts.
    pub fn rule_file(mut self, path: impl AsRef<Path>) -> Self {
        self.rules.push(Rules::File(path.as_ref().to_owned()));
        self
    }

    /// Adds rules from a string; `name` stands for the file in messages.
    pub fn rule_text(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.rules.push(Rules::Text(RuleText { file: name.into(), text: text.into() }));
        self
    }

    /// The day, month or year on which the texts were given or published: `2022-01-08`, `2022-01`,
    /// `2022`. Default: what each text says of itself.
    pub fn date(mut self, date: impl Into<String>) -> Self {
        self.date = Some(date.into());
        self
    }

    /// Chooses the kinds of records to produce; the lists of other kinds stay empty. Default: all.
    ///
    /// The other kinds are still read where a record depends on them: a figure's `of` does not change with
    /// the kinds. Without measures, which nothing depends on, a text takes a fifth less time. A reference to
    /// a record of a kind that is left out is `null`, and lists of references lack it.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = RecordKind>) -> Self {
        self.kinds = Some(kinds.into_iter().collect());
        self
    }

    /// Reads the rule files and builds the extractor.
    ///
    /// # Errors
    /// - [`Error::ReadRules`]: a rule file cannot be read;
    /// - [`Error::Rule`]: a line of a rule file is wrong;
    /// - [`Error::Date`]: the date is not one.
    pub fn build(self) -> Result<Extractor, Error> {
        let rule_texts: Vec<RuleText> = self.rules.into_iter().map(Rules::read).collect::<Result<_, _>>()?;
        let date = self.date.as_deref().map(str::parse).transpose()?;
        Ok(Extractor {
            lexicon: Lexicon::new(&rule_texts)?,
            date,
            kinds: self.kinds.unwrap_or_else(|| RecordKind::ALL.to_vec()),
        })
    }
}

impl Rules {
    fn read(self) -> Result<RuleText, Error> {
        match self {
            Rules::Text(text) => Ok(text),
            Rules::File(file) => match std::fs::read_to_string(&file) {
                Ok(text) => Ok(RuleText { file: file.display().to_string(), text }),
                Err(cause) => Err(Error::ReadRules { file, cause }),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_date_is_told_when_the_extractor_is_built() {
        let error = Extractor::builder().date("2022-13").build().unwrap_err();
        assert_eq!(error.to_string(), r#""2022-13" is not a date; write 2022-01-08, 2022-01 or 2022"#);
    }

    #[test]
    fn a_missing_rule_file_is_named() {
        let error = Extractor::builder().rule_file("no/such.toml").build().unwrap_err();
        assert!(error.to_string().starts_with("no/such.toml: cannot read the rule file: "), "{error}");
    }
}
