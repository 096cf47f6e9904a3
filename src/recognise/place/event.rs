//! Recognises events, which are no places, nor are the places in their names: 中国|户外运动产业大会.

use std::ops::Range;

use crate::recognise::Scene;

/// Most tokens of an event's name after the place.
const MAX_EVENT_TOKENS: usize = 7;

/// An event of several days, after the words for its subject.
const WEEK: &str = "周";

/// Makes an event of a place in one word with it; after other words it names a sort of events.
const MEETING: &str = "会议";

/// Stands in a ranking after the number of those ranked.
const RANKED: char = '强';

/// Whether the nouns right after this stretch end with a head that makes them all an event's name.
pub(crate) fn is_inside(scene: &Scene, range: &Range<usize>) -> bool {
    let first = scene.tokens.started_before(range.end);
    // The tagger has some events as one word: 亚非|会议.
    let own = first.checked_sub(1).map(|at| &scene.tokens[at]).filter(|token| token.range.end > range.end);
    if let Some(token) = own {
        let rest = scene.slice(&(range.end..token.range.end));
        if rest == MEETING || is_event(scene, rest) {
            return true;
        }
    }
    let (mut words, mut in_brackets) = (0, false);
    let mut last = range.end;
    // The year of the event may stand before its head: 博鳌论坛|2025年|年会.
    let held = range.end + year_len(&scene.text[range.end..]);
    let mut named = scene.text[held..].char_indices().map(|(at, _)| held + at).skip(1).take(3);
    if held > range.end && named.any(|end| scene.lexicon.places.events.contains(&scene.text[held..end])) {
        return true;
    }
    for token in scene.tokens[first..].iter().take(2 * MAX_EVENT_TOKENS) {
        let word = token.word;
        // A bracket does not count as part of the phrase: 宁波(前湾)产业合作大会.
        in_brackets = word == "(" || in_brackets && word != ")";
        if in_brackets {
            continue;
        }
        // Brackets and dashes do not count as words: 中国(云南)—东盟农业合作发展大会.
        words += usize::from(token.tag != "x");
        if words > MAX_EVENT_TOKENS {
            return false;
        }
        // A ranking has such a name: 中国|企业|500|强.
        if token.tag == "m" && words > 1 && scene.text[token.range.end..].starts_with(RANKED) {
            return true;
        }
        // The event is cut into two words: 国际|消费|季, 诗歌|节.
        let is_parted = words > 1 && scene.lexicon.places.events.contains(&scene.text[last..token.range.end]);
        if is_parted {
            return true;
        }
        // The tagger takes the 号 of a train for a measure. 与 joins words of one name: 中国|商务|与|投资|峰会.
        let joins = word == "与" && words > 1;
        if word != "号" && !joins && ends_phrase(scene, token.tag, word) {
            return false;
        }
        // A week is an event only after other words: 教育|交流|周.
        if is_event(scene, word) || word == WEEK && words > 1 {
            return true;
        }
        last = token.range.start;
    }
    false
}

/// Length in bytes of the year that opens the text: 2025年.
fn year_len(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    if digits == "2025".len() && rest.starts_with('年') { digits + '年'.len_utf8() } else { 0 }
}

/// Whether a word ends a noun phrase; brackets, dashes and blanks do not: 2025(中国)亚欧商品…博览会.
fn ends_phrase(scene: &Scene, tag: &str, word: &str) -> bool {
    // The tagger may take 隆重召开 for a name.
    if scene.lexicon.places.convenes.contains(last_two(word)) {
        return true;
    }
    match tag.as_bytes().first() {
        // A plus does not end it: 中国5G+互联网大会.
        Some(b'x') => !matches!(word, "(" | ")" | "—" | "-" | " " | "+"),
        Some(b'u' | b'p' | b'c' | b'd' | b'r' | b'm' | b't' | b'f') => true,
        Some(b'v') => tag != "vn" && !scene.lexicon.bodies.inside.contains(word),
        _ => false,
    }
}

/// Whether a word is a head of events, or ends with one of two characters.
fn is_event(scene: &Scene, word: &str) -> bool {
    let events = &scene.lexicon.places.events;
    events.contains(word) || events.contains(last_two(word))
}

fn last_two(word: &str) -> &str {
    word.char_indices().rev().nth(1).map_or(word, |(at, _)| &word[at..])
}

/// Whether 舰 opens the text and ends a warship's name; 舰队 and 舰艇 are other words.
pub(super) fn is_ship(text: &str) -> bool {
    text.strip_prefix('舰').is_some_and(|rest| !rest.starts_with(['队', '艇', '船', '载']))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn places_inside_the_names_of_events_are_none() {
        assert_eq!(standing(recognise, "成功举办中国海洋装备博览会"), [""; 0]);
        assert_eq!(standing(recognise, "中国—东盟博览会在南宁举行"), ["南宁"]);
        assert_eq!(standing(recognise, "在杭州召开数字经济大会"), ["杭州"]);
        assert_eq!(standing(recognise, "大家在杭州隆重召开表彰大会"), ["杭州"]);
        assert_eq!(standing(recognise, "乘坐“秦岭号”列车"), [""; 0]);
        assert_eq!(standing(recognise, "办好海河国际消费季"), [""; 0]);
        assert_eq!(standing(recognise, "举办中国5G+工业大会,海河诗歌节"), [""; 0]);
        assert_eq!(standing(recognise, "海河汛期正值消费旺季"), ["海河"]);
        assert_eq!(standing(recognise, "出席第三次亚非会议"), [""; 0]);
        assert_eq!(standing(recognise, "举办中国医药与健康论坛,杭州与宁波举办论坛"), ["杭州", "宁波"]);
        assert_eq!(standing(recognise, "进入中国企业500强,湖南有6家企业,江苏企业6家"), ["湖南", "江苏"]);
        assert_eq!(standing(recognise, "举办四川—宁波(前湾)产业合作大会"), [""; 0]);
    }

    #[test]
    fn a_warship_is_no_place() {
        assert!(super::is_ship("舰入列") && super::is_ship("舰"));
        assert!(!super::is_ship("舰队出海") && !super::is_ship("入列"));
    }
}
