//! A sentence as names, lists of names, and the words between them.

use std::ops::Range;

use crate::lexicon::{Form, Mark};
use crate::recognise::Scene;

/// A stretch of a sentence: a mark, or the text between two marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    /// `None`: text that may be a name.
    pub(crate) mark: Option<Mark>,
}

impl Piece {
    pub(super) fn is_text(&self) -> bool {
        self.mark.is_none()
    }

    pub(super) fn has_form(&self, form: Form) -> bool {
        self.mark.is_some_and(|mark| mark.form == form)
    }
}

/// Room for the pieces of most sentences.
const PIECES: usize = 16;

/// The pieces of a sentence, in order, without gaps.
pub(crate) fn pieces(scene: &Scene) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(PIECES);
    let mut end = 0;
    for (range, mark) in scene.find(&scene.lexicon.stages.marks) {
        if !is_word(scene, &range, mark, end < range.start) {
            continue;
        }
        if end < range.start {
            pieces.push(Piece { range: end..range.start, mark: None });
        }
        end = range.end;
        pieces.push(Piece { range, mark: Some(*mark) });
    }
    if end < scene.text.len() {
        pieces.push(Piece { range: end..scene.text.len(), mark: None });
    }
    pieces
}

/// A single character counts only where it is a word (将, not 将军), no mark starts inside a word
/// (统筹建设 has no 筹建), and a verb between text and a head is a part of the name (运营中心).
fn is_word(scene: &Scene, range: &Range<usize>, mark: &Mark, follows_text: bool) -> bool {
    if matches!(mark.form, Form::Stop | Form::Comma) {
        return true;
    }
    let at = scene.tokens.partition_point(|token| token.range.end <= range.start);
    let Some(token) = scene.tokens.get(at) else { return false };
    let characters = scene.slice(range).chars().count();
    let is_known = || scene.lexicon.knows(scene.slice(&token.range));
    if characters == 1 {
        // The segmenter guesses words out of clips: 等 stays a mark in all but known words.
        return token.range == *range || mark.form == Form::Etc && !is_known();
    }
    let is_inner = token.range.start < range.start && range.end < token.range.end;
    if is_inner && is_known() {
        return false;
    }
    let may_modify = mark.stage.is_some() && characters == 2 && follows_text;
    !(may_modify && head_follows(scene, range.end))
}

/// Whether the next two characters are a head that takes a verb before it.
fn head_follows(scene: &Scene, at: usize) -> bool {
    let rest = &scene.text[at..];
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end);
    let start_of_list = rest[end..].starts_with(['、', '和', '等']);
    scene.lexicon.projects.head(&rest[..end]).is_some_and(|(start, _)| start == 0)
        && (!rest.starts_with("项目") || start_of_list)
}
