//! Recognises one-character signs of provinces: 驻京机构, 在湘企业.

use std::ops::Range;

use super::{Spot, event, partner};
use crate::lexicon::{NameCue, PlaceClass, Trigger};
use crate::recognise::{Candidate, Detail, Evidence, Scene};

/// Proposes a sign right after a word of coming, going or staying, if it ends its token, and signs beside
/// each other.
pub(super) fn recognise(scene: &Scene, candidates: &mut Vec<Candidate>) {
    runs(scene, candidates);
    pairs(scene, candidates);
    powers_apart(scene, candidates);
    partner::dealings(scene, candidates);
    for Range { start: at, end: start } in scene.wake(Trigger::Mover) {
        let Some(sign) = scene.text[start..].chars().next() else { continue };
        let end = start + sign.len_utf8();
        let Some(code) = scene.lexicon.places.signs.get(&scene.text[start..end]) else { continue };
        let token = scene.tokens.at(start).map(|token| token.range.clone()).unwrap_or_default();
        // The tagger glues a guess together: 在京|举行.
        let rest = scene.text.get(end..token.end).unwrap_or_default();
        let glued = token.start == at && rest.len() >= 6 && scene.lexicon.knows(rest);
        let closes = token.end == end || glued;
        let opens = scene.tokens.at(at).is_some_and(|token| token.range.start == at);
        let is_meant = closes && opens || feeds(scene, at);
        if is_meant || is_paired(scene, at, end) || receives(scene, at, end) {
            let detail = Detail::Place { code: code_of(code) };
            candidates.push(Candidate::new(start..end, "place.sign", Evidence::Context, detail));
        }
    }
}

/// Whether those who come or stay follow; before them the tagger may cut elsewhere: 在甘|央企, 驻津|院校.
fn receives(scene: &Scene, mover: usize, end: usize) -> bool {
    let token = scene.tokens.at(mover);
    let opens = token.is_some_and(|token| token.range.start == mover || !scene.knows(token));
    opens && scene.lexicon.places.guests.longest_at(scene.text, end).is_some()
}

/// Goods that are brought into a province from another.
const FED: [char; 3] = ['电', '气', '煤'];

/// Whether something is brought into the province, which needs no other evidence: 外电|入鲁.
fn feeds(scene: &Scene, mover: usize) -> bool {
    scene.text[..mover].ends_with(FED) && scene.text[mover..].starts_with('入')
}

/// Whether the word of coming or going occurs twice, each time with a sign, which is sure wherever the tagger
/// cuts: 离汉离鄂, 援藏援疆.
fn is_paired(scene: &Scene, mover: usize, end: usize) -> bool {
    let length = end - mover;
    let sign = mover + scene.text[mover..].chars().next().map_or(0, char::len_utf8);
    let said = |range: Range<usize>| {
        let mut pair = scene.text.get(range)?.chars();
        let (mover, sign) = (pair.next()?, pair.next()?);
        scene.lexicon.places.signs.contains_key(sign.encode_utf8(&mut [0; 4]) as &str).then_some(mover)
    };
    let own = said(mover..end);
    let before = mover.checked_sub(length).and_then(|start| said(start..mover));
    let after = said(end..end + length);
    // The same sign occurs with another word of coming or staying: 留豫来豫.
    let again = |start: usize| {
        let other = said(start..start + length)
            .is_some_and(|mover| scene.lexicon.name_cues.has(mover, NameCue::Stay));
        other && scene.text.get(start + length - (end - sign)..start + length) == scene.text.get(sign..end)
    };
    let is_again = mover.checked_sub(length).is_some_and(again) || again(end);
    own.is_some() && (own == before || own == after || is_again)
}

/// Most powers in a list.
const MAX_POWERS: usize = 8;

/// The sign of China, beside that of another country.
const REALM: char = '中';

/// The code of a division; a country (华) has none.
fn code_of(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| code.to_owned())
}

/// Whether a character is the sign of a province, including those that are ordinary words and need another
/// sign beside them.
pub(super) fn is_sign(scene: &Scene, character: char) -> bool {
    scene.lexicon.name_cues.has(character, NameCue::ShySign)
        || scene.lexicon.places.signs.contains_key(character.encode_utf8(&mut [0; 4]) as &str)
}

