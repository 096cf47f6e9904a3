//! Figures whose status their own words settle: a condition is neither result nor target, what exists already
//! is a result.

use super::super::after::After;
use super::super::chart::{Chart, Class, Place, WINDOW_PIECES, figure};
use super::disowned::{is_disowned, is_proposed};
use super::kept::{self, is_kept, keeps_aim};
use super::told::{follows_had, is_gloss, is_judged, is_pointed_at};
use super::{MAX_START_PIECES, starts_or_compares};
use crate::lexicon::{Mood, Role};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Scene};
use crate::record::{Bound, FigureKind, FigureStatus};

/// The least number of people that make up a nation.
const PEOPLE: u32 = 300_000_000;

/// The status that the words of figure `number` and those right beside it settle, whatever is told around.
pub(super) fn settled(
    scene: &Scene,
    chart: &Chart,
    candidates: &[Candidate],
    place: Place,
    after: Option<&After>,
) -> Option<FigureStatus> {
    let describes = after
        .is_some_and(|after| after.threshold || after.of.is_some() && is_age(candidates, place.candidate));
    let is_measured_off = after.is_some_and(|after| is_extent(scene, after));
    let is_neither = describes
        || is_measured_off
        || is_denominator(chart, place.piece)
        || is_supposed(chart, place.piece)
        || is_disowned(chart, place.piece)
        || is_defined(chart, candidates, place)
        || is_threshold(chart, place.piece)
        || is_class(chart, candidates, place)
        || is_size_of_counted(chart, place.piece)
        || is_tranche(chart, place.piece)
        || is_gloss(chart, candidates, place);
    if is_neither {
        return Some(FigureStatus::Other);
    }
    if kept::measures(chart, place.piece) {
        return Some(FigureStatus::Target);
    }
    let is_there = after.is_some_and(|after| {
        after.existing
            || !is_capacity(chart, candidates, place) && is_definite(scene, chart, place.piece, after)
            || is_made_up(chart, place.piece, after)
            || is_people(scene, candidates, place, after)
    }) || is_known_share(chart, place.piece)
        // 从5万担增加到, 比1957年的5万担增加: where a quantity starts from has been reached.
        || is_start(chart, place.piece)
        || is_base(chart, place.piece)
        || is_judged(chart, place.piece)
        || is_pointed_at(chart, place.piece);
    if is_there {
        return Some(FigureStatus::Result);
    }
    if is_proposed(chart, place.piece) {
        return Some(FigureStatus::Other);
    }
    let may_keep = kept::OUTCOMES.iter().any(|outcome| scene.text.contains(outcome));
    if may_keep && keeps_aim(chart, place.piece) {
        return Some(FigureStatus::Result);
    }
    let is_aim = is_approved(chart, place.piece)
        || is_demanded(chart, place.piece)
        || is_set(chart, place.piece)
        || may_keep && is_kept(chart, place.piece);
    is_aim.then_some(FigureStatus::Target)
}

/// Whether the figure counts parts that make something up, or those among whom something is so: 由9个部分构成,
/// 在9亿人民中.
fn is_made_up(chart: &Chart, figure: usize, after: &After) -> bool {
    let end = after.of.as_ref().map_or(0, |of| of.end);
    let near = chart.pieces.iter().enumerate().skip(figure + 1).take(WINDOW_PIECES);
    let next = near.map(|(at, piece)| (at, piece.range.start)).find(|(_, start)| *start >= end);
    let (before, next) = (chart.slice_before(figure), next.map_or("", |(at, _)| chart.slice(at)));
    before == "由" && matches!(next, "构成" | "组成") || before == "在" && matches!(next, "中" | "之中")
}

/// Whether the figure is an age, which describes those it stands before: 80岁老人.
fn is_age(candidates: &[Candidate], candidate: usize) -> bool {
    candidates.get(candidate).and_then(figure).is_some_and(|figure| figure.kind == FigureKind::Age)
}

/// Whether the figure only says how far something holds: 周边500米范围内.
fn is_extent(scene: &Scene, after: &After) -> bool {
    after.of.as_ref().is_some_and(|of| scene.slice(of).ends_with("范围"))
}

