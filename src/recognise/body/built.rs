//! Recognises bodies by a head and what stands before it: 区发展和改革|委员会, 合肥|…大学, …|有限公司.

use std::ops::Range;

use super::core::{LINKS, is_all_generic, is_ordinal, joins_wholes, opens_clause, opens_with_sign};
use super::planned::is_to_be_built;
use super::{brand, standing, township, utility};
use crate::lexicon::{BodyHead, NameCue, Needs, PlaceClass};
use crate::recognise::naming::{self, Anchors, Opened, Opening};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::segment::{Named, Token};
use crate::text::is_digit;

/// The endings of places below a county; a party group there is no committee of theirs.
const BELOW_COUNTY: [&str; 5] = ["社区", "村", "镇", "乡", "街道"];

/// Most bytes of a name between its opening and its head.
pub(super) const MAX_CORE_BYTES: usize = 60;

/// A body that an association has besides its officers.
const COMMITTEE: &str = "委员会";

/// Longest last word of an association's name, in characters: 联合会, 青联.
const MAX_OWNER_CHARS: usize = 5;

/// Fewest bytes of a word that is known as a name: 中国大学 may be any.
const MIN_KNOWN_BYTES: usize = 15;

/// Fewest bytes of a firm's name before its legal form.
const MIN_FIRM_BYTES: usize = 12;

/// Fewest bytes after the tier in the name of its institute: 产业技术研究院.
const MIN_INSTITUTE_BYTES: usize = 21;

/// The endings of doctrines that institutes are named after, and the longest doctrine with its person's name,
/// in characters.
const DOCTRINES: [&str; 2] = ["思想", "理论"];
const MAX_DOCTRINE_CHARS: usize = 18;

/// Most digits in the number of a term: 二十六届.
const MAX_ORDINAL_DIGITS: usize = 4;

/// Fewest bytes of common nouns that make a name with 协会 or 学会.
const MIN_PHRASE_BYTES: usize = 12;

/// Proposes names that end with a head of the dictionary and open with an anchor or a proper name.
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    townships(scene, anchors, candidates);
    known(scene, anchors, candidates);
    let mut from = 0;
    while let Some((range, head)) = scene.next(&scene.lexicon.bodies.heads, from) {
        from = range.end;
        let Some(head) = head else { continue };
        if head.needs == Needs::Brand {
            candidates.extend(brand::firm(scene, anchors, &range));
            continue;
        }
        if !scene.tokens.at(range.end - 1).is_some_and(|token| closes(scene, token.range.end, range.end)) {
            // A head that its word goes beyond may hide one that starts inside it: 海大|学.
            let first = scene.slice(&range).chars().next();
            from = range.start + first.map_or(range.len(), char::len_utf8);
            continue;
        }
        if head.needs == Needs::Utility {
            candidates.extend(utility::firm(scene, &range));
            continue;
        }
        if let Some(start) = doctrine_before(scene, range.start).filter(|_| is_institute(*head)) {
            let detail = Detail::Body(BodyKind::Institution);
            candidates.push(Candidate::new(start..range.end, "body.doctrine", Evidence::Certain, detail));
            continue;
        }
        let opened = linked(scene, anchors, range.start, *head)
            .or_else(|| naming::open(scene, anchors, range.start, links(*head)));
        let is_pair = opened.as_ref().is_some_and(|opened| joins_wholes(scene, opened.core..range.start));
        let alone = || naming::open(scene, anchors, range.start, false);
        let opened = opened.filter(|_| !is_pair).or_else(|| alone().filter(|_| is_pair));
        let named = opened.as_ref().filter(|opened| opened.opening != Opening::Phrase);
        let township = if named.is_none() { township::before(scene, &range) } else { None };
        let Some(opened) = township.or(opened) else { continue };
        let name = opened.start..range.end;
        if is_inside_name(anchors, &range) || !completes(scene, &opened, &range, *head) {
            continue;
        }
        if head.kind == BodyKind::Institution
            && (is_to_be_built(scene, &name) || is_counted(&scene.text[range.end..]))
        {
            continue;
        }
        let (rule, evidence) = match opened.opening {
            Opening::Proper => ("body.proper", Evidence::Form),
            _ => ("body.anchored", Evidence::Context),
        };
        let start = with_force(scene.text, with_ordinal(scene, name.start));
        let forced = head.kind == BodyKind::Government;
        let kind = match trunk(scene, anchors, opened.start, &range) {
            _ if forced && FORCES.iter().any(|force| scene.text[start..].starts_with(force)) => {
                BodyKind::Military
            }
            _ if serves_association(scene, opened.start, range.start) => BodyKind::Association,
            trunk => trunk.or(owner(scene, anchors, &opened, &range)).unwrap_or(head.kind),
        };
        candidates.push(Candidate::new(start..range.end, rule, evidence, Detail::Body(kind)));
    }
}

