//! Reads a stretch of text that may be a name: what its ends and characters say before its words are read.

use std::ops::Range;

use super::form::{self, ends_as_undertaking, opens_with_grade, opens_with_year, without_section};
use super::{motto, traits, trim};
use crate::lexicon::{Head, NameCue, PlaceClass, is_han};
use crate::recognise::Scene;
use crate::recognise::place::{Spot, sign};

/// The longest and shortest names, in characters.
const MAX_NAME_CHARS: usize = 40;
const MIN_NAME_CHARS: usize = 2;
/// Fewest characters of common words that tell one facility beside named ones: 农产品冷链集散中心.
const MIN_GENERIC_CHARS: usize = 6;
/// Facilities that show a river and are named after it (长江博物馆), unlike works along it (长江航道).
const SHOWS: [&str; 3] = ["博物馆", "公园", "植物园"];
/// The endings of streets and bridges.
pub(super) const STREETS: [char; 4] = ['路', '街', '桥', '巷'];
/// The names of science centres that a region is given.
const CENTRES: [&str; 4] = ["国际科技创新中心", "区域科技创新中心", "国家科学中心", "综合性科学中心"];

/// A stretch of text that may be a name.
pub(super) struct Stretch<'a> {
    pub(super) scene: &'a Scene<'a>,
    /// The range with the 项目 that is not part of the name: 华阳项目.
    pub(super) whole: Range<usize>,
    pub(super) range: Range<usize>,
    pub(super) text: &'a str,
    /// The text without the section in brackets after it.
    pub(super) named: &'a str,
    pub(super) characters: usize,
    /// A place or a standing name opens it.
    pub(super) is_placed: bool,
    /// A place opens it, and it ends as facilities that show something do.
    pub(super) is_shown: bool,
    /// A river is named with what is done to it: 长江|堤防加固工程.
    pub(super) is_placed_deed: bool,
    /// The city has only one: 市|青少年活动中心.
    pub(super) is_house_of_speaker: bool,
    /// It is given to a region (长三角国际科技创新中心), while any city may be a 科技创新中心.
    pub(super) is_centre: bool,
    /// It has a number for a name: 第二机床厂.
    pub(super) is_numbered: bool,
}

impl<'a> Stretch<'a> {
    /// Trims the text and tests its ends; `None` if it cannot be a name.
    pub(super) fn new(scene: &'a Scene<'a>, range: Range<usize>) -> Option<Self> {
        let projects = &scene.lexicon.projects;
        if is_plural(scene, &range) {
            return None;
        }
        let whole = trim::trim(scene, range)?;
        let range = trim::without_shared_head(scene, &whole);
        let text = scene.slice(&range);
        let characters = text.chars().take(MAX_NAME_CHARS + 1).count();
        // The cheap tests come first.
        if !(MIN_NAME_CHARS..=MAX_NAME_CHARS).contains(&characters)
            || opens_with_year(text)
            || projects.has_count_inside(text)
            || projects.ends_with_plural_count(&scene.text[..range.start])
        {
            return None;
        }
        let named = without_section(text);
        let is_placed = opens_with_place(scene, range.start);
        let stretch = Stretch {
            is_shown: shows(named) && is_placed,
            is_placed_deed: is_placed && says_what_is_done(scene, named),
            is_house_of_speaker: !ends_as_undertaking(text)
                && traits::opens_with_speaker(scene, range.start)
                && projects.head(named).is_some_and(|(at, _)| at > 0),
            is_centre: is_centre(scene, named, range.start, is_placed),
            is_numbered: traits::is_numbered(projects, text),
            scene,
            whole,
            range,
            text,
            named,
            characters,
            is_placed,
        };
        (!stretch.is_class()).then_some(stretch)
    }

    /// Whether it ends with a role that serves many: 数据服务平台.
    pub(super) fn is_platform(&self) -> bool {
        self.text.ends_with("平台") && self.ends_as_role()
    }

