//! Recognises names in lists: 李刚、周文远、王小川出席.

use std::ops::Range;

use super::name::Names;
use super::tokens::is_named;
use crate::lexicon::{NameCue, Trigger, is_han};
use crate::recognise::Scene;
use crate::text::is_chinese_digit;

/// Fewest names that make a list by themselves.
const MIN_NAMES: usize = 3;
/// Most blanks between two characters of a name.
const MAX_BLANKS: usize = 3;
/// Most colons after which lists of spaced names are sought.
const MAX_COLONS: usize = 8;
/// Longest remark in brackets after a name in a list, in characters.
const MAX_REMARK_CHARS: usize = 10;
/// How far a name beside another in a list must lead the words read in it.
const MEMBER: f32 = 0.0;
/// Longest name in a list, in characters.
const MAX_ENTRY_CHARS: usize = 12;

/// The members of lists after and before the names found, which are in order.
pub(super) fn beside_names(scene: &Scene, names: Names, found: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut members = Vec::new();
    let (mut reached, mut last) = (0, 0);
    for name in found {
        let after = after(scene, names, name.end.max(reached));
        members.extend(before(scene, names, name.start, last));
        last = name.end;
        reached = after.last().map_or(reached.max(name.end), |name| name.end);
        members.extend(after);
    }
    members
}

/// The members after one that ends at byte `end`: each is a name that something closes and no other word
/// continues.
fn after(scene: &Scene, names: Names, end: usize) -> Vec<Range<usize>> {
    let mut members: Vec<Range<usize>> = Vec::new();
    let mut end = end;
    while let Some(start) = next_in_list(scene, end) {
        if let Some(end_of_entry) = entry_at(scene, names, start) {
            members.push(start..end_of_entry);
            end = end_of_entry;
            continue;
        }
        let Some(name) = names.starting_at(start).filter(|name| name.closed) else { break };
        let ends_entry = !scene.text[name.end..].starts_with(is_han) || scene.beside_at(name.end).is_some();
        if !ends_entry || !names.reads_as_name(start..name.end) {
            break;
        }
        members.push(start..name.end);
        end = name.end;
    }
    members
}

/// The members before one, down to byte `floor`: each fills the space between two marks.
fn before(scene: &Scene, names: Names, member: usize, floor: usize) -> Vec<Range<usize>> {
    let text = scene.text;
    let mut members = Vec::new();
    let mut member = member;
    while let Some(before) =
        text[..member].strip_suffix('、').map(without_remark).filter(|before| before.len() > floor)
    {
        let end = before.len();
        let entry = before.char_indices().rev().take(MAX_ENTRY_CHARS);
        let entry = entry.take_while(|(_, c)| is_han(*c) || matches!(c, '·' | ' '));
        let Some((start, _)) = entry.last() else { break };
        let start = start + text[start..end].len() - text[start..end].trim_start().len();
        let is_name = |start: usize| {
            let name = names.starting_at(start).filter(|name| name.end == end);
            name.is_some() && names.reads_as_name(start..end)
        };
        // The first member stands after a verb: 会见李刚、.
        let tagged = names.token_ending(end).map(|token| token.range.start);
        let tagged = tagged.filter(|start| names.is_tagged(*start..end));
        let whole = Some(start).filter(|start| entry_at(scene, names, *start) == Some(end));
        let Some(start) =
            whole.or_else(|| [Some(start), tagged].into_iter().flatten().find(|start| is_name(*start)))
        else {
            break;
        };
        members.push(start..end);
        member = start;
    }
    members
}

/// The byte past a whole member of a list that starts here and may be a Chinese name, if it leads the words
/// read in it, or trails them little: 胡可.
fn entry_at(scene: &Scene, names: Names, start: usize) -> Option<usize> {
    let surname = scene.surname_at(start)?;
    let rest = &scene.text[start..];
    let mark = rest.char_indices().take(MAX_ENTRY_CHARS).find(|(_, c)| !is_han(*c));
    let (length, _) = mark.filter(|(_, mark)| matches!(mark, '、' | ',' | '。' | ';' | '(' | ')' | ' '))?;
    let end = start + length;
    let shorter = names.given_ends(surname).next().filter(|shorter| *shorter < end);
    if shorter.is_some_and(|shorter| names.is_cut(start, shorter, end)) {
        return None;
    }
    let whole = names.given_ends(surname).any(|given| given == end);
    let ordinary = || {
        let cues = &scene.lexicon.name_cues;
        cues.is(&rest[..length], NameCue::NoPerson) || names.holds_title(start..end)
    };
    (whole && names.lead(start..end, surname) >= MEMBER && !ordinary()).then_some(end)
}

