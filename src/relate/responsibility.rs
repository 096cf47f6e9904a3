//! Who is responsible for a task, by the bracket or the label that closes it: 建立台账。(财政部门牵头,各地区配合),
//! 建立台账。责任单位:财政局.

use std::ops::Range;

use crate::layout::Sentence;
use crate::lexicon::{TaskColumn, TaskWords};
use crate::recognise::{Candidate, Detail};
use crate::record::MeasureStatus;
use crate::text::has_byte;

/// Farthest that the name in a bracket or after a label starts after a measure does, in bytes.
const MAX_REACH_BYTES: usize = 2400;
/// Longest bracket, in bytes.
const MAX_BRACKET_BYTES: usize = 480;
/// Longest time in a bracket, in characters.
const MAX_TIME_CHARS: usize = 14;
/// The marks of a bracket.
const OPENS: [char; 3] = ['(', '[', '【'];
const CLOSING: [char; 3] = [')', ']', '】'];
/// The last bytes of 【, which few other characters share.
const WIDE_END: [u8; 2] = ["【".as_bytes()[1], "【".as_bytes()[2]];
/// Characters that the number of an item is written with.
const NUMERALS: &str = "一二三四五六七八九十";
/// Words that such a bracket ends with.
const CLOSES: &[&str] = &["负责", "牵头", "配合"];
/// Words at the end of a first clause that names who is responsible, whatever follows it.
const ASSIGNS: [&str; 2] = ["负责", "牵头"];
/// Fewest and most characters of the name of an office, and what parts several names.
const OFFICE_CHARS: std::ops::RangeInclusive<usize> = 3..=14;
const JOINTS: [char; 3] = ['、', ',', ' '];
/// Marks that end the name after a label.
const STOPS: &[char] = &[';', ',', '。', ')', '\n', '\t'];
/// The word that tells that a task has been done: 已建成码头.
const TOLD: char = '已';

/// Gives the measures without actor the one whom the first bracket or label after them names. The label may
/// stand up to the end of the paragraph, or in the paragraphs after it that a label opens. What closes a
/// numbered item is not for the measures before its number: 二、建设渔港(一)修建码头。(渔业局负责).
pub(crate) fn relate(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], tasks: &TaskWords) {
    let mut after: Option<Range<usize>> = None;
    for (sentence, candidates) in sentences.iter_mut().rev() {
        let start = sentence.range.start;
        let words = &text[sentence.range.clone()];
        // Most sentences have no bracket and no label.
        let may_hold = may_hold(words);
        let (has_bracket, has_label) = (may_hold && words.contains(OPENS), may_hold && words.contains(':'));
        let own = if has_bracket || has_label { named_in(words, tasks) } else { Vec::new() };
        let opens = if has_bracket { number(words) } else { None };
        if has_label {
            // 完成时限:年底: a label that was read as a measure.
            candidates.retain(|candidate| !is_label(words, candidate, tasks));
        }
        for candidate in candidates.iter_mut() {
            let Detail::Measure(measure) = &mut candidate.detail else { continue };
            let from = candidate.range.start;
            let responsible = own.get(own.partition_point(|name| name.start < from)).cloned();
            let responsible =
                responsible.or_else(|| after.as_ref().map(|name| name.start - start..name.end - start));
            let is_before = |name: &Range<usize>| opens.is_some_and(|at| from < at && at < name.start);
            let near = responsible.filter(|name| name.start - from <= MAX_REACH_BYTES && !is_before(name));
            // 改造旧居15户。(责任单位:住建局): what somebody is made responsible for is still to be done.
            let is_assigned =
                near.as_ref().is_some_and(|name| text[..start + name.start].trim_end().ends_with(':'));
            if is_assigned && measure.status == MeasureStatus::Done && !words.contains(TOLD) {
                measure.status = MeasureStatus::Planned;
            }
            measure.actor = measure.actor.take().or(near);
        }
        let first = own.into_iter().next().map(|name| start + name.start..start + name.end);
        let is_closed = |name: &Range<usize>| opens.is_some_and(|at| start + at < name.start);
        let is_cut = sentence.opens_paragraph && !(has_label && opens_with_label(words, tasks));
        after = first.or(after).filter(|name| !is_cut && !is_closed(name));
    }
}

