//! Which indicators a figure is tied to.

use std::ops::Range;

use super::owner;
use super::reading::Page;
use super::row::{List, Row};
use crate::document::Plain;
use crate::lexicon::{Indicator, Indicators, Sign, TargetCues};
use crate::record::{Span, Speech};

/// The word that ends a condition.
const CONDITION: &str = "基础上";
/// The word that deals out figures to the indicators before it.
const DEALT: &str = "分别";
/// How many indicators it usually deals figures out to.
const LISTED: usize = 2;
/// Longest remark on a rank, in characters.
const MAX_RANK_CHARS: usize = 15;
const YEAR_DIGITS: usize = 4;

pub(super) type Named<'i> = (Range<usize>, &'i Indicator);

/// The indicators that a figure is of, and the bytes between the last of them and the figure: the last
/// indicator before it, if only links, times and other figures stand between, and those joined to that one.
/// In a row of figures, and after 分别, each figure is of the indicator in its position. `is_aim`: whether the
/// figure is the aim that the result before it is told beside.
pub(super) fn indicators<'i>(
    page: &'i Page<'i>,
    at: usize,
    written: &'i Plain,
    figures: &[Span],
    is_aim: bool,
) -> Option<(Vec<&'i Indicator>, Range<usize>)> {
    let indicators = page.indicators;
    let before = written.text.as_str();
    let ends: Vec<usize> = figures.iter().map(|span| written.byte_of(span.end)).collect();
    let asides = asides(before, &ends);
    let is_aside = |range: &Range<usize>| asides.iter().any(|aside| aside.contains(&range.start));
    let signs = indicators.signs.find(before).filter(|(range, _)| !is_aside(range));
    let signs: Vec<(Range<usize>, &'i Sign)> = signs.collect();
    let named: Vec<Named> = signs
        .iter()
        .filter_map(|(range, sign)| match sign {
            Sign::Indicator(indicator) => Some((range.clone(), indicator)),
            _ => None,
        })
        .collect();
    let owners = owners(page, before);
    let mut passed = asides.clone();
    passed.extend(owners.iter().map(|(range, _)| range.clone()));
    passed.sort_unstable_by_key(|aside| aside.start);
    let told = Before { page, written, figures, named: &named, asides: &passed };
    // 比6%的目标低: no change begins at an aim that something is compared with.
    if !is_aim && is_origin(before, &named, &indicators.cues) && origin_year(before).is_none() {
        return None;
    }
    let alone = |(range, indicator): Named<'i>| Some((vec![indicator], range.end..before.len()));
    if let Some(list) = told.dealt_list() {
        let of = told.of_list(&list, Row::around(page, at, true))?;
        return Some(of).filter(|of| !told.is_of_another(of.0.start)).and_then(alone);
    }
    let (last, _) = named.last()?;
    let trap = signs.iter().rev().find(|(_, sign)| **sign == Sign::Trap);
    let gap = last.end..before.len();
    // 全国GDP增长5%,我市定为6%: the last clause says anew whose it is.
    let owner = owners.iter().rev().find(|(range, _)| range.start >= last.end).map(|(_, is_own)| *is_own);
    if trap.is_some_and(|(trap, _)| trap.end > last.start)
        || owner.map_or_else(|| told.is_of_another(last.start), |is_own| !is_own)
        || !told.is_link(gap.clone())
    {
        return None;
    }
    if let Some(respective) = dealing(before).next().filter(|at| *at >= last.end) {
        // 甲9元,乙8元,分别增长5%、6%: the indicators that are told right before are dealt figures.
        let position = figures.iter().filter(|span| span.start >= written.position(respective)).count();
        let of = named.len().saturating_sub(Row::around(page, at, true).length.max(LISTED));
        return named.get(of + position).cloned().and_then(alone);
    }
    let row = Row::around(page, at, false);
    if row.length > 1 {
        let list = told.list(last.end);
        let listed = told.of_list(&list, row);
        return listed.or_else(|| of_pair(before, &named, row)).and_then(alone);
    }
    Some((joined(before, &named), gap))
}

/// The bytes of the owners that open clauses, and whether each is the document's own place: ,|我市|定为6%.
fn owners(page: &Page, before: &str) -> Vec<(Range<usize>, bool)> {
    let Some(own) = page.place else { return Vec::new() };
    let clauses = before.match_indices(',').map(|(at, comma)| at + comma.len());
    let owner = |start: usize| {
        let (length, is_own) = owner::opening(&before[start..], own, &page.indicators.cues)?;
        Some((start..start + length, is_own))
    };
    clauses.filter_map(owner).collect()
}

/// The bytes at which 分别 deals out what follows, the last first; not where 转为 follows.
fn dealing(before: &str) -> impl Iterator<Item = usize> {
    before.rmatch_indices(DEALT).map(|(at, _)| at).filter(|at| !before[*at..].contains("转为"))
}

/// The text before a figure, and what stands in it.
struct Before<'b, 'i> {
    page: &'b Page<'i>,
    written: &'b Plain,
    /// The figures before it.
    figures: &'b [Span],
    named: &'b [Named<'i>],
    /// The bytes of clauses and parentheses that stand apart, and of the owners that open clauses.
    asides: &'b [Range<usize>],
}