fn next_in_list(scene: &Scene, end: usize) -> Option<usize> {
    let end = end + remark_at(scene.text.get(end..)?);
    scene.text[end..].starts_with('、').then(|| end + '、'.len_utf8())
}

/// Length in bytes of the remark in brackets that opens this text, such as the sex or the people: (女), (清溪族).
pub(super) fn remark_at(text: &str) -> usize {
    if !text.starts_with('(') {
        return 0;
    }
    let close = text.char_indices().take(MAX_REMARK_CHARS).find(|(_, c)| *c == ')');
    close.map_or(0, |(at, _)| at + 1)
}

/// The text without the remark in brackets that ends it.
fn without_remark(text: &str) -> &str {
    let open = text.char_indices().rev().take(MAX_REMARK_CHARS).find(|(_, c)| *c == '(');
    open.filter(|_| text.ends_with(')')).map_or(text, |(at, _)| &text[..at])
}

/// Three or more words in a list that the segmenter takes for names, all with a surname and none a place:
/// 张伟、王芳、李娜.
pub(super) fn lists_of_names(scene: &Scene, names: Names) -> Vec<Range<usize>> {
    let mut lists: Vec<Vec<Range<usize>>> = Vec::new();
    for token in scene.tokens.iter() {
        let start = token.range.start;
        // Most words are no names, which is cheaper to test than the list.
        if !(is_named(token) || names.dotted && names.transcribed_at(start).is_some()) {
            continue;
        }
        let open = lists.last().and_then(|list| list.last()).map(|last| last.end);
        let goes_on = open.is_some_and(|end| next_in_list(scene, end) == Some(start));
        let opens = !scene.text[..start].ends_with(is_han);
        if !(goes_on || opens) {
            continue;
        }
        if let Some(name) = listed_name(scene, names, start) {
            match lists.last_mut().filter(|_| goes_on) {
                Some(list) => list.push(name),
                None => lists.push(vec![name]),
            }
        }
    }
    lists.into_iter().filter(|list| list.len() >= MIN_NAMES).flatten().collect()
}

/// Lists after a colon or at the head of a line, some names of which have blanks between their characters:
/// 王 刚、李 明 华、周文远.
pub(super) fn spaced_lists(scene: &Scene) -> Vec<Range<usize>> {
    let text = scene.text;
    if !(scene.wakes(Trigger::Blank) && text.contains('、')) {
        return Vec::new();
    }
    let colons = text.match_indices(':').take(MAX_COLONS).map(|(at, _)| at + 1);
    let lists = std::iter::once(0).chain(colons).map(|start| spaced_list(scene, start));
    lists.flatten().collect()
}

/// The names of the spaced list that starts here.
fn spaced_list(scene: &Scene, start: usize) -> Vec<Range<usize>> {
    let (mut names, mut spaced) = (Vec::new(), 0);
    let mut at = after_blanks(scene.text, start);
    while let Some(end) = spaced_name(scene, at) {
        spaced += usize::from(scene.text[at..end].contains(' '));
        names.push(at..end);
        let Some(next) = next_in_list(scene, end) else { break };
        at = after_blanks(scene.text, next);
    }
    let enough = names.len() >= MIN_NAMES && spaced > 0 || names.len() == 2 && spaced == 2;
    if enough { names } else { Vec::new() }
}