/// Whether something else is reckoned by the figure: 每10万人拥有, 每百斤油料.
pub(in crate::relate::figure) fn is_denominator(chart: &Chart, figure: usize) -> bool {
    figure.checked_sub(1).is_some_and(|before| chart.slice(before) == "每")
}

/// Whether the figure is neither told nor promised, because it stands in a condition or what follows from one
/// (如果每人节约5斤,就有5亿斤), or only says a quantity in other words (相当于5吨, 折合5万元).
fn is_supposed(chart: &Chart, figure: usize) -> bool {
    let reckons =
        figure.checked_sub(1).is_some_and(|before| matches!(chart.slice(before), "相当于" | "折合"));
    let sentence = (figure.saturating_sub(WINDOW_PIECES)..figure)
        .rev()
        .take_while(|at| chart.class(*at) != Some(Class::Stop));
    // 如果按可比价格计算,增长5%; 如果不受灾,将达到5亿斤: what is reckoned is told, and what will be is promised.
    let told = |at: &usize| chart.plays(*at, Role::Reckons) || chart.slice(*at).ends_with('看');
    let mut open = sentence.take_while(|at| !told(at));
    // 只要遵循三个原则, 只要努力,就能完成增产5%的计划: what is agreed or planned is not supposed.
    let is_known =
        chart.slice(figure).ends_with(['个', '项', '条']) || chart.class(figure + 1) == Some(Class::De);
    let supposes = |at: usize| match chart.slice(at) {
        "只要" => !is_known,
        "如" => puts_case(chart, at, figure),
        _ => chart.plays(at, Role::Supposes),
    };
    reckons || open.any(supposes)
}

/// Whether the 如 before a clause puts a case from which the next clause follows: 如|用于铁路,|则|可以新建铁路; not
/// 如|茶叶,就增长5%.
fn puts_case(chart: &Chart, case: usize, figure: usize) -> bool {
    let opens = matches!(chart.class_before(case), None | Some(Class::Comma | Class::Stop));
    let mut clause = case + 1..figure;
    let comma = clause.find(|at| chart.class(*at) == Some(Class::Comma));
    let acts =
        comma.is_some_and(|comma| (case + 1..comma).any(|at| chart.class(at).is_some_and(Class::is_action)));
    let follows =
        comma.is_some_and(|comma| (comma + 1..figure).any(|at| matches!(chart.slice(at), "则" | "就")));
    opens && acts && follows
}

/// Whether the figure is the limit in a definition, neither told nor promised: 重大事故,是指损失5万元以上.
fn is_defined(chart: &Chart, candidates: &[Candidate], place: Place) -> bool {
    let is_limit = candidates
        .get(place.candidate)
        .and_then(figure)
        .is_some_and(|figure| matches!(figure.bound, Bound::Over | Bound::Under | Bound::Range));
    let mut sentence = (place.piece.saturating_sub(WINDOW_PIECES)..place.piece)
        .rev()
        .take_while(|at| !matches!(chart.slice(*at), ";" | "。"));
    is_limit
        && sentence.any(|at| {
            chart.slice(at) == "是指" || at > 0 && chart.slice(at) == "指" && chart.slice(at - 1) == "是"
        })
}

/// Whether the figure is the amount from which on something is of a class: 投资限额为9万元.
fn is_threshold(chart: &Chart, figure: usize) -> bool {
    let Some(verb) = figure.checked_sub(1) else { return false };
    let noun = if matches!(chart.slice(verb), "为" | "是") { verb.checked_sub(1) } else { Some(verb) };
    // 余额低于限额|9亿元: the figure tells by how much.
    let is_compared = noun.is_some_and(|noun| noun > 0 && chart.compares(noun - 1));
    noun.filter(|_| !is_compared)
        .is_some_and(|noun| ["限额", "起征点", "门槛"].iter().any(|limit| chart.slice(noun).ends_with(limit)))
}

