//! Decides by its form whether a stretch of text names a project.

use std::ops::Range;

use super::form::{ends_as_undertaking, is_deed, is_sized, leads_across, opens_with_grade};
use super::stretch::{STREETS, Stretch, is_place, shows};
use super::traits::{self, Traits};
use super::{form, motto, trim};
use crate::lexicon::{Head, NameCue, Projects, Trigger};
use crate::recognise::Scene;
use crate::recognise::body;
use crate::recognise::place::sign;
use crate::record::BodyKind;

/// Work done to land and waters that needs no 工程 after it.
const CURES: [&str; 3] = ["综合治理", "修复治理", "综合整治"];
/// Fewest characters of common words that tell one site beside named ones: 智慧物流园.
const MIN_SITE_CHARS: usize = 5;
/// The longest clip of a name in a list, in characters: 盐泰锡常宜.
const MAX_CLIP_CHARS: usize = 6;

/// A possible name, with what its form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) range: Range<usize>,
    pub(super) head: Option<Head>,
    /// The last word is 项目 or 工程, which by themselves say little.
    pub(super) is_undertaking: bool,
    /// It stood before a 项目 that is not part of the name: 华阳项目.
    pub(super) is_brand: bool,
    /// It stood before a 项目 that says that it is being built: 云湖度假区|项目.
    pub(super) is_told_project: bool,
    /// A railway or motorway with a name of its own or named by its two ends: 青连铁路, 云河至柳林高速公路.
    pub(super) is_way: bool,
    /// It improves something that stands: 提质改造.
    pub(super) is_remaking: bool,
    /// A street or bridge by its form: 青溪路.
    pub(super) is_street: bool,
    /// It holds a place.
    pub(super) has_place: bool,
    /// It is the name of a place and no more.
    pub(super) is_place: bool,
    /// It holds a place, a brand or another proper part.
    pub(super) is_proper: bool,
    /// Something besides generic words, and besides places, stands before the head.
    pub(super) is_specific: bool,
    /// A word that the general vocabulary does not know, or a quoted shape, stands before the head.
    pub(super) is_coined: bool,
    /// Such a word opens the name, as brands and clips do: 引绰济辽工程, not 垃圾焚烧飞灰工程.
    pub(super) opens_coined: bool,
    pub(super) is_superlative: bool,
    /// It opens with 国家 and is a single one.
    pub(super) is_realm: bool,
    /// A place opens it, and its last word tells a deed: 云河|加固工程, not 云河工程.
    pub(super) is_placed_deed: bool,
    /// It ends as facilities with one use in one field do: 中试基地, 交易中心.
    pub(super) has_one_use: bool,
    /// It is the main part of a work: 实验装置主体工程.
    pub(super) is_main_part: bool,
    /// It is a laboratory, whose name may be one character shorter: 深海探测实验室.
    pub(super) is_lab: bool,
    /// The realm, or a part of the country, has only one: 国家水质监测网, 西南部种质资源库.
    pub(super) is_of_realm: bool,
    /// It is a plant or a mine, which is also a body once it works: 第三机床厂.
    pub(super) is_plant: bool,
    /// It brings power or water from one region to another: 疆电入渝.
    pub(super) leads_across: bool,
    /// It is built to show something.
    pub(super) is_show: bool,
    /// It opens with a motto in quotation marks, and a deed follows: “双翼”机场改造工程.
    pub(super) has_motto: bool,
    /// A bracket tells which of its kind it is: 质检中心(渔具类).
    pub(super) has_kind: bool,
    /// It ends as national parks of a named stretch or site do.
    pub(super) is_realm_park: bool,
    /// It is a house of the province or city that speaks, and no more: 市青少年活动中心.
    pub(super) is_house_of_speaker: bool,
    /// It opens with the speaker's level without a name: 县|文化中心.
    pub(super) is_of_speaker: bool,
    /// It holds a size or a sum: 3.18亿元, 750千伏.
    pub(super) is_sized: bool,
    /// It opens with a grade, as classes also do: 60万吨级乙烯.
    pub(super) is_graded: bool,
    /// Several lands share it as a site of energy or trade, each by its clip: 溪上|风光基地.
    pub(super) is_base: bool,
    /// It is short enough for a clip of a longer name, and no common word.
    pub(super) is_clip: bool,
    /// It is a word of the general vocabulary.
    pub(super) is_word: bool,
    /// It is the name of a firm and no more.
    pub(super) is_firm: bool,
    /// It is two characters and the trade of a firm: 恒信|化工.
    pub(super) is_trade: bool,
    /// It is a facility of common words, enough to tell one: 农产品冷链集散中心.
    pub(super) is_generic: bool,
    /// It serves many, as a role does: 数据服务平台.
    pub(super) is_platform: bool,
    /// It holds a rank, which places and houses are given: 国家级度假区, 5A级景区.
    pub(super) is_ranked: bool,
    /// It ends as bodies do that may also build: 大学, 研究院.
    pub(super) is_organ: bool,
    /// It ends as sites for one trade do: 物流园.
    pub(super) is_site: bool,
    /// With 工程 after it, it would be a work: 东线引水.
    pub(super) is_clipped_scheme: bool,
    /// Its last word names a house: 医院, not 中心.
    pub(super) is_house: bool,
    /// It moves or enlarges a house that has a name: 育英高中迁建项目.
    pub(super) is_of_house: bool,
    /// It is a house that does something together with another: 与|清溪大学|共建.
    pub(super) is_partner: bool,
    /// Its last word is something done to a work: 船闸|扩容改造.
    pub(super) is_deed: bool,
    /// A river or lake stands before its last word, known or not: 柳林河|治理工程.
    pub(super) is_of_water: bool,
    pub(super) characters: usize,
}

