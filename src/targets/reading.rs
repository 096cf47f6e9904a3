//! The figures of a speech that are of an indicator.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Claim, aim, owner, tie, year};
use crate::document::{Frames, ReadDocument};
use crate::lexicon::iso::year_of;
use crate::lexicon::{Indicator, Indicators, TargetCues};
use crate::record::{Aspect, Bound, Change, Figure, FigureKind, FigureStatus, Span, Speech};

/// Farthest that an indicator stands before its figure, in characters.
const MAX_REACH_CHARS: usize = 60;
/// Longest text after a figure that says what it became, and that says that it is a base, in characters.
const MAX_BECAME_CHARS: usize = 24;
const MAX_BASE_CHARS: usize = 4;
/// Name of a rate that speaks of growth and is a level.
const NATURAL_GROWTH: &str = "自然增长率";
/// The least number that counts an indicator without a unit.
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

    /// Whether the claim only tells a bar that was passed, not what was reached.
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
    /// The place that the document speaks for.
    pub(super) place: Option<&'p str>,
    pub(super) frames: Frames<'p>,
    pub(super) indicators: &'p Indicators,
    aims: year::Aims,
    /// Whether the document tells of a part of a year.
    pub(super) is_of_part: bool,
}

/// The readings of a figure, one for each indicator that it is of.
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
        // 60万亿元的高基数 is a base; 万亿级跃升 tells the size of a step.
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
    // 由2020年的5亿元增加到: the level at which a change began has been reached.
    let origin = tie::origin_year(&before.text);
    // 2030年产值目标增长8%,实际增长5%: a year that is over has its target, too.
    let is_told =
        aim::is_told(&before.text, indicators) || aim::is_handed_down(last_part(&before.text), figure);
    let is_aim = is_told && year::is_over(read, speech, figure);
    let status = match (origin, result) {
        _ if is_aim && result.is_none() => FigureStatus::Target,
        (Some(_), _) => FigureStatus::Result,
        // 增长9%,高于8%左右的目标: a target, of the same year as the result.
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
        // 物价上涨1%,低于2%的目标: the target is a change, as the result is.
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
    /// The code point of the document's text at which it starts.
    from: usize,
    /// The part up to the figure.
    before: &'p str,
    /// The bytes of `before` between the indicator and the figure.
    gap: Range<usize>,
}

impl Page<'_> {
    /// The year or the period that a figure of this status is of.
    fn year(&self, part: Part, (figure, status): (&Figure, FigureStatus), aspect: Aspect) -> Option<String> {
        let Part { from, before, gap } = part;
        let Page { read, speech, indicators, .. } = self;
        // 年均 tells of a period, whatever year is named last; but 年均增长6%,其中2025年增长5% ends with what one year
        // of it brought.
        let part = last_part(&before[gap.clone()]);
        let told = if part.starts_with("其中") { part } else { &before[gap.clone()] };
        let yearly = indicators.cues.is_yearly(told);
        // 年均增长6%,到2030年达到5亿元: the level is of that year, and not yearly.
        let yearly =
            yearly && (aspect == Aspect::Growth || !last_part(&before[gap.clone()]).starts_with('到'));
        // Beside the sums of whole periods 年均新增就业1200万人 would be read as a sum.
        if yearly && aspect == Aspect::Count {
            return None;
        }
        let year = year::of(self, figure, status)?;
        let is_change = aspect == Aspect::Growth || figure.change != Change::Level;
        let year = match year::base(read, speech, from, figure) {
            // 比2002年增长65%，年均增长10%: the rate is of the years since then.
            Some(base) if yearly && !year.contains('/') => format!("{}/{year}", base + 1),
            // 同1978年相比由3亿元增加到9亿元: only the level is of its year; a change since an earlier year than the last
            // is of none.
            Some(base) if is_change && year::last_of(&year) != Some(base + 1) => return None,
            // 到2030年产值突破5亿元,年均增长6%: the rate is of the years of the plan that ends then.
            None if yearly && status == FigureStatus::Target => {
                year::plan_to(&year, read.year()?).unwrap_or(year)
            }
            _ => year,
        };
        // 新增就业9万人,累计达90万人: a sum over years that nothing names.
        if !year.contains('/') && part.starts_with("累计") && part.len() < gap.len() {
            return None;
        }
        let lasts = year::lasting(speech, from, figure);
        if yearly && (!year.contains('/') || lasts.is_some_and(|years| year::length(&year) != Some(years))) {
            return None;
        }
        // 五年来增加到12万亿元: a level that was reached is of the last year. A sum is not (五年来总额达到5万亿元), nor is a
        // rate of change (十年来涨幅稳定在2%).
        let is_rate_of_change = aspect == Aspect::Rate && indicators.cues.names_rise(before);
        let is_level = figure.change == Change::Level && !is_rate_of_change;
        let comes_to = is_level && indicators.cues.is_reached_at_end(before);
        // In a plan, 新增就业达到5000万人 may be a sum; 城镇化率提高到65% is the level of its last year.
        let comes_to = comes_to
            && (status == FigureStatus::Result || aspect == Aspect::Rate)
            && !is_sum(&indicators.cues, before, gap);
        let last = year::last_of(&year).filter(|_| comes_to);
        let steady = lasts.filter(|_| last_part(before).contains("连续"));
        Some(match (last, steady) {
            // 连续6年稳定在5万吨以上: this holds for each of these years.
            (Some(last), Some(years)) => format!("{}/{last}", last - years + 1),
            (Some(last), None) => last.to_string(),
            // 五年间新增9万人: what several years brought is of none of them.
            (None, None) if lasts.is_some_and(|years| years > 1) && !year.contains('/') => return None,
            (None, _) => year,
        })
    }
}

