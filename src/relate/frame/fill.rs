//! Gives figures without a time of their own the time that governs their sentence.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Dated, Frame, Governing, Reading, SentenceView};
use crate::layout::{Role, Sentence, SpeechLayout};
use crate::lexicon::iso::years_of;
use crate::lexicon::{Lexicon, Mood};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail, Figure};
use crate::record::{Change, FigureKind, FigureStatus, TimeKind};

/// Fills in `frame` of the figures that have no time of their own. `day` is the document's date.
pub(crate) fn relate(
    text: &str,
    speech: &SpeechLayout,
    sentences: &mut [(&Sentence, Vec<Candidate>)],
    lexicon: &Lexicon,
    day: Option<&str>,
) {
    let mut reading = Reading::new(&speech.sections, day);
    for at in 0..sentences.len() {
        let next = sentences.get(at + 1).filter(|(next, _)| next.opens_paragraph);
        let next = next.map(|(next, _)| &text[next.range.clone()]);
        let (sentence, candidates) = &mut sentences[at];
        if sentence.role != Role::Text {
            continue;
        }
        let start = sentence.range.start;
        let times: Vec<Dated> = candidates.iter().filter_map(|one| dated(one, start)).collect();
        let (sentence, opens_paragraph) = (&text[sentence.range.clone()], sentence.opens_paragraph);
        let waits = candidates.iter().any(|one| matches!(one.detail, Detail::Figure(_)));
        let told =
            SentenceView { text: sentence, start, opens_paragraph, waits, times: &times, lexicon, day };
        if let Some(governing) = reading.enter(&told, next) {
            fill(sentence, candidates, &governing, lexicon);
        }
    }
}

/// The time that a candidate is, in a sentence that starts at byte `start` of the text.
fn dated(candidate: &Candidate, start: usize) -> Option<Dated<'_>> {
    let Detail::Time(time) = &candidate.detail else { return None };
    let range = candidate.range.clone();
    let place = start + range.start..start + range.end;
    Some(Dated { range, place, kind: time.kind, iso: time.iso.as_deref() })
}

/// Gives the governing time to the figures of a sentence, up to the clause that says another time.
fn fill(sentence: &str, candidates: &mut [Candidate], governing: &Governing, lexicon: &Lexicon) {
    for at in 0..candidates.len() {
        let range = candidates[at].range.clone();
        let Detail::Figure(figure) = &candidates[at].detail else { continue };
        if governing.rival.is_some_and(|rival| rival < range.start) {
            return;
        }
        let is_beside = is_beside_result(sentence, candidates, at);
        let holds = |frame: &&Frame| holds(frame, figure) || is_beside && frame.mood == Some(Mood::Done);
        let Some(frame) = governing.frames().find(holds) else { continue };
        let takes = is_open(sentence, candidates, figure, frame)
            && !is_start(sentence, &range)
            && (frame.is_long() || !grows_yearly(sentence, &range))
            && !is_size(sentence, &range, figure)
            && !arranges(sentence, &range, figure, lexicon);
        let place = frame.place.clone();
        if takes && let Detail::Figure(figure) = &mut candidates[at].detail {
            figure.frame = Some(place);
            figure.time = None;
        }
    }
}

/// Whether a figure is the aim beside the result before it: 增长5%,低于|6%|的预期目标.
fn is_beside_result(sentence: &str, candidates: &[Candidate], at: usize) -> bool {
    let figure =
        |one: &Candidate| if let Detail::Figure(figure) = &one.detail { Some(figure.clone()) } else { None };
    let Some(aim) = figure(&candidates[at]).filter(|aim| aim.status == FigureStatus::Target) else {
        return false;
    };
    let result = candidates[..at].iter().rev().find_map(figure);
    let after = sentence[candidates[at].range.end..].split([',', ';', '。']).next().unwrap_or_default();
    let is_named = ["目标", "预期"].iter().any(|name| after.contains(name));
    is_named
        && result.is_some_and(|result| {
            result.status == FigureStatus::Result
                && result.frame.is_some()
                && result.of == aim.of
                && result.of.is_some()
        })
}

