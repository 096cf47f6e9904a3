//! Recognises places: those that a dictionary names, and those that a head builds (…新区, …流域, …机场).
//!
//! | file | question |
//! |---|---|
//! | [`named`], [`trust`], [`parent`], [`child`], [`local`], [`unlisted`], [`backed`] | named places |
//! | [`sign`], [`partner`], [`realm`], [`pair`] | places by one character |
//! | [`built`], [`zone`], [`street`], [`water`], [`stream`], [`reach`], [`site`] | what a head builds |
//! | [`abroad`], [`arrival`], [`dateline`] | places abroad that no dictionary holds |
//! | [`list`], [`sibling`] | places shown by their list |
//! | [`strait`], [`event`] | what is meant, and what only looks like a place |

mod abroad;
mod arrival;
mod backed;
mod built;
mod child;
mod dateline;
pub(crate) mod event;
mod list;
mod local;
mod named;
mod pair;
mod parent;
mod partner;
mod reach;
mod realm;
mod sibling;
pub(crate) mod sign;
mod site;
mod strait;
mod stream;
mod street;
mod trust;
mod unlisted;
mod water;
mod zone;

use std::ops::Range;

use super::{Candidate, Detail, Evidence, Scene};
use crate::lexicon::{NameCue, PlaceClass, Trigger, certain_code};

pub(crate) use named::Spot;

/// The longest quoted name, in characters.
const MAX_QUOTED_CHARS: usize = 10;

/// The places of a sentence, named and built, in order, disjoint; of those that overlap, the longest.
pub(super) fn spots(scene: &Scene) -> Vec<Spot> {
    let mut spots = named::spots(scene);
    let named = spots.len();
    let abroad = abroad::spots(scene, &spots);
    spots.extend(list::members(scene, &spots));
    spots.extend(parent::spots(scene, &spots));
    spots.extend(parent::townships(scene, &spots));
    spots.extend(abroad);
    if spots.len() > named {
        spots = named::longest(spots);
    }
    let mut unlisted = unlisted::spots(scene, &spots);
    unlisted.extend(stream::spots(scene, &spots));
    if !unlisted.is_empty() {
        spots.extend(unlisted);
        spots = named::longest(spots);
    }
    let mut built = built::spots(scene, &spots);
    stream::basins(scene, &mut built);
    if !built.is_empty() {
        spots.extend(built);
        spots = named::longest(spots);
    }
    let local = local::spots(scene, &spots);
    if !local.is_empty() {
        spots.extend(local);
        spots = named::longest(spots);
    }
    let mut neighbours = list::local_neighbours(scene, &spots);
    neighbours.extend(site::spots(scene, &spots));
    neighbours.extend(dateline::spots(scene, &spots));
    neighbours.extend(arrival::spots(scene, &spots));
    if scene.wakes(Trigger::Street) {
        neighbours.extend(street::spots(scene, &spots));
    }
    neighbours.extend(pair::spots(scene));
    neighbours.extend(reach::spots(scene, &spots));
    neighbours.extend(site::monuments(scene));
    neighbours.extend(sibling::spots(scene, &spots));
    neighbours.extend(sibling::of_kind(scene, &spots));
    neighbours.extend(site::points(scene, &spots));
    neighbours.extend(sibling::headed(scene, &spots));
    if !neighbours.is_empty() {
        spots.extend(neighbours);
        spots = named::longest(spots);
    }
    spots.retain(|spot| {
        let is_verb = is_built(scene, &spot.range) || is_joining(scene, &spot.range);
        spot.class != PlaceClass::Refused && !is_verb
    });
    spots
}

/// The county whose name is also a verb with its object.
const BUILT: &str = "新建县";

/// Whether the apparent county is a verb before its object: 新建县|中医院.
fn is_built(scene: &Scene, range: &Range<usize>) -> bool {
    range.len() == BUILT.len() && scene.slice(range) == BUILT && {
        let after = &scene.text[range.end..];
        let opens_noun = after.chars().next().is_some_and(char::is_alphanumeric);
        opens_noun && scene.lexicon.name_cues.opening(after, NameCue::CountyFollower).is_none()
    }
}

