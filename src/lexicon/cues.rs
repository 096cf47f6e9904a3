//! The words around a figure that tie it to what it counts.

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;
use crate::record::Change;

const FILE: Dictionary = dictionary!("cues.tsv");

/// The cue words of figures.
#[derive(Debug)]
pub(crate) struct Cues {
    pub(crate) words: Vocabulary<Cue>,
}

/// What a cue word does, and whether it speaks of what is or of what shall be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) part: Part,
    pub(crate) mood: Option<Mood>,
}

/// What a word does beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A change by the figure; `takes_object`: its quantity may follow it.
    Change { change: Change, takes_object: bool },
    /// The name of a change: 增速.
    ChangeNoun(Change),
    /// What is counted comes on top of what there was: 新增.
    Gain,
    /// The figure after it is a level: 达到, 增至.
    Arrive,
    /// Stands between a quantity and its figure.
    Link,
    /// Follows a figure: 以上, 多; `threshold`: and may make it a condition.
    Bound { threshold: bool },
    /// Stands after a figure, or names a quantity elsewhere: 规模.
    Scale,
    /// A verb whose object is counted.
    Act,
    /// A verb whose object is counted, and which between two nouns is part of their phrase: 改造, 服务.
    Deed,
    /// A verb whose object is counted and may act itself: 支持, 引导.
    Pivot,
    /// Part of a noun phrase; `existing`: it names something that is there already.
    Noun { existing: bool },
    /// A noun that says nothing without the word before it: 基地, 单位.
    Dependent,
    /// A noun that says nothing without the word before it, and names a quantity: 人数, 时限.
    Quantity,
    /// A noun that is never counted itself: 作用, 进度.
    Abstract,
    /// A noun that describes the one after it: 市级, 核心.
    Descriptive,
    /// Before what a quantity is compared with or reckoned by: 比, 按, 扣除.
    Basis,
    /// Part of the noun phrase after it; without one, a link: 平均.
    Attribute,
    /// Before the whole of a share: 占.
    Share,
    /// Closes a list: 等.
    Etc,
    /// Ends a noun phrase.
    Other,
}

/// Whether a word speaks of what is or of what shall be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Done,
    Plan,
}

impl Cues {
    pub(super) fn load() -> Result<Self, Error> {
        let words = FILE.rows()?.into_iter().map(|row| Ok((row.word, cue(&row)?)));
        Ok(Cues { words: Vocabulary::new(words.collect::<Result<Vec<_>, Error>>()?) })
    }
}

fn cue(row: &Row) -> Result<Cue, Error> {
    let mood = match row.attribute {
        "done" => Some(Mood::Done),
        "plan" => Some(Mood::Plan),
        _ => None,
    };
    let part = match (row.class, row.attribute) {
        ("rise", attribute) => change(Change::Up, attribute),
        ("fall", attribute) => change(Change::Down, attribute),
        ("gain", _) => Part::Gain,
        ("arrive", _) => Part::Arrive,
        ("link", _) => Part::Link,
        ("bound", attribute) => Part::Bound { threshold: attribute == "threshold" },
        ("scale", _) => Part::Scale,
        ("act", "deed") => Part::Deed,
        ("act", "pivot") => Part::Pivot,
        ("act", _) => Part::Act,
        ("basis", _) => Part::Basis,
        ("noun", "abstract") => Part::Abstract,
        ("noun", "descriptive") => Part::Descriptive,
        ("noun", "dependent") => Part::Dependent,
        ("noun", "quantity") => Part::Quantity,
        ("attribute", _) => Part::Attribute,
        ("noun", attribute) => Part::Noun { existing: attribute == "existing" },
        ("share", _) => Part::Share,
        ("etc", _) => Part::Etc,
        ("other", _) => Part::Other,
        _ => return Err(FILE.unknown_class(row)),
    };
    Ok(Cue { part, mood })
}

fn change(change: Change, attribute: &str) -> Part {
    if attribute == "noun" {
        Part::ChangeNoun(change)
    } else {
        Part::Change { change, takes_object: attribute == "object" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let cues = Cues::load().unwrap();
        assert_eq!(cues.words.get("新增"), Some(&Cue { part: Part::Gain, mood: None }));
        assert_eq!(cues.words.get("力争").and_then(|cue| cue.mood), Some(Mood::Plan));
        assert_eq!(cues.words.get("增加到").map(|cue| cue.part), Some(Part::Arrive));
        let unknown = Row { word: "增长", class: "growth", attribute: "", line: 7 };
        assert!(cue(&unknown).is_err());
    }
}
