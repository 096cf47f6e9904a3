//! Whether a figure is a difference (增长5%, 新增5个) or a level (增加到5%).

use std::ops::Range;

use super::chart::{Chart, Class, WINDOW_PIECES};
use crate::lexicon::Role;
use crate::numeral::is_numeric;
use crate::recognise::Figure;
use crate::record::{Change, FigureKind};

/// What is known of the change of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) change: Change,
    /// The separator in the list that 新增 governs, known once a second member has come.
    list: List,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Open,
    SeparatedBy(Class),
}

/// Most nouns between a size and the count of what has it.
const MAX_NOUNS_BETWEEN: usize = 4;
const LEVEL: Reading = Reading { change: Change::Level, list: List::None };

/// The change of figure `number`; `earlier` holds what was read for the figures before it.
pub(super) fn read(chart: &Chart, number: usize, figure: &Figure, earlier: &[Reading]) -> Reading {
    let Some(place) = chart.figures.get(number) else { return LEVEL };
    if chart.slice(place.piece).starts_with('翻') {
        return Reading { change: Change::Up, list: List::None };
    }
    // 新增百亿|级|园区2个: a class of size tells what is counted from other things, and does not grow.
    let is_class = chart.slice(place.piece + 1).starts_with('级');
    // Nor does the level at which a change starts (涨幅由前年的9%回落到6%), a figure by which another is reckoned
    // (新增学校9所,每9万人口|在校生), or a number of aspects by which a text is arranged (减少支出和增加养殖两个方面).
    let is_beside = super::status::is_denominator(chart, place.piece)
        || chart.lexicon.phrases.aspects.end(chart.slice(place.piece + 1))
            && figure.kind == FigureKind::Count;
    // 低于年初6%的目标: nor does an aim that something is measured by.
    let keeps = is_class
        || is_beside
        || super::status::is_start(chart, place.piece)
        || super::status::measures(chart, place.piece);
    if keeps || figure.kind == FigureKind::Money && sizes_counted(chart, place.piece) {
        return LEVEL;
    }
    if figure.kind != FigureKind::Percent
        && let Some(change) = described(chart, place.piece)
    {
        return Reading { change, list: List::None };
    }
    let reading = before(chart, place.piece, figure.kind, earlier);
    match (reading.change, figure.kind) {
        (Change::Level, FigureKind::Percent | FigureKind::Other) => {
            Reading { change: after(chart, place.piece).unwrap_or(Change::Level), ..reading }
        }
        _ => reading,
    }
}

/// Walks left to the word that says how the figure came about. Beyond a noun phrase, only verbs that take the
/// quantity as their object count: 增加投资5亿元; not 提升改造道路5公里.
fn before(chart: &Chart, figure: usize, kind: FigureKind, earlier: &[Reading]) -> Reading {
    let floor = figure.saturating_sub(WINDOW_PIECES);
    if let Some(change) = degree(chart, figure) {
        return Reading { change, list: List::None };
    }
    // 涨幅从8%降到5%: the level at which a change starts.
    if figure > 0 && chart.slice(figure - 1).ends_with(['从', '由']) {
        return LEVEL;
    }
    let mut passed_noun = false;
    for at in (floor..figure).rev() {
        match chart.pieces[at].class {
            // 提升|改造5公里, 新建|提升5公里道路: things become better, not more.
            Class::Change { .. } if !passed_noun && chart.slice(at) == "提升" && betters(chart, at, kind) =>
                {}
            // 提高|90万|教师|待遇: what those who are counted have becomes better.
            Class::Change { .. }
                if at + 1 == figure && kind == FigureKind::Count && has_lot(chart, figure) =>
            {
                return LEVEL;
            }
            // 降低成本9条|措施: what is counted is named after the figure.
            Class::Change { .. }
                if passed_noun
                    && kind == FigureKind::Count
                    && !chart.slice(figure).ends_with(is_numeric)
                    && chart.class(figure + 1).is_some_and(Class::is_head) =>
            {
                return LEVEL;
            }
            Class::Gain => return Reading { change: Change::Up, list: List::Open },
            Class::Change { change, takes_object } if !passed_noun || takes_object => {
                return Reading { change, list: List::None };
            }
            // 增幅等5项指标: the noun is counted.
            Class::ChangeNoun(_) if chart.class(at + 1) == Some(Class::Etc) => passed_noun = true,
            Class::ChangeNoun(change) if !passed_noun => return Reading { change, list: List::None },
            Class::Arrive if !passed_noun => return LEVEL,
            // 新增就业9万人,约占全国5%: a share.
            Class::Share if kind != FigureKind::Count => return LEVEL,
            Class::Link if kind != FigureKind::Count && chart.slice(at).ends_with('占') => return LEVEL,
            // 新增农田9万亩、累计达90万亩: the level that it has come to.
            Class::Link if at + 1 == figure && chart.slice(at) == "累计达" => return LEVEL,
            Class::Figure(_) if at + 1 < figure && sizes_counted(chart, at) && kind == FigureKind::Count => {
                passed_noun = true;
            }
            Class::Figure(other) => return member(chart, at, figure, kind, earlier.get(other)),
            Class::Verb if chart.class(at + 1) == Some(Class::Arrive) => return LEVEL,
            Class::Comma | Class::Pause | Class::And if !passed_noun => {
                return member_after(chart, at, figure, kind, earlier);
            }
            Class::Comma => return member_after(chart, at, figure, kind, earlier),
            Class::Verb | Class::Act | Class::Deed | Class::Pivot
                if passed_noun && !continues(chart.class_before(at)) =>
            {
                return LEVEL;
            }
            Class::De if passed_noun => return LEVEL,
            // 新增就业人数超过5万人: right before the figure, such a word only bounds it.
            Class::Link | Class::Other | Class::Basis if chart.compares(at) && at + 1 < figure => {
                return LEVEL;
            }
            Class::Stop => return LEVEL,
            class if class.is_nominal() || class == Class::Share => passed_noun = true,
            _ => {}
        }
    }
    LEVEL
}

