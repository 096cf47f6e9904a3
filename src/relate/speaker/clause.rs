//! Reads the clauses after a subject, until a verb of saying or another subject.

use super::quotation::{Quotation, ends_with_words, has_words_noun};
use crate::lexicon::{Beside, NameCue, is_han};
use crate::recognise::{Scene, after_adverbs};
use crate::segment::Token;

/// Farthest that the clauses of one subject are read, in bytes.
const MAX_READ_BYTES: usize = 600;
/// Most clauses of one subject.
const MAX_CLAUSES: usize = 12;
/// Longest object between a verb and what is said, in characters: 批评他们“….
const MAX_OBJECT_CHARS: usize = 12;
/// Bytes of one character.
const LONE_BYTES: usize = '某'.len_utf8();
/// Longest word whose tag says a noun, in bytes.
const MAX_NOUN_BYTES: usize = 6;
/// Longest remark or title in marks that is read over, in characters.
const MAX_ASIDE_CHARS: usize = 100;

/// Whether the subject that ends here says something, in its own clause or a later one.
pub(super) fn says(scene: &Scene, subject: usize, led: bool) -> bool {
    let mut clause = Clause::new(scene, subject, led);
    for _ in 0..MAX_CLAUSES {
        match clause.read() {
            Outcome::Said => return true,
            Outcome::Next(start) if start - subject < MAX_READ_BYTES => {
                clause = Clause::new(scene, start, false);
                if clause.opens_with_subject() {
                    return false;
                }
            }
            _ => return false,
        }
    }
    false
}

/// Whether an adjunct ends with this word: 调研|时, 报告|中, 三月.
pub(super) fn closes_adjunct(scene: &Scene, token: &Token) -> bool {
    let word = token.word;
    matches!(token.tag, "f" | "t") || scene.lexicon.name_cues.closing(word, NameCue::AdjunctEnd).is_some()
}

/// What reading a clause comes to.
enum Outcome {
    Said,
    /// The byte at which the next clause starts, which may be of the same subject.
    Next(usize),
    Ended,
}

/// A clause, from the byte after its subject on.
pub(super) struct Clause<'s> {
    scene: &'s Scene<'s>,
    start: usize,
    /// Whether 正如 or the like opens it.
    led: bool,
}

impl<'s> Clause<'s> {
    pub(super) fn new(scene: &'s Scene<'s>, start: usize, led: bool) -> Self {
        Clause { scene, start, led }
    }

    /// Whether a verb of saying stands here, with nothing but adverbs before it.
    pub(super) fn says_at_once(&self) -> bool {
        let mut at = after_adverbs(self.scene, self.start);
        while let Some(token) = self.token_at(at).filter(|token| is_adverbial(self.scene, token)) {
            if self.says_at(at, true) {
                return true;
            }
            at = after_adverbs(self.scene, token.range.end);
        }
        self.says_at(at, true)
    }

    /// Whether the name before belongs to a noun here: 毛主席|这个理论. Only short words count, because the
    /// segmenter calls some longer ones nouns that are not: 听取汇报.
    pub(super) fn opens_with_noun(&self) -> bool {
        let token = self.token_at(self.start).filter(|token| token.range.start == self.start);
        let token = token.filter(|token| token.range.len() <= MAX_NOUN_BYTES);
        let acts = |token: &Token| {
            let deed = self.scene.lexicon.measures.words.get(token.word);
            deed.is_some_and(|deed| deed.act.is_some() && !deed.is_noun)
        };
        let noun = |token: &Token| token.tag.starts_with(['n', 'r']) && !is_adverbial(self.scene, token);
        // 周文远|建议,: the segmenter calls the verb that quotes a noun.
        let quotes = |token: &Token| {
            let verb = self.verb_at(token.range.start);
            verb.is_some_and(|(end, _)| self.scene.text[end..].starts_with([',', ':', '“']))
        };
        token.is_some_and(|token| noun(token) && !acts(token) && !quotes(token))
            && after_adverbs(self.scene, self.start) == self.start
    }

