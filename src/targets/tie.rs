//! Which indicators a figure is tied to.

use std::ops::Range;

use crate::document::Plain;
use crate::lexicon::{Indicator, Indicators, Sign, TargetCues};
use crate::record::{Span, Speech};

/// Ends what only says on what condition.
const CONDITION: &str = "基础上";
/// How many indicators 分别 mostly ties to as many figures.
const LISTED: usize = 2;

type Named<'i> = (Range<usize>, &'i Indicator);

/// The indicators that a figure is of, and what stands between the last one and it: the last one before it, with nothing
/// between but links, times and other figures, and those that are joined to that one. Of two figures, and after 分别,
/// each is of the indicator in its place.
pub(super) fn indicators<'i>(
    written: &'i Plain,
    after: &str,
    figures: &[Span],
    speech: &Speech,
    indicators: &'i Indicators,
) -> Option<(Vec<&'i Indicator>, Range<usize>)> {
    let before = written.text.as_str();
    let signs: Vec<(Range<usize>, &'i Sign)> = indicators.signs.find(before).collect();
    let named: Vec<Named> = signs
        .iter()
        .filter_map(|(range, sign)| match sign {
            Sign::Indicator(indicator) => Some((range.clone(), indicator)),
            _ => None,
        })
        .collect();
    let (last, _) = named.last()?;
    let trap = signs.iter().rev().find(|(_, sign)| **sign == Sign::Trap);
    if trap.is_some_and(|(trap, _)| trap.end > last.start)
        || is_of_part(&before[..last.start], &indicators.cues)
    {
        return None;
    }
    let gap = last.end..before.len();
    if !is_link(written, gap.clone(), figures, speech, indicators) || is_origin(before) {
        return None;
    }
    // A、B分别增长9%,带动C增长5%: what stands before the last indicator ties none to it.
    let respective = before.rfind("分别").filter(|at| *at >= last.end && !before[*at..].contains("转为"));
    let Some(respective) = respective else {
        let is_first = opens_pair(after);
        if is_first || closes_pair(before) {
            let tied = of_pair(before, &named, is_first)?;
            return Some((vec![tied.1], tied.0.end..before.len()));
        }
        return Some((joined(before, &named), gap));
    };
    let position = figures.iter().filter(|span| span.start >= written.position(respective)).count();
    let of = named.len().saturating_sub(LISTED);
    named.get(of + position).map(|(range, indicator)| (vec![*indicator], range.end..before.len()))
}

/// 对沿线国家|进出口增长9%: whether the clause speaks of those towards whom alone it holds, of a part (跨境电商平台|进出口), or of
/// what something moved in the place (带动清溪|进出口); 对外 is towards all.
fn is_of_part(before: &str, cues: &TargetCues) -> bool {
    let clause = before.rsplit([',', ';', '、']).next().unwrap_or_default();
    let is_moved = clause.rsplit_once("带动").is_some_and(|(_, moved)| !moved.is_empty());
    let whole = before.rsplit([',', ';']).next().unwrap_or_default();
    let is_towards =
        whole.rsplit_once('对').is_some_and(|(_, towards)| !towards.is_empty() && !towards.starts_with('外'));
    is_towards
        || is_moved
        || cues.names_part_at_end(
            ["完成", "实现", "的"]
                .iter()
                .fold(clause, |clause, link| clause.strip_suffix(link).unwrap_or(clause)),
        )
}

/// A和B年均增长7%: the last indicator and those that nothing but a joint parts from it, the last first.
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

/// A和B增长9%和10%, A900元、B400元,增长9%和10%: the indicator of two that one of two figures is of.
fn of_pair<'i>(before: &str, named: &[Named<'i>], is_first: bool) -> Option<Named<'i>> {
    let [.., one, other] = named else { return None };
    let are_two = named.len() == LISTED || is_joint(&before[one.0.end..other.0.start]);
    let shares = one.1.aspects.iter().any(|aspect| other.1.aspects.contains(aspect));
    let are_two = are_two && shares && one.1.name != other.1.name;
    are_two.then(|| if is_first { one.clone() } else { other.clone() })
}

/// …9%|和10%.
fn opens_pair(after: &str) -> bool {
    let mut characters = after.chars();
    matches!(characters.next(), Some('和' | '、'))
        && characters.next().is_some_and(|next| next.is_ascii_digit())
}

/// 9%和|10%.
fn closes_pair(before: &str) -> bool {
    let mut characters = before.chars().rev();
    matches!(characters.next(), Some('和' | '、')) && matches!(characters.next(), Some('%' | '元' | '人'))
}

/// 从5%, 由2009年的2.8%, 由上年的3%: the figure is where a change began.
fn is_origin(before: &str) -> bool {
    let opens = before.rfind(['从', '由', '比', '较']);
    opens.is_some_and(|at| {
        let after = before[at..].replace("不到", "").replace("上年", "");
        !after.contains(['到', '至', ',', '、', '增', '降', '减', '提', '上', '下', '高', '低', '涨', '扩'])
    })
}

/// Whether a stretch has only links, times and figures.
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
            // 在优化结构的基础上: on what condition.
            link if before[at..gap.end].starts_with('在') => {
                let aside = before[at..gap.end].find(CONDITION).map(|end| at + end + CONDITION.len());
                let link = link.filter(|(_, sign)| **sign == Sign::Link).map(|(range, _)| range.end);
                match aside.or(link) {
                    Some(end) => at = end,
                    None => return false,
                }
            }
            _ if before[at..].starts_with([' ', '—', '-', '年']) => {
                at += before[at..].chars().next().map_or(1, char::len_utf8);
            }
            _ => return false,
        }
    }
    true
}
