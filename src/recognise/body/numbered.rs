//! Recognises bodies by number, such as institutes of a place or a firm: 株洲|608|所.

use std::ops::Range;

use crate::lexicon::{NameCue, Trigger, is_han};
use crate::recognise::naming::{self, Anchors};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::text::{is_chinese_digit, is_digit};

/// How many digits the number of an institute has.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=4;

/// Large units of an army, named by an ordinal: 第七十四|集团军.
const UNITS: [&str; 5] = ["集团军", "野战军", "方面军", "兵团", "舰队"];
/// Longest number of a school or hospital, in characters: 二十三.
const MAX_NUMBER_CHARS: usize = 3;
/// Longest such ordinal, in characters.
const MAX_ORDINAL_CHARS: usize = 6;

/// Proposes the units of armies that an ordinal names.
fn units(scene: &Scene, candidates: &mut Vec<Candidate>) {
    // Every one stands after an ordinal.
    if !scene.wakes(Trigger::Ordinal) {
        return;
    }
    for (unit, (at, _)) in
        UNITS.iter().flat_map(|unit| scene.text.match_indices(unit).map(move |hit| (unit, hit)))
    {
        let number = scene.text[..at].char_indices().rev().take(MAX_ORDINAL_CHARS);
        let number = number.take_while(|(_, c)| is_digit(*c) || *c == '第').last();
        let Some((start, _)) = number.filter(|(start, _)| scene.text[*start..].starts_with('第')) else {
            continue;
        };
        let detail = Detail::Body(BodyKind::Military);
        candidates.push(Candidate::new(start..at + unit.len(), "body.numbered", Evidence::Form, detail));
    }
}

/// A unit that also goes by its number without ordinal: 74|集团军.
const ARMY: &str = "集团军";
/// The words for companies, battalions and ships with a name of honour.
const COMPANIES: [char; 3] = ['连', '营', '艇'];
/// The length of such a name, in characters.
const HONOUR: std::ops::RangeInclusive<usize> = 3..=10;

/// Proposes armies by their numbers without an ordinal.
fn armies(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { end, .. } in scene.wake(Trigger::Army) {
        let Some(before) = scene.text[..end].strip_suffix(ARMY) else { continue };
        let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
        if (1..=DIGITS.end() - 1).contains(&(before.len() - number.len())) {
            let detail = Detail::Body(BodyKind::Military);
            candidates.push(Candidate::new(number.len()..end, "body.numbered", Evidence::Form, detail));
        }
    }
}

/// Proposes companies by their names of honour in quotation marks, which end with a number and the level:
/// “红石岭|六|连”.
fn companies(scene: &Scene, candidates: &mut Vec<Candidate>) {
    for Range { end: start, .. } in scene.wake(Trigger::Quote).filter(|mark| scene.slice(mark) == "“") {
        let mut inside = scene.text[start..].char_indices().take(HONOUR.end() + 1);
        let Some((length, _)) = inside.find(|(_, c)| !is_han(*c)).filter(|(_, c)| *c == '”') else {
            continue;
        };
        let name = &scene.text[start..start + length];
        let is_company = HONOUR.contains(&name.chars().count())
            && name.strip_suffix(COMPANIES).is_some_and(|name| name.ends_with(is_chinese_digit));
        if is_company {
            let detail = Detail::Body(BodyKind::Military);
            candidates.push(Candidate::new(
                start..start + length,
                "body.numbered",
                Evidence::Context,
                detail,
            ));
        }
    }
}

/// Proposes the numbered teams that an organ sends: 中央|第三|巡视组.
fn inspectors(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    for Range { start: at, end } in scene.wake(Trigger::Ordinal) {
        let Some(kind) = anchors.kind_at(at) else { continue };
        let Some(start) = anchors.start_of(at) else { continue };
        let team = scene.text[end..].trim_start_matches(is_digit);
        let head = scene.lexicon.name_cues.opening(team, NameCue::Inspectors);
        let Some(head) = head.filter(|_| team.len() < scene.text.len() - end) else { continue };
        let name = start..scene.text.len() - team.len() + head.len();
        candidates.push(Candidate::new(name, "body.numbered", Evidence::Context, Detail::Body(kind)));
    }
}

/// Proposes schools and hospitals by their numbers after a place or a tier, if a mark or a title ends the
/// name: 徐州|二|中, 市|三|院|院长. 徐州一中院 is a court.
fn houses(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    let cues = &scene.lexicon.name_cues;
    for Range { start: at, .. } in scene.wake(Trigger::School) {
        let number =
            scene.text[..at].chars().rev().take(MAX_NUMBER_CHARS).take_while(|c| is_chinese_digit(*c));
        let first = at - number.map(char::len_utf8).sum::<usize>();
        let Some(head) = cues.opening(&scene.text[at..], NameCue::NumberedHouse).filter(|_| first < at)
        else {
            continue;
        };
        let end = at + head.len();
        let after = &scene.text[end..];
        let closes = !after.starts_with(is_han) || scene.title_at(end).is_some();
        let tier = || naming::tier_before(scene, first);
        if let Some(start) = anchors.start_of(first).or_else(tier).filter(|_| closes) {
            let detail = Detail::Body(BodyKind::Institution);
            candidates.push(Candidate::new(start..end, "body.numbered", Evidence::Form, detail));
        }
    }
}

/// Proposes all bodies with numbers. A number before 所 must stand right after a place or a body; elsewhere it
/// counts schools.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    units(scene, candidates);
    armies(scene, candidates);
    companies(scene, candidates);
    inspectors(scene, anchors, candidates);
    houses(scene, anchors, candidates);
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

/// Whether the number counts the word after it: 608所|学校.
fn counts(scene: &Scene, after: &str) -> bool {
    scene.lexicon.name_cues.opening(after, NameCue::School).is_some()
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
    fn teams_schools_and_hospitals_go_by_a_number() {
        assert_eq!(
            standing(recognise, "中央第三巡视组和省委第一督导组"),
            ["中央第三巡视组", "省委第一督导组"]
        );
        assert_eq!(standing(recognise, "徐州二中、市三院"), ["徐州二中", "市三院"]);
        for text in ["在徐州一中心城区", "全市一院一策", "徐州三小时经济圈", "中央第三次会议"]
        {
            assert!(
                !standing(recognise, text).iter().any(|name| name.ends_with(['中', '院', '小'])),
                "{text}"
            );
        }
    }

    #[test]
    fn armies_and_companies_go_by_their_numbers() {
        let found = |text: &str| standing(recognise, text);
        assert_eq!(found("给96集团军某旅“青松岭三连”回信"), ["96集团军", "青松岭三连"]);
        assert_eq!(found("12个集团军,实现“三连冠”,打出“三连”,一批“好班长”,托管“彩虹三班”"), [""; 0]);
    }

    #[test]
    fn counted_schools_are_none() {
        for text in ["长沙120所中学", "共有学校725所", "在无锡新建20所", "扩建医院33所"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
