//! Recognises hits of the user's named patterns.

use std::borrow::Cow;

use super::{Candidate, Detail, Evidence, Scene};

/// Proposes every hit of every pattern; hits of one pattern do not overlap.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for pattern in &scene.lexicon.user.patterns {
        for hit in pattern.regex.captures_iter(scene.text) {
            let Some(whole) = hit.get(0).filter(|whole| !whole.is_empty()) else { continue };
            let groups = pattern.regex.capture_names().flatten();
            let fields = groups
                .filter_map(|group| Some((group.to_owned(), hit.name(group)?.range())))
                .filter(|(_, range)| !range.is_empty())
                .collect();
            candidates.push(Candidate {
                range: whole.range(),
                rule: Cow::Owned(format!("pattern.{}", pattern.name)),
                evidence: Evidence::User,
                detail: Detail::Match { pattern: pattern.name.clone(), fields },
                stands_for: None,
            });
        }
    }
}
