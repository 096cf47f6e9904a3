//! Finds where a personal name starts and ends, read from one of its edges.

use std::ops::Range;

use super::tokens::{is_function, is_named};
use crate::lexicon::{Beside, NameCue, Trigger, is_han};
use crate::recognise::Scene;
use crate::segment::Token;

/// Longest name of a public figure, in characters.
const MAX_KNOWN_CHARS: usize = 10;
/// How far a name must lead the words read in it, to stand where names stand: 书记|向世明.
pub(super) const LIKELY: f32 = 3.0;
/// The same for a name that is a word of the segmenter's guess.
const GUESSED: f32 = 0.0;
/// The same for a transcribed name.
const LIKELY_FOREIGN: f32 = 6.0;
/// Words before a predicate that may also end a name: 李有为|出席.
const NAME_ENDINGS: [char; 3] = ['为', '任', '致'];
/// How far a name between a title and a deed that only people do may trail the words read in it.
const NEAR: f32 = -3.0;

/// A name that starts at a byte: where it ends, and whether what follows shows that it ends there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameEnd {
    pub(super) end: usize,
    pub(super) closed: bool,
}

/// Reads names in a scene.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// Whether the sentence holds ·, as few do.
    pub(super) dotted: bool,
}

impl<'a> Names<'a> {
    pub(super) fn new(scene: &'a Scene<'a>) -> Self {
        Names { scene, dotted: scene.wakes(Trigger::Dot) }
    }

    /// The name that starts at this byte: a known one, a transcribed one, or a surname with one or two
    /// characters that something closes (省长王凯在…, 主任张军扩说…).
    pub(super) fn starting_at(self, start: usize) -> Option<NameEnd> {
        let parts = || self.end_of_parts(start).or_else(|| self.four_at(start));
        let known = self.known_at(start).filter(|end| !self.is_cut_short(start, *end));
        if let Some(end) = known.or_else(|| self.transcribed_at(start)).or_else(parts) {
            return Some(NameEnd { end, closed: true });
        }
        let surnamed = self.surnamed_at(start);
        if surnamed.is_some_and(|name| name.closed) {
            return surnamed;
        }
        let closed = |end| NameEnd { end, closed: true };
        let likely = || self.likely_at(start).or_else(|| self.before_deed(start)).map(closed);
        self.foreign_at(start).or_else(likely).or(surnamed)
    }

    /// The byte past the name that starts at this byte, by its shape alone: the Chinese or the transcribed
    /// one, whichever leads more.
    fn likely_at(self, start: usize) -> Option<usize> {
        let named = self.shaped_at(start).filter(|shaped| shaped.lead >= LIKELY);
        let foreign = self.transcribed_shape_at(start).filter(|shaped| {
            let whole = |token: &Token| token.range.end == shaped.end && self.is_guess(token);
            let guessed = self.token_starting(start).is_some_and(whole);
            shaped.lead >= if guessed { LIKELY } else { LIKELY_FOREIGN }
        });
        match (named, foreign) {
            (Some(named), Some(foreign)) if foreign.lead > named.lead => Some(foreign.end),
            (Some(named), _) => Some(named.end),
            (None, foreign) => foreign.map(|foreign| foreign.end),
        }
    }

    /// The byte where the name starts that ends at this byte: 习近平|总书记, 普京|总统.
    pub(super) fn ending_at(self, end: usize) -> Option<usize> {
        // A ward is no name: 呼吸科|主任.
        if self.scene.text[..end].ends_with('科') {
            return None;
        }
        self.known_before(end).or_else(|| self.transcribed_before(end)).or_else(|| self.surnamed_before(end))
    }

