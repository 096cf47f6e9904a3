//! One-character signs of provinces: 驻京机构, 在湘企业.

use crate::recognise::naming::token_at;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::text::CharSet;

/// Words of coming, going and staying.
static MOVERS: CharSet = CharSet::new(&['在', '驻', '赴', '来', '抵', '离', '援', '返', '入']);

/// A sign is a place right behind a word of coming, going or staying, when it closes its token.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (at, mover) in MOVERS.find(scene.text) {
        let start = at + mover.len_utf8();
        let Some(sign) = scene.text[start..].chars().next() else { continue };
        let end = start + sign.len_utf8();
        let Some(code) = scene.lexicon.places.signs.get(&scene.text[start..end]) else { continue };
        let token = token_at(scene.tokens, start).map(|token| token.range.clone()).unwrap_or_default();
        // The tagger glues a guess together: 在京|举行.
        let rest = scene.text.get(end..token.end).unwrap_or_default();
        let glued = token.start == at && rest.len() >= 6 && scene.lexicon.knows(rest);
        let closes = token.end == end || glued;
        let opens = token_at(scene.tokens, at).is_some_and(|token| token.range.start == at);
        if closes && opens {
            let detail = Detail::Place { code: Some((*code).to_owned()) };
            candidates.push(Candidate::new(start..end, "place.sign", Evidence::Context, detail));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_sign_needs_a_word_of_place_before_it() {
        assert_eq!(standing(recognise, "服务驻沪机构"), ["沪"]);
        assert_eq!(standing(recognise, "在京企业"), ["京"]);
        assert_eq!(standing(recognise, "论坛昨日在京举行"), ["京"]);
        for text in ["川流不息", "甘于奉献", "一辆豫A牌照的车"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
