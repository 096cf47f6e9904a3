//! Step 4: `dictionaries/` and the user's rule files to one validated, immutable lexicon.
//!
//! Each kind of vocabulary has its file under `dictionaries/` and its field here. Loading is all or
//! nothing: a wrong row is an error that names its line.

mod bodies;
mod furniture;
mod names;
mod people;
mod places;
mod posts;
mod rules;
pub(crate) mod table;
mod user;
mod vocabulary;

use jieba_rs::Jieba;

use crate::error::Error;
use crate::record::RecordKind;

pub(crate) use bodies::{Bodies, BodyHead, Needs};
pub(crate) use furniture::Furniture;
pub(crate) use names::{Names, is_han};
pub(crate) use people::{Beside, People};
pub(crate) use places::{PlaceClass, PlaceHead, Places, certain_code, lies_in};
pub(crate) use posts::{Posts, Title};
pub(crate) use rules::RuleText;
pub(crate) use user::{UserRules, WordAttributes};
pub(crate) use vocabulary::Vocabulary;

/// All words and patterns that an extractor knows, and the segmenter that carries them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) jieba: Jieba,
    pub(crate) bodies: Bodies,
    pub(crate) furniture: Furniture,
    pub(crate) names: Names,
    pub(crate) people: People,
    pub(crate) places: Places,
    pub(crate) posts: Posts,
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
            bodies: Bodies::load()?,
            furniture: Furniture::load()?,
            names: Names::load()?,
            people: People::load()?,
            places: Places::load()?,
            posts: Posts::load()?,
            jieba,
            user,
        })
    }

    /// Whether the segmenter knows this word, rather than guessing that it is one.
    pub(crate) fn is_known_word(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }

    /// Whether the user took this word away from this kind.
    pub(crate) fn is_removed(&self, kind: RecordKind, text: &str) -> bool {
        self.user.is_removed(kind, text)
    }

    /// The built-in lexicon, loaded once for all tests.
    #[cfg(test)]
    pub(crate) fn for_tests() -> &'static Lexicon {
        static LEXICON: std::sync::LazyLock<Lexicon> =
            std::sync::LazyLock::new(|| Lexicon::new(&[]).expect("the built-in dictionaries are right"));
        &LEXICON
    }
}
