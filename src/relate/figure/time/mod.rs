//! The time that a figure speaks of.

mod base;
mod passing;

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::list;
use crate::recognise::{Candidate, Detail};
use crate::record::TimeKind;
use crate::relate::fronting;
pub(super) use base::{aim_beside, dates_object, is_reckoned_by, tells_which};
use base::{
    begins, compares, is_carried_over, is_of_first, is_of_receiver, is_of_set, is_over, is_percent, measures,
    starts,
};
pub(super) use passing::{clause_in_passing, is_summed, lays_ground};
use passing::{is_in_passing, sums_up};

/// The index of the candidate that is the nearest time before figure `number`, else the one that opens the
/// sentence.
///
/// Lengths and rates (每年) hold in their clause alone, and only where it says nothing else: in
/// 2021—2025年每年增长5% the years count.
pub(super) fn read(chart: &Chart, candidates: &[Candidate], number: usize) -> Option<usize> {
    let figure = chart.figures.get(number)?.piece;
    let floor = figure.saturating_sub(WINDOW_PIECES);
    let is_base = |at: usize| {
        base::is_base(chart, at, figure)
            || is_in_passing(chart, candidates, at, figure)
            || lays_ground(chart, at, figure)
            || sums_up(chart, at, figure)
    };
    let in_clause = |at: &usize| !chart.pieces[*at..figure].iter().any(|piece| parts(piece.class));
    // Few pieces are times, and the checks of a piece are slow.
    let times = (floor..figure).rev().filter(|at| time(chart, *at).is_some());
    let times: Vec<usize> = times.filter(|at| !is_base(*at)).collect();
    if let Some(own) = dealt_out(chart, number, &times) {
        return time(chart, own);
    }
    let dated = times
        .iter()
        .filter(|at| !ends_with_clause(chart, **at, figure))
        .find_map(|at| dated(chart, candidates, *at));
    let clause = &times[..times.iter().take_while(|at| in_clause(at)).count()];
    let within = || clause.iter().copied();
    let grows = |at: usize| chart.slice(at) == "每年" && is_percent(chart.slice(figure));
    let averaged = || within().any(|at| is_averaged(chart, at) || grows(at));
    let spanned = || {
        let near = (floor..figure).rev().filter(|at| !is_base(*at));
        let mut sentence = near.take_while(|at| chart.class(*at) != Some(Class::Stop));
        sentence
            .find_map(|at| self::dated(chart, candidates, at))
            .filter(|time| is_stretch(candidates, *time))
    };
    // 从2001年到2009年,九年合计: these years are as many.
    let measured_out = || within().find_map(|at| stretch_before(chart, candidates, at));
    within()
        .find_map(|at| self::dated(chart, candidates, at))
        .or_else(measured_out)
        .or_else(|| averaged().then(spanned).flatten())
        .or_else(|| within().filter(|at| !is_of_member(chart, *at, figure)).find_map(|at| time(chart, at)))
        .or_else(|| like_pair_before(chart, number))
        // “十四五”时期,2025年收入9亿元;累计新增9万人: a sum is of the stretch that opens the sentence.
        .or_else(|| {
            let summed = is_summed(chart, figure).then(|| opening(chart, candidates, figure)).flatten();
            summed.filter(|time| is_stretch(candidates, *time))
        })
        .or(dated)
        .or_else(|| opening(chart, candidates, figure))
        .or_else(|| announcing(chart, candidates, figure))
        .filter(|time| !grows_yearly(chart, figure) || !is_year(candidates, *time))
        .filter(|time| {
            !is_bare_start(chart, figure)
                || !is_year(candidates, *time)
                || is_compared(chart, *time)
                || like_pair_before(chart, number) == Some(*time)
        })
}

/// Whether a quantity started from the figure, and no time says when; that was before the time of what it has
/// come to: 2025年,入园率由|8%|提高到9%.
fn is_bare_start(chart: &Chart, figure: usize) -> bool {
    matches!(chart.slice_before(figure), "由" | "从") && super::status::is_start(chart, figure)
}

/// Whether something is compared with a time: 同|1978年|相比.
fn is_compared(chart: &Chart, time: usize) -> bool {
    let piece = chart.pieces.iter().position(|piece| piece.class == Class::Time(time));
    piece.is_some_and(|at| matches!(chart.slice_before(at), "同" | "与" | "比" | "较" | "和"))
}

/// Whether the time is the bare edge of a year, which holds up to the semicolon: 9月底存栏5万头;全国9万户; not 到年底,….
fn ends_with_clause(chart: &Chart, time: usize, figure: usize) -> bool {
    matches!(chart.slice(time), "年底" | "年末" | "年初" | "岁末")
        && chart.slice_before(time) != "到"
        && chart.class(time + 1) != Some(Class::Comma)
        && chart.pieces[time..figure].iter().any(|piece| piece.class == Class::Stop)
}