/// The byte past a pair of signs that opens a name here, of two provinces or of China and another country:
/// 川渝|特高压, 中越|界河公路.
pub(crate) fn pair_at(scene: &Scene, at: usize) -> Option<usize> {
    let places = &scene.lexicon.places;
    let mut characters = scene.text[at..].char_indices();
    let mut sign = || {
        let (start, c) = characters.next()?;
        let end = at + start + c.len_utf8();
        Some((end, c, &scene.text[at + start..end]))
    };
    let ((_, first, _), (end, second, two)) = (sign()?, sign()?);
    let is_pair =
        is_sign(scene, first) && is_sign(scene, second) || first == REALM && places.partners.contains(two);
    (is_pair && first != second && is_no_word(scene, &(at..end))).then_some(end)
}

/// Whether the name starts and ends with a sign of a province: 疆电入渝.
pub(crate) fn both_ends(scene: &Scene, name: &str) -> bool {
    let is_sign = |c: Option<char>| c.is_some_and(|c| is_sign(scene, c));
    is_sign(name.chars().next()) && is_sign(name.chars().next_back())
}

/// The bytes of the signs of two provinces.
const PAIR_BYTES: usize = 2 * '某'.len_utf8();

/// Whether the signs of two provinces name the way between them, not the land: 川黔|铁路, 川黔|和滇黔铁路.
pub(super) fn names_way(scene: &Scene, spot: &Spot) -> bool {
    if spot.class != PlaceClass::Region || spot.range.len() != PAIR_BYTES {
        return false;
    }
    let is_way = |rest: &str| scene.lexicon.name_cues.opening(rest, NameCue::Way).is_some();
    let rest = &scene.text[spot.range.end..];
    let next = || rest.strip_prefix(['、', '和', '与']).and_then(|rest| rest.get(PAIR_BYTES..));
    let names = is_way(rest) || next().is_some_and(is_way);
    names && scene.slice(&spot.range).chars().all(|sign| is_sign(scene, sign))
}

/// Most pairs in a list.
const MAX_PAIRS: usize = 8;

/// The byte past two cities named by one character each, before a relation between them: 徐宿|合作产业园.
fn cities_at(scene: &Scene, at: usize) -> Option<usize> {
    let end = scene.text[at..].char_indices().nth(2).map_or(scene.text.len(), |(end, _)| at + end);
    let is_related = scene.lexicon.places.relations.longest_at(scene.text, end).is_some();
    (is_related && is_no_word(scene, &(at..end))).then_some(end)
}

/// Proposes two signs side by side before a relation between two provinces: 闽宁|协作.
fn pairs(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let places = &scene.lexicon.places;
    let mut from = 0;
    for sign in scene.wake(Trigger::Sign).filter(|sign| places.signs.contains_key(scene.slice(sign))) {
        // The second sign of a pair has been read already.
        let Some(unread) = scene.text.get(from..sign.start) else { continue };
        let before = unread.chars().next_back().filter(|c| is_sign(scene, *c));
        let after = scene.text[sign.end..].chars().next().filter(|c| is_sign(scene, *c));
        // The sign of a province beside a region named by signs: 皖|港澳合作.
        if scene.text[sign.end..].starts_with("港澳") && after_region(scene, sign.end) && before.is_none() {
            let code = places.signs.get(scene.slice(&sign)).and_then(|code| code_of(code));
            candidates.push(Candidate::new(sign, "place.sign", Evidence::Context, Detail::Place { code }));
            continue;
        }
        let pair = match (before, after) {
            (Some(c), None) => sign.start - c.len_utf8()..sign.end,
            (None, Some(c)) => sign.start..sign.end + c.len_utf8(),
            _ => continue,
        };
        let is_related = |at: usize| {
            places.relations.longest_at(scene.text, at).is_some() || partner::leads_to_relation(scene, at)
        };
        // The relation after the last pair also holds for those before it: 皖浙、|沪滇|协作.
        let next = |at: &usize| {
            let next = scene.text[*at..].strip_prefix('、').map(|rest| scene.text.len() - rest.len())?;
            pair_at(scene, next).or_else(|| cities_at(scene, next))
        };
        let mut ends = std::iter::successors(Some(pair.end), next).take(MAX_PAIRS);
        let related = ends.any(is_related);
        if related && is_no_word(scene, &pair) && !event::is_inside(scene, &pair) {
            from = pair.end;
            let Some(start) = whole_start(scene, pair.start) else { continue };
            let detail = Detail::Place { code: None };
            candidates.push(Candidate::new(start..pair.end, "place.sign", Evidence::Context, detail));
        }
    }
}

