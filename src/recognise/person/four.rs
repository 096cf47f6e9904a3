//! Recognises Chinese names of four characters without a compound surname.

use super::name::{LIKELY, Names, is_plausible};
use super::tokens::is_function;
use crate::lexicon::is_han;

impl Names<'_> {
    /// The byte past a name of four characters that something closes: a married woman's with both surnames,
    /// as the segmenter reads it (叶|刘淑仪), or a Vietnamese one (武|氏映春).
    pub(super) fn four_at(self, start: usize) -> Option<usize> {
        // A particle before a name is no surname: 记者|向周文远.
        if self.token_starting(start).is_some_and(is_function) {
            return None;
        }
        let first = self.scene.surname_at(start)?;
        let rest = self.scene.text[first..].char_indices().take(3).take_while(|(_, c)| is_han(*c));
        let (last, c) = rest.enumerate().find_map(|(index, letter)| (index == 2).then_some(letter))?;
        let end = first + last + c.len_utf8();
        let is_daughter = self.scene.text[first..].starts_with('氏');
        let is_married = || {
            let reads = |from: usize| {
                self.token_starting(from)
                    .is_some_and(|token| token.range.end == end && token.tag.starts_with("nr"))
            };
            let second = self.scene.surname_at(first).filter(|second| *second < end);
            let leads = |second| {
                self.lead(first..end, second) >= LIKELY
                    && !self.scene.lexicon.knows(&self.scene.text[second..end])
            };
            second.is_some_and(leads) && (reads(start) || reads(first))
        };
        let fits = self.closes(end) && (is_daughter || is_married());
        (fits && is_plausible(self.scene, &self.scene.text[start..end])).then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    #[test]
    fn a_married_woman_bears_two_surnames_and_a_vietnamese_one_a_middle_name() {
        let end = |text: &str| with_scene(text, |scene| Names::new(scene).four_at(0));
        assert_eq!(end("范徐丽泰出席。"), Some(12));
        assert_eq!(end("武氏映春、李明"), Some(12));
        for text in ["祖国大陆、香港", "施展才华的舞台", "向周文远提出"] {
            assert_eq!(end(text), None, "{text}");
        }
    }
}
