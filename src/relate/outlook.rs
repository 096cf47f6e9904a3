//! Whether a stretch of text looks back on what was done or ahead to what shall be done.

use std::ops::Range;

use crate::layout::{Role, SectionLayout, Sentence, SpeechLayout};
use crate::lexicon::{Heading, Lexicon, Mood, TaskState};
use crate::numeral::is_numeric;

/// Cap on the evidence that the sentences before, or after, carry over, in quarters of ln(odds): 28/4 is
/// about ln 1000, because one sentence of a report in a thousand turns from review to plan.
const MAX_CARRIED_WEIGHT: i32 = 28;
/// Least weight of a sentence together with those around it that says anything.
const MIN_WEIGHT: i32 = 8;
/// The same where its own words do not agree: whoever speaks of tasks also speaks of what is.
const MIN_WEIGHT_OF_OTHERS: i32 = 30;
/// Least weight of a sentence alone that speaks against the title: three strong words.
const MIN_WEIGHT_AGAINST: i32 = 20;
/// Most characters in the number of an annex: 附件12.
const MAX_ANNEX_NUMBER_CHARS: usize = 3;
/// Headings of this rank or above end what a line before them says; those below number its items.
const SUBSECTION: u8 = 2;
/// The rank of topic sentences, which are weighed as running text and not read as headings.
const TOPIC_SENTENCE: u8 = 4;

/// The outlook of each sentence of a speech, by the first of these that says one: the headings above it,
/// innermost first; the last line before it that tells like a heading; the title, unless the sentence's own
/// words speak against it; its words and those around it within its chapter.
pub(crate) fn of_sentences(
    text: &str,
    title: Option<&str>,
    speech: &SpeechLayout,
    lexicon: &Lexicon,
) -> Vec<Option<Mood>> {
    let chapters = chapters(text, speech, lexicon);
    let titled = title.and_then(|title| lexicon.outlook.of_title(title));
    let mut outlooks: Vec<_> = chapters.iter().map(|(_, heading)| *heading).collect();
    let mut start = 0;
    for chapter in chapters.chunk_by(|(a, _), (b, _)| a.start == b.start) {
        let sentences = start..start + chapter.len();
        start = sentences.end;
        // Sentences under headings that tell need no weighing.
        if chapter.iter().all(|(_, heading)| heading.is_some()) {
            continue;
        }
        let weigh = |at: usize| lexicon.outlook.weigh(&text[speech.sentences[at].range.clone()]);
        let own: Vec<i32> = sentences.clone().map(weigh).collect();
        for ((outlook, own), sum) in outlooks[sentences].iter_mut().zip(&own).zip(weighed_together(&own)) {
            let titled = titled.filter(|titled| !speaks_against(*own, *titled));
            *outlook = outlook.or(titled).or_else(|| mood(*own, sum));
        }
    }
    for ((outlook, line), (_, heading)) in
        outlooks.iter_mut().zip(lines(text, speech, lexicon)).zip(&chapters)
    {
        if heading.is_none() {
            *outlook = line.or(*outlook);
        }
    }
    for (outlook, sentence) in outlooks.iter_mut().zip(&speech.sentences) {
        if sentence.role == Role::Cell {
            *outlook = of_cell(&text[sentence.range.clone()], lexicon);
        }
    }
    outlooks
}

/// The outlook of a cell of a table of tasks: a plan, unless it tells something as done.
fn of_cell(cell: &str, lexicon: &Lexicon) -> Option<Mood> {
    let is_told =
        lexicon.outlook.weigh(cell) <= -MIN_WEIGHT || lexicon.tasks.state(cell) == Some(TaskState::Done);
    (!is_told).then_some(Mood::Plan)
}