    /// The byte past any characters that could be a name and reach up to a deed that only people do:
    /// 县长|旦正昂杰|出席, 书记|黄河|主持.
    fn before_deed(self, start: usize) -> Option<usize> {
        let text = self.scene.text;
        let after_surname = self.scene.surname_at(start);
        let (shortest, longest) = if after_surname.is_some() { (2, 3) } else { (3, 4) };
        let run = text[start..].char_indices().take(longest).take_while(|(_, c)| is_han(*c));
        let ends = run.map(|(at, c)| start + at + c.len_utf8()).skip(shortest - 1);
        let is_deed = |end: &usize| {
            matches!(self.scene.beside_at(*end), Some((_, Beside::Deed)))
                && self.token_starting(*end).is_some()
        };
        let end = ends.filter(is_deed).last()?;
        let guessed = |token: &Token| is_named(token) || !self.scene.knows(token);
        let unknown = self.tokens_over(&(start..end)).all(|token| token.range.len() == 3 || guessed(token));
        let whole = after_surname.is_some()
            && self.token_starting(start).is_some_and(|token| token.range.end == end && token.tag != "d");
        let near = || after_surname.is_some_and(|after_surname| self.lead(start..end, after_surname) >= NEAR);
        let other = self.scene.beside_at(start).is_some() || self.holds_title(start..end);
        let other = other || after_surname.is_some_and(|surname| self.is_word_after(surname, end));
        ((unknown || whole || near()) && !other && is_plausible(self.scene, &text[start..end])).then_some(end)
    }

    /// The byte past a public figure's name that starts at this byte, unless the name is part of a doctrine,
    /// a work or a place.
    pub(super) fn known_at(self, start: usize) -> Option<usize> {
        let (range, length) = self.scene.at(&self.scene.lexicon.people.known, start)?;
        self.stands(range.start, range.end).then_some(start + length)
    }

    /// Whether a known name means its person here. A name of two characters may lie across words (陈云 in 陈云林),
    /// so it needs a word's edges.
    pub(super) fn stands(self, start: usize, end: usize) -> bool {
        let short = self.scene.text[start..end].chars().count() < 3;
        let edges =
            self.token_starting(start).is_some() && (self.token_ending(end).is_some() || self.closes(end));
        (!short || edges) && !self.opens_doctrine(end)
    }

