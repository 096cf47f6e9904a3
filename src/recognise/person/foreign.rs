//! Recognises foreign and ethnic names, written in the characters of transcription: 艾尔肯·吐尼亚孜, 布林肯.

use std::ops::Range;

use super::HAN_BYTES;
use super::name::{NameEnd, Names};
use super::shape::Shaped;
use super::tokens::{is_function, is_named};
use crate::lexicon::{NameCue, is_han};
use crate::segment::Token;

/// Longest part of a transcribed name, in characters.
const MAX_PART_CHARS: usize = 8;
/// Most parts of a transcribed name: 帕巴拉·格列朗杰 has two.
const MAX_PARTS: usize = 4;

impl<'a> Names<'a> {
    /// The byte past a name of two or more parts that starts at this byte: 扎西|次仁, 索朗|多吉.
    pub(super) fn end_of_parts(self, start: usize) -> Option<usize> {
        let parts = &self.scene.lexicon.names.parts;
        let part = |at: usize| self.scene.at(parts, at).map(|(range, ())| range.end);
        let second = part(part(start)?)?;
        Some(part(second).unwrap_or(second))
    }

    /// The transcribed name whose first · this is; its parts are read to both sides.
    pub(super) fn around_dot(self, dot: usize) -> Option<Range<usize>> {
        let names = &self.scene.lexicon.names;
        let run = self.scene.text[..dot].char_indices().rev().take(MAX_PART_CHARS);
        let start = run.take_while(|(_, c)| names.transcribes(*c)).last()?.0;
        let start = self.next_token_start(start, dot)?;
        Some(start..self.transcribed_at(start)?)
    }

    /// The byte past a name of parts joined by ·, all in the characters of transcription.
    pub(super) fn transcribed_at(self, start: usize) -> Option<usize> {
        if !self.dotted {
            return None;
        }
        let rest = &self.scene.text[start..];
        let names = &self.scene.lexicon.names;
        let run = rest.char_indices().take(MAX_PART_CHARS * MAX_PARTS);
        let run = run.take_while(|(_, c)| names.transcribes(*c) || *c == '·');
        let length = run.last().map_or(0, |(at, c)| at + c.len_utf8());
        let name = rest[..length].trim_end_matches('·');
        let parts = name.split('·').filter(|part| !part.is_empty()).count();
        let end = start + name.len();
        let whole = parts > 1 && !name.starts_with('·') && name.chars().count() >= 4;
        // The run may reach into the next word: 阿里·哈桑|王储.
        let last = start + name.rfind('·')? + '·'.len_utf8();
        let ends = self.scene.text[last..end].char_indices().map(|(at, _)| last + at).skip(1).chain([end]);
        ends.filter(|end| whole && self.is_edge(*end)).last()
    }

    /// The name with all parts that · joins to it, whatever their characters, up to what closes the last one:
    /// 佩通|·西那瓦.
    pub(super) fn with_parts_after(self, name: Range<usize>) -> Range<usize> {
        let mut end = name.end;
        for _ in 0..MAX_PARTS {
            let Some(part) = self.scene.text[end..].strip_prefix('·').filter(|_| self.dotted) else { break };
            let start = self.scene.text.len() - part.len();
            let letters = part.char_indices().take(MAX_PART_CHARS).take_while(|(_, c)| is_han(*c));
            let mut ends = letters.map(|(at, c)| start + at + c.len_utf8());
            let Some(next) = ends.find(|end| self.closes(*end) || self.scene.text[*end..].starts_with('·'))
            else {
                break;
            };
            end = next;
        }
        name.start..end
    }

    /// The start of a transcribed name that ends at this byte. Without · it must be one word with a name's
    /// tag, or follow what can be no part of it (尊敬的|穆希丁|总统).
    pub(super) fn transcribed_before(self, end: usize) -> Option<usize> {
        let text = &self.scene.text[..end];
        let names = &self.scene.lexicon.names;
        let run = text.char_indices().rev().take(MAX_PART_CHARS * 2);
        let start = run.take_while(|(_, c)| names.transcribes(*c) || *c == '·').last()?.0;
        // The segmenter cuts unknown names anywhere (对萨|勒曼); a character that no such name holds is a surer
        // edge.
        let edge =
            text[..start].chars().next_back().is_none_or(|c| !is_han(c)) || self.follows_particle(start);
        let start = if edge { start } else { self.next_token_start(start, end)? };
        let name = &text[start..];
        let length = name.chars().count();
        let dotted = name.contains('·') && !name.starts_with('·') && !name.ends_with('·');
        if dotted {
            return (length >= 4).then_some(start);
        }
        // The signs of countries are no name: 俄法|总统.
        let sign =
            || name.chars().next().is_some_and(|c| self.scene.lexicon.name_cues.has(c, NameCue::ClearSign));
        let named = self.token_starting(start).is_some_and(|token| {
            token.range.end == end && (is_named(token) || self.is_guess(token) && !sign())
        });
        let short_words = || {
            self.tokens_in(start, end)
                .all(|token| is_named(token) || token.range.len() <= 6 && !is_function(token))
        };
        let foreign = length >= 3 && !name.contains('·') && self.left_is_open(start) && short_words();
        ((2..=7).contains(&length) && (named && length >= 2 || foreign)).then_some(start)
    }