/// Whether a relation between provinces follows the region that starts at this byte: 港澳|合作.
fn after_region(scene: &Scene, start: usize) -> bool {
    let places = &scene.lexicon.places;
    let region = places.names.longest_at(scene.text, start).map(|(region, _)| region);
    region.is_some_and(|region| {
        let is_related = places.relations.longest_at(scene.text, region.end).is_some()
            || partner::leads_to_relation(scene, region.end);
        is_related && !event::is_inside(scene, &region)
    })
}

/// The byte where the run of signs that ends with this pair starts, including a city before it that one
/// character names: 榆|鄂宁. `None` after any other name of one character, so that the pair is no whole.
fn whole_start(scene: &Scene, start: usize) -> Option<usize> {
    let before = start.checked_sub(1).and_then(|at| scene.tokens.at(at));
    let sign = before.filter(|token| {
        token.range.len() == '省'.len_utf8() && matches!(token.tag, "ns" | "nr" | "j" | "nz")
    });
    let Some(sign) = sign else { return Some(start) };
    scene.lexicon.places.open_cities(sign.word).then_some(sign.range.start)
}

/// Proposes signs of powers and continents one by one in a list, before the noun for them: 同亚、非、拉|许多国家,
/// 英、美|等国. Except in the compounds that `realm` reads, the sign of a country is no mention of its own: 美苏|争霸,
/// 日|军国主义.
fn powers_apart(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let cues = &scene.lexicon.name_cues;
    let sign_at = |at: usize| {
        let sign = scene.text[at..].chars().next()?;
        let range = at..at + sign.len_utf8();
        let is_sign = cues.has(sign, NameCue::ListedSign)
            || scene.lexicon.places.partners.contains(scene.slice(&range));
        is_sign.then_some(range)
    };
    // The sign that wakes this rule need not be the first: 泰、|英、美三国.
    let before = |first: &Range<usize>| {
        let text = scene.text[..first.start].strip_suffix('、')?;
        text.char_indices().next_back().and_then(|(at, _)| sign_at(at))
    };
    let mut from = 0;
    for Range { start, .. } in scene.wake(Trigger::Power) {
        if start < from {
            continue;
        }
        let next = |last: &Range<usize>| {
            let rest = scene.text[last.end..].strip_prefix(['、', '和'])?;
            sign_at(scene.text.len() - rest.len())
        };
        let first = std::iter::successors(sign_at(start), before).take(MAX_POWERS).last();
        let Some(start) = first.as_ref().map(|first| first.start).filter(|start| *start >= from) else {
            continue;
        };
        let signs: Vec<_> = std::iter::successors(first, next).take(MAX_POWERS).collect();
        let [_, .., last] = &signs[..] else { continue };
        from = last.end;
        // The first sign does not end a word, nor does the last start one: 马来亚、印度.
        let token = scene.tokens.at(start);
        let opens = token.is_some_and(|token| token.range.start == start || !scene.knows(token));
        if opens && cues.opening(&scene.text[last.end..], NameCue::States).is_some() {
            candidates.extend(signs.into_iter().map(|range| {
                Candidate::new(range, "place.sign", Evidence::Context, Detail::Place { code: None })
            }));
        }
    }
}

/// Whether a stretch starts and ends with tokens, and is no word except the name of a place.
fn is_no_word(scene: &Scene, pair: &Range<usize>) -> bool {
    let opens = scene.tokens.at(pair.start);
    let closes = scene.tokens.at(pair.end - 1);
    opens.is_some_and(|token| {
        token.range.start == pair.start && (token.tag == "ns" || token.range != *pair || !scene.knows(token))
    }) && closes.is_some_and(|token| token.range.end == pair.end)
}

/// How many signs together can be nothing else.
const MIN_RUN_SIGNS: usize = 3;

/// Proposes signs that stand together: one region if nothing is between them (沪苏浙皖), a place each in a list
/// (川、滇、黔).
fn runs(scene: &Scene, candidates: &mut Vec<Candidate>) {
    let mut run: Vec<Range<usize>> = Vec::new();
    for range in scene.wake(Trigger::Sign) {
        if !scene.lexicon.places.signs.contains_key(scene.slice(&range)) {
            continue;
        }
        let gap = run.last().map_or(0, |last| range.start - last.end);
        let step = run.windows(2).next().map_or(gap, |pair| pair[1].start - pair[0].end);
        let is_next = gap == step
            && matches!(run.last().map(|last| &scene.text[last.end..range.start]), Some("" | "、"));
        if !is_next {
            propose(scene, &mut run, candidates);
        }
        run.push(range);
    }
    propose(scene, &mut run, candidates);
}

