//! The page of targets: places compared in one year, a table of contents, and a chart and a table for each
//! indicator.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use rust_decimal::Decimal;
use serde::Serialize;
use zhengce::{Aspect, Bound, Change, Claim, Series, Targets};

use super::filter::{Filter, value};
use super::words::{Words, called};
use super::{Language, chart, marked, render};

#[derive(Serialize)]
struct Page<'p> {
    lang: &'static str,
    title: Words<'static>,
    version: &'static str,
    documents: Vec<Read<'p>>,
    filters: Vec<Filter<'p>>,
    years: Vec<&'p str>,
    chosen: Option<&'p str>,
    cells: Vec<Cell<'p>>,
    contents: Vec<Group<'p>>,
    all: Vec<Shown<'p>>,
}

/// A document that gives a figure.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Read<'p> {
    date: Option<&'p str>,
    place: Option<&'p str>,
    source: Option<&'p str>,
}

/// What a place says of an indicator in one year.
#[derive(Serialize)]
struct Cell<'p> {
    of: String,
    place: &'p str,
    indicator: &'p str,
    en: String,
    zh: String,
    year: &'p str,
    target: Option<String>,
    result: Option<String>,
}

/// The series of an indicator.
#[derive(Serialize)]
struct Group<'p> {
    indicator: &'p str,
    en: String,
    zh: String,
    series: Vec<Listed<'p>>,
}

#[derive(Serialize)]
struct Listed<'p> {
    id: String,
    place: &'p str,
    years: String,
}

#[derive(Serialize)]
struct Shown<'p> {
    id: String,
    indicator: &'p str,
    place: &'p str,
    aspect_en: String,
    aspect_zh: String,
    chart: Option<String>,
    years: Vec<Year<'p>>,
}

#[derive(Serialize)]
struct Year<'p> {
    year: &'p str,
    targets: Vec<Given<'p>>,
    results: Vec<Given<'p>>,
}

/// A value in one way of writing, and its words in their sentence.
#[derive(Serialize)]
struct Given<'p> {
    said: String,
    before: &'p str,
    text: &'p str,
    after: &'p str,
    source: Option<&'p str>,
    date: Option<&'p str>,
    start: usize,
    end: usize,
}

/// The page as HTML.
///
/// # Errors
/// None, unless a template is wrong.
pub fn targets(targets: &Targets, language: Language) -> io::Result<String> {
    let series = in_order(&targets.series);
    let places = || series.iter().map(|series| series.place.as_deref());
    let indicators = || series.iter().map(|series| Some(series.indicator.as_str()));
    let filters = [
        Filter::new("place", ("place", "地区"), places()),
        Filter::new("indicator", ("indicator", "指标"), indicators()),
    ];
    let years: BTreeSet<&str> =
        series.iter().flat_map(|series| &series.years).map(|year| &*year.year).collect();
    let page = Page {
        lang: language.code(),
        title: ("Targets and results", "目标与结果"),
        version: env!("CARGO_PKG_VERSION"),
        documents: documents(&series),
        filters: filters.into_iter().flatten().collect(),
        chosen: years.iter().rev().find(|year| !year.contains('/')).copied(),
        years: years.into_iter().rev().collect(),
        cells: series.iter().enumerate().flat_map(|(at, series)| cells(at, series)).collect(),
        contents: contents(&series),
        all: series.iter().enumerate().map(|(at, series)| shown(at, series)).collect(),
    };
    render("targets.html", &page)
}

/// The documents that the figures are from, in the order of their dates.
fn documents<'p>(series: &[&'p Series]) -> Vec<Read<'p>> {
    let read = series.iter().flat_map(|series| {
        let claims = series.years.iter().flat_map(|year| year.targets.iter().chain(&year.results));
        claims.map(|claim| Read {
            date: claim.evidence.date.as_deref(),
            place: series.place.as_deref(),
            source: claim.evidence.source.as_deref(),
        })
    });
    read.collect::<BTreeSet<Read>>().into_iter().collect()
}

/// The series sorted by indicator, then by place; the indicator with the most claims comes first.
fn in_order(series: &[Series]) -> Vec<&Series> {
    let claims = |series: &Series| -> usize {
        series.years.iter().map(|year| year.targets.len() + year.results.len()).sum()
    };
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for one in series {
        *said.entry(&one.indicator).or_default() += claims(one);
    }
    let mut ordered: Vec<&Series> = series.iter().collect();
    ordered.sort_by_key(|one| {
        (std::cmp::Reverse(said[one.indicator.as_str()]), &one.indicator, &one.aspect, &one.place)
    });
    ordered
}

