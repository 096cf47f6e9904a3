//! Indicators of plans and reports, and the words that tie a figure to one.

use super::indicator_tables::IndicatorTables;
use super::table::{Dictionary, Row, dictionary};
use super::target_cues::TargetCues;
use super::vocabulary::Vocabulary;
use crate::error::Error;
use crate::record::Aspect;

const FILE: Dictionary = dictionary!("indicators.tsv");

/// What a word is to a figure after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sign {
    Indicator(Indicator),
    /// May stand between an indicator and its figure.
    Link,
    /// Opens a remark on the indicator's rank: 居全省第三.
    Rank,
    /// An indicator that figures are only compared with.
    Trap,
}

/// An indicator under one of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Indicator {
    pub(crate) name: String,
    /// What its figures may be.
    pub(crate) aspects: Vec<Aspect>,
}

/// Indicators by all their names.
#[derive(Debug)]
pub(crate) struct Indicators {
    pub(crate) signs: Vocabulary<Sign>,
    pub(crate) cues: TargetCues,
    pub(crate) tables: IndicatorTables,
}

impl Indicators {
    /// Reads the indicators; the user's take precedence over the built-in ones.
    pub(super) fn load(added: Vec<(String, Indicator)>) -> Result<Self, Error> {
        let mut signs: Vec<(String, Sign)> =
            added.into_iter().map(|(word, indicator)| (word, Sign::Indicator(indicator))).collect();
        for row in FILE.rows()? {
            let sign = match row.class {
                "link" => Sign::Link,
                "rank" => Sign::Rank,
                "trap" => Sign::Trap,
                _ => Sign::Indicator(indicator(&row)?),
            };
            signs.push((row.word.to_owned(), sign));
        }
        Ok(Indicators {
            signs: Vocabulary::new(signs),
            cues: TargetCues::load()?,
            tables: IndicatorTables::load()?,
        })
    }
}

fn indicator(row: &Row) -> Result<Indicator, Error> {
    match row.attribute.split(' ').map(Aspect::from_name).collect() {
        Some(aspects) => Ok(Indicator { name: row.class.to_owned(), aspects }),
        None => Err(FILE.error(
            row.line,
            "an indicator without known aspects",
            "write growth, rate, money, count or mass",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_sets_targets_unless_it_says_that_they_were_met() {
        let indicators = Indicators::load(Vec::new()).unwrap();
        assert!(indicators.cues.sets_target("今年主要预期目标是:渔业增加值增长8%"));
        assert!(!indicators.cues.sets_target("新增就业900人,超过预期目标"));
    }

    #[test]
    fn users_words_go_before() {
        let own = Indicator { name: "渔业增加值".to_owned(), aspects: vec![Aspect::Growth] };
        let indicators = Indicators::load(vec![("水产增加值".to_owned(), own.clone())]).unwrap();
        assert_eq!(indicators.signs.get("水产增加值"), Some(&Sign::Indicator(own)));
        assert_eq!(indicators.signs.get("控制在"), Some(&Sign::Link));
    }
}
