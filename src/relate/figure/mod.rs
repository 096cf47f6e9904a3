//! What a figure counts or measures, whether it is a level or a difference, a result or a target, and the
//! time that it speaks of.
//!
//! | file | question |
//! |---|---|
//! | [`piece`], [`chart`] | what each word can do beside a figure |
//! | [`after`], [`following`], [`counted`], [`occasion`], [`inside`], [`kinds`], [`shared`], [`step`] | what a figure counts that follows it, and how far that goes |
//! | [`before`], [`preceding`], [`describing`], [`party`], [`whole`], [`list`], [`trim`] | what it measures that stands before it, and how far that goes |
//! | [`of`] | which of the two it is of |
//! | [`change`] | a level or a difference |
//! | [`status`] | a result or a target |
//! | [`time`] | of which time |
//! | [`reach`] | bounds that do not stand beside it |

mod after;
mod before;
mod change;
mod chart;
mod counted;
mod describing;
mod following;
mod inside;
mod kinds;
mod list;
mod occasion;
mod of;
mod party;
mod piece;
mod preceding;
mod reach;
mod shared;
mod status;
mod step;
#[cfg(test)]
mod tests;
mod time;
mod trim;
mod whole;

pub(super) use status::{is_elapsed, is_item, of_iso as mood_of_iso, of_time as mood_of_time};

use std::ops::Range;

use super::Thread;
use crate::lexicon::Mood;
use crate::lexicon::iso::year_of;
use crate::recognise::{Candidate, Detail, Figure, Scene};
use crate::record::{Change, FigureKind};
use after::After;
use chart::{Chart, figure};
use status::{Preceding, Sentence};

/// Fills in `of`, `change`, `status` and `time` of every figure.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut [Candidate]) {
    let announced = thread.announced.take().filter(|_| status::is_item(scene.text));
    // 计划规定产值增长5%。其中,…: the parts that 其中 opens are laid down too.
    thread.laid_down &= !thread.opens_paragraph;
    let laid_down = thread.laid_down;
    let goes_on = laid_down && scene.text.starts_with("其中");
    let announced = announced.or(goes_on.then_some(Mood::Plan));
    status::follow_paragraph(scene, thread, candidates);
    let announces = scene.text.ends_with(':');
    let Some(chart) = Chart::read(scene, candidates, announces) else {
        thread.announced = announced;
        return;
    };
    thread.announced = if announces { status::last(thread, &chart, candidates) } else { announced };
    let figures: Vec<&Figure> =
        chart.figures.iter().filter_map(|place| candidates.get(place.candidate).and_then(figure)).collect();
    let after_each = after_each(&chart, &figures);
    let ofs = of::ofs(&chart, &figures, candidates, &after_each).into_iter().enumerate();
    let ofs: Vec<_> = ofs
        .map(|(number, of)| {
            let step = step::counted(&chart, number, figures[number]);
            step.or_else(|| step::of_height(&chart, number)).or(of)
        })
        .collect();
    let ofs = of_measured(&chart, &figures, ofs);
    let mut changes = Vec::with_capacity(figures.len());
    for (number, figure) in figures.iter().enumerate() {
        changes.push(change::read(&chart, number, figure, &changes));
    }
    let times: Vec<_> = (0..figures.len()).map(|number| time::read(&chart, candidates, number)).collect();
    let sentence = Sentence { scene, thread, chart: &chart, candidates, announced, laid_down };
    let mut statuses = Vec::with_capacity(figures.len());
    for number in 0..figures.len() {
        let told = Preceding { ofs: &ofs, statuses: &statuses };
        let status = status::read(&sentence, number, after_each[number].as_ref(), times[number], told);
        statuses.push(status);
    }
    // 计划规定…。产值增长5%。: a plan goes on laying down in the paragraph, up to what is told as done.
    let goes_on = status::opens_plan(&chart) || laid_down && !status::ends_plan(&sentence);
    thread.laid_down = goes_on;
    let bounds: Vec<_> = (0..figures.len()).map(|number| reach::read(&chart, number, &figures)).collect();
    for (number, of) in ofs.into_iter().enumerate() {
        if let Detail::Figure(figure) = &mut candidates[chart.figures[number].candidate].detail {
            figure.of = of.map(|of| trim::with_gain(&chart, trim::name(&chart, of), figure));
            figure.bound = bounds[number];
            figure.change = match &figure.of {
                Some(of) if figure.kind == FigureKind::Percent && change::is_rate(&chart, of, number) => {
                    Change::Level
                }
                _ => changes[number].change,
            };
            figure.status = statuses[number];
            figure.time = times[number];
            if is_new_money(figure, thread) {
                figure.unit = Some(YUAN.to_owned());
            }
        }
    }
}

/// The year from which on there are dollars of Singapore; before that, 新币 is the money of 1955.
const FIRST_YEAR_OF_DOLLARS: i32 = 1967;
const SINGAPORE_DOLLAR: &str = "新加坡元";
const YUAN: &str = "元";

/// Whether a sum is in the money that was new in 1955: 折合新币9亿元 in a text of that time.
fn is_new_money(figure: &Figure, thread: &Thread) -> bool {
    let year = || thread.day().and_then(year_of::<i32>);
    figure.unit.as_deref() == Some(SINGAPORE_DOLLAR)
        && year().is_some_and(|year| year < FIRST_YEAR_OF_DOLLARS)
}

/// Gives an aim the quantity before it that is measured by the aim: 产值增长5%,低于6%的目标.
fn of_measured(
    chart: &Chart,
    figures: &[&Figure],
    mut ofs: Vec<Option<Range<usize>>>,
) -> Vec<Option<Range<usize>>> {
    for number in 1..ofs.len() {
        let is_like = figures[number].kind == figures[number - 1].kind;
        if is_like && status::measures(chart, chart.figures[number].piece) && ofs[number - 1].is_some() {
            ofs[number] = ofs[number - 1].clone();
        }
    }
    ofs
}

/// What stands after each figure; read from the last, because figures in a row share a noun.
fn after_each(chart: &Chart, figures: &[&Figure]) -> Vec<Option<After>> {
    let mut reversed: Vec<Option<After>> = Vec::with_capacity(figures.len());
    for (number, figure) in figures.iter().enumerate().rev() {
        let after = after::read(chart, number, figure, reversed.last().and_then(Option::as_ref));
        reversed.push(after);
    }
    reversed.reverse();
    reversed
}
