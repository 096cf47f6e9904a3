//! Bounds that do not stand beside their figure: 至少增产5万件, 分别突破5亿元和6亿元, 不低于平均数的2倍, 约占总数的5%.

use super::chart::{Chart, Class, WINDOW_PIECES};
use super::{list, step};
use crate::lexicon::Cue;
use crate::recognise::Figure;
use crate::record::{Bound, FigureKind};

/// The bound of figure `number`, by its own words or those of its sentence.
pub(super) fn read(chart: &Chart, number: usize, figures: &[&Figure]) -> Bound {
    let figure = figures[number];
    // 跨越3个千亿元台阶: the number of steps is exact, whatever lies beyond them.
    if step::counted(chart, number, figure).is_some() {
        return Bound::Exact;
    }
    // 未达5%左右的预期: nor does how far something came bound what it is measured by.
    if chart.figures.get(number).is_some_and(|place| super::status::measures(chart, place.piece)) {
        return after(chart, number);
    }
    if figure.bound != Bound::Exact {
        return figure.bound;
    }
    of_whole(chart, number, figure)
        .or_else(|| of_row(chart, number, figures))
        .or_else(|| of_verb(chart, number))
        .or_else(|| of_clause(chart, number))
        .unwrap_or(Bound::Exact)
}

/// The bound of a share, from before the whole that it is a share of: 不低于平均数的2倍, 约占总数的5%.
fn of_whole(chart: &Chart, number: usize, figure: &Figure) -> Option<Bound> {
    let is_share = matches!(figure.kind, FigureKind::Percent | FigureKind::Multiple | FigureKind::Other);
    let figure = chart.figures.get(number)?.piece;
    let last = figure.checked_sub(1).filter(|_| is_share)?;
    let de = if chart.class(last) == Some(Class::De) { last } else { figure };
    let inside = |at: &usize| {
        let is_part = |class: Class| class.is_nominal() || matches!(class, Class::Deed | Class::Attribute);
        // 不到|原定|计划|的一半
        let is_plan = chart.slice(*at) == "原定" || chart.slice(*at).ends_with("计划");
        chart.class(*at).is_some_and(is_part) || chart.slice(*at) == "全国" || is_plan
    };
    let whole = (de.saturating_sub(WINDOW_PIECES)..de).rev().take_while(inside).last()?;
    let word = chart.slice(whole.checked_sub(1)?);
    // 约占, 约|占
    let adverb = if word == "占" && whole >= 2 { chart.slice(whole - 2) } else { word };
    let adverb = adverb.strip_suffix(['占', '为']).filter(|adverb| !adverb.is_empty()).unwrap_or(adverb);
    bound_of(chart, adverb)
}

/// The bound that the word right after a figure tells.
fn after(chart: &Chart, number: usize) -> Bound {
    let after = chart.figures.get(number).map_or("", |place| chart.slice(place.piece + 1));
    match chart.lexicon.units.after.get(after) {
        Some(Cue::Bound(bound)) => *bound,
        _ => Bound::Exact,
    }
}

/// The bound that a word before a figure tells.
fn bound_of(chart: &Chart, word: &str) -> Option<Bound> {
    match chart.lexicon.units.before.get(word) {
        Some(Cue::Bound(bound)) => Some(*bound),
        _ => None,
    }
}

/// The bound of a quantity, from before the verb that has it: 至少增产5万件, 大约是9%.
fn of_verb(chart: &Chart, number: usize) -> Option<Bound> {
    let verb = chart.figures.get(number)?.piece.checked_sub(1)?;
    let has = |class: Class| class.is_action() || matches!(class, Class::Gain | Class::Arrive);
    let is_verb = chart.class(verb).is_some_and(has) || matches!(chart.slice(verb), "是" | "有" | "为");
    let adverb = verb.checked_sub(1).filter(|adverb| is_verb && chart.class(*adverb) == Some(Class::Link))?;
    bound_of(chart, chart.slice(adverb))
}