/// Whether a bracket or a label may stand in a text.
fn may_hold(text: &str) -> bool {
    let after = text.as_bytes().get(1..).unwrap_or_default();
    let is_wide =
        || text.bytes().zip(after).fold(false, |found, (one, next)| found | ([one, *next] == WIDE_END));
    has_byte(text.as_bytes(), |byte| matches!(byte, b'(' | b'[' | b':')) || is_wide()
}

/// Whether a measure is a label of the task before it.
fn is_label(text: &str, candidate: &Candidate, tasks: &TaskWords) -> bool {
    let Detail::Measure(measure) = &candidate.detail else { return false };
    let (verb, end) = (measure.verb.start, measure.object.end);
    text[end..].starts_with(':') && tasks.label(&text[..end]).is_some_and(|(label, _)| label <= verb)
}

/// The byte of the last number of an item: (十二).
fn number(text: &str) -> Option<usize> {
    let is_number = |at: &usize| {
        let digits: usize =
            text[at + 1..].chars().take_while(|one| NUMERALS.contains(*one)).map(char::len_utf8).sum();
        digits > 0 && text[at + 1 + digits..].starts_with(')')
    };
    text.rmatch_indices('(').map(|(at, _)| at).find(is_number)
}

/// Whether a label of a task opens a paragraph: 完成时限:年底.
pub(crate) fn opens_with_label(text: &str, tasks: &TaskWords) -> bool {
    text.split_once(':').is_some_and(|(before, _)| matches!(tasks.label(before), Some((0, _))))
}

/// The bytes of the names, in brackets and after labels of a text, that tell who is responsible.
fn named_in(text: &str, tasks: &TaskWords) -> Vec<Range<usize>> {
    let brackets = text.match_indices(OPENS).filter_map(|(at, mark)| {
        let mut near = text[at..].char_indices().take_while(|(offset, _)| *offset <= MAX_BRACKET_BYTES);
        let (length, _) = near.find(|(_, c)| CLOSING.contains(c))?;
        let start = at + mark.len();
        let inside = &text[start..at + length];
        let stands_alone = || {
            let (before, after) = (text[..at].trim_end(), text[start + length..].trim_start_matches(CLOSING));
            let after = after.trim_start();
            before.ends_with('。') || after.is_empty() || after.starts_with(['。', ';', '\n'])
        };
        let name = in_bracket(inside, tasks)
            .or_else(|| are_offices(inside, tasks).then(stands_alone)?.then_some(0..inside.len()))?;
        Some(start + name.start..start + name.end)
    });
    let mut names: Vec<Range<usize>> = brackets.chain(labelled(text, tasks)).collect();
    names.sort_unstable_by_key(|name| (name.start, name.end));
    names
}

/// The bytes of the first name that tells who is responsible: in a bracket or after a label.
pub(crate) fn named(text: &str, tasks: &TaskWords) -> Option<Range<usize>> {
    named_in(text, tasks).into_iter().next()
}

/// The bytes of the names after the labels of who is responsible: 责任单位:财政局;配合单位:….
pub(crate) fn labelled<'t>(text: &'t str, tasks: &'t TaskWords) -> impl Iterator<Item = Range<usize>> + 't {
    let responsible =
        |colon: usize| matches!(tasks.label(&text[..colon]), Some((_, TaskColumn::Responsible)));
    text.match_indices(':').filter(move |(colon, _)| responsible(*colon)).filter_map(|(colon, _)| {
        let rest = text[colon + 1..].trim_start_matches([':', ' ']);
        let start = text.len() - rest.len();
        let end = rest.find(STOPS).unwrap_or(rest.len());
        // 责任单位:财政局 完成时限:年底.
        let next = rest[..end].find(':').and_then(|colon| tasks.label(&rest[..colon]));
        let name = rest[..next.map_or(end, |(label, _)| label)].trim_end();
        (name.chars().count() > 1).then(|| start..start + name.len())
    })
}

/// Whether a bracket holds only names of offices: 渔业局、海事局.
pub(crate) fn are_offices(inside: &str, tasks: &TaskWords) -> bool {
    inside.split(JOINTS).all(|name| {
        OFFICE_CHARS.contains(&name.chars().count())
            && name.chars().all(char::is_alphabetic)
            && tasks.is_office(name)
    })
}

