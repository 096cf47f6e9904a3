//! What measure words count.

use rustc_hash::FxHashMap;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Endings;
use crate::error::Error;

const FILE: Dictionary = dictionary!("counted.tsv");
/// The name in the file for a number without a measure word.
const BARE: &str = "bare";
/// The class in the file of words that end like what is counted and are not.
const NONE: &str = "none";

/// The endings of the names that each measure word counts.
#[derive(Debug)]
pub(crate) struct Counted {
    names: FxHashMap<&'static str, Endings<()>>,
}

impl Counted {
    pub(super) fn load() -> Result<Self, Error> {
        let mut names: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for row in FILE.rows()? {
            if row.class.is_empty() {
                return Err(FILE.error(row.line, "no measure word", "write it in the second column"));
            }
            names.entry(row.class).or_default().push((row.word, ()));
        }
        let names = names.into_iter().map(|(class, ends)| (class, Endings::new(ends)));
        Ok(Counted { names: names.collect() })
    }

    /// Whether this measure word (empty: none) counts what has this name.
    pub(crate) fn fits(&self, measure_word: &str, name: &str) -> bool {
        let measure_word = if measure_word.is_empty() { BARE } else { measure_word };
        let ends_like = |class: &str| self.names.get(class).is_some_and(|ends| ends.end(name));
        ends_like(measure_word) && !ends_like(NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_word_chooses_its_nouns() {
        let counted = Counted::load().unwrap();
        assert!(counted.fits("家", "工业企业"));
        assert!(!counted.fits("家", "转型"));
        assert!(!counted.fits("条", "企业"));
        assert!(counted.fits("", "农村人口"));
        assert!(!counted.fits("吨", "人口"));
        assert!(counted.fits("个", "示范村"));
        assert!(!counted.fits("个", "农村"));
    }
}
