//! What is done to what 对 names: 对渔船进行检查.

use super::adverbial::is_matter;
use super::word::{Mark, Stretches, Word};
use crate::lexicon::Act;
use crate::record::RecordKind;

/// The bytes of what is done, where the verb only says that it is done: each item of 全面检查和维修, without what
/// qualifies it. `None` where the verb takes a thing: 进行十次试验, 开展专项行动.
pub(super) fn deeds(object: &[Word], act: Act) -> Option<Stretches> {
    act.is_treating.then_some(())?;
    let of = object.iter().rposition(|word| word.mark == Mark::De);
    let (before, after) = object.split_at(of.map_or(0, |of| of + 1));
    let joins = |word: &Word| matches!(word.mark, Mark::Comma | Mark::Joint | Mark::De);
    let items: Option<Stretches> =
        after.split(|word| matches!(word.mark, Mark::Comma | Mark::Joint)).map(deed).collect();
    items.filter(|items| !items.is_empty() && before.iter().all(|word| joins(word) || qualifies(word)))
}

/// The bytes of an item that are a deed: 安全教育 in 深入的安全教育.
fn deed(item: &[Word]) -> Option<std::ops::Range<usize>> {
    let from = item.iter().position(|word| !qualifies(word)).or(item.len().checked_sub(1))?;
    let (first, last) = (&item[from], item.last()?);
    let is_plain = |word: &Word| {
        word.mark == Mark::Word
            && !word.is(RecordKind::Figures)
            && !word.is(RecordKind::Times)
            && !is_matter(word)
    };
    let names = last.deed.is_class || last.deed.is_enacted || last.deed.is_abstract;
    let acts = last.deed.is_noun || last.deed.act.is_some() || last.tag.starts_with('v');
    let is_deed = last.record.is_none() && acts && !names && item[from..].iter().all(is_plain);
    is_deed.then_some(first.range.start..last.range.end)
}

/// Whether a word says how something is done: 全面, 深入, 一些. A single character is as often part of a word: 约谈.
fn qualifies(word: &Word) -> bool {
    let is_full = word.text.chars().nth(1).is_some() || word.text == "再";
    let says_how = word.is_adverb() || word.tag.starts_with(['a', 'd', 'z', 'b', 'r', 'm']);
    word.record.is_none() && is_full && says_how
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn what_is_done_to_what_is_named_first() {
        for (text, expected) in [
            ("对老旧渔船进行改造。", &["改造 | 老旧渔船"][..]),
            ("要对现有渔港进行全面排查和整治。", &["排查 | 现有渔港", "整治 | 现有渔港"]),
            ("对困难渔民给予适当照顾。", &["照顾 | 困难渔民"]),
            ("对休渔船只予以补助。", &["补助 | 休渔船只"]),
            ("对受灾渔村加以扶持。", &["扶持 | 受灾渔村"]),
            ("对渔民进行深入的安全教育。", &["教育 | 渔民"]),
            ("要对渔港建设给予支持。", &["支持 | 渔港建设"]),
            ("对渔船开展专项行动。", &["开展 | 专项行动"]),
            ("进行渔港改造。", &["进行 | 渔港改造"]),
            ("对渔港提出建议。", &["提出 | 建议"]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }
}
