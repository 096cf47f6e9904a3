//! Recognises names with blanks between their characters, as under a document: 国  务  院.

use crate::lexicon::{Trigger, is_han};
use crate::recognise::{Candidate, Detail, Evidence, Scene};

/// Fewest characters of such a name.
const MIN_LETTERS: usize = 3;
/// Most characters of such a name.
const MAX_LETTERS: usize = 8;
/// Most blanks between two characters.
const MAX_BLANKS: usize = 4;

/// Proposes every name of the dictionary that is written so.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    if !scene.wakes(Trigger::Blank) {
        return;
    }
    let text = scene.text;
    let mut from = 0;
    while let Some(blank) = text[from..].find(' ').map(|at| from + at) {
        let start = text[..blank].chars().next_back().filter(|c| is_han(*c)).map(|c| blank - c.len_utf8());
        let alone = |start: &usize| !text[from..*start].ends_with(is_han);
        let run = start.filter(|start| *start >= from).filter(alone).map(|start| letters(text, start));
        let run = run.unwrap_or_default();
        from = run.last().copied().unwrap_or(blank + 1).max(blank + 1);
        let Some(start) = start.filter(|_| run.len() >= MIN_LETTERS) else { continue };
        let name: String = text[start..run[run.len() - 1]].chars().filter(|c| is_han(*c)).collect();
        if let Some((name, Some(kind))) = scene.lexicon.bodies.names.longest_at(&name, 0) {
            let length = name.len() / '国'.len_utf8();
            if let Some(end) = run.get(length - 1).filter(|_| length >= MIN_LETTERS) {
                let detail = Detail::Body(*kind);
                candidates.push(Candidate::new(start..*end, "body.spaced", Evidence::Certain, detail));
            }
        }
    }
}

/// The bytes where the spaced characters from byte `start` on end.
fn letters(text: &str, start: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = start;
    while let Some(letter) = text[at..].chars().next().filter(|c| is_han(*c) && ends.len() < MAX_LETTERS) {
        let end = at + letter.len_utf8();
        let gap = text[end..].bytes().take(MAX_BLANKS + 1).take_while(|byte| *byte == b' ').count();
        // A character that touches the next one opens a word.
        if gap == 0 && text[end..].starts_with(is_han) {
            break;
        }
        ends.push(end);
        if !(1..=MAX_BLANKS).contains(&gap) {
            break;
        }
        at = end + gap;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn letters_that_stand_apart_make_a_name() {
        for (text, name) in [("国 务 院", "国 务 院"), ("  国  务  院  二○一一年五月七日", "国  务  院")]
        {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
        for text in ["周 文 远", "国 务", "爱国 务 院 长", "国     务     院", " ", "国 务 "] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