/// For each sentence, what the last line says that is not the heading of a section: 专栏3 opens a box of a
/// plan; the name of an annex tells like a heading (附件 2030年民生实事), up to the next annex.
fn lines(text: &str, speech: &SpeechLayout, lexicon: &Lexicon) -> Vec<Option<Mood>> {
    let mut sections = speech.sections.iter().peekable();
    let mut told = None;
    let (mut follows_annex, mut in_annex) = (false, false);
    let tells = |sentence: &Sentence| {
        while let Some(section) = sections.next_if(|section| section.range.start <= sentence.range.start) {
            told = told.filter(|_| in_annex || section.rank > SUBSECTION);
        }
        let line = text[sentence.range.clone()].trim();
        if line.strip_prefix("专栏").is_some_and(|number| number.starts_with(is_numeric)) {
            told = Some(Mood::Plan);
        }
        let annex = follows_annex.then(|| lexicon.outlook.of_heading(line)).flatten();
        if let Some(Heading::Tells(mood)) = annex {
            (told, in_annex) = (Some(mood), true);
        }
        follows_annex =
            line.strip_prefix("附件").is_some_and(|number| number.chars().count() <= MAX_ANNEX_NUMBER_CHARS);
        if follows_annex && in_annex {
            (told, in_annex) = (None, false);
        }
        told
    };
    speech.sentences.iter().map(tells).collect()
}

/// The weight of each sentence with what all before it and all after it carry over, capped at
/// [`MAX_CARRIED_WEIGHT`] on either side.
fn weighed_together(own: &[i32]) -> Vec<i32> {
    let carry = |weight: &mut i32, own: &i32| {
        let before = *weight;
        *weight = before.saturating_add(*own).clamp(-MAX_CARRIED_WEIGHT, MAX_CARRIED_WEIGHT);
        Some(before)
    };
    let before = own.iter().scan(0, carry);
    let after: Vec<i32> = own.iter().rev().scan(0, carry).collect();
    let around = before.zip(after.into_iter().rev());
    around.zip(own).map(|((before, after), own)| own.saturating_add(before).saturating_add(after)).collect()
}

/// The mood of a sentence with this weight of its own and this sum with those around it.
fn mood(own: i32, sum: i32) -> Option<Mood> {
    let agrees = own.signum() == sum.signum();
    let doubt = if agrees { MIN_WEIGHT } else { MIN_WEIGHT_OF_OTHERS };
    (sum.abs() >= doubt).then_some(if sum > 0 { Mood::Plan } else { Mood::Done })
}

/// Whether a sentence of this weight clearly speaks against a mood.
fn speaks_against(own: i32, titled: Mood) -> bool {
    let against = if titled == Mood::Plan { own.saturating_neg() } else { own };
    against >= MIN_WEIGHT_AGAINST
}

