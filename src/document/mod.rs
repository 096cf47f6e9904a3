//! Step 12: a document with its text, for readings over many documents: which sentence a record stands in,
//! when that was said, which time ([`frames`]) and which place it speaks of.
//!
//! | file | question |
//! |---|---|
//! | [`dated`], [`frames`] | which time the document and each sentence speak of |
//! | [`place`], [`titled`], [`issuer`], [`speaker`] | for which place and body it speaks, and who says what |
//! | [`task`], [`item`], [`progress`] | rows of tables of tasks, what is told as such, and how far each is |

mod dated;
mod frames;
mod issuer;
mod item;
mod place;
mod progress;
mod row_state;
mod speaker;
mod task;
mod titled;

use serde::{Deserialize, Serialize};

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, Vocabulary};
use crate::record::{Document, Span};
use crate::relate::responsibility;
use crate::text::{fold, is_chinese_digit, is_line_break};
pub(crate) use dated::titled_year;
use dated::told_year;
pub(crate) use frames::Frames;
pub(crate) use place::COUNTRY;
pub(crate) use progress::is_done;
pub(crate) use task::{DueLabel, Goal, Size, Task};

/// How far back the opening of a paragraph is searched, in characters.
const MAX_PARAGRAPH_CHARS: usize = 600;
/// How far a sentence reaches before and after a record, in characters. No sentence in hundreds of official
/// texts is longer than 460; without this limit, a text without stops would be read, and written out, anew
/// for each of its records.
const MAX_SENTENCE_CHARS: usize = 500;

/// A document with what is read besides its records: its text character by character, and its date.
#[derive(Debug)]
pub(crate) struct ReadDocument<'e> {
    pub(crate) document: &'e Document,
    date: Option<String>,
    /// The place given by whoever gave the text.
    given: Option<&'e str>,
    characters: Vec<char>,
    /// For a text in traditional characters, the simplified ones: as many.
    simplified: Option<Vec<char>>,
    sentences: &'e [Span],
    /// The lexicon of the extractor that read the document.
    lexicon: &'e Lexicon,
}

/// Where something was said: enough to find it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// Path or caller's id of the document.
    pub source: Option<String>,
    /// The document's date; without one, an estimate from its own words: the year of its first 今年, 去年 or
    /// 明年, or the year or month in which a stretch with 以来 or 年来 ends.
    pub date: Option<String>,
    /// The words of the record.
    pub text: String,
    /// Where they stand in the document's text.
    pub span: Span,
    /// The sentence around them, without line breaks; at most 500 characters before and after the words.
    pub sentence: String,
    /// Where the sentence stands in the document's text, with its line breaks.
    #[serde(default)]
    pub sentence_span: Span,
    /// Who says it: whose speech it stands in, or whom its sentence names as the source.
    #[serde(default)]
    pub speaker: Option<String>,
}

/// Text prepared for a search: folded, without line breaks; whole sentences also lack blanks and quotation
/// marks.
pub(crate) struct Plain {
    pub(crate) text: String,
    /// For each character, its code point in the document's text.
    at: Vec<usize>,
}

impl Plain {
    /// The text from this byte on.
    pub(crate) fn since(&self, byte: usize) -> Self {
        let at = self.at.get(self.text[..byte].chars().count()..).unwrap_or_default().to_vec();
        Plain { text: self.text[byte..].to_owned(), at }
    }

    /// The code point in the document's text of the character at a byte; at the end, one past the last
    /// character.
    pub(crate) fn position(&self, byte: usize) -> usize {
        let after = || self.at.last().map_or(0, |last| last + 1);
        self.at.get(self.text[..byte].chars().count()).copied().unwrap_or_else(after)
    }

    /// The byte of the first character that stands at this code point of the document's text, or after it.
    pub(crate) fn byte_of(&self, position: usize) -> usize {
        let before = self.at.partition_point(|at| *at < position);
        self.text.chars().take(before).map(char::len_utf8).sum()
    }

    /// The text without these words.
    pub(crate) fn without(&self, words: &Vocabulary<()>) -> Self {
        let mut rest = Plain { text: String::with_capacity(self.text.len()), at: Vec::new() };
        let mut skip = 0;
        for ((byte, character), at) in self.text.char_indices().zip(&self.at) {
            let word = words.longest_at(&self.text, byte).map_or(0, |(range, ())| range.end);
            skip = skip.max(word);
            if byte >= skip {
                rest.text.push(character);
                rest.at.push(*at);
            }
        }
        rest
    }

