//! What personal names look like.

use rustc_hash::FxHashMap;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use super::words;
use crate::error::Error;

const SURNAMES: Dictionary = dictionary!("surnames.tsv");
const GIVEN_NAMES: Dictionary = dictionary!("given_names.tsv");
const NAME_PARTS: Dictionary = dictionary!("name_parts.tsv");
const TRANSLITERATION: Dictionary = dictionary!("transliteration.tsv");
/// The dictionaries give shares in parts of this many.
const WHOLE: f32 = 1_000_000.0;
/// Logarithm of the share of a character that no given name of the register has: one in two hundred thousand.
const RAREST_GIVEN: f32 = -12.2;

/// Surnames, single and compound, and the characters of given and of transcribed names, each with the
/// natural logarithm of its share.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) surnames: Vocabulary<f32>,
    given: FxHashMap<char, f32>,
    transliteration: FxHashMap<char, f32>,
    /// The characters of transcribed names.
    pub(crate) transcribing: Vocabulary<()>,
    /// Parts of the names of peoples without surnames: 扎西, 卓玛.
    pub(crate) parts: Vocabulary<()>,
}

impl Names {
    pub(super) fn load() -> Result<Self, Error> {
        Ok(Names {
            surnames: Vocabulary::new(shares(&SURNAMES)?),
            given: characters(&GIVEN_NAMES)?,
            transliteration: characters(&TRANSLITERATION)?,
            transcribing: words(&TRANSLITERATION)?,
            parts: words(&NAME_PARTS)?,
        })
    }

    /// Logarithm of the share of people who bear this surname.
    pub(crate) fn surname_share(&self, surname: &str) -> Option<f32> {
        self.surnames.get(surname).copied()
    }

    /// Logarithm of the share of this character in given names.
    pub(crate) fn given_share(&self, character: char) -> f32 {
        self.given.get(&character).copied().unwrap_or(RAREST_GIVEN)
    }

    /// Logarithm of the share of this character in transcribed names, if they are written with it.
    pub(crate) fn transcribed_share(&self, character: char) -> Option<f32> {
        self.transliteration.get(&character).copied()
    }

    /// Length in bytes of the surname that opens this text, compound ones first.
    pub(crate) fn surname(&self, text: &str) -> Option<usize> {
        self.surnames.longest_at(text, 0).map(|(surname, _)| surname.end)
    }

    /// Whether foreign and ethnic names are written with this character.
    pub(crate) fn transcribes(&self, character: char) -> bool {
        self.transliteration.contains_key(&character)
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

/// The words of a dictionary of shares, with the natural logarithm of each share.
fn shares(file: &Dictionary) -> Result<Vec<(&'static str, f32)>, Error> {
    let share = |row: Row<'static>| {
        let of_a_million: u32 = row.class.parse().map_err(|_| {
            file.error(row.line, "the second column is no share", "write how many of a million")
        })?;
        Ok((row.word, (of_a_million.max(1) as f32 / WHOLE).ln()))
    };
    file.rows()?.into_iter().map(share).collect()
}

/// The same of a dictionary of single characters.
fn characters(file: &Dictionary) -> Result<FxHashMap<char, f32>, Error> {
    let shares = shares(file)?.into_iter();
    Ok(shares.filter_map(|(word, share)| Some((word.chars().next()?, share))).collect())
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
    fn common_parts_of_names_have_the_larger_share() {
        let names = &Lexicon::for_tests().names;
        assert!(names.surname_share("王") > names.surname_share("淳于"));
        assert_eq!(names.surname_share("与"), None);
        assert!(names.given_share('芳') > names.given_share('的'));
        assert!(names.transcribed_share('斯') > names.transcribed_share('安'));
        assert_eq!(names.transcribed_share('很'), None);
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