/// Whether figure `number` is of a rate of change, and no verb says that it changes: 价格涨幅|2%.
pub(super) fn is_rate(chart: &Chart, of: &Range<usize>, number: usize) -> bool {
    let Some(place) = chart.figures.get(number) else { return false };
    let names_rate =
        chart.text[of.clone()].ends_with(['幅', '速', '率']) || chart.text[of.clone()].ends_with("速度");
    let between = chart.pieces[..place.piece].iter().rev().take_while(|piece| piece.range.start >= of.end);
    let last = chart.pieces[..place.piece].iter().rev().find(|piece| piece.range.end <= of.end);
    names_rate
        && last.is_some_and(|last| last.range.end == of.end && matches!(last.class, Class::ChangeNoun(_)))
        && between.into_iter().all(|piece| {
            !piece.class.is_change() && !matches!(piece.class, Class::Comma | Class::Stop | Class::Figure(_))
        })
}

/// Whether something that those who are counted have follows: 90万|教师|待遇.
fn has_lot(chart: &Chart, figure: usize) -> bool {
    let nominal = |at: &usize| {
        chart.class(*at).is_some_and(Class::is_nominal)
            || matches!(chart.class(*at), Some(Class::Bound { .. }))
    };
    let last = (figure + 1..figure + WINDOW_PIECES).take_while(nominal).last();
    last.is_some_and(|last| {
        last > figure + 1
            && (chart.names_quantity(last) || chart.lexicon.phrases.degrees.end(chart.slice(last)))
    })
}

/// The change of a figure that is how much more or less than at another time or in another reckoning:
/// 比上年高5个百分点, 比预算少5亿元.
fn degree(chart: &Chart, figure: usize) -> Option<Change> {
    let adjective = figure.checked_sub(1)?;
    // 比上年多|了|9亿元
    let adjective = adjective - usize::from(adjective > 0 && chart.slice(adjective) == "了");
    // 快于上年2个百分点
    if matches!(chart.class(adjective), Some(Class::Time(_))) {
        let than = chart.lexicon.phrases.than.get(chart.slice(adjective.checked_sub(1)?));
        return than.map(|more| if *more == "up" { Change::Up } else { Change::Down });
    }
    // 产值增长将为9%; but 缩减为9亿元
    let verb = (adjective.saturating_sub(2)..adjective).rev().find(|at| chart.slice(*at) != "将");
    let is_rate = chart.slice(figure).ends_with('%') || chart.slice(figure).starts_with("百分之");
    if let ("为" | "将为", Some(Class::Change { change, .. }), true) =
        (chart.slice(adjective), verb.and_then(|verb| chart.class(verb)), is_rate)
    {
        return Some(change);
    }
    // 浓度改善9%
    let nouns =
        || (figure.saturating_sub(WINDOW_PIECES)..adjective).rev().take_while(|at| !parts(chart, *at));
    if chart.slice(adjective) == "改善" && nouns().any(|at| chart.slice(at).ends_with("浓度")) {
        return Some(Change::Down);
    }
    let change = match chart.slice(adjective) {
        "高" | "多" => Change::Up,
        "低" | "少" => Change::Down,
        _ => return None,
    };
    let mut clause = nouns();
    let other = clause.find(|at| matches!(chart.slice(*at), "比" | "较"))? + 1;
    let is_earlier = |at: usize| {
        matches!(chart.class(at), Some(Class::Time(_))) || matches!(chart.slice(at), "预算" | "计划" | "原定")
    };
    (other..adjective).any(is_earlier).then_some(change)
}

