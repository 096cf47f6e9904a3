//! The members of a list and the figures that belong to them one by one, as 分别 deals them out.

use std::ops::Range;

use super::before::{self, Before};
use super::chart::{Chart, Class, Piece, WINDOW_PIECES};
use super::preceding::MAX_RATIO_PIECES;
use crate::recognise::Figure;

/// The word that deals out figures to the members of a list.
pub(super) const RESPECTIVELY: &str = "分别";

/// Figures in a row: the number of the first, and how many.
struct Row {
    first: usize,
    length: usize,
}

/// The bytes of the member of the noun phrase that belongs to figure `number`; of the whole phrase where no
/// list fits.
pub(super) fn member_of_phrase(chart: &Chart, number: usize, pieces: Range<usize>) -> Option<Range<usize>> {
    let row = row(chart, number);
    let index = number - row.first;
    let member = member(chart, &pieces, index, row.length)
        .or_else(|| member(chart, &whole_list(chart, pieces.end), index, row.length))
        .unwrap_or(pieces);
    chart.stretch(member.start, member.end)
}

/// The bytes of the member that belongs to figure `number`, where list and row are equally long; else of the
/// whole phrase: 游客、花费增长5%、6%.
pub(super) fn member_if_parallel(chart: &Chart, number: usize, pieces: Range<usize>) -> Option<Range<usize>> {
    let row = row(chart, number);
    let is_border = |piece: &Piece| matches!(piece.class, Class::Pause | Class::And | Class::Bound { .. });
    let between = |left: usize| Some(chart.figures.get(left)?.piece + 1..chart.figures.get(left + 1)?.piece);
    let is_plain = (row.first..row.first + row.length - 1)
        .all(|left| between(left).is_some_and(|pieces| chart.pieces[pieces].iter().all(is_border)));
    let is_parallel = row.length > 1 && is_plain;
    let member = is_parallel.then(|| member(chart, &pieces, number - row.first, row.length)).flatten();
    let member = member.unwrap_or(pieces);
    chart.stretch(member.start, member.end)
}

/// The pieces of the whole clause before `end`, with the verbs of its members: 出口额、新增外资企业、游客.
fn whole_list(chart: &Chart, end: usize) -> Range<usize> {
    // 入园率、九年义务教育巩固率: a stretch of time may open a member.
    let opens_member = |at: usize| chart.class_before(at) == Some(Class::Pause);
    let ends = |at: &usize| match chart.class(*at) {
        Some(Class::Comma | Class::Stop | Class::Figure(_) | Class::Link) => false,
        Some(Class::Time(_)) => opens_member(*at),
        _ => true,
    };
    let start = (end.saturating_sub(WINDOW_PIECES)..end).rev().take_while(ends).last().unwrap_or(end);
    start..end
}

/// The index at which the list starts whose last member opens at `start`: 部门、企业|拥有的资金, 粮食、蔬菜|采购方面的支出.
pub(super) fn list_before(chart: &Chart, mut start: usize, floor: usize) -> usize {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    while start > floor && chart.class_before(start) == Some(Class::Pause) && nominal(&start) {
        let pause = start - 1;
        let member =
            (floor.max(pause.saturating_sub(MAX_RATIO_PIECES))..pause).rev().take_while(nominal).last();
        match member {
            Some(first) if !chart.follows_figure(first) && chart.class_before(first) != Some(Class::De) => {
                start = first;
            }
            _ => break,
        }
    }
    start
}

/// What figure `other` measures; with 分别, what the counterpart of the figure does: the rows are equally long
/// (游客5万人次、收入3亿元,分别增长8%、9%), or the row shares one list (A、B分别增长8%、9%).
pub(super) fn same_or_counterpart(
    chart: &Chart,
    number: usize,
    other: usize,
    respectively: bool,
    figure: &Figure,
    ofs: &[Option<Range<usize>>],
) -> Option<Range<usize>> {
    let row = row(chart, number);
    // 甲、乙标准从6元、9元提高到7元、10元: rows of equal length have their members in common.
    let is_same = || match before::read(chart, row.first, figure) {
        Before::SameAs { number: last, .. } => last + 1 == row.first,
        _ => false,
    };
    let before = self::row(chart, row.first.saturating_sub(1));
    if row.length > 1 && before.first < row.first && before.length == row.length && is_same() {
        return ofs.get(before.first + number - row.first)?.clone();
    }
    if respectively && row.first == number {
        return ofs.get((other + 1).checked_sub(row.length)?)?.clone();
    }
    let place = number - row.first;
    if place == 0 || other + 1 != number {
        return ofs.get(other)?.clone();
    }
    match before::read(chart, row.first, figure) {
        Before::Phrase { pieces, respectively: true } => member_of_phrase(chart, number, pieces),
        Before::Phrase { pieces, respectively: false } => member_if_parallel(chart, number, pieces),
        Before::SameAs { number: last, respectively: true } => {
            ofs.get((last + 1 + place).checked_sub(row.length)?)?.clone()
        }
        _ => ofs.get(other)?.clone(),
    }
}

/// The numbers of the figures that stand in a row with figure `number`.
pub(super) fn members(chart: &Chart, number: usize) -> Range<usize> {
    let row = row(chart, number);
    row.first..row.first + row.length
}

