//! Counts what the words of a name are: places, owners, works, and words that make it the name of one.

use std::ops::Range;

use crate::lexicon::{Head, Projects, is_han};
use crate::recognise::Scene;
use crate::recognise::place::sign;
use crate::record::BodyKind;
use crate::text::{is_chinese_digit, is_digit};

/// The longest place where a line starts or ends, in characters: 乌鲁木齐.
const MAX_END_CHARS: usize = 5;
/// The longest name of a work before its head, in bytes: 尔王庄|水库.
const MAX_OWN_BYTES: usize = 12;
/// The same where only the work stands before the deed: 胶新|铁路.
const MAX_SOLE_OWN_BYTES: usize = 9;

/// The short name of a county, in bytes.
const COUNTY_BYTES: usize = 2 * '县'.len_utf8();

/// How many tokens of a name's body are places, names, and other words that say something.
#[derive(Debug, Default)]
pub(super) struct Traits {
    pub(super) places: usize,
    pub(super) names: usize,
    pub(super) words: usize,
    /// How many of the words the general vocabulary does not know.
    pub(super) coined: usize,
    /// The speaker's level opens it without a name: 县|文化中心.
    pub(super) is_of_speaker: bool,
    /// An unknown word stands before all known words of two or more characters.
    pub(super) opens_coined: bool,
}

/// Whether a number names a line or road: 7号线, Z4线, G109.
fn has_line_number(text: &str) -> bool {
    let is_road =
        text.strip_prefix(['G', 'S']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_road
        || text.match_indices('线').any(|(at, _)| {
            let sign = text[..at].strip_suffix('号').unwrap_or(&text[..at]);
            sign.ends_with(|c: char| c.is_ascii_alphanumeric())
        })
}

/// Whether the number of a city's ring road opens the name: 五环|高线公园.
fn opens_with_ring(text: &str) -> bool {
    text.strip_prefix(is_chinese_digit)
        .is_some_and(|rest| rest.starts_with('环') && !rest.starts_with("环节"))
}

/// Whether the name of a known company opens the stretch: 远景集团|高性能纤维.
pub(super) fn opens_with_company(scene: &Scene, body: &Range<usize>) -> bool {
    let name = scene.lexicon.bodies.names.longest_at(scene.text, body.start);
    name.is_some_and(|(name, kind)| name.end < body.end && *kind == Some(BodyKind::Enterprise))
}

/// Whether a named work stands before the deed done to it: 临青铁路|复线改造.
fn holds_work(scene: &Scene, body: &Range<usize>) -> bool {
    let projects = &scene.lexicon.projects;
    let from = scene.tokens.ended_by(body.start);
    let tokens = scene.tokens[from..].iter().take_while(|token| token.range.end <= body.end);
    tokens.into_iter().any(|token| {
        let work = &scene.text[body.start..token.range.end];
        let Some((at, Head::Works)) = projects.head(work) else { return false };
        let (name, head) = work.split_at(at);
        // A work at the end of the body needs a short name (胶新|铁路|扩能); 管理全省|支线 has none.
        let is_short = token.range.end < body.end
            || name.len() <= MAX_SOLE_OWN_BYTES && !name.starts_with(|c: char| c.is_ascii_digit());
        // A common word may name the one work that something is done to: 红旗|水库|加固.
        let is_called = || is_called_by(scene, name, token.range.end..body.end);
        let is_named = is_short
            && !name.is_empty()
            && !projects.is_generic(name)
            && (!scene.lexicon.knows(name) || is_called());
        is_named && name.len() <= MAX_OWN_BYTES && !head.starts_with(['扩', '改', '技'])
    })
}

/// Whether a word of two or three characters names one work, and the rest is something done to it:
/// 红旗|水库|除险加固, 东风|大桥|维修.
fn is_called_by(scene: &Scene, name: &str, rest: Range<usize>) -> bool {
    let deeds = &scene.lexicon.projects.deeds;
    (2..=3).contains(&name.chars().count()) && deeds.longest_at(scene.text, rest.start).is_some()
}

/// Whether the stretch holds a place that the tagger does not know as one: 河套|灌区改造.
fn holds_place(scene: &Scene, body: &Range<usize>) -> bool {
    let spots = scene.spots();
    let inside = spots[spots.partition_point(|spot| spot.range.start < body.start)..].iter();
    inside
        .take_while(|spot| spot.range.end <= body.end)
        .any(|spot| spot.sure && !scene.lexicon.projects.is_generic(scene.slice(&spot.range)))
}

/// Whether the speaker's level stands here by itself: 省|陶瓷博物馆, 县|文化中心.
pub(super) fn opens_with_speaker(scene: &Scene, at: usize) -> bool {
    let projects = &scene.lexicon.projects;
    let Some((level, is_local)) = projects.speakers.longest_at(scene.text, at) else { return false };
    let Some(token) = scene.tokens.starting(at).map(|index| &scene.tokens[index].range) else { return false };
    // The word may include the house: 县|人民医院.
    let is_house = || projects.head(&scene.text[level.end..token.end]).is_some_and(|(at, _)| at == 0);
    let rest = &scene.text[if *is_local { level.end } else { token.end }..];
    (level == *token || *is_local && is_house()) && projects.of_many.longest_at(rest, 0).is_none()
}

/// Whether the short name of a county opens the stretch, although the tagger sees a common noun: 武穴|泵站.
pub(super) fn opens_with_county(scene: &Scene, start: usize) -> bool {
    let token = scene.tokens.starting(start).map(|at| &scene.tokens[at]);
    token.is_some_and(|token| {
        token.tag == "n"
            && token.range.len() == COUNTY_BYTES
            && scene.lexicon.places.is_bare_county(token.word)
    })
}

/// Counts what the words of a name's body are.
pub(super) fn traits(scene: &Scene, body: &Range<usize>) -> Traits {
    let mut traits = Traits::default();
    // The head stands after the number: 331|国道, 沿边331|国道, 轨道交通一|号线.
    let is_line = scene.text[body.end..].starts_with("号线") && scene.slice(body).ends_with(is_digit);
    let is_road = is_line
        || ["国道", "省道"].iter().any(|road| scene.text[body.end..].starts_with(road))
            && scene.slice(body).ends_with(|c: char| c.is_ascii_digit());
    let is_of_speaker = opens_with_speaker(scene, body.start);
    traits.places += usize::from(opens_with_county(scene, body.start));
    if !is_of_speaker && !is_road && scene.lexicon.projects.is_generic(scene.slice(body)) {
        return traits;
    }
    traits.names += usize::from(opens_with_company(scene, body));
    let opens_with_signs = sign::pair_at(scene, body.start).is_some_and(|end| end <= body.end);
    traits.places += usize::from(opens_with_ring(scene.slice(body)));
    traits.is_of_speaker = is_of_speaker || opens_with_school(scene.slice(body));
    traits.names += usize::from(traits.is_of_speaker);
    traits.places += usize::from(opens_with_signs || holds_place(scene, body) || holds_work(scene, body));
    let from = scene.tokens.ended_by(body.start);
    let tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < body.end);
    let (mut was_single, mut was_common) = (false, false);
    traits.names += usize::from(is_road || has_line_number(scene.slice(body)));
    for token in tokens {
        let inside = token.range.start.max(body.start)..token.range.end.min(body.end);
        let word = scene.slice(&inside);
        let is_single = word.chars().nth(1).is_none();
        if scene.lexicon.projects.is_generic(word) {
            was_common |= !is_single && word != "国家";
            continue;
        }
        let is_known = || if inside == token.range { scene.knows(token) } else { scene.lexicon.knows(word) };
        match token.tag {
            _ if scene.lexicon.projects.quarters.contains(word) => traits.names += 1,
            "ns" => traits.places += 1,
            "nt" | "nz" => traits.names += 1,
            tag if tag.starts_with("nr") && is_known() => traits.names += 1,
            // 和 and 的 tie generic words together; a character that the tagger does not know belongs to a
            // name. The first word is part of the name, whatever its tag: 和若|铁路.
            "c" | "u" | "p" if inside.start > body.start => {}
            "x" if !word.starts_with(is_han) => {}
            _ => {
                traits.words += 1;
                // The segmenter leaves unknown names in single characters.
                let is_coined = is_single && was_single || !is_known();
                traits.coined += usize::from(is_coined);
                traits.opens_coined |= is_coined && !was_common;
                was_common |= !is_single;
                was_single = is_single;
            }
        }
    }
    traits
}

