//! Names an entry: an item of a list with the noun that the list shares, a measure with the words before it
//! that belong to it.

use super::numbered::{after_road, shared_by_roads};
use crate::lexicon::{Form, Head, Lexicon};

/// Most items of a list that are passed on the way to its noun.
const MAX_ITEMS: usize = 16;
/// The longest rest of a name, in characters: 整体提升工程.
const MAX_REST_CHARS: usize = 8;
/// The longest part of a work at a place, in characters: 清溪重点建设区.
const MAX_SECTION_CHARS: usize = 9;
/// The shortest word for the industry of listed works, in characters: 绿氢合成.
const MIN_INDUSTRY_CHARS: usize = 4;
/// The longest noun phrase after 等, in characters.
const MAX_NOUN_CHARS: usize = 14;
/// The longest clip that may share any noun, and the longest of a line, in characters: 白河, 清白河云.
const MAX_CLIP_CHARS: usize = 3;
const MAX_LINE_CLIP_CHARS: usize = 5;
/// The longest item made of a builder and a place, in characters: 青岩电气白河.
const MAX_BUILDER_CHARS: usize = 6;
/// Units of works.
const WORK_UNITS: [char; 5] = ['个', '座', '所', '条', '家'];
/// One character, in bytes.
const SIGN_BYTES: usize = '港'.len_utf8();
/// The words between the items of a list, longest first.
const JOINTS: &[&str] = &["以及", "、", "和", "及", "与"];
/// Lines, which are named by the signs of the places that they connect: 青白高铁.
const LINES: &[&str] = &["高铁", "高速", "铁路", "公路", "城际"];

/// The noun that an item shares with those after it in the list (甲、乙等水库, 甲、乙大桥); `rest` is the text after the
/// item. An item that says itself what it is shares none.
pub(super) fn shared_noun(item: &str, rest: &str, lexicon: &Lexicon) -> Option<String> {
    // A ring around a town is a route, like one between two places: 青岩都市圈西环.
    let is_route = item.contains(['至', '—']) || item.ends_with('环');
    // The size may open the name of a line: 750千伏|青白云.
    let sized = item.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let size = lexicon.ledger.sizes.longest_at(sized, 0).filter(|_| sized.len() < item.len());
    let length = size.map_or(item, |(range, ())| &sized[range.end..]).chars().count();
    // One sign and 港 make a clip, too: 青港.
    let is_whole = |start: usize| start == 0 && item.chars().count() > MAX_CLIP_CHARS;
    let says_what =
        lexicon.projects.head(item).is_some_and(|(start, _)| start > SIGN_BYTES || is_whole(start))
            || lexicon.projects.standing.contains(item)
            || item.ends_with(['线', '站']);
    // A scheme says what is done with water, and its characters are no signs of places: 引青济白.
    let scheme = item.chars().next().map_or("", |first| &item[first.len_utf8()..]);
    let is_scheme = item.starts_with('引') || scheme.contains(['济', '入', '送']);
    if after_road(item) == Some("") {
        return shared_by_roads(rest, lexicon);
    }
    let is_place =
        item.chars().count() <= MAX_CLIP_CHARS && (!says_what || lexicon.projects.standing.contains(item));
    if let Some(noun) = national_noun(rest, lexicon).filter(|_| is_place) {
        return Some(noun.to_owned());
    }
    // A phase does not say of what: 华阳四期、云能青岩等煤电项目.
    let is_phase =
        item.strip_suffix('期').is_some_and(|open| lexicon.projects.head(without_last(open)).is_none());
    let closed = || noun_after(rest, lexicon).filter(|noun| noun.closes_list);
    if is_phase && length <= MAX_LINE_CLIP_CHARS {
        return closed().map(|noun| noun.text);
    }
    // Here the character is the sign of a place after all: 青济白云、石岩等高铁.
    if says_what || is_scheme && !closed().is_some_and(|noun| is_line(&noun.text)) {
        return None;
    }
    if let Some(shared) = shared_by_twin(item, rest, lexicon) {
        return Some(shared);
    }
    // The words after 等 say what a builder builds at a place: 华能青投云岩等百亿级煤化工项目.
    if (MAX_LINE_CLIP_CHARS + 1..=MAX_BUILDER_CHARS).contains(&length) && !is_route {
        return closed().map(|noun| noun.text);
    }
    if length > MAX_LINE_CLIP_CHARS && !is_route {
        return None;
    }
    if let Some(noun) = counted_noun(rest, lexicon) {
        return Some(noun.to_owned());
    }
    let noun = noun_after(rest, lexicon)?;
    (is_route || length <= MAX_CLIP_CHARS || noun.closes_list || is_line(&noun.text)).then_some(noun.text)
}

