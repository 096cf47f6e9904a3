//! Joins papers with their outlets before the title of a reporter: 清溪日报|云河新闻|记者, 清溪日报|客户端|记者.

use crate::lexicon::{NameCue, is_han};
use crate::recognise::{Candidate, Detail, Scene};
use crate::record::BodyKind;

/// Fewest and most characters between the paper's name and the title: 客户端, 云河观察新闻.
const MIN_CHARS: usize = 3;
const MAX_CHARS: usize = 10;

/// Widens each paper's name by the outlet between it and the title of a reporter.
pub(super) fn widen(scene: &Scene, candidates: &mut [Candidate]) {
    let is_media = |found: &Candidate| found.detail == Detail::Body(BodyKind::Media);
    if !candidates.iter().any(is_media) {
        return;
    }
    let titles = scene.titles().map(|(title, _)| title);
    for title in titles.filter(|title| scene.lexicon.posts.reports(scene.slice(title))) {
        let before = &scene.text[..title.start];
        if scene.lexicon.name_cues.closing(before, NameCue::Outlet).is_none() {
            continue;
        }
        for paper in candidates.iter_mut().filter(|found| is_media(found)) {
            let outlet = before.get(paper.range.end..).unwrap_or_default();
            let chars = outlet.chars().take(MAX_CHARS + 1).count();
            if (MIN_CHARS..=MAX_CHARS).contains(&chars) && outlet.chars().all(|c| is_han(c) && c != '的') {
                paper.range.end = title.start;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn an_outlet_belongs_to_the_name_of_its_paper() {
        for (text, name) in [
            ("清溪日报云河新闻记者 周文远", "清溪日报云河新闻"),
            ("清溪日报云河观察新闻记者周文远报道", "清溪日报云河观察新闻"),
            ("人民日报客户端记者周文远报道", "人民日报客户端"),
        ] {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
    }

    #[test]
    fn other_words_before_a_reporter_do_not() {
        for (text, name) in [
            ("人民日报新闻记者周文远", "人民日报"),
            ("人民日报要做好的新闻记者周文远", "人民日报"),
            ("人民日报的客户端记者周文远", "人民日报"),
            ("人民日报客户端上线,记者到场。", "人民日报"),
        ] {
            assert_eq!(standing(recognise, text), [name], "{text}");
        }
    }
}
