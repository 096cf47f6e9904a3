//! Whether a stretch of text names a project, by its form.

use std::ops::Range;

use super::form::{
    ends_as_undertaking, is_deed, is_sized, leads_across, opens_with_grade, opens_with_year, without_section,
};
use super::{form, motto, traits, trim};
use crate::lexicon::{Head, NameCue, PlaceClass, is_han};
use crate::recognise::Scene;
use crate::recognise::body;
use crate::recognise::place::{Spot, sign};
use crate::record::BodyKind;

/// The longest and shortest names, in characters.
const MAX_NAME_CHARS: usize = 40;
const MIN_NAME_CHARS: usize = 2;
/// What is built to show a river names it: 长江博物馆; what is built along it does not: 长江航道.
const SHOWS: [&str; 3] = ["博物馆", "公园", "植物园"];
/// What centres of science are called that a region is given.
const CENTRES: [&str; 4] = ["国际科技创新中心", "区域科技创新中心", "国家科学中心", "综合性科学中心"];
/// What is done to land and waters is called so, without 工程 after it.
const CURES: [&str; 3] = ["综合治理", "修复治理", "综合整治"];
/// From how many characters on common words tell one facility beside named ones: 农产品冷链集散中心.
const MIN_GENERIC_CHARS: usize = 6;
/// From how many characters on common words tell one site beside named ones: 智慧物流园.
const MIN_SITE_CHARS: usize = 5;
/// The longest clip of a name in a list, in characters: 盐泰锡常宜.
const MAX_CLIP_CHARS: usize = 6;

/// A possible name and what its form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) range: Range<usize>,
    pub(super) head: Option<Head>,
    /// The last word is 项目 or 工程, which by themselves say little.
    pub(super) is_undertaking: bool,
    /// It stood before a 项目 that is no part of the name: 华阳项目.
    pub(super) is_brand: bool,
    /// It has a place inside.
    pub(super) has_place: bool,
    /// It is the name of a place and nothing else.
    pub(super) is_place: bool,
    /// It has a place, a brand or another proper part.
    pub(super) is_proper: bool,
    /// Something besides generic words, and besides places, stands before the head.
    pub(super) is_specific: bool,
    /// A word that the general vocabulary does not know, or a quoted shape, stands before the head.
    pub(super) is_coined: bool,
    /// Such a word opens the name, as brands and clipped names do: 引绰济辽工程, not 垃圾焚烧飞灰工程.
    pub(super) opens_coined: bool,
    pub(super) is_superlative: bool,
    /// 国家 opens it, and it is one.
    pub(super) is_realm: bool,
    /// A place opens it, and its last word says what is done there: 云河|加固工程, not 云河工程.
    pub(super) is_placed_deed: bool,
    /// It ends as what is built for one use in one field: 中试基地, 交易中心.
    pub(super) has_one_use: bool,
    /// The realm, or a part of the land, has one of it: 国家水质监测网, 西南部种质资源库.
    pub(super) is_of_realm: bool,
    /// A plant or a mine, which is a body too when it works: 第三机床厂.
    pub(super) is_plant: bool,
    /// It brings power or water from one place to another: 疆电入渝.
    pub(super) leads_across: bool,
    /// It is built to show something.
    pub(super) is_show: bool,
    /// A motto in quotation marks opens it, and what is done follows: “双翼”机场改造工程.
    pub(super) has_motto: bool,
    /// A bracket says which of its kind it is: 质检中心(渔具类).
    pub(super) has_kind: bool,
    /// It ends as a national park of a named stretch or site.
    pub(super) is_realm_park: bool,
    /// A house of the province or city that speaks, and nothing else: 市青少年活动中心.
    pub(super) is_house_of_speaker: bool,
    /// The one that speaks opens it without its name: 县|文化中心.
    pub(super) is_of_speaker: bool,
    /// It has a size or sum inside: 3.18亿元, 750千伏.
    pub(super) is_sized: bool,
    /// It opens with a grade, which classes do too: 60万吨级乙烯.
    pub(super) is_graded: bool,
    /// Short enough to be a clip of a longer name, and no common word.
    pub(super) is_clip: bool,
    /// A word of the general vocabulary.
    pub(super) is_word: bool,
    /// The name of a firm, and nothing else.
    pub(super) is_firm: bool,
    /// Two characters and the trade of a firm: 恒信|化工.
    pub(super) is_trade: bool,
    /// A facility of common words, many enough to tell one: 农产品冷链集散中心.
    pub(super) is_generic: bool,
    /// What serves many, as a role does: 数据服务平台.
    pub(super) is_platform: bool,
    /// A rank stands in it, which places and houses are given: 国家级度假区, 5A级景区.
    pub(super) is_ranked: bool,
    /// It ends as a body does that also builds: 大学, 研究院.
    pub(super) is_organ: bool,
    /// It ends as a site that is built for one trade: 物流园.
    pub(super) is_site: bool,
    /// With 工程 after it, it is a work: 东线引水.
    pub(super) is_clipped_scheme: bool,
    /// Its last word names a house: 医院, not 中心.
    pub(super) is_house: bool,
    /// It moves or makes larger a house that has a name: 育英高中迁建项目.
    pub(super) is_of_house: bool,
    /// A house that does something together with another one: 与|清溪大学|共建.
    pub(super) is_partner: bool,
    /// Its last word says what is done to a work: 船闸|扩容改造.
    pub(super) is_deed: bool,
    /// A river or lake stands before its last word, whoever knows it: 柳林河|治理工程.
    pub(super) is_of_water: bool,
    pub(super) characters: usize,
}