/// For each sentence, the indices of the sentences of its chapter, and what the headings above it say.
fn chapters(text: &str, speech: &SpeechLayout, lexicon: &Lexicon) -> Vec<(Range<usize>, Option<Mood>)> {
    let mut chapters = Vec::with_capacity(speech.sentences.len());
    let mut sections = speech.sections.iter().peekable();
    let mut open: Vec<(&SectionLayout, Verdict)> = Vec::new();
    let mut start = 0;
    let mut has_review = false;
    for (at, sentence) in speech.sentences.iter().enumerate() {
        while let Some(section) = sections.next_if(|section| section.range.start <= sentence.range.start) {
            let told = open.iter().any(|(_, verdict)| *verdict != Verdict::Silent);
            open.retain(|(outer, _)| outer.rank < section.rank);
            let words = &text[section.heading.clone()];
            let heading = lexicon.outlook.of_heading(words);
            let verdict = match heading.filter(|_| section.rank < TOPIC_SENTENCE) {
                None => Verdict::Silent,
                Some(Heading::Tells(mood)) => Verdict::Tells(mood),
                Some(Heading::Year) => Verdict::Tells(if has_review { Mood::Plan } else { Mood::Done }),
                Some(Heading::Turns) => Verdict::Turns(turn(text, speech, at, section, lexicon)),
            };
            // The headings of a list of tasks tell nothing, and part nothing.
            if section.rank == 1 && (told || verdict != Verdict::Silent) {
                close(&mut chapters, start);
                start = at;
            }
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

/// What the innermost heading that tells anything says; but all that stands below a review is past: 完成抢险任务
/// below 工作回顾.
fn verdict(open: &[(&SectionLayout, Verdict)], at: usize) -> Option<Mood> {
    let mut moods = open.iter().rev().filter_map(|(_, verdict)| verdict.at(at));
    let inner = moods.next()?;
    Some(if moods.any(|outer| outer == Mood::Done) { Mood::Done } else { inner })
}

/// The index of the sentence from which on a section that opens with sentence `first` is a plan: the words
/// before it speak most for a review, those after it most for a plan.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::FigureStatus;

    #[test]
    fn what_stands_around_fades_but_does_not_grow() {
        assert_eq!(weighed_together(&[40, 0, 0, -10]), [30, 18, 18, 18]);
        assert_eq!(weighed_together(&[-100, 0, 100]), [-72, 0, 72]);
        assert_eq!(weighed_together(&[i32::MAX, i32::MAX])[0], i32::MAX);
        assert!(weighed_together(&[]).is_empty());
    }

    #[test]
    fn a_sentence_that_says_nothing_itself_needs_more_around_it() {
        assert_eq!(mood(5, 12), Some(Mood::Plan));
        assert_eq!(mood(0, 12), None);
        assert_eq!(mood(-2, -12), Some(Mood::Done));
        assert_eq!(mood(5, -12), None);
        assert_eq!(mood(0, -40), Some(Mood::Done));
    }

    #[test]
    fn a_box_of_a_plan_tells_what_shall_be() {
        let statuses = |text: &str| -> Vec<_> {
            let document = crate::shared().unwrap().extract_dated(text, Some(&"2016-12".parse().unwrap()));
            document.speeches[0].figures.iter().map(|figure| figure.status).collect()
        };
        let lake = "(一)清河流域。三里湖等5个湖泊由劣五类升为四类。建成水库6座。";
        assert_eq!(statuses(&format!("专栏2 需要改善的湖泊{lake}")), [FigureStatus::Target; 5]);
        assert_eq!(statuses(&format!("专栏文章:湖泊{lake}")), [FigureStatus::Result; 5]);
    }

    /// The headings of a list of tasks do not part what it says together; the name of an annex tells like a
    /// heading.
    #[test]
    fn a_list_of_tasks_is_one_chapter() {
        let statuses = |text: &str| -> Vec<_> {
            let document = crate::shared().unwrap().extract_dated(text, Some(&"2026-02".parse().unwrap()));
            document.speeches[0].figures.iter().map(|figure| figure.status).collect()
        };
        let tasks = "一、提升养老服务水平。\n\n新建养老院9所，着力打造宜居社区，大力推动服务创新。\n\n二、推进污水治理。\n\n\
                     更好统筹建设和管护，加快推进管网改造，着力推动乡村全面振兴。\n\n三、保障儿童健康。\n\n为9万名儿童提供检查，提升保障水平。\n";
        assert_eq!(statuses(tasks), [FigureStatus::Target; 2]);
        let annex = "会议总结了过去一年的工作。\n附件\n2026年全县民生实事\n1.为9万名儿童免费检查，改造校舍（单位：教育局）。\n";
        assert_eq!(statuses(annex), [FigureStatus::Target]);
        assert_eq!(
            statuses("会议总结了过去一年的工作。\n\n1.为9万名儿童免费检查，改造校舍（单位：教育局）。\n"),
            [FigureStatus::Result]
        );
    }

    /// A chapter whose heading says both turns where its words do.
    #[test]
    fn a_chapter_of_both_turns_once() {
        let text = "一、去年工作回顾和今年总体要求\n\n过去一年,经济保持平稳增长。新建学校12所。累计完成投资30亿元,\
                    连续三年位居全省前列。\n\n今年要加快建设产业体系。新建医院2所。更好统筹发展和安全,着力打造宜居城市。";
        let document = crate::shared().unwrap().extract_dated(text, Some(&"2024-02".parse().unwrap()));
        let statuses = document.speeches[0].figures.iter().map(|figure| figure.status);
        let (done, planned) = (FigureStatus::Result, FigureStatus::Target);
        assert_eq!(statuses.collect::<Vec<_>>(), [done, done, planned]);
    }
}
