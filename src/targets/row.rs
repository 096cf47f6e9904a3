//! Indicators and figures in rows: 甲、乙分别增长5%、6%. The first figure is of the first indicator.

use std::ops::Range;

use super::reading::Page;
use super::tie::{Named, is_linked};
use crate::lexicon::{Indicator, Indicators, Sign};

/// Marks and words between two members of a row.
pub(super) const JOINTS: [char; 4] = ['、', '和', '与', '及'];
/// Longest text between two figures of a row, in characters: 以上、下降.
const MAX_JOINT_CHARS: usize = 6;
/// Most figures that a row has before a figure, and after it.
const MAX_FIGURES: usize = 8;
/// The longest opening that stands for a name, in characters: 城镇居民.
const MAX_OPENING_CHARS: usize = 6;
/// The word for towns and country together.
const BOTH: &str = "城乡";
const SIDES: [&str; 2] = ["城镇", "农村"];

/// The position of a figure among those that only joints part from it, and how many they are: 5%、|6%|和7%.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) position: usize,
    pub(super) length: usize,
}

impl Row {
    /// The row of figure `at` of the speech; each figure may have its own verb where 分别 deals them out:
    /// 增长5%、|下降|6%.
    pub(super) fn around(page: &Page, at: usize, is_dealt: bool) -> Self {
        let figures = &page.speech.figures;
        let joined = |left: &usize| {
            let (Some(one), Some(other)) = (figures.get(*left), figures.get(left + 1)) else { return false };
            let is_near = (one.span.end..=one.span.end + MAX_JOINT_CHARS).contains(&other.span.start);
            let between = || page.read.folded(one.span.end, other.span.start);
            is_near && is_joint(&between(), is_dealt, page.indicators)
        };
        let before = (at.saturating_sub(MAX_FIGURES)..at).rev().take_while(joined).count();
        let after = (at..at + MAX_FIGURES).take_while(joined).count();
        Row { position: before, length: before + 1 + after }
    }
}

/// Whether the text between two figures joins them: 、, 左右和; with a verb, 、下降, where 分别 deals them out.
fn is_joint(between: &str, is_dealt: bool, indicators: &Indicators) -> bool {
    let Some((bound, verb)) = between.split_once(JOINTS) else { return false };
    let is_link = |word: &str| indicators.signs.get(word) == Some(&Sign::Link);
    (bound.is_empty() || is_link(bound) && !bound.ends_with(','))
        && (verb.is_empty() || is_dealt && is_link(verb))
}

/// A list of indicators whose figures follow one by one: its bytes in `before`, and the indicators named
/// there.
pub(super) struct List<'l, 'i> {
    pub(super) before: &'l str,
    pub(super) range: Range<usize>,
    pub(super) named: &'l [Named<'i>],
    pub(super) indicators: &'i Indicators,
}

impl<'i> List<'_, 'i> {
    /// The indicator in the position of the row; `None` where the list has not as many members, or the member
    /// is no indicator.
    pub(super) fn member(&self, row: Row) -> Option<Named<'i>> {
        let members = self.members();
        if members.len() == 1 && row.length == SIDES.len() {
            return self.side(row.position).or_else(|| self.half(row.position));
        }
        let member = members.get(row.position).filter(|_| members.len() == row.length)?;
        let last = members.last().and_then(|last| self.named_in(last, members.len() == 1));
        let is_first = row.position == 0;
        self.named_in(member, is_first).or_else(|| self.clipped(member, is_first, &last?))
    }

    /// The indicator of a list with a single member.
    pub(super) fn only(&self) -> Option<Named<'i>> {
        let members = self.members();
        members.first().filter(|_| members.len() == 1).and_then(|only| self.named_in(only, true))
    }

    /// The members, which joints part; a joint in an indicator's name (能耗、水耗) parts nothing.
    fn members(&self) -> Vec<Range<usize>> {
        let Range { mut start, end } = self.range;
        let mut members = Vec::new();
        let is_inside = |at: usize| self.named.iter().any(|(range, _)| range.contains(&at));
        for (at, joint) in self.before[self.range.clone()].match_indices(JOINTS) {
            let at = self.range.start + at;
            if !is_inside(at) {
                members.push(start..at);
                start = at + joint.len();
            }
        }
        members.push(start..end);
        members
    }

    /// The indicator that a member ends with. Only the first member may have other words before it.
    fn named_in(&self, member: &Range<usize>, is_first: bool) -> Option<Named<'i>> {
        let inside = |(range, _): &&Named| member.start <= range.start && range.end <= member.end;
        let (range, indicator) = self.named.iter().rev().find(inside)?;
        let linked = |range: Range<usize>| is_linked(&self.before[range], self.indicators);
        let is_whole = is_first || linked(member.start..range.start);
        (is_whole && linked(range.end..member.end)).then(|| (range.clone(), *indicator))
    }

    /// The indicator of a member that shares the end of its name with the last one: 城镇|、农村居民人均可支配收入.
    fn clipped(&self, member: &Range<usize>, is_first: bool, last: &Named) -> Option<Named<'i>> {
        let (name, opening) = (&self.before[last.0.clone()], &self.before[member.clone()]);
        let from = opening.char_indices().rev().nth(MAX_OPENING_CHARS - 1).map_or(0, |(at, _)| at);
        // 全县城镇居民: the longest opening that makes a name.
        let starts = opening[from..].char_indices().map(|(at, _)| from + at);
        let mut starts = starts.filter(|at| is_first || *at == 0);
        starts.find_map(|start| {
            let opening = &opening[start..];
            let whole = |(at, _)| match self.indicators.signs.get(&format!("{opening}{}", &name[at..]))? {
                Sign::Indicator(indicator) if indicator.name != last.1.name => Some(indicator),
                _ => None,
            };
            let found = name.char_indices().skip(1).find_map(whole)?;
            Some((member.start + start..member.end, found))
        })
    }

    /// The indicator in this position of a name that joins two; the second shares how the first opens:
    /// 单位产值能耗和|排放.
    fn half(&self, position: usize) -> Option<Named<'i>> {
        let (range, indicator) = self.only()?;
        let (first, second) = self.before[range.clone()].rsplit_once(JOINTS)?;
        if position == 0 {
            return Some((range, indicator));
        }
        let whole = |(at, _)| match self.indicators.signs.get(&format!("{}{second}", &first[..at]))? {
            Sign::Indicator(indicator) => Some(indicator),
            _ => None,
        };
        first.char_indices().rev().find_map(whole).map(|found| (range, found))
    }

    /// The indicator in this position of 城乡居民人均可支配收入: first that of towns, then that of the country.
    fn side(&self, position: usize) -> Option<Named<'i>> {
        let list = &self.before[self.range.clone()];
        let start = list.rfind(BOTH)?;
        let rest = &list[start + BOTH.len()..];
        let found = |side: &&str| -> Option<&'i Indicator> {
            let name = format!("{side}{rest}");
            let (range, sign) = self.indicators.signs.longest_at(&name, 0)?;
            match sign {
                Sign::Indicator(indicator) if is_linked(&name[range.end..], self.indicators) => {
                    Some(indicator)
                }
                _ => None,
            }
        };
        let [town, country] = SIDES.each_ref().map(found);
        let side = [town?, country?].get(position).copied()?;
        Some((self.range.start + start..self.range.end, side))
    }
}
