//! Words around clauses that say nothing of what is done: numbers of items and chapters, titles of speeches.

use super::word::{Clause, Mark, Word};
use crate::lexicon::TaskWords;
use crate::relate::responsibility;

/// Most characters of an item's number: 二十一.
const MAX_NUMBER_CHARS: usize = 3;

/// Fewest headings of a table of contents.
const MIN_HEADINGS: usize = 4;

/// Nouns for speeches, in their titles.
const SPEECHES: [&str; 4] = ["演讲", "讲话", "致辞", "发言"];

/// The words without the number of an item ((二), 三是, and at the head of a sentence 四、), and without a bracket
/// there that belongs to the sentence before: (财政部门负责).
pub(super) fn unlabelled<'w, 's>(words: &'w [Word<'s>], is_first: bool, tasks: &TaskWords) -> &'w [Word<'s>] {
    match words {
        [label, rest @ ..] if label.deed.is_label || is_number(label.text) => rest,
        [bracket, rest @ ..] if is_first && closes_task(bracket.text, tasks) => {
            unlabelled(rest, is_first, tasks)
        }
        [label, point, rest @ ..] if is_first && label.tag == "m" && closes_number(point) => rest,
        [label, rest @ ..] if is_first && counts_point(label.text) => rest,
        _ => words,
    }
}

/// The words without the number of the next heading, in a row of headings: 改善渔区环境第四章 加快渔港建设.
pub(super) fn without_chapter<'w, 's>(words: &'w [Word<'s>]) -> &'w [Word<'s>] {
    match words {
        [heading @ .., number] if is_chapter(number) => heading,
        _ => words,
    }
}

/// Whether a word is the number of a heading: 第四章, 第二节.
fn is_chapter(word: &Word) -> bool {
    word.tag == "m" && word.text.starts_with('第') && word.text.ends_with(['章', '节'])
}

/// Whether the words are a table of contents: 第一节 修建码头 第二节 改造渔船 ….
pub(super) fn is_contents(words: &[Word], clauses: &[Clause]) -> bool {
    clauses.len() >= MIN_HEADINGS
        && clauses.iter().any(|clause| clause.after == Some(" "))
        && words.iter().filter(|word| is_chapter(word)).nth(MIN_HEADINGS - 1).is_some()
}

/// Whether a word is the number of an item with a point, before a number: 4.|2030年底前.
fn counts_point(text: &str) -> bool {
    let digits = text.strip_suffix('.').unwrap_or_default();
    (1..MAX_NUMBER_CHARS).contains(&digits.len()) && digits.bytes().all(|one| one.is_ascii_digit())
}

/// Whether a word closes the number of an item: 四、, 4.
fn closes_number(point: &Word) -> bool {
    point.mark == Mark::Comma || point.text == "."
}

/// Whether a bracket says who is responsible for a task: (财政部门负责), (责任单位:财政局).
fn closes_task(text: &str, tasks: &TaskWords) -> bool {
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inside.is_some_and(|inside| inside.contains(':') || responsibility::in_bracket(inside, tasks).is_some())
}

/// Whether a bracket is the number of an item or a heading: (十二).
#[inline]
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with('(') && counts_items(text)
}

fn counts_items(text: &str) -> bool {
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inside.is_some_and(|inside| {
        (1..=MAX_NUMBER_CHARS).contains(&inside.chars().count())
            && inside.chars().all(|one| one.is_ascii_digit() || "一二三四五六七八九十".contains(one))
    })
}

/// How many clauses are the title of a speech: 修建渔港 发展渔业——在渔业大会上的讲话.
pub(super) fn title(clauses: &[Clause]) -> usize {
    let names = |clause: &Clause| {
        let of = clause.words.iter().position(|word| word.mark == Mark::De).unwrap_or(0);
        let is_speech = |word: &Word| SPEECHES.contains(&word.text);
        of > 0 && clause.words[0].text == "在" && clause.words[of..].iter().any(is_speech)
    };
    let is_named = |clause: &Clause| clause.after.is_some_and(|mark| mark.starts_with('—')) && names(clause);
    clauses.iter().position(is_named).unwrap_or(0)
}
