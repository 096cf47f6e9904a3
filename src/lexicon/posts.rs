//! Titles and offices.

use std::ops::Range;

use super::table::{Dictionary, Row, dictionary};
use super::vocabulary::Vocabulary;
use crate::error::Error;

const FILE: Dictionary = dictionary!("posts.tsv");

/// What a title is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Title {
    /// Somebody's own office: it stands for its holder even where no name stands (国务院总理).
    Office,
    /// An office that never stands after its holder's name: 某公司董事长.
    Front,
    /// The head of a region, who heads no body but its government.
    Region,
    /// A rank or a seat among many: a title only after or before a name.
    Plain,
    /// The same, and a form of address for its holder: 院士.
    After,
    /// Presents a name and is no post: 诗人.
    Profession,
    /// The same, and a post after the body that employs its holder: 医院医生.
    Job,
    /// A longer word that contains a title and is none (书记处).
    Other,
}

impl Title {
    /// Whether it presents a name without being a post by itself.
    pub(crate) fn is_profession(self) -> bool {
        matches!(self, Title::Profession | Title::Job)
    }
}

/// The titles that can be held, with all ranks and party groups before them.
#[derive(Debug)]
pub(crate) struct Posts {
    /// Also those of [`Title::Other`], which are none.
    pub(crate) titles: Vocabulary<Title>,
    /// Party groups, and rooms of institutes, that open titles.
    groups: Vec<&'static str>,
    /// Verbs of giving somebody an office, before the name: 任命.
    pub(crate) giving: Vec<&'static str>,
    /// Verbs of taking somebody's office away, before the name: 免去.
    pub(crate) removing: Vec<&'static str>,
    /// Verbs of taking an office, after the name: 担任.
    pub(crate) taking: Vec<&'static str>,
    /// Verbs of taking an office over from the person named next: 接替.
    pub(crate) replacing: Vec<&'static str>,
    /// Words before the posts by which a clause describes somebody: 时任.
    pub(crate) telling: Vec<&'static str>,
    /// Words between a name and a verb of taking an office: 曾.
    pub(crate) adverbs: Vocabulary<()>,
    /// Those who write what others say: 记者.
    reporters: Vec<&'static str>,
}

/// Classes of rows that are no titles.
const NO_TITLES: [&str; 10] =
    ["rank", "group", "part", "giving", "removing", "taking", "replacing", "telling", "adverb", "reporter"];

impl Posts {
    pub(super) fn load() -> Result<Self, Error> {
        let rows = FILE.rows()?;
        let words_of = |class: &str| -> Vec<&'static str> {
            rows.iter().filter(|row| row.class == class).map(|row| row.word).collect()
        };
        let (ranks, groups, parts) = (words_of("rank"), words_of("group"), words_of("part"));
        let mut titles = Vec::new();
        for row in rows.iter().filter(|row| !NO_TITLES.contains(&row.class)) {
            let openings = match row.attribute {
                "party" => groups.as_slice(),
                "part" => parts.as_slice(),
                _ => &[],
            };
            titles.extend(forms(row, &ranks, openings)?);
        }
        Ok(Posts {
            titles: Vocabulary::new(titles),
            groups: [groups, parts].concat(),
            giving: words_of("giving"),
            removing: words_of("removing"),
            taking: words_of("taking"),
            adverbs: Vocabulary::new(words_of("adverb").into_iter().map(|word| (word, ()))),
            replacing: words_of("replacing"),
            telling: words_of("telling"),
            reporters: words_of("reporter"),
        })
    }

    /// The titles and professions of a text, leftmost first.
    pub(crate) fn find<'v>(&'v self, text: &'v str) -> impl Iterator<Item = (Range<usize>, Title)> {
        let titles = self.titles.find(text).map(|(range, title)| (range, *title));
        titles.filter(|(_, title)| *title != Title::Other)
    }

    /// Length in bytes of the party group or room that opens a title: 党组 in 党组书记, 研究室 in 研究室主任.
    pub(crate) fn group(&self, title: &str) -> Option<usize> {
        let groups = self.groups.iter().filter(|group| title.starts_with(**group));
        groups.map(|group| group.len()).filter(|length| self.get(&title[*length..]).is_some()).max()
    }

    /// What sort of title this word is, if it is one.
    pub(crate) fn get(&self, word: &str) -> Option<Title> {
        self.titles.get(word).copied().filter(|title| *title != Title::Other)
    }

    /// Whether the title of somebody who writes what others say ends the text: 本报记者.
    pub(crate) fn reports(&self, text: &str) -> bool {
        self.reporters.iter().any(|reporter| text.ends_with(reporter))
    }

    /// Whether the text ends with a title: 区政协党组成员、副主席.
    pub(crate) fn ends_with_title(&self, text: &str) -> bool {
        let last = self.find(text).last();
        last.is_some_and(|(range, title)| range.end == text.len() && !title.is_profession())
    }

    /// Whether the text is a list of posts: a title ends it and stands before each of its commas.
    pub(crate) fn is_list_of_posts(&self, text: &str) -> bool {
        text.split([',', '、']).all(|post| self.ends_with_title(without_remark(post)))
    }
}

