//! What a figure is of: by its own form, by what stands after or before it, or in the clause that it goes on.

use std::ops::Range;

use super::after::After;
use super::before::{self, Before};
use super::chart::{Chart, Class, Piece};
use super::{list, status, step};
use crate::lexicon::Role;
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Detail, Figure};
use crate::record::FigureKind;

/// The bytes of what each figure counts or measures: the rest of the project's name that it stands in, else
/// what stands after it, else what stands before it.
pub(super) fn ofs(
    chart: &Chart,
    figures: &[&Figure],
    candidates: &[Candidate],
    after_each: &[Option<After>],
) -> Vec<Option<Range<usize>>> {
    let row = Row { chart, figures, candidates, after_each };
    let mut ofs: Vec<Option<Range<usize>>> = Vec::with_capacity(figures.len());
    for number in 0..figures.len() {
        let of = row.fixed(number).unwrap_or_else(|| row.of(number, &ofs));
        ofs.push(of);
    }
    ofs
}

/// The figures of a sentence, with what was found after each.
struct Row<'r> {
    chart: &'r Chart<'r>,
    figures: &'r [&'r Figure],
    candidates: &'r [Candidate],
    after_each: &'r [Option<After>],
}

impl Row<'_> {
    /// What a figure is of by its own form; `Some(None)` if that is nothing.
    fn fixed(&self, number: usize) -> Option<Option<Range<usize>>> {
        let (chart, figure) = (self.chart, self.figures[number]);
        let piece = chart.figures[number].piece;
        // 每10万人|案件数: something is reckoned by these persons, and no noun counts them.
        let is_denominator = is_persons(figure) && status::is_denominator(chart, piece);
        // 李明同志逝世,享年|90岁: the age of one person counts nothing.
        let is_age_of_one =
            figure.kind == FigureKind::Age && matches!(chart.slice_before(piece), "享年" | "终年");
        if is_denominator || is_age_of_one {
            return Some(None);
        }
        // 通|时速|9公里|铁路: how fast something is.
        if before_speed(chart, number) {
            return Some(chart.stretch(piece - 1, piece));
        }
        enrolment(chart, number, figure).map(Some)
    }

    /// What a figure is of by the text around it; `ofs` holds what those before it are of.
    fn of(&self, number: usize, ofs: &[Option<Range<usize>>]) -> Option<Range<usize>> {
        let inside = rest_of_project(self.candidates, self.chart.figures[number].candidate);
        let after = self.after_each[number].as_ref().filter(|after| !after.frame);
        inside.or_else(|| after.and_then(|after| after.of.clone())).or_else(|| self.before(number, ofs))
    }

    /// What stands before a figure, if the figure can be of that; else the noun after it that only holds it.
    fn before(&self, number: usize, ofs: &[Option<Range<usize>>]) -> Option<Range<usize>> {
        let Row { chart, figures, candidates, after_each } = *self;
        let (figure, after) = (figures[number], after_each[number].as_ref());
        let fits = |of: &Range<usize>| match after {
            None => true,
            Some(After { of: None, size: false, .. }) => {
                of.end == candidates[chart.figures[number].candidate].range.start
            }
            // 达到6斤、9斤的指标: the members of a row share what the first finds in an earlier clause.
            Some(After { frame: true, .. }) if list::members(chart, number).start < number => true,
            Some(_) => chart.changes(number) || chart.shares_clause(of, number),
        };
        let before = of_before(chart, figures, number, figure, ofs);
        // 设施实现五级全覆盖: what covers all levels has no number; but 县乡三级.
        let start = candidates[chart.figures[number].candidate].range.start;
        if figure.unit.as_deref() == Some("级") {
            return before.filter(|of| of.end == start).map(|of| levels(chart, of));
        }
        // 十六、增加一条: the number of an item names nothing. 三个确保、两个坚持: nor does a count beside it.
        let names_money = |name: &str| figure.kind == FigureKind::Money && names_currency(chart, name);
        let joined = figure.kind == FigureKind::Count
            && chart.class_before(chart.figures[number].piece) == Some(Class::Pause);
        let names = |of: &Range<usize>| {
            let name = &chart.text[of.clone()];
            let is_count = joined && name.starts_with(|c: char| is_numeric(c) && !c.is_ascii_digit());
            name.chars().any(|c| c.is_alphabetic() && !is_numeric(c))
                && !name.starts_with("百分之")
                && !is_count
                && !is_length(chart, name)
                && !names_money(name)
        };
        let before = before.map(|of| {
            if after.is_some_and(|after| after.size && after.frame) { unbuilt(chart, of) } else { of }
        });
        // 9个|乡镇|5万人: the noun that the figure before counts is not counted again.
        let is_taken = |of: &Range<usize>| {
            let earlier = number.checked_sub(1).and_then(|earlier| after_each[earlier].as_ref());
            let last = chart.slice_before(chart.figures[number].piece);
            figure.kind == FigureKind::Count
                && of.end == start
                && earlier.is_some_and(|earlier| earlier.of.as_ref().is_some_and(|taken| taken.end == of.end))
                && figures[number - 1].kind == FigureKind::Count
                && !chart.lexicon.counted.fits(figure.unit.as_deref().unwrap_or_default(), last)
        };
        let before = before.filter(|of| !is_taken(of));
        let stated = before.filter(fits).filter(names).or_else(|| after.and_then(|after| after.of.clone()));
        stated.or_else(|| outlay(chart, number, figure)).or_else(|| happening(chart, number, figure))
    }
}

