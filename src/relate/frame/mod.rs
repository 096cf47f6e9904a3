//! The time that opens a paragraph holds for what its further sentences tell, until they name another:
//! 五年来,经济稳步发展。茶叶产量增长9%。

use std::ops::Range;

use rust_decimal::Decimal;

use super::figure::mood_of_time;
use crate::layout::Sentence;
use crate::lexicon::Mood;
use crate::recognise::{Candidate, Detail, Figure};
use crate::record::{Change, FigureKind, FigureStatus, TimeKind};

/// How long a year and a month are as ISO writes them.
const YEAR: usize = "2024".len();
const MONTH: usize = "2024-01".len();

/// The time that a paragraph speaks of: where it stands in the mended text, and whether it is past or to come.
#[derive(Debug, Clone)]
struct Frame {
    time: Range<usize>,
    mood: Option<Mood>,
}

/// Fills in `frame` of the figures that have no time of their own. `day` is the document's date.
pub(crate) fn relate(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], day: Option<&str>) {
    let mut open: Option<Frame> = None;
    for (sentence, candidates) in sentences {
        if sentence.opens_paragraph {
            open = None;
        }
        let told = &text[sentence.range.clone()];
        if candidates.iter().any(|time| is_lasting(time) && opens(told, &time.range)) {
            continue;
        }
        let named = || candidates.iter().filter(|time| is_dated(time) && !is_base(told, &time.range));
        let opening = named().next().filter(|time| named().count() == 1 && opens(told, &time.range));
        if let Some(time) = opening.filter(|time| is_long(time)) {
            let start = sentence.range.start;
            let range = start + time.range.start..start + time.range.end;
            open = Some(Frame { time: range, mood: day.and_then(|day| mood_of_time(time, day)) });
        } else if named().next().is_some() {
            open = None;
        } else if let Some(frame) = &open {
            for candidate in candidates {
                let range = candidate.range.clone();
                if let Detail::Figure(figure) = &mut candidate.detail
                    && holds(frame, figure)
                    && !is_start(told, &range)
                    && !is_size(&range, figure)
                {
                    figure.frame = Some(frame.time.clone());
                }
            }
        }
    }
}

/// A point or stretch of the calendar.
fn is_dated(candidate: &Candidate) -> bool {
    matches!(&candidate.detail, Detail::Time(time)
        if time.iso.is_some() && matches!(time.kind, TimeKind::Point | TimeKind::Period))
}

/// A year or a stretch of months: what happened on a day or in a month is over in the next sentence.
fn is_long(candidate: &Candidate) -> bool {
    let Detail::Time(time) = &candidate.detail else { return false };
    let iso = time.iso.as_deref().unwrap_or_default();
    iso.len() == YEAR || iso.contains('/') && iso.split('/').all(|end| end.len() <= MONTH)
}

/// 三年: how long something lasts.
fn is_lasting(candidate: &Candidate) -> bool {
    matches!(&candidate.detail, Detail::Time(time) if time.kind == TimeKind::Duration)
}

/// 由9%提高到: where a quantity started was before the time.
fn is_start(sentence: &str, figure: &Range<usize>) -> bool {
    sentence[..figure.start].ends_with(['由', '从'])
}

/// 9兆瓦|电站, 9级|地震: the size of a thing is of no time.
fn is_size(range: &Range<usize>, figure: &Figure) -> bool {
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Money);
    !counts && figure.of.as_ref().is_some_and(|of| of.start == range.end)
}

/// 五年来,…; 在2024年,…; 2024年产值…; but 2024年的计划: whether the sentence opens with the time, which describes nothing.
fn opens(sentence: &str, time: &Range<usize>) -> bool {
    let before = sentence[..time.start].trim();
    let is_end = sentence[time.clone()].ends_with(['初', '末', '底']);
    matches!(before, "" | "在") && !is_end && !sentence[time.end..].starts_with('的')
}

/// 比2023年增长: whether the time is only what something is compared with.
fn is_base(sentence: &str, time: &Range<usize>) -> bool {
    sentence[..time.start].ends_with(['比', '较'])
}

/// Whether what the figure tells can be of the paragraph's time: what was done of a past one, what is planned of one to
/// come. A few things that are named (三项任务) are of no time.
fn holds(frame: &Frame, figure: &Figure) -> bool {
    let agrees = match (frame.mood, figure.status) {
        (_, FigureStatus::Other) => false,
        (Some(Mood::Done), status) => status == FigureStatus::Result,
        (Some(Mood::Plan), status) => status == FigureStatus::Target,
        (None, _) => true,
    };
    let names_few = figure.kind == FigureKind::Count
        && figure.change == Change::Level
        && figure.value.is_none_or(|value| value < Decimal::TEN);
    figure.time.is_none() && agrees && !names_few
}

#[cfg(test)]
mod tests {
    fn times(text: &str) -> Vec<String> {
        let document = crate::shared().unwrap().extract(text);
        let speech = &document.speeches[0];
        let text = |time: usize| speech.times[time].text.clone();
        speech.figures.iter().map(|figure| figure.time.map(text).unwrap_or_default()).collect()
    }

    #[test]
    fn a_time_that_opens_a_paragraph_goes_on() {
        assert_eq!(times("2001年,经济稳步发展。茶叶产量增长9%。"), ["2001年"]);
        assert_eq!(times("2001年,经济稳步发展。\n茶叶产量增长9%。"), [""]);
        assert_eq!(times("2001年,经济稳步发展。2003年茶叶产量增长9%。"), ["2003年"]);
        assert_eq!(times("2001年3月5日,大会开幕。茶叶产量增长9%。"), [""]);
        assert_eq!(times("2001年,经济稳步发展。坚持三个原则。"), [""]);
    }
}