/// Whether a noun is one of lines: 高铁项目.
fn is_line(noun: &str) -> bool {
    LINES.iter().any(|line| noun.trim_end_matches("项目").ends_with(line))
}

/// The text without its last character: 华阳|四.
fn without_last(text: &str) -> &str {
    text.char_indices().next_back().map_or(text, |(at, _)| &text[..at])
}

/// The noun that the last item has for what several build at one place: 华阳青岩、云能青岩|30万吨煤制油项目.
fn shared_by_twin(item: &str, rest: &str, lexicon: &Lexicon) -> Option<String> {
    let next = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
    let next = stretch(next, lexicon);
    let starts = item.char_indices().map(|(at, _)| at).skip(1);
    let place = starts.map(|at| &item[at..]).find(|place| next.contains(place))?;
    let after = &next[next.find(place)? + place.len()..];
    let is_twin = place.chars().count() > 1 && !next.starts_with(place);
    let shared = match after.starts_with(|c: char| c.is_ascii_digit()) {
        true => lexicon.projects.head(after).map(|_| after.to_owned()),
        false => own_noun(next, lexicon),
    };
    shared.filter(|_| is_twin)
}

/// The rest of the name up to its last noun: 青岩大桥|整体提升工程, “青电外送”|第三通道.
pub(super) fn continued(rest: &str, lexicon: &Lexicon) -> Option<String> {
    let after = rest.strip_prefix(['”', '"']);
    let own = after.unwrap_or(rest);
    let first = lexicon.stages.marks.longest_at(own, 0);
    if first.is_some_and(|(_, mark)| mark.form != Form::Word || mark.stage.is_some() || mark.is_push) {
        return None;
    }
    if let Some(section) = section(own, lexicon) {
        return Some(format!("{}{section}", &rest[..rest.len() - own.len()]));
    }
    let own = stretch(own, lexicon);
    let is_numbered = after.is_some() && own.starts_with('第') && lexicon.projects.head(own).is_some();
    let is_work = own.ends_with("工程") && own.chars().count() > 2;
    let goes_on = (is_numbered || is_work) && own.chars().count() <= MAX_REST_CHARS;
    goes_on.then(|| rest[..rest.len() - after.unwrap_or(rest).len() + own.len()].to_owned())
}

/// The part of a work at a place: 青河文化公园|清溪建设区.
fn section<'t>(after: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let end = after.find(['、', '和', '与', '及', '等', ',', ';', '。']).unwrap_or(after.len());
    let section = &after[..end];
    let is_part = section.ends_with('段') || section.ends_with("建设区");
    let is_part = is_part && section.chars().count() <= MAX_SECTION_CHARS;
    let mut ends = section.char_indices().map(|(at, _)| at).skip(2);
    (is_part && ends.any(|at| lexicon.places.is_place(&section[..at]))).then_some(section)
}

/// What the nation sets up for each of the named places: 长城、白河|国家文化公园.
fn national_noun<'t>(rest: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let at = rest.find("国家")?;
    let places = rest[..at].strip_prefix('、')?;
    let are_names = places.split('、').all(|place| (2..=MAX_CLIP_CHARS).contains(&place.chars().count()));
    let noun = stretch(&rest[at..], lexicon);
    let noun = noun.split(['、', ',', ';', '。', '和', '（', '(']).next()?;
    let is_named = lexicon.projects.head(noun).is_some();
    (are_names && is_named && noun.chars().count() <= MAX_NOUN_CHARS).then_some(noun)
}

/// The noun phrase that a count at the start of the text counts: 青岩和白河|两个|钢铁厂.
fn counted_noun<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let noun = lexicon.projects.without_count(text);
    let noun = stretch(noun, lexicon).split('的').next().filter(|noun| noun.len() < text.len())?;
    let is_work = |(_, head)| matches!(head, Head::Works | Head::Facility);
    let is_works = lexicon.projects.head(noun).is_some_and(is_work);
    let is_counted = lexicon.projects.without_count(text).len() < text.len();
    (is_counted && is_works && noun.chars().count() <= MAX_NOUN_CHARS).then_some(noun)
}