/// The byte where the doctrine starts that the institute with this head studies: 习近平|文化思想|研究中心.
fn doctrine_before(scene: &Scene, head: usize) -> Option<usize> {
    let people = &scene.lexicon.people;
    let before = &scene.text[..head];
    if !DOCTRINES.iter().any(|end| before.ends_with(end)) {
        return None;
    }
    let mut starts = before.char_indices().rev().take(MAX_DOCTRINE_CHARS).map(|(at, _)| at);
    starts.find(|start| {
        let name = people.known.longest_at(before, *start).map(|(name, _)| name.end);
        let doctrine = name.and_then(|end| people.doctrines.longest_at(before, end));
        doctrine.is_some_and(|(doctrine, ())| doctrine.end == head)
    })
}

/// The kind of the body whose part at another place the head names: 世界自然基金会|郑州|办事处.
fn trunk(scene: &Scene, anchors: &Anchors, start: usize, head: &Range<usize>) -> Option<BodyKind> {
    let part = scene.lexicon.bodies.parts.contains(scene.slice(head));
    let index = anchors.bodies.partition_point(|(name, _)| name.start < start);
    anchors.bodies.get(index).filter(|(name, _)| part && name.start == start).map(|(_, kind)| *kind)
}

/// The kind of the body that owns this committee, if it is international or an organ of the state (非洲联盟|委员会,
/// 省人大|法制工作委员会); organs of a party committee are the party's (省委|农村工作|领导小组).
fn owner(scene: &Scene, anchors: &Anchors, opened: &Opened, head: &Range<usize>) -> Option<BodyKind> {
    use BodyKind::{Congress, Cppcc, Government, International, Party};
    let own = anchors.kind_at(opened.core)?;
    let is_committee = scene.slice(head).ends_with(COMMITTEE);
    let is_organ = || scene.lexicon.name_cues.is(scene.slice(head), NameCue::PartyOrgan);
    let of_party = own == Party && (is_committee || is_organ());
    (of_party || is_committee && matches!(own, International | Government | Congress | Cppcc)).then_some(own)
}

/// Whether 委员会 is an association's own committee, with or without the number of its term: 省青年联合会|第十届|委员会.
fn serves_association(scene: &Scene, start: usize, head: usize) -> bool {
    if !scene.text[head..].starts_with(COMMITTEE) && !scene.text[head..].starts_with("常务委员会") {
        return false;
    }
    let mut owner = &scene.text[start..head];
    for _ in 0..2 {
        owner = owner.strip_suffix("常务").unwrap_or(owner);
        owner = owner.strip_suffix(COMMITTEE).unwrap_or(owner);
        if let Some(term) = owner.strip_suffix('届') {
            owner = term.trim_end_matches(is_digit).trim_end_matches('第');
        }
    }
    let mut ends = owner.char_indices().rev().take(MAX_OWNER_CHARS);
    ends.any(|(at, _)| {
        let head = scene.lexicon.bodies.heads.get(&owner[at..]);
        matches!(head, Some(Some(BodyHead { kind: BodyKind::Association, .. })))
    })
}

