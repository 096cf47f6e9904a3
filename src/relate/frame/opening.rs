//! The time that opens a sentence.

use super::{Dated, Frame, SentenceView, Stretch};
use crate::lexicon::Lexicon;
use crate::record::TimeKind;
use crate::relate::fronting::{self, names_plan};
use crate::text::CharSet;

/// What the time that opens a sentence does.
#[derive(Debug)]
pub(super) enum Opening {
    /// No time opens it, or one that is over with the sentence.
    None,
    /// A length, which holds for its sentence alone: 三年|新建学校.
    Lasting(Option<i32>),
    /// A time that others contend with: 2025年开工,2027年建成.
    Mixed,
    /// A time. `alone`: a comma, 是, a colon or a comparison follows it, as in 2025年,… and 2025年是….
    Frame { frame: Frame, alone: bool },
}

pub(super) fn read(told: &SentenceView) -> Opening {
    let text = told.text;
    let closes = |time: &&Dated| text[time.range.end..].trim_end_matches('。').is_empty();
    // 这是快速发展的五年。
    if text.starts_with("这是")
        && let Some(frame) = told.times.last().filter(closes).and_then(|time| Frame::read(told, time))
    {
        return Opening::Frame { frame, alone: true };
    }
    let first = told.times.first().filter(|first| fronting::is_opening(text, &first.range, told.lexicon));
    let Some(first) = first else { return Opening::None };
    let after = &text[first.range.end..];
    match Frame::read(told, first) {
        Some(frame) if frame.stretch.is_none() => Opening::Lasting(frame.years),
        Some(frame) if rivals(told, frame.stretch).next().is_some() => Opening::Mixed,
        Some(frame) => {
            Opening::Frame { frame, alone: after.starts_with([',', '是', ':', '比', '同', '与']) }
        }
        None => Opening::None,
    }
}

/// A time that contends with what governs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rival {
    pub(super) start: usize,
    /// Whether what follows its sentence may be of it; not for the edge of a stretch (到明年底).
    pub(super) mixes: bool,
}

/// The times that open a clause and neither lie in the stretch nor hold it.
pub(super) fn rivals(told: &SentenceView, stretch: Option<Stretch>) -> impl Iterator<Item = Rival> {
    let text = told.text;
    told.times.iter().filter_map(move |time| {
        let is_dated = matches!(time.kind, TimeKind::Point | TimeKind::Period);
        let own = Stretch::read(time.iso.filter(|_| is_dated)?)?;
        let after = &text[time.range.end..];
        // 在上年增长9%的基础上: the start of a change contends with nothing.
        let lays_base = || after.split(',').next().is_some_and(|clause| clause.contains("基础上"));
        if names_plan(after) || lays_base() {
            return None;
        }
        let nests = stretch.is_some_and(|stretch| stretch.nests(own));
        let mixes = !fronting::is_edge(&text[time.range.clone()]);
        (!nests && opens_clause(&text[..time.range.start]))
            .then_some(Rival { start: time.range.start, mixes })
    })
}

/// The byte at which a clause tells what holds from now on, and so is of no year: 今后,…, 从今年起,….
pub(super) fn begins_anew(text: &str) -> Option<usize> {
    let begins = |at: usize| {
        let clause = text[at..].split(',').next().unwrap_or_default();
        ["年起", "年开始"].iter().any(|begins| clause.contains(begins))
    };
    let mut start = None;
    for (at, mark) in BEGINNINGS.all(text).filter(|(at, _)| opens_clause(&text[..*at])) {
        if mark != '今' {
            start = start.or_else(|| begins(at).then_some(at));
        } else if text[at..].starts_with("今后") {
            return Some(at);
        }
    }
    start
}

/// Openings of words that tell from when on something holds.
static BEGINNINGS: CharSet = CharSet::new(&['今', '从', '自']);

/// Whether a sentence is a note that explains a name: 15.“甲工程”:….
pub(super) fn is_note(told: &SentenceView) -> bool {
    let text = told.text.trim_start();
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let named = number.strip_prefix('.').filter(|_| number.len() < text.len());
    named.is_some_and(|named| named.starts_with('“') && named.chars().take(MAX_NOTE_CHARS).any(|c| c == ':'))
}

/// Longest name that a note explains, in characters.
const MAX_NOTE_CHARS: usize = 20;

fn opens_clause(before: &str) -> bool {
    let before = before.trim_end_matches(['在', '到', '至', ' ', '“']);
    before.is_empty() || before.ends_with([',', ';', ':', '。', '(', '、', '—'])
}

/// Longest word beside a time that makes a base of it, in characters: 相当于, 的不变价格).
pub(crate) const MAX_BASE_CHARS: usize = 6;

/// Whether a time is one that something is only compared with, or at which something began, by the words
/// before and after it: 比|2023年增长, 同|2023年相比, 高于|2023年; not 于|2023年建成, 2022年与|2023年.
pub(crate) fn is_base(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    is_standard(before, after) || is_compared(before, after, lexicon)
}

/// Whether a time is that of a standard by which something is reckoned or measured, and from which nothing
/// grew: 按|2020年|不变价计算, 对照|2020年|目标.
pub(crate) fn is_standard(before: &str, after: &str) -> bool {
    names_prices(before, after) || before.ends_with("对照")
}

/// Whether a time is that of the prices by which something is reckoned: 按|2020年|不变价计算, (|1990年|价).
pub(crate) fn names_prices(before: &str, after: &str) -> bool {
    let after = after.strip_prefix('的').unwrap_or(after);
    let kind = ["不变", "可比", "固定"].iter().find_map(|kind| after.strip_prefix(kind));
    let Some(priced) = kind.unwrap_or(after).strip_prefix('价') else { return false };
    let closes = || priced.strip_prefix('格').unwrap_or(priced).starts_with(')');
    before.ends_with(['按', '照', '以']) || before.ends_with('(') && closes()
}

fn is_compared(before: &str, after: &str, lexicon: &Lexicon) -> bool {
    match before.chars().next_back() {
        Some('比' | '较' | '由' | '从') => true,
        Some(joint @ ('同' | '与')) => {
            let joins = before.trim_end_matches(joint).ends_with(['年', '期']);
            !joins || after.starts_with("相比") || after.starts_with('比')
        }
        Some('于') => lexicon.phrases.compared.end(before.trim_end_matches('于')),
        Some('过') => before.ends_with("超过"),
        _ => false,
    }
}
