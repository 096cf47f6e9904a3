//! Public figures, and the words beside names.

use rustc_hash::FxHashSet as HashSet;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const PEOPLE: Dictionary = dictionary!("people.tsv");
const UTTERANCES: Dictionary = dictionary!("utterances.tsv");

/// What a word beside a name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// A verb that quotes those who stand before it: 表示.
    Verb,
    /// The same, but only with a quotation or a mark after it: 批示.
    Quoting,
    /// Stands between the name and that verb: 多次.
    Adverb,
    /// Follows a name and is no post: 同志.
    Courtesy,
    /// Precedes the name of the author: 作者.
    Credit,
    /// The same, for the author of the speech: 汇报人.
    Author,
    /// Opens what a person does: 主持.
    Follower,
    /// The same, and done by people alone: 出席.
    Deed,
    /// Befalls people, and bodies too: 违规, 接受审查.
    Befalling,
    /// Held by or for the one person whose name it follows: 演唱会, 追悼会.
    Occasion,
    /// Done to people alone, before the name: 免去.
    Object,
    /// Joins a name to the next: 和.
    Joiner,
    /// Opens a speech: 尊敬的.
    Salutation,
    /// Opens the clause that names a source: 据.
    Lead,
}

/// Names known by themselves, and the words that show where a name ends.
#[derive(Debug)]
pub(crate) struct People {
    /// Names, each with the length in bytes of the name proper: 毛 in 毛主席.
    pub(crate) known: Vocabulary<usize>,
    /// The usual names of people abroad, in their usual transcription: 亨利, 米勒.
    pub(crate) abroad: HashSet<&'static str>,
    /// What makes a longer name with the name before it: 主义, 故居.
    pub(crate) doctrines: Vocabulary<()>,
    pub(crate) beside: Vocabulary<Beside>,
    /// Nouns for what somebody said: 指示, 名言.
    pub(crate) words: Vocabulary<()>,
    /// What is expressed rather than said: 感谢.
    pub(crate) feelings: Vocabulary<()>,
}

impl People {
    pub(super) fn load() -> Result<Self, Error> {
        let (mut known, mut doctrines) = (Vec::new(), Vec::new());
        let mut abroad = HashSet::default();
        for row in PEOPLE.rows()? {
            match row.class {
                "name" => known.push((row.word, row.word.len())),
                "short" => known.push((row.word, row.word.len().saturating_sub(row.attribute.len()))),
                "abroad" => {
                    abroad.insert(row.word);
                }
                "doctrine" => doctrines.push((row.word, ())),
                _ => return Err(PEOPLE.unknown_class(&row)),
            }
        }
        let (mut beside, mut words, mut feelings) = (Vec::new(), Vec::new(), Vec::new());
        for row in UTTERANCES.rows()? {
            match row.class {
                "words" => words.push((row.word, ())),
                "feeling" => feelings.push((row.word, ())),
                class => beside.push((row.word, beside_class(class, row.line)?)),
            }
        }
        Ok(People {
            known: Vocabulary::new(known),
            abroad,
            doctrines: Vocabulary::new(doctrines),
            beside: Vocabulary::new(beside),
            words: Vocabulary::new(words),
            feelings: Vocabulary::new(feelings),
        })
    }

    /// Whether this word is a noun for what somebody said.
    pub(crate) fn is_words(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The byte at which the longest word ends that starts at this byte, and what it does beside a name.
    pub(crate) fn beside_at(&self, text: &str, start: usize) -> Option<(usize, Beside)> {
        self.beside.longest_at(text, start).map(|(range, class)| (range.end, *class))
    }
}

fn beside_class(class: &str, line: usize) -> Result<Beside, Error> {
    Ok(match class {
        "verb" => Beside::Verb,
        "quoting" => Beside::Quoting,
        "adverb" => Beside::Adverb,
        "courtesy" => Beside::Courtesy,
        "credit" => Beside::Credit,
        "author" => Beside::Author,
        "follower" => Beside::Follower,
        "deed" => Beside::Deed,
        "befalling" => Beside::Befalling,
        "occasion" => Beside::Occasion,
        "object" => Beside::Object,
        "joiner" => Beside::Joiner,
        "salutation" => Beside::Salutation,
        "lead" => Beside::Lead,
        _ => {
            let remedy = "write verb, quoting, adverb, courtesy, credit, author, follower, deed, befalling, occasion, object, joiner, salutation, lead, words or feeling";
            return Err(UTTERANCES.error(line, "unknown class", remedy));
        }
    })
}