/// The opening of an institute with 和 or 与 inside its name: either one after the organ that it belongs to
/// (水利部|河湖与水库|研究中心), only 与 after a place (清溪|河湖与水库|研究院).
fn linked(scene: &Scene, anchors: &Anchors, head: usize, as_head: BodyHead) -> Option<Opened> {
    let near = || scene.text[..head].chars().rev().take(MAX_CORE_BYTES / '与'.len_utf8());
    if !is_institute(as_head) || !near().any(|character| LINKS.contains(&character)) {
        return None;
    }
    let opened = naming::open(scene, anchors, head, true)?;
    let core = &scene.text[opened.core..head];
    let links: &[char] = match opened.opening {
        Opening::Body => &LINKS,
        Opening::Place => &['与'],
        _ => return None,
    };
    let foreign = core.contains(|c| LINKS.contains(&c) && !links.contains(&c));
    (!core.starts_with(LINKS) && core.contains(links) && !foreign).then_some(opened)
}

fn is_institute(head: BodyHead) -> bool {
    head.kind == BodyKind::Institution && head.needs == Needs::House
}

/// Whether a count follows, so that a class is meant: 街道养老服务中心|100家, 县卫生院|三百零九所.
fn is_counted(rest: &str) -> bool {
    let measure = rest.trim_start_matches(|c: char| c.is_ascii_digit() || is_digit(c));
    let measured = measure.trim_start_matches(['多', '余']);
    measure.len() < rest.len() && measured.starts_with(['家', '所', '个', '处', '座'])
}

/// Proposes tokens that the tagger knows as organisations, if they end with a head and open with a place, the
/// realm or a tier: 中国驻埃及|大使馆, not 居民|委员会.
fn known(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    let bodies = &scene.lexicon.bodies;
    let is_known = |token: &&Token| token.named == Named::Body && token.range.len() >= MIN_KNOWN_BYTES;
    for token in scene.tokens.iter().filter(is_known) {
        let word = token.word;
        let head =
            bodies.heads.find(word).filter(|(head, _)| head.end == word.len() && head.start > 0).last();
        let Some((_, Some(head))) =
            head.filter(|(_, head)| head.is_some_and(|head| head.needs != Needs::Brand))
        else {
            continue;
        };
        let place = scene.lexicon.places.names.longest_at(word, 0);
        let opens = place.is_some_and(|(_, name)| !name.common && name.class != PlaceClass::Refused)
            || realm_opens(scene, word);
        // With 人 after it, persons are meant: 中国共产党|人.
        let rest = &scene.text[token.range.end..];
        let are_persons = head.kind == BodyKind::Party && rest.starts_with('人') && !rest.starts_with("人民");
        let meets = || are_persons || standing::meets(rest);
        if opens && !meets() && scene.lexicon.knows(word) && anchors.start_of(token.range.start).is_none() {
            let detail = Detail::Body(head.kind);
            candidates.push(Candidate::new(token.range.clone(), "body.known", Evidence::Form, detail));
        }
    }
}

fn realm_opens(scene: &Scene, word: &str) -> bool {
    let edges = word.char_indices().map(|(at, _)| at).take(5);
    edges.filter(|edge| *edge > 3).any(|edge| scene.lexicon.bodies.realms.contains(&word[..edge]))
}

/// Proposes townships before their own party group: 翠苑街道|党工委.
fn townships(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    let groups = ["党工委", "党委", "党组", "党支部"];
    for spot in anchors.spots {
        let name = scene.slice(&spot.range);
        let follows = |group: &&str| scene.text[spot.range.end..].starts_with(*group);
        if name.ends_with(['镇', '乡', '道']) && groups.iter().any(follows) {
            let detail = Detail::Body(BodyKind::Government);
            candidates.push(Candidate::new(spot.range.clone(), "body.township", Evidence::Certain, detail));
        }
    }
}

/// Whether the head only ends a name that stands for itself: 国家计|委.
fn is_inside_name(anchors: &Anchors, head: &Range<usize>) -> bool {
    let index = anchors.bodies.partition_point(|(name, _)| name.end < head.end);
    anchors.bodies.get(index).is_some_and(|(name, _)| name.end == head.end && name.start < head.start)
}

