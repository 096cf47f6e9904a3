//! Reads brackets, quotations and measures inside a name or right after it, which do not end it.

use std::ops::Range;

use super::form;
use super::piece::ends_member;
use crate::lexicon::is_han;
use crate::recognise::Scene;

/// The longest bracket that is read with the name before it, in characters.
const MAX_BRACKET_CHARS: usize = 14;
/// The longest bracket inside a name, in bytes: 广珠(澳)高铁.
const MAX_PART_BYTES: usize = 12;
/// The longest bracket that tells which house of a kind is meant, in characters: 质检中心(渔具类).
const MAX_KIND_CHARS: usize = 4;
/// Most digits in the number of a note.
const MAX_NOTE_DIGITS: usize = 3;
/// The longest quoted part of a name, in characters.
const MAX_QUOTED_CHARS: usize = 8;
/// The longest bracket that measures the name before it, in characters: (总投资86亿元,装机120万千瓦).
const MAX_MEASURED_CHARS: usize = 60;

/// The byte past the bracket that opens with this mark, if it holds only a few characters.
pub(super) fn short_bracket(scene: &Scene, open: &Range<usize>) -> Option<usize> {
    if !scene.says(open, "(") {
        return None;
    }
    let mut inside = scene.text[open.end..].char_indices().take(MAX_BRACKET_CHARS + 1);
    inside.find(|(_, character)| *character == ')').map(|(at, _)| open.end + at + 1)
}

/// The byte past the mark of a note that opens with this bracket: 旅游公路|[6].
pub(super) fn note(scene: &Scene, open: &Range<usize>) -> Option<usize> {
    let pairs = [("[", ']'), ("〔", '〕'), ("【", '】')];
    let (_, close) = pairs.into_iter().find(|(sign, _)| scene.says(open, sign))?;
    let rest = &scene.text[open.end..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let closes = (1..=MAX_NOTE_DIGITS).contains(&digits) && rest[digits..].starts_with(close);
    closes.then_some(open.end + digits + close.len_utf8())
}

/// Whether a bracket is part of the name around it: it tells the section or the kind (青川高铁(云河段), 质检中心(渔具类)),
/// or the name goes on after a few characters (广云(澳)高铁).
pub(super) fn belongs_to_name(inside: &str, goes_on: bool) -> bool {
    let is_kind = (2..=MAX_KIND_CHARS).contains(&inside.chars().count()) && !inside.starts_with('含');
    inside.ends_with('段') || is_kind || goes_on && (3..=MAX_PART_BYTES).contains(&inside.len())
}

/// The byte past the section in brackets after a name, or `end` if there is none: 青藏铁路|(云河段).
pub(super) fn section_after(scene: &Scene, end: usize) -> usize {
    if !scene.text[end..].starts_with('(') {
        return end;
    }
    let close = short_bracket(scene, &(end..end + '('.len_utf8()));
    close.filter(|close| scene.text[..*close].ends_with("段)")).unwrap_or(end)
}

/// The byte past a short quotation that ends a member of a list (远景“智慧工厂”、…), stands before the end of a
/// work's name (热力“一网通”工程), or opens a member (…、“双翼”机场改造工程).
pub(super) fn quoted_part(scene: &Scene, open: &Range<usize>, opens_member: bool) -> Option<usize> {
    if !scene.says(open, "“") {
        return None;
    }
    let mut inside = scene.text[open.end..].char_indices().take(MAX_QUOTED_CHARS + 1);
    let (at, close) = inside.find(|(_, c)| ['”', '、', ','].contains(c))?;
    let end = open.end + at + close.len_utf8();
    let rest = &scene.text[end..];
    let goes_on = rest.starts_with(is_han);
    // The quotation is a name by itself: 国家“西电东送”工程.
    let is_name = || {
        let quoted = &scene.text[open.end..open.end + at];
        scene.lexicon.projects.standing.contains(quoted) || form::leads_across(quoted)
    };
    let is_part = if opens_member {
        goes_on && !rest.starts_with('等')
    } else {
        ends_member(rest) || ends_undertaking(rest) && !is_name()
    };
    (close == '”' && is_part).then_some(end)
}

/// Whether 工程 or 项目 follows within a few characters and ends the name: |一体工程、, |扩能项目建设.
fn ends_undertaking(rest: &str) -> bool {
    let end = rest.char_indices().nth(MAX_QUOTED_CHARS).map_or(rest.len(), |(end, _)| end);
    let at =
        ["工程", "项目"].iter().filter_map(|word| rest[..end].find(word).map(|at| at + word.len())).min();
    at.is_some_and(|at| {
        let after = &rest[at..];
        let is_own = rest[..at].chars().all(is_han);
        is_own && (ends_member(after) || after.starts_with("建设") || !after.starts_with(is_han))
    })
}

/// The byte past the bracket that opens with this mark and measures the name before it: (总投资86亿元,装机120万千瓦).
pub(super) fn measured_bracket(scene: &Scene, open: &Range<usize>) -> Option<usize> {
    if !scene.says(open, "(") {
        return None;
    }
    let mut inside = scene.text[open.end..].char_indices().take(MAX_MEASURED_CHARS + 1);
    let close = inside.find(|(_, character)| *character == ')').map(|(at, _)| open.end + at)?;
    let opens = scene.lexicon.stages.measured_at(&scene.text[open.end..close]) == Some(0);
    opens.then_some(close + ')'.len_utf8())
}
