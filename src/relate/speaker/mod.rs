//! Who is the source of what a sentence says: 周文远…发表讲话,强调….
//!
//! A person is a source if a verb of saying belongs to them: right after the name (多次强调), after
//! adjuncts (在…报告中指出), or in a later clause as long as no other subject comes in between.

mod clause;
mod quotation;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Thread;
use crate::lexicon::Beside;
use crate::recognise::{CLAUSE_MARKS, Candidate, Detail, Scene, after_adverbs};
use crate::segment::Token;
use clause::{Clause, says};
use quotation::{ends_with_words, words_of};

/// Most titles of one person after the name: 司令员兼政治委员.
const MAX_TITLES: usize = 3;
/// Farthest that a clause is read back from its subject, in characters.
const MAX_HEAD_CHARS: usize = 60;
/// Marks and words between the members of a list of people.
const JOINERS: [char; 5] = ['、', '和', '与', '及', '同'];
/// Words for what is printed of a speech.
const PARTS: [&str; 4] = ["的一部分", "的主要部分", "节选", "节录"];
/// Says of every person whether the sentence names them as the source of its words.
pub(super) fn relate(scene: &Scene, _: &mut Thread, candidates: &mut [Candidate]) {
    // Read from the right: a member of a list speaks if the next does (马克思、恩格斯指出).
    let mut next: Option<(usize, bool)> = None;
    for candidate in candidates.iter_mut().rev() {
        let Detail::Person(person) = &mut candidate.detail else { continue };
        let subject = Subject::new(scene, &candidate.range, &person.posts);
        let listed = next.filter(|(start, _)| subject.joins(scene, *start));
        let speaks = match listed {
            Some((_, speaks)) => speaks && !subject.reports(scene),
            None => subject.speaks(scene),
        };
        next = Some((subject.range.start, speaks));
        person.speaker |= speaks;
    }
}

/// A person with the posts and the address that stand beside the name: 县长周文远同志.
struct Subject {
    range: Range<usize>,
    name: Range<usize>,
    /// The byte at which the name's clause starts.
    clause: usize,
    /// Whether 同志 or the like stands after the name.
    addressed: bool,
    /// Whether a title stands after the name: 周文远委员.
    is_titled: bool,
}

impl Subject {
    fn new(scene: &Scene, name: &Range<usize>, posts: &[(Range<usize>, Option<Range<usize>>)]) -> Self {
        let text = scene.text;
        let starts = posts.iter().map(|(title, body)| body.as_ref().map_or(title.start, |body| body.start));
        let start = starts.chain([name.start]).min().unwrap_or(name.start);
        let mut end = name.end;
        for _ in 0..MAX_TITLES {
            let joined =
                if end > name.end && text[end..].starts_with('兼') { end + '兼'.len_utf8() } else { end };
            let Some((title, _)) = scene.title_at(joined) else { break };
            end = title.end;
        }
        let courtesy = match scene.beside_at(end) {
            Some((courtesy, Beside::Courtesy)) => Some(courtesy),
            _ => None,
        };
        let head = text[..start].char_indices().rev().take(MAX_HEAD_CHARS);
        let clause = head.take_while(|(_, c)| !CLAUSE_MARKS.contains(c)).last().map_or(start, |(at, _)| at);
        Subject {
            range: start..courtesy.unwrap_or(end),
            name: name.clone(),
            clause,
            addressed: courtesy.is_some(),
            is_titled: end > name.end,
        }
    }

    /// Whether the next member of a list stands at this byte, with one joiner between.
    fn joins(&self, scene: &Scene, next: usize) -> bool {
        let between = scene.text.get(self.range.end..next).unwrap_or_default();
        let mut marks = between.chars();
        marks.next().is_some_and(|mark| JOINERS.contains(&mark)) && marks.next().is_none()
    }

