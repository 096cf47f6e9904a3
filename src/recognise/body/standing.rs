//! Recognises bodies whose names stand for themselves: 国务院, 省委, 联合国.

use std::ops::Range;

use super::built::with_ordinal;
use super::centre;
use crate::lexicon::{NameCue, PlaceClass, is_han};
use crate::recognise::naming::{self, Anchors, Opened, Opening, is_counted, is_made_many};
use crate::recognise::place::{Spot, event};
use crate::recognise::{Candidate, Detail, Evidence, Scene};
use crate::record::BodyKind;
use crate::text::is_digit;

/// Fewest bytes of a name that stands inside a longer word.
const MIN_COMPOUND_BYTES: usize = 9;

/// The longest name, in bytes, whose end may open another word: 北京城建|设.
const MAX_CUT_BYTES: usize = 12;

/// The names of the dictionary that stand as words, in order, disjoint.
pub(super) fn names(scene: &Scene) -> Vec<(Range<usize>, BodyKind)> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some((range, kind)) = scene.next(&scene.lexicon.bodies.names, from) {
        if let Some(organ) = members_organ(scene, &range).filter(|_| kind.is_none()) {
            from = range.end;
            names.push(organ);
            continue;
        }
        match kind.filter(|_| stands_as_word(scene, &range)) {
            Some(kind) => {
                from = range.end;
                names.push((range, kind));
            }
            // A refused word may hide a name that starts inside it: 联合国|家.
            None => from = range.start + scene.text[range.start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    names
}

/// The organ whose members are addressed: 向各位|人大|代表.
fn members_organ(scene: &Scene, members: &Range<usize>) -> Option<(Range<usize>, BodyKind)> {
    let word = scene.slice(members);
    let organ = word.strip_suffix("代表").or(word.strip_suffix("委员"))?;
    let kind = (*scene.lexicon.bodies.names.get(organ)?)?;
    is_addressed(scene, &scene.text[..members.start])
        .then(|| (members.start..members.start + organ.len(), kind))
}

/// These names with the places that open them, so that longer names can open with them: 河南省委|组织部.
pub(super) fn opened(scene: &Scene, anchors: &Anchors) -> Vec<(Range<usize>, BodyKind)> {
    let names = anchors.bodies.iter();
    names
        .map(|(range, kind)| {
            let start = opening(scene, anchors, range);
            let start = tiered(scene, range, start, *kind).unwrap_or(start);
            (start..range.end, *kind)
        })
        .collect()
}

/// The byte where a short name starts with the tier before it: 市|气象局, 区|人武部.
fn tiered(scene: &Scene, range: &Range<usize>, start: usize, kind: BodyKind) -> Option<usize> {
    // A firm may have the name of an office: 市|招商局.
    let of_tiers = matches!(kind, BodyKind::Government | BodyKind::Military | BodyKind::Judicial)
        || kind == BodyKind::Enterprise && scene.slice(range).ends_with('局');
    let alone = start == range.start && tier_len(scene, range) == 0;
    let tier = naming::tier_before(scene, start).filter(|_| of_tiers && alone);
    // These are many: 省市县|人社局.
    let tier = tier.filter(|tier| !scene.text[..*tier].ends_with(['省', '市', '县', '区']))?;
    Some(unlisted(scene, tier, start).unwrap_or(tier))
}

/// The byte where a division starts that no table knows and whose level opens the name of its organ:
/// 云陵|县|统计局, 柳墟|区委. The tagger takes the division for a place, with or without the level.
fn unlisted(scene: &Scene, level: usize, end: usize) -> Option<usize> {
    let token = scene.tokens.at(level)?;
    let token = if token.range.start < level { token } else { scene.tokens.at(level.checked_sub(1)?)? };
    let closes = token.range.end == level || token.range.end == end;
    let is_level = scene.text[level..end].chars().count() == 1;
    let own = &scene.text[token.range.start..level];
    // The tagger takes the words before the organ for a name (执行|中经|县人大常委会); a preposition ends no name of a
    // division.
    let leads = scene.lexicon.name_cues.closing(own, NameCue::Glued).is_some();
    let is_own = own.chars().nth(1).is_some() && !leads && !scene.lexicon.bodies.generic.contains(own);
    (token.tag == "ns" && closes && is_level && is_own).then_some(token.range.start)
}

/// Proposes these names, with the place that opens each (河南|省委, 美国|财政部) and the number of its term
/// (第六届|全国人大).
pub(super) fn recognise(scene: &Scene, anchors: &Anchors, candidates: &mut Vec<Candidate>) {
    // The byte past the last name that stands for many: 各级人大.
    let mut many = None;
    for (index, (range, kind)) in anchors.bodies.iter().enumerate() {
        let shy = scene.lexicon.bodies.shy.contains(scene.slice(range));
        if shy && !is_listed(scene.text, anchors.bodies, index)
            // A contest is no body: 中国足协|杯.
            || scene.text[range.end..].starts_with('杯')
            || *kind == BodyKind::International && event::is_inside(scene, range)
            || *kind == BodyKind::Party && (meets(&scene.text[range.end..]) || is_no_party(scene, range))
        {
            continue;
        }
        if *kind == BodyKind::International && is_listed_region(scene, range) {
            let detail = Detail::Place { code: None };
            candidates.push(Candidate::new(range.clone(), "place.name", Evidence::Certain, detail));
            continue;
        }
        let start = seated(anchors, opening(scene, anchors, range), *kind);
        let tier = tier_len(scene, range);
        if let Some(start) = tiered(scene, range, start, *kind) {
            let kind = if *kind == BodyKind::Enterprise { BodyKind::Government } else { *kind };
            let detail = Detail::Body(kind);
            candidates.push(Candidate::new(start..range.end, "body.anchored", Evidence::Context, detail));
            continue;
        }
        // A body that the world has only one of is never many (部分欧盟国家), and 本届|国务院 is that one.
        let is_central = tier == 0 && matches!(kind, BodyKind::Government | BodyKind::Party);
        let single = *kind == BodyKind::International || is_central && is_this(&scene.text[..start]);
        // If the first of a list is many, so is the next: 各级人大、|政协.
        let of_every_tier = matches!(kind, BodyKind::Congress | BodyKind::Cppcc | BodyKind::Association);
        let goes_on = many.and_then(|end| scene.text.get(end..start));
        let listed = of_every_tier && goes_on.is_some_and(|link| matches!(link, "、" | "和" | "与" | "及"));
        // Each level has one: 省市|县政府.
        let levels = tier > 0 && start == range.start && scene.text[..start].ends_with(['省', '市', '县']);
        let one_of_many =
            !single && is_made_many(scene, start) || tier > 0 && is_counted(scene, start) || listed || levels;
        // The tagger may guess a word that ends with the tier: 请省|政协.
        let cut = scene.tokens.at(start).is_some_and(|token| {
            let guessed = token.range.end == start + tier && !scene.knows(token);
            token.range.start != start && !guessed
        });
        let has_members = matches!(kind, BodyKind::Congress | BodyKind::Cppcc);
        let is_spoken_to = has_members && is_addressed(scene, &scene.text[..start]);
        if start == range.start && !is_spoken_to && (one_of_many && range.len() <= 12 || cut && tier > 0) {
            // 市|工商联 is one body; its head finds it.
            many = (one_of_many && naming::tier_before(scene, start).is_none()).then_some(range.end);
            continue;
        }
        let termed =
            matches!(kind, BodyKind::Congress | BodyKind::Cppcc | BodyKind::Party | BodyKind::Association);
        let start = if termed { with_realm(scene.text, with_ordinal(scene, start)) } else { start };
        let kind = if centre::rules_regions(scene, range) { BodyKind::Government } else { *kind };
        let detail = Detail::Body(kind);
        candidates.push(Candidate::new(start..range.end, "body.name", Evidence::Certain, detail));
    }
}

/// The byte where the name of a national organ starts with the realm before it: 中华人民共和国|全国人大.
fn with_realm(text: &str, start: usize) -> usize {
    let before = &text[..start];
    let realm = ["中华人民共和国", "中国"].into_iter().find(|realm| before.ends_with(realm));
    let national = text[start..].starts_with("全国");
    realm.filter(|_| national).map_or(start, |realm| start - realm.len())
}

/// Point to an organ and do not make many of it.
const THIS: [&str; 5] = ["这次", "本次", "本届", "这届", "上届"];

fn is_this(before: &str) -> bool {
    THIS.iter().any(|this| before.ends_with(this))
}

/// Whether a union of countries is one of a list of places: 东盟|、拉美、非洲.
fn is_listed_region(scene: &Scene, union: &Range<usize>) -> bool {
    if !scene.text[..union.end].ends_with('盟') {
        return false;
    }
    let spots = scene.spots();
    let before = scene.text[..union.start].strip_suffix('、').map(str::len);
    let after = scene.text[union.end..].starts_with('、').then(|| union.end + '、'.len_utf8());
    // The next member is a body, no place: 、上海|合作组织.
    let closes =
        |end: usize| !scene.text[end..].starts_with(is_han) || scene.text[end..].starts_with(['等', '和']);
    let next = after.and_then(|at| spots.binary_search_by_key(&at, |spot| spot.range.start).ok());
    before.is_some_and(|end| spots.binary_search_by_key(&end, |spot| spot.range.end).is_ok())
        || next.is_some_and(|at| closes(spots[at].range.end))
}

/// Whether the word for a party means something else: the time when it ruled (国民党|时代), a level or a middle
/// (上解|中央), or a sum (五年|中共|完成).
fn is_no_party(scene: &Scene, range: &Range<usize>) -> bool {
    scene.text[range.end..].starts_with("时代")
        || centre::is_no_body(scene, range)
        || scene.slice(range) == "中共" && sums_up(scene, range)
}

/// Whether 中 ends an adjunct of time or matter, and 共 sums up the verb: 四年|中共|增加, 比赛|中共|获得.
fn sums_up(scene: &Scene, range: &Range<usize>) -> bool {
    let before = range.start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    let after = scene.tokens.at(range.end);
    let has_matter = before.is_some_and(|token| {
        let is_matter =
            matches!(token.tag.as_bytes().first(), Some(b'n' | b'm' | b'q' | b't')) || token.tag == "vn";
        is_matter && scene.text[..range.start].ends_with(is_han)
    });
    has_matter && after.is_some_and(|token| token.tag.starts_with('v') && token.range.start == range.end)
}

/// Whether a meeting of a party follows, which is an event: 中国共产党|第十二次全国代表大会, 中共|十二届三中全会.
pub(super) fn meets(after: &str) -> bool {
    let number = after.strip_prefix('第').unwrap_or(after);
    let rest = number.trim_start_matches(is_digit);
    if rest.len() == number.len() {
        return false;
    }
    if let Some(session) = rest.strip_prefix('届') {
        return session.trim_start_matches(is_digit).starts_with("中全会");
    }
    let congress = rest.strip_prefix('次').map(|rest| rest.strip_prefix("全国").unwrap_or(rest));
    congress.is_some_and(|rest| rest.starts_with("代表大会"))
}

/// Whether the text before an organ addresses its members together: 向|人大代表, 各位|人大代表、|政协委员, 全省|政协委员.
pub(in crate::recognise) fn is_addressed(scene: &Scene, before: &str) -> bool {
    let before = before.strip_suffix("人大代表、").or(before.strip_suffix("人大代表和")).unwrap_or(before);
    before.ends_with(['向', '请']) || scene.lexicon.bodies.everyone.end(before)
}

/// Whether a name is listed beside another of its kind: 华为、小米.
fn is_listed(text: &str, names: &[(Range<usize>, BodyKind)], index: usize) -> bool {
    let joined = |left: &Range<usize>, right: &Range<usize>| text.get(left.end..right.start) == Some("、");
    let before = index.checked_sub(1).and_then(|before| names.get(before));
    let (own, kind) = &names[index];
    before.is_some_and(|(name, other)| other == kind && joined(name, own))
        || names.get(index + 1).is_some_and(|(name, other)| other == kind && joined(own, name))
}

/// The byte where the name starts, with the division whose tier it opens with, or the place that reaches into
/// it: 青溪国家公园|管理局.
fn opening(scene: &Scene, anchors: &Anchors, range: &Range<usize>) -> usize {
    let tier = tier_len(scene, range);
    let over = anchors.spots.partition_point(|spot| spot.range.end <= range.start);
    // A county may lie across the words by chance: 人大和|政协.
    let is_area = |class| matches!(class, PlaceClass::Zone | PlaceClass::Region | PlaceClass::Nature);
    let is_park = |spot: &&Spot| tier == 0 && spot.sure && is_area(spot.class);
    let over = anchors.spots.get(over).filter(is_park).map(|spot| &spot.range);
    if let Some(over) = over.filter(|over| over.start < range.start && over.end < range.end) {
        return over.start;
    }
    let edge = range.start + tier;
    let spot = anchors.spots.partition_point(|spot| spot.range.end <= edge).checked_sub(1);
    let spot = spot.map(|index| &anchors.spots[index]).filter(|spot| spot.range.end >= range.start);
    // The word that joins two organs is no part of a county: 市人大|和|县政协.
    let joins = |start: usize| scene.tokens.at(start).is_some_and(|token| token.tag == "c");
    match spot.filter(|spot| !joins(spot.range.start)) {
        Some(spot) if tier > 0 && spot.range.start < range.start => {
            let opened = Opened { start: spot.range.start, opening: Opening::Place, core: range.start };
            anchors.chained(scene.text, opened).start
        }
        _ if tier > 0 => unlisted(scene, range.start, edge).map_or(range.start, |start| {
            // The division is in no table: 中共|柳墟区委.
            anchors.chained(scene.text, Opened { start, opening: Opening::Place, core: range.start }).start
        }),
        _ => range.start,
    }
}

/// The byte where a name starts with the place of its owner right before it: a firm with its city or country
/// (衡阳|中联重科), an organ or a party with its country (日本|大藏省).
fn seated(anchors: &Anchors, start: usize, kind: BodyKind) -> usize {
    let before = anchors.spots.partition_point(|spot| spot.range.end <= start).checked_sub(1);
    let before =
        before.map(|index| &anchors.spots[index]).filter(|spot| spot.sure && spot.range.end == start);
    let tells = |class: PlaceClass| match class {
        PlaceClass::Country => {
            matches!(kind, BodyKind::Enterprise | BodyKind::Government | BodyKind::Party | BodyKind::Military)
        }
        PlaceClass::Province | PlaceClass::City | PlaceClass::County => kind == BodyKind::Enterprise,
        _ => false,
    };
    before.filter(|spot| tells(spot.class)).map_or(start, |spot| spot.range.start)
}

/// Length in bytes of the tier that opens this name.
fn tier_len(scene: &Scene, range: &Range<usize>) -> usize {
    let name = scene.slice(range);
    let lengths = name.char_indices().map(|(at, character)| at + character.len_utf8()).take(3);
    lengths.filter(|length| scene.lexicon.bodies.tiers.contains(&name[..*length])).max().unwrap_or(0)
}

/// Whether the part of the token before the name is a place: 黎巴嫩|真主党.
fn opens_with_place(scene: &Scene, token: usize, name: usize) -> bool {
    token < name && scene.lexicon.places.is_place(&scene.text[token..name])
}

/// Whether the part of the token before the name is a tier, and the name opens with none: 县|公安局.
fn opens_with_tier(scene: &Scene, token: usize, name: &Range<usize>) -> bool {
    let tier = scene.text.get(token..name.start);
    tier.is_some_and(|tier| scene.lexicon.bodies.tiers.contains(tier)) && tier_len(scene, name) == 0
}

/// Opens the title of a deputy.
const DEPUTY: &str = "副";

/// Whether the token at the end of an organ takes along the start of a deputy's title: 部副|部长.
pub(super) fn opens_deputy(scene: &Scene, organ_end: usize, token_end: usize) -> bool {
    let takes = scene.text.get(organ_end..token_end) == Some(DEPUTY);
    let title = scene.tokens.at(token_end).filter(|_| takes);
    title.is_some_and(|title| scene.lexicon.posts.get(&scene.text[organ_end..title.range.end]).is_some())
}

/// Whether a name lies on token edges, or is too long to be there by chance; a title may follow inside the
/// same token (省委|书记).
fn stands_as_word(scene: &Scene, range: &Range<usize>) -> bool {
    // This is a word for any ministry: 水利部|门.
    if scene.text[..range.end].ends_with('部') && scene.text[range.end..].starts_with('门') {
        return false;
    }
    let Some(first) = scene.tokens.at(range.start) else { return false };
    let Some(last) = scene.tokens.at(range.end - 1) else { return false };
    let long = range.len() > 9;
    // The tagger makes one word of the two: 中办|国办.
    let is_name = |word: &str| matches!(scene.lexicon.bodies.names.get(word), Some(Some(_)));
    // The tier may be the end of the place: 河南省|政府.
    let opens = first.range.start == range.start
        || is_name(scene.slice(&(first.range.start..range.start)))
        || tier_len(scene, range) > 0
        || opens_with_place(scene, first.range.start, range.start)
        || opens_with_tier(scene, first.range.start, range);
    let rest = scene.slice(&(range.end..last.range.end));
    // These members' organ is meant: 省政协|委员, 省人大|代表; but 政协委员 may be of any.
    let member = matches!(rest, "委员" | "代表" | "提案" | "建议")
        && (range.len() > 6 || is_addressed(scene, &scene.text[..range.start]));
    // The tagger makes one word of the two: 安理会|常任理事国.
    let opens_rest = || rest.char_indices().nth(2).is_some_and(|(at, _)| scene.lexicon.knows(&rest[..at]));
    let compound = range.len() >= MIN_COMPOUND_BYTES && last.tag == "nt" && opens_rest();
    // Words that may follow inside the token: 国务院|令, 欧盟|国家, 武警|官兵, 地质部|党组.
    let closes = rest.is_empty()
        || is_name(rest)
        || matches!(rest, "令" | "国家" | "官兵" | "党组" | "党委")
        || member
        || compound
        || scene.lexicon.posts.get(rest).is_some()
        || opens_deputy(scene, range.end, last.range.end);
    // Both may be one token: 中共|北京市委.
    let before_place = || {
        let spots = scene.spots();
        spots.binary_search_by_key(&range.end, |spot| spot.range.start).is_ok()
    };
    // A known word goes on across the end of a short name: 中国有研|究.
    let is_cut =
        || range.len() <= MAX_CUT_BYTES && !closes && last.range.start > range.start && scene.knows(last);
    (opens && (closes || before_place())) || long && !is_cut()
}
