//! How common words are in the text from which the segmenter's dictionary was counted.

use std::sync::atomic::{AtomicU32, Ordering};

use jieba_rs::Jieba;

/// How many words the segmenter's dictionary counts.
const COUNTED: f32 = 60_101_967.0;
/// The block of the common Chinese characters.
const BLOCK: std::ops::Range<usize> = 0x4E00..0xA000;

/// The natural logarithms of the shares of single characters, kept as bits once they were asked for: a name
/// is weighed character by character, and the segmenter cuts a word before it says how often that was seen.
#[derive(Debug)]
pub(super) struct Shares(Box<[AtomicU32]>);

impl Default for Shares {
    fn default() -> Self {
        Shares(BLOCK.map(|_| AtomicU32::new(Self::UNKNOWN)).collect())
    }
}

impl Shares {
    /// The bits of no share: logarithms of shares are below zero.
    const UNKNOWN: u32 = 0;

    /// Natural logarithm of the share of this word.
    pub(super) fn of(&self, word: &str, jieba: &Jieba) -> f32 {
        let counted = || (jieba.suggest_freq(word) as f32).ln() - COUNTED.ln();
        let mut characters = word.chars();
        let kept = match (characters.next(), characters.next()) {
            (Some(only), None) => (only as usize).checked_sub(BLOCK.start).and_then(|at| self.0.get(at)),
            _ => None,
        };
        let Some(kept) = kept else { return counted() };
        match kept.load(Ordering::Relaxed) {
            Self::UNKNOWN => {
                let share = counted();
                kept.store(share.to_bits(), Ordering::Relaxed);
                share
            }
            bits => f32::from_bits(bits),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn what_is_kept_is_what_was_counted() {
        let lexicon = Lexicon::for_tests();
        for word in ["的", "的", "龘", "龘", "𠮷", "a", "经济"] {
            assert_eq!(lexicon.share(word), super::Shares::default().of(word, &lexicon.jieba), "{word}");
        }
        assert!(lexicon.share("的") > lexicon.share("龘"));
    }
}
