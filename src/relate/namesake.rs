//! Names that the document has presented are people wherever they stand again.
//!
//! Runs before all other relations: it adds candidates, and later relations refer to them by index.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::Thread;
use crate::recognise::{Candidate, Detail, Scene, again, likely};
use crate::resolve::is_free;
use crate::text::Filter;

/// Most names kept that share their first character.
const MAX_NAMESAKES: usize = 64;
/// Most names kept that stand once.
const MAX_SINGLE: usize = 4096;
/// Fewest characters of a name whose first two stand for the whole.
const LONG_CHARS: usize = 4;

/// The names that a document has presented, by their first character.
#[derive(Debug, Default)]
pub(crate) struct Namesakes {
    names: HashMap<char, Vec<String>>,
    /// Lets the first characters of these names pass.
    filter: Filter,
    /// The names that stand once so far and that nothing presents.
    single: HashSet<String>,
}

impl Namesakes {
    /// Length in bytes of the longest presented name that starts at this byte.
    #[inline]
    fn starting_at(&self, text: &str, start: usize) -> Option<usize> {
        // This is asked of every word; few pass.
        if self.filter.passes_at(text, start) { self.opening(&text[start..]) } else { None }
    }

    /// The same at the start of a text.
    fn opening(&self, text: &str) -> Option<usize> {
        let names = self.names.get(&text.chars().next()?)?;
        names.iter().filter(|name| text.starts_with(name.as_str())).map(String::len).max()
    }

    /// Presents a name and its short forms: the parts of 卡洛斯·布里安, the first two characters of a longer name
    /// (高桥|健太郎).
    fn present_all(&mut self, name: &str) {
        self.present(name);
        if name.contains('·') {
            name.split('·').for_each(|part| self.present(part));
        } else if let Some((short, _)) =
            name.char_indices().nth(2).filter(|_| name.chars().count() >= LONG_CHARS)
        {
            self.present(&name[..short]);
        }
    }

    /// Meets a name that nothing presents; the second time it is presented.
    fn meet(&mut self, name: &str) {
        if self.single.contains(name) {
            self.present(name);
        } else if self.single.len() < MAX_SINGLE {
            self.single.insert(name.to_owned());
        }
    }

    fn present(&mut self, name: &str) {
        let Some(first) = name.chars().next().filter(|_| name.chars().nth(1).is_some()) else { return };
        self.filter.let_in(first);
        let names = self.names.entry(first).or_default();
        if names.len() < MAX_NAMESAKES && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
}

/// Remembers the people whom this sentence presents.
pub(super) fn remember(scene: &Scene, thread: &mut Thread, candidates: &[Candidate]) {
    for candidate in candidates.iter().filter(|candidate| matches!(candidate.detail, Detail::Person(_))) {
        thread.namesakes.present_all(scene.slice(&candidate.range));
    }
    for name in likely(scene) {
        thread.namesakes.meet(scene.slice(&name));
    }
}

/// Adds the people whose names stand again, or before they are presented.
pub(super) fn relate(scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>) {
    if !thread.namesakes.names.is_empty() {
        let mut found = again(scene, |start| thread.namesakes.starting_at(scene.text, start));
        candidates.retain(|candidate| !opens_person(candidate, &found));
        // A name that overlaps the one before it is not another: 生格|生格.
        let mut free = 0;
        found.retain(|person| {
            let stands = person.range.start >= free && is_free(&person.range, candidates);
            if stands {
                free = person.range.end;
            }
            stands
        });
        if !found.is_empty() {
            candidates.extend(found);
            candidates.sort_by_key(|candidate| candidate.range.start);
        }
    }
}

/// Whether a place is only the beginning of a name that stands again: 黄河|清.
fn opens_person(candidate: &Candidate, people: &[Candidate]) -> bool {
    let place = &candidate.range;
    matches!(candidate.detail, Detail::Place { .. })
        && people.iter().any(|person| person.range.start == place.start && person.range.end > place.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relate::testing::in_last;

    /// The people of the last of these sentences.
    fn people(sentences: &[&str]) -> Vec<String> {
        let both = |scene: &Scene, thread: &mut Thread, candidates: &mut Vec<Candidate>| {
            remember(scene, thread, candidates);
            relate(scene, thread, candidates);
        };
        in_last(sentences, both, |scene, standing| {
            let people = standing.iter().filter(|found| matches!(found.detail, Detail::Person(_)));
            people.map(|found| scene.slice(&found.range).to_owned()).collect()
        })
    }

    #[test]
    fn a_presented_name_is_known_later() {
        assert_eq!(people(&["县长周文远讲话。", "为此,周文远走访了十户人家。"]), ["周文远"]);
        assert_eq!(people(&["县长周文远讲话。", "周文远:欢迎各位。"]), ["周文远"]);
        assert_eq!(people(&["作家卡洛斯·布里安讲话。", "为此,布里安走了十里路。"]), ["布里安"]);
    }

    #[test]
    fn a_place_that_opens_a_presented_name_is_none() {
        assert_eq!(people(&["局长黄河清到会。", "黄河清强调,要抓好落实。"]), ["黄河清"]);
    }

    #[test]
    fn a_likely_name_that_stands_twice_is_one() {
        assert_eq!(people(&["说起水玉霞花草。", "想起水玉霞花草。"]), ["水玉霞"]);
        assert_eq!(people(&["辛勤耕作。", "那里的辛勤耕作。"]), [""; 0]);
    }

    #[test]
    fn a_name_that_nobody_presented_is_not() {
        assert_eq!(people(&["县长周文远讲话。", "要全面推进周边地区发展。"]), [""; 0]);
    }
}
