//! Recognises the place in a dateline, where a report was written: 新华社|莫里萨|1月4日电, …电|塔里托|消息:.

use std::ops::Range;

use super::Spot;
use crate::lexicon::{PlaceClass, is_han};
use crate::recognise::Scene;

/// The agencies that open a dateline, and the words that may stand in place of a place.
const OFFICES: [&str; 4] = ["本报", "新华社", "中新社", "本社"];
const WRITERS: [&str; 4] = ["记者", "特派", "特约", "通讯"];
/// The words that close a dateline, and the one for news from another place after it.
const WIRES: [&str; 3] = ["日电", "日专电", "日讯"];
const NEWS: &str = "消息";
/// The length of such a place, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
/// Most bytes of the date: 12月31日专电.
const MAX_DATE_BYTES: usize = 20;

/// The places of the dateline that opens the sentence, unless the dictionary has them.
pub(super) fn spots(scene: &Scene, named: &[Spot]) -> Vec<Spot> {
    let Some((place, wire)) = dateline(scene.text) else { return Vec::new() };
    let names = [Some(place), news(scene.text, wire)].into_iter().flatten();
    let is_known = |name: &Range<usize>| {
        named.iter().any(|spot| spot.sure && spot.range.start < name.end && spot.range.end >= name.end)
    };
    let spot = |range| Spot { range, class: PlaceClass::Region, codes: "", sure: true, opens: true };
    names.filter(|name| !is_known(name)).map(spot).collect()
}

/// The place of a dateline at the start of a text, and the byte where the dateline ends.
fn dateline(text: &str) -> Option<(Range<usize>, usize)> {
    let opened = text.strip_prefix('(').unwrap_or(text);
    let opened = opened.strip_prefix('据').unwrap_or(opened);
    let rest = OFFICES.iter().find_map(|office| opened.strip_prefix(office))?;
    let start = text.len() - rest.len();
    let place = start..start + han_run(rest);
    let named = LENGTHS.contains(&rest[..place.len()].chars().count())
        && !WRITERS.iter().any(|writer| rest.starts_with(writer));
    let date =
        text[place.end..].char_indices().map(|(at, _)| at).take_while(|at| *at <= MAX_DATE_BYTES).last()?;
    let date = &text[place.end..place.end + date];
    let wire = WIRES.iter().find_map(|wire| Some(place.end + date.find(wire)? + wire.len()))?;
    (named && date.starts_with(|c: char| c.is_ascii_digit())).then_some((place, wire))
}

/// The place that the news came from, after the dateline: …电|塔里托|消息:.
fn news(text: &str, wire: usize) -> Option<Range<usize>> {
    let name = text[wire..wire + han_run(&text[wire..])].strip_suffix(NEWS)?;
    let fits =
        LENGTHS.contains(&name.chars().count()) && text[wire + name.len() + NEWS.len()..].starts_with(':');
    fits.then_some(wire..wire + name.len())
}

/// Length in bytes of the Chinese characters that open the text.
fn han_run(text: &str) -> usize {
    text.find(|c| !is_han(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use crate::recognise::place::recognise;
    use crate::recognise::testing::standing;

    #[test]
    fn a_dateline_tells_its_place() {
        assert_eq!(standing(recognise, "新华社莫里萨1月4日电塔里托消息:会议开幕"), ["莫里萨", "塔里托"]);
        assert_eq!(standing(recognise, "(本报石溪11月28日电)"), ["石溪"]);
        assert_eq!(standing(recognise, "本报北京1月4日讯"), ["北京"]);
        for text in ["本报记者王明1月4日报道", "本报讯1月4日", "新华社播发1月4日社论"]
        {
            assert_eq!(standing(recognise, text), [""; 0], "{text}");
        }
    }
}
