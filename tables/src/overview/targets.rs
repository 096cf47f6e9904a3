//! The tables of targets.

use arrow_schema::ArrowError;
use zhengce::{Change, Claim, IndicatorYear, Quote, Series, Targets};

use super::{Cited, Filled, Overview, always, cited, field, table};
use crate::column::ColumnType::{Integer, Number, Text};

const PLACE: &str = "The place that the documents speak for; null where they do not say";
const INDICATOR: &str = "The name of the indicator in the dictionary";
const ASPECT: &str = "growth (a change in percent), rate, money, count or mass";
const YEAR: &str = "2016, or 2011/2015 for a period";
const UNIT: &str = "The unit, without 万 and 亿";
const BOUND: &str = "exact, about, over (the value or more), under (the value or less), range";
const CHANGE: &str = "up, down (a fall: the value itself is positive), level";

/// The tables of targets: `target_claims` has a row for each figure that a document gives; `target_years`,
/// one for each indicator and year, with its first target and its first result.
///
/// # Errors
/// Those of Arrow.
///
/// ```
/// let tables = zhengce_tables::of_targets(&zhengce::Targets::default())?;
/// assert_eq!(tables.iter().map(|table| table.name).collect::<Vec<_>>(), ["target_claims", "target_years"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of_targets(targets: &Targets) -> Result<Vec<Overview>, ArrowError> {
    let years = targets.series.iter().flat_map(|series| series.years.iter().map(move |year| (series, year)));
    let years: Vec<YearRow> = years.map(|(series, year)| YearRow { series, year }).collect();
    let claims = years.iter().flat_map(|row| {
        let targets = row.year.targets.iter().map(|claim| ("target", claim));
        let results = row.year.results.iter().map(|claim| ("result", claim));
        targets.chain(results).map(move |(said, claim)| ClaimRow { of: row, said, claim })
    });
    Ok(vec![
        table("target_claims", &claim_fields(), claims.collect::<Vec<_>>().iter())?,
        table("target_years", &year_fields(), years.iter())?,
    ])
}

pub(super) struct YearRow<'t> {
    series: &'t Series,
    year: &'t IndicatorYear,
}

pub(super) struct ClaimRow<'t> {
    of: &'t YearRow<'t>,
    said: &'static str,
    claim: &'t Claim,
}

impl Cited for ClaimRow<'_> {
    fn quote(&self) -> &Quote {
        &self.claim.evidence
    }
}

pub(super) fn year_fields<'t>() -> Vec<Filled<YearRow<'t>>> {
    let mut fields = indicator_fields();
    fields.extend([
        field("unit", Text, UNIT, |row: &YearRow| row.first().and_then(|claim| claim.unit.as_ref()).into()),
        field("target", Number, "The first target, a fall without its sign; lower end of a range; null where none was set", |row| {
            row.target().and_then(|claim| claim.value).into()
        }),
        field("target_upper", Number, "Upper end of its range", |row| {
            row.target().and_then(|claim| claim.upper).into()
        }),
        field("target_bound", Text, BOUND, |row| row.target().map(|claim| claim.bound.name()).into()),
        field("target_change", Text, CHANGE, |row| row.target().map(|claim| claim.change.name()).into()),
        field("target_sentence", Text, "The sentence of the target", |row| {
            row.target().map(|claim| &claim.evidence.sentence).into()
        }),
        field("target_source", Text, "Path or id of its document", |row| {
            row.target().and_then(|claim| claim.evidence.source.as_ref()).into()
        }),
        field(
            "result",
            Number,
            "The result reported first, by the report of the next year if there is one; a fall without its sign",
            |row| row.result().and_then(|claim| claim.value).into(),
        ),
        field("result_upper", Number, "Upper end of its range", |row| {
            row.result().and_then(|claim| claim.upper).into()
        }),
        field("result_bound", Text, BOUND, |row| row.result().map(|claim| claim.bound.name()).into()),
        field("result_change", Text, CHANGE, |row| row.result().map(|claim| claim.change.name()).into()),
        field(
            "difference",
            Number,
            "Result less target, where both have one value in the same unit; a fall counts as negative: a fall of 3 where one of 2 was \
             the target is -1",
            |row| row.difference().into(),
        ),
        field("result_sentence", Text, "The sentence of the result", |row| {
            row.result().map(|claim| &claim.evidence.sentence).into()
        }),
        field("result_source", Text, "Path or id of its document", |row| {
            row.result().and_then(|claim| claim.evidence.source.as_ref()).into()
        }),
    ]);
    fields
}

pub(super) fn claim_fields<'t>() -> Vec<Filled<ClaimRow<'t>>> {
    let mut fields: Vec<Filled<ClaimRow>> = vec![
        field("place", Text, PLACE, |row| row.of.series.place.as_ref().into()),
        field("place_code", Text, super::PLACE_CODE, |row| super::code_of(row.of.series.place.as_deref())),
        always("indicator", Text, INDICATOR, |row| (&row.of.series.indicator).into()),
        always("aspect", Text, ASPECT, |row| row.of.series.aspect.name().into()),
        always("year", Text, YEAR, |row| (&row.of.year.year).into()),
        always("said", Text, "target or result", |row| row.said.into()),
        field(
            "value",
            Number,
            "The value in full units of `unit`, a fall without its sign; lower end of a range",
            |row| row.claim.value.into(),
        ),
        field("upper", Number, "Upper end of a range", |row| row.claim.upper.into()),
        field("unit", Text, UNIT, |row| row.claim.unit.as_ref().into()),
        always("bound", Text, BOUND, |row| row.claim.bound.name().into()),
        always("change", Text, CHANGE, |row| row.claim.change.name().into()),
    ];
    fields.extend(cited());
    fields
}

fn indicator_fields<'t>() -> Vec<Filled<YearRow<'t>>> {
    vec![
        field("place", Text, PLACE, |row| row.series.place.as_ref().into()),
        field("place_code", Text, super::PLACE_CODE, |row| super::code_of(row.series.place.as_deref())),
        always("indicator", Text, INDICATOR, |row| (&row.series.indicator).into()),
        always("aspect", Text, ASPECT, |row| row.series.aspect.name().into()),
        always("year", Text, YEAR, |row| (&row.year.year).into()),
        field("first_year", Integer, "The year, or the first of a period", |row| {
            row.years().map(|(first, _)| first).into()
        }),
        field("last_year", Integer, "The year, or the last of a period", |row| {
            row.years().map(|(_, last)| last).into()
        }),
    ]
}

impl<'t> YearRow<'t> {
    fn target(&self) -> Option<&'t Claim> {
        self.year.targets.first()
    }

    fn result(&self) -> Option<&'t Claim> {
        self.year.results.first()
    }

    fn first(&self) -> Option<&'t Claim> {
        self.target().or(self.result())
    }

    fn years(&self) -> Option<(i64, i64)> {
        let (first, last) = self.year.year.split_once('/').unwrap_or((&self.year.year, &self.year.year));
        Some((first.parse().ok()?, last.parse().ok()?))
    }

    fn difference(&self) -> Option<rust_decimal::Decimal> {
        let (target, result) = (self.target()?, self.result()?);
        let is_one = target.upper.is_none() && result.upper.is_none() && target.unit == result.unit;
        let signed = |claim: &Claim| match claim.change {
            Change::Down => claim.value.map(|value| -value),
            _ => claim.value,
        };
        signed(result)?.checked_sub(signed(target)?).filter(|_| is_one)
    }
}
