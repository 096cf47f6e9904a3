//! Decides which names of the dictionary are meant as places, by the places beside them.

use super::Spot;
use crate::lexicon::{NameCue, PlaceClass, lies_in};
use crate::recognise::Scene;

/// Marks as sure the places that others support; `spots` are in order and disjoint.
pub(super) fn judge(scene: &Scene, spots: &mut [Spot]) {
    trust_children(scene.text, spots);
    trust_owners(spots);
    trust_lists(scene.text, spots);
    trust_between(scene.text, spots);
    trust_products(scene.text, spots);
    trust_compatriots(scene, spots);
}

/// A division right after the one that it lies in needs no other evidence: 武汉洪山. Nor does one after the 的 of
/// a full name: 浙江省的|慈溪.
fn trust_children(text: &str, spots: &mut [Spot]) {
    for index in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(index);
        let (parent, child) = (&before[index - 1], &mut rest[0]);
        let owns =
            || parent.class == PlaceClass::Division && &text[parent.range.end..child.range.start] == "的";
        // An ordinary word is sure right after its own province and before a mark: 辽宁省|兴城、.
        let stops = || {
            let mark = text[child.range.end..].chars().next();
            parent.class == PlaceClass::Division
                && child.class != PlaceClass::Refused
                && mark.is_none_or(|c| matches!(c, '、' | ',' | '。' | ';' | ')'))
        };
        if parent.sure && (child.opens || stops()) && (parent.range.end == child.range.start || owns()) {
            let inside = |code: &str| parent.codes.split(',').any(|above| lies_in(code, above));
            child.sure |= child.codes.split(',').any(inside);
        }
    }
}

/// A county is sure right before the mountain, water or monument in it: 元阳|哈尼梯田.
fn trust_owners(spots: &mut [Spot]) {
    for index in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(index);
        let (county, feature) = (&mut before[index - 1], &rest[0]);
        county.sure |= county.class == PlaceClass::County
            && county.opens
            && feature.sure
            && feature.class == PlaceClass::Nature
            && county.range.end == feature.range.start;
    }
}

/// Members of one list support each other, and so do both ends of a way: 涪陵榨菜、奉节脐橙; 从甲到乙.
fn trust_lists(text: &str, spots: &mut [Spot]) {
    let parallel = |first: &Spot, second: &Spot| {
        // A city may stand beside a county of its own province: 徐州医药、睢宁皮革.
        let is_county = |spot: &Spot| spot.class == PlaceClass::County;
        let is_near = || (is_county(first) || is_county(second)) && same_province(first.codes, second.codes);
        let tight = !(is_county(first) && is_county(second) || is_near());
        let between = &text[first.range.end..second.range.start];
        let is_way = matches!(between, "到" | "至" | "—" | "——" | "经");
        // An ordinary word is no member of a list of places: 创新、开放.
        first.opens
            && second.opens
            && (is_way || is_list_step(between, if tight { 0 } else { MAX_PRODUCT_CHARS }))
    };
    for index in 1..spots.len() {
        if spots[index - 1].sure && !spots[index].sure && parallel(&spots[index - 1], &spots[index]) {
            spots[index].sure = true;
        }
    }
    for index in (1..spots.len()).rev() {
        if spots[index].sure && !spots[index - 1].sure && parallel(&spots[index - 1], &spots[index]) {
            spots[index - 1].sure = true;
        }
    }
}

/// An ordinary word between two places in a list is a place: 太原、大同、天津. So are two counties of one prefecture
/// side by side: 石溪、柳河|灾区.
fn trust_between(text: &str, spots: &mut [Spot]) {
    let is_step = |first: &Spot, second: &Spot| {
        let between = &text[first.range.end..second.range.start];
        between == "—" || is_list_step(between, 0)
    };
    for index in 1..spots.len() {
        let (before, spot) = (&spots[index - 1], &spots[index]);
        if before.sure && spot.sure || spot.codes.is_empty() || !is_step(before, spot) {
            continue;
        }
        let next = spots.get(index + 1).filter(|next| next.sure && is_step(spot, next));
        let is_between = before.sure && next.is_some();
        let is_pair = before.opens && spot.opens && are_neighbours(before, spot);
        spots[index - 1].sure |= is_pair;
        spots[index].sure |= is_pair || is_between;
    }
}

