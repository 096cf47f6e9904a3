//! A clause as a row of words: standing records, quotations, and pieces cut by the segmenter.

use std::ops::Range;

use smallvec::SmallVec;

use super::label::{is_number, unlabelled, without_chapter};
pub(super) use super::mark::Mark;
use super::mark::mark;
use super::quotation;
use crate::lexicon::{Deed, TaskWords, Turn};
use crate::numeral::is_numeric;
use crate::recognise::{Candidate, Scene};
use crate::record::RecordKind;
use crate::segment::Token;

/// Farthest that a quotation mark looks for its other half, in bytes.
const MAX_QUOTE_BYTES: usize = 240;
/// The same for a bracket, which may hold the names of all who are responsible for a task.
const MAX_BRACKET_BYTES: usize = 900;

/// The word that opens what has to be done.
const DUTY: &str = "要";

/// The words that open and end a frame.
const FRAME_OPENER: &str = "集";
const FRAME_END: &str = "于一体";
/// The first byte of the word that opens a frame.
const FRAME_BYTE: u8 = FRAME_OPENER.as_bytes()[0];

/// A word of a clause.
#[derive(Debug, Clone)]
pub(super) struct Word<'s> {
    pub(super) range: Range<usize>,
    pub(super) text: &'s str,
    /// The segmenter's tag; `n` for records and quotations.
    pub(super) tag: &'s str,
    /// Index and kind of the standing candidate that the word is.
    pub(super) record: Option<(usize, RecordKind)>,
    pub(super) deed: &'s Deed,
    pub(super) mark: Mark,
}

impl Word<'_> {
    pub(super) fn is(&self, kind: RecordKind) -> bool {
        self.record.is_some_and(|(_, own)| own == kind)
    }

    /// Whether it may be, or end, a noun phrase.
    pub(super) fn is_nominal(&self) -> bool {
        // Bytes, because it is asked more often than anything else.
        let by_tag = || {
            let tag = self.tag.as_bytes();
            matches!(tag, [b'n' | b'j' | b'l' | b'i' | b'b' | b's', ..] | b"vn" | b"eng" | b"an")
        };
        match self.record {
            Some((_, kind)) => !matches!(kind, RecordKind::Figures | RecordKind::Times),
            None => self.mark == Mark::Word && (self.deed.is_noun || by_tag()),
        }
    }

    /// Whether it stands before a verb and qualifies it.
    pub(super) fn is_adverb(&self) -> bool {
        let by_tag = || self.deed.act.is_none() && matches!(self.tag, "d" | "ad" | "z" | "uv");
        self.record.is_none() && !self.deed.is_bar && (self.deed.is_adverb || by_tag())
    }

    /// Whether it adds to a noun: 各级干部特别是领导干部.
    pub(super) fn is_addition(&self) -> bool {
        self.deed.is_addition
    }

    /// Whether it is a verb of doing that is seldom a noun.
    pub(super) fn is_plain_verb(&self) -> bool {
        self.deed.act.is_some() && !self.deed.is_noun
    }
}

/// Byte ranges of a sentence; most phrases have one.
pub(super) type Stretches = SmallVec<[Range<usize>; 1]>;

/// What is told of each clause of a sentence; most sentences have few.
pub(super) type PerClause<T> = SmallVec<[T; 8]>;

/// A clause of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'w, 's> {
    pub(super) words: &'w [Word<'s>],
    /// The mark before it.
    pub(super) after: Option<&'s str>,
}

impl Clause<'_, '_> {
    /// Whether it goes on with what the clause before says.
    pub(super) fn follows_comma(&self) -> bool {
        self.after == Some(",")
    }
}

/// The clauses of a sentence's words. Commas inside quotations and brackets end none.
pub(super) fn clauses<'w, 's>(words: &'w [Word<'s>], tasks: &TaskWords) -> PerClause<Clause<'w, 's>> {
    let mut clauses = PerClause::new();
    let mut after = None;
    for words in words.split_inclusive(|word| word.mark == Mark::Stop) {
        let (words, stop) = match words.split_last() {
            Some((last, before)) if last.mark == Mark::Stop => (before, Some(last.text)),
            _ => (words, None),
        };
        let opens = matches!(after, None | Some(":" | ";"));
        let words = unlabelled(words, opens, tasks);
        let words = if stop == Some(" ") { without_chapter(words) } else { words };
        if !words.is_empty() {
            clauses.push(Clause { words, after });
        }
        after = stop;
    }
    clauses
}

