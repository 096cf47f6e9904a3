//! Recognises names by the form of an entry, whatever words they are: who is appointed (任命周文远为县长, 高山、王霜为副县长),
//! who is relieved (免去黄河清的局长职务), who stands on a roster (组长:周文远  县长), whom a notice describes (周文远,男,汉族;
//! 周文远,云柳县农民,今年24岁), who wrote the work in title marks (《青山新论》(周文远)).

use std::ops::Range;

use super::appointed::name_ending;
use super::list::remark_at;
use super::name::{Names, is_plausible};
use super::tokens::is_named;
use super::{COURTESY, FULL_NAME_BYTES, Found, Reader, after_adverbs, is_in_title};
use crate::lexicon::{Beside, Trigger, is_han, without_remark};
use crate::recognise::Evidence;
use crate::text::{is_chinese_digit, is_digit, is_within};

/// Longest list of posts of an entry, in characters.
const MAX_POSTS_CHARS: usize = 60;
/// Longest entry with the verb before it, in characters.
const MAX_ENTRY_CHARS: usize = 16;
/// Most names of an entry.
const MAX_NAMES: usize = 40;
/// Most labels in a line of a roster.
const MAX_LABELS: usize = 2;
/// How far a name that no verb presents must lead the words read in it.
const ENTRY: f32 = 0.0;
/// What a person is relieved of.
const OFFICE: &str = "职务";
/// Tell the sex of the person whom a notice describes.
const SEXES: [&str; 2] = [",男,", ",女,"];
/// The last characters of the clause after the sex: 汉族, 1978年3月生, 41岁.
const DESCRIPTIONS: [char; 4] = ['族', '生', '岁', '人'];
/// Longest such clause, in characters.
const MAX_DESCRIPTION_CHARS: usize = 14;
/// How many clauses after the name the age may stand, and the longest clause that tells only the age, in
/// characters: 今年二十四岁.
const MAX_AGE_CLAUSES: usize = 3;
const MAX_AGE_CHARS: usize = 7;

impl Reader<'_> {
    pub(super) fn entries(&mut self) {
        let names = self.names;
        let mut found = names.described();
        found.extend(names.aged());
        found.extend(names.title_authors());
        if self.scene.titles().next().is_some() {
            found.extend(names.becoming());
            found.extend(names.relieved());
            found.extend(names.on_roster());
        }
        for range in found {
            let known = self.found.iter().any(|other| other.range == range);
            if known || is_in_title(self.scene.text, range.start) {
                continue;
            }
            self.found.retain(|other| other.range.end <= range.start || range.end <= other.range.start);
            let found = Found { range, rule: "person.entry", evidence: Evidence::Context, speaker: false };
            self.found.push(found);
        }
    }
}

