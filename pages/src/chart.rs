//! Charts of target and result over the years, as SVG.

use std::ops::Range;

use plotters::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use zhengce::{Claim, IndicatorYear, Series};

const SIZE: (u32, u32) = (720, 260);
const TARGET: RGBColor = RGBColor(184, 92, 0);
const RESULT: RGBColor = RGBColor(11, 83, 148);

/// The chart of a series, of its figures in their commonest unit (of all weights, in tonnes); `None` for
/// fewer than two years.
pub(crate) fn of(series: &Series) -> Option<String> {
    let unit = commonest_unit(series)?;
    let points = |claims: fn(&IndicatorYear) -> &Vec<Claim>| -> Vec<(i32, f64)> {
        let years = series.years.iter();
        let value = |claims: &[Claim]| claims.iter().find_map(|claim| value_in(claim, unit));
        years.filter_map(|year| Some((year.year.parse().ok()?, value(claims(year))?))).collect()
    };
    let targets = points(|year| &year.targets);
    let results = points(|year| &year.results);
    let all: Vec<(i32, f64)> = targets.iter().chain(&results).copied().collect();
    let (years, values) = (years(&all)?, values(&all)?);
    let mut svg = String::new();
    draw(&mut svg, unit, years, values, &targets, &results).ok()?;
    Some(svg)
}

/// The unit in which a claim is drawn, and how many of the claim's own units make one of that.
fn drawn_in(claim: &Claim) -> (&str, f64) {
    match claim.unit.as_deref() {
        Some("斤") => ("吨", 2000.0),
        Some("公斤" | "千克") => ("吨", 1000.0),
        unit => (unit.unwrap_or_default(), 1.0),
    }
}

fn commonest_unit(series: &Series) -> Option<&str> {
    let claims = || series.years.iter().flat_map(|year| year.targets.iter().chain(&year.results));
    let count = |unit: &str| claims().filter(|claim| drawn_in(claim).0 == unit).count();
    claims().map(|claim| drawn_in(claim).0).max_by_key(|unit| (count(unit), *unit))
}

fn value_in(claim: &Claim, unit: &str) -> Option<f64> {
    let (own, many) = drawn_in(claim);
    let value: f64 = claim.value?.to_string().parse().ok()?;
    (own == unit).then_some(value / many)
}

fn years(points: &[(i32, f64)]) -> Option<Range<i32>> {
    let first = points.iter().map(|(year, _)| *year).min()?;
    let last = points.iter().map(|(year, _)| *year).max()?;
    // A year of room on either side, so that no point lies on the edge.
    (first < last).then_some(first - 1..last + 1)
}

fn values(points: &[(i32, f64)]) -> Option<Range<f64>> {
    let top = points.iter().map(|(_, value)| *value).reduce(f64::max)?;
    let bottom = points.iter().map(|(_, value)| *value).reduce(f64::min)?.min(0.0);
    (top > bottom).then_some(bottom..top * 1.1)
}

type Drawn = Result<(), Box<dyn std::error::Error>>;

/// The factor and the sign with which numbers up to this one are written, on an axis and in a table: 万, 亿,
/// 万亿.
pub(crate) fn scale(top: Decimal) -> (Decimal, &'static str) {
    let scales = [(1_000_000_000_000_i64, "万亿"), (100_000_000, "亿"), (10_000, "万")];
    let scales = scales.map(|(many, sign)| (Decimal::from(many), sign));
    scales.into_iter().find(|(many, _)| top.abs() >= *many).unwrap_or((Decimal::ONE, ""))
}

/// Draws targets as open squares and results as dots on a line, so that they differ without colour.
fn draw(
    svg: &mut String,
    unit: &str,
    years: Range<i32>,
    values: Range<f64>,
    targets: &[(i32, f64)],
    results: &[(i32, f64)],
) -> Drawn {
    let area = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    let mut chart = ChartBuilder::on(&area)
        .margin(10)
        .margin_right(24)
        .x_label_area_size(28)
        .y_label_area_size(84)
        .build_cartesian_2d(years, values.clone())?;
    let (scale, sign) = scale(Decimal::from_f64(values.end).unwrap_or_default());
    let scale = scale.to_f64().unwrap_or(1.0);
    let label = |value: &f64| format!("{}{sign}{unit}", (value / scale * 100.0).round() / 100.0);
    let mut mesh = chart.configure_mesh();
    mesh.light_line_style(WHITE).x_labels(12).y_labels(6).y_label_formatter(&label).draw()?;
    chart.draw_series(LineSeries::new(results.iter().copied(), RESULT.stroke_width(2)))?;
    chart.draw_series(results.iter().map(|point| Circle::new(*point, 4, RESULT.filled())))?;
    let square = |point: &(i32, f64)| {
        EmptyElement::at(*point) + Rectangle::new([(-5, -5), (5, 5)], TARGET.stroke_width(2))
    };
    chart.draw_series(targets.iter().map(square))?;
    area.present()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_drawn_in_tonnes_and_currencies_apart() {
        let claim = |value: &str, unit: &str| -> Claim {
            serde_json::from_value(serde_json::json!({
                "value": value.parse::<f64>().unwrap(), "upper": null, "unit": unit, "bound": "exact", "change": "level",
                "evidence": {"source": null, "date": null, "text": "", "span": {"start": 0, "end": 0}, "sentence": "", "sentence_span": {"start": 0, "end": 0}}
            }))
            .unwrap()
        };
        assert_eq!(value_in(&claim("4000", "斤"), "吨"), Some(2.0));
        assert_eq!(value_in(&claim("3", "吨"), "吨"), Some(3.0));
        assert_eq!(value_in(&claim("3", "美元"), "元"), None);
    }
}
