//! Recognises satellites, telescopes and craft whose short names are also words (“悟空”, 天眼、墨子), and projects
//! that go by a number (“203项目”).

use std::ops::Range;

use super::{KNOWN, motto};
use crate::lexicon::Trigger;
use crate::recognise::{Candidate, Detail, Evidence, Project, Scene};

/// Proposes such a name in quotation marks, or beside another of its kind.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let names = &scene.lexicon.projects.apparatus;
    let mut add = |range| {
        let detail = Detail::Project(Project::default());
        candidates.push(Candidate::new(range, KNOWN, Evidence::Certain, detail));
    };
    for mark in scene.wake(Trigger::Quote).filter(|mark| scene.says(mark, "“")) {
        let name = names.longest_at(scene.text, mark.end).map(|(name, ())| name).or_else(|| {
            let close = mark.end + scene.text[mark.end..].find('”')?;
            motto::is_coded(&scene.text[mark.end..close]).then_some(mark.end..close)
        });
        if let Some(name) = name.filter(|name| scene.text[name.end..].starts_with('”')) {
            add(name);
        }
    }
    let mut last: Option<Range<usize>> = None;
    let mut is_listed = false;
    for (name, ()) in scene.find(names) {
        let follows = last.as_ref().is_some_and(|last| &scene.text[last.end..name.start] == "、");
        if follows {
            // The first of a list is added only with the second.
            last.filter(|_| !is_listed).into_iter().for_each(&mut add);
            add(name.clone());
        }
        is_listed = follows;
        last = Some(name);
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::standing;

    #[test]
    fn marks_or_a_neighbour_show_that_a_craft_is_meant() {
        let found = |text| standing(super::recognise, text);
        assert_eq!(found("“悟空”卫星上天"), ["悟空"]);
        assert_eq!(found("以“203项目”带动周边"), ["203项目"]);
        assert_eq!(found("“十大项目”“2个项目”“2026项目年”"), [""; 0]);
        assert_eq!(found("蛟龙、天眼、墨子等相继问世"), ["蛟龙", "天眼", "墨子"]);
        for text in ["孙悟空大闹天宫", "“悟空热”持续", "墨子讲兼爱", "煤海蛟龙,天眼新闻"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