fn parts(chart: &Chart, at: usize) -> bool {
    matches!(chart.class(at), Some(Class::Comma | Class::Stop))
}

/// Whether the figure at `at` is the size of what the figure after the noun counts: 新增产值超9亿元|县2个.
fn sizes_counted(chart: &Chart, at: usize) -> bool {
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_head);
    let nouns = (at + 1..at + MAX_NOUNS_BETWEEN).take_while(nominal).count();
    nouns > 0 && matches!(chart.class(at + 1 + nouns), Some(Class::Figure(_)))
}

/// Whether 提升 at `at` makes things better, and not quantities more: in a row of deeds (提升|改造, 新建|提升5公里), or
/// beside things (渔村风貌|提升9户, 提升9所|学校).
fn betters(chart: &Chart, at: usize, kind: FigureKind) -> bool {
    // 排名|提升7位, 质量|提升2个|等级
    let is_rank =
        chart.slice(at + 1).ends_with('位') || matches!(chart.slice(at + 2), "等级" | "档次" | "名次");
    let counts =
        !is_rank && !matches!(kind, FigureKind::Percent | FigureKind::PercentagePoint | FigureKind::Multiple);
    let follows_deed = chart.class_before(at).is_some_and(|class| class.is_act() || class == Class::Verb);
    let is_nominal = |at: usize| chart.class(at).is_some_and(Class::is_nominal);
    let is_thing = matches!(kind, FigureKind::Count | FigureKind::Area | FigureKind::Length)
        && (at > 0 && is_nominal(at - 1) && !chart.names_measure(at - 1) || is_nominal(at + 2));
    chart.class(at + 1) == Some(Class::Deed) || counts && (follows_deed || is_thing)
}

/// The change of a quantity that is described as having changed, or listed after such words: 增加的年产能力为5万吨,
/// 新增加的生产能力有:糖5万吨,纸6万吨.
fn described(chart: &Chart, figure: usize) -> Option<Change> {
    for at in (figure.saturating_sub(WINDOW_PIECES)..figure).rev() {
        match chart.pieces[at].class {
            // 促进生产增长的|十项措施: the figure counts what makes something grow.
            Class::De
                if at + 1 == figure
                    && matches!(chart.class_before(at), Some(Class::Change { takes_object: false, .. })) =>
            {
                return Some(Change::Level);
            }
            Class::De => {
                return match chart.class_before(at)? {
                    Class::Change { change, .. } => Some(change),
                    Class::Gain => Some(Change::Up),
                    _ => None,
                };
            }
            Class::Comma if chart.follows_figure(at) => {}
            Class::Stop if chart.slice(at) == ":" => {}
            Class::Pause | Class::And | Class::Link | Class::Deed | Class::Time(_) => {}
            Class::Figure(_) | Class::Bound { .. } => {}
            _ if chart.plays(at, Role::Lists) => {}
            // 增长的贡献率: a rate is no increase itself.
            class if class.is_nominal() && !chart.slice(at).ends_with('率') => {}
            _ => return None,
        }
    }
    None
}

/// Whether a verb after this piece is part of the noun phrase: 新增建设用地, 预算内建设投资.
fn continues(before: Option<Class>) -> bool {
    before.is_some_and(|before| before == Class::Gain || before.is_nominal())
}

/// The change of a figure as a further member of the list with the figure before its clause.
fn member_after(
    chart: &Chart,
    border: usize,
    figure: usize,
    kind: FigureKind,
    earlier: &[Reading],
) -> Reading {
    let floor = figure.saturating_sub(WINDOW_PIECES);
    let before = (floor..border).rev().take_while(|at| !chart.pieces[*at].class.ends_list());
    let mut figures = before.filter_map(|at| match chart.pieces[at].class {
        Class::Figure(other) if !is_size(chart, at) => Some((at, other)),
        _ => None,
    });
    match figures.next() {
        Some((at, other)) => member(chart, at, figure, kind, earlier.get(other)),
        None => LEVEL,
    }
}