    /// The span in the document's text of a range of bytes of this text.
    pub(crate) fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        let count = |bytes: &str| bytes.chars().count();
        let (before, inside) = (count(&self.text[..bytes.start]), count(&self.text[bytes]));
        let last = self.at.get((before + inside).saturating_sub(1));
        let start = self.at.get(before).copied().unwrap_or_default();
        Span::from(start..last.map_or(start, |last| last + 1))
    }
}

/// Words prepared for a search in [plain sentences](ReadDocument::plain_sentences).
pub(crate) fn plain(words: &str) -> String {
    let words: Vec<char> = words.chars().collect();
    telling(&words).map(|(_, c)| c).collect()
}

/// A text without these words.
pub(crate) fn without(text: &str, words: &Vocabulary<()>) -> String {
    Plain { text: text.to_owned(), at: vec![0; text.chars().count()] }.without(words).text
}

/// The characters that matter in a search, folded, each with its index: without blanks, line breaks and
/// quotation marks, and without 约 and 左右 at an amount (约5万, 5万左右).
fn telling(written: &[char]) -> impl Iterator<Item = (usize, char)> {
    let is_mark = |c: char| {
        is_line_break(c) || c.is_whitespace() || matches!(c, '“' | '”' | '"' | '‘' | '’' | '《' | '》')
    };
    let is_about = |at: usize| match written[at] {
        '约' => written.get(at + 1).is_some_and(|c| c.is_numeric() || is_chinese_digit(*c)),
        '左' => written.get(at + 1) == Some(&'右'),
        '右' => at > 0 && written[at - 1] == '左',
        _ => false,
    };
    let characters = written.iter().enumerate().filter(move |(at, c)| !is_mark(**c) && !is_about(*at));
    // 中国－云溪 and 中国—云溪 are the same.
    let one_dash = |c: char| if matches!(c, '-' | '–') { '—' } else { c };
    characters.map(move |(at, c)| (at, one_dash(fold(*c))))
}

impl<'e> ReadDocument<'e> {
    pub(crate) fn new(extraction: &'e Extraction, lexicon: &'e Lexicon) -> Self {
        let Extraction { document, text, sentences, place } = extraction;
        let date = document.date.clone().or_else(|| told_year(document));
        let date = date.or_else(|| dated::planned_year(document, lexicon));
        ReadDocument {
            document,
            date,
            given: place.as_deref(),
            characters: text.chars().collect(),
            simplified: lexicon
                .scripts
                .is_traditional(text)
                .then(|| lexicon.scripts.simplify(text).chars().collect()),
            sentences,
            lexicon,
        }
    }

    /// The document's date; without one, an estimate from its own words.
    pub(crate) fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The sentence around a span, without line breaks and without blanks at both ends.
    fn sentence(&self, span: &Span) -> String {
        let sentence = self.sentence_span(span);
        self.text(sentence.start, sentence.end)
    }

    /// The span of that sentence in the document's text.
    fn sentence_span(&self, span: &Span) -> Span {
        let (start, end) = self.bounds(span);
        let is_blank = |c: &char| c.is_whitespace() || is_line_break(*c);
        let written = &self.characters[start..end];
        let first = written.iter().take_while(|c| is_blank(c)).count();
        let after = written[first..].iter().rev().take_while(|c| is_blank(c)).count();
        Span::from(start + first..end - after)
    }

    /// The code points at which the sentence around a span starts and ends, as far as it is read; those of
    /// the span where no sentence contains it.
    pub(crate) fn bounds(&self, span: &Span) -> (usize, usize) {
        let at = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        let sentence = self.sentences.get(at).filter(|sentence| sentence.contains(span)).unwrap_or(span);
        let end = sentence.end.min(span.end + MAX_SENTENCE_CHARS).min(self.characters.len());
        let start = sentence.start.max(span.start.saturating_sub(MAX_SENTENCE_CHARS));
        (start.min(end), end)
    }

    /// The sentences, prepared for a search.
    pub(crate) fn plain_sentences(&self) -> impl Iterator<Item = Plain> {
        self.sentences.iter().map(|sentence| {
            let end = sentence.end.min(self.characters.len());
            let start = sentence.start.min(end);
            let (at, text) = telling(&self.characters[start..end]).map(|(at, c)| (start + at, c)).unzip();
            Plain { text, at }
        })
    }

    /// The code point at which the paragraph of a code point starts, or [`MAX_PARAGRAPH_CHARS`] before it.
    pub(crate) fn paragraph(&self, at: usize) -> usize {
        let before = self.characters[..at.min(self.characters.len())].iter().rev().take(MAX_PARAGRAPH_CHARS);
        at - before.take_while(|c| !is_line_break(**c)).count()
    }

