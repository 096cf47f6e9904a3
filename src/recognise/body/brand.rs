//! Recognises firms by trade name and trade: 锦泽|证券, 郑州|锦维|科技.

use std::ops::Range;

use crate::lexicon::{NameCue, is_han};
use crate::recognise::naming::{Anchors, is_proper};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::segment::Token;
use crate::text::is_chinese_digit;

/// Length of a trade name in bytes: two or three characters.
const TRADE_NAME: std::ops::RangeInclusive<usize> = 6..=9;
/// How far a list is read, in characters.
const MAX_LIST_CHARS: usize = 30;
/// Close lists of fields.
const FIELDS: [&str; 3] = ["领域", "产业", "行业"];
/// Makes a trade the object of a deed: 科技|创新.
const INNOVATES: &str = "创新";

/// The firm whose trade stands here, if an unknown trade name stands right before it and the words after it
/// are about the firm: 锦泽|生物|入选, not 锦泽|生物|产业.
pub(super) fn firm(scene: &Scene, anchors: &Anchors, trade: &Range<usize>) -> Option<Candidate> {
    let own = scene.tokens.at(trade.start)?;
    let name = scene.tokens.at(trade.start.checked_sub(1)?)?;
    // The trade of a firm in the dictionary: 华润|电力.
    if anchors.kind_at(trade.start) == Some(BodyKind::Enterprise)
        && own.range == *trade
        && goes_on(scene, trade.end)
    {
        let start = anchors.start_of(trade.start)?;
        let detail = Detail::Body(BodyKind::Enterprise);
        return Some(Candidate::new(start..trade.end, "body.brand", Evidence::Form, detail));
    }
    let fits = own.range == *trade
        && name.range.end == trade.start
        && is_trade_name(scene, name)
        && goes_on(scene, trade.end);
    let start = anchors.start_of(name.range.start).unwrap_or(name.range.start);
    let detail = Detail::Body(BodyKind::Enterprise);
    fits.then(|| Candidate::new(start..trade.end, "body.brand", Evidence::Form, detail))
}

fn is_trade_name(scene: &Scene, token: &Token) -> bool {
    let word = token.word;
    TRADE_NAME.contains(&word.len())
        && !word.starts_with(is_chinese_digit)
        // The tagger's guess joins two words: 做强|科技, 对核|材料.
        && scene.lexicon.name_cues.opening(word, NameCue::NoTradeName).is_none()
        && word.chars().all(is_han)
        && !scene.knows(token)
        && is_proper(scene, word, token.tag)
        && !scene.lexicon.places.is_place(word)
}

/// Whether a verb, a mark or another member of a list follows.
pub(super) fn goes_on(scene: &Scene, end: usize) -> bool {
    let after = &scene.text[end..];
    if after.starts_with(INNOVATES) || is_field(after) {
        return false;
    }
    !after.starts_with(is_han)
        || scene.lexicon.name_cues.opening(after, NameCue::FirmFollower).is_some()
        || scene
            .tokens
            .at(end)
            .is_some_and(|token| token.range.start == end && matches!(token.tag, "v" | "d" | "ad" | "p"))
}

/// Whether the list that goes on here closes with fields of trade: 锦泽材料|、旋翼飞机等领域.
pub(super) fn is_field(after: &str) -> bool {
    let mut clause = after.char_indices().take(MAX_LIST_CHARS);
    let Some((end, _)) = clause.find(|(_, c)| matches!(c, '等' | ',' | ';' | '。')) else { return false };
    let closing = after[end..].strip_prefix('等').filter(|_| after.starts_with('、') || end == 0);
    closing.is_some_and(|rest| FIELDS.iter().any(|field| rest.starts_with(field)))
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_trade_name_and_its_trade_name_a_firm() {
        let cases: &[(&str, &[&str])] = &[
            ("锦泽证券、锦泽人寿成功落户", &["锦泽证券", "锦泽人寿"]),
            ("郑州锦维科技攻克难题", &["郑州锦维科技"]),
            ("锦维制药入选", &["锦维制药"]),
            ("华为传媒入选", &["华为传媒"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
        for text in [
            "锦维生物产业壮大",
            "锦泽材料、旋翼飞机等领域突破",
            "四是科技创新加快",
            "做强科技创新",
            "发展金融科技、数字科技",
            "推动农业科技创新",
            "加快新能源汽车推广",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