/// Proposes a run that is long enough and ends no other word: 桂|林 has no 桂.
fn propose(scene: &Scene, run: &mut Vec<Range<usize>>, candidates: &mut Vec<Candidate>) {
    let signs = std::mem::take(run);
    let [first, .., last] = &signs[..] else { return };
    if signs.len() < MIN_RUN_SIGNS {
        return;
    }
    let cuts_word = |range: &Range<usize>| {
        scene.tokens.at(range.start).is_some_and(|token| {
            let outside = token.range.start < first.start || token.range.end > last.end;
            outside && scene.knows(token)
        })
    };
    if cuts_word(first) || cuts_word(last) {
        return;
    }
    let region = Some(first.start..last.end).filter(|_| signs[1].start == first.end);
    for range in region.map_or_else(|| signs.clone(), |region| Vec::from([region])) {
        let code = scene.lexicon.places.signs.get(scene.slice(&range)).and_then(|code| code_of(code));
        candidates.push(Candidate::new(range, "place.sign", Evidence::Context, Detail::Place { code }));
    }
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_sign_needs_a_word_of_place_before_it() {
        assert_eq!(standing(recognise, "服务驻沪机构"), ["沪"]);
        assert_eq!(standing(recognise, "在京企业"), ["京"]);
        assert_eq!(standing(recognise, "驻华使馆和来华人员"), ["华", "华"]);
        assert_eq!(standing(recognise, "港澳台同胞"), ["港澳台"]);
        assert_eq!(standing(recognise, "同亚、非、拉许多国家,法、德两国"), ["亚", "非", "拉", "法", "德"]);
        assert_eq!(
            standing(recognise, "泰、缅、英、印四国,日、泰等国"),
            ["泰", "缅", "英", "印", "日", "泰"]
        );
        assert_eq!(standing(recognise, "马来亚、非洲各国,办法、英才"), ["马来亚", "非洲"]);
        assert_eq!(standing(recognise, "开通离鄂离湘专列"), ["鄂", "湘"]);
        assert_eq!(standing(recognise, "论坛昨日在京举行"), ["京"]);
        assert_eq!(standing(recognise, "川、滇、黔三省签约"), ["川", "滇", "黔"]);
        assert_eq!(standing(recognise, "沪苏浙皖共建港口"), ["沪苏浙皖"]);
        assert_eq!(standing(recognise, "川、渝两地"), ["川", "渝"]);
        assert_eq!(standing(recognise, "深化闽宁协作,京蒙两地共建园区,沪滇合作"), ["闽宁", "京蒙", "沪滇"]);
        assert_eq!(standing(recognise, "深化皖浙、沪滇协作"), ["皖浙", "沪滇"]);
        assert_eq!(
            standing(recognise, "推动鄂浙、沪浙、湘浙、榆柳合作产业园扩容"),
            ["鄂浙", "沪浙", "湘浙", "榆柳合作产业园"]
        );
        assert_eq!(
            standing(recognise, "深化皖台产业合作,优化沪港、沪澳全方位合作"),
            ["皖台", "沪港", "沪澳"]
        );
        assert_eq!(standing(recognise, "深化皖港澳合作,举办湘港澳合作论坛"), ["皖", "港澳"]);
        assert_eq!(standing(recognise, "人才留豫来豫"), ["豫", "豫"]);
        assert_eq!(standing(recognise, "深化榆鄂宁化工产业协作"), ["榆鄂宁"]);
        assert_eq!(standing(recognise, "校友留湘回湘来湘就业,外电入湘比重"), ["湘", "湘", "湘", "湘"]);
        for text in [
            "弘扬传统美德",
            "完善司法法规",
            "改善美日常生活",
            "办好鲁台经贸合作洽谈会",
            "开通湘粤铁路",
            "湘琼先进制造业发展中心",
            "川流不息",
            "甘于奉献",
            "一辆豫A牌照的车",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_sign_of_a_country_is_no_place_inside_a_compound() {
        for text in [
            "加强中俄、中哈往来",
            "中欧就自由贸易达成一致,中葡关于渔业的谈判",
            "美苏缓和关系,反对英法侵略",
            "巩固欧美日韩等市场",
            "反抗英帝国主义,打倒日军国主义",
            "开行中欧班列,中老铁路通车",
        ] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
        assert_eq!(standing(recognise, "出口美、日、欧等国家,驻日使馆"), ["美", "日", "欧", "日"]);
        assert_eq!(standing(recognise, "团结亚非国家,深化闽宁协作"), ["亚非", "闽宁"]);
    }
}