/// Reads a stretch of text as a name; `None` if it cannot be one.
pub(super) fn read(scene: &Scene, range: Range<usize>) -> Option<Item> {
    let stretch = Stretch::new(scene, range)?;
    let head = stretch.head();
    let is_generic = stretch.is_generic();
    if is_generic && !stretch.may_be_generic(head.map(|(_, head)| head)) {
        return None;
    }
    let start = stretch.range.start;
    let body = start..start + head.map_or(stretch.text.len(), |(at, _)| at);
    let mut traits = traits::traits(scene, &body);
    let is_across = || leads_across(stretch.text) && sign::both_ends(scene, stretch.text);
    traits.places += usize::from(stretch.is_shown || stretch.is_placed_deed || is_across());
    // A motto after a short word gives an undertaking no name of its own, as programmes have mottos, too:
    // 青能“三入”工程.
    if !stretch.is_placed && motto::holds_motto(stretch.text) {
        traits = Traits { words: traits.words, ..Traits::default() };
    }
    if traits.places == 0 && scene.lexicon.projects.opens_with_level(stretch.text) {
        return None;
    }
    Some(item(stretch, head, is_generic, &body, &traits))
}

/// Gathers what the form of a name says; `traits` are those of the words before its head.
fn item(
    stretch: Stretch,
    head: Option<(usize, Head)>,
    is_generic: bool,
    body: &Range<usize>,
    traits: &Traits,
) -> Item {
    let Stretch { scene, text, named, characters, .. } = stretch;
    let projects = &scene.lexicon.projects;
    let known = scene.lexicon.knows(text);
    let is_told_project = head.is_some() && scene.text[stretch.range.end..].starts_with("项目");
    let is_way = projects.ends_as_way(form::without_part(text))
        && (traits.opens_coined
            || sign::pair_at(scene, stretch.range.start).is_some()
            || text.contains(['至', '—']));
    let has_name = traits.places + traits.names > 0;
    Item {
        head: head.map(|(_, head)| head),
        is_brand: stretch.range != stretch.whole && (!known && traits.coined > 0 || has_name),
        is_undertaking: ends_as_undertaking(text),
        has_place: traits.places > 0,
        is_told_project,
        is_way,
        is_remaking: text.strip_suffix("工程").unwrap_or(text).ends_with("改造"),
        is_street: is_street(text, projects) && !known,
        is_proper: has_name || stretch.is_numbered,
        is_specific: stretch.is_centre
            || traits.names > 0
            || traits.words > 0
            || stretch.is_numbered
            || is_phase_of_work(scene, body, text),
        is_coined: traits.coined > 0 || text.starts_with('“'),
        opens_coined: traits.opens_coined || text.starts_with('“'),
        is_of_speaker: traits.is_of_speaker,
        is_sized: is_sized(text),
        is_graded: opens_with_grade(text),
        // An office is no product: 全国首个船舶登记管理局.
        is_superlative: projects.is_superlative(text)
            && !projects.ends_with_measure(text)
            && !text.ends_with('局'),
        // A park is a place and something built: 徐州五一公园.
        is_place: !stretch.is_shown && !is_told_project && is_place(scene, &stretch.range),
        is_placed_deed: stretch.is_placed_deed,
        has_one_use: projects.has_one_use(named) && !text.contains(['和', '与', '及']),
        is_main_part: text.strip_suffix("主体工程").is_some_and(|work| {
            let work = work.strip_suffix("园区").unwrap_or(work);
            projects.head(work).is_some_and(|(at, _)| at > 0 && !projects.is_generic(work))
        }),
        is_lab: text.ends_with("实验室"),
        is_of_realm: projects.is_of_realm(text),
        is_plant: text.ends_with(['厂', '矿']),
        leads_across: leads_across(text),
        is_show: shows(named),
        has_motto: motto::is_slogan(text) && motto::tells_motto(scene, text),
        has_kind: text.ends_with("类)") || text.ends_with("型)"),
        is_realm_park: named.ends_with("国家文化公园") && stretch.is_placed
            || named.ends_with("考古遗址公园") && traits.places + traits.names + traits.words > 0,
        is_house_of_speaker: stretch.is_house_of_speaker && projects.is_generic(scene.slice(body)),
        is_realm: text.starts_with("国家")
            && !projects.opens_with_level(text)
            && !text.contains(['和', '及']),
        is_base: text.ends_with("基地"),
        is_clip: head.is_none()
            && (characters <= MAX_CLIP_CHARS || motto::ends_quoted(text))
            && (!known || has_name),
        is_word: known,
        is_firm: is_firm(scene, text),
        is_trade: head.is_none() && !known && projects.ends_as_trade(text),
        is_generic,
        // A platform of common words counts (一体化公共数据平台), but one built for a single use does not serve many
        // (光量子芯片研发平台).
        is_platform: stretch.is_platform() && !projects.has_one_use(named)
            || is_generic && text.ends_with("平台"),
        is_ranked: text.contains('级') && ["国家级", "省级", "A级"].iter().any(|rank| text.contains(rank)),
        is_organ: projects.ends_as_organ(named),
        // Beside named ones, common words tell a site, too: 智慧物流园.
        is_site: projects.ends_as_site(named) && characters >= MIN_SITE_CHARS,
        is_clipped_scheme: head.is_none() && clips_scheme(scene, text),
        is_house: head.is_some() && !named.ends_with("国家公园") && !projects.ends_vague(named),
        is_of_house: form::house_before(projects, text).is_some_and(|own| !projects.is_generic(own)),
        is_partner: body::is_partner(scene, &stretch.range),
        is_deed: head.is_some_and(|(start, _)| is_deed(&named[start..])),
        is_of_water: scene.lexicon.name_cues.closing(scene.slice(body), NameCue::Water).is_some(),
        characters,
        range: stretch.range,
    }
}