    /// The code point at which the paragraph of a code point ends, or [`MAX_PARAGRAPH_CHARS`] after it.
    pub(crate) fn paragraph_end(&self, at: usize) -> usize {
        let ahead = self.characters.get(at..).unwrap_or_default().iter().take(MAX_PARAGRAPH_CHARS);
        at + ahead.take_while(|c| !is_line_break(**c)).count()
    }

    /// The characters between two code points as written, without line breaks.
    pub(crate) fn text(&self, from: usize, to: usize) -> String {
        let to = to.min(self.characters.len());
        self.characters[from.min(to)..to].iter().filter(|c| !is_line_break(**c)).collect()
    }

    /// The lines between two code points that are not blank, without the blanks around them.
    pub(crate) fn lines(&self, from: usize, to: usize) -> Vec<String> {
        let to = to.min(self.characters.len());
        let line = |line: &[char]| line.iter().collect::<String>().trim().to_owned();
        let lines = self.characters[from.min(to)..to].split(|c| is_line_break(*c)).map(line);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// The characters of the text in simplified script, to search for words.
    pub(crate) fn words(&self) -> &[char] {
        self.simplified.as_deref().unwrap_or(&self.characters)
    }

    /// The characters between two code points, as recognisers see them.
    pub(crate) fn folded(&self, from: usize, to: usize) -> String {
        let to = to.min(self.characters.len());
        self.words().get(from.min(to)..to).unwrap_or_default().iter().map(|c| fold(*c)).collect()
    }

    /// The same without line breaks, because a subscript stands on a line of its own (M|2|增长).
    pub(crate) fn unbroken(&self, from: usize, to: usize) -> Plain {
        let to = to.min(self.characters.len());
        let from = from.min(to);
        let written = self.words().get(from..to).unwrap_or_default().iter().enumerate();
        let (at, text) =
            written.filter(|(_, c)| !is_line_break(**c)).map(|(at, c)| (from + at, fold(*c))).unzip();
        Plain { text, at }
    }

    /// Who is responsible for a task, by the bracket or label that closes its paragraph:
    /// 建立某制度。(财政部门牵头,各地区负责). Reads at most [`MAX_PARAGRAPH_CHARS`] on.
    pub(crate) fn responsible(&self, from: usize) -> Option<String> {
        let ahead =
            self.characters.get(from..)?.iter().take(MAX_PARAGRAPH_CHARS).take_while(|c| !is_line_break(**c));
        let ahead: String = ahead.map(|c| fold(*c)).collect();
        responsibility::named(&ahead, &self.lexicon.tasks).map(|name| ahead[name].to_owned())
    }

    /// A task without the closing bracket that names who is responsible: 建立某制度|（财政局）.
    pub(crate) fn without_responsible<'t>(&self, task: &'t str) -> &'t str {
        let open = task.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
        let Some((own, inside)) = open else { return task };
        let inside: String = inside.chars().map(fold).collect();
        let names = responsibility::in_bracket(&inside, &self.lexicon.tasks).is_some()
            || responsibility::are_offices(&inside, &self.lexicon.tasks);
        if names && !own.is_empty() { own } else { task }
    }

    /// The quote of a record's words.
    pub(crate) fn quote(&self, text: &str, span: &Span) -> Quote {
        Quote {
            source: self.document.source.clone(),
            date: self.date.clone(),
            text: text.to_owned(),
            span: *span,
            sentence: self.sentence(span),
            sentence_span: self.sentence_span(span),
            speaker: self.speaker(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::shared;

    #[test]
    fn a_sentence_ends_with_its_mark() {
        let text = "第一句。第二句有数13家！第三句";
        let extraction = shared().unwrap().extract_with_text(text, None);
        let span = extraction.document.speeches[0].figures[0].span;
        assert_eq!(
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).sentence(&span),
            "第二句有数13家！"
        );
    }

    #[test]
    fn a_quote_tells_where_its_sentence_stands() {
        let text = "第一句。\n　今年，新建渔港5座、\n改建渔港13座。 第三句";
        let extraction = shared().unwrap().extract_with_text(text, None);
        let figure = &extraction.document.speeches[0].figures[1];
        let quote =
            ReadDocument::new(&extraction, shared().unwrap().lexicon()).quote(&figure.text, &figure.span);
        assert_eq!(quote.sentence_span.slice(text), Some("今年，新建渔港5座、\n改建渔港13座。"));
        assert_eq!(quote.sentence, "今年，新建渔港5座、改建渔港13座。");
    }
}