    fn speaks(&self, scene: &Scene) -> bool {
        let text = scene.text;
        if self.reports(scene) {
            return false;
        }
        if self.range.start == 0 && text[self.range.end..].starts_with(':') {
            return self.opens_transcript(scene);
        }
        if words_of(scene, self.range.end) || self.is_presented(scene) || self.closes_quotation(scene) {
            return true;
        }
        let lead = self.lead(scene);
        let first = Clause::new(scene, self.range.end, lead.is_some());
        if !self.is_governed(scene, lead) && first.says_at_once() {
            return true;
        }
        self.is_subject(scene, lead.unwrap_or(self.clause)) && says(scene, self.range.end, lead.is_some())
    }

    /// Whether a name before a colon opens what the person says, as in a transcript (周文远:). A letter greets
    /// 周文远同志:, and 周文远委员: on a line of its own; 列宁:《…》 is a note that names a work.
    fn opens_transcript(&self, scene: &Scene) -> bool {
        let said = scene.text[self.range.end..].trim_start_matches([':', ' ']);
        let is_greeted = self.addressed || said.is_empty() && self.is_titled;
        said.starts_with('“') || !is_greeted && !said.starts_with('《')
    }

    /// Whether only a person and a verb that quotes stand after the quotation: ”|周文远分析。
    fn closes_quotation(&self, scene: &Scene) -> bool {
        let text = scene.text;
        let after = self.range.start == 0 || text[..self.range.start].ends_with('”');
        let verb = scene.beside_at(after_adverbs(scene, self.range.end));
        let alone = |end: usize| text[end..].trim_end_matches(['。', ' ']).is_empty();
        after && matches!(verb, Some((end, Beside::Verb | Beside::Quoting)) if alone(end))
    }

    /// Whether a note says whose speech this is: 这是周文远在会上的讲话。
    fn is_presented(&self, scene: &Scene) -> bool {
        let before = scene.text[..self.range.start].trim_start_matches(['※', '*', '(', ' ']);
        let end = scene.text.trim_end_matches(['。', ')', ' ']);
        before == "这是" && (PARTS.iter().any(|part| end.ends_with(part)) || ends_with_words(scene, end))
    }

    /// The byte at which the word ends that opens a source's clause: 正如|毛主席指出的.
    fn lead(&self, scene: &Scene) -> Option<usize> {
        match scene.beside_at(self.clause) {
            Some((end, Beside::Lead)) if end <= self.range.start => Some(end),
            _ => None,
        }
    }

    fn reports(&self, scene: &Scene) -> bool {
        let before = scene.text[..self.name.start].trim_end();
        scene.lexicon.posts.reports(before)
    }

    /// Whether the word right before governs the name: 对周文远说, 批评周文远说.
    fn is_governed(&self, scene: &Scene, lead: Option<usize>) -> bool {
        let before = tokens_in(scene, self.clause..self.range.start).last();
        before.filter(|token| lead != Some(token.range.end)).is_some_and(|token| {
            let class = scene.lexicon.people.beside.get(token.word);
            token.tag == "p" || matches!(class, Some(Beside::Quoting | Beside::Object))
        })
    }

    /// Whether no verb or preposition before the name still waits for its object (会见周文远; but 在调研时,周文远 and
    /// 调研时周文远), and the name does not itself belong to a noun (周文远的, 周文远这个).
    fn is_subject(&self, scene: &Scene, from: usize) -> bool {
        let mut open = false;
        let from = after_adverbs(scene, from);
        for token in tokens_in(scene, from..self.range.start) {
            match token.tag {
                "p" | "v" | "vd" | "i" => open = true,
                _ if clause::closes_adjunct(scene, token) => open = false,
                _ => {}
            }
        }
        !open
            && !scene.text[self.range.end..].starts_with('的')
            && !Clause::new(scene, self.range.end, false).opens_with_noun()
    }
}

/// The tokens that lie in these bytes.
fn tokens_in<'s>(scene: &Scene<'s>, stretch: Range<usize>) -> &'s [Token<'s>] {
    let from = scene.tokens.started_before(stretch.start);
    let to = scene.tokens.ended_by(stretch.end);
    scene.tokens.all().get(from..to).unwrap_or_default()
}
