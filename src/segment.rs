//! Step 6: sentence to tokens with tags, by jieba-rs.

use std::cell::Cell;
use std::ops::Range;

use jieba_rs::Jieba;

/// A word of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Token<'j> {
    /// Bytes in the sentence.
    pub(crate) range: Range<usize>,
    /// Part of speech in jieba's (ICTCLAS) letters: `n`, `ns`, `v`, `vn`, `m`, `x`.
    pub(crate) tag: &'j str,
    pub(crate) named: Named,
    /// Whether the segmenter's dictionary has the word, and its share, once somebody has asked.
    pub(crate) known: Cell<Option<bool>>,
    pub(crate) share: Cell<Option<f32>>,
}

/// What the segmenter takes a word for the name of, by its tag: most words are asked for it more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Nothing,
    Person,
    Place,
    Body,
}

impl Named {
    fn of(tag: &str) -> Self {
        match tag.as_bytes() {
            [b'n', b'r', ..] => Named::Person,
            b"ns" => Named::Place,
            b"nt" => Named::Body,
            _ => Named::Nothing,
        }
    }
}

/// The tokens of a sentence, in order, without gaps.
pub(crate) fn tokens<'j>(jieba: &'j Jieba, sentence: &'j str) -> Vec<Token<'j>> {
    let mut start = 0;
    // Not collected in place, which would keep the room for twice the tags.
    let tags = jieba.tag(sentence, true);
    tags.iter()
        .map(|tagged| {
            let range = start..start + tagged.word.len();
            start = range.end;
            let (tag, named) = (tagged.tag, Named::of(tagged.tag));
            Token { range, tag, named, known: Cell::new(None), share: Cell::new(None) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(jieba: &Jieba, sentence: &str) -> Vec<String> {
        tokens(jieba, sentence).iter().map(|token| sentence[token.range.clone()].to_owned()).collect()
    }

    /// What the rest of the library relies on; an upgrade of jieba-rs that changes it shows here.
    #[test]
    fn tokens_cover_the_sentence_without_gaps() {
        let jieba = Jieba::new();
        let sentence = "推进5G智能化生产线 建设,ＡＢＣ𠮷。";
        assert_eq!(words(&jieba, sentence).concat(), sentence);
    }

    #[test]
    fn a_known_word_keeps_its_old_tag() {
        let mut jieba = Jieba::new();
        jieba.add_word("项目", Some(100_000), Some("zzz"));
        assert_eq!(tokens(&jieba, "项目")[0].tag, "n");
    }

    #[test]
    fn a_dictionary_row_without_frequency_loses_to_any_other_cut() {
        let mut jieba = Jieba::new();
        jieba.load_dict(&mut "大力发展楼\n".as_bytes()).unwrap();
        assert_ne!(words(&jieba, "大力发展楼宇经济")[0], "大力发展楼");
        jieba.add_word("大力发展楼", Some(1_000_000), None);
        assert_eq!(words(&jieba, "大力发展楼宇经济")[0], "大力发展楼");
    }
}
