//! Recognises firms in a list whose head noun comes last: 甲、乙、丙等一批龙头企业.

use std::ops::Range;

use crate::lexicon::{NameCue, Trigger, is_han};
use crate::recognise::naming::is_proper;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// Most characters between 等 and the head noun: 等(一批行业领军)企业.
const MAX_HEAD_CHARS: usize = 14;
/// Longest member, in characters.
const MAX_MEMBER_CHARS: usize = 10;
/// Most members of a list.
const MAX_MEMBERS: usize = 40;

/// Fewest names in a list that show its words to be names, too.
const MIN_NAMED: usize = 3;
/// Longest coined name, and the length of a word that may be a name, in characters.
const MAX_COINED_CHARS: usize = 5;
const MAX_WORD_CHARS: usize = 2;

/// Proposes the members of every such list.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { start: etc, end } in scene.wake(Trigger::List) {
        let Some(head) = head(scene, etc, end) else { continue };
        let members = members(scene, etc);
        let named = members.iter().filter(|member| is_name(scene, member)).count();
        // Leading firms are named one by one, so one name among them suffices. Coined names vouch for each
        // other: 云账册、桔数科等企业.
        let coined = || members.len() > 1 && members.iter().all(|member| is_coined(scene, member));
        let enough =
            if leads_trade(scene, &head) { named > 0 } else { named > 0 && named * 2 >= members.len() };
        if !enough && !coined() {
            continue;
        }
        // Among many firms words are names, too, and so is one word where all others are firms: 曙光、海光、麒麟.
        let are_firms = named >= MIN_NAMED && named * 2 >= members.len();
        let is_last_word = named + 1 == members.len() && named + 1 >= MIN_NAMED;
        let is_firm = |member: &Range<usize>| {
            !is_common(scene, member)
                || (are_firms || is_last_word) && is_short_word(scene, member)
                || are_firms && is_activity(scene, member)
        };
        candidates.extend(members.into_iter().filter(is_firm).map(|member| {
            Candidate::new(member, "body.listed", Evidence::Context, Detail::Body(BodyKind::Enterprise))
        }));
    }
}

/// Whether the head says that the firms lead their trade: 龙头企业, 行业领军企业.
fn leads_trade(scene: &Scene, head: &Range<usize>) -> bool {
    scene.lexicon.bodies.leaders.find(scene.slice(head)).next().is_some()
}

/// The head of the list that 等 closes here, up to its noun for firms. Only nouns, adjectives and numbers may
/// stand between, unlike 等措施激励企业.
fn head(scene: &Scene, etc: usize, from: usize) -> Option<Range<usize>> {
    let index = scene.tokens.ended_by(etc);
    let own = scene.tokens.get(index)?;
    // The tagger may glue to 等 part of the noun for firms: 等央|企新.
    if own.range.end > from
        && let Some((maker, ())) = scene.lexicon.bodies.makers.longest_at(scene.text, from)
    {
        return Some(from..maker.end);
    }
    // 高等 and 平等 are words; 领等 is the tagger's guess, and in 许继、平高等企业 a member ends before 等.
    let ends_member = || {
        let member = run_start(scene.text, etc);
        member < own.range.start && scene.text[..member].ends_with('、')
    };
    if own.range.len() > 3 && scene.knows(own) && !ends_member() {
        return None;
    }
    // Only firms do this: 等|快速成长.
    if let Some((thrives, ())) = scene.lexicon.bodies.thrives.longest_at(scene.text, from) {
        return Some(thrives);
    }
    for token in scene.tokens[index + 1..].iter().take(MAX_HEAD_CHARS) {
        let word = token.word;
        if token.range.end > from + MAX_HEAD_CHARS * 3 {
            return None;
        }
        let last = scene.lexicon.bodies.makers.find(word).last();
        if last.is_some_and(|(maker, ())| maker.end == word.len()) {
            return Some(from..token.range.end);
        }
        let quoted = matches!(word, "“" | "”");
        let counts =
            matches!(token.tag.as_bytes().first(), Some(b'm' | b'q' | b'n' | b'a' | b'b' | b'j' | b'l'));
        if !(quoted || counts || token.tag == "vn") {
            return None;
        }
    }
    None
}