    /// Reads on to a verb of saying that belongs to the subject, a quotation, or the clause's end.
    fn read(&self) -> Outcome {
        let text = self.scene.text;
        let mut at = self.start;
        let mut state = State::default();
        while let Some(c) = text[at..].chars().next().filter(|_| at - self.start < MAX_READ_BYTES) {
            match c {
                ',' | '。' if self.gives_speech(at) => return Outcome::Said,
                ',' | ';' => return Outcome::Next(at + 1),
                ':' => {
                    let quoted = Quotation::at(text, at + 1).is_some_and(|said| said.is_clause());
                    // 发出了警告: the noun for somebody's words quotes without marks.
                    let said = (quoted || state.words) && !state.others;
                    return if said { Outcome::Said } else { Outcome::Ended };
                }
                '“' => {
                    let Some(said) = Quotation::at(text, at) else { return Outcome::Ended };
                    // 发出了“…”的号召, but not 提出的“…”的方针.
                    let own = !text[..at].ends_with('的') && has_words_noun(self.scene, said.end());
                    if own && !state.others && said.is_clause() {
                        return Outcome::Said;
                    }
                    at = said.end();
                    state.ready = false;
                }
                '(' | '《' => {
                    let close = if c == '(' { ')' } else { '》' };
                    let aside = text[at..].char_indices().take(MAX_ASIDE_CHARS).find(|(_, c)| *c == close);
                    let Some((end, _)) = aside else { return Outcome::Ended };
                    at += end + close.len_utf8();
                }
                _ => {
                    let word = |c: char| is_han(c) || c.is_alphanumeric() || c == '、';
                    let Some(token) = self.token_at(at).filter(|_| word(c)) else { return Outcome::Ended };
                    if self.belongs_at(at, &state) {
                        return Outcome::Said;
                    }
                    // 列宁|领导的政府: the name belongs to a verb that describes another noun.
                    if state.verb == Some(at) && text[at..].starts_with('的') {
                        return Outcome::Ended;
                    }
                    at = state.pass(self.scene, token);
                }
            }
        }
        Outcome::Ended
    }

    /// Whether the clause that ends here only says that its subject gave a speech, or answered a letter:
    /// 出席会议并|发表重要讲话。, 给孩子们|回信,.
    fn gives_speech(&self, end: usize) -> bool {
        let clause = &self.scene.text[self.start..end];
        let answers = clause.ends_with("回信") && clause.contains('给');
        let gives = || clause.contains("发表") && ends_with_words(self.scene, clause);
        answers || self.scene.text[end..].starts_with('。') && gives()
    }

    /// Whether a verb of saying that belongs to the subject stands here, or in a word that the segmenter
    /// makes of it and of the text before: 明确|提出, 中|说.
    fn belongs_at(&self, at: usize, state: &State) -> bool {
        let in_adjunct = || {
            let closer = self.scene.lexicon.name_cues.opening(&self.scene.text[at..], NameCue::AdjunctEnd);
            closer.is_some_and(|closer| self.says_at(at + closer.len(), false))
        };
        let spoken = after_adverbs(self.scene, at);
        state.ready && (self.says_at(at, state.noun) || self.says_at(spoken, state.noun))
            || state.adjunct && in_adjunct()
    }

    /// Whether the clause opens with a subject of its own, after adverbs and adjuncts at most.
    fn opens_with_subject(&self) -> bool {
        let mut at = after_adverbs(self.scene, self.start);
        while let Some(token) = self.token_at(at) {
            if self.verb_at(at).is_some() {
                return false;
            }
            if !is_adverbial(self.scene, token) && !is_count(token) && token.tag != "t" {
                return token.tag.starts_with(['n', 'r', 's', 'f', 'x', 'j']) || !is_word(token);
            }
            at = after_adverbs(self.scene, token.range.end);
        }
        true
    }

    /// Whether a verb of saying stands at this byte with something said after it. After a noun a word
    /// that only quotes may be a noun itself: 重要指示要求,.
    fn says_at(&self, at: usize, after_noun: bool) -> bool {
        let text = self.scene.text;
        let of = if text[at..].starts_with('所') { at + '所'.len_utf8() } else { at };
        // 所言 is a word by itself.
        let Some((end, quoting)) = self.verb_at(of).or_else(|| self.verb_at(at)) else { return false };
        let rest = text[end..].trim_start_matches(['了', '过', '道']);
        if let Some(noun) = rest.strip_prefix('的') {
            // 毛主席指出的方向 quotes nobody; 所说的“…” and 正如毛主席指出的, do.
            let noun = noun.trim_start_matches("那样").trim_start_matches("一样");
            return !quoting && noun.starts_with([':', '“']) || self.led && noun.starts_with([',', ':', '“']);
        }
        let quotation = Quotation::at(text, text.len() - rest.len());
        if let Some(said) = quotation.filter(|_| rest.starts_with('“')) {
            return !quoting || said.is_clause();
        }
        // 指出了方向: an act that is completed is no speech.
        if quoting || text[end..].starts_with('了') {
            return rest.starts_with(':')
                || !after_noun && rest.starts_with(',')
                || self.scene.lexicon.name_cues.opening(rest, NameCue::Ought).is_some()
                || self.has_object(rest);
        }
        // 回应了社会关切 answers a feeling and expresses none.
        text[..end].ends_with('了') || !self.is_feeling(rest)
    }

    /// Whether somebody only expresses what they feel: 表示衷心的感谢.
    fn is_feeling(&self, rest: &str) -> bool {
        let run = rest.char_indices().take(MAX_OBJECT_CHARS).take_while(|(_, c)| is_han(*c));
        let feelings = &self.scene.lexicon.people.feelings;
        let mut ends =
            run.filter_map(|(at, _)| feelings.longest_at(rest, at).map(|(feeling, ())| feeling.end));
        ends.any(|end| !rest[end..].starts_with(is_han) || rest[end..].starts_with(['和', '与', '并']))
    }

