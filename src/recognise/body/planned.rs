//! Finds houses that the clause speaks of as still to be built: they are projects, not yet bodies.

use std::ops::Range;

use super::built::MAX_CORE_BYTES;
use crate::lexicon::is_han;
use crate::recognise::Scene;
use crate::segment::Token;

/// Whether the clause speaks of an institute as something to be built: by a verb before it, by 等项目 or 开工
/// after it, or by saying that it came into use.
pub(super) fn is_to_be_built(scene: &Scene, name: &Range<usize>) -> bool {
    let bodies = &scene.lexicon.bodies;
    let builds = &bodies.builds;
    // The thing built stands in the quotation marks: 推进宁海大学、清溪大学“双一流”建设.
    if list_end(&scene.text[name.end..]).starts_with('“') || is_partner(scene, name) {
        return false;
    }
    let before = scene.tokens.ended_by(name.start);
    let verbs = scene.tokens[before.saturating_sub(2)..before].iter().rev();
    let verbs = verbs.map(|token| token.word).take_while(|word| !ends_clause(word));
    let next = scene.tokens.started_before(name.end);
    // The house builds something else: 省渔业技术研究院|共建创新中心.
    let acts = scene.tokens.get(next).is_some_and(|token| bodies.founds.contains(token.word));
    // A description after the verb is of another thing: 清溪大学|建设|一流|大学.
    let describes =
        |token: &Token| matches!(token.tag.as_bytes().first(), Some(b'a' | b'b' | b'm' | b'q' | b'l'));
    let builds_next = scene.tokens.get(next).is_some_and(|token| builds.contains(token.word))
        && scene.tokens.get(next + 1).is_some_and(describes);
    let acts = acts || builds_next;
    // Others build what the house takes part in: 省渔业技术研究院|深度|参与…建设.
    let near = scene.tokens[next..].iter().take(2).map(|token| token.word);
    let partakes = near.take_while(|word| !ends_clause(word)).any(|word| bodies.partakes.contains(word));
    let next = if partakes { scene.tokens.len() } else { next + usize::from(acts) };
    let after = scene.tokens[next..].iter().take(MAX_CLAUSE_TOKENS);
    let clause = after.take_while(|token| !ends_clause(token.word));
    let end = clause.clone().last().map_or(name.end, |token| token.range.end);
    let is_opened = || scene.text[name.end..end].contains(OPENED);
    let mut words = verbs.chain(clause.map(|token| token.word));
    words.any(|word| builds.contains(word) || word == "项目" || word == "工程") || is_opened()
}

/// The text after the other members of a list.
fn list_end(after: &str) -> &str {
    let mut rest = after;
    for _ in 0..MAX_MEMBERS {
        let Some(member) = rest.strip_prefix('、') else { break };
        let mut run = member.char_indices().take(MAX_CORE_BYTES / '、'.len_utf8());
        let Some((end, _)) = run.find(|(_, c)| !is_han(*c)) else { break };
        rest = &member[end..];
    }
    rest
}

/// Most further members of a list that are read.
const MAX_MEMBERS: usize = 8;

/// Says of a house that it is new.
const OPENED: &str = "投入使用";
/// How many tokens after a name are read for what happens to it.
const MAX_CLAUSE_TOKENS: usize = 16;

fn ends_clause(word: &str) -> bool {
    matches!(word, "," | "。" | ";" | ":" | "!" | "?")
}

/// Whether the house does something together with another: 我市|与|清溪大学|共建|研究院.
pub(in crate::recognise) fn is_partner(scene: &Scene, name: &Range<usize>) -> bool {
    let bodies = &scene.lexicon.bodies;
    let is_joined =
        bodies.joining_ends.end(&scene.text[..name.start]) || bodies.joining.opens(&scene.text[name.end..]);
    if !is_joined {
        return false;
    }
    let next = scene.tokens.started_before(name.end);
    let clause = scene.tokens[next..].iter().take(MAX_CLAUSE_TOKENS).map(|token| token.word);
    let mut clause = clause.take_while(|word| !ends_clause(word));
    clause.any(|word| bodies.together.contains(word))
}