/// Whether the apparent county is a verb that joins partners and the tier of the next organ, after an organ
/// or a word for the leader: 县教育局|会同|县财政局.
fn is_joining(scene: &Scene, range: &Range<usize>) -> bool {
    let verb = scene.slice(range).trim_end_matches('县');
    let bodies = &scene.lexicon.bodies;
    if !(bodies.outside.contains(verb) && bodies.joining.contains(verb)) {
        return false;
    }
    let before = &scene.text[..range.start];
    scene.lexicon.name_cues.closing(before, NameCue::OfficeEnd).is_some()
        || LEADS.iter().any(|leads| before.trim_end_matches(',').ends_with(leads))
}

/// Say who leads, before those who join in.
const LEADS: [&str; 2] = ["牵头", "负责"];

/// Proposes every place that the sentence gives evidence for.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let spots = scene.spots();
    let titles = titles(scene);
    let quoted = quoted(scene);
    let stand = spots.iter().filter(|spot| {
        let is_titled =
            titles.iter().any(|title| title.start <= spot.range.start && spot.range.end <= title.end);
        let name = quoted.partition_point(|name| name.start <= spot.range.start).checked_sub(1);
        let is_part = name.is_some_and(|at| spot.range.end <= quoted[at].end && quoted[at] != spot.range);
        spot.sure
            && !is_titled
            && !is_part
            && !sign::names_way(scene, spot)
            && !event::is_inside(scene, &spot.range)
    });
    candidates.extend(stand.map(candidate));
    sign::recognise(scene, candidates);
    realm::recognise(scene, candidates);
}

/// The stretches from 《 to 》; names in the titles of books and films are no places.
fn titles(scene: &Scene) -> Vec<Range<usize>> {
    let opening = scene.wake(Trigger::Title).map(|mark| mark.start);
    let closed = opening.filter_map(|start| Some(start..start + scene.text[start..].find('》')?));
    closed.collect()
}

/// The short stretches in quotation marks without a pause: the name of a ship or a prize, of which a place is
/// only a part (“云南舰”, “十大中国发现”).
fn quoted(scene: &Scene) -> Vec<Range<usize>> {
    let text = scene.text;
    let opening = scene.wake(Trigger::Quote).filter(|mark| scene.slice(mark) == "“").map(|mark| mark.end);
    let name = |start: usize| {
        let mut inside = text[start..].char_indices().take(MAX_QUOTED_CHARS + 1);
        let (end, mark) = inside.find(|(_, c)| matches!(c, '”' | '、' | ',' | '+' | '—' | '和' | '。'))?;
        (mark == '”').then_some(start..start + end)
    };
    opening.filter_map(name).collect()
}