/// The change of a figure as a further member of a list. Figures that only 、 or 和 parts share their verb
/// (分别增长8%、9%). Below 新增 the members may have nouns too; the list ends where its separator changes to a
/// comma.
fn member(
    chart: &Chart,
    other: usize,
    figure: usize,
    kind: FigureKind,
    reading: Option<&Reading>,
) -> Reading {
    let Some(reading) = reading.filter(|reading| reading.change != Change::Level) else { return LEVEL };
    let between = || chart.pieces[other + 1..figure].iter().map(|piece| piece.class);
    // No further members: 增长5%、达到3万元; 新增5家,总数90家; 新增企业5家,投资9亿元, where money is no more of what is counted.
    let is_sum = |at: usize| chart.slice(at).ends_with('元');
    let measures = kind == FigureKind::Money && !is_sum(other) && chart.names_measure(figure - 1);
    let parts_off = || (other + 1..figure).any(|at| chart.class(at) == Some(Class::Comma));
    if measures && parts_off() {
        return LEVEL;
    }
    // 新增床位9张,住房改造6户: what was done adds nothing to what is new.
    if matches!(chart.class(figure - 1), Some(Class::Deed | Class::Act | Class::Verb)) {
        return LEVEL;
    }
    let reaches = (other + 1..figure).any(|at| chart.slice(at).starts_with(['达', '总']));
    if reaches || opens_clause(chart, figure) {
        return LEVEL;
    }
    let bare =
        between().all(|class| matches!(class, Class::Bound { .. } | Class::Link | Class::Pause | Class::And));
    let parted = between().any(|class| matches!(class, Class::Pause | Class::And));
    if bare && parted {
        return *reading;
    }
    // 减少税费3亿元、房租2亿元: sums of the object that the change takes.
    let is_object = |at: usize| {
        let class = chart.pieces[at].class;
        class.is_nominal() || matches!(class, Class::Pause | Class::Link | Class::Bound { .. })
    };
    let are_sums = kind == FigureKind::Money && is_sum(other) && reading.list == List::None;
    if are_sums
        && chart.class_before(other).is_some_and(Class::is_nominal)
        && parted
        && (other + 1..figure).all(is_object)
    {
        return *reading;
    }
    let mut separators = between().filter(|class| matches!(class, Class::Pause | Class::And | Class::Comma));
    let separator = match separators.next_back() {
        Some(Class::Comma) => Class::Comma,
        Some(_) => Class::Pause,
        None => return LEVEL,
    };
    let goes_on = match reading.list {
        List::None => false,
        List::Open => separator == Class::Pause || kind != FigureKind::Percent,
        List::SeparatedBy(known) => known == separator || separator == Class::Pause,
    };
    let describes = |at: usize| {
        chart.class(at) == Some(Class::Link) && chart.class(at + 1).is_some_and(Class::is_nominal)
    };
    let fits = |at: usize| {
        chart.pieces[at].class.fits_list() || describes(at) || is_size(chart, at) || chart.slice(at) == "级"
    };
    if goes_on && (other + 1..figure).all(fits) {
        // A list whose members are parted by commas may hold shorter lists.
        let known = reading.list == List::SeparatedBy(Class::Comma);
        Reading { list: List::SeparatedBy(if known { Class::Comma } else { separator }), ..*reading }
    } else {
        LEVEL
    }
}

/// Whether the figure is the size of what is counted right before it: 新增5家|千亿|级、9家|百亿|级企业.
fn is_size(chart: &Chart, at: usize) -> bool {
    let is_figure = |class: Option<Class>| matches!(class, Some(Class::Figure(_)));
    is_figure(chart.class(at)) && is_figure(chart.class_before(at))
}

/// Whether the figure after a comma counts those who do what follows: 新增床位5张,9个县通过评估, 省外9所大学帮扶.
fn opens_clause(chart: &Chart, figure: usize) -> bool {
    let nominal = |at: &usize| matches!(chart.class(*at), Some(class) if class.is_nominal());
    let placed = chart.class_before(figure).is_some_and(|class| class.is_nominal() || class == Class::Link);
    let first = if placed { figure - 1 } else { figure };
    let bounded = |at: &usize| nominal(at) || matches!(chart.class(*at), Some(Class::Bound { .. }));
    let nouns = (figure + 1..figure + WINDOW_PIECES).take_while(bounded).count();
    chart.class_before(first) == Some(Class::Comma)
        && nouns > 0
        && chart.class(figure + 1 + nouns).is_some_and(|class| class.is_act() || class == Class::Verb)
}

impl Class {
    /// Whether it may stand between the figures of a list: nouns, separators, bounds.
    fn fits_list(self) -> bool {
        let parts =
            matches!(self, Class::Pause | Class::And | Class::Comma | Class::Bound { .. } | Class::De);
        parts || self.is_nominal() || matches!(self, Class::Attribute | Class::Deed)
    }

    fn ends_list(self) -> bool {
        matches!(self, Class::Stop)
    }
}

/// The change that is named after the figure: 保持两位数增长, 5%左右的预期增长目标.
fn after(chart: &Chart, figure: usize) -> Option<Change> {
    let after = chart.pieces.iter().skip(figure + 1).take(6).map(|piece| piece.class);
    let mut described =
        after.skip_while(|class| matches!(class, Class::Bound { .. } | Class::Link | Class::De));
    let named = described.find(|class| {
        !class.is_nominal() && *class != Class::Attribute || matches!(class, Class::ChangeNoun(_))
    });
    match named? {
        Class::Change { change, .. } | Class::ChangeNoun(change) => Some(change),
        _ => None,
    }
}