/// Reads a stretch of text as a name; `None` where it can be none.
pub(super) fn read(scene: &Scene, range: Range<usize>) -> Option<Item> {
    let projects = &scene.lexicon.projects;
    if is_plural(scene, &range) {
        return None;
    }
    let whole = trim::trim(scene, range)?;
    let range = trim::without_shared_head(scene, &whole);
    let text = scene.slice(&range);
    let characters = text.chars().take(MAX_NAME_CHARS + 1).count();
    // Cheap tests before dear ones.
    if !(MIN_NAME_CHARS..=MAX_NAME_CHARS).contains(&characters)
        || opens_with_year(text)
        || projects.has_count_inside(text)
        || projects.ends_with_plural_count(&scene.text[..range.start])
    {
        return None;
    }
    let named = without_section(text);
    let is_placed = opens_with_place(scene, range.start);
    let is_show = shows(named) && is_placed;
    // 长江堤防加固工程: a river names what is done to it.
    let is_placed_deed = is_placed && says_what_is_done(scene, named);
    // 市青少年活动中心: the city has one.
    let is_house_of_speaker = !ends_as_undertaking(text)
        && traits::opens_with_speaker(scene, range.start)
        && projects.head(named).is_some_and(|(at, _)| at > 0);
    // 长三角国际科技创新中心: a region is given one, where any city may be a 科技创新中心.
    let is_centre = |text: &str| CENTRES.iter().any(|centre| text.ends_with(centre));
    // 云江国际科技创新中心、|综合性国家科学中心: so does what stands beside one.
    let is_beside = || scene.text[..range.start].strip_suffix('、').is_some_and(is_centre);
    let is_centre =
        is_centre(named) && (is_placed || is_beside() || sign::pair_at(scene, range.start).is_some());
    let is_role = projects.ends_as_role(text);
    let is_platform = text.ends_with("平台") && (is_role || projects.ends_as_class(text));
    // 五台山路大桥 is no count of five.
    let refused = projects.opens_with_count(text) && !opens_with_grade(text) && !is_placed
        || (is_role || projects.ends_as_class(text)) && !(is_platform || is_centre)
        || projects.ends_as_programme(text)
            && !opens_with_owner(scene, &range)
            && !motto::is_motto_of_work(scene, text);
    if refused {
        return None;
    }
    let head = projects.head(named).filter(|(start, _)| {
        stands_as_head(scene, range.start + start, range.start + named.len(), is_placed)
    });
    // 北京|丰台|站: what follows the name of a place at once.
    let station = || {
        let name = named.strip_suffix('站').filter(|name| !name.is_empty())?;
        is_place(scene, &(range.start..range.start + name.len())).then_some((name.len(), Head::Works))
    };
    let head = head.or_else(station).or_else(|| traits::line_head(named).map(|at| (at, Head::Works)));
    // 青溪水库|工程: the work itself.
    let head = head.map(|(at, head)| {
        let is_work = head == Head::Facility && form::work_before(projects, named).is_some();
        (at, if is_work { Head::Works } else { head })
    });
    let is_numbered = traits::is_numbered(projects, text);
    let is_of_county = traits::opens_with_county(scene, range.start);
    let is_generic = !(is_show || is_placed_deed || is_house_of_speaker || is_numbered || is_of_county)
        && text.split(['(', ')', '和', '与', '及']).all(|part| projects.is_generic(part));
    let is_facility = head.is_some_and(|(_, head)| head == Head::Facility) && !ends_as_undertaking(text);
    if is_generic && !(is_facility && characters >= MIN_GENERIC_CHARS || projects.is_of_realm(text)) {
        return None;
    }
    let body = range.start..range.start + head.map_or(text.len(), |(start, _)| start);
    let mut traits = traits::traits(scene, &body);
    let leads_across = leads_across(text);
    let is_across = leads_across && sign::both_ends(scene, text);
    traits.places += usize::from(is_show || is_placed_deed || is_across);
    let has_name = traits.places + traits.names > 0;
    if projects.opens_with_level(text) && traits.places == 0 {
        return None;
    }
    let known = scene.lexicon.knows(text);
    Some(Item {
        head: head.map(|(_, head)| head),
        is_brand: range != whole && (!known && traits.coined > 0 || has_name),
        is_undertaking: ends_as_undertaking(text),
        has_place: traits.places > 0,
        is_proper: has_name || is_numbered,
        is_specific: is_centre
            || traits.names > 0
            || traits.words > 0
            || is_numbered
            || is_phase_of_work(scene, &body, text),
        is_coined: traits.coined > 0 || text.starts_with('“'),
        opens_coined: traits.opens_coined || text.starts_with('“'),
        is_of_speaker: traits.is_of_speaker,
        is_sized: is_sized(text),
        is_graded: opens_with_grade(text),
        // 全国首个船舶登记管理局: an office is no product.
        is_superlative: projects.is_superlative(text)
            && !projects.ends_with_measure(text)
            && !text.ends_with('局'),
        // 徐州五一公园 is a place, and what is built there.
        is_place: !is_show && is_place(scene, &range),
        is_placed_deed,
        has_one_use: projects.has_one_use(named) && !text.contains(['和', '与', '及']),
        is_of_realm: projects.is_of_realm(text),
        is_plant: text.ends_with(['厂', '矿']),
        leads_across,
        is_show: shows(named),
        has_motto: motto::is_slogan(text) && motto::tells_motto(scene, text),
        has_kind: text.ends_with("类)") || text.ends_with("型)"),
        is_realm_park: named.ends_with("国家文化公园") && is_placed
            || named.ends_with("考古遗址公园") && traits.places + traits.names + traits.words > 0,
        is_house_of_speaker: is_house_of_speaker && projects.is_generic(scene.slice(&body)),
        is_realm: text.starts_with("国家")
            && !projects.opens_with_level(text)
            && !text.contains(['和', '及']),
        is_clip: head.is_none() && characters <= MAX_CLIP_CHARS && (!known || has_name),
        is_word: known,
        is_firm: is_firm(scene, text),
        is_trade: head.is_none() && !known && projects.ends_as_trade(text),
        is_generic,
        // 一体化公共数据平台: one of common words too.
        is_platform: is_platform || is_generic && text.ends_with("平台"),
        is_ranked: ["国家级", "省级", "A级"].iter().any(|rank| text.contains(rank)),
        is_organ: projects.ends_as_organ(named),
        // 智慧物流园: beside named ones, common words tell a site too.
        is_site: projects.ends_as_site(named) && characters >= MIN_SITE_CHARS,
        is_clipped_scheme: head.is_none() && clips_scheme(scene, text),
        is_house: head.is_some() && !named.ends_with("国家公园") && !projects.ends_vague(named),
        is_of_house: form::house_before(projects, text).is_some_and(|own| !projects.is_generic(own)),
        is_partner: body::is_partner(scene, &range),
        is_deed: head.is_some_and(|(start, _)| is_deed(&named[start..])),
        is_of_water: scene.lexicon.name_cues.closing(scene.slice(&body), NameCue::Water).is_some(),
        characters,
        range,
    })
}