/// The words of a sentence, in order.
pub(super) fn words<'s>(scene: &Scene<'s>, candidates: &[Candidate]) -> Vec<Word<'s>> {
    let (mut records, mut tokens) = (0, 0);
    let mut words: Vec<Word> = Vec::with_capacity(scene.tokens.len());
    let mut deeds = scene.walk(&scene.lexicon.measures.words);
    // Nearly all words open with other bytes than quotations, brackets and frames do.
    let may_hold = |at: usize| matches!(scene.text.as_bytes()[at], 0xE2 | 0xE3 | b'(' | FRAME_BYTE);
    let mut at = 0;
    let mut promised = None;
    let is_past = |candidate: &Candidate, at: usize| {
        candidate.range.start < at || candidate.kind() == RecordKind::Matches
    };
    while at < scene.text.len() {
        while candidates.get(records).is_some_and(|candidate| is_past(candidate, at)) {
            records += 1;
        }
        while scene.tokens.get(tokens).is_some_and(|token| token.range.end <= at) {
            tokens += 1;
        }
        // 李明说:“我们将改造渔港”: these marks part nothing.
        let may_hold = may_hold(at);
        if may_hold {
            let opens = quotation::promise(scene, &words, at, candidates);
            if opens.is_some() || promised == Some(at) {
                promised = opens;
                at += '“'.len_utf8();
                continue;
            }
        }
        let Some(token) = scene.tokens.get(tokens) else { break };
        let record = candidates.get(records);
        let next = record.map_or(scene.text.len(), |candidate| candidate.range.start);
        let held = || quoted(scene.text, at).or_else(|| framed(scene.text, at));
        let mut word = match (if may_hold { held() } else { None }, record) {
            // “十五五”时期: here the word is the record that holds the quotation.
            (end, Some(candidate)) if next == at && end.is_none_or(|end| end <= candidate.range.end) => {
                let record = Some((records, candidate.kind()));
                Word { record, ..whole(scene, candidate.range.clone()) }
            }
            (Some(end), _) => whole(scene, at..end),
            _ => one(scene, token, deeds.at(at), at..next.min(token.range.end)),
        };
        // “低保” 标准: a blank after a quotation divides nothing.
        if word.text == " " && words.last().is_some_and(|last| last.text.ends_with(['”', '》'])) {
            at = word.range.end;
            continue;
        }
        // 改善环境(七)发展渔业: the number of an item ends the words before it.
        let is_label = !words.is_empty()
            && is_number(word.text)
            && !scene.text[word.range.end..].starts_with(['项', '款', '目']);
        if is_label {
            word.mark = Mark::Stop;
        }
        at = word.range.end;
        // 安装充电|桩|9个: the segmenter takes the counted noun for a measure word.
        if word.is(RecordKind::Figures)
            && let Some(noun) = words.last_mut().filter(|last| last.record.is_none() && last.tag == "q")
        {
            noun.tag = "n";
        }
        words.push(word);
        unjoin(&mut words);
    }
    words
}

/// Makes a joint right before a stop the end of a word, because it joins nothing (实现气候中和,), and likewise 与
/// after a verb (完善|与气候适应的制度).
fn unjoin(words: &mut [Word]) {
    let [before @ .., joint, next] = words else { return };
    if joint.mark != Mark::Joint {
        return;
    }
    let opens = || joint.text == "与" && next.deed.act.is_none();
    if matches!(next.mark, Mark::Stop | Mark::Comma)
        || before.last().is_some_and(Word::is_plain_verb) && opens()
    {
        joint.mark = Mark::Word;
    }
}

/// The byte at which the quotation or bracket ends that opens here.
fn quoted(text: &str, at: usize) -> Option<usize> {
    let close = match text[at..].chars().next()? {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '(' => ')',
        '「' => '」',
        _ => return None,
    };
    let longest = if close == ')' { MAX_BRACKET_BYTES } else { MAX_QUOTE_BYTES };
    let inside = text[at..].char_indices().take_while(|(offset, _)| *offset < longest);
    let end = inside.into_iter().find(|(_, character)| *character == close)?.0;
    Some(at + end + close.len_utf8())
}

/// The byte at which the frame ends that opens here: 集教学、研究于一体.
fn framed(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(FRAME_OPENER)?;
    let inside =
        rest.char_indices().take_while(|(offset, one)| *offset < MAX_QUOTE_BYTES && !",;。:".contains(*one));
    let length = inside.last().map_or(0, |(offset, one)| offset + one.len_utf8());
    let end = rest[..length].find(FRAME_END)?;
    Some(at + FRAME_OPENER.len() + end + FRAME_END.len())
}

/// The word for a range of bytes that counts as one noun.
fn whole<'s>(scene: &Scene<'s>, range: Range<usize>) -> Word<'s> {
    Word {
        text: &scene.text[range.clone()],
        range,
        tag: "n",
        record: None,
        deed: &scene.lexicon.measures.no_deed,
        mark: Mark::Word,
    }
}