/// The figures around `number` that only 、, 和 and bounds part.
fn row(chart: &Chart, number: usize) -> Row {
    let is_change = |at: usize| chart.class(at).is_some_and(Class::is_change);
    let joined = |left: usize| {
        let (Some(left), Some(right)) = (chart.figures.get(left), chart.figures.get(left + 1)) else {
            return false;
        };
        let between = chart.pieces.get(left.piece + 1..right.piece).unwrap_or_default();
        // 分别增加5吨和减少6吨: each may have its change.
        let dealt =
            left.piece >= 2 && chart.slice(left.piece - 2).starts_with("分别") && is_change(left.piece - 1);
        let between = match between {
            [rest @ .., change] if dealt && change.class.is_change() => rest,
            _ => between,
        };
        let mut classes = between.iter().map(|piece| piece.class);
        between.len() <= 4
            && classes.clone().any(|class| matches!(class, Class::Pause | Class::And))
            && classes
                .all(|class| matches!(class, Class::Pause | Class::And | Class::Bound { .. } | Class::Link))
    };
    let floor = number.saturating_sub(WINDOW_PIECES);
    let first = (floor..number).rev().take_while(|left| joined(*left)).last().unwrap_or(number);
    let after = (number..number + WINDOW_PIECES).take_while(|left| joined(*left)).count();
    Row { first, length: number - first + after + 1 }
}

/// Member `index` of a list of `length` members: its own words alone (收入、支出); up to the list's end if it is
/// no noun by itself (供热、排水管网) or shares the quantity there (煤炭、钢铁产量).
fn member(chart: &Chart, pieces: &Range<usize>, index: usize, length: usize) -> Option<Range<usize>> {
    let mut borders: Vec<usize> = pieces.clone().filter(|at| joins(chart, *at)).collect();
    if borders.len() + 1 != length {
        borders.retain(|at| chart.class(*at) == Some(Class::Pause));
    }
    if borders.len() + 1 != length {
        return None;
    }
    let start = if index == 0 { pieces.start } else { borders.get(index - 1)? + 1 };
    let end = borders.get(index).copied().unwrap_or(pieces.end);
    let last = borders.last().map_or(pieces.start, |border| border + 1)..pieces.end;
    let starts = std::iter::once(pieces.start).chain(borders.iter().map(|border| border + 1));
    let others = starts.zip(&borders).map(|(start, end)| start..*end);
    let share_head = others.clone().any(|member| !stands_alone(chart, member))
        || others.skip(index).all(|member| shares(chart, member, &last));
    let reaches = index < borders.len() && share_head;
    Some(start..if reaches { pieces.end } else { end })
}

/// Whether the piece joins two members: 、, 和.
pub(super) fn joins(chart: &Chart, at: usize) -> bool {
    matches!(chart.class(at), Some(Class::Pause | Class::And))
}

/// Whether a member names something without the list's end. In 对东盟、欧盟出口 the relation needs its other side.
fn stands_alone(chart: &Chart, mut member: Range<usize>) -> bool {
    chart.slice(member.start) != "对" && member.any(|at| names(chart, at))
}

/// Whether a member that names no quantity has the one with which the last member ends: 煤炭、钢铁|产量; not
/// 游客、旅游总花费, because those who are counted have a number as well.
fn shares(chart: &Chart, member: Range<usize>, last: &Range<usize>) -> bool {
    let (Some(noun), Some(quantity)) = (member.end.checked_sub(1), last.end.checked_sub(1)) else {
        return false;
    };
    let word = chart.slice(noun);
    // 进口、出口|通关|时间: what can be measured describes both.
    let describes = member.len() == 1 && is_measured(chart, last.start);
    let is_same_kind =
        |at: usize| word.chars().next_back().is_some_and(|kind| chart.slice(at).ends_with(kind));
    let acts = ["人", "名", "位", "家", "户"].iter().any(|unit| chart.lexicon.counted.fits(unit, word));
    // 化学需氧量、二氧化硫|排放量: a longer name says enough by itself.
    let is_long = || {
        let name = chart.stretch(member.start, member.end);
        let is_plain = !member
            .clone()
            .any(|at| matches!(chart.class(at), Some(Class::De | Class::Other | Class::Arrive)))
            && chart.class(noun).is_some_and(Class::is_head);
        // 自来水、户厕|普及率: a rate is of what one has or does, which a thing does not say.
        let is_rate = chart.slice(quantity).ends_with('率');
        name.is_some_and(|name| name.len() > MAX_SHORT_NAME)
            && word.len() >= MAX_SHORT_NAME
            && is_plain
            && !is_rate
    };
    if is_long() {
        return false;
    }
    // 县内游客、县外游客|人次: the quantity only says that they are counted.
    if acts && matches!(chart.slice(quantity), "人次" | "人数" | "数量" | "数") {
        return false;
    }
    quantity > last.start
        && is_measured(chart, quantity)
        && (describes || !is_measured(chart, noun))
        && (!acts || (last.start..quantity).any(is_same_kind))
}

/// Length of a name of two characters, in bytes, which needs the head that it shares: 蔬菜、水果|产量.
const MAX_SHORT_NAME: usize = 2 * '某'.len_utf8();

/// Whether the piece names a quantity, even one that says nothing by itself: 产量, 支出.
fn is_measured(chart: &Chart, at: usize) -> bool {
    chart.names_measure(at)
        || chart.class(at) == Some(Class::Dependent)
            && chart.lexicon.quantities.of_something.end(chart.slice(at))
}

/// Whether the piece of a member is a name by itself: 煤炭; not 排水, 中, 第一 and 急难型.
fn names(chart: &Chart, at: usize) -> bool {
    let Some(piece) = chart.pieces.get(at) else { return false };
    let word = chart.slice(at);
    let describes =
        word.starts_with('第') || word.ends_with(['型', '性', '式']) || piece.class == Class::Descriptive;
    piece.class.is_head() && !describes && (!piece.names_deed || chart.names_measure(at))
}
