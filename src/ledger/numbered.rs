//! Reads what the numbered roads and lines of a list share: what is done to all of them, or what runs on
//! them.

use crate::lexicon::Lexicon;

/// Most items of a list that are passed on the way to its noun.
const MAX_ITEMS: usize = 16;
/// Means of transport on numbered lines.
const MEANS: &[&str] = &["地铁", "轨道交通", "轻轨"];

/// The text after the number of a road: G15|提质改造.
pub(super) fn after_road(text: &str) -> Option<&str> {
    let digits = text.strip_prefix(['G', 'S'])?;
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() < digits.len()).then_some(after)
}

/// The deed done to all roads of a list, which only the last one names: G12、G15|提质改造.
pub(super) fn shared_by_roads(rest: &str, lexicon: &Lexicon) -> Option<String> {
    let items = rest.split(['、', '和', '及', '与', '等', ',', ';', '。']).skip(1).take(MAX_ITEMS);
    let after = items.map_while(after_road).find(|after| !after.is_empty())?;
    lexicon.ledger.deeds.end(after).then(|| after.to_owned())
}

/// The words before the number of a list's first line that hold for all its lines: 地铁4号线北段、|7号线一期|.
pub(super) fn shared_opening(item: &str, before: &str) -> Option<&'static str> {
    let numbered = |text: &str| {
        let number = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        number.len() < text.len() && number.starts_with("号线") || number.starts_with('线')
    };
    if !before.ends_with(['、', '和', '及']) || !numbered(item) {
        return None;
    }
    let list = before.rsplit([',', ';', ':', '。']).next()?;
    let opens = |means: &&&str| list.rfind(**means).is_some_and(|at| numbered(&list[at + means.len()..]));
    MEANS.iter().find(opens).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_called_by_a_number_share_what_the_first_says() {
        assert_eq!(shared_opening("7号线一期", "建成地铁4号线北段、"), Some("地铁"));
        assert_eq!(shared_opening("Z4线一期", "建成地铁4号线北段、7号线一期、"), Some("地铁"));
        assert_eq!(shared_opening("7号线一期", "地铁提速,完成4号线北段、"), None);
        assert_eq!(shared_opening("青岩大桥", "建成地铁4号线北段、"), None);
    }
}
