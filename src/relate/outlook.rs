//! Whether a stretch of text looks back on what was done or ahead to what shall be done.

use std::ops::Range;

use crate::layout::{SectionLayout, SpeechLayout};
use crate::lexicon::{Lexicon, Mood};

/// How many sentences before and behind a sentence are weighed with it.
const REACH: usize = 10;
/// How much more words of plan than of review must weigh: plans of the past are part of reviews.
const DOUBT: i32 = 3;
/// How much more they must weigh around a sentence that has none itself: who speaks of tasks tells of what is, too.
const DOUBT_OF_OTHERS: i32 = 9;
/// The rank of topic sentences, which are weighed as running text and not read as headings.
const TOPIC_SENTENCE: u8 = 4;

/// The outlook of each sentence of a speech: what the headings above it say, innermost first, else
/// what the words around it within its chapter speak for, its own counted twice.
pub(crate) fn of_sentences(text: &str, speech: &SpeechLayout, lexicon: &Lexicon) -> Vec<Option<Mood>> {
    let chapters = chapters(text, speech, lexicon);
    // Sentences under a heading that tells need no weighing.
    let mut weights: Vec<Option<i32>> = vec![None; chapters.len()];
    let mut weight = |at: usize| {
        let sentence = &speech.sentences[at].range;
        *weights[at].get_or_insert_with(|| lexicon.outlook.weigh(&text[sentence.clone()]))
    };
    let outlooks = chapters.iter().enumerate().map(|(at, (chapter, heading))| {
        heading.or_else(|| {
            let near = at.saturating_sub(REACH).max(chapter.start)..(at + REACH + 1).min(chapter.end);
            let own = weight(at);
            let sum = near.map(&mut weight).fold(own, i32::saturating_add);
            match sum {
                sum if sum >= if own > 0 { DOUBT } else { DOUBT_OF_OTHERS } => Some(Mood::Plan),
                0.. => None,
                _ => Some(Mood::Done),
            }
        })
    });
    outlooks.collect()
}

/// For each sentence the sentences of its chapter, and what the headings above it say.
fn chapters(text: &str, speech: &SpeechLayout, lexicon: &Lexicon) -> Vec<(Range<usize>, Option<Mood>)> {
    let mut chapters = Vec::with_capacity(speech.sentences.len());
    let mut sections = speech.sections.iter().peekable();
    let mut open: Vec<(&SectionLayout, Option<Mood>)> = Vec::new();
    let mut start = 0;
    for (at, sentence) in speech.sentences.iter().enumerate() {
        while let Some(section) = sections.next_if(|section| section.range.start <= sentence.range.start) {
            open.retain(|(outer, _)| outer.rank < section.rank);
            if section.rank == 1 {
                close(&mut chapters, start);
                start = at;
            }
            let mood = lexicon.outlook.of_heading(&text[section.heading.clone()]);
            open.push((section, mood.filter(|_| section.rank < TOPIC_SENTENCE)));
        }
        let heading = open.iter().rev().find_map(|(_, mood)| *mood);
        chapters.push((start..speech.sentences.len(), heading));
    }
    chapters
}

/// Ends the chapter that began with sentence `start`.
fn close(chapters: &mut [(Range<usize>, Option<Mood>)], start: usize) {
    let end = chapters.len();
    if let Some(chapter) = chapters.get_mut(start..) {
        chapter.iter_mut().for_each(|(sentences, _)| sentences.end = end);
    }
}
