//! What is paid or set, and how it changes to an amount: 渔民补助标准提高30元, 渔港投资安排5亿元.

use std::ops::Range;

use super::lead::{self, Lead, is_modal};
use super::subject::Subject;
use super::word::{Mark, Word};
use crate::lexicon::Measures;
use crate::record::RecordKind;

/// The verb of setting a sum apart, of which a sum is never the subject.
const SETS_APART: &str = "安排";
/// Nouns for money that is set apart.
const SUMS: [&str; 4] = ["投资", "资金", "经费", "支出"];
/// Fewest characters of the name of what is paid.
const MIN_NAME_CHARS: usize = 4;

/// Reads what stands before the verb. If nobody acts in a clause, and it names what each is paid, or money
/// that is set apart, it tells what is done to that: only those who set such a sum can change it.
pub(super) fn lead(words: &[Word], measures: &Measures) -> Lead {
    let mut lead = lead::read(words, measures);
    if lead.verb.is_some() || matches!(lead.subject, Some(Subject::Acts(_))) {
        return lead;
    }
    let Some((name, verb)) = set(words, measures) else { return lead };
    let before = words[..verb].iter().filter(|word| word.is_adverb() || is_modal(word));
    before.for_each(|word| lead.signs.add(word));
    Lead { object: Some(name), subject: None, verb: Some(verb), ..lead }
}

/// The bytes of the name of what is set, and the index of the verb after it; an amount of money must end the
/// clause.
fn set(words: &[Word], measures: &Measures) -> Option<(Range<usize>, usize)> {
    let amount = words.iter().position(|word| word.is(RecordKind::Figures) && word.text.ends_with('元'))?;
    let bounds = |word: &Word| word.is(RecordKind::Figures) || word.mark == Mark::Joint || !word.is_nominal();
    let is_last = words[amount + 1..].iter().all(|word| bounds(word) && word.deed.act.is_none());
    let reaches = |word: &Word| word.deed.is_complement || matches!(word.text, "到" | "至" | "约");
    let verb = words[..amount].iter().rposition(|word| !reaches(word))?;
    let own = &words[verb];
    let changes = own.deed.act.is_some_and(|act| act.is_light) && own.deed.is_result;
    if !is_last || own.record.is_some() || !(changes || own.text == SETS_APART) {
        return None;
    }
    let qualifies = |word: &Word| word.record.is_none() && (word.is_adverb() || is_modal(word));
    let end = words[..verb].iter().rposition(|word| !qualifies(word))? + 1;
    // 急难型: the segmenter takes some nouns for adverbs.
    let opens = |word: &Word| {
        let is_how = word.record.is_none() && (word.deed.is_adverb || is_modal(word) || word.deed.is_opener);
        word.is(RecordKind::Times) || is_how
    };
    let start = words[..end].iter().position(|word| !opens(word))?;
    let named = &words[start..end];
    let names = |word: &Word| {
        let joins = matches!(word.mark, Mark::Word | Mark::Joint | Mark::Comma);
        joins && word.deed.preposition.is_none() && !word.is(RecordKind::Figures) && !word.is_plain_verb()
    };
    let mut text = String::new();
    named.iter().for_each(|word| text.push_str(word.text));
    let is_paid = measures.is_paid(&text);
    let is_money = own.text == SETS_APART && SUMS.iter().any(|sum| text.ends_with(sum));
    let is_whole = text.chars().count() >= MIN_NAME_CHARS && named.iter().all(names);
    (is_whole && (is_paid || is_money))
        .then(|| (named[0].range.start..named[named.len() - 1].range.end, verb))
}

#[cfg(test)]
mod tests {
    use super::super::tests::pairs;

    #[test]
    fn only_who_sets_what_is_paid_changes_it() {
        for (text, expected) in [
            ("渔民人均财政补助标准提高30元。", &["提高 | 渔民人均财政补助标准"][..]),
            ("今年渔民基础养老金月最低标准再提高20元。", &["提高 | 渔民基础养老金月最低标准"]),
            ("今年渔港建设投资拟安排61亿元。", &["安排 | 渔港建设投资"]),
            ("渔民人均收入提高300元。", &[]),
            ("渔业产值增加30亿元。", &[]),
        ] {
            assert_eq!(pairs(text), expected, "{text}");
        }
    }
}
