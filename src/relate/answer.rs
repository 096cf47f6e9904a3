//! Who answers for a task by the bracket that closes it: 建立台账。(财政部门牵头,各地区配合).

use std::ops::Range;

use crate::layout::Sentence;
use crate::recognise::{Candidate, Detail};

/// How far after a measure, in bytes, the bracket stands at most.
const MAX_REACH_BYTES: usize = 2400;
/// How long a bracket is at most, in bytes.
const MAX_BRACKET_BYTES: usize = 480;
/// What the number of an item is written with.
const NUMERALS: &str = "一二三四五六七八九十";
/// What such a bracket ends with.
const CLOSES: &[&str] = &["负责", "牵头", "配合"];
/// What such a bracket may open with instead.
const OPENS: &[&str] = &["牵头单位:", "责任单位:", "负责单位:", "牵头部门:", "责任部门:"];
/// What ends the name of who answers.
const ENDS: &[&str] = &["牵头", "按职责", "分工", "分别", "共同", "具体", "负责", "配合"];

/// Gives the measures without actor the one whom the first bracket after them names, up to the paragraph's end and back to
/// the number of the item that it closes: 二、建设渔港(一)修建码头。(渔业局负责).
pub(crate) fn relate(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)]) {
    let mut after: Option<Range<usize>> = None;
    for (sentence, candidates) in sentences.iter_mut().rev() {
        let start = sentence.range.start;
        let words = &text[sentence.range.clone()];
        // Most sentences have no bracket.
        let has_bracket = words.contains('(');
        let own = if has_bracket { named_in(words) } else { Vec::new() };
        let opens = if has_bracket { number(words) } else { None };
        for candidate in candidates.iter_mut() {
            let Detail::Measure(measure) = &mut candidate.detail else { continue };
            let from = candidate.range.start;
            let answers = own.get(own.partition_point(|name| name.start < from)).cloned();
            let answers = answers.or_else(|| after.as_ref().map(|name| name.start - start..name.end - start));
            let is_before = |name: &Range<usize>| opens.is_some_and(|at| from < at && at < name.start);
            let near = answers.filter(|name| name.start - from <= MAX_REACH_BYTES && !is_before(name));
            measure.actor = measure.actor.take().or(near);
        }
        let first = own.into_iter().next().map(|name| start + name.start..start + name.end);
        let is_closed = |name: &Range<usize>| opens.is_some_and(|at| start + at < name.start);
        after = first.or(after).filter(|name| !sentence.opens_paragraph && !is_closed(name));
    }
}

/// Where the last number of an item stands: (十二).
fn number(text: &str) -> Option<usize> {
    let is_number = |at: &usize| {
        let digits: usize =
            text[at + 1..].chars().take_while(|one| NUMERALS.contains(*one)).map(char::len_utf8).sum();
        digits > 0 && text[at + 1 + digits..].starts_with(')')
    };
    text.rmatch_indices('(').map(|(at, _)| at).find(is_number)
}

/// The names in the brackets of a text that tell who answers.
fn named_in(text: &str) -> Vec<Range<usize>> {
    let brackets = text.match_indices('(').filter_map(|(at, _)| {
        let mut near = text[at..].char_indices().take_while(|(offset, _)| *offset <= MAX_BRACKET_BYTES);
        let (length, _) = near.find(|(_, c)| *c == ')')?;
        let inside = &text[at + 1..at + length];
        let name = named(inside)?;
        Some(at + 1 + name.start..at + 1 + name.end)
    });
    brackets.collect()
}

/// Where who answers stands in a bracket: 财政部门 in 财政部门等牵头,各地区配合 and in 牵头单位:财政部门.
pub(crate) fn named(inside: &str) -> Option<Range<usize>> {
    if let Some(open) = OPENS.iter().find(|open| inside.starts_with(*open)) {
        let name = inside[open.len()..].trim_start_matches([':', ' ']);
        let start = inside.len() - name.len();
        let end = start + name.find([';', ',']).unwrap_or(name.len());
        return (inside[start..end].chars().count() > 1).then_some(start..end);
    }
    let closes = CLOSES.iter().any(|end| inside.ends_with(end)) && !inside.contains('。');
    // Few close so, and a search for each end is dear.
    closes.then_some(())?;
    let end = ENDS.iter().filter_map(|end| inside.find(end)).min()?;
    let name = inside[..end].trim_end_matches([',', '、', '等']);
    (name.chars().count() > 1).then_some(0..name.len())
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    /// Actor and verb of each measure.
    fn actors(text: &str) -> Vec<String> {
        let document = Extractor::builder().build().unwrap().extract(text);
        let measures = document.speeches.into_iter().flat_map(|speech| speech.measures);
        let written = measures.map(|measure| {
            format!("{}: {}", measure.actor.map(|actor| actor.text).unwrap_or_default(), measure.verb)
        });
        written.collect()
    }

    #[test]
    fn the_bracket_after_a_task_names_who_answers() {
        for (text, expected) in [
            ("建立渔港台账。加强监督。（渔业局牵头，各地区配合）", &["渔业局: 建立", "渔业局: 加强"][..]),
            (
                "一是建立渔港台账。（渔业局负责）二是修建码头。（交通局等按职责分工负责）",
                &["渔业局: 建立", "交通局: 修建"],
            ),
            ("渔业局要建立台账。（各地区负责）", &["渔业局: 建立"]),
            ("建立渔港台账（牵头单位：渔业局；配合单位：交通局）。", &["渔业局: 建立"]),
            ("建立渔港台账（含渔船）。", &[": 建立"]),
            (
                "改善渔港环境。一、建设渔港（一）修建码头。加强监督。（渔业局负责）（二）建设航道。（交通局负责）",
                &[": 改善", ": 建设", "渔业局: 修建", "渔业局: 加强", "交通局: 建设"],
            ),
            ("建立渔港台账。（渔业局负责", &[": 建立"]),
            ("建立渔港台账。\n修建码头。（交通局负责）", &[": 建立", "交通局: 修建"]),
        ] {
            assert_eq!(actors(text), expected, "{text}");
        }
    }
}