    /// Reads a foreign name without ·, all in the characters of transcription, up to what closes it: 布林肯.
    pub(super) fn foreign_at(self, start: usize) -> Option<NameEnd> {
        let names = &self.scene.lexicon.names;
        let run = self.scene.text[start..].char_indices().take(MAX_PART_CHARS);
        let (last, c) = run.take_while(|(_, c)| names.transcribes(*c)).last()?;
        let end = start + last + c.len_utf8();
        let length = self.scene.text[start..end].chars().count();
        let known = |token: &Token| token.range.len() > 3 && !is_named(token) && self.scene.knows(token);
        let words = || self.tokens_in(start, end).any(known);
        let foreign = (3..MAX_PART_CHARS).contains(&length) && self.closes(end) && !words();
        (foreign && self.token_starting(start).is_some()).then_some(NameEnd { end, closed: true })
    }

    /// How many characters of transcription, each of three bytes, start at this byte, at most `most`.
    #[inline]
    pub(super) fn transcribing_run(self, start: usize, most: usize) -> usize {
        let transcribing = &self.scene.lexicon.names.transcribing;
        let transcribes = |at: usize| at < self.scene.text.len() && self.scene.opens(transcribing, at);
        (0..most).take_while(|index| transcribes(start + index * HAN_BYTES)).count()
    }

    /// The transcribed name without · that starts at this byte and ends at the word edge where it leads most.
    pub(super) fn transcribed_shape_at(self, start: usize) -> Option<Shaped> {
        let text = self.scene.text;
        let run = text[start..].char_indices().take(MAX_PART_CHARS);
        let run = run.take_while(|(_, c)| self.scene.lexicon.names.transcribes(*c));
        let ends = run.map(|(at, c)| start + at + c.len_utf8());
        let shaped = |end: usize| {
            // It is part of a longer name: 瓦扬|·古久里.
            let loss = self.loss_at(end).filter(|_| !text[end..].starts_with('·'))?;
            let shares =
                text[start..end].chars().filter_map(|c| self.scene.lexicon.names.transcribed_share(c));
            Some(Shaped { end, lead: shares.sum::<f32>() - self.share_as_words(start..end) - loss })
        };
        ends.skip(1).filter_map(shaped).max_by(|one, other| one.lead.total_cmp(&other.lead))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    /// The transcribed name by its shape that starts after `|`, and its lead.
    fn shaped(marked: &str) -> Option<(String, f32)> {
        let start = marked.find('|')?;
        let text = marked.replace('|', "");
        with_scene(&text, |scene| {
            let shaped = Names::new(scene).transcribed_shape_at(start)?;
            Some((text[start..shaped.end].to_owned(), shaped.lead))
        })
    }

    #[test]
    fn names_without_a_surname_are_parts_in_a_row() {
        let end = |text: &str| with_scene(text, |scene| Names::new(scene).end_of_parts(0));
        assert_eq!(end("扎西次仁说"), Some(12));
        assert_eq!(end("扎西说"), None);
    }

    #[test]
    fn a_name_ends_before_the_title_that_its_characters_run_into() {
        let around = |text: &str| {
            with_scene(text, |scene| {
                let name = Names::new(scene).around_dot(text.find('·').unwrap_or_default())?;
                Some(scene.slice(&name).to_owned())
            })
        };
        assert_eq!(around("阿卜杜勒·本·哈桑王储会见来宾").as_deref(), Some("阿卜杜勒·本·哈桑"));
        assert_eq!(around("买买提·尼牙孜代表政府").as_deref(), Some("买买提·尼牙孜"));
    }

    #[test]
    fn transcribed_names_end_where_a_word_starts() {
        for (marked, name) in [
            ("主席|因凡尼诺周四抵达", "因凡尼诺"),
            ("总统|科斯塔罗共同主持", "科斯塔罗"),
            ("|穆贾希德尔说", "穆贾希德尔"),
        ] {
            let (found, lead) = shaped(marked).unwrap_or_default();
            assert!(found == name && lead > 10.0, "{marked}: {found} {lead}");
        }
        let lead = shaped("|达到新高").map_or(0.0, |(_, lead)| lead);
        assert!(lead < 5.0, "{lead}");
    }
}