struct Noun {
    text: String,
    /// Whether it stands after 等, so that it holds for every item.
    closes_list: bool,
}

/// The noun after 等, else that of the first later item that has one.
fn noun_after(rest: &str, lexicon: &Lexicon) -> Option<Noun> {
    let mut rest = rest;
    let mut own = None;
    let mut is_open = true;
    for _ in 0..MAX_ITEMS {
        if let Some(tail) = rest.strip_prefix('等') {
            let closing = closing_noun(tail, lexicon).map(|text| Noun { text, closes_list: true });
            return closing.or(own);
        }
        let Some(next) = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)) else { break };
        let item = stretch(next, lexicon);
        // The noun may close the list with a count: 城东、城西|2个农贸市场.
        let count = item.find(|c: char| c.is_ascii_digit() || c == '两').filter(|at| *at > 0);
        let counted = count.map(|at| &item[at..]).filter(|counted| {
            let unit = counted.trim_start_matches(|c: char| c.is_ascii_digit() || c == '两');
            unit.starts_with(WORK_UNITS)
        });
        if let Some(noun) = counted.and_then(|counted| counted_noun(counted, lexicon)) {
            return Some(Noun { text: noun.to_owned(), closes_list: true });
        }
        let noun = || own_noun(item, lexicon).map(|text| Noun { text, closes_list: false });
        own = own.or_else(|| noun().filter(|_| is_open));
        // The first work with a noun of its own ends what the items before may be: 青岩和白河乙烯工程、云柳大桥.
        is_open &= !["工程", "项目"].iter().any(|work| item.ends_with(work));
        let end = next.find(['、', '和', '及', '与', '等', ',', ';', '。']);
        rest = &next[end.unwrap_or(next.len())..];
    }
    own
}

/// The text up to the end of its noun phrase: before a mark, a joint, or the verb for what is done with it.
fn stretch<'t>(text: &'t str, lexicon: &Lexicon) -> &'t str {
    let opens = |at: usize| lexicon.stages.marks.longest_at(text, at);
    let first = opens(0).map_or(0, |(range, _)| range.end);
    let end = text.char_indices().map(|(at, _)| at).find(|at| {
        *at >= first && (opens(*at).is_some() && !names(text, *at, lexicon) || text[*at..].starts_with('等'))
    });
    &text[..end.unwrap_or(text.len())]
}

/// Whether a word for a stage is part of a noun here: 改扩建.
fn names(text: &str, at: usize, lexicon: &Lexicon) -> bool {
    let (range, mark) = match lexicon.stages.marks.longest_at(text, at) {
        Some(found) => found,
        None => return false,
    };
    let is_word = mark.form == Form::Word;
    is_word && lexicon.projects.head(&text[..range.end]).is_some_and(|(start, _)| start < at)
}

/// The noun of an item, with one word before it: 白河|特大桥, 青岩|大型灌区. A part or a phase is none.
fn own_noun(item: &str, lexicon: &Lexicon) -> Option<String> {
    // The noun may be counted: 白河|两个钢铁厂.
    let is_count = |c: char| crate::text::is_digit(c) || c == '两';
    let counted = item.find(is_count).and_then(|at| counted_noun(&item[at..], lexicon));
    if let Some(noun) = counted {
        return Some(noun.to_owned());
    }
    let bare = item.trim_end_matches("项目");
    let (start, head) = lexicon.projects.head(bare)?;
    let is_part = bare.ends_with(['期', '段']) || bare.ends_with("期工程") || bare.ends_with("主体工程");
    // One sign and 港 are the next clip, and no harbour: 青港.
    if is_part || head != Head::Works || bare[..start].chars().count() < 2 {
        return None;
    }
    let qualifies = |word: &str| lexicon.projects.is_generic(word) || lexicon.ledger.weighing.contains(word);
    let qualifier = |length: usize| {
        let (at, _) = bare[..start].char_indices().rev().nth(length - 1)?;
        let word = &bare[at..start];
        let names = bare[..at].chars().count() >= 2 && qualifies(word);
        names.then_some(at)
    };
    let start = qualifier(2).or_else(|| qualifier(3)).unwrap_or(start);
    Some(item[start..].to_owned())
}

