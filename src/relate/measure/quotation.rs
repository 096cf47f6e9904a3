//! Promises in somebody's own words: 周文远说:“我们将在6月底前建成渔港9座。”

use super::word::{Mark, Word};
use crate::recognise::{Candidate, Scene};
use crate::record::RecordKind;

/// Longest such words, in bytes.
const MAX_QUOTATION_BYTES: usize = 600;

/// Words with which a sentence looks at what is to come.
const TO_COME: [&str; 3] = ["将", "力争", "确保"];

/// The byte at which the quotation closes that opens here, if it is somebody's sentence that speaks of the
/// speaker, of what is to come, or of a time at its head, and has an amount or a time. Other quotations only
/// tell what somebody thinks.
pub(super) fn promise(scene: &Scene, words: &[Word], at: usize, candidates: &[Candidate]) -> Option<usize> {
    let said = scene.text[at..].strip_prefix('“')?;
    // “…。”周文远说, 周文远说:“…”.
    let opens_clause = words.last().is_none_or(|last| last.mark == Mark::Stop);
    let is_told = matches!(words, [.., says, colon] if colon.text == ":" && says.deed.is_saying);
    if !opens_clause {
        return None;
    }
    let length =
        said.char_indices().take_while(|(at, _)| *at < MAX_QUOTATION_BYTES).find(|(_, one)| *one == '”');
    let start = scene.text.len() - said.len();
    let end = start + length.map_or(said.len(), |(at, _)| at);
    let own = &scene.text[start..end];
    let is_whole = length.is_some() && own.ends_with([',', '。', '!']);
    if !(is_told || is_whole) {
        return None;
    }
    let inside = || {
        let from = candidates.partition_point(|candidate| candidate.range.start < start);
        candidates[from..].iter().take_while(|candidate| candidate.range.start < end)
    };
    let is_time = |candidate: &Candidate| candidate.kind() == RecordKind::Times;
    let opens = said.starts_with('我')
        || TO_COME.iter().any(|word| own.contains(word))
        || inside().next().is_some_and(|first| first.range.start == start && is_time(first));
    let can_be_checked = || inside().any(|one| is_time(one) || one.kind() == RecordKind::Figures);
    (opens && can_be_checked()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_somebody_promises_between_marks_is_promised() {
        for text in [
            "周文远说:“我们将在6月底前建成渔港9座。”",
            "县渔业局局长周文远承诺:“年内一定建成渔港9座”。",
            "周文远表示:“我们今年要筹措资金,建成渔港9座。”",
            "周文远说:“我们将建成渔港9座。”",
            "周文远说:“全县将建成渔港9座。”",
            "“今年将建成渔港9座。”县渔业局局长周文远说。",
        ] {
            assert!(pairs(text).contains(&"建成 | 渔港9座".to_owned()), "{text}");
        }
        for text in ["周文远说:“要发展渔业。”", "周文远说:“我们要发展渔业。”", "建设“6月渔港9座”。"]
        {
            assert!(!pairs(text).contains(&"发展 | 渔业".to_owned()), "{text}");
        }
    }
}