/// Longest remark after a title, in characters.
const MAX_REMARK_CHARS: usize = 10;

/// The post without the remark in brackets after it: 副县长(挂职).
pub(crate) fn without_remark(post: &str) -> &str {
    let Some(inside) = post.strip_suffix(')') else { return post };
    let open = inside.char_indices().rev().take(MAX_REMARK_CHARS).find(|(_, c)| *c == '(');
    open.map_or(post, |(at, _)| &post[..at])
}

/// A title, and its forms with the ranks (副, 常务副) and with what opens it (党组, 党工委, 研究室).
fn forms(
    row: &Row<'static>,
    ranks: &[&'static str],
    openings: &[&'static str],
) -> Result<Vec<(String, Title)>, Error> {
    let title = match (row.class, row.attribute) {
        ("office", "region") => Title::Region,
        ("office", "front") => Title::Front,
        ("office", _) => Title::Office,
        ("title", "after") => Title::After,
        ("title" | "member" | "group-member", _) => Title::Plain,
        ("profession", "job") => Title::Job,
        ("profession", _) => Title::Profession,
        ("other", _) => Title::Other,
        _ => {
            return Err(FILE.unknown_class(row));
        }
    };
    let mut words = vec![row.word.to_owned()];
    if row.class == "office" {
        words.extend(ranks.iter().map(|rank| format!("{rank}{}", row.word)));
    }
    let opened: Vec<String> = openings
        .iter()
        .flat_map(|opening| words.iter().map(move |word| format!("{opening}{word}")))
        .collect();
    words.extend(opened);
    if row.class == "group-member" {
        words.remove(0);
    }
    Ok(words.into_iter().map(|word| (word, title)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn found(text: &str) -> Vec<&str> {
        Lexicon::for_tests().posts.find(text).map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn ranks_and_party_groups_belong_to_the_title() {
        let cases = [
            ("县政府党组副书记、常务副县长", vec!["党组副书记", "常务副县长"]),
            ("区人武部上校部长", vec!["上校部长"]),
            ("市委组织部部长", vec!["部长"]),
            ("市城投集团党委第一书记", vec!["党委第一书记"]),
            ("县人民法院代理院长", vec!["代理院长"]),
            ("清溪研究院研究室副主任、研究员", vec!["研究室副主任", "研究员"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn longer_words_that_hold_a_title_are_none() {
        for text in ["主席团", "中央书记处", "专门委员会", "县长负责制", "理事会"] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn every_entry_of_a_list_of_posts_ends_with_a_title() {
        let posts = &Lexicon::for_tests().posts;
        assert!(posts.is_list_of_posts("市委常委,市政府党组副书记、副市长"));
        assert!(posts.is_list_of_posts("县委常委、副县长(挂职)"));
        assert!(!posts.is_list_of_posts("抓紧抓实,当好书记"));
        assert_eq!(posts.get("省长"), Some(Title::Region));
        assert_eq!(posts.get("成员"), None);
    }
}