    fn known_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let starts = text.char_indices().rev().take(MAX_KNOWN_CHARS).map(|(at, _)| at).skip(1);
        starts.filter(|start| self.scene.lexicon.people.known.contains(&text[*start..])).last()
    }

    /// Whether these characters are a name by the segmenter's judgement, which opens with a name and holds no
    /// common word (富|起来; but 王|延安), or by their form (·).
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
        starts.any(|start| self.scene.title_at(start).is_some())
    }

    /// Whether the segmenter does not take the whole for another word (古人说, 王国说), and no title lies in it
    /// (周总理说).
    pub(super) fn reads_as_name(self, range: Range<usize>) -> bool {
        let whole = self.token_starting(range.start);
        let surname = self.scene.lexicon.names.surname(&self.scene.text[range.clone()]);
        let word = whole.is_none_or(|token| {
            token.range.len() == 3
                || surname == Some(token.range.len())
                || is_named(token)
                || self.is_guess(token)
        });
        word && !self.holds_title(range)
    }

    /// Whether the segmenter guesses this word, whatever its tag, or has it in its dictionary as a name in
    /// disguise.
    pub(super) fn is_guess(self, token: &Token) -> bool {
        token.range.len() > 3 && (!self.scene.knows(token) || self.hides_name(token))
    }

    /// Whether the character before this byte is a particle that stands before names: 对, 和, 由.
    pub(super) fn follows_particle(self, start: usize) -> bool {
        let before =
            self.scene.text[..start].char_indices().next_back().map(|(at, _)| &self.scene.text[at..start]);
        before.is_some_and(|before| self.scene.lexicon.people.beside.contains(before))
    }

    /// The bytes where a given name after a surname may end: past one character or two.
    pub(super) fn given_ends(self, after_surname: usize) -> impl Iterator<Item = usize> {
        let given = self.scene.text[after_surname..].char_indices().take(2).take_while(|(_, c)| is_han(*c));
        given.map(move |(at, c)| after_surname + at + c.len_utf8())
    }

    /// A surname and one or two characters, if a deed, a mark or a title closes the name; otherwise a word
    /// that the segmenter takes for a name.
    fn surnamed_at(self, start: usize) -> Option<NameEnd> {
        let after_surname = self.scene.surname_at(start)?;
        let other_word = self.scene.beside_at(start);
        if self.token_starting(start).is_some_and(is_function) || other_word.is_some() {
            return None;
        }
        if let Some(end) = self.spaced_at(after_surname) {
            return Some(NameEnd { end, closed: true });
        }
        let mut ends = self.given_ends(after_surname);
        let (short, long) = (ends.next()?, ends.next());
        let fits = |end: &usize| {
            is_plausible(self.scene, &self.scene.text[start..*end])
                && self.is_no_word(start..*end, after_surname)
                && !self.is_word_after(after_surname, *end)
        };
        // An adverb across the longer name's edge leaves the shorter one, even if that is a word, too: 高原|正在.
        let crossed = long.is_some_and(|long| self.opens_adverb(short, long));
        let is_word = || {
            self.token_starting(start).is_some_and(|token| token.range.end == short)
                && is_plausible(self.scene, &self.scene.text[start..short])
        };
        let stays_short = crossed || self.is_word_that_says(start, short);
        let long_closed = long.filter(|end| !stays_short && self.closes(*end) && fits(end));
        let short_closed = self.closes(short) && (fits(&short) || crossed && is_word());
        let end = match long_closed {
            // The third character is the deed: 王凯说.
            Some(long) if short_closed && self.is_cut(start, short, long) => short,
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

    /// Whether the segmenter reads one name from `start` to `end`.
    pub(super) fn is_word_to(self, start: usize, end: usize) -> bool {
        self.token_starting(start).is_some_and(|token| is_named(token) && token.range.end == end)
    }

    /// The byte past a given name of one character after a blank, if something closes it: 王 波.
    fn spaced_at(self, after_surname: usize) -> Option<usize> {
        let given = self.scene.text[after_surname..].strip_prefix(' ')?;
        let first = given.chars().next().filter(|c| is_han(*c))?;
        let end = after_surname + 1 + first.len_utf8();
        self.closes(end).then_some(end)
    }

    /// The byte where a Chinese name starts: a word that the segmenter takes for a name, or single characters
    /// after an open edge.
    fn surnamed_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let names = &self.scene.lexicon.names;
        let starts: Vec<usize> = text.char_indices().rev().take(4).map(|(at, _)| at).collect();
        let is_name = |start: usize| {
            let given = names.surname(&text[start..]).map(|surname| text[start + surname..].chars().count());
            let name = &text[start..];
            given.is_some_and(|given| (1..=2).contains(&given))
                && name.chars().all(is_han)
                && is_plausible(self.scene, name)
        };
        let tagged = self.token_ending(end).filter(|token| is_named(token));
        let after_name = |start: usize| self.token_ending(start).is_some_and(is_named);
        if let Some(token) =
            tagged.filter(|token| is_name(token.range.start) && !after_name(token.range.start))
        {
            return Some(token.range.start);
        }
        let mut starts = starts.into_iter().skip(1).rev().filter(|start| is_name(*start));
        starts.find(|start| {
            self.left_is_open(*start)
                && self.token_starting(*start).is_some_and(is_named)
                && (self.tokens_in(*start, end).all(|token| !is_function(token)) || self.leads(*start..end))
        })
    }

    /// Whether the segmenter reads no other word here: it takes the surname for a word or the whole for a
    /// name, or cuts a word across the name's end or inside it (黄润|秋).
    fn is_no_word(self, name: Range<usize>, after_surname: usize) -> bool {
        match self.token_starting(name.start) {
            Some(token) if is_named(token) || token.tag == "x" => true,
            Some(token) if self.is_guess(token) && self.lead(name.clone(), after_surname) >= GUESSED => true,
            Some(token) => token.range.end <= after_surname || token.range.end < name.end,
            // A title may have swallowed the surname, or the word across both may be one: 院|长江|小涓.
            None => self.scene.text[..name.start].ends_with([' ', '长']),
        }
    }

    /// Whether the words at this byte end a name before it.
    pub(super) fn closes(self, end: usize) -> bool {
        let next = self.scene.text[end..].chars().next();
        let closing = |(_, class)| !matches!(class, Beside::Credit | Beside::Author | Beside::Object);
        next.is_none_or(|c| !is_han(c) && c != '·')
            || self.scene.beside_at(end).is_some_and(closing)
            || self.scene.title_at(end).is_some()
    }

    pub(super) fn is_edge(self, end: usize) -> bool {
        self.closes(end) || self.token_ending(end).is_some()
    }

    /// Whether the third character opens a deed, by itself or with the next characters (李明|认为), so that the
    /// name ends before it. It does not where the segmenter reads one name (王君正) or the deed lacks an object
    /// (李有为|出席).
    pub(super) fn is_cut(self, start: usize, short: usize, long: usize) -> bool {
        let Scene { text, .. } = self.scene;
        // The third character opens a title: 李明|少将.
        if self.scene.title_at(short).is_some_and(|(title, _)| title.end > long) {
            return true;
        }
        let Some((end, class)) = self.scene.beside_at(short) else { return false };
        let alone = end == long;
        let ends_clause = || {
            let next = self.scene.beside_at(long).map(|(_, class)| class);
            text[long..].chars().next().is_none_or(|c| !is_han(c))
                || text[short..long].ends_with(NAME_ENDINGS)
                    && matches!(next, Some(Beside::Deed | Beside::Verb))
        };
        match class {
            Beside::Verb | Beside::Quoting | Beside::Deed => true,
            Beside::Adverb => !(alone && (self.is_word_to(start, long) || self.is_rather_given(short))),
            Beside::Follower => !(alone && ends_clause()),
            _ => false,
        }
    }

    /// Whether a name can start here: at the start, after a character that is not Chinese, or after a word
    /// that belongs to the sentence and to no name.
    pub(super) fn left_is_open(self, start: usize) -> bool {
        let before = self.scene.text[..start].chars().next_back();
        before.is_none_or(|c| !is_han(c))
            || self.token_ending(start).is_some_and(|token| is_function(token) || token.tag.starts_with('v'))
    }
}

