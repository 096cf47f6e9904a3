//! Recognises places by a head and what opens the name: 合肥滨湖科学城, 淮河流域, 昆明长水国际机场, 江门村.

use std::ops::Range;

use super::{Spot, water, zone};
use crate::lexicon::{Form, NameCue, PlaceClass, PlaceHead, is_han};
use crate::recognise::Scene;
use crate::recognise::naming::{self, Anchors, Opened, Opening};

/// Most bytes of a name between its opening and its head.
const MAX_CORE_BYTES: usize = 30;
/// The same for areas: 皖北|地区, not a clause that ends with 地区.
const MAX_AREA_CORE_BYTES: usize = 6;
/// The same for localities after a division: 安陲乡|江门|村.
const MAX_LOCALITY_CORE_BYTES: usize = 12;
/// A head of areas, and the word that makes another word of it: 地区|生产总值.
const REGION: &str = "地区";
const PRODUCT: &str = "生产总值";
/// The longest name of a river before 流域, in characters.
const MAX_RIVER_CHARS: usize = 4;
/// The longest head, in bytes, that an ordinary word may end with.
const MAX_ORDINARY_BYTES: usize = 9;
/// Most places that open one name: 西安|咸阳|国际机场.
const MAX_ANCHORS: usize = 4;
/// Longest first half that is no word, in characters: 磨憨—….
const MAX_HALF_CHARS: usize = 3;

/// Finds names that end with a head of [`PlaceHead`] and open with a place or a proper name.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let heads = scene.find(&scene.lexicon.places.heads);
    heads
        .filter(|(range, _)| ends_word(scene, range) && !is_inside_name(named, range))
        .filter_map(|(range, head)| {
            let start =
                locality_start(scene, named, &range).or_else(|| name_start(scene, named, &range, *head))?;
            let class = match head {
                PlaceHead::Zone => PlaceClass::Zone,
                PlaceHead::Area => PlaceClass::Area,
                PlaceHead::Spot => PlaceClass::Spot,
            };
            Some(Spot { range: start..range.end, class, codes: "", sure: true, opens: true })
        })
        .collect()
}

/// Whether a word ends with the head; the tagger may cut 海南自由贸易|港法.
fn ends_word(scene: &Scene, head: &Range<usize>) -> bool {
    let Some(last) = scene.tokens.at(head.end - 1) else { return false };
    let rest = scene.slice(&(head.end..last.range.end));
    // The tagger's guess is no word: 都市|圈同|城化.
    let is_guess = || head.len() >= MAX_ORDINARY_BYTES && !scene.knows(last);
    rest.is_empty() || rest == "法" && head.len() > MAX_ORDINARY_BYTES || is_guess()
}

/// Whether the head only ends a name that is known as a whole (香|港), or a refused word (城中|村).
fn is_inside_name(named: &[Spot], head: &Range<usize>) -> bool {
    let covering = named.get(named.partition_point(|spot| spot.range.end < head.end));
    covering
        .is_some_and(|spot| spot.range.start < head.start && (spot.sure || spot.class == PlaceClass::Refused))
}

/// The byte where a village or community starts that stands right after the division it lies in.
fn locality_start(scene: &Scene, named: &[Spot], head: &Range<usize>) -> Option<usize> {
    if !matches!(scene.slice(head), "村" | "社区") {
        return None;
    }
    let above = &named[named.partition_point(|spot| spot.range.end <= head.start).checked_sub(1)?];
    let core = above.range.end..head.start;
    let fits = above.class == PlaceClass::Division
        && above.sure
        && (3..=MAX_LOCALITY_CORE_BYTES).contains(&core.len())
        // 农|村 is a word; 樟|村 is none, nor is a word that the tagger takes for a name.
        && (!scene.lexicon.knows(&scene.text[core.start..head.end]) || is_name_token(scene, core.start));
    (fits && is_own_name(scene, &core)).then_some(core.start)
}

/// Whether a token of three or more characters starts here that the tagger takes for a name: 富港村.
fn is_name_token(scene: &Scene, start: usize) -> bool {
    scene.tokens.at(start).is_some_and(|token| {
        token.range.start == start && token.range.len() > 6 && matches!(token.tag, "ns" | "nz" | "nr")
    })
}

