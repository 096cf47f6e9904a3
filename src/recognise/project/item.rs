//! Whether a stretch of text names a project, by its form.

use std::ops::Range;

use crate::lexicon::Head;
use crate::recognise::Scene;

/// The longest and shortest names, in characters.
const LONGEST: usize = 40;
const SHORTEST: usize = 2;
/// The longest clip of a name in a list, in characters: 盐泰锡常宜.
const LONGEST_CLIP: usize = 6;

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
    /// It has a place, a brand or another proper part.
    pub(super) is_proper: bool,
    /// Something besides generic words, and besides places, stands before the head.
    pub(super) is_specific: bool,
    /// A word that the general vocabulary does not know, or a quoted shape, stands before the head.
    pub(super) is_coined: bool,
    pub(super) is_superlative: bool,
    /// It has a size or sum inside: 3.18亿元, 750千伏.
    pub(super) is_sized: bool,
    /// Short enough to be a clip of a longer name, and no common word.
    pub(super) is_clip: bool,
    pub(super) characters: usize,
}

/// Reads a stretch of text as a name; `None` where it can be none.
pub(super) fn read(scene: &Scene, range: Range<usize>) -> Option<Item> {
    let projects = &scene.lexicon.projects;
    let whole = trim(scene, range)?;
    let range = without_shared_head(scene, &whole);
    let text = scene.slice(&range);
    let characters = text.chars().take(LONGEST + 1).count();
    let refused = !(SHORTEST..=LONGEST).contains(&characters)
        || projects.opens_with_count(text)
        || projects.is_generic(text)
        || projects.ends_as_class(text)
        || projects.ends_as_role(text);
    if refused {
        return None;
    }
    let head = projects.head(text).filter(|(start, _)| stands_as_head(scene, range.start + start, range.end));
    let body = range.start..range.start + head.map_or(text.len(), |(start, _)| start);
    let traits = traits(scene, &body);
    let known = scene.lexicon.knows(text);
    Some(Item {
        head: head.map(|(_, head)| head),
        is_brand: range != whole && (!known || traits.places + traits.names > 0),
        is_undertaking: ends_as_undertaking(text),
        has_place: traits.places > 0,
        is_proper: traits.places > 0 || traits.names > 0,
        is_specific: traits.names > 0 || traits.words > 0,
        is_coined: traits.coined > 0 || text.starts_with('“'),
        is_sized: is_sized(text),
        is_superlative: projects.is_superlative(text),
        is_clip: head.is_none() && characters <= LONGEST_CLIP && (!known || traits.places + traits.names > 0),
        characters,
        range,
    })
}

/// Whether a text ends with 项目 or 工程; a name that does so ends a text that does.
pub(super) fn ends_as_undertaking(text: &str) -> bool {
    text.ends_with("项目") || text.ends_with("工程")
}

/// A head is no end of a longer word (港 in 香港, 段 in 阶段), and something stands before it.
fn stands_as_head(scene: &Scene, start: usize, end: usize) -> bool {
    let at = scene.tokens.partition_point(|token| token.range.end < end);
    let Some(token) = scene.tokens.get(at) else { return true };
    let is_inner = token.range.start < start && scene.lexicon.knows(scene.slice(&token.range));
    !is_inner || token.range.len() > end - start + 6 || token.tag == "nz"
}

/// Without the words that open a phrase, without 项目 after a full name, and without a description
/// before a standing name: 干线京九铁路.
fn trim(scene: &Scene, range: Range<usize>) -> Option<Range<usize>> {
    let projects = &scene.lexicon.projects;
    let start = range.start + projects.skip_openers(scene.slice(&range));
    let described = projects.standing_at_end(&scene.text[start..range.end]).unwrap_or(0);
    // A place is part of the name: 黄河三门峡水利枢纽.
    let is_placed = traits(scene, &(start..start + described)).places > 0;
    let start = if is_placed { start } else { start + described };
    let mut end = range.end;
    if let Some(name) = scene.text[start..end].strip_suffix("项目") {
        // 研发大厦项目 is 研发大厦; 生态修复项目 stays.
        let full = projects.head(name).is_some_and(|(at, _)| at > 0 && name[at..].len() > 3);
        if full && !scene.lexicon.projects.is_generic(name) {
            end = start + name.len();
        }
    }
    (start < end).then_some(start..end)
}

/// A short word before 项目 is the name by itself.
fn without_shared_head(scene: &Scene, range: &Range<usize>) -> Range<usize> {
    match scene.slice(range).strip_suffix("项目") {
        Some(brand) if (2..=4).contains(&brand.chars().count()) => range.start..range.start + brand.len(),
        _ => range.clone(),
    }
}

/// A digit that is not at the start, and not of a year.
fn is_sized(text: &str) -> bool {
    let mut characters = text.chars().skip(1).skip_while(|c| !c.is_ascii_digit()).peekable();
    let has_digit = characters.peek().is_some();
    has_digit && characters.find(|c| !c.is_ascii_digit() && *c != '.') != Some('年')
}

/// How many tokens of a name's body are places, names, and other words that say something.
#[derive(Debug, Default)]
struct Traits {
    places: usize,
    names: usize,
    words: usize,
    /// Of the words, those that the general vocabulary does not know.
    coined: usize,
}

fn traits(scene: &Scene, body: &Range<usize>) -> Traits {
    let mut traits = Traits::default();
    let is_speaker = matches!(scene.slice(body), "省" | "市");
    if !is_speaker && scene.lexicon.projects.is_generic(scene.slice(body)) {
        return traits;
    }
    let from = scene.tokens.partition_point(|token| token.range.end <= body.start);
    let tokens = scene.tokens[from..].iter().take_while(|token| token.range.start < body.end);
    let mut was_single = false;
    for token in tokens {
        let inside = token.range.start.max(body.start)..token.range.end.min(body.end);
        let word = scene.slice(&inside);
        let is_single = word.chars().nth(1).is_none();
        // 省 and 市 by themselves stand for the one that speaks: 省陶瓷博物馆.
        if inside.start == body.start && matches!(word, "省" | "市") {
            traits.names += 1;
        }
        if scene.lexicon.projects.is_generic(word) {
            continue;
        }
        match token.tag {
            "ns" => traits.places += 1,
            "nt" | "nz" => traits.names += 1,
            tag if tag.starts_with("nr") && scene.lexicon.knows(word) => traits.names += 1,
            // 和 and 的 tie generic words together.
            "c" | "u" | "p" | "x" => {}
            _ => {
                traits.words += 1;
                // The segmenter leaves names that it does not know in single characters.
                traits.coined += usize::from(is_single && was_single || !scene.lexicon.knows(word));
                was_single = is_single;
            }
        }
    }
    traits
}