/// Whether two counties lie in one prefecture and nowhere else.
fn are_neighbours(first: &Spot, second: &Spot) -> bool {
    let prefecture = |spot: &Spot| {
        let only = spot.class == PlaceClass::County && !spot.codes.contains(',');
        spot.codes.get(..4).filter(|_| only).map(str::to_owned)
    };
    prefecture(first).is_some_and(|own| prefecture(second) == Some(own)) && first.codes != second.codes
}

/// Longest noun for what a city or county is known for, in characters: 平利(绞股蓝制剂)、.
const MAX_KNOWN_CHARS: usize = 8;

/// Cities and counties of one province, each with what it is known for, support each other: 平利绞股蓝制剂、安康富硒茶. An
/// ordinary word needs a sure name beside it.
fn trust_products(text: &str, spots: &mut [Spot]) {
    let is_local = |spot: &Spot| matches!(spot.class, PlaceClass::City | PlaceClass::County);
    for index in 1..spots.len() {
        let (first, second) = (&spots[index - 1], &spots[index]);
        if first.sure && second.sure || !is_local(first) || !is_local(second) {
            continue;
        }
        let between = &text[first.range.end..second.range.start];
        let has_product = !between.starts_with(['、', '和', '与', '及']);
        let is_told = first.sure
            || second.sure
            || first.opens && second.opens
            || stands_first(text, first) && lists_clusters(text, second.range.end);
        if has_product
            && is_told
            && is_list_step(between, MAX_KNOWN_CHARS)
            && same_province(first.codes, second.codes)
        {
            (spots[index - 1].sure, spots[index].sure) = (true, true);
        }
    }
}

/// Whether a place opens its clause or a member of a list.
fn stands_first(text: &str, spot: &Spot) -> bool {
    let before = text[..spot.range.start].chars().next_back();
    before.is_none_or(|c| matches!(c, '、' | ',' | '。' | ';' | ':'))
}

/// What several counties are known for together.
const CLUSTERS: &str = "集群";

/// Whether a count of clusters closes the list that goes on here: 石溪|铜箔等18个产业集群.
fn lists_clusters(text: &str, end: usize) -> bool {
    let mut product = text[end..].char_indices().take(MAX_KNOWN_CHARS + 1);
    let Some((etc, _)) = product.find(|(_, c)| *c == '等') else { return false };
    let counted = text[end + etc..].strip_prefix('等').unwrap_or_default();
    let kind = counted.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut ends = kind.char_indices().map(|(at, _)| at).take(MAX_KNOWN_CHARS);
    kind.len() < counted.len() && kind.starts_with('个') && ends.any(|at| kind[at..].starts_with(CLUSTERS))
}

/// Something named by the division that has it.
const AIRPORT: &str = "机场";

/// An ordinary word is a place in a list with two others of its province (枣阳、枝江、天门), in a list of three or
/// more members that can all lie in one province (枝江、东方、天门), and in a list after which the sentence speaks of
/// divisions (枝江、东方|分别入选, 枝江、东方|等5个县).
fn trust_compatriots(scene: &Scene, spots: &mut [Spot]) {
    let mut from = 0;
    while from < spots.len() {
        let steps = spots[from..]
            .windows(2)
            .take_while(|pair| is_list_step(&scene.text[pair[0].range.end..pair[1].range.start], 0));
        let to = from + steps.count() + 1;
        let list = &mut spots[from..to];
        let is_one = list.len() > 1
            && share_province(list)
            && (list.len() > 2 || tells_divisions(scene, list[list.len() - 1].range.end));
        for index in 0..list.len() {
            let (codes, sure) = (list[index].codes, list[index].sure);
            let mates = list.iter().filter(|mate| mate.sure && same_province(mate.codes, codes));
            list[index].sure = sure || is_one || mates.take(2).count() == 2;
        }
        from = to;
    }
}

