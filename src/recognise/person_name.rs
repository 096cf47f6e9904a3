//! Where a personal name starts and ends, read from one of its edges.

use std::ops::Range;

use super::Scene;
use crate::lexicon::{Beside, is_han};
use crate::segment::Token;

/// Longest name of a public figure, in characters.
const MAX_KNOWN: usize = 10;
/// Longest part of a transcribed name, in characters.
const MAX_PART: usize = 8;
/// Most parts of a transcribed name: 帕巴拉·格列朗杰 has two.
const MAX_PARTS: usize = 4;
/// Tags of words that open no name: conjunctions, prepositions, particles, adverbs, pronouns.
const FUNCTION_TAGS: [char; 6] = ['c', 'p', 'u', 'd', 'r', 'f'];

/// A name that starts at a byte: where it ends, and whether what follows shows that it ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameEnd {
    pub(super) end: usize,
    pub(super) closed: bool,
}

/// Reads names in a scene.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    scene: &'a Scene<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn new(scene: &'a Scene<'a>) -> Self {
        Names { scene }
    }

    /// The name that starts at this byte: a known one, a transcribed one, or a surname with one or
    /// two characters that something closes (省长王凯在…, 主任张军扩说…).
    pub(super) fn starting_at(self, start: usize) -> Option<NameEnd> {
        if let Some(end) = self.known_at(start).or_else(|| self.transcribed_at(start)) {
            return Some(NameEnd { end, closed: true });
        }
        self.surnamed_at(start).or_else(|| self.foreign_at(start))
    }

    /// The start of the name that ends at this byte: 习近平|总书记, 普京|总统.
    pub(super) fn ending_at(self, end: usize) -> Option<usize> {
        self.known_before(end).or_else(|| self.transcribed_before(end)).or_else(|| self.surnamed_before(end))
    }

    /// A public figure's name at this byte, unless it is part of a doctrine, a work or a place.
    pub(super) fn known_at(self, start: usize) -> Option<usize> {
        let (range, length) = self.scene.lexicon.people.known.longest_at(self.scene.text, start)?;
        self.stands(range.start, range.end).then_some(start + length)
    }

    /// Whether a known name stands for its person here. Names of two characters may lie across
    /// words (陈云 in 陈云林), so they need a word's edge.
    pub(super) fn stands(self, start: usize, end: usize) -> bool {
        let short = self.scene.text[start..end].chars().count() < 3;
        let edges =
            self.token_starting(start).is_some() && (self.token_ending(end).is_some() || self.closes(end));
        (!short || edges) && !self.opens_doctrine(end)
    }

    /// Whether what follows makes the name part of a longer one (主义, 思想, 故居), through further names:
    /// 马克思列宁主义.
    fn opens_doctrine(self, end: usize) -> bool {
        let Scene { text, lexicon, .. } = self.scene;
        let after = lexicon.people.known.longest_at(text, end).map_or(end, |(range, _)| range.end);
        [end, after].into_iter().any(|end| lexicon.people.doctrines.longest_at(text, end).is_some())
    }

    fn known_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let starts = text.char_indices().rev().take(MAX_KNOWN).map(|(at, _)| at).skip(1);
        starts.filter(|start| self.scene.lexicon.people.known.contains(&text[*start..])).last()
    }

    /// The transcribed name of which this · is the first: parts are read to both sides.
    pub(super) fn around_dot(self, dot: usize) -> Option<Range<usize>> {
        let names = &self.scene.lexicon.names;
        let run = self.scene.text[..dot].char_indices().rev().take(MAX_PART);
        let start = run.take_while(|(_, c)| names.transcribes(*c)).last()?.0;
        let start = self.next_token_start(start, dot)?;
        Some(start..self.transcribed_at(start)?)
    }

    /// A name of parts joined by ·, all in the characters of transcription.
    fn transcribed_at(self, start: usize) -> Option<usize> {
        let rest = &self.scene.text[start..];
        let names = &self.scene.lexicon.names;
        let run = rest.char_indices().take(MAX_PART * MAX_PARTS);
        let run = run.take_while(|(_, c)| names.transcribes(*c) || *c == '·');
        let length = run.last().map_or(0, |(at, c)| at + c.len_utf8());
        let name = rest[..length].trim_end_matches('·');
        let parts = name.split('·').filter(|part| !part.is_empty()).count();
        let end = start + name.len();
        let whole = parts > 1 && !name.starts_with('·') && name.chars().count() >= 4;
        (whole && self.is_edge(end)).then_some(end)
    }

    /// The start of a transcribed name with or without ·. Without, it must be one word of a name's
    /// tag, or follow what is no part of it (尊敬的|穆希丁|总统).
    fn transcribed_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let names = &self.scene.lexicon.names;
        let run = text.char_indices().rev().take(MAX_PART * 2);
        let start = run.take_while(|(_, c)| names.transcribes(*c) || *c == '·').last()?.0;
        // The segmenter cuts unknown names anywhere (对萨|勒曼): what cannot belong to one is a surer edge.
        let edge =
            text[..start].chars().next_back().is_none_or(|c| !is_han(c)) || self.follows_particle(start);
        let start = if edge { start } else { self.next_token_start(start, end)? };
        let name = &text[start..];
        let length = name.chars().count();
        let dotted = name.contains('·') && !name.starts_with('·') && !name.ends_with('·');
        if dotted {
            return (length >= 4).then_some(start);
        }
        let named = self.token_starting(start).is_some_and(|token| token.range.end == end && is_named(token));
        let short_words = || {
            self.tokens_in(start, end)
                .all(|token| is_named(token) || token.range.len() <= 6 && !is_function(token))
        };
        let foreign = length >= 3 && !name.contains('·') && self.left_is_open(start) && short_words();
        ((2..=7).contains(&length) && (named && length >= 2 || foreign)).then_some(start)
    }

    /// Whether these characters are a name by the segmenter's judgement, which opens with a name and
    /// holds no common word (富|起来; but 王|延安), or by their form (·).
    pub(super) fn is_tagged(self, name: Range<usize>) -> bool {
        let piece = |token: &Token| {
            is_named(token) || matches!(token.tag, "x" | "ns" | "nz") || token.range.len() <= 3
        };
        let named = self.token_starting(name.start).is_some_and(is_named);
        named && self.tokens_in(name.start, name.end).all(piece) || self.transcribed_at(name.start).is_some()
    }

    /// Whether a title lies in or across this stretch.
    pub(super) fn holds_title(self, range: Range<usize>) -> bool {
        let mut starts = self.scene.text[range.clone()].char_indices().map(|(at, _)| range.start + at);
        starts.any(|start| self.scene.lexicon.posts.longest_at(self.scene.text, start).is_some())
    }

    /// Whether the segmenter does not take the whole for another word (古人说, 王国说), and no title
    /// lies in it (周总理说).
    pub(super) fn reads_as_name(self, range: Range<usize>) -> bool {
        let whole = self.token_starting(range.start);
        let surname = self.scene.lexicon.names.surname(&self.scene.text[range.clone()]);
        let word = whole.is_none_or(|token| {
            token.range.len() == 3 || surname == Some(token.range.len()) || is_named(token)
        });
        word && !self.holds_title(range)
    }

    /// Whether the character before this byte is a particle that stands before names: 对, 和, 由.
    fn follows_particle(self, start: usize) -> bool {
        let before =
            self.scene.text[..start].char_indices().next_back().map(|(at, _)| &self.scene.text[at..start]);
        before.is_some_and(|before| self.scene.lexicon.people.beside.contains(before))
    }

    /// A surname and one or two characters, where a word for what the person does, a mark or a title
    /// closes the name; failing that, a word that the segmenter takes for a name.
    fn surnamed_at(self, start: usize) -> Option<NameEnd> {
        let rest = &self.scene.text[start..];
        let surname = self.scene.lexicon.names.surname(rest)?;
        let other_word = self.scene.lexicon.people.beside_at(self.scene.text, start);
        if self.token_starting(start).is_some_and(is_function) || other_word.is_some() {
            return None;
        }
        if let Some(end) = self.spaced_at(start + surname) {
            return Some(NameEnd { end, closed: true });
        }
        let given = rest[surname..].char_indices().take(2).take_while(|(_, c)| is_han(*c));
        let ends: Vec<usize> = given.map(|(at, c)| start + surname + at + c.len_utf8()).collect();
        let (short, long) = (ends.first().copied()?, ends.get(1).copied());
        let fits = |end: &usize| {
            is_plausible(&self.scene.text[start..*end]) && self.is_no_word(start..*end, start + surname)
        };
        let long_closed = long.filter(|end| self.closes(*end) && fits(end));
        let short_closed = self.closes(short) && fits(&short);
        let end = match long_closed {
            // 王凯说: the third character is what the person does.
            Some(long) if short_closed && self.opens_predicate(short, long) => short,
            Some(long) => long,
            None if short_closed => short,
            None => {
                let token = self.token_starting(start).filter(|token| is_named(token))?;
                let end = [Some(short), long]
                    .into_iter()
                    .flatten()
                    .find(|end| token.range.end == *end)
                    .filter(fits)?;
                return Some(NameEnd { end, closed: false });
            }
        };
        Some(NameEnd { end, closed: true })
    }

    /// The given name of one character after a blank (王 波), with nothing behind it.
    fn spaced_at(self, after_surname: usize) -> Option<usize> {
        let given = self.scene.text[after_surname..].strip_prefix(' ')?;
        let first = given.chars().next().filter(|c| is_han(*c))?;
        let end = after_surname + 1 + first.len_utf8();
        self.closes(end).then_some(end)
    }

    /// The start of a Chinese name: a word that the segmenter takes for a name, or single
    /// characters behind an open edge.
    fn surnamed_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let names = &self.scene.lexicon.names;
        let starts: Vec<usize> = text.char_indices().rev().take(4).map(|(at, _)| at).collect();
        let is_name = |start: usize| {
            let given = names.surname(&text[start..]).map(|surname| text[start + surname..].chars().count());
            let name = &text[start..];
            given.is_some_and(|given| (1..=2).contains(&given))
                && name.chars().all(is_han)
                && is_plausible(name)
        };
        let tagged = self.token_ending(end).filter(|token| is_named(token));
        let after_name = |start: usize| self.token_ending(start).is_some_and(is_named);
        if let Some(token) =
            tagged.filter(|token| is_name(token.range.start) && !after_name(token.range.start))
        {
            return Some(token.range.start);
        }
        let starts = starts.into_iter().skip(1).rev();
        starts.filter(|start| is_name(*start)).find(|start| {
            self.left_is_open(*start)
                && self.token_starting(*start).is_some_and(is_named)
                && self.tokens_in(*start, end).all(|token| !is_function(token))
        })
    }

    /// Whether the segmenter does not read another word here: it takes the surname for a word, the
    /// whole for a name, or cuts a word across the name's end or inside it (黄润|秋).
    fn is_no_word(self, name: Range<usize>, after_surname: usize) -> bool {
        match self.token_starting(name.start) {
            Some(token) if is_named(token) || token.tag == "x" => true,
            Some(token) => token.range.end <= after_surname || token.range.end < name.end,
            // A title may have swallowed the surname.
            None => self.scene.text[..name.start].ends_with(' '),
        }
    }

    /// A foreign name without ·, all in the characters of transcription up to what closes it: 布林肯.
    fn foreign_at(self, start: usize) -> Option<NameEnd> {
        let names = &self.scene.lexicon.names;
        let run = self.scene.text[start..].char_indices().take(MAX_PART);
        let (last, c) = run.take_while(|(_, c)| names.transcribes(*c)).last()?;
        let end = start + last + c.len_utf8();
        let length = self.scene.text[start..end].chars().count();
        let words = || self.tokens_in(start, end).any(|token| token.range.len() > 3 && !is_named(token));
        let foreign = (3..MAX_PART).contains(&length) && self.closes(end) && !words();
        (foreign && self.token_starting(start).is_some()).then_some(NameEnd { end, closed: true })
    }

    /// Whether what stands at this byte ends a name before it.
    fn closes(self, end: usize) -> bool {
        let Scene { text, lexicon, .. } = self.scene;
        let next = text[end..].chars().next();
        next.is_none_or(|c| !is_han(c) && c != '·')
            || lexicon
                .people
                .beside_at(text, end)
                .is_some_and(|(_, class)| !matches!(class, Beside::Credit | Beside::Author | Beside::Object))
            || lexicon.posts.longest_at(text, end).is_some()
    }

    pub(super) fn is_edge(self, end: usize) -> bool {
        self.closes(end) || self.token_ending(end).is_some()
    }

    /// Whether the character that starts here opens what somebody does, by itself or as a word of more
    /// (李明|认为), so that no name ends with it.
    fn opens_predicate(self, start: usize, end: usize) -> bool {
        let Scene { text, lexicon, .. } = self.scene;
        let alone = lexicon.people.beside.get(&text[start..end]).copied();
        let word = lexicon.people.beside_at(text, start).map(|(_, class)| class);
        alone
            .into_iter()
            .chain(word)
            .any(|class| matches!(class, Beside::Verb | Beside::Follower | Beside::Deed | Beside::Adverb))
    }

    /// Whether a name can start here: nothing before it, or no Chinese character, or a word that
    /// belongs to the sentence and not to a name.
    fn left_is_open(self, start: usize) -> bool {
        let before = self.scene.text[..start].chars().next_back();
        before.is_none_or(|c| !is_han(c))
            || self.token_ending(start).is_some_and(|token| is_function(token) || token.tag.starts_with('v'))
    }

    pub(super) fn token_starting(self, byte: usize) -> Option<&'a Token<'a>> {
        let index = self.scene.tokens.binary_search_by_key(&byte, |token| token.range.start).ok()?;
        self.scene.tokens.get(index)
    }

    pub(super) fn token_ending(self, byte: usize) -> Option<&'a Token<'a>> {
        let index = self.scene.tokens.binary_search_by_key(&byte, |token| token.range.end).ok()?;
        self.scene.tokens.get(index)
    }

    /// The first token's start in this stretch.
    fn next_token_start(self, from: usize, to: usize) -> Option<usize> {
        let index = self.scene.tokens.partition_point(|token| token.range.start < from);
        self.scene.tokens.get(index).map(|token| token.range.start).filter(|start| *start < to)
    }

    fn tokens_in(self, from: usize, to: usize) -> impl Iterator<Item = &'a Token<'a>> {
        let index = self.scene.tokens.partition_point(|token| token.range.start < from);
        self.scene.tokens[index..].iter().take_while(move |token| token.range.start < to)
    }
}