fn id(at: usize) -> String {
    format!("s{}", at + 1)
}

/// What the figures of a series are; shares and changes are in percent.
fn aspect(series: &Series) -> (String, String) {
    let (en, zh) = called("Aspect", series.aspect.name());
    match series.aspect {
        Aspect::Growth | Aspect::Rate => (format!("{en}, %"), format!("{zh}（%）")),
        _ => (en.to_owned(), zh.to_owned()),
    }
}

fn cells(at: usize, series: &Series) -> impl Iterator<Item = Cell<'_>> {
    let (en, zh) = aspect(series);
    series.years.iter().map(move |year| Cell {
        of: id(at),
        place: value(series.place.as_deref()),
        indicator: &series.indicator,
        en: en.clone(),
        zh: zh.clone(),
        year: &year.year,
        target: year.targets.first().map(written),
        result: year.results.first().map(written),
    })
}

fn contents<'p>(series: &[&'p Series]) -> Vec<Group<'p>> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, one) in series.iter().enumerate() {
        let (en, zh) = aspect(one);
        let years = one.years.first().zip(one.years.last());
        let years = years.map(|(first, last)| match first.year == last.year {
            true => first.year.clone(),
            false => format!("{} – {}", first.year, last.year),
        });
        let listed =
            Listed { id: id(at), place: value(one.place.as_deref()), years: years.unwrap_or_default() };
        match groups.last_mut() {
            Some(group) if group.indicator == one.indicator && group.en == en => group.series.push(listed),
            _ => groups.push(Group { indicator: &one.indicator, en, zh, series: vec![listed] }),
        }
    }
    groups
}

fn shown(at: usize, series: &Series) -> Shown<'_> {
    let (aspect_en, aspect_zh) = aspect(series);
    let years = series.years.iter().map(|year| Year {
        year: &year.year,
        targets: year.targets.iter().map(given).collect(),
        results: year.results.iter().map(given).collect(),
    });
    Shown {
        id: id(at),
        indicator: &series.indicator,
        place: value(series.place.as_deref()),
        aspect_en,
        aspect_zh,
        chart: chart::of(series),
        years: years.collect(),
    }
}

fn given(claim: &Claim) -> Given<'_> {
    let (before, text, after) = marked(&claim.evidence);
    Given {
        said: written(claim),
        before,
        text,
        after,
        source: claim.evidence.source.as_deref(),
        date: claim.evidence.date.as_deref(),
        start: claim.evidence.span.start,
        end: claim.evidence.span.end,
    }
}

/// The exact number with its unit, however the text writes it: ↓ ≈ 3%, 5.2–5.5%, 5379亿元.
fn written(claim: &Claim) -> String {
    let Some(value) = claim.value else { return claim.evidence.text.clone() };
    let bound = match claim.bound {
        Bound::About => "≈ ",
        Bound::Over => "≥ ",
        Bound::Under => "≤ ",
        _ => "",
    };
    let down = if claim.change == Change::Down { "↓ " } else { "" };
    let (scale, sign) = chart::scale(claim.upper.unwrap_or(value));
    let number = |value: Decimal| (value / scale).normalize().to_string();
    let upper = claim.upper.map(|upper| format!("–{}", number(upper))).unwrap_or_default();
    format!("{down}{bound}{}{upper}{sign}{}", number(value), claim.unit.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Targets {
        let extractor = zhengce::shared().unwrap();
        let extraction = extractor.extract_with_text(text, Some(&"2024-02-01".parse().unwrap()));
        extractor.targets(&[extraction])
    }

    #[test]
    fn values_are_written_in_one_way() {
        let text =
            "今年预期目标是：地区生产总值增长百分之六点五左右，粮食产量１.２亿斤以上，城镇新增就业3—4万人。";
        let targets = read(text);
        let claims = targets.series.iter().flat_map(|series| &series.years).flat_map(|year| &year.targets);
        let mut written: Vec<_> = claims.map(super::written).collect();
        written.sort();
        assert_eq!(written, ["3–4万人", "≈ 6.5%", "≥ 1.2亿斤"]);
    }

    #[test]
    fn what_most_is_said_of_comes_first() {
        let mut targets =
            read("今年预期目标是：粮食产量1亿斤，地区生产总值增长6%。去年，地区生产总值增长5%。");
        targets.series.sort_by(|one, other| one.indicator.cmp(&other.indicator));
        let ordered = in_order(&targets.series);
        assert_eq!(ordered[0].indicator, "国内生产总值");
    }
}
