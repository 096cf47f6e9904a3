//! Firms in a list whose head noun comes last: 甲、乙、丙等一批龙头企业.

use std::ops::Range;

use crate::lexicon::Trigger;
use crate::recognise::naming::{is_proper, token_at};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// How many characters may stand between 等 and the head noun: 等(一批行业领军)企业.
const LONGEST_HEAD: usize = 14;
/// How many characters a member has at most.
const LONGEST_MEMBER: usize = 10;
/// How many members a list has at most.
const LONGEST_LIST: usize = 40;

/// The members of every such list.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { start: etc, end } in scene.wake(Trigger::List) {
        if !heads_firms(scene, etc, end) {
            continue;
        }
        let members = members(scene, etc);
        let named = members.iter().filter(|member| is_name(scene, member)).count();
        if named * 2 < members.len() || named == 0 {
            continue;
        }
        candidates.extend(members.into_iter().filter(|member| !is_common(scene, member)).map(|member| {
            Candidate::new(member, "body.listed", Evidence::Context, Detail::Body(BodyKind::Enterprise))
        }));
    }
}

/// Whether 等 closes a list here and a noun for firms heads it: between them nouns, adjectives,
/// numbers, so that 等措施激励企业 does not count.
fn heads_firms(scene: &Scene, etc: usize, from: usize) -> bool {
    let index = scene.tokens.partition_point(|token| token.range.end <= etc);
    let Some(own) = scene.tokens.get(index) else { return false };
    // 高等, 平等 are words; 领等 is the tagger's guess.
    if own.range.len() > 3 && scene.knows(own) {
        return false;
    }
    for token in scene.tokens[index + 1..].iter().take(LONGEST_HEAD) {
        let word = scene.slice(&token.range);
        if token.range.end > from + LONGEST_HEAD * 3 {
            return false;
        }
        let last = scene.lexicon.bodies.makers.find(word).last();
        if last.is_some_and(|(maker, ())| maker.end == word.len()) {
            return true;
        }
        let quoted = matches!(word, "“" | "”");
        let counts =
            matches!(token.tag.as_bytes().first(), Some(b'm' | b'q' | b'n' | b'a' | b'b' | b'j' | b'l'));
        if !(quoted || counts || token.tag == "vn") {
            return false;
        }
    }
    false
}

/// The members before byte `etc`, last first read, given in text order.
fn members(scene: &Scene, etc: usize) -> Vec<Range<usize>> {
    let mut members = Vec::new();
    let mut end = etc;
    while members.len() < LONGEST_LIST {
        let start = run_start(scene.text, end);
        let separated = scene.text[..start].ends_with('、');
        let first = if separated { start } else { first_member_start(scene, start, end) };
        if first >= end || scene.text[first..end].chars().count() > LONGEST_MEMBER {
            break;
        }
        members.push(first..end);
        if !separated {
            break;
        }
        end = start - '、'.len_utf8();
    }
    members.reverse();
    members
}

/// Start of the run of letters and characters that ends here, within a bounded window.
fn run_start(text: &str, end: usize) -> usize {
    let run = text[..end].char_indices().rev().take(3 * LONGEST_MEMBER);
    run.take_while(|(_, character)| character.is_alphanumeric()).last().map_or(end, |(at, _)| at)
}

/// Where the first member starts inside its run: behind the last verb or particle that is not part
/// of its own last token.
fn first_member_start(scene: &Scene, run: usize, end: usize) -> usize {
    let Some(last) = end.checked_sub(1).and_then(|byte| token_at(scene.tokens, byte)) else { return run };
    let from = scene.tokens.partition_point(|token| token.range.start < run);
    let to = scene.tokens.partition_point(|token| token.range.end <= last.range.start);
    let own = scene.tokens.get(from..to).unwrap_or_default();
    let lead = own.iter().rev().find(|token| leads(token.tag, token.range.len()));
    lead.map_or(run, |token| token.range.end)
}

fn leads(tag: &str, len: usize) -> bool {
    match tag.as_bytes().first() {
        Some(b'u' | b'p' | b'c' | b'd' | b'r' | b'm' | b'q') => true,
        Some(b'v') => tag != "vn" && len > 3,
        _ => false,
    }
}

/// Whether a member holds a word that is a name.
fn is_name(scene: &Scene, member: &Range<usize>) -> bool {
    !is_activity(scene, member) && tokens(scene, member).any(|(word, tag)| is_proper(scene, word, tag))
}

/// Whether a member is a place, or one ordinary word.
fn is_common(scene: &Scene, member: &Range<usize>) -> bool {
    if scene.lexicon.places.is_place(scene.slice(member)) {
        return true;
    }
    if is_activity(scene, member) {
        return true;
    }
    let mut words = tokens(scene, member);
    let (Some((word, tag)), None) = (words.next(), words.next()) else { return false };
    !is_proper(scene, word, tag) && scene.lexicon.knows(word)
}

/// Whether a member opens with a common word and closes with a doing: 卫星研发|制造.
fn is_activity(scene: &Scene, member: &Range<usize>) -> bool {
    let common = |(word, tag): (&str, &str)| {
        word.len() > 3 && scene.lexicon.knows(word) && !is_proper(scene, word, tag)
    };
    let (first, last) = (tokens(scene, member).next(), tokens(scene, member).last());
    first.is_some_and(common)
        && last.is_some_and(|(word, tag)| word.len() > 3 && tag.starts_with('v') && scene.lexicon.knows(word))
}

fn tokens<'s>(scene: &'s Scene, range: &'s Range<usize>) -> impl Iterator<Item = (&'s str, &'s str)> {
    let first = scene.tokens.partition_point(|token| token.range.end <= range.start);
    let tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < range.end);
    tokens.map(|token| {
        let inside = token.range.start.max(range.start)..token.range.end.min(range.end);
        (scene.slice(&inside), token.tag)
    })
}
