//! Trims from a stretch of text what is not part of the name in it.

use std::ops::Range;

use super::form::ends_as_undertaking;
use super::stretch::opens_with_place;
use super::traits;
use crate::lexicon::{Head, NameCue, Projects, Trigger};
use crate::recognise::Scene;
use crate::segment::Token;
use crate::text::{has_byte, is_chinese_digit};

/// The longest words for the builders, in characters: 三大运营商.
const MAX_OWNERS_CHARS: usize = 6;

/// The first byte of — and of quotation marks.
const DASH_BYTE: u8 = "—".as_bytes()[0];

/// The longest time limit before a name, in characters, and its signs: 2027年12月底前.
const MAX_TIME_CHARS: usize = 12;
const TIME_SIGNS: [char; 9] = ['年', '月', '日', '上', '中', '下', '旬', '底', '末'];

/// The longest words that present a first, in bytes: 全国首座4F级.
const MAX_FIRST_BYTES: usize = 24;

/// The range without the words that open a phrase, without 项目 after a full name, and without a description
/// before a standing name: 干线京九铁路.
pub(super) fn trim(scene: &Scene, range: Range<usize>) -> Option<Range<usize>> {
    let projects = &scene.lexicon.projects;
    let start = range.start + skip_count(scene.slice(&range));
    let start = start + skip_time(scene, &scene.text[start..range.end]);
    let start = start + skip_sum(scene, &scene.text[start..range.end]);
    let opening = &scene.text[start..range.end];
    // The presentation of a first belongs to the name: 全国首个.
    let start = if projects.is_superlative(opening) {
        skip_first(scene, start..range.end)
    } else if projects.is_of_all(opening) {
        start
    } else {
        start + projects.skip_openers(opening)
    };
    let start = start + skip_occasion(projects, &scene.text[start..range.end]);
    let start = skip_owners(scene, start..range.end);
    let start = start + skip_purpose(&scene.text[start..range.end]);
    let start = skip_apposition(scene, start..range.end);
    let start = skip_clause(scene, start..range.end);
    let described = projects.standing_at_end(&scene.text[start..range.end]).unwrap_or(0);
    // A place is part of the name: 黄河三门峡水利枢纽.
    let is_placed = described > 0 && traits::traits(scene, &(start..start + described)).places > 0;
    let start = if is_placed { start } else { start + described };
    let named = projects.without_end_count(without_note(&scene.text[start..range.end]));
    let mut end = start + without_length(without_time(scene, named)).len();
    if let Some(name) = scene.text[start..end].strip_suffix("项目") {
        // The deed is cut with 项目: 柳湾幼儿园|建设项目.
        let built = name.strip_suffix("建设").filter(|name| projects.head(name).is_some());
        let name = built.unwrap_or(name);
        // 研发大厦项目 is 研发大厦, and 云河大道江北段项目 the section; 生态修复项目 stays.
        let is_deed = |head: &str| head.ends_with("改造") || head.ends_with("加固");
        let is_full = |head: &str| head.len() > '段'.len_utf8() && !is_deed(head) || head == "段";
        let full = projects.head(name).is_some_and(|(at, _)| at > 0 && is_full(&name[at..]));
        if full && !scene.lexicon.projects.is_generic(name) {
            end = start + name.len();
        }
    }
    (start < end).then_some(start..end)
}

/// The byte where the name starts of a work that is presented as a first, unless its place opens the
/// presentation: 首座4F级|青川国际机场.
fn skip_first(scene: &Scene, range: Range<usize>) -> usize {
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.start <= range.start));
    let end = range.end.min(range.start + MAX_FIRST_BYTES);
    let spot = spot.filter(|spot| spot.sure && spot.range.start < end);
    // A grade may end the presentation: 首座4F级|盛溪国际机场.
    let grade = scene.slice(&range).find('级').map(|at| range.start + at);
    let grade = grade.filter(|at| {
        *at < range.start + MAX_FIRST_BYTES
            && scene.text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric())
    });
    let grade = grade.map(|at| at + '级'.len_utf8());
    let is_work = |start: usize| {
        let head = scene.lexicon.projects.head(&scene.text[start..range.end]);
        head.is_some_and(|(at, head)| at > 0 && head == Head::Works)
    };
    let starts = [spot.map(|spot| spot.range.start), grade];
    starts.into_iter().flatten().find(|start| is_work(*start)).unwrap_or(range.start)
}

/// The text without the mark of a note at its end: 环岛旅游公路|[6].
pub(super) fn without_note(text: &str) -> &str {
    let note =
        text.strip_suffix([']', '〕', '】']).map(|text| text.trim_end_matches(|c: char| c.is_ascii_digit()));
    note.and_then(|text| text.strip_suffix(['[', '〔', '【'])).unwrap_or(text)
}