    fn ends_as_role(&self) -> bool {
        let projects = &self.scene.lexicon.projects;
        projects.ends_as_role(self.text) || projects.ends_as_class(self.text)
    }

    /// Whether it counts things, or names a role, a class or a programme.
    fn is_class(&self) -> bool {
        let (projects, text) = (&self.scene.lexicon.projects, self.text);
        // This counts nothing: 五台山路大桥.
        projects.opens_with_count(text) && !opens_with_grade(text) && !self.is_placed
            || self.ends_as_role() && !(text.ends_with("平台") || self.is_centre)
            || projects.ends_as_programme(text)
                && !opens_with_owner(self.scene, &self.range)
                && !motto::is_motto_of_work(self.scene, text)
    }

    /// The last word of the name: the byte of `named` where it starts, and its kind.
    pub(super) fn head(&self) -> Option<(usize, Head)> {
        let (scene, named, start) = (self.scene, self.named, self.range.start);
        let projects = &scene.lexicon.projects;
        let stands = |at: usize| stands_as_head(scene, start + at, start + named.len(), self.is_placed);
        let known = projects.head(named).filter(|(at, _)| stands(*at));
        // 站 right after the name of a place: 北京|丰台|站.
        let station = || {
            let name = named.strip_suffix('站').filter(|name| !name.is_empty())?;
            is_place(scene, &(start..start + name.len())).then_some((name.len(), Head::Works))
        };
        // A street that is called a project is being built: 柳家庄|路|项目.
        let street = || {
            let is_told = scene.text[self.range.end..].starts_with("项目");
            let name = named.strip_suffix(STREETS).filter(|name| is_told && name.chars().nth(1).is_some())?;
            (!projects.is_generic(name) && !scene.lexicon.knows(named)).then_some((name.len(), Head::Works))
        };
        let line = || traits::line_head(named).map(|at| (at, Head::Works));
        let (at, head) = known.or_else(station).or_else(street).or_else(line)?;
        // The undertaking is the work itself: 青溪水库|工程.
        let is_work = head == Head::Facility && form::work_before(projects, named).is_some();
        Some((at, if is_work { Head::Works } else { head }))
    }

    /// Whether all its words are common, and nothing else tells one.
    pub(super) fn is_generic(&self) -> bool {
        let projects = &self.scene.lexicon.projects;
        let tells_one = self.is_shown
            || self.is_placed_deed
            || self.is_house_of_speaker
            || self.is_numbered
            || traits::opens_with_county(self.scene, self.range.start);
        !tells_one && self.text.split(['(', ')', '和', '与', '及']).all(|part| projects.is_generic(part))
    }

    /// Whether a name of common words with such a head may tell one beside named ones.
    pub(super) fn may_be_generic(&self, head: Option<Head>) -> bool {
        let is_facility = head == Some(Head::Facility) && !ends_as_undertaking(self.text);
        is_facility && self.characters >= MIN_GENERIC_CHARS
            || self.scene.lexicon.projects.is_of_realm(self.text)
    }
}

/// Whether a name ends as facilities that show something do; a national park is a stretch of land.
pub(super) fn shows(name: &str) -> bool {
    SHOWS.iter().any(|show| name.ends_with(show)) && !name.ends_with("国家公园")
}

/// Whether a region is given the science centre that ends the name, or another stands beside it.
fn is_centre(scene: &Scene, named: &str, start: usize, is_placed: bool) -> bool {
    let ends = |text: &str| CENTRES.iter().any(|centre| text.ends_with(centre));
    // It stands beside one: 云江国际科技创新中心、|综合性国家科学中心.
    let is_beside = || scene.text[..start].strip_suffix('、').is_some_and(ends);
    ends(named) && (is_placed || is_beside() || sign::pair_at(scene, start).is_some())
}

/// Whether the last word of a name is more than 工程 and tells the deed: 加固工程, 引水工程.
fn says_what_is_done(scene: &Scene, name: &str) -> bool {
    let head = scene.lexicon.projects.head(name);
    name.ends_with("工程") && head.is_some_and(|(at, _)| at > 0 && name.len() - at > "工程".len())
}

