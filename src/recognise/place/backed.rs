//! Recognises counties by what happens to them or is done for them: 石溪|地震, 支持|石溪|创建…, ,石溪|园区.

use std::ops::Range;

use crate::recognise::Scene;

/// The park of a county, which is named by the county alone.
const PARK: &str = "园区";

/// Whether an earthquake or a park follows that is named after the county: 地震, 6.8级地震, 园区.
pub(super) fn is_shaken(scene: &Scene, end: usize) -> bool {
    let rest = &scene.text[end..];
    let size = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let rest = if size.len() < rest.len() { size.trim_start_matches('级') } else { rest };
    rest.starts_with(PARK) || rest.starts_with("地震") && !rest.starts_with("地震局")
}

/// Whether the county opens its clause and its park follows: ,富平|园区.
pub(super) fn has_park(scene: &Scene, name: &Range<usize>) -> bool {
    opens_clause(&scene.text[..name.start]) && scene.text[name.end..].starts_with(PARK)
}

/// Whether the county is backed in what it applies for (支持|石溪|创建…), wins a title, or becomes another
/// division.
pub(super) fn is_backed(scene: &Scene, name: &Range<usize>) -> bool {
    let places = &scene.lexicon.places;
    let after = &scene.text[name.end..];
    // A county becomes another division: 某县|撤县设市.
    if after.starts_with("撤县") || after.starts_with("撤地") {
        return true;
    }
    let before = &scene.text[..name.start];
    // A county that opens a clause wins a title: ,石溪|获批….
    if opens_clause(before) && places.wins.longest_at(after, 0).is_some() {
        return true;
    }
    is_helped(scene, name)
}

/// Whether the county is helped to win a title: 支持|石溪|创建….
pub(super) fn is_helped(scene: &Scene, name: &Range<usize>) -> bool {
    let places = &scene.lexicon.places;
    let (before, after) = (&scene.text[..name.start], &scene.text[name.end..]);
    let verb = before.char_indices().rev().nth(1).map_or("", |(at, _)| &before[at..]);
    let applies = |text: &str| places.applies.longest_at(text, 0).is_some();
    // The list may go on: 支持甲县、乙县创建….
    let next =
        || after.strip_prefix('、').and_then(|rest| rest.char_indices().nth(2).map(|(at, _)| &rest[at..]));
    // The county before it in the list may stand after the verb: 支持红安、|云梦|创建.
    let listed = before
        .strip_suffix('、')
        .and_then(|list| list.char_indices().rev().nth(1).map(|(at, _)| &list[..at]));
    let backed = |text: &str| places.backs.iter().any(|verb| text.ends_with(verb));
    places.backs.contains(verb) && (applies(after) || next().is_some_and(applies))
        || applies(after) && listed.is_some_and(backed)
}

fn opens_clause(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| matches!(c, ',' | '。' | ';' | ':'))
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn also_an_ordinary_word_may_be_a_county_that_is_helped_or_has_a_park() {
        assert_eq!(standing(recognise, "支持红安、云梦创建示范区"), ["红安", "云梦"]);
        assert_eq!(standing(recognise, "产值增长,富平园区超过200亿元"), ["富平"]);
        for text in ["支持和平、开放事业", "推进和平园区建设", "支持创新"] {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