/// The word of the dictionary that opens here, if there is one and it ends where the segmenter cut; else the
/// rest of the token.
fn one<'s>(
    scene: &Scene<'s>,
    token: &Token<'s>,
    known: Option<(usize, &'s Deed)>,
    Range { start: at, end }: Range<usize>,
) -> Word<'s> {
    let measures = &scene.lexicon.measures;
    // 引领性成果: with such an ending, the word says what sort of thing a noun is.
    let is_sort = |end: usize| {
        // Most words after a verb have more than one character.
        let next = scene.text[end..].chars().next().filter(|next| is_cut(scene, end + next.len_utf8()));
        next.is_some_and(|next| measures.is_sort(next) && is_cut(scene, end))
    };
    // 党要: of what the segmenter guesses at, who acts is a word of its own.
    let actor = obliged(scene, token, at).filter(|actor| *actor < end);
    let (end, deed) = match known {
        _ if actor.is_some() => (actor.unwrap_or(end), &measures.no_deed),
        Some((known, deed)) if deed.act.is_some() && is_sort(known) => (end, &measures.no_deed),
        Some((known, deed)) if known == end || known > end && is_cut(scene, known) => (known, deed),
        Some((known, deed)) if known < end && parts(scene, token, known, end, deed) => (known, deed),
        _ => (end, &measures.no_deed),
    };
    let is_whole = token.range.start == at && token.range.end == end;
    let text = if is_whole { token.word } else { &scene.text[at..end] };
    // 甲—乙航线: one dash joins, two divide.
    let joins = text == "—" && !scene.text[..at].ends_with('—') && !scene.text[end..].starts_with('—');
    // The first part of a divided token is the verb.
    let tag = match token.range.start == at {
        _ if deed.is_enacted || deed.is_funds || deed.is_compound => "n",
        _ if deed.is_quality => "b",
        _ if is_whole => token.tag,
        _ if actor.is_some() => "n",
        true => "v",
        false if opens_guess(scene, token, at) => "v",
        false => "n",
    };
    Word { range: at..end, text, tag, record: None, deed, mark: if joins { Mark::Word } else { mark(text) } }
}

/// Whether one word of the segmenter is two here: an adverb and a verb (大力支持), or a verb and its object
/// (开展调查).
fn parts(scene: &Scene, token: &Token, at: usize, end: usize, first: &Deed) -> bool {
    let rest = &scene.text[at..end];
    // 优化结构: a verb that is no noun opens none, unless a noun follows that it would describe (优化结构战略).
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['、', ',', ';', '。', '\n', ' ']);
    let is_peer = token.tag == "n"
        && first.act.is_some_and(|act| act.is_peer)
        && scene.text.get(token.range.end..).is_some_and(ends);
    let takes_object = first.act.is_some()
        && !first.is_noun
        && (token.tag == "nr" || token.tag.starts_with(['l', 'i', 'v', 'j']) || is_peer);
    // 是从: a copula and a preposition; not in 三是从.
    let is_count = |one: char| one.is_alphanumeric() && is_numeric(one);
    let is_copula = || {
        let deed = || scene.lexicon.measures.words.get(rest);
        scene.text[..at].strip_suffix('是').is_some_and(|before| !before.ends_with(is_count))
            && deed().is_some_and(|deed| deed.preposition.is_some())
    };
    // 要树牢: the segmenter guesses words that open with 要.
    let is_guess = scene.text[..end - rest.len()].ends_with(DUTY)
        && rest.chars().count() > 1
        && opens_guess(scene, token, at);
    first.is_adverb && scene.lexicon.measures.words.contains(rest)
        || is_copula()
        || takes_object && rest.chars().count() > 1 && scene.lexicon.knows(rest)
        || is_guess
}

/// Whether a token opens with 要 and is not a word that the segmenter knows: 要树牢.
fn opens_guess(scene: &Scene, token: &Token, at: usize) -> bool {
    let opens = token.word.starts_with(DUTY) && token.range.start + DUTY.len() == at;
    opens && !scene.lexicon.knows(token.word)
}

/// 党|要: where in a token that no dictionary knows the name ends of who has to do something; not 坚持党要管党, where it is a tenet.
fn obliged(scene: &Scene, token: &Token, at: usize) -> Option<usize> {
    let measures = &scene.lexicon.measures;
    let name = token.word.strip_suffix(DUTY).filter(|_| token.range.start == at)?;
    if !measures.acts(name) || scene.lexicon.knows(token.word) {
        return None;
    }
    let before = scene.tokens.get(scene.tokens.ended_before(at)).filter(|before| before.range.end == at);
    let deed = before.and_then(|before| measures.words.get(before.word));
    let holds = deed.is_some_and(|deed| deed.turns(Turn::Hold));
    (!holds).then_some(at + name.len())
}

/// Whether a token ends at this byte.
fn is_cut(scene: &Scene, at: usize) -> bool {
    let index = scene.tokens.ended_before(at);
    scene.tokens.get(index).is_some_and(|token| token.range.end == at)
}
