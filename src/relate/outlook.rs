//! Whether a stretch of text looks back on what was done or ahead to what shall be done.

use std::ops::Range;

use crate::layout::{SectionLayout, SpeechLayout};
use crate::lexicon::{Heading, Lexicon, Mood};

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
    let mut open: Vec<(&SectionLayout, Verdict)> = Vec::new();
    let mut start = 0;
    let mut has_review = false;
    for (at, sentence) in speech.sentences.iter().enumerate() {
        while let Some(section) = sections.next_if(|section| section.range.start <= sentence.range.start) {
            open.retain(|(outer, _)| outer.rank < section.rank);
            if section.rank == 1 {
                close(&mut chapters, start);
                start = at;
            }
            let heading = lexicon.outlook.of_heading(&text[section.heading.clone()]);
            let verdict = match heading.filter(|_| section.rank < TOPIC_SENTENCE) {
                None => Verdict::Silent,
                Some(Heading::Tells(mood)) => Verdict::Tells(mood),
                Some(Heading::Year) => Verdict::Tells(if has_review { Mood::Plan } else { Mood::Done }),
                Some(Heading::Turns) => Verdict::Turns(turn(text, speech, at, section, lexicon)),
            };
            has_review |= section.rank == 1 && verdict == Verdict::Tells(Mood::Done);
            open.push((section, verdict));
        }
        chapters.push((start..speech.sentences.len(), verdict(&open, at)));
    }
    chapters
}

/// What a heading says of the sentences below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Silent,
    Tells(Mood),
    /// A review up to this sentence, from it on a plan.
    Turns(usize),
}

impl Verdict {
    fn at(self, sentence: usize) -> Option<Mood> {
        match self {
            Verdict::Silent => None,
            Verdict::Tells(mood) => Some(mood),
            Verdict::Turns(turn) => Some(if sentence < turn { Mood::Done } else { Mood::Plan }),
        }
    }
}

/// What the innermost heading that tells says; but what a review names is past: 完成抢险任务 below 工作回顾.
fn verdict(open: &[(&SectionLayout, Verdict)], at: usize) -> Option<Mood> {
    let mut moods = open.iter().rev().filter_map(|(_, verdict)| verdict.at(at));
    let inner = moods.next()?;
    Some(if moods.any(|outer| outer == Mood::Done) { Mood::Done } else { inner })
}

/// Where a section that opens with sentence `first` turns from review to plan: the words before speak most for the
/// one, those behind most for the other.
fn turn(
    text: &str,
    speech: &SpeechLayout,
    first: usize,
    section: &SectionLayout,
    lexicon: &Lexicon,
) -> usize {
    let within =
        speech.sentences[first..].iter().take_while(|sentence| sentence.range.start < section.range.end);
    let (mut sum, mut lowest, mut turn) = (0_i32, 0, first);
    for (at, sentence) in within.enumerate().skip(1) {
        sum = sum.saturating_add(lexicon.outlook.weigh(&text[sentence.range.clone()]));
        if sum <= lowest {
            (lowest, turn) = (sum, first + at + 1);
        }
    }
    turn
}

/// Ends the chapter that began with sentence `start`.
fn close(chapters: &mut [(Range<usize>, Option<Mood>)], start: usize) {
    let end = chapters.len();
    if let Some(chapter) = chapters.get_mut(start..) {
        chapter.iter_mut().for_each(|(sentences, _)| sentences.end = end);
    }
}