/// Whether the figure is a limit for those who have that much: 占比超过9%|的|有5种, 六十斤以上的,…, 收入超9亿元|的|企业达5家.
fn is_class(chart: &Chart, candidates: &[Candidate], place: Place) -> bool {
    let bound = candidates.get(place.candidate).and_then(figure).map(|figure| figure.bound);
    let is_limit = matches!(bound, Some(Bound::Over | Bound::Under | Bound::Range));
    let next = place.piece + 1;
    let de = next + usize::from(matches!(chart.class(next), Some(Class::Bound { .. })));
    let has = matches!(chart.class(de + 1), Some(Class::Comma | Class::Share))
        || matches!(chart.slice(de + 1), "有" | "共有" | "仅有" | "只有");
    let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
    let counted = de + 1 + (de + 1..de + WINDOW_PIECES).take_while(nominal).count();
    let is_share = candidates
        .get(place.candidate)
        .and_then(figure)
        .is_some_and(|figure| figure.kind == FigureKind::Percent);
    // 发病率超过5%|的县有9个; but 完成9%以上的县有9个
    let is_exceeded = matches!(chart.slice_before(place.piece), "超过" | "高于" | "低于" | "不到" | "超");
    let has_count = || {
        let tells = chart.is_level(counted) || matches!(chart.slice(counted), "有" | "共有" | "还有");
        let count = counted + usize::from(tells);
        counted > de + 1 && matches!(chart.class(count), Some(Class::Figure(_)))
    };
    is_limit && chart.class(de) == Some(Class::De) && (has || has_count() && (!is_share || is_exceeded))
}

/// Whether the figure is the least size of what is counted: 4个过|千亿产业, 9家超|百亿元|企业.
fn is_size_of_counted(chart: &Chart, figure: usize) -> bool {
    let exceeds = matches!(chart.slice_before(figure), "过" | "超");
    exceeds && matches!(figure.checked_sub(2).and_then(|count| chart.class(count)), Some(Class::Figure(_)))
}

/// Whether the figure limits a part of a sum: 所得额9万元以下的|部分, 超过9万元|部分.
fn is_tranche(chart: &Chart, figure: usize) -> bool {
    let passed = |at: &usize| matches!(chart.class(*at), Some(Class::Bound { .. } | Class::De));
    let part = (figure + 1..figure + MAX_START_PIECES).find(|at| !passed(at));
    part.is_some_and(|part| chart.slice(part) == "部分") && chart.slice(figure).ends_with('元')
}

/// Whether the figure is the capacity of a thing, which comes with the thing: 开工江北|9兆瓦|电站.
fn is_capacity(chart: &Chart, candidates: &[Candidate], place: Place) -> bool {
    let kind = candidates.get(place.candidate).and_then(figure).map(|figure| figure.kind);
    let is_size = matches!(kind, Some(FigureKind::Mass | FigureKind::Power));
    is_size && matches!(chart.class_before(place.piece), Some(Class::Noun { .. }))
}

/// Whether the figure was approved, and so aimed at, whatever came of it: 大会批准的收入预算|为|9亿元.
fn is_approved(chart: &Chart, figure: usize) -> bool {
    let equates = matches!(chart.slice_before(figure), "为" | "是");
    let mut clause = (figure.saturating_sub(WINDOW_PIECES)..figure)
        .rev()
        .take_while(|at| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop | Class::Figure(_))));
    equates && clause.any(|at| chart.slice(at) == "批准" && chart.class(at + 1) == Some(Class::De))
}

/// Whether the figure is demanded, and so still to be reached: 规划要求:产量达到5万吨.
fn is_demanded(chart: &Chart, figure: usize) -> bool {
    let mut near = (figure.saturating_sub(WINDOW_PIECES)..figure).rev();
    let stop = near.find(|at| chart.class(*at) == Some(Class::Stop));
    stop.is_some_and(|stop| chart.slice(stop) == ":" && stop > 0 && chart.slice(stop - 1).ends_with("要求"))
        || meeting_demands(chart, figure)
}

/// Whether a meeting demands the figure, in the clause right before: 会议要求,|产量达到5万吨.
fn meeting_demands(chart: &Chart, figure: usize) -> bool {
    let mut near = (figure.saturating_sub(WINDOW_PIECES)..figure).rev();
    let comma = near.find(|at| matches!(chart.class(*at), Some(Class::Comma | Class::Stop)));
    let Some(comma) = comma.filter(|comma| *comma >= 2 && chart.class(*comma) == Some(Class::Comma)) else {
        return false;
    };
    let is_done = (comma..figure).any(|at| chart.pieces[at].mood == Some(Mood::Done));
    chart.slice(comma - 1) == "要求" && chart.slice(comma - 2).ends_with("会议") && !is_done
}