/// The degree that opens the clause and holds for its only figure: 大约每人的开支只需要5元.
fn of_clause(chart: &Chart, number: usize) -> Option<Bound> {
    let figure = chart.figures.get(number)?.piece;
    let inside = |at: &usize| {
        !matches!(chart.class(*at), Some(Class::Comma | Class::Stop | Class::Pause | Class::Figure(_)))
    };
    let near = figure.saturating_sub(WINDOW_PIECES)..figure;
    let first = near.rev().take_while(inside).last()?;
    let opens = matches!(chart.class_before(first), None | Some(Class::Comma | Class::Stop));
    let adverb = chart.class(first).filter(|class| opens && *class == Class::Link);
    adverb.and_then(|_| bound_of(chart, chart.slice(first))).filter(|bound| *bound == Bound::About)
}

/// The bound that the members of a row dealt out by 分别 share: 分别突破5亿元和6亿元, 分别稳定在5吨和6吨左右.
fn of_row(chart: &Chart, number: usize, figures: &[&Figure]) -> Option<Bound> {
    let row = list::members(chart, number);
    let shares_unit = row.clone().all(|member| figures[member].unit == figures[number].unit);
    let is_share = |member: usize| matches!(figures[member].kind, FigureKind::Percent | FigureKind::Multiple);
    let are_alike = row.clone().all(|member| is_share(member) == is_share(number));
    let first = chart.figures.get(row.start)?.piece;
    let dealt = (first.saturating_sub(MAX_DEALT_PIECES)..first).any(|at| chart.slice(at).starts_with("分别"));
    if row.len() < 2 || !are_alike || !dealt {
        return None;
    }
    let is_bounded_after = |member: usize| {
        let after = chart.figures[member].piece + 1;
        matches!(chart.class(after), Some(Class::Bound { .. }))
            || matches!(chart.slice(after), "左右" | "上下")
    };
    let last = row.end - 1;
    if number > row.start && shares_unit && !row.clone().any(is_bounded_after) {
        return Some(figures[row.start].bound);
    }
    let bounds_all = number < last && is_bounded_after(last) && !(row.start..last).any(is_bounded_after);
    bounds_all.then(|| figures[last].bound)
}

/// Farthest that 分别 stands before the first figure of a row, in pieces.
const MAX_DEALT_PIECES: usize = 4;

#[cfg(test)]
mod tests {
    use crate::record::Bound;

    fn bounds(text: &str) -> Vec<Bound> {
        let document = crate::shared().unwrap().extract(text);
        document.speeches[0].figures.iter().map(|figure| figure.bound).collect()
    }

    #[test]
    fn a_bound_may_stand_apart_from_its_figure() {
        use Bound::{About, Exact, Over, Under};
        assert_eq!(bounds("补助标准不低于农村补助标准的1.5倍。"), [Over]);
        assert_eq!(bounds("附加费不超过正税的6%。"), [Under]);
        assert_eq!(bounds("技术员约占职工总数的9%。"), [About]);
        assert_eq!(bounds("技术员占职工总数的9%。"), [Exact]);
        assert_eq!(bounds("收入、支出分别突破6亿元和9亿元。"), [Over, Over]);
        assert_eq!(bounds("茶叶、蔬菜产量分别稳定在6万吨和9万吨左右。"), [About, About]);
        assert_eq!(bounds("收入、支出分别增长6%左右、9%以上。"), [About, Over]);
        assert_eq!(bounds("收入突破6亿元、增长9%。"), [Over, Exact]);
        assert_eq!(bounds("产值跨越3个百亿元台阶。")[0], Exact);
        assert_eq!(bounds("每年可以至少增产九万件。"), [Over]);
        assert_eq!(bounds("这个数大约是9%。"), [About]);
        assert_eq!(bounds("签约新增9家。"), [Exact]);
    }
}
