//! Units and measure words, the words around figures, and the words that only look like figures.

use rust_decimal::Decimal;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::{Endings, Vocabulary};
use crate::error::Error;
use crate::record::{Bound, FigureKind};

const UNITS: Dictionary = dictionary!("units.tsv");
const CURRENCIES: Dictionary = dictionary!("currencies.tsv");
const PARTS: Dictionary = dictionary!("unit_parts.tsv");
const CUES: Dictionary = dictionary!("figure_cues.tsv");
const TRAPS: Dictionary = dictionary!("figure_traps.tsv");

/// Words that make a number a figure, and words that do not.
#[derive(Debug)]
pub(crate) struct Units {
    pub(crate) words: Vocabulary<Unit>,
    /// Signs of currencies that stand before the number, with the currency: ¥, US$.
    pub(crate) signs: Vocabulary<&'static str>,
    /// Units with parts that are told together with them: 元 with 角 and 分.
    pub(crate) parts: Vec<UnitPart>,
    /// Words that end directly before a figure.
    pub(crate) before: Endings<Cue>,
    /// Words that the segmenter joins to the figure after them: 这|三县.
    pub(crate) glued: Endings<()>,
    /// Words that start directly after a figure.
    pub(crate) after: Vocabulary<Cue>,
    /// Words that begin with a number and are no figures.
    pub(crate) traps: Vocabulary<()>,
    /// What is set out in points: 3点|倡议.
    pub(crate) points: Vocabulary<()>,
    /// Openers of the words after 级 that make it a grade: 三级|医院.
    pub(crate) grades: Vocabulary<()>,
    /// Words for what goes through levels: 五级服务|网络.
    pub(crate) spans: Vocabulary<()>,
    /// Words for what every level has: 两级|政府.
    pub(crate) tiered: Vocabulary<()>,
    /// Measure words before which 二 counts as 两 does: 二人.
    pub(crate) pairs: Vocabulary<()>,
}

/// A unit or measure word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) sense: Sense,
    /// How records write it, where that differs from the text.
    pub(crate) written: Option<&'static str>,
}

/// A part of a unit: ten 角 make one 元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnitPart {
    pub(crate) unit: &'static str,
    pub(crate) word: &'static str,
    /// How many of it make the unit.
    pub(crate) count: Decimal,
}

/// What a number with this unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    Measure(FigureKind),
    /// A point or stretch of time, which is no figure.
    Duration,
    /// Tenths, counted in hundredths: 三成 is 30%.
    Tenth,
}

/// What a word beside a figure says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    Bound(Bound),
    /// The number is a rank or part of a name.
    Ordinal,
    /// A 一 after it counts.
    Counting,
    /// Another word that ends like a cue.
    Nothing,
}

/// Longest name of a currency before a sum, in characters: 新台币.
const MAX_CURRENCY_CHARS: usize = 4;

impl Units {
    /// The byte at which the name of the currency that ends the text starts (借款日元), and how records write
    /// it.
    pub(crate) fn currency_at_end<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        let starts = text.char_indices().rev().take(MAX_CURRENCY_CHARS).skip(1);
        let names = starts.filter_map(|(at, _)| {
            let unit = self.words.get(&text[at..])?;
            let is_money = unit.sense == Sense::Measure(FigureKind::Money);
            is_money.then(|| (at, unit.written.unwrap_or(&text[at..])))
        });
        names.last()
    }

    pub(super) fn load() -> Result<Self, Error> {
        let units = UNITS.rows()?.into_iter().map(|row| Ok((row.word, unit(&row)?)));
        let mut units = units.collect::<Result<Vec<_>, Error>>()?;
        let mut signs = Vec::new();
        for row in CURRENCIES.rows()? {
            let written = Some(row.attribute).filter(|written| !written.is_empty());
            if !CURRENCY_CLASSES.contains(&row.class) {
                return Err(CURRENCIES.error(row.line, "unknown class", "write name, code or sign"));
            }
            if row.class != NAME {
                signs.push((row.word, written.unwrap_or(row.word)));
            }
            if row.class != SIGN {
                units.push((row.word, Unit { sense: Sense::Measure(FigureKind::Money), written }));
            }
        }
        let words = Vocabulary::new(units);
        let signs = Vocabulary::new(signs);
        let traps = Vocabulary::new(TRAPS.rows()?.into_iter().map(|row| (row.word, ())));
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let [mut points, mut grades, mut spans, mut tiered, mut pairs, mut glued] = [const { Vec::new() }; 6];
        for row in CUES.rows()? {
            match row.class {
                "before" => before.push((row.word, cue(&row)?)),
                "after" => after.push((row.word, cue(&row)?)),
                "point" => points.push((row.word, ())),
                "grade" => grades.push((row.word, ())),
                "span" => spans.push((row.word, ())),
                "tiered" => tiered.push((row.word, ())),
                "pair" => pairs.push((row.word, ())),
                "glued" => glued.push((row.word, ())),
                _ => return Err(CUES.error(row.line, "unknown class", "write a class that the head names")),
            }
        }
        Ok(Units {
            words,
            signs,
            parts: parts()?,
            before: Endings::new(before),
            glued: Endings::new(glued),
            after: Vocabulary::new(after),
            traps,
            points: Vocabulary::new(points),
            grades: Vocabulary::new(grades),
            spans: Vocabulary::new(spans),
            tiered: Vocabulary::new(tiered),
            pairs: Vocabulary::new(pairs),
        })
    }
}