/// Whether a name outside a list may be a project: it ends with a head, or presents a first of its kind.
pub(super) fn may_stand_alone(scene: &Scene, text: &str) -> bool {
    let projects = &scene.lexicon.projects;
    let text = trim::without_length(trim::without_time(scene, trim::without_note(text)));
    text.ends_with(')')
        || leads_across(text)
        || projects.head(text).is_some()
        || text.ends_with('站')
        || traits::line_head(text).is_some()
        || projects.has_superlative(text)
        || CURES.iter().any(|cure| text.ends_with(cure))
}

/// Whether a name ends as what is built to show something; a national park is a stretch of land.
fn shows(name: &str) -> bool {
    SHOWS.iter().any(|show| name.ends_with(show)) && !name.ends_with("国家公园")
}

/// Whether the last word of a name is more than 工程 and says what is done: 加固工程, 引水工程.
fn says_what_is_done(scene: &Scene, name: &str) -> bool {
    let head = scene.lexicon.projects.head(name);
    name.ends_with("工程") && head.is_some_and(|(at, _)| at > 0 && name.len() - at > "工程".len())
}

/// Whether a word makes many of what is named: 更多企业项目, 首批产业园, 各学段.
fn is_plural(scene: &Scene, range: &Range<usize>) -> bool {
    let opens_word = |word: Range<usize>| {
        let start = range.start + word.start;
        scene.tokens.starting(start).is_some()
    };
    scene.lexicon.projects.plurals(scene.slice(range)).any(opens_word)
}

