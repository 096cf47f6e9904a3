//! The tokens at the edges of a possible name and inside it.

use std::ops::Range;

use super::name::Names;
use crate::segment::{Named, Token};

impl<'a> Names<'a> {
    pub(super) fn token_starting(self, byte: usize) -> Option<&'a Token<'a>> {
        let index = self.scene.tokens.starting(byte)?;
        self.scene.tokens.get(index)
    }

    pub(super) fn token_ending(self, byte: usize) -> Option<&'a Token<'a>> {
        let index = self.scene.tokens.ending(byte)?;
        self.scene.tokens.get(index)
    }

    /// The byte where the first token that starts in this stretch does so.
    pub(super) fn next_token_start(self, from: usize, to: usize) -> Option<usize> {
        let index = self.scene.tokens.started_before(from);
        self.scene.tokens.get(index).map(|token| token.range.start).filter(|start| *start < to)
    }

    /// The tokens that share a byte with this stretch.
    pub(super) fn tokens_over(self, stretch: &Range<usize>) -> impl Iterator<Item = &'a Token<'a>> {
        let (from, to) = (stretch.start, stretch.end);
        let index = self.scene.tokens.ended_by(from);
        self.scene.tokens[index..].iter().take_while(move |token| token.range.start < to)
    }

    pub(super) fn tokens_in(self, from: usize, to: usize) -> impl Iterator<Item = &'a Token<'a>> {
        let index = self.scene.tokens.started_before(from);
        self.scene.tokens[index..].iter().take_while(move |token| token.range.start < to)
    }
}

/// Whether the segmenter takes the word for a personal name.
pub(super) fn is_named(token: &Token) -> bool {
    token.named == Named::Person
}

/// Whether the word opens no name: a conjunction, preposition, particle, adverb or pronoun.
pub(super) fn is_function(token: &Token) -> bool {
    matches!(token.tag.as_bytes().first(), Some(b'c' | b'p' | b'u' | b'd' | b'r' | b'f'))
}
