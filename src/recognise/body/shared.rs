//! Recognises laboratories that share their last word: 紫溪山、东湖实验室, 紫溪山、东湖等实验室, 紫溪山、石光、东湖3个省实验室.

use std::ops::Range;

use crate::lexicon::is_han;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::text::is_digit;

/// The head that the members share.
const HEAD: &str = "实验室";
/// Most members of a list.
const MAX_MEMBERS: usize = 20;
/// The length of a member that no dictionary of places holds, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;

/// Proposes the members of every list that ends in the head and names a place.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let heads = scene.find(&scene.lexicon.bodies.heads).map(|(head, _)| head);
    for head in heads.filter(|head| scene.slice(head) == HEAD) {
        let closed = list_end(scene, head.start);
        let mut members: Vec<(Range<usize>, bool)> = Vec::new();
        let mut end = closed.unwrap_or(head.start);
        while members.len() < MAX_MEMBERS {
            let place = place_ending_at(scene, end).map(|place| (place, true));
            let Some(member) = place.or_else(|| Some((name_ending_at(scene, end)?, false))) else { break };
            end = member.0.start;
            members.push(member);
            let Some(before) = scene.text[..end].strip_suffix('、') else { break };
            end = before.len();
        }
        if members.len() < 2 || !members.iter().any(|(_, is_place)| *is_place) {
            continue;
        }
        // The last member includes the head, unless something closes the list before it.
        if let Some((last, _)) = members.first_mut().filter(|_| closed.is_none()) {
            last.end = head.end;
        }
        candidates.extend(members.into_iter().map(|(member, _)| {
            Candidate::new(member, "body.shared", Evidence::Context, Detail::Body(BodyKind::Institution))
        }));
    }
}

/// The byte where the list ends if 等 or a count closes it before the head: 东湖|等, 东湖|3个省, 东湖|2个江苏.
fn list_end(scene: &Scene, head: usize) -> Option<usize> {
    if let Some(list) = scene.text[..head].strip_suffix('等') {
        return Some(list.len());
    }
    let before = &scene.text[..head];
    let owner = place_ending_at(scene, head).map(|place| &scene.text[..place.start]);
    let counted = owner.or(before.strip_suffix(['省', '市'])).unwrap_or(before).strip_suffix('个')?;
    let list = counted.trim_end_matches(is_digit);
    (list.len() < counted.len()).then_some(list.len())
}

/// The place that ends here and starts where a token does.
fn place_ending_at(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.end < end))?;
    let opens = scene.tokens.at(spot.range.start).is_some_and(|token| token.range.start == spot.range.start);
    (spot.range.end == end && opens).then(|| spot.range.clone())
}

/// A few characters between marks, or from a mark to here, that name no kind of laboratory.
fn name_ending_at(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let before = &scene.text[..end];
    let name = before.char_indices().rev().take(LENGTHS.end() + 1).take_while(|(_, c)| is_han(*c));
    let (count, start) = name.fold((0, end), |(count, _), (at, _)| (count + 1, at));
    // After a verb the list opens with a word of its own: 支持|金溪.
    let start = if before[..start].ends_with('、') {
        start
    } else {
        let word = scene.tokens.get(scene.tokens.ending(end)?)?;
        word.range.start
    };
    let name = start..end;
    let fits = count > 0 && LENGTHS.contains(&scene.slice(&name).chars().count());
    let lexicon = scene.lexicon;
    // A single character is only part of the name: 石光|湖.
    let is_kind = |word: &str| {
        word.chars().nth(1).is_some()
            && (lexicon.bodies.generic.contains(word)
                || lexicon.projects.is_generic(word)
                || lexicon.bodies.inside.contains(word)
                || lexicon.bodies.realms.contains(word))
    };
    let from = scene.tokens.ended_by(start);
    let mut tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < end);
    let is_particle = |tag: &str| matches!(tag.as_bytes().first(), Some(b'u' | b'p' | b'c' | b'r' | b'm'));
    (fits && !tokens.any(|token| is_particle(token.tag) || is_kind(token.word))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn places_before_the_head_of_the_last_are_laboratories() {
        assert_eq!(standing(recognise, "支持太行山、鄂尔多斯实验室做强"), ["太行山", "鄂尔多斯实验室"]);
        assert_eq!(standing(recognise, "紫金山、太湖等实验室加快建设"), ["紫金山", "太湖"]);
        assert_eq!(standing(recognise, "支持金溪、太湖、石光湖实验室发展"), ["金溪", "太湖", "石光湖实验室"]);
        assert_eq!(standing(recognise, "挂牌金溪、太湖2个江苏实验室"), ["金溪", "太湖"]);
        for text in [
            "在南京、徐州的实验室",
            "太湖等地的实验室",
            "支持高校、企业实验室建设",
            "新增南京、省级重点实验室",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
