//! Finds where the noun that an amount counts begins and ends, by the words around the amount.

use crate::lexicon::LedgerWords;

/// The longest attribute missing from a noun after an amount, in characters: 灾后|重建资金.
const MAX_ATTRIBUTE_CHARS: usize = 2;
/// The longest noun that a share is of, in characters.
const MAX_WHOLE_CHARS: usize = 16;
/// The longest addition after an amount, in characters: 以上.
const MAX_ADDITION_CHARS: usize = 2;
/// Tie two deeds.
const JOINTS: [char; 4] = ['和', '与', '及', '、'];

/// The whole noun of an amount, if the figure has only a part of it, or a deed with it. `object` holds the
/// amount `text` of this unit; `of` is what the figure counts.
pub(super) fn whole(
    object: &str,
    (text, unit): (&str, &str),
    of: Option<&str>,
    words: &LedgerWords,
) -> Option<String> {
    let (before, after) = object.split_once(text)?;
    let noun = words.without_bound(before);
    let closes = after.chars().count() <= MAX_ADDITION_CHARS && !after.starts_with('的');
    let Some(of) = of else { return share_of(noun, unit).filter(|_| closes) };
    if closes {
        return whole_before(noun, of, unit, words);
    }
    whole_after(after, of, words).or_else(|| without_deed(after, of, words))
}

/// The noun that a share is of: 总任务的|70%.
fn share_of(noun: &str, unit: &str) -> Option<String> {
    let whole = noun.strip_suffix('的').filter(|_| unit == "%")?;
    let is_one =
        !whole.contains(['的', '、', '和']) && (2..=MAX_WHOLE_CHARS).contains(&whole.chars().count());
    is_one.then(|| whole.to_owned())
}

/// The whole noun before an amount: 亿元以上|项目, 批而未供|土地, 渔民两项|补贴3亿元, 合法性|审查.
fn whole_before(noun: &str, of: &str, unit: &str, words: &LedgerWords) -> Option<String> {
    if of.ends_with('性') && noun.starts_with(of) && noun.len() > of.len() {
        return Some(noun.to_owned());
    }
    let open = noun.strip_suffix(of)?.trim_end_matches('的');
    let is_bound = ["以上", "以下"].iter().any(|bound| open.ends_with(bound));
    let is_contrast = open.contains('而') && !open.contains(['、', '和']);
    let is_numbered = unit == "元" && open.ends_with(['项', '种']);
    // The verb belongs to the first one: 引进|落地|亿元以上项目.
    let settles = words.settling.longest_at(noun, 0).map_or(0, |(verb, ())| verb.end);
    (is_bound || is_contrast || is_numbered).then(|| noun[settles..].to_owned())
}

/// The noun after an amount, with its attribute: 安排9亿元|灾后|重建资金.
fn whole_after(after: &str, of: &str, words: &LedgerWords) -> Option<String> {
    let attribute = after.strip_suffix(of)?;
    let is_attribute = (1..=MAX_ATTRIBUTE_CHARS).contains(&attribute.chars().count())
        && attribute.chars().all(char::is_alphabetic)
        && !attribute.contains(crate::text::is_chinese_digit)
        && words.unattributive.find(attribute).next().is_none();
    is_attribute.then(|| after.to_owned())
}

/// The noun without two deeds that are done to it: 9类|问题|排查和治理.
fn without_deed(after: &str, of: &str, words: &LedgerWords) -> Option<String> {
    let next = after.strip_prefix(of)?.strip_prefix(JOINTS)?;
    let (at, ()) = words.deeds.longest(of)?;
    let (deed, ()) = words.deeds.longest(next)?;
    (deed == 0 && of[..at].chars().count() > 1).then(|| of[..at].to_owned())
}