/// The noun that closes a list after 等, without its count and words that tell no kind: 等40条高速公路, 等煤电项目.
fn closing_noun(tail: &str, lexicon: &Lexicon) -> Option<String> {
    let projects = &lexicon.projects;
    let counted = stretch(projects.without_count(tail), lexicon);
    // A stage may stand before it: 4个|在建|铁路项目.
    let mut noun = match lexicon.stages.marks.longest_at(counted, 0) {
        Some((range, mark)) if mark.stage.is_some() => &counted[range.end..],
        _ => counted,
    };
    let kind = |noun: &str| {
        let head = projects.head(noun.trim_end_matches("项目"));
        // Praise is no kind: 大国重器.
        head.filter(|(_, head)| *head == Head::Works && !noun.ends_with("重器"))
    };
    let weighs = |noun: &str| {
        // A level may stand before it: 百亿|级.
        let level = noun.trim_start_matches(['十', '百', '千', '万', '亿']);
        let level = level.strip_prefix('级').filter(|_| level.len() < noun.len());
        let weighed = lexicon.ledger.weighing.longest_at(noun, 0).map(|(range, ())| range.end);
        weighed.or_else(|| level.map(|rest| noun.len() - rest.len()))
    };
    let is_named = |noun: &str| kind(noun).is_some() || is_industry(noun, lexicon);
    while let Some(end) = weighs(noun).filter(|end| is_named(&noun[*end..])) {
        noun = &noun[end..];
    }
    let is_kind = kind(noun).is_some() || !tail.starts_with("一批") && is_industry(noun, lexicon);
    (noun.chars().count() <= MAX_NOUN_CHARS && is_kind).then(|| noun.to_owned())
}