/// Whether the name only says how long: 9.7小时.
fn is_length(chart: &Chart, name: &str) -> bool {
    let unit = name.trim_start_matches(|c: char| is_numeric(c) || c == '.');
    let sense = chart.lexicon.units.words.get(unit).filter(|_| unit.len() < name.len());
    sense.is_some_and(|unit| unit.sense == crate::lexicon::Sense::Duration)
}

/// Whether the name only says in which money a sum is: 日元|300亿.
fn names_currency(chart: &Chart, name: &str) -> bool {
    chart.lexicon.units.currency_at_end(name).is_some_and(|(start, _)| start == 0)
}

/// The name without the verb that governs what has the size: 培育|年产值|9亿元以上企业.
fn unbuilt(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let first = chart.pieces.partition_point(|piece| piece.range.start < of.start);
    match chart.pieces.get(first).filter(|_| chart.plays(first, Role::Builds)) {
        Some(verb) if verb.range.end < of.end => verb.range.end..of.end,
        _ => of,
    }
}

/// The levels alone: 江北县对|乡、村|两级, 健全|省、市|两级.
fn levels(chart: &Chart, of: Range<usize>) -> Range<usize> {
    let text = chart.text;
    let end = chart.pieces.partition_point(|piece| piece.range.end <= of.end);
    let joins = |class: Class| matches!(class, Class::Pause | Class::And);
    let is_level = |piece: &Piece| {
        joins(piece.class) || piece.text != "地区" && chart.lexicon.phrases.levels.end(piece.text)
    };
    let inside = || chart.pieces[..end].iter().rev().take_while(|piece| piece.range.start >= of.start);
    let levels = inside().take_while(|piece| is_level(piece)).count();
    // 国家|、省、市: the list has a first member.
    let opens =
        levels.checked_sub(1).and_then(|last| inside().nth(last)).is_some_and(|piece| joins(piece.class));
    let first = (levels + usize::from(opens)).checked_sub(1).and_then(|last| inside().nth(last));
    let first = first.map_or(of.start, |level| level.range.start);
    let of = first..of.end;
    let after = |border: char| {
        text[of.clone()].rfind(border).map_or(of.start, |at| of.start + at + border.len_utf8())
    };
    ['对', '在'].map(after).into_iter().max().filter(|start| *start < of.end).unwrap_or(of.start)..of.end
}

/// The word for an outlay right before a sum that nothing else names: 将投入|9亿元.
fn outlay(chart: &Chart, number: usize, figure: &Figure) -> Option<Range<usize>> {
    let end = chart.figures.get(number)?.piece;
    let is_degree = |at: usize| matches!(chart.slice(at), "了" | "约" | "近" | "超" | "超过");
    let outlay = end.checked_sub(1)?;
    let outlay = if is_degree(outlay) { outlay.checked_sub(1)? } else { outlay };
    let is_outlay = figure.kind == FigureKind::Money && chart.slice(outlay) == "投入";
    chart.stretch(outlay, outlay + 1).filter(|_| is_outlay)
}

/// The deed that happens to persons and is counted by itself: 开展培训,全年|培训|40万人次.
fn happening(chart: &Chart, number: usize, figure: &Figure) -> Option<Range<usize>> {
    let deed = chart.figures.get(number)?.piece.checked_sub(1)?;
    let is_counted = figure.unit.as_deref() == Some("人次") && chart.class(deed) == Some(Class::Deed);
    let is_long = chart.slice(deed).chars().count() > 1;
    chart.stretch(deed, deed + 1).filter(|_| is_counted && is_long)
}

fn before_speed(chart: &Chart, number: usize) -> bool {
    chart.slice_before(chart.figures[number].piece) == "时速"
}

/// What so many persons did, where only that stands before them in the clause: 学校9所,|招生|5万人,|治愈出院|4万人.
fn enrolment(chart: &Chart, number: usize, figure: &Figure) -> Option<Range<usize>> {
    let verb = chart.figures.get(number)?.piece.checked_sub(1).filter(|_| is_persons(figure))?;
    let first = verb - (0..verb).rev().take_while(|at| chart.plays(*at, Role::Enrols)).count();
    let opens = matches!(chart.class_before(first), None | Some(Class::Comma | Class::Pause | Class::Stop));
    let counts = opens && chart.plays(verb, Role::Enrols);
    let names = chart.class(verb + 2).is_some_and(Class::is_nominal);
    chart.stretch(first, verb + 1).filter(|_| counts && !names)
}

