//! Reads a name back from its last word: 合肥滨湖|科学城, 区发展和改革|委员会.
//!
//! A name is read backwards, token by token, from its head to what opens it: an anchor (a place, a
//! tier, the realm, another body) or, where there is none, a proper name. Verbs, particles and
//! punctuation end the reading.

use std::ops::Range;

use super::Scene;
use super::place::Spot;
use crate::lexicon::NameCue;
use crate::record::BodyKind;
use crate::text::is_digit;

/// Names inside a sentence that a longer name may open with.
#[derive(Debug)]
pub(crate) struct Anchors<'a> {
    pub(crate) spots: &'a [Spot],
    /// Bodies that stand for themselves, in order, disjoint.
    pub(crate) bodies: &'a [(Range<usize>, BodyKind)],
}

/// The kind of word that opens a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    Place,
    Body,
    /// A level that the text leaves unnamed: 省, 区.
    Tier,
    /// The realm: 国家, 中国.
    Realm,
    /// A word that no dictionary knows as a common one.
    Proper,
    /// A common noun: 科技与产业融合…协会.
    Phrase,
}

/// A name up to its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opened {
    pub(crate) start: usize,
    pub(crate) opening: Opening,
    /// The byte where the opening ends and the rest of the name begins.
    pub(crate) core: usize,
}

/// Longest tier, in characters: 自治区.
const MAX_TIER_CHARS: usize = 3;
/// Most tokens of a firm's name before the place in brackets.
const MAX_TRADE_NAME_TOKENS: usize = 4;
/// Most tokens of a name before its head.
const MAX_NAME_TOKENS: usize = 9;

/// Reads the name whose head starts at byte `head`; with `linked` it may hold 和 (发展和改革).
pub(crate) fn open(scene: &Scene, anchors: &Anchors, head: usize, linked: bool) -> Option<Opened> {
    let mut at = head;
    let (mut proper, mut common) = (None, None);
    for _ in 0..MAX_NAME_TOKENS {
        if let Some(opened) = anchors.ending_at(at) {
            return Some(anchors.chained(scene.text, opened));
        }
        let Some(token) = before(scene, at) else { break };
        // A place in brackets is part of the name around it: 中国(陕西)|自由贸易试验区.
        if let Some(bracket) = anchors.bracket_before(scene.text, at) {
            let above = anchors.ending_at(bracket).map(|above| above.start);
            let start = above.or_else(|| word_before(scene, bracket));
            // A firm's name may have more words before the bracket: 清溪|文化|传媒(徐州)|有限公司.
            let firm = || trade_name(scene, anchors, bracket).filter(|_| at == head);
            let start = start.or_else(firm);
            return start.map(|start| Opened { start, opening: Opening::Place, core: at });
        }
        if let Some(opened) = anchors.ending_inside(token.start, at) {
            return Some(anchors.chained(scene.text, opened));
        }
        let word = scene.slice(&(token.start..at));
        if at == head
            && token.glued
            && let Some(realm) = realm_of(scene, word)
        {
            return Some(Opened { start: token.start, opening: Opening::Realm, core: token.start + realm });
        }
        if let Some(opening) = fixed_opening(scene, word, token.start) {
            return Some(anchors.chained(scene.text, Opened { start: token.start, opening, core: at }));
        }
        // The tier is glued to a verb: 王海任县|水利局, 县教育局会同县|财政局.
        if let Some(tier) = tier_after_verb(scene, word) {
            return Some(Opened { start: token.start + tier, opening: Opening::Tier, core: at });
        }
        // A word after an organ names its branch: 青石县公安局|袁市|派出所.
        if proper.is_none()
            && anchors.kind_at(token.start).is_none()
            && let Some(tier) = glued_tier(scene, word)
        {
            return Some(Opened { start: token.start + tier, opening: Opening::Tier, core: at });
        }
        // A word of the tagger's guess may have taken a preposition or a verb along: 对|康美药业, 曾任|青岩画院.
        if let Some(rest) = after_preposition(scene, word).or_else(|| after_taking(scene, word, token.start))
        {
            let start = token.start + rest;
            return Some(Opened { start, opening: Opening::Proper, core: start });
        }
        match reach(scene, word, token.tag) {
            Reach::Common => common = Some(token.start),
            Reach::Proper => {
                proper = Some(Opened { start: token.start, opening: Opening::Proper, core: token.start })
            }
            Reach::Link if linked => {}
            Reach::Link | Reach::Stop => break,
        }
        at = token.start;
    }
    let phrase = |start| Opened { start, opening: Opening::Phrase, core: start };
    proper.or(common.map(phrase))
}

