//! Step 13: indicators by year: what was aimed at, and what was reported later.
//!
//! | file | question |
//! |---|---|
//! | [`reading`] | the figures of a speech that are of an indicator |
//! | [`tie`], [`row`], [`grid`] | which indicators, in sentences, rows and tables |
//! | [`owner`] | which place they are of |
//! | [`year`] | which year they are of |
//! | [`aim`] | the target that a result is told beside |

mod aim;
mod grid;
mod owner;
mod reading;
mod row;
mod tie;
mod year;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::document::{Quote, ReadDocument};
use crate::extract::{Extraction, Extractor};
use crate::record::{Aspect, Bound, Change, FigureStatus, number};
use reading::Reading;

/// Targets and results of many documents.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Targets {
    /// By place, indicator and aspect.
    pub series: Vec<Series>,
}

/// An indicator of a place over the years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Series {
    /// The place that the documents speak for; `null` where they do not say.
    pub place: Option<String>,
    /// The indicator's name in the dictionary; its name in the table if no dictionary has it.
    pub indicator: String,
    /// What its figures are.
    pub aspect: Aspect,
    /// In the order of the years.
    pub years: Vec<IndicatorYear>,
}

/// What was said of an indicator in one year or period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct IndicatorYear {
    /// `2016`, or `2011/2015` for a period.
    pub year: String,
    /// What was aimed at, in the order in which it was said; empty where no target was set.
    pub targets: Vec<Claim>,
    /// What was reported, the report of the next year first.
    pub results: Vec<Claim>,
}

/// A figure that a document gives for an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Claim {
    /// The value, lower end of a range.
    #[serde(with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<Decimal>,
    /// Upper end of a range.
    #[serde(with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub upper: Option<Decimal>,
    /// The unit, without 万 and 亿; where the text gives none, the one that all other figures of the series
    /// have.
    pub unit: Option<String>,
    /// How the value bounds the quantity.
    pub bound: Bound,
    /// Whether it is an increase, a decrease or a level. A noun of change decides before the verb: 增长目标为5%
    /// and 涨幅回落到2% are increases.
    pub change: Change,
    /// Where it was said.
    pub evidence: Quote,
}

impl Extractor {
    /// The targets and results of these documents, which this extractor read. A document without its text, or
    /// with spans that do not lie in it, has none. Indicators are those of the dictionary and of
    /// `[[indicator]]` in the rule files. A document without a date is of the year that its 今年 or 去年 says;
    /// one that has neither is left out. In a table of indicators (指标, 单位, 2025年基期值, 2030年目标值) each number
    /// below a year is a claim; an indicator that no dictionary has keeps its name in the table.
    ///
    /// ```
    /// let extractor = zhengce::shared()?;
    /// let text = "今年发展主要预期目标是：国内生产总值增长5%左右。";
    /// let extraction = extractor.extract_with_text(text, Some(&"2024-03-05".parse()?));
    /// let targets = extractor.targets(&[extraction]);
    /// let year = &targets.series[0].years[0];
    /// assert_eq!((targets.series[0].indicator.as_str(), year.year.as_str()), ("国内生产总值", "2024"));
    /// assert_eq!(year.targets[0].value, Some(5.into()));
    /// # Ok::<(), zhengce::Error>(())
    /// ```
    pub fn targets<'e>(&self, extractions: impl IntoIterator<Item = &'e Extraction>) -> Targets {
        let mut series: BTreeMap<Key, Years> = BTreeMap::new();
        let read = |extraction| ReadDocument::new(extraction, self.lexicon());
        let whole = extractions.into_iter().filter(|extraction| extraction.is_whole());
        let mut documents: Vec<ReadDocument> = whole.map(read).collect();
        documents.sort_by(|one, other| one.date().cmp(&other.date()));
        for read in &documents {
            let place = read.place();
            let grid = grid::read(read, self.indicators());
            let told = read
                .document
                .speeches
                .iter()
                .flat_map(|speech| reading::read(read, speech, place.as_deref(), self.indicators()));
            let mut readings: Vec<Reading> =
                told.filter(|reading| !grid.holds(&reading.claim.evidence.span)).collect();
            readings.extend(grid.readings);
            for reading in readings {
                let key = (place.clone(), reading.indicator.clone(), reading.aspect);
                series.entry(key).or_default().entry(reading.year.clone()).or_default().push(reading);
            }
        }
        Targets { series: series.into_iter().map(|(key, years)| finished(key, years)).collect() }
    }
}

/// Place, indicator, aspect.
type Key = (Option<String>, String, Aspect);
type Years = BTreeMap<String, Vec<Reading>>;

fn finished((place, indicator, aspect): Key, mut years: Years) -> Series {
    name_units(&mut years);
    let years = years.into_iter().map(|(year, readings)| {
        let (targets, mut results): (Vec<_>, Vec<_>) =
            readings.into_iter().partition(|reading| reading.status == FigureStatus::Target);
        // The report of the next year comes first, then later ones, then that of the year itself; in each,
        // what was reached (达到3.2万亿元) comes before the bar that it passed (突破3万亿元).
        results.sort_by_key(|reading| (!reading.is_reported_after(), reading.is_bar()));
        let claims = |readings: Vec<Reading>| readings.into_iter().map(|reading| reading.claim).collect();
        IndicatorYear { year, targets: claims(targets), results: claims(results) }
    });
    Series { place, indicator, aspect, years: years.collect() }
}

/// Gives a number without a unit the one that all others of its series have: 减少1000万 beside 减少800万人.
fn name_units(years: &mut Years) {
    let said = || years.values().flatten().filter_map(|reading| reading.claim.unit.as_ref());
    let Some(unit) = said().next().filter(|first| said().all(|unit| unit == *first)).cloned() else { return };
    for reading in years.values_mut().flatten() {
        reading.claim.unit.get_or_insert_with(|| unit.clone());
    }
}

#[cfg(test)]
mod tests;