/// Whether a figure is the sum of several years (累计实现进出口5亿元, 进出口总额合计5亿元); not where 从 or 由 tells where it
/// began.
fn is_sum(cues: &TargetCues, before: &str, gap: Range<usize>) -> bool {
    let clause = before[..gap.start].rsplit(',').next().unwrap_or_default();
    cues.is_sum(clause, &before[gap]) && !before.contains(['从', '由'])
}

/// Whether a figure is what held before a change: 由前两年分别上升5%、3%，转为下降2%.
fn was_before(before: &str, after: &str) -> bool {
    let clause = after.split([';', '。']).next().unwrap_or_default();
    let turns = ["转为", "变为", "转变为"].iter().any(|turn| clause.contains(turn));
    turns && before.contains(['由', '从'])
}

/// The byte at which the part of the sentence starts that a figure closes.
fn clause(before: &str) -> usize {
    before.rfind([';', ':']).map_or(0, |at| at + 1)
}

/// The aspect of an indicator that a figure measures, if any.
fn aspect(indicator: &Indicator, cues: &TargetCues, figure: &Figure, gap: &str) -> Option<Aspect> {
    let has = |aspect: Aspect| indicator.aspects.contains(&aspect).then_some(aspect);
    let changes = figure.change != Change::Level || cues.changes(gap);
    match figure.kind {
        FigureKind::Percent => has(Aspect::Rate)
            .or_else(|| has(Aspect::Growth).filter(|_| changes || names_growth(indicator, gap))),
        FigureKind::Money => has(Aspect::Money).filter(|_| figure.change == Change::Level),
        // 贫困人口减少1000万: a small number without a unit counts no people.
        FigureKind::Count | FigureKind::Other => has(Aspect::Count).filter(|_| {
            figure.unit.is_some() || changes && figure.value.is_some_and(|value| value >= Decimal::from(MANY))
        }),
        FigureKind::Mass => has(Aspect::Mass).filter(|_| figure.change == Change::Level),
        _ => None,
    }
}

/// The change of a figure; where its verb speaks of a level, by the noun that names the change: 增长目标为16%,
/// 涨幅回落到2.6%.
fn change(cues: &TargetCues, figure: &Figure, aspect: Aspect, before: &str) -> Change {
    match figure.change {
        Change::Level if cues.names_fall(before) => Change::Down,
        // 人口自然增长率 speaks of growth and is a level.
        Change::Level if before.contains(NATURAL_GROWTH) => Change::Level,
        Change::Level if aspect == Aspect::Growth || cues.names_rise(before) => Change::Up,
        own => own,
    }
}

/// What stands after the last comma.
fn last_part(before: &str) -> &str {
    before.rsplit(',').next().unwrap_or_default()
}

/// Whether a bare percentage after an indicator is its growth, because its own name speaks of that: 经济增长5%.
fn names_growth(indicator: &Indicator, gap: &str) -> bool {
    indicator.aspects.contains(&Aspect::Growth)
        && !gap.contains("占")
        && !gap.contains("比重")
        && !gap.ends_with('的')
}

/// How far before a sentence its announcement on a line of its own may start (主要预期目标是:), in characters.
const MAX_ANNOUNCED_CHARS: usize = 30;

/// The status of a figure. In a sentence or under a heading that sets targets it is one, whatever the words
/// around it say, unless it speaks of a time that is over.
fn status(page: &Page, figure: &Figure) -> FigureStatus {
    let Page { read, speech, indicators, .. } = page;
    let (sentence, _) = read.bounds(&figure.span);
    let announced = read.folded(sentence.saturating_sub(MAX_ANNOUNCED_CHARS), sentence);
    // 低于3%的目标。就业新增9万人: an earlier sentence announces nothing.
    let announced = announced.rsplit('。').next().unwrap_or_default();
    let said = format!("{announced}{}", read.folded(sentence, figure.span.start));
    let is_over = year::is_over(read, speech, figure);
    let is_set = indicators.cues.sets_target(&said) && !year::is_over_here(read, speech, figure)
        || page.aims.hold(&figure.span) && (!is_over || figure.status == FigureStatus::Target);
    let is_target = figure.status == FigureStatus::Target && !is_over;
    // 目标6%,|实际增长5%|: the second is the result.
    if figure.status == FigureStatus::Result && last_part(&said).starts_with("实际") {
        return FigureStatus::Result;
    }
    if is_set || is_target { FigureStatus::Target } else { FigureStatus::Result }
}