/// Whether these characters name one locality: they hold no known word (贫困), number or particle.
fn is_own_name(scene: &Scene, core: &Range<usize>) -> bool {
    let name = scene.slice(core);
    let first = scene.tokens.ended_by(core.start);
    let mut tokens = scene.tokens[first..].iter().take_while(|token| token.range.start < core.end);
    name.chars().all(|character| matches!(character, '\u{4E00}'..='\u{9FFF}'))
        && tokens.all(|token| match token.tag.as_bytes().first() {
            Some(b'm' | b'q' | b'u' | b'c' | b'x' | b'p') => false,
            _ if token.range.len() < 6 => !scene.lexicon.name_cues.is(token.word, NameCue::NoVillage),
            // Any noun may name a village (东光, 幸福), except one for a kind of village.
            Some(b'n') => !is_kind(scene, scene.slice(&(token.range.start..token.range.end.min(core.end)))),
            _ => !scene.knows(token),
        })
}

/// Whether a noun tells a kind of village: 贫困, 示范, 重点.
fn is_kind(scene: &Scene, word: &str) -> bool {
    scene.lexicon.projects.is_generic(word) || scene.lexicon.places.ordinary.contains(word)
}

/// The byte where the name of this head starts, if its opening suffices for the head.
fn name_start(scene: &Scene, named: &[Spot], head: &Range<usize>, kind: PlaceHead) -> Option<usize> {
    // The product of a region is no region: 江苏省|地区生产总值.
    let is_product = scene.text[head.end..].starts_with(PRODUCT) && scene.slice(head) == REGION;
    if is_product
        || head.len() <= 3 && is_end_of_word(scene, head)
        || is_reach(scene.slice(head)) && !scene.text[..head.start].ends_with(['江', '河'])
    {
        return None;
    }
    if let Some(river) = water::before_basin(scene, named, head) {
        return Some(river);
    }
    let anchors = Anchors { spots: named, bodies: &[] };
    let opened = naming::open(scene, &anchors, head.start, false);
    let opened = opened.filter(|opened| opens_place(scene, kind, opened, head.start));
    let Some(opened) = opened else {
        let start = (kind == PlaceHead::Zone).then(|| zone::start(scene, named, head.start))??;
        return (!is_wider_word(scene, start, head)).then_some(start);
    };
    if is_clause(scene, &(opened.core..head.start), kind) || is_wider_word(scene, opened.start, head) {
        return None;
    }
    let start = match opened.opening {
        Opening::Place => anchored_start(scene, named, &opened, head.start, kind),
        _ => opened.start,
    };
    let half = if kind == PlaceHead::Zone { first_half(scene, named, start) } else { None };
    let start = half.or_else(|| partner_start(scene, named, opened.core, start)).unwrap_or(start);
    Some(if kind == PlaceHead::Spot { start } else { ring_start(scene, start) })
}

/// Whether the head names a reach of a river: 中下游, 上游地区.
fn is_reach(head: &str) -> bool {
    head.trim_end_matches("地区").ends_with('游')
}

/// Whether the core holds a verb of building (厦门|设置|经济特区) or counts several (长江|四大|流域).
fn is_clause(scene: &Scene, core: &Range<usize>, kind: PlaceHead) -> bool {
    let first = scene.tokens.started_before(core.start);
    let mut tokens = scene.tokens[first..].iter().take_while(|token| token.range.end <= core.end);
    // The list ends before its noun: 多伦湖|等|景区.
    scene.slice(core).starts_with('等')
        || kind != PlaceHead::Zone && scene.slice(core).ends_with('大')
        || tokens.any(|token| {
            let mark = scene.lexicon.stages.marks.get(token.word);
            token.range.len() >= 6 && mark.is_some_and(|mark| mark.form == Form::Word && !mark.is_adverb)
        })
}

/// Whether the head goes on (片区|化), or quotation marks make a slogan of the name (“万兆自贸港”).
fn is_wider_word(scene: &Scene, start: usize, head: &Range<usize>) -> bool {
    let opens = scene.text[..start].ends_with(['“', '「']);
    let rest = &scene.text[head.end..];
    rest.starts_with(['化', '型']) || opens && rest.starts_with(['”', '」'])
}