/// The bytes of the name in a bracket that tells who is responsible: 财政部门 in 财政部门等牵头,各地区配合.
pub(crate) fn in_bracket(inside: &str, tasks: &TaskWords) -> Option<Range<usize>> {
    // 渔业局牵头,|每季报告进展: the first clause names who is responsible.
    let first = inside.split([',', ';']).next().unwrap_or_default();
    let assigns = ASSIGNS.iter().any(|end| first.ends_with(end)) && !first.contains(['。', ':']);
    let inside = if assigns { first } else { inside };
    // 财政部门牵头,|6月底前完成.
    let inside = match inside.rsplit_once(',') {
        Some((before, last)) if says_by_when(last) => before,
        _ => inside,
    };
    let closes = CLOSES.iter().any(|end| inside.ends_with(end)) && !inside.contains(['。', ':']);
    // Few brackets end so, and a search for each end is slow.
    closes.then_some(())?;
    let end = tasks.assignment(inside)?;
    let name = inside[..end].trim_end_matches([',', '、', '等']);
    (name.chars().count() > 1).then_some(0..name.len())
}

/// Whether a clause only says by when: 6月底前, 6月底前完成, 年底.
pub(crate) fn says_by_when(clause: &str) -> bool {
    let told = clause.trim_start_matches('于');
    let ends = ["完成", "办结", "建成", "完工"];
    let bare = ends.iter().find_map(|end| told.strip_suffix(end)).unwrap_or(told);
    let is_time = bare.ends_with(['前', '底', '末', '日']) && bare.contains(['年', '月', '季', '旬', '日']);
    is_time && bare.chars().count() <= MAX_TIME_CHARS
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use crate::record::MeasureStatus;

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
            ("建立渔港台账。责任单位：渔业局、海事局。完成时限：年底。", &["渔业局、海事局: 建立"]),
            ("建立渔港台账。\n责任单位：渔业局 完成时限：年底\n修建码头。", &["渔业局: 建立", ": 修建"]),
            ("建立渔港台账。\n完成时限：年底\n牵头部门：渔业局\n修建码头。", &["渔业局: 建立", ": 修建"]),
            ("落实责任单位：建立渔港台账。", &[": 落实", ": 建立"]),
            ("建立渔港台账（含渔船）。", &[": 建立"]),
            (
                "改善渔港环境。一、建设渔港（一）修建码头。加强监督。（渔业局负责）（二）建设航道。（交通局负责）",
                &[": 改善", ": 建设", "渔业局: 修建", "渔业局: 加强", "交通局: 建设"],
            ),
            ("建立渔港台账。（渔业局牵头，6月底前完成）", &["渔业局: 建立"]),
            ("建立渔港台账。[渔业局牵头，交通局配合，2030年底前完成]", &["渔业局: 建立"]),
            ("建立渔港台账。【渔业局负责】", &["渔业局: 建立"]),
            ("建立渔港台账。（渔业局牵头，6月底前完成8座码头）", &["渔业局: 建立"]),
            ("建立渔港台账。（渔业局牵头，各区县政府落实）", &["渔业局: 建立"]),
            ("建立渔港台账。（渔业局）", &["渔业局: 建立"]),
            ("建立渔港台账（县渔业局、海事局）。", &["县渔业局、海事局: 建立"]),
            ("建立渔港台账。【渔业局】", &["渔业局: 建立"]),
            ("建立新渔港（渔业局）和渔船台账。", &[": 建立"]),
            ("建立渔港台账（见渔业局通知）。", &[": 建立"]),
            ("建立渔港台账。（渔业局负责", &[": 建立"]),
            ("建立渔港台账。\n修建码头。（交通局负责）", &[": 建立", "交通局: 修建"]),
        ] {
            assert_eq!(actors(text), expected, "{text}");
        }
    }

    #[test]
    fn what_somebody_is_made_responsible_for_is_planned() {
        let statuses = |text: &str| {
            let document = Extractor::builder().build().unwrap().extract(text);
            let measures = document.speeches.into_iter().flat_map(|speech| speech.measures);
            measures.map(|measure| measure.status).collect::<Vec<_>>()
        };
        assert_eq!(statuses("改造旧居15户。（责任单位：住建局）"), [MeasureStatus::Planned]);
        assert_eq!(statuses("已改造旧居15户。（责任单位：住建局）"), [MeasureStatus::Done]);
    }
}