/// The text without a length at its end, before what happens: 青川生态廊道|1194公里|贯通.
pub(super) fn without_length(text: &str) -> &str {
    let Some(rest) = text.strip_suffix("公里") else { return text };
    let name = rest.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    // Here the length counts what is built: 防护工程6000公里.
    if name.len() < rest.len() && !ends_as_undertaking(name) { name } else { text }
}

/// The text without a time at its end, before what happens: 青川铁路|2027年底.
pub(super) fn without_time<'t>(scene: &Scene, mut text: &'t str) -> &'t str {
    let cues = &scene.lexicon.name_cues;
    // The time may be 目前: 青川铁路|目前; not 青川项目|前.
    text = text.strip_suffix(['也', '正', '仍']).filter(|rest| rest.ends_with("目前")).unwrap_or(text);
    text = text.strip_suffix("目前").filter(|rest| !rest.ends_with('项')).unwrap_or(text);
    // No name ends with 已: 青川铁路|已|获批复.
    text = text.strip_suffix('已').unwrap_or(text);
    // An adverb may follow the time: 青川铁路|到今年三月也.
    text = text
        .strip_suffix(['也', '都', '便'])
        .filter(|rest| cues.closing(rest, NameCue::TimeEnd).is_some())
        .unwrap_or(text);
    // The time may end with 前 or 起: 青川铁路|7月底前.
    text = text
        .strip_suffix(['前', '起'])
        .filter(|rest| cues.closing(rest, NameCue::TimeEnd).is_some())
        .unwrap_or(text);
    let whole = text;
    while let Some(end) = cues.closing(text, NameCue::TimeEnd) {
        let rest = &text[..text.len() - end.len()];
        let before = rest.trim_end_matches(|c: char| is_chinese_digit(c) || c.is_ascii_digit());
        let before = before.strip_suffix('第').filter(|_| end == "季度").unwrap_or(before);
        let before = if before.len() == rest.len() {
            rest.trim_end_matches(['去', '今', '明', '当', '本'])
        } else {
            before
        };
        // These words are a time by themselves: 青川铁路|年底, 青川铁路|上半年.
        let is_whole = || end.chars().nth(1).is_some() && scene.lexicon.projects.head(rest).is_some();
        if before.len() == rest.len() && !is_whole() {
            break;
        }
        text = before;
    }
    if text.len() < whole.len() {
        text = text.trim_end_matches(['到', '在', '于']);
    }
    // The mark took the rest of the time: 青川铁路2027|年底前.
    let year = text.len().checked_sub(4).and_then(|at| text.get(at..));
    let is_year = year.is_some_and(|year| (1900..2100).contains(&year.parse::<u32>().unwrap_or_default()));
    if is_year { &text[..text.len() - 4] } else { text }
}

/// Length in bytes of an occasion that is also another: 第二届博览会暨|青川水厂, (集中开工)暨|青川水厂; not 服务中心暨孵化大厦, which is
/// one house.
fn skip_occasion(projects: &Projects, text: &str) -> usize {
    let Some((occasion, _)) = text.split_once('暨') else { return 0 };
    let is_occasion = occasion.is_empty() || projects.occasions.end(occasion);
    if is_occasion { occasion.len() + '暨'.len_utf8() } else { 0 }
}

/// Length in bytes of the number of a clause: 八是|….
fn skip_count(text: &str) -> usize {
    let count = text.trim_start_matches(is_chinese_digit);
    match count.strip_prefix('是') {
        Some(rest) if count.len() < text.len() => text.len() - rest.len(),
        _ => 0,
    }
}

/// Length in bytes of the time limit for a work's end: 确保|10月底前|青川铁路|通车, 2027年6月前|青川铁路. A year alone may be
/// part of the name (2027年改造工程).
fn skip_time(scene: &Scene, text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let cues = &scene.lexicon.name_cues;
    let ends = text.char_indices().take(MAX_TIME_CHARS).map(|(at, c)| at + c.len_utf8());
    let is_limit = |end: &usize| {
        let time = text[..*end].strip_suffix('前').filter(|time| time.contains('月'));
        let is_bare = |time: &str| time.chars().all(|c| c.is_ascii_digit() || TIME_SIGNS.contains(&c));
        time.is_some_and(|time| is_bare(time) && cues.closing(time, NameCue::TimeEnd).is_some())
    };
    let end = ends.into_iter().find(is_limit).unwrap_or(0);
    if scene.lexicon.projects.head(&text[end..]).is_some() { end } else { 0 }
}

/// Length in bytes of the count of works, some of which are named: 12个重点项目中|青川水厂.
fn skip_sum(scene: &Scene, text: &str) -> usize {
    if !scene.wakes(Trigger::Undertaking) || !scene.lexicon.projects.opens_with_count(text) {
        return 0;
    }
    let of = ["项目中", "工程中"].iter().find_map(|of| text.find(of).map(|at| at + of.len()));
    // No word may go on across the end: 12个项目中心.
    of.filter(|end| !text[*end..].starts_with(['心', '标', '期', '间'])).unwrap_or(0)
}