/// Whether the figure is a quota that is set, not reached: 茶叶的指标是5万担, 提出茶叶5万担、生丝9万担的两项指标; not 完成茶叶5万担的指标.
fn is_set(chart: &Chart, figure: usize) -> bool {
    let is_index = |at: usize| chart.slice(at).ends_with("指标");
    // 增长速度的目标,定为9%
    let aimed = |at: usize| is_index(at) || chart.slice(at).ends_with("目标");
    let parted = usize::from(figure >= 3 && chart.class(figure - 2) == Some(Class::Comma));
    let equated = figure >= 2 + parted
        && matches!(chart.slice(figure - 1), "是" | "为" | "定为" | "确定为" | "设定为")
        && aimed(figure - 2 - parted);
    let is_member = |at: &usize| {
        chart.class(*at).is_some_and(|class| {
            class.is_nominal()
                || matches!(class, Class::Pause | Class::And | Class::Bound { .. } | Class::Figure(_))
        })
    };
    let de = figure + (figure..figure + WINDOW_PIECES).take_while(is_member).count();
    let counted = usize::from(matches!(chart.class(de + 1), Some(Class::Figure(_))));
    let listed = chart.class(de) == Some(Class::De) && is_index(de + 1 + counted);
    let mut clause = (figure.saturating_sub(WINDOW_PIECES)..figure)
        .rev()
        .take_while(|at| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop)));
    // 规划2027年|95%, 2027年目标|95%: the figure stands beside its year.
    let plans = |at: usize| aimed(at) || matches!(chart.slice(at), "规划" | "计划");
    let is_time = |at: usize| matches!(chart.class(at), Some(Class::Time(_)));
    let beside =
        figure >= 2 && (is_time(figure - 1) && plans(figure - 2) || is_time(figure - 2) && aimed(figure - 1));
    equated
        || beside
        || listed && !clause.any(|at| matches!(chart.slice(at), "完成" | "实现" | "超过" | "突破"))
}

/// Whether the figure is a share that describes those whom it is about, and so is known: 占人口一半的农民; not
/// 占一半的目标.
fn is_known_share(chart: &Chart, figure: usize) -> bool {
    let mut clause = (figure.saturating_sub(WINDOW_PIECES)..figure)
        .rev()
        .take_while(|at| !matches!(chart.class(*at), Some(Class::Comma | Class::Stop | Class::Figure(_))));
    let has_share = clause.any(|at| chart.class(at) == Some(Class::Share));
    let de = (figure + 1..figure + MAX_START_PIECES)
        .find(|at| !matches!(chart.class(*at), Some(Class::Bound { .. })));
    let described = de.filter(|de| chart.class(*de) == Some(Class::De)).map(|de| de + 1);
    has_share
        && described.is_some_and(|noun| {
            chart.class(noun).is_some_and(Class::is_nominal)
                && !chart.lexicon.phrases.goals.contains(chart.slice(noun))
        })
}

/// Whether 从 or 由 stands before the figure, perhaps with a time: 由2020年的5%提高到.
pub(in crate::relate::figure) fn is_start(chart: &Chart, figure: usize) -> bool {
    let is_when = |at: usize| {
        matches!(
            chart.class(at),
            Some(Class::Time(_) | Class::De | Class::Bound { .. } | Class::Pause | Class::Figure(_))
        ) || chart.plays(at, Role::Start)
    };
    let from = (figure.saturating_sub(MAX_START_PIECES)..figure).rev().find(|at| !is_when(*at));
    let is_from = from.is_some_and(|at| chart.slice(at).ends_with(['从', '由']));
    let arrives =
        chart.pieces[figure..].iter().take(MAX_START_PIECES).any(|piece| piece.class == Class::Arrive);
    is_from && arrives
}

/// Whether the figure is that of the time that something is compared with: 比1957年的5万担, 比现有的9个.
pub(super) fn is_base(chart: &Chart, figure: usize) -> bool {
    let time = figure.checked_sub(2).filter(|_| chart.class_before(figure) == Some(Class::De));
    time.is_some_and(|time| {
        matches!(chart.slice(time), "现有" | "原有" | "目前")
            || matches!(chart.class(time), Some(Class::Time(_)))
                && starts_or_compares(chart.slice(time.saturating_sub(1)))
    })
}