/// Whether a figure is of each year of a stretch, and so of no single year: 比2001年增长9%,年均|增长5%.
fn grows_yearly(chart: &Chart, figure: usize) -> bool {
    let changes = chart.class_before(figure).is_some_and(Class::is_change);
    let passed = |at: usize| chart.class(at) == Some(Class::Link) && !chart.slice(at).starts_with("年均");
    let before = figure.checked_sub(2).map(|at| at - usize::from(at > 0 && passed(at)));
    changes && before.is_some_and(|at| chart.slice(at).starts_with("年均"))
        || chart.slice_before(figure).starts_with("年均增")
}

fn is_year(candidates: &[Candidate], time: usize) -> bool {
    candidates.get(time).is_some_and(|time| match &time.detail {
        Detail::Time(time) => time.kind == TimeKind::Point,
        _ => false,
    })
}

/// The time before the colon that announces the list: 1954年预计产量如下:茶叶9吨;….
fn announcing(chart: &Chart, candidates: &[Candidate], figure: usize) -> Option<usize> {
    let colon = chart.colon_before(figure)?;
    let before = (colon.saturating_sub(WINDOW_PIECES)..colon).rev();
    let mut times = before.filter(|at| time(chart, *at).is_some() && !base::is_base(chart, *at, colon));
    times.find_map(|at| dated(chart, candidates, at))
}

/// The time in the position of the figure, in a row of as many before 分别; `times` holds those before the
/// figure, the last first: 2024年、2025年|分别完成5亿元、6亿元.
fn dealt_out(chart: &Chart, number: usize, times: &[usize]) -> Option<usize> {
    let joined = |pair: &&[usize]| pair[0] == pair[1] + 2 && list::joins(chart, pair[0] - 1);
    let length = 1 + times.windows(2).take_while(joined).count();
    if length == 1 {
        return None;
    }
    let row = list::members(chart, number);
    let first = chart.figures.get(row.start)?.piece;
    let is_dealt = (times[0] + 1..first).any(|at| chart.slice(at).starts_with(list::RESPECTIVELY));
    let is_row = is_dealt && row.len() == length;
    times.get(row.end.checked_sub(number + 1)?).copied().filter(|_| is_row)
}

fn time(chart: &Chart, at: usize) -> Option<usize> {
    match chart.class(at)? {
        Class::Time(candidate) => Some(candidate),
        _ => None,
    }
}

fn is_stretch(candidates: &[Candidate], time: usize) -> bool {
    candidates
        .get(time)
        .is_some_and(|time| matches!(&time.detail, Detail::Time(time) if time.kind == TimeKind::Period))
}

/// A time that is a point or a stretch of the calendar.
fn dated(chart: &Chart, candidates: &[Candidate], at: usize) -> Option<usize> {
    let candidate = time(chart, at)?;
    let is_dated = match &candidates.get(candidate)?.detail {
        Detail::Time(time) => matches!(time.kind, TimeKind::Point | TimeKind::Period),
        _ => false,
    };
    is_dated.then_some(candidate)
}

/// The stretch that ends the clause before the duration at `at`, which opens its own.
fn stretch_before(chart: &Chart, candidates: &[Candidate], at: usize) -> Option<usize> {
    time(chart, at).filter(|_| dated(chart, candidates, at).is_none())?;
    let comma = at.checked_sub(1).filter(|comma| chart.class(*comma) == Some(Class::Comma))?;
    dated(chart, candidates, comma.checked_sub(1)?).filter(|time| is_stretch(candidates, *time))
}

fn parts(class: Class) -> bool {
    matches!(class, Class::Comma | Class::Stop)
}

/// Whether a time is the rate of an average, which holds for the stretch that the sentence names, as the
/// growth of 每年 does: 在1953年至1957年间,产值平均每年增长5%.
fn is_averaged(chart: &Chart, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| chart.slice(before).ends_with("平均"))
}

/// Whether a length belongs to an earlier member of the list, which has a figure: 产量连续4年占九成、自给率达5%.
fn is_of_member(chart: &Chart, time: usize, figure: usize) -> bool {
    let ends_member = |at: usize| {
        chart.class(at) == Some(Class::Pause)
            && chart.follows_figure(at)
            && chart.class(at + 1).is_some_and(|class| class.is_nominal() || class == Class::Attribute)
    };
    chart.class_before(time).is_some_and(Class::is_nominal) && (time..figure).any(ends_member)
}