/// Whether the head ends its token, except for a title inside it (管委会|主任).
fn closes(scene: &Scene, token_end: usize, head_end: usize) -> bool {
    let rest = scene.slice(&(head_end..token_end.max(head_end)));
    rest.is_empty()
        || scene.lexicon.posts.get(rest).is_some()
        || standing::opens_deputy(scene, head_end, token_end)
}

/// Whether the text ends with a count of more than one: 2个, but not 一个.
fn is_of_several(before: &str) -> bool {
    before.strip_suffix('个').is_some_and(|count| !count.ends_with('一'))
}

/// Whether opening and core suffice for this head.
fn completes(scene: &Scene, opened: &Opened, head: &Range<usize>, as_head: BodyHead) -> bool {
    let BodyHead { kind, needs } = as_head;
    let core = head.start.saturating_sub(opened.core);
    let single = head.len() <= 3;
    match opened.opening {
        _ if core > MAX_CORE_BYTES => false,
        // The realm has no 政府 (全国政府), though it has a 人大; and any country may have a 国家|共产党.
        Opening::Realm
            if needs == Needs::Seat
                && (kind == BodyKind::Government || scene.slice(head).ends_with('党')) =>
        {
            false
        }
        // These are three: 国家|三大|创新中心.
        Opening::Realm if counts(&scene.text[opened.core..head.start]) => false,
        // Without a place, 总会 is an adverb and a verb: 增长速度|总会|放缓.
        Opening::Phrase if scene.slice(head) == "总会" => false,
        // The 党委 of a tier is an organ (自治区|党委); that of a body is the party's group in it.
        Opening::Body if scene.slice(head) == "党委" => false,
        Opening::Place if scene.slice(head) == "党委" && is_below_county(&scene.text[..head.start]) => {
            false
        }
        Opening::Tier | Opening::Realm | Opening::Place | Opening::Body if needs == Needs::Seat => {
            is_ordinal(&scene.text[opened.core..head.start])
        }
        Opening::Place | Opening::Body if opens_clause(scene, opened, head.start, is_institute(as_head)) => {
            false
        }
        Opening::Place if is_realm(scene, opened) && core == 0 => false,
        // These are of a class: 2个|江苏实验室.
        Opening::Place if core == 0 && is_of_several(&scene.text[..opened.start]) => false,
        // A 研究室 of an organ is a body (县委|政策|研究室); that of an institute goes by its leader.
        _ if scene.slice(head) == "研究室"
            && scene.text[..head.start].ends_with(['院', '所', '学', '心']) =>
        {
            false
        }
        Opening::Proper => needs == Needs::House && is_proper_house(scene, opened, kind),
        // The 第一大学 of a country or the world is no name; 省|第一|医院 is one.
        Opening::Realm if scene.text[opened.core..].starts_with('第') => false,
        // It is one of a class: 半导体等领域|国家创新中心.
        Opening::Realm if scene.text[..opened.start].ends_with("领域") => false,
        // What is counted is not named: 三个|国家控股公司.
        Opening::Realm if naming::is_counted(scene, opened.start) => false,
        // A tier has one of some houses (县|人民医院, 省|农科院) and of heads that are names by themselves (市|住建局).
        // Other heads say a level (省厅, 县医院), and 省市县|博物馆 are many.
        Opening::Tier if core == 0 => {
            let bodies = &scene.lexicon.bodies;
            (bodies.single.contains(scene.slice(head)) || bodies.names.get(scene.slice(head)).is_some())
                && !scene.text[..opened.start].ends_with(['省', '市', '县', '区'])
                && !naming::is_counted(scene, opened.start)
        }
        // The head is also a name by itself: 国家|物价局.
        Opening::Realm if core == 0 && scene.lexicon.bodies.names.get(scene.slice(head)).is_some() => true,
        // Two common words may say what an institute studies: 省|产业技术|研究院.
        Opening::Tier
            if scene.slice(head).ends_with("研究院") && head.end - opened.core >= MIN_INSTITUTE_BYTES =>
        {
            true
        }
        // A province has groups of its own: 省|物流|集团.
        Opening::Tier if scene.slice(head) == "集团" && scene.text[opened.start..].starts_with('省') => {
            core > 0
        }
        Opening::Tier | Opening::Realm => core > 0 && !is_all_generic(scene, opened.core..head.start),
        Opening::Place | Opening::Body => core > 0 || !single,
        // Any words before the legal form of a single firm are its name: 宏图科技|有限公司.
        Opening::Phrase if scene.slice(head).ends_with("有限公司") => {
            core >= MIN_FIRM_BYTES
                && !is_all_generic(scene, opened.start..head.start)
                && !is_one_of_many(scene, opened.start)
        }
        // A 部际 head says between whom it stands; its task is its name: 企业兼并重组工作|部际协调小组.
        Opening::Phrase => {
            let is_association = kind == BodyKind::Association && !opens_with_sign(scene, opened.start);
            let is_named_by_task = is_association || scene.slice(head).starts_with("部际");
            is_named_by_task && core >= MIN_PHRASE_BYTES && !is_one_of_many(scene, opened.start)
        }
    }
}

