//! What single characters are worth in a number, simplified, traditional and financial.

/// What a character contributes to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Worth {
    /// 〇 to 九.
    Digit(u32),
    /// 廿, 卅 and 卌, which carry their ten.
    Tens(u32),
    /// 十, 百, 千: scales within a group of four digits.
    Small(u32),
    /// 万, 亿, 兆: scales of groups.
    Big(u64),
}

/// The worth of a character that may stand in a Chinese number.
pub(super) fn worth(character: char) -> Option<Worth> {
    Some(match character {
        '零' | '〇' => Worth::Digit(0),
        '一' | '壹' | '弌' => Worth::Digit(1),
        '二' | '两' | '兩' | '俩' | '倆' | '贰' | '貳' | '貮' | '弍' => Worth::Digit(2),
        '三' | '叁' | '參' | '叄' | '弎' => Worth::Digit(3),
        '四' | '肆' => Worth::Digit(4),
        '五' | '伍' => Worth::Digit(5),
        '六' | '陆' | '陸' => Worth::Digit(6),
        '七' | '柒' => Worth::Digit(7),
        '八' | '捌' => Worth::Digit(8),
        '九' | '玖' => Worth::Digit(9),
        '廿' => Worth::Tens(20),
        '卅' => Worth::Tens(30),
        '卌' => Worth::Tens(40),
        '十' | '拾' => Worth::Small(10),
        '百' | '佰' => Worth::Small(100),
        '千' | '仟' => Worth::Small(1_000),
        '万' | '萬' => Worth::Big(10_000),
        '亿' | '億' => Worth::Big(100_000_000),
        '兆' => Worth::Big(1_000_000_000_000),
        _ => return None,
    })
}

/// Whether the character is a numeral of cheques that by itself is an everyday word or a surname: 陆, 伍, 拾.
pub(crate) fn needs_company(character: char) -> bool {
    matches!(
        character,
        '壹' | '贰'
            | '貳'
            | '叁'
            | '參'
            | '叄'
            | '肆'
            | '伍'
            | '陆'
            | '陸'
            | '柒'
            | '捌'
            | '玖'
            | '拾'
            | '佰'
            | '仟'
    )
}

/// Whether the character is a digit of open value: 几十, 数百.
pub(super) fn is_open_digit(character: char) -> bool {
    matches!(character, '几' | '幾' | '数' | '數')
}

/// Whether the character says that the number before it is exceeded: 二十多, 五百余.
pub(crate) fn is_excess(character: char) -> bool {
    matches!(character, '多' | '余' | '餘')
}

/// Whether a number can be written with this character.
pub(crate) fn is_numeric(character: char) -> bool {
    character.is_ascii_digit() || worth(character).is_some()
}

/// Whether this scale is the prefix of the unit after it and no multiplier: 千瓦, 百帕, 百分点.
pub(super) fn is_prefix(scale: char, after: &str) -> bool {
    match scale {
        '千' => {
            after.starts_with(['瓦', '米', '克', '伏', '安', '赫', '帕', '焦', '乏'])
                || after.strip_prefix('卡').is_some_and(|noun| !noun.starts_with(['车', '片', '口', '座']))
        }
        '百' => after.starts_with('帕') || after.starts_with("分点") || after.starts_with("分點"),
        '兆' => after.starts_with(['瓦', '伏', '赫', '帕', '焦', '乏', '字', '比']),
        _ => false,
    }
}

/// Words for years of age, which have a number of their own before them: 3万|6岁儿童.
const AGES: [&str; 2] = ["岁", "周岁"];

/// Whether a text opens with years of age: 65岁以上.
pub(crate) fn is_age(text: &str) -> bool {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < text.len() && AGES.iter().any(|age| after.starts_with(age))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::NUMERAL_OPENERS;

    #[test]
    fn all_numeric_characters_open_numbers() {
        for character in '\0'..=char::MAX {
            let opens = is_numeric(character) || matches!(character, '半' | '几' | '数' | '负' | '-');
            assert_eq!(NUMERAL_OPENERS.contains(character), opens, "{character}");
        }
    }
}
