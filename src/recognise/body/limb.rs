//! Joins firms and academies with their limbs: 中铁|十二局, 中建八局|第二建设公司, 国网|徐州|供电公司, 中科院|晶体|所.

use std::ops::Range;

use crate::lexicon::{NameCue, is_han};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::BodyKind;
use crate::text::{is_chinese_digit, is_within};

/// Longest field of an institute that belongs to an academy or a firm, in characters.
const MAX_FIELD_CHARS: usize = 6;
/// Longest trade of the numbered company of a bureau, in characters: 第二|建设|公司.
const MAX_TRADE_CHARS: usize = 4;
/// Longest seat that no table has, in characters.
const MAX_SEAT_CHARS: usize = 3;
/// The words for numbered limbs of a firm, and the word before them that says that such a bureau builds.
const NUMBERED: [char; 3] = ['局', '院', '所'];
/// Schools that have departments, and most tokens of a department's name.
const SCHOOLS: [&str; 2] = ["大学", "学院"];
const MAX_DEPARTMENT_TOKENS: usize = 3;
const BUILDING: [char; 4] = ['航', '公', '冶', '建'];

/// Adds to a firm or an academy the limb right after it.
pub(super) fn join(scene: &Scene, candidates: &mut [Candidate]) {
    for trunk in candidates.iter_mut() {
        let Detail::Body(kind @ (BodyKind::Enterprise | BodyKind::Institution)) = trunk.detail else {
            continue;
        };
        if !scene.text[trunk.range.end..].starts_with(|c| is_han(c) || c.is_ascii_digit()) {
            continue;
        }
        let is_firm = kind == BodyKind::Enterprise;
        let numbered = || numbered_end(scene.text, trunk.range.end).filter(|_| is_firm);
        let seated = || seated_end(scene, trunk.range.end).filter(|_| is_firm);
        if let Some(end) = numbered().or_else(seated).or_else(|| field_end(scene, &trunk.range, is_firm)) {
            trunk.range.end = end;
        }
    }
}

/// The byte past the name of a bureau, institute or company that a firm has numbered: 十二局, 第二建设公司, 七二一所.
fn numbered_end(text: &str, start: usize) -> Option<usize> {
    let is_digit = |c: char| is_chinese_digit(c) || c.is_ascii_digit();
    let number = text[start..].strip_prefix('第').unwrap_or(&text[start..]);
    let rest = number.trim_start_matches(is_digit);
    if rest.len() == number.len() {
        return None;
    }
    let bureau = rest.strip_prefix(BUILDING).unwrap_or(rest).strip_prefix('局');
    let bureau =
        bureau.or_else(|| rest.strip_prefix(NUMBERED).filter(|after| !after.starts_with(['士', '有'])));
    // Here 所 counts: 五所|学校.
    let counts = rest.starts_with('所') && number.chars().count() - rest.chars().count() < 2;
    let bureau = bureau.filter(|_| !counts).map(|after| text.len() - after.len());
    bureau.map(|end| company_end(text, end).unwrap_or(end))
}

/// The byte past the numbered company of a bureau: 一公司, 第二建设公司.
fn company_end(text: &str, start: usize) -> Option<usize> {
    let number = text[start..].strip_prefix('第').unwrap_or(&text[start..]);
    let rest = number.trim_start_matches(is_chinese_digit);
    let mut trade = rest.char_indices().take(MAX_TRADE_CHARS + 1);
    let (at, _) =
        trade.find(|(at, _)| rest[*at..].starts_with("公司")).filter(|_| rest.len() < number.len())?;
    Some(text.len() - rest.len() + at + "公司".len())
}

/// The byte past a firm's limb at the place right after it (徐州|供电公司), or past one named by its place alone
/// (长庆油田).
fn seated_end(scene: &Scene, start: usize) -> Option<usize> {
    let limbs = &scene.lexicon.bodies.limbs;
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.start < start));
    let Some(spot) = spot.filter(|spot| spot.range.start == start) else {
        // No table has this seat: 中国移动|云陵|分公司.
        let seat = scene.tokens.at(start).filter(|seat| seat.range.start == start && !scene.knows(seat))?;
        let limb = limbs.longest_at(scene.text, seat.range.end).map(|(limb, ())| limb.end)?;
        let names = matches!(seat.tag, "ns" | "nz" | "nr") && is_within(seat.word, MAX_SEAT_CHARS);
        return Some(limb).filter(|limb| names && scene.tokens.ending(*limb).is_some());
    };
    let limb = limbs.longest_at(scene.text, spot.range.end).map(|(limb, ())| limb.end);
    let closes = |end: &usize| scene.tokens.ending(*end).is_some();
    let named = || limbs.find(scene.slice(&spot.range)).last().map(|(limb, ())| start + limb.end);
    limb.filter(closes).or_else(|| named().filter(|end| *end == spot.range.end))
}

