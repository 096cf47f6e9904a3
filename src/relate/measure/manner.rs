//! How something is done, by a list before the verb: 完整、准确、全面贯彻.

use super::word::{Mark, Word};

/// Most words of such a list.
const MAX_LIST_WORDS: usize = 8;

/// The index after a list that opens at `at`, if all its words say how the verb of doing after them is done:
/// 积极、稳妥推进, 完整、准确、全面贯彻.
pub(super) fn listed(words: &[Word], at: usize) -> Option<usize> {
    let joins = |word: &Word| word.mark == Mark::Comma || word.mark == Mark::Joint && word.text == "和";
    let says_how = |word: &Word| {
        let is_quality = word.tag.starts_with('a') && word.deed.act.is_none();
        word.record.is_none() && (is_quality || word.is_adverb())
    };
    // No such mark follows most words.
    words.get(at + 1).filter(|next| joins(next) && says_how(&words[at]))?;
    let list =
        words[at..].iter().take(MAX_LIST_WORDS).take_while(|word| says_how(word) || joins(word)).count();
    let (last, verb) = (words.get(at + list - 1)?, words.get(at + list)?);
    (says_how(last) && verb.is_plain_verb()).then_some(at + list)
}

#[cfg(test)]
mod tests {
    use super::super::tests::plain;

    #[test]
    fn who_acts_is_carried_past_how_it_is_done() {
        assert_eq!(
            plain("县政府坚持稳中求进,完整、准确、全面贯彻渔业规划,修建码头。"),
            ["县政府: 贯彻 | 渔业规划, will, planned", "县政府: 修建 | 码头, will, planned"]
        );
        assert_eq!(plain("积极、稳妥推进渔港改造。"), ["推进 | 渔港改造, will, planned"]);
    }
}
