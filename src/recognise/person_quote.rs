//! Who is the source of what a sentence says.

use std::ops::Range;

use super::Scene;
use crate::lexicon::Beside;

/// Longest adjunct between a name and a verb of saying (在…考察时强调), in characters.
const MAX_ADJUNCT: usize = 25;
/// Most adverbs between a name and a verb of saying.
const MAX_ADVERBS: usize = 3;
/// Marks between clauses, where a quoted person's name can start.
pub(super) const CLAUSE_MARKS: &[char] =
    &[',', '。', ';', ':', '!', '?', '”', '“', '(', ')', ' ', '—', '…', '》'];

/// Where the adverbs that start at this byte end.
pub(super) fn after_adverbs(scene: &Scene, start: usize) -> usize {
    let mut end = start;
    for _ in 0..MAX_ADVERBS {
        match scene.lexicon.people.beside_at(scene.text, end) {
            Some((next, Beside::Adverb)) => end = next,
            _ => break,
        }
    }
    end
}

/// Whether the person of this name is the source of what follows: …总书记多次强调, …在考察时指出, and,
/// at the head of a transcript's line, 李刚:.
pub(super) fn is_quoted(scene: &Scene, name: &Range<usize>) -> bool {
    let Scene { text, lexicon, .. } = scene;
    let mut end = name.end;
    if let Some((title, _)) = lexicon.posts.longest_at(text, end) {
        end = title.end;
    }
    if let Some((courtesy, Beside::Courtesy)) = lexicon.people.beside_at(text, end) {
        end = courtesy;
    }
    // What somebody pointed out (指出的) qualifies a noun and quotes nobody.
    let verb_at = |at: usize| matches!(lexicon.people.beside_at(text, at), Some((end, Beside::Verb)) if !text[end..].starts_with('的'));
    let transcript = name.start == 0 && text[end..].starts_with(':');
    if transcript || verb_at(after_adverbs(scene, end)) {
        return true;
    }
    let adjunct = text[end..].char_indices().take(MAX_ADJUNCT);
    let mut adjunct = adjunct.take_while(|(_, c)| !CLAUSE_MARKS.contains(c)).skip(1);
    let mut last = '在';
    text[end..].starts_with('在')
        && adjunct.any(|(at, c)| {
            let closed = matches!(last, '中' | '时' | '上' | '里' | '后' | '会');
            last = c;
            closed && verb_at(after_adverbs(scene, end + at))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn quoted(text: &str, name: &str) -> bool {
        let start = text.find(name).unwrap_or_default();
        with_scene(text, |scene| is_quoted(scene, &(start..start + name.len())))
    }

    #[test]
    fn a_verb_of_saying_behind_the_name_makes_a_source() {
        for text in
            ["李刚多次强调,要抓紧", "李刚同志说:", "李刚在调研时指出,", "李刚省长表示,", "李刚:欢迎各位。"]
        {
            assert!(quoted(text, "李刚"), "{text}");
        }
    }

    #[test]
    fn what_others_say_does_not() {
        for text in ["李刚出席,会议指出", "李刚在北京,他强调", "会见了李刚:", "李刚指出的方向"]
        {
            assert!(!quoted(text, "李刚"), "{text}");
        }
    }
}