/// The byte past an institute that is named by its field after its academy (中科院|晶体|所) or firm (中国电建|西北|院), or
/// past a department after its school (清溪大学|历史|系).
fn field_end(scene: &Scene, trunk: &Range<usize>, is_firm: bool) -> Option<usize> {
    if !is_firm && SCHOOLS.iter().any(|school| scene.slice(trunk).ends_with(school)) {
        return department_end(scene, trunk.end);
    }
    if !is_firm && !scene.slice(trunk).ends_with('院') {
        return None;
    }
    let first = scene.tokens.started_before(trunk.end);
    let fields = scene.tokens[first..].iter().enumerate().take(MAX_FIELD_CHARS);
    for (index, token) in fields {
        let word = token.word;
        let ends = index > 0 && matches!(word, "所" | "院")
            || word.ends_with(['所', '院'])
                && !scene.lexicon.bodies.heads.contains(word)
                && !scene.lexicon.projects.is_generic(word);
        if ends && token.range.end - trunk.end <= (MAX_FIELD_CHARS + 1) * '所'.len_utf8() {
            return is_free(scene, token.range.end).then_some(token.range.end);
        }
        let is_noun = matches!(token.tag.as_bytes().first(), Some(b'n' | b'j' | b'b' | b's' | b'f'));
        let names = is_noun || token.tag == "vn" || token.tag == "x";
        let bodies = &scene.lexicon.bodies;
        let is_other = bodies.generic.contains(word) || bodies.outside.contains(word);
        if !names || !word.chars().all(is_han) || is_other {
            return None;
        }
    }
    None
}

/// The byte past a department that one or two nouns name: 历史|系, 土木工程|系. 体系 and 关系 are other words.
fn department_end(scene: &Scene, start: usize) -> Option<usize> {
    let first = scene.tokens.starting(start)?;
    let words = scene.tokens[first..].iter().enumerate().take(MAX_DEPARTMENT_TOKENS);
    for (index, token) in words {
        let word = token.word;
        if let Some(field) = word.strip_suffix('系') {
            let (last, _) = field.char_indices().next_back().unwrap_or_default();
            let is_word = matches!(&word[last..], "关系" | "体系" | "联系" | "派系" | "水系");
            let is_named = if field.is_empty() { index > 0 } else { last > 0 && !is_word };
            return is_named.then_some(token.range.end);
        }
        if !token.tag.starts_with('n') && token.tag != "vn" {
            return None;
        }
    }
    None
}

/// Whether the name of an institute may end here: a mark follows, or a verb that 所 does not govern
/// (专家|所|提供|的).
fn is_free(scene: &Scene, end: usize) -> bool {
    let after = &scene.text[end..];
    if !after.starts_with(is_han) || scene.lexicon.name_cues.opening(after, NameCue::FirmFollower).is_some() {
        return true;
    }
    let next = scene.tokens.started_before(end);
    scene.tokens.get(next).is_some_and(|token| {
        let is_verb = token.tag.starts_with('v') && token.range.len() > '提'.len_utf8();
        is_verb && !scene.text[token.range.end..].starts_with('的')
    })
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn limbs_belong_to_their_firm_or_academy() {
        let cases: &[(&str, &[&str])] = &[
            ("中国航天科技集团九院研制", &["中国航天科技集团九院"]),
            ("中建八局第二建设公司中标", &["中建八局第二建设公司"]),
            ("中国船舶七二一所攻关", &["中国船舶七二一所"]),
            ("国网徐州供电公司抢修", &["国网徐州供电公司"]),
            ("中石油长庆油田、中海油湛江分公司", &["中石油长庆油田", "中海油湛江分公司"]),
            ("同中科院金属所、中国农科院水稻所合作", &["中科院金属所", "中国农科院水稻所"]),
            ("中国移动云陵分公司抢修", &["中国移动云陵分公司"]),
            ("中国电建西北院设计", &["中国电建西北院"]),
            ("中国电建西北院、中核集团核动力院", &["中国电建西北院", "中核集团核动力院"]),
            ("徐州大学历史系教授、徐州学院化学系学生", &["徐州大学历史系", "徐州学院化学系"]),
            ("徐州大学教学体系,徐州大学地方关系", &["徐州大学", "徐州大学"]),
            ("华为在徐州设立公司", &["华为"]),
            ("中科院专家所提建议", &["中科院"]),
            ("中科院金属所研究的问题", &["中科院"]),
            ("中科院院士", &["中科院"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
