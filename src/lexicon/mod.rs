//! Step 4: loads `dictionaries/` and the user's rule files into one validated, immutable lexicon.
//!
//! Each kind of vocabulary has its file under `dictionaries/` and its field here. Loading is all or nothing:
//! a wrong row is an error that names its line. [`table`] reads the files, [`vocabulary`] finds words in text
//! (by [`trie`] and [`ways`]), [`sweep`] those of all vocabularies at once, [`triggers`] the characters at
//! which recognisers wake; [`rules`] and [`user`] are the user's own, and [`segmenter`] carries their words.
//! Every other file here is one kind of words.

mod bodies;
mod citations;
mod counted;
mod cues;
mod deeds;
mod divisions;
mod function_words;
mod furniture;
mod indicator_tables;
mod indicators;
pub(crate) mod iso;
mod ledger;
mod measures;
mod name_cues;
mod names;
mod outlook;
mod people;
mod phrases;
mod places;
mod posts;
mod projects;
mod quantities;
mod rules;
mod scripts;
mod segmenter;
mod sessions;
mod shares;
mod stages;
mod sweep;
pub(crate) mod table;
mod target_cues;
mod tasks;
mod terms;
mod times;
mod trie;
mod triggers;
mod units;
mod user;
mod vocabulary;
mod ways;

use jieba_rs::Jieba;

use shares::Shares;
use sweep::Swept;
use table::{Dictionary, dictionary};

use crate::error::Error;
use crate::record::RecordKind;

pub(crate) use bodies::{Bodies, BodyHead, Needs};
pub(crate) use citations::Citations;
pub(crate) use counted::Counted;
pub(crate) use cues::{Cues, Mood, Part};
pub(crate) use deeds::{Act, Deed, Preposition, Turn};
pub(crate) use divisions::{division_codes, division_name};
use function_words::FunctionWords;
pub(crate) use function_words::{Role, Roles};
pub(crate) use furniture::Furniture;
pub(crate) use indicator_tables::IndicatorTables;
pub(crate) use indicators::{Indicator, Indicators, Sign};
pub(crate) use iso::is_date;
pub(crate) use ledger::LedgerWords;
pub(crate) use measures::Measures;
pub(crate) use name_cues::{NameCue, NameCues};
pub(crate) use names::{Names, is_han};
pub(crate) use outlook::{Heading, OutlookWords};
pub(crate) use people::{Beside, People};
use phrases::Phrases;
pub(crate) use places::{PlaceClass, PlaceHead, PlaceName, Places, certain_code, lies_in};
pub(crate) use posts::{Posts, Title, without_remark};
pub(crate) use projects::{Head, Projects};
use quantities::Quantities;
pub(crate) use rules::RuleText;
pub(crate) use scripts::Scripts;
pub(crate) use sessions::{Session, Sessions};
pub(crate) use stages::{Form, Mark, Stages};
pub(crate) use sweep::{Openers, Sweep, SweptPage, SweptWords};
pub(crate) use target_cues::TargetCues;
pub(crate) use tasks::{CellWords, MAX_LABEL_CHARS, TaskColumn, TaskState, TaskWords};
pub(crate) use terms::{Quoted, Terms};
pub(crate) use times::{Edge, TimeUnit, TimeWord, Times, ViewCue};
pub(crate) use triggers::{Trigger, Triggers};
pub(crate) use units::{Cue, Sense, UnitPart, Units, currencies, currency_signs};
pub(crate) use user::{UserRules, WordAttributes};
pub(crate) use vocabulary::{Vocabulary, Walk};

/// All words and patterns that an extractor knows, and the segmenter that carries them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) jieba: Jieba,
    pub(crate) bodies: Bodies,
    pub(crate) citations: Citations,
    pub(crate) counted: Counted,
    pub(crate) cues: Cues,
    pub(crate) function_words: FunctionWords,
    pub(crate) furniture: Furniture,
    /// Words of running text; a topic sentence contains none of them.
    pub(crate) running_words: Vocabulary<()>,
    pub(crate) indicators: Indicators,
    pub(crate) ledger: LedgerWords,
    pub(crate) phrases: Phrases,
    pub(crate) quantities: Quantities,
    pub(crate) measures: Measures,
    pub(crate) names: Names,
    pub(crate) name_cues: NameCues,
    pub(crate) places: Places,
    pub(crate) people: People,
    pub(crate) outlook: OutlookWords,
    pub(crate) sessions: Sessions,
    pub(crate) posts: Posts,
    pub(crate) scripts: Scripts,
    pub(crate) times: Times,
    pub(crate) units: Units,
    pub(crate) projects: Projects,
    pub(crate) stages: Stages,
    pub(crate) tasks: TaskWords,
    pub(crate) terms: Terms,
    /// Characters at which recognisers wake.
    pub(crate) triggers: Vocabulary<Triggers>,
    pub(crate) user: UserRules,
    /// The words of those vocabularies above that are asked for in every sentence.
    pub(crate) sweep: Sweep,
    shares: Shares,
}