/// The byte where the name or noun starts that ends at this byte.
fn word_before(scene: &Scene, end: usize) -> Option<usize> {
    let token = before(scene, end).filter(|token| !token.glued)?;
    let reach = reach(scene, scene.slice(&(token.start..end)), token.tag);
    matches!(reach, Reach::Proper).then_some(token.start)
}

/// The byte where a row of nouns starts that ends at this byte, the first of them a name or the place of a
/// firm.
fn trade_name(scene: &Scene, anchors: &Anchors, end: usize) -> Option<usize> {
    let mut at = end;
    let mut named = None;
    for _ in 0..MAX_TRADE_NAME_TOKENS {
        if let Some(place) = anchors.start_of(at) {
            return Some(place);
        }
        let Some(token) = before(scene, at).filter(|token| !token.glued) else { break };
        match reach(scene, scene.slice(&(token.start..at)), token.tag) {
            Reach::Proper => named = Some(token.start),
            Reach::Common => {}
            // The tagger takes a name for a number: 华年.
            Reach::Stop if token.tag == "m" && !scene.text[token.start..at].contains(is_digit) => {
                named = Some(token.start);
            }
            Reach::Link | Reach::Stop => break,
        }
        at = token.start;
    }
    named
}

/// The token that ends at a byte or reaches over it, cut there.
struct Piece<'j> {
    start: usize,
    tag: &'j str,
    /// Whether the token reaches over the byte.
    glued: bool,
}

fn before<'j>(scene: &Scene<'j>, at: usize) -> Option<Piece<'j>> {
    let token = scene.tokens.at(at.checked_sub(1)?)?;
    Some(Piece { start: token.range.start, tag: token.tag, glued: token.range.end > at })
}

/// Length in bytes of the realm at the start of a word that also holds the head: 国家|计划|委员会 may be one token.
fn realm_of(scene: &Scene, word: &str) -> Option<usize> {
    let realms = &scene.lexicon.bodies.realms;
    let edges = word.char_indices().map(|(at, _)| at).take(5);
    edges.filter(|edge| realms.contains(&word[..*edge])).max()
}

/// The opening that this word is, a tier or the realm; a word such as 各 before a tier makes it many.
fn fixed_opening(scene: &Scene, word: &str, start: usize) -> Option<Opening> {
    let bodies = &scene.lexicon.bodies;
    if bodies.realms.contains(word) {
        return Some(Opening::Realm);
    }
    (bodies.tiers.contains(word) && !is_made_many(scene, start) && !is_counted(scene, start))
        .then_some(Opening::Tier)
}

/// Whether a number stands before byte `start`: 两区, 3个县.
pub(crate) fn is_counted(scene: &Scene, start: usize) -> bool {
    scene.text[..start].ends_with(['个', '家', '所', '座', '名'])
        || before(scene, start).is_some_and(|previous| matches!(previous.tag, "m" | "q" | "mq"))
}

/// The byte in `word` where the tier at its end starts, if the word is only the tagger's guess: 由市 is 由 and
/// 市.
fn glued_tier(scene: &Scene, word: &str) -> Option<usize> {
    let (tier, _) = word.char_indices().last().filter(|(at, _)| *at > 0)?;
    let glued = scene.lexicon.bodies.tiers.contains(&word[tier..]) && !scene.lexicon.knows(word);
    glued.then_some(tier)
}

