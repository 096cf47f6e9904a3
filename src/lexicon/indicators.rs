//! Indicators of plans and reports, and the words that tie a figure to one.

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("indicators.tsv");
/// What the third column may name.
pub(super) const ASPECTS: &[&str] = &["growth", "rate", "money", "count", "mass"];

/// What a word is to a figure behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sign {
    Indicator(Indicator),
    /// May stand between an indicator and its figure.
    Link,
    /// An indicator that is only compared with.
    Trap,
}

/// An indicator under one of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Indicator {
    pub(crate) name: String,
    /// Which figures are of it.
    pub(crate) aspects: Vec<String>,
}

/// Indicators by all their names.
#[derive(Debug)]
pub(crate) struct Indicators {
    pub(crate) signs: Vocabulary<Sign>,
    targets: Vocabulary<()>,
    met: Vocabulary<()>,
    missed: Vocabulary<()>,
    reached: Vocabulary<()>,
}

impl Indicators {
    /// Reads the indicators; the user's go before the built-in ones.
    pub(super) fn load(added: Vec<(String, Indicator)>) -> Result<Self, Error> {
        let mut signs: Vec<(String, Sign)> =
            added.into_iter().map(|(word, indicator)| (word, Sign::Indicator(indicator))).collect();
        let (mut targets, mut met, mut missed, mut reached) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in FILE.rows()? {
            match row.class {
                "link" => signs.push((row.word.to_owned(), Sign::Link)),
                "trap" => signs.push((row.word.to_owned(), Sign::Trap)),
                "target" => targets.push((row.word, ())),
                "met" => met.push((row.word, ())),
                "missed" => missed.push((row.word, ())),
                "reached" => reached.push((row.word, ())),
                _ => signs.push((row.word.to_owned(), Sign::Indicator(indicator(&row)?))),
            }
        }
        Ok(Indicators {
            signs: Vocabulary::new(signs),
            targets: Vocabulary::new(targets),
            met: Vocabulary::new(met),
            missed: Vocabulary::new(missed),
            reached: Vocabulary::new(reached),
        })
    }

    /// Whether these words say that what follows was not reached: 没有实现….
    pub(crate) fn misses(&self, before: &str) -> bool {
        self.missed.find(before).next().is_some()
    }

    /// Whether these words end with one of having met a target: 高于.
    pub(crate) fn is_met_at_end(&self, before: &str) -> bool {
        ends_with_one(&self.met, before)
    }

    /// Whether they end with one that tells what an amount has come to: 增加到, 突破.
    pub(crate) fn is_reached_at_end(&self, before: &str) -> bool {
        ends_with_one(&self.reached, before)
    }

    /// Whether a sentence sets targets: 主要预期目标是…, but not 超过预期目标.
    pub(crate) fn sets_target(&self, sentence: &str) -> bool {
        let mut targets = self.targets.find(sentence);
        targets.any(|(range, ())| {
            let before = &sentence[..range.start];
            let near = before.char_indices().rev().take(LONGEST_MET).map(|(at, _)| at).last().unwrap_or(0);
            self.met.find(&before[near..]).next().is_none()
        })
    }
}

fn ends_with_one(words: &Vocabulary<()>, text: &str) -> bool {
    words.find(text).any(|(range, ())| range.end == text.len())
}

/// How many characters before a word of target one of having met it is looked for.
const LONGEST_MET: usize = 6;

fn indicator(row: &Row) -> Result<Indicator, Error> {
    let aspects: Vec<String> = row.attribute.split(' ').map(str::to_owned).collect();
    if aspects.iter().all(|aspect| ASPECTS.contains(&aspect.as_str())) {
        Ok(Indicator { name: row.class.to_owned(), aspects })
    } else {
        Err(FILE.error(
            row.line,
            "an indicator without known aspects",
            "write growth, rate, money, count or mass",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_sets_targets_unless_it_says_that_they_were_met() {
        let indicators = Indicators::load(Vec::new()).unwrap();
        assert!(indicators.sets_target("今年主要预期目标是:渔业增加值增长8%"));
        assert!(!indicators.sets_target("新增就业900人,超过预期目标"));
    }

    #[test]
    fn users_words_go_before() {
        let own = Indicator { name: "渔业增加值".to_owned(), aspects: vec!["growth".to_owned()] };
        let indicators = Indicators::load(vec![("水产增加值".to_owned(), own.clone())]).unwrap();
        assert_eq!(indicators.signs.get("水产增加值"), Some(&Sign::Indicator(own)));
        assert_eq!(indicators.signs.get("控制在"), Some(&Sign::Link));
    }
}