/// Whether a figure has no time, or one that yields to a frame of several years.
fn is_open(sentence: &str, candidates: &[Candidate], figure: &Figure, frame: &Frame) -> bool {
    let yields =
        |own| is_average(sentence, candidates, own) || lasts_as_long(frame, sentence, candidates.get(own));
    // 补助标准每月|提高9元: a monthly payment was raised once.
    let is_raised = |own: usize| {
        figure.change == Change::Up
            && candidates.get(own).is_some_and(|time| &sentence[time.range.clone()] == "每月")
    };
    figure.time.is_none_or(|own| frame.is_long() && yields(own) || is_raised(own))
}

/// Whether a time of the sentence only repeats the number of years of the frame: “十四五”时期…,5年提高9%.
fn lasts_as_long(frame: &Frame, sentence: &str, own: Option<&Candidate>) -> bool {
    own.is_some_and(|own| {
        let is_count = sentence[own.range.clone()].starts_with(is_numeric);
        let years =
            if let Detail::Time(time) = &own.detail { time.iso.as_deref().and_then(years_of) } else { None };
        frame.dated && is_count && years.is_some() && years == frame.years
    })
}

/// Whether a time tells the rate of an average, which holds for the whole stretch: 平均|每年增长9%. In 两年|平均每年 the
/// average has a stretch of its own.
fn is_average(sentence: &str, candidates: &[Candidate], at: usize) -> bool {
    let kind = |one: &Candidate| match &one.detail {
        Detail::Time(time) => Some(time.kind),
        _ => None,
    };
    let lasts = |one: &Candidate| matches!(kind(one), Some(TimeKind::Period | TimeKind::Duration));
    candidates.get(at).is_some_and(|time| {
        kind(time) == Some(TimeKind::Set)
            && sentence[..time.range.start].ends_with("平均")
            && !candidates[..at].iter().any(lasts)
    })
}

/// Whether a quantity started from this figure, and so before the time: 由9%提高到.
fn is_start(sentence: &str, figure: &Range<usize>) -> bool {
    sentence[..figure.start].ends_with(['由', '从'])
}

/// Whether a figure holds for each year, and so not for one: 年均增长|9%.
fn grows_yearly(sentence: &str, figure: &Range<usize>) -> bool {
    let before = &sentence[..figure.start];
    ["增长", "递增", "新增", "增加", "下降"].iter().any(|change| {
        before.strip_suffix(change).is_some_and(|before| before.trim_end_matches("实际").ends_with("年均"))
    })
}

/// Whether a figure is the size of a thing, which has no time: 9兆瓦|电站, 9级|地震; not how much was done:
/// 完成9兆瓦机组改造, 淘汰9吨产能.
fn is_size(sentence: &str, range: &Range<usize>, figure: &Figure) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Percent);
    let is_done = ["完成", "淘汰", "关停", "退出"].iter().any(|verb| sentence[..range.start].ends_with(verb));
    !counts && !is_done && figure.of.as_ref().is_some_and(|of| of.start == range.end)
}

/// Whether a figure counts a few things that the text names or is arranged by, which have no time: 三项任务,
/// 5个方面.
fn arranges(sentence: &str, range: &Range<usize>, figure: &Figure, lexicon: &Lexicon) -> bool {
    let counts = figure.kind == FigureKind::Count && figure.change == Change::Level;
    let is_few = || figure.value.is_none_or(|value| value < Decimal::TEN);
    let is_written = || sentence[range.clone()].starts_with(|c: char| is_numeric(c) && !c.is_ascii_digit());
    let is_aspect =
        || figure.of.as_ref().is_some_and(|of| lexicon.phrases.aspects.end(&sentence[of.clone()]));
    let is_handful = || figure.value.is_none_or(|value| value < Decimal::ONE_HUNDRED);
    // 以上|十条, 提|3点|倡议: these have been told, or are about to be.
    let is_told = || sentence[..range.start].ends_with("以上") || sentence[range.clone()].ends_with('点');
    counts && is_handful() && (is_few() && (is_written() || figure.of.is_none()) || is_aspect() || is_told())
}

/// Whether a figure can be of this time: a result of one that is past, a target of one to come.
fn holds(frame: &Frame, figure: &Figure) -> bool {
    match (frame.mood, figure.status) {
        (_, FigureStatus::Other) => false,
        (Some(Mood::Done), status) => status == FigureStatus::Result,
        (Some(Mood::Plan), status) => status == FigureStatus::Target,
        (None, _) => true,
    }
}