/// What stands before a figure, or before the figure whose clause it goes on.
fn of_before(
    chart: &Chart,
    figures: &[&Figure],
    number: usize,
    figure: &Figure,
    ofs: &[Option<Range<usize>>],
) -> Option<Range<usize>> {
    let is_step = |other: usize| ofs[other].as_ref().is_some_and(|of| step::is_step(&chart.text[of.clone()]));
    match before::read(chart, number, figure) {
        Before::Phrase { pieces, respectively: true } => list::member_of_phrase(chart, number, pieces),
        Before::Phrase { pieces, respectively: false } => list::member_if_parallel(chart, number, pieces),
        // 毕业生400人,就业率80%,其中90人留校: persons are no part of a rate.
        Before::SameAs { number: other, .. }
            if is_persons(figure) && figures[other].kind == FigureKind::Percent && chart.is_part(number) =>
        {
            of_same_unit(figures, number, ofs).or_else(|| ofs.get(other)?.clone())
        }
        // 就业率达到80%,比上年增加9万人: a rate has no number. 增幅2%,同口径完成5亿元: nor has a change a sum.
        Before::SameAs { number: other, .. }
            if (figure.kind == FigureKind::Count && figure.unit.is_some()
                || figure.kind == FigureKind::Money)
                && figures[other].kind == FigureKind::Percent
                && ofs[other]
                    .as_ref()
                    .is_some_and(|of| chart.text[of.clone()].ends_with(['率', '度', '幅', '速'])) =>
        {
            of_same_unit(figures, number, ofs)
        }
        // 发现隐患9处,|立案|5起: a deed with a count of its own is not what was counted before.
        Before::SameAs { number: other, .. } if is_other_thing(chart, figures, number, other, ofs) => None,
        // 亿元以上项目9个,其中百亿元以上|6个: the size tells some of those counted before from the others.
        Before::SameAs { number: other, .. }
            if figure.kind == FigureKind::Count
                && figures[other].kind == FigureKind::Money
                && chart.figures[other].piece + 2 == chart.figures[number].piece =>
        {
            of_same_unit(figures, number, ofs)
        }
        // 产值跨越3个百亿台阶,增长5%: the sentence goes on about the quantity that has climbed, not about the steps.
        Before::SameAs { number: other, .. } if figure.kind == FigureKind::Percent && is_step(other) => (0
            ..other)
            .rev()
            .take(MAX_FIGURES_BACK)
            .find(|earlier| !is_step(*earlier))
            .and_then(|earlier| ofs[earlier].clone()),
        Before::SameAs { number: other, respectively } => {
            list::same_or_counterpart(chart, number, other, respectively, figure, ofs)
        }
        Before::SameUnit { otherwise } => of_same_unit(figures, number, ofs)
            .or_else(|| otherwise.and_then(|pieces| chart.stretch(pieces.start, pieces.end))),
        Before::Nothing => None,
    }
}

/// Whether a verb alone parts a count from an earlier one of another measure word, which does not count the
/// same.
fn is_other_thing(
    chart: &Chart,
    figures: &[&Figure],
    number: usize,
    other: usize,
    ofs: &[Option<Range<usize>>],
) -> bool {
    let (figure, earlier) = (figures[number], figures[other]);
    let unit = figure.unit.as_deref().unwrap_or_default();
    let counts = figure.kind == FigureKind::Count
        && earlier.kind == FigureKind::Count
        && !unit.is_empty()
        && !chart.lexicon.phrases.vague_units.contains(unit)
        && figure.unit != earlier.unit;
    let verb = chart.figures[number].piece.wrapping_sub(1);
    let acts = chart.class(verb).is_some_and(Class::is_act)
        && chart.class_before(verb) == Some(Class::Comma)
        && chart.figures[other].piece + 3 == chart.figures[number].piece;
    let names_other =
        || ofs[other].as_ref().is_some_and(|of| !chart.lexicon.counted.fits(unit, &chart.text[of.clone()]));
    counts && acts && names_other()
}

/// What the nearest figure before it with the same unit counts.
fn of_same_unit(figures: &[&Figure], number: usize, ofs: &[Option<Range<usize>>]) -> Option<Range<usize>> {
    let first = number.saturating_sub(MAX_FIGURES_BACK);
    let is_same = |other: &usize| {
        figures[*other].unit == figures[number].unit
            || is_persons(figures[*other]) && is_persons(figures[number])
    };
    let earlier = (first..number).rev().filter(is_same);
    earlier.filter_map(|other| ofs[other].clone()).next()
}

fn is_persons(figure: &Figure) -> bool {
    matches!(figure.unit.as_deref(), Some("人" | "名" | "位"))
}

/// Most figures back that are searched for one with the same unit.
const MAX_FIGURES_BACK: usize = 8;

/// The bytes that follow a figure inside the project's name: 3亿元养老服务中心.
fn rest_of_project(candidates: &[Candidate], figure: usize) -> Option<Range<usize>> {
    let inner = &candidates.get(figure)?.range;
    let near = &candidates[figure.saturating_sub(MAX_CANDIDATES_IN_NAME)..figure];
    let outer = near
        .iter()
        .rev()
        .find(|outer| matches!(outer.detail, Detail::Project(_)) && outer.range.end > inner.end)?;
    Some(inner.end..outer.range.end)
}

/// Most candidates that a project's name holds before a figure.
const MAX_CANDIDATES_IN_NAME: usize = 4;