impl Names<'_> {
    /// All names before 为 and posts that fill the rest of the clause: 周文远、高山(女)为副县长. Without a verb of
    /// appointing before them they must lead.
    fn becoming(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        let giving = &self.scene.lexicon.posts.giving;
        let mut posts =
            text.match_indices('为').filter(|(at, verb)| self.are_posts_at(at + verb.len())).peekable();
        let mut found = Vec::new();
        if posts.peek().is_none() {
            return found;
        }
        let given = giving.iter().filter_map(|verb| text.find(verb)).min();
        for (at, _) in posts {
            let given = given.is_some_and(|given| given < at);
            let before = &text[..at];
            let mut end = before.strip_suffix(COURTESY).unwrap_or(before).len();
            for _ in 0..MAX_NAMES {
                let Some(name) = self.entry_ending(end).filter(|name| self.is_entry_name(name, given)) else {
                    break;
                };
                end = text[..name.start].strip_suffix('、').map_or(0, str::len);
                found.push(name);
                if end == 0 {
                    break;
                }
            }
        }
        found
    }

    /// Whether a list of posts fills the clause from here.
    fn are_posts_at(self, start: usize) -> bool {
        let rest = &self.scene.text[start..];
        let mut window = rest.char_indices().take(MAX_POSTS_CHARS);
        let close = window.find(|(_, c)| matches!(c, ',' | ';' | '。' | '(' | ' '));
        let end = match close {
            Some((end, _)) => end,
            None if is_within(rest, MAX_POSTS_CHARS) => rest.len(),
            None => return false,
        };
        let posts = &rest[..end];
        posts.chars().all(|c| c != '的' && (is_han(c) || c == '、'))
            && self.scene.lexicon.posts.is_list_of_posts(posts)
    }

    /// The name that ends here, with or without a remark, after a mark or a verb of appointing.
    fn entry_ending(self, end: usize) -> Option<Range<usize>> {
        let text = self.scene.text;
        let end = without_remark(&text[..end]).len();
        let run = text[..end].char_indices().rev().take(MAX_ENTRY_CHARS);
        let start = run.take_while(|(_, c)| is_han(*c) || *c == '·').last()?.0;
        let giving = self.scene.lexicon.posts.giving.iter();
        let verbs = giving.filter_map(|verb| Some(start + text[start..end].rfind(verb)? + verb.len()));
        let start = verbs.max().unwrap_or(start);
        self.entry_ends(start).any(|other| other == end).then_some(start..end)
    }

    /// The bytes where a name that starts here may end.
    fn entry_ends(self, start: usize) -> impl Iterator<Item = usize> {
        let surname = self.scene.surname_at(start);
        let chinese = surname.into_iter().flat_map(move |surname| self.given_ends(surname));
        chinese.chain(self.transcribed_at(start)).chain(self.end_of_parts(start))
    }

    fn is_entry_name(self, name: &Range<usize>, given: bool) -> bool {
        let dotted = self.scene.slice(name).contains('·');
        let leads = || {
            let surname = self.scene.surname_at(name.start).filter(|surname| *surname < name.end);
            surname.is_some_and(|surname| self.lead(name.clone(), surname) >= ENTRY)
        };
        let plausible = is_plausible(self.scene, self.scene.slice(name)) && !self.holds_title(name.clone());
        dotted || plausible && (given || leads() && !self.is_no_person(name))
    }

    /// The names of those who are relieved of an office, by a verb or by the form of the line:
    /// 免去黄河清、周文远同志的副局长职务.
    fn relieved(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        if !text.contains('职') || !text.contains(OFFICE) {
            return Vec::new();
        }
        let verbs = self.scene.lexicon.posts.removing.iter();
        let after = verbs.flat_map(|verb| text.match_indices(verb).map(|(at, verb)| at + verb.len()));
        let starts = after.map(|at| at + text[at..].len() - text[at..].trim_start_matches(':').len());
        let listed = starts.filter_map(|start| self.relieved_at(start)).flatten();
        let line = self.relieved_at(0).filter(|names| names.iter().all(|name| self.is_no_other_word(name)));
        listed.chain(line.into_iter().flatten()).collect()
    }

    /// The names of a list that starts here, if their posts and 职务 follow.
    fn relieved_at(self, start: usize) -> Option<Vec<Range<usize>>> {
        let text = self.scene.text;
        let (mut at, mut names) = (start, Vec::new());
        for _ in 0..MAX_NAMES {
            let follows = |end: &usize| {
                let rest = &text[end + remark_at(&text[*end..])..];
                rest.starts_with(['、', '的']) || rest.starts_with(COURTESY)
            };
            let end = self.entry_ends(at).filter(follows).last()?;
            let name = at..end;
            if !is_plausible(self.scene, self.scene.slice(&name)) || self.holds_title(name.clone()) {
                return None;
            }
            names.push(name);
            let rest = &text[end + remark_at(&text[end..])..];
            if let Some(next) = rest.strip_prefix('、') {
                at = text.len() - next.len();
                continue;
            }
            let posts = rest.strip_prefix(COURTESY).unwrap_or(rest).strip_prefix('的')?;
            let mut window = posts.char_indices().take(MAX_POSTS_CHARS);
            let (office, _) = window.find(|(at, _)| posts[*at..].starts_with(OFFICE))?;
            return self.scene.lexicon.posts.is_list_of_posts(&posts[..office]).then_some(names);
        }
        None
    }

    /// Whether the name is no word of the segmenter's dictionary other than a noun or a name: 黄河|清, but 原来.
    fn is_no_other_word(self, name: &Range<usize>) -> bool {
        let word = self.token_starting(name.start).filter(|token| token.range.end == name.end);
        !self.is_no_person(name)
            && word.is_none_or(|word| {
                is_named(word) || word.tag.starts_with('n') || word.tag == "x" || !self.scene.knows(word)
            })
    }

    /// The names that open a line or follow its label, with blanks and only posts after them: 组长:周 远  县长.
    fn on_roster(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        if !self.scene.wakes(Trigger::Blank) {
            return Vec::new();
        }
        let labels = text.match_indices(':').take(MAX_LABELS).map(|(at, colon)| at + colon.len());
        let starts = std::iter::once(0).chain(labels);
        starts.filter_map(|start| self.on_roster_at(start)).collect()
    }

    fn on_roster_at(self, start: usize) -> Option<Range<usize>> {
        let text = self.scene.text;
        let start = start + text[start..].len() - text[start..].trim_start().len();
        let surname = self.scene.surname_at(start)?;
        let posts_after = |end: &usize| {
            let rest = &text[end + remark_at(&text[*end..])..];
            let posts = rest.trim().trim_end_matches(['。', ';']);
            let posts = without_remark(posts);
            rest.starts_with(' ')
                && is_within(posts, MAX_POSTS_CHARS)
                && posts.chars().all(|c| is_han(c) || c == '、')
                && self.scene.lexicon.posts.is_list_of_posts(posts)
        };
        let spaced = text[surname..].trim_start();
        let given = spaced.chars().next().filter(|c| is_han(*c) && spaced.len() < text.len() - surname);
        let spaced = given.map(|c| text.len() - spaced.len() + c.len_utf8());
        let end = self.given_ends(surname).chain(spaced).find(posts_after)?;
        let name = start..end;
        let plausible = is_plausible(self.scene, self.scene.slice(&name)) && !self.holds_title(name.clone());
        (plausible && self.is_no_other_word(&name)).then_some(name)
    }

    /// Whether a name that the document has presented reads as one here, too. Before a deed, words inside it
    /// do not count: 黄河清|强调.
    pub(super) fn reads_again(self, name: &Range<usize>) -> bool {
        let acts = || {
            let class = self.scene.beside_at(after_adverbs(self.scene, name.end)).map(|(_, class)| class);
            matches!(
                class,
                Some(Beside::Deed | Beside::Verb | Beside::Quoting | Beside::Courtesy | Beside::Befalling)
            )
        };
        self.reads_as_name(name.clone())
            || name.len() == FULL_NAME_BYTES && !self.holds_title(name.clone()) && acts()
    }

    /// The names that a notice describes by sex and people: 周文远,男,汉族.
    fn described(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        if !self.scene.wakes(Trigger::Sex) {
            return Vec::new();
        }
        let sexes = SEXES.iter().flat_map(|sex| text.match_indices(sex));
        let described = sexes.filter(|(at, sex)| {
            let rest = &text[at + sex.len()..];
            let mut clause = rest.char_indices().take(MAX_DESCRIPTION_CHARS + 1);
            let end = clause.find(|(_, c)| matches!(c, ',' | '。' | ';' | '(')).map(|(end, _)| end);
            end.is_some_and(|end| rest[..end].ends_with(DESCRIPTIONS))
        });
        let names = described.filter_map(|(at, _)| name_ending(self.scene, self, at));
        names
            .filter(|name| {
                is_plausible(self.scene, self.scene.slice(name)) && !self.holds_title(name.clone())
            })
            .collect()
    }

    /// The name that opens the sentence, if its age follows: 周文远,云柳县农民,今年24岁.
    fn aged(self) -> Option<Range<usize>> {
        let text = self.scene.text;
        if !text.contains('岁') {
            return None;
        }
        let (opening, described) = text.split_once(',')?;
        let is_age = |clause: &str| {
            clause.strip_suffix('岁').is_some_and(|age| {
                is_within(age, MAX_AGE_CHARS)
                    && age
                        .trim_end_matches(['多', '余', '周'])
                        .ends_with(|c| is_digit(c) || is_chinese_digit(c))
            })
        };
        let is_aged = described.split([',', '。', ';']).take(MAX_AGE_CLAUSES).any(is_age);
        let name = name_ending(self.scene, self, opening.len()).filter(|name| name.start == 0 && is_aged)?;
        self.is_entry_name(&name, false).then_some(name)
    }

    /// Authors, each alone in a bracket after title marks: 《青山新论》(周文远). If one of them is a name, so are the
    /// others of the sentence, whatever words they are: 《云河略论》(高统一).
    fn title_authors(self) -> Vec<Range<usize>> {
        let text = self.scene.text;
        let brackets = text.match_indices("》(").filter_map(|(at, open)| {
            let start = at + open.len();
            let end = self.entry_ends(start).find(|end| text[*end..].starts_with(')'))?;
            let name = start..end;
            (self.is_plausible(&name) && !self.is_no_person(&name)).then_some(name)
        });
        let mut names: Vec<_> = brackets.collect();
        if !names.iter().any(|name| self.is_entry_name(name, false)) {
            return Vec::new();
        }
        let is_word = |name: &Range<usize>| {
            let word = self.token_starting(name.start).filter(|token| token.range.end == name.end);
            word.is_some_and(|word| self.scene.knows(word) && !is_named(word))
        };
        names.retain(|name| self.is_entry_name(name, false) || !is_word(name));
        names
    }
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn who_is_appointed_or_relieved_is_named_whatever_words_the_names_are() {
        for (text, names) in [
            ("任命王海南为县长,高山、赵东海(女)为副县长。", &["王海南", "高山", "赵东海"][..]),
            ("选举陆地为云柳县人民政府县长,江水为副县长。", &["陆地", "江水"]),
            ("周晓峰为云柳县司法局局长;", &["周晓峰"]),
            ("免去黄河清、周海南同志的副局长职务。", &["黄河清", "周海南"]),
            ("免去:黄河清的云柳县水利局局长职务。", &["黄河清"]),
            ("黄河清的云柳县水利局局长职务;", &["黄河清"]),
        ] {
            assert_eq!(standing(recognise, text), names, "{text}");
        }
    }

    #[test]
    fn other_words_before_posts_are_nobody() {
        for text in [
            "高校为主任单位。",
            "双方为组长。",
            "组长为县长,副组长为副县长。",
            "原来的副局长职务。",
            "黄河清洁行动由县长负责。",
            "免去相关的职务。",
            "高级  工程师",
            "平时  县长",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn rosters_and_notices_name_people() {
        for (text, name) in [
            ("组长:周文远  县委书记", "周文远"),
            ("副组长:石 岩  县委常委、副县长", "石 岩"),
            ("赵小红  云柳县财政局局长", "赵小红"),
            ("石岩,男,汉族,1978年3月生,现任县水利局副局长。", "石岩"),
        ] {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
        for (text, names) in [
            ("周文远,云柳县青石镇农民,今年24岁。", &["周文远"][..]),
            ("赵桂花,五十六岁,在村里住了一辈子。", &["赵桂花"]),
            ("如《青山新论》(周文远)、《云河略论》(高统一)等。", &["周文远", "高统一"]),
        ] {
            assert_eq!(standing(recognise, text), names, "{text}");
        }
        for text in [
            "农民,平均年龄,56岁。",
            "高校,建校时,百岁。",
            "印发《云河条例》(全文)。",
            "《云河规划》(草案)",
            "《青山》(上海)",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
        for text in ["教师,男,30岁", "时间:上午  县长办公会", "单位  职务  局长"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