/// Whether the figure tells what one has: 我国有九亿农民, 存在两个问题, 分为三类, 八成收入来自城市; not 争取有3个, 有3个工程开工.
pub(super) fn has(chart: &Chart, figure: usize, after: Option<&After>) -> bool {
    let counted = after.and_then(|after| after.of.as_ref());
    let from = |end: usize| {
        chart.pieces[figure..].iter().take(WINDOW_PIECES).find(move |piece| piece.range.start >= end)
    };
    let next = counted.and_then(|of| from(of.end));
    if next.is_some_and(|next| &chart.text[next.range.clone()] == "来自") {
        return true;
    }
    let Some(verb) = figure.checked_sub(1) else { return false };
    let verb = verb - usize::from(verb > 0 && chart.slice(verb) == "着");
    let happens = next.is_some_and(|next| next.class.is_action());
    let before = verb.checked_sub(1).map_or("", |before| chart.slice(before));
    let is_had = chart.plays(verb, Role::Has) || follows_had(chart, figure);
    let has = is_had && !happens && !matches!(before, "其中" | "争取" | "力争");
    // 这是两个组成部分, but 目标是三个
    let equates = chart.slice(verb) == "是" && counted.is_some();
    has || equates
}

/// Whether the counted is named or described as known: 城乡两个市场, 纳入规划的5个项目, 这三条.
fn is_definite(scene: &Scene, chart: &Chart, figure: usize, after: &After) -> bool {
    let Some(before) = figure.checked_sub(1) else { return false };
    match chart.pieces[before].class {
        // 努力实现以下的三项任务: a task that is told is still to be done.
        Class::De => !after.of.as_ref().is_some_and(|of| names_task(&scene.text[of.clone()])),
        // 覆盖农村5亿人口: persons without a measure word are no members of what the noun names.
        Class::Noun { .. } => {
            let word = chart.slice(figure);
            let has_measure = !word.ends_with(is_numeric) && !word.ends_with(['人', '户', '名', '次']);
            has_measure && !scene.lexicon.cues.words.contains(chart.slice(before))
        }
        Class::Link => chart.plays(before, Role::Points),
        // 围绕“宜居”|三大目标
        Class::Etc | Class::CloseQuote => follows_care(chart, before),
        // 城乡两个市场、两种资源: nor is a further member of a list new, if the first is known.
        Class::Pause | Class::And => {
            let nominal = |at: &usize| chart.class(*at).is_some_and(Class::is_nominal);
            let first = (before.saturating_sub(MAX_START_PIECES)..before).rev().find(|at| !nominal(at));
            first.is_some_and(|first| {
                matches!(chart.class(first), Some(Class::Figure(_)))
                    && is_definite(scene, chart, first, after)
            })
        }
        // 用|好两个市场
        Class::Modifier => chart.slice(before) == "好" && before > 0 && chart.slice(before - 1) == "用",
        // 依托3个园区: one draws on what exists, and no new quantity is promised.
        _ => chart.plays(before, Role::Draws),
    }
}

fn names_task(noun: &str) -> bool {
    ["任务", "目标", "要求"].iter().any(|task| noun.ends_with(task))
}

/// Whether so many make up a people, whatever shall be done for them: 14亿人民, 五亿农民.
fn is_people(scene: &Scene, candidates: &[Candidate], place: Place, after: &After) -> bool {
    let value = candidates.get(place.candidate).and_then(figure).and_then(|figure| figure.value);
    let counted = after.of.as_ref().map_or("", |of| scene.slice(of));
    value.is_some_and(|value| value >= PEOPLE.into()) && scene.lexicon.phrases.peoples.end(counted)
}

/// Whether those who are supported or looked after exist, because some of them are named: 支持甲、乙等3个项目.
fn follows_care(chart: &Chart, etc: usize) -> bool {
    let clause = (etc.saturating_sub(WINDOW_PIECES)..etc)
        .rev()
        .take_while(|at| !matches!(chart.pieces[*at].class, Class::Comma | Class::Stop | Class::Figure(_)));
    clause.into_iter().any(|at| matches!(chart.slice(at), "支持" | "做好") || chart.plays(at, Role::Draws))
}