/// The byte past a name that is a whole member of a list: a surname and one or two characters, with or
/// without blanks.
fn spaced_name(scene: &Scene, start: usize) -> Option<usize> {
    let text = scene.text;
    let mut end = scene.surname_at(start)?;
    for given in 0..2 {
        let letter = after_blanks(text, end);
        match text[letter..].chars().next().filter(|c| is_han(*c) && !is_chinese_digit(*c)) {
            Some(letters) => end = letter + letters.len_utf8(),
            None if given > 0 => break,
            None => return None,
        }
    }
    let after = text[after_blanks(text, end)..].chars().next();
    after.is_none_or(|mark| matches!(mark, '、' | '。' | ',' | ';')).then_some(end)
}

/// The byte past the blanks that start here, at most [`MAX_BLANKS`].
fn after_blanks(text: &str, start: usize) -> usize {
    start + text[start..].bytes().take(MAX_BLANKS).take_while(|byte| *byte == b' ').count()
}

/// The name that starts here, if the segmenter takes it for one and it is a whole member of a list.
fn listed_name(scene: &Scene, names: Names, start: usize) -> Option<Range<usize>> {
    let Scene { text, lexicon, .. } = scene;
    scene.surname_at(start)?;
    let name = start..names.starting_at(start).filter(|name| name.closed)?.end;
    let member = names.is_tagged(name.clone()) && names.reads_as_name(name.clone());
    (member && !lexicon.places.is_place(&text[name.clone()])).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::testing::with_scene;

    fn listed(text: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let found = lists_of_names(scene, Names::new(scene));
            found.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    /// The members beside the name, in the text.
    fn beside(text: &str, name: &str) -> Vec<String> {
        with_scene(text, |scene| {
            let at = text.find(name).unwrap_or_default();
            let name = at..at + name.len();
            let mut found = beside_names(scene, Names::new(scene), std::slice::from_ref(&name));
            found.sort_by_key(|name| name.start);
            found.iter().map(|name| scene.slice(name).to_owned()).collect()
        })
    }

    #[test]
    fn members_stand_on_both_sides_of_a_name() {
        let text = "周文远、欧阳建国、王小川出席会议。";
        assert_eq!(beside(text, "王小川"), ["周文远", "欧阳建国"]);
        assert_eq!(beside(text, "周文远"), ["欧阳建国", "王小川"]);
        assert_eq!(beside("张 波、马文强出席会议。", "马文强"), ["张 波"]);
        assert_eq!(beside("会上表扬周文远、马文强。", "马文强"), ["周文远"]);
        assert_eq!(beside("周文远(女)、马文强(清溪族)、王小川出席。", "马文强"), ["周文远", "王小川"]);
    }

    #[test]
    fn words_beside_a_name_are_no_members() {
        for text in ["高校、方案、王小川出席会议。", "王小川、方案、高校", "代表王小川说,方案、高校"]
        {
            assert_eq!(beside(text, "王小川"), [""; 0], "{text}");
        }
    }

    #[test]
    fn names_with_their_letters_apart_stand_in_lists() {
        let spaced = |text: &str| {
            with_scene(text, |scene| {
                let found = spaced_lists(scene);
                found.iter().map(|name| scene.slice(name).to_owned()).collect::<Vec<_>>()
            })
        };
        assert_eq!(spaced("出席会议的有:王 刚、李 明 华、赵 勇。"), ["王 刚", "李 明 华", "赵 勇"]);
        assert_eq!(spaced("张 建 国、刘 强、周文远"), ["张 建 国", "刘 强", "周文远"]);
        for text in [
            "时间: 上午、下午",
            "王 刚主持、李明出席",
            "出席:周文远、王小川、李明",
            "高 一、高 二、高 三年级",
        ] {
            assert_eq!(spaced(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn three_names_are_a_list_of_names() {
        assert_eq!(listed("出席的有:张伟、王芳、李娜。"), ["张伟", "王芳", "李娜"]);
        assert_eq!(listed("各界代表、张伟、王芳、李娜。"), ["张伟", "王芳", "李娜"]);
        for text in [
            "出席的有:张伟、王芳。",
            "金华、丽水、温州等市",
            "黄芪、党参、白术等药材",
            "安全、高效、文明施工",
            "和平、发展、共赢",
        ] {
            assert_eq!(listed(text), [""; 0], "{text}");
        }
    }
}
