//! Finds names that occur again in a document.

use std::ops::Range;

use super::is_in_title;
use super::name::Names;
use super::tokens::is_named;
use crate::recognise::{Candidate, Detail, Evidence, Person, Scene};

/// The names that the document has presented, where they occur again: 周文远 after 副主任周文远.
pub(crate) fn again(scene: &Scene, is_presented: impl Fn(usize) -> Option<usize>) -> Vec<Candidate> {
    let names = Names::new(scene);
    let hits = scene.tokens.iter().filter_map(|token| {
        let start = token.range.start;
        let range = start..start + is_presented(start)?;
        let ends = || names.is_edge(range.end) || names.ends_inside_guess(&range);
        let part = scene.text[..start].ends_with('·') || scene.text[range.end..].starts_with('·');
        let person = !part && names.stands(range.start, range.end) && ends();
        let person = person && !is_in_title(scene.text, range.start);
        let other = || {
            scene.lexicon.places.is_place(scene.slice(&range))
                || names.is_no_person(&range)
                || names.is_ordinary(&range)
        };
        (person && names.reads_again(&range) && !other()).then_some(range)
    });
    hits.map(|range| {
        Candidate::new(range, "person.again", Evidence::Context, Detail::Person(Person::default()))
    })
    .collect()
}

/// Words that the segmenter takes for names and that nothing presents; two occurrences make one a name.
pub(crate) fn likely(scene: &Scene) -> Vec<Range<usize>> {
    let names = Names::new(scene);
    let words = scene.tokens.iter().filter(|token| is_named(token)).map(|token| token.range.clone());
    words.filter(|name| names.may_stand_twice(name) && !is_in_title(scene.text, name.start)).collect()
}
