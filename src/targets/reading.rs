//! The figures of a speech that are of an indicator.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Claim, year};
use crate::lexicon::{Indicator, Indicators, Sign};
use crate::record::{Change, Figure, FigureKind, FigureStatus, Span, Speech};
use crate::source::{Said, Source};

/// How far before a figure its indicator may stand, in characters.
const REACH: usize = 60;
/// How far behind a figure another of a pair is looked for, in characters; what it became; that it is a base.
const PAIR: usize = 2;
const BECAME: usize = 24;
const BASE: usize = 4;
/// How far behind a figure it is said that it is the aim that another one met, in characters.
const AIM: usize = 9;
/// A bare number counts what it stands behind from here on.
const MANY: u32 = 10_000;
/// Ends what only says on what condition.
const CONDITION: &str = "基础上";
/// A figure behind them is of each year of a period, and one behind these of all together.
const YEARLY: &[&str] = &["年均", "平均每年", "每年平均"];
const SUMS: &[&str] = &["总额", "合计", "累计", "共"];
const ADDED: &[&str] = &["合计", "累计"];
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
    let written = source.unbroken(from, figure.span.start);
    let before = written.since(clause(&written.text));
    let from = before.position(0);
    let earlier = speech.figures[..at].iter().rev().take_while(|earlier| earlier.span.start >= from);
    let spans: Vec<Span> = earlier.map(|earlier| earlier.span).collect();
    let behind = |length: usize| source.folded(figure.span.end, figure.span.end + length);
    let is_none = indicators.misses(&before.text)
        || is_of_pair(&before.text, &behind(PAIR))
        || was_before(&before.text, &behind(BECAME))
        // 增长9%,高于8%左右的目标: what was aimed at, not what was reached.
        || indicators.is_met_at_end(&before.text) && behind(AIM).contains("目标")
        // 60万亿元的高基数: on what something is built; 万亿级跃升: how large the step is.
        || behind(BASE).contains("基数")
        || behind(BASE).starts_with('级');
    if is_none {
        return None;
    }
    let (indicator, gap) = indicator(&before, &spans, speech, indicators)?;
    let aspect = aspect(indicator, figure, &before.text[gap.clone()])?;
    let status = status(source, speech, indicators, figure);
    let year = year((source, speech, indicators), (from, &before.text, gap), figure, status)?;
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

/// Of which year or period a figure is, whose part of the sentence starts at `from` and whose indicator stands before `gap`.
fn year(
    (source, speech, indicators): (&Source, &Speech, &Indicators),
    (from, before, gap): (usize, &str, Range<usize>),
    figure: &Figure,
    status: FigureStatus,
) -> Option<String> {
    // 年均: of a period, whatever year is named last.
    let yearly = YEARLY.iter().any(|yearly| before[gap.clone()].contains(yearly));
    let year = year::of(source, speech, figure, status)?;
    let year = match year::base(source, speech, from, figure) {
        // 比2002年增长65%，年均增长10%: of the years since.
        Some(base) if yearly && !year.contains('/') => format!("{}/{year}", base + 1),
        Some(base) if year::last_of(&year) != Some(base + 1) => return None,
        _ => year,
    };
    let lasts = year::lasting(speech, from, figure);
    if yearly && (!year.contains('/') || lasts.is_some_and(|years| year::length(&year) != Some(years))) {
        return None;
    }
    // 五年来增加到12万亿元: what it came to holds for the last year; 五年来总额达到5万亿元 does not.
    let comes_to = figure.change == Change::Level && indicators.is_reached_at_end(before);
    let last = year.rsplit_once('/').map(|(_, last)| last.to_owned());
    Some(last.filter(|_| comes_to && !is_sum(before, gap) && status == FigureStatus::Result).unwrap_or(year))
}