/// Whether the segmenter takes the word for a personal name.
fn is_named(token: &Token) -> bool {
    token.tag.starts_with("nr")
}

/// Whether these characters may be a full name: not one character twice (殷殷), and not ending as
/// places and meetings do (何村, 高峰会).
fn is_plausible(name: &str) -> bool {
    let first = name.chars().next();
    !name.ends_with(['村', '镇', '乡', '县', '市', '区', '州', '省', '会'])
        && !name.chars().all(|c| Some(c) == first)
}

fn is_function(token: &Token) -> bool {
    token.tag.starts_with(FUNCTION_TAGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    /// The name that starts after `|`.
    fn after(marked: &str) -> Option<String> {
        let start = marked.find('|')?;
        let text = marked.replace('|', "");
        with_scene(&text, |scene| {
            let name = Names::new(scene).starting_at(start)?;
            Some(text[start..name.end].to_owned())
        })
    }

    /// The name that ends before `|`.
    fn before(marked: &str) -> Option<String> {
        let end = marked.find('|')?;
        let text = marked.replace('|', "");
        with_scene(&text, |scene| Some(text[Names::new(scene).ending_at(end)?..end].to_owned()))
    }

    #[test]
    fn what_follows_shows_where_a_name_ends() {
        for (marked, name) in [
            ("县长|李刚在会上作报告。", "李刚"),
            ("副主任|周文远表示,进展顺利。", "周文远"),
            ("县长|李刚说:“好。”", "李刚"),
            ("教授|李明认为,要研究。", "李明"),
            ("记者 |林 君摄", "林 君"),
            ("经济学家|米歇尔·杜兰德认为", "米歇尔·杜兰德"),
            ("主席|艾尔肯·买买提代表政府", "艾尔肯·买买提"),
            ("国务卿|蒂勒森出席", "蒂勒森"),
        ] {
            assert_eq!(after(marked).as_deref(), Some(name), "{marked}");
        }
    }

    #[test]
    fn words_that_open_like_names_are_none() {
        for marked in [
            "书记|和村主任一道",
            "总书记|关于安全的论述",
            "主任|高度重视",
            "市长|向大会报告",
            "总书记|殷殷嘱托",
        ] {
            assert_eq!(after(marked), None, "{marked}");
        }
    }

    #[test]
    fn a_title_behind_shows_where_a_name_starts() {
        assert_eq!(before("同意李克强|总理的意见").as_deref(), Some("李克强"));
        assert_eq!(before("尊敬的萨达姆诺夫|总统").as_deref(), Some("萨达姆诺夫"));
        assert_eq!(before("全体高校|教授"), None);
        assert_eq!(before("各级|书记"), None);
        assert_eq!(before("驻前何村|书记"), None);
    }
}