const RUNNING_WORDS: Dictionary = dictionary!("running_words.tsv");

/// The words of a dictionary that says nothing more of them.
fn words(file: &Dictionary) -> Result<Vocabulary<()>, Error> {
    Ok(Vocabulary::new(file.rows()?.into_iter().map(|row| (row.word, ()))))
}

impl Lexicon {
    /// Loads the built-in dictionaries and these rule files.
    ///
    /// # Errors
    /// [`Error::Rule`] for the first wrong line.
    pub(crate) fn new(rule_texts: &[RuleText]) -> Result<Box<Self>, Error> {
        let user = rules::read_all(rule_texts)?;
        let added: Vec<String> = user.words().map(str::to_owned).collect();
        let (jieba, dictionaries) = segmenter::beside(&added, || Lexicon::without_segmenter(user));
        let mut lexicon = dictionaries?;
        lexicon.jieba = jieba;
        Ok(lexicon)
    }

    /// In a box, because it has sixty kilobytes: in debug builds, to hand it on by value takes more than the
    /// stack of a thread.
    fn without_segmenter(mut user: UserRules) -> Result<Box<Self>, Error> {
        let indicators = Indicators::load(std::mem::take(&mut user.indicators))?;
        let (projects, boundaries) = Projects::load()?;
        let places = Places::load()?;
        let mut lexicon = Box::new(Lexicon {
            bodies: Bodies::load()?,
            citations: Citations::load()?,
            counted: Counted::load()?,
            cues: Cues::load()?,
            function_words: FunctionWords::load()?,
            furniture: Furniture::load()?,
            running_words: words(&RUNNING_WORDS)?,
            indicators,
            ledger: LedgerWords::load()?,
            phrases: Phrases::load()?,
            quantities: Quantities::load()?,
            measures: Measures::load()?,
            names: Names::load()?,
            name_cues: NameCues::load()?,
            people: People::load()?,
            outlook: OutlookWords::load()?,
            sessions: Sessions::load()?,
            posts: Posts::load()?,
            scripts: Scripts::load()?,
            times: Times::load()?,
            units: Units::load()?,
            projects,
            stages: Stages::load(&boundaries)?,
            tasks: TaskWords::load()?,
            terms: Terms::load()?,
            triggers: triggers::load(&places),
            places,
            jieba: Jieba::empty(),
            user,
            sweep: Sweep::default(),
            shares: Shares::default(),
        });
        let listed: Vec<&mut dyn Swept> = vec![
            &mut lexicon.bodies.heads,
            &mut lexicon.bodies.names,
            &mut lexicon.bodies.teams,
            &mut lexicon.measures.words,
            &mut lexicon.people.beside,
            &mut lexicon.people.known,
            &mut lexicon.places.corridors,
            &mut lexicon.places.arrivals,
            &mut lexicon.places.heads,
            &mut lexicon.places.monuments,
            &mut lexicon.places.names,
            &mut lexicon.places.units,
            &mut lexicon.posts.titles,
            &mut lexicon.projects.apparatus,
            &mut lexicon.projects.standing,
            &mut lexicon.stages.marks,
            &mut lexicon.terms.bare,
            &mut lexicon.times.openers,
            &mut lexicon.triggers,
            &mut lexicon.user.vocabulary,
        ];
        let marked: Vec<&mut dyn Swept> = vec![
            &mut lexicon.cues.words,
            &mut lexicon.names.parts,
            &mut lexicon.names.surnames,
            &mut lexicon.names.transcribing,
            &mut lexicon.people.doctrines,
        ];
        lexicon.sweep = Sweep::new(listed, marked);
        Ok(lexicon)
    }

    /// Whether the segmenter's dictionary has this word; other words the segmenter only guesses.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }

    /// Natural logarithm of this word's share in the text that the segmenter's dictionary was counted in.
    pub(crate) fn share(&self, word: &str) -> f32 {
        self.shares.of(word, &self.jieba)
    }

    /// Whether the user took this word away from this kind.
    pub(crate) fn is_removed(&self, kind: RecordKind, text: &str) -> bool {
        self.user.is_removed(kind, text)
    }

    /// The built-in lexicon, loaded once for all tests.
    #[cfg(test)]
    pub(crate) fn for_tests() -> &'static Lexicon {
        static LEXICON: std::sync::LazyLock<Box<Lexicon>> =
            std::sync::LazyLock::new(|| Lexicon::new(&[]).expect("the built-in dictionaries are right"));
        &LEXICON
    }
}
