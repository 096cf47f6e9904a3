//! The figures of a speech that are of an indicator.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Claim, aim, owner, tie, year};
use crate::document::{Frames, ReadDocument};
use crate::lexicon::iso::year_of;
use crate::lexicon::{Indicator, Indicators, TargetCues};
use crate::record::{Aspect, Bound, Change, Figure, FigureKind, FigureStatus, Span, Speech};

/// How far before a figure its indicator may stand, in characters.
const MAX_REACH_CHARS: usize = 60;
/// How far after a figure it is said what it became, in characters; that it is a base.
const MAX_BECAME_CHARS: usize = 24;
const MAX_BASE_CHARS: usize = 4;
/// A rate that is called growth and is a level all the same.
const NATURAL_GROWTH: &str = "自然增长率";
/// A bare number counts what it stands after from here on.
const MANY: u32 = 10_000;

/// A figure that is of an indicator.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) indicator: String,
    pub(super) aspect: Aspect,
    pub(super) year: String,
    pub(super) status: FigureStatus,
    pub(super) claim: Claim,
}

impl Reading {
    /// Whether the document is of a later year than the figure, or than the last one of its period.
    pub(super) fn is_reported_after(&self) -> bool {
        let date = self.claim.evidence.date.as_deref().and_then(year_of::<i32>);
        date.zip(year::last_of(&self.year)).is_some_and(|(date, last)| date > last)
    }

    /// Whether only a bar is told that was passed, and not what it came to.
    pub(super) fn is_bar(&self) -> bool {
        matches!(self.claim.bound, Bound::Over | Bound::Under)
    }
}

/// The readings of a speech, in text order.
pub(super) fn read(
    read: &ReadDocument,
    speech: &Speech,
    place: Option<&str>,
    indicators: &Indicators,
) -> Vec<Reading> {
    let (frames, aims) = (read.frames(speech), year::Aims::of(read, speech));
    let is_of_part = year::is_of_part(read, speech);
    let page = Page { read, speech, place, indicators, frames, aims, is_of_part };
    let figures = speech.figures.iter().enumerate();
    figures.flat_map(|(at, figure)| readings(&page, at, figure)).collect()
}

/// What a speech is read with.
pub(super) struct Page<'p> {
    pub(super) read: &'p ReadDocument<'p>,
    pub(super) speech: &'p Speech,
    /// That the document speaks for.
    pub(super) place: Option<&'p str>,
    pub(super) frames: Frames<'p>,
    pub(super) indicators: &'p Indicators,
    aims: year::Aims,
    /// Whether the document tells of a part of a year.
    pub(super) is_of_part: bool,
}

/// One for each indicator that a figure is of.
fn readings(page: &Page, at: usize, figure: &Figure) -> Vec<Reading> {
    let Page { read, speech, indicators, .. } = page;
    let (sentence, _) = read.bounds(&figure.span);
    let from = sentence.max(figure.span.start.saturating_sub(MAX_REACH_CHARS));
    let written = read.unbroken(from, figure.span.start);
    let before = written.since(clause(&written.text));
    if before.text.is_empty() {
        return Vec::new();
    }
    let from = before.position(0);
    let earlier = speech.figures[..at].iter().rev().take_while(|earlier| earlier.span.start >= from);
    let spans: Vec<Span> = earlier.map(|earlier| earlier.span).collect();
    let after = |length: usize| read.folded(figure.span.end, figure.span.end + length);
    let told = after(aim::MAX_AIM_CHARS);
    let result = aim::result(speech, at, from, (&before.text, &told), &indicators.cues);
    let is_none = result.is_none() && indicators.cues.misses(&before.text)
        || was_before(&before.text, &after(MAX_BECAME_CHARS))
        // 高于8%左右的目标: what was aimed at, not what was reached.
        || result.is_none() && indicators.cues.is_met_at_end(&before.text) && aim::is_named(&told)
        // 完成计划的98%: how far a plan came.
        || figure.kind == FigureKind::Percent && tie::is_share_of_plan(last_part(&before.text))
        || aim::differs(last_part(&before.text), figure)
        || result.is_none() && aim::only_bounds(speech, at, from, &before.text)
        // 60万亿元的高基数: on what something is built; 万亿级跃升: how large the step is.
        || after(MAX_BASE_CHARS).contains("基数")
        || after(MAX_BASE_CHARS).starts_with('级');
    if is_none {
        return Vec::new();
    }
    let Some((tied, gap)) = tie::indicators(page, at, &before, &spans, result.is_some()) else {
        return Vec::new();
    };
    if owner::is_told_of_another(page, figure) {
        return Vec::new();
    }
    // 由2020年的5亿元增加到: where it began has been reached.
    let origin = tie::origin_year(&before.text);
    // 2030年产值目标增长8%,实际增长5%: of the year that is over, too.
    let is_told =
        aim::is_told(&before.text, indicators) || aim::is_handed_down(last_part(&before.text), figure);
    let is_aim = is_told && year::is_over(read, speech, figure);
    let status = match (origin, result) {
        _ if is_aim && result.is_none() => FigureStatus::Target,
        (Some(_), _) => FigureStatus::Result,
        // 增长9%,高于8%左右的目标: of the year of which the result is.
        (None, Some(_)) => FigureStatus::Target,
        (None, None) => status(page, figure),
    };
    let of_its_own = if is_aim { FigureStatus::Result } else { status };
    let dated = result.map_or((figure, of_its_own), |result| (result, FigureStatus::Result));
    // 增长-6.5%: a fall by so much.
    let falls =
        figure.kind == FigureKind::Percent && figure.value.is_some_and(|value| value.is_sign_negative());
    let claim = Claim {
        value: figure.value,
        upper: figure.upper,
        unit: figure.unit.clone(),
        bound: result.map_or(figure.bound, |_| aim::bound(&told, &indicators.tables)),
        change: figure.change,
        evidence: read.quote(&figure.text, &figure.span),
    };
    let readings = tied.into_iter().filter_map(|indicator| {
        let aspect = aspect(indicator, &indicators.cues, figure, &before.text[gap.clone()])?;
        let part = Part { from, before: &before.text, gap: gap.clone() };
        let year = origin.map(str::to_owned).or_else(|| page.year(part, dated, aspect))?;
        // 物价上涨1%,低于2%的目标: what the result is a change of.
        let rises =
            result.is_some_and(|result| result.change == Change::Up) && figure.change == Change::Level;
        let change = match change(&indicators.cues, figure, aspect, last_part(&before.text)) {
            Change::Level if rises => Change::Up,
            own => own,
        };
        let claim = match change {
            Change::Up if falls => {
                Claim { value: claim.value.map(|value| value.abs()), change: Change::Down, ..claim.clone() }
            }
            change => Claim { change, ..claim.clone() },
        };
        Some(Reading { indicator: indicator.name.clone(), aspect, year, status, claim })
    });
    readings.collect()
}