/// Whether these characters may be a full name: they do not open with one character twice (殷殷), and do not
/// end as places, meetings and offices do (何村, 高峰会, 宣传部).
pub(super) fn is_plausible(scene: &Scene, name: &str) -> bool {
    let first = name.chars().next();
    let ends_as = |cue: NameCue| scene.lexicon.name_cues.closing(name, cue).is_some();
    // The surname does not stand twice: 谢谢王.
    let is_doubled = || name.chars().nth(1) == first;
    let is_long = || name.chars().count() > 2;
    // A party that one turns to is no name: 向挪方|提出.
    let is_party = || name.starts_with('向') && name.ends_with('方');
    !(ends_as(NameCue::NoNameEnd)
        || is_doubled()
        || is_party()
        || is_long() && ends_as(NameCue::NoLongNameEnd))
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
            ("书记|高原正在调研。", "高原"),
            ("书记|李强国说:“好。”", "李强国"),
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
    fn a_title_after_shows_where_a_name_starts() {
        assert_eq!(before("同意李克强|总理的意见").as_deref(), Some("李克强"));
        assert_eq!(before("尊敬的萨达姆诺夫|总统").as_deref(), Some("萨达姆诺夫"));
        assert_eq!(before("全体高校|教授"), None);
        assert_eq!(before("各级|书记"), None);
        assert_eq!(before("驻前何村|书记"), None);
    }
}
