//! Recognises names that are part of the name of a doctrine, work or place: 邓小平理论, 江泽民国防和军队建设思想.

use std::ops::Range;

use super::name::Names;
use crate::segment::Token;

/// Most words between a name and the noun for the doctrine.
const MAX_SUBJECT_WORDS: usize = 8;
/// The longest subject of a theory, in characters: 有中国特色社会主义的.
const MAX_THEORY_CHARS: usize = 12;
/// The last words of names of doctrines.
const DOCTRINES: [&str; 3] = ["思想", "理论", "学说"];
/// Tags of the words in a doctrine's subject: 国防|和|军队|建设.
const SUBJECT_TAGS: [&str; 8] = ["n", "vn", "nz", "a", "b", "c", "j", "an"];

impl Names<'_> {
    /// Whether the words after the name make it part of a longer one (主义, 思想, 故居), with or without further
    /// names between: 马克思列宁主义.
    pub(super) fn opens_doctrine(self, end: usize) -> bool {
        let people = &self.scene.lexicon.people;
        let after = self.scene.at(&people.known, end).map_or(end, |(range, _)| range.end);
        // A doctrine of one character must be a word of its own: 毛主席|号召.
        let is_whole =
            |doctrine: &Range<usize>| doctrine.len() > 3 || self.token_ending(doctrine.end).is_some();
        let doctrine = |end| self.scene.at(&people.doctrines, end).map(|(range, ())| range);
        [end, after].into_iter().filter_map(doctrine).any(|doctrine| is_whole(&doctrine))
            || self.opens_subject(end)
            || self.opens_theory(end)
    }

    /// Whether 建设, its object and 理论 follow, as in the name that a theory first had:
    /// (同志)|建设|有|中国|特色|社会主义|的|理论.
    fn opens_theory(self, end: usize) -> bool {
        let rest = &self.scene.text[end..];
        let rest = rest.strip_prefix("同志").unwrap_or(rest);
        let built = rest.strip_prefix("关于").unwrap_or(rest).strip_prefix("建设");
        let words = built.and_then(|built| built.split([',', '。', ';', '、']).next());
        words.is_some_and(|words| {
            let subject = words.find("理论").map(|at| &words[..at]);
            subject.is_some_and(|subject| subject.chars().count() <= MAX_THEORY_CHARS)
        })
    }

    /// Whether nouns follow up to 思想 or the like, without 的: 军队建设思想.
    fn opens_subject(self, end: usize) -> bool {
        let is_noun = |token: &&Token| SUBJECT_TAGS.contains(&token.tag);
        let words = self.tokens_in(end, self.scene.text.len()).take(MAX_SUBJECT_WORDS).take_while(is_noun);
        let mut words = words.map(|token| (token, token.word));
        let opens = words.next().is_some_and(|(token, word)| {
            token.tag != "c"
                && self.scene.lexicon.people.beside.get(word).is_none()
                && !self.holds_title(token.range.clone())
        });
        opens && words.any(|(_, word)| DOCTRINES.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    /// Whether the name before `|` belongs to a doctrine.
    fn is_part(marked: &str) -> bool {
        let end = marked.find('|').unwrap_or_default();
        with_scene(&marked.replace('|', ""), |scene| Names::new(scene).opens_doctrine(end))
    }

    #[test]
    fn doctrines_bear_names() {
        for marked in [
            "坚持邓小平|理论。",
            "江泽民|国防和军队建设思想为指导",
            "邓小平|新时期军队建设思想",
            "马克思|列宁主义",
            "参观雷锋|班",
            "举办屈原|故里赛龙舟",
            "孔子|文化节开幕",
            "陈云|同志建设社会主义经济的理论",
        ] {
            assert!(is_part(marked), "{marked}");
        }
    }

    #[test]
    fn people_stand_before_other_words() {
        for marked in [
            "毛泽东|同志的思想",
            "毛泽东|号召全军",
            "邓小平|和其他同志的理论",
            "邓小平|提出改革思想",
            "雷锋|班长",
            "陈云|同志建设工厂,讲理论",
        ] {
            assert!(!is_part(marked), "{marked}");
        }
    }
}