/// The part of a sentence that a figure closes.
struct Part<'p> {
    /// Where it starts in the document's text.
    from: usize,
    /// The part up to the figure.
    before: &'p str,
    /// What stands between the indicator and the figure.
    gap: Range<usize>,
}

impl Page<'_> {
    /// Of which year or period a figure of this status is.
    fn year(&self, part: Part, (figure, status): (&Figure, FigureStatus), aspect: Aspect) -> Option<String> {
        let Part { from, before, gap } = part;
        let Page { read, speech, indicators, .. } = self;
        // 年均: of a period, whatever year is named last.
        // 年均增长6%,其中2025年增长5%: but what a year of them brought.
        let part = last_part(&before[gap.clone()]);
        let told = if part.starts_with("其中") { part } else { &before[gap.clone()] };
        let yearly = indicators.cues.is_yearly(told);
        // 年均增长6%,到2030年达到5亿元: what it comes to is of that year.
        let yearly =
            yearly && (aspect == Aspect::Growth || !last_part(&before[gap.clone()]).starts_with('到'));
        // 年均新增就业1200万人: beside what the periods come to it would be read as a sum.
        if yearly && aspect == Aspect::Count {
            return None;
        }
        let year = year::of(self, figure, status)?;
        let is_change = aspect == Aspect::Growth || figure.change != Change::Level;
        let year = match year::base(read, speech, from, figure) {
            // 比2002年增长65%，年均增长10%: of the years since.
            Some(base) if yearly && !year.contains('/') => format!("{}/{year}", base + 1),
            // 同1978年相比由3亿元增加到9亿元: what it came to is of its own year.
            Some(base) if is_change && year::last_of(&year) != Some(base + 1) => return None,
            // 到2030年产值突破5亿元,年均增长6%: of the years of the plan that ends then.
            None if yearly && status == FigureStatus::Target => {
                year::plan_to(&year, read.year()?).unwrap_or(year)
            }
            _ => year,
        };
        // 新增就业9万人,累计达90万人: all of some years, which nothing names.
        if !year.contains('/') && part.starts_with("累计") && part.len() < gap.len() {
            return None;
        }
        let lasts = year::lasting(speech, from, figure);
        if yearly && (!year.contains('/') || lasts.is_some_and(|years| year::length(&year) != Some(years))) {
            return None;
        }
        // 五年来增加到12万亿元: what it came to holds for the last year; 五年来总额达到5万亿元 does not.
        // Nor does a rate of change: 十年来涨幅稳定在2%.
        let is_rate_of_change = aspect == Aspect::Rate && indicators.cues.names_rise(before);
        let is_level = figure.change == Change::Level && !is_rate_of_change;
        let comes_to = is_level && indicators.cues.is_reached_at_end(before);
        // A plan's 新增就业达到5000万人 may be a sum, 城镇化率提高到65% is what its last year comes to.
        let comes_to = comes_to
            && (status == FigureStatus::Result || aspect == Aspect::Rate)
            && !is_sum(&indicators.cues, before, gap);
        let last = year::last_of(&year).filter(|_| comes_to);
        let steady = lasts.filter(|_| last_part(before).contains("连续"));
        Some(match (last, steady) {
            // 连续6年稳定在5万吨以上: of each of them.
            (Some(last), Some(years)) => format!("{}/{last}", last - years + 1),
            (Some(last), None) => last.to_string(),
            // 五年间新增9万人: what so many years brought is of none of them.
            (None, None) if lasts.is_some_and(|years| years > 1) && !year.contains('/') => return None,
            (None, _) => year,
        })
    }
}