/// The byte where a name starts after its counted builders: 三大运营商|海口出入口局.
fn skip_owners(scene: &Scene, range: Range<usize>) -> usize {
    let projects = &scene.lexicon.projects;
    let spots = scene.spots();
    let spot = spots.get(spots.partition_point(|spot| spot.range.start <= range.start));
    let Some(spot) = spot.filter(|spot| spot.sure && spot.range.end < range.end) else { return range.start };
    let owners = &scene.text[range.start..spot.range.start];
    let is_counted = projects.opens_with_count(owners) && owners.chars().count() <= MAX_OWNERS_CHARS;
    if is_counted && !projects.without_count(owners).is_empty() { spot.range.start } else { range.start }
}

/// Length in bytes of the words for whom a site is meant: 面向全国的|茶叶交易中心.
fn skip_purpose(text: &str) -> usize {
    let of = text.strip_prefix("面向").and_then(|rest| rest.find('的'));
    of.map_or(0, |at| "面向".len() + at + '的'.len_utf8())
}

/// The byte where a name starts after its description: 国家重点工程|青川高铁, 首个一体化工程——|青川直流工程.
fn skip_apposition(scene: &Scene, range: Range<usize>) -> usize {
    let projects = &scene.lexicon.projects;
    let text = scene.slice(&range);
    // Few names hold the first byte of the dash.
    if has_byte(text.as_bytes(), |byte| byte == DASH_BYTE)
        && let Some((before, name)) = text.split_once("——")
    {
        // The dash joins two places (日喀则——江孜公路), or stands before the second description (超高压环网——青川电网工程).
        let end = range.start + before.len();
        let spot = scene.spots().binary_search_by_key(&end, |spot| spot.range.end);
        let is_place = spot.is_ok_and(|index| scene.spots()[index].range.start <= range.start);
        let is_told = !before.is_empty() && !is_place;
        return if is_told && projects.head(name).is_some() { range.end - name.len() } else { range.start };
    }
    if !scene.wakes(Trigger::Undertaking) {
        return range.start;
    }
    let described = ["工程", "项目"].into_iter().find_map(|word| {
        // Where a word is missing, this is faster than the search.
        let end = text.contains(word).then(|| text.find(word))?? + word.len();
        let before = &text[..end - word.len()];
        if before.is_empty() || end == text.len() {
            return None;
        }
        // A rank describes the name after it: 湖南省重大水利工程|金塘水库.
        let is_ranked = || {
            let mut ranks = projects.distinctions.find(before);
            ranks.any(|(rank, ())| rank.start > 0 && projects.is_generic(&before[rank.start..]))
        };
        // The thing described has a name, which opens with no generic word: 国家重大工程|技术创新中心.
        let token = scene.tokens.starting(range.start + end);
        let is_named = token.is_some_and(|at| !projects.is_generic(scene.slice(&scene.tokens[at].range)));
        let has_head = projects.head(&text[end..]).is_some_and(|(at, _)| at > 0);
        (has_head && is_named && (projects.is_generic(&text[..end]) || is_ranked())).then_some(end)
    });
    range.start + described.unwrap_or(0)
}

/// The byte where a name starts that is the object of a verb in the same stretch: 某集团参加|青川铁路扩建.
fn skip_clause(scene: &Scene, range: Range<usize>) -> usize {
    // A scheme between two places holds its verb: 青川基地送电云河工程.
    if opens_with_place(scene, range.start) {
        return range.start;
    }
    let from = scene.tokens.started_before(range.start);
    let inside = scene.tokens[from..].iter().take_while(|token| token.range.end < range.end);
    let governs = |token: &&Token| {
        let verb = token.word;
        let is_verb = token.tag == "v" && verb.chars().count() == 2 && scene.lexicon.knows(verb);
        // A verb that was not read as a mark is part of the name: 基地|送电|江西工程.
        let is_part = scene.lexicon.projects.is_generic(verb)
            || scene.lexicon.bodies.inside.contains(verb)
            || scene.lexicon.stages.marks.contains(verb);
        is_verb && !is_part && (opens_with_place(scene, token.range.end))
    };
    inside.filter(governs).last().map_or(range.start, |token| token.range.end)
}

/// The range of a short word before 项目, which is a name by itself; otherwise the range itself.
pub(super) fn without_shared_head(scene: &Scene, range: &Range<usize>) -> Range<usize> {
    match scene.slice(range).strip_suffix("项目") {
        Some(brand) if (2..=4).contains(&brand.chars().count()) => range.start..range.start + brand.len(),
        _ => range.clone(),
    }
}
