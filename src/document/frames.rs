//! Finds the times that govern each sentence of a speech, from the records around it.

use super::ReadDocument;
use crate::layout::{self, SectionLayout};
use crate::record::{Span, Speech, Time};
use crate::relate::frame::{self, Dated, Frame, Reading, SentenceView};
use crate::text::is_line_break;

/// The times that govern each sentence of a speech.
pub(crate) struct Frames<'s> {
    speech: &'s Speech,
    /// The number of the first sentence.
    first: usize,
    governing: Vec<Option<Governing>>,
}

/// Indices of the times that govern a sentence, the nearest first, and the code point from which another time
/// governs it.
#[derive(Debug, Clone)]
struct Governing {
    times: Vec<usize>,
    rival: Option<usize>,
}

impl ReadDocument<'_> {
    /// Finds the times that govern the sentences of a speech.
    pub(crate) fn frames<'s>(&self, speech: &'s Speech) -> Frames<'s> {
        let first = self.sentences.partition_point(|sentence| sentence.start < speech.span.start);
        let sections: Vec<SectionLayout> = speech
            .sections
            .iter()
            .map(|section| SectionLayout {
                heading: section.heading.span.start..section.heading.span.end,
                range: section.span.start..section.span.end,
                rank: layout::rank(&self.folded(section.heading.span.start, section.heading.span.end)),
            })
            .collect();
        let mut reading = Reading::new(&sections, self.date());
        let sentences = self.sentences[first..].iter().take_while(|sentence| speech.span.contains(sentence));
        let sentences: Vec<Span> = sentences.copied().collect();
        let mut times = speech.times.as_slice();
        let texts: Vec<super::Plain> =
            sentences.iter().map(|sentence| self.unbroken(sentence.start, sentence.end)).collect();
        let governing = sentences.iter().zip(&texts).enumerate().map(|(at, (sentence, said))| {
            let (own, later) = times.split_at(times.partition_point(|time| time.span.end <= sentence.end));
            times = later;
            let dated: Vec<Dated> = own.iter().map(|time| dated(time, said)).collect();
            let told = SentenceView {
                text: &said.text,
                start: sentence.start,
                waits: true,
                opens_paragraph: at == 0 || self.breaks(sentences[at - 1].end, sentence.start),
                times: &dated,
                lexicon: self.lexicon,
                day: self.date(),
            };
            let next = sentences.get(at + 1).filter(|next| self.breaks(sentence.end, next.start));
            let governing = reading.enter(&told, next.map(|_| texts[at + 1].text.as_str()))?;
            let number =
                |frame: &Frame| speech.times.partition_point(|time| time.span.start < frame.place.start);
            Some(Governing {
                times: governing.frames().map(number).collect(),
                rival: governing.rival.map(|rival| said.position(rival)),
            })
        });
        let governing = governing.collect();
        Frames { speech, first, governing }
    }

    /// Whether a paragraph ends between two code points.
    fn breaks(&self, from: usize, to: usize) -> bool {
        self.characters.get(from..to).is_some_and(|between| between.iter().any(|c| is_line_break(*c)))
    }

    /// Whether a time only says what something is compared with: 比|上年|增长, 同|2000年|相比.
    pub(crate) fn is_base(&self, time: &Time) -> bool {
        let (before, after) = self.beside(time);
        frame::is_base(&before, &after, self.lexicon)
    }

    /// Whether a time is only that of the prices or the goal by which something is measured:
    /// 按|2020年|不变价计算.
    pub(crate) fn is_standard(&self, time: &Time) -> bool {
        let (before, after) = self.beside(time);
        frame::is_standard(&before, &after)
    }

    /// What stands right before and after a time.
    fn beside(&self, time: &Time) -> (String, String) {
        let (start, end) = (time.span.start, time.span.end);
        let before = self.folded(start.saturating_sub(frame::MAX_BASE_CHARS), start);
        (before, self.folded(end, end + frame::MAX_BASE_CHARS))
    }
}

fn dated<'s>(time: &'s Time, said: &super::Plain) -> Dated<'s> {
    Dated {
        range: said.byte_of(time.span.start)..said.byte_of(time.span.end),
        place: time.span.start..time.span.end,
        kind: time.kind,
        iso: time.iso.as_deref(),
    }
}

impl<'s> Frames<'s> {
    /// The times that govern a span, by what stands around its sentence, the nearest first.
    pub(crate) fn at(&self, read: &ReadDocument, span: &Span) -> impl Iterator<Item = &'s Time> {
        let sentence = read.sentences.partition_point(|sentence| sentence.end <= span.start);
        let governing =
            sentence.checked_sub(self.first).and_then(|number| self.governing.get(number)?.as_ref());
        let governs = |governing: &&Governing| governing.rival.is_none_or(|rival| span.start < rival);
        let times = governing.filter(governs).map_or([].as_slice(), |governing| &governing.times);
        times.iter().filter_map(|time| self.speech.times.get(*time))
    }
}