/// The byte of the 线 that ends a line's sign or its two ends (轨道交通K205|线, 徐州—宿迁|线), or of the 变 of a
/// substation (220千伏云溪|变).
pub(super) fn line_head(name: &str) -> Option<usize> {
    if let Some(station) = name.strip_suffix('变') {
        let (size, own) = station.split_once("千伏")?;
        let is_sized = !size.is_empty() && size.chars().all(|c| c.is_ascii_digit());
        return (is_sized && own.chars().count() > 1).then_some(station.len());
    }
    let sign = name.strip_suffix('线')?;
    let letters = sign.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_sign = letters.len() < sign.len() && letters.ends_with(|c: char| c.is_ascii_uppercase());
    let ends = sign.split_once('—').map(|(from, to)| (from, to.trim_start_matches('—')));
    let is_end = |end: &str| (2..=MAX_END_CHARS).contains(&end.chars().count()) && end.chars().all(is_han);
    (is_sign || ends.is_some_and(|(from, to)| is_end(from) && is_end(to))).then_some(sign.len())
}

/// Whether a plant, school or hospital has a number for a name, with or without the speaker's level before
/// it: 第二机床厂, 县|第一中学.
pub(super) fn is_numbered(projects: &Projects, text: &str) -> bool {
    let numbered = text.strip_prefix(['县', '市', '区', '旗', '州']).unwrap_or(text);
    numbered.strip_prefix('第').is_some_and(|rest| rest.starts_with(is_chinese_digit))
        && projects.ends_as_numbered(text)
}

/// Whether the stretch opens with the number of a school or hospital of the speaker: 县一中|迁建, 第二人民医院|迁建.
fn opens_with_school(text: &str) -> bool {
    let school = text.strip_prefix(['县', '市', '区', '旗', '州']).unwrap_or(text);
    let number = school.strip_prefix('第').unwrap_or(school);
    let rest = number.strip_prefix(is_chinese_digit).filter(|_| number.len() < text.len());
    rest.is_some_and(|rest| ["中", "小", "幼", "人民医院"].iter().any(|school| rest.starts_with(school)))
}
