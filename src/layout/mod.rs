//! Step 5: text to title, speeches, bylines, sections with headings, sentences.
//!
//! Texts come as they were copied: with page furniture, sentences cut in two by columns, headlines
//! without punctuation. [`read`] goes line by line: classify ([`line`]), mend ([`mend`]), then find
//! bylines ([`byline`]), speeches ([`speech`]), headings ([`section`]) and sentences ([`sentence`]).
//! All ranges below are bytes of the mended text.

mod blanks;
mod byline;
pub(crate) mod grid;
mod line;
mod mend;
mod section;
mod sentence;
mod speech;
pub(crate) mod table;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::text::Mended;

pub(crate) use byline::Byline;
pub(crate) use section::{TOPIC, is_numbered, number_length, rank};

/// How a text is built.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) title: Option<Range<usize>>,
    pub(crate) speeches: Vec<SpeechLayout>,
}

/// One byline's text.
#[derive(Debug)]
pub(crate) struct SpeechLayout {
    pub(crate) range: Range<usize>,
    pub(crate) headline: Option<Range<usize>>,
    pub(crate) byline: Option<Byline>,
    pub(crate) sections: Vec<SectionLayout>,
    pub(crate) sentences: Vec<Sentence>,
}

/// A heading and the text that it governs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SectionLayout {
    pub(crate) heading: Range<usize>,
    pub(crate) range: Range<usize>,
    /// 1 for 一、 and for headings without number, 2 for （一）, 3 for 1., 4 for topic sentences.
    pub(crate) rank: u8,
}

/// Takes from `later` the sections that open at or before this byte of the mended text.
pub(crate) fn opened<'l>(later: &mut &'l [SectionLayout], to: usize) -> &'l [SectionLayout] {
    let (opened, rest) = later.split_at(later.iter().take_while(|next| next.range.start <= to).count());
    *later = rest;
    opened
}

/// The unit that recognisers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) range: Range<usize>,
    pub(crate) role: Role,
    /// First of its paragraph.
    pub(crate) opens_paragraph: bool,
}

/// What a sentence is in the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Running text, headings included.
    Text,
    /// A line that names who speaks.
    Byline,
    /// A line above the text that says when, where, or in which paper: `时间：2026-02-03`.
    Dateline,
    /// A cell of a table of tasks.
    Cell,
}

/// A stretch of the mended text; no sentence crosses its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) range: Range<usize>,
    /// It is a cell of a table of tasks.
    pub(crate) is_cell: bool,
}

/// A line of the mended text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) range: Range<usize>,
    pub(crate) role: Role,
    pub(crate) byline: Option<Byline>,
}

/// Reads the layout of a source text. A text mainly in traditional characters is read as its simplified twin,
/// whose characters have as many bytes each, so that offsets hold.
pub(crate) fn read(source: &str, lexicon: &Lexicon) -> (Mended, Layout) {
    let simplified = lexicon.scripts.is_traditional(source).then(|| lexicon.scripts.simplify(source));
    let source = simplified.as_deref().unwrap_or(source);
    let lines = line::lines(source, lexicon);
    let (mended, blocks) = mend::mend(source, &lines, lexicon);
    let text = mended.as_str();
    let paragraphs = byline::paragraphs(text, &blocks, lexicon);
    let layout = speech::split(text, &paragraphs, lexicon);
    (mended, layout)
}