/// Whether a noun tells the industry of the works, and neither their size nor their stage: 船舶修造|项目.
fn is_industry(noun: &str, lexicon: &Lexicon) -> bool {
    let industry = ["项目", "工程"].iter().find_map(|works| noun.strip_suffix(works));
    industry.is_some_and(|industry| {
        let is_whole = industry.matches('“').count() == industry.matches('”').count();
        let industry = industry.replace("一体化", "");
        let is_size = |c: char| {
            c.is_numeric() || crate::text::is_chinese_digit(c) || matches!(c, '级' | '的' | '亿' | '和')
        };
        let weighs = |at: usize| lexicon.ledger.weighing.longest_at(&industry, at).is_some();
        let has_stage = || lexicon.stages.marks.find(&industry).any(|(_, mark)| mark.stage.is_some());
        is_whole
            && industry.chars().count() >= MIN_INDUSTRY_CHARS
            && !industry.contains(is_size)
            && !industry.char_indices().any(|(at, _)| weighs(at))
            && !has_stage()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noun(item: &str, rest: &str) -> Option<String> {
        shared_noun(item, rest, Lexicon::for_tests())
    }

    #[test]
    fn an_item_of_a_list_shares_the_noun_after_it() {
        assert_eq!(noun("青白", "、云柳等7条高速公路建成通车").as_deref(), Some("高速公路"));
        assert_eq!(noun("青白", "、云柳高铁建设").as_deref(), Some("高铁"));
        assert_eq!(noun("青岩", "和白河乙烯工程、云柳大桥等建成"), None);
        assert_eq!(noun("石岩", "、柳林大型灌区").as_deref(), Some("大型灌区"));
        assert_eq!(noun("大柳", "等煤电项目,优化布局").as_deref(), Some("煤电项目"));
        assert_eq!(noun("云墩", "等遗址博物馆建设").as_deref(), Some("遗址博物馆"));
        assert_eq!(noun("青岩至白河", "、柳林至云溪等铁路").as_deref(), Some("铁路"));
        assert_eq!(noun("青岩", "、柳林、石桥等四个大型水库").as_deref(), Some("水库"));
        assert_eq!(noun("青白", "等4个在建铁路项目加快建设").as_deref(), Some("铁路项目"));
    }

    #[test]
    fn what_the_nation_sets_up_for_each_is_shared() {
        assert_eq!(noun("长城", "、白河国家文化公园建设").as_deref(), Some("国家文化公园"));
        assert_eq!(noun("长城", "、白河、云溪国家文化公园,加强").as_deref(), Some("国家文化公园"));
        assert_eq!(noun("长城", "修缮工程、白河国家文化公园"), None);
    }

    #[test]
    fn a_count_is_no_part_of_the_noun_that_a_list_shares() {
        assert_eq!(noun("青岩", "和白河两个钢铁厂的建设").as_deref(), Some("钢铁厂"));
        assert_eq!(noun("白河", "两个钢铁厂的建设").as_deref(), Some("钢铁厂"));
        assert_eq!(noun("白河", "两个县的建设"), None);
    }

    #[test]
    fn what_closes_the_list_goes_before_what_an_item_is() {
        assert_eq!(noun("青白云", "、石岩、柳林南站等高铁项目").as_deref(), Some("高铁项目"));
        assert_eq!(noun("石岩", "、柳林水电站等大国重器投产").as_deref(), Some("水电站"));
        assert_eq!(noun("青白", "、云港、柳白合作产业园建设").as_deref(), Some("合作产业园"));
        assert_eq!(noun("云港", "、柳白合作产业园建设").as_deref(), Some("合作产业园"));
        assert_eq!(noun("750千伏青白云", "、330千伏石岩等输变电工程").as_deref(), Some("输变电工程"));
        assert_eq!(noun("华阳海运", "等船舶修造项目建设").as_deref(), Some("船舶修造项目"));
        assert_eq!(noun("华阳海运", "等拟竣工投产项目"), None);
        assert_eq!(noun("华阳海运", "等外资项目"), None);
        assert_eq!(noun("华阳寨", "等一批存量旅游项目"), None);
        assert_eq!(noun("柳阴柳阳", "等过江通道").as_deref(), Some("过江通道"));
        assert_eq!(noun("青济白云", "、柳林南站等高铁项目").as_deref(), Some("高铁项目"));
        assert_eq!(noun("引青济白", "、柳林南站等重大工程"), None);
        let chemistry = "、华岩白河等5个百亿级绿色煤炭化工一体化项目建设";
        assert_eq!(noun("青岩电气柳林", chemistry).as_deref(), Some("绿色煤炭化工一体化项目"));
        assert_eq!(noun("青岩电气柳林", "等一批百亿级项目开工"), None);
        assert_eq!(noun("华阳四期", "等大型清洁高效煤电项目").as_deref(), Some("煤电项目"));
        assert_eq!(noun("青岩电站四期", "等大型煤电项目"), None);
    }

    #[test]
    fn what_is_done_to_a_work_belongs_to_its_name() {
        let continued = |rest| continued(rest, Lexicon::for_tests());
        assert_eq!(continued("整体提升工程,建设公园").as_deref(), Some("整体提升工程"));
        assert_eq!(continued("”第三通道、柳林铁路").as_deref(), Some("”第三通道"));
        assert_eq!(continued("四川重点建设区、青岩铁路").as_deref(), Some("四川重点建设区"));
        assert_eq!(continued("重点建设区"), None);
        assert_eq!(continued("四川库区"), None);
        assert_eq!(continued("建成通车"), None);
        assert_eq!(continued("、青岩水库工程"), None);
        assert_eq!(continued("工程竣工"), None);
        assert_eq!(continued("”标志性战役"), None);
    }

    #[test]
    fn items_at_one_place_and_roads_share_what_is_done() {
        assert_eq!(noun("华阳青岩", "、云能青岩30万吨煤制油项目开工").as_deref(), Some("30万吨煤制油项目"));
        assert_eq!(noun("国网青岩山", "、华电青岩山抽水蓄能电站开工").as_deref(), Some("抽水蓄能电站"));
        assert_eq!(noun("华阳医药", "、云能青岩30万吨煤制油项目开工"), None);
        assert_eq!(noun("G12", "、G15、G19提质改造和云柳大桥建设").as_deref(), Some("提质改造"));
        assert_eq!(noun("G12", "、云柳大桥通车"), None);
        assert_eq!(noun("青岩", "、白河2个水厂建成").as_deref(), Some("水厂"));
        assert_eq!(noun("济南", "、云溪算力枢纽").as_deref(), Some("算力枢纽"));
    }

    #[test]
    fn what_says_itself_what_it_is_shares_none() {
        assert_eq!(noun("青岩水库", "、柳林大桥"), None);
        assert_eq!(noun("华阳医药化工", "等160个项目投产"), None);
        assert_eq!(noun("引青济白", "、云柳铁路"), None);
        assert_eq!(noun("长江大桥", "、云柳铁路"), None, "a head as a whole");
        assert_eq!(noun("青白", "、华阳三期等项目"), None);
        assert_eq!(noun("青白", "等一批重大工程开工"), None);
        assert_eq!(noun("青岩", "建成通车"), None);
        assert_eq!(noun("青岩至云溪五六线", "、柳林通道"), None);
    }
}