/// 累计实现进出口5亿元, 进出口总额合计5亿元: of all years together, unless it says where it began.
fn is_sum(cues: &TargetCues, before: &str, gap: Range<usize>) -> bool {
    let clause = before[..gap.start].rsplit(',').next().unwrap_or_default();
    cues.is_sum(clause, &before[gap]) && !before.contains(['从', '由'])
}

/// 由前两年分别上升5%、3%，转为下降2%: what was before it changed.
fn was_before(before: &str, after: &str) -> bool {
    let clause = after.split([';', '。']).next().unwrap_or_default();
    let turns = ["转为", "变为", "转变为"].iter().any(|turn| clause.contains(turn));
    turns && before.contains(['由', '从'])
}

/// Where the part of the sentence starts that a figure closes.
fn clause(before: &str) -> usize {
    before.rfind([';', ':']).map_or(0, |at| at + 1)
}

/// Which aspect of an indicator a figure is, if any.
fn aspect(indicator: &Indicator, cues: &TargetCues, figure: &Figure, gap: &str) -> Option<Aspect> {
    let has = |aspect: Aspect| indicator.aspects.contains(&aspect).then_some(aspect);
    let changes = figure.change != Change::Level || cues.changes(gap);
    match figure.kind {
        FigureKind::Percent => has(Aspect::Rate)
            .or_else(|| has(Aspect::Growth).filter(|_| changes || names_growth(indicator, gap))),
        FigureKind::Money => has(Aspect::Money).filter(|_| figure.change == Change::Level),
        // 贫困人口减少1000万: no number that small is one of people.
        FigureKind::Count | FigureKind::Other => has(Aspect::Count).filter(|_| {
            figure.unit.is_some() || changes && figure.value.is_some_and(|value| value >= Decimal::from(MANY))
        }),
        FigureKind::Mass => has(Aspect::Mass).filter(|_| figure.change == Change::Level),
        _ => None,
    }
}

/// 增长目标为16%, 涨幅回落到2.6%: where a noun names the change, its figure is one, though its verb speaks of a level.
fn change(cues: &TargetCues, figure: &Figure, aspect: Aspect, before: &str) -> Change {
    match figure.change {
        Change::Level if cues.names_fall(before) => Change::Down,
        // 人口自然增长率: a rate that is one of growth by its name is a level.
        Change::Level if before.contains(NATURAL_GROWTH) => Change::Level,
        Change::Level if aspect == Aspect::Growth || cues.names_rise(before) => Change::Up,
        own => own,
    }
}

/// What stands after the last comma.
fn last_part(before: &str) -> &str {
    before.rsplit(',').next().unwrap_or_default()
}

/// 经济增长5%: the indicator's own name speaks of growth, so that a bare percentage after it is one.
fn names_growth(indicator: &Indicator, gap: &str) -> bool {
    indicator.aspects.contains(&Aspect::Growth)
        && !gap.contains("占")
        && !gap.contains("比重")
        && !gap.ends_with('的')
}

/// How far before a sentence its announcement may stand: 主要预期目标是: on a line of its own.
const MAX_ANNOUNCED_CHARS: usize = 30;

/// A figure in a sentence or under a heading that sets targets is one, whatever the words around it say; what
/// is said of a time that is over is not one.
fn status(page: &Page, figure: &Figure) -> FigureStatus {
    let Page { read, speech, indicators, .. } = page;
    let (sentence, _) = read.bounds(&figure.span);
    let announced = read.folded(sentence.saturating_sub(MAX_ANNOUNCED_CHARS), sentence);
    // 低于3%的目标。就业新增9万人: what another sentence has said announces nothing.
    let announced = announced.rsplit('。').next().unwrap_or_default();
    let said = format!("{announced}{}", read.folded(sentence, figure.span.start));
    let is_over = year::is_over(read, speech, figure);
    let is_set = indicators.cues.sets_target(&said) && !year::is_over_here(read, speech, figure)
        || page.aims.hold(&figure.span) && (!is_over || figure.status == FigureStatus::Target);
    let is_target = figure.status == FigureStatus::Target && !is_over;
    // 目标6%,|实际增长5%|: what came of it.
    if figure.status == FigureStatus::Result && last_part(&said).starts_with("实际") {
        return FigureStatus::Result;
    }
    if is_set || is_target { FigureStatus::Target } else { FigureStatus::Result }
}
