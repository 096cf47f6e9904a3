//! Who gives the speech that another sentence tells of: 周文远致词。她说,…, or the caption below the byline:
//! 县长周文远作政府工作报告。

use crate::layout::{Role, Sentence};
use crate::lexicon::{Beside, Lexicon};
use crate::recognise::{Candidate, Detail, Person};

/// Pronouns for the person whom the sentence before is about.
const PRONOUNS: [char; 2] = ['他', '她'];
/// Most adverbs between the pronoun and the verb.
const MAX_ADVERBS: usize = 3;

/// Longest noun for somebody's words, in characters.
const MAX_NOUN_CHARS: usize = 4;

/// Most sentences between a byline and the salutation that stand under a picture.
const MAX_CAPTIONS: usize = 6;
/// Verb of giving a speech: 作报告.
const GIVES: char = '作';

/// Makes speakers of people by what the sentences around them tell.
pub(crate) fn relate(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], lexicon: &Lexicon) {
    by_pronoun(text, sentences, lexicon);
    by_caption(text, sentences, lexicon);
}

/// Makes a speaker of whom the byline names where a caption between it and the salutation says that the
/// speech is theirs.
fn by_caption(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], lexicon: &Lexicon) {
    let Some(byline) = sentences.iter().position(|(sentence, _)| sentence.role == Role::Byline) else {
        return;
    };
    let (line, named) = &sentences[byline];
    let line = &text[line.range.clone()];
    let speaks = |one: &&Candidate| matches!(&one.detail, Detail::Person(person) if person.speaker);
    let names: Vec<_> =
        named.iter().filter(speaks).map(|one| line[one.range.clone()].replace(' ', "")).collect();
    for (sentence, candidates) in sentences.iter_mut().skip(byline + 1).take(MAX_CAPTIONS) {
        let told = &text[sentence.range.clone()];
        if told.ends_with(':') {
            return;
        }
        if !told.contains(GIVES) || !ends_with_speech(told, lexicon) {
            continue;
        }
        for candidate in candidates.iter_mut() {
            let is_named = names.iter().any(|name| *name == told[candidate.range.clone()]);
            if let (Detail::Person(person), true) = (&mut candidate.detail, is_named) {
                person.speaker = true;
            }
        }
    }
}

/// Makes a speaker of the person whom a sentence is about, if the sentence ends with the name of a speech or
/// a clause opens with the person, and the next sentence opens with a pronoun and a verb of saying.
fn by_pronoun(text: &str, sentences: &mut [(&Sentence, Vec<Candidate>)], lexicon: &Lexicon) {
    for next in 1..sentences.len() {
        let said = &text[sentences[next].0.range.clone()];
        if !goes_on(said, lexicon) {
            continue;
        }
        let (sentence, candidates) = &mut sentences[next - 1];
        let told = &text[sentence.range.clone()];
        let gives_speech = ends_with_speech(told, lexicon);
        if let Some((start, person)) = subject(told, candidates, lexicon)
            && (gives_speech || opens_clause(told, start))
        {
            person.speaker = true;
        }
    }
}

/// Whether a clause opens at this byte: 在水渠边,|周文远察看….
fn opens_clause(told: &str, start: usize) -> bool {
    matches!(told[..start].chars().next_back(), None | Some(',' | ';'))
}

/// Whether a noun for somebody's words ends the sentence.
fn ends_with_speech(told: &str, lexicon: &Lexicon) -> bool {
    let told = told.trim_end_matches(['。', ' ']);
    let mut starts = told.char_indices().rev().take(MAX_NOUN_CHARS);
    starts.any(|(start, _)| lexicon.people.is_words(&told[start..]))
}

/// The person whom the sentence is about: the only one whom it names, or the one whose name or posts open it;
/// and the byte at which the name, or the posts before it, start.
fn subject<'c>(
    told: &str,
    candidates: &'c mut [Candidate],
    lexicon: &Lexicon,
) -> Option<(usize, &'c mut Person)> {
    let mut people = candidates.iter_mut().filter_map(|candidate| match &mut candidate.detail {
        Detail::Person(person) => Some((candidate.range.start, person)),
        _ => None,
    });
    let (name, person) = people.next()?;
    let starts = person.posts.iter().map(|(title, body)| body.as_ref().unwrap_or(title).start);
    let start = starts.chain([name]).min().unwrap_or(name);
    let reports = person.posts.iter().any(|(title, _)| lexicon.posts.reports(&told[title.clone()]));
    ((start == 0 || people.next().is_none()) && !reports).then_some((start, person))
}

/// Whether a pronoun and a verb of saying open the sentence, with nothing but adverbs between them.
fn goes_on(said: &str, lexicon: &Lexicon) -> bool {
    let Some(rest) = said.strip_prefix(PRONOUNS) else { return false };
    let mut at = said.len() - rest.len();
    for _ in 0..=MAX_ADVERBS {
        match lexicon.people.beside_at(said, at) {
            Some((end, Beside::Adverb)) => at = end,
            Some((_, Beside::Verb)) => return true,
            Some((end, Beside::Quoting)) => return said[end..].starts_with([',', ':', '“']),
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    /// The speakers of a text.
    fn speakers(text: &str) -> Vec<String> {
        let document = Extractor::builder().build().unwrap().extract(text);
        let people = document.speeches.into_iter().flat_map(|speech| speech.people);
        people.filter(|person| person.speaker).map(|person| person.text).collect()
    }

    #[test]
    fn a_caption_below_the_byline_tells_whose_the_speech_is() {
        let text = |caption: &str| format!("县长 周文远\n\n{caption}\n\n各位代表：\n\n现在我报告工作。");
        for caption in
            ["县长周文远作政府工作报告。", "2月3日，周文远代表县政府向大会作工作报告。本报记者 李明 摄"]
        {
            assert_eq!(speakers(&text(caption)), ["周文远", "周文远"], "{caption}");
        }
        for caption in ["县长周文远察看水渠。", "教授李明作学术报告。"] {
            assert_eq!(speakers(&text(caption)), ["周文远"], "{caption}");
        }
    }

    #[test]
    fn a_pronoun_that_says_something_goes_back_to_whom_the_sentence_before_is_about() {
        for text in [
            "副县长周文远代表县政府致词。她说，水渠已经修好。",
            "县长周文远向教授李明发表讲话。他还指出，要节水。",
            "会上，县长周文远致辞。他强调，要节水。",
            "副县长周文远察看水渠。她说，要节水。",
            "在石溪水库，县长周文远了解库容情况。他强调，要节水。",
        ] {
            assert_eq!(speakers(text), ["周文远"], "{text}");
        }
        for text in [
            "副县长周文远致词。会议说，水渠已经修好。",
            "副县长周文远致词。她走到渠边。",
            "大家感谢县长周文远。他说，要节水。",
            "会上，县长周文远请教授李明讲话。他说，要节水。",
            "清溪日报记者周文远来到渠边。他说，要节水。",
            "他说，要节水。",
        ] {
            assert_eq!(speakers(text), [""; 0], "{text}");
        }
    }
}