/// The classes of `currencies.tsv`.
const CURRENCY_CLASSES: [&str; 3] = [NAME, CODE, SIGN];
const NAME: &str = "name";
const CODE: &str = "code";
const SIGN: &str = "sign";

/// What may stand before a sum of money, each with its currency, the longest first: US$ before $. For readers
/// of a single string, who need no lexicon.
pub(crate) fn currency_signs() -> Vec<(&'static str, &'static str)> {
    currency_rows(&[CODE, SIGN])
}

/// What may stand after a sum of money, each with the currency as records write it, the longest first.
pub(crate) fn currencies() -> Vec<(&'static str, &'static str)> {
    currency_rows(&[NAME, CODE])
}

fn currency_rows(classes: &[&str]) -> Vec<(&'static str, &'static str)> {
    let rows = CURRENCIES.rows().unwrap_or_default().into_iter().filter(|row| classes.contains(&row.class));
    let written = |row: &Row<'static>| if row.attribute.is_empty() { row.word } else { row.attribute };
    let mut rows: Vec<_> = rows.map(|row| (row.word, written(&row))).collect();
    rows.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    rows
}

/// The rows of `unit_parts.tsv`.
fn parts() -> Result<Vec<UnitPart>, Error> {
    let part = |row: Row<'static>| match row.attribute.parse() {
        Ok(count) => Ok(UnitPart { unit: row.class, word: row.word, count }),
        Err(_) => Err(PARTS.error(row.line, "no number of parts", "write how many make the unit")),
    };
    PARTS.rows()?.into_iter().map(part).collect()
}

fn unit(row: &Row<'static>) -> Result<Unit, Error> {
    let sense = match row.class {
        "duration" => Sense::Duration,
        "tenth" => Sense::Tenth,
        kind => match FigureKind::from_name(kind) {
            Some(kind) => Sense::Measure(kind),
            None => {
                return Err(UNITS.error(
                    row.line,
                    "unknown class",
                    "write a figure's kind, duration or tenth",
                ));
            }
        },
    };
    Ok(Unit { sense, written: Some(row.attribute).filter(|written| !written.is_empty()) })
}

fn cue(row: &Row) -> Result<Cue, Error> {
    Ok(match row.attribute {
        "about" => Cue::Bound(Bound::About),
        "over" => Cue::Bound(Bound::Over),
        "under" => Cue::Bound(Bound::Under),
        "ordinal" => Cue::Ordinal,
        "counting" => Cue::Counting,
        "none" => Cue::Nothing,
        _ => {
            let remedy = "write about, over, under, ordinal, counting or none";
            return Err(CUES.error(row.line, "unknown meaning", remedy));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn units_know_their_kind_and_their_writing() {
        let units = &Lexicon::for_tests().units;
        let unit = |word: &str| units.words.get(word).copied();
        let measure = |kind| Some(Unit { sense: Sense::Measure(kind), written: None });
        assert_eq!(unit("公顷"), measure(FigureKind::Area));
        assert_eq!(unit("港元"), measure(FigureKind::Money));
        assert_eq!(unit("圆").and_then(|unit| unit.written), Some("元"));
        assert_eq!(
            (units.signs.get("EUR").copied(), unit("EUR").and_then(|unit| unit.written)),
            (Some("欧元"), Some("欧元"))
        );
        assert!(units.parts.contains(&UnitPart { unit: "元", word: "角", count: Decimal::TEN }));
        assert_eq!(unit("个百分点").and_then(|unit| unit.written), Some("百分点"));
        assert_eq!(unit("季度").map(|unit| unit.sense), Some(Sense::Duration));
        assert_eq!(unit("项目"), None);
    }

    #[test]
    fn rows_are_sorted_and_none_stands_twice() {
        for dictionary in [UNITS, CURRENCIES, PARTS, CUES, TRAPS] {
            let rows = dictionary.rows().unwrap();
            assert!(
                rows.windows(2).all(|pair| (pair[0].word, pair[0].class) < (pair[1].word, pair[1].class))
            );
        }
    }
}
