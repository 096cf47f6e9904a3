//! Recognises places abroad that no dictionary holds, where the sentence names a country or a city abroad:
//! 莫里萨|省, 塔里托|市.

use std::ops::Range;

use super::Spot;
use crate::lexicon::PlaceClass;
use crate::recognise::Scene;
use crate::segment::Token;

/// The length of such a name before its ending, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=8;
/// Fewest bytes of such a name that the tagger knows.
const MIN_KNOWN_BYTES: usize = 6;
/// The least mean logarithm of the shares of a name's characters among those of transcription.
const MIN_SHARE: f32 = -7.2;

/// The names in the characters of transcription before an ending of place names (莫里萨|省), and the names of the
/// dictionary before the word that completes them (德班|市).
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let is_abroad = |spot: &Spot| spot.sure && lies_abroad(scene, spot);
    if !named.iter().any(is_abroad) {
        return Vec::new();
    }
    let heads = scene.lexicon.places.abroad.find(scene.text);
    let starts = heads.filter(|(head, _)| closes(scene, head)).filter_map(|(head, is_level)| {
        let known = named.binary_search_by_key(&head.start, |spot| spot.range.end).ok().map(|at| &named[at]);
        let start = match known {
            Some(city) => (*is_level && is_abroad(city)).then(|| with_side(scene, city.range.start)),
            None => known_start(scene, named, &head).or_else(|| name_start(scene, named, head.start)),
        };
        Some(start?..head.end)
    });
    let spot = |range| Spot { range, class: PlaceClass::Region, codes: "", sure: true, opens: true };
    starts.map(spot).collect()
}

/// The byte where a name starts with the side before it that tells it from its namesake: 北|达尔富尔州, not 西北|.
fn with_side(scene: &Scene, start: usize) -> usize {
    let side = scene.text[..start].strip_suffix(['东', '西', '南', '北']).map(str::len);
    let is_word = |side: &usize| scene.tokens.at(*side).is_some_and(|token| token.range.start == *side);
    side.filter(is_word).unwrap_or(start)
}

/// Whether a place lies abroad: a country, or a name in the characters of transcription that no division has.
fn lies_abroad(scene: &Scene, spot: &Spot) -> bool {
    let names = &scene.lexicon.names;
    match spot.class {
        PlaceClass::Country => !scene.lexicon.bodies.realms.contains(scene.slice(&spot.range)),
        PlaceClass::Region => {
            let name = scene.slice(&spot.range);
            spot.codes.is_empty() && name.chars().all(|c| names.transcribes(c)) && is_foreign(scene, name)
        }
        _ => false,
    }
}

/// Whether a token ends where the head does.
fn closes(scene: &Scene, head: &Range<usize>) -> bool {
    scene.tokens.at(head.end - 1).is_some_and(|token| token.range.end == head.end)
}

/// The byte where the tagger's word for a place starts that ends with this head, right after the place that
/// it lies in: 马里兰州|莫茨堡镇.
fn known_start(scene: &Scene, named: &[Spot], head: &Range<usize>) -> Option<usize> {
    let token = scene.tokens.at(head.start)?;
    let is_name =
        token.tag == "ns" && token.range.start + MIN_KNOWN_BYTES <= head.start && scene.knows(token);
    let before = &scene.text[..token.range.start];
    let end = before.strip_suffix('的').unwrap_or(before).len();
    let above = || named.binary_search_by_key(&end, |spot| spot.range.end).ok();
    (is_name && above().is_some_and(|at| lies_abroad(scene, &named[at]))).then_some(token.range.start)
}

/// The byte where the name starts that ends at this byte: all in the characters of transcription, and no word
/// of the language in it except what the tagger takes for a name.
fn name_start(scene: &Scene, named: &[Spot], end: usize) -> Option<usize> {
    let names = &scene.lexicon.names;
    let mut start = end;
    for (at, character) in scene.text[..end].char_indices().rev().take(LENGTHS.end() + 1) {
        if !names.transcribes(character) || ends_spot(named, start) {
            break;
        }
        start = at;
    }
    let first = scene.tokens.ended_by(end);
    let words = scene.tokens[..first].iter().rev().take_while(|token| token.range.end > start);
    let glued = scene.tokens.at(end).filter(|token| token.range.start < end);
    for word in glued.into_iter().chain(words) {
        if is_word(scene, word) {
            start = start.max(word.range.end.min(end));
            break;
        }
    }
    let name = &scene.text[start..end];
    (LENGTHS.contains(&name.chars().count()) && is_foreign(scene, name)).then_some(start)
}

/// Whether the characters of a name are, on the whole, those of transcription: 塔兰托, not 晋东南.
pub(super) fn is_foreign(scene: &Scene, name: &str) -> bool {
    let share = |c: char| scene.lexicon.names.transcribed_share(c).unwrap_or(2.0 * MIN_SHARE);
    name.chars().map(|c| share(c) - MIN_SHARE).sum::<f32>() >= 0.0
}

fn ends_spot(named: &[Spot], at: usize) -> bool {
    named.binary_search_by_key(&at, |spot| spot.range.end).is_ok()
}

/// Whether the tagger knows the token as a word that no name holds: 附近, 的.
pub(super) fn is_word(scene: &Scene, token: &Token) -> bool {
    let is_name = matches!(token.tag, "ns" | "nr" | "nrt" | "nz" | "nt" | "x");
    let is_particle = matches!(token.tag.as_bytes().first(), Some(b'p' | b'c' | b'u'));
    let is_single = token.range.len() == '某'.len_utf8();
    !is_name && (is_particle || !is_single && scene.knows(token))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_name_of_transcription_before_what_places_end_with_lies_abroad() {
        let cases: &[(&str, &[&str])] = &[
            ("墨西哥帕塔斯州发生地震", &["墨西哥", "帕塔斯州"]),
            ("伊拉克萨拉夫丁省省长", &["伊拉克", "萨拉夫丁省"]),
            ("埃及的开罗和卢索尔市连续遇袭", &["埃及", "开罗", "卢索尔市"]),
            ("苏丹西部北达尔富尔州首府", &["苏丹", "北达尔富尔州"]),
            ("在意大利塔兰多市附近坠毁", &["意大利", "塔兰多市"]),
            ("澳大利亚的布里斯班市", &["澳大利亚", "布里斯班市"]),
            ("克罗地亚普雷夫卡半岛", &["克罗地亚", "普雷夫卡半岛"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn words_of_the_language_are_no_such_names() {
        let cases: &[(&str, &[&str])] = &[
            ("出口到德国的海南省企业", &["德国", "海南省"]),
            ("开拓俄罗斯市场,巴黎市民,法国各省", &["俄罗斯", "巴黎", "法国"]),
            ("帕塔斯州发生地震", &[]),
            ("支持晋东南城镇圈发展", &["晋东南"]),
            ("同泰国南部的西部省市", &["泰国"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
