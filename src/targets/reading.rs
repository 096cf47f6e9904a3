//! The figures of a speech that are of an indicator.

use std::ops::Range;

use super::{Claim, year};
use crate::lexicon::{Indicator, Indicators, Sign};
use crate::record::{Change, Figure, FigureKind, FigureStatus, Span, Speech};
use crate::source::Source;

/// How far before a figure its indicator may stand, in characters.
const REACH: usize = 60;
/// How far behind a figure another of a pair is looked for, in characters.
const PAIR: usize = 2;
/// Words of a change in percent.
const GROWTH: &[&str] = &["增", "涨", "降", "减", "回落", "提高"];

/// A figure that is of an indicator.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) indicator: String,
    pub(super) aspect: String,
    pub(super) year: String,
    pub(super) status: FigureStatus,
    pub(super) claim: Claim,
}

impl Reading {
    /// Whether the document is of a later year than the figure.
    pub(super) fn is_reported_after(&self) -> bool {
        let date = self.claim.evidence.date.as_deref().and_then(|date| date.get(..4));
        date.is_some_and(|date| date > self.year.as_str())
    }

    pub(super) fn is_of_period(&self) -> bool {
        self.year.contains('/')
    }
}

/// The readings of a speech, in text order.
pub(super) fn read(source: &Source, speech: &Speech, indicators: &Indicators) -> Vec<Reading> {
    let figures = speech.figures.iter().enumerate();
    figures.filter_map(|(at, figure)| reading(source, speech, indicators, at, figure)).collect()
}

fn reading(
    source: &Source,
    speech: &Speech,
    indicators: &Indicators,
    at: usize,
    figure: &Figure,
) -> Option<Reading> {
    let (sentence, _) = source.bounds(&figure.span);
    let from = sentence.max(figure.span.start.saturating_sub(REACH));
    let before = clause(&source.folded(from, figure.span.start)).to_owned();
    let from = figure.span.start - before.chars().count();
    let earlier = speech.figures[..at].iter().rev().take_while(|earlier| earlier.span.start >= from);
    let spans: Vec<Span> = earlier.map(|earlier| earlier.span).collect();
    let behind = source.folded(figure.span.end, figure.span.end + PAIR);
    if indicators.misses(&before) || is_of_pair(&before, &behind) {
        return None;
    }
    let (indicator, gap) = indicator(&before, from, &spans, speech, indicators)?;
    let aspect = aspect(indicator, figure, &before[gap.clone()])?;
    let status = status(source, speech, indicators, figure);
    // 年均: of a period, whatever year is named last.
    let yearly = before[gap].contains("年均");
    let year = year::of(source, speech, figure, status).filter(|year| !yearly || year.contains('/'))?;
    if year::base(source, speech, from, figure).is_some_and(|base| year::last_of(&year) != Some(base + 1)) {
        return None;
    }
    let claim = Claim {
        value: figure.value,
        upper: figure.upper,
        unit: figure.unit.clone(),
        bound: figure.bound,
        change: figure.change,
        evidence: source.evidence(&figure.text, &figure.span),
    };
    Some(Reading { indicator: indicator.name.clone(), aspect: aspect.to_owned(), year, status, claim })
}

/// 增长8.4%和8%: which of two figures is of which indicator only 分别 tells.
fn is_of_pair(before: &str, behind: &str) -> bool {
    let joined = |text: &str, end: bool| {
        let mut characters: Vec<char> = text.chars().collect();
        if end {
            characters.reverse();
        }
        matches!(characters[..], [joint, next, ..]
            if matches!(joint, '和' | '、') && if end { matches!(next, '%' | '元' | '人') } else { next.is_ascii_digit() })
    };
    !before.contains("分别") && (joined(behind, false) || joined(before, true))
}

/// What stands before a figure in its part of the sentence.
fn clause(before: &str) -> &str {
    let start = before.rfind([';', ':']).map_or(0, |at| at + 1);
    &before[start..]
}

