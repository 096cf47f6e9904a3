//! Decides where a number can start.

use crate::numeral::{is_age, is_numeric, needs_company};
use crate::recognise::Scene;

/// Whether a number may start at this byte: no letter, digit or numeral stands before it (5G基站C919), nor a
/// sum or a blank after digits (K12+300, 2 3).
pub(super) fn may_start(scene: &Scene, start: usize) -> bool {
    let text = scene.text;
    let mut before = text[..start].chars().rev();
    let is_digit = |character: char| character.is_ascii_digit();
    match before.next() {
        Some('-' | '+') if text[start..].starts_with(is_digit) => {
            !before.next().is_some_and(|c| c.is_ascii_alphanumeric())
        }
        Some('.') => !before.next().is_some_and(is_digit),
        Some(' ') if text[start..].starts_with(is_digit) => !before.next().is_some_and(is_digit),
        Some(character) if character.is_ascii_alphanumeric() => false,
        // A sum may end right before years of age: 390万|65岁以上老人.
        Some('万' | '千' | '亿') if is_age(&text[start..]) => true,
        Some(character) => !is_numeric(character) || is_no_numeral(scene, start - character.len_utf8()),
        None => true,
    }
}

/// Whether the numeral at this byte does not belong to the number after it: it closes a word (队伍|860人,
/// 统一|120个, 大陆|三十家), or is a lone banker's numeral before digits (拾|3枚).
pub(super) fn is_no_numeral(scene: &Scene, at: usize) -> bool {
    let mut rest = scene.text[at..].chars();
    let (Some(numeral), Some(next)) = (rest.next(), rest.next()) else { return false };
    if numeral.is_ascii_digit() || !is_numeric(next) {
        return false;
    }
    let (by_itself, digits) = (needs_company(numeral), next.is_ascii_digit());
    // Other numerals may be read with the Chinese ones after them, even at the end of a word: 每一|百人, 第三|十家.
    let tags: &[char] = if digits || by_itself { &['n', 'v', 'a'] } else { &[] };
    let word = scene.tokens.ending(at + numeral.len_utf8()).map(|place| &scene.tokens[place]);
    let closes = word.filter(|word| word.range.start < at).is_some_and(|word| {
        let text = scene.slice(&word.range);
        word.tag.starts_with(tags) && !text.starts_with(is_numeric) && scene.lexicon.knows(text)
    });
    let before = &scene.text[..at];
    // The segmenter does not know these words: 清零|36个村.
    closes
        || numeral == '零' && before.ends_with(['清', '归'])
        || by_itself && digits && !before.ends_with(is_numeric)
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::proposed;

    #[test]
    fn a_numeral_that_closes_a_word_begins_no_number() {
        for (text, figures) in [
            ("抢险队伍860人", &["860人"][..]),
            ("渔民队伍5.6万人、渔船9艘", &["5.6万人", "9艘"]),
            ("从大陆20家企业引进", &["20家"]),
            ("大陆三十家渔企", &["三十家"]),
            ("渔政队伍五十人", &["五十人"]),
            ("全县统一120个事项", &["120个"]),
            ("库存清零36个渔村", &["36个"]),
            ("为3万65岁以上老人", &["3万", "65岁"]),
            ("为1.2万6周岁以下儿童", &["1.2万", "6周岁"]),
            ("补助2万500元", &["2万500元"]),
            ("找到拾3枚硬币", &["3枚"]),
            // The numeral is part of a number.
            ("支付陆拾元", &["陆拾元"]),
            ("补助五千5百元", &["五千5百元"]),
            ("每一百人", &["一百人"]),
            ("第三20号", &[]),
            ("投资3亿5千万元", &["3亿5千万元"]),
        ] {
            assert_eq!(proposed(recognise, text), figures, "{text}");
        }
    }
}
