//! Decides about 中央: it is the centre of the party where it acts or is heard, and no body where it is a
//! level, a middle, or opens a longer name.

use std::ops::Range;

use crate::lexicon::{NameCue, is_han};
use crate::recognise::Scene;

const CENTRE: &str = "中央";
/// Verbs for taxes and complaints that go up through all levels.
const GOES_UP: [&str; 3] = ["上解", "上缴", "上至"];
/// Join levels: 中央|和|地方, 中央|、省、市.
const LINKS: [&str; 7] = ["、", ",", "和", "与", "及", "到", "至"];
/// Count levels after the last one: 省和中央|三级, 中央|一级.
const COUNTED: [&str; 4] = ["一级", "两级", "三级", "四级"];
/// Most words of such a name before its end.
const MAX_NAME_TOKENS: usize = 5;

/// Whether 中央 names no body here.
pub(super) fn is_no_body(scene: &Scene, range: &Range<usize>) -> bool {
    scene.slice(range) == CENTRE
        && (is_middle(scene, range)
            || is_level(scene, range)
            || opens_name(scene, range.end)
            || are_many(scene, range))
}

/// Whether 中央 has power over a special region, and so is the state, not the party: 中央|对香港特别行政区…管治权.
pub(super) fn rules_regions(scene: &Scene, range: &Range<usize>) -> bool {
    let over = scene.text[range.end..].strip_prefix('对').filter(|_| scene.slice(range) == CENTRE);
    over.is_some_and(|region| {
        ["香港", "澳门", "港澳", "特别行政区"].iter().any(|name| region.starts_with(name))
    })
}

/// Whether it is the middle of a place or a thing: 徐州|中央|商务区, 中央|绿轴, 舞台|中央.
fn is_middle(scene: &Scene, range: &Range<usize>) -> bool {
    let (before, after) = (&scene.text[..range.start], &scene.text[range.end..]);
    let is_seat = || scene.spots().binary_search_by_key(&range.start, |spot| spot.range.end).is_ok();
    let noun = scene.tokens.at(range.end).filter(|token| token.range.start == range.end);
    let cues = &scene.lexicon.name_cues;
    cues.closing(before, NameCue::HasMiddle).is_some()
        || noun.is_some_and(|noun| cues.closing(noun.word, NameCue::Middle).is_some())
        || after.starts_with(is_han) && is_seat()
}

/// Whether it is the highest of the levels in the sentence: 上解|中央, 中央|和|省, 县、省和|中央|三级, 中央|统筹、省负总责.
fn is_level(scene: &Scene, range: &Range<usize>) -> bool {
    let (before, after) = (&scene.text[..range.start], &scene.text[range.end..]);
    let lower = LINKS.iter().find_map(|link| before.strip_suffix(link));
    GOES_UP.iter().any(|up| before.ends_with(up))
        || lower.is_some_and(|lower| ends_with_level(scene, lower)) && !after.starts_with('各')
        || COUNTED.iter().any(|counted| after.starts_with(counted))
        || joins_level(scene, range.end)
        || deed_end(scene, range.end).is_some_and(|end| joins_level(scene, end))
}

fn ends_with_level(scene: &Scene, before: &str) -> bool {
    let level = before.strip_suffix('级').unwrap_or(before);
    scene.lexicon.name_cues.closing(level, NameCue::LowerLevel).is_some()
}

/// Whether a link and a lower level follow, but no organ of it: |和|省, not |和|省委.
fn joins_level(scene: &Scene, at: usize) -> bool {
    let after = &scene.text[at..];
    let linked = LINKS.iter().find_map(|link| after.strip_prefix(link));
    linked.is_some_and(|lower| {
        let organ = scene.text.len() - lower.len();
        scene.lexicon.name_cues.opening(lower, NameCue::LowerLevel).is_some()
            && scene.at(&scene.lexicon.bodies.names, organ).is_none()
    })
}

/// The byte past the deed that a slogan gives to the level: 中央|统筹|、省负总责.
fn deed_end(scene: &Scene, start: usize) -> Option<usize> {
    let deed = scene.tokens.at(start).filter(|token| token.range.start == start)?;
    deed.tag.starts_with('v').then_some(deed.range.end)
}

/// Whether a longer name goes on here, of a meeting, an inspection or a team: 中央|生态环保|督察.
fn opens_name(scene: &Scene, start: usize) -> bool {
    let first = scene.tokens.started_before(start);
    for token in scene.tokens[first..].iter().take(MAX_NAME_TOKENS) {
        if scene.lexicon.name_cues.closing(token.word, NameCue::OfCentre).is_some() {
            return true;
        }
        let is_noun =
            matches!(token.tag.as_bytes().first(), Some(b'n' | b'j' | b'b' | b'l')) || token.tag == "vn";
        if !is_noun && !scene.lexicon.bodies.inside.contains(token.word) {
            return false;
        }
    }
    false
}

/// Whether its members or the centres of several parties are meant: 中央|委员, 民主党派|中央.
fn are_many(scene: &Scene, range: &Range<usize>) -> bool {
    let after = &scene.text[range.end..];
    let is_member = || after.starts_with("委员") && !after.starts_with("委员会");
    is_member() || scene.text[..range.start].ends_with("党派")
}

#[cfg(test)]
mod tests {
    use super::super::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn the_centre_is_a_body_where_it_acts_or_is_heard() {
        let cases: &[&str] = &[
            "中央决定提高标准",
            "落实中央和省委部署",
            "深入落实中央一揽子政策",
            "中央有关部门正在研究",
            "贯彻中央精神",
            "维护中央权威",
            "中央召开经济工作会议",
            "全党服从中央",
            "中央驻陕单位要支持",
        ];
        for text in cases {
            assert_eq!(standing(recognise, text).first().map(String::as_str), Some("中央"), "{text}");
        }
        let refused: &[&str] = &[
            "配合中央生态环保督察",
            "抓好中央巡视反馈问题整改",
            "中央扶贫工作会议召开",
            "走近世界舞台中央",
            "坐在广场中央",
            "坚持中央统筹、省负总责、市县抓落实",
            "县、省和中央三级的规划",
            "中央一级机构改革",
            "中央和省级督查",
            "上至中央,下至地方",
            "亲率中央代表团出席",
            "锲而不舍落实中央八项规定精神",
            "听取各民主党派中央意见",
            "三百名中央委员",
            "中央工业和地方工业并举",
        ];
        for text in refused {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