/// The members before byte `etc`, in text order.
fn members(scene: &Scene, etc: usize) -> Vec<Range<usize>> {
    let mut members = Vec::new();
    let mut end = etc;
    while members.len() < MAX_MEMBERS {
        let start = run_start(scene.text, end);
        let separated = scene.text[..start].ends_with('、');
        let first = if separated { start } else { first_member_start(scene, start, end) };
        if first >= end || scene.text[first..end].chars().count() > MAX_MEMBER_CHARS {
            break;
        }
        members.push(first..end);
        if !separated {
            break;
        }
        end = start - '、'.len_utf8();
    }
    members.reverse();
    // The last two may be joined: 甲银行|和|乙银行.
    if let Some(last) = members.pop() {
        let joint = joint_inside(scene, &last);
        members.extend(joint.as_ref().map(|joint| last.start..joint.start));
        members.push(joint.map_or(last.start, |joint| joint.end)..last.end);
    }
    members
}

/// The 和 between two names in this stretch.
fn joint_inside(scene: &Scene, member: &Range<usize>) -> Option<Range<usize>> {
    let first = scene.tokens.partition_point(|token| token.range.start <= member.start);
    let mut inside = scene.tokens[first..].iter().take_while(|token| token.range.end < member.end);
    let joint = inside.find(|token| matches!(token.word, "和" | "与" | "及"))?;
    let is_known = |range: Range<usize>| scene.lexicon.bodies.names.get(scene.slice(&range)).is_some();
    let known = is_known(member.start..joint.range.start) || is_known(joint.range.end..member.end);
    known.then(|| joint.range.clone())
}

/// The byte where the run of letters and characters starts that ends here; at most `3 * MAX_MEMBER_CHARS` are
/// read.
fn run_start(text: &str, end: usize) -> usize {
    let run = text[..end].char_indices().rev().take(3 * MAX_MEMBER_CHARS);
    run.take_while(|(_, character)| character.is_alphanumeric()).last().map_or(end, |(at, _)| at)
}

/// The byte where the first member starts inside its run: after the last verb or particle before its own last
/// token.
pub(super) fn first_member_start(scene: &Scene, run: usize, end: usize) -> usize {
    let Some(last) = end.checked_sub(1).and_then(|byte| scene.tokens.at(byte)) else { return run };
    let from = scene.tokens.started_before(run);
    let to = scene.tokens.ended_by(last.range.start);
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

/// Whether a member is a short name that is no word: the tagger leaves single characters in it (云|账册) or
/// guesses a word. A sort of works is none: 小|化工.
pub(super) fn is_coined(scene: &Scene, member: &Range<usize>) -> bool {
    let name = scene.slice(member);
    let is_short = (2..=MAX_COINED_CHARS).contains(&name.chars().count());
    let is_sort = scene.lexicon.name_cues.opening(name, NameCue::Sort).is_some();
    let is_strange = |(word, _): (&str, &str)| word.chars().count() == 1 || !scene.lexicon.knows(word);
    is_short
        && !is_sort
        && name.chars().all(is_han)
        && !scene.lexicon.knows(name)
        && !scene.lexicon.projects.is_generic(name)
        && tokens(scene, member).any(is_strange)
}

/// Whether a member is one word of two characters that names no class of firms.
fn is_short_word(scene: &Scene, member: &Range<usize>) -> bool {
    let name = scene.slice(member);
    name.chars().count() == MAX_WORD_CHARS
        && !scene.lexicon.bodies.generic.contains(name)
        && !scene.lexicon.projects.is_generic(name)
        && !scene.lexicon.places.is_place(name)
}

/// Whether a member is a place, or one ordinary word.
pub(super) fn is_common(scene: &Scene, member: &Range<usize>) -> bool {
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

/// Whether a member opens with a common word and closes with an activity: 卫星研发|制造.
fn is_activity(scene: &Scene, member: &Range<usize>) -> bool {
    // The tagger takes some nouns for people: 卫星.
    let is_person = |tag: &str| matches!(tag, "nr" | "nrt");
    let common = |(word, tag): (&str, &str)| {
        word.len() > 3 && scene.lexicon.knows(word) && (is_person(tag) || !is_proper(scene, word, tag))
    };
    let (first, last) = (tokens(scene, member).next(), tokens(scene, member).last());
    first.is_some_and(common)
        && last.is_some_and(|(word, tag)| word.len() > 3 && tag.starts_with('v') && scene.lexicon.knows(word))
}

fn tokens<'s>(scene: &'s Scene, range: &'s Range<usize>) -> impl Iterator<Item = (&'s str, &'s str)> {
    let first = scene.tokens.ended_by(range.start);
    let tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < range.end);
    tokens.map(|token| {
        let inside = token.range.start.max(range.start)..token.range.end.min(range.end);
        (scene.slice(&inside), token.tag)
    })
}