/// The year of a quantity without years of its own, which starts and ends when the one before it does:
/// 入园率从2007年的8%升到2009年的9%,升学率由5%升到6%.
fn like_pair_before(chart: &Chart, number: usize) -> Option<usize> {
    let piece = |number: usize| chart.figures.get(number).map(|place| place.piece);
    let is_from = |at: usize| at > 0 && chart.slice(at - 1).ends_with(['从', '由']);
    let arrives = |at: usize| at > 0 && chart.class(at - 1) == Some(Class::Arrive);
    let is_bare_pair =
        |start: usize| Some(is_from(piece(start)?) && arrives(piece(start + 1)?)).filter(|bare| *bare);
    let starts = is_bare_pair(number).is_some();
    let ends = !starts && number.checked_sub(1).and_then(is_bare_pair).is_some();
    // The year that describes a figure: 2007年|的|8%.
    let own = |number: usize| {
        let year = piece(number)?.checked_sub(2).filter(|year| chart.class(year + 1) == Some(Class::De))?;
        Some((year, time(chart, year)?))
    };
    let first = if starts { number } else { number.checked_sub(1).filter(|_| ends)? };
    (0..first.checked_sub(1)?).rev().take(MAX_FIGURES_BACK).find_map(|start| {
        let ((from, begun), (to, ended)) = (own(start)?, own(start + 1)?);
        (is_from(from) && arrives(to)).then_some(if starts { begun } else { ended })
    })
}

/// The time that opens the sentence; a length holds for all of it only in a clause of its own (在七年间,).
fn opening(chart: &Chart, candidates: &[Candidate], figure: usize) -> Option<usize> {
    let front = fronted(chart, figure).unwrap_or(0..figure.min(MAX_OPENING_PIECES));
    let mut times = front.clone().filter_map(|at| Some((dated(chart, candidates, at)?, at)));
    let dated = times.find(|(_, at)| {
        !compares(chart, *at, figure)
            && !starts(chart, *at, figure)
            && !is_of_first(chart, *at, figure)
            && !is_over(chart, *at, figure)
            && !begins(chart, *at, figure)
            && !dates_object(chart, *at)
            && !is_carried_over(chart, *at)
            && !is_of_receiver(chart, *at, figure)
            && !is_of_set(chart, *at, figure)
    });
    let dated = dated.map(|(time, _)| time);
    let stands_alone = || {
        let clause =
            chart.pieces.iter().take(figure.min(MAX_ALONE_PIECES)).take_while(|piece| !parts(piece.class));
        let classes: Vec<Class> = clause.map(|piece| piece.class).collect();
        classes.len() < figure.min(MAX_ALONE_PIECES)
            && !classes.iter().any(|class| class.is_nominal() || class.is_action())
    };
    dated.or_else(|| {
        let lasts = |at: usize| {
            time(chart, at).filter(|_| !compares(chart, at, figure)).filter(|time| {
                match &candidates[*time].detail {
                    Detail::Time(time) => time.kind == TimeKind::Duration,
                    _ => false,
                }
            })
        };
        // 两年|工业产值提高5%,成本降低9%: a bare length opens the sentence.
        let opens_bare = chart.slice(0).ends_with('年')
            && chart.class(1).is_some_and(Class::is_head)
            && !(1..3).any(|at| chart.slice(at).ends_with("计划") || chart.slice(at).ends_with("规划"));
        (stands_alone() || opens_bare).then(|| front.clone().find_map(lasts)).flatten()
    })
}

/// The pieces of the first time after a long opening that says nothing else (各位代表,刚刚过去的|2025年), or of the
/// opening after a clause that only compares (与1978年相比,|2009年).
fn fronted(chart: &Chart, figure: usize) -> Option<Range<usize>> {
    let compares = matches!(chart.slice(0), "与" | "同" | "和");
    let comma = (1..figure.min(MAX_FRONTING_PIECES)).find(|at| compares && parts(chart.pieces[*at].class));
    if let Some(comma) = comma.filter(|comma| measures(chart.slice(comma - 1))) {
        return Some(comma + 1..figure.min(comma + 1 + MAX_OPENING_PIECES));
    }
    let first = (0..figure.min(MAX_FRONTING_PIECES))
        .find(|at| time(chart, *at).is_some())
        .filter(|at| *at >= MAX_OPENING_PIECES)?;
    let before = &chart.text[..chart.pieces.get(first)?.range.start];
    fronting::fronts(before, chart.lexicon).then_some(first..first + 1)
}

/// Most figures back at which a pair begins that starts and ends in years of its own.
const MAX_FIGURES_BACK: usize = 8;
/// Most pieces of a clause that only says how long: 在短短的七年中间.
const MAX_ALONE_PIECES: usize = 8;
/// Most pieces of the opening of a sentence: 在2023年, 到2030年.
const MAX_OPENING_PIECES: usize = 3;
/// Most pieces of a longer opening.
const MAX_FRONTING_PIECES: usize = 10;
