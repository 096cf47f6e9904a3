//! Recognises railways by their ends alone, with the head after the last of the list: 京汉|和粤汉两大铁路, 京九、陇海|等铁路.

use super::KNOWN;
use crate::lexicon::Trigger;
use crate::recognise::{Candidate, Detail, Evidence, Project, Scene};

/// The heads that such names share, and the byte in each that wakes this rule.
const WAYS: [(&str, usize); 4] = [("铁路", 0), ("高铁", 3), ("高速公路", 3), ("城际", 3)];
/// The length of a way's two ends together, in characters.
const ENDS: std::ops::RangeInclusive<usize> = 2..=4;
/// Most members of a list.
const MAX_MEMBERS: usize = 12;
/// Characters between two members.
const SEPARATORS: [char; 4] = ['、', '和', '与', '及'];

/// Proposes the members of a list of ways that are known ways once the head is added.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    if !scene.wakes(Trigger::Way) {
        return;
    }
    for (way, wakes_at) in WAYS {
        let starts = scene.wake(Trigger::Way).filter_map(|sign| sign.start.checked_sub(wakes_at));
        for at in starts.filter(|at| scene.text.as_bytes()[*at..].starts_with(way.as_bytes())) {
            let last = without_count(&scene.text[..at]);
            let mut end = last.len();
            // The last member includes the head, unless a count or 等 stands between.
            let mut is_whole = end == at;
            for _ in 0..MAX_MEMBERS {
                let Some(start) = clip_before(scene, end, way) else { break };
                if !is_whole {
                    let detail = Detail::Project(Project::default());
                    candidates.push(Candidate::new(start..end, KNOWN, Evidence::Certain, detail));
                }
                is_whole = false;
                let Some(rest) = scene.text[..start].strip_suffix(SEPARATORS) else { break };
                end = rest.len();
            }
        }
    }
}

/// The text without the count or 等 at the end of the list: 粤汉|两大, 陇海|等.
fn without_count(text: &str) -> &str {
    let listed = text.trim_end_matches(['大', '条', '项', '个']);
    let count = |c: char| c.is_ascii_digit() || "两二三四五六七八九十".contains(c);
    let counted = listed.trim_end_matches(count);
    let text = if counted.len() < listed.len() && listed.len() < text.len() { counted } else { text };
    text.strip_suffix('等').unwrap_or(text)
}

/// The byte where the ends of a known way start that end at this byte.
fn clip_before(scene: &Scene, end: usize, way: &str) -> Option<usize> {
    let starts = scene.text[..end].char_indices().rev().take(*ENDS.end()).skip(ENDS.start() - 1);
    let is_known = |start: &usize| {
        scene.lexicon.projects.standing.contains(&format!("{}{way}", &scene.text[*start..end]))
    };
    starts.map(|(start, _)| start).filter(is_known).last()
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::standing;

    #[test]
    fn the_ends_of_a_railway_stand_for_it_in_a_list() {
        let found = |text| standing(super::recognise, text);
        assert_eq!(found("陇海和津浦两大铁路干线"), ["陇海", "津浦"]);
        assert_eq!(found("修复陇海、津浦等铁路"), ["陇海", "津浦"]);
        assert_eq!(found("京沪、京广高铁提速"), ["京沪"]);
        for text in ["京汉路上的铁路", "青川、石溪两条铁路", "陇海铁路提速"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