impl<'b, 'i> Before<'b, 'i> {
    /// The list that 分别 deals the figure out to: 甲、乙|分别达到5元、6元,同比分别增长7%、8%.
    fn dealt_list(&self) -> Option<List<'b, 'i>> {
        let (text, end) = (&self.written.text, self.written.text.len());
        let tied = dealing(text).take_while(|at| self.is_link(*at..end));
        let mut lists = tied.map(|at| self.list(at));
        lists.find(|list| !self.is_link(list.range.clone()))
    }

    /// The list in the clause before this byte, after the last figure.
    fn list(&self, end: usize) -> List<'b, 'i> {
        let before = self.written.text.as_str();
        let border = before[..end].char_indices().rev().find(|(_, c)| matches!(c, ',' | '。'));
        let clause = border.map_or(0, |(at, c)| at + c.len_utf8());
        let figure = self.figures.iter().map(|span| self.written.byte_of(span.end)).filter(|at| *at <= end);
        let start = figure.max().unwrap_or_default().max(clause).min(end);
        List { before, range: start..end, named: self.named, indicators: self.page.indicators }
    }

    fn of_list(&self, list: &List<'b, 'i>, row: Row) -> Option<Named<'i>> {
        // 2024年、2025年产值分别增长5%、6%: each year has its figure.
        let end = self.written.position(list.range.end);
        let start = self.written.position(0);
        let times =
            self.page.speech.times.iter().filter(|time| (start..end).contains(&time.span.start)).count();
        list.member(row).or_else(|| list.only().filter(|_| row.length == 1 || times >= row.length))
    }

    /// Whether the indicator that starts at this byte is of a part, or of another place.
    fn is_of_another(&self, start: usize) -> bool {
        let before = self.undated(start);
        let named = || {
            let end = self.written.position(owner::of(before).len());
            // 江苏省地区|生产总值: a place may be read too long.
            let places = &self.page.speech.places;
            let before = places.partition_point(|place| place.span.start < end);
            let place = places[..before].last().filter(|place| end <= place.span.end)?;
            Some(self.page.read.text(place.span.start, end))
        };
        let place = self.page.place;
        owner::is_part(before, &self.page.indicators.cues)
            || place.is_some_and(|own| {
                owner::is_wider(before, own, &self.page.indicators.cues)
                    || named().is_some_and(|named| owner::is_other(&named, own))
            })
    }

    /// The text before this byte without the time between an owner and what is told of it: 国家|今年|GDP增长5%.
    fn undated(&self, start: usize) -> &'b str {
        let before = &self.written.text[..start];
        let end = self.written.position(start);
        let times = &self.page.speech.times;
        let last = times.partition_point(|time| time.span.end <= end).checked_sub(1);
        let time = last.and_then(|last| times.get(last)).filter(|time| time.span.end == end);
        time.map_or(before, |time| before.get(..self.written.byte_of(time.span.start)).unwrap_or(before))
    }

    /// Whether these bytes hold only links, times, figures and what stands apart.
    fn is_link(&self, gap: Range<usize>) -> bool {
        let mut start = gap.start;
        let inside = |aside: &&Range<usize>| gap.start <= aside.start && aside.end <= gap.end;
        let links = |gap| is_link(self.written, gap, self.figures, self.page.speech, self.page.indicators);
        for aside in self.asides.iter().filter(inside) {
            if !links(start..aside.start) {
                return false;
            }
            start = aside.end;
        }
        links(start..gap.end)
    }
}

/// The bytes of clauses that only say what share of a plan or of a whole something is (产值5亿元|,为预算的98%|,增长3%;
/// 产值5亿元|(占总产值的9%)|,…), and of any parenthesis after a figure (收入9亿元|(其中税收5亿元)|,增长2%). Figures end at the
/// bytes in `figures`.
fn asides(before: &str, figures: &[usize]) -> Vec<Range<usize>> {
    let mut opens = before.match_indices([',', '(']).map(|(at, _)| at).peekable();
    let mut asides = Vec::new();
    while let Some(at) = opens.next() {
        let rest = &before[at + 1..];
        let close = if before[at..].starts_with('(') { ')' } else { ',' };
        let Some(length) = rest.find(close) else { continue };
        // The comma that ends it opens what follows.
        let end = at + 1 + length + usize::from(close == ')');
        if close == ')' && figures.contains(&at) {
            while opens.next_if(|next| *next < end).is_some() {}
            asides.push(at..end);
            continue;
        }
        if says_share(&rest[..length]) && opens.peek().is_none_or(|next| *next >= at + 1 + length) {
            asides.push(at..end);
        }
    }
    asides
}

/// Whether a clause says a share: 为年初预算的98.6%, 占总产值的9%.
fn says_share(clause: &str) -> bool {
    let Some(of) = clause.strip_suffix('%') else { return false };
    let of = of.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    of.ends_with('的') && (of.starts_with('占') || is_share_of_plan(of))
}