/// Whether all of these may lie in one province of the first.
fn share_province(list: &[Spot]) -> bool {
    let codes = list.first().map_or("", |first| first.codes);
    let provinces = codes.split(',').filter_map(|code| code.get(..2));
    provinces
        .into_iter()
        .any(|province| list.iter().all(|spot| spot.codes.split(',').any(|code| code.starts_with(province))))
}

/// Whether the words after a list show that its members are divisions: 分别, 机场, 等5个县区, 等地.
fn tells_divisions(scene: &Scene, end: usize) -> bool {
    let rest = &scene.text[end..];
    if scene.lexicon.places.apiece.longest_at(rest, 0).is_some() || rest.starts_with(AIRPORT) {
        return true;
    }
    let counted = rest.strip_prefix('等').unwrap_or(rest);
    let level =
        counted.trim_start_matches(|c: char| c.is_ascii_digit() || "两二三四五六七八九十个".contains(c));
    // 等县 and 两县 count; a bare 县 (枝江、东方县) is read elsewhere.
    level.len() < rest.len() && scene.lexicon.name_cues.opening(level, NameCue::KnownLevel).is_some()
}

/// Whether two places may lie in one province, by their codes.
pub(super) fn same_province(codes: &str, others: &str) -> bool {
    let mut provinces = codes.split(',').filter_map(|code| code.get(..2));
    provinces.any(|province| others.split(',').any(|other| other.starts_with(province)))
}

/// Most characters in a list between a place and the next separator: 杞县(大蒜)、.
const MAX_PRODUCT_CHARS: usize = 4;

/// Whether only a separator stands between two members, or before it also at most `longest` characters of
/// something named after the place.
fn is_list_step(between: &str, longest: usize) -> bool {
    let Some(product) = between.strip_suffix(['、', '和', '与', '及']) else { return false };
    product.chars().count() <= longest
        && product.chars().all(|character| matches!(character, '\u{4E00}'..='\u{9FFF}'))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_county_is_told_by_what_lies_in_it_and_by_what_it_wins() {
        assert_eq!(standing(recognise, "武隆长江大堤加固"), ["武隆", "长江大堤"]);
        assert_eq!(standing(recognise, "武隆获批国家园区,瑞丽入选名单"), ["武隆", "瑞丽"]);
        assert_eq!(standing(recognise, "温泉入选,和平获批"), [""; 0]);
    }

    #[test]
    fn members_of_one_province_vouch_for_each_other() {
        let cases: &[(&str, &[&str])] = &[
            ("支持昌江、琼海、东方发展渔业", &["昌江", "琼海", "东方"]),
            ("延川、平利等6个县区达标", &["延川", "平利"]),
            ("安康、平利分别获评", &["安康", "平利"]),
            ("宁波医药、慈溪家电入选", &["宁波", "慈溪"]),
            ("海口医药、平利家电入选", &["海口"]),
            ("平利绞股蓝新制剂、紫阳富硒茶等入选", &["平利", "紫阳"]),
            ("曾都应急装备、下陆电路铜箔等18个产业集群入选", &["曾都", "下陆"]),
            ("支持汉中有机富硒绿茶、安康腊肉", &["汉中", "安康"]),
            ("保障平利、安康机场", &["平利", "安康机场"]),
            ("浙江省的慈溪、宁海和江西省的信丰高产", &["浙江省", "慈溪", "宁海", "江西省", "信丰"]),
            ("浙江省的平利", &["浙江省"]),
            ("坚持东方、平利原则", &[]),
            ("安康、和平是人民的期盼", &[]),
            ("宁波、和平、徐州等城市", &["宁波", "和平", "徐州"]),
            ("在辽宁省兴城、大连市发现", &["辽宁省", "兴城", "大连市"]),
            ("辽宁省和平发展", &["辽宁省"]),
            ("支援修武、武陟灾区", &["修武", "武陟"]),
        ];
        for (text, expected) in cases {
            assert_eq!(standing(recognise, text), *expected, "{text}");
        }
    }
}
