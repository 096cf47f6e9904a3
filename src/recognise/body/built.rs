//! Bodies that a head builds: 区发展和改革|委员会, 合肥|…大学, …|有限公司.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::recognise::naming::{self, Anchors, Opened, Opening, token_at};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;

/// How many bytes a name may have between what opens it and its head.
const LONGEST_CORE: usize = 60;

/// Names that end with a head of the dictionary and open with an anchor or a proper name.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    for (range, head) in scene.lexicon.bodies.heads.find(scene.text) {
        let Some(head) = head else { continue };
        if !token_at(scene.tokens, range.end - 1)
            .is_some_and(|token| closes(scene, token.range.end, range.end))
        {
            continue;
        }
        let Some(opened) = naming::open(scene, anchors, range.start, !head.takes_proper_name) else {
            continue;
        };
        let name = opened.start..range.end;
        if !completes(scene, &opened, &range, head.takes_proper_name) {
            continue;
        }
        if head.kind == BodyKind::Institution && is_to_be_built(scene, &name) {
            continue;
        }
        let (rule, evidence) = match opened.opening {
            Opening::Proper => ("body.proper", Evidence::Form),
            _ => ("body.anchored", Evidence::Context),
        };
        let start = with_ordinal(scene, name.start);
        candidates.push(Candidate::new(start..range.end, rule, evidence, Detail::Body(head.kind)));
    }
}

/// Whether a head ends with its token; a title may follow inside it (管委会|主任).
fn closes(scene: &Scene, token_end: usize, head_end: usize) -> bool {
    let rest = scene.slice(&(head_end..token_end.max(head_end)));
    rest.is_empty() || scene.lexicon.posts.titles.contains(rest)
}

/// Whether opening and core suffice for this head.
fn completes(scene: &Scene, opened: &Opened, head: &Range<usize>, takes_proper_name: bool) -> bool {
    let core = head.start.saturating_sub(opened.core);
    let single = head.len() <= 3;
    match opened.opening {
        _ if core > LONGEST_CORE => false,
        Opening::Proper => takes_proper_name,
        // 省厅, 市局, 国家委员会, 县医院 say a level, not a name.
        Opening::Tier | Opening::Realm => core > 0 && !is_all_generic(scene, opened.core..head.start),
        Opening::Place => core > 0 || !single,
        Opening::Body => core > 0,
    }
}

/// Whether a stretch consists of words that name nothing: 国家|重点|实验室.
fn is_all_generic(scene: &Scene, core: Range<usize>) -> bool {
    let Lexicon { bodies, .. } = scene.lexicon;
    let first = scene.tokens.partition_point(|token| token.range.start < core.start);
    let tokens = scene.tokens[first..].iter().take_while(|token| token.range.end <= core.end);
    tokens.clone().count() > 0
        && tokens.clone().all(|token| bodies.generic.contains(scene.slice(&token.range)))
}

/// Whether the sentence speaks of an institute as of something to be built.
fn is_to_be_built(scene: &Scene, name: &Range<usize>) -> bool {
    let builds = &scene.lexicon.bodies.builds;
    let before = scene.tokens.partition_point(|token| token.range.end <= name.start);
    let verbs = scene.tokens[before.saturating_sub(2)..before].iter();
    let behind = scene.tokens.partition_point(|token| token.range.start < name.end);
    let after = scene.tokens[behind..].iter().take(2);
    let is_build = |range: &Range<usize>| builds.contains(scene.slice(range));
    verbs.chain(after).any(|token| is_build(&token.range) || scene.slice(&token.range) == "项目")
}

/// The start of a name with the ordinal before it: 十四届|全国人大.
fn with_ordinal(scene: &Scene, start: usize) -> usize {
    let Some(token) = start.checked_sub(1).and_then(|byte| token_at(scene.tokens, byte)) else {
        return start;
    };
    let word = scene.slice(&token.range);
    if token.range.end == start && word.ends_with('届') { token.range.start } else { start }
}