fn candidate(spot: &Spot) -> Candidate {
    let (rule, evidence) = match spot.class {
        PlaceClass::Division => ("place.division", Evidence::Certain),
        PlaceClass::Province | PlaceClass::City | PlaceClass::County => ("place.short", Evidence::Context),
        PlaceClass::Zone => ("place.zone", Evidence::Context),
        PlaceClass::Area => ("place.area", Evidence::Context),
        PlaceClass::Spot => ("place.spot", Evidence::Form),
        _ => ("place.name", Evidence::Certain),
    };
    let code = certain_code(spot.codes).map(str::to_owned);
    Candidate::new(spot.range.clone(), rule, evidence, Detail::Place { code })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::{standing, with_scene};

    fn code(text: &str) -> Option<String> {
        with_scene(text, |scene| {
            let mut candidates = Vec::new();
            recognise(scene, &mut candidates);
            candidates.into_iter().find_map(|candidate| match candidate.detail {
                Detail::Place { code } => code,
                _ => None,
            })
        })
    }

    #[test]
    fn a_verb_that_joins_organs_is_no_county() {
        assert_eq!(standing(recognise, "县教育局会同县财政局印发通知"), [""; 0]);
        assert_eq!(standing(recognise, "由县教育局牵头,会同县财政局研究"), [""; 0]);
        assert_eq!(standing(recognise, "怀化市会同县发生洪水"), ["怀化市", "会同县"]);
    }

    #[test]
    fn divisions_stand_by_full_and_by_short_name() {
        let cases: &[(&str, &[&str])] = &[
            ("支持杭州市和宁波加快发展", &["杭州市", "宁波"]),
            ("江苏省苏州市昆山市", &["江苏省", "苏州市", "昆山市"]),
            ("推动浙江共同富裕", &["浙江"]),
            ("义乌这几年的实践,顺德农民", &["义乌", "顺德"]),
            ("宁夏自治区石湖治理", &["宁夏自治区"]),
            ("襄樊市和天津蓟县", &["襄樊市", "天津", "蓟县"]),
            ("无锡县和秀山县", &["无锡县", "秀山县"]),
            ("无锡县域经济", &["无锡"]),
            ("同俄罗斯、越南深化合作", &["俄罗斯", "越南"]),
            ("他们扎根河北", &["河北"]),
            ("整治多伦湖等景区", &["多伦湖"]),
            ("推动正定申报历史文化名城,肥西撤县设市", &["正定", "肥西"]),
            ("劳动力向城镇流动,占城镇人口一半", &[]),
            ("珠江中下游地区和淮河上中游", &["珠江中下游地区", "淮河上中游"]),
            ("江苏省地区生产总值增长5%", &["江苏省"]),
            ("武汉湖泊众多", &["武汉"]),
            ("凉山州和大化县签约", &["凉山州", "大化县"]),
            ("对定日6.8级地震作出指示", &["定日"]),
            ("建成60周年大庆", &[]),
            ("放归湖北梅花鹿,繁育海南长臂猿", &[]),
            ("保护青海湖江豚以外,青海湖裸露", &["青海湖"]),
            ("在湖北放归梅花鹿", &["湖北"]),
            ("举办中国(云南)—东盟农业合作发展大会", &[]),
            ("中老铁路通车,中非合作论坛,其中日本增长,中美洲各国,中英勇奋战", &["日本", "中美洲"]),
            ("在青海湖和祁连山开展保护", &["青海湖", "祁连山"]),
            ("航母“浙江舰”抵达“宁波”", &["宁波"]),
            ("他们回到首都北京和古城西安", &["北京", "西安"]),
            ("同原苏联各共和国建交", &["苏联"]),
            ("几代湖南人的梦想,山东人、台湾人,外国人,东北虎", &["湖南", "山东", "台湾"]),
            ("同亚非各国友好,同朝鲜人民友好", &["亚非", "朝鲜"]),
            ("修筑川黔铁路和晋豫、豫皖高速", &[]),
            ("加强川滇生态屏障建设,川黔交界处", &["川滇", "川黔"]),
            ("美丽新宁夏建设,到新宁考察", &["宁夏", "新宁"]),
            ("推动多哈回合谈判", &[]),
            ("开行中亚班列,合肥班列", &["合肥"]),
            ("开发横断山区和天山区域", &["横断山区", "天山"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }

    #[test]
    fn the_head_of_a_region_takes_the_suffix_of_its_name() {
        for (text, place) in [
            ("肥西县长李刚出席", "肥西"),
            ("连云港市长李刚", "连云港"),
            ("肥西县县长李刚", "肥西县"),
            ("肥西县长期坚持", "肥西县"),
        ] {
            assert_eq!(standing(recognise, text), [place], "{text}");
        }
    }

    #[test]
    fn ordinary_words_need_evidence() {
        for text in
            ["坚持和平发展道路", "老城区改造提速", "建设新区", "中国特色社会主义", "开放合作", "盘活社会资源"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
        assert_eq!(standing(recognise, "天津和平区"), ["天津", "和平区"]);
    }

    #[test]
    fn what_the_tagger_knows_for_a_place_needs_the_ending_of_one() {
        assert_eq!(standing(recognise, "沿着长安街和密西西比河"), ["长安街", "密西西比河"]);
        assert_eq!(standing(recognise, "中国人民同缅甸人民友好"), ["中国", "缅甸"]);
        for text in ["撑起半壁江山", "跑遍大街小巷", "推进城镇新建", "保护深海大河"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_county_named_like_a_verb_and_its_object_is_meant_before_its_government_alone() {
        assert_eq!(standing(recognise, "新建县中医院门诊楼"), [""; 0]);
        assert_eq!(standing(recognise, "新建县人民政府、新建县等"), ["新建县", "新建县"]);
    }

    #[test]
    fn a_code_is_given_where_there_is_no_doubt() {
        assert_eq!(code("杭州市").as_deref(), Some("330100"));
        assert_eq!(code("吉林").as_deref(), Some("220000"));
        assert_eq!(code("青山区"), None);
        assert_eq!(code("台湾").as_deref(), Some("710000"));
    }
}