/// Whether the opening of the name suffices for this head.
fn opens_place(scene: &Scene, head: PlaceHead, opened: &Opened, head_start: usize) -> bool {
    let core = head_start - opened.core;
    // The realm is no zone: 美丽中国|先行区.
    let is_realm = || scene.lexicon.bodies.realms.contains(&scene.text[opened.start..opened.core]);
    let named = match opened.opening {
        Opening::Place if core == 0 && head == PlaceHead::Zone && is_realm() => false,
        // Neither is it with more words: 美丽中国|省域先行区.
        Opening::Place if scene.text[..opened.start].ends_with("美丽") && is_realm() => false,
        // A name of its own may be longer: 石嘴山|敕勒川|草原.
        Opening::Place if head == PlaceHead::Area => {
            let own = core <= MAX_LOCALITY_CORE_BYTES && is_one_name(scene, &(opened.core..head_start));
            // Several states or waters are no place: 东非|国家|地区组织, 北海|部分|海域.
            let are_many = matches!(&scene.text[opened.core..head_start], "国家" | "部分");
            (core <= MAX_AREA_CORE_BYTES || own) && !are_many
        }
        Opening::Place => core <= MAX_CORE_BYTES,
        // No dictionary can hold this river: 柳林江|流域.
        Opening::Proper if head == PlaceHead::Area => {
            let river = &scene.text[opened.start..head_start];
            scene.text[head_start..].starts_with("流域")
                && river.ends_with(['江', '河'])
                && river.chars().count() <= MAX_RIVER_CHARS
                && is_tagged_name(scene, opened.start)
                && !follows_character(scene, opened.start)
        }
        Opening::Proper => {
            let ordinary = scene.lexicon.places.ordinary.contains(scene.slice(&(opened.start..head_start)));
            core <= MAX_CORE_BYTES && !ordinary && is_tagged_name(scene, opened.start)
        }
        Opening::Body | Opening::Tier | Opening::Realm | Opening::Phrase => false,
    };
    // A single character ends many ordinary words; it must follow the proper name closely.
    let loose = head == PlaceHead::Spot && opened.opening == Opening::Proper;
    named && !(loose && core > 9)
}

/// Whether a single character stands right before the name and may be part of it: 浮|江河流域.
fn follows_character(scene: &Scene, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    before.is_some_and(|token| token.range.len() == '江'.len_utf8() && scene.text[..start].ends_with(is_han))
}

/// The byte where a name starts that opens with places. A division's full name is a place of its own before
/// another name (大同市|云冈石窟), and before an area so is every division (江西|鄱阳湖地区).
fn anchored_start(scene: &Scene, named: &[Spot], opened: &Opened, head: usize, kind: PlaceHead) -> usize {
    let next = named.partition_point(|spot| spot.range.end <= opened.core);
    let mut after = named[..next].iter().rev().take(MAX_ANCHORS);
    let Some(nearest) = after.next().filter(|spot| spot.range.end == opened.core) else {
        return opened.start;
    };
    let is_local = kind == PlaceHead::Spot && (6..=MAX_LOCALITY_CORE_BYTES).contains(&(head - opened.core));
    let own = opened.core < head
        && (is_local && is_own_name(scene, &(opened.core..head)) || is_tagged_name(scene, opened.core));
    if nearest.class == PlaceClass::Division && kind != PlaceHead::Area && own {
        return opened.core;
    }
    let joins = |spot: &Spot| match spot.class {
        PlaceClass::Division => false,
        PlaceClass::Province | PlaceClass::City | PlaceClass::County => kind != PlaceHead::Area,
        _ => true,
    };
    let chain = after.take_while(|spot| spot.opens && joins(spot));
    chain.fold(nearest.range.start, |start, spot| match &scene.text.get(spot.range.end..start) {
        Some("" | "—" | "-") => spot.range.start,
        _ => start,
    })
}

/// The byte where the first half of a name with a dash starts: the word before the dash, or the few
/// characters since the last mark, where the tagger has cut up a strange name. The place that the half lies
/// in belongs to it: 徐州|滨水-云溪科技园.
fn first_half(scene: &Scene, named: &[Spot], start: usize) -> Option<usize> {
    let before = scene.text[..start].strip_suffix(['—', '-'])?;
    let token = scene.tokens.at(before.len().checked_sub(1)?)?;
    if token.range.len() >= 6 {
        let half = token.tag.starts_with('n').then_some(token.range.start)?;
        let above = named.binary_search_by_key(&half, |spot| spot.range.end).ok().map(|at| &named[at]);
        let above = above.filter(|spot| {
            spot.sure && matches!(spot.class, PlaceClass::Province | PlaceClass::City | PlaceClass::County)
        });
        return Some(above.map_or(half, |spot| spot.range.start));
    }
    let is_word = |character: &char| matches!(character, '\u{4E00}'..='\u{9FFF}');
    let half = before.chars().rev().take(MAX_HALF_CHARS + 1).take_while(is_word);
    let (count, length) = half.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
    (2..=MAX_HALF_CHARS).contains(&count).then_some(before.len() - length)
}

/// The word for two partners becoming one in the zone that they share.
const UNION: &str = "一体化";

/// The byte where the first of two partners starts that become one in a zone: 石溪区|与北三县一体化示范区.
fn partner_start(scene: &Scene, named: &[Spot], core: usize, start: usize) -> Option<usize> {
    if !scene.text[core..].starts_with(UNION) {
        return None;
    }
    let end = scene.text[..start].strip_suffix(['与', '和'])?.len();
    let partner = named.binary_search_by_key(&end, |spot| spot.range.end).ok().map(|at| &named[at]);
    partner.filter(|spot| spot.sure).map(|spot| spot.range.start)
}

