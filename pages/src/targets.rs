//! The page of targets: a chart and a table for each indicator.

use std::io;

use serde::Serialize;
use zhengce::{Aspect, Bound, Change, Claim, Quote, Series, Targets};

use super::{Language, chart, render};

#[derive(Serialize)]
struct Page<'p> {
    lang: &'static str,
    title: &'static str,
    all: Vec<Shown<'p>>,
}

#[derive(Serialize)]
struct Shown<'p> {
    indicator: &'p str,
    place: Option<&'p str>,
    aspect_en: &'static str,
    aspect_zh: &'static str,
    chart: Option<String>,
    years: Vec<Year<'p>>,
}

#[derive(Serialize)]
struct Year<'p> {
    year: &'p str,
    targets: Vec<Given<'p>>,
    results: Vec<Given<'p>>,
}

#[derive(Serialize)]
struct Given<'p> {
    said: String,
    evidence: &'p Quote,
}

/// The page as HTML.
///
/// # Errors
/// None, unless a template is wrong.
pub fn targets(targets: &Targets, language: Language) -> io::Result<String> {
    let all = targets.series.iter().map(shown).collect();
    render("targets.html", &Page { lang: language.code(), title: "目标与结果 Targets and results", all })
}

fn shown(series: &Series) -> Shown<'_> {
    let (aspect_en, aspect_zh) = match series.aspect {
        Aspect::Growth => ("growth, %", "增速（%）"),
        Aspect::Rate => ("rate, %", "比率（%）"),
        Aspect::Money => ("amount", "金额"),
        Aspect::Count => ("number", "数量"),
        _ => ("quantity", "产量"),
    };
    let years = series.years.iter().map(|year| Year {
        year: &year.year,
        targets: year.targets.iter().map(given).collect(),
        results: year.results.iter().map(given).collect(),
    });
    Shown {
        indicator: &series.indicator,
        place: series.place.as_deref(),
        aspect_en,
        aspect_zh,
        chart: chart::of(series),
        years: years.collect(),
    }
}

/// The claim in the words that a table has room for: ↓3%左右.
fn given(claim: &Claim) -> Given<'_> {
    let bound = match claim.bound {
        Bound::About => " ≈",
        Bound::Over => " ≥",
        Bound::Under => " ≤",
        _ => "",
    };
    let down = if claim.change == Change::Down { "↓" } else { "" };
    Given { said: format!("{down}{}{bound}", claim.evidence.text), evidence: &claim.evidence }
}