/// Whether a word makes many of the thing named: 更多企业项目, 首批产业园, 各学段.
fn is_plural(scene: &Scene, range: &Range<usize>) -> bool {
    let opens_word = |word: Range<usize>| {
        let start = range.start + word.start;
        scene.tokens.starting(start).is_some()
    };
    scene.lexicon.projects.plurals(scene.slice(range)).any(opens_word)
}

/// Whether a head stands here: it does not end a longer word (港 in 香港, 段 in 阶段), and something stands before
/// it.
fn stands_as_head(scene: &Scene, start: usize, end: usize, is_placed: bool) -> bool {
    if end - start <= '段'.len_utf8() && ends_other_word(scene, start, end) {
        return false;
    }
    let at = scene.tokens.ended_before(end);
    let Some(token) = scene.tokens.get(at) else { return true };
    // The character before the head ends the name of a river or harbour: 清潭|河水库, 云名|港大道.
    let is_ground = |sign: &str| {
        [NameCue::Land, NameCue::Stream].into_iter().any(|cue| scene.lexicon.name_cues.is(sign, cue))
    };
    let is_of_ground = token.range.start + '河'.len_utf8() == start
        && is_ground(&scene.text[token.range.start..start])
        && scene.text[..token.range.start].ends_with(is_han);
    let is_inner = token.range.start < start && scene.knows(token) && !is_of_ground;
    // After something that stands in a place, 建设工程 says only that it is built: 青川电站|建设工程.
    let is_building = is_placed && scene.says(&token.range, "建设工程");
    !is_inner
        || is_building
        || matches!(&scene.text[start..end], "平台" | "号线")
        || token.range.len() > end - start + 6
        || token.tag == "nz"
        || token.tag == "nt" && matches!(&scene.text[start..end], "中心" | "公园")
        // The word after the place is no name by itself, unlike 南京大学: 深圳|海洋大学.
        || token.tag == "nt" && is_placed && !opens_with_place(scene, token.range.start)
        || token.tag == "ns" && end - start > 3
}

/// Whether a head of one character ends an ordinary word: 管理手|段, but not 河南|段.
fn ends_other_word(scene: &Scene, start: usize, end: usize) -> bool {
    let projects = &scene.lexicon.projects;
    let Some((at, _)) = scene.text[..start].char_indices().next_back() else { return false };
    let word = &scene.text[at..end];
    let is_head = projects.head(word).is_some_and(|(at, _)| at == 0);
    let spots = scene.spots();
    let follows_place = spots.binary_search_by_key(&start, |spot| spot.range.end).is_ok();
    scene.lexicon.knows(word) && !is_head && !follows_place && !scene.lexicon.places.is_place(word)
}

/// Whether a company, or a place below the province, opens the name: 日照港|升级工程, not 河南|文旅提升工程.
fn opens_with_owner(scene: &Scene, range: &Range<usize>) -> bool {
    let spots = scene.spots();
    let spot = spots.binary_search_by_key(&range.start, |spot| spot.range.start);
    let is_local =
        |spot: &Spot| spot.sure && !matches!(spot.class, PlaceClass::Province | PlaceClass::Country);
    spot.is_ok_and(|index| is_local(&spots[index]))
        || sign::pair_at(scene, range.start).is_some()
        || traits::opens_with_company(scene, range)
}

/// Whether a place or a standing name starts here.
pub(super) fn opens_with_place(scene: &Scene, at: usize) -> bool {
    let spot = scene.spots().binary_search_by_key(&at, |spot| spot.range.start);
    spot.is_ok_and(|index| scene.spots()[index].sure)
        || scene.lexicon.projects.standing.longest_at(scene.text, at).is_some()
}

/// Whether one place, or a row of places, covers the whole stretch.
pub(super) fn is_place(scene: &Scene, range: &Range<usize>) -> bool {
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