/// The byte where a name starts with the 环 or 大 before its place: 环|太湖科创圈, 大|湘北地区.
fn ring_start(scene: &Scene, start: usize) -> usize {
    let Some(ring) = scene.text[..start].strip_suffix(['环', '大']).map(str::len) else { return start };
    let opens = scene.tokens.at(ring).is_some_and(|token| token.range.start == ring);
    if opens { ring } else { start }
}

/// Whether this stretch is one token that the tagger takes for a place name.
fn is_one_name(scene: &Scene, name: &Range<usize>) -> bool {
    scene.tokens.at(name.start).is_some_and(|token| token.range == *name && token.tag == "ns")
}

/// Whether the tagger takes the token that starts here for a name. That no dictionary knows it does not
/// suffice for a place.
fn is_tagged_name(scene: &Scene, start: usize) -> bool {
    scene.tokens.at(start).is_some_and(|token| {
        matches!(token.tag, "nr" | "nrt" | "ns" | "nt" | "nz")
            && !scene.lexicon.places.ordinary.contains(token.word)
    })
}

/// Whether a head of one character ends an ordinary word: 农|村, not 翁丁|村.
fn is_end_of_word(scene: &Scene, head: &Range<usize>) -> bool {
    let Some(token) = scene.tokens.at(head.start) else { return false };
    token.range.start < head.start && !matches!(token.tag, "ns" | "nr")
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_division_before_another_name_is_a_place_of_its_own() {
        let cases: &[(&str, &[&str])] = &[
            ("洛阳市龙门石窟", &["洛阳市", "龙门石窟"]),
            ("合肥滨湖科学城", &["合肥滨湖科学城"]),
            ("走进陕西省商南县青山镇龙王庙村", &["陕西省", "商南县", "青山镇", "龙王庙村"]),
            ("湖南洞庭湖地区", &["湖南", "洞庭湖地区"]),
            ("太湖流域", &["太湖流域"]),
            ("洛阳市石什河流域(砷)、安徽云家河流域", &["洛阳市", "石什河流域", "安徽", "云家河流域"]),
            ("洛阳市黄河流域", &["洛阳市", "黄河流域"]),
            ("加快推进杭州都市圈同城化", &["杭州都市圈"]),
            ("打造环太湖科创圈", &["环太湖科创圈"]),
            ("振兴大湘西地区", &["大湘西地区"]),
            ("都柳江流域洪灾", &["都柳江流域"]),
            ("乌鲁木齐国际陆港区", &["乌鲁木齐国际陆港区"]),
            ("昆明滇池国际旅游先行区成为窗口", &["昆明滇池国际旅游先行区"]),
            ("建设国际旅游先行区", &[]),
            ("落实海南自由贸易港法", &["海南自由贸易港"]),
            ("中国(陕西)自由贸易试验区", &["中国(陕西)自由贸易试验区"]),
            ("嘉兴国家现代物流业示范区", &["嘉兴国家现代物流业示范区"]),
            ("建设嘉善县与青浦一体化发展示范区", &["嘉善县与青浦一体化发展示范区"]),
            ("嘉兴与青浦示范区", &["嘉兴", "青浦示范区"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
        assert_eq!(standing(recognise, "青山镇贫困村"), ["青山镇"]);
        assert_eq!(standing(recognise, "青山镇三个村"), ["青山镇"]);
    }

    #[test]
    fn both_halves_of_a_joined_name_are_kept() {
        assert_eq!(standing(recognise, "建设瑞丽—木姐边境经济合作区"), ["瑞丽—木姐边境经济合作区"]);
        assert_eq!(standing(recognise, "建设徐州-宿迁数字科创走廊"), ["徐州-宿迁数字科创走廊"]);
        assert_eq!(standing(recognise, "支持南京滨水-宿迁科技园扩容"), ["南京滨水-宿迁科技园"]);
        assert_eq!(standing(recognise, "2021-2025年徐州科技园扩容"), ["徐州科技园"]);
        assert_eq!(standing(recognise, "开通徐州-宿迁城际列车"), ["徐州", "宿迁"]);
    }

    #[test]
    fn ordinary_words_open_no_name() {
        for text in ["城中村改造", "坚持港人治港", "建设文明村", "海洋保护区", "新建工矿区", "最大机场"]
        {
            let found = standing(recognise, text);
            assert_eq!(found, [""; 0], "{text}");
        }
        assert_eq!(standing(recognise, "依法治理好香港"), ["香港"]);
    }
}
