//! The day on which a text was given, as the text itself says it.

use std::ops::Range;

use crate::layout::{Layout, Role};
use crate::lexicon::Times;
use crate::recognise::time::{self, Calendar, Part, Year};

/// How far into a text its head reaches, and back from its end its foot, in bytes.
const HEAD: usize = 1500;
const FOOT: usize = 240;
/// Labels of the day on which a document was made; other labels tell when a page carried it.
const MADE: &str = "成文日期";

/// What a text says of its own date.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dating {
    /// Day or month.
    pub(crate) date: Option<String>,
    /// The year in the document's number, 国函〔1999〕134号.
    pub(crate) number_year: Option<String>,
}

/// How well a date tells when the text was given, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    /// ——2026年1月26日在…会议上, (2022年10月16日), 成文日期.
    Occasion,
    /// The signature: a date that ends the text.
    Signature,
    /// 时间:2026-02-03, and the paper that carried the text.
    Carrier,
}

/// The date that a text gives itself.
pub(crate) fn read(text: &str, layout: &Layout, times: &Times) -> Dating {
    let head = floor(text, HEAD);
    let foot = floor(text, text.len().saturating_sub(FOOT));
    let datelines = datelines(layout).filter(|line| line.start < head);
    let in_datelines = datelines.filter_map(|line| {
        let label = &text[line.clone()];
        let origin = if label.starts_with(['—', '(']) || label.starts_with(MADE) {
            Origin::Occasion
        } else {
            Origin::Carrier
        };
        Some((origin, first_day(text, line, times)?.0))
    });
    let days = in_datelines.chain(in_brackets(text, 0..head, times)).chain(at_the_end(text, foot, times));
    let best = days.min_by_key(|(origin, _)| *origin);
    Dating { date: best.map(|(_, day)| day), number_year: number_year(&text[..head]) }
}

fn datelines(layout: &Layout) -> impl Iterator<Item = Range<usize>> {
    let sentences = layout.speeches.first().into_iter().flat_map(|speech| &speech.sentences);
    sentences.filter(|sentence| sentence.role == Role::Dateline).map(|sentence| sentence.range.clone())
}

/// The first full date in this stretch, and where it ends.
fn first_day(text: &str, within: Range<usize>, times: &Times) -> Option<(String, usize)> {
    let mut last_digit = false;
    text[within.clone()].char_indices().find_map(|(offset, character)| {
        let digit = character.is_ascii_digit() || crate::text::is_chinese_digit(character);
        let opens = digit && !std::mem::replace(&mut last_digit, digit);
        opens.then(|| day(text, within.start + offset, times)).flatten()
    })
}

fn day(text: &str, at: usize, times: &Times) -> Option<(String, usize)> {
    let found = time::calendar_at(text, at, times)?;
    match found.calendar {
        Calendar { year: Year::Given(_), part: Part::Day(..) } => Some((found.calendar.fixed()?, found.end)),
        _ => None,
    }
}

/// (2022年10月16日) in the head: the day of the speech, alone between brackets.
fn in_brackets(text: &str, head: Range<usize>, times: &Times) -> impl Iterator<Item = (Origin, String)> {
    text[head].match_indices('(').filter_map(move |(at, bracket)| {
        let start = at + bracket.len();
        let blanks = text[start..].len() - text[start..].trim_start().len();
        let (day, end) = day(text, start + blanks, times)?;
        text[end..].trim_start().starts_with(')').then_some((Origin::Occasion, day))
    })
}

/// 国务院办公厅 2020年2月28日: a date at the end behind a blank or a line break, or in brackets with
/// the page of a paper.
fn at_the_end(text: &str, foot: usize, times: &Times) -> impl Iterator<Item = (Origin, String)> {
    text[foot..].char_indices().filter_map(move |(offset, character)| {
        let at = foot + offset;
        let before = text[..at].chars().next_back().filter(|c| matches!(c, ' ' | '\n' | '\r' | '('))?;
        let digit = character.is_ascii_digit() || crate::text::is_chinese_digit(character);
        let (day, end) = digit.then(|| day(text, at, times)).flatten()?;
        let rest = text[end..].trim_start();
        let paper = rest.ends_with(')') && text[..at].trim_end().ends_with('(');
        let alone = rest.is_empty() || rest.starts_with('(');
        match (paper, alone && before != '(') {
            (true, _) => Some((Origin::Carrier, day)),
            (_, true) => Some((Origin::Signature, day)),
            _ => None,
        }
    })
}

/// The year of the first number in the head, of this form: 〔1999〕134号.
fn number_year(head: &str) -> Option<String> {
    let (_, rest) = head.split_once('〔')?;
    let (year, rest) = rest.split_once('〕')?;
    let number = rest.split_once('号')?.0;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (year.len() == 4 && digits(year) && digits(number)).then(|| year.to_owned())
}

/// The last boundary of a character at or before this byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
