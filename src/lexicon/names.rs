//! What personal names look like.

use rustc_hash::FxHashSet;

use super::table::{Dictionary, dictionary};
use super::vocabulary::Vocabulary;
use super::words;
use crate::error::Error;

const SURNAMES: Dictionary = dictionary!("surnames.tsv");
const TRANSLITERATION: Dictionary = dictionary!("transliteration.tsv");

/// Surnames, single and compound, and the characters of transcribed names.
#[derive(Debug)]
pub(crate) struct Names {
    surnames: Vocabulary<()>,
    transliteration: FxHashSet<char>,
}

impl Names {
    pub(super) fn load() -> Result<Self, Error> {
        Ok(Names {
            surnames: words(&SURNAMES)?,
            transliteration: TRANSLITERATION.rows()?.into_iter().flat_map(|row| row.word.chars()).collect(),
        })
    }

    /// Length in bytes of the surname that opens this text, compound ones first.
    pub(crate) fn surname(&self, text: &str) -> Option<usize> {
        self.surnames.longest_at(text, 0).map(|(surname, ())| surname.end)
    }

    /// Whether foreign and ethnic names are written with this character.
    pub(crate) fn transcribes(&self, character: char) -> bool {
        self.transliteration.contains(&character)
    }

    /// Whether this text by itself could be a full name: a surname and one or two characters, or
    /// parts joined by · as in 艾尔肯·吐尼亚孜. Blanks inside (习 近 平) do not count.
    pub(crate) fn is_spaced_name(&self, text: &str) -> bool {
        if !text.chars().all(|character| is_han(character) || matches!(character, '·' | ' ')) {
            return false;
        }
        let compact: String = text.chars().filter(|character| *character != ' ').collect();
        let length = compact.chars().count();
        let parts = |text: &str| text.split('·').all(|part| !part.is_empty());
        if compact.contains('·') {
            return (4..=15).contains(&length) && parts(&compact);
        }
        // 李 强 has a blank inside; 全面 推进 does too, but after its second character.
        let blank_after_surname = text.find(' ').is_none_or(|at| self.surname(text) == Some(at));
        let given = self.surname(&compact).map(|end| compact[end..].chars().count());
        given.is_some_and(|given| (1..=2).contains(&given)) && blank_after_surname
    }

    /// Whether this text could be a name beside posts: as above, or two to four characters of a
    /// people that has no surnames (扎西顿珠).
    pub(crate) fn is_name_beside_posts(&self, text: &str) -> bool {
        self.is_spaced_name(text)
            || ((2..=4).contains(&text.chars().take(5).count()) && text.chars().all(is_han))
    }
}

/// Whether this is a Chinese character.
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn names_have_a_surname_and_one_or_two_characters() {
        let names = &Lexicon::for_tests().names;
        for name in ["王波", "刘奎志", "欧阳修文", "李 强", "习 近 平", "艾尔肯·吐尼亚孜"]
        {
            assert!(names.is_spaced_name(name), "{name}");
        }
        for other in ["王", "", "·", "王波,", "全面推进发展", "A王"] {
            assert!(!names.is_spaced_name(other), "{other}");
        }
    }

    #[test]
    fn beside_posts_a_name_may_lack_a_surname() {
        let names = &Lexicon::for_tests().names;
        for name in ["扎西顿珠", "旦增", "李 强"] {
            assert!(names.is_name_beside_posts(name), "{name}");
        }
        for other in ["旦", "扎西顿珠平措", "扎西,", "2号"] {
            assert!(!names.is_name_beside_posts(other), "{other}");
        }
    }
}