/// Whether a count stands before the head: 三大|创新.
fn counts(core: &str) -> bool {
    let rest = core.trim_start_matches(is_digit);
    rest.len() < core.len() && rest.starts_with('大')
}

/// Whether 和 may stand inside the name: 发展和改革委员会, 科技与产业…协会.
fn links(head: BodyHead) -> bool {
    match head.needs {
        Needs::Seat => false,
        Needs::Organ => true,
        Needs::House => head.kind == BodyKind::Association,
        Needs::Brand | Needs::Utility => false,
    }
}

/// Whether the place that opens the name is the realm: 中国大学 is any, 中国…大学 may be one.
fn is_realm(scene: &Scene, opened: &Opened) -> bool {
    scene.lexicon.bodies.realms.contains(&scene.text[opened.start..opened.core])
}

/// Whether a proper name suffices: for firms any unknown word, for other houses a tagged name.
fn is_proper_house(scene: &Scene, opened: &Opened, kind: BodyKind) -> bool {
    let tag = scene.tokens.at(opened.start).map_or("", |token| token.tag);
    kind == BodyKind::Enterprise || matches!(tag, "nr" | "nrt" | "ns" | "nt" | "nz" | "eng")
}

/// Whether the name that starts at this byte is counted or made many: 一批|区域性…联合会.
fn is_one_of_many(scene: &Scene, start: usize) -> bool {
    naming::is_counted(scene, start) || naming::is_made_many(scene, start)
}

fn is_below_county(place: &str) -> bool {
    BELOW_COUNTY.iter().any(|end| place.ends_with(end))
}

/// The armed forces; names of their parts open with them.
const FORCES: [&str; 3] = ["中国人民解放军", "解放军", "武警"];

/// The byte where the name starts, the force before it included: 武警|北京总队.
fn with_force(text: &str, start: usize) -> usize {
    let force = FORCES.iter().find(|force| text[..start].ends_with(**force));
    start - force.map_or(0, |force| force.len())
}

/// The byte where the name starts, the ordinal before it included: 十四届|全国人大; 本届 is none.
pub(super) fn with_ordinal(scene: &Scene, start: usize) -> usize {
    let Some(before) = scene.text[..start].strip_suffix('届') else { return start };
    let digits = before.char_indices().rev().take(MAX_ORDINAL_DIGITS).take_while(|(_, c)| is_digit(*c));
    match digits.last() {
        Some((first, _)) if before[..first].ends_with('第') => first - '第'.len_utf8(),
        // These are no numbers: 新一届, 每一届.
        Some((first, _)) if !before[..first].ends_with(['新', '上', '下', '这', '每', '各']) => first,
        _ => start,
    }
}