/// The byte in `word` where the tier at its end starts, after a verb of taking a post or of joining: 任|县,
/// 会同|县.
fn tier_after_verb(scene: &Scene, word: &str) -> Option<usize> {
    let (tier, _) = word.char_indices().last().filter(|(at, _)| *at > 0)?;
    let bodies = &scene.lexicon.bodies;
    let verb = &word[..tier];
    let takes = || scene.lexicon.posts.taking.contains(&verb);
    let joins = || bodies.outside.contains(verb) && bodies.joining.contains(verb);
    (bodies.tiers.contains(&word[tier..]) && (takes() || joins())).then_some(tier)
}

/// Length in bytes of the preposition that opens a word which no dictionary knows.
fn after_preposition(scene: &Scene, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let taken = scene.lexicon.name_cues.has(first, NameCue::Glued);
    (taken && word.chars().count() > 2 && !scene.lexicon.knows(word)).then_some(first.len_utf8())
}

/// The verb of taking a post.
const TAKING: char = '任';

/// Length in bytes of the verb of taking a post that opens a word which no dictionary knows, after the
/// taker's name or an adverb: 任|青岩.
fn after_taking(scene: &Scene, word: &str, start: usize) -> Option<usize> {
    let guessed = word.starts_with(TAKING) && word.chars().count() > 2 && !scene.lexicon.knows(word);
    let led = || {
        let lead = &scene.text[..start];
        let person = || before(scene, start).is_some_and(|previous| previous.tag.starts_with("nr"));
        scene.lexicon.name_cues.closing(lead, NameCue::BeforeTaking).is_some() || person()
    };
    (guessed && led()).then_some(TAKING.len_utf8())
}

/// The byte where the tier starts that ends at byte `start`, by itself or in a word of the tagger's guess
/// (据市|统计局), unless many are meant.
pub(crate) fn tier_before(scene: &Scene, start: usize) -> Option<usize> {
    let piece = before(scene, start)?;
    let word = scene.slice(&(piece.start..start));
    let whole = scene.lexicon.bodies.tiers.contains(word).then_some(0);
    let glued = || glued_tier(scene, word).or_else(|| tier_after_verb(scene, word));
    let tier = piece.start + whole.or_else(glued)?;
    (!is_made_many(scene, tier) && !is_counted(scene, tier)).then_some(tier)
}

/// Whether the word before byte `start` makes many of what follows (各, 每个, 同级, 两), or continues into it, as 城
/// does into 区.
pub(crate) fn is_made_many(scene: &Scene, start: usize) -> bool {
    // Each level of a list has one: 省、市、县|政府.
    let listed = scene.text[..start].strip_suffix(['、', '和', '及']).map_or(start, str::len);
    let is_tier = |word: &str| scene.lexicon.bodies.tiers.contains(word);
    let opens_with_tier = || {
        let ends =
            scene.text[start..].char_indices().skip(1).take(MAX_TIER_CHARS).map(|(end, _)| start + end);
        ends.into_iter().any(|end| is_tier(&scene.text[start..end]))
    };
    if listed < start
        && before(scene, listed).is_some_and(|level| is_tier(&scene.text[level.start..listed]))
        && opens_with_tier()
    {
        return true;
    }
    let Some(previous) = before(scene, start) else { return false };
    let word = scene.slice(&(previous.start..start));
    previous.tag == "r" || scene.lexicon.bodies.generic.contains(word) || is_tier(word)
}

/// What a word does to the name that is read back to it.
enum Reach {
    Common,
    Proper,
    Link,
    Stop,
}

fn reach(scene: &Scene, word: &str, tag: &str) -> Reach {
    let bodies = &scene.lexicon.bodies;
    if bodies.inside.contains(word) {
        return Reach::Common;
    }
    if bodies.outside.contains(word) || !word.chars().all(is_name_character) {
        return Reach::Stop;
    }
    if matches!(word, "和" | "与" | "暨") {
        return Reach::Link;
    }
    // A level is no name (国家级, 二三级), nor is a further post: 社长兼|青石公司董事长.
    if word.ends_with(['级', '兼']) {
        return Reach::Stop;
    }
    // A superlative describes the thing named after it: 亚洲最大….
    if word.starts_with('最') {
        return Reach::Stop;
    }
    // An ordinal may be part of a name: 第十四届, 十四届; 第六|医院.
    if word.ends_with('届') || word.starts_with('第') && tag == "m" {
        return Reach::Common;
    }
    match tag.as_bytes().first() {
        _ if tag == "vn" || tag == "eng" && word.len() == 1 => Reach::Common,
        Some(
            b'v' | b'p' | b'c' | b'd' | b'u' | b'r' | b'm' | b'q' | b'y' | b'e' | b'o' | b't' | b'f' | b'x',
        ) => Reach::Stop,
        _ if is_proper(scene, word, tag) => Reach::Proper,
        _ => Reach::Common,
    }
}

fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || character == '·'
}

/// Whether a word is a name by its tag, or because no dictionary knows it.
pub(crate) fn is_proper(scene: &Scene, word: &str, tag: &str) -> bool {
    if scene.lexicon.bodies.generic.contains(word) || word.len() < 6 {
        return tag == "eng" && word.len() > 1;
    }
    let person = matches!(tag, "nr" | "nrt");
    matches!(tag, "ns" | "nt" | "nz" | "eng")
        || if scene.lexicon.knows(word) { person } else { !is_pair(scene, word) }
}

/// Whether a word of the tagger's guess is two words that its dictionary knows: 严肃|查处.
fn is_pair(scene: &Scene, word: &str) -> bool {
    let middle = word.len() / 2;
    word.chars().count() == 4
        && word.is_char_boundary(middle)
        && scene.lexicon.knows(&word[..middle])
        && scene.lexicon.knows(&word[middle..])
}

impl Anchors<'_> {
    /// The byte where the anchor starts that ends at this byte.
    pub(crate) fn start_of(&self, end: usize) -> Option<usize> {
        self.ending_at(end).map(|opened| opened.start)
    }

    /// The kind of the body that ends at this byte.
    pub(crate) fn kind_at(&self, end: usize) -> Option<BodyKind> {
        let next = self.bodies.partition_point(|(name, _)| name.end < end);
        self.bodies.get(next).filter(|(name, _)| name.end == end).map(|(_, kind)| *kind)
    }

    /// The byte of the bracket that ends at this byte and holds only a place.
    fn bracket_before(&self, text: &str, end: usize) -> Option<usize> {
        let inside = text[..end].strip_suffix(')')?.len();
        let place = self.ending_at(inside)?;
        text[..place.start].strip_suffix('(').map(str::len)
    }

    /// The anchor that ends at this byte.
    fn ending_at(&self, end: usize) -> Option<Opened> {
        self.ending_inside(end - end.min(1), end)
    }

    /// The anchor that ends after byte `from` and no later than byte `to`.
    fn ending_inside(&self, from: usize, to: usize) -> Option<Opened> {
        let spot = self.spots.partition_point(|spot| spot.range.end <= to).checked_sub(1);
        let spot = spot.map(|index| &self.spots[index]).filter(|spot| spot.opens && spot.range.end > from);
        let spot = spot.map(|spot| &spot.range);
        let body = self.bodies.partition_point(|(range, _)| range.end <= to).checked_sub(1);
        let body = body.map(|index| &self.bodies[index].0).filter(|range| range.end > from);
        let opened = |range: &Range<usize>, opening| Opened { start: range.start, opening, core: range.end };
        match (spot, body) {
            (Some(spot), Some(body)) if body.end >= spot.end => Some(opened(body, Opening::Body)),
            (Some(spot), _) => Some(opened(spot, Opening::Place)),
            (None, Some(body)) => Some(opened(body, Opening::Body)),
            (None, None) => None,
        }
    }

    /// The name, extended by the anchors right before it: 教育部|宁夏…, 中国—|中亚….
    pub(crate) fn chained(&self, text: &str, mut opened: Opened) -> Opened {
        for _ in 0..4 {
            let dash = ['—', '-'].into_iter().find(|dash| text[..opened.start].ends_with(*dash));
            let dash = dash.map_or(0, char::len_utf8);
            let Some(above) = self.ending_at(opened.start - dash) else { break };
            opened.start = above.start;
            if opened.opening != Opening::Body {
                opened.opening = above.opening;
            }
        }
        opened
    }
}