/// Whether what stands before a share says that it is one of a plan: 为年初预算的, 完成年度计划的, 完成计划.
pub(super) fn is_share_of_plan(before: &str) -> bool {
    let of = before.strip_suffix('的');
    let plan = of.unwrap_or(before);
    let is_plan = ["预算", "预算数", "计划"].iter().any(|name| plan.ends_with(name));
    is_plan && (of.is_some() && plan.starts_with('为') || plan.contains("完成"))
}

/// The last indicator and those that only joints part from it, the last first: A和B年均增长7%.
fn joined<'i>(before: &str, named: &[Named<'i>]) -> Vec<&'i Indicator> {
    let mut tied: Vec<&'i Indicator> = Vec::new();
    let mut next: Option<usize> = None;
    for (range, indicator) in named.iter().rev() {
        if next.is_some_and(|next| !is_joint(&before[range.end..next])) {
            break;
        }
        if tied.iter().all(|known| known.name != indicator.name) {
            tied.push(indicator);
        }
        next = Some(range.start);
    }
    tied
}

fn is_joint(between: &str) -> bool {
    matches!(between, "和" | "与" | "、" | "及")
}

/// The indicator, of the last two, that a figure in a row of two is of: A900元、B400元,增长9%和10%.
fn of_pair<'i>(before: &str, named: &[Named<'i>], row: Row) -> Option<Named<'i>> {
    let [.., one, other] = named else { return None };
    let are_two = named.len() == LISTED || is_joint(&before[one.0.end..other.0.start]);
    let shares = one.1.aspects.iter().any(|aspect| other.1.aspects.contains(aspect));
    let are_two = are_two && shares && one.1.name != other.1.name && row.length == LISTED;
    are_two.then(|| if row.position == 0 { one.clone() } else { other.clone() })
}

/// Whether the figure is where a change began: 从5%, 由2009年的2.8%, 由上年的3%.
fn is_origin(before: &str, named: &[Named], cues: &TargetCues) -> bool {
    // 优良天数比例: the 比 of an indicator's name compares nothing.
    let is_name = |at: usize| named.iter().any(|(range, _)| range.contains(&at));
    let mut opens = before.rmatch_indices(['从', '由', '比', '较']).map(|(at, _)| at);
    opens.find(|at| !is_name(*at)).is_some_and(|at| {
        let after = before[at..].replace("不到", "").replace("上年", "");
        !after.contains([',', '、']) && !cues.moves_on(&after)
    })
}

/// The length in bytes of a remark on a rank, up to the mark that parts it from the next.
fn rank(remark: &str) -> Option<usize> {
    let mut near = remark.char_indices().take(MAX_RANK_CHARS);
    let (end, _) = near.find(|(_, c)| matches!(c, ',' | '、'))?;
    remark[..end].contains(['第', '前', '首']).then_some(end)
}

/// The year in which a change began, where it is told: 由|2020年|的5亿元.
pub(super) fn origin_year(before: &str) -> Option<&str> {
    let before = before.strip_suffix("年的")?;
    let from = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = &before[from.len()..];
    (year.len() == YEAR_DIGITS && from.ends_with(['由', '从'])).then_some(year)
}

/// Whether a text consists of links.
pub(super) fn is_linked(text: &str, indicators: &Indicators) -> bool {
    let mut at = 0;
    while at < text.len() {
        match indicators.signs.longest_at(text, at) {
            Some((range, Sign::Link)) => at = range.end,
            _ => return false,
        }
    }
    true
}

/// Whether these bytes hold only links, times and figures.
fn is_link(
    written: &Plain,
    gap: Range<usize>,
    figures: &[Span],
    speech: &Speech,
    indicators: &Indicators,
) -> bool {
    let before = written.text.as_str();
    let mut at = gap.start;
    while at < gap.end {
        let position = written.position(at);
        let record = figures.iter().find(|span| span.start <= position && position < span.end);
        let time = || {
            let after = speech.times.partition_point(|time| time.span.start <= position);
            let last = after.checked_sub(1).map(|last| &speech.times[last].span);
            last.filter(|span| position < span.end)
        };
        if let Some(span) = record.or_else(time) {
            at = written.byte_of(span.end).max(at + 1);
            continue;
        }
        match indicators.signs.longest_at(before, at) {
            Some((range, Sign::Link)) if !before[at..].starts_with('在') => at = range.end,
            // 在优化结构的基础上: a condition.
            link if before[at..gap.end].starts_with('在') => {
                let aside = before[at..gap.end].find(CONDITION).map(|end| at + end + CONDITION.len());
                let link = link.filter(|(_, sign)| **sign == Sign::Link).map(|(range, _)| range.end);
                match aside.or(link) {
                    Some(end) => at = end,
                    None => return false,
                }
            }
            // 达到5亿元、|稳居全省前三|、增长6%.
            Some((_, Sign::Rank)) => match rank(&before[at..gap.end]) {
                Some(length) => at += length,
                None => return false,
            },
            _ if before[at..].starts_with([' ', '—', '-', '年']) => {
                at += before[at..].chars().next().map_or(1, char::len_utf8);
            }
            _ => return false,
        }
    }
    true
}
