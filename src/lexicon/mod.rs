//! Step 4: `dictionaries/` and the user's rule files to one validated, immutable lexicon.
//!
//! Each kind of vocabulary has its file under `dictionaries/` and its field here. Loading is all or
//! nothing: a wrong row is an error that names its line.

mod cues;
mod furniture;
mod names;
mod outlook;
mod posts;
mod rules;
pub(crate) mod table;
mod units;
mod user;
mod vocabulary;

use jieba_rs::Jieba;

use crate::error::Error;
use crate::record::RecordKind;

pub(crate) use cues::{Cues, Mood, Part};
pub(crate) use furniture::Furniture;
pub(crate) use names::Names;
pub(crate) use outlook::OutlookWords;
pub(crate) use posts::Posts;
pub(crate) use rules::RuleText;
pub(crate) use units::{Cue, Sense, Units};
pub(crate) use user::{UserRules, WordAttributes};
pub(crate) use vocabulary::Vocabulary;

/// All words and patterns that an extractor knows, and the segmenter that carries them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) jieba: Jieba,
    pub(crate) cues: Cues,
    pub(crate) furniture: Furniture,
    pub(crate) names: Names,
    pub(crate) outlook: OutlookWords,
    pub(crate) posts: Posts,
    pub(crate) units: Units,
    pub(crate) user: UserRules,
}

/// How often an added word counts as seen, so that the segmenter prefers it to any cut of it.
const ADDED_WORD_FREQUENCY: usize = 1_000_000;

impl Lexicon {
    /// Loads the built-in dictionaries and these rule files.
    ///
    /// # Errors
    /// [`Error::Rule`] for the first wrong line.
    pub(crate) fn new(rule_texts: &[RuleText]) -> Result<Self, Error> {
        let user = rules::read_all(rule_texts)?;
        let mut jieba = Jieba::new();
        for word in user.words() {
            jieba.add_word(word, Some(ADDED_WORD_FREQUENCY), None);
        }
        Ok(Lexicon {
            cues: Cues::load()?,
            furniture: Furniture::load()?,
            names: Names::load()?,
            outlook: OutlookWords::load()?,
            posts: Posts::load()?,
            units: Units::load()?,
            jieba,
            user,
        })
    }

    /// Whether the user took this word away from this kind.
    pub(crate) fn is_removed(&self, kind: RecordKind, text: &str) -> bool {
        self.user.is_removed(kind, text)
    }

    /// Whether the segmenter's dictionary holds this word; other tokens are its guesses.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }

    /// The built-in lexicon, loaded once for all tests.
    #[cfg(test)]
    pub(crate) fn for_tests() -> &'static Lexicon {
        static LEXICON: std::sync::LazyLock<Lexicon> =
            std::sync::LazyLock::new(|| Lexicon::new(&[]).expect("the built-in dictionaries are right"));
        &LEXICON
    }
}
