//! Recognises titles, offices and jobs; [`crate::relate`] says who holds them.

use super::{Candidate, Detail, Evidence, Scene, body};
use crate::lexicon::Title;

/// Proposes every title that ends where a word ends; titles that nobody holds are removed when posts are tied
/// to their holders.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let titles: Vec<_> = match &scene.byline {
        Some(byline) => scene.lexicon.posts.find(&scene.text[..byline.name.start]).collect(),
        None => scene.titles().collect(),
    };
    for (range, _) in titles.into_iter().filter(|(_, title)| *title != Title::Profession) {
        // A group may belong to the committee's own name (自治区党委|书记); the rest of the title is then the post.
        if let Some(group) = scene.lexicon.posts.group(scene.slice(&range)) {
            let rest = range.start + group..range.end;
            candidates.push(Candidate::new(rest, "post.title", Evidence::Form, Detail::Post));
        }
        let start = range.start + seat(scene, &scene.text[..range.start], scene.slice(&range));
        candidates.push(Candidate::new(start..range.end, "post.title", Evidence::Form, Detail::Post));
    }
}

/// Length in bytes of the assembly at the start of the title that is a body of its own: a tier or the realm
/// stands before it, or all its members are addressed: 省|人大|代表, 各位|政协|委员.
fn seat(scene: &Scene, before: &str, title: &str) -> usize {
    let assembly = ["人大", "政协"].iter().find(|assembly| title.starts_with(**assembly));
    let is_tiered = before.ends_with(['省', '市', '县', '区', '州']) || before.ends_with("全国");
    let is_tiered = is_tiered || body::is_addressed(scene, before);
    assembly.filter(|_| is_tiered).map_or(0, |assembly| assembly.len())
}

#[cfg(test)]
mod tests {
    use super::recognise;
    use crate::recognise::testing::proposed;

    #[test]
    fn titles_are_read_whole() {
        assert_eq!(proposed(recognise, "县政府党组成员、常务副县长"), ["党组成员", "常务副县长"]);
        assert_eq!(proposed(recognise, "自治区党委书记"), ["党委书记", "书记"]);
        assert_eq!(proposed(recognise, "国务院副总理"), ["副总理"]);
        assert_eq!(proposed(recognise, "省人大代表、政协委员"), ["代表", "政协委员"]);
        assert_eq!(proposed(recognise, "向各位人大代表、政协委员"), ["代表", "委员"]);
    }

    #[test]
    fn longer_words_are_no_titles() {
        for text in ["主席团会议", "中央书记处", "林长制", "理事单位", "主席令", "诗人"]
        {
            assert_eq!(proposed(recognise, text), [""; 0], "{text}");
        }
    }
}
