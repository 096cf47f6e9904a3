//! Institutes that a place or a firm names by number: 株洲|608|所.

use crate::lexicon::{NameCue, Trigger};
use crate::recognise::naming::Anchors;
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::text::is_chinese_digit;

/// How many digits the number of an institute has.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=4;

/// Large units of an army, which an ordinal names: 第七十四|集团军.
const UNITS: [&str; 5] = ["集团军", "野战军", "方面军", "兵团", "舰队"];
/// Most characters of such an ordinal.
const ORDINAL: usize = 6;

/// The units of armies that an ordinal names.
fn units(scene: &Scene, candidates: &mut Vec<Candidate>) {
    // All of them stand behind an ordinal.
    if !scene.wakes(Trigger::Ordinal) {
        return;
    }
    for (unit, (at, _)) in
        UNITS.iter().flat_map(|unit| scene.text.match_indices(unit).map(move |hit| (unit, hit)))
    {
        let number = scene.text[..at].char_indices().rev().take(ORDINAL);
        let number =
            number.take_while(|(_, c)| c.is_ascii_digit() || is_chinese_digit(*c) || *c == '第').last();
        let Some((start, _)) = number.filter(|(start, _)| scene.text[*start..].starts_with('第')) else {
            continue;
        };
        let detail = Detail::Body(BodyKind::Military);
        candidates.push(Candidate::new(start..at + unit.len(), "body.numbered", Evidence::Form, detail));
    }
}

/// A number of a few digits before 所, right behind a place or a body: elsewhere it counts schools.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    units(scene, candidates);
    for head in scene.wake(Trigger::Institute) {
        let at = head.start;
        let digits = scene.text[..at].bytes().rev().take(DIGITS.end() + 1);
        let digits = digits.take_while(u8::is_ascii_digit).count();
        if !DIGITS.contains(&digits) || counts(scene, &scene.text[head.end..]) {
            continue;
        }
        if let Some(start) = anchors.start_of(at - digits) {
            let detail = Detail::Body(BodyKind::Institution);
            let name = start..head.end;
            candidates.push(Candidate::new(name, "body.numbered", Evidence::Context, detail));
        }
    }
}

/// Whether what follows is what the number counts: 608所|学校.
fn counts(scene: &Scene, behind: &str) -> bool {
    scene.lexicon.name_cues.opening(behind, NameCue::School).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn institutes_go_by_a_number() {
        assert_eq!(standing(recognise, "同洛阳725所、无锡702所合作"), ["洛阳725所", "无锡702所"]);
        assert_eq!(standing(recognise, "第八十集团军和第五舰队"), ["第八十集团军", "第五舰队"]);
        assert_eq!(standing(recognise, "中国电科55所研制"), ["中国电科55所"]);
    }

    #[test]
    fn counted_schools_are_none() {
        for text in ["长沙120所中学", "共有学校725所", "在无锡新建20所", "扩建医院33所"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
