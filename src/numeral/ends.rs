//! Two ends of a range in one string: 五至八, 6.5%-7%, 3—5万.

/// The two ends of a range. A hyphen joins them only beside a share or a multiplier, or where they are known
/// to count something (5-10元): 2021-2025 are years.
pub(super) fn split(text: &str, are_counts: bool) -> Option<(&str, &str)> {
    let joins = |character: char| matches!(character, '至' | '到' | '—' | '–' | '~' | '～' | '-');
    let (at, joint) = text.char_indices().skip(1).find(|(_, character)| joins(*character))?;
    let lower = &text[..at];
    let upper = text[at + joint.len_utf8()..].trim_start_matches('—');
    let measured = |end: &str| end.ends_with(['%', '‰', '成', '折', '万', '萬', '亿', '億']);
    (joint != '-' || are_counts || measured(upper)).then_some((lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_dashes_part_two_ends() {
        assert_eq!(split("五至八", false), Some(("五", "八")));
        assert_eq!(split("4%——6%", false), Some(("4%", "6%")));
        assert_eq!(split("4-6万", false), Some(("4", "6万")));
        assert_eq!(split("4-6", true), Some(("4", "6")));
        for text in ["2011-2015", "-5", "五", "至五"] {
            assert_eq!(split(text, false), None, "{text}");
        }
    }
}
