//! Recognises firms before the office and name of their head: 锦泽珠宝|总裁|周文远.

use std::ops::Range;

use crate::lexicon::{NameCue, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::segment::Token;

/// Offices that only firms have.
const OFFICES: [&str; 4] = ["总裁", "董事长", "首席执行官", "CEO"];
/// The length of such a name, in characters.
const CHARS: std::ops::RangeInclusive<usize> = 3..=8;
/// Most words of such a name.
const MAX_WORDS: usize = 4;

/// Proposes all words between the start of the clause and the office, if a name follows the office directly
/// and the words are nouns that name no kind of firm.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (title, _) in scene.titles().filter(|(title, _)| OFFICES.contains(&scene.slice(title))) {
        if scene.surname_at(title.end).is_none() {
            continue;
        }
        let Some(name) = firm_before(scene, title.start) else { continue };
        let is_known =
            candidates.iter().any(|body| body.range.start < name.end && name.start < body.range.end);
        if !is_known {
            let detail = Detail::Body(BodyKind::Enterprise);
            candidates.push(Candidate::new(name, "body.chief", Evidence::Form, detail));
        }
    }
}

/// The words back to the mark before the clause, if all may stand in a firm's name.
fn firm_before(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let last = scene.tokens.ended_by(end);
    let mut start = end;
    for token in scene.tokens[..last].iter().rev().take(MAX_WORDS) {
        if token.range.end != start || !scene.slice(&token.range).chars().all(is_han) {
            break;
        }
        if !may_name(token) {
            return None;
        }
        start = token.range.start;
    }
    let name = start..end;
    let text = scene.slice(&name);
    let opens = !scene.text[..start].ends_with(is_han);
    let cues = &scene.lexicon.name_cues;
    let is_kind =
        cues.closing(text, NameCue::NoFirm).or_else(|| cues.opening(text, NameCue::NoFirm)).is_some();
    let is_one_word = scene.tokens.at(start).is_some_and(|token| token.range.end == end);
    (opens && CHARS.contains(&text.chars().count()) && !is_kind && !is_one_word).then_some(name)
}

/// Whether a word may stand in a firm's name; tags of unknown words are guesses.
fn may_name(token: &Token) -> bool {
    matches!(token.tag.as_bytes().first(), Some(b'n' | b'x' | b'j' | b'v' | b'a' | b'b' | b'z' | b'l'))
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn what_stands_before_the_office_and_the_name_of_its_leader_is_a_firm() {
        assert_eq!(standing(recognise, "对此,锦泽珠宝总裁周文远认为价格会涨"), ["锦泽珠宝"]);
        assert_eq!(standing(recognise, "云河地产董事长李刚出席"), ["云河地产"]);
        for text in [
            "亚太区总裁周文远",
            "公司董事长李刚",
            "执行总裁周文远",
            "这位董事长李刚",
            "锦泽珠宝总裁认为",
            "他见到了总裁周文远",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