/// The indicator that a figure is of: the last one before it, with nothing between but links, times and other
/// figures. Behind 分别 the figures go with as many indicators in their order.
fn indicator<'i>(
    before: &'i str,
    from: usize,
    figures: &[Span],
    speech: &Speech,
    indicators: &'i Indicators,
) -> Option<(&'i Indicator, Range<usize>)> {
    let signs: Vec<(Range<usize>, &'i Sign)> = indicators.signs.find(before).collect();
    let named: Vec<(Range<usize>, &'i Indicator)> = signs
        .iter()
        .filter_map(|(range, sign)| match sign {
            Sign::Indicator(indicator) => Some((range.clone(), indicator)),
            _ => None,
        })
        .collect();
    let (last, indicator) = named.last()?;
    let trap = signs.iter().rev().find(|(_, sign)| **sign == Sign::Trap);
    if trap.is_some_and(|(trap, _)| trap.end > last.start) {
        return None;
    }
    let gap = last.end..before.len();
    if !is_link(before, gap.clone(), from, figures, speech, indicators) || is_origin(before) {
        return None;
    }
    let Some(respective) = before.rfind("分别") else { return Some((indicator, gap)) };
    let listed: Vec<_> = named.iter().filter(|(range, _)| range.end <= respective).collect();
    let position =
        figures.iter().filter(|span| span.start >= from + before[..respective].chars().count()).count();
    let of = listed.len().checked_sub(LISTED).map_or(0, |first| first);
    listed.get(of + position).map(|(range, indicator)| (*indicator, range.end..before.len()))
}

/// How many indicators 分别 mostly ties to as many figures.
const LISTED: usize = 2;

/// 从5%, 由2009年的2.8%: the figure is where a change began.
fn is_origin(before: &str) -> bool {
    let opens = before.rfind(['从', '由', '比', '较']);
    opens.is_some_and(|at| {
        !before[at..]
            .contains(['到', '至', ',', '、', '增', '降', '减', '提', '上', '下', '高', '低', '涨', '扩'])
    })
}

/// Whether a stretch has only links, times and figures.
fn is_link(
    before: &str,
    gap: Range<usize>,
    from: usize,
    figures: &[Span],
    speech: &Speech,
    indicators: &Indicators,
) -> bool {
    let mut at = gap.start;
    while at < gap.end {
        let position = from + before[..at].chars().count();
        let record = figures.iter().find(|span| span.start <= position && position < span.end);
        let time = || {
            speech
                .times
                .iter()
                .map(|time| &time.span)
                .find(|span| span.start <= position && position < span.end)
        };
        if let Some(span) = record.or_else(time) {
            let rest = before[at..].chars().take(span.end - position);
            at += rest.map(char::len_utf8).sum::<usize>();
            continue;
        }
        match indicators.signs.longest_at(before, at) {
            Some((range, Sign::Link)) => at = range.end,
            _ if before[at..].starts_with([' ', '—', '-', '年']) => {
                at += before[at..].chars().next().map_or(1, char::len_utf8);
            }
            _ => return false,
        }
    }
    true
}

/// Which aspect of an indicator a figure is, if any.
fn aspect<'i>(indicator: &'i Indicator, figure: &Figure, gap: &str) -> Option<&'i str> {
    let has = |aspect: &str| indicator.aspects.iter().find(|own| *own == aspect).map(String::as_str);
    let changes = figure.change != Change::Level || GROWTH.iter().any(|word| gap.contains(word));
    match figure.kind {
        FigureKind::Percent => {
            has("rate").or_else(|| has("growth").filter(|_| changes || names_growth(indicator, gap)))
        }
        FigureKind::Money => has("money").filter(|_| figure.change == Change::Level),
        FigureKind::Count => has("count").filter(|_| figure.unit.is_some()),
        FigureKind::Mass => has("mass").filter(|_| figure.change == Change::Level),
        _ => None,
    }
}

/// 经济增长5%: the indicator's own name tells of growth, so that a bare percentage behind it is one.
fn names_growth(indicator: &Indicator, gap: &str) -> bool {
    indicator.aspects.iter().any(|aspect| aspect == "growth") && !gap.contains("占") && !gap.contains("比重")
}

/// How far before a sentence its announcement may stand: 主要预期目标是: on a line of its own.
const ANNOUNCED: usize = 30;

/// A figure in a sentence or under a heading that sets targets is one, whatever the words around it say; what
/// is said of a time that is over is none.
fn status(source: &Source, speech: &Speech, indicators: &Indicators, figure: &Figure) -> FigureStatus {
    let (sentence, _) = source.bounds(&figure.span);
    let said = source.folded(sentence.saturating_sub(ANNOUNCED), figure.span.start);
    let is_set = indicators.sets_target(&said) || year::aims(source, speech, figure);
    let is_target = figure.status == FigureStatus::Target && !year::is_over(source, speech, figure);
    if is_set || is_target { FigureStatus::Target } else { FigureStatus::Result }
}