    /// Whether a short object stands between the verb and what is said: 警告他们:.
    fn has_object(&self, rest: &str) -> bool {
        let mut object = rest.char_indices().take(MAX_OBJECT_CHARS);
        let Some((end, mark)) = object.find(|(_, c)| !is_han(*c)) else { return false };
        let said = || Quotation::at(rest, end).is_some_and(|said| said.is_clause());
        !rest[..end].contains('的') && (mark == ':' || mark == '“' && said())
    }

    /// The end of the verb of saying at this byte, which is a whole word, and whether it only quotes.
    fn verb_at(&self, at: usize) -> Option<(usize, bool)> {
        let (end, class) = self.scene.beside_at(at)?;
        let quoting = match class {
            Beside::Verb => false,
            Beside::Quoting => true,
            _ => return None,
        };
        self.ends_word(end).then_some((end, quoting))
    }

    /// Whether a word ends here, or the particle 的, 了, 过 follows, which the segmenter may join to it.
    fn ends_word(&self, end: usize) -> bool {
        self.scene.tokens.ending(end).is_some()
            || self.scene.text[end..].starts_with(['的', '了', '过', '道'])
    }

    fn token_at(&self, at: usize) -> Option<&'s Token<'s>> {
        self.scene.tokens.at(at)
    }
}

/// How far a clause has been read.
#[derive(Debug)]
struct State {
    /// Whether a verb that stands here belongs to the subject.
    ready: bool,
    /// Whether what stands here may belong to a preposition.
    adjunct: bool,
    /// Whether the word before is a noun, which may be the subject of the verb that stands here.
    noun: bool,
    /// Whether the word before is a noun for somebody's words.
    words: bool,
    /// Whether somebody else speaks.
    others: bool,
    /// The byte at which the first verb ends, if no preposition stands before it.
    verb: Option<usize>,
    /// Whether the first verb or a preposition has come.
    begun: bool,
}

impl Default for State {
    fn default() -> Self {
        State {
            ready: true,
            adjunct: false,
            noun: false,
            words: false,
            others: false,
            verb: None,
            begun: false,
        }
    }
}

impl State {
    /// Passes over a word, and returns the byte at which the next starts.
    fn pass(&mut self, scene: &Scene, token: &Token) -> usize {
        let (word, start) = (token.word, token.range.start);
        let adverbs = after_adverbs(scene, start);
        if adverbs > start && adverbs >= token.range.end {
            return adverbs;
        }
        if is_adverbial(scene, token) || is_count(token) {
            // 在网站上|写道: the tagger may call the end of an adjunct an adverb.
            let ends_adjunct = self.adjunct && token.range.len() > LONE_BYTES && closes_adjunct(scene, token);
            self.ready |= scene.lexicon.name_cues.is(word, NameCue::Second) || ends_adjunct;
            return token.range.end;
        }
        let noun = token.tag.starts_with(['n', 'r', 's']) || token.tag == "vn";
        let words = scene.lexicon.people.is_words(word);
        let closes = closes_adjunct(scene, token);
        let verb = token.tag.starts_with('v') && !noun;
        if verb && !self.begun {
            self.verb = Some(token.range.end);
        }
        self.begun |= verb || token.tag == "p";
        if words || closes {
            self.ready = true;
        } else if token.tag == "p" {
            (self.ready, self.adjunct) = (false, true);
        } else if verb {
            // 批示|强调: a second verb may follow a verb of saying.
            let says = says_word(scene, start);
            self.others |= says && !self.ready && self.noun;
            (self.ready, self.adjunct) = (says && self.ready, false);
        } else {
            self.ready = self.adjunct && noun;
        }
        self.noun = noun && !closes || words;
        self.words = words;
        token.range.end
    }
}

/// Whether a verb of saying stands at this byte.
fn says_word(scene: &Scene, at: usize) -> bool {
    matches!(scene.beside_at(at), Some((_, Beside::Verb | Beside::Quoting)))
}

/// Whether the word says how or in what sequence: 再三, 并, 尖锐|地.
fn is_adverbial(scene: &Scene, token: &Token) -> bool {
    let after = scene.tokens.get(scene.tokens.started_before(token.range.end));
    matches!(token.tag, "d" | "ad" | "c")
        || token.word.ends_with('地') && !token.tag.starts_with('n')
        || after.is_some_and(|after| after.word == "地")
}

/// Whether the word counts: 第一次, 三点.
fn is_count(token: &Token) -> bool {
    matches!(token.tag, "m" | "q" | "mq")
}

fn is_word(token: &Token) -> bool {
    token.word.starts_with(is_han)
}