/// Whether a text ends as a street or a bridge, and not as a common noun for roads: 青溪路, not 农村道路.
fn is_street(text: &str, projects: &Projects) -> bool {
    text.chars().nth(2).is_some() && text.ends_with(STREETS) && !projects.ends_as_road(text)
}

/// Whether a name outside a list may be a project: it ends with a head, or is presented as a first of its
/// kind.
pub(super) fn may_stand_alone(scene: &Scene, text: &str) -> bool {
    let projects = &scene.lexicon.projects;
    let text = projects.without_end_count(trim::without_note(text));
    let text = trim::without_length(trim::without_time(scene, text));
    text.ends_with(')')
        || leads_across(text)
        || projects.head(text).is_some()
        || text.ends_with('站')
        || traits::line_head(text).is_some()
        || scene.wakes(Trigger::First) && projects.has_superlative(text)
        || CURES.iter().any(|cure| text.ends_with(cure))
}

/// Whether 工程 after a name would make it a work: 东线引水|工程.
fn clips_scheme(scene: &Scene, name: &str) -> bool {
    let whole = [name, "工程"].concat();
    let head = scene.lexicon.projects.head(&whole);
    head.is_some_and(|(at, _)| at > 0 && whole.len() - at > "工程".len())
}

/// Whether a name ends with something done to a work.
pub(super) fn ends_as_deed(scene: &Scene, name: &str) -> bool {
    scene.lexicon.projects.head(name).is_some_and(|(at, _)| at > 0 && is_deed(&name[at..]))
}

/// Whether a name is that of a known firm and no more.
pub(super) fn is_firm(scene: &Scene, name: &str) -> bool {
    scene.lexicon.bodies.names.get(name).is_some_and(|kind| *kind == Some(BodyKind::Enterprise))
}

/// Whether it is a stage of the one work that the text is about: 机场三期.
fn is_phase_of_work(scene: &Scene, body: &Range<usize>, name: &str) -> bool {
    let work = scene.slice(body);
    name[work.len().min(name.len())..].contains('期')
        && scene.lexicon.projects.head(work).is_some_and(|(at, _)| at == 0)
}