/// 累计实现进出口5亿元, 进出口总额合计5亿元: of all years together, unless it says where it began.
fn is_sum(before: &str, gap: Range<usize>) -> bool {
    let ahead = before[..gap.start].rsplit(',').next().unwrap_or_default();
    let sums = ADDED.iter().any(|sum| ahead.contains(sum))
        || SUMS.iter().any(|sum| before[gap.clone()].contains(sum));
    sums && !before.contains(['从', '由'])
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

/// 由前两年分别上升5%、3%，转为下降2%: what was before it changed.
fn was_before(before: &str, behind: &str) -> bool {
    let clause = behind.split([';', '。']).next().unwrap_or_default();
    let turns = ["转为", "变为", "转变为"].iter().any(|turn| clause.contains(turn));
    turns && before.contains(['由', '从'])
}

/// Where the part of the sentence starts that a figure closes.
fn clause(before: &str) -> usize {
    before.rfind([';', ':']).map_or(0, |at| at + 1)
}

/// The indicator that a figure is of: the last one before it, with nothing between but links, times and other
/// figures. Behind 分别 the figures go with as many indicators in their order.
fn indicator<'i>(
    written: &'i Said,
    figures: &[Span],
    speech: &Speech,
    indicators: &'i Indicators,
) -> Option<(&'i Indicator, Range<usize>)> {
    let before = written.text.as_str();
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
    if !is_link(written, gap.clone(), figures, speech, indicators) || is_origin(before) {
        return None;
    }
    let respective = before.rfind("分别").filter(|at| !before[*at..].contains("转为"));
    let Some(respective) = respective else { return Some((indicator, gap)) };
    let listed: Vec<_> = named.iter().filter(|(range, _)| range.end <= respective).collect();
    let position = figures.iter().filter(|span| span.start >= written.position(respective)).count();
    let of = listed.len().checked_sub(LISTED).map_or(0, |first| first);
    listed.get(of + position).map(|(range, indicator)| (*indicator, range.end..before.len()))
}

/// How many indicators 分别 mostly ties to as many figures.
const LISTED: usize = 2;

/// 从5%, 由2009年的2.8%: the figure is where a change began.
fn is_origin(before: &str) -> bool {
    let opens = before.rfind(['从', '由', '比', '较']);
    opens.is_some_and(|at| {
        let behind = before[at..].replace("不到", "");
        !behind.contains(['到', '至', ',', '、', '增', '降', '减', '提', '上', '下', '高', '低', '涨', '扩'])
    })
}

/// Whether a stretch has only links, times and figures.
fn is_link(
    written: &Said,
    gap: Range<usize>,
    figures: &[Span],
    speech: &Speech,
    indicators: &Indicators,
) -> bool {
    let before = written.text.as_str();
    let mut at = gap.start;
    while at < gap.end {
        let position = written.position(at);
        let record = figures.iter().find(|span| span.start <= position && position < span.end);
        let time = || {
            speech
                .times
                .iter()
                .map(|time| &time.span)
                .find(|span| span.start <= position && position < span.end)
        };
        if let Some(span) = record.or_else(time) {
            at = written.byte_of(span.end).max(at + 1);
            continue;
        }
        match indicators.signs.longest_at(before, at) {
            Some((range, Sign::Link)) if !before[at..].starts_with('在') => at = range.end,
            // 在优化结构的基础上: on what condition.
            link if before[at..gap.end].starts_with('在') => {
                let aside = before[at..gap.end].find(CONDITION).map(|end| at + end + CONDITION.len());
                let link = link.filter(|(_, sign)| **sign == Sign::Link).map(|(range, _)| range.end);
                match aside.or(link) {
                    Some(end) => at = end,
                    None => return false,
                }
            }
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
        // 贫困人口减少1000万: no number that small is one of people.
        FigureKind::Count | FigureKind::Other => has("count").filter(|_| {
            figure.unit.is_some() || changes && figure.value.is_some_and(|value| value >= Decimal::from(MANY))
        }),
        FigureKind::Mass => has("mass").filter(|_| figure.change == Change::Level),
        _ => None,
    }
}

/// 经济增长5%: the indicator's own name tells of growth, so that a bare percentage behind it is one.
fn names_growth(indicator: &Indicator, gap: &str) -> bool {
    indicator.aspects.iter().any(|aspect| aspect == "growth")
        && !gap.contains("占")
        && !gap.contains("比重")
        && !gap.ends_with('的')
}

/// How far before a sentence its announcement may stand: 主要预期目标是: on a line of its own.
const ANNOUNCED: usize = 30;

/// A figure in a sentence or under a heading that sets targets is one, whatever the words around it say; what
/// is said of a time that is over is none.
fn status(source: &Source, speech: &Speech, indicators: &Indicators, figure: &Figure) -> FigureStatus {
    let (sentence, _) = source.bounds(&figure.span);
    let said = source.folded(sentence.saturating_sub(ANNOUNCED), figure.span.start);
    let is_over = year::is_over(source, speech, figure);
    let is_set = indicators.sets_target(&said) && !year::is_over_here(source, speech, figure)
        || year::aims(source, speech, figure) && (!is_over || figure.status == FigureStatus::Target);
    let is_target = figure.status == FigureStatus::Target && !is_over;
    if is_set || is_target { FigureStatus::Target } else { FigureStatus::Result }
}
