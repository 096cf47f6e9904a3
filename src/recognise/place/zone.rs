//! Recognises zones whose purpose stands between opening and head: 柳城|国际医疗旅游|先行区.

use super::Spot;
use crate::lexicon::PlaceClass;
use crate::recognise::Scene;
use crate::segment::Token;

/// Most words for the purpose of a zone.
const MAX_PURPOSE_WORDS: usize = 7;
/// Longest name that opens a zone's name, in characters.
const MAX_NAME_CHARS: usize = 4;

/// The byte where the name of the zone starts whose head starts at byte `head`: at the place or proper name
/// before the words for its purpose.
pub(super) fn start(scene: &Scene, named: &[Spot], head: usize) -> Option<usize> {
    let mut at = head;
    let mut linked = false;
    for _ in 0..MAX_PURPOSE_WORDS {
        match spot_before(named, at) {
            // A refused word opens none: 中国特色|先行区.
            Some(spot) if spot.class == PlaceClass::Refused => return None,
            // A city that is also an ordinary word: 大同|经开区.
            Some(spot) if opens_zone(scene, spot) || at == head && spot.class == PlaceClass::City => {
                return Some(spot.range.start);
            }
            _ => {}
        }
        let token = scene.tokens.at(at.checked_sub(1)?)?;
        if at < head && !linked && is_name(scene, token, at) {
            return Some(before_name(scene, named, token.range.start));
        }
        // A zone may have two purposes, if a known place opens its name: 生态保护|和|高质量发展|先行区.
        let links = !linked && at < head && matches!(token.word, "和" | "与");
        if token.range.end != at || !links && !is_purpose(scene, token) {
            return None;
        }
        linked |= links;
        at = token.range.start;
    }
    None
}

/// The place that ends at this byte.
fn spot_before(named: &[Spot], end: usize) -> Option<&Spot> {
    let spot = &named[named.partition_point(|spot| spot.range.end <= end).checked_sub(1)?];
    (spot.range.end == end).then_some(spot)
}

/// Whether a zone's name may open with this place; an ordinary word must be a name to the tagger.
fn opens_zone(scene: &Scene, spot: &Spot) -> bool {
    let is_realm = scene.lexicon.bodies.realms.contains(scene.slice(&spot.range));
    let token = scene.tokens.at(spot.range.start);
    let is_told = || token.is_some_and(|token| token.range == spot.range && is_named(scene, token));
    !is_realm && (spot.opens || is_told())
}

/// Whether a word tells the purpose or the rank of a zone: 国际, 医疗, 创新, 国家级.
fn is_purpose(scene: &Scene, token: &Token) -> bool {
    let word = token.word;
    let (bodies, places) = (&scene.lexicon.bodies, &scene.lexicon.places);
    let is_noun = matches!(token.tag, "n" | "vn" | "b" | "nz") && token.range.len() >= 6;
    let is_plain = is_noun && scene.knows(token) && !bodies.outside.contains(word);
    bodies.realms.contains(word) || places.purposes.contains(word) || is_plain
}

/// Whether the tagger takes the word for a name that no dictionary of places has.
fn is_name(scene: &Scene, token: &Token, end: usize) -> bool {
    let characters = token.word.chars().count();
    token.range.end == end && (2..=MAX_NAME_CHARS).contains(&characters) && is_named(scene, token)
}

fn is_named(scene: &Scene, token: &Token) -> bool {
    let word = token.word;
    matches!(token.tag, "nr" | "nrt" | "ns")
        && !scene.lexicon.places.ordinary.contains(word)
        && !scene.lexicon.projects.is_generic(word)
        && !scene.lexicon.places.purposes.contains(word)
}

/// The byte where the name starts with what stands right before its first word: a place (琼海|潭门), or one more
/// word that the tagger takes for a name (石溪|柳林).
fn before_name(scene: &Scene, named: &[Spot], start: usize) -> usize {
    if let Some(spot) = spot_before(named, start) {
        return if spot.opens && spot.class != PlaceClass::Division { spot.range.start } else { start };
    }
    let before = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    before.filter(|token| is_name(scene, token, start)).map_or(start, |token| token.range.start)
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn what_a_zone_is_for_belongs_to_its_name() {
        for text in [
            "宁波国际医疗旅游先行区",
            "温州教育创新试验区",
            "淮河流域水土保护和绿色发展先行区",
            "台州国家丝绸工艺传承创新试验区",
        ] {
            assert_eq!(standing(recognise, text), [text], "{text}");
            assert_eq!(standing(recognise, &format!("高标准建设{text},成效初显")), [text], "{text}");
        }
        for text in [
            "宁波和现代服务业先行区",
            "宁波争创国家服务业先行区",
            "宁波等打造特色型综合试验区",
            "宁波入选国家丝绸工艺传承创新试验区",
        ] {
            assert_eq!(standing(recognise, text), ["宁波"], "{text}");
        }
        assert_eq!(standing(recognise, "大同经开区、长治高新区入选"), ["大同经开区", "长治高新区"]);
        for text in ["打造国际医疗旅游先行区", "建设中国特色医疗旅游先行区", "争创国家中医药改革示范区"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