/// A head is no end of a longer word (港 in 香港, 段 in 阶段), and something stands before it.
fn stands_as_head(scene: &Scene, start: usize, end: usize, is_placed: bool) -> bool {
    if end - start <= '段'.len_utf8() && ends_other_word(scene, start, end) {
        return false;
    }
    let at = scene.tokens.ended_before(end);
    let Some(token) = scene.tokens.get(at) else { return true };
    // 清潭|河水库, 云名|港大道: the sign before the head ends the name of a river or harbour.
    let is_ground = |sign: &str| {
        [NameCue::Land, NameCue::Stream].into_iter().any(|cue| scene.lexicon.name_cues.is(sign, cue))
    };
    let is_of_ground = token.range.start + '河'.len_utf8() == start
        && is_ground(&scene.text[token.range.start..start])
        && scene.text[..token.range.start].ends_with(is_han);
    let is_inner = token.range.start < start && scene.knows(token) && !is_of_ground;
    // 青川电站|建设工程: of what stands in a place the word that 工程 ends says only that it is built.
    let is_building = is_placed && scene.says(&token.range, "建设工程");
    !is_inner
        || is_building
        || matches!(&scene.text[start..end], "平台" | "号线")
        || token.range.len() > end - start + 6
        || token.tag == "nz"
        || token.tag == "nt" && matches!(&scene.text[start..end], "中心" | "公园")
        // 深圳|海洋大学: the word after the place is no name by itself, as 南京大学 is.
        || token.tag == "nt" && is_placed && !opens_with_place(scene, token.range.start)
        || token.tag == "ns" && end - start > 3
}

/// Whether a one-character head is the end of an ordinary word: 管理手|段, but not 河南|段.
fn ends_other_word(scene: &Scene, start: usize, end: usize) -> bool {
    let projects = &scene.lexicon.projects;
    let Some((at, _)) = scene.text[..start].char_indices().next_back() else { return false };
    let word = &scene.text[at..end];
    let is_head = projects.head(word).is_some_and(|(at, _)| at == 0);
    let spots = scene.spots();
    let follows_place = spots.binary_search_by_key(&start, |spot| spot.range.end).is_ok();
    scene.lexicon.knows(word) && !is_head && !follows_place && !scene.lexicon.places.is_place(word)
}

/// Whether a company, or a place that is no province, opens the name: 日照港|升级工程, not 河南|文旅提升工程.
fn opens_with_owner(scene: &Scene, range: &Range<usize>) -> bool {
    let spots = scene.spots();
    let spot = spots.binary_search_by_key(&range.start, |spot| spot.range.start);
    let is_local =
        |spot: &Spot| spot.sure && !matches!(spot.class, PlaceClass::Province | PlaceClass::Country);
    spot.is_ok_and(|index| is_local(&spots[index]))
        || sign::pair_at(scene, range.start).is_some()
        || traits::opens_with_company(scene, range)
}

/// Whether 工程 after a name would make it a work: 东线引水|工程.
fn clips_scheme(scene: &Scene, name: &str) -> bool {
    let whole = format!("{name}工程");
    let head = scene.lexicon.projects.head(&whole);
    head.is_some_and(|(at, _)| at > 0 && whole.len() - at > "工程".len())
}

/// Whether a name ends so.
pub(super) fn ends_as_deed(scene: &Scene, name: &str) -> bool {
    scene.lexicon.projects.head(name).is_some_and(|(at, _)| at > 0 && is_deed(&name[at..]))
}

/// Whether a place or a standing name starts here.
pub(super) fn opens_with_place(scene: &Scene, at: usize) -> bool {
    let spot = scene.spots().binary_search_by_key(&at, |spot| spot.range.start);
    spot.is_ok_and(|index| scene.spots()[index].sure)
        || scene.lexicon.projects.standing.longest_at(scene.text, at).is_some()
}

/// Whether a name is that of a firm known by name, and nothing else.
pub(super) fn is_firm(scene: &Scene, name: &str) -> bool {
    scene.lexicon.bodies.names.get(name).is_some_and(|kind| *kind == Some(BodyKind::Enterprise))
}

/// 机场三期: a stage of the one work that the text speaks of.
fn is_phase_of_work(scene: &Scene, body: &Range<usize>, name: &str) -> bool {
    let work = scene.slice(body);
    name[work.len().min(name.len())..].contains('期')
        && scene.lexicon.projects.head(work).is_some_and(|(at, _)| at == 0)
}

/// Whether a place, or places that follow each other, cover the whole stretch.
fn is_place(scene: &Scene, range: &Range<usize>) -> bool {
    let spots = scene.spots();
    let at = spots.partition_point(|spot| spot.range.end <= range.start);
    let mut end = range.start;
    for spot in &spots[at..] {
        if !spot.sure || spot.range.start != end {
            break;
        }
        end = spot.range.end;
    }
    end == range.end
}
