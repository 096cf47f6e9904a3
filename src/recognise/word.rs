//! Recognises the words that the user's rule files add, of any kind.

use std::borrow::Cow;

use super::{Candidate, Detail, Evidence, Person, Project, Scene, Time};
use crate::lexicon::WordAttributes;

/// Proposes every added word.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for (range, attributes) in scene.find(&scene.lexicon.user.vocabulary) {
        let Some(detail) = detail(attributes) else { continue };
        let mut candidate = Candidate::new(range, "", Evidence::User, detail);
        candidate.rule = Cow::Owned(format!("user.{}", candidate.kind().name()));
        candidates.push(candidate);
    }
}

fn detail(attributes: &WordAttributes) -> Option<Detail> {
    Some(match attributes {
        WordAttributes::Person => Detail::Person(Person::default()),
        WordAttributes::Post => Detail::Post,
        WordAttributes::Body { kind } => Detail::Body(*kind),
        WordAttributes::Place { code } => Detail::Place { code: code.clone() },
        WordAttributes::Project { stage, aim } => {
            Detail::Project(Project { stage: *stage, aim: *aim, figures: Vec::new() })
        }
        WordAttributes::Time { kind, iso } => {
            Detail::Time(Time { kind: *kind, iso: iso.clone(), says: None })
        }
        WordAttributes::Term => Detail::Term,
        WordAttributes::Citation { kind } => Detail::Citation(*kind),
        // Units take part in figures; they are no records of their own.
        WordAttributes::Unit { .. } => return None,
    })
}
